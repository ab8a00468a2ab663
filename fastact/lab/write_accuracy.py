"""Writes the stated bounds, fastact/_core/error_bounds.json, and docs/accuracy.md, from what `verify --json` has found:

python -m fastact.lab.write_accuracy FILE...

The largest errors of these files go into docs/accuracy.json, from which both are made; it may be one of the files, so that what
is found later is added to what was found before:

python -m fastact.lab.write_accuracy docs/accuracy.json FILE...

`--forget NAME` leaves out what was found before of a function whose kernel has changed.
"""

import argparse
import json
import textwrap
from pathlib import Path

import numpy as np

import fastact
from fastact._core import error_bounds, ufuncs

DOCUMENT = Path(__file__).parents[2] / "docs" / "accuracy.md"
FEW = 4  # numbers of a row, which are shown
GATES = {row.name for row in ufuncs.built.gates}
SLACK = 0.05  # of a sample of one argument, which may have missed the worst; of several roundings a tenth, as it is rarer
ROW_SLACK = 0.5  # of rows, of which there are so many more
WIDE_SLACK = 0.1  # of one of several numbers, but where the results are as good as rounded once
DTYPES = {"float32": np.float32, "float64": np.float64}

TEXT = """\
# Accuracy

This page is made by `python -m fastact.lab.write_accuracy` from what `python -m fastact verify` found in these runs: {when}.

**The unit.** A unit in the last place (ULP) of a number is the distance between the two neighbouring numbers of its type that
enclose it. Below the smallest normal number the unit is the smallest subnormal number. The error of a result is its distance
from the exact value, in units of the exact value. An infinite result counts as the first power of two that is too large for
the type.

**The exact value** is the value of the formula at exactly the argument and the parameters that the function gets. The exact
derivative is the derivative of the branch that the formula takes there. The rounding of a parameter or of a literal may put a
kink between two neighbouring numbers; the derivatives of both sides are then right at both numbers.

**Proven or seen.** A bound is proven if its column "proven" says *all*. Such a function has no parameters, and all 2^32
float32 arguments were tried; for a derivative from the output, all arguments in the range of the function. These runs called
`name_with_grad`, whose results have the bits of `name` and `name_grad`. Every other figure of this page, for float64 and for
functions with parameters or several arguments, is **the largest error that was seen** in samples and searches; this is no
proof.

**float64** results are compared with balls (FLINT's `arb`). A ball is a number with a rigorous bound of its error, which every
operation carries on. The working precision is raised until that bound is below 2^-20 ULP, a millionth. **float32** results are
compared with those of the float64 function for the same arguments and parameters. The float64 function would have to err by
five million of its own units to be wrong by 0.01 ULP of float32; the tables below show how small its errors are. The worst
float32 results are compared with balls, too.

**Samples** consist of arguments of every exponent, arguments of usual sizes from 2^-12 to 2^11, and arguments near special
places: the roots of the function and of its derivative, kinks, the ends of the tails, powers of two and, for sine and cosine,
multiples of pi/2. At each argument the parameters are others, from the range for which the bounds are stated. Every run draws
new samples. Up to {count} arguments were drawn of a function, in float64 fewer. **A search** then goes from the worst arguments
to worse ones. It tries neighbours and numbers at distances of every size, and changes one number, all numbers, or two numbers
with the same product.

**The bound** is the largest error, rounded up to the next tenth of a unit. If the error is not proven, a slack is added before
the rounding: a tenth of the error, but at least 0.05 units; with parameters or several arguments at least 0.1 units; for rows
0.5 units, whatever the error. Errors of rows and of several arguments that are not above half a unit get 0.05 units. A
function without any error in its sample has the bound 0. The slack never lifts a bound above the largest bound that fastact
promises (the contract): 2.5 units for values, 3.5 for derivatives and gated units, 4 for softmax and losses, 3 for logarithms
of sums, 5 for `softmax_merge`, and twice as much without FMA. `python -m fastact verify` measures again, and fails where a
bound does not hold.

**Sums, gradients and gated units** have errors in units of another number than the result; the docstring of the function
names this number.

**Functions that are not listed** return the same bits as others, which `verify` checks: `name_with_grad` those of `name` and
`name_grad`, `name_backward` those of `dy*name_grad(x)`, packed gated units those of the unpacked ones, causal and segmented
softmax those of softmax, `rrelu` those of `prelu`. `maxout`, `crelu` and `bipolar_relu` are exact.

**Rows.** fastact sums rows of contiguous elements in another way than rows across the memory. The results of the two may
therefore differ, by the errors of both at most. Samples contain both kinds of rows.

## With FMA

AVX-512, AVX2 and Advanced SIMD.

{fma}

## Without FMA

SSE2, the baseline.

{baseline}
"""

PEERS = """
## Others

This table shows the largest errors that were seen in other libraries ({versions}), in samples of {points} arguments, where
they have the same function. The parameters have their defaults. The columns of fastact repeat the largest errors from the
table with FMA above, which are for all settings of the parameters. PyTorch's derivatives are those of autograd, for a gradient
of 1.

{table}
"""


def read(files, forget=()):
    """The metadata of the files, and all their results, each with the size of its sample; of what was found before without
    those of some functions."""
    metadata, lines = [], []
    for file in files:
        found = json.loads(Path(file).read_text())
        before = isinstance(found["metadata"], list)
        several = found["metadata"] if before else [found["metadata"]]
        metadata += [one for one in several if one not in metadata]
        most = max(one["points"] for one in several)
        lines += [
            {"sample": most} | line
            for line in found["results"]
            if line.get("kind") != "same bits" and not (before and line["function"].split()[0] in forget)
        ]
    return metadata, lines


def bound(line):
    """What one result allows to state."""
    if line["exhaustive"] or not line["ulp"]:
        slack = 0
    elif line["ulp"] <= 0.5 + 2**-12 or len(line["at"]) < 2:
        slack = max(SLACK, line["ulp"] / 10)
    else:
        slack = ROW_SLACK if line.get("kind") == "rows" else max(WIDE_SLACK, line["ulp"] / 10)
    return max(0.0, float(np.ceil(10 * (line["ulp"] + slack) - 1e-5))) / 10


def contract(function, kind):
    """What the bound of a function on a kind of ISA must not exceed: values 2.5 units, derivatives and gated units 3.5, softmax
    and losses 4, logarithms of sums 3, shares of sums that were merged 5; without FMA twice that."""
    if function == "softmax_merge":
        limit = 5.0
    elif function in ("softmax", "softmin") or "cross_entropy" in function:
        limit = 4.0
    elif function in ("log_softmax", "logsumexp", "online_logsumexp"):
        limit = 3.0
    elif function in GATES or function.endswith(("_grad", "_backward", "_from_output", "_partial")):
        limit = 3.5
    else:
        limit = 2.5
    return 2 * limit if kind == "baseline" else limit


def largest(results):
    """Of each function's results, types and places the largest error, of sweeps and of samples."""
    found = {}
    for line in results:
        key = tuple(line[name] for name in ("function", "dtype", "place", "exhaustive"))
        if key not in found or line["ulp"] > found[key]["ulp"]:
            found[key] = line
    return list(found.values())


def proven(results):
    """The functions, types and places where all arguments were tried, and there is nothing but these."""
    parameters = {row.name: row.parameters for row in ufuncs.activations}
    swept = {(line["function"], line["dtype"], line["place"]) for line in results if line["exhaustive"]}
    return {key for key in swept if not parameters.get(activation(key[0]))}


def activation(function):
    return function.removesuffix("_from_output").removesuffix("_grad")


def worst(results, key):
    """By function and dtype and then by the key of the place, the worst result, the largest bound and whether it is proven."""
    found, sure = {}, proven(results)
    for line in results:
        place = line["function"], line["dtype"], line["place"]
        if place in sure and not line["exhaustive"]:
            continue  # a sample of what was tried in full
        here = found.setdefault(line["function"].split()[0], {}).setdefault(line["dtype"], {})
        before, limit, all_ = here.get(key(line["place"]), (line, 0, True))
        top = max(before, line, key=lambda one: one["ulp"])
        allowed = contract(line["function"].split()[0], key(line["place"]))
        wanted = bound(line) if line["ulp"] > allowed else min(bound(line), allowed)  # the slack alone exceeds no contract
        here[key(line["place"])] = top, max(limit, wanted), all_ and place in sure
    return {function: found[function] for function in fastact.__all__ if function in found}


def stated(ours):
    """error_bounds.json: a line for each function."""
    lines = []
    for function, by_dtype in ours.items():
        numbers = {}
        for dtype in DTYPES:
            if dtype in by_dtype:
                kinds = by_dtype[dtype]
                numbers[dtype] = {kind: kinds[kind][1] for kind in sorted(kinds, reverse=True)}
                numbers[dtype]["exhaustive"] = all(kinds[kind][2] for kind in kinds)
        lines.append(f"{json.dumps(function)}: {json.dumps(numbers)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def arguments(line):
    """Where it is: numbers as their type prints them; of a row how long it is, for docs/accuracy.json has it all."""
    kind, shown = DTYPES[line["dtype"]], []
    for k, (name, value) in enumerate(line["at"].items()):
        if isinstance(value, list):
            shown.append(f"{name} {shortened(value)}")
        elif isinstance(value, float):
            shown.append(f"{kind(value)!s}" if k == 0 else f"{name}={kind(value)!s}")
        else:
            shown.append(f"{name} {value}")
    return ", ".join(shown)


def table(ours, kind):
    lines = [
        "| function | float32: largest | bound | proven | at | float64: largest | bound | at |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for function, by_dtype in ours.items():
        cells = [f"`{function}`"]
        for dtype in DTYPES:
            line, limit, sure = by_dtype[dtype][kind]
            cells += [f"{line['ulp']:.3f}", str(limit), *(["all" if sure else ""] if dtype == "float32" else [])]
            cells.append(arguments(line) if line["ulp"] else "")
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
    bounded = worst(ours, error_bounds.CLASSES.get)
    text = TEXT.format(
        when="; ".join(
            dict.fromkeys("{date} (fastact {fastact}, NumPy {numpy}, {processor})".format(**one) for one in metadata)
        ),
        count=max(line["sample"] for line in ours),
        fma=table(bounded, "fma"),
        baseline=table(bounded, "baseline"),
    )
    if theirs:
        versions = ", ".join(f"{library} {version}" for library, version in libraries.items())
        compared = comparison(bounded, worst(theirs, str), list(libraries))
        text += PEERS.format(points=min(line["sample"] for line in theirs), versions=versions, table=compared)
    return filled(text), stated(bounded)


def store(metadata, results):
    """docs/accuracy.json: a line for each result, of a row how long it is."""
    lines = (
        json.dumps(line | {"at": {name: shortened(value) for name, value in line["at"].items()}}) for line in largest(results)
    )
    return f'{{"metadata": {json.dumps(metadata)}, "results": [\n' + ",\n".join(lines) + "\n]}\n"


def filled(text):
    """With paragraphs of full lines."""
    parts = text.split("\n\n")
    return "\n\n".join(part if part.startswith(("#", "|")) else textwrap.fill(part, 120) for part in parts)


def shortened(value):
    return f"of {len(value)}" if isinstance(value, list) and len(value) > FEW else value


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m fastact.lab.write_accuracy")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--forget", action="append", default=[], metavar="NAME")
    options = parser.parse_args(arguments)
    metadata, results = read(options.files, options.forget)
    text, numbers = document(metadata, results)
    error_bounds.FILE.write_text(numbers)
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(text)
    DOCUMENT.with_suffix(".json").write_text(store(metadata, results))


if __name__ == "__main__":
    main()
