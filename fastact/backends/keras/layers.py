"""The activations as layers, with their parameters: `layers.Swish(beta=1.5)`; they are saved and loaded with a model."""

import inspect
from typing import Any

import keras

from fastact.backends.keras.activations import ENTRIES, PACKAGE, Entry, parameters_page
from fastact.catalogue.names import of_class


class _Layer(keras.layers.Layer):
    """A layer of an activation, whose parameters are its attributes."""

    entry: Entry

    def __init__(self, *args: Any, **options: Any):
        names = [one.name for one in self.entry.parameters]
        given = {name: options.pop(name) for name in names if name in options}
        values = self.entry.values(*args, **given)
        super().__init__(**options)
        for name, value in zip(names, values):
            setattr(self, name, value)
        self.supports_masking = True
        self.built = True

    def call(self, inputs: Any) -> Any:
        return self.entry.compute(inputs, tuple(getattr(self, one.name) for one in self.entry.parameters))

    def compute_output_shape(self, input_shape: Any) -> Any:
        return input_shape

    def get_config(self) -> dict[str, Any]:
        return super().get_config() | {one.name: getattr(self, one.name) for one in self.entry.parameters}


def _made(entry: Entry) -> type:
    name = of_class(entry.name)
    options = inspect.Parameter("options", inspect.Parameter.VAR_KEYWORD)
    doc = f"`fastact.backends.keras.activations.{entry.name}` as a layer.\n\nParameters\n----------\n"
    doc += f"{parameters_page(entry.name)}**options\n    As of every layer: `name`, `dtype`, `trainable`.\n"
    own = {
        "entry": entry,
        "__doc__": doc,
        "__module__": __name__,
        "__signature__": inspect.Signature([*entry.parameters, options]),
    }
    return keras.saving.register_keras_serializable(PACKAGE)(type(name, (_Layer,), own))


_LAYERS = {of_class(name): _made(entry) for name, entry in ENTRIES.items()}
globals().update(_LAYERS)
__all__ = sorted(_LAYERS)
