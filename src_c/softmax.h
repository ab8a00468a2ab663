/* Reductions along an axis: softmax, log_softmax, logsumexp, what losses need of them, and the backward forms.

   One layout serves every axis.  A strip is a matrix of `rows` by `width` elements, contiguous along its width; each column
   is folded by itself.  Element i of the reduced axis belongs to lane i mod 16, whatever the layout:
   - an axis across memory: strips of columns; lane l takes rows l, l + 16, ..., and its state is section[l*width ...];
   - an axis along memory: the axis itself is a strip of width 16, a column a lane.
   join() adds the lanes in one fixed tree, so the bits of a result depend on neither layout, length of blocks nor ISA's
   width.  Sums are carried in two words. */

#define GROUP (LANE_COUNT / LANES) /* packs in 16 elements */
#define EACH_PACK for (int g = 0; g < GROUP; g++)

/* the sections of the state; SIGN and LOG_SUM take the place of TIES, and losses that of a temperature */
enum { SUM = TOTAL, SUM_LOW = TOTAL_LOW, TIES = SIGN };

WORD R *section(void *state, int which, ptrdiff_t offset) { return (R *)state + which * SECTION + offset; }

#define EACH_COLUMN for (ptrdiff_t i = 0; i < width || i < LANE_COUNT; i += LANES)

static void start(ptrdiff_t width, void *state)
{
    for (ptrdiff_t i = 0; i < LANE_COUNT * width; i += LANES) {
        store(section(state, MAXIMUM, i), PACK(-INFINITY));
        for (int which = SUM; which <= TIES; which++)
            store(section(state, which, i), (T){0});
    }
}

static void start_masses(ptrdiff_t width, void *state)
{
    for (ptrdiff_t i = 0; i < LANE_COUNT * width; i += LANES)
        for (int which = MASS; which <= DOT_LOW; which++)
            store(section(state, which, i), (T){0});
}

/* `count` rows, whose first elements are loaded before anything is stored: two packs of them, that the compiler can mix */
#define ROWS(count, each) \
    { \
        T loaded[count][GROUP]; \
        for (int nth = 0; nth < count; nth++) \
            EACH_PACK loaded[nth][g] = load(first + nth * step + g * LANES); \
        _Pragma("GCC unroll 2") for (int nth = 0; nth < count; nth++) \
            EACH_PACK { each; } \
        (void)loaded; \
    }
enum { PACE = GROUP > 1 ? 1 : 2 };

/* For each 16 columns and each lane: load its state, run over its rows, store it.  FIRST and SECOND are the elements of the
   inputs; `settle` is done after every 64 elements of a lane, the same ones however a call cuts the axis. */
#define FOLD(name, before, each, after) FOLD_SETTLED(name, before, each, , after)
#define FOLD_SETTLED(name, before, each, settle, after) \
    static void name(ptrdiff_t rows, ptrdiff_t width, int lanes, const void *const *in, const ptrdiff_t *strides, \
                     void *state, ptrdiff_t place) \
    { \
        const ptrdiff_t passed = place / LANE_COUNT, step = strides[0] * lanes, second_step = strides[1] * lanes; \
        for (ptrdiff_t column = 0; column < width; column += LANE_COUNT) \
            for (ptrdiff_t lane = 0; lane < lanes && lane < rows; lane++) { \
                const R *first = (const R *)in[0] + lane * strides[0] + column; \
                const R *second = (const R *)in[1] + lane * strides[1] + column; \
                const ptrdiff_t offset = lane * width + column; \
                const ptrdiff_t end = passed + (lanes == 1 ? rows : (rows - lane + LANE_COUNT - 1) / LANE_COUNT); \
                before; \
                for (ptrdiff_t row = passed; row < end;) { \
                    const ptrdiff_t stop = (row | 63) + 1 < end ? (row | 63) + 1 : end; \
                    for (; row <= stop - PACE; row += PACE, first += PACE * step, second += PACE * second_step) \
                        ROWS(PACE, each) \
                    if (row < stop) { \
                        ROWS(1, each) \
                        row++, first += step, second += second_step; \
                    } \
                    if (row % 64 == 0) \
                        EACH_PACK { settle; } \
                } \
                after; \
                (void)second; \
            } \
    }

#define STATE(name, which, at) \
    T name[GROUP]; \
    EACH_PACK name[g] = load(section(state, which, at) + g * LANES)
#define KEEP(name, which) EACH_PACK store(section(state, which, offset) + g * LANES, name[g])
#define FIRST loaded[nth][g]
#define SECOND load(second + nth * second_step + g * LANES)
#define KEPT store((R *)second + nth * second_step + g * LANES, e)

#define ADD(s, low, value, value_low) \
    T2 t_ = two_sum(s[g], value); \
    s[g] = t_.h; \
    low[g] += t_.l + (value_low)

/* the second word stays below a unit of the first: of millions of like terms it would become a hundredth of the sum */
#define SETTLE(s, low) \
    T2 t_ = two_sum(s[g], low[g]); \
    s[g] = t_.h; \
    low[g] = SELECT(LE(ABS(t_.h), LARGEST), t_.l, 0)

/* what counts of the elements of a row: bytes beside them, in a third operand */
#define SHOWN SELECT(marked((const unsigned char *)in[2] + (row + nth - passed) * LANE_COUNT + g * LANES), FIRST, -INFINITY)

FOLD(fold_maximum, STATE(m, MAXIMUM, offset), m[g] = max_(FIRST, m[g]), KEEP(m, MAXIMUM))
FOLD(fold_shown_maximum, STATE(m, MAXIMUM, offset), m[g] = max_(SHOWN, m[g]), KEEP(m, MAXIMUM))
FOLD(fold_minimum, STATE(m, MAXIMUM, offset), m[g] = max_(-FIRST, m[g]), KEEP(m, MAXIMUM)) /* the maximum of -x */
FOLD(fold_weighted_maximum, STATE(m, MAXIMUM, offset), m[g] = max_(SELECT(EQ(SECOND, 0), -INFINITY, FIRST), m[g]),
     KEEP(m, MAXIMUM))

/* x - m of x <= m, with its rounding error: of x and -m the smaller is the larger in magnitude; and that over the
   temperature t, of which 1/t is known: for t = 1 the same bits */
WORD T2 below(T x, T m) { return fast_two_sum(MIN(-m, x), MAX(-m, x)); }
WORD T2 scaled_below(T x, T m, T t, T reciprocal)
{
    T2 d = below(x / 2, m / 2); /* the difference itself may be too large */
    T q = d.h * reciprocal;
    return (T2){2 * q, 2 * ((FNMA(q, t, d.h) + d.l) * reciprocal)};
}

/* exp of such a difference; 1 at the maximum, an infinite one too */
WORD SCALED exp_below_(M tie, T2 d)
{
    T h = SELECT(tie, 0, MAX(EXP_LOWEST, d.h)), l = SELECT(GT(d.h, EXP_LOWEST), d.l, 0);
    return exp_between(h, l);
}
WORD T exp_below(M tie, T2 d) { return single(exp_below_(tie, d)); }

#define PLAIN(x) below(x, m[g])
#define SCALED_STATE STATE(t, TEMPERATURE, column); STATE(reciprocal, RECIPROCAL, column);
#define SCALED_(x) scaled_below(x, m[g], t[g], reciprocal[g])

/* The sum of a lane begins with 1, for which -1 stands in TIES: none of its terms is larger, which saves three additions of
   seven. */
#define FOLD_SHARES(name, element, more, difference, keep) \
    FOLD_SETTLED(name, \
         STATE(m, MAXIMUM, column); STATE(s, SUM, offset); STATE(low, SUM_LOW, offset); more; \
         if (!passed) EACH_PACK { s[g] = PACK(1); store(section(state, TIES, offset) + g * LANES, PACK(-1)); }, \
         T x = element; T e = exp_below(EQ(x, m[g]), difference(x)); keep; \
         T2 t_ = fast_two_sum(s[g], e); s[g] = t_.h; low[g] += t_.l, \
         SETTLE(s, low), \
         KEEP(s, SUM); KEEP(low, SUM_LOW))

FOLD_SHARES(fold_exponentials, FIRST, , PLAIN, )
FOLD_SHARES(keep_exponentials, FIRST, , PLAIN, KEPT)
FOLD_SHARES(keep_shown, SHOWN, , PLAIN, KEPT)
FOLD_SHARES(fold_scaled, FIRST, SCALED_STATE, SCALED_, )
FOLD_SHARES(keep_scaled, FIRST, SCALED_STATE, SCALED_, KEPT)
FOLD_SHARES(fold_negated, -FIRST, SCALED_STATE, SCALED_, )
FOLD_SHARES(keep_negated, -FIRST, SCALED_STATE, SCALED_, KEPT)

/* Where the logarithm of the sum is wanted, the elements at the maximum are counted, not added, and the others added as
   multiples of 2^-RAISED: beside one that dominates, their sum is the result, and subnormal terms would lose it. */
#define RAISED (REAL == 32 ? 64 : 512)
#define UNIT K(REAL == 32 ? 0x1p64 : 0x1p512)
#define LOWERED K(REAL == 32 ? 0x1p-64 : 0x1p-512)

#define FOLD_RAISED(name, more, difference, keep) \
    FOLD_SETTLED(name, \
         STATE(m, MAXIMUM, column); STATE(s, SUM, offset); STATE(low, SUM_LOW, offset); STATE(ties, TIES, offset); more, \
         T x = FIRST; M tie = EQ(x, m[g]); T2 d = difference(x); SCALED q = exp_below_(tie, d); T e = single(q); keep; \
         e = SELECT(LE(d.h, EXP_LOWEST), 0, SCALE(q.h + q.l, q.n + RAISED)); \
         ADD(s, low, SELECT(tie, 0, e), NOTHING); ties[g] = SELECT(tie, ties[g] + 1, ties[g]), \
         SETTLE(s, low); SETTLE_TIES(s, low, ties), \
         KEEP(s, SUM); KEEP(low, SUM_LOW); KEEP(ties, TIES))

/* a float counts to 2^24: many are added, but one */
#define SETTLE_TIES(s, low, ties) \
    M many = GT(ties[g], 0x1p20); \
    T2 more_ = two_sum(s[g], SELECT(many, (ties[g] - 1) * UNIT, 0)); \
    s[g] = more_.h; \
    low[g] += more_.l; \
    ties[g] = SELECT(many, 1, ties[g])

FOLD_RAISED(fold_raised, , PLAIN, )
FOLD_RAISED(keep_raised, , PLAIN, KEPT)
FOLD_RAISED(fold_scaled_raised, SCALED_STATE, SCALED_, )

/* weights that are 0 take what they weigh along; the exponentials have two words */
FOLD_SETTLED(fold_weighted,
     STATE(m, MAXIMUM, column); STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     T x = FIRST; T b = SECOND; M none = EQ(b, 0);
     T2 e = both(exp_below_(EQ(x, m[g]), PLAIN(x))); e = select2(none, wide(PACK(0)), e);
     T2 p = two_prod(e.h, b); ADD(s, low, p.h, MAD(e.l, b, p.l)),
     SETTLE(s, low),
     KEEP(s, SUM); KEEP(low, SUM_LOW))

/* of masses b: their sum, and that of b*(m - x), 0 where there is no mass; m is the largest x */
FOLD_SETTLED(fold_masses,
     STATE(m, MAXIMUM, column); STATE(s, MASS, offset); STATE(low, MASS_LOW, offset); STATE(dot, DOT, offset);
     STATE(dot_low, DOT_LOW, offset),
     T x = FIRST; T b = SECOND;
     { ADD(s, low, b, NOTHING); }
     T2 d = two_sum(m[g], -x); M none = EQ(b, 0) | EQ(x, m[g]); T2 p = two_prod(b, SELECT(none, 0, d.h));
     { ADD(dot, dot_low, p.h, p.l + SELECT(none | GT(ABS(d.h), LARGEST), 0, b * d.l)); },
     { SETTLE(s, low); } { SETTLE(dot, dot_low); },
     KEEP(s, MASS); KEEP(low, MASS_LOW); KEEP(dot, DOT); KEEP(dot_low, DOT_LOW))

FOLD_SETTLED(fold_product,
     STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     T2 p = two_prod(FIRST, SECOND); ADD(s, low, p.h, p.l),
     SETTLE(s, low),
     KEEP(s, SUM); KEEP(low, SUM_LOW))

FOLD_SETTLED(fold_sum,
     STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     ADD(s, low, FIRST, NOTHING),
     SETTLE(s, low),
     KEEP(s, SUM); KEEP(low, SUM_LOW))

/* The tree: lanes 0-7 with 8-15, 0-3 with 4-7, ...  `join(a, b)` puts into the pack at a what it and that at b make.  With many
   columns each level runs over them and, beyond the last, over what the next levels do not read; a single one stays in
   registers, for a pack that spans two stores waits for them, and its result is spread over all 16. */
#define TREE(T_, columns, read, write, join) \
    if (columns > 1) { \
        for (ptrdiff_t half = LANE_COUNT / 2; half; half /= 2) \
            for (ptrdiff_t i = 0; i < half * columns; i += LANES) \
                write(i, join(read(i), read(i + half * columns))); \
    } else { \
        T_ lanes[GROUP]; \
        EACH_PACK lanes[g] = read(g * LANES); \
        LEVEL(T_, 8, join) LEVEL(T_, 4, join) LEVEL(T_, 2, join) LEVEL(T_, 1, join) \
        EACH_PACK write(g * LANES, first_##T_(lanes[0])); \
    }

#define LEVEL(T_, half, join) \
    for (int g = 0; g < GROUP && g * LANES < half; g++) \
        lanes[g] = join(lanes[g], half < LANES ? rotated_##T_(lanes[0], half) : lanes[(g + half / LANES) % GROUP]);

/* lane i of what stands `by` lanes on */
WORD T rotated_T(T v, int by)
{
    T found;
    for (int lane = 0; lane < LANES; lane++)
        found[lane] = v[(lane + by) % LANES];
    return found;
}
WORD T first_T(T v) { return PACK(v[0]); }

static void join_maximum(ptrdiff_t width, void *state)
{
#define READ(i) load(section(state, MAXIMUM, i))
#define WRITE(i, v) store(section(state, MAXIMUM, i), v)
    TREE(T, width, READ, WRITE, max_)
#undef READ
#undef WRITE
}

typedef struct {
    T sum, low, ties;
} SUMS;

WORD SUMS add_sums(SUMS a, SUMS b)
{
    T2 t = two_sum(a.sum, b.sum);
    return (SUMS){t.h, t.l + (a.low + b.low), a.ties + b.ties};
}
WORD SUMS rotated_SUMS(SUMS v, int by) { return (SUMS){rotated_T(v.sum, by), rotated_T(v.low, by), rotated_T(v.ties, by)}; }
WORD SUMS first_SUMS(SUMS v) { return (SUMS){first_T(v.sum), first_T(v.low), first_T(v.ties)}; }
WORD SUMS load_sums(void *state, int which, ptrdiff_t i)
{
    T ties = which == SUM ? load(section(state, TIES, i)) : (T){0};
    return (SUMS){load(section(state, which, i)), load(section(state, which + 1, i)), ties};
}
WORD void store_sums(void *state, int which, ptrdiff_t i, SUMS v)
{
    store(section(state, which, i), v.sum);
    store(section(state, which + 1, i), v.low);
    if (which == SUM)
        store(section(state, TIES, i), v.ties);
}

/* sums whose low words are the next section */
WORD void join_words(ptrdiff_t width, void *state, int which)
{
#define READ(i) load_sums(state, which, i)
#define WRITE(i, v) store_sums(state, which, i, v)
    TREE(SUMS, width, READ, WRITE, add_sums)
#undef READ
#undef WRITE
}

static void join_sums(ptrdiff_t width, void *state) { join_words(width, state, SUM); }
static void join_masses(ptrdiff_t width, void *state)
{
    join_words(width, state, MASS);
    join_words(width, state, DOT);
}

/* the reciprocal of a sum in two words; none where every element is -infinity */
WORD void store_reciprocal(void *state, ptrdiff_t i, T2 sum)
{
    T m = load(section(state, MAXIMUM, i));
    T r = SELECT(LT(m, -LARGEST), m - m, 1 / sum.h);
    store(section(state, SUM, i), r);
    store(section(state, SUM_LOW, i), r * (FNMA(r, sum.h, 1) - r * sum.l));
}

/* the sum of shares; and, of raised ones, the elements at the maximum, less some, and the others */
WORD T2 sum_of(void *state, ptrdiff_t i, T ties, R unit)
{
    T2 sum = two_sum(ties, load(section(state, SUM, i)) * unit);
    return fast_two_sum(sum.h, sum.l + load(section(state, SUM_LOW, i)) * unit);
}
WORD T2 sum_of_shares(void *state, ptrdiff_t i) { return sum_of(state, i, load(section(state, TIES, i)), 1); }
WORD T2 sum_of_raised(void *state, ptrdiff_t i, R less)
{
    return sum_of(state, i, MAX(load(section(state, TIES, i)) - less, 0), LOWERED);
}

static void finish_softmax(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN store_reciprocal(state, i, sum_of_shares(state, i));
}

/* log(sum of exp(x - m)) = log1p(ties - 1 + sum of the others) */
WORD T log_sum_of(void *state, ptrdiff_t i) { return total(log1p_(sum_of_raised(state, i, 1))); }

static void finish_log_softmax(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i));
        store(section(state, SUM, i), log_sum_of(state, i) + SELECT(LT(m, -LARGEST), m - m, 0));
    }
}

/* the maximum over the temperature in two words, and with them the result: for t = 1 the same as m + log_sum */
WORD T log_total(T m, T log_sum, T t)
{
    T q = m / t;
    T2 r = two_sum(q, log_sum);
    return SELECT(GT(ABS(q), LARGEST), q + log_sum * 0, r.h + (r.l + FNMA(q, t, m) / t));
}

WORD void store_log_totals(ptrdiff_t width, void *state, int scaled)
{
    join_sums(width, state);
    EACH_COLUMN {
        T t = scaled ? load(section(state, TEMPERATURE, i)) : PACK(1);
        store(section(state, TOTAL, i), log_total(load(section(state, MAXIMUM, i)), log_sum_of(state, i), t));
    }
}
static void finish_logsumexp(ptrdiff_t width, void *state) { store_log_totals(width, state, 0); }
static void finish_scaled_logsumexp(ptrdiff_t width, void *state) { store_log_totals(width, state, 1); }

/* the log of |sum| and its sign; without one wanted, the log of a negative sum is NaN */
static void finish_weighted(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i));
        T h = load(section(state, SUM, i));
        T2 sum = select2(LE(ABS(h), LARGEST), fast_two_sum(h, load(section(state, SUM_LOW, i))), wide(h));
        sum.h = SELECT(LT(m, -LARGEST), sum.h * 0, sum.h); /* of nothing it is 0 */
        sum.h = SELECT(GT(m, LARGEST), sum.h / SELECT(EQ(sum.h, 0), 0, 1), sum.h); /* infinities that cancel are NaN */
        T log_sum = total(log_any(select2(LT(sum.h, 0), minus(sum), sum)));
        store(section(state, TOTAL, i), SELECT(LT(m, -LARGEST), m + sum.h, SELECT(GT(m, LARGEST), m + sum.h * 0, m + log_sum)));
        store(section(state, SIGN, i), SELECT(LT(sum.h, 0), -1, SELECT(GT(sum.h, 0), 1, sum.h)));
    }
}

static void finish_merge(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T2 sum = fast_two_sum(load(section(state, SUM, i)), load(section(state, SUM_LOW, i)));
        store(section(state, TOTAL, i), sum.h);
        store(section(state, TOTAL_LOW, i), sum.l);
    }
}

/* the sum of exp(x - m) in two words */
static void finish_partial(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T2 sum = sum_of_shares(state, i);
        M nothing = LT(load(section(state, MAXIMUM, i)), -LARGEST);
        store(section(state, TOTAL, i), SELECT(nothing, sum.h * 0, sum.h)); /* NaN stays */
        store(section(state, TOTAL_LOW, i), SELECT(nothing, 0, sum.l));
    }
}

/* what a cross-entropy and its gradient need: log(sum), and the reciprocal in two words */
static void finish_cross_entropy(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T log_sum = log_sum_of(state, i), m = load(section(state, MAXIMUM, i));
        store_reciprocal(state, i, sum_of_raised(state, i, 0));
        store(section(state, LOG_SUM, i), log_sum + SELECT(LT(m, -LARGEST), m - m, 0)); /* in the place of TIES */
    }
}

static void finish_sum(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN store(section(state, SUM, i), total((T2){load(section(state, SUM, i)), load(section(state, SUM_LOW, i))}));
}

/* y of each element; state holds one value a column */
#define MAP(name, before, each) \
    static void name(ptrdiff_t rows, ptrdiff_t width, const void *const *in, const ptrdiff_t *strides, void *out, \
                     ptrdiff_t out_stride, void *state) \
    { \
        const ptrdiff_t step = strides[0], second_step = strides[1]; \
        for (ptrdiff_t column = 0; column < width; column += LANE_COUNT) { \
            const R *first = (const R *)in[0] + column, *second = (const R *)in[1] + column; \
            R *y = (R *)out + column; \
            before; \
            ptrdiff_t row = 0; \
            for (; row <= rows - PACE; row += PACE) { \
                ROWS(PACE, store(y + nth * out_stride + g * LANES, each)) \
                first += PACE * step, second += PACE * second_step, y += PACE * out_stride; \
            } \
            if (row < rows) \
                ROWS(1, store(y + g * LANES, each)) \
            (void)second, (void)second_step; \
        } \
    }

/* the same of an exponential that was kept and of one that is made again */
WORD T softmax_of(T e, T r, T r_low) { return FMA(e, r, e * r_low); }

#define MAP_SOFTMAX(name, sign, more, difference) \
    MAP(name, \
        STATE(m, MAXIMUM, column); STATE(r, SUM, column); STATE(low, SUM_LOW, column); more, \
        softmax_of(exp_below(EQ(sign FIRST, m[g]), difference(sign FIRST)), r[g], low[g]))
MAP_SOFTMAX(map_softmax, +, , PLAIN)
MAP_SOFTMAX(map_scaled_softmax, +, SCALED_STATE, SCALED_)
MAP_SOFTMAX(map_negated_softmax, -, SCALED_STATE, SCALED_)

MAP(rest_of_softmax,
    STATE(r, SUM, column); STATE(low, SUM_LOW, column),
    softmax_of(FIRST, r[g], low[g]))

MAP(map_log_softmax,
    STATE(m, MAXIMUM, column); STATE(log_sum, SUM, column),
    SELECT(EQ(FIRST, m[g]), 0, FIRST - m[g]) - log_sum[g])

/* for t = 1 the same bits */
WORD T quotient_of(T d, T t, T reciprocal)
{
    T q = d * reciprocal;
    return SELECT(GT(ABS(q), LARGEST), q, FMA(FNMA(q, t, d), reciprocal, q));
}
MAP(map_scaled_log_softmax,
    STATE(m, MAXIMUM, column); STATE(log_sum, SUM, column); SCALED_STATE,
    SELECT(EQ(FIRST, m[g]), 0, 2 * quotient_of(FIRST / 2 - m[g] / 2, t[g], reciprocal[g])) - log_sum[g])

#define SOFTMAX_SLOPE SECOND * ((FIRST - dot[g]) - low[g])
MAP(map_softmax_backward, STATE(dot, SUM, column); STATE(low, SUM_LOW, column), SOFTMAX_SLOPE)
MAP(map_scaled_softmax_backward, STATE(dot, SUM, column); STATE(low, SUM_LOW, column); STATE(t, TEMPERATURE, column),
    SOFTMAX_SLOPE / t[g])

WORD T log_softmax_slope(T dy, T p, T sum, T low) { return FNMA(p, low, FNMA(p, sum, dy)); }
#define LOG_SOFTMAX_SLOPE log_softmax_slope(FIRST, EXP(SECOND), sum[g], low[g])
MAP(map_log_softmax_backward, STATE(sum, SUM, column); STATE(low, SUM_LOW, column), LOG_SOFTMAX_SLOPE)
MAP(map_scaled_log_softmax_backward, STATE(sum, SUM, column); STATE(low, SUM_LOW, column); STATE(t, TEMPERATURE, column),
    LOG_SOFTMAX_SLOPE / t[g])

MAP(map_exponentials, STATE(m, MAXIMUM, column), exp_below(EQ(FIRST, m[g]), PLAIN(FIRST)))

/* mass[g]*p - b of kept exponentials; MASS holds the sum of all b */
MAP(map_cross_entropy,
    STATE(r, SUM, column); STATE(low, SUM_LOW, column); STATE(mass, MASS, column),
    mass[g] * softmax_of(FIRST, r[g], low[g]))
MAP(map_masses,
    STATE(r, SUM, column); STATE(low, SUM_LOW, column); STATE(mass, MASS, column),
    FMA(mass[g], softmax_of(FIRST, r[g], low[g]), -SECOND))

/* the share of x in a sum of which the logarithm is known, times what stands beside it */
WORD T share(T x, T log_sum, T t, T reciprocal)
{
    T q = x * reciprocal;
    T2 d = two_sum(q, -log_sum);
    T l = SELECT(LE(ABS(q), LARGEST), d.l + FNMA(q, t, x) * reciprocal, 0);
    T e = single(exp2_scaled((T2){SELECT(EQ(q, log_sum), 0, d.h), l}));
    return SELECT(EQ(log_sum, -INFINITY), 0, e);
}
MAP(map_logsumexp_backward, STATE(log_sum, MAXIMUM, column); SCALED_STATE,
    SECOND * share(FIRST, log_sum[g], t[g], reciprocal[g]) / t[g])

/* b = w*(f*y + c): the masses of targets y, smoothed, weighted */
static void make_masses(ptrdiff_t n, const void *y, const void *w, const double *f, const double *c, void *out)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        store((R *)out + i, load((const R *)w + i) * MAD(load((const R *)y + i), PACK((R)*f), PACK((R)*c)));
}

/* in where the mask is true, else another number */
static void hide(ptrdiff_t n, const void *in, const unsigned char *mask, const double *other, void *out)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        store((R *)out + i, SELECT(marked(mask + i), load((const R *)in + i), (R)*other));
}

/* ---- the table: the same with options follows each that has them --------------------------------------------------- */

#define MAXIMUM_PASS {fold_maximum, join_maximum}
#define NONE -INFINITY /* as an element: it adds nothing */

enum {
    SOFTMAX, SOFTMAX_WITH_OPTIONS, SOFTMIN, LOG_SOFTMAX, LOG_SOFTMAX_WITH_OPTIONS, LOGSUMEXP, LOGSUMEXP_WITH_OPTIONS,
    WEIGHTED_LOGSUMEXP, PARTIAL, MERGE, LOGSUMEXP_BACKWARD, SOFTMAX_BACKWARD, SOFTMAX_BACKWARD_WITH_OPTIONS,
    LOG_SOFTMAX_BACKWARD, LOG_SOFTMAX_BACKWARD_WITH_OPTIONS, PLAIN_SUM,
};

static const reduction reductions[] = {
    [SOFTMAX] = {
        .name = "softmax", .inputs = 1, .padding = {NONE}, .hidden = 0,
        .passes = {MAXIMUM_PASS, {fold_exponentials, finish_softmax}}, .map = map_softmax,
        .keep = keep_exponentials, .rest = rest_of_softmax, .shown = {fold_shown_maximum, keep_shown},
    },
    [SOFTMAX_WITH_OPTIONS] = {
        .name = "softmax", .with_options = 1, .plain = SOFTMAX, .inputs = 1, .padding = {NONE}, .hidden = 0,
        .passes = {MAXIMUM_PASS, {fold_scaled, finish_softmax}}, .map = map_scaled_softmax,
        .keep = keep_scaled, .rest = rest_of_softmax,
    },
    [SOFTMIN] = {
        .name = "softmin", .with_options = 1, .plain = SOFTMIN, .inputs = 1, .padding = {INFINITY}, .hidden = 0,
        .passes = {{fold_minimum, join_maximum}, {fold_negated, finish_softmax}}, .map = map_negated_softmax,
        .keep = keep_negated, .rest = rest_of_softmax,
    },
    [LOG_SOFTMAX] = {
        .name = "log_softmax", .inputs = 1, .padding = {NONE}, .hidden = NONE,
        .passes = {MAXIMUM_PASS, {fold_raised, finish_log_softmax}}, .map = map_log_softmax,
    },
    [LOG_SOFTMAX_WITH_OPTIONS] = {
        .name = "log_softmax", .with_options = 1, .plain = LOG_SOFTMAX, .inputs = 1, .padding = {NONE}, .hidden = NONE,
        .passes = {MAXIMUM_PASS, {fold_scaled_raised, finish_log_softmax}}, .map = map_scaled_log_softmax,
    },
    [LOGSUMEXP] = {
        .name = "logsumexp", .inputs = 1, .padding = {NONE}, .hidden = NONE,
        .passes = {MAXIMUM_PASS, {fold_raised, finish_logsumexp}}, .results = 1, .result = {TOTAL},
    },
    [LOGSUMEXP_WITH_OPTIONS] = {
        .name = "logsumexp", .with_options = 1, .plain = LOGSUMEXP, .inputs = 1, .padding = {NONE}, .hidden = NONE,
        .passes = {MAXIMUM_PASS, {fold_scaled_raised, finish_scaled_logsumexp}}, .results = 1, .result = {TOTAL},
    },
    [WEIGHTED_LOGSUMEXP] = {
        .name = "weighted_logsumexp", .with_options = 1, .plain = WEIGHTED_LOGSUMEXP, .inputs = 2, .padding = {NONE, 0},
        .hidden = NONE, .passes = {{fold_weighted_maximum, join_maximum}, {fold_weighted, finish_weighted}},
        .results = 2, .result = {TOTAL, SIGN},
    },
    [PARTIAL] = {
        .name = "partial", .with_options = 1, .plain = PARTIAL, .inputs = 1, .padding = {NONE}, .hidden = NONE,
        .passes = {MAXIMUM_PASS, {fold_scaled, finish_partial}}, .results = 3, .result = {MAXIMUM, TOTAL, TOTAL_LOW},
    },
    [MERGE] = {
        .name = "merge", .with_options = 1, .plain = MERGE, .inputs = 2, .padding = {NONE, 0}, .hidden = NONE,
        .passes = {{fold_weighted_maximum, join_maximum}, {fold_weighted, finish_merge}},
        .results = 3, .result = {MAXIMUM, TOTAL, TOTAL_LOW},
    },
    [LOGSUMEXP_BACKWARD] = {
        .name = "logsumexp_backward", .with_options = 1, .plain = LOGSUMEXP_BACKWARD, .inputs = 2, .padding = {NONE, 0},
        .hidden = 0, .map = map_logsumexp_backward,
    },
    [SOFTMAX_BACKWARD] = {
        .name = "softmax_backward", .inputs = 2, .padding = {0, 0}, .hidden = 0,
        .passes = {{fold_product, join_sums}}, .map = map_softmax_backward,
    },
    [SOFTMAX_BACKWARD_WITH_OPTIONS] = {
        .name = "softmax_backward", .with_options = 1, .plain = SOFTMAX_BACKWARD, .inputs = 2, .padding = {0, 0}, .hidden = 0,
        .passes = {{fold_product, join_sums}}, .map = map_scaled_softmax_backward,
    },
    [LOG_SOFTMAX_BACKWARD] = {
        .name = "log_softmax_backward", .inputs = 2, .padding = {0, NONE}, .hidden = 0,
        .passes = {{fold_sum, join_sums}}, .map = map_log_softmax_backward,
    },
    [LOG_SOFTMAX_BACKWARD_WITH_OPTIONS] = {
        .name = "log_softmax_backward", .with_options = 1, .plain = LOG_SOFTMAX_BACKWARD, .inputs = 2, .padding = {0, NONE},
        .hidden = 0, .passes = {{fold_sum, join_sums}}, .map = map_scaled_log_softmax_backward,
    },
    [PLAIN_SUM] = {
        .name = "sum", .inputs = 1, .padding = {0}, .hidden = 0,
        .passes = {{fold_sum, finish_sum}}, .results = 1, .result = {TOTAL},
    },
};

/* A loss from logits and its gradient share the first two passes, and its masses, where it has them, take a third. */
static const loss_kernels cross_entropy = {
    .maximum = MAXIMUM_PASS,
    .exponentials = {fold_raised, finish_cross_entropy},
    .keep = keep_raised,
    .map_exponentials = map_exponentials,
    .start_masses = start_masses,
    .masses = {fold_masses, join_masses},
    .map = map_cross_entropy,
    .map_masses = map_masses,
    .make_masses = make_masses,
};
