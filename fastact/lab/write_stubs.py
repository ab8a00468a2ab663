"""Writes what lists the public names, of which a row of a table makes four functions or six:

    python -m fastact.lab.write_stubs

makes fastact/__init__.pyi anew, with every docstring, and the lists of names in fastact/__init__.py.
"""

import inspect
import textwrap
from itertools import groupby
from pathlib import Path

import numpy as np

import fastact
from fastact._core.docstrings import KINDS
from fastact._core.table_functions import FUNCTIONS
from fastact._core.ufuncs import built
from fastact.functions.gates import PACKED

PACKAGE = Path(fastact.__file__).parent
WIDTH = 128
BEGIN = "# ---- from the tables, by `python -m fastact.lab.write_stubs` ".ljust(WIDTH, "-")
END = "# ---- end of what is from the tables ".ljust(WIDTH, "-")

HEADER = """\
# Made by `python -m fastact.lab.write_stubs`: the public names, with their docstrings for tools that do not import.
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from typing import Any, Literal, NamedTuple, NoReturn, Protocol, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from fastact import special as special
from fastact.catalogue.activations import Activation

__version__: str
__all__: list[str]

_Axis = SupportsIndex | Sequence[SupportsIndex] | None

class SoftmaxPartial(NamedTuple):
    maximum: np.ndarray
    sum: np.ndarray
    rest: np.ndarray
    def logsumexp(self) -> np.ndarray: ...
    def softmax(self, x: ArrayLike, *, out: Any = None) -> np.ndarray: ...

class _OverUfunc(Protocol):
    @property
    def ufunc(self) -> np.ufunc: ...
    __name__: str
    __signature__: Signature

class _Parametric(_OverUfunc, Protocol):
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
    def outer(self, *operands: ArrayLike, **kwargs: Any) -> Any: ...
    def at(self, a: np.ndarray, indices: Any, /, *others: ArrayLike, **given: ArrayLike) -> None: ...
    def resolve_dtypes(self, dtypes: Sequence[Any], **kwargs: Any) -> tuple[np.dtype, ...]: ...
"""

FUNCTION = '''
def {name}(
    {arguments},
) -> {result}:
    """{doc}
    """
'''

OVER_UFUNC = '''
class _{name}({base}, Protocol):
    def __call__(
        self,
        {arguments},
    ) -> {result}: ...

{name}: _{name}
"""{doc}
"""
'''

UFUNC = '''
{name}: np.ufunc
"""{doc}
"""
'''

# What an argument is, by its name, and None too where that is its default; array_like where nothing is said.
ARGUMENTS = {
    "alpha": "float",
    "axis": "_Axis",
    "casting": "str",
    "chunks": "Iterable[ArrayLike]",
    "count": "SupportsIndex",
    "dtype": "DTypeLike",
    "gate": 'Literal["first", "second"]',
    "hard": "bool",
    "ignore_index": "SupportsIndex",
    "inf": 'Literal["limit", "nan"]',
    "interleaved": "bool",
    "keepdims": "bool",
    "label_smoothing": "float",
    "limit": "SupportsIndex",
    "lower": "float",
    "name": "str",
    "offset": "SupportsIndex",
    "order": "str",
    "out": "Any",
    "parts": "Iterable[SoftmaxPartial]",
    "pieces": "SupportsIndex",
    "reduction": 'Literal["none", "mean", "sum"]',
    "return_sign": "bool",
    "rng": "np.random.Generator",
    "subok": "bool",
    "temperature": "float",
    "upper": "float",
}
BROADCAST = {"alpha", "limit", "lower", "offset", "upper"}  # of rows of the tables, where they broadcast
ONE_AXIS = {"bias_act", "gates", "losses", "maxout", "relu_variants"}  # modules whose functions take a single axis
OF_ONE_AXIS = {"segment_softmax", "segment_softmax_backward"}  # and functions of others

RESULTS = {
    "activations": "dict[str, Activation]",
    "bias_act_backward": "tuple[Any, Any]",
    "disable_pool": "None",
    "enable_pool": "None",
    "get": "Callable[..., Any]",
    "get_num_threads": "int",
    "num_threads": "AbstractContextManager[None]",
    "pooled": "AbstractContextManager[None]",
    "set_num_threads": "None",
    "show_runtime": "None",
    "softmax_merge": "SoftmaxPartial",
    "softmax_partial": "SoftmaxPartial",
    "trim_pool": "None",
}


# ---- fastact/__init__.pyi ---------------------------------------------------------------------------------------------------


def public():
    """By name; those of the tables as they are now, not as fastact/__init__.py lists them."""
    return {name: getattr(fastact, name) for name in fastact.__all__} | FUNCTIONS | PACKED


def stub():
    lines = [HEADER]
    for name, function in sorted(public().items()):
        if isinstance(function, np.ufunc):
            lines.append(UFUNC.format(name=name, doc=docstring(function)))
        elif hasattr(function, "ufunc"):
            result = "tuple[Any, Any]" if function.ufunc.nout == 2 else "Any"
            base = "_Parametric" if name in FUNCTIONS else "_OverUfunc"
            arguments = ",\n        ".join(_arguments(function, set(ARGUMENTS) - BROADCAST))
            doc = docstring(function)
            lines.append(OVER_UFUNC.format(name=name, base=base, arguments=arguments, result=result, doc=doc))
        elif callable(function):
            known = set(ARGUMENTS) - BROADCAST if name in PACKED else ARGUMENTS
            arguments = ",\n    ".join(_arguments(function, known))
            doc, result = textwrap.indent(docstring(function), "    ").lstrip(), RESULTS.get(name, "Any")
            lines.append(FUNCTION.format(name=name, arguments=arguments, result=result, doc=doc).replace("(\n    ,\n)", "()"))
    return "".join(lines)


def docstring(function):
    """Without the indentation that it has in the source, which Python 3.13 takes away."""
    return inspect.cleandoc(function.__doc__)


def _arguments(function, known):
    """Its arguments, typed, with the marks that separate their kinds."""
    module = getattr(inspect.unwrap(function), "__globals__", {"__name__": ""})["__name__"].rpartition(".")[2]
    for kind, group in groupby(inspect.signature(function).parameters.values(), lambda p: p.kind):
        if kind is inspect.Parameter.KEYWORD_ONLY:
            yield "*"
        for p in group:
            told = ARGUMENTS[p.name] if p.name in known else "ArrayLike"
            if p.name == "axis" and (module in ONE_AXIS or function.__name__ in OF_ONE_AXIS):
                told = "SupportsIndex"
            if p.default is None and told != "Any":
                told += " | None"
            default = "" if p.default is p.empty else f" = {p.default!r}"
            yield f"{'**' * (kind is p.VAR_KEYWORD)}{p.name}: {told}{default}"
        if kind is inspect.Parameter.POSITIONAL_ONLY:
            yield "/"


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
    (PACKAGE / "__init__.pyi").write_text(stub())
    (PACKAGE / "__init__.py").write_text(listed((PACKAGE / "__init__.py").read_text()))
