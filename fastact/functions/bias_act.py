"""A bias and an activation in one pass: a layer over gufuncs that add and compute block by block."""

import math

import numpy as np
from numpy.lib.array_utils import normalize_axis_index

from fastact._core.dtypes import bfloat16
from fastact._core.ufuncs import built, functions, reductions
from fastact.catalogue.public import public
from fastact.functions.arguments import checked, settled, spread, typed
from fastact.functions.axes import along
from fastact.functions.foreign.layout import ALL, AXIS, Masked
from fastact.functions.foreign.rule import served


@public
@served(x=ALL, bias=AXIS, results=ALL, masked=Masked(0.0))
def bias_act(name, x, bias, /, *, axis=-1, out=None, **params):
    """An activation of a sum with a bias, in one pass: ``f(x + bias)``.

    Parameters
    ----------
    name : str
        The activation: any of the table, as `activations` names them.
    x : array_like
        At least one axis; types as for the activation.
    bias : array_like
        A number for each index of the axis: one axis, of the length of that of `x`.
    axis : int, default -1
        The axis of `x` that the bias belongs to.
    {out_in_place x}
    **params : array_like
        The activation's parameters; they broadcast against `x`.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    {axis_error}
    TypeError
        If an array is complex, text or an object, `name` is no string, or a parameter is missing or unknown.
    ValueError
        If `name` is no activation of the table, `bias` has another shape, a parameter does not fulfil its condition, or `out`
        is read-only or of another shape.

    See Also
    --------
    bias_act_backward : its gradients.

    Notes
    -----
    ``x + bias`` is rounded once to the type of the arrays, as NumPy rounds it: the result has the bits of ``f(x + bias)``, for
    any number of threads.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bias_act("relu", [[1.0, 2.0], [-3.0, 4.0]], [1.0, -3.0])
    array([[2., 0.],
           [0., 1.]])
    """
    values = _settled("bias_act", name, params)
    x, bias, axis = _operands(x, bias, axis)
    out = checked(out, x.shape)
    gufunc = built.biased[name].value
    values = typed(gufunc, (x.dtype, bias.dtype), values)
    arrays, added = _views(axis, [x] if out is None else [x, out], bias, values)
    y = gufunc(arrays[0], *added, out=None if out is None else arrays[1])
    return y.reshape(x.shape) if out is None else out


@public
@served(dy=ALL, x=ALL, bias=AXIS, results=(ALL, AXIS), masked=Masked(0.0))
def bias_act_backward(name, dy, x, bias, /, *, axis=-1, out=None, **params):
    """The gradients of `bias_act` at its input and at its bias: ``dy*f'(x + bias)``, and its sum over all other axes.

    Parameters
    ----------
    name, x, bias, axis, **params
        As for `bias_act`.
    dy : array_like
        The gradient with respect to the result, of the shape of `x`.
    out : ndarray, optional
        For dx: of the shape of `x`, with any strides; may be `dy` or `x`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dbias : ndarray
        Of the shape and, where that is a floating-point type, of the type of `bias`.

    Raises
    ------
    {raises bias_act}; ValueError too if `dy` has another shape.

    Notes
    -----
    dx has the bits of the activation's own backward form: on a constant piece, as that of relu, it is 0 whatever dy is.
    dbias is the sum of the elements of dx as they are returned, carried in two words and rounded once; the order of its terms
    is fixed, for any number of threads.

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
    values = _settled("bias_act_backward", name, params)
    x, bias, axis = _operands(x, bias, axis)
    dy, out, gufunc = np.asarray(dy), checked(out, x.shape), built.biased[name].backward
    if dy.shape != x.shape:
        raise ValueError(f"dy has shape {dy.shape}, but x has shape {x.shape}")
    values = typed(gufunc, (dy.dtype, x.dtype, bias.dtype), values)
    arrays, added = _views(axis, [dy, x] if out is None else [dy, x, out], bias, values)
    dx = gufunc(*arrays[:2], *added, out=None if out is None else arrays[2])
    dx = dx.reshape(x.shape) if out is None else out
    others = tuple(k for k in range(x.ndim) if k != axis)
    kept = np.issubdtype(bias.dtype, np.floating) or bias.dtype == bfloat16
    total = along(reductions["sum"], (dx,), others, None, None)
    with np.errstate(all="ignore"):
        return dx, total.astype(bias.dtype.newbyteorder("=") if kept else dx.dtype, copy=False)


def _settled(caller, name, params):
    """The values of all parameters of an activation."""
    if not isinstance(name, str):
        raise TypeError(f"name must be a string, not {type(name).__name__}")
    if name not in built.biased:
        raise ValueError(f"name must be one of {', '.join(built.biased)}, not {name!r}")
    return settled(functions[name], caller, params)


def _operands(x, bias, axis):
    x, bias = np.asarray(x), np.asarray(bias)
    axis = normalize_axis_index(axis, x.ndim)
    if bias.shape != (x.shape[axis],):
        raise ValueError(
            f"bias must have the shape {(x.shape[axis],)}, as x has shape {x.shape} and axis is {axis}, not {bias.shape}"
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
    bias = bias.reshape(-1, *(1,) * (len(shape) - axis - 1))
    return arrays, [spread(value, shape) for value in (bias, *values)]
