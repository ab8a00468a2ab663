"""Arrays as the kernels of normalisation take them: groups of elements, in memory without gaps."""

import math

import numpy as np

from fastact.functions.arguments import stored
from fastact.functions.axes import inverse


def parts_of(shape, rest):
    """How many elements are before, in and behind axes that stand together; zeros where they do not."""
    if rest and rest[-1] - rest[0] >= len(rest):
        return 0, 0, 0
    first, last = (rest[0], rest[-1] + 1) if rest else (0, 0)
    return math.prod(shape[:first]), math.prod(shape[first:last]), math.prod(shape[last:])


class Groups:
    """An array as (runs, groups, length), contiguous: a view where the axes that are kept stand together, else a copy."""

    def __init__(self, x, axes, rest, dtype):
        together = not rest or rest[-1] - rest[0] < len(rest)
        self.order = None if together else (*axes, *rest)
        self.whole = x.shape if together else tuple(x.shape[k] for k in self.order)
        self.shape = parts_of(self.whole, rest if together else range(len(axes), x.ndim))
        self.array = self.arranged(x, dtype)

    def arranged(self, x, dtype):
        if self.order is not None:
            x = x.transpose(self.order)
        return np.require(x, dtype, "CA").reshape(self.shape)

    def target(self, out, *inputs):
        """Where the results go: the array that is given for them, where the kernels can write to it, else a new one."""
        if self.order is not None or not _is_plain(out, self.array.dtype) or not out.flags.c_contiguous:
            return np.empty_like(self.array)
        if all(array is None or not np.may_share_memory(array, out) or _same(array, out) for array in inputs):
            return out.reshape(self.shape)
        return np.empty_like(self.array)

    def result(self, made, kind, out):
        """The results in the shape and the type of the operand, or in the array that is given for them."""
        if out is not None and np.may_share_memory(made, out):
            return out
        y = made.reshape(self.whole)
        if self.order is not None:
            y = y.transpose(inverse(self.order))
        if out is not None:
            return stored(y, out)
        with np.errstate(all="ignore"):
            return y.astype(kind, order="C", copy=False)


class Rows(Groups):
    """An array as (1, rows, elements of a row), contiguous: a view where the axes that are averaged over are the last."""

    def __init__(self, x, axes, dtype):
        rest = tuple(k for k in range(x.ndim) if k not in axes)
        order = (*rest, *axes)
        self.order = None if order == tuple(range(x.ndim)) else order
        self.whole = tuple(x.shape[k] for k in order)
        self.shape = 1, math.prod(self.whole[: len(rest)]), math.prod(self.whole[len(rest) :])
        self.array = self.arranged(x, dtype)


def _same(a, b):
    """Whether two arrays are the same elements of memory."""
    one, other = a.__array_interface__, b.__array_interface__
    return one["data"][0] == other["data"][0] and a.strides == b.strides and a.shape == b.shape and a.dtype == b.dtype


def _is_plain(out, dtype):
    return out is not None and out.dtype == dtype and out.flags.aligned and out.dtype.isnative
