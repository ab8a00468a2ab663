"""logsumexp and its gradient, along any axes."""

from functools import partial

import numpy as np
from numpy.exceptions import AxisError

from fastact._core.ufuncs import reductions
from fastact.catalogue.public import public
from fastact.functions.arguments import axes_of, broadcast, checked, checked_pair, of_type, refuse, stored
from fastact.functions.axes import along, fits, in_slabs, inverse, options_of
from fastact.functions.foreign.layout import ALL, ROWS
from fastact.functions.foreign.rule import served

OF_BACKWARD = {2: ("x", "dy", "y")}  # the names of operands, and of what is passed on as a sink


@public(
    formula="log(sum(b*exp(x)))",
    source=(
        'P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", '
        "IMA Journal of Numerical Analysis, 2021."
    ),
    axes="to sum over",
)
@served(x=ALL, b=ALL, where=ALL, results=(ROWS, ROWS))
def logsumexp(x, axis=-1, *, b=None, where=True, temperature=1.0, return_sign=False, keepdims=False, out=None, dtype=None):
    """The logarithm of a sum of exponentials: ``{formula}``.

    Parameters
    ----------
    {x}
    {axes}
    b : array_like, optional
        Factors of the exponentials, of any sign; they broadcast against `x`.  Where one is 0, `x` does not count.
    where : array_like of bool, default True
        True for the elements that count; it broadcasts to the shape of `x`.  If no element of a row counts, the result
        is -infinity.
    {temperature}
    return_sign : bool, default False
        Whether to return the logarithm of the sum's absolute value and its sign; without it that of a negative sum is NaN.
    keepdims : bool, default False
        Whether the axes stay in the result with length 1.
    out : ndarray, optional
        Of the shape of the result, with any strides; a pair with `return_sign`.
    {dtype}

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `x` without the axes; -infinity over nothing.
    sign : ndarray or scalar
        With `return_sign` only: -1, 0 or 1.

    Raises
    ------
    {raises softmax}; ValueError too if `b` does not broadcast, or with both `b` and a temperature other than 1.

    See Also
    --------
    logsumexp_backward : its derivative.
    online_logsumexp : of what comes in chunks.

    Notes
    -----
    With m the maximum and S the sum of the other exponentials the result is ``m + log1p(S)``.

    {error units in the last place of the larger of these two terms}; with `b`, whose terms may cancel, in as many epsilons
    times the sum of their absolute values by that of their sum, if that is more.

    References
    ----------
    {source}

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
        return along(reductions["logsumexp"], (x,), axis, out, dtype, keepdims, options)
    options = options_of(x, where, temperature)
    if b is not None and options.temperature != 1:
        raise ValueError(f"temperature must be 1 where there is b, got {temperature!r}")
    if b is None:
        y = logsumexp(x, axis, where=where, temperature=temperature, keepdims=keepdims, dtype=dtype)
        pair = y, np.where(np.isnan(y), y, np.not_equal(y, -np.inf))[()].astype(y.dtype)
    else:
        x, b = broadcast(x=x, b=of_type(b, x))
        options, names = options_of(x, where, 1.0), {2: ("x", "b", "sink")}
        pair = along(reductions["weighted_logsumexp"], (x, b), axis, None, dtype, keepdims, options, names)
    return _signed(*pair, return_sign, out)


@public
@served(dy=ROWS, x=ALL, y=ROWS, b=ALL, where=ALL, results=ALL)
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
    {axis_of logsumexp}
    b : array_like, optional
        The factors of that `logsumexp`, for a sum that was positive; for a negative one negate `dy`.  They broadcast to the
        shape of `x`.
    {where_of x}
    {temperature_of logsumexp}
    {out_in_place x}
    {dtype}

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 where the sum was over nothing.  Elements of +infinity share `dy` equally, or as their factors
        are: the limit that `softmax` has.

    Raises
    ------
    {raises softmax}; ValueError too if `dy` or `y` has not the shape of the result, or `b` does not broadcast.

    See Also
    --------
    logsumexp : whose derivative this is.
    softmax : this for `dy` of 1, without the error of y.

    Notes
    -----
    {error} for the very `y` that is given.  From the exact sum the rounding of y is the largest part: half a unit in its last
    place, relative to the result.  Below the smallest normal number the unit is the smallest subnormal one, times ``dy*b``
    and by the temperature if that is more.

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
    axes = axes_of(x.ndim, axis)
    kept = tuple(1 if i in axes else n for i, n in enumerate(x.shape))
    dy, y = (_with_axes(name, array, x.shape, axes, kept) for name, array in (("dy", dy), ("y", y)))
    axis = tuple(axis) if isinstance(axis, list) else axis
    rest = tuple(i for i in range(x.ndim) if i not in axes)
    options = options_of(x, where, temperature, y.reshape([x.shape[i] for i in rest])).spread(x)
    function = reductions["logsumexp_backward"]
    infinite = np.inf in y
    if b is None and not infinite:
        return along(function, (x, np.broadcast_to(dy, x.shape)), axis, out, dtype, False, options, OF_BACKWARD)
    b = np.ones((), x.dtype) if b is None else of_type(b, x)
    try:
        b = np.broadcast_to(b, x.shape)
    except ValueError:
        raise ValueError(f"b has shape {b.shape}, which does not broadcast to that of x, {x.shape}") from None

    refuse({"x": x, "dy": dy, "y": y, "b": b})

    def of_rows(x, dy, b, where, y, axis=axis, out=None):
        counted = b != 0
        if not counted.all():  # a mask costs as much as all else
            where = where & counted
        with np.errstate(all="ignore"):
            factors = dy * b
            if infinite:
                factors = (factors / _sharers(x, b, where, axis)).astype(np.result_type(dy, b, x))
        return along(function, (x, factors), axis, out, dtype, False, options._replace(where=where, sink=y), OF_BACKWARD)

    if fits(x):
        return of_rows(x, dy, b, options.where, options.sink, out=out)
    order, out = (*rest, *axes), checked(out, x.shape)
    arrays = [*(array.transpose(order) for array in (x, dy, b, options.where)), options.sink]
    of_slab = partial(of_rows, axis=-1 if len(axes) == 1 else tuple(range(len(rest), x.ndim)))
    made = in_slabs(of_slab, arrays, len(rest), None if out is None else (out.transpose(order),))
    return made.transpose(inverse(order))[()] if out is None else out


def _signed(y, sign, return_sign, out):
    """The logarithm of the absolute value and the sign, or the value: NaN where that is negative."""
    if return_sign:
        results, targets = (y, sign), checked_pair(out, np.shape(y), np.shape(y))
    else:
        results = (np.where((sign < 0) & (y > -np.inf), np.nan, y).astype(y.dtype)[()],)
        targets = (checked(out, np.shape(y)),)
    results = tuple(stored(result, target, out is ...) for result, target in zip(results, targets))
    return results if return_sign else results[0]


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
