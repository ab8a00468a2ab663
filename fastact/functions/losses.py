"""Cross-entropy from logits, and its gradient in the same pass: of classes that exclude one another, and of those that do
not."""

import math
from functools import lru_cache
from numbers import Real
from typing import NamedTuple

import numpy as np

from fastact._core import error_bounds
from fastact._core.loops.losses import ignored as IGNORED
from fastact._core.loops.losses import no_index as NO_INDEX
from fastact._core.loops.losses import spread as SPREAD
from fastact._core.small_arrays import all_below, are_classes, cast
from fastact._core.ufuncs import built, reductions
from fastact.catalogue.public import public
from fastact.functions.arguments import (
    FLOATS,
    at_least_single,
    axis_of,
    broadcast,
    broadcast_to,
    check_reduction,
    checked,
    checked_pair,
    computed_type,
    integer,
    loss_type,
    stored,
)
from fastact.functions.axes import BLOCK, along, fits, in_slabs, inverse, slabs, unshared
from fastact.functions.foreign.layout import ALL, AXIS, EACH, ROWS
from fastact.functions.foreign.rule import served

# ---- softmax_cross_entropy --------------------------------------------------------------------------------------------------


def class_weights(targets, weight, ignore_index):
    """What each row counts in a mean, by its class."""
    ignored = False if ignore_index is None else targets == integer("ignore_index", ignore_index)
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
        takes them, but in float32 at least.
    targets : array_like
        Either the class of each row, as integers in the shape of `logits` without `axis`; or a probability for each class, in
        the shape of `logits`.
    axis : int, default -1
        The axis of the classes.
    reduction : {"none", "mean", "sum"}, default "none"
        Whether to return the loss of each row, their mean or their sum.  If targets are classes, the mean is weighted by the
        `weight` of the classes and leaves ignored rows out.  If targets are probabilities, the sum is divided by the number of
        rows.
    label_smoothing : float, default 0
        A number from 0 to 1: the share of each target that is spread equally over all classes.
    ignore_index : int, optional
        Rows of this class have the loss 0 and do not count in a mean.
    weight : array_like, optional
        A factor for each class.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray or scalar
        The loss of each row, or their mean or sum, in the type of `logits`.  Sums are computed in float64.  If no row counts,
        the mean is NaN.

    Raises
    ------
    {axis_error}
    ValueError
        If a class is not one of those of `logits`, shapes do not match, `label_smoothing` is not from 0 to 1, or `reduction` is
        not one of the three strings.  Nothing has been written to `out` then.
    TypeError
        If classes are not integers, or `logits` are complex, text or objects.

    See Also
    --------
    softmax_cross_entropy_grad, softmax_cross_entropy_with_grad : its gradient; the loss and its gradient in one pass.
    sigmoid_cross_entropy : for classes that do not exclude one another.

    Notes
    -----
    The loss of a class is computed as ``(m - logit) + log1p(S)``, where m is the maximum of the row and S the sum of
    ``exp(logits - m)`` over its other elements.  So small losses are accurate too.

    {error}.  This bound holds for each row, with any weights and smoothing.

    Below the smallest normal number the unit is the smallest subnormal number, or that number times the sum of the weights on
    the classes of the row if the product is larger.

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
    losses = _plain(LOSS, logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out)
    if losses is not None:
        return _reduced(losses, logits.dtype, reduction)
    rows, scale = _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight)
    target = checked(out, rows.shape if reduction == "none" else (), rows.kind)
    return _reduced(rows.results(scale), rows.kind, reduction, scale, target, out is ...)


@public
@served(logits=ALL, targets=ROWS, weight=AXIS, results=ALL, loss=class_weights)
def softmax_cross_entropy_grad(
    logits, targets, axis=-1, *, reduction="none", label_smoothing=0.0, ignore_index=None, weight=None, out=None
):
    """The gradient of `softmax_cross_entropy` for the logits: ``softmax(logits) - targets``, scaled for `reduction`.

    Parameters
    ----------
    logits, targets, axis, reduction, label_smoothing, ignore_index, weight
        As for `softmax_cross_entropy`.
    {out_in_place logits}

    Returns
    -------
    ndarray
        Of the shape of `logits`.  With ``reduction="mean"`` it is divided by the same number as the loss, and 0 if that number
        is 0.

    Raises
    ------
    {raises softmax_cross_entropy}.

    See Also
    --------
    softmax_cross_entropy_with_grad : the gradient together with the loss, in one pass.
    log_softmax_backward : the gradient for any other loss that is computed from `log_softmax`.

    Notes
    -----
    At the class of a row the gradient is computed as ``expm1(-loss)``, which is accurate where the probability is almost 1.

    {error}.  This bound holds if targets are classes without smoothing.

    If targets are probabilities, the same bound holds in units of the larger of the two terms that are subtracted.  For a class
    with smoothing, it holds in units of the sum of the weights on all classes.

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
    made = _plain(WITH_GRAD, logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out)
    if made is not None:
        return made[1]
    rows, scale = _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight)
    return rows.results(scale, True, checked(out, rows.logits.shape, rows.kind))[1]


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
    out : tuple of two ndarrays or None, optional
        The first array takes the loss and has its shape; the second takes the gradient and has the shape of `logits`.  Both may
        have any strides, and the second may be `logits` itself.  A single array takes the gradient.

    Returns
    -------
    loss : ndarray or scalar
        The result of `softmax_cross_entropy`.
    grad : ndarray
        The result of `softmax_cross_entropy_grad`.

    Raises
    ------
    {raises softmax_cross_entropy}.  Nothing has been written to either array of `out` then.

    See Also
    --------
    softmax_cross_entropy, softmax_cross_entropy_grad : only the loss; only the gradient.

    Notes
    -----
    The results are equal to the bit to those of `softmax_cross_entropy` and `softmax_cross_entropy_grad`.  So the errors are
    the same.

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
    made = _plain(WITH_GRAD, logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out)
    if made is not None:
        return _reduced(made[0], logits.dtype, reduction), made[1]
    rows, scale = _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight)
    outs = (None, out) if isinstance(out, np.ndarray) else out
    of_loss, of_grad = checked_pair(outs, rows.shape if reduction == "none" else (), rows.logits.shape, rows.kind)
    losses, grad = rows.results(scale, True, of_grad)
    return _reduced(losses, rows.kind, reduction, scale, of_loss, out is ...), grad


NONE = "none"  # the very object of the defaults; another string of that word takes the longer way
INDEX = np.dtype(np.int64)
SUM = reductions["sum"]
LOSS, WITH_GRAD = reductions["cross_entropy"].plain, reductions["cross_entropy_with_grad"].plain


class _Shape(NamedTuple):
    """What follows from the shape and the type of logits alone."""

    kind: np.dtype
    axis: int
    classes: int
    rows: tuple
    count: float


@lru_cache(maxsize=256)
def _shape_of(shape, dtype, axis):
    axis = axis_of(len(shape), axis)
    rows = shape[:axis] + shape[axis + 1 :]
    return _Shape(loss_type(np.empty(0, dtype)), axis, shape[axis], rows, float(math.prod(rows)))


class _Rows:
    """What the gufuncs take: logits, targets and weights of classes, and of each row its class and the mass on it."""

    targets, weight = 0.0, 1.0  # of all classes
    index, mass = NO_INDEX, 0.0
    smooth, flags = 0.0, 0

    def __init__(self, logits, axis):
        axis = axis if type(axis) is int else axis_of(logits.ndim, axis)
        self.logits = logits
        self.kind, self.axis, self.classes, self.shape, self.count = _shape_of(logits.shape, logits.dtype, axis)

    def results(self, scale, graded=False, grad=None):
        """Losses, and where they are asked for gradients: at once, or where types differ in slabs that are cast one by one."""
        gufunc = WITH_GRAD if graded else LOSS
        smoothed = self.smooth and self.smooth / max(self.classes, 1)
        numbers = 1 - self.smooth, smoothed, scale, self.flags
        operands = self.logits, self.targets, self.weight, self.index, self.mass, *numbers
        made = gufunc.at_once(operands, self.axis, None if grad is None else (None, grad))
        if made is not None:
            return made
        targets = self.targets if self.of_probabilities else _constant(self.kind, self.targets, self.classes)
        weight = _constant(self.kind, 1, self.classes) if self.weight is _Rows.weight else self.weight
        full = (self.logits, targets) if grad is None else (self.logits, targets, grad)
        if fits(self.logits) or all(array.dtype == self.kind for array in full):
            kwargs = self.axes(graded) | ({"out": (None, grad)} if graded else {})
            return gufunc(self.logits, cast(targets, self.kind), weight, self.index, self.mass, *numbers, **kwargs)

        def of_slab(logits, targets, index, mass):
            return gufunc(logits, cast(targets, self.kind), weight, index, mass, *numbers)

        order = (*range(self.axis), *range(self.axis + 1, self.logits.ndim), self.axis)
        logits = self.logits.transpose(order)
        targets = targets.transpose(order) if self.of_probabilities else np.broadcast_to(targets, logits.shape)
        rows = (np.broadcast_to(number, self.shape) for number in (self.index, self.mass))
        out = None if grad is None else (np.empty(self.shape), grad.transpose(order))
        with np.errstate(all="ignore"):  # a gradient may overflow in a narrower array
            made = in_slabs(of_slab, [logits, targets, *rows], len(self.shape), out)
        if not graded:
            return made
        return made[0], made[1].transpose(inverse(order)) if grad is None else grad

    @property
    def of_probabilities(self):
        return self.targets is not _Rows.targets

    def axes(self, graded):
        """What the gufuncs take for them, if it is not the default."""
        if self.axis == self.logits.ndim - 1:
            return {}
        of_targets = self.axis if self.of_probabilities else -1
        return {"axes": [(self.axis,), (of_targets,), (-1,), *[()] * 7, *[(self.axis,)] * graded]}


def _plain(gufunc, logits, targets, axis, reduction, label_smoothing, ignore_index, weight, out):
    """What the gufunc gives at once of classes, where nothing else is asked for; else None."""
    if not (ignore_index is weight is out is None and type(label_smoothing) is float and label_smoothing == 0):
        return None
    if not are_classes(targets, logits, axis):
        return None
    scale = 1.0
    if reduction is not NONE:
        check_reduction(reduction)
        scale = 1.0 if reduction != "mean" else 1 / max(targets.size, 1)
    return gufunc.at_once((logits, 0.0, 1.0, targets, 1.0, 1.0, 0.0, scale, 0), axis)


def _rows(logits, targets, axis, reduction, label_smoothing, ignore_index, weight):
    """The rows, and what the reduction multiplies losses with."""
    if reduction is not NONE:
        check_reduction(reduction)
    if type(label_smoothing) is not float and (not isinstance(label_smoothing, Real) or isinstance(label_smoothing, bool)):
        raise TypeError(f"label_smoothing must be a real number, not {type(label_smoothing).__name__}")
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"label_smoothing must be from 0 to 1, got {label_smoothing!r}")
    logits, targets = np.asanyarray(logits), np.asanyarray(targets)
    rows = _Rows(logits, axis)
    if label_smoothing:
        rows.smooth, rows.flags = float(label_smoothing), SPREAD
    if weight is not None:
        rows.weight = np.asarray(weight)
        computed_type("weight", rows.weight)
        if rows.weight.shape != (rows.classes,):
            wanted = f"weight must have shape {(rows.classes,)}, one for each class"
            raise ValueError(f"{wanted}, but its shape is {rows.weight.shape}")
        rows.weight = cast(rows.weight, rows.kind)
    if targets.ndim == logits.ndim:
        if targets.shape != logits.shape:
            raise ValueError(f"targets have shape {targets.shape}, but the probabilities of logits need {logits.shape}")
        computed_type("targets", targets)
        if ignore_index is not None:
            raise ValueError(f"ignore_index needs targets that are classes, not probabilities; got {ignore_index!r}")
        rows.targets, rows.flags = targets, SPREAD
    else:
        _classes(rows, targets, ignore_index)
    scale = 1.0
    if reduction == "mean":
        scale = 1 / rows.count if rows.count else 0.0
    return rows, scale


def _classes(rows, targets, ignore_index):
    index, ignored = targets, None
    if targets.dtype is not INDEX:
        if targets.dtype.kind not in "iu" and not (targets.size == 0 and targets.dtype == float):
            raise TypeError(f"targets that are classes must be integers, not {targets.dtype}")
        index = targets.astype(INDEX)
    if targets.shape != rows.shape:
        of = f"classes for logits of shape {rows.logits.shape}"
        raise ValueError(f"targets have shape {targets.shape}, but {of} need {rows.shape}")
    if ignore_index is not None:
        ignored = targets == integer("ignore_index", ignore_index)
    if not all_below(index, rows.classes):
        wrong = (targets < 0) | (targets >= rows.classes)
        wrong = wrong if ignored is None else wrong & ~ignored
        if wrong.any():
            place = np.unravel_index(int(wrong.argmax()), rows.shape)
            where = f"targets[{', '.join(map(str, place))}]" if place else "targets"
            raise ValueError(f"{where} is {targets[place]}, but the classes of logits go from 0 to {rows.classes - 1}")
    rows.index, rows.mass = index, 1 - rows.smooth
    if ignored is not None:
        rows.index = np.where(ignored, IGNORED, index)
    if ignored is not None or rows.weight is not _Rows.weight:
        given = None if rows.weight is _Rows.weight else rows.weight
        weights = class_weights(targets, given, ignore_index)
        rows.mass *= weights
        rows.count = float(np.sum(weights))


def _reduced(losses, kind, reduction, scale=1.0, target=None, as_array=False):
    if reduction != "none":
        losses = along(SUM, (losses,), None, None, None) if reduction == "sum" or scale else np.float64(np.nan)
    if target is None:
        losses = cast(losses, kind)
    return stored(losses, target, as_array)


# ---- sigmoid_cross_entropy --------------------------------------------------------------------------------------------------

ERROR = (
    f"For targets from 0 to 1 the error of the loss is {error_bounds.describe('sigmoid_cross_entropy')}.  The error of the "
    f"derivative is {error_bounds.describe('sigmoid_cross_entropy_grad')}.  Near the root of the derivative the error may be "
    "larger: there the unit is one 16th of a unit in the last place of the larger of its two terms."
)

OPERANDS = dict.fromkeys(("logits", "targets", "pos_weight", "weight", "where"), ALL)
ONES = {kind: np.ones((), kind) for kind in FLOATS}  # the default of pos_weight, for logits and targets of a type


def _elementwise(function):
    """Gives a function of a row of the table of losses the row's ufunc."""
    function.ufunc = built.loss_cores[function.__name__]
    return function


@_elementwise
@public(error=ERROR)
@served(**OPERANDS, results=ROWS, axes=(), loss=EACH)
def sigmoid_cross_entropy(logits, targets, pos_weight=1.0, out=None, *, reduction="none", weight=None, where=True, dtype=None):
    """Binary cross-entropy of logits: ``(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))``, x = logits.

    This is the loss for binary and multi-label classification.  It includes the sigmoid.

    Parameters
    ----------
    logits : array_like
        The outputs of the model, of any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and
        bool as `numpy.exp` takes them, but in float32 at least.
    targets : array_like
        The true probabilities, of any type that `logits` may have; they broadcast against `logits`.  Numbers outside [0, 1] are
        used without a change.
    pos_weight : array_like, default 1
        The weight of positive targets: it multiplies the term of `targets`.  It broadcasts against `logits`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be one of the arguments.
    reduction : {"none", "mean", "sum"}, default "none"
        Whether to return the loss of each element, their mean or their sum.  The mean is the sum divided by the number of
        elements that count, whatever their weights.
    weight : array_like, optional
        A factor for each loss; broadcasts to the shape of the losses.
    where : array_like of bool, default True
        Which elements count; broadcasts to the shape of the losses.  The other elements are left out of a sum or a mean.
        Without a reduction their results are not written to `out`, and are 0 if there is no `out`.
    dtype : dtype, optional
        The type to compute in and to return, instead of that of `logits`.

    Returns
    -------
    ndarray or scalar
        The loss of each element, of the broadcast shape of `logits`, `targets` and `pos_weight`, or their mean or sum.  The
        type is that of `logits`.  Sums are computed in float64.  If no element counts, the mean is NaN.

    Raises
    ------
    ValueError
        If shapes do not broadcast, `out` has the wrong shape or is read-only, or `reduction` is not one of the three strings.
        Nothing has been written to `out` then.
    TypeError
        If an argument is complex, text or an object, or `where` is not bool.

    See Also
    --------
    sigmoid_cross_entropy_grad, sigmoid_cross_entropy_with_grad : its derivative; the loss and its derivative in one pass.
    softmax_cross_entropy : for classes that exclude one another.
    sigmoid, log_sigmoid : the functions that this loss includes.

    Notes
    -----
    {error}

    A weight, a sum and the division of a mean each add one rounding.

    At infinity the result is the limit; a term with a weight or a target of 0 is left out there.  NaN gives NaN.  No
    floating-point flag is raised.  `sigmoid_cross_entropy.ufunc` is a `numpy.ufunc` with the operands logits, targets and
    pos_weight.

    References
    ----------
    D. R. Cox, The regression analysis of binary sequences, 1958

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sigmoid_cross_entropy([-1.0, 2.0], [0, 1]).round(4)
    array([0.3133, 0.1269])
    >>> round(float(fa.sigmoid_cross_entropy([-1.0, 2.0], [0, 1], reduction="mean", weight=[1.0, 3.0])), 4)
    0.347
    """
    core = "sigmoid_cross_entropy"
    return _of_elements(core, (True,), logits, targets, pos_weight, out, reduction, weight, where, dtype)


@_elementwise
@public(error=ERROR)
@served(**OPERANDS, results=ALL, axes=(), loss=EACH)
def sigmoid_cross_entropy_grad(
    logits, targets, pos_weight=1.0, out=None, *, reduction="none", weight=None, where=True, dtype=None
):
    """The derivative of `sigmoid_cross_entropy` with respect to the logits, scaled for `reduction`.

    It is ``(1 - targets)*sigmoid(x) - pos_weight*targets*sigmoid(-x)`` with x = logits, computed without cancellation.

    Parameters
    ----------
    logits, targets, pos_weight, reduction, weight, dtype
        As for `sigmoid_cross_entropy`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be one of the arguments.
    where : array_like of bool, default True
        Which elements count, as for `sigmoid_cross_entropy`.  The results of the others are not written to `out`, and are 0 if
        there is no `out`.

    Returns
    -------
    ndarray or scalar
        The derivative at each element, of the broadcast shape of `logits`, `targets` and `pos_weight`, in the type of `logits`.
        It is multiplied by the element's weight and, with ``reduction="mean"``, divided by the number of elements that count.

    Raises
    ------
    ValueError, TypeError
        As `sigmoid_cross_entropy`.

    See Also
    --------
    sigmoid_cross_entropy_with_grad : the derivative together with the loss, in one pass.

    Notes
    -----
    {error}

    A weight and the division of a mean each add one rounding.  `sigmoid_cross_entropy_grad.ufunc` is a `numpy.ufunc` with the
    operands logits, targets and pos_weight.

    References
    ----------
    As for `sigmoid_cross_entropy`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sigmoid_cross_entropy_grad([-1.0, 2.0], [0, 1], reduction="mean").round(4)
    array([ 0.1345, -0.0596])
    """
    core = "sigmoid_cross_entropy_grad"
    return _of_elements(core, (False,), logits, targets, pos_weight, out, reduction, weight, where, dtype)


@_elementwise
@public
@served(**OPERANDS, results=(ROWS, ALL), axes=(), loss=EACH)
def sigmoid_cross_entropy_with_grad(
    logits, targets, pos_weight=1.0, *, out=None, reduction="none", weight=None, where=True, dtype=None
):
    """`sigmoid_cross_entropy` and its derivative with respect to the logits, in one pass.

    Parameters
    ----------
    logits, targets, pos_weight, reduction, weight, dtype
        As for `sigmoid_cross_entropy`.
    out : tuple of two ndarrays or None, optional
        The first array takes the loss and has its shape; the second takes the derivative and has the broadcast shape of the
        arguments.  Both may have any strides, and each may be one of the arguments.
    where : array_like of bool, default True
        Which elements count, as for `sigmoid_cross_entropy` and `sigmoid_cross_entropy_grad`.

    Returns
    -------
    loss : ndarray or scalar
        The result of `sigmoid_cross_entropy`.
    grad : ndarray or scalar
        The result of `sigmoid_cross_entropy_grad`.

    Raises
    ------
    ValueError, TypeError
        As `sigmoid_cross_entropy`.  Nothing has been written to either array of `out` then.

    See Also
    --------
    sigmoid_cross_entropy, sigmoid_cross_entropy_grad : only the loss; only the derivative.

    Notes
    -----
    The results are equal to the bit to those of `sigmoid_cross_entropy` and `sigmoid_cross_entropy_grad`.  So the errors are
    the same.
    `sigmoid_cross_entropy_with_grad.ufunc` is a `numpy.ufunc` with the operands logits, targets and pos_weight.

    References
    ----------
    As for `sigmoid_cross_entropy`.

    Examples
    --------
    >>> import fastact as fa
    >>> loss, grad = fa.sigmoid_cross_entropy_with_grad([-1.0, 2.0], [0, 1], reduction="sum")
    >>> round(float(loss), 4), grad.round(4)
    (0.4402, array([ 0.2689, -0.1192]))
    """
    core = "sigmoid_cross_entropy_with_grad"
    return _of_elements(core, (True, False), logits, targets, pos_weight, out, reduction, weight, where, dtype)


def _of_elements(name, losses, logits, targets, pos_weight, out, reduction, weight, where, dtype):
    """The results of a core, of which some are losses; at once where nothing is asked for and the types are the core's, or
    targets are small arrays of integers or bool."""
    core = built.loss_cores[name]
    if (
        (out is weight is dtype is None and where is True and reduction is NONE)
        and _is_one(pos_weight)
        and (type(logits) is type(targets) is np.ndarray and (one := ONES.get(logits.dtype)) is not None)
        and (logits.dtype is targets.dtype or (targets.dtype.kind in "biu" and fits(targets)))
    ):
        try:
            return core(logits, cast(targets, logits.dtype), one)
        except ValueError:  # they do not broadcast, which is said below
            pass
    elements = _Elements(logits, targets, pos_weight, reduction, weight, where, dtype)
    summed = [loss and reduction != "none" for loss in losses]
    shapes = [() if total else elements.shape for total in summed]
    if core.nout == 1:
        made = elements.results(core, summed, [checked(out, *shapes, elements.kind)])[0]
        return np.asanyarray(made) if out is ... else made
    made = elements.results(core, summed, checked_pair(out, *shapes, elements.kind))
    return tuple(map(np.asanyarray, made)) if out is ... else made


class _Elements:
    """Logits, targets and weights, which broadcast to a shape and are taken in one type, and which of the elements count."""

    def __init__(self, logits, targets, pos_weight, reduction, weight, where, dtype):
        check_reduction(reduction)
        logits, targets = np.asarray(logits), np.asarray(targets)
        self.kind = kind = loss_type(logits, dtype)
        computed_type("targets", targets)
        pos_weight = ONES[kind] if _is_one(pos_weight) else np.asarray(pos_weight)
        computed_type("pos_weight", pos_weight)
        operands = logits, targets, pos_weight
        self.operands = [cast(array, kind) if fits(array) else array for array in operands]
        try:
            self.shape = np.broadcast(*operands).shape
        except ValueError:
            broadcast(pos_weight=pos_weight, targets=targets, logits=logits)  # refuses them by their names
            raise
        self.weight = None
        if weight is not None:
            weight = np.asarray(weight)
            computed_type("weight", weight)
            self.weight = broadcast_to("weight", weight, self.shape)
        self.reduction, self.where = reduction, where
        if where is not True:
            where = np.asarray(where)
            if where.dtype != bool:
                raise TypeError(f"where must be bool, not {where.dtype}")
            self.where = broadcast_to("where", where, self.shape)

    def results(self, core, summed, outs):
        """The results of a core, some of them summed up, in arrays or new ones."""
        if self.reduction != "none" or self.weight is not None or any(array.dtype != self.kind for array in self.operands):
            return self.in_slabs(core, summed, outs)
        if self.where is True:
            made = core(*self.operands, out=tuple(outs))
            return made if isinstance(made, tuple) else (made,)
        targets = tuple(np.zeros(self.shape, self.kind) if out is None else out for out in outs)
        core(*self.operands, out=targets, where=self.where)
        return tuple(target[()] if out is None else out for target, out in zip(targets, outs))

    def in_slabs(self, core, summed, outs):
        """Slab by slab, as operands are cast, and results weighted and summed: in float32 at least."""
        shape, kind, wide = self.shape, self.kind, at_least_single(self.kind)
        count = math.prod(shape) if self.where is True else int(np.count_nonzero(self.where))
        given = [out for out in outs if out is not None]
        whole = [array if array.shape == shape else np.broadcast_to(array, shape) for array in self.operands]
        operands = [unshared(array, given) for array in whole]
        weight = None if self.weight is None else unshared(self.weight, given)
        new = np.empty if self.where is True else np.zeros
        targets = [None if total else new(shape, kind) if out is None else out for total, out in zip(summed, outs)]
        straight = weight is None and self.where is True
        rooms = [None if straight and target is not None and target.dtype == wide else self.room(wide) for target in targets]
        sums = [[] for _ in summed]
        with np.errstate(all="ignore"):
            for at in slabs(shape, 1, range(len(shape))):
                slab = [cast(cast(array[at], kind), wide) for array in operands]
                counted = True if self.where is True else self.where[at]
                parts = tuple(
                    target[at] if room is None else room[: slab[0].size].reshape(slab[0].shape)
                    for target, room in zip(targets, rooms)
                )
                core(*slab, out=parts)
                for part, room, target, found in zip(parts, rooms, targets, sums):
                    if weight is not None:
                        _weigh(part, cast(cast(weight[at], kind), wide))
                    if target is None:
                        found.append(np.add.reduce(part, None, np.float64, where=counted))
                        continue
                    if self.reduction == "mean":
                        np.divide(part, count, out=part)  # no element of it counts where that is 0
                    if room is not None:
                        np.copyto(target[at], cast(part, kind), casting="same_kind", where=counted)
            divisor = 1 if self.reduction == "sum" else count if count else np.nan
            numbers = [kind.type(np.add.reduce(found) / divisor) for found in sums]
        for target, number, out in zip(targets, numbers, outs):
            if target is None and out is not None:
                out[...] = number
        made = zip(targets, numbers, outs)
        return tuple(out if out is not None else number if target is None else target[()] for target, number, out in made)

    def room(self, kind):
        """For the results of a slab, before they are weighted, summed, cast or left out."""
        return np.empty(min(math.prod(self.shape), BLOCK), kind)


def _is_one(pos_weight):
    """Whether it is the number 1, as its default is."""
    return type(pos_weight) is float and pos_weight == 1


def _weigh(values, weight):
    """Multiplies values; a weight of 0 leaves out an infinite one."""
    if not weight.all():
        values[(weight == 0) & np.isinf(values)] = 0
    np.multiply(values, weight, out=values)


# ---- what both share --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _constant(kind, value, count):
    """One number for all classes."""
    return np.broadcast_to(kind.type(value), count)
