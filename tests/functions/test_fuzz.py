"""Any shapes, strides, types, axes, out= and where= for every public function of arrays, against plain references.

FASTACT_EXAMPLES=100000 tries so many calls of each kind, other ones every time; by default a few hundred, always the same."""

import math
import os

import mpmath
import numpy as np
import pytest
from calls import (
    DTYPES,
    ISAS,
    NAMES,
    ROW,
    ROWS,
    assert_same_bits,
    between,
    call,
    every_isa,
    inputs_of,
    into,
    operands,
    outputs_of,
    parameters_of,
    required_of,
    settings_of,
    values,
    wide_dtypes,
)
from conftest import gufuncs
from hashes import REDUCTIONS, integers, usual
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from layouts import assert_either, both_of
from scipy import special

import fastact as fa

EXAMPLES = int(os.environ.get("FASTACT_EXAMPLES", 0))
SIDES = [0, 1, 2, 3, 5, 8, 16, 17, 33, 40]


def fuzzed(examples):
    """Without shrinking, which takes minutes: what is drawn is small."""
    return settings(
        max_examples=EXAMPLES or examples, derandomize=not EXAMPLES, deadline=None, database=None, phases=[Phase.generate]
    )


@st.composite
def shapes(draw, sides=tuple(SIDES), least=0, most=20000):
    shape = tuple(draw(st.lists(st.sampled_from(sides), min_size=least, max_size=4)))
    while math.prod(shape) > most and len(shape) > least:
        shape = shape[1:]
    return shape


class Layouts:
    """Views with any strides, drawn by a seed: axes permuted, stepped over, reversed and offset."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)

    def __repr__(self):
        return "layouts"

    def view(self, shape, dtype, filling=0):
        axes = self.rng.permutation(len(shape))
        steps = self.rng.choice([1, 1, 1, 2, 3, -1, -2], len(shape))
        before = self.rng.choice([0, 0, 1, 3], len(shape))
        base = np.full([shape[axis] * abs(steps[axis]) + before[axis] for axis in axes], filling, dtype)
        view = base.transpose(np.argsort(axes))[(..., *(slice(skip, None) for skip in before))]
        view = view[(..., *(slice(None, None, step) for step in steps))]
        assert view.shape == tuple(shape)
        return view

    def of(self, array):
        """The same elements."""
        view = self.view(array.shape, array.dtype)
        view[...] = array
        return view

    def out(self, shape, dtype):
        """For a result, of its type or of a wider one; all 7."""
        wider = self.rng.choice([str(dtype), str(dtype), str(np.promote_types(dtype, "f4")), "float64"])
        return self.view(shape, wider, 7)


layouts = st.integers(0, 2**32 - 1).map(Layouts)


@st.composite
def parts(draw, shape):
    """A shape that broadcasts to another."""
    kept = tuple(n if draw(st.booleans()) else 1 for n in shape)
    return kept[draw(st.integers(0, len(kept))) :]


# ---- elementwise -------------------------------------------------------------------------------------------------------


@st.composite
def elementwise_calls(draw):
    name, dtype = draw(st.sampled_from(NAMES)), draw(st.sampled_from(DTYPES))
    shape, seed = draw(shapes()), draw(st.integers(0, 2**32 - 1))
    laid, arrays = draw(layouts), []
    for k in range(inputs_of(name)):
        own = shape if k == 0 else draw(parts(shape))
        arrays.append(values(dtype, math.prod(own), seed + k).reshape(own))
    parameters = {}
    for key, number in parameters_of(name).items():
        kind = draw(st.sampled_from(["default", "number", "array"]))
        if kind == "number":
            parameters[key] = draw(st.sampled_from([number, float(between(name, key, 3)[1])]))
        elif kind == "array":
            own = draw(parts(shape))
            parameters[key] = laid.of(between(name, key, math.prod(own)).astype(dtype).reshape(own))
    where = draw(st.sampled_from([True, "mask"]))
    if where == "mask":
        own = draw(parts(shape))
        where = laid.of(integers(math.prod(own), seed % 100).reshape(own) % 3 > 0)
    return name, dtype, shape, arrays, parameters, where, laid


@fuzzed(400)
@given(elementwise_calls(), st.sampled_from(ISAS))
def test_elementwise(drawn, isa):
    """The bits of contiguous, full operands; what `where` leaves out stays."""
    name, dtype, shape, arrays, parameters, where, laid = drawn
    given_arrays = [laid.of(a) for a in arrays]
    outs = tuple(laid.out(shape, dtype) for _ in range(outputs_of(name)))
    full = [np.broadcast_to(a, shape).ravel() for a in arrays]
    numbers = {**required_of(name), **parameters}
    flat = {key: np.broadcast_to(np.asarray(p, dtype), shape).ravel() for key, p in numbers.items()}
    wants = [w.reshape(shape) for w in call(name, *full, isa=isa, **flat)]
    if where is True:
        assert_same_bits(tuple(map(np.asarray, call(name, *given_arrays, isa=isa, **parameters))), wants)
    call(name, *given_arrays, isa=isa, where=where, **parameters, **into(outs))
    for out, want in zip(outs, wants):
        assert_same_bits([out], [np.where(where, want.astype(out.dtype), np.array(7, out.dtype))])


@fuzzed(150)
@given(
    name=st.sampled_from(NAMES),
    dtype=st.sampled_from(DTYPES),
    n=st.integers(1, 3000),
    shift=st.integers(-40, 40),
    steps=st.tuples(*[st.sampled_from([1, 1, 2, 3, -1, -2])] * 2),
    isa=st.sampled_from(ISAS),
)
def test_elementwise_into_memory_that_an_operand_shares(name, dtype, n, shift, steps, isa):
    arrays = operands(name, dtype, n, 3)
    wants = call(name, *arrays, isa=isa)
    base = np.zeros(3 * n + 100, dtype)
    first, second = (
        base[50 + by :][: n * abs(step)][:: abs(step)][:: 1 if step > 0 else -1] for by, step in zip((0, shift), steps)
    )
    first[...] = arrays[-1]
    rest = [np.empty(n, dtype) for _ in wants[1:]]
    call(name, *arrays[:-1], first, isa=isa, **into((second, *rest)))
    assert_same_bits((second, *rest), wants)


WORDS = "abs arcsinh arctan cos exp expm1 log log1p maximum minimum sign sin sqrt tanh where"
FORMULAS = {name: getattr(np, name) for name in WORDS.split()}
FORMULAS |= {"erf": special.erf, "erfc": special.erfc, "pi": np.pi}
TOLERANCES = {"float16": 2e-3, "bfloat16": 2e-2, "float32": 1e-5, "float64": 1e-10}


@fuzzed(200)
@given(
    row=st.sampled_from(list(ROWS)),
    dtype=st.sampled_from(DTYPES),
    shape=shapes(),
    seed=st.integers(0, 99),
    laid=layouts,
    which=st.integers(0, 1),
)
def test_values_follow_the_formula(row, dtype, shape, seed, laid, which):
    """In float64, from -5 to 5, where no formula overflows."""
    x = (usual(math.prod(shape), "f8", seed) / 4).reshape(shape).astype(dtype)
    parameters = settings_of(row)[-which]
    numbers = {key: float(np.asarray(p, dtype)) for key, p in parameters.items()}
    with np.errstate(all="ignore"):
        want = eval(ROWS[row].formula, FORMULAS, {"x": x.astype("f8"), **numbers})
    got = call(row, laid.of(x), **parameters)[0]
    np.testing.assert_allclose(np.asarray(got).astype("f8"), want, rtol=TOLERANCES[dtype], atol=TOLERANCES[dtype])


# ---- softmax and its relatives -----------------------------------------------------------------------------------------


def plain(name, *arrays, axis):
    """In float64, as the formula stands."""
    first, *rest = (a.astype("f8") for a in arrays)
    if name == "softmax_backward":
        return rest[0] * (first - (first * rest[0]).sum(axis, keepdims=True))
    if name == "log_softmax_backward":
        return first - np.exp(rest[0]) * first.sum(axis, keepdims=True)
    highest = first.max(axis, keepdims=True)
    total = np.exp(first - highest).sum(axis, keepdims=True)
    return {
        "softmax": np.exp(first - highest) / total,
        "log_softmax": first - highest - np.log(total),
        "logsumexp": highest + np.log(total),
    }[name]


@fuzzed(300)
@given(data=st.data())
def test_softmaxes(data):
    """The bits of rows along memory or across it, over any axes; near the formula in float64."""
    draw = data.draw
    name, dtype, seed = draw(st.sampled_from(REDUCTIONS)), draw(st.sampled_from(DTYPES)), draw(st.integers(0, 99))
    shape = draw(shapes(sides=(1, 2, 3, 5, 16, 17, 33, 40), least=1))
    axes = draw(st.lists(st.integers(0, len(shape) - 1), min_size=1, unique=True))
    axis = draw(st.sampled_from([tuple(axes), tuple(a - len(shape) for a in axes)]))
    if len(axes) == 1 and draw(st.booleans()):
        axis = axis[0]
    elif axes == list(range(len(shape))) and draw(st.booleans()):
        axis = None
    arrays = [usual(math.prod(shape), "f8", seed).reshape(shape)]
    if name.endswith("_backward"):
        y = plain(name.removesuffix("_backward"), usual(math.prod(shape), "f8", seed + 1).reshape(shape), axis=tuple(axes))
        arrays = [arrays[0] / 8, y]
    arrays = [a.astype(dtype) for a in arrays]
    function = getattr(fa, name)

    rest = [k for k in range(len(shape)) if k not in axes]
    order = rest + sorted(axes)
    rows = [a.transpose(order).reshape(math.prod(shape[k] for k in rest), -1) for a in arrays]
    wants = both_of(function, *rows)
    if name == "logsumexp":
        kwargs = {"keepdims": draw(st.booleans())}
        kept = [1 if k in axes else n for k, n in enumerate(shape) if kwargs["keepdims"] or k not in axes]
        wants = [want.reshape(kept) for want in wants]
    else:
        wants, kwargs = [want.reshape([shape[k] for k in order]).transpose(np.argsort(order)) for want in wants], {}

    # a gradient is the rest of a sum
    terms = float(abs(arrays[0]).max()) * arrays[0].size if name == "log_softmax_backward" else 0
    slack = 10 * TOLERANCES[dtype] * (1 + terms)
    formula = plain(name, *arrays, axis=tuple(axes)).reshape(wants[0].shape)
    for want in wants:
        np.testing.assert_allclose(want.astype("f8"), formula, rtol=TOLERANCES[dtype], atol=slack)
    laid = draw(layouts)
    given_arrays = [laid.of(a) for a in arrays]
    assert_either(np.asarray(function(*given_arrays, axis=axis, **kwargs)), wants)
    out = laid.out(wants[0].shape, dtype)
    # the result is computed in the type of the operands, and cast
    assert function(*given_arrays, axis=axis, out=out, **kwargs) is out
    assert_either(out, [want.astype(out.dtype) for want in wants])
    if name != "logsumexp":
        place = draw(st.integers(0, len(arrays) - 1))
        function(*given_arrays, axis=axis, out=given_arrays[place])
        assert_either(given_arrays[place], wants)


@fuzzed(100)
@given(
    name=st.sampled_from(REDUCTIONS[:2]),
    dtype=st.sampled_from(DTYPES),
    n=st.integers(1, 70),
    m=st.integers(1, 70),
    shift=st.integers(-40, 40),
    across=st.booleans(),
)
def test_softmaxes_into_memory_that_the_operand_shares(name, dtype, n, m, shift, across):
    x = usual(n * m, dtype, 5).reshape(n, m)
    want = getattr(fa, name)(x, axis=0 if across else 1)
    base = np.zeros(n * m + 80, dtype)
    first, second = (base[40 + by :][: n * m].reshape(n, m) for by in (0, shift))
    first[...] = x
    getattr(fa, name)(first, axis=0 if across else 1, out=second)
    assert_same_bits([second], [want])


# ---- functions of position, of draws, of several elements ----------------------------------------------------------------


def signs(x, axis):
    index = np.arange(x.shape[axis]).reshape([-1] + [1] * (x.ndim - axis % x.ndim - 1))
    return np.where(index % 2, -1.0, 1.0)


def folded(dy, axis):
    first, second = np.split(dy, 2, axis)
    return first, second


def winners(x, axis, pieces):
    """x in groups of neighbours along a new axis behind the axis, and which of each is the first of the largest."""
    axis %= x.ndim
    groups = x.reshape(*x.shape[:axis], x.shape[axis] // pieces, pieces, *x.shape[axis + 1 :])
    return groups, groups.argmax(axis + 1)


def dealt(dy, index, axis, pieces):
    """dy where the index is, 0 at its neighbours."""
    axis %= dy.ndim
    chosen = np.expand_dims(index, axis + 1) == np.arange(pieces).reshape([-1] + [1] * (dy.ndim - axis - 1))
    return (chosen * np.expand_dims(dy, axis + 1)).reshape(*dy.shape[:axis], pieces * dy.shape[axis], *dy.shape[axis + 1 :])


# Of x, dy and the axis, whose length is even; each with its formula in float64. Numbers are quarters, so that all is exact.
COMPOSITES = {
    "rrelu": (lambda x, dy, axis, **out: fa.rrelu(x, 0.25, 0.75, **out), lambda x, dy, axis: np.where(x > 0, x, x / 2)),
    "rrelu_grad": (lambda x, dy, axis, **out: fa.rrelu_grad(x, 0.5, **out), lambda x, dy, axis: np.where(x > 0, 1, 0.5)),
    "rrelu_backward": (
        lambda x, dy, axis, **out: fa.rrelu_backward(dy, x, 0.5, **out),
        lambda x, dy, axis: np.where(x > 0, dy, dy / 2),
    ),
    "bipolar_relu": (
        lambda x, dy, axis, **out: fa.bipolar_relu(x, axis, **out),
        lambda x, dy, axis: signs(x, axis) * np.maximum(signs(x, axis) * x, 0),
    ),
    "bipolar_relu_grad": (
        lambda x, dy, axis, **out: fa.bipolar_relu_grad(x, axis, **out),
        lambda x, dy, axis: signs(x, axis) * x > 0,
    ),
    "bipolar_relu_backward": (
        lambda x, dy, axis, **out: fa.bipolar_relu_backward(dy, x, axis, **out),
        lambda x, dy, axis: dy * (signs(x, axis) * x > 0),
    ),
    "crelu": (
        lambda x, dy, axis, **out: fa.crelu(x, axis, **out),
        lambda x, dy, axis: np.concatenate((np.maximum(x, 0), np.maximum(-x, 0)), axis),
    ),
    "crelu_grad": (
        lambda x, dy, axis, **out: fa.crelu_grad(x, axis, **out),
        lambda x, dy, axis: np.concatenate((x > 0, -1.0 * (x < 0)), axis),
    ),
    "crelu_backward": (
        lambda x, dy, axis, **out: fa.crelu_backward(np.concatenate((dy, 2 * dy), axis), x, axis, **out),
        lambda x, dy, axis: dy * (x > 0) - 2 * dy * (x < 0),
    ),
    "maxout": (lambda x, dy, axis: fa.maxout(x, 2, axis)[0], lambda x, dy, axis: winners(x, axis, 2)[0].max(axis % x.ndim + 1)),
    "maxout_backward": (
        lambda x, dy, axis: fa.maxout_backward(fa.maxout(dy, 2, axis)[0], fa.maxout(x, 2, axis)[1], 2, axis),
        lambda x, dy, axis: dealt(winners(dy, axis, 2)[0].max(axis % x.ndim + 1), winners(x, axis, 2)[1], axis, 2),
    ),
    "prelu_slope_backward": (
        lambda x, dy, axis: fa.prelu_slope_backward(
            dy, x, np.ones([x.shape[axis]] + [1] * (x.ndim - axis % x.ndim - 1), x.dtype)
        ),
        lambda x, dy, axis: (
            (dy * np.minimum(x, 0))
            .sum(tuple(k for k in range(x.ndim) if k != axis % x.ndim))
            .reshape([-1] + [1] * (x.ndim - axis % x.ndim - 1))
        ),
    ),
}


@fuzzed(150)
@given(data=st.data())
def test_composites(data):
    draw = data.draw
    name, dtype, seed = draw(st.sampled_from(list(COMPOSITES))), draw(st.sampled_from(DTYPES)), draw(st.integers(0, 99))
    shape = list(draw(shapes(sides=(0, 1, 2, 3, 5, 8, 17), least=1, most=2000)))
    axis = draw(st.integers(-len(shape), len(shape) - 1))
    shape[axis] += shape[axis] % 2
    x, dy = (np.round(usual(math.prod(shape), "f8", seed + k) / 4) / 4 for k in range(2))
    x, dy = (a.reshape(shape).astype(dtype) for a in (x, dy))
    function, formula = COMPOSITES[name]
    want = np.asarray(formula(x.astype("f8"), dy.astype("f8"), axis), "f8")
    laid = draw(layouts)
    given_arrays = laid.of(x), laid.of(dy)
    # a sum is rounded once
    want = want.astype(dtype)
    got = function(*given_arrays, axis)
    assert got.dtype == dtype and got.shape == want.shape
    np.testing.assert_array_equal(got.astype("f8"), want.astype("f8"))
    if "out" in function.__code__.co_varnames:
        out = laid.out(want.shape, dtype)
        assert function(*given_arrays, axis, out=out) is out
        np.testing.assert_array_equal(out.astype("f8"), want.astype("f8"))
        if out.shape == x.shape:
            function(*given_arrays, axis, out=given_arrays[0])
            np.testing.assert_array_equal(given_arrays[0].astype("f8"), want.astype("f8"))


# ---- what fuzzing has found ----------------------------------------------------------------------------------------------


def nans(dtype):
    """Of every kind: quiet and signalling, with either sign and any payload."""
    bits = integers(4000, 9)
    if dtype == "float32":
        made = (bits & np.uint64(0x807FFFFF) | np.uint64(0x7F800001)).astype("u4")
    else:
        made = bits & np.uint64(0x800FFFFFFFFFFFFF) | np.uint64(0x7FF0000000000001)
    return made.view(dtype)


@every_isa
@wide_dtypes
@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(("_with_grad", "_from_output"))])
def test_a_nan_of_any_bits_gives_nan(isa, dtype, name):
    """celu, and softplus and log_sigmoid from their results, once were -infinity for a quarter of all NaNs."""
    x = nans(dtype)
    for parameters in settings_of(name):
        results = call(name, *[x] * inputs_of(name), isa=isa, **parameters)
        constant = ROW[name] in ("identity", "binary_step")  # whose derivative is the same everywhere
        assert all(np.isnan(result).all() for result in results[: 1 if constant else 2])


@every_isa
@wide_dtypes
@pytest.mark.parametrize("name", REDUCTIONS)
def test_a_nan_of_any_bits_fills_its_row(isa, dtype, name):
    x = np.zeros((4000, 3), dtype)
    x[:, 1] = nans(dtype)
    result = gufuncs(isa)[name](*[x] * (1 + name.endswith("_backward")))
    assert np.isnan(result).all()


def test_snake_reduces_products_beyond_the_largest_number():
    """alpha*x may be 2^520 times as large: the bits of 2/pi once ended before, and the read went on behind them."""
    for x, alpha in ((1e308, 1e60), (1e308, 1e100), (1.7e308, 1e150), (3e200, 1e250), (-1e308, 1e120)):
        with mpmath.workprec(6000):
            product = 2 * mpmath.mpf(alpha) * mpmath.mpf(x)
            want = float(1 + mpmath.sin(product))
        for isa in ISAS:
            np.testing.assert_allclose(call("snake_grad", np.array([x]), isa=isa, alpha=alpha)[0], want, rtol=1e-12)
