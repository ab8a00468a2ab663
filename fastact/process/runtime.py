"""What runs: version, ISA, threads, OpenMP, pool, NumPy."""

import os
import platform
import sys

import numpy as np

from fastact._core import ufuncs
from fastact._core.loops.parallel import openmp_version, system_threads
from fastact.process import memory_pool, threads

__version__ = "0.1.0"


def runtime():
    """What `show_runtime` prints, as pairs of a name and a text."""
    facts = _facts()
    openmp, isa, count = facts["openmp"], facts["isa"], facts["threads"]
    if openmp:
        threaded = f"{openmp['library']} (OpenMP {openmp['version']})"
    else:
        threaded = f"none: {count['runtime'] or 'calls are serial'}"
    forced = " (by FASTACT_ISA)" if isa["forced"] else ""
    return [
        ("fastact", facts["fastact"]),
        ("ISA", f"{isa['used']}{forced}, of {', '.join(isa['available'])}"),
        ("threads", f"{count['count']} ({count['decided_by']}), of {count['processors']} processors"),
        ("OpenMP", threaded),
        ("pool", memory_pool.report()),
        ("NumPy", facts["numpy"]),
        ("Python", f"{facts['python']['version']} on {facts['platform']['machine']}"),
    ]


def show_runtime(mode="stdout"):
    """Print fastact's version, the instruction set (ISA) that it uses, the number of threads and what decides it, the OpenMP
    runtime, the memory pool, and the versions of NumPy and Python.

    Parameters
    ----------
    mode : str, default "stdout"
        With ``"stdout"`` the function prints. With ``"dicts"`` it prints nothing and returns the same facts, and those of the
        operating system, as data that `json.dumps` takes. You can add this to a report of a problem: it contains no name of a
        folder, user or machine.

    Returns
    -------
    dict or None
        None for ``"stdout"``.

    Raises
    ------
    ValueError
        If `mode` is neither of the two.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.show_runtime()  # doctest: +ELLIPSIS
    fastact ...
    >>> sorted(fa.show_runtime(mode="dicts"))
    ['fastact', 'isa', 'numpy', 'openmp', 'platform', 'pool', 'python', 'threads']
    """
    if mode == "dicts":
        return _facts()
    if mode != "stdout":
        raise ValueError(f"mode must be 'stdout' or 'dicts', not {mode!r}")
    for name, text in runtime():
        print(f"{name:8} {text}")
    return None


def _facts():
    count, reason = threads.decided()
    openmp = {"library": _openmp_library(), "version": openmp_version} if openmp_version else None
    return {
        "fastact": __version__,
        "isa": {
            "used": ufuncs.isa_name,
            "available": list(ufuncs.isas),
            "forced": bool(os.environ.get("FASTACT_ISA")),
        },
        "threads": {
            "count": count,
            "decided_by": reason,
            "processors": os.cpu_count(),
            "runtime": "OpenMP" if openmp else system_threads or None,
        },
        "openmp": openmp,
        "pool": memory_pool.facts(),
        "numpy": np.__version__,
        "python": {
            "version": platform.python_version(),
            "implementation": platform.python_implementation(),
            "compiler": platform.python_compiler(),
            "gil": getattr(sys, "_is_gil_enabled", lambda: True)(),
        },
        "platform": {
            "system": platform.system(),
            "release": platform.release(),
            "machine": platform.machine(),
            "libc": " ".join(filter(None, platform.libc_ver())) or None,
        },
    }


def _openmp_library():
    """The file name of the OpenMP runtime in this process."""
    try:
        with open("/proc/self/maps") as maps:
            files = {os.path.basename(line.split()[-1]) for line in maps if "omp" in line}
    except OSError:
        files = set()
    return ", ".join(sorted(name for name in files if name.startswith(("libgomp", "libomp", "libiomp")))) or "linked"
