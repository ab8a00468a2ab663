"""How large the first weights should be."""

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
NAMES = {name: name for name in WEIGHTS} | {"0.01": "standard deviation 0.01", "1": "standard deviation 1"}
FIRST = "activation, weights\nor their deviation"  # the heading of the tables' first column
FILL = "#9ecae1"


class Course(NamedTuple):
    """What was noted of a network that began with some weights."""

    numbers: list[np.ndarray]  # that go out of each hidden layer, before training, for all digits
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
    return Table("Standard deviations of what goes out of hidden layers, before training", headings, rows)


def after(found):
    headings = (FIRST, "loss,\nepoch 1", "loss,\nepoch 20", "unseen\ndigits\nread right", "different\nunits of 64,\nlayer 5")
    rows = []
    for activation, courses in found.items():
        for name, one in courses.items():
            told = ("", "diverged", "", "")
            if one.accuracy is not None:
                told = (f"{one.losses[0]:.3f}", f"{one.losses[-1]:.3f}", f"{one.accuracy:.1%}", str(one.different))
            rows.append((f"{activation}, {name}", *told))
    return Table("What networks with these weights learn in 20 epochs", headings, rows)


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
    title = "Small weights put the signal out, large ones drive tanh to its ends"
    figure, axes = pictures.figure(title, 2, 2, height=6, sharex=True, sharey=True)
    for panel, name in zip(axes.flat, ("zeros", "0.01", "1", "glorot")):
        ridges(panel, courses[name].numbers, (-1.05, 1.05), 63)
        panel.set_title(NAMES[name])
    figure.supxlabel("what goes out of units of tanh, before training", fontsize=11)
    figure.supylabel("hidden layer", fontsize=11)
    seen = (
        "Histograms for layers 1, 4, 7 and 10 of four networks: a single bar at 0 with zeros, and from layer 4 on with the "
        "standard deviation 0.01; two bars at -1 and 1 with the standard deviation 1; wide hills with glorot's weights."
    )
    return Picture("initialisation_tanh", figure, seen)


def of_relu(courses):
    """Histograms of layers of relu, without what is 0."""
    title = "Through relu he's weights keep the spread, glorot's lose it"
    figure, axes = pictures.figure(title, columns=2, height=4, sharey=True)
    for panel, name in zip(axes, ("glorot", "he")):
        ridges(panel, [numbers[numbers > 0] for numbers in courses[name].numbers], (0, 3), 60)
        panel.set(title=NAMES[name], xlabel="what relu lets through, up to 3")
    axes[0].set_ylabel("hidden layer")
    seen = (
        "Histograms of positive numbers in layers 1, 4, 7 and 10: with glorot's weights they gather at 0 from layer to layer, "
        "with he's they are spread as widely in layer 10 as in layer 1, or nearly so."
    )
    return Picture("initialisation_relu", figure, seen)


def losses(found):
    """Losses by epoch."""
    title = "Only weights of a fitting size let ten layers learn"
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
        "Losses against the epoch, of tanh and of relu: zeros and the standard deviation 0.01 stay at 2.3, the loss of a "
        "guess; equal weights end near 1.6; glorot's and he's fall far below 1. With tanh the standard deviation 1 ends near "
        "2, with relu it has no line, as it diverges."
    )
    return Picture("initialisation_losses", figure, seen)


def units(courses):
    """The weights of some units of the first layer, as pictures of 8 x 8 pixels."""
    title = "Units that begin alike stay alike, however long they learn"
    figure, axes = pictures.figure(title, 2, 6, height=3)
    for row, name in zip(axes, ("all 1/64", "glorot")):
        W = courses[name].pixels
        largest = np.abs(W[:, : len(row)]).max()
        for panel, unit in zip(row, W.T):
            panel.imshow(unit.reshape(8, 8), vmin=-largest, vmax=largest)
            panel.set(xticks=[], yticks=[])
        row[0].set_ylabel(name)
    seen = (
        "Weights of six units of the first layer after training, as 8 x 8 pixels: the six that began with 1/64 are the same "
        "picture six times, those of glorot are six different ones."
    )
    return Picture("initialisation_units", figure, seen)


TEXT = """
A number that goes up through a layer is multiplied by its weights and summed over all inputs. Where weights have the mean 0, n
inputs of the mean square q become sums of the variance n q v, v the variance of the weights. Ten layers are ten such factors
n v: below 1 the digits fade away on their way, above 1 they grow without end, or until the activation saturates.

With n = 64 the standard deviation 0.01 is a factor of 0.0064 a layer: what goes out of layer 10 is 1e-11 for tanh, the same for
all digits, and nothing is learnt. The loss stays at log(10) = 2.303, that of a guess. The standard deviation 1 is a factor of
64: tanh stands at -1 or 1 for nearly every unit, where it has no derivative, and relu multiplies until the loss is NaN in the
first epoch. Glorot's variance, 2/(inputs + outputs), is a factor of 1, and tanh, which is near the identity at 0, lets the
signal through; it shrinks a little in every layer. Relu sets half of the numbers to 0, so half of the mean square is lost: with
glorot's weights little is left in layer 10. He's variance, 2/inputs, makes up for it.

Zeros are worse than small. All units of a layer compute the same, get the same gradient, and stay the same: after training they
are one unit, 64 times. With zeros that one learns nothing but the bias of the outputs. With all weights 1/64 the signal goes
through, and the loss falls, but each layer has one number to say, and one digit in three or four is all that is read. Random
weights are needed to tell units apart; biases can be zeros.

What is not seen: that relu cannot learn with glorot's weights. It begins later (compare the losses of the first epoch), and
after 20 epochs it reads as many digits, or nearly. Nor are he's weights bad for tanh: its own gain is 1.59, more than he's
1.41, and with them the loss falls faster here than with glorot's. By default Dense draws weights with the gain of its
activation.
"""
