# Made by `python -m fastact.lab.write_stubs`: the public names of fastact.nn.schedules with their types.
from collections.abc import Callable, Sequence
from typing import Any, SupportsIndex, TypeAlias

from fastact import _Real

__all__ = [
    "constant", "cosine", "plateau", "step", "warm_up",
]

_OfStep: TypeAlias = Callable[[int], _Real]

class Schedule:
    """A function of the step that shows what it was made with.
    """

    def __init__(
        self,
        **given: Any,
    ) -> None: ...
    def __call__(
        self,
        step: SupportsIndex,
    ) -> float: ...

class constant(Schedule):
    """The same rate at every step.

    Parameters
    ----------
    learning_rate : float
        In [0, inf).

    Raises
    ------
    ValueError
        If the rate is outside of its interval.

    Examples
    --------
    >>> from fastact.nn import schedules
    >>> schedules.constant(0.1)(1000)
    0.1
    """

    learning_rate: float
    def __init__(
        self,
        learning_rate: _Real,
    ) -> None: ...
    def rate(
        self,
        step: int,
    ) -> float: ...

class cosine(Schedule):
    """A rate that falls along half a period of the cosine, and stays at its end: from `learning_rate` at step 0 to `lowest` at
    step `steps`.

    Parameters
    ----------
    learning_rate : float
        The first rate, in [0, inf).
    steps : int
        How many steps the fall lasts, at least 1.
    lowest : float, default 0
        The last rate, in [0, inf).

    Raises
    ------
    ValueError
        If a number is outside of its interval.

    Notes
    -----
    ``lowest + (learning_rate - lowest)*(1 + cos(pi*step/steps))/2``.

    References
    ----------
    I. Loshchilov and F. Hutter, SGDR: stochastic gradient descent with warm restarts, 2017.

    Examples
    --------
    >>> from fastact.nn import schedules
    >>> rate = schedules.cosine(1.0, steps=4)
    >>> rate(0), round(rate(2), 12), rate(4), rate(100)
    (1.0, 0.5, 0.0, 0.0)
    """

    learning_rate: float
    steps: int
    lowest: float
    def __init__(
        self,
        learning_rate: _Real,
        steps: SupportsIndex,
        lowest: _Real = 0.0,
    ) -> None: ...
    def rate(
        self,
        step: int,
    ) -> float: ...

class plateau(Schedule):
    """A rate that is multiplied by a factor when a loss has not fallen for some epochs.

    `Network.fit` tells it the loss at the end of every epoch, by `observe`: the validation loss, or that of the training where
    there is no validation.

    Parameters
    ----------
    learning_rate : float
        The first rate, in [0, inf).
    factor : float, default 0.1
        In [0, 1).
    patience : int, default 10
        How many epochs in a row without a lower loss leave the rate as it is; after the next one it is multiplied.
    threshold : float, default 1e-4
        By which share of the lowest loss so far another must be below it to be lower, in [0, 1).
    lowest : float, default 0
        The rate never falls below this, in [0, inf).

    Raises
    ------
    ValueError
        If a number is outside of its interval.

    Examples
    --------
    >>> from fastact.nn import schedules
    >>> rate = schedules.plateau(0.5, factor=0.5, patience=1)
    >>> for loss in (1.0, 0.9, 0.9, 0.9):
    ...     rate.observe(loss)
    >>> rate(1000)
    0.25
    """

    learning_rate: float
    factor: float
    patience: int
    threshold: float
    lowest: float
    def __init__(
        self,
        learning_rate: _Real,
        factor: _Real = 0.1,
        patience: SupportsIndex = 10,
        threshold: _Real = 0.0001,
        lowest: _Real = 0.0,
    ) -> None: ...
    def rate(
        self,
        step: int,
    ) -> float: ...
    def observe(
        self,
        loss: _Real,
    ) -> None:
        """Take note of the loss of an epoch; one that is NaN is not lower.
        """

class step(Schedule):
    """A rate that is multiplied by a factor every so many steps, or at given ones: ``learning_rate*factor**times``.

    Parameters
    ----------
    learning_rate : float
        The first rate, in [0, inf).
    every : int or sequence of int
        How many steps one rate lasts; or the steps at which a new one begins, in rising order.
    factor : float, default 0.1
        In [0, inf).

    Raises
    ------
    ValueError
        If a number is outside of its interval, or steps do not rise.

    Examples
    --------
    >>> from fastact.nn import schedules
    >>> rate = schedules.step(0.5, every=10, factor=0.5)
    >>> rate(9), rate(10), rate(20)
    (0.5, 0.25, 0.125)
    >>> schedules.step(0.5, every=[2, 3], factor=0.5)(3)
    0.125
    """

    learning_rate: float
    every: int | tuple[int, ...]
    factor: float
    def __init__(
        self,
        learning_rate: _Real,
        every: SupportsIndex | Sequence[SupportsIndex],
        factor: _Real = 0.1,
    ) -> None: ...
    def rate(
        self,
        step: int,
    ) -> float: ...

class warm_up(Schedule):
    """A rate that rises linearly over the first N steps, and goes on as a fixed rate or as another schedule says.

    Step n, counted from 0, of the rise has ``(n + 1)/(N + 1)`` of the rate that follows it.

    Parameters
    ----------
    learning_rate : float or callable
        The rate after the rise, in [0, inf); or a schedule, whose step 0 is the first one after the rise.
    steps : int
        N, how many steps the rise lasts; 0 is none.

    Raises
    ------
    ValueError
        If a number is outside of its interval.

    References
    ----------
    P. Goyal et al., Accurate, large minibatch SGD: training ImageNet in 1 hour, 2017.

    Examples
    --------
    >>> from fastact.nn import schedules
    >>> rate = schedules.warm_up(1.0, steps=3)
    >>> [rate(n) for n in range(5)]
    [0.25, 0.5, 0.75, 1.0, 1.0]
    >>> schedules.warm_up(schedules.cosine(0.1, 1000), steps=100)(100)
    0.1
    """

    learning_rate: float | _OfStep
    steps: int
    def __init__(
        self,
        learning_rate: _Real | _OfStep,
        steps: SupportsIndex,
    ) -> None: ...
    def rate(
        self,
        step: int,
    ) -> float: ...
    def observe(
        self,
        loss: _Real,
    ) -> None:
        """Hand the loss of an epoch on to the schedule that follows, if it is one that observes losses, as `plateau` does.
        """
