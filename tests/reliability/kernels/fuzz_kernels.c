/* What a kernel may never do, for numbers that a fuzzer chooses: touch memory outside its arrays (AddressSanitizer sees it),
   lose a NaN, leave its range, or depend on where an element stands, on the length, on what else is stored or on aliasing.

   With libFuzzer (fuzz.sh), or with a main of its own, -DSTANDALONE, that makes as many inputs as it is told. */

#include "harness.h"

static const char *what = "", *which_kind = "";

#define CHECK(condition, ...) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s%s: ", what, which_kind); \
            fprintf(stderr, __VA_ARGS__); \
            fprintf(stderr, "\n"); \
            abort(); \
        } \
    } while (0)

/* ---- the input: a few bytes that say what to call, the rest bit patterns, then SplitMix64 ------------------------------- */

static const uint8_t *bytes;
static size_t bytes_left;

static void begin(const uint8_t *data, size_t size)
{
    state_of_numbers = 0;
    for (size_t i = 0; i < size; i++)
        state_of_numbers = (state_of_numbers ^ data[i]) * 0x100000001b3u;
    bytes = data, bytes_left = size;
}
static unsigned byte(void) { return bytes_left ? (bytes_left--, *bytes++) : number() >> 56; }
static unsigned choice(unsigned n) { return (byte() << 8 | byte()) % n; }

/* exactly so many bytes, for the sanitizer; of any bits, or of usual numbers */
static void *array(ptrdiff_t n, int size, int usual)
{
    char *made = malloc(n * size);
    CHECK(made, "out of memory");
    for (ptrdiff_t i = 0; i < n; i++) {
        if (usual || (!bytes_left && i % 2))
            set_to(made, i, size, uniform(-20, 20));
        else
            for (int k = 0; k < size; k++)
                made[i * size + k] = (char)byte();
    }
    return made;
}

static int is_nan(const void *array, ptrdiff_t i, int size) { return get(array, i, size) != get(array, i, size); }

static void check_same(const void *a, const void *b, ptrdiff_t n, int size, const char *label)
{
    for (ptrdiff_t i = 0; i < n; i++)
        CHECK(bits(a, i, size) == bits(b, i, size), "%s: element %td of %td is %a and %a", label, i, n, get(a, i, size),
              get(b, i, size));
}

/* ---- elementwise kernels ----------------------------------------------------------------------------------------------- */

enum { MOST = 1 + 2 + MAX_PARAMETERS };

static int gather(const row *r, int kind, void *dy, void **operands, void **parameters, const void **in)
{
    int count = 0;
    if (kind == BACKWARD)
        in[count++] = dy;
    for (int k = 0; k < r->operands; k++)
        in[count++] = operands[k];
    for (int k = 0; k < r->n_parameters; k++)
        in[count++] = parameters[k];
    return count;
}

static int outputs_of(const row *r, int kind) { return kind == VALUE ? 1 : kind == WITH_GRAD ? 1 + r->operands : r->operands; }

/* numbers of the range, where the table states some */
static int range_of(const row *r, double *low, double *high)
{
    const char *text = strstr(r->properties, "range=(");
    char *end;
    if (!text)
        return 0;
    *low = strtod(text + 7, &end);
    if (end == text + 7 || *end != ',')
        return 0;
    text = end + 2;
    *high = strtod(text, &end);
    return end != text && *end == ')';
}

static void check_row(const row *r, int size)
{
    static const char *const names[KINDS] = {"", "_grad", "_backward", "_with_grad"};
    const ptrdiff_t n = STEP * (1 + choice(20)), j = choice(n);
    const int usual = byte() & 1, own = byte() % 3;
    const int is_constant = !strcmp(r->name, "identity") || !strcmp(r->name, "binary_step");
    const int is_flat = strstr(r->properties, "flat=True") != NULL; /* somewhere */
    void *operands[2], *parameters[MAX_PARAMETERS], *out[KINDS][3], *dy = array(n, size, 0);
    what = r->name;
    for (int k = 0; k < r->operands; k++)
        operands[k] = array(n, size, usual);
    for (int k = 0; k < r->n_parameters; k++) {
        parameters[k] = array(n, size, 0);
        for (ptrdiff_t i = 0; own < 2 && i < n; i++)
            set_to(parameters[k], i, size, own ? uniform(r->low[k], r->high[k]) : r->initial[k]);
    }
    for (int kind = 0; kind < KINDS; kind++) {
        const void *in[MOST];
        int count = gather(r, kind, dy, operands, parameters, in), results = outputs_of(r, kind);
        if (!r->kernels[kind])
            continue;
        which_kind = names[kind];
        for (int k = 0; k < results; k++)
            out[kind][k] = malloc(n * size);
        r->kernels[kind](n, in, out[kind], 0);

        /* past the caches */
        void *streamed[3], *copies[MOST], *alone[MOST], *lonely[3];
        for (int k = 0; k < results; k++)
            streamed[k] = allocate(n * size);
        r->kernels[kind](n, in, streamed, 1);
        for (int k = 0; k < results; k++)
            check_same(out[kind][k], streamed[k], n, size, "streamed");

        /* in place, over every operand */
        for (int over = 0; over < count; over++)
            for (int k = 0; k < results; k++) {
                void *outs[3];
                memcpy(outs, streamed, sizeof outs);
                copies[over] = memcpy(malloc(n * size), in[over], n * size);
                const void *here[MOST];
                memcpy(here, in, sizeof here);
                here[over] = outs[k] = copies[over];
                r->kernels[kind](n, here, outs, 0);
                check_same(out[kind][k], copies[over], n, size, "in place");
                free(copies[over]);
            }

        /* one element by itself, in every lane */
        for (int k = 0; k < count; k++) {
            alone[k] = malloc(STEP * size);
            for (int i = 0; i < STEP; i++)
                memcpy((char *)alone[k] + i * size, (const char *)in[k] + j * size, size);
        }
        for (int k = 0; k < results; k++)
            lonely[k] = malloc(STEP * size);
        r->kernels[kind](STEP, (const void *const *)alone, lonely, 0);
        for (int k = 0; k < results; k++)
            for (int i = 0; i < STEP; i++)
                CHECK(bits(lonely[k], i, size) == bits(out[kind][k], j, size),
                      "result %d: %a alone in lane %d, %a as element %td of %td", k, get(lonely[k], i, size), i,
                      get(out[kind][k], j, size), j, n);
        for (int k = 0; k < count; k++)
            free(alone[k]);
        for (int k = 0; k < results; k++)
            free(lonely[k]), free(streamed[k]);

        /* NaN stays; the values are in their range */
        double low = 0, high = 0;
        int ranged = (kind == VALUE || kind == WITH_GRAD) && own < 2 && range_of(r, &low, &high);
        for (int k = 0; k < results; k++)
            for (ptrdiff_t i = 0; i < n; i++) {
                int lost = 0;
                for (int o = 0; o < r->operands; o++)
                    lost |= is_nan(operands[o], i, size);
                if (kind == BACKWARD && is_nan(dy, i, size) && !is_flat)
                    lost = 1;
                else if (is_constant && (kind != VALUE && k == results - 1))
                    lost = 0; /* its derivative is the same everywhere */
                CHECK(!lost || is_nan(out[kind][k], i, size), "NaN gives %a; the parameters begin with %a",
                      get(out[kind][k], i, size), r->n_parameters ? get(parameters[0], i, size) : 0);
                double v = get(out[kind][k], i, size), slack = size == 4 ? 1e-6 : 1e-14;
                if (ranged && k == 0 && v == v)
                    CHECK(v >= low - slack * fabs(low) && v <= high + slack * fabs(high),
                          "%a gives %a, which is not from %g to %g", get(operands[0], i, size), v, low, high);
            }
    }
    which_kind = "";
    if (r->kernels[WITH_GRAD] && r->kernels[VALUE])
        check_same(out[VALUE][0], out[WITH_GRAD][0], n, size, "value with and without the derivative");
    if (r->kernels[WITH_GRAD] && r->kernels[GRAD])
        for (int k = 0; k < r->operands; k++)
            check_same(out[GRAD][k], out[WITH_GRAD][1 + k], n, size, "derivative with and without the value");
    if (r->kernels[BACKWARD] && r->kernels[GRAD])
        for (int k = 0; k < r->operands; k++)
            for (ptrdiff_t i = 0; i < n; i++) {
                char product[8];
                if (size == 4)
                    set_to(product, 0, 4, ((float *)dy)[i] * ((float *)out[GRAD][k])[i]);
                else
                    set_to(product, 0, 8, ((double *)dy)[i] * ((double *)out[GRAD][k])[i]);
                /* or, on a flat piece, 0 */
                CHECK(bits(product, 0, size) == bits(out[BACKWARD][k], i, size) ||
                          (is_flat && get(out[GRAD][k], i, size) == 0 && bits(out[BACKWARD][k], i, size) == 0),
                      "backward is not dy times the derivative");
            }
    for (int kind = 0; kind < KINDS; kind++)
        for (int k = 0; r->kernels[kind] && k < outputs_of(r, kind); k++)
            free(out[kind][k]);
    for (int k = 0; k < r->operands; k++)
        free(operands[k]);
    for (int k = 0; k < r->n_parameters; k++)
        free(parameters[k]);
    free(dy);
}

/* ---- reductions -------------------------------------------------------------------------------------------------------- */

static void check_reduction(const reduction *r, int size)
{
    const ptrdiff_t n = 1 + choice(150), columns = LINE / size, width = columns * (1 + choice(3)), stride = width + choice(5);
    const ptrdiff_t count = (n - 1) * stride + width, column = choice(width);
    const int usual = byte() % 4, forward = r->inputs == 1, lines = r->results ? r->results : n;
    problem p = {.r = r, .settings = settings_of(r), .size = size, .n = n, .count = width, .pitch = stride};
    void *scratch = allocate(SCRATCH), *state = allocate(STATE), *outs[2], *results[2][RESULTS];
    what = r->name;
    for (int k = 0; k < INPUTS; k++)
        p.in[k] = array(count, size, usual);
    if (needs_sinks(r))
        p.sinks = array(width, size, usual);
    for (int form = 0; form < 2; form++) {
        p.out = outs[form] = calloc(count, size);
        for (int k = 0; k < RESULTS; k++)
            p.results[k] = results[form][k] = calloc(width, 8);
        if (form)
            reduce_blocks(&p, state, SETTLED * (1 + choice(2)));
        else
            reduce_whole(&p, byte() % 2 ? scratch : 0);
    }
    check_same(outs[0], outs[1], count, size, "whole and in blocks");
    for (int k = 0; k < RESULTS; k++)
        check_same(results[0][k], results[1][k], width, result_size(r, k, size), "whole and in blocks");

    /* one of the columns, on all sides of itself, in another place */
    problem one = p;
    one.count = one.pitch = columns;
    for (int k = 0; k < INPUTS; k++) {
        one.in[k] = malloc(n * columns * size);
        for (ptrdiff_t i = 0; i < n * columns; i++)
            memcpy((char *)one.in[k] + i * size, (char *)p.in[k] + (i / columns * stride + column) * size, size);
    }
    if (needs_sinks(r)) {
        one.sinks = malloc(columns * size);
        for (ptrdiff_t i = 0; i < columns; i++)
            memcpy((char *)one.sinks + i * size, (char *)p.sinks + column * size, size);
    }
    one.out = malloc(n * columns * size);
    for (int k = 0; k < RESULTS; k++)
        one.results[k] = malloc(columns * 8);
    reduce_whole(&one, scratch);
    for (ptrdiff_t i = 0; i < lines; i++)
        CHECK(r->results ? bits(results[0][i], column, result_size(r, (int)i, size)) ==
                               bits(one.results[i], 0, result_size(r, (int)i, size))
                         : bits(outs[0], i * stride + column, size) == bits(one.out, i * columns, size),
              "column %td of %td differs from itself alone", column, width);
    /* NaN fills its column; softmax is from 0 to 1 and sums to 1; its logarithm is nowhere above 0 */
    for (ptrdiff_t c = 0; c < width; c++) {
        int lost = 0, infinite = 0;
        double sum = 0;
        for (ptrdiff_t i = 0; i < n; i++)
            for (int k = 0; k < r->inputs; k++) {
                lost |= is_nan(p.in[k], i * stride + c, size);
                infinite |= isinf(get(p.in[k], i * stride + c, size));
            }
        for (ptrdiff_t i = 0; i < lines; i++) {
            double v = r->results ? get(results[0][i], c, result_size(r, (int)i, size)) : get(outs[0], i * stride + c, size);
            sum += v;
            if (lost && forward && r->results < 2)
                CHECK(v != v, "NaN gives %a", v);
            else if (forward && !infinite && !lost && strcmp(r->name, "sum"))
                CHECK(v == v, "NaN of numbers");
            if (!strcmp(r->name, "softmax") || (is_projection(r) && forward))
                CHECK(!(v < 0 || v > 1), "%a", v);
            if (!strcmp(r->name, "log_softmax"))
                CHECK(!(v > 0), "%a", v);
        }
        if ((!strcmp(r->name, "softmax") || (is_projection(r) && forward)) && !lost && !infinite)
            CHECK(fabs(sum - 1) < (size == 4 ? 1e-5 : 1e-13), "the sum is %.17g", sum);
    }
    for (int k = 0; k < INPUTS; k++)
        free(p.in[k]), free(one.in[k]);
    for (int k = 0; k < RESULTS; k++)
        free(results[0][k]), free(results[1][k]), free(one.results[k]);
    free(p.sinks), free(needs_sinks(r) ? one.sinks : 0);
    free(outs[0]), free(outs[1]), free(one.out), free(state), free(scratch);
}

/* ---- rows turned into columns, and back: no element beyond the rows is read or written ---------------------------------- */

static void check_turning(const kernel_set *set, int size)
{
    const ptrdiff_t n = 1 + choice(40), count = 1 + choice(32), pitch = (count + STEP - 1) & -STEP;
    const ptrdiff_t step = byte() % 2 ? n : n + choice(5), total = (count - 1) * step + n;
    void *in = array(total, size, 0), *out = malloc(n * pitch * size);
    void *back = array(total, size, 0), *before = malloc(total * size);
    what = "turning";
    memcpy(before, back, total * size);
    set->turn_in(n, count, in, step, out, pitch);
    set->turn_out(n, count, out, pitch, back, step);
    for (ptrdiff_t i = 0; i < n; i++)
        for (ptrdiff_t row = 0; row < pitch; row++)
            CHECK(bits(out, i * pitch + row, size) == bits(in, (row < count ? row : 0) * step + i, size),
                  "element %td of row %td", i, row);
    for (ptrdiff_t i = 0; i < total; i++)
        CHECK(bits(back, i, size) == bits(i % step < n ? in : before, i, size), "back, element %td of %td", i, total);
    free(in), free(out), free(back), free(before);
}

/* ---- conversions ------------------------------------------------------------------------------------------------------- */

static void check_conversion(const kernel_set *set, int stored, int size)
{
    static const char *const names[STORED] = {"float16", "bfloat16", "float32", "float64"};
    const int narrow = stored <= BFLOAT16 ? 2 : 4;
    const ptrdiff_t n = STEP * (1 + choice(20));
    char *small = malloc(n * narrow), *back = malloc(n * narrow);
    void *wide = malloc(n * size), *any = array(n, size, 0);
    what = names[stored];
    for (ptrdiff_t i = 0; i < n * narrow; i++)
        small[i] = (char)byte();
    set->widen[stored](n, small, wide);
    set->narrow[stored](n, wide, back);
    for (ptrdiff_t i = 0; i < n; i++)
        if (!is_nan(wide, i, size))
            CHECK(!memcmp(small + i * narrow, back + i * narrow, narrow), "there and back gives other bits at %td", i);
    const double relative = stored == HALF ? 0x1p-11 : stored == BFLOAT16 ? 0x1p-8 : 0x1p-24;
    const double absolute = stored == HALF ? 0x1p-25 : 0x1p-127;
    set->narrow[stored](n, any, small);
    set->widen[stored](n, small, wide);
    for (ptrdiff_t i = 0; i < n; i++) {
        double before = get(any, i, size), after = get(wide, i, size);
        CHECK(is_nan(any, i, size) == is_nan(wide, i, size), "%a gives %a", before, after);
        if (before == before && fabs(before) <= (stored == HALF ? 65504 : 3e38) && !isinf(after))
            CHECK(fabs(after - before) <= fabs(before) * relative + absolute, "%a is rounded to %a", before, after);
    }
    free(small), free(back), free(wide), free(any);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_of_data)
{
    if (!n_rows)
        list_kernels();
    begin(data, size_of_data);
    int which = byte() & 1, size = which ? 8 : 4;
    const kernel_set *set = sets[which];
    const unsigned reductions = set->n_reductions, all = reductions + set->n_projections;
    unsigned k = choice(n_rows + 8 * all + 8);
    if (k < (unsigned)n_rows)
        check_row(&rows[which][k], size);
    else if ((k = (k - n_rows) / 8) < all)
        check_reduction(k < reductions ? &set->reductions[k] : &set->projections[k - reductions], size);
    else {
        check_turning(set, size);
        for (int stored = 0; stored < STORED; stored++)
            if (set->widen[stored])
                check_conversion(set, stored, size);
    }
    return 0;
}

#ifdef STANDALONE
int main(int argc, char **argv)
{
    long times = argc > 1 ? atol(argv[1]) : 10000;
    for (long i = 0; i < times; i++) {
        uint64_t words[64];
        state_of_numbers = (uint64_t)i << 20;
        for (int k = 0; k < 64; k++)
            words[k] = number();
        LLVMFuzzerTestOneInput((const uint8_t *)words, words[0] % sizeof words);
    }
    printf("%ld inputs for %s\n", times, ISA_NAME);
    return 0;
}
#endif
