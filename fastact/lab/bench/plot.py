"""Pictures of results: bars of how many times as long others take, and lines of time against size."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from fastact.lab.bench.results import CASE, case_of, contested, fastest, grouped, kind_of, ours, rival, size_of


def panel_of(line):
    """Lines of one panel: a sweep is a function's own, bars are those of a kind."""
    function = line["function"]
    return line["regime"], line["dtype"], function if line["regime"] == "threads" else kind_of(line)


def sweep(axes, lines, caches):
    """Time per element against size, by library and threads; in and out together fill a cache where it is marked."""
    axes.set(xscale="log", yscale="log", xlabel="elements", ylabel="ns per element", title=lines[0]["function"])
    for (library, threads), points in grouped(lines, lambda line: (line["contender"], line["threads"])).items():
        points = sorted(points, key=size_of)
        style = "-" if library == "fastact" else "--"
        sizes = [size_of(line) for line in points]
        times = [line["min_ns"] / size for line, size in zip(points, sizes)]
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
    across = min(4, max(1, len(panels)))
    down = max(1, -(-len(panels) // across))
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
