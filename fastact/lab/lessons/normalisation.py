"""What batch and layer normalisation do in a deep network."""

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
BATCH_SIZE, SMALL_REST = 50, 48  # leaves a last batch of 47 rows in each epoch, or of 3
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
LOOKS = sorted({round(step) for step in np.geomspace(1, 540, 40)})  # the steps before which quantiles are taken

# What each of the ten hidden layers is made of; "before" and "after" mean the activation.
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
    """What was recorded of a network while it was trained."""

    accuracies: list[float]  # of unseen digits, after each epoch, until it diverged
    inputs: np.ndarray  # quantiles of the inputs of hidden layer 10 at each of LOOKS; empty where they were not taken

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
    headings = ("normalisation", "first step", "smallest", "largest", "last step", "largest/smallest")
    rows = []
    for kind, one in courses.items():
        width = one.inputs[:, -1] - one.inputs[:, 0]
        numbers = width[0], width.min(), width.max(), width[-1], width.max() / width.min()
        rows.append((kind, *(f"{number:.1f}" for number in numbers)))
    return Table("Inputs of hidden layer 10: width of their middle 90 % (relu, rate 0.1)", headings, rows)


def learnt(found, small):
    first = "\n".join((FIRST[0], f"rate {FIRST[1]:g}", "epoch 1"))
    headings = ("normalisation", first, *(f"{activation}\nrate {rate:g}\nepoch {EPOCHS}" for activation, rate in TASKS))
    rows = [(kind, found[FIRST][kind].told(0), *(courses[kind].told(-1) for courses in found.values())) for kind in LAYERS]
    rows.append(("batch, before; last batch of 3", small.told(0), small.told(-1), "", ""))
    return Table("Accuracy on unseen digits", headings, rows)


def drift(courses):
    """Bands of the inputs of the tenth hidden layer."""
    title = "Without normalisation the inputs of layer 10 drift, with it they stay"
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
        "Quantiles of the inputs of layer 10 against the step, for relu, as bands. Without normalisation the bands shrink in "
        "the first steps and then widen to several times their width; with batch normalisation, before or after relu, they "
        "stay nearly level."
    )
    return Picture("normalisation_drift", figure, seen)


def accuracies(found):
    """Accuracies by epoch."""
    title = "With batch normalisation networks learn sooner, and at larger rates"
    figure, axes = pictures.figure(title, columns=3, sharey=True, height=4.6)
    for panel, ((activation, rate), courses) in zip(axes, found.items()):
        for k, (kind, one) in enumerate(courses.items()):
            look = pictures.look(k, marker=True) | {"markevery": (k % 4, 4)}
            panel.plot(range(1, len(one.accuracies) + 1), one.accuracies, label=kind, **look)
        diverged = [kind for kind, one in courses.items() if len(one.accuracies) < EPOCHS]
        panel.text(EPOCHS, 0.5, "\n".join(["diverged:", *diverged] if diverged else []), horizontalalignment="right")
        panel.set(title=f"{activation}, rate {rate:g}", xlabel="epoch", ylim=(0, 1.02), xticks=range(0, EPOCHS + 1, 5))
    axes[0].set_ylabel("accuracy on unseen digits")
    figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3)
    seen = (
        "Accuracy against the epoch. With relu and the rate 0.1 all networks end near 0.97, and those with batch normalisation "
        "rise first. With relu and the rate 1 only those with batch normalisation learn. With sigmoid the network without "
        "normalisation and the one with layer normalisation before sigmoid do not learn; the others do."
    )
    return Picture("normalisation_accuracy", figure, seen)


TEXT = """
Networks of ten hidden layers are trained without normalisation, with batch normalisation and with layer normalisation, each
before or after the activation. The first table and the first picture show how the inputs of the last hidden layer are spread
during the training, the second table and picture how many unseen digits are read right.

The inputs of a deep layer depend on all layers below it, which change in every step. In ten layers of relu without
normalisation, the inputs of the last hidden layer shrink in the first steps and then become five to ten times as wide: the
layer has to adapt all the time. Batch normalisation gives each unit the mean 0 and the variance 1 over the batch, and then
multiplies by gamma and adds beta, which are learnt. With it, before or after relu, the inputs of layer 10 are spread almost
equally from the first step to the last.

With batch normalisation the network reads most digits after one epoch. It also learns at a rate of 1, at which the network
without normalisation diverges or only guesses. Layer normalisation normalises each row over the units of a layer. It keeps the
inputs of layer 10 in place too, but these networks do not learn with it at a rate of 1.

Ten layers of sigmoid learn nothing without normalisation. The outputs of sigmoid are around 1/2 for every row, so after some
layers all rows look alike, and the gradient vanishes (see the lesson vanishing). Batch normalisation subtracts what the rows
have in common, whether it stands before sigmoid or after it. Layer normalisation helps only after sigmoid, where it subtracts
the 1/2. Before sigmoid it does not help, because the sigmoid that follows adds the 1/2 again.

The lesson does not show a better result at the end: with relu and a rate of 0.1 all networks read 95 to 98 of 100 digits after
20 epochs. Nor does it show that normalisation helps because it prevents the drift. Here the two go together, but S. Santurkar
et al., "How does batch normalization help optimization?", NeurIPS 2018, added drifting noise after the normalisation, and
training was as good. They argue that normalisation makes the loss smoother. Whether it is better before or after the activation
is not decided either.

Batch normalisation has a weakness. In the last row of the second table the batches have 48 digits, which leaves a last batch of
3 digits in every epoch. The mean and the variance of 3 rows are poor estimates, and the gradient through ten such layers is
several times as large as usual. This one step spoils much of what the others have learnt, and far fewer digits are read right
than with batches of 50. So choose a batch size that does not leave a few rows over.
"""
