"""The reference is rigorous; `verify` measures and judges; bounds, docstrings and docs/accuracy.md say the same."""

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest
from flint import arb
from mpmath import mp, mpf

import fastact as fa
from fastact.__main__ import main
from fastact._core import docstrings, error_bounds, ufuncs
from fastact.lab import reference, verify

DOCUMENT = Path(__file__).parents[2] / "docs" / "accuracy.md"
HARD = [0.125, 0.6875, -0.3, 1.5, -0.75179152469356446, -1.1924312145154952, -30.5, 300.7, 1e-9, 1e15]

# mpmath's own tanh fails far out.
MPMATH = {
    "abs": abs,
    "arcsinh": mp.asinh,
    "arctan": mp.atan,
    "cos": mp.cos,
    "erf": mp.erf,
    "erfc": mp.erfc,
    "exp": mp.exp,
    "expm1": mp.expm1,
    "log": mp.log,
    "log1p": mp.log1p,
    "maximum": max,
    "minimum": min,
    "mpf": mpf,
    "pi": mp.pi,
    "sign": mp.sign,
    "sin": mp.sin,
    "sqrt": mp.sqrt,
    "where": lambda test, a, b: a if test else b,
    "tanh": lambda u: mp.tanh(u) if abs(u) < 10**6 else mp.sign(u),
}


def exact(formula, argument, x, parameters):
    """The formula's value and a central difference, by mpmath."""
    literals = re.sub(r"(?<![\w.])(\d+(\.\d+)?)", r"mpf('\1')", formula)
    function = eval(f"lambda {', '.join([argument, *parameters])}: {literals}", MPMATH)
    step, numbers = mpf(2) ** -400, [mpf(p) for p in parameters.values()]
    low, here, high = (function(x + k * step, *numbers) for k in (-1, 0, 1))
    return here, (high - low) / (2 * step)


def contains(ball, number):
    middle, radius = (arb.mid(ball), arb.rad(ball))
    gap = abs(mp.ldexp(*map(int, middle.man_exp())) - number)
    return gap <= mp.ldexp(*map(int, radius.man_exp())) + abs(number) * mpf(2) ** -150 + mpf(2) ** -600


@pytest.mark.parametrize("name", verify.SUBJECTS)
def test_the_reference_is_right_and_narrow(name):
    subject = verify.SUBJECTS[name]
    setting = verify.settings(subject, "float64")[-1]
    formula = reference.Formula(subject.formula, np.float64, subject.argument, **dict(setting))
    low, high = subject.domain(np.float64, setting)
    for x in HARD:
        if not low < x < high:
            continue
        balls = formula(x)
        if all(ball.is_finite() for ball in balls):
            with mp.workprec(2500):
                for ball, number in zip(balls, exact(subject.formula, subject.argument, mpf(x), dict(setting))):
                    assert contains(ball, number), (x, ball, number)
                    assert float(ball.rad()) <= 2.0**-20 * math.ulp(float(ball)), (x, ball)


@pytest.mark.parametrize(
    "formula, x, value, slope",
    [
        ("where(x > 0, x, 3*x)", 0, 0, 3),
        ("maximum(x, 0)", 0, 0, 0),
        ("minimum(maximum(x, 0), 6)", 6, 6, 0),
        ("abs(x)", 0, 0, 0),
        ("x/6 + 1/2", 3, 1, float(1 / arb(6))),
        ("0.1*x", 1, 0.1, 0.1),
        ("sqrt(x**2 + 1) - 1", 1e-170, 0, 1e-170),
        ("1/(1 + exp(-x))", -1e308, 0, 0),
        ("tanh(exp(x))", 1e300, 1, 0),
    ],
)
def test_the_reference_at_kinks_and_far_out(formula, x, value, slope):
    assert [float(reference.value(formula, x, np.float64)), float(reference.slope(formula, x, np.float64))] == [value, slope]


def test_either_side_of_a_kink_between_numbers_is_right():
    inexact = reference.Formula("minimum(slope*x, 1)", np.float32, slope=np.float32(0.3))
    near = float(np.float32(1 / np.float32(0.3)))
    assert {float(slope) for _, slope in inexact.accepted(near)} == {0, float(np.float32(0.3))}
    assert len(inexact.accepted(2.0)) == len(reference.Formula("maximum(x, 0)", np.float32).accepted(1e-45)) == 1


@pytest.mark.parametrize(
    "got, want, dtype, error",
    [
        (1.0, arb(1) - arb("1e-30"), np.float32, 0),
        (1 - 2**-24, arb(1) - arb("1e-30"), np.float32, 1),
        (0, arb(2) ** -1075, np.float64, 0.5),
        (math.inf, arb("1e39"), np.float32, 0),
        (float(np.finfo(np.float32).max), arb(2) ** 128, np.float32, 1),
        (math.inf, arb(float(np.finfo(np.float32).max)), np.float32, 1),
        (math.inf, arb(1), np.float64, 2.0**1023 * 2.0**53),
        (math.nan, arb(1), np.float64, math.inf),
        (math.nan, arb.nan(), np.float64, 0),
    ],
)
def test_units_in_the_last_place(got, want, dtype, error):
    assert reference.ulp_error(got, want, dtype) == pytest.approx(error, abs=1e-6)


def test_verify_judges_by_the_bounds(tmp_path, monkeypatch, capsys):
    file = tmp_path / "found.json"
    options = ["verify", "silu", "--points", "4096", "--isa", ufuncs.isas[0], "--json", str(file)]
    assert main(options) == 0
    found = json.loads(file.read_text())
    assert {(line["function"], line["dtype"]) for line in found["results"]} == {
        (name, dtype) for name in ("silu", "silu_grad") for dtype in ("float32", "float64")
    }
    assert found["metadata"]["points"] == 4096 and all(line["points"] > 4000 for line in found["results"])
    monkeypatch.setitem(error_bounds.STATED, "silu_grad", {"float64": {"fma": 0.1, "baseline": 0.1}})
    assert main([*options, "--dtype", "float64"]) == 1
    assert "silu_grad" in capsys.readouterr().out


def test_verify_refuses_an_unknown_name(capsys):
    with pytest.raises(SystemExit):
        main(["verify", "sillu"])
    assert "'sillu'" in capsys.readouterr().err


def measured():
    return [function for subject in verify.SUBJECTS.values() for function in subject.functions]


def test_every_function_has_its_bounds():
    assert list(error_bounds.STATED) == [function for function in ufuncs.functions if function in measured()]
    for function in measured():
        for dtype in verify.DTYPES:
            for isa in ufuncs.isas:
                assert error_bounds.of(function, dtype, isa) is not None, (function, dtype, isa)


def test_the_docstrings_state_the_bounds():
    for row in ufuncs.activations:
        for name in (f"{row.name}{suffix}" for suffix in docstrings.KINDS):
            if name in ufuncs.functions:
                text = " ".join(getattr(fa, name).__doc__.split())
                assert docstrings.error_of(row, name.removeprefix(row.name)) in text
                assert "not yet measured" not in text


def test_the_document_states_the_bounds():
    parts = re.split(r"^## ", DOCUMENT.read_text(), flags=re.M)
    for kind, heading in (("fma", "With FMA"), ("baseline", "Without FMA")):
        part = next(text for text in parts if text.startswith(heading))
        rows = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in part.splitlines() if line.startswith("| `")]
        stated = {row[0]: {"float32": float(row[2]), "float64": float(row[5])} for row in rows}
        assert stated == {f: {dtype: both[kind] for dtype, both in by.items()} for f, by in error_bounds.STATED.items()}
        assert all(float(row[k]) <= float(row[k + 1]) + 1e-3 for row in rows for k in (1, 4))
