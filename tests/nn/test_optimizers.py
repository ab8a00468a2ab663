"""Optimisers: golden values, the table's formulas in higher precision, other frameworks, and whatever arrays there are."""

import copy
import inspect
import math
import pickle

import ml_dtypes
import numpy as np
import pytest
from conftest import build
from fastact._core.loops.updates import Call

from fastact._core import ufuncs
from fastact.nn import optimizers, updates
from fastact.nn.optimizers import OPTIMIZERS, SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Lion, Nadam, RMSProp

RULES = list(updates.RULES)
every_rule = pytest.mark.parametrize("name", RULES)
every_optimizer = pytest.mark.parametrize("make", OPTIMIZERS.values(), ids=list(OPTIMIZERS))
KINDS = {
    **OPTIMIZERS,
    "momentum": lambda **given: SGD(momentum=0.9, **given),
    "nesterov": lambda **given: SGD(momentum=0.9, nesterov=True, **given),
    "rmsprop_all": lambda **given: RMSProp(momentum=0.9, centered=True, **given),
}
every_kind = pytest.mark.parametrize("make", KINDS.values(), ids=list(KINDS))


def some(rng, shape, dtype=np.float32):
    return rng.normal(size=shape).astype(dtype)


def assert_same(a, b):
    assert all(x.dtype == y.dtype and x.tobytes() == y.tobytes() for x, y in zip(a, b, strict=True))


def steps_of(optimizer, gradients, start=0.0):
    """The values of one parameter of float64 after each step."""
    p, values = np.array([start]), []
    for g in gradients:
        optimizer.update([p], [np.array([g], np.float64)])
        values.append(p[0])
    return values


GOLDEN = [
    (SGD(0.1, 0.9, dampening=0.9), [1, 1, 1], [-0.01, -0.029, -0.0561]),
    (SGD(0.1, 0.9), [1, 1, 1], [-0.1, -0.29, -0.561]),
    (SGD(0.1, 0.9, nesterov=True), [1, 1], [-0.19, -0.461]),
    (Adam(1.0), [1e-8], [-0.5]),
    (Adam(1.0, epsilon_at="hat"), [1e-8], [-0.0306534300]),
    (Adam(1.0, epsilon_at="inside"), [1e-8], [-1e-4]),
    (AMSGrad(0.1), [1, 0.1, 0.1], [-0.1, -0.17408106, -0.23739542]),
    (Nadam(0.1), [1, -2, 0.5], [-0.10564518, -0.01498943, -0.03611695]),
    (Adagrad(0.1), [1e-3, 1e-3], [-0.1, -0.17071066]),
    (Adagrad(0.1, initial_accumulator_value=0.1, epsilon=1e-7, epsilon_at="inside"), [1e-3] * 2, [-0.00031623, -0.00063245]),
    (Adadelta(), [1.0], [-math.sqrt(1e-6) / math.sqrt(0.1 + 1e-6)]),
    (RMSProp(0.1), [2.0], [-1.0]),
    (RMSProp(0.1, centered=True), [2.0], [-0.2 / math.sqrt(0.99 * 0.01 * 4)]),
    (Lion(0.1), [3.0, -1e-9, 0.0], [-0.1, -0.2, -0.3]),
]


@pytest.mark.parametrize("optimizer, gradients, expected", GOLDEN, ids=repr)
def test_golden_values(optimizer, gradients, expected):
    assert steps_of(copy.deepcopy(optimizer), gradients) == pytest.approx(expected, rel=1e-7, abs=6e-9)


def test_decay_is_of_the_parameter_as_it_was():
    assert steps_of(AdamW(0.1, weight_decay=0.1), [0, 0, 0], 1.0) == pytest.approx([0.99, 0.9801, 0.970299], rel=1e-15)
    assert steps_of(Lion(0.1, weight_decay=0.1), [0.0], 1.0) == pytest.approx([0.99], rel=1e-15)
    assert steps_of(Lion(0.1, weight_decay=0.1), [1.0], 1.0) == pytest.approx([0.89], rel=1e-15)


# ---- the formulas of the table, in higher precision -------------------------------------------------------------------------

WIDE = np.longdouble


def values_of(row, draw):
    """Hyperparameters other than the defaults, by a generator."""
    given = {name: WIDE(draw.uniform(0.1, 0.9)) for name in row.hyperparameters}
    return given | {name: WIDE(10.0 ** draw.uniform(-4, 0)) for name in given if name in ("learning_rate", "epsilon")}


def by_formula(row, arrays, values, step, epsilon_at):
    """What the row's formula makes of arrays, in WIDE."""

    def root(v, c):
        if epsilon_at == "inside":
            return np.sqrt(v / c + values["epsilon"])
        return np.sqrt(v / c) + values["epsilon"] / (np.sqrt(c) if epsilon_at == "hat" else 1)

    words = {name: array.astype(WIDE) for name, array in zip(("p", "g", *row.states), arrays)} | values
    words |= {"step": step, "root": root, "sqrt": np.sqrt, "maximum": np.maximum, "sign": np.sign, "prod": np.prod}
    exec(row.formula, words)
    return [words[name] for name in ("p", "g", *row.states)]


@pytest.mark.parametrize("isa", ufuncs.isas)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("epsilon_at", updates.PLACES)
@every_rule
def test_a_step_is_that_of_the_formula(name, epsilon_at, dtype, isa):
    rule, rng = build(isa).updates[name], np.random.default_rng(RULES.index(name))
    for step in (1, 2, 30, 10**6):
        values = values_of(rule.row, rng)
        p, g, *states = (rng.normal(size=77).astype(dtype) for _ in range(2 + len(rule.row.states)))
        states = [np.abs(state) for state in states]
        exact = by_formula(rule.row, (p, g, *states), values, min(step, 300), epsilon_at)
        scalars = updates.scalars_of(rule.row, {key: float(v) for key, v in values.items()}, min(step, 300), epsilon_at)
        before = p.astype(WIDE)
        Call(rule, (p,), (g,), tuple((state,) for state in states)).apply([(*updates.UNCLIPPED, *scalars)])
        unit = np.finfo(dtype).eps
        scale = np.abs(before) + np.abs(exact[0] - before) + values["learning_rate"] * (1 + np.abs(exact[0] - before))
        assert np.all(np.abs(p - exact[0]) <= 20 * unit * scale)
        for state, value in zip(states, exact[2:]):
            assert np.all(np.abs(state - value) <= 20 * unit * (1 + np.abs(value) + np.abs(g) ** 2))


@every_rule
def test_hyperparameters_of_a_row_are_used(name):
    row = updates.RULES[name].row
    words = row.formula + " ".join(row.scalars.values())
    words = words.replace("root(", "root(epsilon, ") + "initial_accumulator_value"
    assert all(one in words for one in row.hyperparameters)
    assert row.optimizer in {cls.__name__ for cls in OPTIMIZERS.values()}
    assert name in {one for cls in OPTIMIZERS.values() for one in cls.names}


# ---- hyperparameters --------------------------------------------------------------------------------------------------------


@every_optimizer
def test_hyperparameters_are_checked(make):
    for name, interval in make.intervals.items():
        low, high = (float(end) for end in interval[1:-1].split(","))
        bad = [math.nan, low - 1, *([high + 1] if high < math.inf else [math.inf])]
        bad += [high] if interval[-1] == ")" else []
        for value in bad:
            with pytest.raises(ValueError, match=rf"^{name} must be in "):
                make(**{name: value})
        optimizer = make()
        with pytest.raises(ValueError, match=name):
            setattr(optimizer, name, math.nan)
        with pytest.raises(TypeError, match=name):
            make(**{name: "1"})
    for name in ("clip_norm", "clip_value"):
        for value in (0, -1, math.nan, math.inf):
            with pytest.raises(ValueError, match=name):
                make(**{name: value})
    with pytest.raises(TypeError, match="unknown"):
        make(unknown=1)


def test_places_of_epsilon_are_checked():
    with pytest.raises(ValueError, match="epsilon_at must be one of 'outside', 'hat', 'inside'"):
        Adam(epsilon_at="under")
    with pytest.raises(TypeError):
        SGD(epsilon_at="inside")
    with pytest.raises(ValueError, match="nesterov"):
        SGD(nesterov=True)
    with pytest.raises(ValueError, match="nesterov"):
        SGD(momentum=0.9, nesterov=True, dampening=0.5)
    with pytest.raises(TypeError, match="nesterov"):
        SGD(momentum=0.9, nesterov=1)


# ---- clipping ---------------------------------------------------------------------------------------------------------------


def clipped_by(**given):
    """The gradients that an optimiser sees."""

    def of(gradients):
        arrays = [np.zeros_like(g) for g in gradients]
        SGD(1.0, **given).update(arrays, gradients)
        return [-array for array in arrays]

    return of


@pytest.mark.parametrize("dtype", [np.float16, ml_dtypes.bfloat16, np.float32, np.float64])
def test_clipping_by_value(dtype):
    g = np.array([-3, -1, 0, 0.5, 7, np.inf, -np.inf, np.nan], dtype)
    (seen,) = clipped_by(clip_value=1.0)([g])
    np.testing.assert_array_equal(seen.astype(float), [-1, -1, 0, 0.5, 1, 1, -1, np.nan])


SIZES = {
    np.float16: (1e-6, 300.0, 6e4),
    np.float32: (1e-44, 1e-30, 1.0, 1e20, 3e38),
    np.float64: (1e-320, 1e-200, 1.0, 1e200, 1e308),
}


@pytest.mark.parametrize("dtype, size", [(dtype, size) for dtype, sizes in SIZES.items() for size in sizes])
def test_clipping_by_norm(dtype, size):
    rng = np.random.default_rng(0)
    gradients = [(some(rng, shape, np.float64) / 10).astype(dtype) * dtype(size) for shape in (1000, (50, 60), 1)]
    wide = np.concatenate([g.ravel() for g in gradients]).astype(WIDE)
    norm = np.sqrt(np.sum(wide**2))
    for clip_norm in (0.5, float(min(norm * 2, WIDE(1e300)))):
        expected = wide * min(WIDE(1), WIDE(clip_norm) / norm)
        seen = clipped_by(clip_norm=clip_norm)(gradients)
        seen = np.concatenate([g.ravel() for g in seen])
        unit = np.finfo(dtype)
        np.testing.assert_allclose(seen.astype(WIDE), expected, rtol=4 * unit.eps, atol=float(unit.smallest_subnormal))
    assert np.array_equal(wide, np.concatenate([g.ravel() for g in gradients]).astype(WIDE))


def test_clipping_by_norm_is_of_all_arrays_and_types():
    gradients = [np.array([3.0]), np.array([4.0], np.float32), np.zeros((0,)), np.zeros(5)]
    seen = clipped_by(clip_norm=1.0)(gradients)
    assert [g.tolist() for g in seen] == [[pytest.approx(0.6)], [pytest.approx(0.8)], [], [0.0] * 5]
    both = clipped_by(clip_norm=5.0, clip_value=3.0)([np.array([30.0, 40.0, 0.0])])[0]
    assert both.tolist() == [3.0, 3.0, 0.0]


def test_the_norm_depends_on_no_order():
    rng = np.random.default_rng(0)
    gradients = [some(rng, n) * 10.0**k for k, n in enumerate((5000, 3, 100000))]
    gradients = [g.astype(np.float32) for g in gradients]
    one = clipped_by(clip_norm=1.0)(gradients)
    other = clipped_by(clip_norm=1.0)(gradients[::-1])
    assert_same(one, other[::-1])


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_a_gradient_that_is_not_finite_has_no_norm(dtype, bad):
    p, g = [np.ones(9000, dtype), np.ones(5, dtype)], [np.ones(9000, dtype), np.ones(5, dtype)]
    g[1][2] = bad
    optimizer = Adam(clip_norm=1.0)
    with pytest.raises(FloatingPointError, match=r"gradients\[1\]"):
        optimizer.update(p, g)
    assert all(np.all(array == 1) for array in p) and optimizer.step == 0
    g[1][2] = 1
    optimizer.update(p, g)


def test_a_norm_is_refused_before_both_clippings():
    optimizer, p = SGD(clip_norm=1.0, clip_value=1.0), np.ones(3)
    with pytest.raises(FloatingPointError):
        optimizer.update([p], [np.array([1.0, np.inf, 0.0])])
    assert p.tolist() == [1.0] * 3


# ---- rates, factors, decay --------------------------------------------------------------------------------------------------


def test_the_rate_may_be_a_function_of_the_step():
    asked = []

    def rate(step):
        asked.append(step)
        return 0.5**step

    assert steps_of(SGD(rate), [1, 1, 1]) == [-1.0, -1.5, -1.75]
    assert asked == [0, 1, 2]
    optimizer = SGD(lambda step: -1.0)
    with pytest.raises(ValueError, match=r"learning_rate\(0\) must be in \[0, inf\)"):
        optimizer.update([np.ones(1)], [np.ones(1)])
    optimizer.learning_rate = 1.0
    assert steps_of(optimizer, [1]) == [-1.0]


def test_rate_factors_and_decay():
    p = [np.ones(3) for _ in range(3)]
    optimizer = AdamW(0.1, weight_decay=0.1)
    optimizer.update(p, [np.zeros(3)] * 3, rate_factors=[1, 2.0, 0], decayed=[True, np.True_, True])
    assert [array[0] for array in p] == pytest.approx([0.99, 0.98, 1.0])
    optimizer.update(p, [np.zeros(3)] * 3, decayed=[False, True, False])
    assert [array[0] for array in p] == pytest.approx([0.99, 0.98 * 0.99, 1.0])
    for given in ({"rate_factors": [1.0]}, {"rate_factors": [1, -1, 1]}, {"rate_factors": [1, np.nan, 1]}, {"decayed": [True]}):
        with pytest.raises(ValueError, match=next(iter(given))):
            optimizer.update(p, [np.zeros(3)] * 3, **given)


# ---- state ------------------------------------------------------------------------------------------------------------------


@every_kind
def test_state_is_kept_copied_and_loaded(make):
    rng = np.random.default_rng(0)
    p = [some(rng, 40), some(rng, (3, 5), np.float64)]
    gradients = [[some(rng, 40), some(rng, (3, 5), np.float64)] for _ in range(6)]
    optimizer = make()
    for g in gradients[:3]:
        optimizer.update(p, g)
    loaded = make()
    loaded.load_state({name: np.asarray(value) for name, value in optimizer.state().items()})
    results = []
    for one in (copy.deepcopy(optimizer), pickle.loads(pickle.dumps(optimizer)), loaded, optimizer):
        mine = [array.copy() for array in p]
        for g in gradients[3:]:
            one.update(mine, g)
        results.append(mine)
        assert one.step == 6
    for result in results[1:]:
        assert_same(result, results[0])


@pytest.mark.parametrize(
    "state", [{}, {"step": -1}, *({"step": 1, name: np.ones(3)} for name in ("x/0", "m", "m/0", "m/1", "m/-1"))], ids=str
)
def test_a_state_that_is_none(state):
    optimizer = Adam()
    optimizer.update([np.ones(2)], [np.ones(2)])
    with pytest.raises(ValueError):
        optimizer.load_state(state)
    assert optimizer.step == 1 and optimizer.state()["m/0"].shape == (2,)


def test_a_state_of_whatever_byte_order_and_of_less():
    swapped = np.array([0.5, 1.0], ">f4")
    optimizer = SGD(1.0, 0.5)
    optimizer.load_state({"step": np.array(3), "velocity/0": swapped})
    p = np.zeros(2, np.float32)
    optimizer.update([p], [np.ones(2, np.float32)])
    assert p.tolist() == [-1.25, -1.5] and optimizer.state()["velocity/0"].dtype == np.float32
    plain = SGD(1.0)
    plain.update([p], [p.copy()])
    fresh = SGD(1.0)
    fresh.load_state(plain.state())
    assert fresh.step == 1
    with pytest.raises(ValueError, match="velocity/0"):
        optimizer.load_state(plain.state())
    assert optimizer.step == 4


def test_a_class_of_its_own():
    class Slow(Adam):
        def rate(self):
            return 0.5 * super().rate()

    p = np.zeros(1)
    Slow(1.0).update([p], [np.ones(1)])
    assert p[0] == pytest.approx(-0.5)
    with pytest.raises(TypeError, match="take one of SGD"):
        optimizers.Optimizer()


def test_momentum_may_begin_later():
    p, optimizer = np.zeros(1), SGD(1.0)
    optimizer.update([p], [np.ones(1)])
    optimizer.momentum = 0.5
    optimizer.update([p], [np.ones(1)])
    optimizer.update([p], [np.ones(1)])
    assert p[0] == -1 - 1 - 1.5


def test_no_feedback_of_the_variance():
    """As the mean square less the square of the mean it rounds below 0, where the gradient hardly varies."""
    p, optimizer = np.zeros(3, np.float32), RMSProp(0.01, centered=True)
    for k in range(2000):
        optimizer.update([p], [np.full(3, 1000.0 + 1e-4 * (k % 2), np.float32)])
    assert np.isfinite(p).all() and (optimizer.state()["variance/0"] >= 0).all()


# ---- names and functions ----------------------------------------------------------------------------------------------------


def test_by_name():
    assert isinstance(optimizers.get("rms_prop"), RMSProp) and isinstance(optimizers.get("AdamW"), AdamW)
    optimizer = Adam()
    assert optimizers.get(optimizer) is optimizer and optimizers.get(Adam, beta_1=0.5).beta_1 == 0.5
    with pytest.raises(ValueError, match=r"'adan'.*Adam"):
        optimizers.get("adan")
    with pytest.raises(TypeError):
        optimizers.get(3)


def test_signatures():
    assert list(inspect.signature(Adam).parameters)[:7] == [
        "learning_rate", "beta_1", "beta_2", "epsilon", "weight_decay", "clip_norm", "clip_value",
    ]  # fmt: skip
    assert list(inspect.signature(SGD).parameters)[:4] == ["learning_rate", "momentum", "nesterov", "dampening"]
    assert list(inspect.signature(updates.adam_).parameters)[:6] == ["p", "g", "m", "v", "step", "learning_rate"]
    assert eval(repr(Adam(0.5, clip_norm=2.0, epsilon_at="hat")), {"Adam": Adam}).clip_norm == 2.0


@every_rule
def test_a_function_makes_the_step_of_its_optimizer(name):
    row, rng = updates.RULES[name].row, np.random.default_rng(0)
    function = getattr(updates, f"{name}_")
    p, gradients = some(rng, 21), [some(rng, 21) for _ in range(3)]
    given = {} if name != "sgd_momentum" else {"momentum": 0.5}
    own = {"momentum": row.hyperparameters["momentum"]} if "momentum" in row.hyperparameters else {}
    own |= {"nesterov": True} if "nesterov" in name else {"centered": True} if "centered" in name else {}
    optimizer, mine = OPTIMIZERS[row.optimizer.lower()](**(own | given)), p.copy()
    states = [np.zeros_like(p) for _ in row.states]
    for step, g in enumerate(gradients, 1):
        optimizer.update([mine], [g])
        function(p, g, *states, *((step,) if "step" in inspect.signature(function).parameters else ()), **given)
    assert_same([p], [mine])
    assert pickle.loads(pickle.dumps(function)) is function


def test_functions_refuse():
    p, g, m, v = (np.ones(3) for _ in range(4))
    for step, error in ((0, ValueError), (-1, ValueError), (1.5, TypeError), (True, TypeError)):
        with pytest.raises(error, match=r"^step"):
            updates.adam_(p, g, m, v, step)
    for arrays, error, message in (
        ((p, g, m, m), ValueError, "v shares memory with m"),
        ((p, g, m, np.ones(4)), ValueError, "v has shape"),
        ((p, g, m, v.astype("f4")), TypeError, "v has the type"),
        (([1.0], g, m, v), TypeError, "p must be a numpy.ndarray"),
    ):
        with pytest.raises(error, match=message):
            updates.adam_(*arrays, 1)
    with pytest.raises(ValueError, match="beta_1"):
        updates.adam_(p, g, m, v, 1, beta_1=1.0)
    with pytest.raises(TypeError, match=r"adam_\(\)"):
        updates.adam_(p, g, m, v)
    assert all(np.all(array == 1) for array in (p, g, m, v))


def test_no_warning_and_no_flag():
    with np.errstate(all="raise"):
        for dtype in (np.float16, np.float32, np.float64):
            p, g = np.full(5, 6e4, dtype), np.array([np.finfo(dtype).max, -np.inf, np.nan, 0, 1], dtype)
            Adam(1e5).update([p], [g])
