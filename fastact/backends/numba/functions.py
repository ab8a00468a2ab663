"""The functions of fastact as Numba knows them: a type for each, which is asked for the types of calls and for their code."""

from functools import cache, partial

from numba.core.datamodel import models, register_default
from numba.core.errors import TypingError
from numba.core.imputils import lower_builtin
from numba.core.types import Any, Callable, Opaque, VarArg
from numba.core.typing import Context
from numba.core.typing.templates import infer_global

from fastact.backends.numba import served


class Function(Callable, Opaque):
    """A function by its name.  It is no `numba.types.Function` of the ufunc: Numba would turn that into calls of elements.

    With a `refusal` every call is a TypingError."""

    def __init__(self, name, refusal=None):
        super().__init__(f"fastact.{name}")
        self.called, self.refusal = name, refusal

    def get_call_type(self, context, args, kws):
        if self.refusal:
            raise TypingError(f"{self.name}(): {self.refusal}")
        if not isinstance(context, Context):
            raise TypingError(f"{self.name}(): fastact is for functions that are compiled for the processor, not for a device")
        from fastact.backends.numba.calls import typed

        return typed(_compiled(self.called), args, kws)

    def get_call_signatures(self):
        return (), True

    def get_impl_key(self, sig):
        return self.name


@cache
def _compiled(name):
    """What is served by this name; its code can be made from now on."""
    from fastact.backends.numba.lowering import lower

    function = served.table()[name]
    lower_builtin(str(function), VarArg(Any))(partial(lower, function))
    return function


def register(refusal=None):
    """Makes the functions known; with a refusal, as what is not compiled, and why."""
    register_default(Function)(models.OpaqueModel)
    for name, function in served.functions():
        infer_global(function, Function(name, refusal))
