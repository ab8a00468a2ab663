"""The loop of `Network.fit`: steps over batches, what is told of each epoch, and when it ends."""

import math

import numpy as np

from fastact.nn import optimizers
from fastact.nn.layers.base import ends_in, inferred, whole
from fastact.nn.layers.buffers import Buffers
from fastact.nn.layers.dense import Dense, Linear
from fastact.nn.training import losses
from fastact.nn.training.data import array_of, generator, rows_of, weights_of
from fastact.nn.training.progress import Progress


class Data:
    """Rows, checked targets and weights for a network, and the loss that they mean."""

    def __init__(self, network, x, y, class_weight, sample_weight):
        self.x = rows_of(x, network.dtype, network.input_shape)
        y = array_of("y", y)
        if not y.ndim or len(y) != len(self.x):
            raise ValueError(f"y must have {len(self.x)} rows, as many as x, not the shape {y.shape}")
        if not len(y):
            raise ValueError("x and y must have at least one row")
        self.loss = network.loss or losses.for_targets(y, ends_in(network.layers[-1], "sigmoid"))
        shape = len(y), *network.shape_of(self.x.shape[1:])
        targets = self.loss.targets(y, shape, self.x.dtype)
        self.weights = weights_of(self.loss, targets, shape, sample_weight, class_weight)
        self.flat = y.ndim == 1
        of_classes = targets.shape != shape
        self.y = targets.reshape(len(y), -1) if of_classes else targets
        self.row = (-1,) if of_classes else (-1, shape[-1])  # of targets, as a loss takes them

    def __len__(self):
        return len(self.x)

    def batch(self, start, stop):
        """Rows, targets and weights, as the arrays have them one after another."""
        weights = None if self.weights is None else self.weights[start:stop].reshape(-1)
        return self.x[start:stop], self.y[start:stop].reshape(self.row), weights

    def rows(self, rows, buffers):
        """Some rows of inputs, in a kept array."""
        return np.take(self.x, rows, 0, buffers("x", (len(rows), *self.x.shape[1:])), "clip")

    def gathered(self, rows, buffers):
        """Rows, targets and weights of some rows, in kept arrays."""
        x = self.rows(rows, buffers)
        y = np.take(self.y, rows, 0, buffers("y", (len(rows), *self.y.shape[1:]), self.y.dtype), "clip")
        weights = None
        if self.weights is not None:
            shape = len(rows), *self.weights.shape[1:]
            weights = np.take(self.weights, rows, 0, buffers("w", shape, np.float64), "clip").reshape(-1)
        return x, y.reshape(self.row), weights


def before_loss(layers, loss):
    """Layers without a last activation that a loss takes care of."""
    if loss.activation is None or not ends_in(layers[-1], loss.activation):
        return layers
    return [*layers[:-1], Linear(layers[-1])] if isinstance(layers[-1], Dense) else layers[:-1]


class Training:
    """What a step needs, looked up once: layers, their parameters and gradients, the optimiser."""

    def __init__(self, network, loss, optimizer):
        self.loss, self.optimizer = loss, optimizer
        self.network, self.layers = network, before_loss(network.layers, loss)
        self.outputs = [None] * len(self.layers)
        self.buffers = Buffers(network.dtype)
        self.parameters = network.parameters
        self.collect()
        trained = [k for k, layer in enumerate(network.layers) if layer.parameters]
        self.first = trained[0] if trained else len(self.layers)  # below it no gradient is wanted
        factors = [layer.learning_rate_factor for layer in network.layers for _ in layer.parameters]
        self.factors = None if all(factor == 1 for factor in factors) else factors
        self.decayed = [one for layer in network.layers for one in layer.decayed]
        if getattr(optimizer, "decay_all", False):
            self.decayed = [True] * len(self.decayed)
        self.small = [parameter for parameter in self.parameters if parameter.ndim == 1]
        self.anew = any(type(layer).__module__ != "fastact.nn" for layer in network.layers)  # those may make new ones each time
        self.step = 0

    def collect(self):
        """The gradients, and views of them as vectors."""
        self.gradients = self.network.gradients
        self.flat = [gradient.reshape(-1) for gradient in self.gradients]

    def __call__(self, x, y, weights, epoch):
        """A step: the mean loss of a batch before it, and the sum of the weights of its rows."""
        self.step += 1
        if not all(map(is_finite, self.small)):  # relu hides what is minus infinite
            raise self.fault(x, epoch, "weights are not finite before it")
        a, outputs, layers = x, self.outputs, self.layers
        for k, layer in enumerate(layers):
            outputs[k] = a = layer.forward(a, True)
        loss, total, dy = self.loss.mean(a if a.ndim == 2 else a.reshape(-1, a.shape[-1]), y, weights, self.buffers)
        if not math.isfinite(loss):
            self.undo()
            raise self.fault(x, epoch, f"the loss is {loss}")
        if not total:
            return 0.0, 0.0
        dy = dy.reshape(a.shape) if a.ndim != 2 else dy
        for k in range(len(layers) - 1, self.first, -1):
            dy = layers[k].backward(dy)
        if self.parameters:
            layers[self.first].backward(dy, wanted=False)
            if self.anew:
                self.collect()
            loss += self.penalty(total)
            for k, gradient in enumerate(self.flat):
                if not is_finite(gradient):
                    self.undo()
                    raise self.fault(x, epoch, "a gradient is not finite", k)
            try:
                self.optimizer.update(self.parameters, self.gradients, rate_factors=self.factors, decayed=self.decayed)
            except FloatingPointError as error:  # of a gradient, before anything is written
                self.undo()
                raise self.fault(x, epoch, str(error)) from None
            except (TypeError, ValueError):  # of an optimiser whose state is for other parameters
                self.undo()
                raise
        return loss, total

    def penalty(self, total):
        """What a step adds to the mean loss of a batch whose weights have this sum; its gradient is added to `gradients`."""
        return 0.0

    def undo(self):
        """Takes back what the step did to running statistics."""
        for layer in self.layers:
            layer.restore_statistics()

    def fault(self, x, epoch, what, gradient=None):
        """The error that names the step and the first layer where something is not finite."""
        layers = self.network.layers
        where = f"step {self.step}, in epoch {epoch}: {what}"
        told = "the loss itself, of outputs that are finite"
        if not np.isfinite(x).all():
            told = "the inputs"
        else:
            for k, layer in enumerate(layers):
                if not all(np.isfinite(array).all() for array in layer.parameters):
                    told = f"the weights of layer {k}, {layer!r}"
                    break
                if k < len(self.outputs) and self.outputs[k] is not None and not np.isfinite(self.outputs[k]).all():
                    told = f"what goes out of layer {k}, {layer!r}"
                    break
            else:
                if gradient is not None:
                    owners = [k for k, layer in enumerate(layers) for _ in layer.parameters]
                    told = f"the gradient of layer {owners[gradient]}, {layers[owners[gradient]]!r}"
        return FloatingPointError(f"{where}; first is {told}")

    def look_at_weights(self, epoch):
        """Refuses weights that an update has made infinite or NaN."""
        if not all(is_finite(parameter.reshape(-1)) for parameter in self.parameters):
            raise self.fault(np.zeros(1), epoch, "weights are not finite after it")


def is_finite(array):
    """Whether all of a vector is finite; by its product with itself, which is so if it is of ordinary size."""
    return math.isfinite(np.dot(array, array)) or bool(np.isfinite(array).all())


def fit(
    network, x, y, epochs, batch_size, optimizer, validation_data, shuffle, rng, callbacks, progress, class_weight,
    sample_weight,
):  # fmt: skip
    """As `Network.fit` says."""
    epochs, batch_size = whole("epochs", epochs, 0), whole("batch_size", batch_size)
    if optimizer is None:
        optimizer = optimizers.Adam(1e-3)
    elif isinstance(optimizer, type) or not hasattr(optimizer, "update"):
        optimizer = optimizers.get(optimizer)
    callbacks = (callbacks,) if callable(callbacks) else tuple(callbacks)
    if not all(map(callable, callbacks)):
        raise TypeError("callbacks must be functions of the epoch and its values")
    progress = Progress(progress, epochs)
    data = Data(network, x, y, class_weight, sample_weight)
    validation = None if validation_data is None else validated(network, data, validation_data)
    rng = generator(rng)
    drawing = network.rng or rng
    if network.input_shape is None:
        network.build(data.x.shape[1:], data.x.dtype, drawing)
    for layer in network.layers:
        layer.draws_from(drawing)
    network._learnt, network._flat = data.loss, data.flat
    training = Training(network, data.loss, optimizer)
    history = {"loss": []}
    if validation is not None:
        history |= {f"val_{name}": [] for name in ("loss", "accuracy")[: 1 + data.loss.classes]}
    order = None
    if shuffle:
        order = np.arange(len(data))
        data.x = np.ascontiguousarray(data.x)  # of other layouts numpy.take copies all rows for each batch
    try:
        with np.errstate(all="ignore"), progress as told:
            for callback in callbacks:
                if hasattr(callback, "begin"):
                    callback.begin(network)
            for epoch in range(epochs):
                logs = {"loss": epoch_of(training, data, order, rng, batch_size, epoch)}
                if validation is not None:
                    found = evaluated(network, validation, max(batch_size, 128))
                    logs |= {f"val_{name}": value for name, value in found.items()}
                for name, value in logs.items():
                    history[name].append(value)
                if hasattr(rate := getattr(optimizer, "learning_rate", None), "observe"):
                    rate.observe(logs.get("val_loss", logs["loss"]))
                told(epoch, logs)
                answers = [callback(epoch, dict(logs)) for callback in callbacks]
                if any(isinstance(answer, (bool, np.bool)) and answer for answer in answers):
                    break
    finally:
        for callback in callbacks:
            if hasattr(callback, "end"):
                callback.end()
    return history


def epoch_of(training, data, order, rng, batch_size, epoch):
    """Goes through all rows once; the mean of their losses."""
    count, buffers = len(data), training.buffers
    if order is not None:
        rng.shuffle(order)
    summed = weights = 0.0
    for start in range(0, count, batch_size):
        stop = min(start + batch_size, count)
        batch = data.batch(start, stop) if order is None else data.gathered(order[start:stop], buffers)
        loss, total = training(*batch, epoch)
        summed += loss * total
        weights += total
    training.look_at_weights(epoch)
    return summed / weights


def validated(network, data, given):
    """Validation data, for the network that there will be."""
    if not isinstance(given, (tuple, list)) or len(given) not in (2, 3):
        raise TypeError("validation_data must be a tuple (x, y) or (x, y, sample_weight)")
    x, y, sample_weight = (*given, None)[:3]
    try:
        found = Data(network, rows_of(x, data.x.dtype, data.x.shape[1:]), y, None, sample_weight)
    except (TypeError, ValueError) as error:
        raise type(error)(f"validation_data: {error}") from None
    if type(found.loss) is not type(data.loss):
        raise ValueError(f"validation_data: y means the loss {found.loss.name}, but that of training means {data.loss.name}")
    return found


def evaluated(network, data, batch_size):
    """The mean loss over rows, and the share of right classes."""
    layers, buffers, loss = before_loss(network.layers, data.loss), Buffers(network.dtype), data.loss
    summed = weights = right = 0.0
    with np.errstate(all="ignore"):
        for start in range(0, len(data), batch_size):
            a, y, weight = data.batch(start, start + batch_size)
            a = inferred(layers, a)
            a = a.reshape(-1, a.shape[-1])
            mean, total, _ = loss.mean(a, y, weight, buffers)
            summed += mean * total
            weights += total
            if loss.classes:
                right += hits(loss, a, y, weight)
    return {"loss": summed / weights, "accuracy": right / weights} if loss.classes else {"loss": summed / weights}


def hits(loss, a, y, weight):
    """How many rows have the right class, by their weights; where each output is a class of its own, the share of these."""
    if loss.activation == "softmax":
        right = a.argmax(-1) == (y if y.ndim == 1 else y.argmax(-1))
    else:
        right = ((a > 0) == (y > 0.5)).mean(-1)
    return float(right.sum() if weight is None else np.dot(right, weight))
