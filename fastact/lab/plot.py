"""python -m fastact plot: curves of activations and their derivatives."""

import sys

import numpy as np

import fastact as fa
from fastact.lab.lessons import pictures

POINTS = 2001


def problem(options):
    """What is wrong with options that do not go together, or None."""
    low, high = options.range
    return None if low < high else f"--range must be two numbers that rise, not {low:g} and {high:g}"


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
    figure, axes = pictures.figure(", ".join(label(*curve) for curve in curves), columns=1 + derivative, squeeze=False)
    for one, suffix, title in zip(axes[0], ("", "_grad"), ("f(x)", "f'(x)")):
        for k, (name, parameters) in enumerate(curves):
            x, y = points(name, suffix, parameters, between)
            one.plot(x, y, label=label(name, parameters), **pictures.look(k))
        one.axhline(0, color="gray", linewidth=0.8, zorder=0)
        one.axvline(0, color="gray", linewidth=0.8, zorder=0)
        one.set(xlabel="x", title=title)
        one.margins(x=0)
    if len(curves) > 1:
        axes[0, 0].legend()
    return figure


def label(name, parameters):
    return f"{name}({', '.join(f'{one}={value:g}' for one, value in parameters.items())})" if parameters else name


def points(name, suffix, parameters, between):
    """x and y of a curve, which is interrupted where the function jumps."""
    found = fa.activations()[name]
    x = np.linspace(*between, POINTS)
    kinks = [kink for kink in found.properties(**parameters).kinks if between[0] < kink < between[1]]
    x = np.unique([*x, *kinks, *np.nextafter(kinks, -np.inf), *np.nextafter(kinks, np.inf)])
    y = getattr(fa, name + suffix)(x, **parameters)
    steps = np.abs(np.diff(y)) > 1e-6 * max(1.0, np.nanmax(np.abs(np.where(np.isfinite(y), y, 0))))
    jumps = np.flatnonzero(steps & (np.diff(x) < 1e-9))
    return np.insert(x, jumps + 1, np.nan), np.insert(np.where(np.isfinite(y), y, np.nan), jumps + 1, np.nan)
