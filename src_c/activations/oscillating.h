/* Oscillating and radial functions. */

ACTIVATION(sine, , "sin(x)",
    "cos(x)",
    "The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.",
    RANGE(-1, 1) ODD SEE(snake, gcu, sinc),
    "V. Sitzmann et al., Implicit neural representations with periodic activation functions, NeurIPS 2020",
    y = SELECT(EQ(x, 0), x, SIN(rare_value, x));
    d = COS(rare_slope, x))

ACTIVATION(gcu, , "x*cos(x)",
    "cos(x) - x*sin(x)",
    "Growing cosine unit, oscillating and unbounded: convolutional image classifiers.",
    RANGE(-inf, inf) ODD SEE(sine, snake),
    "M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021",
    y = SELECT(EQ(x, 0), x, fp_times_dd(x, circular1(rare_value, x, 1)));
    CIRCULAR t = circular(rare_slope, x);
    d = NEAR_ROOT(GCU, dd(ABS(x)), dd_add(t.cos, dd_mul(dd(-x), t.sin)).h))

#ifdef FUNCTIONS
/* 1 + sin x of a reduced x and so many quarters more, right beside its roots too: of sin and cos of r/2, (cos + sin)^2,
   2 cos^2, (cos - sin)^2, 2 sin^2.
   Error 2^-25.6 at 49.5, of double 2^-54.6 at -1.819e+06, for any x; without FMA 2^-25.6 and 2^-54.4 */
WORD DD one_plus_sin(REDUCED reduced, int quarters)
{
    REDUCED half = {dd_half(reduced.r), {0}};
    DD s = dd_renorm(sin_(half, 0)), c = dd_renorm(sin_(half, 1));
    I n = reduced.n + quarters;
    M lower = odd(n >> 1);
    DD m = dd_select(odd(n), dd_select(lower, s, c), dd_add(c, dd_select(lower, dd_neg(s), s)));
    T unit = SELECT(odd(n), 2, 1);
    DD square = dd_mul(m, m);
    return (DD){unit * square.h, unit * square.l};
}

/* x + sin(alpha x)^2/alpha of any numbers.
   Error 0.85 at (0.45, -2.641), of double 0.85 at (28.75, -0.04112), for any x, |alpha| from 2^-20 to 2^20; without FMA 0.85
   and 0.85 */
WORD T far_snake(RARE *rare, T x, T alpha)
{
    SMALLER v = smaller(rare, x), w = smaller(rare, alpha);
    DD angle = two_prod(w.x, 2 * v.x);
    REDUCED twice = reduce_dd(rare, angle, inverse_power(v.one), inverse_power(w.one));
    T lift = SELECT(LT(ABS(alpha), 0x1p-60), K(0x1p60), 1); /* 1/alpha would be infinite of a subnormal alpha */
    DD sine_squared = dd_scale(one_plus_sin(twice, 3), lift / 2);
    DD bump = dd_div(sine_squared, dd(SELECT(EQ(alpha, 0), 1, alpha * lift)));
    M infinite = GT(ABS(x), LARGEST), straight = LT(ABS(angle.h), 0x1p-60 * v.one * w.one);
    T sum = x + bump.h, y = SELECT(GT(ABS(sum), LARGEST), sum, fp(dd_add(dd(x), bump)));
    return SELECT(straight | infinite, NAN_FROM(alpha, x), y);
}
/* The same for |alpha x| <= HALF_PI_LIMIT and a moderate alpha: alpha x = n pi/2 + r, and sin(r)^2 is S = w + w^2 Q of w = r^2,
   or 1 less that.  What w lacks counts by dS/dw, about 1 + 2 w Q.
   Error 1.57 at (-1.366, 0.576), of double 1.53 at (43.64, -0.01847), for |x| from 0 to 2^9, |alpha| from 2^-10 to 2^5;
   without FMA 1.66 and 1.66 */
WORD T near_snake(T x, T alpha)
{
    DD z = two_prod(alpha, x);
    T t = MAD(z.h, TWO_OVER_PI, ROUNDER), n = t - ROUNDER, exact = FNMA(n, HALF_PI_HIGH, z.h), r = FNMA(n, HALF_PI_LOW, exact);
    T rest = NMAD(n, HALF_PI_LOWEST, FNMA(n, HALF_PI_LOW, exact - r)) + z.l, w = r * r, lack = MAD(r + r, rest, FMA(r, r, -w));
    T p = poly_sin(w), q = MAD(p * w, p, p + p);
    DD s = fast_two_sum(w, MAD(w * w, q, MAD(lack * q, w + w, lack))), less = fast_two_sum(PACK(1), -s.h);
    DD bump = dd_div(dd_select(odd((I)t), (DD){less.h, less.l - s.l}, s), dd(alpha)), y = two_sum(x, bump.h);
    return y.h + (y.l + bump.l);
}
#endif
ACTIVATION(snake, PARAM(alpha, 1, 0.01, 100), "where(alpha == 0, x, x + sin(alpha*x)**2/alpha)",
    "1 + sin(2*alpha*x)",
    "Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.",
    RANGE(-inf, inf) INCREASING SEE(sine, gcu),
    "L. Ziyin et al., Neural networks fail to learn periodic functions and how to fix it, NeurIPS 2020",
    M far = (M)~LE(ABS(alpha * x), HALF_PI_LIMIT), unusual = LT(ABS(alpha), 0x1p-60) | GT(ABS(alpha), 0x1p60);
    y = SELECT(EQ(x, 0), x, near_snake(x, alpha));
    if (RARELY(rare_value, far | unusual))
        y = SELECT(far | unusual, far_snake(rare_value, x, alpha), y);
    SMALLER v = smaller(rare_slope, x), w = smaller(rare_slope, alpha);
    REDUCED twice = reduce_dd(rare_slope, two_prod(w.x, 2 * v.x), inverse_power(v.one), inverse_power(w.one));
    d = SELECT(EQ(alpha, 0), NAN_FROM(x, 1), SELECT(GT(ABS(x), LARGEST), NAN, fp(one_plus_sin(twice, 0)))))

ACTIVATION(sinc, , "where(x == 0, 1, sin(x)/x)",
    "where(x == 0, 0, (x*cos(x) - sin(x))/x**2)",
    "Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.",
    RANGE(-0.21723362821122166, 1) EVEN SEE(sine, gaussian, gcu),
    "The unnormalised cardinal sine",
    M infinite = GT(ABS(x), LARGEST);
    DD s = dd_renorm(sin_(reduce(rare_value, x), 0));
    M far = GT(ABS(x), SMALL_LIFT);
    T unit = PACK(1);
    if (RARELY(rare_value, far))
        unit = SELECT(far, 1 / SMALL_LIFT, 1); /* so that what is added is no subnormal number */
    T a = x * unit, lead = s.h / a;
    y = SELECT(EQ(x, 0), 1, (lead + (FNMA(lead, a, s.h) + s.l) / a) * unit);
    if (RARELY(rare_value, far))
        y = SELECT(infinite, 0, y);
    CIRCULAR t = circular(rare_slope, x);
    DD q = two_div(t.sin.h, x);
    T slope = dd_add(t.cos, (DD){-q.h, -q.l - t.sin.l / x}).h / x;
    d = SELECT(LT(ABS(x), SINC_WINDOW), x * poly_sinc(x * x), SELECT(infinite, 0, slope)))

ACTIVATION(gaussian, , "exp(-x**2)",
    "-2*x*exp(-x**2)",
    "Gaussian bell: hidden units of radial basis function networks, implicit neural representations.",
    RANGE(0, 1) EVEN SEE(sq_rbf, inverse_multiquadric, sinc),
    "D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988",
    SCALED e = exp_scaled_dd(two_prod(x, -x));
    y = scaled_to_fp(e);
    d = fp_times_scaled(-2 * MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x)), e))

ACTIVATION(sq_rbf, , "where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))",
    "where(abs(x) <= 1, -x, where(abs(x) < 2, x - 2*sign(x), 0))",
    "Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.",
    RANGE(0, 1) EVEN FLAT SEE(gaussian, sqnl),
    "A. Wuraola, N. Patel, Computationally efficient radial basis function, ICONIP 2018",
    T a = ABS(x), rest = MAX(0, 2 - a);
    flat = GE(a, 2);
    y = SELECT(LE(a, 1), FNMA(x / 2, x, 1), rest * rest / 2);
    d = SELECT(LE(a, 1), -x, COPYSIGN(rest, -x)))

#ifdef FUNCTIONS
/* sqrt(x^2 + a^2) times u.one, and x times u.one and a `lift`, so that the remainder of x/h is no subnormal number, which
   the slope alone needs */
typedef struct {
    T size; /* the larger of |x| and |a| */
    RESCALING u;
    DD h;
    T x, lift, fall;
} MULTIQUADRIC;

/* Error 2^-45.5 at (-8616, -35.04), of double 2^-103.6 at (-0.002284, 1481), for any x, |a| from 2^-20 to 2^20; without FMA
   2^-45.6 and 2^-103.8 */
WORD MULTIQUADRIC multiquadric_(RARE *rare, RARE *rare_slope, T x, T a)
{
    const R power = REAL == 32 ? K(0x1p60) : K(0x1p600);
    T size = MAX(ABS(x), ABS(a)), lift = PACK(1), near = x, scaled = a;
    M large = GT(size, SQUARE_LIMIT), small = LT(size, 1 / SQUARE_LIMIT), little = LT(ABS(x), 0x1p-40) & GT(ABS(x), 0);
    RESCALING u = {.one = PACK(1), .back = PACK(1)};
    if (RARELY(rare, large | small)) {
        u = unit_of(large, small);
        near = FINITE(x);
        scaled = FINITE(a) * u.one;
    }
    if (RARELY(rare_slope, little))
        lift = SELECT(little & (M)~small, power, 1);
    T v = near * u.one;
    DD p = two_prod(v, v), b = two_prod(scaled, scaled), sum = two_sum(p.h, b.h);
    DD h = dd_sqrt((DD){sum.h, sum.l + (p.l + b.l)});
    return (MULTIQUADRIC){size, u, h, near * (u.one * lift), lift, inverse_power(lift)};
}
#endif
ACTIVATION(multiquadric, PARAM(a, 1, 1e-30, 1e30), "sqrt(x**2 + a**2)",
    "x/sqrt(x**2 + a**2)",
    "Radial basis function that grows with the distance: interpolation of scattered data.",
    RANGE(abs(a), inf) EVEN SEE(inverse_multiquadric, thin_plate, gaussian),
    "R. Hardy, Multiquadric equations of topography and other irregular surfaces, 1971",
    MULTIQUADRIC m = multiquadric_(rare, rare_slope, x, a);
    y = SELECT(GT(m.size, LARGEST) | EQ(m.size, 0), m.size, fp(m.h) * m.u.back);
    d = SELECT(EQ(a, 0), SELECT(EQ(x, 0), x, COPYSIGN(1, x)), fp(dd_div(dd(m.x), m.h)) * m.fall))

ACTIVATION(inverse_multiquadric, PARAM(a, 1, 1e-30, 1e30), "1/sqrt(x**2 + a**2)",
    "-x/sqrt(x**2 + a**2)**3",
    "Radial basis function that decays slowly: interpolation of scattered data.",
    RANGE(0, 1/abs(a) if a else inf) EVEN SEE(multiquadric, gaussian, thin_plate),
    "R. Hardy, Theory and applications of the multiquadric-biharmonic method, 1990",
    MULTIQUADRIC m = multiquadric_(rare, rare_slope, x, a);
    T root = SELECT(m.u.small, SQUARE_LIFT_ROOT, 1); /* a half of u.one where that is large, so that no product is too small */
    DD r = dd_div(dd(PACK(1)), m.h), slope = dd_mul(dd_scale(dd_div(dd(m.x), m.h), root), r);
    M small = LT(m.h.h, REAL == 32 ? K(0x1p-20) : K(0x1p-200)); /* then 1/h^2 may be too large with the lift, else too small */
    DD first = dd_scale(slope, SELECT(m.u.small, root, m.u.one) * SELECT(small, m.fall, 1));
    T product = first.h * r.h; /* where it is infinite, what its second word would be is not a number */
    product = SELECT(GT(ABS(product), LARGEST), product, dd_times_dd(first, r)) * m.u.one * SELECT(small, 1, m.fall);
    y = SELECT(GT(m.size, LARGEST) | EQ(m.size, 0), 1 / m.size, fp(r) * m.u.one);
    d = SELECT(GT(ABS(x), LARGEST) | EQ(a, 0), -1 / x / ABS(x), -product))

ACTIVATION(thin_plate, , "where(x == 0, 0, x**2*log(x))",
    "where(x == 0, 0, x*(2*log(x) + 1))",
    "Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.",
    RANGE(-0.18393972058572117, inf) SEE(multiquadric, inverse_multiquadric, gaussian),
    "J. Duchon, Splines minimizing rotation-invariant semi-norms in Sobolev spaces, 1977",
    M zero = EQ(x, 0), infinite = GT(x, LARGEST);
    T near = SELECT(zero, 1, x);
    SMALLER v = smaller(rare_value, near);
    T lift = SELECT(LT(near, 1), SMALL_LIFT, 1);
    DD logarithm = log_any(dd(near)), shifted = log_(dd_div(dd(MIN(2, MAX(0.25, near))), DD_CONSTANT(THIN_PLATE_ROOT)));
    shifted = dd_select(GT(near, 0.25) & LT(near, 2), shifted, dd_add(logarithm, dd(PACK(0.5))));
    y = SELECT(zero, 0, SELECT(infinite, x, fp_times_dd_dd(v.x * lift, dd(v.x), logarithm) / lift / v.one / v.one));
    d = SELECT(zero, 0, SELECT(infinite, x, 2 * dd_times_dd(dd(x), shifted)))) /* 2 x log(x/x0), x0 = exp(-1/2) */
