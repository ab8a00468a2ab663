"""rrelu, bipolar_relu, crelu, maxout and prelu's slope: gradients by finite differences, and what holds of all of them."""

import math
from functools import partial

import numpy as np
import pytest
from composites import array, as_tuple, assert_equal, every_dtype, numerical_gradient

import fastact as fa
from fastact._core.dtypes import bfloat16
from fastact.catalogue.public import FUNCTIONS

COMPOSITES = [name for name in FUNCTIONS if name.startswith(("rrelu", "bipolar_relu", "crelu", "maxout", "prelu_slope"))]
# Those that an array is enough for.
ONE_ARRAY = {name: getattr(fa, name) for name in COMPOSITES if "backward" not in name and name != "rrelu_grad"}
ONE_ARRAY["maxout"] = partial(fa.maxout, pieces=2)

every_function = pytest.mark.parametrize("name", ONE_ARRAY)


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
