"""Arguments, as the layers over gufuncs take them: parameters by keyword, types, shapes, `out`."""

import operator
from functools import lru_cache

import numpy as np
from numpy.lib.array_utils import normalize_axis_index

from fastact._core.ufuncs import functions


def settled(function, caller, given):
    """The values of all parameters of a function of a table, of which a caller got some by keyword."""
    values = () if isinstance(function, np.ufunc) else function.settle(given)
    if given:
        raise TypeError(f"{caller}() got an unexpected keyword argument {next(iter(given))!r}")
    return values


def typed(gufunc, dtypes, values):
    """Parameters as arrays; Python's numbers take the type in which arrays of these types are computed."""
    dtype = computed(gufunc, (*dtypes, *(dtypes[-1],) * len(values)))
    return [np.asarray(value, dtype if type(value) in (int, float) else None) for value in values]


@lru_cache(maxsize=256)
def computed(gufunc, dtypes):
    """The type of a gufunc's results for operands of these."""
    return gufunc.resolve_dtypes((*dtypes, *(None,) * gufunc.nout))[-1]


def spread(value, shape):
    """An array in a shape, as numpy.broadcast_to, which takes ten times as long for one number."""
    if value.ndim or value.dtype.kind != "f":
        return np.broadcast_to(value, shape)
    return np.ndarray(shape, value.dtype, value, 0, (0,) * len(shape))


def checked(out, shape):
    """An array for results of a shape, or None."""
    if isinstance(out, tuple) and len(out) == 1:
        (out,) = out
    if out is None:
        return None
    if not isinstance(out, np.ndarray):
        raise TypeError(f"out must be an array, not {type(out).__name__}")
    if out.shape != shape:
        raise ValueError(f"out has shape {out.shape}, but the result has shape {shape}")
    if not out.flags.writeable:
        raise ValueError("out is read-only")
    return out


def of_type(number, x):
    """A Python number in the type of an array, as it has none of its own; anything else as an array."""
    if type(number) in (int, float) and getattr(x, "dtype", np.dtype(bool)).kind in "fV":
        with np.errstate(all="ignore"):
            return np.array(number, x.dtype)
    return np.asanyarray(number)


def broadcast(**arrays):
    """Arrays in their common shape, by the names that an error has."""
    try:
        return np.broadcast_arrays(*arrays.values(), subok=True)
    except ValueError:
        shapes = " and ".join(f"{name} of shape {np.shape(array)}" for name, array in reversed(arrays.items()))
        raise ValueError(f"{shapes} do not broadcast") from None


def real(name, array):
    """An array of the type in which a ufunc computes it."""
    array = np.asanyarray(array)
    try:
        dtype = computed(functions["relu"], (array.dtype,))
    except TypeError:
        raise TypeError(f"{name} must be an array of real numbers, not of {array.dtype}") from None
    return array.astype(dtype, copy=False)


def integer(name, number):
    try:
        return operator.index(number)
    except TypeError:
        raise TypeError(f"{name} must be an integer, not {type(number).__name__}") from None


def axis_of(array, axis):
    return normalize_axis_index(integer("axis", axis), array.ndim, "axis")


def broadcast_to(name, array, shape):
    try:
        return np.broadcast_to(array, shape)
    except ValueError:
        raise ValueError(f"{name} must broadcast to the shape {shape}, not have the shape {np.shape(array)}") from None
