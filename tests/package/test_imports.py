"""Importing: names that are no modules, what is loaded when it is asked for, and importing again."""

import importlib
import importlib.util
import json
import os
from pathlib import Path

import pytest
from subprocesses import assert_done, python

import fastact as fa

SECURITY = Path(__file__).parents[2] / "SECURITY.md"

# Modules that were once beside the package's own names, or in their place.
GONE = [
    "_accuracy", "_benchmarks", "_bounds", "_documentation", "_fused", "_peers", "_pool", "_reference", "_stubs", "_ufuncs",
    "axes", "bench", "bias", "composites", "demo", "gates", "limits", "loops", "losses", "names", "partial", "pool", "rows",
    "runtime", "softmax", "sparsemax", "threads", "verify",
]  # fmt: skip


@pytest.mark.parametrize("name", GONE)
def test_what_is_no_module_is_not_found(name):
    with pytest.raises(ModuleNotFoundError, match=f"No module named 'fastact.{name}'"):
        importlib.import_module(f"fastact.{name}")


def test_no_public_name_is_a_module():
    assert not [name for name in fa.__all__ if importlib.util.find_spec(f"fastact.{name}")]


def test_special_nn_and_backends_are_loaded_when_they_are_asked_for_and_the_laboratory_is_not():
    assert_done(
        python("""
import sys, fastact
rooms = ("fastact.special", "fastact.nn", "fastact.backends", "fastact.lab")
assert not {name for name in sys.modules if name.startswith(rooms)}
assert fastact.special.expit(0.0) == 0.5 and fastact.special is sys.modules["fastact.special"]
assert not {name for name in sys.modules if name.startswith("fastact.nn")}
assert fastact.nn.Dense(3).units == 3 and fastact.nn is sys.modules["fastact.nn"]
assert not {name for name in sys.modules if name.startswith(("fastact.backends", "fastact.lab"))}
assert fastact.patches() == () and fastact.backends.patch is sys.modules["fastact.backends.patch"]
assert fastact.backends.scipy.LIBRARY.module == "scipy" and fastact.backends is sys.modules["fastact.backends"]
assert not {name for name in sys.modules if name.startswith(("fastact.lab", "scipy", "sklearn", "pytest"))}
print("done")
""")
    )


# Ways to special's names, each the first in a process.
WAYS = {
    "import of the module": "import fastact.special as special",
    "import from the package": "from fastact import special",
    "attribute": "import fastact; special = fastact.special",
    "attribute of an attribute": "import fastact; fastact.special.softmax([0.0, 0.0]); special = fastact.special",
    "import of a name": "from fastact.special import expit; import fastact.special as special; assert special.expit is expit",
}


@pytest.mark.parametrize("way", WAYS)
def test_special_has_its_names_however_it_is_found(way):
    assert_done(
        python(f"""
{WAYS[way]}
assert special.__name__ == "fastact.special" and special.__doc__.startswith("SciPy's names")
assert set(special.__all__) <= set(dir(special)) and callable(special.log_expit)
try:
    special.no_such_name
except AttributeError as error:
    assert str(error) == "module 'fastact.special' has no attribute 'no_such_name'", error
else:
    raise AssertionError
import fastact, sys
assert sys.modules["fastact.special"].expit is special.expit is fastact.special.expit
print("done")
""")
    )


# Ways to the networks, each the first in a process.
WAYS_TO_NN = {
    "import of the module": "import fastact.nn as nn",
    "import from the package": "from fastact import nn",
    "attribute of an attribute": "import fastact; fastact.nn.Dense(3); nn = fastact.nn",
    "import of a name": "from fastact.nn import Dense; import fastact.nn as nn; assert nn.Dense is Dense",
    "import of a module of the room": "import fastact.nn.layers, fastact; nn = fastact.nn",
}


@pytest.mark.parametrize("way", WAYS_TO_NN)
def test_nn_has_its_names_however_it_is_found(way):
    assert_done(
        python(f"""
{WAYS_TO_NN[way]}
import pickle, sys, fastact
assert nn.__name__ == "fastact.nn" and nn.__doc__.startswith("Networks on NumPy")
assert set(nn.__all__) <= set(dir(nn)) and sys.modules["fastact.nn"].Dense is nn.Dense is fastact.nn.Dense
assert all(pickle.loads(pickle.dumps(one)) is one for one in (nn.Dense, nn.Network, nn.EarlyStopping))
print("done")
""")
    )


# What a program may do to the modules, in a process of its own.
AGAIN = {
    "reload": "assert importlib.reload(fastact) is fastact",
    "reload twice, after special": "fastact.special.expit\nimportlib.reload(importlib.reload(fastact))",
    "reload special": "fastact.special.expit\nimportlib.reload(fastact.special)",
    "the package alone": 'del sys.modules["fastact"]\nimport fastact',
    "the package alone, after special": 'fastact.special.expit\ndel sys.modules["fastact"]\nimport fastact',
    "all": """
for name in [name for name in sys.modules if name.partition(".")[0] == "fastact"]:
    del sys.modules[name]
import fastact
""",
    "all, after special": """
fastact.special.expit
for name in [name for name in sys.modules if name.partition(".")[0] == "fastact"]:
    del sys.modules[name]
import fastact
""",
}


@pytest.mark.parametrize("pool", ["0", "1"])
@pytest.mark.parametrize("what", AGAIN)
def test_functions_work_when_the_package_is_imported_again(what, pool):
    """Those of before and those of now: values, pickles, the catalogue, threads, the pool."""
    assert_done(
        python(
            f"""
import importlib, pickle, sys, warnings
warnings.simplefilter("error")
import numpy as np
import fastact
names = ["gelu", "elu", "softmax", "log_softmax_backward", "swiglu", "glu_packed", "entmax", "softmax_cross_entropy_grad"]
first = {{name: getattr(fastact, name) for name in names}}
x = np.linspace(-3, 3, 10**6, dtype="f")
want = {{name: first[name](x) for name in ("gelu", "elu", "softmax")}}
{AGAIN[what]}
assert sys.modules["fastact"] is fastact
for name, result in want.items():
    assert (getattr(fastact, name)(x) == result).all() and (first[name](x) == result).all(), name
for name in names:
    assert pickle.loads(pickle.dumps(getattr(fastact, name))) is getattr(fastact, name), name
assert all(hasattr(fastact, name) for name in fastact.__all__)
assert fastact.activations()["elu"].functions["elu"] is fastact.elu is fastact.get("ELU")
expit = fastact.special.expit
assert pickle.loads(pickle.dumps(expit)) is expit and fastact.special.softmax([0.0, 0.0]).tolist() == [0.5, 0.5]
with fastact.num_threads(2), fastact.pooled():
    assert fastact.get_num_threads() <= 2 and (fastact.gelu(x) == want["gelu"]).all()
fastact.disable_pool()
assert np._core.multiarray.get_handler_name() == "default_allocator"
print("done")
""",
            FASTACT_POOL=pool,
        )
    )


def test_import_reads_what_security_names_and_writes_nothing():
    done = python("""
import collections, importlib, json, os, sys
import inspect, difflib, json, numpy
try:
    import ml_dtypes
except ImportError:
    pass
opened, asked = [], []

def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.append(arguments[:2])

class Environment(collections.UserDict):
    def __getitem__(self, name):
        asked.append(name)
        return self.data[name]

    def __contains__(self, name):
        asked.append(name)
        return name in self.data

os.environ = Environment(os.environ)
sys.addaudithook(hook)
import fastact
print(json.dumps([opened, asked]))
""")
    opened, asked = json.loads(done.stdout)
    security = SECURITY.read_text()
    for path, mode in opened:
        if not path.endswith((".py", ".pyc", ".so")) and not os.path.isdir(path):
            assert mode in ("r", "rb")
            assert f"`{path}`" in security or f"`{os.path.basename(path)}`" in security, path
    assert set(asked) == {"FASTACT_ISA", "FASTACT_POOL", "OMP_NUM_THREADS", "OMP_STACKSIZE", "GOMP_STACKSIZE"}
    assert all(f"`{name}`" in security for name in asked)
