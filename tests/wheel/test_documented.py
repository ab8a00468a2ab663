"""Every public name of the wheel: a docstring whose examples run, and a pickle that comes back as the very object."""

import doctest
import inspect
import pickle

import numpy as np
import pytest
from installed import PUBLIC

import fastact as fa
from fastact._core import ufuncs


def test_every_public_name_is_there():
    assert len(set(fa.__all__)) == len(fa.__all__) and set(dir(fa)) == {*fa.__all__, "backends", "capi", "nn", "special"}
    assert all(callable(function) for function in PUBLIC.values())


@pytest.mark.parametrize("name", PUBLIC)
def test_the_examples_of_the_docstring_run(name):
    test = doctest.DocTestParser().get_doctest(inspect.getdoc(PUBLIC[name]), {"fa": fa, "np": np}, name, None, 0)
    assert test.examples and doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_come_back_as_the_very_object(protocol):
    """Of functions, of the ufunc of each, and of all that only the layers over them call."""
    found = PUBLIC | {f"{name}.ufunc": one.ufunc for name, one in PUBLIC.items() if hasattr(one, "ufunc")}
    found |= {f"ufunc {name}": ufunc for name, ufunc in ufuncs.BY_NAME.items()}
    for name, one in found.items():
        assert pickle.loads(pickle.dumps(one, protocol)) is one, name
    assert all(a is b for a, b in zip(pickle.loads(pickle.dumps(list(found.values()), protocol)), found.values()))
