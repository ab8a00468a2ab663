"""Estimators of scikit-learn's conventions: `MLPClassifier` and `MLPRegressor`, trained by the networks of `fastact.nn`.

This module needs scikit-learn and SciPy (the extra `sklearn`); nothing else of fastact imports it.
"""

import math
import warnings
from copy import deepcopy
from numbers import Real

import numpy as np
from scipy.sparse import issparse
from sklearn import neural_network
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, _fit_context
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.utils import check_random_state, column_or_1d
from sklearn.utils._param_validation import Interval, StrOptions
from sklearn.utils.metaestimators import available_if
from sklearn.utils.multiclass import check_classification_targets, type_of_target, unique_labels
from sklearn.utils.validation import check_is_fitted, validate_data

from fastact._core.ufuncs import functions
from fastact.functions.softmax import log_softmax
from fastact.nn import sklearn_docs as docs
from fastact.nn.data import generator
from fastact.nn.layers import Activation, Dense, Dropout
from fastact.nn.losses import SoftmaxCrossEntropy
from fastact.nn.network import Network
from fastact.nn.normalization_layers import BatchNormalization, LayerNormalization, RMSNormalization
from fastact.nn.optimizers import SGD, Adam, Optimizer
from fastact.nn.optimizers import get as get_optimizer
from fastact.nn.sklearn_training import HalfSquaredError, Penalised, Poisson, SparseData, SummedCrossEntropy, minimise
from fastact.nn.training import Data, epoch_of

__all__ = ["MLPClassifier", "MLPRegressor"]

NORMALIZATIONS = {"batch": BatchNormalization, "layer": LayerNormalization, "rms": RMSNormalization}
SPARSE_ROWS = 4096  # that become dense at once where a prediction is asked for
LEAST_RATE = 1e-6  # at which "adaptive" ends
LOG_SIGMOID = functions["log_sigmoid"]


class MultilayerPerceptron(BaseEstimator):
    """What the classifier and the regressor have: the network, how it is trained, and how it is asked."""

    _parameter_constraints = {
        **neural_network.MLPClassifier._parameter_constraints,
        "activation": [str, callable, Activation],
        "solver": [str, Optimizer],
        "momentum": [Interval(Real, 0, 1, closed="left")],
        "normalization": [StrOptions(set(NORMALIZATIONS)), None],
        "dropout": [Interval(Real, 0, 1, closed="both")],
        "initializer": [str, callable, None],
    }

    def _keep(self, parameters):
        """Sets the parameters of a constructor, whose local names these are, as attributes."""
        for name, value in parameters.items():
            if name != "self":
                setattr(self, name, value)

    # ---- the network ----

    @property
    def coefs_(self):
        """The weights W of the dense layers, from the inputs to the outputs: the arrays of `network_` themselves."""
        return [layer.W for layer in self._dense()]

    @property
    def intercepts_(self):
        """Their biases b."""
        return [layer.b for layer in self._dense()]

    def _dense(self):
        if "network_" not in vars(self):
            raise AttributeError(f"{type(self).__name__} has no coefs_ and intercepts_ before fit")
        return [layer for layer in self.network_.layers if isinstance(layer, Dense)]

    def _sizes(self):
        """The units of the hidden layers."""
        sizes = self.hidden_layer_sizes
        sizes = list(sizes) if hasattr(sizes, "__iter__") else [sizes]
        if np.any(np.array(sizes) <= 0):
            raise ValueError(f"hidden_layer_sizes must be > 0, got {sizes}.")
        return sizes

    def _activation(self):
        """A new layer of the activation, which shares nothing with one that was given."""
        given = self.activation
        return Activation(**given.arguments()) if isinstance(given, Activation) else Activation(given)

    def _layers(self, outputs):
        made = []
        for units in self._sizes():
            activation = self._activation()
            if self.normalization is None:
                made.append(Dense(units, activation, initializer=self.initializer))
            else:
                product = Dense(activation.core.width(units), initializer=self.initializer)
                made += [product, NORMALIZATIONS[self.normalization](), activation]
            if self.dropout:
                made.append(Dropout(self.dropout))
        return [*made, Dense(outputs, self._last_activation(), initializer=self.initializer)]

    def _built(self, columns, outputs, dtype, random):
        """A network with its first weights; of `random` no more is drawn than scikit-learn draws, if nothing is asked for
        that it does not have."""
        network = Network(self._layers(outputs), loss=self._network_loss(), dtype=dtype)
        own = self.dropout or self.initializer is not None
        rng = generator(random.randint(2**31 - 1) if own else 0)
        network.build((columns,), dtype, rng)
        if self.initializer is None:
            factor = 2 if self._activation().core.name == "sigmoid" else 6
            for layer in network.layers:
                if isinstance(layer, Dense):
                    bound = math.sqrt(factor / sum(layer.W.shape))
                    for array in layer.parameters:
                        array[...] = random.uniform(-bound, bound, array.shape)
        return network

    def _start(self, columns, outputs, dtype, random):
        self.network_ = self._built(columns, outputs, dtype, random)
        self.n_outputs_, self.n_layers_ = outputs, len(self._sizes()) + 2
        self.out_activation_ = self._out_activation()
        self.n_iter_ = self.t_ = self._unimproved = 0
        if self._is_stochastic():
            self.loss_curve_ = []
            self.best_loss_ = None if self.early_stopping else math.inf
            self.validation_scores_ = [] if self.early_stopping else None
            self.best_validation_score_ = -math.inf if self.early_stopping else None
            self._best = None

    # ---- training ----

    @_fit_context(prefer_skip_nested_validation=True)
    def fit(self, X, y, sample_weight=None):
        return self._fit(X, y, sample_weight, False)

    def _fit(self, X, y, sample_weight, incremental):
        known = hasattr(self, "network_") and (self.warm_start or incremental)
        X, y = validate_data(
            self, X, y, accept_sparse="csr", dtype=(np.float64, np.float32), order="C", multi_output=True,
            y_numeric=isinstance(self, RegressorMixin), reset=not known,
        )  # fmt: skip
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        if sample_weight is not None:
            sample_weight = column_or_1d(sample_weight, dtype=np.float64, input_name="sample_weight")
        if incremental and self.early_stopping:
            raise ValueError("partial_fit does not support early_stopping=True")
        targets, outputs = self._targets(y, known, incremental)
        random = check_random_state(self.random_state)
        if not known:
            self._start(X.shape[1], outputs, X.dtype, random)
        elif (found := [b.size for b in self.intercepts_]) != (wanted := self._widths(outputs)):
            raise ValueError(f"the layers have {found} units from the fit before, but hidden_layer_sizes and y ask for {wanted}")
        self.n_outputs_ = outputs
        try:
            if self._is_stochastic():
                self._fit_stochastic(X, targets, sample_weight, random, incremental)
            else:
                self._fit_lbfgs(X, targets, sample_weight)
        except FloatingPointError as error:
            raise ValueError(
                "Solver produced non-finite parameter weights. The input data may contain large values and need to be "
                f"preprocessed: {error}"
            ) from error
        if not incremental:
            self.network_ = deepcopy(self.network_)  # without the arrays of its training
        return self

    def _widths(self, outputs):
        """How many columns W has, layer after layer."""
        return [*(self._activation().core.width(units) for units in self._sizes()), outputs]

    def _is_stochastic(self):
        return isinstance(self.solver, Optimizer) or self.solver.lower() != "lbfgs"

    def _check_stochastic(self):
        if not self._is_stochastic():
            raise AttributeError(f"partial_fit is only available for stochastic optimizers. {self.solver} is not stochastic.")
        return True

    def _data(self, X, targets, sample_weight):
        if issparse(X):
            return SparseData(self.network_, X, targets, sample_weight)
        return Data(self.network_, X, targets, None, sample_weight)

    def _optimizer_of(self, solver):
        if isinstance(solver, Optimizer):
            return deepcopy(solver)
        rate = self.learning_rate_init
        if solver.lower() == "sgd":
            return SGD(rate, momentum=self.momentum, nesterov=bool(self.nesterovs_momentum and self.momentum > 0))
        if solver.lower() == "adam":
            return Adam(rate, self.beta_1, self.beta_2, self.epsilon, epsilon_at="hat")
        return get_optimizer(solver, learning_rate=rate)

    def _fit_lbfgs(self, X, targets, sample_weight):
        if self.dropout:
            raise ValueError(f"solver='lbfgs' needs the same loss in every step, dropout=0, not {self.dropout!r}")

        def told(intermediate_result):
            self.n_iter_ += 1
            if self.verbose:
                print(f"Iteration {self.n_iter_}, loss = {intermediate_result.fun:.8f}")

        self.n_iter_ = 0
        data = self._data(X, targets, sample_weight)
        limits = {"maxfun": self.max_fun, "maxiter": self.max_iter, "gtol": self.tol}
        found, self.loss_ = minimise(
            self.network_, self._loss(searched=True), self._loss(), self.alpha, data, told, **limits
        )
        if found.status:
            more = f" Increase max_iter={self.max_iter}." if self.n_iter_ == self.max_iter else ""
            told = f"lbfgs failed to converge after {self.n_iter_} iteration(s) (status={found.status}): {found.message}.{more}"
            warnings.warn(told, ConvergenceWarning, stacklevel=4)
        if not np.isfinite(found.x).all():
            raise FloatingPointError("L-BFGS ended where weights are not finite")

    def _fit_stochastic(self, X, targets, sample_weight, random, incremental):
        if not incremental or not hasattr(self, "_optimizer"):
            self._optimizer = self._optimizer_of(self.solver)
        held_out = None
        if self.early_stopping:
            X, targets, sample_weight, held_out = self._split(X, targets, sample_weight, random)
        data = self._data(X, targets, sample_weight)
        batch_size = min(200, len(data)) if isinstance(self.batch_size, str) else self.batch_size
        if batch_size > len(data):
            warnings.warn(f"batch_size={batch_size} is clipped to the number of rows, {len(data)}", stacklevel=4)
            batch_size = len(data)
        own = isinstance(self.solver, str) and self.solver.lower() in ("sgd", "adam")  # L2 is in the gradient, nothing is clipped
        training = Penalised(self.network_, self._loss(), self._optimizer, self.alpha, decays=own)
        order = np.arange(len(data)) if self.shuffle else None
        self.n_iter_ = 0
        try:
            with np.errstate(all="ignore"):
                while self.n_iter_ < self.max_iter:
                    self.loss_ = epoch_of(training, data, order, random, batch_size, self.n_iter_)
                    self.n_iter_ += 1
                    self.t_ += len(data)
                    self.loss_curve_.append(self.loss_)
                    if self.verbose:
                        print(f"Iteration {self.n_iter_}, loss = {self.loss_:.8f}")
                    self._count_unimproved(held_out)
                    self._change_rate_by_epoch()
                    if self._unimproved > self.n_iter_no_change:
                        if self._ends():
                            break
                        self._unimproved = 0
                    if incremental:
                        break
                else:
                    told = f"Maximum iterations ({self.max_iter}) reached and the optimization hasn't converged yet."
                    warnings.warn(f"Stochastic Optimizer: {told}", ConvergenceWarning, stacklevel=4)
        except KeyboardInterrupt:
            warnings.warn("Training interrupted by user.", stacklevel=4)
        if self.early_stopping and self._best is not None:
            for array, best in zip(self._state(), self._best):
                array[...] = best

    def _split(self, X, targets, sample_weight, random):
        """What is trained on, and what is held out, as scikit-learn draws it."""
        stratify = targets if isinstance(self, ClassifierMixin) and self.n_outputs_ == 1 else None
        arrays = [X, targets] if sample_weight is None else [X, targets, sample_weight]
        parts = train_test_split(*arrays, random_state=random, test_size=self.validation_fraction, stratify=stratify)
        if len(parts[3]) < 2:
            raise ValueError(
                "The validation set is too small. Increase 'validation_fraction' or the size of your dataset."
            )
        weights = (None, None) if sample_weight is None else parts[4:]
        return parts[0], parts[2], weights[0], (parts[1], parts[3], weights[1])

    def _state(self):
        return [*self.network_.parameters, *self.network_.statistics]

    def _count_unimproved(self, held_out):
        """In how many epochs the score on what is held out, or the loss, has not become better by `tol`."""
        if held_out is None:
            better = self.loss_ <= self.best_loss_ - self.tol
            self.best_loss_ = min(self.best_loss_, self.loss_)
        else:
            score = self._score_of(*held_out)
            self.validation_scores_.append(score)
            if self.verbose:
                print(f"Validation score: {score:f}")
            better = score >= self.best_validation_score_ + self.tol
            if score > self.best_validation_score_:
                self.best_validation_score_, self._best = score, [array.copy() for array in self._state()]
        self._unimproved = 0 if better else self._unimproved + 1

    def _schedule(self):
        """`learning_rate`, where the solver has it."""
        return self.learning_rate if isinstance(self.solver, str) and self.solver.lower() == "sgd" else "constant"

    def _change_rate_by_epoch(self):
        if self._schedule() == "invscaling":
            change_rate(self._optimizer, self.learning_rate_init / (self.t_ + 1) ** self.power_t)
        rate = self._optimizer.learning_rate
        if hasattr(rate, "observe"):  # a schedule by the loss
            rate.observe(self.loss_)

    def _ends(self):
        """Whether training ends where nothing improves; "adaptive" goes on at a fifth of the rate."""
        what = "Validation score" if self.early_stopping else "Training loss"
        told = f"{what} did not improve more than tol={self.tol:f} for {self.n_iter_no_change} consecutive epochs."
        ends = True
        if self._schedule() == "adaptive":
            rate = self._optimizer.learning_rate
            ends = rate <= LEAST_RATE
            if ends:
                told += " Learning rate too small."
            else:
                change_rate(self._optimizer, rate / 5)
                told += f" Setting learning rate to {rate / 5:f}"
        if self.verbose:
            print(f"{told} Stopping." if ends else told)
        return ends

    # ---- answers ----

    def _outputs(self, X):
        """What goes out of the network for rows that are checked first."""
        check_is_fitted(self)
        return self._forward(validate_data(self, X, accept_sparse="csr", reset=False))

    def _forward(self, X):
        forward = self.network_.forward
        if not issparse(X):
            return forward(X)
        return np.concatenate([forward(X[k : k + SPARSE_ROWS].toarray()) for k in range(0, X.shape[0], SPARSE_ROWS)])

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags


def change_rate(optimizer, rate):
    """Sets the rate of SGD.  scikit-learn's velocity has the rates of its steps in it, ours is multiplied by the rate of
    the moment: it is scaled, so that only gradients from now on meet the new one."""
    state = optimizer.state()
    scale = optimizer.learning_rate / rate
    optimizer.load_state({name: value if name == "step" else value * scale for name, value in state.items()})
    optimizer.learning_rate = rate


class MLPClassifier(ClassifierMixin, MultilayerPerceptron):
    __doc__ = docs.CLASSIFIER

    def __init__(
        self,
        hidden_layer_sizes=(100,),
        activation="relu",
        *,
        solver="adam",
        alpha=0.0001,
        batch_size="auto",
        learning_rate="constant",
        learning_rate_init=0.001,
        power_t=0.5,
        max_iter=200,
        shuffle=True,
        random_state=None,
        tol=1e-4,
        verbose=False,
        warm_start=False,
        momentum=0.9,
        nesterovs_momentum=True,
        early_stopping=False,
        validation_fraction=0.1,
        beta_1=0.9,
        beta_2=0.999,
        epsilon=1e-8,
        n_iter_no_change=10,
        max_fun=15000,
        normalization=None,
        dropout=0.0,
        initializer=None,
    ):
        self._keep(locals())

    def _targets(self, y, known, incremental):
        """Class numbers, or a column for each label; and how many outputs they need."""
        if not known:
            self._multilabel = self._kind_of(y).startswith("multilabel")
            if not incremental:
                self.classes_ = np.arange(y.shape[1]) if self._multilabel else np.unique(y)
        if self._multilabel:
            dense = y.toarray() if issparse(y) else np.asarray(y)
            if dense.ndim != 2 or dense.shape[1] != len(self.classes_):
                raise ValueError(f"y must have {len(self.classes_)} columns, one for each label, not the shape {dense.shape}")
            return dense.astype(np.int64), dense.shape[1]
        if y.ndim > 1:
            raise ValueError(f"y must have one axis, for classes, not the shape {y.shape}")
        codes = np.searchsorted(self.classes_, y).clip(max=len(self.classes_) - 1)
        new = self.classes_[codes] != y
        if new.any():
            raise ValueError(f"`y` has classes not in `self.classes_`: {np.unique(y[new])}. `self.classes_` has {self.classes_}.")
        return codes, 1 if len(self.classes_) < 3 else len(self.classes_)

    def _kind_of(self, y):
        kind = type_of_target(y, input_name="y")
        check_classification_targets(y)
        if kind == "multiclass-multioutput":
            raise ValueError("Multioutput target data is not supported: y must be classes, or 0 and 1 for each label")
        return kind

    def _last_activation(self):
        return None

    def _out_activation(self):
        return "softmax" if self._network_loss() == "softmax_cross_entropy" else "logistic"

    def _network_loss(self):
        several = len(self.classes_) > 2 and not self._multilabel
        return "softmax_cross_entropy" if several else "sigmoid_cross_entropy"

    def _loss(self, searched=False):
        if self.out_activation_ == "softmax":
            return SoftmaxCrossEntropy()
        return SummedCrossEntropy(self.n_outputs_, self.n_outputs_)

    def _codes(self, outputs):
        """Class numbers, or 0 and 1 for each label, of logits."""
        if self.out_activation_ == "softmax":
            return outputs.argmax(1)
        found = (outputs > 0).astype(np.int64)
        return found if self._multilabel else np.minimum(found[:, 0], len(self.classes_) - 1)

    def _score_of(self, X, targets, sample_weight):
        right = self._codes(self._forward(X)) == targets
        return float(np.average(right.all(1) if self._multilabel else right, weights=sample_weight))

    @available_if(MultilayerPerceptron._check_stochastic)
    @_fit_context(prefer_skip_nested_validation=True)
    def partial_fit(self, X, y, sample_weight=None, classes=None):
        first = not hasattr(self, "classes_")
        if first and classes is None:
            raise ValueError("classes must be passed on the first call to partial_fit.")
        if classes is not None:
            given = unique_labels(classes)
            if not first and not np.array_equal(self.classes_, given):
                raise ValueError(
                    f"`classes={classes!r}` is not the same as on last call to partial_fit, was: {self.classes_!r}"
                )
            self.classes_ = given
        return self._fit(X, y, sample_weight, True)

    def predict(self, X):
        codes = self._codes(self._outputs(X))
        return codes if self._multilabel else self.classes_[codes]

    def decision_function(self, X):
        outputs = self._outputs(X)
        return outputs if self.n_outputs_ > 1 or self._multilabel else outputs[:, 0]

    def predict_proba(self, X):
        check_is_fitted(self)
        return np.exp(self.predict_log_proba(X))

    def predict_log_proba(self, X):
        outputs = self._outputs(X)
        if self.out_activation_ == "softmax":
            return log_softmax(outputs)
        if self._multilabel:
            return LOG_SIGMOID(outputs)
        return np.concatenate((LOG_SIGMOID(-outputs), LOG_SIGMOID(outputs)), axis=1)

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        return tags


class MLPRegressor(RegressorMixin, MultilayerPerceptron):
    __doc__ = docs.REGRESSOR

    _parameter_constraints = {
        **MultilayerPerceptron._parameter_constraints,
        "loss": [StrOptions({"squared_error", "poisson"})],
    }

    def __init__(
        self,
        loss="squared_error",
        hidden_layer_sizes=(100,),
        activation="relu",
        *,
        solver="adam",
        alpha=0.0001,
        batch_size="auto",
        learning_rate="constant",
        learning_rate_init=0.001,
        power_t=0.5,
        max_iter=200,
        shuffle=True,
        random_state=None,
        tol=1e-4,
        verbose=False,
        warm_start=False,
        momentum=0.9,
        nesterovs_momentum=True,
        early_stopping=False,
        validation_fraction=0.1,
        beta_1=0.9,
        beta_2=0.999,
        epsilon=1e-8,
        n_iter_no_change=10,
        max_fun=15000,
        normalization=None,
        dropout=0.0,
        initializer=None,
    ):
        self._keep(locals())

    def _targets(self, y, known, incremental):
        if self.loss == "poisson" and (y < 0).any():
            raise ValueError("loss='poisson' needs y that is not negative")
        return y, 1 if y.ndim == 1 else y.shape[1]

    def _last_activation(self):
        return "exponential" if self.loss == "poisson" else None

    def _out_activation(self):
        return "exp" if self.loss == "poisson" else "identity"

    def _network_loss(self):
        return "squared_error"

    def _loss(self, searched=False):
        """scikit-learn tells the mean of squares over the outputs beside the gradient of their sum; a line search needs both of
        the same."""
        if self.loss == "poisson":
            return Poisson(self.n_outputs_, self.n_outputs_)
        return HalfSquaredError(self.n_outputs_, 0.5 * self.n_outputs_ if searched else 0.5)

    def _score_of(self, X, targets, sample_weight):
        found = self._forward(X).reshape(targets.shape)
        return r2_score(targets, found, sample_weight=sample_weight) if np.isfinite(found).all() else math.nan

    @available_if(MultilayerPerceptron._check_stochastic)
    @_fit_context(prefer_skip_nested_validation=True)
    def partial_fit(self, X, y, sample_weight=None):
        return self._fit(X, y, sample_weight, True)

    def predict(self, X):
        outputs = self._outputs(X)
        return outputs[:, 0] if self.n_outputs_ == 1 else outputs

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags
