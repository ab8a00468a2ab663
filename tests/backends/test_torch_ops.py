"""PyTorch's operators `torch.ops.fastact.*`: values, gradients, and what compilers, transformations and processes ask of them.

`torch.library.opcheck` sees a spread of the operators; FASTACT_OPCHECK=all, a minute longer, lets it see all.
"""

import inspect
import os
import threading
import warnings

import numpy as np
import pytest
from subprocesses import python

torch = pytest.importorskip("torch")

from torch_calls import ALONG, GATES, LOSSES, NAMES, ROWS, backward_calls, call_of, op_of, tensor, tensors_of  # noqa: E402

import fastact as fa  # noqa: E402
from fastact.backends import torch as ft  # noqa: E402

DTYPES = [torch.float16, torch.bfloat16, torch.float32, torch.float64]
TYPES = {torch.float16: np.float16, torch.float32: np.float32, torch.float64: np.float64}
SPREAD = ("mish", "elu", "tanh", "prelu", "threshold", "swiglu", "swiglu_oai", "softmax", "entmax", "logsumexp", *LOSSES)
SPREAD_OF_GRADIENTS = (
    "mish_differentiable", "mish_backward", "elu_forward", "tanh_backward_from_output", "swiglu_backward", "entmax_backward",
)  # fmt: skip
GRADIENTS = dict(backward_calls())
EVERY = os.environ.get("FASTACT_OPCHECK") == "all"
F = torch.nn.functional


# ---- values ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", ROWS)
def test_values_are_those_of_fastact(name, dtype):
    """To the bit, whatever the strides; bfloat16 is that of float32, rounded, the numbers too."""
    tensors, numbers = tensors_of(name, 5, 6, dtype=dtype), call_of(name)[1 + (name in GATES or name == "prelu") :]
    exact = torch.float32 if dtype == torch.bfloat16 else dtype
    arrays = [one.to(exact).numpy() for one in tensors]
    rounded = [torch.tensor(one, dtype=dtype).item() for one in numbers or ROWS[name].parameters.values() if one is not None]
    want = torch.as_tensor(getattr(fa, name)(*arrays, *rounded)).to(dtype)
    got = op_of(name)(*tensors, *numbers)
    assert got.dtype == dtype and torch.equal(got, want)
    if name != "prelu":
        turned = op_of(name)(*[one.T for one in tensors], *numbers)
        assert torch.equal(turned, want.T) and turned.stride() == (1, 6)
        assert torch.equal(op_of(name)(*[one[::2, 1::3] for one in tensors], *numbers), want[::2, 1::3])
    assert torch.equal(op_of(f"{name}_forward")(*tensors, *numbers), want)


@pytest.mark.parametrize("dim", [0, 1, -1])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@pytest.mark.parametrize("name", ALONG)
def test_values_along_a_dimension(name, dtype, dim):
    x = tensor(5, 6, 7, dtype=dtype)
    numbers = [1.3] * (name == "entmax")
    want = torch.as_tensor(getattr(fa, name)(x.numpy(), *numbers, axis=dim))
    assert torch.equal(op_of(name)(x, *numbers, dim=dim), want)
    assert op_of(name)(x[0, 0, 0], *numbers, dim=0).shape == ()


def test_every_row_of_the_catalogue_has_its_operators():
    for name in (*ROWS, *ALONG):
        assert {name, f"{name}_forward"} <= set(dir(torch.ops.fastact)), name
    for name, row in ROWS.items():
        arguments = {one.name: one.default_value for one in op_of(name)._schema.arguments}
        assert list(arguments)[-len(row.parameters) or len(arguments) :] == list(row.parameters)
        if name != "prelu":
            assert all(arguments[one] == default for one, default in row.parameters.items())


@pytest.mark.parametrize("target", ["class", "probability"])
@pytest.mark.parametrize("shape", [(5,), (7, 5), (3, 5, 4), (2, 5, 3, 4), (0, 5)], ids=str)
def test_cross_entropy_is_that_of_torch(shape, target):
    dim = min(len(shape) - 1, 1)
    rows = shape[:dim] + shape[dim + 1 :]
    for k, (dtype, weighted, reduction, smoothing, ignore) in enumerate(
        (dtype, weighted, reduction, smoothing, ignore)
        for dtype in (torch.float32, torch.bfloat16)
        for weighted in (False, True)
        for reduction in ("none", "mean", "sum")
        for smoothing in (0.0, 0.1)
        for ignore in ((-100, 2) if target == "class" else (-100,))
    ):
        if target == "class":
            of = torch.randint(0, 5, rows, generator=torch.Generator().manual_seed(k))
            if rows and of.numel():
                of[0] = ignore
        else:
            of = torch.softmax(tensor(*shape, seed=k), dim).to(dtype)
        weight = tensor(5, dtype=dtype, between=(0.5, 2)) if weighted else None
        x, reference = (tensor(*shape, dtype=dtype, grad=True) for _ in range(2))
        exact = torch.float32 if dtype == torch.bfloat16 else dtype
        got = ft.functional.cross_entropy(x, of, weight, None, ignore, None, reduction, smoothing)
        of = of.to(exact) if of.is_floating_point() else of
        options = {"ignore_index": ignore, "reduction": reduction, "label_smoothing": smoothing}
        want = F.cross_entropy(reference.to(exact), of, None if weight is None else weight.to(exact), **options)
        dy = tensor(*got.shape, dtype=dtype, seed=5)
        got.backward(dy)
        want.backward(dy.to(exact))
        close = {"rtol": 2e-2, "atol": 1e-2} if dtype == torch.bfloat16 else {"rtol": 1e-5, "atol": 1e-6}
        torch.testing.assert_close(got.to(exact), want, equal_nan=True, **close)
        torch.testing.assert_close(x.grad, reference.grad, equal_nan=True, **close)


def test_a_gradient_is_not_overwritten_where_the_graph_is_kept():
    x = tensor(4, 5, grad=True)
    loss = ft.functional.cross_entropy(x, torch.arange(4)) * 3
    (first,) = torch.autograd.grad(loss, x, retain_graph=True)
    first = first.clone()
    (second,) = torch.autograd.grad(loss, x)
    assert torch.equal(first, second)


# ---- derivatives -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_gradcheck(name):
    assert torch.autograd.gradcheck(op_of(name), call_of(name, grad=True), check_batched_grad=name in SPREAD)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LOSSES])
def test_torch_func_differentiates_and_batches(name):
    """By levels of transformations: per row, and of all rows at once."""
    tensors = [one for one in call_of(name, 4, 3) if isinstance(one, torch.Tensor)]
    numbers = call_of(name, 4, 3)[len(tensors) :]
    in_dims = tuple(0 if one.shape[0] == 4 else None for one in tensors)

    def total(*given):
        return op_of(name)(*given, *numbers).square().sum()

    def total_of_all(*given):
        return torch.vmap(total, in_dims)(*given).sum()

    by_row = torch.vmap(torch.func.grad(total), in_dims)(*tensors)
    at_once = torch.func.grad(total_of_all)(*tensors)
    x = tensors[0].clone().requires_grad_()
    total_of_all(x, *tensors[1:]).backward()
    for got in (at_once, x.grad):
        torch.testing.assert_close(got, by_row)


@pytest.mark.parametrize("target", ["class", "probability"])
@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_cross_entropy_in_torch_func(reduction, target):
    x, weight = tensor(3, 4, 5), tensor(5, between=(0.5, 2))
    of = (
        torch.tensor([[0, -100, 4, 3], [1, 1, 1, 1], [-100] * 4])
        if target == "class"
        else torch.softmax(tensor(3, 4, 5, seed=1), 2)
    )

    def gradients(function):
        def total(x, of):
            return function(x, of, weight, reduction=reduction).sum()

        return torch.vmap(torch.func.grad(total))(x, of)

    torch.testing.assert_close(gradients(ft.functional.cross_entropy), gradients(F.cross_entropy))


def test_an_outer_transformation_differentiates_the_value_of_an_inner_one():
    x = tensor(5, grad=True)

    def of(function):
        value = torch.func.grad_and_value(lambda y: function(y).sum())(x)[1]
        return torch.autograd.grad(value, x)[0]

    torch.testing.assert_close(of(op_of("mish")), of(F.mish))


def test_what_is_in_a_graph_is_differentiated_however_it_comes_to_be_there():
    """A leaf, a result, a view of one, a parameter, the second of two tensors; and what is in none has no graph."""
    leaf = tensor(4, 6, grad=True)
    for x in (leaf, leaf * 1, leaf[1:], (leaf * 1).T, torch.nn.Parameter(tensor(4, 6))):
        assert op_of("mish")(x).grad_fn is not None and ft.functional.mish(x).grad_fn is not None
        assert op_of("swiglu")(x.detach(), x).grad_fn is not None and ft.functional.swiglu(x.detach(), x).grad_fn is not None
        with torch.no_grad():
            assert not op_of("mish")(x).requires_grad and not ft.functional.mish(x).requires_grad
    for x in (leaf.detach(), tensor(4, 6)[1:], tensor(4, 6).T):
        assert not op_of("mish")(x).requires_grad and not ft.functional.mish(x).requires_grad
    with torch.inference_mode():
        assert op_of("mish")(leaf).is_inference()


@pytest.mark.parametrize("name", ["mish", "tanh", "swiglu", "prelu", "softmax", "logsumexp", "cross_entropy"])
@pytest.mark.parametrize("reentrant", [False, True])
def test_checkpoints_compute_what_is_kept_anew(name, reentrant):
    function = getattr(ft.functional, name)
    call = tensors_of(name, 3, 4, grad=True)
    call += [torch.arange(3)] * (name == "cross_entropy") + [-1] * (name in ALONG)

    def twice(x, *others):
        return function(x * 2, *others).square().sum()

    (want,) = torch.autograd.grad(twice(*call), call[0])
    y = torch.utils.checkpoint.checkpoint(twice, *call, use_reentrant=reentrant)
    y.backward()
    torch.testing.assert_close(call[0].grad, want)


@pytest.mark.parametrize("name", ["mish", "tanh", "swiglu", "softmax", *LOSSES])
def test_second_derivatives_are_refused(name):
    call = call_of(name, grad=True)
    (first, *_) = torch.autograd.grad(op_of(name)(*call).sum(), call[0], create_graph=True)
    with pytest.raises(RuntimeError, match=r"fastact::\w+ (has no derivative|cannot be differentiated twice)"):
        torch.autograd.grad(first.sum(), call[0])

    def twice(x):
        return torch.func.grad(lambda x: op_of(name)(x, *call[1:]).sum())(x).sum()

    call = call_of(name)
    with pytest.raises(RuntimeError, match=r"fastact::\w+ (has no derivative|cannot be differentiated twice)"):
        torch.func.grad(twice)(call[0])


@pytest.mark.filterwarnings("ignore:`torch.jit")
def test_forward_mode_is_refused():
    x = tensor(3)
    with pytest.raises(NotImplementedError, match="jvp"):
        torch.func.jvp(op_of("mish"), (x,), (x,))
    with torch.autograd.forward_ad.dual_level(), pytest.raises(NotImplementedError, match="jvp"):
        ft.functional.mish(torch.autograd.forward_ad.make_dual(x, x))


# ---- compilers ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES if EVERY else SPREAD)
def test_opcheck(name):
    for grad in (False, True):
        found = torch.library.opcheck(op_of(name), call_of(name, grad=grad))
        assert len(found) == 4 and set(found.values()) == {"SUCCESS"}


@pytest.mark.parametrize("name", [name for name in GRADIENTS if EVERY or name in SPREAD_OF_GRADIENTS])
def test_opcheck_of_gradients(name):
    found = torch.library.opcheck(op_of(name), GRADIENTS[name])
    assert len(found) == 4 and set(found.values()) == {"SUCCESS"}


def test_calls_of_gradients_are_of_every_operator():
    own = {name for name in dir(torch.ops.fastact) if not name.startswith("_") and name not in ("name", "mro")}
    assert {*NAMES, *GRADIENTS} == own


@pytest.mark.parametrize("name", ["mish", "elu", "swiglu", "softmax", "cross_entropy"])
def test_compiled_whole(name):
    torch._dynamo.reset()
    call = call_of(name, grad=True)
    function = getattr(ft.functional, name)
    if name == "cross_entropy":
        call = [call[0], call[1].clone()]

    def twice(*given):
        return function(*given) * 2

    compiled = torch.compile(twice, fullgraph=True, backend="aot_eager")
    for given in (call, [one.detach() if isinstance(one, torch.Tensor) else one for one in call]):
        torch.testing.assert_close(compiled(*given), twice(*given))
    got, want = (torch.autograd.grad(one(*call).sum(), call[0])[0] for one in (compiled, twice))
    torch.testing.assert_close(got, want)


@pytest.mark.filterwarnings("ignore:`isinstance")
def test_exported():
    model = torch.nn.Sequential(torch.nn.Linear(4, 8), ft.nn.Mish(), ft.nn.SwiGLU(packed=True), ft.nn.Softmax(-1))
    x = torch.ones(2, 4)
    program = torch.export.export(model, (x,))
    assert "fastact.swiglu" in str(program.graph)
    torch.testing.assert_close(program.module()(x), model(x))


@pytest.mark.filterwarnings("ignore:`torch.jit")
@pytest.mark.parametrize("name", ["mish", "swiglu", "softmax"])
def test_what_was_traced_without_gradients_can_be_differentiated(name):
    function, call = getattr(ft.functional, name), tensors_of(name, 3, 4)
    traced = torch.jit.trace(lambda *tensors: function(*tensors, *[-1] * (name == "softmax")), call)
    for one in call:
        one.requires_grad_()
    got, want = (torch.autograd.grad(one(*call).square().sum(), call[0])[0] for one in (traced, op_of(name)))
    assert torch.equal(got, want)


# ---- types and devices -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: op_of("mish")(torch.ones(3, dtype=torch.int64)), RuntimeError, r"fastact::mish.*int64.*float16, bfloat16"),
        (lambda: op_of("mish")(torch.ones(3, dtype=torch.complex64)), RuntimeError, "fastact::mish.*complex64"),
        (lambda: op_of("mish")(torch.ones(3).to_sparse()), RuntimeError, "fastact::mish.*sparse"),
        (lambda: op_of("swiglu")(torch.ones(3), torch.ones(3).double()), RuntimeError, "fastact::swiglu.*float32.*float64"),
        (lambda: op_of("swiglu")(torch.ones(3), torch.ones(4)), RuntimeError, "fastact::swiglu"),
        (lambda: op_of("softmax")(torch.ones(3), 1), (IndexError, RuntimeError), "fastact::softmax.*out of range"),
        (lambda: op_of("mish")(torch.ones(3, device="meta", dtype=torch.int64)), RuntimeError, "fastact::mish.*int64"),
        (lambda: op_of("elu")(torch.ones(3), "x"), RuntimeError, "alpha"),
        (lambda: ft.functional.soft_clipping(torch.ones(3), -1.0), ValueError, "soft_clipping needs alpha > 0"),
        (lambda: ft.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 3])), IndexError, "Target 3 is out of bounds"),
        (lambda: ft.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0])), RuntimeError, "target has the shape"),
        (lambda: ft.functional.cross_entropy(torch.ones(2, 3), torch.ones(2)), RuntimeError, "target has classes of"),
        (lambda: ft.nn.CrossEntropyLoss(torch.ones(2))(torch.ones(2, 3), torch.ones(2).long()), RuntimeError, "weight must"),
        (lambda: ft.functional.cross_entropy(torch.ones(2, 3), torch.ones(2).long(), reduction="x"), ValueError, "reduction"),
        (lambda: ft.functional.cross_entropy(torch.ones(2, 3), torch.ones(2, 3), ignore_index=0), RuntimeError, "is 0, but"),
        (lambda: ft.functional.logsumexp(torch.ones(2, 3), (0, 2)), IndexError, "logsumexp: Dimension out of range"),
        (lambda: ft.functional.logsumexp(torch.ones(2, 3), (1, -1)), RuntimeError, "logsumexp: a dimension appears twice"),
    ],
)  # fmt: skip
def test_bad_calls(call, error, told):
    with pytest.raises(error, match=told):
        call()


def test_autocast_computes_activations_in_the_type_of_the_input_and_losses_in_float32():
    x = tensor(3, 4, dtype=torch.bfloat16, grad=True)
    with torch.autocast("cpu", torch.bfloat16):
        assert ft.functional.mish(x).dtype == torch.bfloat16
        assert ft.functional.prelu(x, torch.ones(1)).dtype == torch.bfloat16
        loss = ft.functional.cross_entropy(x, torch.arange(3))
        of_elements = ft.functional.binary_cross_entropy_with_logits(x, (x.detach() > 0).float())
    assert loss.dtype == of_elements.dtype == torch.float32
    (loss + of_elements).backward()
    assert x.grad.dtype == torch.bfloat16
    torch.testing.assert_close(loss, F.cross_entropy(x.float(), torch.arange(3)))


# ---- threads and processes ---------------------------------------------------------------------------------------------------


def test_forward_and_backward_in_several_threads():
    x = tensor(300, 400, dtype=torch.float32)
    want = torch.func.grad(lambda x: ft.functional.mish(x).sum())(x)
    found = [None] * 4

    def run(k):
        for _ in range(5):
            own = x.clone().requires_grad_()
            ft.functional.mish(own).sum().backward()
            found[k] = own.grad

    threads = [threading.Thread(target=run, args=(k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(torch.equal(one, want) for one in found)


class Activated(torch.utils.data.Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, k):
        x = torch.full((1 << 16,), float(k), requires_grad=True)
        ft.functional.mish(x).sum().backward()
        return ft.functional.mish(x.detach()).sum() + x.grad.sum()


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_workers_of_a_loader():
    dataset = Activated()
    want = [float(dataset[k]) for k in range(4)]  # the parent has threads by now
    loader = torch.utils.data.DataLoader(dataset, num_workers=2, multiprocessing_context="fork")
    assert [float(one) for one in loader] == pytest.approx(want)


# ---- without the shim --------------------------------------------------------------------------------------------------------

WITHOUT = """
from fastact._core import torch_shim
torch_shim.find = lambda path: "it is hidden"
import torch
from fastact.backends import torch as ft
from fastact.backends.torch import kernels
from torch_calls import NAMES, call_of, op_of, tensor
import fastact as fa

assert kernels.WITHOUT_SHIM == "it is hidden"
for k, name in enumerate(NAMES):
    assert k % 4 or torch.autograd.gradcheck(op_of(name), call_of(name, grad=True)), name
    for dtype in (torch.float16, torch.bfloat16, torch.float32):
        assert op_of(name)(*call_of(name, dtype=dtype)).dtype == dtype
x = tensor(5, 6, dtype=torch.float32).T
assert (ft.functional.gelu(x).numpy() == fa.gelu(x.numpy())).all() and ft.functional.gelu(x).stride() == x.stride()
for name in ("mish", "softmax", "cross_entropy"):
    assert set(torch.library.opcheck(op_of(name), call_of(name, grad=True)).values()) == {"SUCCESS"}
for call in (lambda: op_of("mish")(torch.ones(3).long()), lambda: op_of("softmax")(torch.ones(3), 1)):
    try:
        call()
        raise AssertionError
    except (RuntimeError, IndexError) as error:
        assert "fastact::" in str(error)
"""


def test_without_the_shim_all_is_computed_from_python():
    done = python(
        WITHOUT, PYTHONPATH=os.pathsep.join([os.path.dirname(__file__), *filter(None, [os.environ.get("PYTHONPATH")])])
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def test_importing_is_silent():
    done = python("import fastact.backends.torch")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert inspect.ismodule(ft.functional) and inspect.ismodule(ft.nn)
