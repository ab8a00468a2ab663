"""Thinc, and spaCy over it: the activations of `NumpyOps` and their gradients, for all arrays on the CPU, or by `FastactOps`.

`patch("thinc")` sets the methods in the class `NumpyOps`, so that all its instances have them: those that models, threads
and modules hold already too.  Thinc imports this file by itself, as it does all that other packages add to its registry, so
that it has to import with any version of Thinc.
"""

import numpy as np
from thinc.backends.numpy_ops import NumpyOps

from fastact._core.table_functions import FUNCTIONS
from fastact.backends.patch import (
    DOUBLE,
    DTYPE,
    OPTION,
    SHAPE,
    SINGLE,
    TYPE,
    VALUE,
    Declined,
    Function,
    Library,
    Replacement,
    check_alike,
    check_axis,
    imported,
    patch,
    unpatch,
)
from fastact.functions.softmax import softmax, softmax_backward
from fastact.functions.softmax_variants import segment_softmax, segment_softmax_backward

MANY = {SINGLE: 2, DOUBLE: 2}  # no array without axes, of which a ufunc makes a number
LARGEST = 2.0**126  # of temperatures, slopes and offsets
# The least numbers of elements that are served, where they are more: below them Thinc's own is faster.
LEAST = {
    "backprop_relu": {SINGLE: 1024, DOUBLE: 2},
    "mish": {SINGLE: 32, DOUBLE: 32},
    "backprop_mish": {SINGLE: 64, DOUBLE: 64},
    "softmax_sequences": {SINGLE: 512, DOUBLE: 512},
    "backprop_softmax_sequences": {SINGLE: 2048, DOUBLE: 2048},
}


# ---- values: with the arguments of Thinc's, of which some take inplace by name alone -----------------------------------------


def value(function):
    def serve(self, X, inplace=False):
        return function(X, out=X if inplace else None)

    return serve


def value_by_name(function):
    def serve(self, X, *, inplace=False):
        return function(X, out=X if inplace else None)

    return serve


def slope_of_output(function):
    def serve(self, Y, *, inplace=False):
        return function(Y, out=Y if inplace else None)

    return serve


def mish(self, X, threshold=20.0, inplace=False):
    check_threshold(threshold)
    return FUNCTIONS["mish"](X, out=X if inplace else None)


def relu_k(self, X, n=6.0, inplace=False):
    return clipped_linear(self, X, 1.0, 0.0, 0.0, n, inplace)


def hard_sigmoid(self, X, inplace=False):
    return clipped_linear(self, X, 0.2, 0.5, 0.0, 1.0, inplace)


def hard_tanh(self, X, inplace=False):
    return clipped_linear(self, X, 1.0, 0.0, -1.0, 1.0, inplace)


def clipped_linear(self, X, slope=1.0, offset=0.0, min_val=0.0, max_val=1.0, inplace=False):
    function, *parameters = clipped(slope, offset, min_val, max_val)
    return FUNCTIONS[function](X, *parameters, out=X if inplace else None)


def hard_swish(self, X, inplace=False):
    """With the gate x/5 + 1/2 of Thinc's, where others have x/6 + 1/2."""
    gate = FUNCTIONS["hard_sigmoid"](X, 0.2, 0.5)
    return np.multiply(X, gate, out=X if inplace else gate)


# ---- gradients ---------------------------------------------------------------------------------------------------------------


def gradient(backward):
    def serve(self, dY, X, inplace=False):
        check_shapes(dY, X)
        return backward(dY, X, out=dY if inplace else None)

    return serve


def backprop_sigmoid(self, dY, Y, *, inplace=False):
    """In place of Y, as Thinc has it."""
    check_shapes(dY, Y)
    return FUNCTIONS["sigmoid_backward_from_output"](dY, Y, out=Y if inplace else None)


def backprop_relu(self, dY, Y, inplace=False):
    check_shapes(dY, Y)
    return FUNCTIONS["relu_backward_from_output"](dY, Y, out=dY if inplace else None)


def backprop_swish(self, dY, X, Y, inplace=False):
    check_shapes(dY, X, Y)
    return FUNCTIONS["silu_backward"](dY, X, out=dY if inplace else None)


def backprop_mish(self, dY, X, threshold=20.0, inplace=False):
    check_threshold(threshold)
    check_shapes(dY, X)
    return FUNCTIONS["mish_backward"](dY, X, out=dY if inplace else None)


def backprop_relu_k(self, dY, X, n=6.0, inplace=False):
    return backprop_clipped_linear(self, dY, X, 1.0, 0.0, 0.0, n, inplace)


def backprop_hard_sigmoid(self, dY, X, inplace=False):
    """Never in place, as Thinc has it; the next too."""
    return backprop_clipped_linear(self, dY, X, 0.2, 0.5, 0.0, 1.0)


def backprop_hard_tanh(self, dY, X, inplace=False):
    return backprop_clipped_linear(self, dY, X, 1.0, 0.0, -1.0, 1.0)


def backprop_clipped_linear(self, dY, X, slope=1.0, offset=0.0, min_val=0.0, max_val=1.0, inplace=False):
    function, *parameters = clipped(slope, offset, min_val, max_val)
    check_shapes(dY, X)
    return FUNCTIONS[f"{function}_backward"](dY, X, *parameters, out=dY if inplace else None)


def backprop_hard_swish(self, dY, X, inplace=False):
    """That of x/6 + 1/2 at 6/5 of x."""
    check_shapes(dY, X)
    scaled = np.multiply(X, 1.2)
    return FUNCTIONS["hard_swish_backward"](dY, scaled, out=dY if inplace else scaled)


# ---- softmax -----------------------------------------------------------------------------------------------------------------


def serve_softmax(self, x, *, inplace=False, axis=-1, temperature=1.0):
    """Never in place, as Thinc has it; the next two too."""
    check_axis(axis)
    check_positive(temperature)
    return softmax(x, axis, temperature=temperature)


def backprop_softmax(self, Y, dY, *, axis=-1, temperature=1.0):
    check_axis(axis)
    check_positive(temperature)
    check_shapes(Y, dY)
    return softmax_backward(dY, Y, axis, temperature=temperature)


def softmax_sequences(self, Xs, lengths, *, inplace=False, axis=-1):
    """Along the first axis, whatever `axis` is, and of nothing beyond 20, as Thinc has it."""
    check_lengths(Xs, lengths)
    clipped_Xs = FUNCTIONS["hard_tanh"](Xs, -20.0, 20.0)
    return of_segments(segment_softmax, clipped_Xs, lengths, out=clipped_Xs)


def backprop_softmax_sequences(self, dY, Y, lengths):
    check_shapes(dY, Y)
    check_lengths(Y, lengths)
    return of_segments(segment_softmax_backward, dY, Y, lengths)


def of_segments(function, *args, out=None):
    """Declines lengths that fastact refuses: Thinc refuses them in its own words."""
    try:
        return function(*args, axis=0, out=out)
    except ValueError:
        raise Declined(VALUE) from None


# ---- what is passed on -------------------------------------------------------------------------------------------------------


def check_shapes(x, *others):
    """Declines what has not the type, dtype and shape of `x`."""
    check_alike(x, *others)
    for other in others:
        if x.shape != other.shape:
            raise Declined(SHAPE)


def check_numbers(*numbers):
    """Declines what is no number of Python's own: others may have a say in the type of the result."""
    for number in numbers:
        if type(number) is not float and type(number) is not int:
            raise Declined(OPTION)


def check_positive(number):
    """Declines what is not positive too, or so near to 0 or so large that float32 or its inverse has not all digits."""
    check_numbers(number)
    if not 1 / LARGEST <= number <= LARGEST:
        raise Declined(OPTION)


def check_threshold(threshold):
    """From 20 on mish of x is x in any case, in float64 too."""
    check_numbers(threshold)
    if not threshold >= 20:
        raise Declined(OPTION)


def clipped(slope, offset, min_val, max_val):
    """The name and parameters of the function that has this slope between two bounds; declines if there is none."""
    check_positive(slope)
    check_numbers(offset, min_val, max_val)
    if min_val < max_val:
        if slope == 1 and offset == 0:
            return "hard_tanh", min_val, max_val
        if abs(offset) <= LARGEST and min_val == 0 and max_val == 1:
            return "hard_sigmoid", slope, offset
    raise Declined(OPTION)


def check_lengths(x, lengths):
    """Declines all but one column, as layers of attention have it, and lengths of a type that Thinc refuses."""
    if x.ndim != 2 or x.shape[1] != 1:
        raise Declined(SHAPE)
    if type(lengths) is not np.ndarray:
        raise Declined(TYPE)
    if lengths.dtype != np.int32:
        raise Declined(DTYPE)


# ---- the methods -------------------------------------------------------------------------------------------------------------

METHODS = {  # what serves, and the name of the array that decides whether it does
    "sigmoid": (value_by_name(FUNCTIONS["sigmoid"]), "X"),
    "dsigmoid": (slope_of_output(FUNCTIONS["sigmoid_grad_from_output"]), "Y"),
    "backprop_sigmoid": (backprop_sigmoid, "dY"),
    "dtanh": (slope_of_output(FUNCTIONS["tanh_grad_from_output"]), "Y"),
    "softmax": (serve_softmax, "x"),
    "backprop_softmax": (backprop_softmax, "Y"),
    "softmax_sequences": (softmax_sequences, "Xs"),
    "backprop_softmax_sequences": (backprop_softmax_sequences, "dY"),
    "relu": (value(FUNCTIONS["relu"]), "X"),
    "backprop_relu": (backprop_relu, "dY"),
    "relu_k": (relu_k, "X"),
    "backprop_relu_k": (backprop_relu_k, "dY"),
    "clipped_linear": (clipped_linear, "X"),
    "backprop_clipped_linear": (backprop_clipped_linear, "dY"),
    "hard_sigmoid": (hard_sigmoid, "X"),
    "backprop_hard_sigmoid": (backprop_hard_sigmoid, "dY"),
    "hard_tanh": (hard_tanh, "X"),
    "backprop_hard_tanh": (backprop_hard_tanh, "dY"),
    "swish": (value(FUNCTIONS["silu"]), "X"),
    "backprop_swish": (backprop_swish, "dY"),
    "hard_swish": (hard_swish, "X"),
    "backprop_hard_swish": (backprop_hard_swish, "dY"),
    "hard_swish_mobilenet": (value(FUNCTIONS["hard_swish"]), "X"),
    "backprop_hard_swish_mobilenet": (gradient(FUNCTIONS["hard_swish_backward"]), "dY"),
    "dish": (value(FUNCTIONS["dish"]), "X"),
    "backprop_dish": (gradient(FUNCTIONS["dish_backward"]), "dY"),
    "gelu": (value(FUNCTIONS["gelu"]), "X"),
    "backprop_gelu": (gradient(FUNCTIONS["gelu_backward"]), "dY"),
    "gelu_approx": (value(FUNCTIONS["gelu_tanh"]), "X"),
    "backprop_gelu_approx": (gradient(FUNCTIONS["gelu_tanh_backward"]), "dY"),
    "mish": (mish, "X"),
    "backprop_mish": (backprop_mish, "dY"),
}
for name, (serve, _) in METHODS.items():
    serve.__qualname__ = f"NumpyOps.{name}"  # which errors of wrong arguments name


def rows():
    """What is in the place of the methods of `NumpyOps`."""
    module = NumpyOps.__module__
    return [Function(module, f"NumpyOps.{name}", serve, least(name), (1, x)) for name, (serve, x) in METHODS.items()]


def least(name):
    return LEAST.get(name, MANY)


LIBRARY = Library("thinc", "thinc", ("8.3.14", "9.2"), rows)


class FastactOps(NumpyOps):
    """Thinc's backend "fastact": `NumpyOps` whose activations and their gradients are computed by fastact.

    Thinc finds it by its name, once fastact is installed.  Calls that are not served go on to `NumpyOps`; how many were is
    in `served` and `passed` of each method, as in ``FastactOps.mish.served``, of all instances since the start.

    Parameters
    ----------
    *args, **kwargs
        Those of `thinc.api.NumpyOps`.

    Raises
    ------
    ImportError
        If fastact is not tested with this version of Thinc.

    See Also
    --------
    install : for what computes with `NumpyOps`, instances that are held already among it.

    Examples
    --------
    >>> from thinc.api import get_current_ops, use_ops
    >>> with use_ops("fastact"):
    ...     get_current_ops().name
    'fastact'
    """

    name = "fastact"

    def __init__(self, *args, **kwargs):
        imported(LIBRARY.module, LIBRARY.distribution, LIBRARY.tested)
        super().__init__(*args, **kwargs)


def give_methods(ops):
    """Those that this version of Thinc has, which serve at all times."""
    for name, (serve, operand) in METHODS.items():
        if hasattr(NumpyOps, name):
            method = Replacement(getattr(NumpyOps, name), serve, least(name), 1, operand, ops.__module__)
            method.on, method.__module__, method.__qualname__ = True, ops.__module__, f"{ops.__qualname__}.{name}"
            setattr(ops, name, method)


give_methods(FastactOps)


def install():
    """Let all that computes with Thinc's `NumpyOps` compute with fastact: ``fastact.patch("thinc")``.

    The methods are set in the class: instances that models, threads and modules hold already have them, and lose them with
    `uninstall`.  `thinc.api.get_ops("cpu")`, `require_cpu` and spaCy's pipelines need nothing else.

    Raises
    ------
    ImportError
        If fastact is not tested with this version of Thinc; nothing is replaced then.

    See Also
    --------
    fastact.patched : for a block.
    fastact.patches : which calls were served.
    FastactOps : a backend of its own, for some models and not for others.

    Examples
    --------
    >>> from fastact.backends.thinc import install, uninstall
    >>> install()
    >>> uninstall()
    """
    patch("thinc")


def uninstall():
    """Give `NumpyOps` its own methods back: ``fastact.unpatch("thinc")``.

    Examples
    --------
    >>> from fastact.backends.thinc import uninstall
    >>> uninstall()
    """
    unpatch("thinc")
