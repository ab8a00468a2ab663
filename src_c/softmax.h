/* Along an axis: softmax and its kin, sums, and their backward forms.

   Exponentials are measured from the exponent of the row's largest one, not from its maximum: with x = n ln 2 + r each is
   2^(n - N) exp(r), N the n of the maximum, and as n - N is exact nothing is rounded that a second word would have to carry.
   (What is rounded of x - maximum is where others lose 15 to 50 units.)  They are RAISED, 2^RAISED times as large, so that of
   two whose quotient is the smallest number both are normal; what is made of them divides by a sum that is raised too. */

enum { RAISED = REAL == 32 ? 60 : 200 };
#define UNIT K(REAL == 32 ? 0x1p60 : 0x1p200)

/* n is no further below N: there the power of 2 is 0, and so is the exponential, which no number could hold beside the largest.
   A quarter more, so that it is rounded to that. */
#define LEAST (RAISED + EXPONENT_BIAS - 0.25)

/* Rows with a maximum beyond it are FAR: there x - maximum is exact, where x has a share, and n would not be. */
#define NEAR K(REAL == 32 ? 1024 : 4096)

/* How elements are visited: measured from a maximum that may be FAR; exponentials KEPT where results will be; those at the
   maximum APART, counted and not summed; with a temperature other than 1; MARKED by bytes that tell which elements count. */
enum { FAR = 1, KEPT = 2, APART = 4, TEMPERED = 8, MARKED = 16, IN_BLOCKS = 32 };

/* ---- temperature ------------------------------------------------------------------------------------------------------- */

/* x/t = (unit x)/tau, 1 <= tau < 2: unit is a power of 2, negative for softmin.  unit x = n tau ln 2 + r, of which multiples
   of `high` by n are exact; and (exp(r/tau) - 1)/r has the coefficients of EXPM1_QUOTIENT over powers of tau. */
typedef struct {
    T unit, inverse, high, low, near;
    DD tau;
    T quotient[EXPM1_QUOTIENT_DEGREE + 1];
} TEMPERATURE;

WORD TEMPERATURE no_temperature(void)
{
    TEMPERATURE t = {
        .unit = PACK(1), .inverse = PACK(INVERSE_LN2), .high = PACK(LN2_HIGH), .low = PACK(LN2_LOW),
        .near = PACK(NEAR), .tau = dd(PACK(1)),
    };
    for (int k = 0; k <= EXPM1_QUOTIENT_DEGREE; k++)
        t.quotient[k] = PACK(EXPM1_QUOTIENT[k]);
    return t;
}

static __attribute__((noinline)) void set_temperature(TEMPERATURE *t, double temperature)
{
    *t = no_temperature();
    if (temperature == 1)
        return;
    int exponent;
    const double tau = 2 * fabs(frexp(temperature, &exponent));
    t->unit = PACK((R)ldexp(temperature < 0 ? -1 : 1, 1 - exponent));
    t->tau = (DD){PACK((R)tau), PACK((R)(tau - (double)(R)tau))};
    DD step = dd_mul(t->tau, DD_CONSTANT(LN2)), reciprocal = dd_div(dd(PACK(1)), t->tau);
    t->high = (T)((I)step.h & ~(I)((I){0} + (1 << (REAL == 32 ? 11 : 15)) - 1));
    t->low = (step.h - t->high) + step.l;
    t->inverse = 1 / step.h;
    t->near *= t->tau.h;
    T power = reciprocal.h + reciprocal.l;
    for (int k = 0; k <= EXPM1_QUOTIENT_DEGREE; k++, power *= reciprocal.h)
        t->quotient[k] *= power;
}

/* ---- the state of a strip ---------------------------------------------------------------------------------------------- */

/* From where the exponentials of a column are measured.  Adding `rounder` to x/(t ln 2) rounds that to n + RAISED - N, which
   are then the low bits of the sum; what is FAR has its maximum as the shift, and N is 0. */
typedef struct {
    T maximum[GROUP], shift[GROUP], lowest[GROUP], rounder[GROUP];
    const TEMPERATURE *temperature;
} ORIGIN;

typedef struct {
    ORIGIN from;
    SUM sum;       /* of raised exponentials, all or those below the maximum */
    I ties[GROUP]; /* how many are at the maximum, where these stand APART */
} EXPONENTIALS;

typedef struct {
    T share[GROUP], rest[GROUP];
} SHARES;

typedef struct {
    TEMPERATURE temperature;
    EXPONENTIALS e;
    T count[GROUP];                                   /* of ties */
    SHARES shares;                                    /* 1/sum of all in two words */
    T log_sum[GROUP];                                 /* its logarithm, measured from the maximum */
    int far, unmeasured, settled, strict; /* of blocks: a maximum was FAR; the maximum is that of the whole axis */
} SOFTMAX;

WORD void clear_sums(EXPONENTIALS *e)
{
    clear_sum(&e->sum);
    EACH_PACK(g) e->ties[g] = (I){0};
}

WORD void begin_softmax(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    const softmax_settings *given = settings;
    SOFTMAX *s = state;
    if (how & TEMPERED && number == 0) /* the other strips of a batch find it in the same state */
        set_temperature(&s->temperature, given->temperature);
    s->e.from.temperature = &s->temperature;
    s->settled = s->unmeasured = 0;
    s->strict = given->strict;
    EACH_PACK(g) s->e.from.maximum[g] = PACK(-INFINITY);
    clear_sums(&s->e);
}

/* x, or -x for softmin */
WORD T signed_(T x, const ORIGIN *from, int how) { return how & TEMPERED ? flip(x, from->temperature->unit) : x; }

/* What does not count is put out as -infinity, and read there from then on. */
WORD void visit_maximum(const ROWS *rows, int count, int how, void *state)
{
    ORIGIN *from = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g);
            if (how & MARKED) {
                x = SELECT(mark(rows, k, g), x, signed_(PACK(-INFINITY), from, how));
                put_element(rows, k, g, x);
            }
            from->maximum[g] = max_(signed_(x, from, how), from->maximum[g]);
        }
}

WORD void find_maximum(const strip *x, ORIGIN *from, int how)
{
    ORIGIN found = {.temperature = from->temperature};
    EACH_PACK(g) found.maximum[g] = from->maximum[g];
    visit_all(x, visit_maximum, how, &found);
    EACH_PACK(g) from->maximum[g] = found.maximum[g];
}

/* Whether a column is FAR. */
WORD int measure(ORIGIN *from, int how)
{
    const TEMPERATURE none = no_temperature(), *t = how & TEMPERED ? from->temperature : &none;
    M any = LT(PACK(0), 0);
    EACH_PACK(g) {
        T m = from->maximum[of_pack(g, how)], scaled = m * ABS(t->unit);
        M far = ~LT(ABS(scaled), t->near);
        T exponent = MAD(SELECT(far, 0, scaled), t->inverse, ROUNDER) - ROUNDER, least = exponent - K(LEAST);
        from->shift[g] = SELECT(far, m, 0);
        from->lowest[g] = MAD(least, t->high, least * t->low);
        from->rounder[g] = (ROUNDER + (RAISED + EXPONENT_BIAS)) - exponent;
        any |= far;
    }
    return any_(any);
}

/* exp(x/t), raised and measured from the maximum.  1.2 units of 2^-24, or of 2^-53: one is the last rounding, the others are
   those of r and of the polynomial, times r.  The power of 2 is multiplied in before the last addition; added to the bits of
   the exponent it could turn a NaN into a number. */
WORD T exponential(T x, const ORIGIN *from, int g, int how)
{
    const TEMPERATURE none = no_temperature(), *t = how & TEMPERED ? from->temperature : &none;
    g = of_pack(g, how);
    const T rounder = from->rounder[g];
    if (how & FAR)
        x = SELECT(EQ(signed_(x, from, how), from->shift[g]), 0, signed_(x, from, how) - from->shift[g]) * ABS(t->unit);
    else if (how & TEMPERED)
        x = x * t->unit;
    x = MAX(from->lowest[g], x);
    T n = MAD(x, t->inverse, rounder), power = (T)((I)n << MANTISSA_BITS);
    T r = NMAD(n - rounder, t->low, NMAD(n - rounder, t->high, x)), quotient = t->quotient[EXPM1_QUOTIENT_DEGREE];
    for (int k = EXPM1_QUOTIENT_DEGREE - 1; k >= 0; k--)
        quotient = MAD(r, quotient, t->quotient[k]);
    return MAD(power * r, quotient, power);
}

/* that of the maximum itself, in two words */
WORD DD exponential_of_maximum(const ORIGIN *from, int g, int how)
{
    const TEMPERATURE none = no_temperature(), *t = how & TEMPERED ? from->temperature : &none;
    T m = SELECT(EQ(from->shift[g], 0), from->maximum[g] * ABS(t->unit), 0);
    T n = MAD(m, t->inverse, ROUNDER) - ROUNDER, exact = NMAD(n, t->high, m), r = NMAD(n, t->low, exact);
    DD reduced = {r, NMAD(n, t->low, exact - r)};
    if (how & TEMPERED)
        reduced = dd_div(reduced, t->tau);
    return dd_scale(scaled_to_dd(exp_between(reduced.h, reduced.l)), PACK(UNIT));
}

WORD void visit_exponentials(const ROWS *rows, int count, int how, void *state)
{
    EXPONENTIALS *s = state;
    EACH_PACK(g) {
        T e[TOGETHER] = {{0}};
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g);
            e[k] = exponential(x, &s->from, g, how);
            if (how & KEPT)
                put_element(rows, k, g, e[k]);
            if (how & APART) {
                M tie = EQ(signed_(x, &s->from, how), s->from.maximum[of_pack(g, how)]);
                s->ties[g] = tally(s->ties[g], tie);
                e[k] = unless(tie, e[k]);
            }
        }
        add_up(&s->sum, g, e, rows, count);
    }
}

WORD void add_exponentials(const strip *x, SOFTMAX *s, int how)
{
    EXPONENTIALS e = s->e; /* which may stand in registers */
    visit_all(x, visit_exponentials, how, &e);
    s->e.sum = e.sum;
    EACH_PACK(g) s->e.ties[g] = e.ties[g];
}

/* Of any temperature, and rows that may be FAR: */
WORD void add_any(const strip *x, SOFTMAX *s, int how)
{
    if (s->far)
        add_exponentials(x, s, how | TEMPERED | FAR);
    else
        add_exponentials(x, s, how | TEMPERED);
}
static __attribute__((noinline)) void add_any_kept(const strip *x, SOFTMAX *s) { add_any(x, s, KEPT); }
static __attribute__((noinline)) void add_any_apart(const strip *x, SOFTMAX *s) { add_any(x, s, APART); }
static __attribute__((noinline)) void add_any_kept_apart(const strip *x, SOFTMAX *s) { add_any(x, s, KEPT | APART); }

WORD void exponentials(const strip *x, SOFTMAX *s, int how)
{
    if (!(how & TEMPERED) && !s->far) {
        add_exponentials(x, s, how);
        return;
    }
    if (!(how & TEMPERED))
        s->temperature = no_temperature();
    if (how & APART && how & KEPT)
        add_any_kept_apart(x, s);
    else if (how & APART)
        add_any_apart(x, s);
    else
        add_any_kept(x, s);
}

/* ---- at the end of the axis -------------------------------------------------------------------------------------------- */

WORD T count_of(I ties)
{
    return REAL == 32 ? __builtin_convertvector(ties, T) : (T)(ties + (I)(ROUNDER + (T){0})) - ROUNDER;
}

/* one by the sum in two words, for NaN where every element is -infinity */
WORD void make_shares(SOFTMAX *s, int g, DD sum)
{
    T m = s->e.from.maximum[g], r = SELECT(LT(m, -LARGEST), m - m, 1 / sum.h);
    s->shares.share[g] = r;
    s->shares.rest[g] = r * (FNMA(r, sum.h, 1) - r * sum.l);
}

/* sum of exp((x - maximum)/t) - 1, of sums APART */
WORD DD sum_but_one(const SOFTMAX *s, int g, int how)
{
    DD others = dd_div(sum_at(&s->e.sum, g), exponential_of_maximum(&s->e.from, g, how));
    DD all = two_sum(MAX(0, s->count[g] - 1), others.h); /* there may be no element at all */
    return (DD){all.h, all.l + others.l};
}

/* d/t, d unit a difference; infinite where d is */
WORD T tempered(T d, const TEMPERATURE *t)
{
    DD reciprocal = dd_div(dd(PACK(1)), t->tau);
    T q = d * reciprocal.h;
    return SELECT(GT(ABS(q), LARGEST), q, FMA(d, reciprocal.h, d * reciprocal.l));
}

/* the maximum over the temperature, and the logarithm of the sum beside it */
WORD T log_total(const SOFTMAX *s, int g, int how)
{
    T m = s->e.from.maximum[g], log_sum = s->log_sum[g];
    if (how & TEMPERED) {
        const TEMPERATURE *t = &s->temperature; /* m may have to be scaled down once its half is divided */
        DD large = dd_scale(dd_scale(dd_div(dd(m * K(0.5)), t->tau), t->unit), PACK(2));
        DD small = dd_div(dd(m * t->unit), t->tau);
        DD q = dd_select(GT(ABS(m), 1), large, small), sum = two_sum(q.h, log_sum);
        return SELECT(GT(ABS(q.h), LARGEST), q.h + log_sum * 0, sum.h + (sum.l + q.l));
    }
    return m + SELECT(GT(ABS(m), LARGEST), log_sum * 0, log_sum);
}

/* What becomes of the sums, a pack at a time: */

WORD void make_shares_of_sum(SOFTMAX *s, int g, int how) { make_shares(s, g, sum_at(&s->e.sum, g)); }
WORD void make_log_sum(SOFTMAX *s, int g, int how) { s->log_sum[g] = fp(log1p_(sum_but_one(s, g, how))); }
WORD void make_log_divisor(SOFTMAX *s, int g, int how)
{
    T m = s->e.from.maximum[g];
    make_log_sum(s, g, how);
    s->log_sum[g] += SELECT(LT(m, -LARGEST), m - m, 0);
}
WORD void make_sum(SOFTMAX *s, int g, int how)
{
    M nothing = LT(s->e.from.maximum[g], -LARGEST);
    DD but_one = sum_but_one(s, g, how), sum = two_sum(PACK(1), but_one.h);
    s->e.sum.h[g] = SELECT(nothing, sum.h * 0, sum.h); /* NaN stays */
    s->e.sum.l[g] = SELECT(nothing, 0, sum.l + but_one.l);
}

/* of an axis along memory for one pack, as all of its columns are then the same */
typedef void maker(SOFTMAX *s, int g, int how);
WORD void make(SOFTMAX *s, maker *make_pack, int along, int how)
{
    if (how & APART)
        EACH_PACK(g) s->count[g] = count_of(s->e.ties[g]);
    if (along) {
        join_sums(&s->e.sum);
        if (how & APART)
            join_counts(s->count);
    }
    EACH_PACK(g)
        if (g == 0 || !along)
            make_pack(s, g, how);
    if (along) {
        spread(s->shares.share, s->shares.share[0]);
        spread(s->shares.rest, s->shares.rest[0]);
        spread(s->log_sum, s->log_sum[0]);
    }
}

/* ---- results of elements, and of columns ------------------------------------------------------------------------------- */

WORD void visit_kept(const ROWS *rows, int count, int how, void *state)
{
    const SHARES *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T e = element(rows, 0, k, g);
            put_element(rows, k, g, FMA(e, s->share[of_pack(g, how)], e * s->rest[of_pack(g, how)]));
        }
}

/* those of blocks, which are not kept */
WORD void visit_shares(const ROWS *rows, int count, int how, void *state)
{
    const SOFTMAX *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T e = exponential(element(rows, 0, k, g), &s->e.from, g, how);
            put_element(rows, k, g, FMA(e, s->shares.share[g], e * s->shares.rest[g]));
        }
}

WORD void visit_log_shares(const ROWS *rows, int count, int how, void *state)
{
    const SOFTMAX *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g), m = s->e.from.maximum[of_pack(g, how)];
            T d = how & TEMPERED ? 2 * tempered((x * K(0.5) - m * K(0.5)) * s->temperature.unit, &s->temperature) : x - m;
            put_element(rows, k, g, (how & FAR ? SELECT(EQ(x, m), 0, d) : d) - s->log_sum[of_pack(g, how)]);
        }
}

/* the result of what does not count, where a column has no number for it */
typedef struct {
    T hidden;
} HIDDEN;
WORD void visit_hidden(const ROWS *rows, int count, int how, void *state)
{
    const HIDDEN *h = state;
    EACH_PACK(g)
        EACH_ROW(k, count) put_element(rows, k, g, SELECT(mark(rows, k, g), element(rows, 0, k, g), h->hidden));
}
WORD void hide_broken(strip *x, const T *of_columns, R hidden)
{
    HIDDEN h = {PACK(hidden)};
    M broken = LT(PACK(0), 0);
    if (!x->marks)
        return;
    EACH_PACK(g) broken |= ~LE(ABS(of_columns[g]), LARGEST);
    if (any_(broken)) {
        read_results(x);
        visit_all(x, visit_hidden, 0, &h);
    }
}

WORD void map_shares(strip *x, void *state, int how)
{
    SOFTMAX *s = state;
    SHARES shares = s->shares;
    if (how & KEPT)
        visit_all(x, visit_kept, how, &shares);
    else if (s->far)
        visit_all(x, visit_shares, FAR | TEMPERED, s);
    else
        visit_all(x, visit_shares, TEMPERED, s);
    hide_broken(x, s->shares.share, 0);
}
WORD void map_log_shares(strip *x, void *state, int how)
{
    SOFTMAX *s = state;
    if (s->far || how & TEMPERED)
        visit_all(x, visit_log_shares, how | FAR, s);
    else
        visit_all(x, visit_log_shares, how, s);
    hide_broken(x, s->log_sum, -INFINITY);
}

WORD void report_log_total(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    T found[GROUP];
    EACH_PACK(g) found[g] = log_total(state, g, how);
    put_column(results[0], number, found, along);
}
WORD void report_partial(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const SOFTMAX *s = state;
    put_column(results[0], number, s->e.from.maximum, along);
    put_double_column(results[1], number, s->e.sum.h, along);
    put_double_column(results[2], number, s->e.sum.l, along);
}

/* ---- a whole axis at once ----------------------------------------------------------------------------------------------- */

WORD void refuse_infinity(ORIGIN *from)
{
    EACH_PACK(g) from->maximum[g] = SELECT(GT(from->maximum[g], LARGEST), NAN, from->maximum[g]);
}

WORD void fold_softmax(strip *x, void *state, int along, int how)
{
    SOFTMAX *s = state;
    if (s->settled) {
        exponentials(x, s, how);
        if (how & KEPT)
            read_results(x);
    } else if (x->marks) {
        find_maximum(x, &s->e.from, how | MARKED);
        read_results(x);
    } else
        find_maximum(x, &s->e.from, how);
}

/* Whether the maximum was found, and exponentials are next. */
WORD int settle(SOFTMAX *s, int along, int how)
{
    if (s->settled)
        return 0;
    if (along)
        join_maxima(s->e.from.maximum);
    if (s->strict)
        refuse_infinity(&s->e.from);
    s->far = measure(&s->e.from, how);
    return s->settled = 1;
}

/* ---- axes that come in blocks, with any temperature: exponentials are summed as if the maximum so far were the last one -- */

WORD T power_of_2(T n) { return (T)((I)(n + (ROUNDER + EXPONENT_BIAS)) << MANTISSA_BITS); }

/* What has been summed, measured from another origin, whose maximum is higher or the same. */
WORD void raise(EXPONENTIALS *e, const ORIGIN *to)
{
    EACH_PACK(g) {
        M higher = GT(to->maximum[g], e->from.maximum[g]) & GT(e->from.maximum[g], -INFINITY);
        T power = power_of_2(SELECT(higher, MAX(-EXPONENT_BIAS, to->rounder[g] - e->from.rounder[g]), 0));
        e->sum.h[g] *= power;
        e->sum.l[g] *= power;
    }
    e->from = *to;
}

/* Where ties are counted APART the maximum has to come first. */
WORD void fold_block_of_softmax(strip *x, void *state, int along, int how)
{
    SOFTMAX *s = state;
    if (!s->settled) {
        ORIGIN from = s->e.from;
        find_maximum(x, &from, how);
        if (along)
            join_maxima(from.maximum);
        s->far = measure(&from, how);
        s->unmeasured |= s->far || how & APART;
        if (s->unmeasured) {
            s->e.from = from;
            clear_sums(&s->e);
        } else
            raise(&s->e, &from);
    }
    if (s->settled || !s->unmeasured)
        exponentials(x, s, how);
}

/* Whether all has to come once more: a whole axis after its maximum, blocks where a maximum of one of them was FAR. */
WORD int again(SOFTMAX *s, int along, int how)
{
    if (how & IN_BLOCKS && !s->unmeasured)
        return 0;
    return settle(s, along, how);
}

WORD int finish_with(maker *make_pack, SOFTMAX *s, int along, int how)
{
    if (again(s, along, how))
        return 1;
    make(s, make_pack, along, how);
    return 0;
}
WORD int finish_shares(void *s, int along, int how) { return finish_with(make_shares_of_sum, s, along, how); }
WORD int finish_log_shares(void *s, int along, int how) { return finish_with(make_log_divisor, s, along, how); }
WORD int finish_log_total(void *s, int along, int how) { return finish_with(make_log_sum, s, along, how); }
WORD int finish_partial(void *s, int along, int how) { return finish_with(make_sum, s, along, how); }

#define OF_SOFTMAX(name, finish, map, report, how) \
    WHOLE(name, SOFTMAX, 1, begin_softmax, fold_softmax, finish, map, report, how) \
    WHOLE(tempered_##name, SOFTMAX, 1, begin_softmax, fold_softmax, finish, map, report, (how) | TEMPERED) \
    BLOCKS(name, SOFTMAX, begin_softmax, fold_block_of_softmax, finish, map, report, ((how) | TEMPERED | IN_BLOCKS) & ~KEPT)
OF_SOFTMAX(softmax, finish_shares, map_shares, no_report, KEPT)
OF_SOFTMAX(log_softmax, finish_log_shares, map_log_shares, no_report, APART)
OF_SOFTMAX(logsumexp, finish_log_total, no_map, report_log_total, APART)
OF_SOFTMAX(partial, finish_partial, no_map, report_partial, APART)

/* ---- sums, and the backward forms ---------------------------------------------------------------------------------------- */

typedef struct {
    SUM sum;
    DD inverse; /* of the temperature */
} SUMS;

WORD void begin_sums(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    const double t = ((const softmax_settings *)settings)->temperature;
    SUMS *s = state;
    clear_sum(&s->sum);
    if (how & TEMPERED && number == 0)
        s->inverse = dd_div(dd(PACK(1)), (DD){PACK((R)t), PACK((R)(t - (double)(R)t))});
}

/* Elements each by itself, as they may cancel; gradients and products two by two, for errors are measured by their sizes. */
WORD void visit_sum(const ROWS *rows, int count, int how, void *state)
{
    EACH_PACK(g) {
        T parts[TOGETHER] = {{0}};
        EACH_ROW(k, count) parts[k] = element(rows, 0, k, g);
        add_each(state, g, parts, rows, count);
    }
}
WORD void visit_gradients(const ROWS *rows, int count, int how, void *state)
{
    EACH_PACK(g) {
        T dy[TOGETHER] = {{0}};
        EACH_ROW(k, count) dy[k] = element(rows, 0, k, g);
        add_up(state, g, dy, rows, count);
    }
}
WORD void visit_products(const ROWS *rows, int count, int how, void *state)
{
    SUM *sum = state;
    EACH_PACK(g) {
        T dy[TOGETHER] = {{0}}, y[TOGETHER] = {{0}};
        EACH_ROW(k, count) {
            dy[k] = element(rows, 0, k, g);
            y[k] = element(rows, 1, k, g);
        }
        DD first = two_prod(dy[0], y[0]), third = two_prod(dy[2], y[2]);
        add_one(sum, g, MAD(dy[1], y[1], first.h));
        add_one(sum, g, MAD(dy[3], y[3], third.h));
        sum->l[g] += first.l + third.l;
        settle_in_time(sum, g, rows, count);
    }
}
WORD void fold_by(const strip *x, visitor *visit, int how, SUMS *s)
{
    SUM sum = s->sum; /* which may stand in registers */
    visit_all(x, visit, how, &sum);
    s->sum = sum;
}
WORD void fold_sum(strip *x, void *state, int along, int how) { fold_by(x, visit_sum, how, state); }
WORD void fold_gradients(strip *x, void *state, int along, int how) { fold_by(x, visit_gradients, how, state); }
WORD void fold_products(strip *x, void *state, int along, int how) { fold_by(x, visit_products, how, state); }

WORD int finish_sums(void *state, int along, int how)
{
    SUMS *s = state;
    if (along)
        join_sums(&s->sum);
    return 0;
}
WORD void report_total(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const SUMS *s = state;
    T found[GROUP];
    EACH_PACK(g) found[g] = fp((DD){s->sum.h[g], s->sum.l[g]});
    put_column(results[0], number, found, along);
}

WORD T by_temperature(T v, const SUMS *s, int how)
{
    T q = v * s->inverse.h;
    return how & TEMPERED ? SELECT(GT(ABS(q), LARGEST), q, FMA(v, s->inverse.h, v * s->inverse.l)) : v;
}

/* y*(dy - sum) of dy and y */
WORD void visit_softmax_slopes(const ROWS *rows, int count, int how, void *state)
{
    const SUMS *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T dy = element(rows, 0, k, g), y = element(rows, 1, k, g);
            put_element(rows, k, g, by_temperature(y * ((dy - s->sum.h[of_pack(g, how)]) - s->sum.l[of_pack(g, how)]), s, how));
        }
}
/* dy - exp(y)*sum */
WORD void visit_log_softmax_slopes(const ROWS *rows, int count, int how, void *state)
{
    const SUMS *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T dy = element(rows, 0, k, g), y = EXP(element(rows, 1, k, g)), d = FNMA(y, s->sum.h[of_pack(g, how)], dy);
            put_element(rows, k, g, by_temperature(FNMA(y, s->sum.l[of_pack(g, how)], d), s, how));
        }
}
WORD void map_softmax_slopes(strip *x, void *state, int how)
{
    SUMS s = *(const SUMS *)state;
    visit_all(x, visit_softmax_slopes, how, &s);
}
WORD void map_log_softmax_slopes(strip *x, void *state, int how)
{
    SUMS s = *(const SUMS *)state;
    visit_all(x, visit_log_softmax_slopes, how, &s);
}

#define OF_SUMS(name, inputs, fold, map, report) \
    WHOLE(name, SUMS, inputs, begin_sums, fold, finish_sums, map, report, 0) \
    WHOLE(tempered_##name, SUMS, inputs, begin_sums, fold, finish_sums, map, report, TEMPERED) \
    BLOCKS(name, SUMS, begin_sums, fold, finish_sums, map, report, TEMPERED)
OF_SUMS(sum, 1, fold_sum, no_map, report_total)

/* The same sums, bit for bit, of strips that are many: four rows through all of them, then the next four, as they are in
   memory.  Strip by strip each line is on another page: of 4096 by 4096 floats that took four times as long (Zen 3). */
static void sum_in_rows(const batch *b)
{
    SUM *sums = b->scratch;
    memset(sums, 0, b->count * sizeof(SUM));
    for (ptrdiff_t number = 0; number < b->n; number += TOGETHER)
        for (ptrdiff_t i = 0; i < b->count; i++) {
            const ROWS rows = {
                .in = {(const R *)b->in[0] + i * COLUMNS + number * b->steps[0]}, .steps = {b->steps[0]}, .number = number};
            SUM sum = sums[i]; /* in registers */
            if (b->n - number >= TOGETHER)
                visit_sum(&rows, TOGETHER, 0, &sum);
            else
                visit_sum(&rows, (int)(b->n - number), 0, &sum);
            sums[i] = sum;
        }
    for (ptrdiff_t i = 0; i < b->count; i++)
        report_total(&(SUMS){.sum = sums[i]}, b->results, i, 0, 0);
}
_Static_assert(IN_ROWS * sizeof(SUM) <= SCRATCH, "sum_in_rows");

OF_SUMS(softmax_backward, 2, fold_products, map_softmax_slopes, no_report)
OF_SUMS(log_softmax_backward, 2, fold_gradients, map_log_softmax_slopes, no_report)

/* ---- sums of exponentials with factors --------------------------------------------------------------------------------- */

/* First comes the maximum, of x + log|b| or of x alone, then the terms. */
typedef struct {
    T maximum[GROUP], sign[GROUP];
    SUM sum;
    int summing;
} WEIGHTED;

WORD void begin_weighted(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    WEIGHTED *s = state;
    *s = (WEIGHTED){0};
    EACH_PACK(g) s->maximum[g] = PACK(-INFINITY);
}

enum { MERGED = 1 }; /* factors are sums in two words, from 1 on, and so are the terms */

WORD T key_of(T x, T b, int how)
{
    if (how & MERGED)
        return SELECT(EQ(b, 0), -INFINITY, x);
    T size = SELECT(GT(ABS(b), LARGEST), 0, log_any(dd(ABS(b))).h);
    return SELECT(EQ(b, 0), -INFINITY, x + size);
}

WORD void visit_keys(const ROWS *rows, int count, int how, void *state)
{
    WEIGHTED *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) s->maximum[g] = max_(key_of(element(rows, 0, k, g), element(rows, 1, k, g), how), s->maximum[g]);
}

/* b*exp(x - maximum), 0 where b is, whatever x is then, and b where both are infinite */
WORD DD term_of(T x, T b, T rest, T maximum, int how)
{
    DD d = two_sum(x, -maximum), term;
    d = dd_select(EQ(x, maximum), dd((T){0}), d);
    if (how & MERGED) {
        DD e = scaled_to_dd(exp_scaled_dd(d)), p = two_prod(e.h, b);
        term = (DD){p.h, MAD(e.l, b, p.l)};
        term.l = FMA(e.h, rest, term.l);
    } else
        term = dd(SELECT(GT(ABS(b), LARGEST), b * SELECT(EQ(x, -INFINITY), 0, 1), exp_times(b, d)));
    return dd_select(EQ(b, 0), dd((T){0}), term);
}
WORD void visit_terms(const ROWS *rows, int count, int how, void *state)
{
    WEIGHTED *s = state;
    EACH_PACK(g) {
        T parts[TOGETHER] = {{0}};
        EACH_ROW(k, count) {
            T rest = how & MERGED ? element(rows, 2, k, g) : (T){0};
            DD term = term_of(element(rows, 0, k, g), element(rows, 1, k, g), rest, s->maximum[g], how);
            parts[k] = term.h;
            s->sum.l[g] += term.l;
        }
        add_each(&s->sum, g, parts, rows, count);
    }
}

WORD void fold_weighted(strip *x, void *state, int along, int how)
{
    WEIGHTED *s = state;
    visit_all(x, s->summing ? visit_terms : visit_keys, how, state);
}

WORD int finish_weighted(void *state, int along, int how)
{
    WEIGHTED *s = state;
    if (!s->summing) {
        if (along)
            join_maxima(s->maximum);
        return s->summing = 1;
    }
    if (along)
        join_sums(&s->sum);
    return 0;
}

/* The logarithm of the sum's size, and its sign; of nothing it is 0, and NaN where infinities cancel. */
WORD void report_weighted(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const WEIGHTED *s = state;
    T size[GROUP], sign[GROUP];
    EACH_PACK(g) {
        T m = s->maximum[g], h = s->sum.h[g];
        DD sum = dd_select(LE(ABS(h), LARGEST), sum_at(&s->sum, g), dd(h));
        sum.h = SELECT(LT(m, -LARGEST), sum.h * 0, sum.h);
        sum.h = SELECT(GT(m, LARGEST), sum.h / SELECT(EQ(sum.h, 0), 0, 1), sum.h);
        T log_sum = fp(log_any(dd_select(LT(sum.h, 0), dd_neg(sum), sum)));
        size[g] = m + SELECT(GT(ABS(m), LARGEST), sum.h * 0, log_sum);
        sign[g] = SELECT(LT(sum.h, 0), -1, SELECT(GT(sum.h, 0), 1, sum.h));
    }
    put_column(results[0], number, size, along);
    put_column(results[1], number, sign, along);
}
WORD void report_merged(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const WEIGHTED *s = state;
    T h[GROUP], l[GROUP];
    EACH_PACK(g) {
        DD sum = sum_at(&s->sum, g);
        h[g] = sum.h;
        l[g] = sum.l;
    }
    put_column(results[0], number, s->maximum, along);
    put_double_column(results[1], number, h, along);
    put_double_column(results[2], number, l, along);
}
#define OF_WEIGHTED(name, inputs, report, how) \
    WHOLE(name, WEIGHTED, inputs, begin_weighted, fold_weighted, finish_weighted, no_map, report, how) \
    BLOCKS(name, WEIGHTED, begin_weighted, fold_weighted, finish_weighted, no_map, report, how)
OF_WEIGHTED(weighted_logsumexp, 2, report_weighted, 0)
OF_WEIGHTED(merge, 3, report_merged, MERGED)

/* ---- the backward form of logsumexp, of x and dy: dy*exp(x/t - log_sum)/t, where the logarithms come as sinks do ------- */

typedef struct {
    DD temperature;
    T log_sum[GROUP];
    int known;
} SLOPES;

WORD void begin_slopes(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    const double t = ((const softmax_settings *)settings)->temperature;
    *(SLOPES *)state = (SLOPES){.temperature = {PACK((R)t), PACK((R)(t - (double)(R)t))}};
}

/* what is before a strip, or of blocks the first that comes */
WORD void fold_slopes(strip *x, void *state, int along, int how)
{
    SLOPES *s = state;
    const R *log_sum = how & IN_BLOCKS ? x->in[0] : x->before->in[0];
    if (s->known)
        return;
    EACH_PACK(g) s->log_sum[g] = along ? PACK(log_sum[0]) : load(log_sum + g * LANES);
    s->known = 1;
}
WORD int finish_slopes(void *state, int along, int how) { return 0; }

WORD void visit_logsumexp_slopes(const ROWS *rows, int count, int how, void *state)
{
    const SLOPES *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T log_sum = s->log_sum[g];
            DD q = dd_div(dd(element(rows, 0, k, g)), s->temperature), d = two_sum(q.h, -log_sum);
            d.l = SELECT(LE(ABS(q.h), LARGEST), d.l + q.l, 0);
            T y = exp_times(element(rows, 1, k, g), (DD){SELECT(EQ(q.h, log_sum), 0, d.h), d.l});
            put_element(rows, k, g, SELECT(EQ(log_sum, -INFINITY), 0, y) / s->temperature.h);
        }
}
WORD void map_logsumexp_slopes(strip *x, void *state, int how)
{
    visit_each(x, visit_logsumexp_slopes, how, state);
}
WHOLE(logsumexp_backward, SLOPES, 2, begin_slopes, fold_slopes, finish_slopes, map_logsumexp_slopes, no_report, 0)
BLOCKS(logsumexp_backward, SLOPES, begin_slopes, fold_slopes, finish_slopes, map_logsumexp_slopes, no_report, IN_BLOCKS)

/* in where the mask is true, else another number */
static void hide(ptrdiff_t n, const void *in, const unsigned char *mask, const double *other, void *out)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        store((R *)out + i, SELECT(marked(mask + i), load((const R *)in + i), (R)*other));
}

/* ---- the table: the same with options follows each that has them --------------------------------------------------------- */

#define OF_PAIRS .turned = 32, .inputs = 2

static const reduction reductions[] = {
    REDUCTION("softmax", softmax, softmax, OF_LOGITS, .marks = 1),
    REDUCTION("softmax", tempered_softmax, softmax, OF_LOGITS, .marks = 1, .options = 1),
    REDUCTION("softmin", tempered_softmax, softmax, .turned = 64, .inputs = 1, .padding = {-NONE}, .marks = 1, .options = 1,
        .negated = 1),
    REDUCTION("log_softmax", log_softmax, log_softmax, OF_LOGITS, .marks = 1, .hidden = NONE),
    REDUCTION("log_softmax", tempered_log_softmax, log_softmax, OF_LOGITS, .marks = 1, .hidden = NONE, .options = 1),
    REDUCTION("logsumexp", logsumexp, logsumexp, OF_LOGITS, .results = 1),
    REDUCTION("logsumexp", tempered_logsumexp, logsumexp, OF_LOGITS, .results = 1, .options = 1),
    REDUCTION("weighted_logsumexp", weighted_logsumexp, weighted_logsumexp, .turned = 64, .inputs = 2, .padding = {NONE, 0},
        .results = 2, .options = 1),
    REDUCTION("partial", tempered_partial, partial, OF_LOGITS, .results = 3, .doubles = 6, .options = 1),
    REDUCTION("merge", merge, merge, .turned = 64, .inputs = 3, .padding = {NONE, 0, 0}, .results = 3, .doubles = 6, .options = 1),
    REDUCTION("logsumexp_backward", logsumexp_backward, logsumexp_backward, .turned = 64, .inputs = 2, .padding = {NONE, 0},
        .options = 1),
    REDUCTION("softmax_backward", softmax_backward, softmax_backward, OF_PAIRS),
    REDUCTION("softmax_backward", tempered_softmax_backward, softmax_backward, OF_PAIRS, .options = 1),
    REDUCTION("log_softmax_backward", log_softmax_backward, log_softmax_backward, OF_PAIRS, .padding = {0, NONE}),
    REDUCTION("log_softmax_backward", tempered_log_softmax_backward, log_softmax_backward, OF_PAIRS, .padding = {0, NONE},
        .options = 1),
    REDUCTION("sum", sum, sum, .turned = 64, .inputs = 1, .results = 1, .in_rows = sum_in_rows),
};
