# Made by `python -m fastact.lab.write_stubs`: what `fastact.activations` returns.
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

class FromOutput(NamedTuple):
    """The derivative of a function from its result: its formula of y, and what must hold for the parameters.
    """

    formula: str
    conditions: tuple[str, ...]

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
    functions: dict[str, Callable[..., Any]]
    bounds: dict[str, dict[str, float]]
    _row: Any
    def properties(self, **parameters: float) -> Properties | None: ...
