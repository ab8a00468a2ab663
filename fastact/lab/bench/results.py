"""Results: the lines of a file of `bench --json`, a line for each contender of a case; who counts as a rival; two files.

A *peer* is what people would use otherwise: PyTorch, NumPy, SciPy, and the table's formula, which these two evaluate.  Other
libraries stand beside them.  A *right* one errs by a few units at most.
"""

import json
import math
from pathlib import Path

import numpy as np

FALL = 0.10  # of the speed: what `compare` names
CLOSE = 4  # units: the largest error of what is right, or fastact's where that is larger
KINDS = {"_backward_from_output": "backward, from the result", "_backward": "backward", "_grad": "derivatives", "": "values"}
WHOLE = {
    "fused": "several steps in one",
    "networks": "training",
    "backends": "other libraries",
}  # regimes whose functions are of one kind
PEERS = ("PyTorch", "NumPy", "SciPy", "formula")
LIMITS = ("copy, ", "rewrite, ")  # of the memory: what a call beyond the caches is held against
CASE = ("regime", "function", "dtype", "form", "shape")
FIELDS = dict.fromkeys(("regime", "function", "dtype", "form"), str) | {"shape": list, "contender": str, "threads": int}
FIELDS |= {"min_ns": float, "median_ns": float | None, "rounds": int | None, "ulp": float | int | None}


# ---- cases and their contenders ---------------------------------------------------------------------------------------------


def case_of(line):
    return tuple(tuple(line[field]) if field == "shape" else line[field] for field in CASE)


def kind_of(line):
    """In words."""
    return WHOLE.get(line["regime"]) or next(kind for suffix, kind in KINDS.items() if line["function"].endswith(suffix))


def grouped(lines, key):
    found = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return found


def ours(lines):
    """fastact's line, that of one thread before others."""
    return min((line for line in lines if line["contender"] == "fastact"), key=lambda line: line["threads"])


def library_of(line):
    return line["contender"].partition(", ")[0]


def right(line, own):
    """Whether it errs by a few units at most, or no more than fastact; what trains has no exact results."""
    if line.get("regime") in ("networks", "backends"):
        return True
    return line["ulp"] is not None and line["ulp"] <= max(CLOSE, own["ulp"] or 0)


def wrong(line, own):
    """Whether it is known not to be right: what a star marks."""
    return line["ulp"] is not None and not right(line, own)


def contested(line):
    """Whether it is another's, and the whole of the work."""
    return not line["contender"].startswith("fastact") and not partial(line)


def partial(line):
    """Whether it is a part of the work, or fastact with other memory: what stands there for scale."""
    return any(part in line["contender"] for part in (", only ", "touch, ", ", pooled", ", into out=", ", new arrays"))


def quickest(lines):
    return min(lines, key=lambda line: line["min_ns"], default=None)


def rival(lines):
    """The fastest that is right; the plain loop where memory is the limit, and numpy.exp for a small call."""
    special = [line for line in lines if line["contender"].startswith((*LIMITS, "numpy.exp"))]
    return quickest(special or [line for line in lines if contested(line) and right(line, ours(lines))])


def fastest(lines):
    """Of all others, however large its error."""
    return quickest(filter(contested, lines))


def peer(lines, only_right=False):
    """The fastest of the peers."""
    own = ours(lines)
    found = [line for line in lines if library_of(line) in PEERS and contested(line)]
    return quickest(line for line in found if right(line, own) or not only_right)


def limit(lines):
    """The fastest of the plain loops over the same memory."""
    return quickest(line for line in lines if line["contender"].startswith(LIMITS))


def size_of(line):
    return math.prod(line["shape"])


def scale(line):
    """What times are quoted for: an element, or a call where it is small or of many things."""
    return 1 if line["regime"] in ("small", "networks", "backends") else size_of(line)


def units(ulp):
    return "" if ulp is None else f"{ulp:.2g}" if ulp < 1e5 else f"{ulp:.0e}".replace("e+0", "e")


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
    lines = lines_of(found)
    if not lines:
        raise ValueError(f"{str(file)!r} is no file that `python -m fastact bench --json` has written")
    return {"metadata": found["metadata"], "results": lines}


def lines_of(found):
    """The results in a file, whose lines were dicts in earlier versions; None if it has not what is read of them here."""
    match found:
        case {"metadata": {"numpy": str(), "peers": dict()}, "results": list(lines), **rest}:
            if isinstance(rest.get("columns"), list):
                lines = [dict(zip(rest["columns"], line)) for line in lines if isinstance(line, list)]
            if all(isinstance(line, dict) for line in lines):
                lines = [{field: line.get(field) for field in FIELDS} for line in lines]
                return lines if all(map(of_bench, lines)) else None
    return None


def of_bench(line):
    return all(isinstance(line[field], kind) for field, kind in FIELDS.items()) and line["min_ns"] > 0


def text_of(found):
    """What a file holds: a result in each line, its times to five digits."""
    columns = list(FIELDS)
    rows = [json.dumps([rounded(line.get(column)) for column in columns]) for line in found["results"]]
    head = json.dumps({"metadata": found["metadata"]}, indent=1).removesuffix("\n}")
    return f'{head},\n "columns": {json.dumps(columns)},\n "results": [\n  ' + ",\n  ".join(rows) + "\n ]\n}\n"


def rounded(entry):
    return float(f"{entry:.5g}") if isinstance(entry, float) else entry


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
        fixed |= {"formula", "numpy.exp", "copy, NumPy", "rewrite, NumPy", "touch, NumPy"}
    if "PyTorch" in fixed:
        fixed |= {"copy, PyTorch", "rewrite, PyTorch"}
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
    for (regime, function, dtype, form, shape, threads, contender), (speed, others) in sorted(fallen.items(), key=str):
        against = f"against {others} others" if others else "by its times alone"
        where = f"{regime}: {function} {dtype}, {' x '.join(map(str, shape))}, {form}, {contender} on {threads}"
        print(f"{where}: {speed:.2f} times as fast as before, {against}")
    print(f"{len(fallen)} of {len(found)} fell by more than {FALL:.0%}")
    return 1 if fallen else 0
