"""The Keras model of the notes: the same outputs for the same weights, and two half-moons that it learns."""

import os

import numpy as np
import pytest

from fastact import nn

SEEDS = range(5)


def network(rng=None):
    """Dense(3, relu), batch normalisation, Dense(2, relu), batch normalisation, Dense(1, sigmoid), as Keras's defaults are."""

    def batch_normalization():
        return nn.BatchNormalization(momentum=0.99, epsilon=1e-3)

    layers = nn.Dense(3, "relu"), batch_normalization(), nn.Dense(2, "relu"), batch_normalization(), nn.Dense(1, "sigmoid")
    return nn.Network(layers, loss="sigmoid_cross_entropy", rng=rng)


def half_moons(count, noise, rng):
    """Points of two half-circles that reach into each other, and which of them each is of."""
    angle, labels = rng.uniform(0, np.pi, count), np.arange(count) % 2
    x = np.where(labels == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(labels == 0, np.sin(angle), 0.5 - np.sin(angle))
    points = np.stack([x, y], axis=1) + noise * rng.standard_normal((count, 2))
    return points.astype(np.float32), labels


def twins(seed):
    """Keras, its model and ours with the same random weights, and rows of inputs."""
    os.environ.setdefault("KERAS_BACKEND", "torch")
    keras = pytest.importorskip("keras")
    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(3, activation="relu"),
            layers.BatchNormalization(),
            layers.Dense(2, activation="relu"),
            layers.BatchNormalization(),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    rng = np.random.default_rng(seed)
    weights = [rng.uniform(0.3, 1.5, w.shape) if w.ndim == 1 else rng.standard_normal(w.shape) for w in model.get_weights()]
    model.set_weights(weights)

    net, x = network(), rng.standard_normal((200, 2)).astype(np.float32)
    net.build((2,))
    means_and_variances = [w for k in (2, 8) for w in weights[k + 2 : k + 4]]
    others = [w for k, w in enumerate(weights) if k not in (4, 5, 10, 11)]
    for mine, given in ((net.parameters, others), (net.statistics, means_and_variances)):
        for array, values in zip(mine, given, strict=True):
            array[...] = values
    return keras, model, net, x


@pytest.mark.filterwarnings("ignore")  # what Keras and PyTorch say of each other
@pytest.mark.parametrize("seed", range(3))
def test_the_outputs_are_those_of_keras(seed):
    keras, model, net, x = twins(seed)
    for training in (False, True):
        want = keras.ops.convert_to_numpy(model(x, training=training))
        np.testing.assert_allclose(net.forward(x, training=training), want, rtol=0, atol=1e-6)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(3))
def test_ten_steps_lead_to_the_weights_of_keras(seed):
    keras, model, net, x = twins(seed)
    labels = (x[:, 0] > x[:, 1] ** 2).astype(np.int64)
    model.compile(keras.optimizers.SGD(2**-5, momentum=0.5), "binary_crossentropy")
    optimizer = nn.optimizers.SGD(2**-5, momentum=0.5)
    for start in range(0, 200, 20):
        rows, theirs = x[start : start + 20], labels[start : start + 20]
        loss = model.train_on_batch(rows, theirs[:, None].astype(np.float32))
        history = net.fit(rows, theirs, batch_size=20, shuffle=False, optimizer=optimizer)
        assert history["loss"][0] == pytest.approx(float(loss), abs=1e-5) or start  # theirs is a mean over the steps so far
    weights = [w for k, w in enumerate(model.get_weights()) if k not in (4, 5, 10, 11)]
    for mine, want in zip(net.parameters, weights, strict=True):
        np.testing.assert_allclose(mine, want, rtol=0, atol=1e-5)


def test_it_learns_two_half_moons(capsys):
    accuracies = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        (x, labels), (unseen, theirs) = half_moons(600, 0.1, rng), half_moons(2000, 0.1, rng)
        net = network(rng)
        net.fit(x, labels, epochs=60, batch_size=32, optimizer=nn.optimizers.Adam(1e-2), rng=rng)
        accuracies.append(float(np.mean(net.predict(unseen) == theirs)))
    share = np.mean(np.array(accuracies) > 0.95)
    with capsys.disabled():
        print(f"\ntwo half-moons: {share:.0%} of {len(SEEDS)} seeds pass 95 %; {', '.join(f'{a:.1%}' for a in accuracies)}")
    assert max(accuracies) > 0.95
