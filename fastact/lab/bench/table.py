"""A case of `bench` for the eye: a table with a row for each contender, and the legend of its columns and marks."""

from fastact.lab import terminal
from fastact.lab.bench.results import CLOSE, case_of, figure, grouped, ours, scale, units, wrong

COLUMNS = {
    "ns": "the least of the batches, and their median",
    "ratio": "time over that of fastact, on the fewest threads: below 1, fastact is slower",
    "error": "of fastact the stated bound, of others the worst of {points} arguments; of the very data in softmax and fused, "
    "of all numbers of two bytes",
}
STAR = f"not right: an error above {CLOSE} ULP and above fastact's"
FORMS = {
    "out": "the result goes into an array that is given",
    "in place": "the result goes where the argument was",
    "new": "the result is a new array, and parameters have their defaults",
    "patched": "fastact is the library after `fastact.patch`, and the other the library as it is",
    "compiled": "in a function that Numba compiles: a call of fastact, or a loop over the formula of an element",
    "in chunks": "on an array of Dask that is cut along its axis: as it is, or after a rechunk; gelu by SciPy, or by fastact",
    "explicit": "the result is a new array, and parameters are given",
}
PARTS = {  # of the names of contenders
    "formula": "the table's formula, evaluated by NumPy and SciPy",
    "copy, ": "a plain copy of the array, for scale: the speed of the memory",
    "rewrite, ": "the array is read and written in place, its signs changed, for scale: the speed of the memory",
    "touch, ": "one number is written into each page of a new array: what the pages alone cost",
    "numpy.exp": "NumPy's exp of the same array, or beside what is no ufunc of one number: what a small call costs",
    ", only": "does a part of the work, for scale: products are those of the matrices, streams what is read and written",
    ", new arrays": "its results are new arrays, as PyTorch's are",
    ", one thread": "the products of matrices are on all threads, the rest is on one",
    ", foreach": "its optimiser takes all arrays at once",
    ", fused": "its optimiser takes all steps at once",
    ", pooled": "new arrays take the memory of others that have died",
    ", into out=": "into an array that has been written before, which needs no new pages",
    ", unfused": "makes it of fastact's other functions and NumPy's",
    ", added mask": "its mask is an array of 0 and -infinity, which is added",
}


def table(lines):
    """A case's title and table."""
    own, first = ours(lines), lines[0]
    per = "call" if scale(own) == 1 else "element"
    found = terminal.table("", "threads", f"ns per\n{per}", "median\nns", "ratio", "error,\nULP", "")
    for line in lines:
        times = (figure(line[kind] / scale(line)) for kind in ("min_ns", "median_ns"))
        ratio = f"{line['min_ns'] / own['min_ns']:.2f}"
        found.add_row(
            line["contender"], str(line["threads"]), *times, ratio, units(line["ulp"]), "*" if wrong(line, own) else ""
        )
    shape = " x ".join(map(str, first["shape"]))
    return f"{first['regime']}: {first['function']} {first['dtype']}, {shape}, {first['form']}", found


def legend(results, points):
    """The columns, and those forms, marks and parts of names that occur."""
    found = COLUMNS | {"error": COLUMNS["error"].format(points=points)}
    found |= {form: meaning for form, meaning in FORMS.items() if any(line["form"] == form for line in results)}
    if any(wrong(line, ours(lines)) for lines in grouped(results, case_of).values() for line in lines):
        found["*"] = STAR
    names = {line["contender"] for line in results}
    return found | {part: meaning for part, meaning in PARTS.items() if any(part in name for name in names)}
