"""The exponentially weighted average of a noisy series, which is what momentum keeps of the gradients."""

import numpy as np

from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Picture, Table
from fastact.nn import optimizers

BETAS = (0.5, 0.9, 0.98)
LENGTH, NOISE = 200, 3.0


def series(rng):
    """A slow wave around 20, and the same with noise."""
    wave = 20 + 6 * np.sin(2 * np.pi * np.arange(LENGTH) / LENGTH)
    return wave, wave + NOISE * rng.standard_normal(LENGTH)


def averages(values, beta):
    """V = beta V + (1 - beta) x for one value after another, from V = 0; division by 1 - beta^t corrects for that start."""
    average, found = 0.0, []
    for value in values:
        average = beta * average + (1 - beta) * value
        found.append(average)
    return np.array(found)


def correction(count, beta):
    """The sum of the weights after 1, 2 ... values."""
    return 1 - beta ** np.arange(1, count + 1)


def weights(count, beta):
    """The weight of a value that is 0, 1, 2 ... steps old."""
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
    headings = ("beta", "last values,\n1/(1 - beta)", "weight of\nthese values", "mean age\nof a value",
                "noise that\nis left", "difference from\nSGD's velocity")  # fmt: skip
    return Table("Exponentially weighted averages", headings, rows)


def smoothed(wave, values):
    """The series, and its averages."""
    title = "With a larger beta the average is smoother, but lags further behind"
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
        "A noisy wave and its averages with three values of beta. With .5 the average is nearly as noisy as the values, with "
        ".9 it follows the wave, and with .98 it is smooth, some 30 steps late, and misses the highest and lowest values."
    )
    return Picture("optimisers_averages", figure, seen)


def bias(values):
    """The first averages, with and without correction."""
    figure, all_axes = pictures.figure(
        "Averages that start at 0 are too low; dividing by 1 - beta^t corrects them", columns=2, sharey=True
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
        "The first 60 values and their averages. Without correction the averages rise from near 0, with .9 for some 30 steps "
        "and with .98 to the end; corrected averages are among the values from the first step on."
    )
    return Picture("optimisers_bias", figure, seen)


def ages():
    """The weights of values by their age."""
    figure, axes = pictures.figure("The last 1/(1 - beta) values have most of the weight")
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
        "The weight of a value against its age, on a logarithmic scale, as three falling lines. With a larger beta the line "
        "begins lower and is less steep. Each is marked at the age 1/(1 - beta), where it is about a third of its start."
    )
    return Picture("optimisers_weights", figure, seen)
