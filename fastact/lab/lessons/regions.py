"""Where in a plane a network says yes: hatched, within a border."""

import numpy as np
from matplotlib.patches import Patch

COLOUR, HATCH = "#cfe3f1", "///"


def draw(axes, output, level, x, y):
    """Hatches where a function of rows of two numbers is above a level; x and y are (low, high)."""
    grid = np.meshgrid(np.linspace(*x, 301), np.linspace(*y, 301))
    found = output(np.stack(grid, axis=-1).reshape(-1, 2)).reshape(grid[0].shape)
    if found.max() > level:
        axes.contourf(*grid, found, [level, found.max()], colors=[COLOUR], hatches=[HATCH])
    if found.min() < level < found.max():
        axes.contour(*grid, found, [level], colors="black", linewidths=1.8)
    axes.set(xlim=x, ylim=y)


def legend(figure, markers, label):
    """A legend below: the markers of some axes, and what is hatched."""
    handles = [*markers.get_legend_handles_labels()[0], Patch(facecolor=COLOUR, edgecolor="gray", hatch=HATCH, label=label)]
    figure.legend(handles=handles, loc="outside lower center", ncols=len(handles))
