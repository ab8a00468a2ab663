/* tanh and sech^2. */

/* tanh|x| = -em/(2 + em), em = exp(-2|x|) - 1 */
WORD DD tanh_of(DD em, T x)
{
    DD den = fast_two_sum(PACK(2), em.h), y = dd_div(dd_neg(em), (DD){den.h, den.l + em.l});
    return (DD){COPYSIGN(y.h, x), flip(y.l, x)};
}
/* tanh(x).  Error 2^-26.9 at 0.01086, of double 2^-53.9 at -0.01086, for any x; without FMA 2^-26.8 and 2^-53.9 */
WORD DD tanh_(DD x) { return tanh_of(expm1_(dd_minus_abs((DD){2 * x.h, 2 * x.l})), x.h); }

/* tanh|x| = (1 - e)/(1 + e), e = exp(-2|x|) = unit (1 + r q), where both sums are rounded once */
typedef struct {
    DD num; /* -1 + e, whose second word tanh1() has no use for */
    T den;
} QUOTIENT;

WORD QUOTIENT tanh_quotient(T x)
{
    const R rounder = ROUNDER + EXPONENT_BIAS;
    T a = MAX(-TANH_HIGHEST, MINUS_ABS(x)), t = MAD(a, 2 * INVERSE_LN2, rounder), n = t - rounder;
    T r = NMAD(n, LN2_LOW / 2, NMAD(n, LN2_HIGH / 2, a)), q = poly_expm1_twice(r), unit = power_in(t), num = unit - 1;
    return (QUOTIENT){{MAD(r * unit, q, num), FMA(r * unit, q, num - MAD(r * unit, q, num))}, MAD(r * unit, q, unit + 1)};
}
#define TANH(x) tanh1(PACK(x))
/* Error 2.26 at 0.1238, of double 2.25 at -0.1239, for any x; without FMA 2.38 and 2.40 */
WORD T tanh1(T x)
{
    QUOTIENT q = tanh_quotient(x);
    return COPYSIGN(q.num.h / q.den, x);
}

/* x tanh(x), rounded last.  Error 1.97 at -0.1727, of double 2.24 at -0.1746, for any x; without FMA 2.23 and 2.24 */
WORD T times_tanh(T x)
{
    QUOTIENT q = tanh_quotient(x);
    T a = MINUS_ABS(x), r = 1 / q.den, t = q.num.h * r, rest = (FNMA(t, q.den, q.num.h) + q.num.l) * r;
    return FMA(a, t, MAX(-LARGEST, a) * rest);
}

/* sech(x)^2 = 4 s(2x) s(-2x), of s(2x) or of x.
   Error 1.52 at 2.069, of double 1.51 at -2.067, for |x| from 0 to LARGEST/2; without FMA 1.52 and 1.47 */
WORD T sech_squared(LOGISTIC g) { return logistic_slope(4, g); }
/* Error 2^-26.1 at 0.6608, of double 2^-55.6 at -0.3447, for |x| from 0 to LARGEST/2; without FMA 2^-26.1 and 2^-55.6 */
WORD DD sech_squared_dd(DD x)
{
    LOGISTIC g = logistic_dd((DD){2 * x.h, 2 * x.l});
    DD y = dd_mul(lower(g), upper(g));
    return (DD){4 * y.h, 4 * y.l};
}
