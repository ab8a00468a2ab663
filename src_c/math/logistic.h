/* The logistic function s(z) = 1/(1 + exp(-z)), its integral softplus, and x s(z) with its derivative. */

/* s(x), where s(-|x|) = unit/(p + unit) of exp(|x|) = p/unit; a s(-|z|); and x s(z) = max(0, x) - |x| s(-|z|), of
   a = |x| where s is neither 0 nor 1, which reaches beyond sigmoid's own range.  It is the quotient that may be rounded to a
   subnormal number.  Error 2.49 at -16.64, of double 2.48 at -36.74, for any x; without FMA 2.49 and 2.46 */
WORD T sigmoid_(T x)
{
    EXP_FRACTION e = exp_fraction(fraction_size(x));
    return SELECT(LT(x, 0), e.unit, e.p) / (e.p + e.unit);
}
/* Error 2.45 at (2.044, 16.66), of double 2.47 at (1.557e-05, 36.76), for a from 2^-20 to 2^20, |x| from 0 to
   FRACTION_HIGHEST; without FMA 2.50 and 2.84 */
WORD T lower_share(T a, EXP_FRACTION e) { return a * e.unit / (e.p + e.unit); }
WORD T self_gated(T x, T a, EXP_FRACTION e) { return MAX(NOTHING, x) - lower_share(a, e); }
/* Error 2.40 at -16.68, of double 2.33 at -36.89, for any x; without FMA 2.47 and 2.36 */
WORD T silu_(T x)
{
    T a = fraction_size(x);
    return self_gated(x, a, exp_fraction(a));
}

/* a s(x) s(-x) = a (q - q^2) of q = s(-|x|); a is a power of 2.
   Error 2.49 at -16.64, of double 2.49 at -37.43, for any x; without FMA 2.49 and 2.54 */
WORD T sigmoid_slope(R a, EXP_FRACTION e)
{
    T q = lower_share(PACK(a), e);
    return NMAD(q * (1 / a), q, q);
}

/* log(1 + exp(x)) = max(0, x) + log(1 + e), e = exp(-|x|), which is 2 atanh(s/2) of s = e/(1 + e/2).
   Error 2.30 at 0.002289, of double 2.28 at 0.000326, for any x; without FMA 2.32 and 2.33 */
WORD T softplus_usual(T x)
{
    REDUCED_EXP e = reduced_exp(fraction_size(x));
    T s = e.unit / (FRACTION_UNIT + MAD(small_expm1(e.r), FRACTION_UNIT, e.unit / 2)), w = s * s;
    return MAX(0, x) + MAD(s * w, poly_log1p_fraction(w), s);
}

/* The logistic function s(z) = 1/(1 + exp(-z)), from e = exp(-|z|) and one reciprocal: `low` = e/(1 + e) is s(-|z|), and
   1 - low is s(|z|). low = m 2^n too, where low underflows and a product with it does not; m is also more accurate.
   What a quotient q leaves of e is (e - q) - q e, and e - q is exact as q is from e/2 to e: 1 + e needs no second word.
   The rest of h is exact where p is h less it. */
typedef struct {
    T low;
    DD m;
    T n;
    M negative;
} LOGISTIC;

WORD LOGISTIC logistic_of(SCALED exponential, T z)
{
    T m = exponential.h + exponential.l, e = SCALE(m, exponential.n);
    T r = 1 / (1 + e), q = e * r, rest = exponential.h - m * r, p = exponential.h - rest;
    DD quotient = {p, (FNMA(p, e, rest) + exponential.l) * r};
    return (LOGISTIC){FMA(FNMA(q, e, e - q), r, q), quotient, exponential.n, LE(z, 0)};
}

/* the error is that of `low`.  Error 1.49 at -3.446, of double 1.49 at 8.318, for any z; without FMA 1.49 and 1.49 */
WORD LOGISTIC logistic(T z) { return logistic_of(exp_minus_abs(z), z); }
/* Error 1.50 at -5.543, of double 1.50 at 6.237, for any z; without FMA 1.50 and 1.50 */
WORD LOGISTIC logistic_dd(DD z) { return logistic_of(exp_scaled_dd(dd_minus_abs(z)), z.h); }

/* s(z).  Error 1.49 at -3.446, of double 1.46 at -3.446, for any z; without FMA 1.49 and 1.47 */
WORD T rising(LOGISTIC g) { return SELECT(g.negative, g.low, 1 - g.low); }

/* s(-|z|) and s(|z|) in two words.
   Error 2^-25.2 at 0.6283, of double 2^-54.4 at -0.6283, for any z; without FMA 2^-25.2 and 2^-54.4 */
WORD DD lower(LOGISTIC g) { return (DD){SCALE(g.m.h, g.n), SCALE(g.m.l, g.n)}; }
/* Error 2^-25.6 at 0.02177, of double 2^-54.8 at -0.06497, for any z; without FMA 2^-25.7 and 2^-54.8 */
WORD DD upper(LOGISTIC g)
{
    DD low = lower(g), s = fast_two_sum(PACK(1), -low.h);
    return (DD){s.h, s.l - low.l};
}

/* s(z) in two words.  Error 2^-25.2 at -0.6283, of double 2^-54.4 at -0.6283, for any z; without FMA 2^-25.2 and 2^-54.4 */
WORD DD rising_dd(LOGISTIC g) { return dd_select(g.negative, lower(g), upper(g)); }

/* a s(z) s(-z).  Error 1.52 at -4.137, of double 1.50 at 8.317, for any z; without FMA 1.52 and 1.51 */
WORD T logistic_slope(R a, LOGISTIC g)
{
    T m = g.m.h + g.m.l;
    return SCALE(a * FNMA(m, SCALE(m, g.n), m), g.n);
}

/* x where s(x), s(1.7 x) ... is neither 0 nor 1, and finite */
WORD T limited(T x) { return MIN(FACTOR_LIMIT, MAX(-FACTOR_LIMIT, x)); }

/* a s(-|z|), scaled last.
   Error 0.88 at (1.436, 0.6281), of double 0.85 at (-0.04464, -0.6289), for |a| from 2^-20 to 2^20, z from EXP_LOWEST to
   EXP_HIGHEST; without FMA 0.87 and 0.85 */
WORD T lower_times(T a, LOGISTIC g) { return fp_times_scaled(a, (SCALED){g.m.h, g.m.l, g.n}); }

/* |z| as far as s(-|z|) needs it; the second word of a product may be NaN beyond that */
WORD DD fraction_size_dd(DD z)
{
    T size = ABS(z.h);
    return (DD){MIN(FRACTION_HIGHEST, size), SELECT(LT(size, FRACTION_HIGHEST), flip(z.l, z.h), NOTHING)};
}

/* The derivative of x s(z) is s(z) (1 + w s(-z)), w = x z': for x < 0 that is B = s(-|z|) (1 - |w| s(|z|)), times `lift`, and
   1 - B else.  Of exp(|z|) = p/unit, B = unit (p + unit - |w| p)/(p + unit)^2, in which either sum is rounded once. */
WORD T self_gated_slope(T x, DD size, DD w, T lift)
{
    REDUCED_EXP e = reduced_exp_dd(size);
    T q = poly_exp_lifted(e.r), p = MAD(e.r, q, FRACTION_UNIT), rest = MAD(e.r, q, FRACTION_UNIT - p);
    T sum = p + e.unit, lost = e.unit - (sum - p) + rest;
    DD num = {FNMA(w.h, p, sum), NMAD(w.h, rest, NMAD(w.l, p, lost))};
    DD den = two_prod(sum, sum);
    den.l = MAD(sum, lost + lost, den.l);
    T b = dd_over_dd(num, den) * (e.unit * lift);
    return SELECT(LT(x, 0), b, 1 - b);
}

/* of z = beta x.  Error 1.89 at -47.52, of double 1.98 at -46.8, for any x; without FMA 2.17 and 2.14 */
WORD T silu_slope(DD z, T lift)
{
    DD size = fraction_size_dd(z);
    return NEAR_ROOT(SILU, z, self_gated_slope(z.h, size, size, lift));
}

/* log(1 + exp(z)), of e = exp(-|z|): where z^2 is small, log 2 + z/2 + z^2 P(z^2), in which results rise with z; beyond,
   e (1 + e P(e)), and z more where z is positive */
typedef struct {
    M middle;
    DD near, above;
    SCALED far;
} SOFTPLUS;

WORD SOFTPLUS softplus_of(SCALED e, DD z)
{
    T w = z.h * z.h, m = e.h + e.l, whole = SCALE(m, e.n);
    DD near = dd_plus_product(DD_CONSTANT(LN2), z.h, PACK(0.5));
    near.l = MAD(w, poly_softplus(w), near.l + z.l * K(0.5));
    e.l = MAD(m, whole * poly_softplus_tail(whole), e.l);
    return (SOFTPLUS){LT(w, SOFTPLUS_LIMIT), near, {MAX(0, z.h), SELECT(LT(z.h, 0), 0, z.l)}, e};
}

WORD SOFTPLUS softplus_(T z) { return softplus_of(exp_minus_abs(z), dd(z)); }

/* in one word, of a z that is one, and in two.
   Error 1.17 at -1.152, of double 1.17 at -1.275, for any z; without FMA 1.26 and 1.27 */
WORD T softplus_fp(SOFTPLUS s) { return SELECT(s.middle, s.near.h + s.near.l, s.above.h + scaled_to_fp(s.far)); }
/* Error 2^-23.7 at -1.152, of double 2^-52.7 at -1.152, for any z; without FMA 2^-23.5 and 2^-52.5 */
WORD DD softplus_dd(SOFTPLUS s)
{
    DD far = scaled_to_dd(s.far), sum = fast_two_sum(s.above.h, far.h);
    return dd_select(s.middle, dd_renorm(s.near), (DD){sum.h, sum.l + (far.l + s.above.l)});
}
