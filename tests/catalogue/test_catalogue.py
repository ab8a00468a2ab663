"""The catalogue as data, and functions by their names elsewhere."""

import copy
import dataclasses
import math
import pickle

import numpy as np
import pytest
from calls import settings_of

import fastact as fa
from fastact._core import error_bounds, ufuncs
from fastact.catalogue import activations, names
from fastact.catalogue.public import ENTRIES, FUNCTIONS
from fastact.lab import reference

CATALOGUE = fa.activations()
ROWS = {row.name: row for row in ufuncs.activations}

POINTS = (0.125, 0.4, 0.6875, -0.3, 1.5, -0.75, -1.19, 2.5, -2.5, 0.9, -30.5, 300.7, 1e-9, 1e15, 0.0)

every_row = pytest.mark.parametrize("name", ROWS)
every_other = pytest.mark.parametrize("name", ENTRIES)


def test_the_order_has_every_entry():
    assert sorted(activations.ORDER) == sorted(ENTRIES)
    assert list(CATALOGUE) == [*ROWS, *activations.ORDER]


def numbers(name):
    """A value for each parameter that needs one."""
    return {p: 0.25 for p, parameter in CATALOGUE[name].parameters.items() if parameter.default is None}


# ---- activations() ---------------------------------------------------------------------------------------------------


def test_every_public_function_of_arrays_is_in_one_entry():
    found = [name for entry in CATALOGUE.values() for name in entry.functions]
    beside = [name for name in FUNCTIONS if any(name == entry or name.startswith(f"{entry}_") for entry in (*ENTRIES, "prelu"))]
    no_activations = {"softmax_cross_entropy", "softmax_cross_entropy_grad", "softmax_cross_entropy_with_grad"}
    no_activations |= {"softmax_merge", "softmax_partial"}
    assert sorted(found) == sorted({*ufuncs.functions, *beside} - no_activations)
    for entry in CATALOGUE.values():
        assert all(function is getattr(fa, name) for name, function in entry.functions.items())
        assert next(iter(entry.functions)) == entry.name


@every_row
def test_an_entry_says_what_the_table_says(name):
    entry, row = CATALOGUE[name], ROWS[name]
    assert (entry.name, entry.formula, entry.derivative, entry.source) == (name, row.formula, row.derivative, row.source)
    assert (entry.conditions, entry.from_output) == (row.conditions, row.from_output)
    assert {p: parameter.default for p, parameter in entry.parameters.items()} == row.parameters
    assert {p: (parameter.low, parameter.high) for p, parameter in entry.parameters.items()} == row.ranges
    assert all(parameter.description for parameter in entry.parameters.values())


@every_row
def test_the_derivative_is_that_of_the_formula(name):
    """As balls, which are narrow: at numbers of every size, and at the kinks."""
    entry = CATALOGUE[name]
    assert f"``{entry.derivative}``" in entry.functions[f"{name}_grad"].__doc__
    for setting in settings_of(name):
        numbers = {p: float(setting.get(p, parameter.default)) for p, parameter in entry.parameters.items()}
        value = reference.Formula(entry.formula, np.float64, **numbers)
        slope = reference.Formula(entry.derivative, np.float64, **numbers)
        compared = 0
        for x in [*POINTS, *entry.properties(**numbers).kinks]:
            want, got = value(x)[1], slope(x)[0]
            assert not want.is_finite() or want.overlaps(got), (x, numbers, want, got)
            compared += want.is_finite()
        assert compared >= 5


@every_other
def test_an_entry_says_what_the_docstring_says(name):
    entry = CATALOGUE[name]
    assert entry.formula and entry.source and f"``{entry.formula}``" in getattr(fa, name).__doc__
    assert set(entry.parameters) <= {"lower", "upper", "pieces", "axis", "alpha"}
    assert all(parameter.description for parameter in entry.parameters.values())
    assert entry.properties() is None


def test_bounds_are_those_stated(monkeypatch):
    monkeypatch.setattr(error_bounds, "STATED", {"elu_grad": {"float32": {"fma": 1.25, "baseline": 1.25}}})
    found = {name: entry.bounds for name, entry in fa.activations().items() if entry.bounds}
    assert found == {"elu": {"elu_grad": {"float32": 1.25}}}


def test_an_entry_cannot_be_changed_nor_the_catalogue():
    with pytest.raises(dataclasses.FrozenInstanceError):
        CATALOGUE["relu"].formula = "x"
    fa.activations().clear()
    assert fa.activations() == CATALOGUE
    for entry in CATALOGUE.values():
        assert pickle.loads(pickle.dumps(entry)) == copy.deepcopy(entry) == entry


# ---- properties() ----------------------------------------------------------------------------------------------------


@every_row
def test_properties_are_numbers_and_the_limits_lie_in_the_range(name):
    properties = CATALOGUE[name].properties(**numbers(name))
    low, high = properties.range
    assert low < high and type(low) is type(high) is float
    assert all(math.isnan(limit) or low - 1e-15 <= limit <= high for limit in properties.limits)
    assert properties.limits == pytest.approx(
        getattr(fa, name)(np.array([-np.inf, np.inf]), **numbers(name)).tolist(), nan_ok=True
    )
    assert all(math.isfinite(kink) for kink in properties.kinks) and properties.kinks == tuple(sorted(set(properties.kinks)))
    assert type(properties.monotonic) is bool and properties.symmetry in (None, "odd", "even")


def test_properties_follow_the_parameters():
    assert CATALOGUE["elu"].properties().range == (-1, math.inf)
    assert CATALOGUE["elu"].properties(alpha=3) == ((-3, math.inf), (-3, math.inf), (0,), True, None)
    assert CATALOGUE["hard_tanh"].properties(min_val=-2) == ((-2, 1), (-2, 1), (-2, 1), True, None)
    assert CATALOGUE["leaky_relu"].properties(negative_slope=-1) == ((0, math.inf), (math.inf, math.inf), (0,), False, None)
    assert CATALOGUE["hard_sigmoid"].properties(slope=0.25).kinks == (-2, 2)
    assert CATALOGUE["isru"].properties(alpha=4).range == (-0.5, 0.5)
    assert CATALOGUE["sinc"].properties().symmetry == "even"


@pytest.mark.parametrize("name, parameters, reaches", [
    ("plu", {"a": -0.5}, (-math.inf, math.inf)), ("plu", {"a": 0}, (-1, 1)), ("plu", {}, (-math.inf, math.inf)),
    ("srelu", {"t_left": -1, "a_left": 0, "t_right": 1, "a_right": -0.5}, (-math.inf, 1)),
    ("srelu", {"t_left": -1, "a_left": -0.5, "t_right": 1, "a_right": 0}, (-1, math.inf)),
    ("srelu", {"t_left": -1, "a_left": 0, "t_right": 1, "a_right": 0}, (-1, 1)),
    ("star_relu", {"scale": -2, "bias": 1}, (-math.inf, 1)), ("star_relu", {"scale": 2, "bias": 1}, (1, math.inf)),
])  # fmt: skip
def test_ranges_hold_for_slopes_below_zero_too(name, parameters, reaches):
    properties = CATALOGUE[name].properties(**parameters)
    y = getattr(fa, name)(np.linspace(-1000, 1000, 4001), **parameters)
    assert properties.range == reaches
    assert all(abs(y).max() > 100 if math.isinf(end) else found == end for end, found in zip(reaches, (y.min(), y.max())))
    assert properties.monotonic <= bool((np.diff(y) >= 0).all())


@pytest.mark.parametrize(
    "error, message, call",
    [
        (TypeError, "elu.*alpha.*not beta", lambda: CATALOGUE["elu"].properties(beta=1)),
        (TypeError, "relu.*none.*not alpha", lambda: CATALOGUE["relu"].properties(alpha=1)),
        (TypeError, "softmax.*axis.*not temperature", lambda: CATALOGUE["softmax"].properties(temperature=1)),
        (TypeError, "prelu.*missing.*slope", lambda: CATALOGUE["prelu"].properties()),
        (ValueError, "soft_cap.*cap > 0.*-1", lambda: CATALOGUE["soft_cap"].properties(cap=-1)),
        (TypeError, "alpha.*real.*str", lambda: CATALOGUE["elu"].properties(alpha="1")),
    ],
)
def test_wrong_parameters_are_refused(error, message, call):
    with pytest.raises(error, match=message):
        call()


# ---- get() -----------------------------------------------------------------------------------------------------------

EXPECTED = {
    # PyTorch
    "ReLU": "relu",
    "nn.LeakyReLU": "leaky_relu",
    "F.leaky_relu": "leaky_relu",
    "Hardswish": "hard_swish",
    "Softshrink": "soft_shrink",
    "LogSigmoid": "log_sigmoid",
    "F.logsigmoid": "log_sigmoid",
    "CELU": "celu",
    "PReLU": "prelu",
    "GELU": "gelu",
    "torch.nn.SiLU": "silu",
    "Tanhshrink": "tanh_shrink",
    "torch.sigmoid": "sigmoid",
    "torch.atan": "arctan",
    "torch.special.expit": "sigmoid",
    "nn.Identity": "identity",
    "RReLU": "rrelu",
    "nn.LogSoftmax": "log_softmax",
    # Keras
    "swish": "swish",
    "hard_silu": "hard_swish",
    "exponential": "exponential",
    "sparse_plus": "sparse_plus",
    "squareplus": "squareplus",
    "soft_shrink": "soft_shrink",
    "tanh_shrink": "tanh_shrink",
    "log_softmax": "log_softmax",
    "linear": "identity",
    "elu": "elu",
    "keras.activations.gelu": "gelu",
    "tf.keras.layers.ThresholdedReLU": "thresholded_relu",
    # JAX
    "soft_sign": "softsign",
    "hard_tanh": "hard_tanh",
    "log_sigmoid": "log_sigmoid",
    "identity": "identity",
    "jax.nn.gelu": "gelu_tanh",
    "jax.nn.hard_silu": "hard_swish",
    "jnp.arcsinh": "arcsinh",
    "jax.nn.swish": "swish",
    # TensorFlow
    "crelu": "crelu",
    "tf.nn.crelu": "crelu",
    "tf.nn.gelu": "gelu",
    "tf.math.asinh": "arcsinh",
    "tf.reduce_logsumexp": "logsumexp",
    # ONNX
    "HardSwish": "hard_swish",
    "ThresholdedRelu": "thresholded_relu",
    "Softsign": "softsign",
    "Elu": "elu",
    "Selu": "selu",
    "Celu": "celu",
    "Mish": "mish",
    "Gelu": "gelu",
    "Shrink": "shrink",
    "LogSoftmax": "log_softmax",
    "onnx.Sin": "sine",
    # neither case nor separators matter
    "LEAKY-RELU": "leaky_relu",
    " leaky relu ": "leaky_relu",
    "leaky.relu": "leaky_relu",
    "leakyrelu": "leaky_relu",
    "TORCH.NN.GELU": "gelu",
    "quick-gelu": "gelu_quick",
    "gelu": "gelu",
    # gated units: of two arrays by fastact's names, of the halves of one elsewhere
    "glu": "glu",
    "swiglu": "swiglu",
    "SwiGLU": "swiglu",
    "swiglu packed": "swiglu_packed",
    "torch.nn.functional.glu": "glu_packed",
    "nn.GLU": "glu_packed",
    "jax.nn.glu": "glu_packed",
    "keras.activations.glu": "glu_packed",
    # losses
    "softmax_cross_entropy": "softmax_cross_entropy",
    "cross_entropy": "softmax_cross_entropy",
    "F.cross_entropy": "softmax_cross_entropy",
    "nn.CrossEntropyLoss": "softmax_cross_entropy",
    "torch.nn.functional.binary_cross_entropy_with_logits": "sigmoid_cross_entropy",
    "BCEWithLogitsLoss": "sigmoid_cross_entropy",
    "optax.softmax_cross_entropy_with_integer_labels": "softmax_cross_entropy",
    "optax.losses.sigmoid_binary_cross_entropy": "sigmoid_cross_entropy",
    "tf.nn.softmax_cross_entropy_with_logits": "softmax_cross_entropy",
    "tf.nn.sparse_softmax_cross_entropy_with_logits": "softmax_cross_entropy",
    "sigmoid_cross_entropy_with_logits": "sigmoid_cross_entropy",
    "onnx.SoftmaxCrossEntropyLoss": "softmax_cross_entropy",
}


@pytest.mark.parametrize("spelling, name", EXPECTED.items())
def test_get_understands_every_framework(spelling, name):
    assert fa.get(spelling) is getattr(fa, name)


@pytest.mark.parametrize("name", names.names())
def test_get_understands_fastact(name):
    for spelling in (name, name.upper(), name.replace("_", "-"), name.replace("_", ""), name.title(), name.replace("_", " ")):
        assert fa.get(spelling) is getattr(fa, name)


@pytest.mark.parametrize("framework", names.SPELLINGS)
def test_get_understands_every_spelling_of_the_table(framework):
    modules = [module for module, meant in names.MODULES.items() if meant == framework]
    assert modules or framework == "elsewhere"
    for spelling, name in names.spellings(framework):
        for module in modules:
            assert fa.get(f"{module}.nn.{spelling}" if module != "nn" else f"nn.{spelling}") is getattr(fa, name)
        own = next((own for own in names.names() if names.bare(own) == names.bare(spelling)), name)
        assert fa.get(spelling) is getattr(fa, own)
        assert own == name or (framework, spelling) == ("JAX", "gelu") or spelling in ("glu", "GLU")


def test_a_glu_of_a_framework_gates_the_first_half_with_the_second():
    """As PyTorch, Keras and JAX document it."""
    x = np.linspace(-2, 3, 6)
    want = x[:3] / (1 + np.exp(-x[3:]))
    for spelling in ("F.glu", "keras.ops.glu", "jax.nn.glu"):
        np.testing.assert_allclose(fa.get(spelling)(x), want, rtol=1e-14)


def test_a_spelling_means_one_thing_wherever_it_stands_alone():
    meanings = {}
    for framework in names.SPELLINGS:
        for spelling, name in names.spellings(framework):
            meanings.setdefault(names.bare(spelling), set()).add(name)
    assert {spelling for spelling, found in meanings.items() if len(found) > 1} == {"gelu"}


@pytest.mark.parametrize(
    "name, near",
    [
        ("rellu", "relu"),
        ("leaky_rleu", "leaky_relu"),
        ("hardswihs", "hard_swish"),
        ("sofmax", "softmax"),
        ("torch.hardsiwsh", "hard_swish"),
        ("torch.sinc", "PyTorch"),
        ("jnp.sinc", "JAX"),
        ("F.linear", "PyTorch"),
        ("tf.nn.mish", "TensorFlow"),
        ("", "activations"),
        ("torch.", "PyTorch"),
        ("zzz", "activations"),
        ("sparsmax", "sparsemax"),
        ("swigul", "swiglu"),
        ("F.binary_cross_entropy", "PyTorch"),
        ("keras.losses.categorical_crossentropy", "Keras"),
        ("tf.nn.glu", "TensorFlow"),
        ("gelu_grad", "gelu"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(name, near):
    with pytest.raises(ValueError) as caught:
        fa.get(name)
    assert repr(name) in str(caught.value) and near in str(caught.value)


@pytest.mark.parametrize("name", [None, 1, b"relu", ["relu"], fa.relu])
def test_a_name_is_a_string(name):
    with pytest.raises(TypeError, match=f"name must be a string, not {type(name).__name__}"):
        fa.get(name)


def test_differences_are_of_entries():
    assert {name for name, _, _ in names.DIFFERENCES} <= set(names.names())
