"""ONNX: operators for `onnx.reference.ReferenceEvaluator`, which computes models in NumPy.

A row of `RULES` is an operator: what it computes from its tensors and attributes, in any version of its opset.
"""

import numpy as np

from fastact._core.dtypes import TYPES
from fastact._core.table_functions import FUNCTIONS
from fastact.backends.patch import DTYPE, OPTION, SHAPE, TYPE, VALUE, Declined, imported
from fastact.functions.logsumexp import logsumexp
from fastact.functions.losses import softmax_cross_entropy
from fastact.functions.softmax import log_softmax, softmax
from fastact.nn.normalization.functions import batch_norm, layer_norm, rms_norm

TESTED = "1.19", "1.24"  # the first version of ONNX, and the one behind the last
DTYPES = frozenset(np.dtype(kind) for kind in TYPES if kind is not None)
SELU = tuple(float(np.float32(number)) for number in (1.67326319217681884765625, 1.05070102214813232421875))


# ---- rules: of a node, its attributes as Python's, and its tensors -----------------------------------------------------------


def elementwise(name, **attributes):
    """Of one tensor; the function's parameters by the names of the attributes that they are."""
    function = FUNCTIONS[name]

    def rule(node, given, x):
        return function(x, **{parameter: given[attribute] for parameter, attribute in attributes.items()})

    return rule


def prelu(node, given, x, slope):
    if np.broadcast_shapes(x.shape, slope.shape) != x.shape:
        raise Declined(SHAPE)
    return FUNCTIONS["prelu"](x, slope)


def selu(node, given, x):
    """The default constants are those of `selu`, rounded to float32, which float64 can tell."""
    constants = given["alpha"], given["gamma"]
    if constants == SELU and x.dtype != np.float64:
        return FUNCTIONS["selu"](x)
    return FUNCTIONS["elu"](x, constants[0]) * constants[1]


def gelu(node, given, x):
    known = {"none": "gelu", "tanh": "gelu_tanh"}
    if given["approximate"] not in known:
        raise Declined(OPTION)
    return FUNCTIONS[known[given["approximate"]]](x)


def swiglu(node, given, a, b):
    if a.shape != b.shape:
        raise Declined(SHAPE)
    return FUNCTIONS["swiglu"](a, b, given["alpha"])


def of_classes(function):
    """Softmax: before version 13 over all axes from `axis` on, and that is 1 by default."""

    def rule(node, given, x):
        axis = given["axis"]
        return function(x, axis if node.version >= 13 else axes_from(axis, x))

    return rule


def axes_from(axis, x):
    if not -x.ndim <= axis < max(x.ndim, 1):
        raise Declined(SHAPE)
    return tuple(range(axis % x.ndim if x.ndim else 0, x.ndim))


def reduce_logsumexp(node, given, x, axes=None):
    """The axes are an attribute before version 18, and an input from then on."""
    axes = given.get("axes") if node.version < 18 else axes
    if axes is not None and not len(axes):
        axes = None
    if axes is None and given.get("noop_with_empty_axes"):
        raise Declined(OPTION)
    return logsumexp(x, None if axes is None else tuple(map(int, axes)), keepdims=bool(given["keepdims"]))


def cross_entropy(node, given, x, labels, weight=None):
    """Of classes on axis 1; the second result is their log_softmax."""
    options = {"reduction": given["reduction"], "ignore_index": given["ignore_index"], "weight": weight}
    loss = softmax_cross_entropy(x, labels, 1, **options)
    return (loss, log_softmax(x, 1)) if node.results == 2 else loss


def normalization(function):
    """Over all axes from `axis` on; moments are no results of ours."""

    def rule(node, given, x, scale, *bias):
        axes = axes_from(given["axis"], x)
        if node.results > 1 or given["stash_type"] != 1:
            raise Declined(OPTION)
        if any(one is not None and one.shape != x.shape[axes[0] :] for one in (scale, *bias)):
            raise Declined(SHAPE)
        return function(x, scale, *bias, axis=axes, epsilon=given["epsilon"])

    return rule


def batch_normalization(node, given, x, scale, bias, mean, variance):
    """By moments that are given."""
    if node.results > 1 or node.version < 9 or given.get("training_mode"):
        raise Declined(OPTION)
    axes = (0, *range(2, x.ndim))
    return batch_norm(x, scale, bias, mean, variance, axis=axes, training=False, epsilon=given["epsilon"])


RULES = {
    "Relu": elementwise("relu"),
    "ThresholdedRelu": elementwise("thresholded_relu", threshold="alpha"),
    "LeakyRelu": elementwise("leaky_relu", negative_slope="alpha"),
    "PRelu": prelu,
    "Exp": elementwise("exponential"),
    "Elu": elementwise("elu", alpha="alpha"),
    "Selu": selu,
    "Celu": elementwise("celu", alpha="alpha"),
    "Softplus": elementwise("softplus"),
    "Sigmoid": elementwise("sigmoid"),
    "Tanh": elementwise("tanh"),
    "Softsign": elementwise("softsign"),
    "Atan": elementwise("arctan"),
    "Asinh": elementwise("arcsinh"),
    "HardSigmoid": elementwise("hard_sigmoid", slope="alpha", offset="beta"),
    "Swish": elementwise("swish", beta="alpha"),
    "Gelu": gelu,
    "Mish": elementwise("mish"),
    "HardSwish": elementwise("hard_swish"),
    "Shrink": elementwise("shrink", lambd="lambd", bias="bias"),
    "Sin": elementwise("sine"),
    "SwiGLU": swiglu,
    "Softmax": of_classes(softmax),
    "LogSoftmax": of_classes(log_softmax),
    "ReduceLogSumExp": reduce_logsumexp,
    "SoftmaxCrossEntropyLoss": cross_entropy,
    "LayerNormalization": normalization(layer_norm),
    "RMSNormalization": normalization(rms_norm),
    "BatchNormalization": batch_normalization,
}
INTEGERS = {"SoftmaxCrossEntropyLoss": (1,), "ReduceLogSumExp": (1,)}  # the places of tensors that are none of real numbers


# ---- operators ---------------------------------------------------------------------------------------------------------------


def ops():
    """Operators for `onnx.reference.ReferenceEvaluator`, by fastact.

    Returns
    -------
    list of type
        A new class for each operator, with its name.  `served` is how many calls it has computed, in all models, and `passed`
        how many were left to onnx, by the reason: the `type` or `dtype` of a tensor, a `shape`, an `option`, or a `value` of
        which the function is not defined.

    Raises
    ------
    ImportError
        If onnx is not installed, or in a version that fastact is not tested with.

    Examples
    --------
    >>> import numpy as np, onnx
    >>> from onnx.reference import ReferenceEvaluator
    >>> from fastact.backends.onnx import ops
    >>> model = onnx.parser.parse_model('<ir_version: 10, opset_import: ["": 22]> f (float[n] x) => (float[n] y) {y = Mish(x)}')
    >>> ReferenceEvaluator(model, new_ops=ops()).run(None, {"x": np.zeros(2, np.float32)})
    [array([0., 0.], dtype=float32)]
    """
    imported("onnx", "onnx", TESTED)
    return [operator(name, rule) for name, rule in RULES.items()]


def operator(name, rule):
    """The class of an operator, which computes by its rule, or as onnx does."""
    from onnx.defs import SchemaError, get_schema
    from onnx.reference import ReferenceEvaluator
    from onnx.reference.op_run import OpRun, RefAttrName
    from onnx.reference.ops import load_op

    class Operator(OpRun):
        op_domain = ""
        served, passed = 0, {}

        def __init__(self, node, run_params):
            self.version, self.results = run_params["opsets"][""], len(node.output)
            try:
                schema = get_schema(name, self.version)
            except SchemaError:  # of a later version than the model's
                schema = None
            super().__init__(node, run_params, schema)
            self.given = None if self.has_linked_attribute else self.attributes({})

        def run(self, *tensors, linked_attributes=None, **options):
            kind = type(self)
            try:
                results = self._run(*tensors, **(self.given or self.attributes(linked_attributes or {})))
                kind.served += 1
                return results
            except Declined as declined:
                why = declined.args[0]
            kind.passed[why] = kind.passed.get(why, 0) + 1
            if linked_attributes:
                options["linked_attributes"] = linked_attributes
            return self.own(tensors).run(*tensors, **options)

        def _run(self, *tensors, **attributes):
            check(name, tensors)
            try:
                results = rule(self, attributes, *tensors)
            except (TypeError, ValueError):  # onnx computes it, or says what is wrong
                raise Declined(VALUE) from None
            results = results if type(results) is tuple else (results,)
            return tuple(np.asarray(result, tensors[0].dtype) for result in results)

        def attributes(self, linked):
            """By name; those that a function gives its nodes are `linked`."""
            found = {one: getattr(self, one) for one in self.attributes_names_}
            found = {one: linked.get(value.name) if type(value) is RefAttrName else value for one, value in found.items()}
            return {one: float(value) if isinstance(value, np.floating) else value for one, value in found.items()}

        def own(self, tensors):
            """onnx's implementation of the node."""
            evaluator = self.run_params.get("evaluator_cls", ReferenceEvaluator)
            types = [type_of(tensor) for tensor in tensors]
            made = load_op("", name, self.version, node=self.onnx_node, input_types=types, evaluator_cls=evaluator)
            return made(self.onnx_node, self.run_params)

    Operator.__name__ = Operator.__qualname__ = name
    return Operator


def check(name, tensors):
    """Declines tensors that are not NumPy's own arrays in one type that fastact computes in."""
    reals = [one for place, one in enumerate(tensors) if one is not None and place not in INTEGERS.get(name, ())]
    if any(type(one) is not np.ndarray for one in reals):
        raise Declined(TYPE)
    if any(one.dtype not in DTYPES or one.dtype != reals[0].dtype for one in reals):
        raise Declined(DTYPE)


def type_of(tensor):
    """Of a tensor in a graph; of none, and of what no graph has, nothing."""
    from onnx import TypeProto, helper

    try:
        kind = helper.np_dtype_to_tensor_dtype(tensor.dtype.newbyteorder("="))
        return helper.make_tensor_type_proto(kind, tensor.shape)
    except (AttributeError, ValueError):
        return TypeProto()
