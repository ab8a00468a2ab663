"""Right wherever the formula has a finite value: parameters of any size, far beyond the ranges of the stated bounds."""

import functools

import numpy as np
import pytest
from calls import ISAS
from conftest import build

from fastact._core import ufuncs
from fastact.lab import reference

TABLES = {row.name: row for row in [*ufuncs.activations, *ufuncs.built.losses]}
PARAMETRIC = [name for name, row in TABLES.items() if row.parameters]
SETTINGS, POINTS = 40, 6
LIMITS = 2.5, 3.5  # of values and derivatives; without FMA twice as much
LARGEST = {np.float32: 128, np.float64: 996}  # exponents of parameters: 1e300 in float64

# Without FMA a product of doubles has no second word where its halves overflow or underflow: of numbers beyond 2^200 or 2^-200.
ROUGH = {"star_relu", "soft_exponential", "soft_cap"}


def is_rough(name, dtype, isa, setting, x):
    sizes = [abs(value) for value in (x, *setting.values()) if value]
    rough = isa == "sse2" and dtype is np.float64 and name in ROUGH
    return rough and not all(2.0**-200 < size < 2.0**200 for size in sizes)


def of_any_size(n, dtype, rng):
    info = np.finfo(dtype)
    exponents = rng.uniform(info.minexp - info.nmant, LARGEST[dtype], n)
    return (rng.choice([-1, 1], n) * np.exp2(exponents.astype(np.longdouble))).astype(dtype)


def setting_of(row, dtype, rng):
    """A number of any size for each parameter, in a third of them of the usual size; targets are probabilities."""
    while True:
        found = {}
        for name in row.parameters:
            value = of_any_size(1, dtype, rng)[0] if rng.random() < 2 / 3 else dtype(rng.normal() * 4)
            positive = name == "pos_weight" or any(condition.startswith(f"{name} >") for condition in row.conditions)
            value = abs(value) if positive or name == "targets" else value
            found[name] = float(min(value, dtype(1)) if name == "targets" else value)
        if all(eval(condition, {}, found) for condition in row.conditions):
            return found


def arguments(setting, dtype, rng):
    """Of any size, of the usual size, and where a parameter, its root or their reciprocals make the scale."""
    info = np.finfo(dtype)
    special = [0, -0.0, 1, -1, info.max, -info.max, info.smallest_subnormal, -info.smallest_subnormal, info.smallest_normal]
    found = [np.array(special, dtype), of_any_size(POINTS, dtype, rng), (rng.normal(size=POINTS) * 4).astype(dtype)]
    with np.errstate(all="ignore"):
        for value in setting.values():
            size = np.longdouble(abs(value) or 1)
            for scale in (size, 1 / size, np.sqrt(size), 1 / np.sqrt(size)):
                found.append((scale * np.exp2(rng.uniform(-6, 6, POINTS)) * rng.choice([-1, 1], POINTS)).astype(dtype))
    x = np.concatenate(found)
    return x[np.isfinite(x)]


@functools.cache
def wanted(name, dtype):
    """Settings with arguments and the balls that are right there."""
    row, rng, found = TABLES[name], np.random.default_rng(0), []
    for _ in range(SETTINGS):
        setting = setting_of(row, dtype, rng)
        formula = reference.Formula(row.formula, dtype, **setting)
        x, balls = [], []
        for point in arguments(setting, dtype, rng):
            try:
                with np.errstate(over="ignore"):
                    balls.append(formula.accepted(float(point)))
                x.append(point)
            except ArithmeticError:  # no ball is narrow: a root between numbers, or beyond all exponents
                continue
        found.append((setting, np.array(x, dtype), balls))
    return found


def cancels(name, setting, x, part, ball):
    """Where the formula takes a difference of terms that are known to a few units only, beside a root."""
    if name == "sigmoid_cross_entropy" and part == 1:
        terms = [1 - setting["targets"], setting["pos_weight"] * setting["targets"]]
        return abs(float(ball)) < max(terms) * min(1, np.exp(-abs(x))) / 8
    if name == "soft_exponential" and setting["alpha"] > 0 and part == 0:
        return abs(float(ball)) < setting["alpha"] / 8
    return False


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", PARAMETRIC)
def test_results_are_right_for_parameters_of_any_size(name, dtype, isa):
    built = build(isa)
    function = {**built.functions, **built.loss_cores}[f"{name}_with_grad"]
    checked = 0
    for setting, x, balls in wanted(name, dtype):
        results = function(x, *map(dtype, setting.values()))
        for part, (got, limit) in enumerate(zip(results, LIMITS, strict=True)):
            for point, value, pairs in zip(x, got, balls, strict=True):
                right = [pair[part] for pair in pairs if pair[part].is_finite()]
                if not right or cancels(name, setting, float(point), part, right[0]):
                    continue
                if is_rough(name, dtype, isa, setting, float(point)):
                    continue
                error = min(reference.ulp_error(value, ball, dtype) for ball in right)
                assert error <= limit * (1 + (isa == "sse2")), (point, setting, part, value, right)
                checked += 1
    assert checked > (100 if name in ROUGH else 1000)


F = np.float32
EXAMPLES = [
    ("multiquadric", F(0), F(1e-23), F(1e-23), 0),
    ("multiquadric", F(1e-30), F(1e-30), np.sqrt(2) * float(F(1e-30)), np.sqrt(0.5)),
    ("inverse_multiquadric", 1e-200, 1e-200, np.sqrt(0.5) * 1e200, None),
    ("isru", 1e300, 1e150, 1e-75, 0),
    ("isru", 1.0, 1e-310, 1, 1),
    ("snake", 1.0, 1e-310, 1, 1),
    ("snake", 1e300, 1e300, 1e300, None),
    ("soft_clipping", 0.0, 1e-310, 0.5, 1e-310 / 4),
    ("soft_exponential", F(-2701.48413), F(-0.000370166847), None, 800820713.548),
    ("elu", F(-300), F(1e38), F(-1e38), 0),
    ("softplus", F(-6.0441455277453e29), F(2.2978578315275213e-28), 2.0956043893064647e-33, None),
    ("squareplus", -1e-200, 1e-310, (-1e-200 + np.sqrt(1e-310)) / 2, None),
    ("swish", -1e308, 1e-308, -1e308 / (1 + np.exp(1)), None),
    ("celu", F(-2.5), F(1e-40), F(-1e-40), 0),
]


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("name, x, parameter, value, slope", EXAMPLES)
def test_examples(name, x, parameter, value, slope, isa):
    y, d = build(isa).functions[f"{name}_with_grad"](x, parameter)
    for got, want in ((y, value), (d, slope)):
        if want is not None:
            np.testing.assert_allclose(
                got, want, rtol=3e-7 if x.__class__ is F else 1e-15, atol=np.finfo(type(x)).smallest_subnormal
            )


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_soft_exponential_beside_its_pole(dtype, isa):
    """1 - alpha (alpha + x) is small there, and its four words count."""
    rng, row = np.random.default_rng(0), TABLES["soft_exponential"]
    functions = build(isa).functions
    for alpha in -np.exp2(rng.uniform(-20, 0, 50)).astype(dtype):
        distance = np.exp2(rng.uniform(-np.finfo(dtype).nmant - 2, -1, 30))
        x = ((1 / np.longdouble(alpha) - np.longdouble(alpha)) * (1 - distance)).astype(dtype)
        exact = reference.Formula(row.formula, dtype, alpha=float(alpha)).table(x)
        for suffix, part in (("", exact[0]), ("_grad", exact[1])):
            got = functions[f"soft_exponential{suffix}"](x, alpha)
            error = reference.errors(got, part, dtype)
            error[np.isnan(part.nearest)] = 0
            assert error.max() <= LIMITS[suffix == "_grad"] * (1 + (isa == "sse2")), (alpha, x[error.argmax()])
