"""What a lesson is given, and what it returns."""

from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from matplotlib.figure import Figure


class Picture(NamedTuple):
    """A picture of one idea.

    `name` is that of its file, without the suffix; `seen` tells those who do not see it what it shows, in a sentence or two.
    `animation` is one of matplotlib's, whose frames are drawn on the figure: the file is a GIF then.
    """

    name: str
    figure: Figure
    seen: str
    animation: object = None


class Table(NamedTuple):
    """A title, the headings of the columns, and rows of text, of which the first column names what the row is of."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]


class Found(NamedTuple):
    """What a lesson found, and `text`: a paragraph or a few, on what is to be seen."""

    text: str
    tables: list[Table]
    pictures: list[Picture]


class Desk:
    """What a lesson is given: the seed of all that it draws, whether to animate, and a bar of progress."""

    def __init__(self, seed=0, animate=False, progress=None):
        self.seed, self.animate, self._progress = seed, animate, progress

    def rng(self):
        """A new generator, always in the same state."""
        return np.random.default_rng(self.seed)

    @contextmanager
    def task(self, what, total):
        """A part of the bar; gives a function that is called after each of `total` steps, with whatever arguments: a callback
        of `Network.fit`, too."""
        task = None if self._progress is None else self._progress.add_task(what, total=total)

        def advance(*_):
            if task is not None:
                self._progress.advance(task)

        try:
            yield advance
        finally:
            if task is not None:
                self._progress.remove_task(task)
