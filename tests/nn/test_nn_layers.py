"""Layers: gradients against differences, shapes, what inference gives beside training, copies, errors."""

import copy
import pickle

import numpy as np
import pytest
from differences import assert_backward_agrees

import fastact as fa
from fastact import nn
from fastact._core import ufuncs

NEEDED = {
    "prelu": {"slope": 0.25},
    "threshold": {"threshold": 0.1, "value": -0.2},
    "srelu": {"t_left": -0.4, "a_left": 0.2, "t_right": 0.5, "a_right": 0.3},
    "entmax": {"alpha": 1.3},
    "maxout": {"pieces": 2},
}
TABLE = [row.name for row in ufuncs.activations]
GATES = [row.name for row in ufuncs.built.gates]
POSITIVE = {"logit", "thin_plate"}  # of arguments from 0 to 1
ROWS = ["softmax", "log_softmax", "softmin", "sparsemax", "entmax15", "entmax"]
OTHERS = ["bipolar_relu", "crelu", "maxout"]


def built(layer, shape, seed=0, dtype=np.float64):
    layer.build(shape, np.random.default_rng(seed), dtype)
    return layer


def rows(*shape, seed=1, dtype=np.float64):
    return np.random.default_rng(seed).uniform(0.05, 0.95, shape).astype(dtype) * np.where(
        np.random.default_rng(seed + 1).random(shape) < 0.5, 1, -1
    ).astype(dtype)


def activation(name):
    return nn.Activation(name, **NEEDED.get(name, {}))


@pytest.mark.parametrize("name", [*TABLE, *GATES, *ROWS, *OTHERS])
def test_an_activation_agrees_with_differences(name):
    x = rows(5, 6)
    assert_backward_agrees(built(activation(name), (6,)), abs(x) if name in POSITIVE else x)


@pytest.mark.parametrize("use_bias", [True, False])
@pytest.mark.parametrize("name", [*TABLE, *GATES, *ROWS, *OTHERS, None])
def test_a_dense_layer_agrees_with_differences(name, use_bias):
    layer = built(nn.Dense(4, name and activation(name), use_bias=use_bias), (3,))
    x = rows(5, 3)
    if name in POSITIVE:
        layer.W[...] = abs(layer.W) / layer.W.size / 2
        x = abs(x)
    if use_bias:
        layer.b[...] = 0.4 if name in POSITIVE else rows(*layer.b.shape, seed=5)
    assert_backward_agrees(layer, x)


# layer, shape of a row
LAYERS = [
    (nn.Flatten(), (2, 3)),
    (nn.BatchNormalization(), (4,)),
    (nn.BatchNormalization(axis=(0, 2, 3)), (3, 2, 2)),
    (nn.LayerNormalization(), (4,)),
    (nn.LayerNormalization(axis=(-2, -1)), (3, 2)),
    (nn.RMSNormalization(), (4,)),
    (nn.RMSNormalization(axis=1), (3, 2)),
    (nn.Dense(4, "tanh"), (2, 3)),
    (nn.Dense(4, "swiglu"), (2, 3)),
    (nn.Dense(4, "gelu", initializer="he_normal"), (2, 2, 3)),
    (nn.Activation("leaky_relu", negative_slope=np.array([0.1, 0.2, 0.3])), (3,)),
    (nn.Dense(3, nn.Activation("swish", beta=np.array([0.5, 1.0, 2.0]))), (2,)),
    (nn.Dense(3, nn.Activation("leaky_relu", negative_slope=-0.5)), (2,)),  # whose derivative does not follow from the result
    (nn.Activation("elu", alpha=-0.5), (3,)),
    (nn.Activation("hard_tanh", min_val=-0.3, max_val=0.4), (3,)),
    (nn.Activation("softmax", temperature=0.5), (3,)),
    (nn.Dense(4, nn.Activation("swiglu_oai", alpha=1.5)), (3,)),
    (nn.Activation("linear"), (3,)),
    (nn.Activation(np.sin, derivative=np.cos), (3,)),
    (nn.Dense(3, nn.Activation(np.sin, derivative=np.cos, check=True)), (3,)),
]


@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=[f"{layer!r} {shape}" for layer, shape in LAYERS])
def test_a_layer_agrees_with_differences(layer, shape):
    layer = built(layer, shape)
    for seed, array in enumerate(layer.parameters):
        array += 0.3 * rows(*array.shape, seed=seed)
    assert_backward_agrees(layer, rows(6, *shape))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=[f"{layer!r} {shape}" for layer, shape in LAYERS])
def test_inference_gives_what_training_gives(layer, shape, dtype):
    if isinstance(layer, nn.BatchNormalization):
        pytest.skip("computes with other moments")
    layer, x = built(layer, shape, dtype=dtype), rows(6, *shape, dtype=dtype)
    trained, inferred = layer.forward(x, True), layer.forward(x)
    assert trained.dtype == inferred.dtype == dtype and trained.shape == inferred.shape == (6, *layer.output_shape)
    np.testing.assert_array_equal(trained, inferred)
    assert layer.forward(x[:0]).shape == (0, *layer.output_shape)


@pytest.mark.parametrize("name", ["relu", "gelu", "softmax", "leaky_relu"])
def test_a_dense_layer_is_the_formula(name):
    layer, x = built(nn.Dense(4, name), (3,)), rows(5, 3)
    layer.b[...] = [1, 2, 3, 4]
    np.testing.assert_allclose(layer.forward(x), getattr(fa, name)(x @ layer.W + layer.b), rtol=1e-13)


def test_a_gated_dense_layer_has_twice_as_many_columns():
    layer, x = built(nn.Dense(4, "swiglu"), (3,)), rows(5, 3)
    assert layer.W.shape == (3, 8) and layer.b.shape == (8,)
    np.testing.assert_allclose(layer.forward(x), fa.swiglu_packed(x @ layer.W + layer.b), rtol=1e-13)


def test_other_shapes_of_W():
    assert built(nn.Dense(4, nn.Activation("maxout", pieces=3)), (2,)).W.shape == (2, 12)
    assert built(nn.Dense(4, "crelu"), (2,)).W.shape == (2, 2)


def test_an_activation_has_all_its_names():
    for one in ("jax.nn.gelu", "GELU_tanh", fa.gelu_tanh):
        assert nn.Activation(one).core.name == nn.Dense(2, one).core.name == "gelu_tanh"
    assert nn.Dense(2, "F.glu").core.name == nn.Dense(2, fa.glu).core.name == "glu"
    assert nn.Dense(2, "linear").core.name == "identity"


@pytest.mark.parametrize("name", ["relu", "gelu", "tanh", "swish", None])
def test_weights_start_with_the_gain_over_the_root_of_the_inputs(name):
    layer = built(nn.Dense(300, name), (400,))
    gain = 1 if name is None else nn.init.gain(name)
    assert abs(layer.W.std() * 20 / gain - 1) < 0.02 and abs(layer.W.mean()) < 0.01 and not layer.b.any()


def test_an_initializer_is_a_name_or_a_function():
    def halves(shape, *, rng, dtype):
        return np.full(shape, 0.5, dtype)

    assert (built(nn.Dense(2, initializer=halves), (3,)).W == 0.5).all()
    wanted = nn.init.he_normal((3, 2), rng=np.random.default_rng(0), dtype=np.float64)
    assert (wanted == built(nn.Dense(2, initializer="he_normal"), (3,)).W).all()


# ---- dropout ----


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("rate", [0, 0.25, 0.9, 1])
def test_dropout_scales_what_it_leaves(rate, dtype):
    layer, x = built(nn.Dropout(rate), (1000,), dtype=dtype), np.ones((100, 1000), dtype)
    y = layer.forward(x, True).copy()
    kept = y != 0
    assert y.dtype == dtype and abs(kept.mean() - (1 - rate)) < 0.01
    if rate < 1:
        np.testing.assert_allclose(y[kept], 1 / (1 - rate), rtol=1e-6)
    np.testing.assert_array_equal(layer.backward(2 * x), 2 * y)
    assert layer.forward(x) is x


def test_dropout_of_all_gives_zeros_also_of_infinity():
    layer = built(nn.Dropout(1.0), (2,))
    assert not layer.forward(np.array([[np.inf, 1.0]]), True).any()


def test_dropout_draws_from_its_own_generator():
    first = nn.Network([nn.Dropout(0.5, rng=np.random.default_rng(3))], rng=1).forward(np.ones((9, 9)), True)
    second = nn.Network([nn.Dropout(0.5, rng=np.random.default_rng(3))], rng=2).forward(np.ones((9, 9)), True)
    third = nn.Network([nn.Dropout(0.5)], rng=2).forward(np.ones((9, 9)), True)
    assert (first == second).all() and (second != third).any()


# ---- batch normalisation ----


def test_the_running_statistics_are_pytorchs():
    layer = built(nn.BatchNormalization(), (1,))
    layer.forward(np.array([[1.0], [2.0], [3.0], [4.0]]), True)
    np.testing.assert_allclose([*layer.mean, *layer.var], [0.25, 0.9 + 0.1 * 5 / 3], rtol=1e-12)
    y = layer.forward(np.array([[0.25]]))
    assert abs(float(y[0, 0])) < 1e-12


def test_a_batch_of_one_row_leaves_the_statistics_alone():
    layer = built(nn.BatchNormalization(), (3,))
    layer.forward(rows(4, 3), True)
    before = [array.copy() for array in layer.statistics]
    y = layer.forward(rows(1, 3), True)
    np.testing.assert_array_equal(y, np.broadcast_to(layer.beta, (1, 3)))
    assert not layer.backward(np.ones((1, 3))).any()
    for one, other in zip(before, layer.statistics):
        np.testing.assert_array_equal(one, other)


# ---- copies ----


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))], ids=["deepcopy", "pickle"])
@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=[f"{layer!r} {shape}" for layer, shape in LAYERS])
def test_a_copy_computes_the_same(layer, shape, copied):
    layer, x = built(layer, shape), rows(6, *shape)
    wanted = layer.forward(x, True).copy()
    dx = layer.backward(np.ones_like(wanted)).copy()
    other = copied(layer)
    np.testing.assert_array_equal(other.forward(x, True), wanted)
    np.testing.assert_array_equal(other.backward(np.ones_like(wanted)), dx)
    for one, two in zip(layer.parameters, other.parameters):
        assert not np.shares_memory(one, two)


@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=[f"{layer!r} {shape}" for layer, shape in LAYERS])
def test_a_layer_is_made_anew_from_its_arguments(layer, shape):
    other = type(layer)(**layer.arguments())
    assert repr(other) == repr(layer) and other.shape_of(shape) == layer.shape_of(shape)


# ---- errors ----

ERRORS = [
    (lambda: nn.Dense(0), ValueError, "units must be at least 1, not 0"),
    (lambda: nn.Dense(2.0), TypeError, "units must be an integer, not float"),
    (lambda: nn.Dense(True), TypeError, "units must be an integer"),
    (lambda: nn.Dense(2, "gelo"), ValueError, "gelo.*nearest: gelu"),
    (lambda: nn.Dense(2, "softmax_grad"), ValueError, "nearest: softmax"),
    (lambda: nn.Dense(2, "logsumexp"), ValueError, "logsumexp cannot be a layer's activation"),
    (lambda: nn.Dense(2, 3), TypeError, "activation must be a string, an activation of fastact or None, not int"),
    (lambda: nn.Dense(2, np.tanh), ValueError, r"a function of your own is nn.Activation\(function, derivative="),
    (lambda: nn.Dense(3, "crelu"), ValueError, "crelu gives an even number of units, not 3"),
    (lambda: nn.Dense(3, "prelu"), TypeError, "slope"),
    (lambda: nn.Dense(3, initializer="he_norml"), ValueError, "he_norml.*nearest: he_normal"),
    (lambda: nn.Dense(3, initializer=4), TypeError, "initializer must be a string, a callable or None, not int"),
    (lambda: nn.Activation("relu", slope=1), TypeError, "relu has no parameter 'slope'"),
    (lambda: nn.Activation("elu", slope=1), TypeError, "elu has the parameters alpha, not 'slope'"),
    (lambda: nn.Activation("softplus", beta=0), ValueError, "beta"),
    (lambda: nn.Activation("softmax", axis=0), TypeError, "softmax has no parameter 'axis' in a layer"),
    (lambda: nn.Activation("maxout"), TypeError, "maxout needs the parameter 'pieces'"),
    (lambda: nn.Activation("maxout", pieces=0), ValueError, "pieces must be at least 1, not 0"),
    (lambda: nn.Activation("maxout", pieces=2.5), TypeError, "pieces must be an integer"),
    (lambda: nn.Activation("softmax", temperature=-1), ValueError, "temperature must be positive"),
    (lambda: nn.Activation("entmax", alpha="1.5"), TypeError, "alpha"),
    (lambda: nn.Dense(3, nn.Activation("swiglu_oai", alpha="one")), TypeError, "alpha must be an array of real numbers"),
    (lambda: nn.Activation("glu", gate="third"), ValueError, "gate"),
    (lambda: nn.Activation(None), TypeError, "name must be a string or a callable"),
    (lambda: nn.Activation(np.sin, derivative=np.sin, check=True), ValueError, "derivative is not that of the function: at "),
    (lambda: nn.Activation(np.sin, derivative=lambda x: 1, check=True), ValueError, "must return an array of the shape"),
    (lambda: nn.Activation(np.sin, derivative=3), TypeError, "both must be callable"),
    (lambda: nn.Activation("relu", check=True), TypeError, "check needs a derivative"),
    (lambda: nn.Dropout(1.5), ValueError, "rate must be from 0 to 1, not 1.5"),
    (lambda: nn.Dropout(-0.1), ValueError, "rate must be from 0 to 1"),
    (lambda: nn.Dropout(float("nan")), ValueError, "rate must be from 0 to 1, not nan"),
    (lambda: nn.Dropout("half"), TypeError, "rate must be a real number, not str"),
    (lambda: nn.BatchNormalization(momentum=1.1), ValueError, "momentum must be a number from 0 to 1"),
    (lambda: nn.BatchNormalization(axis=0.5), TypeError, "axis must be an integer or a tuple of integers"),
    (lambda: nn.LayerNormalization(epsilon=-1), ValueError, "epsilon must be finite and not negative"),
    (lambda: nn.Network([nn.LayerNormalization(axis=0)]).build((3,)), ValueError, "axis of LayerNormalization must not have"),
    (lambda: nn.Network([nn.BatchNormalization(axis=1)]).build((3,)), ValueError, "axis of BatchNormalization must have"),
    (lambda: nn.Network([nn.LayerNormalization(axis=2)]).build((3,)), ValueError, "layer 0, LayerNormalization"),
    (lambda: nn.Network([nn.Activation("swiglu")]).build((3,)), ValueError, "must be even, not 3"),
    (lambda: nn.Network([nn.Activation("maxout", pieces=2)]).build((3,)), ValueError, "multiple"),
]


@pytest.mark.parametrize(("call", "kind", "message"), ERRORS, ids=[message for _, _, message in ERRORS])
def test_what_is_wrong_is_refused(call, kind, message):
    with pytest.raises(kind, match=message):
        call()


@pytest.mark.parametrize("name", ["gelu", "relu", "leaky_relu", "softmax", "swiglu", None])
@pytest.mark.parametrize(("shape", "axis"), [((6,), 0), ((4, 5, 6), (0, 2, 3)), ((4, 6), (0, 1))])
def test_an_activation_behind_batch_normalisation_goes_with_it_at_inference(name, shape, axis):
    rng = np.random.default_rng(0)
    layers = [nn.BatchNormalization(axis=axis)] + ([] if name is None else [nn.Activation(name)])
    net = nn.Network(layers, rng=0, dtype=np.float32)
    x = rng.standard_normal((7, *shape)).astype(np.float32)
    net.forward(x, training=True)
    layers[0].gamma[...], layers[0].beta[...] = rng.standard_normal((2, *layers[0].gamma.shape))
    want = nn.batch_norm(
        x, layers[0].gamma, layers[0].beta, layers[0].mean, layers[0].var, axis=axis, training=False, epsilon=1e-5
    )
    if name is not None:
        want = layers[1].forward(want)
    np.testing.assert_array_equal(net.forward(x), want)
    assert (layers[0].forward_with(layers[-1]) is not None) == (name in ("gelu", "relu", "leaky_relu"))
