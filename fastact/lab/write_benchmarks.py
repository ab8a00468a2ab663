"""The pages of benchmarks and the README's section, from the results in docs/benchmarks/, a file for each processor and
instruction set:

python -m fastact.lab.write_benchmarks [FILE...]

Files of `bench --json` are put there first, in the place of what was there for their processor and instruction set; several
of the same are joined.
"""

import argparse
import textwrap
from pathlib import Path

from fastact.lab import processors
from fastact.lab.arguments import Parser, bench_results
from fastact.lab.bench import plot, results
from fastact.lab.bench.isa import NAMES
from fastact.lab.bench.results import (
    CASE,
    CLOSE,
    LIMITS,
    case_of,
    figure,
    grouped,
    kind_of,
    library_of,
    limit,
    ours,
    partial,
    peer,
    scale,
    size_of,
    units,
    wrong,
)
from fastact.lab.bench.summary import in_readme, quoted, ratio, spread, threads_gain

ROOT = Path(__file__).parents[2]
SLOWER = 1.1  # times as long: by more than what two runs differ
SAME = ("fastact", "python", "numpy", "system")  # what files that are joined have in common, as the versions of the peers
BEGIN, END = "<!-- Written by python -m fastact.lab.write_benchmarks. -->", "<!-- As far as here. -->"

HEAD = """\
# Benchmarks

Made by `python -m fastact.lab.write_benchmarks` from the results in [benchmarks/](benchmarks), a file for each processor and
instruction set, which `python -m fastact bench --json` has found; with `--isa` it holds fastact and all others to an
instruction set. The page of a file has every contender, its errors, and how it was measured.

{files}

`python -m fastact bench` measures yours (`python -m pip install -e ".[peers]"` installs the libraries that it compares with):
every function in float32 and float64, with the worst error beside each speed. It prints a table for each case, which takes up
to 5 seconds (`--seconds`); `bench gelu --regime cache` takes less than half a minute. `--json` keeps the figures, of an
interrupted run too, `--plot` draws them, and `--compare OLD NEW` names what fell by more than 10 %.

## Overview

The time of the others over fastact's: into `out=` and on one thread unless a row says otherwise, the least of many
interleaved batches. Where several processors were measured it is the range over them. **A bold number below 1 is a loss**, on
one of them at least. A star marks a library that errs by more than {close} units in the last place (ULP), mostly by millions
in the tails. NumPy is the fastest of NumPy, SciPy and the table's formula. A plain loop copies the array, or reads and writes
it in place. `pages alone` is what a new array costs of which one number in each page is written. ONNX Runtime cannot be held
to an instruction set.
"""

REGIMES = """\
## All functions

A figure is fastact's time in ns (of an element, of small arrays of a call), followed by how many times as long the fastest of
its peers takes: PyTorch, NumPy, SciPy, or the table's formula as NumPy and SciPy evaluate it. **A bold number below 1 is a
loss.** A star marks a peer that is not right: one whose worst error is above {close} units in the last place (ULP), and above
fastact's; the fastest that is right follows it. The last column is the range of the first ratio over the processors. Other
libraries are on the pages of the processors.
"""

TEXT = """\
# Benchmarks: {name}

Made by `python -m fastact.lab.write_benchmarks` from [{file}]({file}), which `python -m fastact bench` found: {when}.

{machine}

{remarks}Contenders take turns in one process, each in batches of at least a millisecond (of one call where that takes longer),
after a call that is not counted; the order rotates, and a slow contender sits out rounds once it has had its share of a case's
time; arrays longer than 2^20 repeat their numbers. fastact's time is the least of its batches, the median in parentheses. A
library's column has its least time over fastact's: **a bold number below 1 is a loss**. The worst error in units in the last
place (ULP) stands beside: fastact's stated bound, of the others what a sample of {points} arguments shows, with the parameters'
defaults; for backward forms it is that of the derivative; of types of two bytes it is that of all numbers. A star marks what is
not right, an error above {close} units and above fastact's: it is not counted as a rival in the pictures, whose bars are the
time of the fastest rival over fastact's; a dot is the fastest of all.

`formula` is the table's formula evaluated by NumPy. All others write into memory they are given, except JAX, the softmax of
SciPy, and PyTorch's prelu and those derivatives that only its autograd has. PyTorch's and JAX's derivatives are backward
functions for a gradient of 1; those of sigmoid, tanh and exponential in PyTorch begin with the result, as fastact's
`_backward_from_output` does. JAX stays on one thread, NumPy and SciPy have but one; all others use as many threads as fastact.
MKL HA and LA are the two modes of accuracy of its vector functions.
"""

SECTIONS = {  # what is timed, and what is said of the contenders
    "cache": ("One thread, arrays that stay in the cache, into `out=`: ns per element.", ""),
    "memory": (
        "All threads, arrays beyond the caches, into an `out=` that has been written before, and in place: ns per element.",
        """The plain loop is the fastest of a copy by NumPy in as many threads and one by PyTorch, and in place of a change of
        signs, which reads and writes the array once; its column is fastact's time over its time.""",
    ),
    "fresh": (
        "All threads, without `out=`: every call returns a new array, whose pages the system must clear. ns per element.",
        """`touch` writes one number into each page of a new array and does no more; `pooled` recycles the memory of arrays that
        have died; `into out=` needs no new pages. ONNX Runtime recycles its memory.""",
    ),
    "small": (
        """A call of few elements, without `out=`: ns per call. `explicit` gives the parameters, `new` leaves them at their
        defaults.""",
        "",
    ),
    "softmax": ("One thread, in cache: ns per element.", "Errors are the worst on the data that are timed."),
    "threads": ("Into `out=`, by the number of elements and of threads.", ""),
    "fused": (
        """What a backend calls between its products of matrices: ns per element of the result; for losses and `softmax_merge`,
        of the logits.""",
        """`fastact, unfused` makes it of fastact's other functions and NumPy's; `formula` is NumPy and SciPy. PyTorch writes
        into memory it is given too, but for the losses, which are its functions followed by autograd's backward pass; `added
        mask` is one of 0 and -infinity that stands there as float32. The columns with `only` do a part of the work, for scale:
        softmax without the mask, the rows sorted, logsumexp of rows that are not split. Masks keep 70 % of the elements,
        numbers are not repeated. Errors are the worst of all results on up to 2^20 elements, against the formula in
        float64.""",
    ),
    "networks": (
        """Training in float32: ns per call. `epoch` is one of 6400 rows in batches of 128, with Adam, of a classifier
        784-256-256-10; `predict` its answer for one row. SGD with momentum and the other optimisers make a step of 10^7
        parameters, or of 100 arrays of 1000.""",
        """`only products` are the products of the matrices alone, by the BLAS of each library: what is left is what the
        library adds to them. `one thread` has the rest on one. `only streams` reads and writes what an
        optimiser has to, `only copy` copies the array. PyTorch's epoch is eager; `foreach` and `fused` are its
        optimisers' options. Its normalisation returns new arrays, and its backward forms are given the means
        and deviations that its forward forms return; fastact's compute them.""",
    ),
}


# ---- files ------------------------------------------------------------------------------------------------------------------


def joined(found):
    """One of several files of a processor; the last counts where they have the same case.  ValueError if versions differ."""
    merged, last = {}, found[-1]["metadata"]
    versions = {}
    for one in found:
        metadata = one["metadata"]
        for what, version in ({key: metadata[key] for key in SAME} | metadata["peers"]).items():
            if versions.setdefault(what, version) != version:
                raise ValueError(f"files of {metadata['processor']} cannot be joined: {what} {versions[what]} and {version}")
        merged |= grouped(one["results"], case_of)
    every = [one["metadata"] for one in found]
    several = {
        "date": ", ".join(sorted({date for one in every for date in one["date"].split(", ")})),
        "load": max(one["load"] for one in every),
        "peers": {library: version for one in every for library, version in one["peers"].items()},
        "not held": {library: why for one in every for library, why in one.get("not held", {}).items()},
    }
    return {"metadata": last | several, "results": [line for lines in merged.values() for line in lines]}


def slug_of(found):
    return processors.slug(found["metadata"]["processor"], found["metadata"]["isa"])


def stored(folder):
    """What is in the folder, by the names of the files: wider instruction sets first, then by the processor."""
    found = {file.stem: results.load(file) for file in sorted(folder.glob("*.json"))}
    order = list(NAMES)
    return dict(sorted(found.items(), key=lambda pair: order.index(pair[1]["metadata"]["isa"])))


# ---- the page of a processor ------------------------------------------------------------------------------------------------


def heads(lines):
    """The columns that tell cases of a table apart, beside the function: their names and fields."""
    cases = grouped(lines, case_of)
    fields = {"call": "form", "shape": "shape"}
    return {head: field for head, field in fields.items() if len({case[CASE.index(field)] for case in cases}) > 1}


def told(case, told_apart):
    """The cells of a case under these heads."""
    parts = (case[CASE.index(field)] for field in ("function", *told_apart.values()))
    name, *rest = (" x ".join(map(str, part)) if isinstance(part, tuple) else part for part in parts)
    return [f"`{name}`", *rest]


def rendered(rows):
    rows = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def table(lines):
    """A row for each case, a column for each contender, and for the plain loop."""
    contenders = list(dict.fromkeys(line["contender"] for line in lines if line["contender"] != "fastact"))
    loops = any(one.startswith(LIMITS) for one in contenders)
    contenders = [one for one in contenders if not one.startswith(LIMITS)]
    apart = heads(lines)
    rows = [["function", *apart, "fastact", "ULP", *["time/plain loop's"] * loops, *contenders]]
    for case, group in grouped(lines, case_of).items():
        named = {line["contender"]: line for line in group}
        own, loop = named["fastact"], limit(group)
        median = "" if own["median_ns"] is None else f" ({figure(own['median_ns'] / scale(own))})"
        row = [*told(case, apart), f"{figure(own['min_ns'] / scale(own))}{median}", units(own["ulp"])]
        row += ["" if loop is None else f"{own['min_ns'] / loop['min_ns']:.2f}"] * loops
        rows.append(row + [cell(named.get(one), own) for one in contenders])
    return rendered(rows)


def cell(line, own):
    """A ratio and an error."""
    if line is None:
        return ""
    over = line["min_ns"] / own["min_ns"]
    text = f"{over:.2f}" if partial(line) else ratio(over)
    if line["ulp"] is None or line["contender"].startswith("fastact"):
        return text
    return f"{text} ({units(line['ulp'])}{'*' if wrong(line, own) else ''})"


def threaded(lines):
    """Where threads lose, in a sentence for each function."""
    sentences = []
    for function, group in grouped(lines, lambda line: line["function"]).items():
        slower = []
        for size, points in grouped(group, size_of).items():
            own = {line["threads"]: line["min_ns"] for line in points if line["contender"] == "fastact"}
            slower += [f"{size} ({count} threads: {own[count] / own[1]:.2f})" for count in own if own[count] > SLOWER * own[1]]
        which = (
            f"slower with threads than with one at {', '.join(slower)} elements" if slower else "nowhere slower with threads"
        )
        sentences.append(f"- `{function}`: {which}.")
    return "\n".join(sentences)


def title(metadata):
    return f"{metadata['processor']}, {NAMES[metadata['isa']]}"


def versions(metadata):
    return ", ".join(f"{name} {version}" for name, version in metadata["peers"].items())


def machine(metadata):
    """What the figures are of."""
    caches = "".join(f", {level} {size // 1024} KiB" for level, size in metadata["caches"].items())
    return (
        f"{metadata['processor']}, {metadata['cores']} cores{caches}, {metadata['memory'] / 2**30:.0f} GiB, load average "
        f"{metadata['load']} before the runs; {metadata['system']}; fastact {metadata['fastact']} ({metadata['isa']}, "
        f"{metadata['threads']} threads), Python {metadata['python']}, NumPy {metadata['numpy']}; {versions(metadata)}."
    )


def document(found, slug):
    """The page of a file, and what its pictures show, by their names."""
    metadata = found["metadata"]
    free = "; ".join(f"{library} ({why})" for library, why in metadata.get("not held", {}).items())
    remarks = [f"Not held to {NAMES[metadata['isa']]}: {free}."] * bool(free) + [metadata.get("note", "")]
    text = TEXT.format(
        name=title(metadata),
        file=f"{slug}.json",
        when=metadata["date"],
        machine=machine(metadata),
        remarks="".join(f"{remark}\n\n" for remark in filter(None, remarks)),
        points=metadata["points"],
        close=CLOSE,
    )
    parts, pictures = [text], {}
    by_regime = grouped(found["results"], lambda line: line["regime"])
    for regime, explained in SECTIONS.items():
        if regime not in by_regime:
            continue
        parts.append(f"## {regime.capitalize()}\n\n{' '.join(' '.join(explained).split())}\n")
        for dtype, some in grouped(by_regime[regime], lambda line: line["dtype"]).items():
            name = f"{slug}-{regime}-{dtype}.svg"
            pictures[name] = {"metadata": metadata, "results": some}
            parts.append(f"![{regime}, {dtype}](../pictures/{name})\n")
            if regime == "threads":
                parts.append(threaded(some) + "\n")
                continue
            for kind, group in grouped(some, kind_of).items():
                parts.append(f"### {regime.capitalize()}: {kind}, {dtype}\n\n{table(group)}\n")
    return filled("\n".join(parts)), pictures


# ---- all processors ---------------------------------------------------------------------------------------------------------


def overview(files):
    """The page of all files: figures of each, and their range."""
    names = {slug: title(found["metadata"]) for slug, found in files.items()}
    rows = [["processor", "cores", "measured", "with"]]
    for slug, found in files.items():
        metadata = found["metadata"]
        rows.append([f"[{names[slug]}](benchmarks/{slug}.md)", str(metadata["cores"]), metadata["date"], versions(metadata)])
    parts = [HEAD.format(files=rendered(rows), close=CLOSE), quoted(files), REGIMES.format(close=CLOSE)]
    every = [line | {"file": slug} for slug, found in files.items() for line in found["results"]]
    by_regime = grouped(every, lambda line: line["regime"])
    for regime, (explained, _) in SECTIONS.items():
        if regime not in by_regime:
            continue
        parts.append(f"## {regime.capitalize()}\n\n{' '.join(explained.split())}\n")
        if regime == "threads":
            rows = [["function", "elements", *names.values(), "range"], *threads_gain(by_regime[regime], files)]
            parts.append(f"The time on one thread over that on all:\n\n{rendered(rows)}\n")
            continue
        for (dtype, kind), group in grouped(by_regime[regime], lambda line: (line["dtype"], kind_of(line))).items():
            parts.append(f"### {regime.capitalize()}: {kind}, {dtype}\n\n{compared(group, names)}\n")
    return filled("\n".join(parts))


def compared(lines, names):
    """A row for each case, a column for each file, and the range of their ratios."""
    apart = heads(lines)
    rows = [["function", *apart, *names.values(), "range"]]
    for case, group in grouped(lines, case_of).items():
        of_file, ratios, cells = grouped(group, lambda line: line["file"]), [], []
        for slug in names:
            text, over = beside(of_file[slug]) if slug in of_file else ("", None)
            cells.append(text)
            ratios += [] if over is None else [over]
        rows.append([*told(case, apart), *cells, spread(ratios)])
    return rendered(rows)


def beside(lines):
    """fastact's time and the fastest peer's over it, with the fastest right one's where that is another; and the ratio."""
    own = ours(lines)
    text = figure(own["min_ns"] / scale(own))
    found = [line for line in lines if line["contender"] == "numpy.exp"]
    first = found[0] if found else peer(lines)
    if first is None:
        return text, None
    over, other = first["min_ns"] / own["min_ns"], None if found else peer(lines, only_right=True)
    text += f": {ratio(over)} {library_of(first)}{'*' if wrong(first, own) else ''}"
    if other not in (None, first):
        text += f", {ratio(other['min_ns'] / own['min_ns'])} {library_of(other)}"
    return text, over


def filled(text):
    """With paragraphs of full lines."""
    parts = text.split("\n\n")
    return (
        "\n\n".join(p if p.startswith(("#", "|", "!", "-")) else textwrap.fill(p, 120) for p in map(str.rstrip, parts)) + "\n"
    )


# ---- the whole --------------------------------------------------------------------------------------------------------------


def written(files, readme):
    """Texts by their places below the root, and pictures by their names."""
    before, rest = readme.split(BEGIN)
    texts = {
        "docs/benchmarks.md": overview(files),
        "README.md": f"{before}{BEGIN}\n\n{in_readme(files)}\n{END}{rest.split(END)[1]}",
    }
    pictures = {}
    for slug, found in files.items():
        texts[f"docs/benchmarks/{slug}.md"], shown = document(found, slug)
        pictures |= shown
    return texts, pictures


def main(arguments=None):
    parser = Parser(
        prog="python -m fastact.lab.write_benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=bench_results, nargs="*", metavar="FILE", help="what `bench --json` has written")
    given, folder = parser.parse_args(arguments), ROOT / "docs" / "benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        new = {slug: joined(found) for slug, found in grouped(given.files, slug_of).items()}
    except ValueError as error:
        parser.error(str(error))
    for slug, found in new.items():
        (folder / f"{slug}.json").write_text(results.text_of(found))
    texts, pictures = written(stored(folder), (ROOT / "README.md").read_text())
    for place, text in texts.items():
        (ROOT / place).write_text(text)
    (ROOT / "docs" / "pictures").mkdir(exist_ok=True)
    for name, found in pictures.items():
        plot.plot(found, ROOT / "docs" / "pictures" / name)


if __name__ == "__main__":
    main()
