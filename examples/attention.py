"""Attention with a causal mask, forward and backward by hand, learns to repeat what it has read.

Eight random digits come twice, and each next digit is asked for.  In the second half it is known, but only to who looks back:
the digit before it says nothing.  `--check` compares the gradients with differences first.  NumPy and fastact alone.
"""

import argparse
import math

import numpy as np

import fastact as fa
from fastact import nn

DIGITS, HALF, WIDTH = 10, 8, 32
LENGTH = 2 * HALF - 1  # digits that are read; after the last one there is nothing to ask
UNASKED = -1  # the target of the first half, which nobody can know
TEMPERATURE = math.sqrt(WIDTH)  # what scores are divided by


def sequences(count, rng):
    """Digits, and the one after each of them."""
    whole = np.tile(rng.integers(DIGITS, size=(count, HALF)), 2)
    targets = whole[:, 1:].copy()
    targets[:, : HALF - 1] = UNASKED
    return whole[:, :-1], targets


def parameters(dtype, rng):
    """By name: vectors for digits and places, matrices of attention and of the answers, factors of the normalisations."""
    shapes = {"digit": (DIGITS, WIDTH), "place": (LENGTH, WIDTH), "answer": (WIDTH, DIGITS)}
    shapes |= dict.fromkeys(("query", "key", "value", "output"), (WIDTH, WIDTH))
    drawn = {name: nn.init.normal(shape, 0, 1 / TEMPERATURE, rng=rng, dtype=dtype) for name, shape in shapes.items()}
    return drawn | {"gamma": np.ones(WIDTH, dtype), "beta": np.zeros(WIDTH, dtype), "scale": np.ones(WIDTH, dtype)}


def forward(p, x, seen=True):
    """Logits of the next digits, and what `backward` needs; `seen` says where to look beside the causal mask."""
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
    """Prints for each parameter what its gradient says of a step in a random direction, and what the loss does there."""
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
    """The parameters after 400 batches of new sequences."""
    p, adam = parameters(np.float32, rng), nn.optimizers.Adam(3e-3)
    for step in range(1, 401):
        x, targets = sequences(64, rng)
        logits, kept = forward(p, x, seen)
        loss, dlogits = loss_with_grad(logits, targets)
        gradients = backward(p, x, kept, dlogits, seen)
        adam.update(list(p.values()), [gradients[name] for name in p])
        if step % 100 == 0:
            print(f"step {step:4}  loss {loss:.4f}  {accuracy(p, rng, seen):6.1%} of new sequences' digits")
    return p


def accuracy(p, rng, seen=True):
    x, targets = sequences(500, rng)
    return (forward(p, x, seen)[0].argmax(-1) == targets)[targets != UNASKED].mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare gradients with differences first")
    options, rng = parser.parse_args(), np.random.default_rng(0)
    if options.check:
        check(rng)
    print(f"By chance {1 / DIGITS:.0%} of the digits would be right.  Looking at the last digit alone:")
    train(rng, np.eye(LENGTH, dtype=bool))
    print("Looking at all digits before, too:")
    p = train(rng)
    x, _ = sequences(1, rng)
    logits, (_, _, _, _, _, a, *_) = forward(p, x)
    print("\nA new sequence, what is expected after each digit of its second half, and where attention looks most:")
    print("place     " + " ".join(f"{k:2}" for k in range(LENGTH)))
    for name, row in {"digit": x[0], "expected": logits[0].argmax(-1), "looks at": a[0].argmax(-1)}.items():
        shown = row if name == "digit" else [" ."] * (HALF - 1) + list(row[HALF - 1 :])
        print(f"{name:10}" + " ".join(f"{one:>2}" for one in shown))


if __name__ == "__main__":
    main()
