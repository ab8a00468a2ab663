"""The floating-point environment: modes and flags are the caller's, in every thread."""

import ctypes
import ctypes.util
import itertools
import os
import platform
import sys
from pathlib import Path

import numpy as np
import pytest
from calls import ISAS, ROWS, assert_same_bits, parameters_of, specials, values
from conftest import build
from subprocesses import COMPILED, assert_done, python, with_openmp

import fastact as fa
from fastact._core import error_bounds
from fastact.lab import reference

libm = ctypes.CDLL(ctypes.util.find_library("m")) if os.name == "posix" else None
MACHINE = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}.get(platform.machine().lower())
INVALID, DIVIDE, OVERFLOW, UNDERFLOW, INEXACT = (1, 4, 8, 16, 32) if MACHINE == "x86_64" else (1, 2, 4, 8, 16)
FLAGS = INVALID | DIVIDE | OVERFLOW | UNDERFLOW | INEXACT
# FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO; the word of fenv_t that holds the modes, and its flush-to-zero bits
ROUNDINGS, WORD, FLUSH = [0, 0x800000, 0x400000, 0xC00000], 0, 1 << 24
if MACHINE == "x86_64":
    ROUNDINGS, WORD, FLUSH = [0, 0x400, 0x800, 0xC00], 7, 0x8040
knows_fenv = pytest.mark.skipif(
    libm is None or MACHINE is None or not sys.platform.startswith("linux"), reason="fenv_t is known for glibc alone"
)


class Modes:
    """The rounding mode and flush-to-zero of this thread, for a `with` block."""

    def __init__(self, rounding=0, flush=False):
        self.rounding, self.flush = rounding, flush
        self.before = (ctypes.c_uint32 * 16)()

    def __enter__(self):
        libm.fegetenv(self.before)
        changed = (ctypes.c_uint32 * 16)(*self.before)
        changed[WORD] |= FLUSH if self.flush else 0
        libm.fesetenv(changed)
        libm.fesetround(self.rounding)

    def __exit__(self, *_):
        libm.fesetenv(self.before)


def modes():
    found = (ctypes.c_uint32 * 16)()
    libm.fegetenv(found)
    return libm.fegetround(), found[WORD] & FLUSH


SPECIAL = {dtype: np.resize(specials(dtype), 999) for dtype in ("float16", "float32", "float64")}
LARGE = np.resize(values("float32", 5000), 300001)
WIDE_ROWS = np.linspace(-100, 3, 300000, dtype="float32").reshape(1000, 300).T
KINDS = {
    "ufunc": lambda: fa.gelu(SPECIAL["float32"]),
    "float64": lambda: fa.mish_grad(SPECIAL["float64"]),
    "float16": lambda: fa.sigmoid(SPECIAL["float16"]),
    "two results": lambda: fa.silu_with_grad(SPECIAL["float32"]),
    "parameters": lambda: fa.elu_backward(SPECIAL["float32"], SPECIAL["float32"], 0.5),
    "strided": lambda: fa.softplus(SPECIAL["float32"][::-3]),
    "cast": lambda: fa.tanh(np.arange(-20, 20)),
    "scalar": lambda: fa.exponential(np.float32(200)),
    "where": lambda: fa.exponential(SPECIAL["float64"], where=SPECIAL["float64"] > 0, out=np.zeros(999)),
    "gufunc": lambda: fa.softmax(SPECIAL["float32"].reshape(27, 37)),
    "gufunc over another axis": lambda: fa.log_softmax(SPECIAL["float64"].reshape(37, 27), axis=0),
    "reduction": lambda: fa.logsumexp(SPECIAL["float32"]),
    "threads": lambda: fa.gelu_with_grad(LARGE),
    "threads, strided": lambda: fa.gelu(LARGE[::-1]),
    "threads, gufunc": lambda: fa.softmax(WIDE_ROWS),
    "composite": lambda: fa.crelu(SPECIAL["float32"]),
}


def results_of(kind, count):
    with fa.num_threads(count):
        found = KINDS[kind]()
    return found if isinstance(found, tuple) else (found,)


@knows_fenv
@pytest.mark.parametrize("pooled", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_modes_and_flags_of_the_caller_are_left_as_found(kind, pooled):
    """NumPy itself clears all flags but that of inexact results before it calls a loop; the interpreter may raise that one
    between two instructions, so it has three chances not to."""
    compute = KINDS[kind]
    with fa.num_threads(2):
        if pooled:
            with fa.pooled():
                compute()
        for rounding, flush, raised in [(0, False, 0), (ROUNDINGS[2], False, 0), (ROUNDINGS[3], True, INEXACT)]:
            with Modes(rounding, flush):
                before = modes()
                for _ in range(3):
                    libm.feclearexcept(FLAGS)
                    libm.feraiseexcept(raised)
                    compute()
                    flags, after = libm.fetestexcept(FLAGS), modes()
                    if flags == raised:
                        break
            assert flags == raised
            assert after == before == (rounding, FLUSH if flush else 0)


@knows_fenv
@with_openmp
@pytest.mark.parametrize("kind", ["threads", "threads, strided", "threads, gufunc"])
@pytest.mark.parametrize("rounding, flush", [*itertools.product(ROUNDINGS[1:], [False]), (0, True)])
def test_workers_compute_in_the_modes_of_the_caller(kind, rounding, flush):
    plain = results_of(kind, 1)
    with Modes(rounding, flush):
        serial = results_of(kind, 1)
        parallel = [results_of(kind, 2) for _ in range(5)]
    again = results_of(kind, 2)
    assert not all(np.array_equal(s, p, equal_nan=True) for s, p in zip(serial, plain, strict=True))
    for found in parallel:
        assert_same_bits(found, serial)
    assert_same_bits(again, plain)


def normal_numbers(dtype, n, seed):
    """Of any exponent, of the usual size, in the tails, and beside the ends of the normal numbers."""
    rng, info = np.random.default_rng(seed), np.finfo(dtype)
    ends = [(info.minexp, info.maxexp - 0.01), (-12, 12), (info.minexp, info.minexp + 30)]
    sizes = [rng.uniform(low, high, n) for low, high in ends]
    sizes.append(np.log2(rng.uniform(1, 2 * -np.log(float(info.smallest_subnormal)), n)))
    x = np.exp2(np.concatenate(sizes).astype(np.longdouble)) * rng.choice([-1, 1], 4 * n)
    return rng.permutation(x).astype(dtype)


def flushed(function, *operands):
    """The results, those with subnormal numbers switched off, and where they differ although the first are normal."""
    plain = function(*operands)
    with Modes(flush=True):
        changed = function(*operands)
    several = isinstance(plain, tuple)
    for p, q in zip(plain if several else (plain,), changed if several else (changed,), strict=True):
        least = np.finfo(p.dtype).smallest_normal
        counts = (np.abs(p) > least * (1 + 2.0**-20)) | (p == 0) | np.isnan(p)
        same = (p == q) | (np.isnan(p) & np.isnan(q)) | ((p == 0) & (np.abs(q) < least))
        yield p, q, counts & ~same


@knows_fenv
@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("row", ROWS)
def test_normal_results_of_normal_numbers_keep_their_bounds_without_subnormal_ones(row, dtype, isa):
    x, setting = normal_numbers(dtype, 1500, 0), {key: float(dtype(value)) for key, value in parameters_of(row).items()}
    formula = reference.Formula(ROWS[row].formula, dtype, **setting)
    for suffix, part in (("", 0), ("_grad", 1)):
        function = build(isa).functions[row + suffix]
        ((_, got, different),) = flushed(function, x, *map(dtype, setting.values()))
        at = np.flatnonzero(different)[:40]
        if len(at):
            error = reference.errors(got[at], formula.table(x[at])[part], dtype)
            assert error.max() <= error_bounds.of(row + suffix, np.dtype(dtype).name, isa), (suffix, x[at[error.argmax()]])


@knows_fenv
@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_gates_without_subnormal_numbers(dtype, isa):
    """They move by two units at most, but where the activation alone is no normal number."""
    if isa == "sse2" and dtype is np.float64:
        pytest.skip("without FMA the product of small doubles has no second word in this mode")
    built, a, b = build(isa), normal_numbers(dtype, 1500, 1), normal_numbers(dtype, 1500, 2)
    least = np.longdouble(np.finfo(dtype).smallest_normal)
    for row in built.gates:
        numbers = [dtype(value) for value in row.parameters.values()]
        gate = built.gate_functions[row.name], built.gate_functions[f"{row.name}_backward"]
        factor = np.maximum(np.abs(a), np.abs(b)) if row.name == "glu" else np.abs(b)
        calls = [(gate[0], (a, b, *numbers), factor), (gate[1], (np.ones_like(a), a, b, *numbers), factor)]
        for function, operands, factor in calls:
            for plain, changed, different in flushed(function, *operands):
                different &= np.abs(plain) > 4 * least * factor
                distance = np.abs(plain[different].astype(np.longdouble) - changed[different])
                units = np.spacing(np.abs(plain[different])) * 2
                assert (distance <= units).all(), (function, a[different], b[different])


def test_import_leaves_subnormal_numbers_on_in_every_thread():
    assert_done(
        python(
            """
import threading, numpy as np, fastact
def check():
    small = np.finfo("f").tiny, np.finfo("d").tiny
    good.append(all(x / 2 != 0 and x / 2 * 2 == x for x in small) and np.float32(1e-45) * np.float32(1) != 0)
good = []
thread = threading.Thread(target=check)
thread.start()
thread.join()
check()
assert good == [True, True]
print("done")
""",
        )
    )
    for module in COMPILED:
        code = Path(module.__file__).read_bytes()
        assert b"set_fast_math" not in code and b"crtfastmath" not in code
