"""Where the pool is on: threads, tasks, forks, blocks and what they leave, the environment."""

import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy._core.multiarray import get_handler_name
from pool_helpers import MIB, NUMPYS, OURS, address, array_of, counts, of_the_pool
from subprocesses import python

import fastact as fa
from fastact._core import memory_pool as _pool
from fastact.process import memory_pool

pytestmark = of_the_pool


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
    """An array is watched until just before it dies: until then no other may touch its memory."""
    watched, guard, wrong = {}, threading.Lock(), []

    def watch(array):
        first = address(array)
        with guard:
            wrong.extend(place for place in watched.values() if first < place[1] and place[0] < first + array.nbytes)
            watched[id(array)] = first, first + array.nbytes
        return array

    def drop(arrays, at):
        with guard:
            del watched[id(arrays[at])]
        del arrays[at]

    def work(seed):
        rng = np.random.default_rng(seed)
        kept = []
        with fa.pooled(limit=int(rng.integers(0, 64 * MIB))):
            for step in range(200):
                make = (np.empty, np.zeros)[step % 2]
                kept.append(watch(make(int(rng.integers(MIB, 4 * MIB)), np.uint8)))
                if len(kept) > 5:
                    drop(kept, int(rng.integers(len(kept))))
                if step % 50 == 0:
                    fa.trim_pool()
            while kept:
                drop(kept, 0)

    before = counts()
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(6)))
    assert not wrong and not watched
    assert (counts() - before).min() > 0 and _pool.figures()["live_blocks"] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_a_forked_child_has_a_pool_that_works():
    done = python(
        "import os, signal, threading, warnings, numpy as np, fastact as fa\n"
        "from fastact._core import memory_pool as _pool\n"
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
    assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, memory_pool.DEFAULT_LIMIT)


def test_it_is_a_decorator_too():
    @fa.pooled()
    def name():
        return get_handler_name()

    assert name() == name() == OURS and get_handler_name() == NUMPYS


def test_a_system_without_mmap_is_told(monkeypatch):
    monkeypatch.setattr(_pool, "available", False)
    for enable in (fa.enable_pool, lambda: fa.pooled().__enter__(), lambda: fa.pooled(5).__enter__()):
        with pytest.raises(RuntimeError, match="mmap"):
            enable()
    fa.trim_pool()
    fa.disable_pool()
    assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, memory_pool.DEFAULT_LIMIT)


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
