"""The rooms of the package stand on floors: a file imports from its own room and from the floors below."""

import ast
import re
from pathlib import Path

import pytest

import fastact as fa

PACKAGE = Path(fa.__file__).parent
FLOORS = {
    "_core": 0, "process": 1, "catalogue": 1, "functions": 2, "capi": 3, "special": 3, "nn": 3, "backends": 4, "__init__": 5,
    "lab": 6, "__main__": 7,
}  # fmt: skip
FILES = sorted(path.relative_to(PACKAGE) for kind in ("py", "pyx", "pxd") for path in PACKAGE.rglob(f"*.{kind}"))
USERS = {"lab", "__main__"}  # of the package itself, which has everything

IMPORT = re.compile(r"^[ \t]*from[ \t]+([\w.]+)[ \t]+c?import[ \t]+(\([^)]*\)|[^\n]*)|^[ \t]*c?import[ \t]+([^\n]+)", re.M)


def room(path):
    """The folder of a file, or the file itself."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def of_python(text):
    """All names that Python's imports ask for, in full."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "an import is absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_cython(text):
    """The same of a Cython module, which ast does not read."""
    for module, names, modules in IMPORT.findall(text):
        if module:
            assert not module.startswith("."), "an import is absolute"
        for name in re.findall(r"([\w.*]+)(?:\s+as\s+\w+)?", names or modules):
            yield f"{module}.{name}" if module else name


def rooms(path):
    """The rooms of the package that a file imports from; `fastact` where it imports the package itself."""
    text = (PACKAGE / path).read_text()
    for name in of_python(text) if path.suffix == ".py" else of_cython(text):
        first, _, rest = name.partition(".")
        if first == "fastact":
            second = rest.partition(".")[0]
            yield second if second in FLOORS else "fastact"


def test_every_file_is_in_a_room_with_a_floor():
    assert {room(path) for path in FILES} == set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_imports_from_its_own_room_and_from_the_floors_below(path):
    own = room(path)
    for other in rooms(path):
        if other == "fastact":
            assert own in USERS, "imports the package itself"
        else:
            assert other == own or FLOORS[other] < FLOORS[own], f"imports from {other}"


def test_the_imports_of_cython_are_found():
    text = """
from fastact._core.a cimport (
    B, C, d)
from fastact.e import f as g
import numpy as np, fastact.h
    cimport i.j
cdef important = 5  # from nowhere
"""
    assert list(of_cython(text)) == [
        "fastact._core.a.B", "fastact._core.a.C", "fastact._core.a.d", "fastact.e.f", "numpy", "fastact.h", "i.j",
    ]  # fmt: skip
    assert set(rooms(Path("_core/ufuncs.pyx"))) == {"_core"}
