"""Activations and layers of `fastact.backends.keras`, and the switch, with any backend of Keras.  `test_keras.py` runs this."""

from importlib.util import find_spec

import keras
import numpy as np
import pytest

import fastact as fa
from fastact.backends import keras as fk
from fastact.backends.keras import formulas, overrides
from fastact.backends.keras.activations import ENTRIES
from fastact.backends.patch import ready
from fastact.catalogue.names import of_class

BACKEND = keras.config.backend()
needs_jax_part = pytest.mark.skipif(
    BACKEND == "jax" and find_spec("fastact.backends.jax") is None, reason="fastact.backends.jax is not there yet"
)
trains = pytest.mark.skipif(BACKEND == "numpy", reason="Keras' NumPy backend does not train")
X = np.concatenate([np.linspace(-30, 30, 3000, dtype="f"), np.float32([0, 1, -1, 2, -2, 6, 0.5])])
ROWS = np.random.default_rng(3).standard_normal((40, 9)).astype("f")
ELEMENTWISE = [name for name, entry in ENTRIES.items() if [one.name for one in entry.parameters] != ["axis"]]
ALONG = [name for name in ENTRIES if name not in ELEMENTWISE]


def numbers(name):
    """Values of the parameters that have no default, in two ways where there are parameters."""
    entry = ENTRIES[name]
    given = [0.25 * (k + 1) if one.default is one.empty else one.default for k, one in enumerate(entry.parameters)]
    return [given] + [[1.5 * one + 0.1 for one in given]] * bool(given)


def array(y):
    return keras.ops.convert_to_numpy(y)


def gradient(function, x, weights=1.0):
    """Of the sum of weights*function(x)."""
    if BACKEND == "jax":
        import jax

        return np.asarray(jax.grad(lambda t: (weights * function(t)).sum())(x))
    import torch

    t = torch.tensor(x, requires_grad=True)
    (torch.as_tensor(weights) * function(t)).sum().backward()
    return t.grad.numpy()


def assert_close(got, want, x, units):
    """Within so many units of float32 of what the numbers on the way to a result may be as large as."""
    assert (np.isnan(got) == np.isnan(want)).all()
    is_finite = np.isfinite(want)
    scale = np.maximum(1, np.maximum(abs(x), abs(want)))[is_finite]
    np.testing.assert_array_less(abs(got[is_finite] - want[is_finite]), units * np.finfo("f").eps * scale)


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("way", ["own", "composed"])
def test_values_are_fastact_s(name, way):
    for given in numbers(name):
        want = getattr(fa, name)(X.astype("d"), *given)
        x = keras.ops.convert_to_tensor(X)
        with np.errstate(all="ignore"):
            y = getattr(fk.activations, name)(x, *given) if way == "own" else ENTRIES[name].composed(x, *given)
        assert array(y).dtype == np.float32
        assert_close(array(y), want, X, 4)


# Formulas lose digits in these derivatives: of sinc near 0, of tanhexp where tanh is almost 1.
UNITS = {"sinc": 2000, "tanhexp": 100}


# A step has no gradient, and beyond the ends of logit its formula has one.
@trains
@pytest.mark.parametrize("name", [name for name in ELEMENTWISE if name not in ("binary_step", "logit")])
@pytest.mark.parametrize("way", ["own", "composed"])
def test_gradients_are_fastact_s(name, way):
    far = np.float32([-300, -90, 90, 300]) if name != "exponential" else np.float32([-300, -90])
    x = np.concatenate([X[:3000], far]) + np.float32(0.013)  # beside the kinks
    given, function = numbers(name)[-1], getattr(fk.activations, name) if way == "own" else ENTRIES[name].composed
    got, want = gradient(lambda t: function(t, *given), x), getattr(fa, f"{name}_grad")(x.astype("d"), *given)
    assert_close(got, want, x, UNITS.get(name, 16))


@pytest.mark.filterwarnings("ignore:You are using a softmax over axis")
@pytest.mark.parametrize("name", ALONG)
def test_what_goes_along_an_axis(name):
    for x, axis in ((ROWS, -1), (ROWS, 0), (np.round(ROWS), -1), (0 * ROWS, -1), (ROWS[:, :1], 1), (ROWS[:0], -1)):
        want = getattr(fa, name)(x, axis)
        for function in (getattr(fk.activations, name), ENTRIES[name].composed):
            np.testing.assert_allclose(array(function(keras.ops.convert_to_tensor(x), axis)), want, rtol=1e-5, atol=1e-6)


@trains
@pytest.mark.parametrize("name", ["sparsemax", "entmax15"])
def test_gradients_along_an_axis(name):
    for x in (ROWS, np.round(ROWS)):
        weights = ROWS[::-1].copy()
        want = getattr(fa, f"{name}_backward")(weights, getattr(fa, name)(x))
        for function in (getattr(fk.activations, name), ENTRIES[name].composed):
            np.testing.assert_allclose(gradient(lambda t: function(t, -1), x, weights), want, rtol=1e-4, atol=1e-5)


def test_types():
    x = np.linspace(-3, 3, 12, dtype="f")
    for dtype in ("float16", "bfloat16", *["float64"] * (BACKEND != "jax")):
        given = keras.ops.cast(keras.ops.convert_to_tensor(x), dtype)
        for y in (fk.activations.serf(given), ENTRIES["serf"].composed(given), fk.activations.entmax15(given)):
            assert keras.backend.standardize_dtype(y.dtype) == dtype
        assert keras.backend.standardize_dtype(fk.layers.Serf(dtype=dtype)(given).dtype) == dtype
    for given in ([1, 2], [True], 3, np.arange(4), [0.5]):
        y = fk.activations.serf(given)
        assert keras.backend.standardize_dtype(y.dtype) == "float32"
        np.testing.assert_allclose(array(y), fa.serf(np.float32(given)), rtol=1e-6)
    assert fk.activations.serf(keras.Variable([1.0])).shape == (1,)


@pytest.mark.parametrize("name", ENTRIES)
def test_symbolic_tensors_and_layers(name):
    (given, *_) = numbers(name)
    x = keras.KerasTensor((None, 6), dtype="float16")
    layer = getattr(fk.layers, of_class(name))(*given, name="mine")
    for y in (getattr(fk.activations, name)(x, *given), layer(keras.KerasTensor((None, 6)))):
        assert isinstance(y, keras.KerasTensor) and y.shape == (None, 6)
    assert getattr(fk.activations, name)(x, *given).dtype == "float16"
    config = layer.get_config()
    assert [config[one.name] for one in ENTRIES[name].parameters] == given and config["name"] == "mine"
    again = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layer))
    assert type(again) is type(layer) and again.get_config() == config
    function = getattr(fk.activations, name)
    assert keras.activations.get(keras.activations.serialize(function)) is function
    assert function.__doc__ and type(layer).__doc__


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: fk.activations.serf([1.0], 3), TypeError, r"serf\(\): too many positional arguments"),
        (lambda: fk.activations.threshold([1.0]), TypeError, r"threshold\(\): missing a required argument: 'threshold'"),
        (lambda: fk.activations.swish([1.0], beta="a"), TypeError, r"swish\(\): beta must be a real number, not str"),
        (lambda: fk.activations.entmax15([1.0], axis=0.5), TypeError, r"entmax15\(\): axis must be an integer, not float"),
        (lambda: fk.activations.serf(np.ones(2, "c8")), TypeError, r"serf\(\): x must be a tensor of real numbers"),
        (lambda: fk.activations.celu([1.0], 0.0), ValueError, "celu needs alpha != 0, but has alpha=0.0"),
        (lambda: fk.layers.HardTanh(2, 1), ValueError, "hard_tanh needs min_val <= max_val"),
        (lambda: fk.layers.Swish(gamma=2), ValueError, "gamma"),
        (lambda: fk.activations.Function("tan"), ValueError, "'tan' is no activation of fastact"),
    ],
)
def test_wrong_calls_are_told(call, error, told):
    with pytest.raises(error, match=told):
        call()


def test_a_model_is_saved_and_loaded(tmp_path):
    inputs = keras.Input((6,))
    h = keras.layers.Dense(6, activation=fk.activations.serf)(inputs)
    h = fk.activations.soft_cap(fk.layers.Swish(beta=1.5)(h), cap=2.0)
    h = keras.layers.Activation(fk.activations.mish)(fk.layers.Threshold(0.1, 0.2)(h))
    model = keras.Model(inputs, fk.activations.entmax15(h))
    x = np.linspace(-4, 4, 24, dtype="f").reshape(4, 6)
    want = model.predict(x, verbose=0)
    model.save(tmp_path / "model.keras")
    again = keras.saving.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(again.predict(x, verbose=0), want)
    assert again.to_json() == model.to_json()


@trains
def test_a_network_learns_with_them():
    keras.utils.set_random_seed(0)
    x = np.random.default_rng(0).standard_normal((256, 2)).astype("f")
    answers = (x[:, 0] * x[:, 1] > 0).astype("int32")
    first, last = keras.layers.Dense(32, activation=fk.activations.mish), keras.layers.Dense(2)
    model = keras.Sequential([first, fk.layers.Swish(beta=1.5), last, fk.layers.Softmin()])
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(x, answers, batch_size=256, epochs=40, verbose=0).history["accuracy"]
    assert history[-1] > 0.9 > history[0]


def test_formulas_are_all_read():
    with pytest.raises(ValueError, match="there is no rule for 'x // 2' in a formula"):
        formulas._value(formulas.parsed("x // 2"), {"x": 1})
    x = object()  # which has no operators
    assert formulas._value(formulas.parsed("+x"), {"x": x}) is x
    assert "exp" not in formulas.ast.unparse(formulas.parsed("x/(1 + exp(-x))"))


@needs_jax_part
def test_the_switch_is_that_of_the_backend():
    needed = overrides.BACKENDS[BACKEND]
    assert [state.name for state in ready(["keras"])[0].needs] == list(needed)
    gelu, x = keras.ops.gelu, keras.ops.convert_to_tensor(np.linspace(-3, 3, 10000, dtype="f"))
    with fa.patched("keras"):
        gelu(x, approximate=False)
        assert {one.library for one in fa.patches() if one.served} == set(needed or ("keras",))
        if needed:
            fa.patch(*needed)
            fa.unpatch(*needed)
            assert fa.patches(), "Keras holds it"
    assert fa.patches() == ()
