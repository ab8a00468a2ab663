"""Attention with a causal mask learns to repeat a sequence.  The forward and backward passes are written out by hand.

A sequence is eight random digits, twice.  After each digit the model predicts the next one.  In the second half this is
possible, but only by looking back at the first half: the last digit alone says nothing about the next one.  `--check` compares
the gradients with finite differences first.  Needs only NumPy and fastact.
"""

import argparse
import math

import numpy as np

import fastact as fa
from fastact import nn

DIGITS, HALF, WIDTH = 10, 8, 32
LENGTH = 2 * HALF - 1  # digits that are read; after the last one there is none to predict
UNASKED = -1  # the target in the first half, which cannot be predicted: not counted in the loss
TEMPERATURE = math.sqrt(WIDTH)  # what scores are divided by


def sequences(count, rng):
    """Digits, and for each of them the digit that follows."""
    whole = np.tile(rng.integers(DIGITS, size=(count, HALF)), 2)
    targets = whole[:, 1:].copy()
    targets[:, : HALF - 1] = UNASKED
    return whole[:, :-1], targets


def parameters(dtype, rng):
    """Parameters by name: vectors for digits and places, matrices of attention and of the outputs, gamma and beta."""
    shapes = {"digit": (DIGITS, WIDTH), "place": (LENGTH, WIDTH), "answer": (WIDTH, DIGITS)}
    shapes |= dict.fromkeys(("query", "key", "value", "output"), (WIDTH, WIDTH))
    drawn = {name: nn.init.normal(shape, 0, 1 / TEMPERATURE, rng=rng, dtype=dtype) for name, shape in shapes.items()}
    return drawn | {"gamma": np.ones(WIDTH, dtype), "beta": np.zeros(WIDTH, dtype), "scale": np.ones(WIDTH, dtype)}


def forward(p, x, seen=True):
    """Logits of the next digits, and the arrays that `backward` needs; `seen` is a mask beside the causal one."""
    e = p["digit"][x] + p["place"]
    h = nn.layer_norm(e, p["gamma"], p["beta"])
    q, k, v = h @ p["query"], h @ p["key"], h @ p["value"]
    a = fa.causal_softmax(q @ k.swapaxes(1, 2), where=seen, temperature=TEMPERATURE)
    o = a @ v
    r = e + o @ p["output"]
    n = nn.rms_norm(r, p["scale"])
    return n @ p["answer"], (e, h, q, k, v, a, o, r, n)


def backward(p, x, kept, dlogits, seen=True):
    """The gradients of all parameters, by their names."""
    e, h, q, k, v, a, o, r, n = kept
    dr, dscale = nn.rms_norm_backward(dlogits @ p["answer"].T, r, p["scale"])
    do = dr @ p["output"].T
    da, dv = do @ v.swapaxes(1, 2), a.swapaxes(1, 2) @ do
    dscores = fa.causal_softmax_backward(da, a, where=seen, temperature=TEMPERATURE)
    dq, dk = dscores @ k, dscores.swapaxes(1, 2) @ q
    dh = dq @ p["query"].T + dk @ p["key"].T + dv @ p["value"].T
    de, dgamma, dbeta = nn.layer_norm_backward(dh, e, p["gamma"])
    de += dr
    ddigit = np.zeros_like(p["digit"])
    np.add.at(ddigit, x, de)
    pairs = {"answer": (n, dlogits), "output": (o, dr), "query": (h, dq), "key": (h, dk), "value": (h, dv)}
    products = {name: np.tensordot(left, right, ((0, 1), (0, 1))) for name, (left, right) in pairs.items()}
    return products | {"digit": ddigit, "place": de.sum(0), "gamma": dgamma, "beta": dbeta, "scale": dscale}


def loss_with_grad(logits, targets):
    return fa.softmax_cross_entropy_with_grad(logits, targets, reduction="mean", ignore_index=UNASKED)


def check(rng, step=1e-5):
    """Prints the derivative of the loss in a random direction of each parameter: by the gradient and by finite differences."""
    p, (x, targets) = parameters(np.float64, rng), sequences(4, rng)
    logits, kept = forward(p, x)
    gradients = backward(p, x, kept, loss_with_grad(logits, targets)[1])
    for name, array in p.items():
        direction = rng.standard_normal(array.shape)
        ahead, back = (loss_with_grad(forward(p | {name: array + h * direction}, x)[0], targets)[0] for h in (step, -step))
        difference, found = (ahead - back) / (2 * step), np.vdot(gradients[name], direction)
        print(f"gradient of {name:8} by hand {found:12.9f}, by differences {difference:12.9f}")
        assert abs(found - difference) < 1e-7 * max(1, abs(difference)), name


def train(rng, seen=True):
    """Trains on 400 batches of new sequences, and returns the parameters."""
    p, adam = parameters(np.float32, rng), nn.optimizers.Adam(3e-3)
    for step in range(1, 401):
        x, targets = sequences(64, rng)
        logits, kept = forward(p, x, seen)
        loss, dlogits = loss_with_grad(logits, targets)
        gradients = backward(p, x, kept, dlogits, seen)
        adam.update(list(p.values()), [gradients[name] for name in p])
        if step % 100 == 0:
            print(f"step {step:4}  loss {loss:.4f}  {accuracy(p, rng, seen):6.1%} of the digits of new sequences")
    return p


def accuracy(p, rng, seen=True):
    x, targets = sequences(500, rng)
    return (forward(p, x, seen)[0].argmax(-1) == targets)[targets != UNASKED].mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare gradients with finite differences first")
    options, rng = parser.parse_args(), np.random.default_rng(0)
    if options.check:
        check(rng)
    print(f"By chance {1 / DIGITS:.0%} of the digits would be right.  Attention to the last digit alone:")
    train(rng, np.eye(LENGTH, dtype=bool))
    print("Attention to all digits so far:")
    p = train(rng)
    x, _ = sequences(1, rng)
    logits, (_, _, _, _, _, a, *_) = forward(p, x)
    print("\nA new sequence, the predicted next digit in its second half, and the place with the most attention:")
    print("place     " + " ".join(f"{k:2}" for k in range(LENGTH)))
    for name, row in {"digit": x[0], "predicted": logits[0].argmax(-1), "looks at": a[0].argmax(-1)}.items():
        shown = row if name == "digit" else [" ."] * (HALF - 1) + list(row[HALF - 1 :])
        print(f"{name:10}" + " ".join(f"{one:>2}" for one in shown))


if __name__ == "__main__":
    main()
