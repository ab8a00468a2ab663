/* exp, expm1, log, log1p, and numbers with an exponent of their own. */

/* y 2^k, |k| <= 2 EXPONENT_BIAS, with one rounding although the result may be subnormal.  An exponent is made by exponent()
   of t = ROUNDER/16 + n, n a multiple of 1/16 and k = floor(n), and only SCALE knows what it looks like. */
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

/* (h + l) 2^k: a number in two words that need not fit the type's exponents; n is k as SCALE takes it */
typedef struct {
    T h, l, n;
} SCALED;

/* exp(x + xl) = 2^n (high + low) exp(r + rl), x between the limits EXP_LOWEST and EXP_HIGHEST: x = n ln 2 + r,
   |r| <= ln 2/32, high + low = 2^(j/16) */
typedef struct {
    T r, rl, high, low, n;
} POWER;

/* Error 2^-30.1 at -169.6, of double 2^-82.0 at 1400, for x from EXP_LOWEST to EXP_HIGHEST; without FMA 2^-30.2 and 2^-81.0 */
WORD POWER power(T x, T xl)
{
    T t = MAD(x, INVERSE_LN2, ROUNDER / 16), n = t - ROUNDER / 16;
    T exact = NMAD(n, LN2_HIGH, x), rest = NMAD(n, LN2_LOW, exact), r = rest + xl;
    T rl = NMAD(n, LN2_LOW, exact - rest) + (xl - (r - rest));
    return (POWER){r, rl, lookup16_(EXP2_HIGH, (I)t), lookup16_(EXP2_LOW, (I)t), exponent(t)};
}

/* exp(x + xl).
   Error 2^-26.7 at -124.4, of double 2^-56.7 at 1043, for x from EXP_LOWEST to EXP_HIGHEST; without FMA 2^-26.5 and 2^-56.5 */
WORD SCALED exp_between(T x, T xl)
{
    POWER p = power(x, xl);
    return (SCALED){p.high, MAD(p.high, MAD(p.r * p.r, poly_exp(p.r), p.r), p.low), p.n};
}

/* exp(x) of any x; beyond the limits that of the limit.
   Error 2^-26.8 at -123.7, of double 2^-57.0 at -1183, for x from EXP_LOWEST to EXP_HIGHEST; without FMA 2^-26.7 and 2^-56.6 */
WORD SCALED exp_scaled(T x) { return exp_between(MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x)), NOTHING); }

/* -|x|, no lower than exp needs it */
WORD T minus_size(T x) { return MAX(EXP_LOWEST, MINUS_ABS(x)); }

/* Error 2^-26.8 at -123.7, of double 2^-57.0 at -13.45, for x from EXP_LOWEST to EXP_HIGHEST; without FMA 2^-26.7 and
   2^-56.6 */
WORD SCALED exp_minus_abs(T x) { return exp_between(minus_size(x), NOTHING); }

/* a sum between the limits; the second word of a product may be NaN beyond them */
WORD DD within(DD x) { return (DD){MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x.h)), SELECT(LT(ABS(x.h), EXP_HIGHEST), x.l, NOTHING)}; }

/* exp(x) of any x.
   Error 2^-26.6 at -120.2, of double 2^-56.7 at 1361, for x from EXP_LOWEST to EXP_HIGHEST; without FMA 2^-26.5 and 2^-56.5 */
WORD SCALED exp_scaled_dd(DD x)
{
    DD near = within(x);
    return exp_between(near.h, near.l);
}

/* in one word of the type's own exponents, and in two */
WORD T scaled_to_fp(SCALED e) { return SCALE(e.h + e.l, e.n); }

WORD DD scaled_to_dd(SCALED e)
{
    DD m = fast_two_sum(e.h, e.l);
    return (DD){SCALE(m.h, e.n), SCALE(m.l, e.n)};
}

/* Error 0.78 at -87.4, of double 0.75 at -708.9, for any x; without FMA 0.78 and 0.76 */
#define EXP(x) scaled_to_fp(exp_scaled(PACK(x)))

/* a e, |a| < FACTOR_LIMIT.
   Error 0.81 at (0.006752, -82.42), of double 0.77 at (-845.6, -715.3), for |a| from 2^-20 to 2^20, x from EXP_LOWEST to
   EXP_HIGHEST; without FMA 0.81 and 0.78 */
WORD T fp_times_scaled(T a, SCALED e) { return SCALE(FMA(a, e.h, a * e.l), e.n); }
/* Error 0.82 at (9202, -96.54), of double 0.78 at (7.454e-06, -696.7), for |a| from 2^-20 to 2^20, x from EXP_LOWEST to
   EXP_HIGHEST; without FMA 0.81 and 0.78 */
WORD T dd_times_scaled(DD a, SCALED e) { return SCALE(FMA(a.h, e.h, FMA(a.h, e.l, a.l * e.h)), e.n); }

/* a exp(x) where one of the factors may be beyond the type's numbers, or nearly so, and the product not: a takes a part of
   exp's exponent.
   Error 0.81 at (7.612e-13, -59.46), of double 0.76 at (3.389e+159, -1076), for |a| from SMALLEST_NORMAL to LARGEST/2, x
   from EXP_LOWEST to EXP_HIGHEST; without FMA 0.82 and 1.57 */
WORD T exp_times(T a, DD x)
{
    const R part = REAL == 32 ? 64 : 512, up = REAL == 32 ? K(0x1p64) : K(0x1p512);
    const R far = REAL == 32 ? 100 : 1000, end = REAL == 32 ? 210 : 1500;
    M small = LT(ABS(a), REAL == 32 ? K(0x1p-50) : K(0x1p-500)), falls = LT(x.h, 0);
    T near = MIN(SELECT(small, end, EXP_HIGHEST), MAX(SELECT(small, -far, -end), x.h));
    SCALED e = exp_between(near, SELECT(EQ(near, x.h), x.l, NOTHING));
    e.n += SELECT(small, -part, SELECT(falls, part, 0));
    return fp_times_scaled(a * SELECT(small, up, SELECT(falls, 1 / up, 1)), e);
}

/* exp(a) = exp(r)/unit without a table, 0 <= a <= FRACTION_HIGHEST: a = n ln 2 + r, |r| <= ln 2/2, unit = 2^-n.  unit and
   p = exp(r) are carried FRACTION_UNIT times as large: unit is a normal number beyond the end of exp(-a) too. */
typedef struct {
    T r, unit;
} REDUCED_EXP;
typedef struct {
    T p, unit;
} EXP_FRACTION;

/* what rounds -n, and leaves the exponent of unit in the last bits, which power_in() makes a number of */
#define FRACTION_ROUNDER (ROUNDER + FRACTION_LIFT + EXPONENT_BIAS)
WORD T power_in(T t) { return (T)((U)t << MANTISSA_BITS); }

/* Error 2^-25.9 at 59.27, of double 2^-55.0 at 105.1, for a from 0 to FRACTION_HIGHEST; without FMA 2^-25.9 and 2^-55.0 */
WORD REDUCED_EXP reduced_exp(T a)
{
    T t = NMAD(a, INVERSE_LN2, FRACTION_ROUNDER), n = t - FRACTION_ROUNDER;
    return (REDUCED_EXP){MAD(n, LN2_LOW, MAD(n, LN2_HIGH, a)), power_in(t)};
}
/* Error 2^-25.9 at 86.91, of double 2^-55.0 at 276.3, for a from 0 to FRACTION_HIGHEST; without FMA 2^-25.9 and 2^-55.0 */
WORD REDUCED_EXP reduced_exp_dd(DD a)
{
    T t = NMAD(a.h, INVERSE_LN2, FRACTION_ROUNDER), n = t - FRACTION_ROUNDER;
    return (REDUCED_EXP){MAD(n, LN2_HIGH, a.h) + MAD(n, LN2_LOW, a.l), power_in(t)};
}
WORD EXP_FRACTION fraction_of(REDUCED_EXP e) { return (EXP_FRACTION){MAD(e.r, poly_exp_lifted(e.r), FRACTION_UNIT), e.unit}; }
/* Error 2^-23.6 at 5.2, of double 2^-52.6 at 58.57, for a from 0 to FRACTION_HIGHEST; without FMA 2^-23.2 and 2^-52.2 */
WORD EXP_FRACTION exp_fraction(T a) { return fraction_of(reduced_exp(a)); }
/* Error 2^-23.6 at 55.75, of double 2^-52.6 at 16.98, for a from 0 to FRACTION_HIGHEST; without FMA 2^-23.2 and 2^-52.2 */
WORD EXP_FRACTION exp_fraction_dd(DD a) { return fraction_of(reduced_exp_dd(a)); }

/* exp(r) - 1, to a rounding of r.
   Error 0.88 at 0.1825, of double 0.98 at -0.06398, for |r| from 0 to 0.34657; without FMA 0.95 and 1.02 */
WORD T small_expm1(T r) { return MAD(r * r, poly_exp_rest(r), r); }

/* of |x|, no further than FRACTION_HIGHEST */
WORD T fraction_size(T x) { return MIN(FRACTION_HIGHEST, ABS(x)); }

/* exp(x) - 1: near 0 high is 1, and high r in two words keeps the relative accuracy.
   Error 2^-24.0 at 16.66, of double 2^-53.0 at 36.76, for any x; without FMA 2^-24.0 and 2^-53.0 */
WORD DD expm1_(DD x)
{
    DD near = within(x);
    POWER p = power(near.h, near.l);
    T h = SCALE(p.high, p.n), d = h - 1;
    T first = p.high * p.r, rest = MAD(p.high, MAD(p.r * p.r, poly_expm1(p.r), p.rl), p.low + FMA(p.high, p.r, -first));
    DD s = fast_two_sum(d, SCALE(first, p.n));
    DD y = fast_two_sum(s.h, s.l + (SCALE(rest, p.n) + (h - (d + 1))));
    return (DD){SELECT(GT(h, LARGEST), h + near.h, y.h), y.l}; /* of a NaN h is anything, infinity too */
}

/* a (exp(x) - 1): a times the parts of exp(x) - 1, the largest last.
   Error 1.64 at (157.6, -0.02508), of double 1.81 at (-4.209e-05, -0.02239), for |a| from 2^-20 to 2^20, x from -LARGEST to
   0; without FMA 1.65 and 1.80 */
WORD T scaled_expm1(DD a, T x)
{
    POWER p = power(MAX(EXP_LOWEST, x), NOTHING);
    T h = SCALE(p.high, p.n), d = h - 1, first = SCALE(p.high * p.r, p.n);
    T rest = SCALE(MAD(p.high, p.r * p.r * poly_expm1(p.r), p.low), p.n) + (h - (d + 1));
    return COPYSIGN(FMA(a.h, d, FMA(a.h, first, MAD(a.h, rest, a.l * (d + first)))), flip(x, a.h));
}

/* log(1 + f) - f: with z = f/(2 + f), log(1 + f) = 2 atanh z = 2 z + z^3 P(z^2), and 2 z = f - z f,
   in which the rounded z `lost` a part of f.
   Error 2^-26.0 of |log1p(f)| at 0.4364, of double 2^-55.0 at 0.4091, for f from -0.25 to 0.5; without FMA 2^-26.0 and
   2^-55.0 */
WORD T log_rest(T f)
{
    T u = 2 + f, z = f / u, w = z * z, lost = NMAD(z, f - (u - 2), FNMA(z, u, f));
    return FNMA(z, f, z * MAD(w, poly_log1p(w), -lost));
}

/* log(u): u = 2^k m, 3/4 <= m < 3/2, f = m - 1.
   Error 2^-24.2 at 0.7482, of double 2^-53.1 at 0.7472, for u from SMALLEST_NORMAL to LARGEST; without FMA 2^-24.2 and
   2^-53.2 */
WORD DD log_(DD u)
{
    U offset = (U)(K(1) + (T){0}) - (U)(K(0.75) + (T){0});
    I k = (I)(((U)u.h + offset) >> MANTISSA_BITS) - EXPONENT_BIAS;
    T f = (T)((U)u.h - ((U)k << MANTISSA_BITS)) - 1;
    T fl = u.l * (T)((U)(EXPONENT_BIAS + 1 - k) << MANTISSA_BITS) / 2;
    T n = (T)(k + (I)(ROUNDER + (T){0})) - ROUNDER;
    DD s = fast_two_sum(f, fl), y = two_sum(n * LN2_HIGH, s.h);
    return (DD){y.h, y.l + MAD(n, LN2_LOW, s.l + log_rest(s.h))};
}

/* log(1 + x).
   Error 2^-23.9 at 1.616e-27, of double 2^-53.0 at 1.323e-23, for x from -0.25 to LARGEST; without FMA 2^-23.9 and 2^-53.0 */
WORD DD log1p_(DD x)
{
    DD u = two_sum(PACK(1), x.h);
    return log_((DD){u.h, u.l + x.l});
}

/* log(x) of any x.
   Error 2^-24.2 at 0.7492, of double 2^-53.1 at 0.7493, for x from SMALLEST_NORMAL/2^10 to LARGEST; without FMA 2^-24.2 and
   2^-53.1 */
WORD DD log_any(DD x)
{
    M small = LT(x.h, SMALLEST_NORMAL);
    T unit = SELECT(small, K(1LL << MANTISSA_BITS), 1), shift = SELECT(small, MANTISSA_BITS, 0);
    DD y = dd_add(log_((DD){x.h * unit, x.l * unit}), (DD){shift * -LN2_HIGH, shift * -LN2_LOW});
    T outside = SELECT(EQ(x.h, 0), -INFINITY, SELECT(GT(x.h, LARGEST), x.h, NAN));
    return dd_select(GT(x.h, 0) & LE(x.h, LARGEST), y, dd(outside));
}
