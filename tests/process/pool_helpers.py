"""Of the pool: whose memory an array has, and where; the tests of it begin and end with NumPy's own."""

import numpy as np
import pytest

from fastact._core import memory_pool

MIB = 2**20
NUMPYS = "default_allocator"
OURS = "fastact_pool"


# the marks of a file of such tests
of_the_pool = [
    pytest.mark.skipif(not memory_pool.available, reason="the system has no mmap"),
    pytest.mark.usefixtures("without_pool"),
]


def address(array):
    return array.__array_interface__["data"][0]


def array_of(size, fill=1):
    return np.full(size, fill, np.uint8)


def counts():
    """Requests reused, and fresh ones."""
    figures = memory_pool.figures()
    return np.array([figures["reused"], figures["fresh"]])
