"""How large the weights should be at the start."""

from contextlib import suppress
from functools import partial
from typing import NamedTuple

import numpy as np

from fastact.lab.data import standardised
from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Found, Picture, Table
from fastact.lab.lessons.inside import outputs
from fastact.nn import Dense, Network, init, optimizers

DEPTH, UNITS, EPOCHS, BATCH_SIZE = 10, 64, 20, 32
LAYERS = (1, 4, 7, 10)  # hidden layers that are shown
WEIGHTS = {
    "zeros": init.zeros,
    "all 1/64": partial(init.constant, value=1 / UNITS),
    "0.01": partial(init.normal, std=0.01),
    "1": partial(init.normal, std=1.0),
    "glorot": init.glorot_normal,
    "he": init.he_normal,
}
NAMES = {name: name for name in WEIGHTS} | {
    "0.01": "standard deviation 0.01",
    "1": "standard deviation 1",
    "glorot": "Glorot",
    "he": "He",
}
FIRST = "activation, weights\nat the start"  # the heading of the tables' first column
FILL = "#9ecae1"


class Course(NamedTuple):
    """What was recorded of a network that began with some weights."""

    numbers: list[np.ndarray]  # the outputs of each hidden layer, before training, for all digits
    losses: list[float]  # of the epochs, until it diverged
    accuracy: float | None
    pixels: np.ndarray  # the weights of the first layer after training
    different: int  # units of layer 5 whose weights differ after training


def course(data, activation, initializer, seed, advance):
    """Trains a network of ten hidden layers."""
    x, x_test, labels, labels_test = data
    hidden = [Dense(UNITS, activation, initializer=initializer) for _ in range(DEPTH)]
    net = Network([*hidden, Dense(10, initializer=initializer)], rng=seed)
    net.build(x.shape[1:], x.dtype)
    numbers, losses, accuracy = outputs(hidden, x), [], None

    def note(epoch, logs):
        losses.append(logs["loss"])
        advance()

    with suppress(FloatingPointError):  # of a network that diverges
        net.fit(x, labels, EPOCHS, BATCH_SIZE, optimizers.SGD(0.01, momentum=0.9), rng=seed, callbacks=[note])
        accuracy = net.evaluate(x_test, labels_test)["accuracy"]
    return Course(numbers, losses, accuracy, hidden[0].W, different(hidden[4].W.T))


def different(rows):
    """How many rows are unlike all rows before them."""
    alike = np.isclose(rows[:, None], rows, rtol=0, atol=1e-3 * np.abs(rows).max()).all(-1)
    return int(np.sum(alike.argmax(1) == np.arange(len(rows))))


def lesson(desk):
    data = standardised(desk.seed)
    with desk.task("training networks of ten hidden layers", 2 * len(WEIGHTS) * EPOCHS) as advance:
        found = {
            activation: {name: course(data, activation, draw, desk.seed, advance) for name, draw in WEIGHTS.items()}
            for activation in ("tanh", "relu")
        }
    drawn = [of_tanh(found["tanh"]), of_relu(found["relu"]), losses(found), units(found["tanh"])]
    return Found(TEXT, [before(found), after(found)], drawn)


def before(found):
    headings = (FIRST, *(f"layer {layer}" for layer in LAYERS))
    rows = [
        (f"{activation}, {name}", *(f"{one.numbers[layer - 1].std():.1g}" for layer in LAYERS))
        for activation, courses in found.items()
        for name, one in courses.items()
    ]
    return Table("Standard deviations of the outputs of hidden layers, before training", headings, rows)


def after(found):
    headings = (FIRST, "loss,\nepoch 1", "loss,\nepoch 20", "accuracy,\nunseen\ndigits", "different\nunits of 64,\nlayer 5")
    rows = []
    for activation, courses in found.items():
        for name, one in courses.items():
            told = ("", "diverged", "", "")
            if one.accuracy is not None:
                told = (f"{one.losses[0]:.3f}", f"{one.losses[-1]:.3f}", f"{one.accuracy:.1%}", str(one.different))
            rows.append((f"{activation}, {name}", *told))
    return Table("What networks learn in 20 epochs from these weights", headings, rows)


def ridges(axes, numbers, between, bins):
    """A histogram of each of some layers, one above the other; the highest bars of all have the same height."""
    edges = np.linspace(*between, bins + 1)
    for place, layer in enumerate(LAYERS):
        counts, _ = np.histogram(numbers[layer - 1], edges)
        heights = 0.85 * counts / counts.max()
        axes.stairs(place + heights, edges, baseline=place, fill=True, facecolor=FILL, edgecolor="black", linewidth=0.9)
    axes.set(xlim=between, ylim=(-0.05, len(LAYERS)), yticks=range(len(LAYERS)), yticklabels=LAYERS)


def of_tanh(courses):
    """Histograms of layers of tanh."""
    title = "Small weights extinguish the signal, large ones saturate tanh"
    figure, axes = pictures.figure(title, 2, 2, height=6, sharex=True, sharey=True)
    for panel, name in zip(axes.flat, ("zeros", "0.01", "1", "glorot")):
        ridges(panel, courses[name].numbers, (-1.05, 1.05), 63)
        panel.set_title(NAMES[name])
    figure.supxlabel("outputs of tanh units, before training", fontsize=11)
    figure.supylabel("hidden layer", fontsize=11)
    seen = (
        "Histograms of the outputs of layers 1, 4, 7 and 10 of four networks. With zeros all outputs are 0, and with the "
        "standard deviation 0.01 they are near 0 from layer 4 on. With the standard deviation 1 most are near -1 or 1, and "
        "with Glorot's weights they are spread widely between."
    )
    return Picture("initialisation_tanh", figure, seen)


def of_relu(courses):
    """Histograms of layers of relu, without the zeros."""
    title = "With relu, He's weights keep the spread of the outputs, Glorot's lose it"
    figure, axes = pictures.figure(title, columns=2, height=4, sharey=True)
    for panel, name in zip(axes, ("glorot", "he")):
        ridges(panel, [numbers[numbers > 0] for numbers in courses[name].numbers], (0, 3), 60)
        panel.set(title=NAMES[name], xlabel="positive outputs, up to 3")
    axes[0].set_ylabel("hidden layer")
    seen = (
        "Histograms of the positive outputs of layers 1, 4, 7 and 10: with Glorot's weights they shrink towards 0 from layer "
        "to layer, with He's they are spread about as widely in layer 10 as in layer 1."
    )
    return Picture("initialisation_relu", figure, seen)


def losses(found):
    """Losses by epoch."""
    title = "Ten layers learn only from weights of a suitable size"
    figure, axes = pictures.figure(title, columns=2, sharey=True, height=4.8)
    for panel, (activation, courses) in zip(axes, found.items()):
        for k, (name, one) in enumerate(courses.items()):
            look = pictures.look(k, marker=True) | {"markevery": (k % 3, 3)}
            panel.plot(range(1, len(one.losses) + 1), one.losses, label=NAMES[name], **look)
        diverged = [f"{NAMES[name]} diverges" for name, one in courses.items() if one.accuracy is None]
        panel.text(EPOCHS, 4, "\n".join(diverged), horizontalalignment="right", fontsize=10)
        panel.set(title=activation, xlabel="epoch", yscale="log", xticks=range(0, EPOCHS + 1, 5))
    axes[0].set_ylabel("loss")
    figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3, fontsize=10)
    seen = (
        "The loss against the epoch, for tanh and for relu. With zeros and the standard deviation 0.01 it stays at 2.3, the "
        "loss of a guess; with equal weights it ends near 1.6; with Glorot's and He's it falls far below 1. With the standard "
        "deviation 1 it ends near 2.4 for tanh, and has no line for relu, where training diverges."
    )
    return Picture("initialisation_losses", figure, seen)


def units(courses):
    """The weights of some units of the first layer, as pictures of 8 x 8 pixels."""
    title = "Units that start with equal weights stay equal, however long they learn"
    figure, axes = pictures.figure(title, 2, 6, height=3)
    for row, name in zip(axes, ("all 1/64", "glorot")):
        W = courses[name].pixels
        largest = np.abs(W[:, : len(row)]).max()
        for panel, unit in zip(row, W.T):
            panel.imshow(unit.reshape(8, 8), vmin=-largest, vmax=largest)
            panel.set(xticks=[], yticks=[])
        row[0].set_ylabel(NAMES[name])
    seen = (
        "The weights of six units of the first layer after training, as pictures of 8 x 8 pixels. The six units that began "
        "with 1/64 have the same picture, those that began with Glorot's weights have six different ones."
    )
    return Picture("initialisation_units", figure, seen)


TEXT = """
Networks of ten hidden layers of 64 units begin with weights of several kinds: zeros, all 1/64, random numbers of the mean 0 and
the standard deviation 0.01 or 1, and random numbers by the rules of Glorot and of He. The first table shows how large the
outputs of the layers are before training, the second one what the networks learn.

A unit sums its n inputs, each times a weight. If the weights have the mean 0 and the variance v, and the inputs the mean square
q, the sum has the variance n v q. So each layer multiplies the mean square by n v, before the activation. If n v is below 1,
the signal fades over ten layers; if it is above 1, the signal grows until the activation saturates, or without end.

With n = 64 the standard deviation 0.01 gives n v = 0.0064. The outputs of layer 10 are then about 1e-11 for tanh, practically
the same for all digits, and nothing is learnt: the loss stays at log(10) = 2.303, the loss of a guess. The standard deviation 1
gives n v = 64. Nearly all units of tanh are then at -1 or 1, where the derivative is almost 0, and with relu the numbers grow
until the loss is NaN in the first epoch. Glorot's variance, 2/(inputs + outputs), gives n v = 1. It suits tanh, which is close
to the identity near 0; the signal shrinks only a little in each layer. Relu sets half of the numbers to 0, which halves the
mean square, so that with Glorot's weights little is left in layer 10. He's variance, 2/inputs, makes up for this.

Zeros are worse than small weights. All units of a layer compute the same, get the same gradient and stay the same: after
training the layer is one unit, 64 times. With zeros nothing is learnt but the biases of the output layer. With all weights 1/64
the signal passes and the loss falls, but each layer can pass on only one number, and only about one digit in three is read
right. Random weights make the units different; biases may start as zeros.

What the lesson does not show is that relu cannot learn with Glorot's weights. It begins later, as the losses of the first epoch
show, but after 20 epochs it reads about as many digits. Nor are He's weights bad for tanh. The gain is the factor before
1/sqrt(inputs): 1.59 is the one that suits tanh, 1.41 is He's and 1 is Glorot's in these layers, and the loss of tanh falls
faster with He's weights than with Glorot's. By default Dense starts with the gain of its activation.
"""
