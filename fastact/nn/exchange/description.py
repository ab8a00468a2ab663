"""A network, and an optimiser with its state, as a description that JSON can hold and arrays by name; and back.

A description is data: what it names is looked up in the tables here, and nothing in it is executed.  What is made from one
must have that same description, or it is refused.

In a description a number, a word, None and a list stand for themselves; a dict is one of

    {"float": "inf"}        a number that JSON does not have
    {"array": "1.slope"}    an array, or a number of NumPy's, of that name
    {"name": "elu", ...}    an activation with its parameters
    {"schedule": "cosine", "arguments": {...}, "state": {...}}
"""

import inspect
import json
import math

import numpy as np

from fastact.nn import init, optimizers, schedules
from fastact.nn.layers import Activation, BatchNormalization, Dense, Dropout, Flatten, LayerNormalization, RMSNormalization
from fastact.nn.layers.base import whole
from fastact.nn.layers.cores import Own
from fastact.nn.training import losses
from fastact.nn.updates import in_interval

FORMAT, VERSION = "fastact.nn.Network", 1
LAYERS = {
    cls.__name__: cls for cls in (Dense, Activation, Dropout, Flatten, BatchNormalization, LayerNormalization, RMSNormalization)
}
LOSSES = losses.LOSSES
OPTIMIZERS = {cls.__name__: cls for cls in optimizers.OPTIMIZERS.values()}
SCHEDULES = {name: getattr(schedules, name) for name in schedules.__all__}
LONGEST = 100  # characters of a name: to look for the nearest ones takes memory
DTYPES = {"float32": np.dtype("f"), "float64": np.dtype("d")}
# What constructors and look-ups may raise for what a description says.
REFUSALS = TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError


def as_text(description):
    return json.dumps(description, allow_nan=False)


def from_text(text):
    """What JSON text says; ValueError where it is none, and for integers beyond 64 bits."""

    def integer(digits):
        number = int(digits)
        if not -(2**63) <= number < 2**63:
            raise ValueError("an integer of more than 64 bits")
        return number

    def refused(word):
        raise ValueError(f"{word} is no JSON")

    try:
        return json.loads(text, parse_int=integer, parse_constant=refused)
    except RecursionError:
        raise ValueError("JSON that is nested too deeply") from None


# ---- of a network -----------------------------------------------------------------------------------------------------------


def described(network, optimizer=None):
    """The description, and the arrays themselves by name.  TypeError or ValueError where something cannot be kept."""
    arrays, of_state = {}, {}
    if not network.layers or len(set(map(id, network.layers))) != len(network.layers):
        raise ValueError("a network that has no layer, or a layer twice, cannot be saved")
    kept = None if optimizer is None else of_optimizer(optimizer, network, of_state)
    description = {
        "format": FORMAT,
        "version": VERSION,
        "dtype": None if network.dtype is None else network.dtype.name,
        "input_shape": None if network.input_shape is None else list(network.input_shape),
        "loss": of_loss(network.loss),
        "fitted_loss": of_loss(network._learnt),
        "flat_targets": bool(network._flat),
        "layers": [of_layer(layer, k, arrays) for k, layer in enumerate(network.layers)],
        "optimizer": kept,
    }
    check_fit(network, network.input_shape)
    return description, arrays | of_state


def of_loss(loss):
    if loss is not None and LOSSES.get(loss.name) is not type(loss):
        raise TypeError(f"a loss of one's own, {type(loss).__name__}, cannot be saved; {', '.join(LOSSES)} can")
    return None if loss is None else loss.name


def of_layer(layer, k, arrays):
    shown = f"layer {k}, {layer!r}"
    if LAYERS.get(type(layer).__name__) is not type(layer):
        raise TypeError(f"{shown}, cannot be saved: layers of {', '.join(LAYERS)} can")
    try:
        arguments = of_arguments(layer, k, arrays)
        in_interval("learning_rate_factor", layer.learning_rate_factor, "[0, inf)")
        factor = of_value(layer.learning_rate_factor, f"{k}.learning_rate_factor", arrays)
        type(layer)(**arguments_from(arguments, dict(arrays)))  # attributes may have been set to what it refuses
    except (TypeError, ValueError) as error:
        raise type(error)(f"{shown}, cannot be saved: {error}") from None
    built = None
    if layer.shape is not None:
        for name, wanted in layer.array_shapes(layer.shape).items():
            check_array(f"{name} of {shown},", getattr(layer, name), wanted, layer.dtype)
            arrays[f"{k}.{name}"] = getattr(layer, name)
        built = {"shape": list(layer.shape), "dtype": layer.dtype.name}
    return {"class": type(layer).__name__, "arguments": arguments, "learning_rate_factor": factor, "built": built}


def of_arguments(layer, k, arrays):
    """Those of the constructor, without generators."""
    if isinstance(layer, Activation):
        return of_core(layer.core, str(k), arrays)
    told = {name: value for name, value in layer.arguments().items() if name not in ("rng", "activation", "initializer")}
    told = {name: of_value(value, f"{k}.{name}", arrays) for name, value in told.items()}
    if isinstance(layer, Dense):
        core = None if layer.activation is None else of_core(layer.core, f"{k}.activation", arrays)
        told["activation"] = core["name"] if core and len(core) == 1 else core
        told["initializer"] = of_initializer(layer.initializer)
    return told


def of_core(core, name, arrays):
    if isinstance(core, Own):
        raise TypeError("its function is one's own; activations of fastact can be saved, by their names")
    return {"name": core.name} | {key: of_value(value, f"{name}.{key}", arrays) for key, value in core.parameters.items()}


def of_initializer(initializer):
    if callable(initializer):
        name = getattr(initializer, "__name__", "")
        if name not in init.INITIALISERS or init.INITIALISERS[name] is not initializer:
            raise TypeError(f"its initializer is a function of one's own, {name}; names of nn.init can be saved")
        return name
    return initializer


def of_optimizer(optimizer, network, arrays):
    if OPTIMIZERS.get(type(optimizer).__name__) is not type(optimizer):
        raise TypeError(f"optimizer must be one of {', '.join(OPTIMIZERS)}, not {optimizer!r}")
    arguments = {name: getattr(optimizer, name) for name in (*optimizer.arguments, *optimizer.keywords)}
    state = optimizer.state()
    try:
        told = {name: of_value(value, f"optimizer.{name}", arrays) for name, value in arguments.items()}
        step = of_value(int(state["step"]), "step", arrays)
        made = type(optimizer)(**arguments_from(told, dict(arrays)))
        made.load_state(state)  # which a hyperparameter that was set may have made another rule's
    except (TypeError, ValueError) as error:
        raise type(error)(f"optimizer, {type(optimizer).__name__}, cannot be saved: {error}") from None
    check_state(made, network)
    del state["step"]
    arrays.update({f"optimizer.{name.replace('/', '.')}": array for name, array in state.items()})
    return {"class": type(optimizer).__name__, "arguments": told, "step": step}


def of_value(value, name, arrays):
    """What a description says of an argument.  Arrays, and numbers of NumPy's with their type, go to `arrays` by that name."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (np.ndarray, np.generic)):
        array = np.asarray(value)
        if array.dtype.kind not in "biuf" or array.itemsize > 8:
            raise TypeError(f"{name} is of {array.dtype}; bool, integers, float16, float32 and float64 can be saved")
        arrays[name] = array
        return {"array": name}
    if isinstance(value, int) and -(2**63) <= value < 2**63:
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else {"float": str(float(value))}
    if isinstance(value, (list, tuple)):
        return [of_value(one, f"{name}.{k}", arrays) for k, one in enumerate(value)]
    if SCHEDULES.get(type(value).__name__) is type(value):
        told = {"schedule": type(value).__name__}
        for kind, keys in (("arguments", inspect.signature(type(value)).parameters), ("state", value.kept)):
            told[kind] = {key: of_value(getattr(value, key), f"{name}.{key}", arrays) for key in keys}
        return told
    can = "numbers, words, lists, arrays and schedules of nn.schedules can"
    raise TypeError(f"{name} is {value!r}, of the type {type(value).__name__}; {can}")


# ---- what must go together, in a network and in a file ----------------------------------------------------------------------


def check_array(name, array, shape, dtype):
    if not isinstance(array, np.ndarray):
        raise TypeError(f"{name} must be an array, not {type(array).__name__}")
    if array.shape != shape or array.dtype.newbyteorder("=") != dtype:
        raise ValueError(f"{name} must have the shape {shape} and be of {dtype}, not {array.shape} and {array.dtype}")


def check_fit(network, shape):
    """That each layer is built for what the one before it gives; `shape` is that of the inputs, or None."""
    for k, layer in enumerate(network.layers if shape is not None else ()):
        if layer.shape != shape or layer.dtype != network.dtype:
            built = "is not built" if layer.shape is None else f"is built for {layer.shape} and {layer.dtype}"
            raise ValueError(f"layer {k}, {layer!r}, {built}, but gets {shape} and {network.dtype}")
        shape = tuple(layer.shape_of(shape))


def check_state(optimizer, network):
    """That the state of an optimiser is of the network's parameters."""
    if not optimizer._state:
        return
    if network.input_shape is None:
        raise ValueError("optimizer has a state, but the network has no parameters yet")
    wanted = [(array.shape, array.dtype.newbyteorder("=")) for array in network.parameters]
    for name, arrays in optimizer._state.items():
        if [(array.shape, array.dtype.newbyteorder("=")) for array in arrays] != wanted:
            raise ValueError(f"optimizer has a state, {name}, of other arrays than the network's parameters")


# ---- back -------------------------------------------------------------------------------------------------------------------


def restored(description, arrays, cls):
    """The network and the optimiser, or None, of a description and arrays, which are copied; ValueError where there is none."""
    left = dict(arrays)
    try:
        network = network_from(description, left, cls)
        optimizer = description["optimizer"]
        optimizer = None if optimizer is None else optimizer_from(optimizer, network, left)
        again = described(network, optimizer)[0]
    except REFUSALS as error:
        raise ValueError(str(error) or type(error).__name__) from error
    if left:
        raise ValueError(f"nothing needs the array {next(iter(left))!r}")
    for key in description.keys() | again.keys():
        if key not in again or key not in description or differ(description[key], again[key]):
            raise ValueError(f"{key!r} is not as a network has it")
    return network, optimizer


def differ(one, other):
    """Whether two descriptions say other things: 1, 1.0 and True are other things."""
    return json.dumps(one, sort_keys=True) != json.dumps(other, sort_keys=True)


def fields(told, *names):
    """The values of a dict that has these names."""
    if not isinstance(told, dict) or not told.keys() >= set(names):
        raise ValueError(f"{' and '.join(names)} are needed")
    return [told[name] for name in names]


def known(what, name, table):
    if not isinstance(name, str) or name not in table:
        raise ValueError(f"there is no {what} of that name")
    return table[name]


def shape_from(told):
    if not isinstance(told, list) or len(told) > 63:
        raise ValueError("a shape must be a list of at most 63 integers")
    return tuple(whole("a shape", one, 0) for one in told)


def network_from(description, arrays, cls):
    names = "dtype", "input_shape", "loss", "fitted_loss", "flat_targets", "layers"
    dtype, input_shape, loss, fitted, flat, layers = fields(description, *names)
    if not isinstance(layers, list):
        raise ValueError("layers must be a list")
    made = []
    for k, told in enumerate(layers):
        try:
            made.append(layer_from(told, k, arrays))
        except REFUSALS as error:
            raise ValueError(f"layer {k}: {error}") from error
    loss, fitted = (None if name is None else known("loss", name, LOSSES)() for name in (loss, fitted))
    network = cls(made, loss=loss, dtype=None if dtype is None else known("dtype", dtype, DTYPES))
    network._learnt, network._flat = fitted, flat
    if input_shape is not None:
        shape = shape_from(input_shape)
        check_fit(network, shape)
        network.input_shape = shape
    return network


def layer_from(told, k, arrays):
    name, arguments, factor, built = fields(told, "class", "arguments", "learning_rate_factor", "built")
    layer = known("layer", name, LAYERS)(**arguments_from(arguments, arrays))
    layer.learning_rate_factor = value_from(factor, arrays)
    in_interval("learning_rate_factor", layer.learning_rate_factor, "[0, inf)")
    if built is not None:
        shape, dtype = fields(built, "shape", "dtype")
        shape, dtype = shape_from(shape), known("dtype", dtype, DTYPES)
        layer.shape_of(shape)
        found = {}
        for key, wanted in layer.array_shapes(shape).items():  # before there is memory for them
            found[key] = array_from(f"{k}.{key}", arrays)
            check_array(f"the array {k}.{key}", found[key], wanted, dtype)
        layer.build(shape, None, dtype)
        for key, array in found.items():
            getattr(layer, key)[...] = array
    return layer


def optimizer_from(told, network, arrays):
    name, arguments, step = fields(told, "class", "arguments", "step")
    made = known("optimizer", name, OPTIMIZERS)(**arguments_from(arguments, arrays))
    state = {"step": step}
    for key in [key for key in arrays if key.startswith("optimizer.")]:
        _, name, position = key.rsplit(".", 2)
        state[f"{name}/{position}"] = arrays.pop(key)
    made.load_state(state)
    check_state(made, network)
    return made


def array_from(name, arrays):
    if not isinstance(name, str) or name not in arrays:
        raise ValueError(f"there is no array {name!r}")
    return arrays.pop(name)


def arguments_from(told, arrays):
    return {key: value_from(value, arrays) for key, value in told.items()}


def value_from(told, arrays):
    if isinstance(told, list):
        return [value_from(one, arrays) for one in told]
    if isinstance(told, str) and len(told) > LONGEST:
        raise ValueError(f"{told[:LONGEST]}... is no name")
    if not isinstance(told, dict):
        return told
    if "array" in told:
        array = array_from(told["array"], arrays)
        return array.astype(array.dtype.newbyteorder("="))[()]
    if "float" in told:
        return float(told["float"])
    if "name" in told:
        return Activation(**arguments_from(told, arrays))
    name, arguments, state = fields(told, "schedule", "arguments", "state")
    made = known("schedule", name, SCHEDULES)(**arguments_from(arguments, arrays))
    for key, value in arguments_from(state, arrays).items():
        if key not in made.kept or type(value) is not type(getattr(made, key)):
            raise ValueError(f"{key} is no state of the schedule {name}, or of another type")
        setattr(made, key, value)
    return made
