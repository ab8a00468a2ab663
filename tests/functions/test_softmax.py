"""softmax, log_softmax, logsumexp and the backward forms: against high precision, over every axis and layout."""

import numpy as np
import pytest
from conftest import gufuncs
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import MANY, check
from ml_dtypes import bfloat16, finfo
from numpy.exceptions import AxisError

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import reference

FORWARD = ["softmax", "log_softmax", "logsumexp"]
BACKWARD = ["softmax_backward", "log_softmax_backward"]
LENGTHS = [1, 2, 3, 7, 10, 15, 16, 17, 31, 32, 33, 64, 100, 1000]
LONG = 13000  # more elements than fit the workspace: it has them in blocks, unless they are contiguous


def exact(name, row):
    """The result of a row as balls."""
    numbers = [arb(float(v)) for v in row]
    total = sum(v.exp() for v in numbers)
    if name == "softmax":
        return [v.exp() / total for v in numbers]
    return [v - total.log() for v in numbers] if name == "log_softmax" else total.log()


def spread(dtype):
    """The widest logits whose probabilities the dtype can tell from 0."""
    return {np.float32: 60.0, np.float64: 400.0}[dtype]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_error_in_ulp(name, dtype, reductions):
    rng = np.random.default_rng(1)
    with ctx.workprec(2000):
        for n in (2, 10, 100):
            for scale in (1e-3, 1.0, spread(dtype)):
                row = rng.uniform(-scale, scale, n).astype(dtype)
                errors = [reference.ulp_error(g, w, dtype) for g, w in zip(reductions[name](row), exact(name, row))]
                assert max(errors) <= 2.5, (n, scale, errors)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_logsumexp_error_in_ulp_of_its_larger_term(dtype, reductions):
    rng = np.random.default_rng(2)
    with ctx.workprec(2000):
        for n in (1, 2, 10, 100):
            row = rng.uniform(-5, 5, n).astype(dtype)
            got, want = float(reductions["logsumexp"](row)), exact("logsumexp", row)
            unit = float(np.spacing(dtype(max(abs(row.max()), abs(float(want))))))
            assert abs(want - got) <= 2 * unit


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_backward_errors_in_units_of_what_is_added(dtype, reductions):
    """For the very results that are given; the units are those that the docstrings name."""
    rng, wide, total = np.random.default_rng(3), np.longdouble, {"axis": -1, "keepdims": True}
    softmax_backward, log_softmax_backward = (reductions[name] for name in BACKWARD)
    logsumexp_backward, losses = (reductions[name] for name in ("logsumexp_backward_with_options", "cross_entropy_with_grad"))

    def check(got, want, size, units):
        assert (abs(got - want) <= units * np.spacing(np.maximum(size, np.finfo(dtype).tiny).astype(dtype))).all()

    for n in (2, 10, 17, 100, 1000):
        for scale in (1e-3, 1.0, 30.0):
            x, dy = (scale * rng.uniform(-1, 1, (400, n))).astype(dtype), rng.standard_normal((400, n)).astype(dtype)
            y, log_y, log_sum = (reductions[name](x) for name in FORWARD)
            targets, d, p = reductions["softmax"](dy), dy.astype(wide), y.astype(wide)
            check(softmax_backward(dy, y), p * (d - np.sum(p * d, **total)), p * (abs(d) + np.sum(p * abs(d), **total)), 3.5)
            p = np.exp(log_y.astype(wide))
            check(log_softmax_backward(dy, log_y), d - p * np.sum(d, **total), abs(d) + p * np.sum(abs(d), **total), 2)
            shares = d * np.exp(x.astype(wide) - log_sum[:, None])
            check(logsumexp_backward(x, dy, np.ones(n, bool), n, log_sum, 1.0, 2), shares, abs(shares), 2.5)
            p, masses = np.exp(x.astype(wide) - x.max(**total)), targets.astype(wide)
            p *= np.sum(masses, **total) / np.sum(p, **total)
            grad = losses(x, targets, np.ones(n, dtype), -1, 0.0, 1.0, 0.0, 1.0, 1)[1]
            check(grad, p - masses, np.maximum(p, masses), 2.5)


def test_softmax_of_the_notes():
    np.testing.assert_allclose(fa.softmax([2.33, -1.46, 0.56]), [0.838, 0.019, 0.143], atol=5e-4)


def test_the_dominant_log_probability_is_not_lost():
    assert np.isclose(fa.log_softmax([100.0, 0.0])[0], -np.exp(-100.0), rtol=1e-15, atol=0)
    single = fa.log_softmax(np.float32([100, 0]))[0]
    assert single == -np.float32(np.exp(-100.0)) and single != 0


def test_equal_large_logits():
    np.testing.assert_allclose(fa.log_softmax(np.full(4, 1e6, np.float32)), -np.log(4), rtol=1e-7)
    assert fa.logsumexp(np.full(2, 1000.0)) == 1000 + np.log(2)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_stable_for_the_largest_finite_numbers(dtype, reductions):
    most = np.finfo(dtype).max
    for row in ([most, -most], [most, most], [-most, -most], [most, 0], [-most, 0, 1]):
        p = reductions["softmax"](np.array(row, dtype))
        assert np.isfinite(p).all() and abs(p.sum() - 1) < 1e-6
        assert not np.isnan(reductions["log_softmax"](np.array(row, dtype))).any()


def test_tiny_probabilities_down_to_the_subnormal_ones():
    x = np.float32([0, -80, -95, -103])
    want = np.exp(x.astype(np.float64))
    np.testing.assert_allclose(fa.softmax(x), want, rtol=1.5e-7, atol=float(np.spacing(np.float32(0))))


def test_infinities_and_nan(reductions):
    inf, nan = np.inf, np.nan
    softmax, log_softmax, logsumexp = (reductions[name] for name in FORWARD)
    np.testing.assert_array_equal(softmax([-inf, 0, 0]), [0, 0.5, 0.5])
    np.testing.assert_array_equal(softmax([inf, 0, -inf]), [1, 0, 0])
    np.testing.assert_array_equal(softmax([inf, inf, 0, 1]), [0.5, 0.5, 0, 0])
    np.testing.assert_array_equal(log_softmax([-inf, 0]), [-inf, 0])
    for row in ([-inf, -inf], [nan, 0], [nan, inf], [nan] * 20):
        assert np.isnan(softmax(row)).all() and np.isnan(log_softmax(row)).all()
    assert logsumexp([-inf, -inf]) == -inf and logsumexp([inf, 0]) == inf
    assert np.isnan(logsumexp([nan, 0])) and np.isnan(logsumexp([nan, inf]))


@pytest.mark.parametrize("name", FORWARD + BACKWARD)
def test_nothing_to_reduce(name):
    function, count = getattr(fa, name), 1 + (name in BACKWARD)
    empty = np.empty((3, 0))
    if name == "logsumexp":
        np.testing.assert_array_equal(function(empty), [-np.inf] * 3)
        assert function(np.empty((0, 3))).shape == (0,)
    else:
        for shape in ((3, 0), (0, 3), (0,)):
            assert function(*[np.empty(shape)] * count).shape == shape
            assert function(*[np.empty(shape)] * count, axis=None).shape == shape


def operands(name, shape, dtype, seed=0):
    rng = np.random.default_rng(seed)
    x = (3 * rng.standard_normal(shape)).astype(dtype)
    if name in FORWARD:
        return (x,)
    return x, getattr(fa, name.removesuffix("_backward"))((2 * rng.standard_normal(shape)).astype(dtype))


def between(name, *rows):
    """How far results of rows along memory and across it may be apart, by the errors of both: the units, and of what."""
    x, *rest = (row.astype(np.float64) for row in rows)
    if name == "logsumexp":
        return {"units": 6, "sizes": np.maximum(abs(x).max(axis=-1), abs(plain(name, x, axis=-1)))}
    if name in FORWARD:
        return {"units": 8 if name == "softmax" else 6}
    p, total = rest[0] if name == "softmax_backward" else np.exp(rest[0]), {"axis": -1, "keepdims": True}
    if name == "softmax_backward":
        return {"units": 5, "sizes": p * (abs(x) + np.sum(p * abs(x), **total))}
    return {"units": 4, "sizes": abs(x) + p * np.sum(abs(x), **total)}


@pytest.mark.parametrize("n", [*LENGTHS, LONG])
@pytest.mark.parametrize("dtype", [np.float16, bfloat16, np.float32, np.float64])
@pytest.mark.parametrize("name", FORWARD + BACKWARD)
def test_the_same_bits_in_every_layout(name, dtype, n, reductions):
    """Of rows along memory and of those across it (37 of them: strips and a rest), in place."""
    gufunc = reductions[name]
    rows = operands(name, (37 if n < LONG else 17, n), dtype)
    (along,), (across,) = check(gufunc, *rows, place=None if name == "logsumexp" else -1, **between(name, *rows))
    for beside, want in ((2, along), (MANY, across)):
        middle = [np.repeat(r[..., None], beside, axis=2) for r in rows]
        np.testing.assert_array_equal(gufunc(*middle, axis=1)[..., 1], want)


@pytest.mark.parametrize("n", [100, LONG])
def test_an_operand_that_all_rows_share_does_not_say_where_they_lie(n, reductions):
    """Its step between them is 0, and smaller than that along them where they are not contiguous."""
    dy, y = operands("softmax_backward", (20, n), np.float32)
    shared = np.broadcast_to(np.repeat(dy[0], 2)[::2], dy.shape)
    np.testing.assert_array_equal(reductions["softmax"](shared), reductions["softmax"](np.copy(shared, order="C")))
    for order in "CF":
        given, laid = np.array(shared, order=order), np.array(y, order=order)
        np.testing.assert_array_equal(
            reductions["softmax_backward"](shared, laid), reductions["softmax_backward"](given, laid), order
        )


@pytest.mark.parametrize("name", FORWARD + BACKWARD)
def test_the_same_bits_on_every_isa_with_fma_and_for_every_number_of_threads(name):
    arrays = operands(name, (300, 1000), np.float32)
    with fa.num_threads(1):
        want = getattr(fa, name)(*arrays)
    for count in (2, 3, 7):
        with fa.num_threads(count):
            np.testing.assert_array_equal(getattr(fa, name)(*arrays), want)
    first, *others = [gufuncs(isa)[name](*arrays) for isa in ufuncs.isas if isa != "sse2"]
    for other in others:
        np.testing.assert_array_equal(other, first)


def plain(name, *arrays, axis):
    """In float64, as the formula stands."""
    first, *rest = (a.astype(np.float64) for a in arrays)
    if name in FORWARD:
        shifted = first - first.max(axis=axis, keepdims=True)
        total = np.exp(shifted).sum(axis=axis, keepdims=True)
        if name == "softmax":
            return np.exp(shifted) / total
        if name == "log_softmax":
            return shifted - np.log(total)
        return (np.log(total) + first.max(axis=axis, keepdims=True)).squeeze(axis)
    if name == "softmax_backward":
        return rest[0] * (first - (first * rest[0]).sum(axis=axis, keepdims=True))
    return first - np.exp(rest[0]) * first.sum(axis=axis, keepdims=True)


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_any_axes_and_layout(data):
    name = data.draw(st.sampled_from(FORWARD + BACKWARD))
    shape = data.draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    axes = data.draw(st.sets(st.integers(0, len(shape) - 1), min_size=1))
    order = data.draw(st.permutations(range(len(shape))))
    arrays = [a.transpose(order) for a in operands(name, shape, np.float64, data.draw(st.integers(0, 99)))]
    axis = data.draw(st.sampled_from([tuple(axes), tuple(a - len(shape) for a in axes)]))
    if len(axes) == len(shape) and data.draw(st.booleans()):
        axis = None
    want = plain(name, *arrays, axis=tuple(axes))
    function = getattr(fa, name)
    np.testing.assert_allclose(function(*arrays, axis=axis), want, rtol=1e-12, atol=1e-13)
    out = np.full(np.shape(want)[::-1], np.nan).T
    assert function(*arrays, axis=axis, out=out) is out
    np.testing.assert_allclose(out, want, rtol=1e-12, atol=1e-13)
    if name != "logsumexp":
        function(*arrays, axis=axis, out=arrays[0])
        np.testing.assert_allclose(arrays[0], want, rtol=1e-12, atol=1e-13)


def test_keepdims_and_scalars():
    x = np.arange(24.0).reshape(2, 3, 4)
    assert fa.logsumexp(x, axis=1, keepdims=True).shape == (2, 1, 4)
    assert fa.logsumexp(x, axis=(0, 2), keepdims=True).shape == (1, 3, 1)
    assert fa.logsumexp(x, axis=None, keepdims=True).shape == (1, 1, 1)
    assert fa.softmax(3.0) == 1 and fa.log_softmax(np.float32(3)) == 0 and fa.logsumexp(3.0) == 3
    assert isinstance(fa.softmax(3.0), np.float64) and isinstance(fa.logsumexp(x, axis=None), np.float64)


def test_operands_broadcast():
    y = fa.softmax(np.arange(12.0).reshape(3, 4))
    np.testing.assert_array_equal(
        fa.softmax_backward(np.arange(4.0), y), fa.softmax_backward(np.tile(np.arange(4.0), (3, 1)), y)
    )
    np.testing.assert_array_equal(fa.softmax_backward(1.0, y, axis=0), fa.softmax_backward(np.ones((3, 4)), y, axis=0))


def test_types():
    assert fa.softmax([1, 2]).dtype == np.float64 and fa.softmax(np.int8([1, 2])).dtype == np.float16
    assert fa.softmax([True, False]).dtype == np.float16
    for dtype in (np.float16, bfloat16):
        x = np.array([1, 2], dtype)
        assert fa.softmax(x).dtype == fa.softmax(x, dtype=dtype).dtype == fa.softmax_backward(x, x).dtype == dtype
        assert fa.softmax(x, dtype=np.float32).dtype == np.float32
    assert fa.softmax(np.float32([1, 2]), dtype=np.float64).dtype == np.float64
    big = np.float32([1, 2]).astype(">f4")
    np.testing.assert_array_equal(fa.softmax(big), fa.softmax(np.float32([1, 2])))


@pytest.mark.parametrize("axis", [-1, 0, (0, 1), None])
@pytest.mark.parametrize("name", FORWARD + BACKWARD)
def test_bad_input_leaves_out_untouched(name, axis):
    function, count = getattr(fa, name), 1 + (name in BACKWARD)
    x = [np.ones((2, 3))] * count
    result = np.shape(function(*x, axis=axis))
    out = np.full(result, 7.0)
    read_only = out.copy()
    read_only.flags.writeable = False
    for bad in (np.ones((2, 3), complex), np.full((2, 3), "a"), np.full((2, 3), None)):
        with pytest.raises(TypeError, match=r"^(x|dy) must be an array of real numbers"):
            function(*[bad] * count, axis=axis, out=out)
    with pytest.raises(ValueError):
        function(*x, axis=axis, out=np.empty((5, 5)))
    with pytest.raises(ValueError):
        function(*x, axis=axis, out=read_only)
    with pytest.raises(AxisError):
        function(*x, axis=2 if isinstance(axis, int) else (0, 2), out=out)
    with pytest.raises(ValueError, match="repeated"):
        function(*x, axis=(1, -1), out=out)
    with pytest.raises(TypeError):
        function(*x, axis=1.5, out=out)
    with pytest.raises(AxisError):
        function(*[1.0] * count, axis=1)
    assert (out == 7).all() and (read_only == 7).all()


@pytest.mark.parametrize("dtype", [np.float16, bfloat16])
@pytest.mark.parametrize("name", FORWARD + BACKWARD)
def test_narrow_types_are_computed_in_float32_and_rounded_once(name, dtype, reductions):
    for n in (*LENGTHS, LONG):
        rows = operands(name, (37 if n < LONG else 3, n), dtype)
        for lay in (np.copy, np.asfortranarray, lambda row: np.repeat(row, 2, axis=1)[:, ::2]):
            given = [lay(row) for row in rows]
            want = reductions[name](*[lay(row.astype(np.float32)) for row in rows]).astype(dtype)
            got = reductions[name](*given)
            assert got.dtype == dtype
            np.testing.assert_array_equal(got, want)


@pytest.mark.parametrize("dtype", [np.float16, bfloat16, np.float32, np.float64])
@pytest.mark.parametrize("name", FORWARD + BACKWARD)
def test_no_floating_point_flag(name, dtype, reductions):
    info = finfo(dtype)
    x = np.array([0, -0.0, 1, -1, info.max, -info.max, info.tiny, info.smallest_subnormal, np.inf, -np.inf, np.nan], dtype)
    with np.errstate(all="raise"):
        for row in (x, x[:8], x[::-1], np.repeat(x[:4], 9)):
            reductions[name](*[row] * (1 + (name in BACKWARD)))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_sums_are_wider_than_the_type(dtype, reductions):
    rng = np.random.default_rng(0)
    for n, scale in ((10**6, 1.0), (10**7, 1e-3), (10**7, 3.0)):  # almost equal ones leave the most to the second word
        p = reductions["softmax"]((scale * rng.standard_normal(n)).astype(dtype))
        assert abs(p.sum(dtype=np.longdouble) - 1) < 2 * np.finfo(dtype).eps


def test_millions_of_equals():
    ones = np.ones(2**24 + 64, np.float32)
    assert fa.softmax(ones)[0] == np.float32(1 / len(ones))


def test_backward_is_the_derivative():
    rng = np.random.default_rng(3)
    x, dy = rng.standard_normal(9), rng.standard_normal(9)
    for name in ("softmax", "log_softmax"):
        function, h = getattr(fa, name), 1e-6
        numeric = [(function(x + h * e) - function(x - h * e)) @ dy / (2 * h) for e in np.eye(9)]
        np.testing.assert_allclose(getattr(fa, f"{name}_backward")(dy, function(x)), numeric, rtol=1e-6, atol=1e-9)
