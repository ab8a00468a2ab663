"""What the layers over gufuncs of an axis share: axes of any number as the one that they have, and the options of softmax."""

import itertools
import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.lib.array_utils import normalize_axis_index

from fastact._core.loops.reductions import flags
from fastact._core.small_arrays import broadcast_to
from fastact.functions.arguments import Refusing, axes_of, broadcast, check_real, checked, of_type, refuse, shape_of

BLOCK = 2**16  # elements of a temporary: a few of them stay in the second cache
NAMES = {1: ("x", "sink"), 2: ("dy", "y", "sink")}  # what operands and the sink are called, by how many operands there are


def along(function, operands, axis, out, dtype, keepdims=False, options=None, names=NAMES):
    """The gufunc over one axis as it stands; over several, or of a scalar, as over one axis that holds them all.

    What NumPy refuses is refused by the names of the arguments; those of operands are looked up by their number."""
    gufunc = function.plain if options is None else function.with_options
    if dtype is None:
        made = gufunc.at_once(operands if options is None else operands + options, axis, out, keepdims)
        if made is not None:
            return made
    with Refusing(refuse_call, function, operands, axis, out, dtype, keepdims, options, names):
        kwargs = {} if dtype is None else computed_in(gufunc.types, dtype)
        if len(operands) > 1 and np.shape(operands[0]) != np.shape(operands[1]):
            operands = np.broadcast_arrays(*operands, subok=True)
        if options is not None:
            options = options.spread(operands[0])
        if axis is not None and not isinstance(axis, (tuple, list)):
            x = operands[0]
            if not (x.ndim if isinstance(x, np.ndarray) else np.ndim(x)):
                normalize_axis_index(axis, 1)
                axis = None  # a scalar is a row of one
            elif not (keepdims and options):  # a gufunc keeps no axes that its operands have not all
                # a keyword costs as much as ten elements: none for what is the gufunc's default
                if type(axis) is not int or axis != -1:
                    kwargs["axis"] = axis
                if options is not None and np.ndim(options.sink):
                    refuse_wide(options.sink, np.shape(x), (normalize_axis_index(axis, np.ndim(x)),))
                if out is not None:
                    kwargs["out"] = out
                    target = out[0] if isinstance(out, tuple) and len(out) == 1 else out
                    if isinstance(target, np.ndarray) and target.shape != (
                        left := np.shape(x) if function.keeps_axis else without(np.shape(x), axis, keepdims)
                    ):
                        checked(target, left)  # a ufunc would repeat the result in a larger one
                if keepdims:
                    kwargs["keepdims"] = True
                return gufunc(*operands, *(options or ()), **kwargs)
        return along_several(function, operands, axis, out, kwargs, keepdims, options)


def refuse_call(function, operands, axis, out, dtype, keepdims, options, names):
    """Refuses the first argument of `along` that is at fault, and says what it may be; returns where none is."""
    *names, of_sink = names[len(operands)]
    named = dict(zip(names, operands))
    refuse(named if options is None else named | {of_sink: options.sink}, dtype=dtype)
    shape = broadcast(**named)[0].shape
    axes = axes_of(max(len(shape), 1), axis)
    refuse({}, out=out, shape=shape if function.keeps_axis else without(shape, axes, keepdims))


def without(shape, axis, keepdims):
    """A shape without an axis or several, or with them of length 1."""
    if axis == -1 and not keepdims:
        return shape[:-1]
    axes = axes_of(len(shape), axis) if shape else ()
    return tuple(1 if i in axes else n for i, n in enumerate(shape) if keepdims or i not in axes)


def along_several(function, operands, axis, out, kwargs, keepdims, options):
    """The axes last and joined; slab by slab where that takes a copy."""
    gufunc = function.plain if options is None else function.with_options
    operands = [np.asanyarray(operand) for operand in operands]
    shape = operands[0].shape
    axes = tuple(sorted(axes_of(len(shape), axis)))
    rest = tuple(i for i in range(len(shape)) if i not in axes)
    order, lengths, row = rest + axes, tuple(shape[i] for i in rest), math.prod(shape[i] for i in axes)
    arrays, others = [operand.transpose(order) for operand in operands], ()
    if options is not None:
        refuse_wide(options.sink, shape, axes)
        arrays.append(options.where.transpose(order))
        others = options[1:]

    def joined(array, copy=None):
        """With the last axes as one: a view where the strides allow it; ValueError where they do not and it may be no copy."""
        return array.reshape([*array.shape[: len(rest)], row], copy=copy)

    def parted(array):
        return array.reshape([shape[i] for i in order]).transpose(inverse(order))

    def of_slab(*parts):
        return gufunc(*map(joined, parts[: len(arrays)]), *parts[len(arrays) :], *others[2:], **kwargs)

    as_array = out is ...
    if function.keeps_axis:
        shape_out, pack, unpack = shape, (lambda array: array.transpose(order)), parted
    else:
        shape_out = without(shape, axes, keepdims)
        pack, unpack = (lambda array: array.reshape(lengths)), (lambda array: np.reshape(array, shape_out))
    out = checked(out, shape_out)
    target = None if out is None else pack(out)
    try:
        views = [joined(array, copy=False) for array in arrays]
        into = target if target is None or unpack is not parted else joined(target, copy=False)
    except ValueError:
        of_rows = [np.broadcast_to(other, lengths) for other in others[:2]]
        results = in_slabs(of_slab, arrays + of_rows, len(rest), None if out is None else (target,))
    else:
        if into is not None:
            kwargs["out"] = into
        results = gufunc(*views, *others, **kwargs)
    if out is not None:
        return out
    made = [unpack(result) for result in (results if isinstance(results, tuple) else (results,))]
    made = [np.asanyarray(result) if as_array else result[()] for result in made]
    return tuple(made) if isinstance(results, tuple) else made[0]


def inverse(order):
    """The transposition that undoes another."""
    return sorted(range(len(order)), key=order.__getitem__)


def fits(array):
    """Whether it is no larger than a slab."""
    return array.size <= BLOCK


def in_slabs(function, arrays, count, out=None):
    """A function of one slab of arrays after another, in the arrays `out` or new ones: its temporaries are small.

    The first axes of arrays and results, so many of them, are those that may be cut."""
    if out is None and fits(arrays[0]):
        return function(*arrays)
    first, new = arrays[0], out is None
    arrays = arrays if new else [unshared(array, out) for array in arrays]
    far = sorted(range(count), key=lambda axis: -abs(first.strides[axis]))
    for at in slabs(first.shape[:count], math.prod(first.shape[count:]), far):
        results = function(*(array[at] for array in arrays))
        results = results if isinstance(results, tuple) else (results,)
        if out is None:
            out = tuple(np.empty_like(result, shape=first.shape[:count] + result.shape[count:]) for result in results)
        for target, result in zip(out, results):
            result = result.reshape(target[at].shape)
            if new:
                target[at] = result  # the mask too, where it has one
            else:
                np.copyto(target[at], result, casting="same_kind")
    return out if len(out) > 1 else out[0]


def slabs(lengths, row, cut):
    """Indices of parts of at most BLOCK elements, or of one row of so many, cut along axes: the first of them first."""
    steps, size = list(lengths), math.prod(lengths) * row
    if size <= BLOCK:
        yield ...
        return
    for axis in cut:
        if size > BLOCK:
            size //= lengths[axis]
            steps[axis] = max(1, BLOCK // size)
    for starts in itertools.product(*(range(0, n, step) for n, step in zip(lengths, steps))):
        yield *(slice(start, start + step) for start, step in zip(starts, steps)), ...


def unshared(array, results):
    """An array, or its copy where a result that is written before another is read would change it; in place none would."""
    for out in results:
        places = [(a.__array_interface__["data"][0], a.shape, a.strides) for a in (array, out)]
        if places[0] != places[1] and np.may_share_memory(array, out, max_work=1):
            return array.copy()
    return array


def computed_in(types, dtype):
    """The keyword that makes a gufunc compute in a type; operands that have a type of their own keep it."""
    dtype = np.dtype(dtype).newbyteorder("=")
    return {"signature": tuple(dtype if letter == "r" else letter for letter in types)}


def refuse_wide(sink, shape, axes):
    """A sink for each row may not make more rows."""
    rows = tuple(n for i, n in enumerate(shape) if i not in axes)
    try:
        np.broadcast_to(sink, rows)
    except ValueError:
        raise ValueError(f"sink has shape {sink.shape}, which does not broadcast to that of the rows, {rows}") from None


class Options(NamedTuple):
    """What the gufuncs with options take behind their operands; `where` has the shape of x, the others that of its rows.

    A call at once takes True and a number as they are."""

    where: np.ndarray | bool
    lengths: np.ndarray | int
    sink: np.ndarray | float
    temperature: float
    flags: int

    def spread(self, x):
        """With arrays, as NumPy's call takes them."""
        where = everywhere(np.shape(x)) if self.where is True else self.where
        return self._replace(where=where, sink=of_type(self.sink, x) if type(self.sink) is float else self.sink)


WHOLE, NO_SINK = 2**63 - 1, False  # lengths that take whole rows; a sink that is none
STRICT, SINKS = flags["strict"], flags["sinks"]
LIMIT = "limit"  # the very object of the defaults; another string of that word takes the longer way


@lru_cache(maxsize=256)
def everywhere(shape):
    """What counts in an array of a shape, where all does."""
    return np.broadcast_to(True, shape)


def options_of(x, where=True, temperature=1.0, sink=None, inf="limit", lengths=WHOLE):
    if type(temperature) is not float or temperature != 1.0:
        temperature = positive(temperature)
    if inf is not LIMIT and (not isinstance(inf, str) or inf not in ("limit", "nan")):
        raise ValueError(f"inf must be 'limit' or 'nan', got {inf!r}")
    if where is not True:
        where, shape = np.asarray(where), shape_of(x)
        if where.dtype != bool:
            raise TypeError(f"where must be bool, not {where.dtype}")
        if where.shape != shape:
            try:
                where = broadcast_to(where, shape)
            except ValueError:
                raise ValueError(f"where has shape {where.shape}, which does not broadcast to that of x, {shape}") from None
    given = STRICT if inf == "nan" else 0
    if sink is None:
        sink = NO_SINK
    else:
        sink, given = sink if type(sink) is float else of_type(sink, x), given + SINKS
    return tuple.__new__(Options, (where, lengths, sink, temperature, given))  # Options(...) takes twice as long


def positive(temperature):
    if type(temperature) is not float:
        check_real("temperature", temperature)
    if not 2.0**-126 <= float(temperature) <= 2.0**126:
        raise ValueError(f"temperature must be positive, from 2**-126 to 2**126, got {temperature!r}")
    return float(temperature)
