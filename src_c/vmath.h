/* Branch-free functions of packs, in the words of packs/<isa>.h: exp, expm1, log1p, tanh, the logistic function, the
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

/* What is rare has code of its own behind `if (RARELY(rare, mask))`, which leaves other elements their bits.  A kernel
   computes its packs as if nothing were rare, so that no branch stands between them, and looks once at the end whether an
   element was: then it throws the results away and computes these packs again, with that code. */
typedef struct {
    int again;    /* a constant: whether this is the second time, or the only one */
    int possible; /* a constant: whether anything is RARELY at all */
    M seen;       /* in the packs so far */
} RARE;

#define RARELY(rare, mask) __builtin_expect(rarely_(rare, mask), 0)
WORD int rarely_(RARE *rare, M mask)
{
    if (rare->again)
        return any_(mask);
    rare->possible = 1;
    rare->seen |= mask;
    return 0;
}

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

/* A number in two words: h + l, |l| a rounding of h. */
typedef struct {
    T h, l;
} T2;

#include "coefficients.h"
#include "payne_hanek.h"

#define NOTHING (-(T){0}) /* the compiler knows that adding it changes nothing, which is not so of +0 */
WORD T2 wide(T a) { return (T2){a, NOTHING}; }
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
#elif REAL == 32
/* by doubles, which hold a product of two floats */
typedef double DOUBLES __attribute__((vector_size(2 * PACK_BYTES)));
#define DOUBLED(a) __builtin_convertvector(a, DOUBLES)
WORD T2 two_prod(T a, T b)
{
    DOUBLES p = DOUBLED(a) * DOUBLED(b);
    T h = __builtin_convertvector(p, T), l = __builtin_convertvector(p - DOUBLED(h), T);
    return (T2){h, SELECT(LT(ABS(l), LARGEST), l, 0)};
}
WORD T fma_(T a, T b, T c) { return __builtin_convertvector(DOUBLED(a) * DOUBLED(b) + DOUBLED(c), T); }
#else
/* Dekker; without a second word where the splitting overflows, or its parts are subnormal numbers and these are off */
WORD T2 two_prod(T a, T b)
{
    T h = a * b;
    T p = a * SPLITTER, ah = p - (p - a), al = a - ah;
    T q = b * SPLITTER, bh = q - (q - b), bl = b - bh;
    T l = ((ah * bh - h) + ah * bl + al * bh) + al * bl;
    return (T2){h, SELECT(LT(ABS(l), ABS(h) * 0x1p-52), l, 0)};
}
/* the plain sum where it overflows */
WORD T fma_(T a, T b, T c)
{
    T2 p = two_prod(a, b), s = two_sum(p.h, c);
    T y = s.h + (s.l + p.l);
    return SELECT(EQ(y, y), y, p.h + c);
}
#endif
#if !HAVE_FMA
WORD T fnma_(T a, T b, T c) { return fma_(-a, b, c); }
#endif

/* times a power of 2 */
WORD T2 shifted(T2 a, T unit) { return (T2){a.h * unit, a.l * unit}; }

/* 1 over a power of 2 */
WORD T inverse_power(T power) { return (T)((((U)(I){0} + 2 * EXPONENT_BIAS) << MANTISSA_BITS) - (U)power); }

/* with a second word that is a rounding of the first */
WORD T2 normal(T2 a) { return fast_two_sum(a.h, a.l); }

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

/* the same of any numbers, for quotients from 2^-60 on: where b is small, the remainder would be a subnormal number */
WORD T2 quotient_of_any(RARE *rare, T a, T b)
{
    M small = LT(ABS(b), 1 / SQUARE_LIMIT);
    if (RARELY(rare, small)) {
        T unit = SELECT(small, SQUARE_LIFT, 1);
        return quotient(FINITE(a * unit), b * unit);
    }
    return quotient(a, b);
}

WORD T2 minus_abs(T2 a) { return (T2){MINUS_ABS(a.h), -flip(a.l, a.h)}; }

/* num/den: the quotient of the leading words and what its remainder adds */
WORD T2 over(T2 num, T2 den)
{
    T r = 1 / den.h, q = num.h * r;
    return (T2){q, (FNMA(q, den.h, num.h) + (num.l - q * den.l)) * r};
}

/* sqrt(a), a > 0 */
WORD T2 root2(T2 a)
{
    T h = SQRT(a.h), r = 1 / h;
    return (T2){h, (FNMA(h, h, a.h) + a.l) * (r / 2)};
}

/* first + t q, |t q| not much above |first|: the last step of a polynomial without its rounding */
WORD T2 plus_product(T2 first, T t, T q)
{
    T h = FMA(t, q, first.h);
    return (T2){h, FMA(t, q, first.h - h) + first.l};
}

/* a b and a b c in one word, rounded once; a of by() may be infinite */
WORD T by(T a, T2 b) { return FMA(a, b.h, FINITE(a) * b.l); }
/* the same of an a that may be so small that the product with the second word is a subnormal number */
WORD T by_any(T a, T2 b)
{
    M small = LT(ABS(a), 1);
    return by(a * SELECT(small, SMALL_LIFT, 1), b) * SELECT(small, 1 / SMALL_LIFT, 1);
}
WORD T times(T2 a, T2 b) { return FMA(a.h, b.h, a.h * b.l + a.l * b.h); }
WORD T times3(T a, T2 b, T2 c)
{
    T2 p = two_prod(b.h, c.h);
    return FMA(a, p.h, a * (p.l + (b.h * c.l + b.l * c.h)));
}

/* in one word; infinite where the first word is */
WORD T total(T2 a) { return a.h + SELECT(LE(ABS(a.h), LARGEST), a.l, 0); }

WORD T2 select2(M mask, T2 a, T2 b) { return (T2){SELECT(mask, a.h, b.h), SELECT(mask, a.l, b.l)}; }
WORD T2 minus(T2 a) { return (T2){-a.h, -a.l}; }
WORD T2 halved(T2 a) { return (T2){a.h / 2, a.l / 2}; }

/* y 2^k with one rounding although the result may be subnormal.  An exponent is made by exponent() of t = ROUNDER/16 + n,
   n a multiple of 1/16 and k = floor(n), and only SCALE knows what it looks like. */
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

/* y 2^(k + more), which is a power of 2 that is a normal number */
WORD T lifted(T y, T t, int more)
{
#if HAVE_SCALE
    return SCALE(y, t + K(more));
#else
    return y * (T)(((U)t - (U)(ROUNDER / 16 - EXPONENT_BIAS - more + (T){0})) >> 4 << MANTISSA_BITS);
#endif
}

/* ---- exp and what is made of it ----------------------------------------------------------------------------------- */

/* (h + l) 2^k: a number in two words that need not fit the type's exponents; n is k as SCALE takes it */
typedef struct {
    T h, l, n;
} SCALED;

/* exp(x + xl) = 2^n (high + low) exp(r + rl), x between the limits: x = n ln 2 + r, |r| <= ln 2/32,
   high + low = 2^(j/16) */
typedef struct {
    T r, rl, high, low, n;
} POWER;

WORD POWER power(T x, T xl)
{
    T t = MAD(x, INVERSE_LN2, ROUNDER / 16), n = t - ROUNDER / 16;
    T exact = NMAD(n, LN2_HIGH, x), rest = NMAD(n, LN2_LOW, exact), r = rest + xl;
    T rl = NMAD(n, LN2_LOW, exact - rest) + (xl - (r - rest));
    return (POWER){r, rl, lookup16_(EXP2_HIGH, (I)t), lookup16_(EXP2_LOW, (I)t), exponent(t)};
}

WORD SCALED exp_between(T x, T xl)
{
    POWER p = power(x, xl);
    return (SCALED){p.high, MAD(p.high, MAD(p.r * p.r, poly_exp(p.r), p.r), p.low), p.n};
}

WORD SCALED exp_scaled(T x) { return exp_between(MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x)), NOTHING); }

/* -|x|, no lower than exp needs it */
WORD T minus_size(T x) { return MAX(EXP_LOWEST, MINUS_ABS(x)); }

WORD SCALED exp_minus_abs(T x) { return exp_between(minus_size(x), NOTHING); }

/* a sum between the limits; the second word of a product may be NaN beyond them */
WORD T2 within(T2 x) { return (T2){MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x.h)), SELECT(LT(ABS(x.h), EXP_HIGHEST), x.l, NOTHING)}; }

WORD SCALED exp2_scaled(T2 x)
{
    T2 near = within(x);
    return exp_between(near.h, near.l);
}

/* in one word of the type's own exponents, and in two */
WORD T single(SCALED e) { return SCALE(e.h + e.l, e.n); }

WORD T2 both(SCALED e)
{
    T2 m = fast_two_sum(e.h, e.l);
    return (T2){SCALE(m.h, e.n), SCALE(m.l, e.n)};
}

#define EXP(x) single(exp_scaled(PACK(x)))

WORD T scaled_product(T a, SCALED e) { return SCALE(FMA(a, e.h, a * e.l), e.n); }
WORD T scaled_product2(T2 a, SCALED e) { return SCALE(FMA(a.h, e.h, FMA(a.h, e.l, a.l * e.h)), e.n); }

/* a exp(x) where one of the factors may be beyond the type's numbers, or nearly so, and the product not: a takes a part of
   exp's exponent */
WORD T exp_times(T a, T2 x)
{
    const R part = REAL == 32 ? 64 : 512, up = REAL == 32 ? K(0x1p64) : K(0x1p512);
    const R far = REAL == 32 ? 100 : 1000, end = REAL == 32 ? 210 : 1500;
    M small = LT(ABS(a), REAL == 32 ? K(0x1p-50) : K(0x1p-500)), falls = LT(x.h, 0);
    T near = MIN(SELECT(small, end, EXP_HIGHEST), MAX(SELECT(small, -far, -end), x.h));
    SCALED e = exp_between(near, SELECT(EQ(near, x.h), x.l, NOTHING));
    e.n += SELECT(small, -part, SELECT(falls, part, 0));
    return scaled_product(a * SELECT(small, up, SELECT(falls, 1 / up, 1)), e);
}

/* exp(x) - 1: near 0 high is 1, and high r in two words keeps the relative accuracy */
WORD T2 expm1_(T2 x)
{
    T2 near = within(x);
    POWER p = power(near.h, near.l);
    T h = SCALE(p.high, p.n), d = h - 1;
    T first = p.high * p.r, rest = MAD(p.high, MAD(p.r * p.r, poly_expm1(p.r), p.rl), p.low + FMA(p.high, p.r, -first));
    T2 s = fast_two_sum(d, SCALE(first, p.n));
    T2 y = fast_two_sum(s.h, s.l + (SCALE(rest, p.n) + (h - (d + 1))));
    return (T2){SELECT(GT(h, LARGEST), h + near.h, y.h), y.l}; /* of a NaN h is anything, infinity too */
}

/* the same for less: l is no rounding of h, and the sum is right to 0.6 units */
WORD T2 quick_expm1(POWER p)
{
    T h = SCALE(p.high, p.n), d = h - 1;
    T l = MAD(p.high, p.r, MAD(p.high, p.r * p.r * poly_expm1(p.r), p.low));
    return (T2){d, SCALE(l, p.n) + (h - (d + 1))};
}

/* a (exp(x) - 1), x <= 0: a times the parts of exp(x) - 1, the largest last */
WORD T scaled_expm1(T2 a, T x)
{
    POWER p = power(MAX(EXP_LOWEST, x), NOTHING);
    T h = SCALE(p.high, p.n), d = h - 1, first = SCALE(p.high * p.r, p.n);
    T rest = SCALE(MAD(p.high, p.r * p.r * poly_expm1(p.r), p.low), p.n) + (h - (d + 1));
    return COPYSIGN(FMA(a.h, d, FMA(a.h, first, MAD(a.h, rest, a.l * (d + first)))), flip(x, a.h));
}

/* log(1 + f) - f, -1/4 <= f <= 1/2: with z = f/(2 + f), log(1 + f) = 2 atanh z = 2 z + z^3 P(z^2), and 2 z = f - z f,
   in which the rounded z `lost` a part of f */
WORD T log_rest(T f)
{
    T u = 2 + f, z = f / u, w = z * z, lost = NMAD(z, f - (u - 2), FNMA(z, u, f));
    return FNMA(z, f, z * MAD(w, poly_log1p(w), -lost));
}

/* log(u), u > 0 and normal: u = 2^k m, 3/4 <= m < 3/2, f = m - 1 */
WORD T2 log_(T2 u)
{
    U offset = (U)(K(1) + (T){0}) - (U)(K(0.75) + (T){0});
    I k = (I)(((U)u.h + offset) >> MANTISSA_BITS) - EXPONENT_BIAS;
    T f = (T)((U)u.h - ((U)k << MANTISSA_BITS)) - 1;
    T fl = u.l * (T)((U)(EXPONENT_BIAS + 1 - k) << MANTISSA_BITS) / 2;
    T n = (T)(k + (I)(ROUNDER + (T){0})) - ROUNDER;
    T2 s = fast_two_sum(f, fl), y = two_sum(n * LN2_HIGH, s.h);
    return (T2){y.h, y.l + MAD(n, LN2_LOW, s.l + log_rest(s.h))};
}

/* log(1 + x), x > -1/4 */
WORD T2 log1p_(T2 x)
{
    T2 u = two_sum(PACK(1), x.h);
    return log_((T2){u.h, u.l + x.l});
}
#define LOG1P(x) total(log1p_(wide(x)))

/* log(x) of any x */
WORD T2 log_any(T2 x)
{
    M small = LT(x.h, SMALLEST_NORMAL);
    T unit = SELECT(small, K(1LL << MANTISSA_BITS), 1), shift = SELECT(small, MANTISSA_BITS, 0);
    T2 y = add2(log_((T2){x.h * unit, x.l * unit}), (T2){shift * -LN2_HIGH, shift * -LN2_LOW});
    T outside = SELECT(EQ(x.h, 0), -INFINITY, SELECT(GT(x.h, LARGEST), x.h, NAN));
    return select2(GT(x.h, 0) & LE(x.h, LARGEST), y, wide(outside));
}

/* log(1 + exp(z)), of e = exp(-|z|): where z^2 is small, log 2 + z/2 + z^2 P(z^2), in which results rise with z; beyond,
   e (1 + e P(e)), and z more where z is positive */
typedef struct {
    M middle;
    T2 near, above;
    SCALED far;
} SOFTPLUS;

WORD SOFTPLUS softplus_of(SCALED e, T2 z)
{
    T w = z.h * z.h, m = e.h + e.l, whole = SCALE(m, e.n);
    T2 near = plus_product(CONSTANT2(LN2), z.h, PACK(0.5));
    near.l = MAD(w, poly_softplus(w), near.l + z.l * K(0.5));
    e.l = MAD(m, whole * poly_softplus_tail(whole), e.l);
    return (SOFTPLUS){LT(w, SOFTPLUS_LIMIT), near, {MAX(0, z.h), SELECT(LT(z.h, 0), 0, z.l)}, e};
}

WORD SOFTPLUS softplus_(T z) { return softplus_of(exp_minus_abs(z), wide(z)); }

/* in one word, of a z that is one, and in two */
WORD T softplus1(SOFTPLUS s) { return SELECT(s.middle, s.near.h + s.near.l, s.above.h + single(s.far)); }
WORD T2 softplus2(SOFTPLUS s)
{
    T2 far = both(s.far), sum = fast_two_sum(s.above.h, far.h);
    return select2(s.middle, normal(s.near), (T2){sum.h, sum.l + (far.l + s.above.l)});
}

/* The logistic function s(z) = 1/(1 + exp(-z)), from e = exp(-|z|) and one reciprocal: `low` = e/(1 + e) is s(-|z|), and
   1 - low is s(|z|). low = m 2^n too, where low underflows and a product with it does not; m is also more accurate.
   What a quotient q leaves of e is (e - q) - q e, and e - q is exact as q is from e/2 to e: 1 + e needs no second word.
   The rest of h is exact where p is h less it. */
typedef struct {
    T low;
    T2 m;
    T n;
    M negative;
} LOGISTIC;

WORD LOGISTIC logistic_of(SCALED exponential, T z)
{
    T m = exponential.h + exponential.l, e = SCALE(m, exponential.n);
    T r = 1 / (1 + e), q = e * r, rest = exponential.h - m * r, p = exponential.h - rest;
    T2 quotient = {p, (FNMA(p, e, rest) + exponential.l) * r};
    return (LOGISTIC){FMA(FNMA(q, e, e - q), r, q), quotient, exponential.n, LE(z, 0)};
}

WORD LOGISTIC logistic(T z) { return logistic_of(exp_minus_abs(z), z); }
WORD LOGISTIC logistic2(T2 z) { return logistic_of(exp2_scaled(minus_abs(z)), z.h); }

/* s(z) and s(-z) */
WORD T rising(LOGISTIC g) { return SELECT(g.negative, g.low, 1 - g.low); }
WORD T falling(LOGISTIC g) { return SELECT(g.negative, 1 - g.low, g.low); }

/* s(-|z|) and s(|z|) in two words */
WORD T2 lower(LOGISTIC g) { return (T2){SCALE(g.m.h, g.n), SCALE(g.m.l, g.n)}; }
WORD T2 upper(LOGISTIC g)
{
    T2 low = lower(g), s = fast_two_sum(PACK(1), -low.h);
    return (T2){s.h, s.l - low.l};
}

/* s(z) in two words */
WORD T2 rising2(LOGISTIC g) { return select2(g.negative, lower(g), upper(g)); }

/* a s(z) s(-z) */
WORD T logistic_slope(R a, LOGISTIC g)
{
    T m = g.m.h + g.m.l;
    return SCALE(a * FNMA(m, SCALE(m, g.n), m), g.n);
}

/* x where s(x), s(1.7 x) ... is neither 0 nor 1, and finite */
WORD T limited(T x) { return MIN(GATE_LIMIT, MAX(-GATE_LIMIT, x)); }

/* x s(z) = max(0, x) - |x| s(-|z|), x and z of one sign, scaled last: it reaches beyond sigmoid's own range.  `minus` is -|x|
   where s is neither 0 nor 1. */
WORD T lower_times(T a, LOGISTIC g) { return scaled_product(a, (SCALED){g.m.h, g.m.l, g.n}); }
WORD T gate(T x, T minus, LOGISTIC g) { return MAX(NOTHING, x) + lower_times(minus, g); }

/* s(z) (1 + w s(-z)), w = x z' of z's sign: of l = s(-|z|), that is B = l (1 - |w| + |w| l) for z < 0, and 1 - B else.
   `rest` is what |w| in one word leaves out of the sum. */
WORD T gate_slope_scaled(T w, T rest, LOGISTIC g, T n)
{
    T run = MIN(GATE_LIMIT, ABS(w));
    T2 low = lower(g), one = fast_two_sum(PACK(1), -run); /* exact for run >= 1 too */
    T sum = FMA(run, low.h, one.h), lost = MAD(run, low.l, one.l) + rest;
    T y = SCALE(FMA(g.m.h, sum, MAD(g.m.h, lost, g.m.l * sum)), n);
    return SELECT(g.negative, y, 1 - y);
}
WORD T gate_slope(T w, T rest, LOGISTIC g) { return gate_slope_scaled(w, rest, g, g.n); }

/* the `rest` of w in two words; the second is NaN or nothing where the first is no number near 1 */
WORD T gate_rest(T2 w, LOGISTIC g) { return SELECT(LT(ABS(w.h), GATE_LIMIT), flip(w.l, w.h), 0) * (g.low - 1); }

/* tanh|x| = -em/(2 + em), em = exp(-2|x|) - 1 */
WORD T2 tanh_of(T2 em, T x)
{
    T2 den = fast_two_sum(PACK(2), em.h), y = over(minus(em), (T2){den.h, den.l + em.l});
    return (T2){COPYSIGN(y.h, x), flip(y.l, x)};
}
WORD T2 tanh_(T2 x) { return tanh_of(expm1_(minus_abs((T2){2 * x.h, 2 * x.l})), x.h); }

/* in one word; by the table 0.25 ns instead of 0.58 (Zen 4) */
#define TANH(x) tanh1(PACK(x))
#if HAVE_LOOKUP32
WORD T interpolated(INTERPOLATED v) { return FMA(v.t, MAD(v.t, v.bend, v.slope), v.at); }

/* the same times exp, with smaller roundings: those of what bends it, a small part */
WORD T interpolated_times(INTERPOLATED v, SCALED e)
{
    T line = FMA(v.t, v.slope, v.at), bend = v.t * v.t * v.bend;
    return SCALE(FMA(line, e.h, MAD(bend, e.h, (line + bend) * e.l)), e.n);
}

WORD T tanh1(T x)
{
    T a = MIN(9.5, ABS(x)); /* there it is 1 */
    INTERPOLATED y = tanh_at(a, (I)MAX(a, 0.0625) >> (MANTISSA_BITS - 2));
    return COPYSIGN(interpolated(y), x);
}
#else
WORD T tanh1(T x) { return total(tanh_of(normal(quick_expm1(power(MAX(EXP_LOWEST, MINUS_ABS(2 * x)), NOTHING))), x)); }
#endif

/* sech(x)^2 = 4 s(2x) s(-2x), of s(2x) or of x */
WORD T sech_squared(LOGISTIC g) { return logistic_slope(4, g); }
WORD T2 sech_squared2(T2 x)
{
    LOGISTIC g = logistic2((T2){2 * x.h, 2 * x.l});
    T2 y = mul2(lower(g), upper(g));
    return (T2){4 * y.h, 4 * y.l};
}

/* The normal distribution's tail: exp(-a^2/2) and the Mills ratio R(a), whose product is 1 - Phi(a); 0 <= a <= MILLS_HIGHEST.
   R = u P(t) of t = 1 - 2k/(a + k), u = 1 - t, which is exact.  The rounded u belongs to an a that is `lost` smaller, which
   R' = a R - 1/sqrt(2 pi) makes good. */
typedef struct {
    SCALED e;
    T2 mills;
} NORMAL_TAIL;

WORD NORMAL_TAIL normal_tail(T a)
{
    T2 square = two_prod(a, a * K(-0.5));
#if HAVE_LOOKUP32 /* 0.51 ns instead of 0.76 for gelu (Zen 4) */
    INTERPOLATED y = mills_at(a, (I)(MILLS_SHIFT + a) >> (MANTISSA_BITS - 3));
    T2 mills = {y.at, y.t * MAD(y.t, y.bend, y.slope)};
#else
    T sum = a + MILLS_CENTRE, t = 1 - 2 * MILLS_CENTRE / sum, u = 1 - t;
    T lost = NMAD(FNMA(u, sum, 2 * MILLS_CENTRE) * K(0.5 / MILLS_CENTRE), sum, a - (sum - MILLS_CENTRE));
    T2 bend = plus_product(CONSTANT2(MILLS_SECOND), t, poly_mills(t));
    T2 ratio = plus_product(CONSTANT2(MILLS_FIRST), t, bend.h), mills = two_prod(ratio.h, u);
    mills.l += MAD(MAD(t, bend.l, ratio.l), u, lost * MAD(a, mills.h, -INVERSE_ROOT_2PI_HIGH));
#endif
    return (NORMAL_TAIL){exp_between(square.h, square.l), mills};
}

/* (1 - Phi(a)) b, b below 2^30; it is lifted, so that the product with the second word is no subnormal number */
WORD T tail_times(NORMAL_TAIL q, T b)
{
    T2 p = two_prod(q.mills.h, q.e.h);
    T rest = MAD(q.mills.l, q.e.h + q.e.l, MAD(q.mills.h, q.e.l, p.l));
#if HAVE_LOOKUP32 /* there it is nothing near 0 */
    return SCALE(FMA(b, p.h, b * rest), q.e.n);
#else
    T lifted = b * K(0x1p30);
    return SCALE(FMA(lifted, p.h, lifted * rest), q.e.n - 30);
#endif
}

/* erf(z), z >= 0: a polynomial below 1, else 1 - erfc(z) */
WORD T2 erf_(T2 z)
{
    T w = z.h * z.h;
    T2 first = two_prod(z.h, PACK(ERF_SLOPE_HIGH));
    T bent = z.l * FNMA(w, ERF_SLOPE_HIGH - K(0.415), ERF_SLOPE_HIGH); /* about z.l erf'(z) */
    T2 near = fast_two_sum(first.h, MAD(z.h * w, poly_erf(w), first.l + z.h * ERF_SLOPE_LOW + bent));
    NORMAL_TAIL q = normal_tail(MIN(MILLS_HIGHEST, FMA(z.h, ROOT_2, z.l * ROOT_2)));
    T2 far = fast_two_sum(PACK(1), -tail_times(q, PACK(2)));
    return select2(LT(z.h, 1), near, far);
}

/* ---- what several rows share --------------------------------------------------------------------------------------- */

/* `usual` where a parameter has its usual value, `general` elsewhere; a pack of one kind computes that one alone */
#define WHERE_USUAL(mask, v, usual, general) \
    if (__builtin_expect(!any_((M) ~(mask)), 1)) \
        v = usual; \
    else { \
        v = general; \
        if (any_(mask)) \
            v = SELECT(mask, usual, v); \
    }

/* v, but NaN where x is */
#define NAN_FROM(x, v) SELECT(EQ(x, x), v, x)
/* a where x > bound, b where not, NaN where they do not compare */
#define ABOVE(x, bound, a, b) SELECT(GT(x, bound), a, SELECT(LE(x, bound), b, (x) + (bound)))
/* on the bounds and beyond them */
#define OUTSIDE(x, low, high) (LE(x, low) | GE(x, high))

/* slope x, 0 at infinity if the slope is 0 */
WORD T steep(T slope, T x) { return slope * SELECT(EQ(slope, 0), FINITE(x), x); }

/* Beside a derivative's root the formula cancels: there it is t (P0 + t P(t)), t the distance from the root in two words;
   three of the root, as x may be a product. */
#define NEAR_ROOT(NAME, x, otherwise) \
    near_root(x, CONSTANT2(NAME##_ROOT), PACK(NAME##_ROOT_LOWEST), PACK(NAME##_ROOT_WINDOW), CONSTANT2(NAME##_ROOT_SLOPE), \
              poly_##NAME##_root, otherwise)
WORD T near_root(T2 x, T2 root, T lowest, T window, T2 first, T (*polynomial)(T), T otherwise)
{
    T t = x.h - root.h, rest = MAD(t, polynomial(t), first.l);
    T2 low = two_sum(x.l, -root.l), distance = fast_two_sum(t, low.h);
    T inside = FMA(distance.h, first.h, MAD(distance.h, rest, (distance.l + (low.l - lowest)) * first.h));
    return SELECT(LT(ABS(t), window), inside, otherwise);
}

/* of x s(z), z = beta x */
WORD T silu_slope(T2 z, T rest, LOGISTIC g) { return NEAR_ROOT(SILU, z, gate_slope(z.h, rest, g)); }

/* a log(1 + exp(x)) + b log(1 + exp(-x)), and its slope.  With e = exp(-|x|), `rising` of a and b the weight of the logarithm
   that rises with |x|, and `falling` the other, these are

       rising |x| + (a + b) log(1 + e)   and   (rising - falling e)/(1 + e), with the sign of x.

   e is carried 2^BINARY_LIFT times as large, so that it is normal wherever its product with a weight up to BINARY_LIMIT is a
   number.  Of LARGE weights it is carried as it is. */
enum { BINARY_LIFT = REAL == 32 ? 64 : 512 };
#define BINARY_LOWEST K(REAL == 32 ? -131 : -1060)
#define BINARY_LIMIT K(REAL == 32 ? 0x1p38 : 0x1p450)

typedef struct {
    T minus; /* -|x| */
    M negative, large;
    T2 rising, falling, e;
    T unit; /* the lift */
} BINARY;

WORD BINARY binary_(RARE *rare, T x, T2 a, T2 b)
{
    const R unit = REAL == 32 ? K(0x1p64) : K(0x1p512);
    T minus = MINUS_ABS(x);
    POWER e = power(MAX(BINARY_LOWEST, minus), NOTHING);
    T low = MAD(e.high, MAD(e.r * e.r, poly_expm1(e.r), e.r), e.low); /* by poly_exp it errs by a twelfth of a unit of e */
    M negative = LT(x, 0);
    BINARY v = {
        .minus = minus,
        .negative = negative,
        .rising = select2(negative, b, a),
        .falling = select2(negative, a, b),
        .e = {lifted(e.high, e.n, BINARY_LIFT), lifted(low, e.n, BINARY_LIFT)},
        .unit = PACK(unit),
        .large = (M)~LE(ABS(a.h) + ABS(b.h), BINARY_LIMIT),
    };
    if (RARELY(rare, v.large)) {
        v.e = select2(v.large, both(exp_minus_abs(x)), v.e);
        v.unit = SELECT(v.large, 1, unit);
    }
    return v;
}

/* log(1 + e) = 2 atanh z, z = e/(2 + e), which is e less its product with z */
WORD T binary_value(RARE *rare, BINARY v, T weight)
{
    T e = v.e.h + v.e.l, z = e / (2 * v.unit + e), w = z * z;
    T rest = FNMA(z, FNMA(w * v.unit, poly_log1p_of_part(w), e), v.e.l), falls = FMA(weight, v.e.h, weight * rest);
    T run = unless(EQ(v.rising.h, 0), -v.minus), y = FMA(v.rising.h, run, falls * (1 / v.unit));
    if (RARELY(rare, v.large)) {
        y = SELECT(v.large & LT(v.minus, -80), FMA(v.rising.h, run, exp_times(weight, wide(v.minus))), y);
        y = SELECT(GT(ABS(weight), LARGEST), weight + 0 * e, y);
    }
    return y;
}

/* Beside the root the difference of the first words is exact: e's is a number of a table, and the others are a thirtieth of it.
   What the denominator `lost` counts in full where e is small, and is the less where it does not. */
WORD T binary_slope(RARE *rare, BINARY v)
{
    T2 product = two_prod(v.falling.h, v.e.h);
    T rest = FNMA(v.falling.h, v.e.l, FNMA(v.falling.l, v.e.h, FMA(v.rising.l, v.unit, -product.l)));
    T e = v.e.h + v.e.l, den = v.unit + e, lost = ((v.unit - den) + e) * (1 / v.unit);
    T num = FMA(v.rising.h, v.unit, -product.h), slope = (num + FNMA(num, lost, rest)) / den;
    if (RARELY(rare, v.large)) {
        T sum = v.rising.h - v.falling.h;
        slope = SELECT(v.large & LT(v.minus, -80), v.rising.h - exp_times(v.falling.h, wide(v.minus)), slope);
        slope = SELECT(GT(ABS(sum), LARGEST), sum + 0 * e, slope);
    }
    return SELECT(v.negative, -slope, slope); /* of -0 it is that of 0 */
}

/* log(1 + exp(beta x))/beta; beyond beta x = 64 it is x, and below -40 it is exp(beta x)/beta, whose factors may both be
   beyond the type's numbers: beta takes a part of exp's exponent where it is small */
WORD T softplus_over(T x, T beta)
{
    const R part = REAL == 32 ? 60 : 600, unit = REAL == 32 ? K(0x1p60) : K(0x1p600), end = REAL == 32 ? 210 : 1500;
    T2 z = two_prod(beta, x);
    M above = GT(z.h, 64), tail = LT(z.h, -40), small = LT(ABS(beta), 1 / SQUARE_LIMIT);
    T lift = SELECT(small, unit, 1), none = exponent(ROUNDER / 16 + (T){0});
    T size = MINUS_ABS(z.h), bounded = MAX(SELECT(small, -end, EXP_LOWEST), size);
    SCALED e = exp_between(bounded, SELECT(EQ(bounded, size), -flip(z.l, z.h), NOTHING)), near = e;
    near.n = SELECT(tail, none, e.n); /* what follows from it is not used */
    SOFTPLUS s = softplus_of(near, select2(above, wide(PACK(64)), z));
    s.near.l = MAD(z.l, z.h / 4, s.near.l); /* with z.l/2, z.l times the slope */
    T2 num = select2(tail, fast_two_sum(e.h, e.l), shifted(softplus2(s), lift));
    T ratio = total(over(num, wide(beta * lift)));
    return SELECT(above, x, SCALE(ratio, SELECT(tail, e.n + SELECT(small, part, 0), none)));
}

/* silu'(x), which is 1 - silu'(-x); by the table 0.41 ns instead of 0.66 (Zen 4) */
#if HAVE_LOOKUP32
WORD T silu_slope1(T x)
{
    T a = -minus_size(x);
    SCALED e = exp_minus_abs(x);
    INTERPOLATED v = silu_slope_at(a, (I)(SILU_SLOPE_SHIFT + MIN(29, a)) >> (MANTISSA_BITS - 3));
    T y = scaled_product(interpolated(v), e);
    return SELECT(LE(x, 0), y, 1 - y);
}
#else
WORD T silu_slope1(T x) { return silu_slope(wide(x), NOTHING, logistic(x)); }
#endif

/* alpha (exp(x/alpha) - 1): beyond x/alpha = 64 alpha exp(x/alpha), whose factors may both be beyond the type's numbers */
WORD T expm1_times(RARE *rare, T alpha, T x)
{
    T2 z = quotient_of_any(rare, x, alpha), em = expm1_(z);
    T y = FMA(alpha, em.h, FINITE(alpha * em.l));
    M far = GT(z.h, 64);
    if (RARELY(rare, far))
        y = SELECT(far, exp_times(alpha, z), y);
    return SELECT(LT(ABS(z.h), 0x1p-60), x, y); /* x/alpha may underflow */
}

/* alpha z where that is an argument of exp: no further than exp needs it */
WORD T2 exponent_product(T alpha, T2 z)
{
    T2 p = two_prod(alpha, z.h), near = within((T2){p.h, p.l + alpha * z.l});
    return fast_two_sum(near.h, near.l);
}

/* 1 + a + b */
WORD T2 sum_from_one(T2 a, T2 b)
{
    T2 one = two_sum(PACK(1), a.h), rest = two_sum(a.l, b.h), first = two_sum(one.h, rest.h), second = two_sum(first.h, rest.l);
    return two_sum(second.h, second.l + ((first.l + one.l) + b.l));
}

/* log(1 - alpha (x + alpha))/-alpha, alpha < 0, and its derivative, 1 over 1 - alpha (x + alpha): beside the pole, where
   that is near 0, all its four words count.  Where it is too large for the type, both factors are carried 2^-part times. */
typedef struct {
    T value, slope;
} SOFT_LOGARITHM;

WORD SOFT_LOGARITHM soft_logarithm(RARE *rare, T x, T alpha)
{
    const R part = REAL == 32 ? 64 : 512, down = REAL == 32 ? K(0x1p-64) : K(0x1p-512),
            huge = REAL == 32 ? K(0x1p100) : K(0x1p800);
    T2 sum = two_sum(FINITE(x), alpha), argument = sum_from_one(two_prod(-alpha, sum.h), two_prod(-alpha, sum.l));
    T rise = -alpha * sum.h, unit = PACK(1), n = PACK(0);
    M large = GT(rise, huge); /* there 1 more is nothing */
    if (RARELY(rare, large)) {
        argument = select2(large, mul2(wide(-alpha * down), shifted(sum, PACK(down))), argument);
        n = SELECT(large, 2 * part, 0);
        unit = SELECT(large, down, 1);
    }
    T lift = SELECT(GT(alpha, K(-0x1p-60)), K(0x1p60), 1); /* 1/alpha would be infinite of a subnormal alpha */
    T2 logarithm = add2(log_any(argument), (T2){n * LN2_HIGH, n * LN2_LOW});
    T value = SELECT(LT(ABS(rise), 0x1p-60), total(sum), total(over(shifted(logarithm, lift), wide(-alpha * lift))));
    T slope = total(over(wide(unit), argument)) * unit;
    T edge = SELECT(EQ(argument.h, 0), -INFINITY, NAN); /* the pole, and below it */
    M valid = GT(argument.h, 0);
    return (SOFT_LOGARITHM){
        SELECT(GT(x, LARGEST), x, SELECT(valid, value, edge)),
        SELECT(GT(x, LARGEST), 0, SELECT(valid, slope, -edge)),
    };
}

/* exp(z)/alpha + alpha, z > 64: the factors may both be beyond the type's numbers */
WORD T soft_power_far(T2 z, T alpha)
{
    const R part = REAL == 32 ? 64 : 512, end = REAL == 32 ? 210 : 1500;
    const R down = REAL == 32 ? K(0x1p-64) : K(0x1p-512);
    M large = GT(alpha, 1); /* alpha takes a part of exp's exponent */
    T near = MIN(SELECT(large, end, EXP_HIGHEST), MAX(0, z.h));
    SCALED e = exp_between(near, SELECT(EQ(near, z.h), z.l, NOTHING));
    T2 ratio = over(fast_two_sum(e.h, e.l), wide(alpha * SELECT(large, down, 1)));
    T n = e.n - SELECT(large, part, 0), h = SCALE(ratio.h, n);
    return SELECT(GT(h, LARGEST), h, total(add2((T2){h, SCALE(ratio.l, n)}, wide(alpha))));
}

/* (exp(z) - 1)/alpha + alpha, z = alpha x, alpha > 0 */
WORD T soft_power(RARE *rare, T x, T2 z, T alpha)
{
    T lift = SELECT(LT(alpha, 0x1p-60), K(0x1p60), 1);
    T2 power = expm1_(z), divisor = wide(SELECT(GT(alpha, 0), alpha * lift, 1));
    T plain = power.h * lift / divisor.h;
    /* near 0 it is x + alpha + x (z/2 + z^2/6 ...), where x + alpha may cancel */
    T2 sum = two_sum(x, alpha), run = add2(sum, (T2){x * z.h * poly_expm1(z.h), NOTHING});
    run = select2(LT(ABS(z.h), K(0.02)), run, add2(over(shifted(power, lift), divisor), wide(alpha)));
    T y = SELECT(LE(plain, LARGEST), total(run), plain);
    M far = GT(z.h, 64);
    if (RARELY(rare, far))
        y = SELECT(far, soft_power_far(z, alpha), y);
    return y;
}

/* x s(-|z|) of an x beyond GATE_LIMIT: exp(-|z|) may be beyond the type's numbers, and x m too before it is scaled */
WORD T far_lower_times(T x, T2 z, LOGISTIC g)
{
    T part = SELECT(GT(ABS(z.h), 64), exp_times(FINITE(x), minus_abs(z)), 4 * lower_times(FINITE(x) / 4, g));
    return SELECT(GT(ABS(x), LARGEST), COPYSIGN(0, x), part);
}

/* x s(beta x) */
WORD T swish_(RARE *rare, T x, T beta, T2 z, LOGISTIC g)
{
    M large = (M)~LE(ABS(x), GATE_LIMIT);
    T part = lower_times(x, g);
    if (RARELY(rare, large))
        part = SELECT(large, far_lower_times(x, z, g), part);
    return SELECT(EQ(beta, 0), x / 2, SELECT(g.negative, part, x - part));
}

/* gelu of the tail at `near` = |x| up to its limit, and its derivative (1 - (R(a) - a/sqrt(2 pi)) exp(-a^2/2) for x > 0) */
WORD T gelu_(T x, T near, NORMAL_TAIL q) { return MAX(NOTHING, x) - tail_times(q, near); }
WORD T gelu_slope(T x, T near, NORMAL_TAIL q)
{
#if HAVE_LOOKUP32 /* 0.48 ns instead of 0.93 (Zen 4) */
    INTERPOLATED v = gelu_slope_at(near, (I)(GELU_SLOPE_SHIFT + near) >> (MANTISSA_BITS - 3));
    T slope = interpolated_times(v, q.e);
    return SELECT(LT(x, 0), slope, 1 - slope);
#else
    T density = FNMA(near, INVERSE_ROOT_2PI_HIGH, q.mills.h), low = NMAD(near, INVERSE_ROOT_2PI_LOW, q.mills.l);
    T slope = scaled_product2(fast_two_sum(density, low), q.e);
    return NEAR_ROOT(GELU, wide(x), SELECT(LT(x, 0), slope, 1 - slope));
#endif
}

/* gelu_tanh is x s(z), z = 2 sqrt(2/pi) (x + 0.044715 x^3); w = x z'; `near` is x where s is neither 0 nor 1 */
typedef struct {
    T near;
    T2 z, w;
} CUBIC;

/* A + b x^2; as the last bits of A's first word are 0, A - h is exact */
WORD T2 gelu_tanh_sum(T2 square, T2 b)
{
    T h = FMA(b.h, square.h, GELU_TANH_A_HIGH), lost = FMA(b.h, square.h, GELU_TANH_A_HIGH - h) + GELU_TANH_A_LOW;
    return (T2){h, MAD(b.l, square.h, MAD(b.h, square.l, lost))};
}

WORD CUBIC gelu_tanh_(T x)
{
    T near = MIN(GELU_TANH_LIMIT, MAX(-GELU_TANH_LIMIT, x));
    T2 square = two_prod(near, near);
    T2 slope = gelu_tanh_sum(square, CONSTANT2(GELU_TANH_B)), steep = gelu_tanh_sum(square, CONSTANT2(GELU_TANH_3B));
    T2 z = two_prod(near, slope.h), w = two_prod(near, steep.h);
    z.l = MAD(near, slope.l, z.l);
    w.l = MAD(near, steep.l, w.l);
    return (CUBIC){near, z, w};
}
WORD LOGISTIC gelu_tanh_logistic(CUBIC c) { return logistic_of(exp_between(MINUS_ABS(c.z.h), -flip(c.z.l, c.z.h)), c.z.h); }

/* ---- two operands: f(a) b, also where f(a) alone would be subnormal: z tells where, f is about e^z there -------------- */

/* what a factor's exponent needs to be lifted, and the product of a lifted one */
WORD T lift(T z) { return SELECT(LT(z, LIFT_BELOW), LIFT, 0); }
WORD T lowered(T f, T b, T z)
{
    return SELECT(LT(z, EXP_LOWEST), COPYSIGN(0, f), f) * b * SELECT(LT(z, LIFT_BELOW), LIFTED_UNIT, 1);
}

/* a s(z) b = a b/(1 + exp(-z)), for less than silu takes: right to 3 units.  The product comes first, for a alone may be so
   small that its quotient is a subnormal number.  A rare pack with a z far out, or with a product that is too large, takes
   another path, on which its other elements keep their bits; there `finite` stands for a where s is 0. */
#define FAR(z, product) ((M)~LT(MAD(product, 0, ABS((z).h)), -LIFT_BELOW)) /* infinite or NaN times 0 is NaN */

/* unit + exp(x) of x's power, 2^n times: what the first sum loses, all of 1 where exp is 2^24 (2^53), goes into the second */
WORD T added_power(T unit, POWER p, T n)
{
    T h = SCALE(p.high, n), sum = h + unit;
    return sum + MAD(h, MAD(p.r * p.r, poly_exp(p.r), p.r), unit - (sum - h));
}
WORD T near_gated(T product, T2 z)
{
    POWER p = power(-z.h, -z.l);
    return product / added_power(PACK(1), p, p.n);
}
WORD T far_gated(T a, T finite, T2 z, T b, T product)
{
    M below = LT(z.h, LIFT_BELOW), large = GT(ABS(product), LARGEST);
    T unit = SELECT(below, LIFTED_UNIT, 1);
    POWER p = power(MIN(EXP_HIGHEST, MAX(EXP_LOWEST, -z.h)), SELECT(LT(ABS(z.h), EXP_HIGHEST), -z.l, NOTHING));
    T n = p.n - lift(z.h), den = SELECT(GT(SCALE(p.high, n), LARGEST) & EQ(z.h, z.h), INFINITY, added_power(unit, p, n));
    T y = SELECT(large, SELECT(below, finite, a), product) / den * (SELECT(large, b, 1) * unit);

    /* both: exp(z) takes the exponent that the product is too large by */
    const R part = REAL == 32 ? 64 : 512, end = REAL == 32 ? 260 : 2100, down = REAL == 32 ? K(0x1p-64) : K(0x1p-512);
    SCALED e = exp_between(MIN(0, MAX(-end, z.h)), SELECT(LT(ABS(z.h), end), z.l, NOTHING));
    e.n += 2 * part;
    M both = below & large & GE(z.h, -end) & LE(ABS(a), LARGEST) & LE(ABS(b), LARGEST);
    return SELECT(both, scaled_product((a * down) * (b * down), e), y);
}

/* f(a) = a s(z) of a gate z that falls with a */
WORD T gated(RARE *rare, T a, T2 z, T b)
{
    T product = a * b;
    if (RARELY(rare, FAR(z, product)))
        return far_gated(a, FINITE(a), z, b, product);
    return near_gated(product, z);
}
WORD T swiglu_(RARE *rare, T a, T beta, T b, T product)
{
    T2 z = two_prod(beta, a);
    if (RARELY(rare, FAR(z, product)))
        return far_gated(a, FINITE(a), two_prod(beta, SELECT(EQ(beta, 0), FINITE(a), a)), b, product);
    return near_gated(product, z);
}
WORD T glu_(RARE *rare, T a, T b)
{
    if (RARELY(rare, FAR(wide(b), a)))
        return far_gated(a, a, wide(b), PACK(1), a);
    return near_gated(a, (T2){b, -NOTHING}); /* minus of which is nothing */
}

/* the derivative of x s(z) by x, times b; root or not, as silu_slope */
WORD T silu_slope_times(T2 z, LOGISTIC g, T b)
{
    T slope = NEAR_ROOT(SILU, z, gate_slope_scaled(z.h, gate_rest(z, g), g, g.n + lift(z.h)));
    return lowered(slope, b, z.h);
}

/* The gates x G(exp(x)), G(e) = (a e + b e^2)/(c + d e + f e^2), one exponential e = exp(-|x|) for both signs: with e for 1/e
   the coefficients are in reverse.  For x < 0 a factor e = m 2^n of G is applied last.
   dG/dx = e (ac + 2bc e + (bd - af) e^2)/den^2. */
typedef struct {
    T x;
    T2 factor, quotient, slope; /* G = factor 2^n quotient, x G' = factor 2^n slope */
    T n;
} RATIONAL_GATE;

/* a + b e, and a + b e + c e^2 */
WORD T2 linear(T a, T b, T2 e)
{
    T h = FMA(b, e.h, a);
    return (T2){h, FMA(b, e.h, a - h) + b * e.l};
}
WORD T2 quadratic(T a, T b, T c, T2 e)
{
    T inner = FMA(c, e.h, b), h = FMA(inner, e.h, a);
    T lost = FMA(c, e.h, b - inner);
    return (T2){h, FMA(inner, e.h, a - h) + MAD(lost, e.h, MAD(c, e.h, inner) * e.l)};
}

WORD RATIONAL_GATE rational_gate(T x, R a, R b, R c, R d, R f)
{
    M negative = LT(x, 0);
    T near = MAX(EXP_LOWEST, SELECT(negative, x, MIN(EXP_HIGHEST, x)));
    SCALED power = exp_minus_abs(near);
    T2 m = fast_two_sum(power.h, power.l), e = {SCALE(m.h, power.n), SCALE(m.l, power.n)};
#define BY_SIGN(u, v) SELECT(negative, u, v)
    T2 num = linear(BY_SIGN(a, b), BY_SIGN(b, a), e);
    T2 den = quadratic(BY_SIGN(c, f), PACK(d), BY_SIGN(f, c), e);
    T2 rate = quadratic(BY_SIGN(a * c, b * d - a * f), PACK(2 * b * c), BY_SIGN(b * d - a * f, a * c), e);
    T2 run = select2(negative, wide(near), (T2){near * e.h, FMA(near, e.h, -(near * e.h)) + near * e.l});
    T2 steep = over(over(rate, den), den);
    T p = run.h * steep.h;
    T2 slope = {p, FMA(run.h, steep.h, -p) + (run.h * steep.l + run.l * steep.h)};
    return (RATIONAL_GATE){
        SELECT(negative, near, x),
        select2(negative, m, wide(PACK(1))),
        over(num, den),
        slope,
        SELECT(negative, power.n, exponent(ROUNDER / 16 + (T){0})),
    };
#undef BY_SIGN
}

WORD T gate_value(RATIONAL_GATE g)
{
    T2 scale = {g.factor.h * g.quotient.h, FMA(g.factor.h, g.quotient.h, -(g.factor.h * g.quotient.h))};
    scale.l += g.factor.h * g.quotient.l + g.factor.l * g.quotient.h;
    return COPYSIGN(SCALE(by_any(g.x, scale), g.n), g.x);
}

WORD T gate_derivative(RATIONAL_GATE g)
{
    T2 sum = two_sum(g.quotient.h, g.slope.h);
    return SCALE(times(g.factor, normal((T2){sum.h, sum.l + (g.quotient.l + g.slope.l)})), g.n);
}

/* t + a (x - t), which may have a root; where x - t overflows, a x + (1 - a) t */
WORD T far_line(T a, T x, T t)
{
    T2 run = two_sum(SELECT(EQ(a, 0), FINITE(x), x), -t), rise = two_prod(a, run.h), sum = two_sum(t, rise.h);
    T y = total((T2){sum.h, sum.l + FMA(a, run.l, rise.l)});
    return SELECT(LE(ABS(run.h), LARGEST), y, FMA(a, x, FNMA(a, t, t)));
}
WORD T line(RARE *rare, T a, T x, T t)
{
    T2 run = two_sum(x, -t), rise = two_prod(a, run.h), sum = two_sum(t, rise.h);
    T y = sum.h + (sum.l + FMA(a, run.l, rise.l));
    M far = (M)~LE(ABS(sum.h), LARGEST);
    if (RARELY(rare, far))
        y = SELECT(far, far_line(a, x, t), y);
    return y;
}

/* scale x^2 + bias, x >= 0: beside its root all three words of the product count */
WORD T near_star(T2 square, T scale, T bias)
{
    T2 bent = two_prod(scale, square.h), rest = two_prod(scale, square.l);
    return total(add2(add2(bent, wide(bias)), rest));
}
/* Where x^2 would be beyond the type's numbers, x is multiplied by scale first; where bias is large, the words of an eighth do
   not overflow. */
WORD T far_star(T x, T scale, T bias)
{
    M far = LT(x, REAL == 32 ? K(0x1p-50) : K(0x1p-450)) | GT(x, REAL == 32 ? K(0x1p60) : K(0x1p500));
    M large = GT(ABS(bias), LARGEST / K(0x1p20));
    T2 square = shifted(two_prod(x, SELECT(far, scale, x)), SELECT(large, K(0.125), 1));
    T other = SELECT(far, x, scale);
    T y = near_star(square, other, bias * SELECT(large, K(0.125), 1)) * SELECT(large, 8, 1);
    return SELECT(LT(ABS(other * square.h), LARGEST / 4), y, FMA(x, scale * x, bias));
}
WORD T star(RARE *rare, T x, T scale, T bias)
{
    T2 square = two_prod(x, x);
    M small = GT(x, 0) & LT(square.h, 1 / SQUARE_LIMIT), large = (M)~LT(ABS(scale * square.h) + ABS(bias), LARGEST / K(0x1p20));
    T y = near_star(square, scale, bias);
    if (RARELY(rare, small | large))
        y = SELECT(small | large, far_star(x, scale, bias), y);
    return y;
}

/* x and 1 by the same power of 2, so that x^2 does not overflow */
typedef struct {
    T x, one;
} SMALLER;

WORD SMALLER smaller(RARE *rare, T x)
{
    M large = GT(ABS(x), SQUARE_LIMIT);
    if (RARELY(rare, large)) {
        T one = SELECT(large, SQUARE_SCALE, 1);
        return (SMALLER){FINITE(x) * one, one};
    }
    return (SMALLER){x, PACK(1)};
}

/* x/6 + 1/2 in two words, |x| <= 3 */
WORD T2 hard_gate(T x)
{
    T2 sum = fast_two_sum(PACK(3), x);
    T h = sum.h * SIXTH_HIGH;
    return (T2){h, FMA(sum.h, SIXTH_HIGH, -h) + MAD(sum.h, SIXTH_LOW, sum.l * SIXTH_HIGH)};
}

/* sqrt(a x^2 + b), times v.one */
WORD T2 hypotenuse(T a, SMALLER v, T b)
{
    T scaled = a * v.x;
    T2 square = two_prod(scaled, v.x), sum = two_sum(square.h, b * v.one * v.one);
    return root2((T2){sum.h, sum.l + MAD(FMA(a, v.x, -scaled), v.x, square.l)});
}

/* A power of 2, by which the squares of numbers, the largest of which is large or small, lie in the middle of the type's
   numbers, and 1 over it. */
typedef struct {
    T one, back;
    M large, small;
} UNIT;

WORD UNIT unit_of(M large, M small)
{
    T one = SELECT(large, SQUARE_SCALE, SELECT(small, SQUARE_LIFT, 1));
    return (UNIT){one, inverse_power(one), large, small};
}

/* sqrt(x^2 + a^2) times u.one, and x times u.one and a `lift`, so that the remainder of x/h is no subnormal number, which
   the slope alone needs */
typedef struct {
    T size; /* the larger of |x| and |a| */
    UNIT u;
    T2 h;
    T x, lift, fall;
} MULTIQUADRIC;

WORD MULTIQUADRIC multiquadric_(RARE *rare, RARE *rare_slope, T x, T a)
{
    const R power = REAL == 32 ? K(0x1p60) : K(0x1p600);
    T size = MAX(ABS(x), ABS(a)), lift = PACK(1), near = x, scaled = a;
    M large = GT(size, SQUARE_LIMIT), small = LT(size, 1 / SQUARE_LIMIT), little = LT(ABS(x), 0x1p-40) & GT(ABS(x), 0);
    UNIT u = {.one = PACK(1), .back = PACK(1)};
    if (RARELY(rare, large | small)) {
        u = unit_of(large, small);
        near = FINITE(x);
        scaled = FINITE(a) * u.one;
    }
    if (RARELY(rare_slope, little))
        lift = SELECT(little & (M)~small, power, 1);
    T v = near * u.one;
    T2 p = two_prod(v, v), b = two_prod(scaled, scaled), sum = two_sum(p.h, b.h);
    T2 h = root2((T2){sum.h, sum.l + (p.l + b.l)});
    return (MULTIQUADRIC){size, u, h, near * (u.one * lift), lift, inverse_power(lift)};
}

/* (x + sqrt(x^2 + b))/2 = b/2/(sqrt(x^2 + b) - x), and its derivative, this over sqrt(x^2 + b) */
typedef struct {
    T value, slope;
} SQUAREPLUS;

WORD SQUAREPLUS near_squareplus(T x, T b)
{
    const R lift = REAL == 32 ? K(0x1p60) : K(0x1p600);
    T2 square = two_prod(x, x), sum = two_sum(square.h, b), h = root2((T2){sum.h, sum.l + square.l}),
       whole = add2(h, wide(ABS(x)));
    T2 half = halved(select2(LT(x, 0), over(wide(b), whole), whole));
    return (SQUAREPLUS){total(half), total(over(shifted(half, PACK(lift)), h)) / lift};
}
/* b, and then half, are scaled before a division or after it, so that they stay normal */
WORD SQUAREPLUS far_squareplus(T x, T b)
{
    const R limit = SQUARE_LIMIT * SQUARE_LIMIT, power = REAL == 32 ? K(0x1p60) : K(0x1p600);
    UNIT u = unit_of(GT(ABS(x), SQUARE_LIMIT) | GT(b, limit), LT(ABS(x), 1 / SQUARE_LIMIT) & LT(b, 1 / limit));
    T v = FINITE(x) * u.one;
    T2 square = two_prod(v, v), sum = two_sum(square.h, b * u.one * u.one);
    T2 h = root2((T2){sum.h, sum.l + square.l}), whole = add2(h, wide(ABS(v)));
    M negative = LT(x, 0), late = u.large & LT(b, SQUARE_LIMIT), tiny = LT(b, 1 / limit) & (M) ~(u.large | u.small);
    T first = SELECT(late, 1, SELECT(tiny, SQUARE_LIFT, u.one)), after = SELECT(late, u.one, SELECT(tiny, 1 / SQUARE_LIFT, 1));
    T2 half = halved(select2(negative, over(wide(b * first), whole), whole));
    T lift = SELECT(u.large | tiny, 1, SELECT(u.small, u.one, power));
    T fall = SELECT(u.large, u.one, SELECT(u.small | tiny, 1, 1 / power));
    T slope = total(over(shifted(half, SELECT(negative, lift, 1)), h));
    return (SQUAREPLUS){
        total(half) * SELECT(negative, after, u.back),
        slope * SELECT(negative, fall, 1) * SELECT(negative, after, 1),
    };
}
WORD SQUAREPLUS squareplus_(RARE *rare, T x, T b)
{
    SQUAREPLUS p = near_squareplus(x, b);
    M far = (M)~LE(ABS(x), SQUARE_LIMIT) | LT(b, 1 / SQUARE_LIMIT) | GT(b, SQUARE_LIMIT);
    if (RARELY(rare, far)) {
        SQUAREPLUS other = far_squareplus(x, b);
        p = (SQUAREPLUS){SELECT(far, other.value, p.value), SELECT(far, other.slope, p.slope)};
    }
    return p;
}

/* Of a > 0 the power of 2 whose square brings it to between 1/2 and 2, or to a little number if it is subnormal. */
WORD T root_unit(T a)
{
    return (T)(((U)(I){0} + (3 * EXPONENT_BIAS - 1) / 2 - ((U)a >> (MANTISSA_BITS + 1))) << MANTISSA_BITS);
}

/* x/sqrt(1 + alpha x^2), and its derivative, the third power of 1/sqrt(1 + alpha x^2); where alpha is far from 1, of x and
   alpha scaled so that it is near */
typedef struct {
    T value, slope;
} ISRU;

WORD ISRU near_isru(SMALLER v, T x, T alpha)
{
    T2 h = root2(wide(FMA(alpha * v.x, v.x, v.one * v.one))), r = over(wide(v.one * SMALL_LIFT), hypotenuse(alpha, v, PACK(1)));
    return (ISRU){
        COPYSIGN(total(over(wide(v.x), h)), x),
        times(r, mul2(r, r)) * (1 / SMALL_LIFT / SMALL_LIFT / SMALL_LIFT), /* the third power wants a better root */
    };
}
WORD ISRU isru_(RARE *rare, T x, T alpha)
{
    ISRU y = near_isru(smaller(rare, x), x, alpha);
    M far = LT(alpha, K(0x1p-10)) | GT(alpha, K(0x1p10));
    if (RARELY(rare, far)) {
        T unit = root_unit(alpha), near = x * inverse_power(unit);
        ISRU other = near_isru(smaller(rare, near), near, alpha * unit * unit);
        T value = SELECT(LT(ABS(near), 0x1p-60), x, other.value * unit); /* x/unit may be a subnormal number */
        y = (ISRU){SELECT(far, value, y.value), SELECT(far, other.slope, y.slope)};
    }
    return y;
}

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
static REDUCED __attribute__((noinline)) reduce_huge(REDUCED reduced, T x, T power, T other)
{
    for (int lane = 0; lane < LANES; lane++) {
        double small = __builtin_fabs((double)x[lane]), first = (double)power[lane], second = (double)other[lane];
        if (small * first * second > HALF_PI_LIMIT && small <= LARGEST) {
            double h, l;
            int exponent = __builtin_ilogb(first) + __builtin_ilogb(second);
            reduced.n[lane] = reduce_half_pi((double)x[lane], exponent, &h, &l);
            reduced.r.h[lane] = (R)h;
            reduced.r.l[lane] = (R)((h - (double)(R)h) + l);
        }
    }
    return reduced;
}

/* of x power other, which may be beyond the type's numbers; both are powers of 2 */
WORD REDUCED reduce_scaled(RARE *rare, T x, T power, T other)
{
    T actual = x * power * other, t = actual * TWO_OVER_PI + ROUNDER, n = t - ROUNDER;
    T2 p = two_prod(n, PACK(HALF_PI_HIGH)), q = two_prod(n, PACK(HALF_PI_LOW));
    T2 s = two_sum(actual - p.h, -p.l), u = two_sum(s.h, -q.h);
    REDUCED reduced = {fast_two_sum(u.h, u.l + s.l - q.l - n * HALF_PI_LOWEST), (I)t};
    if (RARELY(rare, GT(ABS(actual), HALF_PI_LIMIT)))
        reduced = reduce_huge(reduced, x, power, other);
    return reduced;
}

WORD REDUCED reduce(RARE *rare, T x) { return reduce_scaled(rare, x, PACK(1), PACK(1)); }

/* of a sum times both powers, or of a quarter turn more */
WORD REDUCED reduce2(RARE *rare, T2 x, T power, T other)
{
    REDUCED a = reduce_scaled(rare, x.h, power, other), b = reduce_scaled(rare, x.l, power, other);
    T2 r = add2(a.r, b.r);
    T turns = COPYSIGN(SELECT(GT(ABS(r.h), K(0.7854)), 1, 0), r.h);
    return (REDUCED){add2(r, mul2(wide(-turns), CONSTANT2(HALF_PI))), a.n + b.n + (I)(turns + ROUNDER)};
}

/* bit 0 of n exchanges sin and cos, bit 1 turns sin's sign, bit 1 of n + 1 that of cos */
WORD M odd(I n) { return GT((T)((n & 1) | (I)(K(1) + (T){0})), 1); }
WORD T turn(T v, I n) { return flip(v, (T)((n & 2) << (REAL - 2))); }

WORD T2 choose(M odd, T2 a, T2 b, I n) { return (T2){turn(SELECT(odd, a.h, b.h), n), turn(SELECT(odd, a.l, b.l), n)}; }

#define SIN(rare, x) total(sin_(reduce(rare, x), 0))
#define COS(rare, x) total(sin_(reduce(rare, x), 1))
WORD T2 sin_(REDUCED reduced, int quarter)
{
    T2 r = reduced.r;
    I n = reduced.n + quarter;
    T w = r.h * r.h, half = w * K(0.5), one = 1 - half;
    T2 s = {r.h, MAD(r.h * w, poly_sin(w), r.l)};
    T2 c = {one, ((1 - one) - half) + MAD(w * w, poly_cos(w), -r.h * r.l)};
    return choose(odd(n), c, s, n);
}

/* 1 + sin x of a reduced x and so many quarters more, right beside its roots too: of sin and cos of r/2, (cos + sin)^2,
   2 cos^2, (cos - sin)^2, 2 sin^2 */
WORD T2 one_plus_sin(REDUCED reduced, int quarters)
{
    REDUCED half = {halved(reduced.r), {0}};
    T2 s = normal(sin_(half, 0)), c = normal(sin_(half, 1));
    I n = reduced.n + quarters;
    M lower = odd(n >> 1);
    T2 m = select2(odd(n), select2(lower, s, c), add2(c, select2(lower, minus(s), s)));
    T unit = SELECT(odd(n), 2, 1);
    T2 square = mul2(m, m);
    return (T2){unit * square.h, unit * square.l};
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

WORD CIRCULAR circular(RARE *rare, T x)
{
    REDUCED reduced = reduce(rare, x);
    I n = reduced.n;
    T2 w = mul2(reduced.r, reduced.r);
    T2 s = mul2(reduced.r, series(w, poly_sin_rest(w.h), SIN_HIGH, SIN_LOW));
    T2 c = series(w, poly_cos_rest(w.h), COS_HIGH, COS_LOW);
    return (CIRCULAR){choose(odd(n), c, s, n), choose(odd(n), s, c, n + 1)};
}
