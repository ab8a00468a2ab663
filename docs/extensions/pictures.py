"""The pictures of a function's page: its curve and slope, and what each parameter does; for light and for dark pages."""

from contextlib import contextmanager

import matplotlib
import numpy as np
from matplotlib.figure import Figure

from fastact.lab import plot
from fastact.lab.lessons.pictures import STYLE

BETWEEN = (-5.0, 5.0)
# By the theme of a page: text and axes, the function, its derivative, and more curves of a family.
COLOURS = {
    "light": ("#3f3f3f", "#0072b2", "#d55e00", "#009e73", "#8a5a00"),
    "dark": ("#d0d0d0", "#56b4e9", "#ff9f4a", "#3fd9a8", "#f0e442"),
}
DASHES = ("-", "--", "-.", ":")
# Parameters that have no default, and what is drawn of others than half and twice the default.
DRAWN = {
    "prelu": {"slope": (0.25, 0.1, 0.5)},
    "threshold": {"threshold": (0.5, -1.0, 2.0), "value": (0.0, -1.0, 1.0)},
    "srelu": {
        "t_left": (-1.0, -2.0, 0.0),
        "a_left": (0.2, -0.5, 2.0),
        "t_right": (1.0, 0.5, 2.0),
        "a_right": (0.5, -0.5, 2.0),
    },
    "binary_step": {"threshold": (0.0, -2.0, 2.0)},
    "leaky_relu": {"negative_slope": (0.01, 0.1, 0.3)},
    "star_relu": {"bias": (-0.4472, 0.0, 1.0)},
    "soft_exponential": {"alpha": (0.0, -0.3, 0.3)},
    "soft_cap": {"cap": (30.0, 3.0, 1.0)},
    "shrink": {"bias": (0.0, 0.25, 0.5)},
    "hard_sigmoid": {"offset": (0.5, 0.25, 0.75)},
    "hard_tanh": {"min_val": (-1.0, -2.0, 0.0), "max_val": (1.0, 0.5, 2.0)},
}


def values_of(entry, parameter):
    """The default of a parameter or what stands for it, and two others."""
    if parameter in DRAWN.get(entry.name, {}):
        return DRAWN[entry.name][parameter]
    default = entry.parameters[parameter].default
    return default, default / 2, default * 2


def defaults(entry):
    return {parameter: values_of(entry, parameter)[0] for parameter in entry.parameters}


@contextmanager
def theme(name):
    """A context in which figures look right on a light or a dark page."""
    ink = COLOURS[name][0]
    names = ("text.color", "axes.edgecolor", "axes.labelcolor", "xtick.color", "ytick.color")
    clear = {"figure.facecolor": "none", "axes.facecolor": "none", "savefig.facecolor": "none"}
    with matplotlib.rc_context(STYLE | dict.fromkeys(names, ink) | clear):
        yield


def both_themes(path, draw):
    """Writes a figure twice; `draw(figure, colours)` draws it.  `path` has no suffix."""
    for name, colours in COLOURS.items():
        with theme(name):
            figure = Figure(figsize=draw.size, layout="constrained")
            draw(figure, colours)
            figure.savefig(f"{path}-{name}.svg", metadata={"Date": None})


class Curve:
    """A function and its derivative in one picture."""

    size = (6.4, 3.4)

    def __init__(self, entry):
        self.entry = entry

    def __call__(self, figure, colours):
        axes, given = framed(figure, colours), defaults(self.entry)
        heights = []
        for suffix, label, colour, dashes in (("", "f(x)", colours[1], "-"), ("_grad", "slope", colours[2], "--")):
            heights.append(line(axes, self.entry.name, suffix, given, label, colour, dashes))
        limited(axes, heights)
        figure.legend(loc="outside right upper")


class Family:
    """A function with several values of one parameter."""

    size = (6.4, 2.8)

    def __init__(self, entry, parameter):
        self.entry, self.parameter = entry, parameter

    def __call__(self, figure, colours):
        axes, heights = framed(figure, colours), []
        for value, colour, dashes in zip(sorted(values_of(self.entry, self.parameter)), colours[1:], DASHES):
            given = defaults(self.entry) | {self.parameter: value}
            heights.append(line(axes, self.entry.name, "", given, f"{self.parameter} = {value:g}", colour, dashes))
        limited(axes, heights)
        figure.legend(loc="outside right upper")


class Thumbnail:
    """The curve alone, without numbers."""

    size = (1.6, 1.1)

    def __init__(self, entry):
        self.entry = entry

    def __call__(self, figure, colours):
        axes = framed(figure, colours)
        axes.set_axis_off()
        limited(axes, [line(axes, self.entry.name, "", defaults(self.entry), "", colours[1], "-")])


def framed(figure, colours):
    axes = figure.add_subplot()
    axes.axhline(0, color=colours[0], linewidth=0.6, alpha=0.6, zorder=0)
    axes.axvline(0, color=colours[0], linewidth=0.6, alpha=0.6, zorder=0)
    axes.margins(x=0)
    return axes


def line(axes, name, suffix, parameters, label, colour, dashes):
    """Draws a curve, and points where it jumps; returns the heights to be seen."""
    x, y, jumps = plot.points(name, suffix, parameters, BETWEEN)
    axes.plot(x, y, dashes, color=colour, label=label)
    axes.plot(*jumps, "o", color=colour, markersize=3.5)
    return y if len(jumps[0]) else plot.in_sight(y, BETWEEN[1] - BETWEEN[0])


def limited(axes, heights):
    heights = np.concatenate([*heights, np.zeros(1)])
    low, high = np.nanmin(heights), np.nanmax(heights)
    margin = 0.06 * (high - low) or 0.1
    axes.set_ylim(low - margin, high + margin)
