"""fastact and another library with threads of its own in one process: both work, and neither slows the other down.

`python tests/reliability/coexistence.py` times each library that is installed, imported before fastact and after it: fastact
alone, the other alone, and both in turn. A ratio is the time of both in turn over the sum of those alone."""

import argparse
import importlib.util
import json
import os
import subprocess
import sys

# What makes `work()`: a piece of the library's own parallel work, of some milliseconds.
WORK = {
    "torch": """
import torch
_x = torch.linspace(-3, 3, 2**21)
def work(): torch.sigmoid(_x)
""",
    "sklearn": """
import numpy as np
from sklearn.cluster import KMeans
_x = np.random.default_rng(0).random((20000, 8))
def work(): KMeans(8, n_init=1, max_iter=3, tol=0, random_state=0).fit(_x)
""",
    "numba": """
import numba, numpy as np
_x = np.linspace(-3, 3, 2**20)
@numba.njit(parallel=True)
def _sum(x):
    total = 0.0
    for i in numba.prange(x.size):
        total += np.exp(x[i])
    return total
def work(): _sum(_x)
""",
    "jax": """
import jax, jax.numpy as jnp
_x = jnp.linspace(-3, 3, 2**21)
_f = jax.jit(jnp.tanh)
def work(): _f(_x).block_until_ready()
""",
    "xgboost": """
import numpy as np, xgboost
_x = np.random.default_rng(0).random((20000, 8))
_d = xgboost.DMatrix(_x, label=_x[:, 0])
def work(): xgboost.train({"verbosity": 0}, _d, 2)
""",
    "lightgbm": """
import lightgbm, numpy as np
_x = np.random.default_rng(0).random((20000, 8))
_d = lightgbm.Dataset(_x, label=_x[:, 0])
def work(): lightgbm.train({"verbosity": -1}, _d, 2)
""",
}

OURS = """
import numpy as np, fastact as fa
_ours, _out = np.linspace(-3, 3, 2**21, dtype="f"), np.zeros(2**21, "f")
with fa.num_threads(1):
    _want = fa.gelu(_ours)
def ours(): fa.gelu(_ours, out=_out)
def ours_right(): return (_out == _want).all()
"""


def program(library, first):
    """Imports both in the order asked for, and defines `work`, `ours` and `ours_right`."""
    return OURS + WORK[library] if first == "fastact" else WORK[library] + OURS


TIMING = """
import json, time

def time_of(*functions, repeat):
    best = [1e9]
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(repeat):
            for function in functions:
                function()
        best.append((time.perf_counter() - start) / repeat)
    return min(best)

def long_enough(function):
    function()
    return max(1, int(0.1 / time_of(function, repeat=1)))

repeat = min(long_enough(work), long_enough(ours))
print(json.dumps([time_of(ours, repeat=repeat), time_of(work, repeat=repeat), time_of(ours, work, repeat=repeat)]))
assert ours_right()
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, default=1.2, help="the largest ratio that passes (default: 1.2)")
    limit, failed = parser.parse_args().limit, False
    for library in WORK:
        if importlib.util.find_spec(library) is None:
            print(f"{library:10} is not installed")
            continue
        for first in ("fastact", library):
            command = [sys.executable, "-W", "ignore", "-c", program(library, first) + TIMING]
            done = subprocess.run(command, capture_output=True, text=True, timeout=600, env=os.environ)
            if done.returncode:
                failed = True
                print(f"{library:10} {first} first: exit status {done.returncode}\n{done.stderr}")
                continue
            ours, other, both = json.loads(done.stdout.splitlines()[-1])
            ratio = both / (ours + other)
            failed = failed or ratio > limit
            print(
                f"{library:10} {first + ' first':14} fastact {ours * 1e3:8.3f} ms, {library} {other * 1e3:8.3f} ms, in turn"
                f" {both * 1e3:8.3f} ms, ratio {ratio:.2f}{' above the limit' if ratio > limit else ''}"
            )
    return failed


if __name__ == "__main__":
    sys.exit(main())
