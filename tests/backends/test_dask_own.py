"""Dask's own tests of ufuncs, over fastact's: they are put where those tests look for NumPy's and Dask's."""

import numpy as np
import pytest

import fastact as fa

dask_array = pytest.importorskip("dask.array")
own = pytest.importorskip("dask.array.tests.test_ufunc")

UFUNCS = {name: value for name in fa.__all__ if isinstance(value := getattr(fa, name), np.ufunc) and value.nout == 1}
UNARY = [name for name, ufunc in UFUNCS.items() if ufunc.nin == 1]
BINARY = [name for name, ufunc in UFUNCS.items() if ufunc.nin == 2]


@pytest.fixture
def placed(request, monkeypatch):
    name = request.getfixturevalue("name")
    for module in (np, dask_array):
        monkeypatch.setattr(module, name, UFUNCS[name], raising=False)


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize("name", UNARY)
def test_of_one_operand(name):
    own.test_unary_ufunc(pytest.xfail, name)


@pytest.mark.usefixtures("placed")
@pytest.mark.parametrize("name", BINARY)
def test_of_two_operands(name):
    own.test_binary_ufunc(name)


def test_all_ufuncs_are_tested():
    assert len(UNARY) > 80 and len(BINARY) > 50
