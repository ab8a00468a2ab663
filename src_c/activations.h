/* THE TABLE.  One row is one activation:

       ACTIVATION(name, parameters, formula, about, properties, source, body)

   - parameters: PARAM(name, default, low, high) ..., REQUIRED for no default; from low to high the error bound holds;
     WHERE(a, relation, b) ...: what they must fulfil;
   - formula: executable Python of x and the parameters, the specification: tests, docs and benchmarks evaluate it;
   - about: what it is and where it is used, a sentence;
   - properties: RANGE(low, high) of the values, KINKS(x, ...) where the derivative jumps, INCREASING, ODD, EVEN,
     MONOTONIC(condition), FLAT where it has a piece on which it is constant, and SEE(name, ...), what to read next, which
     every row has;
   - source: who published it;
   - body: sets the packs y = f(x) and d = f'(x) together; a kernel that stores one of them pays for that one alone.
     Of a FLAT row it also sets the mask `flat`: where it holds, d is 0 by its piece, and the backward form is 0 whatever dy
     is.  Where d is 0 by a parameter, at a root, or as it underflows, the mask does not hold.
     What few elements need stands behind RARELY (vmath.h) of rare_value, rare_slope, or rare where y and d both need it.

   Where f can be inverted, a second row gives f' as a function of y = f(x):

       FROM_OUTPUT(name, parameters, formula of y, body that sets d, and `flat` where the first row is FLAT)

   The body speaks C's operators and the words of vmath.h.  At a kink the derivative is that of the flat or negative side. */

/* ---- rectifiers --------------------------------------------------------------------------------------------------- */

ACTIVATION(identity, , "+x",
    "The linear unit, which changes nothing: output layers of regression models, layers without activation.",
    RANGE(-inf, inf) INCREASING ODD SEE(relu, bent_identity),
    "the linear unit",
    y = x;
    d = PACK(1))

ACTIVATION(binary_step, PARAM(threshold, 0, -100, 100), "where(x >= threshold, 1, 0)",
    "The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.",
    RANGE(0, 1) KINKS(threshold) INCREASING FLAT SEE(sigmoid, hard_sigmoid, thresholded_relu),
    "W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943",
    y = SELECT(GE(x, threshold), 1, SELECT(LT(x, threshold), 0, x + threshold));
    flat = EQ(0, 0);
    d = PACK(0))

ACTIVATION(relu, , "maximum(x, 0)",
    "Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.",
    RANGE(0, inf) KINKS(0) INCREASING FLAT SEE(leaky_relu, softplus, crelu, reglu),
    "V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010",
    flat = LE(x, 0);
    y = SELECT(flat, 0, x);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))
FROM_OUTPUT(relu, , "where(y > 0, 1, 0)",
    flat = LE(y, 0);
    d = SELECT(flat, 0, NAN_FROM(y, 1)))

ACTIVATION(thresholded_relu, PARAM(threshold, 1, -100, 100), "where(x > threshold, x, 0)",
    "Rectifier that jumps to zero below its threshold: autoencoders trained without biases.",
    RANGE(min(0, threshold), inf) KINKS(threshold) MONOTONIC(threshold >= 0) FLAT SEE(relu, threshold, hard_shrink),
    "K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015",
    flat = LE(x, threshold);
    y = SELECT(flat, 0, NAN_FROM(threshold, x));
    d = SELECT(flat, 0, SELECT(GT(x, threshold), 1, x + threshold)))

ACTIVATION(relu6, , "minimum(maximum(x, 0), 6)",
    "Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.",
    RANGE(0, 6) KINKS(0, 6) INCREASING FLAT SEE(clipped_relu, relu, hard_swish),
    "A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010",
    y = MIN(6, MAX(0, x));
    flat = OUTSIDE(x, 0, 6);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))
FROM_OUTPUT(relu6, , "where(y > 0, where(y < 6, 1, 0), 0)",
    flat = OUTSIDE(y, 0, 6);
    d = SELECT(flat, 0, NAN_FROM(y, 1)))

ACTIVATION(leaky_relu, PARAM(negative_slope, 0.01, -100, 100), "where(x > 0, x, negative_slope*x)",
    "Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.",
    RANGE(-inf if negative_slope > 0 else 0, inf) KINKS(0) MONOTONIC(negative_slope >= 0) SEE(prelu, rrelu, relu, bipolar_relu),
    "A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013",
    y = SELECT(GT(x, 0), x, steep(negative_slope, x));
    d = ABOVE(x, 0, 1, negative_slope))
FROM_OUTPUT(leaky_relu, PARAM(negative_slope) WHERE(negative_slope, >=, 0), "where(y > 0, 1, negative_slope)",
    d = ABOVE(y, 0, 1, negative_slope))

ACTIVATION(prelu, PARAM(slope, REQUIRED, -100, 100), "where(x > 0, x, slope*x)",
    "Leaky rectifier with a learned slope: image classification, super-resolution, face recognition.",
    RANGE(-inf if slope > 0 else 0, inf) KINKS(0) MONOTONIC(slope >= 0) SEE(leaky_relu, rrelu, srelu),
    "K. He et al., Delving deep into rectifiers, ICCV 2015",
    y = SELECT(GT(x, 0), x, steep(slope, x));
    d = ABOVE(x, 0, 1, slope))

ACTIVATION(relu_squared, , "maximum(x, 0)**2",
    "Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.",
    RANGE(0, inf) INCREASING FLAT SEE(relu, star_relu),
    "D. So et al., Primer: searching for efficient transformers for language modeling, NeurIPS 2021",
    flat = LE(x, 0);
    T above = SELECT(flat, 0, x);
    y = above * above;
    d = 2 * above)

ACTIVATION(clipped_relu, PARAM(upper, 6, 0.01, 1000) WHERE(upper, >=, 0), "minimum(maximum(x, 0), upper)",
    "Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.",
    RANGE(0, upper) KINKS(0, upper) INCREASING FLAT SEE(relu6, relu, hard_tanh, soft_clipping),
    "A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014",
    y = MIN(upper, MAX(0, x));
    flat = OUTSIDE(x, 0, upper);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))
FROM_OUTPUT(clipped_relu, PARAM(upper) WHERE(upper, >=, 0), "where(y > 0, where(y < upper, 1, 0), 0)",
    flat = OUTSIDE(y, 0, upper);
    d = SELECT(flat, 0, NAN_FROM(y, 1)))

ACTIVATION(threshold, PARAM(threshold, REQUIRED, -100, 100) PARAM(value, REQUIRED, -100, 100),
    "where(x > threshold, x, value)",
    "Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.",
    RANGE(min(value, threshold), inf) KINKS(threshold) MONOTONIC(value <= threshold) FLAT SEE(thresholded_relu, relu),
    "A. Paszke et al., PyTorch: an imperative style, high-performance deep learning library, NeurIPS 2019",
    flat = LE(x, threshold);
    y = SELECT(flat, value, NAN_FROM(threshold, x));
    d = SELECT(flat, 0, SELECT(GT(x, threshold), 1, x + threshold)))

ACTIVATION(hard_tanh, PARAM(min_val, -1, -1000, 0) PARAM(max_val, 1, 0.01, 1000) WHERE(min_val, <=, max_val),
    "minimum(maximum(x, min_val), max_val)",
    "Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.",
    RANGE(min_val, max_val) KINKS(min_val, max_val) INCREASING FLAT SEE(tanh, hard_sigmoid, clipped_relu, plu),
    "R. Collobert, Large scale machine learning, 2004",
    y = MIN(max_val, MAX(min_val, x));
    flat = OUTSIDE(x, min_val, max_val);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))
FROM_OUTPUT(hard_tanh, PARAM(min_val) PARAM(max_val) WHERE(min_val, <=, max_val),
    "where(y > min_val, where(y < max_val, 1, 0), 0)",
    flat = OUTSIDE(y, min_val, max_val);
    d = SELECT(flat, 0, NAN_FROM(y, 1)))

ACTIVATION(srelu, PARAM(t_left, REQUIRED, -10, 0) PARAM(a_left, REQUIRED, 0, 2)
                  PARAM(t_right, REQUIRED, 0.01, 10) PARAM(a_right, REQUIRED, 0, 2) WHERE(t_left, <=, t_right),
    "where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))",
    "S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.",
    RANGE(-inf if a_left > 0 or a_right < 0 else t_left, inf if a_right > 0 or a_left < 0 else t_right) KINKS(t_left, t_right)
    MONOTONIC(a_left >= 0 and a_right >= 0) SEE(prelu, plu, maxout),
    "X. Jin et al., Deep learning with S-shaped rectified linear activation units, AAAI 2016",
    T left = line(rare_value, a_left, x, t_left), right = line(rare_value, a_right, x, t_right);
    y = SELECT(LT(x, t_left), left, SELECT(GT(x, t_right), right, x));
    d = SELECT(LE(x, t_left), a_left, SELECT(GE(x, t_right), a_right, NAN_FROM(x, 1))))

ACTIVATION(plu, PARAM(a, 0.1, 0, 1) PARAM(c, 1, 0.01, 100) WHERE(a, <=, 1) WHERE(c, >=, 0),
    "maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)",
    "Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.",
    RANGE(-inf if a != 0 else -c, inf if a != 0 else c) KINKS(-c, c) MONOTONIC(a >= 0) ODD SEE(hard_tanh, srelu, tanh),
    "A. Nicolae, PLU: the piecewise linear unit activation function, 2018",
    T inner = ABS(x);
    y = SELECT(LT(inner, c), x, flip(line(rare_value, a, inner, c), x));
    d = SELECT(LT(inner, c), 1, NAN_FROM(x, a)))

ACTIVATION(star_relu, PARAM(scale, 0.8944, 0.01, 100) PARAM(bias, -0.4472, -100, 100), "scale*maximum(x, 0)**2 + bias",
    "Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.",
    RANGE(bias if scale >= 0 else -inf, inf if scale > 0 else bias) MONOTONIC(scale >= 0) FLAT SEE(relu_squared, gelu),
    "W. Yu et al., MetaFormer baselines for vision, 2022",
    T above = SELECT(LE(x, 0), 0, x);
    y = star(rare_value, above, scale, bias);
    d = 2 * scale * above;
    flat = LE(x, 0);
    M steep = (M)~LE(ABS(scale), LARGEST / 2);
    if (RARELY(rare_slope, steep)) {
        d = SELECT(steep, scale * (2 * above), d);
        flat &= EQ(d, 0); /* an infinite scale gives NaN */
    })

/* ---- exponential and square-root family ---------------------------------------------------------------------------- */

ACTIVATION(exponential, , "exp(x)",
    "The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.",
    RANGE(0, inf) INCREASING SEE(softplus, elu, softmax, soft_exponential),
    "The exponential function",
    y = EXP(x);
    d = y)
FROM_OUTPUT(exponential, , "+y",
    d = y)

ACTIVATION(elu, PARAM(alpha, 1, 0.01, 100), "where(x > 0, x, alpha*expm1(x))",
    "Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.",
    RANGE(min(0, -alpha), inf) KINKS(0) MONOTONIC(alpha >= 0) SEE(selu, celu, isrlu, relu),
    "D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016",
    T below = MIN(0, x);
    y = SELECT(GT(x, 0), x, scaled_expm1(wide(alpha), below));
    T power = scaled_product(alpha, exp_scaled(below));
    M large = (M)~LE(ABS(alpha), GATE_LIMIT);
    if (RARELY(rare_slope, large))
        power = SELECT(large, exp_times(alpha, wide(below)), power);
    d = SELECT(GT(x, 0), 1, power))
FROM_OUTPUT(elu, PARAM(alpha) WHERE(alpha, >=, 0), "where(y > 0, 1, y + alpha)",
    d = SELECT(GT(y, 0), 1, y + alpha))

ACTIVATION(selu, ,
    "1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))",
    "Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.",
    RANGE(-1.7580993408473769, inf) KINKS(0) INCREASING SEE(elu, celu),
    "G. Klambauer et al., Self-normalizing neural networks, NIPS 2017",
    T below = MIN(0, x);
    y = SELECT(GT(x, 0), by(x, CONSTANT2(SELU_LAMBDA)),
               scaled_expm1(CONSTANT2(SELU_LAMBDA_ALPHA), below));
    d = SELECT(GT(x, 0), SELU_LAMBDA_HIGH, scaled_product(PACK(SELU_LAMBDA_ALPHA_HIGH), exp_scaled(below))))
FROM_OUTPUT(selu, ,
    "where(y > 0, 1.0507009873554804934193349852946, "
    "y + 1.0507009873554804934193349852946*1.6732632423543772848170429916717)",
    d = SELECT(GT(y, 0), SELU_LAMBDA_HIGH, (y + SELU_LAMBDA_ALPHA_HIGH) + SELU_LAMBDA_ALPHA_LOW))

ACTIVATION(celu, PARAM(alpha, 1, 0.01, 100) WHERE(alpha, !=, 0), "where(x > 0, x, alpha*expm1(x/alpha))",
    "Variant of elu whose derivative is continuous for every alpha: convolutional networks.",
    RANGE(-alpha if alpha > 0 else -inf, inf) INCREASING SEE(elu, selu),
    "J. Barron, Continuously differentiable exponential linear units, 2017",
    T below = MIN(0, x);
    WHERE_USUAL(EQ(alpha, 1), y, SELECT(GT(x, 0), x, scaled_expm1(wide(PACK(1)), below)),
                SELECT(GT(x, 0), x, expm1_times(&at_once, alpha, below)));
    WHERE_USUAL(EQ(alpha, 1), d, SELECT(GT(x, 0), 1, EXP(below)),
                SELECT(GT(x, 0), 1, single(exp2_scaled(quotient_of_any(&at_once, below, alpha))))))
FROM_OUTPUT(celu, PARAM(alpha) WHERE(alpha, >, 0), "where(y > 0, 1, (y + alpha)/alpha)",
    d = SELECT(GT(y, 0), 1, (y + alpha) / alpha))

ACTIVATION(softplus, PARAM(beta, 1, 0.01, 100) WHERE(beta, !=, 0), "log1p(exp(beta*x))/beta",
    "Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.",
    RANGE(0 if beta > 0 else -inf, inf if beta > 0 else 0) INCREASING SEE(relu, squareplus, log_sigmoid, logsumexp),
    "C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS 2000",
    WHERE_USUAL(EQ(beta, 1), y, softplus1(softplus_(x)), softplus_over(x, beta));
    WHERE_USUAL(EQ(beta, 1), d, rising(logistic(x)), rising(logistic2(two_prod(beta, x)))))
FROM_OUTPUT(softplus, PARAM(beta) WHERE(beta, !=, 0), "-expm1(-beta*y)",
    d = -total(expm1_(two_prod(-beta, y))))

ACTIVATION(log_sigmoid, , "-log1p(exp(-x))",
    "Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.",
    RANGE(-inf, 0) INCREASING SEE(sigmoid, softplus, log_softmax, sigmoid_cross_entropy),
    "The logarithm of the logistic function: the log-likelihood of logistic regression",
    y = -softplus1(softplus_(-x));
    d = falling(logistic(x)))
FROM_OUTPUT(log_sigmoid, , "-expm1(y)",
    d = -total(expm1_(wide(y))))

ACTIVATION(squareplus, PARAM(b, 4, 0.001, 100) WHERE(b, >=, 0), "(x + sqrt(x**2 + b))/2",
    "Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.",
    RANGE(0, inf) INCREASING SEE(softplus, relu, sparse_plus),
    "J. Barron, Squareplus: a softplus-like algebraic rectifier, 2021",
    SQUAREPLUS p = squareplus_(rare, x, b);
    y = SELECT(GT(ABS(x), LARGEST) | EQ(b, 0), MAX(0, x), p.value);
    d = SELECT(EQ(b, 0), ABOVE(x, 0, 1, 0), p.slope))

ACTIVATION(sparse_plus, , "where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)",
    "Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.",
    RANGE(0, inf) INCREASING FLAT SEE(sparse_sigmoid, softplus, squareplus, sparsemax),
    "M. Blondel et al., Learning with Fenchel-Young losses, JMLR 2020: the loss of sparsemax with two classes",
    T2 s = two_sum(PACK(1), MIN(1, x));
    flat = LE(x, -1);
    y = SELECT(flat, 0, SELECT(GE(x, 1), x, K(0.25) * FMA(s.h, s.h, 2 * s.h * s.l)));
    d = SELECT(flat, 0, SELECT(GE(x, 1), 1, (x + 1) / 2)))

ACTIVATION(isru, PARAM(alpha, 1, 1e-30, 1e30) WHERE(alpha, >=, 0), "x/sqrt(1 + alpha*x**2)",
    "Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.",
    RANGE(-1/sqrt(alpha) if alpha else -inf, 1/sqrt(alpha) if alpha else inf) INCREASING ODD SEE(isrlu, tanh, softsign, dish),
    "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    ISRU r = isru_(rare, x, alpha);
    y = SELECT(EQ(alpha, 0), x, r.value);
    d = r.slope)

ACTIVATION(isrlu, PARAM(alpha, 1, 1e-30, 1e30) WHERE(alpha, >=, 0), "where(x >= 0, x, x/sqrt(1 + alpha*x**2))",
    "Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.",
    RANGE(-1/sqrt(alpha) if alpha else -inf, inf) INCREASING SEE(isru, elu),
    "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    ISRU r = isru_(rare, x, alpha);
    y = SELECT(GE(x, 0) | EQ(alpha, 0), x, r.value);
    d = SELECT(GE(x, 0), 1, r.slope))

ACTIVATION(elish, , "where(x >= 0, x, expm1(x))/(1 + exp(-x))",
    "Silu for positive inputs, elu times the logistic function for negative ones: image classification.",
    RANGE(-0.17157287525380990, inf) SEE(hard_elish, silu, elu),
    "M. Basirat, P. Roth, The quest for the golden activation function, 2018",
    T below = MIN(0, x);
    LOGISTIC g = logistic(x);
    T2 em = expm1_(wide(below)), bend = add2(both(exp_scaled(below)), mul2(em, upper(g))); /* e + (e - 1) s(-x) */
    y = SELECT(LT(x, 0), SCALE(times(g.m, em), g.n), gate(x, minus_size(x), g));
    d = SELECT(LT(x, 0), NEAR_ROOT(ELISH, wide(x), SCALE(times(g.m, bend), g.n)), silu_slope(wide(x), NOTHING, g)))

ACTIVATION(hard_elish, , "where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)",
    "Cheaper elish with a hard sigmoid for the logistic function: image classification.",
    RANGE(-0.21133381738673973, inf) KINKS(-3, 3) FLAT SEE(elish, hard_swish, hard_sigmoid),
    "M. Basirat, P. Roth, The quest for the golden activation function, 2018; its hard sigmoid is that of this catalogue",
    flat = LE(x, -3);
    T2 em = expm1_(wide(MIN(0, x))), s = hard_gate(x);
    T2 rise = mul2(em, CONSTANT2(SIXTH)), fall = mul2((T2){em.h + 1, em.l + (em.h - ((em.h + 1) - 1))}, s);
    y = SELECT(flat, 0, SELECT(GE(x, 3), x, COPYSIGN(times(select2(LT(x, 0), em, wide(x)), s), x)));
    T slope = SELECT(LT(x, 0), NEAR_ROOT(HARD_ELISH, wide(x), total(add2(rise, fall))), FMA(x, 2 * SIXTH_HIGH, K(0.5)));
    d = SELECT(flat, 0, SELECT(GE(x, 3), 1, slope)))

ACTIVATION(soft_exponential, PARAM(alpha, 0, -1, 0),
    "where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))",
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
        T2 z = two_prod(alpha, x);
        y = SELECT(rising, soft_power(&at_once, x, z, alpha), y);
        d = SELECT(rising, single(exp2_scaled(z)), d);
    })

/* ---- sigmoids ----------------------------------------------------------------------------------------------------- */

ACTIVATION(sigmoid, , "1/(1 + exp(-x))",
    "Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.",
    RANGE(0, 1) INCREASING SEE(hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy),
    "P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845",
    LOGISTIC g = logistic(x);
    y = rising(g);
    d = logistic_slope(1, g)) /* s(x) s(-x); y (1 - y) is 0 beyond 17 */
FROM_OUTPUT(sigmoid, , "y*(1 - y)",
    d = FNMA(y, y, y))

ACTIVATION(tanh, , "tanh(x)",
    "Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.",
    RANGE(-1, 1) INCREASING ODD SEE(hard_tanh, softsign, soft_cap, sigmoid),
    "Y. LeCun et al., Efficient backprop, 1998",
    y = TANH(x);
    d = sech_squared(logistic(2 * x))) /* 1 - y^2 cancels */
FROM_OUTPUT(tanh, , "(1 - y)*(1 + y)",
    d = FNMA(y, y, 1))

ACTIVATION(softsign, , "x/(1 + abs(x))",
    "Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.",
    RANGE(-1, 1) INCREASING ODD SEE(tanh, isru, arctan),
    "J. Bergstra et al., Quadratic polynomials learn better image features, 2009",
    T a = ABS(FINITE(x)), near = MIN(IDENTITY_LIMIT, ABS(x)); /* beyond, 1 + |x| is |x| or not by turns */
    T2 sum = two_sum(PACK(1), a);
    T r = 1 / sum.h, lost = FNMA(r, sum.l, FNMA(r, sum.h, 1));
    y = COPYSIGN(near / (1 + near), x);
    d = r * FMA(2 * r, lost, r)) /* (r (1 + lost))^2 */
FROM_OUTPUT(softsign, , "(1 - abs(y))**2",
    T2 rest = two_sum(PACK(1), MINUS_ABS(y));
    d = times(rest, rest))

ACTIVATION(arctan, , "arctan(x)",
    "Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.",
    RANGE(-pi/2, pi/2) INCREASING ODD SEE(softsign, tanh, arcsinh, binary_step),
    "The inverse tangent",
    SMALLER v = smaller(rare_slope, x);
    y = ATAN(x);
    d = v.one / FMA(v.x, v.x, v.one * v.one) * v.one) /* v.one squared alone is a subnormal number */
FROM_OUTPUT(arctan, , "cos(y)**2",
    T2 c = normal(sin_(reduce(rare, y), 1));
    d = times(c, c))

ACTIVATION(arcsinh, , "arcsinh(x)",
    "Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.",
    RANGE(-inf, inf) INCREASING ODD SEE(arctan, softsign, tanh),
    "The inverse hyperbolic sine",
    SMALLER v = smaller(rare, x);
    T a = ABS(x);
    M huge = GT(a, SQUARE_LIMIT);
    T2 h = hypotenuse(PACK(1), v, PACK(1)), above = add2(h, wide(PACK(1)));
    T near = MIN(SQUARE_LIMIT, a); /* asinh(a) = log1p(a + a^2/(1 + h)), or log(a) + log(2) */
    T2 argument = add2(wide(near), over(two_prod(near, near), above));
    T2 far = add2(log_(wide(SELECT(huge, FINITE(a), 1))), CONSTANT2(LN2));
    y = COPYSIGN(SELECT(GT(a, LARGEST), a, total(select2(huge, far, log1p_(argument)))), x);
    d = SELECT(GT(a, LARGEST), 0, total(over(wide(v.one), h))))

ACTIVATION(sqnl, , "where(abs(x) < 2, x - x*abs(x)/4, sign(x))",
    "Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.",
    RANGE(-1, 1) INCREASING ODD FLAT SEE(tanh, hard_tanh, softsign, sq_rbf),
    "A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018",
    T a = MIN(2, ABS(x));
    y = COPYSIGN(FMA(a * K(-0.25), a, a), x);
    flat = GE(ABS(x), 2);
    d = MAX(0, 1 - ABS(x) / 2))

ACTIVATION(hard_sigmoid, PARAM(slope, 1. / 6, 0.01, 1) PARAM(offset, 0.5, 0.25, 0.75),
    "minimum(maximum(slope*x + offset, 0), 1)",
    "Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.",
    RANGE(0, 1) KINKS(-offset/slope, (1 - offset)/slope) MONOTONIC(slope >= 0)
    FLAT SEE(sigmoid, hard_swish, sparse_sigmoid, hard_tanh),
    "M. Courbariaux et al., BinaryConnect, NIPS 2015",
    T2 rise = two_prod(slope, FINITE(x)), sum = two_sum(offset, rise.h);
    T beyond = (sum.h - 1) + (sum.l + rise.l); /* to half a unit of the product, so that -3 and 3 are the ends for 1/6 */
    flat = LE(rise.h, -offset) | GE(beyond, ABS(rise.h) / -IDENTITY_LIMIT) | GT(sum.h, LARGEST);
    y = MIN(1, MAX(0, SELECT(flat, sum.h, FMA(slope, FINITE(x), offset))));
    d = SELECT(flat, 0, NAN_FROM(sum.h, slope)))

ACTIVATION(sparse_sigmoid, , "minimum(maximum((x + 1)/2, 0), 1)",
    "Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.",
    RANGE(0, 1) KINKS(-1, 1) INCREASING FLAT SEE(sparsemax, sparse_plus, hard_sigmoid, entmax15),
    "A. Martins, R. Astudillo, From softmax to sparsemax, ICML 2016: sparsemax with two classes",
    y = MIN(1, MAX(0, (x + 1) / 2));
    flat = OUTSIDE(x, -1, 1);
    d = SELECT(flat, 0, NAN_FROM(x, 0.5)))

ACTIVATION(soft_clipping, PARAM(alpha, 1, 0.01, 100) WHERE(alpha, >, 0),
    "log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha",
    "Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.",
    RANGE(0, 1) INCREASING SEE(hard_sigmoid, sigmoid, softplus),
    "M. Klimek, M. Perelstein, Neural network-based approach to phase space integration, 2018",
    M upper_half = GT(x, 0.5); /* f(x) = 1 - f(1 - x) */
    T near = FINITE(x), steep = MAX(alpha, 0x1p-60); /* below, (1 - exp(-alpha))/alpha is 1 and log1p its argument */
    T2 z = select2(upper_half, two_sum(PACK(1), -near), wide(near)), less = two_sum(z.h, PACK(-1));
    less.l += z.l;
    T2 az = exponent_product(alpha, z), t = exponent_product(alpha, less);
    SCALED rise = exp2_scaled(az);
    LOGISTIC g = logistic2(t), k = logistic2(az);
    T2 grown = mul2(minus(expm1_(wide(-steep))), upper(g)); /* expm1(alpha) s(t) = grown exp(alpha z) */
    T2 argument = mul2(grown, both(rise));
    T2 moderate = over(log1p_(argument), wide(steep));
    T tail = scaled_product(total(over(grown, wide(steep))), rise); /* where log1p is its argument */
    T2 f = select2(GT(az.h, 80), z, moderate);
    T low = SELECT(LT(az.h, -40), tail, total(f));
    y = SELECT(upper_half, 1 - low, low);
    T slope = total(mul2(minus(expm1_(wide(-alpha))), mul2(upper(g), select2(k.negative, k.m, upper(k)))));
    d = SELECT(k.negative, SCALE(slope, k.n), slope)) /* s(alpha z) - s(t) */

ACTIVATION(logit, , "log(x/(1 - x))",
    "Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.",
    RANGE(-inf, inf) INCREASING SEE(sigmoid, log_sigmoid),
    "J. Berkson, Application of the logistic function to bio-assay, 1944",
    M above_half = GT(x, 0.5);
    T p = SELECT(above_half, 1 - x, x);
    T2 odds = over(wide(p), two_sum(PACK(1), -p));
    T size = total(log_any(odds));
    y = SELECT(LT(p, 0), NAN, SELECT(above_half, -size, size));
    d = SELECT(LT(p, 0), NAN, 1 / ABS(FNMA(p, p, p))))

ACTIVATION(soft_cap, PARAM(cap, 30, 0.01, 1000) WHERE(cap, >, 0), "cap*tanh(x/cap)",
    "Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.",
    RANGE(-cap, cap) INCREASING ODD SEE(tanh, hard_tanh),
    "Gemma Team, Gemma 2: improving open language models at a practical size, 2024",
    T2 z = quotient_of_any(rare, FINITE(x), cap);
    y = SELECT(LT(ABS(z.h), 0x1p-60), x, COPYSIGN(times(wide(cap), tanh_(z)), x)); /* x/cap may underflow */
    d = sech_squared(logistic2((T2){2 * z.h, 2 * z.l})))

/* ---- gated by themselves: x s(z), with derivative s(z) (1 + x z' s(-z)) --------------------------------------------- */

ACTIVATION(silu, , "x/(1 + exp(-x))",
    "Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.",
    RANGE(-0.27846454276107380, inf) SEE(swish, hard_swish, gelu, swiglu),
    "S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018",
    LOGISTIC g = logistic(x);
    y = gate(x, minus_size(x), g);
    d = silu_slope1(x))

ACTIVATION(swish, PARAM(beta, 1, 0.01, 100), "x/(1 + exp(-beta*x))",
    "Silu with a slope beta, fixed or learned, from an automated search: image classification.",
    RANGE(-0.27846454276107380/beta if beta > 0 else -inf, inf if beta >= 0 else -0.27846454276107380/beta)
    SEE(silu, hard_swish, gelu_quick, swiglu),
    "P. Ramachandran et al., Searching for activation functions, 2017",
    T2 z = two_prod(beta, FINITE(x));
    LOGISTIC g = logistic2(z);
    WHERE_USUAL(EQ(beta, 1), y, gate(x, minus_size(x), logistic(x)), swish_(&at_once, x, beta, z, g));
    WHERE_USUAL(EQ(beta, 1), d, silu_slope1(x), silu_slope(z, gate_rest(z, g), g)))

ACTIVATION(gelu_quick, , "x/(1 + exp(-1.702*x))",
    "Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.",
    RANGE(-0.16361018963635357, inf) SEE(gelu, gelu_tanh, swish, swiglu_oai),
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic function",
    T2 z = two_prod(x, PACK(GELU_QUICK_HIGH));
    z.l += x * GELU_QUICK_LOW;
    LOGISTIC g = logistic2(z);
    y = gate(x, minus_size(x), g);
    d = silu_slope(z, gate_rest(z, g), g))

ACTIVATION(gelu_tanh, , "x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))",
    "Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.",
    RANGE(-0.17004075057125403, inf) SEE(gelu, gelu_quick, geglu_tanh),
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh",
    CUBIC c = gelu_tanh_(x);
    LOGISTIC g = gelu_tanh_logistic(c);
    y = gate(x, MINUS_ABS(c.near), g);
    d = NEAR_ROOT(GELU_TANH, wide(x), gate_slope(c.w.h, gate_rest(c.w, g), g)))

ACTIVATION(gelu, , "x*erfc(-x/sqrt(2))/2",
    "Gaussian error linear unit, the exact form: feed-forward layers of BERT, Whisper and other transformers.",
    RANGE(-0.16997120747990369, inf) SEE(gelu_tanh, gelu_quick, silu, geglu),
    "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016",
    T a = MIN(MILLS_HIGHEST, ABS(x));
    NORMAL_TAIL q = normal_tail(a);
    y = gelu_(x, a, q);
    d = gelu_slope(x, a, q))

/* tanh(log(1 + e)) = (2e + e^2)/(2 + 2e + e^2) */
ACTIVATION(mish, , "x*tanh(log1p(exp(x)))",
    "Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.",
    RANGE(-0.30884341301725041, inf) SEE(silu, softplus, tanhexp, serf),
    "D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020",
    RATIONAL_GATE g = rational_gate(x, 2, 1, 2, 2, 1);
    y = gate_value(g);
    d = NEAR_ROOT(MISH, wide(x), gate_derivative(g)))

ACTIVATION(hard_swish, , "x*minimum(maximum(x/6 + 1/2, 0), 1)",
    "Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.",
    RANGE(-0.375, inf) KINKS(-3, 3) FLAT SEE(silu, swish, hard_sigmoid, relu6),
    "A. Howard et al., Searching for MobileNetV3, ICCV 2019",
    flat = LE(x, -3);
    T2 sum = fast_two_sum(PACK(3), x);
    T gate = FMA(sum.h, SIXTH_HIGH, MAD(sum.h, SIXTH_LOW, sum.l * SIXTH_HIGH));
    y = SELECT(flat, 0, SELECT(GE(x, 3), x, x * gate));
    d = SELECT(flat, 0, SELECT(GE(x, 3), 1, (2 * x + 3) / 6)))

ACTIVATION(tanh_shrink, , "x - tanh(x)",
    "Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.",
    RANGE(-inf, inf) INCREASING ODD SEE(soft_shrink, hard_shrink, tanh),
    "K. Kavukcuoglu et al., Fast inference in sparse coding algorithms, 2008",
    T2 t = tanh_(wide(x)), w = two_prod(x, x), rest = two_sum(x, -t.h);
    T2 third = plus_product(CONSTANT2(THIRD), w.h, poly_tanh_shrink(w.h));
    y = SELECT(LT(ABS(x), 1), COPYSIGN(times3(x * SMALL_LIFT, w, third) / SMALL_LIFT, x), total((T2){rest.h, rest.l - t.l}));
    d = times(t, t))

ACTIVATION(lisht, , "x*tanh(x)",
    "Linearly scaled tanh, even and never negative: image classification, sentiment analysis.",
    RANGE(0, inf) EVEN SEE(tanh, silu, phish),
    "S. K. Roy et al., LiSHT: non-parametric linearly scaled hyperbolic tangent activation, 2019",
    T2 t = tanh_(wide(x));
    y = by(x, t);
    d = COPYSIGN(FMA(limited(ABS(x)), sech_squared(logistic(2 * x)), ABS(t.h)) + flip(t.l, t.h), x))

ACTIVATION(tanhexp, , "x*tanh(exp(x))",
    "Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.",
    RANGE(-0.35328577784821130, inf) SEE(mish, serf, silu),
    "X. Liu, X. Di, TanhExp: a smooth activation function with high convergence speed, 2020",
    T near = MIN(5, MAX(EXP_LOWEST, x)); /* beyond 5, tanh is 1 */
    SCALED power = exp_scaled(near);
    T2 e = both(power), t = tanh_(e);
    M tail = LT(x, -40);
    T2 fall = mul2(wide(near), mul2(e, sech_squared2(e)));
    y = SELECT(tail, scaled_product(near, power), by_any(SELECT(tail, 0, x), t));
    d = SELECT(tail, scaled_product(1 + near, power), NEAR_ROOT(TANHEXP, wide(x), total(add2(t, fall)))))

ACTIVATION(serf, , "x*erf(log1p(exp(x)))",
    "Self-gated unit with erf of softplus as its gate: image classification, machine translation.",
    RANGE(-0.34843745875960642, inf) SEE(mish, gelu, tanhexp),
    "S. Nag et al., SERF: towards better training of deep neural networks using log-softplus error activation, 2021",
    T near = MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x));
    SCALED power = exp_scaled(near);
    LOGISTIC g = logistic(near);
    T2 z = softplus2(softplus_(near)), t = erf_(z);
    M tail = LT(x, -40);
    T2 fall = mul2(both(exp2_scaled(minus(mul2(z, z)))), mul2(CONSTANT2(ERF_SLOPE), mul2(wide(near), rising2(g))));
    y = SELECT(tail, scaled_product2(mul2(wide(near), CONSTANT2(ERF_SLOPE)), power), by(SELECT(tail, 0, x), t));
    d = SELECT(tail, scaled_product2(mul2(wide(1 + near), CONSTANT2(ERF_SLOPE)), power),
               NEAR_ROOT(SERF, wide(x), total(add2(t, fall)))))

/* tanh(log(1 + s)) = s (2 + s)/(2 + 2s + s^2), of s = e/(1 + e) */
ACTIVATION(smish, , "x*tanh(log1p(1/(1 + exp(-x))))",
    "Self-gated unit with tanh around the gate of logish: image classification.",
    RANGE(-0.24999366366012950, inf) SEE(logish, mish, silu),
    "X. Wang et al., Smish: a novel activation function for deep learning methods, Electronics 2022",
    RATIONAL_GATE g = rational_gate(x, 2, 3, 2, 6, 5);
    y = gate_value(g);
    d = NEAR_ROOT(SMISH, wide(x), gate_derivative(g)))

ACTIVATION(logish, , "x*log1p(1/(1 + exp(-x)))",
    "Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.",
    RANGE(-0.25276881678944036, inf) SEE(smish, silu, mish),
    "H. Zhu et al., Logish: a new nonlinear nonmonotonic activation function for convolutional neural network, 2021",
    LOGISTIC g = logistic(x);
    T2 s = rising2(g), one_more = add2(s, wide(PACK(1)));
    T2 t = normal(log1p_(s)), fall = mul2(wide(limited(x)), over(mul2(lower(g), upper(g)), one_more)); /* x s (1 - s)/(1 + s) */
    M tail = LT(x, REAL == 32 ? -20 : -40); /* log(1 + s) is s */
    T near = SELECT(tail, limited(x), 0);
    y = SELECT(tail, SCALE(by(near, g.m), g.n), by(SELECT(tail, 0, x), t));
    d = SELECT(tail, SCALE(by(1 + near, g.m), g.n), NEAR_ROOT(LOGISH, wide(x), total(add2(t, fall)))))

ACTIVATION(phish, , "x*tanh(x*erfc(-x/sqrt(2))/2)",
    "Self-gated unit with tanh of gelu as its gate, never negative: image classification.",
    RANGE(0, inf) SEE(mish, gelu, lisht),
    "P. Naveen, Phish: a novel hyper-optimizable activation function, 2022",
    T a = MIN(MILLS_HIGHEST, ABS(x));
    T2 near = wide(limited(x));
    NORMAL_TAIL q = normal_tail(a);
    T2 e = both(q.e), part = mul2(q.mills, e), less = fast_two_sum(PACK(1), -part.h);
    T2 phi = select2(LT(x, 0), part, (T2){less.h, less.l - part.l}), density = mul2(e, CONSTANT2(INVERSE_ROOT_2PI));
    T2 gelu = mul2(near, phi), slope = add2(phi, mul2(near, density));
    T2 t = tanh_(gelu), fall = mul2(near, mul2(sech_squared2(gelu), slope));
    M tail = LT(x, -8); /* there tanh is its argument, f = a^2 (1 - Phi(a)) and f' = a^2 phi(a) - 2 a (1 - Phi(a)) */
    T2 bend = add2(mul2(wide(a), CONSTANT2(INVERSE_ROOT_2PI)), (T2){-2 * q.mills.h, -2 * q.mills.l});
    y = SELECT(tail, SCALE(times3(a, mul2(wide(a), q.mills), (T2){q.e.h, q.e.l}), q.e.n), by(SELECT(tail, 0, x), t));
    T sum = SELECT(LT(a, 0x1p-60), x, total(add2(t, fall))); /* t and fall are x/2, maybe subnormal numbers */
    d = SELECT(tail, scaled_product2(mul2(wide(a), bend), q.e), NEAR_ROOT(PHISH, wide(x), sum)))

ACTIVATION(dish, , "x/2*(x/sqrt(1 + x**2) + 1)",
    "Self-gated unit with an algebraic gate made of isru: a silu without an exponential.",
    RANGE(-0.15014155300038881, inf) SEE(silu, isru, hard_swish),
    "The gate of the inverse square root unit",
    SMALLER v = smaller(rare, x);
    T a = ABS(v.x);
    T2 h = hypotenuse(PACK(1), v, PACK(1)), sum = add2(h, wide(a)), p = over(wide(a), h);
    T2 q = over(wide(v.one * SMALL_LIFT), h); /* lifted, so that no second word is a subnormal number */
    T small = -total(over(mul2(wide(a / 2), q), sum)) / SMALL_LIFT; /* (h - a)/h = 1/(h (h + a)) */
    T2 half = add2(wide(PACK(0.5)), halved(p));
    y = SELECT(LT(x, -LARGEST), COPYSIGN(0, x), SELECT(LT(x, 0), small, by(x, half)));
    T2 lifted = mul2(q, q), qq = shifted(lifted, PACK(1 / SMALL_LIFT / SMALL_LIFT));
    T2 pp = mul2(p, p), three = mul2(p, pp), twist = mul2((T2){2 * p.h, 2 * p.l}, qq);
    T2 rise = add2(wide(PACK(1)), add2(three, twist)); /* 1 + p^3 + 2 p q^2 */
    T2 fall = add2(mul2(qq, qq), minus(mul2(pp, add2(pp, qq)))); /* q^4 - p^2 q^2 - p^4 */
    T slope = total(over(mul2(lifted, fall), rise)) * (1 / SMALL_LIFT / SMALL_LIFT);
    d = K(0.5) * SELECT(LT(x, 0), 2 * NEAR_ROOT(DISH, wide(x), K(0.5) * slope), total(rise)))

ACTIVATION(bent_identity, , "(sqrt(x**2 + 1) - 1)/2 + x",
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

/* ---- shrinkage ----------------------------------------------------------------------------------------------------- */

ACTIVATION(hard_shrink, PARAM(lambd, 0.5, 0, 100) WHERE(lambd, >=, 0), "where(abs(x) > lambd, x, 0)",
    "Hard thresholding: denoising of wavelet coefficients, sparse coding.",
    RANGE(-inf, inf) KINKS(-lambd, lambd) INCREASING ODD FLAT SEE(soft_shrink, shrink, thresholded_relu),
    "D. Donoho, I. Johnstone, Ideal spatial adaptation by wavelet shrinkage, 1994",
    flat = LE(ABS(x), lambd);
    y = SELECT(flat, COPYSIGN(0, x), x);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))

ACTIVATION(soft_shrink, PARAM(lambd, 0.5, 0, 100) WHERE(lambd, >=, 0),
    "where(abs(x) > lambd, x - sign(x)*lambd, 0)",
    "Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.",
    RANGE(-inf, inf) KINKS(-lambd, lambd) INCREASING ODD FLAT SEE(hard_shrink, shrink, tanh_shrink),
    "D. Donoho, De-noising by soft-thresholding, 1995",
    flat = LE(ABS(x), lambd);
    y = SELECT(flat, COPYSIGN(0, x), x - COPYSIGN(lambd, x));
    d = SELECT(flat, 0, NAN_FROM(x, 1)))

ACTIVATION(shrink, PARAM(lambd, 0.5, 0, 100) PARAM(bias, 0, -100, 100) WHERE(lambd, >=, 0),
    "where(abs(x) > lambd, x - sign(x)*bias, 0)",
    "Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.",
    RANGE(-inf, inf) KINKS(-lambd, lambd) MONOTONIC(bias <= lambd) ODD FLAT SEE(hard_shrink, soft_shrink),
    "ONNX operator Shrink",
    flat = LE(ABS(x), lambd);
    y = SELECT(flat, COPYSIGN(0, x), x - flip(bias, x));
    d = SELECT(flat, 0, NAN_FROM(x, 1)))

/* ---- oscillating and radial ---------------------------------------------------------------------------------------- */

ACTIVATION(sine, , "sin(x)",
    "The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.",
    RANGE(-1, 1) ODD SEE(snake, gcu, sinc),
    "V. Sitzmann et al., Implicit neural representations with periodic activation functions, NeurIPS 2020",
    y = SELECT(EQ(x, 0), x, SIN(rare_value, x));
    d = COS(rare_slope, x))

ACTIVATION(gcu, , "x*cos(x)",
    "Growing cosine unit, oscillating and unbounded: convolutional image classifiers.",
    RANGE(-inf, inf) ODD SEE(sine, snake),
    "M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021",
    y = SELECT(EQ(x, 0), x, times(wide(x), sin_(reduce(rare_value, x), 1)));
    CIRCULAR t = circular(rare_slope, x);
    d = NEAR_ROOT(GCU, wide(ABS(x)), add2(t.cos, mul2(wide(-x), t.sin)).h))

ACTIVATION(snake, PARAM(alpha, 1, 0.01, 100), "where(alpha == 0, x, x + sin(alpha*x)**2/alpha)",
    "Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.",
    RANGE(-inf, inf) INCREASING SEE(sine, gcu),
    "L. Ziyin et al., Neural networks fail to learn periodic functions and how to fix it, NeurIPS 2020",
    SMALLER v = smaller(rare, x), w = smaller(rare, alpha);
    T2 angle = two_prod(w.x, 2 * v.x);
    REDUCED twice = reduce2(rare, angle, inverse_power(v.one), inverse_power(w.one));
    T lift = SELECT(LT(ABS(alpha), 0x1p-60), K(0x1p60), 1); /* 1/alpha would be infinite of a subnormal alpha */
    T2 sine_squared = shifted(one_plus_sin(twice, 3), lift / 2);
    T2 bump = over(sine_squared, wide(SELECT(EQ(alpha, 0), 1, alpha * lift)));
    M infinite = GT(ABS(x), LARGEST), straight = LT(ABS(angle.h), 0x1p-60 * v.one * w.one);
    T sum = x + bump.h;
    y = SELECT(straight | infinite, NAN_FROM(alpha, x), SELECT(GT(ABS(sum), LARGEST), sum, total(add2(wide(x), bump))));
    d = SELECT(EQ(alpha, 0), NAN_FROM(x, 1), SELECT(infinite, NAN, total(one_plus_sin(twice, 0)))))

ACTIVATION(sinc, , "where(x == 0, 1, sin(x)/x)",
    "Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.",
    RANGE(-0.21723362821122166, 1) EVEN SEE(sine, gaussian, gcu),
    "The unnormalised cardinal sine",
    M infinite = GT(ABS(x), LARGEST);
    T2 s = normal(sin_(reduce(rare_value, x), 0));
    M far = GT(ABS(x), SMALL_LIFT);
    T unit = PACK(1);
    if (RARELY(rare_value, far))
        unit = SELECT(far, 1 / SMALL_LIFT, 1); /* so that what is added is no subnormal number */
    T a = x * unit, lead = s.h / a;
    y = SELECT(EQ(x, 0), 1, (lead + (FNMA(lead, a, s.h) + s.l) / a) * unit);
    if (RARELY(rare_value, far))
        y = SELECT(infinite, 0, y);
    CIRCULAR t = circular(rare_slope, x);
    T2 q = quotient(t.sin.h, x);
    T slope = add2(t.cos, (T2){-q.h, -q.l - t.sin.l / x}).h / x;
    d = SELECT(LT(ABS(x), SINC_WINDOW), x * poly_sinc(x * x), SELECT(infinite, 0, slope)))

ACTIVATION(gaussian, , "exp(-x**2)",
    "Gaussian bell: hidden units of radial basis function networks, implicit neural representations.",
    RANGE(0, 1) EVEN SEE(sq_rbf, inverse_multiquadric, sinc),
    "D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988",
    SCALED e = exp2_scaled(two_prod(x, -x));
    y = single(e);
    d = scaled_product(-2 * MIN(EXP_HIGHEST, MAX(EXP_LOWEST, x)), e))

ACTIVATION(sq_rbf, , "where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))",
    "Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.",
    RANGE(0, 1) EVEN FLAT SEE(gaussian, sqnl),
    "A. Wuraola, N. Patel, Computationally efficient radial basis function, ICONIP 2018",
    T a = ABS(x), rest = MAX(0, 2 - a);
    flat = GE(a, 2);
    y = SELECT(LE(a, 1), FNMA(x / 2, x, 1), rest * rest / 2);
    d = SELECT(LE(a, 1), -x, COPYSIGN(rest, -x)))

ACTIVATION(multiquadric, PARAM(a, 1, 1e-30, 1e30), "sqrt(x**2 + a**2)",
    "Radial basis function that grows with the distance: interpolation of scattered data.",
    RANGE(abs(a), inf) EVEN SEE(inverse_multiquadric, thin_plate, gaussian),
    "R. Hardy, Multiquadric equations of topography and other irregular surfaces, 1971",
    MULTIQUADRIC m = multiquadric_(rare, rare_slope, x, a);
    y = SELECT(GT(m.size, LARGEST) | EQ(m.size, 0), m.size, total(m.h) * m.u.back);
    d = SELECT(EQ(a, 0), SELECT(EQ(x, 0), x, COPYSIGN(1, x)), total(over(wide(m.x), m.h)) * m.fall))

ACTIVATION(inverse_multiquadric, PARAM(a, 1, 1e-30, 1e30), "1/sqrt(x**2 + a**2)",
    "Radial basis function that decays slowly: interpolation of scattered data.",
    RANGE(0, 1/abs(a) if a else inf) EVEN SEE(multiquadric, gaussian, thin_plate),
    "R. Hardy, Theory and applications of the multiquadric-biharmonic method, 1990",
    MULTIQUADRIC m = multiquadric_(rare, rare_slope, x, a);
    T root = SELECT(m.u.small, SQUARE_LIFT_ROOT, 1); /* a half of u.one where that is large, so that no product is too small */
    T2 r = over(wide(PACK(1)), m.h), slope = mul2(shifted(over(wide(m.x), m.h), root), r);
    M small = LT(m.h.h, REAL == 32 ? K(0x1p-20) : K(0x1p-200)); /* then 1/h^2 may be too large with the lift, else too small */
    T2 first = shifted(slope, SELECT(m.u.small, root, m.u.one) * SELECT(small, m.fall, 1));
    T product = first.h * r.h; /* where it is infinite, what its second word would be is not a number */
    product = SELECT(GT(ABS(product), LARGEST), product, times(first, r)) * m.u.one * SELECT(small, 1, m.fall);
    y = SELECT(GT(m.size, LARGEST) | EQ(m.size, 0), 1 / m.size, total(r) * m.u.one);
    d = SELECT(GT(ABS(x), LARGEST) | EQ(a, 0), -1 / x / ABS(x), -product))

ACTIVATION(thin_plate, , "where(x == 0, 0, x**2*log(x))",
    "Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.",
    RANGE(-0.18393972058572117, inf) SEE(multiquadric, inverse_multiquadric, gaussian),
    "J. Duchon, Splines minimizing rotation-invariant semi-norms in Sobolev spaces, 1977",
    M zero = EQ(x, 0), infinite = GT(x, LARGEST);
    T near = SELECT(zero, 1, x);
    SMALLER v = smaller(rare_value, near);
    T lift = SELECT(LT(near, 1), SMALL_LIFT, 1);
    T2 logarithm = log_any(wide(near)), shifted = log_(over(wide(MIN(2, MAX(0.25, near))), CONSTANT2(THIN_PLATE_ROOT)));
    shifted = select2(GT(near, 0.25) & LT(near, 2), shifted, add2(logarithm, wide(PACK(0.5))));
    y = SELECT(zero, 0, SELECT(infinite, x, times3(v.x * lift, wide(v.x), logarithm) / lift / v.one / v.one));
    d = SELECT(zero, 0, SELECT(infinite, x, 2 * times(wide(x), shifted)))) /* 2 x log(x/x0), x0 = exp(-1/2) */
