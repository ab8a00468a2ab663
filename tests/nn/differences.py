"""Central differences, with which gradients are compared."""

import numpy as np

STEP = 1e-6


def gradient(function, array):
    """The gradient of a number by an array, which is changed in place and put back."""
    found = np.empty_like(array)
    for index in np.ndindex(array.shape):
        kept = array[index]
        array[index] = kept + STEP
        above = function()
        array[index] = kept - STEP
        below = function()
        array[index] = kept
        found[index] = (above - below) / (2 * STEP)
    return found


def assert_backward_agrees(layer, x, seed=0):
    """A layer's gradients at its inputs and its parameters, of a sum of its results with random factors."""
    factors = np.random.default_rng(seed).standard_normal((len(x), *layer.output_shape))

    def total():
        return float((layer.forward(x, True) * factors).sum())

    total()
    dx = layer.backward(factors).copy()
    found = [dx, *(array.copy() for array in layer.gradients)]
    for analytic, array in zip(found, [x, *layer.parameters]):
        np.testing.assert_allclose(analytic, gradient(total, array), rtol=2e-5, atol=2e-8)
