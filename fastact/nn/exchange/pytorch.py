"""PyTorch's modules as layers.  PyTorch is not imported: modules are known by the names of their classes."""

import numpy as np

from fastact.nn.exchange.parts import Part, Refused, Translation, activation
from fastact.nn.layers import BatchNormalization, Dense, Dropout, Flatten, LayerNormalization, RMSNormalization
from fastact.nn.layers.base import whole

HOOKS = ("_forward_hooks", "_forward_pre_hooks")
# Modules around another one, and the attribute that is the other.
WRAPPERS = {
    "AveragedModel": "module",
    "DataParallel": "module",
    "DistributedDataParallel": "module",
    "OptimizedModule": "_orig_mod",
}


def translated(network, module, input_shape):
    """As `Network.from_torch` says."""
    if not any(name_of(one) == "module.Module" for one in type(module).__mro__):
        raise TypeError(f"module must be a torch.nn.Module, not {type(module).__name__}")
    if input_shape is not None:
        if not isinstance(input_shape, (tuple, list)) or not input_shape:
            raise TypeError(f"input_shape must be a tuple of integers, that of a row, not {input_shape!r}")
        input_shape = tuple(whole("input_shape", one) for one in input_shape)
    found = list(leaves(module))
    hint = "" if input_shape else " (give input_shape if rows of the inputs have another one)"
    work = Translation(input_shape or awaited(found), type_of(found), hint)
    for k, (place, one, refusal) in enumerate(found):
        if refusal:
            work.refuse(place, one, refusal)
        known = not refusal and work.add(place, one, TRANSLATORS[name_of(type(one))])
        if not known or work.shape == (None,):  # behind what was refused, or a Flatten of rows of any shape
            work.shape = awaited(found[k + 1 :]) or (None,)
    return work.network(network, "from_torch")


def name_of(one):
    """The name of a class of torch.nn, with its module: "linear.Linear"; "" of others."""
    module, path = one.__module__, "torch.nn.modules."
    return f"{module[len(path) :]}.{one.__name__}" if module.startswith(path) else ""


def leaves(module, name=""):
    """All modules that are no Sequential, in their order: where they stand, they themselves, and why they are refused."""
    refusal, kind = altered(module), name_of(type(module))
    if kind == "container.Sequential" and not refusal:
        for child, one in module._modules.items():
            yield from leaves(one, f"{name}.{child}" if name else child)
    else:
        unknown = None if kind in TRANSLATORS else "it has no counterpart among layers of fastact"
        yield f"module {name}".rstrip(), module, refusal or unknown


def altered(module):
    """Why a module does not do what its class does, or None."""
    name, of_torch = type(module).__name__, type(module).__module__.startswith("torch.")
    if of_torch and name in WRAPPERS:
        return f"it wraps another module, its {WRAPPERS[name]}: give that"
    if of_torch and name.startswith("Lazy"):
        return "it has no weights before inputs went through it once"
    for hooks in HOOKS:
        if found := getattr(module, hooks, None):
            told = ", ".join(getattr(hook, "__name__", type(hook).__name__) for hook in found.values())
            return f"it has forward hooks ({told}), which would be lost"
    if "forward" in getattr(module, "__dict__", {}):
        return "its forward is another than that of its class"
    if type(module).__module__ == "torch.nn.utils.parametrize":
        return "its weights are parametrised; torch.nn.utils.parametrize.remove_parametrizations makes them plain"
    return None


def type_of(found):
    """The type of the network: that of all weights and statistics together, at least float32; None where there are none."""
    kept = [getattr(module, name, {}) for _, module, _ in found for name in ("_parameters", "_buffers")]
    tensors = [tensor for named in kept for tensor in named.values() if tensor is not None]
    wide = any(tensor.is_floating_point() and tensor.dtype.itemsize > 4 for tensor in tensors)
    return np.dtype(np.float64 if wide else np.float32) if tensors else None


def awaited(found):
    """The shape of a row that goes into the first module, as the first one that has a size says; None where it is unknown."""
    factor = 1
    for _, module, refusal in found:
        name = name_of(type(module))
        if refusal or name == "flatten.Flatten":
            return None
        if name == "activation.GLU":
            factor *= 2
        elif size := SIZES[name](module) if name in SIZES else None:
            return (*size[:-1], factor * size[-1])
    return None


# ---- layers -----------------------------------------------------------------------------------------------------------------


def linear(module, work):
    outputs, inputs = module.weight.shape
    work.needs((inputs,))
    arrays = {"W": work.array(module.weight).T, "b": work.array(module.bias)}
    return [Part(Dense(outputs, use_bias=module.bias is not None), arrays)]


def batch_norm(module, work):
    if module.momentum is None:
        raise Refused("momentum=None, the mean over all batches, has no counterpart")
    if module.running_mean is None or module.running_var is None:
        raise Refused("track_running_stats=False leaves no statistics to compute with")
    if len(work.shape) > 2 or work.shape[0] != module.num_features:
        raise work.unfit(f"it takes rows of {module.num_features} channels")
    layer = BatchNormalization((0, 2) if len(work.shape) == 2 else 0, 1 - module.momentum, module.eps)
    return [Part(layer, normalizing(module, work) | statistics(module, work), fixed=not module.affine)]


def layer_norm(module, work):
    work.needs(module.normalized_shape)
    layer = LayerNormalization(last_axes(module.normalized_shape), module.eps)
    return [Part(layer, normalizing(module, work), fixed=not module.elementwise_affine)]


def rms_norm(module, work):
    work.needs(module.normalized_shape)
    epsilon = float(np.finfo(work.dtype or np.float32).eps) if module.eps is None else module.eps
    layer = RMSNormalization(last_axes(module.normalized_shape), epsilon)
    return [Part(layer, {"gamma": work.array(module.weight)}, fixed=not module.elementwise_affine)]


def normalizing(module, work):
    return {"gamma": work.array(module.weight), "beta": work.array(module.bias)}


def statistics(module, work):
    return {"mean": work.array(module.running_mean), "var": work.array(module.running_var)}


def last_axes(shape):
    return -1 if len(shape) == 1 else tuple(range(-len(shape), 0))


def dropout(module, work):
    return [Part(Dropout(float(module.p)))]


def flatten(module, work):
    ends = module.start_dim, module.end_dim
    axes = None if work.shape is None else len(work.shape)
    if axes is not None:
        ends = tuple(end + axes + 1 if end < 0 else end for end in ends)
    if ends not in ((1, -1), (1, axes)):
        raise Refused("only start_dim=1 and end_dim=-1, which flatten each row, have a counterpart")
    return [Part(Flatten())]


def identity(module, work):
    return []


# ---- activations ------------------------------------------------------------------------------------------------------------


def elementwise(name, *parameters):
    """An activation whose parameters have the names of PyTorch's."""
    return lambda module, work: activation(name, **{key: getattr(module, key) for key in parameters})


def gelu(module, work):
    return activation({"none": "gelu", "tanh": "gelu_tanh"}[module.approximate])


def softplus(module, work):
    if module.threshold < 20:
        raise Refused("with a threshold below 20 it jumps where it becomes x itself, which has no counterpart")
    return activation("softplus", beta=module.beta)


def prelu(module, work):
    slopes = work.array(module.weight)
    if slopes.size == 1:
        return activation("prelu", slope=slopes.item())
    if work.shape[0] != slopes.size:
        raise work.unfit(f"it has slopes for {slopes.size} channels")
    return activation("prelu", slope=slopes.reshape(-1, *(1,) * (len(work.shape) - 1)))


def rrelu(module, work):
    return activation("leaky_relu", negative_slope=(module.lower + module.upper) / 2)


def of_last_axis(name):
    """An activation of whole rows."""

    def translate(module, work):
        axes = None if work.shape is None else len(work.shape)
        if module.dim != -1 and axes is None:
            raise Refused(f"which axis dim={module.dim} is needs input_shape")
        if module.dim not in (-1, axes) and not (module.dim is None and axes == 1):
            raise Refused(f"only dim=-1, the last axis, has a counterpart, not dim={module.dim}")
        return activation(name)

    return translate


TRANSLATORS = {
    "linear.Identity": identity,
    "linear.Linear": linear,
    "batchnorm.BatchNorm1d": batch_norm,
    "normalization.LayerNorm": layer_norm,
    "normalization.RMSNorm": rms_norm,
    "dropout.Dropout": dropout,
    "flatten.Flatten": flatten,
    "activation.CELU": elementwise("celu", "alpha"),
    "activation.ELU": elementwise("elu", "alpha"),
    "activation.GELU": gelu,
    "activation.GLU": of_last_axis("glu"),
    "activation.Hardshrink": elementwise("hard_shrink", "lambd"),
    "activation.Hardsigmoid": elementwise("hard_sigmoid"),
    "activation.Hardswish": elementwise("hard_swish"),
    "activation.Hardtanh": elementwise("hard_tanh", "min_val", "max_val"),
    "activation.LeakyReLU": elementwise("leaky_relu", "negative_slope"),
    "activation.LogSigmoid": elementwise("log_sigmoid"),
    "activation.LogSoftmax": of_last_axis("log_softmax"),
    "activation.Mish": elementwise("mish"),
    "activation.PReLU": prelu,
    "activation.ReLU": elementwise("relu"),
    "activation.ReLU6": elementwise("relu6"),
    "activation.RReLU": rrelu,
    "activation.SELU": elementwise("selu"),
    "activation.SiLU": elementwise("silu"),
    "activation.Sigmoid": elementwise("sigmoid"),
    "activation.Softmax": of_last_axis("softmax"),
    "activation.Softmin": of_last_axis("softmin"),
    "activation.Softplus": softplus,
    "activation.Softshrink": elementwise("soft_shrink", "lambd"),
    "activation.Softsign": elementwise("softsign"),
    "activation.Tanh": elementwise("tanh"),
    "activation.Tanhshrink": elementwise("tanh_shrink"),
    "activation.Threshold": elementwise("threshold", "threshold", "value"),
}
# The shape of a row that a module takes, where it has one of its own.
SIZES = {
    "linear.Linear": lambda module: (module.weight.shape[1],),
    "batchnorm.BatchNorm1d": lambda module: (module.num_features,),
    "normalization.LayerNorm": lambda module: tuple(module.normalized_shape),
    "normalization.RMSNorm": lambda module: tuple(module.normalized_shape),
    "activation.PReLU": lambda module: (module.weight.numel(),) if module.weight.numel() > 1 else None,
}
