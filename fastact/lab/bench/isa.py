"""To hold fastact and the libraries beside it to one instruction set.

All of them choose theirs while they are loaded, by variables of the environment; so the command begins anew with these.
"""

import os
import sys

from numpy._core import _multiarray_umath as numpy_core

from fastact._core import ufuncs
from fastact.lab import peers

NAMES = {"avx512": "AVX-512", "avx2": "AVX2", "sse2": "SSE2", "neon": "Arm's Advanced SIMD"}
WIDEST = {"avx512": "AVX512", "avx2": "AVX2", "sse2": "SSE4_2"}  # what MKL is told
HIGHER = {"avx512": (), "avx2": ("AVX512", "X86_V4"), "sse2": ("AVX", "FMA", "X86_V3", "X86_V4")}  # what NumPy calls the others


def environment(isa):
    """The variables that hold all libraries to it."""
    found = {"FASTACT_ISA": isa}
    if isa not in WIDEST:  # of a processor whose libraries have but one
        return found
    widest = WIDEST[isa]
    higher = [name for name in numpy_core.__cpu_dispatch__ if name.startswith(HIGHER[isa])]
    return found | {
        "ATEN_CPU_CAPABILITY": {"sse2": "default"}.get(isa, isa),
        "ONEDNN_MAX_CPU_ISA": {"sse2": "SSE41", "avx512": "DEFAULT"}.get(isa, widest),
        "MKL_ENABLE_INSTRUCTIONS": widest,
        "NPY_DISABLE_CPU_FEATURES": " ".join(higher),
        "NPROC": "1",
        "XLA_FLAGS": f"{peers.XLA_FLAGS} --xla_cpu_max_isa={widest}",
    }


def begin_anew(isa, arguments):
    """Replaces this process by one with the variables, unless it has them already."""
    held = environment(isa)
    if any(os.environ.get(name, "") != value for name, value in held.items()):
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, "-m", "fastact", *arguments], os.environ | held)


def not_held(isa, libraries):
    """By library: why it may use more than the instruction set, as far as it can be asked.  SciPy is compiled for one that
    every processor has."""
    found, variables = {}, environment(isa)
    if isa == ufuncs.isas[0] or isa not in WIDEST:  # the processor, or the build, has no more
        return found
    if "PyTorch" in libraries:
        import torch

        used = torch.backends.cpu.get_cpu_capability()
        if used.lower() != variables["ATEN_CPU_CAPABILITY"]:
            found["PyTorch"] = f"it uses {used}"
    more = [name for name in variables["NPY_DISABLE_CPU_FEATURES"].split() if numpy_core.__cpu_features__[name]]
    if more:
        found["NumPy"] = f"it uses {', '.join(more)}"
    if "ONNX Runtime" in libraries:
        found["ONNX Runtime"] = "it chooses by the processor alone"
    for library in ("MKL HA", "MKL LA", "JAX"):
        if library in libraries:
            found[library] = "it is told, but cannot be asked"
    return found
