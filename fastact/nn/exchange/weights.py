"""The weights of a network of the same layers, by their names elsewhere."""

import re
from collections.abc import Mapping
from copy import copy
from itertools import pairwise

import numpy as np

from fastact.nn.layers import Activation, Dense, Dropout
from fastact.nn.layers.normalization import BatchNormalization, Normalization
from fastact.nn.training.data import array_of

# PyTorch's names of a layer's arrays; its weight of a dense layer is (outputs, inputs), W is (inputs, outputs).
ELSEWHERE = {
    "W": "weight", "b": "bias", "gamma": "weight", "beta": "bias", "mean": "running_mean", "var": "running_var",
}  # fmt: skip
IGNORED = ("num_batches_tracked",)
OF_A_FILE = "description", "sha256"  # what a file of `Network.save` has beside its arrays


def plain(name, given):
    """An array of NumPy's of real numbers, of what another framework has; half precision and less as float32."""
    if hasattr(given, "detach") and hasattr(given, "cpu"):  # a tensor of PyTorch's
        if given.device.type == "meta":
            raise ValueError(f"{name} is on the device meta, and has no values")
        given = given.detach().cpu()
        narrow = given.is_floating_point() and given.dtype.itemsize < 4
        try:
            given = (given.float() if narrow else given).numpy()
        except (RuntimeError, TypeError) as error:  # of a sparse or a quantised one
            raise TypeError(f"{name}: {error}") from None
    found = np.asarray(given)
    if found.dtype.kind == "V" and found.dtype.name.startswith(("bfloat16", "float8")):
        found = found.astype(np.float32)
    found = array_of(name, found)
    return found.astype(np.float32) if found.dtype == np.float16 else found


def load(network, state_dict):
    """As `Network.load_weights` says."""
    if not isinstance(state_dict, Mapping):
        hint = "; of a module, give module.state_dict()" if hasattr(state_dict, "state_dict") else ""
        raise TypeError(f"state_dict must be a mapping of names to arrays, not {type(state_dict).__name__}{hint}")
    groups = grouped(state_dict)
    holders = [k for k, layer in enumerate(network.layers) if layer.kept]
    if len(groups) != len(holders):
        ours = ", ".join(f"layer {k}, {network.layers[k]!r}" for k in holders) or "none"
        theirs = ", ".join(map(repr, groups)) or "none"
        raise ValueError(
            f"state_dict must have a group of names for each of the {len(holders)} layers that have arrays ({ours}), "
            f"not {len(groups)} ({theirs})"
        )
    group_of = dict(zip(holders, groups.values()))
    filled = network
    if any(network.layers[k].shape is None for k in holders):
        filled = built(network, rows_for(network.layers, group_of), type_for(network, group_of.values()))
    found = [array for k, group in group_of.items() for array in matched(k, filled.layers[k], group)]
    if filled is not network:
        for mine, theirs in zip(network.layers, filled.layers):
            vars(mine).update(vars(theirs))
        network.input_shape, network.dtype = filled.input_shape, filled.dtype
    for array, values in found:
        array[...] = values


def grouped(state_dict):
    """Groups of names that differ behind the last dot alone, in the order of layers: {beginning: {end: (name, array)}}."""
    if all(name in state_dict for name in OF_A_FILE):
        raise ValueError("state_dict is a file of net.save, which nn.Network.load(path) reads")
    groups, names = {}, []
    for name, given in state_dict.items():
        if not isinstance(name, str):
            raise TypeError(f"state_dict must have strings as names, not {name!r}")
        beginning, _, end = name.rpartition(".")
        if end not in IGNORED:
            names.append(name)
            groups.setdefault(beginning, {})[end] = name, plain(f"state_dict[{name!r}]", given)
    return by_number(groups) if names == sorted(names) else groups


def by_number(groups):
    """Groups whose names are sorted as text, "10" before "2", in the order of their numbers; refused where words differ too."""
    order = sorted(groups, key=parts_of)
    if order == list(groups):
        return groups
    for one, other in pairwise(order):
        differing = next((pair for pair in zip(parts_of(one), parts_of(other)) if pair[0] != pair[1]), ())
        if any(number < 0 for number, _ in differing):
            raise ValueError(
                f"state_dict must be in the order of the layers, but its names are sorted as text, which does not say whether "
                f"{one!r} or {other!r} comes first"
            )
    return {beginning: groups[beginning] for beginning in order}


def parts_of(beginning):
    """A name as numbers and the words between them: "net.10" is [(-1, "net."), (10, "")]."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|\D+", beginning)]


def names_of(layer):
    """What the arrays of a layer are called here and elsewhere: {name: attribute}."""
    shared = isinstance(layer, (Dense, Normalization))
    return ({ELSEWHERE[name]: name for name in layer.arrays} if shared else {}) | {name: name for name in layer.arrays}


def transposed(layer, end):
    """Whether an array lies the other way round elsewhere."""
    return isinstance(layer, Dense) and end == ELSEWHERE["W"]


def matched(k, layer, group):
    """The arrays of a layer with the values that a group has for them."""
    known, found = names_of(layer), {}
    what = f"layer {k}, {layer!r}"
    for end, (name, array) in group.items():
        if end not in known:
            raise ValueError(f"state_dict has {name!r}, but {what}, has only {', '.join(known)}")
        attribute, mine = known[end], getattr(layer, known[end])
        if attribute in found:
            raise ValueError(f"state_dict has two arrays for the {attribute} of {what}; the second is {name!r}")
        wanted, meaning = (mine.shape[::-1], ", (outputs, inputs),") if transposed(layer, end) else (mine.shape, "")
        if array.shape != wanted:
            raise ValueError(f"state_dict[{name!r}] must have the shape {wanted}{meaning} for {what}, not {array.shape}")
        with np.errstate(all="ignore"):
            values = (array.T if transposed(layer, end) else array).astype(mine.dtype)
        if np.isinf(values).sum() != np.isinf(array).sum():
            raise ValueError(f"state_dict[{name!r}] has values that are too large for {mine.dtype}")
        found[attribute] = values
    for attribute in layer.arrays:
        if attribute not in found:
            ends = [end for end, name in known.items() if name == attribute]
            raise ValueError(f"{lacking(group, ends)}, of the shape {getattr(layer, attribute).shape}, for {what}")
    return [(getattr(layer, attribute), values) for attribute, values in found.items()]


def lacking(group, ends):
    """What is said of an array that has none of its names in a group."""
    first = next(iter(group.values()))[0]
    beginning = first[: first.rfind(".") + 1]
    return f"state_dict lacks {' or '.join(repr(beginning + end) for end in ends)}"


def type_for(network, groups):
    """The type that a network or a layer of it has; else float64 where an array is of that, or float32."""
    types = [array.dtype for group in groups for _, array in group.values() if array.dtype.kind == "f"]
    of_layers = [layer.dtype for layer in network.layers if layer.dtype is not None]
    return network.dtype or (of_layers[0] if of_layers else np.result_type(np.float32, *types))


def rows_for(layers, group_of):
    """The shape of a row of the inputs that the first layer with arrays means."""
    k, group = next(iter(group_of.items()))
    shape = row_of(k, layers[k], group)
    for layer in reversed(layers[:k]):
        if shape is not None and type(layer) is Activation:
            shape = (*shape[:-1], layer.core.width(shape[-1]))
        elif type(layer) is not Dropout:
            shape = None
    if shape is None:
        raise ValueError(f"the network is not built, and layer {k}, {layers[k]!r}, does not say for which rows: build it first")
    return shape


def row_of(k, layer, group):
    """The shape of a row that a layer's arrays mean, where they do."""
    if layer.shape is not None:
        return layer.shape
    if isinstance(layer, Dense):
        end = next((end for end in (ELSEWHERE["W"], "W") if end in group), None)
        if end is None:
            raise ValueError(f"{lacking(group, (ELSEWHERE['W'], 'W'))}, for layer {k}, {layer!r}")
        name, W = group[end]
        if W.ndim != 2:
            raise ValueError(f"state_dict[{name!r}] must have two axes for layer {k}, {layer!r}, not the shape {W.shape}")
        return (W.shape[end == ELSEWHERE["W"]],)
    gamma = next((group[end][1].shape for end in (ELSEWHERE["gamma"], "gamma") if end in group), None)
    if type(layer) is BatchNormalization:
        return gamma if layer.axis == 0 else None
    if isinstance(layer, Normalization) and gamma is not None:
        axes = layer.axis if isinstance(layer.axis, tuple) else (layer.axis,)
        return gamma if sorted(axes) == list(range(-len(gamma), 0)) else None
    return None


def built(network, shape, dtype):
    """A copy of a network, built for rows of a shape; layers that are built already are the same ones."""
    made = copy(network)
    made.layers = [copy(layer) if layer.shape is None else layer for layer in network.layers]
    made.shape_of(shape)
    inner = shape
    for layer in made.layers:
        if layer.shape is None and layer.kept:
            layer.build(inner, None, dtype)
        inner = tuple(layer.shape_of(inner))
    made.build(shape, dtype)
    return made
