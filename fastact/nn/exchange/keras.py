"""Layers of Keras 3 as layers of fastact.  Who has a model has imported Keras: it is looked up, and never imported."""

import sys

import numpy as np

from fastact.nn.exchange.parts import Part, Refused, Translation, activation, shown
from fastact.nn.layers import BatchNormalization, Dense, Dropout, Flatten, LayerNormalization, RMSNormalization


def translated(network, model):
    """As `Network.from_keras` says."""
    keras = sys.modules.get("keras")
    if not getattr(keras, "__version__", "").startswith("3.") or not isinstance(model, keras.layers.Layer):
        raise TypeError(f"model must be a keras.Sequential of Keras 3, not {type(model).__name__}")
    if type(model) is not keras.Sequential:
        raise ValueError(f"model must be a keras.Sequential, not {type(model).__name__}, which may compute anything")
    if replaced(model):
        raise ValueError(f"model {model.name!r} has a call of its own, which may compute anything")
    if not model.built or not hasattr(model, "input_shape"):
        raise ValueError(f"model {model.name!r} is not built: let it begin with keras.Input, or call it once")
    shape = tuple(model.input_shape[1:])
    if not shape or None in shape:
        raise ValueError(f"model {model.name!r} must know the whole shape of a row, not {shape}")
    found = list(leaves(model))
    types = {one.dtype for one in model.weights} or {layer.compute_dtype for _, layer in found}
    work = Translation(shape, np.dtype(np.float64 if "float64" in types else np.float32))
    for place, layer in found:
        translate = known(keras.layers, LAYERS, type(layer))
        before = work.shape
        if replaced(layer):
            work.refuse(place, layer, "its call is another than that of its class")
        elif translate is None:
            work.refuse(place, layer, "it has no counterpart among layers of fastact")
        elif getattr(layer, "quantization_mode", None) is not None:
            work.refuse(place, layer, f"it is quantised, {layer.quantization_mode}")
        elif before is not None and work.add(place, layer, translate):
            continue
        work.shape = passed(layer, before)
    return work.network(network, "from_keras")


def leaves(model, name=""):
    """All layers that are no Sequential, or not as it does, in their order, and where they stand."""
    for k, layer in enumerate(model.layers):
        if type(layer) is type(model) and not replaced(layer):
            yield from leaves(layer, f"{name}{k}.")
        else:
            yield f"layer {name}{k}", layer


def replaced(layer):
    """Whether a layer has another `call` than its class."""
    return "call" in vars(layer)


def known(module, table, one):
    """What a table has for a class or a function of Keras's, by the name under which it is public; None for others."""
    name = getattr(one, "__name__", None)
    return table.get(name) if getattr(module, str(name), None) is one else None


def passed(layer, shape):
    """The shape of a row behind a layer that was refused, as Keras tells it; None where it does not."""
    try:
        return tuple(layer.compute_output_shape((1, *shape))[1:])
    except Exception:  # of a layer's own code
        return None


# ---- layers -----------------------------------------------------------------------------------------------------------------


def dense(layer, work):
    kernel = variable(layer.kernel, work)
    work.needs(kernel.shape[:1])
    arrays = {"W": kernel, "b": variable(layer.bias, work)}
    return [Part(Dense(kernel.shape[1], use_bias=layer.bias is not None), arrays), *of_function(layer.activation, work)]


def batch_normalization(layer, work):
    if getattr(layer, "renorm", False):
        raise Refused("renorm=True has no counterpart")
    (axis,) = axes_of([layer.axis], work)
    others = tuple(k for k in range(len(work.shape) + 1) if k != axis)
    arrays = normalizing(layer, work)
    arrays |= {"mean": variable(layer.moving_mean, work), "var": variable(layer.moving_variance, work)}
    made = BatchNormalization(others if len(others) > 1 else 0, layer.momentum, layer.epsilon)
    return [Part(made, arrays, fixed=not (layer.scale or layer.center))]


def layer_normalization(layer, work):
    if getattr(layer, "rms_scaling", False):
        raise Refused("rms_scaling=True, which divides by the variance's root and does not centre, has no counterpart")
    made = LayerNormalization(counted(axes_of(layer.axis, work), work), layer.epsilon)
    return [Part(made, normalizing(layer, work), fixed=not (layer.scale or layer.center))]


def rms_normalization(layer, work):
    axes = axes_of(layer.axis, work)
    if axes[-1] != len(work.shape) or axes[-1] - axes[0] != len(axes) - 1:  # Keras's own does not spread its scale there
        raise Refused(f"only the last axes have a counterpart, not axis={layer.axis}")
    made = RMSNormalization(counted(axes, work), layer.epsilon)
    return [Part(made, {"gamma": variable(layer.scale, work)})]


def normalizing(layer, work):
    return {"gamma": variable(layer.gamma, work), "beta": variable(layer.beta, work)}


def variable(given, work):
    """A copy of a variable, in the type of the network."""
    return None if given is None else work.array(sys.modules["keras"].ops.convert_to_numpy(given))


def axes_of(given, work):
    """Axes counted from 0, that of the rows, in the order in which they lie."""
    axes = [axis % (len(work.shape) + 1) for axis in (given if isinstance(given, (list, tuple)) else [given])]
    if 0 in axes or axes != sorted(set(axes)):
        raise Refused(f"axis={given} has no counterpart for rows of the shape {work.shape}")
    return tuple(axes)


def counted(axes, work):
    """-1 for the last axis alone, as a layer has it by default."""
    return -1 if axes == (len(work.shape),) else axes


def dropout(layer, work):
    if layer.noise_shape is not None:
        raise Refused(f"noise_shape={layer.noise_shape} has no counterpart")
    return [Part(Dropout(float(layer.rate)))]


def flatten(layer, work):
    if layer.data_format == "channels_first" and len(work.shape) > 1:
        raise Refused('data_format="channels_first" moves an axis, which has no counterpart')
    return [Part(Flatten())]


def identity(layer, work):
    return []


# ---- activations ------------------------------------------------------------------------------------------------------------


def of_function(one, work):
    """What Dense and Activation have as their activation: a function of keras.activations, or a layer that is one."""
    keras = sys.modules["keras"]
    if isinstance(one, keras.layers.Layer) and replaced(one):
        raise Refused(f"the call of its activation, {shown(one)}, is another than that of its class")
    if translate := known(keras.layers, ACTIVATIONS, type(one)):
        return translate(one, work)
    found = known(keras.activations, FUNCTIONS, one)
    if found is None:
        raise Refused(f"its activation, {getattr(one, '__name__', shown(one))}, has no counterpart")
    name, parameters = found
    return [] if name == "identity" else activation(name, **parameters)


def of_activation(layer, work):
    return of_function(layer.activation, work)


def relu(layer, work):
    slope, upper, threshold = layer.negative_slope, layer.max_value, layer.threshold
    if threshold and (slope or upper is not None):
        raise Refused("a threshold together with a slope or a max_value has no counterpart")
    if threshold:
        return activation("thresholded_relu", threshold=threshold)
    if upper is None:
        return activation("leaky_relu", negative_slope=slope) if slope else activation("relu")
    if slope:
        return activation("srelu", t_left=0, a_left=slope, t_right=upper, a_right=0)
    return activation("relu6") if upper == 6 else activation("clipped_relu", upper=upper)


def leaky_relu(layer, work):
    return activation("leaky_relu", negative_slope=layer.negative_slope)


def prelu(layer, work):
    slopes = variable(layer.alpha, work)
    return activation("prelu", slope=slopes.item() if slopes.size == 1 else slopes)


def elu(layer, work):
    return activation("elu", alpha=layer.alpha)


def softmax(layer, work):
    if axes_of(layer.axis, work) != (len(work.shape),):
        raise Refused(f"only axis=-1, the last one, has a counterpart, not axis={layer.axis}")
    return activation("softmax")


# By their names in keras.layers and in keras.activations.
ACTIVATIONS = {
    "Activation": of_activation,
    "ELU": elu,
    "LeakyReLU": leaky_relu,
    "PReLU": prelu,
    "ReLU": relu,
    "Softmax": softmax,
}
LAYERS = ACTIVATIONS | {
    "BatchNormalization": batch_normalization,
    "Dense": dense,
    "Dropout": dropout,
    "Flatten": flatten,
    "Identity": identity,
    "LayerNormalization": layer_normalization,
    "RMSNormalization": rms_normalization,
}
# Functions whose names and defaults are those of fastact, and the others.  Keras's sparsemax is another function than its
# paper's: of (1, 2, 1.7) it is 0 (3.15).
ALIKE = (
    "celu", "elu", "exponential", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_tanh", "log_sigmoid", "log_softmax",
    "mish", "relu", "relu6", "selu", "sigmoid", "silu", "soft_shrink", "softmax", "softplus", "softsign", "sparse_plus",
    "sparse_sigmoid", "squareplus", "tanh", "tanh_shrink",
)  # fmt: skip
OTHERS = {"hard_silu": ("hard_swish", {}), "leaky_relu": ("leaky_relu", {"negative_slope": 0.2}), "linear": ("identity", {})}
FUNCTIONS = {name: (name, {}) for name in ALIKE} | OTHERS
