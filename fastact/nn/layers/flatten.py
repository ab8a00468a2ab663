"""Rows of any shape as rows of one axis."""

import math

from fastact.nn.layers.base import Layer
from fastact.nn.public import public


@public
class Flatten(Layer):
    """Rows of any shape as rows of one axis.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.Flatten(), nn.Dense(3)]).forward(np.ones((5, 2, 4))).shape
    (5, 3)
    """

    makes_new = False

    def __init__(self):
        pass

    def shape_of(self, shape):
        return (math.prod(shape),)

    def forward(self, x, training=False):
        return x.reshape(len(x), *self.output_shape)

    def backward(self, dy, wanted=True):
        return dy.reshape(len(dy), *self.shape) if wanted else None
