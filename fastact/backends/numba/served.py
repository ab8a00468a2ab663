"""What Numba may compile: functions of the C interface, as data."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fastact import capi
from fastact._core.ufuncs import built
from fastact.catalogue.activations import function as public

KINDS = "", "_grad", "_backward", "_with_grad", "_grad_from_output", "_backward_from_output"
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
    function: Callable
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

    @property
    def __name__(self):  # for Numba's messages
        return str(self)

    def __str__(self):
        return f"fastact.{self.name}"


def served():
    """All of them, elementwise ones first."""
    places = {name: place for place, name in enumerate(capi.names())}
    for row in (*built.activations, *built.gates, *built.losses):
        for kind in KINDS:
            if (name := row.name + kind) in places:
                yield _of_row(row, name, kind, places[name])
    for name in ALONG_AXIS:
        told, ufunc = capi.entry(name), built.reductions[name].plain.ufunc
        keeps_axis = all(told.along)
        yield Served(
            name, public(name), places[name], told.inputs, told.outputs, ufunc.resolve_dtypes, {}, (), True, keeps_axis
        )


def _of_row(row, name, kind, place):
    told, function = capi.entry(name), public(name)
    operands = told.inputs[: len(told.inputs) - len(row.parameters)]
    conditions = row.from_output.conditions if kind.endswith("_from_output") else row.conditions
    resolve = _as_logits if row in built.losses else function.resolve_dtypes
    split = tuple(tuple(text.split()) for text in conditions)
    return Served(name, function, place, operands, told.outputs, resolve, row.parameters, split)


def _as_logits(dtypes):
    """Losses are computed in the type of the logits, which come first, in float32 at least."""
    found = np.exp.resolve_dtypes((dtypes[0], None))[0]
    return [np.promote_types(found, np.float32)] * len(dtypes)
