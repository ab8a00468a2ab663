/* Double words (T. Dekker, A floating-point technique for extending the available precision, 1971; M. Joldes et al., Tight and
   rigorous error bounds for basic building blocks of double-word arithmetic, 2017). */

/* h + l, |l| a rounding of h */
typedef struct {
    T h, l;
} DD;

WORD DD dd(T a) { return (DD){a, NOTHING}; }
#define DD_CONSTANT(name) ((DD){PACK(name##_HIGH), PACK(name##_LOW)})

/* a + b exactly, where it does not overflow */
WORD DD two_sum(T a, T b)
{
    T h = a + b, v = h - a;
    return (DD){h, (a - (h - v)) + (b - v)};
}

/* the same for |a| >= |b|, or a = 0 */
WORD DD fast_two_sum(T a, T b)
{
    T h = a + b;
    return (DD){h, b - (h - a)};
}

/* a b exactly, where it does not overflow and its second word is not subnormal */
#if HAVE_FMA
WORD DD two_prod(T a, T b)
{
    T h = a * b;
    return (DD){h, FMA(a, b, -h)};
}
#elif REAL == 32
/* by doubles, which hold a product of two floats */
typedef double DOUBLES __attribute__((vector_size(2 * PACK_BYTES)));
#define DOUBLED(a) __builtin_convertvector(a, DOUBLES)
WORD DD two_prod(T a, T b)
{
    DOUBLES p = DOUBLED(a) * DOUBLED(b);
    T h = __builtin_convertvector(p, T), l = __builtin_convertvector(p - DOUBLED(h), T);
    return (DD){h, SELECT(LT(ABS(l), LARGEST), l, 0)};
}
/* Error 0.50 at (0.1259, -0.0007904, 9.95e-05), of double 0.50 at (0.1259, -0.0007904, 9.951e-05), for |a| and |b| and |c|
   from 2^-20 to 2^20; without FMA 0.50 and 0.50 */
WORD T fma_(T a, T b, T c) { return __builtin_convertvector(DOUBLED(a) * DOUBLED(b) + DOUBLED(c), T); }
#else
/* Dekker; without a second word where the splitting overflows, or its parts are subnormal numbers and these are off */
WORD DD two_prod(T a, T b)
{
    T h = a * b;
    T p = a * SPLITTER, ah = p - (p - a), al = a - ah;
    T q = b * SPLITTER, bh = q - (q - b), bl = b - bh;
    T l = ((ah * bh - h) + ah * bl + al * bh) + al * bl;
    return (DD){h, SELECT(LT(ABS(l), ABS(h) * 0x1p-52), l, 0)};
}
/* the plain sum where it overflows */
WORD T fma_(T a, T b, T c)
{
    DD p = two_prod(a, b), s = two_sum(p.h, c);
    T y = s.h + (s.l + p.l);
    return SELECT(EQ(y, y), y, p.h + c);
}
#endif
#if !HAVE_FMA
WORD T fnma_(T a, T b, T c) { return fma_(-a, b, c); }
#endif

/* times a power of 2 */
WORD DD dd_scale(DD a, T unit) { return (DD){a.h * unit, a.l * unit}; }

/* 1 over a power of 2, both normal */
WORD T inverse_power(T power) { return (T)((((U)(I){0} + 2 * EXPONENT_BIAS) << MANTISSA_BITS) - (U)power); }

/* with a second word that is a rounding of the first; |l| <= |h| */
WORD DD dd_renorm(DD a) { return fast_two_sum(a.h, a.l); }

/* a + b; the error is one of |a| + |b|, also where these cancel.
   Error 2^-46.6 of |a| + |b| at (3.815e-06, 3.052e-05), of double 2^-105.4 at (0.1009, -1.311e+05), for |a| and |b| from
   2^-20 to 2^20; without FMA 2^-46.6 and 2^-105.4 */
WORD DD dd_add(DD a, DD b)
{
    DD s = two_sum(a.h, b.h);
    return fast_two_sum(s.h, s.l + (a.l + b.l));
}

/* a b, where two_prod of the first words is exact.
   Error 2^-45.8 at (-0.5455, -7.392), of double 2^-103.7 at (1.538e-05, -0.03162), for |a| and |b| from 2^-20 to 2^20;
   without FMA 2^-45.8 and 2^-103.7 */
WORD DD dd_mul(DD a, DD b)
{
    DD p = two_prod(a.h, b.h);
    return fast_two_sum(p.h, p.l + (a.h * b.l + a.l * b.h));
}

/* a/b, of an a so large that the remainder is not subnormal.
   Error 2^-49.0 at (0.6628, -2.651), of double 2^-107.0 at (1.491e-06, 0.0001908), for |a| and |b| from 2^-20 to 2^20;
   without FMA 2^-49.0 and 2^-107.0 */
WORD DD two_div(T a, T b)
{
    T h = a / b;
    return (DD){h, FNMA(h, b, a) / b};
}

/* the same of any numbers, for quotients from 2^-60 on: where b is small, the remainder would be a subnormal number.
   Error 2^-40.0 at (-7.722e-34, 8.901e-16), of double 2^-107.0 at (-8.011e-34, 9.236e-16), for |a| and |b| from
   SMALLEST_NORMAL to LARGEST/2^30, |a/b| from 2^-60 to 2^60; without FMA 2^-40.0 and 2^-107.0 */
WORD DD two_div_any(RARE *rare, T a, T b)
{
    M small = LT(ABS(b), 1 / SQUARE_LIMIT);
    if (RARELY(rare, small)) {
        T unit = SELECT(small, SQUARE_LIFT, 1);
        return two_div(FINITE(a * unit), b * unit);
    }
    return two_div(a, b);
}

WORD DD dd_minus_abs(DD a) { return (DD){MINUS_ABS(a.h), -flip(a.l, a.h)}; }

/* num/den: the quotient of the leading words and what its remainder adds; den and 1/den normal.
   Error 2^-44.8 at (-0.003949, 0.0001302), of double 2^-102.7 at (-0.003949, 0.0001302), for |num| and |den| from 2^-20 to
   2^20; without FMA 2^-44.7 and 2^-102.8 */
WORD DD dd_div(DD num, DD den)
{
    T r = 1 / den.h, q = num.h * r;
    return (DD){q, (FNMA(q, den.h, num.h) + (num.l - q * den.l)) * r};
}

/* a/b as a number, rounded once; b and 1/b normal.
   Error 0.50 at (1986, -1.279), of double 0.50 at (0.2923, 0.0002601), for |a| and |b| from 2^-20 to 2^20; without FMA 0.50
   and 0.50 */
WORD T dd_over_fp(DD a, T b)
{
    T r = 1 / b, q = a.h * r;
    return FMA(FNMA(q, b, a.h) + a.l, r, q);
}
/* Error 0.50 at (0.001452, 1048), of double 0.50 at (0.04072, 1736), for |a| and |b| from 2^-20 to 2^20; without FMA 0.50
   and 0.50 */
WORD T dd_over_dd(DD a, DD b)
{
    T r = 1 / b.h, q = a.h * r;
    return FMA(FNMA(q, b.h, a.h) + NMAD(q, b.l, a.l), r, q);
}

/* sqrt(a), a > 0 and so large that the remainder is not subnormal.
   Error 2^-46.0 at 2.638e+05, of double 2^-104.3 at 0.01662, for a from 2^-20 to 2^20; without FMA 2^-46.1 and 2^-104.2 */
WORD DD dd_sqrt(DD a)
{
    T h = SQRT(a.h), r = 1 / h;
    return (DD){h, (FNMA(h, h, a.h) + a.l) * (r / 2)};
}

/* first + t q, |t q| not much above |first|: the last step of a polynomial without its rounding.
   Error 2^-47.0 at (-1, 0.7, 0.7), of double 2^-105.0 at (-1, -0.7, -0.6974), for |first| from 1 to 2, |t| and |q| from 0 to
   0.7; without FMA 2^-47.0 and 2^-105.0 */
WORD DD dd_plus_product(DD first, T t, T q)
{
    T h = FMA(t, q, first.h);
    return (DD){h, FMA(t, q, first.h - h) + first.l};
}

/* a b and a b c, rounded once; a of fp_times_dd() may be infinite.
   Error 0.50 at (-2.687, 4.695), of double 0.50 at (-3.66e-05, -17.85), for |a| and |b| from 2^-20 to 2^20; without FMA 0.50
   and 0.50 */
WORD T fp_times_dd(T a, DD b) { return FMA(a, b.h, FINITE(a) * b.l); }
/* the same of an a that may be so small that the product with the second word is a subnormal number.
   Error 0.50 at (342.1, -1.081), of double 0.50 at (1.12e-111, -1.259), for |a| from SMALLEST_NORMAL to 2^60, |b| from 1 to
   2; without FMA 0.50 and 0.50 */
WORD T fp_times_dd_any(T a, DD b)
{
    M small = LT(ABS(a), 1);
    return fp_times_dd(a * SELECT(small, SMALL_LIFT, 1), b) * SELECT(small, 1 / SMALL_LIFT, 1);
}
/* Error 0.50 at (60.99, -4.118e-06), of double 0.50 at (2.589e-05, -9.523e-05), for |a| and |b| from 2^-20 to 2^20; without
   FMA 0.50 and 0.50 */
WORD T dd_times_dd(DD a, DD b) { return FMA(a.h, b.h, a.h * b.l + a.l * b.h); }
/* Error 0.50 at (0.00106, 0.03615, 0.006563), of double 0.50 at (0.0003718, 3.155e-05, 0.08081), for |a| and |b| and |c|
   from 2^-20 to 2^20; without FMA 0.50 and 0.50 */
WORD T fp_times_dd_dd(T a, DD b, DD c)
{
    DD p = two_prod(b.h, c.h);
    return FMA(a, p.h, a * (p.l + (b.h * c.l + b.l * c.h)));
}

/* as a number; infinite where the first word is */
WORD T fp(DD a) { return a.h + SELECT(LE(ABS(a.h), LARGEST), a.l, 0); }

WORD DD dd_select(M mask, DD a, DD b) { return (DD){SELECT(mask, a.h, b.h), SELECT(mask, a.l, b.l)}; }
WORD DD dd_neg(DD a) { return (DD){-a.h, -a.l}; }
WORD DD dd_half(DD a) { return (DD){a.h / 2, a.l / 2}; }

/* Beside a derivative's root the formula cancels: there it is t (P0 + t P(t)), t the distance from the root in two words;
   three of the root, as x may be a product. */
#define NEAR_ROOT(NAME, x, otherwise) \
    near_root(x, DD_CONSTANT(NAME##_ROOT), PACK(NAME##_ROOT_LOWEST), PACK(NAME##_ROOT_WINDOW), DD_CONSTANT(NAME##_ROOT_SLOPE), \
              poly_##NAME##_root, otherwise)
/* Error 1.67 at -1.989 (LOGISH), of double 1.88 at -1.286 (TANHEXP), for x in the window; without FMA 1.76 and 2.13 */
WORD T near_root(DD x, DD root, T lowest, T window, DD first, T (*polynomial)(T), T otherwise)
{
    T t = x.h - root.h, rest = MAD(t, polynomial(t), first.l);
    DD low = two_sum(x.l, -root.l), distance = fast_two_sum(t, low.h);
    T inside = FMA(distance.h, first.h, MAD(distance.h, rest, (distance.l + (low.l - lowest)) * first.h));
    return SELECT(LT(ABS(t), window), inside, otherwise);
}
