/* The tail of the normal distribution, and erf. */

/* The normal distribution's tail: exp(-a^2/2) and the Mills ratio R(a), whose product is 1 - Phi(a); 0 <= a <= MILLS_HIGHEST.
   R = u P(t) of t = 1 - 2k/(a + k), u = 1 - t, which is exact.  The rounded u belongs to an a that is `lost` smaller, which
   R' = a R - 1/sqrt(2 pi) makes good. */
typedef struct {
    SCALED e;
    DD mills;
} NORMAL_TAIL;

/* the error is that of the Mills ratio.
   Error 2^-25.3 at 0.0007899, of double 2^-53.7 at 39.42, for a from 0 to MILLS_HIGHEST; without FMA 2^-25.0 and 2^-53.4 */
WORD NORMAL_TAIL normal_tail(T a)
{
    DD square = two_prod(a, a * K(-0.5));
#if HAVE_LOOKUP32
    INTERPOLATED y = mills_at(a, (I)(MILLS_SHIFT + a) >> (MANTISSA_BITS - 3));
    DD mills = {y.at, y.t * MAD(y.t, y.bend, y.slope)};
#else
    T sum = a + MILLS_CENTRE, t = 1 - 2 * MILLS_CENTRE / sum, u = 1 - t;
    T lost = NMAD(FNMA(u, sum, 2 * MILLS_CENTRE) * K(0.5 / MILLS_CENTRE), sum, a - (sum - MILLS_CENTRE));
    DD bend = dd_plus_product(DD_CONSTANT(MILLS_SECOND), t, poly_mills(t));
    DD ratio = dd_plus_product(DD_CONSTANT(MILLS_FIRST), t, bend.h), mills = two_prod(ratio.h, u);
    mills.l += MAD(MAD(t, bend.l, ratio.l), u, lost * MAD(a, mills.h, -INVERSE_ROOT_2PI_HIGH));
#endif
    return (NORMAL_TAIL){exp_between(square.h, square.l), mills};
}

/* (1 - Phi(a)) b, b below 2^30; it is lifted, so that the product with the second word is no subnormal number.
   Error 0.88 at (0.0006311, 7.626e-06), of double 1.07 at (37.3, 0.004976), for a from 0 to MILLS_HIGHEST, b from 2^-20 to
   2^29; without FMA 0.99 and 1.18 */
WORD T tail_times(NORMAL_TAIL q, T b)
{
    DD p = two_prod(q.mills.h, q.e.h);
    T rest = MAD(q.mills.l, q.e.h + q.e.l, MAD(q.mills.h, q.e.l, p.l));
#if HAVE_LOOKUP32 /* there it is nothing near 0 */
    return SCALE(FMA(b, p.h, b * rest), q.e.n);
#else
    T lifted = b * K(0x1p30);
    return SCALE(FMA(lifted, p.h, lifted * rest), q.e.n - 30);
#endif
}

/* erf(z): a polynomial below 1, else 1 - erfc(z).
   Error 2^-24.0 at 0.9849, of double 2^-53.1 at 0.9849, for z from 0 to 2^60; without FMA 2^-23.6 and 2^-52.7 */
WORD DD erf_(DD z)
{
    T w = z.h * z.h;
    DD first = two_prod(z.h, PACK(ERF_SLOPE_HIGH));
    T bent = z.l * FNMA(w, ERF_SLOPE_HIGH - K(0.415), ERF_SLOPE_HIGH); /* about z.l erf'(z) */
    DD near = fast_two_sum(first.h, MAD(z.h * w, poly_erf(w), first.l + z.h * ERF_SLOPE_LOW + bent));
    NORMAL_TAIL q = normal_tail(MIN(MILLS_HIGHEST, FMA(z.h, ROOT_2, z.l * ROOT_2)));
    DD far = fast_two_sum(PACK(1), -tail_times(q, PACK(2)));
    return dd_select(LT(z.h, 1), near, far);
}
