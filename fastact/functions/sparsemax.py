"""Sparse relatives of softmax: projections onto the simplex, most of whose results are exactly 0."""

import math
from functools import lru_cache

import numpy as np

from fastact._core.ufuncs import reductions
from fastact.catalogue.public import public
from fastact.functions.axes import along
from fastact.functions.foreign.layout import ALL, Masked
from fastact.functions.foreign.rule import served
from fastact.functions.softmax import softmax, softmax_backward


@public(
    formula="maximum(x - tau, 0)",
    source=(
        'A. Martins, R. Astudillo, "From softmax to sparsemax: a sparse model of attention and multi-label '
        'classification", ICML 2016.'
    ),
    axes="whose elements sum to 1",
)
@served(x=ALL, results=ALL, masked=Masked(-np.inf))
def sparsemax(x, axis=-1, *, out=None, dtype=None):
    """The probabilities nearest to `x`: ``{formula}``, where tau is such that their sum is 1.

    This is the Euclidean projection onto the simplex.  The function searches for tau without sorting.  Differences and sums
    are computed in twice the working precision, so small probabilities are accurate too.

    Parameters
    ----------
    {x}
    {axes}
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`.  If a row has elements of +infinity, these share the probability 1 equally.  An element of
        -infinity gets 0.  A row that contains only -infinity, or a NaN, gives NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If an axis is out of range.
    ValueError
        If an axis is repeated, or `out` is read-only or has the wrong shape.
    TypeError
        If `x` is complex, text or an object.

    See Also
    --------
    entmax15, entmax : functions between this one and `softmax`.
    sparsemax_backward : its derivative, computed from its result.

    Notes
    -----
    {error}.  The exact sum of the probabilities is within half an epsilon of 1.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sparsemax([1.5, 1.0, 0.0])
    array([0.75, 0.25, 0.  ])
    """
    return along(reductions["sparsemax"], (x,), axis, out, dtype)


@public(
    formula="maximum(x/2 - tau, 0)**2",
    source='B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019.',
    axes="whose elements sum to 1",
)
@served(x=ALL, results=ALL, masked=Masked(-np.inf))
def entmax15(x, axis=-1, *, out=None, dtype=None):
    """Probabilities half-way between `softmax` and `sparsemax`: ``{formula}``, where tau is such that their sum is 1.

    Parameters
    ----------
    {x}
    {axes}
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`; infinities and NaN as for `sparsemax`.

    Raises
    ------
    {raises sparsemax}.

    See Also
    --------
    entmax : the same for any alpha; `entmax15` is `entmax` with alpha = 1.5.
    entmax15_backward : its derivative, computed from its result.

    Notes
    -----
    {error}.  The exact sum of the probabilities is within half an epsilon of 1.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax15([2.4, 2.0, 0.0, -1.0]).round(3)
    array([0.64, 0.36, 0.  , 0.  ])
    """
    return along(reductions["entmax15"], (x,), axis, out, dtype)


@public(
    formula="maximum((alpha - 1)*x - tau, 0)**(1/(alpha - 1))",
    source='B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019.',
    alpha="One number, 1 or greater.",
    axes="whose elements sum to 1",
)
@served(x=ALL, results=ALL, masked=Masked(-np.inf))
def entmax(x, alpha=1.5, axis=-1, *, out=None, dtype=None):
    """The Tsallis family: `softmax` (alpha = 1), `entmax15` (alpha = 1.5), `sparsemax` (alpha = 2), and all between and beyond.

    The probabilities are ``{formula}``, where tau is such that their sum is 1.
    The greater alpha is, the more of them are 0.

    Parameters
    ----------
    {x}
    alpha : float, default 1.5
        {alpha}
    {axes}
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`; infinities and NaN as for `sparsemax`.  For alpha = 1, 1.5 and 2 these are exactly the results of
        `softmax`, `entmax15` and `sparsemax`.

    Raises
    ------
    ValueError
        If alpha is below 1 or not finite; otherwise as `sparsemax`.
    TypeError
        If alpha is not a number; otherwise as `sparsemax`.
    numpy.exceptions.AxisError
        As `sparsemax`.

    See Also
    --------
    entmax_backward : its derivative, computed from its result.

    Notes
    -----
    {error epsilons of the type}.  This bound holds for alpha up to 3.

    For alpha above 3 the problem itself is ill-conditioned: a probability as large as 1/5 may depend on the last bit of `x`.
    The sum of the probabilities differs from 1 by less than one epsilon, for every alpha.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax([1.0, 0.0, -1.0], 1.25).round(3)
    array([0.751, 0.215, 0.034])
    """
    alpha = _checked(alpha)
    if alpha in FORWARD:
        return FORWARD[alpha](x, axis, out=out, dtype=dtype)
    return along(_with_alpha("entmax", alpha), (x,), axis, out, dtype)


@public
@served(dy=ALL, y=ALL, results=ALL, masked=Masked(0.0))
def sparsemax_backward(dy, y, axis=-1, *, out=None, dtype=None):
    """The gradient of `sparsemax` for its input, from the gradient for its result: ``dy - mean(dy)`` where y > 0, else 0.

    The mean is taken over the elements where y is positive.  Elsewhere `dy` is not used, and may be NaN.

    Parameters
    ----------
    {dy sparsemax}
    {y sparsemax}
    {axis_of sparsemax}
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    {raises sparsemax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    sparsemax : the function that this differentiates.

    Notes
    -----
    Sums are computed in twice the working precision.

    {error epsilons of ``abs(dy) + max(abs(dy))``}.  The maximum is taken over the elements of the row where y is positive.

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


@public
@served(dy=ALL, y=ALL, results=ALL, masked=Masked(0.0))
def entmax15_backward(dy, y, axis=-1, *, out=None, dtype=None):
    """The gradient of `entmax15` for its input, from the gradient for its result: ``s*(dy - sum(s*dy)/sum(s))``, s = sqrt(y).

    Where y is 0, `dy` is not used, and may be NaN.

    Parameters
    ----------
    {dy sparsemax}
    {y entmax15}
    {axis_of entmax15}
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    {raises sparsemax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    entmax15 : the function that this differentiates.

    Notes
    -----
    Sums are computed in twice the working precision.

    {error epsilons of ``s*(abs(dy) + max(abs(dy)))``}.  The maximum is taken over the elements of the row where y is positive.

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


@public
@served(dy=ALL, y=ALL, results=ALL, masked=Masked(0.0))
def entmax_backward(dy, y, alpha=1.5, axis=-1, *, out=None, dtype=None):
    """The gradient of `entmax` for its input, from the gradient for its result: ``s*(dy - sum(s*dy)/sum(s))``.

    Here s is ``y**(2 - alpha)`` where y is positive, and 0 where y is 0.  Where y is 0, `dy` is not used, and may be NaN.

    Parameters
    ----------
    {dy sparsemax}
    {y entmax}
    alpha : float, default 1.5
        The alpha of the `entmax` call that computed `y`.
    {axis_of entmax}
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    ValueError
        If alpha is below 1 or not finite, or `dy` and `y` do not broadcast; otherwise as `sparsemax`.
    TypeError, numpy.exceptions.AxisError
        As `entmax`.

    See Also
    --------
    entmax : the function that this differentiates.

    Notes
    -----
    Sums are computed in twice the working precision.

    {error epsilons of ``s*(abs(dy) + max(abs(dy)))``}.  This bound holds for alpha up to 3.

    The maximum is taken over the elements of the row where y is positive.

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
    return along(_with_alpha("entmax_backward", alpha), (dy, y), axis, out, dtype)


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


@lru_cache(maxsize=64)
def _with_alpha(name, alpha):
    """The function of operands alone, whose gufunc takes alpha before them."""
    function = reductions[name]
    return function._replace(plain=function.plain.after(alpha))
