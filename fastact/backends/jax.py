"""JAX: `fastact.patch("jax")` lets its own functions compute with fastact on the CPU; and fastact's activations under their own
names, for arrays of JAX.

>>> import jax, fastact.backends.jax as fj
>>> jax.jit(jax.grad(fj.mish))(1.0)
Array(1.0490363, dtype=float32)

XLA calls fastact's loops by a handler, the target "fastact" of a custom call, whose attribute `function` names what is
computed; so a program that `jax.export` has written runs wherever this module has been imported.
"""

import math
import threading
from collections.abc import Callable
from functools import lru_cache, partial, update_wrapper
from importlib import import_module
from inspect import Parameter, Signature
from numbers import Real
from types import MethodType
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from fastact._core import jax_handler
from fastact._core.docstrings import meaning
from fastact._core.table_rows import checker
from fastact._core.ufuncs import built
from fastact.backends.patch import DTYPE, OPTION, TYPE, VALUE, Declined, Library, imported

TESTED = "0.10.2", "0.11"  # the first version of JAX, and the one behind the last
TARGET = "fastact"
DTYPES = frozenset(map(np.dtype, (jnp.float16, jnp.bfloat16, jnp.float32, jnp.float64)))

imported("jax", "jax", TESTED)
jax.ffi.register_ffi_target(TARGET, jax_handler.capsule, platform="cpu")


# ---- what is computed --------------------------------------------------------------------------------------------------------


class _Originals(threading.local):
    """While a thread traces a formula JAX's functions are its own, those too that a formula calls."""

    are_meant = False


_originals = _Originals()


class Function(NamedTuple):
    """`entry` of the C interface is what fastact computes, of `scale` times x; `formula`, of x and the numbers, is the same
    function in JAX, or None where it has not got it."""

    entry: str
    formula: Callable | None = None
    scale: float = 1

    def own(self, numbers):
        """The formula of x alone."""

        def formula(x):
            before, _originals.are_meant = _originals.are_meant, True
            try:
                return self.formula(x, *numbers)
            finally:
                _originals.are_meant = before

        return formula

    def called(self, kind, x, numbers):
        """Of one x the value or, if kind is "_with_grad", that and the slope: by fastact on a CPU, elsewhere by the formula."""
        options = {"parameters": np.array(numbers, np.float64)} if numbers else {}

        @jax.custom_batching.custom_vmap
        def call(x):
            results = [jax.typeof(x)] * (2 if kind else 1)
            return jax.ffi.ffi_call(TARGET, results)(x, function=self.entry + kind, **options)

        @call.def_vmap
        def call_of_batch(size, is_batched, x):
            """With the type of the whole batch, in which each axis may be sharded."""
            results = call(x)
            return results, [True] * len(results)

        def on_cpu(x):
            y, *slopes = call(x * self.scale if self.scale != 1 else x)
            return y, *(self.scale * d if self.scale != 1 else d for d in slopes)

        def elsewhere(x):
            own = self.own(numbers)
            return (own(x), slope(own, x)) if kind else (own(x),)

        return jax.lax.platform_dependent(x, cpu=on_cpu, default=elsewhere) if self.formula else on_cpu(x)


def slope(function, x):
    return jax.jvp(function, (x,), (jnp.ones_like(x),))[1]


def differentiable(function):
    """The `Function` of x, of a type in DTYPES, and a tuple of numbers.

    Its first derivative is fastact's, computed with the value; those of higher order are JAX's, of the formula.
    """

    def value(x, numbers):
        return function.called("", x, numbers)[0]

    def value_and_slope(x, numbers):
        return function.called("_with_grad", x, numbers)

    value.__name__, value_and_slope.__name__ = function.entry, f"{function.entry}_with_grad"
    value, value_and_slope = (jax.custom_jvp(one, nondiff_argnums=(1,)) for one in (value, value_and_slope))

    @value.defjvp
    def first(numbers, primals, tangents):
        y, d = value_and_slope(*primals, numbers)
        return y, d * tangents[0]

    @value_and_slope.defjvp
    def higher(numbers, primals, tangents):
        if function.formula is None:
            raise NotImplementedError(f"{function.entry}() of fastact has no second derivative")
        (x,), (tangent,) = primals, tangents
        y, d = value_and_slope(x, numbers)
        return (y, d), (d * tangent, slope(partial(slope, function.own(numbers)), x) * tangent)

    return value


# Of those that JAX has: fastact's by their names, and what JAX defines otherwise by its own name.
FUNCTIONS = {
    "celu": Function("celu", jax.nn.celu),
    "elu": Function("elu", jax.nn.elu),
    "gelu": Function("gelu", partial(jax.nn.gelu, approximate=False)),
    "gelu_tanh": Function("gelu_tanh", partial(jax.nn.gelu, approximate=True)),
    "log_sigmoid": Function("log_sigmoid", jax.nn.log_sigmoid),
    "mish": Function("mish", jax.nn.mish),
    "selu": Function("selu", jax.nn.selu),
    "sigmoid": Function("sigmoid", jax.nn.sigmoid),
    "silu": Function("silu", jax.nn.silu),
    "sinc": Function("sinc", lambda x, sinc=jnp.sinc: sinc(x / math.pi)),
    "softplus": Function("softplus", lambda x, beta, softplus=jax.nn.softplus: softplus(beta * x) / beta),
    "tanh": Function("tanh", jnp.tanh),
    "jax.numpy.sinc": Function("sinc", jnp.sinc, math.pi),
}
ROWS = {row.name: row for row in built.activations}


@lru_cache(maxsize=64)  # a program that is called by itself takes more than a megabyte
def compiled(name, *numbers):
    """The function of x, which JAX compiles by itself where it is called by itself."""
    value = differentiable(FUNCTIONS.get(name) or Function(name))

    def function(x):
        return value(x, numbers)

    function.__name__ = function.__qualname__ = name.rpartition(".")[2]
    return jax.jit(function)


# ---- fastact's activations, by their names -----------------------------------------------------------------------------------

_PAGE = """{about}

``{formula}``

Parameters
----------
x : array_like
    Of any shape; float16, bfloat16, float32 or float64.  Integers become floating-point numbers, as JAX does it.
{numbers}
Returns
-------
jax.Array
    Of that shape and dtype, on the CPU{elsewhere}.  The first derivative is fastact's{higher}.

Raises
------
TypeError
    If x is complex or of another type, or a parameter is no number.
{conditions}
See Also
--------
fastact.{name} : the same of NumPy's arrays, with its error bounds, limits and source.

Examples
--------
>>> import jax.numpy as jnp
>>> from fastact.backends import jax as fj
>>> fj.{name}(jnp.ones(3){given}).shape
(3,)
"""


def _documentation(row):
    numbers = ""
    for name, default in row.parameters.items():
        told = "" if default is None else f", default {default:.5g}"
        numbers += f"{name} : float{told}\n    {meaning(row, name)}\n"
    return _PAGE.format(
        about=row.about,
        formula=row.formula,
        numbers=numbers,
        elsewhere=" by fastact, on other devices by JAX" if row.name in FUNCTIONS else "",
        higher=", those of higher order are JAX's" if row.name in FUNCTIONS else "; a second one is a NotImplementedError",
        conditions=f"ValueError\n    If parameters do not fulfil {' and '.join(row.conditions)}.\n" if row.conditions else "",
        name=row.name,
        given="".join(f", {name}={0.5 + k}" for k, (name, default) in enumerate(row.parameters.items()) if default is None),
    )


def _of_row(row):
    parameters = [Parameter("x", Parameter.POSITIONAL_OR_KEYWORD)]
    for name, default in row.parameters.items():
        required = Parameter.empty if default is None else default
        parameters.append(Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=required))
    signature, check_conditions = Signature(parameters), checker(row)

    def function(*args, **kwargs):
        try:
            given = signature.bind(*args, **kwargs)
        except TypeError as error:
            raise TypeError(f"{row.name}(): {error}") from None
        given.apply_defaults()
        x, *numbers = given.args
        check_numbers(row, numbers)
        check_conditions(*numbers)
        return compiled(row.name, *map(float, numbers))(floating(row.name, x))

    function.__name__ = function.__qualname__ = row.name
    function.__doc__, function.__signature__ = _documentation(row), signature
    return function


def check_numbers(row, numbers):
    """A TypeError unless these are numbers, those of a row's parameters."""
    for name, value in zip(row.parameters, numbers):
        if not isinstance(value, Real) or isinstance(value, bool):
            raise TypeError(f"{row.name}() takes a number for {name}, not {type(value).__name__}")


def floating(name, x):
    """x as an array of one of the types in DTYPES."""
    x = jnp.asarray(x)
    dtype = jnp.result_type(float) if jnp.issubdtype(x.dtype, jnp.integer) or x.dtype == bool else x.dtype
    if dtype not in DTYPES:
        raise TypeError(f"{name}() takes float16, bfloat16, float32 and float64, not {dtype}")
    return jax.lax.convert_element_type(x, dtype)  # which yields to no other type any more


__all__ = ["LIBRARY", *ROWS]


def __getattr__(name):
    if name not in ROWS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, _of_row(ROWS[name]))


def __dir__():
    return __all__


# ---- JAX's own functions -----------------------------------------------------------------------------------------------------


class Replacement:
    """What stands in the place of a function of JAX, to the eye and to `isinstance` the same.

    While it is `on`, a call that fastact takes is one of `compiled`; `taken` has the arguments of the original and returns its
    name, x and the numbers, or raises `Declined`.  All other calls are the original's.  In a function that JAX traces there is
    one call, whatever is computed with it later.
    """

    def __init__(self, original, taken):
        self.original, self.taken, self.on = original, taken, False
        update_wrapper(self, original)
        self.reset()

    def reset(self):
        self.served, self.passed = 0, {}

    def __call__(self, *args, **kwargs):
        if self.on and not _originals.are_meant:
            try:
                name, x, *numbers = self.taken(*args, **kwargs)
                check_array(x)
            except Declined as declined:
                self.count(declined.args[0])
            except TypeError:  # the original says what is wrong with the arguments
                self.count(OPTION)
            else:
                self.served += 1
                return compiled(name, *numbers)(x)
        return self.original(*args, **kwargs)

    def count(self, why):
        self.passed[why] = self.passed.get(why, 0) + 1

    def __get__(self, instance, owner):
        return self if instance is None else MethodType(self, instance)

    def __getattr__(self, name):
        return getattr(self.original, name)

    @property
    def __class__(self):
        return type(self.original)

    def __repr__(self):
        return repr(self.original)

    def __reduce__(self):
        """By name, as functions."""
        return self.__qualname__


def check_array(x):
    """Declines what is no array of JAX's or NumPy's, or has elements of another type, or of a weak one."""
    is_of_jax = isinstance(x, jax.Array)
    if not is_of_jax and type(x) is not np.ndarray:
        raise Declined(TYPE)
    if x.dtype not in DTYPES or (is_of_jax and (x.weak_type or not is_enabled(x.dtype))):
        raise Declined(DTYPE)


def is_enabled(dtype):
    """Whether JAX computes in it now."""
    return dtype != np.float64 or jnp.result_type(float) == np.float64


def number(value, nonzero=False):
    """Of an argument that is a number of Python's, 0 or one that is normal in all types; an array, or what JAX traces, is for
    JAX."""
    if type(value) not in (int, float):
        raise Declined(OPTION)
    if not 2**-14 <= abs(value) <= 2**15 and (nonzero or value != 0):
        raise Declined(VALUE)
    return float(value)


def exact_gelu(x, approximate=True):
    if approximate is not False:  # a gradient of the other by itself loses to XLA's, as that of silu does
        raise Declined(OPTION)
    return "gelu", x


def normalized_sinc(x, /):
    """Of pi times x, which XLA does not round to the short types."""
    if getattr(x, "dtype", None) in (jnp.float16, jnp.bfloat16):
        raise Declined(DTYPE)
    return "jax.numpy.sinc", x


# With the arguments of JAX's functions, what is called: a name in FUNCTIONS, x, and the numbers.
TAKEN = {
    "jax.nn.celu": lambda x, alpha=1.0: ("celu", x, number(alpha, nonzero=True)),
    "jax.nn.elu": lambda x, alpha=1.0: ("elu", x, number(alpha)),
    "jax.nn.gelu": exact_gelu,
    "jax.nn.log_sigmoid": lambda x: ("log_sigmoid", x),
    "jax.nn.mish": lambda x: ("mish", x),
    "jax.nn.selu": lambda x: ("selu", x),
    "jax.nn.softplus": lambda x: ("softplus", x, 1.0),
    "jax.numpy.sinc": normalized_sinc,
}


class Row:
    """The row of a function of JAX; as `patch.Function` describes rows."""

    def __init__(self, name, taken):
        self.name, self.taken, self.replacement = name, taken, None

    def prepare(self):
        if self.replacement is None:
            module, _, attribute = self.name.rpartition(".")
            self.replacement = Replacement(getattr(import_module(module), attribute), self.taken)

    def switch(self, on):
        """Begins to serve, and to count from 0, or ends: then the original forgets what it has compiled, for it may have called
        others that were switched."""
        if on:
            self.replacement.reset()
        self.replacement.on = on
        if not on and hasattr(self.replacement.original, "clear_cache"):
            self.replacement.original.clear_cache()

    @property
    def swapped(self):
        return self.replacement.original, self.replacement

    @property
    def served(self):
        return self.replacement.served

    @property
    def passed(self):
        return self.replacement.passed

    def places(self, found):
        return tuple(found.get(id(self.replacement), ()))


def rows():
    return [Row(name, taken) for name, taken in TAKEN.items()]


LIBRARY = Library("jax", "jax", TESTED, rows)
