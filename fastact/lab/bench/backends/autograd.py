"""autograd: gradients by the formula, composed of its NumPy, and by fastact's functions."""

import math
from functools import partial

from fastact.lab.bench.backends.rows import MATRICES, VECTORS, Row, logits_and_classes, one


def gradient(name, module, operands):
    """Of a sum at its first operand, by autograd: of the formula, or where `module` is fastact's, of its function."""
    import autograd
    from autograd import numpy

    function = COMPOSED[name](numpy) if module is autograd else getattr(module, name)
    return partial(autograd.grad(lambda x, *others: numpy.sum(function(x, *others))), *operands)


COMPOSED = {  # of autograd.numpy, as they are written without a library of activations
    "relu": lambda np: lambda x: np.maximum(x, 0),
    "elu": lambda np: lambda x: np.where(x > 0, x, np.expm1(x)),
    "softplus": lambda np: lambda x: np.logaddexp(x, 0),
    "sigmoid": lambda np: lambda x: 1 / (1 + np.exp(-x)),
    "tanh": lambda np: np.tanh,
    "silu": lambda np: lambda x: x / (1 + np.exp(-x)),
    "gelu_tanh": lambda np: lambda x: 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    "mish": lambda np: lambda x: x * np.tanh(np.logaddexp(x, 0)),
    "softmax": lambda np: lambda x: exponentials(np, x) / np.sum(exponentials(np, x), -1, keepdims=True),
    "softmax_cross_entropy": lambda np: lambda x, labels: cross_entropy(np, x, labels),
    "layer_norm": lambda np: lambda x: (x - np.mean(x, -1, keepdims=True)) / np.sqrt(np.var(x, -1, keepdims=True) + 1e-5),
}


def exponentials(np, x):
    return np.exp(x - np.max(x, -1, keepdims=True))


def cross_entropy(np, x, labels):
    shifted = x - np.max(x, -1, keepdims=True)
    return np.log(np.sum(np.exp(shifted), -1)) - shifted[np.arange(len(x)), labels]


DRAWN = {
    **dict.fromkeys(COMPOSED, (one, VECTORS)),
    **dict.fromkeys(["softmax", "layer_norm"], (one, MATRICES)),
    "softmax_cross_entropy": (logits_and_classes, MATRICES),
}
ROWS = {
    f"autograd.{name}": Row(
        "autograd", "autograd", partial(gradient, name), *given, of_fastact="fastact.backends.autograd", form="gradient"
    )
    for name, given in DRAWN.items()
}
