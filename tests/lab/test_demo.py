"""The network of the demo: the notes' figures, its gradients, and what it learns."""

import math
import re
import time
from argparse import Namespace

import numpy as np
import pytest
from subprocesses import interpreter

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import demo, terminal


def problem(activation, dtype=np.float64):
    """300 points of the plane in 3 classes, and the notes' network of 4 hidden units."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((300, 2)).astype(dtype)
    labels = rng.integers(0, 3, 300)
    return demo.Network([2, 4, 3], activation, rng, dtype), x, np.eye(3, dtype=dtype)[labels], labels


def test_the_notes_network_has_27_parameters():
    assert problem("sigmoid")[0].n_parameters == 27


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "silu", "gelu", "mish", "softplus", "elu", "leaky_relu"])
def test_gradients_agree_with_finite_differences(activation):
    network, x, y, _ = problem(activation)
    found = network.gradients(x, y)
    h = 1e-6
    for parameters, which in ((network.weights, 0), (network.biases, 1)):
        for layer, array in enumerate(parameters):
            for index in np.ndindex(array.shape):
                keep = array[index]
                array[index] = keep + h
                up = network.loss(x, y)
                array[index] = keep - h
                down = network.loss(x, y)
                array[index] = keep
                np.testing.assert_allclose(found[layer][which][index], (up - down) / (2 * h), rtol=1e-5, atol=1e-9)


def test_the_loss_is_the_mean_cross_entropy():
    network, x, y, _ = problem("tanh")
    a = fa.softmax(network.logits(x))
    np.testing.assert_allclose(network.loss(x, y), -np.mean(np.sum(y * np.log(a), axis=1)), rtol=1e-12)


def test_sigmoid_vanishes_in_a_deep_stack_and_relu_does_not():
    x, _, labels, _ = demo.digits(0)
    y = np.eye(10, dtype=x.dtype)[labels]
    first = {}
    for name in ("relu", "sigmoid"):
        network = demo.Network([64, *[64] * 10, 10], name, np.random.default_rng(0))
        first[name] = np.linalg.norm(network.gradients(x, y)[0][0])
    assert first["sigmoid"] < 1e-3 * first["relu"]


@pytest.mark.parametrize("seed", [0, 1])
def test_more_than_95_percent_of_unseen_digits(seed):
    x, x_test, labels, labels_test = demo.digits(seed)
    rng = np.random.default_rng(seed)
    network = demo.Network([64, 64, 64, 10], "relu", rng)
    demo.train(network, x, labels, 40, rng)
    assert network.accuracy(x_test, labels_test) > 0.95


@pytest.fixture(scope="module")
def shown():
    """What a short demo prints into a pipe."""
    options = "--epochs 3 --layers 3 --hidden 16 --activation torch.tanh --seed 1 --seconds 0"
    done = interpreter("-m", "fastact", "demo", *options.split(), COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_the_demo_shows_every_activation_in_80_columns(shown):
    assert max(map(len, shown)) <= 80
    for text in (
        "1347 digits, 3 hidden layer(s) of 16 tanh units, 1754 parameters",
        "Mean gradient norm of each layer's weights",
        "Vanishing gradients: norms in a stack of 10 hidden layers, before training",
        f"262,144 float32 elements: NumPy on 1 thread, fastact on {fa.get_num_threads()}",
        "Summary",
    ):
        assert text in shown
    told = {line.split()[0] for line in shown if line and len(line.split()) == 6}
    assert told >= {row.name for row in ufuncs.activations}


def test_the_demo_ends_with_a_summary(shown):
    summary = [line.rstrip() for line in shown[shown.index("Summary") + 2 :]]
    assert [line.split()[0] for line in summary if line[0] != " "] == ["accuracy", "speed", "errors", "machine", "next"]
    text = " ".join(" ".join(summary).split())
    assert re.search(r"accuracy \d+\.\d% of 450 digits .* speed \d+\.\d times NumPy's: the geometric mean of 66 ratios", text)
    assert "python -m fastact bench gelu" in text and "python -m fastact verify gelu" in text and len(summary) <= 12


@pytest.mark.parametrize(
    "ours, share, state",
    [
        ([1e-3, 1e-3, 1.1e-3], 0.97, "quiet: others had 3% of the time, half of the rounds took 1.00 times the least"),
        ([1e-3, 1e-3, 1.1e-3], 0.5, "busy: others had 50% of the time"),
        (
            [1e-3, 2e-3, 2e-3],
            0.97,
            "busy; the ratios are uncertain: others had 3% of the time, half of the rounds took 2.00",
        ),
    ],
)
def test_the_summary_says_when_the_machine_was_busy(ours, share, state):
    found = [demo.Measured("relu", [2e-3, 3e-3], ours, 0.5, 0.25), demo.Measured("gelu", [0.5e-3], [1e-3], math.inf, 1.5)]
    summary = demo.summary(0.5, 450, found[:1] * 2 + found[1:], share)
    assert summary["machine"].startswith(state)
    assert summary["speed"] == "1.3 times NumPy's: the geometric mean of 3 ratios; slower in gelu"
    assert summary["errors"] == "at most 1.50 ULP, in gelu; of NumPy's formulas inf, in gelu"


def test_the_calls_take_turns():
    order = []
    found = demo.alternate([lambda: order.append("a") or time.sleep(0.001), lambda: order.append("b") or time.sleep(0.001)], 0)
    assert [len(seconds) for seconds in found] == [demo.FEWEST] * 2
    rounds = "".join(order)[-4 * demo.FEWEST :]
    assert rounds == ("aabb" + "bbaa") * (demo.FEWEST // 2) + "aabb" * (demo.FEWEST % 2)
    assert all(0.001 <= one < 0.5 for seconds in found for one in seconds)


def test_a_network_that_diverges_is_told_without_a_warning(capsys):
    options = Namespace(seed=0, hidden=64, layers=6, activation="exponential", epochs=2)
    demo.learn(terminal.console(), options)
    told = capsys.readouterr()
    assert "epoch    2  loss nan" in told.out and not told.err


def test_the_command_alone_prints_what_runs():
    done = interpreter("-m", "fastact")
    assert done.returncode == 0
    for text in ("fastact", "ISA", "threads", "OpenMP", "NumPy"):
        assert text in done.stdout
