"""Builds fastact._core: a module from each .pyx, and into `ufuncs` kernels.c, once for each ISA and element type.

An ISA whose flags the compiler does not know is left out with a message, and so is OpenMP.  One wheel has all ISAs."""

import hashlib
import os
import platform
import re
import shlex
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from glob import glob

import numpy
from Cython.Build import cythonize
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.errors import CompileError
from setuptools.modified import newer_group

# Nothing of -ffast-math: it would break NaN, -0 and the error-free transforms, and linking with it turns subnormals off
# in the whole process.
FLAGS = ["-O3", "-g0", "-std=gnu11", "-fno-math-errno", "-fno-trapping-math", "-ffp-contract=off", "-fvisibility=hidden"]
# A call has at most 16 KiB of stack; what is larger belongs to the workspace (src_c/workspace.h).
FLAGS += ["-Wframe-larger-than=10240"]
# Of the kernels, instead of the flags that a Python was built with.
WITHOUT_PYTHON = ["-fwrapv", "-DNDEBUG", "-Wall"]
# gcc mixes the two packs of a kernel's loop (kernels.c), by the pressure on registers, and keeps that loop one.
SCHEDULING = ["-fschedule-insns", "-fsched-pressure", "--param=sched-pressure-algorithm=2", "-fno-unswitch-loops"]
# For every compilation, after the flags above, and every link: sanitizers, debugging (tests/reliability).
EXTRA = shlex.split(os.environ.get("FASTACT_FLAGS", ""))

WINDOWS = sys.platform == "win32"
# There calls are divided among threads of the system, without OpenMP (src_c/system_threads.h).
SYSTEM_THREADS = sys.platform in ("darwin", "win32")
COMMANDS = ["compiler", "compiler_so", "linker_so", "linker_exe"]

ISAS = {
    "x86_64": {
        "avx512": ["-mavx512f", "-mavx512dq", "-mavx512bw", "-mavx512vl"],
        "avx2": ["-mavx2", "-mfma", "-mf16c"],
        "sse2": ["-msse2"],  # -Os: a wheel of 5.2 MB for 5.5, but swiglu takes 1.8 times as long, softmax and softplus 1.3
    },
    "aarch64": {"neon": []},
}
ALIASES = {"amd64": "x86_64", "arm64": "aarch64"}

# The modules of fastact/_core/, and the C files that are linked into each.
MODULES = {
    "loops.parallel": [],
    "loops.elementwise": [],
    "loops.reductions": [],
    "loops.losses": [],
    "loops.projections": [],
    "loops.normalization": [],
    "loops.updates": [],
    "parametric": [],
    "array_function": [],
    "gufunc": [],
    "small_arrays": [],
    "replacement": [],
    "ufuncs": ["src_c/isas.c"],
    "memory_pool": ["src_c/pool.c"],
    "c_api": ["src_c/c_api.c"],
    "torch_shim": sorted(glob("src_c/torch/*.c")),
    "jax_handler": ["src_c/jax/handler.c"],
}
WITH_KERNELS, WITH_THREADS = "fastact._core.ufuncs", "fastact._core.loops.parallel"
DIRECTIVES = {"language_level": 3, "cdivision": True, "boundscheck": False, "freethreading_compatible": True}
MACROS = [("NPY_NO_DEPRECATED_API", "NPY_2_0_API_VERSION"), ("NPY_TARGET_VERSION", "NPY_2_0_API_VERSION")]
MACROS += [("MS_WIN64", "")] * WINDOWS  # as Python's header says it to MSVC
DEPENDS = [
    *glob("src_c/**/*.[ch]", recursive=True),
    *glob("fastact/_core/**/*.pxd", recursive=True),
    "fastact/include/fastact.h",
]


class BuildKernels(build_ext):
    def finalize_options(self):
        super().finalize_options()
        # clang for MinGW: MSVC has no vectors, and gcc there misaligns those that it puts on the stack
        if WINDOWS and not self.compiler:
            self.compiler = "mingw32"
            os.environ.setdefault("CC", "clang")
        self.parallel = self.parallel or os.cpu_count()  # so many modules at once

    def build_extensions(self):
        self.strict = []
        if sys.platform == "darwin":
            self.compiler.set_executables(**{name: native(getattr(self.compiler, name)) for name in COMMANDS})
        if words := self.refusal([]):
            raise CompileError(f"no working C compiler: {words}")
        strict = ["-Werror", "-Wno-unused-command-line-argument"]
        self.strict = self.accepted("strict probes", strict)  # CFLAGS may give warnings of their own
        self.openmp = [] if SYSTEM_THREADS else self.accepted("OpenMP", ["-fopenmp"], link=True)
        super().build_extensions()

    def build_extension(self, extension):
        if extension.name == WITH_THREADS:
            extension.extra_compile_args += self.openmp
            extension.extra_link_args += self.openmp
        if extension.name == WITH_KERNELS:
            self.add_kernels(extension)
        super().build_extension(extension)

    def add_kernels(self, extension):
        machine = platform.machine().lower()
        machine = ALIASES.get(machine, machine)
        if machine not in ISAS:
            raise CompileError(f"fastact has no kernels for {machine}; it has them for {', '.join(ISAS)}")
        isas = {name: flags for name, flags in ISAS[machine].items() if self.accepted(name, flags) == flags}
        if not isas:
            raise CompileError("the compiler accepts the flags of no ISA")
        extension.define_macros += [(f"WITH_{name}", "1") for name in isas]
        mixing = self.accepted("mixing packs", SCHEDULING)
        objects = [(name, [*flags, *mixing], real) for name, flags in isas.items() for real in (32, 64)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            extension.extra_objects = [o for made in pool.map(lambda job: self.kernels(*job), objects) for o in made]
        extension.depends = [*extension.depends, *extension.extra_objects]

    def kernels(self, isa, flags, real):
        """The object files.  They know no Python: what one of them has had compiled serves all with the same compiler."""
        compiler, flags = copy(self.compiler), [*WITHOUT_PYTHON, *FLAGS, *flags, *EXTRA]
        compiler.compiler_so = without(compiler.compiler_so, shlex.split(sysconfig.get_config_var("CFLAGS") or ""))
        same = hashlib.sha256(shlex.join([*compiler.compiler_so, *flags]).encode()).hexdigest()[:12]
        folder = os.path.join("build", "kernels", same, f"{isa}_{real}")
        made = compiler.object_filenames(["src_c/kernels.c"], output_dir=folder)
        if not self.force and not any(newer_group(["setup.py", *DEPENDS], one) for one in made):
            return made
        macros = [("ISA", isa), ("WORDS", f'"packs/{isa}.h"'), ("REAL", str(real))]
        return compiler.compile(["src_c/kernels.c"], output_dir=folder, macros=macros, extra_preargs=flags)

    def accepted(self, name, flags, link=False):
        """The flags, or none where the compiler refuses them."""
        words = self.refusal(flags, link)
        if words is None:
            return flags
        print(f"fastact: built without {name}, for the compiler refuses {' '.join(flags)}: {words.splitlines()[0]}")
        return []

    def refusal(self, flags, link=False):
        """What the compiler says against flags, or None; one that it finds no use for, as a linker's in CFLAGS, is accepted."""
        with tempfile.TemporaryDirectory() as folder:
            source, made = os.path.join(folder, "probe.c"), os.path.join(folder, "probe.o")
            with open(source, "w") as file:
                file.write("int main(void) { return 0; }\n")
            words = said([*self.compiler.compiler_so, *self.strict, *flags, "-c", source, "-o", made])
            if words is None and link:
                words = said([*self.compiler.linker_exe, made, *flags, "-o", os.path.join(folder, "probe")])
        return words


def native(command):
    """A command of macOS for this machine's architecture alone: a Python for two compiles for both, with the flags of one."""
    text = re.sub(r"-arch\s+\S+\s*", "", shlex.join(command))
    return f"{text} -arch {platform.machine()}"


def without(command, words):
    """A command without the first of each of these words: CFLAGS of the environment come after those of Python."""
    left = list(command)
    for word in words:
        if word in left:
            left.remove(word)
    return left


def said(command):
    """What a command says where it fails, or None."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    if done.returncode == 0:
        return None
    return (done.stderr or done.stdout).strip() or f"{command[0]} says nothing and ends with {done.returncode}"


def extension(name, sources):
    return Extension(
        f"fastact._core.{name}",
        sources=[f"fastact/_core/{name.replace('.', '/')}.pyx", *sources],
        depends=DEPENDS,
        include_dirs=["src_c", "fastact/include", numpy.get_include()],
        define_macros=MACROS,
        # PyTorch's C++ throws through the frames of torch/shim.c, which give back what they own.
        extra_compile_args=[*FLAGS, *EXTRA, *["-fexceptions"] * (name == "torch_shim")],
        extra_link_args=[*EXTRA, *["-pthread"] * (name in ("memory_pool", "loops.parallel") and os.name == "posix")],
    )


extensions = cythonize(
    [extension(name, sources) for name, sources in MODULES.items()], build_dir="build", compiler_directives=DIRECTIVES
)
setup(ext_modules=extensions, cmdclass={"build_ext": BuildKernels})
