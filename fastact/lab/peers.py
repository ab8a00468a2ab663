"""The functions of the table in other libraries, where they have them: what `verify --peers` and `bench` hold against fastact.

A library is a dict from fastact's names to what prepares a call: `prepare(operands, parameters, out)` returns a callable
without arguments, which computes and returns the result, in `out` where the library can write there.  `name_backward` has
the operands dy and x, `name_backward_from_output` dy and y.

hard_sigmoid is not among PyTorch's and JAX's: they divide by 6, the table's slope is 1/6 rounded.
"""

import ctypes
import importlib.metadata
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

import numpy as np

import fastact
from fastact._core import ufuncs
from fastact.lab import reference

XLA_FLAGS = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"  # for one thread
PAGE = 4096
NUMPY = {name: getattr(np, name) for name in reference.NAMES if hasattr(np, name)}


def _plainly(function, convert=np.asarray):
    """Of what takes `out=` as NumPy's functions do."""

    def prepare(operands, parameters=(), out=None):
        given = {} if out is None else {"out": convert(out)}
        return partial(function, *map(convert, operands), *parameters, **given)

    return prepare


def _fastact(dtype, threads):
    found = {name: _plainly(function) for name, function in ufuncs.functions.items()}
    return found | {name: _plainly(getattr(fastact, name)) for name in ("softmax", "log_softmax")}


def _torch(dtype, threads):
    """Derivatives are backward functions for a gradient of 1.  Those of sigmoid, tanh and exponential begin with the result."""
    import torch
    from torch.nn import functional

    torch.set_num_threads(threads)
    aten, scale, alpha = torch.ops.aten, 1.0507009873554805, 1.6732632423543772
    values = {
        "arcsinh": torch.asinh,
        "arctan": torch.atan,
        "celu": functional.celu,
        "elu": functional.elu,
        "exponential": torch.exp,
        "gelu": functional.gelu,
        "gelu_tanh": partial(functional.gelu, approximate="tanh"),
        "hard_shrink": functional.hardshrink,
        "hard_swish": functional.hardswish,
        "hard_tanh": functional.hardtanh,
        "leaky_relu": functional.leaky_relu,
        "log_sigmoid": functional.logsigmoid,
        "log_softmax": torch.log_softmax,
        "logit": torch.logit,
        "mish": functional.mish,
        "prelu": lambda x, slope: functional.prelu(x, torch.tensor(slope, dtype=x.dtype)),
        "relu": functional.relu,
        "relu6": functional.relu6,
        "selu": functional.selu,
        "sigmoid": torch.sigmoid,
        "silu": functional.silu,
        "sine": torch.sin,
        "soft_shrink": functional.softshrink,
        "softmax": torch.softmax,
        "softplus": functional.softplus,
        "softsign": functional.softsign,
        "tanh": torch.tanh,
        "tanh_shrink": functional.tanhshrink,
        "threshold": functional.threshold,
    }
    into = {  # where those do not take `out`
        "celu": lambda x, a, out: aten.elu.out(x, a, 1, 1 / a, out=out),
        "elu": aten.elu.out,
        "gelu": aten.gelu.out,
        "gelu_tanh": partial(aten.gelu.out, approximate="tanh"),
        "hard_shrink": aten.hardshrink.out,
        "hard_swish": aten.hardswish.out,
        "hard_tanh": aten.hardtanh.out,
        "leaky_relu": aten.leaky_relu.out,
        "log_sigmoid": aten.log_sigmoid.out,
        "log_softmax": lambda x, axis, out: aten._log_softmax.out(x, axis, False, out=out),
        "mish": aten.mish.out,
        "prelu": lambda x, slope, out: values["prelu"](x, slope),
        "relu": lambda x, out: torch.clamp_min(x, 0, out=out),
        "relu6": lambda x, out: aten.hardtanh.out(x, 0, 6, out=out),
        "selu": lambda x, out: aten.elu.out(x, alpha, scale, out=out),
        "silu": aten.silu.out,
        "soft_shrink": aten.softshrink.out,
        "softmax": lambda x, axis, out: aten._softmax.out(x, axis, False, out=out),
        "softplus": aten.softplus.out,
        "softsign": lambda x, out: torch.div(x, x.abs() + 1, out=out),
        "tanh_shrink": lambda x, out: torch.sub(x, torch.tanh(x), out=out),
        "threshold": aten.threshold.out,
    }
    backward = {  # what autograd calls, where that is one function
        "celu": lambda dy, x, a: (aten.elu_backward, dy, a, 1, 1 / a, False, x),
        "elu": lambda dy, x, a: (aten.elu_backward, dy, a, 1, 1, False, x),
        "exponential": lambda dy, x: (torch.mul, dy, torch.exp(x)),
        "gelu": lambda dy, x: (aten.gelu_backward, dy, x),
        "gelu_tanh": lambda dy, x: (partial(aten.gelu_backward, approximate="tanh"), dy, x),
        "hard_shrink": lambda dy, x, lambd: (aten.hardshrink_backward, dy, x, lambd),
        "hard_tanh": lambda dy, x, low, high: (aten.hardtanh_backward, dy, x, low, high),
        "leaky_relu": lambda dy, x, slope: (aten.leaky_relu_backward, dy, x, slope, False),
        "log_sigmoid": lambda dy, x: (aten.log_sigmoid_backward, dy, x, aten.log_sigmoid_forward(x)[1]),
        "logit": lambda dy, x: (aten.logit_backward, dy, x),
        "relu": lambda dy, x: (aten.threshold_backward, dy, x, 0),
        "relu6": lambda dy, x: (aten.hardtanh_backward, dy, x, 0, 6),
        "selu": lambda dy, x: (aten.elu_backward, dy, alpha, scale, 1, False, x),
        "sigmoid": lambda dy, x: (aten.sigmoid_backward, dy, torch.sigmoid(x)),
        "silu": lambda dy, x: (aten.silu_backward, dy, x),
        "soft_shrink": lambda dy, x, lambd: (aten.softshrink_backward, dy, x, lambd),
        "softplus": lambda dy, x, beta: (aten.softplus_backward, dy, x, beta, 20),
        "tanh": lambda dy, x: (aten.tanh_backward, dy, torch.tanh(x)),
        "threshold": lambda dy, x, threshold, value: (aten.threshold_backward, dy, x, threshold),
    }
    from_output = {
        "elu": lambda dy, y, a: (aten.elu_backward, dy, a, 1, 1, True, y),
        "exponential": lambda dy, y: (torch.mul, dy, y),
        "leaky_relu": lambda dy, y, slope: (aten.leaky_relu_backward, dy, y, slope, True),
        "relu": lambda dy, y: (aten.threshold_backward, dy, y, 0),
        "selu": lambda dy, y: (aten.elu_backward, dy, alpha, scale, 1, True, y),
        "sigmoid": lambda dy, y: (aten.sigmoid_backward, dy, y),
        "tanh": lambda dy, y: (aten.tanh_backward, dy, y),
    }

    def tensor(x):
        return torch.from_numpy(x.view(np.int16)).view(torch.bfloat16) if x.dtype.name == "bfloat16" else torch.from_numpy(x)

    def numbers(parameters):
        return [p if isinstance(p, int) else float(p) for p in parameters]

    def value(name, operands, parameters=(), out=None):
        function = values[name] if out is None else into.get(name, values[name])
        return _plainly(function, tensor)(operands, numbers(parameters), out)

    def gradient(expression, operands, parameters=(), out=None):
        function, *given = expression(*map(tensor, operands), *numbers(parameters))
        where = "out" if function is torch.mul else "grad_input"
        return partial(function, *given, **({} if out is None else {where: tensor(out)}))

    def automatic(function, operands, parameters=(), out=None):
        dy, x = map(tensor, operands)
        x = x.detach().requires_grad_()
        y = function(x, *numbers(parameters))
        return lambda: torch.autograd.grad(y, x, dy, retain_graph=True)[0]

    def slope(prepare, operands, parameters=(), out=None):
        return prepare((np.ones_like(operands[0]), *operands), parameters, out)

    found = {name: partial(value, name) for name in values}
    for name in set(values) - {"softmax", "log_softmax"}:
        prepare = partial(gradient, backward[name]) if name in backward else partial(automatic, values[name])
        found |= {f"{name}_backward": prepare, f"{name}_grad": partial(slope, prepare)}
    return found | {f"{name}_backward_from_output": partial(gradient, f) for name, f in from_output.items()}


def _numpy(dtype, threads):
    functions = {
        "arcsinh": np.arcsinh,
        "arctan": np.arctan,
        "exponential": np.exp,
        "exponential_grad": np.exp,
        "sine": np.sin,
        "sine_grad": np.cos,
        "tanh": np.tanh,
    }
    return {name: _plainly(function) for name, function in functions.items()}


def _formula(dtype, threads):
    """The table's formulas, evaluated by NumPy, with SciPy's erf and erfc; they return new arrays."""
    from scipy import special

    words = NUMPY | {"erf": special.erf, "erfc": special.erfc, "pi": float(np.pi), "where": np.where, "sqrt": root}

    def prepare(row, operands, parameters=(), out=None):
        program, names = compile(row.formula, row.name, "eval"), {"x": operands[0], **dict(zip(row.parameters, parameters))}
        return partial(eval, program, words, names)

    return {row.name: partial(prepare, row) for row in ufuncs.activations}


def root(x):
    """A number's root as a number, so that it does not widen a float32 array."""
    return float(np.sqrt(x)) if isinstance(x, (int, float)) else np.sqrt(x)


def _scipy(dtype, threads):
    """Its softmax and log_softmax return new arrays."""
    from scipy import special

    def softplus(x, beta, **out):
        return special.softplus(x, **out) if beta == 1 else special.softplus(beta * x, **out) / beta

    functions = {
        "log_sigmoid": special.log_expit,
        "log_softmax": lambda x, axis, out=None: special.log_softmax(x, axis),
        "logit": special.logit,
        "sigmoid": special.expit,
        "softmax": lambda x, axis, out=None: special.softmax(x, axis),
        "softplus": softplus,
    }
    return {name: _plainly(function) for name, function in functions.items()}


# A node's operator, its attributes and its constant inputs.
_NODES = {
    "arcsinh": lambda: ("Asinh", {}),
    "arctan": lambda: ("Atan", {}),
    "celu": lambda alpha: ("Celu", {"alpha": alpha}),
    "clipped_relu": lambda upper: ("Clip", {}, 0, upper),
    "elu": lambda alpha: ("Elu", {"alpha": alpha}),
    "exponential": lambda: ("Exp", {}),
    "gelu": lambda: ("Gelu", {}),
    "gelu_quick": lambda: ("QuickGelu", {"alpha": 1.702}),
    "gelu_tanh": lambda: ("Gelu", {"approximate": "tanh"}),
    "hard_shrink": lambda lambd: ("Shrink", {"lambd": lambd}),
    "hard_sigmoid": lambda slope, offset: ("HardSigmoid", {"alpha": slope, "beta": offset}),
    "hard_swish": lambda: ("HardSwish", {}),
    "hard_tanh": lambda low, high: ("Clip", {}, low, high),
    "leaky_relu": lambda slope: ("LeakyRelu", {"alpha": slope}),
    "log_softmax": lambda axis: ("LogSoftmax", {"axis": axis}),
    "mish": lambda: ("Mish", {}),
    "prelu": lambda slope: ("PRelu", {}, slope),
    "relu": lambda: ("Relu", {}),
    "relu6": lambda: ("Clip", {}, 0, 6),
    "selu": lambda: ("Selu", {}),
    "shrink": lambda lambd, bias: ("Shrink", {"lambd": lambd, "bias": bias}),
    "sigmoid": lambda: ("Sigmoid", {}),
    "silu": lambda: ("QuickGelu", {"alpha": 1.0}),
    "sine": lambda: ("Sin", {}),
    "soft_shrink": lambda lambd: ("Shrink", {"lambd": lambd, "bias": lambd}),
    "softmax": lambda axis: ("Softmax", {"axis": axis}),
    "softplus": lambda beta: ("Softplus", {}),
    "softsign": lambda: ("Softsign", {}),
    "swish": lambda beta: ("QuickGelu", {"alpha": beta}),
    "tanh": lambda: ("Tanh", {}),
    "thresholded_relu": lambda threshold: ("ThresholdedRelu", {"alpha": threshold}),
}


def _onnx(dtype, threads):
    """Graphs of one node.  Idle threads sleep, so that they do not disturb the others."""
    import onnx
    import onnxruntime
    from onnx import helper
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    kind = helper.np_dtype_to_tensor_dtype(np.dtype(dtype))
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")

    @cache
    def session(name, parameters):
        operator, attributes, *constants = _NODES[name](*parameters)
        domain = "com.microsoft" if operator == "QuickGelu" else ""
        tensors = [onnx.numpy_helper.from_array(np.array(c, dtype), f"c{i}") for i, c in enumerate(constants)]
        inputs = ["x", *(tensor.name for tensor in tensors)]
        node = helper.make_node(operator, inputs, ["y"], domain=domain, **attributes)
        x, y = (helper.make_tensor_value_info(end, kind, None) for end in "xy")
        graph = helper.make_graph([node], name, [x], [y], tensors)
        versions = [helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(graph, opset_imports=versions, ir_version=10)
        return onnxruntime.InferenceSession(model.SerializeToString(), settings, providers=["CPUExecutionProvider"])

    def prepare(name, operands, parameters=(), out=None):
        here = session(name, tuple(p if isinstance(p, int) else float(p) for p in parameters))
        if out is None:
            return lambda: here.run(None, {"x": operands[0]})[0]
        binding = here.io_binding()
        binding.bind_input("x", "cpu", 0, dtype, operands[0].shape, operands[0].ctypes.data)
        binding.bind_output("y", "cpu", 0, dtype, out.shape, out.ctypes.data)
        call = partial(here.run_with_iobinding, binding)
        return lambda x=operands[0]: call() or out  # x stays alive

    found = {}
    for name, node in _NODES.items():
        try:
            session(name, (0 if "softmax" in name else 1.0,) * node.__code__.co_argcount)
        except (state.NotImplemented, state.InvalidGraph, state.Fail):  # not for this dtype
            continue
        found[name] = partial(prepare, name)
    return found


def _jax(dtype, threads):
    """Compiled, on one thread, for their number cannot be changed once JAX has begun; the results are new arrays."""
    os.environ.setdefault("NPROC", "1")
    os.environ.setdefault("XLA_FLAGS", XLA_FLAGS)
    import jax
    from jax import nn, numpy

    jax.config.update("jax_platforms", "cpu")
    jax.config.update("jax_enable_x64", True)
    values = {
        "arcsinh": numpy.arcsinh,
        "arctan": numpy.arctan,
        "celu": nn.celu,
        "elu": nn.elu,
        "exponential": numpy.exp,
        "gelu": partial(nn.gelu, approximate=False),
        "gelu_tanh": nn.gelu,
        "hard_swish": nn.hard_swish,
        "hard_tanh": lambda x, low, high: numpy.clip(x, low, high),
        "leaky_relu": nn.leaky_relu,
        "log_sigmoid": nn.log_sigmoid,
        "logit": jax.scipy.special.logit,
        "mish": nn.mish,
        "relu": nn.relu,
        "relu6": nn.relu6,
        "selu": nn.selu,
        "sigmoid": nn.sigmoid,
        "silu": nn.silu,
        "sine": numpy.sin,
        "softplus": lambda x, beta: nn.softplus(beta * x) / beta,
        "softsign": nn.soft_sign,
        "sparse_plus": nn.sparse_plus,
        "sparse_sigmoid": nn.sparse_sigmoid,
        "squareplus": nn.squareplus,
        "swish": lambda x, beta: x * nn.sigmoid(beta * x),
        "tanh": numpy.tanh,
    }

    def prepare(function, operands, parameters=(), out=None):
        compiled = jax.jit(lambda *arrays: function(*arrays, *map(float, parameters)))
        arrays = [numpy.asarray(x) for x in operands]
        return lambda: compiled(*arrays).block_until_ready()

    def backward(function):
        return lambda dy, x, *parameters: jax.vjp(lambda x: function(x, *parameters), x)[1](dy)[0]

    def slope(function):
        return lambda x, *parameters: backward(function)(numpy.ones_like(x), x, *parameters)

    every = {
        suffix: {f"{name}{suffix}": form(function) for name, function in values.items()}
        for suffix, form in (("_backward", backward), ("_grad", slope))
    }
    return {name: partial(prepare, f) for name, f in (values | every["_backward"] | every["_grad"]).items()}


def _mkl(mode, dtype, threads):
    """Its vector functions in one of their modes of accuracy: high (1/2 a unit and a little) or low (up to 4)."""
    files = importlib.metadata.files("mkl")
    library = ctypes.CDLL(str(next(file.locate().resolve() for file in files if file.name.startswith("libmkl_rt"))))
    library.MKL_Set_Threading_Layer(3)  # GNU's OpenMP, which others in this process use
    library.MKL_Set_Num_Threads(threads)
    names = {
        "arcsinh": "Asinh",
        "arctan": "Atan",
        "exponential": "Exp",
        "exponential_grad": "Exp",
        "sine": "Sin",
        "sine_grad": "Cos",
        "tanh": "Tanh",
    }

    def prepare(name, operands, parameters=(), out=None):
        x = np.ascontiguousarray(operands[0])
        function = library[f"vm{'s' if dtype == 'float32' else 'd'}{name}"]
        function.argtypes, function.restype = [ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64], None

        def call():
            y = np.empty_like(x) if out is None else out
            function(x.size, x.ctypes.data, y.ctypes.data, mode)
            return y

        return call

    return {function: partial(prepare, name) for function, name in names.items()}


_ALL = {  # the distributions and the functions
    "PyTorch": (["torch"], _torch),
    "ONNX Runtime": (["onnxruntime", "onnx"], _onnx),
    "JAX": (["jax"], _jax),
    "MKL HA": (["mkl"], partial(_mkl, 2)),
    "MKL LA": (["mkl"], partial(_mkl, 1)),
    "NumPy": (["numpy"], _numpy),
    "SciPy": (["scipy"], _scipy),
    "Numba": (["numba"], lambda dtype, threads: {}),  # it has no activations, but loops, which `bench` times
    "Thinc": (["thinc"], lambda dtype, threads: {}),  # it has networks, which `bench` times
    "Dask": (["dask"], lambda dtype, threads: {}),  # it has arrays in chunks, which `bench` times
    "ONNX": (["onnx"], lambda dtype, threads: {}),  # its reference evaluator, which `bench` times
    "autograd": (["autograd"], lambda dtype, threads: {}),  # gradients, which `bench` times
    "Keras": (["keras"], lambda dtype, threads: {}),  # it has networks, which `bench` times
    "scikit-learn": (["scikit-learn"], lambda dtype, threads: {}),  # it has networks, which `bench` times
}


def _version(distributions):
    try:
        versions = [importlib.metadata.version(name) for name in distributions]  # all of them must be there
    except importlib.metadata.PackageNotFoundError:
        return None
    return versions[0]


LIBRARIES = {library: version for library, (names, _) in _ALL.items() if (version := _version(names))}
MISSING = {library: names for library, (names, _) in _ALL.items() if library not in LIBRARIES}
ONE_THREAD = {"JAX", "NumPy", "SciPy", "formula"}


@cache
def calls(library, dtype, threads=1):
    """What prepares a library's calls, by the names of fastact's functions."""
    makers = {"fastact": _fastact, "formula": _formula}
    return (makers[library] if library in makers else _ALL[library][1])(dtype, threads)


def functions(library):
    """What a library computes, by the names of fastact's functions; None for a dtype that it does not have."""

    def compute(name, *operands):
        n = 2 if "_backward" in name else 1
        prepare = calls(library, operands[0].dtype.name).get(name)
        return None if prepare is None else np.asarray(prepare(operands[:n], operands[n:])())

    return {name: partial(compute, name) for name in calls(library, "float32")}


# ---- what the memory alone costs --------------------------------------------------------------------------------------------


def _in_parts(threads, function, *arrays):
    """A call of the function for a part of the arrays in each thread."""
    pool = ThreadPoolExecutor(threads)
    parts = list(zip(*(np.array_split(array, threads) for array in arrays)))
    return lambda: list(pool.map(lambda part: function(*part), parts))


def _copy_by_numpy(threads, x, out):
    return _in_parts(threads, np.copyto, out, x)


def _copy_by_torch(threads, x, out):
    import torch

    return partial(torch.from_numpy(out).copy_, torch.from_numpy(x))


def _rewrite_by_numpy(threads, x, out):
    return _in_parts(threads, lambda part: np.negative(part, out=part), x)


def _rewrite_by_torch(threads, x, out):
    import torch

    return torch.from_numpy(x).neg_


def _touch_by_numpy(threads, x, out):
    pool = ThreadPoolExecutor(threads)

    def clear(pages):
        pages[...] = 0

    return lambda: list(pool.map(clear, np.array_split(np.empty_like(x).view(np.uint8)[::PAGE], threads)))


SCALES = {  # by what is done and the library that does it: what prepares a call from threads, an array and one for the result
    "copy": {"NumPy": _copy_by_numpy, "PyTorch": _copy_by_torch},
    "rewrite": {"NumPy": _rewrite_by_numpy, "PyTorch": _rewrite_by_torch},  # of an array in place: one reading, one writing
    "touch": {"NumPy": _touch_by_numpy},  # of each page of a new array
}
