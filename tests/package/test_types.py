"""The stubs: mypy and pyright find nothing to say of them nor of a script that calls every public name; what the script says
of a result's type is what the very call returns."""

import importlib
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import fastact as fa
from fastact.lab import signatures, write_stubs

PACKAGE = Path(fa.__file__).parent
ROOT = PACKAGE.parent
NUMPY = tuple(map(int, np.__version__.split(".")[:2]))
MODULES = {"fa": fa, "fa.special": fa.special}
NAMES = [f"fa.{name}" for name in fa.__all__] + [f"fa.special.{name}" for name in fa.special.__all__]

# ---- calls ------------------------------------------------------------------------------------------------------------------

PREAMBLE = """\
# pyright: strict
from contextlib import AbstractContextManager
from typing import Any, assert_type

import numpy as np
from numpy.typing import NDArray

import fastact as fa

rng = np.random.default_rng(0)
ints: NDArray[np.int64] = np.ones((2, 6), np.int64)
"""
# Arrays of each shape that an operand has, by a suffix of their names.
SHAPES = {"": (2, 6), "_half": (2, 3), "_double": (2, 12), "_row": (6,), "_rows": (2,), "_square": (2, 2)}
for bits in 16, 32, 64:
    for suffix, shape in SHAPES.items():
        PREAMBLE += f"f{bits}{suffix}: NDArray[np.float{bits}] = np.full({shape}, 0.5, np.float{bits})\n"

# Operands of other shapes than x.
SHAPE_OF = {
    r"\w*_packed_backward": {"dy": "_half"},
    r"crelu_backward": {"dy": "_double"},
    r"maxout_backward": {"dy": "_half"},
    r"logsumexp_backward": {"dy": "_rows", "y": "_rows"},
    r"bias_act(_backward)?": {"bias": "_row"},
}
# What is passed for required arguments that are no operands.
REQUIRED = {
    "chunks": "[f32, f64]",
    "index": "np.zeros((2, 3), np.intp)",
    "lengths": "[2, 4]",
    "name": '"gelu"',
    "parts": "[fa.softmax_partial(f32)]",
    "pieces": "2",
    "rng": "rng",
    "targets": "[0, 1]",
}
OF_UFUNCS = {"targets": "0.5", "slope": "0.25", "threshold": "0.5", "value": "0.25"} | dict.fromkeys(
    ("t_left", "a_left", "t_right", "a_right"), "0.5"
)
# Names that have calls of their own, and what these return; None where there is nothing to say of it.
CALLS = {
    "fa.Activation": {'fa.activations()["gelu"]': "fa.Activation"},
    "fa.SoftmaxPartial": {"fa.softmax_partial(f32)": "fa.SoftmaxPartial"},
    "fa.__version__": {"fa.__version__": "str"},
    "fa.activations": {
        "fa.activations()": "dict[str, fa.Activation]",
        'fa.activations()["elu"].parameters["alpha"].default': "float | None",
        'fa.activations()["elu"].bounds': "dict[str, dict[str, float]]",
    },
    "fa.disable_pool": {"fa.disable_pool()": None},
    "fa.enable_pool": {"fa.enable_pool(np.int64(2**20))": None},
    "fa.get": {'fa.get("GELU")(f32)': "NDArray[np.float32]", 'fa.get("LeakyReLU")(f32, 0.1)': "NDArray[np.float32]"},
    "fa.get_num_threads": {"fa.get_num_threads()": "int"},
    "fa.num_threads": {"fa.num_threads(np.int64(1))": "AbstractContextManager[None]"},
    "fa.online_logsumexp": {
        "fa.online_logsumexp([f32, f32])": "NDArray[np.float32]",
        "fa.online_logsumexp([ints, [[1, 2]]])": "NDArray[np.floating[Any]]",
    },
    "fa.pooled": {"fa.pooled()": "AbstractContextManager[None]"},
    "fa.set_num_threads": {"fa.set_num_threads(np.int64(1))": None},
    "fa.show_runtime": {"fa.show_runtime()": None},
    "fa.softmax_merge": {"fa.softmax_merge([fa.softmax_partial(f32)])": "fa.SoftmaxPartial"},
    "fa.softmax_partial": {
        "fa.softmax_partial(f32, np.int64(1))": "fa.SoftmaxPartial",
        "fa.softmax_partial(f32).sum": "np.ndarray[Any, np.dtype[np.float64]]",
    },
    "fa.trim_pool": {"fa.trim_pool()": None},
}
# Calls beside those of every function: with parameters, with NumPy's scalars, into arrays, of other kinds.
MORE = """
fa.gelu(f32, f64)
fa.gelu(f32, out=f64)
fa.gelu(f32, out=(f64,))
fa.gelu(f32, dtype=np.float64)
fa.gelu(1, dtype=np.float32)
fa.gelu(np.ma.array(f32))
fa.gelu_with_grad(f32, out=(f64, f32))
fa.gelu_with_grad(f32, f64, f32)
fa.gelu_backward(1.0, f32)
fa.gelu_backward(np.float32(1), np.float32(1))
fa.gelu_backward(f32, np.float32(1))
fa.gelu_backward(f32, np.int8(1))
fa.gelu_backward(np.int8(1), f32)
fa.gelu_backward(f32, ints)
fa.gelu_backward(1.0, ints)
fa.gelu_backward([[1.0]], f32)
fa.swiglu_backward(f32, ints, f32)
fa.elu(f32, np.int8(1))
fa.elu(0.5, ints)
fa.elu(f32, [[0.5, 1, 2, 3, 4, 5]])
fa.elu_backward(f32, ints, 0.5)
fa.hard_tanh(f32, max_val=np.int8(1))
fa.leaky_relu(f32, 0.1)
fa.leaky_relu(f32, negative_slope=f32_row)
fa.leaky_relu(f32, np.float32(0.1))
fa.leaky_relu(f32, np.float64(0.1))
fa.leaky_relu(np.float32(1), np.float64(0.1))
fa.leaky_relu(f32, out=f64)
fa.leaky_relu(f32, 0.1, f64)
fa.leaky_relu(f32, dtype=np.float64)
fa.leaky_relu_with_grad(f32, out=(f64, f32))
fa.swiglu(f32, f32, beta=2)
fa.srelu(f32, -1, 0.5, 1, f32_row)
fa.softmax(f32, None)
fa.softmax(f32, (0, 1))
fa.softmax(f32, np.int64(0), temperature=np.float32(2), where=ints > 0, sink=1.0, inf="nan")
fa.softmax(f32, temperature=np.int64(2))
fa.softmax(f32, out=f64)
fa.softmax(f32, dtype=np.float64)
fa.softmax(np.ma.array(f32))
fa.entmax(f32, np.float64(1.5))
fa.causal_softmax(f32, np.int64(1))
fa.logsumexp(f32, None)
fa.logsumexp(f32, keepdims=True)
fa.logsumexp(f32, out=f64_rows)
fa.logsumexp(ints, None)
fa.softmax_cross_entropy(f32, [0, 1], reduction="mean", ignore_index=np.int64(1), label_smoothing=np.float32(0.1))
fa.softmax_cross_entropy(f32, np.array([0, 1]), reduction="sum", weight=f32_row)
fa.glu_packed(f32, np.int64(-1), gate="first", interleaved=np.True_)
fa.swiglu_packed(f32, beta=2.0)
fa.gumbel_softmax(f32, np.float64(1), rng=rng, hard=True)
fa.maxout(f32, np.int64(2))
fa.rrelu(f32, rng=rng)
fa.rrelu(f32, np.float64(0.1), 0.2, rng)
fa.prelu_slope_backward(f32, f32, f32_row)
fa.bias_act("elu", f32, f32_row, alpha=0.5)
"""
# For the checkers alone.
LABELLED = """
class Labelled:
    def copy(self, deep: bool = True) -> "Labelled":
        return self

class Lazy:
    def compute(self, **kwargs: Any) -> NDArray[np.float32]:
        return f32

def of(a: np.ndarray[Any, np.dtype[np.float32]], b: NDArray[np.floating], s: np.floating) -> None:
    assert_type(fa.gelu(a), NDArray[np.float32])
    assert_type(fa.gelu(b), NDArray[np.floating[Any]])
    assert_type(fa.gelu(s), np.floating[Any])
    assert_type(fa.elu(a), NDArray[np.float32])
    assert_type(fa.elu(b, 0.5), NDArray[np.floating[Any]])
    assert_type(fa.elu(s), np.floating[Any])
    assert_type(fa.gelu_backward(a, a), NDArray[np.float32])
    assert_type(fa.gelu_backward(s, s), np.floating[Any])
    assert_type(fa.softmax(a), NDArray[np.float32])
    assert_type(fa.softmax(s), np.floating[Any])
"""
KEPT = {
    "fa.gelu(Labelled())": "Labelled",
    "fa.gelu(Lazy())": "Lazy",
    "fa.gelu_backward(Labelled(), f32)": "Labelled",
    "fa.gelu_backward(f32, Labelled())": "Labelled",
    "fa.elu_with_grad(Labelled(), 0.5)": "tuple[Labelled, Labelled]",
    "fa.softmax(Labelled())": "Labelled",
    "fa.softmax_backward(Labelled(), Labelled())": "Labelled",
    "fa.softmax(Lazy(), temperature=2.0)": "Lazy",
    "fa.swiglu_packed(Labelled())": "Labelled",
}
WRONG = """
fa.gelu("text")
fa.gelu(1j)
fa.gelu(bytearray(3))
fa.gelu([None])
fa.gelu(f32, axis=0)
fa.gelu_backward(f32)
fa.elu(f32, slope=0.1)
fa.elu(x=1.0)
fa.elu(f32, "1")
fa.srelu(f32)
fa.softmax("text")
fa.softmax(["text"])
fa.softmax(f32, 0.5)
fa.softmax(f32, inf="strict")
fa.softmax(f32, out=[1.0])
fa.softmax(f32, temperature="1")
fa.softmax_cross_entropy(f32, [1, 1], reduction="average")
fa.glu_packed(f32, gate="third")
fa.gumbel_softmax(f32)
fa.get(1)
fa.set_num_threads(1.5)
fa.gelu_with_grad(f32).shape
fa.no_such_function(f32)
"""
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
    inexact = re.search(r"\[\[|\bints,|\bints\)|np\.int8\(|\(.*np\.ones\(", call) is not None
    if isinstance(result, tuple):
        first, *others = result
        of_others = [one_type(each, inexact, False) for each in others]
        return f"tuple[{', '.join([one_type(first, inexact, is_either(call)), *of_others])}]"
    return one_type(result, inexact, is_either(call))


def is_either(call):
    """Whether its result, or the first, is an array or a scalar by shapes, which the checkers do not know."""
    name, _, arguments = call.partition("(")
    if name == "fa.logsumexp":
        return not re.search("None|keepdims|out", arguments)
    is_loss = "reduction" in inspect.signature(eval(name, {"fa": fa})).parameters
    return is_loss and (name.endswith("_with_grad") or not name.endswith("_grad")) and "reduction" not in arguments


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


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    path = tmp_path_factory.mktemp("types") / "every_name.py"
    lines = [call if told is None else f"assert_type({call}, {told})" for call, told in every_call()]
    kept = [f"assert_type({call}, {told})" for call, told in KEPT.items()]
    path.write_text("\n".join([PREAMBLE, *lines, LABELLED, *kept, ""]))
    return path


# ---- checkers ---------------------------------------------------------------------------------------------------------------

STUBS = [str(PACKAGE / path) for path in write_stubs.STUBS]


def mypy(*arguments, module="mypy", cwd=None, path=ROOT):
    """A run of mypy, or of a module of it, that finds stubs in a folder first."""
    environment = os.environ | {"MYPYPATH": str(path), "PYTHONPATH": str(ROOT), "MYPY_CACHE_DIR": os.devnull}
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
    assert not [name for name in NAMES if not re.search(rf"{re.escape(name)}\b", text)]


def test_mypy_has_nothing_to_say_of_the_stubs_and_of_calls_of_every_name(script):
    done = mypy("--strict", *STUBS, script)
    assert done.returncode == 0 and done.stdout.startswith("Success"), done.stdout[:5000] + done.stderr


def test_pyright_has_nothing_to_say_of_the_stubs_and_of_calls_of_every_name(script):
    assert not pyright(*STUBS, script)


def test_both_refuse_what_no_function_takes(tmp_path):
    script = tmp_path / "wrong.py"
    script.write_text(PREAMBLE + WRONG)
    first = PREAMBLE.count("\n") + 2
    lines = set(range(first, first + WRONG.count("\n") - 1))
    assert {int(line) for line in re.findall(r"^\S*wrong\.py:(\d+): error", mypy("--strict", script).stdout, re.M)} == lines
    found = {int(found.split(":")[1]) for found in pyright(script)}
    assert {line for line in found if line >= first} == lines  # what is imported in vain stands before


def test_the_stubs_have_what_there_is_and_say_more_of_ufuncs_than_their_class(tmp_path):
    """stubtest compares names, arguments, defaults and classes; it knows of a ufunc no more than np.ufunc."""
    for path in write_stubs.STUBS:
        copy = tmp_path / "fastact" / path
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(PACKAGE / path, copy)
    (tmp_path / "fastact" / "catalogue" / "__init__.pyi").touch()
    names = [name for name in fa.__all__ if isinstance(getattr(fa, name), np.ufunc)]
    allowed = tmp_path / "allowed.txt"
    allowed.write_text("".join(f"fastact\\.{name}\n" for name in names))
    options = ["--ignore-missing-stub", "--concise", "--allowlist", allowed]
    done = mypy("fastact", *options, module="mypy.stubtest", cwd=tmp_path, path=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[:5000]


def test_what_the_stubs_name_can_be_imported():
    assert isinstance(fa.activations()["elu"], fa.Activation)
    assert isinstance(fa.softmax_partial([1.0]), fa.SoftmaxPartial)
    for name in re.findall(r"^class (\w+)", write_stubs.catalogue_stub(), re.M):
        assert inspect.isclass(getattr(importlib.import_module("fastact.catalogue.activations"), name))
