"""Make coefficients.h: every constant, table and polynomial of the kernels, for float and double.

    python src_c/math/coefficients.py > src_c/math/coefficients.h

Polynomials are near-minimax (least squares at Chebyshev nodes), their coefficients rounded one by one.  Each is fitted to
what remains of its function once the leading terms are taken out exactly, so that its own error is scaled down by the
terms in front of it; the comment above it states log2 of the largest error of the rounded polynomial on its interval.
"""

import textwrap
from functools import reduce

from mpmath import mp, mpf

mp.prec = 220

FORMATS = {32: 24, 64: 53}  # bits of the type: bits of its significand


def rounded(value, precision):
    with mp.workprec(precision):
        return +mpf(value)


def literal(value, bits):
    """The hexadecimal C literal of a value that the type holds exactly."""
    number = float(value)
    assert mpf(number) == value, (value, bits)
    return number.hex().replace("0000000p", "p") + ("f" if bits == 32 else "")


def split(value, precision, parts, zeros=0):
    """The value as a sum of parts; all but the last end in `zeros` zero bits, so that small multiples are exact."""
    pieces = []
    for part in range(parts):
        last = part == parts - 1
        pieces.append(rounded(value, precision if last else precision - zeros))
        value -= pieces[-1]
    return pieces


def horner(name, argument, coefficients, bits):
    """One nested expression; the highest degree stands innermost."""
    expression = literal(coefficients[0], bits)
    for coefficient in coefficients[1:]:
        expression = f"MAD({argument}, {expression}, {literal(coefficient, bits)})"
    lines = textwrap.wrap(f"return {expression};", 116, initial_indent="    ", subsequent_indent="    ")
    return [f"WORD T {name}(T {argument})", "{", *lines, "}"]


def least_squares(columns, right):
    """The factors of the columns whose sum is nearest to the right side, by the normal equations."""
    with mp.workprec(600):
        normal = mp.matrix([[mp.fdot(a, b) for b in columns] for a in columns])
        return mp.lu_solve(normal, mp.matrix([mp.fdot(a, right) for a in columns]))


def fitted(function, interval, degree, precision):
    """Rounded coefficients, the highest first: from a Chebyshev fit, each in turn is rounded and the others fitted anew."""
    low, high = interval
    nodes = [
        (low + high) / 2 + (high - low) / 2 * mp.cos((2 * i + 1) * mp.pi / (8 * degree + 8)) for i in range(4 * degree + 4)
    ]
    rest = [function(x) for x in nodes]
    powers = [[x**k for x in nodes] for k in range(degree + 1)]
    fixed = []
    for k, power in enumerate(powers):
        solution = least_squares(powers[k:], rest)
        fixed.append(rounded(mp.chop(solution[0], mpf(2) ** -140), precision))
        rest = [v - fixed[k] * x for v, x in zip(rest, power)]
    return fixed[::-1]


def fit(function, interval, degree, bits):
    """Rounded coefficients, the highest first, and a comment with their error."""
    coefficients = fitted(function, interval, degree, FORMATS[bits])
    low, high = interval
    grid = [low + (high - low) * (mpf(i) + mpf("0.37")) / 200 for i in range(200)]
    error = max(abs(mp.polyval(coefficients, x) - function(x)) for x in grid)
    told = f"/* degree {degree}, error 2^{float(mp.log(error, 2)):.1f} on [{mp.nstr(low, 5)}, {mp.nstr(high, 5)}] */"
    return coefficients, told


def quotient(numerator, denominator, function, nodes, fixed, order, precision):
    """The coefficients c for which c numerator(x)/(c denominator(x)), both lists of functions, have the least largest relative
    error at the nodes, by Lawson's weights, and that error; those of `fixed` are given, the others are rounded in `order`."""
    values = [function(x) for x in nodes]
    above, below = ([[term(x) for x in nodes] for term in terms] for terms in (numerator, denominator))
    weights, bottom = [mpf(1)] * len(nodes), [mpf(1)] * len(nodes)

    def solve(known):
        """The others, of least squares of numerator - function * denominator."""
        free = [k for k in range(len(numerator)) if k not in known]
        if not free:
            return dict(known)
        with mp.workprec(600):
            scales = [mp.sqrt(weight) / (scale * value) for weight, scale, value in zip(weights, bottom, values)]
            columns = [[s * (a - v * b) for s, a, v, b in zip(scales, top, values, low)] for top, low in zip(above, below)]
            rest = [-mp.fsum(columns[k][i] * c for k, c in known.items()) for i in range(len(nodes))]
        return dict(known) | dict(zip(free, least_squares([columns[k] for k in free], rest)))

    def errors(found):
        bottom[:] = [sum(found[k] * below[k][i] for k in found) for i in range(len(nodes))]
        tops = [sum(found[k] * above[k][i] for k in found) for i in range(len(nodes))]
        return [abs(t / b / v - 1) for t, b, v in zip(tops, bottom, values)]

    found = solve(fixed)
    for _ in range(12):
        error = errors(found)
        weights = [w * (e / max(error) + mpf("0.001")) for w, e in zip(weights, error)]
        found = solve(fixed)
    for k in order:
        fixed = fixed | {k: rounded(found[k], precision)}
        errors(found)
        found = solve(fixed)
    return found, max(errors(found))


def polynomial(name, argument, function, interval, degree, bits):
    coefficients, told = fit(function, interval, degree, bits)
    return [told, *horner(name, argument, coefficients, bits)]


def coefficients_of(name, function, interval, degree, bits):
    coefficients, told = fit(function, interval, degree, bits)
    return [told, f"enum {{ {name}_DEGREE = {degree} }};", *table(name, coefficients[::-1], bits)]


def table(name, values, bits):
    rows = [", ".join(literal(v, bits) for v in values[i : i + 4]) for i in range(0, len(values), 4)]
    return [f"static const R {name}[{len(values)}] PACK_ALIGNED = {{", *(f"    {row}," for row in rows), "};"]


def fortunate(function, low, high):
    """A float about the middle of the interval where the function is nearly one too."""
    centres = (rounded((low + high) / 2 + (-1) ** k * k * (high - low) / 2**14, 24) for k in range(1000))
    return min(centres, key=lambda centre: abs(function(centre) / rounded(function(centre), 24) - 1))


def interpolation(name, function, intervals, degree):
    """Tables of a float function on intervals of their own: at + slope t + bend t^2, t = a - c, and `at` is exact."""
    precision, columns = FORMATS[32], []
    for low, high, centre in intervals:
        with mp.workprec(100):
            centre = fortunate(function, low, high) if centre is None else centre
            value = function(centre)
            rest = fitted(lambda t: (function(centre + t) - value) / t, [low - centre, high - centre], degree - 1, precision)
            columns.append([centre, rounded(value, precision), *rest[::-1]])
    tables = [f"{name}_AT_{column}" for column in ("CENTRE", *range(degree + 1))]
    for table_name, values in zip(tables, zip(*columns)):
        yield from table(table_name, values, 32)
    at, slope, *others = [f"lookup32_({table_name}, i)" for table_name in tables[1:]]
    bend = reduce(lambda inner, word: f"MAD(t, {inner}, {word})", others[::-1])
    lines = textwrap.wrap(
        f"return (INTERPOLATED){{t, {at}, {slope}, {bend}}};", 116, initial_indent="    ", subsequent_indent="    "
    )
    yield from [f"WORD INTERPOLATED {name.lower()}_at(T a, I i)", "{", f"    T t = a - lookup32_({tables[0]}, i);", *lines, "}"]


def octaves(first, parts, count=32):
    """`count` intervals from a power of 2 on, in the order of the low bits of a float's exponent and leading digits."""
    found = {}
    for k in range(count):
        exponent, part = divmod(k, parts)
        low, width = first * mpf(2) ** exponent * (1 + mpf(part) / parts), first * mpf(2) ** exponent / parts
        start = (127 + int(mp.log(first, 2))) * parts
        found[(start + k) % count] = (low, low + width)
    return [found[k] for k in range(count)]


# What is fitted --------------------------------------------------------------------------------------------------------


def remainder(function, leading, power):
    """(function - leading)/x^power, by its Taylor coefficients where the difference would cancel."""
    series = mp.taylor(lambda x: function(x) - leading(x), 0, 40)[power:]

    def value(x):
        return mp.polyval(series[::-1], x) if abs(x) < mpf("0.05") else (function(x) - leading(x)) / x**power

    return value


def even(function):
    """g(w) with g(x^2) = function(x)."""
    return lambda w: function(mp.sqrt(w))


EXPM1 = remainder(mp.expm1, lambda r: r, 2)
EXPM1_QUOTIENT = remainder(mp.expm1, lambda r: mpf(0), 1)
SOFTPLUS_OF_QUOTIENT = even(remainder(lambda s: 2 * mp.atanh(s / 2), lambda s: s, 3))
LOG1P = even(remainder(lambda z: 2 * mp.atanh(z), lambda z: 2 * z, 3))
ATAN = even(remainder(mp.atan, lambda t: t, 3))
TANH_SHRINK = even(remainder(lambda x: -mp.tanh(x), lambda x: x**3 / 3 - x, 5))
SOFTPLUS = even(remainder(lambda z: mp.log1p(mp.exp(z)) - z / 2, lambda z: mp.log(2), 2))
SOFTPLUS_TAIL = remainder(mp.log1p, lambda e: e, 2)
SOFTPLUS_LIMIT = mpf("1.328125")  # where both polynomials are short
ERF = even(remainder(mp.erf, lambda z: 2 / mp.sqrt(mp.pi) * z, 3))

# sin and cos, of w = r^2, beyond the terms that circular() adds in two words: (-1)^k r^(2k)/(2k + odd)! from k = TERMS on
CIRCULAR_TERMS = {32: 4, 64: 6}


def alternating(k, odd):
    return (-1) ** k / mp.factorial(2 * k + odd)


def circular_rest(terms, odd):
    return lambda w: mp.fsum(alternating(k, odd) * w ** (k - terms) for k in range(terms, terms + 25))


SINC_WINDOW = mpf(1) / 2
SINC_SLOPE = even(lambda x: mp.fsum((-1) ** k * 2 * k * x ** (2 * k - 2) / mp.factorial(2 * k + 1) for k in range(1, 30)))

# k: a small one conditions t = 1 - 2k/(a + k) better near 0, a large one needs a lower degree
MILLS_CENTRE = mpf(4)


def mills(centre):
    """R(a)/u of t = 1 - u = (a - k)/(a + k), R(a) = exp(a^2/2) erfc(a/sqrt(2))/2."""

    def value(t):
        a = centre * (1 + t) / (1 - t)
        return mp.exp(a * a / 2) * mp.erfc(a / mp.sqrt(2)) / 2 / (1 - t)

    return value


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


ROOT_2_OVER_PI = mp.sqrt(2 / mp.pi)
GELU_TANH_CUBIC = mpf("0.044715")


def silu(x):
    return x * sigmoid(x)


def gelu_slope(a):
    """gelu'(-a) exp(a^2/2)"""
    return mp.exp(a * a / 2) * mp.erfc(a / mp.sqrt(2)) / 2 - a / mp.sqrt(2 * mp.pi)


def mills_ratio(a):
    return mp.exp(a * a / 2) * mp.erfc(a / mp.sqrt(2)) / 2


def powers(first, count):
    return [lambda a, k=k: a**k for k in range(first, first + count)]


def nothing(count):
    return [lambda a: mpf(0)] * count


def spread(highest, count):
    """Nodes from 0 on, dense near it."""
    return [highest * ((1 - mp.cos((2 * i + 1) * mp.pi / (2 * count))) / 2) ** 2 for i in range(count)]


def alternately(first, second):
    """The numbers below `first` and those from there up to first + second, in turns: coefficients by their power."""
    return sorted(range(first + second), key=lambda k: (k if k < first else k - first, k))


def horner_of(name, argument, coefficients, told, bits):
    return [told, *horner(name, argument, coefficients[::-1], bits)]


def gelu_tail(bits, ratio, unit, highest, p_terms, q_terms, slope_degree):
    """a R(a) = N/(ratio N + G), N = unit (a + a^2/2 P(a)), G = unit (2 + a Q(a)): R(0) is 1/2, and what the polynomials err
    by is in N above and below; and, of the derivative, (R(a) - a/sqrt(2 pi))/(root - a) = K (1 + M/F), where K is
    about its limit; log K takes part in the exponent.  `unit` is that with the least errors of rounding, by a search:
    with 1 gelu errs by .3 ULP more."""
    precision = FORMATS[bits]
    nodes = spread(highest, 6 * p_terms + 40)
    top = [lambda a: a, *(lambda a, k=k: a**k / 2 for k in range(2, 2 + p_terms)), *nothing(1 + q_terms)]
    below = [*(lambda a, term=term: ratio * term(a) for term in top[: 1 + p_terms]), *powers(0, 1 + q_terms)]
    fixed = {0: unit, 1 + p_terms: 2 * unit}
    order = [k for k in alternately(1 + p_terms, 1 + q_terms) if k not in fixed]
    found, error = quotient(top, below, lambda a: a * mills_ratio(a), nodes, fixed, order, precision)
    told = f"/* to 2^{float(mp.log(error, 2)):.1f} for a <= {mp.nstr(highest, 5)} */"
    yield constant_of(bits, "GELU_RATIO", ratio)
    yield constant_of(bits, "GELU_UNIT", unit)
    yield from horner_of("poly_gelu_p", "a", [found[k] for k in range(1, 1 + p_terms)], told, bits)
    yield from horner_of("poly_gelu_q", "a", [found[2 + p_terms + k] for k in range(q_terms)], told, bits)
    root, series = near_root(gelu, "-0.752")
    root, slope = -root, series[0]
    limit = rounded(mp.log(2 / mp.sqrt(2 * mp.pi) if bits == 64 else mpf("0.7978869676")), precision)
    k = mp.exp(limit) / 2
    top = [lambda a, term=term: k * term(a) for term in (*powers(0, slope_degree + 1), *powers(0, slope_degree))]
    below = [*powers(0, slope_degree + 1), *nothing(slope_degree)]
    order = alternately(slope_degree + 1, slope_degree)[1:]
    found, error = quotient(top, below, lambda a: gelu_slope(a) / (root - a), nodes, {0: mpf(1)}, order, precision)
    told = f"/* to 2^{float(mp.log(error, 2)):.1f} for a <= {mp.nstr(highest, 5)} */"
    yield constant_of(bits, "GELU_SLOPE_LOG", limit)
    high, low = split(root, precision, 2)
    yield constant_of(bits, "GELU_ROOT", high)
    unit = mpf(2) ** (mp.nint((limit - root**2 / 2) / mp.ln(2)) - 1)
    yield "/* the second word of the root times what the distance from it is multiplied by there */"
    yield constant_of(bits, "GELU_ROOT_REST", low * slope / unit)
    yield from horner_of("poly_gelu_f", "a", [found[k] for k in range(slope_degree + 1)], told, bits)
    yield from horner_of("poly_gelu_m", "a", [found[k] for k in range(slope_degree + 1, 2 * slope_degree + 1)], told, bits)


def exp_rest(name, centre, bits):
    """(exp(r) - 1 - r)/r^2, |r - centre| <= ln 2/2 and a little, by the relative error of exp."""
    count = 5 if bits == 32 else 10
    edge = mp.ln(2) / 2 * mpf("1.002")
    nodes = [centre + edge * mp.cos((2 * i + 1) * mp.pi / 120) for i in range(60)]
    fixed = dict.fromkeys((0, 1, 2 + count), mpf(1))
    top, below = [*powers(0, 2 + count), *nothing(1)], [*nothing(2 + count), lambda r: mpf(1)]
    found, error = quotient(top, below, mp.exp, nodes, fixed, range(2, 2 + count), FORMATS[bits])
    told = f"/* for exp to 2^{float(mp.log(error, 2)):.1f}, |r{float(-centre):+.4f}| <= {mp.nstr(edge, 5)} */"
    yield from horner_of(name, "r", [found[k] for k in range(2, 2 + count)], told, bits)


def silu_centre(bits, zeros):
    """At the root -z of silu' exp(-z) is z - 1.  Arguments are reduced about minus the logarithm of the number of the type next
    to it, so that r is exact near the root; r is up to ln 2/2 beyond what the centre is off a multiple of ln 2."""
    precision = FORMATS[bits]
    near = rounded(-near_root(silu, ROOTS["SILU"][1])[0] - 1, precision)
    centre = -mp.log(near)
    turns = int(mp.nint(centre / mp.ln(2)))
    yield constant_of(bits, "SILU_CENTRE_EXP", near)
    yield constant_of(bits, "SILU_CENTRE_TURNS", mpf(turns))
    words = split(centre, precision, 3, zeros)
    yield from (constant_of(bits, f"SILU_CENTRE_{word}", value) for word, value in zip(("HIGH", "LOW", "LOWEST"), words))
    edge, middle = mp.ln(2) / 2 * mpf("1.002"), centre - turns * mp.ln(2)
    yield from polynomial("poly_exp_silu", "r", EXPM1, [middle - edge, middle + edge], 4 if bits == 32 else 9, bits)


def gelu(x):
    return x * mp.erfc(-x / mp.sqrt(2)) / 2


def gelu_tanh(x):
    return x * sigmoid(2 * ROOT_2_OVER_PI * (x + GELU_TANH_CUBIC * x**3))


def mish(x):
    return x * mp.tanh(mp.log1p(mp.exp(x)))


def gcu(x):
    return x * mp.cos(x)


def tanhexp(x):
    return x * mp.tanh(mp.exp(x))


def serf(x):
    return x * mp.erf(mp.log1p(mp.exp(x)))


def smish(x):
    return x * mp.tanh(mp.log1p(sigmoid(x)))


def logish(x):
    return x * mp.log1p(sigmoid(x))


def phish(x):
    return x * mp.tanh(gelu(x))


def dish(x):
    return x / 2 * (x / mp.sqrt(1 + x * x) + 1)


def elish(x):
    return mp.expm1(x) * sigmoid(x)


def hard_elish(x):
    return mp.expm1(x) * (x / 6 + mpf(1) / 2)


# Roots of derivatives: how far around each the derivative is the distance times a polynomial, and its degree for each type.
ROOTS = {
    "SILU": (silu, "-1.278", 0.125, 3, 10),
    "GELU_TANH": (gelu_tanh, "-0.752", 0.125, 4, 11),
    "MISH": (mish, "-1.192", 0.25, 5, 14),
    "GCU": (gcu, "0.860", 0.5, 8, 20),
    "TANHEXP": (tanhexp, "-1.094", 0.25, 6, 15),
    "SERF": (serf, "-1.2", 0.5, 8, 20),
    "SMISH": (smish, "-1.3", 0.25, 5, 13),
    "LOGISH": (logish, "-1.3", 0.625, 9, 24),
    "PHISH": (phish, "-1.2", 0.375, 9, 21),
    "DISH": (dish, "-0.786", 0.0625, 4, 10),
    "ELISH": (elish, "-0.881", 0.25, 5, 14),
    "HARD_ELISH": (hard_elish, "-1.2", 0.25, 4, 13),
}


def near_root(function, guess):
    """The root of function' and the Taylor series of function'(root + t)/t there."""
    with mp.workprec(600):
        root = mp.findroot(lambda x: mp.diff(function, x), mpf(guess))
    series = mp.taylor(function, root, 40)
    return root, [k * series[k] for k in range(2, 41)]


def constant_of(bits, name, value):
    return f"#define {name} {literal(rounded(value, FORMATS[bits]), bits)}"


def section(bits):
    precision = FORMATS[bits]
    single = bits == 32
    exponent_bits = bits - precision

    def constant(name, value):
        return constant_of(bits, name, value)

    def parts(name, value, count, zeros=0):
        return [
            constant(f"{name}_{['HIGH', 'LOW', 'LOWEST'][i]}", p) for i, p in enumerate(split(value, precision, count, zeros))
        ]

    yield f"#{'if' if single else 'else'} {f'REAL == {bits}' if single else f'/* REAL == {bits} */'}"
    yield ""
    yield f"#define MANTISSA_BITS {precision - 1}"
    yield f"#define EXPONENT_BIAS {2 ** (exponent_bits - 1) - 1}"
    yield constant("LARGEST", (2 - mpf(2) ** (1 - precision)) * mpf(2) ** (2 ** (exponent_bits - 1) - 1))
    yield constant("SMALLEST_NORMAL", mpf(2) ** (2 - 2 ** (exponent_bits - 1)))
    yield "/* adding it rounds to an integer, which then stands in the low bits of the sum */"
    yield constant("ROUNDER", 3 * mpf(2) ** (precision - 2))
    yield "/* multiplying by it and subtracting splits a number into two halves of its bits */"
    yield constant("SPLITTER", 2 ** ((precision + 1) // 2) + 1)
    yield ""
    yield "/* exp: 2^(j/16) as a sum, and ln 2/16 in parts whose multiples by up to 2^11 (2^15) are exact */"
    powers = [split(mpf(2) ** (mpf(j) / 16), precision, 2) for j in range(16)]
    yield from table("EXP2_HIGH", [h for h, _ in powers], bits)
    yield from table("EXP2_LOW", [low for _, low in powers], bits)
    yield constant("INVERSE_LN2", 1 / mp.ln(2))
    yield from parts("LN2", mp.ln(2), 2, 11 if single else 15)
    yield "/* beyond these exp is 0, resp. infinite, whatever multiplies it below FACTOR_LIMIT; the exponents fit SCALE */"
    yield constant("EXP_LOWEST", -170 if single else -1400)
    yield constant("EXP_HIGHEST", 170 if single else 1400)
    yield constant("FACTOR_LIMIT", mpf(2) ** (90 if single else 900))
    yield "/* a factor that would be subnormal, e^z below this z, is carried 2^LIFT times as large */"
    lift = 100 if single else 900
    yield constant("LIFT", lift)
    yield constant("LIFT_BELOW", mpf("-81.5") if single else -691)
    yield constant("LIFTED_UNIT", mpf(2) ** -lift)
    edge = mp.ln(2) / 32 * mpf("1.01")
    yield "/* (expm1(r) - r)/r^2, for exp and, as r alone is the result there, one degree more for expm1 near 0 */"
    yield from polynomial("poly_exp", "r", EXPM1, [-edge, edge], 1 if single else 5, bits)
    yield from polynomial("poly_expm1", "r", EXPM1, [-edge, edge], 2 if single else 5, bits)
    edge = mp.ln(2) / 2 * mpf("1.001")
    yield "/* (exp(r) - 1)/r where a power of 2 is all that is split off, the lowest degree first */"
    yield from coefficients_of("EXPM1_QUOTIENT", EXPM1_QUOTIENT, [-edge, edge], 5 if single else 10, bits)
    yield "/* EXP_FRACTION: (exp(r) - 1)/r times the unit, (exp(r) - 1 - r)/r^2, and (exp(2 r) - 1)/r, whose |r| <= ln 2/4 */"
    lift = 40 if single else 120
    yield constant("FRACTION_LIFT", lift)
    yield constant("FRACTION_UNIT", mpf(2) ** lift)
    yield constant("FRACTION_FALL", mpf(2) ** -lift)
    yield constant("FRACTION_HIGHEST", 110 if single else 765)
    coefficients, told = fit(EXPM1_QUOTIENT, [-edge, edge], 5 if single else 10, bits)
    yield from [told, *horner("poly_exp_lifted", "r", [c * mpf(2) ** lift for c in coefficients], bits)]
    yield from exp_rest("poly_exp_rest", mpf(0), bits)
    twice = lambda r: 2 * EXPM1_QUOTIENT(2 * r)  # noqa: E731
    yield from polynomial("poly_expm1_twice", "r", twice, [-edge / 2, edge / 2], 5 if single else 10, bits)
    yield constant("TANH_HIGHEST", mpf("9.25") if single else mpf("19.5"))
    yield "/* log(1 + e) is s + s^3 P(s^2), s = e/(1 + e/2) <= 2/3 */"
    yield from polynomial("poly_log1p_fraction", "w", SOFTPLUS_OF_QUOTIENT, [mpf(0), mpf("0.4445")], 4 if single else 10, bits)
    yield from silu_centre(bits, 11 if single else 15)
    yield "/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */"
    yield from polynomial("poly_log1p", "w", LOG1P, [mpf(0), mpf("0.0401")], 3 if single else 7, bits)
    yield "/* the same, |z| <= 1/3 */"
    yield from polynomial("poly_log1p_of_part", "w", LOG1P, [mpf(0), mpf("0.11112")], 4 if single else 9, bits)
    yield ""
    yield "/* (atan(t) - t)/t^3 of w = t^2 */"
    yield from polynomial("poly_atan", "w", ATAN, [mpf(0), mpf(1)], 8 if single else 20, bits)
    yield from parts("HALF_PI", mp.pi / 2, 3)
    yield constant("TWO_OVER_PI", 2 / mp.pi)
    yield "/* above it the reduction by HALF_PI would lose bits */"
    yield constant("HALF_PI_LIMIT", mpf(2) ** (14 if single else 24))
    edge = (mp.pi / 4) ** 2 * mpf("1.001")
    yield "/* (sin(r) - r)/r^3 and (cos(r) - 1 + r^2/2)/r^4 of w = r^2, |r| <= pi/4 */"
    yield from polynomial("poly_sin", "w", circular_rest(1, 1), [mpf(0), edge], 3 if single else 6, bits)
    yield from polynomial("poly_cos", "w", circular_rest(2, 0), [mpf(0), edge], 2 if single else 5, bits)
    yield "/* the first for |r| <= pi/2 */"
    edge_of_half = (mp.pi / 2 * mpf("1.001")) ** 2
    yield from polynomial("poly_sin_half_turn", "w", circular_rest(1, 1), [mpf(0), edge_of_half], 4 if single else 7, bits)
    terms = CIRCULAR_TERMS[bits]
    yield f"enum {{ CIRCULAR_TERMS = {terms} }};"
    for odd, name in ((1, "SIN"), (0, "COS")):
        pairs = [split(alternating(k, odd), precision, 2) for k in range(terms)]
        yield from table(f"{name}_HIGH", [h for h, _ in pairs], bits)
        yield from table(f"{name}_LOW", [low for _, low in pairs], bits)
        yield f"/* {name.lower()} beyond these terms, of w = r^2, |r| <= pi/4 */"
        polynomial_name, degree = f"poly_{name.lower()}_rest", 2 if single else 4
        yield from polynomial(polynomial_name, "w", circular_rest(terms, odd), [mpf(0), edge], degree, bits)
    yield ""
    shape = "R(a) = u (MILLS_FIRST + t (MILLS_SECOND + t P(t))), t = 1 - u, u = 2k/(a + k), a <= MILLS_HIGHEST"
    yield f"/* the Mills ratio: {shape} */"
    highest = mpf("14.875" if single else "39.5")
    centre = MILLS_CENTRE
    yield constant("MILLS_CENTRE", centre)
    yield constant("MILLS_HIGHEST", highest)
    ratio = mpf("2.506608009338379") if single else rounded(mp.sqrt(2 * mp.pi), precision)
    yield from gelu_tail(bits, ratio, mpf("1.625"), highest, *((4, 4, 4) if single else (10, 9, 10)))
    top = (highest - centre) / (highest + centre)
    ratio = mills(centre)
    first, second = ratio(mpf(0)), mp.diff(ratio, 0)
    yield from parts("MILLS_FIRST", first, 2, 2)
    yield from parts("MILLS_SECOND", second, 2, 2)

    def rest(t):
        return (ratio(t) - first - second * t) / t**2

    yield from polynomial("poly_mills", "t", rest, [mpf(-1), top], 8 if single else 22, bits)
    yield from parts("INVERSE_ROOT_2PI", 1 / mp.sqrt(2 * mp.pi), 2)
    near, beyond = "(log(1 + exp(z)) - z/2 - log 2)/z^2 of w = z^2 to the limit", "(log(1 + e) - e)/e^2 of e = exp(-|z|)"
    yield f"/* softplus: {near}, then {beyond} */"
    yield constant("SOFTPLUS_LIMIT", SOFTPLUS_LIMIT)
    yield from polynomial("poly_softplus", "w", SOFTPLUS, [mpf(0), SOFTPLUS_LIMIT], 4 if single else 10, bits)
    edge = mp.exp(-mp.sqrt(SOFTPLUS_LIMIT)) * mpf("1.001")
    yield from polynomial("poly_softplus_tail", "e", SOFTPLUS_TAIL, [mpf(0), edge], 5 if single else 12, bits)
    yield "/* (erf(z) - 2/sqrt(pi) z)/z^3 and (x - tanh(x) - x^3/3)/x^5 of w = z^2, |z| <= 1 */"
    yield from parts("THIRD", mpf(1) / 3, 2)
    yield from parts("ERF_SLOPE", 2 / mp.sqrt(mp.pi), 2)
    yield from polynomial("poly_erf", "w", ERF, [mpf(0), mpf("1.001")], 6 if single else 14, bits)
    yield from polynomial("poly_tanh_shrink", "w", TANH_SHRINK, [mpf(0), mpf("1.001")], 7 if single else 20, bits)
    yield constant("ROOT_2", mp.sqrt(2))
    yield from parts("THIN_PLATE_ROOT", mp.exp(mpf("-0.5")), 2)
    yield "/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */"
    yield constant("GELU_TANH_LIMIT", mpf("10.9375" if single else "21.625"))
    yield from parts("GELU_TANH_A", 2 * ROOT_2_OVER_PI, 2, 7)
    yield from parts("GELU_TANH_B", 2 * ROOT_2_OVER_PI * GELU_TANH_CUBIC, 2)
    yield from parts("GELU_TANH_3B", 6 * ROOT_2_OVER_PI * GELU_TANH_CUBIC, 2)
    yield from parts("SELU_LAMBDA", mpf("1.0507009873554804934193349852946"), 2)
    yield from parts(
        "SELU_LAMBDA_ALPHA", mpf("1.0507009873554804934193349852946") * mpf("1.6732632423543772848170429916717"), 2
    )
    yield from parts("SIXTH", mpf(1) / 6, 2)
    yield "/* gelu_quick's slope; above the limit x^2 is formed of x scaled down, below 1/limit of x lifted */"
    yield from parts("GELU_QUICK", mpf("1.702"), 2)
    yield "/* 1 + x is x from here on */"
    yield constant("IDENTITY_LIMIT", mpf(2) ** precision)
    yield constant("SQUARE_LIMIT", mpf(2) ** (50 if single else 400))
    yield constant("SQUARE_SCALE", mpf(2) ** (-70 if single else -520))
    yield constant("SQUARE_LIFT", mpf(2) ** (100 if single else 700))
    yield "/* so many times as large, cubes and squares of what is at most 1 keep their second words */"
    yield constant("SMALL_LIFT", mpf(2) ** (40 if single else 300))
    yield constant("SQUARE_LIFT_ROOT", mpf(2) ** (50 if single else 350))
    yield "/* the derivative of sin(x)/x over x, of w = x^2 */"
    yield constant("SINC_WINDOW", SINC_WINDOW)
    yield from polynomial("poly_sinc", "w", SINC_SLOPE, [mpf(0), SINC_WINDOW**2], 3 if single else 7, bits)
    if single:
        yield "/* for a table of 32 numbers in registers */"
        yield "#if HAVE_LOOKUP32"
        yield "typedef struct {"
        yield "    T t, at, slope, bend;"
        yield "} INTERPOLATED;"
        yield "/* the Mills ratio, eight intervals to an octave of a and this, the first about 0 */"
        shift = mpf("1.0625")
        intervals = [(low - shift, high - shift) for low, high in octaves(mpf(1), 8)]
        intervals = [(low, high, mpf(0) if low < 0 else None) for low, high in intervals]
        yield constant("MILLS_SHIFT", shift)
        yield from interpolation("MILLS", mills_ratio, intervals, 5)
        yield "#endif"
    yield "/* the root of a derivative, the slope there, and (f'(root + t)/t - slope)/t inside the window */"
    for name, (function, guess, width, *degrees) in ROOTS.items():
        root, series = near_root(function, guess)
        window, rest = mpf(width), series[:0:-1]
        yield from parts(f"{name}_ROOT", root, 3)
        yield from parts(f"{name}_ROOT_SLOPE", series[0], 2)
        yield constant(f"{name}_ROOT_WINDOW", window)
        yield from polynomial(
            f"poly_{name}_root", "t", lambda t: mp.polyval(rest, t), [-window, window], degrees[not single], bits
        )
    yield ""


def two_over_pi_bits():
    """2/pi as 64-bit words, as many as a product of two doubles and the guard bits of the reduction need."""
    words = 36
    with mp.workprec(64 * words + 64):
        digits = int(mp.floor(2 / mp.pi * mpf(2) ** (64 * words)))
    chunks = [f"0x{digits >> 64 * (words - 1 - i) & (2**64 - 1):016x}u" for i in range(words)]
    yield f"static const uint64_t TWO_OVER_PI_BITS[{words}] = {{"
    yield from (f"    {', '.join(chunks[i : i + 4])}," for i in range(0, words, 4))
    yield "};"


def header():
    yield "/* Made by coefficients.py: change it there. */"
    yield ""
    yield from two_over_pi_bits()
    yield ""
    for bits in FORMATS:
        yield from section(bits)
    yield "#endif"


if __name__ == "__main__":
    print("\n".join(header()))
