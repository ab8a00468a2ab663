"""Compiled modules: one interpreter of a process, with the GIL or without it."""

import ctypes
import importlib.util
import sysconfig
from pathlib import Path

import pytest
from subprocesses import COMPILED, assert_done, script

SETUP = Path(__file__).parents[2] / "setup.py"


@pytest.mark.parametrize("module", COMPILED)
def test_a_module_declares_that_it_needs_no_gil(module):
    """Its definition, a PyModuleDef, says it in a slot where Python is built without the GIL; setup.py asks Cython for it."""
    name = module.__name__.rpartition(".")[2]
    make = getattr(ctypes.PyDLL(module.__file__), f"PyInit_{name}")
    make.restype = ctypes.c_void_p
    words = ctypes.cast(make(), ctypes.POINTER(ctypes.c_void_p))
    slot = ctypes.cast(words[object.__basicsize__ // 8 + 3 + 4], ctypes.POINTER(ctypes.c_void_p))
    slots = {}
    while slot[2 * len(slots)]:
        slots[slot[2 * len(slots)]] = slot[2 * len(slots) + 1]
    create, execute, gil = 1, 2, 4
    assert {create, execute} <= set(slots)
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        assert slots[gil] == 1
    else:
        assert slots.get(gil, 1) == 1 and '"freethreading_compatible": True' in SETUP.read_text()


@pytest.mark.parametrize("name", ["fastact", *(module.__name__ for module in COMPILED)])
def test_another_interpreter_is_refused_and_harms_nothing(name):
    """NumPy, too, is for one interpreter of a process alone.  Python before 3.12 then says of every thread that it holds the
    GIL: a call in several threads ended the process."""
    for module in ("_interpreters", "_xxsubinterpreters"):
        if importlib.util.find_spec(module):
            break
    else:
        pytest.skip("this Python has no module for interpreters")
    assert_done(
        script(f"""
import {module} as interpreters
source, target = os.pipe()
interpreters.run_string(interpreters.create(), f'''
import os
try:
    import {name}
    os.write({{target}}, b"imported")
except ImportError:
    os.write({{target}}, b"refused")
''')
assert os.read(source, 1000) == b"refused"
assert right()
fa.set_num_threads(2)
assert all([right() for _ in range(20)])
print("done")
""")
    )
