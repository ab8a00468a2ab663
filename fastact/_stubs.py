"""Writes the stub of the package, of which a row of the table makes four functions or six:

    python -m fastact._stubs > fastact/__init__.pyi
"""

import inspect
from itertools import groupby

import numpy as np

from fastact import _ufuncs, composites

HEADER = '''\
# Made by `python -m fastact._stubs`: the functions of the table, and the rest of the public names.
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from typing import Any, Protocol, SupportsIndex

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
def softmax(x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None) -> Any: ...
def log_softmax(x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None) -> Any: ...
def logsumexp(
    x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None, keepdims: bool = False
) -> Any: ...
def softmax_backward(
    dy: ArrayLike, y: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
def log_softmax_backward(
    dy: ArrayLike, y: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
def sparsemax(x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None) -> Any: ...
def entmax15(x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None) -> Any: ...
def entmax(
    x: ArrayLike, alpha: float = 1.5, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
def sparsemax_backward(
    dy: ArrayLike, y: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
def entmax15_backward(
    dy: ArrayLike, y: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
def entmax_backward(
    dy: ArrayLike, y: ArrayLike, alpha: float = 1.5, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
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
) -> Any: ...
"""

# What an argument is, by its name; array_like where nothing is said.
COMMON = {"casting": "str", "dtype": "DTypeLike | None", "order": "str", "out": "Any", "subok": "bool"}
COMPOSITE = COMMON | {
    "axis": "SupportsIndex",
    "lower": "float",
    "pieces": "SupportsIndex",
    "rng": "np.random.Generator | None",
    "upper": "float",
}


def stub():
    lines = [HEADER]
    for name in composites.__all__:
        arguments = ",\n    ".join(_arguments(getattr(composites, name), COMPOSITE))
        lines.append(FUNCTION.format(name=name, arguments=arguments))
    lines.append(PARAMETRIC)
    for name, function in _ufuncs.functions.items():
        if isinstance(function, np.ufunc):
            lines.append(f"{name}: np.ufunc\n")
        else:
            result = "tuple[Any, Any]" if function.ufunc.nout == 2 else "Any"
            arguments = ",\n        ".join(_arguments(function, COMMON))
            lines.append(CALL.format(name=name, arguments=arguments, result=result))
    return "".join(lines)


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
