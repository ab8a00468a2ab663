"""Softmax and its relatives: a thin layer that turns `axis` into the one axis of a gufunc."""

import math
import operator
from functools import partial

import numpy as np
from numpy.exceptions import AxisError
from numpy.lib.array_utils import normalize_axis_index, normalize_axis_tuple

from fastact._ufuncs import reductions
from fastact.axes import along, computed_in, fits, in_slabs, inverse, of_type, options_of, positive, slabs, unshared
from fastact.rows import checked, computed

__all__ = [
    "causal_softmax",
    "causal_softmax_backward",
    "gumbel_softmax",
    "log_softmax",
    "log_softmax_backward",
    "logsumexp",
    "logsumexp_backward",
    "segment_softmax",
    "segment_softmax_backward",
    "softmax",
    "softmax_backward",
    "softmin",
]


def softmax(x, axis=-1, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """Exponentials of `x`, divided by their sum: ``exp(x)/sum(exp(x))``.

    Stable for every finite input: nothing overflows, and small probabilities keep their accuracy down to the subnormal
    ones.  Sums are carried in twice the working precision.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`: elsewhere the result is 0, whatever stands there, infinity and NaN
        too.  A row of which nothing counts has such results alone.
    temperature : float, default 1
        A positive number that `x` is divided by.
    sink : array_like, optional
        One more logit for each row, which takes its share and has no result of its own; it broadcasts to the shape of `x`
        without the axes.
    inf : {"limit", "nan"}, default "limit"
        What a row with a +infinity gives: the limit, in which these elements share the whole equally, or NaN.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

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
    The error is below 2.5 units in the last place for float32 and 3 for float64.

    References
    ----------
    J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.

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


def log_softmax(x, axis=-1, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """The logarithm of `softmax`: ``x - log(sum(exp(x)))``.

    Accurate for the dominant element too, whose result is far below 1: with m the maximum and S the sum of the other
    exponentials it is ``(x - m) - log1p(S)``.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `softmax`.
    axis : int, tuple of int or None, default -1
        The axis or axes to normalise over; None takes them all.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`: elsewhere the result is -infinity, whatever stands there, infinity and NaN
        too.  A row of which nothing counts has such results alone.
    temperature : float, default 1
        A positive number that `x` is divided by.
    sink : array_like, optional
        One more logit for each row, which takes its share and has no result of its own; it broadcasts to the shape of `x`
        without the axes.
    inf : {"limit", "nan"}, default "limit"
        What a row with a +infinity gives: the limit, in which these elements share the whole equally, or NaN.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`, nowhere above 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`.

    See Also
    --------
    log_softmax_backward : its derivative, from its result.

    Notes
    -----
    The error is below 2.5 units in the last place for float32 and 3 for float64.

    References
    ----------
    P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA Journal of
    Numerical Analysis, 2021.

    Examples
    --------
    >>> import fastact as fa
    >>> print(fa.log_softmax([100.0, 0.0]))
    [-3.72007598e-44 -1.00000000e+02]
    """
    return _softmax("log_softmax", x, axis, out, dtype, where, temperature, sink, inf)


def softmin(x, axis=-1, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """`softmax` of -x, ``exp(-x)/sum(exp(-x))``: the smallest elements get the largest shares.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `softmax`.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    where, temperature, sink, inf, out, dtype
        As for `softmax`; a sink stands beside -x, and it is an element of -infinity that `inf` speaks of.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`.

    See Also
    --------
    softmax_backward : with a minus sign, its derivative, from its result.

    Notes
    -----
    The error is that of `softmax`.

    References
    ----------
    A. Paszke et al., "PyTorch: an imperative style, high-performance deep learning library", NeurIPS 2019.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmin([0.0, 0.0, 1000.0])
    array([0.5, 0.5, 0. ])
    """
    if sink is not None:
        sink = of_type(sink, x)
        sink = np.negative(sink.astype(np.float32) if sink.dtype.kind in "biu" else sink)
    return along(reductions["scaled_softmin"], (x,), axis, out, dtype, options=options_of(x, where, temperature, sink, inf))


def logsumexp(x, axis=-1, *, b=None, where=True, temperature=1.0, return_sign=False, keepdims=False, out=None, dtype=None):
    """The logarithm of a sum of exponentials: ``log(sum(b*exp(x)))``.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `softmax`.
    axis : int, tuple of int or None, default -1
        The axis or axes to sum over; None takes them all.
    b : array_like, optional
        Factors of the exponentials, of any sign; they broadcast against `x`.  Where one is 0, `x` does not count.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`; over nothing the result is -infinity.
    temperature : float, default 1
        A positive number that `x` is divided by.
    return_sign : bool, default False
        Whether to return the logarithm of the sum's absolute value and its sign; without it that of a negative sum is NaN.
    keepdims : bool, default False
        Whether the axes stay in the result with length 1.
    out : ndarray, optional
        Of the shape of the result, with any strides; a pair with `return_sign`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `x` without the axes; -infinity over nothing.
    sign : ndarray or scalar
        With `return_sign` only: -1, 0 or 1.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `b` does not broadcast, or with both `b` and a temperature other than 1.

    See Also
    --------
    logsumexp_backward : its derivative.
    online_logsumexp : of what comes in chunks.

    Notes
    -----
    With m the maximum and S the sum of the other exponentials the result is ``m + log1p(S)``; its error is below 2 units in
    the last place of the larger of the two terms.

    References
    ----------
    P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA Journal of
    Numerical Analysis, 2021.

    Examples
    --------
    >>> import fastact as fa
    >>> float(fa.logsumexp([1000.0, 1000.0]))
    1000.6931471805599
    """
    plain = where is True and type(temperature) is float and temperature == 1
    if b is None and plain and not return_sign:
        return along(reductions["logsumexp"], (x,), axis, out, dtype, keepdims=keepdims)
    if b is None and not return_sign:
        options = options_of(x, where, temperature)
        return along(reductions["scaled_logsumexp"], (x,), axis, out, dtype, keepdims, options)
    options = options_of(x, where, temperature)
    if b is not None and options.temperature != 1:
        raise ValueError(f"temperature must be 1 where there is b, got {temperature!r}")
    if b is None:
        y = logsumexp(x, axis, where=where, temperature=temperature, keepdims=keepdims, dtype=dtype)
        pair = y, np.where(np.isnan(y), y, np.not_equal(y, -np.inf))[()].astype(y.dtype)
    else:
        x, b = _broadcast(x=x, b=of_type(b, x))
        pair = along(reductions["scaled_weighted_logsumexp"], (x, b), axis, None, dtype, keepdims, options_of(x, where, 1.0))
    return _signed(*pair, return_sign, out)


def softmax_backward(dy, y, axis=-1, *, where=True, temperature=1.0, out=None, dtype=None):
    """The gradient of `softmax` at its input, from the gradient at its result: ``y*(dy - sum(y*dy))``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `softmax`.
    y : array_like
        The result of `softmax`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `softmax`.
    where : array_like of bool, default True
        What counted there; elsewhere the gradient is 0, whatever stands in `dy`.
    temperature : float, default 1
        The one of that `softmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`; 0 where y is, for finite `dy`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    softmax : whose derivative this is.
    log_softmax_backward : from the gradient at logarithms.

    Notes
    -----
    The sum is carried in twice the working precision.  The error is below 2.5 units in the last place of
    ``y*(abs(dy) + sum(y*abs(dy)))``, for the very `y` that is given.

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


def log_softmax_backward(dy, y, axis=-1, *, where=True, temperature=1.0, out=None, dtype=None):
    """The gradient of `log_softmax` at its input, from the gradient at its result: ``dy - exp(y)*sum(dy)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `softmax`.
    y : array_like
        The result of `log_softmax`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `log_softmax`.
    where : array_like of bool, default True
        What counted there; elsewhere the gradient is 0, whatever stands in `dy`.
    temperature : float, default 1
        The one of that `log_softmax`.
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
        As `softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    log_softmax : whose derivative this is.
    softmax_cross_entropy_grad : of a loss that is made of it, in one pass.

    Notes
    -----
    The sum is carried in twice the working precision.  The error is below 2 units in the last place of
    ``abs(dy) + exp(y)*sum(abs(dy))``, for the very `y` that is given.

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


def logsumexp_backward(dy, x, y, axis=-1, *, b=None, where=True, temperature=1.0, out=None, dtype=None):
    """The gradient of `logsumexp` at its input, from the gradient at its result: ``dy*exp(x - y)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; of its shape, with or without the axes.
    x : array_like
        The argument of `logsumexp`; any shape, types as for `softmax`.
    y : array_like
        The result of `logsumexp`; of the same shape as `dy`, or broadcasting against it.
    axis : int, tuple of int or None, default -1
        The axis of that `logsumexp`.
    b : array_like, optional
        The factors of that `logsumexp`, for a sum that was positive; for a negative one negate `dy`.  They broadcast to the
        shape of `x`.
    where : array_like of bool, default True
        What counted there; elsewhere the gradient is 0, whatever stands in `x`.
    temperature : float, default 1
        The one of that `logsumexp`.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 where the sum was over nothing.  Elements of +infinity share `dy` equally, or as their factors
        are: the limit that `softmax` has.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `dy` or `y` has not the shape of the result, or `b` does not broadcast.

    See Also
    --------
    logsumexp : whose derivative this is.
    softmax : this for `dy` of 1, without the error of y.

    Notes
    -----
    The error is below 2.5 units in the last place for the very `y` that is given, and no `b`.  From the exact
    sum the rounding of y is the largest part: half a unit in its last place, relative to the result.

    References
    ----------
    As for `logsumexp`.

    Examples
    --------
    >>> import fastact as fa
    >>> x = [0.0, 0.0]
    >>> fa.logsumexp_backward(1.0, x, fa.logsumexp(x))
    array([0.5, 0.5])
    """
    x = np.asanyarray(x)
    axes = tuple(range(x.ndim)) if axis is None else normalize_axis_tuple(axis, x.ndim, "axis")
    kept = tuple(1 if i in axes else n for i, n in enumerate(x.shape))
    dy, y = (_with_axes(name, array, x.shape, axes, kept) for name, array in (("dy", dy), ("y", y)))
    axis = tuple(axis) if isinstance(axis, list) else axis
    rest = tuple(i for i in range(x.ndim) if i not in axes)
    options = options_of(x, where, temperature, y.reshape([x.shape[i] for i in rest]))
    gufunc = reductions["scaled_logsumexp_backward"]
    infinite = np.inf in y
    if b is None and not infinite:
        return along(gufunc, (x, np.broadcast_to(dy, x.shape)), axis, out, dtype, options=options)
    b = np.ones((), x.dtype) if b is None else of_type(b, x)
    try:
        b = np.broadcast_to(b, x.shape)
    except ValueError:
        raise ValueError(f"b has shape {b.shape}, which does not broadcast to that of x, {x.shape}") from None

    def of_rows(x, dy, b, where, y, axis=axis, out=None):
        counted = b != 0
        if not counted.all():  # a mask costs as much as all else
            where = where & counted
        with np.errstate(all="ignore"):
            factors = dy * b
            if infinite:
                factors = (factors / _sharers(x, b, where, axis)).astype(np.result_type(dy, b, x))
        return along(gufunc, (x, factors), axis, out, dtype, options=options._replace(where=where, sink=y))

    if fits(x):
        return of_rows(x, dy, b, options.where, options.sink, out=out)
    order, out = (*rest, *axes), checked(out, x.shape)
    arrays = [*(array.transpose(order) for array in (x, dy, b, options.where)), options.sink]
    of_slab = partial(of_rows, axis=-1 if len(axes) == 1 else tuple(range(len(rest), x.ndim)))
    made = in_slabs(of_slab, arrays, len(rest), None if out is None else (out.transpose(order),))
    return made.transpose(inverse(order))[()] if out is None else out


def causal_softmax(x, offset=0, *, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """`softmax` over the last axis of what each row may see: of row i the elements up to i + `offset`.

    The scores of attention that looks at no later position, without an array for the mask.

    Parameters
    ----------
    x : array_like
        At least two axes, the rows and their elements; types as for `softmax`.
    offset : int, default 0
        How many elements the first row sees beyond its first; below 0 the first rows see none.
    temperature, sink, inf, out, dtype
        As for `softmax`.

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 beyond what a row sees, whatever stands there.

    Raises
    ------
    numpy.exceptions.AxisError
        If `x` has fewer than two axes.
    ValueError, TypeError
        As `softmax`; TypeError too if `offset` is not an integer.

    See Also
    --------
    causal_softmax_backward : its derivative, from its result.

    Notes
    -----
    The error is that of `softmax`.

    References
    ----------
    A. Vaswani et al., "Attention is all you need", NeurIPS 2017.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> fa.causal_softmax(np.zeros((3, 3))).round(2)
    array([[1.  , 0.  , 0.  ],
           [0.5 , 0.5 , 0.  ],
           [0.33, 0.33, 0.33]])
    """
    options = options_of(x, True, temperature, sink, inf, _causal(x, offset))
    return along(reductions["scaled_softmax"], (x,), -1, out, dtype, options=options)


def causal_softmax_backward(dy, y, offset=0, *, temperature=1.0, out=None, dtype=None):
    """The gradient of `causal_softmax` at its input, from the gradient at its result.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; what stands beyond what a row sees does not count.
    y : array_like
        The result of `causal_softmax`; broadcasts against `dy`.
    offset, temperature
        Those of that `causal_softmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`; 0 beyond what a row sees.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `causal_softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    causal_softmax : whose derivative this is.

    Notes
    -----
    The error is that of `softmax_backward`.  With a sink the gradient at it is ``-(1 - sum(y))*sum(y*dy)`` for each row.

    References
    ----------
    As for `causal_softmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> y = fa.causal_softmax([[0.0, 0.0], [0.0, 0.0]])
    >>> fa.causal_softmax_backward([[0.0, 5.0], [1.0, 0.0]], y)
    array([[ 0.  ,  0.  ],
           [ 0.25, -0.25]])
    """
    dy, y = _broadcast(dy=of_type(dy, y), y=y)
    options = options_of(y, True, temperature, lengths=_causal(y, offset))
    return along(reductions["scaled_softmax_backward"], (dy, y), -1, out, dtype, options=options)


def segment_softmax(x, lengths, axis=-1, *, out=None, dtype=None):
    """`softmax` of each of the segments that follow one another along an axis: ragged rows, joined.

    Parameters
    ----------
    x : array_like
        At least one axis; types as for `softmax`.
    lengths : array_like of int
        How long the segments are, one after the other: one axis, at least 0 each, together the length of `axis`.
    axis : int, default -1
        The axis that consists of the segments.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    ValueError
        If `lengths` has not one axis, one is negative, or their sum is not the length of the axis.
    TypeError
        If `lengths` are not integers; as `softmax` else.

    See Also
    --------
    segment_softmax_backward : its derivative, from its result.

    Notes
    -----
    The error is that of `softmax`; each segment has the same bits as alone.

    References
    ----------
    P. Velickovic et al., "Graph attention networks", ICLR 2018.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.segment_softmax([0.0, 0.0, 5.0, 1.0, 1.0], lengths=[2, 1, 2])
    array([0.5, 0.5, 1. , 0.5, 0.5])
    """
    return _segments("segment_softmax", (x,), lengths, axis, out, dtype)


def segment_softmax_backward(dy, y, lengths, axis=-1, *, out=None, dtype=None):
    """The gradient of `segment_softmax` at its input, from the gradient at its result.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `softmax`.
    y : array_like
        The result of `segment_softmax`; broadcasts against `dy`.
    lengths, axis
        Those of that `segment_softmax`.
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
        As `segment_softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    segment_softmax : whose derivative this is.

    Notes
    -----
    The error is that of `softmax_backward`; each segment has the same bits as alone.

    References
    ----------
    As for `segment_softmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.segment_softmax_backward([1.0, 0.0, 7.0], [0.5, 0.5, 1.0], lengths=[2, 1])
    array([ 0.25, -0.25,  0.  ])
    """
    return _segments("segment_softmax_backward", _broadcast(dy=of_type(dy, y), y=y), lengths, axis, out, dtype)


def gumbel_softmax(logits, temperature=1.0, axis=-1, *, rng, hard=False, out=None):
    """A sample from the relaxed categorical distribution: ``softmax((logits + g)/temperature)`` with Gumbel noise g.

    Parameters
    ----------
    logits : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; logarithms of probabilities up to a constant.
    temperature : float, default 1
        Positive; the lower, the closer to one-hot.
    axis : int, tuple of int or None, default -1
        The axis or axes of the classes.
    rng : numpy.random.Generator
        Draws the noise.
    hard : bool, default False
        Whether to return a one-hot sample too, the straight-through estimator: use that forward, and the gradient of the
        soft one backward.
    out : ndarray, optional
        For the soft sample, of the shape of `logits`, with any strides; may be `logits` itself.  The noise is drawn into it
        where its type is that of the noise.

    Returns
    -------
    y : ndarray
        The soft sample, of the shape of `logits`.
    one_hot : ndarray
        With `hard` only: 1 at the first maximum of each row, 0 elsewhere.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; TypeError too if `rng` is not a Generator.

    See Also
    --------
    softmax_backward : its derivative for the logits, from y, with the same temperature.

    Notes
    -----
    The noise is ``-log(E)`` of standard exponential draws E of the shape of `logits`, float32 ones for narrower types.
    They are drawn in the order of the shape, the last axis fastest, whatever the strides; the error from there is that of
    `softmax`.

    References
    ----------
    E. Jang, S. Gu, B. Poole, "Categorical reparameterization with Gumbel-softmax", ICLR 2017; C. Maddison, A. Mnih, Y. W. Teh,
    "The concrete distribution", ICLR 2017.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> y, one_hot = fa.gumbel_softmax([0.0, 1.0, 2.0], 0.5, rng=np.random.default_rng(0), hard=True)
    >>> float(one_hot.sum()), bool(y.argmax() == one_hot.argmax())
    (1.0, True)
    """
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng must be a numpy.random.Generator, not {type(rng).__name__}")
    logits = np.asanyarray(logits)
    positive(temperature)
    kind = computed(reductions["softmax"], (logits.dtype,))
    drawn = np.float64 if kind == np.float64 else np.float32
    out = checked(out, logits.shape)
    noisy = out
    if out is None or out.dtype != drawn:
        noisy = np.empty(logits.shape, drawn)
    else:  # which is not touched before all is known to be right
        normalize_axis_tuple(range(logits.ndim) if axis is None else axis, max(logits.ndim, 1), "axis")
        logits = unshared(logits, [out])
    for at in slabs(logits.shape, 1, range(logits.ndim)):  # in the order in which one call draws
        noise = np.asarray(rng.standard_exponential(logits[at].shape, drawn))
        np.maximum(noise, np.finfo(drawn).smallest_subnormal, out=noise)  # a draw is 0 once in 2^23
        np.subtract(logits[at], np.log(noise, out=noise), out=noisy[at])
    y = softmax(noisy, axis, temperature=temperature, out=noisy if out is None else out)
    if out is None:
        with np.errstate(all="ignore"):
            y = y.astype(kind, copy=False)[()]
    return (y, _one_hot(y, axis)) if hard else y


def _softmax(name, x, axis, out, dtype, where, temperature, sink, inf):
    if where is True and temperature == 1.0 and sink is None and inf == "limit" and type(temperature) is float:
        return along(reductions[name], (x,), axis, out, dtype)
    options = options_of(x, where, temperature, sink, inf)
    return along(reductions[f"scaled_{name}"], (x,), axis, out, dtype, options=options)


def _backward(name, dy, y, axis, out, dtype, where, temperature):
    if np.shape(dy) != np.shape(y):
        dy, y = _broadcast(dy=of_type(dy, y), y=y)
    if where is True and type(temperature) is float and temperature == 1:
        return along(reductions[name], (dy, y), axis, out, dtype)
    return along(reductions[f"scaled_{name}"], (dy, y), axis, out, dtype, options=options_of(y, where, temperature))


def _causal(x, offset):
    """How many elements each row sees."""
    shape = np.shape(x)
    if len(shape) < 2:
        raise AxisError(f"x must have two axes and more, the rows and their elements, but its shape is {shape}")
    offset = min(max(operator.index(offset), -shape[-2]), shape[-1])
    return np.maximum(np.arange(shape[-2]) + (offset + 1), 0)


def _segments(name, operands, lengths, axis, out, dtype):
    lengths = np.asarray(lengths)
    if lengths.dtype.kind not in "iu" and lengths.size:
        raise TypeError(f"lengths must be integers, not {lengths.dtype}")
    if lengths.ndim != 1:
        raise ValueError(f"lengths must have one axis, but their shape is {lengths.shape}")
    shape = np.shape(operands[0])
    n = shape[normalize_axis_index(axis, len(shape))]
    wrong = (lengths < 0) | (lengths > n)
    if wrong.any():
        at = int(wrong.argmax())
        raise ValueError(f"lengths must be from 0 to {n}, that of the axis, but lengths[{at}] is {lengths[at]}")
    lengths = lengths.astype(np.int64)
    if math.fsum(lengths.tolist()) != n:
        raise ValueError(f"lengths must sum to {n}, the length of axis {axis}, but their sum is {sum(lengths.tolist())}")
    kwargs = {} if dtype is None else computed_in(reductions[name], np.dtype(dtype))
    if isinstance(out, np.ndarray) and out.shape != shape:
        raise ValueError(f"out has shape {out.shape}, but x has shape {shape}")
    axes = [(axis,)] * len(operands) + [(0,), (0,), (axis,)]
    return reductions[name](*operands, lengths.cumsum() - lengths, lengths, axes=axes, out=out, **kwargs)


def _broadcast(**arrays):
    """Arrays in their common shape."""
    try:
        return np.broadcast_arrays(*arrays.values(), subok=True)
    except ValueError:
        shapes = " and ".join(f"{name} of shape {np.shape(array)}" for name, array in reversed(arrays.items()))
        raise ValueError(f"{shapes} do not broadcast") from None


def _targets(out, count, shape):
    """The arrays for so many results of a shape, or None; nothing is written before all of them are known to be right."""
    if out is None:
        return None
    targets = out if isinstance(out, tuple) else (out,)
    for target in targets:
        if not isinstance(target, np.ndarray):
            raise TypeError(f"out must be an array, or a tuple of as many as there are results, not {type(target).__name__}")
    if len(targets) != count:
        raise ValueError(f"out must be {count} arrays, not {len(targets)}")
    for target in targets:
        checked(target, shape)
        if not np.can_cast(np.float16, target.dtype, "same_kind"):
            raise TypeError(f"out must be an array of floating-point numbers, not {target.dtype}")
    return targets


def _signed(y, sign, return_sign, out):
    """The logarithm of the absolute value and the sign, or the value: NaN where that is negative."""
    results = (y, sign) if return_sign else (np.where((sign < 0) & (y > -np.inf), np.nan, y).astype(y.dtype)[()],)
    targets = _targets(out, len(results), np.shape(y))
    if targets is not None:
        for target, result in zip(targets, results):
            with np.errstate(all="ignore"):
                np.copyto(target, result, casting="same_kind")
        results = targets
    return results if return_sign else results[0]


def _one_hot(y, axis):
    """1 at the first maximum along the axes."""
    y = np.asarray(y)
    if y.ndim == 0:
        return np.ones_like(y)[()]
    axes = normalize_axis_tuple(range(y.ndim) if axis is None else axis, y.ndim, "axis")
    order = tuple(i for i in range(y.ndim) if i not in axes) + axes
    moved, count = y.transpose(order), y.ndim - len(axes)

    def of_slab(part):
        rows = part.reshape([math.prod(part.shape[:count]), math.prod(part.shape[count:])])
        hot = np.zeros_like(rows)
        if rows.size:
            hot[np.arange(len(rows)), rows.argmax(axis=1)] = 1
        return hot.reshape(part.shape)

    return in_slabs(of_slab, [moved], count).transpose(inverse(order))[()]


def _sharers(x, b, where, axis):
    """Of each row, how many elements are +infinity and share the gradient equally, weighted by b; 1 where there is none."""
    shared = np.abs(np.sum(b, axis=axis, where=where & (x == np.inf), keepdims=True, dtype=np.float64))
    return np.where(shared > 0, shared, 1)


def _with_axes(name, array, shape, axes, kept):
    """An array of the shape of a result, with or without the reduced axes, with them."""
    array = np.asanyarray(array)
    if array.shape == tuple(n for i, n in enumerate(shape) if i not in axes):
        return array.reshape(kept)
    try:
        return np.broadcast_to(array if array.ndim == len(shape) else np.expand_dims(array, axes), kept)
    except (ValueError, AxisError):
        raise ValueError(f"{name} has shape {array.shape}, but logsumexp of {shape} over {axes} has {kept}") from None
