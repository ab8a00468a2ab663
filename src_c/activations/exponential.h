/* The exponential and square-root family. */

ACTIVATION(exponential, , "exp(x)",
    "exp(x)",
    "The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.",
    RANGE(0, inf) INCREASING SEE(softplus, elu, softmax, soft_exponential),
    "The exponential function",
    y = EXP(x);
    d = y)
FROM_OUTPUT(exponential, , "+y",
    d = y)

ACTIVATION(elu, PARAM(alpha, 1, 0.01, 100), "where(x > 0, x, alpha*expm1(x))",
    "where(x > 0, 1, alpha*exp(x))",
    "Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.",
    RANGE(min(0, -alpha), inf) KINKS(0) MONOTONIC(alpha >= 0) SEE(selu, celu, isrlu, relu),
    "D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016",
    T below = MIN(0, x);
    y = SELECT(GT(x, 0), x, scaled_expm1(dd(alpha), below));
    T power = fp_times_scaled(alpha, exp_scaled(below));
    M large = (M)~LE(ABS(alpha), FACTOR_LIMIT);
    if (RARELY(rare_slope, large))
        power = SELECT(large, exp_times(alpha, dd(below)), power);
    d = SELECT(GT(x, 0), 1, power))
FROM_OUTPUT(elu, PARAM(alpha) WHERE(alpha, >=, 0), "where(y > 0, 1, y + alpha)",
    d = SELECT(GT(y, 0), 1, y + alpha))

ACTIVATION(selu, ,
    "1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))",
    "1.0507009873554804934193349852946*where(x > 0, 1, 1.6732632423543772848170429916717*exp(x))",
    "Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.",
    RANGE(-1.7580993408473769, inf) KINKS(0) INCREASING SEE(elu, celu),
    "G. Klambauer et al., Self-normalizing neural networks, NIPS 2017",
    T below = MIN(0, x);
    y = SELECT(GT(x, 0), fp_times_dd(x, DD_CONSTANT(SELU_LAMBDA)),
               scaled_expm1(DD_CONSTANT(SELU_LAMBDA_ALPHA), below));
    d = SELECT(GT(x, 0), SELU_LAMBDA_HIGH, fp_times_scaled(PACK(SELU_LAMBDA_ALPHA_HIGH), exp_scaled(below))))
FROM_OUTPUT(selu, ,
    "where(y > 0, 1.0507009873554804934193349852946, "
    "y + 1.0507009873554804934193349852946*1.6732632423543772848170429916717)",
    d = SELECT(GT(y, 0), SELU_LAMBDA_HIGH, (y + SELU_LAMBDA_ALPHA_HIGH) + SELU_LAMBDA_ALPHA_LOW))

#ifdef FUNCTIONS
/* alpha (exp(x/alpha) - 1): beyond x/alpha = 64 alpha exp(x/alpha), whose factors may both be beyond the type's numbers.
   Error 1.49 at (-0.484, -8.061), of double 1.45 at (-59.58, -2190), for |alpha| from 2^-20 to 2^20, x from -LARGEST to 0;
   without FMA 1.49 and 1.44 */
WORD T expm1_times(RARE *rare, T alpha, T x)
{
    DD z = two_div_any(rare, x, alpha), em = expm1_(z);
    T y = FMA(alpha, em.h, FINITE(alpha * em.l));
    M far = GT(z.h, 64);
    if (RARELY(rare, far))
        y = SELECT(far, exp_times(alpha, z), y);
    return SELECT(LT(ABS(z.h), 0x1p-60), x, y); /* x/alpha may underflow */
}
#endif
ACTIVATION(celu, PARAM(alpha, 1, 0.01, 100) WHERE(alpha, !=, 0), "where(x > 0, x, alpha*expm1(x/alpha))",
    "where(x > 0, 1, exp(x/alpha))",
    "Variant of elu whose derivative is continuous for every alpha: convolutional networks.",
    RANGE(-alpha if alpha > 0 else -inf, inf) INCREASING SEE(elu, selu),
    "J. Barron, Continuously differentiable exponential linear units, 2017",
    T below = MIN(0, x);
    WHERE_USUAL(rare_value, EQ(alpha, 1), y, SELECT(GT(x, 0), x, scaled_expm1(dd(PACK(1)), below)),
                SELECT(GT(x, 0), x, expm1_times(&at_once, alpha, below)));
    WHERE_USUAL(rare_slope, EQ(alpha, 1), d, SELECT(GT(x, 0), 1, EXP(below)),
                SELECT(GT(x, 0), 1, scaled_to_fp(exp_scaled_dd(two_div_any(&at_once, below, alpha))))))
FROM_OUTPUT(celu, PARAM(alpha) WHERE(alpha, >, 0), "where(y > 0, 1, (y + alpha)/alpha)",
    d = SELECT(GT(y, 0), 1, (y + alpha) / alpha))

#ifdef FUNCTIONS
/* log(1 + exp(beta x))/beta; beyond beta x = 64 it is x, and below -40 it is exp(beta x)/beta, whose factors may both be
   beyond the type's numbers: beta takes a part of exp's exponent where it is small.
   Error 2.11 at (-8.347, 0.1377), of double 1.97 at (-3.939, 0.2884), for any x, |beta| from 2^-20 to 2^20; without FMA 2.21
   and 2.16 */
WORD T softplus_over(T x, T beta)
{
    const R part = REAL == 32 ? 60 : 600, unit = REAL == 32 ? K(0x1p60) : K(0x1p600), end = REAL == 32 ? 210 : 1500;
    DD z = two_prod(beta, x);
    M above = GT(z.h, 64), tail = LT(z.h, -40), small = LT(ABS(beta), 1 / SQUARE_LIMIT);
    T lift = SELECT(small, unit, 1), none = exponent(ROUNDER / 16 + (T){0});
    T size = MINUS_ABS(z.h), bounded = MAX(SELECT(small, -end, EXP_LOWEST), size);
    SCALED e = exp_between(bounded, SELECT(EQ(bounded, size), -flip(z.l, z.h), NOTHING)), near = e;
    near.n = SELECT(tail, none, e.n); /* what follows from it is not used */
    SOFTPLUS s = softplus_of(near, dd_select(above, dd(PACK(64)), z));
    s.near.l = MAD(z.l, z.h / 4, s.near.l); /* with z.l/2, z.l times the slope */
    DD num = dd_select(tail, fast_two_sum(e.h, e.l), dd_scale(softplus_dd(s), lift));
    T ratio = fp(dd_div(num, dd(beta * lift)));
    return SELECT(above, x, SCALE(ratio, SELECT(tail, e.n + SELECT(small, part, 0), none)));
}
#endif
ACTIVATION(softplus, PARAM(beta, 1, 0.01, 100) WHERE(beta, !=, 0), "log1p(exp(beta*x))/beta",
    "1/(1 + exp(-beta*x))",
    "Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.",
    RANGE(0 if beta > 0 else -inf, inf if beta > 0 else 0) INCREASING SEE(relu, squareplus, log_sigmoid, logsumexp),
    "C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS 2000",
    WHERE_USUAL(rare_value, EQ(beta, 1), y, softplus_usual(x), softplus_over(x, beta));
    WHERE_USUAL(rare_slope, EQ(beta, 1), d, sigmoid_(x), rising(logistic_dd(two_prod(beta, x)))))
FROM_OUTPUT(softplus, PARAM(beta) WHERE(beta, !=, 0), "-expm1(-beta*y)",
    d = -fp(expm1_(two_prod(-beta, y))))

ACTIVATION(log_sigmoid, , "-log1p(exp(-x))",
    "1/(1 + exp(x))",
    "Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.",
    RANGE(-inf, 0) INCREASING SEE(sigmoid, softplus, log_softmax, sigmoid_cross_entropy),
    "The logarithm of the logistic function: the log-likelihood of logistic regression",
    y = -softplus_usual(-x);
    d = sigmoid_(-x))
FROM_OUTPUT(log_sigmoid, , "-expm1(y)",
    d = -fp(expm1_(dd(y))))

#ifdef FUNCTIONS
/* (x + sqrt(x^2 + b))/2 = b/2/(sqrt(x^2 + b) - x), and its derivative, this over sqrt(x^2 + b) */
typedef struct {
    T value, slope;
} SQUAREPLUS;

WORD SQUAREPLUS near_squareplus(T x, T b)
{
    const R lift = REAL == 32 ? K(0x1p60) : K(0x1p600);
    DD square = two_prod(x, x), sum = two_sum(square.h, b), h = dd_sqrt((DD){sum.h, sum.l + square.l}),
       whole = dd_add(h, dd(ABS(x)));
    DD half = dd_half(dd_select(LT(x, 0), dd_div(dd(b), whole), whole));
    return (SQUAREPLUS){fp(half), fp(dd_div(dd_scale(half, PACK(lift)), h)) / lift};
}
/* b, and then half, are scaled before a division or after it, so that they stay normal */
WORD SQUAREPLUS far_squareplus(T x, T b)
{
    const R limit = SQUARE_LIMIT * SQUARE_LIMIT, power = REAL == 32 ? K(0x1p60) : K(0x1p600);
    RESCALING u = unit_of(GT(ABS(x), SQUARE_LIMIT) | GT(b, limit), LT(ABS(x), 1 / SQUARE_LIMIT) & LT(b, 1 / limit));
    T v = FINITE(x) * u.one;
    DD square = two_prod(v, v), sum = two_sum(square.h, b * u.one * u.one);
    DD h = dd_sqrt((DD){sum.h, sum.l + square.l}), whole = dd_add(h, dd(ABS(v)));
    M negative = LT(x, 0), late = u.large & LT(b, SQUARE_LIMIT), tiny = LT(b, 1 / limit) & (M) ~(u.large | u.small);
    T first = SELECT(late, 1, SELECT(tiny, SQUARE_LIFT, u.one)), after = SELECT(late, u.one, SELECT(tiny, 1 / SQUARE_LIFT, 1));
    DD half = dd_half(dd_select(negative, dd_div(dd(b * first), whole), whole));
    T lift = SELECT(u.large | tiny, 1, SELECT(u.small, u.one, power));
    T fall = SELECT(u.large, u.one, SELECT(u.small | tiny, 1, 1 / power));
    T slope = fp(dd_div(dd_scale(half, SELECT(negative, lift, 1)), h));
    return (SQUAREPLUS){
        fp(half) * SELECT(negative, after, u.back),
        slope * SELECT(negative, fall, 1) * SELECT(negative, after, 1),
    };
}
/* Error 0.75 at (-9.325e+33, 0.0002317) (value), of double 0.75 at (-2.264e+307, 1.6) (value), for any x, b from 2^-20 to
   2^20; without FMA 0.75 and 0.75 */
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
#endif
ACTIVATION(squareplus, PARAM(b, 4, 0.001, 100) WHERE(b, >=, 0), "(x + sqrt(x**2 + b))/2",
    "(1 + x/sqrt(x**2 + b))/2",
    "Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.",
    RANGE(0, inf) INCREASING SEE(softplus, relu, sparse_plus),
    "J. Barron, Squareplus: a softplus-like algebraic rectifier, 2021",
    SQUAREPLUS p = squareplus_(rare, x, b);
    y = SELECT(GT(ABS(x), LARGEST) | EQ(b, 0), MAX(0, x), p.value);
    d = SELECT(EQ(b, 0), ABOVE(x, 0, 1, 0), p.slope))

ACTIVATION(sparse_plus, , "where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)",
    "minimum(maximum((x + 1)/2, 0), 1)",
    "Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.",
    RANGE(0, inf) INCREASING FLAT SEE(sparse_sigmoid, softplus, squareplus, sparsemax),
    "M. Blondel et al., Learning with Fenchel-Young losses, JMLR 2020: the loss of sparsemax with two classes",
    DD s = two_sum(PACK(1), MIN(1, x));
    flat = LE(x, -1);
    y = SELECT(flat, 0, SELECT(GE(x, 1), x, K(0.25) * FMA(s.h, s.h, 2 * s.h * s.l)));
    d = SELECT(flat, 0, SELECT(GE(x, 1), 1, (x + 1) / 2)))

#ifdef FUNCTIONS
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
    DD h = dd_sqrt(dd(FMA(alpha * v.x, v.x, v.one * v.one))), r = dd_div(dd(v.one * SMALL_LIFT), hypotenuse(alpha, v, PACK(1)));
    return (ISRU){
        COPYSIGN(fp(dd_div(dd(v.x), h)), x),
        dd_times_dd(r, dd_mul(r, r)) * (1 / SMALL_LIFT / SMALL_LIFT / SMALL_LIFT), /* the third power wants a better root */
    };
}
/* Error 1.50 at (4.409e+37, 2.622e+05) (value), of double 1.50 at (-2.977e+306, 2.622e+05) (value), for any x, alpha from
   2^-20 to 2^20; without FMA 1.50 and 1.50 */
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
#endif
ACTIVATION(isru, PARAM(alpha, 1, 1e-30, 1e30) WHERE(alpha, >=, 0), "x/sqrt(1 + alpha*x**2)",
    "1/sqrt(1 + alpha*x**2)**3",
    "Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.",
    RANGE(-1/sqrt(alpha) if alpha else -inf, 1/sqrt(alpha) if alpha else inf) INCREASING ODD SEE(isrlu, tanh, softsign, dish),
    "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    ISRU r = isru_(rare, x, alpha);
    y = SELECT(EQ(alpha, 0), x, r.value);
    d = r.slope)

ACTIVATION(isrlu, PARAM(alpha, 1, 1e-30, 1e30) WHERE(alpha, >=, 0), "where(x >= 0, x, x/sqrt(1 + alpha*x**2))",
    "where(x >= 0, 1, 1/sqrt(1 + alpha*x**2)**3)",
    "Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.",
    RANGE(-1/sqrt(alpha) if alpha else -inf, inf) INCREASING SEE(isru, elu),
    "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    ISRU r = isru_(rare, x, alpha);
    y = SELECT(GE(x, 0) | EQ(alpha, 0), x, r.value);
    d = SELECT(GE(x, 0), 1, r.slope))

ACTIVATION(elish, , "where(x >= 0, x, expm1(x))/(1 + exp(-x))",
    "where(x >= 0, 1 + x/(1 + exp(x)), exp(x) + expm1(x)/(1 + exp(x)))/(1 + exp(-x))",
    "Silu for positive inputs, elu times the logistic function for negative ones: image classification.",
    RANGE(-0.17157287525380990, inf) SEE(hard_elish, silu, elu),
    "M. Basirat, P. Roth, The quest for the golden activation function, 2018",
    T below = MIN(0, x);
    LOGISTIC g = logistic(x);
    DD em = expm1_(dd(below)), bend = dd_add(scaled_to_dd(exp_scaled(below)), dd_mul(em, upper(g))); /* e + (e - 1) s(-x) */
    y = SELECT(LT(x, 0), SCALE(dd_times_dd(g.m, em), g.n), silu_(x));
    d = SELECT(LT(x, 0), NEAR_ROOT(ELISH, dd(x), SCALE(dd_times_dd(g.m, bend), g.n)), silu_slope(dd(x), PACK(1))))

#ifdef FUNCTIONS
/* x/6 + 1/2 in two words, |x| <= 3.
   Error 2^-47.0 at 1, of double 2^-104.9 at 1, for |x| from 0 to 3; without FMA 2^-46.8 and 2^-104.8 */
WORD DD hard_gate(T x)
{
    DD sum = fast_two_sum(PACK(3), x);
    T h = sum.h * SIXTH_HIGH;
    return (DD){h, FMA(sum.h, SIXTH_HIGH, -h) + MAD(sum.h, SIXTH_LOW, sum.l * SIXTH_HIGH)};
}
#endif
ACTIVATION(hard_elish, , "where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)",
    "where(x <= -3, 0, where(x < 0, exp(x)*(x/6 + 1/2) + expm1(x)/6, where(x < 3, x/3 + 1/2, 1)))",
    "Cheaper elish with a hard sigmoid for the logistic function: image classification.",
    RANGE(-0.21133381738673973, inf) KINKS(-3, 3) FLAT SEE(elish, hard_swish, hard_sigmoid),
    "M. Basirat, P. Roth, The quest for the golden activation function, 2018; its hard sigmoid is that of this catalogue",
    flat = LE(x, -3);
    DD em = expm1_(dd(MIN(0, x))), s = hard_gate(x);
    DD rise = dd_mul(em, DD_CONSTANT(SIXTH)), fall = dd_mul((DD){em.h + 1, em.l + (em.h - ((em.h + 1) - 1))}, s);
    y = SELECT(flat, 0, SELECT(GE(x, 3), x, COPYSIGN(dd_times_dd(dd_select(LT(x, 0), em, dd(x)), s), x)));
    T slope = SELECT(LT(x, 0), NEAR_ROOT(HARD_ELISH, dd(x), fp(dd_add(rise, fall))), FMA(x, 2 * SIXTH_HIGH, K(0.5)));
    d = SELECT(flat, 0, SELECT(GE(x, 3), 1, slope)))

#ifdef FUNCTIONS
/* 1 + a + b */
WORD DD sum_from_one(DD a, DD b)
{
    DD one = two_sum(PACK(1), a.h), rest = two_sum(a.l, b.h), first = two_sum(one.h, rest.h), second = two_sum(first.h, rest.l);
    return two_sum(second.h, second.l + ((first.l + one.l) + b.l));
}

/* log(1 - alpha (x + alpha))/-alpha, alpha < 0, and its derivative, 1 over 1 - alpha (x + alpha): beside the pole, where
   that is near 0, all its four words count.  Where it is too large for the type, both factors are carried 2^-part times. */
typedef struct {
    T value, slope;
} SOFT_LOGARITHM;

/* Error 1.31 at (0.001232, 0.001202) (value), of double 1.27 at (0.1808, 0.6108) (value), for x from 0 to LARGEST, -alpha
   from 2^-10 to 0.75; without FMA 1.31 and 1.21 */
WORD SOFT_LOGARITHM soft_logarithm(RARE *rare, T x, T alpha)
{
    const R part = REAL == 32 ? 64 : 512, down = REAL == 32 ? K(0x1p-64) : K(0x1p-512),
            huge = REAL == 32 ? K(0x1p100) : K(0x1p800);
    DD sum = two_sum(FINITE(x), alpha), argument = sum_from_one(two_prod(-alpha, sum.h), two_prod(-alpha, sum.l));
    T rise = -alpha * sum.h, unit = PACK(1), n = PACK(0);
    M large = GT(rise, huge); /* there 1 more is nothing */
    if (RARELY(rare, large)) {
        argument = dd_select(large, dd_mul(dd(-alpha * down), dd_scale(sum, PACK(down))), argument);
        n = SELECT(large, 2 * part, 0);
        unit = SELECT(large, down, 1);
    }
    T lift = SELECT(GT(alpha, K(-0x1p-60)), K(0x1p60), 1); /* 1/alpha would be infinite of a subnormal alpha */
    DD logarithm = dd_add(log_any(argument), (DD){n * LN2_HIGH, n * LN2_LOW});
    T value = SELECT(LT(ABS(rise), 0x1p-60), fp(sum), fp(dd_div(dd_scale(logarithm, lift), dd(-alpha * lift))));
    T slope = fp(dd_div(dd(unit), argument)) * unit;
    T edge = SELECT(EQ(argument.h, 0), -INFINITY, NAN); /* the pole, and below it */
    M valid = GT(argument.h, 0);
    return (SOFT_LOGARITHM){
        SELECT(GT(x, LARGEST), x, SELECT(valid, value, edge)),
        SELECT(GT(x, LARGEST), 0, SELECT(valid, slope, -edge)),
    };
}

/* exp(z)/alpha + alpha, z > 64: the factors may both be beyond the type's numbers */
WORD T soft_power_far(DD z, T alpha)
{
    const R part = REAL == 32 ? 64 : 512, end = REAL == 32 ? 210 : 1500;
    const R down = REAL == 32 ? K(0x1p-64) : K(0x1p-512);
    M large = GT(alpha, 1); /* alpha takes a part of exp's exponent */
    T near = MIN(SELECT(large, end, EXP_HIGHEST), MAX(0, z.h));
    SCALED e = exp_between(near, SELECT(EQ(near, z.h), z.l, NOTHING));
    DD ratio = dd_div(fast_two_sum(e.h, e.l), dd(alpha * SELECT(large, down, 1)));
    T n = e.n - SELECT(large, part, 0), h = SCALE(ratio.h, n);
    return SELECT(GT(h, LARGEST), h, fp(dd_add((DD){h, SCALE(ratio.l, n)}, dd(alpha))));
}

/* (exp(z) - 1)/alpha + alpha, z = alpha x, alpha > 0.
   Error 1.50 at (32.51, 0.5124), of double 1.50 at (1.835e+04, 0.002003), for x from 0 to LARGEST, alpha from 2^-10 to 1;
   without FMA 1.50 and 1.50 */
WORD T soft_power(RARE *rare, T x, DD z, T alpha)
{
    T lift = SELECT(LT(alpha, 0x1p-60), K(0x1p60), 1);
    DD power = expm1_(z), divisor = dd(SELECT(GT(alpha, 0), alpha * lift, 1));
    T plain = power.h * lift / divisor.h;
    /* near 0 it is x + alpha + x (z/2 + z^2/6 ...), where x + alpha may cancel */
    DD sum = two_sum(x, alpha), run = dd_add(sum, (DD){x * z.h * poly_expm1(z.h), NOTHING});
    run = dd_select(LT(ABS(z.h), K(0.02)), run, dd_add(dd_div(dd_scale(power, lift), divisor), dd(alpha)));
    T y = SELECT(LE(plain, LARGEST), fp(run), plain);
    M far = GT(z.h, 64);
    if (RARELY(rare, far))
        y = SELECT(far, soft_power_far(z, alpha), y);
    return y;
}
#endif
ACTIVATION(soft_exponential, PARAM(alpha, 0, -1, 0),
    "where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))",
    "where(alpha < 0, 1/(1 - alpha*(x + alpha)), exp(alpha*x))",
    "Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.",
    RANGE(alpha - 1/alpha if alpha > 0 else -inf, inf) INCREASING SEE(exponential, identity, elu),
    "L. Godfrey, M. Gashler, A continuum among logarithmic, linear, and exponential functions, 2015",
    y = NAN_FROM(alpha, x);
    d = NAN_FROM(alpha, NAN_FROM(x, 1));
    M falling = LT(alpha, 0), rising = GT(alpha, 0);
    if (any_(falling)) {
        SOFT_LOGARITHM low = soft_logarithm(&at_once, x, alpha);
        y = SELECT(falling, low.value, y);
        d = SELECT(falling, low.slope, d);
    }
    if (any_(rising)) {
        DD z = two_prod(alpha, x);
        y = SELECT(rising, soft_power(&at_once, x, z, alpha), y);
        d = SELECT(rising, scaled_to_fp(exp_scaled_dd(z)), d);
    })
