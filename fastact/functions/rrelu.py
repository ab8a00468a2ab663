"""rrelu: prelu with slopes that are drawn."""

import math
from numbers import Real

import numpy as np

from fastact._core.table_functions import prelu, prelu_backward, prelu_grad, prelu_with_grad
from fastact.catalogue.public import public
from fastact.functions.arguments import Refusing, broadcast, checked, checked_pair, real, refuse
from fastact.functions.foreign.layout import ALL, Masked
from fastact.functions.foreign.rule import served

SLOPES = "The bounds of the slopes, which are drawn from the uniform distribution on [lower, upper)."


@public(
    formula="where(x > 0, x, slope*x)",
    source='B. Xu et al., "Empirical evaluation of rectified activations in convolutional network", 2015.',
    lower=SLOPES,
    upper=SLOPES,
)
@served(x=ALL, results=(ALL, ALL), axes=(), masked=Masked(0.0))
def rrelu(x, lower=1 / 8, upper=1 / 3, rng=None, *, out=None):
    """Randomized leaky relu: ``{formula}`` with a slope drawn for each element.

    Parameters
    ----------
    {x}
    lower, upper : float, default 1/8 and 1/3
        {lower}
    rng : numpy.random.Generator, optional
        For training: the generator that draws a slope for every element.  Without it, as for inference, every slope is the mean
        of the bounds, (lower + upper)/2.
    out : ndarray, optional
        For y, of the shape of `x`; may be `x` itself.

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `x`.
    slope : ndarray or scalar
        Returned only with `rng`: the slopes that were drawn.  Positive elements have a slope too, which they do not use.

    Raises
    ------
    TypeError
        If `x` is complex, text or an object, a bound is not a real number, or `rng` is not a Generator.
    ValueError
        If `lower` is above `upper`, one of them is not finite, or `out` is read-only or too small.  `out` is then unchanged.

    See Also
    --------
    rrelu_backward : its derivative, computed from the slopes.
    prelu : the same with slopes that are learned.

    Notes
    -----
    The slopes are ``rng.uniform(lower, upper, x.shape)``, rounded to the type of y.  So a generator in the same state gives the
    same slopes, whatever the type and the strides of `x`.

    References
    ----------
    {source}

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
    x = real("x", x)
    checked(out, x.shape)
    slope = _slope(x, lower, upper, rng)
    y = prelu(x, slope, out=out)
    return y if rng is None else (y, slope)


@public
@served(x=ALL, slope=ALL, results=ALL, axes=(), masked=Masked(0.0))
def rrelu_grad(x, slope, *, out=None):
    """The derivative of `rrelu`, with the slopes that it drew: ``where(x > 0, 1, slope)``.

    Parameters
    ----------
    x : array_like
        The argument of `rrelu`.
    slope : array_like
        The slopes that `rrelu` returned, or (lower + upper)/2 if it had no `rng`.
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
    with Refusing(_refuse, {"x": x, "slope": slope}, out):
        return prelu_grad(x, slope, out=out)


@public
@served(dy=ALL, x=ALL, slope=ALL, results=ALL, axes=(), masked=Masked(0.0))
def rrelu_backward(dy, x, slope, *, out=None):
    """The gradient for the input of `rrelu`, with the slopes that it drew: ``dy*where(x > 0, 1, slope)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts against `x`.
    x : array_like
        The argument of `rrelu`.
    slope : array_like
        The slopes that `rrelu` returned, or (lower + upper)/2 if it had no `rng`.
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
    with Refusing(_refuse, {"dy": dy, "x": x, "slope": slope}, out):
        return prelu_backward(dy, x, slope, out=out)


@public
@served(x=ALL, results=(ALL, ALL), axes=(), masked=Masked(0.0))
def rrelu_with_grad(x, lower=1 / 8, upper=1 / 3, rng=None, *, out=(None, None)):
    """`rrelu` and its derivative in one pass; the derivative holds the slopes that were drawn, except where x > 0.

    Parameters
    ----------
    x, lower, upper, rng
        As for `rrelu`.
    {out_pair}

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
    x = real("x", x)
    if out is not ...:
        out = checked_pair(out, x.shape, x.shape)
    return prelu_with_grad(x, _slope(x, lower, upper, rng), out=out)


def _refuse(arrays, out):
    refuse(arrays)
    refuse({}, out=out, shape=broadcast(**arrays)[0].shape)


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
