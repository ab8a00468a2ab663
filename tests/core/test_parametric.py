"""Parametric functions are ufuncs to the eye: attributes, methods, types, and both ways in which CPython calls them."""

import itertools

import numpy as np
import pytest
from calls import BAD, DTYPES, assert_same_bits, values
from fastact._core.ufuncs import built

FUNCTIONS = {
    name: function for name, function in (built.functions | built.gate_functions).items() if not isinstance(function, np.ufunc)
}
ROWS = {row.name: row for row in [*built.activations, *built.gates]}
ROW = {name: max((row for row in ROWS if name.startswith(row)), key=len) for name in FUNCTIONS}
# without parameters: ufuncs of NumPy's own with as many inputs and results
UNARY, TERNARY, TWO_RESULTS = np.exp, np._core.umath.clip, np.divmod

every_function = pytest.mark.parametrize("name", FUNCTIONS)


def parameters_of(name):
    return {key: 0.25 if value is None else value for key, value in ROWS[ROW[name]].parameters.items()}


def others_of(name):
    """Each a quarter more or less, within its range."""
    ranges = ROWS[ROW[name]].ranges
    return {key: number + (0.25 if number + 0.25 <= ranges[key][1] else -0.25) for key, number in parameters_of(name).items()}


def inputs_of(name):
    return FUNCTIONS[name].nin - len(parameters_of(name))


def required_of(name):
    return {key: 0.25 for key, value in ROWS[ROW[name]].parameters.items() if value is None}


def operands(name, dtype="f4", n=40):
    return [values(dtype, n, seed) for seed in range(inputs_of(name))]


def results(made):
    return made if isinstance(made, tuple) else (made,)


def outcome(function, args, kwargs):
    """Types and bits of the results, or the class and the words of the error; and the bits of what was to be filled."""
    try:
        made = [(type(result), np.asarray(result)) for result in results(function(*args, **kwargs))]
        found = [(kind, result.dtype, result.tobytes()) for kind, result in made]
    except Exception as error:
        found = type(error), str(error)
    filled = [*args, *results(kwargs.get("out"))]
    return found, [array.tobytes() for array in filled if isinstance(array, np.ndarray)]


def error_of(call):
    try:
        call()
    except Exception as error:
        return type(error), str(error)
    raise AssertionError("it did not raise")


# ---- attributes and methods --------------------------------------------------------------------------------------------


@every_function
def test_attributes_are_those_of_the_ufunc(name):
    function = FUNCTIONS[name]
    for attribute in ("nin", "nout", "nargs", "ntypes", "types", "identity", "signature"):
        assert getattr(function, attribute) == getattr(function.ufunc, attribute), attribute
    assert (function.nin, function.nargs) == (inputs_of(name) + len(parameters_of(name)), function.nin + function.nout)
    assert function.identity is function.signature is None
    assert {attribute for attribute in dir(np.exp) if not attribute.startswith("_")} <= set(dir(function))


@every_function
def test_folds_are_refused_in_the_words_of_numpy(name):
    for method in ("reduce", "accumulate", "reduceat"):
        arguments = [np.ones((2, 3)), [0]][: 1 + (method == "reduceat")]
        want = error_of(lambda: getattr(UNARY, method)(*arguments))
        for kwargs in ({}, {"axis": 1}, {"out": np.ones(2)}):
            assert error_of(lambda: getattr(FUNCTIONS[name], method)(*arguments, **kwargs)) == want
        assert want[0] is ValueError


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", [name for name in FUNCTIONS if FUNCTIONS[name].nin == 2 and FUNCTIONS[name].nout == 1])
def test_at_is_a_loop_whatever_the_parameter(name, dtype):
    """In the array's type, as a call: with the default, another number by position and by name, and an array."""
    function, ((key, number),) = FUNCTIONS[name], others_of(name).items()
    indices = [3, 0, 3, 39, -1, 0]
    several = np.linspace(number, parameters_of(name)[key], len(indices)).astype(dtype)
    given = [([], required_of(name)), ([number], {}), ([], {key: number}), ([several], {}), ([], {key: several})]
    for args, kwargs in given:
        array = np.array(values(dtype, 40))
        want = array.copy()
        for k, index in enumerate(indices):
            each = {name: value[k] if np.ndim(value) else value for name, value in kwargs.items()}
            want[index] = function(want[index], *[value[k] if np.ndim(value) else value for value in args], **each)
        assert function.at(array, indices, *args, **kwargs) is None
        assert_same_bits([array], [want], f"{args} {kwargs}")


@every_function
def test_at_of_more_than_two_inputs_or_results_is_refused_in_the_words_of_numpy(name):
    function, numbers = FUNCTIONS[name], list(parameters_of(name).values())
    if function.nin > 2 or function.nout > 1:
        like = TERNARY if function.nin > 2 else TWO_RESULTS
        want = error_of(lambda: like.at(np.ones(3), [0], np.ones(1)))
        others = [np.ones(1)] * (inputs_of(name) - 1)
        assert error_of(lambda: function.at(np.ones(3), [0], *others, *numbers)) == want
        assert error_of(lambda: function.at(np.ones(3), [0], *others, **parameters_of(name))) == want


@every_function
def test_at_refuses_what_a_call_refuses(name):
    function, others = FUNCTIONS[name], [np.ones(1)] * (inputs_of(name) - 1)
    key, number = next(iter(parameters_of(name).items()))
    array = np.ones(3)
    calls = {
        "unexpected.*'gamma'; the parameter(s are| is) ": lambda: function.at(
            array, [0], *others, **required_of(name), gamma=1
        ),
        f"multiple.*'{key}'": lambda: function.at(array, [0], *others, number, **{key: number}),
        "at most": lambda: function.at(array, [0], *others, *parameters_of(name).values(), 1.0),
    }
    if required_of(name):
        calls[f"missing.*'{next(iter(required_of(name)))}'"] = lambda: function.at(array, [0], *others)
    for message, call in calls.items():
        with pytest.raises(TypeError, match=rf"^{name}.*{message}"):
            call()
    assert (array == 1).all()


@every_function
def test_outer_is_every_operand_with_every_parameter(name):
    function, x = FUNCTIONS[name], values("f4", 40)
    if function.nin == 2:
        ((key, number),) = others_of(name).items()
        several = np.linspace(number, parameters_of(name)[key], 5).astype("f4")
        assert_same_bits(results(function.outer(x, several)), results(function(x[:, None], several)))
        assert_same_bits(results(function.outer(x, several, dtype="f8")), results(function(x[:, None], several, dtype="f8")))
        for args in ((x,), (x, several, several)):
            assert error_of(lambda: function.outer(*args)) == error_of(lambda: np.add.outer(*args))
    else:
        args = (x,) * function.nin
        assert error_of(lambda: function.outer(*args)) == error_of(lambda: TERNARY.outer(x, x, x))


# ---- types -------------------------------------------------------------------------------------------------------------

KINDS = [np.dtype(kind) for kind in (*DTYPES, *np.typecodes["AllInteger"], "?")]


def resolved(function, dtypes):
    return function.resolve_dtypes((*dtypes, *[None] * function.nout))


@every_function
def test_types_without_those_of_the_parameters_are_those_of_a_call(name):
    """Parameters that are left out, or Python numbers, follow the operands."""
    function, n = FUNCTIONS[name], inputs_of(name)
    for kinds in itertools.product(KINDS, repeat=n) if n == 1 else [(a, b)[:n] + (b,) * (n - 2) for a in KINDS for b in KINDS]:
        arrays = [np.ones(2, kind) for kind in kinds]
        try:
            want = [result.dtype for result in results(function(*arrays, **required_of(name)))]
        except TypeError as error:
            assert "not supported" in str(error)
            with pytest.raises(TypeError, match="not supported"):
                resolved(function, kinds)
            continue
        found = resolved(function, kinds)
        assert len(found) == function.nargs and list(found[-function.nout :]) == want, kinds
        if len(set(kinds)) == 1:
            assert resolved(function, [*kinds, *[float] * len(parameters_of(name))]) == found, kinds
        assert [result.dtype for result in results(function(*arrays, **parameters_of(name)))] == want, kinds


@every_function
def test_types_with_those_of_the_parameters_are_those_of_a_call(name):
    function, count = FUNCTIONS[name], len(parameters_of(name))
    for kind, other in itertools.product(KINDS, repeat=2):
        arrays = [np.ones(2, kind)] * inputs_of(name)
        parameters = [np.full(2, number).astype(other) for number in parameters_of(name).values()]
        try:
            want = [result.dtype for result in results(function(*arrays, *parameters))]
        except TypeError as error:
            assert "not supported" in str(error)
            with pytest.raises(TypeError, match="not supported"):
                resolved(function, [kind] * inputs_of(name) + [other] * count)
            continue
        found = resolved(function, [kind] * inputs_of(name) + [other] * count)
        assert len(found) == function.nargs and list(found[-function.nout :]) == want, (kind, other)


@every_function
def test_types_are_refused_in_the_words_of_the_ufunc(name):
    function, single = FUNCTIONS[name], np.dtype("f4")
    whole = [single] * inputs_of(name) + [float] * len(parameters_of(name)) + [None] * function.nout
    for kwargs in ({"casting": "nonsense"}, {"signature": (single,)}, {"gamma": 1}):
        want = error_of(lambda: function.ufunc.resolve_dtypes(tuple(whole), **kwargs))
        assert error_of(lambda: function.resolve_dtypes(tuple(whole), **kwargs)) == want
    for dtypes in ((), (single,) * 20):
        assert error_of(lambda: function.resolve_dtypes(dtypes)) == error_of(lambda: function.ufunc.resolve_dtypes(dtypes))
    wide = (np.dtype("f8"),) + (None,) * (function.nargs - 1)
    assert function.resolve_dtypes((single,) * inputs_of(name) + (None,) * function.nout, signature=wide)[-1] == np.float64


# ---- with vectorcall and without it ------------------------------------------------------------------------------------


class Name(str):
    """A keyword need not be a string's very own type."""


def calls_of(name):
    """What tests and users call it with, by a label: operands and keywords, made anew for each call."""
    numbers, others, required = parameters_of(name), others_of(name), required_of(name)
    keys, nout = list(numbers), FUNCTIONS[name].nout
    spelt = {"".join(list(key)): number for key, number in others.items()}

    def outs(dtype="f4"):
        return tuple(np.full(40, 7, dtype) for _ in range(nout))

    for dtype in (*DTYPES, "i1", "i4", "u8", "?"):
        x = [np.ones(40, dtype)] * inputs_of(name) if np.dtype(dtype).kind in "iub" else operands(name, dtype)
        yield f"operands alone, {dtype}", x, {}
        yield f"defaults, {dtype}", x, required
        yield f"by position, {dtype}", [*x, *others.values()], {}
        yield f"by name, {dtype}", x, others
        yield f"names in reverse, {dtype}", x, dict(reversed(others.items()))
        yield f"names made anew, {dtype}", x, spelt
        yield f"names of another type, {dtype}", x, {Name(key): number for key, number in others.items()}
        yield f"Python integers, {dtype}", x, dict.fromkeys(keys, 1)
        yield f"bool, {dtype}", x, dict.fromkeys(keys, True)
        for other in ("f2", "f4", "f8", "i2"):
            yield f"scalars {other}, {dtype}", x, {key: np.dtype(other).type(number) for key, number in numbers.items()}
            yield f"0-d {other}, {dtype}", x, {key: np.array(number, other) for key, number in numbers.items()}
            yield f"arrays {other}, {dtype}", x, {key: np.full(40, number).astype(other) for key, number in numbers.items()}
        yield f"scalar operands, {dtype}", [a[3] for a in x], required
        yield f"0-d operands, {dtype}", [a[3, ...] for a in x], others
        yield f"dtype, {dtype}", x, {**required, "dtype": "f8"}
        yield f"dtype None, {dtype}", x, {**required, "dtype": None}
    x = operands(name)
    for split in range(len(keys) + 1):
        yield f"{split} by position", [*x, *list(others.values())[:split]], {key: others[key] for key in keys[split:]}
        yield f"{split} by position, the rest at defaults", [*x, *list(others.values())[:split]], {}
    yield "lists", [a.tolist() for a in x], required
    yield "Python numbers", [0.5] * inputs_of(name), required
    yield "out by position", [*x, *numbers.values(), *outs()], {}
    yield "out by name", x, {**required, "out": outs()}
    yield "out None", x, {**required, "out": None}
    yield "out of another type", x, {**required, "out": outs("f8")}
    yield "out of integers", x, {**required, "out": outs("i4")}
    yield "where", x, {"out": outs(), **required, "where": x[0] > 0}
    yield "order, casting, subok", x, {"order": "F", **required, "casting": "same_kind", "subok": False}
    yield "between others", x, {"order": "C", **others, "subok": True}
    yield "signature", x, {**required, "signature": ("f8",) * FUNCTIONS[name].nargs}
    yield "keywords twice", [*x, *numbers.values(), *outs()], {"out": outs()}
    yield "dtype without a loop", x, {**required, "dtype": "i4"}
    yield "dtype of nonsense", x, {**required, "dtype": "nonsense"}
    yield "casting of nonsense", x, {**required, "casting": "nonsense"}
    for count in range(inputs_of(name)):
        for kwargs in ({}, required, {"out": None}, {"dtype": "f4"}):
            yield f"{count} operands {kwargs}", x[:count], kwargs
    yield "an unknown keyword", x, {**required, "gamma": 1}
    yield "an unknown keyword beside others", x, {**others, "gamma": 1, "order": "C"}
    yield "too many", [*x, *numbers.values(), *[None] * (nout + 1)], {}
    for key in keys:
        yield f"{key} twice", [*x, *numbers.values()], {key: numbers[key]}
        yield f"{key} None", x, {**required, key: None}
        yield f"{key} too large", x, {**required, key: 10**400}
        yield f"{key} too large for float16", operands(name, "f2"), {**required, key: 1e300}
        yield f"{key} infinite", x, {**required, key: np.inf}
        yield f"{key} NaN", x, {**required, key: np.nan}
        yield f"{key} negative", x, {**required, key: -1e3}
        yield f"{key} 0", x, {**required, key: 0}
        yield f"{key} that does not broadcast", x, {**required, key: np.ones(7)}
        for k, bad in enumerate(BAD):
            yield f"{key} bad {k}", x, {**required, key: bad}
    for k, bad in enumerate(BAD):
        yield f"bad {k}", [bad] * inputs_of(name), required


@every_function
def test_both_ways_of_calling_give_the_same_bits_and_the_same_errors(name):
    """CPython calls f through its vectorcall; `type(f).__call__` has the arguments in a tuple and a dictionary."""
    function, seen = FUNCTIONS[name], set()
    with np.errstate(all="ignore"):
        for (label, args, kwargs), (_, again, others) in zip(calls_of(name), calls_of(name)):
            fast = outcome(function, args, kwargs)
            assert fast == outcome(type(function).__call__, (function, *again), others), label
            seen.add(type(fast[0]))
    assert seen == {list, tuple}  # results and errors
