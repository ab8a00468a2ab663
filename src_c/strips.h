/* Strips: what reductions along an axis work on.

   A strip has rows of COLUMNS neighbouring elements, which are a line of the caches, and each of its columns is folded by
   itself.  An axis across memory is cut into strips of neighbouring columns.  An axis along memory is a strip of its own, whose
   element i is in column i mod COLUMNS, then called a lane; at the end the lanes are joined in one fixed tree.

   Rows are taken TOGETHER by four, the last ones as if others followed that change nothing; of an axis along memory they are
   filled up so.  Thus the same four are whatever the blocks of an axis, and whatever follows its last element that counts: bits
   depend on neither blocks, position, alignment, threads nor the width of a pack. */

enum {
    COLUMNS = LINE / sizeof(R),
    GROUP = COLUMNS / LANES, /* packs in a row */
};
#if HAVE_FMA
#define EACH_PACK(g) _Pragma("GCC unroll 8") for (int g = 0; g < GROUP; g++)
#else /* the baseline is not worth a minute of the compiler's */
#define EACH_PACK(g) _Pragma("GCC unroll 1") for (int g = 0; g < GROUP; g++)
#endif
#define EACH_ROW(k, count) _Pragma("GCC unroll 4") for (int k = 0; k < count; k++)

/* Rows of a strip, from one of them on. */
typedef struct {
    const R *in[INPUTS];
    ptrdiff_t steps[INPUTS];
    R *out;
    ptrdiff_t out_step;
    const unsigned char *marks;
    ptrdiff_t marks_step;
    ptrdiff_t number; /* of the first one, in its block */
} ROWS;

WORD const R *place_of(const ROWS *rows, int input, int k, int g)
{
    return rows->in[input] + k * rows->steps[input] + g * LANES;
}
WORD T element(const ROWS *rows, int input, int k, int g) { return load(place_of(rows, input, k, g)); }
WORD void put_element(const ROWS *rows, int k, int g, T v) { store(rows->out + k * rows->out_step + g * LANES, v); }
WORD M mark(const ROWS *rows, int k, int g) { return marked(rows->marks + k * rows->marks_step + g * LANES); }

WORD void advance(ROWS *rows, ptrdiff_t count)
{
    for (int input = 0; input < INPUTS; input++)
        rows->in[input] += count * rows->steps[input];
    rows->out += count * rows->out_step;
    rows->marks += count * rows->marks_step;
    rows->number += count;
}

/* A bit of `how`, beside those that a reduction has: the columns are the lanes of one axis, and what is of columns is the same
   in all. */
enum { ALONG = 1 << 16 };
WORD int of_pack(int g, int how) { return how & ALONG ? 0 : g; }

/* What is done with `count` rows, TOGETHER or the last ones; `how` is a constant. */
typedef void visitor(const ROWS *rows, int count, int how, void *state);

WORD ROWS first_rows(const strip *s, ptrdiff_t number, int how)
{
    ROWS rows = {.out = s->out, .out_step = how & ALONG ? COLUMNS : s->out_step, .marks = s->marks, .number = number};
    rows.marks_step = how & ALONG ? COLUMNS : s->marks_step;
    for (int input = 0; input < INPUTS; input++) {
        rows.in[input] = s->in[input];
        rows.steps[input] = how & ALONG ? COLUMNS : s->steps[input];
    }
    return rows;
}

/* The rows of a strip, four by four. */
WORD void visit_all(const strip *s, visitor *visit, int how, void *state)
{
    const strip *const parts[] = {s->before, s, s->after};
    for (int part = 0; part < 3; part++) {
        if (!parts[part])
            continue;
        ROWS rows = first_rows(parts[part], part == 2 ? s->rows : 0, how);
        ptrdiff_t left = parts[part]->rows;
        for (; left >= TOGETHER; left -= TOGETHER) {
            visit(&rows, TOGETHER, how, state);
            advance(&rows, TOGETHER);
        }
        if (left && !(how & ALONG))
            visit(&rows, (int)left, how, state);
    }
}

WORD ptrdiff_t rows_in(const strip *s) { return s->rows + (s->after ? s->after->rows : 0); }

WORD ROWS row_of(const strip *s, ptrdiff_t number)
{
    const int after = number >= s->rows;
    ROWS row = first_rows(after ? s->after : s, after ? s->rows : 0, 0);
    advance(&row, number - row.number);
    return row;
}

/* One by one: less code, for what has no use for four at once. */
WORD void visit_each(const strip *s, visitor *visit, int how, void *state)
{
    for (const strip *part = s; part; part = part == s ? s->after : 0) {
        ROWS row = first_rows(part, part == s ? 0 : s->rows, 0);
        for (ptrdiff_t left = part->rows; left; left--) {
            visit(&row, 1, how, state);
            advance(&row, 1);
        }
    }
}

/* ---- sums in two words ------------------------------------------------------------------------------------------------- */

typedef struct {
    T h[GROUP], l[GROUP];
} SUM;

WORD void clear_sum(SUM *sum) { EACH_PACK(g) sum->h[g] = sum->l[g] = (T){0}; }
WORD DD sum_at(const SUM *sum, int g) { return fast_two_sum(sum->h[g], sum->l[g]); }

WORD void add_one(SUM *sum, int g, T part)
{
    DD s = two_sum(sum->h[g], part);
    sum->h[g] = s.h;
    sum->l[g] += s.l;
}

/* What is finite of l goes to h, where it can: l stays small beside it, and its own roundings beside the sum's.  Of millions of
   like terms it would become a hundredth of the sum. */
WORD void settle_sum(SUM *sum, int g)
{
    DD s = two_sum(sum->h[g], SELECT(LE(ABS(sum->h[g]), LARGEST), sum->l[g], 0));
    sum->h[g] = s.h;
    sum->l[g] = SELECT(LE(ABS(s.h), LARGEST), s.l, 0);
}

/* A sum is settled after every SETTLED rows, of which any block but the last has a multiple. */
enum { SETTLED = 64 };
WORD void settle_in_time(SUM *sum, int g, const ROWS *rows, int count)
{
    if ((rows->number + count) % SETTLED == 0)
        settle_sum(sum, g);
}

/* The packs of four rows to a sum, two by two; those of missing rows are 0.  All four in a tree took 0.96 of the time, and
   softmax erred by 4.0 units. */
WORD void add_up(SUM *sum, int g, const T *parts, const ROWS *rows, int count)
{
    add_one(sum, g, parts[0] + parts[1]);
    add_one(sum, g, parts[2] + parts[3]);
    settle_in_time(sum, g, rows, count);
}

/* Each of the rows by itself, where terms may cancel. */
WORD void add_each(SUM *sum, int g, const T *parts, const ROWS *rows, int count)
{
    EACH_ROW(k, count) add_one(sum, g, parts[k]);
    settle_in_time(sum, g, rows, count);
}

/* ---- lanes: half of them with the other half, and so on, until all hold the same --------------------------------------- */

/* lanes whose numbers differ in one bit in each other's place */
WORD T exchanged(T v, int bit)
{
    T found;
    _Pragma("GCC unroll 16") for (int lane = 0; lane < LANES; lane++) found[lane] = v[(lane ^ bit) % LANES];
    return found;
}
WORD DD exchanged2(DD v, int bit) { return (DD){exchanged(v.h, bit), exchanged(v.l, bit)}; }

WORD DD larger(DD a, DD b) { return (DD){max_(a.h, b.h), a.l}; }
WORD DD plus2(DD a, DD b)
{
    DD s = two_sum(a.h, b.h);
    return (DD){s.h, s.l + (a.l + b.l)};
}

WORD DD joined(const T *h, const T *l, DD (*join)(DD, DD))
{
    DD v[GROUP], one;
    EACH_PACK(g) v[g] = (DD){h[g], l[g]};
    one = GROUP == 4   ? join(join(v[0], v[2 % GROUP]), join(v[1 % GROUP], v[3 % GROUP]))
          : GROUP == 2 ? join(v[0], v[1 % GROUP])
                       : v[0];
    one = LANES > 8 ? join(one, exchanged2(one, 8)) : one;
    one = LANES > 4 ? join(one, exchanged2(one, 4)) : one;
    one = LANES > 2 ? join(one, exchanged2(one, 2)) : one;
    return join(one, exchanged2(one, 1));
}

WORD void spread(T *v, T one) { EACH_PACK(g) v[g] = one; }
WORD void join_maxima(T *m) { spread(m, joined(m, m, larger).h); }
WORD void join_counts(T *count)
{
    const T none[GROUP] = {{0}};
    spread(count, joined(count, none, plus2).h);
}
WORD void join_sums(SUM *sum)
{
    DD one = joined(sum->h, sum->l, plus2);
    spread(sum->h, one.h);
    spread(sum->l, one.l);
}

/* ---- batches ----------------------------------------------------------------------------------------------------------- */

/* The last rows of an axis along memory, filled up, and the sinks of a strip: the first of four rows, without results. */
typedef struct {
    strip last, sinks;
    R in[INPUTS][TOGETHER * COLUMNS], out[TOGETHER * COLUMNS], sink[TOGETHER * COLUMNS], unused[TOGETHER * COLUMNS];
    unsigned char marks[TOGETHER * COLUMNS], all[TOGETHER * COLUMNS];
} __attribute__((aligned(LINE))) BESIDE;

WORD T lane_numbers(void)
{
    T v;
    _Pragma("GCC unroll 16") for (int lane = 0; lane < LANES; lane++) v[lane] = lane;
    return v;
}

WORD void fill(R *to, double value)
{
    for (int i = 0; i < TOGETHER * COLUMNS; i += LANES)
        store(to + i, PACK((R)value));
}

WORD strip four_rows(R *out, const unsigned char *marks)
{
    return (strip){.rows = TOGETHER,
                   .steps = {COLUMNS, COLUMNS, COLUMNS},
                   .out = out,
                   .out_step = COLUMNS,
                   .marks = marks,
                   .marks_step = COLUMNS};
}

/* `rest` elements of an axis along memory.  What is behind its length may be read, and written before put_rest() does. */
static __attribute__((noinline)) strip *last_rows(const strip *s, const batch *b, ptrdiff_t rest, BESIDE *beside)
{
    const ptrdiff_t first = s->rows * COLUMNS;
    const int within = first + TOGETHER * COLUMNS <= b->n;
    beside->last = four_rows(within && s->out ? (R *)s->out + first : beside->out, s->marks ? beside->marks : 0);
    for (int input = 0; input < b->inputs; input++) {
        const R *const in = (const R *)s->in[input] + first;
        beside->last.in[input] = beside->in[input];
        if (within) {
            for (int i = 0; i < TOGETHER * COLUMNS; i += LANES)
                store(beside->in[input] + i, SELECT(LT(lane_numbers() + (R)i, (R)rest), load(in + i), (R)b->padding[input]));
            continue;
        }
        fill(beside->in[input], b->padding[input]);
        memcpy(beside->in[input], in, rest * sizeof(R));
    }
    if (s->marks) {
        memset(beside->marks, 0, sizeof beside->marks);
        memcpy(beside->marks, s->marks + first, rest);
    }
    return &beside->last;
}

static __attribute__((noinline)) strip *sinks_of(const strip *s, const batch *b, ptrdiff_t number, BESIDE *beside)
{
    beside->sinks = four_rows(beside->unused, s->marks ? beside->all : 0);
    fill(beside->sink, b->padding[0]);
    memcpy(beside->sink, (const R *)b->sinks + number * (b->along ? 1 : COLUMNS), (b->along ? 1 : COLUMNS) * sizeof(R));
    memset(beside->all, 1, sizeof beside->all);
    for (int input = 0; input < INPUTS; input++)
        beside->sinks.in[input] = beside->sink;
    return &beside->sinks;
}

WORD ptrdiff_t length_of(const batch *b, ptrdiff_t number) { return b->lengths ? b->lengths[number] : b->n; }

/* Elements of an axis along memory that make no four whole rows. */
WORD ptrdiff_t rest_of(ptrdiff_t n, int along) { return along ? n % (TOGETHER * COLUMNS) : 0; }

/* Strip `number` of a batch. */
WORD void set_strip(strip *s, const batch *b, ptrdiff_t number, int inputs, int along, BESIDE *beside)
{
    const ptrdiff_t n = along ? length_of(b, number) : b->n, rest = rest_of(n, along);
    for (int input = 0; input < INPUTS; input++) {
        s->in[input] = input < inputs ? (const R *)b->in[input] + number * b->apart[input] : 0;
        s->steps[input] = input >= inputs ? 0 : along ? COLUMNS : b->steps[input];
    }
    s->rows = (n - rest) / (along ? COLUMNS : 1);
    s->out = (R *)b->out + number * b->out_apart;
    s->out_step = along ? COLUMNS : b->out_step;
    s->marks = b->marks ? b->marks + number * b->marks_apart : 0;
    s->marks_step = b->marks_step;
    s->scratch = b->scratch;
    s->after = rest ? last_rows(s, b, rest, beside) : 0;
    s->before = b->sinks ? sinks_of(s, b, number, beside) : 0;
}

/* From now on the first input of a strip is what a visit has put out. */
WORD void read_results(strip *s)
{
    for (strip *parts[] = {s->before, s, s->after}, **part = parts; part < parts + 3; part++)
        if (*part) {
            (*part)->in[0] = (*part)->out;
            (*part)->steps[0] = (*part)->out_step;
        }
}

/* Results of the last rows of an axis along memory to where they belong, and `hidden` to what is beyond its length. */
WORD void put_rest(const batch *b, ptrdiff_t number, const strip *s)
{
    const ptrdiff_t n = length_of(b, number), rest = rest_of(n, 1);
    R *out = s->out;
    if (rest && s->after->out != out + n - rest)
        memcpy(out + n - rest, s->after->out, rest * sizeof(R));
    for (ptrdiff_t i = n; i < b->n; i++)
        out[i] = (R)b->hidden;
}

/* ---- reductions --------------------------------------------------------------------------------------------------------- */

/* A reduction begins with an empty state, folds the blocks of an axis into it, or the whole axis at once, and finishes: then
   all blocks come once more where that says so.  A map makes the results of elements, a report those of columns; `number`
   tells which strip of a batch it is. */
typedef void beginner(void *state, const void *settings, ptrdiff_t number, int along, int how);
typedef void folder(strip *x, void *state, int along, int how);
typedef int finisher(void *state, int along, int how);
typedef void mapper(strip *x, void *state, int how);
typedef void reporter(const void *state, void *const *results, ptrdiff_t number, int along, int how);

WORD void no_map(strip *x, void *state, int how) {}
WORD void no_report(const void *state, void *const *results, ptrdiff_t number, int along, int how) {}

/* of axes that are in memory as the kernels take them */
WORD void run_batch(const batch *b, void *state, strip *x, BESIDE *beside, int inputs, beginner *begin, folder *fold,
                    finisher *finish, mapper *map, reporter *report, int along, int how)
{
    how |= along ? ALONG : 0;
    for (ptrdiff_t number = 0; number < b->count; number++) {
        set_strip(x, b, number, inputs, along, beside);
        begin(state, b->settings, number, along, how);
        do
            fold(x, state, along, how);
        while (finish(state, along, how));
        report(state, b->results, number, along, how);
        if (b->out) {
            map(x, state, how);
            if (along)
                put_rest(b, number, x);
        }
    }
}

/* COLUMNS numbers, or one, to where those of a strip belong */
WORD void put_column(void *result, ptrdiff_t number, const T *values, int along)
{
    R *to = (R *)result + number * (along ? 1 : COLUMNS);
    if (along)
        *to = values[0][0];
    else
        EACH_PACK(g) store(to + g * LANES, values[g]);
}

WORD void put_double_column(void *result, ptrdiff_t number, const T *values, int along)
{
    for (int i = 0; i < (along ? 1 : COLUMNS); i++)
        ((double *)result)[number * (along ? 1 : COLUMNS) + i] = ((const R *)values)[i];
}

/* The functions of a reduction as the loops call them: of whole axes, and of blocks, where `how` may be another one. */
#define WHOLE(name, STATE_, inputs, begin, fold, finish, map, report, how) \
    static __attribute__((unused)) void name##_whole(const batch *b) \
    { \
        strip x; \
        BESIDE beside; \
        if (b->along) \
            run_batch(b, (STATE_ *)b->state, &x, &beside, inputs, begin, fold, finish, map, report, 1, how); \
        else \
            run_batch(b, (STATE_ *)b->state, &x, &beside, inputs, begin, fold, finish, map, report, 0, how); \
    }
#define BLOCKS(name, STATE_, begin, fold, finish, map, report, how) \
    _Static_assert(sizeof(STATE_) <= STATE, #name); \
    static void name##_begin(void *state, const void *settings, int along) { begin(state, settings, 0, along, how); } \
    static void name##_fold(const strip *block, void *state, int along) \
    { \
        strip x = *block; \
        fold(&x, state, along, how); \
    } \
    static int name##_finish(void *state, int along) { return finish(state, along, how); } \
    static void name##_map(const strip *block, void *state) \
    { \
        strip x = *block; \
        map(&x, state, how); \
    } \
    static void name##_report(const void *state, void *const *results, int along) { report(state, results, 0, along, how); }
#define OF_BLOCKS(name) \
    .begin = name##_begin, .fold = name##_fold, .finish = name##_finish, .map = name##_map, .report = name##_report

/* a row of a table of reductions, and what those of logits have */
#define REDUCTION(name_, whole_, blocks, ...) {.name = name_, .whole = whole_##_whole, OF_BLOCKS(blocks), __VA_ARGS__}
#define NONE -INFINITY /* as an element: it adds nothing */
#define OF_LOGITS .turned = 64, .inputs = 1, .padding = {NONE}
