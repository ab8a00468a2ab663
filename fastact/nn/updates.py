"""The rules of optimisers, each as a function that makes one step in place: `adam_(p, g, m, v, step)`.

What the table (src_c/updates.h) says of a rule is its signature, its documentation, and the numbers that its kernel gets."""

import inspect
import math
import operator
import re
from functools import lru_cache
from numbers import Real

import numpy as np

from fastact._core.loops.updates import Call
from fastact._core.ufuncs import built
from fastact.nn import update_docs
from fastact.nn.update_docs import PLACES

RULES = built.updates

# ---- hyperparameters --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def ends_of(interval):
    low, high = interval[1:-1].split(",")
    return float(low), float(high)


def in_interval(name, value, interval):
    """A number as float; refused where it is outside of an interval, as "[0, 1)"."""
    if type(value) is not float and (not isinstance(value, (Real, np.ndarray)) or np.ndim(value) or isinstance(value, bool)):
        raise TypeError(f"{name} must be a number in {interval}, not {type(value).__name__}")
    number = float(value)
    low, high = ends_of(interval)
    above = number >= low if interval[0] == "[" else number > low
    below = number <= high if interval[-1] == "]" else number < high
    if not (above and below):
        raise ValueError(f"{name} must be in {interval}, got {value!r}")
    return number


def a_place(epsilon_at):
    if epsilon_at not in PLACES:
        raise ValueError(f"epsilon_at must be one of {', '.join(map(repr, PLACES))}, got {epsilon_at!r}")
    return epsilon_at


def default_place(row):
    """Adadelta's epsilon is in the root everywhere."""
    return "inside" if row.name == "adadelta" else "outside"


# ---- the scalars of a step --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def momenta(beta_1, momentum_decay, steps):
    """The product of Nadam's momenta of so many steps; of those by which it is next to nothing, without the others."""
    most = steps if beta_1 == 0 else min(steps, math.ceil(-45 / math.log(beta_1)))
    return float(np.prod(beta_1 * (1 - 0.96 ** (np.arange(1, most + 1) * momentum_decay) / 2)))


@lru_cache(maxsize=64)
def code_of(name):
    return compile(f"({', '.join(RULES[name].row.scalars.values())},)", f"scalars of {name}", "eval")


def scalars_of(row, values, step, epsilon_at):
    """The numbers of one step for a kernel, in double, from the hyperparameters."""
    epsilon, beta_1, decay = values.get("epsilon"), values.get("beta_1"), values.get("momentum_decay")

    def inside(correction):
        return epsilon * correction if epsilon_at == "inside" else 0.0

    def outside(correction):
        return 0.0 if epsilon_at == "inside" else epsilon * math.sqrt(correction) if epsilon_at == "outside" else epsilon

    words = {
        "step": step,
        "sqrt": math.sqrt,
        "inside": inside,
        "outside": outside,
        "momentum": lambda t: beta_1 * (1 - 0.96 ** (t * decay) / 2),
        "momenta": lambda t: momenta(beta_1, decay, t),
    }
    return eval(code_of(row.name), words, values)


def takes_step(row):
    return any(re.search(r"\bstep\b", value) for value in row.scalars.values())


# ---- the functions ----------------------------------------------------------------------------------------------------------

UNCLIPPED = (math.inf, 1.0, 1.0)


def in_place(rule):
    """The function of a rule."""
    row = rule.row
    kind = inspect.Parameter
    arrays, steps = ("p", "g", *row.states), ("step",) * takes_step(row)
    used = [name for name in row.hyperparameters if name == "epsilon" or re.search(rf"\b{name}\b", row.formula)]
    hyperparameters = {name: row.hyperparameters[name] for name in used}
    own = [kind(name, kind.POSITIONAL_OR_KEYWORD) for name in (*arrays, *steps)]
    own += [kind(name, kind.POSITIONAL_OR_KEYWORD, default=value) for name, value in hyperparameters.items()]
    default = default_place(row) if "epsilon" in hyperparameters else None
    if default:
        own.append(kind("epsilon_at", kind.KEYWORD_ONLY, default=default))
    signature = inspect.Signature(own)
    title = f"{row.name}_"

    def function(*args, **kwargs):
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            raise TypeError(f"{title}(): {error}") from None
        bound.apply_defaults()
        given = bound.arguments
        step = a_step(given["step"]) if steps else 1
        values = {name: in_interval(name, given[name], row.intervals[name]) for name in hyperparameters}
        place = a_place(given["epsilon_at"]) if default else None
        call = Call(rule, *((given[name],) for name in arrays[:2]), tuple((given[name],) for name in row.states), True)
        call.apply([(*UNCLIPPED, *scalars_of(row, values, step, place))])

    function.__name__ = function.__qualname__ = title
    function.__signature__ = signature
    function.__module__ = "fastact.nn"
    function.__doc__ = update_docs.of_function(row, len(steps), hyperparameters, default)
    return function


def a_step(step):
    if isinstance(step, bool):
        raise TypeError("step must be an integer, not bool")
    try:
        step = operator.index(step)
    except TypeError:
        raise TypeError(f"step must be an integer, not {type(step).__name__}") from None
    if step < 1:
        raise ValueError(f"step must be at least 1, as steps are counted from 1, got {step}")
    return step


FUNCTIONS = {f"{name}_": in_place(rule) for name, rule in RULES.items()}
globals().update(FUNCTIONS)
