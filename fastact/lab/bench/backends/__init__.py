"""What other libraries gain when they compute with fastact: the regime `backends` of `bench`.  A library is a file of this
folder, with its `ROWS`.

A row is a function of a library that `fastact.patch` replaces, or a whole fit: its contenders are the library as it is, and
`fastact`, the same call with the library patched, or, where nothing is patched, a call that does the same by fastact.  On one
thread.
"""

from contextlib import ExitStack
from importlib import import_module

from fastact.backends.patch import patched
from fastact.lab import peers

OWNERS = {  # a file of this folder, and how `peers` calls the library
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "torch": "PyTorch",
    "numba": "Numba",
    "dask": "Dask",
    "onnx": "ONNX",
    "autograd": "autograd",
    "thinc": "Thinc",
    "jax": "JAX",
    "keras": "Keras",
}
FILES = {owner: import_module(f"{__name__}.{library}") for library, owner in OWNERS.items() if owner in peers.LIBRARIES}
ROWS = {name: row for file in FILES.values() for name, row in file.ROWS.items()}
LEFT_OUT = {owner: why for owner, file in FILES.items() if (why := getattr(file, "LEFT_OUT", None))}  # which has no rows now


def contenders(name, libraries):
    """The library with fastact, and as it is."""
    owner = OWNERS[ROWS[name].library]
    return ["fastact", *[one for one in libraries if one == owner]]


def surroundings(name, contender):
    """In which a call runs: patched, or nothing."""
    return [patched(ROWS[name].library)] if contender == "fastact" and ROWS[name].of_fastact is None else []


def prepared(name, contender, operands):
    """A call without arguments, of operands of its own where it writes into them; it runs in its surroundings."""
    row = ROWS[name]
    of_fastact = contender == "fastact" and row.of_fastact
    module, operands = import_module(of_fastact or row.module), [operand.copy() for operand in operands]
    with ExitStack() as around:
        for one in surroundings(name, contender):
            around.enter_context(one)
        return row.make(module, operands)
