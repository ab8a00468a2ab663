"""An end of the training before the last epoch."""

import math

import numpy as np

from fastact.nn.layers.base import whole
from fastact.nn.public import public


@public
class EarlyStopping:
    """A callback of `Network.fit` that ends the training when the loss has not fallen for some epochs.

    Parameters
    ----------
    patience : int
        For how many epochs after the best one.
    restore_best : bool, default True
        Whether the network gets the weights of the best epoch back, whenever and however the training ends.
    monitor : str, optional
        What is looked at: "val_loss" by default, or "loss" without validation data; of an accuracy the largest is best.
    min_delta : float, default 0
        By how much it must be better to count.

    Attributes
    ----------
    best : float
        The best value so far.
    best_epoch : int or None
        Its epoch.

    Raises
    ------
    ValueError
        If `patience` is negative, or in training nothing is called as `monitor` says.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> x = np.linspace(-1, 1, 64)[:, None]
    >>> net = nn.Network([nn.Dense(8, "tanh"), nn.Dense(1)], rng=0)
    >>> stopping = nn.EarlyStopping(patience=3)
    >>> history = net.fit(x[::2], x[::2] ** 2, 200, validation_data=(x[1::2], x[1::2] ** 2), callbacks=[stopping], rng=0)
    >>> net.evaluate(x[1::2], x[1::2] ** 2)["loss"] == stopping.best == min(history["val_loss"])
    True
    """

    def __init__(self, patience, restore_best=True, *, monitor=None, min_delta=0.0):
        self.patience, self.restore_best = whole("patience", patience, 0), bool(restore_best)
        self.monitor, self.min_delta = monitor, min_delta
        self.network, self.best, self.best_epoch = None, math.inf, None

    def begin(self, network):
        """Is called by `fit` before the first epoch."""
        self.network, self.best, self.best_epoch, self.kept = network, math.inf, None, None

    def __call__(self, epoch, logs):
        name = self.monitor or ("val_loss" if "val_loss" in logs else "loss")
        if name not in logs:
            raise ValueError(f"monitor must be one of {', '.join(logs)}, not {name!r}")
        sign = -1 if "accuracy" in name else 1
        if self.best_epoch is None or math.isnan(self.best) or sign * logs[name] < sign * self.best - self.min_delta:
            self.best, self.best_epoch = logs[name], epoch
            self._keep()
        return epoch - self.best_epoch >= max(self.patience, 1)

    def end(self):
        """Is called by `fit` when it ends, also where it ends by an error."""
        if self.restore_best and self.network is not None and self.best_epoch is not None:
            for array, kept in zip(self._arrays(), self.kept):
                np.copyto(array, kept)
        self.network = self.kept = None

    def _arrays(self):
        return [*self.network.parameters, *self.network.statistics]

    def _keep(self):
        if not self.restore_best or self.network is None:
            return
        if self.kept is None:
            self.kept = [array.copy() for array in self._arrays()]
        else:
            for array, kept in zip(self._arrays(), self.kept):
                np.copyto(kept, array)
