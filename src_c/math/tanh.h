/* tanh and sech^2. */

/* tanh|x| = -em/(2 + em), em = exp(-2|x|) - 1 */
WORD DD tanh_of(DD em, T x)
{
    DD den = fast_two_sum(PACK(2), em.h), y = dd_div(dd_neg(em), (DD){den.h, den.l + em.l});
    return (DD){COPYSIGN(y.h, x), flip(y.l, x)};
}
/* tanh(x) of any x */
WORD DD tanh_(DD x) { return tanh_of(expm1_(dd_minus_abs((DD){2 * x.h, 2 * x.l})), x.h); }

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
WORD DD sech_squared_dd(DD x)
{
    LOGISTIC g = logistic_dd((DD){2 * x.h, 2 * x.l});
    DD y = dd_mul(lower(g), upper(g));
    return (DD){4 * y.h, 4 * y.l};
}
