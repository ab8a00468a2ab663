"""Functions of aten, PyTorch's own on the CPU, that fastact computes.

PyTorch calls the kernel of an elementwise function by a pointer, a *dispatch stub*, behind its dispatcher, its autograd and all
checks of shapes, types and memory.  There fastact's kernels stand, so that every way to a function is served, in place and with
`out` too, and what they do not take goes on to PyTorch's own.  Exact GELU of contiguous float32 has no stub, for PyTorch hands
it to oneDNN: for it and its gradient a kernel is registered with the dispatcher, once in a process, and switched by itself.
"""

import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from fastact._core import torch_shim as shim
from fastact.backends.patch import Library, lock, patch, patched, unpatch

BESIDE_STUBS = ("gelu", "gelu_backward")  # which the dispatcher has to send to fastact


class Override:
    """The row of a function of aten, the one whose stub is the `stub`-th; as `patch.Function` describes rows."""

    swapped = None

    def __init__(self, stub, function):
        self.stub, self.function, self.name = stub, function, f"aten::{function}"

    def prepare(self):
        """All has been looked through when the rows were made."""

    def switch(self, on):
        """Begins to serve, and to count from 0, or ends: calls of other threads end as they began."""
        op = registered(self.function) if on and self.function in BESIDE_STUBS else _ops.get(self.function)
        if on:
            shim.stub_served(self.stub, reset=True)
            shim.stub_passed(self.stub, reset=True)
        if op is not None:
            shim.calls(op, reset=on)
            shim.switch(op, on)
        shim.switch_stub(self.stub, on)

    @property
    def served(self):
        op = _ops.get(self.function)
        return shim.stub_served(self.stub) + (0 if op is None else shim.calls(op))

    @property
    def passed(self):
        return shim.stub_passed(self.stub)

    def places(self, found):
        return (self.name,)


# ---- kernels of the dispatcher ---------------------------------------------------------------------------------------------

_ops = {}  # by function, the number of its kernel
_libraries = []  # open for good: PyTorch frees the kernels of one that is closed, while another thread may be in them


def registered(function):
    if function not in _ops:
        if not _libraries:
            warn_in_silence()
            _libraries.append(shim.Library("aten", "IMPL", "CPU"))
        _ops[function] = _libraries[0].override_gelu(function)
    return _ops[function]


def warn_in_silence():
    """PyTorch says to stderr, once in a process, that a kernel is overridden: here of a function that gets its own again."""
    torch = import_module("torch")
    function = "special_airy_ai"
    original = torch.library.get_kernel(f"aten::{function}", "CPU")
    library = torch.library.Library("aten", "IMPL")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library.impl(function, original.call_boxed, "CPU", with_keyset=True)
    library._destroy()


# ---- rows --------------------------------------------------------------------------------------------------------------------


_rows = []


def rows():
    """One for each stub, if PyTorch is as it is relied on; else an ImportError.

    PyTorch is looked through once and by one thread, for what is watched must not be switched on.
    """
    torch = import_module("torch")
    with lock:
        if not _rows:
            _rows.extend(looked_through(torch))
        return _rows


def looked_through(torch):
    told = f"torch {torch.__version__} is not patched"
    why = shim.find(os.path.join(os.path.dirname(torch.__file__), "lib", "libtorch_cpu.so"))
    if why is not None:
        raise ImportError(f"{told}: {why}", name="torch")
    try:
        functions = shim.stubs(torch.backends.cpu.get_cpu_capability())
    except AttributeError as error:
        raise ImportError(f"{told}: it has no {error}", name="torch") from None
    with ThreadPoolExecutor(1) as pool:  # in a thread of its own, which has none of the caller's modes
        as_relied_on = pool.submit(is_as_relied_on, torch).result()
    if not as_relied_on:
        raise ImportError(f"{told}: its kernels are not given what they are expected to be", name="torch")
    return [Override(stub, function) for stub, function in enumerate(functions)]


def is_as_relied_on(torch):
    """Whether the kernels find the dtypes and numbers of calls where they look for them."""
    x = torch.ones(3, device="cpu", dtype=torch.float32)
    mish, elu = torch.ops.aten.mish.default, torch.ops.aten.elu.default
    numbers = (1.5, 2.0, 0.25)
    codes = {torch.float16: 5, torch.bfloat16: 15, torch.float32: 6, torch.float64: 7}
    shim.watch_stubs(True)
    try:
        with torch.no_grad():
            for dtype, code in codes.items():
                mish(x.to(dtype))
                if shim.seen_by_stubs()[0] != code:
                    return False
            elu(x, *numbers)
            if shim.seen_by_stubs() != (codes[torch.float32], numbers):
                return False
            elu(x, 1, 2, 3)
            return shim.seen_by_stubs() == (codes[torch.float32], (1.0, 2.0, 3.0))
    finally:
        shim.watch_stubs(False)


TESTED = "2.13", "2.14"  # the first version of PyTorch, and the one behind the last
LIBRARY = Library("torch", "torch", TESTED, rows)


# ---- the switch --------------------------------------------------------------------------------------------------------------


def enable():
    """Let PyTorch compute with fastact on the CPU, wherever fastact is faster: `fastact.patch("torch")`.

    Raises
    ------
    ImportError
        If PyTorch is not installed, or in another version than fastact is tested with.  Nothing is replaced then.

    See Also
    --------
    disable : the way back.
    enabled : for a `with` block.
    fastact.patches : what is replaced, and which calls were served.

    Notes
    -----
    Served are mish, softplus, elu, selu, celu, logsigmoid, gelu, silu, sigmoid and tanh, in place and with `out` too, and
    gradients of most, in float16, bfloat16, float32 and float64, also in modules and in C++ code; `torch.compile` makes code of
    its own instead.  All threads are switched at once.

    Examples
    --------
    >>> from fastact.backends import torch as ft  # doctest: +SKIP
    >>> ft.enable()  # doctest: +SKIP
    """
    patch("torch")


def disable():
    """Give PyTorch its own functions back: `fastact.unpatch("torch")`.

    See Also
    --------
    enable : what this takes back.

    Examples
    --------
    >>> from fastact.backends import torch as ft  # doctest: +SKIP
    >>> ft.disable()  # doctest: +SKIP
    """
    unpatch("torch")


def enabled():
    """Let PyTorch compute with fastact in a `with` block: `fastact.patched("torch")`.

    Raises
    ------
    ImportError
        As for `enable`, where the block begins.

    See Also
    --------
    enable : until `disable`.

    Examples
    --------
    >>> from fastact.backends import torch as ft  # doctest: +SKIP
    >>> with ft.enabled():  # doctest: +SKIP
    ...     model(x)
    """
    return patched("torch")
