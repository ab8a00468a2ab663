/* Branch-free functions of packs, in the words of pack_<isa>.h: exp, expm1, log1p, tanh, the logistic function, the
   normal tail, atan, sin and cos.  No cancellation, full tails, NaN in gives NaN out.

   T is a pack of R (float or double), I the integers of its width, M a comparison's result.  A number in a capital word's
   argument stands for a pack of it. */

/* ---- words made of operators -------------------------------------------------------------------------------------- */

/* turns a number into a pack and leaves a pack as it is, -0 too */
#define PACK(v) ((v) - (T){0})
#define K(number) ((R)(number))

#define LT(a, b) lt_(PACK(a), PACK(b))
#define LE(a, b) le_(PACK(a), PACK(b))
#define GT(a, b) lt_(PACK(b), PACK(a))
#define GE(a, b) le_(PACK(b), PACK(a))
#define EQ(a, b) eq_(PACK(a), PACK(b))
#define SELECT(mask, a, b) select_(mask, PACK(a), PACK(b))
/* where an operand is NaN, the second is the result: constants come first */
#define MIN(a, b) min_(PACK(a), PACK(b))
#define MAX(a, b) max_(PACK(a), PACK(b))
#define SQRT(a) sqrt_(PACK(a))
#define FMA(a, b, c) fma_(PACK(a), PACK(b), PACK(c))
#define FNMA(a, b, c) fnma_(PACK(a), PACK(b), PACK(c)) /* c - a b */
#define ABS(a) abs_(PACK(a))
#define MINUS_ABS(a) minus_abs_(PACK(a))
#define COPYSIGN(a, b) copysign_(PACK(a), PACK(b))
#define FINITE(a) MIN(LARGEST, MAX(-LARGEST, a))

#define SIGN_BIT ((I)(-(T){0}))
WORD T abs_(T a) { return (T)((I)a & ~SIGN_BIT); }
WORD T minus_abs_(T a) { return (T)((I)a | SIGN_BIT); }
WORD T copysign_(T a, T b) { return (T)(((I)a & ~SIGN_BIT) | ((I)b & SIGN_BIT)); }
/* a with its sign turned where b is negative */
WORD T flip(T a, T b) { return (T)((I)a ^ ((I)b & SIGN_BIT)); }

/* MAD: a*b + c in whatever way is fastest, for polynomials.  FMA: rounded once, or nearly so without the hardware. */
#if HAVE_FMA
#define MAD FMA
#define NMAD FNMA
#else
#define MAD(a, b, c) (PACK(a) * PACK(b) + PACK(c))
#define NMAD(a, b, c) (PACK(c) - PACK(a) * PACK(b))
#endif

#include "coefficients.h"
#include "payne_hanek.h"

/* A number in two words: h + l, |l| a rounding of h. */
typedef struct {
    T h, l;
} T2;

WORD T2 wide(T a) { return (T2){a, PACK(0)}; }
#define CONSTANT2(name) ((T2){PACK(name##_HIGH), PACK(name##_LOW)})

WORD T2 two_sum(T a, T b)
{
    T h = a + b, v = h - a;
    return (T2){h, (a - (h - v)) + (b - v)};
}

/* |a| >= |b|, or a = 0 */
WORD T2 fast_two_sum(T a, T b)
{
    T h = a + b;
    return (T2){h, b - (h - a)};
}

#if HAVE_FMA
WORD T2 two_prod(T a, T b)
{
    T h = a * b;
    return (T2){h, FMA(a, b, -h)};
}
#else
/* Dekker; without a second word where the splitting overflows */
WORD T2 two_prod(T a, T b)
{
    T h = a * b;
    T p = a * SPLITTER, ah = p - (p - a), al = a - ah;
    T q = b * SPLITTER, bh = q - (q - b), bl = b - bh;
    T l = ((ah * bh - h) + ah * bl + al * bh) + al * bl;
    return (T2){h, SELECT(LT(ABS(l), LARGEST), l, 0)};
}
/* the plain sum where it overflows */
WORD T fma_(T a, T b, T c)
{
    T2 p = two_prod(a, b), s = two_sum(p.h, c);
    T y = s.h + (s.l + p.l);
    return SELECT(EQ(y, y), y, p.h + c);
}
WORD T fnma_(T a, T b, T c) { return fma_(-a, b, c); }
#endif

WORD T2 add2(T2 a, T2 b)
{
    T2 s = two_sum(a.h, b.h);
    return fast_two_sum(s.h, s.l + (a.l + b.l));
}

WORD T2 mul2(T2 a, T2 b)
{
    T2 p = two_prod(a.h, b.h);
    return fast_two_sum(p.h, p.l + (a.h * b.l + a.l * b.h));
}

/* a/b as a sum */
WORD T2 quotient(T a, T b)
{
    T h = a / b;
    return (T2){h, FNMA(h, b, a) / b};
}

WORD T2 minus_abs(T2 a) { return (T2){MINUS_ABS(a.h), -flip(a.l, a.h)}; }

/* num/den: the quotient of the leading words, corrected by its remainder, within 0.52 ULP of the pairs' */
WORD T ratio(T2 num, T2 den)
{
    T r = 1 / den.h, q = num.h * r;
    return q + (FNMA(q, den.h, num.h) + (num.l - q * den.l)) * r;
}

/* y 2^k with one rounding although the result may be subnormal.  An exponent is made by exponent() of t = ROUNDER/16 + n, n a
   multiple of 1/16 and k = floor(n), and only SCALE knows what it looks like. */
#define SCALE(y, exponent) scale_(PACK(y), exponent)
#if HAVE_SCALE
WORD T exponent(T t) { return t - ROUNDER / 16; }
#else
WORD T exponent(T t) { return t; }
WORD T scale_(T y, T t)
{
    U k = ((U)t - (U)(ROUNDER / 16 - 2 * EXPONENT_BIAS + (T){0})) >> 4, half = k >> 1;
    return y * (T)(half << MANTISSA_BITS) * (T)((k - half) << MANTISSA_BITS);
}
#endif

/* ---- exp and what is made of it ----------------------------------------------------------------------------------- */

/* (h + l) 2^k: a number in two words that need not fit the type's exponents; n is k as SCALE takes it */
typedef struct {
    T h, l, n;
} SCALED;

/* exp(x + *xl), x between the limits: x = n ln 2 + r, |r| <= ln 2/32; p = exp(r) - 1; h = 2^(j/16), l = h p + what h lacks */
WORD SCALED exp_between(T x, const T *xl, T (*polynomial)(T))
{
    T t = MAD(x, INVERSE_LN2, ROUNDER / 16), n = t - ROUNDER / 16;
    T r = NMAD(n, LN2_LOW, NMAD(n, LN2_HIGH, x));
    if (xl)
        r += *xl;
    T p = MAD(r * r, polynomial(r), r);
    T h = lookup16_(EXP2_HIGH, (I)t);
    return (SCALED){h, MAD(h, p, lookup16_(EXP2_LOW, (I)t)), exponent(t)};
}

WORD SCALED exp_scaled(T x)
{
    return exp_between(MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x)), 0, poly_exp);
}

/* of a sum; the second word of a product may be NaN beyond the range */
WORD SCALED exp_of_sum(T2 x, T (*polynomial)(T))
{
    T xl = SELECT(LT(ABS(x.h), EXP_HIGHEST), x.l, 0);
    return exp_between(MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x.h)), &xl, polynomial);
}

WORD SCALED exp2_scaled(T2 x) { return exp_of_sum(x, poly_exp); }

/* in one word of the type's own exponents, and in two */
WORD T single(SCALED e) { return SCALE(e.h + e.l, e.n); }

WORD T2 both(SCALED e)
{
    T2 m = fast_two_sum(e.h, e.l);
    return (T2){SCALE(m.h, e.n), SCALE(m.l, e.n)};
}

#define EXP(x) single(exp_scaled(PACK(x)))

/* exp(x) - 1: relative accuracy near 0, where h = 1 and l is all of it */
#define EXPM1(x) expm1_(wide(x))
WORD T expm1_(T2 x)
{
    SCALED e = exp_of_sum(x, poly_expm1);
    T h = SCALE(e.h, e.n), l = SCALE(e.l, e.n), d = h - 1;
    l += SELECT(LT(h, K(0x1p60)), h - (d + 1), 0);
    return COPYSIGN(d + l, x.h);
}

/* log(1 + f) - f, -1/4 <= f <= 1/2: with z = f/(2 + f), log(1 + f) = 2 atanh z = 2 z + z^3 P(z^2), and 2 z = f - z f */
WORD T log_rest(T f)
{
    T z = f / (2 + f), w = z * z;
    return -z * NMAD(w, poly_log1p(w), f);
}

/* log(1 + x), x >= 0: 1 + x = 2^k m, 3/4 <= m < 3/2, f = m - 1 */
#define LOG1P(x) log1p_(PACK(x))
WORD T log1p_(T x)
{
    T2 u = fast_two_sum(MAX(1, x), MIN(1, x));
    I offset = (I)(K(1) + (T){0}) - (I)(K(0.75) + (T){0});
    I k = (I)((U)((I)u.h + offset) >> MANTISSA_BITS) - EXPONENT_BIAS;
    T f = (T)((I)u.h - (k << MANTISSA_BITS)) - 1;
    T fl = u.l * (T)((EXPONENT_BIAS - k) << MANTISSA_BITS);
    T n = (T)(k + (I)(ROUNDER + (T){0})) - ROUNDER;
    T2 s = fast_two_sum(f, fl), y = two_sum(n * LN2_HIGH, s.h);
    return y.h + (y.l + MAD(n, LN2_LOW, s.l + log_rest(s.h)));
}

/* base + log(1 + e + el)/beta, 0 <= e <= 1: above 1/2, log 2 + log(1 + (e - 1)/2) */
WORD T add_log1p(T base, T2 e, T beta)
{
    M upper = GE(e.h, K(0.5));
    T f = SELECT(upper, (e.h - 1) * K(0.5), e.h), ln2 = SELECT(upper, LN2_HIGH, 0);
    T2 y = fast_two_sum(ln2, f);
    T low = y.l + (log_rest(f) + SELECT(upper, LN2_LOW, 0) + e.l * (1 - e.h * K(0.5))); /* about e.l/(1 + e.h) */
    T r = 1 / beta, q = y.h * r;
    T2 s = two_sum(base, q);
    T rest = s.l + (FNMA(q, beta, y.h) + low) * r;
    return s.h + SELECT(LE(ABS(s.h), LARGEST), rest, 0);
}

/* The logistic function s(z) = 1/(1 + exp(-z)), from e = exp(-|z|) and one reciprocal: `low` = e/(1 + e) is s(-|z|), and
   1 - low is s(|z|). low = m 2^k too, where low underflows and a product with it does not. */
typedef struct {
    T low, m, n;
    M negative;
} LOGISTIC;

/* a/sum, by the reciprocal r of the sum's leading word and the quotient's remainder; |a.l| may be a few hundredths of a.h */
WORD T over_sum(T2 a, T r, T2 sum)
{
    T q = (a.h + a.l) * r;
    return FMA(FNMA(q, sum.l, FNMA(q, sum.h, a.h) + a.l), r, q);
}

WORD LOGISTIC logistic_of(SCALED exponential, T z)
{
    T m = exponential.h + exponential.l, e = SCALE(m, exponential.n);
    T2 sum = fast_two_sum(PACK(1), e);
    T r = 1 / sum.h;
    T2 parts = {exponential.h, exponential.l};
    return (LOGISTIC){over_sum(wide(e), r, sum), over_sum(parts, r, sum), exponential.n, LE(z, 0)};
}

WORD LOGISTIC logistic(T z) { return logistic_of(exp_between(MAX(EXP_LOWEST, MINUS_ABS(z)), 0, poly_exp), z); }
WORD LOGISTIC logistic2(T2 z) { return logistic_of(exp2_scaled(minus_abs(z)), z.h); }

/* s(z) and s(-z) */
WORD T rising(LOGISTIC g) { return SELECT(g.negative, g.low, 1 - g.low); }
WORD T falling(LOGISTIC g) { return SELECT(g.negative, 1 - g.low, g.low); }

/* x where s(x), s(1.7 x) ... is neither 0 nor 1, and finite */
WORD T limited(T x) { return MIN(GATE_LIMIT, MAX(-GATE_LIMIT, x)); }

/* x s(z), scaled last: it reaches beyond sigmoid's own range.  Where s is 0 or 1, `finite` stands for x. */
WORD T gate(T x, T finite, LOGISTIC g)
{
    T part = SCALE(finite * g.m, g.n);
    return SELECT(g.negative, part, x - part);
}

/* s(z) (1 + w s(-z)), w = x z' */
WORD T gate_slope(T w, LOGISTIC g)
{
    T factor = FMA(limited(w), falling(g), 1);
    return SELECT(g.negative, SCALE(g.m * factor, g.n), (1 - g.low) * factor);
}

/* tanh|x| = -em/(2 + em), em = exp(-2|x|) - 1 */
#define TANH(x) tanh_(PACK(x))
WORD T tanh_(T x)
{
    SCALED e = exp_between(MAX(EXP_LOWEST, MINUS_ABS(2 * x)), 0, poly_expm1);
    T h = SCALE(e.h, e.n), l = SCALE(e.l, e.n);
    T2 num = fast_two_sum(PACK(1), -h), den = fast_two_sum(PACK(1), h);
    num = fast_two_sum(num.h, num.l - l);
    den = fast_two_sum(den.h, den.l + l);
    return COPYSIGN(ratio(num, den), x);
}

/* The normal distribution's tail: exp(-a^2/2) and the Mills ratio R(a), their product being 1 - Phi(a);
   0 <= a <= MILLS_HIGHEST.  The rounding of r = 1/(a + k) counts threefold near 0: r belongs to an a that is `lost` smaller,
   which R' = a R - 1/sqrt(2 pi) makes good. */
typedef struct {
    SCALED e;
    T mills;
} NORMAL_TAIL;

WORD NORMAL_TAIL normal_tail(T a)
{
    T2 square = two_prod(a, a * K(-0.5));
    T sum = a + MILLS_CENTRE, r = 1 / sum;
    T lost = NMAD(FNMA(r, sum, 1), sum, a - (sum - MILLS_CENTRE));
    T mills = poly_mills(FNMA(2 * MILLS_CENTRE, r, 1)) * r;
    return (NORMAL_TAIL){
        exp_between(square.h, &square.l, poly_exp),
        MAD(lost, MAD(a, mills, -INVERSE_ROOT_2PI), mills),
    };
}

/* ---- what several rows share --------------------------------------------------------------------------------------- */

/* v, but NaN where x is */
#define NAN_FROM(x, v) SELECT(EQ(x, x), v, x)
/* a where x > bound, b where not, NaN where they do not compare */
#define ABOVE(x, bound, a, b) SELECT(GT(x, bound), a, SELECT(LE(x, bound), b, (x) + (bound)))
/* a strictly inside the bounds, 0 on and beyond them */
#define INSIDE(x, low, high, a) SELECT(LE(x, low) | GE(x, high), 0, NAN_FROM(x, a))

/* slope x, 0 at infinity if the slope is 0 */
WORD T steep(T slope, T x) { return slope * SELECT(EQ(slope, 0), FINITE(x), x); }

WORD T scaled_product(T a, SCALED e) { return SCALE(FMA(a, e.h, a * e.l), e.n); }

/* Beside a derivative's root the formula cancels: there it is t P(t), t the distance from the root in two words. */
#define NEAR_ROOT(NAME, x, otherwise) near_root(x, CONSTANT2(NAME##_ROOT), poly_##NAME##_root, otherwise)
WORD T near_root(T2 x, T2 root, T (*polynomial)(T), T otherwise)
{
    T t = (x.h - root.h) + (x.l - root.l);
    return SELECT(LT(ABS(t), ROOT_WINDOW), t * polynomial(t), otherwise);
}

/* of x s(beta x) as a function of z = beta x, whatever beta is */
WORD T silu_slope(T2 z, LOGISTIC g) { return NEAR_ROOT(SILU, z, gate_slope(z.h, g)); }

/* x and 1 by the same power of 2, so that x^2 does not overflow */
typedef struct {
    T x, one;
} SMALLER;

WORD SMALLER smaller(T x)
{
    T finite = FINITE(x), one = SELECT(GT(ABS(x), SQUARE_LIMIT), SQUARE_SCALE, 1);
    return (SMALLER){finite * one, one};
}

/* y = x/sqrt(1 + alpha x^2) and its derivative, (y/x)/(1 + alpha x^2) */
#define ISRU(y_, d_) \
    SMALLER v = smaller(x); \
    T square = FMA(alpha * v.x, v.x, v.one * v.one), root = SQRT(square); \
    y_ = v.x / root; \
    d_ = (v.one / root) * (v.one * v.one / square)

/* ---- circular functions ------------------------------------------------------------------------------------------- */

/* 1/x where |x| > 1 turns atan into pi/2 - atan(1/x) */
#define ATAN(x) atan_(PACK(x))
WORD T atan_(T x)
{
    T a = ABS(x);
    M inverse = GT(a, 1);
    T t = SELECT(inverse, 1 / a, a), w = t * t;
    T rest = t * w * poly_atan(w);
    T y = SELECT(inverse, HALF_PI_HIGH - t + (HALF_PI_LOW - rest), t + rest);
    return COPYSIGN(y, x);
}

/* r = x - n pi/2 in two words, |r| <= pi/4, and n's low bits */
typedef struct {
    T2 r;
    I n;
} REDUCED;

/* a lane at a time, by as many bits of 2/pi as the argument needs */
static REDUCED __attribute__((noinline)) reduce_huge(REDUCED reduced, T x)
{
    for (int lane = 0; lane < LANES; lane++)
        if (__builtin_fabs((double)x[lane]) > HALF_PI_LIMIT && __builtin_fabs((double)x[lane]) <= LARGEST) {
            double h, l;
            reduced.n[lane] = reduce_half_pi((double)x[lane], &h, &l);
            reduced.r.h[lane] = (R)h;
            reduced.r.l[lane] = (R)((h - (double)(R)h) + l);
        }
    return reduced;
}

WORD REDUCED reduce(T x)
{
    T t = x * TWO_OVER_PI + ROUNDER, n = t - ROUNDER;
    T2 p = two_prod(n, PACK(HALF_PI_HIGH)), q = two_prod(n, PACK(HALF_PI_LOW));
    T2 s = two_sum(x - p.h, -p.l), u = two_sum(s.h, -q.h);
    REDUCED reduced = {fast_two_sum(u.h, u.l + s.l - q.l - n * HALF_PI_LOWEST), (I)t};
    if (__builtin_expect(any_(GT(ABS(x), HALF_PI_LIMIT)), 0))
        reduced = reduce_huge(reduced, x);
    return reduced;
}

/* bit 0 of n exchanges sin and cos, bit 1 turns sin's sign, bit 1 of n + 1 that of cos */
WORD M odd(I n) { return GT((T)((n & 1) | (I)(K(1) + (T){0})), 1); }
WORD T turn(T v, I n) { return flip(v, (T)((n & 2) << (REAL - 2))); }

#define SIN(x) sin_(reduce(x), 0)
#define COS(x) sin_(reduce(x), 1)
WORD T sin_(REDUCED reduced, int quarter)
{
    T2 r = reduced.r;
    I n = reduced.n + quarter;
    T w = r.h * r.h, half = w * K(0.5), one = 1 - half;
    T s = r.h + MAD(r.h * w, poly_sin(w), r.l);
    T c = one + (((1 - one) - half) + MAD(w * w, poly_cos(w), -r.h * r.l));
    return turn(SELECT(odd(n), c, s), n);
}

/* sin and cos in two words, so that sums of them keep their accuracy beside a root */
typedef struct {
    T2 sin, cos;
} CIRCULAR;

/* the terms of a series in w, the first of them in two words, by Horner's rule */
WORD T2 series(T2 w, T rest, const R *high, const R *low)
{
    T2 sum = wide(rest);
    for (int k = CIRCULAR_TERMS - 1; k >= 0; k--)
        sum = add2((T2){PACK(high[k]), PACK(low[k])}, mul2(w, sum));
    return sum;
}

WORD T2 choose(M odd, T2 a, T2 b, I n) { return (T2){turn(SELECT(odd, a.h, b.h), n), turn(SELECT(odd, a.l, b.l), n)}; }

WORD CIRCULAR circular(T x)
{
    REDUCED reduced = reduce(x);
    I n = reduced.n;
    T2 w = mul2(reduced.r, reduced.r);
    T2 s = mul2(reduced.r, series(w, poly_sin_rest(w.h), SIN_HIGH, SIN_LOW));
    T2 c = series(w, poly_cos_rest(w.h), COS_HIGH, COS_LOW);
    return (CIRCULAR){choose(odd(n), c, s, n), choose(odd(n), s, c, n + 1)};
}
