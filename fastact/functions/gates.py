"""Gated units of the two halves of one array: a layer over gufuncs that go over the halves where they are."""

import inspect
import math

import numpy as np

from fastact._core import docstrings
from fastact._core.table_rows import stated
from fastact._core.ufuncs import built
from fastact.catalogue.public import public
from fastact.functions.arguments import Refusing, axis_of, checked, computed, refuse, settled, spread, typed
from fastact.functions.foreign.layout import ALL, CHANGED, Masked
from fastact.functions.foreign.rule import served

HALVES = ("first", "second")


def _packed(row):
    """The packed function of a row of the table of gates, and its backward form."""
    function, (forward, backward) = built.gate_functions[row.name], built.packed[row.name]
    default = HALVES[stated(row)["gate"] == "b"]
    numbers = tuple(settled(function, row.name, {}).values())

    def forward_(x, axis=-1, *, gate=default, interleaved=False, out=None, **given):
        values = tuple(settled(function, forward_.__name__, given).values()) if given else numbers
        x = np.asarray(x)
        in_order = _in_order(gate, default)
        made = forward.at_once_of_halves((), x, values, axis, interleaved, in_order, out)
        if made is not None:
            return made
        at_a, at_b, first = _cut(x.shape, axis, interleaved, in_order)
        a, b = x[at_a], x[at_b]
        half, parameters = a.shape, dict(zip(row.parameters, values))
        out = checked(out, half)
        with Refusing(refuse, {"x": x}, shape=half, parameters=parameters):
            values = typed(forward, (x.dtype, x.dtype), parameters)
            results = [] if out is None else [out]
            (a, b, *results), values = _views(first, [x, *results], [a, b, *results], values)
            y = forward(a, b, *values, out=results[0] if results else None)
        return y.reshape(half) if out is None else out

    def backward_(dy, x, axis=-1, *, gate=default, interleaved=False, out=None, **given):
        values = tuple(settled(function, backward_.__name__, given).values()) if given else numbers
        dy, x = np.asarray(dy), np.asarray(x)
        in_order = _in_order(gate, default)
        made = backward.at_once_of_halves((dy,), x, values, axis, interleaved, in_order, out)
        if made is not None:
            return made
        at_a, at_b, first = _cut(x.shape, axis, interleaved, in_order)
        a, b = x[at_a], x[at_b]
        half = a.shape
        if dy.shape != half:
            raise ValueError(f"dy has shape {dy.shape}, but the result has shape {half}")
        out = checked(out, x.shape)
        parameters = dict(zip(row.parameters, values))
        with Refusing(refuse, {"dy": dy, "x": x}, shape=half, parameters=parameters):
            values = typed(backward, (dy.dtype, x.dtype, x.dtype), parameters)
            if out is None:
                out = np.empty(x.shape, computed(backward, (dy.dtype, x.dtype, x.dtype, *(value.dtype for value in values))))
            arrays = [dy, a, b, out[at_a], out[at_b]]
            (dy, a, b, *results), values = _views(first, [dy, x, out], arrays, values)
            backward(dy, a, b, *values, out=tuple(results))
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


def _in_order(gate, default):
    """Whether a is the first half."""
    if gate not in HALVES:
        raise ValueError(f'gate must be "first" or "second", not {gate!r}')
    return gate == default


def _cut(shape, axis, interleaved, in_order):
    """The indices of a and of b in x, and the axis from which on a half of a contiguous array has no gap."""
    axis = axis_of(len(shape), axis)
    if shape[axis] % 2:
        raise ValueError(f"axis {axis} of x must have an even length, for two halves, not {shape[axis]}; x has shape {shape}")
    n, before = shape[axis] // 2, (slice(None),) * axis
    cuts = (slice(0, None, 2), slice(1, None, 2)) if interleaved else (slice(n), slice(n, None))
    a, b = cuts if in_order else cuts[::-1]
    return (*before, a), (*before, b), axis + bool(interleaved)


def _views(first, whole, halves, parameters):
    """Arrays of the shape of a half, and parameters in that; in at most two axes, the last as long as can be, where whole
    arrays have no gaps, for which a half has none from an axis on."""
    shape = half = halves[0].shape
    parameters = [np.broadcast_to(value, half) if value.ndim else value for value in parameters]
    if all(array.flags.c_contiguous for array in whole):
        rows, width = math.prod(half[:first]), math.prod(half[first:])
        shape = (rows,) if width == 1 else (rows, width)
        halves, parameters = ([array.reshape(shape) if array.ndim else array for array in a] for a in (halves, parameters))
    return halves, [spread(value, shape) for value in parameters]


PACKED = {function.__name__: function for row in built.gates for function in _packed(row)}


def __getattr__(name):
    if name not in PACKED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return PACKED[name]
