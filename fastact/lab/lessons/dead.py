"""Why units of relu can stop learning for good."""

from typing import NamedTuple

import numpy as np

import fastact as fa
from fastact import nn
from fastact.lab.data import digits
from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Found, Picture, Table

ACTIVATIONS = ("relu", "leaky_relu", "elu", "gelu")
CENTRED = "relu, centred"  # the same network on digits without their mean image
RATES = (0.1, 0.5, 0.9, 1.2, 2.0, 4.0)
LARGE = 1.2
TOLD = (0.1, LARGE, 4.0)  # in the table
DEAD = 1e-3  # a unit is dead if its derivative is at most this large, in size, for every training digit
UNITS, EPOCHS, STARTS = 64, 10, 3


class Run(NamedTuple):
    """A training: the share of dead units by epoch; the accuracy on unseen digits; z of the training digits before and after;
    and, over the dead units, the means of b and of the mean image times W."""

    shares: list[float]
    accuracy: float
    before: np.ndarray
    after: np.ndarray
    pushed: tuple[float, float]


def lesson(desk):
    splits = [(seed, digits(seed)) for seed in map(int, desk.rng().integers(2**32, size=STARTS))]
    cases = [(name, rate) for name in ACTIVATIONS for rate in RATES] + [(CENTRED, rate) for rate in TOLD]
    runs = {case: [] for case in cases}
    with desk.task("digits at several rates", STARTS * len(cases)) as advance:
        for name, rate in cases:
            for seed, split in splits:
                data = centred(*split) if name == CENTRED else split
                runs[name, rate].append(trained(name.split(",")[0], rate, seed, *data))
                advance()
    headings = ("", *(f"{what}\nrate {rate:g}" for rate in TOLD for what in ("dead,", "accuracy,")))
    rows = [(name, *(cell for rate in TOLD for cell in cells(runs[name, rate]))) for name in (*ACTIVATIONS, CENTRED)]
    shares = Table(f"{UNITS} hidden units after {EPOCHS} epochs on digits, means over {STARTS} starts", headings, rows)
    means = np.mean([one.pushed for one in runs["relu", LARGE]], axis=0)
    rows = [(part, f"{mean:.2f}") for part, mean in zip(("b", "mean image times W"), means)]
    pushed = Table(f"Why z is negative in dead units of relu, at a learning rate of {LARGE:g}", ("part of z", "mean"), rows)
    return Found(TEXT, [shares, pushed], [by_epoch(runs), by_rate(runs), ranges(runs["relu", LARGE][0])])


def centred(x, unseen, labels, labels_unseen):
    """The digits without their mean image."""
    return x - x.mean(0), unseen - x.mean(0), labels, labels_unseen


def trained(name, rate, seed, x, unseen, labels, labels_unseen):
    """A training with plain gradient descent."""
    net = nn.Network([nn.Dense(UNITS, name), nn.Dense(10)], rng=seed)
    net.build(x.shape[1:])
    layer, derivative = net.layers[0], getattr(fa, f"{name}_grad")

    def z():
        return x @ layer.W + layer.b

    def dead():
        return (np.abs(derivative(z())) <= DEAD).all(axis=0)

    def look(*_):
        shares.append(dead().mean())

    before, shares = z(), []
    look()
    net.fit(x, labels, EPOCHS, 32, nn.optimizers.SGD(rate), rng=seed, callbacks=[look])
    died = dead()
    pushed = (layer.b[died].mean(), (x.mean(0) @ layer.W)[died].mean()) if died.any() else (0.0, 0.0)
    return Run(shares, net.evaluate(unseen, labels_unseen)["accuracy"], before, z(), pushed)


def cells(runs):
    return f"{np.mean([one.shares[-1] for one in runs]):.0%}", f"{np.mean([one.accuracy for one in runs]):.3f}"


def curves(title, xlabel, points):
    """A figure of shares of dead units; `points(name)` gives x and y."""
    figure, axes = pictures.figure(title)
    for k, name in enumerate(ACTIVATIONS):
        look = pictures.look(k, marker=True) | {"markersize": (6, 10, 6, 5)[k], "markerfacecolor": "white" if k == 1 else None}
        axes.plot(*points(name), label=name, **look)
    axes.set(xlabel=xlabel, ylabel="dead units", ylim=(-0.04, 1.04))
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    return figure, axes


def by_epoch(runs):
    """Shares of dead units by epoch, at the large rate."""
    title = f"At a learning rate of {LARGE:g} relu and elu units die, leaky_relu units cannot"
    shares = {name: np.mean([one.shares for one in runs[name, LARGE]], axis=0) for name in ACTIVATIONS}
    figure, _ = curves(title, "epoch", lambda name: (range(EPOCHS + 1), shares[name]))
    seen = (
        f"The share of dead units against the epoch at a learning rate of {LARGE:g}: it rises above a half for relu and elu, "
        "stays near 0 for gelu, and is 0 for leaky_relu."
    )
    return Picture("dead_epochs", figure, seen)


def by_rate(runs):
    """Shares of dead units after the training, against its rate."""
    shares = {name: [np.mean([one.shares[-1] for one in runs[name, rate]]) for rate in RATES] for name in ACTIVATIONS}
    title = "Up to a rate of 0.5 nearly all units live, far above it relu units die"
    figure, axes = curves(title, "learning rate", lambda name: (RATES, shares[name]))
    axes.set(xscale="log", xticks=RATES)
    axes.minorticks_off()
    axes.xaxis.set_major_formatter("{x:g}")
    seen = (
        "The share of dead units after training against the learning rate, on a logarithmic axis: it is close to 0 up to 0.5, "
        "then rises steeply for relu and elu, and later for gelu; for leaky_relu it is 0 at every rate."
    )
    return Picture("dead_rates", figure, seen)


def ranges(run):
    """The range of z over all digits, of each unit of a relu network."""
    figure, axes = pictures.figure("In a dead unit of relu z is below zero for every digit", columns=2, sharey=True)
    titles = ("before training", f"after {EPOCHS} epochs, rate {LARGE:g}")
    for one, title, z in zip(axes, titles, (run.before, run.after)):
        z = z[:, z.max(0).argsort()]
        low, high, units = z.min(0), z.max(0), np.arange(UNITS)
        for which, label, colour, dashes in ((high > 0, "alive", 0, "-"), (high <= 0, "dead", 2, (0, (1, 1)))):
            look = {"color": pictures.COLOURS[colour], "linestyles": dashes, "linewidth": 1.6, "label": label}
            one.vlines(units[which], low[which], high[which], **look)
        one.axhline(0, color="black", linewidth=0.8)
        one.set(title=title, xlabel="units in order of their largest z", xticks=())
    axes[0].set_ylabel("range of z over the digits")
    axes[0].legend(loc="lower left")
    seen = (
        f"The range of z in each of {UNITS} units of relu, as vertical lines. Before training nearly all reach above zero. "
        "After training the ranges are longer, and about half of them or more lie entirely below zero."
    )
    return Picture("dead_units", figure, seen)


TEXT = """
A network with one hidden layer is trained on digits with plain gradient descent, at several learning rates. A unit computes
z = x W + b and then its activation. It is called dead here if the derivative of the activation is at most 0.001 in size for
every training digit: then its weights no longer change, or hardly at all. The derivative of relu is exactly 0 below zero, those
of elu and gelu are close to 0 far below zero, and that of leaky_relu is never less than 0.01.

One step changes z for all digits at once. If a large step makes z negative for every digit, the derivative of relu is 0 for all
of them. Then the gradients of the weights and of the bias are 0 too, and the unit never changes again. At small rates hardly
any unit dies. At the largest rate all relu units die, and the network gives the same answer for every digit.

With leaky_relu a hundredth of the gradient passes below zero. No unit dies, and the network still learns something at rates at
which the others have stopped learning. Units of gelu survive at larger rates than those of relu. Elu does not help here: at
large rates its training becomes unstable, z falls far below zero, and there the derivative of elu, exp(z), is almost 0.

The bias is not the main cause. The digits have pixels in common, so the mean image times the weights acts like a second, larger
bias, as the second table shows. "relu, centred" is the same network on digits from which the mean image was subtracted: it
loses almost no unit even at the largest rate. So three remedies are a smaller learning rate, inputs with the mean 0, and an
activation that has a slope below zero.
"""
