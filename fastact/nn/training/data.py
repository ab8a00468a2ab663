"""What comes in: rows, targets, weights.  All is checked before anything of a network changes."""

import math
from numbers import Real

import numpy as np

KINDS = "biuf"


def array_of(name, given):
    """An array of real numbers."""
    found = np.asarray(given)
    if found.dtype.kind not in KINDS or found.dtype == np.longdouble:
        raise TypeError(f"{name} must be an array of real numbers, not of {found.dtype}")
    return found


def type_of(x):
    """float32 or float64: in which rows of a type are computed, as NumPy promotes it with float32."""
    return np.dtype(np.float64) if np.result_type(x.dtype, np.float32).itemsize > 4 else np.dtype(np.float32)


def rows_of(x, dtype, shape):
    """An array of rows, in a type and of a shape, None for any."""
    found = array_of("x", x)
    if found.ndim < 2:
        raise ValueError(f"x must have an axis of rows and one of their numbers at least, not the shape {found.shape}")
    if shape is not None and found.shape[1:] != shape:
        raise ValueError(f"x must have rows of the shape {shape}, as the network was built for, not {found.shape[1:]}")
    return found if found.dtype is dtype else found.astype(dtype or type_of(found), copy=False)


def weights_of(loss, y, outputs, sample_weight, class_weight):
    """A weight for each of what is averaged over, float64 of the shape of the targets without units; None where all are 1."""
    if sample_weight is None and class_weight is None:
        return None
    lead = outputs[:-1]
    weights = np.ones(lead)
    if sample_weight is not None:
        given = array_of("sample_weight", sample_weight).astype(np.float64)
        if given.shape != lead[: given.ndim] or not given.ndim:
            raise ValueError(f"sample_weight must have the shape {lead[:1]}, one for each row, not {given.shape}")
        if not (np.isfinite(given).all() and (given >= 0).all()):
            raise ValueError("sample_weight must be finite and not negative")
        weights *= given.reshape(*given.shape, *(1,) * (len(lead) - given.ndim))
    if class_weight is not None:
        weights *= of_classes(loss, y, outputs, class_weight)
    if not weights.any():
        raise ValueError("sample_weight and class_weight leave no row a weight: all are zero")
    return weights


def of_classes(loss, y, outputs, class_weight):
    """The weight of each row's class."""
    binary = outputs[-1] == 1
    numbers = y.reshape(outputs[:-1]) if binary else y
    if not loss.classes or numbers.shape != outputs[:-1] or (binary and not ((y == 0) | (y == 1)).all()):
        raise ValueError("class_weight needs targets that are class numbers")
    count = 2 if binary else outputs[-1]
    table = np.ones(count)
    if isinstance(class_weight, dict):
        for k, weight in class_weight.items():
            if isinstance(k, bool) or not isinstance(k, (int, np.integer)) or not 0 <= k < count:
                raise ValueError(f"class_weight must have the classes 0 to {count - 1}, not {k!r}")
            table[k] = weight if isinstance(weight, Real) else math.nan
    else:
        table = array_of("class_weight", class_weight).astype(np.float64)
        if table.shape != (count,):
            raise ValueError(f"class_weight must have the shape {(count,)}, one for each class, not {table.shape}")
    if not (np.isfinite(table).all() and (table >= 0).all()):
        raise ValueError("class_weight must have finite weights that are not negative")
    return table[numbers.astype(np.intp)]


def generator(rng):
    """A generator: the given one, or one of a seed or of the system's entropy."""
    if rng is None or (isinstance(rng, (int, np.integer, np.random.Generator)) and not isinstance(rng, bool)):
        return np.random.default_rng(rng)
    raise TypeError(f"rng must be a numpy.random.Generator, an integer or None, not {type(rng).__name__}")
