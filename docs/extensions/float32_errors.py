"""Errors of float32 results: of a formula as NumPy evaluates it, operation by operation, and of fastact."""

import math

import numpy as np
from scipy import special

from fastact.lab import reference

BETWEEN = (-20.0, 20.0)
EVEN, NEAR_ZERO, AT_ROOTS = 150, 30, 60  # so many points about
NEAREST = 6  # decades between a root and the nearest point beside it
BEYOND = 1e12  # larger errors are as good as infinite


def plain(function):
    """A function of NumPy that leaves a Python number one, so that it does not widen float32."""

    def apply(u):
        return float(function(u)) if isinstance(u, (int, float)) else function(u)

    return apply


ONE_ARGUMENT = "abs", "arcsinh", "arctan", "cos", "exp", "expm1", "log", "log1p", "sign", "sin", "sqrt", "tanh"
NAMES = {name: plain(getattr(np, name)) for name in ONE_ARGUMENT}
NAMES |= {"erf": special.erf, "erfc": special.erfc, "maximum": np.maximum, "minimum": np.minimum, "pi": math.pi}
NAMES["where"] = lambda condition, a, b: np.where(condition, np.float32(a), np.float32(b))


def naive(formula, x, parameters):
    """A formula in float32, as one would write it with NumPy."""
    given = {name: np.float32(value) for name, value in parameters.items()}
    with np.errstate(all="ignore"):
        result = np.broadcast_to(eval(formula, {"__builtins__": {}}, NAMES | given | {"x": x}), x.shape)
    return result.astype(np.float32)


def sampled(entry, parameters):
    """Where errors were sampled, and the errors in units in the last place, with the stated bounds of fastact's."""
    parameters = {name: float(np.float32(value)) for name, value in parameters.items()}
    x = points(entry, parameters)
    exact = reference.Formula(entry.formula, np.float32, **parameters).table(x)
    defined = np.isfinite(exact[0].nearest) & np.isfinite(exact[1].nearest)
    found = {"x": x[defined].tolist()}
    parts = (("value", entry.name, entry.formula), ("slope", f"{entry.name}_grad", entry.derivative))
    for (part, name, formula), wanted in zip(parts, exact):
        wanted = reference.Exact(wanted.nearest[defined], wanted.rest[defined])
        results = {
            "naive": naive(formula, x[defined], parameters),
            "fastact": entry.functions[name](x[defined], **parameters),
        }
        found[part] = {which: errors(got, wanted) for which, got in results.items()}
        found[part]["bound"] = entry.bounds[name]["float32"]
    return found


def errors(got, exact):
    assert got.dtype == np.float32
    return [error if error < BEYOND else math.inf for error in reference.errors(got, exact, np.float32).tolist()]


def points(entry, parameters):
    """float32 arguments: evenly spaced, denser towards 0 and towards the roots of the function and of its derivative; none
    beside a kink, where the rounding of a parameter decides which branch is right."""
    fine = np.linspace(*BETWEEN, 4002)
    value, slope = (entry.functions[entry.name + suffix](fine, **parameters) for suffix in ("", "_grad"))
    defined = fine[np.isfinite(value)]
    roots = [crossing(fine, of) for of in (value, slope)]
    steps = 10.0 ** -np.arange(1, NEAREST + 1)
    near_zero = np.geomspace(10.0**-NEAREST, 0.5, NEAR_ZERO // 2)
    places = np.concatenate(roots)
    places = places[np.argsort(np.abs(places))][: AT_ROOTS // (2 * NEAREST)]
    x = np.concatenate(
        [
            np.linspace(defined[0], defined[-1], EVEN),
            near_zero,
            -near_zero,
            *(place + sign * steps for place in places for sign in (-1, 1)),
        ]
    )
    x = np.unique(x.astype(np.float32))
    for kink in entry.properties(**parameters).kinks:
        x = x[np.abs(x - kink) > 1e-5]
    return x


def crossing(x, y):
    """Where a curve changes its sign, on the straight lines between its points."""
    at = np.flatnonzero(y[:-1] * y[1:] < 0)
    return x[at] - y[at] * (x[at + 1] - x[at]) / (y[at + 1] - y[at])
