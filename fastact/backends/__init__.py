"""Other libraries compute with fastact: a file for each of them, over `patch`, which switches them on and off.

Nothing here is imported before it is asked for, and no library before it is named.
"""

from importlib import import_module as _import_module

__all__ = ["autograd", "dask", "jax", "keras", "numba", "onnx", "patch", "scipy", "sklearn", "thinc", "torch"]


def __getattr__(name):
    if name in __all__:
        return _import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return __all__
