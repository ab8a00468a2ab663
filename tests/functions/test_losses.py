"""Cross-entropy from logits and its gradient: against float64 and high precision, in every layout."""

import inspect
import pickle
from functools import partial

import numpy as np
import pytest
import scipy.special
from calls import assert_same_bits
from conftest import ALIKE, gufuncs
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import check as check_layouts
from ml_dtypes import bfloat16

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import reference

SHAPES = [(1, 5), (5, 10), (40, 10), (7, 100), (40, 100), (3, 5000)]
LAID = [*SHAPES, (40, 1000), (17, 13000)]
LOOSE = {np.float64: (1e-13, 1e-14), np.float32: (3e-6, 3e-7), np.float16: (3e-3, 3e-4), bfloat16: (3e-2, 1e-2)}
loss_of, grad_of, both = fa.softmax_cross_entropy, fa.softmax_cross_entropy_grad, fa.softmax_cross_entropy_with_grad


def problem(shape, dtype=np.float64, seed=0):
    rng = np.random.default_rng(seed)
    logits = (3 * rng.standard_normal(shape)).astype(dtype)
    probabilities = scipy.special.softmax(rng.standard_normal(shape), axis=-1)
    return logits, rng.integers(0, shape[-1], shape[:-1]), probabilities, rng.random(shape[-1]) + 0.1


def plain(logits, masses):
    """Losses and gradients for masses on all classes, in float64."""
    wide = logits.astype(np.float64)
    losses = -(masses * scipy.special.log_softmax(wide, axis=-1)).sum(axis=-1)
    return losses, scipy.special.softmax(wide, axis=-1) * masses.sum(axis=-1, keepdims=True) - masses


def masses_of(targets, classes, weight, smoothing):
    one_hot = targets[:, None] == np.arange(classes) if targets.ndim == 1 else targets
    return weight * ((1 - smoothing) * one_hot + smoothing / classes)


def check(got, want, dtype):
    rtol, atol = LOOSE[dtype]
    for g, w in zip(got, want, strict=True):
        assert np.asarray(g).dtype == dtype
        np.testing.assert_allclose(np.asarray(g, np.float64), w, rtol=rtol, atol=atol)


def test_the_loss_of_the_notes():
    """J = -mean(sum(y log a)), and its gradient A - Y."""
    logits, targets, _, _ = problem((20, 4))
    a, y = fa.softmax(logits), np.eye(4)[targets]
    j = -np.mean(np.sum(y * np.log(a), axis=1))
    for given_targets in (targets, y, y.astype(int)):
        np.testing.assert_allclose(loss_of(logits, given_targets, reduction="mean"), j, rtol=1e-14)
        np.testing.assert_allclose(grad_of(logits, given_targets), a - y, rtol=1e-12, atol=1e-16)
        np.testing.assert_allclose(grad_of(logits, given_targets, reduction="mean"), (a - y) / 20, rtol=1e-12, atol=1e-17)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dtype", list(LOOSE))
def test_classes_smoothing_and_weights(dtype, shape):
    logits, targets, _, weight = problem(shape, dtype)
    rounded = weight.astype(dtype).astype(np.float64)
    for smoothing in (0.0, 0.1, 1.0):
        for given_weight, w in ((None, np.ones(shape[-1])), (weight, rounded)):
            masses = masses_of(targets, shape[-1], w, smoothing)
            losses, grads = plain(logits, masses)
            options = {"label_smoothing": smoothing, "weight": given_weight}
            check(both(logits, targets, **options), (losses, grads), dtype)
            share = w[targets].sum()
            check(both(logits, targets, reduction="mean", **options), (losses.sum() / share, grads / share), dtype)
            if dtype != np.float16:  # whose sum may overflow
                check(both(logits, targets, reduction="sum", **options), (losses.sum(), grads), dtype)
            np.testing.assert_array_equal(loss_of(logits, targets, **options), both(logits, targets, **options)[0])
            np.testing.assert_array_equal(grad_of(logits, targets, **options), both(logits, targets, **options)[1])


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dtype", list(LOOSE))
def test_probabilities(dtype, shape):
    logits, _, targets, weight = problem(shape, dtype)
    targets = targets.astype(dtype)
    for smoothing in (0.0, 0.2):
        masses = masses_of(targets.astype(np.float64), shape[-1], weight.astype(dtype).astype(np.float64), smoothing)
        losses, grads = plain(logits, masses)
        options = {"label_smoothing": smoothing, "weight": weight}
        check(both(logits, targets, **options), (losses, grads), dtype)
        mean = losses.mean(), grads / len(logits)
        check(both(logits, targets, reduction="mean", **options), mean, dtype)


@pytest.mark.parametrize("shape", LAID)
@pytest.mark.parametrize("dtype", list(LOOSE))
def test_the_same_bits_in_every_layout(dtype, shape):
    logits, targets, probabilities, weight = problem(shape, dtype)
    probabilities = probabilities.astype(dtype)
    for t, smoothing, w in ((targets, 0.0, None), (targets, 0.1, weight), (probabilities, 0.0, None)):
        masses = masses_of(t.astype(np.float64) if t.ndim > 1 else t, shape[-1], 1.0 if w is None else w, smoothing)
        subtracted = np.maximum(masses, plain(logits, masses)[1] + masses)
        function = partial(both_into, label_smoothing=smoothing, weight=w)
        sizes = None, None if t is targets and w is None else subtracted
        check_layouts(function, logits, t, units=(8, 8), sizes=sizes, place=0)


def both_into(logits, targets, axis, out=None, **options):
    return both(logits, targets, axis, out=out, **options)


def test_the_same_bits_on_every_isa_and_for_every_number_of_threads():
    logits, targets, _, _ = problem((300, 500), np.float32)
    operands = logits, np.zeros(500, np.float32), np.ones(500, np.float32), targets, 1.0, 1.0, 0.0, 1.0, 0
    with fa.num_threads(1):
        want = gufuncs(ufuncs.isa_name)["cross_entropy_with_grad"](*operands)
    with fa.num_threads(3):
        for got, expected in zip(gufuncs(ufuncs.isa_name)["cross_entropy_with_grad"](*operands), want):
            np.testing.assert_array_equal(got, expected)
    for isa in ALIKE:
        for got, expected in zip(gufuncs(isa)["cross_entropy_with_grad"](*operands), want):
            np.testing.assert_array_equal(got, expected)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_error_in_ulp(dtype, reductions):
    """Small losses and gradients keep their accuracy: where the class is almost certain too."""
    rng, gufunc = np.random.default_rng(1), reductions["cross_entropy_with_grad"]
    with ctx.workprec(400):
        for n in (2, 40, 100):
            for scale in (1e-3, 1.0, 30.0):
                logits = rng.uniform(-scale, scale, n).astype(dtype)
                for target in (int(logits.argmax()), int(logits.argmin())):
                    loss, grad = gufunc(logits, np.zeros(n, dtype), np.ones(n, dtype), target, 1.0, 1.0, 0.0, 1.0, 0)
                    numbers = [arb(float(v)) for v in logits]
                    total = sum(v.exp() for v in numbers)
                    others = sum(v.exp() for i, v in enumerate(numbers) if i != target)
                    want = [v.exp() / total for v in numbers]
                    want[target] = -others / total
                    assert reference.ulp_error(dtype(loss), total.log() - numbers[target], dtype) <= 3
                    assert max(reference.ulp_error(g, w, dtype) for g, w in zip(grad, want)) <= 3


def test_an_almost_certain_class():
    loss, grad = both([[100.0, 0.0]], [0])
    assert np.isclose(loss[0], np.exp(-100.0), rtol=1e-15) and np.isclose(grad[0, 0], -np.exp(-100.0), rtol=1e-15)


def test_ignored_rows_hide_what_they_hold():
    logits, targets, _, weight = problem((40, 9))
    ignored = targets == 3
    hostile = np.where(ignored[:, None], np.nan, logits)
    for label in (3, -100, 99):
        marked = np.where(ignored, label, targets)
        for options in ({}, {"weight": weight}, {"label_smoothing": 0.1}):
            want = both(logits[~ignored], targets[~ignored], reduction="mean", **options)
            got = both(hostile, marked, reduction="mean", ignore_index=label, **options)
            np.testing.assert_allclose(got[0], want[0], rtol=1e-14)
            np.testing.assert_allclose(got[1][~ignored], want[1], rtol=1e-13)
            assert (got[1][ignored] == 0).all()
            assert (loss_of(hostile, marked, ignore_index=label, **options)[ignored] == 0).all()
    loss, grad = both(hostile[ignored], targets[ignored], ignore_index=3, reduction="mean")
    assert np.isnan(loss) and (grad == 0).all()


def test_infinite_logits():
    inf = np.inf
    logits = np.array([[-inf, 0, 0], [inf, 0, 1], [-inf, -inf, -inf], [np.nan, 0, 0]])
    loss, grad = both(logits, [1, 0, 0, 1])
    np.testing.assert_allclose(loss, [np.log(2), 0, np.nan, np.nan])
    np.testing.assert_allclose(grad[:2], [[0, -0.5, 0.5], [0, 0, 0]])
    assert loss_of([[-inf, 0.0]], [0]) == inf and loss_of([[-inf, 0.0]], [[0.0, 1.0]]) == 0
    assert loss_of([[-inf, 0.0]], [[0.5, 0.5]]) == inf


def test_no_floating_point_flag():
    logits = np.array([[np.inf, -np.inf, np.nan, 1e300, -1e300, 0]] * 40)
    with np.errstate(all="raise"):
        for rows in (logits[:1], logits):
            both(rows, np.zeros(len(rows), int), label_smoothing=0.1)
            both(rows, np.full(len(rows), 5))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_axis(data):
    shape = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    rng = np.random.default_rng(data.draw(st.integers(0, 99)))
    logits = rng.standard_normal(shape)
    moved = np.moveaxis(logits, axis, -1)
    targets = rng.integers(0, moved.shape[-1], moved.shape[:-1])
    losses, grads = plain(moved, np.eye(moved.shape[-1])[targets])
    got = both(logits, targets, axis)
    np.testing.assert_allclose(got[0], losses, rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(np.moveaxis(got[1], axis, -1), grads, rtol=1e-12, atol=1e-15)
    assert np.shape(loss_of(logits, targets, axis, reduction="sum")) == ()


def test_nothing_to_lose():
    assert loss_of(np.empty((0, 3)), np.empty(0, int)).shape == (0,) and grad_of(np.empty((0, 3)), np.empty(0, int)).shape == (
        0,
        3,
    )
    assert loss_of(np.empty((0, 3)), np.empty(0, int), reduction="sum") == 0
    assert np.isnan(loss_of(np.empty((0, 3)), np.empty(0, int), reduction="mean"))
    assert loss_of([1.0, 2.0], 1).shape == ()


def test_bad_input_leaves_out_untouched():
    logits, out = np.ones((2, 3)), np.full((2, 3), 7.0)
    bad = [
        ([0, 3], {}, ValueError, r"targets\[1\] is 3"),
        ([-1, 0], {}, ValueError, r"targets\[0\] is -1"),
        ([0.0, 1.0], {}, TypeError, "targets"),
        (["a", "b"], {}, TypeError, "targets"),
        ([0], {}, ValueError, "targets"),
        (np.ones((2, 4)), {}, ValueError, "targets"),
        ([0, 1], {"reduction": "max"}, ValueError, "reduction"),
        ([0, 1], {"label_smoothing": 1.5}, ValueError, "label_smoothing"),
        ([0, 1], {"label_smoothing": "a"}, TypeError, "label_smoothing"),
        ([0, 1], {"weight": [1.0, 2.0]}, ValueError, "weight"),
        ([0, 1], {"weight": [1j, 0, 0]}, TypeError, "weight"),
        (np.ones((2, 3)), {"ignore_index": 0}, ValueError, "ignore_index"),
        ([0, 1], {"ignore_index": 1.5}, TypeError, "^ignore_index must be an integer, not float$"),
        ([0, 1], {"ignore_index": True}, TypeError, "^ignore_index must be an integer, not bool$"),
        ([0, 1], {"label_smoothing": np.array(0.1)}, TypeError, "^label_smoothing must be a real number, not ndarray$"),
        ([0, 1], {"axis": 1.5}, TypeError, "^axis must be an integer, not float$"),
        ([0, 1], {"axis": True}, TypeError, "^axis must be an integer, not bool$"),
        ([0, 1], {"axis": 2}, np.exceptions.AxisError, "axis"),
    ]
    for targets, options, error, words in bad:
        for function in (grad_of, both):
            with pytest.raises(error, match=words):
                function(logits, targets, out=out, **options)
        with pytest.raises(error, match=words):
            loss_of(logits, targets, **options)
    for wrong in (np.ones((2, 3), complex), np.full((2, 3), "a"), np.full((2, 3), None)):
        with pytest.raises(TypeError):
            both(wrong, [0, 1], out=out)
    with pytest.raises(ValueError):
        both(logits, [0, 1], out=np.empty((3, 3)))
    with pytest.raises(ValueError, match="out"):
        loss_of(logits, [0, 1], out=np.empty(3))
    assert (out == 7).all()
    kept = np.empty(2)
    assert loss_of(logits, [0, 1], out=kept) is kept
    np.testing.assert_allclose(kept, np.log(3))


# ---- two results in memory that is given ------------------------------------------------------------------------------------

BINARY = fa.sigmoid_cross_entropy, fa.sigmoid_cross_entropy_grad, fa.sigmoid_cross_entropy_with_grad
PAIRS = {
    "softmax": (both, [0, 1], (2,), (2, 3)),
    "softmax of probabilities, across": (lambda x, t, **extra: both(x, t, 0, **extra), np.ones((2, 3)), (3,), (2, 3)),
    "sigmoid": (BINARY[2], [[0, 1, 1]], (2, 3), (2, 3)),
}
every_pair = pytest.mark.parametrize("function, targets, rows, shape", PAIRS.values(), ids=PAIRS)


@every_pair
@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_a_pair_of_arrays_takes_loss_and_gradient(reduction, function, targets, rows, shape):
    logits = np.random.default_rng(0).standard_normal(shape)
    want = function(logits, targets, reduction=reduction)
    for kept in ((True, True), (True, False), (False, True), (False, False)):
        loss, grad = np.full(rows if reduction == "none" else (), 7.0), np.full((shape[0], 6), 7.0)[:, ::2]
        out = loss if kept[0] else None, grad if kept[1] else None
        made = function(logits, targets, reduction=reduction, out=out)
        assert type(made) is tuple and all(one is other for one, other in zip(made, out) if other is not None)
        for got, expected in zip(made, want, strict=True):
            np.testing.assert_array_equal(got, expected)
    place = logits.copy()
    np.testing.assert_array_equal(function(place, targets, reduction=reduction, out=(None, place))[0], want[0])
    np.testing.assert_array_equal(place, want[1])


@every_pair
def test_a_wrong_pair_is_refused_before_a_number_is_written(function, targets, rows, shape):
    logits = np.ones(shape)
    loss, grad = np.full(rows, 7.0), np.full(shape, 7.0)
    locked = grad.copy()
    locked.flags.writeable = False
    for out, error in [
        ((loss,), TypeError), ((loss, grad, None), TypeError), ([loss, grad], TypeError), ((loss, [1.0]), TypeError),
        ((..., ...), TypeError), ((loss, ...), TypeError), (((loss,), grad), TypeError),
        ((loss, grad[:1]), ValueError), ((loss[..., :1], grad), ValueError), ((loss, locked), ValueError),
        ((loss, grad.astype(int)), TypeError), ((loss.astype(int), grad), TypeError), ((np.float64(1), grad), TypeError),
    ]:  # fmt: skip
        with pytest.raises(error, match="out"):
            function(logits, targets, out=out)
    with pytest.raises(ValueError, match=r"out has shape .* result has shape \(\)"):
        function(logits, targets, out=(loss, grad), reduction="mean")
    assert (loss == 7).all() and (grad == 7).all() and (locked == 7).all()


def test_one_array_alone_is_for_the_gradient_of_softmax_cross_entropy():
    logits, out = np.ones((2, 3)), np.empty((2, 3))
    assert both(logits, [0, 1], out=out)[1] is out
    with pytest.raises(TypeError, match="out must be a tuple of two"):
        BINARY[2](logits, 1, out=out)


@pytest.mark.skipif(np.lib.NumpyVersion(np.__version__) < "2.3.0", reason="NumPy before 2.3 has no out=...")
def test_an_ellipsis_asks_for_arrays_of_numbers():
    row, one = np.array([1.0, 2.0, 3.0]), np.float32(1.5)
    for reduction in ("none", "mean", "sum"):
        for function, x, target in [(loss_of, row, 1), (both, row, 1), *((each, one, 1) for each in BINARY)]:
            for extra in ({}, {"where": np.array(True), "weight": 2.0}, {"where": np.array(True)}):
                if "where" in extra and function in (loss_of, both):
                    continue
                want = function(x, target, reduction=reduction, **extra)
                made = function(x, target, reduction=reduction, out=..., **extra)
                for got, expected in zip(*(one if isinstance(one, tuple) else (one,) for one in (made, want)), strict=True):
                    assert type(got) is np.ndarray and (expected.ndim or not isinstance(expected, np.ndarray))
                    assert got.dtype == expected.dtype
                    np.testing.assert_array_equal(got, expected)


def test_a_type_that_results_are_not_cast_to_is_refused_before_they_are_written():
    x = np.ones((2, 3), bfloat16)
    out = np.full((2, 3), 7, np.float16)
    for function, target in ((grad_of, out), (both, (None, out)), (BINARY[1], out), (BINARY[2], (out, None))):
        with pytest.raises(TypeError, match=r"^out has the type float16, but the result has bfloat16, which is not cast to"):
            function(x, np.ones((2, 3)), out=target)
    assert (out == 7).all()


# ---- the types that are computed in -----------------------------------------------------------------------------------------

KINDS = {"?": "f", "b": "f", "B": "f", "h": "f", "H": "f", "i": "d", "I": "d", "q": "d", "Q": "d", "e": "e", "f": "f", "d": "d"}


@pytest.mark.parametrize("letter", KINDS)
def test_losses_are_computed_in_the_type_of_logits_and_in_float32_at_least(letter):
    logits, kind = np.array([[1, 0, 1], [0, 0, 1]], letter), np.dtype(KINDS[letter])
    for targets in ([0, 1], np.eye(2, 3), np.eye(2, 3, dtype=bool)):
        made = [loss_of(logits, targets), grad_of(logits, targets), *both(logits, targets, reduction="mean")]
        assert {one.dtype for one in made} == {kind}
        np.testing.assert_array_equal(made[1], grad_of(logits.astype(kind), targets))
    numbers = [1, True, 0.25, [[1], [0]], np.array([0, 1, 1]), np.array([True, False, True]), np.float16(0.5), np.eye(2, 3)]
    for targets in numbers:
        for extra in (
            {},
            {"weight": np.ones(3)},
            {"pos_weight": np.full(3, 2.0)},
            {"reduction": "mean"},
            {"where": logits > 0},
        ):
            value, grad, pair = (function(logits, targets, **extra) for function in BINARY)
            assert {one.dtype for one in (value, grad, *pair)} == {kind}
            np.testing.assert_array_equal(value, BINARY[0](logits.astype(kind), targets, **extra))


def test_a_large_int8_array_is_no_float16_either():
    logits = np.ones((300, 300), np.int8)
    assert loss_of(logits, np.zeros(300, int)).dtype == grad_of(logits, np.zeros(300, int)).dtype == np.float32
    np.testing.assert_allclose(loss_of(logits, np.zeros(300, int)), np.log(300), rtol=2e-7)


# ---- sigmoid_cross_entropy --------------------------------------------------------------------------------------------------


def binary(logits, targets, pos_weight=1.0):
    """Losses and derivatives of the formula, in float64."""
    x, t, p = (np.asarray(a).astype(np.float64) for a in (logits, targets, pos_weight))
    s, c = scipy.special.expit(x), scipy.special.expit(-x)
    return (1 - t) * np.logaddexp(0, x) + p * t * np.logaddexp(0, -x), (1 - t) * s - p * t * c


@pytest.mark.parametrize("targets", ["float", "bool", "int"])
@pytest.mark.parametrize("shape", [(), (7,), (40, 9), (300, 500)])
@pytest.mark.parametrize("dtype", list(LOOSE))
def test_reductions_weights_and_masks_of_the_binary_loss(dtype, shape, targets):
    rng = np.random.default_rng(len(shape))
    logits = np.asarray(3 * rng.standard_normal(shape)).astype(dtype)
    chances = np.asarray(rng.random(shape))
    targets = {"float": chances.astype(dtype), "bool": chances > 0.5, "int": (chances > 0.5).astype(int)}[targets]
    weight, pos_weight = (np.asarray(rng.random(shape[-1:]) + 0.5).astype(dtype) for _ in range(2))
    where = np.asarray(rng.random(shape) < 0.7)
    losses, grads = binary(logits, targets, pos_weight)
    wide = weight.astype(np.float64)
    for mask in (True, where):
        for extra, factor in (({}, 1.0), ({"weight": weight}, wide)):
            options = {"pos_weight": pos_weight, "where": mask, **extra}
            parts = np.where(mask, factor * losses, 0), np.where(mask, factor * grads, 0)
            count = np.count_nonzero(np.broadcast_to(mask, shape))
            wanted = {"none": parts, "sum": (parts[0].sum(), parts[1])}
            if count:
                wanted["mean"] = parts[0].sum() / count, parts[1] / count
            for reduction, want in wanted.items():
                if reduction == "sum" and dtype == np.float16 and np.size(logits) > 10000:
                    continue  # beyond its largest number
                got = BINARY[2](logits, targets, reduction=reduction, **options)
                check(got, want, dtype)
                for one, function in zip(got, BINARY):
                    np.testing.assert_array_equal(function(logits, targets, reduction=reduction, **options), one)


def test_the_binary_loss_of_any_weight_and_in_the_tails():
    """Where exponentials are no numbers of float32, and their products with a weight are; where the weight is none."""
    x = np.array([0, 1e-3, 0.5, 2, 20, 79, 81, 88, 104, 132, 200, 1e30], np.float32)
    t = np.array([0, 1, 0.5, 1e-10, 1e-40], np.float32)[:, None]
    w = np.array([1, 0, 1e-44, 1e-20, 100, 2**38, 1e20, 3e38], np.float32)[:, None, None]
    for logits in (x, -x):
        loss, slope = binary(logits, t, w)
        wide = logits.astype(np.float64)
        terms = np.maximum((1.0 - t) * scipy.special.expit(wide), np.float64(w) * t * scipy.special.expit(-wide))
        got = BINARY[2](logits, t, w)
        with np.errstate(over="ignore"):
            np.testing.assert_allclose(got[0], loss.astype(np.float32), rtol=4 * 2.0**-23, atol=4 * 2.0**-149)
        assert (np.abs(got[1] - slope) <= 4 * 2.0**-23 * np.maximum(np.abs(slope), terms / 16) + 4 * 2.0**-149).all()
        for function, want in zip(BINARY, (np.inf, -np.inf)):
            np.testing.assert_array_equal(function(logits, np.float32(0.5), np.float32(np.inf)), want)


@pytest.mark.parametrize("dtype", list(LOOSE))
def test_the_binary_loss_without_options_is_its_ufunc(dtype):
    rng = np.random.default_rng(0)
    logits = (3 * rng.standard_normal((300, 400))).astype(dtype)
    targets, one = rng.integers(0, 2, (300, 400)), np.ones((), dtype)
    for function in BINARY:
        for t in (targets, targets.astype(dtype), targets > 0):
            np.testing.assert_array_equal(function(logits, t), function.ufunc(logits, targets.astype(dtype), one))
        assert pickle.loads(pickle.dumps(function)) is function
        assert pickle.loads(pickle.dumps(function.ufunc)) is function.ufunc


def test_the_binary_loss_and_its_row_agree():
    (row,) = ufuncs.built.losses
    assert row.formula in fa.sigmoid_cross_entropy.__doc__ and row.source in fa.sigmoid_cross_entropy.__doc__
    for function in BINARY:
        parameters = inspect.signature(function).parameters
        assert list(parameters)[:3] == ["logits", *row.parameters]
        defaults = {name: parameters[name].default for name in row.parameters}
        assert defaults == {name: inspect.Parameter.empty if v is None else v for name, v in row.parameters.items()}


@pytest.mark.parametrize("function", BINARY[:2])
def test_elements_that_do_not_count_are_left_as_they_are(function):
    logits, where = np.array([1.0, np.nan, 3.0], np.float32), np.array([True, False, True])
    want = function(logits[where], 1)
    for targets in (1, np.ones(3, np.float32)):
        for extra in ({}, {"weight": 1.0}):
            out = np.full(3, 7, np.float32)
            assert function(logits, targets, out=out, where=where, **extra) is out
            np.testing.assert_array_equal(out, [want[0], 7, want[1]])
            np.testing.assert_array_equal(function(logits, targets, where=where, **extra), [want[0], 0, want[1]])


def test_of_nothing_the_binary_mean_is_nan_and_its_gradient_is_nothing():
    for x, extra in (
        (np.empty((0, 3)), {}),
        (np.ones((2, 3)), {"where": False}),
        (np.ones((2, 3)), {"where": np.zeros(3, bool)}),
    ):
        loss, grad = BINARY[2](x, 1, reduction="mean", **extra)
        assert np.isnan(loss) and grad.shape == x.shape and not grad.any()
        assert BINARY[0](x, 1, reduction="sum", **extra) == 0


def test_a_weight_of_0_leaves_out_an_infinite_loss_but_no_nan():
    x = np.array([np.inf, -np.inf, np.nan, 3e38], np.float32)
    with np.errstate(all="raise"):
        loss, grad = BINARY[2](x, [0, 1, 0, 0], weight=[0, 0, 0, 1e38])
    np.testing.assert_array_equal(loss, np.array([0, 0, np.nan, np.inf], np.float32))
    np.testing.assert_array_equal(grad, np.array([0, 0, np.nan, 1e38], np.float32))
    assert BINARY[0](x[:2], [0, 1], weight=[0, 0], reduction="mean") == 0


def test_sums_do_not_depend_on_the_layout_or_the_threads():
    rng = np.random.default_rng(0)
    x, t = rng.standard_normal((400, 500), np.float32), rng.random((400, 500), np.float32)
    want = BINARY[2](x, t, reduction="mean", weight=t)
    for layout in (np.asfortranarray, lambda a: np.repeat(a, 2, axis=1)[:, ::2], lambda a: a[::-1].copy()[::-1]):
        for count in (1, 2):
            with fa.num_threads(count):
                got = BINARY[2](layout(x), layout(t), reduction="mean", weight=layout(t))
            np.testing.assert_array_equal(got[0], want[0])
            np.testing.assert_array_equal(got[1], want[1])


@pytest.mark.parametrize("options", [{}, {"weight": 2.0}, {"where": np.arange(200000) % 3 > 0}, {"reduction": "mean"}])
def test_binary_results_over_operands(options):
    """In place, in the place of targets, and where one overlaps with an operand that is read later."""
    room = np.random.default_rng(0).random(300000)
    for first, second in ((0, 100000), (100000, 0), (70000, 70001)):
        for target in (0, 1):
            memory = room.copy()
            x, t = memory[first:][:200000], memory[second:][:200000]
            out = memory[(first, second)[target] :][:200000]
            kept = out.copy()
            want = BINARY[1](x.copy(), t.copy(), out=kept, **options)
            np.testing.assert_array_equal(BINARY[1](x, t, out=out, **options), want)


@pytest.mark.parametrize(
    "error, words, options",
    [
        (ValueError, "reduction must be 'none', 'mean' or 'sum', got 'max'", {"reduction": "max"}),
        (ValueError, "reduction", {"reduction": None}),
        (ValueError, r"weight must broadcast to the shape \(2, 3\), not have the shape \(2,\)", {"weight": [1.0, 2.0]}),
        (ValueError, "weight must broadcast", {"weight": np.ones((4, 2, 3))}),
        (TypeError, "weight must be an array of real numbers .*, not of complex128", {"weight": 1j}),
        (TypeError, "where must be bool, not float64", {"where": np.ones(3)}),
        (ValueError, "where must broadcast", {"where": np.ones(2, bool)}),
        (TypeError, "pos_weight must be an array of real numbers .*, not of <U1", {"pos_weight": "a"}),
        (ValueError, r"targets of shape \(2,\).* do not broadcast", {"targets": [1, 0]}),
        (TypeError, "targets must be an array of real numbers .*, not of object", {"targets": None}),
        (TypeError, "targets must be an array .*, not of datetime64", {"targets": np.datetime64("2000-01-01")}),
        (TypeError, "logits must be an array of real numbers .*, not of complex128", {"logits": 1j}),
        (TypeError, "logits must be an array of real numbers .*, not of object", {"logits": None}),
        (TypeError, "dtype must be one of float16, .* or None, not .*int64", {"dtype": np.int64}),
        (TypeError, "dtype must be one of float16, .* or None, not 'nonsense'", {"dtype": "nonsense"}),
        (TypeError, "dtype must be one of", {"dtype": []}),
        (TypeError, "unexpected keyword argument 'gamma'", {"gamma": 1}),
    ],
)
def test_bad_arguments_of_the_binary_loss(error, words, options):
    extra = {"logits": np.ones((2, 3)), "targets": 1, "reduction": "none"} | options
    for function, results in zip(BINARY, (1, 1, 2)):
        outs = tuple(np.full((2, 3), 7.0) for _ in range(results))
        with pytest.raises(error, match=words):
            function(**extra, out=outs if results > 1 else outs[0])
        assert all((out == 7).all() for out in outs)


@pytest.mark.parametrize("dtype", list(LOOSE))
@pytest.mark.parametrize("function", BINARY)
def test_without_options_plain_arrays_go_to_the_ufunc_at_once(monkeypatch, function, dtype):
    shapes = [((4, 10), (4, 10)), ((4, 10), (10,)), ((), ()), ((0, 3), (0, 3))]
    calls = [(np.full(x, 0.5, dtype), np.full(t, 0.25, dtype)) for x, t in shapes]
    calls += [(x, np.full(x.shape, number)) for x, _ in calls for number in (True, 1, 2**62)]
    want = [function(*call, reduction="".join(["no", "ne"])) for call in calls]  # the same word, by the longer way
    monkeypatch.setattr("fastact.functions.losses._Elements", None)
    for call, expected in zip(calls, want):
        for extra in ({}, {"out": None, "reduction": "none", "weight": None, "where": True, "pos_weight": 1.0}):
            made = function(*call, **extra)
            assert type(made) is type(expected)
            assert_same_bits(*(one if isinstance(one, tuple) else (one,) for one in (made, expected)))
    x = calls[0][0]
    for call in [
        (x, x.astype("f8" if dtype != np.float64 else "f4")),
        (x.tolist(), x),
        (x, 1),
        (x, x, 2.0),
        (x > 0, x > 0),
    ]:
        with pytest.raises(TypeError, match="not callable"):
            function(*call)


@pytest.mark.parametrize("function", BINARY)
def test_the_short_way_refuses_in_the_same_words(function):
    message = r"logits of shape \(2,\).* do not broadcast$"
    for targets in (np.ones(3), [1, 1, 1]):
        with pytest.raises(ValueError, match=message):
            function(np.ones(2), targets)
    for kind in ("g", "D", "O", "U1", "M8[s]"):
        x = np.zeros(3, kind)
        with pytest.raises(TypeError, match=r"^logits must be an array of real numbers"):
            function(x, x)


def test_dtype_of_the_binary_loss():
    x = np.linspace(-3, 3, 7)
    for dtype in LOOSE:
        check(BINARY[2](x, 1, dtype=dtype), BINARY[2](x.astype(dtype), 1), dtype)
    swapped = x.astype(x.dtype.newbyteorder())
    np.testing.assert_array_equal(BINARY[0](swapped, x.astype(x.dtype.newbyteorder())), BINARY[0](x, x))


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_the_binary_loss_is_that_of_torch(reduction):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    x, t, w, p = rng.standard_normal((5, 4)), rng.random((5, 4)), rng.random(4), rng.random(4)
    leaf = torch.tensor(x, requires_grad=True)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(
        leaf, torch.tensor(t), torch.tensor(w), reduction=reduction, pos_weight=torch.tensor(p)
    )
    loss.sum().backward()
    got = BINARY[2](x, t, p, weight=w, reduction=reduction)
    np.testing.assert_allclose(got[0], loss.detach().numpy(), rtol=1e-12)
    np.testing.assert_allclose(got[1], leaf.grad.numpy(), rtol=1e-12)
