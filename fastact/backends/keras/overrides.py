"""Functions of Keras that fastact computes: of its NumPy backend those of the rows below, of its backends for PyTorch and JAX
what `fastact.patch("torch")` and `fastact.patch("jax")` replace.

`keras.ops`, `keras.activations` and the layers look a function of the backend up when they call it, so that models which were
made before are served too.  Keras' own types are kept: most functions give float32 of float64.  sparsemax is not replaced:
Keras' is another function where more than one number is kept.
"""

import math
from functools import lru_cache
from importlib import import_module
from numbers import Real

import numpy as np

from fastact._core.table_functions import FUNCTIONS as OF_TABLES
from fastact.backends.patch import (
    DOUBLE,
    DTYPE,
    OPTION,
    SHAPE,
    SINGLE,
    TYPE,
    VALUE,
    Declined,
    Function,
    Library,
    check_alike,
)
from fastact.functions.logsumexp import logsumexp
from fastact.functions.losses import sigmoid_cross_entropy, softmax_cross_entropy
from fastact.functions.softmax import log_softmax, softmax
from fastact.nn.normalization.functions import batch_norm, layer_norm, rms_norm

# What stands where in Keras.
ACTIVATIONS = "keras.src.activations.activations"
NN, NUMPY, MATH = (f"keras.src.backend.numpy.{name}" for name in ("nn", "numpy", "math"))
OPS = "keras.src.ops.nn"

# ---- functions without parameters --------------------------------------------------------------------------------------------

# By fastact's name, where Keras has the function.  Of float64 it gives float32, but for what is listed behind.
UFUNCS = {
    "relu": (NN, "relu"),
    "relu6": (NN, "relu6"),
    "sigmoid": (NN, "sigmoid"),
    "sparse_sigmoid": (NN, "sparse_sigmoid"),
    "tanh_shrink": (NN, "tanh_shrink"),
    "softplus": (NN, "softplus"),
    "softsign": (NN, "softsign"),
    "silu": (NN, "silu"),
    "log_sigmoid": (NN, "log_sigmoid"),
    "selu": (NN, "selu"),
    "hard_tanh": (NN, "hard_tanh"),
    "exponential": (NUMPY, "exp"),
    "arctan": (NUMPY, "arctan"),
    "arcsinh": (NUMPY, "arcsinh"),
    "sine": (NUMPY, "sin"),
}
UFUNCS_THAT_KEEP_DOUBLE = {
    "sparse_plus": (NN, "sparse_plus"),
    "hard_sigmoid": (NN, "hard_sigmoid"),
    "hard_swish": (NN, "hard_silu"),
    "mish": (ACTIVATIONS, "Mish.static_call"),
}
TANH = ((NN, "tanh", True), (NUMPY, "tanh", False))  # and whether it keeps float64


def of_ufunc(ufunc, name, keeps_double):
    def serve(x):
        return ufunc(x)

    def serve_single(x):
        return ufunc(x) if x.dtype != DOUBLE else ufunc(x, dtype=SINGLE, casting="same_kind")

    made = serve if keeps_double else serve_single
    made.__qualname__ = name.rpartition(".")[2]
    return made


def single(x):
    """An array as Keras converts it."""
    return x if x.dtype != DOUBLE else x.astype(SINGLE)


# ---- functions with numbers --------------------------------------------------------------------------------------------------


def number(value):
    """As one of Python's, which widens no type; infinity and NaN are left to Keras."""
    if not isinstance(value, Real):
        raise Declined(OPTION)
    if not math.isfinite(value):
        raise Declined(VALUE)
    return float(value)


def at_least_0(value):
    if not number(value) >= 0:
        raise Declined(VALUE)
    return float(value)


def relu_of_activations(x, negative_slope=0.0, max_value=None, threshold=0.0):
    if number(threshold) != 0:
        raise Declined(OPTION)
    if number(negative_slope) == 0:
        if max_value is None:
            return OF_TABLES["relu"](single(x))
        return OF_TABLES["clipped_relu"](single(x), at_least_0(max_value))
    if max_value is not None:
        raise Declined(OPTION)
    return leaky_relu(x, negative_slope)


def leaky_relu(x, negative_slope=0.2):
    slope = number(negative_slope)
    if not slope <= 1:  # Keras' is a maximum
        raise Declined(VALUE)
    return OF_TABLES["leaky_relu"](single(x), slope)


def elu(x, alpha=1.0):
    return OF_TABLES["elu"](single(x), number(alpha))


def celu(x, alpha=1.0):
    alpha = number(alpha)
    if alpha == 0:
        raise Declined(VALUE)
    return OF_TABLES["celu"](single(x), alpha)


def squareplus(x, b=4):
    return OF_TABLES["squareplus"](single(x), at_least_0(b))


def soft_shrink(x, threshold=0.5):
    return OF_TABLES["soft_shrink"](x, at_least_0(threshold))


def hard_shrink(x, threshold=0.5):
    return OF_TABLES["hard_shrink"](single(x), at_least_0(threshold))


def threshold(x, threshold, default_value):
    return OF_TABLES["threshold"](single(x), number(threshold), number(default_value))


def gelu(x, approximate=True):
    return OF_TABLES["gelu_tanh" if approximate else "gelu"](single(x))


# ---- along axes --------------------------------------------------------------------------------------------------------------


def check_axis(axis):
    """Declines what is no int, None or a tuple of ints."""
    if axis is not None and type(axis) is not int and not (type(axis) is tuple and all(type(one) is int for one in axis)):
        raise Declined(OPTION)


def check_one_axis(axis, ndim):
    if type(axis) is not int or not -ndim <= axis < ndim:
        raise Declined(OPTION)


def glu(x, axis=-1):
    check_one_axis(axis, x.ndim)
    if x.shape[axis] % 2:
        raise Declined(SHAPE)
    return OF_TABLES["glu"](*np.split(single(x), 2, axis))


def serve_softmax(x, axis=-1):
    check_axis(axis)
    return softmax(x, axis)


def serve_log_softmax(x, axis=-1):
    check_axis(axis)
    return log_softmax(x, axis)


def serve_logsumexp(x, axis=None, keepdims=False):
    check_axis(axis)
    return logsumexp(x, axis, keepdims=bool(keepdims))


def attention_with(apply_masks):
    """`apply_masks` is Keras', which takes a large negative number where a mask is False."""

    def _dot_product_attention_xla(query, key, value, bias, mask, is_causal, scale):
        """By products of matrices where Keras has `numpy.einsum`, and softmax in place."""
        check_alike(query, key, value, bias)
        if not query.ndim == key.ndim == value.ndim == 4 or not key.size:
            raise Declined(SHAPE)
        (rows, queries, heads, width), keys = query.shape, key.shape[1]
        if key.shape != (rows, keys, heads, width) or value.shape[:3] != (rows, keys, heads):
            raise Declined(SHAPE)
        logits = np.matmul(query.transpose(0, 2, 1, 3), key.transpose(0, 2, 3, 1))
        logits *= SINGLE.type(scale)
        if bias is not None:
            logits = logits + bias
        logits = apply_masks(logits, mask, is_causal)
        if logits.shape != (rows, heads, queries, keys):  # of a bias or mask for more rows
            raise Declined(SHAPE)
        result = np.empty((rows, queries, heads, value.shape[3]), SINGLE)
        np.matmul(softmax(logits, out=logits), value.transpose(0, 2, 1, 3), out=result.transpose(0, 2, 1, 3))
        return result

    return _dot_product_attention_xla


# ---- losses ------------------------------------------------------------------------------------------------------------------


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    if not from_logits:
        raise Declined(OPTION)
    check_alike(output, target)
    check_one_axis(axis, output.ndim)
    if target.shape != output.shape:
        raise Declined(SHAPE)
    return softmax_cross_entropy(output, target, axis)


def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
    """Of a class that is none Keras' own has an error or, if it is negative, 0."""
    if not from_logits or axis not in (-1, output.ndim - 1):
        raise Declined(OPTION)
    if type(target) is not np.ndarray:
        raise Declined(TYPE)
    if target.dtype.kind not in "iu":
        raise Declined(DTYPE)
    if target.ndim == output.ndim and target.shape[-1] == 1:
        target = target[..., 0]
    if target.shape != output.shape[:-1]:
        raise Declined(SHAPE)
    if target.size and not 0 <= target.min() <= target.max() < output.shape[-1]:
        raise Declined(VALUE)
    return softmax_cross_entropy(output, target, -1)


@lru_cache
def bounds_of_logits(epsilon):
    """Where the sigmoid is epsilon, and where it is 1 - epsilon in float32, in which Keras has it: it is clipped there."""
    if not 0 < epsilon < 0.5:
        raise Declined(VALUE)
    most = float(SINGLE.type(1 - epsilon))
    return math.log(epsilon / (1 - epsilon)), math.log(most / (1 - most)) if most < 1 else math.inf


def binary_crossentropy_with(epsilon):
    def binary_crossentropy(target, output, from_logits=False):
        if not from_logits:
            raise Declined(OPTION)
        check_alike(output, target)
        if target.shape != output.shape:
            raise Declined(SHAPE)
        logits = np.clip(output, *bounds_of_logits(epsilon()))
        return sigmoid_cross_entropy(logits, target, out=logits)

    return binary_crossentropy


# ---- normalisation -----------------------------------------------------------------------------------------------------------


def standard_axes(x, axis):
    """Axes that ascend, counted from 0."""
    axes = axis if isinstance(axis, (list, tuple)) else (axis,)
    for one in axes:
        check_one_axis(one, x.ndim)
    axes = tuple(one % x.ndim for one in axes)
    if not axes or list(axes) != sorted(set(axes)):
        raise Declined(OPTION)
    return axes


class Normalization:
    """`convert(array_or_variable, dtype)` is Keras', and `default()` its epsilon."""

    def __init__(self, convert, default):
        self.convert, self.default = convert, default

    def operands(self, x, axis, epsilon, *factors):
        """The axes, epsilon, and the factors as arrays of their shape; what Keras would broadcast is its own."""
        axes = standard_axes(x, axis)
        epsilon = at_least_0(self.default() if epsilon is None else epsilon)
        shape = tuple(x.shape[k] for k in axes)
        factors = [None if one is None else self.convert(one, "float32") for one in factors]
        if any(one is not None and one.shape != shape for one in factors):
            raise Declined(SHAPE)
        return -1 if axes == (x.ndim - 1,) else axes, epsilon, factors

    def layer(self, x, gamma=None, beta=None, axis=-1, epsilon=None, rms_scaling=False):
        if rms_scaling:
            raise Declined(OPTION)
        axis, epsilon, (gamma, beta) = self.operands(x, axis, epsilon, gamma, beta)
        return layer_norm(single(x), gamma, beta, axis, epsilon).astype(x.dtype, copy=False)

    def rms(self, x, scale=None, axis=-1, epsilon=None):
        axis, epsilon, (scale,) = self.operands(x, axis, epsilon, scale)
        if scale is not None and axis != -1:  # Keras' lies along the last axes, whichever are normalised
            raise Declined(OPTION)
        return rms_norm(single(x), scale, axis, epsilon).astype(x.dtype, copy=False)


def batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=1e-3):
    """Of channels that are the last axis or the second one."""
    check_alike(x, mean, variance, offset, scale)
    check_one_axis(axis, x.ndim)
    axis %= x.ndim
    if axis not in (1, x.ndim - 1):
        raise Declined(OPTION)
    if any(one is not None and one.shape != x.shape[axis : axis + 1] for one in (mean, variance, offset, scale)):
        raise Declined(SHAPE)
    is_last = axis == x.ndim - 1
    rows, averaged = (x.reshape(-1, x.shape[axis]), 0) if is_last else (x, (0, *range(2, x.ndim)))
    y = batch_norm(rows, scale, offset, mean, variance, averaged, training=False, epsilon=at_least_0(epsilon))
    return y.reshape(x.shape)


# ---- rows --------------------------------------------------------------------------------------------------------------------

X = (0, "x")


def of_numpy(keras):
    """The rows of the NumPy backend."""
    half, short = np.dtype(np.float16), np.dtype(import_module("ml_dtypes").bfloat16)
    convert = import_module("keras.src.backend.numpy.core").convert_to_tensor
    normalization = Normalization(convert, keras.config.epsilon)
    binary_crossentropy = binary_crossentropy_with(keras.config.epsilon)
    attention = attention_with(import_module(NN)._apply_masks)
    # Keras' own gives numbers for arrays of no axes, here and there: those of one element are its own.
    floats = dict.fromkeys((SINGLE, DOUBLE, half, short), 2)
    least = {f"{NN}.tanh": floats | {SINGLE: 2048, half: 2048}}  # below them NumPy's is faster
    wide = dict.fromkeys((SINGLE, DOUBLE), 2)
    uniform = [
        *((*place, name, False) for name, place in UFUNCS.items()),
        *((*place, name, True) for name, place in UFUNCS_THAT_KEEP_DOUBLE.items()),
        *((module, name, "tanh", keeps_double) for module, name, keeps_double in TANH),
    ]
    return [
        *(
            Function(module, name, of_ufunc(OF_TABLES[ours], name, keeps_double), least.get(f"{module}.{name}", floats), X)
            for module, name, ours, keeps_double in uniform
        ),
        *(
            Function(module, name, serve, floats, X)
            for module, name, serve in (
                (ACTIVATIONS, "ReLU.static_call", relu_of_activations),
                (NN, "leaky_relu", leaky_relu),
                (NN, "elu", elu),
                (NN, "celu", celu),
                (NN, "squareplus", squareplus),
                (NN, "soft_shrink", soft_shrink),
                (NN, "hard_shrink", hard_shrink),
                (NN, "threshold", threshold),
                (NN, "gelu", gelu),
                (NN, "glu", glu),
                (NN, "softmax", serve_softmax),
                (NN, "log_softmax", serve_log_softmax),
                (OPS, "_layer_normalization", normalization.layer),
                (OPS, "_rms_normalization", normalization.rms),
            )
        ),
        Function(MATH, "logsumexp", serve_logsumexp, wide, X),
        Function(NN, attention.__name__, attention, {SINGLE: 2}, (0, "query")),
        Function(NN, "batch_normalization", batch_normalization, wide, X),
        *(
            Function(NN, serve.__name__, serve, wide, (1, "output"))
            for serve in (categorical_crossentropy, sparse_categorical_crossentropy, binary_crossentropy)
        ),
    ]


BACKENDS = {"numpy": (), "torch": ("torch",), "jax": ("jax",)}  # what is patched with each


def needs():
    keras = import_module("keras")
    backend = keras.config.backend()
    if backend not in BACKENDS:
        known = ", ".join(BACKENDS)
        raise ImportError(
            f"keras {keras.__version__} is not patched: its backend is {backend!r}, and fastact serves {known}", name="keras"
        )
    return BACKENDS[backend]


def rows():
    keras = import_module("keras")
    return of_numpy(keras) if keras.config.backend() == "numpy" else []


LIBRARY = Library("keras", "keras", ("3.15", "3.16"), rows, needs)
