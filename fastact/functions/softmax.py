"""softmax, its logarithm, softmin, and their gradients, along any axes."""

import numpy as np

from fastact._core.ufuncs import reductions
from fastact.catalogue.public import public
from fastact.functions.arguments import broadcast, of_type, shape_of
from fastact.functions.axes import LIMIT, along, options_of
from fastact.functions.foreign.layout import ALL, ROWS
from fastact.functions.foreign.rule import served


@public(
    formula="exp(x)/sum(exp(x))",
    source='J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.',
    axes="whose elements sum to 1",
)
@served(x=ALL, where=ALL, sink=ROWS, results=ALL)
def softmax(x, axis=-1, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """Exponentials of `x`, divided by their sum: ``{formula}``.

    Stable for every finite input: nothing overflows, and small probabilities keep their accuracy down to the subnormal
    ones.  Sums are carried in twice the working precision.

    Parameters
    ----------
    {x}
    {axes}
    {where 0}
    {temperature}
    {sink}
    {inf}
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`.  A row of -infinity alone, or with a NaN, is NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If an axis is out of range.
    ValueError
        If an axis is repeated, `temperature` is not positive and finite, `where` or `sink` does not broadcast, `inf` is
        another word, or `out` is read-only or of another shape.
    TypeError
        If `x` is complex, text or an object, `where` is not bool, or `temperature` is not a real number.

    See Also
    --------
    log_softmax : its logarithm.
    softmax_backward : its derivative, from its result.

    Notes
    -----
    {error}.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> fa.softmax([2.33, -1.46, 0.56]).round(3)
    array([0.838, 0.019, 0.143])
    >>> fa.softmax([1.0, np.nan, 1.0], where=[True, False, True])
    array([0.5, 0. , 0.5])
    """
    return _softmax("softmax", x, axis, out, dtype, where, temperature, sink, inf)


@public(
    formula="x - log(sum(exp(x)))",
    source=(
        'P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", '
        "IMA Journal of Numerical Analysis, 2021."
    ),
    axes="to normalise over",
)
@served(x=ALL, where=ALL, sink=ROWS, results=ALL)
def log_softmax(x, axis=-1, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """The logarithm of `softmax`: ``{formula}``.

    Accurate for the dominant element too, whose result is far below 1: with m the maximum and S the sum of the other
    exponentials it is ``(x - m) - log1p(S)``.

    Parameters
    ----------
    {x}
    {axes}
    {where -infinity}
    {temperature}
    {sink}
    {inf}
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`, nowhere above 0.

    Raises
    ------
    {raises softmax}.

    See Also
    --------
    log_softmax_backward : its derivative, from its result.

    Notes
    -----
    {error}.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> print(fa.log_softmax([100.0, 0.0]))
    [-3.72007598e-44 -1.00000000e+02]
    """
    return _softmax("log_softmax", x, axis, out, dtype, where, temperature, sink, inf)


@public(
    formula="exp(-x)/sum(exp(-x))",
    source='A. Paszke et al., "PyTorch: an imperative style, high-performance deep learning library", NeurIPS 2019.',
    axes="whose elements sum to 1",
)
@served(x=ALL, where=ALL, sink=ROWS, results=ALL)
def softmin(x, axis=-1, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """`softmax` of -x, ``{formula}``: the smallest elements get the largest shares.

    Parameters
    ----------
    {x}
    {axes}
    where, temperature, sink, inf, out, dtype
        As for `softmax`; a sink stands beside -x, and it is an element of -infinity that `inf` speaks of.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    {raises softmax}.

    See Also
    --------
    softmax_backward : with a minus sign, its derivative, from its result.

    Notes
    -----
    {error}.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmin([0.0, 0.0, 1000.0])
    array([0.5, 0.5, 0. ])
    """
    if sink is not None:
        sink = of_type(sink, x)
        sink = np.negative(sink.astype(np.float32) if sink.dtype.kind in "biu" else sink)
    return along(reductions["softmin"], (x,), axis, out, dtype, options=options_of(x, where, temperature, sink, inf))


@public
@served(dy=ALL, y=ALL, where=ALL, results=ALL)
def softmax_backward(dy, y, axis=-1, *, where=True, temperature=1.0, out=None, dtype=None):
    """The gradient of `softmax` at its input, from the gradient at its result: ``y*(dy - sum(y*dy))``.

    Parameters
    ----------
    {dy softmax}
    {y softmax}
    {axis_of softmax}
    {where_of dy}
    {temperature_of softmax}
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`; 0 where y is, for finite `dy`.

    Raises
    ------
    {raises softmax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    softmax : whose derivative this is.
    log_softmax_backward : from the gradient at logarithms.

    Notes
    -----
    The sum is carried in twice the working precision.

    {error units in the last place of ``y*(abs(dy) + sum(y*abs(dy)))``} for the very `y` that is given; these units and the
    smallest subnormal number are divided by the temperature.

    References
    ----------
    J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_backward([1.0, 0.0], [0.5, 0.5])
    array([ 0.25, -0.25])
    """
    return _backward("softmax_backward", dy, y, axis, out, dtype, where, temperature)


@public
@served(dy=ALL, y=ALL, where=ALL, results=ALL)
def log_softmax_backward(dy, y, axis=-1, *, where=True, temperature=1.0, out=None, dtype=None):
    """The gradient of `log_softmax` at its input, from the gradient at its result: ``dy - exp(y)*sum(dy)``.

    Parameters
    ----------
    {dy softmax}
    {y log_softmax}
    {axis_of log_softmax}
    {where_of dy}
    {temperature_of log_softmax}
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    {raises softmax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    log_softmax : whose derivative this is.
    softmax_cross_entropy_grad : of a loss that is made of it, in one pass.

    Notes
    -----
    The sum is carried in twice the working precision.

    {error units in the last place of ``abs(dy) + exp(y)*sum(abs(dy))``} for the very `y` that is given.

    References
    ----------
    As for `softmax_backward`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.log_softmax_backward([-1.0, 0.0], fa.log_softmax([0.0, 0.0]))
    array([-0.5,  0.5])
    """
    return _backward("log_softmax_backward", dy, y, axis, out, dtype, where, temperature)


def _softmax(name, x, axis, out, dtype, where, temperature, sink, inf):
    if where is True and type(temperature) is float and temperature == 1.0 and sink is None and inf is LIMIT:
        return along(reductions[name], (x,), axis, out, dtype)
    options = options_of(x, where, temperature, sink, inf)
    return along(reductions[name], (x,), axis, out, dtype, options=options)


def _backward(name, dy, y, axis, out, dtype, where, temperature):
    if shape_of(dy) != shape_of(y):
        dy, y = broadcast(dy=of_type(dy, y), y=y)
    if where is True and type(temperature) is float and temperature == 1:
        return along(reductions[name], (dy, y), axis, out, dtype)
    return along(reductions[name], (dy, y), axis, out, dtype, options=options_of(y, where, temperature))
