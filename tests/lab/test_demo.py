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


def options(**given):
    return Namespace(**({"seed": 0, "hidden": 64, "layers": 2, "activation": "relu", "epochs": 40, "seconds": 0} | given))


def rows(text):
    """The lines of tables, by their first word."""
    return {words[0]: words[1:] for words in map(str.split, text.splitlines()) if words}


@pytest.mark.parametrize("seed", [0, 1])
def test_more_than_95_percent_of_unseen_digits(seed, capsys):
    accuracy = demo.learn(terminal.console(), demo.digits(seed), options(seed=seed))
    told = capsys.readouterr().out
    assert accuracy > 0.95 and f"{accuracy:.1%} of the unseen digits are read right" in told
    assert rows(told)["40"][-1] == f"{accuracy:.1%}"


def test_without_an_activation_a_network_cannot_tell_odd_from_even(capsys):
    demo.bend(terminal.console(), demo.digits(0), options(activation="silu"))
    found = rows(capsys.readouterr().out)
    assert found["none"][-1] == "never" and float(found["none"][-2][:-1]) < 94
    for name in ("relu", "gelu", "silu"):
        assert float(found[name][2][:-1]) > 96 and int(found[name][3]) < 20


def test_sigmoid_vanishes_in_a_deep_stack_and_others_do_not(capsys):
    data = demo.digits(0)
    sigmoid, relu, gelu = (demo.norms(demo.network([64] * demo.DEPTH, name, 0), data) for name in demo.COMPARED)
    assert len(relu) == demo.DEPTH + 1 and sigmoid[0] < 1e-3 * min(relu[0], gelu[0])
    demo.vanish(terminal.console(), data, options(hidden=32, epochs=10))
    accuracies = [float(one[:-1]) for one in rows(capsys.readouterr().out)["accuracy"]]
    assert accuracies[0] < 20 and min(accuracies[1:]) > 80


def test_softmax_is_finite_where_its_formula_is_not(capsys):
    demo.share(terminal.console())
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    ours = [line[1:] for line in lines if line[:1] == ["fastact.softmax"]]
    theirs = [line[2:] for line in lines if line[:2] == ["the", "formula"]]
    assert ours[0] == ours[1] == theirs[0] == ["0.659", "0.242", "0.099", "1.000"] and theirs[1] == ["nan"] * 4


def test_a_wrong_answer_is_among_the_pictures(capsys):
    data = demo.digits(0)
    demo.show_pictures(terminal.console(), data, np.where(np.arange(len(data.answers)) == 7, 11, data.answers))
    heading, *pixels = capsys.readouterr().out.splitlines()
    assert len(pixels) == 8 and max(map(len, pixels)) <= 76
    assert [found == answer for answer, found in re.findall(r"(\d+), read as (\d+)", heading)] == [True, True, True, False]


@pytest.fixture(scope="module")
def shown():
    """What a short demo prints into a pipe."""
    options = "--epochs 3 --layers 3 --hidden 16 --activation torch.tanh --seed 1 --seconds 0"
    done = interpreter("-m", "fastact", "demo", *options.split(), COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_the_demo_shows_every_activation_in_80_columns(shown):
    assert max(map(len, shown)) <= 80
    chapters = [line for line in shown if re.match(r"\d\. ", line)]
    assert [line[0] for line in chapters] == list("12345") and chapters[0] == "1. A network learns to read digits"
    told = " ".join(shown)
    assert "1347 pictures" in told and "3 hidden layer(s) of 16 tanh units" in told and "1754 parameters" in told
    assert ["layer", "sigmoid", "relu", "gelu", "tanh"] in list(map(str.split, shown))
    assert f"262,144 float32 elements: NumPy on 1 thread, fastact on {fa.get_num_threads()}" in shown
    measured = {line.split()[0] for line in shown if line and len(line.split()) == 6}
    assert measured >= {row.name for row in ufuncs.activations}


def test_the_demo_ends_with_a_summary(shown):
    summary = [line.rstrip() for line in shown[shown.index("Summary") + 2 :]]
    assert [line.split()[0] for line in summary if line[0] != " "] == ["accuracy", "speed", "errors", "machine", "next"]
    text = " ".join(" ".join(summary).split())
    assert re.search(r"accuracy \d+\.\d% of 450 digits .* speed \d+\.\d times NumPy's: the geometric mean of 66 ratios", text)
    for command in ("learn vanishing -o", "plot gelu silu mish --derivative -o", "bench gelu", "verify gelu"):
        assert f"python -m fastact {command}" in text
    assert len(summary) <= 14


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
    given, data = options(layers=6, activation="star_relu", epochs=2), demo.digits(0)
    demo.learn(terminal.console(), data, given)
    demo.bend(terminal.console(), data, given)
    told = capsys.readouterr()
    assert re.search(r"training ended early: step \d+, in epoch \d: the loss is", " ".join(told.out.split())) and not told.err
    assert rows(told.out)["star_relu"][0] == "diverged"


def test_the_command_alone_prints_what_runs():
    done = interpreter("-m", "fastact")
    assert done.returncode == 0
    for text in ("fastact", "ISA", "threads", "OpenMP", "NumPy"):
        assert text in done.stdout
