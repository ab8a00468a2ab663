"""Multi-layer perceptrons of scikit-learn as networks: the same probabilities, classes and values."""

import numpy as np
import pytest

from fastact import nn

pytest.importorskip("sklearn")
from sklearn.datasets import make_multilabel_classification
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import BernoulliRBM, MLPClassifier, MLPRegressor

pytestmark = pytest.mark.filterwarnings("ignore:Stochastic Optimizer:UserWarning")  # a few epochs are enough here
LIMITS = {np.float32: 1e-5, np.float64: 1e-12}
DTYPES = pytest.mark.parametrize("dtype", LIMITS, ids=lambda dtype: dtype.__name__)
X = np.random.default_rng(0).standard_normal((60, 5))
ACTIVATIONS = ("identity", "logistic", "tanh", "relu")


def classifier(dtype, labels, activation="relu", hidden=(8, 6)):
    made = MLPClassifier(hidden, activation, max_iter=5, random_state=0)
    return made.fit(X.astype(dtype), labels), X.astype(dtype)


LABELS = {
    "two": np.array(["no", "yes"])[(X[:, 0] > 0).astype(int)],
    "three": np.array([10, 20, 35])[np.argmax(X[:, :3], 1)],
    "several": (X[:, :3] > 0.3).astype(int),
}


@DTYPES
@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_classifiers(activation, labels, dtype):
    estimator, x = classifier(dtype, LABELS[labels], activation)
    net = nn.Network.from_sklearn(estimator)
    found = net.predict_proba(x)
    assert found.dtype == net.dtype == dtype
    np.testing.assert_allclose(found, estimator.predict_proba(x), rtol=0, atol=LIMITS[dtype])
    classes = net.predict(x) if labels == "several" else estimator.classes_[net.predict(x)]
    np.testing.assert_array_equal(classes, estimator.predict(x))
    assert net.loss.name == ("softmax_cross_entropy" if labels == "three" else "sigmoid_cross_entropy")


@DTYPES
@pytest.mark.parametrize("outputs", [1, 3])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_regressors(activation, outputs, dtype):
    x, y = X.astype(dtype), X[:, :outputs] ** 2
    estimator = MLPRegressor(hidden_layer_sizes=(8,), activation=activation, max_iter=5, random_state=0).fit(
        x, y[:, 0] if outputs == 1 else y
    )
    net = nn.Network.from_sklearn(estimator)
    wanted = estimator.predict(x)
    found = net.predict(x)
    assert found.shape == wanted.shape and found.dtype == dtype and net.loss.name == "squared_error"
    np.testing.assert_allclose(found, wanted, rtol=0, atol=LIMITS[dtype])


def test_a_regressor_of_counts():
    if "loss" not in MLPRegressor().get_params():
        pytest.skip("of scikit-learn 1.7 and later")
    estimator = MLPRegressor("poisson", max_iter=5, random_state=0).fit(X, np.abs(X[:, 0]).round())
    np.testing.assert_allclose(nn.Network.from_sklearn(estimator).predict(X), estimator.predict(X), rtol=1e-12)


def test_many_labels():
    x, y = make_multilabel_classification(100, n_classes=6, random_state=0)
    estimator = MLPClassifier((20,), max_iter=30, random_state=0).fit(x, y)
    net = nn.Network.from_sklearn(estimator)
    np.testing.assert_allclose(net.predict_proba(x), estimator.predict_proba(x), rtol=0, atol=1e-12)
    np.testing.assert_array_equal(net.predict(x), estimator.predict(x))


def test_without_hidden_layers_it_is_logistic_regression():
    estimator, x = classifier(np.float64, LABELS["three"], hidden=())
    net = nn.Network.from_sklearn(estimator)
    assert repr(net) == "Network([Dense(3, activation='softmax')], loss='softmax_cross_entropy')"
    np.testing.assert_allclose(net.predict_proba(x), estimator.predict_proba(x), rtol=0, atol=1e-12)


def test_layers_and_memory_are_the_networks_own():
    estimator, x = classifier(np.float64, LABELS["two"], "logistic")
    before = [W.copy() for W in estimator.coefs_]
    net = nn.Network.from_sklearn(estimator)
    assert repr(net) == (
        "Network([Dense(8, activation='sigmoid'), Dense(6, activation='sigmoid'), Dense(1, activation='sigmoid')], "
        "loss='sigmoid_cross_entropy')"
    )
    history = net.fit(x, LABELS["two"] == "yes", epochs=100, optimizer=nn.optimizers.Adam(1e-2), rng=0)
    assert history["loss"][-1] < 0.5 * history["loss"][0]
    assert all(map(np.array_equal, estimator.coefs_, before))


class Own(MLPClassifier):
    pass


@pytest.mark.parametrize("given", [None, 3, LogisticRegression(), BernoulliRBM(), Own(), MLPClassifier], ids=repr)
def test_what_is_no_perceptron_is_a_type_error(given):
    with pytest.raises(TypeError, match=r"estimator must be an MLPClassifier or MLPRegressor of sklearn\.neural_network, not"):
        nn.Network.from_sklearn(given)


@pytest.mark.parametrize("given", [MLPClassifier(), MLPRegressor()], ids=repr)
def test_what_is_not_fitted_is_a_value_error(given):
    with pytest.raises(ValueError, match=r"estimator, MLP.*\(\), is not fitted"):
        nn.Network.from_sklearn(given)
