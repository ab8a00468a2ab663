"""How optimisers find their way down to a minimum: averages of gradients, and paths."""

import matplotlib
import numpy as np
from matplotlib.animation import FuncAnimation

from fastact.lab.lessons import averages, pictures
from fastact.lab.lessons.descents import ADAPTIVE, MOMENTUM, OPTIMISERS, RING, best, optimizer
from fastact.lab.lessons.desk import Found, Picture, Table
from fastact.lab.lessons.surfaces import LeastSquares, surfaces
from fastact.nn import optimizers

NEAR, AROUND = 0.1, 3.0  # least squares: how near counts as the minimum, and how far from it the starts are
EPOCHS, STOCHASTIC_EPOCHS = 300, 100
STEPS = 200  # on a surface
LAST = 60  # epoch of the animation
SHOWN, WINDOW = 5, (-3, 5, -1.5, 5.5)  # of least squares: the start whose paths are drawn, and what part of the plane

# The title of the picture of each surface, and what it shows.
SURFACES = {
    "quadratic": (
        "In a diagonal valley a rate for each axis does not help, momentum does",
        "Paths down a narrow valley that runs from the upper left to the lower right. Nesterov's momentum takes longer steps "
        "along it than gradient descent. Adagrad first jumps from side to side and then takes small steps; the steps of "
        "RMSProp are small throughout.",
    ),
    "cos": (
        "Where the minima form a curve, gradient descent stops there and momentum overshoots",
        "Paths to a curve of minima. Gradient descent, Adagrad and RMSProp go straight to it and stay. Momentum and Adam go "
        "beyond it, swing from side to side, and end at another point of the curve.",
    ),
    "log": (
        "Where slopes grow without limit, steps in proportion to them leave the domain",
        "Paths to the edge of the domain, beyond which the plane is hatched. The steps of gradient descent and momentum grow "
        "on the way, and the last of them go far beyond the edge; the steps of RMSProp and Adam stay short to the end.",
    ),
    "quotient": (
        "After a steep wall momentum stays in the valley only with a small rate",
        "Paths from beside a steep wall to the curved bottom of a valley. All of them arrive; the rate of momentum is a "
        "fortieth of the rate of gradient descent.",
    ),
    "convex": (
        "On a convex surface gradient descent arrives in zigzags, momentum in curves",
        "Paths to the minimum of a convex surface. Gradient descent goes from one side of the valley to the other in every "
        "step, and momentum in wide smooth curves. Adagrad arrives after a few long jumps, RMSProp without any detour.",
    ),
}


def lesson(desk):
    rng = desk.rng()
    problem, on_surfaces = LeastSquares(rng), surfaces()
    batches = problem.batches(rng, STOCHASTIC_EPOCHS)
    with desk.task("descending", (2 + len(on_surfaces)) * len(OPTIMISERS)) as advance:

        def all_of(descent, *args):
            """What each optimiser does, by its name."""
            found = {}
            for name in OPTIMISERS:
                found[name] = descent(name, *args)
                advance()
            return found

        whole, stochastic = all_of(on_rows, problem), all_of(on_rows, problem, batches)
        found = [all_of(on_surface, surface) for surface in on_surfaces]
    averaged, drawn = averages.found(desk)
    drawn += [paths_on_rows(problem, whole, stochastic), rates_of_weights(problem, stochastic, batches)]
    drawn += [paths_on_surface(*pair) for pair in zip(on_surfaces, found)]
    if desk.animate:
        drawn.append(animation(problem, whole))
    return Found(TEXT, [averaged, of_rows(whole, stochastic), *of_surfaces(on_surfaces, found)], drawn)


def on_rows(name, problem, batches=None):
    """The best descent of an optimiser on least squares, with all rows in each step or with batches."""
    gradients = [problem.gradient()] * EPOCHS if batches is None else batches
    every = 1 if batches is None else len(batches) // STOCHASTIC_EPOCHS
    return best(name, gradients, problem.bottom + AROUND * RING, problem.distance, NEAR, every)


def on_surface(name, surface):
    """The best descent of an optimiser on a surface."""
    return best(name, [surface.gradient] * STEPS, np.array(surface.start) + RING / 4, surface.value, surface.low)


def of_rows(whole, stochastic):
    """The table of least squares."""
    pairs = [(name, whole[name], stochastic[name]) for name in OPTIMISERS]
    rows = [(name, f"{one.rate:.2g}", one.told(), f"{other.rate:.2g}", other.told()) for name, one, other in pairs]
    batches = f"batches of {LeastSquares.batch},"
    headings = ("", "all rows,\nrate", "all rows,\nepochs", f"{batches}\nrate", f"{batches}\nepochs")
    return Table("Least squares with a sparse input: epochs to the minimum", headings, rows)


def of_surfaces(on_surfaces, found):
    """The tables of the steps and of the rates."""
    headings = ("", *(surface.name for surface in on_surfaces))
    pairs = list(zip(on_surfaces, found))
    steps = [(name, *(descents[name].told(surface.value) for surface, descents in pairs)) for name in OPTIMISERS]
    rates = [(name, *(f"{descents[name].rate:.2g}" for descents in found)) for name in OPTIMISERS]
    return [
        Table(f"Surfaces: steps to the minimum, of {STEPS} at most", headings, steps),
        Table("Surfaces: the learning rates of these descents", headings, rates),
    ]


def contours(axes, value, levels, window, low):
    """Contours in thin grey lines, what is at most `low` in grey, and hatching where there is no value."""
    x, y = np.linspace(*window[:2], 301), np.linspace(*window[2:], 301)
    with np.errstate(all="ignore"):
        z = np.ma.masked_invalid(value(np.stack(np.meshgrid(x, y), axis=-1)))
    if z.min() < low:
        axes.contourf(x, y, z, [z.min(), low], colors="0.85")
    if z.mask.any():
        with matplotlib.rc_context({"hatch.color": "0.75"}):
            axes.contourf(x, y, z.mask, [0.5, 1.5], colors="white", hatches=["///"])
    axes.contour(x, y, z, levels, colors="0.65", linewidths=0.7, linestyles="solid")
    axes.set(xlim=window[:2], ylim=window[2:])


def contours_of_rows(axes, problem):
    """Those of least squares."""
    contours(axes, problem.excess, np.geomspace(0.002, 20, 13), WINDOW, 0)
    axes.plot(*problem.bottom, "*", color="black", markersize=10)


def draw(axes, descents, start, steps=None, **looks):
    """The paths from a start, with a marker there and at every fifth step."""
    for k, (name, descent) in enumerate(descents.items()):
        look = pictures.look(k, marker=True) | {"linewidth": 1.4, "markersize": 4.5, "markevery": 5} | looks
        axes.plot(*descent.paths[:steps, start].T, label=f"{name}, rate {descent.rate:.2g}", **look)


def legend(axes, place):
    axes.legend(loc=place, fontsize=9, handlelength=3, frameon=True, framealpha=0.85, edgecolor="none", borderpad=0.1)


def paths_on_rows(problem, whole, stochastic):
    """The paths on the contours of least squares, each in a panel of its own."""
    title = "Gradient descent is slow in the sparse direction; momentum and Adagrad are faster"
    figure, panels = pictures.figure(title, rows=3, columns=3, height=8.4, width=9, sharex=True, sharey=True)
    shown = {"gradient descent, all rows": whole["gradient descent"], "stochastic": stochastic["gradient descent"]}
    shown |= {name: whole[name] for name in OPTIMISERS if name not in shown and name != "gradient descent"}
    for axes, (name, descent) in zip(panels.flat, shown.items()):
        contours_of_rows(axes, problem)
        axes.plot(*descent.paths[:41, SHOWN].T, ".-", color=pictures.COLOURS[1], linewidth=1, markersize=5)
        axes.set_title(f"{name}:\nrate {descent.rate:.2g}, {descent.told()} epochs")
    figure.supxlabel("weight of the dense input; a dot for each of 40 epochs", fontsize=11)
    figure.supylabel("weight of the sparse input", fontsize=11)
    seen = (
        "Nine panels with the paths of 40 epochs, a dot for each, over contours that are long in the direction of the sparse "
        "weight. Gradient descent is in the middle of the valley after a few epochs and then moves along it slowly. Momentum "
        "moves along it faster, but swings across it, and a larger momentum swings longer; Nesterov's momentum settles sooner. "
        "Adagrad arrives in a few steps, RMSProp goes in a straight line of short equal steps, and Adam goes beyond the "
        "minimum and comes back."
    )
    return Picture("optimisers_sparse", figure, seen)


def rates_of_weights(problem, stochastic, batches):
    """What each weight's gradient is multiplied by, step by step."""
    title = "The sparse weight has the larger rate; rates of RMSProp and Adam rise again"
    figure, panels = pictures.figure(title, columns=3, width=9, sharex=True, sharey=True)
    for axes, name in zip(panels, ADAPTIVE):
        rates = applied(name, stochastic[name].rate, problem, batches[:200])
        for k, label in enumerate(("dense", "sparse")):
            axes.plot(np.arange(1, len(rates) + 1), rates[:, k], label=f"{label} weight", **pictures.look(k))
        axes.set(title=name, xlabel="step", yscale="log", ylim=(0.005, 50))
        axes.yaxis.set_major_formatter("{x:g}")
    panels[0].set_ylabel("rate of a weight")
    panels[0].legend(loc="lower left")
    seen = (
        "The rates of both weights over 200 steps: the rate of the sparse weight is mostly ten to thirty times that of the "
        "dense one. The rates of Adagrad fall at first and then hardly change; those of RMSProp and Adam rise as the gradients "
        "become small."
    )
    return Picture("optimisers_rates", figure, seen)


def applied(name, rate, problem, gradients):
    """What the gradients of both weights, or their averages, are multiplied by in each step; NaN where they were all 0."""
    one, point, rates = optimizer(name, rate), problem.bottom + AROUND * RING[SHOWN], []
    for gradient in gradients:
        one.update([point], [gradient(point)])
        square = one.state()["sum/0" if isinstance(one, optimizers.Adagrad) else "v/0"]
        if isinstance(one, optimizers.Adam):
            square /= 1 - one.beta_2**one.step
        rates.append(np.where(square > 0, rate / (np.sqrt(square) + one.epsilon), np.nan))
    return np.array(rates)


def paths_on_surface(surface, descents):
    """The paths on the contours of a surface."""
    title, seen = SURFACES[surface.name]
    figure, panels = pictures.figure(title, columns=2, height=4.6, width=9, sharex=True, sharey=True)
    for axes, group in zip(panels, (MOMENTUM, ADAPTIVE)):
        contours(axes, surface.value, surface.levels, surface.window, surface.low)
        draw(axes, {name: descents[name] for name in group}, 0)
        axes.set_xlabel("x; a marker at every fifth step")
        legend(axes, surface.legend)
    panels[0].set(title=surface.formula, ylabel="y")
    panels[1].set(title="the same surface, with rates for x and y")
    return Picture(f"optimisers_{surface.name}", figure, seen)


def animation(problem, whole):
    """The paths on least squares: a frame for each epoch, and the last one for half a second."""
    title = "Six optimisers on their way down the same valley of two weights"
    figure, panels = pictures.figure(title, columns=2, height=4.8, width=7.2, sharex=True, sharey=True)
    lines = []
    for axes, group in zip(panels, (MOMENTUM, ADAPTIVE)):
        contours_of_rows(axes, problem)
        draw(axes, {name: whole[name] for name in group}, SHOWN, 1, markersize=8)
        axes.set_xlabel("weight of the dense input")
        axes.legend(loc="upper left", bbox_to_anchor=(0, -0.17), fontsize=9)
        lines += zip(axes.lines[1:], (whole[name].paths[:, SHOWN] for name in group))
    panels[0].set(ylabel="weight of the sparse input", title="epoch 0")
    figure.draw_without_rendering()
    figure.set_layout_engine("none")  # everything stays where it is

    def frame(epoch):
        for line, path in lines:
            line.set_data(*path[: epoch + 1].T)
            line.set_markevery([epoch])
        panels[0].set_title(f"epoch {epoch}")

    frames = [*range(LAST + 1), *[LAST] * 6]
    seen = f"The paths of six optimisers grow epoch by epoch over the contours of least squares, for {LAST} epochs."
    return Picture("optimisers_paths", figure, seen, FuncAnimation(figure, frame, frames, interval=80))


TEXT = """
Averages. An exponentially weighted average, V = beta V + (1 - beta) x, gives the newest value the weight 1 - beta, and each
older value beta times the weight of the next newer one. The last 1/(1 - beta) values have about two thirds of the weight. A
larger beta leaves less noise, but the average lags further behind. V starts at 0, so the first averages are too low. Dividing
by 1 - beta^t, the sum of the weights after t values, corrects this, and Adam does so. If x is the gradient, V is the velocity
of SGD with momentum beta and dampening beta: the last column shows that they differ only by rounding. Momentum without
dampening, V = beta V + g with the gradient g, is this average times 1/(1 - beta).

Least squares. Two weights are learnt. One of the two inputs is nearly always 0 (sparse), so the gradient of its weight is
small, and the loss is a long valley in the direction of this weight. Each optimiser is tried with 29 learning rates from .001
to 3.2 from 8 starting points, and the table shows its best rate: the one with which the slowest start comes within .1 of the
minimum, and stays there, in the fewest epochs.

In the steep direction gradient descent allows no rate much above 1. In the other direction it then takes off only one or two
hundredths of the remaining distance in each epoch. Momentum averages the gradients: those across the valley change their sign
and cancel, those along it agree and add up, so that at the same rate it moves 1/(1 - beta) times as far along the valley. Too
much momentum swings to and fro: with all rows .8 is better here than .9. Nesterov's momentum takes the gradient at the place to
which the velocity leads, and swings less.

Adagrad divides each gradient by the root of the sum of all its squares so far. This gives the sparse weight a much larger rate
of its own, but the rates of both weights can only fall. RMSProp forgets old squares, so its rates rise again when the gradients
become small. Its steps therefore stay about as long as the learning rate, which must be small for it to end near the minimum.
Adam combines both ideas: it divides an average of the gradients by the root of an average of their squares, and corrects both
averages for their start at 0. In batches of 30 rows an epoch has 10 steps instead of one. What was slow now arrives in fewer
epochs, on noisy paths, and mostly with smaller rates.

Surfaces. Here the functions are given by formulas, so there are no rows and no batches. Again each optimiser is shown with its
best rate: the one with which the most of 8 starts come within .01 of the lowest value and stay there, and among such rates the
fastest. The logarithm has no lowest value; there -3 has to be reached. "3 of 8; 2 left" means that 3 starts arrived, and that 2
others left the domain of the function.

The valley of the quadratic is diagonal. Separate rates for x and y do not fit it, and Adagrad and RMSProp are slower than
gradient descent. On cos and on the quotient the minima form a curve, and the slope points straight to it: gradient descent
arrives in a few steps, while momentum .9 overshoots or needs a small rate. On the logarithm the slope grows without limit
towards the edge of the domain. Steps in proportion to the slope jump over the edge; the steps of RMSProp and Adam are bounded,
and only these two arrive from every start. No optimiser is the best on all surfaces.
"""
