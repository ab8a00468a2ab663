/* The table of losses of one element.  One row is one loss:

       LOSS(name, parameters, formula, about, properties, source, body)

   as in activations.h; x is what the model says, and the first parameter what is right. */

LOSS(sigmoid_cross_entropy, PARAM(targets, REQUIRED, 0, 1) PARAM(pos_weight, 1, 0.01, 100),
    "(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))",
    "Binary cross-entropy of logits, with the sigmoid fused in: binary and multi-label classification.",
    RANGE(0, inf) SEE(sigmoid, log_sigmoid, softmax_cross_entropy),
    "D. R. Cox, The regression analysis of binary sequences, 1958",
    T2 negative = fast_two_sum(PACK(1), -targets), positive = two_prod(pos_weight, targets);
    BINARY v = binary_(rare, x, negative, positive);
    y = binary_value(rare_value, v, FMA(pos_weight, targets, negative.h));
    M lost = LT(ABS(positive.h), SMALLEST_NORMAL) & GT(ABS(targets), 0); /* digits of the weight, which x may make good */
    if (RARELY(rare_value, lost)) {
        const R lift = REAL == 32 ? K(0x1p120) : K(0x1p1000);
        T fall = steep(targets * lift * pos_weight, softplus1(softplus_(-x))) / lift;
        y = SELECT(lost, binary_value(rare_value, binary_(rare_value, x, negative, wide(PACK(0))), negative.h) + fall, y);
    }
    d = binary_slope(rare_slope, v))
