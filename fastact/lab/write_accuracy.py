"""Writes the stated bounds, fastact/_core/error_bounds.json, and docs/accuracy.md, from what `verify --json` has found:

python -m fastact.lab.write_accuracy FILE...
"""

import json
import sys
import textwrap
from pathlib import Path

import numpy as np

from fastact._core import error_bounds, ufuncs

DOCUMENT = Path(__file__).parents[2] / "docs" / "accuracy.md"
SLACK = 0.05  # of a sample, which may have missed the worst
DTYPES = {"float32": np.float32, "float64": np.float64}

TEXT = """\
# Accuracy

Made by `python -m fastact.lab.write_accuracy` from what `python -m fastact verify` found: {when}.

A unit in the last place (ULP) of a number is the distance between the two neighbours in its type that enclose it; below the
smallest normal number it is the smallest subnormal one. The error of a result is its distance from the exact value, in units
of the exact value; an infinite result stands for the first power of two that is too large.

The exact value is that of the formula at the very argument and parameters that the function is given, and the exact derivative
that of the branch which the formula takes there. Where the rounding of a parameter or a literal puts a kink between two
neighbouring numbers, either side is right at both.

**float64** is measured on samples, {double} arguments of each function: a quarter from all exponents alike; a quarter near the
roots of the function and of its derivative, the kinks, the ends of the tails, the powers of two and, for sine and cosine, the
multiples of pi/2; the rest from 2^-12 to 2^11 in size. The exact value comes from ball arithmetic (FLINT's `arb`): a number
with a proven bound of its error, carried through every operation. The working precision is raised until that bound is below
2^-20 ULP, a millionth.

**float32** is measured on {single}. The exact value is what the float64 function gives for the same argument and parameters. It
would have to err by five million of its own units to be wrong by 0.01 ULP of float32; the tables below say by how few it does.
The worst results are compared with balls, too.

**Parameters** have their defaults; 0.25, or what is next to it in the range for which the bounds hold, where there is none.
{settings} other settings from that range are measured on samples in both types, of half as many arguments in all.

**The bound** is the worst error of all arguments, rounded up to the next tenth. A sample may have missed the worst: there it is
the worst error found and 0.05 more, rounded up to the next tenth, which is no proof. No error in a sample remains 0.
`python -m fastact verify` measures again, and fails where a bound does not hold.

## With FMA

AVX-512, AVX2 and Advanced SIMD.

{fma}

## Without FMA

SSE2, the baseline.

{baseline}
"""

SWEEP = """all 2^32 arguments, NaN among them (of a derivative from the output, all that lie in the function's range),
through `name_with_grad`, whose bits are those of `name` and `name_grad`"""

PEERS = """
## Others

The worst errors of others ({versions}) with the parameters' defaults, in samples of {points} arguments, where they have the
same function; beside fastact's from above, with all settings of the parameters. PyTorch's derivatives are autograd's, for
a gradient of 1.

{table}
"""


def read(files):
    """The metadata of the files, and all their results, each with the size of its sample."""
    found = [json.loads(Path(file).read_text()) for file in files]
    lines = [line | {"sample": one["metadata"]["points"]} for one in found for line in one["results"]]
    return [one["metadata"] for one in found], lines


def bound(line):
    """What one result allows to state."""
    slack = 0 if line["exhaustive"] or not line["ulp"] else SLACK
    return max(0.0, float(np.ceil(10 * (line["ulp"] + slack) - 1e-5))) / 10


def worst(results, key):
    """By function and dtype and then by the key of the place, the worst result, and the largest bound."""
    found = {}
    for line in results:
        here = found.setdefault(line["function"], {}).setdefault(line["dtype"], {})
        before, limit = here.get(key(line["place"]), (line, 0))
        here[key(line["place"])] = max(before, line, key=lambda one: one["ulp"]), max(limit, bound(line))
    return {function: found[function] for function in ufuncs.functions if function in found}


def stated(ours):
    """error_bounds.json: a line for each function."""
    lines = []
    for function, by_dtype in ours.items():
        numbers = {
            dtype: {kind: by_kind[kind][1] for kind in sorted(by_kind, reverse=True)} for dtype, by_kind in by_dtype.items()
        }
        lines.append(f"{json.dumps(function)}: {json.dumps(numbers)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def arguments(line):
    kind = DTYPES[line["dtype"]]
    return ", ".join([str(kind(line["x"])), *(f"{name}={kind(number)!s}" for name, number in line["parameters"].items())])


def table(ours, kind):
    lines = ["| function | float32: worst | bound | at | float64: worst | bound | at |", "|---|---|---|---|---|---|---|"]
    for function, by_dtype in ours.items():
        cells = [f"`{function}`"]
        for dtype in DTYPES:
            line, limit = by_dtype[dtype][kind]
            cells += [f"{line['ulp']:.3f}", str(limit), arguments(line) if line["ulp"] else ""]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def comparison(ours, theirs, libraries):
    heads = [f"{dtype}: {library}" for dtype in DTYPES for library in ("fastact", *libraries)]
    lines = [f"| function | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for function, by_dtype in theirs.items():
        cells = [f"`{function}`"]
        for dtype in DTYPES:
            places = [ours[function][dtype]["fma"], *(by_dtype.get(dtype, {}).get(library) for library in libraries)]
            cells += ["" if one is None else f"{one[0]['ulp']:.3g}" for one in places]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def document(metadata, results):
    """docs/accuracy.md, and error_bounds.json."""
    libraries = {library: version for one in metadata for library, version in one["peers"].items()}
    ours = [line for line in results if line["place"] not in libraries]
    theirs = [line for line in results if line["place"] in libraries]
    swept = {(line["function"], line["place"]) for line in ours if line["exhaustive"]}
    single, double = ([line for line in ours if line["dtype"] == dtype] for dtype in DTYPES)
    if all((line["function"], line["place"]) in swept for line in single):
        arguments = SWEEP
    else:
        arguments = f"samples of the same kind, {sample(single)} arguments of each function"
    bounded = worst(ours, error_bounds.CLASSES.get)
    text = TEXT.format(
        when="; ".join(
            dict.fromkeys("{date} (fastact {fastact}, NumPy {numpy}, {processor})".format(**one) for one in metadata)
        ),
        double=sample(double),
        single=arguments,
        settings=min(one["settings"] for one in metadata),
        fma=table(bounded, "fma"),
        baseline=table(bounded, "baseline"),
    )
    if theirs:
        versions = ", ".join(f"{library} {version}" for library, version in libraries.items())
        compared = comparison(bounded, worst(theirs, str), list(libraries))
        text += PEERS.format(points=sample(theirs), versions=versions, table=compared)
    return filled(text), stated(bounded)


def filled(text):
    """With paragraphs of full lines."""
    parts = text.split("\n\n")
    return "\n\n".join(part if part.startswith(("#", "|")) else textwrap.fill(part, 120) for part in parts)


def sample(results):
    return min(line["sample"] for line in results)


def main(files):
    text, numbers = document(*read(files))
    error_bounds.FILE.write_text(numbers)
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(text)


if __name__ == "__main__":
    main(sys.argv[1:])
