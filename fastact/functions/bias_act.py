"""A bias and an activation in one pass: a layer over gufuncs that add and compute block by block."""

import inspect
import math

import numpy as np

from fastact._core.dtypes import bfloat16
from fastact._core.small_arrays import cast
from fastact._core.ufuncs import built, functions, reductions
from fastact.catalogue.names import get
from fastact.catalogue.public import public
from fastact.functions.arguments import (
    Refusing,
    axes_beside,
    axis_of,
    checked,
    checked_pair,
    of_type,
    operands_of,
    refuse,
    settled,
    spread,
    stored,
    typed,
)
from fastact.functions.axes import along
from fastact.functions.foreign.layout import ALL, AXIS, Masked
from fastact.functions.foreign.rule import served


@public
@served(x=ALL, bias=AXIS, results=ALL, masked=Masked(0.0))
def bias_act(*operands, axis=-1, out=None, **params):
    """An activation of a sum with a bias, in one pass: ``f(x + bias)``.

    Parameters
    ----------
    name : str or callable
        The activation: a name that `get` knows, or the function itself.  All activations of one element are accepted.
    x : array_like
        At least one axis; types as for the activation.
    bias : array_like
        Either a one-dimensional array with a number for each index of `axis`, or one number for all elements.
    axis : int, default -1
        The axis of `x` that the bias belongs to.
    {out_in_place x}
    **params : array_like
        The activation's parameters; they broadcast against `x`.  star_relu and shrink have a parameter with the name `bias`.
        For these two the keyword `bias` is that parameter, so give the bias that is added by position.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    {axis_error}
    TypeError
        If an array is complex, text or an object, `name` is neither a string nor a function, or a parameter is missing or
        unknown.
    ValueError
        If `name` is not an activation of one element (softmax, derivatives and gated units are not), `bias` has the wrong
        shape, a parameter does not fulfil its condition, or `out` is read-only or has the wrong shape.

    See Also
    --------
    bias_act_backward : its gradients.

    Notes
    -----
    ``x + bias`` is rounded once to the type of the arrays, as NumPy rounds it.  So the result is equal to the bit to
    ``f(x + bias)``, for any number of threads.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bias_act("relu", [[1.0, 2.0], [-3.0, 4.0]], [1.0, -3.0])
    array([[2., 0.],
           [0., 1.]])
    >>> fa.bias_act(fa.leaky_relu, [1.0, -3.0], 1.0, negative_slope=0.5)
    array([ 2., -1.])
    """
    name, x, bias = operands_of("bias_act", ("name", "x", "bias"), operands, params)
    row = _row(name)
    parameters = settled(functions[row], "bias_act", params)
    gufunc = built.biased[row].value
    if _is_last(axis, x):
        made = gufunc.at_once((x, bias, *parameters.values()), -1, out)
        if made is not None:
            return made
    x, bias, axis = _operands(x, bias, axis)
    out = checked(out, x.shape)
    with Refusing(refuse, {"x": x, "bias": bias}, shape=x.shape, parameters=parameters):
        values = typed(gufunc, (x.dtype, bias.dtype), parameters)
        arrays, added = _views(axis, [x] if out is None else [x, out], bias, values)
        y = gufunc(arrays[0], *added, out=None if out is None else arrays[1])
    return y.reshape(x.shape) if out is None else out


@public
@served(dy=ALL, x=ALL, bias=AXIS, results=(ALL, AXIS), masked=Masked(0.0))
def bias_act_backward(*operands, axis=-1, out=None, **params):
    """The gradients of `bias_act` for its input and its bias: ``dy*f'(x + bias)``, and its sum over all other axes.

    Parameters
    ----------
    name, x, bias, axis, **params
        As for `bias_act`.
    dy : array_like
        The gradient with respect to the result, of the shape of `x`.
    out : ndarray or tuple of two ndarrays or None, optional
        An array for dx, of the shape of `x`, with any strides; it may be `dy` or `x`.  Or a tuple for dx and dbias.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dbias : ndarray or scalar
        Of the shape of `bias`.  If `bias` has a floating-point type, dbias has it too.

    Raises
    ------
    {raises bias_act}; ValueError too if `dy` has not the shape of `x`.

    Notes
    -----
    dx is equal to the bit to the result of the activation's own backward function.  Where the activation is constant, as relu
    below 0, dx is 0 whatever dy is.  dbias is the sum of the elements of dx as they are returned.  The sum is computed in twice
    the working precision and rounded once.  The order of its terms does not depend on the number of threads.

    {error}.  This is the error of dbias.

    Its unit is at least 2^-10 of the unit in the last place of the sum of absolute values.

    Examples
    --------
    >>> import fastact as fa
    >>> dx, dbias = fa.bias_act_backward("relu", [[1.0, 1.0], [1.0, 1.0]], [[1.0, 2.0], [-3.0, 4.0]], [1.0, -3.0])
    >>> dx
    array([[1., 0.],
           [0., 1.]])
    >>> dbias
    array([1., 1.])
    """
    name, dy, x, bias = operands_of("bias_act_backward", ("name", "dy", "x", "bias"), operands, params)
    row = _row(name)
    parameters = settled(functions[row], "bias_act_backward", params)
    gufunc = built.biased[row].backward
    as_array, dx, out_bias = out is ..., None, None
    if _is_last(axis, x) and type(out) is not tuple:
        dx = gufunc.at_once((dy, x, bias, *parameters.values()), -1, out)
    if dx is not None:
        bias, axis = np.asarray(of_type(bias, x)), x.ndim - 1
    else:
        x, bias, axis = _operands(x, bias, axis)
        dy = np.asarray(dy)
        if dy.shape != x.shape:
            raise ValueError(f"dy has shape {dy.shape}, but x has shape {x.shape}")
        of_pair = isinstance(out, tuple) and len(out) != 1
        out, out_bias = checked_pair(out, x.shape, bias.shape) if of_pair else (checked(out, x.shape), None)
        with Refusing(refuse, {"dy": dy, "x": x, "bias": bias}, shape=x.shape, parameters=parameters):
            values = typed(gufunc, (dy.dtype, x.dtype, bias.dtype), parameters)
            arrays, added = _views(axis, [dy, x] if out is None else [dy, x, out], bias, values)
            dx = gufunc(*arrays[:2], *added, out=None if out is None else arrays[2])
        dx = dx.reshape(x.shape) if out is None else out
    dbias = along(reductions["sum"], (dx,), axes_beside(x.ndim, axis if bias.ndim else None), None, None)
    if bias.dtype is not dbias.dtype and (bias.dtype.kind == "f" or bias.dtype == bfloat16):
        dbias = cast(dbias, bias.dtype.newbyteorder("="))
    return dx, stored(dbias, out_bias, as_array)


def _shown(*names):
    """The signature that the operands have by these names."""
    kind = inspect.Parameter
    own = [kind("axis", kind.KEYWORD_ONLY, default=-1), kind("out", kind.KEYWORD_ONLY, default=None)]
    return inspect.Signature(
        [*(kind(name, kind.POSITIONAL_OR_KEYWORD) for name in names), *own, kind("params", kind.VAR_KEYWORD)]
    )


bias_act.__signature__ = _shown("name", "x", "bias")
bias_act_backward.__signature__ = _shown("name", "dy", "x", "bias")


def _row(name):
    """The row of the table that an activation is, which is told by a name or is the function itself."""
    if isinstance(name, str):
        if name in built.biased:
            return name
        function = get(name)
    elif callable(name):
        function = name
    else:
        raise TypeError(f"name must be a string or an activation itself, not {type(name).__name__}")
    row = getattr(function, "__name__", None)
    if row not in built.biased or functions[row] is not function:
        raise ValueError(f"name must be an activation of one element, as gelu, not {name!r}")
    return row


def _is_last(axis, x):
    return type(axis) is int and (axis == -1 or axis == np.ndim(x) - 1)


def _operands(x, bias, axis):
    x = np.asarray(x)
    bias, axis = np.asarray(of_type(bias, x)), axis_of(x.ndim, axis)
    if bias.ndim and bias.shape != (x.shape[axis],):
        raise ValueError(
            f"bias must be a number or have the shape {(x.shape[axis],)}, as x has shape {x.shape} and axis is {axis}, "
            f"not {bias.shape}"
        )
    return x, bias, axis


def _views(axis, arrays, bias, values):
    """The arrays; the bias and the parameters in their shape: with what follows the axis as one, where nothing keeps them
    from it."""
    shape = arrays[0].shape
    values = [np.broadcast_to(value, shape) if value.ndim else value for value in values]
    if all(array.flags.c_contiguous for array in arrays):
        before, length, after = math.prod(shape[:axis]), shape[axis], math.prod(shape[axis + 1 :])
        shape, axis = (before, length, after) if after > 1 else (before, length), 1
        arrays, values = ([array.reshape(shape) if array.ndim else array for array in a] for a in (arrays, values))
    if bias.ndim:
        bias = bias.reshape(-1, *(1,) * (len(shape) - axis - 1))
    return arrays, [spread(value, shape) for value in (bias, *values)]
