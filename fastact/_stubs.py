"""Writes the stub of the package, of which a row of the table makes four functions:

    python -m fastact._stubs > fastact/__init__.pyi
"""

from fastact import _ufuncs

HEADER = '''\
# Made by `python -m fastact._stubs`: the functions of the table, and the rest of the public names.
from collections.abc import Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from typing import Any, Protocol, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

__version__: str
__all__: list[str]

_Axis = SupportsIndex | Sequence[SupportsIndex] | None

def show_runtime() -> None: ...
def get_num_threads() -> int: ...
def set_num_threads(count: SupportsIndex) -> None: ...
def num_threads(count: SupportsIndex) -> AbstractContextManager[None]: ...
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
        {operands},
        /,
        {parameters},
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> {result}: ...
"""


def stub():
    lines = [HEADER]
    for row in _ufuncs.activations:
        parameters, names = row.parameters, [row.name + suffix for suffix in _ufuncs.SUFFIXES.values()]
        if not parameters:
            lines += [f"{name}: np.ufunc\n" for name in names]
            continue
        typed = ",\n        ".join(f"{p}: ArrayLike" + ("" if v is None else f" = {v!r}") for p, v in parameters.items())
        for name in names:
            operands = "dy: ArrayLike,\n        x: ArrayLike" if name.endswith("_backward") else "x: ArrayLike"
            result = "tuple[Any, Any]" if name.endswith("_with_grad") else "Any"
            lines.append(CALL.format(name=name, operands=operands, parameters=typed, result=result))
            lines.append(f"\n{name}: _{name}\n")
    return "".join(lines)


if __name__ == "__main__":
    print(stub(), end="")
