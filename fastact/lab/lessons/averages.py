"""The exponentially weighted average of a noisy series, which is what momentum keeps of the gradients."""

import numpy as np

from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Picture, Table
from fastact.nn import optimizers

BETAS = (0.5, 0.9, 0.98)
LENGTH, NOISE = 200, 3.0


def series(rng):
    """A slow wave about 20, and with noise."""
    wave = 20 + 6 * np.sin(2 * np.pi * np.arange(LENGTH) / LENGTH)
    return wave, wave + NOISE * rng.standard_normal(LENGTH)


def averages(values, beta):
    """V = beta V + (1 - beta) x for one value after another, from V = 0; divided by 1 - beta^t it is corrected for that."""
    average, found = 0.0, []
    for value in values:
        average = beta * average + (1 - beta) * value
        found.append(average)
    return np.array(found)


def correction(count, beta):
    """The sum of the weights after 1, 2 ... values."""
    return 1 - beta ** np.arange(1, count + 1)


def weights(count, beta):
    """What a value counts for when it is 0, 1, 2 ... values old."""
    return (1 - beta) * beta ** np.arange(count)


def velocities(values, beta):
    """The velocity of SGD whose dampening is its momentum, where these values are the gradients."""
    optimizer, parameter, found = optimizers.SGD(1.0, momentum=beta, dampening=beta), np.zeros(1), []
    for value in values:
        optimizer.update([parameter], [np.array([value])])
        found.append(optimizer.state()["velocity/0"][0])
    return np.array(found)


def found(desk):
    """The table and the pictures."""
    wave, values = series(desk.rng())
    return table(values), [smoothed(wave, values), bias(values), ages()]


def table(values):
    rows = []
    for beta in BETAS:
        count = round(1 / (1 - beta))
        apart = np.abs(averages(values, beta) - velocities(values, beta)).max()
        share, noise = weights(count, beta).sum(), np.sqrt((1 - beta) / (1 + beta))
        rows.append((f"{beta:g}", f"{count}", f"{share:.0%}", f"{beta / (1 - beta):.0f}", f"{noise:.0%}", f"{apart:.0g}"))
    headings = ("beta", "values that count,\n1/(1 - beta)", "their share\nof the weights", "mean age\nof a value",
                "noise\nthat is left", "apart from\nSGD's velocity")  # fmt: skip
    return Table("Exponentially weighted averages", headings, rows)


def smoothed(wave, values):
    """The series, and its averages."""
    title = "The larger beta, the smoother the average, and the later it is"
    figure, all_axes = pictures.figure(title, columns=3, height=3.2, width=9, sharex=True, sharey=True)
    t = np.arange(1, LENGTH + 1)
    for axes, beta in zip(all_axes, BETAS):
        axes.plot(t, values, ".", color="0.6", markersize=3, label="values")
        axes.plot(t, wave, color="0.45", linewidth=1, label="without noise")
        corrected = averages(values, beta) / correction(LENGTH, beta)
        axes.plot(t, corrected, **pictures.look(0), label="average")
        axes.set(title=f"beta {beta:g}: about {1 / (1 - beta):.0f} values", xlabel="step")
    all_axes[0].set_ylabel("value")
    handles, labels = all_axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3)
    seen = (
        "A noisy wave, and averages with three betas: that of .5 is nearly as noisy, that of .9 follows the wave, and that of "
        ".98 is smooth, late by some 30 steps, and less high and low."
    )
    return Picture("optimisers_averages", figure, seen)


def bias(values):
    """The first averages, with and without correction."""
    figure, all_axes = pictures.figure(
        "Averages that start at 0 are too low; dividing by 1 - beta^t mends it", columns=2, sharey=True
    )
    count = 60
    t = np.arange(1, count + 1)
    for axes, beta in zip(all_axes, BETAS[1:]):
        plain = averages(values[:count], beta)
        axes.plot(t, values[:count], ".", color="0.6", markersize=4, label="values")
        axes.plot(t, plain, **pictures.look(2), label="average")
        axes.plot(t, plain / correction(count, beta), **pictures.look(0), label="corrected")
        axes.set(title=f"beta {beta:g}", xlabel="step", ylim=(0, None))
    all_axes[0].set_ylabel("value")
    all_axes[1].legend(loc="lower right")
    seen = (
        "The first 60 values, and averages of them: without correction they rise from near 0, with .9 for some 30 steps and "
        "with .98 to the end; the corrected ones are among the values from the first step on."
    )
    return Picture("optimisers_bias", figure, seen)


def ages():
    """The weights of values by their age."""
    figure, axes = pictures.figure("About 1/(1 - beta) values count: the weights of older ones are small")
    age = np.arange(121)
    for k, beta in enumerate(BETAS):
        count, by_age = round(1 / (1 - beta)), weights(len(age), beta)
        axes.plot(age, by_age, **pictures.look(k), label=f"beta {beta:g}")
        axes.plot(count, by_age[count], pictures.MARKERS[k], color=pictures.COLOURS[k], markersize=8)
        axes.annotate(f"1/(1 - {beta:g}) = {count}", (count, by_age[count]), (8, 4), textcoords="offset points")
    axes.set(
        xlabel="age of a value in steps", ylabel="weight, (1 - beta) beta^age", yscale="log", xlim=(-1, 120), ylim=(1e-4, 1)
    )
    axes.yaxis.set_major_formatter("{x:g}")
    axes.legend(loc="upper right")
    seen = (
        "Three falling lines of weights by age, on a logarithmic scale: the larger beta, the lower the line begins and the "
        "less steep it is. Each is marked at 1/(1 - beta), where it is about a third of its start."
    )
    return Picture("optimisers_weights", figure, seen)
