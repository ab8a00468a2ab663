#!/usr/bin/env bash
# No illegal instruction where there is no AVX: an import, and a call of every function, under qemu-user as a Nehalem of 2008,
# the oldest that NumPy's own wheels run on.
#   PYTHON: an interpreter in whose environment fastact is installed; .venv/bin/python by default
set -euo pipefail
cd "$(dirname "$0")/../.."
export OPENBLAS_CORETYPE=Nehalem  # NumPy's OpenBLAS takes the processor under qemu for another
qemu-x86_64 -cpu Nehalem "$(realpath --no-symlinks "${PYTHON:-.venv/bin/python}")" - <<'PYTHON'
import numpy as np

import fastact as fa
from fastact._core import ufuncs

assert ufuncs.isas == ("sse2",), ufuncs.isas
count = 0
for dtype in ("float16", "float32", "float64"):
    x = np.linspace(-3, 3, 100, dtype=dtype)
    for ufunc in ufuncs.BY_NAME.values():
        if len(set(ufunc.types[0].replace("->", ""))) > 1:
            continue  # options and lengths have types of their own
        ufunc(*[x] * ufunc.nin)
        count += 1
fa.softmax(x, where=x > 0, temperature=0.5, sink=1.0)
fa.softmax_cross_entropy_with_grad(x, 1, label_smoothing=0.1)
fa.segment_softmax(x, [40, 60])
fa.entmax(x, 1.3)
assert abs(fa.softmax(np.ones(4)).sum() - 1) < 1e-15 and abs(fa.gelu(1.0) - 0.8413447460685429) < 1e-15
print(f"without AVX: {', '.join(ufuncs.isas)}; {count} functions ran")
PYTHON
