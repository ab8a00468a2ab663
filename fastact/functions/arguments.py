"""Arguments, as the layers over gufuncs take them: parameters by keyword, types, shapes, axes, `out`.

What NumPy refused in words of its own is looked at once more, by `refuse`, and refused in those of the caller's arguments."""

import operator
from functools import cache, lru_cache, partial
from numbers import Real

import numpy as np
from numpy.lib.array_utils import normalize_axis_index, normalize_axis_tuple

from fastact._core.dtypes import TYPES
from fastact._core.ufuncs import functions

FLOATS = tuple(np.dtype(kind) for kind in TYPES if kind is not None)


def operands_of(caller, names, given, keywords):
    """Operands that a caller got by position, and behind these by keyword, which are taken out of the dict.

    A keyword of the name of one that was given by position stays: it is a parameter's, as star_relu has a `bias` too."""
    if len(given) == len(names):
        return given
    if len(given) > len(names):
        raise TypeError(f"{caller}() takes {len(names)} positional arguments but {len(given)} were given")
    missing = [name for name in names[len(given) :] if name not in keywords]
    if missing:
        raise TypeError(f"{caller}() missing required arguments: {', '.join(map(repr, missing))}")
    return *given, *(keywords.pop(name) for name in names[len(given) :])


def settled(function, caller, given):
    """The values of all parameters of a function of a table, by name, of which a caller got some by keyword."""
    if not given:
        return defaults_of(function)
    if isinstance(function, np.ufunc):
        raise TypeError(
            f"{caller}() got an unexpected keyword argument {next(iter(given))!r}; {function.__name__} has no parameters"
        )
    values = function.settle(given)
    if given:
        raise function.unexpected(caller, next(iter(given)))
    return dict(zip(function.parameters, values))


@cache
def defaults_of(function):
    """The values of all parameters of a function of a table where none is given."""
    return {} if isinstance(function, np.ufunc) else dict(zip(function.parameters, function.settle({})))


def typed(gufunc, dtypes, parameters):
    """Parameters as arrays; Python's numbers take the type in which arrays of these types are computed."""
    dtype = computed(gufunc, (*dtypes, *(dtypes[-1],) * len(parameters)))
    return [np.asarray(value, dtype if type(value) in (int, float) else None) for value in parameters.values()]


@lru_cache(maxsize=256)
def computed(gufunc, dtypes):
    """The type of a gufunc's results for operands of these."""
    ufunc = getattr(gufunc, "ufunc", gufunc)
    return ufunc.resolve_dtypes((*dtypes, *(None,) * ufunc.nout))[-1]


def spread(value, shape):
    """An array in a shape, as numpy.broadcast_to, which takes ten times as long for one number."""
    if value.ndim or value.dtype.kind != "f":
        return np.broadcast_to(value, shape)
    return np.ndarray(shape, value.dtype, value, 0, (0,) * len(shape))


def checked(out, shape, kind=None):
    """An array for results of a shape and a type, or None where one is to be made; in the spellings of NumPy: an array, a tuple
    of one, None, or `...`, which asks for an array even where the result is one number."""
    if isinstance(out, tuple):
        if len(out) != 1:
            raise ValueError(f"out must be an array or a tuple of one, not a tuple of {len(out)}")
        (out,) = out
    elif out is ...:
        return None
    if out is None:
        return None
    if not isinstance(out, np.ndarray):
        raise TypeError(f"out must be an array, not {type(out).__name__}")
    if out.shape != shape:
        raise ValueError(f"out has shape {out.shape}, but the result has shape {shape}")
    if not out.flags.writeable:
        raise ValueError("out must be an array that can be written to, but is read-only")
    if not np.can_cast(np.float16, out.dtype, "same_kind"):
        raise TypeError(f"out must be an array of floating-point numbers, not of {out.dtype}")
    if kind is not None and not np.can_cast(kind, out.dtype, "same_kind"):
        raise TypeError(f"out has the type {out.dtype}, but the result has {kind}, which is not cast to that")
    return out


def checked_pair(out, first, second, kind=None):
    """The arrays for two results of these shapes and a type, or None for what is to be made: a tuple of two, None or `...`."""
    if out is None or out is ...:
        return None, None
    if not isinstance(out, tuple) or len(out) != 2:
        given = f"a tuple of {len(out)}" if isinstance(out, tuple) else type(out).__name__
        raise TypeError(f"out must be a tuple of two, each an array or None, not {given}")
    return checked(out[:1], first, kind), checked(out[1:], second, kind)


def stored(result, target, as_array=False):
    """A result in the array that `checked` gave for it; itself where that gave none."""
    if target is None:
        return np.asanyarray(result) if as_array else result
    with np.errstate(all="ignore"):
        np.copyto(target, result, casting="same_kind")
    return target


def of_type(number, x):
    """A Python number in the type of an array, as it has none of its own; anything else as an array."""
    kind = type(number)
    if (kind is float or kind is int) and (dtype := getattr(x, "dtype", None)) is not None and dtype.kind in "fV":
        if number == 0 or 2.0**-14 <= abs(number) <= 65504:  # no type makes it a zero or an infinity
            return np.array(number, dtype)
        with np.errstate(all="ignore"):
            return np.array(number, dtype)
    return np.asanyarray(number)


def shape_of(x):
    """As numpy.shape, which takes three times as long for an array."""
    return x.shape if type(x) is np.ndarray else np.shape(x)


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
    return array.astype(computed_type(name, array), copy=False)


def computed_type(name, array):
    """The type in which a ufunc computes an array."""
    dtype = np.asanyarray(array).dtype
    try:
        return computed_of(dtype)
    except TypeError:
        raise TypeError(
            f"{name} must be an array of real numbers ({', '.join(map(str, FLOATS))}, integers or bool), not of {dtype}"
        ) from None


@lru_cache(maxsize=256)
def computed_of(dtype):
    return computed(functions["relu"], (dtype,))


def loss_type(logits, dtype=None):
    """The type that losses of logits are computed in: theirs, float32 at least for integers and bool, or the one that is asked
    for."""
    kind = loss_type_of(logits.dtype)
    if dtype is None:
        return kind
    refuse({}, dtype=dtype)
    return np.dtype(dtype).newbyteorder("=")


@lru_cache(maxsize=256)
def loss_type_of(dtype):
    kind = computed_type("logits", np.empty(0, dtype))
    return at_least_single(kind) if dtype.kind in "biu" else kind


@lru_cache(maxsize=64)
def at_least_single(kind):
    return np.promote_types(kind, np.float32)


def refuse(arrays, *, dtype=None, out=None, shape=None, parameters=None):
    """Refuses the first of these arguments that is at fault, arrays and parameters by their names; returns where none is."""
    for name, array in arrays.items():
        computed_type(name, array)
    for name, array in (parameters or {}).items():
        computed_type(name, array)
        broadcast_to(name, array, shape)
    if dtype is not None:
        try:
            known = np.dtype(dtype).newbyteorder("=") in FLOATS
        except TypeError:
            known = False
        if not known:
            raise TypeError(f"dtype must be one of {', '.join(map(str, FLOATS))} or None, not {dtype!r}")
    if shape is not None:
        checked(out, shape)


class Refusing:
    """A context in which what NumPy refuses in words of its own is refused in those of a check, where that finds a fault."""

    def __init__(self, check, *args, **kwargs):
        self.check = partial(check, *args, **kwargs)

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        if kind is not None and issubclass(kind, (TypeError, ValueError)):
            try:
                self.check()
            except (TypeError, ValueError) as fault:
                raise fault from None


def integer(name, number):
    try:
        if not isinstance(number, bool):
            return operator.index(number)
    except TypeError:
        pass
    raise TypeError(f"{name} must be an integer, not {type(number).__name__}")


def check_real(name, number):
    """Refuses what is no real number; True and False are none."""
    if not isinstance(number, Real) or isinstance(number, bool):
        raise TypeError(f"{name} must be a real number, not {type(number).__name__}")


def check_reduction(reduction):
    if not isinstance(reduction, str) or reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction must be 'none', 'mean' or 'sum', got {reduction!r}")


def axis_of(ndim, axis):
    """One axis of so many, counted from 0."""
    if type(axis) is int and -ndim <= axis < ndim:
        return axis % ndim
    return normalize_axis_index(integer("axis", axis), ndim, "axis")


@lru_cache(maxsize=256)
def axes_beside(ndim, axis):
    """All axes of so many but one, or but none."""
    return tuple(k for k in range(ndim) if k != axis)


def axes_of(ndim, axis):
    """All axes of so many for None, else those that are named, counted from 0."""
    if axis is None:
        return tuple(range(ndim))
    try:
        if not isinstance(axis, bool):
            return normalize_axis_tuple(axis, ndim, "axis")
    except TypeError:
        pass
    raise TypeError(f"axis must be an integer, a tuple of integers or None, not {axis!r}")


def broadcast_to(name, array, shape):
    try:
        return np.broadcast_to(array, shape)
    except ValueError:
        raise ValueError(f"{name} must broadcast to the shape {shape}, not have the shape {np.shape(array)}") from None
