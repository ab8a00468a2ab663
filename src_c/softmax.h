/* Along an axis: softmax and its kin, sums, their backward forms, and cross-entropy.

   Exponentials are measured from the exponent of the row's largest one, not from its maximum: with x = n ln 2 + r each is
   2^(n - N) exp(r), N the n of the maximum, and as n - N is exact nothing is rounded that a second word would have to carry.
   (What is rounded of x - maximum is where others lose 15 to 50 units.)  They are RAISED, 2^RAISED times as large, so that of
   two whose quotient is the smallest number both are normal; what is made of them divides by a sum that is raised too. */

enum { RAISED = REAL == 32 ? 60 : 200 };
#define UNIT K(REAL == 32 ? 0x1p60 : 0x1p200)

/* x further below the maximum has no share that a number could hold */
#define REACH K(REAL == 32 ? 127 : 790)

/* Rows with a maximum beyond it are FAR: there x - maximum is exact, where x has a share, and n would not be. */
#define NEAR K(REAL == 32 ? 1024 : 4096)

/* How elements are visited: measured from a maximum that may be FAR; exponentials KEPT where results will be; those at the
   maximum APART, counted and not summed; with a temperature other than 1; MARKED by bytes that tell which elements count. */
enum { FAR = 1, KEPT = 2, APART = 4, TEMPERED = 8, MARKED = 16 };

/* ---- temperature ------------------------------------------------------------------------------------------------------- */

/* x/t = (unit x)/tau, 1 <= tau < 2: unit is a power of 2, negative for softmin.  unit x = n tau ln 2 + r, of which multiples
   of `high` by n are exact; and (exp(r/tau) - 1)/r has the coefficients of EXPM1_QUOTIENT over powers of tau. */
typedef struct {
    T unit, inverse, high, low, reach, near;
    T2 tau;
    T quotient[EXPM1_QUOTIENT_DEGREE + 1];
} TEMPERATURE;

WORD TEMPERATURE no_temperature(void)
{
    TEMPERATURE t = {
        .unit = PACK(1), .inverse = PACK(INVERSE_LN2), .high = PACK(LN2_HIGH), .low = PACK(LN2_LOW), .reach = PACK(REACH),
        .near = PACK(NEAR), .tau = wide(PACK(1)),
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
    t->tau = (T2){PACK((R)tau), PACK((R)(tau - (double)(R)tau))};
    T2 step = mul2(t->tau, CONSTANT2(LN2)), reciprocal = over(wide(PACK(1)), t->tau);
    t->high = (T)((I)step.h & ~(I)((I){0} + (1 << (REAL == 32 ? 11 : 15)) - 1));
    t->low = (step.h - t->high) + step.l;
    t->inverse = 1 / step.h;
    t->reach *= t->tau.h;
    t->near *= t->tau.h;
    T power = reciprocal.h + reciprocal.l;
    for (int k = 0; k <= EXPM1_QUOTIENT_DEGREE; k++, power *= reciprocal.h)
        t->quotient[k] *= power;
}

/* ---- the state of a strip ---------------------------------------------------------------------------------------------- */

typedef struct {
    TEMPERATURE temperature;                                       /* of TEMPERED ones */
    T maximum[GROUP], shift[GROUP], lowest[GROUP], rounder[GROUP]; /* shift: the maximum of FAR columns; others have none */
    SUM sum;                                                       /* of raised exponentials, all or those below the maximum */
    I ties[GROUP];                                                 /* how many are at the maximum, where these stand APART */
    T count[GROUP];                                                /* the same at the end */
    T share[GROUP], share_rest[GROUP];                             /* one by the sum of all */
    T log_sum[GROUP];                                              /* of exp((x - maximum)/t) */
    int far, unmeasured, settled, strict; /* of blocks: a maximum was FAR; the maximum is that of the whole axis */
} SOFTMAX;

WORD TEMPERATURE temperature_at(const SOFTMAX *s, int how) { return how & TEMPERED ? s->temperature : no_temperature(); }

WORD void begin_softmax(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    const softmax_settings *given = settings;
    SOFTMAX *s = state;
    if (how & TEMPERED && number == 0) /* the others are of the same batch */
        set_temperature(&s->temperature, given->temperature);
    s->settled = s->unmeasured = 0;
    s->strict = given->strict;
    EACH_PACK(g) {
        s->maximum[g] = PACK(-INFINITY);
        s->sum.h[g] = s->sum.l[g] = (T){0};
        s->ties[g] = (I){0};
        s->share[g] = s->share_rest[g] = s->log_sum[g] = (T){0};
    }
}

/* x, or -x for softmin */
WORD T signed_(T x, const SOFTMAX *s, int how) { return how & TEMPERED ? flip(x, s->temperature.unit) : x; }

/* What does not count is put out as -infinity, and read there from then on. */
WORD void visit_maximum(const ROWS *rows, int count, int how, void *state)
{
    SOFTMAX *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g);
            if (how & MARKED) {
                x = SELECT(mark(rows, k, g), x, signed_(PACK(-INFINITY), s, how));
                put_element(rows, k, g, x);
            }
            s->maximum[g] = max_(signed_(x, s, how), s->maximum[g]);
        }
}

/* From where exponentials are measured. */
WORD void measure(SOFTMAX *s, int how)
{
    const TEMPERATURE t = temperature_at(s, how);
    M any = LT(PACK(0), 0);
    EACH_PACK(g) {
        T m = s->maximum[g], scaled = m * ABS(t.unit);
        M far = ~LT(ABS(scaled), t.near);
        T from = SELECT(far, 0, scaled);
        s->shift[g] = SELECT(far, m, 0);
        s->lowest[g] = from - t.reach;
        s->rounder[g] = (ROUNDER + (RAISED + EXPONENT_BIAS)) - (MAD(from, t.inverse, ROUNDER) - ROUNDER);
        any |= far;
    }
    s->far = any_(any);
}

/* exp(x/t), raised and measured from the maximum.  1.2 units of 2^-24, or of 2^-53: one is the last rounding, the others are
   those of r and of the polynomial, times r.  The power of 2 is multiplied in before the last addition; added to the bits of
   the exponent it could turn a NaN into a number. */
WORD T exponential(T x, const SOFTMAX *s, int g, int how)
{
    const TEMPERATURE t = temperature_at(s, how);
    const T rounder = s->rounder[g];
    if (how & FAR)
        x = SELECT(EQ(signed_(x, s, how), s->shift[g]), 0, signed_(x, s, how) - s->shift[g]) * ABS(t.unit);
    else if (how & TEMPERED)
        x = x * t.unit;
    x = MAX(s->lowest[g], x);
    T n = MAD(x, t.inverse, rounder), power = (T)((I)n << MANTISSA_BITS);
    T r = NMAD(n - rounder, t.low, NMAD(n - rounder, t.high, x)), quotient = t.quotient[EXPM1_QUOTIENT_DEGREE];
    for (int k = EXPM1_QUOTIENT_DEGREE - 1; k >= 0; k--)
        quotient = MAD(r, quotient, t.quotient[k]);
    return MAD(power * r, quotient, power);
}

/* that of the maximum itself, in two words */
WORD T2 exponential_of_maximum(const SOFTMAX *s, int g, int how)
{
    const TEMPERATURE t = temperature_at(s, how);
    T m = (s->maximum[g] - s->shift[g]) * ABS(t.unit);
    m = SELECT(EQ(s->shift[g], 0), m, 0);
    T n = MAD(m, t.inverse, ROUNDER) - ROUNDER, exact = NMAD(n, t.high, m), r = NMAD(n, t.low, exact);
    T2 reduced = {r, NMAD(n, t.low, exact - r)};
    if (how & TEMPERED)
        reduced = over(reduced, t.tau);
    return shifted(both(exp_between(reduced.h, reduced.l)), PACK(UNIT));
}

WORD void visit_exponentials(const ROWS *rows, int count, int how, void *state)
{
    SOFTMAX *s = state;
    EACH_PACK(g) {
        T e[TOGETHER];
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g);
            e[k] = exponential(x, s, g, how);
            if (how & KEPT)
                put_element(rows, k, g, e[k]);
            if (how & APART) {
                M tie = EQ(signed_(x, s, how), s->maximum[g]);
                s->ties[g] = tally(s->ties[g], tie);
                e[k] = unless(tie, e[k]);
            }
        }
        add_up(&s->sum, g, e, count);
    }
}

/* Of any temperature, and rows that may be FAR: */
WORD void visit_any(const strip *x, SOFTMAX *s, int how)
{
    if (s->far)
        visit_all(x, visit_exponentials, how | TEMPERED | FAR, s);
    else
        visit_all(x, visit_exponentials, how | TEMPERED, s);
}
static __attribute__((noinline)) void any_kept(const strip *x, SOFTMAX *s) { visit_any(x, s, KEPT); }
static __attribute__((noinline)) void any_apart(const strip *x, SOFTMAX *s) { visit_any(x, s, APART); }

WORD void exponentials(const strip *x, SOFTMAX *s, int how)
{
    if (!(how & TEMPERED) && !s->far) {
        visit_all(x, visit_exponentials, how, s);
        return;
    }
    SOFTMAX given = *s; /* which stands in memory; s need not */
    if (!(how & TEMPERED))
        given.temperature = no_temperature();
    if (how & APART)
        any_apart(x, &given);
    else
        any_kept(x, &given);
    *s = given;
}

/* ---- at the end of the axis -------------------------------------------------------------------------------------------- */

WORD T2 sum_at(const SUM *sum, int g) { return fast_two_sum(sum->h[g], sum->l[g]); }
WORD T count_of(I ties)
{
    return REAL == 32 ? __builtin_convertvector(ties, T) : (T)(ties + (I)(ROUNDER + (T){0})) - ROUNDER;
}

/* one by the sum in two words, for NaN where every element is -infinity */
WORD void make_shares(SOFTMAX *s, int g, T2 sum)
{
    T m = s->maximum[g], r = SELECT(LT(m, -LARGEST), m - m, 1 / sum.h);
    s->share[g] = r;
    s->share_rest[g] = r * (FNMA(r, sum.h, 1) - r * sum.l);
}

/* sum of exp((x - maximum)/t) - 1, of sums APART */
WORD T2 sum_but_one(const SOFTMAX *s, int g, int how)
{
    T2 others = over(sum_at(&s->sum, g), exponential_of_maximum(s, g, how));
    T2 all = two_sum(s->count[g] - 1, others.h);
    return (T2){all.h, all.l + others.l};
}

/* d/t, d unit a difference; infinite where d is */
WORD T tempered(T d, const TEMPERATURE *t)
{
    T2 reciprocal = over(wide(PACK(1)), t->tau);
    T q = d * reciprocal.h;
    return SELECT(GT(ABS(q), LARGEST), q, FMA(d, reciprocal.h, d * reciprocal.l));
}

/* the maximum over the temperature, and the logarithm of the sum beside it */
WORD T log_total(const SOFTMAX *s, int g, int how)
{
    T m = s->maximum[g], log_sum = s->log_sum[g];
    if (how & TEMPERED) {
        T2 q = over(wide(m * s->temperature.unit), s->temperature.tau), sum = two_sum(q.h, log_sum);
        return SELECT(GT(ABS(q.h), LARGEST), q.h + log_sum * 0, sum.h + (sum.l + q.l));
    }
    return m + SELECT(GT(ABS(m), LARGEST), log_sum * 0, log_sum);
}

/* What becomes of the sums, a pack at a time: */

WORD void make_shares_of_sum(SOFTMAX *s, int g, int how) { make_shares(s, g, sum_at(&s->sum, g)); }
WORD void make_log_sum(SOFTMAX *s, int g, int how) { s->log_sum[g] = total(log1p_(sum_but_one(s, g, how))); }
WORD void make_log_divisor(SOFTMAX *s, int g, int how)
{
    T m = s->maximum[g];
    make_log_sum(s, g, how);
    s->log_sum[g] += SELECT(LT(m, -LARGEST), m - m, 0);
}
WORD void make_sum(SOFTMAX *s, int g, int how)
{
    M nothing = LT(s->maximum[g], -LARGEST);
    T2 but_one = sum_but_one(s, g, how), sum = two_sum(PACK(1), but_one.h);
    s->sum.h[g] = SELECT(nothing, sum.h * 0, sum.h); /* NaN stays */
    s->sum.l[g] = SELECT(nothing, 0, sum.l + but_one.l);
}

/* of an axis along memory for one pack, as all of its columns are then the same */
typedef void maker(SOFTMAX *s, int g, int how);
WORD void make(SOFTMAX *s, maker *make_pack, int along, int how)
{
    EACH_PACK(g) s->count[g] = count_of(s->ties[g]);
    if (along) {
        join_sums(&s->sum);
        join_counts(s->count);
    }
    EACH_PACK(g)
        if (g == 0 || !along)
            make_pack(s, g, how);
    for (int g = 1; along && g < GROUP; g++) {
        s->share[g] = s->share[0];
        s->share_rest[g] = s->share_rest[0];
        s->log_sum[g] = s->log_sum[0];
    }
}

/* ---- results of elements, and of columns ------------------------------------------------------------------------------- */

WORD void visit_shares(const ROWS *rows, int count, int how, void *state)
{
    const SOFTMAX *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g), e = how & KEPT ? x : exponential(x, s, g, how);
            put_element(rows, k, g, FMA(e, s->share[g], e * s->share_rest[g]));
        }
}

WORD void visit_log_shares(const ROWS *rows, int count, int how, void *state)
{
    const SOFTMAX *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g), m = s->maximum[g];
            T d = how & TEMPERED ? 2 * tempered((x * K(0.5) - m * K(0.5)) * s->temperature.unit, &s->temperature) : x - m;
            put_element(rows, k, g, (how & FAR ? SELECT(EQ(x, m), 0, d) : d) - s->log_sum[g]);
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

WORD void hide_broken(const strip *x, const SOFTMAX *s, R hidden)
{
    HIDDEN h = {PACK(hidden)};
    M whole = LE(0, 0);
    EACH_PACK(g) whole &= LE(ABS(s->share[g]), LARGEST) & LE(ABS(s->log_sum[g]), LARGEST);
    const strip results = of_results(*x);
    if (x->marks && any_(~whole))
        visit_all(&results, visit_hidden, 0, &h);
}

/* those of blocks are made again, whatever the temperature */
WORD void map_shares(const strip *x, void *state, int how)
{
    visit_all(x, visit_shares, how & KEPT ? KEPT : FAR | TEMPERED, state);
    hide_broken(x, state, 0);
}
WORD void map_log_shares(const strip *x, void *state, int how)
{
    const SOFTMAX *s = state;
    if (s->far || how & TEMPERED)
        visit_all(x, visit_log_shares, how | FAR, state);
    else
        visit_all(x, visit_log_shares, how, state);
    hide_broken(x, s, -INFINITY);
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
    put_column(results[0], number, s->maximum, along);
    put_column(results[1], number, s->sum.h, along);
    put_column(results[2], number, s->sum.l, along);
}

/* ---- a whole axis at once ----------------------------------------------------------------------------------------------- */

WORD void refuse_infinity(SOFTMAX *s)
{
    EACH_PACK(g) s->maximum[g] = SELECT(GT(s->maximum[g], LARGEST), NAN, s->maximum[g]);
}

WORD void fold_softmax(strip *x, void *state, int along, int how)
{
    SOFTMAX *s = state;
    if (x->marks) {
        visit_all(x, visit_maximum, how | MARKED, s);
        *x = of_results(*x);
    } else
        visit_all(x, visit_maximum, how, s);
    if (along)
        join_maxima(s->maximum);
    if (s->strict)
        refuse_infinity(s);
    measure(s, how);
    exponentials(x, s, how);
    if (how & KEPT)
        *x = of_results(*x);
}

/* ---- axes that come in blocks, with any temperature: exponentials are summed as if the maximum so far were the last one -- */

WORD T power_of_2(T n) { return (T)((I)(n + (ROUNDER + EXPONENT_BIAS)) << MANTISSA_BITS); }

/* What has been summed, measured from a maximum that is higher than it was. */
WORD void raise(SOFTMAX *s, const T *before, int how)
{
    SOFTMAX old = *s;
    EACH_PACK(g) old.maximum[g] = before[g];
    measure(&old, how);
    measure(s, how);
    EACH_PACK(g) {
        M higher = GT(s->maximum[g], before[g]) & GT(before[g], -INFINITY);
        T lowered = SELECT(higher, MAX(REAL == 32 ? -250 : -2000, s->rounder[g] - old.rounder[g]), 0);
        T half = (lowered * K(0.5) + ROUNDER) - ROUNDER, power = power_of_2(half), other = power_of_2(lowered - half);
        T2 sum = {s->sum.h[g], s->sum.l[g]};
        if (how & APART) {
            T2 ties = mul2(exponential_of_maximum(&old, g, how), wide(count_of(s->ties[g])));
            sum = select2(higher, add2(sum, ties), sum);
            s->ties[g] = (I)unless(higher, (T)s->ties[g]);
        }
        s->sum.h[g] = sum.h * power * other;
        s->sum.l[g] = sum.l * power * other;
    }
}

WORD void fold_block_of_softmax(strip *x, void *state, int along, int how)
{
    SOFTMAX s = *(SOFTMAX *)state;
    if (!s.settled) {
        T before[GROUP];
        EACH_PACK(g) before[g] = s.maximum[g];
        visit_all(x, visit_maximum, how, &s);
        if (along)
            join_maxima(s.maximum);
        if (!s.unmeasured) {
            raise(&s, before, how);
            s.unmeasured = s.far;
        }
    }
    if (s.settled || !s.unmeasured)
        exponentials(x, &s, how);
    *(SOFTMAX *)state = s;
}

/* Blocks come once more where a maximum of one of them was FAR. */
WORD int again(SOFTMAX *s, int how)
{
    if (!s->unmeasured || s->settled)
        return 0;
    if (s->strict)
        refuse_infinity(s);
    measure(s, how);
    EACH_PACK(g) {
        s->sum.h[g] = s->sum.l[g] = (T){0};
        s->ties[g] = (I){0};
    }
    return s->settled = 1;
}

WORD int finish_shares(void *state, int along, int how)
{
    if (again(state, how))
        return 1;
    make(state, make_shares_of_sum, along, how);
    return 0;
}
WORD int finish_log_shares(void *state, int along, int how)
{
    if (again(state, how))
        return 1;
    make(state, make_log_divisor, along, how);
    return 0;
}
WORD int finish_log_total(void *state, int along, int how)
{
    if (again(state, how))
        return 1;
    make(state, make_log_sum, along, how);
    return 0;
}
WORD int finish_partial(void *state, int along, int how)
{
    if (again(state, how))
        return 1;
    make(state, make_sum, along, how);
    return 0;
}

#define OF_SOFTMAX(name, finish, map, report, how) \
    WHOLE(name, SOFTMAX, begin_softmax, fold_softmax, finish, map, report, how) \
    WHOLE(tempered_##name, SOFTMAX, begin_softmax, fold_softmax, finish, map, report, (how) | TEMPERED) \
    BLOCKS(name, SOFTMAX, begin_softmax, fold_block_of_softmax, finish, map, report, ((how) | TEMPERED) & ~KEPT)
OF_SOFTMAX(softmax, finish_shares, map_shares, no_report, KEPT)
OF_SOFTMAX(log_softmax, finish_log_shares, map_log_shares, no_report, APART)
OF_SOFTMAX(logsumexp, finish_log_total, no_map, report_log_total, APART)
OF_SOFTMAX(partial, finish_partial, no_map, report_partial, APART)

/* ---- sums, and the backward forms ---------------------------------------------------------------------------------------- */

typedef struct {
    SUM sum;
    T2 temperature;
} SUMS;

WORD void begin_sums(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    const double t = ((const softmax_settings *)settings)->temperature;
    *(SUMS *)state = (SUMS){.temperature = {PACK((R)t), PACK((R)(t - (double)(R)t))}};
}

/* elements each by itself, for a sum that may cancel; gradients and products of them in trees */
WORD void visit_sum(const ROWS *rows, int count, int how, void *state)
{
    SUMS *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g);
            add_up(&s->sum, g, &x, 1);
        }
}
WORD void visit_gradients(const ROWS *rows, int count, int how, void *state)
{
    SUMS *s = state;
    EACH_PACK(g) {
        T parts[TOGETHER];
        EACH_ROW(k, count) parts[k] = element(rows, 0, k, g);
        add_up(&s->sum, g, parts, count);
    }
}
WORD void visit_products(const ROWS *rows, int count, int how, void *state)
{
    SUMS *s = state;
    EACH_PACK(g) {
        T parts[TOGETHER];
        EACH_ROW(k, count) parts[k] = element(rows, 0, k, g) * element(rows, 1, k, g);
        add_up(&s->sum, g, parts, count);
    }
}
WORD void fold_sum(strip *x, void *state, int along, int how) { visit_all(x, visit_sum, how, state); }
WORD void fold_gradients(strip *x, void *state, int along, int how) { visit_all(x, visit_gradients, how, state); }
WORD void fold_products(strip *x, void *state, int along, int how) { visit_all(x, visit_products, how, state); }

WORD int finish_sums(void *state, int along, int how)
{
    SUMS *s = state;
    if (along) {
        join_sums(&s->sum);
        for (int g = 1; g < GROUP; g++) {
            s->sum.h[g] = s->sum.h[0];
            s->sum.l[g] = s->sum.l[0];
        }
    }
    return 0;
}
WORD void report_total(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const SUMS *s = state;
    T found[GROUP];
    EACH_PACK(g) found[g] = total((T2){s->sum.h[g], s->sum.l[g]});
    put_column(results[0], number, found, along);
}

WORD T by_temperature(T v, const SUMS *s, int how) { return how & TEMPERED ? v / s->temperature.h : v; }

/* y*(dy - sum) of dy and y */
WORD void visit_softmax_slopes(const ROWS *rows, int count, int how, void *state)
{
    const SUMS *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T dy = element(rows, 0, k, g), y = element(rows, 1, k, g);
            put_element(rows, k, g, by_temperature(y * ((dy - s->sum.h[g]) - s->sum.l[g]), s, how));
        }
}
/* dy - exp(y)*sum */
WORD void visit_log_softmax_slopes(const ROWS *rows, int count, int how, void *state)
{
    const SUMS *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T dy = element(rows, 0, k, g), y = EXP(element(rows, 1, k, g));
            put_element(rows, k, g, by_temperature(FNMA(y, s->sum.l[g], FNMA(y, s->sum.h[g], dy)), s, how));
        }
}
WORD void map_softmax_slopes(const strip *x, void *state, int how) { visit_all(x, visit_softmax_slopes, how, state); }
WORD void map_log_softmax_slopes(const strip *x, void *state, int how) { visit_all(x, visit_log_softmax_slopes, how, state); }

#define OF_SUMS(name, fold, map, report) \
    WHOLE(name, SUMS, begin_sums, fold, finish_sums, map, report, 0) \
    WHOLE(tempered_##name, SUMS, begin_sums, fold, finish_sums, map, report, TEMPERED) \
    BLOCKS(name, SUMS, begin_sums, fold, finish_sums, map, report, TEMPERED)
OF_SUMS(sum, fold_sum, no_map, report_total)
OF_SUMS(softmax_backward, fold_products, map_softmax_slopes, no_report)
OF_SUMS(log_softmax_backward, fold_gradients, map_log_softmax_slopes, no_report)

/* ---- sums of exponentials with factors ------------------------------------------------------------------------------------ */

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

enum { MERGED = 1 }; /* factors are sums, from 1 on: terms in two words */

WORD T key_of(T x, T b, int how)
{
    if (how & MERGED)
        return SELECT(EQ(b, 0), -INFINITY, x);
    T size = SELECT(GT(ABS(b), LARGEST), 0, log_any(wide(ABS(b))).h);
    return SELECT(EQ(b, 0), -INFINITY, x + size);
}

WORD void visit_keys(const ROWS *rows, int count, int how, void *state)
{
    WEIGHTED *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) s->maximum[g] = max_(key_of(element(rows, 0, k, g), element(rows, 1, k, g), how), s->maximum[g]);
}

/* b*exp(x - maximum), 0 where b is, whatever x is then, and b where both are infinite */
WORD void visit_terms(const ROWS *rows, int count, int how, void *state)
{
    WEIGHTED *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) {
            T x = element(rows, 0, k, g), b = element(rows, 1, k, g), m = s->maximum[g];
            T2 d = two_sum(x, -m), term;
            d = select2(EQ(x, m), wide((T){0}), d);
            if (how & MERGED) {
                T2 e = both(exp2_scaled(d)), p = two_prod(e.h, b);
                term = (T2){p.h, MAD(e.l, b, p.l)};
            } else
                term = wide(exp_times(b, d));
            term = select2(EQ(b, 0), wide((T){0}), term);
            add_up(&s->sum, g, &term.h, 1);
            s->sum.l[g] += term.l;
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
        T2 sum = select2(LE(ABS(h), LARGEST), sum_at(&s->sum, g), wide(h));
        sum.h = SELECT(LT(m, -LARGEST), sum.h * 0, sum.h);
        sum.h = SELECT(GT(m, LARGEST), sum.h / SELECT(EQ(sum.h, 0), 0, 1), sum.h);
        T log_sum = total(log_any(select2(LT(sum.h, 0), minus(sum), sum)));
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
        T2 sum = sum_at(&s->sum, g);
        h[g] = sum.h;
        l[g] = sum.l;
    }
    put_column(results[0], number, s->maximum, along);
    put_column(results[1], number, h, along);
    put_column(results[2], number, l, along);
}
#define OF_WEIGHTED(name, report, how) \
    WHOLE(name, WEIGHTED, begin_weighted, fold_weighted, finish_weighted, no_map, report, how) \
    BLOCKS(name, WEIGHTED, begin_weighted, fold_weighted, finish_weighted, no_map, report, how)
OF_WEIGHTED(weighted_logsumexp, report_weighted, 0)
OF_WEIGHTED(merge, report_merged, MERGED)

/* ---- elements alone -------------------------------------------------------------------------------------------------------- */

/* dy*exp(x/t - log_sum)/t of dy, x, log_sum and t, that in two words: the backward form of logsumexp */
static void logsumexp_slope(ptrdiff_t n, const void *const *in, void *const *out, int streamed)
{
    for (ptrdiff_t i = 0; i < n; i += LANES) {
        T dy = load((const R *)in[0] + i), x = load((const R *)in[1] + i), log_sum = load((const R *)in[2] + i);
        T2 t = {load((const R *)in[3] + i), load((const R *)in[4] + i)}, q = over(wide(x), t), d = two_sum(q.h, -log_sum);
        d.l = SELECT(LE(ABS(q.h), LARGEST), d.l + q.l, 0);
        T e = single(exp2_scaled((T2){SELECT(EQ(q.h, log_sum), 0, d.h), d.l}));
        store((R *)out[0] + i, dy * SELECT(EQ(log_sum, -INFINITY), 0, e) / t.h);
    }
}

/* in where the mask is true, else another number */
static void hide(ptrdiff_t n, const void *in, const unsigned char *mask, const double *other, void *out)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        store((R *)out + i, SELECT(marked(mask + i), load((const R *)in + i), (R)*other));
}

/* ---- the table: the same with options follows each that has them --------------------------------------------------------- */

#define NONE -INFINITY /* as an element: it adds nothing */

static const reduction reductions[] = {
    {.name = "softmax", .inputs = 1, .padding = {NONE}, .marks = 1, .whole = softmax_whole, OF_BLOCKS(softmax)},
    {.name = "softmax", .options = 1, .inputs = 1, .padding = {NONE}, .marks = 1, .whole = tempered_softmax_whole,
     OF_BLOCKS(softmax)},
    {.name = "softmin", .options = 1, .negated = 1, .inputs = 1, .padding = {INFINITY}, .marks = 1,
     .whole = tempered_softmax_whole, OF_BLOCKS(softmax)},
    {.name = "log_softmax", .inputs = 1, .padding = {NONE}, .hidden = NONE, .marks = 1, .whole = log_softmax_whole,
     OF_BLOCKS(log_softmax)},
    {.name = "log_softmax", .options = 1, .inputs = 1, .padding = {NONE}, .hidden = NONE, .marks = 1,
     .whole = tempered_log_softmax_whole, OF_BLOCKS(log_softmax)},
    {.name = "logsumexp", .inputs = 1, .padding = {NONE}, .results = 1, .whole = logsumexp_whole, OF_BLOCKS(logsumexp)},
    {.name = "logsumexp", .options = 1, .inputs = 1, .padding = {NONE}, .results = 1, .whole = tempered_logsumexp_whole,
     OF_BLOCKS(logsumexp)},
    {.name = "weighted_logsumexp", .options = 1, .inputs = 2, .padding = {NONE, 0}, .results = 2,
     .whole = weighted_logsumexp_whole, OF_BLOCKS(weighted_logsumexp)},
    {.name = "partial", .options = 1, .inputs = 1, .padding = {NONE}, .results = 3, .whole = tempered_partial_whole,
     OF_BLOCKS(partial)},
    {.name = "merge", .options = 1, .inputs = 2, .padding = {NONE, 0}, .results = 3, .whole = merge_whole, OF_BLOCKS(merge)},
    {.name = "softmax_backward", .inputs = 2, .whole = softmax_backward_whole, OF_BLOCKS(softmax_backward)},
    {.name = "softmax_backward", .options = 1, .inputs = 2, .whole = tempered_softmax_backward_whole,
     OF_BLOCKS(softmax_backward)},
    {.name = "log_softmax_backward", .inputs = 2, .padding = {0, NONE}, .whole = log_softmax_backward_whole,
     OF_BLOCKS(log_softmax_backward)},
    {.name = "log_softmax_backward", .options = 1, .inputs = 2, .padding = {0, NONE},
     .whole = tempered_log_softmax_backward_whole, OF_BLOCKS(log_softmax_backward)},
    {.name = "sum", .inputs = 1, .results = 1, .whole = sum_whole, OF_BLOCKS(sum)},
};
