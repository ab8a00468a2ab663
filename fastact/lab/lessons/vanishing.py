"""Gradients on their way through ten layers."""

import math
from functools import partial
from typing import NamedTuple

import numpy as np

import fastact as fa
from fastact.lab.data import standardised
from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Found, Picture, Table
from fastact.lab.lessons.inside import Norms
from fastact.nn import Dense, Network, init, optimizers

DEPTH, UNITS, EPOCHS, BATCH_SIZE = 10, 64, 20, 32
ACTIVATIONS = ("sigmoid", "tanh", "relu", "gelu", "selu")
# Weights of another size than the activation's own: the standard deviation times the root of the number of inputs.
OTHER_SIZES = (("sigmoid", 1.0), ("sigmoid", 4.0), ("tanh", 1 / math.sqrt(3)))


class Course(NamedTuple):
    """What was noted of a network: the norms of the gradients of its layers' weights, and its accuracy."""

    start: np.ndarray  # of each layer, before any step, over all digits
    epochs: np.ndarray  # of each epoch and layer, the mean over its steps
    accuracy: float

    @property
    def factor(self):
        """What the norm is multiplied by from a hidden layer to the one below it, in the geometric mean."""
        return (self.start[0] / self.start[DEPTH - 1]) ** (1 / (DEPTH - 1))


def course(data, activation, size, seed, advance):
    """Trains a network of ten hidden layers."""
    x, x_test, labels, labels_test = data
    initializer = None if size is None else partial(init.lecun_normal, gain=size)
    net = Network([*(Dense(UNITS, activation, initializer=initializer) for _ in range(DEPTH)), Dense(10)], rng=seed)
    start, norms = Norms(), Norms(optimizers.SGD(0.01, momentum=0.9))
    net.fit(x, labels, 1, len(x), start, rng=seed)
    net.fit(x, labels, EPOCHS, BATCH_SIZE, norms, rng=seed, callbacks=[advance])
    epochs = np.reshape(norms.steps, (EPOCHS, -1, DEPTH + 1)).mean(1)
    return Course(np.array(start.steps[0]), epochs, net.evaluate(x_test, labels_test)["accuracy"])


def lesson(desk):
    data, cases = standardised(desk.seed), [*((name, None) for name in ACTIVATIONS), *OTHER_SIZES]
    with desk.task("training networks of ten hidden layers", len(cases) * EPOCHS) as advance:
        courses = [course(data, *case, desk.seed, advance) for case in cases]
    found = dict(zip(ACTIVATIONS, courses))
    return Found(TEXT, [by_activation(found), by_size(courses[len(found) :])], [layers(found), epochs(found)])


def by_activation(found):
    headings = (
        "",
        "derivative\nat most",
        "factor\nof a layer,\nexpected",
        "factor\nseen",
        "norm in\nlayer 1 at\nthe start",
        "layer 1,\nlast\nepoch",
        "unseen\ndigits\nread right",
    )
    rows = []
    for name, one in found.items():
        largest, factor = expected(name)
        norms = f"{one.start[0]:.1e}", f"{one.epochs[-1, 0]:.1e}"
        rows.append((name, f"{largest:.2f}", f"{factor:.2f}", f"{one.factor:.2f}", *norms, f"{one.accuracy:.1%}"))
    return Table("Gradients in ten hidden layers, and what these learn in 20 epochs", headings, rows)


def by_size(courses):
    headings = ("", "weights *\nroot of inputs", "factor\nseen", "norm in\nlayer 1 at\nthe start", "unseen\ndigits\nread right")
    rows = [
        (name, f"{size:.2f}", f"{one.factor:.2f}", f"{one.start[0]:.1e}", f"{one.accuracy:.1%}")
        for (name, size), one in zip(OTHER_SIZES, courses)
    ]
    return Table("With weights of other sizes", headings, rows)


def expected(name):
    """The largest derivative, and by what a layer changes the length of a gradient on average: the gain, times the root mean
    square of the derivative at standard normal numbers."""
    z = np.linspace(-8, 8, 16001)
    derivative = getattr(fa, f"{name}_grad")(z)
    return derivative.max(), init.gain(name) * math.sqrt(np.average(derivative**2, weights=np.exp(-(z**2) / 2)))


def layers(found):
    """Norms by layer, before training."""
    figure, axes = pictures.figure("Sigmoid's gradient vanishes on its way down through ten layers")
    for k, (name, one) in enumerate(found.items()):
        axes.plot(range(1, DEPTH + 1), one.start[:DEPTH], label=name, **pictures.look(k, marker=True))
    axes.set(xlabel="hidden layer", ylabel="norm of the gradient at the start", yscale="log", xticks=range(1, DEPTH + 1))
    axes.legend(loc="lower right")
    seen = (
        "Norms against the layer, before training: the lines of tanh, relu, gelu and selu are nearly level, around 1; that of "
        "sigmoid falls from 0.1 in layer 10 to below 0.0001 in layer 1."
    )
    return Picture("vanishing_layers", figure, seen)


def epochs(found):
    """Norms by epoch, of the first and the last hidden layer."""
    title = "The first layer of sigmoids gets no gradient in any epoch"
    figure, axes = pictures.figure(title, columns=2, sharey=True, height=3.8)
    for k, (name, one) in enumerate(found.items()):
        for panel, layer in zip(axes, (1, DEPTH)):
            look = pictures.look(k, marker=True) | {"markevery": (k, len(found))}
            panel.plot(range(1, EPOCHS + 1), one.epochs[:, layer - 1], label=name, **look)
            panel.set(title=f"hidden layer {layer}", xlabel="epoch", yscale="log", xticks=range(0, EPOCHS + 1, 5))
    axes[0].set_ylabel("norm of the gradient, mean of steps")
    axes[1].legend(loc="lower left", ncols=2)
    seen = (
        "Norms against the epoch, on the left of layer 1, on the right of layer 10: that of sigmoid stays below 0.0001 in "
        "layer 1 and near 0.15 in layer 10; those of the others begin near 1 in both, and fall."
    )
    return Picture("vanishing_epochs", figure, seen)


TEXT = """
Backpropagation goes from the last layer to the first, and in each multiplies the gradient by the weights and by the derivative
of the activation. Sigmoid's derivative is 1/4 at most, and ten times 1/4 is a millionth: 0.25^10 = 9.5e-7. With weights of the
standard deviation 1/sqrt(inputs), which on average leave a gradient as long as it is, just that is seen: a factor of a quarter
a layer. Dense gives sigmoid weights that are 1.85 times as large, and the root mean square of the derivative is 0.21: 0.39
is expected, and about 0.41 seen. The gradient still vanishes. The layers below learn nothing, and the network guesses: one
digit in ten is right.

The derivatives of relu, gelu and selu are near 1, or above, where z is positive. With weights of their own size a layer's
factor is close to 1, and what layer 10 gets, layer 1 gets too. Later in training norms become small for another reason: digits
that are read right leave nothing to learn.

Tanh is often named beside sigmoid, but here its gradient does not vanish. Its derivative is 1 at 0 and less elsewhere; weights
1.59 times as large as 1/sqrt(inputs) make up for that. With small weights, as with the standard deviation 0.58/sqrt(inputs)
that some libraries begin with, all layers of tanh get gradients below a hundredth: numbers shrink on their way up and gradients
on their way down, and the gradient of weights is their product. Such a network learns, but begins late.

Nor is sigmoid saved by large weights: with 4/sqrt(inputs) the factor rises to about 0.65 only, for then most units are far from
0, where the derivative is small. The lesson initialisation has more on the size of weights, the lesson normalisation another
remedy, and `python -m fastact plot sigmoid tanh relu gelu selu --derivative -o FILE` draws the derivatives.
"""
