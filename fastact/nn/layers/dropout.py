"""Dropout: zeros at random, in training."""

import numpy as np

from fastact.functions.arguments import check_real
from fastact.nn.layers.base import Layer
from fastact.nn.public import public


@public
class Dropout(Layer):
    """In training, sets numbers to 0 at random and multiplies the others by 1/(1 - rate); nothing at inference.

    Parameters
    ----------
    rate : float
        From 0 to 1: the probability of each number to become 0.  At 1 all do.
    rng : numpy.random.Generator, optional
        Draws which; by default that of the network or of its `fit`.

    Raises
    ------
    ValueError
        If `rate` is not from 0 to 1.
    TypeError
        If it is no real number.

    References
    ----------
    N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR, 2014.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> net = nn.Network([nn.Dropout(0.5)], rng=np.random.default_rng(0))
    >>> net.forward(np.ones((1, 6)), training=True)
    array([[2., 0., 0., 0., 2., 2.]])
    >>> net.forward(np.ones((1, 6)))
    array([[1., 1., 1., 1., 1., 1.]])
    """

    forgotten = ("_buffers", "_factor")
    makes_new = False

    def __init__(self, rate, rng=None):
        check_real("rate", rate)
        if not 0 <= rate <= 1:
            raise ValueError(f"rate must be from 0 to 1, not {rate!r}")
        self.rate, self.rng = rate, rng
        self._generator = rng

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.draws_from(rng)

    def draws_from(self, rng):
        self._generator = self.rng or rng or np.random.default_rng()

    def forward(self, x, training=False):
        if not training:
            return x
        if self.rate == 0:
            self._factor = None
            return x
        y, factor = self._buffers("y", x.shape), self._buffers("factor", x.shape)
        if self.rate == 1:
            factor.fill(0)
            y.fill(0)
        else:
            kept = self._buffers("kept", x.shape, bool)
            self._generator.random(dtype=self.dtype, out=factor)
            np.greater_equal(factor, self.rate, out=kept)
            np.multiply(kept, self.dtype.type(1 / (1 - self.rate)), out=factor)
            np.multiply(x, factor, out=y)
        self._factor = factor
        return y

    def backward(self, dy, wanted=True):
        if self._factor is None or not wanted:
            return dy
        return np.multiply(dy, self._factor, out=self._buffers("dx", dy.shape))
