"""The main job: an N-layer network that learns handwritten digits, and what each activation costs and errs.

NumPy makes the matrix products, fastact everything else.
"""

import math
import os
import time
from functools import partial
from statistics import geometric_mean, median
from timeit import Timer
from typing import NamedTuple

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import peers, reference, terminal

ELEMENTS = 2**18  # of the arrays that are timed
BATCH_SIZE = 32  # of the training
POINTS = 250  # among them, where errors are measured
FEWEST = 5  # rounds, however long they take
BATCH = 1e-3  # seconds: calls that take less are timed several at once
QUIET = 0.9  # of the time: this thread runs so much of it where no other programs want its processor
STEADY = 1.2  # times the least: what half of the rounds take at most, where ratios can be trusted
LOAD = os.getloadavg()[0]  # before this began


class Norms:
    """An optimiser over another, or over none, which changes nothing: it notes the norm of each layer's weights' gradient."""

    def __init__(self, optimizer=None):
        self.optimizer, self.steps = optimizer, []

    def update(self, parameters, gradients, **kwargs):
        self.steps.append([float(np.linalg.norm(gradient)) for gradient in gradients if gradient.ndim == 2])
        if self.optimizer:
            self.optimizer.update(parameters, gradients, **kwargs)


def network(hidden, activation, rng):
    """Fully connected layers for the digits, whose weights have the variance 2/inputs (He et al., 2015)."""
    layers = [fa.nn.Dense(units, activation, initializer="he_normal") for units in hidden]
    return fa.nn.Network([*layers, fa.nn.Dense(10, initializer="he_normal")], rng=rng)


def digits(seed):
    """Training and test halves of scikit-learn's 1797 digits of 8 x 8 pixels: x in [0, 1], labels."""
    data = load_digits()
    return train_test_split(
        (data.data / 16).astype(np.float32), data.target, test_size=0.25, random_state=seed, stratify=data.target
    )


def learn(console, options):
    """Trains the network, and returns its accuracy on the digits that it has not seen."""
    x, x_test, labels, labels_test = digits(options.seed)
    rng = np.random.default_rng(options.seed)
    net = network([options.hidden] * options.layers, options.activation, rng)
    net.build(x.shape[1:], x.dtype)
    console.print(
        f"{len(x)} digits, {options.layers} hidden layer(s) of {options.hidden} {options.activation} units, "
        f"{sum(array.size for array in net.parameters)} parameters"
    )
    norms = Norms(fa.nn.optimizers.SGD(0.1, momentum=0.9))
    with terminal.progress(console) as progress:
        task = progress.add_task("training", total=options.epochs)

        def report(epoch, logs):
            progress.update(task, advance=1, description=f"loss {logs['loss']:.4f}")
            if epoch % max(1, options.epochs // 8) == 0 or epoch == options.epochs - 1:
                console.print(f"epoch {epoch + 1:4}  loss {logs['loss']:.4f}")

        try:
            net.fit(x, labels, options.epochs, BATCH_SIZE, norms, rng=rng, callbacks=[report])
        except FloatingPointError as error:  # of a network that diverges
            console.print(f"training ended: {error}")
    accuracy = net.evaluate(x_test, labels_test)["accuracy"]
    console.print(f"test accuracy {accuracy:.1%} of {len(x_test)} unseen digits")
    steps = math.ceil(len(x) / BATCH_SIZE)
    table = terminal.table("layer", "first epoch", "last epoch")
    for i, layer in enumerate(np.transpose(norms.steps)):
        table.add_row(str(i + 1), f"{layer[:steps].mean():.2e}", f"{layer[-steps:].mean():.2e}")
    terminal.show(console, "Mean gradient norm of each layer's weights", table)
    return accuracy, len(x_test)


def vanish(console, options, depth=10):
    """Gradients at the first step through a deep stack: those of sigmoid, whose slope is 0.25 at most, vanish."""
    x, _, labels, _ = digits(options.seed)
    names, norms = ("relu", "sigmoid"), Norms()
    for name in names:
        net = network([options.hidden] * depth, name, np.random.default_rng(options.seed))
        net.fit(x, labels, batch_size=len(x), optimizer=norms)
    table = terminal.table("layer", *names)
    for i, row in enumerate(zip(*norms.steps)):
        table.add_row(str(i + 1), *(f"{norm:.1e}" for norm in row))
    terminal.show(console, f"Vanishing gradients: norms in a stack of {depth} hidden layers, before training", table)


class Measured(NamedTuple):
    """An activation as NumPy evaluates its formula, and as fastact computes it: seconds of a call in each round, errors."""

    name: str
    theirs: list
    ours: list
    their_error: float
    our_error: float

    @property
    def ratio(self):
        """Of the least times, which other programs disturb least."""
        return min(self.theirs) / min(self.ours)

    @property
    def spread(self):
        """What half of fastact's rounds take at least, in least times."""
        return median(self.ours) / min(self.ours)


def alternate(calls, seconds):
    """The seconds of each call in every round.  The calls take turns in a round, and the order turns too; each runs once
    uncounted, then a batch that counts, so that its data are near and its threads awake."""
    timers = [Timer(call) for call in calls]
    numbers = [max(1, math.ceil(BATCH / min(timer.repeat(2, 1)))) for timer in timers]
    found, end = [[] for _ in calls], time.perf_counter() + seconds
    while len(found[0]) < FEWEST or time.perf_counter() < end:
        for i in sorted(range(len(calls)), reverse=len(found[0]) % 2 == 1):
            timers[i].timeit(1)
            found[i].append(timers[i].timeit(numbers[i]) / numbers[i])
    return found


def largest_error(results, formula, x, parameters):
    exact, _ = reference.Formula(formula, x.dtype, **parameters).table(x)
    return float(reference.errors(results, exact, x.dtype).max())


def measured(seed, seconds):
    """Every activation, one after another."""
    x = (4 * np.random.default_rng(seed).standard_normal(ELEMENTS)).astype(np.float32)
    out, some = np.empty_like(x), np.sort(x)[:: ELEMENTS // POINTS]
    for row in ufuncs.activations:
        name, formula, function = row.name, row.formula, getattr(fa, row.name)
        parameters = {p: float(np.float32(0.25 if v is None else v)) for p, v in row.parameters.items()}
        plain = partial(peers.calls("formula", "float32")[name], parameters=parameters.values())
        with np.errstate(all="ignore"):
            theirs, ours = alternate([plain([x]), partial(function, x, **parameters, out=out)], seconds)
            their_results = np.broadcast_to(plain([some])(), some.shape)
        both = their_results, function(some, **parameters)
        errors = (largest_error(results, formula, some, parameters) for results in both)
        yield Measured(name, theirs, ours, *errors)


def measure(console, options, found):
    """Appends every activation to a list; returns the share of the time in which this thread ran: 1 on a quiet machine."""
    began, ran = time.perf_counter(), time.thread_time()
    with terminal.progress(console) as progress:
        for one in progress.track(measured(options.seed, options.seconds), len(ufuncs.activations), description="measuring"):
            found.append(one)
    return (time.thread_time() - ran) / (time.perf_counter() - began)


def tell(console, found):
    """A table with a row for each activation, and what its columns are."""
    table = terminal.table("", "NumPy,\nns", "fastact,\nns", "ratio", "NumPy,\nULP", "fastact,\nULP")
    for one in found:
        times = (f"{min(seconds) / ELEMENTS * 1e9:.2f}" for seconds in (one.theirs, one.ours))
        table.add_row(one.name, *times, f"{one.ratio:.1f}", units(one.their_error), units(one.our_error))
    threads = fa.get_num_threads()
    terminal.show(console, f"{ELEMENTS:,} float32 elements: NumPy on 1 thread, fastact on {threads}", table)
    columns = {
        "ns": "of an element, in the fastest of the rounds, in which both take turns",
        "ratio": "NumPy's time over fastact's",
        "ULP": f"the largest error of about {POINTS} elements, in units in the last place; inf where one is infinite or NaN",
    }
    console.print()
    console.print(terminal.notes(columns))


def units(error):
    """An error in as many digits as it deserves."""
    return f"{error:.2f}" if error < 100 else f"{error:.3g}" if error < 1e5 else f"{error:.1e}"


def summary(accuracy, unseen, found, share):
    """What has been shown, in lines under headings."""
    slower = ", ".join(one.name for one in found if one.ratio < 1) or "none"
    mean = geometric_mean([one.ratio for one in found])
    ours, theirs = max(found, key=lambda one: one.our_error), max(found, key=lambda one: one.their_error)
    errors = f"{units(ours.our_error)} ULP, in {ours.name}; of NumPy's formulas {units(theirs.their_error)}, in {theirs.name}"
    spread = median(one.spread for one in found)
    if spread > STEADY:
        state = "busy; the ratios are uncertain"
    else:
        state = "quiet" if share >= QUIET else "busy"
    rounds = f"half of the rounds took {spread:.2f} times the least or longer"
    return {
        "accuracy": f"{accuracy:.1%} of {unseen} digits that the network had not seen",
        "speed": f"{mean:.1f} times NumPy's: the geometric mean of {len(found)} ratios; slower in {slower}",
        "errors": f"at most {errors}",
        "machine": f"{state}: others had {max(0, 1 - share):.0%} of the time, {rounds}, load average {LOAD:.1f} before",
        "next": "python -m fastact bench gelu: beside other libraries\n"
        "python -m fastact verify gelu: its error and its bound\n"
        "docs/benchmarks.md, docs/accuracy.md, help(fastact.gelu)",
    }


def problem(options):
    """None: each option is checked for itself."""


def run(options):
    """The demo: learn, look at the gradients, measure."""
    console, found = terminal.console(), []
    accuracy, unseen = learn(console, options)
    vanish(console, options)
    try:
        share = measure(console, options, found)
    finally:  # also where it is interrupted
        if found:
            tell(console, found)
    terminal.show(console, "Summary", terminal.notes(summary(accuracy, unseen, found, share)))
    return 0
