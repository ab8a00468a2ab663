"""Calls from many threads at once, each with threads of its own, in and out of the pool: what tsan.sh watches.

races.py [rounds]; races.py race: two threads write into one array, which the watcher must see."""

import sys
import threading

import numpy as np

import fastact as fa

N = 200_000
LARGE = 9 * 2**20 // 2 + 5  # of float32: results that go past the caches


def main(rounds):
    x = np.linspace(-5, 5, N, dtype=np.float32)
    rows = x.reshape(200, 1000)
    large = np.resize(x, LARGE)
    want = fa.gelu(x), fa.softmax(rows), fa.softmax(rows, 0), fa.relu(large)
    errors, calls = [], []
    start = threading.Barrier(6)

    def work(seed):
        rng = np.random.default_rng(seed)
        start.wait()
        done = 0
        for _ in range(rounds):
            with fa.num_threads(int(rng.integers(1, 5))), fa.pooled(limit=int(rng.integers(0, 2**28))):
                got = fa.gelu(x), fa.softmax(rows), fa.softmax(rows, 0), fa.relu(large)
                done += 4
                if not all((g == w).all() for g, w in zip(got, want)):
                    errors.append(seed)
                if rng.random() < 0.3:
                    fa.trim_pool()
                if rng.random() < 0.3:
                    got[3].resize(int(rng.integers(1, 2 * LARGE)), refcheck=False)
            fa.get_num_threads()
        calls.append(done)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors, errors
    print(f"{sum(calls)} calls from {len(threads)} threads gave the right bits")


def race():
    x = np.ones(10**6, np.float32)
    out = np.empty_like(x)
    start = threading.Barrier(2)

    def work():
        start.wait()
        with fa.num_threads(1):
            for _ in range(20):
                fa.gelu(x, out=out)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    race() if sys.argv[1:] == ["race"] else main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
