# Made by `python -m fastact.lab.write_stubs`: the public names of fastact.nn.optimizers with their types.
from collections.abc import Mapping, Sequence
from inspect import Signature
from typing import Any, ClassVar, Literal, TypeVar, overload

from numpy.typing import NDArray

from fastact import _Real
from fastact.nn.schedules import _OfStep

__all__ = [
    "SGD", "AMSGrad", "Adadelta", "Adagrad", "Adam", "AdamW", "Lion", "Nadam", "Optimizer", "RMSProp", "get",
]

_O = TypeVar("_O", bound=Optimizer)

class SGD(Optimizer):
    """Gradient descent, stochastic where batches are drawn.

    Parameters
    ----------
    learning_rate : float or callable, default 0.01
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    momentum : float, default 0
        The share of the velocity that a step keeps.  In [0, 1).
    nesterov : bool, default False
        Whether the step is taken from where the velocity leads.  It needs momentum, and no dampening.
    dampening : float, default 0
        The gradient is added to the velocity times ``1 - dampening``, at the first step too, where PyTorch adds it
        whole.  Where it equals `momentum` the velocity is a running mean.  In [0, 1].
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        # Gradient descent, stochastic where batches are drawn.
        g = g + weight_decay*p
        p = p - learning_rate*g

        # Gradient descent with momentum.
        g = g + weight_decay*p
        velocity = momentum*velocity + (1 - dampening)*g
        p = p - learning_rate*velocity

        # Gradient descent with Nesterov's momentum, which looks a step ahead.
        g = g + weight_decay*p
        velocity = momentum*velocity + g
        p = p - learning_rate*(g + momentum*velocity)

    References
    ----------
    H. Robbins and S. Monro, A stochastic approximation method, 1951; B. T. Polyak, Some methods of speeding up the
    convergence of iteration methods, 1964; Y. Nesterov, A method of solving a convex programming problem with
    convergence rate O(1/k^2), 1983; I. Sutskever et al., On the importance of initialization and momentum in deep
    learning, 2013.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.SGD()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    momentum: float
    nesterov: bool
    dampening: float
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.01,
        momentum: _Real = 0.0,
        nesterov: bool = False,
        dampening: _Real = 0.0,
        weight_decay: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        decay_all: bool = False,
    ) -> None: ...
    def rule(
        self,
    ) -> str: ...

class AMSGrad(Optimizer):
    """Adam by the highest mean square so far, before its correction: rates never rise.

    Parameters
    ----------
    learning_rate : float or callable, default 0.001
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        g = g + weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        highest = maximum(highest, v)
        p = p - learning_rate*m/(1 - beta_1**step)/root(highest, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    References
    ----------
    S. J. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, 2018.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.AMSGrad()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    beta_1: float
    beta_2: float
    epsilon: float
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.001,
        beta_1: _Real = 0.9,
        beta_2: _Real = 0.999,
        epsilon: _Real = 1e-08,
        weight_decay: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
        decay_all: bool = False,
    ) -> None: ...

class Adadelta(Optimizer):
    """Rates by the root mean square of the changes so far over that of the gradients.

    Parameters
    ----------
    learning_rate : float or callable, default 1
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    rho : float, default 0.9
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    epsilon : float, default 1e-06
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "inside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        g = g + weight_decay*p
        v = rho*v + (1 - rho)*g**2
        change = root(changes, 1)/root(v, 1)*g
        changes = rho*changes + (1 - rho)*change**2
        p = p - learning_rate*change
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    References
    ----------
    M. D. Zeiler, ADADELTA: an adaptive learning rate method, 2012.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.Adadelta()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    rho: float
    epsilon: float
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 1.0,
        rho: _Real = 0.9,
        epsilon: _Real = 1e-06,
        weight_decay: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'inside',
        decay_all: bool = False,
    ) -> None: ...

class Adagrad(Optimizer):
    """Rates that fall with the sum of the squares of a parameter's gradients.

    Parameters
    ----------
    learning_rate : float or callable, default 0.01
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    epsilon : float, default 1e-10
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    initial_accumulator_value : float, default 0
        What the sums of squares start at; Keras has 0.1.  In [0, inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        g = g + weight_decay*p
        sum = sum + g**2
        p = p - learning_rate*g/root(sum, 1)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    References
    ----------
    J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization,
    2011.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.Adagrad()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    epsilon: float
    weight_decay: float
    initial_accumulator_value: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.01,
        epsilon: _Real = 1e-10,
        weight_decay: _Real = 0.0,
        initial_accumulator_value: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
        decay_all: bool = False,
    ) -> None: ...

class Adam(Optimizer):
    """The mean of gradients over the root of their mean square, both corrected for their start at 0.

    Parameters
    ----------
    learning_rate : float or callable, default 0.001
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        g = g + weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        p = p - learning_rate*m/(1 - beta_1**step)/root(v, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    References
    ----------
    D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.Adam()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    beta_1: float
    beta_2: float
    epsilon: float
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.001,
        beta_1: _Real = 0.9,
        beta_2: _Real = 0.999,
        epsilon: _Real = 1e-08,
        weight_decay: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
        decay_all: bool = False,
    ) -> None: ...

class AdamW(Optimizer):
    """Adam with decoupled weight decay: beside the gradient, not in it.

    Parameters
    ----------
    learning_rate : float or callable, default 0.001
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    beta_1 : float, default 0.9
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    beta_2 : float, default 0.999
        The decay of the running mean of their squares.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    weight_decay : float, default 0.01
        Decoupled weight decay: before the gradient's step a parameter p loses ``learning_rate*weight_decay*p``.  In [0,
        inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        p = p - learning_rate*weight_decay*p
        m = beta_1*m + (1 - beta_1)*g
        v = beta_2*v + (1 - beta_2)*g**2
        p = p - learning_rate*m/(1 - beta_1**step)/root(v, 1 - beta_2**step)
        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    References
    ----------
    I. Loshchilov and F. Hutter, Decoupled weight decay regularization, 2019.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.AdamW()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    beta_1: float
    beta_2: float
    epsilon: float
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.001,
        beta_1: _Real = 0.9,
        beta_2: _Real = 0.999,
        epsilon: _Real = 1e-08,
        weight_decay: _Real = 0.01,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
        decay_all: bool = False,
    ) -> None: ...

class Lion(Optimizer):
    """The sign of a mean of gradients, with decoupled weight decay: beside it, not in it.

    Parameters
    ----------
    learning_rate : float or callable, default 0.0001
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    beta_1 : float, default 0.9
        The share of the running mean in what a step has the sign of; the gradient has the rest.  In [0, 1).
    beta_2 : float, default 0.99
        The decay of the running mean of gradients: the share of the old value that a step keeps.  In [0, 1).
    weight_decay : float, default 0
        Decoupled weight decay: before the gradient's step a parameter p loses ``learning_rate*weight_decay*p``.  In [0,
        inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        p = p - learning_rate*weight_decay*p - learning_rate*sign(beta_1*m + (1 - beta_1)*g)
        m = beta_2*m + (1 - beta_2)*g

    References
    ----------
    X. Chen et al., Symbolic discovery of optimization algorithms, 2023.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.Lion()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    beta_1: float
    beta_2: float
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.0001,
        beta_1: _Real = 0.9,
        beta_2: _Real = 0.99,
        weight_decay: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        decay_all: bool = False,
    ) -> None: ...

class Nadam(Optimizer):
    """Adam with Nesterov's momentum, which rises from half to the whole of beta_1.

    Parameters
    ----------
    learning_rate : float or callable, default 0.002
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
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
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

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

    References
    ----------
    T. Dozat, Incorporating Nesterov momentum into Adam, 2016.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.Nadam()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    beta_1: float
    beta_2: float
    epsilon: float
    weight_decay: float
    momentum_decay: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.002,
        beta_1: _Real = 0.9,
        beta_2: _Real = 0.999,
        epsilon: _Real = 1e-08,
        weight_decay: _Real = 0.0,
        momentum_decay: _Real = 0.004,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
        decay_all: bool = False,
    ) -> None: ...

class Optimizer:
    """What all optimisers have; `Adam` is one of them.  One of one's own is a subclass with `update` and these attributes.

    Attributes
    ----------
    learning_rate : float or callable
        The rate, or a function of the step, counted from 0, that gives it.  It can be set between steps, as all
        hyperparameters can.
    step : int
        How many steps were made.
    decay_all : bool
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights alone.
    """

    names: ClassVar[tuple[str, ...]]
    arguments: ClassVar[dict[str, Any]]
    keywords: ClassVar[dict[str, Any]]
    intervals: ClassVar[dict[str, str]]
    __signature__: ClassVar[Signature]

    def __init_subclass__(cls, names: Sequence[str] = (), arguments: dict[str, Any] | None = None) -> None: ...
    learning_rate: float | _OfStep
    step: int
    decay_all: bool
    def __init__(
        self,
        *args: Any,
        **kwargs: Any,
    ) -> None: ...
    def rule(
        self,
    ) -> str:
        """The rule of the next step: the name of a row of the table.
        """
    def rate(
        self,
    ) -> float:
        """The learning rate of the next step.
        """
    def update(
        self,
        parameters: Sequence[NDArray[Any]],
        gradients: Sequence[NDArray[Any]],
        *,
        rate_factors: Sequence[_Real] | None = None,
        decayed: Sequence[bool] | None = None,
    ) -> None:
        """Make one step, in place.

        Parameters
        ----------
        parameters : sequence of ndarrays
            What is changed: of any shapes, strides and byte orders, of float16, bfloat16 (both computed in float32, with a
            state of float32), float32 or float64.  The state is kept by position, from the first call on.
        gradients : sequence of ndarrays
            The gradients of these, of the same shapes and types; they are only read.
        rate_factors : sequence of float, optional
            What the learning rate of each parameter is multiplied by.
        decayed : sequence of bool, optional
            Whether there is weight decay for each parameter; for all where it is not given.

        Raises
        ------
        ValueError
            If lengths or shapes differ, from one another or from the step before; an array is read-only or shares memory with
            another; or `learning_rate` gives a number outside of its interval.
        TypeError
            If an array is not an ndarray of these types, or a gradient's is another than its parameter's.
        FloatingPointError
            If a gradient is not finite and `clip_norm` is set.

        Notes
        -----
        Where an error is raised nothing has been changed.

        All arrays are gone through in one parallel region, and an element's bits do not depend on their number, their order or
        on threads.  `clip_value` cuts gradients to ``[-clip_value, clip_value]``; then `clip_norm` scales all of them by
        ``min(1, clip_norm/norm)``, where norm is the root of the sum of squares over all arrays.  The arrays of gradients stay
        as they are.
        """
    def state(
        self,
    ) -> dict[str, Any]:
        """The state as a dict, for `load_state`: the number ``step``, and a copy of each array by ``name/position``.
        """
    def load_state(
        self,
        state: Mapping[str, Any],
    ) -> None:
        """Take over a state that `state` gave.  A ValueError names what is missing or unknown; nothing is changed then.
        """

class RMSProp(Optimizer):
    """Gradients over the root of their mean square.

    Parameters
    ----------
    learning_rate : float or callable, default 0.01
        The size of a step; or a function that gives it for the number of a step, counted from 0.  In [0, inf).
    rho : float, default 0.99
        The decay of the running means: the share of the old value that a step keeps.  In [0, 1).
    momentum : float, default 0
        The share of the velocity that a step keeps.  In [0, 1).
    epsilon : float, default 1e-08
        A small number that keeps what is divided by from being 0.  In [0, inf).
    centered : bool, default False
        Whether gradients are divided by the root of their variance, in place of their mean square.  The state is the
        variance itself: the mean square less the square of the mean could round to less than 0.
    weight_decay : float, default 0
        L2 regularisation: this times the parameter is added to the gradient.  In [0, inf).
    clip_norm : float, optional
        Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.
    clip_value : float, optional
        Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.
    epsilon_at : {"outside", "hat", "inside"}, default "outside"
        Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:
        "outside", ``sqrt(v/c) + epsilon`` (PyTorch); "hat", ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat
        of Adam's paper); "inside", ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop).  Here c is 1, and the first
        two are the same.
    decay_all : bool, default False
        Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights
        alone.

    Raises
    ------
    ValueError
        If a hyperparameter is outside of its interval.
    TypeError
        If an argument is unknown or of another type.

    Notes
    -----
    ::

        # Gradients over the root of their mean square.
        g = g + weight_decay*p
        v = rho*v + (1 - rho)*g**2
        p = p - learning_rate*g/root(v, 1)

        # RMSProp with momentum.
        g = g + weight_decay*p
        v = rho*v + (1 - rho)*g**2
        velocity = momentum*velocity + g/root(v, 1)
        p = p - learning_rate*velocity

        # RMSProp by the variance of gradients.
        g = g + weight_decay*p
        variance = rho*(variance + (1 - rho)*(g - m)**2)
        m = m + (1 - rho)*(g - m)
        p = p - learning_rate*g/root(variance, 1)

        # RMSProp by the variance of gradients, with momentum.
        g = g + weight_decay*p
        variance = rho*(variance + (1 - rho)*(g - m)**2)
        m = m + (1 - rho)*(g - m)
        velocity = momentum*velocity + g/root(variance, 1)
        p = p - learning_rate*velocity

        # root(v, c): the root of v/c, with epsilon as `epsilon_at` says

    References
    ----------
    T. Tieleman and G. Hinton, Lecture 6.5: divide the gradient by a running average of its recent magnitude, 2012; A.
    Graves, Generating sequences with recurrent neural networks, 2013.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact.nn import optimizers
    >>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    >>> optimizer = optimizers.RMSProp()
    >>> optimizer.update([weights], [gradients])
    >>> weights < [1.0, 2.0]  # against the gradient
    array([ True,  True])
    """

    learning_rate: float | _OfStep
    rho: float
    momentum: float
    epsilon: float
    centered: bool
    weight_decay: float
    clip_norm: float | None
    clip_value: float | None
    epsilon_at: Literal["outside", "hat", "inside"]
    decay_all: bool
    def __init__(
        self,
        learning_rate: _Real | _OfStep = 0.01,
        rho: _Real = 0.99,
        momentum: _Real = 0.0,
        epsilon: _Real = 1e-08,
        centered: bool = False,
        weight_decay: _Real = 0.0,
        clip_norm: _Real | None = None,
        clip_value: _Real | None = None,
        *,
        epsilon_at: Literal["outside", "hat", "inside"] = 'outside',
        decay_all: bool = False,
    ) -> None: ...
    def rule(
        self,
    ) -> str: ...

@overload
def get(
    name: Literal["sgd", "SGD"],
    **hyperparameters: Any,
) -> SGD:
    """A new optimiser by its name or its class; what is an optimiser already is returned.

    Parameters
    ----------
    name : str, class or Optimizer
        Case and underscores of a name do not matter.
    **hyperparameters
        Arguments of the class, for the new one.

    Returns
    -------
    Optimizer

    Raises
    ------
    ValueError
        If there is none of that name (the message has the nearest), or a hyperparameter is outside of its interval.
    TypeError
        If `name` is of another type, a hyperparameter is unknown or of another type, or there is one for an optimiser that is
        made already.

    Examples
    --------
    >>> from fastact.nn import optimizers
    >>> optimizers.get("adamw", weight_decay=0.1)
    AdamW(weight_decay=0.1)
    """
@overload
def get(
    name: Literal["rmsprop", "RMSProp"],
    **hyperparameters: Any,
) -> RMSProp: ...
@overload
def get(
    name: Literal["adagrad", "Adagrad"],
    **hyperparameters: Any,
) -> Adagrad: ...
@overload
def get(
    name: Literal["adadelta", "Adadelta"],
    **hyperparameters: Any,
) -> Adadelta: ...
@overload
def get(
    name: Literal["adam", "Adam"],
    **hyperparameters: Any,
) -> Adam: ...
@overload
def get(
    name: Literal["adamw", "AdamW"],
    **hyperparameters: Any,
) -> AdamW: ...
@overload
def get(
    name: Literal["amsgrad", "AMSGrad"],
    **hyperparameters: Any,
) -> AMSGrad: ...
@overload
def get(
    name: Literal["nadam", "Nadam"],
    **hyperparameters: Any,
) -> Nadam: ...
@overload
def get(
    name: Literal["lion", "Lion"],
    **hyperparameters: Any,
) -> Lion: ...
@overload
def get(
    name: str,
    **hyperparameters: Any,
) -> Optimizer: ...
@overload
def get(
    name: type[_O],
    **hyperparameters: Any,
) -> _O: ...
@overload
def get(
    name: _O,
    **hyperparameters: Any,
) -> _O: ...
