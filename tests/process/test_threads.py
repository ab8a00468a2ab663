"""Crowds of Python's threads, and how many threads a call of each has."""

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from calls import assert_same_bits, call, values
from subprocesses import assert_done, linux, script, with_libgomp, with_openmp
from threadpoolctl import threadpool_limits

import fastact as fa
from fastact._core.loops import parallel as core_threads

# ---- crowds -----------------------------------------------------------------------------------------------------------------


@linux
@with_libgomp
@pytest.mark.parametrize("team", [2, 4])
def test_eight_python_threads_have_one_team_between_them(team):
    """And another's threads asleep: those of the one caller that keeps its own between its regions."""
    assert_done(
        script(
            """
team, stop, most = int(sys.argv[1]), threading.Event(), []
def watch():
    while not stop.is_set():
        most.append(tasks())
        time.sleep(0.0005)
def work():
    fa.set_num_threads(team)
    good.append(all([right() for _ in range(20)]))
good, before = [], tasks()
watcher = threading.Thread(target=watch)
callers = [threading.Thread(target=work) for _ in range(8)]
for thread in [watcher, *callers]:
    thread.start()
for thread in callers:
    thread.join()
stop.set()
watcher.join()
assert good == [True] * 8
assert max(most) <= before + 1 + 8 + 2 * (team - 1), (before, max(most))
print("done")
""",
            team,
        )
    )


@linux
@with_libgomp
def test_the_pools_of_threads_that_call_in_turn_do_not_add_up():
    assert_done(
        script("""
have_team()
before = tasks()
turns = [threading.Semaphore(0) for _ in range(5)]
back = threading.Semaphore(0)
def work(turn):
    fa.set_num_threads(2)
    for _ in range(4):
        turn.acquire()
        good.append(right())
        back.release()
good = []
callers = [threading.Thread(target=work, args=(turn,)) for turn in turns]
for thread in callers:
    thread.start()
for turn in 4 * turns:
    assert right()
    turn.release()
    back.acquire()
    assert tasks() <= before + 5 + 1
for thread in callers:
    thread.join()
assert good == [True] * 20
print("done")
""")
    )


@linux
@with_openmp
def test_a_call_inside_a_parallel_region_is_serial():
    """libgomp's own entry opens the region; its threads call Python, and nested regions are allowed."""
    assert_done(
        script(
            """
import ctypes
from threadpoolctl import threadpool_info
paths = [i["filepath"] for i in threadpool_info() if i["prefix"] == "libgomp"]
openmp = ctypes.CDLL(paths[0])
fa.set_num_threads(2)
good, most = [], []
@ctypes.CFUNCTYPE(None, ctypes.c_void_p)
def work(_):
    fa.set_num_threads(2)
    for _ in range(5):
        good.append(right())
        most.append(tasks())
before = tasks()
openmp.GOMP_parallel(work, None, 2, 0)
assert good == [True] * 10 and max(most) == before + 1, (good, before, most)
print("done")
""",
            OMP_MAX_ACTIVE_LEVELS="3",
        )
    )


def test_threads_of_a_pool_compute_side_by_side():
    assert_done(
        script(
            "from concurrent.futures import ThreadPoolExecutor\n"
            "with ThreadPoolExecutor(8) as pool:\n"
            "    assert all(pool.map(lambda _: right(), range(64)))\n"
            "print('done')\n"
        )
    )


# ---- counts -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, -1, 2**31, -(2**70)])
def test_a_count_out_of_range_is_a_value_error_and_changes_nothing(count):
    with fa.num_threads(2):
        with pytest.raises(ValueError, match="count"):
            fa.set_num_threads(count)
        with pytest.raises(ValueError, match="count"), fa.num_threads(count):
            pass
        assert fa.get_num_threads() == 2


@pytest.mark.parametrize("count", ["a", 1.5, None, 2.0, [1]])
def test_a_count_that_is_no_integer_is_a_type_error_and_changes_nothing(count):
    with fa.num_threads(2):
        with pytest.raises(TypeError, match="count"):
            fa.set_num_threads(count)
        with pytest.raises(TypeError, match="count"), fa.num_threads(count):
            pass
        assert fa.get_num_threads() == 2


@with_openmp
@pytest.mark.parametrize("count", [1, 3, np.int32(5), np.uint8(2)])
def test_a_count_is_what_get_num_threads_returns(nothing_asked, count):
    fa.set_num_threads(count)
    assert fa.get_num_threads() == count and type(fa.get_num_threads()) is int
    with fa.num_threads(2 * int(count)):
        assert fa.get_num_threads() == 2 * int(count)


def test_num_threads_nests_and_restores_even_on_an_exception():
    before = fa.get_num_threads()
    with fa.num_threads(3):
        with pytest.raises(KeyError), fa.num_threads(5):
            assert fa.get_num_threads() == 5
            raise KeyError
        assert fa.get_num_threads() == 3
    assert fa.get_num_threads() == before


class Other:
    """A thread that does one thing after another, as it is told."""

    def __init__(self):
        self.pool = ThreadPoolExecutor(1)

    def __call__(self, function, *args):
        return self.pool.submit(function, *args).result(60)


@with_openmp
def test_set_num_threads_is_for_every_thread(nothing_asked):
    """Those that run already, those that start later, and the one that calls, whichever it is."""
    early = Other()
    early(fa.get_num_threads)
    fa.set_num_threads(5)
    late = Other()
    assert [fa.get_num_threads(), early(fa.get_num_threads), late(fa.get_num_threads)] == [5, 5, 5]
    late(fa.set_num_threads, 3)
    assert [fa.get_num_threads(), early(fa.get_num_threads), late(fa.get_num_threads)] == [3, 3, 3]
    assert Other()(fa.get_num_threads) == 3


@with_openmp
def test_num_threads_is_for_the_calling_thread_and_wins(nothing_asked):
    early = Other()
    early(fa.get_num_threads)
    fa.set_num_threads(5)
    with fa.num_threads(7):
        late = Other()
        assert [fa.get_num_threads(), early(fa.get_num_threads), late(fa.get_num_threads)] == [7, 5, 5]
        fa.set_num_threads(4)  # in the block, for all but the block
        assert [fa.get_num_threads(), early(fa.get_num_threads), late(fa.get_num_threads)] == [7, 4, 4]
        early(fa.set_num_threads, 6)
        assert [fa.get_num_threads(), early(fa.get_num_threads), late(fa.get_num_threads)] == [7, 6, 6]
        with fa.num_threads(2):
            assert fa.get_num_threads() == 2
        assert fa.get_num_threads() == 7
    assert fa.get_num_threads() == 6


@with_openmp
def test_blocks_of_two_threads_do_not_meet(nothing_asked):
    fa.set_num_threads(5)
    inside, done = threading.Event(), threading.Event()

    def other():
        with fa.num_threads(3):
            found = [fa.get_num_threads()]
            inside.set()
            assert done.wait(60)
            return [*found, fa.get_num_threads()]

    with ThreadPoolExecutor(1) as pool:
        counts = pool.submit(other)
        assert inside.wait(60)
        assert fa.get_num_threads() == 5
        with fa.num_threads(9):
            fa.set_num_threads(4)
            done.set()
            assert counts.result(60) == [3, 3]


@with_openmp
def test_a_limit_that_openmp_gets_later_holds_for_the_process_and_for_a_block(nothing_asked):
    """In the thread that gets it: that is what threadpoolctl limits."""
    fa.set_num_threads(5)
    lower = min(core_threads.openmp_limit(), 5) > 1
    with threadpool_limits(1, user_api="openmp"):
        assert fa.get_num_threads() == (1 if lower else 5)
        assert Other()(fa.get_num_threads) == 5
        fa.set_num_threads(4)  # who asks under a limit means it
        assert fa.get_num_threads() == 4
        with fa.num_threads(3):
            assert fa.get_num_threads() == 3
    assert fa.get_num_threads() == 4


@linux
@with_libgomp
def test_a_call_from_any_thread_has_no_more_threads_than_the_process_may():
    assert_done(
        script(
            """
def serial():
    alone = tasks()
    good.append(all([right() and tasks() == alone for _ in range(20)]))
good = []
fa.set_num_threads(1)
serial()
thread = threading.Thread(target=serial)
thread.start()
thread.join()
assert good == [True, True]
print("done")
"""
        )
    )


def test_counts_and_calls_of_many_threads_do_not_meet(nothing_asked):
    x = values("float32", 300001)
    names = ["gelu", "relu_with_grad", "silu", "softsign"]
    want = {name: call(name, x) for name in names}
    failures = []

    def work(k):
        try:
            rng = np.random.default_rng(k)
            for _ in range(20):
                fa.set_num_threads(int(rng.integers(1, 4)))
                name, count = names[rng.integers(len(names))], int(rng.integers(1, 5))
                with fa.num_threads(count):
                    assert fa.get_num_threads() == min(count, core_threads.openmp_ceiling()) or not core_threads.openmp_version
                    assert_same_bits(call(name, x), want[name], name)
                assert core_threads.thread_request()[0] == 0 and core_threads.process_request() in (1, 2, 3)
        except BaseException as error:
            failures.append(error)

    callers = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in callers:
        thread.start()
    for thread in callers:
        thread.join()
    assert not failures
