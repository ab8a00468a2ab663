"""The pool: whose memory an array has, what is reused and what is kept; threads, forks, limits; the same bits."""

import asyncio
import os
import re
import subprocess
import sys
import threading
import tracemalloc
import weakref
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy._core.multiarray import get_handler_name

import fastact as fa
from fastact._core import pool as _pool
from fastact.process import pool

MIB = 2**20
NUMPYS = "default_allocator"
OURS = "fastact_pool"

pytestmark = pytest.mark.skipif(not _pool.available, reason="the system has no mmap")


@pytest.fixture(autouse=True)
def empty_and_off():
    fa.disable_pool()
    assert get_handler_name() == NUMPYS
    yield
    fa.disable_pool()
    assert get_handler_name() == NUMPYS


def python(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, env={**os.environ, **environment}
    )


def address(array):
    return array.__array_interface__["data"][0]


def array_of(size, fill=1):
    return np.full(size, fill, np.uint8)


def counts():
    """Requests reused, and fresh ones."""
    figures = _pool.figures()
    return np.array([figures["reused"], figures["fresh"]])


def test_it_is_off_until_it_is_enabled():
    assert get_handler_name(array_of(4 * MIB)) == NUMPYS
    fa.enable_pool()
    assert get_handler_name() == get_handler_name(array_of(4 * MIB)) == OURS
    fa.disable_pool()
    assert get_handler_name() == get_handler_name(array_of(4 * MIB)) == NUMPYS


@pytest.mark.parametrize("size", [MIB, 2 * MIB, 3 * MIB + 5, 64 * MIB])
def test_a_block_is_aligned_and_used_again(size):
    with fa.pooled():
        before = counts()
        first = array_of(size, 1)
        place = address(first)
        assert place % (2 * MIB if size >= 2 * MIB else 4096) == 0
        other = array_of(size, 2)
        del first
        again = array_of(size, 3)
        assert address(again) == place
        assert list(counts() - before) == [1, 2]
        assert (again == 3).all() and (other == 2).all()


def test_a_ufunc_writes_its_result_into_a_block_again():
    x = np.linspace(-3, 3, MIB, dtype=np.float32)
    with fa.pooled():
        places = set()
        for _ in range(5):
            y = fa.gelu(x)
            places.add(address(y))
            del y
    assert len(places) == 1


def test_a_block_serves_the_sizes_of_its_class_alone():
    with fa.pooled():
        a = array_of(8 * MIB)
        place = address(a)
        del a
        assert _pool.figures()["free_blocks"] == 1
        smaller = array_of(7 * MIB)
        larger = array_of(8 * MIB + 1)
        assert place not in (address(smaller), address(larger))
        assert address(array_of(8 * MIB - 1)) == place


def test_less_than_an_eighth_is_waste():
    with fa.pooled(limit=0):
        for size in np.unique(np.geomspace(_pool.threshold, 2**34, 500).astype(np.int64)):
            before = _pool.figures()["live_bytes"]
            array = np.empty(size, np.uint8)
            assert size <= _pool.figures()["live_bytes"] - before < size * 1.125 + 1
            del array


def test_below_the_threshold_memory_is_numpys():
    with fa.pooled():
        before = counts()
        arrays = [make(size, np.uint8) for size in (0, 1, 1000, _pool.threshold - 1) for make in (np.empty, np.zeros)]
        assert list(counts() - before) == [0, 0] and all(get_handler_name(a) == OURS for a in arrays)
        arrays.append(np.empty(_pool.threshold, np.uint8))
        assert counts()[1] - before[1] == 1
        del arrays


def test_zeros_are_zeros_in_a_used_block():
    with fa.pooled():
        dirty = array_of(4 * MIB, 255)
        place = address(dirty)
        del dirty
        clean = np.zeros(4 * MIB, np.uint8)
        assert address(clean) == place and not clean.any()
        fresh = np.zeros(4 * MIB, np.uint8)
        assert address(fresh) != place and not fresh.any()


@pytest.mark.parametrize("start", [100, MIB // 2, MIB, 3 * MIB])
@pytest.mark.parametrize("end", [100, MIB // 2, MIB, 3 * MIB, 3 * MIB + 1, 40 * MIB])
def test_a_resized_array_keeps_its_elements(start, end):
    with fa.pooled():
        for handler_in_force in (_pool.handler, None):
            array = np.arange(start, dtype=np.uint32).astype(np.uint8)
            assert get_handler_name(array) == OURS
            inside = _pool.set_handler(handler_in_force)
            array.resize(end, refcheck=False)
            want = np.arange(min(start, end), dtype=np.uint32).astype(np.uint8)
            assert (array[: len(want)] == want).all() and not array[len(want) :].any()
            array.resize(start, refcheck=False)
            assert (array[: len(want)] == want).all()
            del array
            _pool.set_handler(inside)
    assert _pool.figures()["live_blocks"] == 0


def test_sizes_that_numpy_misstates_do_no_harm():
    # an empty array of long items owns one of them, and states no byte
    with fa.pooled():
        for size in (100, 2 * MIB):
            array = np.zeros(3, f"S{size}")
            array[:] = b"x" * size
            array.resize(0, refcheck=False)
            array.resize(2, refcheck=False)
            assert array.shape == (2,)
            array.resize(0, refcheck=False)
            del array
        grown = np.fromiter(range(MIB), np.int64)  # by many reallocations
        assert (grown == np.arange(MIB)).all()
        del grown
    assert _pool.figures()["live_blocks"] == 0


def test_an_array_outlives_the_pool():
    fa.enable_pool()
    array = array_of(4 * MIB, 7)
    fa.disable_pool()
    assert _pool.figures()["live_blocks"] == 1
    others = [array_of(4 * MIB, k) for k in range(8)]
    assert get_handler_name(array) == OURS and (array == 7).all()
    array.resize(5 * MIB, refcheck=False)
    assert (array[: 4 * MIB] == 7).all()
    assert all((other == k).all() for k, other in enumerate(others))
    del array
    assert _pool.figures()["live_blocks"] == 0


def test_what_dies_after_the_pool_goes_back_to_the_system():
    fa.enable_pool()
    array = array_of(4 * MIB)
    fa.disable_pool()
    del array
    assert _pool.figures()["free_blocks"] == 0
    fa.enable_pool()
    del_me = array_of(4 * MIB)
    del del_me
    assert _pool.figures()["free_blocks"] == 1


def test_an_array_made_before_the_pool_dies_in_it():
    arrays = [array_of(size) for size in (10, MIB, 64 * MIB)]
    with fa.pooled():
        before = counts()
        for array in arrays:
            array.resize(2 * array.size, refcheck=False)
        assert all(get_handler_name(a) == NUMPYS for a in arrays)
        del array, arrays
        assert list(counts() - before) == [0, 0] and _pool.figures()["free_blocks"] == 0


def test_an_array_outlives_its_thread():
    results = []

    def work():
        fa.enable_pool()
        results.append(array_of(4 * MIB, 9))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert get_handler_name(results[0]) == OURS and (results[0] == 9).all()
    place = address(results.pop())
    with fa.pooled():
        assert address(array_of(4 * MIB)) == place


def test_each_thread_has_its_own_handler():
    inside = threading.Barrier(2, timeout=60)
    names = []

    def work():
        with fa.pooled():
            inside.wait()
            names.append(get_handler_name())
            inside.wait()

    thread = threading.Thread(target=work)
    thread.start()
    inside.wait()
    names.append(get_handler_name())
    inside.wait()
    thread.join()
    assert sorted(names) == sorted([OURS, NUMPYS])


def test_an_executor_enables_it_for_its_threads():
    with ThreadPoolExecutor(2, initializer=fa.enable_pool) as threads:
        assert set(threads.map(lambda _: get_handler_name(), range(20))) == {OURS}
    assert get_handler_name() == NUMPYS


def test_a_task_inherits_it_and_keeps_its_own():
    async def inner():
        inherited = get_handler_name()
        fa.disable_pool()
        return inherited, get_handler_name()

    async def outer():
        with fa.pooled():
            return await asyncio.create_task(inner()), get_handler_name()

    assert asyncio.run(outer()) == ((OURS, NUMPYS), OURS)


def test_many_threads_share_the_list_and_no_memory():
    sizes = [MIB // 2, MIB, 2 * MIB, 2 * MIB + 3, 5 * MIB]

    def work(seed):
        rng = np.random.default_rng(seed)
        kept = {}
        with fa.pooled():
            for step in range(150):
                fill = int(rng.integers(256))
                size = int(rng.choice(sizes))
                if step % 3 == 0:
                    array = np.zeros(size, np.uint8)
                    assert not array.any()
                    array += np.uint8(fill)
                else:
                    array = array_of(size, fill)
                kept[int(rng.integers(4))] = array, fill
                if step % 40 == 0:
                    fa.trim_pool()
                for other, value in kept.values():
                    assert (other[::512] == value).all()
                if step % 10 == 0:
                    array.resize(int(rng.choice(sizes)), refcheck=False)
                    array[:] = fill
        return all((array == value).all() for array, value in kept.values())

    before = counts()
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, range(8)))
    reused, fresh = counts() - before
    assert reused > 0 and fresh > 0
    assert _pool.figures()["live_blocks"] == 0


def test_no_block_is_handed_out_while_an_array_has_it():
    """Weak references end before the memory is given back: what they still watch, no other array may touch."""
    watched, guard, wrong = {}, threading.RLock(), []

    def watch(array):
        first = address(array)
        with guard:
            wrong.extend(k for k, (a, b) in watched.items() if first < b and a < first + array.nbytes)
            key = object()
            watched[key] = first, first + array.nbytes
            weakref.finalize(array, forget, key)

    def forget(key):
        with guard:
            del watched[key]

    def work(seed):
        rng = np.random.default_rng(seed)
        kept = []
        with fa.pooled(limit=int(rng.integers(0, 64 * MIB))):
            for step in range(200):
                make = (np.empty, np.zeros)[step % 2]
                kept.append(make(int(rng.integers(MIB, 4 * MIB)), np.uint8))
                watch(kept[-1])
                if len(kept) > 5:
                    del kept[int(rng.integers(len(kept)))]
                if step % 50 == 0:
                    fa.trim_pool()

    before = counts()
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(6)))
    assert not wrong and not watched
    assert (counts() - before).min() > 0 and _pool.figures()["live_blocks"] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_a_forked_child_has_a_pool_that_works():
    done = python(
        "import os, signal, threading, warnings, numpy as np, fastact as fa\n"
        "from fastact._core import pool as _pool\n"
        "warnings.simplefilter('ignore')\n"
        "fa.enable_pool()\n"
        "kept, stop = np.full(2**22, 5.0), threading.Event()\n"
        "def work():\n"
        "    with fa.pooled():\n"
        "        while not stop.is_set():\n"
        "            np.empty(2**20)\n"
        "threads = [threading.Thread(target=work) for _ in range(3)]\n"
        "for thread in threads: thread.start()\n"
        "for _ in range(30):\n"
        "    child = os.fork()\n"
        "    if not child:\n"
        "        signal.alarm(30)\n"
        "        before = _pool.figures()\n"
        "        for value in range(5):\n"
        "            x = np.full(2**20, value)\n"
        "            assert (x == value).all()\n"
        "        fa.trim_pool()\n"
        "        after = _pool.figures()\n"
        "        good = (kept == 5).all() and after['reused'] + after['fresh'] >= before['reused'] + before['fresh'] + 5\n"
        "        os._exit(0 if good and after['free_blocks'] == 0 else 7)\n"
        "    assert os.waitpid(child, 0)[1] == 0\n"
        "stop.set()\n"
        "for thread in threads: thread.join()\n"
        "assert (kept == 5).all()\n"
        "print('done')\n"
    )
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_tracemalloc_sees_the_arrays_and_not_the_free_blocks():
    with fa.pooled():
        del_me = array_of(8 * MIB)
        del del_me
        tracemalloc.start()
        try:
            start = tracemalloc.get_traced_memory()[0]
            array = array_of(8 * MIB)
            assert 8 * MIB <= tracemalloc.get_traced_memory()[0] - start < 8.1 * MIB
            del array
            assert tracemalloc.get_traced_memory()[0] - start < 0.1 * MIB
        finally:
            tracemalloc.stop()
    assert _pool.figures()["reused"] > 0


def test_the_oldest_go_when_the_limit_is_passed():
    with fa.pooled(limit=32 * MIB):
        arrays = [array_of(8 * MIB, k) for k in range(6)]
        places = [address(a) for a in arrays]
        assert _pool.figures()["free_bytes"] == 0
        while arrays:
            del arrays[0]
            assert _pool.figures()["free_bytes"] <= 32 * MIB
        assert _pool.figures()["free_blocks"] == 4
        arrays = [np.empty(8 * MIB, np.uint8) for _ in range(4)]
        assert {address(a) for a in arrays} == set(places[2:])
        del arrays
        huge = np.empty(33 * MIB, np.uint8)  # never kept, and nothing makes room for it
        del huge
        assert _pool.figures()["free_blocks"] == 4


def test_a_lower_limit_holds_at_once():
    fa.enable_pool(limit=64 * MIB)
    arrays = [array_of(8 * MIB) for _ in range(6)]
    del arrays
    assert _pool.figures()["free_blocks"] == 6
    fa.enable_pool(limit=20 * MIB)
    assert _pool.figures()["free_blocks"] == 2
    with fa.pooled(limit=0):
        assert _pool.figures()["free_blocks"] == 0


def test_limits_nest_in_any_order():
    def limit():
        return _pool.figures()["limit"]

    assert limit() == pool.DEFAULT_LIMIT
    fa.enable_pool(limit=100 * MIB)
    fa.enable_pool()
    assert limit() == 100 * MIB
    with fa.pooled(limit=50 * MIB):
        with fa.pooled():
            assert limit() == 50 * MIB
        with fa.pooled(limit=200 * MIB):
            assert limit() == 200 * MIB
        assert limit() == 50 * MIB
    assert limit() == 100 * MIB
    first, second = fa.pooled(limit=1 * MIB), fa.pooled(limit=2 * MIB)  # as two threads would
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert limit() == 2 * MIB
    second.__exit__(None, None, None)
    assert limit() == 100 * MIB
    fa.disable_pool()
    assert limit() == pool.DEFAULT_LIMIT


def test_the_default_limit_is_a_quarter_of_memory_and_at_most_a_gibibyte(monkeypatch):
    physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert 0 < pool.DEFAULT_LIMIT <= min(2**30, physical // 4)
    assert min(2**30, pool._memory() // 4) == pool.DEFAULT_LIMIT
    monkeypatch.setattr(os, "sysconf", lambda name: {"SC_PHYS_PAGES": 1000, "SC_PAGE_SIZE": 4096}[name])
    assert pool._memory() == 4096000
    monkeypatch.setattr(os, "sysconf", lambda name: -1 if name == "SC_PHYS_PAGES" else 4096)
    assert pool._memory() > 0


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="the system does not tell resident memory")
@pytest.mark.parametrize("limit", [0, 64 * MIB, 256 * MIB])
def test_resident_memory_stays_within_the_limit_over_live_arrays(limit):
    done = python(
        "import os, numpy as np, fastact as fa\n"
        "def resident(): return int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE')\n"
        f"fa.enable_pool(limit={limit})\n"
        "x, rng, most = np.ones(2**22, np.float32), np.random.default_rng(0), 0\n"
        "fa.gelu(x)\n"
        "fa.trim_pool()\n"
        "start = resident()\n"
        "for _ in range(20):\n"
        "    kept = [np.ones(n, np.uint8) for n in rng.integers(2**20, 2**25, 16)]\n"
        "    live = sum(a.nbytes for a in kept)\n"
        "    most = max(most, resident() - live)\n"
        "    assert live / 1.125 < resident() - start, (live, resident(), start)\n"
        "    del kept\n"
        "    print(resident() - start)\n"
        "print(most - start)\n"
        "fa.trim_pool()\n"
        "print(resident() - start)\n"
    )
    assert done.returncode == 0, done.stderr
    *idle, most, trimmed = map(int, done.stdout.split())
    slack = 8 * MIB
    assert max(idle) <= limit + slack and trimmed <= slack
    assert most <= limit + 16 * 2 * MIB + slack  # a live block may be resident to the end of its last huge page
    assert max(idle) >= 0.8 * limit  # it is kept, and this test sees it


def test_trimming_leaves_the_pool_on():
    with fa.pooled():
        kept, gone = array_of(4 * MIB, 3), array_of(4 * MIB)
        del gone
        assert _pool.figures()["free_blocks"] == 1
        fa.trim_pool()
        assert _pool.figures()["free_bytes"] == _pool.figures()["free_blocks"] == 0
        assert (kept == 3).all() and get_handler_name(array_of(4 * MIB)) == OURS


def test_nested_blocks_restore_what_was_in_force():
    with fa.pooled():
        with fa.pooled():
            assert get_handler_name() == OURS
        assert get_handler_name() == OURS
    assert get_handler_name() == NUMPYS
    fa.enable_pool()
    with fa.pooled():
        pass
    assert get_handler_name() == OURS
    with fa.pooled():
        fa.disable_pool()
        assert get_handler_name() == NUMPYS
    assert get_handler_name() == OURS
    fa.enable_pool()
    fa.disable_pool()
    assert get_handler_name() == NUMPYS
    with fa.pooled():
        fa.disable_pool()
        assert get_handler_name() == NUMPYS
    assert get_handler_name() == NUMPYS


def test_an_exception_leaves_the_handler_and_the_limit_as_they_were():
    with pytest.raises(ZeroDivisionError), fa.pooled(limit=MIB):
        assert (get_handler_name(), _pool.figures()["limit"]) == (OURS, MIB)
        1 / 0  # noqa: B018
    assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, pool.DEFAULT_LIMIT)


def test_it_is_a_decorator_too():
    @fa.pooled()
    def name():
        return get_handler_name()

    assert name() == name() == OURS and get_handler_name() == NUMPYS


@pytest.mark.parametrize("limit", ["1", 1.5, 2.0, [1], b"1"])
def test_a_limit_of_another_type_is_refused(limit):
    for enable in (fa.enable_pool, lambda limit: fa.pooled(limit).__enter__()):
        with pytest.raises(TypeError, match=f"limit must be an integer, of bytes, or None, not {type(limit).__name__}"):
            enable(limit)
        assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, pool.DEFAULT_LIMIT)


@pytest.mark.parametrize("limit", [-1, sys.maxsize + 1, 10**30])
def test_a_limit_out_of_range_is_refused(limit):
    for enable in (fa.enable_pool, lambda limit: fa.pooled(limit).__enter__()):
        with pytest.raises(ValueError, match=f"limit must be a number of bytes from 0 to .*, not {limit}"):
            enable(limit)
        assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, pool.DEFAULT_LIMIT)


def test_limits_are_integers_of_any_kind():
    for limit in (np.int64(5 * MIB), 0, sys.maxsize):
        fa.enable_pool(limit=limit)
        assert _pool.figures()["limit"] == limit


def test_a_system_without_mmap_is_told(monkeypatch):
    monkeypatch.setattr(_pool, "available", False)
    for enable in (fa.enable_pool, lambda: fa.pooled().__enter__(), lambda: fa.pooled(5).__enter__()):
        with pytest.raises(RuntimeError, match="mmap"):
            enable()
    fa.trim_pool()
    fa.disable_pool()
    assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, pool.DEFAULT_LIMIT)


def test_too_much_memory_is_numpys_error_and_gives_up_the_free_blocks():
    with fa.pooled():
        array = array_of(4 * MIB)
        del array
        assert _pool.figures()["free_blocks"] == 1
        for make in (np.empty, np.zeros):
            with pytest.raises(MemoryError):
                make(2**61, np.uint8)
        assert _pool.figures()["free_blocks"] == 0
        assert (array_of(4 * MIB, 2) == 2).all()


@pytest.mark.parametrize("value, name", [("1", OURS), ("0", NUMPYS), ("", NUMPYS), ("512M", NUMPYS)])
def test_the_environment_enables_it(value, name):
    done = python(
        "import numpy as np, fastact as fa\n"
        "from numpy._core.multiarray import get_handler_name\n"
        "print(get_handler_name(fa.gelu(np.ones(10**6))))\n"
        "fa.disable_pool()\n"
        "print(get_handler_name())\n",
        FASTACT_POOL=value,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{name}\n{NUMPYS}\n", "")


def test_importing_alone_changes_no_handler():
    done = python(
        "import fastact\nfrom numpy._core.multiarray import get_handler_name\nprint(get_handler_name())", FASTACT_POOL=""
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{NUMPYS}\n", "")


def test_the_figures_are_shown(capsys):
    with fa.pooled(limit=100 * MIB):
        kept, gone = array_of(4 * MIB), array_of(6 * MIB)
        del gone
        fa.show_runtime()
    figures = r"keeps at most 100 MiB; free 6 MiB in 1 blocks, live 4 MiB in 1; \d+ reused, \d+ fresh"
    assert re.search(rf"^pool +on, {figures}$", capsys.readouterr().out, re.M)
    del kept
    fa.show_runtime()
    assert re.search(r"^pool +off", capsys.readouterr().out, re.M)
    done = python("import fastact; fastact.show_runtime()", FASTACT_POOL="")
    assert re.search(r"^pool +off$", done.stdout, re.M)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("name", ["gelu", "relu", "tanh", "silu_with_grad", "leaky_relu", "softmax", "logsumexp"])
def test_results_have_the_same_bits(name, dtype):
    function = getattr(fa, name)
    x = np.random.default_rng(5).normal(size=(3, 400_001)).astype(dtype)

    def bits():
        result = function(x)
        return [y.tobytes() for y in (result if isinstance(result, tuple) else (result,))]

    want = bits()
    with fa.pooled():
        before = counts()
        assert bits() == want
        assert bits() == want
        if name != "logsumexp":  # whose result is small
            assert (counts() - before).min() > 0
