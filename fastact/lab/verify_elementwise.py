"""The functions of the tables for `verify`: what they are compared with, where, and the search for the worst place.

float64 results are compared with balls around the exact ones (reference.py); float32 results with those of the float64 function
at the same numbers, whose error of a few units is below 2^-26 of a float32 unit.  Whatever comes out as the worst is then
compared with a ball.
"""

import math
import zlib
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from fastact._core import ufuncs
from fastact._core.table_rows import Row, stated
from fastact.lab import peers, reference
from fastact.lab.verify_points import between, changes, highest, nature, near, number, ordinal, quarter_turns, usual

DTYPES = {"float32": np.float32, "float64": np.float64}
NOISE = 2.0**-20  # of a measured error, in units: the width of a ball, and more than the error of the float64 function
SETTINGS = 32  # of the parameters, which `settings` draws
SEARCHED = 4  # of them, for each search
BLOCK = 2**15  # float32 arguments: their buffers stay in the second-level cache
BALLS = 2**8  # arguments of float32 for one of float64, which takes a ball
SWEEP = 2**26  # of one task that goes through all arguments
ISLANDS = 12  # from which a search climbs: the worst places of different sizes or parameters
ROUNDS = 16  # of a climb
CONFIRMED = 4  # of the largest errors in a block


class Subject(NamedTuple):
    """Functions of the same arguments and parameters: what a formula is worth, and its derivatives."""

    functions: tuple  # as they are called in the table of results: a function's name, and a word for one of several results
    together: str | None  # the function that returns what all of them do
    formula: str
    arguments: tuple
    row: Row
    conditions: tuple

    @property
    def columns(self):
        """The names of all numbers that a point is made of."""
        return *self.arguments, *self.row.parameters

    @property
    def parts(self):
        """Of each result the argument by which it is the derivative, and whether it is that or the value."""
        if len(self.arguments) == 2:
            return (0, 0), (0, 1), (1, 1)
        return ((0, 0), (0, 1))[: len(self.functions)]

    def domain(self, dtype, setting):
        """The least and the largest argument: any x, but only a y that is a result."""
        if self.arguments[0] != "y":
            return -math.inf, math.inf
        return [float(dtype(end)) for end in stated(self.row, **dict(setting))["range"]]

    def limits(self, dtype):
        """The least and the largest number of each column."""
        ranges = [[float(dtype(end)) for end in self.row.ranges[p]] for p in self.row.parameters]
        return [(-math.inf, math.inf)] * len(self.arguments) + ranges

    def allowed(self, columns):
        """Which points fulfil the conditions of the parameters; and whose y is a result."""
        names = dict(zip(self.columns, columns))
        found = np.ones(len(columns[0]), bool)
        for condition in self.conditions:
            found &= eval(condition, {}, names)
        if self.arguments[0] == "y":
            y, *parameters = columns
            with np.errstate(all="ignore"):
                function, top = functions(ufuncs.isas[0])[self.row.name], np.finfo(y.dtype).max
                low, high = (function(y.dtype.type(end), *parameters) for end in (-top, top))
            found &= (low <= y) & (y <= high)
        return found

    def results(self, found, columns):
        """What functions by their names give for the columns, None for one that is not there."""
        if len(self.arguments) == 2:
            one = np.ones_like(columns[0])
            return [found[self.row.name](*columns), *found[f"{self.row.name}_backward"](one, *columns)]
        return [found[name](*columns) if name in found else None for name in self.functions]

    def least_unit(self, part, columns, dtype):
        """Below which errors are not counted in units of the result.  Of a gated unit it is the smallest subnormal number
        times the operand that is no gate; of a loss's derivative 1/16 of the unit of the larger of the two terms that are
        subtracted."""
        if len(self.arguments) == 2:
            gate = "ab".index(stated(self.row)["gate"])
            if self.parts[part] == (1 - gate, 1):  # the activation alone
                return 0.0
            with np.errstate(all="ignore"):
                size = np.abs(np.asarray(columns[1 - gate], np.float64)) + (self.row.name == "swiglu_oai")
            return np.minimum(size, float(np.finfo(dtype).max)) * float(np.finfo(dtype).smallest_subnormal)
        if self.row not in ufuncs.built.losses or part == 0:
            return 0.0
        x, targets, weight = (np.asarray(column, np.float64) for column in columns)
        share = functions(ufuncs.isas[0])["sigmoid"]
        terms = np.maximum((1 - targets) * share(x), weight * targets * share(-x))
        return reference.unit_of(terms, dtype) / 16


def _subjects():
    for row in ufuncs.activations:
        slope = f"{row.name}_grad"
        yield row.name, Subject((row.name, slope), f"{row.name}_with_grad", row.formula, ("x",), row, row.conditions)
        if row.from_output:
            name, (formula, conditions) = f"{slope}_from_output", row.from_output
            yield name, Subject((name,), None, formula, ("y",), row, row.conditions + conditions)
    for row in ufuncs.built.gates:
        labels = row.name, f"{row.name}_backward da", f"{row.name}_backward db"
        yield row.name, Subject(labels, None, row.formula, ("a", "b"), row, row.conditions)
    for row in ufuncs.built.losses:
        yield row.name, Subject((row.name, f"{row.name}_grad"), None, row.formula, ("x",), row, row.conditions)


SUBJECTS = dict(_subjects())


class Task(NamedTuple):
    """Arguments of a subject with fixed parameters, for one process: the bit patterns from start on, or some that are drawn."""

    name: str
    dtype: str
    places: tuple  # ISAs and peers' libraries
    setting: tuple  # of the parameters
    count: int
    seed: int | None = None
    start: int = 0


class Search(NamedTuple):
    """One for the worst places of a subject, in one process."""

    name: str
    dtypes: tuple
    places: tuple
    count: int  # of float32 arguments that are drawn
    seed: tuple


class Worst(NamedTuple):
    ulp: float
    at: dict
    got: float
    want: str


@cache
def functions(place):
    """What computes there, by the names of fastact's functions."""
    if place not in ufuncs.isas:
        return peers.functions(place)
    made = ufuncs.build(place)
    return made.functions | made.gate_functions | made.loss_cores


# ---- points -----------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def landmarks(name, dtype, setting):
    """Where a function of one argument may err most: roots, ends of tails, kinks, powers of two, multiples of pi/2; ordinals of
    each."""
    subject, kind, rng, top = SUBJECTS[name], DTYPES[dtype], np.random.default_rng(0), highest(DTYPES[dtype])
    numbers = [kind(value) for _, value in setting]
    formula = reference.Formula(subject.formula, kind, subject.arguments[0], **dict(setting))

    def results(n):
        return nature(*subject.results(functions(ufuncs.isas[0]), [number(n, kind), *numbers]))

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
    """Arguments: a quarter of every exponent, a quarter around the landmarks at any distance, the rest of the usual size; and
    the neighbours of the landmarks, where there are many of the 16 closest to 1 in size and of 16 others."""
    dtype, rng = DTYPES[task.dtype], generator(task.name, task.seed)
    top, digits, quarter = highest(dtype), np.finfo(dtype).nmant, task.count // 4
    marks = landmarks(task.name, task.dtype, task.setting)
    around = np.concatenate([rng.choice(m, quarter // len(marks)) for m in marks])
    around += rng.choice([-1, 1], len(around)) * (np.exp2(rng.uniform(0, digits, len(around))).astype(np.int64) - 1)
    drawn = [rng.integers(-top, top, quarter, endpoint=True), around, usual(task.count - 2 * quarter, dtype, rng)]
    one = ordinal(np.ones(1, dtype))
    for m in marks:
        some = np.unique(np.concatenate([m[np.argsort(np.abs(np.abs(m) - one))][:16], rng.permutation(m)[:16]]))
        drawn.append(np.add.outer(some, np.arange(-8, 9)).ravel())
    return number(np.clip(np.concatenate(drawn), -top, top), dtype)


def generator(name, seed):
    """For one subject."""
    return np.random.default_rng([zlib.crc32(name.encode()), *np.atleast_1d(seed)])


def drawn_columns(subject, dtype, count, rng):
    """Points with numbers of their own in every column: a quarter of the arguments has any exponent, a quarter is of the usual
    size divided by a parameter."""
    top, arity = highest(dtype), len(subject.arguments)
    columns = [between(*limit, count, rng).astype(dtype) for limit in subject.limits(dtype)]
    quarter = count // 4
    for column in columns[:arity]:
        some = rng.permutation(count)[:quarter]
        column[some] = number(rng.integers(-top, top, quarter, endpoint=True), dtype)
    if len(columns) > arity:
        some, by = rng.permutation(count)[:quarter], columns[rng.integers(arity, len(columns))]
        with np.errstate(all="ignore"):
            quotient = columns[0][some] / by[some]
        columns[0][some] = np.where(np.isfinite(quotient), quotient, columns[0][some])
        at_changes(subject, columns, rng.permutation(count)[:quarter], rng)
    if subject.arguments[0] == "y":
        with np.errstate(all="ignore"):
            columns[0] = functions(ufuncs.isas[0])[subject.row.name](*columns)
    kept = subject.allowed(columns) & np.isfinite(columns[0])
    return [column[kept] for column in columns]


def at_changes(subject, columns, some, rng):
    """Moves arguments of some points to where the nature of a result changes, each for its own parameters, or beside it."""
    dtype, found = columns[0].dtype, functions(ufuncs.isas[0])
    others = [column[some] for column in columns[1:]]
    if subject.arguments[0] == "y":
        return

    def at(places):
        with np.errstate(all="ignore"):
            return nature(*subject.results(found, [number(places, dtype), *others]))

    low, high = ordinal(columns[0][some]), usual(len(some), dtype, rng)
    before = at(low)
    changing = at(high) != before
    for _ in range(8 * dtype.itemsize):
        half = low + (high - low) // 2
        same = at(half) == before
        low, high = np.where(same, half, low), np.where(same, high, half)
    moved = np.clip(low + rng.integers(-3, 5, len(low)), -highest(dtype), highest(dtype))
    columns[0][some] = np.where(changing, number(moved, dtype), columns[0][some])


def settings(subject, dtype, seed=0):
    """The parameters' defaults, then numbers from their ranges, the ends among them."""
    kind, rng, ranges, found = DTYPES[dtype], np.random.default_rng(seed), subject.row.ranges, []
    if not ranges:
        return [()]
    defaults = {p: np.clip(0.25, *ranges[p]) if v is None else v for p, v in subject.row.parameters.items()}
    while len(found) <= SETTINGS:
        setting = {p: between(*ranges[p], 1, rng)[0] for p in ranges} if found else defaults
        setting = {p: float(kind(value)) for p, value in setting.items()}
        if all(eval(condition, {}, setting) for condition in subject.conditions):
            found.append(tuple(setting.items()))
    return found


# ---- what the results are compared with ------------------------------------------------------------------------------------


class Formulas:
    """The formula of a subject, a function of those columns that are arrays: once for each argument by which there is a
    derivative."""

    def __init__(self, subject, dtype, columns):
        self.subject, self.dtype = subject, dtype
        names = subject.columns
        fixed = {name: float(column) for name, column in zip(names, columns) if not np.ndim(column)}
        self.varying = [k for k, column in enumerate(columns) if np.ndim(column)]
        self.orders, self.made = [], []
        for first in range(1 + max(argument for argument, _ in subject.parts)):
            order = [first, *(k for k in self.varying if k != first)]
            others = tuple(names[k] for k in order[1:])
            self.orders.append(order)
            self.made.append(reference.Formula(subject.formula, dtype, names[first], others, **fixed))

    def tables(self, columns):
        """The exact results at the points."""
        pairs = [formula.table(*(columns[k] for k in order)) for formula, order in zip(self.made, self.orders)]
        return [pairs[argument][which] for argument, which in self.subject.parts]

    def confirmed(self, part, columns, i, got):
        """The error of a result, the i-th, that is right to within it, and what is exact."""
        argument, which = self.subject.parts[part]
        point = [float(columns[k][i]) for k in self.orders[argument]]
        here = [column[i] if np.ndim(column) else column for column in columns]
        least = float(np.max(self.subject.least_unit(part, here, self.dtype)))
        balls = [pair[which] for pair in self.made[argument].accepted(*point)]
        return min((reference.ulp_error(got, ball, self.dtype, least), ball.str(20, radius=False)) for ball in balls)


def error_at(subject, label, dtype, place, at):
    """The error at one point, and the result there."""
    kind, part = DTYPES[dtype], subject.functions.index(label)
    columns = [np.array([value], kind) for value in at.values()]
    with np.errstate(all="ignore"):
        got = subject.results(functions(place), columns)[part][0]
    return Formulas(subject, kind, columns).confirmed(part, columns, 0, got)[0], float(got)


class Balls:
    """The exact results."""

    def __init__(self, subject, dtype, columns):
        self.subject, self.dtype = subject, dtype
        self.formulas = Formulas(subject, dtype, columns)

    def at(self, columns):
        self.columns = columns
        self.exact = self.formulas.tables(columns)

    def errors(self, part, got):
        least = self.subject.least_unit(part, self.columns, self.dtype)
        return reference.errors(got, self.exact[part], self.dtype, least)


class Wide:
    """The float64 function's, for float32."""

    def __init__(self, subject, dtype, columns):
        self.subject, self.dtype = subject, dtype
        self.formulas = Formulas(subject, dtype, columns)
        self.found = functions(ufuncs.isas[0])
        self.x = np.empty(BLOCK)
        self.want, self.units, self.error = np.empty((3, len(subject.functions), BLOCK))

    def at(self, columns):
        n, self.columns = len(columns[0]), columns
        np.copyto(self.x[:n], columns[0])
        wide = [self.x[:n], *(np.asarray(column, np.float64) for column in columns[1:])]
        if self.subject.together:
            self.found[self.subject.together](*wide, out=tuple(self.want[:, :n]))
        else:
            self.want[:, :n] = self.subject.results(self.found, wide)
        for part, (want, units) in enumerate(zip(self.want[:, :n], self.units[:, :n])):
            per_unit(want, units)
            least = self.subject.least_unit(part, wide, self.dtype)
            if np.ndim(least):
                np.minimum(units, np.divide(1, least, where=least > 0, out=np.full(n, np.inf)), out=units)

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


def measure(subject, dtype, columns):
    return (Wide if dtype == np.float32 else Balls)(subject, dtype, columns)


@lru_cache(maxsize=2)
def measure_of(name, dtype, setting):
    """For points that have the parameters in common."""
    dtype = DTYPES[dtype]
    columns = [np.zeros(1)] * len(SUBJECTS[name].arguments) + [dtype(value) for _, value in setting]
    return measure(SUBJECTS[name], dtype, columns)


# ---- the worst of many points -----------------------------------------------------------------------------------------------


def same_bits(a, b):
    kind = f"i{a.dtype.itemsize}"
    return (a.view(kind) == b.view(kind)).all()


def errors_by_key(subject, gauge, places, columns, swept=False):
    """Of each function and place where it is, the results and their errors; those of a sweep come from the function that
    returns all of them, which costs less."""
    gauge.at(columns)
    before = {}
    for place in places:
        found = functions(place)
        if swept and subject.together:
            results = found[subject.together](*columns)
        else:
            results = subject.results(found, columns)
        for part, got in enumerate(results):
            if got is None:
                continue
            got = np.asarray(got)
            if part not in before or not same_bits(got, before[part][0]):
                before[part] = got, gauge.errors(part, got)
            yield (subject.functions[part], place), part, *before[part]


class Islands:
    """The worst points of one function in one place, apart from one another in size or in parameters."""

    def __init__(self):
        self.found = {}

    def floor(self):
        """What an error must exceed to be among them."""
        if len(self.found) < ISLANDS:
            return NOISE
        return min(one.ulp for one in self.found.values())

    def add(self, worst):
        at = tuple(math.copysign(1 + math.frexp(value)[1] // 2, value) for value in worst.at.values())
        if at not in self.found or self.found[at].ulp < worst.ulp:
            self.found[at] = worst
        if len(self.found) > ISLANDS:
            del self.found[min(self.found, key=lambda place: self.found[place].ulp)]

    def worst(self):
        return max(self.found.values(), key=lambda one: one.ulp, default=None)


def take(subject, gauge, islands, key, part, columns, got, error, most=CONFIRMED):
    """The largest errors of a block into the islands, as far as balls confirm them."""
    kept = islands.setdefault(key, Islands())
    least = kept.floor()
    if not error.max() > least:
        return
    order = np.argsort(error)[:-129:-1]
    for i in order[error[order] > least].tolist():
        here = [float(column[i] if np.ndim(column) else column) for column in columns]
        if math.isfinite(here[0]):
            ulp, want = gauge.formulas.confirmed(part, columns, i, got[i])
        else:  # the limits are the float64 function's
            ulp, want = error[i], "the limit"
        if ulp > least:
            kept.add(Worst(float(ulp), dict(zip(subject.columns, here)), float(got[i]), want))
        if ulp >= error[i] - NOISE:
            most -= 1
            if not most:
                return


def blocks(task):
    """The arguments of a task."""
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


def work(task, islands=None):
    """The worst result of each function in each place, and how many points there were; they go into islands, too."""
    subject, islands = SUBJECTS[task.name], {} if islands is None else islands
    gauge = measure_of(task.name, task.dtype, task.setting)
    numbers = [DTYPES[task.dtype](value) for _, value in task.setting]
    points, most = 0, 1 if task.seed is None else CONFIRMED
    with np.errstate(all="ignore"):
        for x in blocks(task):
            points += len(x)
            columns = [x, *numbers]
            for key, part, got, error in errors_by_key(subject, gauge, task.places, columns, task.seed is None):
                take(subject, gauge, islands, key, part, columns, got, error, most)
    return worst_of(islands), points


def worst_of(islands):
    return {key: kept.worst() or Worst(0.0, {}, math.nan, "") for key, kept in islands.items()}


# ---- the search -------------------------------------------------------------------------------------------------------------


def search(task):
    """Draws points with the parameters' defaults, with some settings, and with parameters of their own; then climbs from the
    worst to worse ones.  float64 begins with float32's too.  Returns by dtype, function and place the worst, and by dtype how
    many points there were."""
    subject, isas = SUBJECTS[task.name], tuple(place for place in task.places if place in ufuncs.isas)
    found, counts, earlier = {}, {}, []
    for dtype in sorted(task.dtypes):
        rng, kind = generator(f"{task.name} {dtype}", task.seed), DTYPES[dtype]
        count = task.count if dtype == "float32" else max(task.count // BALLS, 64)
        islands, points, rest = {}, 0, count
        if len(subject.arguments) == 1 and not required(subject):
            first, *others = settings(subject, dtype, rng.integers(2**31))[: 1 + SEARCHED]
            shares = [(first, task.places, count // 4)] + [(other, isas, count // (4 * SEARCHED)) for other in others]
            if not others:
                shares, rest = [(first, task.places, count)], 0
            for setting, places, share in shares:
                points += work(Task(task.name, dtype, places, setting, share, int(rng.integers(2**31))), islands)[1]
        gauge = measure(subject, kind, [np.zeros(1)] * len(subject.columns))
        with np.errstate(all="ignore"):
            for first in range(0, rest, BLOCK):
                columns = drawn_columns(subject, kind, min(BLOCK, rest - first), rng)
                points += evaluate(subject, gauge, isas, columns, islands)
            points += climb(subject, gauge, isas, islands, earlier, max(count // (4 * ROUNDS), 64), rng)
        earlier = [one.at for kept in islands.values() for one in kept.found.values() if one.at]
        found |= {(dtype, *key): one for key, one in worst_of(islands).items()}
        counts[dtype] = points
    return found, counts


def required(subject):
    """Whether a parameter is an operand, which has no setting."""
    return subject.row in ufuncs.built.losses


def evaluate(subject, gauge, places, columns, islands):
    """The errors at some points; returns how many there were."""
    if not len(columns[0]):
        return 0
    for key, part, got, error in errors_by_key(subject, gauge, places, columns):
        take(subject, gauge, islands, key, part, columns, got, error)
    return len(columns[0])


def climb(subject, gauge, places, islands, earlier, count, rng):
    """Rounds of points near the worst that are known, of all functions and places; and first of those of another type."""
    dtype, limits, points = gauge.dtype, subject.limits(gauge.dtype), 0
    for round_ in range(ROUNDS):
        known = [tuple(one.at.values()) for key, kept in islands.items() if key[1] in places for one in kept.found.values()]
        known = [point for point in known if point and math.isfinite(point[0])]
        if round_ == 0:
            known += [tuple(at.values()) for at in earlier if math.isfinite(next(iter(at.values())))]
        if not known:
            break
        known = sorted(set(known))
        chosen = np.array(known).astype(dtype)[rng.integers(len(known), size=min(count, BLOCK))].T
        columns = near([np.ascontiguousarray(column) for column in chosen], limits, rng)
        if round_ == 0:  # these themselves
            columns = [np.concatenate([column, own]) for column, own in zip(columns, np.array(known).astype(dtype).T)]
            columns = [np.clip(column, *map(dtype, limit)) for column, limit in zip(columns, limits)]
        kept = np.isfinite(columns[0]) & subject.allowed(columns)
        points += evaluate(subject, gauge, places, [np.ascontiguousarray(column[kept][:BLOCK]) for column in columns], islands)
    return points
