/* Sigmoids. */

ACTIVATION(sigmoid, , "1/(1 + exp(-x))",
    "1/((1 + exp(-x))*(1 + exp(x)))",
    "Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.",
    RANGE(0, 1) INCREASING SEE(hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy),
    "P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845",
    y = sigmoid_(x);
    d = sigmoid_slope(1, exp_fraction(fraction_size(x)))) /* s(x) s(-x); y (1 - y) is 0 beyond 17 */
FROM_OUTPUT(sigmoid, , "y*(1 - y)",
    d = FNMA(y, y, y))

ACTIVATION(tanh, , "tanh(x)",
    "1 - tanh(x)**2",
    "Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.",
    RANGE(-1, 1) INCREASING ODD SEE(hard_tanh, softsign, soft_cap, sigmoid),
    "Y. LeCun et al., Efficient backprop, 1998",
    y = TANH(x);
    d = sigmoid_slope(4, exp_fraction(fraction_size(2 * x)))) /* 1 - y^2 cancels */
FROM_OUTPUT(tanh, , "(1 - y)*(1 + y)",
    d = FNMA(y, y, 1))

ACTIVATION(softsign, , "x/(1 + abs(x))",
    "1/(1 + abs(x))**2",
    "Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.",
    RANGE(-1, 1) INCREASING ODD SEE(tanh, isru, arctan),
    "J. Bergstra et al., Quadratic polynomials learn better image features, 2009",
    T a = ABS(FINITE(x)), near = MIN(IDENTITY_LIMIT, ABS(x)); /* beyond, 1 + |x| is |x| or not by turns */
    DD sum = two_sum(PACK(1), a);
    T r = 1 / sum.h, lost = FNMA(r, sum.l, FNMA(r, sum.h, 1));
    y = COPYSIGN(near / (1 + near), x);
    d = r * FMA(2 * r, lost, r)) /* (r (1 + lost))^2 */
FROM_OUTPUT(softsign, , "(1 - abs(y))**2",
    DD rest = two_sum(PACK(1), MINUS_ABS(y));
    d = dd_times_dd(rest, rest))

ACTIVATION(arctan, , "arctan(x)",
    "1/(1 + x**2)",
    "Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.",
    RANGE(-pi/2, pi/2) INCREASING ODD SEE(softsign, tanh, arcsinh, binary_step),
    "The inverse tangent",
    SMALLER v = smaller(rare_slope, x);
    y = ATAN(x);
    d = v.one / FMA(v.x, v.x, v.one * v.one) * v.one) /* v.one squared alone is a subnormal number */
FROM_OUTPUT(arctan, , "cos(y)**2",
    DD c = dd_renorm(sin_(reduce(rare, y), 1));
    d = dd_times_dd(c, c))

#ifdef FUNCTIONS
/* asinh(a) = log(1 + y), y = a + a^2/(1 + h): 1 + y = 2^k (1 + f), -1/4 <= f < 1/2, where f is y for k = 0.  Far away it is
   log(a) + log(2), of an a scaled down.
   Error 1.80 at -0.2457, of double 1.60 at -0.2405, for any x; without FMA 1.80 and 1.73 */
WORD T arcsinh_(RARE *rare, T x)
{
    T a = ABS(x), y = MAD(a, a / (1 + SQRT(FMA(a, a, 1))), a), more = PACK(0);
    M huge = GT(a, SQUARE_LIMIT);
    if (RARELY(rare, huge)) {
        y = SELECT(huge, FINITE(a) * K(0x1p-8), y);
        more = SELECT(huge, 9, 0);
    }
    U one = (U)(K(1) + (T){0}), k = ((U)(1 + y) - (U)(K(0.75) + (T){0})) >> MANTISSA_BITS;
    T unit = (T)(one - (k << MANTISSA_BITS)), n = (T)((U)(ROUNDER + (T){0}) + k) - ROUNDER + more;
    T f = MAD(y, unit, unit - 1), z = f / (2 + f), w = z * z;
    T size = MAD(n, LN2_HIGH, f + MAD(n, LN2_LOW, z * MAD(w, poly_log1p(w), -f)));
    if (RARELY(rare, huge))
        size = SELECT(GT(a, LARGEST), a, size);
    return COPYSIGN(size, x);
}
#endif
ACTIVATION(arcsinh, , "arcsinh(x)",
    "1/sqrt(1 + x**2)",
    "Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.",
    RANGE(-inf, inf) INCREASING ODD SEE(arctan, softsign, tanh),
    "The inverse hyperbolic sine",
    SMALLER v = smaller(rare_slope, x);
    y = arcsinh_(rare_value, x);
    d = SELECT(GT(ABS(x), LARGEST), 0, v.one / SQRT(FMA(v.x, v.x, v.one * v.one))))

ACTIVATION(sqnl, , "where(abs(x) < 2, x - x*abs(x)/4, sign(x))",
    "where(abs(x) < 2, 1 - abs(x)/2, 0)",
    "Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.",
    RANGE(-1, 1) INCREASING ODD FLAT SEE(tanh, hard_tanh, softsign, sq_rbf),
    "A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018",
    T a = MIN(2, ABS(x));
    y = COPYSIGN(FMA(a * K(-0.25), a, a), x);
    flat = GE(ABS(x), 2);
    d = MAX(0, 1 - ABS(x) / 2))

ACTIVATION(hard_sigmoid, PARAM(slope, 1. / 6, 0.01, 1) PARAM(offset, 0.5, 0.25, 0.75),
    "minimum(maximum(slope*x + offset, 0), 1)",
    "where(slope*x + offset <= 0, 0, where(slope*x + offset < 1, slope, 0))",
    "Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.",
    RANGE(0, 1) KINKS(-offset/slope, (1 - offset)/slope) MONOTONIC(slope >= 0)
    FLAT SEE(sigmoid, hard_swish, sparse_sigmoid, hard_tanh),
    "M. Courbariaux et al., BinaryConnect, NIPS 2015",
    T near = FINITE(x);
    DD rise = two_prod(slope, near), sum = two_sum(offset, rise.h);
    T beyond = (sum.h - 1) + (sum.l + rise.l); /* to half a unit of the product, so that -3 and 3 are the ends for 1/6 */
    M low = LE(sum.h, 0);
    flat = low | GE(beyond, ABS(rise.h) / -IDENTITY_LIMIT) | GT(sum.h, LARGEST);
    y = SELECT(low, 0, MIN(1, FMA(slope, near, offset)));
    d = SELECT(flat, 0, NAN_FROM(sum.h, slope)))

ACTIVATION(sparse_sigmoid, , "minimum(maximum((x + 1)/2, 0), 1)",
    "where(abs(x) < 1, 1/2, 0)",
    "Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.",
    RANGE(0, 1) KINKS(-1, 1) INCREASING FLAT SEE(sparsemax, sparse_plus, hard_sigmoid, entmax15),
    "A. Martins, R. Astudillo, From softmax to sparsemax, ICML 2016: sparsemax with two classes",
    y = MIN(1, MAX(0, (x + 1) / 2));
    flat = OUTSIDE(x, -1, 1);
    d = SELECT(flat, 0, NAN_FROM(x, 0.5)))

#ifdef FUNCTIONS
/* alpha z where that is an argument of exp: no further than exp needs it.
   Error 2^-46.5 at (0.5408, -1.907e-06), of double 2^-104.7 at (9.263e-06, 9.564e-07), for |alpha| from 2^-20 to 2^3, |z|
   from 2^-20 to 2^3; without FMA 2^-46.5 and 2^-104.7 */
WORD DD exponent_product(T alpha, DD z)
{
    DD p = two_prod(alpha, z.h), near = within((DD){p.h, p.l + alpha * z.l});
    return fast_two_sum(near.h, near.l);
}
#endif
ACTIVATION(soft_clipping, PARAM(alpha, 1, 0.01, 100) WHERE(alpha, >, 0),
    "log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha",
    "1/(1 + exp(-alpha*x)) - 1/(1 + exp(alpha*(1 - x)))",
    "Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.",
    RANGE(0, 1) INCREASING SEE(hard_sigmoid, sigmoid, softplus),
    "M. Klimek, M. Perelstein, Neural network-based approach to phase space integration, 2018",
    M upper_half = GT(x, 0.5); /* f(x) = 1 - f(1 - x) */
    T near = FINITE(x), steep = MAX(alpha, 0x1p-60); /* below, (1 - exp(-alpha))/alpha is 1 and log1p its argument */
    DD z = dd_select(upper_half, two_sum(PACK(1), -near), dd(near)), less = two_sum(z.h, PACK(-1));
    less.l += z.l;
    DD az = exponent_product(alpha, z), t = exponent_product(alpha, less);
    SCALED rise = exp_scaled_dd(az);
    LOGISTIC g = logistic_dd(t), k = logistic_dd(az);
    DD grown = dd_mul(dd_neg(expm1_(dd(-steep))), upper(g)); /* expm1(alpha) s(t) = grown exp(alpha z) */
    DD argument = dd_mul(grown, scaled_to_dd(rise));
    DD moderate = dd_div(log1p_(argument), dd(steep));
    T tail = fp_times_scaled(fp(dd_div(grown, dd(steep))), rise); /* where log1p is its argument */
    DD f = dd_select(GT(az.h, 80), z, moderate);
    T low = SELECT(LT(az.h, -40), tail, fp(f));
    y = SELECT(upper_half, 1 - low, low);
    T slope = fp(dd_mul(dd_neg(expm1_(dd(-alpha))), dd_mul(upper(g), dd_select(k.negative, k.m, upper(k)))));
    d = SELECT(k.negative, SCALE(slope, k.n), slope)) /* s(alpha z) - s(t) */

ACTIVATION(logit, , "log(x/(1 - x))",
    "1/(x*(1 - x))",
    "Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.",
    RANGE(-inf, inf) INCREASING SEE(sigmoid, log_sigmoid),
    "J. Berkson, Application of the logistic function to bio-assay, 1944",
    M above_half = GT(x, 0.5);
    T p = SELECT(above_half, 1 - x, x);
    DD odds = dd_div(dd(p), two_sum(PACK(1), -p));
    T size = fp(log_any(odds));
    y = SELECT(LT(p, 0), NAN, SELECT(above_half, -size, size));
    d = SELECT(LT(p, 0), NAN, 1 / ABS(FNMA(p, p, p))))

ACTIVATION(soft_cap, PARAM(cap, 30, 0.01, 1000) WHERE(cap, >, 0), "cap*tanh(x/cap)",
    "1 - tanh(x/cap)**2",
    "Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.",
    RANGE(-cap, cap) INCREASING ODD SEE(tanh, hard_tanh),
    "Gemma Team, Gemma 2: improving open language models at a practical size, 2024",
    DD z = two_div_any(rare, FINITE(x), cap);
    y = SELECT(LT(ABS(z.h), 0x1p-60), x, COPYSIGN(dd_times_dd(dd(cap), tanh_(z)), x)); /* x/cap may underflow */
    d = sech_squared(logistic_dd((DD){2 * z.h, 2 * z.l})))
