"""Functions and ufuncs come back from a pickle as the very object."""

import copy
import pickle

import pytest
from calls import PUBLIC, every_name
from subprocesses import assert_done, python

import fastact as fa
from fastact import special
from fastact._core import ufuncs

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)
# by the names under which they are found: of the package, of special, of what the tables make
FOUND = {f"fastact.{name}": getattr(fa, name) for name in fa.__all__ if name != "__version__"}
FOUND |= {f"fastact.special.{name}": getattr(special, name) for name in special.__all__}
UFUNCS = ufuncs.BY_NAME


@every_name
def test_pickle_and_copy_give_the_identical_function(name):
    function = PUBLIC[name]
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(function, protocol)) is function
    assert copy.copy(function) is function
    assert copy.deepcopy(function) is function


@pytest.mark.parametrize("name", FOUND)
def test_every_public_function_comes_back(name):
    for protocol in PROTOCOLS:
        assert pickle.loads(pickle.dumps(FOUND[name], protocol)) is FOUND[name]
    assert copy.copy(FOUND[name]) is copy.deepcopy(FOUND[name]) is FOUND[name]


@pytest.mark.parametrize("name", UFUNCS)
def test_every_ufunc_and_gufunc_comes_back(name):
    """Those within parametric functions too, and those that only the layers over them call."""
    for protocol in PROTOCOLS:
        assert pickle.loads(pickle.dumps(UFUNCS[name], protocol)) is UFUNCS[name]
    assert copy.copy(UFUNCS[name]) is copy.deepcopy(UFUNCS[name]) is UFUNCS[name]


def test_the_ufunc_of_every_function_is_among_them():
    for function in ufuncs.built.functions | ufuncs.built.gate_functions | ufuncs.built.loss_cores:
        made = getattr(FOUND[f"fastact.{function}"], "ufunc", FOUND[f"fastact.{function}"])
        assert UFUNCS[function] is made


def test_no_two_ufuncs_have_one_name():
    made = list(ufuncs._ufuncs_of(ufuncs.built))
    assert len(UFUNCS) == len(made) == len({id(ufunc) for ufunc in made})
    assert all(name == ufunc.__name__ for name, ufunc in UFUNCS.items())


def test_an_unknown_ufunc_is_an_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        pickle.loads(b"cfastact._core.ufuncs\nno_such_name\n.")


@pytest.mark.parametrize("module", ["pickle", "cloudpickle"])
def test_another_process_finds_its_own(module, tmp_path):
    sent = pytest.importorskip(module)
    file = tmp_path / "sent"
    file.write_bytes(sent.dumps((FOUND, UFUNCS)))
    assert_done(
        python(
            """
import pickle, sys
with open(sys.argv[1], "rb") as file:
    found, made = pickle.load(file)
import fastact
from fastact._core import ufuncs
for name, function in found.items():
    module, _, name = name.rpartition(".")
    assert function is getattr(fastact.special if module.endswith("special") else fastact, name), name
assert made.keys() == ufuncs.BY_NAME.keys()
for name, ufunc in made.items():
    assert ufunc is ufuncs.BY_NAME[name], name
print("done")
""",
            file,
        )
    )
