"""maxout: the largest of neighbours, and its gradient."""

import numpy as np

from fastact.catalogue.public import public
from fastact.functions.arguments import axis_of, broadcast_to, integer, real
from fastact.functions.foreign.layout import ALL, CHANGED, Masked
from fastact.functions.foreign.rule import served


def of_groups(call, masks):
    """The masks of the results: where all neighbours are masked."""
    axis, pieces = call.axes[0], call.arguments["pieces"]
    mask = np.moveaxis(masks["x"], axis, -1)
    mask = np.moveaxis(mask.reshape(*mask.shape[:-1], -1, pieces).all(axis=-1), -1, axis)
    return mask, mask


def of_pieces(call, masks):
    """The mask of the gradient: of all neighbours whose result is masked."""
    return (np.repeat(np.logical_or.reduce(list(masks.values())), call.arguments["pieces"], call.axes[0]),)


@public(
    formula="max(x[j*pieces:(j + 1)*pieces])",
    source='I. Goodfellow et al., "Maxout networks", ICML 2013.',
    pieces="How many neighbours form a group, which gives one result; must divide the length of the axis.",
    axis="The axis along which elements are grouped.",
)
@served(x=ALL, results=(CHANGED, CHANGED), masked=Masked(-np.inf, of_groups))
def maxout(x, pieces, axis=-1):
    """The largest element of each group of `pieces` neighbours: ``{formula}``.

    Parameters
    ----------
    {x_of_axis}
    pieces : int
        {pieces}
    axis : int, default -1
        {axis}

    Returns
    -------
    y : ndarray
        Of the shape of `x`, except for the axis, which is `pieces` times shorter.
    index : ndarray of int
        Of the shape of y: the position of the largest element in its group, counted from 0.  Of equal elements it is the
        first, and with NaN in the group that of the first NaN.

    Raises
    ------
    {axis_error}
    TypeError
        If `x` is complex, text or an object, or `pieces` or `axis` is not an integer.
    ValueError
        If `pieces` is below 1 or does not divide the length of the axis.

    See Also
    --------
    maxout_backward : its derivative, computed from the index.

    Notes
    -----
    The result is exact.  A group with NaN gives NaN.

    References
    ----------
    {source}

    Examples
    --------
    >>> import fastact as fa
    >>> y, index = fa.maxout([1.0, 5.0, 4.0, 3.0], 2)
    >>> y, index
    (array([5., 4.]), array([1, 0]))
    """
    x = real("x", x)
    pieces, axis = _pieces(pieces), axis_of(x.ndim, axis)
    length = x.shape[axis]
    if length % pieces:
        raise ValueError(f"pieces must divide the length of axis {axis}, which is {length}, not be {pieces}")
    groups = x.reshape(*x.shape[:axis], length // pieces, pieces, *x.shape[axis + 1 :])
    index = groups.argmax(axis + 1, keepdims=True)
    return np.take_along_axis(groups, index, axis + 1).squeeze(axis + 1), index.squeeze(axis + 1)


@public
@served(dy=CHANGED, index=CHANGED, results=CHANGED, masked=Masked(0.0, of_pieces))
def maxout_backward(dy, index, pieces, axis=-1):
    """The gradient for the input of `maxout`: `dy` at the largest element of each group, 0 at its neighbours.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `index`.
    index : array_like of int
        The index that `maxout` returned.
    pieces, axis
        As for `maxout`.

    Returns
    -------
    ndarray
        Of the shape of the argument of `maxout`.

    Raises
    ------
    {raises maxout}; TypeError too if `index` does not hold integers, ValueError if `dy` does not broadcast to its shape.
    IndexError
        If an index is not one of ``range(pieces)``.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.maxout_backward([10.0, 20.0], [1, 0], 2)
    array([ 0., 10., 20.,  0.])
    """
    dy, index = real("dy", dy), np.asanyarray(index)
    pieces, axis = _pieces(pieces), axis_of(index.ndim, axis)
    if index.dtype.kind not in "iu":
        raise TypeError(f"index must hold integers, not {index.dtype}")
    if index.size and not 0 <= index.min() <= index.max() < pieces:
        raise IndexError(f"index must lie in 0..{pieces - 1}, not in {index.min()}..{index.max()}")
    before, (length, *after) = index.shape[:axis], index.shape[axis:]
    dx = np.zeros((*before, length, pieces, *after), dy.dtype)
    at, values = (np.expand_dims(array, axis + 1) for array in (index, broadcast_to("dy", dy, index.shape)))
    np.put_along_axis(dx, at, values, axis + 1)
    return dx.reshape(*before, length * pieces, *after)


def _pieces(pieces):
    pieces = integer("pieces", pieces)
    if pieces < 1:
        raise ValueError(f"pieces must be at least 1, not {pieces}")
    return pieces
