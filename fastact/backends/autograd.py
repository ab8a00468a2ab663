"""autograd (HIPS): fastact's functions with gradients, under their own names.

>>> import autograd, autograd.numpy as np
>>> import fastact.backends.autograd as fa
>>> autograd.grad(lambda x: np.sum(fa.gelu(x)))(np.array([0.0, 1.0]))
array([0.5       , 1.08331547])

There are those that have a backward form, the cross-entropies, and `layer_norm` and `rms_norm` of `fastact.nn`.  A second
derivative is a NotImplementedError.  Numbers that shape a function are constants, but for prelu's slopes: a gradient with
respect to another is a TypeError.  Once one of these functions has been asked for, autograd 1.9 takes the ufuncs of `fastact`
too.
"""

from collections.abc import Callable
from functools import cache, wraps
from inspect import Parameter, signature
from typing import NamedTuple

import numpy as np

from fastact._core.table_functions import FUNCTIONS as OF_TABLES
from fastact.backends.patch import imported
from fastact.catalogue.activations import function as known
from fastact.catalogue.public import FUNCTIONS as OTHERS
from fastact.nn.normalization import functions as normalization

TESTED = "1.7", "1.10"  # the first version of autograd, and the one behind the last
RANDOM = {"rrelu"}  # draws slopes, which prelu takes
WITHOUT_EFFECT = {"inf", "keepdims", "sink"}  # options that change the result, but not how the gradient follows from it
NOT_SERVED = {"out", "dtype", "casting", "order", "subok"}  # what a function may have and a gradient has not


class Rule(NamedTuple):
    """`gradient(g, y, *inputs, **options)` is the gradient with respect to each of `inputs`, or to the only one.  `options` are
    the arguments that it takes, None where those are any.  Of a `symmetric` Jacobian it is the tangent, too."""

    function: Callable
    gradient: Callable
    options: set | None
    inputs: tuple = ("x",)
    symmetric: bool = False


# ---- rules -------------------------------------------------------------------------------------------------------------------


def options_of(backward, *operands):
    """The arguments of a backward form but these; `where` is none of a ufunc's, for it leaves numbers out of the result."""
    names = {name for name, one in signature(backward).parameters.items() if one.kind is not Parameter.VAR_KEYWORD}
    return names - {"dy", *operands} - NOT_SERVED - ({"where"} if "subok" in names else set())


def of_backward(name):
    """By the backward form, whose operands behind dy say what it is computed from."""
    backward = known(f"{name}_backward")
    required = [name for name, one in signature(backward).parameters.items() if one.default is Parameter.empty]
    operands = [one for one in required if one in ("x", "y", "a", "b")]
    inputs = ("a", "b") if "a" in operands else ("x",)

    def gradient(g, y, *values, **options):
        if "y" in operands:
            values = (*values, y)[-len(operands) :]
        return backward(g, *values, **options)

    return Rule(known(name), gradient, options_of(backward, *operands), inputs, name in OF_TABLES or name in SYMMETRIC)


def of_prelu():
    def gradient(g, y, x, slope):
        return known("prelu_backward")(g, x, slope), known("prelu_slope_backward")(g, x, slope)

    return Rule(known("prelu"), gradient, set(), ("x", "slope"))


def of_softmin():
    """Softmax of -x."""
    backward = known("softmax_backward")
    options = options_of(backward, "y")
    return Rule(known("softmin"), lambda g, y, x, **given: -backward(g, y, **given), options, symmetric=True)


def of_bias_act():
    def gradient(g, y, x, bias, name, **options):
        return known("bias_act_backward")(name, g, x, bias, **options)

    return Rule(known("bias_act"), gradient, None, ("x", "bias"))


def of_maxout():
    """Of the values, without the index."""
    maxout = known("maxout")

    @wraps(maxout)
    def values(x, pieces, axis=-1):
        return maxout(x, pieces, axis)[0]

    def gradient(g, y, x, pieces, axis=-1):
        return known("maxout_backward")(g, maxout(x, pieces, axis)[1], pieces, axis)

    return Rule(values, gradient, {"pieces", "axis"})


def of_loss(name):
    """By its gradient, which a sum or a mean has scaled."""
    slopes = known(f"{name}_grad")

    def gradient(g, y, logits, **options):
        found = slopes(logits, **options)
        if np.ndim(g) and np.ndim(g) < np.ndim(found):
            g = np.expand_dims(g, options.get("axis", -1))
        return np.multiply(found, g, dtype=found.dtype)

    return Rule(known(name), gradient, options_of(slopes, "logits"), ("logits",))


def of_normalization(name, inputs):
    backward = getattr(normalization, f"{name}_backward")

    def gradient(g, y, x, gamma=None, beta=None, **options):
        return backward(g, x, gamma, **options)

    return Rule(getattr(normalization, name), gradient, {"axis", "epsilon"}, inputs)


SYMMETRIC = {"softmax", "causal_softmax", "segment_softmax", "sparsemax", "entmax15", "entmax", "bipolar_relu"}
NAMES = [name for name in (*OF_TABLES, *OTHERS) if known(f"{name}_backward") and name not in RANDOM]
RULES = {name: of_backward(name) for name in NAMES} | {
    "prelu": of_prelu(),
    "softmin": of_softmin(),
    "bias_act": of_bias_act(),
    "maxout": of_maxout(),
    "softmax_cross_entropy": of_loss("softmax_cross_entropy"),
    "sigmoid_cross_entropy": of_loss("sigmoid_cross_entropy"),
    "layer_norm": of_normalization("layer_norm", ("x", "gamma", "beta")),
    "rms_norm": of_normalization("rms_norm", ("x", "gamma")),
}
__all__ = list(RULES)


# ---- autograd's side ---------------------------------------------------------------------------------------------------------


@cache
def primitives():
    """By name, once autograd has been imported; an ImportError if it is not there, or in a version that is not tested."""
    imported("autograd", "autograd", TESTED)
    return {name: made(name, rule) for name, rule in RULES.items()}


def __getattr__(name):
    if name not in RULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return primitives()[name]


def __dir__():
    return __all__


def made(name, rule):
    """A function that autograd differentiates; the ufunc under a function with parameters is another."""
    from autograd.extend import primitive
    from autograd.tracer import isbox

    arguments = signature(rule.function).parameters
    in_order = [one.name for one in arguments.values() if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    inner = primitive(rule.function)
    define(name, rule, inner, in_order)
    if ufunc := getattr(rule.function, "ufunc", None):
        define(name, rule, primitive(ufunc), in_order)

    @wraps(rule.function)
    def function(*args, **kwargs):
        if kwargs:
            given = signature(rule.function).bind(*args, **kwargs).arguments
            last = max(place for place, one in enumerate(in_order) if one in given)
            args = tuple(given.get(one, arguments[one].default) for one in in_order[: last + 1])
            kwargs = {one: value for one, value in kwargs.items() if one not in in_order}
            for one, value in kwargs.items():
                if isbox(value):
                    raise constant(name, one)
        return inner(*args, **kwargs)

    return function


def define(name, rule, primitive, in_order):
    """Says to autograd what the derivatives of a primitive are."""
    from autograd.core import sum_outgrads
    from autograd.extend import defjvp_argnums, defvjp_argnums
    from autograd.numpy.numpy_vjps import unbroadcast
    from autograd.numpy.numpy_wrapper import metadata
    from autograd.tracer import isbox

    of_place = {place: rule.inputs.index(one) for place, one in enumerate(in_order) if one in rule.inputs}

    def taken(places, args, kwargs):
        """The inputs, and the options of the gradient by name."""
        for place in places:
            if place not in of_place:
                raise constant(name, in_order[place])
        if not kwargs and len(args) == len(rule.inputs):
            return args, {}
        given = dict(zip(in_order, args)) | kwargs
        options = {one: value for one, value in given.items() if one not in rule.inputs and one not in WITHOUT_EFFECT}
        for one in [one for one in options if one in NOT_SERVED or (rule.options is not None and one not in rule.options)]:
            if options.pop(one) is not None:
                raise TypeError(f"{name}() has no gradient with {one}")
        return [given.get(one) for one in rule.inputs], options

    def gradients(g, y, inputs, options):
        """At each input."""
        for value in (g, y, *inputs, *options.values()):
            if isbox(value):
                raise NotImplementedError(f"fastact has no second derivative of {name}()")
        found = rule.gradient(g, y, *inputs, **options)
        return found if type(found) is tuple else (found,)

    def summed(gradient, value):
        """Over the axes along which an input was broadcast."""
        return gradient if np.shape(gradient) == np.shape(value) else unbroadcast(gradient, metadata(value))

    def vjp(places, y, args, kwargs):
        inputs, options = taken(places, args, kwargs)

        def pulled(g):
            found = gradients(g, y, inputs, options)
            return [summed(found[of_place[place]], args[place]) for place in places]

        return pulled

    def jvp(places, tangents, y, args, kwargs):
        inputs, options = taken(places, args, kwargs)
        pushed = [gradients(g, y, inputs, options)[of_place[place]] for place, g in zip(places, tangents)]
        return sum_outgrads([np.broadcast_to(one, np.shape(y)) if np.ndim(y) else one for one in pushed])

    defvjp_argnums(primitive, vjp)
    if rule.symmetric:
        defjvp_argnums(primitive, jvp)


def constant(name, argument):
    return TypeError(f"{name}() has no gradient with respect to {argument}, which is a constant")
