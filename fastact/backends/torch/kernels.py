"""The CPU kernels of the operators: the loops of the C interface by the shim or, where that cannot be had, NumPy's views of the
tensors and the functions of Python."""

import os
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from fastact._core import torch_shim
from fastact._core.c_api import entries
from fastact._core.table_functions import FUNCTIONS
from fastact._core.ufuncs import built
from fastact.backends.patch import is_tested
from fastact.backends.torch.overrides import TESTED
from fastact.backends.torch.registration import NAMESPACE, add_kernel, add_transformed, check_dtypes
from fastact.functions import logsumexp, softmax, sparsemax
from fastact.process.threads import get_num_threads, num_threads

# What makes a tensor of the shape and the strides that PyTorch's elementwise functions give to a result of so many operands.
_LIKE: dict[int, Callable[..., Tensor]] = {1: torch.neg, 2: torch.add, 3: torch.addcmul}
_MODULES = (logsumexp, softmax, sparsemax)  # of functions along an axis


def like(*tensors: Tensor) -> Tensor:
    """A new tensor of the broadcast shape of these."""
    return _LIKE[len(tensors)](*(tensor.detach() for tensor in tensors))


def like_rows(x: Tensor, dim: int) -> Tensor:
    """A new tensor of the shape of x without a dimension."""
    return like(x.select(dim, 0)) if x.dim() else like(x)


def array(tensor: Tensor) -> Any:
    """The elements of a tensor: a view, but of bfloat16, which NumPy has not, a copy in float32."""
    tensor = tensor.detach()
    return (tensor.float() if tensor.dtype == torch.bfloat16 else tensor).numpy()


class limited:
    """A block in which fastact has no more threads than PyTorch."""

    def __enter__(self) -> None:
        self.block = num_threads(min(torch.get_num_threads(), get_num_threads()))
        self.block.__enter__()

    def __exit__(self, *reason: Any) -> None:
        self.block.__exit__(*reason)


def _elementwise(name: str, entry: str) -> Callable[..., Any]:
    told = entries[entry]
    function = FUNCTIONS.get(entry) or built.loss_cores[entry]
    ufunc = getattr(function, "ufunc", function)

    def kernel(*arguments: Any) -> Any:
        tensors = [argument for argument in arguments if isinstance(argument, Tensor)]
        check_dtypes(name, *tensors)
        made = [like(*tensors) for _ in told.outputs]
        numbers = [torch.tensor(one, dtype=tensors[0].dtype).item() for one in arguments[len(tensors) :]]
        with limited():
            found = ufunc(*map(array, tensors), *numbers)
        for tensor, one in zip(made, found if len(made) > 1 else (found,)):
            tensor.copy_(torch.as_tensor(np.asarray(one)))
        return tuple(made) if len(made) > 1 else made[0]

    return kernel


def _along_axis(name: str, entry: str) -> Callable[..., Tensor]:
    function = next(getattr(module, entry) for module in _MODULES if hasattr(module, entry))

    def kernel(*arguments: Any) -> Tensor:
        tensors = [argument for argument in arguments if isinstance(argument, Tensor)]
        *numbers, dim = arguments[len(tensors) :]
        check_dtypes(name, *tensors)
        made = like_rows(tensors[0], dim) if entry == "logsumexp" else like(*tensors)
        arrays = [np.atleast_1d(array(tensor)) for tensor in tensors]
        check_dim(name, dim, max(tensor.dim() for tensor in tensors))
        with limited():
            found = function(*arrays, *numbers, axis=dim)
        return made.copy_(torch.as_tensor(found).reshape(made.shape))

    return kernel


def check_dim(name: str, dim: int, ndim: int) -> None:
    """An IndexError unless a tensor of so many dimensions has this one."""
    most = max(ndim, 1)
    if not -most <= dim < most:
        told = f"Dimension out of range (expected to be in range of [{-most}, {most - 1}], but got {dim})"
        raise IndexError(f"fastact::{name}: {told}")


# Why the shim cannot be had, or None; and then what it registers with.
WITHOUT_SHIM = torch_shim.find(os.path.join(os.path.dirname(torch.__file__), "lib", "libtorch_cpu.so"))
_SHIM = torch_shim.Library(NAMESPACE, "IMPL", "CPU") if WITHOUT_SHIM is None else None


def implement(op: Any, entry: str, *, numbers: tuple[str, ...] = (), dim: bool = False) -> None:
    """Gives an operator the kernel of an entry.  The arguments of the operator are tensors, in the order of the entry's inputs;
    then `numbers`, in that order too; then, with `dim`, the dimension."""
    if _SHIM is not None:
        _SHIM.implement(op._opname, entry, numbers=numbers, dim=dim)
    else:
        add_kernel(op, (_along_axis if dim else _elementwise)(op._opname, entry))


# Whether an operator can be, without a detour through Python, one of two: the check of a tensor is not part of PyTorch's stable
# interface, so this is for the versions that it has been tested with.
_CHOOSES = (
    torch_shim.Library(NAMESPACE, "IMPL", "AutogradCPU")
    if WITHOUT_SHIM is None and is_tested(torch.__version__, TESTED) and torch_shim.find_choice() is None
    else None
)


def choose(op: Any, plain: Any, differentiable: Any) -> None:
    """Lets a call of the operator be one of `plain` where its tensors are in no graph, and no transformation is active."""
    if _CHOOSES is not None:
        tensors = sum(str(argument.type) == "Tensor" for argument in op._schema.arguments)
        _CHOOSES.choose(op._opname, tensors, plain._opname, differentiable._opname)
        add_transformed(op, differentiable)
