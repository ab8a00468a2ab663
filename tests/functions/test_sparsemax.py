"""sparsemax, entmax15, entmax and the backward forms: against a sort, high precision, over every axis and layout."""

from functools import cache, partial

import mpmath
import numpy as np
import pytest
from conftest import ALIKE, gufuncs
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import MANY, SHORT_IN_PROJECTIONS, check
from ml_dtypes import bfloat16, finfo
from numpy.exceptions import AxisError

import fastact as fa
from fastact._core import ufuncs

FORWARD = ["sparsemax", "entmax15", "entmax"]
BACKWARD = [f"{name}_backward" for name in FORWARD]
ALPHA = {"sparsemax": 2.0, "entmax15": 1.5, "entmax": 1.3}
# 37 rows: strips and a rest; 70 and more: the search among the lanes' maxima; 5000: more than a row may keep
LENGTHS = [1, 2, 7, 15, 16, 17, 33, 64, 70, 1000]
DTYPES = [np.float16, bfloat16, np.float32, np.float64]

every_name = pytest.mark.parametrize("name", FORWARD + BACKWARD)
every_forward = pytest.mark.parametrize("name", FORWARD)
every_dtype = pytest.mark.parametrize("dtype", DTYPES)
wide_dtypes = pytest.mark.parametrize("dtype", [np.float32, np.float64])


def gufunc_of(reductions, name, alpha=ALPHA["entmax"]):
    return partial(reductions[name], alpha) if name.startswith("entmax") and "15" not in name else reductions[name]


def public(name, alpha=ALPHA["entmax"]):
    function = getattr(fa, name)
    return partial(function, alpha=alpha) if name in ("entmax", "entmax_backward") else function


def by_sort(name, x):
    """Of the rows, by the sort of the papers, in long double."""
    z = x.astype(np.longdouble)
    z = (z - z.max(-1, keepdims=True)) / (2 if name == "entmax15" else 1)
    ordered, k = -np.sort(-z, -1), np.arange(1, z.shape[-1] + 1)
    if name == "sparsemax":
        tau = (np.cumsum(ordered, -1) - 1) / k
        support = (ordered > tau).sum(-1, keepdims=True)
    else:
        mean, square = np.cumsum(ordered, -1) / k, np.cumsum(ordered**2, -1) / k
        tau = mean - np.sqrt(np.maximum((1 - k * (square - mean**2)) / k, 0))
        support = (ordered >= tau).sum(-1, keepdims=True)
    p = np.maximum(z - np.take_along_axis(tau, support - 1, -1), 0)
    return p if name == "sparsemax" else p**2


@cache
def by_bisection(row, alpha, digits):
    """Of one row, in the maximum's share, in mpmath."""
    with mpmath.workdps(digits):
        a = mpmath.mpf(alpha) - 1
        d = [a * (mpmath.mpf(max(row)) - mpmath.mpf(v)) for v in row]

        def shares(top):
            return [top if v == 0 else max(top**a - v, mpmath.mpf(0)) ** (1 / a) for v in d]

        low, high = mpmath.mpf(0), mpmath.mpf(1)
        for _ in range(3 * digits):
            middle = (low + high) / 2
            low, high = (low, middle) if sum(shares(middle)) > 1 else (middle, high)
        return shares(low)


def samples(dtype, n, rows=37, seed=0):
    rng = np.random.default_rng([n, seed])
    scale = np.resize([1e-3, 0.3, 1, 5], (rows, 1))
    return (scale * rng.standard_normal((rows, n))).astype(dtype)


def operands(name, shape, dtype, seed=0):
    rng = np.random.default_rng(seed)
    x = (1.5 * rng.standard_normal(shape)).astype(dtype)
    return (x,) if name in FORWARD else (x, public(name.removesuffix("_backward"))(rng.standard_normal(shape).astype(dtype)))


@pytest.mark.parametrize("n", [*LENGTHS, 5000])
@wide_dtypes
@pytest.mark.parametrize("name", ["sparsemax", "entmax15"])
def test_each_share_is_right_to_a_unit(name, dtype, n, reductions):
    """The sort's own error is that of sums in long double."""
    x = samples(dtype, n)
    p, want = reductions[name](x), by_sort(name, x)
    unit = np.spacing(np.maximum(want, np.finfo(dtype).tiny).astype(dtype))
    assert (abs(p - want) <= 0.51 * unit + 2e-18).all()
    assert (abs(p.sum(-1, dtype=np.longdouble) - 1) <= 0.5 * np.finfo(dtype).eps).all()


@pytest.mark.parametrize("alpha", [1 + 1e-9, 1.05, 1.3, 1.75, 2.2, 3])
@wide_dtypes
def test_entmax_is_right_to_half_an_epsilon(dtype, alpha, reductions):
    for n in (2, 9, 70):
        for row in samples(dtype, n, rows=4 if n < 70 else 1, seed=2):
            p, want = reductions["entmax"](alpha, row), by_bisection(tuple(row.tolist()), alpha, 32)
            assert max(abs(w - float(g)) for g, w in zip(p, want, strict=True)) <= 0.5 * np.finfo(dtype).eps


@pytest.mark.parametrize("alpha", [1.001, 1.3, 2.5, 5, 50, 1e6, 1e300])
@wide_dtypes
def test_the_sum_of_entmax_is_1(dtype, alpha, reductions):
    for n in (*LENGTHS, 5000):
        p = reductions["entmax"](alpha, samples(dtype, n, rows=8))
        assert (p >= 0).all() and (abs(p.sum(-1, dtype=np.longdouble) - 1) <= np.finfo(dtype).eps).all()


@wide_dtypes
def test_entmax_near_an_alpha_of_its_own_is_near_that(dtype, reductions):
    x = samples(dtype, 70)
    for alpha, name in ((1.5, "entmax15"), (2, "sparsemax"), (1, "softmax")):
        np.testing.assert_allclose(reductions["entmax"](alpha + 1e-8, x), reductions[name](x), atol=5e-7)


def test_the_alphas_of_their_own_give_the_very_results():
    x, dy = samples(np.float32, 70), samples(np.float32, 70, seed=1)
    for alpha, name in ((1, "softmax"), (1.5, "entmax15"), (2, "sparsemax")):
        y = getattr(fa, name)(x)
        np.testing.assert_array_equal(fa.entmax(x, alpha), y)
        np.testing.assert_array_equal(fa.entmax_backward(dy, y, alpha), getattr(fa, f"{name}_backward")(dy, y))
    np.testing.assert_array_equal(fa.entmax(x), fa.entmax15(x))


@wide_dtypes
def test_closed_forms(dtype, reductions):
    sparsemax, entmax15 = reductions["sparsemax"], reductions["entmax15"]
    t = np.linspace(-1.5, 1.5, 25).astype(dtype)
    pair = np.stack([t, np.zeros_like(t)], axis=1)
    eps = np.finfo(dtype).eps
    np.testing.assert_allclose(sparsemax(pair)[:, 0], np.clip((1 + t) / 2, 0, 1), rtol=eps)
    half = t.astype(np.float64) / 2
    root = (half + np.sqrt(2 - half**2)) / 2
    np.testing.assert_allclose(entmax15(pair)[:, 0], root**2, rtol=4 * eps)
    for n in (1, 3, 16, 100, 5000):
        for name in FORWARD:
            p = gufunc_of(reductions, name)(np.full(n, 1e5, dtype))
            np.testing.assert_allclose(p, np.full(n, 1 / n), rtol=eps / 2)
    for name in FORWARD:
        np.testing.assert_array_equal(gufunc_of(reductions, name)(np.eye(40, dtype=dtype) * 100), np.eye(40))
    # what is small beside the maximum is not lost: p is x - tau, not (x - max) - (tau - max) rounded
    small = np.array([1000, 999 + 2 * 512 * eps], dtype)
    np.testing.assert_array_equal(sparsemax(small), [1 - 512 * eps, 512 * eps])


@wide_dtypes
def test_the_largest_finite_numbers(dtype, reductions):
    most = np.finfo(dtype).max
    for row, want in (([most, -most], [1, 0]), ([most, most], [0.5, 0.5]), ([-most, -most, -most / 2], [0, 0, 1])):
        for name in FORWARD:
            np.testing.assert_array_equal(gufunc_of(reductions, name)(np.array(row, dtype)), want)


@every_forward
def test_infinities_and_nan(name, reductions):
    inf, nan = np.inf, np.nan
    function = gufunc_of(reductions, name)
    for n in (1, 30, 300):  # columns, and rows of which groups are kept
        pad = [-inf] * (n - 1)
        for rows in (1, 20):

            def of(row):
                return function(np.tile(np.array([*row, *pad]), (rows, 1)))[:, : len(row)]

            np.testing.assert_array_equal(of([-inf, 0, 0]), [[0, 0.5, 0.5]] * rows)
            np.testing.assert_array_equal(of([inf, 0, -inf]), [[1, 0, 0]] * rows)
            np.testing.assert_array_equal(of([inf, inf, 1e308]), [[0.5, 0.5, 0]] * rows)
            for row in ([-inf, -inf], [nan, 0], [0, nan], [nan, inf], [nan, -inf], [nan, nan]):
                got = function(np.tile(np.array([*row, *pad]), (rows, 1)))
                assert np.isnan(got).all(), row


@every_name
def test_nothing_to_project(name):
    function, count = public(name), 1 + (name in BACKWARD)
    for shape in ((3, 0), (0, 3), (0,), (2, 0, 3)):
        for axis in (-1, None):
            assert function(*[np.empty(shape)] * count, axis=axis).shape == shape


def between(name, *rows):
    """How far results of rows along memory and across it may be apart, by the errors of both: the units, and of what."""
    if name in FORWARD:
        return {"units": 1, "sizes": 1.0} if name == "entmax" else {"units": 2}
    dy, y = (row.astype(np.float64) for row in rows)
    most = abs(np.where(y > 0, dy, 0)).max(-1, keepdims=True)
    return {"units": 4, "sizes": weights(y, ALPHA[name.removesuffix("_backward")]) * (abs(dy) + most)}


@pytest.mark.parametrize("n", [*LENGTHS, 5000, 13000])
@every_dtype
@every_name
def test_the_same_bits_in_every_layout(name, dtype, n, reductions):
    """Of rows along memory and of those across it, in place."""
    gufunc = gufunc_of(reductions, name)
    rows = operands(name, (37 if n < 5000 else 9, n), dtype)
    if n >= 5000:
        rows = tuple((r * 0.01).astype(dtype) for r in rows)
    (along,), (across,) = check(gufunc, *rows, short=SHORT_IN_PROJECTIONS, **between(name, *rows))
    for beside, want in ((2, along), (MANY, across)):
        middle = [np.repeat(r[:3, :, None], beside, axis=2) for r in rows]
        np.testing.assert_array_equal(gufunc(*middle, axis=1)[..., 1], want[:3])


@every_name
def test_the_same_bits_on_every_isa_with_fma_and_for_every_number_of_threads(name):
    arrays = operands(name, (300, 1000), np.float32)
    with fa.num_threads(1):
        want = public(name)(*arrays)
    for count in (2, 3, 7):
        with fa.num_threads(count):
            np.testing.assert_array_equal(public(name)(*arrays), want)
    for isa in ALIKE:
        np.testing.assert_array_equal(gufunc_of(gufuncs(isa), name)(*arrays), want)


def weights(y, alpha):
    return np.where(y > 0, np.where(y > 0, y, 1).astype(np.longdouble) ** (2 - np.longdouble(alpha)), 0)


def plain_backward(dy, y, alpha, axis=-1):
    s = weights(y, alpha)
    dy = np.where(y > 0, dy, 0).astype(np.longdouble)
    total = s.sum(axis, keepdims=True)
    return s * (dy - (s * dy).sum(axis, keepdims=True) / np.where(total > 0, total, 1))


@pytest.mark.parametrize("alpha", [1.1, 1.3, 1.5, 2, 2.5, 3])
@wide_dtypes
def test_backward_is_its_formula(dtype, alpha, reductions):
    for n in LENGTHS:
        dy, y = samples(dtype, n, seed=1), fa.entmax(samples(dtype, n), alpha)
        name = {1.5: "entmax15_backward", 2: "sparsemax_backward"}.get(alpha, "entmax_backward")
        got, want = gufunc_of(reductions, name, alpha)(dy, y), plain_backward(dy, y, alpha)
        room = weights(y, alpha) * (abs(dy) + abs(np.where(y > 0, dy, 0)).max(-1, keepdims=True))
        assert (abs(got - want) <= 2 * np.finfo(dtype).eps * room).all()


@pytest.mark.parametrize("alpha", [1, 1.2, 1.5, 1.8, 2, 2.5])
def test_backward_is_the_derivative(alpha):
    rng = np.random.default_rng(3)
    x, dy = rng.uniform(-0.5, 0.5, 9), rng.standard_normal(9)
    h = 1e-6
    numeric = [(fa.entmax(x + h * e, alpha) - fa.entmax(x - h * e, alpha)) @ dy / (2 * h) for e in np.eye(9)]
    np.testing.assert_allclose(fa.entmax_backward(dy, fa.entmax(x, alpha), alpha), numeric, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", BACKWARD)
def test_what_has_no_share_does_not_leak(name, reductions):
    y = np.array([0.5, 0, 0.5, 0, 0])
    for bad in (np.nan, np.inf, -np.inf):
        dy = np.array([1, bad, 3, bad, bad])
        got = gufunc_of(reductions, name)(dy, y)
        np.testing.assert_array_equal(got, gufunc_of(reductions, name)(np.where(y > 0, dy, 0), y))
        assert (got[y == 0] == 0).all() and got[0] < 0
    assert np.isnan(gufunc_of(reductions, name)([np.nan, 1], [0.5, 0.5])).all()


def test_the_weights_of_large_alphas_do_not_overflow(reductions):
    """Their ratio is 1e480; the exact result is dy[0] - dy[1], to the first order."""
    y = np.array([1, 1e-10])
    got = reductions["entmax_backward"](50.0, [2.0, 1.0], y)
    assert got[0] == 1 and not np.isnan(got).any()


def plain(name, *arrays, axis):
    if name in FORWARD:
        rows = np.moveaxis(arrays[0], axis, range(-len(axis), 0))
        joined = rows.reshape(*rows.shape[: rows.ndim - len(axis)], -1)
        if name == "entmax":
            lines = joined.reshape(-1, joined.shape[-1]).tolist()
            p = np.array([by_bisection(tuple(line), ALPHA["entmax"], 18) for line in lines], float)
        else:
            p = by_sort(name, joined)
        return np.moveaxis(p.reshape(rows.shape), range(-len(axis), 0), axis)
    return plain_backward(*arrays, ALPHA[name.removesuffix("_backward")], axis)


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_any_axes_and_layout(data):
    name = data.draw(st.sampled_from(FORWARD + BACKWARD))
    shape = data.draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    axes = data.draw(st.sets(st.integers(0, len(shape) - 1), min_size=1))
    order = data.draw(st.permutations(range(len(shape))))
    arrays = [a.transpose(order) for a in operands(name, shape, np.float64, data.draw(st.integers(0, 99)))]
    axis = data.draw(st.sampled_from([tuple(axes), tuple(a - len(shape) for a in axes)]))
    if len(axes) == len(shape) and data.draw(st.booleans()):
        axis = None
    want = plain(name, *arrays, axis=tuple(axes)).astype(np.float64)
    function = public(name)
    np.testing.assert_allclose(function(*arrays, axis=axis), want, rtol=1e-12, atol=1e-13)
    out = np.full(np.shape(want)[::-1], np.nan).T
    assert function(*arrays, axis=axis, out=out) is out
    np.testing.assert_allclose(out, want, rtol=1e-12, atol=1e-13)
    function(*arrays, axis=axis, out=arrays[0])
    np.testing.assert_allclose(arrays[0], want, rtol=1e-12, atol=1e-13)


def test_scalars_and_broadcasting():
    assert fa.sparsemax(3.0) == fa.entmax15(3.0) == fa.entmax(3.0, 1.2) == 1
    assert isinstance(fa.sparsemax(3.0), np.float64)
    y = fa.sparsemax(np.arange(12.0).reshape(3, 4) / 9)
    for backward in (fa.sparsemax_backward, fa.entmax15_backward, fa.entmax_backward):
        np.testing.assert_array_equal(backward(np.arange(4.0), y), backward(np.tile(np.arange(4.0), (3, 1)), y))
    alphas = np.array([1.2, 1.5, 2.5])
    rows = [gufuncs(ufuncs.isa_name)["entmax"](alpha, row) for alpha, row in zip(alphas, y, strict=True)]
    np.testing.assert_array_equal(gufuncs(ufuncs.isa_name)["entmax"](alphas, y), rows)


@every_name
def test_types(name):
    function, count = public(name), 1 + (name in BACKWARD)
    for given_, want in ((np.int64, np.float64), (np.int8, np.float16), (np.bool_, np.float16), (np.int16, np.float32)):
        assert function(*[np.array([1, 0], given_)] * count).dtype == want
    for dtype in (np.float16, bfloat16):
        x = [np.array([1, 0], dtype)] * count
        assert function(*x).dtype == function(*x, dtype=dtype).dtype == dtype
        assert function(*x, dtype=np.float32).dtype == np.float32
    x = [np.float32([1, 0])] * count
    assert function(*x, dtype=np.float64).dtype == np.float64
    np.testing.assert_array_equal(function(*[v.astype(">f4") for v in x]), function(*x))


@pytest.mark.parametrize("dtype", [np.float16, bfloat16])
@every_name
def test_narrow_types_are_computed_in_float32_and_rounded_once(name, dtype, reductions):
    for n in LENGTHS:
        rows = operands(name, (37, n), dtype)
        got = gufunc_of(reductions, name)(*rows)
        assert got.dtype == dtype
        np.testing.assert_array_equal(got, gufunc_of(reductions, name)(*[r.astype(np.float32) for r in rows]).astype(dtype))


@every_dtype
@every_name
def test_no_floating_point_flag(name, dtype, reductions):
    info = finfo(dtype)
    x = np.array([0, -0.0, 1, -1, info.max, -info.max, info.tiny, info.smallest_subnormal, np.inf, -np.inf, np.nan], dtype)
    with np.errstate(all="raise"):
        for row in (x, x[:8], x[::-1], np.repeat(x[:4], 30)):
            for alpha in (1.001, 1.3, 40.0):
                gufunc_of(reductions, name, alpha)(*[row] * (1 + (name in BACKWARD)))


@pytest.mark.parametrize("axis", [-1, 0, (0, 1), None])
@every_name
def test_bad_input_leaves_out_untouched(name, axis):
    function, count = public(name), 1 + (name in BACKWARD)
    x = [np.ones((2, 3))] * count
    out = np.full((2, 3), 7.0)
    read_only = out.copy()
    read_only.flags.writeable = False
    for bad in (np.ones((2, 3), complex), np.full((2, 3), "a"), np.full((2, 3), None)):
        with pytest.raises(TypeError, match=r"^(x|dy) must be an array of real numbers"):
            function(*[bad] * count, axis=axis, out=out)
    for wrong in (np.empty((5, 5)), read_only):
        with pytest.raises(ValueError):
            function(*x, axis=axis, out=wrong)
    with pytest.raises(AxisError):
        function(*x, axis=2 if isinstance(axis, int) else (0, 2), out=out)
    with pytest.raises(ValueError, match="repeated"):
        function(*x, axis=(1, -1), out=out)
    with pytest.raises(TypeError):
        function(*x, axis=1.5, out=out)
    with pytest.raises(AxisError):
        function(*[1.0] * count, axis=1)
    assert (out == 7).all() and (read_only == 7).all()


@pytest.mark.parametrize("function, count", [(fa.entmax, 1), (fa.entmax_backward, 2)])
def test_bad_alphas(function, count):
    x, out = [np.ones(3)] * count, np.full(3, 7.0)
    for alpha in (0.5, 0, -1, np.inf, np.nan, -np.inf, np.nextafter(1, 0)):
        with pytest.raises(ValueError, match="alpha must be"):
            function(*x, alpha, out=out)
    for alpha in ([1.5], np.ones(3), "1.5", None, 1.5j):
        with pytest.raises(TypeError, match="alpha must be"):
            function(*x, alpha, out=out)
    for alpha in (2, np.float32(1.5), np.array(1.25), np.int8(3), bfloat16(1.5)):
        np.testing.assert_array_equal(function(*x, alpha), function(*x, float(alpha)))
    assert (out == 7).all()
