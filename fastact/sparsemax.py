"""Sparse relatives of softmax: projections onto the simplex, most of whose results are exactly 0."""

import math
from functools import partial

import numpy as np

from fastact._ufuncs import reductions
from fastact.axes import along
from fastact.softmax import softmax, softmax_backward

__all__ = ["entmax", "entmax15", "entmax15_backward", "entmax_backward", "sparsemax", "sparsemax_backward"]


def sparsemax(x, axis=-1, *, out=None, dtype=None):
    """The probabilities nearest to `x`: ``maximum(x - tau, 0)``, tau such that their sum is 1.

    That is the Euclidean projection onto the simplex.  It is found by a search for tau, without a sort; differences and sums
    are carried in twice the working precision, so small probabilities keep their accuracy.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`.  Where an element is +infinity it shares the whole with its equals; an element of -infinity gets
        0; a row of -infinity alone, or with a NaN, is NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If an axis is out of range.
    ValueError
        If an axis is repeated, or `out` is read-only or of another shape.
    TypeError
        If `x` is complex, text or an object.

    See Also
    --------
    entmax15, entmax : between this and `softmax`.
    sparsemax_backward : its derivative, from its result.

    Notes
    -----
    Each probability is within 0.51 units in its last place, and their exact sum within half an epsilon of 1.

    References
    ----------
    A. Martins, R. Astudillo, "From softmax to sparsemax: a sparse model of attention and multi-label classification", ICML
    2016.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sparsemax([1.5, 1.0, 0.0])
    array([0.75, 0.25, 0.  ])
    """
    return along(reductions["sparsemax"], (x,), axis, out, dtype)


def entmax15(x, axis=-1, *, out=None, dtype=None):
    """Probabilities half-way between `softmax` and `sparsemax`: ``maximum(x/2 - tau, 0)**2``, tau such that their sum is 1.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `sparsemax`.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`; infinities and NaN as for `sparsemax`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `sparsemax`.

    See Also
    --------
    entmax : of any alpha; this is that of 1.5.
    entmax15_backward : its derivative, from its result.

    Notes
    -----
    Each probability is within 0.51 units in its last place, and their exact sum within half an epsilon of 1.

    References
    ----------
    B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax15([2.4, 2.0, 0.0, -1.0]).round(3)
    array([0.64, 0.36, 0.  , 0.  ])
    """
    return along(reductions["entmax15"], (x,), axis, out, dtype)


def entmax(x, alpha=1.5, axis=-1, *, out=None, dtype=None):
    """The Tsallis family from `softmax` (alpha = 1) by `entmax15` to `sparsemax` (alpha = 2), and beyond.

    ``maximum((alpha - 1)*x - tau, 0)**(1/(alpha - 1))``, tau such that their sum is 1: the greater alpha, the more zeros.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `sparsemax`.
    alpha : float, default 1.5
        One number, 1 or greater.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`; infinities and NaN as for `sparsemax`.  For alpha of 1, 1.5 and 2 the very results of `softmax`,
        `entmax15` and `sparsemax`.

    Raises
    ------
    ValueError
        If alpha is below 1 or not finite; else as `sparsemax`.
    TypeError
        If alpha is not a number; else as `sparsemax`.
    numpy.exceptions.AxisError
        As `sparsemax`.

    See Also
    --------
    entmax_backward : its derivative, from its result.

    Notes
    -----
    Up to alpha = 3 the error is below half an epsilon (the type's, of 1), and below one the sum's distance from 1 is for every
    alpha.  Beyond 3 the problem itself is ill-conditioned: a probability of 1/5 may depend on the last bit of `x`.

    References
    ----------
    B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax([1.0, 0.0, -1.0], 1.25).round(3)
    array([0.751, 0.215, 0.034])
    """
    alpha = _checked(alpha)
    if alpha in FORWARD:
        return FORWARD[alpha](x, axis, out=out, dtype=dtype)
    return along(_with("entmax", alpha), (x,), axis, out, dtype)


def sparsemax_backward(dy, y, axis=-1, *, out=None, dtype=None):
    """The gradient of `sparsemax` at its input, from that at its result: ``dy - mean(dy)`` where y is positive, else 0.

    The mean is that over the elements where y is positive; what `dy` is elsewhere does not matter, NaN neither.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `sparsemax`.
    y : array_like
        The result of `sparsemax`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `sparsemax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `sparsemax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    sparsemax : whose derivative this is.

    Notes
    -----
    Sums are carried in twice the working precision.  The error is below two epsilons (the type's, of 1) of
    ``abs(dy) + max(abs(dy))``, the maximum that of a row where y is positive.

    References
    ----------
    As for `sparsemax`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sparsemax_backward([1.0, 0.0, 5.0], [0.75, 0.25, 0.0])
    array([ 0.5, -0.5,  0. ])
    """
    return along(reductions["sparsemax_backward"], (dy, y), axis, out, dtype)


def entmax15_backward(dy, y, axis=-1, *, out=None, dtype=None):
    """The gradient of `entmax15` at its input, from that at its result: ``s*(dy - sum(s*dy)/sum(s))``, s the square root of y.

    What `dy` is where y is 0 does not matter, NaN neither.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `sparsemax`.
    y : array_like
        The result of `entmax15`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `entmax15`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `sparsemax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    entmax15 : whose derivative this is.

    Notes
    -----
    Sums are carried in twice the working precision.  The error is below two epsilons (the type's, of 1) of
    ``s*(abs(dy) + max(abs(dy)))``, the maximum that of a row where y is positive.

    References
    ----------
    As for `entmax15`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax15_backward([1.0, 0.0, 5.0], [0.64, 0.36, 0.0]).round(3)
    array([ 0.343, -0.343,  0.   ])
    """
    return along(reductions["entmax15_backward"], (dy, y), axis, out, dtype)


def entmax_backward(dy, y, alpha=1.5, axis=-1, *, out=None, dtype=None):
    """The gradient of `entmax` at its input, from that at its result: ``s*(dy - sum(s*dy)/sum(s))``, s = y**(2 - alpha).

    s is 0 where y is; what `dy` is there does not matter, NaN neither.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `sparsemax`.
    y : array_like
        The result of `entmax`; broadcasts against `dy`.
    alpha : float, default 1.5
        That of that `entmax`.
    axis : int, tuple of int or None, default -1
        The axis of that `entmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    ValueError
        If alpha is below 1 or not finite, or `dy` and `y` do not broadcast; else as `sparsemax`.
    TypeError, numpy.exceptions.AxisError
        As `entmax`.

    See Also
    --------
    entmax : whose derivative this is.

    Notes
    -----
    Sums are carried in twice the working precision.  The error is below two epsilons (the type's, of 1) of
    ``s*(abs(dy) + max(abs(dy)))``, the maximum that of a row where y is positive, up to alpha = 3.

    References
    ----------
    As for `entmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> y = fa.entmax([1.0, 0.0, -1.0], 1.25)
    >>> fa.entmax_backward([1.0, 0.0, 0.0], y, 1.25).round(3)
    array([ 0.265, -0.212, -0.054])
    """
    alpha = _checked(alpha)
    if alpha in BACKWARD:
        return BACKWARD[alpha](dy, y, axis, out=out, dtype=dtype)
    return along(_with("entmax_backward", alpha), (dy, y), axis, out, dtype)


# The members of the family that have loops of their own, by alpha.
FORWARD = {1.0: softmax, 1.5: entmax15, 2.0: sparsemax}
BACKWARD = {1.0: softmax_backward, 1.5: entmax15_backward, 2.0: sparsemax_backward}


def _checked(alpha):
    if np.ndim(alpha) or np.asarray(alpha).dtype.kind in "cmMOSU":
        raise TypeError(f"alpha must be one real number, not {alpha!r}")
    number = float(alpha)
    if not 1 <= number < math.inf:
        raise ValueError(f"alpha must be a finite number, 1 or greater, not {alpha!r}")
    return number


def _with(name, alpha):
    """The gufunc with alpha, its first operand, as one that has the others."""
    gufunc = partial(reductions[name], np.float64(alpha))
    gufunc.signature, gufunc.types, gufunc.nout = reductions[name].signature, reductions[name].types, 1
    return gufunc
