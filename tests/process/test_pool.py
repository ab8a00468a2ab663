"""The pool: whose memory an array has, what is reused and what is kept; the same bits."""

import re
import threading
import tracemalloc

import numpy as np
import pytest
from numpy._core.multiarray import get_handler_name
from pool_helpers import MIB, NUMPYS, OURS, address, array_of, counts, of_the_pool
from subprocesses import python

import fastact as fa
from fastact._core import memory_pool as _pool

pytestmark = of_the_pool


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


def test_trimming_leaves_the_pool_on():
    with fa.pooled():
        kept, gone = array_of(4 * MIB, 3), array_of(4 * MIB)
        del gone
        assert _pool.figures()["free_blocks"] == 1
        fa.trim_pool()
        assert _pool.figures()["free_bytes"] == _pool.figures()["free_blocks"] == 0
        assert (kept == 3).all() and get_handler_name(array_of(4 * MIB)) == OURS


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
