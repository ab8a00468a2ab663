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

    The computation is stable for every finite input: nothing overflows, and even subnormal probabilities are accurate.  Sums
    are computed in twice the working precision.

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
        Of the shape of `x`.  A row that contains only -infinity, or a NaN, gives NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If an axis is out of range.
    ValueError
        If an axis is repeated, `temperature` is not positive and finite, `where` or `sink` does not broadcast, `inf` is
        neither "limit" nor "nan", or `out` is read-only or has the wrong shape.
    TypeError
        If `x` is complex, text or an object, `where` is not bool, or `temperature` is not a real number.

    See Also
    --------
    log_softmax : its logarithm.
    softmax_backward : its derivative, computed from its result.

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

    The result is also accurate for the largest element, where it may be very near 0.  The function computes
    ``(x - m) - log1p(S)``, where m is the maximum of the row and S the sum of ``exp(x - m)`` over its other elements.

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
        Of the shape of `x`; no element is above 0.

    Raises
    ------
    {raises softmax}.

    See Also
    --------
    log_softmax_backward : its derivative, computed from its result.

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
    """`softmax` of -x, ``{formula}``: the smallest elements get the largest probabilities.

    Parameters
    ----------
    {x}
    {axes}
    where, temperature, sink, inf, out, dtype
        As for `softmax`.  The values of `sink` are logits that are compared with -x.  `inf` applies to rows of `x` with an
        element of -infinity.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    {raises softmax}.

    See Also
    --------
    softmax_backward : its derivative, except for the sign, computed from its result.

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
    """The gradient of `softmax` for its input, from the gradient for its result: ``y*(dy - sum(y*dy))``.

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
        Of the common shape of `dy` and `y`.  Where `y` is 0 and `dy` is finite, the gradient is 0.

    Raises
    ------
    {raises softmax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    softmax : the function that this differentiates.
    log_softmax_backward : the same for `log_softmax`.

    Notes
    -----
    The sum is computed in twice the working precision.

    {error units in the last place of ``y*(abs(dy) + sum(y*abs(dy)))``}.

    The bound holds for exactly the `y` that is given.  Its units, and the smallest subnormal number, are divided by the
    temperature.

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
    """The gradient of `log_softmax` for its input, from the gradient for its result: ``dy - exp(y)*sum(dy)``.

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
    log_softmax : the function that this differentiates.
    softmax_cross_entropy_grad : the gradient of the cross-entropy, a loss computed from `log_softmax`, in one pass.

    Notes
    -----
    The sum is computed in twice the working precision.

    {error units in the last place of ``abs(dy) + exp(y)*sum(abs(dy))``}.

    The bound holds for exactly the `y` that is given.

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
