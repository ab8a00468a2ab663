"""A row of a table, as data."""

import math
from functools import lru_cache
from typing import NamedTuple


class FromOutput(NamedTuple):
    """The derivative of a function from its result: its formula of y, and what must hold for the parameters."""

    formula: str
    conditions: tuple[str, ...]


class Row(NamedTuple):
    """A row of a table; a parameter without a default has None.  `ranges` are those for which the error bounds hold."""

    name: str
    formula: str
    about: str
    properties: str  # Python of the parameters, for stated()
    source: str
    parameters: dict
    ranges: dict
    conditions: tuple
    from_output: FromOutput | None = None
    derivative: str | None = None  # of an activation

    @property
    def see(self):
        """The names of functions that are like it."""
        return tuple(stated(self)["see"].split(", "))

    @property
    def flat(self):
        """Whether it has a piece on which it is constant: there its backward forms are 0 whatever dy is."""
        return stated(self).get("flat", False)


class Update(NamedTuple):
    """A row of the table of optimisers: hyperparameters with their defaults and intervals, and scalars as Python of these."""

    name: str
    optimizer: str
    formula: str
    about: str
    source: str
    hyperparameters: dict
    intervals: dict
    states: tuple[str, ...]
    scalars: dict


def stated(row, **parameters):
    """What a row says of its function, as a dict, for parameters; those left out have their default, or 0.25."""
    known = {name: 0.25 if default is None else default for name, default in row.parameters.items()} | parameters
    return _evaluated(row.properties, tuple(known.items()))


def checker(row):
    """A function of the numbers of a row, which raises a ValueError unless they fulfil its conditions."""

    @lru_cache(maxsize=256)
    def check(*numbers):
        given = dict(zip(row.parameters, numbers))
        for condition in row.conditions:
            if not eval(condition, {}, given):
                told = ", ".join(f"{name}={value}" for name, value in given.items())
                raise ValueError(f"{row.name} needs {condition}, but has {told}")

    return check


@lru_cache(maxsize=256)
def _evaluated(properties, parameters):
    return eval(f"dict({properties})", {"inf": math.inf, "pi": math.pi, "sqrt": math.sqrt, **dict(parameters)})
