"""Calls of every public function that computes, with operands of any type, size and layout: what runs where there is little."""

import inspect
from functools import cache

import numpy as np

from fastact import special
from fastact._core.table_functions import FUNCTIONS as OF_TABLES
from fastact.catalogue.public import FUNCTIONS

SMALL, LARGE = (6, 8), (64, 640)  # the second is worth threads
DTYPES = ["f2", "f4", "f8"]
LAYOUTS = {
    "contiguous": np.ascontiguousarray,
    "turned": np.asfortranarray,
    "strided": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
}
COMPUTES = {**OF_TABLES, **FUNCTIONS, **{f"special.{name}": getattr(special, name) for name in special.__all__}}


@cache
def floats(dtype, shape, layout):
    made = LAYOUTS[layout](np.random.default_rng(0).uniform(0.01, 0.99, shape).astype(dtype))
    made.flags.writeable = False
    return made


class Operands:
    """Of a function, by the names of its parameters, for a shape of two axes, one of which it goes along."""

    def __init__(self, dtype, shape, layout):
        self.dtype, self.shape, self.layout = dtype, shape, layout

    def floats(self, shape):
        return floats(self.dtype, shape, self.layout)

    def with_length(self, axis, length):
        """The shape with another length of an axis; None: without the axis."""
        shape = list(self.shape)
        shape[axis : axis + 1 or None] = [] if length is None else [length]
        return tuple(shape)

    def required(self, name, parameter, axis):
        n = self.shape[axis]
        length = {"logsumexp_backward": None, "crelu_backward": 2 * n, "maxout_backward": n // 2}
        if name.endswith("_packed_backward"):
            length[name] = n // 2
        if parameter == "dy" or (parameter == "y" and name == "logsumexp_backward"):
            return self.floats(self.with_length(axis, length.get(name, n)))
        if parameter == "targets" and name.startswith("softmax_"):
            return np.arange(self.shape[1 - axis]) % n
        made = {
            "name": lambda: "gelu",
            "bias": lambda: self.floats((n,)),
            "pieces": lambda: 2,
            "index": lambda: np.arange(self.shape[1 - axis] * n // 2).reshape(self.with_length(axis, n // 2)) % 2,
            "lengths": lambda: np.array([2, 0, n - 2]),
            "chunks": lambda: np.split(self.floats(self.shape), 2, axis),
            "parts": lambda: [FUNCTIONS["softmax_partial"](self.floats(self.shape), axis)],
            "rng": lambda: np.random.default_rng(0),
            "t_left": lambda: -0.5,
        }
        return made.get(parameter, lambda: self.floats(self.shape))()

    def optional(self, name, parameters, axis):
        """What a reduction may be told of its elements, as far as it has such parameters."""
        there = {
            "where": np.arange(self.shape[0] * self.shape[1]).reshape(self.shape) % 3 > 0,
            "temperature": 0.5,
            "label_smoothing": 0.1,
            "interleaved": True,
            "sink": self.floats(self.with_length(axis, None)),
        }
        if isinstance(COMPUTES[name], np.ufunc) or name in OF_TABLES:  # a ufunc's where= needs an out=
            return {}
        return {key: value for key, value in there.items() if key in parameters}


def calls(function_name, dtype, shape, layout):
    """Pairs of what a call is, as text, and the call."""
    function, operands = COMPUTES[function_name], Operands(dtype, shape, layout)
    parameters = inspect.signature(function).parameters
    for axis in (0, 1) if "axis" in parameters else (1,):
        positional, named = [], {}
        for key, parameter in parameters.items():
            if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD:
                value = operands.required(function_name, key, axis)
                if parameter.kind is parameter.KEYWORD_ONLY:
                    named[key] = value
                else:
                    positional.append(value)
        if "axis" in parameters:
            named["axis"] = axis
        options = operands.optional(function_name, parameters, axis)
        for more in [{}, options] if options else [{}]:
            label = f"{function_name} of {dtype}, {shape}, {layout}, axis {axis}, {sorted(more)}"
            yield label, lambda more=more, positional=positional, named=named: function(*positional, **named, **more)


def every_call(shapes=(SMALL, LARGE), dtypes=DTYPES, layouts=LAYOUTS):
    for name in COMPUTES:
        for shape in shapes:
            for dtype in dtypes:
                for layout in layouts:
                    yield from calls(name, dtype, shape, layout)
