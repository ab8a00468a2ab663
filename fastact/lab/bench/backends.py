"""What other libraries gain when they compute with fastact: the regime `backends` of `bench`.

A row is a function of a library that `fastact.patch` replaces, or a whole fit: its contenders are the library as it is, and
`fastact`, the same call with the library patched.  Of Numba it is a function that it compiles: a loop over the formula of an
element, and a call of fastact.  Of Dask it is an array that is cut along its last axis: fastact's softmax after a rechunk and
without one, and gelu by SciPy's erf for each block and by fastact; of ONNX an operator of its reference evaluator; of autograd
a gradient, by the formula and by fastact's functions.  On one thread.
"""

import math
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from typing import NamedTuple

import numpy as np

import fastact
from fastact.backends.patch import patched
from fastact.lab import peers

SIZES = (64, 4096, 2**16, 2**22)  # elements
CLASSES = 10
ITERATIONS = 20  # of a fit


class Row(NamedTuple):
    """`make(module, operands)` is a call without arguments, of operands that `draw(rng, shape, dtype)` gives.  The module of
    fastact is that of the library, patched, unless the row names one."""

    library: str
    module: str
    make: Callable
    draw: Callable
    shapes: tuple
    dtypes: tuple = ("float32", "float64")
    of_fastact: str | None = None
    form: str = "compiled"  # of a row that names one


# ---- operands ----------------------------------------------------------------------------------------------------------------


def normal(rng, shape, dtype):
    return rng.standard_normal(shape).astype(dtype)


def one(rng, shape, dtype):
    return [normal(rng, shape, dtype)]


def two(rng, shape, dtype):
    return [normal(rng, shape, dtype), normal(rng, shape, dtype)]


def fraction(rng, shape, dtype):
    return [rng.uniform(0.01, 0.99, shape).astype(dtype)]


def output_and_delta(rng, shape, dtype):
    """Outputs that leave delta what it is, every other one, or 0."""
    return [(rng.random(shape) < 0.5).astype(dtype), normal(rng, shape, dtype)]


def two_classes(rng, shape, dtype):
    return [(rng.random(shape) < 0.5).astype(dtype), normal(rng, shape, dtype)]


def many_classes(rng, shape, dtype):
    return [rng.integers(shape[1], size=shape[0]).astype(dtype), normal(rng, shape, dtype)]


def indicators_and_probabilities(rng, shape, dtype):
    y = np.eye(shape[1], dtype=bool)[rng.integers(shape[1], size=shape[0])]
    p = np.exp(normal(rng, shape, dtype))
    return [y, p / p.sum(1, keepdims=True)]


def rows_and_labels(rng, shape, dtype):
    """Labels that a linear model almost tells."""
    x = normal(rng, shape, dtype)
    scores = x @ rng.standard_normal((shape[1], CLASSES)) + rng.standard_normal((shape[0], CLASSES))
    return [x, scores.argmax(1)]


# ---- calls -------------------------------------------------------------------------------------------------------------------


def function(name, module, operands, **given):
    return partial(getattr(module, name), *operands, **given)


def method(of_class, name, module, operands):
    """Into arrays that are given."""
    y, raw = operands
    loss = getattr(module, of_class)(**({"n_classes": raw.shape[1]} if raw.ndim > 1 else {}))
    outs = [np.empty_like(y if one == "loss" else raw) for one in name.split("_")]
    return partial(getattr(loss, name), y, raw, None, *outs)


def logistic_regression(module, operands):
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.utils._testing import ignore_warnings

    fit = module.LogisticRegression(max_iter=ITERATIONS, tol=1e-10).fit
    return partial(ignore_warnings(fit, category=ConvergenceWarning), *operands)


def of_tensors(name, module, operands, *given, **options):
    """Of PyTorch's, on one thread; `name` may have dots."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    function = module
    for part in name.split("."):
        function = getattr(function, part)
    return partial(function, *map(torch.from_numpy, operands), *given, **options)


def tensor(x):
    return import_module("torch").from_numpy(x)


def training_step(activation, module, operands):
    """Of a network of three layers of 512 units, each with this activation, on 128 rows."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    torch.manual_seed(0)
    layers = [layer for _ in range(3) for layer in (module.Linear(512, 512), activation(module))]
    network = module.Sequential(*layers)
    optimizer = torch.optim.SGD(network.parameters(), 0.01)
    x, target = map(torch.from_numpy, operands)

    def step():
        optimizer.zero_grad()
        module.functional.mse_loss(network(x), target).backward()
        optimizer.step()

    return step


def perceptron(module, operands):
    """An epoch of a network with 256 hidden units."""
    made = module.MLPClassifier((256,), activation="logistic", random_state=0)
    return partial(made.partial_fit, *operands, classes=np.arange(CLASSES))


def compiled(name, module, operands):
    """In a function that Numba compiles, into an array that is given: a loop over the elements where `module` is Python's math,
    else a call of `module`."""
    import numba

    from fastact.backends.numba import register

    register()  # Numba itself does so where fastact is installed with its entry point
    (x,) = operands
    if module is not math:
        function = getattr(module, name)

        @numba.njit
        def call(x, y):
            function(x, out=y)

    else:
        of_element = numba.njit(FORMULAS[name](x.dtype.type))

        @numba.njit
        def call(x, y):
            for i in range(len(x)):
                y[i] = of_element(x[i])

    call(x, y := np.empty_like(x))
    return partial(call, x, y)


def cut(name, module, operands):
    """Of an array of Dask's in eight chunks: `module` is Dask's own, or fastact."""
    from dask.array import from_array

    (array,) = operands
    x = from_array(array, chunks=(array.shape[0], -(-array.shape[1] // 8)))
    if module is fastact:
        made = getattr(fastact, name)(x)
    elif name == "gelu":
        from scipy.special import erf

        half, root = x.dtype.type(0.5), x.dtype.type(math.sqrt(0.5))
        made = x.map_blocks(lambda block: half * block * (1 + erf(block * root)), dtype=x.dtype)
    else:
        made = getattr(fastact, name)(x.rechunk({1: -1}))
    return partial(made.compute, scheduler="sync")


FORMULAS = {  # of an element, with numbers of its type
    "relu": lambda t: lambda x: max(x, t(0)),
    "elu": lambda t: lambda x: x if x > 0 else math.expm1(x),
    "exponential": lambda t: lambda x: math.exp(x),
    "sigmoid": lambda t: lambda x: t(1) / (t(1) + math.exp(-x)),
    "tanh": lambda t: lambda x: math.tanh(x),
    "silu": lambda t: lambda x: x / (t(1) + math.exp(-x)),
    "gelu": lambda t: lambda x: t(0.5) * x * (t(1) + math.erf(x * t(math.sqrt(0.5)))),
    "gelu_tanh": lambda t: lambda x: t(0.5) * x * (t(1) + math.tanh(t(math.sqrt(2 / math.pi)) * (x + t(0.044715) * x * x * x))),
    "softplus": lambda t: lambda x: math.log1p(math.exp(x)) if x < t(20) else x,
    "mish": lambda t: lambda x: x * math.tanh(math.log1p(math.exp(x)) if x < t(20) else x),
}


# ---- ONNX and autograd -------------------------------------------------------------------------------------------------------


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


def logits_and_classes(rng, shape, dtype):
    return [normal(rng, shape, dtype), rng.integers(shape[1], size=shape[0])]


def rows_and_scale(rng, shape, dtype):
    return [normal(rng, shape, dtype), normal(rng, shape[1:], dtype), normal(rng, shape[1:], dtype)]


ELEMENTWISE = (
    "Relu", "LeakyRelu", "Elu", "Selu", "Celu", "Softplus", "Sigmoid", "Tanh", "Softsign", "HardSigmoid", "HardSwish", "Gelu",
    "Mish",
)  # fmt: skip


def of_onnx():
    drawn = dict.fromkeys(ELEMENTWISE, (one, VECTORS))
    drawn |= dict.fromkeys(["Softmax", "LogSoftmax", "ReduceLogSumExp"], (one, MATRICES))
    drawn |= {"SoftmaxCrossEntropyLoss": (logits_and_classes, MATRICES), "LayerNormalization": (rows_and_scale, MATRICES)}
    return {
        f"onnx.{name}": Row(
            "onnx", "onnx", partial(operator, name), *given, of_fastact="fastact.backends.onnx", form="operator"
        )
        for name, given in drawn.items()
    }


def gradient(name, module, operands):
    """Of a sum at its first operand, by autograd: of the formula, or where `module` is fastact's, of its function."""
    import autograd
    from autograd import numpy

    function = COMPOSED[name](numpy) if module is autograd else getattr(module, name)
    return partial(autograd.grad(lambda x, *others: numpy.sum(function(x, *others))), *operands)


COMPOSED = {  # of autograd.numpy, as they are written without a library of activations
    "relu": lambda np: lambda x: np.maximum(x, 0),
    "elu": lambda np: lambda x: np.where(x > 0, x, np.expm1(x)),
    "softplus": lambda np: lambda x: np.logaddexp(x, 0),
    "sigmoid": lambda np: lambda x: 1 / (1 + np.exp(-x)),
    "tanh": lambda np: np.tanh,
    "silu": lambda np: lambda x: x / (1 + np.exp(-x)),
    "gelu_tanh": lambda np: lambda x: 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    "mish": lambda np: lambda x: x * np.tanh(np.logaddexp(x, 0)),
    "softmax": lambda np: lambda x: exponentials(np, x) / np.sum(exponentials(np, x), -1, keepdims=True),
    "softmax_cross_entropy": lambda np: lambda x, labels: cross_entropy(np, x, labels),
    "layer_norm": lambda np: lambda x: (x - np.mean(x, -1, keepdims=True)) / np.sqrt(np.var(x, -1, keepdims=True) + 1e-5),
}


def exponentials(np, x):
    return np.exp(x - np.max(x, -1, keepdims=True))


def cross_entropy(np, x, labels):
    shifted = x - np.max(x, -1, keepdims=True)
    return np.log(np.sum(np.exp(shifted), -1)) - shifted[np.arange(len(x)), labels]


def of_autograd():
    drawn = dict.fromkeys(COMPOSED, (one, VECTORS)) | dict.fromkeys(["softmax", "layer_norm"], (one, MATRICES))
    drawn["softmax_cross_entropy"] = (logits_and_classes, MATRICES)
    return {
        f"autograd.{name}": Row(
            "autograd", "autograd", partial(gradient, name), *given, of_fastact="fastact.backends.autograd", form="gradient"
        )
        for name, given in drawn.items()
    }


# ---- rows --------------------------------------------------------------------------------------------------------------------

VECTORS = tuple((size,) for size in SIZES)
MATRICES = tuple((size // 64, 64) for size in SIZES)
LABELLED = tuple((size // 16, 16) for size in SIZES)
NETWORK, LOSS = "sklearn.neural_network._base", "sklearn._loss.loss"
BINOMIAL = ("loss", "gradient", "loss_gradient", "gradient_hessian")
SINGLE = ("float32",)
ATEN = "torch.ops"  # whose `aten` has every function of PyTorch, gradients too
TANH = {"approximate": "tanh"}
TORCH_FUNCTIONS = {
    **{name: partial(of_tensors, f"aten.{name}.default") for name in ("mish", "gelu", "elu", "selu", "celu", "softplus")},
    **{name: partial(of_tensors, f"aten.{name}.default") for name in ("silu", "log_sigmoid", "sigmoid", "tanh")},
    "gelu, tanh": partial(of_tensors, "aten.gelu.default", **TANH),
}
TORCH_GRADIENTS = {
    "mish_backward": partial(of_tensors, "aten.mish_backward.default"),
    "gelu_backward": partial(of_tensors, "aten.gelu_backward.default"),
    "gelu_backward, tanh": partial(of_tensors, "aten.gelu_backward.default", **TANH),
    "softplus_backward": lambda module, operands: of_tensors("aten.softplus_backward.default", module, operands, 1, 20),
    "elu_backward": lambda module, operands: partial(
        of_tensors("aten.elu_backward.default", module, operands[:1], 1, 1, 1, False), self_or_result=tensor(operands[1])
    ),
}
TORCH_NETWORKS = {
    "Mish": lambda nn: nn.Mish(),
    "GELU": lambda nn: nn.GELU(),
    "GELU(tanh)": lambda nn: nn.GELU(approximate="tanh"),
    "ELU": lambda nn: nn.ELU(),
    "Softplus": lambda nn: nn.Softplus(),
    "SiLU": lambda nn: nn.SiLU(),
    "LogSigmoid": lambda nn: nn.LogSigmoid(),
    "Sigmoid": lambda nn: nn.Sigmoid(),
    "Tanh": lambda nn: nn.Tanh(),
}

ALL_ROWS = {
    **{
        f"scipy.{name}": Row("scipy", "scipy.special", partial(function, name), draw, VECTORS)
        for name, draw in {"expit": one, "log_expit": one, "logit": fraction}.items()
    },
    **{
        f"scipy.{name}": Row("scipy", "scipy.special", partial(function, name, axis=-1), one, MATRICES)
        for name in ("softmax", "log_softmax", "logsumexp")
    },
    **{
        f"sklearn.inplace_{name}": Row("sklearn", NETWORK, partial(function, f"inplace_{name}"), one, VECTORS)
        for name in ("tanh", "logistic", "relu", "exp")
    },
    "sklearn.inplace_softmax": Row("sklearn", NETWORK, partial(function, "inplace_softmax"), one, LABELLED),
    **{
        f"sklearn.inplace_{name}_derivative": Row(
            "sklearn", NETWORK, partial(function, f"inplace_{name}_derivative"), output_and_delta, VECTORS
        )
        for name in ("tanh", "logistic", "relu")
    },
    "sklearn.log_loss": Row("sklearn", NETWORK, partial(function, "log_loss"), indicators_and_probabilities, LABELLED),
    "sklearn.softmax": Row("sklearn", "sklearn.utils.extmath", partial(function, "softmax"), one, MATRICES),
    "sklearn._logsumexp": Row("sklearn", "sklearn.utils._array_api", partial(function, "_logsumexp", axis=1), one, MATRICES),
    "sklearn._expit": Row("sklearn", "sklearn.utils._array_api", partial(function, "_expit"), one, VECTORS),
    **{
        f"sklearn.HalfBinomialLoss.{name}": Row(
            "sklearn", LOSS, partial(method, "HalfBinomialLoss", name), two_classes, VECTORS
        )
        for name in BINOMIAL
    },
    **{
        f"sklearn.HalfMultinomialLoss.{name}": Row(
            "sklearn", LOSS, partial(method, "HalfMultinomialLoss", name), many_classes, LABELLED
        )
        for name in (*BINOMIAL, "gradient_proba")
    },
    **{f"torch.{name}": Row("torch", ATEN, make, one, VECTORS) for name, make in TORCH_FUNCTIONS.items()},
    **{f"torch.{name}": Row("torch", ATEN, make, two, VECTORS) for name, make in TORCH_GRADIENTS.items()},
    **{
        f"a step of three layers, {name}": Row("torch", "torch.nn", partial(training_step, made), two, ((128, 512),), SINGLE)
        for name, made in TORCH_NETWORKS.items()
    },
    "LogisticRegression, 10 classes": Row(
        "sklearn", "sklearn.linear_model", logistic_regression, rows_and_labels, ((20000, 50),)
    ),
    "MLPClassifier(256, logistic)": Row("sklearn", "sklearn.neural_network", perceptron, rows_and_labels, ((5000, 64),)),
}
ALL_ROWS |= {
    f"numba.{name}": Row("numba", "math", partial(compiled, name), one, VECTORS, of_fastact="fastact") for name in FORMULAS
}
ALL_ROWS |= {
    f"dask.{name}": Row(
        "dask", "dask.array", partial(cut, name), one, ((64, 2**10), (64, 2**16)), of_fastact="fastact", form="in chunks"
    )
    for name in ("softmax", "log_softmax", "logsumexp", "gelu")
}
ALL_ROWS |= of_onnx() | of_autograd()
OWNERS = {  # as `peers` calls them
    "autograd": "autograd",
    "dask": "Dask",
    "numba": "Numba",
    "onnx": "ONNX",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "torch": "PyTorch",
}
ROWS = {name: row for name, row in ALL_ROWS.items() if OWNERS[row.library] in peers.LIBRARIES}


def contenders(name, libraries):
    """The library with fastact, and as it is."""
    owner = OWNERS[ROWS[name].library]
    return ["fastact", *[one for one in libraries if one == owner]]


def surroundings(name, contender):
    """In which a call runs: patched, or nothing."""
    return [patched(ROWS[name].library)] if contender == "fastact" and ROWS[name].of_fastact is None else []


def prepared(name, contender, operands):
    """A call without arguments, of operands of its own where it writes into them; it runs in its surroundings."""
    row = ROWS[name]
    of_fastact = contender == "fastact" and row.of_fastact
    module, operands = import_module(of_fastact or row.module), [operand.copy() for operand in operands]
    with ExitStack() as around:
        for one in surroundings(name, contender):
            around.enter_context(one)
        return row.make(module, operands)
