"""The functions of fastact as Numba knows them: a type for each, which is asked for the types of calls and for their code."""

from functools import cache, partial

from numba.core import ir, ir_utils
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


def _called(call, func_ir, typemap):
    """The name of the function of fastact that is called, or None.  As long as nothing has a type it is one that is named where
    it is called."""
    if typemap is not None:
        ty = typemap.get(call.func.name)
        return ty.called if isinstance(ty, Function) else None
    made = ir_utils.guard(ir_utils.get_definition, func_ir, call.func)
    named = made.value if isinstance(made, (ir.Global, ir.FreeVar)) else ir_utils.resolve_func_from_module(func_ir, made)
    return next((name for name, function in served.functions() if function is named), None)


def _note_aliases(before, instruction, args, typemap, func_ir, alias_map, arg_aliases):
    """Tells Numba's optimisers that a result which is given in `out` is that very array: else they take what is written to one
    of the two for lost.  `before` is what was asked about assignments until now."""
    if before is not None:
        before(instruction, args, typemap, func_ir, alias_map, arg_aliases)

    def definition(variable):
        return ir_utils.guard(ir_utils.get_definition, func_ir, variable)

    def is_expression(value, op):
        return isinstance(value, ir.Expr) and value.op == op

    def name_called(value):
        return _called(value, func_ir, typemap) if is_expression(value, "call") else None

    value, same = instruction.value, []
    if name := name_called(value):
        behind = value.args[len(served.table()[name].operands) :]
        for variable in (*behind, *(one for keyword, one in value.kws if keyword == "out")):
            made = definition(variable)
            same += made.items if is_expression(made, "build_tuple") else [variable]
    elif is_expression(value, "exhaust_iter") and name_called(definition(value.value)):
        same = [value.value]  # two results are unpacked
    for variable in same:
        if not ir_utils.is_immutable_type(variable.name, typemap):
            ir_utils._add_alias(instruction.target.name, variable.name, alias_map, arg_aliases)


def register(refusal=None):
    """Makes the functions known; with a refusal, as what is not compiled, and why: then nothing else is changed."""
    register_default(Function)(models.OpaqueModel)
    if refusal is None:
        asked = ir_utils.alias_analysis_extensions
        asked[ir.Assign] = partial(_note_aliases, asked.get(ir.Assign))
    for name, function in served.functions():
        infer_global(function, Function(name, refusal))
