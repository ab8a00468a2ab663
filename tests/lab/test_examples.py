"""The examples run, in a process of their own and from another folder, and print what they promise."""

import re
import runpy
from pathlib import Path

import numpy as np
import pytest
from subprocesses import interpreter

import fastact as fa
from fastact import nn

FOLDER = Path(__file__).parents[2] / "examples"


def told(tmp_path, script, *arguments):
    """What an example prints, with the package that is tested; it leaves nothing in the folder where it runs."""
    done = interpreter(FOLDER / script, *arguments, cwd=tmp_path, PYTHONPATH=str(Path(fa.__file__).parents[1]))
    assert (done.returncode, done.stderr, list(tmp_path.iterdir())) == (0, "", []), done.stderr
    return done.stdout


def test_each_example_is_in_the_list_and_is_run_here():
    scripts = {path.name for path in FOLDER.glob("*.py")}
    assert scripts == set(re.findall(r"^\| `(\w+\.py)` \|", (FOLDER / "README.md").read_text(), re.M))
    assert all(script in Path(__file__).read_text() for script in scripts)


def test_digits_are_read_and_the_network_is_kept(tmp_path):
    out = told(tmp_path, "digits.py")
    assert float(re.search(r"test accuracy (\d+\.\d)% of 400 unseen digits", out)[1]) > 95
    assert out.count("the best") == 1 and "the loaded network gives the same outputs, bit for bit" in out


def test_attention_repeats_what_it_has_read_and_its_gradients_are_right(tmp_path):
    out = told(tmp_path, "attention.py", "--check")
    pairs = re.findall(r"gradient of \w+ +by hand +(-?\d\.\d{9}), by differences +(-?\d\.\d{9})\n", out)
    assert len(pairs) == 10
    np.testing.assert_allclose(*np.array(pairs, float).T, atol=1e-7)
    accuracies = [float(one) for one in re.findall(r"(\d+\.\d)% of the digits of new sequences", out)]
    assert len(accuracies) == 8 and accuracies[3] < 20 and accuracies[7] > 99
    rows = {line[:10].strip(): line[10:].split() for line in out.splitlines()[-4:]}
    digits, predicted, looks_at = (rows[name] for name in ("digit", "predicted", "looks at"))
    assert predicted[7:] == digits[:8] and looks_at[7:] == list(map(str, range(8)))


def test_a_state_dict_is_enough_for_answers(tmp_path):
    out = told(tmp_path, "inference_without_a_framework.py")
    assert "torch is not imported" in out and re.search(r"^0\.weight +\(64, 2\) +float32$", out, re.M)
    assert float(re.search(r"the arm is right for (\d+\.\d)% of 1000 new points", out)[1]) > 95
    assert re.search(r"fastact was imported in \d\.\d\d s", out) and re.search(r"a single row takes \d+\.\d microseconds", out)


def test_pytorch_takes_that_state_dict_and_gives_the_same_answers(tmp_path):
    torch = pytest.importorskip("torch")
    from torch.nn import Linear, ReLU

    example = runpy.run_path(FOLDER / "inference_without_a_framework.py")
    path = tmp_path / "spirals.npz"
    example["write"](path)
    x, arms = example["spirals"](100, np.random.default_rng(2))
    module = torch.nn.Sequential(Linear(2, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 3))
    with np.load(path) as weights:
        module.load_state_dict({name: torch.from_numpy(array) for name, array in weights.items()})
        net = nn.Network([nn.Dense(64, "relu"), nn.Dense(64, "relu"), nn.Dense(3)])
        net.load_weights(weights)
    with torch.no_grad():
        logits = module(torch.from_numpy(x)).numpy()
    np.testing.assert_allclose(net.forward(x), logits, atol=1e-5 * abs(logits).max())
    assert (logits.argmax(1) == arms).mean() > 0.95
