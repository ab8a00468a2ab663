"""The public functions of the tables, by their names: `from fastact._core.table_functions import gelu`."""

from fastact._core.ufuncs import built

FUNCTIONS = built.functions | built.gate_functions


def __getattr__(name):
    if name not in FUNCTIONS:
        raise AttributeError(f"no table has {name!r}")
    return FUNCTIONS[name]
