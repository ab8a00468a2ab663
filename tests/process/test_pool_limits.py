"""How much free memory the pool keeps: limits, how they nest, and which are refused."""

import os
import sys

import numpy as np
import pytest
from numpy._core.multiarray import get_handler_name
from pool_helpers import MIB, NUMPYS, address, array_of, of_the_pool
from subprocesses import python

import fastact as fa
from fastact._core import memory_pool as _pool
from fastact.process import memory_pool

pytestmark = of_the_pool


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

    assert limit() == memory_pool.DEFAULT_LIMIT
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
    assert limit() == memory_pool.DEFAULT_LIMIT


def test_the_default_limit_is_a_quarter_of_memory_and_at_most_a_gibibyte(monkeypatch):
    physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert 0 < memory_pool.DEFAULT_LIMIT <= min(2**30, physical // 4)
    assert min(2**30, memory_pool._memory() // 4) == memory_pool.DEFAULT_LIMIT
    monkeypatch.setattr(os, "sysconf", lambda name: {"SC_PHYS_PAGES": 1000, "SC_PAGE_SIZE": 4096}[name])
    assert memory_pool._memory() == 4096000
    monkeypatch.setattr(os, "sysconf", lambda name: -1 if name == "SC_PHYS_PAGES" else 4096)
    assert memory_pool._memory() > 0


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


@pytest.mark.parametrize("limit", ["1", 1.5, 2.0, [1], b"1"])
def test_a_limit_of_another_type_is_refused(limit):
    for enable in (fa.enable_pool, lambda limit: fa.pooled(limit).__enter__()):
        with pytest.raises(TypeError, match=f"limit must be an integer, of bytes, or None, not {type(limit).__name__}"):
            enable(limit)
        assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, memory_pool.DEFAULT_LIMIT)


@pytest.mark.parametrize("limit", [-1, sys.maxsize + 1, 10**30])
def test_a_limit_out_of_range_is_refused(limit):
    for enable in (fa.enable_pool, lambda limit: fa.pooled(limit).__enter__()):
        with pytest.raises(ValueError, match=f"limit must be a number of bytes from 0 to .*, not {limit}"):
            enable(limit)
        assert (get_handler_name(), _pool.figures()["limit"]) == (NUMPYS, memory_pool.DEFAULT_LIMIT)


def test_limits_are_integers_of_any_kind():
    for limit in (np.int64(5 * MIB), 0, sys.maxsize):
        fa.enable_pool(limit=limit)
        assert _pool.figures()["limit"] == limit
