"""Layers: what each computes forward, and backward.

A layer that is *built* knows the shape of a row that comes in, its `shape`, and of one that goes out, its `output_shape`.  Its
arrays of a training step are kept for the next one: what `forward` and `backward` return is overwritten by their next call.
"""

import inspect
import math
from copy import copy

import numpy as np

from fastact.functions.arguments import check_real
from fastact.nn import init
from fastact.nn.activations import IDENTITY, SHARES, Core, Own, core
from fastact.nn.buffers import Buffers
from fastact.nn.public import public


@public
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

    learning_rate_factor = 1.0
    makes_new = True  # whether what inference returns is a new array
    shape = output_shape = dtype = None
    kept = ()  # attributes that are parameters and statistics, where there are such
    forgotten = ("_buffers",)  # attributes that belong to a step: a copy does not have them

    def shape_of(self, shape):
        """The shape of a row that goes out, for one that comes in."""
        return shape

    def build(self, shape, rng, dtype):
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
        self.output_shape = self.shape_of(shape)
        self.shape, self.dtype = shape, np.dtype(dtype)
        self._buffers = Buffers(dtype)

    def forward(self, x, training=False):
        """What goes out for rows that come in; in training, what `backward` needs is kept."""
        raise NotImplementedError

    def backward(self, dy, wanted=True):
        """The gradient at what came in; those of the parameters are in `gradients` then.

        Parameters
        ----------
        dy : ndarray
            The gradient at what went out of the last `forward` in training.
        wanted : bool, default True
            Whether the result is needed: before the first layer it is not, and a layer may return None.
        """
        raise NotImplementedError

    def forward_with(self, following):
        """For inference, a function of x that is this layer and the following one in a single pass, or None."""

    @property
    def parameters(self):
        return []

    @property
    def gradients(self):
        return []

    @property
    def decayed(self):
        return [array.ndim > 1 for array in self.parameters]

    @property
    def statistics(self):
        return []

    @property
    def arrays(self):
        """What is kept in a file: parameters and statistics, by the names that they have as attributes."""
        return {name: getattr(self, name) for name in self.kept if getattr(self, name) is not None}

    def array_shapes(self, shape):
        """The shapes that `arrays` have in a layer that is built for rows of a shape."""
        return {}

    def restore_statistics(self):
        """Takes back what the last `forward` did to the statistics."""

    def draws_from(self, rng):
        """Lets a layer that draws in training, and has no generator of its own, draw from this one."""

    def arguments(self):
        """The arguments of the constructor, by name: those that are kept under these names."""
        names = inspect.signature(type(self).__init__).parameters
        return {name: getattr(self, name) for name in names if hasattr(self, name)}

    def __getstate__(self):
        state = {name: value for name, value in self.__dict__.items() if name not in self.forgotten}
        return state | ({} if self.dtype is None else {"_buffers": None})

    def __setstate__(self, state):
        self.__dict__.update(state)
        if self.dtype is not None:
            self._buffers = Buffers(self.dtype)
            if "core" in state:
                self.core.typed(self.dtype)

    def __repr__(self):
        signature, told = inspect.signature(type(self).__init__).parameters, {}
        for name, value in self.arguments().items():
            default = signature[name].default if name in signature else inspect.Parameter.empty
            if type(value) is not type(default) or value != default:
                told[name] = value
        words = (repr(v) if name in ("units", "rate", "name") else f"{name}={v!r}" for name, v in told.items())
        return f"{type(self).__name__}({', '.join(words)})"


@public
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

    kept = ("W", "b")
    forgotten = ("_buffers", "_x", "_z", "_y")

    def __init__(self, units, activation=None, use_bias=True, initializer=None):
        self.units = whole("units", units)
        self.activation = activation
        self.core = copy(activation.core) if isinstance(activation, Activation) else core(activation, {})
        self.core.width(self.units)
        self.use_bias, self.initializer = bool(use_bias), initializer
        self.draw = init.get(initializer) if isinstance(initializer, str) else initializer
        if self.draw is not None and not callable(self.draw):
            raise TypeError(f"initializer must be a string, a callable or None, not {type(initializer).__name__}")
        self.W = self.b = None

    def shape_of(self, shape):
        if not shape or not shape[-1]:
            raise ValueError(f"Dense takes rows of at least one number, not of the shape {shape}")
        return (*shape[:-1], self.units)

    def array_shapes(self, shape):
        columns = self.core.width(self.units)
        return {"W": (shape[-1], columns), "b": (columns,)} if self.use_bias else {"W": (shape[-1], columns)}

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.core.typed(self.dtype)
        size = self.array_shapes(shape)["W"]
        if rng is None:
            self.W = np.zeros(size, self.dtype)
        elif self.draw is None:
            self.W = rng.standard_normal(size, self.dtype)
            self.W *= self.dtype.type(self._gain() / math.sqrt(size[0]))
        else:
            drawn = np.asarray(self.draw(size, rng=rng, dtype=self.dtype))
            if drawn.shape != size:
                raise ValueError(f"initializer must return an array of the shape {size}, not {drawn.shape}")
            self.W = np.array(drawn, self.dtype, order="C")
        self.b = np.zeros(size[1], self.dtype) if self.use_bias else None
        self.dW, self.db = np.zeros_like(self.W), np.zeros_like(self.b) if self.use_bias else None

    def _gain(self):
        try:
            return init.gain(self.core.name, **self.core.parameters)
        except (TypeError, ValueError):  # of what is no function of one number, or has no moment
            return 1.0

    @property
    def parameters(self):
        return [self.W, self.b] if self.use_bias else [self.W]

    @property
    def gradients(self):
        return [self.dW, self.db] if self.use_bias else [self.dW]

    def forward(self, x, training=False):
        return self._trained(x, self.core) if training else self._inferred(x, self.core)

    def backward(self, dy, wanted=True):
        return self._gradients(dy, self.core, wanted)

    def _inferred(self, x, core):
        many = x.ndim != 2
        if many:
            lead, x = x.shape[:-1], x.reshape(-1, x.shape[-1])
        z = np.dot(x, self.W)
        y = z if z.shape[1] == self.units else np.empty((len(z), self.units), self.dtype)
        if self.use_bias:
            core.biased(z, self.b, y)
        else:
            core.value(z, y)
        return y.reshape(*lead, self.units) if many else y

    def _trained(self, x, core):
        many = x.ndim != 2
        if many:
            lead, x = x.shape[:-1], x.reshape(-1, x.shape[-1])
        rows, columns = len(x), self.W.shape[1]
        z = y = np.dot(x, self.W, self._buffers("z", (rows, columns)))
        if not core.overwrites:
            y = self._buffers("y", (rows, self.units))
        if self.use_bias:
            core.biased(z, self.b, y)
        else:
            core.value(z, y)
        self._x, self._z, self._y = x, z, y
        return y.reshape(*lead, self.units) if many else y

    def _gradients(self, dy, core, wanted):
        x, z, y = self._x, self._z, self._y
        rows, columns = z.shape
        many = dy.ndim != 2
        if many:
            lead, dy = dy.shape[:-1], dy.reshape(rows, self.units)
        room = self._buffers("dz", (rows, columns))
        dz = core.biased_backward(dy, z, y, self.b, room) if self.use_bias else core.backward(dy, z, y, room)
        np.dot(x.T, dz, self.dW)
        if self.use_bias:  # the sum of the rows, in a third of the time of numpy.add.reduce
            np.dot(self._buffers.ones(rows), dz, self.db)
        if not wanted:
            return None
        dx = np.dot(dz, self.W.T, self._buffers("dx", (rows, self.W.shape[0])))
        return dx.reshape(*lead, -1) if many else dx


class Linear:
    """A dense layer without its activation, of which a loss takes care."""

    def __init__(self, dense):
        self.dense = dense

    def forward_with(self, following):
        return None

    def forward(self, x, training=True):
        return self.dense._trained(x, IDENTITY) if training else self.dense._inferred(x, IDENTITY)

    def backward(self, dy, wanted=True):
        return self.dense._gradients(dy, IDENTITY, wanted)


@public
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

    forgotten = ("_buffers", "_x", "_y")

    def __init__(self, name, derivative=None, check=False, **options):
        self.name, self.derivative, self.check, self.options = name, derivative, bool(check), options
        if derivative is None:
            if check:
                raise TypeError("check needs a derivative, of a function of one's own")
            self.core = core(name, options)
            if name is None:
                raise TypeError("name must be a string or a callable, not NoneType")
        else:
            if not callable(name) or not callable(derivative):
                raise TypeError("with a derivative, both must be callable")
            if options:
                raise TypeError(f"a function of one's own has no parameter {next(iter(options))!r}")
            self.core = Own(name, derivative)
            if check:
                self.core.check()

    def arguments(self):
        fixed = {"name": self.name, "derivative": self.derivative, "check": self.check}
        return (fixed if self.derivative else {"name": self.name}) | self.options

    def shape_of(self, shape):
        if not shape:
            raise ValueError("Activation takes rows with at least one axis")
        return (*shape[:-1], self.core.units(shape[-1]))

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.core.typed(self.dtype)

    def forward(self, x, training=False):
        shape = (len(x), *self.output_shape)
        y = self._buffers("y", shape) if training else np.empty(shape, self.dtype)
        self.core.value(x, y)
        if training:
            self._x, self._y = x, y
        return y

    def backward(self, dy, wanted=True):
        return self.core.backward(dy, self._x, self._y, self._buffers("dx", self._x.shape)) if wanted else None


@public
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

    forgotten = ("_buffers", "_factor")
    makes_new = False

    def __init__(self, rate, rng=None):
        check_real("rate", rate)
        if not 0 <= rate <= 1:
            raise ValueError(f"rate must be from 0 to 1, not {rate!r}")
        self.rate, self.rng = rate, rng
        self._generator = rng

    def build(self, shape, rng, dtype):
        super().build(shape, rng, dtype)
        self.draws_from(rng)

    def draws_from(self, rng):
        self._generator = self.rng or rng or np.random.default_rng()

    def forward(self, x, training=False):
        if not training:
            return x
        if self.rate == 0:
            self._factor = None
            return x
        y, factor = self._buffers("y", x.shape), self._buffers("factor", x.shape)
        if self.rate == 1:
            factor.fill(0)
            y.fill(0)
        else:
            kept = self._buffers("kept", x.shape, bool)
            self._generator.random(dtype=self.dtype, out=factor)
            np.greater_equal(factor, self.rate, out=kept)
            np.multiply(kept, self.dtype.type(1 / (1 - self.rate)), out=factor)
            np.multiply(x, factor, out=y)
        self._factor = factor
        return y

    def backward(self, dy, wanted=True):
        if self._factor is None or not wanted:
            return dy
        return np.multiply(dy, self._factor, out=self._buffers("dx", dy.shape))


@public
class Flatten(Layer):
    """Rows of any shape as rows of one axis.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> nn.Network([nn.Flatten(), nn.Dense(3)]).forward(np.ones((5, 2, 4))).shape
    (5, 3)
    """

    makes_new = False

    def __init__(self):
        pass

    def shape_of(self, shape):
        return (math.prod(shape),)

    def forward(self, x, training=False):
        return x.reshape(len(x), *self.output_shape)

    def backward(self, dy, wanted=True):
        return dy.reshape(len(dy), *self.shape) if wanted else None


def inferred(layers, x):
    """What goes out of layers at inference."""
    left = iter(layers)
    layer = next(left, None)
    while layer is not None:
        following = next(left, None)
        forward = None if following is None else layer.forward_with(following)
        if forward is None:
            x, layer = layer.forward(x, False), following
        else:
            x, layer = forward(x), next(left, None)
    return x


def whole(name, number, least=1):
    """An integer of at least 1, or another number."""
    if isinstance(number, bool) or not isinstance(number, (int, np.integer)):
        raise TypeError(f"{name} must be an integer, not {type(number).__name__}")
    if number < least:
        raise ValueError(f"{name} must be at least {least}, not {number}")
    return int(number)


def ends_in(layer, name):
    """Whether a layer's result is that of an activation of this name without parameters."""
    found = getattr(layer, "core", None)
    return isinstance(found, Core) and found.name == name and not found.parameters


def gives_shares(layer):
    """Whether a layer's results are rows of shares already: softmax or one of its kin, with or without parameters."""
    return getattr(getattr(layer, "core", None), "name", None) in SHARES
