"""Ranges over processors: the tables that begin docs/benchmarks.md, and the README's one table, from the stored results."""

import textwrap
from typing import NamedTuple

from fastact.lab.bench.isa import NAMES
from fastact.lab.bench.results import LIMITS, case_of, figure, grouped, ours, partial, quickest, scale, size_of, wrong

GAINED = 2**21  # elements: where threads are quoted
QUOTED = {  # columns: their contenders, the fastest of which counts
    "PyTorch": ("PyTorch",),
    "ONNX Runtime": ("ONNX Runtime",),
    "NumPy": ("NumPy", "SciPy", "formula"),
    "plain loop": ("copy, NumPy", "copy, PyTorch", "rewrite, NumPy", "rewrite, PyTorch"),
    "pages alone": ("touch, NumPy",),
}


class Figure(NamedTuple):
    """A row of a table: a case."""

    label: str
    regime: str
    function: str
    dtype: str = "float32"
    form: str = "out"
    shape: tuple | None = None  # none is any
    own: str = "fastact"

    def fits(self, line):
        return (line["regime"], line["function"], line["dtype"], line["form"]) == self[1:5] and self.shape in (
            None,
            tuple(line["shape"]),
        )


def in_cache(dtype, names):
    return [Figure(name, "cache", name, dtype) for name in names.split()]


VALUES = "relu sigmoid tanh silu gelu gelu_tanh softplus log_sigmoid mish elu exponential arctan"
TABLES = {
    "64 K float32 in cache": in_cache(
        "float32", f"{VALUES} silu_backward gelu_backward mish_backward softplus_backward tanh_backward_from_output"
    ),
    "32 K float64 in cache": in_cache("float64", f"{VALUES} silu_backward gelu_backward mish_backward"),
    "64 K of two bytes in cache": [
        Figure(f"{name}, {dtype}", "cache", name, dtype)
        for name in ("relu", "sigmoid", "tanh", "silu", "gelu")
        for dtype in ("float16", "bfloat16")
    ],
    "Rows and gates, float32 in cache": [
        *(
            Figure(f"{name}, {length} a row", "softmax", name, form="last axis", shape=(2**16 // length, length))
            for name in ("softmax", "log_softmax")
            for length in (64, 1000, 32000)
        ),
        *(Figure(name, "fused", name, form="one thread", shape=(2**16,)) for name in ("swiglu", "geglu")),
    ],
    "32 M float32, all threads": [
        *(Figure(name, "memory", name) for name in ("relu", "sigmoid", "silu", "gelu", "silu_backward", "gelu_backward")),
        *(Figure(f"{name}, in place", "memory", name, form="in place") for name in ("relu", "sigmoid")),
    ],
    "New arrays, all threads": [
        Figure(f"{name}, {size >> 20} M {dtype}{own.removeprefix('fastact')}", "fresh", name, dtype, "new", (size,), own)
        for name in ("relu", "sigmoid", "silu", "gelu")
        for dtype, size, own in (
            ("float32", 2**24, "fastact"),
            ("float32", 2**24, "fastact, pooled"),
            ("float32", 2**22, "fastact"),
            ("float64", 2**22, "fastact"),
        )
    ],
}

README_LIBRARIES = ("PyTorch", "ONNX Runtime", "NumPy")
README_FIGURES = [
    *in_cache("float32", "relu sigmoid tanh silu gelu gelu_tanh softplus mish elu exponential gelu_backward mish_backward"),
    *(Figure(f"{name}, float64", "cache", name, "float64") for name in ("tanh", "gelu", "mish")),
    *(
        Figure(f"{name}, rows of {length}", "softmax", name, form="last axis", shape=(2**16 // length, length))
        for name, length in (("softmax", 64), ("softmax", 1000), ("log_softmax", 1000))
    ),
    Figure("geglu", "fused", "geglu", form="one thread", shape=(2**16,)),
    Figure("gelu, 32 M elements, all threads", "memory", "gelu"),
    Figure("relu, a new array of 16 M, all threads", "fresh", "relu", "float32", "new", (2**24,)),
]


def ratio(over):
    text = f"{over:.2f}" if over < 10 else f"{over:.0f}"
    return f"**{text}**" if over < 1 else text


def spread(numbers, write=lambda number: f"{number:.2f}" if number < 10 else f"{number:.0f}"):
    """From the least to the largest, or one where they are written alike."""
    ends = list(dict.fromkeys(write(end) for end in (min(numbers), max(numbers)))) if numbers else []
    return " to ".join(ends)


def threads_gain(lines, files):
    """Rows of what all threads gain over one: by function, a cell for each file, and the range."""
    lines = [line for line in lines if size_of(line) == GAINED and line["contender"] == "fastact"]
    for function, group in grouped(lines, lambda line: line["function"]).items():
        gains = {}
        for slug, some in grouped(group, lambda line: line["file"]).items():
            by_threads = {line["threads"]: line["min_ns"] for line in some}
            gains[slug] = by_threads[min(by_threads)] / by_threads[max(by_threads)]
        cells = (f"{gains[slug]:.2f}" if slug in gains else "" for slug in files)
        yield [f"`{function}`", str(GAINED), *cells, spread(gains.values())]


def quoted(files):
    """What was measured where, and a table for each subject, with columns for each instruction set."""
    parts = [
        where_measured(files),
        *(table(files, title, figures, QUOTED) for title, figures in TABLES.items()),
        small_calls(files),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def in_readme(files):
    """The README's section: one table, and what was measured where."""
    return f"{table(files, 'float32', README_FIGURES, README_LIBRARIES)}\n\n{where_measured(files)}\n"


def of_isas(files):
    return grouped(files.values(), lambda found: found["metadata"]["isa"])


def where_measured(files):
    where = "; ".join(f"{NAMES[isa]}: {', '.join(map(measured, found))}" for isa, found in of_isas(files).items())
    return textwrap.fill(f"{where}.", 124, break_long_words=False, break_on_hyphens=False)


def table(files, title, figures, libraries):
    """A row for each figure that was measured; none at all gives no table."""
    columns = [column for isa, found in of_isas(files).items() for column in of_isa(isa, found, figures, libraries)]
    rows = [[title, *(name for name, _ in columns)], ["---"] * (1 + len(columns))]
    for k, one in enumerate(figures):
        cells = [cells[k] for _, cells in columns]
        rows += [[one.label, *cells]] if any(cells) else []
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) if len(rows) > 2 else ""


def measured(found):
    metadata = found["metadata"]
    peers = ", ".join(f"{name} {metadata['peers'][name]}" for name in ("PyTorch", "ONNX Runtime") if name in metadata["peers"])
    return f"{metadata['processor']}, NumPy {metadata['numpy']}, {peers} ({metadata['date']})"


def of_isa(isa, found, figures, libraries):
    """Columns with what is not empty: fastact's times, and those of others over them."""
    cases = [[of_case(one, figure) for one in found] for figure in figures]
    columns = {f"{NAMES[isa]}: ns": [times(figure, of) for figure, of in zip(figures, cases)]}
    for name in libraries:
        columns[name] = [ratios(figure, of, QUOTED[name]) for figure, of in zip(figures, cases)]
    return [(name, cells) for name, cells in columns.items() if any(cells)]


def of_case(found, figure):
    """The lines of the case in a file, by contender."""
    return {line["contender"]: line for line in found["results"] if figure.fits(line)}


def times(row, cases):
    own = [of[row.own] for of in cases if row.own in of]
    return spread([line["min_ns"] / scale(line) for line in own], figure)


def ratios(row, cases, contenders):
    pairs = [(quickest(of[one] for one in contenders if one in of), of.get(row.own)) for of in cases]
    pairs = [(line, own) for line, own in pairs if line and own]
    overs = [line["min_ns"] / own["min_ns"] for line, own in pairs]
    lost = any(
        over < 1 and not partial(line) and not line["contender"].startswith(LIMITS) for over, (line, _) in zip(overs, pairs)
    )
    text = f"**{spread(overs)}**" if lost else spread(overs)
    return text + "*" * any(wrong(line, own) for line, own in pairs)


def small_calls(files):
    """A sentence of calls of one element, beside numpy.exp."""
    plain, given = [], []
    for found in files.values():
        lines = [line for line in found["results"] if line["regime"] == "small" and tuple(line["shape"]) == (1,)]
        parametric = {line["function"] for line in lines if line["form"] == "explicit"}
        for group in grouped(lines, case_of).values():
            reference = [line for line in group if line["contender"] == "numpy.exp"]
            if reference:
                own = ours(group)
                which = given if own["function"] in parametric else plain
                which.append(own["min_ns"] / reference[0]["min_ns"])
    if not plain or not given:
        return ""
    return (
        f"A call with one element takes {spread(plain)} times as long as `numpy.exp`; with parameters, {spread(given)} times."
    )
