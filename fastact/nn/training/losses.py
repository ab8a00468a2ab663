"""Losses by name: what targets they take, their mean over a batch and its gradient at the network's outputs.

Outputs and targets come as matrices, a row for each of what is averaged over.  Rows may have weights: the mean is the sum of
weights times losses over the sum of weights, so that a weight of 2 is the row twice.
"""

import difflib

import numpy as np

from fastact._core.loops.losses import no_index as NO_INDEX
from fastact._core.loops.losses import spread as SPREAD
from fastact._core.small_arrays import all_below
from fastact._core.ufuncs import built, reductions

WITH_GRAD = reductions["cross_entropy_with_grad"].plain


class Loss:
    """What all losses have.

    Attributes
    ----------
    name : str
    activation : str or None
        The activation whose derivative is in the gradient already, where a network ends in it: dz = a - y.
    classes : bool
        Whether what is learnt are classes.
    """

    name = activation = None
    classes = False

    def targets(self, y, shape, dtype):
        """Checked targets, in the type and the shape that `mean` takes, for outputs of a shape with its axis of rows.

        Raises ValueError."""
        raise NotImplementedError

    def mean(self, outputs, targets, weights, buffers):
        """The mean loss of a batch, what it is divided by, and the gradient of the mean at the outputs, in a kept array."""
        raise NotImplementedError


class SoftmaxCrossEntropy(Loss):
    """``-sum(targets*log(softmax(outputs)))``, of classes or of probabilities of the shape of the outputs."""

    name, activation, classes = "softmax_cross_entropy", "softmax", True

    def targets(self, y, shape, dtype):
        units = shape[-1]
        if units == 1:
            raise ValueError("softmax_cross_entropy needs an output for each class; one output is for 'sigmoid_cross_entropy'")
        if y.shape == shape:
            if y.dtype.kind in "biu":
                raise ValueError(
                    f"y has the shape {y.shape} and is of integers, as one-hot targets: give class numbers, "
                    "y.argmax(axis=-1), or probabilities as floats"
                )
            if not (np.isfinite(y).all() and (y >= 0).all()):
                raise ValueError("y must be probabilities, but some are negative or not finite")
            return np.ascontiguousarray(y, dtype)
        y = same_rows(y, shape[:-1], f"{shape}, of probabilities, or {shape[:-1]}, of classes")
        return class_numbers(y, units)

    def mean(self, outputs, targets, weights, buffers):
        rows = len(outputs)
        total = rows if weights is None else float(np.add.reduce(weights))
        losses, grad = buffers("losses", (rows,), np.float64), buffers("grad", outputs.shape)
        scale = 1 / total if total else 0.0
        if targets.ndim == 1:
            operands = outputs, 0.0, 1.0, targets, 1.0 if weights is None else weights, 1.0, 0.0, scale, 0
        else:
            if weights is not None:
                targets = np.multiply(targets, weights[:, None], out=buffers("weighted", targets.shape), casting="same_kind")
            operands = outputs, targets, 1.0, NO_INDEX, 0.0, 1.0, 0.0, scale, SPREAD
        if WITH_GRAD.at_once(operands, -1, (losses, grad)) is None:
            raise TypeError(f"outputs must be a plain array of {grad.dtype}, not of {outputs.dtype}")
        return float(np.add.reduce(losses)), total, grad


class OfElements(Loss):
    """A mean over the elements of the outputs."""

    factor = 1.0  # what the gradient is multiplied with

    def targets(self, y, shape, dtype):
        y = np.ascontiguousarray(same_rows(y, shape, f"{shape}, that of the outputs"), dtype)
        if not np.isfinite(y).all():
            raise ValueError(f"y must be finite, but has {y.size - int(np.isfinite(y).sum())} values that are not")
        return y

    def mean(self, outputs, targets, weights, buffers):
        rows, units = outputs.shape
        total = rows if weights is None else float(np.add.reduce(weights))
        scale = 1 / (total * units) if total else 0.0
        losses, grad = buffers("losses", outputs.shape), buffers("grad", outputs.shape)
        self.elements(outputs, targets, losses, grad, buffers)
        if weights is not None:
            weights = weights[:, None]
            np.multiply(losses, weights, out=losses, casting="same_kind")
            np.multiply(grad, weights, out=grad, casting="same_kind")
        np.multiply(grad, self.factor * scale, out=grad)
        return float(np.add.reduce(losses, None, np.float64)) * scale, total, grad

    def elements(self, a, y, losses, grad, buffers):
        """Writes the loss of each element, and its derivative without the factor."""
        raise NotImplementedError


class SigmoidCrossEntropy(OfElements):
    """``-y*log(sigmoid(a)) - (1 - y)*log(sigmoid(-a))``, of shares from 0 to 1; integers are 0 or 1."""

    name, activation, classes = "sigmoid_cross_entropy", "sigmoid", True
    core = built.loss_cores["sigmoid_cross_entropy_with_grad"]

    def targets(self, y, shape, dtype):
        y = super().targets(y, shape, dtype)
        if not ((y >= 0) & (y <= 1)).all():
            wrong = y[(y < 0) | (y > 1)][0]
            raise ValueError(f"y must be from 0 to 1 for sigmoid_cross_entropy, but has {wrong:g}")
        return y

    def elements(self, a, y, losses, grad, buffers):
        self.core(a, y, 1.0, losses, grad)


class SquaredError(OfElements):
    """``(a - y)**2``, whose gradient is 2(a - y)/size in the mean over all elements."""

    name, factor = "squared_error", 2.0

    def elements(self, a, y, losses, grad, buffers):
        np.subtract(a, y, out=grad)
        np.multiply(grad, grad, out=losses)


class AbsoluteError(OfElements):
    """``abs(a - y)``; the derivative is 0 where they are equal."""

    name = "absolute_error"

    def elements(self, a, y, losses, grad, buffers):
        np.subtract(a, y, out=losses)
        np.sign(losses, out=grad)
        np.abs(losses, out=losses)


class Huber(OfElements):
    """``d**2/2`` where d = a - y is at most 1 in size, and ``abs(d) - 1/2`` elsewhere (P. J. Huber, 1964)."""

    name = "huber"

    def elements(self, a, y, losses, grad, buffers):
        half = buffers("half", a.shape)
        np.subtract(a, y, out=losses)
        np.maximum(losses, -1, out=grad)
        np.minimum(grad, 1, out=grad)
        np.multiply(grad, 0.5, out=half)
        np.subtract(losses, half, out=losses)
        np.multiply(losses, grad, out=losses)


LOSSES = {one.name: one for one in (SoftmaxCrossEntropy, SigmoidCrossEntropy, SquaredError, AbsoluteError, Huber)}
ALIASES = {
    "cross_entropy": "softmax_cross_entropy",
    "categorical_crossentropy": "softmax_cross_entropy",
    "sparse_categorical_crossentropy": "softmax_cross_entropy",
    "binary_cross_entropy": "sigmoid_cross_entropy",
    "binary_crossentropy": "sigmoid_cross_entropy",
    "mse": "squared_error",
    "mean_squared_error": "squared_error",
    "mae": "absolute_error",
    "mean_absolute_error": "absolute_error",
}


def get(name):
    """A loss by its name; ValueError with the nearest where there is none."""
    if isinstance(name, Loss):
        return name
    if not isinstance(name, str):
        raise TypeError(f"loss must be a string or None, not {type(name).__name__}")
    found = LOSSES.get(ALIASES.get(name, name))
    if found is None:
        near = difflib.get_close_matches(name, [*LOSSES, *ALIASES], 3) or LOSSES
        raise ValueError(f"there is no loss {name!r}; nearest: {', '.join(near)}")
    return found()


def for_targets(y, of_sigmoid):
    """The loss that targets mean where none is named: of integers cross-entropy, of floats the squared error."""
    if y.dtype.kind in "biu":
        return SigmoidCrossEntropy() if of_sigmoid else SoftmaxCrossEntropy()
    return SquaredError()


def same_rows(y, shape, wanted):
    """Targets in a shape, from which they may differ by axes of length 1 at the end."""
    stripped = [y.shape, shape]
    for k, one in enumerate(stripped):
        while len(one) > 1 and one[-1] == 1:
            one = one[:-1]
        stripped[k] = one
    if stripped[0] != stripped[1]:
        raise ValueError(f"y must have the shape {wanted}, not {y.shape}")
    return y.reshape(shape)


def class_numbers(y, units):
    """Integers from 0 to below the number of classes."""
    if y.dtype.kind == "f":
        fractions = ~(y == np.floor(y))  # NaN too
        if fractions.any():
            raise ValueError(f"y must be class numbers, but has {y[fractions].flat[0]:g}")
        if np.isinf(y).any():
            raise ValueError("y must be class numbers, but has an infinity")
    wrong = (y < 0) | (y >= units)
    if wrong.any():
        raise ValueError(f"y must be class numbers from 0 to {units - 1}, for {units} outputs, but has {y[wrong].flat[0]}")
    found = np.ascontiguousarray(y, np.int64)
    assert all_below(found, units)
    return found
