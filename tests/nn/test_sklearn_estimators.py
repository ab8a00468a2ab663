"""The estimators: scikit-learn's checks of conventions, what goes in and out, and what they have beside scikit-learn's own."""

import copy
import doctest
import inspect
import pickle
import re

import numpy as np
import pytest
from test_nn_layers import GATES, NEEDED, OTHERS, POSITIVE, ROWS, TABLE

pytest.importorskip("sklearn", "1.6")

import pandas as pd
from joblib.externals.loky import get_reusable_executor
from scipy import sparse
from scipy.optimize import approx_fprime
from sklearn.base import clone
from sklearn.datasets import load_diabetes, load_digits, make_moons
from sklearn.exceptions import ConvergenceWarning, NotFittedError
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import FixedThresholdClassifier, GridSearchCV, TunedThresholdClassifierCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import parametrize_with_checks
from subprocesses import assert_done, python

from fastact import nn
from fastact.nn.sklearn import MLPClassifier, MLPRegressor
from fastact.nn.sklearn.training import NoUpdate, Penalised

pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")

MOONS, MOON = make_moons(120, noise=0.1, random_state=0)
DIGITS, DIGIT = (array[:200] for array in load_digits(return_X_y=True))
DIGITS = DIGITS / 16
DIABETES, PROGRESS = load_diabetes(return_X_y=True)
LABELS = np.stack([MOON, MOONS[:, 0] > 0.5, MOONS[:, 1] > 0], 1).astype(int)


def small(**settings):
    return MLPClassifier(**{"hidden_layer_sizes": (8,), "max_iter": 5, "random_state": 0, **settings})


# ---- conventions -------------------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore")
@parametrize_with_checks(
    [MLPClassifier(max_iter=100), MLPRegressor(max_iter=100), MLPRegressor("poisson", max_iter=300)],
    expected_failed_checks=lambda model: (
        {"check_regressor_multioutput": "its y is negative, whatever the tags say"} if "poisson" in repr(model) else {}
    ),
)
def test_scikit_learns_checks_pass(estimator, check):
    check(estimator)


def test_nothing_of_fastact_imports_scikit_learn_unasked():
    assert_done(
        python("""
import sys, fastact.nn
assert not {name for name in sys.modules if name.partition(".")[0] in ("sklearn", "scipy") or "nn.sklearn" in name}
import fastact.nn.sklearn
assert fastact.nn.sklearn.MLPClassifier.__module__ == "fastact.nn.sklearn"
print("done")
""")
    )


@pytest.mark.parametrize("cls", [MLPClassifier, MLPRegressor])
def test_docstrings_name_every_parameter_and_their_examples_run(cls):
    text = inspect.getdoc(cls)
    parameters, _, rest = text.partition("\nParameters\n")[2].partition("\nAttributes\n")
    named = [one for names in re.findall(r"^((?:\w+, )*\w+) : ", parameters, re.M) for one in names.split(", ")]
    assert named == list(inspect.signature(cls).parameters)
    attributes = {one for names in re.findall(r"^((?:\w+, )*\w+) : ", rest, re.M) for one in names.split(", ")}
    model = cls(max_iter=2, early_stopping=True).fit(pd.DataFrame(MOONS, columns=["a", "b"]), MOON)
    assert attributes == {name for name in dir(model) if name.endswith("_") and not name.startswith("_")}
    test = doctest.DocTestParser().get_doctest(text, {}, cls.__name__, None, 0)
    assert test.examples and doctest.DocTestRunner().run(test).failed == 0
    for name, method in inspect.getmembers(cls, inspect.isfunction):
        if not name.startswith("_") and (method.__module__ or "").startswith("fastact"):
            assert "Parameters\n" in inspect.getdoc(method), name


def test_they_are_pickled_copied_and_cloned():
    model = small(activation=nn.Activation("leaky_relu", negative_slope=0.2), solver=nn.optimizers.AdamW(1e-2), dropout=0.1)
    model.fit(MOONS, MOON)
    made = [model, pickle.loads(pickle.dumps(model)), copy.deepcopy(model)]
    for again in made:
        again.partial_fit(MOONS, MOON)
    for again in made[1:]:
        np.testing.assert_array_equal(again.predict_proba(MOONS), model.predict_proba(MOONS))
    fresh = clone(model)
    assert not hasattr(fresh, "coefs_") and fresh.solver.step == 0 and repr(fresh) == repr(clone(fresh))
    assert fresh.set_params(alpha=0.5).get_params()["alpha"] == 0.5


@pytest.mark.filterwarnings("ignore")
def test_pipelines_and_grid_search():
    search = GridSearchCV(
        make_pipeline(StandardScaler(), MLPClassifier(max_iter=30, random_state=0, learning_rate_init=0.02)),
        {"mlpclassifier__activation": ["gelu", "swiglu"], "mlpclassifier__normalization": [None, "batch"]},
        cv=2,
        n_jobs=2,
    )
    assert search.fit(MOONS, MOON).score(MOONS, MOON) > 0.9
    assert np.isfinite(search.cv_results_["mean_test_score"]).all()
    get_reusable_executor().shutdown()  # the processes of joblib


# ---- what goes in, what comes out --------------------------------------------------------------------------------------------


def test_names_of_columns_classes_of_strings_and_types():
    names = np.array(["waxing", "waning"])[MOON]
    model = small().fit(pd.DataFrame(MOONS, columns=["a", "b"]), pd.Series(names))
    assert list(model.feature_names_in_) == ["a", "b"] and list(model.classes_) == ["waning", "waxing"]
    frame = pd.DataFrame(MOONS, columns=["a", "b"])
    logits, shares = model.decision_function(frame), model.predict_proba(frame)
    assert logits.shape == (120,) and shares.shape == (120, 2)
    np.testing.assert_array_equal(model.predict(frame), model.classes_[(logits > 0).astype(int)])
    np.testing.assert_allclose(shares.sum(1), 1)
    np.testing.assert_allclose(np.exp(model.predict_log_proba(frame)), shares)
    with pytest.raises(ValueError, match="feature names"):
        model.predict(frame[["b", "a"]])


def test_several_labels_several_values_and_a_single_class():
    model = small().fit(MOONS, LABELS)
    assert model.predict(MOONS).shape == model.predict_proba(MOONS).shape == model.decision_function(MOONS).shape == (120, 3)
    np.testing.assert_array_equal(model.predict(MOONS), model.predict_proba(MOONS) > 0.5)
    np.testing.assert_array_equal(small().fit(MOONS, sparse.csr_array(LABELS)).coefs_[0], model.coefs_[0])
    model = small().fit(DIGITS, DIGIT)
    np.testing.assert_array_equal(model.predict(DIGITS), model.classes_[model.decision_function(DIGITS).argmax(1)])
    regressor = MLPRegressor(hidden_layer_sizes=(8,), max_iter=5)
    assert regressor.fit(DIABETES, PROGRESS).predict(DIABETES).shape == (442,)
    assert regressor.fit(DIABETES, np.stack([PROGRESS] * 2, 1)).predict(DIABETES).shape == (442, 2)
    single = small().fit(MOONS, np.full(120, "all"))
    assert set(single.predict(MOONS)) == {"all"} and single.predict_proba(MOONS).tolist() == [[1.0]] * 120


@pytest.mark.parametrize("solver", ["adam", "lbfgs"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_type_of_the_rows_stays(dtype, solver):
    X = DIGITS.astype(dtype)
    model = small(solver=solver, normalization="batch").fit(X, DIGIT)
    assert {array.dtype for array in model.network_.parameters} == {np.dtype(dtype)}
    assert model.predict_proba(X).dtype == model.decision_function(X).dtype == dtype
    assert MLPRegressor(hidden_layer_sizes=8, max_iter=2, solver=solver).fit(X, DIGIT).predict(X).dtype == dtype


@pytest.mark.parametrize("dtype", [np.float16, np.longdouble, np.uint8, object, ">f8"])
def test_other_types_are_computed_in_float64(dtype):
    X, plain = (DIGITS * 16).astype(dtype), (DIGITS * 16).astype(np.float64)
    model, same = small().fit(X, DIGIT), small().fit(plain, DIGIT)
    np.testing.assert_array_equal(model.predict_proba(X), same.predict_proba(plain), strict=True)


@pytest.mark.parametrize("settings", [{}, {"shuffle": False}, {"solver": "lbfgs"}, {"early_stopping": True}], ids=str)
@pytest.mark.parametrize("kind", [sparse.csr_matrix, sparse.csc_array])
def test_sparse_rows_are_the_same_rows(kind, settings):
    X = np.where(DIGITS > 0.5, DIGITS, 0)
    dense, model = (small(batch_size=64, **settings).fit(one, DIGIT) for one in (X, kind(X)))
    for a, b in zip(dense.coefs_, model.coefs_):
        np.testing.assert_array_equal(a, b)
    np.testing.assert_array_equal(model.predict_proba(kind(X)), dense.predict_proba(X))


def test_the_network_is_one_of_fastact():
    model = small(hidden_layer_sizes=(8, 4)).fit(DIGITS, DIGIT)
    assert all(
        a is b
        for a, b in zip(model.coefs_ + model.intercepts_, model.network_.parameters[::2] + model.network_.parameters[1::2])
    )
    np.testing.assert_array_equal(model.network_.predict(DIGITS), model.predict(DIGITS))
    np.testing.assert_allclose(model.network_.predict_proba(DIGITS), model.predict_proba(DIGITS), rtol=1e-12)
    regressor = MLPRegressor("poisson", (8,), max_iter=3).fit(DIABETES, PROGRESS)
    np.testing.assert_array_equal(regressor.network_.predict(DIABETES), regressor.predict(DIABETES))
    assert (regressor.predict(DIABETES) > 0).all()


def test_without_hidden_layers_it_is_logistic_regression():
    settings = {"tol": 1e-8, "max_iter": 5000}
    ours = MLPClassifier((), solver="lbfgs", alpha=1.0, random_state=0, **settings).fit(DIGITS, DIGIT)
    theirs = LogisticRegression(C=1.0, **settings).fit(DIGITS, DIGIT)
    np.testing.assert_allclose(ours.predict_proba(DIGITS), theirs.predict_proba(DIGITS), atol=5e-4)


def test_other_thresholds():
    model = small(max_iter=40, learning_rate_init=0.02).fit(MOONS, MOON)
    fixed = FixedThresholdClassifier(model, threshold=0.8, response_method="predict_proba").fit(MOONS, MOON)
    np.testing.assert_array_equal(fixed.predict(MOONS), fixed.estimator_.predict_proba(MOONS)[:, 1] >= 0.8)
    assert 0 < TunedThresholdClassifierCV(model, cv=2, thresholds=5).fit(MOONS, MOON).best_threshold_ < 1


# ---- training ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("settings", [{"solver": "lbfgs", "max_iter": 20}, {"batch_size": 500, "max_iter": 20}], ids=str)
@pytest.mark.parametrize("y", [MOON, LABELS, MOON + 2 * (MOONS[:, 0] > 0.5)], ids=["classes", "labels", "four classes"])
def test_a_weight_of_two_is_the_row_twice_and_none_is_without_it(y, settings):
    weights = np.random.default_rng(0).integers(0, 3, 120)
    rows = np.repeat(np.arange(120), weights)
    with pytest.warns(UserWarning):  # of the end, or of the size of the batch
        one = small(**settings).fit(MOONS, y, sample_weight=weights)
        other = small(**settings).fit(MOONS[rows], y[rows])
    for a, b in zip(one.coefs_ + one.intercepts_, other.coefs_ + other.intercepts_):
        np.testing.assert_allclose(a, b, rtol=1e-6, atol=1e-9)
    assert one.loss_ == pytest.approx(other.loss_, rel=1e-9)
    assert one.score(MOONS, y, weights) == pytest.approx(other.score(MOONS[rows], y[rows]))


@pytest.mark.parametrize("outputs", [1, 3])
@pytest.mark.parametrize("loss", ["squared_error", "poisson"])
def test_lbfgs_is_given_a_loss_and_its_gradient(loss, outputs):
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((60, 3)), rng.random((60, outputs))
    model = MLPRegressor(loss, (4,), "tanh", solver="lbfgs", alpha=0.5, random_state=0).fit(X, y if outputs > 1 else y[:, 0])
    a = model.predict(X).reshape(y.shape)
    losses = (a - y) ** 2 / 2 if loss == "squared_error" else a - y * np.log(a) + y * np.log(y) - y
    told = losses.mean() if loss == "squared_error" else losses.mean(0).sum()
    assert model.loss_ == pytest.approx(told + 0.25 * sum((W**2).sum() for W in model.coefs_) / 60, rel=1e-10)
    training = Penalised(model.network_, model._loss(searched=True), NoUpdate(), model.alpha)
    for array, gradient in zip(training.parameters, training.flat):

        def moved(part):
            array[...] = part.reshape(array.shape)
            return training(X, y, None, 0)[0]

        start = array.ravel()
        expected = approx_fprime(start, moved, 1e-7)
        moved(start)
        np.testing.assert_allclose(gradient, expected, atol=1e-5)


def test_partial_fit_learns_the_classes_from_its_first_call():
    model = small()
    with pytest.raises(ValueError, match="classes must be passed"):
        model.partial_fit(DIGITS, DIGIT)
    model.partial_fit(DIGITS[:5], DIGIT[:5], classes=np.arange(10))
    assert model.partial_fit(DIGITS[DIGIT < 3], DIGIT[DIGIT < 3]).predict_proba(DIGITS).shape == (200, 10)
    for call in (lambda: model.partial_fit(DIGITS, DIGIT + 1), lambda: model.partial_fit(DIGITS, DIGIT, classes=np.arange(9))):
        with pytest.raises(ValueError, match="classes"):
            call()
    model = small(learning_rate_init=0.02).partial_fit(MOONS, LABELS, classes=np.arange(3))
    for _ in range(100):
        model.partial_fit(MOONS, LABELS)
    assert (model.predict(MOONS) == LABELS).mean() > 0.9
    assert not hasattr(small(solver="lbfgs"), "partial_fit") and hasattr(small(solver="lion"), "partial_fit")


def test_what_partial_fit_is_given_is_looked_at_every_time():
    labels, classes = small(), small()
    with pytest.raises(ValueError, match="NaN"):
        classes.partial_fit(MOONS * np.nan, MOON, classes=["a", "b"])
    with pytest.raises(NotFittedError):
        classes.predict(MOONS)
    with pytest.raises(ValueError, match="classes must be passed"):  # nothing is left of a first call that failed
        classes.partial_fit(MOONS, MOON)
    classes.partial_fit(MOONS, MOON, classes=[0, 1])
    labels.partial_fit(MOONS, LABELS, classes=[0, 1, 2])
    for y in (LABELS / 2, LABELS.astype(str), LABELS[:, :2], LABELS[:, 0]):
        with pytest.raises(ValueError, match="y must have 3 columns of 0 and 1"):
            labels.partial_fit(MOONS, y)
    for y in (MOON.astype(str), MOON / 2):
        with pytest.raises(ValueError, match="classes"):
            classes.partial_fit(MOONS, y)
    with pytest.raises(ValueError, match="one axis"):
        classes.partial_fit(MOONS, LABELS)


def test_a_warm_start_needs_the_classes_of_before():
    model = small(warm_start=True).fit(DIGITS, DIGIT)
    for y in (DIGIT % 9, DIGIT + 1, DIGIT.astype(str)):
        with pytest.raises(ValueError, match="same classes as in the previous call"):
            model.fit(DIGITS, y)


def test_early_stopping_restores_the_best_weights_where_training_diverges():
    settings = {"solver": "sgd", "learning_rate_init": 1.0, "activation": "identity", "early_stopping": True, "random_state": 0}
    model = MLPRegressor(max_iter=20, **settings)
    with pytest.warns(ConvergenceWarning, match="diverged.*step"):
        model.fit(DIGITS * 16, DIGIT)
    scores = model.validation_scores_
    assert len(scores) == len(model.loss_curve_) == model.n_iter_ < 20 and np.isnan(scores[-1]) and np.isnan(model.loss_)
    best = MLPRegressor(max_iter=int(np.nanargmax(scores)) + 1, **settings).fit(DIGITS * 16, DIGIT)
    np.testing.assert_array_equal(model.predict(DIGITS), best.predict(DIGITS))
    with pytest.raises(ValueError, match="non-finite"):
        model.set_params(early_stopping=False).fit(DIGITS * 16, DIGIT)
    with pytest.raises(ValueError, match="non-finite"):  # no epoch has a score
        model.set_params(early_stopping=True, learning_rate_init=1e200).fit(DIGITS, DIGIT)


def test_early_stopping_needs_weights_on_both_sides():
    for model in (small(early_stopping=True), MLPRegressor(max_iter=2, early_stopping=True, random_state=0)):
        for k in range(0, 120, 40):
            with pytest.raises(ValueError, match="zero for all rows"):
                model.fit(MOONS, MOON, sample_weight=np.arange(120) == k)


def test_early_stopping_names_the_class_of_which_too_few_are_there():
    with pytest.raises(ValueError, match="least populated class") as told:
        small(early_stopping=True).fit(MOONS, np.where(np.arange(120) == 0, "rare", "usual"))
    assert "rare" in str(told.value) or "Classes with" not in str(told.value)  # older scikit-learn names none


@pytest.mark.parametrize("normalization", [None, "batch"])
def test_early_stopping_gives_the_best_weights_back(normalization):
    settings = {"learning_rate_init": 0.5, "early_stopping": True, "validation_fraction": 0.3, "normalization": normalization}
    model = small(max_iter=200, n_iter_no_change=3, **settings).fit(DIGITS, DIGIT)
    scores = model.validation_scores_
    best = int(np.argmax(scores))
    assert model.n_iter_ == len(scores) < 200 and scores[best] == model.best_validation_score_ and best < len(scores) - 1
    shorter = small(max_iter=best + 1, n_iter_no_change=3, **settings).fit(DIGITS, DIGIT)
    np.testing.assert_array_equal(shorter.predict_proba(DIGITS), model.predict_proba(DIGITS))
    assert model.best_loss_ is None and len(model.loss_curve_) == model.n_iter_


def test_training_tells_of_itself(capsys):
    small(verbose=True, early_stopping=True).fit(MOONS, MOON)
    told = capsys.readouterr().out
    assert "Iteration 5, loss = " in told and "Validation score: " in told
    small(verbose=True, solver="lbfgs").fit(MOONS, MOON)
    assert "Iteration 5, loss = " in capsys.readouterr().out
    small(verbose=True, solver="sgd", learning_rate="adaptive", tol=10, n_iter_no_change=1, max_iter=40).fit(MOONS, MOON)
    told = capsys.readouterr().out
    assert "Setting learning rate to 0.000200" in told and "Learning rate too small. Stopping." in told


@pytest.mark.parametrize("solver", ["adam", "lbfgs"])
def test_it_warns_where_it_has_not_converged(solver):
    with pytest.warns(ConvergenceWarning, match=r"(?i)iteration"):
        small(solver=solver, max_iter=2).fit(DIGITS, DIGIT)


def test_a_warm_start_of_other_settings():
    model = small(solver="lbfgs", warm_start=True).fit(MOONS, MOON)
    first = model.loss_
    assert model.set_params(solver="adam").fit(MOONS, MOON).loss_ < 1.2 * first
    model.set_params(early_stopping=True).fit(MOONS, MOON)
    assert len(model.validation_scores_) == 5
    for other in ({"hidden_layer_sizes": 9}, {"activation": "tanh"}, {"dropout": 0.5}, {"normalization": "rms"}):
        with pytest.raises(ValueError, match=f"has {next(iter(other))}=.*.*ask for {next(iter(other))}="):
            clone(model).set_params(solver="adam").fit(MOONS, MOON).set_params(**other).fit(MOONS, MOON)
    with pytest.raises(ValueError, match=r"outputs=1, .*ask for outputs=2"):
        MLPRegressor(max_iter=1).fit(MOONS, MOON).partial_fit(MOONS, MOONS)
    with pytest.raises(ValueError, match=r".*ask for last activation=exponential"):
        MLPRegressor(max_iter=1).fit(MOONS, MOON).set_params(loss="poisson").partial_fit(MOONS, MOON)
    assert not hasattr(model.set_params(warm_start=False, solver="lbfgs", hidden_layer_sizes=9).fit(MOONS, MOON), "loss_curve_")


# ---- what scikit-learn does not have -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("normalization", [None, "layer"])
@pytest.mark.parametrize("name", [*TABLE, *GATES, *ROWS, *OTHERS])
def test_every_activation_trains(name, normalization):
    if name in POSITIVE and normalization:
        pytest.skip("takes numbers from 0 to 1")
    settings = {"learning_rate_init": 0.01}
    if name in POSITIVE:
        settings = {"learning_rate_init": 1e-4, "initializer": lambda shape, rng, dtype: np.full(shape, 0.5 / shape[0], dtype)}
    activation = nn.Activation(name, **NEEDED[name]) if name in NEEDED else name
    model = small(activation=activation, normalization=normalization, max_iter=1, **settings)
    start = model.fit(DIGITS, DIGIT).loss_curve_[0]
    for _ in range(5):
        model.partial_fit(DIGITS, DIGIT)
    assert model.loss_curve_[-1] < start and np.isfinite(model.predict_proba(DIGITS)).all()


@pytest.mark.parametrize("solver", ["SGD", "Adam", "lion", "rmsprop", "adagrad", "adadelta", "adamw", "amsgrad", "nadam"])
def test_every_optimiser_trains(solver):
    model = small(solver=solver, learning_rate_init=1.0 if solver == "adadelta" else 0.01, max_iter=40).fit(DIGITS, DIGIT)
    assert model.loss_curve_[-1] < model.loss_curve_[0]
    assert type(model._optimizer).__name__.lower() == solver.lower()


def test_an_optimiser_that_is_given_is_copied_and_has_its_own_rate():
    given = nn.optimizers.SGD(nn.schedules.plateau(0.1, patience=1), clip_norm=0.5)
    model = small(solver=given, learning_rate_init=5.0, max_iter=3).fit(MOONS, MOON)
    assert given.step == 0 and model._optimizer.step == 3
    plain = small(solver="sgd", momentum=0, learning_rate_init=0.1, alpha=1.0).fit(MOONS, MOON)
    other = small(solver=nn.optimizers.SGD(0.1), alpha=1.0).fit(MOONS, MOON)  # its penalty is added before the optimiser
    for a, b in zip(plain.coefs_, other.coefs_):
        np.testing.assert_allclose(a, b, rtol=1e-12)


@pytest.mark.parametrize("normalization", ["batch", "layer", "rms"])
@pytest.mark.parametrize("activation", ["relu", "swiglu", nn.Activation("elu", alpha=0.5)], ids=repr)
def test_normalisation_stands_between_the_product_and_the_activation(normalization, activation):
    model = small(normalization=normalization, activation=activation, dropout=0.2, max_iter=60, learning_rate_init=0.02)
    model.fit(MOONS, MOON)
    kinds = [type(layer).__name__ for layer in model.network_.layers]
    norm = {"batch": "BatchNormalization", "layer": "LayerNormalization", "rms": "RMSNormalization"}[normalization]
    assert kinds == ["Dense", norm, "Activation", "Dropout", "Dense"] and model.network_.layers[2].shape == (
        16 if activation == "swiglu" else 8,
    )
    assert model.score(MOONS, MOON) > 0.8
    assert not isinstance(activation, nn.Activation) or activation.shape is None


def test_lbfgs_leaves_the_moments_of_all_rows_to_batch_normalisation():
    model = small(normalization="batch", solver="lbfgs", max_iter=20).fit(DIGITS, DIGIT)
    dense, norm = model.network_.layers[:2]
    z = DIGITS @ dense.W + dense.b
    np.testing.assert_allclose(norm.mean, z.mean(0), rtol=1e-9)
    np.testing.assert_allclose(norm.var, z.var(0, ddof=1), rtol=1e-9)
    assert norm.momentum == 0.9


def test_weights_start_as_an_initialiser_says():
    settings = {"hidden_layer_sizes": (300,), "max_iter": 1, "learning_rate_init": 1e-12}
    model = small(initializer="he_normal", **settings).fit(DIGITS, DIGIT)
    assert model.coefs_[0].var() == pytest.approx(2 / 64, rel=0.05) and abs(model.intercepts_[0]).max() < 1e-9
    again = small(initializer=nn.init.he_normal, **settings).fit(DIGITS, DIGIT)
    np.testing.assert_array_equal(model.coefs_[0], again.coefs_[0])
    bound = {name: abs(small(activation=name, **settings).fit(DIGITS, DIGIT).coefs_[0]).max() for name in ("relu", "sigmoid")}
    assert bound["relu"] == pytest.approx(np.sqrt(6 / 364), rel=1e-3)
    assert bound["sigmoid"] == pytest.approx(np.sqrt(2 / 364), rel=1e-3)


def test_dropout_is_of_training_alone_and_follows_the_seed():
    models = [small(dropout=0.5, random_state=seed).fit(DIGITS, DIGIT) for seed in (0, 0, 1)]
    a, b, other = (model.predict_proba(DIGITS) for model in models)
    np.testing.assert_array_equal(a, b)
    np.testing.assert_array_equal(a, models[0].predict_proba(DIGITS))
    assert (a != other).any()


# ---- refusals ----------------------------------------------------------------------------------------------------------------

REFUSED = {
    "activation": ({"activation": "gelo"}, {}, ValueError, "nearest: gelu"),
    "parameter of an activation": ({"activation": "prelu"}, {}, TypeError, "slope"),
    "solver": ({"solver": "adamm"}, {}, ValueError, "nearest: Adam"),
    "type of a solver": ({"solver": 3}, {}, ValueError, "'solver' parameter"),
    "normalization": ({"normalization": "group"}, {}, ValueError, "normalization must be one of"),
    "dropout": ({"dropout": 1.5}, {}, ValueError, "dropout must be from 0 to 1"),
    "type of dropout": ({"dropout": "much"}, {}, ValueError, "'dropout' parameter"),
    "dropout under lbfgs": ({"dropout": 0.5, "solver": "lbfgs"}, {}, ValueError, "dropout=0, not 0.5"),
    "initializer": ({"initializer": "he_norml"}, {}, ValueError, "he_normal"),
    "momentum": ({"solver": "sgd", "momentum": 1.0}, {}, ValueError, "momentum must be"),
    "sizes": ({"hidden_layer_sizes": (3, 0)}, {}, ValueError, "hidden_layer_sizes must be > 0"),
    "held out": ({"early_stopping": True, "validation_fraction": 0.001}, {}, ValueError, "test_size"),
    "weights": ({}, {"sample_weight": -np.ones(120)}, ValueError, "not negative"),
    "no weight": ({}, {"sample_weight": np.zeros(120)}, ValueError, "zero"),
    "shape of weights": ({}, {"sample_weight": np.ones((120, 2))}, ValueError, r"\(120,\)"),
    "targets": ({}, {"y": np.stack([MOON, MOON + 1], 1)}, ValueError, "Multioutput"),
    "values": ({}, {"y": MOONS[:, 0]}, ValueError, "[Uu]nknown label type"),
    "little held out": (
        {"early_stopping": True, "validation_fraction": 0.001},
        {"y": MOON + 2 * LABELS[:, 1]},
        ValueError,
        "small",
    ),
    "overflow": ({"learning_rate_init": 1e200, "solver": "sgd"}, {}, ValueError, "non-finite.*step"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_says_why(case):
    settings, given, kind, message = REFUSED[case]
    model = small(**settings)
    with pytest.raises(kind, match=message):
        model.fit(MOONS, **{"y": MOON, **given})


def test_a_regressor_refuses_what_its_loss_does_not_take():
    with pytest.raises(ValueError, match="not negative"):
        MLPRegressor("poisson").fit(DIABETES, PROGRESS - 100)
    with pytest.raises(ValueError, match="loss must be"):
        MLPRegressor("hinge").fit(DIABETES, PROGRESS)
    with pytest.raises(ValueError, match="early_stopping"):
        MLPRegressor(early_stopping=True).partial_fit(DIABETES, PROGRESS)
