"""The operators as functions, with the names, arguments and orders of `torch.nn.functional` where that has the function.

Every activation of the catalogue has its name here, and the one that PyTorch gives it; gated units are of two tensors, but
`glu`, which is PyTorch's.  What is said of the tensors of `mish` holds for all.
"""

from collections.abc import Callable

import torch
from torch import Tensor, is_grad_enabled

from fastact.backends.torch import along, losses
from fastact.backends.torch.elementwise import ACTIVATIONS, GATES, in_place
from fastact.backends.torch.ops import OPS, function_of
from fastact.catalogue.names import spellings

globals().update(ACTIVATIONS | GATES | {name: getattr(along, name) for name in along.__all__})

# ---- what PyTorch has with other arguments -----------------------------------------------------------------------------------


_prelu = function_of("prelu")


def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """Leaky relu with slopes that are learned.

    Parameters
    ----------
    input : Tensor
        As for `leaky_relu`.
    weight : Tensor
        The slopes: one for all, or one for each element of dimension 1.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    RuntimeError
        If there are other numbers of slopes, or dtypes differ.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.prelu(torch.tensor([-2.0, 3.0]), torch.tensor([0.25]))
    tensor([-0.5000,  3.0000])
    """
    if weight.dim() > 1:
        raise RuntimeError(f"prelu: weight must have at most one dimension, but has {weight.dim()}")
    if weight.dtype != input.dtype and torch.is_autocast_enabled("cpu"):
        weight = weight.to(input.dtype)
    if weight.numel() == 1:
        return _prelu(input, weight.reshape(()))
    channels = input.shape[1] if input.dim() > 1 else input.numel() if input.dim() else 1
    if weight.numel() != channels:
        raise RuntimeError(f"prelu: weight has {weight.numel()} elements, but input has {channels} channels")
    return _prelu(input, weight.reshape(-1, *[1] * max(input.dim() - 2, 0)))


def gelu(input: Tensor, approximate: str = "none") -> Tensor:
    """Gaussian error linear unit.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    approximate : {"none", "tanh"}, default "none"
        Whether it is `gelu_tanh` that is computed.

    Returns
    -------
    Tensor

    Raises
    ------
    RuntimeError
        If `approximate` is another word.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.gelu(torch.tensor([-1.0, 1.0]))
    tensor([-0.1587,  0.8413])
    """
    if approximate not in ("none", "tanh"):
        raise RuntimeError(f"gelu: approximate must be 'none' or 'tanh', not {approximate!r}")
    return ACTIVATIONS["gelu" if approximate == "none" else "gelu_tanh"](input)


def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """``log(1 + exp(beta*input))/beta``.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    beta : float, default 1
        Not 0.
    threshold : float, default 20
        The result is the input itself where ``beta*input`` is above a threshold that is below 20.  Above 20 the two differ by
        less than 2.1e-9/beta, and the exact value is returned.

    Returns
    -------
    Tensor

    Raises
    ------
    ValueError
        If beta is 0.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.softplus(torch.tensor([0.0, 30.0]))
    tensor([ 0.6931, 30.0000])
    """
    y = ACTIVATIONS["softplus"](input, beta)
    return y if threshold >= 20 else torch.where(input * beta > threshold, input, y)


def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """``clip(input/6 + 1/2, 0, 1)``: `hard_sigmoid` with its default slope and offset.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hardsigmoid(torch.tensor([-4.0, 0.0, 1.5]))
    tensor([0.0000, 0.5000, 0.7500])
    """
    return ACTIVATIONS["hard_sigmoid"](input, inplace=inplace)


def rrelu(input: Tensor, lower: float = 1 / 8, upper: float = 1 / 3, training: bool = False, inplace: bool = False) -> Tensor:
    """Leaky relu with slopes that are drawn.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    lower, upper : float, default 1/8 and 1/3
        In training a slope is drawn for each element, uniformly from [lower, upper), by PyTorch's generator; otherwise all
        are (lower + upper)/2.
    training : bool, default False
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor

    Raises
    ------
    RuntimeError
        If lower is above upper.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.rrelu(torch.tensor([-2.0, 3.0]), 0.25, 0.75)
    tensor([-1.,  3.])
    """
    if not lower <= upper:
        raise RuntimeError(f"rrelu: lower must be at most upper, but they are {lower} and {upper}")
    if not training:
        return ACTIVATIONS["leaky_relu"](input, (lower + upper) / 2, inplace)
    slopes = torch.empty_like(input, requires_grad=False).uniform_(lower, upper)
    return in_place(_prelu, input, slopes) if inplace else _prelu(input, slopes)


def glu(input: Tensor, dim: int = -1) -> Tensor:
    """Gated linear unit of the two halves of a tensor: ``a*sigmoid(b)``.

    Parameters
    ----------
    input : Tensor
        As for `mish`, with an even length along `dim`.
    dim : int, default -1
        Along which the halves follow each other.

    Returns
    -------
    Tensor
        Half as long.

    Raises
    ------
    RuntimeError
        If the length is odd.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.glu(torch.tensor([1.0, 2.0, 0.0, 0.0]))
    tensor([0.5000, 1.0000])
    """
    return packed(GATES["glu"], input, dim)


def packed(gate: Callable[..., Tensor], input: Tensor, dim: int = -1, *numbers: float) -> Tensor:
    """A gated unit, a function of two tensors, of the two halves of one.

    Parameters
    ----------
    gate : callable
        Such as `swiglu`.
    input : Tensor
        As for `mish`, with an even length along `dim`.
    dim : int, default -1
        Along which the halves follow each other.
    *numbers : float
        The parameters of the unit.

    Returns
    -------
    Tensor
        Half as long.

    Raises
    ------
    RuntimeError
        If the length is odd.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.packed(ft.functional.reglu, torch.tensor([1.0, -2.0, 3.0, 4.0]))
    tensor([3., 0.])
    """
    if input.dim() == 0:
        raise RuntimeError("a gated unit has two halves, and a tensor without dimensions has none")
    if input.shape[dim] % 2:
        raise RuntimeError(f"Halving dimension must be even, but dimension {dim} is size {input.shape[dim]}")
    a, b = input.chunk(2, dim)
    return gate(a, b, *numbers)


# ---- losses ------------------------------------------------------------------------------------------------------------------


def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    """Cross-entropy of classes that exclude one another; where a gradient is needed, it is computed with the loss, in one pass.

    Parameters
    ----------
    input : Tensor
        The logits, of shape (C,), (N, C) or (N, C, d1, ...), with a dtype as for `mish`; autocast computes in float32.
    target : Tensor
        Classes, of int64 or uint8 and of the shape of `input` without C; or probabilities, of the shape and the dtype of
        `input`.
    weight : Tensor, optional
        A factor for each class.
    size_average, reduce : bool, optional
        As in PyTorch: what `reduction` says now.
    ignore_index : int, default -100
        Rows of this class have the loss 0, and no share in a mean.
    reduction : {"none", "mean", "sum"}, default "mean"
        The mean is weighted by the weights of the classes; that of probabilities is over all rows.
    label_smoothing : float, default 0
        From 0 to 1: how much of each target is spread over all classes alike.

    Returns
    -------
    Tensor
        Differentiable once, by `input`.  Where `target` or `weight` requires a gradient it is PyTorch's own.

    Raises
    ------
    IndexError
        If a class is out of bounds.
    RuntimeError, ValueError
        If shapes or dtypes do not match, or an option is out of range.

    See Also
    --------
    fastact.softmax_cross_entropy : the same of arrays.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.cross_entropy(torch.zeros(2, 4), torch.tensor([0, 3]))
    tensor(1.3863)
    """
    reduction = _reduction(size_average, reduce, reduction)
    if any(one is not None and one.requires_grad and is_grad_enabled() for one in (target, weight)):
        return torch.nn.functional.cross_entropy(
            input, target, weight, ignore_index=ignore_index, reduction=reduction, label_smoothing=label_smoothing
        )
    return OPS.cross_entropy.default(input, target, weight, reduction, ignore_index, label_smoothing)


def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    pos_weight: Tensor | None = None,
) -> Tensor:
    """Cross-entropy of classes that do not exclude one another; where a gradient is needed, it is computed with the loss.

    Parameters
    ----------
    input : Tensor
        The logits, with a dtype as for `mish`; autocast computes in float32.
    target : Tensor
        Probabilities, of the shape and the dtype of `input`.
    weight : Tensor, optional
        A factor for each element; broadcasts.
    size_average, reduce : bool, optional
        As in PyTorch: what `reduction` says now.
    reduction : {"none", "mean", "sum"}, default "mean"
    pos_weight : Tensor, optional
        The weight of what is right where it is 1; broadcasts, with the dtype of `input`.

    Returns
    -------
    Tensor
        Differentiable once, by `input`.  Where `target` or `pos_weight` requires a gradient it is PyTorch's own.

    Raises
    ------
    RuntimeError, ValueError
        If shapes or dtypes do not match, or `reduction` is another word.

    See Also
    --------
    fastact.sigmoid_cross_entropy : the same of arrays.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.binary_cross_entropy_with_logits(torch.zeros(3), torch.ones(3))
    tensor(0.6931)
    """
    reduction = _reduction(size_average, reduce, reduction)
    if target.shape != input.shape:
        raise ValueError(f"Target size ({target.shape}) must be the same as input size ({input.shape})")
    if any(one is not None and one.requires_grad and is_grad_enabled() for one in (target, pos_weight)):
        return torch.nn.functional.binary_cross_entropy_with_logits(
            input, target, weight, reduction=reduction, pos_weight=pos_weight
        )
    ones = input.new_ones(()) if pos_weight is None else pos_weight
    loss = OPS.sigmoid_cross_entropy.default(input, target, ones)
    loss = loss if weight is None else loss * weight.to(loss.dtype)
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()


def _reduction(size_average: bool | None, reduce: bool | None, reduction: str) -> str:
    if size_average is not None or reduce is not None:
        return torch.nn._reduction.legacy_get_string(size_average, reduce)
    if reduction not in losses.REDUCTIONS:
        raise ValueError(f"{reduction} is not a valid value for reduction")
    return reduction


# ---- names -------------------------------------------------------------------------------------------------------------------

_OWN = {name for name, one in globals().items() if getattr(one, "__module__", None) == __name__ and name[0] != "_"}
_KNOWN = _OWN | {*ACTIVATIONS, *GATES, *along.__all__}
# PyTorch's names of what has another one here.
_ALIASES = {spelling: name for spelling, name in spellings("PyTorch") if spelling.islower() and spelling not in _KNOWN}
_ALIASES = {spelling: globals()[name] for spelling, name in _ALIASES.items() if name in _KNOWN}
globals().update(_ALIASES)
__all__ = sorted({*_KNOWN, *_ALIASES})
