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

#define EACH_COLUMN for (ptrdiff_t i = 0; i < width || i < LANE_COUNT; i += LANES)

static void start(ptrdiff_t width, void *state)
{
    for (ptrdiff_t i = 0; i < LANE_COUNT * width; i += LANES) {
        store(section(state, MAXIMUM, i), PACK(-INFINITY));
        for (int which = SUM; which < SECTIONS; which++)
            store(section(state, which, i), (T){0});
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

/* exp(x - m), x <= m, the difference with its rounding error; 1 at the maximum, an infinite one too */
WORD T exp_below(T x, T m)
{
    T2 d = two_sum(x, -m);
    T h = SELECT(EQ(x, m), 0, MAX(EXP_LOWEST, d.h)), l = SELECT(GT(d.h, EXP_LOWEST), d.l, 0);
    return single(exp_between(h, l));
}

/* the elements at the maximum are counted, not added, so that what is added to 1 keeps its accuracy */
#define FOLD_EXPONENTIALS(name, keep) \
    FOLD(name, \
         STATE(m, MAXIMUM, column); STATE(s, SUM, offset); STATE(low, SUM_LOW, offset); STATE(ties, TIES, offset), \
         T x = FIRST; M tie = EQ(x, m[g]); T e = exp_below(x, m[g]); keep; \
         ADD(s, low, SELECT(tie, 0, e), 0); ties[g] = SELECT(tie, ties[g] + 1, ties[g]), \
         KEEP(s, SUM); KEEP(low, SUM_LOW); KEEP(ties, TIES))
FOLD_EXPONENTIALS(fold_exponentials, )
FOLD_EXPONENTIALS(keep_exponentials, store((R *)second + g * LANES, e))

FOLD(fold_product,
     STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     T2 p = two_prod(FIRST, SECOND); ADD(s, low, p.h, p.l),
     KEEP(s, SUM); KEEP(low, SUM_LOW))

FOLD(fold_sum,
     STATE(s, SUM, offset); STATE(low, SUM_LOW, offset),
     ADD(s, low, FIRST, 0),
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
WORD SUMS load_sums(void *state, ptrdiff_t i)
{
    return (SUMS){load(section(state, SUM, i)), load(section(state, SUM_LOW, i)), load(section(state, TIES, i))};
}
WORD void store_sums(void *state, ptrdiff_t i, SUMS v)
{
    store(section(state, SUM, i), v.sum);
    store(section(state, SUM_LOW, i), v.low);
    store(section(state, TIES, i), v.ties);
}

static void join_sums(ptrdiff_t width, void *state)
{
#define READ(i) load_sums(state, i)
#define WRITE(i, v) store_sums(state, i, v)
    TREE(SUMS, width, READ, WRITE, add_sums)
#undef READ
#undef WRITE
}

/* the reciprocal of the sum in two words; none where every element is -infinity */
static void finish_softmax(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i));
        T2 sum = two_sum(load(section(state, TIES, i)), load(section(state, SUM, i)));
        sum.l += load(section(state, SUM_LOW, i));
        T r = SELECT(LT(m, -LARGEST), m - m, 1 / sum.h);
        store(section(state, SUM, i), r);
        store(section(state, SUM_LOW, i), r * (FNMA(r, sum.h, 1) - r * sum.l));
    }
}

/* log(sum of exp(x - m)) = log1p(ties - 1 + sum of the others) */
WORD T log_sum_of(void *state, ptrdiff_t i)
{
    T2 others = two_sum(MAX(load(section(state, TIES, i)) - 1, 0), load(section(state, SUM, i)));
    return total(log1p_((T2){others.h, others.l + load(section(state, SUM_LOW, i))}));
}

static void finish_log_softmax(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i));
        store(section(state, SUM, i), log_sum_of(state, i) + SELECT(LT(m, -LARGEST), m - m, 0));
    }
}

static void finish_logsumexp(ptrdiff_t width, void *state)
{
    join_sums(width, state);
    EACH_COLUMN {
        T m = load(section(state, MAXIMUM, i)), log_sum = log_sum_of(state, i);
        store(section(state, SUM, i), SELECT(GT(ABS(m), LARGEST), m + log_sum * 0, m + log_sum));
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
        for (ptrdiff_t column = 0; column < width; column += LANE_COUNT) { \
            const R *first = (const R *)in[0] + column, *second = (const R *)in[1] + column; \
            R *y = (R *)out + column; \
            before; \
            for (ptrdiff_t row = 0; row < rows; row++, first += strides[0], second += strides[1], y += out_stride) \
                EACH_PACK { store(y + g * LANES, each); } \
            (void)second; \
        } \
    }

/* the same of an exponential that was kept and of one that is made again */
WORD T softmax_of(T e, T r, T r_low) { return FMA(e, r, e * r_low); }

MAP(map_softmax,
    STATE(m, MAXIMUM, column); STATE(r, SUM, column); STATE(low, SUM_LOW, column),
    softmax_of(exp_below(FIRST, m[g]), r[g], low[g]))

MAP(rest_of_softmax,
    STATE(r, SUM, column); STATE(low, SUM_LOW, column),
    softmax_of(FIRST, r[g], low[g]))

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
    {"softmax", 1, -INFINITY, {{fold_maximum, join_maximum}, {fold_exponentials, finish_softmax}}, map_softmax,
     keep_exponentials, rest_of_softmax},
    {"log_softmax", 1, -INFINITY, {{fold_maximum, join_maximum}, {fold_exponentials, finish_log_softmax}}, map_log_softmax, 0, 0},
    {"logsumexp", 1, -INFINITY, {{fold_maximum, join_maximum}, {fold_exponentials, finish_logsumexp}}, 0, 0, 0},
    {"softmax_backward", 2, 0, {{fold_product, join_sums}}, map_softmax_backward, 0, 0},
    {"log_softmax_backward", 2, 0, {{fold_sum, join_sums}}, map_log_softmax_backward, 0, 0},
    {"sum", 1, 0, {{fold_sum, finish_sum}}, 0, 0, 0},
};
