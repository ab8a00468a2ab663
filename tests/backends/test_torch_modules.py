"""fastact.backends.torch: functions and modules against PyTorch's, and networks that are converted and reverted."""

import copy
import doctest
import inspect
import pickle
import re
import sys

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from torch_calls import GATES, POSITIVE, REQUIRED, ROWS, tensor  # noqa: E402

import fastact as fa  # noqa: E402
from fastact.backends import torch as ft  # noqa: E402
from fastact.backends.torch import nn as modules  # noqa: E402
from fastact.backends.torch.elementwise import ACTIVATIONS  # noqa: E402
from fastact.lab import write_torch_stubs  # noqa: E402

F = torch.nn.functional
OTHERS = {"cross_entropy", "binary_cross_entropy_with_logits", "prelu", "threshold", "rrelu", "bilinear"}
ALIKE = [name for name in ft.functional.__all__ if hasattr(F, name) and name not in OTHERS]
OF_TORCH = sorted(name for name in ft.nn.__all__ if hasattr(torch.nn, name))
ARGUMENTS = {
    "Threshold": (0.3, -0.2),
    "Maxout": (2,),
    "SReLU": REQUIRED["srelu"],
    "Softmax": (1,),
    "LogSoftmax": (1,),
    "Softmin": (0,),
}
# Where functions have kinks and tails; PyTorch's gradients of NaN are those of a side of the kink.
POINTS = torch.tensor(
    [-1e3, -30.0, -6.0, -3.0, -1.0, -0.5, -0.3, -0.0, 0.0, 0.3, 0.5, 1.0, 3.0, 6.0, 30.0, 1e3], dtype=torch.float64
)


def close(got, want):
    torch.testing.assert_close(got, want, rtol=1e-6, atol=1e-8)


# ---- functions ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALIKE)
def test_functions_are_those_of_torch(name):
    """At kinks and in the tails too, with their gradients; and their arguments come in the same order."""
    ours, theirs = getattr(ft.functional, name), getattr(F, name)
    along = "dim" in inspect.signature(ours).parameters
    x, reference = (torch.stack((POINTS, POINTS.flip(0))).requires_grad_() for _ in range(2))
    dim = {"dim": -1} if along else {}
    got, want = ours(x, **dim), theirs(reference, **dim)
    close(got, want)
    dy = tensor(*got.shape)
    got.backward(dy)
    want.backward(dy)
    close(x.grad, reference.grad)
    try:
        parameters = list(inspect.signature(theirs).parameters)
    except ValueError:
        return  # a builtin
    assert list(inspect.signature(ours).parameters)[: len(parameters)] == parameters


@pytest.mark.parametrize("weight", [torch.tensor([0.3]), torch.tensor([0.1, -0.2, 0.5])], ids=["one", "three"])
@pytest.mark.parametrize("shape", [(3,), (2, 3), (2, 3, 4), (2, 3, 4, 5)], ids=str)
def test_prelu(shape, weight):
    if len(shape) == 1 and weight.numel() > 1:
        shape = (1, 3)
    x, own = tensor(*shape, dtype=torch.float32, grad=True), weight.clone().requires_grad_()
    reference, theirs = x.detach().clone().requires_grad_(), weight.clone().requires_grad_()
    got, want = ft.functional.prelu(x, own), F.prelu(reference, theirs)
    close(got, want)
    got.square().sum().backward()
    want.square().sum().backward()
    close(x.grad, reference.grad)
    torch.testing.assert_close(own.grad, theirs.grad)


def test_prelu_refuses_weights_that_do_not_fit():
    with pytest.raises(RuntimeError, match="2 elements, but input has 3 channels"):
        ft.functional.prelu(torch.ones(2, 3), torch.ones(2))


def test_rrelu_draws_slopes_in_training():
    x = -torch.ones(1000, requires_grad=True)
    y = ft.functional.rrelu(x, 0.25, 0.75, training=True)
    assert -0.75 <= y.min() < y.max() <= -0.25 and len(y.unique()) > 100
    (grad,) = torch.autograd.grad(y.sum(), x)
    close(grad, -y)
    close(ft.functional.rrelu(x, 0.25, 0.75), x / 2)


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name not in REQUIRED])
def test_in_place(name):
    x = tensor(4, 5, between=(0.1, 0.9) if name in POSITIVE else None, grad=True)
    function = getattr(ft.functional, name)
    if name == "gelu":
        function = ACTIVATIONS[name]
    if name == "softplus":
        function = ACTIVATIONS[name]
    given = x.detach().clone()
    assert function(given, inplace=True) is given
    assert torch.equal(given, function(x))
    (want,) = torch.autograd.grad(function(x).square().sum(), x)
    copied = x.clone()
    function(copied, inplace=True).square().sum().backward()
    close(x.grad, want)
    with pytest.raises(RuntimeError, match="leaf"):
        function(x, inplace=True)


@pytest.mark.parametrize("keepdim", [False, True])
@pytest.mark.parametrize("dim", [0, -1, (0, 2), (1,), (0, 1, 2)], ids=str)
def test_logsumexp(dim, keepdim):
    x = tensor(2, 3, 4)
    close(ft.functional.logsumexp(x, dim, keepdim), torch.logsumexp(x, dim, keepdim))


@pytest.mark.parametrize("name", ["crelu", "bipolar_relu"])
@pytest.mark.parametrize("dim", [0, 1, -1])
def test_relus_along_a_dimension(name, dim):
    x = tensor(4, 6)
    assert np.array_equal(getattr(ft.functional, name)(x, dim), getattr(fa, name)(x.numpy(), axis=dim))


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_maxout(dim):
    x = tensor(4, 6)
    assert np.array_equal(ft.functional.maxout(x, 2, dim), fa.maxout(x.numpy(), 2, axis=dim)[0])
    with pytest.raises(ValueError, match="pieces"):
        ft.functional.maxout(x, 5, dim)


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
@pytest.mark.parametrize("weighted", [False, True])
def test_binary_cross_entropy(reduction, weighted):
    x, reference = (tensor(4, 3, grad=True) for _ in range(2))
    target = tensor(4, 3, seed=1, between=(0, 1))
    options = {"weight": tensor(4, 1, seed=2), "pos_weight": tensor(3, seed=3, between=(0.5, 2))} if weighted else {}
    got = ft.functional.binary_cross_entropy_with_logits(x, target, reduction=reduction, **options)
    want = F.binary_cross_entropy_with_logits(reference, target, reduction=reduction, **options)
    close(got, want)
    got.sum().backward()
    want.sum().backward()
    close(x.grad, reference.grad)


def test_targets_that_are_differentiated_are_left_to_torch():
    x, target = tensor(4, 3), torch.softmax(tensor(4, 3, seed=1), 1).requires_grad_()
    for name in ("cross_entropy", "binary_cross_entropy_with_logits"):
        got, want = (torch.autograd.grad(getattr(one, name)(x, target), target)[0] for one in (ft.functional, F))
        assert torch.equal(got, want)


# ---- modules -----------------------------------------------------------------------------------------------------------------


def made(name, module=ft.nn):
    return getattr(module, name)(*ARGUMENTS.get(name, ()))


@pytest.mark.parametrize("name", [name for name in ft.nn.__all__ if not name.endswith("Loss")])
def test_modules_compute_what_the_functions_do_and_show_their_numbers(name):
    module = made(name).eval()
    x = tensor(2, 4, 6, 8, between=(0.1, 0.9) if name in ("Logit", "ThinPlate") else None, dtype=torch.float32)
    row = next((row for row in ROWS.values() if modules.class_name(row.name) == name), None)
    if row is not None and row.name in GATES and name != "GLU":
        y = tensor(2, 4, 6, 8, seed=1, dtype=torch.float32)
        want = getattr(fa, row.name)(x.numpy(), y.numpy())
        assert np.array_equal(module(x, y), want)
        for dim in (0, -1):
            for gate in ("first", "second"):
                packed = type(module)(packed=True, dim=dim, gate=gate)
                want = getattr(fa, f"{row.name}_packed")(x.numpy(), axis=dim, gate=gate)
                assert np.array_equal(packed(x), want)
    elif row is not None and name not in ("PReLU", "GLU"):
        assert np.array_equal(module(x), getattr(fa, row.name)(x.numpy(), *ARGUMENTS.get(name, ())))
    elif name in OF_TORCH:
        torch.testing.assert_close(module(x), made(name, torch.nn).eval()(x))
    if row is not None and name not in OF_TORCH:
        assert all(f"{parameter}=" in repr(module) for parameter in row.parameters)
    again = pickle.loads(pickle.dumps(module))
    assert type(again) is type(module) and repr(again) == repr(copy.deepcopy(module)) == repr(module)
    assert repr(module).startswith(f"{name}(") and inspect.getdoc(type(module))


@pytest.mark.parametrize("name", [name for name in OF_TORCH if name != "Identity"])
def test_modules_of_torch_keep_their_arguments_and_their_state(name):
    ours, theirs = getattr(ft.nn, name), getattr(torch.nn, name)
    assert issubclass(ours, theirs) and inspect.signature(ours) == inspect.signature(theirs)
    assert repr(made(name)) == repr(made(name, torch.nn))
    assert made(name).state_dict().keys() == made(name, torch.nn).state_dict().keys()
    made(name, torch.nn).load_state_dict(made(name).state_dict())


@pytest.mark.parametrize("name", [name for name in OF_TORCH if name not in ("Identity", "GLU") and not name.endswith("Loss")])
def test_modules_of_torch_compute_as_before_what_fastact_does_not_take(name):
    if name in ("RReLU", "Softmax2d"):
        x = torch.ones(1, 2, 2, device="meta")
    else:
        x = torch.ones(2, 2, dtype=torch.int64)
    results = []
    for module in (made(name), made(name, torch.nn)):
        try:
            results.append(module(x))
        except (RuntimeError, NotImplementedError) as error:
            results.append(str(error))
    ours, theirs = results
    assert ours == theirs if isinstance(theirs, str) else torch.equal(ours, theirs) if x.device.type == "cpu" else True


def test_modules_of_torch_compute_as_before_other_kinds_of_tensors():
    """Of other layouts, made of tensors, stood for by what `torch.fx` traces; and targets of another dtype."""
    assert ft.nn.ReLU()(torch.eye(3).to_sparse()).layout == torch.sparse_coo
    rows = torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(4, 3)], layout=torch.jagged)
    assert torch.equal(ft.nn.GELU()(rows).values(), torch.nn.GELU()(rows).values())
    model = torch.nn.Sequential(ft.nn.PReLU(), ft.nn.Hardtanh(), ft.nn.Mish(inplace=True), ft.nn.Softmax(-1))
    x = tensor(3, 4, dtype=torch.float32)
    torch.testing.assert_close(torch.fx.symbolic_trace(model)(x), model(x))
    target = torch.softmax(tensor(3, 4, seed=1), 1)
    close(ft.nn.CrossEntropyLoss()(x, target), torch.nn.CrossEntropyLoss()(x, target))


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: ft.nn.SoftClipping(0.0), ValueError, "soft_clipping needs alpha > 0, but has alpha=0.0"),
        (lambda: ft.nn.SoftClipping("1"), TypeError, "SoftClipping: alpha must be a float, not str"),
        (lambda: ft.nn.SReLU(1.0), TypeError, "SReLU: missing a required argument"),
        (lambda: ft.nn.Serf(2, 3), TypeError, "Serf: too many positional arguments"),
        (lambda: ft.nn.SwiGLU(gate="third"), ValueError, 'SwiGLU: gate must be "first" or "second"'),
        (lambda: ft.nn.SwiGLU()(torch.ones(4)), TypeError, "SwiGLU takes two tensors, not 1"),
        (lambda: ft.nn.SwiGLU(packed=True)(torch.ones(3)), RuntimeError, "must be even"),
        (lambda: ft.nn.Serf()(torch.ones(3).long()), RuntimeError, "fastact::serf.*int64"),
    ],
)
def test_bad_calls_of_modules(call, error, told):
    with pytest.raises(error, match=told):
        call()


def test_losses_are_those_of_torch():
    x, target, weight = tensor(4, 5), torch.tensor([0, 4, 2, 1]), tensor(5, between=(0.5, 2))
    for options in ({}, {"weight": weight}, {"ignore_index": 2}, {"label_smoothing": 0.1, "reduction": "sum"}):
        close(ft.nn.CrossEntropyLoss(**options)(x, target), torch.nn.CrossEntropyLoss(**options)(x, target))
    of = tensor(4, 5, between=(0, 1))
    for options in ({}, {"weight": weight}, {"pos_weight": weight, "reduction": "none"}):
        close(ft.nn.BCEWithLogitsLoss(**options)(x, of), torch.nn.BCEWithLogitsLoss(**options)(x, of))


# ---- what is said of them ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ft.functional.__all__)
def test_docstrings_of_functions_are_numpydoc_and_their_examples_run(name):
    text = inspect.getdoc(getattr(ft.functional, name))
    headings = re.findall(r"^(\w[\w ]*)\n-{4,}$", text, re.M)
    assert headings[:2] == ["Parameters", "Returns"] and headings[-1] == "Examples"
    run(text, name)


def run(text, name):
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    assert test.examples and doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("function", [ft.convert, ft.revert])
def test_examples_of_convert_and_revert_run(function):
    run(inspect.getdoc(function), function.__name__)


def test_stubs_are_what_is_made():
    for path, make in write_torch_stubs.STUBS.items():
        assert (write_torch_stubs.FOLDER / path).read_text() == make(), path


# ---- convert and revert ------------------------------------------------------------------------------------------------------


class Subclass(torch.nn.Hardtanh):
    pass


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.shared = torch.nn.Linear(4, 8), torch.nn.GELU("tanh")
        self.body = torch.nn.Sequential(
            self.shared, torch.nn.Linear(8, 8), torch.nn.PReLU(8), Subclass(), torch.nn.Mish(inplace=True), self.shared
        )
        self.drop, self.rrelu, self.out = torch.nn.Dropout(0.5), torch.nn.RReLU(), torch.nn.Softmax(-1)

    def forward(self, x):
        return self.out(self.body(self.first(x)))


def test_networks_are_converted_and_reverted():
    torch.manual_seed(0)
    model = Network().eval()
    x, before = torch.randn(3, 4), list(model.modules())
    classes, state = [type(one) for one in before], [dict(one.__dict__) for one in before]
    seen = []
    handle = model.body[4].register_forward_hook(lambda *given: seen.append(type(given[0])))
    want, names = model(x), list(model.state_dict())
    assert ft.convert(model) is model and ft.convert(model) is model
    assert list(model.modules()) == before and model.body[0] is model.body[5] is model.shared
    taken = [type(one).__name__ for one in before if type(one).__module__ == "fastact.backends.torch.nn"]
    assert taken == ["GELU", "PReLU", "Mish", "Softmax"] and type(model.body[3]) is Subclass
    torch.testing.assert_close(model(x), want)
    assert list(model.state_dict()) == names and not model.body[4].training
    assert seen[0] is torch.nn.Mish and seen[1] is ft.nn.Mish
    model(x).square().sum().backward()
    assert model.body[2].weight.grad is not None
    again = pickle.loads(pickle.dumps(copy.deepcopy(model.body[2])))
    assert type(ft.revert(again)) is torch.nn.PReLU
    model.train()
    assert ft.revert(model) is model and ft.revert(model) is model
    handle.remove()
    model.eval()
    assert [type(one) for one in model.modules()] == classes
    assert [one.__dict__.keys() for one in model.modules()] == [one.keys() for one in state]
    assert torch.equal(model(x), want)


def test_a_single_module_is_converted_and_what_was_ours_stays_so():
    act = torch.nn.Tanh()
    assert ft.convert(act) is act and type(act) is ft.nn.Tanh
    assert type(ft.revert(act)) is torch.nn.Tanh
    model = torch.nn.Sequential(ft.nn.Mish(), torch.nn.Mish())
    ft.revert(ft.convert(model))
    assert [type(one) for one in model] == [ft.nn.Mish, torch.nn.Mish]
    for function in (ft.convert, ft.revert):
        with pytest.raises(TypeError, match=r"takes a torch.nn.Module, not function"):
            function(F.relu)


class Magnitude(torch.nn.Module):
    def forward(self, x):
        return x.abs()


def test_what_was_parametrised_after_it_was_converted_stays_so():
    act, x = ft.convert(torch.nn.PReLU(init=-0.5)), tensor(4, dtype=torch.float32)
    torch.nn.utils.parametrize.register_parametrization(act, "weight", Magnitude())
    want = act(x)
    assert torch.equal(ft.revert(act)(x), want) and torch.equal(ft.convert(act)(x), want)
    torch.nn.utils.parametrize.remove_parametrizations(act, "weight")
    assert type(ft.revert(act)) is torch.nn.PReLU and torch.equal(act(x), want)


def test_a_compiled_network_is_compiled_again_once_it_is_converted():
    torch._dynamo.reset()
    graphs = []

    def backend(graph, inputs):
        graphs.append("fastact" in str(graph.graph))
        return graph

    model, x = torch.nn.Sequential(torch.nn.Mish()), tensor(3)
    compiled = torch.compile(model, fullgraph=True, backend=backend)
    for change in (ft.convert, ft.revert):
        compiled(x)
        change(model)
    compiled(x)
    assert graphs[:2] == [False, True]


def test_activations_of_transformers(monkeypatch):
    """By classes of these names; the real ones, where the library is there, give the same results."""
    activations = type(sys)("transformers.activations")
    names = ["GELUActivation", "NewGELUActivation", "QuickGELUActivation", "ReLUSquaredActivation", "ClippedGELUActivation"]
    for name in names:
        forward = {"forward": lambda self, input: input * 7}
        setattr(activations, name, type(name, (torch.nn.Module,), forward | {"__module__": activations.__name__}))
    model = torch.nn.Sequential(*[getattr(activations, name)() for name in names])
    ft.convert(model)
    assert [type(one).__name__ for one in model] == names  # the library has not been imported
    monkeypatch.setitem(sys.modules, activations.__name__, activations)
    ft.convert(model)
    assert [type(one).__name__ for one in model] == ["GELU", "GELU", "GELUQuick", "ReLUSquared", "ClippedGELUActivation"]
    x = tensor(5, dtype=torch.float32)
    for module, function in zip(model, (fa.gelu, fa.gelu_tanh, fa.gelu_quick, fa.relu_squared)):
        assert np.array_equal(module(x), function(x.numpy()))
    assert torch.equal(model[2](torch.ones(2).long()), torch.tensor([7, 7]))
    ft.revert(model)
    assert [type(one).__name__ for one in model] == names
    assert all(torch.equal(one(x), x * 7) for one in model)
    assert not {"approximate", "inplace"} & set(model[0].__dict__)


def test_the_real_activations_of_transformers():
    transformers = pytest.importorskip("transformers.activations")
    x = tensor(100, dtype=torch.float32)
    for name in transformers.ACT2FN:
        if name == "xielu":
            continue
        act = transformers.ACT2FN[name]
        want, own, state = act(x), type(act), dict(act.__dict__)
        torch.testing.assert_close(ft.convert(act)(x), want, rtol=1e-5, atol=1e-6)
        assert type(ft.revert(act)) is own and act.__dict__ == state
