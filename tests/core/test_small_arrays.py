"""What small arrays are asked in C: whether all indices are in a range, and a cast without a warning."""

import numpy as np
import pytest
from calls import assert_same_bits
from fastact._core.small_arrays import all_below, cast


@pytest.mark.parametrize("spread", [lambda array: array, lambda array: np.repeat(array, 2)[::2], lambda array: array[::-1]])
def test_all_below(spread):
    for good in ([], [0], [4, 0, 3], list(range(5)) * 9):
        assert all_below(spread(np.array(good, np.int64)), 5) is True
    for bad in ([5], [-1], [0, 1, -(2**63)], [0] * 40 + [2**63 - 1]):
        assert all_below(spread(np.array(bad, np.int64)), 5) is False
    assert all_below(np.array(3), 4) is True and all_below(np.array(4), 4) is False
    assert all_below(np.zeros(1, np.int64), 0) is False


def test_cast():
    wide = np.array([1e300, -1e300, 1e-300, 1 / 3, np.nan, np.inf, -0.0])
    single = np.dtype(np.float32)
    with np.errstate(all="ignore"):
        want = wide.astype(single)
    with np.errstate(all="raise"):
        for array in (wide, np.repeat(wide, 2)[::2], wide.astype(">f8"), wide.reshape(1, 7)):
            assert_same_bits([cast(array, single).ravel()], [want])
        number = cast(np.float64(1e300), single)
        assert type(number) is np.float32 and number == np.inf
        assert type(cast(np.array(2.0), single)) is np.ndarray
        assert cast(wide, np.dtype(float)) is wide
        assert_same_bits([cast(wide, np.dtype(np.float16))[:2]], [np.array([np.inf, -np.inf], np.float16)])
        assert_same_bits([np.exp(cast(np.zeros(1), single))], [np.ones(1, np.float32)])  # no flag is left for what follows
