/* Every reduction, projection and cross-entropy of an ISA on axes along and across memory: whole axes and blocks, with room for
   candidates and without, in place and not, give the same bits; and errors, in units of 2^-24 or 2^-53, are within bounds of
   sums by numbers of 128 bits.  A line for each; the exit status is 1 where one fails.

   With an argument: nanoseconds for an element of a projection, instead. */

#include "harness.h"

#include <time.h>

enum { STRIPS = 3, LENGTHS = 14 };
static const ptrdiff_t lengths[LENGTHS] = {1, 2, 3, 7, 10, 16, 17, 63, 64, 65, 100, 301, 1000, 4100};

/* ---- by plain sums ------------------------------------------------------------------------------------------------------ */

typedef __float128 number128;
static int is(const problem *p, const char *name) { return !strcmp(p->r->name, name); }
static int begins(const problem *p, const char *name) { return !strncmp(p->r->name, name, strlen(name)); }
static int ends(const problem *p, const char *name)
{
    const char *found = strstr(p->r->name, name);
    return found && !strcmp(found, name);
}

static double alpha_of(const problem *p)
{
    return begins(p, "sparsemax") ? 2 : begins(p, "entmax15") ? 1.5 : ((const projection_settings *)p->settings)->alpha;
}

static number128 portion(double alpha, number128 t)
{
    return t <= 0 ? 0 : alpha == 2 ? t : alpha == 1.5 ? t * t : (number128)powl((long double)t, 1 / ((long double)alpha - 1));
}

/* Loss, gradient at the class, which stands after it, and all others; the settings of an axis are its class in the middle. */
static void expect_cross_entropy(const problem *p, ptrdiff_t axis, double top, number128 *y, number128 *unit)
{
    const cross_entropy_settings *s = p->settings;
    const ptrdiff_t n = p->n;
    const number128 mass = s->masses[axis], share = s->shares[axis];
    number128 sum = 0, total = mass, loss = mass * ((number128)top - s->logits[axis]), p_class = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        const double x = given(p, 0, axis, i);
        const number128 b = p->r->inputs == 1 ? 0 : given(p, 2, axis, i) * (given(p, 1, axis, i) * (number128)s->f + s->c);
        sum += y[i] = expl((long double)x - top);
        total += unit[i] = b;
        loss += b * ((number128)top - x);
    }
    p_class = y[n / 2] / sum;
    for (ptrdiff_t i = 0; i < n; i++) {
        const number128 b = unit[i], slope = total * y[i] / sum;
        y[i] = s->scale * (slope - b);
        unit[i] = s->scale * (slope + b);
    }
    y[n] = unit[n] = s->scale * (loss + total * log1pl((long double)(sum - 1)));
    y[n + 1] = s->scale * (total * p_class - (mass + share));
    unit[n + 1] = s->scale * (total * p_class + (mass + share));
}

/* n elements of an axis, then its results, and beside each what its unit is of; NaN where there is nothing to compare with */
static void expect(const problem *p, ptrdiff_t axis, number128 *y, number128 *unit)
{
    const int negated = is(p, "softmin");
    const double alpha = ends(p, "_backward") && is_projection(p->r) ? alpha_of(p) : 0;
    number128 sum = 0, total = 0, scale = 0;
    double top = -INFINITY;
    for (ptrdiff_t i = 0; i < p->n + RESULTS; i++)
        y[i] = NAN;
    for (ptrdiff_t i = 0; i < p->n; i++)
        top = fmax(top, negated ? -given(p, 0, axis, i) : given(p, 0, axis, i));
    if (is_cross_entropy(p->r))
        expect_cross_entropy(p, axis, top, y, unit);
    else if (is(p, "softmax") || negated || is(p, "log_softmax") || is(p, "logsumexp")) {
        for (ptrdiff_t i = 0; i < p->n; i++)
            sum += y[i] = expl((negated ? -(long double)given(p, 0, axis, i) : (long double)given(p, 0, axis, i)) - top);
        const long double log_sum = logl((long double)sum);
        for (ptrdiff_t i = 0; i < p->n; i++)
            unit[i] = y[i] = is(p, "log_softmax") ? (long double)given(p, 0, axis, i) - top - log_sum : y[i] / sum;
        if (is(p, "logsumexp"))
            y[p->n] = top + log_sum, unit[p->n] = fabsl(top) + fabsl(log_sum);
    } else if (is(p, "partial") || is(p, "merge") || is(p, "weighted_logsumexp")) { /* the sum is in two words */
        const int factors = p->r->inputs > 1, weighted = is(p, "weighted_logsumexp");
        top = -INFINITY;
        for (ptrdiff_t i = 0; i < p->n; i++)
            if (!factors || given(p, 1, axis, i))
                top = fmax(top, given(p, 0, axis, i) + (weighted ? log(given(p, 1, axis, i)) : 0));
        for (ptrdiff_t i = 0; i < p->n; i++) {
            const number128 b = factors ? given(p, 1, axis, i) : 1, rest = p->r->inputs > 2 ? given(p, 2, axis, i) : 0;
            if (b != 0)
                sum += (b + rest) * expl((long double)given(p, 0, axis, i) - top);
        }
        const long double log_sum = logl((long double)sum);
        y[p->n] = weighted ? top + log_sum : top;
        unit[p->n] = weighted ? fabsl(top) + fabsl(log_sum) : fabsl(top);
        y[p->n + 1] = unit[p->n + 1] = weighted ? sum > 0 : sum;
    } else if (is(p, "sum")) {
        for (ptrdiff_t i = 0; i < p->n; i++)
            sum += given(p, 0, axis, i);
        y[p->n] = unit[p->n] = sum;
    } else if (is(p, "logsumexp_backward")) {
        for (ptrdiff_t i = 0; i < p->n; i++)
            unit[i] = y[i] = given(p, 1, axis, i) * expl((long double)given(p, 0, axis, i) - get(p->sinks, axis, p->size));
    } else if (is_projection(p->r) && !ends(p, "_backward")) {
        const double exponent = alpha_of(p);
        number128 low = 0, high = 1;
        for (int step = 0; step < 110; step++, sum = 0) {
            const number128 u = (low + high) / 2;
            for (ptrdiff_t i = 0; i < p->n && sum <= 1; i++)
                sum += portion(exponent, u - ((number128)exponent - 1) * ((number128)top - given(p, 0, axis, i)));
            *(sum > 1 ? &high : &low) = u;
        }
        for (ptrdiff_t i = 0; i < p->n; i++)
            y[i] = portion(exponent, low - ((number128)exponent - 1) * ((number128)top - given(p, 0, axis, i)));
        for (ptrdiff_t i = 0; i < p->n; i++)
            unit[i] = is(p, "entmax") ? 1 : y[i];
    } else if (ends(p, "_backward")) {
        for (int pass = 0; pass < 2; pass++)
            for (ptrdiff_t i = 0; i < p->n; i++) {
                const number128 dy = given(p, 0, axis, i);
                const double v = given(p, 1, axis, i);
                const int positive = begins(p, "log_s") || v > 0;
                number128 s = begins(p, "log_s") ? (number128)expl(v) : v;
                if (alpha)
                    s = positive ? (number128)powl(v, 2 - (long double)alpha) : 0;
                if (pass) {
                    const number128 mean = alpha ? sum / total : sum;
                    y[i] = !positive ? 0 : begins(p, "log_s") ? dy - s * mean : s * (dy - mean);
                    unit[i] = begins(p, "log_s") ? (dy < 0 ? -dy : dy) + s * scale
                                                 : s * ((dy < 0 ? -dy : dy) + (alpha ? scale / total : scale));
                } else {
                    sum += begins(p, "log_s") ? dy : s * dy;
                    scale += (begins(p, "log_s") ? 1 : s) * (dy < 0 ? -dy : dy);
                    total += s;
                }
            }
    }
}

static double worst_error(const problem *p)
{
    const ptrdiff_t n = p->n, all = n + p->r->results;
    number128 *y = allocate((n + RESULTS) * sizeof *y), *unit = allocate((n + RESULTS) * sizeof *unit);
    double worst = -1;
    for (ptrdiff_t axis = 0; axis < p->count; axis += p->count - 1) {
        expect(p, axis, y, unit);
        for (ptrdiff_t i = has_output(p->r) ? 0 : n; i < all; i++) {
            const int k = (int)(i - n);
            const double found =
                i < n ? get(p->out, place(p, axis, i), p->size) : get(p->results[k], axis, result_size(p->r, k, p->size));
            if (y[i] != y[i])
                continue;
            const long double least = p->size == 4 ? 0x1p-126L : 0x1p-1022L;
            int exponent;
            frexpl(fmaxl(fabsl((long double)unit[i]), least), &exponent);
            const long double error = ldexpl(fabsl((long double)(found - y[i])), (p->size == 4 ? 24 : 53) - exponent);
            /* powl and expl have errors of their own: beside the threshold they count */
            if (!(error <= worst) && fabsl((long double)(found - y[i])) > 0x1p-63L)
                worst = error == error ? (double)error : INFINITY;
        }
    }
    free(y), free(unit);
    return worst < 0 ? 0 : worst;
}

/* ---- one problem, in all ways -------------------------------------------------------------------------------------------- */

static int failures, said; /* of a reduction the first one is told */

/* results, and last the elements, where there are some */
static void check_same(const problem *p, void *const *found, void *const *expected, const char *which)
{
    for (int k = 0; k <= RESULTS; k++) {
        const int size = k < RESULTS ? result_size(p->r, k, p->size) : p->size;
        const ptrdiff_t all = k < RESULTS ? (k < p->r->results) * p->count : has_output(p->r) * p->n * p->count;
        for (ptrdiff_t i = 0; i < all; i++)
            if (bits(found[k], i, size) != bits(expected[k], i, size)) {
                failures++;
                if (said)
                    return;
                said = 1;
                printf("%s float%d, %td %s: %s: result %d of element %td is %a, not %a\n", p->r->name, 8 * p->size, p->n,
                       p->along ? "along" : "across", which, k, i, get(found[k], i, size), get(expected[k], i, size));
                return;
            }
    }
}

static void fill(problem *p, int data)
{
    static const double widths[] = {1, 0.01, 30};
    for (int k = 0; k < p->r->inputs; k++)
        for (ptrdiff_t i = 0; i < p->n * p->count; i++) {
            double v = uniform(-1, 1) + uniform(-1, 1) + uniform(-1, 1);
            if (k) /* y of the backward forms, log(y), factors, targets and weights */
                v = begins(p, "log_s") ? -fabs(v) : fabs(v) < 0.5 ? 0 : fabs(v) / 100;
            else
                v *= data < 3 ? widths[data] : 1;
            if (k == 0 && data == 3) /* ties */
                v = floor(2 * v);
            if (k == 0 && data == 4) /* special numbers, in some columns */
                v = number() % 40 ? v : (double[]){INFINITY, -INFINITY, NAN, 3e38, -3e38, -0.}[number() % 6];
            set_to(p->in[k], i, p->size, v);
        }
    for (ptrdiff_t i = 0; data == 4 && i < p->n; i++) /* nothing counts */
        set_to(p->in[0], place(p, 1, i), p->size, -INFINITY);
}

/* What is of axes: the logarithms of sums, above the maximum; of cross-entropy the settings. */
static void fill_axes(problem *p, cross_entropy_settings *made, double *logits, double *masses, double *shares)
{
    for (ptrdiff_t axis = 0; axis < p->count; axis++) {
        double top = -INFINITY;
        for (ptrdiff_t i = 0; i < p->n; i++)
            top = fmax(top, given(p, 0, axis, i));
        if (p->sinks)
            set_to(p->sinks, axis, p->size, top + uniform(0, 3));
        logits[axis] = given(p, 0, axis, p->n / 2);
        masses[axis] = (float)uniform(0, 1);
        shares[axis] = p->r->inputs < 3 ? 0 : given(p, 2, axis, p->n / 2) * (made->f * given(p, 1, axis, p->n / 2) + made->c);
    }
    made->logits = logits, made->masses = masses, made->shares = shares;
}

static void allocate_results(const problem *p, void **made)
{
    for (int k = 0; k < RESULTS; k++)
        made[k] = allocate(p->count * 8);
    made[RESULTS] = allocate(p->n * p->count * p->size);
}
static void to_results(problem *p, void **to)
{
    for (int k = 0; k < RESULTS; k++)
        memset(p->results[k] = to[k], 1, p->count * 8);
    p->out = memset(to[RESULTS], 1, p->n * p->count * p->size);
}

static double check(problem *p, int data)
{
    enum { MOST = STRIPS * LINE / 4 };
    const ptrdiff_t columns = LINE / p->size;
    p->count = p->pitch = p->along ? STRIPS : STRIPS * columns;
    const size_t bytes = p->n * p->count * p->size;
    void *state = allocate(STATE), *scratch = allocate(SCRATCH), *first[RESULTS + 1], *again[RESULTS + 1];
    double logits[MOST], masses[MOST], shares[MOST];
    cross_entropy_settings of_axes = {.f = 0.75, .c = 0.125, .scale = 0.625};
    for (int k = 0; k < INPUTS; k++)
        p->in[k] = allocate(bytes);
    p->sinks = needs_sinks(p->r) ? allocate(p->count * p->size) : 0;
    allocate_results(p, first);
    allocate_results(p, again);
    fill(p, data);
    fill_axes(p, &of_axes, logits, masses, shares);
    if (is_cross_entropy(p->r))
        p->settings = &of_axes;
    to_results(p, first);
    reduce_whole(p, scratch);
    const double worst = data < 4 ? worst_error(p) : 0;

    to_results(p, again);
    reduce_whole(p, 0);
    check_same(p, again, first, "without room");
    for (ptrdiff_t rows = SETTLED; rows < 1000; rows *= 3) {
        to_results(p, again);
        reduce_blocks(p, state, rows);
        check_same(p, again, first, "in blocks");
    }
    if (p->r->inputs == 1 && has_output(p->r)) {
        to_results(p, again);
        void *in = p->in[0];
        p->in[0] = memcpy(p->out, in, bytes);
        reduce_whole(p, scratch);
        check_same(p, again, first, "in place");
        p->in[0] = in;
    }
    for (int k = 0; k < INPUTS; k++)
        free(p->in[k]);
    for (int k = 0; k <= RESULTS; k++)
        free(first[k]), free(again[k]);
    free(p->sinks), free(state), free(scratch);
    return worst;
}

/* ---- all of them --------------------------------------------------------------------------------------------------------- */

static double bound_of(const problem *p) { return is_projection(p->r) ? (ends(p, "_backward") ? 2.2 : 0.7) : 3.5; }

/* Other settings are for the ways alone, but alpha. */
static void check_reduction(const reduction *r, int size)
{
    problem p = {.r = r, .size = size};
    const int had = failures, of_alpha = !strncmp(r->name, "entmax", 6) && r->name[6] != '1';
    double worst = 0;
    said = 0;
    for (int other = 0; other < (of_alpha ? 3 : 1 + r->options); other++)
        for (p.along = 0; p.along < 2; p.along++)
            for (int i = 0; i < LENGTHS; i++)
                for (int data = 0; data < 5; data++) {
                    const void *others = of_alpha ? (const void *)&alphas[other] : &temperatures[r->negated][1];
                    p.settings = other == 0 ? settings_of(r) : others;
                    p.n = lengths[i];
                    state_of_numbers = 1000 * i + data;
                    const double found = check(&p, data);
                    if (of_alpha || !other)
                        worst = fmax(worst, found);
                }
    failures += worst > bound_of(&p);
    printf("%-23s float%d%s: %.2f of %.1f units%s\n", r->name, 8 * size, r->options ? ", with options" : "", worst,
           bound_of(&p), failures > had ? "  FAILED" : "");
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static void time_reduction(const reduction *r, int size)
{
    static const ptrdiff_t timed[] = {10, 64, 1000, 32000};
    void *scratch = allocate(SCRATCH);
    problem p = {.r = r, .size = size, .settings = &alphas[0]};
    printf("%-22s float%d", r->name, 8 * size);
    for (p.along = 1; p.along >= 0; p.along--)
        for (int i = 0; i < 4; i++) {
            double least = INFINITY;
            p.n = timed[i];
            p.count = p.pitch = 64 * (p.n < 1000 ? 10 : 1);
            const size_t bytes = p.n * p.count * size;
            for (int k = 0; k < INPUTS; k++) {
                p.in[k] = allocate(bytes);
                for (ptrdiff_t e = 0; e < p.n * p.count; e++) { /* as good as normal */
                    double v = -6;
                    for (int m = 0; m < 12; m++)
                        v += uniform(0, 1);
                    set_to(p.in[k], e, size, k ? fmax(v, 0) / 10 : v);
                }
            }
            p.out = allocate(bytes);
            for (int repeat = 0; repeat < (p.n < 10000 ? 60 : 15); repeat++) {
                double start = now();
                reduce_whole(&p, scratch);
                least = fmin(least, now() - start);
            }
            printf("%s %8.3f", i ? "" : p.along ? "  along" : "  across", least / (p.n * p.count));
            for (int k = 0; k < INPUTS; k++)
                free(p.in[k]);
            free(p.out);
        }
    printf("\n");
    free(scratch);
}

int main(int argc, char **argv)
{
    (void)argv;
    setlinebuf(stdout);
    list_kernels();
    for (int which = 0; which < 2; which++) {
        const kernel_set *set = sets[which];
        for (int i = 0; argc < 2 && i < set->n_reductions; i++)
            check_reduction(&set->reductions[i], which ? 8 : 4);
        for (int i = 0; argc < 2 && i < CROSS_ENTROPIES; i++)
            check_reduction(&set->cross_entropies[i], which ? 8 : 4);
        for (int i = 0; i < set->n_projections; i++)
            (argc < 2 ? check_reduction : time_reduction)(&set->projections[i], which ? 8 : 4);
    }
    return failures != 0;
}
