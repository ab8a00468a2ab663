"""No byte is read or written outside the arrays, whatever their shapes, strides and places; and none is lost."""

import contextlib
import gc
import itertools
import mmap
import os
import sys
import tracemalloc

import ml_dtypes  # noqa: F401
import numpy as np
import pytest
from bad_calls import every_fault, growth, repeat, resident
from calls import (
    FUNCTIONS,
    assert_same_bits,
    call,
    every_dtype,
    every_isa,
    every_shape,
    inputs_of,
    into,
    operands,
    outputs_of,
    parameters_of,
    ufunc_of,
    values,
)
from conftest import gufuncs
from fastact._core.loops.parallel import memory_is_fresh
from guard_pages import Guarded, needs_guards
from hashes import usual

import fastact as fa

REDUCTIONS = ["softmax", "log_softmax", "logsumexp", "softmax_backward", "log_softmax_backward"]
LENGTHS = range(301)
PLACES = ["at_start", "at_end"]

every_reduction = pytest.mark.parametrize("name", REDUCTIONS)


# ---- guard pages on both sides ---------------------------------------------------------------------------------------


class Places:
    """Guarded memory for every operand and result of a function, each by itself."""

    def __init__(self, count, size):
        self.memories = [Guarded(size) for _ in range(count)]

    def put(self, place, arrays, skip=0):
        """Copies of the arrays, at the start or the end of the first memories."""
        made = []
        for memory, array in zip(self.memories, arrays):
            copy = getattr(memory, place)(array.size, array.dtype, skip).reshape(array.shape)
            copy[...] = array
            made.append(copy)
        return made

    def clear(self):
        for memory in self.memories:
            memory.bytes[:] = 0x55

    def spilt(self, arrays):
        """Which of the last memories have changed outside of these results."""
        found = []
        for memory, array in zip(self.memories[-len(arrays) :], arrays):
            first = array.ctypes.data - memory.bytes.ctypes.data
            if array.size and not memory.is_untouched_but(first, first + array.nbytes):
                found.append(array.shape)
        return found


@needs_guards
@every_isa
@every_dtype
@every_shape
def test_elementwise_stays_within_its_arrays(isa, dtype, name):
    """Of every length, at the start and at the end of memory, with parameters of one number and of one for each element."""
    ufunc = getattr(FUNCTIONS[isa][name], "ufunc", FUNCTIONS[isa][name])
    arrays = [*operands(name, dtype, 300), *(np.full(300, v, dtype) for v in parameters_of(name).values())]
    wants = ufunc(*arrays)
    wants = wants if isinstance(wants, tuple) else (wants,)
    single = [a if k < inputs_of(name) else a[:1].reshape(()) for k, a in enumerate(arrays)]
    for given, place in itertools.product([arrays] if len(arrays) == inputs_of(name) else [arrays, single], PLACES):
        places = Places(ufunc.nargs, 300 * 8)
        for n in LENGTHS:
            places.clear()
            made = places.put(place, [a[:n] if a.ndim else a for a in given])
            outs = [getattr(m, place)(n, dtype) for m in places.memories[-len(wants) :]]
            ufunc(*made, out=tuple(outs))
            assert not places.spilt(outs), (place, n)
            assert all((out.view("u1") == want[:n].view("u1")).all() for out, want in zip(outs, wants)), (place, n)


def layouts_of(n, itemsize):
    """A way to lay n elements out in the bytes of a guarded memory, by a label: they touch its guards."""

    def strided(step):
        def make(memory, dtype):
            whole = memory.at_end(max(0, (n - 1) * abs(step) + 1) if n else 0, dtype)
            return whole[:: abs(step)][:: 1 if step > 0 else -1]

        return make

    def swapped(memory, dtype):
        return memory.at_end(n, dtype.newbyteorder())

    yield "stride 2", strided(2)
    yield "stride 7", strided(7)
    yield "stride -1", strided(-1)
    yield "stride -3", strided(-3)
    yield "misaligned at the start", lambda memory, dtype: memory.at_start(n, dtype, 1)
    yield "misaligned at the end", lambda memory, dtype: memory.at_end(n, dtype, 1)
    yield "byte-swapped", swapped


SOME_LENGTHS = [0, 1, 2, 3, 15, 16, 17, 31, 33, 64, 100, 255, 300, 511, 512, 513, 1023, 1024, 1025, 1500]


@needs_guards
@every_dtype
@every_shape
def test_elementwise_of_any_layout_stays_within_its_arrays(dtype, name):
    dtype = np.dtype(dtype)
    places = Places(inputs_of(name) + outputs_of(name), 8 * 1500 * 8)
    for n in SOME_LENGTHS:
        arrays = operands(name, dtype, n) if n else [np.empty(0, dtype)] * inputs_of(name)
        want = call(name, *arrays)
        for label, make in layouts_of(n, dtype.itemsize):
            views = [make(memory, dtype) for memory in places.memories]
            for view, array in zip(views, arrays):
                view[...] = array
            outs = tuple(views[inputs_of(name) :])
            call(name, *views[: inputs_of(name)], **into(outs))
            assert_same_bits([out.astype(dtype) for out in outs], want, f"{label} {n}")
            assert_same_bits(call(name, *views[: inputs_of(name)]), want, f"{label} {n}")
        if n:
            zero = [np.broadcast_to(memory.at_end(1, dtype), n) for memory in places.memories[: inputs_of(name)]]
            for memory, array in zip(places.memories, arrays):
                memory.at_end(1, dtype)[:] = array[:1]
            assert_same_bits(call(name, *zero), call(name, *(np.repeat(a[:1], n) for a in arrays)), f"stride 0 {n}")


@needs_guards
@every_dtype
@every_shape
def test_overlapping_out_stays_within_the_array(dtype, name):
    """A result shifted by a few elements, in an array between the guards."""
    for n, shift in itertools.product((1, 17, 100, 300, 1500), (1, 3, 16)):
        arrays, memory = operands(name, dtype, n), Guarded((n + shift) * 8)
        want = call(name, *arrays)
        base = memory.at_end(n + shift, dtype)
        for taken, given in ((base[:-shift], base[shift:]), (base[shift:], base[:-shift])):
            taken[...] = arrays[-1]
            rest = [np.empty(n, dtype) for _ in want[1:]]
            call(name, *arrays[:-1], taken, **into((given, *rest)))
            assert_same_bits([given, *rest], want, f"{n} {shift}")


# How an axis of n elements may lie: the shape, and which axis.
SHAPES_OF_N = {
    "row": lambda n: ((n,), 0),
    "rows": lambda n: ((3, n), 1),
    "many rows": lambda n: ((37, n), 1),
    "columns": lambda n: ((n, 17), 0),
    "widths": lambda n: ((5, n), 0),
    "middle": lambda n: ((2, n, 16), 1),
}


@needs_guards
@every_isa
@every_dtype
@every_reduction
@pytest.mark.parametrize("layout", SHAPES_OF_N)
def test_reductions_stay_within_their_arrays(isa, dtype, name, layout):
    """Both operands, out= and in place, at the start and at the end of memory."""
    gufunc = gufuncs(isa)[name]
    count = 1 + name.endswith("_backward")
    wide = layout in ("many rows", "columns", "middle")
    places = Places(count + 1, 300 * 37 * 8 if wide else 300 * 5 * 8)
    numbers = [usual(300 * 37, dtype, seed) for seed in range(count)]
    for n in [*range(36), 63, 64, 65, 127, 300] if wide else [*range(70), *range(70, 301, 3)]:
        shape, axis = SHAPES_OF_N[layout](n)
        size = int(np.prod(shape))
        arrays = [a[:size].reshape(shape) for a in numbers]
        want = gufunc(*arrays, axis=axis)
        for place in PLACES:
            places.clear()
            made = places.put(place, arrays)
            out = getattr(places.memories[-1], place)(want.size, dtype).reshape(want.shape)
            gufunc(*made, axis=axis, out=out)
            assert not places.spilt([out]), (place, n)
            assert_same_bits([out], [want], f"{place} {n}")
            if name != "logsumexp":
                gufunc(*made, axis=axis, out=made[-1])
                assert_same_bits([made[-1]], [want], f"in place {place} {n}")


@needs_guards
@every_dtype
@every_reduction
def test_reductions_of_any_layout_stay_within_their_arrays(dtype, name):
    dtype = np.dtype(dtype)
    function, count = getattr(fa, name), 1 + name.endswith("_backward")
    places = Places(count + 1, 8 * 1500 * 8)
    for n in SOME_LENGTHS[1:]:
        arrays = [usual(n, dtype, seed) for seed in range(count)]
        want = np.asarray(function(*arrays))
        for label, make in layouts_of(n, dtype.itemsize):
            views = [make(memory, dtype) for memory in places.memories]
            for view, array in zip(views, arrays):
                view[...] = array
            assert_same_bits([np.asarray(function(*views[:count]))], [want], f"{label} {n}")
            if want.ndim:
                function(*views[:count], out=views[-1])
                assert_same_bits([views[-1].astype(dtype)], [want], f"{label} {n}")
        zero = [np.broadcast_to(memory.at_end(1, dtype), n) for memory in places.memories[:count]]
        for memory, array in zip(places.memories, arrays):
            memory.at_end(1, dtype)[:] = array[:1]
        want = np.asarray(function(*(np.repeat(a[:1], n) for a in arrays)))
        assert_same_bits([np.asarray(function(*zero))], [want], f"stride 0 {n}")


@needs_guards
@pytest.mark.parametrize("name", ["softsign", "leaky_relu_backward", "relu_with_grad"])
def test_results_that_go_past_the_caches_stay_within_their_arrays(name):
    """Operands of more than 32 MiB, that begin behind a guard or end at one, and anywhere in a line."""
    n = 9 * 2**20 // 2 + 5
    ufunc = ufunc_of(name)
    parameters = [np.float32(v) for v in parameters_of(name).values()]
    places = Places(ufunc.nargs - len(parameters), 4 * n + 64)
    x = np.resize(values("float32", 10007), n)
    want = ufunc(*[x] * inputs_of(name), *parameters)
    want = want if isinstance(want, tuple) else (want,)
    for place, skip, count in itertools.product(PLACES, (0, 4, 28), (1, 2)):
        places.clear()
        made = places.put(place, [x] * inputs_of(name), skip)
        outs = [getattr(m, place)(n, "float32", skip) for m in places.memories[-len(want) :]]
        with fa.num_threads(count):
            ufunc(*made, *parameters, out=tuple(outs))
        assert not places.spilt(outs), (place, skip)
        assert all((out.view("u4") == w.view("u4")).all() for out, w in zip(outs, want)), (place, skip)


# ---- memory that the system has just given ----------------------------------------------------------------------------

PRIVATE = {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS} if hasattr(mmap, "MAP_PRIVATE") else {}
STATES = ["fresh", "shared", "read", "mixed", "written"]
MARGIN = 2**21
# A few chunks of a fresh result, and so many that they would go past the caches.
MANY = [2**20 + 5, 9 * 2**20 // 2 + 5]


class Mapped:
    """n elements in a mapping of their own, more than `skip` bytes behind its start, whose pages have this history."""

    def __init__(self, n, dtype, skip=0, state="fresh"):
        size = n * np.dtype(dtype).itemsize
        self.memory = mmap.mmap(-1, size + 3 * MARGIN, **({} if state == "shared" else PRIVATE))
        if hasattr(mmap, "MADV_NOHUGEPAGE"):
            with contextlib.suppress(OSError):  # a system may have no huge pages
                self.memory.madvise(mmap.MADV_NOHUGEPAGE)
        self.bytes = np.frombuffer(self.memory, np.uint8)
        self.inside = slice(MARGIN + skip, MARGIN + skip + size)
        self.array = self.bytes[self.inside].view(dtype)
        if state == "read":
            assert not self.bytes.any()
        elif state == "written":
            self.bytes[:] = 0
        elif state == "mixed":
            for start in range(0, len(self.bytes), 5 * 2**19):
                self.bytes[start : start + 2**20] = 0

    def is_spilt(self):
        """Whether a byte outside of the array has changed."""
        return self.bytes[: self.inside.start].any() or self.bytes[self.inside.stop :].any()

    def fresh(self):
        """Which pages have no memory yet."""
        start = self.bytes.ctypes.data
        return np.array([memory_is_fresh(start + k) for k in range(0, len(self.bytes), mmap.PAGESIZE)])


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "name, dtype",
    [("relu", "f4"), ("gelu", "f8"), ("silu_backward", "f4"), ("relu_with_grad", "f4"), ("leaky_relu", "f4"), ("silu", "f2")],
)
def test_results_do_not_depend_on_the_history_of_their_memory(name, dtype, state):
    """Wherever they begin in a line, and where several results are half a page apart."""
    some = operands(name, dtype, 10007)
    some_results = call(name, *some)
    size = np.dtype(dtype).itemsize
    for n, skip, count in itertools.product(MANY, (0, size, 4096 - size), (1, 2)):
        arrays = [np.resize(a, n) for a in some]
        outs = [Mapped(n, dtype, skip + 2048 * k, state) for k in range(outputs_of(name))]
        with fa.num_threads(count):
            call(name, *arrays, **into(tuple(out.array for out in outs)))
        assert_same_bits([out.array for out in outs], [np.resize(a, n) for a in some_results], f"{n} {skip}")
        assert not any(out.is_spilt() for out in outs), (n, skip)


@pytest.mark.parametrize("n", MANY)
@pytest.mark.parametrize("skip", [0, 4, 4092])
def test_results_in_place_in_memory_of_any_history(n, skip):
    some = values("float32", 10007)
    (want,) = call("gelu", some)
    place = Mapped(n, "f4", skip)
    place.array[...] = np.resize(some, n)
    fa.gelu(place.array, out=place.array)
    assert_same_bits([place.array], [np.resize(want, n)])
    for state in STATES:
        place = Mapped(n, "f4", skip, state)
        fa.sigmoid(place.array, out=place.array)
        assert (place.array == 0.5).all() and not place.is_spilt(), state


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("shape", [(3000, 1030), (5, 2**20 + 3)])
def test_rows_of_results_in_memory_of_any_history(shape, state):
    x = np.resize(usual(10007, "float32", 3), shape)
    bias = usual(shape[1], "float32", 4)
    want = fa.gelu(x + bias)
    for skip in (0, 4):
        out = Mapped(x.size, "f4", skip, state)
        fa.bias_act("gelu", x, bias, out=out.array.reshape(shape))
        assert_same_bits([out.array], [want.ravel()])
        assert not out.is_spilt()


@pytest.mark.parametrize("n", MANY)
def test_results_in_pooled_memory(n):
    x = np.resize(values("float32", 10007), n)
    want = fa.silu(x)
    with fa.pooled():
        for _ in range(3):
            assert_same_bits([fa.silu(x)], [want])


@pytest.mark.skipif(not Mapped(1, "f4").fresh().all(), reason="the system does not tell which pages have memory")
def test_no_memory_is_taken_beyond_a_result():
    for state in ("fresh", "shared"):
        out, x = Mapped(MANY[1], "f4", 1000, state), np.ones(MANY[1], np.float32)
        assert out.fresh().all()
        out.bytes[0] = 0
        assert list(np.flatnonzero(~out.fresh())) == [0]
        fa.relu(x, out=out.array)
        first, last = (k // mmap.PAGESIZE for k in (out.inside.start, out.inside.stop - 1))
        assert list(np.flatnonzero(~out.fresh())) == [0, *range(first, last + 1)]


# ---- what other ways of calling a ufunc may reach ----------------------------------------------------------------------


@needs_guards
@every_dtype
def test_methods_of_a_ufunc_stay_within_their_arrays(dtype):
    """reduce, accumulate, reduceat, outer and at hand on strides of zero and operands that are results."""
    ufunc = fa.sigmoid_backward
    for n in (1, 2, 16, 17, 300):
        x = values(dtype, n, 5)
        places = Places(2, n * n * 8)
        (guarded,) = places.put("at_end", [x])
        for got, want in (
            (ufunc.accumulate(guarded), ufunc.accumulate(x)),
            (ufunc.reduce(guarded), ufunc.reduce(x)),
            (ufunc.outer(guarded, guarded), ufunc.outer(x, x)),
            (ufunc.reduceat(guarded, [0, n - 1]), ufunc.reduceat(x, [0, n - 1])),
        ):
            assert_same_bits([np.asarray(got)], [np.asarray(want)])
        changed, index = x.copy(), [n - 1, 0, n - 1]
        fa.sigmoid.at(guarded, index)
        fa.sigmoid.at(changed, index)
        assert_same_bits([guarded], [changed])


# ---- nothing is lost by what is refused --------------------------------------------------------------------------------


def traced():
    """Bytes of the elements of arrays, as tracemalloc sees them."""
    ours = tracemalloc.DomainFilter(True, np.lib.tracemalloc_domain)
    return sum(trace.size for trace in tracemalloc.take_snapshot().filter_traces([ours]).traces)


@pytest.fixture
def tracing():
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.fixture
def frozen():
    """A collection looks at what the test makes, not at what all tests have."""
    gc.freeze()
    yield
    gc.unfreeze()


# Under PYTHONMALLOC=malloc nothing is.
counted = pytest.mark.skipif(not sys.getallocatedblocks(), reason="Python does not count its blocks")

# References are not counted: NumPy itself loses one to the dtype where operands do not broadcast.
FAULTS = every_fault()


@counted
def test_refused_calls_lose_no_object(frozen):
    """Nor, all of them together, memory of the system."""
    assert len(FAULTS) > 400
    for refused in FAULTS.values():
        repeat(refused, 20)
    before = resident()
    lost = {label: growth(sys.getallocatedblocks, refused, 300) for label, refused in FAULTS.items()}
    assert {label: blocks for label, blocks in lost.items() if blocks >= 100} == {}
    assert resident() - before < 4 * 2**20


def test_refused_calls_lose_no_memory_of_arrays(frozen, tracing):
    for refused in FAULTS.values():
        repeat(refused, 10)
    before = traced()
    for refused in FAULTS.values():
        repeat(refused, 100)
    gc.collect()
    assert traced() - before < 800


@pytest.mark.parametrize("measure", [traced, pytest.param(sys.getallocatedblocks, marks=counted)])
def test_a_leak_is_seen(tracing, measure):
    kept = []

    def leaks():
        kept.append(np.empty(1))
        raise ValueError

    assert growth(measure, leaks, 1000) >= 1000


# ---- many elements -----------------------------------------------------------------------------------------------------


def test_more_equal_elements_than_a_float_counts():
    n = 2**28 + 2**26
    row = np.broadcast_to(np.float32(0), n)
    assert abs(float(fa.logsumexp(row)) - np.log(n)) < 1e-5
    assert abs(float(fa.softmax_partial(row).logsumexp()[0]) - np.log(n)) < 1e-5


# ---- beyond 2^31 elements ----------------------------------------------------------------------------------------------


def available_memory():
    """Bytes, as Linux tells them."""
    with open("/proc/meminfo") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("MemAvailable")) * 1024


HUGE = 2**31 + 17
PIECE = 2**24
huge = [
    pytest.mark.large,
    pytest.mark.skipif(not os.path.exists("/proc/meminfo") or available_memory() < 20 * 10**9, reason="needs 20 GB of memory"),
]


def marked(function):
    for mark in huge:
        function = mark(function)
    return function


@marked
@pytest.mark.parametrize("name", ["gelu", "relu_with_grad", "silu_backward"])
def test_more_elements_than_an_int_counts(name):
    """Against pieces; results in place where memory would not hold them else."""
    x = np.resize(values("float16", 10007), HUGE)
    outs = (np.empty_like(x), x) if name.endswith("_with_grad") else (np.empty_like(x),)
    pieces = [slice(k, k + PIECE) for k in (0, 2**31 - PIECE, 2**31 - 7, HUGE - PIECE)]
    want = [call(name, *[x[piece].copy()] * inputs_of(name)) for piece in pieces]
    call(name, *[x] * inputs_of(name), **into(outs))
    for piece, results in zip(pieces, want):
        assert_same_bits([out[piece] for out in outs], results, str(piece))


@marked
def test_a_softmax_of_more_elements_than_an_int_counts():
    """The few that are not -infinity share the whole."""
    x = np.full(HUGE, -np.inf, np.float16)
    places = [0, 2**31 - 1, 2**31, HUGE - 1]
    x[places] = 1
    assert fa.logsumexp(x) == np.float16(1 + np.log(4))
    fa.softmax(x, out=x)
    assert (x[places] == 0.25).all() and np.count_nonzero(x) == 4


@marked
@pytest.mark.parametrize("shape, axis", [((2**27 + 1, 17), 1), ((17, 2**27 + 1), 0)])
def test_softmaxes_of_more_elements_than_an_int_counts(shape, axis):
    x = np.resize(usual(10007, "float16", 3), shape[0] * shape[1]).reshape(shape)
    ends = [slice(None, 1000), slice(-1000, None)]
    want = [fa.softmax((x[end] if axis else x[:, end]).copy(), axis) for end in ends]
    fa.softmax(x, axis, out=x)
    for end, w in zip(ends, want):
        assert_same_bits([x[end] if axis else x[:, end]], [w])
