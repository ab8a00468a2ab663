"""What both estimators share: the network, its training and its predictions."""

import math
import warnings
from copy import deepcopy
from numbers import Real
from typing import ClassVar

import numpy as np
from scipy.sparse import issparse
from sklearn import neural_network
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, _fit_context
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import train_test_split
from sklearn.utils import check_random_state, column_or_1d
from sklearn.utils.validation import check_is_fitted, validate_data

from fastact.nn.layers import Activation, BatchNormalization, Dense, Dropout, LayerNormalization, RMSNormalization
from fastact.nn.network import Network
from fastact.nn.optimizers import SGD, Adam, Optimizer
from fastact.nn.optimizers import get as get_optimizer
from fastact.nn.sklearn.training import Penalised, SparseData, minimise
from fastact.nn.training.data import generator, weights_of
from fastact.nn.training.loop import Data, epoch_of

NORMALIZATIONS = {"batch": BatchNormalization, "layer": LayerNormalization, "rms": RMSNormalization}
SPARSE_ROWS = 4096  # of a sparse X that are made dense at a time in predictions
HISTORY = ("loss_curve_", "best_loss_", "validation_scores_", "best_validation_score_")
LEAST_RATE = 1e-6  # with "adaptive" training ends at this rate


class MultilayerPerceptron(BaseEstimator):
    """What the classifier and the regressor share: the network, its training and its predictions."""

    _parameter_constraints: ClassVar = {
        **neural_network.MLPClassifier._parameter_constraints,
        "activation": [str, callable, Activation],
        "solver": [str, Optimizer],
        "normalization": [str, None],
        "dropout": [Real],
        "initializer": [str, callable, None],
    }

    def _keep(self, parameters):
        """Sets the parameters of the constructor, given as its local variables, as attributes."""
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
        """The biases b of the dense layers."""
        return [layer.b for layer in self._dense()]

    def _dense(self):
        if not self.__sklearn_is_fitted__():
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
        """A new layer with the activation; it shares nothing with an `Activation` that the user gave."""
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
        """A network with its initial weights.  Unless parameters are used that scikit-learn does not have, `random` draws just
        what it draws there."""
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
        self.network_, self._built_as = self._built(columns, outputs, dtype, random), self._architecture(outputs)
        self.n_outputs_, self.n_layers_ = outputs, len(self._sizes()) + 2
        self.out_activation_ = self._out_activation()
        self.network_._flat = outputs == 1
        self.n_iter_ = self.t_ = 0
        for name in HISTORY:
            vars(self).pop(name, None)

    def _start_history(self):
        """Starts a history if there is none, or if the old one is of the other setting of `early_stopping`."""
        if not hasattr(self, "loss_curve_") or (self.validation_scores_ is None) == self.early_stopping:
            self.loss_curve_, self._no_improvement_count = [], 0
            self.best_loss_ = None if self.early_stopping else math.inf
            self.validation_scores_ = [] if self.early_stopping else None
            self.best_validation_score_ = -math.inf if self.early_stopping else None

    # ---- training ----

    @_fit_context(prefer_skip_nested_validation=True)
    def fit(self, X, y, sample_weight=None):
        """Trains a new network or, with `warm_start`, the network of the previous fit.

        Parameters
        ----------
        X : array-like or sparse matrix of shape (n_samples, n_features)
            Rows of inputs.
        y : array-like of shape (n_samples,) or (n_samples, n_outputs)
            Classes, or 0 or 1 for each label, or values for a regressor.
        sample_weight : array-like of shape (n_samples,), optional
            A factor for the loss of each row, not negative.  A weight of 2 counts as if the row were in its batch twice, 0 as
            if it were not there, except for the moments of batch normalisation and the numbers that dropout draws.

        Returns
        -------
        self

        Raises
        ------
        ValueError
            If X or y are not finite or do not fit together, if they do not fit to the previous fit with `warm_start`, if a
            parameter is out of its range, or if the loss or the weights become infinite or NaN; with early stopping only if
            they do so before there is a score.
        TypeError
            If the activation or the initialiser has a type that cannot be one.
        """
        return self._fit(X, y, sample_weight, False)

    def _fit(self, X, y, sample_weight, incremental):
        self._check_own_parameters()
        known = self.__sklearn_is_fitted__() and (self.warm_start or incremental)
        X, y = validate_data(
            self, X, y, accept_sparse="csr", dtype=(np.float64, np.float32), order="C", multi_output=True,
            y_numeric=isinstance(self, RegressorMixin), reset=not known,
        )  # fmt: skip
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        sample_weight = weights_of(None, None, (X.shape[0], 1), sample_weight, None)
        if incremental and self.early_stopping:
            raise ValueError("partial_fit does not support early_stopping=True")
        targets, outputs = self._targets(y, known, incremental)
        random = check_random_state(self.random_state)
        if not known:
            self._start(X.shape[1], outputs, X.dtype, random)
        else:
            self._check_architecture(outputs)
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

    def _check_own_parameters(self):
        """Refuses values which `_parameter_constraints` lets pass."""
        if self.normalization is not None and self.normalization not in NORMALIZATIONS:
            names = ", ".join(map(repr, NORMALIZATIONS))
            raise ValueError(f"normalization must be one of {names}, or None, not {self.normalization!r}")
        if not 0 <= self.dropout <= 1:
            raise ValueError(f"dropout must be from 0 to 1, not {self.dropout!r}")
        if self.dropout and not self._is_stochastic():
            raise ValueError(f"solver='lbfgs' needs the same loss in every step, dropout=0, not {self.dropout!r}")

    def _architecture(self, outputs):
        """What determines the layers of a network, beside the number of its inputs."""
        core = self._activation().core
        return {
            "hidden_layer_sizes": self._sizes(),
            "activation": f"{core.name} {core.parameters or ''}".strip(),
            "normalization": self.normalization,
            "dropout": self.dropout,
            "outputs": outputs,
            "last activation": self._last_activation(),
        }

    def _check_architecture(self, outputs):
        """Refuses to go on with a network if parameters and y now ask for another one."""
        wanted, built = self._architecture(outputs), self._built_as
        other = [name for name in wanted if wanted[name] != built[name]]
        if other:
            told = [", ".join(f"{name}={one[name]}" for name in other) for one in (built, wanted)]
            raise ValueError(f"the network of the previous fit has {told[0]}, but the parameters and y now ask for {told[1]}")

    def _solver(self):
        """The name of the solver; None if it is an optimiser object."""
        return None if isinstance(self.solver, Optimizer) else self.solver.lower()

    def _is_stochastic(self):
        return self._solver() != "lbfgs"

    def _check_stochastic(self):
        if not self._is_stochastic():
            raise AttributeError(f"partial_fit is only available for stochastic optimizers. {self.solver} is not stochastic.")
        return True

    def _data(self, X, targets, sample_weight):
        if issparse(X):
            return SparseData(self.network_, X, targets, sample_weight)
        return Data(self.network_, X, targets, None, sample_weight)

    def _new_optimizer(self):
        rate, solver = self.learning_rate_init, self._solver()
        if solver is None:
            return deepcopy(self.solver)
        if solver == "sgd":
            return SGD(rate, momentum=self.momentum, nesterov=bool(self.nesterovs_momentum and self.momentum > 0))
        if solver == "adam":
            return Adam(rate, self.beta_1, self.beta_2, self.epsilon, epsilon_at="hat")
        return get_optimizer(solver, learning_rate=rate)

    def _fit_lbfgs(self, X, targets, sample_weight):
        def tell(intermediate_result):
            self.n_iter_ += 1
            if self.verbose:
                print(f"Iteration {self.n_iter_}, loss = {intermediate_result.fun:.8f}")

        self.n_iter_ = 0
        data = self._data(X, targets, sample_weight)
        limits = {"maxfun": self.max_fun, "maxiter": self.max_iter, "gtol": self.tol}
        found, self.loss_ = minimise(self.network_, self._loss(searched=True), self._loss(), self.alpha, data, tell, **limits)
        if found.status:
            more = f" Increase max_iter={self.max_iter}." if self.n_iter_ == self.max_iter else ""
            told = f"lbfgs failed to converge after {self.n_iter_} iteration(s) (status={found.status}): {found.message}.{more}"
            warnings.warn(told, ConvergenceWarning, stacklevel=5)
        if not np.isfinite(found.x).all():
            raise FloatingPointError("L-BFGS ended where weights are not finite")

    def _fit_stochastic(self, X, targets, sample_weight, random, incremental):
        if not incremental or not hasattr(self, "_optimizer"):
            self._optimizer = self._new_optimizer()
        self._start_history()
        held_out = best = None
        if self.early_stopping:
            best = [array.copy() for array in self._state()]
            X, targets, sample_weight, held_out = self._split(X, targets, sample_weight, random)
        data = self._data(X, targets, sample_weight)
        batch_size = min(200, len(data)) if isinstance(self.batch_size, str) else self.batch_size
        if batch_size > len(data):
            warnings.warn(f"batch_size={batch_size} is clipped to the number of rows, {len(data)}", stacklevel=5)
            batch_size = len(data)
        decays = self._solver() in ("sgd", "adam")  # these add the penalty to the gradient themselves, and do not clip it
        training = Penalised(self.network_, self._loss(), self._optimizer, self.alpha, decays)
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
                    self._count_unimproved(held_out, best)
                    self._change_rate_by_epoch()
                    if self._no_improvement_count > self.n_iter_no_change:
                        if self._ends():
                            break
                        self._no_improvement_count = 0
                    if incremental:
                        break
                else:
                    told = f"Maximum iterations ({self.max_iter}) reached and the optimization hasn't converged yet."
                    warnings.warn(f"Stochastic Optimizer: {told}", ConvergenceWarning, stacklevel=5)
        except KeyboardInterrupt:
            warnings.warn("Training interrupted by user.", stacklevel=5)
        except FloatingPointError as error:
            if not self.early_stopping or self.best_validation_score_ == -math.inf:
                raise
            self.n_iter_, self.loss_ = self.n_iter_ + 1, math.nan
            self.loss_curve_.append(math.nan)
            self.validation_scores_.append(math.nan)
            told = f"Training diverged, and the weights of the best validation score are restored: {error}"
            warnings.warn(told, ConvergenceWarning, stacklevel=5)
        if self.early_stopping:
            copy_all(best, self._state())

    def _split(self, X, targets, sample_weight, random):
        """The training rows and the validation rows, drawn as in scikit-learn."""
        stratify = self.classes_[targets] if isinstance(self, ClassifierMixin) and self.n_outputs_ == 1 else None
        arrays = [X, targets] if sample_weight is None else [X, targets, sample_weight]
        parts = train_test_split(*arrays, random_state=random, test_size=self.validation_fraction, stratify=stratify)
        if len(parts[3]) < 2:
            raise ValueError("The validation set is too small. Increase 'validation_fraction' or the size of your dataset.")
        weights = (None, None) if sample_weight is None else parts[4:]
        if sample_weight is not None and not all(one.any() for one in weights):
            raise ValueError("sample_weight is zero for all rows that are trained on, or for all that are held out")
        return parts[0], parts[2], weights[0], (parts[1], parts[3], weights[1])

    def _state(self):
        return [*self.network_.parameters, *self.network_.statistics]

    def _count_unimproved(self, held_out, best):
        """Counts the epochs in which the validation score, or the loss, has not improved by `tol`.  Copies the weights of the
        best score to the arrays `best`."""
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
                self.best_validation_score_ = score
                copy_all(self._state(), best)
        self._no_improvement_count = 0 if better else self._no_improvement_count + 1

    def _schedule(self):
        """The parameter `learning_rate`, which only "sgd" uses."""
        return self.learning_rate if self._solver() == "sgd" else "constant"

    def _change_rate_by_epoch(self):
        if self._schedule() == "invscaling":
            change_rate(self._optimizer, self.learning_rate_init / (self.t_ + 1) ** self.power_t)
        rate = self._optimizer.learning_rate
        if hasattr(rate, "observe"):  # a schedule by the loss
            rate.observe(self.loss_)

    def _ends(self):
        """Whether training ends when it no longer improves; "adaptive" continues at a fifth of the rate."""
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

    # ---- predictions ----

    def _outputs(self, X):
        """Checks the rows, and returns the outputs of the network."""
        check_is_fitted(self)
        return self._forward(validate_data(self, X, accept_sparse="csr", dtype=(np.float64, np.float32), reset=False))

    def _forward(self, X):
        forward = self.network_.forward
        if not issparse(X):
            return forward(X)
        return np.concatenate([forward(X[k : k + SPARSE_ROWS].toarray()) for k in range(0, X.shape[0], SPARSE_ROWS)])

    def __sklearn_is_fitted__(self):
        return "network_" in vars(self)

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags


def copy_all(arrays, to):
    for array, other in zip(arrays, to):
        np.copyto(other, array)


def change_rate(optimizer, rate):
    """Sets the rate of SGD.  In scikit-learn the velocity is a sum of steps, which contain their rates; here it is a sum of
    gradients, which is multiplied by the current rate.  So it is scaled, and the new rate applies to new gradients only."""
    state = optimizer.state()
    scale = optimizer.learning_rate / rate
    optimizer.load_state({name: value if name == "step" else value * scale for name, value in state.items()})
    optimizer.learning_rate = rate
