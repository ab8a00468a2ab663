/* Layer, RMS and batch normalisation, and their backward forms: of a group of n elements with mean m and variance v

       xhat = (x - m)/sqrt(v + epsilon)        y = xhat*gamma + beta
       dx = (g - mean(g) - xhat*mean(g*xhat))/sqrt(v + epsilon), g = dy*gamma;   dgamma = sum(dy*xhat), dbeta = sum(dy).

   Of RMS v is the mean of squares, and m and mean(g) are 0.

   Sums are those of u = x*unit - shift, in twice the digits: of floats in double, of doubles in two words.  For floats the
   shift is 0 and u is x, so that one pass gives both moments: the variance loses to m^2 what double has to spare.  Where that
   is not enough the sums are made once more, of what is left of x without its mean, as those of doubles always are.  The unit
   is 1, or a power of 2 where squares would leave the range of the type. */

/* ---- the lanes of a pack in double, and sums ---------------------------------------------------------------------------- */

enum { PARTS = REAL == 32 ? 2 : 1, PART = LANES / PARTS };
#define EACH_PART(p) _Pragma("GCC unroll 2") for (int p = 0; p < PARTS; p++)
typedef struct {
    W part[PARTS];
} WIDE;

WORD W load_wide(const double *p)
{
    W v;
    memcpy(&v, p, sizeof v);
    return v;
}

WORD void store_wide(double *p, W v) { memcpy(p, &v, sizeof v); }

/* A sum for each lane of a pack. */
#if REAL == 32
typedef WIDE TOTAL;
WORD WIDE wide(const R *x) { return (WIDE){{widen_single(x), widen_single(x + PART)}}; }
WORD void add_to(TOTAL *sum, WIDE v) { EACH_PART(p) sum->part[p] += v.part[p]; }
WORD void add_product(TOTAL *sum, WIDE a, WIDE b)
{
    EACH_PART(p) sum->part[p] = fma_wide(a.part[p], b.part[p], sum->part[p]);
}
WORD void put_total(const TOTAL *sum, double *to)
{
    EACH_PART(p) store_wide(to + p * PART, sum->part[p]);
}
#else
typedef DD TOTAL;
WORD WIDE wide(const R *x) { return (WIDE){{load(x)}}; }
WORD void add_to(TOTAL *sum, WIDE v)
{
    DD s = two_sum(sum->h, v.part[0]);
    *sum = (DD){s.h, sum->l + s.l};
}
WORD void add_product(TOTAL *sum, WIDE a, WIDE b)
{
    DD product = two_prod(a.part[0], b.part[0]), s = two_sum(sum->h, product.h);
    *sum = (DD){s.h, sum->l + (s.l + product.l)};
}
WORD void put_total(const TOTAL *sum, double *to) { store(to, sum->h + sum->l); }
#endif

/* The sum of COLUMNS numbers: halves with halves, whatever the width of a pack. */
WORD double sum_of_lanes(const double *numbers)
{
    enum { WIDTH = PACK_BYTES / sizeof(double), COUNT = COLUMNS / WIDTH };
    W v[COUNT], found;
    _Pragma("GCC unroll 8") for (int i = 0; i < COUNT; i++) v[i] = load_wide(numbers + i * WIDTH);
    _Pragma("GCC unroll 8") for (int half = COUNT / 2; half; half /= 2)
        _Pragma("GCC unroll 8") for (int i = 0; i < half; i++) v[i] += v[i + half];
    _Pragma("GCC unroll 4") for (int bit = WIDTH / 2; bit; bit /= 2) {
        _Pragma("GCC unroll 8") for (int lane = 0; lane < WIDTH; lane++) found[lane] = v[0][lane ^ bit];
        v[0] += found;
    }
    return v[0][0];
}

/* ---- moments ------------------------------------------------------------------------------------------------------------ */

/* CENTRED: less the mean.  AFFINE: with gamma and beta for each element of a group; BY_GROUP: for each group.  BACK: backward.
   MOVED: with a shift and a unit; IN_UNITS: with a unit other than 1.  MEAN: of the sums the first alone. */
enum { CENTRED = 1, AFFINE = 2, BY_GROUP = 4, BACK = 8, MOVED = 16, IN_UNITS = 32, MEAN = 64 };

/* Of doubles every sum but that of squares without a mean is MOVED from the beginning. */
#define AT_FIRST(how) (REAL == 64 && (how) & CENTRED ? (how) | MOVED : (how))

/* Sums of u and of its squares, of dy and of its products with u, the last two in batch normalisation. */
enum { FIRST, SECOND, GRADIENTS, PRODUCTS, MOMENTS };
WORD int is_used(int moment, int how)
{
    const int of_all = moment == FIRST ? how & CENTRED : moment == SECOND ? !(how & MEAN) : how & BACK && how & BY_GROUP;
    return of_all != 0;
}
#define EACH_MOMENT(m, how) _Pragma("GCC unroll 4") for (int m = 0; m < MOMENTS; m++) if (is_used(m, how))

typedef struct {
    TOTAL of[MOMENTS];
} PACK_SUMS;
typedef struct {
    double of[MOMENTS];
} SUMS_OF_GROUP;

/* What x becomes: w = (x unit - mean) inverse + rest, which is xhat, or BY_GROUP the result itself.  Backward
   dx = ((g - gradient) slope - xhat product) unit, or BY_GROUP, where w has that product already, ((g - gradient) slope - w)
   unit. */
typedef struct {
    R unit, mean, inverse, rest, gradient, slope, product;
} MAP;
typedef struct {
    T unit, mean, inverse, rest, gradient, slope, product;
} FACTORS;

WORD double elements_of(const normalization *t) { return (double)t->runs * t->length; }

/* Pack g of a strip; `shift` and `unit` are of all its columns; `counts` is null, or has 1 for the columns that are there and 0
   for the others. */
WORD void add_pack(const R *x, const R *dy, const double *counts, const double *shift, const double *unit, int g, PACK_SUMS *s,
                   int how)
{
    WIDE u = wide(x + g * LANES);
    EACH_PART(p) {
        const int at = g * LANES + p * PART;
        if (how & MOVED && how & ALONG)
            u.part[p] = u.part[p] * *unit - *shift;
        else if (how & MOVED)
            u.part[p] = u.part[p] * load_wide(unit + at) - load_wide(shift + at);
        if (counts)
            u.part[p] *= load_wide(counts + at);
    }
    if (is_used(FIRST, how))
        add_to(&s->of[FIRST], u);
    if (is_used(SECOND, how))
        add_product(&s->of[SECOND], u, u);
    if (is_used(PRODUCTS, how)) {
        const WIDE gradient = wide(dy + g * LANES);
        add_to(&s->of[GRADIENTS], gradient);
        add_product(&s->of[PRODUCTS], gradient, u);
    }
}

/* Whether squares, beside which epsilon counts, are in a range where nothing overflows or is lost. */
WORD int is_in_range(double square)
{
    return (square >= (REAL == 32 ? 0x1p-120 : 0x1p-800)) & (square <= (REAL == 32 ? 0x1p120 : 0x1p800));
}

/* Whether sums have digits enough, for a float and a quarter: of so many terms each may have lost half as many units. */
WORD int is_exact(const normalization *t, SUMS_OF_GROUP s, double terms, int how)
{
    const double share = 1 / elements_of(t), mean = s.of[FIRST] * share, square = s.of[SECOND] * share;
    const int is_kept = REAL == 64 || !(how & CENTRED) || square - mean * mean >= square * terms * 0x1p-27;
    return is_kept & is_in_range(square + t->epsilon);
}

/* Where they have not: of the group whose first element is x. */
static __attribute__((noinline)) void find_basis(const normalization *t, const R *x, SUMS_OF_GROUP s, double *shift,
                                                 double *unit)
{
    double largest = sqrt(t->epsilon), mean = 0;
    if (is_in_range(s.of[SECOND] / elements_of(t) + t->epsilon)) {
        *shift = (R)(s.of[FIRST] / elements_of(t) + *shift);
        return;
    }
    for (ptrdiff_t run = 0; run < t->runs; run++)
        for (ptrdiff_t i = 0; i < t->length; i++) {
            const double element = fabs((double)x[run * t->run_step + i]);
            largest = element > largest ? element : largest;
        }
    if (largest > 0 && largest < INFINITY)
        *unit = ldexp(1, -ilogb(largest));
    for (ptrdiff_t run = 0; run < t->runs; run++)
        for (ptrdiff_t i = 0; i < t->length; i++)
            mean += x[run * t->run_step + i] * *unit;
    *shift = t->centred ? (R)(mean / elements_of(t)) : 0;
}

/* A group's mean and variance, in its unit, or dgamma and dbeta; and what x becomes.  A quotient in double keeps a constant's
   mean exact, where for floats double has digits to spare. */
WORD MAP finish_group(const normalization *t, SUMS_OF_GROUP s, double shift, double unit, R gamma, R beta, double *first,
                      double *second, int how)
{
    const double n = elements_of(t), share = 1 / n;
    const double q = !(how & CENTRED) ? 0 : REAL == 32 ? s.of[FIRST] * share : s.of[FIRST] / n, mean = shift + q;
    const double spread = how & CENTRED ? s.of[SECOND] - s.of[FIRST] * q : s.of[SECOND];
    const double var = (spread < 0 ? 0 : spread) * share, inverse = 1 / sqrt(var + t->epsilon * unit * unit);
    const R high = (R)mean;
    const double rest = -((shift - (double)high) + q) * inverse;
    *first = mean;
    *second = var;
    if (!(how & BY_GROUP))
        return (MAP){.unit = (R)unit, .mean = high, .inverse = (R)inverse, .rest = (R)rest};
    if (!(how & BACK))
        return (MAP){.unit = (R)unit, .mean = high, .inverse = (R)(inverse * gamma), .rest = (R)(rest * gamma + beta)};
    const double product = (s.of[PRODUCTS] - q * s.of[GRADIENTS]) * inverse, factor = product * share * inverse * gamma;
    *first = product;
    *second = s.of[GRADIENTS];
    return (MAP){.unit = (R)unit,
                 .mean = high,
                 .inverse = (R)(inverse * factor),
                 .rest = (R)(rest * factor),
                 .gradient = (R)(REAL == 32 ? s.of[GRADIENTS] * share : s.of[GRADIENTS] / n),
                 .slope = (R)(inverse * gamma)};
}

/* ---- results ------------------------------------------------------------------------------------------------------------ */

WORD FACTORS factors_of(MAP m)
{
    return (FACTORS){PACK(m.unit),     PACK(m.mean),  PACK(m.inverse), PACK(m.rest),
                     PACK(m.gradient), PACK(m.slope), PACK(m.product)};
}

WORD T mapped(const R *x, const FACTORS *f, int how)
{
    T v = load(x);
    if (how & IN_UNITS)
        v *= f->unit;
    return how & CENTRED ? FMA(v - f->mean, f->inverse, f->rest) : v * f->inverse;
}
WORD T mapped_slope(T w, T gradient, const FACTORS *f, int how)
{
    if (how & CENTRED)
        gradient -= f->gradient;
    const T dx = how & BY_GROUP ? FMA(gradient, f->slope, -w) : FNMA(w, f->product, gradient * f->slope);
    return how & IN_UNITS ? dx * f->unit : dx;
}

/* Pack g of a strip. */
WORD void map_pack(const R *x, const R *dy, const R *gamma, const R *beta, R *out, const FACTORS *f, int g, int streamed,
                   int how)
{
    T y = mapped(x + g * LANES, f, how);
    if (how & BACK)
        y = mapped_slope(y, load(dy + g * LANES), f, how);
    else if (how & AFFINE)
        y = how & CENTRED ? FMA(y, load(gamma + g * LANES), load(beta + g * LANES)) : y * load(gamma + g * LANES);
    put(out + g * LANES, y, streamed);
}

/* ---- groups along memory ------------------------------------------------------------------------------------------------ */

/* The last elements of a run, and what belongs to them, in whole packs; `counts` as add_pack() takes it. */
typedef struct {
    R x[COLUMNS], dy[COLUMNS], gamma[COLUMNS], beta[COLUMNS], out[COLUMNS];
    double counts[COLUMNS];
} PADDED;

WORD ptrdiff_t whole_part(const normalization *t) { return t->length & -COLUMNS; }
WORD ptrdiff_t rest_part(const normalization *t) { return t->length % COLUMNS; }

WORD void pad(R *to, const void *from, ptrdiff_t first, ptrdiff_t count)
{
    memset(to, 0, COLUMNS * sizeof(R));
    if (from)
        memcpy(to, (const R *)from + first, count * sizeof(R));
}
WORD void pad_parameters(const normalization *t, PADDED *last, int how)
{
    pad(last->gamma, how & AFFINE ? t->gamma : 0, whole_part(t), rest_part(t));
    pad(last->beta, how & AFFINE ? t->beta : 0, whole_part(t), rest_part(t));
    for (int i = 0; i < COLUMNS; i++)
        last->counts[i] = i < rest_part(t);
}
WORD void pad_run(const normalization *t, const R *x, const R *dy, PADDED *last)
{
    pad(last->x, x, whole_part(t), rest_part(t));
    pad(last->dy, dy, whole_part(t), rest_part(t));
}

/* A run; pack by pack where the sums of all would not fit the registers. */
WORD void sum_run(const normalization *t, const R *x, const R *dy, PADDED *last, const double *shift, const double *unit,
                  PACK_SUMS *sums, int how)
{
    const int at_once = !is_used(PRODUCTS, how), rounds = at_once ? 1 : GROUP;
    if (rest_part(t))
        pad_run(t, x, how & BACK ? dy : 0, last);
    _Pragma("GCC unroll 4") for (int round = 0; round < rounds; round++) {
        for (ptrdiff_t i = 0; i < whole_part(t); i += COLUMNS) {
            if (how & BY_GROUP && round == 0) {
                __builtin_prefetch(x + i + t->run_step);
                if (how & BACK)
                    __builtin_prefetch(dy + i + t->run_step);
            }
            EACH_PACK(g)
                if (at_once || g == round)
                    add_pack(x + i, dy + i, 0, shift, unit, g, &sums[g], how);
        }
        if (rest_part(t))
            EACH_PACK(g)
                if (at_once || g == round)
                    add_pack(last->x, last->dy, last->counts, shift, unit, g, &sums[g], how);
    }
}

WORD void clear_sums_of_packs(PACK_SUMS *s, int how)
{
    EACH_PACK(g)
        EACH_MOMENT(m, how) s[g].of[m] = (TOTAL){0};
}

WORD SUMS_OF_GROUP sums_of_group(const PACK_SUMS *s, int how)
{
    SUMS_OF_GROUP made = {{0}};
    double columns[COLUMNS];
    EACH_MOMENT(m, how) {
        EACH_PACK(g) put_total(&s[g].of[m], columns + g * LANES);
        made.of[m] = sum_of_lanes(columns);
    }
    return made;
}

/* In registers, from the first run to the last. */
WORD SUMS_OF_GROUP sum_group(const normalization *t, const R *x, const R *dy, PADDED *last, double shift, double unit, int how)
{
    PACK_SUMS s[GROUP];
    clear_sums_of_packs(s, how);
    for (ptrdiff_t run = 0; run < t->runs; run++)
        sum_run(t, x + run * t->run_step, dy + run * t->run_step, last, &shift, &unit, s, how);
    return sums_of_group(s, how);
}

/* Sums once more, with a shift. */
typedef SUMS_OF_GROUP again_kernel(const normalization *t, const R *x, const R *dy, PADDED *last, SUMS_OF_GROUP sums,
                                   double *shift, double *unit);

WORD SUMS_OF_GROUP sum_group_again(const normalization *t, const R *x, const R *dy, PADDED *last, SUMS_OF_GROUP sums,
                                   double *shift, double *unit, int how)
{
    find_basis(t, x, sums, shift, unit);
    return sum_group(t, x, dy, last, *shift, *unit, how | MOVED);
}

/* The map of a group from its sums; what is reported of it. */
WORD MAP settle_group(const normalization *t, ptrdiff_t group, const R *x, const R *dy, PADDED *last, SUMS_OF_GROUP sums,
                      double shift, again_kernel *again, int how)
{
    double unit = 1, first, second;
    if (__builtin_expect(!is_exact(t, sums, elements_of(t) * (1.0 / COLUMNS), how), 0))
        sums = again(t, x, dy, last, sums, &shift, &unit);
    const int by_group = how & BY_GROUP;
    const R gamma = by_group && t->gamma ? ((const R *)t->gamma)[group] : 1;
    const R beta = by_group && t->beta ? ((const R *)t->beta)[group] : 0;
    const MAP made = finish_group(t, sums, shift, unit, gamma, beta, &first, &second, how);
    if (by_group) {
        t->results[0][group] = how & BACK ? first : first / unit;
        t->results[1][group] = how & BACK ? second : second / unit / unit;
    }
    return made;
}

WORD void map_run(const normalization *t, const R *x, const R *dy, R *out, PADDED *last, MAP map, int how)
{
    const R *gamma = t->gamma, *beta = t->beta;
    const FACTORS f = factors_of(map);
    if (rest_part(t)) {
        pad_run(t, x, how & BACK ? dy : 0, last);
        EACH_PACK(g) map_pack(last->x, last->dy, last->gamma, last->beta, last->out, &f, g, 0, how);
    }
    for (ptrdiff_t i = 0; i < whole_part(t); i += COLUMNS)
        EACH_PACK(g) map_pack(x + i, dy + i, gamma + i, beta + i, out + i, &f, g, t->streamed, how);
    if (rest_part(t))
        memcpy(out + whole_part(t), last->out, rest_part(t) * sizeof(R));
}

WORD void map_any_run(const normalization *t, const R *x, const R *dy, R *out, PADDED *last, MAP map, int how)
{
    if (map.unit == 1)
        map_run(t, x, dy, out, last, map, how);
    else
        map_run(t, x, dy, out, last, map, how | IN_UNITS);
}

/* Groups of one run. */
WORD MAP measure_row(const normalization *t, const R *x, const R *dy, PADDED *last, again_kernel *again, int how)
{
    double shift = 0;
    if (AT_FIRST(how) & MOVED)
        shift = sum_group(t, x, dy, last, 0, 1, CENTRED | MEAN | ALONG).of[FIRST] / elements_of(t);
    return settle_group(t, 0, x, dy, last, sum_group(t, x, dy, last, shift, 1, AT_FIRST(how)), shift, again, how);
}

WORD void run_rows(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch, again_kernel *again, int how)
{
    PADDED last;
    pad_parameters(t, &last, how);
    for (ptrdiff_t row = first; row < end; row++) {
        const R *x = (const R *)t->x + row * t->group_step;
        map_any_run(t, x, x, (R *)t->out + row * t->group_step, &last, measure_row(t, x, x, &last, again, how), how);
    }
}

/* Groups of many runs, some neighbours at a time, whose runs follow one another: in their order memory brings the next lines
   by itself.  Of 64 x 256 x 196 floats, 16 groups at a time took 1.3 times as long, and one by one 2.3 times (Zen 4). */
enum { NEIGHBOURS = 64, BLOCK = 65536 };
typedef struct {
    PACK_SUMS sums[GROUP];
    double shift;
    MAP map;
} NEIGHBOUR;
_Static_assert(NEIGHBOURS * sizeof(NEIGHBOUR) <= NORMALIZED, "run_groups");

WORD void sum_block(const normalization *t, const R *x, const R *dy, int count, PADDED *last, NEIGHBOUR *of, int how)
{
    const double unit = 1;
    for (int k = 0; k < count; k++)
        clear_sums_of_packs(of[k].sums, how);
    for (ptrdiff_t run = 0; run < t->runs; run++)
        for (int k = 0; k < count; k++) {
            const ptrdiff_t at = run * t->run_step + k * t->group_step;
            PACK_SUMS s[GROUP]; /* in registers */
            EACH_PACK(g)
                EACH_MOMENT(m, how) s[g].of[m] = of[k].sums[g].of[m];
            sum_run(t, x + at, dy + at, last, &of[k].shift, &unit, s, how);
            EACH_PACK(g)
                EACH_MOMENT(m, how) of[k].sums[g].of[m] = s[g].of[m];
        }
}

WORD void run_groups(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch, again_kernel *again, int how)
{
    PADDED last;
    NEIGHBOUR *of = scratch;
    ptrdiff_t most = BLOCK / (t->length * sizeof(R)), count;
    most = most < 1 ? 1 : most > NEIGHBOURS ? NEIGHBOURS : most;
    pad_parameters(t, &last, how);
    for (ptrdiff_t group = first; group < end; group += count) {
        const R *x = (const R *)t->x + group * t->group_step, *dy = how & BACK ? (const R *)t->dy + group * t->group_step : x;
        R *out = (R *)t->out + group * t->group_step;
        count = end - group < most ? end - group : most;
        if (AT_FIRST(how) & MOVED)
            sum_block(t, x, dy, (int)count, &last, of, CENTRED | MEAN | ALONG);
        for (int k = 0; k < count; k++)
            of[k].shift = AT_FIRST(how) & MOVED ? sums_of_group(of[k].sums, CENTRED | MEAN).of[FIRST] / elements_of(t) : 0;
        sum_block(t, x, dy, (int)count, &last, of, AT_FIRST(how));
        for (int k = 0; k < count; k++) {
            const ptrdiff_t at = k * t->group_step;
            of[k].map = settle_group(t, group + k, x + at, dy + at, &last, sums_of_group(of[k].sums, how), of[k].shift, again,
                                     how);
        }
        for (ptrdiff_t run = 0; run < t->runs; run++)
            for (int k = 0; k < count; k++) {
                const ptrdiff_t at = run * t->run_step + k * t->group_step;
                map_any_run(t, x + at, dy + at, out + at, &last, of[k].map, how);
            }
    }
}

/* ---- the backward form of rows ------------------------------------------------------------------------------------------ */

/* Sums of g and of g*xhat, and for gamma and beta those of dy*xhat and dy over rows: four in a tree, trees in a pack, at most
   IN_PACK of them; and these sums in double, or at the end in two words. */
enum { IN_PACK = 16 };

WORD T tree(const T *parts, int count)
{
    return count > 2 ? (parts[0] + parts[1]) + (parts[2] + parts[3]) : parts[0];
}

WORD void add_slopes(const R *x, const R *dy, const R *gamma, int count, const FACTORS *f, T *gradients, T *products, int how)
{
    EACH_PACK(g) {
        T a[TOGETHER] = {{0}}, b[TOGETHER] = {{0}};
        EACH_ROW(k, count) {
            const ptrdiff_t at = k * COLUMNS + g * LANES;
            a[k] = how & AFFINE ? load(dy + at) * load(gamma + at) : load(dy + at);
            b[k] = a[k] * mapped(x + at, f, how);
        }
        if (how & CENTRED)
            gradients[g] += tree(a, count);
        products[g] += tree(b, count);
    }
}

WORD double sum_of_packs(const T *packs)
{
    R numbers[COLUMNS];
    double columns[COLUMNS];
    EACH_PACK(g) {
        store(numbers + g * LANES, packs[g]);
        const WIDE v = wide(numbers + g * LANES);
        EACH_PART(p) store_wide(columns + g * LANES + p * PART, v.part[p]);
    }
    return sum_of_lanes(columns);
}

/* The factors of a row, with those of its slopes. */
WORD MAP measure_slopes(const normalization *t, const R *x, const R *dy, PADDED *last, MAP map, int how)
{
    const ptrdiff_t whole = whole_part(t), step = TOGETHER * COLUMNS;
    const double share = 1 / elements_of(t);
    const FACTORS f = factors_of(map);
    const R *gamma = t->gamma;
    double gradient = 0, product = 0;
    for (ptrdiff_t first = 0; first < t->length; first += IN_PACK * step) {
        T gradients[GROUP] = {{0}}, products[GROUP] = {{0}};
        const ptrdiff_t end = first + IN_PACK * step < whole ? first + IN_PACK * step : whole;
        ptrdiff_t i = first;
        for (; i + step <= end; i += step)
            add_slopes(x + i, dy + i, gamma + i, TOGETHER, &f, gradients, products, how);
        for (; i < end; i += COLUMNS)
            add_slopes(x + i, dy + i, gamma + i, 1, &f, gradients, products, how);
        if (rest_part(t) && first + IN_PACK * step >= whole) {
            pad_run(t, x, dy, last);
            add_slopes(last->x, last->dy, last->gamma, 1, &f, gradients, products, how);
        }
        gradient += how & CENTRED ? sum_of_packs(gradients) : 0;
        product += sum_of_packs(products);
    }
    map.gradient = (R)(t->length == 1 ? gradient : gradient * share);
    map.slope = map.inverse;
    map.product = (R)(product * share * map.inverse);
    return map;
}

/* Rows go by twos: their operands and results stay in the first cache, where those of four do not (1024 floats). */
enum { PAIR = 2 };

/* A strip of `count` rows: dx, and what it adds to the sums over rows. */
WORD void map_rows(const R *const *x, const R *const *dy, const R *gamma, R *const *out, R *sums, ptrdiff_t width,
                   const FACTORS *f, int count, int streamed, int how)
{
    EACH_PACK(g) {
        T gradients[PAIR] = {{0}}, products[PAIR] = {{0}};
        const T factor = how & AFFINE ? load(gamma + g * LANES) : PACK(1);
        EACH_ROW(k, count) {
            const T xhat = mapped(x[k] + g * LANES, &f[k], how), slope = load(dy[k] + g * LANES);
            gradients[k] = slope;
            products[k] = slope * xhat;
            put(out[k] + g * LANES, mapped_slope(xhat, how & AFFINE ? slope * factor : slope, &f[k], how), streamed);
        }
        store(sums + g * LANES, load(sums + g * LANES) + (products[0] + products[1]));
        if (how & CENTRED)
            store(sums + width + g * LANES, load(sums + width + g * LANES) + (gradients[0] + gradients[1]));
    }
}

WORD void map_few_rows(const normalization *t, const R *const *x, const R *const *dy, R *const *out, PADDED *last, R *sums,
                       const MAP *maps, int count, int how)
{
    const R *of_x[PAIR], *of_dy[PAIR];
    R *of_out[PAIR];
    FACTORS f[PAIR];
    EACH_ROW(k, count) f[k] = factors_of(maps[k]);
    for (ptrdiff_t i = 0; i < whole_part(t); i += COLUMNS) {
        EACH_ROW(k, count) {
            of_x[k] = x[k] + i;
            of_dy[k] = dy[k] + i;
            of_out[k] = out[k] + i;
        }
        map_rows(of_x, of_dy, (const R *)t->gamma + i, of_out, sums + i, t->width, f, count, t->streamed, how);
    }
    if (!rest_part(t))
        return;
    EACH_ROW(k, count) {
        pad_run(t, x[k], dy[k], &last[k]);
        of_x[k] = last[k].x;
        of_dy[k] = last[k].dy;
        of_out[k] = last[k].out;
    }
    map_rows(of_x, of_dy, last[0].gamma, of_out, sums + whole_part(t), t->width, f, count, 0, how);
    EACH_ROW(k, count) memcpy(out[k] + whole_part(t), last[k].out, rest_part(t) * sizeof(R));
}

/* Chunks of at most IN_PACK trees of rows, each with sums of its own: these depend on no thread. */
WORD void run_chunks(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch, again_kernel *again, int how)
{
    PADDED last[PAIR];
    pad_parameters(t, &last[0], how);
    for (ptrdiff_t chunk = first; chunk < end; chunk++) {
        const ptrdiff_t beyond = (chunk + 1) * t->chunk < t->groups ? (chunk + 1) * t->chunk : t->groups;
        R *sums = (R *)t->sums + chunk * 2 * t->width;
        memset(sums, 0, 2 * t->width * sizeof(R));
        for (ptrdiff_t row = chunk * t->chunk; row < beyond; row += PAIR) {
            const int count = beyond - row < PAIR ? (int)(beyond - row) : PAIR;
            const R *x[PAIR], *dy[PAIR];
            R *out[PAIR];
            MAP maps[PAIR];
            int in_units = 0;
            for (int k = 0; k < count; k++) {
                const ptrdiff_t at = (row + k) * t->group_step;
                x[k] = (const R *)t->x + at;
                dy[k] = (const R *)t->dy + at;
                out[k] = (R *)t->out + at;
                maps[k] = measure_row(t, x[k], dy[k], &last[0], again, how);
                in_units |= maps[k].unit != 1;
            }
            /* while a row is summed, the quotients of the one before it are ready */
            for (int k = 0; k < count; k++)
                maps[k] = in_units ? measure_slopes(t, x[k], dy[k], &last[0], maps[k], how | IN_UNITS)
                                   : measure_slopes(t, x[k], dy[k], &last[0], maps[k], how);
            if (count == PAIR && !in_units)
                map_few_rows(t, x, dy, out, last, sums, maps, PAIR, how);
            else
                for (int k = 0; k < count; k++)
                    map_few_rows(t, x + k, dy + k, out + k, last, sums, maps + k, 1, how | IN_UNITS);
        }
    }
}

/* ---- groups across memory: neighbouring columns ------------------------------------------------------------------------- */

/* Of each column of a strip. */
typedef struct {
    PACK_SUMS sums[GROUP];
    double of[MOMENTS][COLUMNS], shift[COLUMNS], unit[COLUMNS];
    R units[COLUMNS], means[COLUMNS], inverses[COLUMNS], rests[COLUMNS], gradients[COLUMNS], slopes[COLUMNS];
    int in_units;
} STRIP;

WORD SUMS_OF_GROUP sums_of_column(const STRIP *strip, int i)
{
    return (SUMS_OF_GROUP){{strip->of[FIRST][i], strip->of[SECOND][i], strip->of[GRADIENTS][i], strip->of[PRODUCTS][i]}};
}

WORD FACTORS factors_of_pack(const STRIP *strip, int g)
{
    return (FACTORS){.unit = load(strip->units + g * LANES),
                     .mean = load(strip->means + g * LANES),
                     .inverse = load(strip->inverses + g * LANES),
                     .rest = load(strip->rests + g * LANES),
                     .gradient = load(strip->gradients + g * LANES),
                     .slope = load(strip->slopes + g * LANES)};
}

/* Row `row` of a strip, as whole packs where it is narrower. */
WORD const R *row_of_strip(const void *from, const normalization *t, ptrdiff_t row, ptrdiff_t column, int width, R *padded)
{
    const R *at = (const R *)from + row * t->run_step + column;
    if (width == COLUMNS)
        return at;
    pad(padded, at, 0, width);
    return padded;
}

WORD void sum_rows(const normalization *t, ptrdiff_t row, int count, ptrdiff_t column, int width, STRIP *strip, int how)
{
    R padded_x[COLUMNS], padded_dy[COLUMNS];
    const R *x[TOGETHER], *dy[TOGETHER];
    EACH_ROW(k, count) {
        x[k] = row_of_strip(t->x, t, row + k, column, width, padded_x);
        dy[k] = how & BACK ? row_of_strip(t->dy, t, row + k, column, width, padded_dy) : 0;
    }
    EACH_PACK(g) {
        PACK_SUMS s;
        EACH_MOMENT(m, how) s.of[m] = strip->sums[g].of[m];
        EACH_ROW(k, count) add_pack(x[k], dy[k], 0, strip->shift, strip->unit, g, &s, how);
        EACH_MOMENT(m, how) strip->sums[g].of[m] = s.of[m];
    }
}

WORD ptrdiff_t strips_of(ptrdiff_t columns) { return (columns + COLUMNS - 1) / COLUMNS; }
WORD int width_of(ptrdiff_t column, ptrdiff_t end) { return end - column < COLUMNS ? (int)(end - column) : COLUMNS; }

/* A line of rows that come next. */
WORD void prefetch_rows(const void *from, const normalization *t, ptrdiff_t row, int count, ptrdiff_t column)
{
    if (row + count <= t->runs)
        EACH_ROW(k, count) __builtin_prefetch((const R *)from + (row + k) * t->run_step + column);
}

/* Columns first to end, of which `strips` begins with those of the first: at most BLOCK_OF_STRIPS, whose sums are then in the
   first caches. */
WORD void sum_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, STRIP *strips, int how)
{
    for (STRIP *strip = strips; strip < strips + strips_of(end - first); strip++)
        memset(strip->sums, 0, sizeof strip->sums);
    for (ptrdiff_t row = 0; row < t->runs; row += TOGETHER)
        for (ptrdiff_t column = first; column < end; column += COLUMNS) {
            STRIP *strip = &strips[(column - first) / COLUMNS];
            const int width = width_of(column, end);
            if (width == COLUMNS && t->runs - row >= TOGETHER) {
                prefetch_rows(t->x, t, row + TOGETHER, TOGETHER, column);
                if (how & BACK)
                    prefetch_rows(t->dy, t, row + TOGETHER, TOGETHER, column);
                sum_rows(t, row, TOGETHER, column, COLUMNS, strip, how);
            } else
                for (ptrdiff_t k = row; k < t->runs && k < row + TOGETHER; k++)
                    sum_rows(t, k, 1, column, width, strip, how);
        }
    for (STRIP *strip = strips; strip < strips + strips_of(end - first); strip++)
        EACH_MOMENT(m, how)
            EACH_PACK(g) put_total(&strip->sums[g].of[m], strip->of[m] + g * LANES);
}

/* Where a column's sums have not digits enough, the strip's are made once more: the other columns keep their bits. */
typedef void again_columns(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip);

WORD void sum_columns_again(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip, int how)
{
    for (int i = 0; i < width_of(column, end); i++)
        if (!is_exact(t, sums_of_column(strip, i), t->runs, how))
            find_basis(t, (const R *)t->x + column + i, sums_of_column(strip, i), &strip->shift[i], &strip->unit[i]);
    sum_columns(t, column, column + width_of(column, end), strip, how | MOVED);
}

WORD void measure_strip(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip, again_columns *again, int how)
{
    const int width = width_of(column, end);
    double first[COLUMNS], second[COLUMNS];
    R gamma[COLUMNS], beta[COLUMNS];
    int exact = 1;
    for (int i = 0; i < COLUMNS; i++)
        exact &= is_exact(t, sums_of_column(strip, i), t->runs, how) | (i >= width);
    if (__builtin_expect(!exact, 0))
        again(t, column, end, strip);
    for (int i = 0; i < COLUMNS; i++)
        gamma[i] = 1, beta[i] = 0;
    if (t->gamma)
        memcpy(gamma, (const R *)t->gamma + column, width * sizeof(R));
    if (t->beta)
        memcpy(beta, (const R *)t->beta + column, width * sizeof(R));
    strip->in_units = 0;
    for (int i = 0; i < COLUMNS; i++) {
        const MAP map = finish_group(t, sums_of_column(strip, i), strip->shift[i], strip->unit[i], gamma[i], beta[i], &first[i],
                                     &second[i], how);
        strip->units[i] = map.unit;
        strip->means[i] = map.mean;
        strip->inverses[i] = map.inverse;
        strip->rests[i] = map.rest;
        strip->gradients[i] = map.gradient;
        strip->slopes[i] = map.slope;
        strip->in_units |= map.unit != 1;
    }
    for (int i = 0; strip->in_units && !(how & BACK) && i < COLUMNS; i++) {
        first[i] /= strip->unit[i];
        second[i] /= strip->unit[i] * strip->unit[i];
    }
    memcpy(t->results[0] + column, first, width * sizeof(double));
    memcpy(t->results[1] + column, second, width * sizeof(double));
}

enum { BLOCK_OF_STRIPS = 64 };

/* Columns first to end. */
WORD void measure_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, again_columns *again, int how)
{
    for (ptrdiff_t from = first; from < end; from += BLOCK_OF_STRIPS * COLUMNS) {
        const ptrdiff_t to = end - from < BLOCK_OF_STRIPS * COLUMNS ? end : from + BLOCK_OF_STRIPS * COLUMNS;
        STRIP *strips = (STRIP *)t->strips + from / COLUMNS;
        for (STRIP *strip = strips; strip < strips + strips_of(to - from); strip++)
            for (int i = 0; i < COLUMNS; i++)
                strip->shift[i] = 0, strip->unit[i] = 1;
        if (AT_FIRST(how) & MOVED) {
            sum_columns(t, from, to, strips, CENTRED | MEAN);
            for (STRIP *strip = strips; strip < strips + strips_of(to - from); strip++)
                for (int i = 0; i < COLUMNS; i++)
                    strip->shift[i] = strip->of[FIRST][i] / t->runs;
        }
        sum_columns(t, from, to, strips, AT_FIRST(how));
        for (ptrdiff_t column = from; column < to; column += COLUMNS)
            measure_strip(t, column, to, &strips[(column - from) / COLUMNS], again, how);
    }
}

WORD void map_strip(const normalization *t, ptrdiff_t row, ptrdiff_t column, int width, const STRIP *strip, int how)
{
    R padded_x[COLUMNS], padded_dy[COLUMNS], padded_out[COLUMNS];
    const R *x = row_of_strip(t->x, t, row, column, width, padded_x);
    const R *dy = how & BACK ? row_of_strip(t->dy, t, row, column, width, padded_dy) : x;
    R *out = (R *)t->out + row * t->run_step + column;
    EACH_PACK(g) {
        const FACTORS f = factors_of_pack(strip, g);
        map_pack(x, dy, 0, 0, width == COLUMNS ? out : padded_out, &f, g, width == COLUMNS && t->streamed, how);
    }
    if (width != COLUMNS)
        memcpy(out, padded_out, width * sizeof(R));
}

/* Rows first to end, each as it is in memory, but long ones in parts whose factors stay in the first caches.  Two parts of
   each row of 8192 x 768 floats, one after the other, took twice the time (Zen 4). */
WORD void map_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, int how)
{
    enum { ROWS_OF_BLOCK = 32 };
    const STRIP *strips = t->strips;
    for (ptrdiff_t top = first; top < end; top += ROWS_OF_BLOCK)
        for (ptrdiff_t from = 0; from < t->groups; from += BLOCK_OF_STRIPS * COLUMNS) {
            const ptrdiff_t bottom = end - top < ROWS_OF_BLOCK ? end : top + ROWS_OF_BLOCK;
            const ptrdiff_t to = t->groups - from < BLOCK_OF_STRIPS * COLUMNS ? t->groups : from + BLOCK_OF_STRIPS * COLUMNS;
            const ptrdiff_t whole = from + ((to - from) & -COLUMNS);
            for (ptrdiff_t row = top; row < bottom; row++) {
                for (ptrdiff_t column = from; column < whole; column += COLUMNS) {
                    prefetch_rows(t->x, t, row + 2, 1, column);
                    if (how & BACK)
                        prefetch_rows(t->dy, t, row + 2, 1, column);
                    map_strip(t, row, column, COLUMNS, &strips[column / COLUMNS], how);
                }
                if (whole < to)
                    map_strip(t, row, whole, (int)(to - whole), &strips[whole / COLUMNS], how);
            }
        }
}

WORD void map_any_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, int how)
{
    int in_units = 0;
    for (ptrdiff_t strip = 0; strip < strips_of(t->groups); strip++)
        in_units |= ((const STRIP *)t->strips)[strip].in_units;
    if (in_units)
        map_columns(t, first, end, how | IN_UNITS);
    else
        map_columns(t, first, end, how);
}

/* ---- the kernels -------------------------------------------------------------------------------------------------------- */

#define OF_ALONG(name, run, how) \
    static __attribute__((noinline)) SUMS_OF_GROUP name##_again(const normalization *t, const R *x, const R *dy, PADDED *last, \
                                                                SUMS_OF_GROUP sums, double *shift, double *unit) \
    { \
        return sum_group_again(t, x, dy, last, sums, shift, unit, (how) | ALONG); \
    } \
    static void name(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch) \
    { \
        run(t, first, end, scratch, name##_again, (how) | ALONG); \
    }
#define OF_COLUMNS(name, how) \
    static __attribute__((noinline)) void name##_again(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip) \
    { \
        sum_columns_again(t, column, end, strip, how); \
    } \
    static void name##_measure(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch) \
    { \
        measure_columns(t, first, end, name##_again, how); \
    } \
    static void name##_map(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch) \
    { \
        map_any_columns(t, first, end, how); \
    }
OF_ALONG(layer_norm, run_rows, CENTRED | AFFINE)
OF_ALONG(layer_norm_backward, run_chunks, CENTRED | AFFINE | BACK)
OF_ALONG(rms_norm, run_rows, AFFINE)
OF_ALONG(rms_norm_backward, run_chunks, AFFINE | BACK)
OF_ALONG(batch_norm, run_groups, CENTRED | BY_GROUP)
OF_ALONG(batch_norm_backward, run_groups, CENTRED | BY_GROUP | BACK)
OF_COLUMNS(columns, CENTRED | BY_GROUP)
OF_COLUMNS(columns_backward, CENTRED | BY_GROUP | BACK)

/* The sums of chunks as numbers, COLUMNS of them at a time. */
static void join_chunks(ptrdiff_t chunks, ptrdiff_t width, const void *sums, void *out)
{
    for (ptrdiff_t i = 0; i < 2 * width; i += LANES) {
        DD total = dd((T){0});
        for (ptrdiff_t chunk = 0; chunk < chunks; chunk++) {
            const DD s = two_sum(total.h, load((const R *)sums + 2 * chunk * width + i));
            total = (DD){s.h, s.l + total.l};
        }
        store((R *)out + i, total.h + total.l);
    }
}

static const normalization_kernels normalizations = {
    .layer_norm = {layer_norm, layer_norm_backward},
    .rms_norm = {rms_norm, rms_norm_backward},
    .batch_norm = {batch_norm, batch_norm_backward},
    .measure_columns = {columns_measure, columns_backward_measure},
    .map_columns = {columns_map, columns_backward_map},
    .strip_size = sizeof(STRIP),
    .join_chunks = join_chunks,
};
