"""The bits of every function, as hashes: `python tests/hashes.py > FILE` writes what hashes.json shall be, for test_bits.py.

A hash is of the results for numbers made here from integers alone, with the parameters' defaults and with others.  "fma" holds
for AVX2, AVX-512 and NEON alike, but for what AVX-512 interpolates ("avx512"), "baseline" for SSE2.  What is not listed
is made of what is: a backward form is dy times grad, or 0 on a flat piece.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
from calls import DTYPES, INTERPOLATED, ISAS, NAMES, bits, call, quiet, settings_of, specials
from conftest import gufuncs

HASHES = Path(__file__).with_name("hashes.json")
ELEMENTWISE = [name for name in NAMES if "_backward" not in name and "_with_grad" not in name]
REDUCTIONS = ["softmax", "log_softmax", "logsumexp", "softmax_backward", "log_softmax_backward"]
LENGTHS = (1, 2, 10, 17, 64, 257)


def integers(n, seed):
    """64 bits each (G. Steele et al., SplitMix64, 2014)."""
    z = (np.arange(1, n + 1, dtype="u8") + np.uint64(seed << 32)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def usual(n, dtype, seed):
    """From -20 to 20."""
    return ((integers(n, seed) >> np.uint64(11)) * (40 * 2.0**-53) - 20).astype(dtype)


def inputs(dtype):
    """Any bit patterns, the usual range, and the special numbers."""
    patterns = integers(4096, 1).astype(f"u{np.dtype(dtype).itemsize}").view(dtype)
    return np.concatenate([quiet(patterns), usual(4096, dtype, 2), specials(dtype)])


def results(name, dtype, isa):
    if name in ELEMENTWISE:
        for parameters in settings_of(name):
            yield from call(name, inputs(dtype), isa=isa, **parameters)
        return
    for n in LENGTHS:
        rows = [usual(5 * n, dtype, seed).reshape(5, n) for seed in range(1 + name.endswith("_backward"))]
        yield gufuncs(isa)[name](*rows)


def class_of(name, isa):
    if isa == "avx512" and name in INTERPOLATED:
        return "avx512"
    return "baseline" if isa == "sse2" else "fma"


def hash_of(name, dtype, isa):
    digest = hashlib.blake2b(digest_size=8)
    for result in results(name, dtype, isa):
        digest.update(bits(result).tobytes())
    return digest.hexdigest()


if __name__ == "__main__":
    names = [(name, dtype) for name in [*ELEMENTWISE, *REDUCTIONS] for dtype in DTYPES]
    before = json.loads(HASHES.read_text())  # a class that no ISA of this processor has is kept
    made = {
        f"{name} {dtype}": before.get(f"{name} {dtype}", {}) | {class_of(name, isa): hash_of(name, dtype, isa) for isa in ISAS}
        for name, dtype in names
    }
    print("{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in made.items()) + "\n}")
