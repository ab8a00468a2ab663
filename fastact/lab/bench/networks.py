"""Training step by step, and its parts: the regime `networks` of `bench`.

An *epoch* is one of a classifier with two hidden layers, in batches, with Adam; beside it stand its products of matrices
alone, in the same shapes and order, of the same library.  What an epoch takes beside these is what the library can do
something about.  Beside `MLPClassifier` stands scikit-learn's own: a call is `partial_fit`, an epoch of batches of 200.

A contender is a dict from names of rows to `prepare(form, threads, *operands)`, which returns a call without arguments.
"""

import importlib
import math
import re
from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_info

import fastact as fa
from fastact.lab import peers
from fastact.lab.bench.fused import ALL, ONE, PART, library_of

HIDDEN, CLASSES, BATCH, RATE = 256, 10, 128, 1e-4
PRODUCTS = f"{PART}products"
SINGLE = "fastact, one thread"


class Row(NamedTuple):
    """`shapes` of operands, which `draw(rng, shape)` gives; `forms` are what the name does not say."""

    shapes: tuple
    draw: Callable
    forms: tuple = ("",)


# ---- operands ----------------------------------------------------------------------------------------------------------------


def rows_and_labels(rng, shape):
    return [normal(rng, shape), rng.integers(CLASSES, size=shape[0])]


def rows_alone(rng, shape):
    return [normal(rng, shape)]


def gradients(rng, shape):
    """As many as the first axis says, or one."""
    return [list(normal(rng, shape) / 1000) if len(shape) > 1 else [normal(rng, shape) / 1000]]


def normalized(rng, shape):
    """x, gamma, beta, of the axis that is normalised."""
    return [normal(rng, shape), *(rng.random(shape[1], np.float32) + 0.5 for _ in range(2))]


def normalized_backward(rng, shape):
    return [normal(rng, shape), *normalized(rng, shape)]


def normal(rng, shape):
    return rng.standard_normal(shape, np.float32)


ACTIVATIONS = ("relu", "gelu", "mish")
ROWS_OF = ((256, 1024), (8192, 768))
CHANNELS = (*ROWS_OF, (64, 256, 14, 14))
STATES = {"SGD": 1, "Adam": 2, "AdamW": 2, "AMSGrad": 3, "Nadam": 2, "RMSProp": 1, "Adagrad": 1, "Adadelta": 2}
GIVEN = {"SGD": {"momentum": 0.9}}
ESTIMATORS = {
    "MLPClassifier, digits": ((1797, 64), 100),
    "MLPClassifier, 784-256-10": ((10000, 784), 256),
}  # rows, hidden units
SCIKIT_LEARN = "scikit-learn"

ROWS = {
    "epoch": Row(((6400, 784),), rows_and_labels, ACTIVATIONS),
    "predict": Row(((1, 784),), rows_alone, ACTIVATIONS),
    **{name: Row(((10**7,), (100, 1000)), gradients) for name in STATES},
    **{name: Row(ROWS_OF, normalized) for name in ("layer_norm", "rms_norm")},
    **{f"{name}_backward": Row(ROWS_OF, normalized_backward) for name in ("layer_norm", "rms_norm")},
    "batch_norm": Row(CHANNELS, normalized, ("training", "inference")),
    "batch_norm_backward": Row(CHANNELS, normalized_backward),
    **{
        name: Row((shape,), rows_and_labels, ("adam", "sgd"))
        for name, (shape, _) in ESTIMATORS.items()
        if SCIKIT_LEARN in peers.LIBRARIES  # without it there are none of ours
    },
}


# ---- fastact -----------------------------------------------------------------------------------------------------------------


def _fastact():
    from fastact import nn

    def network(activation, threads, x):
        layers = [nn.Dense(HIDDEN, activation), nn.Dense(HIDDEN, activation), nn.Dense(CLASSES)]
        made = nn.Network(layers, rng=np.random.default_rng(0))
        made.forward(x[:1])
        return made

    def epoch(activation, threads, x, labels):
        adam, rng = nn.optimizers.Adam(RATE), np.random.default_rng(0)
        fit = network(activation, threads, x).fit
        return partial(fit, x, labels, epochs=1, batch_size=BATCH, optimizer=adam, shuffle=True, rng=rng)

    def update(name, form, threads, gradients):
        optimizer, parameters = getattr(nn.optimizers, name)(**GIVEN.get(name, {})), [np.ones_like(g) for g in gradients]
        return partial(optimizer.update, parameters, gradients)

    def batch_norm(form, threads, x, gamma, beta, **given):
        mean, var = np.zeros_like(gamma), np.ones_like(gamma)
        given = {"mean": mean, "var": var, "axis": channels(x), "training": form == "training"} | given
        return partial(nn.batch_norm, x, gamma, beta, **given)

    return {
        "epoch": epoch,
        "predict": lambda activation, threads, x: partial(network(activation, threads, x).predict, x),
        **{name: partial(update, name) for name in STATES},
        "layer_norm": lambda form, threads, x, gamma, beta: partial(nn.layer_norm, x, gamma, beta, out=np.empty_like(x)),
        "rms_norm": lambda form, threads, x, gamma, beta: partial(nn.rms_norm, x, gamma, out=np.empty_like(x)),
        "batch_norm": lambda form, threads, x, *others: batch_norm(form, threads, x, *others, out=np.empty_like(x)),
        "layer_norm_backward": lambda form, threads, dy, x, gamma, beta: partial(
            nn.layer_norm_backward, dy, x, gamma, out=np.empty_like(x)
        ),
        "rms_norm_backward": lambda form, threads, dy, x, gamma, beta: partial(
            nn.rms_norm_backward, dy, x, gamma, out=np.empty_like(x)
        ),
        "batch_norm_backward": lambda form, threads, dy, x, gamma, beta: partial(
            nn.batch_norm_backward, dy, x, gamma, axis=channels(x), out=np.empty_like(x)
        ),
        **estimators("fastact.nn.sklearn"),
    }


def _fastact_new():
    """The same, into new arrays, as PyTorch's are."""
    without = {}
    for name, prepare in calls("fastact").items():
        if "norm" in name:
            without[name] = partial(_without_out, prepare)
    return without


def _without_out(prepare, form, threads, *operands):
    call = prepare(form, threads, *operands)
    return partial(call.func, *call.args, **{name: value for name, value in call.keywords.items() if name != "out"})


def channels(x):
    """All axes but the second, where the channels are."""
    return tuple(axis for axis in range(x.ndim) if axis != 1)


def _fastact_beside_blas():
    """An epoch in which only the products are on all threads: with ours it should not take longer."""

    def epoch(activation, threads, x, labels):
        fit = calls("fastact")["epoch"](activation, threads, x, labels)

        def call():
            with fa.num_threads(1):
                fit()

        return call

    return {"epoch": epoch}


def _streams():
    """Every array that the update reads or writes is read or written, and no more is done."""

    def streams(states, form, threads, gradients):
        arrays = [[np.ones_like(g) for g in gradients] for _ in range(states + 1)]

        def call():
            for g, first, *others in zip(gradients, *arrays):
                fa.relu_backward(g, first, out=first)
                for other in others:
                    fa.relu(other, out=other)

        return call

    return {name: partial(streams, states) for name, states in STATES.items()}


def _copy():
    def copy(form, threads, *operands):
        x = operands[0]
        return partial(fa.identity, x, out=np.empty_like(x))

    return {name: copy for name in ROWS if "norm" in name}


# ---- scikit-learn's conventions ----------------------------------------------------------------------------------------------


def estimators(module):
    """Epochs of the classifier of a module."""

    def prepare(units, solver, threads, x, labels):
        made = importlib.import_module(module).MLPClassifier((units,), solver=solver, learning_rate_init=RATE, random_state=0)
        return partial(made.partial_fit, x, labels, classes=np.arange(CLASSES))

    return {name: partial(prepare, units) for name, (_, units) in ESTIMATORS.items()}


# ---- PyTorch -----------------------------------------------------------------------------------------------------------------


def _torch(**of_optimizer):
    import torch
    from torch.nn import functional

    aten, every = torch.ops.aten, [True, True, True]

    def network(activation, x):
        act = {"relu": torch.nn.ReLU, "gelu": torch.nn.GELU, "mish": torch.nn.Mish}[activation]
        torch.manual_seed(0)
        linear = [torch.nn.Linear(*sizes) for sizes in ((x.shape[1], HIDDEN), (HIDDEN, HIDDEN), (HIDDEN, CLASSES))]
        return torch.nn.Sequential(linear[0], act(), linear[1], act(), linear[2])

    def epoch(activation, threads, x, labels):
        torch.set_num_threads(threads)
        model, x, labels, rng = network(activation, x), torch.from_numpy(x), torch.from_numpy(labels), np.random.default_rng(0)
        adam = torch.optim.Adam(model.parameters(), RATE, **of_optimizer)

        def call():
            order = torch.from_numpy(rng.permutation(len(x)))
            for k in range(0, len(x), BATCH):
                rows = order[k : k + BATCH]
                adam.zero_grad()
                functional.cross_entropy(model(x[rows]), labels[rows]).backward()
                adam.step()

        return call

    def predict(activation, threads, x):
        torch.set_num_threads(threads)
        model, x = network(activation, x), torch.from_numpy(x)

        def call():
            with torch.inference_mode():
                return model(x).argmax(1)

        return call

    def update(name, form, threads, gradients):
        torch.set_num_threads(threads)
        given = GIVEN.get(name, {}) | of_optimizer
        kind = {"RMSProp": "RMSprop", "Nadam": "NAdam", "AMSGrad": "Adam"}.get(name, name)
        if name == "AMSGrad":
            given["amsgrad"] = True
        parameters = [torch.nn.Parameter(torch.ones(g.shape)) for g in gradients]
        for parameter, g in zip(parameters, gradients):
            parameter.grad = torch.from_numpy(g)
        return getattr(torch.optim, kind)(parameters, lr=1e-3, **given).step

    def normalization(prepare, form, threads, *operands):
        torch.set_num_threads(threads)
        return prepare(form, *map(torch.from_numpy, operands))

    def layer_norm(form, x, gamma, beta):
        return partial(aten.native_layer_norm, x, x.shape[1:], gamma, beta, 1e-5)

    def layer_norm_backward(form, dy, x, gamma, beta):
        _, mean, inverse = layer_norm(form, x, gamma, beta)()
        return partial(aten.native_layer_norm_backward, dy, x, x.shape[1:], mean, inverse, gamma, beta, every)

    def rms_norm(form, x, gamma, beta):
        return partial(functional.rms_norm, x, x.shape[1:], gamma, 1e-6)

    def rms_norm_backward(form, dy, x, gamma, beta):
        """With the forward pass, whose results only autograd keeps, taken once."""
        x, gamma = x.detach().requires_grad_(), gamma.detach().requires_grad_()
        y = rms_norm(form, x, gamma, beta)()
        return partial(torch.autograd.grad, y, (x, gamma), dy, retain_graph=True)

    def batch_norm(form, x, gamma, beta):
        mean, var = torch.zeros_like(gamma), torch.ones_like(gamma)
        return partial(aten.native_batch_norm, x, gamma, beta, mean, var, form == "training", 0.1, 1e-5)

    def batch_norm_backward(form, dy, x, gamma, beta):
        _, mean, inverse = batch_norm("training", x, gamma, beta)()
        running = torch.zeros_like(gamma), torch.ones_like(gamma)
        return partial(aten.native_batch_norm_backward, dy, x, gamma, *running, mean, inverse, True, 1e-5, every)

    kinds = layer_norm, layer_norm_backward, rms_norm, rms_norm_backward, batch_norm, batch_norm_backward
    updates = {name: partial(update, name) for name in STATES}
    if of_optimizer:
        names = FUSED if "fused" in of_optimizer else STATES
        return {name: prepare for name, prepare in {"epoch": epoch, **updates}.items() if name in ("epoch", *names)}
    norms = {kind.__name__: partial(normalization, kind) for kind in kinds}
    return {"epoch": epoch, "predict": predict, **updates, **norms}


FUSED = ("SGD", "Adam", "AdamW", "AMSGrad", "Adagrad")


# ---- the products alone ------------------------------------------------------------------------------------------------------


def products(multiply, prepared, outputs_first):
    """Rows whose calls are the products of an epoch and of a prediction, by `multiply(a, b, out)` of what `prepared` makes of
    NumPy's arrays; weights are stored with the outputs first or last."""

    def weights(x):
        rng, sizes = np.random.default_rng(0), (x.shape[1], HIDDEN, HIDDEN, CLASSES)
        for inputs, outputs in pairwise(sizes):
            w = normal(rng, (inputs, outputs)) / np.float32(math.sqrt(inputs))
            yield prepared(np.ascontiguousarray(w.T)).T if outputs_first else prepared(w)

    def forward(x):
        """The steps of a forward pass, and what each layer takes."""
        taken, steps = [prepared(x)], []
        for w in weights(x):
            taken.append(prepared(np.empty((len(x), w.shape[1]), np.float32)))
            steps.append((taken[-2], w, taken[-1]))
        return steps, taken

    def backward(steps, taken):
        """The steps of a backward pass; the outputs of a layer stand for the gradient there."""
        for a, w, z in reversed(steps):
            dw = prepared(np.empty(tuple(w.shape)[::-1] if outputs_first else tuple(w.shape), np.float32))
            yield (z.T, a, dw) if outputs_first else (a.T, z, dw)
            if a is not taken[0]:
                yield z, w.T, prepared(np.empty(tuple(a.shape), np.float32))

    def run(steps, times=1):
        for _ in range(times):
            for a, b, out in steps:
                multiply(a, b, out)

    def epoch(form, threads, x, labels):
        batch = np.ascontiguousarray(x[:BATCH])
        steps, taken = forward(batch)
        return partial(run, [*steps, *backward(steps, taken)], -(-len(x) // BATCH))

    return {"epoch": epoch, "predict": lambda form, threads, x: partial(run, forward(x)[0])}


def _products():
    return products(np.matmul, lambda x: x, False)


def _torch_products():
    import torch

    def prepare(prepared, form, threads, *operands):
        torch.set_num_threads(threads)
        return prepared(form, threads, *operands)

    made = products(lambda a, b, out: torch.mm(a, b, out=out), torch.from_numpy, True)
    return {name: partial(prepare, prepared) for name, prepared in made.items()}


# ---- contenders --------------------------------------------------------------------------------------------------------------

CONTENDERS = {  # what stands before a comma is whose they are
    "fastact": _fastact,
    "fastact, new arrays": _fastact_new,
    SINGLE: _fastact_beside_blas,
    "PyTorch": _torch,
    "PyTorch, foreach": partial(_torch, foreach=True),
    "PyTorch, fused": partial(_torch, fused=True),
    f"fastact{PRODUCTS}": _products,
    f"PyTorch{PRODUCTS}": _torch_products,
    SCIKIT_LEARN: partial(estimators, "sklearn.neural_network"),
    f"fastact{PART}streams": _streams,
    f"fastact{PART}copy": _copy,
}


@cache
def calls(contender):
    return CONTENDERS[contender]()


def contenders(name, shape, threads, libraries):
    """Who computes a row, or a part of it; a step of many small arrays is no matter of the memory's speed."""
    found = [one for one in CONTENDERS if library_of(one) in ("fastact", *libraries) and name in calls(one)]
    without = [SINGLE] * (threads == 1) + [one for one in found if PART in one and name in STATES and len(shape) > 1]
    return [one for one in found if one not in without]


def forms(row):
    """How the cases of a row are called, and whether on all threads."""
    return [(", ".join(filter(None, (form, where))), where == ALL) for form in row.forms for where in (ONE, ALL)]


def prepared(name, contender, form, operands, threads):
    """A call without arguments."""
    return calls(contender)[name](form.rpartition(", ")[0], threads, *operands)


def beside(lines):
    """What an epoch or a prediction takes beside its products, in a sentence; None where they are not all there."""
    times = {line["contender"]: line["min_ns"] for line in lines}
    found = {
        library: times[library] - times[library + PRODUCTS]
        for library in ("fastact", "PyTorch")
        if library in times and library + PRODUCTS in times
    }
    if not found:
        return None
    text = "beside the products: " + ", ".join(f"{library} {in_words(time)}" for library, time in found.items())
    told = len(found) == 2 and min(found.values()) > 0  # on a busy machine products alone may take longer than all
    return text + (f"; {found['fastact'] / found['PyTorch']:.2f} of PyTorch's" if told else "")


def in_words(ns):
    """A time, of nanoseconds."""
    return f"{ns / 1e6:.3g} ms" if abs(ns) >= 1e6 else f"{ns / 1000:.3g} us"


def blas(libraries):
    """By library: what multiplies its matrices."""
    found = [one for one in threadpool_info() if one["user_api"] == "blas"]
    of_numpy = [one for one in found if "numpy" in one["filepath"]] or found
    named = {"NumPy": " ".join(filter(None, (of_numpy[0]["internal_api"], of_numpy[0]["version"])))} if of_numpy else {}
    if "PyTorch" in libraries:
        import torch

        mkl = re.search(r"Math Kernel Library Version ([\d.]+)", torch.__config__.show())
        linked = [one for one in found if "torch" in one["filepath"]]
        named["PyTorch"] = f"mkl {mkl[1]}" if mkl else linked[0]["internal_api"] if linked else "a BLAS that it does not name"
    return named
