"""A network loads the weights of a PyTorch state dict, and predicts where PyTorch is not installed.

With PyTorch, a module torch.nn.Sequential(Linear(2, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 3)) is saved by

    numpy.savez("spirals.npz", **{name: tensor.numpy() for name, tensor in module.state_dict().items()})

So that the example runs without it, fastact trains the same layers here, and saves them under PyTorch's names.  Needs only
NumPy and fastact.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ARMS = 3


def spirals(count, rng):
    """Points on the three arms of a spiral, and the number of the arm of each."""
    t, arm = rng.uniform(0.2, 1, count), rng.integers(ARMS, size=count)
    angle = 2 * np.pi * (arm / ARMS + t) + 0.1 * rng.standard_normal(count)
    return np.stack((t * np.cos(angle), t * np.sin(angle)), axis=1).astype(np.float32), arm


def write(path):
    """Trains the layers, and saves them as PyTorch would: "0.weight" of the shape (outputs, inputs), "0.bias", "2.weight" and
    so on; the modules 1 and 3 are the activations, which have no weights."""
    from fastact import nn

    rng = np.random.default_rng(0)
    net = nn.Network([nn.Dense(64, "relu"), nn.Dense(64, "relu"), nn.Dense(ARMS)])  # what comes out are logits
    net.fit(*spirals(3000, rng), epochs=40, optimizer=nn.optimizers.Adam(5e-3), rng=rng)
    kept = {}
    for place, layer in zip((0, 2, 4), net.layers):
        kept |= {f"{place}.weight": layer.W.T, f"{place}.bias": layer.b}
    np.savez(path, **kept)


def answer(path):
    """Reads the weights and predicts, as a service would."""
    start = time.perf_counter()
    from fastact import nn

    print(f"fastact was imported in {time.perf_counter() - start:.2f} s, after NumPy")
    print(f"torch is {'' if 'torch' in sys.modules else 'not '}imported")

    net = nn.Network([nn.Dense(64, "relu"), nn.Dense(64, "relu"), nn.Dense(ARMS)])
    with np.load(path) as weights:
        for name, array in weights.items():
            print(f"{name:9} {array.shape!s:9} {array.dtype}")
        net.load_weights(weights)
    x, arms = spirals(1000, np.random.default_rng(1))
    print(f"the arm is right for {(net.predict(x) == arms).mean():.1%} of {len(x)} new points")

    row, seconds = x[:1], []
    for _ in range(2000):
        start = time.perf_counter()
        net.predict(row)
        seconds.append(time.perf_counter() - start)
    print(f"a single row takes {np.median(seconds) * 1e6:.1f} microseconds")


def main():
    if len(sys.argv) > 1:
        answer(sys.argv[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spirals.npz"
        write(path)
        subprocess.run([sys.executable, __file__, path], check=True)  # another process, which has only the file


if __name__ == "__main__":
    main()
