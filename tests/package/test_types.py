"""The stubs: mypy and pyright find nothing to say of them nor of a script that calls every public name; what the script says
of a result's type is what the very call returns."""

import importlib.util
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path
from typing import Any, get_args, get_origin

import numpy as np
import pytest
import typed_networks
from typed_calls import (
    ASKED,
    CALLS,
    FOR_CHECKERS,
    KEPT,
    KEPT_BY_UFUNCS,
    LAZY,
    LIBRARIES,
    MORE,
    OF_UFUNCS,
    PREAMBLE,
    REQUIRED,
    SHAPE_OF,
    SHAPES,
    STRICT,
    WRONG,
)

import fastact as fa
from fastact.lab import signatures, write_stubs

PACKAGE = Path(fa.__file__).parent
ROOT = PACKAGE.parent
NUMPY = tuple(map(int, np.__version__.split(".")[:2]))
MODULES = {"fa": fa, "fa.special": fa.special}
NAMES = [f"fa.{name}" for name in fa.__all__] + [f"fa.special.{name}" for name in fa.special.__all__]

# ---- calls ------------------------------------------------------------------------------------------------------------------


def kept(kind, x, other="f32", *, by_ufuncs=True, lazy=False):
    """Calls with an operand of a type, each with the type of what is returned."""
    for call, told in ((KEPT_BY_UFUNCS if by_ufuncs else {}) | KEPT | (LAZY if lazy else {})).items():
        yield call.format(x=x, other=other), told.format(T=kind)


# The first ufunc of each class of the stub, which is called with operands of more kinds.
FIRST = {
    signatures.class_of(function)[0]: f"fa.{name}"
    for name, function in sorted(write_stubs.public().items(), reverse=True)
    if signatures.is_ufunc(function)
}.values()


def of_name(name):
    """A name's calls, each with the type that it has for the checkers; None for one that returns nothing."""
    if name in CALLS:
        return CALLS[name]
    return {call: spelled(call) for call in calls(name)}


def calls(name):
    """Of a function that computes: with operands of every kind that it takes."""
    module, _, last = name.rpartition(".")
    function = getattr(MODULES[module], last)
    is_ufunc = signatures.is_ufunc(function)
    shapes = next((shapes for pattern, shapes in SHAPE_OF.items() if re.fullmatch(pattern, last)), {})
    kinds = ["f32", "ints"]
    if not is_ufunc or name in FIRST:
        kinds += ["f16", "f64"]
    if name in FIRST or last in ("softmax", "log_softmax", "entmax15", "rrelu"):
        kinds += ["0.5", "np.float32(1)", "np.int8(1)", "[0.5, 1.0]"]
    for kind in kinds:
        arguments = []
        for p in inspect.signature(function).parameters.values():
            if p.kind is p.POSITIONAL_ONLY if is_ufunc else p.name in ("a", "bias", "dy", "logits", "x", "y"):
                suffix = shapes.get(p.name, "")
                value = f"np.ones({SHAPES[suffix]}, np.int64)" if kind == "ints" and suffix else kind + suffix
            elif p.default is not p.empty or p.kind is p.VAR_KEYWORD:
                continue
            else:
                elementwise = is_ufunc or p.name not in REQUIRED or last.startswith("sigmoid_")
                value = (OF_UFUNCS if elementwise else REQUIRED)[p.name]
            arguments.append(f"{p.name}={value}" if p.kind is p.KEYWORD_ONLY else value)
        yield f"{name}({', '.join(arguments)})"


def spelled(call):
    """The type that a call has, as what it returns; of integers and sequences beside arrays only that it is a floating one."""
    result = value(call)
    inexact = re.search(r"\[\[|\bints,|\bints\)|np\.int8\(|\(.*np\.ones\(|\"d\"", call) is not None
    inexact = inexact and not re.match(r"fa\.special\.\w*(expit|logit)", call)  # float64, always
    if isinstance(result, tuple):
        first, *others = result
        of_others = [one_type(each, inexact, is_elementwise_loss(call) and is_either(call)) for each in others]
        return f"tuple[{', '.join([one_type(first, inexact, is_either(call)), *of_others])}]"
    return one_type(result, inexact, is_either(call))


def is_elementwise_loss(call):
    return call.startswith("fa.sigmoid_cross_entropy")


def is_either(call):
    """Whether its result, or the first, is an array or a scalar by shapes, which the checkers do not know."""
    name, _, arguments = call.partition("(")
    if name == "fa.logsumexp":
        return not re.search("None|keepdims|out=f", arguments)
    if is_elementwise_loss(call):  # of a scalar; there may be an array for another argument
        return "reduction" not in arguments and not np.ndim(value(arguments.partition(",")[0]))
    is_loss = "reduction" in inspect.signature(eval(name, {"fa": fa})).parameters
    return is_loss and (name.endswith("_with_grad") or not name.endswith("_grad")) and not re.search("reduction|out", arguments)


def one_type(result, inexact, either):
    assert isinstance(result, (np.ndarray, np.generic))
    if result.dtype == np.intp:
        return "NDArray[np.intp]"
    assert result.dtype.kind == "f"
    scalar = "np.floating[Any]" if inexact else f"np.{result.dtype}"
    if isinstance(result, np.ma.MaskedArray):
        return f"np.ma.MaskedArray[tuple[Any, ...], np.dtype[{scalar}]]"
    if either:
        return f"NDArray[{scalar}] | {scalar}"
    return f"NDArray[{scalar}]" if isinstance(result, np.ndarray) else scalar


def value(call):
    return eval(call, variables())


def variables():
    found = {}
    exec(PREAMBLE, found)
    return found


def every_call():
    for name in NAMES:
        yield from of_name(name).items()
    for call in MORE.strip().split("\n"):
        if "np.ma." not in call or NUMPY >= (2, 4):  # before, NumPy's own stubs have no types for masked arrays
            yield call, spelled(call)
    if NUMPY >= (2, 3):  # before, ufuncs take no `...`
        for call in ASKED.strip().split("\n"):
            yield call, spelled(call)


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    path = tmp_path_factory.mktemp("types") / "every_name.py"
    others = []
    lines = [call if told is None else f"assert_type({call}, {told})" for call, told in every_call()]
    for kind in "Labelled", "Frame", "Column", "Lazy":
        calls_of_kind = kept(kind, f"{kind}()", by_ufuncs=kind != "Frame", lazy=kind == "Lazy")
        others += [f"assert_type({call}, {told})" for call, told in calls_of_kind]
    of_networks = [call if told is None else f"assert_type({call}, {told})" for call, told in typed_networks.CALLS.items()]
    path.write_text("\n".join([PREAMBLE, *lines, FOR_CHECKERS, *others, typed_networks.PREAMBLE, *of_networks, ""]))
    return path


# ---- checkers ---------------------------------------------------------------------------------------------------------------

STUBS = [str(PACKAGE / path) for path in write_stubs.STUBS]


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """What mypy has found of NumPy and of the stubs, for its next run."""
    return tmp_path_factory.mktemp("mypy")


def mypy(*arguments, module="mypy", cwd=None, path=ROOT, cache=os.devnull):
    """A run of mypy, or of a module of it, that finds stubs in a folder first."""
    environment = os.environ | {"MYPYPATH": str(path), "PYTHONPATH": str(ROOT), "MYPY_CACHE_DIR": str(cache)}
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment)


def pyright(*paths):
    """What pyright says, a line for each."""
    folder = Path(paths[-1]).parent
    (folder / "pyrightconfig.json").write_text(json.dumps({"extraPaths": [str(ROOT)]}))
    command = [sys.executable, "-m", "pyright", "--project", folder, "--pythonpath", sys.executable, "--outputjson", *paths]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] >= len(paths), done.stderr
    found = [one for one in report["generalDiagnostics"] if one["severity"] == "error"]
    return [f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}: {one['message']}" for one in found]


def test_every_public_name_is_called(script):
    text = script.read_text().removeprefix(PREAMBLE)
    assert not [name for name in NAMES + typed_networks.NAMES if not re.search(rf"(?<!\w){re.escape(name)}\b", text)]


def test_what_is_told_of_networks_is_what_the_calls_return(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # for the files that they write
    found = {}
    exec(PREAMBLE.removeprefix(STRICT) + typed_networks.PREAMBLE, found)
    for call, told in typed_networks.CALLS.items():
        result = eval(call, found)
        if told is not None:
            assert is_of(result, eval(told, found)), call
        else:
            assert result is None, call


def is_of(result, kind):
    """Whether a value, and what it holds, is of a type."""
    if kind is Any:
        return True
    if get_origin(kind) is types.UnionType:
        return any(is_of(result, one) for one in get_args(kind))
    if get_origin(kind) is tuple and Ellipsis not in get_args(kind):
        return len(result) == len(get_args(kind)) and all(map(is_of, result, get_args(kind)))
    if get_origin(kind) is list:
        return type(result) is list and all(is_of(one, get_args(kind)[0]) for one in result)
    if get_origin(kind) is dict:
        return type(result) is dict and all(map(is_of, next(iter(result.items())), get_args(kind)))
    return isinstance(result, get_origin(kind) or kind)


def test_mypy_has_nothing_to_say_of_the_stubs_and_of_calls_of_every_name(script, cache):
    done = mypy("--strict", *STUBS, script, cache=cache)
    assert done.returncode == 0 and done.stdout.startswith("Success"), done.stdout[:5000] + done.stderr


def test_pyright_has_nothing_to_say_of_the_stubs_and_of_calls_of_every_name(script):
    assert not pyright(*STUBS, script)


def test_arrays_of_other_libraries_are_kept_for_pyright_as_they_are_by_the_functions(tmp_path):
    lines, told_of, found = [PREAMBLE.removeprefix(STRICT)], {}, variables()  # libraries have names whose types are not known
    for k, (kind, (importing, made)) in enumerate(LIBRARIES.items()):
        lines += [importing, f"def of_library_{k}(x: {kind}) -> None:"]
        exec(importing, found)
        library = eval(kind, found)
        x = eval(made.replace("ARRAY", "f64"), found)
        other = "f32_row" if kind.endswith("Series") else "f32"
        for call, told in kept(kind, "x", other, by_ufuncs=kind != "pl.DataFrame", lazy=kind == "da.Array"):
            lines.append(f"    assert_type({call}, {told})")
            try:
                result = eval(call, found | {"x": x})
            except (TypeError, ValueError, NotImplementedError):  # not of this type, or not of one axis
                continue
            told_of[kind, call] = all(isinstance(one, library) for one in (result if isinstance(result, tuple) else (result,)))
    script = tmp_path / "libraries.py"
    script.write_text("\n".join([*lines, ""]))
    assert not pyright(script)
    assert not [call for call, is_kept in told_of.items() if not is_kept]
    assert len(told_of) > 90


def test_both_refuse_what_no_function_takes(tmp_path, cache):
    script = tmp_path / "wrong.py"
    before, calls = PREAMBLE + typed_networks.PREAMBLE, WRONG.lstrip() + typed_networks.WRONG.lstrip()
    script.write_text(before + calls)
    first = before.count("\n") + 1
    lines = set(range(first, first + calls.count("\n")))
    told = mypy("--strict", script, cache=cache).stdout
    assert {int(line) for line in re.findall(r"^\S*wrong\.py:(\d+): error", told, re.M)} == lines
    found = {int(found.split(":")[1]) for found in pyright(script)}
    assert {line for line in found if line >= first} == lines  # what is imported in vain stands before


def test_the_stubs_have_what_there_is_and_say_more_of_ufuncs_than_their_class(tmp_path):
    """stubtest compares names, arguments, defaults and classes; it knows of a ufunc no more than np.ufunc."""
    for path in write_stubs.STUBS:
        copy = tmp_path / "fastact" / path
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(PACKAGE / path, copy)
    (tmp_path / "fastact" / "catalogue" / "__init__.pyi").touch()
    ufuncs = [(one, name) for one in MODULES.values() for name in one.__all__ if isinstance(getattr(one, name), np.ufunc)]
    allowed = tmp_path / "allowed.txt"
    names = [f"{module.__name__}.{name}" for module, name in ufuncs]
    if importlib.util.find_spec("torch") is None:
        names.append("fastact.backends")  # one of its modules cannot be imported then
    allowed.write_text("".join(f"{re.escape(name)}\n" for name in names))
    options = ["--ignore-missing-stub", "--concise", "--allowlist", allowed]
    done = mypy("fastact", *options, module="mypy.stubtest", cwd=tmp_path, path=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[:5000]


def test_what_the_stubs_name_can_be_imported():
    assert isinstance(fa.activations()["elu"], fa.Activation)
    assert isinstance(fa.softmax_partial([1.0]), fa.SoftmaxPartial)
    for name in re.findall(r"^class (\w+)", write_stubs.catalogue_stub(), re.M):
        assert inspect.isclass(getattr(importlib.import_module("fastact.catalogue.activations"), name))
