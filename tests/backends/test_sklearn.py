"""scikit-learn with fastact: functions, losses and fits agree with its own, and activations that it has not."""

import doctest
import gc
import inspect
from itertools import pairwise

import numpy as np
import pytest
from libraries import with_sklearn

import fastact as fa
from fastact.backends import sklearn as ours

pytestmark = with_sklearn
pytest.importorskip("sklearn")

from sklearn._loss import loss as losses  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.neural_network import MLPClassifier, MLPRegressor, _base  # noqa: E402
from sklearn.utils import extmath  # noqa: E402

RNG = np.random.default_rng(0)
N, CLASSES = 16384, 5
DTYPES = ["float32", "float64"]


def passed_and_served(name):
    return next((one.served, one.passed) for one in fa.patches() if one.name.endswith(name))


def close(got, want, dtype, scale=64):
    assert got.dtype == want.dtype == dtype and got.shape == want.shape
    np.testing.assert_allclose(got, want, rtol=scale * np.finfo(dtype).eps, atol=8 * np.finfo(dtype).eps)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ["tanh", "logistic", "relu", "exp", "softmax"])
def test_activations_of_networks_are_computed_in_place(name, dtype):
    x = RNG.standard_normal((N // 8, 8)).astype(dtype)
    want, got = x.copy(), x.copy()
    _base.ACTIVATIONS[name](want)
    with fa.patched("sklearn"):
        assert _base.ACTIVATIONS[name](got) is None
        assert passed_and_served(f"inplace_{name}") == (1, {})
    close(got, want, dtype)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ["tanh", "logistic", "relu"])
def test_derivatives_of_networks(name, dtype):
    z = np.clip(RNG.standard_normal((N // 8, 8)), 0, 1).astype(dtype)
    delta = RNG.standard_normal(z.shape).astype(dtype)
    if name == "relu":  # of which 0 is the slope, whatever delta is
        delta[0, 0], z[0, 0] = np.inf, 0
    want, got = delta.copy(), delta.copy()
    _base.DERIVATIVES[name](z, want)
    with fa.patched("sklearn"):
        _base.DERIVATIVES[name](z, got)
        assert passed_and_served(f"inplace_{name}_derivative") == (1, {})
    close(got, want, dtype)


Y = np.eye(CLASSES, dtype=bool)[RNG.integers(CLASSES, size=N)]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(
    ("y", "why"), [(Y, None), ("same", None), (Y.astype(int), "dtype"), (Y[:, :1], "shape"), (Y.tolist(), "type")],
    ids=["bool", "the same", "int", "shape", "list"],
)  # fmt: skip
@pytest.mark.parametrize("weights", [None, RNG.random(N)], ids=["alone", "weights"])
def test_log_loss(y, why, dtype, weights):
    y = Y.astype(dtype) if isinstance(y, str) else y
    p = extmath.softmax(RNG.standard_normal((N, CLASSES)).astype(dtype))
    p[0] = np.eye(CLASSES)[0]

    def loss():
        try:
            return _base.LOSS_FUNCTIONS["log_loss"](y, p, weights)
        except (AttributeError, ValueError) as error:
            return type(error)

    want = loss()
    with fa.patched("sklearn"):
        got = loss()
        assert passed_and_served("log_loss") == ((1, {}) if why is None else (0, {why: 1}))
    assert type(got) is type(want) and (got is want or got == pytest.approx(want, rel=1e-5 if dtype == "float32" else 1e-12))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("copy", [True, False])
def test_softmax(dtype, copy):
    x = RNG.standard_normal((64, 7)).astype(dtype)
    given, want = x.copy(), extmath.softmax(x.copy(), copy=copy)
    with fa.patched("sklearn"):
        got = extmath.softmax(given, copy=copy)
        assert passed_and_served("extmath.softmax") == (1, {})
    assert (got is given) == (not copy) and (copy is False or (given == x).all())
    close(got, want, dtype)


def of_loss(name, dtype, weights, given):
    """The method, its arguments, and the arrays that are given for its results."""
    of_class, method = name.split(".")
    many = of_class == "HalfMultinomialLoss"
    raw = 4 * RNG.standard_normal((N, CLASSES) if many else N).astype(dtype)
    y = (RNG.integers(CLASSES, size=N) if many else RNG.random(N)).astype(dtype)
    kwargs = {"y_true": y, "raw_prediction": raw, "sample_weight": RNG.random(N).astype(dtype) if weights else None}
    made = getattr(losses, of_class)(**({"n_classes": CLASSES} if many else {}))
    outs = [one for one in inspect.signature(getattr(made, method)).parameters if one.endswith("_out")]
    shapes = {one: np.empty_like(y if one == "loss_out" else raw) for one in outs}
    return made, method, kwargs | (shapes if given else {}), outs


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("weights", "given"), [(False, False), (True, True), (True, False)])
@pytest.mark.parametrize("name", ours.METHODS)
def test_losses_agree_and_go_where_they_are_asked_to(name, dtype, weights, given):
    loss, method, kwargs, outs = of_loss(name, dtype, weights, given)
    want = getattr(loss, method)(**kwargs)
    want = [one.copy() for one in (want if isinstance(want, tuple) else [want])]
    with fa.patched("sklearn"):
        got = getattr(loss, method)(**kwargs)
        assert passed_and_served(name) == (1, {})
    got = got if isinstance(got, tuple) else (got,)
    for one, other in zip(got, want, strict=True):
        np.testing.assert_allclose(one, other, rtol=64 * np.finfo(dtype).eps, atol=64 * np.finfo(dtype).eps)
        assert one.dtype == dtype
    assert not given or all(one is kwargs[out] or one.base is kwargs[out] for one, out in zip(got, outs))


def test_columns_are_taken_for_one_class():
    loss, _, kwargs, _ = of_loss("HalfBinomialLoss.loss_gradient", "float64", True, False)
    want = loss.loss_gradient(**kwargs)
    kwargs["raw_prediction"] = kwargs["raw_prediction"][:, np.newaxis]
    with fa.patched("sklearn"):
        got = loss.loss_gradient(*kwargs.values(), None, np.empty((N, 1)), 2)
        assert passed_and_served("HalfBinomialLoss.loss_gradient") == (1, {})
    for one, other in zip(got, want, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-13, atol=1e-14)


CHANGES = {
    "size": lambda y, raw: (y[:4], raw[:4]),
    "dtype": lambda y, raw: (y.astype("float32"), raw),
    "value": lambda y, raw: (y + 0.5, raw),
}


@pytest.mark.parametrize("why", CHANGES)
def test_what_is_not_served_is_scikit_learn_s_own(why):
    loss, _, kwargs, _ = of_loss("HalfMultinomialLoss.loss_gradient", "float64", False, False)
    y, raw = CHANGES[why](kwargs["y_true"], kwargs["raw_prediction"])
    results = []
    for context in (fa.patched("scipy"), fa.patched("sklearn")):
        with context:
            try:
                results.append(loss.loss_gradient(y, raw))
            except ValueError as error:  # of two types
                results.append(str(error))
    np.testing.assert_equal(*results)
    with fa.patched("sklearn"):
        try:
            loss.loss_gradient(y, raw)
        except ValueError:
            assert why == "dtype"
        assert passed_and_served("HalfMultinomialLoss.loss_gradient") == (0, {why: 1})


def test_classes_out_of_range_and_wrong_shapes_and_threads_are_passed_on():
    loss, _, kwargs, _ = of_loss("HalfMultinomialLoss.loss", "float64", False, False)
    with fa.patched("sklearn"):
        loss.loss(kwargs["y_true"] + CLASSES, kwargs["raw_prediction"])
        with pytest.raises(TypeError, match="no_such"):
            loss.loss(**kwargs, no_such=1)
        loss.loss(kwargs["y_true"], kwargs["raw_prediction"], n_threads=np.int64(1))
        with pytest.raises(ValueError, match="dimensions"):
            loss.loss(kwargs["y_true"], kwargs["raw_prediction"][:, :1].repeat(10))
        assert passed_and_served("HalfMultinomialLoss.loss") == (0, {"value": 1, "option": 2, "shape": 1})


@pytest.mark.parametrize("dtype", DTYPES)
def test_logistic_regression_finds_the_same(dtype):
    x = RNG.standard_normal((4000, 8)).astype(dtype)
    y = (x @ RNG.standard_normal((8, CLASSES))).argmax(1)
    want = LogisticRegression(C=0.1).fit(x, y)
    with fa.patched("sklearn"):
        got = LogisticRegression(C=0.1).fit(x, y)
        assert passed_and_served("HalfMultinomialLoss.loss_gradient")[0] > 3
    np.testing.assert_allclose(got.coef_, want.coef_, atol=0.01)
    assert (got.predict(x) == want.predict(x)).mean() > 0.99


# ---- activations -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def without_added():
    yield
    ours.remove_activations()
    assert set(_base.ACTIVATIONS) == {"identity", "exp", "tanh", "logistic", "relu", "softmax"}
    assert set(_base.DERIVATIVES) == {"identity", "tanh", "logistic", "relu"}
    with pytest.raises(ValueError, match="'activation' parameter"):
        MLPClassifier(activation="gelu").fit([[0.0], [1.0]], [0, 1])


X = RNG.standard_normal((60, 4))
DATA = X, (X[:, :2] > 0).sum(1)


@pytest.mark.parametrize("activation", ["gelu", "silu", "mish", "sine", "softplus", "elu", "nn.SiLU", "hard_swish"])
def test_gradients_of_added_activations_are_right(without_added, activation):
    """Against differences of the loss, by every weight, of two hidden layers."""
    ours.add_activations(activation)
    x, y = DATA
    model = MLPRegressor(hidden_layer_sizes=(5, 3), activation=activation, random_state=1, solver="sgd", alpha=0.1)
    model.partial_fit(x, y)
    y = y[:, np.newaxis].astype(float)
    layers = [x.shape[1], 5, 3, 1]
    gradients = [np.empty(shape) for shape in pairwise(layers)], [np.empty(n) for n in layers[1:]]

    def loss():
        activations, deltas = [x, None, None, None], [None] * 3
        return model._backprop(x, y, None, activations, deltas, *gradients)[0]

    loss()
    exact = [one.copy() for one in gradients[0]]
    for weights, of_weights in zip(model.coefs_, exact):
        for place in np.ndindex(weights.shape):
            before, losses_at = weights[place], []
            for step in (1e-6, -1e-6):
                weights[place] = before + step
                losses_at.append(loss())
            weights[place] = before
            assert (losses_at[0] - losses_at[1]) / 2e-6 == pytest.approx(of_weights[place], rel=1e-5, abs=1e-7)


def test_estimators_take_added_activations_and_keep_no_slope(without_added):
    ours.add_activations("gelu", "mish", "relu")
    ours.add_activations("gelu")
    x, y = DATA
    relu = _base.ACTIVATIONS["relu"]
    for solver in ("adam", "lbfgs"):
        for kind in (MLPClassifier, MLPRegressor):
            model = kind(
                hidden_layer_sizes=(16,),
                activation="gelu",
                solver=solver,
                max_iter=500,
                random_state=0,
                tol=0.01,
                learning_rate_init=0.03,
            )
            assert model.fit(x, y).score(x, y) > 0.6
    gc.collect()
    assert not ours.SLOPES.held and relu is _base.ACTIVATIONS["relu"] and "gelu" in _base.DERIVATIVES
    ours.remove_activations("mish", "relu", "never")
    assert "mish" not in _base.ACTIVATIONS and relu is _base.ACTIVATIONS["relu"]


WRONG = {"gelo": "nearest", "swiglu": "no activation", "prelu": "no default of slope", "softmax_cross_entropy": "no activation"}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_activation_adds_none(without_added, name):
    with pytest.raises(ValueError, match=WRONG[name]):
        ours.add_activations("gelu", name)
    assert "gelu" not in _base.ACTIVATIONS


def test_a_derivative_before_its_value_is_refused(without_added):
    ours.add_activations("gelu")
    with pytest.raises(RuntimeError, match="before its value"):
        _base.DERIVATIVES["gelu"](np.zeros(3), np.zeros(3))


@pytest.mark.parametrize("function", [ours.add_activations, ours.remove_activations])
def test_examples_run(without_added, function):
    test = doctest.DocTestParser().get_doctest(inspect.getdoc(function), {}, function.__name__, None, 0)
    assert test.examples and doctest.DocTestRunner().run(test).failed == 0
