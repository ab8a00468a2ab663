"""Every function of the table against its formula in high precision, and against values from elsewhere."""

import math

import numpy as np
import pytest
from conftest import NAMES, PARAMETERS
from golden import GOLDEN

from fastact._core import error_bounds, ufuncs
from fastact.lab import verify_elementwise


@pytest.mark.parametrize("dtype", verify_elementwise.DTYPES)
@pytest.mark.parametrize("name", verify_elementwise.SUBJECTS)
def test_errors_stay_within_the_bounds(name, dtype):
    """Of a small search, for the parameters' defaults and for others."""
    found, _ = verify_elementwise.search(verify_elementwise.Search(name, (dtype,), ufuncs.isas, 2**13, (0,)))
    for (_, label, isa), worst in found.items():
        assert worst.ulp <= error_bounds.of(label.split()[0], dtype, isa) + verify_elementwise.NOISE, (label, isa, worst)


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
