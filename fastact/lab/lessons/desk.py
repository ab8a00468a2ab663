"""What a lesson is given, and what it returns."""

from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from matplotlib.figure import Figure


class Picture(NamedTuple):
    """A picture of one idea.

    `name` is the name of its file without the suffix; `seen` says in a sentence or two what the picture shows, also for readers
    who cannot see it.  With `animation`, an animation of matplotlib on the figure, the file is a GIF.
    """

    name: str
    figure: Figure
    seen: str
    animation: object = None


class Table(NamedTuple):
    """A title, the headings of the columns, and rows of text, whose first column is the name of the row."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]


class Found(NamedTuple):
    """What a lesson found, and `text`: a few paragraphs that explain it."""

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
