"""What Numba may compile: functions of the C interface, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from fastact import capi
from fastact._core.c_api import KINDS
from fastact._core.ufuncs import built
from fastact.catalogue.activations import function as public

ALONG_AXIS = (
    "softmax", "softmax_backward", "log_softmax", "log_softmax_backward", "logsumexp", "sparsemax", "sparsemax_backward",
    "entmax15", "entmax15_backward",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Served:
    """A function with its place in the C interface, and the names of its operands and results.  `parameters` follow the
    operands, with their defaults; None must be given.  `conditions` of them are name, relation and name or number.
    `resolve` gives the dtypes that NumPy computes inputs and results in, of those of the inputs and None for each result."""

    name: str
    place: int
    operands: tuple[str, ...]
    outputs: tuple[str, ...]
    resolve: Callable
    parameters: dict[str, float | None]
    conditions: tuple[tuple[str, ...], ...] = ()
    along_axis: bool = False
    keeps_axis: bool = True

    @property
    def inputs(self):
        return (*self.operands, *self.parameters)

    def __str__(self):
        return f"fastact.{self.name}"


@cache
def functions():
    """The names of all that is served, and the functions."""
    names = [name for name in capi.names() if name in ALONG_AXIS or not any(capi.entry(name).along)]
    return tuple((name, public(name)) for name in names)


@cache
def table():
    """All that is served, by name."""
    places = {name: place for place, name in enumerate(capi.names())}
    made = {}
    for row in (*built.activations, *built.gates, *built.losses):
        for kind in KINDS:
            if (name := row.name + kind) in places:
                made[name] = _of_row(row, name, kind, places[name])
    for name in ALONG_AXIS:
        told, ufunc = capi.entry(name), built.reductions[name].plain.ufunc
        made[name] = Served(name, places[name], told.inputs, told.outputs, ufunc.resolve_dtypes, {}, (), True, all(told.along))
    return made


def _of_row(row, name, kind, place):
    told = capi.entry(name)
    operands = told.inputs[: len(told.inputs) - len(row.parameters)]
    conditions = row.from_output.conditions if kind.endswith("_from_output") else row.conditions
    resolve = _as_logits if row in built.losses else public(name).resolve_dtypes
    split = tuple(tuple(text.split()) for text in conditions)
    return Served(name, place, operands, told.outputs, resolve, row.parameters, split)


def _as_logits(dtypes):
    """Losses are computed in the type of the logits, which come first, in float32 at least."""
    found = np.exp.resolve_dtypes((dtypes[0], None))[0]
    return [np.promote_types(found, np.float32)] * len(dtypes)
