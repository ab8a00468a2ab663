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
from calls import assert_same_bits, specials, values
from subprocesses import COMPILED, assert_done, python, with_openmp

import fastact as fa

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
ROWS = np.linspace(-100, 3, 300000, dtype="float32").reshape(1000, 300).T
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
    "threads, gufunc": lambda: fa.softmax(ROWS),
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
