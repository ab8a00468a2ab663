"""Builds fastact._ufuncs: kernels.c once for each ISA and element type, all in one portable module; and fastact._pool.

An ISA whose flags the compiler does not know is left out with a message, and so is OpenMP."""

import os
import platform
import shlex
import tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy
from Cython.Build import cythonize
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.errors import CompileError

# Nothing of -ffast-math: it would break NaN, -0 and the error-free transforms, and linking with it turns subnormals off
# in the whole process.
FLAGS = ["-O3", "-g0", "-std=gnu11", "-fno-math-errno", "-fno-trapping-math", "-ffp-contract=off", "-fvisibility=hidden"]
# gcc mixes the two packs of a kernel's loop (kernels.c), by the pressure on registers, and keeps that loop one.
SCHEDULING = ["-fschedule-insns", "-fsched-pressure", "--param=sched-pressure-algorithm=2", "-fno-unswitch-loops"]
# For every compilation, after the flags above, and every link: sanitizers, debugging (tests/reliability).
EXTRA = shlex.split(os.environ.get("FASTACT_FLAGS", ""))

ISAS = {
    "x86_64": {
        "avx512": ["-mavx512f", "-mavx512dq", "-mavx512bw", "-mavx512vl"],
        "avx2": ["-mavx2", "-mfma", "-mf16c"],
        "sse2": ["-msse2"],
    },
    "aarch64": {"neon": []},
}
ALIASES = {"amd64": "x86_64", "arm64": "aarch64"}


class BuildKernels(build_ext):
    def build_extension(self, extension):
        if extension.name == "fastact._ufuncs":
            self.add_kernels(extension)
        super().build_extension(extension)

    def add_kernels(self, extension):
        machine = platform.machine().lower()
        machine = ALIASES.get(machine, machine)
        if machine not in ISAS:
            raise CompileError(f"fastact has no kernels for {machine}; it has them for {', '.join(ISAS)}")
        isas = {name: flags for name, flags in ISAS[machine].items() if self.accepts(flags, name)}
        if not isas:
            raise CompileError("the compiler accepts the flags of no ISA")
        if self.accepts(["-fopenmp"], "OpenMP", link=True):
            extension.extra_compile_args += ["-fopenmp"]
            extension.extra_link_args += ["-fopenmp"]
        extension.define_macros += [(f"WITH_{name}", "1") for name in isas]
        mixing = SCHEDULING if self.accepts(SCHEDULING, "mixing packs") else []
        objects = [(name, [*flags, *mixing], real) for name, flags in isas.items() for real in (32, 64)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            extension.extra_objects = [o for made in pool.map(lambda job: self.kernels(*job), objects) for o in made]

    def kernels(self, isa, flags, real):
        return self.compiler.compile(
            ["src_c/kernels.c"],
            output_dir=os.path.join(self.build_temp, f"{isa}_{real}"),
            macros=[("ISA", isa), ("WORDS", f'"pack_{isa}.h"'), ("REAL", str(real))],
            extra_preargs=[*FLAGS, *flags, *EXTRA],
            depends=[os.path.join("src_c", name) for name in os.listdir("src_c")],
        )

    def accepts(self, flags, name, link=False):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "probe.c")
            with open(source, "w") as file:
                file.write("int main(void) { return 0; }\n")
            try:
                made = self.compiler.compile([source], output_dir=folder, extra_preargs=["-Werror", *flags])
                if link:
                    self.compiler.link_executable(made, "probe", output_dir=folder, extra_preargs=flags)
            except Exception:
                print(f"fastact: built without {name}: the compiler does not accept {' '.join(flags)}")
                return False
        return True


def extension(name, source):
    return Extension(
        f"fastact.{name}",
        sources=[f"fastact/{name}.pyx", source],
        depends=[os.path.join("src_c", file) for file in os.listdir("src_c")],
        include_dirs=["src_c", numpy.get_include()],
        define_macros=[("NPY_NO_DEPRECATED_API", "NPY_2_0_API_VERSION"), ("NPY_TARGET_VERSION", "NPY_2_0_API_VERSION")],
        extra_compile_args=[*FLAGS, *EXTRA],
        extra_link_args=[*EXTRA],
    )


extensions = [extension("_ufuncs", "src_c/isas.c"), extension("_pool", "src_c/pool.c")]
if os.name == "posix":
    extensions[1].extra_link_args.append("-pthread")

setup(ext_modules=cythonize(extensions, build_dir="build"), cmdclass={"build_ext": BuildKernels})
