"""The demo: what its network learns, and what is shown."""

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


def test_sigmoid_vanishes_in_a_deep_stack_and_relu_does_not():
    x, _, labels, _ = demo.digits(0)
    norms = demo.Norms()
    for name in ("relu", "sigmoid"):
        demo.network([64] * 10, name, np.random.default_rng(0)).fit(x, labels, batch_size=len(x), optimizer=norms)
    of_relu, of_sigmoid = norms.steps
    assert len(of_relu) == 11 and of_sigmoid[0] < 1e-3 * of_relu[0]


@pytest.mark.parametrize("seed", [0, 1])
def test_more_than_95_percent_of_unseen_digits(seed, capsys):
    options = Namespace(seed=seed, hidden=64, layers=2, activation="relu", epochs=40)
    accuracy, unseen = demo.learn(terminal.console(), options)
    assert accuracy > 0.95 and unseen == 450
    assert f"test accuracy {accuracy:.1%} of 450 unseen digits" in capsys.readouterr().out


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
    assert "training ended: step 1, in epoch 0: the loss is" in told.out and not told.err


def test_the_command_alone_prints_what_runs():
    done = interpreter("-m", "fastact")
    assert done.returncode == 0
    for text in ("fastact", "ISA", "threads", "OpenMP", "NumPy"):
        assert text in done.stdout
