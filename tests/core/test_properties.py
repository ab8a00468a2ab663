"""What holds exactly of the functions of the table: limits, NaN, symmetry, range, kinks, the domains of parameters."""

import itertools
import math
import re

import numpy as np
import pytest
from calls import (
    NAMES,
    PUBLIC,
    ROW,
    ROWS,
    WIDE,
    are_valid,
    assert_same_bits,
    call,
    conditions_of,
    every_isa,
    every_row,
    into,
    operands,
    outputs_of,
    parameters_of,
    properties_of,
    settings_of,
    specials,
    values,
    wide_dtypes,
)
from golden import GOLDEN

FROM_OUTPUT = [row for row in ROWS if ROWS[row].from_output]


def having(key):
    """Rows with a property, and each of their settings."""
    return pytest.mark.parametrize(
        "row, parameters", [(row, p) for row in ROWS for p in settings_of(row) if properties_of(row, p).get(key)]
    )


def numbers(dtype):
    """Sorted, from -infinity to infinity: any exponent, the usual range, and runs of neighbours anywhere."""
    rng = np.random.default_rng(0)
    starts = np.concatenate([values(dtype, 200), rng.uniform(-20, 20, 200).astype(dtype)])
    bits = f"i{np.dtype(dtype).itemsize}"
    runs = starts[np.isfinite(starts)].view(bits)[:, None] + np.arange(1024, dtype=bits)
    grid = np.linspace(-20, 20, 100_001).astype(dtype)
    x = np.concatenate([runs.view(dtype).ravel(), grid, values(dtype, 100_000)])
    return np.unique(x[~np.isnan(x)])


SORTED = {dtype: numbers(dtype) for dtype in WIDE}


# ---- limits and NaN --------------------------------------------------------------------------------------------------


@every_row
def test_the_limits_are_among_the_golden_values(row):
    assert {-math.inf, math.inf} <= {x for x, *_ in GOLDEN[row]}


@every_isa
@wide_dtypes
@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(("_with_grad", "_grad_from_output"))])
def test_nan_gives_nan_at_every_position_and_nowhere_else(isa, dtype, name):
    """A derivative that is constant stays so at NaN."""
    constant = {"identity": 1, "binary_step": 0}.get(ROW[name])
    for n in range(1, 42):
        x = np.full((n, n), 0.5, dtype)
        np.fill_diagonal(x, np.nan)
        *value, slope = call(name, x, isa=isa)
        for result in [*value, slope] if constant is None else value:
            np.testing.assert_array_equal(np.isnan(result), np.isnan(x))
        assert constant is None or (slope == constant).all()


@every_isa
@wide_dtypes
@pytest.mark.parametrize("row", [row for row in ROWS if ROWS[row].parameters])
def test_a_nan_parameter_gives_nan_wherever_it_matters(isa, dtype, row):
    """And is no error; where a condition is on it, nothing is valid."""
    x = np.linspace(-5, 5, 41, dtype=dtype)
    for key in parameters_of(row):
        for nan in (math.nan, np.nan * np.ones((), dtype), np.full(41, np.nan, dtype)):
            got = call(f"{row}_with_grad", x, isa=isa, **{key: nan})
            one, other = (call(f"{row}_with_grad", x, isa=isa, **{key: p[key]}) for p in settings_of(row))
            everywhere = not are_valid(row, {**parameters_of(row), key: math.nan})
            for g, a, b in zip(got, one, other, strict=True):
                assert np.isnan(g[(a != b) | everywhere]).all(), (key, nan)


@every_isa
@wide_dtypes
@pytest.mark.parametrize("row", [row for row in ROWS if ROWS[row].parameters])
def test_valid_parameters_give_no_nan(isa, dtype, row):
    """Outside the ranges of the proven bounds too, but for the logarithms of soft_exponential."""
    x = np.concatenate([SORTED[dtype][::97], specials(dtype)])
    x = x[np.isfinite(x)]
    for key, number in itertools.product(parameters_of(row), (0.0, -1.0, 1e-3, 1e3)):
        parameters = {**parameters_of(row), key: number}
        if are_valid(row, parameters) and (row, number) != ("soft_exponential", -1):
            value, slope = call(f"{row}_with_grad", x, isa=isa, **parameters)
            wrong = np.isnan(value) | np.isnan(slope) & (x != 0)
            assert not wrong.any(), (parameters, x[wrong])


@every_isa
@wide_dtypes
@every_row
def test_subnormal_numbers_are_not_flushed(isa, dtype, row):
    """Near 0 a function is f(0) + x f'(0), if it has a derivative from that side."""
    least = np.finfo(dtype).smallest_subnormal
    for sign in (1, -1):
        x = sign * least * np.arange(1, 4097, dtype=dtype)
        y, d = call(f"{row}_with_grad", x, isa=isa)
        (start,) = call(row, np.zeros((), dtype), isa=isa)
        if start == 0 and np.isfinite(d).all():
            assert (np.abs(y - d * x) <= 2 * least).all()


# The last arguments whose result is not 0, in float32 and float64.
TAILS = {
    "gelu": (-14.356, -38.580),
    "gelu_tanh": (-10.77, -21.55),
    "silu": (-108.66, -751.76),
    "sigmoid": (-103.97, -745.13),
    "exponential": (-103.97, -745.13),
}


@every_isa
@pytest.mark.parametrize("row", TAILS)
def test_results_are_not_zero_before_they_must_be(isa, row):
    for dtype, end in zip(WIDE, TAILS[row], strict=True):
        last = np.array([end + 0.01, end - 0.01], dtype)
        (y,) = call(row, last, isa=isa)
        assert 0 < abs(y[0]) <= 3 * np.finfo(dtype).smallest_subnormal and y[1] == 0


# ---- symmetry, range, monotony, kinks --------------------------------------------------------------------------------


@every_isa
@wide_dtypes
@having("symmetry")
def test_symmetry_is_exact(isa, dtype, row, parameters):
    """An odd function keeps -0, its derivative is even; an even one's is odd, but for the sign of 0."""
    x = SORTED[dtype]
    (y, d), (minus_y, minus_d) = (call(f"{row}_with_grad", sign * x, isa=isa, **parameters) for sign in (1, -1))
    if properties_of(row, parameters)["symmetry"] == "odd":
        assert_same_bits([minus_y, minus_d], [-y, d])
        (zeros,) = call(row, np.array([-0.0] * 40, dtype), isa=isa, **parameters)
        assert (zeros == 0).all() and np.signbit(zeros).all()
    else:
        assert_same_bits([minus_y, minus_d + 0], [y, -d + 0])


@every_isa
@wide_dtypes
@having("range")
def test_the_range_is_reached_and_never_left(isa, dtype, row, parameters):
    """A bound that is no short binary number may be missed by its rounding; an infinite one is only neared by gcu."""
    y = call(row, SORTED[dtype], isa=isa, **parameters)[0]
    for end, extreme, sign in zip(properties_of(row, parameters)["range"], (np.nanmin(y), np.nanmax(y)), (-1, 1), strict=True):
        end, bound = float(end), np.dtype(dtype).type(end)
        if math.isinf(end):
            assert extreme == end or (row == "gcu" and sign * extreme > np.finfo(dtype).max / 8)
        else:
            unit = 0 if (end * 2**20).is_integer() else np.spacing(abs(bound))
            rises = properties_of(row, parameters).get("monotonic")
            assert sign * extreme <= sign * bound + unit, extreme
            # the end of what rises is its limit, another's may lie between two arguments
            assert abs(extreme - bound) <= (unit if rises else 1e-6 * max(1, abs(bound))), extreme


@every_isa
@wide_dtypes
@having("monotonic")
def test_monotone_functions_never_fall(isa, dtype, row, parameters):
    """But for their errors of rounding: by no more than two units."""
    x = SORTED[dtype]
    (y,) = call(row, x, isa=isa, **parameters)
    with np.errstate(all="ignore"):
        allowed = 2 * np.spacing(np.abs(y[1:]))
        falls = np.flatnonzero(y[1:] < y[:-1] - allowed)
    assert not falls.size, [(x[i].item(), x[i + 1].item(), y[i].item(), y[i + 1].item()) for i in falls[:3]]


def jumps(row, parameters):
    """Where the value or the derivative jumps between -20 and 20, by bisection of a grid."""
    low = np.linspace(-20, 20, 8001) + 1 / 1024
    low, high = low[:-1], low[1:]

    def change(a, b):
        before, after = (call(f"{row}_with_grad", x, **parameters) for x in (a, b))
        with np.errstate(invalid="ignore"):
            size = sum(np.abs(g - f) for f, g in zip(before, after, strict=True))
        return np.where(np.isfinite(size), size, 0)

    for _ in range(40):
        middle = (low + high) / 2
        left = change(low, middle) >= change(middle, high)
        low, high = np.where(left, low, middle), np.where(left, middle, high)
    return high[change(low, high) > 1e-3]


@pytest.mark.parametrize("row", ROWS)
def test_the_kinks_are_where_the_derivative_jumps(row):
    """The kinks of a setting that has any; there may be none, as elu's where alpha is 1."""
    for parameters in settings_of(row):
        kinks, found = properties_of(row, parameters).get("kinks", ()), jumps(row, parameters)
        assert all(min(abs(x - kink) for kink in kinks or [math.inf]) < 1e-9 for x in found), found
    np.testing.assert_allclose(found, np.unique(kinks), rtol=1e-9, atol=1e-9)


# ---- the derivative from the output ----------------------------------------------------------------------------------


@every_isa
@wide_dtypes
@pytest.mark.parametrize("row, parameters", [(row, p) for row in FROM_OUTPUT for p in settings_of(row)])
def test_the_derivative_from_the_output_is_the_derivative(isa, dtype, row, parameters):
    """It is among those at the neighbours of the rounded y = f(x), or no farther than they are apart; at kinks, equal."""
    x = SORTED[dtype]
    (y,) = call(row, x, isa=isa, **parameters)
    with np.errstate(over="ignore"):
        below, above = (np.nextafter(y, np.array(end, dtype)) for end in (-np.inf, np.inf))
    near = np.array([call(f"{row}_grad_from_output", a.astype("f8"), **parameters)[0] for a in (below, y, above)])
    spread = np.ptp(near, axis=0)
    for d, allowed in (
        (call(f"{row}_grad", x.astype("f8"), **parameters)[0], 2**-45),
        (call(f"{row}_grad_from_output", y, isa=isa, **parameters)[0], 8 * np.finfo(dtype).eps),
    ):
        slack = 2 * spread + allowed * np.abs(d) + np.finfo(dtype).smallest_subnormal
        outside = np.flatnonzero((d < near.min(0) - slack) | (d > near.max(0) + slack))
        assert not outside.size, (x[outside[0]], y[outside[0]], d[outside[0]], near[:, outside[0]])
    kinks = np.array(properties_of(row, parameters).get("kinks", ()), dtype)
    (at_kinks,) = call(f"{row}_grad_from_output", *call(row, kinks, isa=isa, **parameters), isa=isa, **parameters)
    np.testing.assert_allclose(at_kinks, *call(f"{row}_grad", kinks, isa=isa, **parameters), rtol=8 * np.finfo(dtype).eps)


# ---- parameters outside their domain ---------------------------------------------------------------------------------

BEYOND = {"<": 0, "<=": 1, ">": 0, ">=": -1, "!=": 0}


def refused():
    """A function, a condition on its parameters, which it is that breaks it, and a setting in which it does."""
    for name in NAMES:
        for condition in conditions_of(name):
            key, relation, other = condition.split()
            parameters = parameters_of(name)
            bound = parameters[other] if other in parameters else float(other)
            yield name, condition, key, {**parameters, key: bound + BEYOND[relation]}


every_refused = pytest.mark.parametrize("name, condition, key, parameters", list(refused()))


@every_refused
def test_a_number_outside_the_domain_is_a_value_error_that_says_so(name, condition, key, parameters):
    """For everything that is one number; what was given, what is needed, and `out` as it was."""
    number = parameters[key]
    kinds = (
        float,
        np.float64,
        np.float32,
        np.array,
        lambda v: np.array(v, "f4"),
        lambda v: np.array(v, "bfloat16"),
        lambda v: np.array(v, "bfloat16")[()],
        *[int] * float(number).is_integer(),
    )
    for kind, dtype in itertools.product(kinds, WIDE):
        outs = tuple(np.full(20, 7, "f8") for _ in range(outputs_of(name)))
        needs, got = re.escape(condition), re.escape(f"{key}={kind(number)}")
        with pytest.raises(ValueError, match=rf"^{name}\(\) needs {needs}, got (.*, )?{got}"):
            call(name, *operands(name, dtype, 20), **{**parameters, key: kind(number)}, **into(outs))
        assert all((out == 7).all() for out in outs)
    with pytest.raises(ValueError, match=key):
        PUBLIC[name](*operands(name, "float64", 20), *parameters.values())


@every_isa
@wide_dtypes
@every_refused
def test_numbers_of_an_array_outside_the_domain_give_nan(isa, dtype, name, condition, key, parameters):
    arrays = operands(name, dtype, 100)
    valid = parameters_of(name)
    for mask in (np.arange(100) % 3 == 0, np.ones(100, bool)):
        given = {**parameters, key: np.where(mask, parameters[key], valid[key]).astype(dtype)}
        want = call(name, *arrays, isa=isa, **valid)
        assert_same_bits(call(name, *arrays, isa=isa, **given), [np.where(mask, w.dtype.type(np.nan), w) for w in want])
