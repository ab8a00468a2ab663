"""The operators `torch.ops.fastact.*`: those of the tables, and those along a dimension.

For a function ``f`` there is ``f``, which chooses between ``f_forward``, the kernel alone, and ``f_differentiable``, in which
autograd takes part; and ``f_backward``, its gradient.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, is_grad_enabled
from torch._C import _any_requires_grad
from torch.compiler import is_dynamo_compiling

from fastact._core.table_rows import Row
from fastact._core.ufuncs import built
from fastact.backends.torch.kernels import check_dim, choose, implement, like, like_rows
from fastact.backends.torch.registration import (
    Gradient,
    add_batched,
    add_fake,
    add_gradient,
    check_dtypes,
    define,
    no_second_derivative,
)

OPS: Any = torch.ops.fastact

# Whose derivative is computed from the result: exactly, or as PyTorch does, for the result is kept by the next layer too.
FROM_RESULT = ("relu", "relu6", "exponential", "sigmoid", "tanh")
OF_TENSORS = {"prelu": ("slope",)}  # parameters that are tensors

# ---- what a compiler and vmap need -------------------------------------------------------------------------------------------


def _tensors(arguments: tuple[Any, ...]) -> list[Tensor]:
    return [argument for argument in arguments if isinstance(argument, Tensor)]


def _fake(name: str, results: int, result: Callable[..., Tensor]) -> Callable[..., Any]:
    def fake(*arguments: Any) -> Any:
        check_dtypes(name, *_tensors(arguments))
        made = [result(*arguments) for _ in range(results)]
        return tuple(made) if results > 1 else made[0]

    return fake


def _like_tensors(*arguments: Any) -> Tensor:
    return like(*_tensors(arguments))


def _batched(op: Any, results: int, along: bool) -> Callable[..., Any]:
    """Of tensors that broadcast: the batch comes first, and before the other dimensions of all."""

    def batched(info: Any, in_dims: tuple[Any, ...], *arguments: Any) -> Any:
        tensors, others = _tensors(arguments), arguments[len(_tensors(arguments)) :]
        ndims = [tensor.dim() - (at is not None) for tensor, at in zip(tensors, in_dims)]
        most = max(ndims)
        moved = []
        for tensor, at, ndim in zip(tensors, in_dims, ndims):
            if at is not None:
                tensor = tensor.movedim(at, 0)
                tensor = tensor.reshape(tensor.shape[0], *[1] * (most - ndim), *tensor.shape[1:])
            moved.append(tensor)
        if along:
            check_dim(op._opname, others[-1], most)
            if most == 0:
                moved = [tensor.unsqueeze(-1) for tensor in moved]
            dim = others[-1] % max(most, 1) + 1
            made = op(*moved, *others[:-1], dim)
            if most == 0 and made.dim() > 1:
                made = made.squeeze(-1)
            return made, 0
        made = op(*moved, *others)
        return made, (0,) * results if results > 1 else 0

    return batched


# ---- one operator ------------------------------------------------------------------------------------------------------------


def _arguments(tensors: tuple[str, ...], numbers: dict[str, float | None], dim: bool = False) -> str:
    """Those of a schema."""
    told = [f"Tensor {name}" for name in tensors]
    told += [f"float {name}" + ("" if default is None else f"={default!r}") for name, default in numbers.items()]
    return ", ".join(told + ["int dim=-1"] * dim)


def operator_of(
    name: str,
    entry: str,
    tensors: tuple[str, ...],
    numbers: dict[str, float | None],
    gradient: Gradient | None,
    *,
    results: int = 1,
    dim: bool = False,
    result: Callable[..., Tensor] = _like_tensors,
) -> Any:
    op = define(name, _arguments(tensors, numbers, dim), results)
    implement(op, entry, numbers=tuple(numbers), dim=dim)
    add_fake(op, _fake(name, results, result))
    add_batched(op, _batched(op, results, dim))
    if gradient is not None:
        add_gradient(op, gradient)
    return op


def of_shape(grad: Tensor | None, tensor: Tensor) -> Tensor | None:
    """A gradient, summed over what was repeated."""
    return grad if grad is None or grad.shape == tensor.shape else grad.sum_to_size(tensor.shape)


def _differentiable(
    name: str, tensors: tuple[str, ...], numbers: dict[str, float | None], gradient: Gradient, **how: Any
) -> None:
    """Operators by the entry of this name: with a derivative, the kernel alone, and the one that chooses between the two."""
    op = operator_of(name, name, tensors, numbers, gradient, **how)
    plain = operator_of(f"{name}_forward", name, tensors, numbers, None, **how)
    choose(op, plain, operator_of(f"{name}_differentiable", name, tensors, numbers, gradient, **how))


def function_of(name: str) -> Callable[..., Tensor]:
    """An operator as a function.  What is in a graph goes to the differentiable one without the choice, which makes a
    RuntimeError of all that is raised behind it: a checkpoint that computes anew ends by an exception of its own."""
    op, differentiable = (getattr(OPS, name + kind).default for kind in ("", "_differentiable"))

    called, in_graph = op._op, differentiable._op  # without a layer of Python

    def function(*arguments: Any) -> Tensor:
        if is_dynamo_compiling():
            return op(*arguments)
        return (in_graph if is_grad_enabled() and _any_requires_grad(*arguments) else called)(*arguments)

    return function


# ---- the tables --------------------------------------------------------------------------------------------------------------


def _by_arguments(backward: Any, count: int) -> Gradient:
    """The gradient that an operator of the arguments gives."""

    def keep(arguments: tuple[Any, ...], results: Any) -> Any:
        return arguments[:count], arguments[count:]

    def back(tensors: Any, others: Any, needed: Any, dy: Tensor) -> Any:
        made = backward(dy, *tensors, *others)
        return tuple(map(of_shape, made if count > 1 else (made,), tensors))

    return Gradient(back, keep)


def _by_result(backward: Any) -> Gradient:
    def keep(arguments: tuple[Any, ...], result: Any) -> Any:
        return (result,), arguments[1:]

    return Gradient(lambda tensors, others, needed, dy: (backward(dy, *tensors, *others),), keep)


def _of_prelu(backward: Any) -> Gradient:
    def back(tensors: Any, others: Any, needed: Any, dy: Tensor) -> Any:
        x, slope = tensors
        dx = of_shape(backward(dy, x, slope), x) if needed[0] else None
        return dx, of_shape(torch.where(x > 0, 0, dy * x), slope) if needed[1] else None

    return Gradient(back, lambda arguments, result: (arguments, ()))


def _define_row(row: Row, operands: tuple[str, ...]) -> None:
    parameters = OF_TENSORS.get(row.name, ())
    numbers = {name: default for name, default in row.parameters.items() if name not in parameters}
    tensors = operands + parameters
    refusal = no_second_derivative(f"{row.name}_backward")
    backward = f"{row.name}_backward"
    made = operator_of(backward, backward, ("dy", *tensors), numbers, refusal, results=len(operands))
    gradient = _of_prelu(made) if parameters else _by_arguments(made, len(operands))
    if row.from_output is not None:
        backward = f"{row.name}_backward_from_output"
        made = operator_of(backward, backward, ("dy", "y"), numbers, no_second_derivative(backward))
        gradient = _by_result(made) if row.name in FROM_RESULT else gradient
    _differentiable(row.name, tensors, numbers, gradient)


# ---- along a dimension -------------------------------------------------------------------------------------------------------


def _define_along(name: str, numbers: dict[str, float | None]) -> None:
    """softmax and its kin, whose gradient follows from the result."""
    backward = f"{name}_backward"
    made = operator_of(backward, backward, ("dy", "y"), numbers, no_second_derivative(backward), dim=True)
    _differentiable(name, ("x",), numbers, _by_result(made), dim=True)


def _define_logsumexp() -> None:
    def back(tensors: Any, others: Any, needed: Any, dy: Tensor) -> Any:
        dim = others[0] if others else -1
        (x,) = tensors
        return (OPS.softmax.default(x, dim) * (dy.unsqueeze(dim) if x.dim() else dy),)

    gradient = Gradient(back, lambda arguments, result: (arguments[:1], arguments[1:]))
    _differentiable("logsumexp", ("x",), {}, gradient, dim=True, result=lambda x, dim=-1: like_rows(x, dim))


for _row in built.activations:
    _define_row(_row, ("x",))
for _row in built.gates:
    _define_row(_row, ("a", "b"))
for _name in ("softmax", "log_softmax", "sparsemax", "entmax15"):
    _define_along(_name, {})
_define_along("entmax", {"alpha": 1.5})
_define_logsumexp()
