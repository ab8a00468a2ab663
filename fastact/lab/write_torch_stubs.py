"""Writes the stubs of what `fastact.backends.torch` makes from the tables, with PyTorch:

python -m fastact.lab.write_torch_stubs
"""

import inspect
from pathlib import Path

from torch import Tensor

import fastact
from fastact.backends.torch import functional, nn

FOLDER = Path(fastact.__file__).parent / "backends" / "torch"
HEADER = "# Made by `python -m fastact.lab.write_torch_stubs`: names that are made from the tables, with their types.\n"


def _annotation(parameter):
    """In words: that of the source, or what a function of a row takes there."""
    given = parameter.annotation
    if given is parameter.empty:
        if parameter.name in ("input", "a", "b") and parameter.default is parameter.empty:
            return "Tensor"
        return "bool" if parameter.name == "inplace" else "float"
    if given is Tensor:
        return "Tensor"
    return given.__name__ if isinstance(given, type) and given.__module__ == "builtins" else str(given)


def _parameter(parameter):
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
    told = f"{star}{parameter.name}: {_annotation(parameter)}"
    return told.replace("torch.Tensor", "Tensor").replace("collections.abc.", "") + default


def _arguments(function, first=()):
    return ", ".join([*first, *map(_parameter, inspect.signature(function).parameters.values())])


def _documented(made):
    """Its docstring, indented as the body."""
    lines = inspect.getdoc(made).split("\n")
    text = "\n".join([lines[0], *(f"    {line}".rstrip() for line in lines[1:])])
    return f'    """{text}' + ('\n    """' if len(lines) > 1 else '"""')


def _listed(module):
    return [
        f"{HEADER}from collections.abc import Callable",
        "",
        "import torch",
        "from torch import Tensor",
        "",
        "__all__ = [",
        *(f'    "{name}",' for name in module.__all__),
        "]",
        "",
    ]


def functional_stub():
    """functional.pyi: every function with its arguments."""
    lines = _listed(functional)
    for name in functional.__all__:
        function = getattr(functional, name)
        lines += [f"def {name}({_arguments(function)}) -> Tensor:", _documented(function), ""]
    return "\n".join(lines)


def nn_stub():
    """nn.pyi: every module; one of PyTorch's has the arguments that it has there."""
    lines = _listed(nn)
    for name in nn.__all__:
        made = getattr(nn, name)
        parent = made.__mro__[1]
        if parent.__module__.startswith("torch."):
            lines += [f"class {name}(torch.nn.{name}):", _documented(made), ""]
            continue
        options = inspect.signature(made).parameters.values()
        lines += [f"class {name}(torch.nn.Module):", _documented(made), ""]
        lines += [f"    {option.name}: {_annotation(option)}" for option in options]
        tensors = "*tensors: Tensor" if "packed" in inspect.signature(made).parameters else "input: Tensor"
        lines.append(f"    def __init__({_arguments(made, ['self'])}) -> None: ...")
        lines += [f"    def forward(self, {tensors}) -> Tensor: ...", ""]
    return "\n".join(lines)


STUBS = {"functional.pyi": functional_stub, "nn.pyi": nn_stub}


def main():
    for path, make in STUBS.items():
        (FOLDER / path).write_text(make())


if __name__ == "__main__":
    main()
