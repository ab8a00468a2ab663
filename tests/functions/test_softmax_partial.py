"""Partial softmax and its merge, online logsumexp, logsumexp's gradient, Gumbel softmax, SciPy's names."""

import functools

import numpy as np
import pytest
import scipy.special
from flint import arb, ctx
from layouts import check
from ml_dtypes import bfloat16

import fastact as fa
from fastact import special
from fastact.lab import reference


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("scale", [1e-3, 1.0, 40.0])
def test_merged_parts_are_the_whole_in_any_order(dtype, scale):
    rng = np.random.default_rng(0)
    x = rng.uniform(-scale, scale, 500).astype(dtype)
    x = np.sort(x)  # every part has a new maximum
    with ctx.workprec(400):
        numbers = [arb(float(v)) for v in x]
        total = sum(v.exp() for v in numbers)
        log_total, exact = total.log(), [v.exp() / total for v in numbers]
        unit = float(np.spacing(dtype(max(abs(x).max(), abs(float(log_total))))))
        parts = [fa.softmax_partial(chunk) for chunk in np.array_split(x, 100)]
        one_by_one = functools.reduce(lambda a, b: fa.softmax_merge([a, b]), parts)
        from_behind = functools.reduce(lambda a, b: fa.softmax_merge([b, a]), parts[::-1])
        at_once, shuffled = fa.softmax_merge(parts), fa.softmax_merge([parts[i] for i in rng.permutation(100)])
        for whole in (one_by_one, from_behind, at_once, shuffled):
            assert abs(float(log_total - arb(float(whole.logsumexp()[0])))) <= 2 * unit
            assert max(reference.ulp_error(g, w, dtype) for g, w in zip(whole.softmax(x), exact)) <= 2.5
        assert abs(float(arb(float(fa.online_logsumexp(np.array_split(x, 7))[0])) - log_total)) <= 2 * unit


@pytest.mark.parametrize("axis", [0, 1, -1, (0, 2), None])
@pytest.mark.parametrize("dtype", [np.float16, bfloat16, np.float32, np.float64])
def test_axes_and_types(dtype, axis):
    x = np.random.default_rng(0).standard_normal((4, 6, 5)).astype(dtype)
    at = axis if isinstance(axis, int) else (0 if axis else 1)
    chunks = np.array_split(x, 3, axis=at)
    whole = fa.softmax_merge([fa.softmax_partial(chunk, axis) for chunk in chunks])
    assert whole.maximum.dtype == dtype and whole.sum.dtype == np.float64
    loose = {np.float16: 2e-3, bfloat16: 2e-2, np.float32: 1e-6, np.float64: 1e-14}[dtype]
    want = fa.logsumexp(x.astype(np.float64), axis, keepdims=True)
    np.testing.assert_allclose(whole.logsumexp().astype(np.float64), want, rtol=loose, atol=loose)
    together = np.concatenate([whole.softmax(chunk) for chunk in chunks], axis=at)
    assert together.dtype == dtype
    np.testing.assert_allclose(
        together.astype(np.float64), fa.softmax(x.astype(np.float64), axis), rtol=loose, atol=loose / 100
    )
    np.testing.assert_allclose(fa.online_logsumexp(chunks, axis).astype(np.float64), want, rtol=loose, atol=loose)


@pytest.mark.parametrize("n", [1, 17, 32, 33, 100, 1000, 13000])
@pytest.mark.parametrize("dtype", [np.float16, bfloat16, np.float32, np.float64])
def test_the_same_bits_in_every_layout(dtype, n):
    """Sums are float64 whatever x is; the gradient of logsumexp has no sum of its own."""
    rng = np.random.default_rng(n)
    x, b, dy = (rng.standard_normal(shape).astype(dtype) for shape in ((37, n), (37, n), 37))
    units = 8 * float(np.finfo(np.promote_types(dtype, np.float32)).eps / np.finfo(np.float64).eps)
    sums = np.exp(x.astype(np.float64) - x.max(-1, keepdims=True).astype(np.float64)).sum(-1)

    def part(x, axis):
        return tuple(np.squeeze(field, axis) for field in fa.softmax_partial(x, axis))

    def weighted(x, b, axis):
        return fa.logsumexp(x, axis, b=b, return_sign=True)

    def backward(x, dy, y, axis, out=None):
        return fa.logsumexp_backward(dy, x, y, axis, out=out)

    check(part, x, units=(0, units, units), sizes=(None, None, sums), place=None)
    check(weighted, x, abs(b), units=(6, 0), sizes=(20.0, None), place=None)
    check(backward, x, dy, fa.logsumexp(x), units=0, place=0)


def test_parts_of_nothing_and_infinite_ones():
    inf, nan = np.inf, np.nan
    nothing, one, huge = (fa.softmax_partial(np.array(v)) for v in ([-inf, -inf], [0.0], [inf, 3.0]))
    masked = fa.softmax_partial(np.array([nan, 1.0]), where=[False, False])
    for none in (nothing, masked, fa.softmax_partial(np.empty(0))):
        assert none.maximum == -inf and none.sum == 0 and none.logsumexp() == -inf
        assert fa.softmax_merge([none, one]).logsumexp() == 0 and fa.softmax_merge([none, none]).logsumexp() == -inf
    assert fa.softmax_merge([huge, one]).logsumexp() == inf
    assert np.isnan(fa.softmax_merge([fa.softmax_partial(np.array([nan])), one]).logsumexp())
    for function, name in ((fa.softmax_merge, "parts"), (fa.online_logsumexp, "chunks")):
        with pytest.raises(ValueError, match=name):
            function([])


@pytest.mark.parametrize("dtype", [np.float16, bfloat16, np.float32, np.float64])
def test_logsumexp_backward(dtype):
    rng = np.random.default_rng(0)
    loose = {np.float16: 1e-2, bfloat16: 5e-2, np.float32: 3e-6, np.float64: 1e-13}[dtype]
    for shape in ((37, 5), (37, 100), (3, 4, 50)):
        for axis in (-1, 0, None, (0, 1)):
            x, mask = rng.standard_normal(shape).astype(dtype), rng.random(shape) < 0.7
            y = fa.logsumexp(x, axis, where=mask, temperature=0.5)
            dy = rng.standard_normal(np.shape(y)).astype(dtype)
            got = fa.logsumexp_backward(dy, np.where(mask, x, np.nan).astype(dtype), y, axis, where=mask, temperature=0.5)
            wide = np.where(mask, x.astype(np.float64), -np.inf)
            axes = tuple(range(x.ndim)) if axis is None else axis
            some = mask.any(axis=axes, keepdims=True)
            share = np.where(some, scipy.special.softmax(np.where(some, 2 * wide, 0), axis=axes), 0)
            want = 2 * share * np.expand_dims(np.asarray(dy, np.float64), axes)
            np.testing.assert_allclose(got.astype(np.float64), want, rtol=loose, atol=loose / 10)
            kept = fa.logsumexp_backward(
                np.expand_dims(dy, axes), x, np.expand_dims(y, axes), axis, where=mask, temperature=0.5
            )
            np.testing.assert_array_equal(kept, got)


def test_logsumexp_backward_with_weights_and_limits():
    x, b = np.array([0.0, 1.0, 2.0]), np.array([2.0, -0.5, 1.0])
    y, h = fa.logsumexp(x, b=b), 1e-6
    numeric = [(fa.logsumexp(x + h * e, b=b) - fa.logsumexp(x - h * e, b=b)) / (2 * h) for e in np.eye(3)]
    np.testing.assert_allclose(fa.logsumexp_backward(1.0, x, y, b=b), numeric, rtol=1e-8)
    np.testing.assert_array_equal(fa.logsumexp_backward(1.0, [-np.inf, 0.0], 0.0), [0, 1])
    np.testing.assert_array_equal(fa.logsumexp_backward(1.0, [-np.inf, -np.inf], -np.inf), [0, 0])
    for name, arguments in (("dy", (np.ones(2), x, y)), ("y", (1.0, x, np.ones(2)))):
        with pytest.raises(ValueError, match=name):
            fa.logsumexp_backward(*arguments)


def test_gumbel_softmax_samples_the_distribution():
    logits, rng = np.log([0.5, 0.3, 0.2]), np.random.default_rng(0)
    y, one_hot = fa.gumbel_softmax(np.tile(logits, (20000, 1)), 0.5, rng=rng, hard=True)
    np.testing.assert_allclose(one_hot.mean(axis=0), [0.5, 0.3, 0.2], atol=0.01)
    assert (one_hot.sum(axis=1) == 1).all() and (y.argmax(axis=1) == one_hot.argmax(axis=1)).all()
    np.testing.assert_allclose(y.sum(axis=1), 1, rtol=1e-14)
    again = fa.gumbel_softmax(np.tile(logits, (20000, 1)), 0.5, rng=np.random.default_rng(0))
    np.testing.assert_array_equal(again, y)
    for dtype in (np.float16, bfloat16, np.float32):
        x = np.ones((3, 4), dtype)
        y, one_hot = fa.gumbel_softmax(x, axis=(0, 1), rng=rng, hard=True)
        assert y.dtype == one_hot.dtype == dtype and one_hot.astype(float).sum() == 1
        assert fa.gumbel_softmax(x, rng=rng, out=x) is x
    with pytest.raises(TypeError, match="rng"):
        fa.gumbel_softmax([1.0], rng=0)
    with pytest.raises(ValueError, match="temperature"):
        fa.gumbel_softmax([1.0], 0.0, rng=rng)


def test_scipys_names():
    x = np.random.default_rng(0).standard_normal((3, 4))
    for name in special.__all__:
        function, scipys = getattr(special, name), getattr(scipy.special, name)
        argument = fa.sigmoid(x) if name == "logit" else x
        np.testing.assert_allclose(function(argument), scipys(argument), rtol=1e-13)
        if "soft" in name or "sum" in name:
            np.testing.assert_allclose(function(x, axis=1), scipys(x, axis=1), rtol=1e-13)
    got, want = (m.logsumexp(x, 0, x, True, True) for m in (special, scipy.special))
    np.testing.assert_allclose(got, want, rtol=1e-13)
