"""python -m fastact plot: curves of activations and their derivatives."""

import sys
import textwrap

import numpy as np

import fastact as fa
from fastact.lab.lessons import pictures

POINTS = 2001
LARGEST = 1e100  # number that is drawn: the picture's own arithmetic overflows beyond
PANELS = {"": "f(x)", "_grad": "f'(x)"}


def problem(options):
    """What is wrong with options that do not go together, or None."""
    low, high = options.range
    if not -LARGEST <= low < high <= LARGEST:
        return f"--range must be two numbers that rise, of at most {LARGEST:g} in size, not {low:g} and {high:g}"
    for name, parameters in options.curves:
        if np.isnan(points(name, "", parameters, options.range)[1]).all():
            return f"{label(name, parameters)} has nothing to draw between {low:g} and {high:g}"
    return None


def run(options):
    with pictures.style():
        figure = drawn(options.curves, options.derivative, options.range)
        try:
            figure.savefig(options.output)
        except OSError as error:
            told = f"error: cannot write {str(options.output)!r}: {error.strerror}"
            print(f"python -m fastact plot: {told}", file=sys.stderr)
            return 1
    return 0


def drawn(curves, derivative, between):
    """A figure of the functions, and of their derivatives beside them; of each curve a name and its parameters."""
    labels = [label(*curve) for curve in curves]
    title = textwrap.fill(", ".join(labels), 72)
    columns = max(1, min(3, 90 // (max(map(len, labels)) + 12)))  # of the legend
    rows = -(-len(curves) // columns) if len(curves) > 1 else 0
    figure, axes = pictures.figure(title, columns=1 + derivative, height=3.6 + 0.25 * rows, squeeze=False)
    for one, (suffix, panel) in zip(axes[0], PANELS.items()):
        heights = [np.zeros(1)]
        for k, (name, parameters) in enumerate(curves):
            x, y, jumps = points(name, suffix, parameters, between)
            (line,) = one.plot(x, y, label=label(name, parameters), **pictures.look(k))
            one.plot(*jumps, "o", color=line.get_color())
            heights.append(y if len(jumps[0]) else in_sight(y, between[1] - between[0]))
        one.axhline(0, color="gray", linewidth=0.8, zorder=0)
        if between[0] <= 0 <= between[1]:
            one.axvline(0, color="gray", linewidth=0.8, zorder=0)
        one.set(xlabel="x", title=panel)
        one.margins(x=0)
        low, high = np.nanmin(np.concatenate(heights)), np.nanmax(np.concatenate(heights))
        margin = 0.05 * (high - low) or 0.1
        one.set_ylim(low - margin, high + margin)
    if rows:
        figure.legend(handles=axes[0, 0].get_legend_handles_labels()[0], loc="outside lower center", ncols=columns)
    return figure


def in_sight(y, most):
    """The values of a curve that decide how high its axes are: where it runs away, those up to `most` in size, if half are."""
    y = y[np.isfinite(y)]
    small = np.abs(y) <= most
    return y[small] if 2 * small.sum() >= len(y) else y


def label(name, parameters):
    return f"{name}({', '.join(f'{one}={value:g}' for one, value in parameters.items())})" if parameters else name


def points(name, suffix, parameters, between):
    """x and y of a curve, which is interrupted where the function jumps; and x and y of what it is at the jumps."""
    found = fa.activations()[name]
    kinks = np.array([kink for kink in found.properties(**parameters).kinks if between[0] < kink < between[1]])
    x = np.unique([*np.linspace(*between, POINTS), *np.nextafter(kinks, -np.inf), *kinks, *np.nextafter(kinks, np.inf)])
    y = getattr(fa, name + suffix)(x, **parameters)
    y[np.abs(y) > LARGEST] = np.nan
    least = 1e-6 * max(1.0, np.nanmax(np.abs(y), initial=0))
    jumps = np.flatnonzero((np.diff(x) < 1e-9) & (np.abs(np.diff(y)) > least))
    at = np.isin(x, kinks) & np.isin(np.arange(len(x)), [jumps, jumps + 1])
    return np.insert(x, jumps + 1, np.nan), np.insert(y, jumps + 1, np.nan), (x[at], y[at])
