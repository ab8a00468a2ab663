"""The surfaces of the lesson on optimisers: gradients by hand, domains and bottoms."""

import numpy as np
import pytest

from fastact.lab.lessons.surfaces import LeastSquares, surfaces

SURFACES = {surface.name: surface for surface in surfaces()}
PROBLEM = LeastSquares(np.random.default_rng(0))
FUNCTIONS = {name: (one.value, one.gradient, one.window) for name, one in SURFACES.items()}
FUNCTIONS["least squares"] = PROBLEM.excess, PROBLEM.gradient(), (-3, 5, -1, 5)


def points_in(window, count=200):
    rng = np.random.default_rng(0)
    return np.stack([rng.uniform(*window[:2], count), rng.uniform(*window[2:], count)], axis=-1)


def defined(name, points):
    """Whether points are in the domain of a surface, with a margin for differences."""
    u = points[:, 0] * points[:, 1] + points[:, 0] + 2 * points[:, 1]
    return u > {"log": -1, "quotient": 0}.get(name, -np.inf) + 0.05


@pytest.mark.parametrize("name", FUNCTIONS)
def test_gradients_are_those_of_differences(name):
    value, gradient, window = FUNCTIONS[name]
    points = points_in(window)
    points, h = points[defined(name, points)], 1e-5
    assert len(points) > 100
    differences = [(value(points + step) - value(points - step)) / (2 * h) for step in h * np.eye(2)]
    np.testing.assert_allclose(gradient(points), np.stack(differences, axis=-1), rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("name, inside, outside", [("log", (0, 0), (-1, -1)), ("quotient", (0.1, 0), (0, 0))])
def test_outside_of_the_domain_there_is_neither_value_nor_gradient(name, inside, outside):
    surface, points = SURFACES[name], np.array([inside, outside], float)
    assert np.isfinite(surface.value(points)).tolist() == [True, False]
    assert np.isfinite(surface.gradient(points)).all(axis=-1).tolist() == [True, False]


@pytest.mark.parametrize("name", [name for name in SURFACES if name != "log"])
def test_the_bottom_is_a_hundredth_above_the_lowest_value(name):
    surface = SURFACES[name]
    x, y = np.linspace(*surface.window[:2], 801), np.linspace(*surface.window[2:], 801)
    lowest = np.nanmin(surface.value(np.stack(np.meshgrid(x, y), axis=-1)))
    assert surface.low - 0.01 - 1e-9 <= lowest < surface.low - 0.009


def test_the_excess_is_of_the_mean_squared_error():
    errors = [((PROBLEM.x @ point - PROBLEM.y) ** 2).mean() for point in (PROBLEM.bottom, np.array([-1.0, 2.0]))]
    assert PROBLEM.excess(np.array([-1.0, 2.0])) == pytest.approx(errors[1] - errors[0])


def test_the_gradient_of_all_rows_is_the_mean_of_those_of_the_batches():
    points = points_in((-3, 5, -1, 5))
    batches = PROBLEM.batches(np.random.default_rng(1), 1)
    assert len(batches) == PROBLEM.rows // PROBLEM.batch
    np.testing.assert_allclose(np.mean([one(points) for one in batches], axis=0), PROBLEM.gradient()(points), atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_the_valley_is_long_in_the_direction_of_the_sparse_weight(seed):
    problem = LeastSquares(np.random.default_rng(seed))
    assert np.count_nonzero(problem.x[:, 1]) == problem.present
    curvature = 2 * problem.x.T @ problem.x / problem.rows
    assert curvature[0, 0] > 50 * curvature[1, 1]
    np.testing.assert_allclose(problem.gradient()(problem.bottom), 0, atol=1e-12)
    assert problem.distance(problem.bottom + np.array([0.1, -0.3])) == pytest.approx(0.3)
