"""The rules of optimisers, each as a function that makes one step in place: `adam_(p, g, m, v, step)`.

What the table (src_c/updates.h) says of a rule is its signature, its documentation, and the numbers that its kernel gets."""

import inspect
import math
import operator
import re
import textwrap
from functools import lru_cache
from numbers import Real

import numpy as np

from fastact._core.loops.updates import Call
from fastact._core.ufuncs import built

RULES = built.updates

# What `epsilon_at` may be.
PLACES = {
    "outside": "outside of the root of the corrected moment, ``sqrt(v/c) + epsilon`` (PyTorch)",
    "hat": "beside the root of the uncorrected one, ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; the paper's epsilon hat)",
    "inside": "in the root, ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop)",
}

# What the hyperparameters are.
TEXTS = {
    "learning_rate": "The size of a step.",
    "weight_decay": "L2 regularisation: this times `p` is added to the gradient.",
    "momentum": "How much of the velocity is kept.",
    "dampening": "What the gradient's share in the velocity lacks to 1, from the first step on; with that of `momentum` the "
    "velocity is a mean.  PyTorch does not damp the first step.",
    "epsilon": "What keeps the quotient finite.",
    "rho": "How much of a mean is kept.",
    "beta_1": "How much of the mean of gradients is kept.",
    "beta_2": "How much of the mean square is kept; of Lion, of the mean.",
    "momentum_decay": "How slowly the momentum rises to the whole of `beta_1`; Keras has 1.",
    "initial_accumulator_value": "What the sums start at; Keras has 0.1.",
}
DECOUPLED = "Weight decay beside the gradient: `p` loses this times the rate of itself, as it was before the step."


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


def paragraph(name, kind, text):
    return f"{name} : {kind}\n{textwrap.indent(textwrap.fill(text, 112), '    ')}"


def described(row, name, default):
    """A hyperparameter's lines of a docstring."""
    text = DECOUPLED if name == "weight_decay" and "weight_decay*p" in row.formula.partition("g = ")[0] else TEXTS[name]
    return paragraph(name, f"float, default {default:g}", f"{text}  In {row.intervals[name]}.")


def shown_formula(row):
    lines = row.formula.split("; ")
    if "root(" in row.formula:
        lines.append("# root(v, c): the root of v/c, with epsilon as `epsilon_at` says")
    return textwrap.indent("\n".join(lines), "    ")


def in_place(rule):
    """The function of a rule."""
    row = rule.row
    kind = inspect.Parameter
    arrays, steps = ("p", "g", *row.states), ("step",) * takes_step(row)
    used = [name for name in row.hyperparameters if name == "epsilon" or re.search(rf"\b{name}\b", row.formula)]
    hyperparameters = {name: row.hyperparameters[name] for name in used}
    own = [kind(name, kind.POSITIONAL_OR_KEYWORD) for name in (*arrays, *steps)]
    own += [kind(name, kind.POSITIONAL_OR_KEYWORD, default=value) for name, value in hyperparameters.items()]
    if "epsilon" in hyperparameters:
        own.append(kind("epsilon_at", kind.KEYWORD_ONLY, default=default_place(row)))
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
        place = a_place(given["epsilon_at"]) if "epsilon_at" in given else None
        call = Call(rule, *((given[name],) for name in arrays[:2]), tuple((given[name],) for name in row.states), True)
        call.apply([(*UNCLIPPED, *scalars_of(row, values, step, place))])

    function.__name__ = function.__qualname__ = title
    function.__signature__ = signature
    function.__doc__ = documented(row, arrays, steps, hyperparameters)
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


def documented(row, arrays, steps, hyperparameters):
    places = "; ".join(f'"{place}", {text}' for place, text in PLACES.items())
    of_epsilon = paragraph("epsilon_at", "{" + ", ".join(f'"{place}"' for place in PLACES) + "}", f"Where it is: {places}.")
    states = ", ".join(row.states)
    zeros = f", {', '.join('np.zeros(2)' for _ in row.states)}" if row.states else ""
    lines = [
        f"One step of {row.optimizer} in place: {row.about[0].lower()}{row.about[1:]}" if len(row.about) < 80 else row.about,
        "",
        "Parameters",
        "----------",
        paragraph("p", "ndarray", "The parameter, which is changed.  float16 and bfloat16 are computed in float32."),
        paragraph("g", "ndarray", "Its gradient, of the shape and the type of `p`."),
        *(
            [paragraph(states, "ndarray", "The state, changed too: of the shape and the type of `p`, or of float32 for half "
                       "precision.  Zeros before the first step.")] if states else []
        ),
        *([paragraph("step", "int", "The number of the step, from 1.")] if steps else []),
        *(described(row, name, value) for name, value in hyperparameters.items()),
        *([of_epsilon] if "epsilon" in hyperparameters else []),
        "",
        "Raises",
        "------",
        "ValueError",
        "    If shapes differ, an array is read-only or shares memory with another, or a number is outside of its interval;",
        "    nothing is changed then.",
        "TypeError",
        "    If an array is not an ndarray of these types.",
        "",
        "Notes",
        "-----",
        "::",
        "",
        shown_formula(row),
        "",
        "Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for",
        "the call.",
        "",
        "References",
        "----------",
        textwrap.fill(f"{row.source}.", 116),
        "",
        "Examples",
        "--------",
        ">>> import numpy as np",
        f">>> from fastact.nn import {row.name}_",
        ">>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])",
        f">>> {row.name}_(p, g{zeros}{', 1' * len(steps)})",
        ">>> p < [1.0, 2.0]  # against the gradient",
        "array([ True,  True])",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


FUNCTIONS = {f"{name}_": in_place(rule) for name, rule in RULES.items()}
for _function in FUNCTIONS.values():
    _function.__module__ = __name__
globals().update(FUNCTIONS)  # by which they pickle
