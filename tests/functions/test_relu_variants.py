"""bipolar_relu and crelu against NumPy."""

import math

import numpy as np
import pytest
from composites import array, assert_equal, every_axis, every_dtype, forms

import fastact as fa


@every_axis
@every_dtype
def test_bipolar_relu(dtype, axis):
    x = array(dtype)
    odd = np.moveaxis(np.broadcast_to(np.arange(x.shape[axis]) % 2 == 1, np.moveaxis(x, axis, -1).shape), -1, axis)
    y = np.where(odd, np.minimum(x, 0), np.maximum(x, 0)).astype(dtype)
    d = np.where(odd, x < 0, x > 0).astype(dtype)
    for form in [x, *forms(x)]:
        assert_equal(fa.bipolar_relu(form, axis), y)
        assert_equal(fa.bipolar_relu_grad(form, axis), d)
        assert_equal(fa.bipolar_relu_backward(form, form, axis), x * d)
        for got, want in zip(fa.bipolar_relu_with_grad(form, axis), (y, d), strict=True):
            assert_equal(got, want)


@every_axis
@every_dtype
def test_crelu(dtype, axis):
    x = array(dtype)
    y = np.concatenate((np.maximum(x, 0), np.maximum(-x, 0)), axis).astype(dtype)
    d = np.concatenate((x > 0, -1.0 * (x < 0)), axis).astype(dtype)
    for form in [x, *forms(x)]:
        assert_equal(fa.crelu(form, axis), y)
        assert_equal(fa.crelu_grad(form, axis), d)
        dy = np.concatenate((form, 2 * form), axis)
        assert_equal(fa.crelu_backward(dy, form, axis), np.where(x > 0, x, -2 * x).astype(dtype))
        for got, want in zip(fa.crelu_with_grad(form, axis), (y, d), strict=True):
            assert_equal(got, want)


@pytest.mark.parametrize("name", ["bipolar_relu", "crelu"])
def test_grad_is_the_derivative_and_0_at_0(name):
    x = array()
    h = 2**-6
    grad = getattr(fa, f"{name}_grad")(x, 1)
    np.testing.assert_array_equal(grad, (getattr(fa, name)(x + h, 1) - getattr(fa, name)(x - h, 1)) / (2 * h))
    assert not getattr(fa, f"{name}_grad")(np.zeros(6)).any()
    assert not getattr(fa, f"{name}_with_grad")(np.zeros(6))[1].any()


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
@every_dtype
def test_gradients_of_what_is_cut_off_are_0_whatever_dy_is(dtype, number):
    dy = np.full(4, number, dtype)
    assert_equal(fa.bipolar_relu_backward(dy, np.array([-1, 1, 0, 0], dtype)), np.zeros(4, dtype))
    assert_equal(fa.crelu_backward(np.array([number, 5, 7, number], dtype), np.array([-1, 1], dtype)), np.array([-7, 5], dtype))
    assert_equal(fa.crelu_backward(dy, np.zeros(2, dtype)), np.zeros(2, dtype))
    assert np.isnan(fa.crelu_backward(dy, np.array([math.nan] * 2, dtype)).astype(float)).all()


def test_prelu_and_maxout_select_too():
    """The slope's gradient is 0 where x >= 0, and that of a neighbour that is not the largest."""
    for number in (math.inf, math.nan):
        assert fa.prelu_slope_backward([number, 1.0, number], [1.0, -2.0, 0.0], 0.25) == -2
        assert fa.maxout_backward([number], [1], 3)[[0, 2]].tolist() == [0, 0]
