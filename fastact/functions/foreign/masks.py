"""Masked arrays: a masked element does not count, and is masked in the result."""

import numpy as np

from fastact._core.small_arrays import cast
from fastact.functions.arguments import at_least_single, check_reduction, checked, checked_pair, loss_type, real, stored
from fastact.functions.foreign.layout import ALL, CHANGED, IN_WHERE, ROWS, each, like


def serve(call, names):
    """The call with what masked operands have, of these names, and with the masks of its results."""
    for out in call.outs:
        if not isinstance(out, np.ma.MaskedArray):
            raise TypeError(f"out must be a masked array, as {names[0]} is one: {type(out).__name__} would lose the mask")
    masks = {name: np.ma.getmaskarray(call.operands[name]) for name in names}
    if callable(call.layout.loss):
        return of_loss(call, masks)
    hidden = union(call, masks)
    values = {name: filled(name, call.operands[name], masks[name], call.layout.masked.fill) for name in names}
    if call.layout.masked.fill == IN_WHERE:
        where = np.asarray(values.get("where", call.argument("where")))
        values["where"] = where & ~hidden if where.dtype == bool else where  # which is refused
    if call.outs:
        values["out"] = data_of(call.arguments["out"])
    results = call.again(**values)
    if call.layout.masked.masks:
        found = call.layout.masked.masks(call, masks)
    else:
        found = [of_result(call, role, np.ndim(result), hidden) for result, role in zip(each(results), call.layout.results)]
    return with_masks(call, results, found)


def data_of(out):
    return tuple(map(data_of, out)) if isinstance(out, tuple) else getattr(out, "data", out)


def union(call, masks):
    """Where any operand is masked, in the shape of the call."""
    hidden = np.zeros(call.shape, bool)
    for name, mask in masks.items():
        axes = call.axes_of(call.roles[name], mask.ndim)
        if call.roles[name] == CHANGED:
            continue
        if None in axes:  # rows whose axes have the length 1
            hidden |= mask
        else:
            hidden |= np.expand_dims(mask, [k for k in range(call.ndim) if k not in axes])
    return hidden


def filled(name, value, mask, fill):
    """The data, with the number that does not count in place of what is masked."""
    if isinstance(fill, str) or not mask.any():
        return value.data
    data = value.data if np.isfinite(fill) else real(name, value.data)
    return np.where(mask, data.dtype.type(fill), data)


def of_result(call, role, ndim, hidden):
    """The mask of a result: of a number for a row, where the whole row is masked."""
    if not ndim:
        return hidden.all()
    if role == ALL:
        return hidden
    others = call.axes if role == ROWS else call.rows
    return hidden.all(axis=others, keepdims=role == ROWS and ndim == call.ndim)


def outs_of(call, count):
    """For each of so many results the array that the caller gave for it, or None: one alone is for the first result of the
    shape of the call."""
    out = call.argument("out")
    if isinstance(out, tuple) and len(out) == count:
        return [None if one is ... else one for one in out]
    alone = call.outs[0] if call.outs else None
    place = call.layout.results.index(ALL) if count > 1 and alone is not None else 0
    return [alone if k == place else None for k in range(count)]


def with_masks(call, results, masks):
    made = []
    for result, mask, out in zip(each(results), masks, outs_of(call, len(each(results)))):
        if out is not None:
            out.mask = mask
            made.append(out)
        elif np.ndim(result) or call.argument("out") is ...:
            made.append(np.ma.MaskedArray(result, mask))
        else:
            made.append(np.ma.masked if np.all(mask) else result)
    return like(results, made)


def of_loss(call, masks):
    """A row does not count whose target is masked, or all of whose logits; the class of a masked logit takes no part."""
    check_reduction(call.argument("reduction"))
    logits, targets = (np.ma.getdata(call.operands[name]) for name in ("logits", "targets"))
    of_classes = targets.ndim != call.ndim
    hidden = union(call, {name: mask for name, mask in masks.items() if not (of_classes and name == "targets")})
    ignored = hidden.all(axis=call.axes) if call.axes else hidden
    if of_classes:
        ignored = ignored | masks.get("targets", False)
        targets = np.where(ignored, 0, targets)
        at_target = np.expand_dims(np.clip(targets, 0, logits.shape[call.axes[0]] - 1), call.axes[0])
        ignored = ignored | np.take_along_axis(hidden, at_target, call.axes[0]).squeeze(call.axes[0])
        targets = np.where(ignored, 0, targets)
    partly = hidden & ~np.expand_dims(ignored, call.axes)
    if call.argument("label_smoothing") and partly.any():
        raise ValueError(f"{call.name}() spreads no label_smoothing over classes of which some are masked")
    kind, reduction = loss_type(logits), call.argument("reduction")
    wide = kind if reduction == "none" else at_least_single(kind)  # what is summed is rounded to a narrow type once, at the end
    values = {"logits": np.where(partly, -np.inf, np.where(hidden, 0, logits)).astype(wide)}
    values["targets"] = targets if of_classes else np.where(hidden, 0, targets)
    if "weight" in masks:
        values["weight"] = np.ma.filled(call.operands["weight"], 0)
    results = call.again(**values, reduction="none", out=None)
    count = 1.0
    if reduction == "mean":
        weights = 1.0
        if of_classes:
            weight = values.get("weight", call.argument("weight"))
            weight = weight if weight is None else np.asarray(weight, kind)
            weights = call.layout.loss(targets, weight, call.argument("ignore_index"))
        count = float(np.sum(np.where(ignored, 0.0, weights)))
    made, found = [], []
    for result, role in zip(each(results), call.layout.results):
        if role != ROWS:
            scaled = result if reduction != "mean" else result * (1 / count if count else 0.0)
            made.append(cast(np.asarray(scaled), kind))
            found.append(hidden | np.expand_dims(ignored, call.axes))
        elif reduction == "none":
            made.append(result)
            found.append(ignored)
        else:
            total = np.sum(np.where(ignored, 0, result), dtype=np.float64)
            made.append(cast(np.float64(total / count if count else np.nan), kind))
            found.append(ignored.all())
    store(call, made)
    return with_masks(call, like(results, made), found)


def store(call, made):
    """Results in the arrays that the caller gave for them."""
    out = data_of(call.argument("out"))
    shapes, kind = map(np.shape, made), made[-1].dtype
    if len(made) == 1:
        targets = (checked(out, *shapes, kind),)
    else:
        targets = checked_pair((None, out) if isinstance(out, np.ndarray) else out, *shapes, kind)
    for result, target in zip(made, targets):
        stored(result, target)
