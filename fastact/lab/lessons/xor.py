"""What a single neuron can learn, and what it cannot."""

import numpy as np

import fastact as fa
from fastact import nn
from fastact.lab.lessons import pictures, regions
from fastact.lab.lessons.desk import Found, Picture, Table

POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0.0, 1.0, 1.0, 0.0])
HALF, MARGIN = 0.5, 1e-3  # a neuron says 1 above the half and 0 below it; within the margin, where rounding decides, neither
ACTIVATIONS = ("sigmoid", "relu", "gcu")
STARTS, EPOCHS, RATE = 50, 400, 0.05


def lesson(desk):
    best, rows = {}, []
    for name in ACTIVATIONS:
        neurons = trained(name, desk)
        right = np.array([hits(one) for one in neurons])
        losses = np.array([one.evaluate(POINTS, XOR)["loss"] for one in neurons])
        best[name] = neurons[np.lexsort((losses.round(6), -right))[0]]
        share = f"{np.mean(right == len(POINTS)):.0%}"
        rows.append((name, share, f"{right.max()} of 4", f"{losses.min():.3f}", f"{np.median(losses):.3f}"))
    headings = ("neuron", "starts with\nall four right", "most points\nright", "least\nloss", "median\nloss")
    table = Table(f"A single neuron trained on XOR from {STARTS} random starts", headings, rows)
    return Found(TEXT, [table], [borders(best), crossings(best)])


def trained(name, desk):
    """A neuron from each start, with the same loss, optimiser and number of steps for every activation."""
    rng, neurons = desk.rng(), []
    with desk.task(f"one {name} neuron", STARTS) as advance:
        for _ in range(STARTS):
            neuron = nn.Network([nn.Dense(1, name)], loss="squared_error", rng=rng)
            neuron.fit(POINTS, XOR, EPOCHS, len(POINTS), nn.optimizers.Adam(RATE))
            neurons.append(neuron)
            advance()
    return neurons


def hits(neuron):
    """For how many of the four points a neuron is right."""
    above = neuron.forward(POINTS)[:, 0] - HALF
    return int(np.where(XOR > HALF, above > MARGIN, above < -MARGIN).sum())


def mark(axes, x, y):
    """The four points; their markers show what the output should be."""
    for value, marker, face in ((1, "s", "black"), (0, "o", "white")):
        at = value == XOR
        label = f"should be {value}"
        axes.plot(x[at], y[at], marker, color="black", mfc=face, ms=10, mew=1.8, zorder=3, linestyle="none", label=label)


def borders(best):
    """Where each neuron says 1."""
    title = "A gcu neuron draws several borders, a sigmoid or relu neuron only one"
    figure, axes = pictures.figure(title, columns=3, height=3.5, sharey=True)
    for one, (name, neuron) in zip(axes, best.items()):
        regions.draw(one, lambda x: neuron.forward(x)[:, 0], HALF, (-0.5, 1.5), (-0.5, 1.5))
        mark(one, *POINTS.T)
        for point, output in zip(POINTS, neuron.forward(POINTS)[:, 0]):
            one.annotate(f"{output:.2f}", point, (0, 9), textcoords="offset points", ha="center", bbox=pictures.BEHIND)
        one.set(title=f"{name}: {hits(neuron)} of 4 right", xlabel="$x_1$", xticks=(0, 1), yticks=(0, 1), aspect="equal")
    axes[0].set_ylabel("$x_2$")
    regions.legend(figure, axes[0], "output above 1/2: says 1")
    seen = (
        "Three panels with the four points of XOR and the outputs of the best neuron of each kind. Sigmoid and relu divide the "
        "plane by one line and are right for at most three points; gcu has stripes and is right for all four."
    )
    return Picture("xor_borders", figure, seen)


def crossings(best):
    """The activations, and where on them the neurons have put the four points."""
    figure, axes = pictures.figure(
        "The gcu curve crosses 1/2 many times, sigmoid and relu only once", columns=3, height=3.5, sharey=True
    )
    for one, (name, neuron) in zip(axes, best.items()):
        layer = neuron.layers[0]
        z = (POINTS @ layer.W + layer.b)[:, 0]
        reach = max(6, np.abs(z).max() + 1)
        line = np.linspace(-reach, reach, 801)
        one.plot(line, fa.get(name)(line), color="black")
        one.axhline(HALF, color="black", linestyle="--", linewidth=1, label="1/2")
        mark(one, z, neuron.forward(POINTS)[:, 0])
        one.set(title=name, xlabel="$z = w_1 x_1 + w_2 x_2 + b$", ylim=(-1.5, 2.5))
    axes[0].set_ylabel("output")
    figure.legend(handles=axes[0].get_legend_handles_labels()[0], loc="outside lower center", ncols=3)
    seen = (
        "The curves of sigmoid, relu and gcu with the four points of XOR on them, and a dashed line at 1/2. Sigmoid and relu "
        "cross the line once. gcu crosses it several times: the points that should be 1 are above it, the others below."
    )
    return Picture("xor_crossings", figure, seen)


TEXT = """
XOR is 1 where exactly one of its two inputs is 1. As points of the plane, the two inputs whose answer is 1 lie at the ends of
one diagonal of a square, and the two whose answer is 0 at the ends of the other. The diagonals cross, so no straight line has
one pair on each side: with one line at most three points are right.

A neuron computes f(z) with z = w1 x1 + w2 x2 + b. It says 1 where f(z) is above 1/2 and 0 where it is below; within 0.001 of
1/2 it counts as wrong. All points on a line w1 x1 + w2 x2 = constant have the same z. Sigmoid and relu never fall as z grows,
so they cross 1/2 at one value of z only, and the border is one straight line. From most starts the sigmoid neuron ends with
1/2 for all four points, which is no answer at all; its loss of 1/4 is the least that it can have.

The growing cosine unit, gcu(z) = z cos(z), is 0 at 0, pi/2, 3 pi/2 and so on, also at their negatives, and rises and falls
between these zeros. It crosses 1/2 many times, so its neuron has several parallel borders. The two points that should be 1 lie
in a stripe between two borders, and the other two points lie outside of the stripe. Training finds such a stripe from nearly
every start.

All neurons are trained alike: the squared error, Adam with a learning rate of 0.05, and 400 steps on the four points.
"""
