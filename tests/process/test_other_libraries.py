"""Interrupts, exceptions of others, and libraries with threads of their own."""

import importlib.util

import pytest
from reliability.coexistence import WORK, program
from subprocesses import assert_done, linux, script, with_openmp

# ---- interrupts and exceptions ----------------------------------------------------------------------------------------------


@linux
def test_an_interrupt_is_seen_after_the_call_and_nothing_is_lost():
    assert_done(
        script("""
def interrupt():
    time.sleep(0.0005)
    os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
x, out, complete = np.resize(x, 4 * 10**6), np.empty(4 * 10**6, "f"), 0
want = np.resize(want, x.size)
fa.set_num_threads(2)
while complete < 3:
    out[:] = 9
    thread = threading.Thread(target=interrupt)
    try:
        thread.start()
        fa.mish(x, out=out)
        while True:
            pass
    except KeyboardInterrupt:
        pass
    thread.join()
    assert (out == want).all() or (out == 9).all()
    complete += bool((out == want).all())
have_team(3)
print("done")
""")
    )


@linux
@with_openmp
def test_exceptions_of_overrides_leave_nothing_locked():
    assert_done(
        script("""
class Broken:
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        fa.mish(x)
        raise KeyError(ufunc.__name__)
have_team()
for function in (fa.mish, fa.mish_backward, fa.leaky_relu, fa.softmax):
    try:
        function(x, Broken()) if function in (fa.mish_backward, fa.leaky_relu) else function(Broken())
    except (KeyError, TypeError):
        pass
    else:
        raise AssertionError(function)
try:
    fa.mish(x, out=Broken())
except KeyError:
    pass
else:
    raise AssertionError("out")
have_team(3)
print("done")
""")
    )


# ---- neighbours -------------------------------------------------------------------------------------------------------------


@linux
@with_openmp
def test_threadpoolctl_lists_the_runtime():
    assert_done(
        script("""
import threadpoolctl
runtimes = [i for i in threadpoolctl.threadpool_info() if i["user_api"] == "openmp"]
assert len(runtimes) == 1 and runtimes[0]["prefix"] in ("libgomp", "libomp", "libiomp")
print("done")
""")
    )


@linux
@with_openmp
@pytest.mark.parametrize("first", ["fastact", "other"])
@pytest.mark.parametrize("library", WORK)
def test_another_library_works_beside_fastact_and_so_does_a_forked_child(library, first):
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    assert_done(
        script(
            """
fa.set_num_threads(2)
for _ in range(3):
    work()
    for _ in range(20):
        ours()
    assert ours_right()
assert child_of_fork() == 0 and right()
work()
print("done")
""",
            before=program(library, first),
            OPENBLAS_NUM_THREADS=None,
        )
    )
