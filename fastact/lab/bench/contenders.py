"""Who takes part in a case, what each of them does, and how that is timed."""

import math
import time
from contextlib import ExitStack
from functools import partial
from timeit import Timer
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import peers, verify
from fastact.lab.bench import backends as others
from fastact.lab.bench import fused as fusion
from fastact.lab.bench import networks as nets
from fastact.lab.bench import small as few
from fastact.lab.bench.cases import HALVES, ROWS

BATCH = 1e6  # ns
FEWEST = 5  # rounds, however long they take
SLOWEST = 2  # rounds of a contender that takes more than its share of the time
SAMPLE = 2**20  # numbers that differ; a longer array repeats them, as to draw it took longer than to time it
REFERENCE = "numpy.exp"  # what a small call is held against
POOLED, WARM = "fastact, pooled", "fastact, into out="  # beside new arrays
WITHOUT_OUT = ("new", "explicit")  # forms


class Contender(NamedTuple):
    library: str
    threads: int


# ---- who --------------------------------------------------------------------------------------------------------------------


def contenders(case, libraries):
    """Who has the function, fastact first."""
    if case.is_call:
        return [Contender("fastact", 1), Contender(REFERENCE, 1)]
    if case.regime == "fused":
        return [
            Contender(one, 1 if fusion.library_of(one) in peers.ONE_THREAD else case.threads[0])
            for one in fusion.contenders(case.name, libraries)
        ]
    if case.regime == "networks":
        return [Contender(one, case.threads[0]) for one in nets.contenders(case.name, case.shape, case.threads[0], libraries)]
    if case.regime == "backends":
        return [Contender(one, 1) for one in others.contenders(case.name, libraries)]
    found = [Contender("fastact", count) for count in case.threads]
    if case.regime == "fresh":
        found += [Contender(one, case.threads[-1]) for one in (POOLED, WARM)]
    for library in [*libraries, "formula"]:
        for count in case.threads if takes_part(library, case) else ():
            one = library in peers.ONE_THREAD
            if not (one and count != case.threads[0]) and case.function in peers.calls(library, case.dtype, count):
                found.append(Contender(library, 1 if one else count))
    found += [
        Contender(f"{what}, {library}", case.threads[-1])
        for what in scales(case)
        for library in peers.SCALES[what]
        if library in ("NumPy", *libraries)
    ]
    if case.regime == "small":
        found.append(Contender(REFERENCE, 1))
    return found


def takes_part(library, case):
    """Whether its calls fit the regime and the type."""
    if library == "formula":  # it cannot be given `out`, and is slow
        return case.regime in ("cache", "fresh") and case.dtype not in HALVES
    if library == "JAX":  # nor can JAX, which stays on one thread
        return case.regime in ("cache", "small") and case.dtype not in HALVES
    if case.dtype in HALVES:
        return library == "PyTorch"
    return not (case.regime == "small" and library in ("ONNX Runtime", "MKL HA", "MKL LA"))  # which have no call for it


def scales(case):
    """What of the memory alone stands beside it."""
    if case.regime == "fresh":
        return ["touch"]
    return [] if case.regime != "memory" else ["rewrite"] if case.form == "in place" else ["copy"]


# ---- what -------------------------------------------------------------------------------------------------------------------


class Call:
    """What one contender does, and how to time it."""

    def __init__(self, case, contender, operands):
        library, self.threads = contender
        self.pooled = library == POOLED
        self.alone = case.form == "in place"
        self.reset, self.entered = None, list
        if case.regime == "fused":
            self.call = fusion.prepared(case.name, library, operands, case.shape, self.threads)
            return
        if case.regime == "networks":
            self.call = nets.prepared(case.name, library, case.form, operands, self.threads)
            return
        if case.regime == "backends":
            self.call = others.prepared(case.name, library, operands)
            self.entered = partial(others.surroundings, case.name, library)
            return
        if case.is_call:
            one = partial(np.exp, np.zeros(1))
            self.call = one if library == REFERENCE else few.prepared(case.name, case.form, *operands)
            return
        out = np.empty_like(operands[0]) if case.form not in WITHOUT_OUT or library == WARM else None
        if self.alone:
            data, operands = operands[0], [out]
            self.reset = partial(np.copyto, out, data)
        self.call = self.prepared(case, library, operands, out)

    def prepared(self, case, library, operands, out):
        what, _, whose = library.partition(", ")
        if what in peers.SCALES:
            return peers.SCALES[what][whose](self.threads, operands[0], out)
        if library == REFERENCE:
            return partial(np.exp, operands[0])
        ours = library.startswith("fastact")
        given = axis_of(case) if case.regime == "softmax" else [value for _, value in setting(case)]
        if ours and case.name in ROWS and case.form != "explicit" and None not in ROWS[case.name].parameters.values():
            given = ()
        prepare = peers.calls("fastact" if ours else library, case.dtype, self.threads)[case.function]
        return prepare(operands, given, out)

    def surroundings(self, controller):
        stack = ExitStack()
        stack.enter_context(controller.limit(limits=self.threads))
        stack.enter_context(fa.num_threads(self.threads))
        stack.enter_context(np.errstate(all="ignore"))
        for one in self.entered():
            stack.enter_context(one)
        if self.pooled:
            stack.enter_context(fa.pooled())
        return stack

    def batch(self, controller, number):
        """Nanoseconds of a call, in a batch of so many, after one that is not counted."""
        with self.surroundings(controller):
            timer = Timer(self.call, self.reset or "pass", time.perf_counter_ns)
            timer.timeit(1)
            return timer.timeit(1 if self.alone else number) / (1 if self.alone else number)


def axis_of(case):
    return (-1 if case.form == "last axis" else 0,)


def setting(case):
    return verify.settings(verify.SUBJECTS[case.name], "float32" if case.dtype in HALVES else case.dtype)[0]


def operands(case):
    """Normal numbers three wide, and from 0 to 1 where the function has no value there."""
    rng = np.random.default_rng(0)
    if case.regime == "fused":
        return fusion.ROWS[case.name].draw(rng, case.shape)
    if case.regime == "networks":
        return nets.ROWS[case.name].draw(rng, case.shape)
    if case.regime == "backends":
        return others.ROWS[case.name].draw(rng, case.shape, case.dtype)
    if case.is_call:
        return [np.zeros(case.shape, case.dtype)]
    shape = case.shape if case.size <= SAMPLE else SAMPLE
    x = (3 * rng.standard_normal(shape)).astype(case.dtype)
    if case.regime == "softmax":
        return [x]
    with np.errstate(all="ignore"):
        y = ufuncs.functions[case.name](x, **dict(setting(case)))
    x = np.where(np.isnan(y), rng.random(shape).astype(case.dtype), x)
    found = [x]
    if "_backward" in case.function:
        if case.function.endswith("_from_output"):
            x = ufuncs.functions[case.name](x, **dict(setting(case)))
        found = [rng.standard_normal(shape).astype(case.dtype), x]
    return [np.resize(one, case.shape) for one in found]


def calls(case, found):
    """By contender; they read the same arrays, and write into one of their own each."""
    data = operands(case)
    return {contender: Call(case, contender, data) for contender in found}


# ---- how long ---------------------------------------------------------------------------------------------------------------


def timed(case, libraries, rounds, seconds):
    """The times of a call in each round, by contender."""
    ready = calls(case, contenders(case, libraries))
    controller = ThreadpoolController()
    number = {one: max(1, math.ceil(BATCH / call.batch(controller, 1))) for one, call in ready.items()}
    found, spent = {one: [] for one in ready}, dict.fromkeys(ready, 0)
    order, end = list(ready), time.perf_counter() + seconds
    for k in range(rounds):
        if k >= min(FEWEST, rounds) and time.perf_counter() > end:
            break
        for one in order:
            if k >= SLOWEST and spent[one] > seconds / len(order) and not one.library.startswith("fastact"):
                continue
            began = time.perf_counter()
            found[one].append(ready[one].batch(controller, number[one]))
            spent[one] += time.perf_counter() - began
        order.append(order.pop(0))
    return found
