"""Gated units of the two halves of one array: a layer over gufuncs that go over the halves where they are."""

import inspect
import math

import numpy as np

from fastact._core import docstrings
from fastact._core.table_rows import stated
from fastact._core.ufuncs import built
from fastact.catalogue.public import public
from fastact.functions.arguments import Refusing, are_numbers, axis_of, checked, computed, refuse, settled, spread, typed
from fastact.functions.foreign.layout import ALL, CHANGED, Masked
from fastact.functions.foreign.rule import served

HALVES = ("first", "second")


def _packed(row):
    """The packed function of a row of the table of gates, and its backward form."""
    function, (forward, backward) = built.gate_functions[row.name], built.packed[row.name]
    default = HALVES[stated(row)["gate"] == "b"]

    def forward_(x, axis=-1, *, gate=default, interleaved=False, out=None, **given):
        parameters = settled(function, forward_.__name__, given)
        x = np.asarray(x)
        axis, half = _half(x, axis)
        if are_numbers(parameters):
            halves = _ordered(_halves(x, axis, interleaved), gate, default)
            made = forward.at_once((*halves, *parameters.values()), _joined(x, axis, interleaved), out)
            if made is not None:
                return made
        out = checked(out, half)
        with Refusing(refuse, {"x": x}, shape=half, parameters=parameters):
            values = typed(forward, (x.dtype, x.dtype), parameters)
            (pair,), results, values = _views(half, axis, interleaved, [x], [] if out is None else [out], values)
            y = forward(*_ordered(pair, gate, default), *values, out=results[0] if results else None)
        return y.reshape(half) if out is None else out

    def backward_(dy, x, axis=-1, *, gate=default, interleaved=False, out=None, **given):
        parameters = settled(function, backward_.__name__, given)
        dy, x = np.asarray(dy), np.asarray(x)
        axis, half = _half(x, axis)
        if dy.shape != half:
            raise ValueError(f"dy has shape {dy.shape}, but the result has shape {half}")
        out = checked(out, x.shape)
        if are_numbers(parameters) and dy.dtype is x.dtype and x.dtype.kind == "f":
            target = np.empty(x.shape, x.dtype) if out is None else out
            halves, results = (_ordered(_halves(a, axis, interleaved), gate, default) for a in (x, target))
            if backward.at_once((dy, *halves, *parameters.values()), _joined(x, axis, interleaved), results) is not None:
                return target
        with Refusing(refuse, {"dy": dy, "x": x}, shape=half, parameters=parameters):
            values = typed(backward, (dy.dtype, x.dtype, x.dtype), parameters)
            if out is None:
                out = np.empty(x.shape, computed(backward, (dy.dtype, x.dtype, x.dtype, *(value.dtype for value in values))))
            (pair, results), (dy,), values = _views(half, axis, interleaved, [x, out], [dy], values)
            backward(dy, *_ordered(pair, gate, default), *values, out=_ordered(results, gate, default))
        return out

    kind = inspect.Parameter
    own = [kind("gate", kind.KEYWORD_ONLY, default=default), kind("interleaved", kind.KEYWORD_ONLY, default=False)]
    own += [kind(name, kind.KEYWORD_ONLY, default=value) for name, value in row.parameters.items()]
    own = [kind("axis", kind.POSITIONAL_OR_KEYWORD, default=-1), *own, kind("out", kind.KEYWORD_ONLY, default=None)]
    parameters = dict.fromkeys(row.parameters, CHANGED)
    of_x = served(x=ALL, **parameters, results=CHANGED, masked=Masked(0.0, _of_half))
    of_dy = served(dy=CHANGED, x=ALL, **parameters, results=ALL, masked=Masked(0.0, _of_whole))
    for made, suffix, operands, decorated in ((forward_, "", ("x",), of_x), (backward_, "_backward", ("dy", "x"), of_dy)):
        made.__name__ = made.__qualname__ = f"{row.name}_packed{suffix}"
        made.__signature__ = inspect.Signature([*(kind(name, kind.POSITIONAL_OR_KEYWORD) for name in operands), *own])
        doc = docstrings.packed(row, suffix, default, made)
        made.__doc__ = f"{made.__name__}{made.__signature__}\n\n{doc}"
        yield public(decorated(made))


def _of_half(call, masks):
    """The mask of a result: where either half of x is masked, or a parameter."""
    axis, interleaved = call.axes[0], call.argument("interleaved")
    mask = np.moveaxis(masks.pop("x", np.zeros(np.shape(call.operands["x"]), bool)), axis, -1)
    first, second = (mask[..., ::2], mask[..., 1::2]) if interleaved else np.split(mask, 2, -1)
    half = np.moveaxis(first | second, -1, axis)
    return (np.logical_or.reduce([half, *(np.broadcast_to(other, half.shape) for other in masks.values())]),)


def _of_whole(call, masks):
    """The mask of a gradient: for either half that of the result."""
    (half,), axis = _of_half(call, masks), call.axes[0]
    return (np.repeat(half, 2, axis) if call.argument("interleaved") else np.concatenate((half, half), axis),)


def _half(x, axis):
    """The axis, counted from 0, and the shape of a half."""
    axis = axis_of(x.ndim, axis)
    shape = x.shape
    if shape[axis] % 2:
        raise ValueError(
            f"axis {axis} of x must have an even length, for two halves, not {shape[axis]}; x has shape {shape}"
        )
    return axis, (*shape[:axis], shape[axis] // 2, *shape[axis + 1 :])


def _halves(array, axis, interleaved):
    """Views of the first and the second half."""
    n = array.shape[axis] // 2
    first, second = (slice(0, None, 2), slice(1, None, 2)) if interleaved else (slice(n), slice(n, None))
    if axis == array.ndim - 1:
        return array[..., first], array[..., second]
    before = (slice(None),) * axis
    return array[*before, first], array[*before, second]


def _joined(x, axis, interleaved):
    """The axes along which a half of a contiguous array is without a gap; all where there are none."""
    first = axis + bool(interleaved)
    return -1 if first == x.ndim - 1 else tuple(range(first, x.ndim)) or None


def _views(half, axis, interleaved, packed, halves, parameters):
    """Pairs of halves of each packed array; the arrays of a half; the parameters.  All have the shape of a half, or where
    nothing keeps them from it, at most two axes, the last as long as can be."""
    parameters = [np.broadcast_to(value, half) if value.ndim else value for value in parameters]
    if all(array.flags.c_contiguous for array in (*packed, *halves)):
        first = axis + interleaved
        rows, width = math.prod(half[:first]), math.prod(half[first:])
        shape = (rows,) if width == 1 else (rows, width)
        pairs = [array.reshape(rows, 2, width) for array in packed]
        pairs = [(pair[:, 0].reshape(shape), pair[:, 1].reshape(shape)) for pair in pairs]
        halves, parameters = ([array.reshape(shape) if array.ndim else array for array in a] for a in (halves, parameters))
    else:
        shape, pairs = half, [_halves(array, axis, interleaved) for array in packed]
    return pairs, halves, [spread(value, shape) for value in parameters]


def _ordered(halves, gate, default):
    """a and b of the first and the second half."""
    if gate not in HALVES:
        raise ValueError(f'gate must be "first" or "second", not {gate!r}')
    return halves if gate == default else halves[::-1]


PACKED = {function.__name__: function for row in built.gates for function in _packed(row)}


def __getattr__(name):
    if name not in PACKED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return PACKED[name]
