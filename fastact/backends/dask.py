"""`dask.array.ufunc`, where Dask looks for a ufunc of two results that meets its arrays: `gelu_with_grad`, `swiglu_backward`.

Ufuncs of one result, and functions that are no ufuncs, know Dask's arrays by themselves.
"""

from functools import partial
from importlib import import_module

from fastact._core import ufuncs
from fastact.backends.patch import Library


class Lazy:
    """A ufunc of two results, of blocks when its results are asked for."""

    def __init__(self, ufunc):
        self.ufunc, self.calls = ufunc, 0

    def __call__(self, *operands, **options):
        if options:
            raise TypeError(f"{self.ufunc.__name__}() takes no {', '.join(options)} for Dask arrays")
        self.calls += 1
        array = import_module("dask.array")
        numbers = {k: one for k, one in enumerate(operands) if isinstance(one, (int, float))}  # of no type of their own
        arrays = [array.asanyarray(one) for k, one in enumerate(operands) if k not in numbers]
        ndim = max(one.ndim for one in arrays)
        _, arrays = array.core.unify_chunks(*(two for one in arrays for two in (one, range(ndim - one.ndim, ndim))))
        of_arrays = iter(arrays)
        kinds = [type(one) if k in numbers else next(of_arrays).dtype for k, one in enumerate(operands)]
        kinds = self.ufunc.resolve_dtypes((*kinds, None, None))[-2:]
        signature = f"{','.join(['()'] * len(arrays))}->(),()"
        function = partial(of_blocks, self.ufunc, numbers, len(operands))
        return array.apply_gufunc(function, signature, *arrays, output_dtypes=kinds)


def of_blocks(ufunc, numbers, count, *blocks):
    blocks = iter(blocks)
    return ufunc(*(numbers[k] if k in numbers else next(blocks) for k in range(count)))


class Row:
    """A new name of `dask.array.ufunc`: nothing is swapped, and no call passed on."""

    swapped = None

    def __init__(self, ufunc):
        self.passed = {}
        self.name, self.lazy = f"dask.array.ufunc.{ufunc.__name__}", Lazy(ufunc)

    def prepare(self):
        self.module = import_module("dask.array.ufunc")

    def switch(self, on):
        name = self.lazy.ufunc.__name__
        if on:
            self.lazy.calls = 0
            setattr(self.module, name, self.lazy)
        elif vars(self.module).get(name) is self.lazy:
            delattr(self.module, name)

    @property
    def served(self):
        return self.lazy.calls

    def places(self, found):
        return (self.name,)


def rows():
    return [Row(ufunc) for ufunc in ufuncs.BY_NAME.values() if ufunc.nout == 2 and ufunc.signature is None]


LIBRARY = Library("dask", "dask", ("2026.8", "2026.9"), rows)
