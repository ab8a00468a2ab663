"""A network learns to read handwritten digits, stops when it no longer improves, is saved, and is loaded again.

The 1797 digits of 8 x 8 pixels are scikit-learn's: python -m pip install "fastact[demo]"
"""

import tempfile
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

from fastact import nn


def divided(seed):
    """Training digits, validation digits that say when to stop, and test digits that say how good the network is."""
    data, order = load_digits(), np.random.default_rng(seed).permutation(1797)
    x, labels = (data.data[order] / 16).astype(np.float32), data.target[order]
    return (x[:1097], labels[:1097]), (x[1097:1397], labels[1097:1397]), (x[1397:], labels[1397:])


def main(seed=0):
    (x, labels), validation, (unseen, answers) = divided(seed)
    net = nn.Network([nn.Dense(128, "gelu"), nn.BatchNormalization(), nn.Dropout(0.2), nn.Dense(10)], rng=seed)
    print(net.summary(x.shape[1:]))

    stopping = nn.EarlyStopping(patience=10)  # the best weights come back when it stops
    adam = nn.optimizers.Adam(1e-3)
    history = net.fit(x, labels, 200, 32, adam, validation_data=validation, rng=seed, callbacks=[stopping])
    print(f"\n{'epoch':>5}  {'loss':>8}  {'validation loss':>15}  {'validation accuracy':>19}")
    epochs = len(history["loss"])
    for epoch in sorted({*range(0, epochs, 10), stopping.best_epoch, epochs - 1}):
        loss, of_validation, accuracy = (history[name][epoch] for name in ("loss", "val_loss", "val_accuracy"))
        mark = "  the best" if epoch == stopping.best_epoch else ""
        print(f"{epoch + 1:5}  {loss:8.4f}  {of_validation:15.4f}  {accuracy:19.1%}{mark}")
    found = net.predict(unseen)
    print(f"\ntest accuracy {net.evaluate(unseen, answers)['accuracy']:.1%} of {len(unseen)} unseen digits")

    wrong = np.flatnonzero(found != answers)
    probabilities = net.predict_proba(unseen[wrong])
    for k, p in zip(wrong[:5], probabilities):
        read, right = found[k], answers[k]
        print(f"{right} was read as {read}: probability {p[read]:.0%} for {read}, {p[right]:.0%} for {right}")

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "digits.npz"
        net.save(path)
        again = nn.Network.load(path)
        same = np.array_equal(net.forward(unseen), again.forward(unseen))
        outputs = "the same outputs, bit for bit" if same else "other outputs"
        print(f"\nsaved in {path.stat().st_size / 1000:.0f} kB; the loaded network gives {outputs}")


if __name__ == "__main__":
    main()
