"""What all translators share: the layers that modules become, one after another, and all that has no counterpart."""

import re

import numpy as np

from fastact._core.ufuncs import built
from fastact.nn.exchange.weights import plain
from fastact.nn.layers import Activation, Dense, Flatten

DEFAULTS = {row.name: row.parameters for row in built.activations}


class Refused(ValueError):
    """Why a module has no counterpart."""


class Part:
    """A layer, its arrays by the names that they have there, and whether these stay as they are in training.

    `shape` is that of a row that comes in, as far as it is known: None, or (None,) for one axis of some length."""

    def __init__(self, layer, arrays=None, fixed=False):
        self.layer, self.fixed, self.shape = layer, fixed, None
        self.arrays = {name: array for name, array in (arrays or {}).items() if array is not None}


class Translation:
    """Modules on their way to layers.  `shape` is that of the rows that come next, as of a Part; `dtype` that of all arrays;
    `hint` what may help where shapes do not fit."""

    def __init__(self, shape, dtype, hint=""):
        self.input_shape = self.shape = shape
        self.dtype, self.hint, self.parts, self.refusals = dtype, hint, [], []

    def add(self, place, module, translate):
        """Translates a module that stands at a place; False where that is refused."""
        try:
            for part in translate(module, self):
                part.shape, self.shape = self.shape, behind(part.layer, self.shape)
                self.parts.append(part)
        except (TypeError, ValueError) as error:  # Refused, or of a layer or an activation that such arguments do not suit
            self.refuse(place, module, error)
            return False
        return True

    def refuse(self, place, module, reason):
        self.refusals.append(f"{place}, {shown(module)}: {reason}")

    def array(self, given):
        """A copy of an array of the other framework's, in the type of the network."""
        return None if given is None else np.array(plain("a weight", given), self.dtype)

    def needs(self, size):
        """Refuses rows that do not end in a size."""
        if self.shape[len(self.shape) - len(size) :] != tuple(size):
            raise self.unfit(f"it takes rows that end in {tuple(size)}")

    def unfit(self, what):
        """The refusal of a module for which rows have a wrong shape."""
        return Refused(f"{what}, but here rows are of the shape {self.shape}{self.hint}")

    def network(self, network, words):
        """The network, built where the shape of its rows is known; a ValueError names all that was refused."""
        if self.refusals:
            raise ValueError(f"{words} cannot translate {'; '.join(self.refusals)}")
        parts = merged(self.parts) or [Part(Activation("identity"))]
        made = network([part.layer for part in parts], dtype=self.dtype)
        for part in parts:
            if part.arrays:
                part.layer.build(part.shape, None, self.dtype)
            for name, array in part.arrays.items():
                getattr(part.layer, name)[...] = array
            if part.fixed:
                part.layer.learning_rate_factor = 0.0
        if self.input_shape is not None:
            made.build(self.input_shape, self.dtype)
        return made


def behind(layer, shape):
    """The shape of a row that goes out of a layer, as far as it is known."""
    if isinstance(layer, Flatten) and (shape is None or None in shape):
        return (None,)
    return shape if shape is None or None in shape else layer.shape_of(shape)


def merged(parts):
    """Parts, where a dense layer has the activation that follows it."""
    found = []
    for part in parts:
        before = found[-1].layer if found else None
        if type(before) is Dense and before.activation is None and type(part.layer) is Activation and of_columns(part):
            activation = part.layer if part.layer.options else part.layer.name
            found[-1].layer = Dense(part.layer.core.units(before.units), activation, before.use_bias)
        else:
            found.append(part)
    return found


def of_columns(part):
    """Whether a dense layer can have this activation: it works along the last axis, so no parameter may lie along others."""
    return len(part.shape) == 1 or all(np.ndim(value) == 0 for value in part.layer.options.values())


def activation(name, **options):
    """The part that is an activation, without those of its parameters that are the defaults, as a list of one."""
    defaults = DEFAULTS.get(name, {})
    options = {key: value if np.ndim(value) else float(value) for key, value in options.items()}
    told = {key: value for key, value in options.items() if np.ndim(value) or value != defaults[key]}
    return [Part(Activation(name, **told))]


def shown(module):
    """A module's own words, in one line that is not too long."""
    words = re.sub(r"\s+", " ", repr(module))
    return words if len(words) <= 100 else f"{words[:97]}..."
