"""Dask's arrays: lazy in, lazy out, block by block; what goes along an axis that is cut is in partials.py."""

import math
import sys

import numpy as np

from fastact.functions.foreign import partials
from fastact.functions.foreign.layout import ALL, AXIS, CHANGED, EACH, ROWS, each, like


def serve(call):
    """The call for each block of rows, when its results are asked for."""
    if not call.layout.lazy:
        raise TypeError(f"{call.name}() does not take Dask arrays: it would have to compute them")
    if call.argument("rng") is not None:
        raise TypeError(f"{call.name}() draws no random numbers for Dask arrays: rng must be None")
    if call.outs:
        raise TypeError(f"{call.name}() does not take out for Dask arrays: their results are lazy")
    reduction = call.argument("reduction")
    reduces = call.layout.loss and isinstance(reduction, str) and reduction in ("sum", "mean")
    in_parts = partials.serves(call)
    refuse_unknown(call, reduces and reduction == "mean", () if in_parts else call.whole)
    serve_rows = partials.serve if in_parts else by_blocks
    if not reduces:
        return serve_rows(call)
    for name, value in call.operands.items():
        if isinstance(getattr(value, "_meta", None), np.ma.MaskedArray):
            raise TypeError(f"{call.name}() sums no Dask arrays of masked ones, as {name} is: reduction must be 'none'")
    return reduced(call, reduction, serve_rows(call, reduction="none"))


def refuse_unknown(call, counts, whole):
    """Lengths that are not known until something is computed may be those of the rows of one array, which need no counting."""
    unknown = {}
    for name, value in call.operands.items():
        shape = np.shape(value)
        if any(map(math.isnan, shape)):
            unknown[id(value)] = name
            axes = call.axes_or_ones(call.roles[name], len(shape))
            needed = any(math.isnan(n) and axis in whole for axis, n in zip(axes, shape))
            if counts or needed or len(unknown) > 1:
                raise ValueError(f"{call.name}() needs to know the shape of {name}: {name}.compute_chunk_sizes()")


def by_blocks(call, **arguments):
    """As a gufunc of Dask's: its dimensions are the axes, and it goes over blocks of the rows."""
    array = sys.modules["dask.array"]
    names = [name for name, value in call.operands.items() if np.ndim(value) or isinstance(value, array.Array)]
    arrays = [with_whole_axes(array, call, name) for name in names]
    axes = [call.axes_or_ones(call.roles[name], operand.ndim) for name, operand in zip(names, arrays)]
    labels = [[(axis, name if axis in call.whole else "rows") for axis in own] for name, own in zip(names, axes)]
    _, arrays = array.core.unify_chunks(*(one for pair in zip(arrays, labels) for one in pair))
    if "axis" in call.signature.parameters and call.ndim:
        arguments["axis"] = -1 if len(call.axes) == 1 else tuple(range(-len(call.axes), 0))

    def of_block(*blocks):
        """All results for a block of rows, whose axes are the last ones."""
        return call.again(**dict(zip(names, blocks)), **arguments)

    small = of_block(*(small_block(call, operand, own) for operand, own in zip(arrays, axes)))
    whole = {k: np.asarray(result) for k, result in enumerate(each(small)) if call.layout.results[k] != AXIS}
    several = len(whole) > 1
    inputs = [dimensions(call, call.roles[name], own) for name, own in zip(names, axes)]
    outputs, sizes, places = [], {}, []
    for k, result in whole.items():
        role, own = call.layout.results[k], call.axes_or_ones(call.layout.results[k], result.ndim)
        outputs.append(dimensions(call, role, own, f"{k}"))
        sizes |= dict(zip(outputs[-1], result.shape[len(own) - len(outputs[-1]) :]))
        places.append(tuple(i for i, axis in enumerate(own) if axis in call.whole))
    known = {name for dims in inputs for name in dims}
    made = array.apply_gufunc(
        of_block if several else lambda *blocks: each(of_block(*blocks))[0],
        f"{signature_of(inputs)}->{signature_of(outputs)}",
        *arrays,
        axes=[*(tuple(i for i, axis in enumerate(own) if axis in call.whole) for own in axes), *places],
        output_dtypes=[result.dtype for result in whole.values()] if several else whole[0].dtype,
        output_sizes={name: n for name, n in sizes.items() if name not in known},
    )
    made = dict(zip(whole, made if several else (made,)))
    for k, result in enumerate(each(small)):
        if k not in whole:  # the sum of the first result over the rows
            over = call.rows if np.ndim(result) else None
            made[k] = made[0].sum(axis=over, dtype=np.float64).astype(result.dtype)
    return like(small, [made[k] for k in sorted(made)])


def dimensions(call, role, axes, which=""):
    """The names of those axes of an operand, or of the result `which`, that lie in one chunk.

    `a` and the number of the axis, or another letter where the axis has another length: 1, or one of its own."""
    changed = {ROWS: f"one{which}_", CHANGED: f"changed{which}_"}.get(role, "a") if len(axes) == call.ndim else "a"
    return [f"{changed if axis in call.axes else 'a'}{axis}" for axis in axes if axis in call.whole]


def signature_of(operands):
    return ",".join(f"({','.join(dims)})" for dims in operands)


def with_whole_axes(array, call, name):
    """An operand with all its axes, each of the whole ones in one chunk, and of its full length."""
    role, operand = call.roles[name], array.asanyarray(call.operands[name])
    if role == AXIS and not operand.ndim:  # one number for all
        return operand
    count = {AXIS: len(call.axes), ROWS: max(len(call.rows), operand.ndim)}.get(role, call.ndim)
    operand = operand[(None,) * (count - operand.ndim)]
    axes = call.axes_or_ones(role, count)
    own_length = call.axes if role == CHANGED or (role == ROWS and count == call.ndim) else ()
    full = [
        length_of(call, axis) if axis in call.whole and axis not in own_length else n for axis, n in zip(axes, operand.shape)
    ]
    if any(n != m for axis, n, m in zip(axes, full, operand.shape) if axis in call.whole):
        operand = array.broadcast_to(operand, full)
    for k, axis in enumerate(axes):
        if axis in call.whole and operand.numblocks[k] > 1:
            needs = f"{call.name}() needs axis {k} of {name} in one chunk, not in {operand.numblocks[k]}"
            raise ValueError(f"{needs}: {name}.rechunk({{{k}: -1}})")
    return operand


def length_of(call, axis):
    """Of an axis of the call."""
    lengths = {1}
    for name, role in call.roles.items():
        shape = np.shape(call.operands[name])
        if role == ALL and len(shape) >= call.ndim - axis:
            lengths.add(shape[axis - call.ndim])
    return max(lengths) if 0 not in lengths else 0


def small_block(call, operand, axes):
    """One row of zeros, the whole axes last: the function tells by it which types and shapes its results have."""
    whole = [operand.shape[k] for k, axis in enumerate(axes) if axis in call.whole]
    return np.zeros([*[1] * (operand.ndim - len(whole)), *whole], operand.dtype)


def reduced(call, reduction, results):
    """The sum or the mean of a loss over all rows, and gradients scaled alike."""
    array = sys.modules["dask.array"]
    count = 1
    if reduction == "mean" and call.layout.loss == EACH:
        where = call.argument("where")
        count = math.prod(call.shape) if where is True else array.broadcast_to(where, call.shape).sum()
    elif reduction == "mean":
        targets, shape = call.operands["targets"], [np.shape(call.operands["logits"])[k] for k in call.rows]
        count = math.prod(shape)
        if call.axes and np.ndim(targets) != call.ndim:
            count = of_classes(array, call, targets, each(results)[0].dtype).sum()
    made = []
    for result, role in zip(each(results), call.layout.results):
        if role == ROWS:
            total = result.sum(dtype=np.float64)
            made.append((total / array.where(count == 0, np.nan, count)).astype(result.dtype))
        else:
            made.append((result / array.where(count == 0, 1, count)).astype(result.dtype))  # 0 where nothing counts
    return like(results, made)


def of_classes(array, call, targets, kind):
    """What each row counts in a mean, by its class; a weight is rounded to the type of the losses, as they have it."""
    weight, ignored = call.argument("weight"), call.argument("ignore_index")
    operands = [array.asanyarray(targets)]
    if weight is not None:
        operands.append(array.asanyarray(weight).astype(kind).rechunk(-1))

    def of_block(targets, weight=None):
        return call.layout.loss(targets, weight, ignored)

    signature = "()->()" if weight is None else "(),(c)->()"
    return array.apply_gufunc(of_block, signature, *operands, output_dtypes=np.float64)
