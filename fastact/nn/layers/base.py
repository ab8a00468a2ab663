"""Layers: what each computes forward, and backward.

A layer that is *built* knows the shape of a row that comes in, its `shape`, and of one that goes out, its `output_shape`.  Its
arrays of a training step are kept for the next one: what `forward` and `backward` return is overwritten by their next call.
"""

import inspect

import numpy as np

from fastact.nn.layers.buffers import Buffers
from fastact.nn.layers.cores import SHARES, Core
from fastact.nn.public import public


@public
class Layer:
    """What all layers have; a layer of one's own is a subclass with `forward` and `backward`.

    Attributes
    ----------
    shape, output_shape : tuple of int or None
        Of a row that comes in and of one that goes out, without the axis of the rows; None before `build`.
    parameters, gradients : list of ndarray
        What is trained, and what `backward` found for it: the arrays themselves.
    decayed : list of bool
        Which of the parameters a decay of weights is for.
    statistics : list of ndarray
        What is kept beside the parameters and is not trained.
    learning_rate_factor : float, default 1
        What the learning rate is multiplied with for this layer.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> class Double(nn.Layer):
    ...     def forward(self, x, training=False):
    ...         return 2 * x
    ...
    ...     def backward(self, dy, wanted=True):
    ...         return 2 * dy
    >>> nn.Network([Double()]).forward(np.ones((1, 3)))
    array([[2., 2., 2.]])
    """

    learning_rate_factor = 1.0
    makes_new = True  # whether what inference returns is a new array
    shape = output_shape = dtype = None
    kept = ()  # attributes that are parameters and statistics, where there are such
    forgotten = ("_buffers",)  # attributes that belong to a step: a copy does not have them

    def shape_of(self, shape):
        """The shape of a row that goes out, for one that comes in."""
        return shape

    def build(self, shape, rng, dtype):
        """Makes the parameters for rows of a shape.

        Parameters
        ----------
        shape : tuple of int
            Of a row that comes in.
        rng : numpy.random.Generator or None
            Draws the weights, and later what is drawn in training.  Without one, weights are zeros that wait for others.
        dtype : dtype
            float32 or float64.
        """
        self.output_shape = self.shape_of(shape)
        self.shape, self.dtype = shape, np.dtype(dtype)
        self._buffers = Buffers(dtype)

    def forward(self, x, training=False):
        """What goes out for rows that come in; in training, what `backward` needs is kept."""
        raise NotImplementedError

    def backward(self, dy, wanted=True):
        """The gradient at what came in; those of the parameters are in `gradients` then.

        Parameters
        ----------
        dy : ndarray
            The gradient at what went out of the last `forward` in training.
        wanted : bool, default True
            Whether the result is needed: before the first layer it is not, and a layer may return None.
        """
        raise NotImplementedError

    def forward_with(self, following):
        """For inference, a function of x that is this layer and the following one in a single pass, or None."""

    @property
    def parameters(self):
        return []

    @property
    def gradients(self):
        return []

    @property
    def decayed(self):
        return [array.ndim > 1 for array in self.parameters]

    @property
    def statistics(self):
        return []

    @property
    def arrays(self):
        """What is kept in a file: parameters and statistics, by the names that they have as attributes."""
        return {name: getattr(self, name) for name in self.kept if getattr(self, name) is not None}

    def array_shapes(self, shape):
        """The shapes that `arrays` have in a layer that is built for rows of a shape."""
        return {}

    def restore_statistics(self):
        """Takes back what the last `forward` did to the statistics."""

    def draws_from(self, rng):
        """Lets a layer that draws in training, and has no generator of its own, draw from this one."""

    def arguments(self):
        """The arguments of the constructor, by name: those that are kept under these names."""
        names = inspect.signature(type(self).__init__).parameters
        return {name: getattr(self, name) for name in names if hasattr(self, name)}

    def __getstate__(self):
        state = {name: value for name, value in self.__dict__.items() if name not in self.forgotten}
        return state | ({} if self.dtype is None else {"_buffers": None})

    def __setstate__(self, state):
        self.__dict__.update(state)
        if self.dtype is not None:
            self._buffers = Buffers(self.dtype)
            if "core" in state:
                self.core.typed(self.dtype)

    def __repr__(self):
        signature, told = inspect.signature(type(self).__init__).parameters, {}
        for name, value in self.arguments().items():
            default = signature[name].default if name in signature else inspect.Parameter.empty
            if type(value) is not type(default) or value != default:
                told[name] = value
        words = (repr(v) if name in ("units", "rate", "name") else f"{name}={v!r}" for name, v in told.items())
        return f"{type(self).__name__}({', '.join(words)})"


def inferred(layers, x):
    """What goes out of layers at inference."""
    left = iter(layers)
    layer = next(left, None)
    while layer is not None:
        following = next(left, None)
        forward = None if following is None else layer.forward_with(following)
        if forward is None:
            x, layer = layer.forward(x, False), following
        else:
            x, layer = forward(x), next(left, None)
    return x


def whole(name, number, least=1):
    """An integer of at least 1, or another number."""
    if isinstance(number, bool) or not isinstance(number, (int, np.integer)):
        raise TypeError(f"{name} must be an integer, not {type(number).__name__}")
    if number < least:
        raise ValueError(f"{name} must be at least {least}, not {number}")
    return int(number)


def ends_in(layer, name):
    """Whether a layer's result is that of an activation of this name without parameters."""
    found = getattr(layer, "core", None)
    return isinstance(found, Core) and found.name == name and not found.parameters


def gives_shares(layer):
    """Whether a layer's results are rows of shares already: softmax or one of its kin, with or without parameters."""
    return getattr(getattr(layer, "core", None), "name", None) in SHARES
