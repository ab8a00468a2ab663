"""What must agree does; importing has no side effects; the documentation runs."""

import doctest
import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import fastact as fa
from fastact import _documentation as documentation
from fastact import _stubs, _ufuncs, catalogue, composites, gates, names, special

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
OF_TABLES = _ufuncs.built.functions | _ufuncs.built.gate_functions | _ufuncs.built.loss_functions


def python(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, env={**os.environ, **environment}
    )


def test_the_stub_is_what_its_maker_makes():
    stub = Path(fa.__file__).with_name("__init__.pyi")
    assert stub.read_text() == _stubs.stub()
    assert stub.with_name("py.typed").exists()
    names = set(re.findall(r"^(?:def )?(\w+)[:(]", stub.read_text(), re.M))
    assert set(fa.__all__) <= names


def test_the_coefficients_are_what_their_script_makes():
    done = subprocess.run([sys.executable, ROOT / "src_c" / "coefficients.py"], capture_output=True, text=True, check=True)
    assert done.stdout == (ROOT / "src_c" / "coefficients.h").read_text()


def test_the_version_is_one():
    assert importlib.metadata.version("fastact") == fa.__version__
    assert re.search(r"^## (\d\S*)", (ROOT / "CHANGELOG.md").read_text(), re.M)[1] == fa.__version__


def test_public_names():
    assert sorted(set(fa.__all__)) == sorted(fa.__all__)
    assert set(dir(fa)) == set(fa.__all__)
    for name in fa.__all__:
        assert hasattr(fa, name) and getattr(fa, name).__doc__, name


PUBLIC = {name: getattr(fa, name) for name in fa.__all__ if name != "__version__"}
PUBLIC |= {f"special.{name}": getattr(special, name) for name in special.__all__}
# along an axis, by the names of their modules, which functions hide
ALONG = {function for function in PUBLIC.values() if getattr(function, "__module__", "").rpartition(".")[2] in (
    "softmax", "losses", "partial", "sparsemax", "special")}


@pytest.mark.parametrize("name", PUBLIC)
def test_docstrings_are_numpydoc_and_their_examples_run(name):
    text = PUBLIC[name].__doc__
    assert "Examples\n" in text
    if name in OF_TABLES or name in gates.__all__:
        for heading in ("Parameters", "Returns", "Raises", "Notes", "References"):
            assert f"{heading}\n{'-' * len(heading)}\n" in text
    if name in composites.__all__:
        for heading in ("Parameters", "Returns", "Raises"):
            assert f"    {heading}\n    {'-' * len(heading)}\n" in text
    if PUBLIC[name] in ALONG:
        headings = ["Parameters", "Returns", "Raises", "See Also", "Notes", "References", "Examples"]
        places = [text.find(f"    {heading}\n    {'-' * len(heading)}\n") for heading in headings]
        assert -1 not in places and places == sorted(places)
        assert not re.search(r"\n    ndarray\n\n", text)
    globs = {"fa": fa, "np": np}
    test = doctest.DocTestParser().get_doctest(text, globs, name, None, 0)
    assert test.examples and doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0


def test_every_parameter_is_explained():
    built = _ufuncs.built
    rows = [(row, p) for row in [*built.activations, *built.gates, *built.losses] for p in row.parameters]
    assert all(documentation.meaning(row, p) for row, p in rows)
    assert set(documentation.PARAMETERS) <= {p for _, p in rows} | {f"{row.name}.{p}" for row, p in rows}


def test_the_names_are_what_their_maker_makes():
    assert (ROOT / "docs" / "names.md").read_text() == names.document()


def test_the_readme_lists_every_function_and_its_tour_runs():
    assert f"\n{len(_ufuncs.activations)} activation functions in one table" in README
    for row in _ufuncs.activations:
        parameters = ", ".join(p if default is None else f"{p}={default:.4g}" for p, default in row.parameters.items())
        slope = f"`{row.from_output.formula}`" if row.from_output else ""
        line = f"| `{row.name}` | {parameters} | `{row.formula}` | {slope} |"
        assert line in README.splitlines(), line
    for row in _ufuncs.built.gates:
        parameters = "".join(f", {p}={default:.4g}" for p, default in row.parameters.items())
        line = f"| `{row.name}(a, b{parameters})` | `{row.formula}` |"
        assert line in README.splitlines(), line
    for name in [*catalogue.OTHERS, *_ufuncs.built.loss_functions, "bias_act", "bias_act_backward"]:
        assert f"`{name}" in README
    tour = doctest.DocTestParser().get_doctest(re.search(r"```python\n(.*?)```", README, re.S)[1], {}, "tour", None, 0)
    assert doctest.DocTestRunner().run(tour).failed == 0


def test_the_readme_begins_with_two_commands_of_one_line():
    first, second = re.findall(r"```sh\n(.*?)```", README, re.S)[:2]
    assert first.count("\n") == second.count("\n") == 1
    assert "fastact demo" in first and "pytest" in second


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


@pytest.mark.parametrize("isa", _ufuncs.isas)
def test_the_environment_chooses_the_isa(isa):
    done = python("import fastact; fastact.show_runtime()", FASTACT_ISA=isa)
    assert done.returncode == 0 and f"{isa} (by FASTACT_ISA)" in done.stdout


def test_an_unknown_isa_is_refused_with_the_choices():
    done = python("import fastact", FASTACT_ISA="mmx")
    assert done.returncode == 1 and "ImportError" in done.stderr and "'mmx'" in done.stderr
    for isa in _ufuncs.isas:
        assert isa in done.stderr.splitlines()[-1]
