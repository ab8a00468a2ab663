"""What the stubs say of `fastact.nn`: classes, their methods and attributes, functions.

Names, kinds and defaults of arguments are those of the signatures; what they may be is said here, by their names.  Attributes
are those of the docstrings.
"""

import inspect
import re
import textwrap
from inspect import Parameter

from fastact.lab.signatures import WIDTH, docstring

HEADER = """\
# Made by `python -m fastact.lab.write_stubs`: the public names of {module} with their types.
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

{imports}
__all__ = {public}
"""

SEED = "np.random.Generator | int | None"
AXES = "int | tuple[int, ...]"
# What an argument is, by its name; of a certain class or function first.
ARGUMENTS = {
    "activation": "str | Callable[..., Any] | Activation | None",
    "axis": AXES,
    "batch_size": "int",
    "beta": "ArrayLike | None",
    "callbacks": "Callable[[int, dict[str, float]], object] | Sequence[Callable[[int, dict[str, float]], object]]",
    "check": "bool",
    "class_weight": "dict[int, float] | ArrayLike | None",
    "derivative": "Callable[[NDArray[Any]], ArrayLike] | None",
    "dtype": "DTypeLike",
    "dy": "ArrayLike",
    "epochs": "int",
    "epsilon": "float",
    "following": "Layer",
    "gamma": "ArrayLike | None",
    "initializer": "str | Callable[..., ArrayLike] | None",
    "layers": "Sequence[Layer]",
    "logs": "dict[str, float]",
    "epoch": "int",
    "loss": "str | None",
    "mean": "NDArray[Any] | None",
    "min_delta": "float",
    "momentum": "float",
    "monitor": "str | None",
    "name": "str | Callable[..., Any]",
    "network": "Network",
    "optimizer": "Any",
    "options": "ArrayLike",
    "out": "NDArray[Any] | None",
    "patience": "int",
    "progress": "bool | Callable[[int, int, dict[str, float]], object]",
    "rate": "float",
    "restore_best": "bool",
    "rng": SEED,
    "sample_weight": "ArrayLike | None",
    "shape": "tuple[int, ...]",
    "shuffle": "bool",
    "training": "bool",
    "units": "int",
    "use_bias": "bool",
    "validation_data": "tuple[ArrayLike, ...] | None",
    "var": "NDArray[Any] | None",
    "wanted": "bool",
    "x": "ArrayLike",
    "y": "ArrayLike",
}
OF_LAYERS = {"x": "NDArray[Any]", "dy": "NDArray[Any]", "rng": "np.random.Generator"}
OF = {"Dropout": {"rng": "np.random.Generator | None"}, "Network.summary": {"shape": "tuple[int, ...] | None"}}
# What is returned, by the name of a method or a function.
RESULTS = {
    "arguments": "dict[str, Any]",
    "backward": "Any",
    "batch_norm": "NDArray[Any]",
    "batch_norm_backward": "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]",
    "begin": "None",
    "build": "None",
    "draws_from": "None",
    "end": "None",
    "evaluate": "dict[str, float]",
    "fit": "dict[str, list[float]]",
    "forward": "NDArray[Any]",
    "forward_with": "Callable[[NDArray[Any]], NDArray[Any]] | None",
    "layer_norm": "NDArray[Any]",
    "layer_norm_backward": "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]",
    "predict": "NDArray[Any]",
    "predict_proba": "NDArray[Any]",
    "restore_statistics": "None",
    "rms_norm": "NDArray[Any]",
    "rms_norm_backward": "tuple[NDArray[Any], NDArray[Any]]",
    "shape_of": "tuple[int, ...]",
    "summary": "str",
    "Network.backward": "NDArray[Any]",
    "EarlyStopping.__call__": "bool",
    "decayed": "list[bool]",
    "gradients": "list[NDArray[Any]]",
    "parameters": "list[NDArray[Any]]",
    "statistics": "list[NDArray[Any]]",
}
# What an attribute is, by the words of its docstring.
ATTRIBUTES = {
    "dtype or None": "np.dtype[Any] | None",
    "float": "float",
    "float, default 1": "float",
    "int or None": "int | None",
    "list of Layer": "list[Layer]",
    "list of bool": "list[bool]",
    "list of ndarray": "list[NDArray[Any]]",
    "ndarray": "NDArray[Any]",
    "tuple of int or None": "tuple[int, ...] | None",
}
SHOWN = ("__call__",)  # methods whose names have underscores


def stub(module):
    """The stub of a module, of the names in its __all__."""
    modules = [name for name in module.__all__ if inspect.ismodule(getattr(module, name))]
    imports = "".join(f"from {module.__name__} import {name} as {name}\n" for name in modules)
    names = textwrap.fill(", ".join(f'"{name}"' for name in module.__all__), WIDTH - 4)
    public = f"[\n{textwrap.indent(names, '    ')},\n]"
    text = HEADER.format(module=module.__name__, imports=imports, public=public)
    for name in (name for name in module.__all__ if name not in modules):
        one = getattr(module, name)
        text += class_stub(one, module.__all__) if inspect.isclass(one) else "\n" + function_stub(name, one)
    return text


def class_stub(one, public):
    parent = next((base for base in one.__mro__[1:-1] if base.__name__ in public), None)
    text = f"\nclass {one.__name__}{f'({parent.__name__})' if parent else ''}:\n"
    text += f'    """{textwrap.indent(docstring(one), "    ").lstrip()}\n    """\n\n'
    properties = {name for name, member in vars(one).items() if isinstance(member, property)}
    for name, told in attributes(one):
        if name not in properties:
            text += f"    {name}: {told}\n"
    layer = "Layer" in {base.__name__ for base in one.__mro__}
    if "__init__" in vars(one):
        text += function_stub("__init__", one.__init__, one.__name__, {} if one.__name__ != "Dropout" else OF["Dropout"])
    for name, member in vars(one).items():
        if name in properties and not name.startswith("_"):
            text += f"    @property\n    def {name}(self) -> {RESULTS[name]}: ...\n"
        elif inspect.isfunction(member) and (name in SHOWN or not name.startswith("_")):
            text += function_stub(name, member, one.__name__, OF_LAYERS if layer else {})
    return text


def attributes(one):
    """Names and types of what the docstring of a class has as its attributes."""
    section = re.search(r"^Attributes\n-+\n(.*?)(?:\n\n\w[\w ]*\n-{4,}|\Z)", docstring(one), re.S | re.M)
    for names, words in re.findall(r"^((?:\w+, )*\w+) : (.+)$", section[1] if section else "", re.M):
        told = ATTRIBUTES[re.sub(r" of shape.*", "", words)]
        yield from ((name, told) for name in names.split(", "))


def of_update(p):
    """What an argument of a step in place is: arrays, the number of the step, hyperparameters, a word."""
    if p.name == "step":
        return "int"
    return "NDArray[Any]" if p.default is p.empty else "str" if isinstance(p.default, str) else "float"


def function_stub(name, function, owner="", given=()):
    """A definition, with the docstring of a function; types are those that are given first."""
    told = ARGUMENTS | dict(given or {}) | OF.get(f"{owner}.{name}", {})
    arguments, starred = [], False
    for p in inspect.signature(function).parameters.values():
        if p.kind is Parameter.KEYWORD_ONLY and not starred:
            starred = True
            arguments.append("*")
        if p.name == "self":
            arguments.append("self")
            continue
        what = of_update(p) if name.endswith("_") and not owner else told.get(p.name)
        if what is None:
            raise ValueError(f"{owner} {name} has an argument {p.name}, which fastact.lab.nn_signatures does not know")
        what += " | None" if p.default is None and "None" not in what else ""
        default = "" if p.default is p.empty else f" = {p.default!r}"
        arguments.append(f"{'**' * (p.kind is p.VAR_KEYWORD)}{p.name}: {what}{default}")
    nothing = name == "__init__" or (name.endswith("_") and not owner)
    result = "None" if nothing else RESULTS.get(f"{owner}.{name}") or RESULTS[name]
    indent = "    " * bool(owner)
    doc = "" if name == "__init__" or not function.__doc__ else docstring(function)
    text = f"{indent}def {name}(\n" + "".join(f"{indent}    {one},\n" for one in arguments) + f"{indent}) -> {result}:"
    if not doc:
        return f"{text} ...\n"
    return f'{text}\n{indent}    """{textwrap.indent(doc, indent + "    ").lstrip()}\n{indent}    """\n'
