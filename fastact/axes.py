"""What the layers over gufuncs of an axis share: axes of any number as the one that they have, and the options of softmax."""

import math
from numbers import Real
from typing import NamedTuple

import numpy as np
from numpy.lib.array_utils import normalize_axis_index, normalize_axis_tuple

from fastact.rows import checked


def along(gufunc, operands, axis, out, dtype, keepdims=False, options=None):
    """The gufunc over one axis as it stands; over several, or of a scalar, as over one axis that holds them all."""
    if out is dtype is options is None and len(operands) == 1 and type(axis) is int and axis == -1 and not keepdims:
        (x,) = operands  # half the cost of a small call is what follows
        if type(x) is np.ndarray and x.ndim:
            return gufunc(x)
    kwargs = {} if dtype is None else computed_in(gufunc, np.dtype(dtype))
    if len(operands) > 1 and np.shape(operands[0]) != np.shape(operands[1]):
        operands = np.broadcast_arrays(*operands, subok=True)
    if axis is not None and not isinstance(axis, (tuple, list)):
        x = operands[0]
        if not (x.ndim if isinstance(x, np.ndarray) else np.ndim(x)):
            normalize_axis_index(axis, 1)
            axis = None  # a scalar is a row of one
        elif not (keepdims and options):  # a gufunc keeps no axes that its operands have not all
            # a keyword costs as much as ten elements: none for what is the gufunc's default
            if type(axis) is not int or axis != -1:
                kwargs["axis"] = axis
            if options is not None and options.sink.ndim:
                refuse_wide(options.sink, np.shape(x), (normalize_axis_index(axis, np.ndim(x)),))
            if out is not None:
                kwargs["out"] = out
                target = out[0] if isinstance(out, tuple) and len(out) == 1 else out
                left = np.ndim(x) - (not keepdims and not gufunc.signature.endswith("->(n)"))
                if isinstance(target, np.ndarray) and target.ndim > left:  # a ufunc would repeat the result in it
                    raise ValueError(f"out has shape {target.shape}, but the result has {left} axes")
            if keepdims:
                kwargs["keepdims"] = True
            return gufunc(*operands, *(options or ()), **kwargs)

    operands = [np.asanyarray(operand) for operand in operands]
    shape = operands[0].shape
    axes = tuple(range(len(shape))) if axis is None else tuple(sorted(normalize_axis_tuple(axis, len(shape), "axis")))
    rest = tuple(i for i in range(len(shape)) if i not in axes)
    lengths = [shape[i] for i in rest]

    def joined(array):
        """With the axes last and as one: a view where the strides allow it."""
        return array.transpose(rest + axes).reshape([*lengths, math.prod(shape[i] for i in axes)])

    def parted(array):
        return array.reshape([shape[i] for i in rest + axes]).transpose(np.argsort(rest + axes))

    if gufunc.signature.endswith("->(n)"):
        shape_out, pack, unpack = shape, joined, parted
    else:
        shape_out = tuple(1 if i in axes else n for i, n in enumerate(shape)) if keepdims else tuple(lengths)
        pack, unpack = (lambda array: array.reshape(lengths)), (lambda array: np.reshape(array, shape_out))
    operands = [joined(operand) for operand in operands]
    if options is not None:
        refuse_wide(options.sink, shape, axes)
        operands += [joined(options.where), *options[1:]]
    out = checked(out, shape_out)
    if out is None:
        results = gufunc(*operands, **kwargs)
        return unpack(results)[()] if gufunc.nout == 1 else tuple(unpack(result)[()] for result in results)
    target = pack(out)
    if np.may_share_memory(target, out):
        gufunc(*operands, out=target, **kwargs)
    else:
        np.copyto(out, unpack(gufunc(*operands, **kwargs)), casting="same_kind")
    return out


def computed_in(gufunc, dtype):
    """The keyword that makes a gufunc compute in a type; one whose operands have types of their own needs all of them."""
    for types in gufunc.types:
        if types.endswith(dtype.char) and len(set(types.replace("->", ""))) > 1:
            return {"signature": types}
    return {"dtype": dtype}


def refuse_wide(sink, shape, axes):
    """A sink for each row may not make more rows."""
    rows = tuple(n for i, n in enumerate(shape) if i not in axes)
    try:
        np.broadcast_to(sink, rows)
    except ValueError:
        raise ValueError(f"sink has shape {sink.shape}, which does not broadcast to that of the rows, {rows}") from None


def of_type(number, x):
    """A Python number in the type of an array, as it has none of its own; anything else as an array."""
    if type(number) in (int, float) and getattr(x, "dtype", np.dtype(bool)).kind in "fV":
        with np.errstate(all="ignore"):
            return np.array(number, x.dtype)
    return np.asanyarray(number)


class Options(NamedTuple):
    """What the gufuncs with options take behind their operands; `where` has the shape of x, the others that of its rows."""

    where: np.ndarray
    lengths: np.ndarray
    sink: np.ndarray
    temperature: float
    flags: int


STRICT, SINKS = 1, 2
EVERYTHING = np.array(2**63 - 1), np.array(False)  # of a row's elements; no sink


def options_of(x, where=True, temperature=1.0, sink=None, inf="limit", lengths=None):
    if not isinstance(temperature, Real) or isinstance(temperature, bool):
        raise TypeError(f"temperature must be a real number, not {type(temperature).__name__}")
    if not 2.0**-126 <= float(temperature) <= 2.0**126:
        raise ValueError(f"temperature must be positive, from 2**-126 to 2**126, got {temperature!r}")
    if not isinstance(inf, str) or inf not in ("limit", "nan"):
        raise ValueError(f"inf must be 'limit' or 'nan', got {inf!r}")
    where = np.asarray(where)
    if where.dtype != bool:
        raise TypeError(f"where must be bool, not {where.dtype}")
    try:
        where = np.broadcast_to(where, np.shape(x))
    except ValueError:
        raise ValueError(f"where has shape {where.shape}, which does not broadcast to that of x, {np.shape(x)}") from None
    flags = STRICT * (inf == "nan") + SINKS * (sink is not None)
    everything, nothing = EVERYTHING
    sink = nothing if sink is None else of_type(sink, x)
    return Options(where, everything if lengths is None else lengths, sink, float(temperature), flags)
