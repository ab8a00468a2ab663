"""What is seen inside of a network: what goes out of its layers, and what happens from step to step while it is trained."""

from copy import deepcopy

import numpy as np


def outputs(layers, x, training=False):
    """What goes out of each of the layers for rows x; in training, batches are normalised by their own moments.  The layers
    stay as they are."""
    found = []
    for layer in deepcopy(layers):
        x = layer.forward(x, training)
        found.append(x)
    return found


class Watch:
    """An optimiser over another, or over none, which changes nothing: before a step it notes what `look(gradients)` finds."""

    def __init__(self, look, optimizer=None):
        self.look, self.optimizer, self.steps = look, optimizer, []

    def update(self, parameters, gradients, **kwargs):
        self.steps.append(self.look(gradients))
        if self.optimizer:
            self.optimizer.update(parameters, gradients, **kwargs)


class Norms(Watch):
    """Notes the norm of the gradient of each layer's weights, biases left out."""

    def __init__(self, optimizer=None):
        super().__init__(norms, optimizer)


def norms(gradients):
    return [float(np.linalg.norm(gradient)) for gradient in gradients if gradient.ndim == 2]
