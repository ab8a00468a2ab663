"""scikit-learn: `MLPClassifier` and `MLPRegressor`, losses of `LogisticRegression`, softmax and its kin; and activations that
scikit-learn has not, for `MLPClassifier(activation="gelu")`."""

import threading
import weakref

import numpy as np

from fastact import special
from fastact._core.table_functions import FUNCTIONS
from fastact.backends.patch import (
    ALWAYS,
    DOUBLE,
    DTYPE,
    OPTION,
    SHAPE,
    SINGLE,
    TYPE,
    VALUE,
    Declined,
    Function,
    Library,
    check_alike,
    check_axis,
    ready,
)
from fastact.catalogue.activations import activations
from fastact.catalogue.names import get
from fastact.functions import losses
from fastact.functions.softmax import softmax
from fastact.process.threads import num_threads

# The least numbers of elements that are served, where they are not all: below them scikit-learn's own is faster.
LEAST = {
    "inplace_tanh": {SINGLE: 2**13, DOUBLE: 512},
    "inplace_logistic": {SINGLE: 128, DOUBLE: 128},
    "inplace_exp": {SINGLE: 2048, DOUBLE: 256},
    "log_loss": {SINGLE: 1024, DOUBLE: 1024},
    "_expit": {SINGLE: 128, DOUBLE: 128},
    "HalfBinomialLoss": {SINGLE: 2048, DOUBLE: 2048},
    "HalfBinomialLoss.gradient": {SINGLE: 4096, DOUBLE: 4096},
    "HalfBinomialLoss.gradient_hessian": {SINGLE: 4096, DOUBLE: 2**13},
    "HalfMultinomialLoss": {SINGLE: 2**13, DOUBLE: 2**14},
}


# ---- sklearn.neural_network: in place, or into delta -------------------------------------------------------------------------


def in_place(compute):
    def serve(X):
        compute(X, out=X)

    return serve


def softmax_in_place(X):
    if X.ndim != 2:
        raise Declined(SHAPE)
    softmax(X, out=X)


def derivative(backward_from_output):
    def serve(Z, delta):
        check_alike(Z, delta)
        if Z.shape != delta.shape:
            raise Declined(SHAPE)
        backward_from_output(delta, Z, out=delta)

    return serve


def log_loss(y_true, y_prob, sample_weight=None):
    """By one logarithm of NumPy's of the whole array: no probability is 0 here, so that 0 times it is 0.  Of bool the result is
    float64, as scikit-learn's."""
    if type(y_true) is not np.ndarray:
        raise Declined(TYPE)
    if y_true.dtype not in (np.bool_, y_prob.dtype):
        raise Declined(DTYPE)
    if y_prob.ndim != 2 or y_prob.shape[1] < 2 or y_true.shape != y_prob.shape:
        raise Declined(SHAPE)
    least = np.finfo(y_prob.dtype).eps
    logarithms = np.clip(y_prob, least, 1 - least)
    np.log(logarithms, out=logarithms)
    logarithms *= y_true
    kind = np.float64 if y_true.dtype == np.bool_ else y_prob.dtype
    if sample_weight is None:
        return -logarithms.mean(axis=0, dtype=kind).sum()
    return -np.average(logarithms, weights=sample_weight, axis=0).sum(dtype=np.result_type(kind, sample_weight))


# ---- sklearn.utils -----------------------------------------------------------------------------------------------------------


def serve_softmax(X, copy=True):
    if X.ndim != 2:
        raise Declined(SHAPE)
    return softmax(X, out=None if copy else X)


def serve_logsumexp(array, axis=None, xp=None):
    check_axis(axis)
    return special.logsumexp(array, axis)


def serve_expit(x, out=None, xp=None):
    return special.expit(x, out=out)


# ---- sklearn._loss -----------------------------------------------------------------------------------------------------------


class Method:
    """A method of a loss: `outs` are the names of the arrays that `compute(raw_prediction, y_true, *outs)` fills, which
    weights of rows multiply; with `classes` raw_prediction has a column for each."""

    def __init__(self, outs, classes, compute):
        self.outs, self.classes, self.compute = outs, classes, compute

    def bound(self, args, kwargs):
        """The outs and the number of threads, of the arguments behind sample_weight."""
        given = dict(zip((*self.outs, "n_threads"), args, strict=False)) | kwargs
        n_threads = given.pop("n_threads", 1)
        outs = [given.pop(name, None) for name in self.outs]
        if given or len(args) > len(outs) + 1 or type(n_threads) is not int or n_threads < 1:
            raise Declined(OPTION)
        return outs, n_threads

    def check(self, y_true, raw_prediction, sample_weight, outs):
        """Declines unless all arrays have one type, and the shapes that scikit-learn's own takes."""
        check_alike(raw_prediction, y_true, sample_weight, *outs)
        shape = raw_prediction.shape
        rows = shape[:1]
        columns = [shape] if self.classes else [rows, (*rows, 1)]
        fits = len(shape) == 2 and shape[1] > 1 if self.classes else shape in columns
        fits = fits and y_true.shape == rows and (sample_weight is None or sample_weight.shape == rows)
        for name, out in zip(self.outs, outs):
            fits = fits and (out is None or out.shape in ([rows] if name == "loss_out" else columns))
        if not fits:
            raise Declined(SHAPE)

    def serve(self, _, y_true, raw_prediction, sample_weight=None, *args, **kwargs):
        outs, n_threads = self.bound(args, kwargs)
        self.check(y_true, raw_prediction, sample_weight, outs)
        raw = raw_prediction if self.classes else flat(raw_prediction)
        targets = classes_of(y_true, raw) if self.classes else y_true
        for i, (name, out) in enumerate(zip(self.outs, outs)):
            if out is None:
                outs[i] = np.empty_like(y_true if name == "loss_out" else raw)
            elif not self.classes:
                outs[i] = flat(out)
        with num_threads(n_threads):
            self.compute(raw, targets, *outs)
        if sample_weight is not None:
            for name, out in zip(self.outs, outs):
                if name != "proba_out":
                    out *= sample_weight if out.ndim == 1 else sample_weight[:, np.newaxis]
        return tuple(outs) if len(outs) > 1 else outs[0]


def flat(x):
    """A column as what it holds."""
    return x[:, 0] if x.ndim == 2 else x


def classes_of(y_true, raw_prediction):
    """As integers; what is no class of `raw_prediction` counts there as none, and is not for fastact."""
    with np.errstate(invalid="ignore"):
        classes = y_true.astype(np.intp)
    if classes.min() < 0 or classes.max() >= raw_prediction.shape[1] or not (classes == y_true).all():
        raise Declined(VALUE)
    return classes


def binomial_gradient_hessian(raw, y, gradient, hessian):
    losses.sigmoid_cross_entropy_grad(raw, y, out=gradient)
    FUNCTIONS["sigmoid_grad"](raw, out=hessian)


def multinomial_gradient_hessian(raw, classes, gradient, hessian):
    """The diagonal p*(1 - p) of the second derivatives."""
    softmax(raw, out=gradient)
    np.subtract(1, gradient, out=hessian)
    hessian *= gradient
    gradient[np.arange(len(classes)), classes] -= 1


def multinomial_gradient_proba(raw, classes, gradient, proba):
    softmax(raw, out=proba)
    gradient[...] = proba
    gradient[np.arange(len(classes)), classes] -= 1


def into_two(function):
    return lambda raw, y, loss, gradient: function(raw, y, out=(loss, gradient))


def into_one(function):
    return lambda raw, y, out: function(raw, y, out=out)


LOSS, GRADIENT, BOTH = ("loss_out",), ("gradient_out",), ("loss_out", "gradient_out")
HESSIAN, PROBA = ("gradient_out", "hessian_out"), ("gradient_out", "proba_out")
METHODS = {
    "HalfBinomialLoss.loss": Method(LOSS, False, into_one(losses.sigmoid_cross_entropy)),
    "HalfBinomialLoss.gradient": Method(GRADIENT, False, into_one(losses.sigmoid_cross_entropy_grad)),
    "HalfBinomialLoss.loss_gradient": Method(BOTH, False, into_two(losses.sigmoid_cross_entropy_with_grad)),
    "HalfBinomialLoss.gradient_hessian": Method(HESSIAN, False, binomial_gradient_hessian),
    "HalfMultinomialLoss.loss": Method(LOSS, True, into_one(losses.softmax_cross_entropy)),
    "HalfMultinomialLoss.gradient": Method(GRADIENT, True, into_one(losses.softmax_cross_entropy_grad)),
    "HalfMultinomialLoss.loss_gradient": Method(BOTH, True, into_two(losses.softmax_cross_entropy_with_grad)),
    "HalfMultinomialLoss.gradient_hessian": Method(HESSIAN, True, multinomial_gradient_hessian),
    "HalfMultinomialLoss.gradient_proba": Method(PROBA, True, multinomial_gradient_proba),
}


# ---- the rows ----------------------------------------------------------------------------------------------------------------


def rows():
    """What is in the place of scikit-learn's functions."""
    network = {
        "inplace_tanh": in_place(FUNCTIONS["tanh"]),
        "inplace_logistic": in_place(FUNCTIONS["sigmoid"]),
        "inplace_relu": in_place(FUNCTIONS["relu"]),
        "inplace_exp": in_place(FUNCTIONS["exponential"]),
        "inplace_softmax": softmax_in_place,
    }
    derivatives = {
        "inplace_tanh_derivative": derivative(FUNCTIONS["tanh_backward_from_output"]),
        "inplace_logistic_derivative": derivative(FUNCTIONS["sigmoid_backward_from_output"]),
        "inplace_relu_derivative": derivative(FUNCTIONS["relu_backward_from_output"]),
    }
    utils = [
        ("extmath", "softmax", serve_softmax, "X"),
        ("_array_api", "_logsumexp", serve_logsumexp, "array"),
        ("_array_api", "_expit", serve_expit, "x"),
    ]
    return [
        *(Function(NETWORK, name, serve, least(name), (0, "X")) for name, serve in network.items()),
        *(Function(NETWORK, name, serve, least(name), (0, "Z")) for name, serve in derivatives.items()),
        Function(NETWORK, "log_loss", log_loss, least("log_loss"), (1, "y_prob")),
        *(Function(f"sklearn.utils.{module}", name, serve, least(name), (0, x)) for module, name, serve, x in utils),
        *(Function(LOSSES, name, one.serve, least(name), (2, "raw_prediction")) for name, one in METHODS.items()),
    ]


def least(name):
    """Of a method its own, or those of its class."""
    return LEAST.get(name) or LEAST.get(name.partition(".")[0], ALWAYS)


NETWORK, LOSSES = "sklearn.neural_network._base", "sklearn._loss.loss"
LIBRARY = Library("sklearn", "scikit-learn", ("1.9", "1.10"), rows)


# ---- activations that scikit-learn has not -----------------------------------------------------------------------------------


class Slopes:
    """Derivatives of forward passes, by the identity of their results, for as long as these live."""

    def __init__(self):
        self.held = {}

    def put(self, y, slope):
        key = id(y)
        self.held[key] = weakref.ref(y, lambda _: self.held.pop(key, None)), slope

    def of(self, y):
        found = self.held.get(id(y))
        if found is None or found[0]() is not y:
            raise RuntimeError("the derivative of an activation is asked for before its value")
        return found[1]


SLOPES = Slopes()
_added = {}  # by the names that were given; the functions of scikit-learn's tables
_lock = threading.Lock()


def _functions(name):
    """Two functions for scikit-learn's tables: what becomes of x, and what of the gradient, both in place."""
    row = get(name).__name__
    if row not in activations():
        raise ValueError(f"{name!r} is no activation of one array")
    if missing := [parameter for parameter, one in activations()[row].parameters.items() if one.default is None]:
        raise ValueError(f"{name!r} has no default of {', '.join(missing)}")
    backward = FUNCTIONS.get(f"{row}_backward_from_output")
    if backward is not None:
        return in_place(FUNCTIONS[row]), derivative(backward)
    with_grad = FUNCTIONS[f"{row}_with_grad"]

    def forward(X):
        SLOPES.put(X, with_grad(X, out=(X, None))[1])

    def inplace_derivative(Z, delta):
        delta *= SLOPES.of(Z)

    return forward, inplace_derivative


def add_activations(*names):
    """Let scikit-learn's `MLPClassifier` and `MLPRegressor` take these activations, with their right gradients.

    The derivative of a function that cannot be inverted, as GELU, does not follow from its result, which is all that
    scikit-learn keeps: it is computed with the result, and kept beside it for as long as that lives.

    Parameters
    ----------
    *names : str
        As for `fastact.get`; the estimators take each as it is spelt here, with the parameters' defaults.  Names that
        scikit-learn has itself stay what they are, and names that were added before too.

    Raises
    ------
    ImportError
        If scikit-learn is not installed, or in another version than fastact is tested with.
    TypeError, ValueError
        If there is no such activation, or it has a parameter without a default; no name has been added then.

    See Also
    --------
    remove_activations : the way back.
    fastact.patch : which makes scikit-learn's own activations faster.

    Notes
    -----
    Processes have them for themselves: one that is started by joblib needs a call of its own, as does one that loads a
    pickled estimator and trains it on.

    Examples
    --------
    >>> from fastact.backends.sklearn import add_activations, remove_activations
    >>> from sklearn.neural_network import MLPClassifier
    >>> add_activations("gelu")
    >>> model = MLPClassifier((4,), activation="gelu", solver="sgd").partial_fit([[0.0], [1.0]], [0, 1], classes=[0, 1])
    >>> remove_activations("gelu")
    """
    ready(["sklearn"])
    made = {name: _functions(name) for name in names}
    with _lock:
        tables = _tables()
        made = {name: both for name, both in made.items() if name not in tables[0]}
        for name, both in made.items():
            for table, function in zip(tables, both):
                table[name] = function
        _added.update(made)
        _allow(set(made), set())


def remove_activations(*names):
    """Take back what `add_activations` has added; without names, all.  Names that it has not added are not removed.

    Parameters
    ----------
    *names : str
        As they were given.

    Examples
    --------
    >>> from fastact.backends.sklearn import remove_activations
    >>> remove_activations()
    """
    with _lock:
        gone = set(_added) & set(names or _added)
        if gone:
            for table in _tables():
                for name in gone:
                    table.pop(name, None)
            for name in gone:
                del _added[name]
            _allow(set(), gone)


def _tables():
    from sklearn.neural_network import _base

    return _base.ACTIVATIONS, _base.DERIVATIVES


def _allow(more, fewer):
    """Both estimators have the list of what `activation` may be in common."""
    from sklearn.neural_network._multilayer_perceptron import BaseMultilayerPerceptron
    from sklearn.utils._param_validation import StrOptions

    constraints = BaseMultilayerPerceptron._parameter_constraints["activation"]
    constraints[:] = [StrOptions((constraints[0].options | more) - fewer)]
