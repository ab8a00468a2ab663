"""What the wheel holds and where it lies; what an import does, from any folder and without docstrings."""

import ast
import importlib
import importlib.metadata
import importlib.util
import json
import pkgutil
import sysconfig
from pathlib import Path

import pytest
from installed import interpreter, printed

import fastact as fa
from fastact._core import ufuncs

FILES = [str(file) for file in importlib.metadata.files("fastact")]
HERE = Path(fa.__file__).parent
MODULES = sorted(module.name for module in pkgutil.walk_packages(fa.__path__, "fastact."))
C_INTERFACE = ["fastact/__init__.pxd", "fastact/include/fastact.h"]
# what some modules need, and fastact[test] does not bring
BACKENDS = ("autograd", "jax", "keras", "llvmlite", "numba", "onnx", "thinc", "torch")
# Where the extra is not installed, as in the tests of .github/workflows/wheels.yml, modules may need any library.
HAS_EXTRA = importlib.util.find_spec("hypothesis") is not None
# what fastact's extras bring, and ml_dtypes, which NumPy does not need
EXTRAS = "flint hypothesis joblib matplotlib mpmath pytest rich scipy sklearn threadpoolctl torch"


# ---- files ---------------------------------------------------------------------------------------------------------------


def test_it_is_the_installed_one_that_is_tested():
    assert Path(sysconfig.get_path("platlib")).resolve() in HERE.resolve().parents
    assert Path.cwd().resolve() not in HERE.resolve().parents
    assert not (Path.cwd() / "src_c").exists()


@pytest.mark.parametrize("kind", [".pxi", ".pyx", ".pxd", ".c", ".h"])
def test_the_wheel_holds_no_source_of_what_is_compiled(kind):
    assert not [file for file in FILES if file.endswith(kind) and file not in C_INTERFACE]


def test_the_wheel_holds_the_package_alone():
    brought = "fastact.libs"  # libgomp, in a wheel that auditwheel has repaired
    assert {file.partition("/")[0] for file in FILES} <= {"fastact", f"fastact-{fa.__version__}.dist-info", brought}
    assert all(Path(file).name.startswith("libgomp") for file in FILES if file.startswith(f"{brought}/"))
    kinds = {Path(file).suffix for file in FILES if file.startswith("fastact/") and "__pycache__" not in file}
    assert kinds <= {".py", ".pyi", ".so", ".pyd", ".json", ".typed", ".pxd", ".h"} | {""}


@pytest.mark.parametrize(
    "name",
    [
        "fastact/__init__.pyi",
        "fastact/capi.pyi",
        "fastact/nn/__init__.pyi",
        "fastact/nn/init.pyi",
        "fastact/nn/optimizers.pyi",
        "fastact/nn/schedules.pyi",
        "fastact/special.pyi",
        "fastact/catalogue/activations.pyi",
        "fastact/backends/torch/nn.pyi",
        "fastact/py.typed",
        *C_INTERFACE,
        "fastact/_core/error_bounds.json",
    ],
)
def test_the_wheel_holds_what_is_read(name):
    assert name in FILES and (HERE.parent / name).exists()


def test_the_stub_has_every_public_name_and_what_it_imports_is_there():
    tree = ast.parse((HERE / "__init__.pyi").read_text(encoding="utf-8"))
    named = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    named |= {node.target.id for node in tree.body if isinstance(node, ast.AnnAssign)}
    named |= {alias.asname for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(fa.__all__) <= named
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            module = importlib.import_module(node.module)
            for alias in node.names:
                assert hasattr(module, alias.name), (node.module, alias.name)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_of_the_wheel_and_is_imported(name):
    """Those of the laboratory with what fastact[test] brings; of the backends those whose library that brings too."""
    if name == "fastact.__main__":
        return
    try:
        file = importlib.import_module(name).__file__
    except ModuleNotFoundError as error:
        if error.name.partition(".")[0] == "fastact" or (HAS_EXTRA and error.name not in BACKENDS):
            raise
        pytest.skip(f"{name} needs {error.name}, which is not installed")
    assert Path(file).relative_to(HERE.parent).as_posix() in FILES


def test_the_version_is_the_metadata_s():
    assert importlib.metadata.version("fastact") == fa.__version__
    assert any(line.startswith("numpy") for line in importlib.metadata.requires("fastact"))


# ---- import --------------------------------------------------------------------------------------------------------------


def test_import_is_silent_and_starts_no_thread_and_sets_no_variable_and_loads_no_extra(tmp_path):
    code = f"""
import os, sys, numpy
def tasks(): return len(os.listdir("/proc/self/task")) if os.path.exists("/proc/self/task") else 1
before, threads = dict(os.environ), tasks()
import fastact
assert dict(os.environ) == before and tasks() == threads
assert not set("{EXTRAS}".split()) & set(sys.modules)
assert not [name for name in sys.modules if name.startswith(("fastact.lab", "fastact.nn", "fastact.special"))]
"""
    for options in ((), ("-OO",), ("-X", "dev"), ("-I",)):
        assert printed(interpreter("-W", "error", *options, "-c", code, cwd=tmp_path)) == ""


@pytest.mark.parametrize("options", [(), ("-O",), ("-OO",)])
def test_the_command_prints_what_runs(options, tmp_path):
    for cwd in (tmp_path, "/"):
        text = printed(interpreter(*options, "-m", "fastact", cwd=cwd))
        assert text.startswith(f"fastact  {fa.__version__}\nISA ") and "\nNumPy " in text


@pytest.mark.parametrize("isa", ufuncs.isas)
def test_the_environment_chooses_the_isa(isa, tmp_path):
    text = printed(interpreter("-m", "fastact", cwd=tmp_path, FASTACT_ISA=isa))
    assert f"\nISA      {isa} (by FASTACT_ISA), of {', '.join(ufuncs.isas)}\n" in text


def test_an_unknown_isa_is_refused_with_the_choices(tmp_path):
    done = interpreter("-c", "import fastact", cwd=tmp_path, FASTACT_ISA="mmx")
    assert done.returncode == 1 and "ImportError" in done.stderr and "'mmx'" in done.stderr
    assert all(isa in done.stderr.splitlines()[-1] for isa in ufuncs.isas)


# ---- without docstrings ----------------------------------------------------------------------------------------------------

CATALOGUE = """
import json, fastact as fa
print(json.dumps({name: [entry.formula, entry.source, entry.conditions, entry.from_output, entry.bounds,
                         {p: list(parameter) for p, parameter in entry.parameters.items()}, list(entry.functions)]
                  for name, entry in fa.activations().items()}))
"""


def test_the_catalogue_is_whole_without_docstrings(tmp_path):
    """Formulas, sources, descriptions of parameters and all the rest are the same under -OO."""
    with_them, without = (
        json.loads(printed(interpreter(*options, "-c", CATALOGUE, cwd=tmp_path))) for options in ((), ("-OO",))
    )
    assert without == with_them and len(without) > 60
    for name, (formula, source, _, _, _, parameters, functions) in without.items():
        assert formula and source and functions[0] == name
        assert all(description for *_, description in parameters.values())


def test_everything_is_there_without_docstrings(tmp_path):
    code = """
import pickle, fastact as fa
assert all(hasattr(fa, name) for name in fa.__all__)
for name in fa.__all__:
    assert name == "__version__" or pickle.loads(pickle.dumps(getattr(fa, name))) is getattr(fa, name), name
assert fa.get("SiLU") is fa.silu and fa.elu(-1.0, alpha=2).round(4) == -1.2642
assert fa.softmax([0.0, 0.0]).tolist() == fa.special.softmax([0.0, 0.0]).tolist() == [0.5, 0.5]
print("done")
"""
    assert printed(interpreter("-OO", "-c", code, cwd=tmp_path)) == "done\n"
