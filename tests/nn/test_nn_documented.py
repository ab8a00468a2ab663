"""Docstrings of `fastact.nn`, and the pages that show it: their examples run."""

import doctest
import inspect
import re
from pathlib import Path

import numpy as np
import pytest

from fastact import nn

ROOT = Path(__file__).parents[2]
HEADINGS = ["Parameters", "Attributes", "Returns", "Raises", "See Also", "Notes", "References", "Examples"]
CLASSES = {name: getattr(nn, name) for name in nn.__all__ if inspect.isclass(getattr(nn, name))}
METHODS = {
    f"{base.__name__}.{method}": getattr(one, "__func__", one)
    for cls in CLASSES.values()
    for base in cls.__mro__[:-1]
    for method, one in vars(base).items()
    if inspect.isfunction(getattr(one, "__func__", one)) and not method.startswith("_")
}


def assert_runs(text, name):
    test = doctest.DocTestParser().get_doctest(text, {"np": np}, name, None, 0)
    flags = doctest.NORMALIZE_WHITESPACE
    assert test.examples and doctest.DocTestRunner(optionflags=flags).run(test).failed == 0


@pytest.mark.parametrize("name", CLASSES)
def test_classes_say_what_they_are_and_their_examples_run(name):
    text = inspect.getdoc(CLASSES[name])
    headings = re.findall(r"^(\w[\w ]*)\n-{4,}$", text, re.M)
    assert headings == [heading for heading in HEADINGS if heading in headings] and headings[-1] == "Examples"
    named = set(re.findall(r"^((?:\w+, )*\w+) : ", text.partition("Attributes\n")[0], re.M))
    wanted = set(inspect.signature(CLASSES[name]).parameters) - {"options"}
    if CLASSES[name] is not nn.Layer:
        assert {one for names in named for one in names.split(", ")} == wanted
    assert CLASSES[name].__module__ == "fastact.nn"
    assert_runs(text, name)


@pytest.mark.parametrize("name", METHODS)
def test_methods_explain_their_parameters(name):
    method = METHODS[name]
    text = inspect.getdoc(method)
    assert text and text.partition("\n")[0].rstrip().endswith((".", "in", ":")), name
    if "Parameters\n" in text:
        named = {
            one
            for names in re.findall(r"^((?:\w+, )*\w+) : ", text.partition("Parameters\n")[2].partition("Returns\n")[0], re.M)
            for one in names.split(", ")
        }
        assert named == set(inspect.signature(method).parameters) - {"self", "cls"}
    if ">>>" in text:
        assert_runs(text, name)


def test_the_example_of_the_readme_runs():
    text = (ROOT / "README.md").read_text().partition("## Networks\n")[2].partition("\n## ")[0]
    assert_runs("".join(re.findall(r"```python\n(.*?)```", text, re.S)), "README.md")
