"""Thinc: methods of `NumpyOps`, and an update of a network, patched."""

from functools import partial

import numpy as np

from fastact.lab.bench.backends.rows import MATRICES, SIZES, VECTORS, Row, normal, one, two

SEQUENCE = 16  # rows of each sequence of one column, as layers of attention have it
COLUMNS = tuple((size, 1) for size in SIZES)
CLASSES = 10


def method(name, module, operands):
    return partial(getattr(module.NumpyOps(), name), *operands)


def probabilities(rng, shape, dtype):
    return [rng.uniform(0.01, 0.99, shape).astype(dtype)]


def gradient_and_probabilities(rng, shape, dtype):
    return [normal(rng, shape, dtype), *probabilities(rng, shape, dtype)]


def gradient_value_and_result(rng, shape, dtype):
    dy, x = two(rng, shape, dtype)
    return [dy, x, x / (1 + np.exp(-x))]


def softmax_and_gradient(rng, shape, dtype):
    y = np.exp(normal(rng, shape, dtype))
    return [y / y.sum(-1, keepdims=True), normal(rng, shape, dtype)]


def with_lengths(draw):
    def drawn(rng, shape, dtype):
        return [*draw(rng, shape, dtype), np.full(shape[0] // SEQUENCE, SEQUENCE, np.int32)]

    return drawn


def rows_and_classes(rng, shape, dtype):
    return [normal(rng, shape, dtype), np.eye(CLASSES, dtype=dtype)[rng.integers(CLASSES, size=shape[0])]]


def update(module, operands):
    """A step of gradient descent of two layers of Mish with layer normalization."""
    x, y = operands
    width = x.shape[1]
    layers = [module.Mish(width, width, normalize=True) for _ in range(2)]
    model = module.chain(*layers, module.Softmax(CLASSES, width)).initialize(x, y)
    optimizer = module.Adam(0.001)

    def step():
        guess, backprop = model.begin_update(x)
        backprop(guess - y)
        model.finish_update(optimizer)

    return step


VALUES = [
    "sigmoid", "relu", "relu_k", "hard_sigmoid", "hard_tanh", "swish", "hard_swish", "hard_swish_mobilenet", "dish", "gelu",
    "gelu_approx", "mish",
]  # fmt: skip
DRAWN = {
    **dict.fromkeys(VALUES, (one, VECTORS)),
    **{f"backprop_{name}": (two, VECTORS) for name in VALUES},
    "dsigmoid": (probabilities, VECTORS),
    "dtanh": (probabilities, VECTORS),
    "backprop_sigmoid": (gradient_and_probabilities, VECTORS),
    "backprop_swish": (gradient_value_and_result, VECTORS),
    "softmax": (one, MATRICES),
    "backprop_softmax": (softmax_and_gradient, MATRICES),
    "softmax_sequences": (with_lengths(one), COLUMNS),
    "backprop_softmax_sequences": (with_lengths(gradient_and_probabilities), COLUMNS),
}
ROWS = {
    **{f"thinc.{name}": Row("thinc", "thinc.api", partial(method, name), *given) for name, given in DRAWN.items()},
    "Mish network, update": Row("thinc", "thinc.api", update, rows_and_classes, ((1024, 256),), ("float32",)),
}
