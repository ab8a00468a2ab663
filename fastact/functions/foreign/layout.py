"""How the arrays of a function lie to its axis, and one call of it; from that follow labels, masks and chunks.

An *operand* is an array that the function takes; the *axes* are what its argument `axis` names, and the *rows* are the others.
"""

import inspect
from functools import cached_property
from typing import NamedTuple

import numpy as np

from fastact.functions.arguments import axes_of

ALL = "all"  # of the shape of the call, or broadcast to it as NumPy does
ROWS = "rows"  # without the axes, or with them at length 1
AXIS = "axis"  # the axes alone
CHANGED = "changed"  # as ALL, but the axes have another length, and no labels


IN_WHERE, AS_IT_IS = "in where", "as it is"
EACH = "each"  # the loss of a function whose elements count alike in a mean, as far as its argument `where` has them


class Masked(NamedTuple):
    """How masked elements do not count: a number stands in their place, or they go into the argument `where`, or what
    stands there is the number already.

    `masks` makes the masks of the results from the call and the operands' masks by name, where roles do not tell them."""

    fill: float | str
    masks: object = None


class Layout(NamedTuple):
    """The roles of a function's operands and results."""

    operands: dict
    results: tuple
    axes: object  # those of a function that takes no axis, or what tells them from a call
    whole: tuple  # axes beside those along which elements depend on each other, too
    masked: Masked
    loss: object  # of a function with a reduction: what rows of a class count in a mean, or EACH
    lazy: bool


class Call:
    """One call of a function, with the operands by name."""

    def __init__(self, function, args, kwargs):
        self.function, self.layout = function, function.layout
        self.signature = inspect.signature(function)
        bound = self.signature.bind(*args, **kwargs)
        rest = [p.name for p in self.signature.parameters.values() if p.kind is p.VAR_KEYWORD and p.name in bound.arguments]
        others = bound.arguments.pop(rest[0]) if rest else {}
        self.arguments = bound.arguments | others
        roles = self.layout.operands | dict.fromkeys(others, ALL)
        self.roles = {name: roles[name] for name in self.arguments if name in roles}

    @property
    def name(self):
        return self.function.__name__

    @property
    def operands(self):
        return {name: self.arguments[name] for name in self.roles}

    def argument(self, name):
        """As given, or its default; None where there is none of that name."""
        if name in self.arguments:
            return self.arguments[name]
        return self.signature.parameters[name].default if name in self.signature.parameters else None

    def again(self, **arguments):
        """The function's result with other arguments."""
        return called(self.function, self.arguments | arguments)

    @cached_property
    def outs(self):
        """The arrays that the caller gave for results."""
        out = self.argument("out")
        return [one for one in (out if isinstance(out, tuple) else (out,)) if one is not None and one is not ...]

    @cached_property
    def ndim(self):
        return max(np.ndim(value) for name, value in self.operands.items() if self.roles[name] in (ALL, CHANGED))

    @cached_property
    def axes(self):
        """Those that the function goes along, counted from 0."""
        axis = self.argument("axis") if "axis" in self.signature.parameters else self.layout.axes
        axis = axis(self) if callable(axis) else axis
        return tuple(sorted(axes_of(self.ndim, axis))) if self.ndim else ()

    @cached_property
    def whole(self):
        """The axes along which elements depend on each other."""
        return tuple(sorted({*self.axes, *(axis + self.ndim for axis in self.layout.whole)}))

    @cached_property
    def rows(self):
        return tuple(k for k in range(self.ndim) if k not in self.axes)

    @cached_property
    def shape(self):
        """Of the call: that to which its operands broadcast."""
        return np.broadcast_shapes(*(np.shape(self.operands[name]) for name, role in self.roles.items() if role == ALL))

    def axes_or_ones(self, role, ndim):
        """The axes of the call that those of an operand or a result are, of another length or not."""
        if role == AXIS or (role == ROWS and ndim < self.ndim):
            return self.axes_of(role, ndim)
        return tuple(range(self.ndim - ndim, self.ndim))

    def axes_of(self, role, ndim):
        """Which axes of the call those of an operand or a result are, so many; None for one that is of another length."""
        if role == AXIS:
            return self.axes[len(self.axes) - ndim :]
        if role == ROWS and ndim != self.ndim:
            return self.rows[len(self.rows) - ndim :]
        trailing = range(self.ndim - ndim, self.ndim)
        return tuple(None if role != ALL and k in self.axes else k for k in trailing)


def called(function, arguments):
    """The result of a function with arguments by name, those of its ** among them."""
    args, rest = [], dict(arguments)
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is parameter.POSITIONAL_ONLY and name in rest:
            args.append(rest.pop(name))
    return function(*args, **rest)


def each(results):
    """The results of a function, of which there is one or a tuple."""
    return results if isinstance(results, tuple) else (results,)


def like(results, made):
    """In the form of a function's results."""
    if not isinstance(results, tuple):
        return made[0]
    return type(results)(*made) if hasattr(results, "_fields") else tuple(made)
