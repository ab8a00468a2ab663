"""Schedules: learning rates as functions of the step, counted from 0, for `learning_rate` of an optimiser.

Each one here makes such a function, as in ``Adam(schedules.cosine(1e-3, steps=1000))``, that can be pickled and copied.  Any
other function of an int that returns a rate will do."""

import bisect
import itertools
import math
import operator

from fastact.nn.updates import in_interval

__all__ = ["constant", "cosine", "plateau", "step", "warm_up"]


class Schedule:
    """A function of the step that shows what it was made with."""

    kept = ()  # attributes beside the arguments that change in training

    def __init__(self, **given):
        self.__dict__.update(given)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def __call__(self, step):
        return self.rate(count("step", step))


def count(name, number, least=0):
    try:
        if isinstance(number, bool):
            raise TypeError
        number = operator.index(number)
    except TypeError:
        raise TypeError(f"{name} must be an integer, not {type(number).__name__}") from None
    if number < least:
        raise ValueError(f"{name} must be at least {least}, got {number}")
    return number


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

    def __init__(self, learning_rate):
        super().__init__(learning_rate=in_interval("learning_rate", learning_rate, "[0, inf)"))

    def rate(self, step):
        return self.learning_rate


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

    def __init__(self, learning_rate, every, factor=0.1):
        if isinstance(every, (list, tuple, range)):
            every = tuple(count(f"every[{k}]", one, 1) for k, one in enumerate(every))
            if any(a >= b for a, b in itertools.pairwise(every)):
                raise ValueError(f"every must be steps that rise, got {list(every)}")
        else:
            every = count("every", every, 1)
        super().__init__(
            learning_rate=in_interval("learning_rate", learning_rate, "[0, inf)"),
            every=every,
            factor=in_interval("factor", factor, "[0, inf)"),
        )

    def rate(self, step):
        times = bisect.bisect_right(self.every, step) if isinstance(self.every, tuple) else step // self.every
        return self.learning_rate * self.factor**times


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

    def __init__(self, learning_rate, steps, lowest=0.0):
        super().__init__(
            learning_rate=in_interval("learning_rate", learning_rate, "[0, inf)"),
            steps=count("steps", steps, 1),
            lowest=in_interval("lowest", lowest, "[0, inf)"),
        )

    def rate(self, step):
        if step >= self.steps:
            return self.lowest
        fallen = math.sin(math.pi / 2 * step / self.steps) ** 2
        return self.lowest * fallen + self.learning_rate * (1 - fallen)


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

    def __init__(self, learning_rate, steps):
        if not callable(learning_rate):
            learning_rate = in_interval("learning_rate", learning_rate, "[0, inf)")
        super().__init__(learning_rate=learning_rate, steps=count("steps", steps))

    def rate(self, step):
        rising = min(1.0, (step + 1) / (self.steps + 1))
        if callable(self.learning_rate):
            step = max(0, step - self.steps)
            return rising * in_interval(f"learning_rate({step})", self.learning_rate(step), "[0, inf)")
        return rising * self.learning_rate

    def observe(self, loss):
        """Hand the loss of an epoch on to the schedule that follows, if it is one that observes losses, as `plateau` does."""
        if hasattr(self.learning_rate, "observe"):
            self.learning_rate.observe(loss)


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

    kept = ("best", "waited")

    def __init__(self, learning_rate, factor=0.1, patience=10, threshold=1e-4, lowest=0.0):
        super().__init__(
            learning_rate=in_interval("learning_rate", learning_rate, "[0, inf)"),
            factor=in_interval("factor", factor, "[0, 1)"),
            patience=count("patience", patience),
            threshold=in_interval("threshold", threshold, "[0, 1)"),
            lowest=in_interval("lowest", lowest, "[0, inf)"),
        )
        self.best, self.waited = math.inf, 0

    def rate(self, step):
        return self.learning_rate

    def observe(self, loss):
        """Take note of the loss of an epoch; one that is NaN is not lower."""
        loss = float(loss)
        if loss < self.best - self.threshold * abs(self.best) or (self.best == math.inf and loss < math.inf):
            self.best, self.waited = loss, 0
            return
        self.waited += 1
        if self.waited > self.patience:
            self.learning_rate, self.waited = max(self.learning_rate * self.factor, self.lowest), 0
