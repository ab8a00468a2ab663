/* Projections onto the simplex along an axis: sparsemax, entmax15, entmax of any alpha, and the backward forms.

   p = (u - d)^(1/a) where d < u, else 0, of the distances d = a (top - x) from the maximum, a = alpha - 1; u is such that the
   sum of p is 1.  No sort: the sum rises with u and is 1 or more at u = 1, so a search from there finds the root, and what lies
   beyond one upper bound of u has no share at any later one.  Distances, u and sums are in two words, so that what is small
   beside the maximum keeps its accuracy.

   Rows are added one by one, so that those without a candidate, which would add exactly 0, may be left out.  A column that has
   arrived stands still while its neighbours move, so no bit depends on them. */

enum { SPARSEMAX, ENTMAX15, ENTMAX };

#define EPSILON (1 / (R)(1LL << MANTISSA_BITS))
#define ROUGHLY (1 / (R)(1LL << MANTISSA_BITS / 2))

/* A bound of the maximum's share in entmax; what the sum of p has above 1 there; and u, the share's power a. */
typedef struct {
    T share, excess;
    DD threshold;
} BOUND;

/* A pack of columns. */
typedef struct {
    T top, most, lowest; /* of u, and of x: u comes no higher, and below `lowest` nothing has a share */
    DD threshold, a;
    T share, stride, part; /* of entmax; part: how far from the lower bound to the upper one the sum is 1 */
    BOUND lower, upper;
    M moving;
} SEARCH;

/* The sums of p, and of its derivative by u; for entmax by the logarithm of the maximum's share. */
typedef struct {
    SUM sum;
    T slope[GROUP];
    const SEARCH *at; /* of each pack; of an axis along memory the first one is that of all: `apart` is 0 */
    int apart;
} PORTIONS;

/* Row i is one of the maxima i mod TOGETHER. */
typedef struct {
    T of[TOGETHER][GROUP];
    ptrdiff_t rows;
} MAXIMA;

typedef uint32_t LISTED; /* the number of a row */

enum { MOST_LISTED = SCRATCH / sizeof(LISTED), LOOKS = 3, MANY_ROWS = 16 };

typedef struct {
    MAXIMA maxima;
    SEARCH at[GROUP];
    PORTIONS portions;
    ptrdiff_t listed; /* how many rows may have candidates: their numbers are in the strip's scratch; -1: all */
    int looks;        /* for them that are still worth their time */
    enum { MAXIMUM, NEARLY, EXACTLY } stage;
} PROJECTION;

/* alpha - 1 */
WORD DD exponent_of(const void *settings)
{
    const double alpha = ((const projection_settings *)settings)->alpha, a = alpha - 1 < LARGEST ? alpha - 1 : LARGEST;
    return (DD){PACK((R)a), PACK((R)(a - (double)(R)a))};
}

WORD void begin_projection(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    PROJECTION *s = state;
    s->maxima.rows = 0;
    s->stage = MAXIMUM;
    s->listed = -1;
    s->looks = LOOKS;
    EACH_PACK(g) {
        EACH_ROW(k, TOGETHER) s->maxima.of[k][g] = PACK(-INFINITY);
        s->at[g].a = (how & ~ALONG) == ENTMAX ? exponent_of(settings) : dd(PACK(1));
    }
}

/* ---- distances and portions -------------------------------------------------------------------------------------------- */

/* 0 at the maximum, an infinite one too */
WORD DD distance(T x, T top) { return dd_select(EQ(x, top), dd((T){0}), two_sum(top, -x)); }

/* a b; the second word is no rounding of the first, and nothing where the first is infinite */
WORD DD product(DD a, DD b)
{
    DD p = two_prod(a.h, b.h);
    return (DD){p.h, p.l + (a.h * b.l + a.l * b.h)};
}

WORD DD power_of(DD x, DD exponent) { return scaled_to_dd(exp_scaled_dd(product(log_any(x), exponent))); }

/* u - d, `out` where that is not positive; NaN is not out */
typedef struct {
    DD t;
    M out;
} DIFFERENCE;

WORD DIFFERENCE difference(DD u, DD d)
{
    DD t = fast_two_sum(u.h, -d.h);
    t.l += u.l - d.l;
    return (DIFFERENCE){dd_renorm(t), LT(t.h, 0) | LE(t.h + t.l, 0)};
}

typedef struct {
    DD p;
    T slope;
} PORTION;

/* at the maximum p is its share itself, also where u underflows */
WORD PORTION entmax_portion(T x, const SEARCH *c, T share, DD u)
{
    DD d = product(c->a, distance(x, c->top));
    if (!any_(~LT(u.h, d.h)))
        return (PORTION){dd((T){0}), (T){0}};
    M tie = EQ(x, c->top);
    DIFFERENCE e = difference(u, d);
    T p = fp(power_of(e.t, dd_div(dd(PACK(1)), c->a))), slope = p * (u.h / e.t.h);
    return (PORTION){dd(SELECT(tie, share, SELECT(e.out, 0, p))), SELECT(tie, share, SELECT(e.out, 0, slope))};
}

WORD PORTION portion(T x, const SEARCH *c, int how)
{
    DD d = distance(x, c->top), none = dd((T){0});
    if (how == ENTMAX)
        return entmax_portion(x, c, c->share, c->threshold);
    DIFFERENCE e = difference(c->threshold, how == ENTMAX15 ? dd_half(d) : d);
    if (how == ENTMAX15)
        return (PORTION){dd_select(e.out, none, dd_mul(e.t, e.t)), SELECT(e.out, 0, 2 * e.t.h)};
    return (PORTION){dd_select(e.out, none, e.t), SELECT(e.out, 0, 1)};
}

WORD T result(T x, const SEARCH *c, int how)
{
    if (how != ENTMAX)
        return fp(portion(x, c, how).p);
    T lower = entmax_portion(x, c, c->lower.share, c->lower.threshold).p.h;
    T upper = entmax_portion(x, c, c->upper.share, c->upper.threshold).p.h;
    return FMA(c->part, upper - lower, lower);
}

/* ---- visits ------------------------------------------------------------------------------------------------------------ */

WORD void visit_tops(const ROWS *rows, int count, int how, void *state)
{
    MAXIMA *s = state;
    EACH_PACK(g)
        EACH_ROW(k, count) s->of[k][g] = max_(element(rows, 0, k, g), s->of[k][g]);
    s->rows += count;
}

WORD void visit_portions(const ROWS *row, int count, int how, void *state)
{
    PORTIONS *s = state;
    EACH_PACK(g) {
        PORTION part = portion(element(row, 0, 0, g), &s->at[g * s->apart], how);
        add_one(&s->sum, g, part.p.h);
        s->sum.l[g] += part.p.l;
        s->slope[g] += part.slope;
    }
}

/* the same in one word, to come near the root; the slope of entmax15 by half */
WORD void visit_roughly(const ROWS *row, int count, int how, void *state)
{
    PORTIONS *s = state;
    EACH_PACK(g) {
        const SEARCH *c = &s->at[g * s->apart];
        T x = element(row, 0, 0, g), d = SELECT(EQ(x, c->top), 0, c->top - x);
        T t = MAX(0, c->threshold.h - (how == ENTMAX15 ? d / 2 : d));
        s->sum.h[g] += how == ENTMAX15 ? t * t : t;
        s->slope[g] += how == ENTMAX15 ? t : SELECT(LE(t, 0), 0, 1);
    }
}

WORD void visit_listed(const strip *x, ptrdiff_t listed, visitor *visit, int how, void *state)
{
    const LISTED *numbers = x->scratch;
    if (listed < 0)
        visit_each(x, visit, how, state);
    for (ptrdiff_t i = 0; i < listed; i++) {
        const ROWS row = row_of(x, numbers[i]);
        visit(&row, 1, how, state);
    }
}

/* Of the rows that are listed, or of all, lists those with a candidate, or a NaN, where there is room. */
static __attribute__((noinline)) void list_candidates(const strip *given, PROJECTION *s)
{
    const strip x = *given;
    const ptrdiff_t listed = s->listed, count = listed < 0 ? rows_in(&x) : listed;
    LISTED *numbers = x.scratch;
    ptrdiff_t i = 0, found = 0;
    T lowest[GROUP];
    if (rows_in(&x) > UINT32_MAX)
        return;
    EACH_PACK(g) lowest[g] = s->at[g * s->portions.apart].lowest;
    for (; i < count && found < MOST_LISTED; i++) {
        const ptrdiff_t number = listed < 0 ? i : numbers[i];
        const ROWS row = row_of(&x, number);
        M candidate = LT(PACK(0), 0);
        EACH_PACK(g) candidate |= ~LT(element(&row, 0, 0, g), lowest[g]);
        numbers[found] = (LISTED)number;
        found += any_(candidate);
    }
    if (i == count)
        s->listed = found;
}

/* What a strip adds to the sums. */
typedef void adder(const strip *x, PROJECTION *s, int nearly);
WORD void copy_sums(PORTIONS *to, const PORTIONS *from)
{
    EACH_PACK(g) {
        to->sum.h[g] = from->sum.h[g];
        to->sum.l[g] = from->sum.l[g];
        to->slope[g] = from->slope[g];
    }
}
WORD void add_portions(const strip *x, PROJECTION *s, int nearly, int how)
{
    PORTIONS sums = {.at = s->at, .apart = s->portions.apart};
    copy_sums(&sums, &s->portions);
    if (nearly && how != ENTMAX)
        visit_listed(x, s->listed, visit_roughly, how, &sums);
    else
        visit_listed(x, s->listed, visit_portions, how, &sums);
    copy_sums(&s->portions, &sums);
}

WORD void visit_results(const ROWS *row, int count, int how, void *state)
{
    const PORTIONS *s = state;
    EACH_PACK(g) put_element(row, 0, g, result(element(row, 0, 0, g), &s->at[g * s->apart], how));
}

/* Beside the rows that are listed all results are those of -infinity: 0, or NaN. */
WORD void map_projection(const strip *given, PROJECTION *s, int how)
{
    const strip x = *given;
    PORTIONS columns = {.at = s->at, .apart = s->portions.apart};
    const LISTED *numbers = x.scratch;
    ptrdiff_t next = 0;
    if (s->listed < 0) {
        visit_each(&x, visit_results, how, &columns);
        return;
    }
    T none[GROUP];
    EACH_PACK(g) none[g] = result(PACK(-INFINITY), &s->at[g * columns.apart], how);
    for (ptrdiff_t number = 0; number < rows_in(&x); number++) {
        const ROWS row = row_of(&x, number);
        if (next < s->listed && numbers[next] == number) {
            visit_results(&row, 1, how, &columns);
            next++;
        } else
            EACH_PACK(g) put_element(&row, 0, g, none[g]);
    }
}

/* ---- the search -------------------------------------------------------------------------------------------------------- */

/* What the sum of p has above 1. */
WORD T excess(const PORTIONS *s, int g)
{
    DD over_one = two_sum(s->sum.h[g], PACK(-1));
    return over_one.h + (over_one.l + s->sum.l[g]);
}

/* A step of Newton's method: by `fall` where it is more than some part of u.  The sum is convex in u, and the root of that of
   entmax15 too, so u falls.  While `nearly`, rounding may put it below the root, and the next step too far above. */
WORD M newton(const PORTIONS *s, SEARCH *c, int g, int nearly, int how)
{
    DD u = c->threshold;
    T sum = s->sum.h[g], above = nearly && how == ENTMAX15 ? sum - SQRT(sum) : excess(s, g), fall = above / s->slope[g];
    M far = c->moving & (nearly ? GT(fall, ROUGHLY * u.h) : GT(ABS(fall), EPSILON * u.h));
    DD next = nearly ? dd(u.h - fall) : dd_add(u, dd(-fall));
    next = dd_select(GT(next.h, c->most), dd(c->most), next);
    c->threshold = dd_select(c->moving, next, u);
    return far;
}

WORD BOUND select_bound(M mask, BOUND a, BOUND b)
{
    return (BOUND){SELECT(mask, a.share, b.share), SELECT(mask, a.excess, b.excess), dd_select(mask, a.threshold, b.threshold)};
}

/* from an upper bound, with no lower one but 0 */
WORD void begin_between(SEARCH *c, BOUND upper)
{
    c->upper = upper;
    c->share = upper.share;
    c->threshold = upper.threshold;
    c->stride = PACK(4);
    c->lower = (BOUND){(T){0}, PACK(-1), dd((T){0})};
}

/* Newton's method between the bounds, on logarithms, where sum and share are nearly proportional; two units too far, so that
   both bounds come near the root; the middle where the steps do not become shorter by half, as beyond alpha = 2, where the sum
   as good as jumps at a new candidate. */
WORD M between_bounds(const PORTIONS *s, SEARCH *c, int g)
{
    const BOUND here = {c->share, excess(s, g), c->threshold};
    DD sum = two_sum(PACK(1), here.excess);
    M low = LE(here.excess, 0);
    c->lower = select_bound(c->moving & low, here, c->lower);
    c->upper = select_bound(c->moving & ~low, here, c->upper);
    T lower = c->lower.share, upper = c->upper.share, between = upper - lower;
    T aim = here.share * EXP(-log_any(sum).h * (sum.h / s->slope[g])), step = ABS(here.share - aim);
    aim -= COPYSIGN(2 * EPSILON * here.share, here.excess);
    M good = GT(aim, lower) & LT(aim, upper) & LT(step, c->stride / 2);
    M far = c->moving & GT(between, 4 * EPSILON * upper) & EQ(here.excess, here.excess);
    c->stride = SELECT(good, step, between / 2);
    c->share = SELECT(far, SELECT(good, aim, lower + between / 2), here.share);
    c->threshold = dd_select(far, power_of(dd(c->share), c->a), here.threshold);
    c->part = c->lower.excess / (c->lower.excess - c->upper.excess);
    return far;
}

/* From now on all columns move, or some; u is no less than the root but by the rounding of a sum of so many rows. */
WORD void move(PROJECTION *s, int g, M moving, int how)
{
    SEARCH *c = &s->at[g];
    const R slack = (16 + 2 * (R)s->maxima.rows) * EPSILON;
    c->most = MIN(c->most, c->threshold.h + slack);
    T reach = how == ENTMAX ? c->upper.threshold.h / c->a.h * (1 + 16 * EPSILON) : how == ENTMAX15 ? 2 * c->most : c->most;
    c->lowest = c->top - reach;
    c->moving = moving;
}

WORD void clear_portions(PORTIONS *s)
{
    EACH_PACK(g) s->sum.h[g] = s->sum.l[g] = s->slope[g] = (T){0};
}

/* A step of every column; of an axis along memory of one pack, as all of its columns are the same. */
WORD int next_step(PROJECTION *s, int along, int nearly, int how)
{
    PORTIONS *sums = &s->portions;
    M any = LT(PACK(0), 0);
    if (along) {
        if (nearly && how != ENTMAX)
            join_counts(sums->sum.h);
        else
            join_sums(&sums->sum);
        join_counts(sums->slope);
    }
    for (int g = 0; g < (along ? 1 : GROUP); g++) {
        M far = how == ENTMAX ? between_bounds(sums, &s->at[g], g) : newton(sums, &s->at[g], g, nearly, how);
        move(s, g, far, how);
        any |= far;
    }
    clear_portions(sums);
    return any_(any);
}

/* From the maximum on, of which there is none where all are -infinity: of many rows two steps among some maxima alone, which
   have less to sum, so that the root is greater: a bound. */
WORD void begin_search(PROJECTION *s, int along, adder *add, int how)
{
    const strip maxima = {.rows = TOGETHER, .in = {s->maxima.of}, .steps = {COLUMNS}};
    const BOUND one = {PACK(1), PACK(1), dd(PACK(1))};
    T top[GROUP];
    s->portions.apart = !along;
    clear_portions(&s->portions);
    EACH_PACK(g) top[g] = max_(max_(s->maxima.of[0][g], s->maxima.of[1][g]), max_(s->maxima.of[2][g], s->maxima.of[3][g]));
    if (along)
        join_maxima(top);
    EACH_PACK(g) {
        s->at[g].top = SELECT(EQ(top[g], -INFINITY), NAN, top[g]);
        s->at[g].most = PACK(INFINITY);
        begin_between(&s->at[g], one);
        move(s, g, LE(PACK(0), 0), how);
    }
    for (int step = 0; step < 2 && s->maxima.rows > MANY_ROWS; step++) {
        add(&maxima, s, 1);
        next_step(s, along, 1, how);
    }
    EACH_PACK(g) {
        if (how == ENTMAX)
            begin_between(&s->at[g], s->at[g].upper);
        move(s, g, LE(PACK(0), 0), how);
    }
    s->stage = how == ENTMAX ? EXACTLY : NEARLY;
}

WORD int finish_projection(PROJECTION *s, int along, adder *add, int how)
{
    if (s->stage == MAXIMUM)
        begin_search(s, along, add, how);
    else if (s->stage == EXACTLY)
        return next_step(s, along, 0, how);
    else if (!next_step(s, along, 1, how)) {
        s->stage = EXACTLY;
        EACH_PACK(g) move(s, g, LE(PACK(0), 0), how);
    }
    return 1;
}

WORD void fold_projection(const strip *x, PROJECTION *s, adder *add)
{
    if (s->stage != MAXIMUM && x->scratch && s->maxima.rows > MANY_ROWS && s->looks-- > 0)
        list_candidates(x, s);
    if (s->stage == MAXIMUM)
        visit_all(x, visit_tops, 0, &s->maxima);
    else
        add(x, s, s->stage == NEARLY);
}

#define PROJECTION_OF(name, how_) \
    static __attribute__((noinline)) void add_##name(const strip *x, PROJECTION *s, int nearly) \
    { \
        add_portions(x, s, nearly, how_); \
    } \
    static __attribute__((noinline)) void fold_##name(strip *x, void *s, int along, int how) \
    { \
        fold_projection(x, s, add_##name); \
    } \
    static __attribute__((noinline)) int finish_##name(void *s, int along, int how) \
    { \
        return finish_projection(s, along, add_##name, how_); \
    } \
    static __attribute__((noinline)) void map_##name(strip *x, void *s, int how) { map_projection(x, s, how_); } \
    WHOLE(name, PROJECTION, 1, begin_projection, fold_##name, finish_##name, map_##name, no_report, how_) \
    BLOCKS(name, PROJECTION, begin_projection, fold_##name, finish_##name, map_##name, no_report, how_)
PROJECTION_OF(sparsemax, SPARSEMAX)
PROJECTION_OF(entmax15, ENTMAX15)
PROJECTION_OF(entmax, ENTMAX)

/* ---- backward: of dy and y, with weights s = y^(2 - alpha) where y is positive ------------------------------------------- */

/* For alpha > 2 the least positive y comes first, and its logarithm; else that is 0. */
typedef struct {
    SUM sum, weight;
    T greatest[GROUP]; /* of -y */
    DD log_least[GROUP], mean[GROUP], a;
    int weighing;
} WEIGHED;

WORD void begin_weighed(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    WEIGHED *s = state;
    *s = (WEIGHED){.a = (how & ~ALONG) == ENTMAX ? exponent_of(settings) : dd(PACK(1))};
    EACH_PACK(g) s->greatest[g] = PACK(-INFINITY);
    s->weighing = !(s->a.h[0] > 1);
}

/* (y/least)^(2 - alpha), which is at most 1 where alpha > 2 */
WORD SCALED power_weight(T y, DD log_least, DD a)
{
    DD one_minus_a = two_sum(PACK(1), -a.h);
    one_minus_a.l -= a.l;
    return exp_scaled_dd(product(dd_add(log_any(dd(y)), dd_neg(log_least)), one_minus_a));
}

WORD void visit_least(const ROWS *row, int count, int how, void *state)
{
    WEIGHED *s = state;
    EACH_PACK(g) {
        T y = element(row, 1, 0, g);
        s->greatest[g] = max_(SELECT(GT(y, 0), -y, -INFINITY), s->greatest[g]);
    }
}

WORD void visit_weights(const ROWS *row, int count, int how, void *state)
{
    WEIGHED *s = state;
    EACH_PACK(g) {
        T dy = element(row, 0, 0, g), y = element(row, 1, 0, g), weight = how == ENTMAX15 ? SQRT(y) : PACK(1);
        if (how == ENTMAX)
            weight = scaled_to_fp(power_weight(y, s->log_least[g], s->a));
        M off = LE(y, 0);
        weight = SELECT(off, 0, weight);
        DD p = two_prod(weight, SELECT(off, 0, dy));
        add_one(&s->sum, g, p.h);
        s->sum.l[g] += p.l;
        add_one(&s->weight, g, weight);
    }
}

WORD void visit_slopes(const ROWS *row, int count, int how, void *state)
{
    const WEIGHED *s = state;
    EACH_PACK(g) {
        T dy = element(row, 0, 0, g), y = element(row, 1, 0, g), d = (dy - s->mean[g].h) - s->mean[g].l;
        if (how == ENTMAX)
            d = fp_times_scaled(d, power_weight(y, dd((T){0}), s->a));
        put_element(row, 0, g, SELECT(LE(y, 0), 0, how == ENTMAX15 ? d * SQRT(y) : d));
    }
}

WORD void fold_weighed(const strip *x, WEIGHED *state, int how)
{
    WEIGHED s = *state;
    if (how != ENTMAX || s.weighing)
        visit_each(x, visit_weights, how, &s);
    else
        visit_each(x, visit_least, how, &s);
    *state = s;
}

WORD int finish_weighed(void *state, int along, int how)
{
    WEIGHED *s = state;
    if (!s->weighing) {
        if (along)
            join_maxima(s->greatest);
        EACH_PACK(g) s->log_least[g] = log_any(dd(-s->greatest[g]));
        return s->weighing = 1;
    }
    if (along) {
        join_sums(&s->sum);
        join_sums(&s->weight);
    }
    EACH_PACK(g) s->mean[g] = g && along ? s->mean[0] : dd_div(sum_at(&s->sum, g), sum_at(&s->weight, g));
    return 0;
}

WORD void map_weighed(const strip *x, const WEIGHED *state, int how)
{
    WEIGHED s = *state;
    visit_each(x, visit_slopes, how, &s);
}

#define WEIGHED_OF(name, how_) \
    static __attribute__((noinline)) void fold_##name(strip *x, void *s, int along, int how) { fold_weighed(x, s, how_); } \
    static __attribute__((noinline)) void map_##name(strip *x, void *s, int how) { map_weighed(x, s, how_); } \
    WHOLE(name, WEIGHED, 2, begin_weighed, fold_##name, finish_weighed, map_##name, no_report, how_) \
    BLOCKS(name, WEIGHED, begin_weighed, fold_##name, finish_weighed, map_##name, no_report, how_)
WEIGHED_OF(sparsemax_backward, SPARSEMAX)
WEIGHED_OF(entmax15_backward, ENTMAX15)
WEIGHED_OF(entmax_backward, ENTMAX)

static const reduction projections[] = {
    REDUCTION("sparsemax", sparsemax, sparsemax, OF_LOGITS),
    REDUCTION("entmax15", entmax15, entmax15, OF_LOGITS),
    REDUCTION("entmax", entmax, entmax, OF_LOGITS, .options = 1),
    REDUCTION("sparsemax_backward", sparsemax_backward, sparsemax_backward, .turned = 64, .inputs = 2),
    REDUCTION("entmax15_backward", entmax15_backward, entmax15_backward, .turned = 64, .inputs = 2),
    REDUCTION("entmax_backward", entmax_backward, entmax_backward, .turned = 64, .inputs = 2, .options = 1),
};
