"""The table of docs/arrays.md is what the functions do, and tells what would be wrong."""

import importlib

import numpy as np
import pytest

from fastact.lab import write_foreign
from fastact.lab.write_foreign import KINDS, ROWS, Kind, cell

TEXT = write_foreign.PAGE.read_text(encoding="utf-8") if write_foreign.PAGE.exists() else ""
pytestmark = pytest.mark.skipif(not TEXT, reason="the page is in the source tree alone")


@pytest.mark.parametrize("name", KINDS)
def test_the_row_of_each_type_is_what_runs(name):
    line = write_foreign.row(name)
    if line is None:
        pytest.skip(f"{KINDS[name].library} is not installed")
    assert line == write_foreign.stored(TEXT)[name], "python -m fastact.lab.write_foreign"


def test_the_table_has_every_type_and_nothing_wrong():
    assert list(write_foreign.stored(TEXT))[1:] == list(KINDS)
    assert "**wrong**" not in TEXT
    assert write_foreign.document(TEXT) == TEXT


def test_what_is_wrong_is_seen():
    softmax = write_foreign.CALLS["softmax(x)"]
    assert cell(Kind("numpy", lambda np, x: x.tolist()), np, softmax) == "`ndarray`"
    assert cell(Kind("numpy", lambda np, x: x[:, ::-1].copy()), np, softmax) == "**wrong**"
    assert cell(Kind("numpy", lambda np, x: x.T.copy()), np, softmax) == "**wrong**"
    assert cell(Kind("numpy", lambda np, x: np.ma.array(x, mask=np.zeros(ROWS.shape, bool))), np, softmax) == "**wrong**"
    with pytest.raises(ValueError, match="no letter for the error 'no such word'"):
        write_foreign.letter("no such word")


def test_what_is_computed_in_the_call_is_seen():
    dask = importlib.import_module("dask")
    kind = KINDS["Dask array, axis in one chunk"]
    with pytest.raises(ValueError, match="computed while the call ran"):
        cell(kind, dask, lambda x, right: np.asarray(x))
