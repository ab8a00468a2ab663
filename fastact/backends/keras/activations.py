"""What fastact has as activations of Keras: `keras.layers.Dense(8, activation=activations.serf)`.

They are functions of one tensor, under fastact's names.  With the NumPy backend fastact computes them, with PyTorch
`fastact.backends.torch.functional`, with JAX what `fastact.backends.jax` has of them.  What these do not take, such as tensors
of other devices, and all in other backends, is computed over `keras.ops`.  A model that uses them is loaded where this module
has been imported.
"""

import inspect
from collections.abc import Callable
from functools import cache
from importlib import import_module
from numbers import Integral, Real
from typing import Any

import keras
from keras import ops

from fastact._core import docstrings
from fastact._core.table_rows import Row, checker
from fastact._core.ufuncs import built
from fastact.backends.keras import formulas
from fastact.catalogue.activations import function as fastact_function

PACKAGE = "fastact"  # of the names by which Keras saves them: "fastact>serf"

# ---- functions of a backend --------------------------------------------------------------------------------------------------


def _with_numpy(name: str, x: Any, values: tuple[Any, ...]) -> Any:
    return fastact_function(name)(x, *values)


def _with_torch(name: str, x: Any, values: tuple[Any, ...]) -> Any:
    functional, served = _of_torch()
    return getattr(functional, name)(x, *values) if served(x) else NotImplemented


def _with_jax(name: str, x: Any, values: tuple[Any, ...]) -> Any:
    function = _of_jax(name)
    return NotImplemented if function is None else function(x, *values)


@cache
def _of_torch() -> tuple[Any, Callable[..., bool]]:
    return import_module("fastact.backends.torch.functional"), import_module("fastact.backends.torch.elementwise").served


@cache
def _of_jax(name: str) -> Callable[..., Any] | None:
    """None where JAX computes on another device, or is of a version that fastact is not tested with."""
    if import_module("jax").default_backend() != "cpu":
        return None
    try:
        return getattr(import_module("fastact.backends.jax"), name, None)
    except ImportError:
        return None


_BACKENDS = {"numpy": _with_numpy, "torch": _with_torch, "jax": _with_jax}
_with_backend = _BACKENDS.get(keras.config.backend(), lambda name, x, values: NotImplemented)


# ---- an activation -----------------------------------------------------------------------------------------------------------


class Entry:
    """An activation: its parameters, which are numbers, or an axis, with their defaults or `inspect.Parameter.empty`; what
    they must fulfil; and how it is computed over `keras.ops`."""

    def __init__(self, name: str, defaults: dict[str, Any], check: Callable[..., None] | None, composed: Callable[..., Any]):
        self.name, self.check, self.composed = name, check, composed
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        self.parameters = [inspect.Parameter(one, kind, default=default) for one, default in defaults.items()]
        self.signature = inspect.Signature(self.parameters)

    def values(self, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
        """The values of the parameters, checked."""
        try:
            given = self.signature.bind(*args, **kwargs)
        except TypeError as error:
            raise TypeError(f"{self.name}(): {error}") from None
        given.apply_defaults()
        values = tuple(self._value(name, value) for name, value in given.arguments.items())
        if self.check is not None:
            self.check(*values)
        return values

    def _value(self, name: str, value: Any) -> Any:
        kind, of, told = (int, Integral, "an integer") if name == "axis" else (float, Real, "a real number")
        if not isinstance(value, of):
            raise TypeError(f"{self.name}(): {name} must be {told}, not {type(value).__name__}")
        return kind(value)

    def compute(self, x: Any, values: tuple[Any, ...]) -> Any:
        """Of what `keras.ops.convert_to_tensor` takes; integers and bool are computed in Keras' `floatx`."""
        if not ops.is_tensor(x):
            x = ops.convert_to_tensor(x)
        dtype = keras.backend.standardize_dtype(x.dtype)
        computed = computed_dtype(self.name, dtype)
        if computed != dtype:
            x = ops.cast(x, computed)
        y = _with_backend(self.name, x, values)
        return self.composed(x, *values) if y is NotImplemented else y


def computed_dtype(name: str, dtype: str) -> str:
    if dtype in ("float16", "bfloat16", "float32", "float64"):
        return dtype
    if dtype == "bool" or "int" in dtype:
        return keras.config.floatx()
    raise TypeError(f"{name}(): x must be a tensor of real numbers, but has the dtype {dtype}")


def _of_row(row: Row) -> Entry:
    def composed(x: Any, *values: float) -> Any:
        return formulas.composed(row, x, values)

    defaults = {name: inspect.Parameter.empty if default is None else default for name, default in row.parameters.items()}
    return Entry(row.name, defaults, checker(row) if row.conditions else None, composed)


_OF_TENSORS = ("prelu",)  # which has slopes that are learned: `keras.layers.PReLU`
_ROWS = {row.name: row for row in built.activations if row.name not in _OF_TENSORS}
_ALONG = {"softmin": formulas.softmin, "sparsemax": formulas.sparsemax, "entmax15": formulas.entmax15}
ENTRIES = {name: _of_row(row) for name, row in _ROWS.items()}
ENTRIES |= {name: Entry(name, {"axis": -1}, None, composed) for name, composed in _ALONG.items()}


@keras.saving.register_keras_serializable(PACKAGE)
class Function(keras.Operation):
    """An activation as a node of a functional model."""

    def __init__(self, function: str, values: Any = (), name: str | None = None):
        super().__init__(name=name)
        if function not in ENTRIES:
            raise ValueError(f"{function!r} is no activation of fastact")
        self.entry = ENTRIES[function]
        self.values = self.entry.values(*values)

    def call(self, x: Any) -> Any:
        return self.entry.compute(x, self.values)

    def compute_output_spec(self, x: Any) -> Any:
        dtype = computed_dtype(self.entry.name, keras.backend.standardize_dtype(x.dtype))
        return keras.KerasTensor(x.shape, dtype=dtype)

    def get_config(self) -> dict[str, Any]:
        return {"function": self.entry.name, "values": list(self.values), "name": self.name}


# ---- functions ---------------------------------------------------------------------------------------------------------------

_PAGE = """{about}

{formula}Parameters
----------
x : tensor
    Or what Keras makes one of, and of functional models a KerasTensor; integers and bool are computed in `floatx`.
{parameters}
Returns
-------
tensor
    Of the shape of `x`, and of its dtype if that is a floating-point one.

Raises
------
{raised}
See Also
--------
fastact.{name} : the same of arrays, with its error bounds, limits and source.

Examples
--------
>>> import keras
>>> from fastact.backends import keras as fk
>>> {example}
"""


def parameters_page(name: str) -> str:
    """The parameters of an activation, as a docstring has them."""
    if name not in _ROWS:
        return "axis : int, default -1\n    Along which the numbers of a row lie.\n"
    told = ""
    for parameter, default in _ROWS[name].parameters.items():
        kind = "float" if default is None else f"float, default {default:.5g}"
        told += f"{parameter} : {kind}\n    {docstrings.meaning(_ROWS[name], parameter)}\n"
    return told


def _page(name: str) -> str:
    row = _ROWS.get(name)
    about = row.about if row else inspect.getdoc(fastact_function(name)).partition("\n")[0]
    raised = "TypeError\n    If the dtype of `x` is another, or a parameter is no number.\n"
    if row and row.conditions:
        raised += f"ValueError\n    If parameters do not fulfil {' and '.join(row.conditions)}.\n"
    numbers = [f"{one.name}={0.5 + k}" for k, one in enumerate(ENTRIES[name].parameters) if one.default is one.empty]
    called = f"fk.activations.{name}"
    return _PAGE.format(
        about=about,
        formula=f"``{row.formula}``\n\n" if row else "",
        parameters=parameters_page(name),
        raised=raised,
        name=name,
        example=f"y = {called}(x, {', '.join(numbers)})" if numbers else f"layer = keras.layers.Dense(8, activation={called})",
    )


def _public(entry: Entry) -> Callable[..., Any]:
    def activation(x: Any, *args: Any, **kwargs: Any) -> Any:
        values = entry.values(*args, **kwargs) if entry.parameters or args or kwargs else ()
        if isinstance(x, keras.KerasTensor):
            return Function(entry.name, values)(x)
        return entry.compute(x, values)

    first = inspect.Parameter("x", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    activation.__name__ = activation.__qualname__ = entry.name
    activation.__doc__, activation.__signature__ = _page(entry.name), inspect.Signature([first, *entry.parameters])
    return keras.saving.register_keras_serializable(PACKAGE)(activation)


_PUBLIC = {name: _public(entry) for name, entry in ENTRIES.items()}
globals().update(_PUBLIC)
__all__ = sorted(_PUBLIC)
