"""Where a derivative is 0 by its piece, its product with dy is 0 whatever dy is; elsewhere it is the product."""

import math

import numpy as np
import pytest
from calls import PUBLIC, ROW, ROWS, assert_same_bits, call, every_dtype, every_isa, is_flat, settings_of
from fastact._core.ufuncs import built
from golden import FLAT

BACKWARD = [name for name in PUBLIC if "_backward" in name and ROWS[ROW[name]].flat]
GRADIENTS = [math.inf, -math.inf, math.nan, 2.0, -2.0, 0.0, -0.0]


def test_the_rows_that_are_flat_somewhere():
    assert {row.name for row in (*ROWS.values(), *built.gates) if row.flat} == set(FLAT)
    assert len(BACKWARD) == 19 + 4


def points(dtype):
    """On both sides of every kink and on it: multiples of 1/8, other sizes, and what is not finite."""
    grid = np.arange(-64, 65) / 8
    tiny, large = float(np.finfo(np.float16).tiny), 1e4
    return np.concatenate([grid, [tiny, -tiny, large, -large, -0.0, math.inf, -math.inf, math.nan]]).astype(dtype)


@every_isa
@every_dtype
@pytest.mark.parametrize("name", BACKWARD)
def test_on_a_flat_piece_the_product_is_0_whatever_dy_is(isa, dtype, name):
    x = points(dtype)
    for setting in settings_of(name):
        parameters = {key: np.dtype(dtype).type(number) for key, number in setting.items()}
        flat = is_flat(name, x, parameters)
        (slope,) = call(name.replace("_backward", "_grad"), x, isa=isa, **parameters)
        assert flat.any() and not slope[flat].any()
        for dy in map(np.dtype(dtype).type, GRADIENTS):
            with np.errstate(all="raise"):
                (got,) = call(name, dy, x, isa=isa, **parameters)
            with np.errstate(all="ignore"):
                want = np.where(flat, 0, (dy.astype("f8") * slope.astype("f8"))).astype(dtype)
            assert_same_bits([got], [want], f"{dy} {parameters}")


# A derivative that is 0 where no piece says so: by a parameter, at a root, as it underflows.
ZEROS = [
    ("hard_sigmoid", 1.0, {"slope": 0.0}),
    ("star_relu", 1.0, {"scale": 0.0}),
    ("leaky_relu", -1.0, {"negative_slope": 0.0}),
    ("prelu", -1.0, {"slope": 0.0}),
    ("srelu", -3.0, {"t_left": -1.0, "a_left": 0.0, "t_right": 1.0, "a_right": 0.5}),
    ("srelu", 3.0, {"t_left": -1.0, "a_left": 0.5, "t_right": 1.0, "a_right": 0.0}),
    ("plu", 3.0, {"a": 0.0}),
    ("elu", -1.0, {"alpha": 0.0}),
    ("squareplus", -1.0, {"b": 0.0}),
    ("swish", -math.inf, {}),
    ("hard_swish", -1.5, {}),
    ("sq_rbf", 0.0, {}),
    ("gaussian", 0.0, {}),
    ("sinc", 0.0, {}),
    ("tanh_shrink", 0.0, {}),
    ("star_relu", 1e-30, {"scale": 1e-30}),
    ("exponential", -1000.0, {}),
    ("sigmoid", -1000.0, {}),
    ("tanh", 1000.0, {}),
    ("gelu", -1000.0, {}),
    ("silu", -1000.0, {}),
]


@every_isa
@pytest.mark.parametrize("row, x, parameters", ZEROS)
def test_what_is_0_by_no_piece_is_multiplied(isa, row, x, parameters):
    x, parameters = np.float32(x), {key: np.float32(number) for key, number in parameters.items()}
    assert call(f"{row}_grad", x, isa=isa, **parameters) == (0,)
    for dy in (math.inf, -math.inf, math.nan):
        (got,) = call(f"{row}_backward", np.float32(dy), x, isa=isa, **parameters)
        assert np.isnan(got)


@every_isa
@every_dtype
@pytest.mark.parametrize("name", BACKWARD)
def test_a_parameter_for_which_the_derivative_is_nan_gives_nan(isa, dtype, name):
    """Also where the others and x lie on a flat piece: a parameter that is NaN, or does not fulfil its condition."""
    x = points(dtype)
    (setting, *_) = settings_of(name)
    for key in setting:
        for number in (math.nan, -7.0):
            parameters = {**setting, key: np.full(x.shape, number, dtype)}
            (slope,) = call(name.replace("_backward", "_grad"), x, isa=isa, **parameters)
            for dy in (1.0, math.inf):
                (got,) = call(name, np.full(x.shape, dy, dtype), x, isa=isa, **parameters)
                assert np.isnan(got[np.isnan(slope)]).all(), (key, number, dy)
