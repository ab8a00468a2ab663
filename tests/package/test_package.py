"""What must agree does; importing has no side effects; the documentation runs."""

import ast
import doctest
import importlib.metadata
import inspect
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from subprocesses import python

import fastact as fa
from fastact import nn, special
from fastact._core import docstrings, ufuncs
from fastact._core.table_functions import FUNCTIONS as OF_TABLES
from fastact.catalogue.public import ENTRIES, FUNCTIONS
from fastact.functions.gates import PACKED
from fastact.lab import write_names, write_stubs

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
TABLE = (ROOT / "docs" / "guide" / "table.md").read_text()


def test_what_is_generated_is_what_its_makers_make():
    package = Path(fa.__file__)
    for path, make in write_stubs.STUBS.items():
        assert (package.parent / path).read_text() == make(), path
    assert package.read_text() == write_stubs.listed(package.read_text())
    assert (package.parent / "_core" / "c_names.py").read_text() == write_stubs.c_names()
    assert package.with_name("py.typed").exists()
    assert (ROOT / "docs" / "names.md").read_text() == write_names.document()


@pytest.mark.parametrize(
    ("module", "stubs"),
    [
        (fa, ["__init__.pyi", "catalogue/activations.pyi"]),
        (special, ["special.pyi"]),
        (nn, ["nn/__init__.pyi"]),
        (nn.init, ["nn/init.pyi"]),
        (nn.optimizers, ["nn/optimizers.pyi"]),
        (nn.schedules, ["nn/schedules.pyi"]),
    ],
    ids=["fa", "special", "nn", "init", "optimizers", "schedules"],
)
def test_the_stub_has_every_public_name_and_its_whole_docstring(module, stubs):
    trees = [ast.parse((Path(fa.__file__).parent / path).read_text()) for path in stubs]
    found, before = {}, None
    for node in (node for tree in trees for node in tree.body):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.setdefault(node.name, ast.get_docstring(node))  # the first overload has it
        elif isinstance(node, ast.AnnAssign):
            before = node.target.id
            found[before] = None
        elif isinstance(node, ast.Expr):
            found[before] = inspect.cleandoc(node.value.value)
    for name in set(module.__all__) - {"__version__"}:
        if not inspect.ismodule(getattr(module, name)):
            assert found[name] == inspect.getdoc(getattr(module, name)), name


def test_public_names_are_those_of_the_tables_and_those_that_were_published():
    beside = {name for name in fa.__all__ if getattr(getattr(fa, name), "__module__", "").startswith("fastact.")} | {
        "__version__"
    }
    published = {*OF_TABLES, *FUNCTIONS}
    assert set(fa.__all__) - beside == published
    assert beside == {
        "__version__", "Activation", "SoftmaxPartial", "activations", "get", "get_include", "show_runtime", "get_num_threads",
        "set_num_threads", "num_threads",
        "enable_pool", "disable_pool", "pooled", "trim_pool", "patch", "patched", "patches", "unpatch",
    }  # fmt: skip


def test_the_coefficients_are_what_their_script_makes():
    folder = ROOT / "src_c" / "math"
    done = subprocess.run([sys.executable, folder / "coefficients.py"], capture_output=True, text=True, check=True)
    assert done.stdout == (folder / "coefficients.h").read_text()


def test_the_version_is_one():
    assert importlib.metadata.version("fastact") == fa.__version__
    assert re.search(r"^## (\d\S*)", (ROOT / "CHANGELOG.md").read_text(), re.M)[1] == fa.__version__


def test_public_names():
    assert sorted(set(fa.__all__)) == sorted(fa.__all__)
    assert set(dir(fa)) == {*fa.__all__, "backends", "capi", "nn", "special"}
    for name in fa.__all__:
        assert hasattr(fa, name) and getattr(fa, name).__doc__, name


ROWS = [*ufuncs.built.activations, *ufuncs.built.gates]
PUBLIC = {name: getattr(fa, name) for name in fa.__all__ if name != "__version__"}
PUBLIC |= {f"special.{name}": getattr(special, name) for name in special.__all__}
HEADINGS = ["Attributes", "Parameters", "Returns", "Raises", "See Also", "Notes", "References", "Examples"]


@pytest.mark.parametrize("name", PUBLIC)
def test_docstrings_are_numpydoc_and_their_examples_run(name):
    text = inspect.getdoc(PUBLIC[name])
    assert "{" not in re.sub(
        r"``[^`]*``|\{\"limit\", \"nan\"\}|\{\"none\", \"mean\", \"sum\"\}", "", text.partition("Examples")[0]
    )
    headings = re.findall(r"^(\w[\w ]*)\n-{4,}$", text, re.M)
    assert headings == [heading for heading in HEADINGS if heading in headings]
    if name in OF_TABLES or name in FUNCTIONS or name.startswith("special."):
        wanted = HEADINGS[1:] if name in OF_TABLES or name in PACKED else ["Parameters", "Returns", "Raises", "Examples"]
        assert set(wanted) <= set(headings)
    test = doctest.DocTestParser().get_doctest(text, {"fa": fa, "np": np}, name, None, 0)
    assert test.examples and doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0


@pytest.mark.parametrize("name", [name for name in PUBLIC if name in OF_TABLES or name in PACKED])
def test_docstrings_of_the_tables_say_what_it_is_and_show_what_it_returns(name):
    text = PUBLIC[name].__doc__
    row = next(row for row in ROWS if name.startswith(row.name) and row.about in text)
    assert row.about in text
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    assert all(example.want for example in test.examples if example.source.startswith("fa."))
    see_also = text.partition("See Also\n")[2].partition("Notes\n")[0]
    for other in re.findall(r"^(\w[\w, ]*?)(?: :.*)?$", see_also, re.M):
        assert all(hasattr(fa, one) and one != name for one in other.split(", ")), other


def test_every_parameter_is_explained():
    built = ufuncs.built
    rows = [(row, p) for row in [*built.activations, *built.gates] for p in row.parameters]
    assert all(docstrings.meaning(row, p) for row, p in rows)
    assert set(docstrings.PARAMETERS) <= {p for _, p in rows} | {f"{row.name}.{p}" for row, p in rows}


def test_the_table_lists_every_function():
    assert f"\n{len(ufuncs.activations)} activation functions are rows of one table" in TABLE
    assert f"\n{len(ufuncs.activations)} activations are rows of one table" in README
    for row in ufuncs.activations:
        parameters = ", ".join(p if default is None else f"{p}={default:.4g}" for p, default in row.parameters.items())
        slope = f"`{row.from_output.formula}`" if row.from_output else ""
        line = f"| `{row.name}` | {parameters} | `{row.formula}` | {slope} |"
        assert line in TABLE.splitlines(), line
    for row in ufuncs.built.gates:
        parameters = "".join(f", {p}={default:.4g}" for p, default in row.parameters.items())
        line = f"| `{row.name}(a, b{parameters})` | `{row.formula}` |"
        assert line in TABLE.splitlines(), line
    for name in [*ENTRIES, *ufuncs.built.loss_cores, "bias_act", "bias_act_backward"]:
        assert f"`{name}" in TABLE


def test_the_readme_is_short_and_its_tour_runs():
    assert len(README.splitlines()) <= 150
    tour = doctest.DocTestParser().get_doctest(re.search(r"```python\n(.*?)```", README, re.S)[1], {}, "tour", None, 0)
    assert doctest.DocTestRunner().run(tour).failed == 0


def test_the_readme_begins_with_two_commands_of_one_line():
    first, second = re.findall(r"```sh\n(.*?)```", README, re.S)[:2]
    assert first.count("\n") == second.count("\n") == 1
    assert "fastact demo" in first and "pytest" in second
    before, between = README.split("```sh")[:2]
    assert all(re.search(r"takes about \w+ minutes", text) for text in (before, between)), "it says how long they take"


def test_import_is_silent_and_starts_no_thread_and_sets_no_variable():
    done = python(
        "import os, threading, numpy\n"
        "before, threads = dict(os.environ), len(os.listdir('/proc/self/task')) if os.path.exists('/proc') else 1\n"
        "import fastact\n"
        "assert dict(os.environ) == before\n"
        "assert not os.path.exists('/proc') or len(os.listdir('/proc/self/task')) == threads\n"
        "assert not {'flint', 'mpmath', 'scipy', 'sklearn', 'rich'} & set(__import__('sys').modules)\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("isa", ufuncs.isas)
def test_the_environment_chooses_the_isa(isa):
    done = python("import fastact; fastact.show_runtime()", FASTACT_ISA=isa)
    assert done.returncode == 0 and f"{isa} (by FASTACT_ISA)" in done.stdout


def test_an_unknown_isa_is_refused_with_the_choices():
    done = python("import fastact", FASTACT_ISA="mmx")
    assert done.returncode == 1 and "ImportError" in done.stderr and "'mmx'" in done.stderr
    for isa in ufuncs.isas:
        assert isa in done.stderr.splitlines()[-1]
