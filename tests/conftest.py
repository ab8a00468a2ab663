"""What the tests are parametrised by: the table's rows, the dtypes, and every ISA that the processor runs."""

import os
from functools import cache

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded: threads that wait take the time of other tests

import pytest
from numpy._core.multiarray import get_handler_name

import fastact as fa
from fastact._core import ufuncs
from fastact._core.loops import parallel

collect_ignore = ["wheel"]  # for an installed wheel, outside of this tree

# the instruction sets whose bits are those of the one that runs
ALIKE = {"sse2"} if ufuncs.isa_name == "sse2" else set(ufuncs.isas) - {"sse2"}

NAMES = [row.name for row in ufuncs.activations]
FORMULAS = {row.name: row.formula for row in ufuncs.activations}
PARAMETERS = {row.name: row.parameters for row in ufuncs.activations}


@cache
def build(isa):
    return ufuncs.build(isa)


def gufuncs(isa):
    """What goes along an axis, by the names of the gufuncs."""
    both = [one for along in build(isa).reductions.values() for one in (along.plain, along.with_options)]
    return {gufunc.ufunc.__name__: gufunc.ufunc for gufunc in both if gufunc is not None}


@pytest.fixture(params=ufuncs.isas)
def functions(request):
    """The functions of the table, by name, for each ISA."""
    return build(request.param).functions


@pytest.fixture(params=ufuncs.isas)
def reductions(request):
    """What goes along an axis, by the names of the gufuncs, for each ISA."""
    return gufuncs(request.param)


@pytest.fixture
def without_pool():
    """The test begins and ends with NumPy's own memory."""
    fa.disable_pool()
    assert get_handler_name() == "default_allocator"
    yield
    fa.disable_pool()
    assert get_handler_name() == "default_allocator"


@pytest.fixture
def nothing_asked():
    """Neither this process nor this thread has chosen a number of threads; what the test asks for ends with it."""
    before, asked = parallel.thread_request(), parallel.process_request()
    parallel.set_thread_request(0, 0)
    parallel.set_process_request(0, 0)
    yield
    parallel.set_thread_request(*before)
    parallel.set_process_request(asked, parallel.openmp_limit())
