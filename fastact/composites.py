"""What no ufunc of one argument can be: functions of position, of a random draw, of several elements; a summed gradient."""

import math
import operator
from numbers import Real

import numpy as np
from numpy.lib.array_utils import normalize_axis_index

from fastact._ufuncs import SUFFIXES, functions

__all__ = [
    "bipolar_relu",
    "bipolar_relu_backward",
    "bipolar_relu_grad",
    "bipolar_relu_with_grad",
    "crelu",
    "crelu_backward",
    "crelu_grad",
    "crelu_with_grad",
    "maxout",
    "maxout_backward",
    "prelu_slope_backward",
    "rrelu",
    "rrelu_backward",
    "rrelu_grad",
    "rrelu_with_grad",
]

relu, relu_grad, relu_backward, relu_with_grad = (functions["relu" + suffix] for suffix in SUFFIXES.values())
prelu, prelu_grad, prelu_backward, prelu_with_grad = (functions["prelu" + suffix] for suffix in SUFFIXES.values())


# ---- rrelu: prelu with slopes that are drawn -----------------------------------------------------------------------------


def rrelu(x, lower=1 / 8, upper=1 / 3, rng=None, *, out=None):
    """Randomized leaky relu: ``where(x > 0, x, slope*x)`` with a slope drawn for each element.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them.
    lower, upper : float, default 1/8 and 1/3
        Where the slopes lie: they are drawn from the uniform distribution on [lower, upper).
    rng : numpy.random.Generator, optional
        Draws a slope for every element, for training.  Without it every slope is their mean, (lower + upper)/2, as inference
        needs it.
    out : ndarray, optional
        For y, of the shape of `x`; may be `x` itself.

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `x`.
    slope : ndarray or scalar
        With `rng` only: the slopes drawn, also those of positive elements, which do not use theirs.

    Raises
    ------
    TypeError
        If `x` is complex, text or an object, a bound is not a real number, or `rng` is not a Generator.
    ValueError
        If `lower` is above `upper` or one is not finite, or `out` is read-only or too small; it is then untouched.

    See Also
    --------
    rrelu_backward : its derivative, from the slopes.
    prelu : the same with slopes that are learned.

    Notes
    -----
    The slopes are ``rng.uniform(lower, upper, x.shape)``, rounded to the type of y: the same generator gives the same ones
    whatever the type and the strides of `x`.

    References
    ----------
    B. Xu et al., "Empirical evaluation of rectified activations in convolutional network", 2015.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> fa.rrelu([-2.0, 3.0], lower=0.25, upper=0.75)
    array([-1.,  3.])
    >>> y, slope = fa.rrelu([-2.0, 3.0], rng=np.random.default_rng(0))
    >>> y == [-2*slope[0], 3]
    array([ True,  True])
    """
    x = _real("x", x)
    slope = _slope(x, lower, upper, rng)
    y = prelu(x, slope, out=out)
    return y if rng is None else (y, slope)


def rrelu_grad(x, slope, *, out=None):
    """The derivative of `rrelu` for the slopes that it drew: ``where(x > 0, 1, slope)``.

    Parameters
    ----------
    x : array_like
        The argument of `rrelu`.
    slope : array_like
        The slopes that `rrelu` returned, or (lower + upper)/2 where it drew none.
    out : ndarray, optional
        Of the shape of `x`.

    Returns
    -------
    ndarray or scalar

    Raises
    ------
    ValueError, TypeError
        As `prelu_grad`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.rrelu_grad([-2.0, 3.0], [0.25, 0.5])
    array([0.25, 1.  ])
    """
    return prelu_grad(x, slope, out=out)


def rrelu_backward(dy, x, slope, *, out=None):
    """The gradient at the input of `rrelu` for the slopes that it drew: ``dy*where(x > 0, 1, slope)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts against `x`.
    x : array_like
        The argument of `rrelu`.
    slope : array_like
        The slopes that `rrelu` returned, or (lower + upper)/2 where it drew none.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray or scalar

    Raises
    ------
    ValueError, TypeError
        As `prelu_backward`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.rrelu_backward([1.0, 10.0], [-2.0, 3.0], [0.25, 0.5])
    array([ 0.25, 10.  ])
    """
    return prelu_backward(dy, x, slope, out=out)


def rrelu_with_grad(x, lower=1 / 8, upper=1 / 3, rng=None, *, out=(None, None)):
    """`rrelu` and its derivative in one pass; the derivative holds the slopes that were drawn and used.

    Parameters
    ----------
    x, lower, upper, rng
        As for `rrelu`.
    out : tuple of two ndarrays or None, optional
        For y and d.

    Returns
    -------
    y, d : ndarray or scalar
        The result of `rrelu` and ``where(x > 0, 1, slope)``.

    Raises
    ------
    ValueError, TypeError
        As `rrelu`.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.rrelu_with_grad([-2.0, 3.0], lower=0.25, upper=0.75)
    >>> d
    array([0.5, 1. ])
    """
    x = _real("x", x)
    return prelu_with_grad(x, _slope(x, lower, upper, rng), out=out)


# ---- bipolar_relu: relu of every other element turned upside down --------------------------------------------------------


def bipolar_relu(x, axis=-1, *, out=None):
    """relu of every other element turned upside down: ``where(index % 2 == 0, relu(x), -relu(-x))``.

    Half of the units pass what is positive, the other half what is negative, so that the mean stays near 0.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis along which the index counts, that of the units.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If `x` is complex, text or an object, or `axis` is not an integer.
    ValueError
        If `out` is read-only or too small; it is then untouched.

    Notes
    -----
    The result is exact.  NaN gives NaN.

    References
    ----------
    L. Eidnes, A. Nokland, "Shifting mean activation towards zero with bipolar activation functions", 2017.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu([1.0, -2.0, -3.0, -4.0])
    array([ 1., -2.,  0., -4.])
    """
    signs, turned = _turned(x, axis)
    relu(turned, out=turned)
    return np.multiply(signs, turned, out=turned if out is None else out)


def bipolar_relu_grad(x, axis=-1, *, out=None):
    """The derivative of `bipolar_relu`: ``where(index % 2 == 0, x > 0, x < 0)``.

    Parameters
    ----------
    x, axis, out
        As for `bipolar_relu`.

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 at 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bipolar_relu`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu_grad([1.0, 2.0, -3.0, -4.0])
    array([1., 0., 0., 1.])
    """
    _, turned = _turned(x, axis)
    return relu_grad(turned, out=turned if out is None else out)


def bipolar_relu_backward(dy, x, axis=-1, *, out=None):
    """The gradient at the input of `bipolar_relu`: ``dy*where(index % 2 == 0, x > 0, x < 0)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts against `x`.
    x, axis
        As for `bipolar_relu`.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bipolar_relu`; ValueError too if `dy` and `x` do not broadcast.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu_backward([10.0, 20.0, 30.0, 40.0], [1.0, 2.0, -3.0, -4.0])
    array([10.,  0.,  0., 40.])
    """
    _, turned = _turned(x, axis)
    return relu_backward(dy, turned, out=out)


def bipolar_relu_with_grad(x, axis=-1, *, out=(None, None)):
    """`bipolar_relu` and its derivative.

    Parameters
    ----------
    x, axis
        As for `bipolar_relu`.
    out : tuple of two ndarrays or None, optional
        For y and d.

    Returns
    -------
    y, d : ndarray
        The results of `bipolar_relu` and `bipolar_relu_grad`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bipolar_relu`.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.bipolar_relu_with_grad([1.0, 2.0, -3.0, -4.0])
    >>> d
    array([1., 0., 0., 1.])
    """
    signs, turned = _turned(x, axis)
    y, d = relu_with_grad(turned, out=out)
    return np.multiply(signs, y, out=y), d


# ---- crelu: relu of x and of -x ------------------------------------------------------------------------------------------


def crelu(x, axis=-1, *, out=None):
    """Concatenated relu: ``concatenate((relu(x), relu(-x)), axis)``.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that becomes twice as long.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    ndarray
        Of the shape of `x`, but for the axis, which is twice as long.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If `x` is complex, text or an object, or `axis` is not an integer.
    ValueError
        If `out` is read-only or too small; it is then untouched.

    Notes
    -----
    The result is exact.  NaN gives NaN.

    References
    ----------
    W. Shang et al., "Understanding and improving convolutional neural networks via concatenated rectified linear units",
    ICML 2016.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu([1.0, -2.0])
    array([1., 0., 0., 2.])
    """
    _, pair = _pair(x, axis)
    return relu(pair, out=pair if out is None else out)


def crelu_grad(x, axis=-1, *, out=None):
    """The derivative of each result of `crelu` by its one argument: ``concatenate((x > 0, -(x < 0)), axis)``.

    Parameters
    ----------
    x, axis, out
        As for `crelu`.

    Returns
    -------
    ndarray
        Of the shape of the result of `crelu`; 0 at 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `crelu`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu_grad([1.0, -2.0])
    array([ 1.,  0., -0., -1.])
    """
    signs, pair = _pair(x, axis)
    relu_grad(pair, out=pair)
    return np.multiply(signs, pair, out=pair if out is None else out)


def crelu_backward(dy, x, axis=-1, *, out=None):
    """The gradient at the input of `crelu`: ``dy[:n]*(x > 0) - dy[n:]*(x < 0)`` along the axis, of n elements in `x`.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to its shape.
    x, axis
        As for `crelu`.
    out : ndarray, optional
        Of the shape of `x`.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `crelu`; ValueError too if `dy` does not broadcast to the shape of the result.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu_backward([10.0, 20.0, 30.0, 40.0], [1.0, -2.0])
    array([ 10., -40.])
    """
    _, pair = _pair(x, axis)
    first, second = np.split(relu_backward(_broadcast("dy", dy, pair.shape), pair), 2, axis)
    return np.subtract(first, second, out=out)


def crelu_with_grad(x, axis=-1, *, out=(None, None)):
    """`crelu` and its derivative.

    Parameters
    ----------
    x, axis
        As for `crelu`.
    out : tuple of two ndarrays or None, optional
        For y and d.

    Returns
    -------
    y, d : ndarray
        The results of `crelu` and `crelu_grad`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `crelu`.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.crelu_with_grad([1.0, -2.0])
    >>> y
    array([1., 0., 0., 2.])
    """
    signs, pair = _pair(x, axis)
    y, d = relu_with_grad(pair, out=out)
    return y, np.multiply(signs, d, out=d)


# ---- maxout: the largest of neighbours -----------------------------------------------------------------------------------


def maxout(x, pieces, axis=-1):
    """The largest of every `pieces` neighbours: ``max(x[j*pieces:(j + 1)*pieces])``.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16, float32 or float64; integers and bool become floats as in `numpy.exp`.
    pieces : int
        How many neighbours make one result; divides the length of the axis.
    axis : int, default -1
        The axis along which they are neighbours.

    Returns
    -------
    y : ndarray
        Of the shape of `x`, but for the axis, which is `pieces` times shorter.
    index : ndarray of int
        Of the shape of y: which of the neighbours it is, from 0; the first of equals, the first NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If `x` is complex, text or an object, or `pieces` or `axis` is not an integer.
    ValueError
        If `pieces` is below 1 or does not divide the length of the axis.

    See Also
    --------
    maxout_backward : its derivative, from the index.

    Notes
    -----
    The result is exact.  NaN among the neighbours gives NaN.

    References
    ----------
    I. Goodfellow et al., "Maxout networks", ICML 2013.

    Examples
    --------
    >>> import fastact as fa
    >>> y, index = fa.maxout([1.0, 5.0, 4.0, 3.0], 2)
    >>> y, index
    (array([5., 4.]), array([1, 0]))
    """
    x = _real("x", x)
    pieces, axis = _pieces(pieces), _axis(x, axis)
    length = x.shape[axis]
    if length % pieces:
        raise ValueError(f"pieces must divide the length of axis {axis}, which is {length}, not be {pieces}")
    groups = x.reshape(*x.shape[:axis], length // pieces, pieces, *x.shape[axis + 1 :])
    index = groups.argmax(axis + 1, keepdims=True)
    return np.take_along_axis(groups, index, axis + 1).squeeze(axis + 1), index.squeeze(axis + 1)


def maxout_backward(dy, index, pieces, axis=-1):
    """The gradient at the input of `maxout`: `dy` where the largest was, 0 at its neighbours.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `index`.
    index : array_like of int
        The index that `maxout` returned.
    pieces, axis
        As for `maxout`.

    Returns
    -------
    ndarray
        Of the shape of the argument of `maxout`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `maxout`; TypeError too if `index` does not hold integers, ValueError if `dy` does not broadcast to its shape.
    IndexError
        If an index is not one of ``range(pieces)``.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.maxout_backward([10.0, 20.0], [1, 0], 2)
    array([ 0., 10., 20.,  0.])
    """
    dy, index = _real("dy", dy), np.asanyarray(index)
    pieces, axis = _pieces(pieces), _axis(index, axis)
    if index.dtype.kind not in "iu":
        raise TypeError(f"index must hold integers, not {index.dtype}")
    if index.size and not 0 <= index.min() <= index.max() < pieces:
        raise IndexError(f"index must lie in 0..{pieces - 1}, not in {index.min()}..{index.max()}")
    before, (length, *after) = index.shape[:axis], index.shape[axis:]
    dx = np.zeros((*before, length, pieces, *after), dy.dtype)
    at, values = (np.expand_dims(array, axis + 1) for array in (index, _broadcast("dy", dy, index.shape)))
    np.put_along_axis(dx, at, values, axis + 1)
    return dx.reshape(*before, length * pieces, *after)


# ---- the gradient of prelu's other argument ------------------------------------------------------------------------------


def prelu_slope_backward(dy, x, slope):
    """The gradient of `prelu` for its slope: ``sum(dy*minimum(x, 0))`` over all that shares a slope.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result.
    x : array_like
        The argument of `prelu`; broadcasts against `dy` and `slope`.
    slope : array_like
        The slopes of `prelu`: their shape counts.

    Returns
    -------
    ndarray or scalar
        Of the shape of `slope`, and of the type that `dy` and `x` have together.

    Raises
    ------
    TypeError
        If an argument is complex, text or an object.
    ValueError
        If the shapes do not broadcast.

    See Also
    --------
    prelu_backward : the gradient for x.

    Notes
    -----
    Products and sums are float64's.  Where x >= 0 an infinite `dy` counts nothing; where x is NaN the sum is NaN.

    References
    ----------
    K. He et al., "Delving deep into rectifiers", ICCV 2015.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.prelu_slope_backward([[1.0, 10.0], [1.0, 10.0]], [[-2.0, 3.0], [-4.0, -5.0]], [0.25, 0.5])
    array([ -6., -50.])
    """
    dy, x, slope = _real("dy", dy), _real("x", x), _real("slope", slope)
    try:
        shape = np.broadcast_shapes(dy.shape, x.shape, slope.shape)
    except ValueError:
        shapes = f"{dy.shape}, {x.shape} and {slope.shape}"
        raise ValueError(f"dy, x and slope must broadcast, not have the shapes {shapes}") from None
    first = len(shape) - slope.ndim
    shared = tuple(i for i in range(len(shape)) if i < first or slope.shape[i - first] == 1)
    with np.errstate(all="ignore"):
        terms = np.zeros(shape)
        np.multiply(dy, x, out=terms, where=~(x >= 0), dtype=np.float64)
        return terms.sum(shared).reshape(slope.shape).astype(np.result_type(dy, x))[()]


# ---- arguments -----------------------------------------------------------------------------------------------------------


def _real(name, array):
    """An array of the type in which a ufunc computes it."""
    array = np.asanyarray(array)
    try:
        dtype = relu.resolve_dtypes((array.dtype, None))[1]
    except TypeError:
        raise TypeError(f"{name} must be an array of real numbers, not of {array.dtype}") from None
    return array.astype(dtype, copy=False)


def _integer(name, number):
    try:
        return operator.index(number)
    except TypeError:
        raise TypeError(f"{name} must be an integer, not {type(number).__name__}") from None


def _axis(array, axis):
    return normalize_axis_index(_integer("axis", axis), array.ndim, "axis")


def _pieces(pieces):
    pieces = _integer("pieces", pieces)
    if pieces < 1:
        raise ValueError(f"pieces must be at least 1, not {pieces}")
    return pieces


def _broadcast(name, array, shape):
    try:
        return np.broadcast_to(array, shape)
    except ValueError:
        raise ValueError(f"{name} must broadcast to the shape {shape}, not have the shape {np.shape(array)}") from None


def _slope(x, lower, upper, rng):
    """One for each element, or the mean without a generator."""
    for name, bound in (("lower", lower), ("upper", upper)):
        if not isinstance(bound, Real):
            raise TypeError(f"{name} must be a real number, not {type(bound).__name__}")
    if not -math.inf < lower <= upper < math.inf:
        raise ValueError(f"lower and upper must be finite and lower <= upper, not {lower} and {upper}")
    lower, upper = float(lower), float(upper)
    if rng is None:
        return (lower + upper) / 2
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng must be a numpy.random.Generator or None, not {type(rng).__name__}")
    with np.errstate(under="ignore"):
        return np.asarray(rng.uniform(lower, upper, x.shape)).astype(x.dtype, copy=False)[()]


def _turned(x, axis):
    """Signs, + for elements of even index along the axis, - for those of odd index; and `x` times these, in a new array."""
    x = _real("x", x)
    axis = _axis(x, axis)
    signs = _facing(np.resize([1, -1], x.shape[axis]), x, axis)
    return signs, signs * x


def _pair(x, axis):
    """Signs, + for the first half along the axis, - for the second; and `x` twice, times these."""
    x = _real("x", x)
    axis = _axis(x, axis)
    signs = _facing(np.repeat([1, -1], x.shape[axis]), x, axis)
    pair = np.concatenate((x, x), axis)
    return signs, np.multiply(signs, pair, out=pair)


def _facing(row, array, axis):
    """A row in the type of an array, and in the shape that broadcasts along its axis."""
    return row.astype(array.dtype).reshape(-1, *[1] * (array.ndim - axis - 1))
