"""The functions of src_c/math/, and of src_c/activations/ those beside the rows, that compute something approximate, as data:
what is called, what it should give, and where.

A row's `call` is C in the words of harness.c; `exact` is Python, of which a ball is made, and of float also a NumPy array, by
`quick` if the formula itself is not good enough for that, or not at all where `quick` is empty.  `range` is written as the
comment above the function says it.  A name's second word tells several rows of one function apart.
"""

from typing import NamedTuple

DOUBLE_WORD_SIZES = "|a| and |b| from 2^-20 to 2^20"
ROOTS = ["SILU", "GELU_TANH", "MISH", "TANHEXP", "SERF", "SMISH", "LOGISH", "PHISH", "DISH", "ELISH", "HARD_ELISH", "GCU"]


class Row(NamedTuple):
    name: str
    arguments: str  # "x", or "x:2" for a double word, by spaces
    call: str
    exact: str
    range: str
    unit: str = "ulp"  # in the last place of the exact result; "relative" to it, or to another expression; "exact": no error
    got: str = "o0"  # what the results are worth
    quick: str | None = None
    bits: int = 320  # of precision, beside the exponent's of a number that is reduced
    step: int = 1  # of the sweep: how many float arguments it goes by
    told: str = ""  # the range as the comment says it where rows of one function have several

    @property
    def function(self):
        return self.name.split()[0]


def one(name, arguments, call, exact, range_, **more):
    """A number."""
    return Row(name, arguments, f"ONE({call});", exact, range_, **more)


def two(name, arguments, call, exact, range_, unit="relative", **more):
    """A double word."""
    return Row(name, arguments, f"TWO({call});", exact, range_, unit, "o0 + o1", **more)


def scaled(name, arguments, call, exact, range_, **more):
    return Row(name, arguments, f"SCALED_TWO({call});", exact, range_, "relative", "(o0 + o1)*power_of_2(o2)", **more)


def exactly(name, arguments, call, exact, range_):
    return Row(name, arguments, f"TWO({call});", exact, range_, "exact", "o0 + o1")


def remainder(name, arguments, call, range_, unit="relative"):
    return Row(name, arguments, f"REMAINDER({call});", "remainder(x, o0, o2)", range_, unit, "o0 + o1", "", 1500)


# fmt: off
ROWS = [
    # double_word.h
    exactly("two_sum", "a b", "two_sum(a, b)", "a + b", "|a| and |b| from 2^-60 to 2^60"),
    exactly("fast_two_sum", "a b", "fast_two_sum(a, b)", "a + b", "|a| from 1 to 2^60, |b| from 2^-60 to 1"),
    exactly("two_prod", "a b", "two_prod(a, b)", "a*b", DOUBLE_WORD_SIZES),
    exactly("dd_scale", "a:2", "dd_scale(a, PACK(0x1p10))", "a*1024", "|a| from 2^-20 to 2^20"),
    exactly("dd_renorm", "a:2", "dd_renorm(a)", "a", "|a| from 2^-20 to 2^20"),
    exactly("dd_minus_abs", "a:2", "dd_minus_abs(a)", "-abs(a)", "|a| from 2^-20 to 2^20"),
    exactly("inverse_power", "x", "dd(inverse_power((T)((U)x & (U)(INFINITY + (T){0}))))", "1/leading_power(x)",
            "x from SMALLEST_NORMAL*2 to LARGEST/8"),
    one("fma_", "a b c", "FMA(a, b, c)", "a*b + c", "|a| and |b| and |c| from 2^-20 to 2^20"),
    two("dd_add", "a:2 b:2", "dd_add(a, b)", "a + b", DOUBLE_WORD_SIZES, unit="abs(a) + abs(b)"),
    two("dd_mul", "a:2 b:2", "dd_mul(a, b)", "a*b", DOUBLE_WORD_SIZES),
    two("two_div", "a b", "two_div(a, b)", "a/b", DOUBLE_WORD_SIZES),
    two("two_div_any", "a b", "two_div_any(rare, a, b)", "a/b",
        "|a| and |b| from SMALLEST_NORMAL to LARGEST/2^30, |a/b| from 2^-60 to 2^60"),
    two("dd_div", "num:2 den:2", "dd_div(num, den)", "num/den", "|num| and |den| from 2^-20 to 2^20"),
    one("dd_over_fp", "a:2 b", "dd_over_fp(a, b)", "a/b", "|a| and |b| from 2^-20 to 2^20"),
    one("dd_over_dd", "a:2 b:2", "dd_over_dd(a, b)", "a/b", "|a| and |b| from 2^-20 to 2^20"),
    two("dd_sqrt", "a:2", "dd_sqrt(a)", "sqrt(a)", "a from 2^-20 to 2^20"),
    two("dd_plus_product", "first:2 t q", "dd_plus_product(first, t, q)", "first + t*q",
        "|first| from 1 to 2, |t| and |q| from 0 to 0.7"),
    one("fp_times_dd", "a b:2", "fp_times_dd(a, b)", "a*b", DOUBLE_WORD_SIZES),
    one("fp_times_dd_any", "a b:2", "fp_times_dd_any(a, b)", "a*b", "|a| from SMALLEST_NORMAL to 2^60, |b| from 1 to 2"),
    one("dd_times_dd", "a:2 b:2", "dd_times_dd(a, b)", "a*b", DOUBLE_WORD_SIZES),
    one("fp_times_dd_dd", "a b:2 c:2", "fp_times_dd_dd(a, b, c)", "a*b*c", "|a| and |b| and |c| from 2^-20 to 2^20"),
    *[
        one(f"near_root {root}", "x", f"NEAR_ROOT({root}, dd(x), PACK(0))", f"slope_of({root.lower()!r}, x)",
            f"|x - {root}_ROOT_HIGH| from 0 to {root}_ROOT_WINDOW", told="x in the window")
        for root in ROOTS
    ],
    # exp_log.h
    Row("power", "x:2", "POWER p = power(x.h, x.l); result[0] = p.r, result[1] = p.rl, result[2] = p.high, result[3] = p.low,"
        " result[4] = STEPS(p.n);", "exp(x)", "x from EXP_LOWEST to EXP_HIGHEST", "relative",
        "(o2 + o3)*exp(o0 + o1)*power_of_2(o4)"),
    scaled("exp_between", "x:2", "exp_between(x.h, x.l)", "exp(x)", "x from EXP_LOWEST to EXP_HIGHEST"),
    scaled("exp_scaled", "x", "exp_scaled(x)", "exp(x)", "x from EXP_LOWEST to EXP_HIGHEST"),
    scaled("exp_minus_abs", "x", "exp_minus_abs(x)", "exp(-abs(x))", "x from EXP_LOWEST to EXP_HIGHEST"),
    scaled("exp_scaled_dd", "x:2", "exp_scaled_dd(x)", "exp(x)", "x from EXP_LOWEST to EXP_HIGHEST"),
    one("EXP", "x", "EXP(x)", "exp(limited(x))", "any x"),
    one("fp_times_scaled", "a x", "fp_times_scaled(a, exp_scaled(x))", "a*exp(x)",
        "|a| from 2^-20 to 2^20, x from EXP_LOWEST to EXP_HIGHEST"),
    one("dd_times_scaled", "a:2 x", "dd_times_scaled(a, exp_scaled(x))", "a*exp(x)",
        "|a| from 2^-20 to 2^20, x from EXP_LOWEST to EXP_HIGHEST"),
    one("exp_times", "a x:2", "exp_times(a, x)", "a*exp(x)",
        "|a| from SMALLEST_NORMAL to LARGEST/2, x from EXP_LOWEST to EXP_HIGHEST"),
    two("reduced_exp", "a", "((DD){reduced_exp(a).r, reduced_exp(a).unit})", "exp(a)", "a from 0 to FRACTION_HIGHEST")._replace(
        got="exp(o0)*(FRACTION_UNIT/o1)"),
    two("reduced_exp_dd", "a:2", "((DD){reduced_exp_dd(a).r, reduced_exp_dd(a).unit})", "exp(a)",
        "a from 0 to FRACTION_HIGHEST")._replace(got="exp(o0)*(FRACTION_UNIT/o1)"),
    two("exp_fraction", "a", "((DD){exp_fraction(a).p, exp_fraction(a).unit})", "exp(a)",
        "a from 0 to FRACTION_HIGHEST")._replace(got="o0/o1"),
    two("exp_fraction_dd", "a:2", "((DD){exp_fraction_dd(a).p, exp_fraction_dd(a).unit})", "exp(a)",
        "a from 0 to FRACTION_HIGHEST")._replace(got="o0/o1"),
    one("small_expm1", "r", "small_expm1(r)", "expm1(r)", "|r| from 0 to 0.34657"),
    two("expm1_", "x:2", "expm1_(x)", "expm1(limited(x))", "any x"),
    one("scaled_expm1", "a:2 x", "scaled_expm1(a, x)", "a*expm1(limited(x))", "|a| from 2^-20 to 2^20, x from -LARGEST to 0"),
    one("log_rest", "f", "log_rest(f)", "log1p(f) - f", "f from -0.25 to 0.5")._replace(unit="abs(log1p(f))"),
    two("log_", "u:2", "log_(u)", "log(u)", "u from SMALLEST_NORMAL to LARGEST"),
    two("log1p_", "x:2", "log1p_(x)", "log1p(x)", "x from -0.25 to LARGEST"),
    two("log_any", "x:2", "log_any(x)", "log(x)", "x from SMALLEST_NORMAL/2^10 to LARGEST"),
    # logistic.h
    one("sigmoid_", "x", "sigmoid_(x)", "logistic(x)", "any x"),
    one("lower_share", "a x", "lower_share(a, exp_fraction(fraction_size(x)))", "a*logistic(-abs(x))",
        "a from 2^-20 to 2^20, |x| from 0 to FRACTION_HIGHEST"),
    one("silu_", "x", "silu_(x)", "x*logistic(x)", "any x"),
    one("sigmoid_slope", "x", "sigmoid_slope(1, exp_fraction(fraction_size(x)))", "logistic(x)*logistic(-x)", "any x"),
    one("softplus_usual", "x", "softplus_usual(x)", "softplus(x)", "any x"),
    one("logistic low", "z", "logistic(z).low", "logistic(-abs(z))", "any z"),
    one("logistic_dd low", "z:2", "logistic_dd(z).low", "logistic(-abs(z))", "any z"),
    one("rising", "z", "rising(logistic(z))", "logistic(z)", "any z"),
    two("lower", "z", "lower(logistic(z))", "logistic(-abs(z))", "any z"),
    two("upper", "z", "upper(logistic(z))", "logistic(abs(z))", "any z"),
    two("rising_dd", "z", "rising_dd(logistic(z))", "logistic(z)", "any z"),
    one("logistic_slope", "z", "logistic_slope(1, logistic(z))", "logistic(z)*logistic(-z)", "any z"),
    one("lower_times", "a z", "lower_times(a, logistic(z))", "a*logistic(-abs(z))",
        "|a| from 2^-20 to 2^20, z from EXP_LOWEST to EXP_HIGHEST"),
    one("silu_slope", "x", "silu_slope(dd(x), PACK(1))", "silu_slope(x)", "any x"),
    one("softplus_fp", "z", "softplus_fp(softplus_(z))", "softplus(z)", "any z"),
    two("softplus_dd", "z", "softplus_dd(softplus_(z))", "softplus(z)", "any z"),
    # tanh.h
    two("tanh_", "x:2", "tanh_(x)", "tanh(limited(x))", "any x"),
    one("tanh1", "x", "TANH(x)", "tanh(limited(x))", "any x"),
    one("times_tanh", "x", "times_tanh(x)", "x*tanh(limited(x))", "any x"),
    one("sech_squared", "x", "sech_squared(logistic(2 * x))", "sech(limited(x))**2", "|x| from 0 to LARGEST/2"),
    two("sech_squared_dd", "x:2", "sech_squared_dd(x)", "sech(limited(x))**2", "|x| from 0 to LARGEST/2"),
    # normal_tail.h
    two("normal_tail mills", "a", "normal_tail(a).mills", "mills(a)", "a from 0 to MILLS_HIGHEST"),
    one("tail_times", "a b", "tail_times(normal_tail(a), b)", "b*normal_tail(a)",
        "a from 0 to MILLS_HIGHEST, b from 2^-20 to 2^29"),
    two("erf_", "z:2", "erf_(z)", "erf(z)", "z from 0 to 2^60"),
    # algebraic.h
    two("hypotenuse", "a x b", "hypotenuse(a, smaller(rare, x), b)", "sqrt(a*x*x + b)",
        "|x| from 0 to LARGEST, a and b from 2^-10 to 2^10")._replace(
        call="TWO(hypotenuse(a, smaller(rare, x), b)); result[2] = smaller(rare, x).one;", got="(o0 + o1)/o2"),
    # circular.h
    one("atan_", "x", "ATAN(x)", "atan(x)", "any x"),
    remainder("reduce", "x", "reduce(rare, x)", "any x"),
    remainder("reduce_dd", "x:2", "reduce_dd(rare, x, PACK(1), PACK(1))", "|x| from 0 to LARGEST", "1"),
    two("sin_ sin", "x", "sin_(reduce(rare, x), 0)", "sin(x)", "any x", bits=1500, step=15),
    two("sin_ cos", "x", "sin_(reduce(rare, x), 1)", "cos(x)", "any x", bits=1500, step=15),
    two("circular1 sin", "x", "circular1(rare, x, 0)", "sin(x)", "any x", bits=1500, step=15),
    two("circular1 cos", "x", "circular1(rare, x, 1)", "cos(x)", "any x", bits=1500, step=15),
    one("SIN", "x", "SIN(rare, x)", "sin(x)", "any x", bits=1500, step=15),
    one("COS", "x", "COS(rare, x)", "cos(x)", "any x", bits=1500, step=15),
    two("circular sin", "x", "circular(rare, x).sin", "sin(x)", "any x", bits=1500, step=15),
    two("circular cos", "x", "circular(rare, x).cos", "cos(x)", "any x", bits=1500, step=15),
    # activations/rectifiers.h
    one("line", "a x t", "line(rare, a, x, t)", "t + a*(x - t)", "|a| and |x| and |t| from 2^-20 to 2^20"),
    one("star", "x scale bias", "star(rare, x, scale, bias)", "scale*x*x + bias",
        "x from 2^-20 to 2^20, |scale| and |bias| from 2^-20 to 2^20"),
    # activations/exponential.h
    one("expm1_times", "alpha x", "expm1_times(rare, alpha, x)", "alpha*expm1(limited(x/alpha))",
        "|alpha| from 2^-20 to 2^20, x from -LARGEST to 0"),
    one("softplus_over", "x beta", "softplus_over(x, beta)", "softplus(beta*x)/beta", "any x, |beta| from 2^-20 to 2^20"),
    one("squareplus_ value", "x b", "squareplus_(rare, x, b).value", "(x + abs(x))/2 + b/(sqrt(x*x + b) + abs(x))/2",
        "any x, b from 2^-20 to 2^20"),
    one("squareplus_ slope", "x b", "squareplus_(rare, x, b).slope",
        "((x + abs(x))/2 + b/(sqrt(x*x + b) + abs(x))/2)/sqrt(x*x + b)", "any x, b from 2^-20 to 2^20"),
    one("isru_ value", "x alpha", "isru_(rare, x, alpha).value", "x/sqrt(1 + alpha*x*x)", "any x, alpha from 2^-20 to 2^20"),
    one("isru_ slope", "x alpha", "isru_(rare, x, alpha).slope", "1/sqrt(1 + alpha*x*x)**3", "any x, alpha from 2^-20 to 2^20"),
    two("hard_gate", "x", "hard_gate(x)", "(x + 3)/6", "|x| from 0 to 3"),
    one("soft_logarithm value", "x a", "soft_logarithm(rare, x, -a).value", "log1p(a*(x - a))/a",
        "x from 0 to LARGEST, a from 2^-10 to 0.75", told="x from 0 to LARGEST, -alpha from 2^-10 to 0.75"),
    one("soft_logarithm slope", "x a", "soft_logarithm(rare, x, -a).slope", "1/(1 + a*(x - a))",
        "x from 0 to LARGEST, a from 2^-10 to 0.75"),
    one("soft_power", "x alpha", "soft_power(rare, x, two_prod(alpha, x), alpha)", "expm1(limited(alpha*x))/alpha + alpha",
        "x from 0 to LARGEST, alpha from 2^-10 to 1"),
    # activations/sigmoids.h
    one("arcsinh_", "x", "arcsinh_(rare, x)", "asinh(x)", "any x"),
    two("exponent_product", "alpha z:2", "exponent_product(alpha, z)", "alpha*z",
        "|alpha| from 2^-20 to 2^3, |z| from 2^-20 to 2^3"),
    # activations/self_gated.h
    one("silu_slope1", "x", "silu_slope1(x)", "silu_slope(x)", "any x"),
    one("swish_", "x beta", "swish_(rare, x, beta, two_prod(beta, x))", "x*logistic(beta*x)",
        "any x, |beta| from 2^-20 to 2^20"),
    one("gelu_tanh_value", "x", "gelu_tanh_value(x, gelu_tanh_(x))", "value_of('gelu_tanh', x)", "any x"),
    one("gelu_tanh_slope", "x", "gelu_tanh_slope(x, gelu_tanh_(x), PACK(1))", "slope_of('gelu_tanh', x)", "any x"),
    one("gelu_lower", "a", "gelu_quotient(gelu_lower(a)) * FRACTION_FALL", "a*normal_tail(a)",
        "a from 0 to MILLS_HIGHEST"),
    Row("gelu_of", "x", "GELU_TAIL q = gelu_lower(MIN(MILLS_HIGHEST, ABS(x))); ONE(gelu_of(x, gelu_quotient(q)));",
        "x*normal_tail(-x)", "any x"),
    Row("gelu_slope", "a", "GELU_SLOPE s = gelu_slope(a); ONE((s.distance + s.rest) * s.unit * FRACTION_FALL);",
        "slope_of('gelu', -a)", "a from 0 to MILLS_HIGHEST"),
    one("mish_", "x", "mish_(x)", "x*tanh(softplus(x))", "any x"),
    one("mish_slope", "x", "mish_slope(x)", "slope_of('mish', x)", "any x"),
    one("rationally_gated_value", "x", "rationally_gated_value(rationally_gated(x, 2, 3, 2, 6, 5))", "value_of('smish', x)",
        "any x", told="any x, of smish"),
    one("rationally_gated_slope", "x",
        "NEAR_ROOT(SMISH, dd(x), rationally_gated_slope(rationally_gated(x, 2, 3, 2, 6, 5)))", "slope_of('smish', x)",
        "any x", told="any x, of smish, with NEAR_ROOT"),
    # activations/oscillating.h
    two("one_plus_sin", "x", "one_plus_sin(reduce(rare, x), 0)", "1 + sin(x)", "any x", bits=1500, quick=""),
    one("near_snake", "x alpha", "near_snake(x, alpha)", "x + sin(alpha*x)**2/alpha",
        "|x| from 0 to 2^9, |alpha| from 2^-10 to 2^5"),
    one("far_snake", "x alpha", "far_snake(rare, x, alpha)", "x + sin(alpha*x)**2/alpha", "any x, |alpha| from 2^-20 to 2^20",
        bits=1500, quick=""),
    Row("multiquadric_", "x a", "MULTIQUADRIC m = multiquadric_(rare, rare, x, a); TWO(m.h); result[2] = m.u.one;",
        "sqrt(x*x + a*a)", "any x, |a| from 2^-20 to 2^20", "relative", "(o0 + o1)/o2"),
]
# fmt: on

# Functions that round once, or not at all: a sign, a choice, a power of two, another form of the same number.
EXACT = [
    "abs_", "minus_abs_", "copysign_", "flip", "rarely_", "dd", "dd_neg", "dd_half", "dd_select", "fp", "fnma_",
    "scale_", "exponent", "lifted", "minus_size", "within", "scaled_to_fp", "scaled_to_dd", "power_in", "fraction_size",
    "limited", "fraction_size_dd", "smaller", "unit_of", "odd", "turn", "choose", "within_one", "exact_product",
    "steep", "root_unit",
]  # fmt: skip

# Functions whose error is measured in that of another, which is little more than this one.
PARTS = {
    "fraction_of": "exp_fraction",
    "self_gated": "silu_",
    "logistic_of": "logistic",
    "self_gated_slope": "silu_slope",
    "softplus_of": "softplus_dd",
    "softplus_": "softplus_dd",
    "tanh_of": "tanh_",
    "tanh_quotient": "tanh1",
    "reduce_scaled": "reduce",
    "reduce_huge": "reduce",
    "reduce_half_pi": "reduce",
    "series": "circular",
    "far_line": "line",
    "near_star": "star",
    "far_star": "star",
    "near_squareplus": "squareplus_",
    "far_squareplus": "squareplus_",
    "near_isru": "isru_",
    "sum_from_one": "soft_logarithm",
    "soft_power_far": "soft_power",
    "far_lower_times": "swish_",
    "gelu_tanh_sum": "gelu_tanh_value",
    "gelu_tanh_": "gelu_tanh_value",
    "gaussian_": "gelu_lower",
    "gelu_quotient": "gelu_lower",
    "linear": "rationally_gated_value",
    "quadratic": "rationally_gated_value",
    "rationally_gated": "rationally_gated_value",
}
