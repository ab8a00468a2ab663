"""Keras with its NumPy backend: each function that is replaced, against Keras' own.  `test_keras.py` runs this."""

import math
from importlib import import_module
from operator import attrgetter

import keras
import ml_dtypes
import numpy as np
import pytest
from subprocesses import interpreter

import fastact as fa
from fastact.backends.keras import overrides
from fastact.backends.patch import ready

NN, NUMPY, MATH, OPS = overrides.NN, overrides.NUMPY, overrides.MATH, overrides.OPS
ACTIVATIONS = "keras.src.activations.activations"
rng = np.random.default_rng(7)
X = np.concatenate([rng.standard_normal(90) * 4, [0.0, -0.0, 1, -1, 3, -3]]).reshape(6, 16)
G, H = rng.standard_normal((2, 16))
INDICATORS = np.eye(16)[rng.integers(16, size=6)]
CUBE = rng.standard_normal((2, 3, 4, 16))
ALL, WIDE, ONE = ("float32", "float64", "float16", ml_dtypes.bfloat16), ("float32", "float64"), ("float32",)

# fmt: off
NAMES = (
    "relu", "relu6", "sigmoid", "sparse_sigmoid", "tanh_shrink", "softplus", "softsign", "silu", "log_sigmoid", "selu",
    "hard_tanh", "sparse_plus", "hard_sigmoid", "hard_silu", "leaky_relu", "elu", "celu", "squareplus", "soft_shrink",
    "hard_shrink", "gelu", "glu", "softmax", "log_softmax",
)
# fmt: on
# A module, a function of it, its arguments, of which those of floating-point numbers get each of the dtypes, and its options.
PLAIN = [
    *[(NN, name, (X,), {}) for name in NAMES],
    *[(NUMPY, name, (X,), {}) for name in ("exp", "tanh", "arctan", "arcsinh", "sin")],
]
WITH_OPTIONS = [
    *[(NN, "leaky_relu", (X,), {"negative_slope": slope}) for slope in (0, 1, -0.5, np.float32(0.3))],
    *[(NN, name, (X, alpha), {}) for name in ("elu", "celu") for alpha in (0.5, 2, -1.0)],
    (NN, "squareplus", (X,), {"b": 0.25}),
    *[(NN, name, (X,), {"threshold": 1}) for name in ("soft_shrink", "hard_shrink")],
    (NN, "threshold", (X, 0.5, -2.0), {}),
    *[(NN, "gelu", (X,), {"approximate": one}) for one in (False, True)],
    *[(NN, "glu", (X,), {"axis": axis}) for axis in (0, -2, 1)],
    *[(NN, name, (CUBE,), {"axis": axis}) for name in ("softmax", "log_softmax") for axis in (None, 0, -2, 3, (0, 2), (-1, 1))],
    (NN, "softmax", (), {"x": X}),
    *[(ACTIVATIONS, "relu", (X,), options) for options in ({}, {"negative_slope": 0.3}, {"max_value": 2}, {"max_value": 6})],
    (ACTIVATIONS, "mish", (X,), {}),
    (ACTIVATIONS, "Mish.static_call", (X,), {}),
    *[(OPS, "layer_normalization", (X, *factors), {}) for factors in ((), (G,), (None, H), (G, H))],
    *[(OPS, "layer_normalization", (CUBE,), {"axis": axis, "epsilon": 1e-3}) for axis in ((0, 1), (-2, -1), [1, 3])],
    (OPS, "layer_normalization", (CUBE, CUBE[0, 0], CUBE[0, 1]), {"axis": [2, 3]}),
    *[(OPS, "rms_normalization", (X, *factors), {}) for factors in ((), (G,))],
    (OPS, "rms_normalization", (CUBE,), {"axis": (1, 2)}),
]
OF_WIDE = [
    *[(MATH, "logsumexp", (CUBE,), {"axis": axis, "keepdims": keep}) for axis in (None, 1, (0, -1)) for keep in (False, True)],
    *[(OPS, "batch_normalization", (CUBE, G, abs(H), axis), {"offset": G, "scale": H}) for axis in (-1, 3)],
    (OPS, "batch_normalization", (X, G, abs(H), 1), {}),
    (OPS, "batch_normalization", (CUBE, G[:3], abs(H[:3]), 1), {"epsilon": 1}),
    *[(OPS, "categorical_crossentropy", (abs(X), X), {"from_logits": True, "axis": axis}) for axis in (-1, 0)],
    *[
        (OPS, "sparse_categorical_crossentropy", (np.arange(6, dtype=kind).reshape(shape), X), {"from_logits": True})
        for kind, shape in (("int64", 6), ("uint8", (6, 1)))
    ],
    (OPS, "binary_crossentropy", (INDICATORS, X), {"from_logits": True}),
    (OPS, "binary_crossentropy", (INDICATORS * 0.5, 9 * X), {"from_logits": True}),
]
QUERY, KEY, VALUE = (CUBE[:, :, :, :8].copy(), CUBE[:, :, :, 8:].copy(), CUBE[:, :, ::-1, :4].copy())
MASK = rng.random((2, 4, 3, 3)) > 0.3
ATTENTION = [
    (OPS, "dot_product_attention", (QUERY, KEY, VALUE), options)
    for options in ({}, {"scale": 2.0}, {"bias": CUBE[0, :1, :3, :3].repeat(4, 0)}, {"is_causal": True}, {"mask": MASK & False})
] + [(OPS, "dot_product_attention", (QUERY, KEY, VALUE), {"mask": MASK, "is_causal": True})]
FEW = tuple(one[:1].astype("f") for one in (QUERY, KEY, VALUE))  # a mask or bias of more rows gives more
CASES = [
    (*case, dtype)
    for cases, dtypes in ((PLAIN, ALL), (WITH_OPTIONS, ALL), (OF_WIDE, WIDE), (ATTENTION, ONE))
    for case in cases
    for dtype in dtypes
]


def typed(value, dtype):
    return value.astype(dtype) if isinstance(value, np.ndarray) and value.dtype.kind == "f" else value


def called(module, name, args, options, dtype):
    args, options = [typed(one, dtype) for one in args], {key: typed(value, dtype) for key, value in options.items()}
    with np.errstate(all="ignore"):
        return attrgetter(name)(import_module(module))(*args, **options)


def counts():
    """Of all functions together: calls served, and passed on by the reason."""
    rows, passed = ready(["keras"])[0].rows, {}
    for why, count in (item for one in rows for item in one.passed.items()):
        passed[why] = passed.get(why, 0) + count
    return sum(one.served for one in rows), passed


def assert_alike(got, want, units=6, computed="float64"):
    """Within so many units of the type, or of a wider one in which Keras computes."""
    assert type(got) is type(want) and got.dtype == want.dtype and got.shape == want.shape
    eps = max(float(ml_dtypes.finfo(kind).eps) for kind in (want.dtype, computed))
    got, want = np.float64(got), np.float64(want)
    np.testing.assert_array_less(abs(got - want), units * eps * np.maximum(1, abs(want)) + 1e-300)


# Where Keras computes in another type, or takes differences of large numbers.
LESS_EXACT = {
    "layer_normalization": (60, "float32"),
    "rms_normalization": (6, "float32"),
    "batch_normalization": (60, "float64"),
    "binary_crossentropy": (1e6, "float32"),
    "Mish.static_call": (6, "float32"),
}


@pytest.fixture(scope="module")
def results():
    """Of each case: Keras' result, fastact's, and the calls of it that were served and passed on; and which rows served."""
    wants, found = [called(*case) for case in CASES], []
    with fa.patched("keras"):
        called(NN, "tanh", (X.repeat(64),), {}, "float32")
        for case, want in zip(CASES, wants):
            before, got, after = counts(), called(*case), counts()
            found.append((want, got, after[0] - before[0], after[1]))
        unused = [one.name for one in fa.patches() if not one.served]
    return found, unused


@pytest.mark.parametrize("k", range(len(CASES)), ids=[f"{case[1]}-{case[3]}-{np.dtype(case[4])}" for case in CASES])
def test_a_served_call_gives_what_keras_gives_in_its_type(k, results):
    want, got, served, passed = results[0][k]
    assert (served, passed) == (1, {})
    units, computed = LESS_EXACT.get(CASES[k][1], (6, "float64"))
    assert_alike(got, want, units, computed)


def test_every_row_is_among_the_cases(results):
    assert results[1] == []


@pytest.mark.parametrize("dtype", WIDE)
def test_binary_cross_entropy_is_clipped_where_keras_clips_it(dtype):
    x, ones = np.array([-40, 40, -16.2, 16.2], dtype), np.ones(4, dtype)
    want = [keras.ops.binary_crossentropy(target, x, from_logits=True) for target in (ones, 0 * ones)]
    with fa.patched("keras"):
        got = [keras.ops.binary_crossentropy(target, x, from_logits=True) for target in (ones, 0 * ones)]
    np.testing.assert_allclose(got, want, rtol=1e-6, atol=1e-7)


F = X.astype("f")
PASSED = [
    (NN, "relu", (F.tolist(),), {}, "type"),
    (NN, "relu", (np.ma.array(F),), {}, "type"),
    (NN, "softplus", (np.float32(2),), {}, "type"),
    (NN, "gelu", (F[0, :1],), {}, "size"),
    (NN, "elu", (F[:0],), {}, "size"),
    (NN, "tanh", (F,), {}, "size"),
    (NN, "sigmoid", (F.astype(">f4"),), {}, "dtype"),
    (NUMPY, "exp", (np.arange(4),), {}, "dtype"),
    (NN, "softmax", (np.arange(4),), {}, "dtype"),
    (NN, "leaky_relu", (F, 1.5), {}, "value"),
    (NN, "leaky_relu", (F, np.array(0.5)), {}, "option"),
    (NN, "squareplus", (F, -1.0), {}, "value"),
    (NN, "celu", (F, math.inf), {}, "value"),
    (NN, "threshold", (F, math.nan, 2.0), {}, "value"),
    (OPS, "rms_normalization", (F,), {"epsilon": math.inf}, "value"),
    (NN, "hard_shrink", (F, -1.0), {}, "value"),
    (NN, "elu", (F, np.ones(16, "f")), {}, "option"),
    (ACTIVATIONS, "relu", (F,), {"threshold": 0.5}, "option"),
    (OPS, "categorical_crossentropy", (abs(F), F), {}, "option"),
    (OPS, "categorical_crossentropy", (abs(F).tolist(), F), {"from_logits": True}, "type"),
    (OPS, "categorical_crossentropy", (abs(F).astype("d"), F), {"from_logits": True}, "dtype"),
    (OPS, "sparse_categorical_crossentropy", (np.arange(6) - 1, F), {"from_logits": True}, "value"),
    (OPS, "layer_normalization", (F, F, F), {}, "shape"),
    (OPS, "dot_product_attention", FEW, {"mask": MASK[:, :1]}, "shape"),
    (OPS, "dot_product_attention", FEW, {"bias": MASK.astype("f")}, "shape"),
    (OPS, "rms_normalization", (F[:, :6], F[0, :6]), {"axis": 0}, "option"),
    (OPS, "batch_normalization", (F.reshape(2, 3, 4, 4), G[:4].astype("f"), abs(H[:4]).astype("f"), 2), {}, "option"),
]


@pytest.mark.parametrize(("module", "name", "args", "options", "why"), PASSED)
def test_other_calls_are_keras_own(module, name, args, options, why):
    with np.errstate(all="ignore"):
        want = getattr(import_module(module), name)(*args, **options)
        with fa.patched("keras"):
            got = getattr(import_module(module), name)(*args, **options)
            assert counts()[1].get(why), counts()
    assert type(got) is type(want) and got.dtype == want.dtype
    np.testing.assert_allclose(np.float64(got), np.float64(want), rtol=1e-6, atol=1e-6)  # what Keras' own calls is served


@pytest.mark.parametrize(
    ("function", "args", "error"),
    [
        ("glu", (F, 5), IndexError),
        ("glu", (F[:, 1:],), ValueError),
        ("softmax", (F, 7), np.exceptions.AxisError),
        ("log_softmax", (F, (0, 0)), ValueError),
        ("relu", (F, 1), TypeError),
        ("elu", (), TypeError),
        ("threshold", (F,), TypeError),
        ("categorical_crossentropy", (F[1:], F, True), ValueError),
        ("sparse_categorical_crossentropy", (np.full(6, 16), F, True), IndexError),
        ("dot_product_attention", (F, F, F), ValueError),
        ("dot_product_attention", (*FEW[:2], FEW[2][0]), ValueError),
    ],
)
def test_wrong_calls_raise_what_keras_raises(function, args, error):
    module = import_module(NN)
    with pytest.raises(error) as want:
        getattr(module, function)(*args)
    with fa.patched("keras"), pytest.raises(error) as got:
        getattr(module, function)(*args)
    assert type(got.value) is type(want.value)


def test_symbolic_tensors_pass_by():
    x = keras.KerasTensor((None, 16), dtype="float16")
    names = ("gelu", "softmax", "glu", "elu", "layer_normalization", "logsumexp", "tanh")
    want = [getattr(keras.ops, name)(x) for name in names]
    with fa.patched("keras"):
        got = [getattr(keras.ops, name)(x) for name in names]
        assert counts() == (0, {})
    assert all(isinstance(one, keras.KerasTensor) for one in got)
    assert [(one.shape, one.dtype) for one in got] == [(one.shape, one.dtype) for one in want]


@pytest.mark.parametrize("made", ["strided", "fortran", "read-only"])
def test_arrays_of_any_layout_are_served_and_left_alone(made):
    x = np.array(X, "f")
    x = {"strided": x.repeat(2, 1)[::-1, ::2], "fortran": np.asfortranarray(x), "read-only": x}[made]
    x.flags.writeable = made != "read-only"
    before, calls = x.copy(), [("gelu", ()), ("softmax", (0,)), ("glu", ()), ("softplus", ())]
    for name, args in calls:
        want = getattr(keras.ops, name)(x, *args)
        with fa.patched("keras"):
            got = getattr(keras.ops, name)(x, *args)
            assert counts() == (1, {})
        assert_alike(got, want)
        assert not np.shares_memory(got, x) and (x == before).all()


def test_no_served_call_gives_a_floating_point_warning():
    x = np.float32([[-np.inf, np.inf, np.nan, -1e38, 1e38, 0, 1e-40, 1]] * 2)
    with fa.patched("keras"), np.errstate(all="raise"):
        for name in ("silu", "softplus", "gelu", "softmax", "log_softmax", "logsumexp", "exp", "selu", "layer_normalization"):
            getattr(keras.ops, name)(x)
        assert counts() == (9, {})


def model():
    inputs = keras.Input((4, 8))
    h = keras.layers.MultiHeadAttention(2, 4)(inputs, inputs)
    h = keras.layers.BatchNormalization()(keras.layers.LayerNormalization()(h))
    layers = keras.layers.ReLU(max_value=1.0), keras.layers.PReLU()
    for act in ("gelu", "mish", "relu", "leaky_relu", "softplus", "tanh", *layers):
        h = keras.layers.Dense(8, activation=act)(h)
    return keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(h))


def test_a_model_that_was_made_before_is_served_and_saved_as_before(tmp_path):
    net, x = model(), rng.standard_normal((5, 4, 8)).astype("f")
    want = net.predict(x, verbose=0)
    with fa.patched("keras"):
        got = net.predict(x, verbose=0)
        served = {one.name.rpartition(".")[2] for one in fa.patches() if one.served}
        assert served >= {"_dot_product_attention_xla", "_layer_normalization", "batch_normalization", "gelu", "softmax"}
        net.save(tmp_path / "patched.keras")
        other = model()
    assert keras.saving.load_model(tmp_path / "patched.keras").to_json() == net.to_json()
    assert other.predict(x, verbose=0).shape == want.shape, "made while it was on"
    np.testing.assert_allclose(got, want, rtol=1e-4, atol=1e-6)


def test_all_is_given_back_by_identity():
    places = [(NN, "gelu"), (NUMPY, "tanh"), (OPS, "_layer_normalization")]
    before = [vars(import_module(module))[name] for module, name in places]
    members = [vars(getattr(keras.src.activations.activations, of))["static_call"] for of in ("Mish", "ReLU")]
    with fa.patched("keras"):
        assert not any(vars(import_module(module))[name] is one for (module, name), one in zip(places, before))
        with fa.patched("keras"):
            fa.unpatch()
        assert counts()[0] == 0 and fa.patches()
        assert keras.src.activations.activations.Mish().static_call(F).shape == F.shape
    assert all(vars(import_module(module))[name] is one for (module, name), one in zip(places, before))
    assert [vars(getattr(keras.src.activations.activations, of))["static_call"] for of in ("Mish", "ReLU")] == members


def test_another_backend_is_refused(monkeypatch):
    monkeypatch.setattr(keras.config, "backend", lambda: "tensorflow")
    with pytest.raises(
        ImportError, match=r"keras 3\.\S+ is not patched: its backend is 'tensorflow', and fastact serves numpy"
    ):
        overrides.needs()


def test_what_was_saved_is_loaded_with_another_backend(tmp_path):
    fk = import_module("fastact.backends.keras")
    path, x = tmp_path / "own.keras", rng.standard_normal((3, 5)).astype("f")
    dense = keras.layers.Dense(4, activation=fk.activations.serf)
    net = keras.Sequential([keras.Input((5,)), dense, fk.layers.Swish(beta=1.5), fk.layers.Entmax15()])
    net.save(path)
    code = (
        "import sys, numpy as np, keras, fastact.backends.keras\n"
        "net = keras.saving.load_model(sys.argv[1])\n"
        "y = net.predict(np.array(eval(sys.argv[2]), 'f'), verbose=0)\n"
        "print(keras.config.backend(), net.layers[1].beta, np.round(y, 3).tolist())"
    )
    done = interpreter("-W", "ignore", "-c", code, path, x.tolist(), KERAS_BACKEND="jax")
    assert done.stdout.strip() == f"jax 1.5 {np.round(net.predict(x, verbose=0), 3).tolist()}", done.stderr


def test_the_library_is_made_once():
    assert ready(["keras"])[0] is ready(["keras"])[0]
