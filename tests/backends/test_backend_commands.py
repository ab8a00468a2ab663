"""`python -m fastact run` and the plug-in of pytest, in processes of their own."""

import pytest
from libraries import with_scipy
from subprocesses import interpreter

SCRIPT = """
import sys
import numpy as np, scipy.special, beside
import fastact as fa
assert __name__ == "__main__" and beside.expit is scipy.special.expit and sys.modules["__main__"].SEEN
scipy.special.expit(np.ones(1000))
(one,) = [one for one in fa.patches() if one.served]
print(one.name, one.served, sys.argv[1:])
sys.exit(int(sys.argv[-1]))
""".replace("import sys\n", "import sys\nSEEN = True\n", 1)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT)
    (tmp_path / "beside.py").write_text("from scipy.special import expit\n")
    (tmp_path / "test_it.py").write_text(
        "import numpy as np\nfrom scipy.special import expit\n"
        "def test_expit():\n    assert expit(np.zeros(1000))[0] == expit(0.0) == 0.5\n"
    )
    return tmp_path


@with_scipy
@pytest.mark.parametrize("status", [0, 3])
@pytest.mark.parametrize("module", [False, True])
def test_a_script_or_a_module_runs_patched_with_its_arguments_and_its_status(folder, status, module, request):
    what = ["-m", "script"] if module else [folder / "script.py"]
    before = {} if module else {"cwd": request.config.rootpath}
    done = interpreter(
        "-m", "fastact", "run", "--patch", "scipy", *what, "-m", "--patch", "x", status,
        **({"cwd": folder} | before), PYTHONPATH=str(request.config.rootpath),
    )  # fmt: skip
    assert done.stdout == f"scipy.special.expit 1 ['-m', '--patch', 'x', '{status}']\n", done.stderr
    assert (done.returncode, done.stderr) == (status, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--patch", "scpy", "x.py"], "did you mean 'scipy'?"),
        (["x.py"], "required: --patch"),
        (["--patch", ",", "x.py"], "needs the name of a library"),
    ],
)
def test_a_wrong_command_is_one_line(arguments, words):
    done = interpreter("-m", "fastact", "run", *arguments)
    assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr


@with_scipy
def test_a_script_that_is_not_there_is_one_line():
    done = interpreter("-m", "fastact", "run", "--patch", "scipy", "no_such_file.py")
    assert (done.returncode, done.stderr) == (2, "python -m fastact run: error: there is no file 'no_such_file.py'\n")


@with_scipy
def test_an_exception_of_the_script_has_its_traceback(folder):
    (folder / "script.py").write_text("raise KeyError('mine')")
    done = interpreter("-m", "fastact", "run", "--patch", "scipy", folder / "script.py")
    assert done.returncode == 1 and done.stderr.rstrip().endswith("KeyError: 'mine'")


def run_tests(folder, request, *arguments):
    plugin = ["-p", "fastact.backends.pytest", "-p", "no:cacheprovider"]
    path = str(request.config.rootpath)
    return interpreter("-m", "pytest", "-q", *plugin, *arguments, cwd=folder, PYTHONPATH=path)


@with_scipy
def test_the_plug_in_patches_while_tests_run_and_says_what_was_served(folder, request):
    done = run_tests(folder, request, "--fastact", "scipy")
    assert done.returncode == 0, done.stdout
    assert "fastact: scipy: 1 calls served, 1 passed on (1 type)" in done.stdout.splitlines()
    assert "fastact:" not in run_tests(folder, request).stdout


def test_the_plug_in_refuses_what_is_no_library(folder, request):
    done = run_tests(folder, request, "--fastact", "scpy")
    assert done.returncode == 4 and "--fastact: 'scpy' is no library that fastact serves" in done.stderr


@with_scipy
def test_scipy_s_own_tests_pass_with_calls_served(tmp_path, request):
    done = run_tests(
        tmp_path, request, "-W", "ignore", "--fastact", "scipy",
        "--pyargs", "scipy.special.tests.test_logit", "scipy.special.tests.test_logsumexp",
    )  # fmt: skip
    assert done.returncode == 0 and " passed" in done.stdout and " failed" not in done.stdout, done.stdout[-2000:]
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("fastact: scipy:")]
    assert int(line.split()[2]) > 50
