"""The two estimators: their targets and losses, and the methods that predict."""

import math
from typing import ClassVar

import numpy as np
from scipy.sparse import issparse
from sklearn.base import ClassifierMixin, RegressorMixin, _fit_context
from sklearn.metrics import r2_score
from sklearn.utils.metaestimators import available_if
from sklearn.utils.multiclass import check_classification_targets, type_of_target, unique_labels
from sklearn.utils.validation import check_is_fitted

from fastact._core.ufuncs import functions
from fastact.functions.softmax import log_softmax
from fastact.nn.sklearn import docs
from fastact.nn.sklearn.base import MultilayerPerceptron
from fastact.nn.sklearn.training import HalfSquaredError, Poisson, SummedCrossEntropy
from fastact.nn.training.losses import SoftmaxCrossEntropy

LOG_SIGMOID = functions["log_sigmoid"]


class MLPClassifier(ClassifierMixin, MultilayerPerceptron):
    __doc__ = docs.CLASSIFIER
    __module__ = "fastact.nn.sklearn"

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
                self.classes_ = unique_labels(y)
        if self._multilabel:
            if not type_of_target(y).startswith("multilabel") or y.shape[1] != len(self.classes_):
                told = f"{len(self.classes_)} columns of 0 and 1, one for each label"
                raise ValueError(f"y must have {told}; its shape is {y.shape}, its type {type_of_target(y)}")
            return (y.toarray() if issparse(y) else y).astype(np.int64), y.shape[1]
        if y.ndim > 1:
            raise ValueError(f"y must have one axis, for classes, not the shape {y.shape}")
        codes = np.searchsorted(self.classes_, y).clip(max=len(self.classes_) - 1)
        found = np.unique(y)
        if known and not incremental and not np.array_equal(found, self.classes_):
            raise ValueError(
                "warm_start can only be used where `y` has the same classes as in the previous call to fit. Previously got "
                f"{self.classes_}, `y` has {found}"
            )
        if (self.classes_[codes] != y).any():
            raise ValueError(f"`y` has classes not in `self.classes_`. `self.classes_` has {self.classes_}. `y` has {found}.")
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
        """Continues the training of the network for one epoch of these rows.

        Parameters
        ----------
        X, y, sample_weight
            As for `fit`; not every class needs to occur.
        classes : array-like of shape (n_classes,), optional
            All classes that will occur in any call; required in the first call.

        Returns
        -------
        self

        Raises
        ------
        ValueError
            If `y` has a class that is not in `classes`, if `classes` is missing in the first call or differs from it later, or
            if `early_stopping` is set; otherwise as for `fit`.
        AttributeError
            If the solver is "lbfgs".
        """
        first = not self.__sklearn_is_fitted__()
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
        """The class of each row, or 0 or 1 for each label.

        Parameters
        ----------
        X : array-like or sparse matrix of shape (n_samples, n_features)
            Rows of inputs.

        Returns
        -------
        ndarray of shape (n_samples,) or (n_samples, n_labels)
        """
        codes = self._codes(self._outputs(X))
        return codes if self._multilabel else self.classes_[codes]

    def decision_function(self, X):
        """The logits.  For two classes, the logit of the second class, which is predicted where it is above 0.

        Parameters
        ----------
        X : array-like or sparse matrix of shape (n_samples, n_features)
            Rows of inputs.

        Returns
        -------
        ndarray of shape (n_samples,), (n_samples, n_classes) or (n_samples, n_labels)
        """
        outputs = self._outputs(X)
        return outputs if self.n_outputs_ > 1 or self._multilabel else outputs[:, 0]

    def predict_proba(self, X):
        """The probabilities of the classes; with several labels, the probability of each label.

        Parameters
        ----------
        X : array-like or sparse matrix of shape (n_samples, n_features)
            Rows of inputs.

        Returns
        -------
        ndarray of shape (n_samples, n_classes) or (n_samples, n_labels)
        """
        check_is_fitted(self)
        return np.exp(self.predict_log_proba(X))

    def predict_log_proba(self, X):
        """The logarithms of the probabilities, exact also where these are so small or so near 1 that they round to 0 or 1.

        Parameters
        ----------
        X : array-like or sparse matrix of shape (n_samples, n_features)
            Rows of inputs.

        Returns
        -------
        ndarray of shape (n_samples, n_classes) or (n_samples, n_labels)
        """
        outputs = self._outputs(X)
        if self.out_activation_ == "softmax":
            return log_softmax(outputs)
        if self._multilabel:
            return LOG_SIGMOID(outputs)
        if len(self.classes_) == 1:
            return np.zeros_like(outputs)
        return np.concatenate((LOG_SIGMOID(-outputs), LOG_SIGMOID(outputs)), axis=1)

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        return tags


class MLPRegressor(RegressorMixin, MultilayerPerceptron):
    __doc__ = docs.REGRESSOR
    __module__ = "fastact.nn.sklearn"

    _parameter_constraints: ClassVar = {
        **MultilayerPerceptron._parameter_constraints,
        "loss": [str],
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

    def _check_own_parameters(self):
        super()._check_own_parameters()
        if self.loss not in ("squared_error", "poisson"):
            raise ValueError(f"loss must be 'squared_error' or 'poisson', not {self.loss!r}")

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
        """scikit-learn reports the mean of squares over the outputs with the gradient of their sum; a line search needs the
        value and the gradient of the same function."""
        if self.loss == "poisson":
            return Poisson(self.n_outputs_, self.n_outputs_)
        return HalfSquaredError(self.n_outputs_, 0.5 * self.n_outputs_ if searched else 0.5)

    def _score_of(self, X, targets, sample_weight):
        found = self._forward(X).reshape(targets.shape)
        return r2_score(targets, found, sample_weight=sample_weight) if np.isfinite(found).all() else math.nan

    @available_if(MultilayerPerceptron._check_stochastic)
    @_fit_context(prefer_skip_nested_validation=True)
    def partial_fit(self, X, y, sample_weight=None):
        """Continues the training of the network for one epoch of these rows.

        Parameters
        ----------
        X, y, sample_weight
            As for `fit`.

        Returns
        -------
        self

        Raises
        ------
        ValueError
            If `early_stopping` is set; otherwise as for `fit`.
        AttributeError
            If the solver is "lbfgs".
        """
        return self._fit(X, y, sample_weight, True)

    def predict(self, X):
        """The predicted value of each row, or its values if there are several outputs.

        Parameters
        ----------
        X : array-like or sparse matrix of shape (n_samples, n_features)
            Rows of inputs.

        Returns
        -------
        ndarray of shape (n_samples,) or (n_samples, n_outputs)
        """
        outputs = self._outputs(X)
        return outputs[:, 0] if self.n_outputs_ == 1 else outputs

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        tags.target_tags.positive_only = self.loss == "poisson"
        return tags
