"""Activations as layers of their own."""

from copy import deepcopy

import numpy as np

from fastact.nn.layers.base import Layer
from fastact.nn.layers.cores import Own, core
from fastact.nn.public import public


@public
class Activation(Layer):
    """An activation as a layer, or with parameters for `Dense`.

    Parameters
    ----------
    name : str or callable
        Any activation of the table, softmax, log_softmax, softmin, sparsemax, entmax15, entmax, bipolar_relu, crelu, maxout, or
        a gated unit of two halves, by any name that `fastact.get` knows, or the function itself.  With `derivative` it is a
        function of one's own, of an array, element by element.
    derivative : callable, optional
        The derivative of that function, of an array.
    check : bool, default False
        Whether the derivative is compared with differences of the function.
    **options
        The activation's parameters: numbers, or arrays that broadcast against rows, and are copied.

    Raises
    ------
    ValueError
        If the name is not known (the message has the nearest), a parameter does not fulfil its condition, or `check` finds
        another derivative.
    TypeError
        If a parameter is missing or unknown, or an argument is of another type.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.Activation("leaky_relu", negative_slope=0.5)]).forward(np.array([[-1.0, 2.0]]))
    array([[-0.5,  2. ]])
    >>> square = nn.Activation(lambda x: x**2, derivative=lambda x: 2 * x, check=True)
    >>> nn.Network([square]).forward(np.array([[-1.0, 2.0]]))
    array([[1., 4.]])
    """

    forgotten = ("_buffers", "_x", "_y")

    def __init__(self, name, derivative=None, check=False, **options):
        options = deepcopy(options)  # arrays that are written to elsewhere would be other ones after `save` or a copy
        self.name, self.derivative, self.check, self.options = name, derivative, bool(check), options
        if derivative is None:
            if check:
                raise TypeError("check needs a derivative, of a function of one's own")
            self.core = core(name, options)
            if name is None:
                raise TypeError("name must be a string or a callable, not NoneType")
        else:
            if not callable(name) or not callable(derivative):
                raise TypeError("with a derivative, both must be callable")
            if options:
                raise TypeError(f"a function of one's own has no parameter {next(iter(options))!r}")
            self.core = Own(name, derivative)
            if check:
                self.core.check()

    def arguments(self):
        fixed = {"name": self.name, "derivative": self.derivative, "check": self.check}
        return (fixed if self.derivative else {"name": self.name}) | self.options

    def shape_of(self, shape):
        if not shape:
            raise ValueError("Activation takes rows with at least one axis")
        return (*shape[:-1], self.core.units(shape[-1]))

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.core.typed(self.dtype)

    def forward(self, x, training=False):
        shape = (len(x), *self.output_shape)
        y = self._buffers("y", shape) if training else np.empty(shape, self.dtype)
        self.core.value(x, y)
        if training:
            self._x, self._y = x, y
        return y

    def backward(self, dy, wanted=True):
        return self.core.backward(dy, self._x, self._y, self._buffers("dx", self._x.shape)) if wanted else None
