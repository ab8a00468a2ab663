"""The stated error bounds, in units in the last place; `python -m fastact.lab.write_accuracy` writes error_bounds.json."""

import json
from pathlib import Path

FILE = Path(__file__).with_name("error_bounds.json")
STATED = json.loads(FILE.read_text())  # by function, dtype and kind of ISA
GATE = 3.5  # of the gated units, their values and derivatives, in every dtype on every ISA
LOSS = 4  # of the losses of one element
CLASSES = {"avx512": "fma", "avx2": "fma", "neon": "fma", "sse2": "baseline"}


def of(function, dtype, isa):
    """The bound of one function, or None where there is none."""
    return STATED.get(function, {}).get(dtype, {}).get(CLASSES.get(isa))


def describe(function):
    """The bounds of one function in words."""
    numbers = {(dtype, kind): bound for dtype, both in STATED.get(function, {}).items() for kind, bound in both.items()}
    if not numbers:
        return "not yet measured"
    if not any(numbers.values()):
        return "0"
    single, double = (numbers[dtype, "fma"] for dtype in ("float32", "float64"))
    plain = [numbers[dtype, "baseline"] for dtype in ("float32", "float64")]
    without = "" if plain == [single, double] else f", without FMA {plain[0]:g} and {plain[1]:g}"
    return f"at most {single:g} units in the last place in float32 and {double:g} in float64{without}"
