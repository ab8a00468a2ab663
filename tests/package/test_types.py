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

STRICT = "# pyright: strict\n"
PREAMBLE = f"""\
{STRICT}from contextlib import AbstractContextManager
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
    "fa.get": {
        'fa.get("GELU")(f32)': "NDArray[np.float32]",
        'fa.get("LeakyReLU")(f32, 0.1)': "NDArray[np.float32]",
        'fa.get("swiglu")(f32, f32)': "NDArray[np.float32]",
        'fa.get("BCEWithLogitsLoss")(f32, 1)': "NDArray[np.float32]",
        'fa.get("BCEWithLogitsLoss")(f32, 1, reduction="mean")': "np.float32",
        'fa.get("F.glu")': None,
    },
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
fa.gelu_backward(np.ma.array(f32), np.ma.array(f32))
fa.bias_act("elu", np.ma.array(f32), f32_row)
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
fa.softmax_cross_entropy(f32, [0, 1], out=f64_rows)
fa.softmax_cross_entropy_with_grad(f32, [0, 1], reduction="mean")
fa.softmax_cross_entropy_with_grad(f32, [0, 1], out=(f64_rows, f64))
fa.softmax_cross_entropy_grad(f32, [0, 1], out=f64)
fa.sigmoid_cross_entropy(f32, f64, 2.0, f64)
fa.sigmoid_cross_entropy(f32, True, reduction="mean", weight=f32_row, where=ints > 0)
fa.sigmoid_cross_entropy(f32, 0, dtype=np.float64)
fa.sigmoid_cross_entropy(0.5, 1, dtype=np.float32)
fa.sigmoid_cross_entropy(f32, 0, reduction="sum", dtype="d")
fa.sigmoid_cross_entropy_grad(f32, 0, f32_row, reduction="mean")
fa.sigmoid_cross_entropy_grad(f32, 0, out=f64)
fa.sigmoid_cross_entropy_with_grad(f32, 0, reduction="mean")
fa.sigmoid_cross_entropy_with_grad(f32, 0, out=(f64, f32))
fa.causal_softmax(f32, where=ints > 0)
fa.special.expit(f16, f64)
fa.special.expit(f16, dtype=np.float32)
fa.special.expit(np.float16(1))
fa.special.logsumexp(f32, b=f32_row)
fa.glu_packed(f32, np.int64(-1), gate="first", interleaved=np.True_)
fa.swiglu_packed(f32, beta=2.0)
fa.gumbel_softmax(f32, np.float64(1), rng=rng, hard=True)
fa.maxout(f32, np.int64(2))
fa.rrelu(f32, rng=rng)
fa.rrelu(f32, np.float64(0.1), 0.2, rng)
fa.prelu_slope_backward(f32, f32, f32_row)
fa.bias_act("elu", f32, f32_row, alpha=0.5)
fa.bias_act(fa.elu, f32, 0.5)
fa.bias_act("ELU", x=f32, bias=np.float32(1), out=f64)
fa.bias_act_backward("elu", f32, f32, 0.5, alpha=0.5)
fa.bias_act_backward(fa.gelu, f32, f32, np.float32(0.5))
fa.bias_act_backward("gelu", ints, ints, 1)
fa.bias_act_backward("gelu", f32, f32, f32_row, out=(f64, f64_row))
fa.leaky_relu(f32, 0.1, out=(f64,))
fa.leaky_relu(f32, out=None)
fa.logsumexp(f32, out=...)
fa.softmax(f32, out=...)
fa.glu_packed(f32, out=...)
"""
# For the checkers alone.
ASKED = """
fa.gelu(f32, out=...)
fa.gelu_with_grad(f32, out=...)
fa.elu(f32, out=...)
fa.elu_with_grad(f32, out=...)
fa.special.expit(f32, out=...)
fa.bipolar_relu(f32, out=...)
"""
FOR_CHECKERS = """
class Labelled:
    def __len__(self) -> int:
        return 2

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        return f32

    def copy(self, deep: bool = True) -> "Labelled":
        return self

class Frame:
    def __len__(self) -> int:
        return 2

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        return f32

    def clone(self) -> "Frame":
        return self

class Column:
    def __len__(self) -> int:
        return 2

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        return f32

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **kwargs: Any) -> "Column":
        return self

    def clone(self) -> "Column":
        return self

class Lazy:
    def __len__(self) -> int:
        return 2

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return f32

    def compute(self, **kwargs: Any) -> Any:
        return f32

    def rechunk(self, chunks: Any = "auto") -> "Lazy":
        return self

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
    assert_type(fa.sigmoid_cross_entropy(a, 1), NDArray[np.float32])
    assert_type(fa.sigmoid_cross_entropy(b, 1), NDArray[np.floating[Any]])

def with_matrix(m: "np.matrix[tuple[int, int], np.dtype[np.float32]]") -> None:
    assert_type(fa.gelu(m), "np.matrix[tuple[int, int], np.dtype[np.float32]]")
    assert_type(fa.softmax(m), "np.matrix[tuple[int, int], np.dtype[np.float32]]")
    assert_type(fa.bias_act_backward("elu", m, m, 0.5)[0], "np.matrix[tuple[int, int], np.dtype[np.float32]]")
    assert_type(fa.bias_act("elu", m, 0.5), "np.matrix[tuple[int, int], np.dtype[np.float32]]")

assert_type(fa.sigmoid_cross_entropy.ufunc, np.ufunc)
assert_type(fa.sigmoid_cross_entropy_grad.ufunc, np.ufunc)
assert_type(fa.sigmoid_cross_entropy_with_grad.ufunc, np.ufunc)
assert_type(fa.elu.ufunc, np.ufunc)
assert_type(fa.get("sigmoid_cross_entropy").ufunc, np.ufunc)
assert_type(fa.elu.parameters, tuple[str, ...])
assert_type(fa.gelu(0.5, out=...), NDArray[np.floating[Any]])
assert_type(fa.softmax(0.5, out=...), NDArray[np.floating[Any]])
assert_type(fa.elu(0.5, out=...), NDArray[np.floating[Any]])
assert_type(fa.elu_with_grad(0.5, out=...), tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]])
assert_type(fa.softmax_cross_entropy(f32_row, 1, out=...), NDArray[np.float32])
assert_type(fa.softmax_cross_entropy_with_grad(f32, [0, 1], reduction="mean", out=...)[0], NDArray[np.float32])
assert_type(fa.sigmoid_cross_entropy(0.5, 1, reduction="sum", out=...), NDArray[np.float64])
assert_type(fa.sigmoid_cross_entropy_grad(np.float32(0.5), 1, out=...), NDArray[np.float32])
assert_type(fa.sigmoid_cross_entropy_with_grad(f32, 1, reduction="mean", out=...)[0], NDArray[np.float32])
out_f64: NDArray[np.float64] = np.ones((2, 6))
assert_type(fa.softmax_cross_entropy_with_grad(f32, [0, 1], reduction="mean", out=(None, out_f64))[1], NDArray[np.float64])
assert_type(fa.softmax_cross_entropy_with_grad(f32, [0, 1], out=out_f64)[1], NDArray[np.float64])
assert_type(fa.sigmoid_cross_entropy_with_grad(f32, 1, out=(out_f64, None))[0], NDArray[np.float64])
"""
# Types of results where operands are of other libraries, and are kept by ufuncs and by functions: {T} is that of each
# operand x, and other is an array of NumPy's.
KEPT_BY_UFUNCS = {
    "fa.gelu({x})": "{T}",
    "fa.gelu({x}, dtype=np.float32)": "{T}",
    "fa.gelu_backward({x}, {other})": "{T}",
    "fa.gelu_backward({other}, {x})": "{T}",
    "fa.gelu_backward({x}, {x})": "{T}",
    "fa.elu_with_grad({x}, 0.5)": "tuple[{T}, {T}]",
    "fa.special.expit({x})": "{T}",
}
KEPT = {
    "fa.softmax({x})": "{T}",
    "fa.softmax({x}, None, temperature=2.0)": "{T}",
    "fa.softmax_backward({x}, {x})": "{T}",
    "fa.softmax_backward({other}, {x})": "{T}",
    "fa.causal_softmax({x})": "{T}",
    "fa.sparsemax({x})": "{T}",
    'fa.bias_act("gelu", {x}, 0.5)': "{T}",
    "fa.crelu({x})": "{T}",
    "fa.maxout({x}, 2)": "tuple[{T}, {T}]",
    "fa.swiglu_packed({x})": "{T}",
    "fa.rrelu({x}, rng=rng)": "tuple[{T}, {T}]",
    "fa.softmax_cross_entropy_grad({x}, [0, 1])": "{T}",
    "fa.sigmoid_cross_entropy({x}, 1)": "{T}",
    "fa.sigmoid_cross_entropy_grad({x}, 1, reduction='mean')": "{T}",
    "fa.sigmoid_cross_entropy_with_grad({x}, 1)": "tuple[{T}, {T}]",
}
# Of what is lazy numbers too.
LAZY = {
    "fa.logsumexp({x})": "{T}",
    "fa.logsumexp({x}, None)": "{T}",
    "fa.softmax_cross_entropy({x}, [0, 1], reduction='mean')": "{T}",
    "fa.sigmoid_cross_entropy({x}, 1, reduction='sum')": "{T}",
    "fa.sigmoid_cross_entropy_with_grad({x}, 1, reduction='sum')": "tuple[{T}, {T}]",
}
# How to make an array of each library that is served.
LIBRARIES = {
    "pd.DataFrame": ("import pandas as pd", "pd.DataFrame(ARRAY)"),
    "pd.Series": ("import pandas as pd", "pd.Series(ARRAY[0])"),
    "pl.DataFrame": ("import polars as pl", "pl.DataFrame(ARRAY)"),
    "pl.Series": ("import polars as pl", "pl.Series(ARRAY[0])"),
    "xr.DataArray": ("import xarray as xr", "xr.DataArray(ARRAY)"),
    "da.Array": ("import dask.array as da", "da.from_array(ARRAY)"),
}


def kept(kind, x, other="f32", *, by_ufuncs=True, lazy=False):
    """Calls with an operand of a type, each with the type of what is returned."""
    for call, told in ((KEPT_BY_UFUNCS if by_ufuncs else {}) | KEPT | (LAZY if lazy else {})).items():
        yield call.format(x=x, other=other), told.format(T=kind)


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
fa.sigmoid_cross_entropy(f32, [1, 1], reduction="average")
fa.sigmoid_cross_entropy(f32, 1, axis=0)
fa.sigmoid_cross_entropy("text", 1)
fa.sigmoid_cross_entropy_with_grad(f32, 1, out=f32)
fa.sigmoid_cross_entropy.ufunc.no_such_attribute
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
    path.write_text("\n".join([PREAMBLE, *lines, FOR_CHECKERS, *others, ""]))
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
    ufuncs = [(one, name) for one in MODULES.values() for name in one.__all__ if isinstance(getattr(one, name), np.ufunc)]
    allowed = tmp_path / "allowed.txt"
    allowed.write_text("".join(f"{re.escape(f'{module.__name__}.{name}')}\n" for module, name in ufuncs))
    options = ["--ignore-missing-stub", "--concise", "--allowlist", allowed]
    done = mypy("fastact", *options, module="mypy.stubtest", cwd=tmp_path, path=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[:5000]


def test_what_the_stubs_name_can_be_imported():
    assert isinstance(fa.activations()["elu"], fa.Activation)
    assert isinstance(fa.softmax_partial([1.0]), fa.SoftmaxPartial)
    for name in re.findall(r"^class (\w+)", write_stubs.catalogue_stub(), re.M):
        assert inspect.isclass(getattr(importlib.import_module("fastact.catalogue.activations"), name))
