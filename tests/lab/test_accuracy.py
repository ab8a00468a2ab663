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
from fastact._core import docstrings, error_bounds, ufuncs
from fastact.lab import reference, verify, verify_elementwise, write_accuracy

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


@pytest.mark.parametrize("argument", [0, 1])
@pytest.mark.parametrize("name", verify.SUBJECTS)
def test_the_reference_is_right_and_narrow(name, argument):
    """By each argument of which a function is the derivative."""
    subject = verify.SUBJECTS[name]
    if argument == len(subject.arguments):
        return
    first, setting = subject.arguments[argument], dict(verify.settings(subject, "float64")[-1])
    setting |= dict.fromkeys(set(subject.arguments) - {first}, 0.6875)
    formula = reference.Formula(subject.formula, np.float64, first, **setting)
    low, high = subject.domain(np.float64, verify.settings(subject, "float64")[-1])
    for x in HARD:
        if not low < x < high:
            continue
        balls = formula(x)
        if all(ball.is_finite() for ball in balls):
            with mp.workprec(2500):
                for ball, number in zip(balls, exact(subject.formula, first, mpf(x), setting)):
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


def test_numbers_that_are_given_for_each_point_are_those_of_parameters():
    formula = verify.SUBJECTS["swiglu"].formula
    by_b = reference.Formula(formula, np.float64, "b", ("a", "beta"))
    for a, b, beta in [(1.5, -2.0, 0.7), (-30.0, 4.0, 100.0)]:
        fixed = reference.Formula(formula, np.float64, "b", a=a, beta=beta)
        assert [ball.str() for ball in by_b(b, a, beta)] == [ball.str() for ball in fixed(b)]


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


def measured():
    """The public functions with an error of their own."""
    kinds = {function: {kind for kind, _ in subjects} for function, subjects in verify.covered().items()}
    return [function for function in fa.__all__ if kinds.get(function, set()) - {"same bits"}]


def test_every_function_has_its_bounds():
    assert list(error_bounds.STATED) == measured()
    for function in measured():
        for dtype in verify.DTYPES:
            for isa in ufuncs.isas:
                assert error_bounds.of(function, dtype, isa) is not None, (function, dtype, isa)


@pytest.mark.parametrize("function", measured())
def test_the_bounds_are_those_of_the_contract(function):
    for by_kind in error_bounds.STATED[function].values():
        for kind in ("fma", "baseline"):
            assert by_kind[kind] <= write_accuracy.contract(function, kind)


def test_the_contract():
    names = ["tanh", "tanh_grad", "tanh_grad_from_output", "swiglu", "swiglu_backward", "softmax", "log_softmax"]
    assert [write_accuracy.contract(name, "fma") for name in names] == [2.5, 3.5, 3.5, 3.5, 3.5, 4, 3]
    assert write_accuracy.contract("tanh", "baseline") == 5


def test_only_float32_functions_without_parameters_are_proven():
    for function, by_dtype in error_bounds.STATED.items():
        assert set(by_dtype) == set(verify.DTYPES) and not by_dtype["float64"]["exhaustive"]
        row = next((row for row in ufuncs.activations if row.name == write_accuracy.activation(function)), None)
        assert not by_dtype["float32"]["exhaustive"] or (row is not None and not row.parameters), function


def test_proven_is_said_of_what_was_tried_in_full_alone():
    for function, by_dtype in error_bounds.STATED.items():
        text = " ".join(getattr(fa, function).__doc__.split())
        told = error_bounds.describe(function)
        if told != "0":
            assert ("proven" in text) == by_dtype["float32"]["exhaustive"], function
            assert "largest error" in text, function


def test_what_was_found_before_is_within_the_bounds_still():
    """The points of docs/accuracy.json."""
    subjects = {label: subject for subject in verify.SUBJECTS.values() for label in subject.functions}
    for line in json.loads(DOCUMENT.with_suffix(".json").read_text())["results"]:
        subject, place = subjects.get(line["function"]), line["place"]
        if subject is None or not line["at"] or place not in ufuncs.isas or not math.isfinite(line["got"]):
            continue
        ulp, got = verify_elementwise.error_at(subject, line["function"], line["dtype"], place, line["at"])
        bound = error_bounds.of(line["function"].split()[0], line["dtype"], place)
        assert ulp <= bound + verify.NOISE, (line, got)


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
        stated = {row[0]: {"float32": float(row[2]), "float64": float(row[6])} for row in rows}
        assert stated == {f: {dtype: both[kind] for dtype, both in by.items()} for f, by in error_bounds.STATED.items()}
        assert all(float(row[k]) <= float(row[k + 1]) + 1e-3 for row in rows for k in (1, 5))
        assert {row[0] for row in rows if row[3] == "all"} == {
            f for f, by in error_bounds.STATED.items() if by["float32"]["exhaustive"]
        }
