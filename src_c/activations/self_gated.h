/* Self-gated: x s(z), with derivative s(z) (1 + x z' s(-z)), and their kin. */

#ifdef FUNCTIONS
/* silu'(-a) = e (1 + e - a)/(1 + e)^2, a >= 0.  e is the sum of `near`, to which 1 + e is exact, and `rest`; so is 1 - a + e,
   which counts beside the root: there a is reduced exactly, to r = 0 where 1 - a + e is 0.
   Error 3.45 at -5.704, of double 3.00 at -6.567, for any x; without FMA 4.06 and 4.07 */
WORD T silu_slope1(T x)
{
    const R rounder = FRACTION_ROUNDER + SILU_CENTRE_TURNS, one = FRACTION_UNIT;
    T a = fraction_size(x), t = NMAD(a, INVERSE_LN2, rounder), n = t - FRACTION_ROUNDER;
    T r = (NMAD(n, LN2_HIGH, SILU_CENTRE_HIGH) - a + SILU_CENTRE_LOW) + NMAD(n, LN2_LOW, SILU_CENTRE_LOWEST);
    T unit = power_in(t) * SILU_CENTRE_EXP, bend = MAD(r * r, poly_exp_silu(r), r);
    T den = one + MAD(unit, bend, unit), near = den - one, rest = FMA(unit, bend, unit - near);
    T less = NMAD(a, one, one), sum = less + near, part = rest * (near + sum);
    if (REAL == 64) /* without what the sum loses, double errs by 3.9 units, float by less than 3.5 */
        part = MAD(near, near - (sum - less), part);
    T y = FMA(near, sum, part) / MAD(den, den, den * (rest + rest));
    return SELECT(LT(x, 0), y, 1 - y);
}
#endif
ACTIVATION(silu, , "x/(1 + exp(-x))",
    "(1 + x/(1 + exp(x)))/(1 + exp(-x))",
    "Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.",
    RANGE(-0.27846454276107380, inf) SEE(swish, hard_swish, gelu, swiglu),
    "S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018",
    y = silu_(x);
    d = silu_slope1(x))

#ifdef FUNCTIONS
/* x s(-|z|) of any x and z: exp(-|z|) may be beyond the type's numbers, and x m too before it is scaled */
WORD T far_lower_times(T x, DD z)
{
    T near = 4 * lower_times(FINITE(x) / 4, logistic_dd(z));
    return SELECT(GT(ABS(x), LARGEST), COPYSIGN(0, x), SELECT(GT(ABS(z.h), 64), exp_times(FINITE(x), dd_minus_abs(z)), near));
}

/* x s(beta x), z = beta x.
   Error 2.46 at (-4.129, 4.038), of double 2.48 at (0.03122, -1177), for any x, |beta| from 2^-20 to 2^20; without FMA 2.63
   and 2.53 */
WORD T swish_(RARE *rare, T x, T beta, DD z)
{
    T part = lower_share(x, exp_fraction_dd(fraction_size_dd(z)));
    M far = (M)~(LE(ABS(x), FACTOR_LIMIT * FRACTION_FALL) & LE(ABS(z.h), FRACTION_HIGHEST));
    if (RARELY(rare, far))
        part = SELECT(far, far_lower_times(x, z), part);
    return SELECT(EQ(beta, 0), x / 2, SELECT(LT(z.h, 0), part, x - part));
}
#endif
ACTIVATION(swish, PARAM(beta, 1, 0.01, 100), "x/(1 + exp(-beta*x))",
    "(1 + beta*x/(1 + exp(beta*x)))/(1 + exp(-beta*x))",
    "Silu with a slope beta, fixed or learned, from an automated search: image classification.",
    RANGE(-0.27846454276107380/beta if beta > 0 else -inf, inf if beta >= 0 else -0.27846454276107380/beta)
    SEE(silu, hard_swish, gelu_quick, swiglu),
    "P. Ramachandran et al., Searching for activation functions, 2017",
    DD z = two_prod(beta, FINITE(x));
    WHERE_USUAL(rare_value, EQ(beta, 1), y, silu_(x), swish_(&at_once, x, beta, z));
    WHERE_USUAL(rare_slope, EQ(beta, 1), d, silu_slope1(x), silu_slope(z, PACK(1))))

ACTIVATION(gelu_quick, , "x/(1 + exp(-1.702*x))",
    "(1 + 1.702*x/(1 + exp(1.702*x)))/(1 + exp(-1.702*x))",
    "Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.",
    RANGE(-0.16361018963635357, inf) SEE(gelu, gelu_tanh, swish, swiglu_oai),
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic function",
    T a = MIN(FRACTION_HIGHEST / GELU_QUICK_HIGH, ABS(x));
    DD size = two_prod(a, PACK(GELU_QUICK_HIGH));
    size.l = MAD(a, GELU_QUICK_LOW, size.l);
    DD z = {flip(size.h, x), flip(size.l, x)};
    y = self_gated(x, a, exp_fraction_dd(size));
    d = NEAR_ROOT(SILU, z, self_gated_slope(x, size, size, PACK(1))))

#ifdef FUNCTIONS
/* gelu_tanh is x s(z), z = 2 sqrt(2/pi) (x + 0.044715 x^3), w = x z': a is |x| as far as s is neither 0 nor 1; z and w of a */
typedef struct {
    T a;
    DD z, w;
} CUBIC;

/* A + b a^2; as the last bits of A's first word are 0, A - h is exact */
WORD DD gelu_tanh_sum(DD square, DD b)
{
    T h = FMA(b.h, square.h, GELU_TANH_A_HIGH), lost = FMA(b.h, square.h, GELU_TANH_A_HIGH - h) + GELU_TANH_A_LOW;
    return (DD){h, MAD(b.l, square.h, MAD(b.h, square.l, lost))};
}

WORD CUBIC gelu_tanh_(T x)
{
    T a = MIN(GELU_TANH_LIMIT, ABS(x));
    DD square = two_prod(a, a);
    DD slope = gelu_tanh_sum(square, DD_CONSTANT(GELU_TANH_B)), steep = gelu_tanh_sum(square, DD_CONSTANT(GELU_TANH_3B));
    DD z = two_prod(a, slope.h), w = two_prod(a, steep.h);
    z.l = MAD(a, slope.l, z.l);
    w.l = MAD(a, steep.l, w.l);
    return (CUBIC){a, z, w};
}
/* Error 2.29 at -5.002, of double 1.99 at -0.0002427, for any x; without FMA 2.45 and 1.98 */
WORD T gelu_tanh_value(T x, CUBIC c) { return self_gated(x, c.a, exp_fraction_dd(c.z)); }
/* Error 1.85 at -9.208, of double 1.84 at -7.228, for any x; without FMA 2.15 and 2.19 */
WORD T gelu_tanh_slope(T x, CUBIC c, T lift)
{
    return NEAR_ROOT(GELU_TANH, dd(x), self_gated_slope(x, c.z, c.w, lift));
}
#endif
ACTIVATION(gelu_tanh, , "x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))",
    "(1 + sqrt(8/pi)*(x + 0.134145*x**3)/(1 + exp(sqrt(8/pi)*(x + 0.044715*x**3))))/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))",
    "Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.",
    RANGE(-0.17004075057125403, inf) SEE(gelu, gelu_quick, geglu_tanh),
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh",
    CUBIC c = gelu_tanh_(x);
    y = gelu_tanh_value(x, c);
    d = gelu_tanh_slope(x, c, PACK(1)))

#ifdef FUNCTIONS
/* The exponent sign a^2/2 + log_factor in parts: it is n ln 2 + lead + low of magnitude |lead + low| <= ln 2/2, exp of which is
   1 + lead + rest; lead has no error but for small a.  unit = 2^turns FRACTION_UNIT 2^n, or 2^-n for a sign above 0. */
typedef struct {
    T half_square, unit, lead, rest;
} GAUSSIAN;

WORD GAUSSIAN gaussian_(T a, R sign, R log_factor, R turns)
{
    const R rounder = FRACTION_ROUNDER + turns;
    DD square = two_prod(a, a * (sign / 2));
    T t = MAD(square.h + log_factor, -sign * INVERSE_LN2, rounder), n = t - rounder;
    T lead = MAD(n, sign * LN2_HIGH, square.h) + log_factor, low = MAD(n, sign * LN2_LOW, square.l), r = lead + low;
    return (GAUSSIAN){square.h, power_in(t), lead, MAD(r * r, poly_exp_rest(r), low)};
}

/* a (1 - Phi(a)), 0 <= a <= MILLS_HIGHEST, times FRACTION_UNIT, is num/den: of the Mills ratio R, a R = N/(c N + G), in which
   what N errs by counts the less the larger a is; exp(a^2/2) is multiplied into the denominator, a sum that is rounded last. */
typedef struct {
    T num, den, lost; /* of the sum den */
} GELU_TAIL;

/* Error 2.45 at 6.081, of double 2.04 at 1.318, for a from 0 to MILLS_HIGHEST; without FMA 2.90 and 2.58 */
WORD GELU_TAIL gelu_lower(T a)
{
    GAUSSIAN e = gaussian_(a, 1, -0., 0);
    T num = MAD(a, GELU_UNIT, e.half_square * poly_gelu_p(a)), g = a * poly_gelu_q(a);
    T den = MAD(num, GELU_RATIO, 2 * GELU_UNIT + g);
    T rise = MAD(num, GELU_RATIO, MAD(den, e.lead, MAD(den, e.rest, g))), sum = 2 * GELU_UNIT + rise;
    return (GELU_TAIL){num * e.unit, sum, rise - (sum - 2 * GELU_UNIT)};
}
/* float errs by less than 2.5 units without what the sum loses, double by 2.7 */
WORD T gelu_quotient(GELU_TAIL q)
{
    return REAL == 32 ? q.num / q.den : dd_over_dd((DD){q.num, PACK(0)}, (DD){q.den, q.lost});
}
/* Error 2.45 at -6.081, of double 2.02 at -0.7377, for any x; without FMA 2.90 and 2.41 */
WORD T gelu_of(T x, T lower) { return NMAD(lower, FRACTION_FALL, MAX(NOTHING, x)); }

/* gelu'(-a) = (distance + rest) unit/FRACTION_UNIT: (root - a) K (1 + M/F) exp(-a^2/2), K = exp(GELU_SLOPE_LOG)/2 */
typedef struct {
    T distance, rest, unit;
} GELU_SLOPE;

/* Error 2.83 at 0.0129, of double 2.74 at 2.323e-05, for a from 0 to MILLS_HIGHEST; without FMA 3.28 and 3.39 */
WORD GELU_SLOPE gelu_slope(T a)
{
    GAUSSIAN e = gaussian_(a, -1, GELU_SLOPE_LOG, -1);
    T part = poly_gelu_m(a) / poly_gelu_f(a), whole = 1 + part, distance = GELU_ROOT - a;
    T bend = MAD(e.lead, whole, MAD(e.rest, whole, part));
    return (GELU_SLOPE){distance, MAD(distance, bend, GELU_ROOT_REST), e.unit};
}
#endif
ACTIVATION(gelu, , "x*erfc(-x/sqrt(2))/2",
    "erfc(-x/sqrt(2))/2 + x*exp(-x**2/2)/sqrt(2*pi)",
    "Gaussian error linear unit, the exact form: feed-forward layers of BERT, Whisper and other transformers.",
    RANGE(-0.16997120747990369, inf) SEE(gelu_tanh, gelu_quick, silu, geglu),
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016",
    T a = MIN(MILLS_HIGHEST, ABS(x));
    GELU_SLOPE s = gelu_slope(a);
    GELU_TAIL q = gelu_lower(a);
    T lower = (s.distance + s.rest) * s.unit;
    y = gelu_of(x, gelu_quotient(q));
    d = SELECT(LT(x, 0), lower * FRACTION_FALL, NMAD(lower, FRACTION_FALL, 1)))

#ifdef FUNCTIONS
/* tanh(log(1 + exp(x))): of exp(|x|) = p/unit it is 2 unit w/(w^2 + unit^2), w = 2p + unit, for x < 0, and
   1 - 2 unit^2/(w^2 + unit^2), w = p + unit, else; w is in two words.
   Error 1.88 at -5.199, of double 1.85 at -89.77, for any x; without FMA 2.68 and 2.71 */
WORD T mish_(T x)
{
    M negative = LT(x, 0);
    T a = fraction_size(x);
    REDUCED_EXP e = reduced_exp(a);
    T first = SELECT(negative, 2 * FRACTION_UNIT, FRACTION_UNIT), run = SELECT(negative, 2 * e.r, e.r);
    T whole = first + e.unit, lost = e.unit - (whole - first);
    T bend = poly_exp_lifted(e.r), w = MAD(run, bend, whole), rest = MAD(run, bend, whole - w) + lost;
    T den = MAD(w, w, MAD(e.unit, e.unit, w * (rest + rest))), factor = 2 * a * e.unit;
    T share = SELECT(negative, w, e.unit), num = factor * share, r = 1 / den, q = num * r;
    T left = FNMA(q, den, num) + MAD(factor, SELECT(negative, rest, 0), FMA(factor, share, -num));
    T y = NMAD(left, r, MAX(NOTHING, x) - q);
    return SELECT(LT(a, 0x1p-60), x * K(0.6), y); /* q may be a subnormal number where y is none */
}

/* Its derivative: of v = exp(-|x|) it is v ((1 + v) m + v (2 + 4v + v^2))/(2 + 2v + v^2)^2, m = 4 (1 - |x|), for x < 0, and
   1 - 2v^2 (d - 2x (1 + v))/d^2, d = 1 + 2v + 2v^2, else.
   Error 2.52 at -0.304, of double 2.35 at -0.2994, for any x; without FMA 3.38 and 3.35 */
WORD T mish_slope(T x)
{
    M negative = LT(x, 0);
    T a = fraction_size(x);
    REDUCED_EXP e = reduced_exp(a);
    T bend = small_expm1(-e.r), unit = e.unit * FRACTION_FALL, v = MAD(unit, bend, unit);
    T w = SELECT(negative, v, 2 * v), t = MAD(v, w, 2 * v), rest = MAD(v, w, 2 * v - t);
    T whole = SELECT(negative, MAD(v, MAD(v, 4 + v, 6 - 4 * a), 4 - 4 * a), 2 * v * NMAD(2 * a, 1 + v, 1 + t));
    T first = SELECT(negative, 2, 1), d = first + t, lost = t - (d - first) + rest, num = MAD(bend, whole, whole);
    DD den = two_prod(d, d);
    den.l = MAD(d, lost + lost, den.l);
    T y = dd_over_dd((DD){num, FMA(bend, whole, whole - num)}, den) * e.unit * FRACTION_FALL;
    return NEAR_ROOT(MISH, dd(x), SELECT(negative, y, 1 - y));
}
#endif
ACTIVATION(mish, , "x*tanh(log1p(exp(x)))",
    "tanh(log1p(exp(x))) + x*(1 - tanh(log1p(exp(x)))**2)/(1 + exp(-x))",
    "Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.",
    RANGE(-0.30884341301725041, inf) SEE(silu, softplus, tanhexp, serf),
    "D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020",
    y = mish_(x);
    d = mish_slope(x))

ACTIVATION(hard_swish, , "x*minimum(maximum(x/6 + 1/2, 0), 1)",
    "where(x <= -3, 0, where(x < 3, x/3 + 1/2, 1))",
    "Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.",
    RANGE(-0.375, inf) KINKS(-3, 3) FLAT SEE(silu, swish, hard_sigmoid, relu6),
    "A. Howard et al., Searching for MobileNetV3, ICCV 2019",
    flat = LE(x, -3);
    DD sum = fast_two_sum(PACK(3), x);
    T gate = FMA(sum.h, SIXTH_HIGH, MAD(sum.h, SIXTH_LOW, sum.l * SIXTH_HIGH));
    y = SELECT(flat, 0, SELECT(GE(x, 3), x, x * gate));
    d = SELECT(flat, 0, SELECT(GE(x, 3), 1, (2 * x + 3) / 6)))

ACTIVATION(tanh_shrink, , "x - tanh(x)",
    "tanh(x)**2",
    "Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.",
    RANGE(-inf, inf) INCREASING ODD SEE(soft_shrink, hard_shrink, tanh),
    "K. Kavukcuoglu et al., Fast inference in sparse coding algorithms, 2008",
    DD t = tanh_(dd(x));
    T a = ABS(x), w = a * a, lifted = a * SMALL_LIFT;
    DD cube = two_prod(lifted, w);
    cube.l = MAD(lifted, FMA(a, a, -w), cube.l);
    T near = fp_times_dd(MAD(w, poly_tanh_shrink(w), THIRD_HIGH), cube) / SMALL_LIFT;
    T far = (a - 1) + lower_share(PACK(2), exp_fraction(fraction_size(2 * a)));
    y = COPYSIGN(SELECT(LT(a, 1), near, far), x); /* tanh a = 1 - 2 s(-2a) */
    d = dd_times_dd(t, t))

ACTIVATION(lisht, , "x*tanh(x)",
    "tanh(x) + x*(1 - tanh(x)**2)",
    "Linearly scaled tanh, even and never negative: image classification, sentiment analysis.",
    RANGE(0, inf) EVEN SEE(tanh, silu, phish),
    "S. K. Roy et al., LiSHT: non-parametric linearly scaled hyperbolic tangent activation, 2019",
    DD t = tanh_(dd(x));
    y = times_tanh(x);
    d = COPYSIGN(FMA(limited(ABS(x)), sech_squared(logistic(2 * x)), ABS(t.h)) + flip(t.l, t.h), x))

ACTIVATION(tanhexp, , "x*tanh(exp(x))",
    "tanh(exp(x)) + x*exp(x)*(1 - tanh(exp(x))**2)",
    "Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.",
    RANGE(-0.35328577784821130, inf) SEE(mish, serf, silu),
    "X. Liu, X. Di, TanhExp: a smooth activation function with high convergence speed, 2020",
    T near = MIN(5, MAX(EXP_LOWEST, x)); /* beyond 5, tanh is 1 */
    SCALED power = exp_scaled(near);
    DD e = scaled_to_dd(power), t = tanh_(e);
    M tail = LT(x, -40);
    DD fall = dd_mul(dd(near), dd_mul(e, sech_squared_dd(e)));
    y = SELECT(tail, fp_times_scaled(near, power), fp_times_dd_any(SELECT(tail, 0, x), t));
    d = SELECT(tail, fp_times_scaled(1 + near, power), NEAR_ROOT(TANHEXP, dd(x), fp(dd_add(t, fall)))))

ACTIVATION(serf, , "x*erf(log1p(exp(x)))",
    "erf(log1p(exp(x))) + 2*x*exp(-log1p(exp(x))**2)/(sqrt(pi)*(1 + exp(-x)))",
    "Self-gated unit with erf of softplus as its gate: image classification, machine translation.",
    RANGE(-0.34843745875960642, inf) SEE(mish, gelu, tanhexp),
    "S. Nag et al., SERF: towards better training of deep neural networks using log-softplus error activation, 2021",
    T near = MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x));
    SCALED power = exp_scaled(near);
    LOGISTIC g = logistic(near);
    DD z = softplus_dd(softplus_(near)), t = erf_(z);
    M tail = LT(x, -40);
    DD density = scaled_to_dd(exp_scaled_dd(dd_neg(dd_mul(z, z))));
    DD fall = dd_mul(density, dd_mul(DD_CONSTANT(ERF_SLOPE), dd_mul(dd(near), rising_dd(g))));
    y = SELECT(tail, dd_times_scaled(dd_mul(dd(near), DD_CONSTANT(ERF_SLOPE)), power), fp_times_dd(SELECT(tail, 0, x), t));
    d = SELECT(tail, dd_times_scaled(dd_mul(dd(1 + near), DD_CONSTANT(ERF_SLOPE)), power),
               NEAR_ROOT(SERF, dd(x), fp(dd_add(t, fall)))))

#ifdef FUNCTIONS
/* x G(exp(x)) of a rational gate G(e) = (a e + b e^2)/(c + d e + f e^2), one exponential e = exp(-|x|) for both signs: with
   e for 1/e the coefficients are in reverse.  For x < 0 a factor e = m 2^n of G is applied last.
   dG/dx = e (ac + 2bc e + (bd - af) e^2)/den^2. */
typedef struct {
    T x;
    DD factor, quotient, slope; /* G = factor 2^n quotient, x G' = factor 2^n slope */
    T n;
} RATIONALLY_GATED;

/* a + b e, and a + b e + c e^2 */
WORD DD linear(T a, T b, DD e)
{
    T h = FMA(b, e.h, a);
    return (DD){h, FMA(b, e.h, a - h) + b * e.l};
}
WORD DD quadratic(T a, T b, T c, DD e)
{
    T inner = FMA(c, e.h, b), h = FMA(inner, e.h, a);
    T lost = FMA(c, e.h, b - inner);
    return (DD){h, FMA(inner, e.h, a - h) + MAD(lost, e.h, MAD(c, e.h, inner) * e.l)};
}

WORD RATIONALLY_GATED rationally_gated(T x, R a, R b, R c, R d, R f)
{
    M negative = LT(x, 0);
    T near = MAX(EXP_LOWEST, SELECT(negative, x, MIN(EXP_HIGHEST, x)));
    SCALED power = exp_minus_abs(near);
    DD m = fast_two_sum(power.h, power.l), e = {SCALE(m.h, power.n), SCALE(m.l, power.n)};
#define BY_SIGN(u, v) SELECT(negative, u, v)
    DD num = linear(BY_SIGN(a, b), BY_SIGN(b, a), e);
    DD den = quadratic(BY_SIGN(c, f), PACK(d), BY_SIGN(f, c), e);
    DD rate = quadratic(BY_SIGN(a * c, b * d - a * f), PACK(2 * b * c), BY_SIGN(b * d - a * f, a * c), e);
    DD run = dd_select(negative, dd(near), (DD){near * e.h, FMA(near, e.h, -(near * e.h)) + near * e.l});
    DD steep = dd_div(dd_div(rate, den), den);
    T p = run.h * steep.h;
    DD slope = {p, FMA(run.h, steep.h, -p) + (run.h * steep.l + run.l * steep.h)};
    return (RATIONALLY_GATED){
        SELECT(negative, near, x),
        dd_select(negative, m, dd(PACK(1))),
        dd_div(num, den),
        slope,
        SELECT(negative, power.n, exponent(ROUNDER / 16 + (T){0})),
    };
#undef BY_SIGN
}

/* Error 0.80 at -91.86, of double 0.76 at -715.3, for any x, of smish; without FMA 0.80 and 0.80 */
WORD T rationally_gated_value(RATIONALLY_GATED g)
{
    DD scale = {g.factor.h * g.quotient.h, FMA(g.factor.h, g.quotient.h, -(g.factor.h * g.quotient.h))};
    scale.l += g.factor.h * g.quotient.l + g.factor.l * g.quotient.h;
    return COPYSIGN(SCALE(fp_times_dd_any(g.x, scale), g.n), g.x);
}

/* Error 1.00 at -1.588, of double 0.93 at -1.588, for any x, of smish, with NEAR_ROOT; without FMA 0.98 and 1.07 */
WORD T rationally_gated_slope(RATIONALLY_GATED g)
{
    DD sum = two_sum(g.quotient.h, g.slope.h);
    return SCALE(dd_times_dd(g.factor, dd_renorm((DD){sum.h, sum.l + (g.quotient.l + g.slope.l)})), g.n);
}
#endif
/* tanh(log(1 + s)) = s (2 + s)/(2 + 2s + s^2), of s = e/(1 + e) */
ACTIVATION(smish, , "x*tanh(log1p(1/(1 + exp(-x))))",
    "tanh(log1p(1/(1 + exp(-x)))) + x*(1 - tanh(log1p(1/(1 + exp(-x))))**2)/((1 + exp(x))*(2 + exp(-x)))",
    "Self-gated unit with tanh around the gate of logish: image classification.",
    RANGE(-0.24999366366012950, inf) SEE(logish, mish, silu),
    "X. Wang et al., Smish: a novel activation function for deep learning methods, Electronics 2022",
    RATIONALLY_GATED g = rationally_gated(x, 2, 3, 2, 6, 5);
    y = rationally_gated_value(g);
    d = NEAR_ROOT(SMISH, dd(x), rationally_gated_slope(g)))

ACTIVATION(logish, , "x*log1p(1/(1 + exp(-x)))",
    "log1p(1/(1 + exp(-x))) + x/((1 + exp(x))*(2 + exp(-x)))",
    "Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.",
    RANGE(-0.25276881678944036, inf) SEE(smish, silu, mish),
    "H. Zhu et al., Logish: a new nonlinear nonmonotonic activation function for convolutional neural network, 2021",
    LOGISTIC g = logistic(x);
    DD s = rising_dd(g), one_more = dd_add(s, dd(PACK(1)));
    DD t = dd_renorm(log1p_(s));
    DD fall = dd_mul(dd(limited(x)), dd_div(dd_mul(lower(g), upper(g)), one_more)); /* x s (1 - s)/(1 + s) */
    M tail = LT(x, REAL == 32 ? -20 : -40); /* log(1 + s) is s */
    T near = SELECT(tail, limited(x), 0);
    y = SELECT(tail, SCALE(fp_times_dd(near, g.m), g.n), fp_times_dd(SELECT(tail, 0, x), t));
    d = SELECT(tail, SCALE(fp_times_dd(1 + near, g.m), g.n), NEAR_ROOT(LOGISH, dd(x), fp(dd_add(t, fall)))))

ACTIVATION(phish, , "x*tanh(x*erfc(-x/sqrt(2))/2)",
    "tanh(x*erfc(-x/sqrt(2))/2) + x*(1 - tanh(x*erfc(-x/sqrt(2))/2)**2)*(erfc(-x/sqrt(2))/2 + x*exp(-x**2/2)/sqrt(2*pi))",
    "Self-gated unit with tanh of gelu as its gate, never negative: image classification.",
    RANGE(0, inf) SEE(mish, gelu, lisht),
    "P. Naveen, Phish: a novel hyper-optimizable activation function, 2022",
    T a = MIN(MILLS_HIGHEST, ABS(x));
    DD near = dd(limited(x));
    NORMAL_TAIL q = normal_tail(a);
    DD e = scaled_to_dd(q.e), part = dd_mul(q.mills, e), less = fast_two_sum(PACK(1), -part.h);
    DD phi = dd_select(LT(x, 0), part, (DD){less.h, less.l - part.l}), density = dd_mul(e, DD_CONSTANT(INVERSE_ROOT_2PI));
    DD gelu = dd_mul(near, phi), slope = dd_add(phi, dd_mul(near, density));
    DD t = tanh_(gelu), fall = dd_mul(near, dd_mul(sech_squared_dd(gelu), slope));
    M tail = LT(x, -8); /* there tanh is its argument, f = a^2 (1 - Phi(a)) and f' = a^2 phi(a) - 2 a (1 - Phi(a)) */
    DD bend = dd_add(dd_mul(dd(a), DD_CONSTANT(INVERSE_ROOT_2PI)), (DD){-2 * q.mills.h, -2 * q.mills.l});
    T far = SCALE(fp_times_dd_dd(a, dd_mul(dd(a), q.mills), (DD){q.e.h, q.e.l}), q.e.n);
    y = SELECT(tail, far, fp_times_dd(SELECT(tail, 0, x), t));
    T sum = SELECT(LT(a, 0x1p-60), x, fp(dd_add(t, fall))); /* t and fall are x/2, maybe subnormal numbers */
    d = SELECT(tail, dd_times_scaled(dd_mul(dd(a), bend), q.e), NEAR_ROOT(PHISH, dd(x), sum)))

ACTIVATION(dish, , "x/2*(x/sqrt(1 + x**2) + 1)",
    "(1 + (2*x + x**3)/sqrt(1 + x**2)**3)/2",
    "Self-gated unit with an algebraic gate made of isru: a silu without an exponential.",
    RANGE(-0.15014155300038881, inf) SEE(silu, isru, hard_swish),
    "The gate of the inverse square root unit",
    SMALLER v = smaller(rare, x);
    T a = ABS(v.x);
    DD h = hypotenuse(PACK(1), v, PACK(1)), sum = dd_add(h, dd(a)), p = dd_div(dd(a), h);
    DD q = dd_div(dd(v.one * SMALL_LIFT), h); /* lifted, so that no second word is a subnormal number */
    T small = -fp(dd_div(dd_mul(dd(a / 2), q), sum)) / SMALL_LIFT; /* (h - a)/h = 1/(h (h + a)) */
    DD half = dd_add(dd(PACK(0.5)), dd_half(p));
    y = SELECT(LT(x, -LARGEST), COPYSIGN(0, x), SELECT(LT(x, 0), small, fp_times_dd(x, half)));
    DD lifted = dd_mul(q, q), qq = dd_scale(lifted, PACK(1 / SMALL_LIFT / SMALL_LIFT));
    DD pp = dd_mul(p, p), three = dd_mul(p, pp), twist = dd_mul((DD){2 * p.h, 2 * p.l}, qq);
    DD rise = dd_add(dd(PACK(1)), dd_add(three, twist)); /* 1 + p^3 + 2 p q^2 */
    DD fall = dd_add(dd_mul(qq, qq), dd_neg(dd_mul(pp, dd_add(pp, qq)))); /* q^4 - p^2 q^2 - p^4 */
    T slope = fp(dd_div(dd_mul(lifted, fall), rise)) * (1 / SMALL_LIFT / SMALL_LIFT);
    d = K(0.5) * SELECT(LT(x, 0), 2 * NEAR_ROOT(DISH, dd(x), K(0.5) * slope), fp(rise)))

ACTIVATION(bent_identity, , "(sqrt(x**2 + 1) - 1)/2 + x",
    "x/(2*sqrt(x**2 + 1)) + 1",
    "Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.",
    RANGE(-inf, inf) INCREASING SEE(identity, squareplus, leaky_relu),
    "A square-root bend of the identity",
    SMALLER v = smaller(rare, x);
    T a = ABS(v.x), h = SQRT(FMA(v.x, v.x, v.one * v.one));
    M far = LT(x, -1); /* (h - 1)/2 = a^2/(h + 1)/2; for large negative x, x + (h - 1)/2 = -(a + (1 - 1/(h + a)))/2 */
    T part = SELECT(far, v.one * v.one, a * a) / (h + SELECT(far, a, v.one));
    T half = part / 2, small = SELECT(far, (a + (v.one - part)) / 2, SELECT(LT(x, 0), a - half, a + half));
    y = SELECT(GT(ABS(x), LARGEST), x, COPYSIGN(small / v.one, x));
    d = 1 + v.x / h / 2)
