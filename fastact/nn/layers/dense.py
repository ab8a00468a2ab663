"""Fully connected layers."""

import math
from copy import copy

import numpy as np

from fastact.nn import init
from fastact.nn.layers.activation import Activation
from fastact.nn.layers.base import Layer, whole
from fastact.nn.layers.cores import IDENTITY, core
from fastact.nn.public import public


@public
class Dense(Layer):
    """A fully connected layer: ``f(x W + b)``.

    Parameters
    ----------
    units : int
        How many numbers a row has that goes out.
    activation : str, callable, Activation or None, default None
        By any name that `fastact.get` knows, the function itself, or a layer `Activation`, which has parameters.  A gated unit,
        as "swiglu", has twice as many columns of W, and halves them; with maxout there are more too.  None is the identity.
    use_bias : bool, default True
        Whether there is a b.
    initializer : str or callable, optional
        What W starts as: a name of `nn.init`, or a function of a shape, `rng` and `dtype`.  By default W is normal with the
        standard deviation ``gain(activation)/sqrt(inputs)``; the gain is 1 where `nn.init.gain` has none.  b starts as zeros.

    Attributes
    ----------
    W : ndarray of shape (inputs, units)
    b : ndarray of shape (units,)

    Raises
    ------
    ValueError
        If `units` is not positive, or the activation or the initialiser is not known.
    TypeError
        If `units` is not an integer, or an argument is of another type.

    Notes
    -----
    More axes of x than two are rows too: the last one is multiplied.

    With dz = dy*f'(x W + b), the gradients are dW = transpose(x) dz, db = sum of dz over the rows, dx = dz transpose(W): where
    the loss is a mean over m rows, dy has the factor 1/m.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> layer = nn.Dense(2, "relu")
    >>> layer.build((3,), np.random.default_rng(0), np.float64)
    >>> layer.W[...] = [[1, -1], [1, -1], [1, -1]]
    >>> layer.forward(np.ones((1, 3)))
    array([[3., 0.]])
    """

    kept = ("W", "b")
    forgotten = ("_buffers", "_x", "_z", "_y")

    def __init__(self, units, activation=None, use_bias=True, initializer=None):
        self.units = whole("units", units)
        self.activation = activation
        self.core = copy(activation.core) if isinstance(activation, Activation) else core(activation, {})
        self.core.width(self.units)
        self.use_bias, self.initializer = bool(use_bias), initializer
        self.draw = init.get(initializer) if isinstance(initializer, str) else initializer
        if self.draw is not None and not callable(self.draw):
            raise TypeError(f"initializer must be a string, a callable or None, not {type(initializer).__name__}")
        self.W = self.b = None

    def shape_of(self, shape):
        if not shape or not shape[-1]:
            raise ValueError(f"Dense takes rows of at least one number, not of the shape {shape}")
        return (*shape[:-1], self.units)

    def array_shapes(self, shape):
        columns = self.core.width(self.units)
        return {"W": (shape[-1], columns), "b": (columns,)} if self.use_bias else {"W": (shape[-1], columns)}

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.core.typed(self.dtype)
        size = self.array_shapes(shape)["W"]
        if rng is None:
            self.W = np.zeros(size, self.dtype)
        elif self.draw is None:
            self.W = rng.standard_normal(size, self.dtype)
            self.W *= self.dtype.type(self._gain() / math.sqrt(size[0]))
        else:
            drawn = np.asarray(self.draw(size, rng=rng, dtype=self.dtype))
            if drawn.shape != size:
                raise ValueError(f"initializer must return an array of the shape {size}, not {drawn.shape}")
            self.W = np.array(drawn, self.dtype, order="C")
        self.b = np.zeros(size[1], self.dtype) if self.use_bias else None
        self.dW, self.db = np.zeros_like(self.W), np.zeros_like(self.b) if self.use_bias else None

    def _gain(self):
        try:
            return init.gain(self.core.name, **self.core.parameters)
        except (TypeError, ValueError):  # of what is no function of one number, or has no moment
            return 1.0

    @property
    def parameters(self):
        return [self.W, self.b] if self.use_bias else [self.W]

    @property
    def gradients(self):
        return [self.dW, self.db] if self.use_bias else [self.dW]

    def forward(self, x, training=False):
        return self._trained(x, self.core) if training else self._inferred(x, self.core)

    def backward(self, dy, wanted=True):
        return self._gradients(dy, self.core, wanted)

    def _inferred(self, x, core):
        many = x.ndim != 2
        if many:
            lead, x = x.shape[:-1], x.reshape(-1, x.shape[-1])
        z = np.dot(x, self.W)
        y = z if z.shape[1] == self.units else np.empty((len(z), self.units), self.dtype)
        if self.use_bias:
            core.biased(z, self.b, y)
        else:
            core.value(z, y)
        return y.reshape(*lead, self.units) if many else y

    def _trained(self, x, core):
        many = x.ndim != 2
        if many:
            lead, x = x.shape[:-1], x.reshape(-1, x.shape[-1])
        rows, columns = len(x), self.W.shape[1]
        z = y = np.dot(x, self.W, self._buffers("z", (rows, columns)))
        if not core.overwrites:
            y = self._buffers("y", (rows, self.units))
        if self.use_bias:
            core.biased(z, self.b, y)
        else:
            core.value(z, y)
        self._x, self._z, self._y = x, z, y
        return y.reshape(*lead, self.units) if many else y

    def _gradients(self, dy, core, wanted):
        x, z, y = self._x, self._z, self._y
        rows, columns = z.shape
        many = dy.ndim != 2
        if many:
            lead, dy = dy.shape[:-1], dy.reshape(rows, self.units)
        room = self._buffers("dz", (rows, columns))
        dz = core.biased_backward(dy, z, y, self.b, room) if self.use_bias else core.backward(dy, z, y, room)
        np.dot(x.T, dz, self.dW)
        if self.use_bias:  # the sum of the rows, in a third of the time of numpy.add.reduce
            np.dot(self._buffers.ones(rows), dz, self.db)
        if not wanted:
            return None
        dx = np.dot(dz, self.W.T, self._buffers("dx", (rows, self.W.shape[0])))
        return dx.reshape(*lead, -1) if many else dx


class Linear:
    """A dense layer without its activation, of which a loss takes care."""

    def __init__(self, dense):
        self.dense = dense

    def forward_with(self, following):
        return None

    def forward(self, x, training=True):
        return self.dense._trained(x, IDENTITY) if training else self.dense._inferred(x, IDENTITY)

    def backward(self, dy, wanted=True):
        return self.dense._gradients(dy, IDENTITY, wanted)
