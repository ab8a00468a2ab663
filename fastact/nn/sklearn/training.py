"""What scikit-learn's conventions add to the training loop: a penalty in the loss, sums over outputs, sparse rows, L-BFGS."""

import math

import numpy as np
import scipy.optimize
import scipy.special

from fastact.nn.layers import BatchNormalization, Dense
from fastact.nn.training.loop import Data, Training
from fastact.nn.training.losses import OfElements, SigmoidCrossEntropy, SquaredError

# ---- losses ------------------------------------------------------------------------------------------------------------------


class Summed:
    """A mixin for a loss of elements.  The gradient is that of the mean over rows of the sum over outputs; the reported loss is
    `told` times the mean over all elements."""

    def __init__(self, units, told):
        self.factor, self.told = float(units), told

    def mean(self, outputs, targets, weights, buffers):
        loss, total, grad = super().mean(outputs, targets, weights, buffers)
        return self.told * loss, total, grad


class SummedCrossEntropy(Summed, SigmoidCrossEntropy):
    """`SigmoidCrossEntropy`, summed over the outputs."""


class HalfSquaredError(Summed, SquaredError):
    """``(a - y)**2/2``."""


class Poisson(Summed, OfElements):
    """Half of the Poisson deviance, ``y*log(y/exp(a)) - y + exp(a)``; the last activation is exp, and a are its inputs."""

    name, activation = "poisson", "exponential"

    def elements(self, a, y, losses, grad, buffers):
        np.exp(a, out=losses)
        np.subtract(losses, y, out=grad)
        losses += scipy.special.xlogy(y, y) - y - y * a


# ---- a step ------------------------------------------------------------------------------------------------------------------


class Penalised(Training):
    """A training with a penalty in the loss: alpha/2 times the sum of squares of all W, over the sum of the sample weights.

    With `decays`, the optimiser adds the gradient of the penalty itself, as its weight decay, which saves a pass over W."""

    def __init__(self, network, loss, optimizer, alpha, decays=False):
        super().__init__(network, loss, optimizer)
        self.alpha, self.decays = alpha, decays
        self.penalised = [(layer.W, layer.dW) for layer in network.layers if isinstance(layer, Dense)] if alpha else []

    def penalty(self, total):
        share, squares = self.alpha / total, 0.0
        for weights, gradient in self.penalised:
            flat = weights.reshape(-1)
            squares += float(np.dot(flat, flat))
            if not self.decays:
                np.add(gradient, np.multiply(weights, share, out=self.buffers("penalty", weights.shape)), out=gradient)
        if self.decays:
            self.optimizer.weight_decay = share
        return share * squares / 2


class SparseData(Data):
    """Rows of a sparse matrix, which are made dense one batch at a time."""

    def __init__(self, network, x, y, sample_weight):
        shape_alone = np.broadcast_to(network.dtype.type(0), x.shape)
        super().__init__(network, shape_alone, y, None, sample_weight)
        self.sparse = x.tocsr().astype(network.dtype, copy=False)

    def batch(self, start, stop):
        return self.sparse[start:stop].toarray(), *super().batch(start, stop)[1:]

    def rows(self, rows, buffers):
        return self.sparse[rows].toarray(out=buffers("x", (len(rows), self.sparse.shape[1])))


# ---- L-BFGS ------------------------------------------------------------------------------------------------------------------


class NoUpdate:
    """Takes the place of an optimiser and changes nothing; SciPy takes the steps."""

    def update(self, parameters, gradients, **options):
        pass


def minimise(network, searched, told, alpha, data, callback, **options):
    """Minimises the loss `searched` over all rows by SciPy's L-BFGS-B; returns SciPy's result and the loss `told` there."""
    training = Penalised(network, searched, NoUpdate(), alpha)
    batch = data.batch(0, len(data))
    ends = np.cumsum([array.size for array in training.parameters])

    def unpack(packed):
        for array, part in zip(training.parameters, np.split(packed, ends[:-1])):
            array[...] = part.reshape(array.shape)

    def objective(packed):
        unpack(packed)
        try:
            value, _ = training(*batch, 0)
        except FloatingPointError:  # the line search went too far
            return math.inf, np.zeros(len(packed))
        return value, np.concatenate(training.flat).astype(np.float64)

    with np.errstate(all="ignore"):
        start = np.concatenate([array.reshape(-1) for array in training.parameters]).astype(np.float64)
        found = scipy.optimize.minimize(objective, start, jac=True, method="L-BFGS-B", callback=callback, options=options)
        unpack(found.x)
        loss, _ = Penalised(network, told, NoUpdate(), alpha)(*batch, 0)
        settle_statistics(training, batch[0])
    return found, loss


def settle_statistics(training, x):
    """Sets the running statistics of batch normalisation to those of these rows: the search has left those of other weights."""
    layers = [layer for layer in training.layers if isinstance(layer, BatchNormalization)]
    kept = [layer.momentum for layer in layers]
    for layer in layers:
        layer.momentum = 0
    for layer in training.layers if layers else ():
        x = layer.forward(x, True)
    for layer, momentum in zip(layers, kept):
        layer.momentum = momentum
