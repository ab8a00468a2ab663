"""What the layers over gufuncs share: parameters by keyword, types, `out`."""

from functools import lru_cache

import numpy as np


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
