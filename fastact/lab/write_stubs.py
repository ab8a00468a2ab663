"""Writes what lists the public names, of which a row of a table makes four functions or six:

    python -m fastact.lab.write_stubs

makes the stubs anew, with types and docstrings, and the lists of names in fastact/__init__.py.
"""

import inspect
import json
import re
import textwrap
from functools import partial
from importlib import import_module
from pathlib import Path

import fastact
from fastact import capi, special
from fastact._core.c_api import entries
from fastact._core.c_names import NAMES
from fastact._core.docstrings import KINDS
from fastact._core.table_functions import FUNCTIONS
from fastact._core.table_rows import FromOutput
from fastact._core.ufuncs import built
from fastact.catalogue import activations
from fastact.functions.gates import PACKED
from fastact.lab import nn_signatures
from fastact.lab.signatures import WIDTH, class_of, class_stub, docstring, function_stub, is_ufunc, variable_stub

PACKAGE = Path(fastact.__file__).parent
BEGIN = "# ---- from the tables, by `python -m fastact.lab.write_stubs` ".ljust(WIDTH, "-")
END = "# ---- end of what is from the tables ".ljust(WIDTH, "-")

HEADER = '''\
# Made by `python -m fastact.lab.write_stubs`: the public names with their types, and with their docstrings for tools that do
# not import.
#
# The first overload that fits a call says what it returns.  To a type checker np.float64 is a float and bool is an int.  For
# np.float64 as a parameter there are overloads before those of float; but True is taken for a float, whose result is float64,
# where most functions compute it in float16 as numpy.exp does.  A 0-d array is taken for an array; its result is a scalar.
#
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from types import EllipsisType
from typing import Any, Literal, NamedTuple, NoReturn, Protocol, SupportsIndex, TypeAlias, TypedDict, TypeVar, Unpack, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fastact import backends as backends
from fastact import capi as capi
from fastact import nn as nn
from fastact import special as special
from fastact.backends.patch import Patches
from fastact.catalogue.activations import Activation as Activation

__version__: str
{public}

# ---- what arguments are ------------------------------------------------------------------------------------------------------

_F = TypeVar("_F", bound=np.floating[Any])
_D = TypeVar("_D", bound=np.floating[Any])
_S = TypeVar("_S", bound=tuple[int, ...])
_Out = TypeVar("_Out", bound=np.ndarray[Any, Any])
_Out2 = TypeVar("_Out2", bound=np.ndarray[Any, Any])
_M = TypeVar("_M", bound=np.ma.MaskedArray[Any, np.dtype[np.floating[Any]]] | np.matrix[Any, np.dtype[np.floating[Any]]])
_K = TypeVar("_K", bound=_Labelled | _Lazy | _Cloned)
_U = TypeVar("_U", bound=_Labelled | _Lazy | _Column | _Tensor)
_L = TypeVar("_L", bound=_Lazy)
_T_co = TypeVar("_T_co", covariant=True)
_N_co = TypeVar("_N_co", bound=np.generic, covariant=True)

class _Array(Protocol[_N_co]):
    """What NumPy takes for an array of these numbers, and no scalar."""

    def __len__(self) -> int: ...
    def __array__(self) -> np.ndarray[Any, np.dtype[_N_co]]: ...

class _Nested(Protocol[_T_co]):
    """A sequence, or one of sequences; text is none."""

    def __len__(self, /) -> int: ...
    def __contains__(self, x: object, /) -> bool: ...
    @overload
    def __getitem__(self, index: int, /) -> _T_co | _Nested[_T_co]: ...
    @overload
    def __getitem__(self, index: slice, /) -> _Nested[_T_co]: ...
    def __iter__(self, /) -> Iterator[_T_co | _Nested[_T_co]]: ...
    def __reversed__(self, /) -> Iterator[_T_co | _Nested[_T_co]]: ...

class _Labelled(Protocol):
    """An array with labels, of pandas or xarray."""

    def copy(self, deep: bool = ...) -> Any: ...

class _Lazy(Protocol):
    """An array that is computed later, of Dask."""

    def compute(self, **kwargs: Any) -> Any: ...
    @property
    def rechunk(self) -> Any: ...

class _Cloned(Protocol):
    """An array of polars, or a tensor: functions keep them all, ufuncs the two below, which say so to NumPy."""

    def clone(self) -> Any: ...

class _Column(_Cloned, Protocol):
    @property
    def __array_ufunc__(self) -> Any: ...

class _Tensor(_Cloned, Protocol):
    @property
    def __array_wrap__(self) -> Any: ...

_Number: TypeAlias = np.floating[Any] | np.integer[Any] | np.bool
_Scalar: TypeAlias = float | _Number
_Integer: TypeAlias = np.integer[Any] | np.bool
_Exact: TypeAlias = _Array[_Integer] | _Nested[_Scalar | _Array[_Number]]
_Reals: TypeAlias = _Scalar | _Array[_Number] | _Nested[_Scalar | _Array[_Number]]
_Operand: TypeAlias = _Reals | _Labelled | _Lazy | _Cloned
_Real: TypeAlias = float | np.floating[Any] | np.integer[Any]
_Bool: TypeAlias = bool | np.bool
_Axis: TypeAlias = SupportsIndex | Sequence[SupportsIndex] | None
_DTypeOf: TypeAlias = type[_D] | np.dtype[_D]
_Outs: TypeAlias = tuple[np.ndarray[Any, Any] | None, np.ndarray[Any, Any] | None]
_Inf: TypeAlias = Literal["limit", "nan"]
_Gate: TypeAlias = Literal["first", "second"]

class _Options(TypedDict, total=False):
    where: ArrayLike
    casting: Literal["no", "equiv", "safe", "same_kind", "unsafe"]
    order: Literal["K", "A", "C", "F"] | None
    subok: bool
    signature: str | tuple[DTypeLike | None, ...]
    sig: str | tuple[DTypeLike | None, ...]

# ---- what functions are ------------------------------------------------------------------------------------------------------

class _Parametric:
    """A ufunc whose last operands are parameters with names and defaults."""

    @property
    def ufunc(self) -> np.ufunc: ...
    @property
    def parameters(self) -> tuple[str, ...]: ...
    @property
    def nin(self) -> int: ...
    @property
    def nout(self) -> int: ...
    @property
    def nargs(self) -> int: ...
    @property
    def ntypes(self) -> int: ...
    @property
    def types(self) -> list[str]: ...
    @property
    def identity(self) -> None: ...
    @property
    def signature(self) -> None: ...
    def reduce(self, *args: Any, **kwargs: Any) -> NoReturn: ...
    def accumulate(self, *args: Any, **kwargs: Any) -> NoReturn: ...
    def reduceat(self, *args: Any, **kwargs: Any) -> NoReturn: ...
    def outer(self, *operands: ArrayLike, **kwargs: Any) -> NDArray[np.floating[Any]]: ...
    def at(self, a: np.ndarray[Any, Any], indices: Any, /, *others: ArrayLike, **given: ArrayLike) -> None: ...
    def resolve_dtypes(self, dtypes: Sequence[Any], **kwargs: Any) -> tuple[np.dtype[Any], ...]: ...
    __name__: str
    __signature__: Signature

class _OverUfunc:
    """A function over a ufunc, which computes its elements."""

    @property
    def ufunc(self) -> np.ufunc: ...
    __name__: str

class _Function(Protocol):
    """What `get` returns for a name that is not known before it runs; what that returns is one array, mostly."""

    @property
    def __name__(self) -> str: ...
    def __call__(self, x: _Operand, /, *others: Any, **options: Any) -> NDArray[np.floating[Any]] | Any: ...
'''

# ---- fastact/__init__.pyi ---------------------------------------------------------------------------------------------------

FUNCTIONS_BEGIN = "\n# ---- the names ".ljust(WIDTH + 1, "-") + "\n"


def public():
    """By name; those of the tables as they are now, not as fastact/__init__.py lists them."""
    return {name: getattr(fastact, name) for name in fastact.__all__} | FUNCTIONS | PACKED


def stub():
    classes, variables = {}, ""
    for name, function in sorted(public().items()):
        if is_ufunc(function):
            of_class, text = class_of(function)
            classes[of_class] = text
            variables += variable_stub(name, of_class, docstring(function))
        elif callable(function) and not isinstance(function, type):
            variables += function_stub(name, function)
    classes = "".join(text for _, text in sorted(classes.items()))
    names = textwrap.fill(", ".join(f'"{name}"' for name in sorted(public())), WIDTH - 4)
    header = HEADER.replace("{public}", f"__all__ = [\n{textwrap.indent(names, '    ')},\n]")
    return header + classes + FUNCTIONS_BEGIN + class_stub(fastact.SoftmaxPartial) + variables


# ---- the other stubs --------------------------------------------------------------------------------------------------------

CATALOGUE = """\
# Made by `python -m fastact.lab.write_stubs`: what `fastact.activations` returns.
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple
"""

SPECIAL = """\
# Made by `python -m fastact.lab.write_stubs`: SciPy's names with their types.
#
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
from types import EllipsisType
from typing import Any, Literal, Unpack, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fastact import {private}

__all__ = {public}
"""


def catalogue_stub():
    classes = FromOutput, activations.Parameter, activations.Properties, activations.Activation
    return CATALOGUE + "".join(map(class_stub, classes))


def special_stub():
    classes, texts = {}, ""
    for name in special.__all__:
        function = getattr(special, name)
        if is_ufunc(function):
            of_class, text = class_of(function)
            classes[of_class] = text
            texts += variable_stub(name, of_class, docstring(function))
        else:
            texts += function_stub(name, function)
    texts = "".join(classes.values()) + texts
    private = set(re.findall(r"\b_[A-Z]\w*", texts)) - classes.keys()
    return SPECIAL.format(private=", ".join(sorted(private)), public=json.dumps(special.__all__)) + texts


def nn_stub(module):
    """Of fastact.nn, or of one of its public modules."""
    return nn_signatures.stub(import_module(module))


CAPI = """\
# Made by `python -m fastact.lab.write_stubs`: the C interface with its types.
from typing import NamedTuple

from numpy.typing import DTypeLike

__all__ = {public}
"""


def capi_stub():
    texts = class_stub(capi.Entry) + class_stub(capi.Pointer)
    for name in capi.__all__:
        one = getattr(capi, name)
        if inspect.isfunction(one):
            arguments = ", ".join(f"{p}: {told}" for p, told in one.__annotations__.items() if p != "return")
            doc = textwrap.indent(docstring(one), "    ").lstrip()
            texts += f'\ndef {name}({arguments}) -> {one.__annotations__["return"]}:\n    """{doc}\n    """\n'
        elif name in capi.__annotations__:
            texts += f"\n{name}: {capi.__annotations__[name]}\n"
    return CAPI.format(public=json.dumps(capi.__all__)) + texts


# ---- fastact/_core/c_names.py ------------------------------------------------------------------------------------------------


def c_names():
    """The names of the C interface, to which new ones are appended."""
    names = dict.fromkeys([*NAMES, *entries])
    lines = [
        '"""The names of the C interface, in an order that only grows, by `python -m fastact.lab.write_stubs`."""',
        "",
        "NAMES = (",
        *(f'    "{name}",' for name in names),
        ")",
    ]
    return "\n".join(lines) + "\n"


# ---- all stubs ---------------------------------------------------------------------------------------------------------------

STUBS = {
    "__init__.pyi": stub,
    "capi.pyi": capi_stub,
    "catalogue/activations.pyi": catalogue_stub,
    "nn/__init__.pyi": partial(nn_stub, "fastact.nn"),
    "nn/init.pyi": partial(nn_stub, "fastact.nn.init"),
    "nn/optimizers.pyi": partial(nn_stub, "fastact.nn.optimizers"),
    "nn/schedules.pyi": partial(nn_stub, "fastact.nn.schedules"),
    "special.pyi": special_stub,
}


# ---- fastact/__init__.py ----------------------------------------------------------------------------------------------------


def families():
    """The names that each row of the tables makes, and those of the packed functions of each gate."""
    rows = [row.name for row in (*built.activations, *built.gates)]
    of_tables = {row: [row + suffix for suffix in KINDS if row + suffix in FUNCTIONS] for row in rows}
    return of_tables, {row.name: [f"{row.name}_packed", f"{row.name}_packed_backward"] for row in built.gates}


def listed(package):
    """fastact/__init__.py with its lists made anew."""
    of_tables, packed = families()
    lines = [
        BEGIN,
        "# fmt: off",
        "from fastact._core.table_functions import (",
        *_rows(of_tables, "{}"),
        ")",
        "from fastact.functions.gates import (",
        *_rows(packed, "{}"),
        ")",
        "",
        "__all__ = [",
        *_rows(of_tables, '"{}"'),
        *_rows(packed, '"{}"'),
        "]",
        "# fmt: on",
        END,
    ]
    before, _, rest = package.partition(BEGIN)
    return before + "\n".join(lines) + rest.partition(END)[2]


def _rows(families, form):
    for names in families.values():
        text = ", ".join(form.format(name) for name in names) + ","
        yield textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


if __name__ == "__main__":
    for path, make in STUBS.items():
        (PACKAGE / path).write_text(make())
    (PACKAGE / "_core" / "c_names.py").write_text(c_names())
    (PACKAGE / "__init__.py").write_text(listed((PACKAGE / "__init__.py").read_text()))
