"""The C interface, from Python: addresses of loops for ctypes, cffi, Numba and C code that is handed them.

`docs/c-interface.md` shows how it is used, ``include/fastact.h`` says what a loop takes and what is promised.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from fastact._core import c_api as _c_api
from fastact._core.c_api import Entry

if TYPE_CHECKING:
    from numpy.typing import DTypeLike

__all__ = ["ABI", "REVISION", "Entry", "Pointer", "address", "entry", "get_include", "library", "names", "pointer", "symbols"]

ABI: int = _c_api.abi
REVISION: int = _c_api.revision

_DTYPES = {"float16": 0, "bfloat16": 1, "float32": 2, "float64": 3}  # as fastact.h counts them


class Pointer(NamedTuple):
    """A loop and its last argument, as addresses."""

    address: int
    data: int


def get_include() -> str:
    """The folder of ``fastact.h``, for a compiler's ``-I``.

    Returns
    -------
    str

    Examples
    --------
    >>> import fastact as fa
    >>> import os
    >>> os.listdir(fa.get_include())
    ['fastact.h']
    """
    return os.path.join(os.path.dirname(__file__), "include")


def address() -> int:
    """The address of the table, a ``const fastact_api *``, which C code is handed.

    Returns
    -------
    int

    Examples
    --------
    >>> import ctypes
    >>> import fastact as fa
    >>> ctypes.c_int.from_address(fa.capi.address()).value == fa.capi.ABI
    True
    """
    return _c_api.address


def names() -> tuple[str, ...]:
    """The names of the table, in its order, to which new ones are appended.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> import fastact as fa
    >>> fa.capi.names().index("identity_grad")
    1
    """
    return tuple(_c_api.entries)


def entry(name: str) -> Entry:
    """What the table says of a function: its operands and results in order, and which of them have the axis.

    Parameters
    ----------
    name : str
        As of the function of `fastact`.

    Returns
    -------
    Entry

    Raises
    ------
    TypeError
        If `name` is no string.
    ValueError
        If the table has no such name.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.capi.entry("elu_backward").inputs
    ('dy', 'x', 'alpha')
    """
    if not isinstance(name, str):
        raise TypeError(f"name must be a string, not {type(name).__name__}")
    if name not in _c_api.entries:
        near = get_close_matches(name, _c_api.entries, 1, 0)[0]
        raise ValueError(f"name must be one of fastact.capi.names(), not {name!r}; the nearest is {near!r}")
    return _c_api.entries[name]


def pointer(name: str, dtype: DTypeLike) -> Pointer:
    """The loop of a function for a type, and its data.

    The loop is a ``void loop(char **args, const ptrdiff_t *dims, const ptrdiff_t *steps, void *data)``, as ``fastact.h``
    describes it. Both stay valid until the process ends.

    Parameters
    ----------
    name : str
        As of the function of `fastact`.
    dtype : dtype
        float16, bfloat16, float32 or float64, in the machine's byte order; ``"bfloat16"`` needs no `ml_dtypes`.

    Returns
    -------
    Pointer
        The pair ``(address, data)``.

    Raises
    ------
    TypeError
        If `name` is no string, or `dtype` is another type.
    ValueError
        If the table has no such name.

    Examples
    --------
    >>> import ctypes
    >>> import fastact as fa
    >>> import numpy as np
    >>> Loop = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 4)
    >>> address, data = fa.capi.pointer("gelu", np.float32)
    >>> x, y = np.ones(5, "f4"), np.empty(5, "f4")
    >>> args = (ctypes.c_void_p * 2)(x.ctypes.data, y.ctypes.data)
    >>> steps = (ctypes.c_ssize_t * 2)(4, 4)
    >>> Loop(address)(args, ctypes.byref(ctypes.c_ssize_t(5)), steps, data)
    >>> bool((y == fa.gelu(x)).all())
    True
    """
    number = _number(dtype)
    return Pointer(*_c_api.pointer(entry(name).name, number))


def _number(dtype):
    try:
        found = dtype if isinstance(dtype, str) and dtype in _DTYPES else np.dtype(dtype)
    except TypeError:
        found = None
    named = found if isinstance(found, str) else found is not None and found.isnative and found.name
    if dtype is None or named not in _DTYPES:
        raise TypeError(f"dtype must be one of {', '.join(_DTYPES)}, in the machine's byte order, not {dtype!r}")
    return _DTYPES[named]


#: The exported C symbols, by name, with their addresses in this process.
symbols: dict[str, int] = dict(_c_api.symbols)
#: The path of the shared object that exports them.
library: str = _c_api.__file__
