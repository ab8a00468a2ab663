/* The table of losses of one element.  One row is one loss:

       LOSS(name, parameters, formula, about, properties, source, body)

   as in activations.h; x is what the model says, and the first parameter what is right. */

LOSS(sigmoid_cross_entropy, PARAM(targets, REQUIRED, 0, 1) PARAM(pos_weight, 1, 0.01, 100),
    "(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))",
    "Binary cross-entropy of logits, with the sigmoid fused in: binary and multi-label classification.",
    RANGE(0, inf) SEE(sigmoid, log_sigmoid, softmax_cross_entropy),
    "D. R. Cox, The regression analysis of binary sequences, 1958",
    SCALED e = exp_minus_abs(x); /* s(x) is 1/(1 + e) or e/(1 + e), s(-x) the other */
    T2 negative = two_sum(PACK(1), -targets), positive = two_prod(pos_weight, targets);
    y = softplus_sum(rare_value, negative.h, positive.h, x, e);
    M lost = LT(ABS(positive.h), SMALLEST_NORMAL) & GT(ABS(targets), 0); /* digits of the weight, which x may make good */
    if (RARELY(rare_value, lost)) {
        const R lift = REAL == 32 ? K(0x1p120) : K(0x1p1000);
        T fall = steep(targets * lift * pos_weight, softplus1(softplus_(-x))) / lift;
        y = SELECT(lost, softplus_sum(rare_value, negative.h, PACK(0), x, e) + fall, y);
    }
    T2 whole = select2(LT(x, 0), minus(positive), negative), part = select2(LT(x, 0), negative, minus(positive));
    T2 rest = select2(LT(ABS(x), 80), mul2(part, both(e)), wide(exp_far_times(rare_slope, part, x, e)));
    d = total(over(add2(whole, rest), add2(both(e), wide(PACK(1))))))
