"""Dask's arrays: lazy in, lazy out, as far as the axes lie in one chunk."""

import math
import sys

import numpy as np

from fastact.functions.foreign.layout import ALL, AXIS, CHANGED, ROWS, each, like


def serve(call):
    """The call for each block of rows, when its results are asked for."""
    if not call.layout.lazy:
        raise TypeError(f"{call.name}() does not take Dask arrays: it would have to compute them")
    if call.argument("rng") is not None:
        raise TypeError(f"{call.name}() draws no random numbers for Dask arrays: rng must be None")
    if call.outs:
        raise TypeError(f"{call.name}() does not take out for Dask arrays: their results are lazy")
    reduction = call.argument("reduction")
    if call.layout.loss and isinstance(reduction, str) and reduction in ("sum", "mean"):
        return reduced(call, reduction)
    return by_blocks(call)


def by_blocks(call, **arguments):
    """As a gufunc of Dask's, whose dimensions are the axes."""
    array = sys.modules["dask.array"]
    names = [name for name, value in call.operands.items() if np.ndim(value)]
    arrays, places = zip(*(with_whole_axes(array, call, name) for name in names))
    last = tuple(range(-len(call.axes), 0))
    if "axis" in call.signature.parameters:
        arguments["axis"] = last[0] if len(last) == 1 else last

    def of_block(*blocks):
        """All results for a block of rows, whose axes are the last ones."""
        return call.again(**dict(zip(names, blocks)), **arguments)

    small = of_block(*(small_block(operand, own) for operand, own in zip(arrays, places)))
    whole = {k: np.asarray(result) for k, result in enumerate(each(small)) if call.layout.results[k] != AXIS}
    dimensions = {k: dimensions_of_result(call, k, result) for k, result in whole.items()}
    several = len(whole) > 1
    made = array.apply_gufunc(
        of_block if several else lambda *blocks: each(of_block(*blocks))[0],
        f"{spelled(dimensions_of(call, name, own) for name, own in zip(names, places))}->{spelled(dimensions.values())}",
        *arrays,
        axes=[*places, *(call.axes if own else () for own in dimensions.values())],
        output_dtypes=[result.dtype for result in whole.values()] if several else whole[0].dtype,
        output_sizes={name: n for own in dimensions.values() for name, n in own.items() if name[0] == "r"},
    )
    made = dict(zip(whole, made if several else (made,)))
    for k, result in enumerate(each(small)):
        if k not in whole:  # the sum of the first result over the rows
            made[k] = made[0].sum(axis=call.rows, dtype=np.float64).astype(result.dtype)
    return like(small, [made[k] for k in sorted(made)])


def spelled(operands):
    return ",".join(f"({','.join(dimensions)})" for dimensions in operands)


def dimensions_of(call, name, own):
    """The names of an operand's axes: `a` those of the call, `k` kept at length 1, `c` of another length."""
    letter = {ROWS: "k", CHANGED: "c"}.get(call.roles[name], "a")
    return [f"{letter}{i}" for i in range(len(own))]


def dimensions_of_result(call, k, result):
    """The names of the axes of a result, `a` or of its own, with their lengths."""
    if call.layout.results[k] == ROWS and result.ndim == len(call.rows):
        return {}
    letter = "a" if call.layout.results[k] == ALL else f"r{k}_"
    return {f"{letter}{i}": n for i, n in enumerate(result.shape[len(call.rows) :])}


def with_whole_axes(array, call, name):
    """An operand, and the places of the axes among its own: each of them in one chunk, and of its full length."""
    role, operand = call.roles[name], array.asanyarray(call.operands[name])
    if role == AXIS:
        own = tuple(range(operand.ndim))
    elif role == ROWS and operand.ndim < call.ndim:
        own = ()
    else:
        operand, own = operand[(None,) * (call.ndim - operand.ndim)], call.axes
    if role == ALL:
        full = [length_of(call, k) if k in own else n for k, n in enumerate(operand.shape)]
        if any(full[k] != operand.shape[k] for k in own):
            operand = array.broadcast_to(operand, full)
    for k in own:
        if operand.numblocks[k] > 1:
            needs = f"{call.name}() needs axis {k} of {name} in one chunk, not in {operand.numblocks[k]}"
            raise ValueError(f"{needs}: {name}.rechunk({{{k}: -1}})")
    return operand, own


def length_of(call, axis):
    """Of an axis of the call."""
    lengths = {1}
    for name, role in call.roles.items():
        shape = np.shape(call.operands[name])
        if role == ALL and len(shape) > call.ndim - axis - 1:
            lengths.add(shape[axis - call.ndim])
    return max(lengths) if 0 not in lengths else 0


def small_block(operand, own):
    """One row of zeros, the axes last: the function tells by it which types and shapes its results have."""
    rows = [1] * (operand.ndim - len(own))
    return np.zeros([*rows, *(operand.shape[k] for k in own)], operand.dtype)


def reduced(call, reduction):
    """The sum or the mean of a loss over all rows, and gradients scaled alike."""
    array = sys.modules["dask.array"]
    results = by_blocks(call, reduction="none")
    count = 1
    if reduction == "mean":
        targets, shape = call.operands["targets"], [np.shape(call.operands["logits"])[k] for k in call.rows]
        count = math.prod(shape)
        if call.axes and np.ndim(targets) != call.ndim:
            weight, ignored = call.argument("weight"), call.argument("ignore_index")
            weights = array.asanyarray(targets).map_blocks(call.layout.loss, weight, ignored, dtype=np.float64)
            count = weights.sum()
    made = []
    for result, role in zip(each(results), call.layout.results):
        if role == ROWS:
            made.append((result.sum(dtype=np.float64) / count).astype(result.dtype))
        else:
            made.append((result / count).astype(result.dtype))
    return like(results, made)
