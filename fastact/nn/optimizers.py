"""Optimisers: how parameters change by their gradients, step by step.

One is made, as ``Adam(1e-3)``, and given to `Network.fit`; or its `update` is called with lists of parameters and gradients.
It keeps its state (running means of gradients, say) for each parameter, by the place in the list.  `get` makes one by its name.

Each class follows from the rows of a table, src_c/updates.h, that name it: a row is one rule for a step.  SGD and RMSProp have
several, and choose among them by their arguments."""

import difflib
import inspect
import math

import numpy as np

from fastact._core.loops.updates import Call, check_array, computed_type
from fastact.nn import update_docs
from fastact.nn.updates import RULES, UNCLIPPED, a_place, a_step, default_place, in_interval, scalars_of

__all__ = [
    "SGD",
    "AMSGrad",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Lion",
    "Nadam",
    "Optimizer",
    "RMSProp",
    "get",
]

CLIPPING = "(0, inf)"


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

    names = ()  # of the rows
    arguments, keywords, intervals = {}, {}, {}

    def __init_subclass__(cls, names=(), arguments=None):
        """The signature, the checks and the docstring follow from the rows of the table that are called `names`; `arguments`
        are its arguments and their defaults, where they are not the hyperparameters of the one row.  A class without `names`,
        as a user's, has what it inherits."""
        if not names:
            return
        rows = [RULES[name].row for name in names]
        cls.names = names
        cls.intervals = {name: interval for row in rows for name, interval in row.intervals.items()}
        cls.arguments = (arguments or rows[0].hyperparameters) | {"clip_norm": None, "clip_value": None}
        cls.keywords = {"epsilon_at": default_place(rows[0])} if "epsilon" in cls.arguments else {}
        cls.keywords |= {"decay_all": False}
        kind = inspect.Parameter
        own = [kind(name, kind.POSITIONAL_OR_KEYWORD, default=value) for name, value in cls.arguments.items()]
        own += [kind(name, kind.KEYWORD_ONLY, default=value) for name, value in cls.keywords.items()]
        cls.__signature__ = inspect.Signature(own)
        cls.__doc__ = update_docs.of_class(cls.__name__, rows, cls.arguments | cls.keywords)

    def __init__(self, *args, **kwargs):
        if not self.names:
            raise TypeError(f"Optimizer is what all of them have; take one of {', '.join(optimizer_names())}")
        try:
            bound = self.__signature__.bind(*args, **kwargs)
        except TypeError as error:
            raise TypeError(f"{type(self).__name__}(): {error}") from None
        bound.apply_defaults()
        self.step, self._state = 0, {}
        for name, value in bound.arguments.items():
            setattr(self, name, value)
        self.rule()

    def __setattr__(self, name, value):
        """Hyperparameters are checked whenever they are set."""
        if name == "learning_rate" and callable(value):
            pass
        elif name in self.intervals:
            value = in_interval(name, value, self.intervals[name])
        elif name in ("clip_norm", "clip_value"):
            value = None if value is None else in_interval(name, value, CLIPPING)
        elif name == "epsilon_at":
            value = a_place(value)
        elif name in self.arguments or name in self.keywords:
            if not isinstance(value, (bool, np.bool_)):
                raise TypeError(f"{name} must be a bool, not {type(value).__name__}")
            value = bool(value)
        super().__setattr__(name, value)

    def __repr__(self):
        shown = [f"{name}={getattr(self, name)!r}" for name in (*self.arguments, *self.keywords)
                 if getattr(self, name) != self.__signature__.parameters[name].default]  # fmt: skip
        return f"{type(self).__name__}({', '.join(shown)})"

    def rule(self):
        """The rule of the next step: the name of a row of the table."""
        return self.names[0]

    def rate(self):
        """The learning rate of the next step."""
        if not callable(self.learning_rate):
            return self.learning_rate
        value = self.learning_rate(self.step)
        return in_interval(f"learning_rate({self.step})", value, self.intervals["learning_rate"])

    def update(self, parameters, gradients, *, rate_factors=None, decayed=None):
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
        parameters, gradients = arrays_of("parameters", parameters), arrays_of("gradients", gradients)
        rule = RULES[self.rule()]
        scalars, groups = self._scalars(rule.row, len(parameters), rate_factors, decayed)
        state = self._state_for(rule.row, parameters)
        call = Call(rule, parameters, gradients, tuple(state[name] for name in rule.row.states))
        clipping = self._clipping(call)
        self._state = state
        self.step += 1
        call.apply([clipping + one for one in scalars], groups)

    def _scalars(self, row, count, rate_factors, decayed):
        """The scalars of each pair of a factor and of whether there is decay, and which of these every parameter has."""
        rate, decay = self.rate(), self.weight_decay
        values = {name: getattr(self, name) for name in row.hyperparameters}
        place = getattr(self, "epsilon_at", None)

        def of(factor, decays):
            given = values | {"learning_rate": rate * factor, "weight_decay": decay if decays else 0.0}
            return scalars_of(row, given, self.step + 1, place)

        if rate_factors is None and decayed is None:
            return [of(1.0, True)], None
        factors = [1.0] * count if rate_factors is None else list(rate_factors)
        decays = [True] * count if decayed is None else list(map(bool, decayed))
        for name, given in (("rate_factors", factors), ("decayed", decays)):
            if len(given) != count:
                raise ValueError(f"{name} has {len(given)} elements, but there are {count} parameters")
        if rate_factors is None:  # as nearly always: the pairs below take a sixth of the time of a small update
            return ([of(1.0, True), of(1.0, False)], [not one for one in decays]) if decay else ([of(1.0, True)], None)
        pairs = list(zip(factors, decays))
        kinds = {pair: k for k, pair in enumerate(dict.fromkeys(pairs))}
        for pair in kinds:
            in_interval(f"rate_factors[{pairs.index(pair)}]", pair[0], "[0, inf)")
        return [of(*pair) for pair in kinds] or [of(1.0, True)], [kinds[pair] for pair in pairs]

    def _state_for(self, row, parameters):
        """The state by names, with new arrays where there were none."""
        state = dict(self._state)
        for name in row.states:
            known = state.get(name)
            if known is None:
                start = getattr(self, "initial_accumulator_value", 0.0)
                state[name] = tuple(first_state(k, p, start) for k, p in enumerate(parameters))
            elif len(known) != len(parameters):
                raise ValueError(f"parameters has {len(parameters)} arrays, but the state {name} has {len(known)}")
        return state

    def _clipping(self, call):
        """The limit of gradients, and two factors of them: a power of 2, for their product may be too small for their type."""
        limit = math.inf if self.clip_value is None else self.clip_value
        if self.clip_norm is None:
            return UNCLIPPED if self.clip_value is None else (limit, 1.0, 1.0)
        norm, unit = call.gradient_norm(limit)
        (most, high), (length, low) = math.frexp(self.clip_norm), math.frexp(norm)
        low -= math.frexp(unit)[1] - 1
        if norm == 0 or (low, length) <= (high, most):
            return limit, 1.0, 1.0
        exponent = high - low
        half = exponent // 2 if exponent < -60 else 0
        return limit, math.ldexp(1.0, half), math.ldexp(most / length, exponent - half)

    def state(self):
        """The state as a dict, for `load_state`: the number ``step``, and a copy of each array by ``name/position``."""
        arrays = {f"{name}/{k}": array.copy() for name, of_all in self._state.items() for k, array in enumerate(of_all)}
        return {"step": self.step} | arrays

    def load_state(self, state):
        """Take over a state that `state` gave.  A ValueError names what is missing or unknown; nothing is changed then."""
        given = dict(state)
        if "step" not in given:
            raise ValueError("the state has no step")
        step = np.asarray(given.pop("step"))[()]
        step = 0 if np.ndim(step) == 0 and step == 0 else a_step(step)
        known = {name for row in self.names for name in RULES[row].row.states}
        found = {}
        for key, array in given.items():
            name, _, position = key.rpartition("/")
            if name not in known or not position.isdecimal():
                has = ", ".join(f"{one}/0" for one in sorted(known)) or "no arrays"
                raise ValueError(f"{key!r} is no state of {type(self).__name__}, which has {has} ...")
            array = np.array(array)
            check_array(key, array)
            found.setdefault(name, {})[int(position)] = array.astype(array.dtype.newbyteorder("="), copy=False)
        count = max((len(arrays) for arrays in found.values()), default=0)
        needed = RULES[self.rule()].row.states if step else ()
        for name in dict.fromkeys((*found, *needed)):
            missing = [f"{name}/{k}" for k in range(max(count, 1)) if k not in found.get(name, {})]
            if missing:
                raise ValueError(f"the state has no {', '.join(missing)}")
        self.step = step
        self._state = {name: tuple(arrays[k] for k in range(count)) for name, arrays in found.items()}


def arrays_of(name, given):
    if isinstance(given, np.ndarray):
        raise TypeError(f"{name} must be a list of arrays, not one array")
    return tuple(given)


def first_state(position, parameter, start):
    check_array(f"parameters[{position}]", parameter)
    made = np.zeros_like(parameter, computed_type(parameter.dtype), subok=False)
    if start:
        made.fill(start)
    return made


class SGD(
    Optimizer,
    names=("sgd", "sgd_momentum", "sgd_nesterov"),
    arguments={"learning_rate": 0.01, "momentum": 0.0, "nesterov": False, "dampening": 0.0, "weight_decay": 0.0},
):
    def rule(self):
        if self.nesterov and (self.momentum == 0 or self.dampening != 0):
            given = f"momentum {self.momentum!r} and dampening {self.dampening!r}"
            raise ValueError(f"nesterov needs momentum above 0 and dampening 0, got {given}")
        if self.nesterov:
            return "sgd_nesterov"
        return "sgd_momentum" if self.momentum or self.dampening else "sgd"


class RMSProp(
    Optimizer,
    names=("rmsprop", "rmsprop_momentum", "rmsprop_centered", "rmsprop_centered_momentum"),
    arguments={"learning_rate": 0.01, "rho": 0.99, "momentum": 0.0, "epsilon": 1e-8, "centered": False, "weight_decay": 0.0},
):
    def rule(self):
        return "rmsprop" + "_centered" * self.centered + "_momentum" * (self.momentum != 0)


class Adagrad(Optimizer, names=("adagrad",)): ...


class Adadelta(Optimizer, names=("adadelta",)): ...


class Adam(Optimizer, names=("adam",)): ...


class AdamW(Optimizer, names=("adamw",)): ...


class AMSGrad(Optimizer, names=("amsgrad",)): ...


class Nadam(Optimizer, names=("nadam",)): ...


class Lion(Optimizer, names=("lion",)): ...


OPTIMIZERS = {cls.__name__.lower(): cls for cls in Optimizer.__subclasses__()}


def optimizer_names():
    return [cls.__name__ for cls in OPTIMIZERS.values()]


def get(name, **hyperparameters):
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
    if isinstance(name, Optimizer):
        if hyperparameters:
            raise TypeError(f"an optimizer that is made already takes no {next(iter(hyperparameters))}: set it")
        return name
    if isinstance(name, type) and issubclass(name, Optimizer):
        return name(**hyperparameters)
    if not isinstance(name, str):
        raise TypeError(f"optimizer must be a name or an Optimizer, not {type(name).__name__}")
    key = name.lower().replace("_", "")
    if key not in OPTIMIZERS:
        near = difflib.get_close_matches(key, OPTIMIZERS, 3, 0.4) or OPTIMIZERS
        raise ValueError(f"no optimizer is called {name!r}; nearest: {', '.join(OPTIMIZERS[one].__name__ for one in near)}")
    return OPTIMIZERS[key](**hyperparameters)
