/* tanh and sech^2. */

/* tanh|x| = -em/(2 + em), em = exp(-2|x|) - 1 */
WORD T2 tanh_of(T2 em, T x)
{
    T2 den = fast_two_sum(PACK(2), em.h), y = over(minus(em), (T2){den.h, den.l + em.l});
    return (T2){COPYSIGN(y.h, x), flip(y.l, x)};
}
WORD T2 tanh_(T2 x) { return tanh_of(expm1_(minus_abs((T2){2 * x.h, 2 * x.l})), x.h); }

/* tanh|x| = (1 - e)/(1 + e), e = exp(-2|x|) = unit (1 + r q), where both sums are rounded once */
#define TANH(x) tanh1(PACK(x))
WORD T tanh1(T x)
{
    const R rounder = ROUNDER + EXPONENT_BIAS;
    T a = MAX(-TANH_HIGHEST, MINUS_ABS(x)), t = MAD(a, 2 * INVERSE_LN2, rounder), n = t - rounder;
    T r = NMAD(n, LN2_LOW / 2, NMAD(n, LN2_HIGH / 2, a)), q = poly_expm1_twice(r), unit = power_in(t);
    return COPYSIGN(MAD(r * unit, q, unit - 1) / MAD(r * unit, q, unit + 1), x);
}

/* sech(x)^2 = 4 s(2x) s(-2x), of s(2x) or of x */
WORD T sech_squared(LOGISTIC g) { return logistic_slope(4, g); }
WORD T2 sech_squared2(T2 x)
{
    LOGISTIC g = logistic2((T2){2 * x.h, 2 * x.l});
    T2 y = mul2(lower(g), upper(g));
    return (T2){4 * y.h, 4 * y.l};
}
