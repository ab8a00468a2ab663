"""The operators of losses: cross-entropy of classes that exclude one another, as `torch.nn.functional.cross_entropy` has it,
and of those that do not.  The gradient is computed with the loss, in one pass."""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from fastact.backends.torch.kernels import WITHOUT_SHIM, array, implement, like, limited
from fastact.backends.torch.ops import of_shape, operator_of
from fastact.backends.torch.registration import (
    Gradient,
    add_autocast,
    add_batched,
    add_fake,
    add_gradient,
    add_kernel,
    check_dtypes,
    define,
    functorch_is_active,
)
from fastact.functions.losses import IGNORED, LOSS, NO_INDEX, SPREAD, WITH_GRAD

REDUCTIONS = ("none", "mean", "sum")

# ---- the rows of a cross-entropy ---------------------------------------------------------------------------------------------

_NUMBERS = ("factor", "offset", "scale", "spread")
_ROWS = (
    "Tensor logits, Tensor targets, Tensor weight, Tensor label, Tensor mass, "
    "float factor, float offset, float scale, int spread, int dim"
)


def _rows_by_numpy(gufunc: Any) -> Any:
    """The kernel of rows where there is no shim."""

    def kernel(*arguments: Any) -> Any:
        *tensors, factor, offset, scale, spread, dim = arguments
        logits, dim = tensors[0], dim % tensors[0].dim()
        size = logits.shape[dim]
        moved = [array(one.movedim(dim - logits.dim(), -1).expand(*[-1] * (one.dim() - 1), size)) for one in tensors[:3]]
        label, mass = map(array, tensors[3:])
        with limited():
            made = gufunc(*moved, label, mass, factor, offset, scale, spread)
        if gufunc is LOSS:
            return torch.as_tensor(np.asarray(made))
        loss, grad = made
        return torch.as_tensor(np.asarray(loss)), torch.as_tensor(grad).to(logits.dtype).movedim(-1, dim)

    return kernel


def _rows(name: str, entry: str, results: int, gufunc: Any) -> Any:
    """An operator for the kernels below: the loss of each row in float64, and its gradient."""
    op = define(name, _ROWS, results)
    if WITHOUT_SHIM is None:
        implement(op, entry, numbers=_NUMBERS, dim=True)
    else:
        add_kernel(op, _rows_by_numpy(gufunc))
    return op


_loss_of_rows = _rows("_cross_entropy", "softmax_cross_entropy", 1, LOSS)
_both_of_rows = _rows("_cross_entropy_with_grad", "softmax_cross_entropy_with_grad", 2, WITH_GRAD)


# ---- cross_entropy -----------------------------------------------------------------------------------------------------------

_ARGUMENTS = (
    'Tensor input, Tensor target, Tensor? weight=None, str reduction="mean", int ignore_index=-100, float label_smoothing=0.0'
)


def _checked(
    name: str, input: Tensor, target: Tensor, weight: Tensor | None, reduction: str, ignore_index: int, smoothing: float
) -> int:
    """The dimension of the classes."""
    check_dtypes(name, input, *[one for one in (weight,) if one is not None])
    told = f"fastact::{name}: "
    dim = min(input.dim() - 1, 1)
    if input.dim() == 0:
        raise RuntimeError(f"{told}input must have a dimension of classes, but has none")
    if reduction not in REDUCTIONS:
        raise ValueError(f"{told}{reduction} is not a valid value for reduction")
    if not 0 <= smoothing <= 1:
        raise RuntimeError(f"{told}label_smoothing must be between 0.0 and 1.0. Got: {smoothing}")
    if weight is not None and weight.shape != input.shape[dim : dim + 1]:
        wanted = f"weight must have one element for each of the {input.shape[dim]} classes"
        raise RuntimeError(f"{told}{wanted}, but has the shape {tuple(weight.shape)}")
    if target.shape == input.shape:
        if target.dtype != input.dtype:
            raise RuntimeError(f"{told}target has probabilities of {target.dtype}, but input has {input.dtype}")
        if ignore_index >= 0:
            raise RuntimeError(f"{told}ignore_index is {ignore_index}, but target has probabilities, of which none is ignored")
    elif target.shape != input.shape[:dim] + input.shape[dim + 1 :]:
        raise RuntimeError(f"{told}target has the shape {tuple(target.shape)}, which fits no input of {tuple(input.shape)}")
    elif target.dtype not in (torch.int64, torch.uint8):
        raise RuntimeError(f"{told}target has classes of {target.dtype}; int64 and uint8 are accepted")
    return dim


def _classes(name: str, target: Tensor, classes: int, ignore_index: int) -> tuple[Tensor, Tensor | None]:
    """The label of each row, and which are ignored, if any are; an IndexError if one is no class."""
    label = target.long()
    if label.numel() == 0:
        return label, None
    low, high = (int(one) for one in label.aminmax())
    if low >= 0 and high < classes and not low <= ignore_index <= high:
        return label, None
    ignored = label == ignore_index
    wrong = label[((label < 0) | (label >= classes)) & ~ignored]
    if wrong.numel():
        raise IndexError(f"fastact::{name}: Target {int(wrong[0])} is out of bounds.")
    return torch.where(ignored, IGNORED, label), ignored


def _counts(target: Tensor, weight: Tensor | None, ignored: Tensor | None) -> Tensor | None:
    """What each row of classes weighs in a mean, in float64; None where all weigh 1."""
    if weight is None:
        return None if ignored is None else (~ignored).double()
    weights = weight.double()[target.long() if ignored is None else torch.where(ignored, 0, target.long())]
    return weights if ignored is None else torch.where(ignored, 0.0, weights)


def _cross_entropy(name: str, op: Any, arguments: tuple[Any, ...]) -> Any:
    """Loss and, if `op` computes it, gradient."""
    input, target, weight, reduction, ignore_index, smoothing = arguments
    dim = _checked(name, input, target, weight, reduction, ignore_index, smoothing)
    classes = input.shape[dim]
    ones = [1] * (input.dim() - dim - 1)
    weights = input.new_ones((1, *ones)) if weight is None else weight.reshape(classes, *ones)
    count: Any = max(input.numel() // max(classes, 1), 0)
    label, mass = torch.tensor(NO_INDEX), torch.tensor(0.0, dtype=torch.float64)
    of_classes = target.shape != input.shape
    if of_classes:
        label, ignored = _classes(name, target, classes, ignore_index)
        counts = _counts(target, weight, ignored)
        mass = mass + (1 - smoothing) if counts is None else counts * (1 - smoothing)
        count = count if counts is None else float(counts.sum())
    targets = input.new_zeros((1, *ones)) if of_classes else target
    scale = 1.0 if reduction != "mean" else 1 / count if count else 0.0
    spread = 0 if of_classes and not smoothing else SPREAD
    numbers = 1 - smoothing, smoothing / max(classes, 1), scale, spread
    made = op(input, targets, weights, label, mass, *numbers, dim)
    loss, *grad = made if isinstance(made, tuple) else (made,)
    if reduction != "none":
        loss = loss.sum() if scale or reduction == "sum" else loss.new_full((), torch.nan)
    loss = loss.to(input.dtype).contiguous()
    return (loss, *grad) if grad else loss


def _of_loss(input: Tensor, target: Tensor, weight: Tensor | None, reduction: str, *others: Any) -> Tensor:
    """Of the shape of a loss, for compilers."""
    dim = _checked("cross_entropy", input, target, weight, reduction, *others)
    return input.new_empty(input.shape[:dim] + input.shape[dim + 1 :] if reduction == "none" else ())


def _batched(op: Any, graded: bool) -> Any:
    """Rows of all of the batch at once, and a reduction of each."""

    def batched(info: Any, in_dims: Any, *arguments: Any) -> Any:
        input, target, weight, reduction, ignore_index, smoothing = arguments
        if any(at is not None for at in in_dims[2:]):
            raise RuntimeError(f"{op._name} takes no batch of weights; it takes one weight for all")
        size = info.batch_size
        input, target = (
            one.expand(size, *one.shape) if at is None else one.movedim(at, 0) for one, at in zip((input, target), in_dims)
        )
        of_rows = input.dim() > 2
        flat = (one.flatten(0, 1) if of_rows else one for one in (input, target))
        made = op(*flat, weight, "none", ignore_index, smoothing)
        losses, *grad = [one.unflatten(0, (size, -1)) if of_rows else one for one in (made if graded else (made,))]
        if reduction == "none":
            return ((losses, *grad), (0, 0)) if graded else (losses, 0)
        loss = losses.reshape(size, -1).sum(1)
        if reduction == "mean":
            if target.shape == input.shape:
                count = loss.new_full((size,), losses[0].numel())
            else:
                counts = _counts(target, weight, target == ignore_index)
                count = counts.reshape(size, -1).sum(1).to(loss.dtype)
            loss = loss / count
            scale = torch.where(count > 0, 1 / count, 0)
            grad = [one * scale.reshape(size, *[1] * (one.dim() - 1)) for one in grad]
        return ((loss, *grad), (0, 0)) if graded else (loss, 0)

    return batched


def _refuse_gradients(name: str, **tensors: Tensor | None) -> None:
    for what, one in tensors.items():
        if one is not None and one.requires_grad and torch.is_grad_enabled():
            raise RuntimeError(f"fastact::{name} has no gradient for {what}, which requires one")


def _of_both(name: str, back: Any, keep: Any) -> Gradient:
    """The gradient of what computes a loss and its gradient: of the loss alone."""

    def of_loss(tensors: Any, others: Any, needed: Any, dy: Tensor | None, of_grad: Tensor | None) -> Any:
        if of_grad is not None:
            raise RuntimeError(f"fastact::{name} cannot be differentiated twice")
        return back(tensors, others, needed, dy)

    return Gradient(of_loss, keep)


def _define_cross_entropy() -> None:
    name = "cross_entropy"
    op, both = define(name, _ARGUMENTS), define(f"{name}_with_grad", _ARGUMENTS, 2)
    add_kernel(op, lambda *arguments: _cross_entropy(name, _loss_of_rows, arguments))
    add_kernel(both, lambda *arguments: _cross_entropy(name, _both_of_rows, arguments))
    add_fake(op, _of_loss)
    add_fake(both, lambda input, *others: (_of_loss(input, *others), like(input)))

    def keep(arguments: Any, results: Any) -> Any:
        input, target, weight, *others = (*arguments, None)[: max(len(arguments), 3)]
        return (results[1], input, target, weight), others

    def run(*arguments: Any) -> Any:
        _refuse_gradients(name, target=arguments[1], weight=arguments[2] if len(arguments) > 2 else None)
        results = both(*arguments)
        return results[0], *keep(arguments, results)

    def back(tensors: Any, others: Any, needed: Any, dy: Tensor) -> Any:
        grad, input, target, weight = tensors
        if torch.is_grad_enabled():  # a graph of the gradient is asked for
            grad = both(input, target, weight, *others)[1]
        return _scaled(grad, dy.unsqueeze(min(input.dim() - 1, 1)) if dy.dim() else dy), None, None

    add_gradient(op, Gradient(back, run=run))
    add_gradient(both, _of_both(name, back, keep))
    for one, graded in ((op, False), (both, True)):
        add_batched(one, _batched(one, graded))
        add_autocast(one, torch.float32)


def _scaled(grad: Tensor, dy: Tensor) -> Tensor:
    """The gradient times that of the loss: in its own memory, if that is needed no more."""
    is_number = type(dy) is type(grad) is Tensor and dy.dim() == 0 and dy.device.type == "cpu"
    is_traced = torch.is_grad_enabled() or functorch_is_active() or torch._C._len_torch_dispatch_stack()
    if not is_number or is_traced or torch._C._autograd._get_current_graph_task_keep_graph():
        return grad * dy
    return grad if dy.item() == 1 else grad.mul_(dy)


# ---- sigmoid_cross_entropy ---------------------------------------------------------------------------------------------------


def _define_sigmoid_cross_entropy() -> None:
    name = "sigmoid_cross_entropy"
    tensors = ("logits", "targets", "pos_weight")

    def keep(arguments: Any, results: Any) -> Any:
        return (results[1], *arguments), None

    def run(*arguments: Tensor) -> Any:
        _refuse_gradients(name, targets=arguments[1], pos_weight=arguments[2])
        results = both(*arguments)
        return results[0], *keep(arguments, results)

    def back(tensors: Any, others: Any, needed: Any, dy: Tensor) -> Any:
        grad, logits, targets, pos_weight = tensors
        if torch.is_grad_enabled():  # a graph of the gradient is asked for
            grad = both(logits, targets, pos_weight)[1]
        return of_shape(grad * dy, logits), None, None

    both = operator_of(f"{name}_with_grad", f"{name}_with_grad", tensors, {}, _of_both(name, back, keep), results=2)
    for made in (operator_of(name, name, tensors, {}, Gradient(back, run=run)), both):
        add_autocast(made, torch.float32)


_define_cross_entropy()
_define_sigmoid_cross_entropy()
