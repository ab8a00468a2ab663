"""Networks: against backpropagation written out, what they learn, what they answer."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from differences import gradient
from sklearn.datasets import load_digits

import fastact as fa
from fastact import nn


def problem(n=60, inputs=3, classes=4, dtype=np.float64, seed=0):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((n, inputs)).astype(dtype), rng.integers(0, classes, n)


def parameters_of(net):
    return [array.copy() for array in net.parameters]


def assert_same(found, wanted):
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted):
        np.testing.assert_array_equal(one, other)


# ---- the notes' formulas ----


def backpropagation(x, y, weights, biases):
    """The notes': A = tanh(Z), Z = A W + b, softmax at the end; dZ = A - Y, dW = A'dZ/m, db = mean(dZ), and further down
    dZ = (dZ W')*(1 - A^2).  The mean cross-entropy and the gradients, W then b."""
    inputs, m = [x], len(x)
    for k, (w, b) in enumerate(zip(weights, biases)):
        z = inputs[-1] @ w + b
        if k < len(weights) - 1:
            inputs.append(np.tanh(z))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    a = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.sum(y * np.log(a), axis=1))
    dz, found = a - y, []
    for k in reversed(range(len(weights))):
        found = [inputs[k].T @ dz / m, dz.mean(axis=0), *found]
        if k:
            dz = (dz @ weights[k].T) * (1 - inputs[k] ** 2)
    return loss, found


class Recording:
    """An optimiser that changes nothing, and keeps copies of the gradients."""

    learning_rate = 1.0

    def __init__(self):
        self.found = []

    def update(self, parameters, gradients, *, rate_factors=None, decayed=None):
        self.found = [gradient.copy() for gradient in gradients]
        self.rate_factors, self.decayed = rate_factors, decayed


@pytest.mark.parametrize("last", [None, "softmax"])
@pytest.mark.parametrize("hidden", [[4], [5, 4], [6, 5, 4, 3]])
def test_gradients_are_those_of_backpropagation_written_out(hidden, last):
    x, labels = problem()
    net = nn.Network([*(nn.Dense(units, "tanh") for units in hidden), nn.Dense(4, last)], rng=1)
    kept = Recording()
    history = net.fit(x, labels, batch_size=len(x), optimizer=kept, shuffle=False)
    loss, found = backpropagation(x, np.eye(4)[labels], net.parameters[::2], net.parameters[1::2])
    np.testing.assert_allclose(history["loss"], [loss], rtol=1e-12)
    for one, other in zip(kept.found, found, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-14)


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize(
    ("loss", "last", "targets"),
    [
        ("softmax_cross_entropy", None, "classes"),
        ("softmax_cross_entropy", "softmax", "classes"),
        ("softmax_cross_entropy", "log_softmax", "classes"),
        ("softmax_cross_entropy", "softmax", "shares"),
        ("softmax_cross_entropy", "sigmoid", "classes"),
        ("sigmoid_cross_entropy", None, "shares"),
        ("sigmoid_cross_entropy", "sigmoid", "shares"),
        ("squared_error", None, "shares"),
        ("squared_error", "softmax", "shares"),
        ("squared_error", "sigmoid", "shares"),
        ("absolute_error", "tanh", "shares"),
        ("huber", None, "shares"),
    ],
)
def test_gradients_of_every_loss_agree_with_differences(loss, last, targets, weighted):
    x, labels = problem(n=12)
    y = labels if targets == "classes" else fa.softmax(np.random.default_rng(3).standard_normal((12, 4)))
    sample_weight = np.random.default_rng(4).uniform(0.5, 2, 12) if weighted else None
    net = nn.Network(
        [nn.Dense(5, "gelu"), nn.BatchNormalization(), nn.Dense(6, "swiglu"), nn.LayerNormalization(), nn.Dense(4, last)],
        loss=loss,
        rng=1,
    )
    kept = Recording()

    def found():
        return net.fit(x, y, batch_size=12, optimizer=kept, shuffle=False, sample_weight=sample_weight)["loss"][0]

    found()
    for one, array in zip([array.copy() for array in kept.found], net.parameters, strict=True):
        np.testing.assert_allclose(one, gradient(found, array), rtol=1e-5, atol=2e-9)


def test_the_loss_functions_are_their_formulas():
    a, y = np.random.default_rng(0).standard_normal((2, 10, 3))
    d = a - y
    wanted = {
        "squared_error": np.mean(d**2),
        "absolute_error": np.mean(abs(d)),
        "huber": np.mean(np.where(abs(d) <= 1, d**2 / 2, abs(d) - 0.5)),
        "mse": np.mean(d**2),
    }
    for name, loss in wanted.items():
        net = nn.Network([nn.Activation("identity")], loss=name)
        assert net.evaluate(a, y) == {"loss": pytest.approx(loss, rel=1e-12)}


def test_forward_and_backward_without_fit():
    x, _ = problem()
    net = nn.Network([nn.Dense(5, "gelu"), nn.Dense(4, "softmax")], rng=1)
    dy = np.random.default_rng(5).standard_normal((60, 4))
    y = net.forward(x, training=True)
    dx = net.backward(dy)
    gradients = [array.copy() for array in net.gradients]
    np.testing.assert_array_equal(y, net.forward(x))
    np.testing.assert_allclose(y.sum(axis=1), 1)

    def total():
        return float((net.forward(x) * dy).sum())

    for one, array in zip([dx, *gradients], [x, *net.parameters]):
        np.testing.assert_allclose(one, gradient(total, array), rtol=1e-5, atol=1e-8)
    net.forward(2 * x, training=True)
    np.testing.assert_allclose(y.sum(axis=1), 1)  # not overwritten


# ---- what it is ----


def test_the_notes_network_has_27_parameters():
    net = nn.Network([nn.Dense(4, "sigmoid"), nn.Dense(3)])
    with pytest.raises(ValueError, match="summary needs the shape of a row"):
        net.summary()
    net.forward(np.zeros((300, 2)))
    lines = net.summary().splitlines()
    assert lines[-1].split() == ["total", "27"] and lines[1].split()[-1] == "12" and "(n, 4)" in lines[1]
    assert sum(array.size for array in net.parameters) == 27


def test_parameters_and_gradients_are_the_arrays_themselves():
    net = nn.Network([nn.Dense(4), nn.BatchNormalization(), nn.Dense(3, use_bias=False), nn.RMSNormalization()])
    net.build((2,))
    first, normal, second, rms = net.layers
    wanted = [first.W, first.b, normal.gamma, normal.beta, second.W, rms.gamma]
    assert [id(array) for array in net.parameters] == [id(array) for array in wanted]
    assert [array.shape for array in net.gradients] == [array.shape for array in wanted]
    assert all(array.dtype == np.float32 for array in net.parameters)


@pytest.mark.parametrize(
    ("given", "dtype", "wanted"),
    [
        ("f", None, "f"),
        ("d", None, "d"),
        ("e", None, "f"),
        ("B", None, "f"),
        ("?", None, "f"),
        ("q", None, "d"),
        ("d", np.float32, "f"),
        ("f", np.float64, "d"),
        (">f4", None, "f"),
    ],
)
def test_the_type_is_that_of_the_first_inputs(given, dtype, wanted):
    x, labels = problem()
    x = (x > 0).astype(given) if given in "B?q" else x.astype(given)
    net = nn.Network([nn.Dense(4, "tanh"), nn.LayerNormalization(), nn.Dense(4)], dtype=dtype)
    net.fit(x, labels)
    assert net.forward(x).dtype == net.dtype == wanted and all(array.dtype == wanted for array in net.parameters)
    assert net.forward(x.astype("d")).dtype == wanted


def test_rows_may_have_more_axes():
    rng = np.random.default_rng(0)
    x, labels = rng.standard_normal((20, 5, 3)), rng.integers(0, 4, (20, 5))
    net = nn.Network([nn.Dense(6, "gelu"), nn.LayerNormalization(), nn.Dense(4)], rng=0)
    flat = nn.Network([nn.Dense(6, "gelu"), nn.LayerNormalization(), nn.Dense(4)], rng=0)
    one = net.fit(x, labels, batch_size=4, rng=1, shuffle=False, sample_weight=np.arange(1.0, 21))
    other = flat.fit(
        x.reshape(-1, 3),
        labels.reshape(-1),
        batch_size=20,
        rng=1,
        shuffle=False,
        sample_weight=np.repeat(np.arange(1.0, 21), 5),
    )
    np.testing.assert_allclose(one["loss"], other["loss"], rtol=1e-12)
    for a, b in zip(net.parameters, flat.parameters):
        np.testing.assert_allclose(a, b, rtol=1e-9)
    assert net.predict(x).shape == (20, 5) and net.predict_proba(x).shape == (20, 5, 4)
    np.testing.assert_allclose(net.evaluate(x, labels)["accuracy"], (net.predict(x) == labels).mean())
    inputs = nn.Network([nn.Flatten(), nn.Dense(2)])
    inputs.fit(x, labels[:, 0] % 2)
    assert inputs.predict(x).shape == (20,)


def test_layers_that_are_built_keep_their_weights():
    x, labels = problem()
    first = nn.Network([nn.Dense(5, "gelu"), nn.BatchNormalization(), nn.Dense(4)], rng=0)
    first.fit(x, labels)
    before = parameters_of(first)
    second = nn.Network([*first.layers[:-1], nn.Dense(2)], rng=1)
    y = second.forward(x)
    assert_same(parameters_of(first), before)
    assert y.shape == (60, 2) and second.parameters[0] is first.parameters[0]
    other = nn.Network([nn.Dense(3), *first.layers[1:]])
    with pytest.raises(ValueError, match=r"layer 1, BatchNormalization.*, is built for rows of the shape \(5,\) and float64"):
        other.forward(x)
    with pytest.raises(ValueError, match=r"is built for rows of the shape \(3,\) and float64, not for \(3,\) and float32"):
        nn.Network(first.layers).forward(x.astype(np.float32))
    assert other.input_shape is None and other.layers[0].W is None


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))], ids=["deepcopy", "pickle"])
def test_a_copy_of_a_network_goes_on_by_itself(copied):
    x, labels = problem()
    net = nn.Network([nn.Dense(5, "mish"), nn.BatchNormalization(), nn.Dropout(0.2), nn.Dense(4, "swiglu")], rng=0)
    net.fit(x, labels)
    other = copied(net)
    assert_same(other.parameters, net.parameters)
    before = parameters_of(net)
    other.fit(x, labels, rng=1)
    assert_same(net.parameters, before)
    net.fit(x, labels, rng=1)
    assert_same(net.parameters, other.parameters)
    assert_same(net.statistics, other.statistics)


# ---- what it answers ----


def test_answers_of_several_classes():
    x, labels = problem()
    for last in (None, "softmax", "log_softmax"):
        net = nn.Network([nn.Dense(5, "gelu"), nn.Dense(4, last)], rng=0)
        net.fit(x, labels)
        p = net.predict_proba(x)
        assert p.shape == (60, 4) and net.predict(x).shape == (60,) and net.predict(x).dtype == np.int64
        np.testing.assert_allclose(p.sum(axis=1), 1)
        np.testing.assert_array_equal(p.argmax(axis=1), net.predict(x))
        outputs = net.forward(x)
        np.testing.assert_allclose(p, outputs if last == "softmax" else fa.softmax(outputs), rtol=1e-12)
        np.testing.assert_allclose(net.evaluate(x, labels)["accuracy"], (net.predict(x) == labels).mean())
        np.testing.assert_allclose(net.evaluate(x, labels)["loss"], -np.log(p[np.arange(60), labels]).mean(), rtol=1e-10)


@pytest.mark.parametrize("last", [None, "sigmoid"])
def test_answers_of_one_sigmoid_output(last):
    x, labels = problem(classes=2)
    net = nn.Network([nn.Dense(5, "gelu"), nn.Dense(1, last)], loss=None if last else "sigmoid_cross_entropy", rng=0)
    net.fit(x, labels)
    p = net.predict_proba(x)
    assert p.shape == (60, 2) and net.predict(x).shape == (60,) and set(net.predict(x)) <= {0, 1}
    np.testing.assert_allclose(p.sum(axis=1), 1)
    np.testing.assert_array_equal(p.argmax(axis=1), net.predict(x))
    np.testing.assert_allclose(net.evaluate(x, labels)["accuracy"], (net.predict(x) == labels).mean())
    np.testing.assert_allclose(net.evaluate(x, labels)["loss"], -np.log(p[np.arange(60), labels]).mean(), rtol=1e-10)


def test_answers_of_several_sigmoid_outputs():
    x, _ = problem()
    y = (x > 0).astype(int)
    net = nn.Network([nn.Dense(8, "tanh"), nn.Dense(3)], loss="sigmoid_cross_entropy", rng=0)
    net.fit(x, y, epochs=100)
    assert net.predict(x).shape == net.predict_proba(x).shape == (60, 3)
    np.testing.assert_array_equal(net.predict(x), net.predict_proba(x) > 0.5)
    np.testing.assert_allclose(net.evaluate(x, y)["accuracy"], (net.predict(x) == y).mean())


@pytest.mark.parametrize("axis", [True, False])
def test_answers_of_a_regression_have_the_shape_of_the_targets(axis):
    x, _ = problem()
    y = x.sum(axis=1, keepdims=axis)
    net = nn.Network([nn.Dense(8, "tanh"), nn.Dense(1)], rng=0)
    net.fit(x, y, epochs=3)
    assert net.predict(x).shape == y.shape
    np.testing.assert_allclose(net.evaluate(x, y)["loss"], np.mean((net.predict(x) - y) ** 2), rtol=1e-12)
    with pytest.raises(ValueError, match="predict_proba needs a loss of classes, not squared_error"):
        net.predict_proba(x)


def test_before_a_fit_several_outputs_are_logits():
    net = nn.Network([nn.Dense(3)])
    assert net.predict(np.ones((2, 4))).dtype == np.int64 and net.predict_proba(np.ones((2, 4))).shape == (2, 3)
    assert nn.Network([nn.Dense(1)]).predict(np.ones((2, 4))).shape == (2, 1)
    assert nn.Network([nn.Dense(1, "sigmoid")]).predict_proba(np.ones((2, 4))).shape == (2, 2)


def test_one_row_and_none():
    x, labels = problem()
    net = nn.Network([nn.Dense(5, "gelu"), nn.BatchNormalization(), nn.Dense(4)], rng=0)
    net.fit(x, labels)
    assert net.predict(x[:1]).shape == (1,) and net.predict(x[:0]).shape == (0,) and net.forward(x[:0]).shape == (0, 4)
    for k in range(5):
        np.testing.assert_allclose(net.forward(x[k : k + 1]), net.forward(x)[k : k + 1], rtol=1e-12)


def test_threads_may_predict_at_once():
    x, labels = problem(n=400)
    net = nn.Network([nn.Dense(50, "swiglu"), nn.Dropout(0.1), nn.BatchNormalization(), nn.Dense(4, "softmax")], rng=0)
    net.fit(x, labels)
    parts = np.array_split(x, 40)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(net.forward, parts * 5))
    for one, part in zip(found, parts * 5):
        np.testing.assert_array_equal(one, net.forward(part))


def test_the_result_of_forward_is_the_callers():
    x, _ = problem()
    for layers in ([nn.Dropout(0.5)], [nn.Flatten()], [nn.Dense(3), nn.Dropout(0.5)]):
        net = nn.Network(layers, loss="squared_error")
        net.build((3,), np.float64)
        before, y = x.copy(), net.forward(x)
        y[...] = 9
        net.predict(x)[...] = 9
        np.testing.assert_array_equal(x, before)


# ---- what it learns ----


@pytest.mark.parametrize("activation", ["tanh", "relu", "gelu", "swiglu"])
def test_xor_is_learnt(activation):
    x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32), np.array([0, 1, 1, 0])
    net = nn.Network([nn.Dense(16, activation), nn.Dense(1, "sigmoid")], rng=3)
    net.fit(x, y, epochs=500, batch_size=4, optimizer=nn.optimizers.Adam(3e-2))
    assert net.predict(x).tolist() == [0, 1, 1, 0]


@pytest.mark.parametrize(
    "layers",
    [
        lambda: [nn.Dense(64, "relu"), nn.Dense(10)],
        lambda: [nn.Dense(64, "gelu"), nn.BatchNormalization(), nn.Dense(10, "softmax")],
        lambda: [nn.Dense(64, "swiglu"), nn.RMSNormalization(), nn.Dropout(0.2), nn.Dense(10)],
    ],
)
def test_digits_are_learnt(layers):
    data = load_digits()
    x, labels = (data.data / 16).astype(np.float32), data.target
    net = nn.Network(layers())
    net.fit(x[:1300], labels[:1300], epochs=20, optimizer=nn.optimizers.Adam(3e-3), rng=0)
    assert net.evaluate(x[1300:], labels[1300:])["accuracy"] > 0.91


def test_a_line_is_fitted():
    x = np.linspace(-1, 1, 64)[:, None]
    net = nn.Network([nn.Dense(1)], rng=0)
    net.fit(x, 3 * x[:, 0] - 1, epochs=200, optimizer=nn.optimizers.Adam(3e-2))
    np.testing.assert_allclose([*net.parameters[0][0], *net.parameters[1]], [3, -1], atol=1e-3)


def test_deep_stacks_of_sigmoid_vanish_and_those_of_relu_do_not():
    x, labels = problem()
    first = {}
    for name in ("relu", "sigmoid"):
        net = nn.Network([*(nn.Dense(64, name) for _ in range(10)), nn.Dense(4)], rng=0)
        kept = Recording()
        net.fit(x, labels, optimizer=kept)
        first[name] = np.linalg.norm(kept.found[0])
    assert first["sigmoid"] < 1e-2 * first["relu"]


@pytest.mark.parametrize("name", ["softmax", "softmin", "sparsemax", "entmax15"])
def test_what_is_probabilities_already_stays_so_before_any_loss_is_known(name):
    x, labels = problem()
    net = nn.Network([nn.Dense(4, name)], rng=0)
    np.testing.assert_array_equal(net.predict_proba(x), net.forward(x))
    net.fit(x, labels, epochs=1)
    np.testing.assert_allclose(net.predict_proba(x), net.forward(x) if name == "softmax" else fa.softmax(net.forward(x)))
