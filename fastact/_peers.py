"""The functions of the table in PyTorch, NumPy and SciPy, where they have them: what `verify --peers` measures beside fastact.

hard_sigmoid is not among them: PyTorch divides by 6, the table's slope is 1/6 rounded.
"""

import importlib.metadata
import importlib.util
from functools import partial

import numpy as np


def _torch():
    """Derivatives by autograd, for a gradient of 1."""
    import torch
    from torch.nn import functional

    torch.set_num_threads(1)
    values = {
        "arcsinh": torch.asinh,
        "arctan": torch.atan,
        "celu": functional.celu,
        "elu": functional.elu,
        "exponential": torch.exp,
        "gelu": functional.gelu,
        "gelu_tanh": lambda x: functional.gelu(x, approximate="tanh"),
        "hard_shrink": functional.hardshrink,
        "hard_swish": functional.hardswish,
        "hard_tanh": functional.hardtanh,
        "leaky_relu": functional.leaky_relu,
        "log_sigmoid": functional.logsigmoid,
        "logit": torch.logit,
        "mish": functional.mish,
        "prelu": lambda x, slope: functional.prelu(x, torch.tensor(slope, dtype=x.dtype)),
        "relu": functional.relu,
        "relu6": functional.relu6,
        "selu": functional.selu,
        "sigmoid": torch.sigmoid,
        "silu": functional.silu,
        "sine": torch.sin,
        "soft_shrink": functional.softshrink,
        "softplus": functional.softplus,
        "softsign": functional.softsign,
        "tanh": torch.tanh,
        "tanh_shrink": functional.tanhshrink,
        "threshold": functional.threshold,
    }

    def value(function, x, *parameters):
        return function(torch.from_numpy(x), *map(float, parameters)).numpy()

    def gradient(function, x, *parameters):
        x = torch.from_numpy(x).requires_grad_()
        function(x, *map(float, parameters)).backward(torch.ones_like(x))
        return x.grad.numpy()

    found = {name: partial(value, function) for name, function in values.items()}
    return found | {f"{name}_grad": partial(gradient, function) for name, function in values.items()}


def _numpy():
    return {
        "arcsinh": np.arcsinh,
        "arctan": np.arctan,
        "exponential": np.exp,
        "exponential_grad": np.exp,
        "sine": np.sin,
        "sine_grad": np.cos,
        "tanh": np.tanh,
    }


def _scipy():
    from scipy import special

    return {
        "log_sigmoid": special.log_expit,
        "logit": special.logit,
        "sigmoid": special.expit,
        "softplus": lambda x, beta: special.softplus(beta * x) / beta,
    }


_ALL = {"PyTorch": ("torch", _torch), "NumPy": ("numpy", _numpy), "SciPy": ("scipy", _scipy)}

LIBRARIES = {
    library: importlib.metadata.version(module) for library, (module, _) in _ALL.items() if importlib.util.find_spec(module)
}


def functions(library):
    """What a library computes, by the names of fastact's functions."""
    return _ALL[library][1]()
