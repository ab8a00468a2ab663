"""The main job, told as a story: an N-layer network learns handwritten digits, and it is shown why activations matter, how
fast each of them is and how exact.

NumPy makes the matrix products, fastact everything else.
"""

import math
import os
import textwrap
import time
from functools import partial
from statistics import geometric_mean, median
from timeit import Timer
from typing import NamedTuple

import numpy as np

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import peers, reference, terminal
from fastact.lab.data import digits

WIDTH = 80  # of the text, at most
SHADES = " .:-=+*#%@"  # of a pixel, from white to black
BATCH_SIZE = 32  # of the training
RATE, MOMENTUM = 0.02, 0.9  # of stochastic gradient descent
GOOD = 0.95  # an accuracy
DEPTH = 10  # hidden layers, of a deep network
COMPARED = ("sigmoid", "relu", "gelu")
QUESTIONS = {"Which digit?": 10, "Odd or even?": 2}  # and how many answers there are: a label modulo this number
SCORES = np.array([2.0, 1.0, 0.1])
ELEMENTS = 2**18  # of the arrays that are timed
POINTS = 250  # among them, where errors are measured
FEWEST = 5  # rounds, however long they take
BATCH = 1e-3  # seconds: calls that take less are timed several at once
QUIET = 0.9  # of the time: this thread runs so much of it where no other programs want its processor
STEADY = 1.2  # times the least: what half of the rounds take at most, where ratios can be trusted
LOAD = os.getloadavg()[0]  # before this began


def chapter(console, title, text):
    """A title, and what is to be seen below it."""
    console.print(f"\n{title}\n", style="bold")
    say(console, text)


def say(console, text):
    console.print(textwrap.fill(" ".join(text.split()), min(WIDTH, console.width)) + "\n", soft_wrap=True)


# ---- networks ----------------------------------------------------------------------------------------------------------------


def network(hidden, activation, seed, answers=10):
    """Fully connected layers, and a score for each answer."""
    return fa.nn.Network([*(fa.nn.Dense(units, activation) for units in hidden), fa.nn.Dense(answers)], rng=seed)


class Training(NamedTuple):
    """What was found after each epoch, and the error of a network that diverges."""

    losses: list
    accuracies: list  # on the unseen digits
    error: FloatingPointError | None

    @property
    def accuracy(self):
        return "diverged" if self.error else f"{self.accuracies[-1]:.1%}"

    @property
    def epochs_to_good(self):
        return next((str(epoch) for epoch, accuracy in enumerate(self.accuracies, 1) if accuracy >= GOOD), "never")


def trained(net, data, options):
    """Trains a network."""
    losses, accuracies, error = [], [], None

    def note(epoch, logs):
        losses.append(logs["loss"])
        accuracies.append(logs["val_accuracy"])

    optimizer, unseen = fa.nn.optimizers.SGD(RATE, momentum=MOMENTUM), (data.unseen, data.answers)
    try:
        net.fit(data.x, data.labels, options.epochs, BATCH_SIZE, optimizer, unseen, rng=options.seed, callbacks=[note])
    except FloatingPointError as found:
        error = found
    return Training(losses, accuracies, error)


def compared(options):
    """The activations that are compared: the chosen one, too."""
    return list(dict.fromkeys((*COMPARED, options.activation)))


def learn(console, data, options):
    """Trains the network, and returns its accuracy on the digits that it has not seen."""
    net = network([options.hidden] * options.layers, options.activation, options.seed)
    net.build(data.x.shape[1:], data.x.dtype)
    parameters = sum(array.size for array in net.parameters)
    chapter(
        console,
        "1. A network learns to read digits",
        f"""A network consists of layers. Each layer multiplies its inputs by weights, adds biases, and applies an activation
        function to the result. Here {len(data.x)} pictures of handwritten digits, of 8 x 8 pixels, go through
        {options.layers} hidden layer(s) of {options.hidden} {options.activation} units. The output is ten scores, one for
        each digit. After every batch of {BATCH_SIZE} pictures all {parameters} parameters, the weights and biases, change a
        little, so that the scores of the right digits rise. The table shows that the loss falls, and that the network learns
        to read digits that it was not trained on.""",
    )
    training = trained(net, data, options)
    table = terminal.table("epoch", "loss", "unseen digits\nread right")
    for epoch in sorted({*range(0, len(training.losses), max(1, options.epochs // 8)), len(training.losses) - 1} - {-1}):
        table.add_row(f"{epoch + 1:5}", f"{training.losses[epoch]:.4f}", f"{training.accuracies[epoch]:.1%}")
    console.print(table)
    console.print()
    if training.error:
        say(console, f"The training ended early: {training.error}.")
    with np.errstate(all="ignore"):  # of a network that has diverged
        found = net.predict(data.unseen)
    show_pictures(console, data, found)
    accuracy = (found == data.answers).mean()
    console.print(f"\n{accuracy:.1%} of the unseen digits are read right; by chance it would be 10%.")
    return accuracy


def show_pictures(console, data, found):
    """Three unseen digits that are read right, and one that is not, side by side."""
    right = np.flatnonzero(found == data.answers)
    chosen = [*right[:3], *np.flatnonzero(found != data.answers)[:1], *right[3:]][:4]
    console.print("    ".join(f"{f'{data.answers[k]}, read as {found[k]}':16}" for k in chosen).rstrip())
    for rows in zip(*(data.unseen[k].reshape(8, 8) for k in chosen)):
        pixels = ("".join(2 * SHADES[int(shade * (len(SHADES) - 1))] for shade in row) for row in rows)
        console.print("    ".join(pixels).rstrip())


def bend(console, data, options):
    """The same network without an activation, and with several."""
    chapter(
        console,
        "2. Why there are activations",
        f"""Without activations any number of layers is equivalent to one linear layer, which can separate classes only by
        flat borders. Flat borders suffice to tell most of the ten digits apart, but not to separate the even digits from the
        odd ones. The same network is trained here on both questions, without an activation and with several. The table has
        the accuracy on unseen digits after {options.epochs} epochs, and the number of epochs that it took to reach
        {GOOD:.0%}. Without an activation the network does worse at the second question; with sigmoid it learns more slowly
        than with relu or gelu.""",
    )
    names, rows = [None, *compared(options)], []
    with terminal.progress(console) as progress:
        for name in progress.track(names, description="comparing"):
            found = []
            for answers in QUESTIONS.values():
                net = network([options.hidden] * options.layers, name, options.seed, answers)
                training = trained(net, data.asked(answers), options)
                found += training.accuracy, training.epochs_to_good
            rows.append((name or "none (linear)", *found))
    headings = (heading for question in QUESTIONS for heading in (f"{question}\naccuracy", f"epochs\nto {GOOD:.0%}"))
    table = terminal.table("activation", *headings)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def norms(net, data):
    """Those of the gradients of each layer's weights, over all digits to learn from."""
    with np.errstate(all="ignore"):
        _, dy = fa.softmax_cross_entropy_with_grad(net.forward(data.x, training=True), data.labels, reduction="mean")
        net.backward(dy)
        return [float(np.linalg.norm(layer.dW)) for layer in net.layers]


def vanish(console, data, options):
    """Gradients at the first step through a deep stack, and what it learns."""
    chapter(
        console,
        f"3. Gradients vanish in {DEPTH} layers of sigmoid",
        f"""Weights are changed in proportion to their gradients. Gradients are computed from the last layer back to the first,
        and each layer multiplies them by the derivative of its activation. The derivative of sigmoid is at most 1/4; those of
        relu and gelu are about 1 in half of the units. The table has the norms of the gradients of each layer's weights
        before training, and the accuracy on unseen digits after {options.epochs} epochs. With sigmoid almost nothing is left
        of the gradient in the first layers, and the network only guesses.""",
    )
    names, columns, learnt = compared(options), [], []
    with terminal.progress(console) as progress:
        for name in progress.track(names, description="deep networks"):
            net = network([options.hidden] * DEPTH, name, options.seed)
            columns.append(norms(net, data))
            learnt.append(trained(net, data, options).accuracy)
    table = terminal.table("layer", *names)
    for layer, row in enumerate(zip(*columns), 1):
        table.add_row(str(layer), *(f"{norm:.1e}" for norm in row), end_section=layer > DEPTH)
    table.add_row("accuracy", *learnt)
    console.print(table)


def naive_softmax(scores):
    return np.exp(scores) / np.exp(scores).sum()


def share(console):
    """Softmax, and its plain formula."""
    chapter(
        console,
        "4. Softmax turns scores into probabilities",
        """Softmax divides the exponential of each score by the sum of all exponentials. The results are positive, their sum
        is 1, and only the differences between scores matter. If all scores are larger by 998, the exponentials overflow, and
        the plain formula divides infinity by infinity, which gives nan (not a number). With fastact.softmax the
        probabilities are the same as before.""",
    )
    table = terminal.table("", *(f"class {k}" for k, _ in enumerate(SCORES, 1)), "sum")
    for scores in (SCORES, SCORES + 998):
        table.add_row("scores", *(f"{score:g}" for score in scores))
        for name, function in {"the formula": naive_softmax, "fastact.softmax": fa.softmax}.items():
            with np.errstate(all="ignore"):
                shares = function(scores)
            last = name != "the formula"
            table.add_row(name, *(f"{one:.3f}" for one in shares), f"{shares.sum():.3f}", end_section=last)
    console.print(table)


# ---- what each activation costs and errs -------------------------------------------------------------------------------------


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
            both = np.broadcast_to(plain([some])(), some.shape), function(some, **parameters)
        exact, _ = reference.Formula(formula, x.dtype, **parameters).table(some)
        yield Measured(name, theirs, ours, *(float(reference.errors(results, exact, x.dtype).max()) for results in both))


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
    console.print(f"{ELEMENTS:,} float32 elements: NumPy on 1 thread, fastact on {threads}\n")
    console.print(table)
    columns = {
        "ns": "nanoseconds for an element, in the fastest of several rounds in which both take turns",
        "ratio": "NumPy's time divided by fastact's",
        "ULP": f"largest error among about {POINTS} elements; inf where a result is wrongly infinite or NaN",
    }
    console.print()
    console.print(terminal.notes(columns))


def units(error):
    """An error in as many digits as it deserves."""
    return f"{error:.2f}" if error < 100 else f"{error:.3g}" if error < 1e5 else f"{error:.1e}"


def summary(accuracy, unseen, found, ran):
    """What has been shown: lines, by their headings."""
    slower = ", ".join(one.name for one in found if one.ratio < 1) or "none"
    mean = geometric_mean([one.ratio for one in found])
    ours, theirs = max(found, key=lambda one: one.our_error), max(found, key=lambda one: one.their_error)
    errors = f"{units(ours.our_error)} ULP, in {ours.name}; of NumPy's formulas {units(theirs.their_error)}, in {theirs.name}"
    spread = median(one.spread for one in found)
    if spread > STEADY:
        state = "busy; the ratios are uncertain"
    else:
        state = "quiet" if ran >= QUIET else "busy"
    rounds = f"half of the rounds took {spread:.2f} times the least or longer"
    return {
        "accuracy": f"{accuracy:.1%} of {unseen} digits that the network was not trained on",
        "speed": f"{mean:.1f} times NumPy's: the geometric mean of {len(found)} ratios; slower in {slower}",
        "errors": f"at most {errors}",
        "machine": f"{state}: others had {max(0, 1 - ran):.0%} of the time, {rounds}, load average {LOAD:.1f} before",
        "next": "python -m fastact learn vanishing -o lessons: a lesson, with pictures\n"
        "python -m fastact plot gelu silu mish --derivative -o curves.png\n"
        "python -m fastact bench gelu: its speed beside other libraries\n"
        "python -m fastact verify gelu: its error and its bound\n"
        "docs/lessons.md, docs/networks.md, examples/, docs/benchmarks.md, docs/accuracy.md",
    }


def problem(options):
    """None: each option is checked for itself."""


def run(options):
    """The story, chapter by chapter."""
    console, found = terminal.console(), []
    data = digits(options.seed)
    accuracy = learn(console, data, options)
    bend(console, data, options)
    vanish(console, data, options)
    share(console)
    chapter(
        console,
        "5. How fast and how exact each activation is",
        """fastact computes an activation in one pass over the data. The same formula in NumPy needs a pass for each of its
        operations, and rounds the numbers in each. The table compares their times, and their errors in units in the last
        place (ULP). An error of half a unit is the least that is possible in general, as results are rounded. After an error
        of a million units only one digit of seven is right; this happens where large numbers cancel.""",
    )
    try:
        quiet = measure(console, options, found)
    finally:  # also where it is interrupted
        if found:
            tell(console, found)
    terminal.show(console, "Summary", terminal.notes(summary(accuracy, len(data.unseen), found, quiet)))
    return 0
