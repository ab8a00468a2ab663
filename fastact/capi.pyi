# Made by `python -m fastact.lab.write_stubs`: the C interface with its types.
from typing import NamedTuple

from numpy.typing import DTypeLike

__all__ = ["ABI", "REVISION", "Entry", "Pointer", "address", "entry", "get_include", "library", "names", "pointer", "symbols"]

class Entry(NamedTuple):
    """A function of the C interface: its kind as fastact.h counts them, its operands, inputs before results, a letter for the
    type of each, and which of them have the axis; none where the loop is elementwise.
    """

    name: str
    kind: int
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    types: str
    along: tuple[bool, ...]

class Pointer(NamedTuple):
    """A loop and its last argument, as addresses.
    """

    address: int
    data: int

ABI: int

REVISION: int

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

library: str

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

symbols: dict[str, int]
