"""The commands refuse what is wrong in one line, before they run; whatever ends them, what they have found is kept."""

import json
import os
import pty
import signal
import subprocess
import sys
import tempfile

import pytest
from subprocesses import interpreter, linux, python

from fastact.__main__ import main
from fastact._core import ufuncs
from fastact.lab import arguments, demo, peers, plot, verify
from fastact.lab.bench import command as bench
from fastact.lab.bench.results import load
from fastact.lab.lessons import command as learn

TINY = ["--peers", "none", "--rounds", "2", "--seconds", "0", "--elements", "64"]

# What is wrong, the command, and what its one line says beside the command's name.
WRONG = [
    ("demo --seed -1", "argument --seed: must be a whole number from 0 to 4294967295, not '-1'"),
    ("demo --seed 4294967296", "from 0 to 4294967295"),
    ("demo --seed 1.5", "from 0 to 4294967295, not '1.5'"),
    ("demo --hidden abc", "argument --hidden: must be a whole number of at least 1, not 'abc'"),
    ("demo --layers 0", "must be a whole number of at least 1, not '0'"),
    ("demo --epochs -5", "argument --epochs"),
    ("demo --activation gello", "argument --activation: there is no activation, gated unit or loss 'gello'"),
    ("demo --activation softmax", "'softmax' is no function of one element"),
    ("demo --activation nn.PReLU", "'nn.PReLU' cannot be used as it is: there is no default for slope"),
    ("demo --activation threshold", "no default for threshold, value"),
    ("demo gelu", "unrecognized arguments: gelu"),
    ("demos", "invalid choice: 'demos'"),
    ("bench --compare no/such old.json", "argument --compare: cannot read 'no/such': No such file or directory"),
    ("bench --compare . .", "cannot read '.': Is a directory"),
    ("bench --compare text text", "'text' is no file that `python -m fastact bench --json` has written"),
    ("bench --compare other.json other.json", "'other.json' is no file that"),
    ("bench --compare old.json", "argument --compare: expected 2 arguments"),
    ("bench --compare old.json old.json --json new.json", "--compare times nothing"),
    (f"bench --isa {ufuncs.isas[-1]} --compare old.json old.json", "nothing to hold to an instruction set"),
    ("bench gelu --compare old.json old.json", "the two files have no case in common"),
    ("bench --json no/such/f.json", "argument --json: cannot write 'no/such/f.json': No such file or directory"),
    ("bench --json .", "cannot write '.': Is a directory"),
    ("bench --json text/f.json", "Not a directory"),
    ("bench --plot no/such/f.svg", "argument --plot: cannot write 'no/such/f.svg': No such file or directory"),
    ("bench --plot f.xyz", "argument --plot: 'f.xyz' must end in one of .eps, .jpg, .pdf, .png, .svg"),
    ("bench --plot f", "'f' must end in one of"),
    ("bench --json f.png --plot f.png", "--json and --plot are the same file"),
    ("bench gelu --regime softmax", "gelu is not timed in softmax, but in cache, memory, fresh, small, threads"),
    ("bench gelu softmax --regime softmax", "gelu is not timed in softmax"),
    ("bench gelu --regime cache --regime fused", "fused has none of gelu, but softmax, causal_softmax"),
    ("bench softmax --regime softmax --regime cache", "error: cache has none of softmax\n"),
    ("bench sillu", "there is no 'sillu'; nearest: silu"),
    ("bench SwiGLU", "there is no 'SwiGLU'; nearest: swiglu"),
    ("bench zzzzzz", "there is no 'zzzzzz'; known are those of fastact.activations() with a formula, and softmax"),
    ("bench --peers nunpy", "there is no 'nunpy'; nearest: NumPy"),
    ("bench --peers none --peers NumPy", "--peers none goes with no others"),
    ("bench --isa mmx", "argument --isa: invalid choice: 'mmx'"),
    ("bench --rounds 0", "must be a whole number of at least 1, not '0'"),
    ("bench --elements 1e6", "argument --elements: must be a whole number of at least 1, not '1e6'"),
    ("bench --seconds nan", "argument --seconds: must be a number of seconds of at least 0, not 'nan'"),
    ("bench --seconds -1", "must be a number of seconds"),
    ("bench --seconds soon", "not 'soon'"),
    ("demo --seconds inf", "argument --seconds: must be a number of seconds of at least 0, not 'inf'"),
    ("verify --points 0", "must be a whole number of at least 1, not '0'"),
    ("learn sotfmax", "argument NAME: there is no 'sotfmax'; nearest: softmax"),
    ("learn zzz", "there is no 'zzz'; known are linear, vanishing, "),
    ("learn softmax -o text", "argument -o/--output: 'text' is a file, not a folder"),
    ("learn softmax -o text/folder", "cannot write into '"),
    ("learn xor --animate", "--animate: only optimisers can be animated"),
    ("learn --animate", "--animate: only optimisers can be animated"),
    ("learn xor --format pdf", "argument --format: invalid choice: 'pdf'"),
    ("learn xor --seed -1", "argument --seed: must be a whole number from 0 to 4294967295, not '-1'"),
    ("plot", "the following arguments are required: NAME[:PARAMETER=VALUE,...], -o/--output"),
    ("plot gelu", "the following arguments are required: -o/--output"),
    ("plot gelu -o x.txt", "argument -o/--output: 'x.txt' must end in one of .eps, .jpg, .pdf, .png, .svg"),
    ("plot gelu -o no/such/f.png", "cannot write 'no/such/f.png': No such file or directory"),
    ("plot gelo -o f.png", "there is no activation, gated unit or loss 'gelo'; nearest: gelu"),
    ("plot softmax -o f.png", "'softmax' is no function of one element, which has a curve"),
    ("plot prelu -o f.png", "prelu() missing required argument: 'slope'"),
    ("plot gelu:alpha=1 -o f.png", "gelu() got an unexpected keyword argument 'alpha'"),
    ("plot elu:alpha=x -o f.png", "must be a finite number, not 'x'"),
    ("plot elu:alpha -o f.png", "must be a finite number, not ''"),
    ("plot gelu --range 1 0 -o f.png", "--range must be two numbers that rise, of at most 1e+100 in size, not 1 and 0"),
    ("plot gelu --range 1 1e200 -o f.png", "of at most 1e+100 in size, not 1 and 1e+200"),
    ("plot gelu --range 0 nan -o f.png", "argument --range: must be a finite number, not 'nan'"),
    ("plot gelu --range 0 -o f.png", "argument --range: expected 2 arguments"),
    ("plot relu logit --range 2 3 -o f.png", "logit has nothing to draw between 2 and 3"),
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """With a text, a JSON file that is none of bench, and one that is; no command runs."""
    entry = dict.fromkeys(("regime", "function", "dtype", "form", "contender"), "fastact")
    entry |= {"shape": [1], "threads": 1, "min_ns": 1.0, "median_ns": 1.0, "ulp": None}
    found = {"metadata": {"numpy": "2", "peers": {}}, "results": [entry]}
    (tmp_path / "text").write_text("speed: good")
    (tmp_path / "other.json").write_text(json.dumps(found | {"results": [{"function": "gelu", "ulp": 1.0}]}))
    (tmp_path / "old.json").write_text(json.dumps(found))
    monkeypatch.chdir(tmp_path)
    for job in (demo, learn, plot, verify, bench):
        monkeypatch.setattr(job, "run", lambda options: pytest.fail("it runs"))
    return tmp_path


@pytest.mark.parametrize("command, told", WRONG, ids=[command for command, _ in WRONG])
def test_what_is_wrong_is_one_line_and_nothing_runs(command, told, folder, capsys):
    before = {path.name: path.read_text() for path in folder.iterdir()}
    with pytest.raises(SystemExit) as ended:
        main(command.split())
    out, err = capsys.readouterr()
    assert (ended.value.code, out, err.count("\n")) == (2, "", 1), err
    name = command.split()[0]
    assert err.startswith((f"python -m fastact {name}: error: ", "python -m fastact: error: ")) and told in err
    assert {path.name: path.read_text() for path in folder.iterdir()} == before


@pytest.mark.parametrize("command", ["demo --seed -1", "bench --compare no such", "bench gelu --regime softmax"])
def test_the_process_says_no_more(command):
    done = interpreter("-m", "fastact", *command.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr


@pytest.mark.parametrize(
    "command, module, told",
    [
        ("demo", "sklearn", 'needs sklearn: python -m pip install "fastact[demo]"'),
        ("bench", "threadpoolctl", 'needs threadpoolctl: python -m pip install "fastact[bench]"'),
        ("learn", "matplotlib", 'needs matplotlib: python -m pip install "fastact[plots]"'),
        ("learn xor dead", "sklearn", 'needs sklearn: python -m pip install "fastact[plots]"'),
        ("plot gelu -o f.svg", "matplotlib", 'argument -o/--output: needs matplotlib: python -m pip install "fastact[plots]"'),
        ("verify", "flint", 'needs flint: python -m pip install "fastact[test]"'),
        ("bench --plot f.svg", "matplotlib", 'argument --plot: needs matplotlib: python -m pip install "fastact[plots]"'),
    ],
)
def test_a_missing_extra_is_named(command, module, told):
    done = python(f"import sys; sys.modules[{module!r}] = None\nfrom fastact.__main__ import main\nmain({command.split()})")
    assert (done.returncode, done.stderr) == (2, f"python -m fastact {command.split()[0]}: error: {told}\n")


def test_an_output_is_tried_and_left_as_it_is(tmp_path):
    old = tmp_path / "old"
    old.write_text("what was found before")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("target")
    for name in ("old", "new", "pipe", "link"):
        assert arguments.output(str(tmp_path / name)) == tmp_path / name
    assert old.read_text() == "what was found before"
    assert {path.name for path in tmp_path.iterdir()} == {"old", "pipe", "link"}


@pytest.mark.parametrize("text, name", [("silu", "silu"), ("jax.nn.gelu", "gelu_tanh"), ("LeakyReLU", "leaky_relu")])
def test_a_hidden_activation_has_any_of_its_names(text, name):
    assert arguments.activation(text) == name


# ---- what ends a command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def stopped(monkeypatch):
    """`bench` is stopped in its third case, by what a test says."""
    timed, cases = bench.timed, []

    def until(error):
        def stopping(case, *rest):
            cases.append(case)
            if len(cases) == 3:
                raise error
            return timed(case, *rest)

        monkeypatch.setattr(bench, "timed", stopping)

    return until


def test_an_interrupted_bench_keeps_what_it_has_found(stopped, tmp_path, capsys):
    stopped(KeyboardInterrupt)
    assert main(["bench", "relu", "--regime", "cache", *TINY, "--json", str(tmp_path / "f.json")]) == 130
    out, err = capsys.readouterr()
    assert err == "interrupted\n" and "Legend" in out and out.count("cache: relu") == 2
    lines = load(tmp_path / "f.json")["results"]
    assert [line["function"] for line in lines if line["contender"] == "fastact"] == ["relu", "relu_grad"]


def test_an_error_in_a_contender_loses_no_results(stopped, tmp_path):
    stopped(ZeroDivisionError)
    with pytest.raises(ZeroDivisionError):
        main(["bench", "relu", "--regime", "cache", *TINY, "--json", str(tmp_path / "f.json")])
    assert len(load(tmp_path / "f.json")["results"]) >= 2


def test_a_bench_that_is_interrupted_before_it_has_found_anything_writes_nothing(tmp_path, monkeypatch):
    def interrupted(*arguments):
        raise KeyboardInterrupt

    file = tmp_path / "f.json"
    file.write_text("what was found before")
    monkeypatch.setattr(bench, "timed", interrupted)
    assert main(["bench", "relu", *TINY, "--json", str(file)]) == 130
    assert file.read_text() == "what was found before"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_results_that_cannot_be_written_after_all_are_elsewhere(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert main(["bench", "relu", "--regime", "small", *TINY, "--json", "/dev/full"]) == 1
    (file,) = tmp_path.iterdir()
    told = f"error: cannot write '/dev/full': No space left on device; the results are in '{file}'\n"
    assert capsys.readouterr().err == f"python -m fastact bench: {told}"
    assert len(load(file)["results"]) >= 6


def test_an_interrupted_demo_shows_what_it_has_measured(monkeypatch, capsys):
    def measured(seed, seconds):
        yield demo.Measured("gelu", [2e-3], [1e-3], 40.0, 1.0)
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "measured", measured)
    assert main(["demo", "--epochs", "1", "--hidden", "4"]) == 130
    out, err = capsys.readouterr()
    assert err == "interrupted\n" and "Summary" not in out
    assert ["gelu", "7.63", "3.81", "2.0", "40.00", "1.00"] in [line.split() for line in out.splitlines()]


@linux
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_bench_without_a_traceback(number, tmp_path):
    command = [sys.executable, "-m", "fastact", "bench", "--regime", "small", *TINY, "--json", str(tmp_path / "f.json")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1) as running:
        assert any(line.startswith("numpy.exp") for line in running.stdout)  # the first case is told
        running.send_signal(number)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, "interrupted\n")
    assert "Legend" in out and load(tmp_path / "f.json")["results"]


def test_too_large_a_network_is_one_line(monkeypatch, capsys):
    def full(*arguments):
        raise MemoryError("Unable to allocate 7 EiB")

    monkeypatch.setattr(demo, "run", full)
    assert main(["demo"]) == 1
    assert capsys.readouterr().err == "python -m fastact demo: error: out of memory: Unable to allocate 7 EiB\n"


@linux
def test_tables_go_to_standard_output_and_the_bar_to_a_terminal():
    """Where standard error is a terminal, what is printed beside the bar still goes into the pipe."""
    own, theirs = pty.openpty()
    command = [sys.executable, "-m", "fastact", "bench", "relu", "--regime", "small", *TINY]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        out = running.stdout.read()
    bar = os.read(own, 2**16).decode()
    os.close(own)
    assert running.returncode == 0
    assert out.count("small: relu float32") == 3 and "Legend" in out and "\x1b" not in out
    assert "small: relu" not in bar and "numpy.exp" not in bar


def test_a_library_that_is_not_installed_is_named(folder, monkeypatch, capsys):
    monkeypatch.setattr(peers, "MISSING", {"PyTorch": ["torch"]})
    monkeypatch.setattr(peers, "LIBRARIES", {"NumPy": "2"})
    for name, told in (("PyTorch", "PyTorch is not installed: python -m pip install torch"), ("pytorch", "nearest: PyTorch")):
        with pytest.raises(SystemExit):
            main(["bench", "--peers", name])
        assert capsys.readouterr().err.endswith(f"{told}\n")
