"""The ways down a slope: averages of gradients, and the paths of optimisers."""

import matplotlib
import numpy as np
from matplotlib.animation import FuncAnimation

from fastact.lab.lessons import averages, pictures
from fastact.lab.lessons.descents import ADAPTIVE, MOMENTUM, OPTIMISERS, RING, best, optimizer
from fastact.lab.lessons.desk import Found, Picture, Table
from fastact.lab.lessons.surfaces import LeastSquares, surfaces
from fastact.nn import optimizers

NEAR, AROUND = 0.1, 3.0  # of least squares: what counts as the bottom, and how far from it the starts are
EPOCHS, STOCHASTIC_EPOCHS = 300, 100
STEPS = 200  # on a surface
LAST = 60  # epoch of the animation
SHOWN, WINDOW = 5, (-3, 5, -1.5, 5.5)  # of least squares: the start whose paths are drawn, and what part of the plane

# What the picture of each surface says, and what is to be seen.
SURFACES = {
    "quadratic": (
        "In a valley across both axes, a rate for each axis does not help; momentum does",
        "Paths down a narrow valley that runs from the upper left to the lower right. Nesterov's momentum takes longer steps "
        "along it than plain descent; Adagrad leaps about at first and then takes small steps, RMSProp small ones throughout.",
    ),
    "cos": (
        "A bottom that is a curve: plain descent stops where it meets it, momentum swings across",
        "Paths towards a curved bottom. Gradient descent, Adagrad and RMSProp go straight there and stay; momentum and Adam go "
        "across it, swing from side to side, and stay at another place of it.",
    ),
    "log": (
        "A hole without a bottom: steps that grow with the slope leap out of the domain",
        "Paths towards the edge of the domain, beyond which the plane is hatched. The steps of gradient descent and momentum "
        "grow on their way, and the last of them go far beyond the edge; those of RMSProp and Adam stay short to the end.",
    ),
    "quotient": (
        "Momentum remembers the steep wall: only small rates keep it in the valley",
        "Paths from beside a wall to the curved bottom of a valley. All arrive; the rate of momentum is a fortieth of that of "
        "gradient descent.",
    ),
    "convex": (
        "On a convex surface all arrive: plain descent by zigzags, momentum in curves",
        "Paths to the bottom of a convex surface. Gradient descent goes from one side of the valley to the other in every "
        "step; momentum goes along in wide smooth curves; Adagrad arrives after some leaps, RMSProp without any detour.",
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
    """The best descent of an optimiser by all rows of least squares, or by batches."""
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
    headings = ("", "all rows:\nrate", "\nepochs", f"batches of {LeastSquares.batch}:\nrate", "\nepochs")
    return Table("Least squares with a sparse input: epochs to the bottom", headings, rows)


def of_surfaces(on_surfaces, found):
    """The tables of steps and of rates."""
    headings = ("", *(surface.name for surface in on_surfaces))
    pairs = list(zip(on_surfaces, found))
    steps = [(name, *(descents[name].told(surface.value) for surface, descents in pairs)) for name in OPTIMISERS]
    rates = [(name, *(f"{descents[name].rate:.2g}" for descents in found)) for name in OPTIMISERS]
    return [
        Table(f"Surfaces: steps to the bottom, of {STEPS}", headings, steps),
        Table("Surfaces: the rates by which they were made", headings, rates),
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
    title = "Plain descent creeps in the sparse direction; momentum and rates per weight do not"
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
        "Nine panels of paths of 40 epochs, a dot for each, over contours that are long in the direction of the sparse weight. "
        "Gradient descent is in the middle of the valley after a few epochs and then creeps along it. Momentum swings across "
        "the valley, for the longer the larger it is, and gets along it; Nesterov's is sooner calm. Adagrad arrives in a few "
        "steps, RMSProp goes in a straight line of short equal steps, and Adam goes beyond the bottom and comes back."
    )
    return Picture("optimisers_sparse", figure, seen)


def rates_of_weights(problem, stochastic, batches):
    """What each weight's gradient is multiplied by, step by step."""
    title = "The sparse weight's rate is the larger; Adagrad's only fall, the others' rise again"
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
        "The rates of both weights over 200 steps: the sparse one's is some ten to thirty times the dense one's. Those of "
        "Adagrad fall and then nearly stay; those of RMSProp and Adam rise as gradients become small."
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
    panels[1].set(title="the same, with a rate for each of x and y")
    return Picture(f"optimisers_{surface.name}", figure, seen)


def animation(problem, whole):
    """The paths on least squares, an epoch a frame, and half a second of the last."""
    title = "Ways down a valley: two weights, of which one has a sparse input"
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
    seen = f"The paths of six optimisers over the contours of least squares grow step by step, in {LAST} epochs."
    return Picture("optimisers_paths", figure, seen, FuncAnimation(figure, frame, frames, interval=80))


TEXT = """
An exponentially weighted average, V = beta V + (1 - beta) x, gives the newest value the weight 1 - beta and each older one beta
times that of the next. About 1/(1 - beta) values count: they have about two thirds of the weight. The larger beta, the less
noise is left, and the later the average is. It starts at 0 and is too low at first, until it is divided by 1 - beta^t, the sum
of its weights; Adam does that. With x the gradient, V is the velocity of SGD with momentum and dampening beta, as the last
column shows. Momentum without dampening, V = beta V + g, is the same times 1/(1 - beta).

The least squares are of two weights. The input of one is nearly always 0, so that its gradient is small, and the loss is a long
valley in its direction. Each optimiser has the best of 29 rates from .001 to 3.2: the one by which it is soonest within .1 of
the bottom, for good, from the slowest of 8 starts around it. The steep direction allows plain descent no rate much above 1, and
in the other one an epoch takes off one or two hundredths of what is left. Momentum averages: gradients across the valley
change their sign and cancel, those along it agree and add up, so that the same rate goes 1/(1 - beta) times as far there. Too
much of it swings to and fro: here .8 is better than .9. Nesterov's looks where the velocity leads, and swings less.

Adagrad divides by the root of the sum of all squared gradients: the sparse weight has a much larger rate of its own, and both
rates only fall. RMSProp forgets old squares, so that its rates rise again when gradients become small: its steps stay about as
long as the rate, which must be small to end near the bottom. Adam is both, an average of gradients over the root of one of
squares, both corrected for their start at 0. In batches of 30 rows an epoch is 10 steps, and what was slow arrives in fewer
epochs, on noisy paths and mostly by smaller rates.

The surfaces have no rows, and so no batches. There too each optimiser has the best of the rates: the one by which most of 8
starts get to within .01 of the lowest value for good, and then the soonest. The logarithm has no lowest value: -3 is enough.
"3 of 8; 2 left" says that 3 got there, and that 2 had left the domain before. The quadratic's valley runs across both axes, so
that a rate for each axis does not fit it: Adagrad and RMSProp are slower than plain descent. On cos and the quotient the bottom
is a curve, to which the slope points: plain descent is there in a few steps, and momentum .9 shoots across, or needs a small
rate. On the logarithm slopes grow without end towards the edge of the domain, and steps in proportion to them leap over it;
those of RMSProp and Adam are bounded, and these two alone get down from every start. No optimiser is the best on all.
"""
