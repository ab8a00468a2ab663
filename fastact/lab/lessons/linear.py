"""Why a stack of linear layers draws one line, and a step does not learn."""

from functools import reduce

import numpy as np
from sklearn.datasets import load_iris

from fastact import nn
from fastact.lab.data import digits
from fastact.lab.lessons import pictures, regions
from fastact.lab.lessons.desk import Found, Picture, Table

NETWORKS = {"one linear layer": (), "four linear layers": (None,) * 3, "four layers, relu": ("relu",) * 3}
CENTRE, SPREAD = np.array([3.8, 1.2]), np.array([1.8, 0.8])  # of petals' lengths and widths in cm
STARTS = 5  # on the digits, each with other weights and other unseen digits
EPOCHS = {"flowers": 800, "digits": 40, "steps": 30}


def lesson(desk):
    cm, middle = flowers()
    with desk.task("flowers", EPOCHS["flowers"] * len(NETWORKS)) as advance:
        nets = {name: learn_flowers(cm, middle, hidden, desk.rng(), advance) for name, hidden in NETWORKS.items()}
    rows = [("always no", "", f"{np.mean(middle == 0):.3f}", "")]
    for name, net in nets.items():
        found = net.evaluate((cm - CENTRE) / SPREAD, middle)
        rows.append((name, f"{found['loss']:.4f}", f"{found['accuracy']:.3f}", apart(net, cm)))
    headings = ("", "loss", "accuracy", "distance of outputs\nfrom one matrix's")
    tables = [Table("Versicolor or not: 150 irises, two measurements", headings, rows)]

    with desk.task("digits", EPOCHS["digits"] * STARTS * len(NETWORKS)) as advance:
        rows = [(name, *learn_digits(hidden, desk.rng(), advance)) for name, hidden in NETWORKS.items()]
    headings = ("", "training\nloss", "training\naccuracy", "accuracy on\nunseen digits")
    tables.append(Table(f"Digits of 8 x 8 pixels, means of {STARTS} starts", headings, rows))

    with desk.task("steps", EPOCHS["steps"] * 2) as advance:
        units = {name: learn_units(name, desk, advance) for name in ("binary_step", "sigmoid")}
    rows = [
        (name, f"{one['gradient'].max():.3f}", f"{one['moved'][-1]:.0%}", f"{one['loss'][-1]:.3f}", f"{one['accuracy']:.3f}")
        for name, one in units.items()
    ]
    headings = (
        "hidden units",
        "largest gradient\nnorm of theirs",
        "their weights\nmoved by",
        "loss",
        "accuracy on\nunseen digits",
    )
    tables.append(Table("Digits, two hidden layers of steps or of sigmoids", headings, rows))
    return Found(TEXT, tables, [borders(nets, cm, middle), steps(units)])


def flowers():
    """Petals' lengths and widths in cm, and whether it is a versicolor, the middle one of three kinds."""
    data = load_iris()
    return data.data[:, 2:], (data.target == 1).astype(int)


def learn_flowers(cm, middle, hidden, rng, advance):
    layers = [*(nn.Dense(16, name) for name in hidden), nn.Dense(1)]
    net = nn.Network(layers, loss="sigmoid_cross_entropy", rng=rng)
    optimizer = nn.optimizers.SGD(0.1, momentum=0.9)
    net.fit((cm - CENTRE) / SPREAD, middle, EPOCHS["flowers"], len(cm), optimizer, callbacks=[advance])
    return net


def apart(net, cm):
    """How far a network's outputs are from those of the product of its matrices, as a part of the largest; a cell."""
    x = (cm - CENTRE) / SPREAD
    W, b = reduce(lambda all, one: (all[0] @ one[0], all[1] @ one[0] + one[1]), [(one.W, one.b) for one in net.layers])
    outputs = net.forward(x)
    distance = np.abs(outputs - (x @ W + b)).max() / np.abs(outputs).max()
    return f"{distance:.1g}" if distance > 1e-14 else "below 1e-14"  # of rounding, which depends on where arrays lie


def learn_digits(hidden, rng, advance):
    """The cells of a network's row: means over the starts."""
    found = []
    for seed in rng.integers(2**32, size=STARTS):
        x, unseen, labels, labels_unseen = digits(int(seed))
        net = nn.Network([*(nn.Dense(32, name) for name in hidden), nn.Dense(10)], rng=int(seed))
        rate = nn.schedules.cosine(0.01, EPOCHS["digits"] * -(-len(x) // 32))
        net.fit(x, labels, EPOCHS["digits"], 32, nn.optimizers.Adam(rate), rng=int(seed), callbacks=[advance])
        found.append([*net.evaluate(x, labels).values(), net.evaluate(unseen, labels_unseen)["accuracy"]])
    loss, accuracy, of_unseen = np.mean(found, axis=0)
    return f"{loss:.4f}", f"{accuracy:.3f}", f"{of_unseen:.3f}"


def learn_units(name, desk, advance):
    """The history of a network whose hidden layers have steps or sigmoids."""
    x, unseen, labels, labels_unseen = digits(desk.seed)
    net = nn.Network([nn.Dense(32, name), nn.Dense(32, name), nn.Dense(10)], rng=desk.rng())
    net.build(x.shape[1:])
    hidden = net.layers[:2]
    start, moved, gradient = [layer.W.copy() for layer in hidden], [], []

    def look(epoch, logs):
        gradient.append(norm([layer.dW for layer in hidden]))
        moved.append(norm([layer.W - W for layer, W in zip(hidden, start)]) / norm(start))

    optimizer = nn.optimizers.SGD(0.1, momentum=0.9)
    history = net.fit(x, labels, EPOCHS["steps"], 32, optimizer, rng=desk.rng(), callbacks=[look, advance])
    accuracy = net.evaluate(unseen, labels_unseen)["accuracy"]
    return {"loss": history["loss"], "moved": moved, "gradient": np.array(gradient), "accuracy": accuracy}


def norm(arrays):
    """Of all numbers in some arrays."""
    return float(np.sqrt(sum(np.vdot(one, one) for one in arrays)))


def borders(nets, cm, middle):
    """Where each network says that it is a versicolor."""
    figure, axes = pictures.figure(
        "Linear layers draw one line, however many; with relu the border bends", columns=3, sharey=True
    )
    for one, (name, net) in zip(axes, nets.items()):
        regions.draw(one, lambda x: net.forward((x - CENTRE) / SPREAD)[:, 0], 0, (0.5, 7.4), (-0.2, 2.8))
        for yes, marker, face, label in ((0, "o", "white", "setosa, virginica"), (1, "s", "black", "versicolor")):
            look = {"linestyle": "none", "color": "black", "markerfacecolor": face, "markersize": 4.5}
            one.plot(*cm[middle == yes].T, marker, label=label, **look)
        accuracy = net.evaluate((cm - CENTRE) / SPREAD, middle)["accuracy"]
        one.set(title=f"{name}: {accuracy:.0%}", xlabel="petal length, cm")
    axes[0].set_ylabel("petal width, cm")
    regions.legend(figure, axes[0], "says versicolor")
    seen = (
        "The lengths and widths of the petals of 150 irises, three times. One linear layer and four linear layers divide the "
        "plane by the same line, which leaves versicolor on both sides; with relu the border bends around versicolor."
    )
    return Picture("linear_flowers", figure, seen)


def steps(units):
    """Loss and movement of the hidden weights by epoch."""
    title = "Hidden layers of steps keep the weights that they were drawn with"
    figure, axes = pictures.figure(title, columns=2)
    for k, (name, one) in enumerate(units.items()):
        epochs = np.arange(1, len(one["loss"]) + 1)
        axes[0].plot(epochs, one["loss"], label=name, **pictures.look(k))
        axes[1].plot(epochs, np.multiply(one["moved"], 100), label=name, **pictures.look(k))
    axes[0].set(title="loss", xlabel="epoch", ylim=(0, None))
    axes[1].set(title="movement of the hidden weights", xlabel="epoch", ylim=(-4, None))
    axes[1].yaxis.set_major_formatter("{x:g} %")
    axes[0].legend()
    seen = (
        "Two curves each of loss and of the movement of the hidden weights, in parts of their norm, by epoch. With sigmoid the "
        "loss falls close to 0 and the weights move; with steps the loss stays above 1 and the weights do not move at all."
    )
    return Picture("linear_steps", figure, seen)


TEXT = """
Three kinds of iris lie along a diagonal, and versicolor is the one in the middle. One linear layer followed by a threshold
draws one line, which cannot part the middle from both ends: it is right for fewer flowers than the answer "no" to all.

Four linear layers do no better, and end with the same loss and the same line. What they compute is x W1 W2 W3 W4 plus a
vector, and the product of matrices is a matrix: the outputs of the stack are those of the one matrix within rounding. Where
relu is between the layers, no one matrix gives the outputs; the border bends at each unit's zero, and goes around versicolor.

Of 64 pixels planes can make more: linear layers read more than 19 of 20 unseen digits. With relu there are fewer mistakes
still. The stack's training loss is below that of the single layer because it falls in fewer epochs, not because the stack
could say anything that one layer cannot; on unseen digits they are alike.

Why not a step, 1 above zero and 0 below, as in the first neurons? Its derivative is 0 wherever there is one. Backpropagation
multiplies by it, and the gradients of all weights below are exactly 0: the hidden layers stay as they were drawn. Only the
last layer learns, of features that nobody chose, and the loss soon falls no further. A sigmoid is a step with a slope, and
learns.
"""
