/* The table of gated units: two operands, y = f(a) b.  One row is one unit:

       GATED_UNIT(name, parameters, formula, about, properties, source, body)

   as in activations.h, but the formula is one of a, b and the parameters, the properties say which operand makes the gate,
   GATED_BY(operand), and the body sets y, da = dy/da and db = dy/db.  A derivative is 0 where its operand is cut off.
   A FLAT row's mask holds where y is constant in both operands. */

#ifdef FUNCTIONS
/* ---- two operands: f(a) b, also where f(a) alone would be subnormal: z tells where, f is about e^z there -------------- */

/* An f that would be subnormal is lifted, by this exponent or this factor, and dropped after its product with b. */
WORD T lift(T z) { return SELECT(LT(z, LIFT_BELOW), LIFT, 0); }
WORD T lift_unit(T z) { return SELECT(LT(z, LIFT_BELOW), 1 / LIFTED_UNIT, 1); }
WORD T drop(T z) { return SELECT(LT(z, LIFT_BELOW), LIFTED_UNIT, 1); }

/* f, which is 0 below the lowest z, but where b is infinite: it makes infinity of any f but 0 */
WORD T kept(T f, T b, T z, R lowest)
{
    return SELECT(LT(z, SELECT(GT(ABS(b), LARGEST), -LARGEST, lowest)), COPYSIGN(0, f), f);
}
WORD T lowered(T f, T b, T z, R lowest) { return kept(f, b, z, lowest) * b * drop(z); }

/* a s(z) b = a b/(1 + exp(-z)), for less than silu takes: right to 3 units.  The product comes first, for a alone may be so
   small that its quotient is a subnormal number.  A rare pack with a z far out, or with a product that is too large, takes
   another path, on which its other elements keep their bits; there `finite` stands for a where s is 0. */
#define FAR_OUT(z, product) ((M)~LT(MAD(product, 0, ABS((z).h)), -LIFT_BELOW)) /* infinite or NaN times 0 is NaN */

/* unit + exp(x) of x's power, 2^n times: what the first sum loses, all of 1 where exp is 2^24 (2^53), goes into the second */
WORD T added_power(T unit, POWER p, T n)
{
    T h = SCALE(p.high, n), sum = h + unit;
    return sum + MAD(h, MAD(p.r * p.r, poly_exp(p.r), p.r), unit - (sum - h));
}
WORD T near_gated(T product, DD z)
{
    POWER p = power(-z.h, -z.l);
    return product / added_power(PACK(1), p, p.n);
}
WORD T far_gated(T a, T finite, DD z, T b, T product)
{
    M below = LT(z.h, LIFT_BELOW), large = GT(ABS(product), LARGEST);
    T unit = SELECT(below, LIFTED_UNIT, 1);
    POWER p = power(MIN(EXP_HIGHEST, MAX(EXP_LOWEST, -z.h)), SELECT(LT(ABS(z.h), EXP_HIGHEST), -z.l, NOTHING));
    T n = p.n - lift(z.h), den = SELECT(GT(SCALE(p.high, n), LARGEST) & EQ(z.h, z.h), INFINITY, added_power(unit, p, n));
    T y = SELECT(large, SELECT(below, finite, a), product) / den * (SELECT(large, b, 1) * unit);

    /* both: exp(z) takes the exponent that the product is too large by */
    const R part = REAL == 32 ? 64 : 512, end = REAL == 32 ? 260 : 2100, down = REAL == 32 ? K(0x1p-64) : K(0x1p-512);
    SCALED e = exp_between(MIN(0, MAX(-end, z.h)), SELECT(LT(ABS(z.h), end), z.l, NOTHING));
    e.n += 2 * part;
    M both = below & large & GE(z.h, -end) & LE(ABS(a), LARGEST) & LE(ABS(b), LARGEST);
    return SELECT(both, fp_times_scaled((a * down) * (b * down), e), y);
}

/* a s(z) b of a z that falls with a */
WORD T gated(RARE *rare, T a, DD z, T b)
{
    T product = a * b;
    if (RARELY(rare, FAR_OUT(z, product)))
        return far_gated(a, FINITE(a), z, b, product);
    return near_gated(product, z);
}
WORD T swiglu_(RARE *rare, T a, T beta, T b, T product)
{
    DD z = two_prod(beta, a);
    if (RARELY(rare, FAR_OUT(z, product)))
        return far_gated(a, FINITE(a), two_prod(beta, SELECT(EQ(beta, 0), FINITE(a), a)), b, product);
    return near_gated(product, z);
}
WORD T glu_(RARE *rare, T a, T b)
{
    if (RARELY(rare, FAR_OUT(dd(b), a)))
        return far_gated(a, a, dd(b), PACK(1), a);
    return near_gated(a, (DD){b, -NOTHING}); /* minus of which is nothing */
}

#endif

GATED_UNIT(glu, , "a/(1 + exp(-b))",
    "Gated linear unit with a logistic gate: gated convolutional language models, the Conformer.",
    GATED_BY(b) SEE(swiglu, reglu, bilinear, sigmoid),
    "Y. Dauphin et al., Language modeling with gated convolutional networks, ICML 2017",
    LOGISTIC g = logistic(b);
    T m = g.m.h + g.m.l, z = MINUS_ABS(b);
    y = glu_(rare_value, a, b);
    da = rising(g);
    db = lowered(SCALE(FNMA(m, SCALE(m, g.n), m), g.n + lift(z)), a, z, EXP_LOWEST))

GATED_UNIT(bilinear, , "a*b",
    "Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.",
    GATED_BY(a) SEE(glu, reglu, swiglu),
    "A. Mnih, G. Hinton, Three new graphical models for statistical language modelling, ICML 2007",
    y = a * b;
    da = b;
    db = a)

GATED_UNIT(reglu, , "maximum(a, 0)*b",
    "Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.",
    GATED_BY(a) FLAT SEE(relu, glu, geglu, swiglu),
    "N. Shazeer, GLU variants improve transformer, 2020",
    flat = LE(a, 0);
    db = SELECT(flat, 0, a);
    y = db * b;
    da = SELECT(flat, b - b, NAN_FROM(a, b))) /* 0, or NaN as y is */

#ifdef FUNCTIONS
/* (f + g) unit b/FRACTION_UNIT of any b, f above g, which without b may be too small a number for its type: a large b is
   lowered before the product, a small one, of which g's product may be too small, is lifted by the unit */
WORD T lower_product(T f, T g, T unit, T b)
{
    M large = GT(ABS(b), 1);
    T factor = b * SELECT(large, FRACTION_FALL, unit);
    return MAD(f, factor, FINITE(g * FINITE(factor))) * SELECT(large, unit, FRACTION_FALL);
}

/* gelu(a) b and gelu'(a) b.  An a beyond the Mills ratio's and a large a or b are rare; an infinite b has its own end.  Sums
   are of parts FRACTION_UNIT times as large, which are no subnormal numbers where the result is none. */
WORD M geglu_far(T a, T b) { return (M)~(GT(a, -MILLS_HIGHEST) & LT(MAX(a, ABS(b)), SMALL_LIFT)); }
WORD T geglu_end(T a, T b) { return SELECT(LT(a, SELECT(GT(ABS(b), LARGEST), -LARGEST, -MILLS_HIGHEST)), 0, 1); }

WORD T geglu_(RARE *rare, T a, T b, GELU_TAIL q)
{
    T lower = dd_over_fp(two_prod(q.num, b), q.den);
    T y = FMA(MAX(NOTHING, a), b * FRACTION_UNIT, -lower) * FRACTION_FALL;
    M far = geglu_far(a, b);
    if (RARELY(rare, far)) {
        T low = q.num / q.den, rest = FNMA(low, q.den, q.num) / q.den;
        T product = SELECT(LT(a, 0), COPYSIGN(lower_product(low, rest, geglu_end(a, b), b), -b), gelu_of(a, low + rest) * b);
        y = SELECT(far, product, y);
    }
    return SELECT(LT(ABS(a), 0x1p-60), a * (b / 2), y); /* a/2 may be a subnormal number */
}

WORD T geglu_slope(RARE *rare, T a, T b, GELU_SLOPE s)
{
    M negative = LT(a, 0), far = geglu_far(a, b);
    T factor = s.unit * b, lower = MAD(s.distance, factor, s.rest * factor);
    T y = SELECT(negative, lower * FRACTION_FALL, FNMA(lower, FRACTION_FALL, b));
    if (RARELY(rare, far)) {
        T product = lower_product(s.distance, s.rest, s.unit * geglu_end(a, b), b);
        y = SELECT(far, SELECT(negative, product, b - product), y);
    }
    return y;
}
#endif
GATED_UNIT(geglu, , "a*erfc(-a/sqrt(2))/2*b",
    "Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.",
    GATED_BY(a) SEE(geglu_tanh, gelu, swiglu, reglu),
    "N. Shazeer, GLU variants improve transformer, 2020",
    T near = MIN(MILLS_HIGHEST, ABS(a));
    GELU_TAIL q = gelu_lower(near);
    y = geglu_(rare_value, a, b, q);
    da = geglu_slope(rare_slope, a, b, gelu_slope(near));
    db = gelu_of(a, q.num / q.den))

GATED_UNIT(geglu_tanh, , "a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b",
    "Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.",
    GATED_BY(a) SEE(geglu, gelu_tanh, swiglu),
    "N. Shazeer, GLU variants improve transformer, 2020, with the approximation by tanh",
    CUBIC c = gelu_tanh_(a);
    T z = SELECT(LT(a, -GELU_TANH_LIMIT), 128 * a, flip(c.z.h, a));
    y = gated(rare_value, a, (DD){z, flip(c.z.l, a)}, b);
    da = lowered(gelu_tanh_slope(a, c, lift_unit(z)), b, z, -FRACTION_HIGHEST);
    db = gelu_tanh_value(a, c))

GATED_UNIT(swiglu, PARAM(beta, 1, 0.01, 100), "a/(1 + exp(-beta*a))*b",
    "Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.",
    GATED_BY(a) SEE(silu, swish, swiglu_oai, geglu),
    "N. Shazeer, GLU variants improve transformer, 2020",
    DD z = two_prod(beta, FINITE(a));
    y = swiglu_(rare_value, a, beta, b, a * b);
    da = lowered(silu_slope(z, lift_unit(z.h)), b, beta * a, -FRACTION_HIGHEST); /* beta a is infinite where a is */
    db = swish_(rare_slope, a, beta, z))

GATED_UNIT(swiglu_oai, PARAM(limit, 7, 0.01, 100) PARAM(alpha, 1.702, 0.01, 100) WHERE(limit, >, 0),
    "minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)",
    "Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.",
    GATED_BY(a) SEE(swiglu, gelu_quick, swish),
    "OpenAI, gpt-oss-120b and gpt-oss-20b model card, 2025",
    T below = MIN(limit, a), near = MAX(-limit, MIN(limit, b)), shifted = near + 1, finite = FINITE(below);
    DD z = two_prod(alpha, finite);
    y = swiglu_(rare_value, below, alpha, shifted, FMA(finite, near, finite)); /* rounded once */
    T slope = kept(silu_slope(z, lift_unit(z.h)), near, alpha * below, -FRACTION_HIGHEST);
    da = SELECT(GE(a, limit), NAN_FROM(b, 0), FMA(slope, near, slope) * drop(z.h));
    db = SELECT(GE(ABS(b), limit), NAN_FROM(a, 0), NAN_FROM(b, swish_(rare_slope, below, alpha, z))))
