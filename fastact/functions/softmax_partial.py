"""Partial softmax: rows that are split over chunks, processes or machines."""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from fastact._core.ufuncs import reductions
from fastact.catalogue.public import public
from fastact.functions.axes import along, options_of
from fastact.functions.foreign.layout import ALL, AS_IT_IS, ROWS, Masked
from fastact.functions.foreign.rule import served

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


class SoftmaxPartial(NamedTuple):
    """What a chunk of each row leaves of itself: its maximum, and the sum of ``exp(x - maximum)`` in two words.

    Parts of chunks that are disjoint are merged by `softmax_merge`.  The reduced axes stay with length 1.

    Attributes
    ----------
    maximum : ndarray
        In the type of x; -infinity for a chunk of nothing.
    sum : ndarray of float64
        From 1 to the length of the chunk; 0 for nothing.
    rest : ndarray of float64
        What the rounding of `sum` lost.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_partial([0.0, 0.0]).sum
    array([2.])
    """

    maximum: np.ndarray[Any, np.dtype[np.floating[Any]]]
    sum: np.ndarray[Any, np.dtype[np.float64]]
    rest: np.ndarray[Any, np.dtype[np.float64]]

    def logsumexp(self) -> np.ndarray[Any, np.dtype[np.floating[Any]]]:
        """The logarithm of the sum of all exponentials, in the type of x; the axes stay with length 1."""
        return _logarithm(self.maximum, self.sum, self.rest)

    def softmax(
        self, x: "ArrayLike", *, out: np.ndarray[Any, Any] | None = None
    ) -> np.ndarray[Any, np.dtype[np.floating[Any]]]:
        """The probabilities of a chunk of the rows of which this is the whole.

        Parameters
        ----------
        x : array_like
            A chunk, of the shape of `maximum` but for the axes that were reduced.
        out : ndarray, optional
            Of the shape of `x`; may be `x` itself.

        Returns
        -------
        ndarray
            ``exp(x - maximum)/sum``, of the shape of `x`.
        """
        return _shares(x, self.maximum, self.sum, out=out)


def _of_length_one(call):
    """The axes that were reduced."""
    return tuple(k for k, n in enumerate(np.shape(call.operands["maximum"])) if n == 1)


@served(maximum=ALL, sum=ALL, rest=ALL, results=ALL, axes=(), masked=Masked(AS_IT_IS))
def _logarithm(maximum, sum, rest):
    with np.errstate(all="ignore"):
        small = np.log1p((sum - 1) + rest)  # of a sum near 1 its distance from 1 counts
        return np.where(sum == 0, maximum, maximum + small).astype(maximum.dtype)


@served(x=ALL, maximum=ROWS, sum=ROWS, results=ALL, axes=_of_length_one, masked=Masked(AS_IT_IS))
def _shares(x, maximum, sum, *, out=None):
    x = np.asanyarray(x)
    whole = maximum.shape
    if x.ndim != len(whole) or any(n not in (1, length) for n, length in zip(whole, x.shape)):
        raise ValueError(f"x has shape {x.shape}, but this is the whole of rows of shape {whole}")
    with np.errstate(all="ignore"):
        share = np.where(sum == 0, 0, 1 / sum).astype(maximum.dtype)
    axes = tuple(i for i in range(x.ndim) if whole[i] == 1)
    options = options_of(x, True, 1.0, maximum.reshape([n for i, n in enumerate(x.shape) if i not in axes]))
    return along(reductions["logsumexp_backward"], (x, np.broadcast_to(share, x.shape)), axes, out, None, options=options)


@public
@served(x=ALL, where=ALL, results=(ROWS, ROWS, ROWS))
def softmax_partial(x, axis=-1, *, where=True):
    """The maximum and the sum of exponentials of a chunk of rows, to be merged with those of the other chunks.

    The building block for rows that are split over chunks, processes or machines.

    Parameters
    ----------
    {x}
    {axes to sum over}
    where : array_like of bool, default True
        True for the elements that count; it broadcasts to the shape of `x`.

    Returns
    -------
    SoftmaxPartial
        A named tuple of arrays `maximum`, `sum` and `rest`, of the shape of `x` with the axes of length 1; it has the methods
        ``logsumexp()`` and ``softmax(chunk)``.

    Raises
    ------
    {raises softmax}.

    See Also
    --------
    softmax_merge : of several parts.
    online_logsumexp : of chunks that come one after another.

    Notes
    -----
    The sum is carried in two words of the type that is computed in.

    {error units in the last place of the sum, in the type of `x`}.

    References
    ----------
    M. Milakov, N. Gimelshein, "Online normalizer calculation for softmax", 2018.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> x = np.array([1.0, 2.0, 3.0, 4.0])
    >>> whole = fa.softmax_merge([fa.softmax_partial(x[:2]), fa.softmax_partial(x[2:])])
    >>> bool(whole.logsumexp()[0] == fa.logsumexp(x))
    True
    """
    maximum, total, rest = along(reductions["partial"], (x,), axis, None, None, True, options_of(x, where))
    return _normal(np.asarray(maximum), np.asarray(total), np.asarray(rest))


@public
def softmax_merge(parts):
    """The whole of several disjoint parts of the same rows.

    Parameters
    ----------
    parts : iterable of SoftmaxPartial
        At least one; their arrays broadcast.

    Returns
    -------
    SoftmaxPartial
        Of all their elements; the same within its rounding for every order of merging, and from merged parts too.

    Raises
    ------
    ValueError
        If there is no part, or shapes do not broadcast.
    TypeError
        If a part is of another type.

    See Also
    --------
    softmax_partial : which makes the parts.
    online_logsumexp : of chunks that come one after another.

    Notes
    -----
    Sums are carried in two words of float64, and so are the factors ``exp(maximum - largest maximum)``.

    {error} for the probabilities ``softmax(chunk)`` of what was merged.

    References
    ----------
    As for `softmax_partial`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_merge([fa.softmax_partial([0.0]), fa.softmax_partial([0.0, 0.0])]).sum
    array([3.])
    """
    parts = list(parts)
    if not parts:
        raise ValueError("parts must be one SoftmaxPartial or more, got none")
    for part in parts:
        if not isinstance(part, tuple) or len(part) != 3:
            raise TypeError(f"parts must be of the type SoftmaxPartial, not {type(part).__name__}")
    return _merged(**{f"{name}{k}": field for k, part in enumerate(parts) for name, field in part._asdict().items()})


def _where_all_are_masked(call, masks):
    """A row of which one part counts is not masked."""
    maxima = [name for name in call.operands if name.startswith("maximum")]
    mask = np.logical_and.reduce([masks.get(name, np.zeros(call.shape, bool)) for name in maxima])
    return mask, mask, mask


@served(results=(ALL, ALL, ALL), axes=(), masked=Masked(AS_IT_IS, _where_all_are_masked))
def _merged(**fields):
    """The fields of parts one after another, by name and number."""
    values = list(fields.values())
    maxima, sums, rests = (np.stack(np.broadcast_arrays(*values[k::3])) for k in range(3))
    merge = reductions["merge"].with_options.ufunc
    wide, options = maxima.astype(np.float64), options_of(maxima).spread(maxima)
    _, total, rest = merge(wide, sums, rests, *options, axis=0)
    return _normal(maxima.max(axis=0), total, rest)


@public
def online_logsumexp(chunks, axis=-1):
    """`logsumexp` of rows that come in chunks, none of which is kept.

    Parameters
    ----------
    chunks : iterable of array_like
        Of the same shape but for `axis`.
    axis : int, tuple of int or None, default -1
        The axis or axes to sum over, also over the chunks.

    Returns
    -------
    ndarray
        Of the shape of a chunk with the axes of length 1.

    Raises
    ------
    {raises softmax_partial} and `softmax_merge`.

    See Also
    --------
    softmax_partial, softmax_merge : what it is made of.
    logsumexp : of rows that are in memory.

    Notes
    -----
    {error units in the last place of the larger of the maximum and the logarithm that is added to it}.

    References
    ----------
    As for `softmax_partial`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.online_logsumexp([[0.0, 0.0], [0.0], [0.0]]).round(6)
    array([1.386294])
    """
    whole = None
    for chunk in chunks:
        part = softmax_partial(chunk, axis)
        whole = part if whole is None else softmax_merge([whole, part])
    if whole is None:
        raise ValueError("chunks must be one array or more, got none")
    return whole.logsumexp()


def _normal(maximum, total, rest):
    whole = total + rest
    return SoftmaxPartial(maximum, whole, rest - (whole - total))
