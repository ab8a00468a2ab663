"""pytest benchmarks: each activation on 64 K numbers in cache, one thread, by every library that is installed."""

import numpy as np
import peers
import pytest

import fastact as fa

LIBRARIES = list(peers.calls("relu", np.zeros(1, np.float32)))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", peers.NAMES)
def test_speed(benchmark, name, dtype, library):
    benchmark.group = f"{name} {dtype}"
    x = (3 * np.random.default_rng(0).standard_normal(65536)).astype(dtype)
    with fa.num_threads(1):
        benchmark(peers.calls(name, x)[library])
