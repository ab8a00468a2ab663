"""Layers over the functions of normalisation."""

import math
from functools import partial
from numbers import Real

import numpy as np

from fastact.functions.arguments import check_real
from fastact.nn.layers import Activation, Layer
from fastact.nn.layers.cores import IDENTITY, Elementwise
from fastact.nn.normalization.functions import (
    batch_norm,
    batch_norm_backward,
    fold,
    layer_norm,
    layer_norm_backward,
    rms_norm,
    rms_norm_backward,
    scale_act,
)
from fastact.nn.public import public


class Normalization(Layer):
    """What the three have: gamma, and mostly beta, of the axes that a subclass says."""

    kept = ("gamma", "beta")
    forgotten = ("_buffers", "_x")
    shifted = True  # whether there is a beta

    def __init__(self, axis, epsilon):
        self.axis, self.epsilon = axes("axis", axis), positive("epsilon", epsilon)
        self.gamma = self.beta = None

    def averaged(self, shape):
        """The axes that are averaged over, counted from 0 at the rows'."""
        ndim, given = len(shape) + 1, self.axis if isinstance(self.axis, tuple) else (self.axis,)
        if any(not -ndim <= one < ndim for one in given) or len({one % ndim for one in given}) != len(given):
            raise ValueError(f"axis {self.axis} must name axes of rows of the shape {shape}, with theirs as axis 0, each once")
        return {one % ndim for one in given}

    def shape_of(self, shape):
        found = self.averaged(shape)
        if (0 in found) != (type(self) is BatchNormalization):
            must = "must" if 0 not in found else "must not"
            raise ValueError(f"axis of {type(self).__name__} {must} have the axis of the rows, 0, not {self.axis}")
        return shape

    def array_shapes(self, shape):
        found = self.averaged(shape)
        return dict.fromkeys(self.kept, tuple(n for k, n in enumerate(shape, 1) if (k in found) != (0 in found)))

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.size = self.array_shapes(shape)["gamma"]
        self.gamma = np.ones(self.size, self.dtype)
        self.dgamma = np.zeros(self.size, self.dtype)
        if self.shifted:
            self.beta, self.dbeta = np.zeros(self.size, self.dtype), np.zeros(self.size, self.dtype)

    @property
    def parameters(self):
        return [self.gamma, self.beta] if self.shifted else [self.gamma]

    @property
    def gradients(self):
        return [self.dgamma, self.dbeta] if self.shifted else [self.dgamma]

    @property
    def decayed(self):
        return [False] * (1 + self.shifted)

    def _room(self, x):
        """Where the result of training goes; x is kept."""
        self._x = x
        return self._buffers("y", x.shape)

    def _keep(self, dgamma, dbeta=None):
        self.dgamma[...] = dgamma
        if self.shifted:
            self.dbeta[...] = dbeta


@public
class BatchNormalization(Normalization):
    """`batch_norm`: each unit with the mean 0 and the variance 1 over a batch, then times gamma, plus beta.

    Parameters
    ----------
    axis : int or tuple of int, default 0
        What is averaged over; the axis of the rows, 0, is among them.  (0, 2, 3) is for images of channels x height x width.
    momentum : float, default 0.9
        The part of the running mean and variance that is kept in a step: PyTorch's momentum is 1 minus that.
    epsilon : float, default 1e-5
        What is added to the variance.

    Attributes
    ----------
    gamma, beta, mean, var : ndarray
        Of the axes that are not averaged over.  mean and var are the running ones, with which inference computes.

    Notes
    -----
    A batch of one row has no variance: it is trained on, and leaves the running statistics alone.

    References
    ----------
    S. Ioffe and C. Szegedy, "Batch normalization", ICML 2015.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> net = nn.Network([nn.BatchNormalization()])
    >>> net.forward(np.array([[1.0], [2.0], [3.0], [4.0]]), training=True).round(3).ravel()
    array([-1.342, -0.447,  0.447,  1.342])
    >>> net.layers[0].mean, net.layers[0].var.round(7)
    (array([0.25]), array([1.0666667]))
    """

    kept = ("gamma", "beta", "mean", "var")

    def __init__(self, axis=0, momentum=0.9, epsilon=1e-5):
        super().__init__(axis, epsilon)
        if isinstance(momentum, bool) or not isinstance(momentum, Real) or not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be a number from 0 to 1, not {momentum!r}")
        self.momentum = momentum
        self.mean = self.var = None

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.mean, self.var = np.zeros(self.size, self.dtype), np.ones(self.size, self.dtype)
        self._before = self.mean.copy(), self.var.copy()
        self.rest = tuple(k for k in range(1, len(shape) + 1) if k not in self.averaged(shape))

    @property
    def statistics(self):
        return [self.mean, self.var]

    def restore_statistics(self):
        for array, before in zip(self.statistics, self._before):
            np.copyto(array, before)

    def forward(self, x, training=False):
        if not training:
            return self._inferred(x, IDENTITY)
        for array, before in zip(self.statistics, self._before):
            np.copyto(before, array)
        return batch_norm(
            x, self.gamma, self.beta, self.mean, self.var, self.axis, True, self.momentum, self.epsilon, out=self._room(x)
        )

    def forward_with(self, following):
        core = getattr(following, "core", None)
        scaled = isinstance(following, Activation) and isinstance(core, Elementwise) and core.has_numbers
        return partial(self._inferred, core=core) if scaled else None

    def _inferred(self, x, core):
        """The scale, the shift and the activation: in one pass where the units are the last axis."""
        if core is not IDENTITY and self.rest[-1] == x.ndim - 1:
            factors = fold(self.gamma, self.beta, self.mean, self.var, self.epsilon, self.dtype)
            return scale_act(core.name, x, factors, self.rest, None, core.values)
        y = batch_norm(x, self.gamma, self.beta, self.mean, self.var, self.axis, False, self.momentum, self.epsilon)
        if core is not IDENTITY:
            core.value(y, y)
        return y

    def backward(self, dy, wanted=True):
        dx, dgamma, dbeta = batch_norm_backward(
            dy, self._x, self.gamma, self.axis, self.epsilon, out=self._buffers("dx", self._x.shape)
        )
        self._keep(dgamma, dbeta)
        return dx


@public
class LayerNormalization(Normalization):
    """`layer_norm`: each row with the mean 0 and the variance 1, then times gamma, plus beta.

    Parameters
    ----------
    axis : int or tuple of int, default -1
        What is averaged over, as for `layer_norm`; not the axis of the rows, 0.
    epsilon : float, default 1e-5
        What is added to the variance.

    Attributes
    ----------
    gamma, beta : ndarray
        Of the axes that are averaged over.

    References
    ----------
    J. L. Ba, J. R. Kiros and G. E. Hinton, "Layer normalization", 2016.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.LayerNormalization()]).forward(np.array([[1.0, 3.0]])).round(4)
    array([[-1.,  1.]])
    """

    def __init__(self, axis=-1, epsilon=1e-5):
        super().__init__(axis, epsilon)

    def forward(self, x, training=False):
        return layer_norm(x, self.gamma, self.beta, self.axis, self.epsilon, out=self._room(x) if training else None)

    def backward(self, dy, wanted=True):
        dx, dgamma, dbeta = layer_norm_backward(
            dy, self._x, self.gamma, self.axis, self.epsilon, out=self._buffers("dx", self._x.shape)
        )
        self._keep(dgamma, dbeta)
        return dx


@public
class RMSNormalization(Normalization):
    """`rms_norm`: each row divided by the root of the mean of its squares, then times gamma.

    Parameters
    ----------
    axis : int or tuple of int, default -1
        What is averaged over, as for `rms_norm`; not the axis of the rows, 0.
    epsilon : float, default 1e-6
        What is added to the mean of squares.

    Attributes
    ----------
    gamma : ndarray
        Of the axes that are averaged over.

    References
    ----------
    B. Zhang and R. Sennrich, "Root mean square layer normalization", NeurIPS 2019.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.RMSNormalization()]).forward(np.array([[3.0, 4.0]])).round(4)
    array([[0.8485, 1.1314]])
    """

    kept = ("gamma",)
    shifted = False

    def __init__(self, axis=-1, epsilon=1e-6):
        super().__init__(axis, epsilon)

    def forward(self, x, training=False):
        return rms_norm(x, self.gamma, self.axis, self.epsilon, out=self._room(x) if training else None)

    def backward(self, dy, wanted=True):
        dx, dgamma = rms_norm_backward(dy, self._x, self.gamma, self.axis, self.epsilon, out=self._buffers("dx", self._x.shape))
        self._keep(dgamma)
        return dx


def axes(name, given):
    """An axis or several, as they were given."""
    several = given if isinstance(given, (tuple, list)) else (given,)
    if not several or any(isinstance(one, bool) or not isinstance(one, (int, np.integer)) for one in several):
        raise TypeError(f"{name} must be an integer or a tuple of integers, not {given!r}")
    return tuple(map(int, several)) if isinstance(given, (tuple, list)) else int(given)


def positive(name, number):
    """A number that is positive, or 0."""
    check_real(name, number)
    if not 0 <= number < math.inf:
        raise ValueError(f"{name} must be finite and not negative, not {number!r}")
    return number
