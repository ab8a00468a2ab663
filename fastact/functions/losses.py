"""Cross-entropy from logits, and its gradient in the same pass."""

import math
import operator
from functools import lru_cache
from numbers import Real

import numpy as np
from numpy.lib.array_utils import normalize_axis_index

from fastact._core.loops.losses import ignored as IGNORED
from fastact._core.loops.losses import no_index as NO_INDEX
from fastact._core.loops.losses import spread as SPREAD
from fastact._core.ufuncs import reductions
from fastact.catalogue.public import public
from fastact.functions.arguments import checked, computed
from fastact.functions.axes import fits, in_slabs, inverse
from fastact.functions.foreign.layout import ALL, AXIS, ROWS
from fastact.functions.foreign.rule import served


def class_weights(targets, weight, ignore_index):
    """What each row counts in a mean, by its class."""
    ignored = False if ignore_index is None else targets == operator.index(ignore_index)
    weights = 1.0 if weight is None else np.asarray(weight, np.float64)[np.where(ignored, 0, targets).astype(np.intp)]
    return np.where(ignored, 0.0, np.broadcast_to(weights, np.shape(targets)))


@public
@served(logits=ALL, targets=ROWS, weight=AXIS, results=ROWS, loss=class_weights)
def softmax_cross_entropy(
    logits, targets, axis=-1, *, reduction="none", label_smoothing=0.0, ignore_index=None, weight=None, out=None
):
    """Cross-entropy of `targets` and the softmax of `logits`: ``-sum(targets*log(softmax(logits)))``.

    Parameters
    ----------
    logits : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    targets : array_like
        The class of each row, integers of the shape of `logits` without `axis`; or a probability for each class, of the
        shape of `logits`.
    axis : int, default -1
        The axis of the classes.
    reduction : {"none", "mean", "sum"}, default "none"
        What becomes of the losses of the rows.  Their mean is weighted by the `weight` of their classes, and counts no ignored
        row; that of probabilities is over all rows.
    label_smoothing : float, default 0
        From 0 to 1: how much of each target is spread over all classes alike.
    ignore_index : int, optional
        Rows of this class have the loss 0, and no share in a mean.
    weight : array_like, optional
        A factor for each class.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray or scalar
        A loss for each row, in the type of `logits`, or their mean or sum, summed in float64; the mean of no row is NaN.

    Raises
    ------
    {axis_error}
    ValueError
        If a class is not one of those that `logits` have, shapes do not match, `label_smoothing` is not from 0 to 1, or
        `reduction` is another word; there is nothing in `out` then.
    TypeError
        If classes are not integers, or `logits` are complex, text or objects.

    See Also
    --------
    softmax_cross_entropy_grad, softmax_cross_entropy_with_grad : its gradient; both in one pass.
    sigmoid_cross_entropy : for classes that do not exclude one another.

    Notes
    -----
    With m the maximum and S the sum of the other exponentials the loss of a class is ``(m - logit) + log1p(S)``: small losses
    keep their accuracy.  The error is below 2.5 units in the last place for a class and no smoothing.

    References
    ----------
    J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990; C. Szegedy et al.,
    "Rethinking the inception architecture for computer vision", CVPR 2016 (label smoothing).

    Examples
    --------
    >>> import fastact as fa
    >>> print(fa.softmax_cross_entropy([[0.0, 0.0], [100.0, 0.0]], [1, 0]))
    [6.93147181e-01 3.72007598e-44]
    """
    rows, scale = _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight)
    losses = rows.results(scale)
    return _reduced(losses, rows, reduction, scale, out)


@public
@served(logits=ALL, targets=ROWS, weight=AXIS, results=ALL, loss=class_weights)
def softmax_cross_entropy_grad(
    logits, targets, axis=-1, *, reduction="none", label_smoothing=0.0, ignore_index=None, weight=None, out=None
):
    """The gradient of `softmax_cross_entropy` at its logits: ``softmax(logits) - targets``, scaled as the reduction asks.

    Parameters
    ----------
    logits, targets, axis, reduction, label_smoothing, ignore_index, weight
        As for `softmax_cross_entropy`.
    {out_in_place logits}

    Returns
    -------
    ndarray
        Of the shape of `logits`; for the mean it is divided by what that is divided by, and 0 where that is 0.

    Raises
    ------
    {raises softmax_cross_entropy}.

    See Also
    --------
    softmax_cross_entropy_with_grad : with the loss, in the same pass.
    log_softmax_backward : of another loss of logarithms.

    Notes
    -----
    At the class of a row it is formed as ``expm1(-loss)``, which keeps its accuracy where the probability is almost 1.  The
    error is below 3 units in the last place for a class and no smoothing; for probabilities it is below 2.5 units of the
    larger of the two that are subtracted.

    References
    ----------
    As for `softmax_cross_entropy`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_cross_entropy_grad([[0.0, 0.0], [0.0, 0.0]], [1, 0], reduction="mean")
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    return _with_grad(logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out)[1]


@public
@served(logits=ALL, targets=ROWS, weight=AXIS, results=(ROWS, ALL), loss=class_weights)
def softmax_cross_entropy_with_grad(
    logits, targets, axis=-1, *, reduction="none", label_smoothing=0.0, ignore_index=None, weight=None, out=None
):
    """`softmax_cross_entropy` and its gradient in one pass over the logits.

    Parameters
    ----------
    logits, targets, axis, reduction, label_smoothing, ignore_index, weight
        As for `softmax_cross_entropy`.
    out : ndarray, optional
        For the gradient: of the shape of `logits`, with any strides; may be `logits` itself.

    Returns
    -------
    loss : ndarray or scalar
        As of `softmax_cross_entropy`.
    grad : ndarray
        As of `softmax_cross_entropy_grad`.

    Raises
    ------
    {raises softmax_cross_entropy}.

    See Also
    --------
    softmax_cross_entropy, softmax_cross_entropy_grad : one of the two.

    Notes
    -----
    Errors are those of `softmax_cross_entropy` and `softmax_cross_entropy_grad`, whose bits these are.

    References
    ----------
    As for `softmax_cross_entropy`.

    Examples
    --------
    >>> import fastact as fa
    >>> loss, grad = fa.softmax_cross_entropy_with_grad([[0.0, 0.0]], [[0.5, 0.5]], reduction="sum")
    >>> round(float(loss), 3), grad
    (0.693, array([[0., 0.]]))
    """
    return _with_grad(logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out)


def _with_grad(logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out):
    rows, scale = _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight)
    out = out if out is None or isinstance(out, np.ndarray) else out[0]
    if isinstance(out, np.ndarray) and out.shape != rows.logits.shape:
        raise ValueError(f"out has shape {out.shape}, but logits have shape {rows.logits.shape}")
    losses, grad = rows.results(scale, True, out)
    return _reduced(losses, rows, reduction, scale, None), grad


@lru_cache(maxsize=64)
def _constant(kind, value, count):
    """One number for all classes."""
    return np.broadcast_to(kind.type(value), count)


def _cast(array, dtype):
    if array.dtype == dtype:
        return array
    with np.errstate(all="ignore"):
        return array.astype(dtype)


class _Rows:
    """What the gufuncs take: logits, targets and weights of classes, and of each row its class and the mass on it."""

    def __init__(self, logits, axis):
        self.logits = logits
        self.kind = computed(reductions["softmax"].plain.ufunc, (logits.dtype,))
        self.axis = normalize_axis_index(axis, logits.ndim)
        self.classes, self.shape = logits.shape[self.axis], logits.shape[: self.axis] + logits.shape[self.axis + 1 :]
        self.targets = self.weight = None  # 0 and 1 for all
        self.index, self.mass = NO_INDEX, 0.0
        self.smooth = 0.0
        self.spread = False
        self.count = 0.0

    def results(self, scale, graded=False, grad=None):
        """Losses, and where they are asked for gradients: at once, or where types differ in slabs that are cast one by one."""
        gufunc = reductions["cross_entropy_with_grad" if graded else "cross_entropy"].plain.ufunc
        targets = _constant(self.kind, 0, self.classes) if self.targets is None else self.targets
        weight = _constant(self.kind, 1, self.classes) if self.weight is None else self.weight
        smoothed = self.smooth / self.classes if self.classes else 0.0
        numbers = 1 - self.smooth, smoothed, scale, SPREAD * self.spread

        full = (self.logits, targets) if grad is None else (self.logits, targets, grad)
        if fits(self.logits) or all(array.dtype == self.kind for array in full):
            kwargs = self.axes(graded) | ({"out": (None, grad)} if graded else {})
            return gufunc(self.logits, _cast(targets, self.kind), weight, self.index, self.mass, *numbers, **kwargs)

        def of_slab(logits, targets, index, mass):
            return gufunc(logits, _cast(targets, self.kind), weight, index, mass, *numbers)

        order = (*range(self.axis), *range(self.axis + 1, self.logits.ndim), self.axis)
        logits = self.logits.transpose(order)
        targets = np.broadcast_to(targets, logits.shape) if self.targets is None else targets.transpose(order)
        rows = (np.broadcast_to(number, self.shape) for number in (self.index, self.mass))
        out = None if grad is None else (np.empty(self.shape), grad.transpose(order))
        with np.errstate(all="ignore"):  # a gradient may overflow in a narrower array
            made = in_slabs(of_slab, [logits, targets, *rows], len(self.shape), out)
        if not graded:
            return made
        return made[0], made[1].transpose(inverse(order)) if grad is None else grad

    def axes(self, graded):
        """What the gufuncs take for them, if it is not the default."""
        if self.axis == self.logits.ndim - 1:
            return {}
        of_targets = -1 if self.targets is None else self.axis
        return {"axes": [(self.axis,), (of_targets,), (-1,), *[()] * 7, *[(self.axis,)] * graded]}


def _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight):
    """The rows, and what the reduction multiplies losses with."""
    if not isinstance(reduction, str) or reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction must be 'none', 'mean' or 'sum', got {reduction!r}")
    if not isinstance(label_smoothing, Real) or isinstance(label_smoothing, bool):
        raise TypeError(f"label_smoothing must be a real number, not {type(label_smoothing).__name__}")
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"label_smoothing must be from 0 to 1, got {label_smoothing!r}")
    logits, targets = np.asanyarray(logits), np.asanyarray(targets)
    rows = _Rows(logits, axis)
    rows.smooth, rows.spread = float(label_smoothing), label_smoothing > 0
    if weight is not None:
        rows.weight = np.asarray(weight)
        if rows.weight.shape != (rows.classes,):
            wanted = f"weight must have shape {(rows.classes,)}, one for each class"
            raise ValueError(f"{wanted}, but its shape is {rows.weight.shape}")
        if rows.weight.dtype.kind not in "biufV":
            raise TypeError(f"weight must be real numbers, not {rows.weight.dtype}")
        rows.weight = _cast(rows.weight, rows.kind)
    if targets.ndim == logits.ndim:
        if targets.shape != logits.shape:
            raise ValueError(f"targets have shape {targets.shape}, but the probabilities of logits need {logits.shape}")
        if targets.dtype.kind not in "biufV":
            raise TypeError(f"targets that are probabilities must be real numbers, not {targets.dtype}")
        if ignore_index is not None:
            raise ValueError(f"ignore_index needs targets that are classes, not probabilities; got {ignore_index!r}")
        rows.targets, rows.spread = targets, True
        rows.count = math.prod(rows.shape)
    else:
        _classes(rows, targets, ignore_index)
    scale = 1.0
    if reduction == "mean":
        scale = 1 / rows.count if rows.count else 0.0
    return rows, scale


def _classes(rows, targets, ignore_index):
    if targets.dtype.kind not in "iu" and not (targets.size == 0 and targets.dtype == float):
        raise TypeError(f"targets that are classes must be integers, not {targets.dtype}")
    if targets.shape != rows.shape:
        of = f"classes for logits of shape {rows.logits.shape}"
        raise ValueError(f"targets have shape {targets.shape}, but {of} need {rows.shape}")
    ignored = None if ignore_index is None else targets == operator.index(ignore_index)
    if targets.size and not (targets.min() >= 0 and targets.max() < rows.classes):
        wrong = (targets < 0) | (targets >= rows.classes)
        wrong = wrong if ignored is None else wrong & ~ignored
        if wrong.any():
            place = np.unravel_index(int(wrong.argmax()), rows.shape)
            where = f"targets[{', '.join(map(str, place))}]" if place else "targets"
            raise ValueError(f"{where} is {targets[place]}, but the classes of logits go from 0 to {rows.classes - 1}")
    rows.count, weights = float(math.prod(rows.shape)), 1.0
    kept = targets if ignored is None else np.where(ignored, 0, targets)
    rows.index = (targets if ignored is None else np.where(ignored, IGNORED, targets)).astype(np.int64, copy=False)
    if rows.weight is not None:
        weights = rows.weight.astype(np.float64)[kept.astype(np.intp)]
    if ignored is not None:
        weights = np.where(ignored, 0.0, weights)
    if ignored is not None or rows.weight is not None:
        rows.count = float(np.sum(weights))
    rows.mass = (1 - rows.smooth) * weights


def _reduced(losses, rows, reduction, scale, out):
    with np.errstate(all="ignore"):
        if reduction == "none":
            result = losses
        else:
            result = np.sum(losses) if reduction == "sum" or scale else np.float64(np.nan)
        if out is None:
            return result.astype(rows.kind, copy=False)
    target = checked(out, np.shape(result))
    with np.errstate(all="ignore"):
        np.copyto(target, result, casting="same_kind")
    return target
