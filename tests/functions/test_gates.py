"""Gated units, packed and not; a bias with an activation; the elementwise cores of losses."""

import inspect
import itertools
import math
import pickle

import numpy as np
import pytest
from calls import (
    ISAS,
    KERNELS,
    ROWS,
    assert_same_bits,
    bits,
    every_dtype,
    every_isa,
    parameters_of,
    values,
    wide_dtypes,
)
from conftest import build
from fastact._core.ufuncs import built
from golden import FLAT, GATES, LOSSES

import fastact as fa
from fastact._core import error_bounds, ufuncs
from fastact.functions.gates import PACKED
from fastact.lab import reference

GATE_ROWS = {row.name: row for row in built.gates}
PARAMETERS = {name: dict(row.parameters) for name, row in GATE_ROWS.items()}
OTHERS = {name: {p: 1.25 * value for p, value in parameters.items()} for name, parameters in PARAMETERS.items()}
FUNCTIONS = {**built.gate_functions, **built.loss_cores}
N = 1200

every_gate = pytest.mark.parametrize("name", GATE_ROWS)
every_function = pytest.mark.parametrize("name", FUNCTIONS)


def inputs_of(name):
    return 3 if name.endswith("_backward") else 2


def operands(name, dtype, n=N):
    """Those of a gate, or logits, targets and a weight of 1."""
    weights = [np.ones(n, dtype)] * (name in built.loss_cores)
    return [*(values(dtype, n, seed) for seed in range(inputs_of(name))), *weights]


def results(made):
    return made if isinstance(made, tuple) else (made,)


# ---- values ----------------------------------------------------------------------------------------------------------


def test_every_row_has_golden_values():
    assert set(GATES) == set(GATE_ROWS) and set(LOSSES) == {row.name for row in built.losses}


def assert_near(got, want, dtype, label):
    assert got.dtype == dtype
    np.testing.assert_allclose(
        got, want, rtol={np.float16: 4e-3, np.float32: 2e-6, np.float64: 8e-15}[dtype], atol=0, err_msg=label
    )
    if want == 0 and math.copysign(1, want) < 0:
        assert math.copysign(1, got) < 0, label


@every_isa
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@every_gate
def test_golden_values_of_gates(name, dtype, isa):
    functions = build(isa).gate_functions
    for a, b, parameters, *wanted in GATES[name]:
        given = [dtype(v) for v in (a, b, *parameters)]
        got = [functions[name](*given), *functions[f"{name}_backward"](dtype(1), *given)]
        for g, want, label in zip(got, wanted, ("y", "da", "db"), strict=True):
            assert_near(g, want, dtype, f"{label} of {a}, {b}, {parameters}")


@every_isa
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_golden_values_of_losses(dtype, isa):
    functions = build(isa).loss_cores
    for name, rows in LOSSES.items():
        for x, parameters, *wanted in rows:
            got = functions[f"{name}_with_grad"](dtype(x), *map(dtype, parameters))
            for g, want in zip(got, wanted, strict=True):
                assert_near(g, want, dtype, f"{name} of {x}, {parameters}")


def points(dtype, rng, n):
    """A third of any size, a third usual, a third in the tail."""
    wide = rng.choice([-1, 1], n) * np.exp2(rng.uniform(-30, 30, n))
    tail = -np.exp2(rng.uniform(2, 7 if dtype == np.float32 else 9.6, n))
    return np.concatenate([wide, 3 * rng.standard_normal(n), tail]).astype(dtype)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@every_gate
def test_errors_stay_within_the_bound(name, dtype):
    """Of y and of both derivatives, each as a function of one operand; the other is ordinary, small, or near the largest."""
    rng, least = np.random.default_rng(0), float(np.finfo(dtype).smallest_subnormal)
    setting = {p: float(dtype(value)) for p, value in OTHERS[name].items()}
    numbers = [dtype(value) for value in setting.values()]
    for argument, other, fixed in [("a", "b", -3.3), ("a", "b", 2.5e37), ("a", "b", 1e-25), ("b", "a", 0.7), ("b", "a", -4.1)]:
        fixed, x = float(dtype(fixed)), points(dtype, rng, 60)
        exact = reference.Formula(GATE_ROWS[name].formula, dtype, argument, **{other: fixed}, **setting).table(x)
        given = (x, dtype(fixed)) if argument == "a" else (dtype(fixed), x)
        factor = x if name == "glu" and argument == "a" else fixed
        for isa in ISAS:
            functions = build(isa).gate_functions
            y = functions[name](*given, *numbers)
            slope = functions[f"{name}_backward"](dtype(1), *given, *numbers)["ab".index(argument)]
            for got, (nearest, rest), by in ((y, exact[0], factor), (slope, exact[1], fixed)):
                error = reference.errors(got, (nearest, rest), dtype)
                error[np.abs(nearest) < least * np.abs(by)] = 0  # the activation may count as 0
                worst = error.argmax()
                assert error[worst] <= error_bounds.of(name, dtype.__name__, isa), (
                    isa,
                    argument,
                    x[worst],
                    fixed,
                    got[worst],
                    nearest[worst],
                )


@every_isa
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@every_gate
def test_errors_stay_within_the_bound_where_exp_is_about_a_unit_of_the_last_place(name, dtype, isa):
    """1 + exp(-z) is rounded most there; and where the activation alone would be a subnormal number."""
    rng, functions = np.random.default_rng(3), build(isa).gate_functions
    row, info = GATE_ROWS[name], np.finfo(dtype)
    edge = -(info.nmant + 1) * np.log(2)
    for setting in ({**row.parameters}, OTHERS[name]):
        setting = {p: float(dtype(value)) for p, value in setting.items()}
        steep = setting.get("beta", setting.get("alpha", 1))
        near = ((edge + rng.normal(size=200) * 0.2) / steep).astype(dtype)
        tiny = (rng.integers(1, 99, 20) * float(info.smallest_subnormal)).astype(dtype)
        for argument, x, fixed in [
            ("a", near, -14.975993),
            ("b", near, 0.8),
            ("a", tiny, 3e20),
            ("a", -tiny, 1.7),
            ("b", tiny, 5e9),
        ]:
            other = "ba"["ab".index(argument)]
            exact = reference.Formula(row.formula, dtype, argument, **{other: float(dtype(fixed))}, **setting).table(x)
            given = (x, np.full_like(x, fixed))[:: 1 if argument == "a" else -1]
            numbers = [dtype(value) for value in setting.values()]
            y = functions[name](*given, *numbers)
            slope = functions[f"{name}_backward"](dtype(1), *given, *numbers)["ab".index(argument)]
            for got, part in ((y, exact[0]), (slope, exact[1])):
                error = reference.errors(got, part, dtype)
                bound = error_bounds.of(name if part is exact[0] else f"{name}_backward", dtype.__name__, isa)
                assert error.max() <= bound, (argument, x[error.argmax()], fixed, setting)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_errors_of_the_losses_stay_within_the_bound(dtype):
    rng, (row,) = np.random.default_rng(1), built.losses
    x = np.concatenate([points(dtype, rng, 100), np.log(3 / 7) + 2.0 ** -np.arange(1, 24)]).astype(dtype)  # a root for 0.3
    for targets, pos_weight in [(0, 1), (1, 1), (0.3, 1), (0.999, 3.5), (1e-20, 0.02)]:
        setting = {"targets": float(dtype(targets)), "pos_weight": float(dtype(pos_weight))}
        exact = reference.Formula(row.formula, dtype, "x", **setting).table(x)
        s = reference.Formula("1/(1 + exp(-x))", np.float64)
        up, down = ([float(s(sign * float(v))[0]) for v in x] for sign in (1, -1))
        terms = np.maximum((1 - setting["targets"]) * np.array(up), setting["pos_weight"] * setting["targets"] * np.array(down))
        near_root = reference.unit_of(terms, dtype) / 16
        for isa in ISAS:
            y, d = build(isa).loss_cores[f"{row.name}_with_grad"](x, *map(dtype, setting.values()))
            assert reference.errors(y, exact[0], dtype).max() <= error_bounds.of(row.name, dtype.__name__, isa), isa
            error = reference.errors(d, exact[1], dtype)
            bound = error_bounds.of(f"{row.name}_grad", dtype.__name__, isa)
            error[np.abs(d - exact[1].nearest) <= bound * near_root] = 0
            assert error.max() <= bound, (isa, x[error.argmax()], setting)


def test_a_loss_without_cancellation():
    """x - t, what frameworks return for s(x) - t, would be 0."""
    assert fa.sigmoid_cross_entropy_grad(np.float32(30), np.float32(1)) == pytest.approx(-math.exp(-30), rel=1e-6)
    assert fa.sigmoid_cross_entropy(np.float32(-40), np.float32(0)) == pytest.approx(math.exp(-40), rel=1e-6)


def test_targets_beyond_one_are_taken_as_they_are():
    x, t = np.linspace(-5, 5, 41), 1.5
    np.testing.assert_allclose(fa.sigmoid_cross_entropy(x, t), np.logaddexp(0, x) - x * t, rtol=1e-13, atol=1e-14)


def test_gates_and_losses_are_no_activations():
    assert not {*FUNCTIONS, *PACKED} & set(fa.activations())


# ---- the same bits ---------------------------------------------------------------------------------------------------


@every_isa
@every_dtype
@every_function
def test_length_place_and_stride_do_not_change_a_bit(name, dtype, isa):
    function = {**build(isa).gate_functions, **build(isa).loss_cores}[name]
    arrays = operands(name, dtype)
    want = results(function(*arrays))
    for s in [slice(3, 4), slice(1, 18), slice(7, 300), slice(0, N, 3), slice(None, None, -1), slice(900, N)]:
        assert_same_bits(results(function(*(a[s] for a in arrays))), [w[s] for w in want], str(s))
        apart = [np.repeat(a, 2)[::2][s] for a in arrays]
        assert_same_bits(results(function(*apart)), [w[s] for w in want], f"{s} apart")


@every_dtype
@every_function
def test_where_results_go_does_not_change_a_bit(name, dtype):
    function, arrays = FUNCTIONS[name], operands(name, dtype)
    want = results(function(*arrays))
    for target in range(len(arrays)):
        copies = [a.copy() for a in arrays]
        outs = (copies[target], np.empty(2 * N, dtype)[::2])[: len(want)]
        assert_same_bits(results(function(*copies, out=outs if len(want) > 1 else outs[0])), want, f"in place {target}")
    mask = values(np.float32, N, 9) > 0
    outs = tuple(np.full(N, 7, dtype) for _ in want)
    made = results(function(*arrays, where=mask, out=outs if len(want) > 1 else outs[0]))
    assert_same_bits(made, [np.where(mask, w, np.array(7, dtype)) for w in want])
    shaped = results(function(*(a[:30, None] if k else a[:40] for k, a in enumerate(arrays))))
    flat = np.broadcast_arrays(*(a[:30, None] if k else a[:40] for k, a in enumerate(arrays)))
    assert_same_bits(shaped, results(function(*map(np.ascontiguousarray, flat))))


@pytest.mark.parametrize("name", ["glu", "swiglu_oai_backward", "sigmoid_cross_entropy_with_grad"])
def test_threads_and_streams_do_not_change_a_bit(name):
    n, page = 2_900_000, 1024  # beyond STREAMED; a page's elements
    function, arrays = FUNCTIONS[name], [np.resize(a, n) for a in operands(name, "float32")]
    want = results(function(*(a[:N] for a in arrays)))
    room = np.empty((2, -(-n // page) * page + page), np.float32)
    for count, shift in itertools.product((1, 2), (0, page // 2)):  # at the same place of a page, and half a page apart
        outs = (room[0, :n], room[1, shift : shift + n])[: len(want)]
        with fa.num_threads(count):
            function(*arrays, out=outs)
        for got, w in zip(outs, want, strict=True):
            assert np.array_equal(bits(got), bits(np.resize(w, n)))


@pytest.mark.skipif(not {"avx2", "avx512"} <= set(ISAS), reason="this processor has no AVX-512")
@wide_dtypes
@every_function
def test_avx2_and_avx512_agree(name, dtype):
    one, other = ({**build(isa).gate_functions, **build(isa).loss_cores}[name] for isa in ("avx2", "avx512"))
    arrays = operands(name, dtype)
    assert_same_bits(results(one(*arrays)), results(other(*arrays)))


@every_dtype
@every_function
def test_no_flag_is_raised_and_nan_stays(name, dtype):
    arrays = operands(name, dtype)
    undefined = np.isnan(arrays[0]) | np.isnan(arrays[1])
    with np.errstate(all="raise"):
        made = results(FUNCTIONS[name](*arrays))
    if not name.endswith("_backward"):
        assert np.isnan(np.stack(made)[:, undefined].astype(np.float32)).all()


def test_backward_is_the_product_with_the_derivatives():
    """But on a flat piece 0, whatever dy is."""
    dy, a, b = (values("float64", N, seed) for seed in range(3))
    for name in GATE_ROWS:
        backward = FUNCTIONS[f"{name}_backward"]
        flat = FLAT[name](a, b) if name in FLAT else np.zeros(N, bool)
        with np.errstate(all="ignore"):
            wanted = [np.where(flat & (d == 0), 0, dy * d) for d in backward(1.0, a, b)]
            assert_same_bits(backward(dy, a, b), wanted, name)


@every_isa
@every_dtype
def test_both_gradients_of_reglu_are_0_where_it_is_cut_off(dtype, isa):
    a, b = (np.array(numbers, dtype) for numbers in ([-2, -1, 0, -0.0, -math.inf], [3, -3, 2, 0, 1]))
    backward = build(isa).gate_functions["reglu_backward"]
    packed = build(isa).packed["reglu"].backward
    for dy in np.array([math.inf, -math.inf, math.nan, 1, -1], dtype):
        for got in (*backward(dy, a, b), *packed(np.full(5, dy), a, b)):
            assert_same_bits([got], [np.zeros(5, dtype)], str(dy))
        # not where b is 0 by itself, nor where the derivative is NaN
        got = backward(dy, np.array([1, -1, -1], dtype), np.array([0, math.inf, math.nan], dtype))
        assert np.isnan(got[0][1:]).all() and (got[1][1:] == 0).all()
        assert np.isnan(got[0][0]) == (not np.isfinite(dy))


@pytest.mark.parametrize("interleaved", [False, True])
@pytest.mark.parametrize("gate", ["first", "second"])
def test_packed_reglu_is_0_where_it_is_cut_off(gate, interleaved):
    x = np.array([-1.0, -2.0, 3.0, 4.0]) * (1 if gate == "first" else -1)
    x = x[[0, 2, 1, 3]] if interleaved else x
    for dy in (math.inf, math.nan):
        assert_same_bits([fa.reglu_packed_backward([dy, dy], x, gate=gate, interleaved=interleaved)], [np.zeros(4)])


@pytest.mark.parametrize("name", [name for name in FLAT if name in ROWS])
def test_bias_act_backward_is_0_on_a_flat_piece(name):
    x, bias = np.linspace(-8, 8, 65)[:, None] + np.zeros(3), np.array([-0.5, 0.0, 0.25])
    parameters = parameters_of(name)
    flat = FLAT[name](x + bias, *parameters.values())
    assert flat.any()
    for dy in (math.inf, math.nan):
        dx, _ = fa.bias_act_backward(name, np.full(x.shape, dy), x, bias, **parameters)
        assert (dx[flat] == 0).all() and not np.signbit(dx[flat]).any()
        assert not np.isfinite(dx[~flat]).any()
    dx, dbias = fa.bias_act_backward("relu", [[math.inf, 1.0], [1.0, math.nan]], [[-1.0, 2.0], [2.0, -3.0]], [0.5, 0.5])
    assert dx.tolist() == [[0, 1], [1, 0]] and dbias.tolist() == [1, 1]


# ---- manners ---------------------------------------------------------------------------------------------------------


@every_function
def test_functions_are_ufuncs_with_names(name):
    function = getattr(fa, name)
    ufunc = function if isinstance(function, np.ufunc) else function.ufunc
    assert isinstance(ufunc, np.ufunc) and pickle.loads(pickle.dumps(function)) is function
    assert function.__name__ == ufunc.__name__ == name and function.__module__ == "fastact"
    named = list(inspect.signature(function).parameters)
    row = next(
        row
        for row in [*built.gates, *built.losses]
        if name.startswith(row.name) and name[len(row.name) :] in ("", *ufuncs.SUFFIXES.values())
    )
    first = ["logits"] if row in built.losses else ["a", "b"]
    assert named[: named.index("out")] == ["dy"] * name.endswith("_backward") + first + list(row.parameters)
    assert ufunc.nin == named.index("out") and ufunc.nout == 1 + name.endswith(("_backward", "_with_grad"))


def test_parameters_have_names_and_broadcast():
    a, b = values("float32", 30, 1), values("float32", 30, 2)
    beta = np.linspace(0.5, 2, 30, dtype="f")
    assert_same_bits([fa.swiglu(a, b, beta=beta)], [np.stack([fa.swiglu(*one) for one in zip(a, b, beta)])])
    assert fa.swiglu(a, b, 2.0).dtype == np.float32 and fa.swiglu(a, b, np.float64(2)).dtype == np.float64
    assert_same_bits([fa.swiglu_oai(a, b)], [fa.swiglu_oai(a, b, alpha=1.702, limit=7)])


@pytest.mark.parametrize(
    "error, message, call",
    [
        (ValueError, "swiglu_oai.*limit > 0.*limit=0", lambda: fa.swiglu_oai(1.0, 2.0, limit=0)),
        (ValueError, "swiglu_oai.*limit > 0.*limit=-1", lambda: fa.swiglu_oai_backward(1.0, 1.0, 2.0, -1)),
        (ValueError, "limit > 0", lambda: fa.swiglu_oai_packed([1.0, 2.0], limit=-7)),
        (TypeError, "2 to 4 positional.*1 were given.*: a, b$", lambda: fa.swiglu(1.0)),
        (TypeError, "missing.*'targets'", lambda: fa.sigmoid_cross_entropy(1.0)),
        (TypeError, "not supported", lambda: fa.glu(1j, 1.0)),
        (ValueError, "broadcast", lambda: fa.glu([1.0, 2.0], [1.0, 2.0, 3.0])),
        (ValueError, r"axis 1 of x.*even length.*not 3.*\(4, 3\)", lambda: fa.glu_packed(np.ones((4, 3)))),
        (np.exceptions.AxisError, "axis 2", lambda: fa.glu_packed(np.ones((4, 2)), 2)),
        (np.exceptions.AxisError, "dimension 0", lambda: fa.swiglu_packed(1.0)),
        (ValueError, 'gate.*"first" or "second".*third', lambda: fa.reglu_packed([1.0, 2.0], gate="third")),
        (TypeError, "swiglu_packed.*unexpected.*'bta'", lambda: fa.swiglu_packed([1.0, 2.0], bta=2)),
        (TypeError, "out must be an array, not list", lambda: fa.glu_packed([1.0, 2.0], out=[1.0])),
        (ValueError, r"out has shape \(2,\).*\(1,\)", lambda: fa.glu_packed([1.0, 2.0], out=np.ones(2))),
        (ValueError, "read-only", lambda: fa.glu_packed([1.0, 2.0], out=np.broadcast_to(1.0, (1,)))),
        (ValueError, r"dy has shape \(2,\).*\(1,\)", lambda: fa.glu_packed_backward([1.0, 1.0], [1.0, 2.0])),
        (TypeError, "x must be .*real.*complex128", lambda: fa.glu_packed([1j, 2.0])),
        (TypeError, "out must be.*floating-point.*int64", lambda: fa.glu_packed([1.0, 2.0], out=np.ones(1, int))),
        (ValueError, "no activation.*'geluu'; nearest: gelu", lambda: fa.bias_act("geluu", [1.0], [1.0])),
        (ValueError, "no activation.*'gelu_backward'", lambda: fa.bias_act("gelu_backward", [1.0], [1.0])),
        (TypeError, "name must be a string or an activation itself, not int", lambda: fa.bias_act(1, [1.0], [1.0])),
        (
            ValueError,
            r"bias must be a number or have the shape \(3,\).*\(2, 3\).*not \(2,\)",
            lambda: fa.bias_act("relu", np.ones((2, 3)), [1.0, 2.0]),
        ),
        (
            ValueError,
            r"bias must be a number or have the shape \(2,\).*axis is 0",
            lambda: fa.bias_act("relu", np.ones((2, 3)), np.ones(3), axis=0),
        ),
        (np.exceptions.AxisError, "axis 1", lambda: fa.bias_act("relu", [1.0], [1.0], axis=1)),
        (TypeError, "bias_act.*unexpected.*'alpha'", lambda: fa.bias_act("relu", [1.0], [1.0], alpha=1)),
        (TypeError, "prelu.*missing.*slope", lambda: fa.bias_act("prelu", [1.0], [1.0])),
        (ValueError, "soft_cap.*cap > 0", lambda: fa.bias_act("soft_cap", [1.0], [1.0], cap=-1)),
        (
            ValueError,
            r"dy has shape \(2,\), but x has shape \(1,\)",
            lambda: fa.bias_act_backward("relu", [1.0, 1.0], [1.0], [1.0]),
        ),
        (TypeError, "bias must be .*real.*complex128", lambda: fa.bias_act("relu", [1.0], [1j])),
        (TypeError, "x must be .*real.*<U1", lambda: fa.bias_act("relu", ["a"], 1.0)),
        (TypeError, "dy must be .*real.*object", lambda: fa.bias_act_backward("relu", [None], [1.0], 1.0)),
        (TypeError, "slope must be .*real.*<U1", lambda: fa.bias_act("prelu", [1.0], 1.0, slope="a")),
        (ValueError, r"slope must broadcast to the shape \(1,\)", lambda: fa.bias_act("prelu", [1.0], 1.0, slope=np.ones(3))),
        (TypeError, "beta must be .*real.*complex128", lambda: fa.swiglu_packed([1.0, 2.0], beta=np.array([1j]))),
        (ValueError, r"beta must broadcast to the shape \(1,\)", lambda: fa.swiglu_packed([1.0, 2.0], beta=np.ones(3))),
        (TypeError, "dy must be .*real.*complex128", lambda: fa.glu_packed_backward([1j], [1.0, 2.0])),
        (TypeError, "axis must be an integer, not tuple", lambda: fa.glu_packed([1.0, 2.0], axis=(0,))),
        (TypeError, "axis must be an integer, not NoneType", lambda: fa.bias_act("relu", [1.0], 1.0, axis=None)),
        (TypeError, "'beta'; the parameter is alpha", lambda: fa.bias_act("elu", [1.0], 1.0, beta=1.0)),
        (TypeError, "'beta'; relu has no parameters", lambda: fa.bias_act("relu", [1.0], 1.0, beta=1.0)),
        (ValueError, "read-only", lambda: fa.bias_act("relu", [1.0], [1.0], out=np.broadcast_to(1.0, (1,)))),
    ],
)
def test_what_is_wrong_is_refused(error, message, call):
    with pytest.raises(error, match=message):
        call()


def test_conditions_of_arrays_give_nan():
    y = fa.swiglu_oai(np.ones(3), 1.0, limit=np.array([1.0, 0.0, -2.0]))
    assert np.isnan(y).tolist() == [False, True, True]


# ---- packed ----------------------------------------------------------------------------------------------------------

SHAPES = [((8,), 0), ((5, 34), -1), ((6, 5), 0), ((3, 4, 7), 1), ((2, 3, 20), 2), ((3, 0), -1), ((0, 4), -1), ((2, 3, 2), -1)]


def split(x, axis, interleaved):
    n = x.shape[axis]
    indices = [np.arange(0, n, 2), np.arange(1, n, 2)] if interleaved else np.split(np.arange(n), 2)
    return [np.take(x, index, axis) for index in indices]


def joined(halves, axis, interleaved):
    made = np.concatenate(halves, axis)
    n = made.shape[axis]
    order = np.arange(n).reshape(2, -1).T.ravel() if interleaved else np.arange(n)
    return np.take(made, order, axis)


def in_layout(x, layout):
    if layout == "C":
        return x.copy()
    if layout == "Fortran":
        return np.array(x, order="F")
    made = np.zeros((*x.shape[:-1], 2 * x.shape[-1]), x.dtype)[..., ::2]
    made[...] = x
    return made


@pytest.mark.parametrize("interleaved", [False, True])
@pytest.mark.parametrize("gate", ["first", "second"])
@every_dtype
@every_gate
def test_packed_is_the_unit_of_the_halves(name, dtype, gate, interleaved):
    for shape, axis in SHAPES:
        x = values(dtype, math.prod(shape), 3).reshape(shape)
        first, second = split(x, axis, interleaved)
        default = inspect.signature(getattr(fa, f"{name}_packed")).parameters["gate"].default
        ordered = (lambda pair: pair) if gate == default else (lambda pair: pair[::-1])
        a, b = ordered((first, second))
        dy = values(dtype, a.size, 4).reshape(a.shape)
        kwargs = {"gate": gate, "interleaved": interleaved, **OTHERS[name]}
        y = FUNCTIONS[name](a, b, **OTHERS[name])
        dx = joined(ordered(FUNCTIONS[f"{name}_backward"](dy, a, b, **OTHERS[name])), axis, interleaved)
        for layout in ("C", "Fortran", "apart"):
            given, label = in_layout(x, layout), f"{shape} {axis} {layout}"
            assert_same_bits([getattr(fa, f"{name}_packed")(given, axis, **kwargs)], [y], label)
            backward = getattr(fa, f"{name}_packed_backward")
            assert_same_bits([backward(dy, given, axis, **kwargs)], [dx], label)
            out = in_layout(np.ones_like(x), layout)
            assert backward(dy, x, axis, out=out, **kwargs) is out
            assert_same_bits([out], [dx], label)
            assert backward(dy, given, axis, out=given, **kwargs) is given  # in place
            assert_same_bits([given], [dx], label)
            out = in_layout(np.ones_like(y), layout)
            assert getattr(fa, f"{name}_packed")(x, axis, out=out, **kwargs) is out
            assert_same_bits([out], [y], label)


def test_which_half_is_the_gate():
    """As torch.nn.functional.glu, as the gate_up of LLaMA, and as gpt-oss, which interleaves."""
    x = np.array([1.0, -2.0, 3.0, 0.5])
    np.testing.assert_allclose(fa.glu_packed(x), [1 / (1 + math.exp(-3)), -2 / (1 + math.exp(-0.5))], rtol=1e-15)
    np.testing.assert_allclose(fa.swiglu_packed(x), fa.silu(x[:2]) * x[2:], rtol=1e-15)
    np.testing.assert_allclose(fa.swiglu_packed(x, gate="second"), fa.silu(x[2:]) * x[:2], rtol=1e-15)
    want = x[::2] * fa.sigmoid(1.702 * x[::2]) * (x[1::2] + 1)
    np.testing.assert_allclose(fa.swiglu_oai_packed(x, interleaved=True), want, rtol=1e-15)
    assert {name: inspect.signature(getattr(fa, f"{name}_packed")).parameters["gate"].default for name in GATE_ROWS} == {
        name: "second" if name == "glu" else "first" for name in GATE_ROWS
    }


def test_packed_parameters_broadcast_and_keep_the_type():
    x, beta = values("float32", 60, 5).reshape(3, 20), np.linspace(0.5, 2, 10, dtype="f")
    assert_same_bits([fa.swiglu_packed(x, beta=beta)], [fa.swiglu(x[:, :10], x[:, 10:], beta)])
    assert fa.swiglu_packed(x, beta=2.0).dtype == np.float32 and fa.swiglu_packed([1, 2]).dtype == np.float64
    assert fa.swiglu_packed(np.ones(2, "i1")).dtype == np.float16


def test_packed_results_of_many_rows_do_not_depend_on_threads():
    """Beyond STREAMED, in rows that begin at any place of a line."""
    for columns in (3000, 3008):
        x = np.resize(values("float32", N, 6), (1000, 2 * columns))
        dy = np.resize(values("float32", N, 7), (1000, columns))
        y, dx = np.empty_like(dy), np.empty_like(x)
        want = fa.swiglu(x[:, :columns].copy(), x[:, columns:].copy())
        wanted = fa.swiglu_backward(dy, x[:, :columns].copy(), x[:, columns:].copy())
        for count in (1, 2):
            with fa.num_threads(count):
                assert np.array_equal(bits(fa.swiglu_packed(x, out=y)), bits(want))
                fa.swiglu_packed_backward(dy, x, out=dx)
                assert np.array_equal(bits(dx), bits(np.concatenate(wanted, 1)))


@pytest.mark.parametrize("name", PACKED)
def test_packed_functions_pickle_and_show_how_they_are_called(name):
    function = getattr(fa, name)
    assert pickle.loads(pickle.dumps(function)) is function and function.__module__ == "fastact"
    shown = list(inspect.signature(function).parameters)
    unit = name.removesuffix("_backward").removesuffix("_packed")
    assert shown == ["dy"] * name.endswith("_backward") + ["x", "axis", "gate", "interleaved", *PARAMETERS[unit], "out"]


# ---- a bias and an activation ----------------------------------------------------------------------------------------


def of_type(dtype, *shape):
    """Numbers whose sum is no NaN of two infinities."""
    x = values(dtype, math.prod(shape), len(shape)).reshape(shape)
    return np.where(np.isinf(x), np.array(1, dtype), x)


@pytest.mark.parametrize("name, dtype", [(name, dtype) for name, dtype in KERNELS if name in ROWS])
def test_bias_act_is_the_activation_of_the_sum(name, dtype):
    parameters = parameters_of(name)
    function, backward = getattr(fa, name), getattr(fa, f"{name}_backward")
    for shape, axis in [((7, 37), -1), ((3, 4, 5), 1), ((50,), 0), ((0, 3), -1)]:
        x, bias = of_type(dtype, *shape), of_type(dtype, shape[axis])
        dy = values(dtype, x.size, 8).reshape(shape)
        with np.errstate(all="ignore"):
            total = x + bias.reshape(-1, *(1,) * (x.ndim - 1 - axis % x.ndim))
            y, dx = function(total, **parameters), backward(dy, total, **parameters)
        for layout in ("C", "Fortran"):
            given, label = in_layout(x, layout), f"{shape} {axis} {layout}"
            assert_same_bits([fa.bias_act(name, given, bias, axis=axis, **parameters)], [y], label)
            assert_same_bits([fa.bias_act_backward(name, dy, given, bias, axis=axis, **parameters)[0]], [dx], label)
        assert fa.bias_act(name, given, bias, axis=axis, out=given, **parameters) is given
        assert_same_bits([given], [y])


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize(
    "shape, axis", [((4000, 5), -1), ((40, 3, 70), 1), ((2, 500), 0), ((1, 9), -1), ((6,), 0), ((2, 3, 4, 5), -2)]
)
def test_the_gradient_of_the_bias_is_the_rounded_sum(shape, axis, dtype):
    rng = np.random.default_rng(0)
    x, dy = (rng.standard_normal(shape).astype(dtype) for _ in range(2))
    bias = rng.standard_normal(shape[axis]).astype(dtype)
    dx, dbias = fa.bias_act_backward("gelu", dy, x, bias, axis=axis)
    rows = np.moveaxis(dx, axis, 0).reshape(shape[axis], -1)
    want = np.array([math.fsum(row.astype(np.float64)) for row in rows]).astype(dtype)
    assert dbias.dtype == dtype and dbias.shape == bias.shape
    np.testing.assert_allclose(dbias, want, rtol=np.finfo(dtype).eps, atol=0)


def test_the_type_of_the_gradient_is_that_of_the_bias():
    x, bias = np.ones((3, 2), "f"), np.ones(2, "d")
    dx, dbias = fa.bias_act_backward("relu", x, x, bias)
    assert (dx.dtype, dbias.dtype) == (np.float64, np.float64)
    dx, dbias = fa.bias_act_backward("relu", x, x, bias.astype("e"))
    assert (dx.dtype, dbias.dtype) == (np.float32, np.float16)
    dx, dbias = fa.bias_act_backward("relu", x, x, bias.astype(int))
    assert (dx.dtype, dbias.dtype) == (np.float64, np.float64)


def test_bias_act_of_many_rows_does_not_depend_on_threads():
    x, bias = np.resize(values("float32", N, 6), (1500, 3000)), of_type("float32", 3000)
    x, bias = (np.where(np.abs(v) < 1e30, v, np.float32(1)) for v in (x, bias))
    dy = np.ones_like(x)
    y, dx = fa.silu(x + bias), np.empty_like(x)
    sums = []
    for count in (1, 2, 3):
        with fa.num_threads(count):
            assert np.array_equal(bits(fa.bias_act("silu", x, bias)), bits(y))
            made, dbias = fa.bias_act_backward("silu", dy, x, bias, out=dx)
            assert made is dx and np.array_equal(bits(dx), bits(fa.silu_backward(dy, x + bias)))
            sums.append(dbias)
    assert_same_bits(sums[:1] * 2, sums[1:])


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("shape, axis", [((4, 7), -1), ((4, 7), 0), ((2, 3, 4), 1), ((6,), 0), ((0, 3), -1)])
def test_a_bias_may_be_one_number_for_all(dtype, shape, axis):
    """A Python number takes the type of x; its gradient is one number, the sum of all."""
    rng = np.random.default_rng(1)
    x, dy = (rng.standard_normal(shape).astype(dtype) for _ in range(2))
    for array in (x, in_layout(x, "Fortran")):
        for bias in (0.5, 2, np.float32(0.5), np.array(0.5, dtype)):
            total = array + (dtype(bias) if type(bias) in (int, float) else bias)
            y, (dx, dbias) = (
                fa.bias_act("silu", array, bias, axis=axis),
                fa.bias_act_backward("silu", dy, array, bias, axis=axis),
            )
            assert_same_bits([y, dx], [fa.silu(total), fa.silu_backward(dy, total)])
            kind = np.dtype(dtype) if type(bias) in (int, float) else bias.dtype
            assert np.shape(dbias) == () and dbias.dtype == kind
            np.testing.assert_allclose(dbias, math.fsum(dx.astype(float).ravel()), rtol=np.finfo(kind).eps, atol=0)


@pytest.mark.parametrize("name", ROWS)
def test_an_activation_is_told_by_any_of_its_names_or_itself(name):
    x, bias, parameters = of_type("float32", 6, 5), of_type("float32", 5), parameters_of(name)
    want = fa.bias_act(name, x, bias, **parameters)
    dx, dbias = fa.bias_act_backward(name, x, x, bias, **parameters)
    for told in (getattr(fa, name), name.upper(), name.replace("_", " "), np.str_(name)):
        assert_same_bits([fa.bias_act(told, x, bias, **parameters)], [want])
        assert_same_bits(fa.bias_act_backward(told, x, x, bias, **parameters), [dx, dbias])


def test_names_of_other_frameworks_mean_what_they_mean_to_get():
    x = np.linspace(-3, 3, 7, dtype="f")
    for told, function in [("jax.nn.gelu", fa.gelu_tanh), ("nn.SiLU", fa.silu), ("hardswish", fa.hard_swish)]:
        assert_same_bits([fa.bias_act(told, x, 0.0)], [function(x)])


@pytest.mark.parametrize(
    "told",
    [
        "softmax",
        "F.glu",
        "swiglu",
        "rrelu",
        fa.softmax,
        fa.gelu_grad,
        fa.gelu_backward,
        fa.swiglu,
        fa.leaky_relu.ufunc,
        np.exp,
        len,
    ],
)
def test_what_is_no_activation_of_one_element_is_refused(told):
    for call in (lambda: fa.bias_act(told, [1.0], 0.0), lambda: fa.bias_act_backward(told, [1.0], [1.0], 0.0)):
        with pytest.raises(ValueError, match="name must be an activation of one element, as gelu, not"):
            call()


def test_operands_have_names():
    """star_relu and shrink have a bias of their own: by keyword, where the one that is added stands in its place."""
    x, bias = of_type("float32", 6, 5), of_type("float32", 5)
    want, gradients = fa.bias_act("elu", x, bias, alpha=2.0), fa.bias_act_backward("elu", x, x, bias, alpha=2.0)
    assert_same_bits([fa.bias_act(name="elu", x=x, bias=bias, alpha=2.0)], [want])
    assert_same_bits([fa.bias_act("elu", x, bias=bias, alpha=2.0)], [want])
    assert_same_bits(fa.bias_act_backward(name="elu", dy=x, x=x, bias=bias, alpha=2.0), gradients)
    assert_same_bits([fa.bias_act("star_relu", x, bias, bias=0.25)], [fa.star_relu(x + bias, bias=0.25)])
    assert_same_bits([fa.bias_act(name="shrink", x=x, bias=bias)], [fa.shrink(x + bias)])
    assert list(inspect.signature(fa.bias_act).parameters) == ["name", "x", "bias", "axis", "out", "params"]
    for call, missing in [
        (lambda: fa.bias_act(), "'name', 'x', 'bias'"),
        (lambda: fa.bias_act("relu", x), "'bias'"),
        (lambda: fa.bias_act(x=x, bias=bias), "'name'"),
        (lambda: fa.bias_act_backward("relu", x=x), "'dy', 'bias'"),
    ]:
        with pytest.raises(TypeError, match=rf"missing required arguments: {missing}$"):
            call()
    with pytest.raises(TypeError, match=r"bias_act\(\) takes 3 positional arguments but 4 were given"):
        fa.bias_act("relu", x, bias, 0)


def test_both_gradients_may_have_a_place():
    x, bias = of_type("float32", 6, 5), of_type("float32", 5)
    want = fa.bias_act_backward("silu", x, x, bias)
    for out in [
        (np.empty_like(x), np.empty_like(bias)),
        (None, np.empty_like(bias)),
        (np.empty_like(x), None),
        (None, None),
        ...,
    ]:
        made = fa.bias_act_backward("silu", x, x, bias, out=out)
        assert_same_bits(made, want)
        assert all(target is None or one is target for one, target in zip(made, (None, None) if out is ... else out))
    with pytest.raises(ValueError, match=r"out has shape \(6,\), but the result has shape \(5,\)"):
        fa.bias_act_backward("silu", x, x, bias, out=(None, np.empty(6, "f")))


def test_bias_act_takes_parameters_that_broadcast():
    x, bias, slope = of_type("float32", 6, 5), of_type("float32", 5), np.linspace(-1, 1, 5, dtype="f")
    assert_same_bits([fa.bias_act("prelu", x, bias, slope=slope)], [fa.prelu(x + bias, slope)])
    assert fa.bias_act("elu", x, bias, alpha=2.0).dtype == np.float32
