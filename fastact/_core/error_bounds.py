"""The stated error bounds, in units in the last place; `python -m fastact.lab.write_accuracy` writes error_bounds.json.

A bound is proven where all arguments were tried; else it is the largest error that samples and searches have found, and a
little more.
"""

import json
from pathlib import Path

FILE = Path(__file__).with_name("error_bounds.json")
STATED = json.loads(FILE.read_text())  # by function, dtype and kind of ISA; and by dtype whether it is exhaustive
CLASSES = {"avx512": "fma", "avx2": "fma", "neon": "fma", "sse2": "baseline"}


def of(function, dtype, isa):
    """The bound of one function, or None where there is none."""
    return STATED.get(function, {}).get(dtype, {}).get(CLASSES.get(isa))


def describe(function, unit="units in the last place"):
    """The bounds of one function in words, and what they rest on."""
    stated = STATED.get(function)
    if not stated:
        return "not yet measured"
    single, double = stated["float32"], stated["float64"]
    if not any(both[kind] for both in (single, double) for kind in ("fma", "baseline")):
        return "0"
    how = " (proven for all arguments)" if single.get("exhaustive") else ""
    plain = [both["baseline"] for both in (single, double)]
    without = (
        ""
        if plain == [single["fma"], double["fma"]]
        else f"; without FMA at most {plain[0]:g} in float32 and {plain[1]:g} in float64"
    )
    seen = "the largest error seen" if how else "the largest errors seen"
    return f"at most {single['fma']:g} {unit} in float32{how} and {double['fma']:g} in float64 ({seen}){without}"
