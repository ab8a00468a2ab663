"""Networks of PyTorch that compute with fastact: modules become those of `fastact.backends.torch.nn`, and themselves again."""

import sys
from typing import Any, NamedTuple, TypeVar

import torch

from fastact.backends.torch import nn
from fastact.catalogue.names import spellings

Module = TypeVar("Module", bound=torch.nn.Module)

# Modules of torch.nn that gain nothing, and those that draw numbers.
_LEFT = ("Identity", "RReLU")
_SPELLINGS = [spelling for spelling, _ in spellings("PyTorch")] + ["Softmax2d"]
_TABLE: dict[type, type] = {
    getattr(torch.nn, spelling): nn.MODULES.get(spelling) or getattr(nn, spelling)
    for spelling in _SPELLINGS
    if hasattr(torch.nn, spelling) and spelling not in _LEFT
}

# Classes of transformers.activations, the modules that take their place, and the attributes that these have.
_OF_TRANSFORMERS: dict[str, tuple[str, dict[str, Any]]] = {
    "GELUActivation": ("GELU", {"approximate": "none"}),
    "GELUTanh": ("GELU", {"approximate": "tanh"}),
    "NewGELUActivation": ("GELU", {"approximate": "tanh"}),
    "FastGELUActivation": ("GELU", {"approximate": "tanh"}),
    "AccurateGELUActivation": ("GELU", {"approximate": "tanh"}),
    "SiLUActivation": ("SiLU", {"inplace": False}),
    "MishActivation": ("Mish", {"inplace": False}),
    "QuickGELUActivation": ("GELUQuick", {"inplace": False}),
    "ReLUSquaredActivation": ("ReLUSquared", {"inplace": False}),
}


class Before(NamedTuple):
    """What a module was: its class, and the attributes that were added."""

    of: type
    added: tuple[str, ...]


def _found(module: torch.nn.Module) -> tuple[type, dict[str, Any]] | None:
    """The class that computes what a module of this very class does, and attributes that it needs."""
    own = type(module)
    if own in _TABLE:
        return _TABLE[own], {}
    activations = sys.modules.get("transformers.activations")
    name, attributes = _OF_TRANSFORMERS.get(own.__name__, ("", {}))
    if not name or own is not getattr(activations, own.__name__, None):
        return None
    return nn.MODULES[name], attributes


def convert(model: Module) -> Module:
    """Let the activations, softmaxes and losses of a network compute with fastact.

    Modules of `torch.nn`, and of `transformers` where that has been imported, are taken if they are of exactly such a class;
    all others, subclasses too, are left.  A module stays the object that it is, with its parameters, hooks and mode: what
    changes is its class, to the one of the same name in `fastact.backends.torch.nn`.  So it changes for all networks that
    share it.  Tensors that fastact does not take, on other devices or of other types, are computed as before.

    Parameters
    ----------
    model : torch.nn.Module
        The network, or a single activation.

    Returns
    -------
    torch.nn.Module
        The very `model`.

    Raises
    ------
    TypeError
        If `model` is no module.

    See Also
    --------
    revert : the way back.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Mish())
    >>> type(ft.convert(model)[1]).__module__
    'fastact.backends.torch.nn'
    >>> type(ft.revert(model)[1]) is torch.nn.Mish
    True
    """
    for module in _modules(model, "convert"):
        if (found := _found(module)) is not None:
            made, attributes = found
            added = tuple(name for name in attributes if name not in module.__dict__)
            for name in added:
                module.__dict__[name] = attributes[name]
            module.__dict__[nn.BEFORE] = Before(type(module), added)
            module.__class__ = made
    return model


def revert(model: Module) -> Module:
    """Give the modules that `convert` has changed their own class back.

    Parameters
    ----------
    model : torch.nn.Module
        The network; modules that were made as those of `fastact.backends.torch.nn` stay these.

    Returns
    -------
    torch.nn.Module
        The very `model`.

    Raises
    ------
    TypeError
        If `model` is no module.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> act = torch.nn.GELU()
    >>> type(ft.revert(ft.convert(act))) is torch.nn.GELU
    True
    """
    for module in _modules(model, "revert"):
        before = module.__dict__.get(nn.BEFORE)
        if before is not None and type(module).__module__ == nn.__name__:  # else it has been parametrised since
            module.__class__ = before.of
            for name in (nn.BEFORE, *before.added):
                module.__dict__.pop(name, None)
    return model


def _modules(model: Any, function: str) -> list[torch.nn.Module]:
    if not isinstance(model, torch.nn.Module):
        raise TypeError(f"{function}() takes a torch.nn.Module, not {type(model).__name__}")
    return list(model.modules())
