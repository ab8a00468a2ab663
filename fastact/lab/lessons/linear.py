"""Why networks need activations, and why these need a derivative."""

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
    rows = [('always "no"', "", f"{np.mean(middle == 0):.3f}", "")]
    for name, net in nets.items():
        found = net.evaluate((cm - CENTRE) / SPREAD, middle)
        rows.append((name, f"{found['loss']:.4f}", f"{found['accuracy']:.3f}", apart(net, cm)))
    headings = ("", "loss", "accuracy", "distance from\noutputs of one matrix")
    tables = [Table("Is it a versicolor?  150 irises, two measurements", headings, rows)]

    with desk.task("digits", EPOCHS["digits"] * STARTS * len(NETWORKS)) as advance:
        rows = [(name, *learn_digits(hidden, desk.rng(), advance)) for name, hidden in NETWORKS.items()]
    headings = ("", "training\nloss", "training\naccuracy", "accuracy on\nunseen digits")
    tables.append(Table(f"Digits of 8 x 8 pixels, means over {STARTS} random starts", headings, rows))

    with desk.task("steps", EPOCHS["steps"] * 2) as advance:
        units = {name: learn_units(name, desk, advance) for name in ("binary_step", "sigmoid")}
    rows = [
        (name, f"{one['gradient'].max():.3f}", f"{one['moved'][-1]:.0%}", f"{one['loss'][-1]:.3f}", f"{one['accuracy']:.3f}")
        for name, one in units.items()
    ]
    headings = (
        "hidden units",
        "largest norm of\ntheir gradient",
        "movement of\ntheir weights",
        "loss",
        "accuracy on\nunseen digits",
    )
    tables.append(Table("Digits, with two hidden layers of binary_step or of sigmoid", headings, rows))
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
    """Where each network says that the flower is a versicolor."""
    figure, axes = pictures.figure(
        "Any number of linear layers draws one line; relu lets the border bend", columns=3, sharey=True
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
        "Three panels with the petal lengths and widths of 150 irises. One linear layer and four linear layers divide the "
        "plane by the same straight line, with versicolor on both sides of it; with relu the border bends around versicolor."
    )
    return Picture("linear_flowers", figure, seen)


def steps(units):
    """Loss and movement of the hidden weights by epoch."""
    title = "Weights of hidden layers with steps never move, those with sigmoids do"
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
        "On the left the loss against the epoch, on the right how far the hidden weights have moved, relative to their norm at "
        "the start. With sigmoid the loss falls close to 0 and the weights move; with binary_step the loss stays above 1 and "
        "the weights do not move at all."
    )
    return Picture("linear_steps", figure, seen)


TEXT = """
The flowers: a network is given the length and the width of a petal, and says whether the flower is a versicolor. Of the three
kinds of iris, versicolor lies in the middle. A linear layer followed by a threshold divides the plane by one straight line, and
no line separates the middle from both ends. The linear layer is right for fewer flowers than the constant answer "no".

Four linear layers end with the same loss and the same line. They compute x W1 W2 W3 W4 plus a vector, and the product of the
four matrices is one matrix. The last column of the first table shows this: the outputs of the four layers and those of the
one matrix differ only by rounding errors. With relu between the layers no single matrix gives the outputs: the border bends
where a unit of relu passes zero, and it encloses versicolor.

The digits: linear layers already read more than 95% of the unseen digits, as 64 pixels leave much more room for separating
planes than two measurements do. With relu there are still fewer mistakes. Four linear layers have a lower training loss than
one, because they learn in fewer epochs. They cannot represent more than one layer does, and on unseen digits the two are
about equally good.

The steps: could the activation be a step, 1 above zero and 0 below, as in the first neurons? The derivative of a step is 0
everywhere except at the jump, where there is none. Backpropagation multiplies by this derivative, so the gradients of all
weights below are exactly 0, and the hidden layers keep the random weights with which they began. Only the last layer learns,
from features that were never trained, and its loss soon stops falling. The sigmoid is a smooth step: it has a derivative, and
the network learns.
"""
