"""Fitted multi-layer perceptrons of scikit-learn as networks.  scikit-learn is not imported."""

import numpy as np

from fastact.nn.layers import Dense

ESTIMATORS = ("MLPClassifier", "MLPRegressor")
MODULE = "sklearn.neural_network._multilayer_perceptron"
ACTIVATIONS = {
    "identity": None,
    "logistic": "sigmoid",
    "tanh": "tanh",
    "relu": "relu",
    "softmax": "softmax",
    "exp": "exponential",
}
LOSSES = {"softmax": "softmax_cross_entropy", "logistic": "sigmoid_cross_entropy"}


def translated(network, estimator):
    """As `Network.from_sklearn` says."""
    kind = type(estimator)
    if kind.__module__ != MODULE or kind.__name__ not in ESTIMATORS:
        raise TypeError(f"estimator must be an MLPClassifier or MLPRegressor of sklearn.neural_network, not {kind.__name__}")
    if not hasattr(estimator, "coefs_"):
        raise ValueError(f"estimator, {estimator!r}, is not fitted")
    names = [estimator.activation] * (len(estimator.coefs_) - 1) + [estimator.out_activation_]
    for name in names:
        if name not in ACTIVATIONS:
            raise ValueError(f"from_sklearn knows the activations {', '.join(ACTIVATIONS)}, not {name!r}")
    layers = [Dense(W.shape[1], ACTIVATIONS[name]) for W, name in zip(estimator.coefs_, names)]
    dtype = np.result_type(np.float32, *estimator.coefs_, *estimator.intercepts_)
    made = network(layers, LOSSES.get(estimator.out_activation_, "squared_error"), dtype)
    for layer, W, b in zip(layers, estimator.coefs_, estimator.intercepts_):
        layer.build(W.shape[:1], None, dtype)
        layer.W[...], layer.b[...] = W, b
    made.build(estimator.coefs_[0].shape[:1], dtype)
    made._flat = kind.__name__ == "MLPRegressor" and layers[-1].units == 1  # values of shape (n,), as the estimator's
    return made
