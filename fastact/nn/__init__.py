"""Networks on NumPy: layers, initialisation, normalisation, optimisers.

A network is a list of layers, each with an explicit forward and backward form; there is no graph and no tape.
"""

from fastact.nn import init, optimizers, schedules
from fastact.nn.layers import (
    Activation,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    Layer,
    LayerNormalization,
    RMSNormalization,
)
from fastact.nn.network import Network
from fastact.nn.normalization.functions import (
    batch_norm,
    batch_norm_backward,
    layer_norm,
    layer_norm_backward,
    rms_norm,
    rms_norm_backward,
)
from fastact.nn.training.early_stopping import EarlyStopping
from fastact.nn.updates import (
    adadelta_,
    adagrad_,
    adam_,
    adamw_,
    amsgrad_,
    lion_,
    nadam_,
    rmsprop_,
    rmsprop_centered_,
    rmsprop_centered_momentum_,
    rmsprop_momentum_,
    sgd_,
    sgd_momentum_,
    sgd_nesterov_,
)

__all__ = [
    "Activation",
    "BatchNormalization",
    "Dense",
    "Dropout",
    "EarlyStopping",
    "Flatten",
    "Layer",
    "LayerNormalization",
    "Network",
    "RMSNormalization",
    "adadelta_",
    "adagrad_",
    "adam_",
    "adamw_",
    "amsgrad_",
    "batch_norm",
    "batch_norm_backward",
    "init",
    "layer_norm",
    "layer_norm_backward",
    "lion_",
    "nadam_",
    "optimizers",
    "rms_norm",
    "rms_norm_backward",
    "rmsprop_",
    "rmsprop_centered_",
    "rmsprop_centered_momentum_",
    "rmsprop_momentum_",
    "schedules",
    "sgd_",
    "sgd_momentum_",
    "sgd_nesterov_",
]
