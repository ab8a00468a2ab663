"""Every elementwise function of the table as a ufunc: NumPy's own manners."""

import itertools
import warnings

import numpy as np
import pytest
from calls import (
    DTYPES,
    PARAMETRIC,
    PUBLIC,
    ROW,
    SHAPES,
    WIDE,
    are_valid,
    assert_same_bits,
    between,
    call,
    every_dtype,
    every_isa,
    every_kernel,
    every_parametric,
    every_shape,
    inputs_of,
    into,
    operands,
    others_of,
    outputs_of,
    parameters_of,
    required_of,
    specials,
    transposed,
    ufunc_of,
    values,
)

import fastact as fa

every_parametric_shape = pytest.mark.parametrize("name", [name for name in SHAPES if name in PARAMETRIC])


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


# ---- floating-point flags ---------------------------------------------------------------------------------------------------


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
