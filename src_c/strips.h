/* Strips: what reductions along an axis work on.

   A strip has rows of COLUMNS neighbouring elements, which are a line of the caches, and each of its columns is folded by
   itself.  An axis across memory is cut into strips of neighbouring columns.  An axis along memory is a strip of its own, whose
   element i is in column i mod COLUMNS, then called a lane; at the end the lanes are joined in one fixed tree.

   Rows are taken TOGETHER by four, and as every block of an axis but the last has a multiple of that, the same four are whatever
   the blocks: so bits depend on neither blocks, position, alignment, threads nor the width of a pack. */

enum {
    COLUMNS = LINE / sizeof(R),
    GROUP = COLUMNS / LANES, /* packs in a row */
    TOGETHER = 4,
};
#define EACH_PACK(g) _Pragma("GCC unroll 8") for (int g = 0; g < GROUP; g++)
#define EACH_ROW(k, count) _Pragma("GCC unroll 4") for (int k = 0; k < count; k++)

/* Rows of a strip, from one of them on. */
typedef struct {
    const R *in[INPUTS];
    ptrdiff_t steps[INPUTS];
    R *out;
    ptrdiff_t out_step;
    const unsigned char *marks;
} ROWS;

WORD const R *place_of(const ROWS *rows, int input, int k, int g) { return rows->in[input] + k * rows->steps[input] + g * LANES; }
WORD T element(const ROWS *rows, int input, int k, int g) { return load(place_of(rows, input, k, g)); }
WORD void put_element(const ROWS *rows, int k, int g, T v) { store(rows->out + k * rows->out_step + g * LANES, v); }
WORD M mark(const ROWS *rows, int k, int g) { return marked(rows->marks + k * COLUMNS + g * LANES); }

WORD void advance(ROWS *rows, int count)
{
    for (int input = 0; input < INPUTS; input++)
        rows->in[input] += count * rows->steps[input];
    rows->out += count * rows->out_step;
    rows->marks += count * COLUMNS;
}

WORD ROWS first_rows(const strip *s)
{
    ROWS rows = {.out = s->out, .out_step = s->out_step, .marks = s->marks};
    for (int input = 0; input < INPUTS; input++) {
        rows.in[input] = s->in[input];
        rows.steps[input] = s->steps[input];
    }
    return rows;
}

WORD ROWS extra_row(const strip *s, ptrdiff_t number)
{
    ROWS row = {.out = s->extra_out[number], .marks = s->extra_marks[number]};
    for (int input = 0; input < INPUTS; input++)
        row.in[input] = s->extra_in[number][input];
    return row;
}

/* What is done with `count` rows; `how` is a constant. */
typedef void visitor(const ROWS *rows, int count, int how, void *state);

/* The rows of a strip and those beside it. */
WORD void visit_all(const strip *s, visitor *visit, int how, void *state)
{
    ROWS rows = first_rows(s);
    ptrdiff_t row = 0;
    for (; row + TOGETHER <= s->rows; row += TOGETHER) {
        visit(&rows, TOGETHER, how, state);
        advance(&rows, TOGETHER);
    }
    for (; row < s->rows + s->extras; row++) {
        if (row >= s->rows)
            rows = extra_row(s, row - s->rows);
        visit(&rows, 1, how, state);
        advance(&rows, 1);
    }
}

/* ---- sums in two words ------------------------------------------------------------------------------------------------- */

typedef struct {
    T h[GROUP], l[GROUP];
} SUM;

/* The packs of rows in a tree, then to the sum. h is the sum of what came first and |h| no less than what is added, or a
   little; l takes what h could not. */
WORD void add_up(SUM *sum, int g, T *parts, int count)
{
    for (int half = count / 2; half; half /= 2)
        EACH_ROW(k, half) parts[k] += parts[k + half];
    T2 s = two_sum(sum->h[g], parts[0]);
    sum->h[g] = s.h;
    sum->l[g] += s.l;
}

/* ---- lanes ------------------------------------------------------------------------------------------------------------- */

/* lane i of what stands `by` lanes on */
WORD T rotated(T v, int by)
{
    T found;
    _Pragma("GCC unroll 16") for (int lane = 0; lane < LANES; lane++) found[lane] = v[(lane + by) % LANES];
    return found;
}

/* Half of the lanes with the other half, and so on, until all hold the same. */
WORD void join_maxima(T *m)
{
    for (int half = GROUP / 2; half; half /= 2)
        for (int g = 0; g < half; g++)
            m[g] = max_(m[g], m[g + half]);
    _Pragma("GCC unroll 4") for (int half = LANES / 2; half; half /= 2) m[0] = max_(m[0], rotated(m[0], half));
    for (int g = 1; g < GROUP; g++)
        m[g] = m[0];
}

WORD void join_counts(T *count)
{
    for (int half = GROUP / 2; half; half /= 2)
        for (int g = 0; g < half; g++)
            count[g] += count[g + half];
    _Pragma("GCC unroll 4") for (int half = LANES / 2; half; half /= 2) count[0] += rotated(count[0], half);
}

WORD T2 sum_of_lanes(T2 a, T2 b)
{
    T2 s = two_sum(a.h, b.h);
    return (T2){s.h, s.l + (a.l + b.l)};
}

/* The sum of the lanes is then in the first pack, in all of its lanes. */
WORD void join_sums(SUM *sum)
{
    for (int half = GROUP / 2; half; half /= 2)
        for (int g = 0; g < half; g++) {
            T2 s = sum_of_lanes((T2){sum->h[g], sum->l[g]}, (T2){sum->h[g + half], sum->l[g + half]});
            sum->h[g] = s.h;
            sum->l[g] = s.l;
        }
    _Pragma("GCC unroll 4") for (int half = LANES / 2; half; half /= 2) {
        T2 s = sum_of_lanes((T2){sum->h[0], sum->l[0]}, (T2){rotated(sum->h[0], half), rotated(sum->l[0], half)});
        sum->h[0] = s.h;
        sum->l[0] = s.l;
    }
}

/* ---- batches ----------------------------------------------------------------------------------------------------------- */

/* Room for the rows beside a strip, which its array does not hold as whole rows: the last one of an axis along memory, where
   that has not COLUMNS elements, and the sinks. */
typedef struct {
    R in[INPUTS][COLUMNS], out[COLUMNS], sinks[COLUMNS], unused[COLUMNS];
    unsigned char marks[COLUMNS], all[COLUMNS];
} __attribute__((aligned(LINE))) ROOM;

WORD void fill(R *to, double value)
{
    EACH_PACK(g) store(to + g * LANES, PACK((R)value));
}

WORD ptrdiff_t length_of(const batch *b, ptrdiff_t number) { return b->lengths ? b->lengths[number] : b->n; }

/* Strip `number` of a batch. */
WORD strip strip_of(const batch *b, ptrdiff_t number, int along, ROOM *room)
{
    strip s = {.rows = b->n, .out = (R *)b->out + number * b->out_apart, .out_step = b->out_step};
    for (int input = 0; input < INPUTS; input++) {
        s.in[input] = (const R *)b->in[input] + number * b->apart[input];
        s.steps[input] = b->steps[input];
    }
    if (b->marks)
        s.marks = b->marks + number * b->marks_apart;
    if (along) {
        const ptrdiff_t n = length_of(b, number), rest = n % COLUMNS, whole = n - rest;
        s.rows = whole / COLUMNS;
        if (rest) {
            for (int input = 0; input < b->inputs; input++) {
                fill(room->in[input], b->padding[input]);
                for (ptrdiff_t i = 0; i < rest; i++)
                    room->in[input][i] = ((const R *)s.in[input])[whole + i];
            }
            if (s.marks)
                for (ptrdiff_t i = 0; i < COLUMNS; i++)
                    room->marks[i] = i < rest && s.marks[whole + i];
            for (int input = 0; input < INPUTS; input++)
                s.extra_in[0][input] = room->in[input];
            s.extra_out[0] = room->out;
            s.extra_marks[0] = room->marks;
            s.extras = 1;
        }
    }
    return s;
}

/* One more row: the sinks of the strip, or of an axis along memory its own one, whose results go nowhere. */
WORD void add_sinks(strip *s, const batch *b, ptrdiff_t number, int along, ROOM *room)
{
    if (along) {
        fill(room->sinks, b->padding[0]);
        room->sinks[0] = ((const R *)b->sinks)[number];
    }
    for (int i = 0; i < COLUMNS; i++)
        room->all[i] = 1;
    for (int input = 0; input < INPUTS; input++)
        s->extra_in[s->extras][input] = along ? room->sinks : (const R *)b->sinks + number * COLUMNS;
    s->extra_out[s->extras] = room->unused;
    s->extra_marks[s->extras] = room->all;
    s->extras++;
}

/* The same strip, of what a visit has put out. */
WORD strip of_results(strip s)
{
    s.in[0] = s.out;
    s.steps[0] = s.out_step;
    for (int k = 0; k < s.extras; k++)
        s.extra_in[k][0] = s.extra_out[k];
    return s;
}

/* Results of the last row to where they belong, and `hidden` to what is beyond the length of the axis. */
WORD void put_rest(const batch *b, ptrdiff_t number, const strip *s, double hidden)
{
    R *out = s->out;
    const ptrdiff_t n = length_of(b, number), rest = n % COLUMNS;
    for (ptrdiff_t i = 0; i < rest; i++)
        out[n - rest + i] = ((const R *)s->extra_out[0])[i];
    for (ptrdiff_t i = n; i < b->n; i++)
        out[i] = (R)hidden;
}

/* ---- reductions --------------------------------------------------------------------------------------------------------- */

/* A reduction begins with an empty state, folds the blocks of an axis into it, or the whole axis at once, and finishes: then
   all blocks come once more where that says so.  A map makes the results of elements, a report those of columns; `number`
   tells which strip of a batch it is. */
typedef void beginner(void *state, const void *settings, ptrdiff_t number, int along, int how);
typedef void folder(strip *x, void *state, int along, int how);
typedef int finisher(void *state, int along, int how);
typedef void mapper(const strip *x, void *state, int how);
typedef void reporter(const void *state, void *const *results, ptrdiff_t number, int along, int how);

WORD void no_map(const strip *x, void *state, int how) {}
WORD void no_report(const void *state, void *const *results, ptrdiff_t number, int along, int how) {}

/* of axes that are in memory as the kernels take them */
WORD void run_batch(const batch *b, void *state, beginner *begin, folder *fold, finisher *finish, mapper *map, reporter *report,
                    int along, int how)
{
    for (ptrdiff_t number = 0; number < b->count; number++) {
        ROOM room;
        strip x = strip_of(b, number, along, &room);
        if (b->sinks)
            add_sinks(&x, b, number, along, &room);
        begin(state, b->settings, number, along, how);
        do
            fold(&x, state, along, how);
        while (finish(state, along, how));
        report(state, b->results, number, along, how);
        if (b->out) {
            map(&x, state, how);
            if (along)
                put_rest(b, number, &x, b->hidden);
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

/* The functions of a reduction as the loops call them: of whole axes, and of blocks, where `how` may be another one. */
#define WHOLE(name, STATE_, begin, fold, finish, map, report, how) \
    static __attribute__((unused)) void name##_whole(const batch *b) \
    { \
        STATE_ state; \
        run_batch(b, &state, begin, fold, finish, map, report, b->along, how); \
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
    static void name##_map(const strip *x, void *state) { map(x, state, how); } \
    static void name##_report(const void *state, void *const *results, int along) { report(state, results, 0, along, how); }
#define OF_BLOCKS(name) \
    .begin = name##_begin, .fold = name##_fold, .finish = name##_finish, .map = name##_map, .report = name##_report
