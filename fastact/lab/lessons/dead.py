"""Units of relu that never answer again."""

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
DEAD = 1e-3  # a unit is dead whose derivative is at most so large, in size, for every training digit
UNITS, EPOCHS, STARTS = 64, 10, 3


class Run(NamedTuple):
    """A training: the share of dead units by epoch, accuracy on unseen digits, z of all others before and after; and of the
    units that died the means of b and of the mean image times W."""

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
    shares = Table(f"{UNITS} hidden units after {EPOCHS} epochs of digits, means of {STARTS} starts", headings, rows)
    means = np.mean([one.pushed for one in runs["relu", LARGE]], axis=0)
    rows = [(part, f"{mean:.2f}") for part, mean in zip(("b", "mean image times W"), means)]
    pushed = Table(f"What keeps dead units of relu below zero, at a rate of {LARGE:g}", ("part of z", "mean"), rows)
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
    title = f"At a rate of {LARGE:g} units of relu and elu die, those of leaky_relu cannot"
    shares = {name: np.mean([one.shares for one in runs[name, LARGE]], axis=0) for name in ACTIVATIONS}
    figure, _ = curves(title, "epoch", lambda name: (range(EPOCHS + 1), shares[name]))
    seen = (
        f"Shares of dead units by epoch at a rate of {LARGE:g}: those of relu and elu rise above a half, that of gelu stays "
        "low, and that of leaky_relu is 0."
    )
    return Picture("dead_epochs", figure, seen)


def by_rate(runs):
    """Shares of dead units after the training, against its rate."""
    shares = {name: [np.mean([one.shares[-1] for one in runs[name, rate]]) for rate in RATES] for name in ACTIVATIONS}
    title = "Up to a rate of a half nearly all units live; far above it all of relu die"
    figure, axes = curves(title, "learning rate", lambda name: (RATES, shares[name]))
    axes.set(xscale="log", xticks=RATES)
    axes.minorticks_off()
    axes.xaxis.set_major_formatter("{x:g}")
    seen = (
        "Shares of dead units after training against the learning rate, on a logarithmic axis: close to 0 up to 0.5, then "
        "rising steeply for relu and elu, later for gelu; 0 for leaky_relu at every rate."
    )
    return Picture("dead_rates", figure, seen)


def ranges(run):
    """The range of z over all digits, of each unit of a relu network."""
    figure, axes = pictures.figure("A dead unit of relu has its z below zero for every digit", columns=2, sharey=True)
    titles = ("before training", f"after {EPOCHS} epochs at a rate of {LARGE:g}")
    for one, title, z in zip(axes, titles, (run.before, run.after)):
        z = z[:, z.max(0).argsort()]
        low, high, units = z.min(0), z.max(0), np.arange(UNITS)
        for which, label, colour, dashes in ((high > 0, "alive", 0, "-"), (high <= 0, "dead", 2, (0, (1, 1)))):
            look = {"color": pictures.COLOURS[colour], "linestyles": dashes, "linewidth": 1.6, "label": label}
            one.vlines(units[which], low[which], high[which], **look)
        one.axhline(0, color="black", linewidth=0.8)
        one.set(title=title, xlabel="unit, by its largest z", xticks=())
    axes[0].set_ylabel("range of z over the digits")
    axes[0].legend(loc="lower left")
    seen = (
        f"The ranges of z of {UNITS} units of relu, as vertical lines. Before training nearly all reach above zero. After it "
        "ranges are longer, and about half of them or more lie below zero altogether."
    )
    return Picture("dead_units", figure, seen)


TEXT = """
A unit is called dead here if its derivative is at most 0.001 in size for every digit of the training: its weights then stand
still, or all but still. One rule is for all four activations; the derivative of relu is exactly 0 below zero, that of elu and
gelu becomes small far below, and that of leaky_relu is never less than 0.01.

A large step changes z of all digits at once. Where it throws z of a unit below zero for every one of them, relu's derivative
is 0 for all, so is the gradient of its weights and its bias, and the unit never moves again. At small rates hardly any unit
dies; at large ones all do, and the network gives every digit the same answer.

leaky_relu passes a hundredth of the gradient below zero, so that no unit dies and the network still learns something at rates
at which the others have stopped. gelu holds out longer than relu. elu does not help here: its training blows up at the large
rate, z falls far below zero, and there its derivative exp(z) is as good as 0.

It is not the bias alone that pushes: all digits have pixels in common, and the weights times the mean image are a second,
larger bias, as the second table shows. Without the mean image, the same relu network loses next to no unit even at the largest
rate. So the remedies are a smaller rate, inputs about zero, and a slope below zero.
"""
