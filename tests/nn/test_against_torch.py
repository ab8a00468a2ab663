"""Networks against PyTorch's, with the same weights: outputs, losses, gradients, steps."""

import numpy as np
import pytest

from fastact import nn

torch = pytest.importorskip("torch")
functional = torch.nn.functional

ACTIVATIONS = {
    "relu": torch.nn.ReLU(),
    "gelu": torch.nn.GELU(),
    "silu": torch.nn.SiLU(),
    "mish": torch.nn.Mish(),
    "elu": torch.nn.ELU(),
    "selu": torch.nn.SELU(),
    "softplus": torch.nn.Softplus(),
    "tanh": torch.nn.Tanh(),
    "sigmoid": torch.nn.Sigmoid(),
    "leaky_relu": torch.nn.LeakyReLU(),
    "hard_swish": torch.nn.Hardswish(),
    "log_softmax": torch.nn.LogSoftmax(-1),
}


def pair(activation, outputs=4):
    """A network, and PyTorch's with its weights."""
    net = nn.Network([nn.Dense(8, activation), nn.LayerNormalization(), nn.Dense(6, activation), nn.Dense(outputs)], rng=0)
    net.build((3,), np.float64)
    modules = [torch.nn.Linear(3, 8), ACTIVATIONS[activation], torch.nn.LayerNorm(8)]
    modules += [torch.nn.Linear(8, 6), ACTIVATIONS[activation], torch.nn.Linear(6, outputs)]
    model = torch.nn.Sequential(*modules).double()
    with torch.no_grad():
        for mine, theirs in zip(net.parameters, model.parameters(), strict=True):
            theirs.copy_(torch.from_numpy(mine.T.copy()))
    return net, model


def assert_same_weights(net, model, rtol=1e-9):
    for mine, theirs in zip(net.parameters, model.parameters(), strict=True):
        np.testing.assert_allclose(mine.T, theirs.detach().numpy(), rtol=rtol, atol=1e-12)


LOSSES = {
    "softmax_cross_entropy": functional.cross_entropy,
    "sigmoid_cross_entropy": functional.binary_cross_entropy_with_logits,
    "squared_error": functional.mse_loss,
    "absolute_error": functional.l1_loss,
    "huber": functional.huber_loss,
}


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_steps_are_those_of_pytorch(activation, loss):
    rng = np.random.default_rng(1)
    x, y = rng.standard_normal((30, 3)), rng.random((30, 4))
    y = rng.integers(0, 4, 30) if loss == "softmax_cross_entropy" else y
    net, model = pair(activation)
    net = nn.Network(net.layers, loss)
    sgd = torch.optim.SGD(model.parameters(), 0.1)
    losses = []
    for start in (0, 10, 20):
        sgd.zero_grad()
        found = LOSSES[loss](model(torch.from_numpy(x[start : start + 10])), torch.from_numpy(y[start : start + 10]))
        found.backward()
        sgd.step()
        losses.append(found.item())
    history = net.fit(x, y, batch_size=10, optimizer=nn.optimizers.SGD(0.1), shuffle=False)
    np.testing.assert_allclose(history["loss"], np.mean(losses), rtol=1e-9)
    assert_same_weights(net, model)
    np.testing.assert_allclose(net.forward(x), model(torch.from_numpy(x)).detach().numpy(), rtol=1e-8, atol=1e-12)


def test_batch_normalisation_is_pytorchs():
    x = np.random.default_rng(2).standard_normal((20, 3))
    net = nn.Network([nn.BatchNormalization()])
    layer, module = net.layers[0], torch.nn.BatchNorm1d(3).double()
    for _ in range(3):
        mine, theirs = net.forward(x, training=True), module(torch.from_numpy(x))
        np.testing.assert_allclose(mine, theirs.detach().numpy(), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(layer.mean, module.running_mean.numpy(), rtol=1e-9)
    np.testing.assert_allclose(layer.var, module.running_var.numpy(), rtol=1e-9)
    module.eval()
    np.testing.assert_allclose(net.forward(x), module(torch.from_numpy(x)).detach().numpy(), rtol=1e-9, atol=1e-12)
