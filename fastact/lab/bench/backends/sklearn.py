"""scikit-learn: functions of its networks and losses, and whole fits, patched."""

from functools import partial

import numpy as np

from fastact.lab.bench.backends.rows import MATRICES, SIZES, VECTORS, Row, function, normal, one

NETWORK, LOSS = "sklearn.neural_network._base", "sklearn._loss.loss"
BINOMIAL = ("loss", "gradient", "loss_gradient", "gradient_hessian")
LABELLED = tuple((size // 16, 16) for size in SIZES)
CLASSES = 10
ITERATIONS = 20  # of a fit


def output_and_delta(rng, shape, dtype):
    """Outputs that leave delta what it is, every other one, or 0."""
    return [(rng.random(shape) < 0.5).astype(dtype), normal(rng, shape, dtype)]


def two_classes(rng, shape, dtype):
    return [(rng.random(shape) < 0.5).astype(dtype), normal(rng, shape, dtype)]


def many_classes(rng, shape, dtype):
    return [rng.integers(shape[1], size=shape[0]).astype(dtype), normal(rng, shape, dtype)]


def indicators_and_probabilities(rng, shape, dtype):
    y = np.eye(shape[1], dtype=bool)[rng.integers(shape[1], size=shape[0])]
    p = np.exp(normal(rng, shape, dtype))
    return [y, p / p.sum(1, keepdims=True)]


def rows_and_labels(rng, shape, dtype):
    """Labels that a linear model almost tells."""
    x = normal(rng, shape, dtype)
    scores = x @ rng.standard_normal((shape[1], CLASSES)) + rng.standard_normal((shape[0], CLASSES))
    return [x, scores.argmax(1)]


def method(of_class, name, module, operands):
    """Into arrays that are given."""
    y, raw = operands
    loss = getattr(module, of_class)(**({"n_classes": raw.shape[1]} if raw.ndim > 1 else {}))
    outs = [np.empty_like(y if one == "loss" else raw) for one in name.split("_")]
    return partial(getattr(loss, name), y, raw, None, *outs)


def logistic_regression(module, operands):
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.utils._testing import ignore_warnings

    fit = module.LogisticRegression(max_iter=ITERATIONS, tol=1e-10).fit
    return partial(ignore_warnings(fit, category=ConvergenceWarning), *operands)


def perceptron(module, operands):
    """An epoch of a network with 256 hidden units."""
    made = module.MLPClassifier((256,), activation="logistic", random_state=0)
    return partial(made.partial_fit, *operands, classes=np.arange(CLASSES))


ROWS = {
    **{
        f"sklearn.inplace_{name}": Row("sklearn", NETWORK, partial(function, f"inplace_{name}"), one, VECTORS)
        for name in ("tanh", "logistic", "relu", "exp")
    },
    "sklearn.inplace_softmax": Row("sklearn", NETWORK, partial(function, "inplace_softmax"), one, LABELLED),
    **{
        f"sklearn.inplace_{name}_derivative": Row(
            "sklearn", NETWORK, partial(function, f"inplace_{name}_derivative"), output_and_delta, VECTORS
        )
        for name in ("tanh", "logistic", "relu")
    },
    "sklearn.log_loss": Row("sklearn", NETWORK, partial(function, "log_loss"), indicators_and_probabilities, LABELLED),
    "sklearn.softmax": Row("sklearn", "sklearn.utils.extmath", partial(function, "softmax"), one, MATRICES),
    "sklearn._logsumexp": Row("sklearn", "sklearn.utils._array_api", partial(function, "_logsumexp", axis=1), one, MATRICES),
    "sklearn._expit": Row("sklearn", "sklearn.utils._array_api", partial(function, "_expit"), one, VECTORS),
    **{
        f"sklearn.HalfBinomialLoss.{name}": Row(
            "sklearn", LOSS, partial(method, "HalfBinomialLoss", name), two_classes, VECTORS
        )
        for name in BINOMIAL
    },
    **{
        f"sklearn.HalfMultinomialLoss.{name}": Row(
            "sklearn", LOSS, partial(method, "HalfMultinomialLoss", name), many_classes, LABELLED
        )
        for name in (*BINOMIAL, "gradient_proba")
    },
    "LogisticRegression, 10 classes": Row(
        "sklearn", "sklearn.linear_model", logistic_regression, rows_and_labels, ((20000, 50),)
    ),
    "MLPClassifier(256, logistic)": Row("sklearn", "sklearn.neural_network", perceptron, rows_and_labels, ((5000, 64),)),
}
