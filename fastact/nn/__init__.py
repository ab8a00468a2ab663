"""Networks on NumPy arrays: optimisers, schedules of their rates, and a step of each in place."""

from fastact.nn import optimizers, schedules
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
    "adadelta_",
    "adagrad_",
    "adam_",
    "adamw_",
    "amsgrad_",
    "lion_",
    "nadam_",
    "optimizers",
    "rmsprop_",
    "rmsprop_centered_",
    "rmsprop_centered_momentum_",
    "rmsprop_momentum_",
    "schedules",
    "sgd_",
    "sgd_momentum_",
    "sgd_nesterov_",
]
