"""Sequential models of Keras 3 as networks: the same outputs, what is taken over, what is refused."""

import os

import numpy as np
import pytest

from fastact import nn

os.environ.setdefault("KERAS_BACKEND", "torch")
keras = pytest.importorskip("keras")
layers = keras.layers
pytestmark = pytest.mark.filterwarnings("ignore")  # what Keras and PyTorch say of each other

LIMITS = {"float32": 1e-5, "float64": 1e-12}  # of the largest number that goes out
DTYPES = pytest.mark.parametrize("dtype", LIMITS)


@pytest.fixture(autouse=True)
def computing_in_float64(monkeypatch):
    """Keras itself multiplies float64 in float32, but on TensorFlow."""
    types = pytest.importorskip("keras.src.backend.common.dtypes")
    monkeypatch.setitem(types.BIT64_TO_BIT32_DTYPE, "float64", "float64")


def model_of(made, shape, dtype="float32", seed=0):
    """A model of layers that are made under a policy, with random weights."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(dtype)
    try:
        model = keras.Sequential([keras.Input(shape, dtype="float64" if dtype == "float64" else "float32"), *made()])
    finally:
        keras.config.set_dtype_policy(before)
    rng = np.random.default_rng(seed)
    for weight in model.weights:
        positive = any(word in weight.path for word in ("variance", "gamma", "scale"))
        weight.assign(rng.uniform(0.3, 1.5, weight.shape) if positive else 0.5 * rng.standard_normal(weight.shape))
    return model


def outputs(model, x):
    return keras.ops.convert_to_numpy(model(x, training=False))


def assert_same_outputs(model, x):
    net, wanted = nn.Network.from_keras(model), outputs(model, x)
    found = net.forward(x)
    assert found.dtype == wanted.dtype
    limit = LIMITS[x.dtype.name] * max(1.0, float(np.abs(wanted).max()))
    np.testing.assert_allclose(found, wanted, rtol=0, atol=limit)
    return net


# ---- each layer -------------------------------------------------------------------------------------------------------------

NAMES = sorted(
    name
    for name, one in vars(keras.activations).items()
    if callable(one) and name not in ("get", "serialize", "deserialize", "threshold", "sparsemax")
)


@DTYPES
@pytest.mark.parametrize("shape", [(6,), (3, 6)], ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_activations_by_name(name, shape, dtype):
    rng = np.random.default_rng(0)
    x = (4 * rng.standard_normal((50, *shape))).astype(dtype)
    x[0] = np.linspace(-30, 30, x[0].size).reshape(shape)
    if (name, dtype) == ("softplus", "float64"):  # PyTorch's is x itself above 20
        x = np.minimum(x, 20)
    assert_same_outputs(model_of(lambda: [layers.Activation(name)], shape, dtype), x)
    net = assert_same_outputs(model_of(lambda: [layers.Dense(8, name)], shape, dtype), x / 4)
    assert len(net.layers) == 1


def test_defaults_are_those_of_keras():
    x = np.array([[-2.0, -0.5, 0.5, 2.0]], np.float32)
    for made, slope in ((layers.Activation("leaky_relu"), 0.2), (layers.LeakyReLU(), 0.3)):
        net = nn.Network.from_keras(keras.Sequential([keras.Input((4,)), made]))
        np.testing.assert_allclose(net.forward(x)[0, :2], [-2 * slope, -0.5 * slope], rtol=1e-6)
    net = nn.Network.from_keras(keras.Sequential([keras.Input((4,)), layers.Activation("gelu")]))
    assert repr(net) == "Network([Activation('gelu')])"


LAYERS = {
    "ReLU()": (lambda: layers.ReLU(), (6,)),
    "ReLU(2)": (lambda: layers.ReLU(2.0), (6,)),
    "ReLU(6)": (lambda: layers.ReLU(6.0), (6,)),
    "ReLU, negative_slope": (lambda: layers.ReLU(negative_slope=0.1), (6,)),
    "ReLU, max_value and negative_slope": (lambda: layers.ReLU(1.5, 0.1), (6,)),
    "ReLU, threshold": (lambda: layers.ReLU(threshold=0.7), (6,)),
    "LeakyReLU()": (lambda: layers.LeakyReLU(), (6,)),
    "LeakyReLU(0.1)": (lambda: layers.LeakyReLU(0.1), (6,)),
    "ELU(0.5)": (lambda: layers.ELU(0.5), (6,)),
    "PReLU": (lambda: layers.PReLU(), (6,)),
    "PReLU of 2 axes": (lambda: layers.PReLU(), (4, 6)),
    "PReLU, shared axis": (lambda: layers.PReLU(shared_axes=[1]), (4, 6)),
    "PReLU, the other axis": (lambda: layers.PReLU(shared_axes=[2]), (4, 6)),
    "PReLU, all axes": (lambda: layers.PReLU(shared_axes=[1, 2]), (4, 6)),
    "Softmax": (lambda: layers.Softmax(), (4, 6)),
    "Softmax by number": (lambda: layers.Softmax(2), (4, 6)),
    "Softmax in a list": (lambda: layers.Softmax([-1]), (4, 6)),
    "Dropout": (lambda: layers.Dropout(0.5), (6,)),
    "Flatten": (lambda: layers.Flatten(), (2, 3, 4)),
    "Identity": (lambda: layers.Identity(), (6,)),
    "Dense": (lambda: layers.Dense(5), (6,)),
    "Dense without bias": (lambda: layers.Dense(5, use_bias=False), (6,)),
    "Dense of 2 axes": (lambda: layers.Dense(5, "tanh"), (4, 6)),
    "Dense with a layer": (lambda: layers.Dense(5, layers.LeakyReLU(0.1)), (6,)),
    "Dense with a function": (lambda: layers.Dense(5, keras.activations.hard_sigmoid), (6,)),
    "BatchNormalization": (lambda: layers.BatchNormalization(), (6,)),
    "BatchNormalization of 2 axes": (lambda: layers.BatchNormalization(), (4, 6)),
    "BatchNormalization of axis 1": (lambda: layers.BatchNormalization(axis=1, epsilon=1e-2), (4, 6)),
    "BatchNormalization without center": (lambda: layers.BatchNormalization(center=False), (6,)),
    "BatchNormalization without scale": (lambda: layers.BatchNormalization(scale=False), (6,)),
    "BatchNormalization without both": (lambda: layers.BatchNormalization(scale=False, center=False), (6,)),
    "LayerNormalization": (lambda: layers.LayerNormalization(), (6,)),
    "LayerNormalization of 2 axes": (lambda: layers.LayerNormalization((1, 2)), (4, 6)),
    "LayerNormalization of the first and last of 3": (lambda: layers.LayerNormalization([1, 3]), (2, 3, 4)),
    "LayerNormalization without center": (lambda: layers.LayerNormalization(center=False), (6,)),
    "LayerNormalization without scale": (lambda: layers.LayerNormalization(scale=False), (6,)),
    "RMSNormalization": (lambda: layers.RMSNormalization(), (6,)),
    "RMSNormalization of 2 axes": (lambda: layers.RMSNormalization((1, 2), epsilon=1e-2), (4, 6)),
}


@DTYPES
@pytest.mark.parametrize("name", LAYERS)
def test_layers(name, dtype):
    made, shape = LAYERS[name]
    x = 2 * np.random.default_rng(1).standard_normal((20, *shape))
    for others in ((), (layers.Dense,)):
        assert_same_outputs(model_of(lambda: [made(), *(one(3) for one in others)], shape, dtype), x.astype(dtype))


def test_layer_normalisation_of_an_axis_between_is_what_keras_says_it_is():
    """On PyTorch, Keras's own fails."""
    model = model_of(lambda: [layers.LayerNormalization(1, epsilon=1e-2)], (4, 6))
    x = np.random.default_rng(0).standard_normal((3, 4, 6)).astype(np.float32)
    gamma, beta = model.get_weights()
    wanted = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 1e-2) * gamma[:, None] + beta[:, None]
    np.testing.assert_allclose(nn.Network.from_keras(model).forward(x), wanted, rtol=0, atol=1e-5)


def test_layers_become_layers_with_what_they_have():
    inner = [keras.Input((8,)), layers.BatchNormalization(momentum=0.8), layers.Activation("silu")]
    made = [layers.Dense(8, "gelu"), layers.Dropout(0.25), keras.Sequential(inner), layers.Identity(), layers.Dense(3)]
    net = nn.Network.from_keras(keras.Sequential([keras.Input((4,)), *made, layers.Softmax()]))
    assert repr(net) == (
        "Network([Dense(8, activation='gelu'), Dropout(0.25), BatchNormalization(momentum=0.8, epsilon=0.001), "
        "Activation('silu'), Dense(3, activation='softmax')])"
    )
    assert net.input_shape == (4,) and net.dtype == np.float32 and net.loss is None


def test_a_model_that_was_called_needs_no_input():
    model, x = keras.Sequential([layers.Dense(4, "relu"), layers.Dense(2)]), np.ones((2, 3), np.float32)
    with pytest.raises(ValueError, match="is not built"):
        nn.Network.from_keras(model)
    model(x)
    assert_same_outputs(model, x)


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16", "bfloat16"])
def test_policies_of_half_precision_are_computed_in_float32(policy):
    x = np.random.default_rng(0).standard_normal((9, 4)).astype(np.float32)
    half = model_of(lambda: [layers.Dense(6, "tanh"), layers.Dense(2)], (4,), policy)
    single = model_of(lambda: [layers.Dense(6, "tanh"), layers.Dense(2)], (4,))
    single.set_weights([keras.ops.convert_to_numpy(keras.ops.cast(weight, "float32")) for weight in half.weights])
    net = nn.Network.from_keras(half)
    assert net.dtype == np.float32
    np.testing.assert_allclose(net.forward(x), outputs(single, x), rtol=0, atol=1e-6)


def test_the_memory_is_the_networks_own():
    model, x = model_of(lambda: [layers.Dense(3), layers.PReLU()], (4,)), np.ones((2, 4), np.float32)
    net = nn.Network.from_keras(model)
    first = net.forward(x)
    model.set_weights([np.zeros(weight.shape) for weight in model.weights])
    np.testing.assert_array_equal(net.forward(x), first)


# ---- answers and training ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("units, end", [(3, "softmax"), (3, "sigmoid"), (1, "sigmoid")])
def test_probabilities_are_those_of_the_model(units, end):
    model = model_of(lambda: [layers.Dense(8, "relu"), layers.Dense(units, end)], (4,))
    x = np.random.default_rng(0).standard_normal((10, 4)).astype(np.float32)
    wanted = outputs(model, x)
    wanted = np.hstack([1 - wanted, wanted]) if units == 1 else wanted
    np.testing.assert_allclose(nn.Network.from_keras(model).predict_proba(x), wanted, rtol=0, atol=1e-6)


def test_training_goes_on():
    made = lambda: [  # noqa: E731
        layers.Dense(16), layers.BatchNormalization(scale=False, center=False), layers.PReLU(), layers.Dense(3, "softmax"),
    ]  # fmt: skip
    net = nn.Network.from_keras(model_of(made, (4,)))
    x = np.random.default_rng(0).standard_normal((200, 4))
    history = net.fit(x, x[:, :3].argmax(1), epochs=60, optimizer=nn.optimizers.Adam(1e-2), rng=0)
    assert history["loss"][-1] < 0.5 * history["loss"][0]
    assert (net.layers[1].gamma == 1).all() and (net.layers[1].beta == 0).all()


# ---- what is refused --------------------------------------------------------------------------------------------------------


class OwnDense(layers.Dense):
    pass


def with_another_call(layer):
    layer.call = lambda x, training=None, mask=None: x
    return layer


REFUSED = {
    "a layer": (lambda: [layers.GaussianNoise(0.1)], "layer 0, <GaussianNoise name=.*no counterpart"),
    "a nested one": (lambda: [layers.Dense(2), keras.Sequential([layers.UnitNormalization()])], r"layer 1\.0, <UnitNorm"),
    "a subclass": (lambda: [OwnDense(3)], "layer 0, <OwnDense name="),
    "another call": (lambda: [with_another_call(layers.ReLU())], "layer 0, <ReLU.*its call is another than that of its class"),
    "a Sequential with another call": (
        lambda: [with_another_call(keras.Sequential([keras.Input((4, 6)), layers.Dense(6)]))], "layer 0, <Sequential.*its call",
    ),
    "an activation with another call": (
        lambda: [layers.Dense(3, with_another_call(layers.ReLU()))], "layer 0, <Dense.*the call of its activation, <ReLU",
    ),
    "an activation of one's own": (lambda: [layers.Dense(3, lambda x: 2 * x)], "layer 0, <Dense.*<lambda>, has no counterpart"),
    "sparsemax": (lambda: [layers.Dense(3, "sparsemax")], "layer 0, <Dense.*sparsemax, has no counterpart"),
    "an activation by its layer": (lambda: [layers.Dense(3, layers.ReLU(1, 0.1, 0.5))], "a threshold together with a slope"),
    "ReLU of too much": (lambda: [layers.ReLU(1, threshold=0.5)], "a threshold together with a slope or a max_value"),
    "renorm": (lambda: [layers.BatchNormalization(renorm=True)], "layer 0, <BatchNormalization.*renorm=True"),
    "rms_scaling": (lambda: [layers.LayerNormalization(rms_scaling=True)], "layer 0, <LayerNormalization.*rms_scaling=True"),
    "RMSNormalization of axis 1": (lambda: [layers.RMSNormalization(1)], "layer 0, <RMSNorm.*only the last axes"),
    "Softmax of another axis": (lambda: [layers.Softmax(1)], "layer 0, <Softmax.*not axis=1"),
    "Softmax of several axes": (lambda: [layers.Softmax([1, 2])], "layer 0, <Softmax.*not axis="),
    "channels first": (lambda: [layers.Flatten("channels_first")], "layer 0, <Flatten.*channels_first"),
    "noise_shape": (lambda: [layers.Dropout(0.5, (None, 1, 6))], "layer 0, <Dropout.*noise_shape"),
    "a functional model": (
        lambda: [keras.Model(one := keras.Input((4, 6)), layers.Dense(2)(one))], "layer 0, <Functional name=",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_counterpart_is_named(name):
    made, told = REFUSED[name]
    with pytest.raises(ValueError, match=f"from_keras cannot translate .*{told}"):
        nn.Network.from_keras(keras.Sequential([keras.Input((4, 6)), *made(), layers.Dense(2)]))


def test_all_that_is_refused_is_named_at_once():
    made = [layers.GaussianNoise(0.1), layers.Dense(3), layers.Conv1D(4, 2), layers.ReLU(1, threshold=0.5), layers.Flatten()]
    model = keras.Sequential([keras.Input((4, 6)), *made, layers.Dense(2), layers.Softmax(0)])
    with pytest.raises(ValueError) as error:
        nn.Network.from_keras(model)
    told = [one.partition("layer ")[2].partition(" name")[0] for one in str(error.value).split("; ")]
    assert told == ["0, <GaussianNoise", "2, <Conv1D", "3, <ReLU", "6, <Softmax"]


def test_quantised_layers_are_refused():
    model = model_of(lambda: [layers.Dense(16), layers.Dense(2)], (16,))
    model.quantize("int8")
    with pytest.raises(ValueError, match=r"layer 0, <Dense.*quantised, int8; layer 1"):
        nn.Network.from_keras(model)


def test_unknown_lengths_are_refused():
    with pytest.raises(ValueError, match=r"must know the whole shape of a row, not \(None, 3\)"):
        nn.Network.from_keras(keras.Sequential([keras.Input((None, 3)), layers.Dense(2)]))


@pytest.mark.parametrize("given", [None, 3, [layers.Dense(2)], keras.Sequential], ids=["None", "3", "list", "class"])
def test_what_is_no_model_is_a_type_error(given):
    with pytest.raises(TypeError, match=r"model must be a keras\.Sequential of Keras 3, not"):
        nn.Network.from_keras(given)


def test_other_models_are_named():
    x = keras.Input((3,))
    with pytest.raises(ValueError, match=r"model .* has a call of its own, which may compute anything"):
        nn.Network.from_keras(with_another_call(keras.Sequential([x, layers.Dense(2)])))
    with pytest.raises(ValueError, match=r"model must be a keras\.Sequential, not Functional"):
        nn.Network.from_keras(keras.Model(x, layers.Dense(2)(x)))


# ---- random architectures ---------------------------------------------------------------------------------------------------


def architecture(rng, shape):
    """Random layers, nested too, for rows of a shape."""
    made = []
    for _ in range(rng.integers(1, 8)):
        axes = len(shape)
        kind = rng.choice(["dense", "activation", "norm", "other"])
        if kind == "dense":
            name = None if rng.integers(2) else str(rng.choice([name for name in NAMES if name not in ("glu", "softplus")]))
            made.append(layers.Dense(int(rng.integers(1, 9)), name, bool(rng.integers(2))))
            shape = (*shape[:-1], made[-1].units)
        elif kind == "activation":
            found = [one for key, (one, _) in LAYERS.items() if key.startswith(("ReLU", "LeakyReLU", "ELU"))]
            made.append(found[rng.integers(len(found))]())
        elif kind == "norm":
            options = {"scale": bool(rng.integers(2)), "center": bool(rng.integers(2))}
            found = [
                layers.BatchNormalization(int(rng.integers(1, axes + 1)), **options),
                layers.LayerNormalization(epsilon=1e-2, **options),
                layers.LayerNormalization(list(range(1, axes + 1)), epsilon=1e-2, **options),
                layers.RMSNormalization(epsilon=1e-2),
            ]
            made.append(found[rng.integers(len(found))])
        else:
            shared = [k + 1 for k in range(axes) if rng.integers(2)]
            found = [
                layers.PReLU(shared_axes=shared),
                layers.Dropout(0.5),
                layers.Flatten(),
                layers.Identity(),
                layers.Softmax(),
            ]
            made.append(found[rng.integers(len(found))])
            shape = (int(np.prod(shape)),) if isinstance(made[-1], layers.Flatten) else shape
    if rng.integers(2):
        start = rng.integers(len(made))
        made[start:] = [keras.Sequential(made[start:])]
    return made


@pytest.mark.parametrize("seed", range(50))
def test_random_architectures(seed):
    shape = tuple(int(n) for n in np.random.default_rng(seed).integers(1, 9, seed % 3 + 1))
    x = np.random.default_rng(seed).standard_normal((7, *shape))
    for dtype in LIMITS:
        made = lambda: [*architecture(np.random.default_rng(seed), shape), layers.Dense(3)]  # noqa: E731
        net = assert_same_outputs(model_of(made, shape, dtype, seed), x.astype(dtype))
    history = net.fit(x, np.random.default_rng(seed).standard_normal((7, *net.layers[-1].output_shape)), 2, rng=0)
    assert np.isfinite(history["loss"]).all()
