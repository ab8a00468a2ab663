"""The network of the demo: the notes' figures, its gradients, and what it learns."""

import numpy as np
import pytest
from subprocesses import interpreter

import fastact as fa
from fastact.lab import demo


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


def command(*arguments):
    return interpreter("-m", "fastact", *arguments)


def test_the_demo_command():
    done = command("demo", "--epochs", "3", "--layers", "3", "--hidden", "16", "--activation", "tanh", "--seed", "1")
    assert done.returncode == 0, done.stderr
    for text in ("3 hidden layer(s) of 16 tanh", "test accuracy", "gradient norm", "Vanishing gradients", "gelu_tanh"):
        assert text in done.stdout


def test_wrong_options_are_named():
    for arguments, text in ((["--activation", "gello"], "gello"), (["--layers", "0"], "at least 1"), (["--epochs", "x"], "x")):
        done = command("demo", *arguments)
        assert done.returncode == 2 and text in done.stderr


def test_the_command_alone_prints_what_runs():
    done = command()
    assert done.returncode == 0
    for text in ("fastact", "ISA", "threads", "OpenMP", "NumPy"):
        assert text in done.stdout
