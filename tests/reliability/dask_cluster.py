"""Dask at its own size: 8 GB on disk within 2 GB of memory, a cluster of processes, and workers that are killed.

Usage: python tests/reliability/dask_cluster.py [gigabytes] [folder]
Needs dask.distributed and Zarr; works in a new folder inside the given one, by default build/reliability, and removes it.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import dask
import dask.array as da
import numpy as np
import zarr
from dask.distributed import Client, LocalCluster

import fastact as fa

ROWS, LIMIT = 1000, 2 * 2**30
CHUNK = (ROWS, 8000)  # 32 MB


def values(start, stop):
    """Columns of the logits, which anyone can make again."""
    rows, columns = np.arange(ROWS)[:, None], np.arange(start, stop)[None]
    return (20 * np.sin(0.7 * rows + 0.001 * columns * (1 + rows % 7))).astype(np.float32)


def write(path, columns):
    stored = zarr.create_array(store=path, shape=(ROWS, columns), chunks=CHUNK, dtype="f4", compressors=None)
    for start in range(0, columns, CHUNK[1]):
        stored[:, start : start + CHUNK[1]] = values(start, min(start + CHUNK[1], columns))


def expected(columns):
    """logsumexp of each row, chunk by chunk in float64 and without fastact."""
    total = 0.0
    for start in range(0, columns, CHUNK[1]):
        total = total + np.exp(values(start, min(start + CHUNK[1], columns)).astype(np.float64) - 20).sum(1)
    return 20 + np.log(total)


def check(path, columns):
    """In this process: read, computed and written, none of it ever whole in memory."""
    x, targets = da.from_zarr(path), np.arange(ROWS) * 7 % columns
    want = expected(columns)
    with dask.config.set(scheduler="threads", num_workers=2):
        begin = time.perf_counter()
        np.testing.assert_allclose(fa.logsumexp(x).compute(), want, rtol=3e-7)
        print(f"logsumexp {time.perf_counter() - begin:.1f} s", end=", ", flush=True)
        begin = time.perf_counter()
        fa.softmax(x).to_zarr(f"{path}-softmax", zarr_format=3)
        print(f"softmax to disk {time.perf_counter() - begin:.1f} s", end=", ", flush=True)
        begin = time.perf_counter()
        loss, grad = fa.softmax_cross_entropy_with_grad(x, targets, reduction="mean")
        loss, largest = dask.compute(loss, abs(grad).max())
        print(f"cross-entropy and the largest gradient {time.perf_counter() - begin:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"{ROWS * columns * 4 / 2**30:.1f} GB on disk, peak of resident memory {peak / 2**30:.2f} GB")
    at_target = np.concatenate([values(t, t + 1)[k] for k, t in enumerate(targets)])
    np.testing.assert_allclose(loss, (want - at_target).mean(), rtol=1e-6)
    assert 0 < largest <= 1 / ROWS
    written = zarr.open_array(f"{path}-softmax")
    for start in range(0, columns, 50 * CHUNK[1]):
        part = values(start, min(start + CHUNK[1], columns)).astype(np.float64)
        np.testing.assert_allclose(written[:, start : start + CHUNK[1]], np.exp(part - want[:, None]), rtol=2e-6)
    assert peak < LIMIT, f"more than {LIMIT / 2**30} GB"


def killed_workers(path, columns):
    """Two processes, of which one after the other is killed while they compute."""
    x, want = da.from_zarr(path), expected(columns)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        np.testing.assert_allclose(fa.logsumexp(x).compute(), want, rtol=3e-7)
        before = set(client.run(os.getpid).values())
        done = threading.Event()

        def kill():
            for pid in before:
                if done.wait(2):
                    return
                os.kill(pid, signal.SIGKILL)
                print(f"killed worker {pid}", flush=True)

        killer = threading.Thread(target=kill)
        killer.start()
        sums, total = dask.compute(fa.softmax(x).sum(axis=1, dtype=np.float64), fa.logsumexp(fa.log_softmax(x)))
        done.set()
        killer.join()
        np.testing.assert_allclose(sums, 1, rtol=1e-6)
        np.testing.assert_allclose(total, 0, atol=2e-6)
        gone = before - set(client.run(os.getpid).values())
        print(f"{len(gone)} of {len(before)} workers died, and the results are right")
        assert gone, "too fast: no worker was killed"


def main(gigabytes=8.0, folder="build/reliability"):
    Path(folder).mkdir(parents=True, exist_ok=True)
    where = tempfile.mkdtemp(dir=folder)
    try:
        columns = int(gigabytes * 2**30 / 4 / ROWS)
        path = f"{where}/logits.zarr"
        write(path, columns)
        # its peak is its own: in a process that has done nothing else
        subprocess.run([sys.executable, __file__, "--check", path, str(columns)], check=True)
        killed_workers(path, columns)
    finally:
        shutil.rmtree(where)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(sys.argv[2], int(sys.argv[3]))
    else:
        main(*map(float, sys.argv[1:2]), *sys.argv[2:3])
