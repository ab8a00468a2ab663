"""What keeps the inputs of deep layers in place."""

from contextlib import suppress
from functools import partial
from itertools import chain
from typing import NamedTuple

import numpy as np

from fastact.lab.data import standardised
from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Found, Picture, Table
from fastact.lab.lessons.inside import Watch, outputs
from fastact.nn import Activation, BatchNormalization, Dense, LayerNormalization, Network, optimizers

DEPTH, UNITS, EPOCHS = 10, 64, 20
BATCH_SIZE, SMALL_REST = 50, 48  # the last batch of an epoch has 47 rows, or 3
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
LOOKS = sorted({round(step) for step in np.geomspace(1, 540, 40)})  # the steps before which quantiles are taken

# What each of the ten hidden layers is made of; "before" and "after" are of the activation.
LAYERS = {
    "none": lambda activation: [Dense(UNITS, activation)],
    "batch, before": lambda activation: [Dense(UNITS), BatchNormalization(), Activation(activation)],
    "batch, after": lambda activation: [Dense(UNITS, activation), BatchNormalization()],
    "layer, before": lambda activation: [Dense(UNITS), LayerNormalization(), Activation(activation)],
    "layer, after": lambda activation: [Dense(UNITS, activation), LayerNormalization()],
}
FIRST, *_ = TASKS = (("relu", 0.1), ("relu", 1.0), ("sigmoid", 0.1))  # activations and learning rates
PANELS = {"none": "no normalisation", "batch, before": "batch, before relu", "batch, after": "batch, after relu"}
LIGHT, DARK = "#c6dbef", "#4292c6"


class Course(NamedTuple):
    """What was noted of a network while it was trained."""

    accuracies: list[float]  # of unseen digits, after each epoch, until it diverged
    inputs: np.ndarray  # quantiles of what enters hidden layer 10, for each of LOOKS, where it was looked at

    def told(self, epoch):
        return f"{self.accuracies[epoch]:.1%}" if len(self.accuracies) == EPOCHS else "diverged"


def course(data, kind, activation, rate, seed, advance, batch_size=BATCH_SIZE, looking=False):
    """Trains a network of ten hidden layers."""
    x, x_test, labels, labels_test = data
    hidden = [LAYERS[kind](activation) for _ in range(DEPTH)]
    net, accuracies = Network([*chain(*hidden), Dense(10)], rng=seed), []

    def look(_):
        if looking and len(watch.steps) + 1 in LOOKS:
            return np.quantile(outputs([*chain(*hidden[:-1])], x_test, training=True)[-1], QUANTILES)

    def note(epoch, logs):
        accuracies.append(logs["val_accuracy"])
        advance()

    watch = Watch(look, optimizers.SGD(rate))
    with suppress(FloatingPointError):  # of a network that diverges
        net.fit(x, labels, EPOCHS, batch_size, watch, (x_test, labels_test), rng=seed, callbacks=[note])
    return Course(accuracies, np.array([one for one in watch.steps if one is not None]))


def lesson(desk):
    data = standardised(desk.seed)
    with desk.task("training networks of ten hidden layers", (len(TASKS) * len(LAYERS) + 1) * EPOCHS) as advance:
        train = partial(course, data, seed=desk.seed, advance=advance)
        found = {task: {kind: train(kind, *task, looking=task == FIRST) for kind in LAYERS} for task in TASKS}
        small = train("batch, before", *FIRST, batch_size=SMALL_REST)
    tables = [widths(found[FIRST]), learnt(found, small)]
    return Found(TEXT, tables, [drift(found[FIRST]), accuracies(found)])


def widths(courses):
    headings = ("normalisation", "first step", "least", "most", "last step", "most/least")
    rows = []
    for kind, one in courses.items():
        width = one.inputs[:, -1] - one.inputs[:, 0]
        numbers = width[0], width.min(), width.max(), width[-1], width.max() / width.min()
        rows.append((kind, *(f"{number:.1f}" for number in numbers)))
    return Table("Width of the middle 90 % of what enters hidden layer 10 (relu, rate 0.1)", headings, rows)


def learnt(found, small):
    first = "\n".join((FIRST[0], f"rate {FIRST[1]:g}", "epoch 1"))
    headings = ("normalisation", first, *(f"{activation}\nrate {rate:g}\nepoch {EPOCHS}" for activation, rate in TASKS))
    rows = [(kind, found[FIRST][kind].told(0), *(courses[kind].told(-1) for courses in found.values())) for kind in LAYERS]
    rows.append(("batch, before; a rest of 3", small.told(0), small.told(-1), "", ""))
    return Table("Unseen digits read right", headings, rows)


def drift(courses):
    """Bands of what enters the tenth hidden layer."""
    title = "What enters layer 10 drifts, but not with normalisation"
    figure, axes = pictures.figure(title, columns=3, sharey=True, height=4)
    for panel, kind in zip(axes, PANELS):
        low, lower, median, upper, high = courses[kind].inputs.T
        panel.fill_between(LOOKS, low, high, color=LIGHT, label="5 % to 95 %")
        panel.fill_between(LOOKS, lower, upper, color=DARK, label="25 % to 75 %")
        panel.plot(LOOKS, median, color="black", label="median")
        panel.set(title=PANELS[kind], xscale="log", xlabel="step")
        panel.xaxis.set_major_formatter("{x:g}")
    axes[0].set_ylabel("inputs of hidden layer 10")
    axes[1].legend(loc="upper left")
    seen = (
        "Bands of quantiles against the step, for relu: without normalisation they shrink in the first steps, and then widen "
        "to several times what they were; with batch normalisation, before or after relu, they lie level."
    )
    return Picture("normalisation_drift", figure, seen)


def accuracies(found):
    """Accuracies by epoch."""
    title = "Batch normalisation learns sooner, at large rates, and with sigmoid"
    figure, axes = pictures.figure(title, columns=3, sharey=True, height=4.6)
    for panel, ((activation, rate), courses) in zip(axes, found.items()):
        for k, (kind, one) in enumerate(courses.items()):
            look = pictures.look(k, marker=True) | {"markevery": (k % 4, 4)}
            panel.plot(range(1, len(one.accuracies) + 1), one.accuracies, label=kind, **look)
        diverged = [kind for kind, one in courses.items() if len(one.accuracies) < EPOCHS]
        panel.text(EPOCHS, 0.5, "\n".join(["diverged:", *diverged] if diverged else []), horizontalalignment="right")
        panel.set(title=f"{activation}, rate {rate:g}", xlabel="epoch", ylim=(0, 1.02), xticks=range(0, EPOCHS + 1, 5))
    axes[0].set_ylabel("unseen digits read right")
    figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3)
    seen = (
        "Accuracies against the epoch. Relu, rate 0.1: all end near 0.97, those with batch normalisation rise first. "
        "Relu, rate 1: only those with batch normalisation learn. Sigmoid: all learn but those without normalisation and with "
        "layer normalisation before it."
    )
    return Picture("normalisation_accuracy", figure, seen)


TEXT = """
What enters a deep layer comes from all layers below it, and all of them change in each step. In ten layers of relu without
normalisation, what enters the last hidden layer shrinks in the first steps and then grows to ten times that or so: the layer
has to follow. Batch normalisation gives each unit the mean 0 and the variance 1 over the batch, times gamma, plus beta, which
are learnt. With it, before relu or after it, what enters layer 10 is spread alike from the first step to the last.

With that the network reads most digits after one epoch, and takes a rate of 1, at which without it the network diverges or
guesses. Layer normalisation, over the units of each row, holds the inputs of layer 10 as well; but it does not stand the rate
of 1 here.

Ten layers of sigmoid learn nothing by themselves. Their numbers are around 1/2, and that half is the same for every row: after
some layers all rows look alike, and the gradient vanishes (see the lesson vanishing). Batch normalisation takes away what rows
have in common, before sigmoid or after it. Layer normalisation has to come after it, where it takes the half away; before it,
each layer adds the half anew.

What is not seen: a better end. With relu, weights of its own size and a rate of 0.1 all networks read 95 to 98 of 100 digits
after 20 epochs. Nor is it seen that the drift is what normalisation cures: both go together here, but S. Santurkar et al., "How
does batch normalization help optimization?", NeurIPS 2018, made inputs drift on purpose behind normalisation, and training was
as good; they hold that it makes the slopes of the loss steadier. Which place is better, before or after, is not decided either.

Batch normalisation has a weakness that is easily met. In the last row of the table batches have 48 digits, and the last one of
every epoch the 3 that are left over. Mean and variance of 3 rows say little, the gradient through ten such layers is several
times as long as others, and that one step spoils what the rest have learnt: half of the digits or fewer are read. Choose a size
of batches that does not leave a few rows over.
"""
