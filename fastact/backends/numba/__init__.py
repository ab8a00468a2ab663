"""Numba: functions of `fastact` inside `numba.njit`, with nothing imported but numba and fastact.

Numba calls `register` itself, before it compiles a function for the first time or loads one from its cache: by the entry point
of the group ``numba_extensions``.  Compiled code names the exported symbol `fastact_call` and a place in the table of the C
interface, never an address, so that it can be cached.
"""

from fastact import capi
from fastact.backends.patch import is_tested

TESTED = "0.65", "0.69"  # the first version of Numba, and the one behind the last
_registered = False


def register():
    """Let Numba compile calls of fastact's functions; more calls of this do nothing.

    Where Numba has another version than fastact is tested with, calls of fastact in compiled functions are a
    `numba.core.errors.TypingError` that says so; all else compiles as without fastact.
    """
    global _registered
    if _registered:
        return
    import numba
    from llvmlite import binding

    from fastact.backends.numba import functions

    binding.add_symbol("fastact_call", capi.symbols["fastact_call"])
    functions.register(None if is_tested(numba.__version__, TESTED) else untested(numba.__version__))
    _registered = True


def untested(version):
    """Why calls are not compiled with this version of Numba."""
    return f"fastact is tested with Numba from {TESTED[0]} up to, not including, {TESTED[1]}; this is {version}"
