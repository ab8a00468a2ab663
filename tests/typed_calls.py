"""Calls for type checkers, as text, with the types that they have where the calls themselves do not tell."""

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
    "fa.get_include": {"fa.get_include()": "str"},
    "fa.get_num_threads": {"fa.get_num_threads()": "int"},
    "fa.num_threads": {"fa.num_threads(np.int64(1))": "AbstractContextManager[None]"},
    "fa.online_logsumexp": {
        "fa.online_logsumexp([f32, f32])": "NDArray[np.float32]",
        "fa.online_logsumexp([ints, [[1, 2]]])": "NDArray[np.floating[Any]]",
    },
    "fa.pooled": {"fa.pooled()": "AbstractContextManager[None]"},
    "fa.patch": {'fa.patch("scipy")': None},
    "fa.patched": {'fa.patched("scipy", "sklearn")': "AbstractContextManager[None]"},
    "fa.patches": {"fa.patches()[0].served": "int", "fa.patches()[0].passed": "dict[str, int]"},
    "fa.set_num_threads": {"fa.set_num_threads(np.int64(1))": None},
    "fa.show_runtime": {"fa.show_runtime()": None, 'fa.show_runtime(mode="dicts")': "dict[str, Any]"},
    "fa.softmax_merge": {"fa.softmax_merge([fa.softmax_partial(f32)])": "fa.SoftmaxPartial"},
    "fa.softmax_partial": {
        "fa.softmax_partial(f32, np.int64(1))": "fa.SoftmaxPartial",
        "fa.softmax_partial(f32).sum": "np.ndarray[Any, np.dtype[np.float64]]",
    },
    "fa.trim_pool": {"fa.trim_pool()": None},
    "fa.unpatch": {"fa.unpatch()": None, 'fa.unpatch("scipy")': None},
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
