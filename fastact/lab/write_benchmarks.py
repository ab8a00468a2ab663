"""What `bench --json` has found: as a picture, against an earlier one, and as docs/benchmarks.md with its pictures, or another
page for another processor:

python -m fastact.lab.write_benchmarks FILE... [--page NAME]
"""

import json
import re
import textwrap
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from fastact.lab.arguments import Parser, bench_results

FOLDER = Path(__file__).parents[2] / "docs"
FALL = 0.10  # of the speed: what `compare` names
CLOSE = 4  # units, or as many times fastact's error: errors that are comparable
SLOWER = 1.1  # times as long: by more than what two runs differ
KINDS = {"_backward_from_output": "backward, from the result", "_backward": "backward", "_grad": "derivatives", "": "values"}
WHOLE = {"fused": "several steps in one"}  # regimes whose functions are of one kind
CASE = ("regime", "function", "dtype", "form", "size", "shape")
FIELDS = dict.fromkeys(("regime", "function", "dtype", "form", "contender"), str)
FIELDS |= {"size": int, "shape": list, "threads": int, "min_ns": float, "median_ns": float, "ulp": float | int | None}

TEXT = """\
# Benchmarks

Made by `python -m fastact.lab.write_benchmarks` from what `python -m fastact bench` found: {when}.

{machine}

Contenders take turns in one process, each in batches of at least a millisecond (of one call where that takes longer), after a
call that is not counted; the order rotates, and a slow contender sits out rounds once it has had its share of a case's time;
arrays longer than 2^20 repeat their numbers. fastact's time is the least of its batches, the median in parentheses. A library's
column has its least time over fastact's: **a bold number below 1 is a loss**. The worst error in units in the last place (ULP)
stands beside: fastact's stated bound, of the others what a sample of {points} arguments shows, with the parameters' defaults;
for backward forms it is that of the derivative. A star marks an error above {close} units and above {close} times fastact's:
it is not counted as a rival in the pictures, whose bars are the time of the fastest rival over fastact's; a dot is the fastest
of all.

`formula` is the table's formula evaluated by NumPy. All others write into memory they are given, except JAX, the softmax of
SciPy, and PyTorch's prelu and those derivatives that only its autograd has. PyTorch's and JAX's derivatives are backward
functions for a gradient of 1; those of sigmoid, tanh and exponential in PyTorch begin with the result, as fastact's
`_backward_from_output` does. JAX stays on one thread, NumPy and SciPy have but one; all others use as many threads as fastact.
MKL HA and LA are the two modes of accuracy of its vector functions.
"""

SECTIONS = {
    "cache": "One thread, arrays that stay in the cache, into `out=`: ns per element.",
    "memory": """All threads, arrays beyond the caches, into an `out=` that has been written before, and in place: ns per
    element. The copy is the fastest of a plain one by NumPy in as many threads and one by PyTorch; its column is fastact's
    time over its time.""",
    "fresh": """All threads, without `out=`: every call returns a new array, whose pages the system must clear. ONNX Runtime
    recycles its memory. ns per element.""",
    "small": """A call of few elements, without `out=`: ns per call. `explicit` gives the parameters, `new` leaves them at their
    defaults.""",
    "softmax": """One thread, in cache: ns per element. Errors are the worst on the data that are timed, against extended
    precision.""",
    "threads": "Into `out=`, by the number of elements and of threads.",
    "fused": """What a backend calls between its products of matrices: ns per element of the result; for losses and
    `softmax_merge`, of the logits. `fastact, unfused` makes it of fastact's other functions and NumPy's; `formula` is NumPy and
    SciPy. PyTorch writes into memory it is given too, but for the losses, which are its functions followed by autograd's
    backward pass; `added mask` is one of 0 and -infinity that stands there as float32. The columns with `only` do a part of
    the work, for scale: softmax without the mask, the rows sorted, logsumexp of rows that are not split. Masks keep 70 % of
    the elements, numbers are not repeated. Errors are the worst of all results on up to 2^20 elements, against the formula in
    float64.""",
}


# ---- cases and their contenders ---------------------------------------------------------------------------------------------


def case_of(line):
    return tuple(tuple(line[field]) if field == "shape" else line[field] for field in CASE)


def grouped(lines, key):
    found = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return found


def ours(lines):
    """fastact's line, that of one thread before others."""
    return min((line for line in lines if line["contender"] == "fastact"), key=lambda line: line["threads"])


def comparable(line, own):
    """Whether it errs no more than a few units, or a few times as much."""
    return None not in (line["ulp"], own["ulp"]) and line["ulp"] <= max(CLOSE, CLOSE * own["ulp"])


def rivals(lines):
    """Libraries whose errors are comparable; the copy where memory is the limit, and numpy.exp for a small call."""
    special = [line for line in lines if line["contender"].startswith(("copy, ", "numpy.exp"))]
    others = [line for line in lines if contested(line) and comparable(line, ours(lines))]
    return special or others


def rival(lines):
    return min(rivals(lines), key=lambda line: line["min_ns"], default=None)


def contested(line):
    """Whether it is another's, and the whole of the work."""
    return not line["contender"].startswith("fastact") and not partial(line)


def partial(line):
    """Whether it is a part of the work, for scale."""
    return ", only " in line["contender"]


def fastest(lines):
    return min(filter(contested, lines), key=lambda line: line["min_ns"])


def units(ulp):
    return "" if ulp is None else f"{ulp:.2g}" if ulp < 1e5 else f"{ulp:.0e}".replace("e+0", "e")


def scale(line):
    """What times are quoted for: an element, or a call where it is small."""
    return 1 if line["regime"] == "small" else line["size"]


def figure(number):
    """Three digits."""
    return f"{number:.3g}" if number < 1000 else f"{number:.0f}"


# ---- files ------------------------------------------------------------------------------------------------------------------


def load(file):
    """What is in a file of `bench --json`; OSError or ValueError, in a line, where there is none."""
    try:
        found = json.loads(Path(file).read_text())
    except OSError as error:
        raise OSError(f"cannot read {str(file)!r}: {error.strerror}") from None
    except (ValueError, RecursionError):
        found = None
    if not of_bench(found):
        raise ValueError(f"{str(file)!r} is no file that `python -m fastact bench --json` has written")
    return found


def of_bench(found):
    """Whether it has what is read of such a file here."""
    match found:
        case {"metadata": {"numpy": str(), "peers": dict()}, "results": list(lines)} if lines:
            return all(
                isinstance(line, dict)
                and all(field in line and isinstance(line[field], kind) for field, kind in FIELDS.items())
                and line["min_ns"] > 0
                for line in lines
            )
    return False


# ---- two files --------------------------------------------------------------------------------------------------------------


def speeds(one):
    return {(*case_of(line), line["threads"], line["contender"]): line["min_ns"] for line in one["results"]}


def changes(old, new):
    """New speed over old, by case.

    Another machine, or the same one at another clock, makes all contenders slower alike: fastact's time is therefore taken
    over that of every other contender which both files have in the same version, and the median of these ratios compared.
    Where there is none, the times themselves are.
    """
    before, after = speeds(old), speeds(new)
    fixed = {name for name, version in old["metadata"]["peers"].items() if new["metadata"]["peers"].get(name) == version}
    if old["metadata"]["numpy"] == new["metadata"]["numpy"]:
        fixed |= {"formula", "numpy.exp", "copy, NumPy"}
    if "PyTorch" in fixed:
        fixed.add("copy, PyTorch")
    found = {}
    for key in before.keys() & after.keys():
        *case, _, contender = key
        if not contender.startswith("fastact"):
            continue
        others = [k for k in before.keys() & after.keys() if list(k[:-2]) == case and k[-1] in fixed]
        drift = np.median([after[k] / before[k] for k in others]) if others else 1.0
        found[key] = float(before[key] / after[key] * drift), len(others)
    return found


def compare(old, new):
    """Prints what fell by more than 10 %; returns 1 if anything did."""
    found = changes(old, new)
    fallen = {key: change for key, change in found.items() if change[0] < 1 - FALL}
    for (regime, function, dtype, form, _, shape, threads, contender), (speed, others) in sorted(fallen.items(), key=str):
        against = f"against {others} others" if others else "by its times alone"
        where = f"{regime}: {function} {dtype}, {' x '.join(map(str, shape))}, {form}, {contender} on {threads}"
        print(f"{where}: {speed:.2f} times as fast as before, {against}")
    print(f"{len(fallen)} of {len(found)} fell by more than {FALL:.0%}")
    return 1 if fallen else 0


# ---- pictures ---------------------------------------------------------------------------------------------------------------


def kind_of(line):
    """In words."""
    return WHOLE.get(line["regime"]) or next(kind for suffix, kind in KINDS.items() if line["function"].endswith(suffix))


def panel_of(line):
    """Lines of one panel: a sweep is a function's own, bars are those of a kind."""
    function = line["function"]
    return line["regime"], line["dtype"], function if line["regime"] == "threads" else kind_of(line)


def sweep(axes, lines, caches):
    """Time per element against size, by library and threads; in and out together fill a cache where it is marked."""
    axes.set(xscale="log", yscale="log", xlabel="elements", ylabel="ns per element", title=lines[0]["function"])
    for (library, threads), points in grouped(lines, lambda line: (line["contender"], line["threads"])).items():
        points = sorted(points, key=lambda line: line["size"])
        style = "-" if library == "fastact" else "--"
        sizes, times = ([line[field] for line in points] for field in ("size", "ns_per_element"))
        axes.plot(sizes, times, style, linewidth=1, label=f"{library}, {threads} thread{'s' * (threads > 1)}")
    for level, size in caches.items():
        elements = size / (2 * np.dtype(lines[0]["dtype"]).itemsize)
        if axes.get_xlim()[0] < elements < axes.get_xlim()[1]:
            axes.axvline(elements, color="gray", linewidth=0.8)
            axes.text(elements, 0.99, f"{level} ", transform=axes.get_xaxis_transform(), va="top", ha="right", color="gray")
    axes.legend(fontsize="x-small")
    axes.minorticks_off()


def blocks(axes, found, **look):
    """Bars from 1, by place, as one path."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    if found:
        corners = [[(1, y - 0.4), (x, y - 0.4), (x, y + 0.4), (1, y + 0.4), (1, y - 0.4)] for y, x in found.items()]
        codes = [Outline.MOVETO, *[Outline.LINETO] * 3, Outline.CLOSEPOLY] * len(found)
        axes.add_patch(PathPatch(Outline(np.concatenate(corners), codes), linewidth=0, **look))


def bars(axes, lines):
    """Speed-up over the rival, whose name stands beside the bar; as a dot over the fastest of all, however large its error."""
    from matplotlib.ticker import LogLocator

    found = {case: group for case, group in grouped(lines, case_of).items() if any(map(contested, group))}
    regime, dtype, kind = panel_of(lines[0])
    axes.set(xscale="log", xlabel="time of others / time of fastact", title=f"{regime}: {kind}, {dtype}")
    ratios, dots = {}, {}
    for place, group in enumerate(found.values()):
        own, other, first = ours(group), rival(group), fastest(group)
        ratio = other["min_ns"] / own["min_ns"] if other else 1
        ratios[place] = ratio
        reach = [1, ratio]
        if first is not other:
            reach.append(first["min_ns"] / own["min_ns"])
            dots[place] = reach[-1]
        names = [f"{ratio:.2f} {other['contender']}"] if other else []
        names += [f"{reach[-1]:.2f} {first['contender']}*"] if first is not other else []
        axes.annotate(
            ", ".join(names), (max(reach), place), (3, 0), textcoords="offset points", va="center", fontsize="xx-small"
        )
    blocks(axes, {place: ratio for place, ratio in ratios.items() if ratio > 1}, color="tab:blue")
    blocks(axes, {place: ratio for place, ratio in ratios.items() if ratio < 1}, color="tab:red")
    axes.plot(dots.values(), dots.keys(), "k.", markersize=4)
    axes.set_yticks(range(len(found)), distinct(found), fontsize="xx-small")
    axes.tick_params("y", length=0)
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.minorticks_off()
    axes.axvline(1, color="black", linewidth=0.8)
    axes.margins(x=0.5)


def distinct(cases):
    """What tells the cases apart."""
    columns = dict(zip(CASE, zip(*cases)))
    told = [columns["function"]] + [columns[field] for field in ("form", "shape") if len(set(columns[field])) > 1]
    return [" ".join(" x ".join(map(str, part)) if isinstance(part, tuple) else part for part in parts) for parts in zip(*told)]


def plot(found, file):
    """A panel of bars for each regime, dtype and kind of function, and one of lines for each function that was swept."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    panels = {
        key: lines
        for key, lines in grouped(found["results"], panel_of).items()
        if any(map(contested, lines)) or key[0] == "threads"
    }
    rows = [len(grouped(lines, case_of)) for key, lines in panels.items() if key[0] != "threads"]
    across = min(4, len(panels))
    down = -(-len(panels) // across)
    with matplotlib.rc_context({"svg.hashsalt": "fastact", "svg.fonttype": "none"}):
        size = 6 * across, down * max(4, 0.16 * max(rows, default=0))
        picture, axes = pyplot.subplots(down, across, figsize=size, squeeze=False, layout="constrained")
        for spare in axes.flat[len(panels) :]:
            spare.remove()
        for one, (key, lines) in zip(axes.flat, panels.items()):
            if key[0] == "threads":
                sweep(one, lines, found["metadata"]["caches"])
            else:
                bars(one, lines)
                one.set_ylim(max(rows) - 0.5, -0.5)
        svg = str(file).endswith(".svg")
        picture.savefig(file, metadata={"Date": None} if svg else None)
        pyplot.close(picture)
    if svg:
        Path(file).write_text(slim(Path(file).read_text()))


def slim(svg):
    """The same picture in a sixth of the bytes: a class for each style, tenths of a point, no groups but the panels."""
    space = "{http://www.w3.org/2000/svg}"
    ElementTree.register_namespace("", space[1:-1])
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root, classes = ElementTree.fromstring(svg), {}
    used = set(re.findall(r"#(\w+)", svg))
    for parent in list(root.iter()):
        k = 0
        while k < len(parent):
            child = parent[k]
            if child.tag == f"{space}g" and child.attrib.keys() <= {"id"} and not child.get("id", "").startswith("axes"):
                parent[k : k + 1] = list(child)
            elif child.tag == f"{space}metadata":
                parent.remove(child)
            else:
                k += 1
    for one in root.iter():
        if one.get("id") not in used:
            one.attrib.pop("id", None)
        if "style" in one.attrib:
            one.set("class", classes.setdefault(one.attrib.pop("style"), f"c{len(classes)}"))
        if one.get("transform", "").startswith("rotate(-0 "):
            del one.attrib["transform"]
        for key in {"d", "x", "y", "transform"} & one.attrib.keys():
            text = " ".join(one.get(key).split())
            one.set(key, re.sub(r"-?\d+\.\d+", lambda number: f"{round(float(number[0]), 1):g}", text))
        if one.tag != f"{space}text":
            one.text = (one.text or "").strip()
        one.tail = ""
    for one in root:
        one.tail = "\n"
    style = root.find(f".//{space}style")
    style.text += "".join(f".{name}{{{look}}}" for look, name in classes.items())
    return ElementTree.tostring(root, "unicode") + "\n"


# ---- docs/benchmarks.md -----------------------------------------------------------------------------------------------------


def joined(found):
    """One of several files, whose regimes come after one another; the last counts where they have the same case."""
    merged = {}
    for one in found:
        merged |= grouped(one["results"], case_of)
    return [one["metadata"] for one in found], [line for lines in merged.values() for line in lines]


def table(lines):
    """A row for each case, a column for each contender, and for the copy."""
    cases = grouped(lines, case_of)
    libraries = list(dict.fromkeys(line["contender"] for line in lines if line["contender"] != "fastact"))
    copies = [library for library in libraries if library.startswith("copy, ")]
    libraries = [library for library in libraries if library not in copies]
    varied = {
        head: len({case[CASE.index(field)] for case in cases}) > 1 for head, field in (("call", "form"), ("shape", "shape"))
    }
    heads = ["function", *(head for head in varied if varied[head]), "fastact", "ULP"]
    rows = [heads + ["time/copy's"] * bool(copies) + libraries]
    for case, group in cases.items():
        named = {line["contender"]: line for line in group}
        own = named["fastact"]
        row = [f"`{case[1]}`"]
        row += [case[3]] * varied["call"] + [" x ".join(map(str, case[5]))] * varied["shape"]
        row += [f"{figure(own['min_ns'] / scale(own))} ({figure(own['median_ns'] / scale(own))})", units(own["ulp"])]
        if copies:
            limit = min((named[library]["min_ns"] for library in copies if library in named), default=None)
            row.append("" if limit is None else f"{own['min_ns'] / limit:.2f}")
        row += [cell(named.get(library), own) for library in libraries]
        rows.append(row)
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def cell(line, own):
    """A ratio and an error."""
    if line is None:
        return ""
    ratio = line["min_ns"] / own["min_ns"]
    text = f"**{ratio:.2f}**" if ratio < 1 and not partial(line) else f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
    if line["ulp"] is None or line["contender"].startswith("fastact"):
        return text
    return f"{text} ({units(line['ulp'])}{'' if comparable(line, own) else '*'})"


def threaded(lines):
    """Where threads lose, in a sentence for each function."""
    sentences = []
    for function, group in grouped(lines, lambda line: line["function"]).items():
        slower = []
        for (size,), points in grouped(group, lambda line: tuple(line["shape"])).items():
            own = {line["threads"]: line["min_ns"] for line in points if line["contender"] == "fastact"}
            slower += [f"{size} ({count} threads: {own[count] / own[1]:.2f})" for count in own if own[count] > SLOWER * own[1]]
        which = (
            f"slower with threads than with one at {', '.join(slower)} elements" if slower else "nowhere slower with threads"
        )
        sentences.append(f"- `{function}`: {which}.")
    return "\n".join(sentences)


def machine(metadata):
    """What the figures are of, a line for each field that has one."""
    last = metadata[-1]
    load = max(one["load"] for one in metadata)
    caches = ", ".join(f"{level} {size // 1024} KiB" for level, size in last["caches"].items())
    versions = ", ".join(f"{name} {version}" for name, version in last["peers"].items())
    return (
        f"{last['processor']}, {last['cores']} cores, {caches}, {last['memory'] / 2**30:.0f} GiB, load average {load} before "
        f"the runs; {last['system']}; fastact {last['fastact']} ({last['isa']}, {last['threads']} threads), "
        f"Python {last['python']}, NumPy {last['numpy']}; {versions}."
    )


def document(metadata, lines, page):
    """A page, and what its pictures show, by their names."""
    text = TEXT.format(
        when="; ".join(dict.fromkeys(one["date"] for one in metadata)),
        machine=machine(metadata),
        points=metadata[-1]["points"],
        close=CLOSE,
    )
    parts, pictures = [text], {}
    by_regime = grouped(lines, lambda line: line["regime"])
    for regime, told in SECTIONS.items():
        if regime not in by_regime:
            continue
        parts.append(f"## {regime.capitalize()}\n\n{' '.join(told.split())}\n")
        for dtype, some in grouped(by_regime[regime], lambda line: line["dtype"]).items():
            name = f"{page}-{regime}-{dtype}.svg"
            pictures[name] = {"metadata": metadata[-1], "results": some}
            parts.append(f"![{regime}, {dtype}](pictures/{name})\n")
            if regime == "threads":
                parts.append(threaded(some) + "\n")
                continue
            for kind, group in grouped(some, kind_of).items():
                parts.append(f"### {regime.capitalize()}: {kind}, {dtype}\n\n{table(group)}\n")
    return filled("\n".join(parts)), pictures


def filled(text):
    """With paragraphs of full lines."""
    parts = text.split("\n\n")
    return (
        "\n\n".join(p if p.startswith(("#", "|", "!", "-")) else textwrap.fill(p, 120) for p in map(str.rstrip, parts)) + "\n"
    )


def main(arguments=None):
    parser = Parser(prog="python -m fastact.lab.write_benchmarks", description="Write a page of docs/ and its pictures.")
    parser.add_argument("files", type=bench_results, nargs="+", metavar="FILE", help="what `bench --json` has written")
    parser.add_argument("--page", default="benchmarks", metavar="NAME", help="of the page (default: benchmarks)")
    given = parser.parse_args(arguments)
    text, pictures = document(*joined(given.files), given.page)
    (FOLDER / "pictures").mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{given.page}.md").write_text(text)
    for name, found in pictures.items():
        plot(found, FOLDER / "pictures" / name)


if __name__ == "__main__":
    main()
