"""Small stacks: every call where NumPy's own functions have just enough, and the workspaces that keep calls off the stack."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from calls import every_isa
from subprocesses import assert_done, linux, python, script, with_openmp

# For `script`: `walk` makes every call of tests/every_call.py, `within` runs a function on a stack of so many bytes.
CALLS = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
"""
HELPERS = """
from every_call import LARGE, every_call
signal.alarm(300)

def walk(**kinds):
    made = 0
    with np.errstate(all="ignore"):
        for label, call in every_call(**kinds):
            call()
            made += 1
    return made

def within(size, function):
    good = []
    before = threading.stack_size(size)
    thread = threading.Thread(target=lambda: good.append(function()))
    thread.start()
    thread.join()
    threading.stack_size(before)
    assert good[0]
"""


@cache
def smallest_stack():
    """Bytes with which a thread survives a ufunc and a generalised ufunc of NumPy's own."""
    code = """
import sys, threading
import numpy as np
x = np.ones(10)
threading.stack_size(int(sys.argv[1]))
thread = threading.Thread(target=lambda: (np.exp(x), np.exp([1.0]), np.vecdot(x, x)))
thread.start()
thread.join()
"""
    return next(size for size in range(32 << 10, 1 << 20, 4096) if python(code, size).returncode == 0)


@linux
@every_isa
def test_every_call_fits_the_smallest_stack_that_numpy_survives(isa):
    """And a page: NumPy and the interpreter themselves leave so little of 32 KiB that one walk in some forty overflowed."""
    assert_done(
        script(
            HELPERS + "within(int(sys.argv[1]), walk)\nprint('done')",
            smallest_stack() + 4096,
            before=CALLS,
            FASTACT_ISA=isa,
        )
    )


@linux
@with_openmp
@pytest.mark.parametrize("size", ["64k", "32k"])
def test_every_call_fits_the_small_stacks_of_openmps_threads(size):
    assert_done(
        script(
            HELPERS + "have_team()\nwalk(shapes=[LARGE])\nprint('done')",
            before=CALLS,
            OMP_STACKSIZE=size,
        )
    )


@linux
@pytest.mark.skipif(not shutil.which("sh"), reason="no shell that sets a limit")
def test_every_call_fits_a_process_whose_stacks_are_small():
    """Of 128 KiB, with which Python and NumPy begin at all."""
    code = f"{CALLS}import signal, threading\nimport numpy as np\n{HELPERS}assert walk()\nprint('done')"
    command = ["sh", "-c", 'ulimit -S -s 128 && exec "$0" "$@"', sys.executable, "-c", code]
    assert_done(subprocess.run(command, capture_output=True, text=True, timeout=300))


# ---- workspaces ----------------------------------------------------------------------------------------------------------


@linux
def test_ten_thousand_short_threads_leave_no_memory_behind():
    assert_done(
        script("""
x = np.ones((20, 30), "f4")
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
def short(times):
    for _ in range(times):
        thread = threading.Thread(target=lambda: (fa.gelu(x), fa.softmax(x[:, ::2])))
        thread.start()
        thread.join()
    return resident()
before = short(1000)
grown = short(10000) - before
assert grown < 2**21, grown
print("done")
""")
    )


# posix_memalign fails, when fail(1) has been called, for what is as large as a workspace; failures() counts.
FAILING = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

static atomic_int failing, failed;

void fail(int on) { failing = on; }
int failures(void) { return failed; }

int posix_memalign(void **made, size_t alignment, size_t size)
{
    if (failing && alignment == 64 && size > 100000) {
        failed++;
        return ENOMEM;
    }
    return ((int (*)(void **, size_t, size_t))dlsym(RTLD_NEXT, "posix_memalign"))(made, alignment, size);
}
"""
compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


@linux
@with_openmp
@pytest.mark.skipif(not compiler, reason="no compiler for the allocator that fails")
def test_threads_without_memory_take_turns_and_every_result_is_right(tmp_path):
    """The caller, its workers, a crowd of callers, and a forked child; later there is memory again."""
    source, library = tmp_path / "failing.c", tmp_path / "failing.so"
    source.write_text(FAILING)
    subprocess.run([compiler, "-shared", "-fPIC", source, "-o", library, "-ldl"], check=True)
    code = """
import ctypes
library = ctypes.CDLL(os.environ["LD_PRELOAD"])
rows = x.reshape(1000, 1000).astype("f8")
wants = [fa.mish(x), fa.softmax(rows), fa.softmax(rows, 0), fa.sparsemax(rows), fa.mish(rows.astype("f2").T)]

def all_right(threads):
    with fa.num_threads(threads):
        gots = [fa.mish(x), fa.softmax(rows), fa.softmax(rows, 0), fa.sparsemax(rows), fa.mish(rows.astype("f2").T)]
    return all((got == want).all() for got, want in zip(gots, wants))

def in_a_new_thread():
    good = []
    thread = threading.Thread(target=lambda: good.append(all_right(1)))
    thread.start()
    thread.join()
    return good == [True]

def crowd(threads):
    good = []
    callers = [threading.Thread(target=lambda: good.extend(all_right(threads) for _ in range(3))) for _ in range(4)]
    for caller in callers:
        caller.start()
    children = [child_of_fork(in_a_new_thread) for _ in range(3)]
    for caller in callers:
        caller.join()
    return good == 12 * [True] and children == 3 * [0]

library.fail(1)
for threads in 1, 2, 4:
    before = library.failures()
    assert crowd(threads)
    assert library.failures() > before
library.fail(0)
before = library.failures()
assert crowd(2) and library.failures() == before
print("done")
"""
    assert_done(script(code, LD_PRELOAD=str(library)))
