"""Which calls are served: what rows of several libraries ask of their arguments."""

from numbers import Integral

import numpy as np

from fastact.backends.patch import DTYPE, OPTION, SIZE, TYPE

SINGLE, DOUBLE = np.dtype(np.float32), np.dtype(np.float64)
NEVER = 2**63  # elements: fastact loses at every size
UFUNC_OPTIONS = frozenset({"out", "where", "casting", "order", "subok"})


def floats(x, least=(1, 1)):
    """Why `x` is not served, or None: it is NumPy's own array of float32 or float64, in the machine's byte order, with at
    least so many elements, a number for each of the two."""
    if type(x) is not np.ndarray:
        return TYPE
    dtype = x.dtype
    if dtype is not SINGLE and dtype is not DOUBLE:
        return DTYPE
    return SIZE if x.size < least[dtype is DOUBLE] else None


def ufunc_call(least):
    """The condition of a ufunc of one operand."""

    def takes(x, out=None, /, **options):
        if options and not UFUNC_OPTIONS.issuperset(options):
            return OPTION
        return floats(x, least)

    return takes


def alike(x, *others):
    """Why these do not go together, or None: all are NumPy's own, of the type of `x`; None among them counts for nothing."""
    for other in others:
        if other is not None:
            if type(other) is not np.ndarray:
                return TYPE
            if other.dtype is not x.dtype:
                return DTYPE
    return None


def is_axis(axis):
    """Whether it is None, a whole number or a tuple of such."""
    return axis is None or all(isinstance(one, Integral) for one in (axis if type(axis) is tuple else (axis,)))
