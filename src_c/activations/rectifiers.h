/* Rectifiers, and other functions made of lines. */

ACTIVATION(identity, , "+x",
    "1",
    "The linear unit, which changes nothing: output layers of regression models, layers without activation.",
    RANGE(-inf, inf) INCREASING ODD SEE(relu, bent_identity),
    "the linear unit",
    y = x;
    d = PACK(1))

ACTIVATION(binary_step, PARAM(threshold, 0, -100, 100), "where(x >= threshold, 1, 0)",
    "0",
    "The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.",
    RANGE(0, 1) KINKS(threshold) INCREASING FLAT SEE(sigmoid, hard_sigmoid, thresholded_relu),
    "W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943",
    y = SELECT(GE(x, threshold), 1, SELECT(LT(x, threshold), 0, x + threshold));
    flat = EQ(0, 0);
    d = PACK(0))

ACTIVATION(relu, , "maximum(x, 0)",
    "where(x > 0, 1, 0)",
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
    "where(x > threshold, 1, 0)",
    "Rectifier that jumps to zero below its threshold: autoencoders trained without biases.",
    RANGE(min(0, threshold), inf) KINKS(threshold) MONOTONIC(threshold >= 0) FLAT SEE(relu, threshold, hard_shrink),
    "K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015",
    flat = LE(x, threshold);
    y = SELECT(flat, 0, NAN_FROM(threshold, x));
    d = SELECT(flat, 0, SELECT(GT(x, threshold), 1, x + threshold)))

ACTIVATION(relu6, , "minimum(maximum(x, 0), 6)",
    "where(x <= 0, 0, where(x < 6, 1, 0))",
    "Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.",
    RANGE(0, 6) KINKS(0, 6) INCREASING FLAT SEE(clipped_relu, relu, hard_swish),
    "A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010",
    y = MIN(6, MAX(0, x));
    flat = OUTSIDE(x, 0, 6);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))
FROM_OUTPUT(relu6, , "where(y > 0, where(y < 6, 1, 0), 0)",
    flat = OUTSIDE(y, 0, 6);
    d = SELECT(flat, 0, NAN_FROM(y, 1)))

#ifdef FUNCTIONS
/* slope x, 0 at infinity if the slope is 0 */
WORD T steep(T slope, T x) { return slope * SELECT(EQ(slope, 0), FINITE(x), x); }
#endif
ACTIVATION(leaky_relu, PARAM(negative_slope, 0.01, -100, 100), "where(x > 0, x, negative_slope*x)",
    "where(x > 0, 1, negative_slope)",
    "Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.",
    RANGE(-inf if negative_slope > 0 else 0, inf) KINKS(0) MONOTONIC(negative_slope >= 0) SEE(prelu, rrelu, relu, bipolar_relu),
    "A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013",
    y = SELECT(GT(x, 0), x, steep(negative_slope, x));
    d = ABOVE(x, 0, 1, negative_slope))
FROM_OUTPUT(leaky_relu, PARAM(negative_slope) WHERE(negative_slope, >=, 0), "where(y > 0, 1, negative_slope)",
    d = ABOVE(y, 0, 1, negative_slope))

ACTIVATION(prelu, PARAM(slope, REQUIRED, -100, 100), "where(x > 0, x, slope*x)",
    "where(x > 0, 1, slope)",
    "Leaky rectifier with a learned slope: image classification, super-resolution, face recognition.",
    RANGE(-inf if slope > 0 else 0, inf) KINKS(0) MONOTONIC(slope >= 0) SEE(leaky_relu, rrelu, srelu),
    "K. He et al., Delving deep into rectifiers, ICCV 2015",
    y = SELECT(GT(x, 0), x, steep(slope, x));
    d = ABOVE(x, 0, 1, slope))

ACTIVATION(relu_squared, , "maximum(x, 0)**2",
    "2*maximum(x, 0)",
    "Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.",
    RANGE(0, inf) INCREASING FLAT SEE(relu, star_relu),
    "D. So et al., Primer: searching for efficient transformers for language modeling, NeurIPS 2021",
    flat = LE(x, 0);
    T above = SELECT(flat, 0, x);
    y = above * above;
    d = 2 * above)

ACTIVATION(clipped_relu, PARAM(upper, 6, 0.01, 1000) WHERE(upper, >=, 0), "minimum(maximum(x, 0), upper)",
    "where(x <= 0, 0, where(x < upper, 1, 0))",
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
    "where(x > threshold, 1, 0)",
    "Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.",
    RANGE(min(value, threshold), inf) KINKS(threshold) MONOTONIC(value <= threshold) FLAT SEE(thresholded_relu, relu),
    "A. Paszke et al., PyTorch: an imperative style, high-performance deep learning library, NeurIPS 2019",
    flat = LE(x, threshold);
    y = SELECT(flat, value, NAN_FROM(threshold, x));
    d = SELECT(flat, 0, SELECT(GT(x, threshold), 1, x + threshold)))

ACTIVATION(hard_tanh, PARAM(min_val, -1, -1000, 0) PARAM(max_val, 1, 0.01, 1000) WHERE(min_val, <=, max_val),
    "minimum(maximum(x, min_val), max_val)",
    "where(x <= min_val, 0, where(x < max_val, 1, 0))",
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

#ifdef FUNCTIONS
/* t + a (x - t), which may have a root; where x - t overflows, a x + (1 - a) t */
WORD T far_line(T a, T x, T t)
{
    DD run = two_sum(SELECT(EQ(a, 0), FINITE(x), x), -t), rise = two_prod(a, run.h), sum = two_sum(t, rise.h);
    T y = fp((DD){sum.h, sum.l + FMA(a, run.l, rise.l)});
    return SELECT(LE(ABS(run.h), LARGEST), y, FMA(a, x, FNMA(a, t, t)));
}
/* Error 0.50 at (-2.154, -0.001245, -6.043e+04), of double 0.50 at (12.71, 0.1681, -0.0006164), for |a| and |x| and |t| from
   2^-20 to 2^20; without FMA 0.50 and 0.50 */
WORD T line(RARE *rare, T a, T x, T t)
{
    DD run = two_sum(x, -t), rise = two_prod(a, run.h), sum = two_sum(t, rise.h);
    T y = sum.h + (sum.l + FMA(a, run.l, rise.l));
    M far = (M)~LE(ABS(sum.h), LARGEST);
    if (RARELY(rare, far))
        y = SELECT(far, far_line(a, x, t), y);
    return y;
}
#endif
ACTIVATION(srelu, PARAM(t_left, REQUIRED, -10, 0) PARAM(a_left, REQUIRED, 0, 2)
                  PARAM(t_right, REQUIRED, 0.01, 10) PARAM(a_right, REQUIRED, 0, 2) WHERE(t_left, <=, t_right),
    "where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))",
    "where(x <= t_left, a_left, where(x >= t_right, a_right, 1))",
    "S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.",
    RANGE(-inf if a_left > 0 or a_right < 0 else t_left, inf if a_right > 0 or a_left < 0 else t_right) KINKS(t_left, t_right)
    MONOTONIC(a_left >= 0 and a_right >= 0) SEE(prelu, plu, maxout),
    "X. Jin et al., Deep learning with S-shaped rectified linear activation units, AAAI 2016",
    T left = line(rare_value, a_left, x, t_left), right = line(rare_value, a_right, x, t_right);
    y = SELECT(LT(x, t_left), left, SELECT(GT(x, t_right), right, x));
    d = SELECT(LE(x, t_left), a_left, SELECT(GE(x, t_right), a_right, NAN_FROM(x, 1))))

ACTIVATION(plu, PARAM(a, 0.1, 0, 1) PARAM(c, 1, 0.01, 100) WHERE(a, <=, 1) WHERE(c, >=, 0),
    "maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)",
    "where(abs(x) < c, 1, a)",
    "Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.",
    RANGE(-inf if a != 0 else -c, inf if a != 0 else c) KINKS(-c, c) MONOTONIC(a >= 0) ODD SEE(hard_tanh, srelu, tanh),
    "A. Nicolae, PLU: the piecewise linear unit activation function, 2018",
    T inner = ABS(x);
    y = SELECT(LT(inner, c), x, flip(line(rare_value, a, inner, c), x));
    d = SELECT(LT(inner, c), 1, NAN_FROM(x, a)))

#ifdef FUNCTIONS
/* scale x^2 + bias, x >= 0: beside its root all three words of the product count */
WORD T near_star(DD square, T scale, T bias)
{
    DD bent = two_prod(scale, square.h), rest = two_prod(scale, square.l);
    return fp(dd_add(dd_add(bent, dd(bias)), rest));
}
/* Where x^2 would be beyond the type's numbers, x is multiplied by scale first; where bias is large, the words of an eighth do
   not overflow. */
WORD T far_star(T x, T scale, T bias)
{
    M far = LT(x, REAL == 32 ? K(0x1p-50) : K(0x1p-450)) | GT(x, REAL == 32 ? K(0x1p60) : K(0x1p500));
    M large = GT(ABS(bias), LARGEST / K(0x1p20));
    DD square = dd_scale(two_prod(x, SELECT(far, scale, x)), SELECT(large, K(0.125), 1));
    T other = SELECT(far, x, scale);
    T y = near_star(square, other, bias * SELECT(large, K(0.125), 1)) * SELECT(large, 8, 1);
    return SELECT(LT(ABS(other * square.h), LARGEST / 4), y, FMA(x, scale * x, bias));
}
/* Error 0.50 at (0.001316, -15.42, -118.3), of double 0.50 at (5.015e+05, 0.3544, 21.08), for x from 2^-20 to 2^20, |scale|
   and |bias| from 2^-20 to 2^20; without FMA 0.50 and 0.50 */
WORD T star(RARE *rare, T x, T scale, T bias)
{
    DD square = two_prod(x, x);
    M small = GT(x, 0) & LT(square.h, 1 / SQUARE_LIMIT), large = (M)~LT(ABS(scale * square.h) + ABS(bias), LARGEST / K(0x1p20));
    T y = near_star(square, scale, bias);
    if (RARELY(rare, small | large))
        y = SELECT(small | large, far_star(x, scale, bias), y);
    return y;
}
#endif
ACTIVATION(star_relu, PARAM(scale, 0.8944, 0.01, 100) PARAM(bias, -0.4472, -100, 100), "scale*maximum(x, 0)**2 + bias",
    "2*scale*maximum(x, 0)",
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
