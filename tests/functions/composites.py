"""What the tests of rrelu, bipolar_relu, crelu, maxout and prelu's slope share."""

import math

import numpy as np
import pytest

from fastact._core.dtypes import bfloat16

DTYPES = [np.dtype(t) for t in (np.float16, bfloat16, np.float32, np.float64) if t is not None]
SHAPE = (4, 6, 2)

every_dtype = pytest.mark.parametrize("dtype", DTYPES, ids=str)
every_axis = pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3])


def array(dtype=np.float64, shape=SHAPE, seed=0):
    """No zero and no two neighbours alike, so that there is a derivative."""
    n = math.prod(shape)
    return np.random.default_rng(seed).permuted(np.arange(n) - n / 2 + 0.25).reshape(shape).astype(dtype)


def as_tuple(result):
    return result if isinstance(result, tuple) else (result,)


def assert_equal(got, want):
    """The same type, shape and values, where a row of the type holds the values."""
    assert got.dtype == want.dtype and got.shape == want.shape
    np.testing.assert_array_equal(got.astype(float), want.astype(float))


def forms(x):
    """The same elements with other strides, another byte order, or read-only."""
    yield x[::-1].copy()[::-1]
    yield np.repeat(x, 2, axis=1)[:, ::2]
    yield np.asfortranarray(x)
    fixed = x.copy()
    fixed.flags.writeable = False
    yield fixed
    if x.dtype.kind == "f":
        yield x.astype(x.dtype.newbyteorder())


def numerical_gradient(function, x, dy, h=2**-6):
    """Of sum(dy*function(x)), by central differences; exact for what is piecewise linear."""
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (dy * (function(x + step) - function(x - step))).sum() / (2 * h)
    return gradient
