"""Writes a page for each activation of the catalogue, and the page that lists them, before Sphinx reads its sources.

A page says what the catalogue, the measured errors (docs/accuracy.json) and the measured times (docs/benchmarks) say of one
function, with its curve.  All of it lies in docs/functions, which is made anew where something has changed.
"""

import inspect
import json
from pathlib import Path

from formulas import latex
from pictures import Curve, Family, Thumbnail, both_themes, defaults

import fastact as fa
from fastact._core import error_bounds, ufuncs
from fastact.catalogue import names
from fastact.lab import write_accuracy
from fastact.lab.bench import results
from fastact.lab.write_benchmarks import stored, title

DOCS = Path(__file__).parents[1]
FOLDER = DOCS / "functions"
# The formulas of functions that are none of one element.
ROWS_AS_MATHEMATICS = {
    "rrelu": r"f(x) = \begin{cases} x & \text{if } x > 0 \\ s\,x & \text{otherwise} \end{cases},"
    r"\quad s \sim \mathcal{U}(\mathrm{lower}, \mathrm{upper})",
    "bipolar_relu": r"f(x)_i = \begin{cases} \max(x_i, 0) & \text{if } i \text{ is even} \\ -\max(-x_i, 0) & \text{otherwise}"
    r"\end{cases}",
    "crelu": r"f(x) = (\max(x, 0),\; \max(-x, 0))",
    "maxout": r"f(x)_j = \max_{0 \le k < \mathrm{pieces}} x_{j \cdot \mathrm{pieces} + k}",
    "softmax": r"f(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}",
    "log_softmax": r"f(x)_i = x_i - \log \sum_j e^{x_j}",
    "softmin": r"f(x)_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}",
    "logsumexp": r"f(x) = \log \sum_j b_j\, e^{x_j}",
    "sparsemax": r"f(x)_i = \max(x_i - \tau, 0), \quad \tau \text{ such that } \sum_j f(x)_j = 1",
    "entmax15": r"f(x)_i = \max(x_i/2 - \tau, 0)^2, \quad \tau \text{ such that } \sum_j f(x)_j = 1",
    "entmax": r"f(x)_i = \max((\alpha - 1)\, x_i - \tau, 0)^{1/(\alpha - 1)}, \quad \tau \text{ such that } \sum_j f(x)_j = 1",
}
WORDS = {"": "value", "_grad": "derivative"}


def setup(app):
    measured = Measured()
    app.config.myst_substitutions["fast"] = fast(measured.against("PyTorch"))
    app.connect("builder-inited", lambda app: write(measured))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(measured):
    """All pages and pictures."""
    FOLDER.mkdir(exist_ok=True)
    found = fa.activations()
    pages = {"index": index(found)} | {name: page(entry, found, measured) for name, entry in found.items()}
    for name, text in pages.items():
        kept(FOLDER / f"{name}.md", text)
    for name, entry in found.items():
        if entry.derivative is not None:
            draw(name, Curve(entry))
            draw(f"{name}-small", Thumbnail(entry))
            for parameter in entry.parameters:
                draw(f"{name}-{parameter}", Family(entry, parameter))


def kept(path, text):
    """Writes a file, unless it has this text: Sphinx reads anew what is newer than its last run."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def draw(name, picture):
    if not (FOLDER / f"{name}-light.svg").exists():
        both_themes(FOLDER / name, picture)


# ---- what was measured -------------------------------------------------------------------------------------------------------


class Measured:
    """The worst errors that were found, and the times of arrays in the cache on every stored processor."""

    def __init__(self):
        kept_lines = json.loads((DOCS / "accuracy.json").read_text())["results"]
        own = [line for line in kept_lines if line["place"] in error_bounds.CLASSES]
        self.worst = write_accuracy.worst(own, error_bounds.CLASSES.get)
        self.cached = {
            title(found["metadata"]): [line for line in found["results"] if line["regime"] == "cache"]
            for found in stored(DOCS / "benchmarks").values()
        }
        self.into_out = {
            processor: results.grouped(
                [line for line in lines if line["form"] == "out"], lambda line: (line["function"], line["dtype"])
            )
            for processor, lines in self.cached.items()
        }

    def errors(self, name):
        """Rows of a table: the bounds of a function and of its derivative, and where the worst error was seen."""
        for suffix, word in WORDS.items():
            for dtype, kinds in sorted(self.worst.get(name + suffix, {}).items()):
                line, bound, is_proven = kinds["fma"]
                baseline = kinds["baseline"][1] if "baseline" in kinds else bound
                where = write_accuracy.arguments(line) if line["ulp"] else "everywhere"
                how = "proven: all arguments were tried" if is_proven else "the largest seen"
                yield [word, dtype, f"{bound:g}", f"{baseline:g}", how, f"{line['ulp']:.2f} at `{where}`"]

    def speeds(self, name):
        """Rows of a table: times into `out`, and how many times as long the fastest peer takes."""
        for processor, lines in self.into_out.items():
            for function, word in ((name, "value"), (f"{name}_backward", "gradient")):
                for dtype in ("float32", "float64"):
                    if of_it := lines.get((function, dtype)):
                        own = results.ours(of_it)
                        time = results.figure(own["min_ns"] / results.size_of(own))
                        yield [processor, word, dtype, f"{time} ns", beside(results.peer(of_it), own)]

    def against(self, library, dtype="float32"):
        """A library's times over fastact's, of values and gradients in the cache on all processors; sorted."""
        ratios = []
        for lines in self.cached.values():
            for of_it in results.grouped([line for line in lines if line["dtype"] == dtype], results.case_of).values():
                times = {line["contender"]: line["min_ns"] for line in of_it}
                if library in times:
                    ratios.append(times[library] / results.ours(of_it)["min_ns"])
        return sorted(ratios)


def beside(peer, own):
    """The fastest peer's time over fastact's, and how wrong it is if it is not right."""
    if peer is None:
        return "nobody has it"
    ratio = peer["min_ns"] / own["min_ns"]
    told = f"{results.figure(ratio)} times as long ({peer['contender']})"
    wrong = f", wrong by {results.units(peer['ulp'])} ULP" if results.wrong(peer, own) else ""
    return (told if ratio >= 1 else f"**{told}**") + wrong


def fast(ratios):
    """What the first page says of PyTorch's times over fastact's."""
    losses = sum(ratio < 1 for ratio in ratios)
    lost = f"fastact loses {losses} of {len(ratios)} comparisons" if losses else f"fastact wins all {len(ratios)} comparisons"
    middle, most = ratios[len(ratios) // 2], ratios[-1]
    return f"PyTorch takes {middle:.1f} times as long for the median function, and up to {most:.0f} times; {lost}."


# ---- pages -------------------------------------------------------------------------------------------------------------------


def page(entry, found, measured):
    """The Markdown of a function's page, among those that were found."""
    name = entry.name
    parts = [f"# {name}", about(entry), formulas(entry)]
    if entry.derivative is not None:
        shown = " and ".join(f"{parameter} = {value:g}" for parameter, value in defaults(entry).items())
        at = f", with {shown}," if shown else ""
        parts.append(picture(name, f"Curves of {name} and of its derivative{at} between -5 and 5"))
        what = "Move its parameters" if entry.parameters else "See its errors, and compare it with others,"
        parts.append(f'<a href="../explorer/index.html#{name}">{what} in the explorer</a>.')
        parts += ["## Properties", table(["property", "value"], properties(entry))]
    if entry.parameters:
        parts.append("## Parameters")
        for parameter, what in entry.parameters.items():
            parts.append(told(parameter, what))
            if entry.derivative is not None:
                parts.append(picture(f"{name}-{parameter}", f"Curves of {name} with three values of {parameter}"))
    if errors := list(measured.errors(name)):
        head = ["of", "dtype", "bound", "bound without FMA", "how it is known", "worst, in units"]
        text = "The error is the distance from the exact result in units in the last place (ULP)."
        parts += ["## Accuracy", f"{text} How this was measured: [accuracy](../accuracy.md).", table(head, errors)]
    if speeds := list(measured.speeds(name)):
        head = ["processor", "of", "dtype", "per element", "the fastest peer takes"]
        text = "One thread, arrays that stay in the cache, into `out=`. A bold line is a loss."
        parts += ["## Speed", f"{text} More: [benchmarks](../benchmarks.md).", table(head, speeds)]
    parts += ["## Elsewhere", elsewhere(name)]
    parts += ["## Example", f"```python\n{example(entry)}\n```"]
    if related := relatives(entry, found):
        parts += ["## Related", ", ".join(f"[{one}]({one}.md)" for one in related) + "."]
    parts += ["## Source", f"{entry.source.rstrip('.')}."]
    parts += ["## Reference", *(documented(f"fastact.{one}") for one in entry.functions)]
    return "\n\n".join(parts) + "\n"


def about(entry):
    """What it is, in a sentence: of a function of rows the one that its docstring begins with, without the formula."""
    if entry._row is not None:
        return entry._row.about
    first = inspect.getdoc(entry.functions[entry.name]).split("\n\n")[0]
    return " ".join(first.split()).partition(": ``")[0].rstrip(".") + "."


def formulas(entry):
    if entry.derivative is None:
        return f"```{{math}}\n{ROWS_AS_MATHEMATICS[entry.name]}\n```"
    value, slope = latex(entry.formula), latex(entry.derivative)
    return f"```{{math}}\nf(x) = {value}\n```\n\n```{{math}}\nf\u2032(x) = {slope}\n```"


def picture(name, text):
    return "\n\n".join(
        f"```{{image}} {name}-{theme}.svg\n:alt: {text}.\n:class: only-{theme}\n```" for theme in ("light", "dark")
    )


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def properties(entry):
    """Rows of a table: what holds with the default parameters."""
    found = entry.properties(**defaults(entry))
    low, high = found.range
    yield ["range", f"{number(low)} to {number(high)}"]
    yield ["limit at -∞", number(found.limits[0])]
    yield ["limit at +∞", number(found.limits[1])]
    yield ["kinks", ", ".join(map(number, found.kinks)) or "none: smooth"]
    yield ["monotonic", "yes: it never falls" if found.monotonic else "no"]
    yield ["symmetry", found.symmetry or "none"]
    if entry.conditions:
        yield ["parameters must fulfil", ", ".join(f"`{one}`" for one in entry.conditions)]


def number(value):
    return "none" if value != value else f"{value:.6g}".replace("inf", "∞")


def told(name, parameter):
    default = "must be given" if parameter.default is None else f"default {parameter.default:.6g}"
    between = "" if parameter.low is None else f"; error bounds hold from {parameter.low:g} to {parameter.high:g}"
    return f"`{name}` ({default}{between}): {parameter.description}"


def elsewhere(name):
    """What other frameworks call it, and where they mean something else."""
    rows = []
    for framework in names.SPELLINGS:
        spelled = [f"`{spelling}`" for spelling, own in names.spellings(framework) if own == name]
        differs = [text for own, where, text in names.DIFFERENCES if own == name and framework in where.split(", ")]
        if spelled:
            rows.append([framework, ", ".join(spelled), "; ".join(differs)])
    if not rows:
        return "No other framework that fastact knows has this function."
    return table(["framework", "its name", "what differs there"], rows)


def example(entry):
    """The lines below "Examples" of the docstring."""
    text = inspect.getdoc(entry.functions[entry.name])
    _, _, rest = text.partition("Examples\n--------\n")
    return rest.strip()


def documented(name, directive="autofunction"):
    """The docstring of something by its dotted name."""
    return f"```{{eval-rst}}\n.. {directive}:: {name}\n```"


def relatives(entry, found):
    return [one for one in (entry._row.see if entry._row is not None else ()) if one in found]


def index(found):
    """The page of all functions: a card for each, with its curve where it has one."""
    cards = []
    for name, entry in found.items():
        small = ""
        if entry.derivative is not None:
            small = "\n\n".join(
                f"```{{image}} {name}-small-{theme}.svg\n:alt: Curve of {name}.\n:class: only-{theme}\n```"
                for theme in ("light", "dark")
            )
        cards.append(f"::::{{grid-item-card}} {name}\n:link: {name}\n:link-type: doc\n:text-align: center\n\n{small}\n\n::::")
    gates = ", ".join(f"{{py:obj}}`fastact.{row.name}`" for row in ufuncs.built.gates)
    entries = "\n".join(found)
    grid = "\n\n".join(cards)
    return f"""# Functions

Every activation of fastact, with its formula, derivative, curve, limits, error bounds and speed. Functions of rows, such as
softmax, have no curve.

:::::{{grid}} 2 3 4 5
:gutter: 2

{grid}

:::::

Gated units, functions of two arrays: {gates}.

```{{toctree}}
:hidden:

{entries}
```
"""
