"""Keras with its NumPy backend: functions of `keras.ops`, and predictions of networks, patched.

Keras chooses its backend once in a process, by a variable that is the caller's: without `KERAS_BACKEND=numpy` there are no
rows.
"""

import os
from functools import partial
from importlib import import_module

import numpy as np

from fastact.lab.bench.backends.rows import MATRICES, VECTORS, Row, function, logits_and_classes, one

WORDS, LENGTH, WIDTH, BLOCKS = 1000, 64, 128, 4
LEFT_OUT = None if os.environ.get("KERAS_BACKEND") == "numpy" else "its rows need KERAS_BACKEND=numpy"


def with_factors(rng, shape, dtype):
    return [*one(rng, shape, dtype), *(rng.random(shape[1]).astype(dtype) for _ in range(2))]


def classes_and_logits(rng, shape, dtype):
    return logits_and_classes(rng, shape, dtype)[::-1]


def indicators_and_logits(rng, shape, dtype):
    return [(rng.random(shape) < 0.5).astype(dtype), *one(rng, shape, dtype)]


def words(rng, shape, dtype):
    return [rng.integers(WORDS, size=shape).astype(np.int32)]


def batch_normalization(module, operands):
    x, mean, variance = operands[:3]
    return partial(module.batch_normalization, x, mean, variance, -1)


def predictions(activation, module, operands):
    """Of a transformer of four blocks, for a batch of eight sequences."""
    keras = import_module("keras")
    layers = keras.layers
    words = keras.Input((LENGTH,), dtype="int32")
    h = layers.Embedding(WORDS, WIDTH)(words)
    for _ in range(BLOCKS):
        u = layers.LayerNormalization()(h)
        h = h + layers.MultiHeadAttention(4, WIDTH // 4)(u, u)
        u = layers.Dense(4 * WIDTH, activation=activation)(layers.LayerNormalization()(h))
        h = h + layers.Dense(WIDTH)(u)
    h = layers.Dense(WORDS, activation="softmax")(layers.LayerNormalization()(h))
    return partial(keras.Model(words, h).predict, operands[0], verbose=0)


# fmt: off
OF_VECTORS = (
    "relu", "leaky_relu", "elu", "selu", "celu", "softplus", "log_sigmoid", "squareplus", "sparse_plus", "sigmoid", "tanh",
    "softsign", "hard_sigmoid", "silu", "gelu", "hard_silu", "tanh_shrink", "hard_tanh", "hard_shrink", "soft_shrink", "exp",
)
# fmt: on
OF_ROWS = {
    "softmax": (partial(function, "softmax"), one),
    "log_softmax": (partial(function, "log_softmax"), one),
    "logsumexp": (partial(function, "logsumexp", axis=-1), one),
    "glu": (partial(function, "glu"), one),
    "layer_normalization": (partial(function, "layer_normalization"), with_factors),
    "rms_normalization": (partial(function, "rms_normalization"), one),
    "batch_normalization": (batch_normalization, with_factors),
    **{
        name: (partial(function, name, from_logits=True), draw)
        for name, draw in {
            "sparse_categorical_crossentropy": classes_and_logits,
            "binary_crossentropy": indicators_and_logits,
        }.items()
    },
}
ROWS = {
    **{f"keras.{name}": Row("keras", "keras.ops", partial(function, name), one, VECTORS) for name in OF_VECTORS},
    "keras.gelu, exact": Row("keras", "keras.ops", partial(function, "gelu", approximate=False), one, VECTORS),
    "keras.mish": Row("keras", "keras.activations", partial(function, "mish"), one, VECTORS),
    **{f"keras.{name}": Row("keras", "keras.ops", make, draw, MATRICES) for name, (make, draw) in OF_ROWS.items()},
    **{
        f"predictions of a transformer, {name}": Row(
            "keras", "keras", partial(predictions, name), words, ((8, LENGTH),), ("float32",)
        )
        for name in ("gelu", "mish", "relu")
    },
}
if LEFT_OUT:
    ROWS = {}
