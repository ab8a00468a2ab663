"""What the tests are parametrised by: the table's rows, the dtypes, and every ISA that the processor runs."""

from functools import lru_cache

import pytest

from fastact import _ufuncs

# the instruction sets whose bits are those of the one that runs
ALIKE = {"sse2"} if _ufuncs.isa_name == "sse2" else set(_ufuncs.isas) - {"sse2"}

NAMES = [row.name for row in _ufuncs.activations]
FORMULAS = {row.name: row.formula for row in _ufuncs.activations}
PARAMETERS = {row.name: row.parameters for row in _ufuncs.activations}


@lru_cache(maxsize=None)
def build(isa):
    return _ufuncs.build(isa)


@pytest.fixture(params=_ufuncs.isas)
def functions(request):
    """The functions of the table, by name, for each ISA."""
    return build(request.param)[1]


@pytest.fixture(params=_ufuncs.isas)
def reductions(request):
    """The gufuncs of softmax.py, by name, for each ISA."""
    return build(request.param)[2]
