"""Arguments of every elementwise function of the table: parameters by position and by name, and what is refused."""

import inspect
import itertools

import numpy as np
import pytest
from calls import (
    BAD,
    PARAMETRIC,
    PUBLIC,
    ROW,
    ROWS,
    assert_same_bits,
    call,
    every_name,
    every_parametric,
    every_shape,
    inputs_of,
    into,
    operands,
    others_of,
    outputs_of,
    parameters_of,
    required_of,
    ufunc_of,
)
from scipy.optimize import curve_fit
from subprocesses import python

import fastact as fa

# ---- names and parameters ---------------------------------------------------------------------------------------------------


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
    by_position = [p.name for p in parameters[last:] if p.kind is not p.KEYWORD_ONLY]
    assert by_position == (["out"] if not table and outputs_of(name) == 1 else [])


# Where ones, with which curve_fit begins, are no parameters, or where no small change of them changes a value.
UNFIT = {"hard_tanh", "srelu", "plu", "binary_step", "thresholded_relu", "clipped_relu", "threshold", "hard_shrink", "shrink"}


@pytest.mark.parametrize("name", [name for name in ROWS if ROWS[name].parameters and name not in UNFIT])
def test_curve_fit_finds_the_parameters_and_no_others(name):
    """It counts the arguments that a function takes by position."""
    x, true = np.linspace(-3, 3, 301), others_of(name)
    found, _ = curve_fit(PUBLIC[name], x, PUBLIC[name](x, **true))
    np.testing.assert_allclose(found, list(true.values()), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name, first", [("hard_tanh", (-0.5, 0.5)), ("srelu", (-1, 0.5, 1, 0.5)), ("plu", (0.5, 2))])
def test_curve_fit_finds_parameters_with_conditions_from_where_these_hold(name, first):
    x, true = np.linspace(-3, 3, 301), others_of(name)
    found, _ = curve_fit(PUBLIC[name], x, PUBLIC[name](x, **true), first)
    np.testing.assert_allclose(found, list(true.values()), rtol=1e-6)


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


@every_parametric
def test_an_unknown_argument_is_told_which_there_are(name):
    names = ", ".join(parameters_of(name))
    with pytest.raises(TypeError, match=rf"'slop'; the parameter(s are| is) {names}$"):
        call(name, *[np.ones(3)] * inputs_of(name), slop=1)


@every_parametric
def test_operands_by_name_are_refused_as_numpy_refuses_them(name):
    """In its words, and in those that say which they are."""
    operands, most = arguments_of(name), inputs_of(name) + len(parameters_of(name)) + outputs_of(name)
    for count in range(len(operands)):
        given = dict.fromkeys(operands[count:], 1.0)
        message = rf"^{name}\(\) takes from {len(operands)} to {most} positional arguments but {count} were given; "
        with pytest.raises(TypeError, match=rf"{message}its operands are positional: {', '.join(operands)}$"):
            PUBLIC[name](*[1.0] * count, **given, **required_of(name))
    with pytest.raises(TypeError, match=r"^exp\(\) takes from 1 to 2 positional arguments but 0 were given$"):
        np.exp(x=1.0)
    with pytest.raises(TypeError, match=rf"^{name}\(\) got an unexpected keyword argument '{operands[0]}'"):
        call(name, *[np.ones(3)] * inputs_of(name), **{operands[0]: 1.0})


@pytest.mark.parametrize("name", PARAMETRIC)
def test_the_other_word_for_a_signature_is_handed_on(name):
    x = operands(name, "float32", 20)
    wide = "d" * (ufunc_of(name).nin) + "->" + "d" * ufunc_of(name).nout
    assert_same_bits(call(name, *x, sig=wide), call(name, *x, signature=wide))


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
    done = python(code)
    assert done.returncode == 0, (done.returncode, done.stderr)


@every_shape
def test_too_many_arguments_are_a_type_error(name):
    extra = [None] * (outputs_of(name) + 1)
    with pytest.raises(TypeError, match=name):
        PUBLIC[name](*[np.ones(3)] * inputs_of(name), *parameters_of(name).values(), *extra)


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


# ---- bad input --------------------------------------------------------------------------------------------------------------


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
