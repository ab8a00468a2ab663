"""What a backend calls between its products of matrices: the regime `fused` of `bench`.

A row has a formula, which is the baseline too, and in float64 what errors are measured against.  A contender is a dict from
names of rows to what computes them, as `f(out, room, *operands)`: `out` and `room` have the shape of the case, for the result
and for what has to stand somewhere on the way.
"""

import math
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from scipy import special

import fastact as fa

ONE, ALL = "one thread", "all threads"
KEPT = 0.7  # of the elements, by a mask
CHUNKS = 8
PART = ", only "  # in the name of a contender that does a part of the work, for scale


class Row(NamedTuple):
    """`cases` are shapes and threads; `draw(rng, shape)` gives the operands, `formula` takes them."""

    call: str  # what the name does not say
    cases: tuple
    draw: Callable
    formula: Callable


# ---- operands ---------------------------------------------------------------------------------------------------------------


def normal(rng, shape):
    return 3 * rng.standard_normal(shape, np.float32)


def alone(rng, shape):
    return [normal(rng, shape)]


def pair(rng, shape):
    return [normal(rng, shape), normal(rng, shape)]


def halves(rng, shape):
    """In one array, along its last axis."""
    return [normal(rng, (*shape[:-1], 2 * shape[-1]))]


def masked(rng, shape):
    """A mask as bool and as what is added; it keeps the first of each row at least."""
    mask = rng.random(shape, np.float32) < KEPT
    mask[..., 0] = True
    return [normal(rng, shape), mask, added(mask)]


def causal(rng, shape):
    mask = np.tri(*shape[-2:], dtype=bool)
    return [normal(rng, shape), mask, added(mask)]


def added(mask):
    return np.where(mask, np.float32(0), np.float32(-np.inf))


def with_bias(rng, shape):
    """Multiples of 2^-12, so that sums are exact, and errors those of the activation; a small bias, so that gradients of it do
    not cancel."""
    return [np.round(x * 4096) / 4096 for x in (normal(rng, shape), normal(rng, shape[-1:]) / 8)]


def with_gradient(rng, shape):
    return [rng.random(shape, np.float32), *with_bias(rng, shape)]


def classes(rng, shape):
    """The class of each row, and the numbers of the rows."""
    return [normal(rng, shape), rng.integers(shape[1], size=shape[0]), np.arange(shape[0])]


def labels(rng, shape):
    return [normal(rng, shape), rng.integers(2, size=shape).astype(np.float32)]


def chunks(rng, shape):
    """The whole, and parts of its rows, each in an array of its own."""
    x, length = normal(rng, shape), -(-shape[-1] // CHUNKS)
    return [x, *(np.ascontiguousarray(x[:, k : k + length]) for k in range(0, shape[-1], length))]


# ---- formulas ---------------------------------------------------------------------------------------------------------------


def masked_softmax(x, mask, added):
    return special.softmax(np.where(mask, x, -np.inf), axis=-1)


def gelu(x):
    return x * special.erfc(x * -math.sqrt(0.5)) / 2


def gelu_grad(x):
    return special.erfc(x * -math.sqrt(0.5)) / 2 + x * np.exp(x * x / -2) / math.sqrt(2 * math.pi)


def gate(a, b):
    return a / (1 + np.exp(-b))


def packed(formula):
    return lambda x: formula(*np.split(x, 2, axis=-1))


def bias_act_backward(dy, x, bias):
    dx = dy * gelu_grad(x + bias)
    return dx, dx.sum(axis=0)


def cross_entropy(x, classes, rows):
    logarithms = special.log_softmax(x, axis=-1)
    grad = np.exp(logarithms)
    grad[rows, classes] -= 1
    return -logarithms[rows, classes].sum(), grad


def binary_cross_entropy(x, targets):
    return np.maximum(x, 0) - x * targets + np.log1p(np.exp(-np.abs(x))), 1 / (1 + np.exp(-x)) - targets


def sparsemax(x):
    """A. Martins, R. Astudillo, "From softmax to sparsemax", ICML 2016: algorithm 1."""
    z = x - x.max(axis=-1, keepdims=True)
    falling = np.sort(z, axis=-1)[..., ::-1]
    sums, k = falling.cumsum(axis=-1), np.arange(1, x.shape[-1] + 1, dtype=x.dtype)
    kept = (1 + k * falling > sums).sum(axis=-1, keepdims=True)
    threshold = (np.take_along_axis(sums, kept - 1, axis=-1) - 1) / kept.astype(x.dtype)
    return np.maximum(z - threshold, 0)


def entmax15(x):
    """B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019: algorithm 2."""
    z = (x - x.max(axis=-1, keepdims=True)) / 2
    falling, k = np.sort(z, axis=-1)[..., ::-1], np.arange(1, x.shape[-1] + 1, dtype=x.dtype)
    mean, squares = falling.cumsum(axis=-1) / k, (falling * falling).cumsum(axis=-1) / k
    thresholds = mean - np.sqrt(np.maximum((1 - k * (squares - mean * mean)) / k, 0))
    kept = (thresholds <= falling).sum(axis=-1, keepdims=True)
    return np.maximum(z - np.take_along_axis(thresholds, kept - 1, axis=-1), 0) ** 2


def logsumexp(x, *parts):
    return special.logsumexp(x, axis=-1, keepdims=True)


GATED = ((2**16,), ONE), ((2**24,), ALL)
PACKED = ((128, 512), ONE), ((2**14, 512), ALL)
LOGITS = tuple((shape, threads) for shape in ((256, 32000), (4096, 1000), (2**16, 10)) for threads in (ONE, ALL))
SORTED = ((256, 1000), ONE), ((2560, 100), ONE)

ROWS = {
    "softmax": Row("where=", (((256, 1000), ONE), ((64, 32000), ONE)), masked, masked_softmax),
    "causal_softmax": Row("", (((64, 512, 512), ONE), ((64, 512, 512), ALL)), causal, masked_softmax),
    "glu_packed": Row("", PACKED, halves, packed(gate)),
    "geglu": Row("", GATED, pair, lambda a, b: gelu(a) * b),
    "swiglu": Row("", GATED, pair, lambda a, b: gate(a, a) * b),
    "swiglu_packed": Row("", PACKED, halves, packed(lambda a, b: gate(a, a) * b)),
    "bias_act": Row("gelu", (((4096, 4096), ALL),), with_bias, lambda x, bias: gelu(x + bias)),
    "bias_act_backward": Row("gelu", (((4096, 4096), ALL),), with_gradient, bias_act_backward),
    "softmax_cross_entropy_with_grad": Row("", LOGITS, classes, cross_entropy),
    "sigmoid_cross_entropy_with_grad": Row("", (((2**22,), ALL),), labels, binary_cross_entropy),
    "sparsemax": Row("", SORTED, alone, sparsemax),
    "entmax15": Row("", SORTED, alone, entmax15),
    "softmax_merge": Row(f"{CHUNKS} parts", (((64, 32000), ONE),), chunks, logsumexp),
}


# ---- contenders -------------------------------------------------------------------------------------------------------------


def _fastact():
    return {
        "softmax": lambda out, room, x, mask, added: fa.softmax(x, where=mask, out=out),
        "causal_softmax": lambda out, room, x, mask, added: fa.causal_softmax(x, out=out),
        "glu_packed": lambda out, room, x: fa.glu_packed(x, out=out),
        "geglu": lambda out, room, a, b: fa.geglu(a, b, out=out),
        "swiglu": lambda out, room, a, b: fa.swiglu(a, b, out=out),
        "swiglu_packed": lambda out, room, x: fa.swiglu_packed(x, out=out),
        "bias_act": lambda out, room, x, bias: fa.bias_act("gelu", x, bias, out=out),
        "bias_act_backward": lambda out, room, dy, x, bias: fa.bias_act_backward("gelu", dy, x, bias, out=out),
        "softmax_cross_entropy_with_grad": lambda out, room, x, classes, rows: fa.softmax_cross_entropy_with_grad(
            x, classes, reduction="sum", out=out
        ),
        "sigmoid_cross_entropy_with_grad": lambda out, room, x, targets: fa.sigmoid_cross_entropy_with_grad(
            x, targets, out=(room, out)
        ),
        "sparsemax": lambda out, room, x: fa.sparsemax(x, out=out),
        "entmax15": lambda out, room, x: fa.entmax15(x, out=out),
        "softmax_merge": lambda out, room, x, *parts: fa.softmax_merge(map(fa.softmax_partial, parts)).logsumexp(),
    }


def _unfused():
    """What it takes without the function: others of fastact, and NumPy."""

    def glu_packed(out, room, x):
        a, b = np.split(x, 2, axis=-1)
        return np.multiply(fa.sigmoid(b, out=out), a, out=out)

    def swiglu_packed(out, room, x):
        a, b = np.split(x, 2, axis=-1)
        return np.multiply(fa.silu(a, out=out), b, out=out)

    def bias_act_backward(out, room, dy, x, bias):
        dx = fa.gelu_backward(dy, np.add(x, bias, out=room), out=out)
        return dx, dx.sum(axis=0)

    def softmax_cross_entropy_with_grad(out, room, x, classes, rows):
        loss = -fa.log_softmax(x, out=room)[rows, classes].sum()
        fa.softmax(x, out=out)[rows, classes] -= 1
        return loss, out

    return {
        "softmax": lambda out, room, x, mask, added: fa.softmax(np.add(x, added, out=room), out=out),
        "causal_softmax": lambda out, room, x, mask, added: fa.softmax(x, where=mask, out=out),
        "glu_packed": glu_packed,
        "geglu": lambda out, room, a, b: np.multiply(fa.gelu(a, out=out), b, out=out),
        "swiglu": lambda out, room, a, b: np.multiply(fa.silu(a, out=out), b, out=out),
        "swiglu_packed": swiglu_packed,
        "bias_act": lambda out, room, x, bias: fa.gelu(np.add(x, bias, out=out), out=out),
        "bias_act_backward": bias_act_backward,
        "softmax_cross_entropy_with_grad": softmax_cross_entropy_with_grad,
        "sigmoid_cross_entropy_with_grad": lambda out, room, x, targets: (
            fa.sigmoid_cross_entropy(x, targets, out=room),
            fa.sigmoid_cross_entropy_grad(x, targets, out=out),
        ),
    }


def _torch():
    """The losses and their gradients are new arrays, for only its autograd has them."""
    import torch
    from torch.nn import functional

    aten, never = torch.ops.aten, torch.tensor(-math.inf)

    def masked_softmax(out, room, x, mask, added):
        return aten._softmax.out(torch.where(mask, x, never, out=room), -1, False, out=out)

    def swiglu(out, room, a, b):
        return torch.mul(aten.silu.out(a, out=out), b, out=out)

    def bias_act_backward(out, room, dy, x, bias):
        dx = aten.gelu_backward.grad_input(dy, torch.add(x, bias, out=room), grad_input=out)
        return dx, dx.sum(0)

    def softmax_cross_entropy_with_grad(out, room, x, classes, rows):
        x = x.detach().requires_grad_()
        loss = functional.cross_entropy(x, classes, reduction="sum")
        return loss.detach(), torch.autograd.grad(loss, x)[0]

    def sigmoid_cross_entropy_with_grad(out, room, x, targets):
        x = x.detach().requires_grad_()
        losses = functional.binary_cross_entropy_with_logits(x, targets, reduction="none")
        return losses.detach(), torch.autograd.grad(losses, x, torch.ones_like(losses))[0]

    def softmax_merge(out, room, x, *parts):
        return torch.logsumexp(torch.cat([torch.logsumexp(part, -1, keepdim=True) for part in parts], -1), -1, keepdim=True)

    return {
        "softmax": masked_softmax,
        "causal_softmax": masked_softmax,
        "glu_packed": lambda out, room, x: aten.glu.out(x, -1, out=out),
        "geglu": lambda out, room, a, b: torch.mul(aten.gelu.out(a, out=out), b, out=out),
        "swiglu": swiglu,
        "swiglu_packed": lambda out, room, x: swiglu(out, room, *x.chunk(2, -1)),
        "bias_act": lambda out, room, x, bias: aten.gelu.out(torch.add(x, bias, out=room), out=out),
        "bias_act_backward": bias_act_backward,
        "softmax_cross_entropy_with_grad": softmax_cross_entropy_with_grad,
        "sigmoid_cross_entropy_with_grad": sigmoid_cross_entropy_with_grad,
        "softmax_merge": softmax_merge,
    }


def _torch_added():
    """A mask of 0 and -infinity, that stands there and is added."""
    import torch

    def masked_softmax(out, room, x, mask, added):
        return torch.ops.aten._softmax.out(torch.add(x, added, out=room), -1, False, out=out)

    return {"softmax": masked_softmax, "causal_softmax": masked_softmax}


def _formula():
    """They return new arrays."""

    def computed(row, out, room, *operands):
        return row.formula(*operands)

    return {name: partial(computed, row) for name, row in ROWS.items()}


def _sort():
    def sort(out, room, x):
        np.copyto(out, x)
        out.sort(axis=-1)

    return {"sparsemax": sort, "entmax15": sort}


CONTENDERS = {  # what stands before a comma is whose they are
    "fastact": _fastact,
    "fastact, unfused": _unfused,
    "PyTorch": _torch,
    "PyTorch, added mask": _torch_added,
    "formula": _formula,
    f"fastact{PART}softmax": lambda: {"softmax": lambda out, room, x, mask, added: fa.softmax(x, out=out)},
    f"NumPy{PART}sort": _sort,
    f"fastact{PART}logsumexp": lambda: {"softmax_merge": lambda out, room, x, *parts: fa.logsumexp(x)},
}


@cache
def calls(contender):
    return CONTENDERS[contender]()


def library_of(contender):
    return contender.partition(",")[0]


def contenders(name, libraries):
    """Who computes a row, or a part of it."""
    return [one for one in CONTENDERS if library_of(one) in ("fastact", "formula", *libraries) and name in calls(one)]


def prepared(name, contender, operands, shape, threads):
    """A call without arguments."""
    arrays = [np.empty(shape, np.float32), np.empty(shape, np.float32), *operands]
    if library_of(contender) == "PyTorch":
        import torch

        torch.set_num_threads(threads)
        arrays = map(torch.from_numpy, arrays)
    return partial(calls(contender)[name], *arrays)


def results(returned):
    """Of a call: one array or more."""
    return [np.asarray(one, np.float64) for one in (returned if isinstance(returned, tuple) else (returned,))]


def exact(name, operands):
    """The results in float64."""
    return results(ROWS[name].formula(*(x.astype(np.float64) if x.dtype == np.float32 else x for x in operands)))


def fitted(shape, most):
    """The shape of so many elements at most: of fewer rows, then of shorter ones."""
    for k in range(len(shape)):
        shape = *shape[:k], max(1, min(shape[k], most // math.prod(shape[k + 1 :]))), *shape[k + 1 :]
    return shape
