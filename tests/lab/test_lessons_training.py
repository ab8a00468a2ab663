"""What the lessons that train deep networks say is in their tables, and what they look with changes nothing."""

import numpy as np
import pytest
from taught import found

from fastact.lab.lessons import inside, pictures
from fastact.nn import BatchNormalization, Dense, Network, optimizers

NAMES = ("vanishing", "initialisation", "normalisation")

BATCH, LAYER = ("batch, before", "batch, after"), ("layer, before", "layer, after")

# Of a table, by the lesson and its number: rows, and between which numbers their entries are, by the number of the column.
# None: the training diverged.
CLAIMS = {
    ("vanishing", 0): {
        ("sigmoid",): {1: (0.25, 0.25), 2: (0.38, 0.4), 3: (0.35, 0.5), 4: (1e-5, 2e-4), 5: (1e-5, 2e-4), 6: (8, 13)},
        ("tanh", "relu", "gelu", "selu"): {2: (0.99, 1.1), 3: (0.85, 1.2), 4: (0.2, 20), 6: (93, 100)},
    },
    ("vanishing", 1): {
        ("sigmoid",): {2: (0.22, 0.3), 3: (1e-7, 2e-6)},
        ("tanh",): {2: (0.9, 1.1), 3: (1e-3, 1e-2)},
    },
    ("initialisation", 0): {
        ("tanh, 0.01",): {4: (1e-12, 1e-10)},
        ("tanh, 1",): {1: (0.85, 1), 4: (0.85, 1)},
        ("tanh, glorot",): {4: (0.15, 0.3)},
        ("relu, glorot",): {4: (0.005, 0.1)},
        ("relu, he",): {4: (0.3, 3)},
    },
    ("initialisation", 1): {
        ("tanh, zeros", "relu, zeros"): {2: (2.28, 2.33), 3: (8, 13), 4: (1, 1)},
        ("tanh, 0.01", "relu, 0.01"): {2: (2.28, 2.33), 3: (8, 13), 4: (64, 64)},
        ("tanh, all 1/64", "relu, all 1/64"): {2: (1.3, 2), 3: (18, 45), 4: (1, 1)},
        ("tanh, glorot", "tanh, he", "relu, glorot", "relu, he"): {3: (93, 100), 4: (64, 64)},
        ("tanh, 1",): {3: (8, 40)},
        ("relu, 1",): {2: None},
    },
    ("normalisation", 0): {
        ("none",): {5: (5, np.inf)},
        BATCH + LAYER: {5: (1, 1.6)},
    },
    ("normalisation", 1): {
        ("none",): {1: (8, 65), 4: (8, 13)},
        BATCH: {1: (70, 100), 3: (90, 100), 4: (90, 100)},
        ("none", *BATCH, *LAYER): {2: (94, 100)},
        ("layer, before",): {3: (8, 20), 4: (8, 13)},
        ("layer, after",): {4: (90, 100)},
        ("batch, before; last batch of 3",): {2: (5, 75)},
    },
}
EACH = [
    (*table, row, column, between)
    for table, claims in CLAIMS.items()
    for rows, columns in claims.items()
    for row in rows
    for column, between in columns.items()
]


@pytest.mark.parametrize("name, table, row, column, between", EACH)
def test_what_a_lesson_says_is_in_its_tables(name, table, row, column, between):
    entry = next(entries[column] for entries in found(name).tables[table].rows if entries[0] == row)
    if between is None:
        assert entry == "diverged"
    else:
        assert between[0] <= float(entry.removesuffix("%")) <= between[1]


@pytest.mark.parametrize("name", NAMES)
def test_pictures_can_be_read(name):
    for picture in found(name).pictures:
        canvas, figure = picture.figure.canvas, picture.figure
        with pictures.style():
            canvas.draw()
        texts = [text for text in figure.findobj(lambda artist: hasattr(artist, "get_fontsize")) if text.get_text().strip()]
        assert min(text.get_fontsize() for text in texts) >= 9
        title = figure.get_suptitle()
        (shown,) = (text for text in texts if text.get_text() == title)
        extent = shown.get_window_extent()
        assert extent.x0 >= 0 and extent.x1 <= figure.bbox.width, title


@pytest.fixture
def network():
    net = Network([Dense(4, "tanh"), BatchNormalization(), Dense(3)], rng=0)
    x = np.random.default_rng(0).standard_normal((30, 5)).astype(np.float32)
    return net, x, np.arange(30) % 3


@pytest.mark.parametrize("training", [False, True])
def test_looking_inside_leaves_a_network_as_it_is(network, training):
    net, x, _ = network
    net.forward(x, training=True)
    before = [array.copy() for array in net.parameters + net.statistics]
    outputs = inside.outputs(net.layers, x, training)
    assert [one.shape for one in outputs] == [(30, 4), (30, 4), (30, 3)]
    for one, other in zip(before, net.parameters + net.statistics):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_allclose(outputs[-1], net.forward(x, training), rtol=1e-6, atol=1e-6)


def test_a_watched_optimiser_takes_the_same_steps(network):
    net, x, labels = network
    net.build(x.shape[1:])
    start = [array.copy() for array in net.parameters]
    norms = inside.Norms()
    net.fit(x, labels, epochs=1, batch_size=30, optimizer=norms)
    for one, other in zip(start, net.parameters):
        np.testing.assert_array_equal(one, other)
    (step,) = norms.steps
    assert step == [np.linalg.norm(gradient) for gradient in net.gradients if gradient.ndim == 2] and len(step) == 2
    watched, plain = inside.Norms(optimizers.SGD(0.1)), optimizers.SGD(0.1)
    results = []
    for optimizer in (watched, plain):
        for array, before in zip(net.parameters, start):
            array[...] = before
        net.fit(x, labels, epochs=2, batch_size=10, optimizer=optimizer, rng=0)
        results.append(np.concatenate([array.ravel() for array in net.parameters]))
    assert len(watched.steps) == 6
    np.testing.assert_array_equal(*results)
