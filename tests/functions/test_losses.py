"""Cross-entropy from logits and its gradient: against float64 and high precision, in every layout."""

import numpy as np
import pytest
import scipy.special
from conftest import ALIKE, gufuncs
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st
from ml_dtypes import bfloat16

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import reference

SHAPES = [(1, 5), (5, 10), (40, 10), (7, 100), (40, 100), (3, 5000)]
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
    one_hot = np.eye(classes)[targets] if targets.ndim == 1 else targets
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


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dtype", list(LOOSE))
def test_the_same_bits_in_every_layout(dtype, shape):
    logits, targets, probabilities, weight = problem(shape, dtype)
    for t, options in ((targets, {}), (targets, {"label_smoothing": 0.1, "weight": weight}), (probabilities.astype(dtype), {})):
        losses, grads = both(logits, t, **options)
        columns = both(np.ascontiguousarray(logits.T), t.T.copy() if t.ndim > 1 else t, axis=0, **options)
        np.testing.assert_array_equal(columns[0], losses)
        np.testing.assert_array_equal(columns[1].T, grads)
        spread = np.repeat(logits, 3, axis=1)[:, ::3]
        np.testing.assert_array_equal(both(spread, t, **options)[1], grads)
        for axis, place in ((-1, logits.copy()), (0, np.ascontiguousarray(logits.T))):
            result = both(place, t if axis or t.ndim == 1 else t.T, axis=axis, out=place, **options)
            assert result[1] is place
            np.testing.assert_array_equal(place if axis else place.T, grads)


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
        ([0, 1], {"ignore_index": 0.5}, TypeError, None),
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
