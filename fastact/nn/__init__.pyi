# Made by `python -m fastact.lab.write_stubs`: the public names of fastact.nn with their types.
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fastact.nn import init as init
from fastact.nn import optimizers as optimizers

__all__ = [
    "Activation", "BatchNormalization", "Dense", "Dropout", "EarlyStopping", "Flatten", "Layer", "LayerNormalization",
    "Network", "RMSNormalization", "batch_norm", "batch_norm_backward", "init", "layer_norm", "layer_norm_backward",
    "optimizers", "rms_norm", "rms_norm_backward",
]

class Activation(Layer):
    """An activation as a layer, or with parameters for `Dense`.

    Parameters
    ----------
    name : str or callable
        Any activation of the table, softmax, log_softmax, softmin, sparsemax, entmax15, entmax, bipolar_relu, crelu, maxout, or
        a gated unit of two halves, by any name that `fastact.get` knows, or the function itself.  With `derivative` it is a
        function of one's own, of an array, element by element.
    derivative : callable, optional
        The derivative of that function, of an array.
    check : bool, default False
        Whether the derivative is compared with differences of the function.
    **options
        The activation's parameters: numbers, or arrays that broadcast against rows.

    Raises
    ------
    ValueError
        If the name is not known (the message has the nearest), a parameter does not fulfil its condition, or `check` finds
        another derivative.
    TypeError
        If a parameter is missing or unknown, or an argument is of another type.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.Activation("leaky_relu", negative_slope=0.5)]).forward(np.array([[-1.0, 2.0]]))
    array([[-0.5,  2. ]])
    >>> square = nn.Activation(lambda x: x**2, derivative=lambda x: 2 * x, check=True)
    >>> nn.Network([square]).forward(np.array([[-1.0, 2.0]]))
    array([[1., 4.]])
    """

    def __init__(
        self,
        name: str | Callable[..., Any],
        derivative: Callable[[NDArray[Any]], ArrayLike] | None = None,
        check: bool = False,
        **options: ArrayLike,
    ) -> None: ...
    def arguments(
        self,
    ) -> dict[str, Any]: ...
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]: ...
    def build(
        self,
        shape: tuple[int, ...],
        rng: np.random.Generator,
        dtype: DTypeLike,
    ) -> None: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

class BatchNormalization(Layer):
    """`batch_norm`: each unit with the mean 0 and the variance 1 over a batch, then times gamma, plus beta.

    Parameters
    ----------
    axis : int or tuple of int, default 0
        What is averaged over; the axis of the rows, 0, is among them.  (0, 2, 3) is for images of channels x height x width.
    momentum : float, default 0.9
        The part of the running mean and variance that is kept in a step: PyTorch's momentum is 1 minus that.
    epsilon : float, default 1e-5
        What is added to the variance.

    Attributes
    ----------
    gamma, beta, mean, var : ndarray
        Of the axes that are not averaged over.  mean and var are the running ones, with which inference computes.

    Notes
    -----
    A batch of one row has no variance: it is trained on, and leaves the running statistics alone.

    References
    ----------
    S. Ioffe and C. Szegedy, "Batch normalization", ICML 2015.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> net = nn.Network([nn.BatchNormalization()])
    >>> net.forward(np.array([[1.0], [2.0], [3.0], [4.0]]), training=True).round(3).ravel()
    array([-1.342, -0.447,  0.447,  1.342])
    >>> net.layers[0].mean, net.layers[0].var.round(7)
    (array([0.25]), array([1.0666667]))
    """

    gamma: NDArray[Any]
    beta: NDArray[Any]
    mean: NDArray[Any]
    var: NDArray[Any]
    def __init__(
        self,
        axis: int | tuple[int, ...] = 0,
        momentum: float = 0.9,
        epsilon: float = 1e-05,
    ) -> None: ...
    def build(
        self,
        shape: tuple[int, ...],
        rng: np.random.Generator,
        dtype: DTypeLike,
    ) -> None: ...
    @property
    def statistics(self) -> list[NDArray[Any]]: ...
    def restore_statistics(
        self,
    ) -> None: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

class Dense(Layer):
    """A fully connected layer: ``f(x W + b)``.

    Parameters
    ----------
    units : int
        How many numbers a row has that goes out.
    activation : str, callable, Activation or None, default None
        By any name that `fastact.get` knows, the function itself, or a layer `Activation`, which has parameters.  A gated unit,
        as "swiglu", has twice as many columns of W, and halves them; with maxout there are more too.  None is the identity.
    use_bias : bool, default True
        Whether there is a b.
    initializer : str or callable, optional
        What W starts as: a name of `nn.init`, or a function of a shape, `rng` and `dtype`.  By default W is normal with the
        standard deviation ``gain(activation)/sqrt(inputs)``; the gain is 1 where `nn.init.gain` has none.  b starts as zeros.

    Attributes
    ----------
    W : ndarray of shape (inputs, units)
    b : ndarray of shape (units,)

    Raises
    ------
    ValueError
        If `units` is not positive, or the activation or the initialiser is not known.
    TypeError
        If `units` is not an integer, or an argument is of another type.

    Notes
    -----
    More axes of x than two are rows too: the last one is multiplied.

    With dz = dy*f'(x W + b), the gradients are dW = transpose(x) dz, db = sum of dz over the rows, dx = dz transpose(W): where
    the loss is a mean over m rows, dy has the factor 1/m.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> layer = nn.Dense(2, "relu")
    >>> layer.build((3,), np.random.default_rng(0), np.float64)
    >>> layer.W[...] = [[1, -1], [1, -1], [1, -1]]
    >>> layer.forward(np.ones((1, 3)))
    array([[3., 0.]])
    """

    W: NDArray[Any]
    b: NDArray[Any]
    def __init__(
        self,
        units: int,
        activation: str | Callable[..., Any] | Activation | None = None,
        use_bias: bool = True,
        initializer: str | Callable[..., ArrayLike] | None = None,
    ) -> None: ...
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]: ...
    def build(
        self,
        shape: tuple[int, ...],
        rng: np.random.Generator,
        dtype: DTypeLike,
    ) -> None: ...
    @property
    def parameters(self) -> list[NDArray[Any]]: ...
    @property
    def gradients(self) -> list[NDArray[Any]]: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

class Dropout(Layer):
    """In training, sets numbers to 0 at random and multiplies the others by 1/(1 - rate); nothing at inference.

    Parameters
    ----------
    rate : float
        From 0 to 1: the probability of each number to become 0.  At 1 all do.
    rng : numpy.random.Generator, optional
        Draws which; by default that of the network or of its `fit`.

    Raises
    ------
    ValueError
        If `rate` is not from 0 to 1.
    TypeError
        If it is no real number.

    References
    ----------
    N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR, 2014.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> net = nn.Network([nn.Dropout(0.5)], rng=np.random.default_rng(0))
    >>> net.forward(np.ones((1, 6)), training=True)
    array([[2., 0., 0., 0., 2., 2.]])
    >>> net.forward(np.ones((1, 6)))
    array([[1., 1., 1., 1., 1., 1.]])
    """

    def __init__(
        self,
        rate: float,
        rng: np.random.Generator | None = None,
    ) -> None: ...
    def build(
        self,
        shape: tuple[int, ...],
        rng: np.random.Generator,
        dtype: DTypeLike,
    ) -> None: ...
    def draws_from(
        self,
        rng: np.random.Generator,
    ) -> None: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

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

    best: float
    best_epoch: int | None
    def __init__(
        self,
        patience: int,
        restore_best: bool = True,
        *,
        monitor: str | None = None,
        min_delta: float = 0.0,
    ) -> None: ...
    def begin(
        self,
        network: Network,
    ) -> None:
        """Is called by `fit` before the first epoch.
        """
    def __call__(
        self,
        epoch: int,
        logs: dict[str, float],
    ) -> bool: ...
    def end(
        self,
    ) -> None:
        """Is called by `fit` when it ends, also where it ends by an error.
        """

class Flatten(Layer):
    """Rows of any shape as rows of one axis.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.Flatten(), nn.Dense(3)]).forward(np.ones((5, 2, 4))).shape
    (5, 3)
    """

    def __init__(
        self,
    ) -> None: ...
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

class Layer:
    """What all layers have; a layer of one's own is a subclass with `forward` and `backward`.

    Attributes
    ----------
    shape, output_shape : tuple of int or None
        Of a row that comes in and of one that goes out, without the axis of the rows; None before `build`.
    parameters, gradients : list of ndarray
        What is trained, and what `backward` found for it: the arrays themselves.
    decayed : list of bool
        Which of the parameters a decay of weights is for.
    statistics : list of ndarray
        What is kept beside the parameters and is not trained.
    learning_rate_factor : float, default 1
        What the learning rate is multiplied with for this layer.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> class Double(nn.Layer):
    ...     def forward(self, x, training=False):
    ...         return 2 * x
    ...
    ...     def backward(self, dy, wanted=True):
    ...         return 2 * dy
    >>> nn.Network([Double()]).forward(np.ones((1, 3)))
    array([[2., 2., 2.]])
    """

    shape: tuple[int, ...] | None
    output_shape: tuple[int, ...] | None
    learning_rate_factor: float
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]:
        """The shape of a row that goes out, for one that comes in.
        """
    def build(
        self,
        shape: tuple[int, ...],
        rng: np.random.Generator,
        dtype: DTypeLike,
    ) -> None:
        """Makes the parameters for rows of a shape.

        Parameters
        ----------
        shape : tuple of int
            Of a row that comes in.
        rng : numpy.random.Generator
            Draws the weights, and later what is drawn in training.
        dtype : dtype
            float32 or float64.
        """
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]:
        """What goes out for rows that come in; in training, what `backward` needs is kept.
        """
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any:
        """The gradient at what came in; those of the parameters are in `gradients` then.

        Parameters
        ----------
        dy : ndarray
            The gradient at what went out of the last `forward` in training.
        wanted : bool, default True
            Whether the result is needed: before the first layer it is not, and a layer may return None.
        """
    @property
    def parameters(self) -> list[NDArray[Any]]: ...
    @property
    def gradients(self) -> list[NDArray[Any]]: ...
    @property
    def decayed(self) -> list[bool]: ...
    @property
    def statistics(self) -> list[NDArray[Any]]: ...
    def restore_statistics(
        self,
    ) -> None:
        """Takes back what the last `forward` did to the statistics.
        """
    def draws_from(
        self,
        rng: np.random.Generator,
    ) -> None:
        """Lets a layer that draws in training, and has no generator of its own, draw from this one.
        """
    def arguments(
        self,
    ) -> dict[str, Any]:
        """The arguments of the constructor, by name: those that are kept under these names.
        """

class LayerNormalization(Layer):
    """`layer_norm`: each row with the mean 0 and the variance 1, then times gamma, plus beta.

    Parameters
    ----------
    axis : int or tuple of int, default -1
        What is averaged over, as for `layer_norm`; not the axis of the rows, 0.
    epsilon : float, default 1e-5
        What is added to the variance.

    Attributes
    ----------
    gamma, beta : ndarray
        Of the axes that are averaged over.

    References
    ----------
    J. L. Ba, J. R. Kiros and G. E. Hinton, "Layer normalization", 2016.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.LayerNormalization()]).forward(np.array([[1.0, 3.0]])).round(4)
    array([[-1.,  1.]])
    """

    gamma: NDArray[Any]
    beta: NDArray[Any]
    def __init__(
        self,
        axis: int | tuple[int, ...] = -1,
        epsilon: float = 1e-05,
    ) -> None: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

class Network:
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

    layers: list[Layer]
    input_shape: tuple[int, ...] | None
    dtype: np.dtype[Any] | None
    def __init__(
        self,
        layers: Sequence[Layer],
        loss: str | None = None,
        dtype: DTypeLike | None = None,
        rng: np.random.Generator | int | None = None,
    ) -> None: ...
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]:
        """The shape of the outputs' rows for inputs' rows of a shape; a ValueError names the layer that takes none such.
        """
    def build(
        self,
        shape: tuple[int, ...],
        dtype: DTypeLike | None = None,
        rng: np.random.Generator | int | None = None,
    ) -> None:
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
    @property
    def parameters(self) -> list[NDArray[Any]]: ...
    @property
    def gradients(self) -> list[NDArray[Any]]: ...
    @property
    def statistics(self) -> list[NDArray[Any]]: ...
    def forward(
        self,
        x: ArrayLike,
        training: bool = False,
    ) -> NDArray[Any]:
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
    def backward(
        self,
        dy: ArrayLike,
    ) -> NDArray[Any]:
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
    def fit(
        self,
        x: ArrayLike,
        y: ArrayLike,
        epochs: int = 1,
        batch_size: int = 32,
        optimizer: Any | None = None,
        validation_data: tuple[ArrayLike, ...] | None = None,
        shuffle: bool = True,
        rng: np.random.Generator | int | None = None,
        callbacks: Callable[[int, dict[str, float]], object] | Sequence[Callable[[int, dict[str, float]], object]] = (),
        progress: bool | Callable[[int, int, dict[str, float]], object] = False,
        class_weight: dict[int, float] | ArrayLike | None = None,
        sample_weight: ArrayLike | None = None,
    ) -> dict[str, list[float]]:
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
        optimizer : optional
            Of `nn.optimizers`, or its name; `Adam(1e-3)` by default.  Its state goes on in the next `fit` with it.
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
    def evaluate(
        self,
        x: ArrayLike,
        y: ArrayLike,
        batch_size: int = 128,
        sample_weight: ArrayLike | None = None,
    ) -> dict[str, float]:
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
    def predict(
        self,
        x: ArrayLike,
    ) -> NDArray[Any]:
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
    def predict_proba(
        self,
        x: ArrayLike,
    ) -> NDArray[Any]:
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
    def summary(
        self,
        shape: tuple[int, ...] | None = None,
    ) -> str:
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

class RMSNormalization(Layer):
    """`rms_norm`: each row divided by the root of the mean of its squares, then times gamma.

    Parameters
    ----------
    axis : int or tuple of int, default -1
        What is averaged over, as for `rms_norm`; not the axis of the rows, 0.
    epsilon : float, default 1e-6
        What is added to the mean of squares.

    Attributes
    ----------
    gamma : ndarray
        Of the axes that are averaged over.

    References
    ----------
    B. Zhang and R. Sennrich, "Root mean square layer normalization", NeurIPS 2019.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.RMSNormalization()]).forward(np.array([[3.0, 4.0]])).round(4)
    array([[0.8485, 1.1314]])
    """

    gamma: NDArray[Any]
    def __init__(
        self,
        axis: int | tuple[int, ...] = -1,
        epsilon: float = 1e-06,
    ) -> None: ...
    def forward(
        self,
        x: NDArray[Any],
        training: bool = False,
    ) -> NDArray[Any]: ...
    def backward(
        self,
        dy: NDArray[Any],
        wanted: bool = True,
    ) -> Any: ...

def batch_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    beta: ArrayLike | None = None,
    mean: NDArray[Any] | None = None,
    var: NDArray[Any] | None = None,
    axis: int | tuple[int, ...] = 0,
    training: bool = True,
    momentum: float = 0.9,
    epsilon: float = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]: ...

def batch_norm_backward(
    dy: ArrayLike,
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = 0,
    epsilon: float = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]: ...

def layer_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    beta: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: float = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]: ...

def layer_norm_backward(
    dy: ArrayLike,
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: float = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]: ...

def rms_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: float = 1e-06,
    *,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]: ...

def rms_norm_backward(
    dy: ArrayLike,
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: float = 1e-06,
    *,
    out: NDArray[Any] | None = None,
) -> tuple[NDArray[Any], NDArray[Any]]: ...
