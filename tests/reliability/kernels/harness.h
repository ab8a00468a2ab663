/* What the C programs of this folder share: the kernels of one ISA as a list, and numbers to give them.

   Compile with -DISA_NAME='"avx2"' and what isas.c and kernels.c want. */

#include "kernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row of a table, whichever it is. */
typedef struct {
    const char *name, *stem, *properties;
    int operands, n_parameters;
    double initial[MAX_PARAMETERS], low[MAX_PARAMETERS], high[MAX_PARAMETERS];
    kernel *kernels[KINDS];
} row;

static row rows[2][200]; /* of float, of double */
static int n_rows;
static const kernel_set *sets[2];

/* The functions of x, and their derivatives from the output, whose parameters and properties are those of the row before. */
static void list_kernels(void)
{
    const isa *const *found = fastact_isas;
    while (*found && strcmp((*found)->name, ISA_NAME))
        found++;
    if (!*found || !(*found)->available()) {
        fprintf(stderr, "this build on this processor has no %s\n", ISA_NAME);
        exit(2);
    }
    for (int which = 0; which < 2; which++) {
        const kernel_set *set = sets[which] = (*found)->sets[which];
        n_rows = 0;
        for (int i = 0; i < set->n_rows && set->rows[i].table <= FROM_OUTPUTS; i++) {
            const table_row *from = &set->rows[i];
            row *made = &rows[which][n_rows++];
            if (from->table == FROM_OUTPUTS) {
                *made = made[-1];
                made->stem = "_from_output";
            } else {
                *made = (row){.name = from->name, .stem = "", .properties = from->properties, .operands = 1};
                for (int k = 0; k < ROW_PARAMETERS && from->parameters[k].name; k++) {
                    double low = from->parameters[k].low, high = from->parameters[k].high,
                           initial = from->parameters[k].initial;
                    made->low[k] = low, made->high[k] = high, made->n_parameters++;
                    made->initial[k] = initial == initial ? initial : low + (high - low) / 4;
                }
            }
            memcpy(made->kernels, from->kernels, sizeof made->kernels);
        }
    }
}

/* G. Steele et al., SplitMix64, 2014 */
static uint64_t state_of_numbers;
static uint64_t number(void)
{
    uint64_t z = state_of_numbers += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}
static double uniform(double low, double high) { return low + (high - low) * (double)(number() >> 11) * 0x1p-53; }

static double get(const void *array, ptrdiff_t i, int size)
{
    return size == 4 ? ((const float *)array)[i] : ((const double *)array)[i];
}
static void set_to(void *array, ptrdiff_t i, int size, double value)
{
    if (size == 4)
        ((float *)array)[i] = (float)value;
    else
        ((double *)array)[i] = value;
}

/* the bits of an element; one NaN for all */
static uint64_t bits(const void *array, ptrdiff_t i, int size)
{
    double value = get(array, i, size);
    uint64_t found = 0;
    if (value != value)
        return 0x7ff8000000000000u;
    memcpy(&found, (const char *)array + i * size, size);
    return found;
}

/* ---- reductions --------------------------------------------------------------------------------------------------------- */

static void *allocate(size_t bytes)
{
    void *made = aligned_alloc(LINE, (bytes + LINE - 1) & -(size_t)LINE);
    return made ? made : (abort(), made);
}

enum { SETTLED = 64 }; /* rows, as strips.h has it: blocks but the last have a multiple */

/* `count` axes of n elements: neighbouring rows, or columns of rows that are `pitch` apart; results have 8 bytes each at most,
   and sinks may be null */
typedef struct {
    const reduction *r;
    const void *settings;
    int size, along;
    ptrdiff_t n, count, pitch;
    void *in[INPUTS], *sinks, *out, *results[RESULTS];
} problem;

static int is_cross_entropy(const reduction *r) { return strstr(r->name, "cross_entropy") != 0; }
static int has_output(const reduction *r) { return !r->results || (is_cross_entropy(r) && strcmp(r->name, "cross_entropy")); }
/* losses are double too */
static int result_size(const reduction *r, int k, int size)
{
    return r->doubles >> k & 1 || (is_cross_entropy(r) && k == 0) ? 8 : size;
}
/* Its sinks are the logarithms of the sums. */
static int __attribute__((unused)) needs_sinks(const reduction *r) { return !strcmp(r->name, "logsumexp_backward"); }

static ptrdiff_t place(const problem *p, ptrdiff_t axis, ptrdiff_t i)
{
    return p->along ? axis * p->n + i : i * p->pitch + axis;
}
static double given(const problem *p, int input, ptrdiff_t axis, ptrdiff_t i)
{
    return get(p->in[input], place(p, axis, i), p->size);
}

static void __attribute__((unused)) reduce_whole(const problem *p, void *scratch)
{
    static char state[STATE] __attribute__((aligned(LINE)));
    const ptrdiff_t columns = LINE / p->size, apart = p->along ? p->n : columns, step = p->along ? columns : p->pitch;
    batch b = {
        .n = p->n,
        .count = p->along ? p->count : p->count / columns,
        .along = p->along,
        .inputs = p->r->inputs,
        .out = has_output(p->r) ? p->out : 0,
        .out_step = step,
        .out_apart = apart,
        .padding = p->r->padding,
        .hidden = p->r->hidden,
        .sinks = p->sinks,
        .settings = p->settings,
        .state = state,
        .scratch = scratch,
    };
    for (int k = 0; k < p->r->inputs; k++)
        b.in[k] = p->in[k], b.steps[k] = step, b.apart[k] = apart;
    for (int k = 0; k < p->r->results; k++)
        b.results[k] = p->results[k];
    p->r->whole(&b);
}

/* Rows of an axis, or of a column: along memory filled up to whole ones, TOGETHER by four. */
static ptrdiff_t rows_of(const problem *p)
{
    const ptrdiff_t four = TOGETHER * LINE / p->size;
    return p->along ? (p->n + four - 1) / four * TOGETHER : p->n;
}

/* Rows first ... of an axis, or of the columns from it on; where elements do not fill them a copy in `room`, results last. */
static strip block_of(const problem *p, ptrdiff_t axis, ptrdiff_t first, ptrdiff_t rows, char *room)
{
    const ptrdiff_t columns = LINE / p->size, step = p->along ? columns : p->pitch, all = rows_of(p);
    const ptrdiff_t start = p->along ? first * columns : first;
    strip s = {.rows = first + rows < all ? rows : all - first, .out_step = step};
    const ptrdiff_t at = place(p, axis, start) * p->size, whole = s.rows * columns, here = p->n - start;
    for (int k = 0; k < p->r->inputs; k++)
        s.in[k] = (char *)p->in[k] + at, s.steps[k] = step;
    s.out = (char *)p->out + at;
    if (p->along && here < whole) {
        for (int k = 0; k < p->r->inputs; k++) {
            s.in[k] = room + k * whole * p->size;
            for (ptrdiff_t i = 0; i < whole; i++)
                set_to((void *)s.in[k], i, p->size, i < here ? given(p, k, axis, start + i) : p->r->padding[k]);
        }
        s.out = room + INPUTS * whole * p->size;
    }
    return s;
}

/* four rows, of which the first has the sinks of an axis, or of the columns from it on */
static void fold_sinks(const problem *p, ptrdiff_t axis, void *state)
{
    const ptrdiff_t columns = LINE / p->size, count = p->along ? 1 : columns;
    char numbers[TOGETHER * LINE] __attribute__((aligned(LINE))), unused[TOGETHER * LINE] __attribute__((aligned(LINE)));
    for (ptrdiff_t i = 0; i < TOGETHER * columns; i++)
        set_to(numbers, i, p->size, i < count ? get(p->sinks, axis + i, p->size) : p->r->padding[0]);
    const strip sinks = {.rows = TOGETHER, .in = {numbers}, .steps = {columns}, .out = unused, .out_step = columns};
    p->r->fold(&sinks, state, p->along);
}

/* As the loops do; `rows` is a multiple of SETTLED. */
static void __attribute__((unused)) reduce_blocks(const problem *p, void *state, ptrdiff_t rows)
{
    const ptrdiff_t columns = LINE / p->size, all = rows_of(p);
    char *room = allocate((INPUTS + 1) * (p->n + TOGETHER * columns) * p->size);
    for (ptrdiff_t axis = 0; axis < p->count; axis += p->along ? 1 : columns) {
        void *results[RESULTS];
        cross_entropy_settings here;
        if (is_cross_entropy(p->r)) {
            here = *(const cross_entropy_settings *)p->settings;
            here.logits += axis, here.masses += axis, here.shares += axis;
        }
        p->r->begin(state, is_cross_entropy(p->r) ? &here : p->settings, p->along);
        do {
            if (p->sinks)
                fold_sinks(p, axis, state);
            for (ptrdiff_t first = 0; first < all; first += rows) {
                strip s = block_of(p, axis, first, rows, room);
                p->r->fold(&s, state, p->along);
            }
        } while (p->r->finish(state, p->along));
        for (int k = 0; k < p->r->results; k++)
            results[k] = (char *)p->results[k] + axis * result_size(p->r, k, p->size);
        p->r->report(state, results, p->along);
        for (ptrdiff_t first = 0; has_output(p->r) && first < all; first += rows) {
            strip s = block_of(p, axis, first, rows, room);
            p->r->map(&s, state);
            if (p->along && p->n < (first + s.rows) * columns)
                memcpy((char *)p->out + place(p, axis, first * columns) * p->size, s.out, (p->n - first * columns) * p->size);
        }
    }
    free(room);
}

static int __attribute__((unused)) is_projection(const reduction *r)
{
    return !strncmp(r->name, "sparsemax", 9) || !strncmp(r->name, "entmax", 6);
}

static const softmax_settings temperatures[2][2] __attribute__((unused)) = {{{1, 0}, {0.7, 0}}, {{-1, 0}, {-0.7, 0}}};
static const projection_settings alphas[] = {{1.5}, {1.1}, {2.75}};
static const void *__attribute__((unused)) settings_of(const reduction *r)
{
    return is_projection(r) ? (const void *)&alphas[0] : &temperatures[r->negated][0];
}
