"""What Numba asks of a call: its arguments by name, the types of its results, or why it is not compiled."""

from inspect import Parameter, Signature
from typing import NamedTuple

from numba.core import types
from numba.core.errors import TypingError
from numba.core.typing.templates import signature
from numba.np.numpy_support import as_dtype, from_dtype

REAL = (types.float32, types.float64)


class Call(NamedTuple):
    """A call as it is compiled: in which type it is computed, the dimensions of its inputs together and the layout in which
    they are gone through, and for each result its type and whether an array was given for it."""

    real: types.Float
    ndim: int
    layout: str
    results: tuple[types.Type, ...]
    given: tuple[bool, ...]

    @property
    def returned(self):
        return self.results[0] if len(self.results) == 1 else types.BaseTuple.from_types(self.results)


# ---- arguments ---------------------------------------------------------------------------------------------------------------


def signature_of(function, count=0):
    """How the function is called with so many arguments by position.  Arrays for the results stand in `out`, or behind all
    others, as a ufunc takes them."""
    kind = Parameter.POSITIONAL_OR_KEYWORD
    behind = count - len(function.inputs) if not function.along_axis else 0
    defaults = {"axis": -1} if function.along_axis else function.parameters
    made = [Parameter(name, kind if function.along_axis else Parameter.POSITIONAL_ONLY) for name in function.operands]
    for name, value in defaults.items():
        made.append(Parameter(name, kind, default=Parameter.empty if value is None or behind > 0 else value))
    if 0 < behind <= len(function.outputs):
        return Signature([*made, *(Parameter(f"out_{name}", kind) for name in function.outputs[:behind])])
    return Signature([*made, Parameter("out", kind, default=None)])


def bound(function, pysig, args, kws):
    """The types of all arguments, in order."""
    try:
        if function.along_axis and len(args) > len(function.operands) + 1:
            raise TypeError("too many positional arguments")
        given = pysig.bind(*args, **dict(kws)).arguments
    except TypeError as error:
        raise TypingError(f"{function}(): {error}; in compiled code it takes {signature_of(function)}") from None
    out, count = given.get("out", types.none), len(function.outputs)
    if count > 1 and not isinstance(out, (types.NoneType, types.BaseTuple)):
        raise TypingError(f"{function}(): out is {out}; it must hold {count} arrays or None")
    return [_plain(given[name]) if name in given else types.Omitted(one.default) for name, one in pysig.parameters.items()]


def _plain(ty):
    """The type of a literal, or of what may be None; where it is None when it runs, Numba's code raises a TypeError."""
    ty = types.unliteral(ty)
    return ty.type if isinstance(ty, types.Optional) else ty


def outs_of(function, given):
    """The arguments for results, one for each of these, None where there is none: of those behind all others."""
    count = len(function.outputs)
    if isinstance(given[0], types.BaseTuple):
        given = given[0].types
        if len(given) != count:
            raise TypingError(f"{function}(): out must hold {count} arrays or None, not {len(given)}")
    given = [*given, *[types.none] * (count - len(given))]
    return [None if isinstance(one, (types.Omitted, types.NoneType)) else one for one in given]


# ---- types -------------------------------------------------------------------------------------------------------------------


def call_of(function, args):
    """What becomes of a call with arguments of these types; a TypingError if it is not compiled."""
    count = len(function.operands) + 1 if function.along_axis else len(function.inputs)
    outs = outs_of(function, args[count:])
    if function.along_axis:
        return _along_axis(function, args[: count - 1], args[count - 1], *outs)
    inputs = args[:count]
    check_inputs(function, inputs)
    real = computed_in(function, inputs)
    arrays = [one for one in (*inputs, *outs) if isinstance(one, types.Array)]
    ndim = max((one.ndim for one in arrays), default=0)
    layout = "F" if ndim > 1 and {one.layout for one in arrays if one.ndim == ndim} == {"F"} else "C"
    made = types.Array(real, ndim, layout) if ndim else real
    return _with_outs(function, real, ndim, layout, made, outs)


def _along_axis(function, arrays, axis, out):
    check_inputs(function, arrays)
    ndim = getattr(arrays[0], "ndim", 0)
    if not all(isinstance(one, types.Array) and one.ndim == ndim > 0 for one in arrays):
        told = ", ".join(f"{name} is {one}" for name, one in zip(function.operands, arrays))
        raise TypingError(f"{function}(): {told}; in compiled code it takes arrays of one shape, with an axis")
    if not isinstance(axis, (types.Integer, types.Omitted)):
        raise TypingError(f"{function}(): axis is {axis}; in compiled code it is one integer")
    real = computed_in(function, arrays)
    left = ndim if function.keeps_axis else ndim - 1
    return _with_outs(function, real, ndim, "C", types.Array(real, left, "C") if left else real, [out])


def _with_outs(function, real, ndim, layout, made, outs):
    for out in outs:
        if out is not None:
            check_out(function, out, getattr(made, "ndim", 0))
    results = tuple(made if out is None else out for out in outs)
    return Call(real, ndim, layout, results, tuple(out is not None for out in outs))


def check_inputs(function, given):
    for name, one in zip(function.inputs, given):
        element = one.dtype if isinstance(one, types.Array) else one
        if not isinstance(element, (types.Integer, types.Float, types.Boolean, types.Omitted)):
            raise TypingError(
                f"{function}(): {name} is {one}; in compiled code it is an array or a number of float32 or float64, or of "
                "integers that NumPy computes in these"
            )


def check_out(function, out, ndim):
    if not isinstance(out, types.Array) or out.dtype not in REAL:
        raise TypingError(f"{function}(): out is {out}; in compiled code it is an array of float32 or float64")
    if not out.mutable:
        raise TypingError(f"{function}(): out is {out}, which is read-only")
    if out.ndim != ndim:
        raise TypingError(f"{function}(): out is {out}, but the result has {ndim} dimensions")


def computed_in(function, inputs):
    """The type that NumPy computes in.  A number beside arrays, and that of a parameter, is Python's, which widens nothing."""
    some = any(isinstance(one, types.Array) for one in inputs)
    given = [dtype_of(one, some or k >= len(function.operands)) for k, one in enumerate(inputs)]
    try:
        real = from_dtype(function.resolve((*given, *[None] * len(function.outputs)))[0])
    except (TypeError, NotImplementedError):
        real = None
    if real not in REAL:
        told = ", ".join(f"{name} is {one}" for name, one in zip(function.inputs, inputs))
        raise TypingError(
            f"{function}(): {told}; in compiled code it is computed in float32 or float64, not in the float16 that NumPy has "
            "for bool and for integers of 8 bits"
        )
    return real


def dtype_of(ty, is_python):
    """What NumPy resolves: a dtype, or the class of a Python number."""
    if isinstance(ty, types.Array):
        return as_dtype(ty.dtype)
    if isinstance(ty, types.Omitted):
        return float
    if is_python and not isinstance(ty, types.Boolean):
        return int if isinstance(ty, types.Integer) else float
    return as_dtype(ty)


# ---- the whole ---------------------------------------------------------------------------------------------------------------


def typed(function, args, kws):
    """The signature of a call."""
    pysig = signature_of(function, len(args))
    arguments = bound(function, pysig, args, kws)
    return signature(call_of(function, arguments).returned, *arguments).replace(pysig=pysig)
