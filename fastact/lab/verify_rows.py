"""What goes along an axis, for `verify`: rows with options, their exact results as balls, and the search for the worst row.

A case is one row: numbers, which the search moves, and what stays as it is drawn, such as a mask.  Each public function is
called as a user calls it, on the ISA that this process has chosen.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from flint import arb, ctx

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import reference
from fastact.lab.verify_elementwise import DTYPES, NOISE, Worst, generator
from fastact.lab.verify_logits import extremes, logits, long, order, repeated, repeats, spread_out
from fastact.lab.verify_points import highest, number, ordinal, steps

LENGTHS = 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 24, 33, 64, 65, 100, 200
LONG = 1500  # of one row in forty
PRECISION = 256
ROW = 2**12  # arguments of float32 for one row
KEPT = 6  # of the worst rows, from which a search climbs


class Case(NamedTuple):
    numbers: dict  # arrays of one axis
    fixed: dict


class Rows(NamedTuple):
    """Functions of a row.  `exact` has of each result its balls and the units, 0 for that of the result; where they are those
    of the terms of a sum, `unit` says so in words."""

    functions: tuple
    draw: Callable  # a generator and a dtype, of softmax and its kin a kind of rows, too -> Case
    call: Callable  # Case -> arrays, as many as functions
    exact: Callable  # Case, dtype -> pairs (balls, units)
    limits: dict  # of numbers, where any are not allowed
    cost: int = 1  # how many times as long as of softmax an exact result takes


# ---- rows that are drawn ----------------------------------------------------------------------------------------------------


def length(rng, most=LONG):
    return LONG if most == LONG and rng.random() < 1 / 40 else int(rng.choice([n for n in LENGTHS if n <= most]))


def either(rng):
    """Whether the axis lies across memory, where sums may be made in another order."""
    return {"across": bool(rng.integers(2))}


def along(function, arrays, case, *rest, **kwargs):
    """A function of a row, called along the last axis or, for a case across memory, along the first one of 16 columns."""
    if not case.fixed.get("across"):
        return np.atleast_1d(function(*arrays, *rest, **kwargs))
    kwargs = {name: value[:, None] if name == "where" else value for name, value in kwargs.items()}
    result = function(*(np.stack([array] * 16, axis=1) for array in arrays), *rest, axis=0, **kwargs)
    return result[..., 0] if np.ndim(result) == 2 else result[:1]


def gradients(rng, n, dtype):
    return (np.exp2(rng.uniform(-8, 8)) * rng.standard_normal(n)).astype(dtype)


def options(rng, n):
    """A mask and a temperature, which is a float64 for every type, each in half of the cases."""
    numbers, fixed = {}, either(rng)
    if rng.random() < 1 / 2:
        fixed["where"] = rng.random(n) < 0.7
    if rng.random() < 1 / 2:
        numbers["temperature"] = np.exp2(rng.uniform(-7, 7, 1))
    return numbers, fixed


def row(rng, dtype, n, kind=None, sink=False, infinite=True, few=None):
    """Logits with options, and a sink in half of the cases; a row of a few numbers repeats them, up to n elements."""
    numbers, fixed = options(rng, few or n)
    x = logits(rng, (few or n) + 1, dtype, numbers.get("temperature", np.ones(1))[0], infinite, kind)
    if sink and rng.random() < 1 / 2:
        numbers["sink"] = x[-1:]
    return Case({"x": x[:-1]} | numbers, fixed | repeats(rng, few, n) if few else fixed)


def short(rng, dtype, **kwargs):
    """Of a length as usual; a quarter of the rows repeats up to four numbers."""
    return row(rng, dtype, length(rng), few=rng.integers(1, 5) if rng.random() < 1 / 4 else None, **kwargs)


def given(case):
    """The options of a case, as arguments."""
    found = dict(case.fixed)
    if "temperature" in case.numbers:
        found["temperature"] = float(case.numbers["temperature"][0])
    if "sink" in case.numbers:
        found["sink"] = case.numbers["sink"][0]
    return {name: value for name, value in found.items() if name in ("where", "temperature", "sink", "inf")}


# ---- exact results ----------------------------------------------------------------------------------------------------------


def balls(numbers):
    """Balls, and infinities and NaN as they are."""
    return [arb(value) if math.isfinite(value) else value for value in numbers.tolist()]


def counted(case, sign=1):
    """Of the row's numbers the logits, or None for those that do not count; those that do and the sink's, and how often each
    of these stands in the row; and the temperature, by which only differences are divided, for these are rounded once."""
    x, where = balls(case.numbers["x"]), case.fixed.get("where")
    logits = [None if where is not None and not where[i] else sign * v for i, v in enumerate(x)]
    counts = case.fixed.get("counts", np.ones(len(x), int)).tolist()
    every = [(v, n) for v, n in zip(logits, counts) if v is not None]
    every += [(v, 1) for v in balls(case.numbers.get("sink", np.empty(0)))]
    return logits, [v for v, _ in every], [n for _, n in every], temperature(case)


def temperature(case):
    return arb(float(case.numbers["temperature"][0])) if "temperature" in case.numbers else arb(1)


def peak(logits, counts, t=1):
    """The largest, and the sum of exponentials of the distances of all others from it."""
    m = max(logits)
    first = logits.index(m)
    others = (n - (k == first) for k, n in enumerate(counts))
    return m, sum((n * ((v - m) / t).exp() for v, n in zip(logits, others) if n and v != -math.inf), arb(0))


def undefined(logits):
    return any(v != v for v in logits if isinstance(v, float)) or all(v == -math.inf for v in logits)


def unit(size, dtype):
    """A unit in the last place of a number of that size."""
    return float(reference.unit_of(min(float(size), float(np.finfo(dtype).max)), dtype))


def softmax_(case, dtype, sign=1):
    logits, every, counts, t = counted(case, sign)
    if undefined(every):
        found = [arb.nan()] * len(logits)
    elif math.inf in every:
        share = arb(1) / infinite(every, counts) if case.fixed.get("inf") != "nan" else arb.nan()
        zero = arb(0) if case.fixed.get("inf") != "nan" else arb.nan()
        found = [share if v == math.inf else zero for v in logits]
    else:
        m, s = peak(every, counts, t)
        found = [arb(0) if v is None or v == -math.inf else ((v - m) / t).exp() / (1 + s) for v in logits]
    return [([arb(0) if v is None else y for v, y in zip(logits, found)], 0.0)]


def log_softmax_(case, dtype):
    logits, every, counts, t = counted(case)
    none, nan = arb("-inf"), arb.nan()
    if undefined(every):
        found = [nan] * len(logits)
    elif math.inf in every:
        share = -arb(infinite(every, counts)).log() if case.fixed.get("inf") != "nan" else nan
        found = [share if v == math.inf else (none if case.fixed.get("inf") != "nan" else nan) for v in logits]
    else:
        m, s = peak(every, counts, t)
        found = [none if v is None or v == -math.inf else (v - m) / t - s.log1p() for v in logits]
    return [([none if v is None else y for v, y in zip(logits, found)], 0.0)]


def infinite(logits, counts):
    return sum(n for v, n in zip(logits, counts) if v == math.inf)


def logsumexp_(case, dtype):
    """In units of the larger of the two terms, the maximum and the logarithm that is added."""
    _, every, counts, t = counted(case)
    return [log_of_sum(every, counts, dtype, t)]


def long_(case, dtype):
    """Of softmax, of the sum of its results, which is in epsilons, of log_softmax and of logsumexp."""
    shares = softmax_(case, dtype)
    total = sum((n * p for n, p in zip(case.fixed["counts"].tolist(), shares[0][0])), arb(0))
    sums = [([total], float(np.finfo(dtype).eps))]
    return shares + sums + log_softmax_(case, dtype) + logsumexp_(case, dtype)


def log_of_sum(logits, factors, dtype, t=1):
    """The logarithm of the absolute value of a sum of exponentials with factors; in epsilons, too, times the sum of absolute
    values by that absolute value, where factors are no counts."""
    pairs = [(v, b) for v, b in zip(logits, factors) if b != 0 and v != -math.inf]
    if not pairs:
        return [arb("-inf")], 0.0
    if any(v == math.inf for v, _ in pairs):
        total = sum(b for v, b in pairs if v == math.inf)
        return [arb("inf") if total != 0 else arb("nan")], 0.0
    m = max(v for v, _ in pairs)
    if all(isinstance(b, int) for _, b in pairs):
        _, s = peak(*zip(*pairs), t)
        small, least = s.log1p(), 0.0
    else:
        terms = [b * ((v - m) / t).exp() for v, b in pairs]
        total, size = sum(terms, arb(0)), sum(map(abs, terms), arb(0))
        if total.contains(0):
            return [arb("-inf")], 0.0
        small = abs(total).log()
        least = float(np.finfo(dtype).eps * size / abs(total))
    return [m / t + small], max(least, unit(max(abs(m) / t, abs(small)), dtype))


def softmax_backward_(case, dtype):
    """In units of y*(abs(dy) + sum(y*abs(dy))), divided by the temperature as the smallest subnormal number is."""
    dy, y, t, where = backward_case(case)
    total, size = sum(map(arb.__mul__, y, dy), arb(0)), sum((p * abs(d) for p, d in zip(y, dy)), arb(0))
    found = [p * (d - total) / t if here else arb(0) for p, d, here in zip(y, dy, where)]
    least = float(np.finfo(dtype).smallest_subnormal / t)
    return [(found, [max(least, unit(p * (abs(d) + size) / t, dtype)) for p, d in zip(y, dy)])]


def log_softmax_backward_(case, dtype):
    """In units of abs(dy) + exp(y)*sum(abs(dy))."""
    dy, y, t, where = backward_case(case)
    total, size = sum(dy, arb(0)), sum(map(abs, dy), arb(0))
    found = [(d - p.exp() * total) / t if here else arb(0) for p, d, here in zip(y, dy, where)]
    return [(found, [unit((abs(d) + p.exp() * size) / t, dtype) for p, d in zip(y, dy)])]


def backward_case(case):
    where = case.fixed.get("where", np.ones(len(case.numbers["y"]), bool))
    dy, y = balls(np.where(where, case.numbers["dy"], 0)), balls(np.where(where, case.numbers["y"], 0))
    return dy, y, temperature(case), where


def logsumexp_backward_(case, dtype):
    """In units of the result, or of the smallest subnormal number times the factor of the exponential or divided by the
    temperature."""
    logits, _, _, t = counted(case)
    y, dy = balls(case.numbers["y"])[0], balls(case.numbers["dy"])[0]
    factors = balls(case.numbers["b"]) if "b" in case.numbers else [arb(1)] * len(logits)
    least = [float(np.finfo(dtype).smallest_subnormal * max(abs(dy * b), arb(1)) / t) for b in factors]
    return [([arb(0) if v is None else dy * b * ((v - t * y) / t).exp() / t for v, b in zip(logits, factors)], least)]


def cross_entropy_(case, dtype):
    """The loss and its gradient.  The loss is in units of the result, or of the smallest subnormal number times the sum of the
    masses; so is the gradient of a class and no smoothing, else it is in those of the larger of the two that are subtracted,
    and at a class that shares its mass with others in those of the sum of the masses."""
    x = balls(case.numbers["x"])
    n, smooth = len(x), arb(case.fixed.get("label_smoothing", 0.0))
    weight = balls(case.numbers["weight"]) if "weight" in case.numbers else [arb(1)] * n
    c = case.fixed.get("class")
    targets = balls(case.numbers["targets"]) if c is None else [arb(k == c) for k in range(n)]
    masses = [w * ((1 - smooth) * p + smooth / n) for w, p in zip(weight, targets)]
    m, s = peak(x, [1] * n)
    lse, total = s.log1p(), sum(masses, arb(0))
    loss = sum((mass * ((m - v) + lse) for mass, v in zip(masses, x) if mass != 0), arb(0))
    shares = [(v - m).exp() / (1 + s) for v in x]
    least = min(float(total), float(np.finfo(dtype).max)) * float(np.finfo(dtype).smallest_subnormal)
    if c is None or smooth != 0:
        grad = [p * total - mass for p, mass in zip(shares, masses)]
        sizes = [total if k == c else max(p * total, mass) for k, (p, mass) in enumerate(zip(shares, masses))]
        units = [max(least, unit(size, dtype)) for size in sizes]
    else:
        others = sum((p for k, p in enumerate(shares) if k != c), arb(0))
        grad = [-weight[c] * others if k == c else weight[c] * p for k, p in enumerate(shares)]
        units = least
    return [([loss], least), (grad, units)]


def sparsemax_(case, dtype):
    with ctx.workprec(2400):  # so that sums are exact
        z = balls(case.numbers["x"])
        ordered = sorted(z, key=lambda v: -v)
        total, tau = arb(0), None
        for k, v in enumerate(ordered, 1):
            total += v
            if 1 + k * v > total:
                tau = (total - 1) / k
        return [([max(v - tau, arb(0)) for v in z], 0.0)]


def entmax15_(case, dtype):
    with ctx.workprec(5000):  # so that sums of squares are exact
        z = [v / 2 for v in balls(case.numbers["x"])]
        ordered = sorted(z, key=lambda v: -v)
        total = square = arb(0)
        for k, v in enumerate(ordered, 1):
            more, squares = total + v, square + v * v
            if not squares - 2 * v * more + k * v * v < 1:
                break
            total, square, count = more, squares, k
        tau = (total - (total * total - count * (square - 1)).sqrt()) / count
        return [([(v - tau) ** 2 if v > tau else arb(0) for v in z], 0.0)]


def entmax_(case, dtype):
    """In epsilons, from a bisection in the maximum's share."""
    bits = np.finfo(dtype).nmant + 24
    with ctx.workprec(3 * bits):
        x, a = balls(case.numbers["x"]), arb(float(case.numbers["alpha"][0])) - 1
        m = max(x)
        distances = [a * (m - v) for v in x]

        def shares(top):
            powered = top**a
            return [max(powered - d, arb(0)) ** (1 / a) if powered > d else arb(0) for d in distances]

        low, high = arb(0), arb(1)
        for _ in range(bits):
            middle = ((low + high) / 2).mid()
            low, high = (low, middle) if sum(shares(middle)) > 1 else (middle, high)
        return [([v.mid() for v in shares(high)], float(np.finfo(dtype).eps))]


def entmax_backward_(case, dtype):
    """In epsilons of s*(abs(dy) + max(abs(dy)))."""
    alpha = case.fixed.get("alpha") or float(case.numbers["alpha"][0])
    dy, y = balls(case.numbers["dy"]), balls(case.numbers["y"])
    s = [p ** (2 - arb(alpha)) if p > 0 else arb(0) for p in y]
    total, largest = sum(s, arb(0)), max((abs(d) for d, p in zip(dy, y) if p > 0), default=arb(0))
    mean = sum(map(arb.__mul__, s, dy), arb(0)) / total if total > 0 else arb(0)
    eps = float(np.finfo(dtype).eps)
    units = [max(eps * float(w * (abs(d) + largest)), float(np.finfo(dtype).smallest_subnormal)) for w, d in zip(s, dy)]
    return [([w * (d - mean) for w, d in zip(s, dy)], units)]


def partial_(case, dtype):
    """logsumexp and softmax of chunks that were merged, and the sum that they carry, in units of the type."""
    x = balls(case.numbers["x"])
    _, s = peak(x, [1] * len(x))
    return [log_of_sum(x, [1] * len(x), dtype), ([1 + s], unit(1 + s, dtype)), *softmax_(case, dtype)]


def slope_backward_(case, dtype):
    """In units of sum(abs(dy*minimum(x, 0)))."""
    terms = [d * min(v, arb(0)) for d, v in zip(balls(case.numbers["dy"]), balls(case.numbers["x"]))]
    return [([sum(terms, arb(0))], unit(sum(map(abs, terms), arb(0)), dtype))]


def bias_backward_(case, dtype):
    """Of the bias: the sum of the gradients that were returned; down to 2^-10 of a unit of sum(abs(dx))."""
    dx = balls(bias_gradients(case)[0].ravel())
    return [([sum(dx, arb(0))], unit(sum(map(abs, dx), arb(0)), dtype) * 2.0**-10)]


# ---- the functions ----------------------------------------------------------------------------------------------------------


def of_softmax(function, sign=1):
    """How it is drawn and called; the rows of softmin are turned about, as its logits are."""

    def draw(rng, dtype, kind=None):
        case = short(rng, dtype, kind=kind, sink=True)
        strict = {"inf": "nan"} if rng.random() < 1 / 8 else {}
        return Case(case.numbers | {"x": sign * case.numbers["x"]}, case.fixed | strict)

    return draw, lambda case: results_of([function], case)


def results_of(functions, case):
    """Of each function the results of a row; where it repeats its numbers, the least and the largest for each of them."""
    if "counts" not in case.fixed:
        return [along(function, [case.numbers["x"]], case, **given(case)) for function in functions]
    counts, x, where = case.fixed["counts"], case.numbers["x"], case.fixed.get("where")
    places = order(counts, **case.fixed["order"])
    masks = {} if where is None else {"where": repeated(where, counts, places)}
    x, rest = repeated(x, counts, places), given(case) | masks
    results = [along(function, [x], case, **rest) for function in functions]
    return [extremes(result, counts, places) if len(result) == len(x) else result for result in results]


def draw_long(rng, dtype, kind=None):
    """Of up to four numbers, now and then more."""
    few = int(rng.integers(1, 5)) if rng.random() < 3 / 4 else length(rng, 200)
    return row(rng, dtype, long(rng), kind, infinite=False, few=few)


def sum_of_shares(x, axis=-1, **options):
    y = fa.softmax(x, axis=axis, **options)
    return np.array([math.fsum(memoryview(y[:, 0] if y.ndim == 2 else y))])


def of_backward(function, forward):
    def draw(rng, dtype):
        n = length(rng)
        numbers, fixed = options(rng, n)
        y = forward(spread_out(rng, n, dtype, infinite=False))
        return Case({"dy": gradients(rng, n, dtype), "y": y} | numbers, fixed)

    return draw, lambda case: (along(function, [case.numbers["dy"], case.numbers["y"]], case, **given(case)),)


def weighted(rng, dtype, kind=None):
    """logsumexp with factors, in half of the cases, or with options."""
    case = short(rng, dtype, kind=kind, infinite=False)
    if rng.random() < 1 / 2:
        return case
    x = case.numbers["x"]
    b = (rng.standard_normal(len(x)) if rng.random() < 1 / 2 else rng.random(len(x))).astype(dtype)
    return Case({"x": x, "b": b}, either(rng))


def call_weighted(case):
    if "b" not in case.numbers:
        return results_of([fa.logsumexp], case)
    return (along(lambda x, b, **axis: fa.logsumexp(x, b=b, return_sign=True, **axis)[0], list(case.numbers.values()), case),)


def exact_weighted(case, dtype):
    if "b" not in case.numbers:
        return logsumexp_(case, dtype)
    return [log_of_sum(balls(case.numbers["x"]), balls(case.numbers["b"]), dtype)]


def draw_logsumexp_backward(rng, dtype):
    case = weighted(rng, dtype, "spread_out")
    case = Case(case.numbers, {name: value for name, value in case.fixed.items() if name == "where"})
    y = fa.logsumexp(case.numbers["x"], **given(case))
    numbers = {"y": np.atleast_1d(y), "dy": gradients(rng, 1, dtype)}
    return Case(case.numbers | numbers, case.fixed)


def call_logsumexp_backward(case):
    numbers = case.numbers
    b = {"b": numbers["b"]} if "b" in numbers else given(case)
    return (fa.logsumexp_backward(numbers["dy"][0], numbers["x"], numbers["y"][0], **b),)


def draw_loss(rng, dtype):
    """Of a class or probabilities, smoothing and weights in half of the cases."""
    n = length(rng)
    numbers, fixed = {"x": spread_out(rng, n, dtype, infinite=False)}, either(rng)
    if rng.random() < 1 / 2:
        fixed["class"] = int(rng.integers(n) if rng.random() < 1 / 2 else numbers["x"].argmax())
    else:
        numbers["targets"] = fa.softmax(spread_out(rng, n, dtype, infinite=False))
    if rng.random() < 1 / 2:
        fixed["label_smoothing"] = float(rng.uniform(0, 1))
    if rng.random() < 1 / 2:
        numbers["weight"] = np.exp2(rng.uniform(-6, 6, n)).astype(dtype)
    return Case(numbers, fixed)


def loss_arguments(case):
    targets = case.numbers["targets"] if "targets" in case.numbers else np.atleast_1d(case.fixed["class"])
    smooth, weight = case.fixed.get("label_smoothing", 0.0), case.numbers.get("weight")
    logits, axis = case.numbers["x"][None], 1
    targets = targets[None] if "targets" in case.numbers else targets
    if case.fixed["across"]:
        logits, targets, axis = logits.T, targets.T, 0
    return (logits, targets, axis), {"label_smoothing": smooth, "weight": weight}


def call_loss(case):
    operands, given_ = loss_arguments(case)
    return fa.softmax_cross_entropy(*operands, **given_), fa.softmax_cross_entropy_grad(*operands, **given_).ravel()


def draw_projection(rng, dtype):
    n = length(rng, 65)
    return Case({"x": (rng.choice([1e-3, 0.3, 1, 5]) * rng.standard_normal(n)).astype(dtype)}, either(rng))


def draw_entmax(rng, dtype):
    case = draw_projection(rng, dtype)
    return Case({"x": case.numbers["x"][:16], "alpha": 1 + np.exp2(rng.uniform(-10, 1, 1))}, case.fixed)


def draw_projection_backward(forward, alpha=None):
    def draw(rng, dtype):
        x = draw_projection(rng, dtype).numbers["x"]
        numbers = {"dy": gradients(rng, len(x), dtype)}
        if alpha:
            return Case(numbers | {"y": forward(x)}, {"alpha": alpha} | either(rng))
        numbers["alpha"] = 1 + np.exp2(rng.uniform(-10, 1, 1))
        return Case(numbers | {"y": forward(x, float(numbers["alpha"][0]))}, either(rng))

    return draw


def draw_partial(rng, dtype, kind=None):
    """In up to four chunks; in a quarter of the cases the largest is alone in one."""
    n = length(rng)
    x = logits(rng, n, dtype, infinite=False, kind=kind)
    cuts = x.argmax() + np.arange(2) if rng.random() < 1 / 4 else np.sort(rng.integers(0, n + 1, rng.integers(0, 4)))
    return Case({"x": x}, {"cuts": cuts})


def call_partial(case):
    x = case.numbers["x"]
    chunks = [chunk for chunk in np.split(x, case.fixed["cuts"]) if len(chunk)]
    whole = fa.softmax_merge([fa.softmax_partial(chunk) for chunk in chunks])
    return fa.online_logsumexp(chunks), whole.sum + whole.rest, np.concatenate([whole.softmax(chunk) for chunk in chunks])


def draw_slope(rng, dtype):
    n = length(rng)
    return Case({"dy": gradients(rng, n, dtype), "x": spread_out(rng, n, dtype, infinite=False)}, {})


def draw_bias(rng, dtype):
    n = length(rng)
    return Case(
        {"dy": gradients(rng, n, dtype), "x": spread_out(rng, n, dtype, infinite=False), "bias": gradients(rng, 1, dtype)}, {}
    )


def bias_gradients(case):
    dy, x, bias = (case.numbers[name] for name in ("dy", "x", "bias"))
    return fa.bias_act_backward("sigmoid", dy[:, None], x[:, None], bias)


def operands_of(case):
    return case.numbers["dy"], case.numbers["y"]


SHARES = {"y": (0, 1), "targets": (0, 1)}
POSITIVE = {"temperature": (2.0**-7, 2.0**7), "weight": (2.0**-6, 2.0**6), "alpha": (1 + 2.0**-10, 3)}
SUBJECTS = {
    "softmax": Rows(("softmax",), *of_softmax(fa.softmax), softmax_, POSITIVE),
    "log_softmax": Rows(("log_softmax",), *of_softmax(fa.log_softmax), log_softmax_, POSITIVE),
    "softmin": Rows(("softmin",), *of_softmax(fa.softmin, -1), lambda case, dtype: softmax_(case, dtype, -1), POSITIVE),
    "logsumexp": Rows(("logsumexp",), weighted, call_weighted, exact_weighted, POSITIVE),
    "long softmax": Rows(
        ("softmax", "softmax sum", "log_softmax", "logsumexp"),
        draw_long,
        lambda case: results_of([fa.softmax, sum_of_shares, fa.log_softmax, fa.logsumexp], case),
        long_,
        POSITIVE,
        16,
    ),
    "softmax_backward": Rows(
        ("softmax_backward",), *of_backward(fa.softmax_backward, fa.softmax), softmax_backward_, SHARES | POSITIVE
    ),
    "log_softmax_backward": Rows(
        ("log_softmax_backward",),
        *of_backward(fa.log_softmax_backward, fa.log_softmax),
        log_softmax_backward_,
        {"y": (-math.inf, 0)} | POSITIVE,
    ),
    "logsumexp_backward": Rows(
        ("logsumexp_backward",), draw_logsumexp_backward, call_logsumexp_backward, logsumexp_backward_, POSITIVE
    ),
    "softmax_cross_entropy": Rows(
        ("softmax_cross_entropy", "softmax_cross_entropy_grad"), draw_loss, call_loss, cross_entropy_, SHARES | POSITIVE
    ),
    "sparsemax": Rows(
        ("sparsemax",), draw_projection, lambda case: (along(fa.sparsemax, [case.numbers["x"]], case),), sparsemax_, {}
    ),
    "entmax15": Rows(
        ("entmax15",), draw_projection, lambda case: (along(fa.entmax15, [case.numbers["x"]], case),), entmax15_, {}
    ),
    "entmax": Rows(
        ("entmax",),
        draw_entmax,
        lambda case: (along(fa.entmax, [case.numbers["x"]], case, float(case.numbers["alpha"][0])),),
        entmax_,
        POSITIVE,
        16,
    ),
    "sparsemax_backward": Rows(
        ("sparsemax_backward",),
        draw_projection_backward(fa.sparsemax, 2.0),
        lambda case: (along(fa.sparsemax_backward, operands_of(case), case),),
        entmax_backward_,
        SHARES,
    ),
    "entmax15_backward": Rows(
        ("entmax15_backward",),
        draw_projection_backward(fa.entmax15, 1.5),
        lambda case: (along(fa.entmax15_backward, operands_of(case), case),),
        entmax_backward_,
        SHARES,
    ),
    "entmax_backward": Rows(
        ("entmax_backward",),
        draw_projection_backward(fa.entmax),
        lambda case: (along(fa.entmax_backward, operands_of(case), case, float(case.numbers["alpha"][0])),),
        entmax_backward_,
        SHARES | POSITIVE,
    ),
    "online_logsumexp": Rows(
        ("online_logsumexp", "softmax_partial sum", "softmax_merge softmax"), draw_partial, call_partial, partial_, {}
    ),
    "prelu_slope_backward": Rows(
        ("prelu_slope_backward",),
        draw_slope,
        lambda case: (np.atleast_1d(fa.prelu_slope_backward(case.numbers["dy"], case.numbers["x"], 0.25)),),
        slope_backward_,
        {},
    ),
    "bias_act_backward": Rows(
        ("bias_act_backward dbias",), draw_bias, lambda case: (bias_gradients(case)[1],), bias_backward_, {}
    ),
}


# ---- the search -------------------------------------------------------------------------------------------------------------


def errors(subject, case, dtype):
    """Of each function the largest error in the row, and which element has it, what it is and what is exact."""
    with np.errstate(all="ignore"), ctx.workprec(PRECISION):
        for got, (exact, units) in zip(subject.call(case), subject.exact(case, dtype), strict=True):
            got, parts = np.reshape(got, (-1, len(exact))), np.array([reference.split(ball) for ball in exact])
            found = reference.errors(got, reference.Exact(*parts.T), dtype, np.asarray(units))
            beyond = np.isfinite(got) & (np.abs(parts[:, 0]) > float(np.finfo(dtype).max))
            for which, k in np.argwhere(beyond).tolist():  # a finite result for an exact one that is too large
                found[which, k] = reference.ulp_error(got[which, k], exact[k], dtype)
            worst = which, k = np.unravel_index(np.argmax(found), found.shape)
            yield float(found[worst]), int(k), float(got[worst]), exact[k].str(20, radius=False)


def moved(case, limits, rng):
    """A row near another one: one of its numbers, or all of one kind, some steps away."""
    name = rng.choice(list(case.numbers))
    array = case.numbers[name]
    places, digits = ordinal(array), np.finfo(array.dtype).nmant
    here = slice(None) if rng.random() < 1 / 3 else rng.integers(len(array))
    places[here] += steps(np.size(places[here]), digits + 2 * rng.random(), rng).reshape(np.shape(places[here]))
    top = highest(array.dtype)
    finite = np.isfinite(array)
    changed = np.where(finite, number(np.clip(places, -top, top), array.dtype), array)
    return Case(
        case.numbers | {name: np.clip(changed, *map(array.dtype.type, limits.get(name, (-math.inf, math.inf))))}, case.fixed
    )


def search(task):
    """Rows that are drawn, as many again near the worst of them; by dtype, function and place, as of `verify_elementwise`."""
    subject, place = SUBJECTS[task.name], ufuncs.isa_name
    found, counts = {}, {}
    for dtype in task.dtypes:
        rng, kind = generator(f"{task.name} {dtype} {place}", task.seed), DTYPES[dtype]
        rows = max(task.count // (ROW * subject.cost), 16)
        kept = {function: [] for function in subject.functions}
        for k in range(2 * rows):
            known = [one for ones in kept.values() for one in ones]
            if k < rows or not known:
                case = subject.draw(rng, kind)
            else:
                case = moved(known[rng.integers(len(known))][1], subject.limits, rng)
            for function, (ulp, at, got, want) in zip(subject.functions, errors(subject, case, kind)):
                ones = kept[function]
                if ulp > NOISE and (len(ones) < KEPT or ulp > ones[-1][0]):
                    ones.append((ulp, case, at, got, want))
                    ones.sort(key=lambda one: -one[0])
                    del ones[KEPT:]
        for function, ones in kept.items():
            worst = (
                Worst(0.0, {}, math.nan, "") if not ones else Worst(float(ones[0][0]), described(*ones[0][1:3]), *ones[0][3:])
            )
            found[dtype, function, place] = worst
        counts[dtype] = 2 * rows
    return found, counts


def described(case, at):
    """A case as what JSON knows, with the element of the result."""
    fixed = {name: value.tolist() if hasattr(value, "tolist") else value for name, value in case.fixed.items()}
    return {"element": at} | {name: array.tolist() for name, array in case.numbers.items()} | fixed
