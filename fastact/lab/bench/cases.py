"""What is timed: the cases of every regime."""

import math
from typing import NamedTuple

import numpy as np

import fastact as fa
from fastact._core import ufuncs
from fastact._core.dtypes import TYPES
from fastact.lab.bench import backends as others
from fastact.lab.bench import fused as fusion
from fastact.lab.bench import networks as nets
from fastact.lab.bench import small as few

ROWS = {row.name: row for row in ufuncs.activations}
SOFTMAX = ("softmax", "log_softmax")
NAMES = [*dict.fromkeys((*ROWS, *SOFTMAX, *fusion.ROWS, *few.ROWS, *nets.ROWS, *others.ROWS))]
OWN = {
    "small": [*ROWS, *few.ROWS],
    "softmax": SOFTMAX,
    "fused": fusion.ROWS,
    "networks": nets.ROWS,
    "backends": others.ROWS,
}  # names of regimes that do not go through the table
KINDS = ("", "_grad", "_backward", "_backward_from_output")
HALVES = [dtype.name for dtype in map(np.dtype, filter(None, TYPES)) if dtype.itemsize == 2]
IN_HALVES = ("relu", "sigmoid", "silu", "gelu", "tanh")  # timed in those types, too
BACKWARD = ("silu", "gelu")  # whose backward forms are timed beyond the caches
RENEWED = ("relu", "sigmoid", "silu", "gelu")  # whose new arrays have several sizes and types
SWEPT = ("relu", "sigmoid", "tanh", "gelu", "mish")  # by threads, where no names are given
TWO_MILLION = 2**21  # of the sizes that are swept
MOST = fa.get_num_threads()  # before any other library changes OpenMP's number


class Case(NamedTuple):
    """`form` is how the function is called."""

    regime: str
    name: str  # of the activation, or of the row of `fused.py`, `networks.py`, `small.py` or `backends.py`
    function: str
    dtype: str
    form: str
    shape: tuple
    threads: tuple

    @property
    def size(self):
        return math.prod(self.shape)

    @property
    def is_call(self):
        """Whether it is one of `small.py`."""
        return self.regime == "small" and self.name not in ROWS


def cache(name, threads, most):
    for dtype, size in (("float32", 2**16), ("float64", 2**15)):
        for kind in KINDS:
            if f"{name}{kind}" in ufuncs.functions:
                yield Case("cache", name, f"{name}{kind}", dtype, "out", (min(size, most),), (1,))
    for dtype in HALVES if name in IN_HALVES else ():
        yield Case("cache", name, name, dtype, "out", (min(2**16, most),), (1,))


def memory(name, threads, most):
    shape = (min(2**25, most),)
    for form in ("out", "in place"):
        yield Case("memory", name, name, "float32", form, shape, threads[-1:])
    if name in BACKWARD:
        yield Case("memory", name, f"{name}_backward", "float32", "out", shape, threads[-1:])


def fresh(name, threads, most):
    for dtype, size in (("float32", 2**24), *((("float32", 2**22), ("float64", 2**22)) if name in RENEWED else ())):
        yield Case("fresh", name, name, dtype, "new", (min(size, most),), threads[-1:])


def small(name, threads, most):
    if name not in ROWS:
        for form, (shape, _) in few.ROWS[name].items():
            yield Case("small", name, name, "float32", form, fusion.fitted(shape, most), (1,))
        return
    defaults = ROWS[name].parameters.values()
    for form in ["new"] * (None not in defaults) + ["explicit"] * bool(defaults):
        for size in (1, 10, 100, 1000):
            yield Case("small", name, name, "float32", form, (min(size, most),), (1,))


def softmax(name, threads, most):
    for dtype, total in (("float32", 2**16), ("float64", 2**15)):
        for length in (10, 64, 1000, 32000):
            shape = max(1, min(total, most) // length), min(length, most)
            yield Case("softmax", name, name, dtype, "last axis", shape, (1,))
            yield Case("softmax", name, name, dtype, "first axis", shape[::-1], (1,))


def threads(name, threads, most):
    sizes = np.append(np.geomspace(1, min(10**7, most), 29).astype(int), min(TWO_MILLION, most))
    for size in np.unique(sizes).tolist():
        yield Case("threads", name, name, "float32", "out", (size,), threads)


def fused(name, threads, most):
    row = fusion.ROWS[name]
    for shape, where in row.cases:
        count = threads[:1] if where == fusion.ONE else threads[-1:]
        form = ", ".join(filter(None, [row.call, where]))
        yield Case("fused", name, name, "float32", form, fusion.fitted(shape, most), count)


def networks(name, threads, most):
    row = nets.ROWS[name]
    for shape in row.shapes:
        for form, on_all in nets.forms(row):
            yield Case("networks", name, name, "float32", form, fusion.fitted(shape, most), threads[-1:] if on_all else (1,))


def backends(name, threads, most):
    row = others.ROWS[name]
    form = row.form if row.of_fastact else "patched"
    for dtype in row.dtypes:
        for shape in row.shapes:
            yield Case("backends", name, name, dtype, form, fusion.fitted(shape, most), (1,))


REGIMES = {
    function.__name__: function for function in (cache, memory, fresh, small, softmax, threads, fused, networks, backends)
}


def counts():
    """1, 2, 4 ... and all threads."""
    return (*(2**k for k in range(MOST.bit_length()) if 2**k < MOST), MOST)


def cases(names=(), regimes=(), most=2**25):
    """The cases of the named activations, of at most so many elements; no names or regimes are all of them."""
    for regime in dict.fromkeys(regimes or REGIMES):
        own = OWN.get(regime, ROWS)
        usual = SWEPT if regime == "threads" else own
        for name in [name for name in own if name in names] if names else usual:
            yield from dict.fromkeys(REGIMES[regime](name, counts(), most))
