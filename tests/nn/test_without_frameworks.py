"""A network that is saved where its framework is predicts where there are only NumPy and fastact."""

import numpy as np
import pytest
from saved import moved, rows
from subprocesses import assert_done, python

from fastact import nn

# An interpreter in which nothing can be imported but the standard library, NumPy and fastact.
ALONE = """
import sys

class Alone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in {*sys.stdlib_module_names, "numpy", "fastact"}:
            raise ImportError(f"{name} is not installed here")

sys.meta_path.insert(0, Alone())
for name in "torch", "keras", "sklearn", "scipy", "safetensors":
    try:
        __import__(name)
    except ImportError:
        continue
    raise AssertionError(name)
import numpy as np
from fastact import nn
"""
PREDICTING = """
path, x, y, probabilities = sys.argv[1:]
net = nn.Network.load(path)
np.save(y, net.forward(np.load(x)))
np.save(probabilities, net.predict_proba(np.load(x)))
print("done")
"""


def predicted_alone(network, x, folder):
    """What a network's file gives in such an interpreter: the outputs and the probabilities."""
    network.save(folder / "net.npz")
    np.save(folder / "x.npy", x)
    names = [folder / name for name in ("net.npz", "x.npy", "y.npy", "probabilities.npy")]
    assert_done(python(ALONE + PREDICTING, *names))
    return [np.load(name) for name in names[2:]]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_network_predicts_alone_with_the_same_bits(dtype, tmp_path):
    layers = [nn.Dense(8, "gelu"), nn.BatchNormalization(), nn.Dropout(0.5), nn.Dense(6, "swiglu"), nn.Dense(3)]
    network, x = moved(nn.Network(layers), (5,), dtype), rows(10, 5).astype(dtype)
    found = predicted_alone(network, x, tmp_path)
    for y, wanted in zip(found, [network.forward(x), network.predict_proba(x)]):
        assert y.dtype == dtype and y.tobytes() == wanted.tobytes()


def test_alone_a_file_of_safetensors_asks_for_safetensors(tmp_path):
    pytest.importorskip("safetensors")
    nn.Network([nn.Dense(2)]).save(tmp_path / "net.safetensors")
    asking = """
try:
    nn.Network.load(sys.argv[1])
except ImportError as error:
    assert "python -m pip install safetensors" in str(error)
    print("done")
"""
    assert_done(python(ALONE + asking, tmp_path / "net.safetensors"))


# Modules of PyTorch by their constructors, and the shape of a row.
MODULES = {
    "perceptron": (lambda t: [t.Linear(5, 16), t.GELU(), t.Linear(16, 16), t.GELU("tanh"), t.Linear(16, 3)], (5,)),
    "normalised": (
        lambda t: [
            t.Sequential(t.Linear(5, 16, bias=False), t.BatchNorm1d(16), t.LeakyReLU(0.2), t.Dropout(0.5)),
            t.Sequential(t.Linear(16, 16), t.LayerNorm(16), t.SiLU(), t.RMSNorm(16), t.Linear(16, 3)),
        ],
        (5,),
    ),
    "rows of two axes": (lambda t: [t.Flatten(), t.Linear(6, 8), t.PReLU(8), t.Linear(8, 4), t.Mish(), t.Linear(4, 3)], (2, 3)),
    "ending in softmax": (lambda t: [t.Linear(5, 16), t.ELU(0.5), t.Linear(16, 3), t.Softmax(-1)], (5,)),
}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_pytorch_predicts_where_pytorch_is_not(name, dtype, tmp_path):
    torch = pytest.importorskip("torch")
    make, shape = MODULES[name]
    torch.manual_seed(0)
    module = torch.nn.Sequential(*make(torch.nn)).to(getattr(torch, dtype))
    x = rows(20, *shape).astype(dtype) * 4 - 2
    with torch.no_grad():
        module(torch.from_numpy(x))  # in training: running statistics move
        module.eval()
        wanted = module(torch.from_numpy(x))
        ends_in_shares = isinstance(module[-1], torch.nn.Softmax)
        shares = wanted if ends_in_shares else torch.softmax(wanted, -1)
    y, probabilities = predicted_alone(nn.Network.from_torch(module), x, tmp_path)
    within = {"float32": 1e-5, "float64": 1e-12}[dtype]
    assert y.dtype == dtype and abs(y - wanted.numpy()).max() <= within * abs(wanted).max().item()
    assert abs(probabilities - shares.numpy()).max() <= within
