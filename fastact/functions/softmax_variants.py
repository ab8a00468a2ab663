"""softmax of what a row may see, of segments, and with noise."""

import math

import numpy as np
from numpy.exceptions import AxisError

from fastact._core.ufuncs import reductions
from fastact.catalogue.public import public
from fastact.functions.arguments import axes_of, axis_of, broadcast, checked, computed_type, integer, of_type, refuse
from fastact.functions.axes import NAMES, along, computed_in, in_slabs, inverse, options_of, positive, slabs, unshared
from fastact.functions.foreign.layout import ALL, ROWS, Masked
from fastact.functions.foreign.rule import served
from fastact.functions.softmax import softmax


@public
@served(x=ALL, where=ALL, sink=ROWS, results=ALL, axes=(-1,), whole=(-2,))
def causal_softmax(x, offset=0, *, where=True, temperature=1.0, sink=None, inf="limit", out=None, dtype=None):
    """`softmax` over the last axis with a causal mask: row i takes only the elements up to index i + `offset`.

    This computes the weights of causal attention, where no position sees later positions.  It needs no array for the mask.

    Parameters
    ----------
    x : array_like
        At least two axes.  The last two are the rows and their elements; types as for `softmax`.
    offset : int, default 0
        How many elements the first row takes in addition to its first element.  If it is negative, the first rows take none.
    where : array_like of bool, default True
        Which of these elements count, as for `softmax`; it broadcasts to the shape of `x`.  Use it to leave padding out.
    temperature, sink, inf, out, dtype
        As for `softmax`.

    Returns
    -------
    ndarray
        Of the shape of `x`.  It is 0 at all elements that the causal mask or `where` leaves out, whatever their value.

    Raises
    ------
    numpy.exceptions.AxisError
        If `x` has fewer than two axes.
    ValueError, TypeError
        As `softmax`; TypeError too if `offset` is not an integer.

    See Also
    --------
    causal_softmax_backward : its derivative, computed from its result.

    Notes
    -----
    The result is equal to the bit to that of `softmax` with the causal mask in `where`.

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
    >>> fa.causal_softmax(np.zeros((3, 3)), where=[False, True, True]).round(2)
    array([[0. , 0. , 0. ],
           [0. , 1. , 0. ],
           [0. , 0.5, 0.5]])
    """
    options = options_of(x, where, temperature, sink, inf, _causal(x, offset))
    return along(reductions["softmax"], (x,), -1, out, dtype, options=options)


@public
@served(dy=ALL, y=ALL, where=ALL, results=ALL, axes=(-1,), whole=(-2,))
def causal_softmax_backward(dy, y, offset=0, *, where=True, temperature=1.0, out=None, dtype=None):
    """The gradient of `causal_softmax` for its input, from the gradient for its result.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result.  Its elements that the causal mask leaves out are not used.
    {y causal_softmax}
    offset, where, temperature
        The arguments of the `causal_softmax` call that computed `y`.
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.  It is 0 at all elements that the causal mask or `where` leaves out.

    Raises
    ------
    {raises causal_softmax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    causal_softmax : the function that this differentiates.

    Notes
    -----
    The result is equal to the bit to that of `softmax_backward` with the causal mask in `where`.  If `causal_softmax` had a
    sink, the gradient with respect to the sink is ``-(1 - sum(y))*sum(y*dy)`` for each row.

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
    dy, y = broadcast(dy=of_type(dy, y), y=y)
    options = options_of(y, where, temperature, lengths=_causal(y, offset))
    return along(reductions["softmax_backward"], (dy, y), -1, out, dtype, options=options)


@public
@served(x=ALL, results=ALL, masked=Masked(-np.inf))
def segment_softmax(x, lengths, axis=-1, *, out=None, dtype=None):
    """`softmax` of each segment of an axis: for rows of different lengths that are joined to one array.

    Parameters
    ----------
    x : array_like
        At least one axis; types as for `softmax`.
    lengths : array_like of int
        The lengths of the segments, in order: a one-dimensional array.  Each is at least 0, and their sum is the length of
        `axis`.
    axis : int, default -1
        The axis that the segments divide.
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    {axis_error}
    ValueError
        If `lengths` is not one-dimensional, one of them is negative, or their sum is not the length of the axis.
    TypeError
        If `lengths` are not integers; otherwise as `softmax`.

    See Also
    --------
    segment_softmax_backward : its derivative, computed from its result.

    Notes
    -----
    The error is that of `softmax`.  The result for a segment is equal to the bit to that for the segment alone.

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


@public
@served(dy=ALL, y=ALL, results=ALL, masked=Masked(0.0))
def segment_softmax_backward(dy, y, lengths, axis=-1, *, out=None, dtype=None):
    """The gradient of `segment_softmax` for its input, from the gradient for its result.

    Parameters
    ----------
    {dy softmax}
    {y segment_softmax}
    lengths, axis
        The arguments of the `segment_softmax` call that computed `y`.
    {out_backward}
    {dtype}

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    {raises segment_softmax}; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    segment_softmax : the function that this differentiates.

    Notes
    -----
    The error is that of `softmax_backward`.  The result for a segment is equal to the bit to that for the segment alone.

    References
    ----------
    As for `segment_softmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.segment_softmax_backward([1.0, 0.0, 7.0], [0.5, 0.5, 1.0], lengths=[2, 1])
    array([ 0.25, -0.25,  0.  ])
    """
    return _segments("segment_softmax_backward", broadcast(dy=of_type(dy, y), y=y), lengths, axis, out, dtype)


@public
@served(logits=ALL, results=(ALL, ALL), masked=Masked(-np.inf))
def gumbel_softmax(logits, temperature=1.0, axis=-1, *, rng, hard=False, out=None):
    """A sample from the relaxed categorical distribution: ``softmax((logits + g)/temperature)`` with Gumbel noise g.

    Parameters
    ----------
    logits : array_like
        The logarithms of the probabilities, up to a constant; float16 and bfloat16 (computed in float32), float32 or float64.
    temperature : float, default 1
        A positive number.  The lower it is, the closer the samples are to one-hot vectors.
    axis : int, tuple of int or None, default -1
        The axis or axes of the classes.
    rng : numpy.random.Generator
        The generator that draws the noise.
    hard : bool, default False
        Whether to return a one-hot sample too.  For the straight-through estimator use the one-hot sample in the forward pass,
        and the gradient of the soft sample in the backward pass.
    out : ndarray, optional
        For the soft sample, of the shape of `logits`, with any strides; may be `logits` itself.  If it has the type of the
        noise, it also holds the noise on the way, so that no further array is needed.

    Returns
    -------
    y : ndarray
        The soft sample, of the shape of `logits`.
    one_hot : ndarray
        Returned only with `hard`: 1 at the first maximum of each row, 0 elsewhere.

    Raises
    ------
    {raises softmax}; TypeError too if `rng` is not a Generator.

    See Also
    --------
    softmax_backward : its derivative with respect to the logits, computed from y with the same temperature.

    Notes
    -----
    The noise is ``-log(E)``, where E are random numbers of the standard exponential distribution, in the shape of `logits`.
    They are float64 if the result is, else float32.  They are drawn in C order, the last axis fastest, whatever the strides.
    The error of the computation after this is that of `softmax`.

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
    kind = computed_type("logits", logits)
    drawn = np.float64 if kind == np.float64 else np.float32
    as_array, out = out is ..., checked(out, logits.shape)
    noisy = out
    if out is None or out.dtype != drawn:
        noisy = np.empty(logits.shape, drawn)
    else:  # which is not touched before all is known to be right
        axes_of(max(logits.ndim, 1), axis)
        logits = unshared(logits, [out])
    for at in slabs(logits.shape, 1, range(logits.ndim)):  # in the order in which one call draws
        noise = np.asarray(rng.standard_exponential(logits[at].shape, drawn))
        np.maximum(noise, np.finfo(drawn).smallest_subnormal, out=noise)  # a draw is 0 once in 2^23
        np.subtract(logits[at], np.log(noise, out=noise), out=noisy[at])
    y = softmax(noisy, axis, temperature=temperature, out=noisy if out is None else out)
    if out is None:
        with np.errstate(all="ignore"):
            y = np.asarray(y).astype(kind, copy=False)
        y = y if as_array else y[()]
    return (y, _one_hot(y, axis)) if hard else y


def _causal(x, offset):
    """How many elements each row sees; none where that is negative."""
    shape = np.shape(x)
    if len(shape) < 2:
        raise AxisError(f"x must have two axes and more, the rows and their elements, but its shape is {shape}")
    offset = min(max(integer("offset", offset), -shape[-2]), shape[-1])
    return np.arange(offset + 1, offset + 1 + shape[-2])


def _segments(name, operands, lengths, axis, out, dtype):
    lengths = np.asarray(lengths)
    if lengths.dtype.kind not in "iu" and lengths.size:
        raise TypeError(f"lengths must be integers, not {lengths.dtype}")
    if lengths.ndim != 1:
        raise ValueError(f"lengths must have one axis, but their shape is {lengths.shape}")
    shape = np.shape(operands[0])
    axis = axis_of(len(shape), axis)
    n = shape[axis]
    wrong = (lengths < 0) | (lengths > n)
    if wrong.any():
        at = int(wrong.argmax())
        raise ValueError(f"lengths must be from 0 to {n}, that of the axis, but lengths[{at}] is {lengths[at]}")
    lengths = lengths.astype(np.int64)
    total = int(lengths.sum()) if len(lengths) * n < 2**63 else sum(lengths.tolist())
    if total != n:
        raise ValueError(f"lengths must sum to {n}, the length of axis {axis}, but their sum is {total}")
    refuse(dict(zip(NAMES[len(operands)], operands)), dtype=dtype)
    gufunc = reductions[name].plain
    kwargs = {} if dtype is None else computed_in(gufunc.types, dtype)
    axes = [(axis,)] * len(operands) + [(0,), (0,), (axis,)]
    return gufunc(*operands, lengths.cumsum() - lengths, lengths, axes=axes, out=checked(out, shape), **kwargs)


def _one_hot(y, axis):
    """1 at the first maximum along the axes."""
    y = np.asarray(y)
    if y.ndim == 0:
        return np.ones_like(y)[()]
    axes = axes_of(y.ndim, axis)
    order = tuple(i for i in range(y.ndim) if i not in axes) + axes
    moved, count = y.transpose(order), y.ndim - len(axes)

    def of_slab(part):
        rows = part.reshape([math.prod(part.shape[:count]), math.prod(part.shape[count:])])
        hot = np.zeros_like(rows)
        if rows.size:
            hot[np.arange(len(rows)), rows.argmax(axis=1)] = 1
        return hot.reshape(part.shape)

    return in_slabs(of_slab, [moved], count).transpose(inverse(order))[()]
