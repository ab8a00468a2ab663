"""Dask's arrays whose axes are cut: each chunk leaves a part of itself, parts are merged as a tree, and each chunk is computed
from the merged whole.  Nothing is rechunked; what is read from storage is read twice, so that nothing of it has to be kept.
"""

import sys
from functools import partial

import numpy as np

from fastact.functions.foreign import partial_losses, partial_sums
from fastact.functions.foreign.layout import ALL, AXIS, each, like

# By the name of a function.  One that is not here needs its axes in one chunk.
ALGORITHMS = {
    "softmax": partial_sums.Softmax(),
    "softmin": partial_sums.Softmax(negated=True),
    "log_softmax": partial_sums.LogSoftmax(),
    "logsumexp": partial_sums.LogSumExp(),
    "softmax_partial": partial_sums.Partial(),
    "softmax_backward": partial_sums.SoftmaxBackward(),
    "log_softmax_backward": partial_sums.LogSoftmaxBackward(),
    "logsumexp_backward": partial_sums.LogSumExpBackward(),
    "causal_softmax": partial_sums.Causal(partial_sums.Softmax()),
    "causal_softmax_backward": partial_sums.Causal(partial_sums.SoftmaxBackward()),
    "softmax_cross_entropy": partial_losses.CrossEntropy(),
    "softmax_cross_entropy_grad": partial_losses.CrossEntropy(),
    "softmax_cross_entropy_with_grad": partial_losses.CrossEntropy(),
    "_shares": partial_sums.Elementwise(),  # of SoftmaxPartial.softmax
    "bias_act": partial_sums.Elementwise(),
    "bias_act_backward": partial_sums.Elementwise(),
}


def serves(call):
    """Whether an axis of the call is cut, or of unknown length, and may be."""
    algorithm = ALGORITHMS.get(call.name)
    if algorithm is None or not call.axes:
        return False
    cut = unknown = False
    for operand, axes in dask_operands(call):
        if isinstance(operand._meta, np.ma.MaskedArray):
            return False
        for axis, count, n in zip(axes, operand.numblocks, operand.shape):
            cut |= axis in call.whole and count > 1
            unknown |= axis in call.whole and np.isnan(n)
    return cut or unknown if not algorithm.positions else cut and not unknown


def dask_operands(call):
    """Each of them, and the axes of the call that it has."""
    for name, operand in call.operands.items():
        if isinstance(operand, sys.modules["dask.array"].Array):
            yield operand, call.axes_or_ones(call.roles[name], operand.ndim)


def serve(call, **arguments):
    array, algorithm = sys.modules["dask.array"], ALGORITHMS[call.name]
    dims = tuple(range(call.ndim))
    small = call.again(**{name: small_operand(value) for name, value in call.operands.items()}, **arguments)
    given, names = given_of(call, each(small)[0].dtype, arguments), names_of(call)
    check_shapes(call, names)

    def of_chunks(step, arrays, *whole, dtype, **options):
        pairs = [one for operand in (*arrays, *whole) for one in (operand, dims)]
        function, meta = partial(of_chunk, step, given, [*names, *algorithm.positions]), np.empty((0,) * call.ndim, dtype)
        return array.blockwise(function, dims, *pairs, align_arrays=False, dtype=dtype, meta=meta, token=call.name, **options)

    arrays = aligned(call, names, algorithm.positions)
    whole = []
    if algorithm.part is not None:
        parts = of_chunks(algorithm.part, arrays, dtype=given.kind, adjust_chunks=dict.fromkeys(call.axes, 1))
        merge = partial(merged, algorithm.merge, given)
        how = {"keepdims": True, "concatenate": False, "dtype": given.kind, "meta": parts._meta, "name": f"{call.name}-merge"}
        whole = [array.reduction(parts, same, merge, axis=call.axes, **how)]
        arrays = aligned(call, names, algorithm.positions, again=True)
    made, numbers = [], 0
    for result, role in zip(each(small), call.layout.results):
        if role == ALL:
            made.append(of_chunks(algorithm.chunk, arrays, *whole, dtype=result.dtype))
        elif role == AXIS:  # the sum of the first result over the rows
            made.append(made[0].sum(axis=call.rows, dtype=np.float64).astype(result.dtype))
        else:
            function, meta = partial(of_rows, algorithm.rows, given, numbers, result.dtype), np.empty(0, result.dtype)
            rows = array.blockwise(function, dims, *whole, dims, dtype=result.dtype, meta=meta, token=call.name)
            made.append(rows if np.ndim(result) == call.ndim else rows.squeeze(call.axes))
            numbers += 1
    return like(small, made)


# ---- tasks -------------------------------------------------------------------------------------------------------------------


def of_chunk(step, given, names, *blocks):
    """What a step makes of blocks of the operands, behind which there may be one of the whole."""
    operands, whole = dict(zip(names, blocks)), blocks[len(names) :]
    with np.errstate(all="ignore"):
        return step(given, *whole, **given.numbers, **operands)


def merged(merge, given, parts, axis, keepdims):
    """Of a part, or of lists of lists of them."""
    parts = list(flat(parts))
    with np.errstate(all="ignore"):
        return merge(given, parts) if len(parts) > 1 else parts[0]


def flat(parts):
    if isinstance(parts, list):
        for part in parts:
            yield from flat(part)
    else:
        yield parts


def of_rows(rows, given, number, kind, whole):
    with np.errstate(all="ignore"):
        return np.asarray(rows(given, whole)[number]).astype(kind)


def same(part, axis, keepdims):
    return part


# ---- operands ----------------------------------------------------------------------------------------------------------------


def names_of(call):
    """Those that are arrays, first one that has all axes."""
    array = sys.modules["dask.array"].Array
    names = [name for name, value in call.operands.items() if np.ndim(value) or isinstance(value, array)]
    return sorted(names, key=lambda name: call.roles[name] != ALL)


def given_of(call, kind, arguments):
    """What the call says beside its arrays."""
    defaults = {name: one.default for name, one in call.signature.parameters.items() if one.default is not one.empty}
    arguments, arrays = defaults | call.arguments | arguments, names_of(call)
    numbers = {name: value for name, value in call.operands.items() if name not in arrays}
    numbers = {name: value for name, value in numbers.items() if value is not None and value is not True}
    arguments = {name: value for name, value in arguments.items() if name not in arrays and name not in ("axis", "out")}
    full = frozenset(name for name, value in call.operands.items() if np.ndim(value) == call.ndim)
    return partial_sums.Given(call.function, kind, call.axes, shape_of(call)[call.axes[0]], full, arguments, numbers)


def shape_of(call):
    """Of the call, with NaN for lengths that are not known."""
    shapes = [np.shape(value) for name, value in call.operands.items() if call.roles[name] == ALL]
    known = np.broadcast_shapes(*(tuple(1 if np.isnan(n) else n for n in shape) for shape in shapes))
    unknown = {len(known) - len(shape) + k for shape in shapes for k, n in enumerate(shape) if np.isnan(n)}
    return tuple(np.nan if k in unknown else n for k, n in enumerate(known))


def check_shapes(call, names):
    whole = shape_of(call)
    for name in names:
        shape = np.shape(call.operands[name])
        for axis, n in zip(call.axes_or_ones(call.roles[name], len(shape)), shape):
            if n != 1 and not np.isnan(n) and not np.isnan(whole[axis]) and n != whole[axis]:
                raise ValueError(f"{name} has shape {shape}, which does not fit axis {axis} of a call of shape {whole}")


def small_operand(value):
    """Zeros of a small shape, by which the function tells the types of its results, and refuses what it does not take."""
    if np.ndim(value):
        kind = value.dtype if hasattr(value, "dtype") else np.asarray(value).dtype
        return np.zeros([n if n in (0, 1) else 2 for n in np.shape(value)], kind)
    return value if not hasattr(value, "dask") else np.zeros((), value.dtype)


def aligned(call, names, positions, again=False):
    """The operands with all axes and equal chunks, and where each element is along the axes that are no rows."""
    array, dims = sys.modules["dask.array"], range(call.ndim)
    arrays = [array.asanyarray(call.operands[name]) for name in names]
    arrays = [with_all_axes(call, call.roles[name], read_again(one) if again else one) for name, one in zip(names, arrays)]
    shape = shape_of(call)
    if arrays[0].shape != shape and not any(map(np.isnan, shape)):
        arrays[0] = array.broadcast_to(arrays[0], shape)
    _, arrays = array.core.unify_chunks(*(one for operand in arrays for one in (operand, dims)))
    arrays = list(arrays)
    for axis, _ in zip(call.whole, positions):
        along = array.arange(shape[axis], chunks=(arrays[0].chunks[axis],))
        arrays.append(along[tuple(slice(None) if k == axis else None for k in dims)])
    return arrays


def with_all_axes(call, role, operand):
    """With the length 1 where it has none."""
    axes = call.axes_or_ones(role, operand.ndim)
    return operand[tuple(slice(None) if k in axes else None for k in range(call.ndim))]


def read_again(operand):
    """The array with tasks of its own, if it is read from storage: one pass over it need not keep it for the next."""
    from dask.graph_manipulation import clone

    layer = operand.__dask_graph__().layers[operand.name]
    is_read = any(type(source).__name__ == "ArraySliceDep" for source in getattr(layer, "io_deps", {}).values())
    return clone(operand, seed="read again") if is_read else operand
