"""Every elementwise function of the table: the same bits however it is called, in every type."""

import itertools
import json
import math

import hashes
import ml_dtypes
import numpy as np
import pytest
from calls import (
    DTYPES,
    INTERPOLATED,
    ISAS,
    KERNELS,
    LAYOUTS,
    NAMES,
    NARROW,
    ROW,
    SHAPES,
    assert_same_bits,
    bits,
    call,
    every_dtype,
    every_isa,
    every_kernel,
    every_name,
    every_row,
    every_shape,
    inputs_of,
    into,
    is_flat,
    operands,
    others_of,
    outputs_of,
    parameters_of,
    quiet,
    required_of,
    strided,
    ufunc_of,
    values,
)
from conftest import build
from hypothesis import given, settings
from hypothesis import strategies as st

import fastact as fa

# ---- the same bits ----------------------------------------------------------------------------------------------------------


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


@every_isa
@every_kernel
def test_a_rare_element_has_its_bits_and_leaves_others_theirs_in_place_too(isa, name, dtype):
    limits = ml_dtypes.finfo(dtype)
    usual = [a.astype(dtype) for a in np.random.default_rng(0).uniform(0.3, 0.9, (len(operands(name, dtype, 1)), 80))]
    want = call(name, *usual, isa=isa)
    for k, value in itertools.product(range(len(usual)), [limits.max, -limits.max, limits.tiny, np.inf, np.nan]):
        alone = [a[:1].copy() for a in usual]
        alone[k][0] = value
        rare = call(name, *alone, isa=isa)
        for at in (0, 33, 79):  # in a pair of packs, in either pack, in one that is left over
            arrays = [a.copy() for a in usual]
            for array, element in zip(arrays, alone, strict=True):
                array[at] = element[0]
            expected = [w.copy() for w in want]
            for array, element in zip(expected, rare, strict=True):
                array[at] = element[0]
            assert_same_bits(call(name, *arrays, isa=isa), expected, f"operand {k} is {value} at {at}")
            outs = (arrays[k], *(np.empty(80, dtype) for _ in want[1:]))
            assert_same_bits(call(name, *arrays, isa=isa, **into(outs)), expected, f"in place of operand {k}, {value} at {at}")


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
    """In float32 for the narrow types, which rounds once; on a flat piece 0."""
    dy, x = operands(name, dtype, 5000)
    computed = np.promote_types(dtype, "float32")
    parameters = {key: computed.type(np.dtype(dtype).type(number)) for key, number in parameters_of(name).items()}
    (slope,) = call(name.replace("_backward", "_grad"), x.astype(computed), isa=isa, **parameters)
    with np.errstate(all="ignore"):
        want = np.where(is_flat(name, x, parameters), 0, dy.astype(computed) * slope).astype(dtype)
    assert_same_bits(call(name, dy, x, isa=isa), [want])


@every_isa
@pytest.mark.parametrize("name, dtype", [(name, dtype) for name, dtype in KERNELS if name.endswith("_with_grad")])
def test_with_grad_is_value_and_grad(isa, name, dtype):
    row, x = ROW[name], values(dtype, 5000)
    assert_same_bits(call(name, x, isa=isa), (*call(row, x, isa=isa), *call(f"{row}_grad", x, isa=isa)))


# ---- float16 and bfloat16 ---------------------------------------------------------------------------------------------------


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


# ---- any shape, any strides -------------------------------------------------------------------------------------------------


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
