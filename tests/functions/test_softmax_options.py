"""The softmax family with masks, temperatures, sinks, lengths and weights: against float64 and against itself."""

import numpy as np
import pytest
import scipy.special
from conftest import ALIKE, gufuncs
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import check
from ml_dtypes import bfloat16

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import reference

TYPES = [np.float16, bfloat16, np.float32, np.float64]
FORWARD = ["softmax", "log_softmax", "softmin"]
BACKWARD = ["softmax_backward", "log_softmax_backward"]
HIDDEN = {"log_softmax": -np.inf}
UNITS = {"softmax": 8, "softmin": 8, "log_softmax": 6}  # between rows along memory and across it
LENGTHS = [1, 2, 7, 16, 17, 33, 100, 1030]


def numbers(shape, dtype=np.float64, seed=0, scale=3):
    return (scale * np.random.default_rng(seed).standard_normal(shape)).astype(dtype)


def row_by_row(name, x, mask, temperature=1.0, sink=None):
    """Only what counts, each row by itself."""
    result = np.full(x.shape, HIDDEN.get(name, 0.0), x.dtype)
    for index in np.ndindex(x.shape[:-1]):
        kept = x[index][mask[index]]
        if len(kept) and sink is None:
            result[index][mask[index]] = getattr(fa, name)(kept, temperature=temperature)
        elif len(kept):
            extra = -sink[index] if name == "softmin" else sink[index]
            result[index][mask[index]] = getattr(fa, name)(np.append(kept, extra).astype(x.dtype), temperature=temperature)[:-1]
    return result


def tolerance(dtype):
    return {np.float64: 1e-15, np.float32: 3e-7, np.float16: 2e-3, bfloat16: 2e-2}[dtype]


@pytest.mark.parametrize("n", LENGTHS)
@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("name", FORWARD)
def test_masked_results_are_those_of_what_counts(name, dtype, n):
    x, rng = numbers((37, n), dtype), np.random.default_rng(n)
    mask = rng.random(x.shape) < 0.7
    mask[3] = False
    hostile = np.where(mask, x, rng.choice([np.inf, -np.inf, np.nan], x.shape)).astype(dtype)
    want = row_by_row(name, x, mask).astype(np.float64)
    got = getattr(fa, name)(hostile, where=mask)
    assert got.dtype == dtype and (got[~mask].astype(float) == HIDDEN.get(name, 0)).all()
    np.testing.assert_allclose(got.astype(np.float64), want, rtol=tolerance(dtype), atol=0 if dtype != np.float16 else 1e-7)
    ((rows,), _) = check(masked(name), hostile, mask, units=UNITS[name], place=0)
    np.testing.assert_array_equal(rows, got)


def masked(name, **options):
    """The function of an array and a mask as `layouts.check` calls it."""
    return lambda x, mask, axis, out=None: getattr(fa, name)(x, axis, where=mask, out=out, **options)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("name", FORWARD)
def test_masks_of_rows_that_come_in_blocks(name, dtype):
    x, mask = numbers((17, 13000), dtype), numbers((17, 13000), seed=1) < 1
    check(masked(name, temperature=0.7), np.where(mask, x, np.nan).astype(dtype), mask, units=UNITS[name], place=0)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("name", [*FORWARD, "logsumexp"])
def test_options_that_say_nothing_change_no_bit(name, dtype):
    for n in LENGTHS:
        x = numbers((40, n), dtype)
        want = getattr(fa, name)(x)
        for options in (
            {"where": np.True_},
            {"where": np.ones(n, bool)},
            {"temperature": 1},
            {"where": np.ones((40, 1), bool)},
        ):
            np.testing.assert_array_equal(getattr(fa, name)(x, **options), want)
        if name != "logsumexp":
            np.testing.assert_array_equal(getattr(fa, name)(x, inf="nan"), want)
            np.testing.assert_array_equal(getattr(fa, name)(x, sink=-np.inf), want)


def test_rows_of_nothing_and_rows_that_have_no_answer():
    inf, nan = np.inf, np.nan
    x = np.array([[1.0, nan], [-inf, -inf], [inf, 3.0], [nan, 2.0]])
    for n in (2, 40):  # columns and rows
        wide = np.tile(x, (1, n // 2))
        none, one = np.zeros(wide.shape, bool), np.zeros(wide.shape, bool)
        one[:, 0] = True
        assert (fa.softmax(wide, where=none) == 0).all() and (fa.log_softmax(wide, where=none) == -inf).all()
        assert (fa.logsumexp(wide, where=none) == -inf).all()
        assert (fa.softmax_backward(wide, wide, where=none) == 0).all()
        got = fa.softmax(wide, where=one)
        np.testing.assert_array_equal(got[:, 0], [1, nan, 1, nan])
        assert (got[:, 1:] == 0).all()
        got = fa.log_softmax(wide, where=one)
        np.testing.assert_array_equal(got[:, 0], [0, nan, 0, nan])
        assert (got[:, 1:] == -inf).all()
    np.testing.assert_array_equal(fa.softmax([inf, inf, 0]), [0.5, 0.5, 0])
    assert np.isnan(fa.softmax([inf, inf, 0], inf="nan")).all() and np.isnan(fa.log_softmax([[inf, 0]] * 20, inf="nan")).all()
    assert np.isnan(fa.softmin([-inf, 0], inf="nan")).all()
    np.testing.assert_array_equal(fa.softmax([[0.0, 1.0]] * 40, inf="nan"), fa.softmax([[0.0, 1.0]] * 40))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("temperature", [0.1, 0.7, 3.0, 1e3])
def test_a_temperature_costs_no_accuracy(dtype, temperature):
    rng = np.random.default_rng(1)
    with ctx.workprec(400):
        t = arb(temperature)
        for n in (3, 50):
            row = (temperature * rng.uniform(-40, 40, n)).astype(dtype)
            scaled = [arb(float(v)) / t for v in row]
            total = sum(v.exp() for v in scaled)
            for name, want in (
                ("softmax", [v.exp() / total for v in scaled]),
                ("log_softmax", [v - total.log() for v in scaled]),
            ):
                got = getattr(fa, name)(row, temperature=temperature)
                most = {"softmax": 4, "log_softmax": 3}[name]
                assert max(reference.ulp_error(g, w, dtype) for g, w in zip(got, want)) <= most
            got = fa.logsumexp(row, temperature=temperature)
            assert abs(float(total.log()) - float(got)) <= 2 * np.spacing(dtype(np.abs(row / dtype(temperature)).max()))


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("shape", [(16, 3000), (32, 100), (40, 130), (64, 70)])
def test_lengths_and_a_mask_count_together_wherever_rows_lie(shape, dtype):
    x, mask = numbers(shape).astype(dtype), numbers(shape, seed=1) > -0.5
    got = fa.causal_softmax(np.asfortranarray(x), where=np.asfortranarray(mask))
    assert (got[~mask | ~np.tri(*shape, dtype=bool)] == 0).all()
    np.testing.assert_allclose(got, fa.causal_softmax(x, where=mask), rtol=8 * np.finfo(dtype).eps)


@pytest.mark.parametrize("n", [16, 32, 64])
def test_a_mask_of_a_square_hides_along_the_axis(n):
    """The results of columns lie as NumPy lays them out, not as what is gathered."""
    x, mask = numbers((n, n)).astype(np.float32), np.arange(n)[:, None] % 3 > 0
    want = fa.softmax(np.ascontiguousarray(x.T), where=mask.T).T
    for where in (mask, np.broadcast_to(mask, x.shape).copy()):
        np.testing.assert_array_equal(fa.softmax(x, axis=0, where=where), want)
        np.testing.assert_array_equal(fa.softmax(x, axis=0, where=where, out=np.empty_like(x)), want)


@pytest.mark.parametrize("name", FORWARD)
def test_a_sink_takes_its_share(name):
    for n in (5, 100):
        x, sink = numbers((6, n)), numbers(6, seed=1)
        got = getattr(fa, name)(x, sink=sink)
        np.testing.assert_allclose(got, row_by_row(name, x, np.ones(x.shape, bool), sink=sink), rtol=1e-14)
        function = lambda x, sink, axis, out=None: getattr(fa, name)(x, axis, sink=sink, out=out)  # noqa: E731
        check(function, x, sink, units=UNITS[name], place=0)
        np.testing.assert_array_equal(getattr(fa, name)(x.astype(np.float32), sink=0.5).dtype, np.float32)
    hidden = fa.softmax(x, sink=sink, where=np.zeros(n, bool))
    assert (hidden == 0).all()


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("name", BACKWARD)
def test_masked_backward(name, dtype):
    forward = getattr(fa, name.removesuffix("_backward"))
    for n in LENGTHS:
        x, dy, rng = numbers((37, n), dtype), numbers((37, n), dtype, seed=1), np.random.default_rng(n)
        mask = rng.random(x.shape) < 0.7
        y = forward(x, where=mask, temperature=0.5)
        got = getattr(fa, name)(np.where(mask, dy, np.nan).astype(dtype), y, where=mask, temperature=0.5)
        assert (got[~mask] == 0).all()
        clean, yy = np.where(mask, dy, 0).astype(np.float64), y.astype(np.float64)
        p = yy if name == "softmax_backward" else np.exp(yy)
        want = (
            p * (clean - (clean * p).sum(-1, keepdims=True))
            if name == "softmax_backward"
            else clean - p * clean.sum(-1, keepdims=True)
        )
        loose = {np.float64: 1e-13, np.float32: 1e-5, np.float16: 2e-2, bfloat16: 0.1}[dtype]
        np.testing.assert_allclose(got.astype(np.float64), np.where(mask, 2 * want, 0), rtol=loose, atol=loose)
        terms = p * (abs(clean) + (abs(clean) * p).sum(-1, keepdims=True))
        sizes = terms if name == "softmax_backward" else abs(clean) + p * abs(clean).sum(-1, keepdims=True)
        function = lambda dy, y, mask, axis, out=None: getattr(fa, name)(  # noqa: E731
            dy, y, axis, where=mask, temperature=0.5, out=out
        )
        ((rows,), _) = check(function, np.where(mask, dy, np.nan).astype(dtype), y, mask, units=5, sizes=2 * sizes, place=1)
        np.testing.assert_array_equal(rows, got)


@pytest.mark.parametrize("offset", [-3, -1, 0, 2, 100])
@pytest.mark.parametrize("shape", [(4, 4), (2, 3, 20, 33), (1, 5), (300, 200)])
def test_causal_softmax_is_that_of_its_mask(shape, offset):
    x = numbers(shape)
    mask = np.arange(shape[-1]) <= np.arange(shape[-2])[:, None] + offset
    hostile = np.where(mask, x, np.nan)
    y = fa.causal_softmax(hostile, offset)
    np.testing.assert_array_equal(y, fa.softmax(hostile, where=mask))
    dy = np.where(mask, numbers(shape, seed=1), np.nan)
    np.testing.assert_array_equal(fa.causal_softmax_backward(dy, y, offset), fa.softmax_backward(dy, y, where=mask))


@pytest.mark.parametrize("options", [{}, {"temperature": 0.5}, {"sink": 0.25}, {"inf": "nan"}, {"dtype": np.float32}], ids=str)
@pytest.mark.parametrize("shape, masked", [((4, 4), (4,)), ((2, 3, 20, 33), (2, 1, 1, 33)), ((300, 200), (300, 200))])
def test_a_causal_softmax_takes_a_mask_too(shape, masked, options):
    """Of padding, for one."""
    x, given = numbers(shape), np.random.default_rng(0).random(masked) < 0.6
    mask = given & (np.arange(shape[-1]) <= np.arange(shape[-2])[:, None] + 1)
    hostile = np.where(mask, x, np.inf)
    y = fa.causal_softmax(hostile, 1, where=given, **options)
    np.testing.assert_array_equal(y, fa.softmax(hostile, where=mask, **options))
    place = hostile.copy()
    assert fa.causal_softmax(place, 1, where=given, out=place, **options) is place
    np.testing.assert_array_equal(place.astype(y.dtype), y)
    dy, temperature = np.where(mask, numbers(shape, seed=1), np.nan).astype(y.dtype), options.get("temperature", 1.0)
    np.testing.assert_array_equal(
        fa.causal_softmax_backward(dy, y, 1, where=given, temperature=temperature),
        fa.softmax_backward(dy, y, where=mask, temperature=temperature),
    )
    out = np.full(shape, 7.0)
    for function, operands in ((fa.causal_softmax, (x,)), (fa.causal_softmax_backward, (x, x))):
        for wrong, error in ((np.ones(shape), TypeError), (np.ones(7, bool), ValueError)):
            with pytest.raises(error, match="where"):
                function(*operands, where=wrong, out=out)
    assert (out == 7).all()


@pytest.mark.parametrize("dtype", TYPES)
def test_segments_are_rows(dtype):
    lengths = [3, 0, 1, 40, 0, 1000, 5]
    x = numbers((3, sum(lengths)), dtype)
    y, dy = fa.segment_softmax(x, lengths), numbers(x.shape, dtype, seed=1)
    dx = fa.segment_softmax_backward(dy, y, lengths)
    ends = np.cumsum(lengths)
    for start, end in zip(ends - lengths, ends):
        np.testing.assert_array_equal(y[:, start:end], fa.softmax(x[:, start:end]))
        np.testing.assert_array_equal(dx[:, start:end], fa.softmax_backward(dy[:, start:end], y[:, start:end]))
    np.testing.assert_array_equal(fa.segment_softmax(x.T.copy(), lengths, axis=0).T, y)
    fa.segment_softmax(x, lengths, out=x)
    np.testing.assert_array_equal(x, y)
    assert fa.segment_softmax(np.empty((2, 0)), []).shape == (2, 0)


def test_logsumexp_with_weights_is_scipys():
    x, b = numbers((4, 5, 6)), numbers((5, 6), seed=1)
    for axis in (0, -1, (0, 2), None):
        for keepdims in (False, True):
            got = fa.logsumexp(x, axis, b=b, return_sign=True, keepdims=keepdims)
            want = scipy.special.logsumexp(x, axis=axis, b=b, return_sign=True, keepdims=keepdims)
            np.testing.assert_allclose(got[0], want[0], rtol=1e-12)
            np.testing.assert_array_equal(got[1], want[1])
            np.testing.assert_allclose(
                fa.logsumexp(x, axis, b=abs(b), keepdims=keepdims),
                scipy.special.logsumexp(x, axis=axis, b=abs(b), keepdims=keepdims),
                rtol=1e-13,
            )
    assert fa.logsumexp([np.nan, 0.0], b=[0, 1]) == 0 and fa.logsumexp([1.0, 2.0], b=[0, 0]) == -np.inf
    assert np.isnan(fa.logsumexp([1.0], b=[-1])) and fa.logsumexp([0.0], b=[-1], return_sign=True) == (0, -1)
    y, sign = fa.logsumexp([-np.inf, -np.inf], return_sign=True)
    assert y == -np.inf and sign == 0
    assert abs(fa.logsumexp(np.log([1.0, 1.0]), b=[1, 1e-20]) - 1e-20) < 1e-35
    masked = fa.logsumexp(np.where([True, False, True], [0.0, 0, 1], np.nan), b=[2.0, 1, 3], where=[True, False, True])
    np.testing.assert_allclose(masked, np.log(2 + 3 * np.e), rtol=1e-15)


@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_any_axes_and_masks(data):
    name = data.draw(st.sampled_from([*FORWARD, "logsumexp"]))
    shape = data.draw(st.lists(st.integers(1, 6), min_size=1, max_size=4))
    axes = tuple(data.draw(st.sets(st.integers(0, len(shape) - 1), min_size=1)))
    x = numbers(shape, seed=data.draw(st.integers(0, 99)))
    small = [n if data.draw(st.booleans()) else 1 for n in shape]
    mask = np.random.default_rng(data.draw(st.integers(0, 99))).random(small) < 0.6
    full = np.broadcast_to(mask, shape)
    signed = -x if name == "softmin" else x
    e = np.where(full, np.exp(signed / 2), 0)
    total = e.sum(axis=axes, keepdims=True)
    with np.errstate(all="ignore"):
        want = {"logsumexp": np.log(total), "log_softmax": np.where(full, x / 2 - np.log(total), -np.inf)}.get(
            name, np.where(full, e / total, 0)
        )
    want = np.where(full.any(axis=axes, keepdims=True), want, HIDDEN.get(name, -np.inf if name == "logsumexp" else 0))
    options = {"keepdims": True} if name == "logsumexp" else {}
    got = getattr(fa, name)(
        np.where(full, x, np.nan), axis=axes[0] if len(axes) == 1 else axes, where=mask, temperature=2.0, **options
    )
    np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize(
    "name", ["softmax_with_options", "log_softmax_with_options", "softmax_backward_with_options", "logsumexp_with_options"]
)
def test_the_same_bits_on_every_isa_and_for_every_number_of_threads(name):
    x, mask = numbers((300, 500), np.float32), np.random.default_rng(0).random((300, 500)) < 0.5
    operands = [x] * (1 + ("backward" in name)) + [mask, np.arange(200, 500), np.float32(0.5), 0.7, 2]
    with fa.num_threads(1):
        want = gufuncs(ufuncs.isa_name)[name](*operands)
    with fa.num_threads(3):
        np.testing.assert_array_equal(gufuncs(ufuncs.isa_name)[name](*operands), want)
    for isa in ALIKE:
        np.testing.assert_array_equal(gufuncs(isa)[name](*operands), want)


# calls with x, another array, a mask, something for each row, axes that are no neighbours, and results
SLABS = {
    "softmax": lambda x, d, m, r, a, o: fa.softmax(x, a, **o),
    "softmax, in all ways": lambda x, d, m, r, a, o: fa.softmax(x, a, where=m, temperature=0.7, sink=r, **o),
    "log_softmax": lambda x, d, m, r, a, o: fa.log_softmax(x, a, where=m, **o),
    "softmin": lambda x, d, m, r, a, o: fa.softmin(x, a, sink=0.5, **o),
    "sparsemax": lambda x, d, m, r, a, o: fa.sparsemax(x, a, **o),
    "entmax": lambda x, d, m, r, a, o: fa.entmax(x, 1.3, a, **o),
    "softmax_backward": lambda x, d, m, r, a, o: fa.softmax_backward(d, x, a, **o),
    "softmax_backward of a row": lambda x, d, m, r, a, o: fa.softmax_backward(d[0], x, a, where=m[:, :1], **o),
    "logsumexp_backward": lambda x, d, m, r, a, o: fa.logsumexp_backward(r, x, r, a, b=d, where=m, **o),
    "gumbel_softmax": lambda x, d, m, r, a, o: fa.gumbel_softmax(x, 0.5, a, rng=np.random.default_rng(0), **o),
    "gumbel_softmax, hard": lambda x, d, m, r, a, o: fa.gumbel_softmax(x, 1, a, rng=np.random.default_rng(0), hard=True, **o)[
        1
    ],
    "losses": lambda x, d, m, r, a, o: fa.softmax_cross_entropy(x, m, a[0], label_smoothing=0.1, **o),
    "gradients": lambda x, d, m, r, a, o: fa.softmax_cross_entropy_grad(x, d.astype("f8"), a[0], label_smoothing=0.1, **o),
    "gradients of classes": lambda x, d, m, r, a, o: fa.softmax_cross_entropy_grad(
        x.astype("f2"), m.argmax(a[0]).astype("u1"), a[0], weight=np.arange(x.shape[a[0]]), **o
    ),
    "logsumexp": lambda x, d, m, r, a, o: fa.logsumexp(x, a, **o),
    "logsumexp, weighted": lambda x, d, m, r, a, o: fa.logsumexp(x, a, b=d, where=m, keepdims=True, return_sign=True, **o)[0],
    "softmax_partial": lambda x, d, m, r, a, o: np.asarray(fa.softmax_partial(x, a, where=m)),
}


@pytest.mark.parametrize("axes", [(0, 2), (1, 3), (3, 0), (0, 2, 3)])
@pytest.mark.parametrize("name", SLABS)
def test_the_same_bits_slab_by_slab(name, axes, monkeypatch):
    """In every layout, in a new array, in `out`, in place, and in an array that overlaps."""
    shape = 5, 3, 4, 6
    x, d, mask = numbers(shape, np.float32), numbers(shape, np.float32, 1), numbers(shape, seed=2) < 1
    rows = fa.logsumexp(x, axes)
    want = SLABS[name](x, d, mask, rows, axes, {})
    for block in (1, 30, 100):
        monkeypatch.setattr("fastact.functions.axes.BLOCK", block)
        for order in ("C", "F"):
            laid = np.array(x, order=order)
            got = SLABS[name](laid, d, mask, rows, axes, {})
            np.testing.assert_array_equal(got, want)
            assert got.dtype == want.dtype
            if "partial" in name or "weighted" in name:
                continue
            outs = np.full(want.shape, 7, np.float64), np.full(want.shape[::-1], 7, np.float32).T
            for out in (*outs, laid) if want.shape == shape else outs:
                result = SLABS[name](laid, d, mask, rows, axes, {"out": out})
                np.testing.assert_array_equal(result.astype(want.dtype), want)
                assert result is out or "hard" in name
        if want.shape == shape:
            wide = np.empty((6, *shape[1:]), np.float32)
            wide[1:] = x
            np.testing.assert_array_equal(SLABS[name](wide[1:], d, mask, rows, axes, {"out": wide[:-1]}), want)


def test_slabs_of_other_arrays_than_plain_ones(monkeypatch):
    x = np.ma.array(numbers((5, 3, 4)), mask=numbers((5, 3, 4), seed=1) < 0)
    want = fa.softmax(x, (0, 2))
    monkeypatch.setattr("fastact.functions.axes.BLOCK", 20)
    got = fa.softmax(x, (0, 2))
    assert type(got) is type(want) is np.ma.MaskedArray
    np.testing.assert_array_equal(got.data, want.data)
    np.testing.assert_array_equal(got.mask, want.mask)


@pytest.mark.parametrize(
    "options, error",
    [
        ({"sink": np.ones(7)}, ValueError),
        ({"out": np.zeros((5, 3, 4), int)}, TypeError),
        ({"out": np.zeros((5, 3))}, ValueError),
        ({"dtype": complex}, TypeError),
    ],
)
def test_slabs_refuse_as_the_whole_does(options, error, monkeypatch):
    for block in (2**16, 20):
        monkeypatch.setattr("fastact.functions.axes.BLOCK", block)
        with pytest.raises(error):
            fa.softmax(numbers((5, 3, 4)), (0, 2), **options)
        assert not np.any(options.get("out", 0))


def test_gumbel_softmax_draws_in_one_order():
    """That of the array's shape, whatever its layout, and whether or not there is `out`."""
    x = numbers((50, 30, 70), np.float32)
    noise = -np.log(np.random.default_rng(0).standard_exponential(x.shape, np.float32))
    want = fa.softmax(x + noise, 1)
    for order in ("C", "F"):
        for out in (None, np.empty_like(x), np.empty_like(x.T).T, np.array(x, order=order)):
            laid = out if out is not None and out[0, 0, 0] == x[0, 0, 0] else np.array(x, order=order)
            np.testing.assert_array_equal(fa.gumbel_softmax(laid, axis=1, rng=np.random.default_rng(0), out=out), want)


def test_no_flag_is_raised_by_what_is_hidden():
    x = np.array([[np.inf, -np.inf, np.nan, 1e300, -1e300, 0.0]] * 40)
    with np.errstate(all="raise"):
        for n in (1, 40):
            for mask in (False, np.arange(6) > 3):
                for name in FORWARD:
                    getattr(fa, name)(x[:n], where=mask, temperature=0.1, sink=1.0)
                fa.logsumexp(x[:n], where=mask)


BAD = {
    "temperature": [
        (0, ValueError),
        (-1.0, ValueError),
        (np.nan, ValueError),
        (np.inf, ValueError),
        ("a", TypeError),
        ([1.0], TypeError),
        (True, TypeError),
        (1j, TypeError),
    ],
    "where": [([True] * 5, ValueError), ([1, 0, 1], TypeError), ("a", TypeError)],
    "inf": [("no", ValueError), (None, ValueError)],
    "sink": [(np.ones(7), ValueError), (1j, TypeError)],
}


@pytest.mark.parametrize("argument, value, error", [(k, *pair) for k, pairs in BAD.items() for pair in pairs])
@pytest.mark.parametrize("name", FORWARD)
def test_bad_options_leave_out_untouched(name, argument, value, error):
    out = np.full((2, 3), 7.0)
    with pytest.raises(error, match=argument if argument != "sink" else None):
        getattr(fa, name)(np.ones((2, 3)), out=out, **{argument: value})
    assert (out == 7).all()


def test_bad_segments_and_causal_rows():
    for lengths, error in (([2, 2], ValueError), ([4, -1], ValueError), ([1.5, 1.5], TypeError), ([[3]], ValueError)):
        with pytest.raises(error, match="lengths"):
            fa.segment_softmax(np.ones(3), lengths)
    with pytest.raises(np.exceptions.AxisError):
        fa.causal_softmax(np.ones(3))
    with pytest.raises(TypeError):
        fa.causal_softmax(np.ones((3, 3)), 0.5)
    with pytest.raises(ValueError, match="temperature"):
        fa.logsumexp([1.0], b=[1.0], temperature=2.0)
