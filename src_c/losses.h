/* The table of losses of one element.  One row is one loss:

       LOSS(name, parameters, formula, about, properties, source, body)

   as in activations.h; x is what the model says, and the first parameter what is right. */

LOSS(sigmoid_cross_entropy, PARAM(targets, REQUIRED, 0, 1) PARAM(pos_weight, 1, 0.01, 100),
    "(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))",
    "Binary cross-entropy of logits, with the sigmoid fused in: binary and multi-label classification.",
    RANGE(0, inf) SEE(sigmoid, log_sigmoid, softmax_cross_entropy),
    "D. R. Cox, The regression analysis of binary sequences, 1958",
    T2 e = both(exp_minus_abs(x)), one = wide(PACK(1)); /* s(x) is 1/(1 + e) or e/(1 + e), s(-x) the other */
    T2 negative = two_sum(PACK(1), -targets), positive = two_prod(pos_weight, targets);
    T2 rise = mul2(negative, select2(LT(x, 0), e, one)), fall = mul2(positive, select2(LT(x, 0), one, e));
    y = steep(negative.h, softplus1(softplus_(x))) + steep(positive.h, softplus1(softplus_(-x)));
    d = total(over(add2(rise, minus(fall)), add2(one, e))))
