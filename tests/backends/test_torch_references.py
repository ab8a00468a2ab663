"""PyTorch's own references of its functions and modules, which its wheel has, with fastact in it.

Left out by name is what is told in docs/backends/torch.md: silu and mish of -infinity, which are NaN there and the limit here.
"""

import warnings
from contextlib import contextmanager
from functools import cache, partial

import numpy as np
import pytest

import fastact as fa

torch = pytest.importorskip("torch")
pytest.importorskip("expecttest")

from libraries import needed  # noqa: E402

pytestmark = needed("torch")

FUNCTIONS = {
    "nn.functional.mish": "mish",
    "nn.functional.gelu": "gelu",
    "nn.functional.elu": "elu",
    "nn.functional.selu": "elu",
    "nn.functional.celu": "elu",
    "nn.functional.softplus": "softplus",
    "nn.functional.silu": "silu",
    "nn.functional.logsigmoid": "log_sigmoid_forward",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
}  # PyTorch's names, and the row that serves each
MODULES = {
    "Mish": "mish",
    "GELU": "gelu",
    "ELU": "elu",
    "SELU": "elu",
    "CELU": "elu",
    "Softplus": "softplus",
    "SiLU": "silu",
    "LogSigmoid": "log_sigmoid_forward",
    "Sigmoid": "sigmoid",
    "Tanh": "tanh",
    "Tanhshrink": "tanh",
    "RNNCell": "tanh",
    "GRUCell": "sigmoid",
    "LSTMCell": "sigmoid",
}
LIMIT_INSTEAD_OF_NAN = {"nn.functional.silu", "nn.functional.mish"}  # of -infinity
WITH_OUT = ["nn.functional.gelu", "nn.functional.logsigmoid", "nn.functional.softplus", "sigmoid", "tanh"]
IN_PLACE = [f"nn.functional.{name}" for name in ("elu", "celu", "selu", "silu", "mish")] + ["sigmoid", "tanh"]
TWO = [torch.float32, torch.float64]
FOUR = [torch.float16, torch.bfloat16, *TWO]


@cache
def internals():
    """What PyTorch's tests are made of; it takes seconds to import, with warnings of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from torch.testing._internal import common_methods_invocations, common_modules
        from torch.testing._internal.opinfo import core
    functions = {one.name: one for one in common_methods_invocations.op_db if not one.variant_test_name}
    modules = {one.name.removeprefix("nn."): one for one in common_modules.module_db}
    return functions, modules, core


def function(name):
    return internals()[0][name]


@contextmanager
def served(row):
    """The calls of a block are made with fastact, and it serves some of this row; of softplus, whose samples have another
    threshold than that which it serves, it may pass all on."""
    with fa.patched("torch"):
        yield
        (one,) = [one for one in fa.patches() if one.name == f"aten::{row}"]
        assert one.served > 0 or (row == "softplus" and one.passed["option"] > 0)


def close(actual, expected, **tolerances):
    torch.testing.assert_close(actual, expected, equal_nan=True, check_device=False, **tolerances)


def leaf(x):
    return x.detach().clone().requires_grad_()


# ---- values ------------------------------------------------------------------------------------------------------------------


def samples(name, kind, dtype):
    op, core = function(name), internals()[2]
    if kind == "samples":
        return op.sample_inputs("cpu", dtype)
    return getattr(core, f"generate_elementwise_unary_{kind}_tensors")(op, device="cpu", dtype=dtype)


KINDS = ["samples", "small_value", "large_value", "extremal_value", "noncontiguous", "arbitrarily_strided"]
OWN_SAMPLES = {"nn.functional.gelu": KINDS[:1]}  # PyTorch makes no others for it
OF_LAYOUTS = KINDS[4:]  # which show the same in one type as in two
CASES = [
    (name, kind, dtype)
    for name in FUNCTIONS
    for kind in OWN_SAMPLES.get(name, KINDS)
    for dtype in (TWO[:1] if kind in OF_LAYOUTS else TWO)
]


@pytest.mark.parametrize(("name", "kind", "dtype"), CASES)
def test_values_are_those_of_the_reference(name, kind, dtype):
    op = function(name)
    with served(FUNCTIONS[name]):
        for sample in samples(name, kind, dtype):
            x = sample.input
            if name in LIMIT_INSTEAD_OF_NAN:
                x = torch.where(x == -torch.inf, 0, x)
            kwargs, given = sample.kwargs, sample.kwargs
            if kind != "samples":
                kwargs, given = op.sample_kwargs("cpu", dtype, x)
            actual = op(x, *sample.args, **kwargs)
            with np.errstate(all="ignore"):
                expected = op.ref(x.numpy(), *sample.args, **given)
            close(actual, torch.as_tensor(np.asarray(expected)).to(dtype))


def arrangements(x):
    """The tensor in other memory, each with the same values."""
    doubled = torch.repeat_interleave(x, 2, -1) if x.ndim else x
    yield doubled[..., ::2] if x.ndim else x
    yield torch.cat([x.reshape(-1)[:1], x.reshape(-1)])[1:].view(x.shape) if x.numel() else x
    if x.ndim > 1:
        yield x.transpose(0, -1).contiguous().transpose(0, -1)


@pytest.mark.parametrize("dtype", FOUR, ids=str)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_noncontiguous_tensors_give_the_same_values_and_gradients(name, dtype):
    op = function(name)
    with served(FUNCTIONS[name]):
        for sample in op.sample_inputs("cpu", dtype, requires_grad=True):
            x = leaf(sample.input)
            y = op(x, *sample.args, **sample.kwargs)
            dy = torch.rand_like(y)
            y.backward(dy)
            for other in arrangements(sample.input.detach()):
                other.requires_grad_()
                again = op(other, *sample.args, **sample.kwargs)
                (gradient,) = torch.autograd.grad(again, other, dy)
                close(again, y)
                close(gradient, x.grad)


# ---- gradients ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("check", ["gradcheck", "gradgradcheck"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_gradients_are_those_of_differences(name, check):
    op = function(name)
    with served(FUNCTIONS[name]):
        for sample in op.sample_inputs("cpu", torch.float64, requires_grad=True):
            computed = partial(op, **sample.kwargs)
            assert getattr(torch.autograd, check)(computed, (sample.input, *sample.args), fast_mode=True)


@pytest.mark.parametrize("dtype", TWO, ids=str)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_gradients_are_those_of_pytorch(name, dtype):
    op = function(name)

    options = []
    for sample in op.sample_inputs("cpu", dtype):
        if (sample.args, sample.kwargs) not in options:
            options.append((sample.args, sample.kwargs))

    def gradients():
        for args, kwargs in options:
            x = leaf(torch.linspace(-30, 30, 1001, dtype=dtype))
            y = op(x, *args, **kwargs)
            y.backward(torch.linspace(-2, 3, 1001, dtype=dtype))
            yield x.grad

    expected = list(gradients())
    with served(FUNCTIONS[name]):
        for actual, wanted in zip(gradients(), expected, strict=True):
            close(actual, wanted)


# ---- results that are given --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", TWO, ids=str)
@pytest.mark.parametrize("name", WITH_OUT)
def test_out_is_written(name, dtype):
    op = function(name)
    with served(FUNCTIONS[name]):
        for sample in op.sample_inputs("cpu", dtype):
            expected = op(sample.input, **sample.kwargs)
            outs = [torch.empty_like(expected), torch.empty(0, dtype=dtype)]
            if expected.ndim and name != "nn.functional.gelu":  # which PyTorch itself writes wrongly there
                outs.append(torch.empty((*expected.shape, 2), dtype=dtype)[..., 1])
            for out in outs:
                assert op(sample.input, **sample.kwargs, out=out) is out
                close(out, expected)


@pytest.mark.parametrize("name", [name for name in WITH_OUT if name != "nn.functional.logsigmoid"])
def test_out_of_another_shape_or_type_is_told_of_as_before(name):
    op, x = function(name), torch.rand(3, 4)
    with served(FUNCTIONS[name]):
        op(x)
        with pytest.warns(UserWarning, match="An output with one or more elements was resized"):
            assert op(x, out=torch.empty(5)).shape == x.shape
        with pytest.raises(RuntimeError, match=r"can't be cast to the desired output type|Found dtype Long but"):
            op(x, out=torch.empty((3, 4), dtype=torch.int64))
        with pytest.raises(RuntimeError, match="unsupported operation"):
            op(x[:1].expand(3, 4), out=torch.empty(1, 4).expand(3, 4))


@pytest.mark.parametrize("dtype", TWO, ids=str)
@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_gives_the_same_values_and_gradients(name, dtype):
    op = function(name)
    with served(FUNCTIONS[name]):
        for sample in op.sample_inputs("cpu", dtype, requires_grad=True):
            x, z = leaf(sample.input), leaf(sample.input)
            expected = op(x, *sample.args, **sample.kwargs)
            y = z * 1
            assert op.get_inplace()(y, *sample.args, **sample.kwargs) is y
            close(y, expected, rtol=0, atol=0)
            for one in (expected, y):
                one.sum().backward()
            close(z.grad, x.grad)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_wrong_arguments_are_refused_as_before(name):
    op = function(name)
    integers = torch.ones(3, dtype=torch.int64)
    before = outcome(op, integers)
    with served(FUNCTIONS[name]):
        op(torch.ones(3))
        assert outcome(op, integers) == before
        for wrong in op.error_inputs("cpu") if op.error_inputs_func else ():
            with pytest.raises(wrong.error_type, match=wrong.error_regex):
                op(wrong.sample_input.input, *wrong.sample_input.args, **wrong.sample_input.kwargs)


def outcome(op, x):
    """The dtype of the result, or the error."""
    try:
        return op(x).dtype
    except RuntimeError as error:
        return type(error), str(error)


# ---- modules -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("training", [False, True], ids=["eval", "train"])
@pytest.mark.parametrize("dtype", TWO, ids=str)
@pytest.mark.parametrize("name", MODULES)
def test_modules_are_those_of_the_reference(name, dtype, training):
    info = internals()[1][name]
    made = info.module_inputs_func(info, device="cpu", dtype=dtype, requires_grad=False, training=training)
    for one in made:
        module = info.module_cls(*one.constructor_input.args, **one.constructor_input.kwargs).to(dtype).train(training)
        args, kwargs = one.forward_input.args, one.forward_input.kwargs
        torch.manual_seed(0)
        expected = module(*args, **kwargs)
        torch.manual_seed(0)
        with fa.patched("torch"):
            actual = module(*args, **kwargs)
            close(actual, expected)
            if one.reference_fn is not None:
                close(one.reference_fn(module, *args, **kwargs), actual)
