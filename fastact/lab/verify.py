"""python -m fastact verify: the error of every public function, in units in the last place, held against its stated bound.

New points and parameters are drawn every time; from the worst of them a search climbs to worse ones.  Functions of the tables
are in verify_elementwise.py, what goes along an axis in verify_rows.py, what must return the bits of others in
verify_same_bits.py.
"""

import json
import os
import secrets
import signal
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context

import numpy as np
from rich.table import Table

import fastact as fa
from fastact._core import error_bounds, ufuncs
from fastact.lab import arguments, peers, processors, terminal, verify_elementwise, verify_rows, verify_same_bits
from fastact.lab.verify_elementwise import DTYPES, NOISE, SEARCHED, SUBJECTS, SWEEP, Search, Task, settings, work

__all__ = ["DTYPES", "NOISE", "SUBJECTS", "Task", "settings", "work"]

SHARE = 2**22  # points of one search, at most
KINDS = {"elementwise": verify_elementwise, "rows": verify_rows, "same bits": verify_same_bits}
NOT_NUMERIC = {
    *("__version__", "activations", "disable_pool", "enable_pool", "get", "get_include", "get_num_threads"),
    *("num_threads", "patch", "patched", "patches", "pooled", "set_num_threads", "show_runtime", "trim_pool", "unpatch"),
}


def covered():
    """The public functions, each with the kinds and names of the subjects that measure it."""
    found = {}
    for kind, module in KINDS.items():
        for name, subject in module.SUBJECTS.items():
            for function in {label.split()[0] for label in subject.functions}:
                found.setdefault(function, []).append((kind, name))
    return found


def chosen(names):
    """The subjects of some functions, or of all that a row of the tables makes."""
    found = {}
    for function, subjects in covered().items():
        for kind, name in subjects:
            row = SUBJECTS[name].row.name if kind == "elementwise" else ""
            of_row = any(function == f"{one}{suffix}" for one in names for suffix in endings(one))
            if not names or function in names or row in names or of_row:
                found[kind, name] = None
    return [(kind, name) for kind, module in KINDS.items() for name in module.SUBJECTS if (kind, name) in found]


def endings(name):
    """What follows the name of a row in those of its functions."""
    if name not in {one.row.name for one in SUBJECTS.values()}:
        return ()
    return "_grad", "_backward", "_with_grad", "_backward_from_output", "_packed", "_packed_backward"


# ---- the tasks --------------------------------------------------------------------------------------------------------------


def plan(options, isa):
    """For the processes that run on one ISA: all tasks of what is called as a user does; and for the first one those of the
    tables' functions, of all ISAs together, which share the exact results."""
    isas, libraries = chosen_isas(options), tuple(peers.LIBRARIES) if options.peers else ()
    dtypes = tuple(sorted(options.dtype or DTYPES))
    for kind, name in chosen(options.names):
        if kind == "elementwise":
            if isa != isas[0]:
                continue
            subject = SUBJECTS[name]
            if (
                options.exhaustive
                and "float32" in dtypes
                and len(subject.arguments) == 1
                and not verify_elementwise.required(subject)
            ):
                first = settings(subject, "float32")[0]
                for start in range(0, 2**32, SWEEP):
                    yield "sweep", Task(name, "float32", isas, first, SWEEP, start=start)
        places = isas + libraries if kind == "elementwise" else (isa,)
        for k, first in enumerate(range(0, options.points, SHARE)):
            yield kind, Search(name, dtypes, places, min(SHARE, options.points - first), (options.seed, k))


def chosen_isas(options):
    return tuple(isa for isa in ufuncs.isas if not options.isa or isa in options.isa)


def done(task):
    """In a process of its own: the worst by dtype, function and place, and the number of points by dtype."""
    kind, search = task
    if kind != "sweep":
        return KINDS[kind].search(search)
    worst, points = work(search)
    return {(search.dtype, *key): one for key, one in worst.items()}, {search.dtype: points}


@contextmanager
def environment(**variables):
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def start():
    """Of a process that searches: one thread, and no word of its own when the command is interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    fa.set_num_threads(1)


class Findings:
    """The worst of all tasks, as they come."""

    def __init__(self):
        self.worst, self.points, self.searches, self.complete = {}, Counter(), Counter(), False

    def gather(self, isa, tasks, progress):
        """What some tasks find in processes that run on one ISA."""
        with environment(FASTACT_ISA=isa), ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=start) as pool:
            try:
                for (kind, _), (found, counts) in zip(tasks, pool.map(done, tasks)):
                    progress()
                    for (dtype, function, place), one in found.items():
                        key = kind, function, dtype, place
                        self.points[key] += counts[dtype]
                        self.searches[key] += 1
                        if key not in self.worst or one.ulp > self.worst[key].ulp:
                            self.worst[key] = one
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def lines(self):
        """As entries of the JSON file, in the order of the package."""
        found = [entry(*key, one, self.points[key], self.searches[key]) for key, one in self.worst.items()]
        found = [line | {"exhaustive": line["exhaustive"] and self.complete} for line in found]  # unless it was interrupted
        return sorted(found, key=lambda line: order(line["function"]))


def entry(kind, function, dtype, place, one, points, searches):
    """As it stands in the JSON file."""
    bound = 0.0 if kind == "same bits" else error_bounds.of(function.split()[0], dtype, place)
    head = {"function": function, "dtype": dtype, "place": place, "kind": kind, "exhaustive": kind == "sweep"}
    return head | {
        "ulp": one.ulp,
        "bound": bound,
        "at": one.at,
        "got": one.got,
        "want": one.want,
        "points": points,
        "searches": searches,
    }


# ---- what is printed --------------------------------------------------------------------------------------------------------


def verdict(line):
    if line["bound"] is None:
        return "no bound" if line["place"] in ufuncs.isas else ""
    return "EXCEEDED" if line["ulp"] > line["bound"] + NOISE else "ok"


def strained(line):
    """How near to its bound, or how far beyond, an error is."""
    return line["ulp"] / line["bound"] if line["bound"] else line["ulp"] * 1e9


def condensed(lines):
    """Of each function and type the ISA that comes nearest to its bound, and of each library; of functions that return the bits
    of others one line for both types, where they do."""
    nearest = {}
    for line in lines:
        same = line["kind"] == "same bits" and not line["ulp"]
        place = "" if line["place"] in ufuncs.isas else line["place"]
        key = line["function"], line["kind"], "both" if same else line["dtype"], place
        if key not in nearest or strained(line) > strained(nearest[key]):
            nearest[key] = line | ({"dtype": "both", "place": "all"} if same else {})
    return list(nearest.values())


def table(lines, width):
    """Of 80 columns, and more where the terminal has them."""
    rows = []
    for line in condensed(lines):
        bound = "" if line["bound"] is None else f"{line['bound']:g}"
        rows.append(
            (line["function"], line["dtype"], line["place"], f"{line['ulp']:.4g}", bound, verdict(line), where(line, ".5g"))
        )
    headings = "function", "type", "on", "ULP", "bound", "verdict"
    widths = [max(len(row[k]) for row in [headings, *rows]) for k in range(len(headings))]
    made = Table(box=None, pad_edge=False, header_style="bold")
    for heading, least in zip(headings, widths):
        made.add_column(heading, no_wrap=True, min_width=least, justify="right" if heading in ("ULP", "bound") else "left")
    left = max(width - sum(widths) - 2 * len(widths), len("where"))
    made.add_column("where", no_wrap=True, max_width=left)
    for *cells, place in rows:
        short = place if len(place) <= left else f"{place[: left - 1]}\N{HORIZONTAL ELLIPSIS}"
        made.add_row(*cells, short, style="bold red" if cells[-1] == "EXCEEDED" else None)
    return made


def where(line, form):
    """The arguments of the worst result."""
    if not line["ulp"]:
        return ""
    parts, at = [], line["at"]
    if form and "element" in at:  # of a row, or of results of several arguments
        sizes = [len(value) for value in at.values() if isinstance(value, list)]
        return f"{at['element']}/{max(sizes)}" if sizes else f"{at['element']}"
    for name, value in at.items():
        parts.append(f"{value:{form}}" if form else f"{name}={value!r}")
    return ", ".join(parts)


LEGEND = """\
ULP: the largest error found, in units in the last place; docs/accuracy.md says
of which number.  on: the instruction set that is nearest to its bound.  where:
the arguments, or the element of a row.  Where the bound is 0 and the type
"both", a function returns the very bits of others, as silu_backward those of
dy*silu_grad(x)."""


def summary(lines, options):
    """The last lines: what is exceeded in full, and the verdict on the whole."""
    over = [line for line in lines if verdict(line) == "EXCEEDED"]
    for line in (line for line in condensed(lines) if verdict(line) == "EXCEEDED"):
        yield f"{line['function']} in {line['dtype']} on {line['place']}: {line['ulp']:.6g} ULP for {line['bound']:g} at"
        yield f"  {where(line, '')[:2000]}"
        yield f"  {line['got']!r} for {line['want']}"
    held = [line for line in lines if line["bound"] is not None]
    if over:
        yield f"seed {options.seed}: {len(over)} of {len(held)} bounds EXCEEDED"
    else:
        yield f"seed {options.seed}: all of {len(held)} bounds hold where they were searched"


# ---- the command ------------------------------------------------------------------------------------------------------------


def problem(options):
    """What is wrong with the options, or None."""
    known = dict.fromkeys([*covered(), *(subject.row.name for subject in SUBJECTS.values())])
    return arguments.unknown(options.names, list(known), "the public functions that compute numbers")


def run(options):
    """Prints a table of all functions; returns 1 if one is over its stated bound."""
    if options.seed is None:
        options.seed = secrets.randbelow(2**32)
    console = terminal.console()
    console.print(f"seed {options.seed}")
    tasks = {isa: list(plan(options, isa)) for isa in chosen_isas(options)}
    findings = Findings()
    try:
        with terminal.progress(console) as progress:
            bar = progress.add_task("searching", total=sum(map(len, tasks.values())))
            for isa, some in tasks.items():
                if some:
                    findings.gather(isa, some, lambda: progress.advance(bar))
            findings.complete = True
    finally:  # what was found stays if the command is interrupted
        lines = findings.lines()
        if options.json:
            with open(options.json, "w") as file:
                json.dump({"metadata": metadata(options), "results": lines}, file, indent=1)
        console.print(table(lines, console.width))
    console.print(f"\n{LEGEND}\n")
    for text in summary(lines, options):
        console.print(text)
    return 1 if any(verdict(line) == "EXCEEDED" for line in lines) else 0


PLACES = {name: k for k, name in enumerate(fa.__all__)}


def order(label):
    """As the package lists its functions."""
    function, _, word = label.partition(" ")
    return PLACES[function], word


def metadata(options):
    libraries = peers.LIBRARIES if options.peers else {}
    software = {"fastact": fa.__version__, "numpy": np.__version__, "peers": libraries, "processor": processors.name()}
    return {"date": date.today().isoformat(), **software, "points": options.points, "settings": SEARCHED, "seed": options.seed}
