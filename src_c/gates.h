/* The table of gated units: two operands, y = f(a) b.  One row is one unit:

       GATE(name, parameters, formula, about, properties, source, body)

   as in activations.h, but the formula is one of a, b and the parameters, the properties say which operand is the gate,
   GATED_BY(operand), and the body sets y, da = dy/da and db = dy/db.  A derivative is 0 where its operand is cut off.
   A FLAT row's mask holds where y is constant in both operands. */

GATE(glu, , "a/(1 + exp(-b))",
    "Gated linear unit with a logistic gate: gated convolutional language models, the Conformer.",
    GATED_BY(b) SEE(swiglu, reglu, bilinear, sigmoid),
    "Y. Dauphin et al., Language modeling with gated convolutional networks, ICML 2017",
    LOGISTIC g = logistic(b);
    T m = g.m.h + g.m.l, z = MINUS_ABS(b);
    y = glu_(rare_value, a, b);
    da = rising(g);
    db = lowered(SCALE(FNMA(m, SCALE(m, g.n), m), g.n + lift(z)), a, z))

GATE(bilinear, , "a*b",
    "Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.",
    GATED_BY(a) SEE(glu, reglu, swiglu),
    "A. Mnih, G. Hinton, Three new graphical models for statistical language modelling, ICML 2007",
    y = a * b;
    da = b;
    db = a)

GATE(reglu, , "maximum(a, 0)*b",
    "Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.",
    GATED_BY(a) FLAT SEE(relu, glu, geglu, swiglu),
    "N. Shazeer, GLU variants improve transformer, 2020",
    flat = LE(a, 0);
    db = SELECT(flat, 0, a);
    y = db * b;
    da = SELECT(flat, b - b, NAN_FROM(a, b))) /* 0, or NaN as y is */

GATE(geglu, , "a*erfc(-a/sqrt(2))/2*b",
    "Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.",
    GATED_BY(a) SEE(geglu_tanh, gelu, swiglu, reglu),
    "N. Shazeer, GLU variants improve transformer, 2020",
    T near = MIN(MILLS_HIGHEST, ABS(a));
    T z = SELECT(LT(a, -MILLS_HIGHEST), 2 * EXP_LOWEST, SELECT(LT(a, 0), near * near * K(-0.5), 0));
    NORMAL_TAIL q = normal_tail(near), lifted = q;
    lifted.e.n += lift(z);
    y = SELECT(LT(near, 0x1p-100), a * (b / 2), lowered(gelu_(a, near, lifted), b, z)); /* a/2 may be a subnormal number */
    da = lowered(gelu_slope(a, near, lifted), b, z);
    db = gelu_(a, near, q))

GATE(geglu_tanh, , "a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b",
    "Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.",
    GATED_BY(a) SEE(geglu, gelu_tanh, swiglu),
    "N. Shazeer, GLU variants improve transformer, 2020, with the approximation by tanh",
    CUBIC c = gelu_tanh_(a);
    LOGISTIC g = gelu_tanh_logistic(c);
    T z = SELECT(LT(a, -GELU_TANH_LIMIT), 2 * EXP_LOWEST, c.z.h);
    T slope = gate_slope_scaled(c.w.h, gate_rest(c.w, g), g, g.n + lift(z));
    y = gated(rare_value, a, (T2){z, c.z.l}, b);
    da = lowered(NEAR_ROOT(GELU_TANH, wide(a), slope), b, z);
    db = gate(a, MINUS_ABS(c.near), g))

GATE(swiglu, PARAM(beta, 1, 0.01, 100), "a/(1 + exp(-beta*a))*b",
    "Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.",
    GATED_BY(a) SEE(silu, swish, swiglu_oai, geglu),
    "N. Shazeer, GLU variants improve transformer, 2020",
    T2 z = two_prod(beta, FINITE(a));
    LOGISTIC g = logistic2(z);
    y = swiglu_(rare_value, a, beta, b, a * b);
    da = silu_slope_times(z, g, b);
    db = swish_(rare_slope, a, beta, z, g))

GATE(swiglu_oai, PARAM(limit, 7, 0.01, 100) PARAM(alpha, 1.702, 0.01, 100) WHERE(limit, >, 0),
    "minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)",
    "Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.",
    GATED_BY(a) SEE(swiglu, gelu_quick, swish),
    "OpenAI, gpt-oss-120b and gpt-oss-20b model card, 2025",
    T below = MIN(limit, a), near = MAX(-limit, MIN(limit, b)), shifted = near + 1, finite = FINITE(below);
    T2 z = two_prod(alpha, finite);
    LOGISTIC g = logistic2(z);
    y = swiglu_(rare_value, below, alpha, shifted, FMA(finite, near, finite)); /* rounded once */
    da = SELECT(GE(a, limit), NAN_FROM(b, 0), silu_slope_times(z, g, shifted));
    db = SELECT(GE(ABS(b), limit), NAN_FROM(a, 0), NAN_FROM(b, swish_(rare_slope, below, alpha, z, g))))
