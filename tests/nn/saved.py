"""Networks to save, and what a file keeps of them."""

import importlib.util
import json

import numpy as np

from fastact import nn
from fastact.nn.exchange.description import described

SUFFIXES = ["npz"] + ["safetensors"] * (importlib.util.find_spec("safetensors") is not None)


def rows(*shape, seed=1):
    return np.random.default_rng(seed).uniform(0.05, 0.95, shape)


def bits(network, optimizer=None):
    """All that a file keeps, as what can be compared."""
    description, arrays = described(network, optimizer)
    native = {name: array.astype(array.dtype.newbyteorder("=")) for name, array in arrays.items()}
    return json.dumps(description), {name: (array.dtype, array.shape, array.tobytes()) for name, array in native.items()}


def again(network, path, optimizer=None):
    network.save(path, optimizer)
    return nn.Network.load(path, optimizer=optimizer is not None)


def moved(network, shape, dtype, seed=0):
    """A built network whose arrays are all other than at the start."""
    network.build(shape, dtype, rng=seed)
    for array in (*network.parameters, *network.statistics):
        array += rows(*array.shape, seed=seed) / 4
    return network


def small():
    return moved(nn.Network([nn.Dense(2, "tanh")]), (3,), np.float32)
