"""What one neuron can learn."""

import numpy as np

import fastact as fa
from fastact import nn
from fastact.lab.lessons import pictures, regions
from fastact.lab.lessons.desk import Found, Picture, Table

POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0.0, 1.0, 1.0, 0.0])
HALF, MARGIN = 0.5, 1e-3  # an answer is 1 above the half and 0 below it, and none within the margin, where rounding decides
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
    headings = ("neuron", "starts that\nlearn all four", "most points\nright", "least\nloss", "median\nloss")
    table = Table(f"One neuron and XOR, from {STARTS} random starts", headings, rows)
    return Found(TEXT, [table], [borders(best), crossings(best)])


def trained(name, desk):
    """A neuron from each start: one and the same loss, rule and number of steps for every activation."""
    rng, neurons = desk.rng(), []
    with desk.task(f"one {name} neuron", STARTS) as advance:
        for _ in range(STARTS):
            neuron = nn.Network([nn.Dense(1, name)], loss="squared_error", rng=rng)
            neuron.fit(POINTS, XOR, EPOCHS, len(POINTS), nn.optimizers.Adam(RATE))
            neurons.append(neuron)
            advance()
    return neurons


def hits(neuron):
    """How many of the four answers are right."""
    above = neuron.forward(POINTS)[:, 0] - HALF
    return int(np.where(XOR > HALF, above > MARGIN, above < -MARGIN).sum())


def mark(axes, x, y):
    """The four points, whose markers say what the answer should be."""
    for value, marker, face in ((1, "s", "black"), (0, "o", "white")):
        at = value == XOR
        label = f"should be {value}"
        axes.plot(x[at], y[at], marker, color="black", mfc=face, ms=10, mew=1.8, zorder=3, linestyle="none", label=label)


def borders(best):
    """Where each neuron answers 1."""
    title = "One gcu neuron draws several borders, a sigmoid or relu neuron only one"
    figure, axes = pictures.figure(title, columns=3, height=3.5, sharey=True)
    for one, (name, neuron) in zip(axes, best.items()):
        regions.draw(one, lambda x: neuron.forward(x)[:, 0], HALF, (-0.5, 1.5), (-0.5, 1.5))
        mark(one, *POINTS.T)
        for point, output in zip(POINTS, neuron.forward(POINTS)[:, 0]):
            one.annotate(f"{output:.2f}", point, (0, 9), textcoords="offset points", ha="center", bbox=pictures.BEHIND)
        one.set(title=f"{name}: {hits(neuron)} of 4 right", xlabel="$x_1$", xticks=(0, 1), yticks=(0, 1), aspect="equal")
    axes[0].set_ylabel("$x_2$")
    regions.legend(figure, axes[0], "answer above 1/2: it says 1")
    seen = (
        "Three squares with the four points of XOR at their corners, and the answers of one neuron in each. Sigmoid and relu "
        "divide the square by one line, with three points right at most; gcu has stripes, and all four points are right."
    )
    return Picture("xor_borders", figure, seen)


def crossings(best):
    """The activations, and where on them the neurons have put the four points."""
    figure, axes = pictures.figure(
        "gcu crosses 1/2 again and again, sigmoid and relu only once", columns=3, height=3.5, sharey=True
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
    axes[0].set_ylabel("answer")
    figure.legend(handles=axes[0].get_legend_handles_labels()[0], loc="outside lower center", ncols=3)
    seen = (
        "The curves of sigmoid, relu and gcu with a dashed line at 1/2, and the four points of XOR on them. Sigmoid and relu "
        "cross the line once. gcu goes above and below it several times; the points of answer 1 are above, the others below."
    )
    return Picture("xor_crossings", figure, seen)


TEXT = """
XOR is 1 where exactly one of two inputs is 1. The two points of answer 1 are at the ends of one diagonal of a square, those of
answer 0 at the ends of the other, and the diagonals cross: no line has one pair on each side. A line has three points right at
most.

A neuron knows nothing of a point but z = w1 x1 + w2 x2 + b, which is the same along each line of one direction. Its border is
where f(z) passes 1/2. A function that only rises, as sigmoid and relu, passes it once, and the border is a line. From most
starts the sigmoid neuron ends with 1/2 for all four points, which is no answer at all; its loss of 1/4 is the least that it
can have.

The growing cosine unit gcu(z) = z cos(z) is 0 at 0, at pi/2, at 3 pi/2 and so on, on both sides, and rises and falls between
its zeros. It passes 1/2 again and again, so that its neuron has several parallel borders: the points of answer 1 lie in a
stripe between two of them, and the others outside. Nearly every start finds such a stripe.

All three neurons have the squared error, Adam with a rate of 0.05, 400 steps on the four points, and the answer 1 above 1/2.
"""
