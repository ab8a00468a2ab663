"""How the tests call the functions of the table, with which numbers, and how they compare the results."""

from functools import cache

import ml_dtypes
import numpy as np
import pytest
from conftest import build
from golden import FLAT

from fastact._core import ufuncs
from fastact._core.table_rows import stated

ISAS = ufuncs.isas
FUNCTIONS = {isa: build(isa).functions for isa in ISAS}
PUBLIC = ufuncs.functions
ROWS = {row.name: row for row in ufuncs.activations}
SUFFIXES = ["", "_grad", "_backward", "_with_grad", "_grad_from_output", "_backward_from_output"]
ROW = {row + suffix: row for row in ROWS for suffix in SUFFIXES if row + suffix in PUBLIC}
NAMES = list(PUBLIC)
PARAMETRIC = [name for name in NAMES if ROWS[ROW[name]].parameters]
# One function of every number of operands, parameters and results: a loop knows no more of it than that.
SHAPES = [name for name in NAMES if ROW[name] in ("sigmoid", "softplus", "hard_tanh", "srelu")]

# What AVX-512 makes in float32 of a table of the Mills ratio, where the other ISAs' polynomial takes longer.
INTERPOLATED = {name for name in NAMES if ROW[name] in ("phish", "serf")}

WIDE, NARROW = ["float32", "float64"], ["float16", "bfloat16"]
DTYPES = [*NARROW, *WIDE]
# Every kernel with the types it computes in, and the conversions to and from the narrow ones, which all kernels share.
KERNELS = [(name, dtype) for name in NAMES for dtype in (DTYPES if name in SHAPES else WIDE)]

# What is no number.
BAD = [
    "text",
    b"bytes",
    None,
    1j,
    object(),
    np.datetime64("2000-01-01"),
    np.timedelta64(1, "s"),
    [1, "a"],
    np.array(["a", "b"]),
    np.ones(3, "O"),
    np.ones(3, "c8"),
    np.zeros(3, "M8[s]"),
    np.zeros(3, "f4,f4"),
]

every_name = pytest.mark.parametrize("name", NAMES)
every_row = pytest.mark.parametrize("row", ROWS)
every_shape = pytest.mark.parametrize("name", SHAPES)
every_kernel = pytest.mark.parametrize("name, dtype", KERNELS)
every_parametric = pytest.mark.parametrize("name", PARAMETRIC)
every_dtype = pytest.mark.parametrize("dtype", DTYPES)
wide_dtypes = pytest.mark.parametrize("dtype", WIDE)
every_isa = pytest.mark.parametrize("isa", ISAS)


def inputs_of(name):
    return 2 if "_backward" in name else 1


def outputs_of(name):
    return 2 if name.endswith("_with_grad") else 1


def conditions_of(name):
    row = ROWS[ROW[name]]
    return row.from_output.conditions if name.endswith("_from_output") else row.conditions


def are_valid(name, parameters):
    return all(eval(condition, {}, parameters) for condition in conditions_of(name))


def parameters_of(name):
    """The parameters by name, each with its default, or a number near 1/4 where it has none."""
    row = ROWS[ROW[name]]
    return {
        key: min(max(0.25, row.ranges[key][0]), row.ranges[key][1]) if value is None else value
        for key, value in row.parameters.items()
    }


def required_of(name):
    return {key: number for key, number in parameters_of(name).items() if ROWS[ROW[name]].parameters[key] is None}


def others_of(name):
    """The parameters with other numbers than parameters_of gives, in the ranges of the table too."""
    ranges = ROWS[ROW[name]].ranges
    return {key: number + (0.25 if number + 0.25 <= ranges[key][1] else -0.25) for key, number in parameters_of(name).items()}


def settings_of(name):
    return [parameters_of(name), others_of(name)] if ROWS[ROW[name]].parameters else [{}]


def between(name, key, n):
    """n numbers for a parameter, from parameters_of to others_of."""
    return np.linspace(parameters_of(name)[key], others_of(name)[key], n)


def properties_of(row, parameters):
    """What the table says of a row: range, kinks, monotonic, symmetry."""
    return stated(ROWS[row], **parameters)


def is_flat(name, x, parameters):
    """Where the derivative is 0 by its piece; of y, for a derivative from the output."""
    numbers = [np.asarray(parameters[key]).astype("f8") for key in ROWS[ROW[name]].parameters]
    return FLAT[ROW[name]](x.astype("f8"), *numbers) if ROW[name] in FLAT else np.zeros(x.shape, bool)


def call(name, *arrays, isa=None, **kwargs):
    """The results, as a tuple always; parameters have their defaults unless they are given."""
    function = PUBLIC[name] if isa is None else FUNCTIONS[isa][name]
    result = function(*arrays, **{**required_of(name), **kwargs})
    return result if isinstance(result, tuple) else (result,)


def into(outs):
    return {"out": outs if len(outs) > 1 else outs[0]}


def ufunc_of(name):
    function = PUBLIC[name]
    return function if isinstance(function, np.ufunc) else function.ufunc


@cache
def values(dtype, n, seed=0):
    """Numbers of every kind: a third ordinary, a third any bit pattern (so any exponent), and the special ones."""
    rng = np.random.default_rng([seed, n])
    dtype = np.dtype(dtype)
    made = (4 * rng.standard_normal(n)).astype(dtype)
    patterns = rng.integers(0, 256, n * dtype.itemsize, dtype="u1").view(dtype)
    where = rng.random(n)
    made = np.where(where < 1 / 3, patterns, made)
    special = specials(dtype)
    made = np.where(where > 0.8, special[rng.integers(0, len(special), n)], made)
    made = quiet(made)
    made.flags.writeable = False
    return made


def quiet(array):
    """With one NaN for all of them: to read a signalling one raises a flag."""
    with np.errstate(invalid="ignore"):
        return np.where(np.isnan(array), np.array(np.nan, array.dtype), array)


def specials(dtype):
    info = ml_dtypes.finfo(dtype)
    tiny, least = float(info.smallest_normal), float(info.smallest_subnormal)
    small = [0, least, 3 * least, tiny / 2, tiny, tiny * 2, float(info.eps)]
    positive = np.array([*small, 0.5, 1, 2, 3, 6, 20, 100, float(info.max) / 2, float(info.max), np.inf], dtype)
    return np.concatenate([positive, -positive, np.array([np.nan, -np.nan], dtype)])


def operands(name, dtype, n, seed=0):
    return [values(dtype, n, seed + k) for k in range(inputs_of(name))]


def bits(array):
    """The bit patterns in logical order; a NaN is a NaN, whatever its sign."""
    array = np.asarray(array)
    assert array.dtype.isnative
    return quiet(array).view(f"u{array.itemsize}")


def assert_same_bits(got, want, label=""):
    assert len(got) == len(want)
    for g, w in zip(got, want, strict=True):
        assert g.dtype == w.dtype and np.shape(g) == np.shape(w), label
        if not np.array_equal(bits(g), bits(w)):
            np.testing.assert_array_equal(bits(g), bits(w), err_msg=label)


# ---- layouts of an array ---------------------------------------------------------------------------------------------


def offset(a):
    return np.concatenate([a[:3], a])[3:]


def strided(step):
    def make(a):
        base = np.zeros((a.shape[0] * abs(step), *a.shape[1:]), a.dtype)
        view = base[::step]
        view[...] = a
        return view

    return make


def transposed(a):
    view = np.empty(a.shape[::-1], a.dtype).T
    view[...] = a
    return view


def columns(a):
    """A slice of a wider array: rows with a gap between them."""
    view = np.zeros((*a.shape[:-1], a.shape[-1] + 5), a.dtype)[..., 2:-3]
    view[...] = a
    return view


def unaligned(a):
    view = np.zeros(a.nbytes + 1, "u1")[1:].view(a.dtype).reshape(a.shape)
    view[...] = a
    assert not view.flags.aligned
    return view


def swapped(a):
    """bfloat16 has no other byte order."""
    return a.astype(a.dtype.newbyteorder())


LAYOUTS = {
    "offset by 3": (offset, (2520,)),
    "stride 2": (strided(2), (2520,)),
    "stride 3": (strided(3), (2520,)),
    "stride -1": (strided(-1), (2520,)),
    "stride -2": (strided(-2), (2520,)),
    "transposed": (transposed, (36, 70)),
    "Fortran": (np.asfortranarray, (36, 70)),
    "three axes": (transposed, (7, 9, 40)),
    "columns": (columns, (36, 70)),
    "unaligned": (unaligned, (2520,)),
    "byte-swapped": (swapped, (2520,)),
}
