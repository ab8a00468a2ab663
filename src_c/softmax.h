/* Reductions along an axis: softmax, log_softmax, logsumexp and the backward forms.

   One layout serves every axis.  A strip is a matrix of `rows` by `width` elements, contiguous along its width; each column
   is folded by itself.  Element i of the reduced axis belongs to lane i mod 16, whatever the layout:
   - an axis across memory: strips of columns; lane l takes rows l, l + 16, ..., and its state is section[l*width ...];
   - an axis along memory: the axis itself is a strip of width 16, a column a lane.
   join() adds the lanes in one fixed tree, so the bits of a result depend on neither layout, length of blocks nor ISA's
   width.  Sums are carried in two words. */

#define GROUP (LANE_COUNT / LANES) /* packs in 16 elements */
#define EACH_PACK for (int g = 0; g < GROUP; g++)

enum { MAXIMUM, SUM = RESULT, SUM_LOW, TIES };

WORD R *section(void *state, int which, ptrdiff_t offset) { return (R *)state + which * SECTION + offset; }

static void start(ptrdiff_t width, void *state)
{
    for (ptrdiff_t i = 0; i < LANE_COUNT * width; i++) {
        *section(state, MAXIMUM, i) = -INFINITY;
        *section(state, SUM, i) = *section(state, SUM_LOW, i) = *section(state, TIES, i) = 0;
    }
}

/* For each 16 columns: load the lane's state, run over the rows, store it. FIRST and SECOND are the elements of the inputs. */
#define FOLD(name, before, each, after) \
    static void name(ptrdiff_t rows, ptrdiff_t width, const void *const *in, const ptrdiff_t *strides, \
                     void *state, int lane) \
    { \
        for (ptrdiff_t column = 0; column < width; column += LANE_COUNT) { \
            const R *first = (const R *)in[0] + column, *second = (const R *)in[1] + column; \
            const ptrdiff_t offset = lane * width + column; \
            before; \
            for (ptrdiff_t row = 0; row < rows; row++, first += strides[0], second += strides[1]) \
                EACH_PACK { each; } \
            after; \
            (void)second; \
        } \
    }

#define STATE(name, which, at) \
    T name[GROUP]; \
    EACH_PACK name[g] = load(section(state, which, at) + g * LANES)
#define KEEP(name, which) EACH_PACK store(section(state, which, offset) + g * LANES, name[g])
#define FIRST load(first + g * LANES)
#define SECOND load(second + g * LANES)

#define ADD(s, low, value, value_low) \
    T2 t = two_sum(s[g], value); \
    s[g] = t.h; \
    low[g] += t.l + (value_low)

FOLD(fold_maximum, STATE(m, MAXIMUM, offset), m[g] = max_(FIRST, m[g]), KEEP(m, MAXIMUM))

/* exp(x - m), the difference with its rounding error, which is NaN at infinity; 1 at the maximum, an infinite one too */
WORD SCALED exp_below(T x, T m)
{
    T2 d = two_sum(x, -m);
    M tie = EQ(x, m);
    return exp2_scaled((T2){SELECT(tie, 0, d.h), SELECT(tie, 0, d.l)});
}

/* the elements at the maximum are counted, in integers, not added, so that what is added to 1 keeps its accuracy */
FOLD(fold_exponentials,
     STATE(m, MAXIMUM, column); STATE(s, SUM, offset); STATE(low, SUM_LOW, offset); STATE(ties, TIES, offset),
     T x = FIRST; M tie = EQ(x, m[g]); T e = SELECT(tie, 0, single(exp_below(x, m[g])));
     ADD(s, low, e, 0); ties[g] = (T)((I)ties[g] + (I)select_(tie, (T)((I){0} + 1), (T){0})),
     KEEP(s, SUM); KEEP(low, SUM_LOW); KEEP(ties, TIES))

FOLD(fold_product,
     STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     T2 p = two_prod(FIRST, SECOND); ADD(s, low, p.h, p.l),
     KEEP(s, SUM); KEEP(low, SUM_LOW))

FOLD(fold_sum,
     STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     ADD(s, low, FIRST, 0),
     KEEP(s, SUM); KEEP(low, SUM_LOW))

/* The tree: lanes 0-7 with 8-15, 0-3 with 4-7, ...; each level runs over its columns and, beyond the last, over what the
   next levels do not read.  With a single column the result is spread over all 16. */
#define TREE(width, ...) \
    for (ptrdiff_t half = LANE_COUNT / 2; half; half /= 2) \
        for (ptrdiff_t i = 0; i < half * (width); i += LANES) { __VA_ARGS__; }

WORD void spread(void *state, int which, ptrdiff_t width)
{
    if (width == 1)
        for (int i = 1; i < LANE_COUNT; i++)
            *section(state, which, i) = *section(state, which, 0);
}

static void join_maximum(ptrdiff_t width, void *state)
{
    R *m = section(state, MAXIMUM, 0);
    TREE(width, store(m + i, max_(load(m + i), load(m + i + half * width))))
    spread(state, MAXIMUM, width);
}

static void join_sums(ptrdiff_t width, void *state)
{
    R *s = section(state, SUM, 0), *low = section(state, SUM_LOW, 0), *ties = section(state, TIES, 0);
    TREE(width,
         T2 t = two_sum(load(s + i), load(s + i + half * width));
         T sum_low = t.l + (load(low + i) + load(low + i + half * width));
         T count = (T)((I)load(ties + i) + (I)load(ties + i + half * width));
         store(s + i, t.h); store(low + i, sum_low); store(ties + i, count))
    spread(state, SUM, width);
    spread(state, SUM_LOW, width);
    spread(state, TIES, width);
}

WORD T ties_of(void *state, ptrdiff_t i) { return __builtin_convertvector((I)load(section(state, TIES, i)), T); }

#define EACH_COLUMN for (ptrdiff_t i = 0; i < width || i < LANE_COUNT; i += LANES)

/* the reciprocal of the sum in two words; none where every element is -infinity */
static void finish_softmax(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i)), ties = ties_of(state, i);
        T2 sum = two_sum(ties, load(section(state, SUM, i)));
        sum.l += load(section(state, SUM_LOW, i));
        T r = SELECT(LT(m, -LARGEST), m - m, 1 / sum.h);
        store(section(state, SUM, i), r);
        store(section(state, SUM_LOW, i), r * (FNMA(r, sum.h, 1) - r * sum.l));
    }
}

/* log(sum of exp(x - m)) = log1p(ties - 1 + sum of the others): what stands in the logarithm */
WORD T others_of(void *state, ptrdiff_t i)
{
    return MAX(ties_of(state, i) - 1, 0) + load(section(state, SUM, i));
}

static void finish_log_softmax(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i)), others = others_of(state, i);
        store(section(state, SUM, i), LOG1P(others) + SELECT(LT(m, -LARGEST), m - m, 0));
    }
}

static void finish_logsumexp(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i)), others = others_of(state, i);
        store(section(state, SUM, i), SELECT(GT(ABS(m), LARGEST), m + others * 0, m + LOG1P(others)));
    }
}

/* y of each element; state holds one value a column */
#define MAP(name, before, each) \
    static void name(ptrdiff_t rows, ptrdiff_t width, const void *const *in, const ptrdiff_t *strides, void *out, \
                     ptrdiff_t out_stride, void *state) \
    { \
        for (ptrdiff_t column = 0; column < width; column += LANE_COUNT) { \
            const R *first = (const R *)in[0] + column, *second = (const R *)in[1] + column; \
            R *y = (R *)out + column; \
            before; \
            for (ptrdiff_t row = 0; row < rows; row++, first += strides[0], second += strides[1], y += out_stride) \
                EACH_PACK { store(y + g * LANES, each); } \
            (void)second; \
        } \
    }

/* (h + l) (r + r_low) */
WORD T softmax_value(SCALED e, T r, T r_low) { return SCALE(FMA(e.h, r, FMA(e.l, r, e.h * r_low)), e.n); }

MAP(map_softmax,
    STATE(m, MAXIMUM, column); STATE(r, SUM, column); STATE(low, SUM_LOW, column),
    softmax_value(exp_below(FIRST, m[g]), r[g], low[g]))

MAP(map_log_softmax,
    STATE(m, MAXIMUM, column); STATE(log_sum, SUM, column),
    SELECT(EQ(FIRST, m[g]), 0, FIRST - m[g]) - log_sum[g])

MAP(map_softmax_backward,
    STATE(dot, SUM, column); STATE(low, SUM_LOW, column),
    SECOND * ((FIRST - dot[g]) - low[g]))

MAP(map_log_softmax_backward,
    STATE(sum, SUM, column),
    FNMA(EXP(SECOND), sum[g], FIRST))

static const reduction reductions[] = {
    {"softmax", 1, -INFINITY, {{fold_maximum, join_maximum}, {fold_exponentials, finish_softmax}}, map_softmax},
    {"log_softmax", 1, -INFINITY, {{fold_maximum, join_maximum}, {fold_exponentials, finish_log_softmax}}, map_log_softmax},
    {"logsumexp", 1, -INFINITY, {{fold_maximum, join_maximum}, {fold_exponentials, finish_logsumexp}}, 0},
    {"softmax_backward", 2, 0, {{fold_product, join_sums}}, map_softmax_backward},
    {"log_softmax_backward", 2, 0, {{fold_sum, join_sums}}, map_log_softmax_backward},
};
