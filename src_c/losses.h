/* The table of losses of one element.  One row is one loss:

       LOSS(name, parameters, formula, properties, source, body)

   as in activations.h; x is what the model says, and the first parameter what is right. */

LOSS(sigmoid_cross_entropy, PARAM(targets, REQUIRED, 0, 1) PARAM(pos_weight, 1, 0.01, 100),
    "(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))",
    RANGE(0, inf),
    "D. R. Cox, The regression analysis of binary sequences, 1958",
    T2 e = both(exp_scaled(MINUS_ABS(x)));
    LOGISTIC g = logistic(x);
    T2 rise = rising2(g), fall = select2(g.negative, upper(g), lower(g));
    T2 negative = two_sum(PACK(1), -targets), positive = two_prod(pos_weight, targets);
    y = steep(negative.h, total(softplus_(wide(x), e))) + steep(positive.h, total(softplus_(wide(-x), e)));
    d = total(add2(mul2(negative, rise), minus(mul2(positive, fall)))))
