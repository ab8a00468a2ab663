"""The layers, each in a file of its name; `base` has what all have, `cores` what they do with their activations."""

from fastact.nn.layers.activation import Activation
from fastact.nn.layers.base import Layer
from fastact.nn.layers.dense import Dense
from fastact.nn.layers.dropout import Dropout
from fastact.nn.layers.flatten import Flatten
from fastact.nn.layers.normalization import BatchNormalization, LayerNormalization, RMSNormalization

__all__ = [
    "Activation",
    "BatchNormalization",
    "Dense",
    "Dropout",
    "Flatten",
    "Layer",
    "LayerNormalization",
    "RMSNormalization",
]
