"""The main job: an N-layer network that learns handwritten digits, and what each activation costs and errs.

NumPy makes the matrix products, fastact everything else.
"""

import math
import time
from functools import partial
from itertools import pairwise

import numpy as np
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import peers, reference

# Those that a hidden layer can use as they are: every parameter has a default.
ACTIVATIONS = [row.name for row in ufuncs.activations if None not in row.parameters.values()]


class Network:
    """Fully connected layers: A = f(Z), Z = A W + b, and softmax at the end; trained on cross-entropy.

    Parameters
    ----------
    sizes : sequence of int
        Units of each layer: inputs, hidden ones, classes.
    activation : str
        The hidden activation's name.
    rng : numpy.random.Generator
        Draws the weights, with variance 2/inputs (He et al., 2015).
    """

    def __init__(self, sizes, activation, rng, dtype=np.float32):
        self.function = getattr(fa, activation)
        self.backward = getattr(fa, f"{activation}_backward")
        pairs = list(pairwise(sizes))
        self.weights = [(rng.standard_normal(p) * math.sqrt(2 / p[0])).astype(dtype) for p in pairs]
        self.biases = [np.zeros(n, dtype) for _, n in pairs]

    @property
    def n_parameters(self):
        return sum(p.size for p in self.weights + self.biases)

    def logits(self, x):
        """Z of the last layer; keeps every A and Z for the gradients."""
        self.inputs, self.sums = [x], []
        for w, b in zip(self.weights, self.biases):
            z = self.inputs[-1] @ w + b
            self.sums.append(z)
            self.inputs.append(self.function(z))
        return z

    def loss(self, x, y):
        """Mean cross-entropy, y one-hot: -mean(sum(y log softmax(Z)))."""
        return -float((y * fa.log_softmax(self.logits(x))).sum(axis=1).mean())

    def gradients(self, x, y):
        """(dW, db) of each layer: dZ = A - Y at the end, dW = A'dZ/m, db = mean(dZ), then dZ = dA f'(Z) further down."""
        dz = fa.softmax(self.logits(x)) - y
        found = []
        for i in reversed(range(len(self.weights))):
            found.append((self.inputs[i].T @ dz / len(x), dz.mean(axis=0)))
            if i:
                dz = self.backward(dz @ self.weights[i].T, self.sums[i - 1])
        return found[::-1]

    def accuracy(self, x, labels):
        return float((self.logits(x).argmax(axis=1) == labels).mean())


def digits(seed):
    """Training and test halves of scikit-learn's 1797 digits of 8 x 8 pixels: x in [0, 1], labels."""
    data = load_digits()
    return train_test_split(
        (data.data / 16).astype(np.float32), data.target, test_size=0.25, random_state=seed, stratify=data.target
    )


def train(network, x, labels, epochs, rng, batch=32, rate=0.1, momentum=0.9, report=None):
    """Stochastic gradient descent with momentum; returns the gradient norms of each layer in the first and last epoch."""
    y = np.eye(10, dtype=x.dtype)[labels]
    speeds = [np.zeros_like(p) for p in network.weights + network.biases]
    norms = []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        total = np.zeros(len(network.weights))
        starts = range(0, len(x), batch)
        for start in starts:
            chosen = order[start : start + batch]
            found = network.gradients(x[chosen], y[chosen])
            total += [float(np.linalg.norm(dw)) for dw, _ in found]
            gradients = [dw for dw, _ in found] + [db for _, db in found]
            for parameter, speed, gradient in zip(network.weights + network.biases, speeds, gradients):
                speed *= momentum
                speed -= rate * gradient
                parameter += speed
        norms.append(total / len(starts))
        if report:
            report(epoch, network.loss(x, y))
    return norms[0], norms[-1]


def learn(console, options):
    x, x_test, labels, labels_test = digits(options.seed)
    rng = np.random.default_rng(options.seed)
    network = Network([64, *[options.hidden] * options.layers, 10], options.activation, rng)
    console.print(
        f"{len(x)} digits, {options.layers} hidden layer(s) of {options.hidden} {options.activation} units, "
        f"{network.n_parameters} parameters"
    )
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("training", total=options.epochs)

        def report(epoch, loss):
            progress.update(task, advance=1, description=f"loss {loss:.4f}")
            if epoch % max(1, options.epochs // 8) == 0 or epoch == options.epochs - 1:
                console.print(f"epoch {epoch + 1:4}  loss {loss:.4f}")

        first, last = train(network, x, labels, options.epochs, rng, report=report)
    console.print(f"test accuracy [bold]{network.accuracy(x_test, labels_test):.1%}[/] of {len(x_test)} unseen digits")

    table = Table(title="Mean gradient norm of each layer's weights")
    for heading in ("layer", "first epoch", "last epoch"):
        table.add_column(heading, justify="right")
    for i, (a, b) in enumerate(zip(first, last)):
        table.add_row(str(i + 1), f"{a:.2e}", f"{b:.2e}")
    console.print(table)


def vanish(console, options, depth=10):
    """Gradients at the first step through a deep stack: those of sigmoid, whose slope is 0.25 at most, vanish."""
    x, _, labels, _ = digits(options.seed)
    y = np.eye(10, dtype=x.dtype)[labels]
    names = ("relu", "sigmoid")
    norms = []
    for name in names:
        network = Network([64, *[options.hidden] * depth, 10], name, np.random.default_rng(options.seed))
        norms.append([np.linalg.norm(dw) for dw, _ in network.gradients(x, y)])
    table = Table(title=f"Vanishing gradients: norms in a stack of {depth} hidden layers, before training")
    for heading in ("layer", *names):
        table.add_column(heading, justify="right")
    for i, row in enumerate(zip(*norms)):
        table.add_row(str(i + 1), *(f"{norm:.1e}" for norm in row))
    console.print(table)


def best_time(call, repeats=5):
    best = math.inf
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def largest_error(results, formula, x, parameters):
    exact, _ = reference.Formula(formula, x.dtype, **parameters).table(x)
    return float(reference.errors(results, exact, x.dtype).max())


def measure(console, options, n=1_000_000, samples=250):
    """Time per element and largest error of every activation, as NumPy evaluates its formula and as fastact computes it."""
    rng = np.random.default_rng(options.seed)
    x = (4 * rng.standard_normal(n)).astype(np.float32)
    out = np.empty_like(x)
    some = np.sort(x)[:: n // samples]
    table = Table(title=f"{n:,} float32 elements, {fa.get_num_threads()} thread(s): ns per element, largest error in ULP")
    for heading in ("activation", "NumPy ns", "fastact ns", "ratio", "NumPy ULP", "fastact ULP"):
        table.add_column(heading, justify="left" if heading == "activation" else "right")
    with Progress(console=console, transient=True) as progress:
        for row in progress.track(ufuncs.activations, description="measuring"):
            name, formula, function = row.name, row.formula, getattr(fa, row.name)
            parameters = {p: float(np.float32(0.25 if v is None else v)) for p, v in row.parameters.items()}
            plain = partial(peers.calls("formula", "float32")[name], parameters=parameters.values())
            with np.errstate(all="ignore"):
                theirs = best_time(plain([x]), 2)
                their_error = largest_error(np.broadcast_to(plain([some])(), some.shape), formula, some, parameters)
            ours = best_time(lambda: function(x, **parameters, out=out))
            our_error = largest_error(function(some, **parameters), formula, some, parameters)
            error = f"{their_error:.3g}" if their_error < 1e5 else f"{their_error:.1e}"
            table.add_row(
                name, f"{theirs / n * 1e9:.2f}", f"{ours / n * 1e9:.2f}", f"{theirs / ours:.1f}", error, f"{our_error:.2f}"
            )
    console.print(table)


def problem(options):
    """What is wrong with the options, or None."""
    if options.activation not in ACTIVATIONS:
        return f"--activation: {options.activation!r} is not one of {', '.join(ACTIVATIONS)}"


def run(options):
    """The demo: learn, look at the gradients, measure."""
    console = Console()
    learn(console, options)
    vanish(console, options)
    measure(console, options)
    return 0
