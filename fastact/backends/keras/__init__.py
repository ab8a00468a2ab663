"""Keras computes with fastact: `fastact.patch("keras")` switches what its backend has, by `overrides`; `activations` and
`layers` have what fastact has, for any backend, and are saved and loaded with a model."""

try:
    import keras as _keras  # noqa: F401
except ModuleNotFoundError as error:
    if error.name == "keras":
        raise
    told = f"the backend that Keras would use needs {error.name}, which is not installed"
    raise ImportError(f"{told}: set KERAS_BACKEND to numpy, torch or jax before Keras is imported", name="keras") from error

from fastact.backends.keras import activations, layers
from fastact.backends.keras.overrides import LIBRARY

__all__ = ["LIBRARY", "activations", "layers"]
