"""What the comments in src_c/ say of errors is what sweep.py has found, and what the functions do."""

import json
import re
import secrets

import numpy as np
import pytest
from comments import HEADERS, SENTENCE, approximate, functions, places, plain, sentence
from harness import DTYPES, HERE, RECORDED, TABLES, Gauge, Library, compiler, drawn, kind, near_points
from subjects import EXACT, PARTS, ROWS

from fastact._core import ufuncs

RECORD = json.loads((HERE / "errors.json").read_text())
TEXTS = {path.name: path.read_text() for path in HEADERS}
SLACK = 1.1  # a tenth more than the largest error that the sweep has seen
POINTS, NEAR = 200, 50


def test_the_record_has_every_row():
    assert list(RECORD) == [row.name for row in ROWS], "python tests/kernels_math/sweep.py NAME renews it"
    for row in ROWS:
        assert RECORD[row.name]["range"] == row.range
        assert RECORD[row.name]["unit"] == row.unit
        for dtype in DTYPES:
            for one in RECORDED:
                assert (RECORD[row.name][dtype][one]["error"] == 0) == (row.unit == "exact")


def test_every_function_is_measured_or_exact():
    found = {name for text in TEXTS.values() for name in functions(text)}
    rows = {row.function for row in ROWS}
    lower = {name for name in rows if name.islower()}
    assert found - lower - set(EXACT) - set(PARTS) == set(), "give them a row in subjects.py"
    assert (lower | set(EXACT) | set(PARTS)) - found == set(), "no such function"
    assert lower & set(EXACT) == lower & set(PARTS) == set()
    assert set(PARTS.values()) <= rows


@pytest.mark.parametrize("function", approximate())
def test_comments_say_what_the_record_says(function):
    found = [places(text)[function].comment for text in TEXTS.values() if function in places(text)]
    assert len(found) == 1
    assert sentence(RECORD, function) in plain(found[0]), "python tests/kernels_math/sweep.py --comments writes it"


def test_no_other_comment_states_an_error():
    found = sum(len(re.findall(r"\bError \S+(?: of [^;]*?)? at ", plain(text))) for text in TEXTS.values())
    assert found == sum(len(SENTENCE.findall(text)) for text in TEXTS.values()) == len(approximate())


@pytest.mark.skipif(not compiler, reason="no compiler for the functions")
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("isa", ufuncs.isas)
def test_errors_are_within_the_record(isa, dtype, tmp_path):
    """New points every time, some of them near the worst that is known, which errs by what the record says."""
    seed = secrets.randbits(32)
    print(f"seed {seed}")
    rng, library, wrong = np.random.default_rng(seed), Library(isa, dtype, tmp_path), []
    for row in ROWS:
        gauge, known = Gauge(row, library), RECORD[row.name][dtype][kind(isa)]
        points = [drawn(row, library, POINTS, rng)]
        assert len(points[0][0]) > POINTS / 4
        if known["at"]:
            worst = [np.array([number], library.dtype) for number in known["at"]]
            points += [near_points(row, library, [known["at"]], NEAR, rng), worst]
        columns = [np.concatenate(parts) for parts in zip(*points)]
        errors = gauge.balls(columns)
        i = errors.argmax()
        if not errors[i] <= SLACK * known["error"]:
            wrong.append(f"{row.name} errs by {errors[i]:.5g} at {[float(c[i]) for c in columns]}, not {known['error']}")
        tables = isa == "avx512" and row.function in TABLES
        if known["at"] and not tables and abs(errors[-1] - known["error"]) > 1e-3 * known["error"]:
            wrong.append(f"{row.name} errs by {errors[-1]:.5g} at {known['at']}, where the record has {known['error']}")
    assert not wrong, "\n".join(wrong)
