"""Finds the largest error of every row of subjects.py, and writes errors.json and the comments above the functions.

    python tests/kernels_math/sweep.py [--comments] [NAME ...]

It builds the rows for AVX2 and SSE2, which stand for all processors with FMA and without it.  Of a function of one float it
goes through all arguments, by the row's step, but takes one of THINNED below 2^-24 and from 2^24 on; elsewhere it draws points
and climbs from the worst.  With names it renews these functions' part of the record, whose old points it tries too;
--comments only writes the comments.
"""

import json
import sys
import tempfile
import time

import numpy as np
from comments import write_comments
from harness import DTYPES, HERE, RECORDED, Gauge, Library, allowed, arguments, drawn, near_points
from subjects import ROWS

from fastact.lab.verify_points import number, ordinal, quarter_turns

RECORD = HERE / "errors.json"
BLOCK = 2**14
THINNED = 251
DRAWN, BALLS = 2**22, 2**16  # points of a row that is not swept, and if each takes a ball
COARSE = 2.0**-58  # an error of double that long double can measure
ISLANDS, ROUNDS, CLIMB = 12, 12, 2**12


class Worst:
    """The largest errors that balls confirm, of points of different sizes."""

    def __init__(self, gauge):
        self.gauge, self.found, self.points = gauge, {}, 0

    def largest(self):
        return max(self.found.values(), default=(0.0, ()))

    def add(self, error, point):
        size = tuple(np.copysign(1 + np.frexp(value)[1] // 2, value) for value in point)
        if error > self.found.get(size, (0.0, ()))[0]:
            self.found[size] = (error, point)
        if len(self.found) > ISLANDS:
            del self.found[min(self.found, key=self.found.get)]

    def floor(self):
        return min(self.found.values())[0] if len(self.found) == ISLANDS else 0.0

    def take(self, columns, error, most):
        least = self.floor() if most > 1 else self.largest()[0]
        if error.max() <= least:
            return
        for i in np.argsort(error)[: -1 - most : -1] if most > 1 else [error.argmax()]:
            if error[i] <= least:
                break
            point = tuple(float(column[i]) for column in columns)
            outs = self.gauge.library.results(self.gauge.row, [column[i : i + 1] for column in columns])[:, 0].tolist()
            self.add(self.gauge.ball(point, outs), point)

    def measure(self, columns, reference=None, most=4):
        if not len(columns[0]):
            return
        self.points += len(columns[0])
        if self.gauge.quick():
            self.take(columns, self.gauge.rough(columns, reference or self.gauge.reference(columns)), most)
        else:
            error = self.gauge.balls(columns)
            for i in np.argsort(error)[:-5:-1]:
                self.add(float(error[i]), tuple(float(column[i]) for column in columns))


def swept(gauge, dtype):
    one_number = [one.words for one in arguments(gauge.row)] == [1]
    return dtype == "float32" and one_number and gauge.quick() and gauge.row.unit != "exact"


def every_argument(gauge):
    """Blocks of the float arguments of the row's range, by its step; of the smallest and the largest one in THINNED."""
    ((name, low, high),) = gauge.library.limits(gauge.row)
    if " - " in name:
        low, high = (np.float32(gauge.library.centre(name) + end * (1 - 2.0**-20)) for end in (-high, high))
    elif name.startswith("|"):
        low = -high
    ends = [low, -(2.0**24), -(2.0**-24), 2.0**-24, 2.0**24, high]
    places = [int(ordinal(np.array([end], np.float32))[0]) for end in ends]
    steps = [THINNED, gauge.row.step, THINNED, gauge.row.step, THINNED]
    for first, last, step in zip(places, places[1:], steps):
        first, last = max(first, places[0]), min(last, places[-1])
        for start in range(first, last + 1, BLOCK * step):
            yield [number(np.arange(start, min(start + BLOCK * step, last + 1), step), np.float32)]


def sweep(row, dtype, libraries, seeds, rng):
    """By kind the Worst of one row."""
    worst = {kind: Worst(Gauge(row, library)) for kind, library in libraries.items()}
    first = next(iter(worst.values())).gauge
    if swept(first, dtype):
        for columns in every_argument(first):
            reference = first.reference(columns)
            for one in worst.values():
                one.measure(columns, reference, 1)
    else:
        columns = drawn(row, first.library, BLOCK // 4, rng)
        for one in worst.values():
            one.measure(columns)
            one.gauge.coarse |= one.largest()[0] > COARSE
        for _ in range((DRAWN if first.quick() else BALLS) // BLOCK):
            columns = drawn(row, first.library, BLOCK, rng)
            reference = first.reference(columns) if first.quick() else None
            for one in worst.values():
                one.measure(columns, reference)
    for one in worst.values():
        if row.bits > 1000 and len(arguments(row)) == 1 and arguments(row)[0].words == 1:
            points = number(quarter_turns(DTYPES[dtype]), DTYPES[dtype])
            one.measure([points[np.isfinite(points)]])
        if seeds:
            columns = [np.array(column, DTYPES[dtype]) for column in zip(*seeds)]
            one.measure([column[allowed(row, one.gauge.library, columns)] for column in columns])
        for round_ in range(ROUNDS * (row.unit != "exact")):
            known = [point for _, point in one.found.values()] + (seeds if round_ == 0 else [])
            if known:
                one.measure(near_points(row, one.gauge.library, known, CLIMB * (8 if one.gauge.quick() else 1), rng))
    return worst


def main(arguments):
    if "--comments" not in arguments:
        record = json.loads(RECORD.read_text()) if RECORD.exists() else {}
        rows = [row for row in ROWS if not arguments or {row.function, row.name} & set(arguments)]
        rng, seeds = np.random.default_rng(), {}
        found = {row.name: {"range": row.range, "unit": row.unit} for row in rows}
        with tempfile.TemporaryDirectory() as folder:
            for dtype in DTYPES:
                libraries = {kind: Library(isa, dtype, folder) for kind, isa in RECORDED.items()}
                for row in rows:
                    start = time.perf_counter()
                    known = [one["at"] for one in record.get(row.name, {}).get(dtype, {}).values() if one["at"]]
                    worst = sweep(row, dtype, libraries, seeds.get(row.name, []) + known, rng)
                    seeds[row.name] = [point for one in worst.values() for _, point in one.found.values()]
                    found[row.name][dtype] = {kind: described(one) for kind, one in worst.items()}
                    print(row.name, dtype, found[row.name][dtype], f"{time.perf_counter() - start:.1f} s", flush=True)
        record = {row.name: found.get(row.name) or record.get(row.name) for row in ROWS}
        RECORD.write_text(text_of({name: one for name, one in record.items() if one}))
    write_comments(json.loads(RECORD.read_text()))


def described(worst):
    error, point = worst.largest()
    return {"error": float(f"{error:.5g}"), "at": list(point), "points": worst.points}


def text_of(record):
    lines = [f"{json.dumps(name)}: {json.dumps(one)}" for name, one in record.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
