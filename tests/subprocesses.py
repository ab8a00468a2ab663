"""Scripts in processes of their own, and on which systems they run."""

import os
import subprocess
import sys

import pytest

from fastact._core import c_api, gufunc, memory_pool, parametric, small_arrays, ufuncs
from fastact._core.loops import elementwise, losses, parallel, projections, reductions
from fastact.process import runtime

COMPILED = [
    memory_pool, parametric, gufunc, small_arrays, ufuncs, c_api, parallel, elementwise, losses, projections, reductions,
]  # fmt: skip

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts the threads in /proc, or sets limits of Linux")
with_openmp = pytest.mark.skipif(not parallel.openmp_version, reason="built without OpenMP: every call is serial")
with_libgomp = pytest.mark.skipif(
    "libgomp" not in dict(runtime.runtime())["OpenMP"], reason="LLVM's runtime keeps the threads of every caller"
)

# x, the right results, and what the scripts ask of a call; a hanging process ends after a minute.
PRELUDE = """
import os, signal, sys, threading, time, warnings
import numpy as np
import fastact as fa
if hasattr(signal, "alarm"):
    signal.alarm(60)
x = np.linspace(-3, 3, 10**6, dtype="f")
with fa.num_threads(1):
    want = fa.mish(x)

def right():
    return bool((fa.mish(x) == want).all())

def tasks():
    return len(os.listdir("/proc/self/task"))

def have_team(size=2):
    "Until a region of this thread has started threads, of which it had fewer: a busy machine may take some calls."
    fa.set_num_threads(size)
    before = tasks()
    while tasks() == before:
        assert right()

def child_of_fork(check=right):
    "The exit status of a forked child, which has a minute of its own."
    child = os.fork()
    if not child:
        status = 9
        try:
            signal.alarm(60)
            status = 0 if check() else 7
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]
"""


def interpreter(*arguments, cwd=None, **environment):
    """What an interpreter did, to its end, with these variables beside those of this process; without one that is None."""
    variables = {name: value for name, value in {**os.environ, **environment}.items() if value is not None}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=cwd, env=variables)


def python(code, *arguments, **environment):
    return interpreter("-c", code, *arguments, **environment)


def script(code, *arguments, before="", **environment):
    """The code after PRELUDE, without the warnings that Python gives of forks beside threads."""
    return interpreter("-W", "ignore", "-c", before + PRELUDE + code, *arguments, **environment)


def assert_done(done):
    """The script came to its last line, which prints `done`, and wrote nothing else."""
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", ""), done.stderr + done.stdout
