"""The examples of docs/c-interface.md, built and run as it says; where there is no compiler, those of Python alone."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from subprocesses import interpreter

import fastact as fa

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "c-interface.md").read_text()
BLOCKS = {
    title: re.findall(r"```(\w+)\n(.*?)```", text, re.S)
    for title, text in re.findall(r"^## (.*?)$(.*?)(?=^## |\Z)", PAGE, re.S | re.M)
}
CC = shutil.which(os.environ.get("CC", "cc").split()[0])
FLAGS = ["-Wall", "-Wextra", "-Werror", f"-I{fa.get_include()}"]
HEADERS = [f"-I{sysconfig.get_path('include')}", f"-I{sysconfig.get_path('platinclude')}"]

needs_compiler = pytest.mark.skipif(CC is None, reason="there is no C compiler")


def block(title, language):
    (found,) = [text for kind, text in BLOCKS[title] if kind == language]
    return found


def compiled(folder, *arguments):
    done = subprocess.run([CC, *map(str, arguments)], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def runs(folder, code):
    done = interpreter("-W", "error", "-c", f"{code}\nprint('done')", cwd=folder, PYTHONPATH=str(Path(fa.__file__).parents[1]))
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", ""), done.stderr


@needs_compiler
def test_a_shared_library_is_handed_the_table(tmp_path):
    title = "From C, with the address of the table"
    (tmp_path / "scores.c").write_text(block(title, "c"))
    compiled(tmp_path, "-std=c99", "-pedantic", "-shared", "-fPIC", *FLAGS, "scores.c", "-o", "scores.so")
    runs(tmp_path, block(title, "python"))


@needs_compiler
def test_a_program_embeds_python(tmp_path):
    config = sysconfig.get_config_vars()
    library = Path(config["LIBDIR"] or "") / (config["LDLIBRARY"] or "")
    if not library.is_file():
        pytest.skip("this Python has no library to link with")
    title = "From a program that embeds Python"
    (tmp_path / "embeds.c").write_text(block(title, "c"))
    libraries = [str(library), f"-Wl,-rpath,{library.parent}", *config["LIBS"].split(), *config["SYSLIBS"].split()]
    compiled(tmp_path, "-std=c99", *FLAGS, *HEADERS, "embeds.c", *libraries, *config["LINKFORSHARED"].split(), "-o", "embeds")
    paths = [str(Path(fa.__file__).parents[1]), *filter(None, sys.path)]
    variables = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONHOME": sys.base_prefix}
    done = subprocess.run(["./embeds"], cwd=tmp_path, capture_output=True, text=True, env=variables)
    want = re.search(r"^\./embeds  # (.*)$", block(title, "sh"), re.M)[1]
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{want}\n", "")


@needs_compiler
def test_a_module_of_cython_is_built_with_the_pxd(tmp_path):
    main = pytest.importorskip("Cython.Compiler.Main")
    (tmp_path / "scores_of.pyx").write_text(block("From Cython", "cython"))
    folders = [str(Path(fa.__file__).parents[1])]  # an installed package is found without
    main.compile(str(tmp_path / "scores_of.pyx"), main.CompilationOptions(language_level=3, include_path=folders))
    name = f"scores_of{sysconfig.get_config_var('EXT_SUFFIX')}"
    flags = ["-O1", "-shared", "-fPIC", f"-I{fa.get_include()}", *HEADERS]
    compiled(tmp_path, *flags, "scores_of.c", "-o", name)
    runs(tmp_path, block("From Cython", "python"))


def test_cffi_calls_a_loop_by_its_address(tmp_path):
    pytest.importorskip("cffi")
    runs(tmp_path, block("From cffi", "python"))


@needs_compiler
@pytest.mark.parametrize("flags", [["-x", "c", "-std=c99", "-pedantic"], ["-x", "c", "-std=c11"], ["-x", "c++", "-std=c++11"]])
def test_the_header_needs_nothing_else(flags, tmp_path):
    if "c++" in flags and not shutil.which("g++"):
        pytest.skip("there is no compiler of C++")
    (tmp_path / "one").write_text("#include <fastact.h>\n#include <fastact.h>\n")
    compiled(tmp_path, *FLAGS, *flags, "-fsyntax-only", "one")


OTHERS = """
#include <fastact.h>
#include <pthread.h>
#include <stddef.h>

enum { MOST = 16 };
typedef struct { const fastact_api *api; int index, threads, code; float *x, *y; ptrdiff_t n; } task;

static void *compute(void *given)
{
    task *own = given;
    char *args[2] = {(char *)own->x, (char *)own->y};
    ptrdiff_t steps[2] = {sizeof(float), sizeof(float)};
    own->code = own->api->call(own->index, FASTACT_FLOAT32, own->threads, args, &own->n, steps);
    return NULL;
}

/* by so many threads of its own, of n elements each; what they returned is added */
int by_threads(const void *table, const char *name, int count, int threads, float *x, float *y, ptrdiff_t n)
{
    const fastact_api *api = fastact_checked(table);
    pthread_t started[MOST];
    task tasks[MOST];
    int codes = 0;
    for (int i = 0; i < count; i++) {
        tasks[i] = (task){api, api->index(name, FASTACT_VALUE), threads, 1, x + i * n, y + i * n, n};
        pthread_create(&started[i], NULL, compute, &tasks[i]);
    }
    for (int i = 0; i < count; i++) {
        pthread_join(started[i], NULL);
        codes += tasks[i].code;
    }
    return codes;
}
"""


@needs_compiler
@pytest.mark.parametrize("threads", [0, 1, 2])
def test_threads_that_python_does_not_know_call_at_once(threads, tmp_path):
    (tmp_path / "others.c").write_text(OTHERS)
    compiled(tmp_path, "-std=c99", "-shared", "-fPIC", "-pthread", *FLAGS, "others.c", "-o", "others.so")
    runs(
        tmp_path,
        f"""
import ctypes, numpy as np, fastact as fa
library = ctypes.CDLL("./others.so")
x = np.linspace(-9, 9, 8 * 10**5, dtype="f4")
for name in ("gelu", "mish"):
    y = np.empty_like(x)
    given = ctypes.c_void_p(fa.capi.address()), name.encode(), 8, {threads}
    sizes = ctypes.c_void_p(x.ctypes.data), ctypes.c_void_p(y.ctypes.data), ctypes.c_ssize_t(10**5)
    assert library.by_threads(*given, *sizes) == 0
    assert (y == getattr(fa, name)(x)).all()
""",
    )
