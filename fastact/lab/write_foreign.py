"""Writes into docs/arrays.md what the functions do with each type of array, by calling them:

python -m fastact.lab.write_foreign

Numbers are held to those of an ndarray.  Rows of libraries that are not installed stay as they are.
"""

import importlib
import re
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np

import fastact as fa

PAGE = Path(__file__).parents[2] / "docs" / "arrays.md"
BEGIN, END = "<!-- Written by python -m fastact.lab.write_foreign. -->", "<!-- As far as here. -->"
ROWS = np.array([[1.0, -2.0, 0.5, 0.25], [3.0, 0.125, -1.0, 2.0]])
MASK = np.array([[False, True, False, False], [False, False, False, True]])

CALLS = {  # of x and what is right of it
    "gelu(x)": lambda x, right: fa.gelu(x),
    "elu(x, 0.5)": lambda x, right: fa.elu(x, 0.5),
    "gelu_with_grad(x)": lambda x, right: fa.gelu_with_grad(x),
    "gelu_backward(x, x)": lambda x, right: fa.gelu_backward(x, x),
    "swiglu(x, x)": lambda x, right: fa.swiglu(x, x),
    "swiglu_packed(x)": lambda x, right: fa.swiglu_packed(x),
    "softmax(x)": lambda x, right: fa.softmax(x),
    "logsumexp(x)": lambda x, right: fa.logsumexp(x),
    "softmax_cross_entropy(x, t)": lambda x, right: fa.softmax_cross_entropy(x, right),
    "sigmoid_cross_entropy(x, 1)": lambda x, right: fa.sigmoid_cross_entropy(x, 1.0),
}

ERRORS = {  # by a letter: a part of the message, the first that is in it, and how it is written; {} are names
    "a": ("operand type(s) all", "operand type(s) all returned NotImplemented from __array_ufunc__ ..."),
    "b": ("ufunc '", "ufunc '{}' not supported for the input types ..."),
    "c": ("() does not take", "{}() does not take {} for x"),
    "d": ("in one chunk", "{}() needs axis 1 of x in one chunk, not in 2: x.rechunk({{1: -1}})"),
    "e": ("must be an array of real numbers", "x must be an array of real numbers (...), not of {}"),
    "f": ("only ufuncs that return one", "only ufuncs that return one 1D array are supported"),
    "g": ("UDF called without return type", "UDF called without return type ..., when the expression is computed"),
}


class Kind(NamedTuple):
    """A type of array: `make(module, rows)` is one of the library, of rows or of the first row alone if it is `flat`, and
    `numbers(module, result)` an ndarray again."""

    library: str
    make: Callable
    numbers: Callable = lambda module, result: result
    flat: bool = False


def to_numpy(module, result):
    return result.to_numpy() if hasattr(result, "to_numpy") else result


class Interface:
    """An object that has `__array_interface__` alone."""

    def __init__(self, rows):
        self.rows, self.__array_interface__ = rows, rows.__array_interface__


def lazily(dask, result):
    """Computed here, and not before."""
    with dask.config.set(scheduler="synchronous"):
        return result.compute()


def selected(polars, result):
    """An expression's column; of more than one result polars says only here that it has none."""
    return polars.DataFrame({"x": ROWS[0]}).select(result).to_series().to_numpy()


NAMES = ["a", "b", "c", "d"]
KINDS = {
    "pandas DataFrame": Kind("pandas", lambda pd, x: pd.DataFrame(x, columns=NAMES), to_numpy),
    "pandas DataFrame of Float64": Kind("pandas", lambda pd, x: pd.DataFrame(x).astype("Float64"), to_numpy),
    "pandas Series": Kind("pandas", lambda pd, x: pd.Series(x), to_numpy, True),
    "pandas Series of Float64": Kind("pandas", lambda pd, x: pd.Series(x, dtype="Float64"), to_numpy, True),
    "pandas Index": Kind("pandas", lambda pd, x: pd.Index(x), to_numpy, True),
    "polars DataFrame": Kind("polars", lambda pl, x: pl.DataFrame(x, schema=NAMES), to_numpy),
    "polars Series": Kind("polars", lambda pl, x: pl.Series(x), to_numpy, True),
    "polars expression": Kind("polars", lambda pl, x: pl.col("x"), selected, True),
    "polars LazyFrame": Kind("polars", lambda pl, x: pl.LazyFrame(x, schema=NAMES)),
    "xarray DataArray": Kind("xarray", lambda xr, x: xr.DataArray(x, dims=("row", "column")), to_numpy),
    "xarray Dataset": Kind(
        "xarray", lambda xr, x: xr.Dataset({"v": (("row", "column"), x)}), lambda xr, result: result["v"].to_numpy()
    ),
    "Dask array, axis in one chunk": Kind("dask", lambda dask, x: of_dask(x, (1, 4)), lazily),
    "Dask array, axis in several chunks": Kind("dask", lambda dask, x: of_dask(x, (2, 2)), lazily),
    "masked array": Kind("numpy", lambda np, x: np.ma.array(x, mask=MASK)),
    "numpy.matrix": Kind("numpy", lambda np, x: np.asmatrix(x)),
    "ndarray of objects": Kind("numpy", lambda np, x: x.astype(object)),
    "ndarray of longdouble": Kind("numpy", lambda np, x: x.astype(np.longdouble)),
    "list": Kind("numpy", lambda np, x: x.tolist()),
    "memoryview": Kind("numpy", lambda np, x: memoryview(x)),
    "object with `__array_interface__`": Kind("numpy", lambda np, x: Interface(x)),
    "SciPy sparse array": Kind("scipy", lambda scipy, x: importlib.import_module("scipy.sparse").csr_array(x)),
    "sparse COO": Kind("sparse", lambda sparse, x: sparse.COO(x), lambda sparse, result: result.todense()),
    "awkward Array": Kind("awkward", lambda ak, x: ak.Array(x.tolist()), lambda ak, result: ak.to_numpy(result)),
    "PyArrow Array": Kind("pyarrow", lambda pa, x: pa.array(x), flat=True),
    "PyArrow Table": Kind("pyarrow", lambda pa, x: pa.table(dict(zip(NAMES, x.T)))),
    "unyt_array": Kind("unyt", lambda unyt, x: unyt.unyt_array(x, "dimensionless")),
    "array_api_strict Array": Kind("array_api_strict", lambda xp, x: xp.asarray(x)),
    "JAX Array": Kind("jax", lambda jax, x: jax.numpy.asarray(x)),
}


def of_dask(rows, chunks):
    return importlib.import_module("dask.array").from_array(rows, chunks=chunks)


# ---- what a call does --------------------------------------------------------------------------------------------------------


def cell(kind, module, call):
    """The type of the result, or the error's, with the letter of its message; `wrong` where the numbers are."""
    rows = ROWS[0] if kind.flat else ROWS
    right = 2 if kind.flat else np.array([2, 0])
    try:
        result = unasked(kind, call, kind.make(module, rows), right)
        parts = result if type(result) is tuple else (result,)
        numbers = [kind.numbers(module, part) for part in parts]
    except Exception as error:
        return f"{type(error).__name__} {letter(str(error))}"
    x = np.where(MASK, -np.inf, ROWS) if isinstance(result, np.ma.MaskedArray) else rows
    with np.errstate(all="ignore"):
        want = call(x, right)
    for one, other in zip(numbers, want if type(want) is tuple else (want,), strict=True):
        if not same(one, other):
            return "**wrong**"
    return " and ".join(dict.fromkeys(f"`{type(part).__name__}`" for part in parts))


def unasked(kind, call, x, right):
    """The call, in which nothing lazy may be computed."""
    if kind.library != "dask":
        return call(x, right)

    def refuse(*args, **kwargs):
        raise RuntimeError("computed while the call ran")

    with importlib.import_module("dask").config.set(scheduler=refuse):
        return call(x, right)


def same(one, other):
    """Whether numbers are those of an ndarray, but for what is masked."""
    if isinstance(one, np.ma.MaskedArray):
        hidden, one = np.ma.getmaskarray(one), np.ma.getdata(one)
        lost = hidden.shape == MASK.shape and not np.array_equal(hidden, MASK)
    else:
        hidden, one, lost = np.zeros(np.shape(one), bool), np.asarray(one, np.float64), False
    if one.shape != np.shape(other) or lost:
        return False
    return np.allclose(one[~hidden], np.asarray(other)[~hidden], rtol=1e-6)  # JAX computes in float32


def letter(message):
    for one, (part, _) in ERRORS.items():
        if part in message:
            return one
    raise ValueError(f"write_foreign has no letter for the error {message!r}")


# ---- the table ---------------------------------------------------------------------------------------------------------------


def row(name):
    """A line of the table; None where the library is not installed."""
    kind = KINDS[name]
    try:
        module = importlib.import_module(kind.library)
    except ModuleNotFoundError:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return f"| {name} | {' | '.join(cell(kind, module, call) for call in CALLS.values())} |"


def stored(text):
    """The lines of the table in a page, by the names of types."""
    part = text[text.index(BEGIN) : text.index(END)]
    return {line.split(" | ")[0].removeprefix("| "): line for line in part.splitlines() if line.startswith("| ")}


def section(before):
    """The table, with the lines that it had where there are no new ones."""
    lines = {name: row(name) or before.get(name, "") for name in KINDS}
    used = sorted(set(re.findall(r"Error (\w) \|", " ".join(lines.values()))))
    heads = [f"`{call}`" for call in CALLS]
    table = [f"| x is | {' | '.join(heads)} |", "|" + "---|" * (len(heads) + 1), *filter(None, lines.values())]
    told = [f"- {one}: `{ERRORS[one][1].replace('{}', '...').replace('{{', '{').replace('}}', '}')}`" for one in used]
    return "\n".join([BEGIN, "", *table, "", "The messages:", "", *told, "", END])


def document(text):
    """The page with a new table."""
    before = stored(text) if BEGIN in text else {}
    return text[: text.index(BEGIN)] + section(before) + text[text.index(END) + len(END) :]


def versions():
    """Of the libraries that are installed, in words."""
    found = []
    for library in dict.fromkeys(kind.library for kind in KINDS.values()):
        try:
            found.append(f"{library} {version(library)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


if __name__ == "__main__":
    PAGE.write_text(document(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{PAGE}: with {versions()}")
