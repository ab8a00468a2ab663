"""The estimators beside scikit-learn's own: the same draws, the same weights, the same attributes."""

import inspect

import numpy as np
import pytest

pytest.importorskip("sklearn", "1.6")

import sklearn.neural_network as theirs
from sklearn.datasets import load_diabetes, load_digits, make_moons

import fastact.nn.sklearn as ours

pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")

DIGITS, DIGIT = load_digits(return_X_y=True)
DIGITS = DIGITS[:500] / 16
DIGIT = DIGIT[:500]
DIABETES, PROGRESS = load_diabetes(return_X_y=True)

CLASSES = {
    "several": DIGIT,
    "two": DIGIT > 4,
    "strings": np.array(list("abcdefghij"))[DIGIT],
    "labels": np.eye(10, dtype=int)[DIGIT],
}
VALUES = {"one": PROGRESS / 100, "two": np.stack([PROGRESS, PROGRESS**2 / 200], 1) / 100}
SETTINGS = {
    "adam": {},
    "adam, tanh": {"activation": "tanh", "beta_1": 0.8, "beta_2": 0.99, "epsilon": 1e-4, "hidden_layer_sizes": (20, 10)},
    "adam, logistic": {"activation": "logistic", "alpha": 1.0, "batch_size": 64},
    "adam, stopping": {"early_stopping": True, "n_iter_no_change": 2, "learning_rate_init": 0.02, "max_iter": 30},
    "sgd": {"solver": "sgd", "learning_rate_init": 0.02, "alpha": 0.1},
    "sgd, tanh": {"solver": "sgd", "activation": "tanh", "nesterovs_momentum": False, "batch_size": 50},
    "sgd, logistic": {"solver": "sgd", "activation": "logistic", "momentum": 0, "shuffle": False},
    "sgd, invscaling": {"solver": "sgd", "learning_rate": "invscaling", "learning_rate_init": 0.2, "power_t": 0.3},
    "sgd, adaptive": {
        "solver": "sgd",
        "learning_rate": "adaptive",
        "learning_rate_init": 0.1,
        "tol": 0.1,
        "n_iter_no_change": 1,
    },
    "no hidden layer": {"hidden_layer_sizes": ()},
}
OLD = "loss" not in inspect.signature(theirs.MLPRegressor).parameters  # scikit-learn 1.6
HISTORY = ("loss_curve_", "validation_scores_", "best_loss_", "best_validation_score_")
NUMBERS = ("n_iter_", "t_", "n_layers_", "n_outputs_", "out_activation_", "n_features_in_")


def pair(name, X, y, **settings):
    """scikit-learn's estimator and ours, fitted at the same settings."""
    settings = {"random_state": 3, "max_iter": 15, **settings}
    return [getattr(module, name)(**settings).fit(X, y) for module in (theirs, ours)]


def assert_same(one, other, tolerance=1e-10, loss=True):
    for a, b in zip(one.coefs_ + one.intercepts_, other.coefs_ + other.intercepts_, strict=True):
        np.testing.assert_allclose(a, b, rtol=tolerance, atol=tolerance)
    for name in NUMBERS:
        assert getattr(one, name) == getattr(other, name), name
    for name in HISTORY if loss and hasattr(one, "loss_curve_") else ():
        expected = getattr(one, name)
        if expected is None:
            assert getattr(other, name) is None
        else:
            np.testing.assert_allclose(getattr(other, name), expected, rtol=tolerance)


@pytest.mark.parametrize("name", ["MLPClassifier", "MLPRegressor"])
def test_parameters_are_those_of_scikit_learn_in_its_order_and_more(name):
    expected = inspect.signature(getattr(theirs, name)).parameters
    found = inspect.signature(getattr(ours, name)).parameters
    if OLD and "loss" not in expected:
        found = {one: parameter for one, parameter in found.items() if one != "loss"}
    assert list(found)[: len(expected)] == list(expected)
    assert list(found)[len(expected) :] == ["normalization", "dropout", "initializer"]
    assert all(found[one] == expected[one] for one in expected)


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("classes", CLASSES)
def test_a_classifier_has_the_weights_of_scikit_learn(classes, settings):
    if OLD and classes == "strings" and "early_stopping" in SETTINGS[settings]:
        pytest.skip("scikit-learn 1.6 fails itself")
    one, other = pair("MLPClassifier", DIGITS, CLASSES[classes], **SETTINGS[settings])
    assert_same(one, other)
    np.testing.assert_array_equal(one.classes_, other.classes_)
    np.testing.assert_array_equal(one.predict(DIGITS), other.predict(DIGITS), strict=True)
    np.testing.assert_allclose(one.predict_proba(DIGITS), other.predict_proba(DIGITS), atol=1e-10)
    assert one.score(DIGITS, CLASSES[classes]) == other.score(DIGITS, CLASSES[classes])


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("values", VALUES)
def test_a_regressor_has_the_weights_of_scikit_learn(values, settings):
    y, chosen = VALUES[values], SETTINGS[settings]
    one, other = pair("MLPRegressor", DIABETES, y, **chosen)
    assert_same(one, other, loss=values == "one")
    np.testing.assert_allclose(one.predict(DIABETES), other.predict(DIABETES), rtol=1e-9, strict=True)


@pytest.mark.parametrize("values", VALUES)
def test_the_loss_of_poisson_is_that_of_scikit_learn(values):
    if OLD:
        pytest.skip("scikit-learn 1.6 has no loss of Poisson")
    for settings in ({}, {"solver": "lbfgs"}):
        one, other = pair("MLPRegressor", DIABETES, VALUES[values], loss="poisson", **settings)
        assert_same(one, other, 1e-7)
        assert one.loss_ == pytest.approx(other.loss_, rel=1e-9)


@pytest.mark.parametrize("classes", CLASSES)
def test_lbfgs_finds_what_that_of_scikit_learn_finds(classes):
    one, other = pair("MLPClassifier", DIGITS, CLASSES[classes], solver="lbfgs", alpha=0.1)
    assert_same(one, other, 1e-7)
    assert one.loss_ == pytest.approx(other.loss_, rel=1e-9)
    assert_same(*pair("MLPRegressor", DIABETES, VALUES["one"], solver="lbfgs"), 1e-7)


@pytest.mark.parametrize("solver", ["adam", "sgd"])
def test_partial_fit_makes_the_steps_of_scikit_learn(solver):
    one, other = (module.MLPClassifier(solver=solver, random_state=0) for module in (theirs, ours))
    for k in range(0, 500, 100):
        for model in (one, other):
            model.partial_fit(DIGITS[k : k + 100], DIGIT[k : k + 100], classes=np.arange(10))
    assert_same(one, other)


def test_a_warm_start_goes_on_as_that_of_scikit_learn():
    one, other = (module.MLPClassifier(max_iter=3, warm_start=True, random_state=0) for module in (theirs, ours))
    for _ in range(3):
        for model in (one, other):
            model.fit(DIGITS, DIGIT)
    assert_same(one, other)
    assert len(other.loss_curve_) == 9


@pytest.mark.skipif(OLD, reason="scikit-learn 1.6 has no weights")
@pytest.mark.parametrize("classes", CLASSES)
def test_weights_of_rows_count_as_in_scikit_learn(classes):
    weights = np.random.default_rng(0).integers(0, 3, 500)
    one, other = (module.MLPClassifier(max_iter=10, random_state=0) for module in (theirs, ours))
    for model in (one, other):
        model.fit(DIGITS, CLASSES[classes], sample_weight=weights)
    assert_same(one, other, loss=False)  # scikit-learn's is the mean over batches by their rows
    one, other = (module.MLPRegressor(max_iter=10, random_state=0, early_stopping=True) for module in (theirs, ours))
    for model in (one, other):
        model.fit(DIABETES, VALUES["one"], sample_weight=weights[:442])
    np.testing.assert_allclose(one.validation_scores_, other.validation_scores_, rtol=1e-10)


def test_accuracy_is_that_of_scikit_learn_for_float32_too():
    X, y = make_moons(300, noise=0.2, random_state=0)
    scores = {}
    for module in (theirs, ours):
        models = [module.MLPClassifier((16,), max_iter=150, learning_rate_init=0.02, random_state=seed) for seed in range(5)]
        scores[module] = np.mean([model.fit(X[::2].astype(np.float32), y[::2]).score(X[1::2], y[1::2]) for model in models])
    assert scores[ours] == pytest.approx(scores[theirs], abs=0.01) and scores[ours] > 0.85
