"""rrelu, bipolar_relu, crelu, maxout and the gradient of prelu's slope, against NumPy and against finite differences."""

import math
from functools import partial

import numpy as np
import pytest

import fastact as fa
from fastact._core.dtypes import bfloat16
from fastact.catalogue.published import FUNCTIONS

COMPOSITES = [name for name in FUNCTIONS if name.startswith(("rrelu", "bipolar_relu", "crelu", "maxout", "prelu_slope"))]

DTYPES = [np.dtype(t) for t in (np.float16, bfloat16, np.float32, np.float64) if t is not None]
AXES = [0, 1, 2, -1, -2, -3]
SHAPE = (4, 6, 2)
# Those that an array is enough for.
ONE_ARRAY = {name: getattr(fa, name) for name in COMPOSITES if "backward" not in name and name != "rrelu_grad"}
ONE_ARRAY["maxout"] = partial(fa.maxout, pieces=2)

every_dtype = pytest.mark.parametrize("dtype", DTYPES, ids=str)
every_axis = pytest.mark.parametrize("axis", AXES)
every_function = pytest.mark.parametrize("name", ONE_ARRAY)


def array(dtype=np.float64, shape=SHAPE, seed=0):
    """No zero and no two neighbours alike, so that there is a derivative."""
    n = math.prod(shape)
    return np.random.default_rng(seed).permuted(np.arange(n) - n / 2 + 0.25).reshape(shape).astype(dtype)


def as_tuple(result):
    return result if isinstance(result, tuple) else (result,)


def assert_equal(got, want):
    """The same type, shape and values, where a row of the type holds the values."""
    assert got.dtype == want.dtype and got.shape == want.shape
    np.testing.assert_array_equal(got.astype(float), want.astype(float))


def forms(x):
    """The same elements with other strides, another byte order, or read-only."""
    yield x[::-1].copy()[::-1]
    yield np.repeat(x, 2, axis=1)[:, ::2]
    yield np.asfortranarray(x)
    fixed = x.copy()
    fixed.flags.writeable = False
    yield fixed
    if x.dtype.kind == "f":
        yield x.astype(x.dtype.newbyteorder())


def numerical_gradient(function, x, dy, h=2**-6):
    """Of sum(dy*function(x)), by central differences; exact for what is piecewise linear."""
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (dy * (function(x + step) - function(x - step))).sum() / (2 * h)
    return gradient


# ---- values ----------------------------------------------------------------------------------------------------------


@every_dtype
def test_rrelu_without_a_generator_is_prelu_with_the_mean_slope(dtype):
    x = array(dtype)
    assert_equal(fa.rrelu(x), fa.prelu(x, 11 / 48))
    assert_equal(fa.rrelu(x, 0.5, 1), np.where(x > 0, x, x * dtype.type(0.75)))
    y, d = fa.rrelu_with_grad(x, 0.5, 1)
    assert_equal(y, fa.rrelu(x, 0.5, 1))
    assert_equal(d, np.where(x > 0, 1, 0.75).astype(dtype))


@every_dtype
def test_rrelu_with_a_generator_draws_a_slope_for_every_element(dtype):
    x = array(dtype)
    y, slope = fa.rrelu(x, 0.25, 0.75, np.random.default_rng(1))
    assert_equal(slope, np.random.default_rng(1).uniform(0.25, 0.75, x.shape).astype(dtype))
    assert_equal(y, fa.prelu(x, slope))
    again = fa.rrelu_with_grad(x, 0.25, 0.75, np.random.default_rng(1))
    assert_equal(again[0], y)
    assert_equal(again[1], fa.rrelu_grad(x, slope))
    for form in forms(x):
        again = fa.rrelu(form, 0.25, 0.75, np.random.default_rng(1))
        assert_equal(again[0], y)
        assert_equal(again[1], slope)


def test_slopes_are_uniform():
    _, slope = fa.rrelu(np.zeros(10**5, np.float32), rng=np.random.default_rng(0))
    assert 1 / 8 <= slope.min() < 0.126 and 0.332 < slope.max() <= np.float32(1 / 3)
    assert abs(slope.mean() - 11 / 48) < 1e-3 and abs(slope.std() - (1 / 3 - 1 / 8) / math.sqrt(12)) < 1e-3
    assert np.unique(fa.rrelu(np.zeros(9), 0.5, 0.5, np.random.default_rng(0))[1]) == 0.5


@every_axis
@every_dtype
def test_bipolar_relu(dtype, axis):
    x = array(dtype)
    odd = np.moveaxis(np.broadcast_to(np.arange(x.shape[axis]) % 2 == 1, np.moveaxis(x, axis, -1).shape), -1, axis)
    y = np.where(odd, np.minimum(x, 0), np.maximum(x, 0)).astype(dtype)
    d = np.where(odd, x < 0, x > 0).astype(dtype)
    for form in [x, *forms(x)]:
        assert_equal(fa.bipolar_relu(form, axis), y)
        assert_equal(fa.bipolar_relu_grad(form, axis), d)
        assert_equal(fa.bipolar_relu_backward(form, form, axis), x * d)
        for got, want in zip(fa.bipolar_relu_with_grad(form, axis), (y, d), strict=True):
            assert_equal(got, want)


@every_axis
@every_dtype
def test_crelu(dtype, axis):
    x = array(dtype)
    y = np.concatenate((np.maximum(x, 0), np.maximum(-x, 0)), axis).astype(dtype)
    d = np.concatenate((x > 0, -1.0 * (x < 0)), axis).astype(dtype)
    for form in [x, *forms(x)]:
        assert_equal(fa.crelu(form, axis), y)
        assert_equal(fa.crelu_grad(form, axis), d)
        dy = np.concatenate((form, 2 * form), axis)
        assert_equal(fa.crelu_backward(dy, form, axis), np.where(x > 0, x, -2 * x).astype(dtype))
        for got, want in zip(fa.crelu_with_grad(form, axis), (y, d), strict=True):
            assert_equal(got, want)


@pytest.mark.parametrize("pieces", [1, 2, "all"])
@every_axis
@every_dtype
def test_maxout(dtype, axis, pieces):
    x = array(dtype)
    n = x.shape[axis]
    pieces = n if pieces == "all" else pieces
    parts = np.array_split(x, n // pieces, axis)
    y = np.concatenate([part.max(axis, keepdims=True) for part in parts], axis)
    index = np.concatenate([part.argmax(axis, keepdims=True) for part in parts], axis)
    for form in [x, *forms(x)]:
        got = fa.maxout(form, pieces, axis)
        assert_equal(got[0], y)
        assert_equal(got[1], index)
    dx = fa.maxout_backward(y, index, pieces, axis)
    assert_equal(dx, np.where(x == np.repeat(y, pieces, axis), x, 0).astype(dtype))


def test_maxout_takes_the_first_of_equals():
    y, index = fa.maxout([3, 3, 1, 2, 2, 2], 3)
    assert y.dtype == np.float64 and index.tolist() == [0, 0]


@pytest.mark.parametrize("shape", [(), (1,), (2,), (6, 1), (1, 6, 2), (4, 6, 2), (4, 1, 1), (1, 1, 1), (3, 1, 1, 1)])
@every_dtype
def test_prelu_slope_backward_has_the_shape_of_the_slope(dtype, shape):
    x, dy = array(dtype), array(dtype, seed=1)
    terms = dy.astype(float) * np.minimum(x.astype(float), 0)
    want = np.broadcast_to(terms, np.broadcast_shapes(x.shape, shape))
    while want.ndim > len(shape):
        want = want.sum(0)
    for i, n in enumerate(shape):
        want = want.sum(i, keepdims=True) if n == 1 else want
    assert_equal(fa.prelu_slope_backward(dy, x, np.ones(shape, dtype)), want.astype(dtype))


def test_prelu_slope_backward_sums_in_float64():
    dy = np.resize(np.array([2**24, 1, -(2**24)], np.float32), 3 * 10**4)
    assert fa.prelu_slope_backward(dy, -np.ones_like(dy), 0.25) == -(10**4)
    ones = np.ones(2**15, np.float16)
    assert fa.prelu_slope_backward(ones, -ones, 0.25) == -(2**15)


def test_prelu_slope_backward_ignores_infinite_gradients_of_what_is_not_negative():
    dy = np.array([np.inf, -np.inf, np.inf, 1])
    assert fa.prelu_slope_backward(dy, [1, 2, 0, -3], 0.25) == -3
    assert fa.prelu_slope_backward(dy, [1, 2, -1, -3], 0.25) == -np.inf
    assert math.isnan(fa.prelu_slope_backward(dy, [1, 2, np.nan, -3], 0.25))
    assert fa.prelu_slope_backward(np.float32(3e38), np.float32(-3e38), np.float32(1)) == -np.inf


# ---- gradients by finite differences ---------------------------------------------------------------------------------


@pytest.mark.parametrize("axis", [0, -1])
@pytest.mark.parametrize("name", ["rrelu", "bipolar_relu", "crelu", "maxout"])
def test_backward_is_the_gradient(name, axis):
    x = array()
    rng = np.random.default_rng(3)
    if name == "rrelu":
        y, slope = fa.rrelu(x, rng=rng)
        dy = rng.standard_normal(y.shape)
        got, function = fa.rrelu_backward(dy, x, slope), lambda x: fa.prelu(x, slope)
    elif name == "maxout":
        y, index = fa.maxout(x, 2, axis)
        dy = rng.standard_normal(y.shape)
        got, function = fa.maxout_backward(dy, index, 2, axis), lambda x: fa.maxout(x, 2, axis)[0]
    else:
        y = getattr(fa, name)(x, axis)
        dy = rng.standard_normal(y.shape)
        got, function = getattr(fa, f"{name}_backward")(dy, x, axis), lambda x: getattr(fa, name)(x, axis)
    np.testing.assert_allclose(got, numerical_gradient(function, x, dy), rtol=1e-11, atol=1e-11)


@pytest.mark.parametrize("shape", [(), (2,), (6, 1), (4, 6, 2)])
def test_the_slope_s_gradient_is_the_gradient(shape):
    x, dy = array(), array(seed=1)
    slope = np.random.default_rng(2).uniform(0, 1, shape)
    want = numerical_gradient(lambda s: fa.prelu(x, s), np.asarray(slope), dy)
    np.testing.assert_allclose(fa.prelu_slope_backward(dy, x, slope), want, rtol=1e-11)


@pytest.mark.parametrize("name", ["bipolar_relu", "crelu"])
def test_grad_is_the_derivative_and_0_at_0(name):
    x = array()
    h = 2**-6
    grad = getattr(fa, f"{name}_grad")(x, 1)
    np.testing.assert_array_equal(grad, (getattr(fa, name)(x + h, 1) - getattr(fa, name)(x - h, 1)) / (2 * h))
    assert not getattr(fa, f"{name}_grad")(np.zeros(6)).any()
    assert not getattr(fa, f"{name}_with_grad")(np.zeros(6))[1].any()


# ---- what holds of all of them ---------------------------------------------------------------------------------------


@every_dtype
@every_function
def test_the_type_is_kept(name, dtype):
    for result in as_tuple(ONE_ARRAY[name](array(dtype))):
        assert result.dtype == (np.intp if name == "maxout" and result.dtype.kind == "i" else dtype)


@pytest.mark.parametrize("letter", "?bBhHiIqQ")
@every_function
def test_integers_are_computed_as_exp_computes_them(name, letter):
    x = np.array([0, 1, 1, 0], letter)
    floats = x.astype(np.exp(x).dtype)
    for got, want in zip(as_tuple(ONE_ARRAY[name](x)), as_tuple(ONE_ARRAY[name](floats)), strict=True):
        assert_equal(got, want)


@every_dtype
@every_function
def test_nan_propagates_and_nothing_else_becomes_nan(name, dtype):
    for at in range(8):
        x = np.array([0, -0.0, 1, -1, np.inf, -np.inf, 3, -3]).astype(dtype)
        x[at] = np.nan
        for result in as_tuple(ONE_ARRAY[name](x)):
            if result.dtype.kind != "i":
                want = [at // 2] if name == "maxout" else [at, at + 8] if name.startswith("crelu") else [at]
                assert np.flatnonzero(result != result).tolist() == want


@every_dtype
@every_function
def test_no_floating_point_flag_is_raised(name, dtype):
    large = 3e38 if dtype == bfloat16 else np.finfo(dtype).max
    x = np.array([0, large, -large, np.inf, -np.inf, np.nan, 1e-7, -1e-7]).astype(dtype)
    with np.errstate(all="raise"):
        ONE_ARRAY[name](x)
        fa.rrelu(x, 0, 1e-7, np.random.default_rng(0))
        fa.prelu_slope_backward(x, x, x)


@every_function
def test_empty_arrays(name):
    for shape in ((0,), (0, 4), (4, 0)):
        for result in as_tuple(ONE_ARRAY[name](np.empty(shape))):
            assert result.size == 0
    assert fa.maxout_backward(np.empty((0, 2)), np.empty((0, 2), int), 2).shape == (0, 4)
    assert fa.prelu_slope_backward(np.empty((0, 3)), np.empty((0, 3)), np.ones(3)).tolist() == [0, 0, 0]


def test_scalars():
    assert fa.rrelu(-2.0, 0.5, 0.5) == -1 and fa.rrelu(np.float32(-2), 0.5, 0.5).dtype == np.float32
    y, slope = fa.rrelu(-2.0, rng=np.random.default_rng(0))
    assert y == -2 * slope and np.ndim(slope) == 0
    assert isinstance(fa.prelu_slope_backward(1.0, -2.0, 0.25), np.float64)


# ---- out= ------------------------------------------------------------------------------------------------------------

OUT = {
    "rrelu": fa.rrelu,
    "rrelu_grad": lambda x, **out: fa.rrelu_grad(x, x, **out),
    "rrelu_backward": lambda x, **out: fa.rrelu_backward(x, x, x, **out),
    "bipolar_relu": fa.bipolar_relu,
    "bipolar_relu_grad": fa.bipolar_relu_grad,
    "bipolar_relu_backward": lambda x, **out: fa.bipolar_relu_backward(x, x, **out),
    "crelu": fa.crelu,
    "crelu_grad": fa.crelu_grad,
    "crelu_backward": lambda x, **out: fa.crelu_backward(np.concatenate((x, x), -1), x, **out),
}
TWO_OUTS = {name: getattr(fa, name) for name in ("rrelu_with_grad", "bipolar_relu_with_grad", "crelu_with_grad")}


@pytest.mark.parametrize("name", OUT)
def test_out_takes_the_result_whatever_its_strides(name):
    x = array(np.float32)
    want = OUT[name](x)
    for out in (
        np.empty_like(want),
        np.empty(want.shape, order="F", dtype="f4"),
        np.empty((*want.shape, 3), "f4")[..., 1],
        np.empty(want.shape, "f8"),
        np.empty(want.shape, ">f4"),
    ):
        assert OUT[name](x, out=out) is out
        np.testing.assert_array_equal(out, want)


@pytest.mark.parametrize("name", [name for name in OUT if not name.startswith("crelu")])
def test_out_may_be_the_argument_or_overlap_it(name):
    x = array()
    want = OUT[name](x)
    OUT[name](x, out=x)
    np.testing.assert_array_equal(x, want)
    for shift in (1, 2):
        base = np.arange(-10, 10) + 0.25
        want = OUT[name](base[shift:].copy())
        OUT[name](base[shift:], out=base[:-shift])
        np.testing.assert_array_equal(base[:-shift], want)


@pytest.mark.parametrize("name", TWO_OUTS)
def test_two_outs(name):
    x = array()
    want = TWO_OUTS[name](x)
    outs = tuple(np.empty_like(w) for w in want)
    got = TWO_OUTS[name](x, out=outs)
    for g, out, w in zip(got, outs, want, strict=True):
        assert g is out
        np.testing.assert_array_equal(g, w)


@pytest.mark.parametrize("name", OUT)
def test_a_wrong_out_is_refused_and_untouched(name):
    x = array()
    shape = OUT[name](x).shape
    fixed = np.full(shape, 7.0)
    fixed.flags.writeable = False
    larger, integer = np.full((*shape[:-1], shape[-1] + 1), 7.0), np.full(shape, 7)
    for out, error in ((larger, ValueError), (integer, TypeError), (fixed, ValueError)):
        with pytest.raises(error):
            OUT[name](x, out=out)
        assert (out == 7).all()
    with pytest.raises(TypeError):
        OUT[name](x, out=[1.0])


# ---- what is refused -------------------------------------------------------------------------------------------------

X = np.ones((2, 6))


@pytest.mark.parametrize(
    "error, message, call",
    [
        (ValueError, "lower.*upper.*0.5 and 0.25", lambda: fa.rrelu(X, 0.5, 0.25)),
        (ValueError, "lower.*nan", lambda: fa.rrelu(X, math.nan)),
        (ValueError, "upper.*finite.*inf", lambda: fa.rrelu_with_grad(X, upper=math.inf)),
        (TypeError, "lower.*real.*str", lambda: fa.rrelu(X, "0")),
        (TypeError, "upper.*real.*complex", lambda: fa.rrelu(X, upper=1j)),
        (TypeError, "rng.*Generator.*int", lambda: fa.rrelu(X, rng=0)),
        (TypeError, "rng.*Generator.*RandomState", lambda: fa.rrelu_with_grad(X, rng=np.random.RandomState(0))),
        (TypeError, "x .*real.*complex128", lambda: fa.rrelu(1j * X, rng=np.random.default_rng())),
        (TypeError, "x .*real.*<U1", lambda: fa.bipolar_relu(["a"])),
        (TypeError, "x .*real.*object", lambda: fa.crelu([None])),
        (np.exceptions.AxisError, "axis 2", lambda: fa.bipolar_relu(X, 2)),
        (np.exceptions.AxisError, "axis -3", lambda: fa.crelu_grad(X, -3)),
        (np.exceptions.AxisError, "axis -1", lambda: fa.maxout(1.0, 1)),
        (np.exceptions.AxisError, "axis 5", lambda: fa.maxout_backward(X, X.astype(int), 2, 5)),
        (TypeError, "axis.*integer.*float", lambda: fa.bipolar_relu_with_grad(X, 1.0)),
        (TypeError, "axis.*integer.*NoneType", lambda: fa.crelu(X, None)),
        (TypeError, "axis.*integer.*tuple", lambda: fa.maxout(X, 2, (0, 1))),
        (ValueError, "pieces.*6.*4", lambda: fa.maxout(X, 4)),
        (ValueError, "pieces.*at least 1.*0", lambda: fa.maxout(X, 0)),
        (ValueError, "pieces.*at least 1.*-2", lambda: fa.maxout_backward(X, X.astype(int), -2)),
        (TypeError, "pieces.*integer.*float", lambda: fa.maxout(X, 2.0)),
        (TypeError, "index.*integers.*float64", lambda: fa.maxout_backward(X, X, 2)),
        (IndexError, r"index.*0\.\.1.*2\.\.2", lambda: fa.maxout_backward(X, np.full(X.shape, 2), 2)),
        (IndexError, r"index.*0\.\.1.*-1\.\.-1", lambda: fa.maxout_backward(X, np.full(X.shape, -1), 2)),
        (ValueError, r"dy.*\(2, 3\).*\(2, 6\)", lambda: fa.maxout_backward(X, np.zeros((2, 3), int), 2)),
        (ValueError, r"dy.*\(2, 12\).*\(2, 6\)", lambda: fa.crelu_backward(X, X)),
        (TypeError, "dy.*real.*complex128", lambda: fa.prelu_slope_backward(1j * X, X, 0.25)),
        (TypeError, "slope.*real.*<U1", lambda: fa.prelu_slope_backward(X, X, "a")),
        (ValueError, r"dy, x and slope.*\(2, 6\), \(2, 6\) and \(4,\)", lambda: fa.prelu_slope_backward(X, X, np.ones(4))),
        (ValueError, "broadcast", lambda: fa.bipolar_relu_backward(np.ones(4), X)),
        (ValueError, "broadcast", lambda: fa.rrelu_backward(np.ones(4), X, 0.25)),
    ],
)
def test_wrong_arguments_are_refused_by_name(error, message, call):
    with pytest.raises(error, match=message):
        call()
