"""Optimisers, and their paths down a surface by the best of many rates."""

from typing import NamedTuple

import numpy as np

from fastact.nn import optimizers

OPTIMISERS = {
    "gradient descent": (optimizers.SGD, {}),
    "momentum .5": (optimizers.SGD, {"momentum": 0.5}),
    "momentum .8": (optimizers.SGD, {"momentum": 0.8}),
    "momentum .9": (optimizers.SGD, {"momentum": 0.9}),
    "Nesterov .9": (optimizers.SGD, {"momentum": 0.9, "nesterov": True}),
    "Adagrad": (optimizers.Adagrad, {}),
    "RMSProp .9": (optimizers.RMSProp, {"rho": 0.9}),
    "Adam": (optimizers.Adam, {}),
}
MOMENTUM = ("gradient descent", "momentum .9", "Nesterov .9")
ADAPTIVE = ("Adagrad", "RMSProp .9", "Adam")
RATES = 10.0 ** (np.arange(-24, 5) / 8)  # from .001 to 3.2, eight to a factor of 10
RING = np.stack([np.cos(np.arange(8) * np.pi / 4), np.sin(np.arange(8) * np.pi / 4)], axis=-1)  # starts lie on such a circle


class Descent(NamedTuple):
    """Descents of one optimiser by the best of `RATES`.

    `paths` has the axes step, start, and x and y.  `arrived` has, for each start, the step from which on the path is at the
    bottom, or, where it is not at last, the number of points on a path.
    """

    rate: float
    paths: np.ndarray
    arrived: np.ndarray

    def reached(self):
        """From which starts the bottom was reached."""
        return self.arrived < len(self.paths)

    def told(self, value=None):
        """The steps that the slowest start needs; where not all arrive, how many do, and how many left the domain before."""
        reached = self.reached()
        if reached.all():
            return f"{self.arrived.max()}"
        left = 0 if value is None else (np.isnan(value(self.paths[-1])) & ~reached).sum()
        return f"{reached.sum()} of {len(reached)}" + (f"; {left} left" if left else "")


def optimizer(name, rate):
    """A new one."""
    kind, hyperparameters = OPTIMISERS[name]
    return kind(rate, **hyperparameters)


def descend(name, gradients, starts, rates):
    """The paths of an optimiser by each rate from each start: an array of the axes step, rate, start, and x and y.

    There is a step for each of the functions `gradients`, which give the gradient at points.
    """
    points = np.repeat(starts[None], len(rates), axis=0)
    paths = np.empty((len(gradients) + 1, *points.shape))
    paths[0] = points
    by_rate = [(optimizer(name, rate), [at]) for rate, at in zip(rates, points)]
    with np.errstate(all="ignore"):  # too large a rate ends in infinity, and a step out of the domain in NaN
        for step, gradient in enumerate(gradients, 1):
            for (one, parameters), slope in zip(by_rate, gradient(points)):
                one.update(parameters, [slope])
            paths[step] = points
    return paths


def arrival(values, low):
    """The first step, along the first axis, from which on no value is above `low`; the number of values where there is none.

    A path that leaves the domain, where values are NaN, has arrived if it was at the bottom before.
    """
    above = values > low
    first = np.where(above.any(axis=0), len(above) - above[::-1].argmax(axis=0), 0)
    there = np.take_along_axis(values, np.minimum(first, len(above) - 1)[None], axis=0)[0]
    return np.where(there <= low, first, len(above))


def best(name, gradients, starts, value, low, every=1):
    """The descent by the rate that reaches the bottom from the most starts, and of these in the fewest steps from the slowest;
    of equal ones by the smallest.  Only one step in `every` is looked at: the end of an epoch."""
    paths = descend(name, gradients, starts, RATES)[::every]
    with np.errstate(all="ignore"):
        arrived = arrival(value(paths), low)
    reached = arrived < len(paths)
    slowest = np.where(reached, arrived, 0).max(axis=1)
    chosen = np.lexsort((RATES, slowest, -reached.sum(axis=1)))[0]
    return Descent(RATES[chosen], paths[:, chosen], arrived[chosen])
