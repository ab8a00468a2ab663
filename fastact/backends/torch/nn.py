"""The functions as modules.  Where `torch.nn` has the module, its name, arguments, parameters and state are kept: such a module
is one of `torch.nn` too, which computes with fastact what fastact takes, and the rest as before."""

import inspect
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from fastact._core import docstrings
from fastact._core.table_rows import Row, stated
from fastact._core.ufuncs import built
from fastact.backends.torch import functional
from fastact.backends.torch.elementwise import ACTIVATIONS, CHECKS, GATES, served
from fastact.catalogue.names import of_class, spellings

BEFORE = "_before_fastact"  # the attribute of a module that was converted: what it was

# ---- names -------------------------------------------------------------------------------------------------------------------

_OF_TORCH = {name: spelling for spelling, name in spellings("PyTorch") if hasattr(torch.nn, spelling)}


def class_name(name: str) -> str:
    """That of the module of a row."""
    return _OF_TORCH.get(name) or of_class(name)


# ---- modules that torch.nn has -----------------------------------------------------------------------------------------------

# How the module `m` computes where that is not the function of the same parameters.
_FORWARDS: dict[str, Callable[[Any, Tensor], Tensor]] = {
    "PReLU": lambda m, input: functional.prelu(input, m.weight),
    "RReLU": lambda m, input: functional.rrelu(input, m.lower, m.upper, m.training, m.inplace),
    "GELU": lambda m, input: functional.gelu(input, m.approximate),
    "Softplus": lambda m, input: functional.softplus(input, m.beta, m.threshold),
    "Hardsigmoid": lambda m, input: functional.hardsigmoid(input, m.inplace),
    "GLU": lambda m, input: functional.glu(input, m.dim),
    "Softmax": lambda m, input: functional.softmax(input, m.dim, 5),
    "LogSoftmax": lambda m, input: functional.log_softmax(input, m.dim, 5),
    "Softmin": lambda m, input: functional.softmin(input, m.dim, 5),
    "Softmax2d": lambda m, input: functional.softmax(input, -3),
}


def _forward_of(spelling: str, row: Row | None, parent: Any) -> Callable[[Any, Tensor], Tensor]:
    if spelling in _FORWARDS:
        return _FORWARDS[spelling]
    function, names = ACTIVATIONS[row.name], tuple(row.parameters)
    if "inplace" in inspect.signature(parent).parameters:
        return lambda m, input: function(input, *[getattr(m, name) for name in names], inplace=m.inplace)
    return lambda m, input: function(input, *[getattr(m, name) for name in names])


def _of_torch(spelling: str, row: Row | None) -> type:
    parent = getattr(torch.nn, spelling)
    compute = _forward_of(spelling, row, parent)

    def forward(self: Any, input: Tensor) -> Tensor:
        return compute(self, input) if served(input) else super(made, self).forward(input)

    doc = f"`torch.nn.{spelling}`, computed by fastact."
    made = type(spelling, (parent,), {"forward": forward, "__doc__": doc, "__module__": __name__})
    return made


# ---- modules that it has not -------------------------------------------------------------------------------------------------


class _Module(torch.nn.Module):
    """A module with numbers, which are its attributes and in its repr."""

    def extra_repr(self) -> str:
        parameters = inspect.signature(type(self)).parameters.values()
        shown = {one.name: getattr(self, one.name) for one in parameters}
        return ", ".join(
            f"{one.name}={shown[one.name]}"
            for one in parameters
            if one.default is one.empty or shown[one.name] != one.default or one.annotation is float
        )


def _new(name: str, doc: str, options: dict[str, tuple[type, Any]], check: Any, forward: Callable[..., Tensor]) -> type:
    """A class with these options: of each its type and its default, `inspect.Parameter.empty` where it has none."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter(key, kind, default=one, annotation=of) for key, (of, one) in options.items()]
    signature = inspect.Signature(parameters)

    def __init__(self: Any, *arguments: Any, **named: Any) -> None:
        super(made, self).__init__()
        try:
            given = signature.bind(*arguments, **named)
        except TypeError as error:
            raise TypeError(f"{name}: {error}") from None
        given.apply_defaults()
        for key, value in given.arguments.items():
            setattr(self, key, value)
        if check is not None:
            check(self)

    own = {"__init__": __init__, "forward": forward, "__doc__": doc, "__module__": __name__, "__signature__": signature}
    made = type(name, (_Module,), own)
    return made


_OPTIONS = {
    "inplace": "Whether the result takes the place of the input.",
    "packed": "Whether it is called with one tensor, whose halves are a and b, and not with two.",
    "dim": "Along which the halves follow each other.",
    "gate": "Which half is within the activation.",
}


def _documentation(row: Row, of: str, options: dict[str, tuple[type, Any]]) -> str:
    told = []
    for name, (kind, default) in options.items():
        meaning = _OPTIONS.get(name) or docstrings.meaning(row, name)
        shown = "" if default is inspect.Parameter.empty else f", default {default!r}"
        told.append(f"{name} : {kind.__name__}{shown}\n    {meaning}")
    parameters = "\n".join(["Parameters", "----------", *told])
    return f"{row.about}\n\n``{row.formula}`` of {of}, as `fastact.backends.torch.functional.{row.name}`.\n\n{parameters}\n"


def _numbers(row: Row) -> dict[str, tuple[type, Any]]:
    empty = inspect.Parameter.empty
    return {name: (float, empty if default is None else default) for name, default in row.parameters.items()}


def _checked(row: Row) -> Callable[[Any], None]:
    def check(self: Any) -> None:
        for name in row.parameters:
            value = getattr(self, name)
            if not isinstance(value, (int, float)):
                raise TypeError(f"{type(self).__name__}: {name} must be a float, not {type(value).__name__}")
        CHECKS[row.name](*[getattr(self, name) for name in row.parameters])

    return check


def _of_activation(row: Row) -> type:
    function, names = ACTIVATIONS[row.name], tuple(row.parameters)

    def forward(self: Any, input: Tensor) -> Tensor:
        before = self.__dict__.get(BEFORE)
        if before is not None and not served(input):
            return before.of.forward(self, input)
        return function(input, *[getattr(self, name) for name in names], inplace=self.inplace)

    options = _numbers(row) | {"inplace": (bool, False)}
    return _new(class_name(row.name), _documentation(row, "input", options), options, _checked(row), forward)


def _of_gate(row: Row) -> type:
    """Of two tensors, or `packed` of the halves of one; `gate` says which half is within the activation."""
    function, names = GATES[row.name], tuple(row.parameters)
    default = "second" if stated(row)["gate"] == "b" else "first"

    def check(self: Any) -> None:
        _checked(row)(self)
        if self.gate not in ("first", "second"):
            raise ValueError(f'{type(self).__name__}: gate must be "first" or "second", not {self.gate!r}')

    def forward(self: Any, *tensors: Tensor) -> Tensor:
        numbers = [getattr(self, name) for name in names]
        if len(tensors) != 2 - self.packed:
            wanted = "one tensor, of two halves" if self.packed else "two tensors"
            raise TypeError(f"{type(self).__name__} takes {wanted}, not {len(tensors)}")
        if not self.packed:
            return function(*tensors, *numbers)
        if self.gate == default:
            return functional.packed(function, tensors[0], self.dim, *numbers)
        return functional.packed(lambda b, a: function(a, b, *numbers), tensors[0], self.dim)

    options = {"packed": (bool, False), "dim": (int, -1), "gate": (str, default)} | _numbers(row)
    return _new(class_name(row.name), _documentation(row, "a and b", options), options, check, forward)


def _along(name: str, options: dict[str, tuple[type, Any]]) -> type:
    function, names = getattr(functional, name), tuple(options)

    def forward(self: Any, input: Tensor) -> Tensor:
        return function(input, **{key: getattr(self, key) for key in names})

    return _new(class_name(name), function.__doc__, options, None, forward)


class CrossEntropyLoss(torch.nn.CrossEntropyLoss):
    """`torch.nn.CrossEntropyLoss`, computed by fastact, the gradient with the loss."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        has_probabilities = isinstance(target, Tensor) and target.is_floating_point()
        if not served(*(input, target) if has_probabilities else (input,)) or target.device != input.device:
            return super().forward(input, target)
        return functional.cross_entropy(
            input,
            target,
            self.weight,
            ignore_index=self.ignore_index,
            reduction=self.reduction,
            label_smoothing=self.label_smoothing,
        )


class BCEWithLogitsLoss(torch.nn.BCEWithLogitsLoss):
    """`torch.nn.BCEWithLogitsLoss`, computed by fastact, the gradient with the loss."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        if not served(*(one for one in (input, target, self.pos_weight) if one is not None)):
            return super().forward(input, target)
        return functional.binary_cross_entropy_with_logits(
            input, target, self.weight, pos_weight=self.pos_weight, reduction=self.reduction
        )


def _modules() -> dict[str, type]:
    empty = inspect.Parameter.empty
    found: dict[str, type] = {}
    for row in built.activations:
        is_there = row.name in _OF_TORCH and row.name != "identity"
        found[class_name(row.name)] = _of_torch(class_name(row.name), row) if is_there else _of_activation(row)
    for row in built.gates:
        if row.name != "glu":
            found[class_name(row.name)] = _of_gate(row)
    for spelling in ("GLU", "RReLU", "Softmax", "LogSoftmax", "Softmin", "Softmax2d"):
        found[spelling] = _of_torch(spelling, None)
    dim = {"dim": (int, -1)}
    along = {"sparsemax": dim, "entmax15": dim, "entmax": {"alpha": (float, 1.5)} | dim, "crelu": dim, "bipolar_relu": dim}
    along |= {"maxout": {"pieces": (int, empty)} | dim, "logsumexp": dim | {"keepdim": (bool, False)}}
    return found | {class_name(name): _along(name, options) for name, options in along.items()}


MODULES = _modules()
globals().update(MODULES)
__all__ = sorted([*MODULES, "BCEWithLogitsLoss", "CrossEntropyLoss"])
