# Made by `python -m fastact.lab.write_stubs`: the public names of fastact.nn with their types.
from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from typing import Any, Literal, Self, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fastact import _Real
from fastact.nn.optimizers import Optimizer
from fastact.nn import init as init
from fastact.nn import optimizers as optimizers
from fastact.nn import schedules as schedules

__all__ = [
    "Activation", "BatchNormalization", "Dense", "Dropout", "EarlyStopping", "Flatten", "Layer", "LayerNormalization",
    "Network", "RMSNormalization", "adadelta_", "adagrad_", "adam_", "adamw_", "amsgrad_", "batch_norm", "batch_norm_backward",
    "init", "layer_norm", "layer_norm_backward", "lion_", "nadam_", "optimizers", "rms_norm", "rms_norm_backward", "rmsprop_",
    "rmsprop_centered_", "rmsprop_centered_momentum_", "rmsprop_momentum_", "schedules", "sgd_", "sgd_momentum_",
    "sgd_nesterov_",
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
        The activation's parameters: numbers, or arrays that broadcast against rows, and are copied.

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
        momentum: _Real = 0.9,
        epsilon: _Real = 1e-05,
    ) -> None: ...
    def averaged(
        self,
        shape: tuple[int, ...],
    ) -> None:
        """The axes that are averaged over, counted from 0 at the rows'.
        """
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]: ...
    def array_shapes(
        self,
        shape: tuple[int, ...],
    ) -> dict[str, tuple[int, ...]]: ...
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
    @property
    def decayed(self) -> list[bool]: ...
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
    def forward_with(
        self,
        following: Layer,
    ) -> Callable[[NDArray[Any]], NDArray[Any]] | None: ...
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
    def array_shapes(
        self,
        shape: tuple[int, ...],
    ) -> dict[str, tuple[int, ...]]: ...
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
        rate: _Real,
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
        min_delta: _Real = 0.0,
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
        rng : numpy.random.Generator or None
            Draws the weights, and later what is drawn in training.  Without one, weights are zeros that wait for others.
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
    def forward_with(
        self,
        following: Layer,
    ) -> Callable[[NDArray[Any]], NDArray[Any]] | None:
        """For inference, a function of x that is this layer and the following one in a single pass, or None.
        """
    @property
    def parameters(self) -> list[NDArray[Any]]: ...
    @property
    def gradients(self) -> list[NDArray[Any]]: ...
    @property
    def decayed(self) -> list[bool]: ...
    @property
    def statistics(self) -> list[NDArray[Any]]: ...
    @property
    def arrays(self) -> dict[str, NDArray[Any]]: ...
    def array_shapes(
        self,
        shape: tuple[int, ...],
    ) -> dict[str, tuple[int, ...]]:
        """The shapes that `arrays` have in a layer that is built for rows of a shape.
        """
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
        epsilon: _Real = 1e-05,
    ) -> None: ...
    def averaged(
        self,
        shape: tuple[int, ...],
    ) -> None:
        """The axes that are averaged over, counted from 0 at the rows'.
        """
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]: ...
    def array_shapes(
        self,
        shape: tuple[int, ...],
    ) -> dict[str, tuple[int, ...]]: ...
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
    @property
    def decayed(self) -> list[bool]: ...
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
    def save(
        self,
        path: str | PathLike[str],
        optimizer: Optimizer | None = None,
    ) -> None:
        """Writes the network to a file, from which `load` restores it.

        Parameters
        ----------
        path : str or os.PathLike
            Exactly this file is written.  If the name ends in ".safetensors", the format is that of safetensors, which must be
            installed; otherwise it is NumPy's `.npz`, which `numpy.load` reads too.
        optimizer : Optimizer, optional
            An optimiser of `nn.optimizers`, which is saved with its state.

        Raises
        ------
        TypeError, ValueError
            If something cannot be saved, or an array no longer has the shape and type with which its layer was built.
        OSError
            If the file cannot be written.
        ImportError
            If safetensors is needed and not installed.

        Notes
        -----
        Saved are the layers with their arguments and arrays, the loss (also one that the last `fit` chose), the type, and the
        shape of the inputs.  The random generators of the network and of `Dropout` are not saved.  A network that is not built
        is saved without weights.  Your own layers, activations, initialisers, losses, optimisers and functions as learning
        rates cannot be saved; schedules of `nn.schedules` can.

        A new file is written beside the old one, and replaces it when it is completely on the disk; after an error the old file
        is unchanged.  A callback of `fit` may save after each epoch; if another thread saves during a step, some arrays may be
        those before the step and others those after it.

        Examples
        --------
        >>> import os, tempfile
        >>> import numpy as np
        >>> from fastact import nn
        >>> net = nn.Network([nn.Dense(4, "gelu"), nn.Dense(2)], rng=0)
        >>> x = np.ones((3, 5))
        >>> y = net.forward(x)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "net.npz")
        ...     net.save(path)
        ...     again = nn.Network.load(path)
        >>> again, bool((again.forward(x) == y).all())
        (Network([Dense(4, activation='gelu'), Dense(2)]), True)
        """
    @overload
    @classmethod
    def load(
        cls,
        path: str | PathLike[str],
        optimizer: Literal[False] = False,
    ) -> Self:
        """Reads a network from a file that `save` has written.  Its outputs are the same bit for bit, and so is more training.

        Parameters
        ----------
        path : str or os.PathLike
            The format is recognised by the contents, whatever the name is.
        optimizer : bool, default False
            Whether to return the optimiser that was saved with the network, too.

        Returns
        -------
        Network or tuple
            The network, or the network and the optimiser.

        Raises
        ------
        ValueError
            If the file is damaged, cut short, of another format or version, or has no optimiser although one is asked for.
        TypeError
            If an argument is of another type, or a subclass of Network does not take the arguments of Network.
        OSError
            If the file cannot be read.
        ImportError
            If its format is that of safetensors, which is not installed.

        Notes
        -----
        Nothing in the file is executed, and `load` takes no more memory than a small multiple of its size.  The checksum
        detects accidental damage only: whoever can write the file can write any network.

        Examples
        --------
        >>> import os, tempfile
        >>> import numpy as np
        >>> from fastact import nn
        >>> net, adam = nn.Network([nn.Dense(1)], rng=0), nn.optimizers.Adam(0.1)
        >>> x = np.linspace(-1, 1, 50)[:, None]
        >>> _ = net.fit(x, 2 * x, epochs=3, optimizer=adam, rng=0)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "net.npz")
        ...     net.save(path, optimizer=adam)
        ...     again, optimizer = nn.Network.load(path, optimizer=True)
        >>> optimizer, optimizer.step
        (Adam(learning_rate=0.1), 6)
        >>> again.fit(x, 2 * x, optimizer=optimizer, rng=1) == net.fit(x, 2 * x, optimizer=adam, rng=1)
        True
        """
    @overload
    @classmethod
    def load(
        cls,
        path: str | PathLike[str],
        optimizer: Literal[True],
    ) -> tuple[Self, Optimizer]: ...
    @overload
    @classmethod
    def load(
        cls,
        path: str | PathLike[str],
        optimizer: bool = False,
    ) -> Self | tuple[Self, Optimizer]: ...
    @classmethod
    def from_torch(
        cls,
        module: Any,
        input_shape: tuple[int, ...] | None = None,
    ) -> Self:
        """A network that computes what a PyTorch module computes at inference, with copies of its weights.

        Parameters
        ----------
        module : torch.nn.Module
            One of Linear, Identity, Dropout, Flatten, BatchNorm1d, LayerNorm, RMSNorm and the activations of torch.nn that are
            functions of a number or of the last axis; or a Sequential, possibly nested, of these.  It may be in training or in
            evaluation mode, on any device.
        input_shape : tuple of int, optional
            The shape of a row of the inputs.  By default it is taken from the first module that has a size: rows of one axis
            for Linear, BatchNorm1d and PReLU.  After a Flatten the network takes it from the first call.

        Returns
        -------
        Network
            Its type is float64 if a weight is float64, else float32, also for half precision.  It has no `loss`: as for every
            network without one, `predict` takes several outputs as logits of classes, unless they are probabilities, and a
            single output as a value, unless its activation is sigmoid.  ``Network(net.layers, loss, net.dtype)`` has the same
            layers and a loss.

        Raises
        ------
        TypeError
            If `module` is not a module.
        ValueError
            If a module or one of its arguments has no counterpart: the message names all such modules and their places.

        Notes
        -----
        A Linear and the activation that follows it become one `Dense`, whose W is the transposed weight.  The momentum m of
        BatchNorm1d becomes 1 - m.  If a normalisation is not affine, gamma and beta stay 1 and 0 in training, because the
        factor of their learning rate is 0.  The slopes of PReLU are copied but not trained; RReLU has its slope at inference.
        `requires_grad` is not copied: all weights are trained, also frozen ones.
        Softplus is computed for all x; PyTorch returns x itself beyond its threshold (20 or more), with an error of up to
        2e-9/beta.

        Subclasses, modules with forward hooks or parametrisations, and modules with a replaced forward are refused, because it
        is not known what they compute.  If your own module consists of the layers above, use `load_weights`.

        Examples
        --------
        >>> import numpy as np
        >>> from fastact import nn
        >>> import torch  # doctest: +SKIP
        >>> module = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.GELU(), torch.nn.Linear(8, 3))  # doctest: +SKIP
        >>> net = nn.Network.from_torch(module)  # doctest: +SKIP
        >>> net  # doctest: +SKIP
        Network([Dense(8, activation='gelu'), Dense(3)])
        >>> net.predict_proba(np.zeros((1, 4))).shape  # doctest: +SKIP
        (1, 3)
        """
    @classmethod
    def from_keras(
        cls,
        model: Any,
    ) -> Self:
        """A network that computes what a Sequential of Keras 3 computes at inference, with copies of its weights.

        Parameters
        ----------
        model : keras.Sequential
            A built model, possibly nested, of Dense, Activation, ReLU, LeakyReLU, PReLU, ELU, Softmax, Dropout, Flatten,
            BatchNormalization, LayerNormalization, RMSNormalization and Identity.

        Returns
        -------
        Network
            Its type is float64 if a weight is float64, else float32, also if Keras has a half-precision policy.  It has no
            `loss`.

        Raises
        ------
        TypeError
            If `model` is not a Sequential of Keras 3.
        ValueError
            If it is not built, or a layer or one of its arguments has no counterpart: the message names all such layers.

        Notes
        -----
        Activations are those of keras.activations, with Keras's own defaults: the slope of "leaky_relu" is .2, that of the
        layer LeakyReLU is .3.  Keras's sparsemax, whose sums are not 1, is refused.  The slopes of PReLU are copied but not
        trained.  If a normalisation has neither center nor scale, gamma and beta stay 1 and 0 in training.  `trainable`,
        regularisers and constraints are ignored.  Except on TensorFlow, Keras computes products of float64 in float32; this
        network computes them in float64.

        Examples
        --------
        >>> from fastact import nn
        >>> import keras  # doctest: +SKIP
        >>> layers = [keras.Input((4,)), keras.layers.Dense(8, "silu"), keras.layers.Dense(3)]  # doctest: +SKIP
        >>> model = keras.Sequential(layers)  # doctest: +SKIP
        >>> nn.Network.from_keras(model)  # doctest: +SKIP
        Network([Dense(8, activation='silu'), Dense(3)])
        """
    @classmethod
    def from_sklearn(
        cls,
        estimator: Any,
    ) -> Self:
        """A network that computes what a fitted MLPClassifier or MLPRegressor of scikit-learn computes.

        Parameters
        ----------
        estimator : MLPClassifier or MLPRegressor
            An estimator of sklearn.neural_network, not of a subclass.

        Returns
        -------
        Network
            Its type is that in which the estimator was fitted.  `predict_proba` gives the estimator's probabilities.  `predict`
            gives class numbers, and ``estimator.classes_[net.predict(x)]`` their labels.  With several labels per row it gives
            0 or 1 for each, and for a regressor values, as the estimator does.

        Raises
        ------
        TypeError
            If `estimator` is neither of the two.
        ValueError
            If it is not fitted.

        Notes
        -----
        The `loss` is softmax or sigmoid cross-entropy, or the squared error.  `fit` of the network continues from the weights,
        but does not use the estimator's alpha and solver.

        Examples
        --------
        >>> from fastact import nn
        >>> from sklearn.neural_network import MLPClassifier  # doctest: +SKIP
        >>> estimator = MLPClassifier((8,)).fit([[0.0], [1.0]], ["no", "yes"])  # doctest: +SKIP
        >>> nn.Network.from_sklearn(estimator)  # doctest: +SKIP
        Network([Dense(8, activation='relu'), Dense(1, activation='sigmoid')], loss='sigmoid_cross_entropy')
        """
    def load_weights(
        self,
        state_dict: Mapping[str, Any],
    ) -> None:
        """Loads the weights of a network with the same layers, by their names in PyTorch or here.

        Parameters
        ----------
        state_dict : mapping of str to array_like
            Arrays or tensors by names such as "0.weight" and "0.bias".  Names with the same part before their last dot form a
            group.  There must be a group for each layer that has arrays, in the order of the layers; what the groups are called
            does not matter.  Names that are sorted as text, as in a file of safetensors, are put in the order of their numbers:
            "2.weight" before "10.weight".  After the dot follows PyTorch's name, weight, bias, running_mean or running_var
            (num_batches_tracked is ignored), or the name of the attribute here: W, b, gamma, beta, mean, var.

        Raises
        ------
        TypeError
            If it is not a mapping of strings to arrays of real numbers.
        ValueError
            If arrays are missing, too many, unknown or of another shape; if names that are sorted as text do not tell the order
            of the layers; or if the network is not built and the arrays do not determine the shape of its rows.  The message
            names the array and what is wanted, and the network is unchanged.

        Notes
        -----
        The ``weight`` of a dense layer has the shape (outputs, inputs), as in PyTorch, and W has (inputs, outputs).  Values are
        rounded to the type of the network.  A network that has no type yet becomes float64 if one of the arrays is float64.

        Examples
        --------
        >>> import numpy as np
        >>> from fastact import nn
        >>> net = nn.Network([nn.Dense(2, "relu"), nn.Dense(1)])
        >>> weights = {"0.weight": np.array([[1, 2, 3], [4, 5, 6]]), "0.bias": np.zeros(2)}
        >>> net.load_weights(weights | {"2.weight": np.ones((1, 2)), "2.bias": np.zeros(1)})
        >>> net.layers[0].W
        array([[1., 4.],
               [2., 5.],
               [3., 6.]])
        >>> net.forward([[1.0, 0.0, 0.0]])
        array([[5.]])
        """
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
        optimizer: Optimizer | type[Optimizer] | str | None = None,
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
        epsilon: _Real = 1e-06,
    ) -> None: ...
    def averaged(
        self,
        shape: tuple[int, ...],
    ) -> None:
        """The axes that are averaged over, counted from 0 at the rows'.
        """
    def shape_of(
        self,
        shape: tuple[int, ...],
    ) -> tuple[int, ...]: ...
    def array_shapes(
        self,
        shape: tuple[int, ...],
    ) -> dict[str, tuple[int, ...]]: ...
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
    @property
    def decayed(self) -> list[bool]: ...
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

def adadelta_(
    p: NDArray[Any],
    g: NDArray[Any],
    v: NDArray[Any],
    changes: NDArray[Any],
    learning_rate: _Real = 1.0,
    rho: _Real = 0.9,
    epsilon: _Real = 1e-06,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'inside',
) -> None:
    """One step of Adadelta in place.  Rates by the root mean square of the changes so far over that of the gradients.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    v, changes : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 1
        The size of a step.  In [0, inf).
    rho : float, default 0.9
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    epsilon : float, default 1e-06
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "inside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        v = rho*v + (1 - rho)*g**2
        change = root(changes, 1)/root(v, 1)*g
        changes = rho*changes + (1 - rho)*change**2
        p = p - learning_rate*change
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    M. D. Zeiler, ADADELTA: an adaptive learning rate method, 2012.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import adadelta_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> adadelta_(p, g, np.zeros(2), np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def adagrad_(
    p: NDArray[Any],
    g: NDArray[Any],
    sum: NDArray[Any],
    learning_rate: _Real = 0.01,
    epsilon: _Real = 1e-10,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of Adagrad in place.  Rates that fall with the sum of the squares of a parameter's gradients.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    sum : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    epsilon : float, default 1e-10
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        sum = sum + g**2
        p = p - learning_rate*g/root(sum, 1)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization,
    2011.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import adagrad_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> adagrad_(p, g, np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def adam_(
    p: NDArray[Any],
    g: NDArray[Any],
    m: NDArray[Any],
    v: NDArray[Any],
    step: int,
    learning_rate: _Real = 0.001,
    beta_1: _Real = 0.9,
    beta_2: _Real = 0.999,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of Adam in place.  The mean of gradients over the root of their mean square, both corrected for their start
    at 0.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    m, v : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    step : int
        The number of the step, from 1.
    learning_rate : float, default 0.001
        The size of a step.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        p = p - learning_rate*m/(1 - beta_1**step)/root(v, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import adam_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> adam_(p, g, np.zeros(2), np.zeros(2), 1)
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def adamw_(
    p: NDArray[Any],
    g: NDArray[Any],
    m: NDArray[Any],
    v: NDArray[Any],
    step: int,
    learning_rate: _Real = 0.001,
    beta_1: _Real = 0.9,
    beta_2: _Real = 0.999,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.01,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of AdamW in place.  Adam with decoupled weight decay: beside the gradient, not in it.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    m, v : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    step : int
        The number of the step, from 1.
    learning_rate : float, default 0.001
        The size of a step.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0.01
        Decoupled weight decay: before the gradient's step a parameter p loses ``learning_rate*weight_decay*p``.  In [0,
        inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        p = p - learning_rate*weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        p = p - learning_rate*m/(1 - beta_1**step)/root(v, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    I. Loshchilov and F. Hutter, Decoupled weight decay regularization, 2019.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import adamw_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> adamw_(p, g, np.zeros(2), np.zeros(2), 1)
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def amsgrad_(
    p: NDArray[Any],
    g: NDArray[Any],
    m: NDArray[Any],
    v: NDArray[Any],
    highest: NDArray[Any],
    step: int,
    learning_rate: _Real = 0.001,
    beta_1: _Real = 0.9,
    beta_2: _Real = 0.999,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of AMSGrad in place.  Adam by the highest mean square so far, before its correction: rates never rise.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    m, v, highest : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    step : int
        The number of the step, from 1.
    learning_rate : float, default 0.001
        The size of a step.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        highest = maximum(highest, v)
        p = p - learning_rate*m/(1 - beta_1**step)/root(highest, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    S. J. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, 2018.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import amsgrad_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> amsgrad_(p, g, np.zeros(2), np.zeros(2), np.zeros(2), 1)
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def batch_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    beta: ArrayLike | None = None,
    mean: NDArray[Any] | None = None,
    var: NDArray[Any] | None = None,
    axis: int | tuple[int, ...] = 0,
    training: bool = True,
    momentum: _Real = 0.9,
    epsilon: _Real = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]:
    """Batch normalisation: ``(x - mean)/sqrt(var + epsilon)*gamma + beta``, mean and variance over `axis`.

    Parameters
    ----------
    x : array_like
        At least one axis; types as for `layer_norm`.
    gamma, beta : array_like, optional
        Of the shape that `x` has along all other axes, those that are not averaged over; 1 and 0 by default.
    mean, var : ndarray, optional
        The running statistics, of the same shape: in training they are updated in place, and without training they take the
        place of those of `x`.
    axis : int, tuple of int or None, default 0
        What is averaged over: 0 for rows of features, (0, 2, 3) for images whose channels are axis 1.
    training : bool, default True
        Whether `x` is normalised by its own statistics.
    momentum : float, default 0.9
        The part of the running statistics that is kept, from 0 to 1: ``mean = momentum*mean + (1 - momentum)*mean(x)``, and
        the variance likewise.  (PyTorch's momentum is what this leaves to 1.)
    epsilon : float, default 1e-5
        Added to the variance; at least 0.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.

    Returns
    -------
    ndarray
        Of the shape of `x`, in the type to which those of `x`, `gamma` and `beta` promote.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an array is complex, text or an object, or the running statistics are no arrays of floating-point numbers.
    ValueError
        If an array has another shape, one of the running statistics is given without the other, or neither without training,
        or a number is out of range.  Nothing is changed then.

    See Also
    --------
    batch_norm_backward : its gradients, in training.

    Notes
    -----
    Moments as in `layer_norm`.  `x` is normalised by the variance that is divided by n, and the running one is updated by that
    divided by n - 1, as PyTorch does (Keras divides both by n).  A single element for each mean leaves the running statistics
    alone.

    References
    ----------
    S. Ioffe, C. Szegedy, "Batch normalization: accelerating deep network training by reducing internal covariate shift", ICML
    2015.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> x, mean, var = np.array([[1.0], [2.0], [3.0], [4.0]]), np.zeros(1), np.ones(1)
    >>> y = nn.batch_norm(x, mean=mean, var=var)
    >>> print(mean, var)
    [0.25] [1.06666667]
    """

def batch_norm_backward(
    dy: ArrayLike,
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = 0,
    epsilon: _Real = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """The gradients of `batch_norm` in training, at its input, `gamma` and `beta`.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `x`.
    x, gamma, axis, epsilon
        As for `batch_norm`.
    out : ndarray, optional
        For dx: of the shape of `x`, with any strides; may be `dy` or `x`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dgamma, dbeta : ndarray
        Of the shape that `x` has along the axes that are not averaged over, also where `gamma` is not given.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `batch_norm`; ValueError too if `dy` does not broadcast to the shape of `x`.

    Notes
    -----
    With xhat the normalised x, dx is ``gamma*(dy - mean(dy) - xhat*mean(dy*xhat))/sqrt(var + epsilon)``.

    References
    ----------
    As for `batch_norm`.

    Examples
    --------
    >>> from fastact import nn
    >>> dx, dgamma, dbeta = nn.batch_norm_backward([[1.0], [0.0], [0.0]], [[0.0], [1.0], [2.0]], epsilon=0.0)
    >>> print(dgamma, dbeta)
    [-1.22474487] [1.]
    """

def layer_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    beta: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: _Real = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]:
    """Layer normalisation: ``(x - mean)/sqrt(var + epsilon)*gamma + beta``, mean and variance over `axis`.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers as `numpy.exp` takes them.
    gamma, beta : array_like, optional
        Of the shape that `x` has along `axis`, its axes in the order of those of `x`; 1 and 0 by default.
    axis : int, tuple of int or None, default -1
        What is averaged over; None takes all axes.
    epsilon : float, default 1e-5
        Added to the variance; at least 0.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.

    Returns
    -------
    ndarray
        Of the shape of `x`, in the type to which those of the arrays promote.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an array is complex, text or an object, or of a type that is none of NumPy's.
    ValueError
        If `gamma`, `beta` or `out` have another shape, or `epsilon` is negative.

    See Also
    --------
    layer_norm_backward : its gradients.
    rms_norm : without the mean.

    Notes
    -----
    The variance is that of all n elements (divided by n).  It is formed in twice the digits of the type, less the mean where
    that is large: its error is below 2 units in the last place also for means of 10^4 standard deviations, and it is never
    negative.  A row of equal elements becomes exactly `beta`.  Neither large nor small elements overflow on the way.

    References
    ----------
    J. L. Ba, J. R. Kiros, G. E. Hinton, "Layer normalization", 2016.

    Examples
    --------
    >>> from fastact import nn
    >>> print(nn.layer_norm([[1.0, 2.0, 3.0], [2.0, 2.0, 2.0]], beta=[0.0, 0.0, 1.0]))
    [[-1.22473569  0.          2.22473569]
     [ 0.          0.          1.        ]]
    """

def layer_norm_backward(
    dy: ArrayLike,
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: _Real = 1e-05,
    *,
    out: NDArray[Any] | None = None,
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """The gradients of `layer_norm` at its input, `gamma` and `beta`.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `x`.
    x, gamma, axis, epsilon
        As for `layer_norm`.
    out : ndarray, optional
        For dx: of the shape of `x`, with any strides; may be `dy` or `x`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dgamma, dbeta : ndarray
        Of the shape that `x` has along `axis`: sums over all other axes, also where `gamma` is not given.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `layer_norm`; ValueError too if `dy` does not broadcast to the shape of `x`.

    Notes
    -----
    With g = dy*gamma and xhat the normalised x, dx is ``(g - mean(g) - xhat*mean(g*xhat))/sqrt(var + epsilon)``.  Sums over
    rows are made in chunks of at most 64 rows, whatever the number of threads, and these are added in twice the digits.

    References
    ----------
    As for `layer_norm`.

    Examples
    --------
    >>> from fastact import nn
    >>> dx, dgamma, dbeta = nn.layer_norm_backward([[1.0, 0.0]], [[0.0, 2.0]], epsilon=0.0)
    >>> print(dx, dgamma, dbeta)
    [[0. 0.]] [-1.  0.] [1. 0.]
    """

def lion_(
    p: NDArray[Any],
    g: NDArray[Any],
    m: NDArray[Any],
    learning_rate: _Real = 0.0001,
    beta_1: _Real = 0.9,
    beta_2: _Real = 0.99,
    weight_decay: _Real = 0.0,
) -> None:
    """One step of Lion in place.  The sign of a mean of gradients, with decoupled weight decay: beside it, not in it.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    m : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.0001
        The size of a step.  In [0, inf).
    beta_1 : float, default 0.9
        The share of the running mean in what a step has the sign of; the gradient has the rest.  In [0, 1).
    beta_2 : float, default 0.99
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    weight_decay : float, default 0
        Decoupled weight decay: before the gradient's step a parameter p loses ``learning_rate*weight_decay*p``.  In [0,
        inf).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        p = p - learning_rate*weight_decay*p - learning_rate*sign(beta_1*m + (1 - beta_1)*g)
        m = beta_2*m + (1 - beta_2)*g

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    X. Chen et al., Symbolic discovery of optimization algorithms, 2023.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import lion_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> lion_(p, g, np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def nadam_(
    p: NDArray[Any],
    g: NDArray[Any],
    m: NDArray[Any],
    v: NDArray[Any],
    step: int,
    learning_rate: _Real = 0.002,
    beta_1: _Real = 0.9,
    beta_2: _Real = 0.999,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    momentum_decay: _Real = 0.004,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of Nadam in place.  Adam with Nesterov's momentum, which rises from half to the whole of beta_1.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    m, v : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    step : int
        The number of the step, from 1.
    learning_rate : float, default 0.002
        The size of a step.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    momentum_decay : float, default 0.004
        How fast the momentum of step t rises to `beta_1`: it is ``beta_1*(1 - 0.96**(t*momentum_decay)/2)``.  Keras has
        1.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        momentum = lambda t: beta_1*(1 - 0.96**(t*momentum_decay)/2)
        momenta = prod([momentum(t) for t in range(1, step + 1)])
        ahead = momentum(step + 1)*m/(1 - momenta*momentum(step + 1)) + (1 - momentum(step))*g/(1 - momenta)
        p = p - learning_rate*ahead/root(v, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    T. Dozat, Incorporating Nesterov momentum into Adam, 2016.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import nadam_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> nadam_(p, g, np.zeros(2), np.zeros(2), 1)
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def rms_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: _Real = 1e-06,
    *,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]:
    """Root mean square normalisation: ``x/sqrt(mean(x**2) + epsilon)*gamma``, the mean over `axis`.

    Parameters
    ----------
    x, gamma, axis, out
        As for `layer_norm`.
    epsilon : float, default 1e-6
        Added to the mean of squares; at least 0.

    Returns
    -------
    ndarray
        Of the shape of `x`, in the type to which those of the arrays promote.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `layer_norm`.

    See Also
    --------
    rms_norm_backward : its gradients.

    References
    ----------
    B. Zhang, R. Sennrich, "Root mean square layer normalization", NeurIPS 2019.

    Examples
    --------
    >>> from fastact import nn
    >>> print(nn.rms_norm([3.0, 4.0], epsilon=0.0))
    [0.84852814 1.13137085]
    """

def rms_norm_backward(
    dy: ArrayLike,
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    axis: int | tuple[int, ...] = -1,
    epsilon: _Real = 1e-06,
    *,
    out: NDArray[Any] | None = None,
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The gradients of `rms_norm` at its input and at `gamma`.

    Parameters
    ----------
    dy, out
        As for `layer_norm_backward`.
    x, gamma, axis, epsilon
        As for `rms_norm`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dgamma : ndarray
        Of the shape that `x` has along `axis`.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `layer_norm_backward`.

    References
    ----------
    As for `rms_norm`.

    Examples
    --------
    >>> from fastact import nn
    >>> dx, dgamma = nn.rms_norm_backward([1.0, 1.0], [1.0, 1.0], epsilon=0.0)
    >>> print(dx, dgamma)
    [0. 0.] [1. 1.]
    """

def rmsprop_(
    p: NDArray[Any],
    g: NDArray[Any],
    v: NDArray[Any],
    learning_rate: _Real = 0.01,
    rho: _Real = 0.99,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of RMSProp in place.  Gradients over the root of their mean square.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    v : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    rho : float, default 0.99
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        v = rho*v + (1 - rho)*g**2
        p = p - learning_rate*g/root(v, 1)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    T. Tieleman and G. Hinton, Lecture 6.5: divide the gradient by a running average of its recent magnitude, 2012.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import rmsprop_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> rmsprop_(p, g, np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def rmsprop_centered_(
    p: NDArray[Any],
    g: NDArray[Any],
    variance: NDArray[Any],
    m: NDArray[Any],
    learning_rate: _Real = 0.01,
    rho: _Real = 0.99,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of RMSProp in place.  RMSProp by the variance of gradients.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    variance, m : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    rho : float, default 0.99
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        variance = rho*(variance + (1 - rho)*(g - m)**2)
        m = m + (1 - rho)*(g - m)
        p = p - learning_rate*g/root(variance, 1)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    A. Graves, Generating sequences with recurrent neural networks, 2013.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import rmsprop_centered_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> rmsprop_centered_(p, g, np.zeros(2), np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def rmsprop_centered_momentum_(
    p: NDArray[Any],
    g: NDArray[Any],
    variance: NDArray[Any],
    m: NDArray[Any],
    velocity: NDArray[Any],
    learning_rate: _Real = 0.01,
    rho: _Real = 0.99,
    momentum: _Real = 0.9,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of RMSProp in place.  RMSProp by the variance of gradients, with momentum.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    variance, m, velocity : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    rho : float, default 0.99
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    momentum : float, default 0.9
        The share of the velocity that a step keeps.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        variance = rho*(variance + (1 - rho)*(g - m)**2)
        m = m + (1 - rho)*(g - m)
        velocity = momentum*velocity + g/root(variance, 1)
        p = p - learning_rate*velocity
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    A. Graves, Generating sequences with recurrent neural networks, 2013.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import rmsprop_centered_momentum_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> rmsprop_centered_momentum_(p, g, np.zeros(2), np.zeros(2), np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def rmsprop_momentum_(
    p: NDArray[Any],
    g: NDArray[Any],
    v: NDArray[Any],
    velocity: NDArray[Any],
    learning_rate: _Real = 0.01,
    rho: _Real = 0.99,
    momentum: _Real = 0.9,
    epsilon: _Real = 1e-08,
    weight_decay: _Real = 0.0,
    *,
    epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
) -> None:
    """One step of RMSProp in place.  RMSProp with momentum.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    v, velocity : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    rho : float, default 0.99
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    momentum : float, default 0.9
        The share of the velocity that a step keeps.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        v = rho*v + (1 - rho)*g**2
        velocity = momentum*velocity + g/root(v, 1)
        p = p - learning_rate*velocity
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    A. Graves, Generating sequences with recurrent neural networks, 2013.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import rmsprop_momentum_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> rmsprop_momentum_(p, g, np.zeros(2), np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def sgd_(
    p: NDArray[Any],
    g: NDArray[Any],
    learning_rate: _Real = 0.01,
    weight_decay: _Real = 0.0,
) -> None:
    """One step of SGD in place.  Gradient descent, stochastic where batches are drawn.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        p = p - learning_rate*g

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    H. Robbins and S. Monro, A stochastic approximation method, 1951.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import sgd_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> sgd_(p, g)
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def sgd_momentum_(
    p: NDArray[Any],
    g: NDArray[Any],
    velocity: NDArray[Any],
    learning_rate: _Real = 0.01,
    momentum: _Real = 0.9,
    dampening: _Real = 0.0,
    weight_decay: _Real = 0.0,
) -> None:
    """One step of SGD in place.  Gradient descent with momentum.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    velocity : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    momentum : float, default 0.9
        The share of the velocity that a step keeps.  In [0, 1).
    dampening : float, default 0
        The gradient is added to the velocity times ``1 - dampening``, at the first step too, where PyTorch adds it
        whole.  Where it equals `momentum` the velocity is a running mean.  In [0, 1].
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        velocity = momentum*velocity + (1 - dampening)*g
        p = p - learning_rate*velocity

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import sgd_momentum_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> sgd_momentum_(p, g, np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

def sgd_nesterov_(
    p: NDArray[Any],
    g: NDArray[Any],
    velocity: NDArray[Any],
    learning_rate: _Real = 0.01,
    momentum: _Real = 0.9,
    weight_decay: _Real = 0.0,
) -> None:
    """One step of SGD in place.  Gradient descent with Nesterov's momentum, which looks a step ahead.

    Parameters
    ----------
    p : ndarray
        The parameter, which is changed.  float16 and bfloat16 are computed in float32.
    g : ndarray
        Its gradient, of the shape and the type of `p`.
    velocity : ndarray
        The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with
        zeros.
    learning_rate : float, default 0.01
        The size of a step.  In [0, inf).
    momentum : float, default 0.9
        The share of the velocity that a step keeps.  In [0, 1).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).

    Raises
    ------
    ValueError
        If shapes differ, an array is read-only or shares memory with another, or a number is outside of its
        interval; nothing has been changed then.
    TypeError
        If an array is not an ndarray of these types.

    Notes
    -----
    ::

        g = g + weight_decay*p
        velocity = momentum*velocity + g
        p = p - learning_rate*(g + momentum*velocity)

    Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for
    the call.  The numbers of a step are computed in float64, whatever the type of `p`.

    References
    ----------
    Y. Nesterov, A method of solving a convex programming problem with convergence rate O(1/k^2), 1983; I. Sutskever et
    al., On the importance of initialization and momentum in deep learning, 2013.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import sgd_nesterov_
    >>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> sgd_nesterov_(p, g, np.zeros(2))
    >>> p < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """
