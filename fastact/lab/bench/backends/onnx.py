"""ONNX: models of one operator, run by its reference evaluator with its own operators and with fastact's."""

from functools import partial

from fastact.lab.bench.backends.rows import MATRICES, VECTORS, Row, logits_and_classes, normal, one


def operator(name, module, operands):
    """Of a model of one node, with onnx's own operators where `module` is onnx."""
    import onnx
    from onnx.reference import ReferenceEvaluator

    kinds = {"float32": "float", "float64": "double", "int64": "int64"}
    given = {f"x{k}": operand for k, operand in enumerate(operands)}
    inputs = ", ".join(f"{kinds[operand.dtype.name]} {name}" for name, operand in given.items())
    graph = f"f ({inputs}) => ({kinds[operands[0].dtype.name]} y) {{y = {name} ({', '.join(given)})}}"
    model = onnx.parser.parse_model(f'<ir_version: 10, opset_import: ["": 22]> {graph}')
    return partial(ReferenceEvaluator(model, new_ops=None if module is onnx else module.ops()).run, None, given)


def rows_and_scale(rng, shape, dtype):
    return [normal(rng, shape, dtype), normal(rng, shape[1:], dtype), normal(rng, shape[1:], dtype)]


ELEMENTWISE = (
    "Relu", "LeakyRelu", "Elu", "Selu", "Celu", "Softplus", "Sigmoid", "Tanh", "Softsign", "HardSigmoid", "HardSwish", "Gelu",
    "Mish",
)  # fmt: skip

DRAWN = {
    **dict.fromkeys(ELEMENTWISE, (one, VECTORS)),
    **dict.fromkeys(["Softmax", "LogSoftmax", "ReduceLogSumExp"], (one, MATRICES)),
    "SoftmaxCrossEntropyLoss": (logits_and_classes, MATRICES),
    "LayerNormalization": (rows_and_scale, MATRICES),
}
ROWS = {
    f"onnx.{name}": Row("onnx", "onnx", partial(operator, name), *given, of_fastact="fastact.backends.onnx", form="operator")
    for name, given in DRAWN.items()
}
