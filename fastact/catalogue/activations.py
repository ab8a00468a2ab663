"""The catalogue as data: what the table, the docstrings and the stated error bounds say of every activation."""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from numbers import Real
from typing import Any, NamedTuple

import numpy as np

from fastact._core import docstrings, error_bounds, table_functions, table_rows, ufuncs
from fastact._core.table_rows import FromOutput
from fastact.catalogue.public import ENTRIES, FUNCTIONS


class Parameter(NamedTuple):
    """A number that shapes an activation.

    Attributes
    ----------
    default : float or None
        None where it must be given.
    low, high : float or None
        Between these the error bounds are stated.
    description : str
    """

    default: float | None
    low: float | None
    high: float | None
    description: str


class Properties(NamedTuple):
    """What holds for an activation with certain parameters.

    Attributes
    ----------
    range : tuple of two floats
        Between which all values lie; a bound need not be attained.
    limits : tuple of two floats
        The values at -infinity and at infinity, computed; NaN where there is no limit or no value.
    kinks : tuple of float
        Where the derivative or the value may jump.
    monotonic : bool
        Whether it never decreases.
    symmetry : str or None
        "odd", "even" or neither.
    """

    range: tuple[float, float]
    limits: tuple[float, float]
    kinks: tuple[float, ...]
    monotonic: bool
    symmetry: str | None


@dataclass(frozen=True)
class Activation:
    """An entry of the catalogue.

    Attributes
    ----------
    name : str
    formula : str
        Executable Python of x and the parameters, for a function of one element.
    derivative : str or None
        The formula of the derivative likewise; None for what is no function of one element.
    parameters : dict of str to Parameter
    conditions : tuple of str
        What the parameters must fulfil, as Python.
    source : str
        Who published it.
    from_output : FromOutput or None
        The `formula` of the derivative as a function of the result y, and its `conditions`, where there is one.
    functions : dict of str to callable
        By name: the function itself, its derivative, its backward forms.
    bounds : dict of str to dict of str to float
        By the names of a function and a dtype: the stated bound of the error in units in the last place, on the ISA in use.

    Examples
    --------
    >>> import fastact as fa
    >>> gelu = fa.activations()["gelu"]
    >>> isinstance(gelu, fa.Activation), gelu.properties().limits
    (True, (-0.0, inf))
    """

    name: str
    formula: str
    derivative: str | None
    parameters: dict[str, Parameter]
    conditions: tuple[str, ...]
    source: str
    from_output: FromOutput | None
    functions: dict[str, Callable[..., Any]] = field(repr=False)
    bounds: dict[str, dict[str, float]] = field(repr=False)
    _row: table_rows.Row | None = field(repr=False)

    def properties(self, **parameters: float) -> Properties | None:
        """What holds for these parameters, and the defaults of the others.

        Parameters
        ----------
        **parameters : float
            Must be given where there is no default.

        Returns
        -------
        Properties or None
            None for what is no function of one element.

        Raises
        ------
        TypeError
            If a parameter is unknown or missing, or not a number.
        ValueError
            If the parameters do not fulfil the conditions.
        """
        if unknown := parameters.keys() - self.parameters.keys():
            known = ", ".join(self.parameters) or "none"
            raise TypeError(f"{self.name} has the parameters {known}, not {', '.join(sorted(unknown))}")
        if self._row is None:
            return None
        for name, value in parameters.items():
            if not isinstance(value, Real):
                raise TypeError(f"{name} must be a real number, not {type(value).__name__}")
        given = {name: np.float64(value) for name, value in parameters.items()}
        limits = self.functions[self.name](np.array([-math.inf, math.inf]), **given)
        values = {name: np.float64(parameter.default) for name, parameter in self.parameters.items()} | given
        with np.errstate(all="ignore"):
            found = table_rows.stated(self._row, **values)
        kinks = sorted({float(kink) for kink in found.get("kinks", ()) if math.isfinite(kink)})
        low, high = found["range"]
        monotonic, symmetry = bool(found.get("monotonic", False)), found.get("symmetry")
        return Properties((float(low), float(high)), tuple(limits.tolist()), tuple(kinks), monotonic, symmetry)


SUFFIXES = (*docstrings.KINDS, "_slope_backward")


# Of those that are no row of the table.
ORDER = (
    "rrelu",
    "bipolar_relu",
    "crelu",
    "maxout",
    "softmax",
    "log_softmax",
    "softmin",
    "logsumexp",
    "sparsemax",
    "entmax15",
    "entmax",
)


def names():
    """Of all activations: those of the table, then the others."""
    return (*(row.name for row in ufuncs.activations), *ORDER)


def activations():
    """The catalogue: every activation with its formula, parameters, properties, source, error bounds and functions.

    Returns
    -------
    dict of str to Activation
        By name, in the order of the table; a new one for each call.

    See Also
    --------
    get : a function by any of its names.

    Examples
    --------
    >>> import fastact as fa
    >>> elu = fa.activations()["elu"]
    >>> elu.formula
    'where(x > 0, x, alpha*expm1(x))'
    >>> elu.parameters["alpha"].default
    1.0
    >>> elu.properties(alpha=2).range
    (-2.0, inf)
    >>> list(elu.functions)
    ['elu', 'elu_grad', 'elu_backward', 'elu_with_grad', 'elu_grad_from_output', 'elu_backward_from_output']
    """
    found = [_of_row(row) for row in ufuncs.activations] + [_of_function(name, *ENTRIES[name]) for name in ORDER]
    return {activation.name: activation for activation in found}


def function(name):
    """A public function of the tables, or one beside them; None where there is none of that name."""
    return FUNCTIONS.get(name) or table_functions.FUNCTIONS.get(name)


def _of_row(row):
    parameters = {
        name: Parameter(default, *row.ranges[name], docstrings.meaning(row, name)) for name, default in row.parameters.items()
    }
    functions = _functions(row.name)
    bounds = {
        name: {dtype: error_bounds.of(name, dtype, ufuncs.isa_name) for dtype in error_bounds.STATED[name]}
        for name in functions
        if name in error_bounds.STATED
    }
    return Activation(
        row.name, row.formula, row.derivative, parameters, row.conditions, row.source, row.from_output, functions, bounds, row
    )


def _of_function(name, function, formula, source, texts):
    """One that is no row: its parameters are those with a text, and with the default that its signature says."""
    parameters = {}
    for parameter, text in texts.items():
        default = inspect.signature(function).parameters[parameter].default
        parameters[parameter] = Parameter(None if default is inspect.Parameter.empty else default, None, None, text)
    return Activation(name, formula, None, parameters, (), source, None, _functions(name), {}, None)


def _functions(name):
    found = {name + suffix: function(name + suffix) for suffix in SUFFIXES}
    return {name: one for name, one in found.items() if one is not None}
