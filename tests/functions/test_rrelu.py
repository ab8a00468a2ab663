"""rrelu, and the gradient of prelu's slope, against NumPy and finite differences."""

import math

import numpy as np
import pytest
from composites import array, assert_equal, every_dtype, forms, numerical_gradient

import fastact as fa


@every_dtype
def test_rrelu_without_a_generator_is_prelu_with_the_mean_slope(dtype):
    x = array(dtype)
    assert_equal(fa.rrelu(x), fa.prelu(x, 11 / 48))
    assert_equal(fa.rrelu(x, 0.5, 1), np.where(x > 0, x, x * dtype.type(0.75)))
    y, d = fa.rrelu_with_grad(x, 0.5, 1)
    assert_equal(y, fa.rrelu(x, 0.5, 1))
    assert_equal(d, np.where(x > 0, 1, 0.75).astype(dtype))


@every_dtype
def test_rrelu_with_a_generator_draws_a_slope_for_every_element(dtype):
    x = array(dtype)
    y, slope = fa.rrelu(x, 0.25, 0.75, np.random.default_rng(1))
    assert_equal(slope, np.random.default_rng(1).uniform(0.25, 0.75, x.shape).astype(dtype))
    assert_equal(y, fa.prelu(x, slope))
    again = fa.rrelu_with_grad(x, 0.25, 0.75, np.random.default_rng(1))
    assert_equal(again[0], y)
    assert_equal(again[1], fa.rrelu_grad(x, slope))
    for form in forms(x):
        again = fa.rrelu(form, 0.25, 0.75, np.random.default_rng(1))
        assert_equal(again[0], y)
        assert_equal(again[1], slope)


def test_slopes_are_uniform():
    _, slope = fa.rrelu(np.zeros(10**5, np.float32), rng=np.random.default_rng(0))
    assert 1 / 8 <= slope.min() < 0.126 and 0.332 < slope.max() <= np.float32(1 / 3)
    assert abs(slope.mean() - 11 / 48) < 1e-3 and abs(slope.std() - (1 / 3 - 1 / 8) / math.sqrt(12)) < 1e-3
    assert np.unique(fa.rrelu(np.zeros(9), 0.5, 0.5, np.random.default_rng(0))[1]) == 0.5


@pytest.mark.parametrize("shape", [(), (1,), (2,), (6, 1), (1, 6, 2), (4, 6, 2), (4, 1, 1), (1, 1, 1), (3, 1, 1, 1)])
@every_dtype
def test_prelu_slope_backward_has_the_shape_of_the_slope(dtype, shape):
    x, dy = array(dtype), array(dtype, seed=1)
    terms = dy.astype(float) * np.minimum(x.astype(float), 0)
    want = np.broadcast_to(terms, np.broadcast_shapes(x.shape, shape))
    while want.ndim > len(shape):
        want = want.sum(0)
    for i, n in enumerate(shape):
        want = want.sum(i, keepdims=True) if n == 1 else want
    assert_equal(fa.prelu_slope_backward(dy, x, np.ones(shape, dtype)), want.astype(dtype))


def test_prelu_slope_backward_sums_in_float64():
    dy = np.resize(np.array([2**24, 1, -(2**24)], np.float32), 3 * 10**4)
    assert fa.prelu_slope_backward(dy, -np.ones_like(dy), 0.25) == -(10**4)
    ones = np.ones(2**15, np.float16)
    assert fa.prelu_slope_backward(ones, -ones, 0.25) == -(2**15)


def test_prelu_slope_backward_ignores_infinite_gradients_of_what_is_not_negative():
    dy = np.array([np.inf, -np.inf, np.inf, 1])
    assert fa.prelu_slope_backward(dy, [1, 2, 0, -3], 0.25) == -3
    assert fa.prelu_slope_backward(dy, [1, 2, -1, -3], 0.25) == -np.inf
    assert math.isnan(fa.prelu_slope_backward(dy, [1, 2, np.nan, -3], 0.25))
    assert fa.prelu_slope_backward(np.float32(3e38), np.float32(-3e38), np.float32(1)) == -np.inf


@pytest.mark.parametrize("shape", [(), (2,), (6, 1), (4, 6, 2)])
def test_the_slope_s_gradient_is_the_gradient(shape):
    x, dy = array(), array(seed=1)
    slope = np.random.default_rng(2).uniform(0, 1, shape)
    want = numerical_gradient(lambda s: fa.prelu(x, s), np.asarray(slope), dy)
    np.testing.assert_allclose(fa.prelu_slope_backward(dy, x, slope), want, rtol=1e-11)
