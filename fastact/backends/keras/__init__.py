"""Keras computes with fastact: `fastact.patch("keras")` switches what its backend has, by `overrides`; `activations` and
`layers` have what fastact has, for any backend, and are saved and loaded with a model."""

from fastact.backends.keras import activations, layers
from fastact.backends.keras.overrides import LIBRARY

__all__ = ["LIBRARY", "activations", "layers"]
