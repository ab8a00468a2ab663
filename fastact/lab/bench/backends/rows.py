"""The row of a function of another library, and operands and calls that rows of several libraries have."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

SIZES = (64, 4096, 2**16, 2**22)  # elements
VECTORS = tuple((size,) for size in SIZES)
MATRICES = tuple((size // 64, 64) for size in SIZES)


class Row(NamedTuple):
    """`make(module, operands)` is a call without arguments, of operands that `draw(rng, shape, dtype)` gives.  The module of
    fastact is that of the library, patched, unless the row names one."""

    library: str
    module: str
    make: Callable
    draw: Callable
    shapes: tuple
    dtypes: tuple = ("float32", "float64")
    of_fastact: str | None = None
    form: str = "compiled"  # of a row that names one


# ---- operands ----------------------------------------------------------------------------------------------------------------


def normal(rng, shape, dtype):
    return rng.standard_normal(shape).astype(dtype)


def one(rng, shape, dtype):
    return [normal(rng, shape, dtype)]


def two(rng, shape, dtype):
    return [normal(rng, shape, dtype), normal(rng, shape, dtype)]


def logits_and_classes(rng, shape, dtype):
    return [normal(rng, shape, dtype), rng.integers(shape[1], size=shape[0])]


# ---- calls -------------------------------------------------------------------------------------------------------------------


def function(name, module, operands, **given):
    return partial(getattr(module, name), *operands, **given)
