"""What runs: version, ISA, threads, OpenMP, pool, NumPy."""

import os
import platform

import numpy as np

from fastact._core import ufuncs
from fastact._core.loops.parallel import openmp_version
from fastact.process import memory_pool, threads

__version__ = "0.1.0"


def runtime():
    """What `show_runtime` prints, as pairs of a name and a text."""
    openmp = f"{_openmp_library()} (OpenMP {openmp_version})" if openmp_version else "none: calls are serial"
    forced = " (by FASTACT_ISA)" if os.environ.get("FASTACT_ISA") else ""
    return [
        ("fastact", __version__),
        ("ISA", f"{ufuncs.isa_name}{forced}, of {', '.join(ufuncs.isas)}"),
        ("threads", "{} ({}), of {} processors".format(*threads.decided(), os.cpu_count())),
        ("OpenMP", openmp),
        ("pool", memory_pool.report()),
        ("NumPy", np.__version__),
        ("Python", f"{platform.python_version()} on {platform.machine()}"),
    ]


def show_runtime():
    """Print what runs: fastact's version, the ISA in use, the number of threads and what decides it, the OpenMP runtime, the
    pool, NumPy and Python.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.show_runtime()  # doctest: +ELLIPSIS
    fastact ...
    """
    for name, text in runtime():
        print(f"{name:8} {text}")


def _openmp_library():
    """The file name of the OpenMP runtime in this process."""
    try:
        with open("/proc/self/maps") as maps:
            files = {os.path.basename(line.split()[-1]) for line in maps if "omp" in line}
    except OSError:
        files = set()
    return ", ".join(sorted(name for name in files if name.startswith(("libgomp", "libomp", "libiomp")))) or "linked"
