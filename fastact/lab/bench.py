"""python -m fastact bench: the speed of every function beside that of every library which has it, losses included.

A case is one function of one dtype and size; its contenders take turns.  In each round each of them runs once uncounted, which
brings its data near, and then a batch of at least a millisecond that counts; the order rotates.  One that has had its share of
the case's time sits out, so that a slow library does not take the rounds of the fast.  Ratios of the least times are
what a busy machine disturbs least, and the medians stand beside them.

    cache    one thread, into `out=`: 65536 float32 or 32768 float64; values, derivatives, backward forms
    memory   32 M float32, all threads, into an `out=` that has been written before, and in place, beside a plain copy
    fresh    16 M float32, all threads, into new arrays; `fastact, pooled` recycles them
    small    1 to 1000 float32, a call without `out=`, with the parameters' defaults and with explicit ones, beside numpy.exp;
             and calls of a few rows of what is no ufunc, beside numpy.exp of one number
    softmax  one thread, in cache: rows of 10 to 32000, along the last axis and the first
    threads  1 to 10^7 float32, with 1, 2, 4 ... all threads
    fused    float32: masked softmax, gates, biases, losses with their gradients, beside the separate steps
"""

import json
import math
import os
import platform
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from timeit import Timer
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

import fastact as fa
from fastact._core import error_bounds, ufuncs
from fastact.lab import bench_calls, bench_table, peers, reference, terminal, verify, write_benchmarks
from fastact.lab import bench_fused as fusion
from fastact.lab.arguments import unknown

BATCH = 1e6  # ns
POINTS = 8192  # of the sample that errors of other libraries are measured on
FEWEST = 5  # rounds, however long they take
SLOWEST = 2  # rounds of a contender that takes more than its share of the time
SAMPLE = 2**20  # numbers that differ; a longer array repeats them, as to draw it took longer than to time it
ROWS = {row.name: row for row in ufuncs.activations}
SOFTMAX = ("softmax", "log_softmax")
NAMES = [*dict.fromkeys((*ROWS, *SOFTMAX, *fusion.ROWS, *bench_calls.ROWS))]
OWN = {
    "small": [*ROWS, *bench_calls.ROWS],
    "softmax": SOFTMAX,
    "fused": fusion.ROWS,
}  # names of regimes that do not go through the table
KINDS = ("", "_grad", "_backward", "_backward_from_output")
SWEPT = ("relu", "sigmoid", "tanh", "gelu", "mish")  # by threads, where no names are given
LOAD = os.getloadavg()[0]  # of others, before this began
MOST = fa.get_num_threads()  # before any other library changes OpenMP's number
REFERENCE = "numpy.exp"  # what a small call is held against


class Case(NamedTuple):
    """What is timed: `form` is how it is called."""

    regime: str
    name: str  # of the activation, or of the row of `fused.py`
    function: str
    dtype: str
    form: str
    shape: tuple
    threads: tuple

    @property
    def size(self):
        return math.prod(self.shape)


class Contender(NamedTuple):
    library: str
    threads: int


# ---- the regimes: cases of a name -------------------------------------------------------------------------------------------


def cache(name, threads, most):
    for dtype, size in (("float32", 2**16), ("float64", 2**15)):
        for kind in KINDS:
            if f"{name}{kind}" in ufuncs.functions:
                yield Case("cache", name, f"{name}{kind}", dtype, "out", (min(size, most),), (1,))


def memory(name, threads, most):
    for form in ("out", "in place"):
        yield Case("memory", name, name, "float32", form, (min(2**25, most),), threads[-1:])


def fresh(name, threads, most):
    yield Case("fresh", name, name, "float32", "new", (min(2**24, most),), threads[-1:])


def small(name, threads, most):
    if name not in ROWS:
        for form, (shape, _) in bench_calls.ROWS[name].items():
            yield Case("small", name, name, "float32", form, fusion.fitted(shape, most), (1,))
        return
    defaults = ROWS[name].parameters.values()
    for form in ["new"] * (None not in defaults) + ["explicit"] * bool(defaults):
        for size in (1, 10, 100, 1000):
            yield Case("small", name, name, "float32", form, (min(size, most),), (1,))


def softmax(name, threads, most):
    for dtype, total in (("float32", 2**16), ("float64", 2**15)):
        for length in (10, 64, 1000, 32000):
            shape = max(1, min(total, most) // length), min(length, most)
            yield Case("softmax", name, name, dtype, "last axis", shape, (1,))
            yield Case("softmax", name, name, dtype, "first axis", shape[::-1], (1,))


def threads(name, threads, most):
    for size in np.unique(np.geomspace(1, min(10**7, most), 29).astype(int)).tolist():
        yield Case("threads", name, name, "float32", "out", (size,), threads)


def fused(name, threads, most):
    row = fusion.ROWS[name]
    for shape, where in row.cases:
        count = threads[:1] if where == fusion.ONE else threads[-1:]
        form = ", ".join(filter(None, [row.call, where]))
        yield Case("fused", name, name, "float32", form, fusion.fitted(shape, most), count)


REGIMES = {function.__name__: function for function in (cache, memory, fresh, small, softmax, threads, fused)}


def counts():
    """1, 2, 4 ... and all threads."""
    return (*(2**k for k in range(MOST.bit_length()) if 2**k < MOST), MOST)


def cases(names=(), regimes=(), most=2**25):
    """The cases of the named activations, of at most so many elements; no names or regimes are all of them."""
    for regime in dict.fromkeys(regimes or REGIMES):
        own = OWN.get(regime, ROWS)
        usual = SWEPT if regime == "threads" else own
        for name in [name for name in own if name in names] if names else usual:
            yield from dict.fromkeys(REGIMES[regime](name, counts(), most))


# ---- the contenders of a case -----------------------------------------------------------------------------------------------


def contenders(case, libraries):
    """Who has the function, fastact first."""
    if is_call(case):
        return [Contender("fastact", 1), Contender(REFERENCE, 1)]
    if case.regime == "fused":
        return [
            Contender(one, 1 if fusion.library_of(one) in peers.ONE_THREAD else case.threads[0])
            for one in fusion.contenders(case.name, libraries)
        ]
    found = [Contender("fastact", count) for count in case.threads]
    if case.regime == "fresh" and hasattr(fa, "pooled"):
        found.append(Contender("fastact, pooled", case.threads[-1]))
    for library in [*libraries, "formula"]:
        if library == "formula" and case.regime not in ("cache", "fresh"):
            continue  # it cannot be given `out`, and is slow
        if library == "JAX" and case.regime not in ("cache", "small"):
            continue  # nor can JAX, which stays on one thread
        if case.regime == "small" and library in ("ONNX Runtime", "MKL HA", "MKL LA"):
            continue  # their calls have no interface for it
        for count in case.threads:
            one = library in peers.ONE_THREAD
            if not (one and count != case.threads[0]) and case.function in peers.calls(library, case.dtype, count):
                found.append(Contender(library, 1 if one else count))
    if case.regime == "memory":
        found += [
            Contender(f"copy, {library}", case.threads[-1]) for library in peers.copies(1) if library in ("NumPy", *libraries)
        ]
    if case.regime == "small":
        found.append(Contender(REFERENCE, 1))
    return found


def is_call(case):
    """Whether it is one of bench_calls.py."""
    return case.regime == "small" and case.name not in ROWS


class Call:
    """What one contender does, and how to time it."""

    def __init__(self, case, contender, operands):
        library, self.threads = contender
        self.pooled = library == "fastact, pooled"
        self.alone = case.form == "in place"
        self.reset = None
        if case.regime == "fused":
            self.call = fusion.prepared(case.name, library, operands, case.shape, self.threads)
            return
        if is_call(case):
            one = partial(np.exp, np.zeros(1))
            self.call = one if library == REFERENCE else bench_calls.prepared(case.name, case.form, *operands)
            return
        out = np.empty_like(operands[0]) if case.form not in ("new", "explicit") else None
        if self.alone:
            data, operands, out = operands[0], [out], out
            self.reset = partial(np.copyto, out, data)
        self.call = self.prepared(case, library, operands, out)

    def prepared(self, case, library, operands, out):
        if library.startswith("copy, "):
            x = operands[0] if out is not operands[0] else operands[0].copy()
            return peers.copies(self.threads)[library.removeprefix("copy, ")](x, out)
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
    return verify.settings(verify.SUBJECTS[case.name], case.dtype)[0]


def operands(case):
    """Normal numbers three wide, and from 0 to 1 where the function has no value there."""
    rng = np.random.default_rng(0)
    if case.regime == "fused":
        return fusion.ROWS[case.name].draw(rng, case.shape)
    if is_call(case):
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


# ---- errors beside the speeds -----------------------------------------------------------------------------------------------


def sampled(name, dtype, places):
    """The worst errors of other libraries, by function and library, with the parameters' defaults."""
    subject = verify.SUBJECTS[name]
    default = verify.settings(subject, dtype)[0]
    task = verify.Task(name, dtype, tuple(places), default, POINTS, seed=0)
    return {key: worst.ulp for key, worst in verify.work(task)[0].items()}


def on_its_data(case, libraries):
    """The worst errors of softmax on the very data that is timed, against extended precision."""
    x = operands(case)[0]
    wide, axis = x.astype(np.longdouble), axis_of(case)[0]
    wide -= wide.max(axis, keepdims=True)
    others = np.exp(wide)
    np.put_along_axis(others, wide.argmax(axis, keepdims=True), 0, axis)
    others = others.sum(axis, keepdims=True)
    exact = np.exp(wide) / (1 + others) if case.function == "softmax" else wide - np.log1p(others)
    nearest = exact.astype(np.float64)
    pair = nearest, (exact - nearest).astype(np.float64) / np.spacing(np.abs(nearest))
    found = {}
    for library in ("fastact", *libraries):
        if case.function in peers.calls(library, case.dtype):
            got = np.asarray(peers.calls(library, case.dtype)[case.function]([x], axis_of(case))())
            found[library] = float(reference.errors(got, pair, x.dtype).max())
    return found


def of_fewer_rows(case, libraries):
    """The worst errors of the contenders of a row of `fused.py` that compute the whole, against its formula in float64."""
    case = case._replace(shape=fusion.fitted(case.shape, SAMPLE))
    data, found = operands(case), {}
    exact = fusion.exact(case.name, data)
    for one in contenders(case, libraries):
        if fusion.PART not in one.library:
            got = fusion.results(Call(case, one, data).call())
            found[one.library] = max(
                float(reference.errors(*pair, case.dtype).max())
                for pair in zip(got, ((nearest, 0.0) for nearest in exact), strict=True)
            )
    return found


def errors_of(case, libraries, known):
    """By library: fastact's stated bound, and what was found of the others; those on its data for softmax and `fused.py`."""
    if is_call(case):
        return {}
    if case.regime == "softmax":
        return on_its_data(case, libraries)
    if case.regime == "fused":
        return of_fewer_rows(case, libraries)
    places = tuple(library for library in (*libraries, "formula") if case.name in peers.functions(library))
    key = case.name, case.dtype
    if key not in known:
        known[key] = sampled(*key, places) if places else {}
    function = case.name if case.function == case.name else f"{case.name}_grad"
    found = {library: known[key].get((function, library)) for library in places}
    if case.function.endswith("_from_output"):
        function = f"{function}_from_output"
    return found | {"fastact": error_bounds.of(function, case.dtype, ufuncs.isa_name)}


# ---- the whole --------------------------------------------------------------------------------------------------------------


def entries(case, times, errors):
    """A case for the JSON file, a line for each contender."""
    head = {"regime": case.regime, "function": case.function, "dtype": case.dtype, "form": case.form, "shape": list(case.shape)}
    for (library, count), found in times.items():
        least, median = float(np.min(found)), float(np.median(found))
        yield head | {
            "size": case.size,
            "threads": count,
            "contender": library,
            "median_ns": median,
            "min_ns": least,
            "rounds": len(found),
            "ns_per_element": least / case.size,
            "ulp": errors.get(library.removesuffix(", pooled")),
        }


# ---- the command ------------------------------------------------------------------------------------------------------------


def problem(options):
    """What is wrong with the options together, or None."""
    if options.compare:
        if options.json or options.plot:
            return "--compare times nothing: there is nothing to write"
        if not write_benchmarks.changes(*selected(options)):
            return "the two files have no case in common that was asked for"
        return None
    if options.json and options.json == options.plot:
        return "--json and --plot are the same file"
    if len(options.peers or ()) > 1 and "none" in options.peers:
        return "--peers none goes with no others"
    if missing := [library for library in options.peers or () if library in peers.MISSING]:
        return f"{missing[0]} is not installed: python -m pip install {' '.join(peers.MISSING[missing[0]])}"
    known = ["none", *peers.LIBRARIES]
    others = [name for name in NAMES if name not in ROWS]
    return (
        unknown(options.peers or (), [*known, *peers.MISSING], ", ".join(known))
        or unknown(options.names, NAMES, f"those of fastact.activations() with a formula, and {', '.join(others)}")
        or elsewhere(options.names, options.regime or ())
    )


def elsewhere(names, regimes):
    """Which name has no case in the chosen regimes, or which of these has none of the names."""
    having = {name: [regime for regime in REGIMES if name in OWN.get(regime, ROWS)] for name in names}
    for name, those in having.items():
        if regimes and not set(those) & set(regimes):
            return f"{name} is not timed in {', '.join(regimes)}, but in {', '.join(those)}"
    for regime in regimes:
        if names and not any(regime in those for those in having.values()):
            return f"{regime} has none of {', '.join(names)}" + (f", but {', '.join(OWN[regime])}" if regime in OWN else "")
    return None


def selected(options):
    """The two files that are compared, with what was asked for of their results."""
    functions = {f"{name}{kind}" for name in options.names for kind in KINDS}
    for found in options.compare:
        lines = found["results"]
        if options.names:
            lines = [line for line in lines if line["function"] in functions]
        if options.regime:
            lines = [line for line in lines if line["regime"] in options.regime]
        yield found | {"results": lines}


def run(options):
    """Times the cases and prints a table for each; or compares two files, and returns 1 if anything has become slower."""
    if options.compare:
        return write_benchmarks.compare(*selected(options))
    libraries = tuple(library for library in peers.LIBRARIES if not options.peers or library in options.peers)
    console = terminal.console()
    if not options.peers:
        for library, distributions in peers.MISSING.items():
            console.print(f"without {library}: python -m pip install {' '.join(distributions)}")
    chosen = list(cases(options.names, options.regime, options.elements))
    console.print(f"{len(chosen)} cases of up to {options.seconds:g} seconds and a little")
    known, results, failed = {}, [], False
    try:
        with terminal.progress(console) as progress:
            bar = progress.add_task("", total=len(chosen))
            for case in chosen:
                progress.update(bar, description=f"{case.regime} {case.function} {case.dtype}")
                errors = errors_of(case, libraries, known)
                lines = list(entries(case, timed(case, libraries, options.rounds, options.seconds), errors))
                results += lines
                terminal.show(console, *bench_table.table(lines))
                progress.advance(bar)
    finally:  # what has been measured is kept, whatever ends the run
        if results:
            terminal.show(console, "Legend", terminal.notes(bench_table.legend(results, POINTS)))
            found = {"metadata": metadata(options, libraries), "results": results}
            failed = not all([save(found, options.json), draw(found, options.plot)])
    return 1 if failed else 0


def save(found, file):
    """Whether all went well.  A file that can no longer be written costs no results: they go into a temporary one."""
    if not file:
        return True
    text = json.dumps(found, indent=1)
    try:
        file.write_text(text)
    except OSError as error:
        with tempfile.NamedTemporaryFile("w", prefix="fastact-bench-", suffix=".json", delete=False) as other:
            other.write(text)
        told = f"error: cannot write {str(file)!r}: {error.strerror}; the results are in {other.name!r}"
        print(f"python -m fastact bench: {told}", file=sys.stderr)
        return False
    return True


def draw(found, file):
    """Whether all went well."""
    try:
        if file:
            write_benchmarks.plot(found, file)
    except OSError as error:
        print(f"python -m fastact bench: error: cannot write {str(file)!r}: {error.strerror}", file=sys.stderr)
        return False
    return True


def caches():
    """The bytes of each level of this processor's data caches."""
    found = {}
    for folder in sorted(Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        level, kind, size = ((folder / name).read_text().strip() for name in ("level", "type", "size"))
        if kind != "Instruction":
            found[f"L{level}"] = int(size.removesuffix("K")) * 1024
    return found


def metadata(options, libraries):
    """When, where, with what."""
    return {
        "date": date.today().isoformat(),
        "processor": verify.processor(),
        "cores": os.cpu_count(),
        "load": round(LOAD, 1),
        "caches": caches(),
        "memory": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
        "system": f"{platform.system()} {platform.machine()}, {' '.join(platform.libc_ver())}",
        "python": platform.python_version(),
        "fastact": fa.__version__,
        "isa": ufuncs.isa_name,
        "threads": MOST,
        "numpy": np.__version__,
        "peers": {library: peers.LIBRARIES[library] for library in libraries},
        "rounds": options.rounds,
        "seconds": options.seconds,
        "points": POINTS,
    }
