"""relu of elements that are turned upside down, of every other one (bipolar_relu) or of both (crelu); prelu's slopes."""

import numpy as np

from fastact._core.table_functions import relu, relu_backward, relu_grad, relu_with_grad
from fastact.catalogue.public import public
from fastact.functions.arguments import axis_of, broadcast, broadcast_to, checked, checked_pair, real
from fastact.functions.foreign.layout import ALL, CHANGED, Masked
from fastact.functions.foreign.masks import union
from fastact.functions.foreign.rule import served


def doubled(call, masks):
    """The masks of crelu's results: that of x for either half."""
    mask = np.concatenate((masks["x"], masks["x"]), call.axes[0])
    return mask, mask


def folded(call, masks):
    """The mask of crelu's gradient: where x is masked, or its result in either half."""
    found = np.split(masks["dy"], 2, call.axes[0]) if "dy" in masks else []
    found += [masks["x"]] if "x" in masks else []
    return (np.logical_or.reduce(found),)


def of_slope(call, masks):
    """The mask of a slope's gradient: where all that shares the slope is masked."""
    hidden, shape = union(call, masks), np.shape(call.operands["slope"])
    first = hidden.ndim - len(shape)
    shared = tuple(k for k in range(hidden.ndim) if k < first or shape[k - first] == 1)
    return (hidden.all(axis=shared).reshape(shape),)


# ---- bipolar_relu: relu of every other element turned upside down --------------------------------------------------------


@public(
    formula="where(index % 2 == 0, relu(x), -relu(-x))",
    source='L. Eidnes, A. Nokland, "Shifting mean activation towards zero with bipolar activation functions", 2017.',
    axis="The axis of the units: the index counts along it.",
)
@served(x=ALL, results=ALL, masked=Masked(0.0))
def bipolar_relu(x, axis=-1, *, out=None):
    """relu of elements with an even index, and its mirror image for the others: ``{formula}``.

    Half of the units pass positive elements, the other half negative ones.  So the mean stays near 0.

    Parameters
    ----------
    {x_of_axis}
    axis : int, default -1
        {axis}
    {out_in_place x}

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    {axis_error}
    TypeError
        If `x` is complex, text or an object, or `axis` is not an integer.
    ValueError
        If `out` is read-only or has the wrong shape; it is then unchanged.

    Notes
    -----
    The result is exact.  NaN gives NaN.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu([1.0, -2.0, -3.0, -4.0])
    array([ 1., -2.,  0., -4.])
    """
    signs, turned = _turned(x, axis)
    out = checked(out, turned.shape)
    relu(turned, out=turned)
    return np.multiply(signs, turned, out=turned if out is None else out)


@public
@served(x=ALL, results=ALL, masked=Masked(0.0))
def bipolar_relu_grad(x, axis=-1, *, out=None):
    """The derivative of `bipolar_relu`: ``where(index % 2 == 0, x > 0, x < 0)``.

    Parameters
    ----------
    x, axis, out
        As for `bipolar_relu`.

    Returns
    -------
    ndarray
        Of the shape of `x`.  The derivative at 0 is 0.

    Raises
    ------
    {raises bipolar_relu}.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu_grad([1.0, 2.0, -3.0, -4.0])
    array([1., 0., 0., 1.])
    """
    _, turned = _turned(x, axis)
    out = checked(out, turned.shape)
    return relu_grad(turned, out=turned if out is None else out)


@public
@served(dy=ALL, x=ALL, results=ALL, masked=Masked(0.0))
def bipolar_relu_backward(dy, x, axis=-1, *, out=None):
    """The gradient for the input of `bipolar_relu`: ``dy*where(index % 2 == 0, x > 0, x < 0)``.

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
    {raises bipolar_relu}; ValueError too if `dy` and `x` do not broadcast.

    Notes
    -----
    Where `bipolar_relu` is constant, and where x is 0, the gradient is 0 for every dy, infinity and NaN included, as for relu.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu_backward([10.0, 20.0, 30.0, 40.0], [1.0, 2.0, -3.0, -4.0])
    array([10.,  0.,  0., 40.])
    """
    _, turned = _turned(x, axis)
    dy = real("dy", dy)
    if dy.shape != turned.shape:
        dy, turned = broadcast(dy=dy, x=turned)
    return relu_backward(dy, turned, out=checked(out, turned.shape))


@public
@served(x=ALL, results=(ALL, ALL), masked=Masked(0.0))
def bipolar_relu_with_grad(x, axis=-1, *, out=(None, None)):
    """`bipolar_relu` and its derivative.

    Parameters
    ----------
    x, axis
        As for `bipolar_relu`.
    {out_pair}

    Returns
    -------
    y, d : ndarray
        The results of `bipolar_relu` and `bipolar_relu_grad`.

    Raises
    ------
    {raises bipolar_relu}.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.bipolar_relu_with_grad([1.0, 2.0, -3.0, -4.0])
    >>> d
    array([1., 0., 0., 1.])
    """
    signs, turned = _turned(x, axis)
    y, d = relu_with_grad(turned, out=checked_pair(out, turned.shape, turned.shape))
    return np.multiply(signs, y, out=y), d


# ---- crelu: relu of x and of -x ------------------------------------------------------------------------------------------


@public(
    formula="concatenate((relu(x), relu(-x)), axis)",
    source=(
        'W. Shang et al., "Understanding and improving convolutional neural networks via concatenated rectified '
        'linear units", ICML 2016.'
    ),
    axis="The axis that becomes twice as long.",
)
@served(x=ALL, results=CHANGED, masked=Masked(0.0, doubled))
def crelu(x, axis=-1, *, out=None):
    """Concatenated relu: ``{formula}``.

    Parameters
    ----------
    {x_of_axis}
    axis : int, default -1
        {axis}
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    ndarray
        Of the shape of `x`, except for the axis, which is twice as long.

    Raises
    ------
    {axis_error}
    TypeError
        If `x` is complex, text or an object, or `axis` is not an integer.
    ValueError
        If `out` is read-only or has the wrong shape; it is then unchanged.

    Notes
    -----
    The result is exact.  NaN gives NaN.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu([1.0, -2.0])
    array([1., 0., 0., 2.])
    """
    _, pair = _pair(x, axis)
    out = checked(out, pair.shape)
    return relu(pair, out=pair if out is None else out)


@public
@served(x=ALL, results=CHANGED, masked=Masked(0.0, doubled))
def crelu_grad(x, axis=-1, *, out=None):
    """The derivative of each result of `crelu` with respect to its element of x: ``concatenate((x > 0, -(x < 0)), axis)``.

    Parameters
    ----------
    x, axis, out
        As for `crelu`.

    Returns
    -------
    ndarray
        Of the shape of the result of `crelu`.  The derivative at 0 is 0.

    Raises
    ------
    {raises crelu}.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu_grad([1.0, -2.0])
    array([ 1.,  0., -0., -1.])
    """
    signs, pair = _pair(x, axis)
    out = checked(out, pair.shape)
    relu_grad(pair, out=pair)
    return np.multiply(signs, pair, out=pair if out is None else out)


@public
@served(dy=CHANGED, x=ALL, results=ALL, masked=Masked(0.0, folded))
def crelu_backward(dy, x, axis=-1, *, out=None):
    """The gradient for the input of `crelu`: ``dy[:n]*(x > 0) - dy[n:]*(x < 0)``, n the length of the axis in `x`.

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
    {raises crelu}; ValueError too if `dy` does not broadcast to the shape of the result.

    Notes
    -----
    Each element of x has two results, relu(x) and relu(-x).  The dy of a result that is constant at x, or of any result at
    x = 0, adds nothing to the gradient, even if it is infinity or NaN, as for relu.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu_backward([10.0, 20.0, 30.0, 40.0], [1.0, -2.0])
    array([ 10., -40.])
    """
    _, pair = _pair(x, axis)
    first, second = np.split(relu_backward(broadcast_to("dy", real("dy", dy), pair.shape), pair), 2, axis)
    return np.subtract(first, second, out=checked(out, first.shape))


@public
@served(x=ALL, results=(CHANGED, CHANGED), masked=Masked(0.0, doubled))
def crelu_with_grad(x, axis=-1, *, out=(None, None)):
    """`crelu` and its derivative.

    Parameters
    ----------
    x, axis
        As for `crelu`.
    {out_pair}

    Returns
    -------
    y, d : ndarray
        The results of `crelu` and `crelu_grad`.

    Raises
    ------
    {raises crelu}.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.crelu_with_grad([1.0, -2.0])
    >>> y
    array([1., 0., 0., 2.])
    """
    signs, pair = _pair(x, axis)
    y, d = relu_with_grad(pair, out=checked_pair(out, pair.shape, pair.shape))
    return y, np.multiply(signs, d, out=d)


# ---- the gradient of prelu's other argument ------------------------------------------------------------------------------


@public
@served(dy=ALL, x=ALL, slope=ALL, results=ALL, axes=(), masked=Masked(0.0, of_slope), lazy=False)
def prelu_slope_backward(dy, x, slope):
    """The gradient of `prelu` for its slope: ``sum(dy*minimum(x, 0))`` over all elements that share a slope.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result.
    x : array_like
        The argument of `prelu`; broadcasts against `dy` and `slope`.
    slope : array_like
        The slopes of `prelu`; only their shape is used.

    Returns
    -------
    ndarray or scalar
        Of the shape of `slope`, in the common type of `dy` and `x`.

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
    Products and sums are computed in float64.

    {error units in the last place of ``sum(abs(dy*minimum(x, 0)))``}.  This bound holds for sums of up to 200 terms.

    Where x >= 0, the element adds nothing to the sum, even if `dy` is infinite.  If x is NaN, the sum is NaN.

    References
    ----------
    K. He et al., "Delving deep into rectifiers", ICCV 2015.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.prelu_slope_backward([[1.0, 10.0], [1.0, 10.0]], [[-2.0, 3.0], [-4.0, -5.0]], [0.25, 0.5])
    array([ -6., -50.])
    """
    dy, x, slope = real("dy", dy), real("x", x), real("slope", slope)
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


def _turned(x, axis):
    """Signs, + for elements of even index along the axis, - for those of odd index; and `x` times these, in a new array."""
    x = real("x", x)
    axis = axis_of(x.ndim, axis)
    signs = _facing(np.resize([1, -1], x.shape[axis]), x, axis)
    return signs, signs * x


def _pair(x, axis):
    """Signs, + for the first half along the axis, - for the second; and `x` twice, times these."""
    x = real("x", x)
    axis = axis_of(x.ndim, axis)
    signs = _facing(np.repeat([1, -1], x.shape[axis]), x, axis)
    pair = np.concatenate((x, x), axis)
    return signs, np.multiply(signs, pair, out=pair)


def _facing(row, array, axis):
    """A row in the type of an array, and in the shape that broadcasts along its axis."""
    return row.astype(array.dtype).reshape(-1, *[1] * (array.ndim - axis - 1))
