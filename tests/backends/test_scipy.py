"""`scipy.special` with fastact: served calls agree with SciPy's own, and the others are SciPy's own."""

import numpy as np
import pytest
from libraries import with_scipy

import fastact as fa

pytestmark = with_scipy
special = pytest.importorskip("scipy.special")

X = np.linspace(-30, 30, 8192).reshape(64, 128)
P = np.linspace(0.001, 0.999, 8192).reshape(64, 128)
ROWS = ((), {"axis": 1}, {"axis": (0, 1)}, {"axis": np.int64(0)})
SERVED = [
    *[("expit", X, kwargs) for kwargs in ({}, {"where": X > 0, "out": np.zeros_like(X)}, {"casting": "no"}, {"order": "F"})],
    ("log_expit", X, {}),
    ("logit", P, {}),
    *[(name, X, dict(kwargs)) for name in ("softmax", "log_softmax", "logsumexp") for kwargs in ROWS],
    ("logsumexp", X, {"axis": 0, "keepdims": True}),
    ("logsumexp", X, {"b": P, "axis": 1}),
    ("logsumexp", X, {"b": P - 0.5, "axis": 1, "return_sign": True}),
]
NOT_SERVED = [
    ("expit", 0.5, {}, "type"),
    ("expit", X.tolist(), {}, "type"),
    ("expit", np.ma.array(X), {}, "type"),
    ("expit", X[0, :8], {}, "size"),
    ("expit", X.astype(np.float16), {}, "dtype"),
    ("expit", X.astype(np.longdouble), {}, "dtype"),
    ("expit", X, {"dtype": np.longdouble}, "option"),
    ("log_expit", X.astype(">f8"), {}, "dtype"),
    ("softmax", X + 0j, {"axis": 1}, "dtype"),
    ("softmax", X.astype(int), {"axis": 1}, "dtype"),
    ("logsumexp", np.zeros(0), {}, "size"),
    ("logsumexp", X, {"b": 2.0}, "type"),
    ("logsumexp", X, {"b": P.astype(np.float32)}, "dtype"),
]


def counts(name):
    return next((one.served, one.passed) for one in fa.patches() if one.name == f"scipy.special.{name}")


def copied(kwargs):
    return {name: value.copy() if name == "out" else value for name, value in kwargs.items()}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("name", "x", "kwargs"), SERVED, ids=[f"{name}-{','.join(kwargs)}" for name, _, kwargs in SERVED])
def test_served_calls_agree_with_scipy_s_own(name, x, kwargs, dtype):
    x, kwargs = x.astype(dtype), {k: v.astype(dtype) if k in ("b", "out") else v for k, v in dict(kwargs).items()}
    want = getattr(special, name)(x, **copied(kwargs))
    with fa.patched("scipy"):
        got = getattr(special, name)(x, **copied(kwargs))
        assert counts(name) == (1, {})
    for one, other in zip(got, want) if isinstance(want, tuple) else [(got, want)]:
        assert type(one) is type(other) and one.dtype == other.dtype == dtype and one.shape == other.shape
        np.testing.assert_allclose(one, other, rtol=40 * np.finfo(dtype).eps, atol=4 * np.finfo(dtype).eps)


@pytest.mark.parametrize(("name", "x", "kwargs", "why"), NOT_SERVED)
def test_other_calls_are_scipy_s_own(name, x, kwargs, why):
    want = getattr(special, name)(x, **kwargs)
    with fa.patched("scipy"):
        got = getattr(special, name)(x, **kwargs)
        assert counts(name) == (0, {why: 1})
    assert type(got) is type(want)
    np.testing.assert_array_equal(got, want)


@pytest.mark.parametrize(
    ("name", "args", "error"),
    [
        ("expit", (), TypeError),
        ("expit", (X, X, X), TypeError),
        ("softmax", (X, 5), np.exceptions.AxisError),
        ("softmax", (X, "a"), TypeError),
        ("softmax", (X, 0, 1, 2), TypeError),
        ("logsumexp", (X, (0, 0)), ValueError),
    ],
)
def test_wrong_calls_raise_what_scipy_raises(name, args, error):
    with pytest.raises(error):
        getattr(special, name)(*args)
    with fa.patched("scipy"), pytest.raises(error):
        getattr(special, name)(*args)


def test_the_ufuncs_keep_their_methods():
    with fa.patched("scipy"):
        assert isinstance(special.expit, np.ufunc) and (special.expit.nin, special.expit.nout) == (1, 1)
        x = np.zeros(4)
        special.expit.at(x, [1, 1])
        assert x.tolist() == [0, special.expit(0.5), 0, 0]
