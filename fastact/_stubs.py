"""Writes the stub of the package, of which a row of the table makes four functions or six:

    python -m fastact._stubs > fastact/__init__.pyi
"""

import inspect
from itertools import groupby

import numpy as np

import fastact
from fastact import _ufuncs, composites, gates, losses, partial
from fastact.softmax import __all__ as SOFTMAX
from fastact.sparsemax import __all__ as SPARSEMAX

HEADER = '''\
# Made by `python -m fastact._stubs`: the functions of the table, and the rest of the public names.
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from typing import Any, Literal, NamedTuple, Protocol, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from fastact.catalogue import Activation

__version__: str
__all__: list[str]

_Axis = SupportsIndex | Sequence[SupportsIndex] | None

def show_runtime() -> None: ...
def get_num_threads() -> int: ...
def set_num_threads(count: SupportsIndex) -> None: ...
def num_threads(count: SupportsIndex) -> AbstractContextManager[None]: ...
def enable_pool(limit: SupportsIndex | None = None) -> None: ...
def disable_pool() -> None: ...
def trim_pool() -> None: ...
def pooled(limit: SupportsIndex | None = None) -> AbstractContextManager[None]: ...
def activations() -> dict[str, Activation]: ...
def get(name: str) -> Callable[..., Any]: ...
def bias_act(
    name: str, x: ArrayLike, bias: ArrayLike, /, *, axis: SupportsIndex = -1, out: Any = None, **params: ArrayLike
) -> Any: ...
def bias_act_backward(
    name: str, dy: ArrayLike, x: ArrayLike, bias: ArrayLike, /, *, axis: SupportsIndex = -1, out: Any = None, **params: ArrayLike
) -> tuple[Any, Any]: ...

class SoftmaxPartial(NamedTuple):
    maximum: np.ndarray
    sum: np.ndarray
    rest: np.ndarray
    def logsumexp(self) -> np.ndarray: ...
    def softmax(self, x: ArrayLike, *, out: Any = None) -> np.ndarray: ...
'''

PARAMETRIC = '''
class _Parametric(Protocol):
    @property
    def ufunc(self) -> np.ufunc: ...
    __name__: str
    __signature__: Signature
'''

CALL = """
class _{name}(_Parametric, Protocol):
    def __call__(
        self,
        {arguments},
    ) -> {result}: ...

{name}: _{name}
"""

FUNCTION = """
def {name}(
    {arguments},
) -> {result}: ...
"""

# What an argument is, by its name; array_like where nothing is said.
COMMON = {"casting": "str", "dtype": "DTypeLike | None", "order": "str", "out": "Any", "subok": "bool"}
COMPOSITE = COMMON | {
    "axis": "SupportsIndex",
    "gate": 'Literal["first", "second"]',
    "interleaved": "bool",
    "lower": "float",
    "pieces": "SupportsIndex",
    "rng": "np.random.Generator | None",
    "upper": "float",
}
REDUCTION = COMMON | {
    "alpha": "float",
    "axis": "_Axis",
    "b": "ArrayLike | None",
    "chunks": "Iterable[ArrayLike]",
    "hard": "bool",
    "ignore_index": "SupportsIndex | None",
    "inf": 'Literal["limit", "nan"]',
    "keepdims": "bool",
    "label_smoothing": "float",
    "offset": "SupportsIndex",
    "parts": "Iterable[SoftmaxPartial]",
    "reduction": 'Literal["none", "mean", "sum"]',
    "return_sign": "bool",
    "rng": "np.random.Generator",
    "sink": "ArrayLike | None",
    "temperature": "float",
    "weight": "ArrayLike | None",
}
RESULTS = {"softmax_partial": "SoftmaxPartial", "softmax_merge": "SoftmaxPartial"}


def stub():
    lines = [HEADER]
    for name in [*composites.__all__, *gates.__all__]:
        lines.append(_function(name, COMPOSITE))
    for name in [*SOFTMAX, *partial.__all__, *SPARSEMAX, *losses.__all__]:
        lines.append(_function(name, REDUCTION))
    lines.append(PARAMETRIC)
    built = _ufuncs.built
    for name, function in (built.functions | built.gate_functions | built.loss_functions).items():
        if isinstance(function, np.ufunc):
            lines.append(f"{name}: np.ufunc\n")
        else:
            result = "tuple[Any, Any]" if function.ufunc.nout == 2 else "Any"
            arguments = ",\n        ".join(_arguments(function, COMMON))
            lines.append(CALL.format(name=name, arguments=arguments, result=result))
    return "".join(lines)


def _function(name, types):
    arguments = ",\n    ".join(_arguments(getattr(fastact, name), types))
    return FUNCTION.format(name=name, arguments=arguments, result=RESULTS.get(name, "Any"))


def _arguments(function, types):
    """Its arguments, typed, with the marks that separate their kinds."""
    for kind, group in groupby(inspect.signature(function).parameters.values(), lambda p: p.kind):
        if kind is inspect.Parameter.KEYWORD_ONLY:
            yield "*"
        for p in group:
            default = "" if p.default is p.empty else f" = {p.default!r}"
            yield f"{p.name}: {types.get(p.name, 'ArrayLike')}{default}"
        if kind is inspect.Parameter.POSITIONAL_ONLY:
            yield "/"


if __name__ == "__main__":
    print(stub(), end="")
