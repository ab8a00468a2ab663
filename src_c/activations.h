/* THE TABLE.  One row is one activation:

       ACTIVATION(name, parameters, formula, source, body)

   - parameters: PARAM(name, default) ..., REQUIRED where there is no default;
   - formula: executable Python of x and the parameters, the specification: tests, docs and benchmarks evaluate it;
   - source: who published it;
   - body: sets the packs y = f(x) and d = f'(x) together; a kernel that stores one of them pays for that one alone.

   The body speaks C's operators and the words of vmath.h.  At a kink the derivative is that of the flat or negative side. */

/* ---- rectifiers --------------------------------------------------------------------------------------------------- */

ACTIVATION(identity, , "+x",
    "the linear unit",
    y = x;
    d = PACK(1))

ACTIVATION(binary_step, PARAM(threshold, 0), "where(x >= threshold, 1, 0)",
    "W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943",
    y = SELECT(GE(x, threshold), 1, SELECT(LT(x, threshold), 0, x + threshold));
    d = PACK(0))

ACTIVATION(relu, , "maximum(x, 0)",
    "V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010",
    y = SELECT(LE(x, 0), 0, x);
    d = ABOVE(x, 0, 1, 0))

ACTIVATION(thresholded_relu, PARAM(threshold, 1), "where(x > threshold, x, 0)",
    "K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015",
    y = ABOVE(x, threshold, x, 0);
    d = ABOVE(x, threshold, 1, 0))

ACTIVATION(relu6, , "minimum(maximum(x, 0), 6)",
    "A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010",
    y = MIN(6, MAX(0, x));
    d = INSIDE(x, 0, 6, 1))

ACTIVATION(leaky_relu, PARAM(negative_slope, 0.01), "where(x > 0, x, negative_slope*x)",
    "A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013",
    y = SELECT(GT(x, 0), x, steep(negative_slope, x));
    d = ABOVE(x, 0, 1, negative_slope))

ACTIVATION(prelu, PARAM(slope, REQUIRED), "where(x > 0, x, slope*x)",
    "K. He et al., Delving deep into rectifiers, ICCV 2015",
    y = SELECT(GT(x, 0), x, steep(slope, x));
    d = ABOVE(x, 0, 1, slope))

ACTIVATION(hard_tanh, PARAM(min_val, -1) PARAM(max_val, 1), "minimum(maximum(x, min_val), max_val)",
    "R. Collobert, Large scale machine learning, 2004",
    y = MIN(max_val, MAX(min_val, x));
    d = INSIDE(x, min_val, max_val, 1))

/* ---- exponential and square-root family ---------------------------------------------------------------------------- */

ACTIVATION(elu, PARAM(alpha, 1), "where(x > 0, x, alpha*expm1(x))",
    "D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016",
    T below = MIN(0, x);
    y = SELECT(GT(x, 0), x, alpha * EXPM1(below));
    d = SELECT(GT(x, 0), 1, scaled_product(alpha, exp_scaled(below))))

ACTIVATION(selu, ,
    "1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))",
    "G. Klambauer et al., Self-normalizing neural networks, NIPS 2017",
    T below = MIN(0, x);
    y = SELECT(GT(x, 0), SELU_LAMBDA * x, SELU_LAMBDA_ALPHA * EXPM1(below));
    d = SELECT(GT(x, 0), SELU_LAMBDA, scaled_product(PACK(SELU_LAMBDA_ALPHA), exp_scaled(below))))

ACTIVATION(celu, PARAM(alpha, 1), "where(x > 0, x, alpha*expm1(x/alpha))",
    "J. Barron, Continuously differentiable exponential linear units, 2017",
    T2 below = quotient(MIN(0, x), alpha);
    y = SELECT(GT(x, 0), x, alpha * expm1_(below));
    d = SELECT(GT(x, 0), 1, single(exp2_scaled(below))))

ACTIVATION(softplus, PARAM(beta, 1), "log1p(exp(beta*x))/beta",
    "C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS 2000",
    T2 z = two_prod(beta, x);
    y = add_log1p(SELECT(LT(z.h, 0), 0, x), both(exp2_scaled(minus_abs(z))), beta);
    d = rising(logistic2(z)))

ACTIVATION(log_sigmoid, , "-log1p(exp(-x))",
    "The logarithm of the logistic function: the log-likelihood of logistic regression",
    y = -add_log1p(SELECT(GT(x, 0), 0, -x), both(exp_scaled(MINUS_ABS(x))), PACK(1));
    d = falling(logistic(x)))

ACTIVATION(isru, PARAM(alpha, 1), "x/sqrt(1 + alpha*x**2)",
    "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    ISRU(y, d))

ACTIVATION(isrlu, PARAM(alpha, 1), "where(x >= 0, x, x/sqrt(1 + alpha*x**2))",
    "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    T below, slope;
    ISRU(below, slope);
    y = SELECT(GE(x, 0), x, below);
    d = SELECT(GE(x, 0), 1, slope))

/* ---- sigmoids ----------------------------------------------------------------------------------------------------- */

ACTIVATION(sigmoid, , "1/(1 + exp(-x))",
    "P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845",
    LOGISTIC g = logistic(x);
    y = rising(g);
    d = g.low * (1 - g.low)) /* of the lower half: y (1 - y) is 0 beyond 17 */

ACTIVATION(tanh, , "tanh(x)",
    "Y. LeCun et al., Efficient backprop, 1998",
    y = TANH(x);
    LOGISTIC g = logistic(2 * x);
    d = 4 * g.low * (1 - g.low)) /* sech(x)^2; 1 - y^2 cancels */

ACTIVATION(softsign, , "x/(1 + abs(x))",
    "J. Bergstra et al., Quadratic polynomials learn better image features, 2009",
    T a = ABS(FINITE(x));
    T2 sum = two_sum(PACK(1), a);
    T r = 1 / sum.h, lost = FNMA(r, sum.l, FNMA(r, sum.h, 1));
    y = FINITE(x) / sum.h;
    d = r * FMA(2 * r, lost, r)) /* (r (1 + lost))^2 */

ACTIVATION(arctan, , "arctan(x)",
    "The inverse tangent",
    SMALLER v = smaller(x);
    y = ATAN(x);
    d = v.one * v.one / FMA(v.x, v.x, v.one * v.one))

ACTIVATION(sqnl, , "where(abs(x) < 2, x - x*abs(x)/4, sign(x))",
    "A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018",
    T a = MIN(2, ABS(x));
    y = COPYSIGN(FMA(a * K(-0.25), a, a), x);
    d = MAX(0, 1 - ABS(x) / 2))

ACTIVATION(hard_sigmoid, PARAM(slope, 1. / 6) PARAM(offset, 0.5), "minimum(maximum(slope*x + offset, 0), 1)",
    "M. Courbariaux et al., BinaryConnect, NIPS 2015",
    T rise = slope * x; /* rounded, so that 3 is where 1/6 x becomes flat */
    M flat = LE(rise, -offset) | GE(rise, 1 - offset);
    y = MIN(1, MAX(0, SELECT(flat, rise + offset, FMA(slope, x, offset))));
    d = SELECT(flat, 0, NAN_FROM(rise + offset, slope)))

/* ---- gated by themselves: x s(z), with derivative s(z) (1 + x z' s(-z)) --------------------------------------------- */

ACTIVATION(silu, , "x/(1 + exp(-x))",
    "S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018",
    LOGISTIC g = logistic(x);
    y = gate(x, limited(x), g);
    d = silu_slope(wide(x), g))

ACTIVATION(swish, PARAM(beta, 1), "x/(1 + exp(-beta*x))",
    "P. Ramachandran et al., Searching for activation functions, 2017",
    T2 z = two_prod(beta, x);
    LOGISTIC g = logistic2(z);
    y = gate(x, SELECT(LT(ABS(z.h), EXP_HIGHEST), x, limited(x)), g);
    d = silu_slope(z, g))

ACTIVATION(gelu_quick, , "x/(1 + exp(-1.702*x))",
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic function",
    T2 z = two_prod(x, PACK(GELU_QUICK_HIGH));
    z.l += x * GELU_QUICK_LOW;
    LOGISTIC g = logistic2(z);
    y = gate(x, limited(x), g);
    d = silu_slope(z, g))

ACTIVATION(gelu_tanh, , "x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))",
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh",
    T near = MIN(32, MAX(-32, x)); /* farther out the cube may overflow, and s is 0 or 1 */
    T2 cubic = mul2(CONSTANT2(GELU_TANH_B), two_prod(near, near));
    T2 z = mul2(wide(near), add2(CONSTANT2(GELU_TANH_A), cubic));
    LOGISTIC g = logistic2(z);
    y = gate(x, limited(x), g);
    d = NEAR_ROOT(GELU_TANH, wide(x), gate_slope(FMA(2 * near, cubic.h, z.h), g)))

ACTIVATION(gelu, , "x*erfc(-x/sqrt(2))/2",
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016",
    T a = MIN(MILLS_HIGHEST, ABS(x));
    NORMAL_TAIL q = normal_tail(a);
    T tail = scaled_product(a * q.mills, q.e);
    T slope = scaled_product(FNMA(a, INVERSE_ROOT_2PI, q.mills), q.e);
    y = SELECT(LT(x, 0), -tail, x - tail);
    d = NEAR_ROOT(GELU, wide(x), SELECT(LT(x, 0), slope, 1 - slope)))

/* One exponential e = exp(-|x|), no logarithm: tanh(log(1 + e^x)) = num/den with num = 1 + 2e, den = 1 + 2e + 2e^2 for
   x >= 0, and num = e (2 + e), den = 2 + 2e + e^2 for x < 0, where the factor e = m 2^k is applied last. */
ACTIVATION(mish, , "x*tanh(log1p(exp(x)))",
    "D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020",
    M negative = LT(x, 0);
    T near = MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x));
    SCALED scaled = exp_scaled(MINUS_ABS(near));
    T m = scaled.h + scaled.l, e = SCALE(m, scaled.n);
    T num = SELECT(negative, 2 + e, 1 + 2 * e);
    T den = FMA(SELECT(negative, e, 2 * e), SELECT(negative, num, e), SELECT(negative, 2, num));
    y = SELECT(negative, scaled_product(near * (num / den), scaled), x * (num / den));
    T rise = 4 * near * SELECT(negative, 1, e * e);
    T cubic = FMA(FMA(FMA(SELECT(negative, 1, 4), e, SELECT(negative, 4, 6)), e, SELECT(negative, 6, 4)), e,
                  SELECT(negative, 4, 1)); /* num den, over e for x < 0 */
    T slope = (cubic + FMA(rise, e, rise)) / (den * den);
    d = NEAR_ROOT(MISH, wide(x), SELECT(negative, SCALE(m * slope, scaled.n), slope)))

ACTIVATION(hard_swish, , "x*minimum(maximum(x/6 + 1/2, 0), 1)",
    "A. Howard et al., Searching for MobileNetV3, ICCV 2019",
    y = SELECT(LE(x, -3), 0, SELECT(GE(x, 3), x, x * (x + 3) / 6));
    d = SELECT(LE(x, -3), 0, SELECT(GE(x, 3), 1, (2 * x + 3) / 6)))

ACTIVATION(bent_identity, , "(sqrt(x**2 + 1) - 1)/2 + x",
    "A square-root bend of the identity",
    SMALLER v = smaller(x);
    T h = SQRT(FMA(v.x, v.x, v.one * v.one));
    y = x * (1 + v.x / (h + v.one) / 2); /* (h - 1)/2 = x^2/(h + 1)/2 */
    d = 1 + v.x / h / 2)

/* ---- oscillating and radial ---------------------------------------------------------------------------------------- */

ACTIVATION(gcu, , "x*cos(x)",
    "M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021",
    y = x * COS(x);
    CIRCULAR t = circular(x);
    d = NEAR_ROOT(GCU, wide(ABS(x)), add2(t.cos, mul2(wide(-x), t.sin)).h))

ACTIVATION(sinc, , "where(x == 0, 1, sin(x)/x)",
    "The unnormalised cardinal sine",
    M infinite = GT(ABS(x), LARGEST);
    y = SELECT(EQ(x, 0), 1, SELECT(infinite, 0, SIN(x) / x));
    CIRCULAR t = circular(x);
    T2 q = quotient(t.sin.h, x);
    T slope = add2(t.cos, (T2){-q.h, -q.l - t.sin.l / x}).h / x;
    d = SELECT(LT(ABS(x), SINC_WINDOW), x * poly_sinc(x * x), SELECT(infinite, 0, slope)))

ACTIVATION(gaussian, , "exp(-x**2)",
    "D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988",
    SCALED e = exp2_scaled(two_prod(x, -x));
    y = single(e);
    d = scaled_product(-2 * MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x)), e))
