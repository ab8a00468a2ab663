"""Interleaved comparison in cache, one thread: python benchmarks/compare.py [elements] [dtype]

Prints a row for each activation: time per element of each library, the best of many, and fastact's ratio to it."""

import sys
import time

import numpy as np
import peers

import fastact as fa


def best_times(calls, repeats=100):
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(repeats):
        for library, call in calls.items():
            start = time.perf_counter()
            call()
            best[library] = min(best[library], time.perf_counter() - start)
    return best


def main(n=65536, dtype="float32"):
    x = (3 * np.random.default_rng(0).standard_normal(n)).astype(dtype)
    print(f"{n} elements of {dtype}, one thread: ns per element, and how many times as long as fastact")
    with fa.num_threads(1), np.errstate(all="ignore"):
        for name in peers.NAMES:
            best = best_times(peers.calls(name, x))
            ours = best.pop("fastact")
            others = "  ".join(f"{library} {t / n * 1e9:6.2f} ({t / ours:5.2f})" for library, t in best.items())
            print(f"{name:10} fastact {ours / n * 1e9:6.3f}  {others}")


if __name__ == "__main__":
    main(*(int(a) if a.isdigit() else a for a in sys.argv[1:]))
