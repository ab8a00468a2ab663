"""Calls of every operator that the tests of PyTorch make: names, tensors and numbers, from the tables."""

import torch
from fastact._core.ufuncs import built

REQUIRED = {"threshold": (0.3, -0.2), "srelu": (-0.7, 0.2, 0.8, 0.4)}  # numbers that have no default
POSITIVE = ("logit", "thin_plate")  # which have no value below 0, or none above 1
ALONG = ("softmax", "log_softmax", "sparsemax", "entmax15", "entmax", "logsumexp")
ROWS = {row.name: row for row in (*built.activations, *built.gates)}
GATES = {row.name for row in built.gates}
LOSSES = ("cross_entropy", "sigmoid_cross_entropy")
NAMES = (*ROWS, *ALONG, *LOSSES)


def tensor(*shape, dtype=torch.float64, seed=0, between=None, grad=False):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(shape, generator=generator, dtype=torch.float64)
    if between is not None:
        low, high = between
        x = low + (high - low) * torch.sigmoid(x)
    return x.to(dtype).requires_grad_(grad)


def tensors_of(name, *shape, dtype=torch.float64, grad=False):
    """The operands of an activation or a gated unit."""
    between = (0.1, 0.9) if name in POSITIVE else None
    made = [tensor(*shape, dtype=dtype, between=between, grad=grad)]
    if name in GATES:
        made.append(tensor(*shape, dtype=dtype, seed=1, grad=grad))
    elif name == "prelu":
        made.append(tensor(shape[-1], dtype=dtype, seed=1, between=(0.1, 0.5), grad=grad))
    return made


def call_of(name, *shape, dtype=torch.float64, grad=False):
    """All arguments of a differentiable operator."""
    shape = shape or (3, 4)
    if name == "cross_entropy":
        target = torch.arange(shape[0]) % shape[1]
        target[0] = -100
        return [
            tensor(*shape, dtype=dtype, grad=grad),
            target,
            tensor(shape[1], dtype=dtype, between=(0.5, 2)),
            "mean",
            -100,
            0.1,
        ]
    if name == "sigmoid_cross_entropy":
        others = [tensor(*shape, dtype=dtype, seed=1, between=(0, 1)), tensor(shape[-1], dtype=dtype, seed=2, between=(0.5, 2))]
        return [tensor(*shape, dtype=dtype, grad=grad), *others]
    if name in ALONG:
        return [tensor(*shape, dtype=dtype, grad=grad), *([1.3] if name == "entmax" else []), 0]
    return [*tensors_of(name, *shape, dtype=dtype, grad=grad), *REQUIRED.get(name, ())]


def op_of(name):
    return getattr(torch.ops.fastact, name).default


def backward_calls():
    """Names of the operators that are gradients, each with its arguments; and of the kernels alone."""
    for name, row in ROWS.items():
        call = call_of(name)
        dy = tensor(3, 4, seed=3)
        yield f"{name}_forward", call
        yield f"{name}_differentiable", call_of(name, grad=True)
        yield f"{name}_backward", [dy, *call]
        if row.from_output is not None:
            yield f"{name}_backward_from_output", [dy, torch.sigmoid(call[0]), *call[1:]]
    for name in ALONG:
        call = call_of(name)
        yield f"{name}_forward", call
        yield f"{name}_differentiable", call_of(name, grad=True)
        if name != "logsumexp":
            yield f"{name}_backward", [tensor(3, 4, seed=3), op_of(name)(*call), *call[1:]]
    for name in LOSSES:
        yield f"{name}_with_grad", call_of(name)
