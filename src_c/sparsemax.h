/* Projections onto the simplex along an axis: sparsemax, entmax15, entmax of any alpha, and the backward forms.

   p = (u - d)^(1/a) where d < u, else 0, of the distances d = a (top - x) from the maximum, a = alpha - 1; u is such that the
   sum of p is 1.  No sort: the sum rises with u and is 1 or more at u = 1, so a search from there finds the root, and what lies
   beyond one upper bound of u has no share at any later one.  Distances, u and sums are in two words, so that what is small
   beside the maximum keeps its accuracy.

   Layout, lanes and trees are those of softmax.h.  A row along memory goes on with its groups of 16 that hold a candidate: the
   others would add exactly 0.  A column that has arrived stands still while its neighbours move, so no bit depends on them. */

/* Values of a column, in the section COLUMNS and on; REACH: the top - x beyond which nothing has a share.  entmax searches
   between two bounds for the maximum's share, of which the threshold u is the power a. */
enum {
    TOP, REACH, MOVING, POWER_A, POWER_A_LOW, THRESHOLD, THRESHOLD_LOW,
    SHARE, STRIDE, LOWER, LOWER_EXCESS, LOWER_THRESHOLD, LOWER_THRESHOLD_LOW,
    UPPER, UPPER_EXCESS, UPPER_THRESHOLD, UPPER_THRESHOLD_LOW,
};
enum { COLUMNS = SECTIONS, MAXIMA = SECTIONS + 2, SLOPE = TIES, WEIGHT = TIES, WEIGHT_LOW = SECTIONS + 1 };

#define EPSILON (1 / (R)(1LL << MANTISSA_BITS))
#define ROUGHLY (1 / (R)(1LL << MANTISSA_BITS / 2))

#define AT(which) (section(state, COLUMNS, (which) * STRIP) + i)
#define GET(which) load(AT(which))
#define GET2(which) ((T2){GET(which), GET(which##_LOW)})
#define SET(which, value) store(AT(which), PACK(value))
#define SET2(which, value) \
    SET(which, (value).h); \
    SET(which##_LOW, (value).l)
#define COLUMN(name, which) STATE(name, COLUMNS, (which) * STRIP + column)
#define COLUMN2(name, which) COLUMN(name##_high, which); COLUMN(name##_low, which##_LOW)
#define BOTH(name) ((T2){name##_high[g], name##_low[g]})
#define SUM_STATE STATE(s, SUM, offset); STATE(low, SUM_LOW, offset)
#define KEEP_SUM KEEP(s, SUM); KEEP(low, SUM_LOW)

static void clear(int which, ptrdiff_t width, void *state)
{
    for (ptrdiff_t i = 0; i < LANE_COUNT * width; i += LANES)
        store(section(state, which, i), (T){0});
}

static void clear_sums(ptrdiff_t width, void *state)
{
    clear(SUM, width, state);
    clear(SUM_LOW, width, state);
    clear(SLOPE, width, state);
}

static void begin(ptrdiff_t width, void *state, double alpha)
{
    double a = alpha - 1 < LARGEST ? alpha - 1 : LARGEST;
    start(width, state);
    clear(WEIGHT_LOW, width, state);
    EACH_COLUMN {
        SET(POWER_A, (R)a);
        SET(POWER_A_LOW, (R)(a - (double)(R)a));
    }
}

/* ---- distances and portions -------------------------------------------------------------------------------------------- */

/* 0 at the maximum, an infinite one too */
WORD T2 distance(T x, T top)
{
    M tie = EQ(x, top);
    T2 d = two_sum(top, -x);
    return (T2){SELECT(tie, 0, d.h), SELECT(tie, 0, d.l)};
}

/* a b; the second word is no rounding of the first, and nothing where the first is infinite */
WORD T2 product(T2 a, T2 b)
{
    T2 p = two_prod(a.h, b.h);
    return (T2){p.h, p.l + (a.h * b.l + a.l * b.h)};
}

WORD T2 power_of(T2 x, T2 exponent) { return both(exp2_scaled(product(log_any(x), exponent))); }

/* u - d, `out` where that is not positive; NaN is not out */
typedef struct {
    T2 t;
    M out;
} DIFFERENCE;

WORD DIFFERENCE difference(T2 u, T2 d)
{
    T2 t = fast_two_sum(u.h, -d.h);
    t.l += u.l - d.l;
    return (DIFFERENCE){normal(t), LT(t.h, 0) | LE(t.h + t.l, 0)};
}

/* p, and its derivative by u; for entmax by the logarithm of the maximum's share */
typedef struct {
    T2 p;
    T slope;
} PORTION;

WORD PORTION sparsemax_portion(T x, T top, T2 u)
{
    DIFFERENCE e = difference(u, distance(x, top));
    return (PORTION){select2(e.out, wide((T){0}), e.t), SELECT(e.out, 0, 1)};
}

WORD PORTION entmax15_portion(T x, T top, T2 u)
{
    T2 d = distance(x, top);
    DIFFERENCE e = difference(u, halved(d));
    return (PORTION){select2(e.out, wide((T){0}), mul2(e.t, e.t)), SELECT(e.out, 0, 2 * e.t.h)};
}

/* at the maximum p is its share itself, also where u underflows */
WORD PORTION entmax_portion(T x, T top, T2 a, T share, T2 u)
{
    T2 d = product(a, distance(x, top));
    if (!any_(~LT(u.h, d.h)))
        return (PORTION){wide((T){0}), (T){0}};
    M tie = EQ(x, top);
    DIFFERENCE e = difference(u, d);
    T p = total(power_of(e.t, over(wide(PACK(1)), a))), slope = p * (u.h / e.t.h);
    return (PORTION){wide(SELECT(tie, share, SELECT(e.out, 0, p))), SELECT(tie, share, SELECT(e.out, 0, slope))};
}

#define SPARSEMAX(u) sparsemax_portion(FIRST, top[g], BOTH(u))
#define ENTMAX15(u) entmax15_portion(FIRST, top[g], BOTH(u))
#define ENTMAX(share, u) entmax_portion(FIRST, top[g], BOTH(a), share[g], BOTH(u))

/* ---- the search -------------------------------------------------------------------------------------------------------- */

/* The groups of 16 that hold a candidate, or a NaN: their elements, and their numbers, of which the first is `number`.
   Returns how many they are with the `count` there are, or -1 where there is no `room` for them. */
static ptrdiff_t gather(ptrdiff_t rows, const void *in, ptrdiff_t number, void *kept, ptrdiff_t *numbers, ptrdiff_t count,
                        ptrdiff_t room, void *state)
{
    const ptrdiff_t column = 0;
    const R *x = in;
    COLUMN(top, TOP);
    COLUMN(reach, REACH);
    for (ptrdiff_t row = 0; row < rows; row++, x += LANE_COUNT) {
        int found = 0;
        if (count == room)
            return -1;
        EACH_PACK {
            T here = load(x + g * LANES);
            store((R *)kept + count * LANE_COUNT + g * LANES, here);
            found |= any_(~LT(reach[g], top[g] - here));
        }
        numbers[count] = number + row;
        count += found;
    }
    return count;
}

#define FOLD_PORTIONS(name, before, portion) \
    FOLD(name, \
         COLUMN(top, TOP); before; SUM_STATE; STATE(slope, SLOPE, offset), \
         PORTION part = portion; ADD(s, low, part.p.h, part.p.l); slope[g] += part.slope, \
         KEEP_SUM; KEEP(slope, SLOPE))

FOLD_PORTIONS(fold_sparsemax, COLUMN2(u, THRESHOLD), SPARSEMAX(u))
FOLD_PORTIONS(fold_entmax15, COLUMN2(u, THRESHOLD), ENTMAX15(u))
FOLD_PORTIONS(fold_entmax, COLUMN2(a, POWER_A); COLUMN(share, SHARE); COLUMN2(u, THRESHOLD), ENTMAX(share, u))

/* the same in one word, to come near the root; the slope of entmax15 by half */
#define FOLD_ROUGHLY(name, unit, portion, part) \
    FOLD(roughly_##name, \
         COLUMN(top, TOP); COLUMN(u, THRESHOLD); STATE(s, SUM, offset); STATE(slope, SLOPE, offset), \
         T x = FIRST; T d = SELECT(EQ(x, top[g]), 0, top[g] - x) * (1 / K(unit)); T t = MAX(0, u[g] - d); \
         s[g] += portion; slope[g] += part, \
         KEEP(s, SUM); KEEP(slope, SLOPE))
FOLD_ROUGHLY(sparsemax, 1, t, SELECT(LE(t, 0), 0, 1))
FOLD_ROUGHLY(entmax15, 2, t * t, t)

/* The maximum, none where all are -infinity, and those of the lanes; u where the search begins.
   A distance 1 is `unit` in x. */
static void find_top(ptrdiff_t width, void *state, R unit)
{
    for (ptrdiff_t i = 0; i < LANE_COUNT * width; i += LANES)
        store(section(state, MAXIMA, i), load(section(state, MAXIMUM, i)));
    join_maximum(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i));
        SET(TOP, SELECT(EQ(m, -INFINITY), NAN, m));
        SET(MOVING, 1);
        SET(REACH, unit * (1 + 16 * EPSILON));
        SET2(THRESHOLD, wide(PACK(1)));
    }
    clear_sums(width, state);
}

/* Two steps of the search among the lanes' maxima alone: with less to sum the root is greater, so it is a bound. */
static void search_maxima(ptrdiff_t n, ptrdiff_t width, void *state, fold_kernel *fold, search_step *next)
{
    const void *maxima = section(state, MAXIMA, 0), *in[2] = {maxima, maxima};
    const ptrdiff_t strides[2] = {width, width};
    const int lanes = width == 1 ? 1 : LANE_COUNT;
    for (int step = 0; step < 2 && n > 4 * LANE_COUNT; step++) {
        fold(lanes, width == 1 ? LANE_COUNT : width, lanes, in, strides, state, 0);
        next(width, state);
    }
}

/* What the sum of p has above 1. */
WORD T excess(void *state, ptrdiff_t i)
{
    T2 over_one = two_sum(load(section(state, SUM, i)), PACK(-1));
    return over_one.h + (over_one.l + load(section(state, SUM_LOW, i)));
}

/* A step of Newton's method: by `fall` where it is more than `enough` of u.  The sum is convex in u, and the root of that of
   entmax15 too, so u falls.  While `rough`, rounding may put it below the root, and it is no bound. */
WORD int newton(ptrdiff_t width, void *state, R unit, int rough, T (*fall_of)(void *state, ptrdiff_t i))
{
    int moving = 0;
    join_sums(width, state);
    EACH_COLUMN {
        T2 u = GET2(THRESHOLD);
        T fall = fall_of(state, i);
        M active = GT(GET(MOVING), 0), far = active & (rough ? GT(fall, ROUGHLY * u.h) : GT(ABS(fall), EPSILON * u.h));
        u = select2(active, rough ? wide(u.h - fall) : add2(u, wide(-fall)), u);
        SET2(THRESHOLD, u);
        if (!rough)
            SET(REACH, u.h * (unit * (1 + 16 * EPSILON)));
        SET(MOVING, SELECT(far, 1, 0));
        moving |= any_(far);
    }
    clear_sums(width, state);
    if (rough && !moving)
        EACH_COLUMN SET(MOVING, 1);
    return moving;
}

WORD T fall(void *state, ptrdiff_t i) { return excess(state, i) / load(section(state, SLOPE, i)); }
WORD T fall_of_root(void *state, ptrdiff_t i)
{
    T sum = load(section(state, SUM, i));
    return (sum - SQRT(sum)) / load(section(state, SLOPE, i));
}

#define SEARCH(name, unit, rough_fall) \
    static int next_roughly_##name(ptrdiff_t width, void *state) { return newton(width, state, unit, 1, rough_fall); } \
    static int next_##name(ptrdiff_t width, void *state) { return newton(width, state, unit, 0, fall); } \
    static void first_##name(ptrdiff_t n, ptrdiff_t width, void *state) \
    { \
        find_top(width, state, unit); \
        search_maxima(n, width, state, roughly_##name, next_roughly_##name); \
        EACH_COLUMN { \
            SET(REACH, GET(THRESHOLD) * (unit * (1 + 16 * EPSILON))); \
            SET(MOVING, 1); \
        } \
    }
SEARCH(sparsemax, 1, fall)
SEARCH(entmax15, 2, fall_of_root)

/* Newton's method between the bounds, on logarithms, where sum and share are nearly proportional; two units too far, so that
   both bounds come near the root; the middle where the steps do not become shorter by half, as beyond alpha = 2, where the sum
   as good as jumps at a new candidate.  Once the bounds are neighbours SHARE is the part of the way between them at which the
   sum is 1. */
static int next_entmax(ptrdiff_t width, void *state)
{
    int moving = 0;
    join_sums(width, state);
    EACH_COLUMN {
        T share = GET(SHARE), over_one = excess(state, i), slope = load(section(state, SLOPE, i)), stride = GET(STRIDE);
        T2 a = GET2(POWER_A), u = GET2(THRESHOLD), sum = two_sum(PACK(1), over_one);
        M active = GT(GET(MOVING), 0), low = active & LE(over_one, 0), high = active & ~LE(over_one, 0);
        T lower = SELECT(low, share, GET(LOWER)), lower_excess = SELECT(low, over_one, GET(LOWER_EXCESS));
        T upper = SELECT(high, share, GET(UPPER)), upper_excess = SELECT(high, over_one, GET(UPPER_EXCESS));
        T2 lower_u = select2(low, u, GET2(LOWER_THRESHOLD)), upper_u = select2(high, u, GET2(UPPER_THRESHOLD));
        T aim = share * EXP(-log_any(sum).h * (sum.h / slope)), step = ABS(share - aim), between = upper - lower;
        aim -= COPYSIGN(2 * EPSILON * share, over_one);
        M good = GT(aim, lower) & LT(aim, upper) & LT(step, stride / 2);
        M far = active & GT(between, 4 * EPSILON * upper) & EQ(over_one, over_one);
        T next = SELECT(good, aim, lower + between / 2), part = lower_excess / (lower_excess - upper_excess);
        SET(STRIDE, SELECT(good, step, between / 2));
        SET(SHARE, SELECT(active, SELECT(far, next, part), share));
        SET2(THRESHOLD, power_of(wide(next), a));
        SET(LOWER, lower);
        SET(LOWER_EXCESS, lower_excess);
        SET2(LOWER_THRESHOLD, lower_u);
        SET(UPPER, upper);
        SET(UPPER_EXCESS, upper_excess);
        SET2(UPPER_THRESHOLD, upper_u);
        SET(REACH, (1 + 16 * EPSILON) * upper_u.h / a.h);
        SET(MOVING, SELECT(far, 1, 0));
        moving |= any_(far);
    }
    clear_sums(width, state);
    return moving;
}

/* from the upper bound, with no lower one but 0 */
static void begin_entmax(void *state, ptrdiff_t i)
{
    SET(SHARE, GET(UPPER));
    SET2(THRESHOLD, GET2(UPPER_THRESHOLD));
    SET(STRIDE, 4);
    SET(LOWER, 0);
    SET(LOWER_EXCESS, -1);
    SET2(LOWER_THRESHOLD, wide((T){0}));
    SET(MOVING, 1);
}

static void first_entmax(ptrdiff_t n, ptrdiff_t width, void *state)
{
    find_top(width, state, 1);
    EACH_COLUMN {
        SET(REACH, (1 + 16 * EPSILON) / GET(POWER_A));
        SET(UPPER, 1);
        SET(UPPER_EXCESS, 1);
        SET2(UPPER_THRESHOLD, wide(PACK(1)));
        begin_entmax(state, i);
    }
    search_maxima(n, width, state, fold_entmax, next_entmax);
    EACH_COLUMN begin_entmax(state, i);
}

MAP(map_sparsemax, COLUMN(top, TOP); COLUMN2(u, THRESHOLD), total(SPARSEMAX(u).p))
MAP(map_entmax15, COLUMN(top, TOP); COLUMN2(u, THRESHOLD), total(ENTMAX15(u).p))

WORD T between(T a, T b, T part) { return FMA(part, b - a, a); }

MAP(map_entmax,
    COLUMN(top, TOP); COLUMN2(a, POWER_A); COLUMN(part, SHARE); COLUMN(lower, LOWER); COLUMN2(lower_u, LOWER_THRESHOLD);
    COLUMN(upper, UPPER); COLUMN2(upper_u, UPPER_THRESHOLD),
    between(ENTMAX(lower, lower_u).p.h, ENTMAX(upper, upper_u).p.h, part[g]))

/* ---- backward: of dy and y, with weights s = y^(2 - alpha) where y is positive ------------------------------------------- */

#define WEIGH(name, before, weight) \
    FOLD(fold_##name, \
         before; SUM_STATE; STATE(w, WEIGHT, offset); STATE(w_low, WEIGHT_LOW, offset), \
         T y = SECOND; M off = LE(y, 0); T part = SELECT(off, 0, weight); T2 p = two_prod(part, SELECT(off, 0, FIRST)); \
         { ADD(s, low, p.h, p.l); } { ADD(w, w_low, part, 0); }, \
         KEEP_SUM; KEEP(w, WEIGHT); KEEP(w_low, WEIGHT_LOW))

WEIGH(sparsemax_backward, , PACK(1))
WEIGH(entmax15_backward, , SQRT(y))

/* (y/least)^(2 - alpha), which is at most 1 where alpha > 2; there is no `least` else, and the logarithm is 0 */
WORD T2 one_minus(T2 a)
{
    T2 s = two_sum(PACK(1), -a.h);
    return (T2){s.h, s.l - a.l};
}
WORD SCALED entmax_weight(T y, T2 log_least, T2 a)
{
    return exp2_scaled(product(add2(log_any(wide(y)), minus(log_least)), one_minus(a)));
}
WEIGH(entmax_backward, COLUMN2(a, POWER_A); COLUMN2(least, THRESHOLD), single(entmax_weight(y, BOTH(least), BOTH(a))))

FOLD(fold_least,
     STATE(m, MAXIMUM, offset),
     T y = SECOND; m[g] = max_(SELECT(GT(y, 0), -y, -INFINITY), m[g]),
     KEEP(m, MAXIMUM))

static void join_least(ptrdiff_t n, ptrdiff_t width, void *state)
{
    (void)n;
    join_maximum(width, state);
    EACH_COLUMN {
        T least = -load(section(state, MAXIMUM, i));
        SET2(THRESHOLD, log_any(wide(SELECT(GT(GET(POWER_A), 1), least, 1))));
    }
}

typedef struct {
    T2 sum, weight;
} WEIGHED;

WORD T2 sum2(T2 a, T2 b)
{
    T2 s = two_sum(a.h, b.h);
    return (T2){s.h, s.l + (a.l + b.l)};
}
WORD T2 rotated_T2(T2 v, int by) { return (T2){rotated_T(v.h, by), rotated_T(v.l, by)}; }
WORD T2 first_T2(T2 v) { return (T2){first_T(v.h), first_T(v.l)}; }
WORD WEIGHED add_weighed(WEIGHED a, WEIGHED b) { return (WEIGHED){sum2(a.sum, b.sum), sum2(a.weight, b.weight)}; }
WORD WEIGHED rotated_WEIGHED(WEIGHED v, int by) { return (WEIGHED){rotated_T2(v.sum, by), rotated_T2(v.weight, by)}; }
WORD WEIGHED first_WEIGHED(WEIGHED v) { return (WEIGHED){first_T2(v.sum), first_T2(v.weight)}; }
WORD WEIGHED load_weighed(void *state, ptrdiff_t i)
{
    return (WEIGHED){{load(section(state, SUM, i)), load(section(state, SUM_LOW, i))},
                     {load(section(state, WEIGHT, i)), load(section(state, WEIGHT_LOW, i))}};
}
WORD void store_weighed(void *state, ptrdiff_t i, WEIGHED v)
{
    store(section(state, SUM, i), v.sum.h);
    store(section(state, SUM_LOW, i), v.sum.l);
    store(section(state, WEIGHT, i), v.weight.h);
    store(section(state, WEIGHT_LOW, i), v.weight.l);
}

/* the weighed mean, in the place of the sum */
static int join_mean(ptrdiff_t width, void *state)
{
#define READ(i) load_weighed(state, i)
#define WRITE(i, v) store_weighed(state, i, v)
    TREE(WEIGHED, width, READ, WRITE, add_weighed)
#undef READ
#undef WRITE
    EACH_COLUMN {
        WEIGHED v = load_weighed(state, i);
        v.sum = over(normal(v.sum), normal(v.weight));
        store_weighed(state, i, v);
    }
    return 0;
}

#define MAP_BACKWARD(name, before, times_weight) \
    MAP(map_##name, \
        STATE(mean, SUM, column); STATE(mean_low, SUM_LOW, column); before, \
        SELECT(LE(SECOND, 0), 0, times_weight((FIRST - mean[g]) - mean_low[g])))
#define TIMES_1(d) (d)
#define TIMES_ROOT(d) ((d) * SQRT(SECOND))
#define TIMES_POWER(d) scaled_product(d, entmax_weight(SECOND, wide((T){0}), BOTH(a)))
MAP_BACKWARD(sparsemax_backward, , TIMES_1)
MAP_BACKWARD(entmax15_backward, , TIMES_ROOT)
MAP_BACKWARD(entmax_backward, COLUMN2(a, POWER_A), TIMES_POWER)

static const projection projections[] = {
    {
        .name = "sparsemax", .inputs = 1, .padding = -INFINITY, .top = fold_maximum, .first = first_sparsemax, .gather = gather,
        .searches = {{roughly_sparsemax, next_roughly_sparsemax}, {fold_sparsemax, next_sparsemax}}, .map = map_sparsemax,
    },
    {
        .name = "entmax15", .inputs = 1, .padding = -INFINITY, .top = fold_maximum, .first = first_entmax15, .gather = gather,
        .searches = {{roughly_entmax15, next_roughly_entmax15}, {fold_entmax15, next_entmax15}}, .map = map_entmax15,
    },
    {
        .name = "entmax", .inputs = 1, .with_alpha = 1, .padding = -INFINITY, .top = fold_maximum, .first = first_entmax,
        .gather = gather, .searches = {{fold_entmax, next_entmax}}, .map = map_entmax,
    },
    {
        .name = "sparsemax_backward", .inputs = 2, .padding = 0,
        .searches = {{fold_sparsemax_backward, join_mean}}, .map = map_sparsemax_backward,
    },
    {
        .name = "entmax15_backward", .inputs = 2, .padding = 0,
        .searches = {{fold_entmax15_backward, join_mean}}, .map = map_entmax15_backward,
    },
    {
        .name = "entmax_backward", .inputs = 2, .with_alpha = 1, .padding = 0, .top = fold_least, .first = join_least,
        .searches = {{fold_entmax_backward, join_mean}}, .map = map_entmax_backward,
    },
};
