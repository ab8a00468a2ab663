"""maxout against NumPy."""

import numpy as np
import pytest
from composites import array, assert_equal, every_axis, every_dtype, forms

import fastact as fa


@pytest.mark.parametrize("pieces", [1, 2, "all"])
@every_axis
@every_dtype
def test_maxout(dtype, axis, pieces):
    x = array(dtype)
    n = x.shape[axis]
    pieces = n if pieces == "all" else pieces
    parts = np.array_split(x, n // pieces, axis)
    y = np.concatenate([part.max(axis, keepdims=True) for part in parts], axis)
    index = np.concatenate([part.argmax(axis, keepdims=True) for part in parts], axis)
    for form in [x, *forms(x)]:
        got = fa.maxout(form, pieces, axis)
        assert_equal(got[0], y)
        assert_equal(got[1], index)
    dx = fa.maxout_backward(y, index, pieces, axis)
    assert_equal(dx, np.where(x == np.repeat(y, pieces, axis), x, 0).astype(dtype))


def test_maxout_takes_the_first_of_equals():
    y, index = fa.maxout([3, 3, 1, 2, 2, 2], 3)
    assert y.dtype == np.float64 and index.tolist() == [0, 0]
