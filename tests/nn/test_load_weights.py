"""Weights by their names in PyTorch or here: what they become, and what is refused before anything is written."""

import copy
from collections import OrderedDict

import numpy as np
import pytest
from saved import SUFFIXES, moved

from fastact import nn


def layers():
    return [
        nn.Dense(4, "gelu"), nn.BatchNormalization(), nn.Dropout(0.5), nn.Dense(3, "tanh", use_bias=False),
        nn.RMSNormalization(), nn.LayerNormalization(), nn.Dense(2),
    ]  # fmt: skip


SHAPES = {
    "0.weight": (4, 5), "0.bias": (4,),
    "1.weight": (4,), "1.bias": (4,), "1.running_mean": (4,), "1.running_var": (4,),
    "3.weight": (3, 4),
    "last.norm.weight": (3,),
    "last.other.weight": (3,), "last.other.bias": (3,),
    "last.weight": (2, 3), "last.bias": (2,),
}  # fmt: skip
OURS = {
    "0.weight": "0.W", "0.bias": "0.b", "1.weight": "1.gamma", "1.bias": "1.beta", "1.running_mean": "1.mean",
    "1.running_var": "1.var", "3.weight": "3.W", "last.norm.weight": "last.norm.gamma", "last.other.weight": "last.other.gamma",
    "last.other.bias": "last.other.beta", "last.weight": "last.W", "last.bias": "last.b",
}  # fmt: skip


def weights(dtype=np.float32):
    """A state_dict as PyTorch's, with what it counts."""
    rng = np.random.default_rng(0)
    found = OrderedDict((name, rng.uniform(0.2, 1, shape).astype(dtype)) for name, shape in SHAPES.items())
    found["1.num_batches_tracked"] = np.array(7)
    return found


def in_our_words(given):
    return {OURS[name]: array.T if OURS[name].endswith("W") else array for name, array in given.items() if name in OURS}


def arrays(net):
    return [array.copy() for layer in net.layers for array in layer.arrays.values()]


def written_out(given, x):
    """The network's outputs, by NumPy."""
    w = {name: array.astype(np.float64) for name, array in given.items()}
    import fastact as fa

    x = fa.gelu(x @ w["0.weight"].T + w["0.bias"])
    x = (x - w["1.running_mean"]) / np.sqrt(w["1.running_var"] + 1e-5) * w["1.weight"] + w["1.bias"]
    x = np.tanh(x @ w["3.weight"].T)
    x = x / np.sqrt((x**2).mean(1, keepdims=True) + 1e-6) * w["last.norm.weight"]
    x = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 1e-5)
    x = x * w["last.other.weight"] + w["last.other.bias"]
    return x @ w["last.weight"].T + w["last.bias"]


X = np.random.default_rng(1).standard_normal((6, 5))


@pytest.mark.parametrize("built", [False, True])
@pytest.mark.parametrize("words", [dict, in_our_words], ids=["PyTorch's", "ours"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_outputs_are_those_of_the_weights(dtype, words, built):
    net, given = nn.Network(layers()), weights(dtype)
    if built:
        net.build((5,), dtype)
    net.load_weights(words(given))
    assert net.dtype == dtype and net.input_shape == (5,)
    limit = 1e-5 if dtype is np.float32 else 1e-13
    np.testing.assert_allclose(net.forward(X), written_out(given, X), rtol=0, atol=limit)
    history = net.fit(X, np.arange(6) % 2, epochs=2, rng=0)
    assert np.isfinite(history["loss"]).all()


def test_live_arrays_are_written_and_the_given_ones_are_not_kept():
    net, given = nn.Network(layers(), rng=0), weights()
    net.build((5,))
    before = net.parameters
    net.load_weights(given)
    assert all(mine is array for mine, array in zip(net.parameters, before))
    W = net.layers[0].W.copy()
    given["0.weight"][...] = 0
    np.testing.assert_array_equal(net.layers[0].W, W)


def test_the_state_of_an_optimiser_stays():
    net, adam = nn.Network(layers(), rng=0), nn.optimizers.Adam(1e-2)
    net.fit(X, np.arange(6) % 2, epochs=3, optimizer=adam)
    step, state = adam.step, copy.deepcopy(adam.state())
    net.load_weights(weights())
    assert adam.step == step and repr(adam.state()) == repr(state)
    net.fit(X, np.arange(6) % 2, epochs=1, optimizer=adam)


def test_layers_keep_their_identity_when_they_are_built():
    made = layers()
    net = nn.Network(made, rng=3)
    net.load_weights(weights())
    assert all(mine is layer for mine, layer in zip(net.layers, made)) and made[0].shape == (5,)


@pytest.mark.parametrize("activation, width", [("glu", 8), ("crelu", 2), ("relu", 4)])
def test_an_activation_before_the_first_layer_with_arrays_says_how_long_rows_are(activation, width):
    net = nn.Network([nn.Activation(activation), nn.Dropout(0.1), nn.Dense(3)])
    net.load_weights({"weight": np.ones((3, 4)), "bias": np.zeros(3)})
    assert net.input_shape == (width,)


@pytest.mark.parametrize("first, shape", [(nn.LayerNormalization((-2, -1)), (3, 4)), (nn.BatchNormalization(), (4,))])
def test_normalisations_say_which_rows_they_take(first, shape):
    names = ("gamma", "beta", "mean", "var")[: 4 if isinstance(first, nn.BatchNormalization) else 2]
    net = nn.Network([first])
    net.load_weights({f"a.{name}": np.full(shape, 2.0) for name in names})
    assert net.input_shape == shape and (net.layers[0].beta == 2).all()


def test_gated_units_have_their_columns():
    net = nn.Network([nn.Dense(3, "swiglu")])
    net.load_weights({"weight": np.ones((6, 4)), "bias": np.zeros(6)})
    assert net.layers[0].W.shape == (4, 6)


def test_layers_that_are_built_take_weights_where_the_network_is_not():
    first = nn.Network([nn.Dense(3), nn.Dense(2)])
    first.build((4,))
    net = nn.Network([nn.Flatten(), *first.layers])
    given = {"0.W": np.ones((4, 3)), "0.b": np.ones(3), "1.W": np.ones((3, 2)), "1.b": np.ones(2)}
    net.load_weights(given)
    assert net.forward(np.ones((1, 2, 2), np.float32)).tolist() == [[16.0, 16.0]]


def stacked(names):
    """Names in the order of layers, each of which is another permutation of what comes in, and their outputs for 0, 1, 2 ..."""
    rng, row, given = np.random.default_rng(0), np.arange(5.0), {}
    for name in names:
        order = rng.permutation(5)
        row = row[order]
        given |= {f"{name}.weight": np.eye(5)[order], f"{name}.bias": np.zeros(5)}
    return given, row


NUMBERED = {
    "Sequential": [str(k) for k in range(0, 24, 2)],
    "behind a word": [f"_orig_mod.module.{k}" for k in range(12)],
    "nested": ["0", "1.0", "1.2", "1.10", "2", "10.0", "10.1"],
    "in words": [f"fc{k}" for k in range(1, 12)],
}


@pytest.mark.parametrize("sorting", [list, sorted], ids=["by layers", "as text"])
@pytest.mark.parametrize("names", NUMBERED)
def test_names_that_are_sorted_as_text_go_by_their_numbers(names, sorting):
    given, wanted = stacked(NUMBERED[names])
    net = nn.Network([nn.Dense(5) for _ in NUMBERED[names]])
    net.load_weights({name: given[name] for name in sorting(given)})
    assert net.forward(np.arange(5.0)[None]).tolist() == [wanted.tolist()]


def test_layers_may_be_numbered_from_the_last_to_the_first():
    names = [f"up{k}" for k in range(11, 0, -1)]
    given, wanted = stacked(names)
    net = nn.Network([nn.Dense(5) for _ in names])
    net.load_weights(given)
    assert net.forward(np.arange(5.0)[None]).tolist() == [wanted.tolist()]


def test_words_that_are_sorted_as_text_are_refused():
    names = [*(f"layers.{k}" for k in range(12)), "head"]
    given, _ = stacked(names)
    net = nn.Network([nn.Dense(5) for _ in names])
    with pytest.raises(ValueError, match=r"sorted as text, which does not say whether 'head' or 'layers\.0' comes first"):
        net.load_weights({name: given[name] for name in sorted(given)})
    assert net.input_shape is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_arrays_of_a_file_of_ours(suffix, tmp_path):
    saved = moved(nn.Network([nn.Dense(5, "tanh") for _ in range(12)]), (5,), np.float32)
    path = tmp_path / f"net.{suffix}"
    saved.save(path)
    net = nn.Network([nn.Dense(5, "tanh") for _ in range(12)])
    if suffix == "npz":
        with np.load(path) as given:
            with pytest.raises(ValueError, match=r"is a file of net\.save, which nn\.Network\.load\(path\) reads"):
                net.load_weights(given)
            given = {name: given[name] for name in given if name not in ("description", "sha256")}
    else:
        given = pytest.importorskip("safetensors.numpy").load_file(path)
        assert list(given)[:4] == ["0.W", "0.b", "1.W", "1.b"] and list(given)[4] == "10.W"
    net.load_weights(given)
    assert net.forward(X).tobytes() == saved.forward(X).tobytes()


# ---- what is refused --------------------------------------------------------------------------------------------------------


def without(name):
    return {key: array for key, array in weights().items() if key != name}


REFUSED = {
    "no bias": (without("0.bias"), ValueError, r"lacks '0\.bias' or '0\.b', of the shape \(4,\), for layer 0, Dense"),
    "no weight": (without("0.weight"), ValueError, r"lacks '0\.weight' or '0\.W'.*, for layer 0, Dense"),
    "no statistics": (without("1.running_var"), ValueError, r"lacks '1\.running_var' or '1\.var', of the shape \(4,\)"),
    "unknown": (weights() | {"0.extra": np.ones(4)}, ValueError, r"'0\.extra', but layer 0.*has only weight, bias, W, b"),
    "a bias where none is": (weights() | {"3.bias": np.ones(3)}, ValueError, r"has '3\.bias', but layer 3"),
    "twice": (weights() | {"0.W": np.ones((5, 4))}, ValueError, r"two arrays for the W of layer 0.*'0\.W'"),
    "not transposed": (
        weights() | {"3.weight": np.ones((4, 3))}, ValueError,
        r"\['3\.weight'\] must have the shape \(3, 4\), \(outputs, inputs\), for layer 3, Dense.*, not \(4, 3\)",
    ),
    "longer": (weights() | {"1.running_var": np.ones(5)}, ValueError, r"running_var'\] must have the shape \(4,\)"),
    "of one axis": (weights() | {"0.weight": np.ones(4)}, ValueError, r"'0\.weight'\] must have (two axes|the shape \(4, 5\))"),
    "too many": (weights() | {"more": np.ones(3)}, ValueError, r"each of the 6 layers.*, not 7 \("),
    "too few": ({"0.weight": np.ones((4, 5)), "0.bias": np.ones(4)}, ValueError, r"each of the 6 layers.*, not 1 \('0'\)"),
    "none": ({}, ValueError, r"each of the 6 layers.*, not 0 \(none\)"),
    "complex": (weights() | {"0.bias": np.ones(4, complex)}, TypeError, r"state_dict\['0\.bias'\].*real.*complex128"),
    "text": (weights() | {"0.bias": np.array(list("abcd"))}, TypeError, r"state_dict\['0\.bias'\].*real"),
    "objects": (weights() | {"0.bias": np.array([None] * 4)}, TypeError, r"state_dict\['0\.bias'\].*real.*object"),
    "names that are none": ({0: np.ones(3)}, TypeError, "strings as names, not 0"),
    "too large": (weights() | {"0.bias": np.full(4, 1e39)}, ValueError, r"state_dict\['0\.bias'\].*too large for float32"),
    "a list": ([("0.weight", 1)], TypeError, "must be a mapping of names to arrays, not list"),
}  # fmt: skip


@pytest.mark.parametrize("built", [False, True])
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_named_and_nothing_is_written(name, built):
    given, error, told = REFUSED[name]
    net = nn.Network(layers(), dtype=np.float32)
    if built:
        net.build((5,))
    before = arrays(net)
    with pytest.raises(error, match=told):
        net.load_weights(given)
    assert all(map(np.array_equal, arrays(net), before)) and len(arrays(net)) == len(before)
    assert net.input_shape == ((5,) if built else None)
    assert all((layer.shape is None) is not built for layer in net.layers)


@pytest.mark.parametrize(
    "first", [nn.Flatten(), nn.BatchNormalization((0, 1)), nn.LayerNormalization(1), nn.LayerNormalization((1, 2))], ids=repr
)
def test_rows_that_weights_do_not_say_must_be_said(first):
    net = nn.Network([first, nn.Dense(2)])
    given = {"1.weight": np.ones((2, 4)), "1.bias": np.ones(2)}
    if first.kept:
        given = {f"0.{name}": np.ones(4) for name in first.kept} | given
    with pytest.raises(ValueError, match=r"is not built, and layer .* does not say for which rows: build it first"):
        net.load_weights(given)
    assert net.layers[1].W is None


def test_layers_that_do_not_fit_one_another_are_refused():
    net = nn.Network([nn.Dense(3), nn.Dense(2)])
    with pytest.raises(ValueError, match=r"'1\.weight'\] must have the shape \(2, 3\).* for layer 1.*not \(2, 4\)"):
        net.load_weights({"0.weight": np.ones((3, 5)), "0.bias": np.ones(3), "1.weight": np.ones((2, 4)), "1.bias": np.ones(2)})
    assert net.layers[0].W is None and net.input_shape is None


# ---- arrays of others -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bfloat16", "float8_e4m3fn"])
def test_types_that_numpy_has_not_are_float32(name):
    narrow = getattr(pytest.importorskip("ml_dtypes"), name)
    net = nn.Network([nn.Dense(2)])
    net.load_weights({"weight": np.array([[0.5, -2.0], [1.0, 4.0]], narrow), "bias": np.ones(2, narrow)})
    assert net.dtype == np.float32 and net.layers[0].W.tolist() == [[0.5, 1.0], [-2.0, 4.0]]


@pytest.mark.parametrize("kind", ["bfloat16", "float16", "float32", "float64", "float8_e5m2", "int8"])
def test_tensors_of_pytorch(kind):
    torch = pytest.importorskip("torch")
    weight = torch.tensor([[0.5, -2.0], [1.0, 4.0]]).to(getattr(torch, kind))
    net = nn.Network([nn.Dense(2)])
    weight = torch.nn.Parameter(weight) if weight.is_floating_point() else weight
    net.load_weights({"weight": weight, "bias": torch.ones(2)})
    assert net.dtype == (np.float64 if kind == "float64" else np.float32)
    np.testing.assert_array_equal(net.layers[0].W, weight.detach().double().numpy().T)


def test_tensors_that_have_no_values_are_named():
    torch = pytest.importorskip("torch")
    net, bias = nn.Network([nn.Dense(2)]), torch.ones(2)
    with pytest.raises(ValueError, match=r"state_dict\['weight'\] is on the device meta"):
        net.load_weights({"weight": torch.ones(2, 2, device="meta"), "bias": bias})
    with pytest.raises(TypeError, match=r"state_dict\['weight'\]: .*[Ss]parse"):
        net.load_weights({"weight": torch.ones(2, 2).to_sparse(), "bias": bias})
    with pytest.raises(TypeError, match=r"not Linear; of a module, give module\.state_dict\(\)"):
        net.load_weights(torch.nn.Linear(2, 2))


def test_a_module_of_ones_own_is_a_network_of_the_same_layers():
    torch = pytest.importorskip("torch")

    class Own(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.norm, self.head = torch.nn.Linear(5, 8), torch.nn.BatchNorm1d(8), torch.nn.Linear(8, 3)

        def forward(self, x):
            return self.head(torch.nn.functional.silu(self.norm(self.first(x))))

    module = Own()
    for _ in range(3):
        module(3 * torch.randn(20, 5))
    net = nn.Network([nn.Dense(8), nn.BatchNormalization(), nn.Activation("silu"), nn.Dense(3)])
    net.load_weights(module.state_dict())
    with torch.no_grad():
        wanted = module.eval()(torch.from_numpy(X.astype(np.float32))).numpy()
    np.testing.assert_allclose(net.forward(X), wanted, rtol=0, atol=1e-5)
