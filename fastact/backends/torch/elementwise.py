"""The operators of the tables as functions: what `functional` has of them."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, is_grad_enabled
from torch._C import _get_tracing_state
from torch.autograd import forward_ad
from torch.compiler import is_dynamo_compiling
from torch.utils._python_dispatch import is_traceable_wrapper_subclass

from fastact._core import docstrings
from fastact._core.table_rows import Row, checker
from fastact._core.ufuncs import built
from fastact.backends.torch.ops import OF_TENSORS, OPS, function_of
from fastact.backends.torch.registration import DTYPES, functorch_is_active


def served(input: Any, *others: Any) -> bool:
    """Whether the operators take these: neither those of other devices, dtypes and layouts, nor tensors that are made of
    tensors, nor what stands for a tensor where `torch.fx` traces."""
    if type(input) is not Tensor and (not isinstance(input, Tensor) or is_traceable_wrapper_subclass(input)):
        return False
    if not (input.is_cpu or input.is_meta) or input.layout is not torch.strided or input.dtype not in DTYPES:
        return False
    return not others or all(served(one) and one.dtype == input.dtype for one in others)


# ---- a function of a row -----------------------------------------------------------------------------------------------------

# The source of a function of a row.  A compiler sees the operator; else a call goes to the one of the two that it stands for.
_SOURCE = """
def make({used}):
    def {name}({signature}):
{checking}{at_once}        if is_dynamo_compiling():
            return op({call})
        if {plain}:
            return kernel({call})
        return differentiable({call})

    return {name}
"""
_CHECKING = """        if not is_dynamo_compiling():
            check({numbers})
"""
_IN_PLACE = """        if inplace:
            return in_place(op, {call})
"""
_PLAIN = "type({0}) is Tensor and not ({0}.requires_grad and is_grad_enabled())"
_UNTRANSFORMED = "forward_ad._current_level < 0 and not functorch_is_active() and tracing_state() is None"


def in_place(op: Any, input: Tensor, *numbers: float) -> Tensor:
    """The result in the memory of the input, of which a copy is kept where the derivative needs it."""
    is_kept = input.requires_grad and is_grad_enabled()
    return input.copy_(op(input.clone() if is_kept else input, *numbers))


CHECKS = {row.name: checker(row) for row in (*built.activations, *built.gates)}


_PAGE = """{about}

``{formula}``

Parameters
----------
{tensors} : Tensor
    Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64{alike}.
{numbers}
Returns
-------
Tensor
    Of that {shape} and dtype, differentiable once.

Raises
------
{raised}
See Also
--------
fastact.{name} : the same of arrays, with its error bounds, limits and source.

Examples
--------
>>> import torch
>>> from fastact.backends import torch as ft
>>> ft.functional.{name}({call}).dtype
torch.float32
"""


def _documentation(row: Row, tensors: tuple[str, ...]) -> str:
    numbers = ""
    for name, default in row.parameters.items():
        told = "" if default is None else f", default {default:.5g}"
        numbers += f"{name} : float{told}\n    {docstrings.meaning(row, name)}\n"
    raised = "RuntimeError\n    If a dtype is another.\n"
    if len(tensors) == 1:
        numbers += "inplace : bool, default False\n    Whether the result takes the place of the input.\n"
    else:
        raised = "RuntimeError\n    If a dtype is another, or shapes do not broadcast.\n"
    if row.conditions:
        raised += f"ValueError\n    If parameters do not fulfil {' and '.join(row.conditions)}.\n"
    required = [name for name, default in row.parameters.items() if default is None]
    return _PAGE.format(
        about=row.about,
        formula=row.formula,
        tensors=", ".join(tensors),
        alike="" if len(tensors) == 1 else ", both the same; they broadcast",
        numbers=numbers,
        shape="shape" if len(tensors) == 1 else "common shape",
        raised=raised,
        name=row.name,
        call=", ".join(["torch.ones(3)"] * len(tensors) + [f"{name}={0.5 + k}" for k, name in enumerate(required)]),
    )


def _of_row(row: Row, tensors: tuple[str, ...]) -> Callable[..., Tensor]:
    numbers = list(row.parameters)
    named = [name if default is None else f"{name}={default!r}" for name, default in row.parameters.items()]
    call = ", ".join((*tensors, *numbers))
    is_of_one = len(tensors) == 1
    used = {
        "Tensor": Tensor,
        "check": CHECKS[row.name],
        "forward_ad": forward_ad,
        "functorch_is_active": functorch_is_active,
        "in_place": in_place,
        "is_dynamo_compiling": is_dynamo_compiling,
        "is_grad_enabled": is_grad_enabled,
        "tracing_state": _get_tracing_state,
    }
    source = _SOURCE.format(
        used=", ".join([*used, "op", "kernel", "differentiable"]),
        name=row.name,
        signature=", ".join((*tensors, *named, *["inplace=False"] * is_of_one)),
        checking=_CHECKING.format(numbers=", ".join(numbers)) if row.conditions else "",
        at_once=_IN_PLACE.format(call=call) if is_of_one else "",
        plain=" and ".join((*map(_PLAIN.format, tensors), _UNTRANSFORMED)),
        call=call,
    )
    made: dict[str, Any] = {}
    exec(source, globals(), made)
    kernel, differentiable = (getattr(OPS, row.name + kind).default._op for kind in ("_forward", "_differentiable"))
    function = made["make"](**used, op=function_of(row.name), kernel=kernel, differentiable=differentiable)
    function.__qualname__ = row.name
    function.__doc__ = _documentation(row, tensors)
    return function


GATES = {row.name: _of_row(row, ("a", "b")) for row in built.gates}
ACTIVATIONS = {row.name: _of_row(row, ("input",)) for row in built.activations if row.name not in OF_TENSORS}
globals().update(ACTIVATIONS | GATES)
