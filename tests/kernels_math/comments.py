"""The sentences about errors in the comments of src_c/: what they say by the record, and where they stand."""

import math
import re
import textwrap
from typing import NamedTuple

from harness import TREE, arguments
from subjects import ROWS

FOLDER = TREE / "src_c"
HEADERS = sorted({*FOLDER.glob("math/*.h"), *FOLDER.glob("activations/*.h")} - {FOLDER / "math" / "coefficients.h"})
WIDTH, INDENT = 128, "   "
FUNCTION = re.compile(r"^(?:WORD|static)\b(?: __attribute__\(\(\w+\)\)|[^;={}()#])*?\b(?!__attribute__)(\w+)\(", re.M)
MACRO = re.compile(r"^#define (\w+)\(", re.M)
SENTENCE = re.compile(r"\s*\bError \S+(?: of [^;]*?)? at [^;]*;\s+without\s+FMA\s+\S+\s+and\s+\S+(?=\s*\*/)")


class Place(NamedTuple):
    start: int  # of the comment that stands right above a function, or of the function if none does
    end: int  # of that comment
    comment: str


def functions(text):
    """By name where the functions of a header begin, the first definition of each."""
    found = {}
    for match in FUNCTION.finditer(text):
        found.setdefault(match[1], match.start())
    return found


def places(text):
    """By name the comments of functions and of macros with arguments."""
    found = functions(text)
    for match in MACRO.finditer(text):
        found.setdefault(match[1], match.start())
    return {name: place(text, start) for name, start in found.items()}


def place(text, start):
    before = text[:start]
    first = before.rfind("/*")
    if not before.endswith("*/\n") or (first > 0 and before[first - 1] != "\n"):  # none, or one beside code
        return Place(start, start, "")
    return Place(first, start, before[first:])


# ---- by the record ----------------------------------------------------------------------------------------------------------


def error_text(row, error):
    """Rounded up."""
    if row.unit == "ulp":
        return f"{math.ceil(error * 100 - 1e-9) / 100:.2f}"
    return f"2^{math.ceil(math.log2(error) * 10 - 1e-9) / 10:.1f}"


def at_text(row, point, several):
    numbers = [f"{point[one.column]:.4g}" for one in arguments(row)]
    text = numbers[0] if len(numbers) == 1 else f"({', '.join(numbers)})"
    return f"{text} ({row.name.split()[1]})" if several else text


def worst(record, rows, dtype, kind):
    """The row of one function that errs most, its error, and where."""
    row = max(rows, key=lambda row: record[row.name][dtype][kind]["error"])
    return row, record[row.name][dtype][kind]["error"], record[row.name][dtype][kind]["at"]


def sentence(record, function):
    rows = [row for row in ROWS if row.function == function]
    first, unit = rows[0], ""
    if first.unit not in ("ulp", "relative"):
        unit = " of " + re.sub(r"abs[(]((?:[^()]|[(][^()]*[)])*)[)]", r"|\1|", first.unit)
    said = {}
    for dtype in ("float32", "float64"):
        row, error, point = worst(record, rows, dtype, "fma")
        said[dtype] = f"{error_text(row, error)}{unit} at {at_text(row, point, len(rows) > 1)}"
        unit = ""
    plain = [error_text(row, error) for row, error, _ in (worst(record, rows, d, "baseline") for d in said)]
    where = first.told or first.range
    return f"Error {said['float32']}, of double {said['float64']}, for {where}; without FMA {' and '.join(plain)}"


def approximate():
    """The functions that have such a sentence, in order."""
    return list(dict.fromkeys(row.function for row in ROWS if row.unit != "exact"))


def plain(comment):
    return " ".join(comment.split())


# ---- into the headers -------------------------------------------------------------------------------------------------------


def with_sentence(comment, words):
    """The comment, whose old sentence is replaced; the lines in front of it stay."""
    if not comment:
        return "/* " + textwrap.fill(words, WIDTH - 3, initial_indent=INDENT, subsequent_indent=INDENT)[3:] + " */\n"
    base = SENTENCE.sub("", comment).rstrip()
    base = base.removesuffix("*/").rstrip()
    if base in ("/*", ""):
        return with_sentence("", words)
    if not base.endswith((".", ":", ";")):
        base += "."
    *lines, last = base.split("\n")
    if len(f"{last}  {words} */") <= WIDTH:
        return "\n".join([*lines, f"{last}  {words} */\n"])
    rest = textwrap.wrap(words, WIDTH - 3, initial_indent=INDENT, subsequent_indent=INDENT)
    return "\n".join([*lines, last, *rest]) + " */\n"


def write_comments(record):
    for path in HEADERS:
        text = path.read_text()
        for function in approximate():
            found = places(text).get(function)
            if found:
                text = text[: found.start] + with_sentence(found.comment, sentence(record, function)) + text[found.end :]
        path.write_text(text)
