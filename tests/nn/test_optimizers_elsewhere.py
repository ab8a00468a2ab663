"""Optimisers take the steps of PyTorch's and Keras's, by their arguments, where these are installed."""

import os

import numpy as np
import pytest

from fastact.nn.optimizers import SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Lion, Nadam, RMSProp

# ours, theirs, and how near they are in float64
OF_TORCH = {
    "sgd": (lambda: SGD(0.1), "SGD", {"lr": 0.1}, 1e-12),
    "decay": (lambda: SGD(0.1, weight_decay=0.1), "SGD", {"lr": 0.1, "weight_decay": 0.1}, 1e-12),
    "momentum": (lambda: SGD(0.1, 0.9, weight_decay=0.1), "SGD", {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.1}, 1e-12),
    "nesterov": (lambda: SGD(0.1, 0.9, True), "SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True}, 1e-12),
    "adagrad": (Adagrad, "Adagrad", {}, 1e-12),
    "adagrad, more": (
        lambda: Adagrad(0.1, weight_decay=0.1, initial_accumulator_value=0.1),
        "Adagrad",
        {"lr": 0.1, "weight_decay": 0.1, "initial_accumulator_value": 0.1},
        1e-12,
    ),
    "rmsprop": (RMSProp, "RMSprop", {}, 1e-12),
    "rmsprop, more": (
        lambda: RMSProp(rho=0.9, momentum=0.9, weight_decay=0.1),
        "RMSprop",
        {"alpha": 0.9, "momentum": 0.9, "weight_decay": 0.1},
        1e-12,
    ),
    "centered": (lambda: RMSProp(centered=True), "RMSprop", {"centered": True}, 1e-9),
    "centered, more": (
        lambda: RMSProp(centered=True, momentum=0.9), "RMSprop", {"centered": True, "momentum": 0.9}, 1e-9),
    "adadelta": (lambda: Adadelta(weight_decay=0.1), "Adadelta", {"weight_decay": 0.1}, 1e-12),
    "adam": (Adam, "Adam", {}, 1e-12),
    "adam, more": (
        lambda: Adam(0.01, 0.8, 0.99, 1e-6, 0.1), "Adam", {"lr": 0.01, "betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.1},
        1e-12),
    "adamw": (AdamW, "AdamW", {}, 1e-12),
    "amsgrad": (lambda: AMSGrad(0.01), "Adam", {"lr": 0.01, "amsgrad": True}, 1e-12),
    "nadam": (lambda: Nadam(weight_decay=0.1), "NAdam", {"weight_decay": 0.1}, 1e-7),
}  # fmt: skip


def gradients_of_steps(dtype, count=100):
    rng = np.random.default_rng(7)
    return [(rng.normal(size=(5, 7)) * 10 ** rng.uniform(-2, 0.5)).astype(dtype) for _ in range(count)]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", OF_TORCH)
def test_agreement_with_pytorch(name, dtype):
    torch = pytest.importorskip("torch")
    make, theirs, given, near = OF_TORCH[name]
    p = np.random.default_rng(8).normal(size=(5, 7)).astype(dtype)
    parameter = torch.nn.Parameter(torch.tensor(p))
    ours, other = make(), getattr(torch.optim, theirs)([parameter], **given)
    for g in gradients_of_steps(dtype):
        parameter.grad = torch.tensor(g)
        other.step()
        ours.update([p], [g])
    expected = parameter.detach().numpy()
    np.testing.assert_allclose(
        p, expected, rtol=near if dtype == np.float64 else 1e-5, atol=near if dtype == np.float64 else 1e-5
    )


RATE = 2.0**-5  # Keras keeps it in float32
OF_KERAS = {
    "sgd": (lambda: SGD(RATE), "SGD", {}),
    "momentum": (lambda: SGD(RATE, 0.875), "SGD", {"momentum": 0.875}),
    "nesterov": (lambda: SGD(RATE, 0.875, True), "SGD", {"momentum": 0.875, "nesterov": True}),
    "adagrad": (
        lambda: Adagrad(RATE, epsilon=1e-7, initial_accumulator_value=0.1, epsilon_at="inside"), "Adagrad", {}),
    "rmsprop": (lambda: RMSProp(RATE, 0.9, epsilon=1e-7, epsilon_at="inside"), "RMSprop", {}),
    "rmsprop, more": (
        lambda: RMSProp(RATE, 0.9, 0.875, 1e-7, epsilon_at="inside"), "RMSprop", {"momentum": 0.875}),
    "centered": (lambda: RMSProp(RATE, 0.9, 0.0, 1e-7, True, epsilon_at="inside"), "RMSprop", {"centered": True}),
    "adadelta": (lambda: Adadelta(RATE, 0.95, 1e-7), "Adadelta", {}),
    "adam": (lambda: Adam(RATE, epsilon=1e-7, epsilon_at="hat"), "Adam", {}),
    "adamw": (lambda: AdamW(RATE, epsilon=1e-7, weight_decay=2.0**-8, epsilon_at="hat"), "AdamW", {"weight_decay": 2.0**-8}),
    "amsgrad": (lambda: AMSGrad(RATE, epsilon=1e-7, epsilon_at="hat"), "Adam", {"amsgrad": True}),
    "nadam": (lambda: Nadam(RATE, epsilon=1e-7, momentum_decay=1.0), "Nadam", {}),
    "lion": (lambda: Lion(RATE), "Lion", {}),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", OF_KERAS)
def test_agreement_with_keras(name, dtype):
    os.environ.setdefault("KERAS_BACKEND", "torch")
    keras = pytest.importorskip("keras", exc_type=ImportError)
    make, theirs, given = OF_KERAS[name]
    p = np.random.default_rng(8).normal(size=(5, 7)).astype(dtype)
    variable = keras.Variable(p.copy(), dtype=np.dtype(dtype).name)
    ours, other = make(), getattr(keras.optimizers, theirs)(learning_rate=RATE, **given)
    for g in gradients_of_steps(dtype):
        other.apply([keras.ops.convert_to_tensor(g, dtype=np.dtype(dtype).name)], [variable])
        ours.update([p], [g])
    near = 1e-5 if dtype == np.float32 else 1e-9 if name == "centered" else 1e-12
    np.testing.assert_allclose(p, keras.ops.convert_to_numpy(variable), rtol=near, atol=near)
