"""PyTorch's own functions with fastact in it: the bits, what is passed on, switching, threads and processes."""

import os
import threading
from functools import partial

import ml_dtypes
import numpy as np
import pytest
from subprocesses import interpreter

import fastact as fa
from fastact.backends import patch as patching

torch = pytest.importorskip("torch")

from libraries import needed  # noqa: E402
from torch._subclasses.fake_tensor import FakeTensorMode  # noqa: E402

from fastact.backends import torch as ft  # noqa: E402
from fastact.backends.torch import overrides  # noqa: E402

pytestmark = needed("torch")
F = torch.nn.functional

FOUR = [torch.float16, torch.bfloat16, torch.float32, torch.float64]
# Calls of PyTorch, the functions of fastact with its parameters, the row, and that of its gradient if there is one.
CALLS = {
    "mish": (F.mish, "mish", (), "mish", "mish_backward"),
    "sigmoid": (torch.sigmoid, "sigmoid", (), "sigmoid", None),
    "silu": (F.silu, "silu", (), "silu", None),
    "tanh": (torch.tanh, "tanh", (), "tanh", None),
    "gelu": (F.gelu, "gelu", (), "gelu", "gelu_backward"),
    "gelu_tanh": (partial(F.gelu, approximate="tanh"), "gelu_tanh", (), "gelu", "gelu_backward"),
    "softplus": (F.softplus, "softplus", (1,), "softplus", "softplus_backward"),
    "softplus, beta": (partial(F.softplus, beta=0.5), "softplus", (0.5,), "softplus", "softplus_backward"),
    "elu": (F.elu, "elu", (1,), "elu", "elu_backward"),
    "elu, alpha": (partial(F.elu, alpha=1.5), "elu", (1.5,), "elu", "elu_backward"),
    "selu": (F.selu, "selu", (), "elu", "elu_backward"),
    "celu": (F.celu, "celu", (1,), "elu", "elu_backward"),
    "celu, alpha": (partial(F.celu, alpha=0.25), "celu", (0.25,), "elu", "elu_backward"),
    "logsigmoid": (F.logsigmoid, "log_sigmoid", (), "log_sigmoid_forward", None),
}
ROWS = {row for *_, row, _ in CALLS.values()} | {row for *_, row in CALLS.values() if row}


def array(x):
    """The tensor as fastact has it."""
    x = x.detach().contiguous()
    return x.view(torch.uint16).numpy().view(ml_dtypes.bfloat16) if x.dtype == torch.bfloat16 else x.numpy()


def same_bits(tensor, wanted):
    got = array(tensor)
    return got.shape == wanted.shape and got.dtype == wanted.dtype and got.tobytes() == np.ascontiguousarray(wanted).tobytes()


def counts(name):
    (one,) = [one for one in fa.patches() if one.name == f"aten::{name}"]
    return one.served, one.passed


@pytest.fixture
def enabled():
    with ft.enabled():
        yield
    assert fa.patches() == ()


@pytest.fixture
def some_threads():
    """Of PyTorch, for what a test asks of it."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


# ---- the bits ----------------------------------------------------------------------------------------------------------------

LAYOUTS = {
    "line": lambda x: x,
    "one": lambda x: x[:1],
    "none": lambda x: x[:0],
    "scalar": lambda x: x[0],
    "every third": lambda x: x[::3],
    "transposed": lambda x: x[:9600].view(80, 120).T,
    "short rows": lambda x: x[:12000].view(3000, 4)[:, :3],
    "channels last": lambda x: x[:9600].view(4, 6, 20, 20).contiguous(memory_format=torch.channels_last),
    "permuted, with gaps": lambda x: x[:9600].view(4, 6, 20, 20).permute(2, 0, 3, 1)[::2, :, 1:],
    "repeated": lambda x: x[:20].expand(30, 20),
    "many": lambda x: x.repeat(8).view(2, -1),
}


def spread():
    """Every call with every layout in one of the dtypes, and with the first in all of them."""
    for row, name in enumerate(CALLS):
        for column, layout in enumerate(LAYOUTS):
            for dtype in [FOUR[(row + column) % 4]] if column else FOUR:
                yield pytest.param(name, layout, dtype, id=f"{name}-{layout}-{dtype}")


@pytest.mark.parametrize(("name", "layout", "dtype"), list(spread()))
def test_values_and_gradients_have_the_bits_of_fastact(enabled, name, layout, dtype):
    call, function, parameters, row, backward = CALLS[name]
    if (name, layout, dtype) == ("gelu", "many", torch.bfloat16):
        pytest.skip("oneDNN is faster where the processor has AVX-512")
    generator = torch.Generator().manual_seed(5)
    x = LAYOUTS[layout](3 * torch.randn(13000, generator=generator, dtype=torch.float64).to(dtype)).detach().requires_grad_()
    y = call(x)
    assert same_bits(y, getattr(fa, function)(array(x), *parameters))
    assert counts(row) == (1, {})
    if layout != "short rows" and not row.startswith("log_sigmoid"):  # which PyTorch makes contiguous
        assert [step for step, n in zip(y.stride(), y.shape) if n > 1] == strides_of_relu(x)
    dy = torch.randn(y.shape, generator=generator, dtype=torch.float64).to(dtype)
    (dx,) = torch.autograd.grad(y, x, dy)
    if backward:
        wanted = getattr(fa, f"{function}_backward")(array(dy), array(x), *parameters)
        assert same_bits(dx, wanted)
        assert counts(backward) == (1, {})


def strides_of_relu(x):
    y = torch.relu(x)
    return [step for step, n in zip(y.stride(), y.shape) if n > 1]


@pytest.mark.parametrize("name", CALLS)
def test_special_values_are_the_limits(enabled, name):
    call, function, parameters, *_ = CALLS[name]
    for dtype in FOUR:
        x = torch.tensor([0.0, -0.0, torch.inf, -torch.inf, torch.nan, 1e-7, -50.0, 90.0]).to(dtype)
        got, wanted = array(call(x)).astype(float), getattr(fa, function)(array(x), *parameters).astype(float)
        assert np.array_equal(got, wanted, equal_nan=True)


@pytest.mark.parametrize("name", ["elu", "selu", "celu", "silu", "mish"])
def test_in_place_and_given_results_have_the_same_bits(enabled, name):
    call, function, parameters, *_ = CALLS[name]
    x = torch.randn(500)
    wanted = getattr(fa, function)(x.numpy(), *parameters)
    out = torch.empty(500, 2)[:, 1]
    aten = getattr(torch.ops.aten, {"selu": "elu", "celu": "elu"}.get(name, name))
    if name not in ("selu", "celu"):
        aten.out(x, out=out)
        assert same_bits(out, wanted)
    y = x.clone()
    assert call(y, inplace=True) is y and same_bits(y, wanted)
    y = x.clone()
    call(y[100:200], inplace=True)
    assert same_bits(y[100:200], wanted[100:200]) and torch.equal(y[:100], x[:100]) and torch.equal(y[200:], x[200:])


def test_misaligned_memory_is_right(enabled):
    memory = bytearray(4 * 100 + 1)
    x = torch.frombuffer(memory, dtype=torch.uint8)[1:]
    x.copy_(torch.randn(100).view(torch.uint8))
    x = torch.frombuffer(memory, dtype=torch.float32, offset=1, count=100)
    assert x.data_ptr() % 4 == 1
    for call, row, passed in ((F.mish, "mish", 1), (F.gelu, "gelu", 0)):
        torch.testing.assert_close(call(x), call(x.clone()))
        assert counts(row)[1].get("alignment", 0) == passed


# ---- what is passed on -------------------------------------------------------------------------------------------------------

PASSED = {
    "softplus, another threshold": (partial(F.softplus, threshold=3), torch.float32, "softplus", "option"),
    "softplus, negative": (partial(F.softplus, beta=-1), torch.float32, "softplus", "option"),
    "elu, negative": (partial(F.elu, alpha=-1), torch.float32, "elu", "option"),
    "elu, a number with many bits": (partial(F.elu, alpha=1.1), torch.bfloat16, "elu", "option"),
    "elu, a number with many bits, float16": (partial(F.elu, alpha=1.1), torch.float16, "elu", "option"),
    "elu, three numbers": (lambda x: torch.ops.aten.elu(x, 1, 2, 3), torch.float64, "elu", "option"),
    "sigmoid, complex": (torch.sigmoid, torch.complex64, "sigmoid", "dtype"),
    "tanh, complex": (torch.tanh, torch.complex128, "tanh", "dtype"),
}


@pytest.mark.parametrize("name", PASSED)
def test_what_is_not_served_is_pytorch_s_to_the_bit(name):
    call, dtype, row, why = PASSED[name]
    x = torch.randn(1000, dtype=dtype)
    before = call(x)
    with ft.enabled():
        assert torch.equal(call(x), before) and counts(row) == (0, {why: 1})


def test_the_gradient_by_the_result_is_pytorch_s(enabled):
    x = torch.randn(100, requires_grad=True)
    y = F.elu(x * 1, inplace=True)
    y.sum().backward()
    assert counts("elu")[0] == 1 and counts("elu_backward") == (0, {"option": 1})
    torch.testing.assert_close(x.grad, torch.where(x > 0, 1, x.detach().exp()))


def test_integers_and_mixed_types_are_as_before():
    def outcomes():
        yield torch.sigmoid(torch.arange(5)).dtype
        yield torch.ops.aten.gelu_backward(torch.ones(3), torch.ones(3, dtype=torch.float64)).dtype
        yield F.gelu(torch.ones(2, 3), approximate="tanh").shape
        for wrong in (partial(F.gelu, torch.arange(5)), partial(F.gelu, torch.ones(3), approximate="exact"),
                      partial(torch.ops.aten.gelu_backward, torch.ones(3), torch.ones(4)), partial(F.mish, torch.arange(5)),
                      partial(F.elu, torch.ones(3, dtype=torch.bool)), partial(F.gelu, torch.ones(3).to_sparse())):  # fmt: skip
            with pytest.raises(RuntimeError) as error:
                wrong()
            yield type(error.value), str(error.value)[:120]

    before = list(outcomes())
    with ft.enabled():
        assert list(outcomes()) == before


def test_results_of_another_type_are_refused_as_before():
    x = torch.randn(1000)
    with ft.enabled():
        for dtype in (torch.float16, torch.float64):
            other = torch.empty(1000, dtype=dtype)
            for results in ((other, torch.empty(0)), (torch.empty(0), other)):
                with pytest.raises(RuntimeError, match=r"expected scalar type Float but found|expected Float but"):
                    torch.ops.aten.log_sigmoid_forward.output(x, output=results[0], buffer=results[1])
        assert counts("log_sigmoid_forward") == (0, {"dtype": 4})


def test_lazy_negatives_and_tensors_without_memory(enabled):
    x = torch.randn(100)
    imaginary = torch.complex(x, x).conj().imag
    assert imaginary.is_neg()
    for call, function, parameters, *_ in CALLS.values():
        assert same_bits(call(imaginary), getattr(fa, function)(-x.numpy(), *parameters))
        torch.testing.assert_close(call(torch._efficientzerotensor(3)), call(torch.zeros(3)))


def test_tensors_without_data_and_transforms(enabled):
    assert F.mish(torch.ones(3, device="meta")).device.type == "meta"
    x = torch.randn(4, 5, dtype=torch.float64)
    wanted = fa.gelu(x.numpy())
    assert same_bits(torch.func.vmap(F.gelu)(x), wanted)
    assert same_bits(torch.compile(F.gelu, backend="aot_eager")(x), wanted)
    slopes = torch.func.vmap(torch.func.grad(F.mish))(x[0])
    torch.testing.assert_close(slopes.numpy(), fa.mish_grad(x[0].numpy()))
    with torch.autocast("cpu", torch.bfloat16):
        assert F.mish(x.float()).dtype == torch.float32


# ---- switching ---------------------------------------------------------------------------------------------------------------


def test_every_row_is_tested():
    with ft.enabled():
        assert {one.name.removeprefix("aten::") for one in fa.patches()} == ROWS


def test_pytorch_has_its_own_bits_again():
    x = torch.randn(1000)
    values = {name: call(x) for name, (call, *_) in CALLS.items()}
    ft.enable()
    ft.enable()
    with ft.enabled():
        assert not torch.equal(F.gelu(x), values["gelu"])
    assert len(fa.patches()) == len(ROWS)
    ft.disable()
    ft.disable()
    assert fa.patches() == ()
    for name, (call, *_) in CALLS.items():
        assert torch.equal(call(x), values[name]), name
    with fa.patched("torch"):
        assert not any(one.served or one.passed for one in fa.patches()), "counts begin anew"


def test_pytorch_in_which_things_lie_elsewhere_is_refused_whole(monkeypatch):
    monkeypatch.setattr(patching, "_states", {})
    monkeypatch.setattr(overrides, "_rows", [])
    monkeypatch.setattr(overrides.shim, "seen_by_stubs", lambda: (6, (1.0, 2.0, 3.0)))
    with pytest.raises(ImportError, match=r"torch .* is not patched: its kernels are not given what they are expected to be"):
        ft.enable()
    monkeypatch.undo()
    monkeypatch.setattr(patching, "_states", {})
    monkeypatch.setattr(overrides, "_rows", [])
    monkeypatch.setattr(overrides.shim, "find", lambda path: "no such library")
    with pytest.raises(ImportError, match="is not patched: no such library"):
        ft.enable()
    assert fa.patches() == ()


class Modes(torch.overrides.TorchFunctionMode):
    def __torch_function__(self, function, types, args=(), kwargs=None):
        return None


def test_pytorch_is_looked_through_whatever_the_caller_s_modes_are(monkeypatch):
    for mode in (Modes, FakeTensorMode, partial(torch.autocast, "cpu"), torch.inference_mode):
        monkeypatch.setattr(patching, "_states", {})
        monkeypatch.setattr(overrides, "_rows", [])
        with mode():
            ft.enable()
        F.mish(torch.ones(3))
        assert counts("mish") == (1, {})
        ft.disable()


def test_threads_that_are_the_first_to_switch_do_so_together(monkeypatch):
    monkeypatch.setattr(patching, "_states", {})
    monkeypatch.setattr(overrides, "_rows", [])
    looked, look, begin = [], overrides.looked_through, threading.Barrier(4)
    monkeypatch.setattr(overrides, "looked_through", lambda torch: looked.append(1) or look(torch))

    def enable():
        begin.wait()
        ft.enable()

    threads = [threading.Thread(target=enable) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    F.mish(torch.ones(3))
    assert looked == [1] and counts("mish") == (1, {})
    ft.disable()


SILENT = """
import fastact as fa
from fastact import backends
import sys
assert "torch" not in sys.modules
from fastact.backends import torch as ft
ft.enable()
import torch
torch.nn.functional.gelu(torch.ones(3))
ft.disable()
"""


def test_nothing_is_said_and_nothing_imported_unasked():
    done = interpreter("-W", "error", "-c", SILENT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# ---- threads and processes ---------------------------------------------------------------------------------------------------


def test_threads_compute_while_another_switches():
    x = torch.randn(2000)
    both = {}
    for name in ("gelu", "mish", "elu", "logsigmoid"):
        call = CALLS[name][0]
        own = call(x)
        with ft.enabled():
            both[call] = own, call(x)
    failures, done = [], threading.Event()

    def compute():
        try:
            while not done.is_set():
                for call, (own, ours) in both.items():
                    z = x.clone().requires_grad_()
                    y = call(z)
                    assert torch.equal(y, own) or torch.equal(y, ours)
                    y.sum().backward()
        except BaseException as error:  # an AssertionError in a thread is lost otherwise
            failures.append(error)

    threads = [threading.Thread(target=compute) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(300):
        with ft.enabled():
            F.mish(x)
    done.set()
    for thread in threads:
        thread.join()
    assert not failures and fa.patches() == ()


class Rows(torch.utils.data.Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, k):
        return F.mish(torch.full((40000,), float(k))), F.gelu(torch.full((3,), float(k)))


def test_a_data_loader_s_workers_have_it_too(enabled):
    F.mish(torch.ones(100000))
    for k, (long, short) in enumerate(torch.utils.data.DataLoader(Rows(), batch_size=None, num_workers=2)):
        assert same_bits(long[:1], fa.mish(np.float32([k]))) and same_bits(short, fa.gelu(np.float32([k] * 3)))


COUNT = """
import os
import torch
import fastact as fa
from fastact.backends import torch as ft
x = torch.randn(2**21)
ft.enable()
for of_torch, of_fastact in ((1, 2), (2, 1), (2, 2)):
    torch.set_num_threads(of_torch)
    fa.set_num_threads(of_fastact)
    before = set(os.listdir("/proc/self/task"))
    torch.nn.functional.logsigmoid(x)
    for call in (torch.nn.functional.mish, torch.nn.functional.gelu):
        call(x), call(x.view(2**20, 2)[:, :1])
    print(len(set(os.listdir("/proc/self/task")) - before))  # that were started; others may have ended
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self/task") or os.cpu_count() < 2, reason="threads cannot be counted")
def test_threads_are_those_that_both_may_have():
    done = interpreter("-c", COUNT)
    assert done.returncode == 0, done.stderr
    alone, capped, more = map(int, done.stdout.split())
    assert (alone, capped) == (0, 0) and more > 0


def test_the_bits_do_not_depend_on_threads(enabled, some_threads):
    x = torch.randn(300001)
    wanted = fa.mish(x.numpy()), fa.gelu(x.numpy()), fa.log_sigmoid(x.numpy())
    for threads in (1, 2, 3):
        torch.set_num_threads(threads)
        for call, bits in zip((F.mish, F.gelu, F.logsigmoid), wanted, strict=True):
            assert same_bits(call(x), bits)
