"""Surfaces to go down: their values, their gradients by hand, and where their bottoms are.

Points are arrays whose last axis is (x, y); so are gradients.  A value or a gradient outside of a surface's domain is NaN.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

import fastact as fa


class Surface(NamedTuple):
    """A function of points and its gradient.

    `start` is where descents begin, or the middle of where they do.  They are at the bottom where the value is at most `low`:
    a hundredth above the smallest there is, or, where there is none, a level.  A picture shows contours at `levels` in
    `window`, the least and the largest x, then those of y, and its `legend` where no path goes.
    """

    name: str
    formula: str
    value: Callable
    gradient: Callable
    start: tuple[float, float]
    low: float
    levels: np.ndarray
    window: tuple[float, float, float, float]
    legend: str = "lower right"


def quadratic(a, b, c, d):
    """a x^2 + b y^2 + c x y + d x: its value, its gradient, and the point where that is 0."""

    def value(points):
        x, y = xy(points)
        return a * x**2 + b * y**2 + c * x * y + d * x

    def gradient(points):
        x, y = xy(points)
        return np.stack([2 * a * x + c * y + d, 2 * b * y + c * x], axis=-1)

    return value, gradient, np.linalg.solve([[2 * a, c], [c, 2 * b]], [-d, 0])


def of_bilinear(outer, slope, above, a, b, c):
    """outer(u) of u = a x y + b x + c y, where u is above a number: its value, and its gradient by the chain rule."""

    def inner(points):
        x, y = xy(points)
        u = a * x * y + b * x + c * y
        return np.where(u > above, u, np.nan)

    def value(points):
        return outer(inner(points))

    def gradient(points):
        x, y = xy(points)
        return slope(inner(points))[..., None] * np.stack([a * y + b, a * x + c], axis=-1)

    return value, gradient


def log_sum_exp(matrix):
    """log of the sum of exp(A p), which is convex: its value, and its gradient, transpose(A) softmax(A p)."""
    return lambda points: fa.logsumexp(points @ matrix.T, axis=-1), lambda points: fa.softmax(points @ matrix.T) @ matrix


def xy(points):
    return points[..., 0], points[..., 1]


def minus_sine(u):
    return -np.sin(u)


def log_slope(u):
    return 1 / (1 + u)


def quotient(u):
    return np.cos(u) / np.log1p(u)


def quotient_slope(u):
    return -(np.sin(u) + quotient(u) / (1 + u)) / np.log1p(u)


def surfaces():
    """The notes' four, with numbers, and a convex one.

    The quadratic is a valley at 45 degrees to the axes, for c is nearly 2 a = 2 b.  The next three depend on u = x y + x + 2 y
    alone, whose contours are hyperbolas: the cosine has a bottom along u = pi, the logarithm falls without end to u = -1, the
    edge of its domain, and the quotient, here for positive u, has a wall at u = 0 and its bottom near u = 3.
    """
    bilinear, u = (1, 1, 2), "x y + x + 2 y"
    value, gradient, bottom = quadratic(1, 1, 1.9, -0.4)
    return [
        Surface(
            "quadratic",
            "x² + y² + 1.9 x y - 0.4 x",
            value,
            gradient,
            start=(-1, 1),
            low=float(value(bottom)) + 0.01,
            levels=value(bottom) + np.geomspace(0.03, 30, 10),
            window=(-1.4, 3.2, -3.2, 1.4),
            legend="upper right",
        ),
        Surface(
            "cos",
            f"cos({u})",
            *of_bilinear(np.cos, minus_sine, -math.inf, *bilinear),
            start=(0, 0),
            low=-1 + 0.01,
            levels=np.linspace(-0.8, 0.8, 5),
            window=(-0.6, 1.6, -0.4, 1.8),
        ),
        Surface(
            "log",
            f"log({u} + 1)",
            *of_bilinear(np.log1p, log_slope, -1, *bilinear),
            start=(1, 1),
            low=-3,
            levels=np.arange(-3.0, 3.0),
            window=(-0.5, 1.6, -0.9, 1.2),
            legend="upper left",
        ),
        Surface(
            "quotient",
            f"cos({u})/log({u} + 1)",
            *of_bilinear(quotient, quotient_slope, 0, *bilinear),
            start=(0.3, 0.3),
            low=float(quotient(np.linspace(2.5, 3.5, 100001)).min()) + 0.01,
            levels=np.array([-0.6, -0.4, 0, 0.5, 1, 2, 4]),
            window=(-0.3, 1.4, -0.3, 1.2),
        ),
        Surface(
            "convex",
            "log(exp(x + 3 y) + exp(x - 3 y) + exp(-x))",
            *log_sum_exp(np.array([[1.0, 3.0], [1.0, -3.0], [-1.0, 0.0]])),
            start=(2, 1),
            low=math.log(8) / 2 + 0.01,
            levels=math.log(8) / 2 + np.geomspace(0.05, 5, 9),
            window=(-1.6, 2.5, -1.5, 1.3),
        ),
    ]


class LeastSquares:
    """The mean squared error of y = X w for two weights, of which the first has a dense input and the second a sparse one.

    One row in a hundred has the sparse input at all, so that the mean of its squares, and with it the curvature in the
    direction of its weight, is about a hundredth of the dense one's.
    """

    rows, present, noise, batch = 300, 3, 0.3, 30
    weights = np.array([1.0, 3.0])

    def __init__(self, rng):
        self.x = np.zeros((self.rows, 2))
        self.x[:, 0] = rng.standard_normal(self.rows)
        self.x[rng.choice(self.rows, self.present, replace=False), 1] = 1
        self.y = self.x @ self.weights + self.noise * rng.standard_normal(self.rows)
        self.bottom = np.linalg.lstsq(self.x, self.y)[0]

    def excess(self, points):
        """The mean of (X w - y)^2 less its smallest, which is that of X (w - bottom)^2."""
        apart = points - self.bottom
        return (apart @ (self.x.T @ self.x) * apart).sum(axis=-1) / self.rows

    def distance(self, points):
        """The larger of the distances of both weights from those of the smallest loss."""
        return np.abs(points - self.bottom).max(axis=-1)

    def gradient(self, rows=slice(None)):
        """The function that gives 2 transpose(X) (X w - y)/m over m of the rows."""
        x, y = self.x[rows], self.y[rows]
        product, constant = 2 * x.T @ x / len(y), 2 * y @ x / len(y)
        return lambda points: points @ product - constant

    def batches(self, rng, epochs):
        """The gradients of one batch after another, from the rows in a new order in every epoch."""
        orders = [rng.permutation(self.rows).reshape(-1, self.batch) for _ in range(epochs)]
        return [self.gradient(rows) for order in orders for rows in order]
