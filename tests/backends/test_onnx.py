"""ONNX's reference evaluator with fastact's operators: its own node cases, every type, and what is onnx's own."""

import importlib
import pkgutil
import sys
import warnings

import ml_dtypes
import numpy as np
import pytest

from fastact.backends.onnx import RULES, ops
from fastact.catalogue import names

onnx = pytest.importorskip("onnx")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from onnx import numpy_helper, parser
    from onnx.backend.test.case import node as cases
    from onnx.reference import ReferenceEvaluator

    try:
        ops()
    except ImportError as error:
        pytest.skip(str(error), allow_module_level=True)
    for module in pkgutil.iter_modules(cases.__path__):  # each makes its cases when it is imported
        if any(name.lower().startswith(module.name.replace("_", "")) for name in RULES):
            importlib.import_module(f"{cases.__name__}.{module.name}")
    CASES = [case for case in cases._NodeTestCases if [one.op_type in RULES for one in case.model.graph.node] == [True]]

DTYPES = {"float16": np.float16, "bfloat16": ml_dtypes.bfloat16, "float": np.float32, "double": np.float64}
ATTRIBUTES = {  # of the calls of every type
    "LeakyRelu": "alpha=0.3", "Elu": "alpha=0.7", "Celu": "alpha=0.7", "Selu": "alpha=1.5, gamma=1.2", "Swish": "alpha=1.3",
    "ThresholdedRelu": "alpha=0.3", "HardSigmoid": "alpha=0.3, beta=0.4", "Shrink": "lambd=0.3, bias=0.1",
    "SwiGLU": "alpha=1.3", "Gelu": 'approximate="tanh"',
}  # fmt: skip
LATER = {"SwiGLU": 28, "Swish": 24, "RMSNormalization": 23}  # the opsets of operators that are not in 22


def of_node(name, inputs, attributes="", results=1, opset=None, kind="float"):
    """A model of one node."""
    given = ", ".join(f"{kind if one != 'labels' else 'int64'}[...] {one}" for one in inputs).replace("[...]", "")
    made = [f"y{k}" for k in range(results)]
    outputs = ", ".join(f"{kind} {one}" for one in made)
    call = f"{', '.join(made)} = {name}{f'<{attributes}>' if attributes else ''} ({', '.join(inputs)})"
    opset = opset or max(LATER.get(name, 0), 22)
    return parser.parse_model(f'<ir_version: 10, opset_import: ["": {opset}]> f ({given}) => ({outputs}) {{{call}}}')


def run(model, feeds, operators=None):
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ReferenceEvaluator(model, new_ops=operators and [*operators]).run(None, feeds)  # some versions add to the list


def counts(operators):
    return {one.__name__: (one.served, one.passed) for one in operators if one.served or one.passed}


# ---- onnx's own cases --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_node_cases_of_onnx_pass_and_are_served(case):
    """But for results that are moments, and batches in training."""
    operators, (node,) = ops(), case.model.graph.node
    read = [one.name for one in case.model.graph.input]
    for inputs, outputs in case.data_sets:
        inputs, outputs = [
            [numpy_helper.to_array(one) if isinstance(one, onnx.TensorProto) else one for one in tensors]
            for tensors in (inputs, outputs)
        ]
        got = run(case.model, dict(zip(read, inputs)), operators)
        for one, want in zip(got, outputs, strict=True):
            assert one.dtype == want.dtype and one.shape == want.shape
            rtol = 2**-6 if one.dtype == ml_dtypes.bfloat16 else case.rtol
            np.testing.assert_allclose(one.astype(np.float64), want.astype(np.float64), rtol, case.atol)
    moments = len(node.output) > 1 and node.op_type.endswith("Normalization")
    times = len(case.data_sets)
    assert counts(operators) == {node.op_type: (0, {"option": times}) if moments else (times, {})}


def test_every_operator_has_a_case():
    assert len(CASES) >= 100
    assert {case.model.graph.node[0].op_type for case in CASES} >= RULES.keys() - LATER.keys()


def test_every_name_of_onnx_in_the_catalogue_is_an_operator():
    norms = {"LayerNormalization", "RMSNormalization", "BatchNormalization"}
    assert {spelling for spelling, _ in names.spellings("ONNX")} == RULES.keys() - norms | {"Identity"}


# ---- types -------------------------------------------------------------------------------------------------------------------


def operands(name, kind):
    rng = np.random.default_rng(3)
    x = (2 * rng.standard_normal((6, 5, 7))).astype(DTYPES[kind])
    if name == "PRelu":
        return {"x": x, "slope": rng.random(7).astype(x.dtype)}
    if name == "SwiGLU":
        return {"a": x, "b": x[::-1].copy()}
    if name == "SoftmaxCrossEntropyLoss":
        return {"x": x, "labels": rng.integers(5, size=(6, 7)), "w": rng.random(5).astype(x.dtype)}
    if name == "LayerNormalization":
        return {"x": x, "s": x[0, 0], "b": x[0, 1]}
    if name == "RMSNormalization":
        return {"x": x, "s": x[0, 0]}
    if name == "BatchNormalization":
        return {"x": x, "s": x[0, :, 0], "b": x[0, :, 1], "m": x[0, :, 2], "v": np.abs(x[0, :, 3]) + 1}
    return {"x": x}


def served_where(name):
    """Whether this version of onnx has the operator."""
    return LATER.get(name, 0) <= onnx.defs.onnx_opset_version()


@pytest.mark.parametrize("kind", DTYPES)
@pytest.mark.parametrize("name", [name for name in RULES if served_where(name)])
def test_every_operator_in_every_type_agrees_with_onnx_in_float64(name, kind):
    feeds, operators = operands(name, kind), ops()
    (got,) = run(of_node(name, feeds, ATTRIBUTES.get(name, ""), kind=kind), feeds, operators)
    assert counts(operators) == {name: (1, {})}
    wide = {one: value if one == "labels" else value.astype(np.float64) for one, value in feeds.items()}
    (want,) = run(of_node(name, feeds, ATTRIBUTES.get(name, ""), kind="double"), wide)
    assert got.dtype == DTYPES[kind] and got.shape == want.shape
    eps = float(ml_dtypes.finfo(DTYPES[kind]).eps)
    rtol = 2e-6 if name in ("Gelu", "HardSwish") else 1e-11  # of those two onnx has constants of float32
    np.testing.assert_allclose(got.astype(np.float64), want, max(8 * eps, rtol), 8 * eps)


@pytest.mark.parametrize("name", ["Gelu", "Softmax", "ReduceLogSumExp", "PRelu"])
def test_numbers_and_empty_arrays(name):
    for shape in ((), (0,), (3, 0)):
        x = np.ones(shape, np.float32)
        feeds = {"x": x, "slope": x} if name == "PRelu" else {"x": x}
        if name == "Softmax" and not shape:
            continue
        operators = ops()
        (got,) = run(of_node(name, feeds), feeds, operators)
        assert type(got) is np.ndarray and got.dtype == np.float32 and counts(operators) == {name: (1, {})}
        assert got.shape == (tuple(1 for _ in shape) if name == "ReduceLogSumExp" else shape)


# ---- versions and attributes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "log"), [("Softmax", False), ("LogSoftmax", True)])
@pytest.mark.parametrize("axis", [None, 0, 1, 2, -1, -2])
def test_softmax_before_version_13_is_over_all_axes_from_one_on(name, log, axis):
    x = np.random.default_rng(0).standard_normal((2, 3, 4)).astype(np.float32)
    (got,) = run(of_node(name, "x", "" if axis is None else f"axis={axis}", opset=11), {"x": x}, ops())
    rows = x.reshape(int(np.prod(x.shape[: 1 if axis is None else axis % 3])), -1).astype(np.float64)
    want = np.exp(rows) / np.exp(rows).sum(1, keepdims=True)
    np.testing.assert_allclose(got.reshape(rows.shape), np.log(want) if log else want, 1e-6)


def test_axes_of_logsumexp_are_an_attribute_before_version_18():
    x = np.random.default_rng(0).standard_normal((2, 3, 4)).astype(np.float32)
    want = np.log(np.exp(x).sum((0, 2), keepdims=True))
    np.testing.assert_allclose(run(of_node("ReduceLogSumExp", "x", "axes=[0, 2]", opset=13), {"x": x}, ops())[0], want, 1e-6)


def test_the_default_constants_of_selu_are_those_of_onnx():
    """Rounded to float32, which float64 tells from those of `selu`."""
    x, operators = np.linspace(-9, 9, 31), ops()
    model = of_node("Selu", "x", kind="double")
    np.testing.assert_allclose(run(model, {"x": x}, operators)[0], run(model, {"x": x})[0], 1e-14)
    single = x.astype(np.float32)
    np.testing.assert_allclose(run(of_node("Selu", "x"), {"x": single}, operators)[0], run(model, {"x": x})[0], 4e-7)
    assert counts(operators) == {"Selu": (2, {})}


def test_a_node_in_a_branch_is_served_and_one_of_a_function_takes_its_attributes():
    x, operators = np.float32([-1, 2]), ops()
    branches = "then_branch = t () => (float[n] z) {z = Mish(x)}, else_branch = e () => (float[n] z) {z = Relu(x)}"
    model = f'<ir_version: 10, opset_import: ["": 22]> f (bool b, float[n] x) => (float[n] y) {{y = If (b) <{branches}>}}'
    np.testing.assert_array_equal(run(parser.parse_model(model), {"b": np.array(False), "x": x}, operators)[0], [0, 2])
    assert counts(operators) == {"Relu": (1, {})}
    function = parser.parse_function(
        '<opset_import: ["": 22], domain: "d"> g <a> (x) => (y) {y = LeakyRelu <alpha: float = @a> (x)}'
    )
    (got,) = ReferenceEvaluator(function, new_ops=ops()).run(None, {"x": x}, attributes={"a": np.float32(0.5)})
    np.testing.assert_array_equal(got, [-0.5, 2])


def test_an_operator_alone():
    celu = next(one for one in ops() if one.__name__ == "Celu")
    np.testing.assert_allclose(celu.eval(np.float32([-1, 2]), alpha=0.5), [0.5 * np.expm1(-2), 2], 1e-6)
    assert celu.served == 1 and next(one for one in ops() if one.__name__ == "Celu").served == 0


# ---- what is onnx's own ------------------------------------------------------------------------------------------------------

X = np.random.default_rng(1).standard_normal((3, 4)).astype(np.float32)
PASSED = [
    ("Relu", {"x": np.int32([[-1, 2]])}, "", 1, "dtype"),
    ("Elu", {"x": X.astype(">f4")}, "", 1, "dtype"),
    ("Softmax", {"x": X.astype(np.longdouble)}, "", 1, "dtype"),
    ("Shrink", {"x": np.arange(-3, 4)}, "lambd=1.5, bias=1.0", 1, "dtype"),
    ("Shrink", {"x": X}, "lambd=-1.0", 1, "value"),
    ("Sigmoid", {"x": np.ma.array(X)}, "", 1, "type"),
    ("PRelu", {"x": X, "slope": X[:, 0].copy()}, "", 1, "value"),
    ("PRelu", {"x": X, "slope": np.float64([2])}, "", 1, "dtype"),
    ("PRelu", {"x": X, "slope": X[np.newaxis]}, "", 1, "shape"),
    ("LayerNormalization", {"x": X, "s": X[0]}, "", 3, "option"),
    ("LayerNormalization", {"x": X, "s": X[0, :1]}, "", 1, "shape"),
    ("SoftmaxCrossEntropyLoss", {"x": X, "labels": np.array([0, 9, 1])}, "ignore_index=9", 1, None),
    ("BatchNormalization", {"x": X, "s": X[0], "b": X[0], "m": X[1], "v": X[1] ** 2}, "training_mode=1", 3, "option"),
]


@pytest.mark.parametrize(
    ("name", "feeds", "attributes", "results", "why"), PASSED, ids=[f"{one[0]}-{k}" for k, one in enumerate(PASSED)]
)
def test_what_is_not_served_is_onnx_s_own(name, feeds, attributes, results, why):
    model, operators = of_node(name, feeds, attributes, results), ops()
    for got, want in zip(run(model, feeds, operators), run(model, feeds), strict=True):
        assert got.dtype == want.dtype
        np.testing.assert_allclose(got, want, 0 if why else 1e-6)
    assert counts(operators) == {name: (0, {why: 1}) if why else (1, {})}


@pytest.mark.parametrize(
    ("name", "feeds", "attributes"),
    [("Softmax", {"x": X}, "axis=5"), ("SoftmaxCrossEntropyLoss", {"x": X, "labels": np.array([0, 9, 1])}, "")],
)
def test_errors_are_onnx_s_own(name, feeds, attributes):
    model = of_node(name, feeds, attributes)
    with pytest.raises(Exception) as wanted:
        run(model, feeds)
    with pytest.raises(wanted.type, match=str(wanted.value)):
        run(model, feeds, ops())


def test_another_version_is_refused(monkeypatch):
    monkeypatch.setattr(onnx, "__version__", "1.24.0")
    with pytest.raises(ImportError, match=r"onnx 1\.24\.0 is not served: fastact is tested with those from .* up to"):
        ops()
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(ImportError, match="onnx is not installed: python -m pip install onnx"):
        ops()
