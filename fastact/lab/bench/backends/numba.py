"""Numba: a function that it compiles, of a loop over the formula of an element, and of a call of fastact."""

import math
from functools import partial

import numpy as np

from fastact.lab.bench.backends.rows import VECTORS, Row, one


def compiled(name, module, operands):
    """In a function that Numba compiles, into an array that is given: a loop over the elements where `module` is Python's math,
    else a call of `module`."""
    import numba

    from fastact.backends.numba import register

    register()  # Numba itself does so where fastact is installed with its entry point
    (x,) = operands
    if module is not math:
        function = getattr(module, name)

        @numba.njit
        def call(x, y):
            function(x, out=y)

    else:
        of_element = numba.njit(FORMULAS[name](x.dtype.type))

        @numba.njit
        def call(x, y):
            for i in range(len(x)):
                y[i] = of_element(x[i])

    call(x, y := np.empty_like(x))
    return partial(call, x, y)


FORMULAS = {  # of an element, with numbers of its type
    "relu": lambda t: lambda x: max(x, t(0)),
    "elu": lambda t: lambda x: x if x > 0 else math.expm1(x),
    "exponential": lambda t: lambda x: math.exp(x),
    "sigmoid": lambda t: lambda x: t(1) / (t(1) + math.exp(-x)),
    "tanh": lambda t: lambda x: math.tanh(x),
    "silu": lambda t: lambda x: x / (t(1) + math.exp(-x)),
    "gelu": lambda t: lambda x: t(0.5) * x * (t(1) + math.erf(x * t(math.sqrt(0.5)))),
    "gelu_tanh": lambda t: lambda x: t(0.5) * x * (t(1) + math.tanh(t(math.sqrt(2 / math.pi)) * (x + t(0.044715) * x * x * x))),
    "softplus": lambda t: lambda x: math.log1p(math.exp(x)) if x < t(20) else x,
    "mish": lambda t: lambda x: x * math.tanh(math.log1p(math.exp(x)) if x < t(20) else x),
}

ROWS = {f"numba.{name}": Row("numba", "math", partial(compiled, name), one, VECTORS, of_fastact="fastact") for name in FORMULAS}
