"""Every function of the table against its formula in high precision, and against values from elsewhere."""

import math

import numpy as np
import pytest
from conftest import FORMULAS, NAMES, PARAMETERS, build
from golden import GOLDEN

from fastact import _reference as reference
from fastact import _ufuncs

VALUE_ULP, SLOPE_ULP = 4, 8
# For each parameter the default and another value, both of them numbers that every dtype holds.
OTHERS = {"alpha": 0.75, "beta": 1.5, "max_val": 2.0, "min_val": -0.5, "offset": 0.25, "slope": 0.25, "threshold": 1.5,
          "negative_slope": 0.125}
# Roots of derivatives, ends of tails, kinks: float32's and float64's.
LANDMARKS = [0.5, 1, 2, 3, 6, math.pi / 2, 0.86033358901937976, 4.4934094579090642, -0.75179152469356446, -1.1924312145154952,
             -1.2784645427610738, -14.356, -38.58, -10.77, -21.547, -108.66, -751.76, -103.97, -745.13, 88.72, 709.78, 1e5]


def points(dtype, seed):
    """All exponents, both signs; more of the usual ones; the neighbours of landmarks."""
    rng = np.random.default_rng(seed)
    info = np.finfo(dtype)
    bits = np.dtype(f"u{info.bits // 8}").type
    top = 2 ** (info.bits - 1 - info.nmant) - 1
    middle = top // 2
    exponents = np.concatenate([np.arange(0, top, max(1, top // 250)), np.repeat(np.arange(middle - 12, middle + 8), 6)])
    x = ((exponents.astype(bits) << bits(info.nmant)) | rng.integers(0, 2**info.nmant, len(exponents)).astype(bits)).view(dtype)
    with np.errstate(over="ignore"):
        marks = np.array(LANDMARKS, dtype)
        near = np.concatenate([marks + k * np.spacing(marks) for k in (-300, -2, -1, 0, 1, 2, 300)])
    return np.concatenate([x, -x, near, rng.uniform(-12, 12, 60).astype(dtype)])


def settings(name, dtype):
    """The parameters' defaults, rounded to the dtype, and where there are any, other values."""
    defaults = {p: float(dtype(0.25 if v is None else v)) for p, v in PARAMETERS[name].items()}
    yield defaults
    if defaults:
        yield {p: OTHERS[p] for p in defaults}


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", NAMES)
def test_errors_stay_within_the_bounds(name, dtype):
    x = points(dtype, seed=NAMES.index(name))
    for parameters in settings(name, dtype):
        values = [reference.value(FORMULAS[name], number, dtype, **parameters) for number in x]
        slopes = [reference.slope(FORMULAS[name], number, dtype, **parameters) for number in x]
        for isa in _ufuncs.isas:
            y, d = build(isa)[1][f"{name}_with_grad"](x, *map(dtype, parameters.values()))
            for exact, got, bound in ((values, y, VALUE_ULP), (slopes, d, SLOPE_ULP)):
                errors = [0 if w is None else reference.ulp_error(g, w, dtype) for g, w in zip(got, exact)]
                worst = int(np.argmax(errors))
                assert errors[worst] <= bound, (isa, parameters, x[worst], got[worst], float(exact[worst]))


def test_every_row_has_golden_values():
    assert set(GOLDEN) == set(NAMES)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("name", NAMES)
def test_golden_values(name, dtype, functions):
    tolerance = {np.float16: 2e-3, np.float32: 1e-6, np.float64: 4e-15}[dtype]
    for x, parameters, value, slope in GOLDEN[name]:
        y, d = functions[f"{name}_with_grad"](dtype(x), *map(dtype, parameters))
        assert y.dtype == d.dtype == dtype
        np.testing.assert_allclose(y, value, rtol=tolerance, atol=0, err_msg=f"f({x}) {parameters}")
        np.testing.assert_allclose(d, slope, rtol=4 * tolerance, atol=0, err_msg=f"f'({x}) {parameters}")
        if value == 0 and math.copysign(1, value) < 0:
            assert math.copysign(1, y) < 0, (x, y)


@pytest.mark.parametrize("name", NAMES)
def test_float16_is_the_rounded_result_of_float32(name, functions):
    """On all 2^16 numbers."""
    x = np.arange(2**16, dtype=np.uint16).view(np.float16)
    parameters = [np.float16(0.25 if v is None else v) for v in PARAMETERS[name].values()]
    wide = functions[name](x.astype(np.float32), *map(np.float32, parameters))
    with np.errstate(over="ignore", under="ignore"):
        np.testing.assert_array_equal(functions[name](x, *parameters), wide.astype(np.float16))


def test_the_largest_slope_of_sigmoid_is_a_quarter_and_of_tanh_one(functions):
    x = np.linspace(-20, 20, 100001)
    assert functions["sigmoid_grad"](x).max() == functions["sigmoid_grad"](0.0) == 0.25
    assert functions["tanh_grad"](x).max() == functions["tanh_grad"](0.0) == 1


def test_one_neuron_of_the_notes(functions):
    z = np.dot([0.5, 0.3], [0.4, 0.6]) + 0.1
    np.testing.assert_allclose([z, functions["relu"](z)], 0.48, rtol=1e-15)


def test_elu_of_the_notes(functions):
    x = np.linspace(-5, 0, 101)
    np.testing.assert_allclose(functions["elu_grad"](x, 1.5), functions["elu"](x, 1.5) + 1.5, rtol=1e-13)
