"""The lesson on optimisers: what it says holds, for other seeds too, and its animation is written."""

from argparse import Namespace

import numpy as np
import pytest
from matplotlib.text import Text
from PIL import Image

from fastact.lab.lessons import averages, command, optimisers, pictures
from fastact.lab.lessons.descents import OPTIMISERS, RING, arrival, descend
from fastact.lab.lessons.desk import Desk
from fastact.lab.lessons.surfaces import LeastSquares, surfaces

BETAS = pytest.mark.parametrize("beta", averages.BETAS)
SURFACES = {surface.name: surface for surface in surfaces()}


@BETAS
def test_averages_are_sums_by_weights_that_fall_with_age(beta):
    values = np.random.default_rng(0).standard_normal(80) + 20
    found = averages.averages(values, beta)
    assert found[-1] == pytest.approx(averages.weights(80, beta) @ values[::-1])
    sums = np.cumsum(averages.weights(80, beta))
    np.testing.assert_allclose(sums, averages.correction(80, beta), rtol=1e-12)
    np.testing.assert_allclose(averages.averages(np.full(80, 7.0), beta) / sums, 7, rtol=1e-12)


@BETAS
def test_the_velocity_of_damped_momentum_is_the_average_of_gradients(beta):
    values = averages.series(np.random.default_rng(0))[1]
    np.testing.assert_allclose(averages.velocities(values, beta), averages.averages(values, beta), rtol=1e-12)


NAN, INF = np.nan, np.inf


@pytest.mark.parametrize(
    "values, expected",
    [
        ([5, 3, 1, 1], 2),
        ([5, 1, 3, 1], 3),
        ([1, 1, 1, 1], 0),
        ([1, 1, 1, 3], 4),
        ([5, 1, NAN, NAN], 1),
        ([5, 3, NAN, NAN], 4),
        ([5, INF, NAN, NAN], 4),
        ([NAN, NAN, NAN, NAN], 4),
    ],
)
def test_arrival_is_for_good_and_before_a_path_leaves(values, expected):
    assert arrival(np.array(values)[:, None], 2).tolist() == [expected]


def slowest(found):
    """Steps by names, where all starts arrive."""
    assert all(descent.reached().all() for descent in found.values())
    return {name: descent.arrived.max() for name, descent in found.items()}


@pytest.mark.parametrize("seed", range(5))
def test_by_all_rows_momentum_and_rates_per_weight_are_faster_than_plain_descent(seed):
    problem = LeastSquares(np.random.default_rng(seed))
    found = {name: optimisers.on_rows(name, problem) for name in OPTIMISERS}
    epochs = slowest(found)
    assert max(epochs, key=epochs.get) == "gradient descent"
    assert min(epochs, key=epochs.get) == "Adagrad"
    assert epochs["momentum .8"] < epochs["momentum .9"] < epochs["gradient descent"] / 2
    assert epochs["Nesterov .9"] < epochs["momentum .9"]
    # as far as momentum goes along the valley in a step, plain descent cannot go
    for name, beta in (("momentum .8", 0.8), ("momentum .9", 0.9)):
        paths = descend("gradient descent", [problem.gradient()] * 50, RING, [found[name].rate / (1 - beta)])
        assert problem.distance(paths[-1, 0]).min() > 1e6


@pytest.mark.parametrize("seed", [0, 4])
def test_what_was_slow_is_faster_in_batches_and_rates_are_of_weights(seed):
    rng = np.random.default_rng(seed)
    problem = LeastSquares(rng)
    batches = problem.batches(rng, optimisers.STOCHASTIC_EPOCHS)
    names = "gradient descent", "RMSProp .9", "Adam"
    found = {name: optimisers.on_rows(name, problem, batches) for name in names}
    whole = slowest({name: optimisers.on_rows(name, problem) for name in names})
    assert all(epochs < 0.6 * whole[name] for name, epochs in slowest(found).items())
    rates = {name: optimisers.applied(name, 0.1, problem, batches[:200]) for name in ("Adagrad", "RMSProp .9", "Adam")}
    for dense, sparse in (of_both.T for of_both in rates.values()):
        seen = ~np.isnan(sparse)  # from the first batch on that has the sparse input
        assert seen[20:].all() and (sparse[seen] > 2 * dense[seen]).all()
    assert not (np.diff(rates["Adagrad"], axis=0) > 0).any()
    assert all((rates[name][-1] > 2 * rates[name][10]).all() for name in ("RMSProp .9", "Adam"))


@pytest.fixture(scope="module")
def on_surfaces():
    return {name: {one: optimisers.on_surface(one, surface) for one in OPTIMISERS} for name, surface in SURFACES.items()}


def test_in_a_valley_across_both_axes_rates_for_each_do_not_help(on_surfaces):
    steps = slowest(on_surfaces["quadratic"])
    slower = {name for name, count in steps.items() if count > steps["gradient descent"]}
    assert slower == {"Adagrad", "RMSProp .9"}


def test_where_slopes_grow_without_end_only_bounded_steps_arrive_from_every_start(on_surfaces):
    found = on_surfaces["log"]
    assert {name for name, descent in found.items() if descent.reached().all()} == {"RMSProp .9", "Adam"}
    assert all("left" in found[name].told(SURFACES["log"].value) for name in ("gradient descent", "momentum .9"))


@pytest.mark.parametrize("name", ["cos", "quotient", "convex"])
def test_plain_descent_is_sooner_at_an_easy_bottom_than_momentum(on_surfaces, name):
    steps = slowest(on_surfaces[name])
    assert 3 * steps["gradient descent"] < steps["momentum .9"]


def test_momentum_needs_small_rates_below_a_wall(on_surfaces):
    found = on_surfaces["quotient"]
    assert found["momentum .9"].rate < found["gradient descent"].rate / 30


def test_plain_descent_zigzags_where_momentum_does_not(on_surfaces):
    turns = {
        name: (np.diff(np.sign(on_surfaces["convex"][name].paths[1:12, 0, 1])) != 0).sum()
        for name in ("gradient descent", "momentum .9")
    }
    assert turns["gradient descent"] >= 8 and turns["momentum .9"] <= 2


@pytest.fixture(scope="module")
def lesson(on_surfaces):
    """The whole lesson, with few frames, and with the descents on surfaces that are known already."""
    with pytest.MonkeyPatch.context() as patch, pictures.style():
        patch.setattr(optimisers, "LAST", 3)
        patch.setattr(optimisers, "on_surface", lambda name, surface: on_surfaces[surface.name][name])
        yield optimisers.lesson(Desk(0, animate=True))


def test_the_tables_have_a_row_for_each_optimiser(lesson):
    averaged, *others = lesson.tables
    assert [row[0] for row in averaged.rows] == ["0.5", "0.9", "0.98"]
    for table in others:
        assert [row[0] for row in table.rows] == list(OPTIMISERS)
        assert {len(row) for row in table.rows} == {len(table.headings)}


def test_every_picture_says_what_is_to_be_seen(lesson):
    names = [picture.name for picture in lesson.pictures]
    assert len(names) == len(set(names)) == 11
    assert all(name.startswith("optimisers_") for name in names) and all(len(one.seen) > 40 for one in lesson.pictures)
    sizes = {text.get_fontsize() for one in lesson.pictures for text in one.figure.findobj(Text)}
    assert min(sizes) >= 9


def test_the_animation_is_a_small_gif_of_one_palette(lesson, tmp_path):
    picture = lesson.pictures[-1]
    path = command.write(picture, Namespace(output=tmp_path, format="png"), Desk())
    assert path.name == "optimisers_paths.gif" and path.stat().st_size < 200_000
    with Image.open(path) as gif:
        assert gif.n_frames == 4 and gif.info["loop"] == 0  # the last ones, all equal, are one
        assert (gif.width, gif.height) == (720, 480)
        colours = set()
        for k in range(gif.n_frames):
            gif.seek(k)
            colours |= {colour for _, colour in gif.convert("RGB").getcolors(2**16)}
        assert len(colours) <= 256
