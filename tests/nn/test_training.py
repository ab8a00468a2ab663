"""`fit`: the same bits again, memory, weights of rows and classes, history, callbacks, and what is refused."""

import subprocess
import sys
import tracemalloc

import numpy as np
import pytest

import fastact as fa
from fastact import nn


def problem(n=60, inputs=3, classes=4, dtype=np.float64, seed=0):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((n, inputs)).astype(dtype), rng.integers(0, classes, n)


def parameters_of(net):
    return [array.copy() for array in [*net.parameters, *net.statistics]]


def assert_same(found, wanted):
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_array_equal(one, other)


def assert_close(found, wanted, rtol=1e-9):
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_allclose(one, other, rtol=rtol, atol=1e-12)


def layers(last=4):
    return [nn.Dense(8, "gelu"), nn.BatchNormalization(), nn.Dropout(0.1), nn.Dense(last)]


# ---- the same again ----


@pytest.mark.parametrize("rng", [lambda: 7, lambda: np.random.default_rng(7)])
def test_fit_repeats_its_bits(rng):
    x, labels = problem(dtype=np.float32)
    found = []
    for _ in range(2):
        net = nn.Network(layers())
        history = net.fit(x, labels, epochs=3, batch_size=7, rng=rng())
        found.append([*parameters_of(net), history["loss"]])
    assert_same(*found)
    other = nn.Network(layers())
    other.fit(x, labels, epochs=3, batch_size=7, rng=8)
    assert (other.parameters[0] != found[0][0]).any()


def test_the_generator_draws_weights_then_orders_then_dropout():
    x, labels = problem(n=8)
    net = nn.Network([nn.Dropout(0.5), nn.Dense(4, use_bias=False)])
    rng = np.random.default_rng(3)
    W = rng.standard_normal((3, 4)) / np.sqrt(3)
    order = np.arange(8)
    rng.shuffle(order)
    factors = np.where(rng.random((8, 3)) >= 0.5, 2.0, 0.0)
    net.fit(x, labels, batch_size=8, rng=np.random.default_rng(3), optimizer=nn.optimizers.SGD(0.5))
    a, y = x[order] * factors, np.eye(4)[labels[order]]
    np.testing.assert_allclose(net.parameters[0], W - 0.5 * a.T @ (fa.softmax(a @ W) - y) / 8, rtol=1e-10)


def test_with_its_own_generator_the_weights_do_not_depend_on_that_of_fit():
    x, labels = problem()
    one, other = nn.Network(layers(), rng=1), nn.Network(layers(), rng=1)
    one.fit(x, labels, epochs=0, rng=2)
    other.forward(x)
    assert_same(parameters_of(one), parameters_of(other))


def test_fit_goes_on_from_the_weights_and_the_state_that_there_are():
    x, labels = problem()
    once, twice = nn.Network(layers(), rng=1), nn.Network(layers(), rng=1)
    whole, parts = nn.optimizers.Adam(1e-2), nn.optimizers.Adam(1e-2)
    history = once.fit(x, labels, epochs=4, optimizer=whole, shuffle=False)
    first = twice.fit(x, labels, epochs=2, optimizer=parts, shuffle=False)
    second = twice.fit(x, labels, epochs=2, optimizer=parts, shuffle=False)
    assert history["loss"] == first["loss"] + second["loss"]
    assert_same(parameters_of(once), parameters_of(twice))


LAYOUTS = {
    "Fortran": np.asfortranarray,
    "every other row": lambda x: np.repeat(x, 2, 0)[::2],
    "every other column": lambda x: np.repeat(x, 2, 1)[:, ::2],
    "backward": lambda x: x[::-1, ::-1].copy()[::-1, ::-1],
    "byte order": lambda x: x.astype(">f8"),
    "float32": lambda x: x.astype(np.float32).astype(np.float64),
    "list": lambda x: x.tolist(),
}


@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_rows_does_not_matter(layout, shuffle):
    x, labels = problem()
    x = x.astype(np.float32).astype(np.float64)
    made = (
        lambda: [nn.Activation("glu"), nn.LayerNormalization(), nn.Activation("softmax")],
        lambda: [nn.Activation("gelu"), nn.Dense(6)],
    )
    for before in made:
        nets = [nn.Network([*before(), *layers()], rng=0) for _ in range(2)]
        x = np.concatenate((x, x), 1)
        for net, rows in zip(nets, (x, LAYOUTS[layout](x))):
            net.fit(rows, labels, batch_size=7, shuffle=shuffle, rng=1)
        assert_close(parameters_of(nets[0]), parameters_of(nets[1]))
        np.testing.assert_allclose(nets[0].forward(LAYOUTS[layout](x)), nets[1].forward(x), rtol=1e-9)


def test_shuffled_rows_are_each_there_once():
    seen = []

    class Looking(nn.Layer):
        def forward(self, x, training=False):
            if training:
                seen.append(x.copy())
            return x

        def backward(self, dy, wanted=True):
            return dy

    x = np.arange(20.0)[:, None]
    nn.Network([Looking(), nn.Dense(1)]).fit(x, x, epochs=2, batch_size=6, rng=0)
    assert [len(one) for one in seen] == [6, 6, 6, 2] * 2
    first, second = (np.concatenate(seen[k : k + 4]).ravel() for k in (0, 4))
    assert sorted(first) == sorted(second) == list(range(20)) and (first != second).any() and (first != np.arange(20)).any()


# ---- memory ----

MADE = {
    "dense": lambda: [nn.Dense(64, "gelu"), nn.Dense(64, "relu"), nn.Dense(64, "tanh"), nn.Dense(10)],
    "gated": lambda: [nn.Dense(64, "swiglu"), nn.Dense(64, "softmax"), nn.Dense(10, "softmax")],
    "activations": lambda: [nn.Dense(64), nn.Activation("mish"), nn.Activation("glu"), nn.Dense(10)],
    "dropout": lambda: [nn.Dropout(0.2), nn.Dense(64, "relu"), nn.Dropout(0.5), nn.Dense(10)],
    "normalised": lambda: [
        nn.Dense(64), nn.BatchNormalization(), nn.LayerNormalization(), nn.RMSNormalization(), nn.Dense(10),
    ],
}  # fmt: skip


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("targets", ["classes", "shares", "values"])
@pytest.mark.parametrize("name", MADE)
def test_steps_allocate_no_arrays(name, targets, weighted):
    rng = np.random.default_rng(0)
    x = rng.standard_normal((6430, 100)).astype(np.float32)  # 50 batches of 128, and one of 30
    y = {"classes": rng.integers(0, 10, 6430), "shares": fa.softmax(rng.standard_normal((6430, 10)))}.get(targets)
    loss = "squared_error" if y is None else "softmax_cross_entropy"
    y = rng.standard_normal((6430, 10)) if y is None else y
    peaks = []

    def measure(epoch, logs):
        peaks.append(tracemalloc.get_traced_memory()[1] - start[-1])
        tracemalloc.reset_peak()
        start.append(tracemalloc.get_traced_memory()[0])

    net, start = nn.Network(MADE[name](), loss=loss), [0]
    tracemalloc.start()
    try:
        net.fit(x, y, epochs=4, batch_size=128, rng=1, callbacks=[measure], sample_weight=np.ones(6430) if weighted else None)
    finally:
        tracemalloc.stop()
    assert max(peaks[2:]) < 2**16, peaks


# ---- weights of rows and classes ----


def trained(x, y, net=None, **kwargs):
    net = net or nn.Network([nn.Dense(8, "gelu"), nn.Dense(kwargs.pop("units", 4))], rng=0)
    history = net.fit(x, y, epochs=3, batch_size=len(x), optimizer=nn.optimizers.SGD(0.3), shuffle=False, **kwargs)
    return [*parameters_of(net), history["loss"]]


@pytest.mark.parametrize("kind", ["classes", "shares", "values"])
def test_a_weight_is_how_often_a_row_is_there(kind):
    x, labels = problem(n=20)
    y = labels if kind == "classes" else fa.softmax(np.random.default_rng(1).standard_normal((20, 4)))
    loss = "squared_error" if kind == "values" else "softmax_cross_entropy"

    def net():
        return nn.Network([nn.Dense(8, "gelu"), nn.Dense(4)], loss=loss, rng=0)

    weights = np.arange(20) % 3
    found = trained(x, y, net(), sample_weight=weights)
    assert_close(found, trained(np.repeat(x, weights, 0), np.repeat(y, weights, 0), net()))
    assert_close(found, trained(x, y, net(), sample_weight=2.0 * weights))
    one, other = net(), net()
    assert one.evaluate(x, y, 7, sample_weight=weights) == pytest.approx(
        other.evaluate(np.repeat(x, weights, 0), np.repeat(y, weights, 0))
    )


@pytest.mark.parametrize("form", [{1: 2.0, 3: 0.0}, [1.0, 2.0, 1.0, 0.0]])
def test_class_weight_is_a_weight_of_each_row_of_the_class(form):
    x, labels = problem(n=20)
    weights = np.array([1.0, 2.0, 1.0, 0.0])[labels]
    assert_same(trained(x, labels, class_weight=form), trained(x, labels, sample_weight=weights))
    assert_same(trained(x, labels, class_weight=form, sample_weight=weights), trained(x, labels, sample_weight=weights**2))


def test_class_weight_of_one_sigmoid_output():
    x, labels = problem(n=20, classes=2)

    def net():
        return nn.Network([nn.Dense(1, "sigmoid")], rng=0)

    found = trained(x, labels, net(), class_weight={1: 3.0})
    assert_same(found, trained(x, labels, net(), sample_weight=np.where(labels, 3.0, 1.0)))


def test_batches_without_weight_change_nothing():
    x, labels = problem(n=20)
    weights = np.repeat([1.0, 0.0], 10)
    one, other = nn.Network([nn.Dense(4)], rng=0), nn.Network([nn.Dense(4)], rng=0)
    first = one.fit(x, labels, batch_size=10, shuffle=False, sample_weight=weights)
    second = other.fit(x[:10], labels[:10], batch_size=10, shuffle=False)
    assert_same(parameters_of(one), parameters_of(other))
    assert first == second


# ---- targets ----


def test_n_and_n_by_1_mean_the_same():
    x, labels = problem(n=20)
    assert_same(trained(x, labels), trained(x, labels[:, None]))
    assert_same(trained(x, labels), trained(x, labels.astype(float), nn.Network(
        [nn.Dense(8, "gelu"), nn.Dense(4)], loss="softmax_cross_entropy", rng=0)))  # fmt: skip
    y = x.sum(axis=1)
    assert_same(trained(x, y, units=1), trained(x, y[:, None], units=1))


# ---- batches, history, callbacks ----


def test_the_loss_of_an_epoch_is_the_mean_over_its_rows():
    x, labels = problem(n=23)
    net = nn.Network([nn.Dense(4)], rng=0)
    net.build((3,), np.float64)
    wanted = net.evaluate(x, labels)["loss"]
    nothing = nn.optimizers.SGD(0.0)
    history = net.fit(x, labels, epochs=2, batch_size=5, optimizer=nothing, validation_data=(x, labels))
    assert list(history) == ["loss", "val_loss", "val_accuracy"] and [len(one) for one in history.values()] == [2, 2, 2]
    np.testing.assert_allclose([*history["loss"], *history["val_loss"]], wanted, rtol=1e-12)
    assert all(type(value) is float for values in history.values() for value in values)
    for batch_size in (1, 4, 23, 100):
        np.testing.assert_allclose(net.evaluate(x, labels, batch_size=batch_size)["loss"], wanted, rtol=1e-12)
    weighted = net.evaluate(x, labels, sample_weight=np.arange(23))
    history = net.fit(x, labels, optimizer=nothing, validation_data=(x, labels, np.arange(23)))
    np.testing.assert_allclose([history["val_loss"][0], history["val_accuracy"][0]], list(weighted.values()), rtol=1e-12)


def test_a_row_that_is_left_over_trains():
    x, labels = problem(n=9)
    net = nn.Network(layers(), rng=0)
    net.fit(x, labels, batch_size=4, shuffle=False)
    assert all(np.isfinite(array).all() for array in parameters_of(net))
    other = nn.Network([nn.BatchNormalization(), nn.Dense(4)], rng=0)
    other.fit(x[:8], labels[:8], batch_size=8, shuffle=False)
    before = [array.copy() for array in other.statistics]
    W = other.layers[1].b.copy()
    other.fit(x[:1], labels[:1])
    assert_same(before, other.statistics)
    assert (other.layers[1].b != W).any()


def test_callbacks_see_every_epoch_and_may_end_it():
    x, labels = problem()
    seen = []

    def callback(epoch, logs):
        seen.append((epoch, dict(logs)))
        logs.clear()
        return np.bool(epoch == 2)

    history = nn.Network(layers()).fit(
        x, labels, epochs=9, callbacks=[callback, lambda *_: "go on"], validation_data=(x, labels)
    )
    assert [epoch for epoch, _ in seen] == [0, 1, 2]
    assert [logs["loss"] for _, logs in seen] == history["loss"] and len(history["val_accuracy"]) == 3


class Losses:
    """A callback that puts values into the network, so that the validation loss is known."""

    def __init__(self, values):
        self.values = iter(values)

    def begin(self, network):
        self.network = network

    def __call__(self, epoch, logs):
        self.network.parameters[1][...] = next(self.values)


@pytest.mark.parametrize(
    ("values", "patience", "epochs", "best"),
    [
        ([3, 2, 1, 2, 3, 4, 5], 2, 6, 3),  # the weights of epoch k are what epoch k - 1 put there
        ([3, 2, 1, 0.5, 0.2, 0.1, 0], 2, 7, 6),
        ([3, 2, 1, 2, 3, 4, 5], 10, 7, 3),
        ([3, 4, 5, 6, 7, 8, 9], 0, 2, 0),
    ],
)
def test_early_stopping_gives_the_best_weights_back(values, patience, epochs, best):
    x = np.zeros((4, 2))
    for restore in (True, False):
        net = nn.Network([nn.Dense(1)], rng=0)
        net.build((2,), np.float64)
        net.parameters[1][...] = 2.9
        stopping = nn.EarlyStopping(patience, restore_best=restore)
        history = net.fit(
            x, x[:, 0], epochs=7, optimizer=nn.optimizers.SGD(0.0), callbacks=[stopping, Losses(values)],
            validation_data=(x, x[:, 0]),
        )  # fmt: skip
        assert len(history["loss"]) == epochs and stopping.best_epoch == best
        assert stopping.best == min(history["val_loss"])
        assert (net.evaluate(x, x[:, 0])["loss"] == pytest.approx(stopping.best)) is restore


def test_early_stopping_gives_the_best_weights_back_when_training_ends_by_an_error():
    x, labels = problem()
    net = nn.Network(layers(), rng=0)
    kept = []

    def callback(epoch, logs):
        if epoch == 0:
            kept.extend(parameters_of(net))
        if epoch == 2:
            raise KeyboardInterrupt
        net.parameters[0][...] = 100.0

    stopping = nn.EarlyStopping(5)
    with pytest.raises(KeyboardInterrupt):
        net.fit(x, labels, epochs=5, validation_data=(x, labels), callbacks=[stopping, callback])
    assert stopping.best_epoch == 0
    assert_same(parameters_of(net), kept)


def test_early_stopping_of_an_accuracy_and_of_the_loss():
    x, labels = problem()
    stopping = nn.EarlyStopping(3, monitor="val_accuracy")
    history = nn.Network(layers(), rng=0).fit(x, labels, epochs=20, validation_data=(x, labels), callbacks=[stopping])
    assert stopping.best == max(history["val_accuracy"])
    stopping = nn.EarlyStopping(3)
    history = nn.Network(layers(), rng=0).fit(x, labels, epochs=20, callbacks=stopping)
    assert stopping.best == min(history["loss"])
    with pytest.raises(ValueError, match="monitor must be one of loss, not 'val_loss'"):
        nn.Network(layers()).fit(x, labels, callbacks=[nn.EarlyStopping(3, monitor="val_loss")])


class Scale(nn.Layer):
    """A layer of the user's, which makes its gradient anew in each step."""

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.scale = np.ones(shape, dtype)

    parameters = property(lambda self: [self.scale])
    gradients = property(lambda self: [getattr(self, "found", np.zeros_like(self.scale))])

    def forward(self, x, training=False):
        self.x = x
        return x * self.scale

    def backward(self, dy, wanted=True):
        self.found = (dy * self.x).sum(0)
        return dy * self.scale


@pytest.mark.parametrize("place", [0, 1])
def test_a_layer_of_ones_own_is_trained(place):
    x, labels = problem()
    made = [nn.Dense(3, "tanh"), nn.Dense(4)]
    net = nn.Network([*made[:place], Scale(), *made[place:]], rng=0)
    history = net.fit(x, labels, epochs=30, optimizer=nn.optimizers.Adam(1e-2), rng=0)
    assert history["loss"][-1] < history["loss"][0] and (net.layers[place].scale != 1).all()


def test_an_optimizer_of_other_parameters_changes_nothing():
    class Refusing:
        learning_rate = 1.0

        def update(self, parameters, gradients, **kwargs):
            raise ValueError("shapes differ from those of the step before")

    x, labels = problem()
    net = nn.Network(layers(), rng=0)
    net.forward(x)
    before = parameters_of(net)
    with pytest.raises(ValueError, match="shapes differ"):
        net.fit(x, labels, optimizer=Refusing())
    assert_same(parameters_of(net), before)


def test_layers_may_have_rates_of_their_own():
    x, labels = problem()

    def moved(factors):
        net = nn.Network([nn.Dense(8, "gelu"), nn.Dense(4)], rng=0)
        net.build((3,), np.float64)
        before = parameters_of(net)
        for layer, factor in zip(net.layers, factors):
            layer.learning_rate_factor = factor
        net.fit(x, labels, batch_size=60, optimizer=nn.optimizers.SGD(0.1), shuffle=False)
        return [after - one for one, after in zip(before, net.parameters)]

    whole, parts = moved([1, 1]), moved([0, 0.5])
    assert not parts[0].any() and not parts[1].any()
    np.testing.assert_allclose(parts[2], whole[2] / 2, rtol=1e-9)


def test_decay_is_for_weights_alone():
    class Asking:
        learning_rate, decay_all = 1.0, False

        def update(self, parameters, gradients, *, rate_factors=None, decayed=None):
            self.decayed = decayed

    x, labels = problem()
    asked = Asking()
    net = nn.Network([nn.Dense(4), nn.BatchNormalization(), nn.LayerNormalization(), nn.Dense(4)])
    net.fit(x, labels, optimizer=asked)
    assert asked.decayed == [True, False, False, False, False, False, True, False]
    asked.decay_all = True
    net.fit(x, labels, optimizer=asked)
    assert asked.decayed == [True] * 8


def test_a_schedule_that_observes_is_told_the_loss():
    class Rate:
        seen = ()

        def __call__(self, step):
            return 0.1

        def observe(self, loss):
            self.seen = (*self.seen, loss)

    x, labels = problem()
    rate = Rate()
    history = nn.Network(layers()).fit(x, labels, 2, validation_data=(x, labels), optimizer=nn.optimizers.SGD(rate))
    assert list(rate.seen) == history["val_loss"]


def test_progress_is_a_line_or_a_function(capsys):
    x, labels = problem()
    nn.Network(layers()).fit(x, labels, epochs=2, progress=True, validation_data=(x, labels))
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["epoch 1/2", "epoch 2/2"] and "val_loss" in lines[0]
    seen = []
    history = nn.Network(layers()).fit(x, labels, epochs=2, progress=lambda *told: seen.append(told))
    assert [(0, 2, history["loss"][0]), (1, 2, history["loss"][1])] == [(k, n, logs["loss"]) for k, n, logs in seen]
    assert not capsys.readouterr().out


def test_progress_is_a_bar_in_a_terminal(capsys, monkeypatch):
    pytest.importorskip("rich")
    monkeypatch.setenv("FORCE_COLOR", "1")
    x, labels = problem()
    nn.Network(layers()).fit(x, labels, epochs=2, progress=True)
    told = capsys.readouterr()
    assert not told.out and "2/2" in told.err and "loss" in told.err


def test_training_needs_nothing_but_numpy():
    code = """
import sys
sys.modules["rich"] = sys.modules["sklearn"] = sys.modules["scipy"] = None
import numpy as np
from fastact import nn
nn.Network([nn.Dense(3)]).fit(np.ones((5, 2)), np.ones(5, int), progress=True)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.startswith("epoch 1/1  loss "), done.stderr


# ---- what is not finite ----


def test_a_loss_that_is_not_finite_names_the_step_and_the_layer_and_leaves_the_last_finite_parameters():
    x, labels = problem(n=40)
    x[25, 1] = np.nan
    finite, net = nn.Network(layers(), rng=0), nn.Network(layers(), rng=0)
    finite.fit(x[:20], labels[:20], batch_size=10, shuffle=False)
    with pytest.raises(FloatingPointError, match="step 3, in epoch 0: the loss is nan; first is the inputs"):
        net.fit(x, labels, batch_size=10, shuffle=False)
    assert_same(parameters_of(net), parameters_of(finite))


def test_weights_that_are_not_finite_are_named():
    x, labels = problem()
    net = nn.Network([nn.Dense(8, "relu"), nn.Dense(4)], rng=0)
    net.forward(x)
    net.layers[0].W[1, 2] = np.nan
    before = parameters_of(net)
    with pytest.raises(FloatingPointError, match=r"step 1, in epoch 0.* the weights of layer 0, Dense.8, activation='relu'."):
        net.fit(x, labels)
    assert_same(parameters_of(net), before)


@pytest.mark.parametrize("which", [0, 1])
def test_weights_that_relu_hides_are_found(which):
    """Where no output shows it: those of a bias in the next step, those of W at the end of the epoch."""
    x, labels = problem()
    net = nn.Network([nn.Dense(8, "relu"), nn.Dense(4)], rng=0)
    net.forward(abs(x))
    net.layers[0].parameters[which][...] = -np.inf
    with pytest.raises(FloatingPointError, match=r"weights are not finite .*; first is the weights of layer 0"):
        net.fit(abs(x) + 1, labels)


def test_an_update_that_overflows_is_named_in_the_next_step():
    x, labels = problem(dtype=np.float32)
    net = nn.Network([nn.Dense(4)], rng=0)
    with pytest.raises(FloatingPointError, match=r"step 2, in epoch 0: .* the weights of layer 0"):
        net.fit(x, labels, optimizer=nn.optimizers.SGD(1e39))


def test_a_layer_that_overflows_is_named():
    x, labels = problem(dtype=np.float32)
    net = nn.Network([nn.Dense(4, "relu"), nn.Activation("exponential"), nn.Dense(4)], rng=0)
    net.forward(x)
    net.layers[0].W[...] *= 1000
    before = parameters_of(net)
    with pytest.raises(FloatingPointError, match=r"what goes out of layer 1, Activation.'exponential'."):
        net.fit(x, labels)
    assert_same(parameters_of(net), before)


def test_a_product_that_overflows_changes_nothing():
    """dW of inputs that are almost too large, where dz is finite."""
    x, labels = np.full((60, 3), 3e38, np.float32), problem()[1]
    net = nn.Network([nn.Dense(4, "relu"), nn.Dense(4)], rng=0)
    net.build((3,))
    net.layers[0].W[...] = 1e-30 * abs(net.layers[0].W)
    net.layers[1].W[...] *= 100
    before = parameters_of(net)
    with pytest.raises(FloatingPointError, match="a gradient is not finite; first is the gradient of layer 0"):
        net.fit(x, labels, optimizer=nn.optimizers.SGD(1e-3))
    assert_same(parameters_of(net), before)


def test_a_gradient_that_is_not_finite_changes_nothing():
    def derivative(x):
        return np.full_like(x, np.inf)

    x, labels = problem()
    net = nn.Network([nn.Dense(4, nn.Activation(np.sin, derivative=derivative)), nn.Dense(4)], rng=0)
    net.forward(x)
    before = parameters_of(net)
    with pytest.raises(
        FloatingPointError, match="step 1, in epoch 0: a gradient is not finite; first is the gradient of layer 0"
    ):
        net.fit(x, labels)
    assert_same(parameters_of(net), before)


# ---- what is refused, before anything changes ----

X, LABELS = problem(n=6)
ONE = nn.Dense(4)
REFUSED = {
    "labels below 0": ({"y": LABELS - 9}, "y must be class numbers from 0 to 3, for 4 outputs, but has -"),
    "labels above": ({"y": LABELS + 4}, "y must be class numbers from 0 to 3"),
    "label 1.5": ({"y": LABELS + 0.5, "loss": "softmax_cross_entropy"}, r"y must be class numbers, but has \d.5"),
    "label NaN": ({"y": LABELS * np.nan, "loss": "softmax_cross_entropy"}, "y must be class numbers, but has nan"),
    "label inf": ({"y": LABELS + np.inf, "loss": "softmax_cross_entropy"}, "y must be class numbers, but has an infinity"),
    "integer one-hot": ({"y": np.eye(4, dtype=int)[LABELS]}, "of integers, as one-hot targets: give class numbers"),
    "negative shares": ({"y": -np.eye(4)[LABELS], "loss": "softmax_cross_entropy"}, "y must be probabilities"),
    "rows": ({"y": LABELS[:5]}, r"y must have 6 rows, as many as x, not the shape \(5,\)"),
    "no rows": ({"x": X[:0], "y": LABELS[:0]}, "at least one row"),
    "one axis": ({"x": X[:, 0]}, "x must have an axis of rows and one of their numbers"),
    "shape of values": ({"y": X}, r"y must have the shape \(6, 4\), that of the outputs, not \(6, 3\)"),
    "values of one axis": ({"y": X[:, 0]}, r"y must have the shape \(6, 4\)"),
    "values NaN": ({"y": np.full((6, 4), np.nan)}, "y must be finite, but has 24 values that are not"),
    "sigmoid above 1": ({"y": np.full((6, 4), 2), "loss": "sigmoid_cross_entropy"}, "y must be from 0 to 1 .* has 2"),
    "one softmax output": ({"y": LABELS, "units": 1}, "one output is for 'sigmoid_cross_entropy'"),
    "text": ({"y": ["a"] * 6}, "y must be an array of real numbers, not of <U1"),
    "complex": ({"x": X + 1j}, "x must be an array of real numbers, not of complex128"),
    "epochs": ({"epochs": -1}, "epochs must be at least 0, not -1"),
    "batch size": ({"batch_size": 0}, "batch_size must be at least 1, not 0"),
    "batch size of a float": ({"batch_size": 2.0}, "batch_size must be an integer, not float"),
    "optimizer": ({"optimizer": "adm"}, "'adm'.*Adam"),
    "optimizer of a number": ({"optimizer": 3}, "optimizer must be .*not int"),
    "rng": ({"rng": "seed"}, "rng must be a numpy.random.Generator, an integer or None, not str"),
    "callbacks": ({"callbacks": [3]}, "callbacks must be functions"),
    "progress": ({"progress": "yes"}, "progress must be a bool or a callable, not str"),
    "validation": ({"validation_data": X}, "validation_data must be a tuple"),
    "validation labels": ({"validation_data": (X, LABELS + 4)}, "validation_data: y must be class numbers"),
    "validation rows": ({"validation_data": (X[:, :2], LABELS)}, "validation_data: x must have rows of the shape"),
    "validation of values": ({"validation_data": (X, np.ones((6, 4)))}, "means the loss squared_error, but that of training"),
    "sample weight": ({"sample_weight": np.ones(5)}, r"sample_weight must have the shape \(6,\)"),
    "negative weight": ({"sample_weight": -np.ones(6)}, "sample_weight must be finite and not negative"),
    "no weight": ({"sample_weight": np.zeros(6)}, "leave no row a weight"),
    "class weight": ({"class_weight": {4: 1.0}}, "class_weight must have the classes 0 to 3, not 4"),
    "class weights": ({"class_weight": [1.0, 2.0]}, r"class_weight must have the shape \(4,\)"),
    "class weight of values": ({"y": np.ones((6, 4)), "class_weight": {0: 1.0}}, "class_weight needs targets that are class"),
}


@pytest.mark.parametrize("built", [False, True])
@pytest.mark.parametrize("what", REFUSED)
def test_what_is_wrong_is_refused_before_anything_changes(what, built):
    given, message = REFUSED[what]
    given = {"x": X, "y": LABELS} | given
    net = nn.Network([nn.Dense(8, "gelu"), nn.BatchNormalization(), nn.Dense(given.pop("units", 4))], given.pop("loss", None))
    if built:
        net.build((3,), np.float64, 0)
    before, rng = parameters_of(net) if built else None, np.random.default_rng(0)
    with pytest.raises((TypeError, ValueError), match=message):
        net.fit(**({"rng": rng} | given))
    assert rng.bit_generator.state == np.random.default_rng(0).bit_generator.state
    if built:
        assert_same(parameters_of(net), before)
    else:
        assert net.input_shape is None and net.layers[0].W is None and net._learnt is None


def test_rows_that_lie_by_columns_are_copied_once(monkeypatch):
    x, labels = problem()
    sources, take = [], np.take
    monkeypatch.setattr(np, "take", lambda a, *args: sources.append(a) or take(a, *args))
    nn.Network([nn.Dense(4)]).fit(np.asfortranarray(x), labels, epochs=2, batch_size=20, rng=0)
    assert sources and all(array.flags.c_contiguous for array in sources)  # numpy.take copies others whole


def test_rows_of_another_shape_are_refused():
    net = nn.Network([nn.Dense(4)])
    net.forward(X)
    for call in (net.forward, net.predict, net.predict_proba, lambda x: net.fit(x, LABELS), lambda x: net.evaluate(x, LABELS)):
        with pytest.raises(ValueError, match=r"x must have rows of the shape \(3,\), as the network was built for, not \(2,\)"):
            call(X[:, :2])


@pytest.mark.parametrize(
    ("call", "kind", "message"),
    [
        (lambda: nn.Network([]), ValueError, "layers must be at least one"),
        (lambda: nn.Network([ONE, ONE]), ValueError, "each of them another"),
        (lambda: nn.Network(["relu"]), TypeError, "layers must be layers of fastact.nn, not str"),
        (lambda: nn.Network([ONE], loss="squared_eror"), ValueError, "squared_eror.*nearest: squared_error"),
        (lambda: nn.Network([ONE], loss=3), TypeError, "loss must be a string or None, not int"),
        (lambda: nn.Network([ONE], dtype=np.float16), ValueError, "dtype must be float32, float64 or None"),
        (lambda: nn.Network([ONE], rng="seed"), TypeError, "rng must be a numpy.random.Generator"),
        (lambda: nn.Network([nn.Dense(4)]).backward(X), ValueError, "backward needs a forward"),
        (lambda: nn.EarlyStopping(-1), ValueError, "patience must be at least 0, not -1"),
    ],
)
def test_what_is_wrong_is_refused(call, kind, message):
    with pytest.raises(kind, match=message):
        call()
