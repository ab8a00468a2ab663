"""Networks: layers one after another, forward and backward, and what is asked of them once they are trained."""

import numpy as np

from fastact._core.ufuncs import functions
from fastact.functions.softmax import softmax
from fastact.nn.exchange.methods import Exchange
from fastact.nn.layers import Layer
from fastact.nn.layers.base import ends_in, gives_shares, inferred, whole
from fastact.nn.public import public
from fastact.nn.training import loop, losses
from fastact.nn.training.data import generator, rows_of

SIGMOID = functions["sigmoid"]


@public
class Network(Exchange):
    """Layers one after another: ``layers[-1](... layers[0](x))``.

    Parameters
    ----------
    layers : sequence of Layer
        From the inputs to the outputs.  How long the rows of the inputs are is learnt at the first call.
    loss : str, optional
        "softmax_cross_entropy", "sigmoid_cross_entropy", "squared_error", "absolute_error" or "huber".  By default integer
        targets mean softmax cross-entropy (sigmoid cross-entropy where the last activation is sigmoid), and floats the squared
        error.
    dtype : dtype, optional
        float32 or float64; by default that of the first inputs, where other types count as NumPy promotes them with float32.
    rng : numpy.random.Generator or int, optional
        Draws the weights, and what layers draw in training.  Without it the `rng` of `fit` does, and without that one of the
        system's entropy.

    Attributes
    ----------
    layers : list of Layer
    parameters, gradients : list of ndarray
        Of all layers, in their order: W then b, gamma then beta.  They are the arrays themselves.
    input_shape : tuple of int or None
        Of a row of the inputs; None before the first call.
    dtype : dtype or None

    Raises
    ------
    TypeError
        If a layer is none.
    ValueError
        If there is no layer, or one of them twice, or the loss or the type is not known.

    Notes
    -----
    A last activation softmax under "softmax_cross_entropy", and sigmoid under "sigmoid_cross_entropy", are one with the loss
    in training: the gradient is a - y, without a division.  `forward` applies them all the same, and no other: the outputs of
    a network that ends in ``Dense(10)`` are logits.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> rng = np.random.default_rng(0)
    >>> x = rng.standard_normal((300, 2)).astype(np.float32)
    >>> labels = (x[:, 0] * x[:, 1] > 0).astype(int)
    >>> net = nn.Network([nn.Dense(16, "tanh"), nn.Dense(2)])
    >>> history = net.fit(x, labels, epochs=100, optimizer=nn.optimizers.Adam(1e-2), rng=rng)
    >>> net.predict(x[:5]).shape, net.evaluate(x, labels)["accuracy"] > 0.95
    ((5,), True)
    """

    def __init__(self, layers, loss=None, dtype=None, rng=None):
        self.layers = list(layers)
        for layer in self.layers:
            if not isinstance(layer, Layer):
                raise TypeError(f"layers must be layers of fastact.nn, not {type(layer).__name__}")
        if not self.layers or len(set(map(id, self.layers))) != len(self.layers):
            raise ValueError("layers must be at least one, and each of them another")
        self.loss = None if loss is None else losses.get(loss)
        if dtype is not None and np.dtype(dtype) not in (np.float32, np.float64):
            raise ValueError(f"dtype must be float32, float64 or None, not {dtype!r}")
        self.dtype = None if dtype is None else np.dtype(dtype)
        self.rng = None if rng is None else generator(rng)
        self.input_shape = None
        self._passing = not any(layer.makes_new for layer in self.layers)  # then outputs may be the inputs themselves
        self._learnt, self._flat = None, False  # the loss of the last fit, and whether its targets had one axis

    # ---- shapes and weights ----

    def shape_of(self, shape):
        """The shape of the outputs' rows for inputs' rows of a shape; a ValueError names the layer that takes none such."""
        for k, layer in enumerate(self.layers):
            try:
                shape = tuple(layer.shape_of(tuple(shape)))
            except ValueError as error:
                raise ValueError(f"layer {k}, {layer!r}: {error}") from None
        return shape

    def build(self, shape, dtype=None, rng=None):
        """Draws the weights, for rows of the inputs of a shape.  `forward` and `fit` do it where it was not done.

        Layers that are built already, as those of another network, keep their weights, and share them with it.

        Parameters
        ----------
        shape : tuple of int
            Of a row.
        dtype : dtype, optional
            float32, which is the default, or float64.
        rng : numpy.random.Generator or int, optional
            For a network that has none of its own.

        Raises
        ------
        ValueError
            If layers do not fit together, or one is built already for rows of another shape or type.
        """
        shape = tuple(whole("shape", one, 0) for one in shape)
        self.shape_of(shape)
        dtype, rng = self.dtype or np.dtype(dtype or np.float32), self.rng or generator(rng)
        if dtype not in (np.float32, np.float64):
            raise ValueError(f"dtype must be float32 or float64, not {dtype}")
        inner, shapes = shape, []
        for k, layer in enumerate(self.layers):
            if layer.shape is not None and (layer.shape != inner or layer.dtype != dtype):
                built = f"built for rows of the shape {layer.shape} and {layer.dtype}"
                raise ValueError(f"layer {k}, {layer!r}, is {built}, not for {inner} and {dtype}")
            shapes.append(inner)
            inner = tuple(layer.shape_of(inner))
        for layer, inner in zip(self.layers, shapes):
            if layer.shape is None:
                layer.build(inner, rng, dtype)
        self.input_shape, self.dtype = shape, dtype

    @property
    def parameters(self):
        return [array for layer in self.layers for array in layer.parameters]

    @property
    def gradients(self):
        return [array for layer in self.layers for array in layer.gradients]

    @property
    def statistics(self):
        """What is kept beside the parameters and not trained: running means and variances."""
        return [array for layer in self.layers for array in layer.statistics]

    # ---- forward and backward ----

    def _rows(self, x):
        if type(x) is np.ndarray and x.dtype is self.dtype and x.shape[1:] == self.input_shape:
            return x
        x = rows_of(x, self.dtype, self.input_shape)
        if self.input_shape is None:
            self.build(x.shape[1:], x.dtype)
        return x

    def forward(self, x, training=False):
        """The outputs of the last layer.

        Parameters
        ----------
        x : array_like
            Rows of inputs; they are taken in the type of the network.
        training : bool, default False
            Whether layers do what they do in training (dropout drops, batches are normalised by their own moments), and keep
            what `backward` needs.

        Returns
        -------
        ndarray
            Of the rows of `x`, in the type of the network.

        Raises
        ------
        ValueError
            If the rows of `x` have another shape than those of before, or layers do not fit together.
        TypeError
            If `x` is complex, text or an object.
        """
        x = self._rows(x)
        if not training:
            x = inferred(self.layers, x)
            return x.copy() if self._passing else x
        for layer in self.layers:
            x = layer.forward(x, True)
        return x.copy()

    def backward(self, dy):
        """Backpropagation: the gradient at the inputs of the last `forward` in training; those of the parameters are in
        `gradients` then.

        Parameters
        ----------
        dy : array_like
            The gradient at the outputs.

        Returns
        -------
        ndarray
            Of the shape of the inputs.

        Raises
        ------
        ValueError
            If nothing went forward yet.
        """
        if self.input_shape is None:
            raise ValueError("backward needs a forward(x, training=True) before")
        dy = np.ascontiguousarray(dy, self.dtype)
        for layer in reversed(self.layers):
            dy = layer.backward(dy)
        return dy.copy()

    # ---- training ----

    def fit(
        self,
        x,
        y,
        epochs=1,
        batch_size=32,
        optimizer=None,
        validation_data=None,
        shuffle=True,
        rng=None,
        callbacks=(),
        progress=False,
        class_weight=None,
        sample_weight=None,
    ):
        """Trains the network on, from the weights that it has.

        Parameters
        ----------
        x : array_like
            Rows of inputs.
        y : array_like
            Targets: class numbers, 0 or 1, shares, or values, as the loss takes them.  (n,) and (n, 1) mean the same.
        epochs : int, default 1
            How often all rows are gone through.
        batch_size : int, default 32
            How many rows a step has; the last of an epoch has what is left.
        optimizer : Optimizer, class or str, optional
            One of `nn.optimizers`, or its class or its name; `Adam(1e-3)` by default.  Its state goes on in the next `fit` with
            it.
        validation_data : tuple, optional
            (x, y) or (x, y, sample_weight), on which the network is evaluated after each epoch.
        shuffle : bool, default True
            Whether rows are gone through in another order each epoch.
        rng : numpy.random.Generator or int, optional
            Draws the orders; and before them the weights, and after them what layers draw, where the network has no
            generator of its own.
        callbacks : sequence of callable
            Called after each epoch with its number, from 0, and the history's last values by name; one that returns True ends
            the training.  `EarlyStopping` is one.
        progress : bool or callable, default False
            Whether a line, or a bar where rich is installed, tells of each epoch; or a function of its number, the number of
            all, and the values.
        class_weight : dict or array_like, optional
            A factor for the loss of each class.
        sample_weight : array_like, optional
            A factor for the loss of each row.  2 is as if the row were there twice in its batch, 0 as if it were not.

        Returns
        -------
        dict of str to list of float
            The history: "loss", the mean over the rows of an epoch, as they were met in its steps; with validation data
            "val_loss", and "val_accuracy" for classes.

        Raises
        ------
        ValueError
            If shapes do not match, a target is none that the loss takes, or an argument is out of its range; nothing has
            changed then.
        TypeError
            If an argument is of another type.
        FloatingPointError
            If the loss or a gradient is not finite: the message names the step and the layer.  The parameters are those after
            the last step in which all was finite; an update of finite gradients that overflows is found in the step after
            it, or at the end of the epoch.

        Notes
        -----
        Decay of weights, where the optimiser has it, is for weights alone: not for b, gamma and beta, unless the optimiser says
        ``decay_all``.

        The same seed gives the same bits, with the same BLAS and numbers of threads.
        """
        return loop.fit(
            self, x, y, epochs, batch_size, optimizer, validation_data, shuffle, rng, callbacks, progress, class_weight,
            sample_weight,
        )  # fmt: skip

    def evaluate(self, x, y, batch_size=128, sample_weight=None):
        """The mean loss of rows, and for classes the share of those that are right.

        Parameters
        ----------
        x, y : array_like
            As for `fit`.
        batch_size : int, default 128
            How many rows are computed at once; the result is the mean over rows whatever it is.
        sample_weight : array_like, optional
            As for `fit`.

        Returns
        -------
        dict of str to float
            "loss", and for classes "accuracy".

        Raises
        ------
        ValueError, TypeError
            As `fit`.
        """
        batch_size = whole("batch_size", batch_size)
        data = loop.Data(self, x, y, None, sample_weight)
        if self.input_shape is None:
            self.build(data.x.shape[1:], data.x.dtype)
        return loop.evaluated(self, data, batch_size)

    # ---- answers ----

    def _known_loss(self):
        """The loss that answers are given for: before any `fit` several outputs are logits of classes."""
        if self.loss or self._learnt:
            return self.loss or self._learnt
        if ends_in(self.layers[-1], "sigmoid"):
            return losses.SigmoidCrossEntropy()
        return losses.SquaredError() if self.layers[-1].output_shape[-1] == 1 else losses.SoftmaxCrossEntropy()

    def predict(self, x):
        """Class numbers; 0 or 1 under sigmoid cross-entropy; values under other losses.

        Parameters
        ----------
        x : array_like
            Rows of inputs.

        Returns
        -------
        ndarray
            int64 of shape (n,) for classes and for one sigmoid output, (n, outputs) for several ones; values of the shape of
            the outputs, or (n,) where that is what the targets of the last `fit` had.

        Raises
        ------
        ValueError, TypeError
            As `forward`.
        """
        x = inferred(self.layers, self._rows(x))
        loss = self.loss or self._learnt or self._known_loss()
        if loss.activation == "softmax":
            return x.argmax(-1)
        if loss.activation == "sigmoid":
            found = (x > (0.5 if ends_in(self.layers[-1], "sigmoid") else 0)).astype(np.int64)
            return found[..., 0] if found.shape[-1] == 1 else found
        x = x.copy() if self._passing else x
        return x[..., 0] if self._flat and x.shape[-1] == 1 else x

    def predict_proba(self, x):
        """The probabilities of classes.

        Parameters
        ----------
        x : array_like
            Rows of inputs.

        Returns
        -------
        ndarray
            Of shape (n, classes); for one sigmoid output (n, 2), and for several ones (n, outputs), each of its own.

        Raises
        ------
        ValueError
            If the loss is none of classes; else as `forward`.
        """
        x = self._rows(x)
        if not (self.loss or self._learnt) and gives_shares(self.layers[-1]):
            return inferred(self.layers, x)
        loss = self._known_loss()
        if not loss.classes:
            raise ValueError(f"predict_proba needs a loss of classes, not {loss.name}")
        x = inferred(loop.before_loss(self.layers, loss), x)
        if loss.activation == "softmax":
            return softmax(x)
        if x.shape[-1] > 1:
            return SIGMOID(x)
        return np.concatenate((SIGMOID(-x), SIGMOID(x)), axis=-1)

    def summary(self, shape=None):
        """A table of the layers, the shapes of what goes out of them, and the numbers of their parameters.

        Parameters
        ----------
        shape : tuple of int, optional
            Of a row of the inputs, for which a network is built that was not yet.

        Returns
        -------
        str

        Raises
        ------
        ValueError
            If the network is not built, and no shape is given.

        Examples
        --------
        >>> from fastact import nn
        >>> print(nn.Network([nn.Dense(4, "sigmoid"), nn.Dense(3)]).summary((2,)))
        layer                               output  parameters
        Dense(4, activation='sigmoid')      (n, 4)          12
        Dense(3)                            (n, 3)          15
        total                                               27
        """
        if self.input_shape is None:
            if shape is None:
                raise ValueError("summary needs the shape of a row, as nothing went through the network yet")
            self.build(shape)
        rows = [("layer", "output", "parameters")]
        for layer in self.layers:
            shown = f"(n, {', '.join(map(str, layer.output_shape))})"
            rows.append((repr(layer), shown, f"{sum(array.size for array in layer.parameters):,}"))
        rows.append(("total", "", f"{sum(array.size for array in self.parameters):,}"))
        first, second, third = (max(map(len, column)) for column in zip(*rows))
        return "\n".join(f"{a:<{first + 4}}  {b:<{second}}  {c:>{third}}" for a, b, c in rows)

    def __repr__(self):
        told = "" if self.loss is None else f", loss={self.loss.name!r}"
        return f"Network([{', '.join(map(repr, self.layers))}]{told})"
