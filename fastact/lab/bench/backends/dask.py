"""Dask: arrays that are cut along their last axis, by fastact's softmax after a rechunk and without one, and by gelu of
SciPy's erf for each block and of fastact."""

import math
from functools import partial

import fastact
from fastact.lab.bench.backends.rows import Row, one


def cut(name, module, operands):
    """Of an array of Dask's in eight chunks: `module` is Dask's own, or fastact."""
    from dask.array import from_array

    (array,) = operands
    x = from_array(array, chunks=(array.shape[0], -(-array.shape[1] // 8)))
    if module is fastact:
        made = getattr(fastact, name)(x)
    elif name == "gelu":
        from scipy.special import erf

        half, root = x.dtype.type(0.5), x.dtype.type(math.sqrt(0.5))
        made = x.map_blocks(lambda block: half * block * (1 + erf(block * root)), dtype=x.dtype)
    else:
        made = getattr(fastact, name)(x.rechunk({1: -1}))
    return partial(made.compute, scheduler="sync")


ROWS = {
    f"dask.{name}": Row(
        "dask", "dask.array", partial(cut, name), one, ((64, 2**10), (64, 2**16)), of_fastact="fastact", form="in chunks"
    )
    for name in ("softmax", "log_softmax", "logsumexp", "gelu")
}
