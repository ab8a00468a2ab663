"""The same activation in fastact, PyTorch (where it is installed) and NumPy, each writing into memory that it is given."""

import numpy as np

import fastact as fa
from fastact import _ufuncs
from fastact.demo import NUMPY

NAMES = ["relu", "sigmoid", "tanh", "silu", "gelu", "gelu_tanh", "softplus", "mish", "elu"]


def calls(name, x):
    """Calls without arguments, by library."""
    found = {"fastact": fastact_call(name, x), "numpy": numpy_call(name, x)}
    try:
        import torch
    except ModuleNotFoundError:
        return found
    torch.set_num_threads(1)
    return found | {"torch": torch_call(torch, name, torch.from_numpy(x))}


def fastact_call(name, x):
    function, out = getattr(fa, name), np.empty_like(x)
    return lambda: function(x, out=out)


def numpy_call(name, x):
    row = next(row for row in _ufuncs.activations if row.name == name)
    program = compile(row.formula, name, "eval")
    return lambda: eval(program, NUMPY, {"x": x, **row.parameters})


def torch_call(torch, name, x):
    out, aten = torch.empty_like(x), torch.ops.aten
    if name == "relu":
        return lambda: torch.clamp_min(x, 0, out=out)
    if name in ("sigmoid", "tanh"):
        function = getattr(torch, name)
        return lambda: function(x, out=out)
    if name == "gelu_tanh":
        return lambda: aten.gelu.out(x, approximate="tanh", out=out)
    function = getattr(aten, name).out
    return lambda: function(x, out=out)
