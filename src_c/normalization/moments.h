/* What a group is measured by, and what that makes of its elements. */

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
WORD void put_total(const TOTAL *sum, double *to) { store(to, fp(*sum)); }
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
   MOVED: with a shift and a unit; IN_UNITS: with a unit other than 1.  MEAN: of the sums the first alone.  GIVEN: mean and
   variance are not those of x, but come with the call. */
enum { CENTRED = 1, AFFINE = 2, BY_GROUP = 4, BACK = 8, MOVED = 16, IN_UNITS = 32, MEAN = 64, GIVEN = 128 };

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

/* What x becomes with moments that are given. */
WORD MAP given_map(const normalization *t, double mean, double var, R gamma, R beta)
{
    const R high = (R)mean;
    const double inverse = gamma / sqrt(var + t->epsilon);
    return (MAP){.unit = 1, .mean = high, .inverse = (R)inverse, .rest = (R)((high - mean) * inverse + beta)};
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
