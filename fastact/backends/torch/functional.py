"""The operators as functions, with the names, arguments and orders of `torch.nn.functional` where that has the function.

Every activation of the catalogue has its name here, and the one that PyTorch gives it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor, is_grad_enabled
from torch.autograd import forward_ad
from torch.compiler import is_dynamo_compiling

from fastact._core.table_rows import Row
from fastact._core.ufuncs import built
from fastact.backends.torch import losses, ops
from fastact.backends.torch.registration import DTYPES, functorch_is_active
from fastact.catalogue.names import spellings

_OPS = torch.ops.fastact


def served(*tensors: Tensor) -> bool:
    """Whether the operators take these tensors."""
    first = tensors[0]
    return all(one.device.type in ("cpu", "meta") and one.dtype == first.dtype for one in tensors) and first.dtype in DTYPES


# ---- the tables --------------------------------------------------------------------------------------------------------------

# The source of a function of a row.  Calls that need neither a derivative nor a transformation go to the kernel at once.
_SOURCE = """
def make(op, kernel, check):
    def {name}({signature}):
{checking}{in_place}        if not is_dynamo_compiling() and {plain}:
            return kernel({call})
        return op({call})

    return {name}
"""
_CHECKING = """        if not is_dynamo_compiling():
            check({numbers})
"""
_IN_PLACE = """        if inplace:
            return _in_place(op, {call})
"""
_PLAIN = "type({0}) is Tensor and not ({0}.requires_grad and is_grad_enabled())"
_UNTRANSFORMED = "forward_ad._current_level < 0 and not functorch_is_active()"


def _in_place(op: Any, input: Tensor, *numbers: float) -> Tensor:
    """The result in the memory of the input, of which a copy is kept where the derivative needs it."""
    is_kept = input.requires_grad and is_grad_enabled()
    return input.copy_(op(input.clone() if is_kept else input, *numbers))


def _checked(row: Row) -> Callable[..., None]:
    """A ValueError unless parameters fulfil the conditions of the row."""

    @lru_cache(maxsize=256)
    def check(*numbers: float) -> None:
        given = dict(zip(row.parameters, numbers))
        for condition in row.conditions:
            if not eval(condition, {}, given):
                told = ", ".join(f"{name}={value}" for name, value in given.items())
                raise ValueError(f"{row.name} needs {condition}, but has {told}")

    return check


CHECKS = {row.name: _checked(row) for row in (*built.activations, *built.gates)}


def _of_row(row: Row, tensors: tuple[str, ...]) -> Callable[..., Tensor]:
    numbers = list(row.parameters)
    named = [name if default is None else f"{name}={default!r}" for name, default in row.parameters.items()]
    call = ", ".join((*tensors, *numbers))
    is_of_one = len(tensors) == 1
    source = _SOURCE.format(
        name=row.name,
        signature=", ".join((*tensors, *named, *["inplace=False"] * is_of_one)),
        checking=_CHECKING.format(numbers=", ".join(numbers)) if row.conditions else "",
        in_place=_IN_PLACE.format(call=call) if is_of_one else "",
        plain=" and ".join((*map(_PLAIN.format, tensors), _UNTRANSFORMED)),
        call=call,
    )
    made: dict[str, Any] = {}
    exec(source, globals(), made)
    forward = getattr(_OPS, f"{row.name}_forward").default._op
    function = made["make"](getattr(_OPS, row.name).default, forward, CHECKS[row.name])
    function.__qualname__ = row.name
    function.__doc__ = f"{row.about}\n\n``{row.formula}``, as `fastact.{row.name}`, of tensors."
    return function


GATES = {row.name: _of_row(row, ("a", "b")) for row in built.gates}
ACTIVATIONS = {row.name: _of_row(row, ("input",)) for row in built.activations if row.name not in ops.OF_TENSORS}
globals().update(ACTIVATIONS | GATES)


# ---- what PyTorch has with other arguments -----------------------------------------------------------------------------------


def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """Leaky relu with slopes that are learned: one for all, or one for each element of dimension 1."""
    if weight.dim() > 1:
        raise RuntimeError(f"prelu: weight must have at most one dimension, but has {weight.dim()}")
    if weight.dtype != input.dtype and torch.is_autocast_enabled("cpu"):
        weight = weight.to(input.dtype)
    if weight.numel() != 1:
        channels = input.shape[1] if input.dim() > 1 else input.numel() if input.dim() else 1
        if weight.numel() != channels:
            raise RuntimeError(f"prelu: weight has {weight.numel()} elements, but input has {channels} channels")
        weight = weight.reshape(-1, *[1] * max(input.dim() - 2, 0))
    return _OPS.prelu.default(input, weight.reshape(()) if weight.numel() == 1 else weight)


def gelu(input: Tensor, approximate: str = "none") -> Tensor:
    """Gaussian error linear unit: exact, or with `approximate="tanh"` by a hyperbolic tangent."""
    if approximate not in ("none", "tanh"):
        raise RuntimeError(f"gelu: approximate must be 'none' or 'tanh', not {approximate!r}")
    return ACTIVATIONS["gelu" if approximate == "none" else "gelu_tanh"](input)


def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """``log(1 + exp(beta*input))/beta``; the input itself where ``beta*input`` is above a threshold that is below 20.

    Above 20 the exact value differs from the input by less than 2.1e-9/beta, and it is that which is returned.
    """
    y = ACTIVATIONS["softplus"](input, beta)
    return y if threshold >= 20 else torch.where(input * beta > threshold, input, y)


def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """``clip(input/6 + 1/2, 0, 1)``."""
    return ACTIVATIONS["hard_sigmoid"](input, inplace=inplace)


def rrelu(input: Tensor, lower: float = 1 / 8, upper: float = 1 / 3, training: bool = False, inplace: bool = False) -> Tensor:
    """Leaky relu with slopes that are drawn from [lower, upper) in training, and are their mean otherwise."""
    if not lower <= upper:
        raise RuntimeError(f"rrelu: lower must be at most upper, but they are {lower} and {upper}")
    if not training:
        return ACTIVATIONS["leaky_relu"](input, (lower + upper) / 2, inplace)
    slopes = torch.empty_like(input, requires_grad=False).uniform_(lower, upper)
    return _in_place(_OPS.prelu.default, input, slopes) if inplace else _OPS.prelu.default(input, slopes)


# ---- along a dimension -------------------------------------------------------------------------------------------------------


def _dim(name: str, input: Tensor, dim: int | None, stacklevel: int) -> int:
    """PyTorch's choice where there is no dim."""
    return torch.nn.functional._get_softmax_dim(name, input.dim(), stacklevel + 1) if dim is None else dim


def _along(name: str) -> Callable[..., Tensor]:
    op, kernel = getattr(_OPS, name).default, getattr(_OPS, f"{name}_forward").default._op

    def function(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
        dim = _dim(name, input, dim, _stacklevel)
        if dtype is not None:
            input = input.to(dtype)
        if not is_dynamo_compiling() and is_plain(input):
            return kernel(input, dim)
        return op(input, dim)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"As `fastact.{name}`, of tensors; `dtype` is what the input is cast to."
    return function


def is_plain(*tensors: Tensor) -> bool:
    """Whether a call needs neither derivatives nor transformations, so that the kernel alone will do."""
    return not (
        functorch_is_active()
        or forward_ad._current_level >= 0
        or any(type(one) is not Tensor or (one.requires_grad and is_grad_enabled()) for one in tensors)
    )


softmax = _along("softmax")
log_softmax = _along("log_softmax")
sparsemax = _along("sparsemax")
entmax15 = _along("entmax15")


def softmin(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    """`softmax` of the negated input."""
    return softmax(-input if dtype is None else -input.to(dtype), _dim("softmin", input, dim, _stacklevel))


def entmax(input: Tensor, alpha: float = 1.5, dim: int = -1) -> Tensor:
    """Between `softmax` (alpha towards 1) and `sparsemax` (alpha 2): most of the results are exactly 0."""
    if not is_dynamo_compiling() and not alpha > 1:
        raise ValueError(f"entmax: alpha must be above 1, not {alpha}")
    return _OPS.entmax.default(input, alpha, dim)


def logsumexp(input: Tensor, dim: int | tuple[int, ...], keepdim: bool = False) -> Tensor:
    """The logarithm of a sum of exponentials along one dimension or several."""
    dims = (dim,) if isinstance(dim, int) else tuple(dim)
    if len(dims) != 1:
        rest = [k for k in range(input.dim()) if k not in {one % input.dim() for one in dims}]
        moved = input.movedim(rest, list(range(len(rest))))
        made = _OPS.logsumexp.default(moved.flatten(len(rest)) if dims else moved.reshape(1, -1), -1)
        return made.reshape([1 if k not in rest else n for k, n in enumerate(input.shape)]) if keepdim else made
    made = _OPS.logsumexp.default(input, dims[0])
    return made.unsqueeze(dims[0]) if keepdim and input.dim() else made


def crelu(input: Tensor, dim: int = -1) -> Tensor:
    """relu of the input and of its negation, one behind the other along a dimension."""
    return torch.cat((_OPS.relu.default(input), _OPS.relu.default(-input)), dim)


def bipolar_relu(input: Tensor, dim: int = -1) -> Tensor:
    """relu of every other element along a dimension turned upside down."""
    shape = [1] * input.dim()
    shape[dim] = input.shape[dim]
    signs = (1 - 2 * (torch.arange(input.shape[dim], device=input.device) % 2)).to(input.dtype).reshape(shape)
    return signs * _OPS.relu.default(signs * input)


def maxout(input: Tensor, pieces: int, dim: int = -1) -> Tensor:
    """The largest of every `pieces` neighbours along a dimension."""
    if pieces < 1 or input.shape[dim] % pieces:
        raise ValueError(f"maxout: pieces must divide the length {input.shape[dim]} of dimension {dim}, but is {pieces}")
    dim = dim % input.dim()
    return input.unflatten(dim, (-1, pieces)).max(dim + 1).values


def packed(gate: Callable[..., Tensor], input: Tensor, dim: int = -1, *numbers: float) -> Tensor:
    """A gated unit of the two halves of a tensor along a dimension."""
    if input.dim() == 0:
        raise RuntimeError("a gated unit does not support scalars because halving size must be even")
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
    """Cross-entropy of classes that exclude one another, as `torch.nn.functional.cross_entropy`: of class indices or of
    probabilities.  The gradient is computed with the loss, in one pass."""
    reduction = _reduction(size_average, reduce, reduction)
    if any(one is not None and one.requires_grad and is_grad_enabled() for one in (target, weight)):
        return torch.nn.functional.cross_entropy(
            input, target, weight, ignore_index=ignore_index, reduction=reduction, label_smoothing=label_smoothing
        )
    return _OPS.cross_entropy.default(input, target, weight, reduction, ignore_index, label_smoothing)


def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    pos_weight: Tensor | None = None,
) -> Tensor:
    """Cross-entropy of classes that do not exclude one another, as `torch.nn.functional.binary_cross_entropy_with_logits`."""
    reduction = _reduction(size_average, reduce, reduction)
    if target.shape != input.shape:
        raise ValueError(f"Target size ({target.shape}) must be the same as input size ({input.shape})")
    if any(one is not None and one.requires_grad and is_grad_enabled() for one in (target, pos_weight)):
        return torch.nn.functional.binary_cross_entropy_with_logits(
            input, target, weight, reduction=reduction, pos_weight=pos_weight
        )
    ones = input.new_ones(()) if pos_weight is None else pos_weight
    loss = _OPS.sigmoid_cross_entropy.default(input, target, ones)
    loss = loss if weight is None else loss * weight
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()


def _reduction(size_average: bool | None, reduce: bool | None, reduction: str) -> str:
    if size_average is not None or reduce is not None:
        return torch.nn._reduction.legacy_get_string(size_average, reduce)
    if reduction not in losses.REDUCTIONS:
        raise ValueError(f"{reduction} is not a valid value for reduction")
    return reduction


# ---- names -------------------------------------------------------------------------------------------------------------------

# PyTorch's names of what has another one here.
globals().update(
    {
        spelling: globals()[name]
        for spelling, name in spellings("PyTorch")
        if spelling.islower() and spelling not in globals() and name in globals()
    }
)


def glu(input: Tensor, dim: int = -1) -> Tensor:
    """Gated linear unit of the two halves of a tensor, as `torch.nn.functional.glu`."""
    return packed(GATES["glu"], input, dim)


_OWN = {name for name, one in globals().items() if callable(one) and getattr(one, "__module__", None) == __name__}
__all__ = sorted(name for name in _OWN - {"is_plain", "packed", "served"} if not name.startswith("_"))
