"""How an operator gets into PyTorch's dispatcher: its schema, its kernel, and what autograd, vmap, compilers and autocast need.

An operator has first derivatives: its gradient is an operator too, whose own gradient is refused when it is asked for.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import _C, Tensor
from torch.autograd import forward_ad
from torch.autograd.function import Function
from torch.library import Library, register_autocast, register_fake, register_vmap

NAMESPACE = "fastact"
LIBRARY = Library(NAMESPACE, "DEF")
DTYPES = (torch.float16, torch.bfloat16, torch.float32, torch.float64)
ANOTHER_DEVICE = "CompositeExplicitAutograd"  # the key of kernels for all devices that have none of their own

functorch_is_active = _C._are_functorch_transforms_active
_below_autograd, _after_autograd = _C._AutoDispatchBelowAutograd, _C._after_autograd_keyset
_is_grad_enabled, _any_requires_grad = _C.is_grad_enabled, _C._any_requires_grad


class Gradient(NamedTuple):
    """How an operator is differentiated.

    `run` computes the results from the operator's arguments, and what is kept for `backward`: tensors, and anything else.
    Without it the operator itself computes, and `keep` chooses among arguments and result.  `backward` has what was kept, which
    arguments need a gradient, and the gradients of the results, None for those that have none; it returns one for each of the
    operator's tensors.
    """

    backward: Callable[..., tuple[Tensor | None, ...]]
    keep: Callable[[tuple[Any, ...], Any], tuple[tuple[Tensor, ...], Any]] | None = None
    run: Callable[..., tuple[Any, tuple[Tensor, ...], Any]] | None = None


def define(name: str, arguments: str, results: int = 1) -> Any:
    """A new operator of these arguments, with so many tensors as results."""
    returned = "Tensor" if results == 1 else f"({', '.join(['Tensor'] * results)})"
    LIBRARY.define(f"{name}({arguments}) -> {returned}")
    LIBRARY.impl(name, refused(name), ANOTHER_DEVICE)
    return getattr(getattr(torch.ops, NAMESPACE), name).default


def refused(name: str) -> Callable[..., None]:
    """The kernel of all devices but the processor."""

    def refuse(*arguments: Any) -> None:
        given = next(
            one for one in arguments if isinstance(one, Tensor) and (one.device.type != "cpu" or one.layout != torch.strided)
        )
        what = f"a tensor of {given.device.type} with the layout {given.layout}"
        raise NotImplementedError(f"{NAMESPACE}::{name} takes strided tensors of the CPU, not {what}")

    return refuse


def check_dtypes(name: str, *tensors: Tensor) -> None:
    """A RuntimeError unless all have the same type, which is one of those that fastact computes in."""
    dtype = tensors[0].dtype
    if dtype not in DTYPES:
        accepted = ", ".join(str(one).removeprefix("torch.") for one in DTYPES)
        raise RuntimeError(f"{NAMESPACE}::{name} is not implemented for {dtype}; it takes {accepted}")
    for other in tensors[1:]:
        if other.dtype != dtype:
            raise RuntimeError(f"{NAMESPACE}::{name} takes tensors of one dtype, not of {dtype} and {other.dtype}")


def _with_defaults(op: Any, function: Callable[..., Any], first: int = 0) -> Callable[..., Any]:
    """The function, from place `first` on called with all arguments: the dispatcher leaves out those that have defaults."""
    defaults = tuple(argument.default_value for argument in op._schema.arguments)

    def called(*arguments: Any) -> Any:
        return function(*arguments, *defaults[len(arguments) - first :])

    return called


def add_kernel(op: Any, kernel: Callable[..., Any]) -> None:
    """What computes the operator on the processor."""
    LIBRARY.impl(op._opname, _with_defaults(op, kernel), "CPU")


def add_transformed(op: Any, other: Any) -> None:
    """Under a transformation of `torch.func` the other operator is called."""
    LIBRARY.impl(op._opname, lambda *arguments: other(*arguments), "FuncTorchDynamicLayerFrontMode")


def add_fake(op: Any, fake: Callable[..., Any]) -> None:
    """What a compiler sees of the operator: shapes, strides and types."""
    register_fake(op._name, _with_defaults(op, fake), lib=LIBRARY)


def add_batched(op: Any, batched: Callable[..., Any]) -> None:
    """What `torch.vmap` calls instead."""
    register_vmap(op._name, _with_defaults(op, batched, 2), lib=LIBRARY)


def add_autocast(op: Any, dtype: torch.dtype) -> None:
    """Autocast computes the operator in this type."""
    register_autocast(op._name, "cpu", dtype, lib=LIBRARY)


def add_gradient(op: Any, gradient: Gradient) -> None:
    """Registers the derivative of an operator, for autograd and for the transformations of `torch.func`."""
    name = op._opname
    count = sum(str(argument.type) in ("Tensor", "Optional[Tensor]") for argument in op._schema.arguments)
    others = len(op._schema.arguments) - count
    backward, keep, run = gradient

    def computed(keys: Any, arguments: tuple[Any, ...]) -> Any:
        if run is not None:
            return run(*arguments)
        results = op.redispatch(keys & _after_autograd, *arguments)
        return results, *keep(arguments, results)

    def forward(ctx: Any, keys: Any, *arguments: Any) -> Any:
        with _below_autograd():
            if functorch_is_active():
                with torch.enable_grad():  # for an outer transformation, which may differentiate too
                    results, tensors, ctx.others = computed(keys, arguments)
            else:
                results, tensors, ctx.others = computed(keys, arguments)
        ctx.save_for_backward(*tensors)
        ctx.given = len(arguments)
        ctx.set_materialize_grads(False)
        return results

    def backward_of(ctx: Any, *grads: Tensor | None) -> tuple[Tensor | None, ...]:
        if all(grad is None for grad in grads):
            return (None,) * (1 + ctx.given)
        needed = ctx.needs_input_grad[1 : 1 + count]
        saved = ctx.saved_tensors  # a checkpoint computes them anew here, with autograd
        if _is_grad_enabled() or functorch_is_active():
            found = backward(saved, ctx.others, needed, *grads)
        else:
            with _below_autograd():  # which is faster
                found = backward(saved, ctx.others, needed, *grads)
        return (None, *found, *[None] * others)[: 1 + ctx.given]

    function = type(f"{name}_autograd", (Function,), {"forward": staticmethod(forward), "backward": staticmethod(backward_of)})
    # Not Function's own, which torch.func has for functions outside of the dispatcher.
    apply = super(Function, function).apply

    def differentiated(keys: Any, *arguments: Any) -> Any:
        if (_is_grad_enabled() and _any_requires_grad(*arguments)) or forward_ad._current_level >= 0:
            if not functorch_is_active():
                return apply(keys, *arguments)
            before = _C._functorch.get_single_level_autograd_function_allowed()
            _C._functorch.set_single_level_autograd_function_allowed(True)
            try:
                return apply(keys, *arguments)
            finally:
                _C._functorch.set_single_level_autograd_function_allowed(before)
        with _below_autograd():
            return op.redispatch(keys & _after_autograd, *arguments)

    LIBRARY.impl(name, differentiated, "Autograd", with_keyset=True)


def no_second_derivative(name: str) -> Gradient:
    """Of an operator that is a first derivative itself."""

    def refuse(tensors: Any, others: Any, needed: Any, *grads: Any) -> Any:
        raise RuntimeError(f"{NAMESPACE}::{name} has no derivative: the operators of {NAMESPACE} are differentiated once")

    return Gradient(refuse, lambda arguments, results: ((), None))
