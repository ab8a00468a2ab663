"""Every elementwise function of the table as a ufunc: the same bits however it is called, and NumPy's own manners."""

import copy
import inspect
import itertools
import json
import math
import pickle
import subprocess
import sys
import warnings

import hashes
import ml_dtypes
import numpy as np
import pytest
from calls import (
    DTYPES,
    INTERPOLATED,
    ISAS,
    KERNELS,
    NAMES,
    NARROW,
    PARAMETRIC,
    PUBLIC,
    ROW,
    ROWS,
    SHAPES,
    WIDE,
    are_valid,
    assert_same_bits,
    between,
    bits,
    call,
    every_dtype,
    every_isa,
    every_kernel,
    every_name,
    every_parametric,
    every_row,
    every_shape,
    inputs_of,
    into,
    operands,
    others_of,
    outputs_of,
    parameters_of,
    quiet,
    required_of,
    specials,
    ufunc_of,
    values,
)
from conftest import build
from hypothesis import given, settings
from hypothesis import strategies as st

import fastact as fa

every_parametric_shape = pytest.mark.parametrize("name", [name for name in SHAPES if name in PARAMETRIC])

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


# ---- the same bits ---------------------------------------------------------------------------------------------------


def shape_of(name):
    return inputs_of(name), len(parameters_of(name)), outputs_of(name)


def test_the_shapes_are_all_there_are():
    assert set(ROW) == set(NAMES)
    assert {shape_of(name) for name in SHAPES} == {shape_of(name) for name in NAMES}


@every_isa
@every_kernel
def test_every_length_and_offset_gives_the_bits_of_a_long_array(isa, name, dtype):
    arrays = operands(name, dtype, 2520)
    want = call(name, *arrays, isa=isa)
    slices = [slice(start, start + n) for n in range(1, 301) for start in (n % 7, 2220 - n)]
    parts = [call(name, *(a[s] for a in arrays), isa=isa) for s in slices]
    for k in range(outputs_of(name)):
        got = np.concatenate([part[k] for part in parts])
        np.testing.assert_array_equal(bits(got), bits(np.concatenate([want[k][s] for s in slices])))


@every_dtype
@every_shape
def test_layout_of_the_inputs_does_not_change_a_bit(dtype, name):
    arrays = operands(name, dtype, 2520)
    want = call(name, *arrays)
    for label, (make, shape) in LAYOUTS.items():
        for laid_out in itertools.product([False, True], repeat=len(arrays)):
            shaped = [a.reshape(shape) for a in arrays]
            got = call(name, *(make(a) if chosen else a for a, chosen in zip(shaped, laid_out, strict=True)))
            assert_same_bits(got, [w.reshape(shape) for w in want], f"{label} {laid_out}")


@every_dtype
@every_shape
def test_layout_of_out_does_not_change_a_bit(dtype, name):
    arrays = operands(name, dtype, 2520)
    want = call(name, *arrays)
    for label, (make, shape) in LAYOUTS.items():
        outs = tuple(make(np.zeros(shape, dtype)) for _ in want)
        got = call(name, *(a.reshape(shape) for a in arrays), **into(outs))
        assert all(g is out for g, out in zip(got, outs, strict=True)), label
        assert_same_bits([out.astype(dtype) for out in outs], [w.reshape(shape) for w in want], label)


@every_kernel
def test_in_place_gives_the_same_bits(name, dtype):
    arrays = operands(name, dtype, 2520)
    want = call(name, *arrays)
    for make in (np.copy, strided(2), strided(-1)):
        for which, position in itertools.product(range(len(arrays)), range(len(want))):
            copies = [make(a) for a in arrays]
            outs = [np.empty(2520, dtype) for _ in want]
            outs[position] = copies[which]
            call(name, *copies, **into(tuple(outs)))
            assert_same_bits(outs, want, f"operand {which} is result {position}")


@every_dtype
@every_shape
def test_out_that_overlaps_the_input_gives_the_same_bits(dtype, name):
    arrays = operands(name, dtype, 2520)
    want = call(name, *arrays)
    for shift in (1, 16, -1):
        base = np.zeros(2552, dtype)
        x, out = base[16:-16], base[16 + shift : 2536 + shift]
        x[...] = arrays[-1]
        rest = [np.empty(2520, dtype) for _ in want[1:]]
        call(name, *arrays[:-1], x, **into((out, *rest)))
        assert_same_bits((out, *rest), want)


@pytest.mark.parametrize("row", ["sigmoid", "softplus", "srelu"])
def test_large_out_that_overlaps_the_input_gives_the_same_bits_with_threads(row):
    """Results that overwrite inputs of another thread's part would race."""
    x = np.resize(values("float32", 10007), 400_000)
    for taken, place in ((slice(1, None), slice(-1)), (slice(-1), slice(1, None)), (slice(None, None, 2), slice(200_000))):
        base = x.copy()
        with fa.num_threads(2):
            call(row, base[taken], out=base[place])
        assert_same_bits([base[place]], call(row, x[taken]))


@pytest.mark.parametrize("name", [name for name in SHAPES if ufunc_of(name).nin == 2 and ufunc_of(name).nout == 1])
def test_reduce_and_accumulate_go_element_by_element(name):
    """They make each result an operand of the next."""
    x = values("float64", 40)
    ufunc = ufunc_of(name)
    want = [x[0]]
    for number in x[1:]:
        want.append(ufunc(want[-1], number))
    assert_same_bits([ufunc.accumulate(x), ufunc.reduce(x)], [np.array(want), want[-1]])


@every_dtype
@every_shape
def test_number_of_threads_does_not_change_a_bit(dtype, name):
    arrays = [np.resize(a, 500_001) for a in operands(name, dtype, 10007)]
    with fa.num_threads(1):
        want = call(name, *arrays)
    assert_same_bits([w[:10007] for w in want], call(name, *(a[:10007] for a in arrays)), "1 thread")
    for count in (2, 3, 7):
        with fa.num_threads(count):
            assert_same_bits(call(name, *arrays), want, f"{count} threads")
    with fa.num_threads(3):
        assert_same_bits(call(name, *(a[::-1] for a in arrays)), [w[::-1] for w in want], "3 threads, reversed")


@every_isa
@pytest.mark.parametrize("name", ["softsign", "leaky_relu_backward", "relu_with_grad"])
def test_results_that_go_past_the_caches_have_the_same_bits(isa, name):
    """Operands of 36 MiB and more, that begin anywhere in a line; two outputs alike and unlike in that."""
    n = 9 * 2**20 // 2 + 5
    made = build(isa)[1][name]
    ufunc = getattr(made, "ufunc", made)
    outputs = ufunc.nout
    inputs = [np.resize(a, n + 16)[3 : 3 + n] for a in operands(name, "float32", 10007)]
    parameters = [np.float32(number) for number in parameters_of(name).values()]
    pieces = [ufunc(*(a[k : k + 2**16] for a in inputs), *parameters) for k in range(0, n, 2**16)]
    want = [np.concatenate(part) for part in (zip(*pieces) if outputs > 1 else [pieces])]
    memory = np.empty((outputs, n + 64), "float32")
    for starts in ([0, 0], [1, 1], [7, 8]):
        outs = [row[start : start + n] for row, start in zip(memory, starts)]
        for count in (1, 3):
            memory.fill(-77)
            with fa.num_threads(count):
                ufunc(*inputs, *parameters, out=tuple(outs))
            assert_same_bits(outs, want, f"{starts}, {count} threads")
            for row, start in zip(memory, starts):
                assert (row[:start] == -77).all() and (row[start + n :] == -77).all()


@pytest.mark.skipif(not {"avx2", "avx512"} <= set(ISAS), reason="needs a processor that has both")
@pytest.mark.parametrize("name, dtype", [(n, d) for n, d in KERNELS if n not in INTERPOLATED or d == "float64"])
def test_avx2_and_avx512_give_the_same_bits(name, dtype):
    for parameters in (required_of(name), others_of(name)):
        arrays = operands(name, dtype, 30000)
        assert_same_bits(call(name, *arrays, isa="avx2", **parameters), call(name, *arrays, isa="avx512", **parameters))


@every_isa
@every_dtype
@pytest.mark.parametrize("name", [*hashes.ELEMENTWISE, *hashes.REDUCTIONS])
def test_no_bit_has_changed(isa, dtype, name):
    stored = json.loads(hashes.HASHES.read_text())[f"{name} {dtype}"][hashes.class_of(name, isa)]
    assert hashes.hash_of(name, dtype, isa) == stored, (
        f"{name} gives other bits: if it shall, say so in CHANGELOG.md, then python tests/hashes.py > tests/hashes.json"
    )


@every_isa
@pytest.mark.parametrize("name, dtype", [(name, dtype) for name, dtype in KERNELS if "_backward" in name])
def test_backward_is_dy_times_grad(isa, name, dtype):
    """In float32 for the narrow types, which rounds once."""
    dy, x = operands(name, dtype, 5000)
    computed = np.promote_types(dtype, "float32")
    parameters = {key: computed.type(np.dtype(dtype).type(number)) for key, number in parameters_of(name).items()}
    (slope,) = call(name.replace("_backward", "_grad"), x.astype(computed), isa=isa, **parameters)
    with np.errstate(all="ignore"):
        want = (dy.astype(computed) * slope).astype(dtype)
    assert_same_bits(call(name, dy, x, isa=isa), [want])


@every_isa
@pytest.mark.parametrize("name, dtype", [(name, dtype) for name, dtype in KERNELS if name.endswith("_with_grad")])
def test_with_grad_is_value_and_grad(isa, name, dtype):
    row, x = ROW[name], values(dtype, 5000)
    assert_same_bits(call(name, x, isa=isa), (*call(row, x, isa=isa), *call(f"{row}_grad", x, isa=isa)))


# ---- float16 and bfloat16 --------------------------------------------------------------------------------------------


def units_off(got, exact, dtype):
    """Their distance in units in the last place of the dtype; an infinity is the first power of two that is too large."""
    info = ml_dtypes.finfo(dtype)
    beyond = 2.0**info.maxexp
    got, exact = (np.clip(a.astype("f8"), -beyond, beyond) for a in (got, exact))
    unit = np.ldexp(1.0, np.clip(np.frexp(exact)[1] - 1, info.minexp, info.maxexp - 1) - info.nmant)
    off = np.abs(got - exact) / unit
    return np.where(np.isnan(got) == np.isnan(exact), np.nan_to_num(off), np.inf)


@every_isa
@pytest.mark.parametrize("dtype", NARROW)
@every_row
def test_every_narrow_result_is_right_to_half_a_unit(isa, dtype, row):
    """For all 2^16 arguments; float64's results stand for the exact ones, float32's error allows 2^-8 of a unit."""
    x = quiet(np.arange(65536, dtype="u2").view(dtype))
    parameters = {key: np.dtype(dtype).type(number) for key, number in parameters_of(row).items()}
    got = call(f"{row}_with_grad", x, isa=isa, **parameters)
    exact = call(f"{row}_with_grad", x.astype("f8"), **{key: np.float64(number) for key, number in parameters.items()})
    for which, (g, e) in enumerate(zip(got, exact, strict=True)):
        off = units_off(g, e, dtype)
        worst = np.argmax(off)
        assert g.dtype == dtype and off[worst] <= 0.5 + 2**-8, (which, x[worst], g[worst], e[worst], off[worst])


@every_dtype
@every_name
def test_results_have_the_type_of_the_operands(name, dtype):
    """Python numbers, the defaults among them, follow the arrays; so does a dtype= that says the same."""
    for arrays in ([values(dtype, 20)] * inputs_of(name), [np.dtype(dtype).type(0.5)] * inputs_of(name)):
        for kwargs in ({}, parameters_of(name), {"dtype": dtype}, {**parameters_of(name), "dtype": dtype}):
            assert all(result.dtype == dtype for result in call(name, *arrays, **kwargs)), kwargs


MIXED = [np.ones(3, dtype) for dtype in (*DTYPES, "?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8")]
MIXED += [np.float64(1), np.float32(1), np.ones((), "bfloat16")[()], 1.0, 1, True]


@pytest.mark.parametrize("name", ["sigmoid_backward", "sigmoid_backward_from_output"])
def test_mixed_operands_are_typed_as_numpy_types_them(name):
    """As numpy.logaddexp does, which has the same loops, bfloat16's among them."""
    for a, b in itertools.product(MIXED, repeat=2):
        want = np.logaddexp(a, b).dtype
        (got,) = call(name, a, b)
        assert got.dtype == want, (a, b)
        assert_same_bits([got], call(name, np.asarray(a).astype(want)[()], np.asarray(b).astype(want)[()]), f"{a!r} {b!r}")


# ---- the contract of a ufunc -----------------------------------------------------------------------------------------


@every_shape
def test_out_by_position_keyword_and_tuple_returns_the_array_itself(name):
    arrays = operands(name, "float64", 20)
    want = call(name, *arrays)
    by_position, by_keyword, by_tuple = ([np.zeros(20) for _ in want] for _ in range(3))
    results = [
        PUBLIC[name](*arrays, *parameters_of(name).values(), *by_position),
        PUBLIC[name](*arrays, **required_of(name), **into(tuple(by_keyword))),
        PUBLIC[name](*arrays, **required_of(name), out=tuple(by_tuple)),
    ]
    for outs, result in zip((by_position, by_keyword, by_tuple), results, strict=True):
        result = result if isinstance(result, tuple) else (result,)
        assert all(r is out for r, out in zip(result, outs, strict=True))
        assert_same_bits(outs, want)


@every_dtype
@every_shape
def test_where_leaves_the_rest_of_out_untouched(dtype, name):
    arrays = operands(name, dtype, 1000)
    want = call(name, *arrays)
    random = np.random.default_rng(0).random(1000)
    for mask in (random < 0.5, random < 0.02, random < 0.98, np.zeros(1000, bool), (random < 0.5)[::-1]):
        outs = tuple(np.full(1000, 7, dtype) for _ in want)
        call(name, *arrays, where=mask, **into(outs))
        assert_same_bits(outs, [np.where(mask, w, np.full_like(w, 7)) for w in want])


# To bfloat16 NumPy casts no operand of its own types.
CONVERSIONS = [*itertools.permutations(["float16", *WIDE], 2), *itertools.product(["bfloat16"], WIDE)]


@every_shape
@pytest.mark.parametrize("source, target", CONVERSIONS)
def test_dtype_converts_the_operands_first(name, source, target):
    arrays = operands(name, source, 300)
    with np.errstate(all="ignore"):
        want = call(name, *(a.astype(target) for a in arrays))
        got = call(name, *arrays, dtype=target, casting="same_kind")
    assert_same_bits(got, want)


@every_shape
def test_dtype_that_has_no_loop_is_a_type_error(name):
    for dtype in ("complex128", "int64", "O"):
        with pytest.raises(TypeError, match=ROW[name]):
            call(name, *operands(name, "float32", 3), dtype=dtype)


@every_shape
def test_casting_unsafe_is_allowed_and_no_refuses(name):
    arrays = [np.arange(-4, 5, dtype="i4")] * inputs_of(name)
    want = call(name, *(a.astype("f8") for a in arrays))
    outs = tuple(np.zeros(9, "i2") for _ in want)
    call(name, *arrays, casting="unsafe", **into(outs))
    for out, w in zip(outs, want, strict=True):
        np.testing.assert_array_equal(out, w.astype("i2"))
    outs = tuple(np.full(9, 5, "i2") for _ in want)
    for kwargs in ({}, {"casting": "no"}, {"casting": "same_kind"}):
        with pytest.raises(TypeError, match=name):
            call(name, *arrays, **into(outs), **kwargs)
    with pytest.raises(TypeError, match=name):
        call(name, *arrays, casting="no")
    assert all((out == 5).all() for out in outs)


@every_shape
def test_order_sets_the_layout_of_the_result(name):
    arrays = [np.asfortranarray(a.reshape(4, 5)) for a in operands(name, "float32", 20)]
    for order, flag in (("C", "C_CONTIGUOUS"), ("F", "F_CONTIGUOUS"), ("K", "F_CONTIGUOUS")):
        assert all(result.flags[flag] for result in call(name, *arrays, order=order))


class Tagged(np.ndarray):
    pass


@every_shape
def test_subclass_comes_back_unless_subok_is_false(name):
    plain = operands(name, "float32", 20)
    tagged = [a.view(Tagged) for a in plain]
    assert all(type(result) is Tagged for result in call(name, *tagged))
    assert all(type(result) is np.ndarray for result in call(name, *tagged, subok=False))
    assert_same_bits(call(name, *tagged), call(name, *plain))


@every_parametric_shape
@every_dtype
def test_a_parameter_per_channel_is_a_loop_over_channels(name, dtype):
    arrays = [a.reshape(3, 500) for a in operands(name, dtype, 1500)]
    for key in parameters_of(name):
        channels = between(name, key, 3).astype(dtype)
        got = call(name, *arrays, **{key: channels[:, None]})
        rows = [call(name, *(a[i] for a in arrays), **{key: channels[i]}) for i in range(3)]
        assert_same_bits(got, [np.stack(column) for column in zip(*rows, strict=True)], key)


@every_parametric_shape
@every_dtype
def test_a_parameter_per_element_is_a_loop_over_elements(name, dtype):
    arrays = operands(name, dtype, 100)
    for key in parameters_of(name):
        numbers = between(name, key, 100).astype(dtype)
        for parameter in (numbers, numbers[::-1], np.repeat(numbers, 2)[::2], transposed(numbers.reshape(1, 100))[0]):
            got = call(name, *arrays, **{key: parameter})
            single = [call(name, *(a[i] for a in arrays), **{key: parameter[i]}) for i in range(100)]
            assert_same_bits(got, [np.array(column, dtype) for column in zip(*single, strict=True)], key)


@every_parametric_shape
def test_operands_and_parameters_broadcast_against_each_other(name):
    arrays = [a.reshape(4, 1, 5) for a in operands(name, "float64", 20)]
    given = {key: between(name, key, 3).reshape(3, 1) for key in parameters_of(name)}
    got = call(name, *arrays, **given)
    whole = [np.ascontiguousarray(np.broadcast_to(a, (4, 3, 5))) for a in arrays]
    full = {key: np.ascontiguousarray(np.broadcast_to(array, (4, 3, 5))) for key, array in given.items()}
    assert got[0].shape == (4, 3, 5)
    assert_same_bits(got, call(name, *whole, **full))


@pytest.mark.parametrize("name", [name for name in SHAPES if "_backward" in name])
def test_both_operands_of_backward_broadcast_against_each_other(name):
    dy, x = values("float32", 7, 1).reshape(7, 1), values("float32", 60, 2)
    wide = [np.ascontiguousarray(a) for a in np.broadcast_arrays(dy, x)]
    assert_same_bits(call(name, dy, x), call(name, *wide))


@every_shape
def test_scalars_and_0d_arrays_give_numpy_scalars(name):
    for scalar, dtype in (
        (0.5, "f8"),
        (2, "f8"),
        (np.float32(0.5), "f4"),
        (np.float16(0.5), "f2"),
        (np.array(0.5), "f8"),
        (np.array(0.5, "f4"), "f4"),
        (np.array(0.5, ">f4"), "f4"),
        (np.array(0.5, "bfloat16"), "bfloat16"),
        (np.array([0.5], "bfloat16")[0], "bfloat16"),
    ):
        count = inputs_of(name)
        want = call(name, *[np.array([scalar], dtype)] * count)
        got = call(name, *[scalar] * count)
        assert all(type(g) is np.dtype(dtype).type for g in got)
        assert_same_bits(got, [w[0] for w in want], repr(scalar))


@every_shape
def test_lists_and_tuples_are_taken_as_arrays(name):
    nested = [[0.5, -1.0], [2.0, 3.0]]
    want = call(name, *[np.array(nested)] * inputs_of(name))
    for given_as in (nested, tuple(map(tuple, nested))):
        assert_same_bits(call(name, *[given_as] * inputs_of(name)), want)


@every_shape
def test_zero_size_gives_zero_size(name):
    for dtype, shape in itertools.product(DTYPES, ((0,), (3, 0), (0, 4, 2))):
        for result in call(name, *[np.zeros(shape, dtype)] * inputs_of(name)):
            assert result.shape == shape and result.dtype == dtype


@every_shape
def test_integers_and_bool_are_typed_as_exp_types_them(name):
    for code in np.typecodes["AllInteger"] + "?":
        array = np.array([0, 1, 2, 3, 100] * 5).astype(code)
        dtype = np.exp(array[:1]).dtype
        want = call(name, *[array.astype(dtype)] * inputs_of(name))
        assert want[0].dtype == dtype
        assert_same_bits(call(name, *[array] * inputs_of(name)), want)
        assert_same_bits(call(name, *[array[1]] * inputs_of(name)), [w[1] for w in want])


@every_parametric
@every_dtype
def test_a_python_number_as_parameter_keeps_the_dtype(name, dtype):
    arrays = operands(name, dtype, 50)
    for key, number in others_of(name).items():
        want = call(name, *arrays, **{key: np.full(50, number, dtype)})
        assert_same_bits(call(name, *arrays, **{key: number}), want)
        assert_same_bits(call(name, *(a[0] for a in arrays), **{key: number}), [w[0] for w in want])
        whole = {**parameters_of(name), key: 1}
        if are_valid(name, whole):
            assert_same_bits(call(name, *arrays, **whole), call(name, *arrays, **{**whole, key: 1.0}))


@every_parametric
@pytest.mark.parametrize("dtype", ["bfloat16", "float32"])
def test_a_float64_parameter_promotes(name, dtype):
    arrays = operands(name, dtype, 50)
    for key, number in others_of(name).items():
        for parameter in (np.full(50, number), np.array(number), np.float64(number)):
            want = call(name, *(a.astype("f8") for a in arrays), **{key: parameter})
            assert want[0].dtype == np.float64
            assert_same_bits(call(name, *arrays, **{key: parameter}), want)


class Override:
    """Takes over every ufunc that it is an operand of."""

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return self, ufunc, method, inputs, kwargs


@every_shape
def test_array_ufunc_of_an_operand_is_called(name):
    for position in range(inputs_of(name)):
        arrays = [np.ones(3) for _ in range(inputs_of(name))]
        arrays[position] = mine = Override()
        taken, ufunc, method, inputs, kwargs = PUBLIC[name](*arrays, **required_of(name), where=True, order="C")
        assert taken is mine and ufunc is ufunc_of(name) and method == "__call__"
        assert inputs[position] is mine
        assert inputs[inputs_of(name) :] == tuple(parameters_of(name).values())
        assert kwargs.pop("where", True) is True and kwargs == {"order": "C"}


@every_shape
def test_array_ufunc_of_out_is_called(name):
    mine = Override()
    outs = (mine,) * outputs_of(name)
    taken, ufunc, _, _, kwargs = PUBLIC[name](*[np.ones(3)] * inputs_of(name), **required_of(name), out=outs)
    assert taken is mine and ufunc is ufunc_of(name) and kwargs == {"out": outs}


@every_parametric
def test_array_ufunc_of_a_parameter_is_called(name):
    keys = parameters_of(name)
    for k, key in enumerate(keys):
        mine = Override()
        arrays = [np.ones(3)] * inputs_of(name)
        by_keyword = PUBLIC[name](*arrays, **{**required_of(name), key: mine})
        by_position = PUBLIC[name](*arrays, *[mine if other == key else keys[other] for other in keys])
        for taken, ufunc, _, inputs, kwargs in (by_keyword, by_position):
            assert taken is mine and ufunc is ufunc_of(name) and inputs[inputs_of(name) + k] is mine and kwargs == {}


# ---- names, parameters, pickles --------------------------------------------------------------------------------------


def arguments_of(name):
    return ["dy", "y" if name.endswith("_from_output") else "x"][-inputs_of(name) :]


@every_name
def test_signature_is_operands_parameters_then_what_a_ufunc_takes(name):
    parameters = list(inspect.signature(PUBLIC[name]).parameters.values())
    table = ROWS[ROW[name]].parameters
    first, last = inputs_of(name), inputs_of(name) + len(table)
    assert [p.name for p in parameters[:first]] == arguments_of(name)
    assert all(p.kind is p.POSITIONAL_ONLY and p.default is p.empty for p in parameters[:first])
    assert [p.name for p in parameters[first:last]] == list(table)
    for p in parameters[first:last]:
        assert p.kind is p.POSITIONAL_OR_KEYWORD
        assert p.default is p.empty if table[p.name] is None else p.default == table[p.name]
    numpys = {"out": None, "where": True, "casting": "same_kind", "order": "K", "dtype": None, "subok": True}
    assert {p.name: p.default for p in parameters[last:]} == numpys


@every_parametric
def test_the_default_in_the_signature_is_the_one_used(name):
    arrays = operands(name, "float32", 200)
    bound = inspect.signature(PUBLIC[name]).bind(*arrays, **required_of(name))
    bound.apply_defaults()
    given_defaults = {key: bound.arguments[key] for key in parameters_of(name)}
    assert_same_bits(call(name, *arrays), call(name, *arrays, **given_defaults))


@every_parametric
def test_parameters_by_position_and_keyword_give_the_same(name):
    arrays = operands(name, "float32", 200)
    numbers = others_of(name)
    want = call(name, *arrays, **numbers)
    keys = list(numbers)
    for split in range(len(keys) + 1):
        positional = [numbers[key] for key in keys[:split]]
        got = PUBLIC[name](*arrays, *positional, **{key: numbers[key] for key in reversed(keys[split:])})
        assert_same_bits(got if isinstance(got, tuple) else (got,), want)


@every_parametric
def test_a_duplicate_parameter_is_a_type_error_that_names_it(name):
    key, number = next(iter(parameters_of(name).items()))
    with pytest.raises(TypeError, match=rf"^{name}\(\).*'{key}'"):
        PUBLIC[name](*[np.ones(3)] * inputs_of(name), number, **{key: number})


@every_shape
def test_an_unknown_argument_is_a_type_error_that_names_it(name):
    with pytest.raises(TypeError, match=rf"^{name}\(\).*'gamma'"):
        call(name, *[np.ones(3)] * inputs_of(name), gamma=1)


@pytest.mark.parametrize("name", [name for name in PARAMETRIC if required_of(name)])
def test_a_missing_parameter_is_a_type_error_that_names_it(name):
    required = required_of(name)
    for key, kwargs in itertools.product(required, ({}, {"out": None}, {"where": True})):
        others = {other: number for other, number in required.items() if other != key}
        with pytest.raises(TypeError, match=rf"^{name}\(\).*'{key}'"):
            PUBLIC[name](*[np.ones(3)] * inputs_of(name), **others, **kwargs)


def test_missing_operands_are_a_type_error_that_names_the_function():
    """In a process of its own, which a read beyond the arguments may end."""
    code = """
import numpy as np
import fastact as fa
from fastact._core.ufuncs import functions
for name, function in functions.items():
    for count in range(2 if "_backward" in name else 1):
        for kwargs in ({}, {"out": None}, {"dtype": "f4"}):
            try:
                function(*[np.ones(3)] * count, **kwargs)
            except TypeError as error:
                assert name + "()" in str(error), (name, error)
            else:
                raise AssertionError(name)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, (done.returncode, done.stderr)


@every_shape
def test_too_many_arguments_are_a_type_error(name):
    extra = [None] * (outputs_of(name) + 1)
    with pytest.raises(TypeError, match=name):
        PUBLIC[name](*[np.ones(3)] * inputs_of(name), *parameters_of(name).values(), *extra)


@every_name
def test_pickle_and_copy_give_the_identical_function(name):
    function = PUBLIC[name]
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(function, protocol)) is function
    assert copy.copy(function) is function
    assert copy.deepcopy(function) is function


@every_name
def test_function_is_public_under_its_own_name(name):
    function = PUBLIC[name]
    assert getattr(fa, name) is function and name in fa.__all__
    assert function.__name__ == function.__qualname__ == name
    assert function.__module__ == "fastact"
    assert isinstance(ufunc_of(name), np.ufunc) and ufunc_of(name).__name__ == name


@every_name
def test_docstring_begins_with_the_call_and_explains_every_argument(name):
    doc = PUBLIC[name].__doc__
    assert doc.startswith(f"{name}(")
    signature, summary = doc.split("\n\n")[:2]
    assert "\n" not in signature and ROW[name] in summary and summary.endswith(".")
    for argument in [*arguments_of(name), *parameters_of(name)]:
        assert f"\n{argument} : array_like" in doc


# ---- bad input -------------------------------------------------------------------------------------------------------

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


@every_shape
def test_input_that_is_no_number_is_a_type_error_and_leaves_out_alone(name):
    for bad in BAD:
        for position in range(inputs_of(name)):
            arrays = [np.ones(3)] * inputs_of(name)
            arrays[position] = bad
            outs = tuple(np.full(3, 7.0) for _ in range(outputs_of(name)))
            with pytest.raises(TypeError, match=rf"\b{name}\b"):
                call(name, *arrays, **into(outs))
            with pytest.raises(TypeError, match=rf"\b{name}\b"):
                call(name, *arrays)
            assert all((out == 7).all() for out in outs)


@every_parametric
def test_parameter_that_is_no_number_is_a_type_error_and_leaves_out_alone(name):
    for bad, key in itertools.product(BAD, parameters_of(name)):
        outs = tuple(np.full(3, 7.0) for _ in range(outputs_of(name)))
        with pytest.raises(TypeError, match=rf"\b{name}\b"):
            call(name, *[np.ones(3)] * inputs_of(name), **{key: bad}, **into(outs))
        assert all((out == 7).all() for out in outs)


@every_shape
def test_shapes_that_do_not_broadcast_are_a_value_error_and_leave_out_alone(name):
    outs = tuple(np.full(3, 7.0) for _ in range(outputs_of(name)))
    if inputs_of(name) == 2:
        with pytest.raises(ValueError):
            call(name, np.ones(3), np.ones(2), **into(outs))
    for key in parameters_of(name):
        with pytest.raises(ValueError):
            call(name, *[np.ones(3)] * inputs_of(name), **{key: np.ones(2)}, **into(outs))
    with pytest.raises(ValueError):
        call(name, *[np.ones(3)] * inputs_of(name), where=np.ones(2, bool), **into(outs))
    assert all((out == 7).all() for out in outs)


@every_shape
def test_read_only_out_is_a_value_error_and_stays_as_it_is(name):
    for position in range(outputs_of(name)):
        outs = tuple(np.full(3, 7.0) for _ in range(outputs_of(name)))
        outs[position].flags.writeable = False
        with pytest.raises(ValueError, match="read-only"):
            call(name, *[np.ones(3)] * inputs_of(name), **into(outs))
        assert all((out == 7).all() for out in outs)


@every_shape
def test_out_of_another_shape_is_a_value_error_and_stays_as_it_is(name):
    for shape in ((2,), (1,), (), (3, 2)):
        for position in range(outputs_of(name)):
            outs = [np.full(3, 7.0) for _ in range(outputs_of(name))]
            outs[position] = np.full(shape, 7.0)
            with pytest.raises(ValueError):
                call(name, *[np.ones(3)] * inputs_of(name), **into(tuple(outs)))
            assert all((out == 7).all() for out in outs)


# ---- floating-point flags --------------------------------------------------------------------------------------------


@every_isa
@every_kernel
def test_no_floating_point_error_and_no_warning_for_any_value(isa, name, dtype):
    """Every special value against every other, where there are two operands; lengths with and without a rest."""
    special = specials(dtype)
    for x in (special, np.concatenate([special, values(dtype, 3000)]), np.repeat(special, 2)[::2]):
        arrays = [x] if inputs_of(name) == 1 else np.broadcast_arrays(special[:, None], x)
        with np.errstate(all="raise"), warnings.catch_warnings():
            warnings.simplefilter("error")
            call(name, *arrays, isa=isa)
    with np.errstate(all="raise"):
        for number in special:
            call(name, *[number] * inputs_of(name), isa=isa)


@every_shape
def test_no_floating_point_error_in_any_thread(name):
    arrays = [np.resize(values("float32", 5000), 300001)] * inputs_of(name)
    with fa.num_threads(3), np.errstate(all="raise"):
        call(name, *arrays)


# ---- any shape, any strides ------------------------------------------------------------------------------------------


@st.composite
def views(draw, shape, dtype):
    """A view of the shape whose axes are permuted, stepped over, reversed and offset at will."""
    axes = draw(st.permutations(range(len(shape))))
    steps = [draw(st.sampled_from([1, 1, 2, 3, -1, -2])) for _ in shape]
    before = [draw(st.integers(0, 3)) for _ in shape]
    base = np.zeros([shape[axis] * abs(steps[axis]) + before[axis] for axis in axes], dtype)
    view = base.transpose(np.argsort(axes))
    view = view[(..., *(slice(skip, None) for skip in before))]
    view = view[(..., *(slice(None, None, step) for step in steps))]
    assert view.shape == shape
    return view


@st.composite
def calls(draw):
    name, dtype = draw(st.sampled_from(NAMES)), draw(st.sampled_from(DTYPES))
    shape = tuple(draw(st.lists(st.sampled_from([0, 1, 2, 3, 5, 8, 17, 33]), max_size=4)))
    while math.prod(shape) > 20000:
        shape = shape[1:]
    seed = draw(st.integers(0, 2**32 - 1))
    arrays = [a.reshape(shape) for a in operands(name, dtype, math.prod(shape), seed)]
    strided_arrays = [draw(views(shape, dtype)) for _ in arrays]
    for view, array in zip(strided_arrays, arrays, strict=True):
        view[...] = array
    outs = tuple(draw(views(shape, dtype)) for _ in range(outputs_of(name)))
    return name, arrays, strided_arrays, outs


@settings(max_examples=400, deadline=None, database=None)
@given(calls(), st.sampled_from(ISAS))
def test_any_strides_give_the_bits_of_a_contiguous_copy(drawn, isa):
    name, arrays, strided_arrays, outs = drawn
    want = call(name, *arrays, isa=isa)
    assert_same_bits(call(name, *strided_arrays, isa=isa), want)
    call(name, *strided_arrays, isa=isa, **into(outs))
    assert_same_bits(outs, want)
    call(name, *arrays, isa=isa, **into(outs))
    assert_same_bits(outs, want)
