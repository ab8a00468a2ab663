"""How gradients shrink on their way back through ten layers."""

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
    """What was recorded of a network: the norms of the gradients of each layer's weights, and its accuracy."""

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
        "largest\nderivative",
        "factor per\nlayer,\nexpected",
        "factor,\nmeasured",
        "norm in\nlayer 1,\nstart",
        "norm in\nlayer 1,\nepoch 20",
        "accuracy,\nunseen\ndigits",
    )
    rows = []
    for name, one in found.items():
        largest, factor = expected(name)
        norms = f"{one.start[0]:.1e}", f"{one.epochs[-1, 0]:.1e}"
        rows.append((name, f"{largest:.2f}", f"{factor:.2f}", f"{one.factor:.2f}", *norms, f"{one.accuracy:.1%}"))
    return Table("Ten hidden layers: gradients, and accuracy after 20 epochs", headings, rows)


def by_size(courses):
    headings = ("", "weights *\nsqrt(inputs)", "factor,\nmeasured", "norm in\nlayer 1,\nstart", "accuracy,\nunseen\ndigits")
    rows = [
        (name, f"{size:.2f}", f"{one.factor:.2f}", f"{one.start[0]:.1e}", f"{one.accuracy:.1%}")
        for (name, size), one in zip(OTHER_SIZES, courses)
    ]
    return Table("The same with weights of other sizes at the start", headings, rows)


def expected(name):
    """The largest derivative, and by what a layer changes the length of a gradient on average: the gain, times the root mean
    square of the derivative at standard normal numbers."""
    z = np.linspace(-8, 8, 16001)
    derivative = getattr(fa, f"{name}_grad")(z)
    return derivative.max(), init.gain(name) * math.sqrt(np.average(derivative**2, weights=np.exp(-(z**2) / 2)))


def layers(found):
    """Norms by layer, before training."""
    figure, axes = pictures.figure("With sigmoid the gradient vanishes on its way back through ten layers")
    for k, (name, one) in enumerate(found.items()):
        axes.plot(range(1, DEPTH + 1), one.start[:DEPTH], label=name, **pictures.look(k, marker=True))
    axes.set(xlabel="hidden layer", ylabel="norm of the gradient at the start", yscale="log", xticks=range(1, DEPTH + 1))
    axes.legend(loc="lower right")
    seen = (
        "The norm of the gradient against the layer, before training: for tanh, relu, gelu and selu it is of about the same "
        "size in all layers; for sigmoid it falls from 0.1 in layer 10 to below 0.0001 in layer 1."
    )
    return Picture("vanishing_layers", figure, seen)


def epochs(found):
    """Norms by epoch, of the first and the last hidden layer."""
    title = "The first layer of sigmoids gets almost no gradient in any epoch"
    figure, axes = pictures.figure(title, columns=2, sharey=True, height=3.8)
    for k, (name, one) in enumerate(found.items()):
        for panel, layer in zip(axes, (1, DEPTH)):
            look = pictures.look(k, marker=True) | {"markevery": (k, len(found))}
            panel.plot(range(1, EPOCHS + 1), one.epochs[:, layer - 1], label=name, **look)
            panel.set(title=f"hidden layer {layer}", xlabel="epoch", yscale="log", xticks=range(0, EPOCHS + 1, 5))
    axes[0].set_ylabel("norm of the gradient, mean of steps")
    axes[1].legend(loc="lower left", ncols=2)
    seen = (
        "The norm of the gradient against the epoch, on the left in layer 1, on the right in layer 10. For sigmoid it stays "
        "below 0.0001 in layer 1 and near 0.15 in layer 10; for the other activations it begins near 1 in both and falls."
    )
    return Picture("vanishing_epochs", figure, seen)


TEXT = """
Networks of ten hidden layers are trained on digits, each with another activation. The tables and pictures show the norm of the
gradient of each layer's weights. "Factor" is what this norm is multiplied by, on average, from one layer to the layer below.

Backpropagation goes from the last layer to the first, and in each layer multiplies the gradient by the weights and by the
derivative of the activation. The derivative of sigmoid is at most 1/4, and ten factors of 1/4 are about a millionth: 0.25^10 =
9.5e-7. Weights with the standard deviation 1/sqrt(inputs) do not change the length of a gradient on average, and with them the
measured factor is indeed about 1/4 per layer (first row of the second table). Dense starts sigmoid with weights that are 1.85
times as large. The derivative then has a root mean square of 0.21, so a factor of 1.85 * 0.21 = 0.39 is expected, and 0.4 to
0.45 is measured. This is still too small: the first layers learn nothing, and the network only guesses, with one digit in ten
right.

The derivatives of relu, gelu and selu are near 1 or larger where the input of the activation is positive. With the weights that
Dense chooses for each activation, the factor per layer is close to 1, so layer 1 gets about as large a gradient as layer 10.
Later in the training the norms fall for another reason: digits that are already read right have small errors.

Tanh is often named beside sigmoid, but here its gradient does not vanish. Its derivative is 1 at 0 and smaller elsewhere, and
Dense makes up for this with weights that are 1.59 times as large as 1/sqrt(inputs). Some libraries start with the standard
deviation 0.58/sqrt(inputs). Then the outputs shrink from layer to layer on the way forward, and the gradients shrink on the way
back. The gradient of a weight is the product of the two, so it is below a hundredth in all layers. Such a network learns, but
more slowly.

Larger weights do not save sigmoid: with 4/sqrt(inputs) the factor rises to 0.6 or 0.7 only, because most inputs of the
activation are then far from 0, where the derivative is small. The lesson initialisation says more about the size of weights,
the lesson normalisation shows another remedy, and `python -m fastact plot sigmoid tanh relu gelu selu --derivative -o FILE`
draws the derivatives.
"""
