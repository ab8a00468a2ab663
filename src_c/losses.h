/* The table of losses of one element.  One row is one loss:

       LOSS(name, parameters, formula, about, properties, source, body)

   as in activations.h; x is what the model says, and the first parameter what is right. */

#ifdef FUNCTIONS
/* a log(1 + exp(x)) + b log(1 + exp(-x)), and its slope.  With e = exp(-|x|), `rising` of a and b the weight of the logarithm
   that rises with |x|, and `falling` the other, these are

       rising |x| + (a + b) log(1 + e)   and   (rising - falling e)/(1 + e), with the sign of x.

   e is carried 2^BINARY_LIFT times as large, so that it is normal wherever its product with a weight up to BINARY_LIMIT is a
   number.  Of LARGE weights it is carried as it is. */
enum { BINARY_LIFT = REAL == 32 ? 64 : 512 };
#define BINARY_LOWEST K(REAL == 32 ? -131 : -1060)
#define BINARY_LIMIT K(REAL == 32 ? 0x1p38 : 0x1p450)

typedef struct {
    T minus; /* -|x| */
    M negative, large;
    DD rising, falling, e;
    T unit; /* the lift */
} BINARY;

WORD BINARY binary_(RARE *rare, T x, DD a, DD b)
{
    const R unit = REAL == 32 ? K(0x1p64) : K(0x1p512);
    T minus = MINUS_ABS(x);
    POWER e = power(MAX(BINARY_LOWEST, minus), NOTHING);
    T low = MAD(e.high, MAD(e.r * e.r, poly_expm1(e.r), e.r), e.low); /* by poly_exp it errs by a twelfth of a unit of e */
    M negative = LT(x, 0);
    BINARY v = {
        .minus = minus,
        .negative = negative,
        .rising = dd_select(negative, b, a),
        .falling = dd_select(negative, a, b),
        .e = {lifted(e.high, e.n, BINARY_LIFT), lifted(low, e.n, BINARY_LIFT)},
        .unit = PACK(unit),
        .large = (M)~LE(ABS(a.h) + ABS(b.h), BINARY_LIMIT),
    };
    if (RARELY(rare, v.large)) {
        v.e = dd_select(v.large, scaled_to_dd(exp_minus_abs(x)), v.e);
        v.unit = SELECT(v.large, 1, unit);
    }
    return v;
}

/* log(1 + e) = 2 atanh z, z = e/(2 + e), which is e less its product with z */
WORD T binary_value(RARE *rare, BINARY v, T weight)
{
    T e = v.e.h + v.e.l, z = e / (2 * v.unit + e), w = z * z;
    T rest = FNMA(z, FNMA(w * v.unit, poly_log1p_of_part(w), e), v.e.l), falls = FMA(weight, v.e.h, weight * rest);
    T run = unless(EQ(v.rising.h, 0), -v.minus), y = FMA(v.rising.h, run, falls * (1 / v.unit));
    if (RARELY(rare, v.large)) {
        y = SELECT(v.large & LT(v.minus, -80), FMA(v.rising.h, run, exp_times(weight, dd(v.minus))), y);
        y = SELECT(GT(ABS(weight), LARGEST), weight + 0 * e, y);
    }
    return y;
}

/* Beside the root the difference of the first words is exact: e's is a number of a table, and the others are a thirtieth of it.
   What the denominator `lost` counts in full where e is small, and is the less where it does not. */
WORD T binary_slope(RARE *rare, BINARY v)
{
    DD product = two_prod(v.falling.h, v.e.h);
    T rest = FNMA(v.falling.h, v.e.l, FNMA(v.falling.l, v.e.h, FMA(v.rising.l, v.unit, -product.l)));
    T e = v.e.h + v.e.l, den = v.unit + e, lost = ((v.unit - den) + e) * (1 / v.unit);
    T num = FMA(v.rising.h, v.unit, -product.h), slope = (num + FNMA(num, lost, rest)) / den;
    if (RARELY(rare, v.large)) {
        T sum = v.rising.h - v.falling.h;
        slope = SELECT(v.large & LT(v.minus, -80), v.rising.h - exp_times(v.falling.h, dd(v.minus)), slope);
        slope = SELECT(GT(ABS(sum), LARGEST), sum + 0 * e, slope);
    }
    return SELECT(v.negative, -slope, slope); /* of -0 it is that of 0 */
}
#endif

LOSS(sigmoid_cross_entropy, PARAM(targets, REQUIRED, 0, 1) PARAM(pos_weight, 1, 0.01, 100),
    "(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))",
    "Binary cross-entropy of logits, with the sigmoid fused in: binary and multi-label classification.",
    RANGE(0, inf) SEE(sigmoid, log_sigmoid, softmax_cross_entropy),
    "D. R. Cox, The regression analysis of binary sequences, 1958",
    DD negative = fast_two_sum(PACK(1), -targets), positive = two_prod(pos_weight, targets);
    BINARY v = binary_(rare, x, negative, positive);
    y = binary_value(rare_value, v, FMA(pos_weight, targets, negative.h));
    M lost = LT(ABS(positive.h), SMALLEST_NORMAL) & GT(ABS(targets), 0); /* digits of the weight, which x may make good */
    if (RARELY(rare_value, lost)) {
        const R lift = REAL == 32 ? K(0x1p120) : K(0x1p1000);
        T fall = steep(targets * lift * pos_weight, softplus_fp(softplus_(-x))) / lift;
        y = SELECT(lost, binary_value(rare_value, binary_(rare_value, x, negative, dd(PACK(0))), negative.h) + fall, y);
    }
    d = binary_slope(rare_slope, v))
