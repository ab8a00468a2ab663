/* Prints a hash of the results of every kernel, reduction and conversion of an ISA for fixed numbers: arm64.sh compares. */

#include "harness.h"

enum { N = 8192, ROWS = 37, COLUMNS = 32 };

static uint64_t hash;
static void mix(uint64_t v)
{
    hash = (hash ^ v) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
}
static void mix_array(const void *array, ptrdiff_t n, int size)
{
    for (ptrdiff_t i = 0; i < n; i++)
        mix(bits(array, i, size));
}
static void say(const char *name, const char *stem, const char *kind, int size)
{
    printf("%s%s%s float%d %016llx\n", name, kind, stem, 8 * size, (unsigned long long)hash);
    hash = 0;
}

/* half any bits, half from -20 to 20, and the special numbers */
static void fill(void *array, ptrdiff_t n, int size)
{
    static const double special[] = {0,        -0.,       1,   -1,    0.5,    3,      -3,   6,
                                     INFINITY, -INFINITY, NAN, 1e-40, -1e-40, 1e-310, 3e38, -3e38};
    for (ptrdiff_t i = 0; i < n; i++) {
        uint64_t z = number();
        if (i % 2)
            memcpy((char *)array + i * size, &z, size);
        else
            set_to(array, i, size, uniform(-20, 20));
        if (get(array, i, size) != get(array, i, size))
            set_to(array, i, size, NAN);
    }
    for (size_t k = 0; k < sizeof special / sizeof *special; k++)
        set_to(array, (ptrdiff_t)(64 + 5 * k), size, special[k]);
}

static void hash_row(const row *r, int size)
{
    static const char *const kinds[KINDS] = {"", "_grad", "_backward", "_with_grad"};
    void *operands[2], *parameters[MAX_PARAMETERS], *dy = allocate(N * size), *out[3];
    for (int k = 0; k < 2; k++)
        operands[k] = allocate(N * size);
    for (int k = 0; k < MAX_PARAMETERS; k++)
        parameters[k] = allocate(N * size);
    for (int k = 0; k < 3; k++)
        out[k] = allocate(N * size);
    for (int kind = 0; kind < KINDS; kind++) {
        if (!r->kernels[kind])
            continue;
        for (int others = 0; others < 1 + (r->n_parameters > 0); others++) {
            state_of_numbers = 1;
            fill(dy, N, size);
            for (int k = 0; k < r->operands; k++)
                fill(operands[k], N, size);
            for (int k = 0; k < r->n_parameters; k++)
                for (ptrdiff_t i = 0; i < N; i++)
                    set_to(parameters[k], i, size, others ? uniform(r->low[k], r->high[k]) : r->initial[k]);
            const void *in[1 + 2 + MAX_PARAMETERS];
            int count = 0;
            if (kind == BACKWARD)
                in[count++] = dy;
            for (int k = 0; k < r->operands; k++)
                in[count++] = operands[k];
            for (int k = 0; k < r->n_parameters; k++)
                in[count++] = parameters[k];
            r->kernels[kind](N, in, out, 0);
            for (int k = 0; k < (kind == VALUE ? 1 : kind == WITH_GRAD ? 1 + r->operands : r->operands); k++)
                mix_array(out[k], N, size);
        }
        say(r->name, r->stem, kinds[kind], size);
    }
    for (int k = 0; k < 2; k++)
        free(operands[k]);
    for (int k = 0; k < MAX_PARAMETERS; k++)
        free(parameters[k]);
    for (int k = 0; k < 3; k++)
        free(out[k]);
    free(dy);
}

/* columns of ROWS elements, and rows */
static void hash_reduction(const reduction *r, int size)
{
    problem p = {.r = r, .settings = settings_of(r), .size = size, .n = ROWS, .count = COLUMNS, .pitch = COLUMNS};
    void *scratch = allocate(SCRATCH);
    state_of_numbers = 2;
    for (int k = 0; k < INPUTS; k++) {
        p.in[k] = allocate(ROWS * COLUMNS * size);
        for (int i = 0; i < ROWS * COLUMNS; i++)
            set_to(p.in[k], i, size, uniform(-20, 20));
    }
    if (needs_sinks(r)) {
        p.sinks = allocate(COLUMNS * size);
        for (int i = 0; i < COLUMNS; i++)
            set_to(p.sinks, i, size, uniform(0, 20));
    }
    p.out = allocate(ROWS * COLUMNS * size);
    for (int k = 0; k < RESULTS; k++)
        p.results[k] = allocate(COLUMNS * 8);
    for (p.along = 0; p.along < 2; p.along++) {
        reduce_whole(&p, scratch);
        for (int k = 0; k < r->results; k++)
            mix_array(p.results[k], COLUMNS, result_size(r, k, size));
        if (!r->results)
            mix_array(p.out, ROWS * COLUMNS, size);
    }
    say(r->name, "", r->options ? " (options)" : "", size);
    for (int k = 0; k < INPUTS; k++)
        free(p.in[k]);
    for (int k = 0; k < RESULTS; k++)
        free(p.results[k]);
    free(p.sinks), free(p.out), free(scratch);
}

static void hash_conversions(const kernel_set *set, int size)
{
    static const char *const names[STORED] = {"float16", "bfloat16", "float32", "float64"};
    enum { ALL = 65536 };
    for (int stored = 0; stored < STORED; stored++) {
        int narrow = stored <= BFLOAT16 ? 2 : 4;
        if (!set->widen[stored])
            continue;
        void *wide = allocate(ALL * size), *small = allocate(ALL * narrow);
        for (int i = 0; i < ALL; i++)
            if (narrow == 2)
                ((uint16_t *)small)[i] = (uint16_t)i;
            else
                ((float *)small)[i] = (float)uniform(-20, 20);
        set->widen[stored](ALL, small, wide);
        mix_array(wide, ALL, size);
        say("widen ", names[stored], "", size);
        state_of_numbers = 3;
        fill(wide, ALL, size);
        set->narrow[stored](ALL, wide, small);
        for (int i = 0; i < ALL; i++)
            if (get(wide, i, size) == get(wide, i, size))
                mix(narrow == 2 ? ((uint16_t *)small)[i] : bits(small, i, 4));
        say("narrow ", names[stored], "", size);
        free(wide), free(small);
    }
}

int main(void)
{
    list_kernels();
    for (int which = 0; which < 2; which++) {
        int size = which ? 8 : 4;
        for (int i = 0; i < n_rows; i++)
            hash_row(&rows[which][i], size);
        for (int i = 0; i < sets[which]->n_reductions; i++)
            hash_reduction(&sets[which]->reductions[i], size);
        for (int i = 0; i < sets[which]->n_projections; i++)
            hash_reduction(&sets[which]->projections[i], size);
        hash_conversions(sets[which], size);
    }
    return 0;
}
