"""Schedules: rates by the step."""

import copy
import math
import pickle

import numpy as np
import pytest

from fastact.nn import optimizers, schedules


@pytest.mark.parametrize(
    "rate, expected",
    [
        (schedules.constant(0.5), {0: 0.5, 10**9: 0.5}),
        (schedules.step(1.0, 3, 0.5), {0: 1.0, 2: 1.0, 3: 0.5, 5: 0.5, 6: 0.25, 3000: 0.0}),
        (schedules.step(1.0, [2, 5], 0.5), {0: 1.0, 1: 1.0, 2: 0.5, 4: 0.5, 5: 0.25, 10**6: 0.25}),
        (schedules.step(1.0, []), {0: 1.0, 100: 1.0}),
        (schedules.cosine(1.0, 4, 0.2), {0: 1.0, 1: 0.6 + 0.4 * math.sqrt(0.5), 2: 0.6, 4: 0.2, 5: 0.2}),
        (schedules.cosine(1.0, 1), {0: 1.0, 1: 0.0}),
        (schedules.warm_up(1.0, 0), {0: 1.0, 1: 1.0}),
        (schedules.warm_up(1.0, 1), {0: 0.5, 1: 1.0, 2: 1.0}),
        (schedules.warm_up(0.5, 3), {0: 0.125, 1: 0.25, 2: 0.375, 3: 0.5, 4: 0.5}),
        (schedules.warm_up(schedules.cosine(1.0, 4), 2), {0: 1 / 3, 1: 2 / 3, 2: 1.0, 4: 0.5, 6: 0.0}),
    ],
    ids=repr,
)
def test_rates(rate, expected):
    for one in (rate, copy.deepcopy(rate), pickle.loads(pickle.dumps(rate))):
        assert {step: one(step) for step in expected} == pytest.approx(expected, rel=1e-14)
    assert rate(np.int64(1)) == rate(1)


def test_cosine_is_that_of_its_formula():
    rate = schedules.cosine(0.3, 1000, 0.01)
    for step in range(1000):
        assert rate(step) == pytest.approx(0.01 + 0.29 * (1 + math.cos(math.pi * step / 1000)) / 2, rel=1e-13)


def observed(rate, losses):
    """The rates after each loss."""
    return [(rate.observe(loss), rate(0))[1] for loss in losses]


@pytest.mark.parametrize(
    "given, losses, rates",
    [
        ({"patience": 0}, [3, 2, 2, 1, 1], [1, 1, 0.5, 0.5, 0.25]),
        ({"patience": 1}, [3, 3, 3, 3, 3], [1, 1, 0.5, 0.5, 0.25]),
        ({"patience": 0, "threshold": 0.1}, [10, 9.5, 8.9], [1, 0.5, 0.5]),
        ({"patience": 0, "lowest": 0.4}, [1, 1, 1], [1, 0.5, 0.4]),
        ({"patience": 0}, [math.nan, 1, math.nan, 0.5, math.inf], [0.5, 0.5, 0.25, 0.25, 0.125]),
        ({"patience": 0}, [-1, -2, -2], [1, 1, 0.5]),
        ({"patience": 0}, [0, 0], [1, 0.5]),
    ],
)
def test_plateau(given, losses, rates):
    assert observed(schedules.plateau(1.0, 0.5, **given), losses) == pytest.approx(rates)


def test_plateau_after_a_rise():
    rate = schedules.warm_up(schedules.plateau(1.0, 0.5, patience=0), 3)
    rate.observe(1.0)
    rate.observe(1.0)
    assert rate(0) == 0.125 and rate(9) == 0.5
    schedules.warm_up(1.0, 3).observe(1.0)


def test_plateau_is_that_of_pytorch():
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], 1.0)
    theirs = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=3, eps=0)
    ours = schedules.plateau(1.0, 0.5, 3)
    for loss in np.exp(-np.arange(200) / 30) + rng.exponential(0.1, 200):
        theirs.step(loss)
        ours.observe(loss)
        assert ours(0) == pytest.approx(optimizer.param_groups[0]["lr"])


@pytest.mark.parametrize(
    "make, given, error, name",
    [
        (schedules.constant, (-1.0,), ValueError, "learning_rate"),
        (schedules.constant, (math.nan,), ValueError, "learning_rate"),
        (schedules.constant, ("1",), TypeError, "learning_rate"),
        (schedules.step, (1.0, 0), ValueError, "every"),
        (schedules.step, (1.0, 1.5), TypeError, "every"),
        (schedules.step, (1.0, [3, 3]), ValueError, "every"),
        (schedules.step, (1.0, [0, 3]), ValueError, r"every\[0\]"),
        (schedules.step, (1.0, 3, -0.1), ValueError, "factor"),
        (schedules.cosine, (1.0, 0), ValueError, "steps"),
        (schedules.cosine, (1.0, 5, -1.0), ValueError, "lowest"),
        (schedules.warm_up, (1.0, -1), ValueError, "steps"),
        (schedules.warm_up, (1.0, True), TypeError, "steps"),
        (schedules.plateau, (1.0, 1.0), ValueError, "factor"),
        (schedules.plateau, (1.0, 0.5, -1), ValueError, "patience"),
        (schedules.plateau, (1.0, 0.5, 1, 1.0), ValueError, "threshold"),
    ],
)
def test_refused(make, given, error, name):
    with pytest.raises(error, match=f"^{name} must be"):
        make(*given)


@pytest.mark.parametrize("step, error", [(-1, ValueError), (1.0, TypeError), (None, TypeError)])
def test_steps_are_counted_from_0(step, error):
    with pytest.raises(error, match=r"^step must be"):
        schedules.constant(1.0)(step)


def test_an_optimizer_takes_a_schedule():
    p, optimizer = np.zeros(1), optimizers.SGD(schedules.warm_up(1.0, 3))
    for _ in range(5):
        optimizer.update([p], [np.ones(1)])
    assert p[0] == -(0.25 + 0.5 + 0.75 + 1 + 1)
    assert "warm_up" in repr(optimizer)
