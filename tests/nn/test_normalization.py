"""Layer, RMS and batch normalisation: against exact or longer arithmetic, in every layout, on every instruction set."""

import itertools
from fractions import Fraction

import ml_dtypes
import numpy as np
import pytest
from calls import assert_same_bits, unaligned
from conftest import ALIKE, build

import fastact as fa
from fastact._core import ufuncs
from fastact.nn.normalization import functions as normalization
from fastact.nn.normalization.functions import (
    batch_norm,
    batch_norm_backward,
    layer_norm,
    layer_norm_backward,
    rms_norm,
    rms_norm_backward,
    scale_act,
)

LONG = np.longdouble
TYPES = [np.float16, ml_dtypes.bfloat16, np.float32, np.float64]
WIDE = [np.float32, np.float64]


def unit(dtype):
    return float(ml_dtypes.finfo(dtype).eps)


@pytest.fixture(params=ufuncs.isas)
def every_isa(request, monkeypatch):
    monkeypatch.setattr(normalization, "normalize", build(request.param).normalizer)
    return request.param


def moments(x, axes, centred=True):
    """Mean, variance and what is left of x, in longer arithmetic; of differences from an element, lest digits are lost."""
    x = x.astype(LONG)
    first = x.min(axis=axes, keepdims=True) if centred else 0
    x = x - first
    mean = x.mean(axis=axes, keepdims=True) if centred else LONG(0)
    return mean + first, ((x - mean) ** 2).mean(axis=axes, keepdims=True), x - mean


def spread(value, ndim, axes):
    """A parameter of some axes in the shape in which it broadcasts."""
    return value.astype(LONG).reshape([value.shape[axes.index(k)] if k in axes else 1 for k in range(ndim)])


def draw(rng, shape, dtype, mean=0, scale=1):
    return (rng.standard_normal(shape) * scale + mean).astype(dtype)


def assert_close(got, want, size, dtype, units):
    """Within so many units of the type, times a size."""
    error = np.abs(np.asarray(got).astype(LONG) - want) / (size * unit(dtype))
    assert np.max(error, initial=0) <= units, float(np.max(error))


# ---- values -----------------------------------------------------------------------------------------------------------------


def test_values_of_the_literature(every_isa):
    first = layer_norm(np.float32(10000) + np.arange(16, dtype="f") / np.float32(1000))[0]
    assert first == pytest.approx(-1.33133335, rel=1e-7)
    x, mean, var = np.array([[1.0], [2.0], [3.0], [4.0]]), np.zeros(1), np.ones(1)
    batch_norm(x, mean=mean, var=var)
    assert mean == pytest.approx(0.25) and var == pytest.approx(1.0666667, rel=1e-7)
    np.testing.assert_allclose(rms_norm([3.0, 4.0], epsilon=0), [0.84852814, 1.13137085], rtol=1e-8)


SHAPES = [((7,), -1), ((3, 1), 1), ((5, 33), -1), ((4, 16), 1), ((2, 3, 70), (1, 2)), ((6, 5, 4), (0, 2)), ((9, 40), 0)]
SHAPES += [((2, 3000), 1), ((3, 4, 5), None)]
SCALES = [(0, 1), (1e4, 1), (0, 1e-3), (-3, 0.5)]


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("shape", "axis"), SHAPES)
def test_layer_and_rms_norm(every_isa, shape, axis, dtype):
    rng = np.random.default_rng(1)
    for mean, scale in SCALES if dtype in WIDE else SCALES[::2]:
        x = draw(rng, shape, dtype, mean, scale)
        axes = normalization.axes_of(x.ndim, axis)
        size = [shape[k] for k in sorted(axes)]
        gamma, beta, dy = (draw(rng, s, dtype) for s in (size, size, shape))
        wide_gamma, wide_beta = (spread(v, x.ndim, sorted(axes)) for v in (gamma, beta))
        rest = tuple(k for k in range(x.ndim) if k not in axes)
        for centred in (True, False):
            epsilon = 1e-5 if centred else 1e-6
            _, var, apart = moments(x, axes, centred)
            inverse = 1 / np.sqrt(var + LONG(epsilon))
            xhat = apart * inverse
            y = layer_norm(x, gamma, beta, axis, epsilon) if centred else rms_norm(x, gamma, axis, epsilon)
            assert y.dtype == dtype and y.shape == shape
            want = xhat * wide_gamma + (wide_beta if centred else 0)
            typical = 1 + np.abs(xhat) + np.sqrt((xhat**2).mean(axis=axes, keepdims=True))
            assert_close(y, want, typical * np.abs(wide_gamma) + np.abs(wide_beta), dtype, 2)
            if centred:
                dx, dgamma, dbeta = layer_norm_backward(dy, x, gamma, axis, epsilon)
                assert_close(dbeta, dy.astype(LONG).sum(axis=rest), np.abs(dy.astype(LONG)).sum(axis=rest), dtype, 3)
            else:
                dx, dgamma = rms_norm_backward(dy, x, gamma, axis, epsilon)
            g = dy.astype(LONG) * wide_gamma
            means = [v.mean(axis=axes, keepdims=True) for v in (g * centred, g * xhat, np.abs(g), np.abs(g * xhat))]
            want = inverse * (g - means[0] - xhat * means[1])
            assert_close(dx, want, inverse * (np.abs(g) + means[2] + typical * means[3]), dtype, 3)
            terms = dy.astype(LONG) * xhat
            assert dx.dtype == dgamma.dtype == dtype and dx.shape == shape
            sizes = np.abs(terms).sum(axis=rest) + np.abs(dy.astype(LONG)).sum(axis=rest)
            assert_close(dgamma, terms.sum(axis=rest), sizes, dtype, 3)


BATCHES = [((7, 3), 0), ((1, 5), 0), ((64, 40), 0), ((300, 17), 0), ((3, 4, 5), (0, 2)), ((2, 3, 14, 14), (0, 2, 3))]
BATCHES += [((5, 6, 4), (0, 1)), ((4, 3, 5), 1), ((3, 4, 5), None), ((2, 20, 100), (0, 2)), ((3, 2, 4, 5), (0, 2))]


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("shape", "axis"), BATCHES)
def test_batch_norm(every_isa, shape, axis, dtype):
    rng = np.random.default_rng(2)
    for mean, scale in SCALES if dtype in WIDE else SCALES[::2]:
        x, dy = draw(rng, shape, dtype, mean, scale), draw(rng, shape, dtype)
        axes = normalization.axes_of(x.ndim, axis)
        rest = [k for k in range(x.ndim) if k not in axes]
        gamma, beta = (draw(rng, [shape[k] for k in rest], dtype) for _ in range(2))
        wide_gamma, wide_beta = (spread(v, x.ndim, rest) for v in (gamma, beta))
        exact, var, apart = moments(x, axes)
        inverse = 1 / np.sqrt(var + LONG(1e-5))
        xhat = apart * inverse
        running = np.zeros(gamma.shape, np.float64), np.ones(gamma.shape, np.float64)
        y = batch_norm(x, gamma, beta, *running, axis)
        n = x.size // gamma.size
        assert y.dtype == dtype and y.shape == shape
        assert_close(y, xhat * wide_gamma + wide_beta, (2 + np.abs(xhat)) * np.abs(wide_gamma) + np.abs(wide_beta), dtype, 2)
        if n > 1:
            np.testing.assert_allclose(
                running[0], 0.1 * exact.ravel().reshape(gamma.shape).astype(float), rtol=1e-10, atol=1e-12
            )
            np.testing.assert_allclose(
                running[1],
                0.9 + 0.1 * var.ravel().reshape(gamma.shape).astype(float) * n / (n - 1),
                rtol=1e-10 if dtype == np.float64 else unit(np.float32),
            )
        dx, dgamma, dbeta = batch_norm_backward(dy, x, gamma, axis)
        wide = dy.astype(LONG)
        means = [v.mean(axis=axes, keepdims=True) for v in (wide, wide * xhat, np.abs(wide), np.abs(wide * xhat))]
        want = wide_gamma * inverse * (wide - means[0] - xhat * means[1])
        size = np.abs(wide_gamma) * inverse * (np.abs(wide) + means[2] + (1 + np.abs(xhat)) * means[3])
        assert_close(dx, want, size + 1e-30, dtype, 3)
        assert_close(dgamma, (wide * xhat).sum(axis=axes), n * (means[2] + means[3]).reshape(gamma.shape), dtype, 2)
        assert_close(dbeta, wide.sum(axis=axes), n * means[2].reshape(gamma.shape), dtype, 1)


@pytest.mark.parametrize("dtype", WIDE)
@pytest.mark.parametrize("kind", ["along", "across"])
@pytest.mark.parametrize("deviations", [0, 1, 1e2, 1e4, 1e6])
def test_the_variance_is_within_4_units_of_the_exact_one(every_isa, deviations, kind, dtype):
    rng = np.random.default_rng(3)
    for n in (2, 3, 17, 100, 1000):
        x = draw(rng, (n, 5), dtype, deviations)
        exact = [np.var([Fraction(float(v)) for v in column]) for column in x.T]
        first, second = np.empty(5), np.empty(5)
        array = x.reshape(n, 5, 1) if kind == "across" else np.ascontiguousarray(x.T).reshape(1, 5, n)
        normalization.normalize(normalization.BATCH, array, np.empty_like(array), 1e-5, first=first, second=second)
        for got, want, column in zip(second, exact, x.T):
            unit_there = Fraction(float(np.spacing(dtype(float(want))))) if want else Fraction(1, 10**40)
            assert got >= 0 and abs(Fraction(float(got)) - want) <= 4 * unit_there, (n, column[:4])


@pytest.mark.parametrize("dtype", TYPES)
def test_what_is_constant_becomes_beta(every_isa, dtype):
    for value, n in itertools.product([0.1, 3, 1e-3, 300], [1, 7, 100, 1000]):
        x = np.full((n, 3), value, dtype)
        beta = np.array([0, 0.3, -2], dtype)
        assert (batch_norm(x, beta=beta) == beta).all()
        assert (layer_norm(x.T, beta=np.full(n, 0.3, dtype)) == dtype(0.3)).all()
    ones = np.ones((1, 3), dtype)
    for backward in (batch_norm_backward(ones, ones * dtype(5)), layer_norm_backward(ones.T, ones.T * dtype(5))):
        assert (backward[0] == 0).all() and (backward[1] == 0).all()


LARGE = [(np.float16, 300), (np.float16, 6e4), (ml_dtypes.bfloat16, 1e30), (np.float32, 1e25), (np.float32, 2e38)]
LARGE += [(np.float64, 1e200), (np.float64, 1e308), (np.float32, 1e-35), (np.float64, 1e-200), (np.float64, 1e-300)]


@pytest.mark.parametrize(("dtype", "size"), LARGE)
def test_large_and_small_elements_are_ordinary(every_isa, dtype, size):
    rng = np.random.default_rng(4)
    part, epsilon = rng.uniform(-1, 1, (3, 40)), 0 if size < 1 else 1e-5
    x = (part * size).astype(dtype)
    exact = x.astype(LONG) / LONG(size)  # the scale does not matter
    for function, centred in ((layer_norm, True), (rms_norm, False), (lambda x, **k: batch_norm(x.T, **k).T, True)):
        _, var, apart = moments(exact, 1, centred)
        assert_close(function(x, epsilon=epsilon), apart / np.sqrt(var), 3, dtype, 2)
    for backward in (layer_norm_backward, rms_norm_backward, batch_norm_backward):
        made = backward(np.ones_like(x), x, axis=1, epsilon=epsilon)
        assert all(np.isfinite(one.astype(float)).all() for one in made)


def test_a_group_with_nan_or_infinity_is_nan_and_no_other():
    for bad in (np.nan, np.inf, -np.inf):
        x = np.random.default_rng(5).standard_normal((4, 20, 6)).astype("f")
        want = layer_norm(x), batch_norm(x, axis=(0, 2)), rms_norm(x), batch_norm(x, axis=(0, 1))
        x[1, 3, 2] = bad
        got = layer_norm(x), batch_norm(x, axis=(0, 2)), rms_norm(x), batch_norm(x, axis=(0, 1))
        for one, other, group in zip(got, want, [np.s_[1, 3], np.s_[:, 3], np.s_[1, 3], np.s_[:, :, 2]]):
            assert np.isnan(one[group]).any()
            one[group], other[group] = 0, 0
            assert_same_bits([one], [other], bad)


# ---- bits, layouts, results -------------------------------------------------------------------------------------------------

CALLS = {
    "layer_norm": lambda x, dy, g, b, **out: layer_norm(x, g, b, **out),
    "rms_norm": lambda x, dy, g, b, **out: rms_norm(x, g, **out),
    "batch_norm": lambda x, dy, g, b, **out: batch_norm(x, axis=tuple(range(x.ndim - 1)), gamma=g, beta=b, **out),
    "batch_norm of runs": lambda x, dy, g, b, **out: batch_norm(np.moveaxis(x, -1, 0).copy(), g, b, axis=(1, 2), **out),
    "layer_norm_backward": lambda x, dy, g, b, **out: layer_norm_backward(dy, x, g, **out),
    "rms_norm_backward": lambda x, dy, g, b, **out: rms_norm_backward(dy, x, g, **out),
    "batch_norm_backward": lambda x, dy, g, b, **out: batch_norm_backward(dy, x, g, axis=(0, 1), **out),
    "inference": lambda x, dy, g, b, **out: batch_norm(x, g, b, b, np.abs(g), axis=(0, 1), training=False, **out),
}


def operands(dtype, shape=(6, 50, 40)):
    rng = np.random.default_rng(6)
    return [draw(rng, s, dtype) for s in (shape, shape, shape[-1:], shape[-1:])]


def results(made):
    return list(made) if isinstance(made, tuple) else [made]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("dtype", WIDE)
def test_bits_depend_on_no_thread_and_no_instruction_set(name, dtype, monkeypatch):
    given = operands(dtype, (40, 60, 70))
    want = results(CALLS[name](*given))
    with fa.num_threads(1):
        assert_same_bits(results(CALLS[name](*given)), want, "one thread")
    for isa in ALIKE:
        monkeypatch.setattr(normalization, "normalize", build(isa).normalizer)
        assert_same_bits(results(CALLS[name](*given)), want, isa)


@pytest.mark.parametrize("dtype", WIDE)
def test_bits_of_a_group_depend_on_no_other(dtype):
    x, dy, g, b = operands(dtype, (20, 30, 37))
    rows, runs = layer_norm(x, g, b), batch_norm(x, axis=(0, 2))
    columns, back = batch_norm(x, g, b, axis=(0, 1)), layer_norm_backward(dy, x, g)[0]
    for part in (slice(1, 2), slice(3, 20), slice(0, 5)):
        assert_same_bits([layer_norm(x[part], g, b)], [rows[part]], part)
        assert_same_bits([layer_norm_backward(dy[part], x[part], g)[0]], [back[part]], part)
        assert_same_bits([batch_norm(x[:, part], axis=(0, 2))], [runs[:, part]], part)
        assert_same_bits([batch_norm(x[..., part], g[part], b[part], axis=(0, 1))], [columns[..., part]], part)


LAYOUTS = {
    "Fortran": np.asfortranarray,
    "turned": lambda a: np.ascontiguousarray(a.T).T,
    "gaps": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: a[..., ::-1].copy()[..., ::-1],
    "unaligned": unaligned,
    "bytes swapped": lambda a: a.astype(a.dtype.newbyteorder("S")),
    "list": lambda a: a.tolist(),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", CALLS)
def test_layouts(name, layout):
    given = operands(np.float64)
    want = results(CALLS[name](*given))
    made = [LAYOUTS[layout](a) for a in given]
    if layout == "list":  # the calls look at its axes
        made[0] = np.asarray(made[0])
    got = (
        results(CALLS[name](*made))
        if name != "inference"
        else [batch_norm(made[0], made[2], made[3], given[3], np.abs(given[2]), axis=(0, 1), training=False)]
    )
    assert_same_bits(got, want, layout)


@pytest.mark.parametrize("name", [name for name in CALLS if name != "batch_norm of runs"])
def test_out_is_any_array_and_x_or_dy_too(name):
    given = operands(np.float32)
    want = results(CALLS[name](*given))
    shape = given[0].shape
    for out in (
        np.empty(shape, "f"),
        np.empty(shape[::-1], "f").T,
        np.empty(shape, "d"),
        np.empty((*shape[:2], 80), "f")[..., ::2],
    ):
        got = results(CALLS[name](*given, out=out))
        assert got[0] is out
        assert_same_bits([got[0].astype("f"), *got[1:]], want, out.strides)
    for place in range(2 if "backward" in name else 1):
        copies = [a.copy() for a in given]
        got = results(CALLS[name](*copies, out=copies[place]))
        assert got[0] is copies[place]
        assert_same_bits(got, want, place)
    room = np.zeros((7, *shape[1:]), "f")
    room[:6] = given[0]
    shifted = CALLS[name](room[:6], *given[1:], out=room[1:])  # it lies over x, but not in its place
    assert_same_bits([results(shifted)[0]], want[:1], "shifted")


@pytest.mark.parametrize("dtype", WIDE)
def test_out_may_lie_over_any_operand(dtype):
    rng = np.random.default_rng(12)
    given = {name: draw(rng, (9, 33), dtype) for name in ("x", "dy")} | {
        name: draw(rng, 33, dtype) for name in ("gamma", "beta")
    }
    calls = {
        "layer_norm": lambda o, a: layer_norm(a["x"], a["gamma"], a["beta"], out=o),
        "batch_norm": lambda o, a: batch_norm(a["x"], a["gamma"], a["beta"], out=o),
        "rms_norm": lambda o, a: rms_norm(a["x"], a["gamma"], out=o),
        "layer_norm_backward": lambda o, a: layer_norm_backward(a["dy"], a["x"], a["gamma"], out=o)[0],
        "batch_norm_backward": lambda o, a: batch_norm_backward(a["dy"], a["x"], a["gamma"], out=o)[0],
    }
    for name, call in calls.items():
        want = call(None, given)
        for over in given:
            for shift in (0, 1, 20):
                room = np.zeros(3 * 9 * 33, dtype)
                arrays = {key: array.copy() for key, array in given.items()}
                place = room[shift : shift + given[over].size].reshape(given[over].shape)
                place[...] = given[over]
                out = room[: 9 * 33].reshape(9, 33)
                assert call(out, arrays | {over: place}) is out
                assert_same_bits([out], [want], (name, over, shift))


def test_dy_broadcasts():
    x = operands(np.float64)[0]
    for backward in (layer_norm_backward, rms_norm_backward, batch_norm_backward):
        for dy in (1.5, [2.0] * 40, np.ones((50, 1))):
            assert_same_bits(
                list(backward([1.0] if np.ndim(dy) == 0 else dy, x)),
                list(backward(np.broadcast_to([1.0] if np.ndim(dy) == 0 else dy, x.shape).copy(), x)),
                "dy",
            )


def test_types_promote():
    x = np.ones((2, 3), np.float16)
    assert layer_norm(x, np.ones(3, "f")).dtype == np.float32
    assert layer_norm(x, np.ones(3, "d")).dtype == np.float64
    assert layer_norm_backward(x, x)[1].dtype == np.float16
    assert layer_norm([[1, 2]]).dtype == np.float64
    assert batch_norm(x, np.ones(3, "f")).dtype == np.float32


def test_empty_arrays():
    for shape in ((0, 3), (3, 0), (0, 0)):
        x = np.empty(shape, "f")
        for function in (layer_norm, rms_norm, batch_norm):
            assert function(x).shape == shape
        for backward in (layer_norm_backward, rms_norm_backward):
            assert backward(x, x)[1].tolist() == [0] * shape[1]
        assert batch_norm_backward(x, x)[1].tolist() == [0] * shape[1]


# ---- running statistics, inference ------------------------------------------------------------------------------------------


def test_running_statistics():
    x = np.random.default_rng(7).standard_normal((50, 4, 6)).astype("f")
    mean, var = np.zeros(4, "f"), np.ones(4, "f")
    for step in range(3):
        batch_norm(x + step, mean=mean, var=var, axis=(0, 2), momentum=0.75)
    want = np.zeros(4)
    for step in range(3):
        want = 0.75 * want + 0.25 * (x + step).mean(axis=(0, 2))
    np.testing.assert_allclose(mean, want, rtol=1e-5)
    np.testing.assert_allclose(var, 0.75**3 + (1 - 0.75**3) * x.var(axis=(0, 2), ddof=1), rtol=1e-5)
    before = mean.copy(), var.copy()
    assert (batch_norm(x[:1, :, 0], mean=mean, var=var) == 0).all()  # one row
    assert_same_bits([mean, var], before, "one row")


@pytest.mark.parametrize("dtype", TYPES)
def test_inference(dtype):
    rng = np.random.default_rng(8)
    x = draw(rng, (20, 5, 7), dtype, 1e4 if dtype in WIDE else 0)
    gamma, beta, mean = draw(rng, 5, dtype), draw(rng, 5, dtype), draw(rng, 5, np.float64, 1e4 if dtype in WIDE else 0)
    var = rng.uniform(0.5, 2, 5)
    y = batch_norm(x, gamma, beta, mean, var, axis=(0, 2), training=False)
    wide = [spread(v, 3, [1]) for v in (gamma, beta, mean, var)]
    xhat = (x.astype(LONG) - wide[2]) / np.sqrt(wide[3] + LONG(1e-5))
    assert_close(y, xhat * wide[0] + wide[1], np.abs(wide[0]) * (1 + np.abs(xhat)) + np.abs(wide[1]), dtype, 2)


@pytest.mark.parametrize("rest", [(1,), (2,), (0,), (1, 2), (0, 2)])
def test_scale_and_activation_in_one_pass(rest):
    rng = np.random.default_rng(9)
    x = draw(rng, (8, 5, 7), np.float32)
    factors = [draw(rng, [x.shape[k] for k in rest], np.float32) for _ in range(3)]
    mean, inverse, shift = (spread(v, 3, list(rest)) for v in factors)
    z = ((x - mean.astype("f")).astype(LONG) * inverse + shift).astype("f")
    for name in ("gelu", "relu", "tanh"):
        got = scale_act(name, x, factors, rest)
        assert_same_bits([got], [getattr(fa, name)(z)], name)
        out = x.copy()
        assert scale_act(name, out, factors, rest, out) is out
        assert_same_bits([out], [got], name)
    slope = np.float32(0.3)
    assert_same_bits([scale_act("leaky_relu", x, factors, rest, None, (slope,))], [fa.leaky_relu(z, slope)], "parameters")


# ---- what is refused --------------------------------------------------------------------------------------------------------

X = np.ones((4, 3))
REFUSED = [
    (lambda: layer_norm(1.0), ValueError, "x must have at least one axis"),
    (lambda: layer_norm(X * 1j), TypeError, "x must be an array of real numbers"),
    (lambda: layer_norm(np.ma.ones((2, 2))), TypeError, "x must be an array of NumPy's"),
    (lambda: layer_norm(X, axis=2), np.exceptions.AxisError, "out of bounds"),
    (lambda: layer_norm(X, axis=(1, 1)), ValueError, "repeated axis"),
    (lambda: layer_norm(X, axis=1.5), TypeError, "axis must be an integer"),
    (lambda: layer_norm(X, np.ones(4)), ValueError, r"gamma must have the shape \(3,\), not \(4,\)"),
    (lambda: layer_norm(X, beta=1.0), ValueError, r"beta must have the shape \(3,\), not \(\)"),
    (lambda: layer_norm(X, epsilon=-1.0), ValueError, "epsilon must be at least 0, got -1.0"),
    (lambda: layer_norm(X, epsilon=np.nan), ValueError, "epsilon must be at least 0, got nan"),
    (lambda: layer_norm(X, epsilon="1"), TypeError, "epsilon must be a real number, not str"),
    (lambda: layer_norm(X, out=np.ones((3, 4))), ValueError, "out has shape"),
    (lambda: layer_norm(X, out=np.ones((4, 3), int)), TypeError, "out must be an array of floating-point numbers"),
    (lambda: layer_norm_backward(np.ones(4), X), ValueError, r"dy has shape \(4,\), which does not broadcast"),
    (lambda: rms_norm_backward(X, X, np.ones(2)), ValueError, r"gamma must have the shape \(3,\)"),
    (lambda: batch_norm(X, mean=np.zeros(3)), ValueError, "var must be given too"),
    (lambda: batch_norm(X, training=False), ValueError, "mean must be given where training is False"),
    (lambda: batch_norm(X, mean=np.zeros(3), var=np.zeros(4)), ValueError, r"var must have the shape \(3,\), not \(4,\)"),
    (
        lambda: batch_norm(X, mean=[0] * 3, var=np.ones(3)),
        TypeError,
        "mean must be an array of floating-point numbers, not list",
    ),
    (lambda: batch_norm(X, mean=np.zeros(3, int), var=np.ones(3)), TypeError, "mean must be an array of floating-point"),
    (lambda: batch_norm(X, mean=X[0], var=X[0]), ValueError, "mean and var must not share memory"),
    (
        lambda: batch_norm(X, mean=np.broadcast_to(0.0, 3), var=np.ones(3)),
        ValueError,
        "mean must be an array that can be written",
    ),
    (lambda: batch_norm(X, momentum=1.5), ValueError, "momentum must be from 0 to 1, got 1.5"),
    (lambda: batch_norm_backward(X, X, np.ones(4)), ValueError, r"gamma must have the shape \(3,\)"),
]


@pytest.mark.parametrize(("call", "error", "message"), REFUSED)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_nothing_is_changed_where_a_call_is_refused():
    mean, var, out = np.zeros(3), np.ones(3), np.full((4, 3), 9.0)
    for given in ({"gamma": np.ones(4)}, {"epsilon": -1.0}, {"momentum": 2.0}, {"beta": "a"}):
        with pytest.raises((TypeError, ValueError)):
            batch_norm(X, mean=mean, var=var, out=out, **given)
    assert (mean == 0).all() and (var == 1).all() and (out == 9).all()


@pytest.mark.parametrize("dtype", WIDE)
def test_infinite_gradients_make_infinite_sums(every_isa, dtype):
    x, dy = draw(np.random.default_rng(10), (300, 7), dtype), np.ones((300, 7), dtype)
    dy[5, 3] = np.inf
    for backward in (layer_norm_backward, batch_norm_backward):
        dbeta = backward(dy, x)[2]
        assert dbeta[3] == np.inf and (np.delete(dbeta, 3) == 300).all()


@pytest.mark.parametrize("offset", [0, 16, 60])
@pytest.mark.parametrize("n", [1000, 1024])
def test_results_past_the_caches_have_the_same_bits_wherever_they_begin(n, offset):
    rng = np.random.default_rng(11)
    x, gamma, beta = (draw(rng, shape, np.float32) for shape in ((5000, n), n, n))
    memory = np.zeros(x.nbytes + 128, np.uint8)
    first = -memory.ctypes.data % 64 + offset
    out = memory[first : first + x.nbytes].view("f").reshape(x.shape)
    for function in (layer_norm, lambda x, g, b, **out: rms_norm(x, g, **out), batch_norm):
        want = x.copy()
        assert function(want, gamma, beta, out=want) is want  # in place, which stays in the caches
        assert function(x, gamma, beta, out=out) is out
        assert_same_bits([out], [want], offset)
        assert not memory[:first].any() and not memory[first + x.nbytes :].any()
