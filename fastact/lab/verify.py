"""python -m fastact verify: the error of every function, in units in the last place, held against its stated bound.

float64 results are compared with balls around the exact ones (reference.py); float32 results, of which there are 2^32, with
those of the float64 function at the same arguments, whose error of a few units is below 2^-26 of a float32 unit.  Whatever
comes out as the worst is then compared with a ball.
"""

import json
import math
import platform
import zlib
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np
from flint import arb, ctx
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

import fastact as fa
from fastact._core import error_bounds, ufuncs
from fastact._core.table_rows import Row, stated
from fastact.lab import peers, reference

DTYPES = {"float32": np.float32, "float64": np.float64}
NOISE = 2.0**-20  # of a measured error, in units: the width of a ball, and more than the error of the float64 function
SETTINGS = 32  # of the parameters, drawn from their ranges; together they get half as many points as the defaults
BLOCK = 2**15  # float32 arguments: their buffers stay in the second-level cache
SHARE = {"float32": 2**22, "float64": 2**13}  # points of one task
SWEEP = 2**26  # of one task that goes through all arguments


class Subject(NamedTuple):
    """Functions of the same argument and parameters: what a formula is worth, and its derivative."""

    functions: tuple
    together: str | None  # the function that returns what both of them do
    formula: str
    argument: str
    row: Row
    conditions: tuple

    def domain(self, dtype, setting):
        """The least and the largest argument: any x, but only a y that is a result."""
        if self.argument == "x":
            return -math.inf, math.inf
        return [float(dtype(end)) for end in stated(self.row, **dict(setting))["range"]]


def _subjects():
    for row in ufuncs.activations:
        slope = f"{row.name}_grad"
        yield row.name, Subject((row.name, slope), f"{row.name}_with_grad", row.formula, "x", row, row.conditions)
        if row.from_output:
            name, (formula, conditions) = f"{slope}_from_output", row.from_output
            yield name, Subject((name,), None, formula, "y", row, row.conditions + conditions)


SUBJECTS = dict(_subjects())


class Task(NamedTuple):
    """Arguments of a subject, for one process: the bit patterns from start to stop, or points drawn with a seed."""

    name: str
    dtype: str
    places: tuple  # ISAs and peers' libraries
    setting: tuple  # of the parameters
    count: int
    seed: int | None = None
    start: int = 0


class Worst(NamedTuple):
    ulp: float
    x: float
    parameters: dict
    got: float
    want: str


@cache
def functions(place):
    """What computes there, by the names of fastact's functions."""
    return ufuncs.build(place)[1] if place in ufuncs.isas else peers.functions(place)


# ---- arguments: numbers by their place in the order of all numbers of the dtype -------------------------------------------


def ordinal(x):
    """Neighbours have neighbouring integers; 0 and -0 have 0."""
    kind = f"i{x.dtype.itemsize}"
    bits = x.view(kind).astype(np.int64)
    return np.where(bits < 0, np.iinfo(kind).min - bits, bits)


def number(n, dtype):
    kind = f"i{np.dtype(dtype).itemsize}"
    return np.where(n < 0, np.iinfo(kind).min - n, n).astype(kind).view(dtype)


def highest(dtype):
    return int(ordinal(np.array([np.finfo(dtype).max]))[0])


def usual(count, dtype, rng):
    return ordinal((rng.choice([-1.0, 1.0], count) * np.exp2(rng.uniform(-12, 11, count))).astype(dtype))


def nature(*results):
    """An integer that changes at a result's root, and where it becomes subnormal, zero, infinite, undefined."""
    total = 0
    for r in results:
        size = np.abs(r)
        info = np.finfo(r.dtype)
        kind = (size > 0).astype(int) + (size >= info.smallest_normal) + (size > info.max)
        total = 10 * total + np.where(np.isnan(r), 4, np.copysign(kind, r)).astype(int) + 4
    return total


def changes(nature, grid):
    """The ordinals before each change of nature between the points of a sorted grid, by bisection."""
    natures = nature(grid)
    at = np.flatnonzero(natures[1:] != natures[:-1])
    low, high, before = grid[at], grid[at + 1], natures[at]
    while (high - low > 1).any():
        half = low + (high - low) // 2
        same = nature(half) == before
        low, high = np.where(same, half, low), np.where(same, high, half)
    return low


@cache
def quarter_turns(dtype):
    """Multiples of pi/2, and the numbers of every exponent that come closest to one (W. Kahan, 1983)."""
    info = np.finfo(dtype)
    found = list(np.arange(1, 4097) * (math.pi / 2))
    with ctx.workprec(4096):
        for exponent in range(-info.nmant, int(info.maxexp) - info.nmant):
            rest = arb(2) ** (exponent + 1) / arb.pi()
            before, q = 0, 1  # denominators of two convergents
            while q < 2 ** (info.nmant + 1):
                rest = 1 / (rest - rest.floor())
                before, q = q, int(rest.floor().unique_fmpz()) * q + before
            found.append(math.ldexp(before, exponent))
    return ordinal(np.array([found, np.negative(found)], dtype).ravel())


@lru_cache(maxsize=4)
def landmarks(name, dtype, setting):
    """Where a function may err most: roots, ends of tails, kinks, powers of two, multiples of pi/2; ordinals of each."""
    subject, kind, rng, top = SUBJECTS[name], DTYPES[dtype], np.random.default_rng(0), highest(dtype)
    numbers = [kind(value) for _, value in setting]
    formula = reference.Formula(subject.formula, kind, subject.argument, **dict(setting))

    def results(n):
        return nature(*(functions(ufuncs.isas[0])[f](number(n, kind), *numbers) for f in subject.functions))

    def branches(n):
        return np.array([hash(formula.decisions(x)) for x in number(n, kind).tolist()])

    grid = np.sort(np.concatenate([np.arange(-top, top, top >> 14), usual(2**15, kind, rng)]))
    powers = np.arange(0, top, 1 << np.finfo(kind).nmant)
    found = [changes(results, grid), np.concatenate([powers, -powers, [top, -top]])]
    if formula.decisions(0.5):
        found.append(changes(branches, grid[::32]))
    if "sin(" in subject.formula or "cos(" in subject.formula:
        found.append(quarter_turns(dtype))
    return [marks for marks in found if len(marks)]


def draw(task):
    """Points: a quarter of every exponent, a quarter around the landmarks at any distance, the rest of the usual size; and in
    the first draw the neighbours of the landmarks, where there are many of the 16 closest to 1 in size and of 16 others."""
    dtype, rng = DTYPES[task.dtype], np.random.default_rng([zlib.crc32(task.name.encode()), task.seed])
    top, digits, quarter = highest(dtype), np.finfo(dtype).nmant, task.count // 4
    marks = landmarks(task.name, task.dtype, task.setting)
    near = np.concatenate([rng.choice(m, quarter // len(marks)) for m in marks])
    near += rng.choice([-1, 1], len(near)) * (np.exp2(rng.uniform(0, digits, len(near))).astype(np.int64) - 1)
    drawn = [rng.integers(-top, top, quarter, endpoint=True), near, usual(task.count - 2 * quarter, dtype, rng)]
    if task.seed == 0:
        one = ordinal(np.ones(1, dtype))
        for m in marks:
            some = np.unique(np.concatenate([m[np.argsort(np.abs(np.abs(m) - one))][:16], rng.permutation(m)[:16]]))
            drawn.append(np.add.outer(some, np.arange(-8, 9)).ravel())
    return number(np.clip(np.concatenate(drawn), -top, top), dtype)


def settings(subject, dtype):
    """The parameters' defaults, then numbers from their ranges, the ends among them."""
    kind, rng, ranges, found = DTYPES[dtype], np.random.default_rng(0), subject.row.ranges, []
    if not ranges:
        return [()]
    defaults = {p: np.clip(0.25, *ranges[p]) if v is None else v for p, v in subject.row.parameters.items()}
    while len(found) <= SETTINGS:
        setting = {p: between(*ranges[p], rng) for p in ranges} if found else defaults
        setting = {p: float(kind(value)) for p, value in setting.items()}
        if all(eval(condition, {}, setting) for condition in subject.conditions):
            found.append(tuple(setting.items()))
    return found


def between(low, high, rng):
    """An end, or a number of any size."""
    if rng.random() < 1 / 4:
        return rng.choice([low, high])
    if low > 0:
        return math.exp(rng.uniform(math.log(low), math.log(high)))
    return rng.choice([end for end in (low, high) if end]) * 2.0 ** -rng.uniform(0, 12)


# ---- what the results are compared with ------------------------------------------------------------------------------------


class Balls:
    """The exact results."""

    def __init__(self, subject, dtype, setting):
        self.dtype = dtype
        self.formula = reference.Formula(subject.formula, dtype, subject.argument, **dict(setting))

    def at(self, x):
        self.exact = self.formula.table(x)

    def errors(self, part, got):
        return reference.errors(got, self.exact[part], self.dtype)


class Wide:
    """The float64 function's, for float32."""

    def __init__(self, subject, dtype, setting):
        self.function = functions(ufuncs.isas[0])[subject.together or subject.functions[0]]
        self.parameters = [value for _, value in setting]
        self.formula = reference.Formula(subject.formula, dtype, subject.argument, **dict(setting))
        self.x = np.empty(BLOCK)
        self.want, self.units, self.error = np.empty((3, len(subject.functions), BLOCK))

    def at(self, x):
        n = len(x)
        np.copyto(self.x[:n], x)
        self.function(self.x[:n], *self.parameters, out=tuple(self.want[:, :n]))
        for want, units in zip(self.want[:, :n], self.units[:, :n]):
            per_unit(want, units)

    def errors(self, part, got):
        want, error = self.want[part, : len(got)], self.error[part, : len(got)]
        np.subtract(got, want, out=error)
        np.abs(error, out=error)
        error *= self.units[part, : len(got)]
        if not error.max() < np.inf:  # infinities and NaN among the results
            rounded = want.astype(np.float32)
            same = (got == rounded) | (np.isnan(got) & np.isnan(rounded))
            error[np.isnan(error)] = np.inf
            error[same & ~np.isfinite(rounded)] = 0
        return error


def per_unit(want, out):
    """How often float32's unit in the last place goes into 1; for a power of two the lesser unit below it, in case the exact
    value lies there."""
    info = np.finfo(np.float32)
    np.multiply(want, 1 - 2.0**-53, out=out)
    exponents = out.view(np.int64)
    exponents &= 0x7FF0000000000000
    np.maximum(out, float(info.smallest_normal), out=out)
    np.divide(2.0**info.nmant, out, out=out)


# ---- a task, in a process of its own ----------------------------------------------------------------------------------------


def blocks(task):
    """Its arguments."""
    dtype = DTYPES[task.dtype]
    low, high = SUBJECTS[task.name].domain(dtype, task.setting)
    drawn = None if task.seed is None else draw(task)
    for first in range(0, task.count if drawn is None else len(drawn), BLOCK):
        if drawn is None:
            x = np.arange(task.start + first, task.start + first + BLOCK, dtype=np.uint32).view(dtype)
        else:
            x = drawn[first : first + BLOCK]
        if -math.inf < low or high < math.inf:
            x = x[~((x < low) | (x > high))]
        if len(x):
            yield x


@lru_cache(maxsize=2)
def measure_of(name, dtype, setting):
    return (Wide if dtype == "float32" else Balls)(SUBJECTS[name], DTYPES[dtype], setting)


def settle(error, got, x, formula, part):
    """The place and size of the largest error that a ball confirms; those that one refutes are corrected in place."""
    while True:
        i = int(error.argmax())
        point = float(x[i])
        if not math.isfinite(point):  # the limits are the float64 function's
            return i, error[i], "the limit"
        balls = [pair[part] for pair in formula.accepted(point)]
        confirmed, want = min((reference.ulp_error(got[i], ball, x.dtype), ball.str(20, radius=False)) for ball in balls)
        if confirmed >= error[i] - NOISE:
            return i, confirmed, want
        error[i] = confirmed


def same_bits(a, b):
    kind = f"i{a.dtype.itemsize}"
    return (a.view(kind) == b.view(kind)).all()


def results(task, place, x, numbers):
    """What a place has of the subject's functions; a sweep calls the one that returns both, which costs less."""
    subject, found = SUBJECTS[task.name], functions(place)
    if subject.together and task.seed is None:
        return found[subject.together](x, *numbers)
    return [found[function](x, *numbers) if function in found else None for function in subject.functions]


def work(task):
    """The worst result of each function in each place, and how many there were."""
    dtype = DTYPES[task.dtype]
    measure = measure_of(task.name, task.dtype, task.setting)
    numbers = [dtype(value) for _, value in task.setting]
    worst, points = {}, 0
    with np.errstate(all="ignore"):
        for x in blocks(task):
            points += len(x)
            measure.at(x)
            before = {}
            for place in task.places:
                for part, got in enumerate(results(task, place, x, numbers)):
                    if got is None:
                        continue
                    if part not in before or not same_bits(got, before[part][0]):
                        error = measure.errors(part, got)
                        before[part] = got, error, error.max()
                    _, error, largest = before[part]
                    key = SUBJECTS[task.name].functions[part], place
                    if key not in worst or largest > worst[key].ulp + NOISE:
                        i, ulp, want = settle(error, got, x, measure.formula, part)
                        worst[key] = Worst(float(ulp), float(x[i]), dict(task.setting), float(got[i]), want)
    return worst, points


# ---- the whole ---------------------------------------------------------------------------------------------------------------


def plan(options):
    """The tasks of each subject and dtype."""
    isas, libraries = tuple(options.isa or ufuncs.isas), tuple(peers.LIBRARIES) if options.peers else ()
    for name, subject in SUBJECTS.items():
        if options.names and subject.row.name not in options.names:
            continue
        for dtype in sorted(options.dtype or DTYPES, reverse=True):  # float64 first: it is the reference of float32
            first, *others = settings(subject, dtype)
            if options.exhaustive and dtype == "float32":
                yield from (Task(name, dtype, isas, first, SWEEP, start=start) for start in range(0, 2**32, SWEEP))
            yield from draws(Task(name, dtype, isas + libraries, first, options.points))
            for setting in others:
                yield from draws(Task(name, dtype, isas, setting, options.points // (2 * SETTINGS)))


def draws(task):
    """A task in shares."""
    share = SHARE[task.dtype]
    return [task._replace(count=min(share, task.count - k), seed=k // share) for k in range(0, task.count, share)]


def problem(options):
    """What is wrong with the options, or None."""
    known = [row.name for row in ufuncs.activations]
    unknown = [name for name in options.names if name not in known]
    if unknown:
        return f"{unknown[0]!r} is not one of {', '.join(known)}"


def run(options):
    """Prints a line for each function, dtype and place; returns 1 if one is over its stated bound."""
    tasks = list(plan(options))
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    processes = ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=fa.set_num_threads, initargs=(1,))
    results = []
    with processes as pool, Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("", total=len(tasks))
        try:
            found = zip(tasks, pool.map(work, tasks))
            for (name, dtype), pairs in groupby(found, key=lambda pair: pair[0][:2]):
                progress.update(bar, description=f"{name} {dtype}")
                lines = summary(dtype, pairs, lambda: progress.advance(bar))
                results += lines
                for line in lines:
                    print(show(line), flush=True)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"metadata": metadata(options), "results": results}, file, indent=1)
    over = [line for line in results if line["bound"] is not None and line["ulp"] > line["bound"] + NOISE]
    return 1 if over else 0


def summary(dtype, pairs, advance):
    """The worst of all tasks of a subject, as entries of the JSON file: where all arguments were tried, and of samples."""
    worst, points, settings, swept = {}, Counter(), {}, set()
    for task, (found, count) in pairs:
        advance()
        if task.seed is None:
            swept.update((place, task.setting) for place in task.places)
        for (function, place), one in found.items():
            key = function, place, (place, task.setting) in swept
            points[key] += count
            settings.setdefault(key, set()).add(task.setting)
            if key not in worst or one.ulp > worst[key].ulp:
                worst[key] = one
    lines = []
    for key, one in sorted(worst.items(), key=lambda item: item[0][0]):
        function, place, exhaustive = key
        head = {"function": function, "dtype": dtype, "place": place, "exhaustive": exhaustive}
        tail = {"points": points[key], "settings": len(settings[key]), "bound": error_bounds.of(function, dtype, place)}
        lines.append(head | one._asdict() | tail)
    return lines


def show(line):
    """An entry for the eye."""
    arguments = ", ".join([repr(line["x"]), *(f"{p}={v!r}" for p, v in line["parameters"].items())])
    bound = "no bound" if line["bound"] is None else f"bound {line['bound']}"
    return (
        f"{line['function']:28} {line['dtype']} {line['place']:7} {line['ulp']:9.4g} ULP, {bound}, "
        f"at ({arguments}): {line['got']!r} for {line['want']}"
    )


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def metadata(options):
    libraries = peers.LIBRARIES if options.peers else {}
    software = {"fastact": fa.__version__, "numpy": np.__version__, "peers": libraries, "processor": processor()}
    return {"date": date.today().isoformat(), **software, "points": options.points, "settings": SETTINGS}
