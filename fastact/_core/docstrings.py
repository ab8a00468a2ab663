"""The docstrings of what is made from the tables: numpydoc's sections, from a row and from what is true of all of them."""

import math
import textwrap
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from fastact._core import error_bounds
from fastact._core.table_rows import stated

ACCEPTED = "float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them."

# What a parameter is, by its name in the table; where a row means something else by it, with the row's name in front.
PARAMETERS = {
    "a": "width",
    "a_left": "slope below t_left",
    "a_right": "slope above t_right",
    "alpha": "scale of the curved branch",
    "b": "width of the bend, squared",
    "beta": "steepness",
    "bias": "shift",
    "c": "where the corners are",
    "cap": "bound of the absolute value",
    "lambd": "half the width of what becomes 0",
    "limit": "bound of a, and of the absolute value of b",
    "max_val": "upper bound",
    "min_val": "lower bound",
    "negative_slope": "slope for x <= 0",
    "offset": "value at 0",
    "scale": "factor of the square",
    "slope": "slope",
    "t_left": "lower corner",
    "t_right": "upper corner",
    "threshold": "argument above which x passes",
    "upper": "upper bound",
    "value": "result up to the threshold",
    "binary_step.threshold": "where the step is",
    "isrlu.alpha": "bend: results end at -1/sqrt(alpha)",
    "isru.alpha": "bend: results end at 1/sqrt(alpha)",
    "plu.a": "slope beyond the corners",
    "snake.alpha": "frequency",
    "soft_clipping.alpha": "steepness of the ends",
    "soft_exponential.alpha": "place between a logarithm (-1), the identity (0) and the exponential (1)",
    "swiglu_oai.alpha": "steepness",
}


class Kind(NamedTuple):
    """One of the functions that a row makes, and what docstrings say of it."""

    summary: str
    results: str  # their names
    returned: str  # what they are
    error: str
    told: str  # by the others
    takes_gradient: bool = False
    from_output: bool = False


PRODUCT = "The error of f'(x) is {slope}{ranges}; its product with dy is rounded once more."

# Of rows that have such a piece.
FLAT = (
    "On a piece where {constant} is constant by its formula, bounds included, the gradient is 0 whatever dy is, infinity and "
    "NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product."
)

# By the suffix of a function's name.
KINDS = {
    "": Kind(
        summary="{name}: ``{formula}``.",
        results="y",
        returned="f(x)",
        error="The error is {value}{ranges}.",
        told="the value",
    ),
    "_grad": Kind(
        summary="The derivative of {name}: ``{derivative}``.",
        results="d",
        returned="f'(x)",
        error="The error is {slope}{ranges}.",
        told="the derivative",
    ),
    "_backward": Kind(
        summary="The gradient at the input of {name}, ``dy*f'(x)`` with ``f(x) = {formula}``.",
        results="d",
        returned="dy*f'(x)",
        error=PRODUCT,
        told="the gradient at the input",
        takes_gradient=True,
    ),
    "_with_grad": Kind(
        summary="{name} and its derivative in one pass, ``f(x) = {formula}``.",
        results="y, d",
        returned="f(x) and f'(x)",
        error="The error of y is {value}; that of d, {slope}{ranges}.",
        told="value and derivative in one pass",
    ),
    "_grad_from_output": Kind(
        summary="The derivative of {name} from its result y: ``{from_output}``.",
        results="d",
        returned="f'(x) where f(x) = y",
        error="The error is {slope}{ranges}.",
        told="the derivative from the value",
        from_output=True,
    ),
    "_backward_from_output": Kind(
        summary="The gradient at the input of {name} from its result y: ``dy*({from_output})``.",
        results="d",
        returned="dy*f'(x) where f(x) = y",
        error=PRODUCT,
        told="the gradient at the input from the value",
        takes_gradient=True,
        from_output=True,
    ),
}

GATE_UNITS = (
    " The units are those of the result, or the smallest subnormal number times the operand that is no gate where that is more."
)
GATE_PRODUCT = "The errors of dy/da and dy/db are {slope}; their products with dy are rounded once more." + GATE_UNITS
GATE_KINDS = {
    "": Kind(
        summary="{name}: ``{formula}``.",
        results="y",
        returned="y",
        error="The error is {value}." + GATE_UNITS,
        told="of two arrays",
    ),
    "_backward": Kind(
        summary="The gradients at the inputs of {name}, ``y = {formula}``.",
        results="da, db",
        returned="dy times the derivative of y by a, and by b",
        error=GATE_PRODUCT,
        told="the gradients at the inputs",
        takes_gradient=True,
    ),
    "_packed": Kind(
        summary="{name} of the two halves of an array: ``{formula}``.",
        results="y",
        returned="Of the shape of x, but half as long in the axis.",
        error="The error is {value}." + GATE_UNITS,
        told="of one array's two halves",
    ),
    "_packed_backward": Kind(
        summary="The gradient at the input of {name}_packed, for ``{formula}`` of the two halves.",
        results="dx",
        returned="The gradients of both halves where they stand in x, of its shape.",
        error=GATE_PRODUCT,
        told="the gradient at that one array",
        takes_gradient=True,
    ),
}


# ---- a page: what every docstring is made of --------------------------------------------------------------------------------


def page(summary, about, **sections):
    """A docstring of numpydoc's sections, each a list of paragraphs, by their headings in small letters."""
    lines = [summary, "", about]
    for name, paragraphs in sections.items():
        heading = name.replace("_", " ").title()
        lines += ["", heading, "-" * len(heading), *paragraphs]
    return "\n".join(lines)


@lru_cache(maxsize=1024)
def wrapped(text, indent=""):
    return textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def described(name, kind, text):
    """An argument, a result or an exception."""
    return f"{name} : {kind}\n{wrapped(text, '    ')}"


def refused(reason, conditions, types="If an argument is complex, text or an object."):
    """What is raised, TypeError and ValueError."""
    held = f" If numbers do not fulfil {' and '.join(conditions)}; where arrays do not, the result is NaN." * bool(conditions)
    return ["TypeError", wrapped(types, "    "), "ValueError", wrapped(reason + held, "    ")]


# ---- the functions of the tables --------------------------------------------------------------------------------------------


def elementwise(row, suffix, function):
    """The docstring of one function of a row of the table of activations, without its signature."""
    kind = KINDS[suffix]
    operand, slope = ("y", row.from_output) if kind.from_output else ("x", row)
    flat = [FLAT.format(constant="f")] * (kind.takes_gradient and row.flat)
    limits = "At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised."
    kinds = {other: one for other, one in KINDS.items() if row.from_output or not one.from_output}
    return _page_of_ufunc(
        row,
        kind,
        conditions=slope.conditions,
        operands={operand: ACCEPTED},
        relatives=_relatives(row, suffix, kinds),
        notes=[error_of(row, suffix), limits, *flat],
        examples=_example(row.name + suffix, kind, function, *_calls(row, kind)),
    )


def gate(row, suffix, function):
    """The docstring of a gated unit or of its backward form, without its signature."""
    kind = GATE_KINDS[suffix]
    return _page_of_ufunc(
        row,
        kind,
        conditions=row.conditions,
        operands={"a": ACCEPTED, "b": "As a; broadcasts against it."},
        relatives=_relatives(row, suffix, GATE_KINDS),
        notes=_gate_notes(row, kind),
        examples=_example(row.name + suffix, kind, function, [*[1.0] * kind.takes_gradient, [2.0, 2.0], [-1.0, 3.0]]),
    )


def packed(row, suffix, default, function):
    """The docstring of a gated unit of two halves of one array, without its signature."""
    kind = GATE_KINDS[f"_packed{suffix}"]
    operand = "b" if default == "second" else "a"
    parameters = [
        described("x", "array_like", ACCEPTED),
        described("axis", "int, default -1", "The axis that holds the halves; its length is even."),
        described(
            "gate",
            f'"first" or "second", default "{default}"',
            f"Which half is the gate, the operand {operand} that passes through the nonlinearity; "
            "the default takes a first, b second.",
        ),
        described(
            "interleaved", "bool, default False", "Whether the first half is every other element, from 0, and not the first n."
        ),
        *_given(row, "a half"),
    ]
    out, wrong = "Of the shape of the result, with any strides.", "`out`"
    if kind.takes_gradient:
        parameters.insert(0, described("dy", "array_like", "The gradient with respect to the result, of its shape."))
        out, wrong = "Of the shape of the result, with any strides; may be x itself.", "`dy` or `out`"
    return page(
        kind.summary.format(name=row.name, formula=row.formula),
        row.about,
        parameters=[*parameters, described("out", "ndarray, optional", out)],
        returns=[described(kind.results, "ndarray", kind.returned)],
        raises=[
            "numpy.exceptions.AxisError",
            "    If `axis` is out of range.",
            *refused(
                f"If the length of the axis is odd, `gate` is neither, {wrong} has another shape, or `out` is read-only.",
                row.conditions,
                types="If an argument is complex, text or an object, or `out` is no array.",
            ),
        ],
        see_also=_relatives(row, f"_packed{suffix}", GATE_KINDS),
        notes=["The halves are read where they are; threads share the rows.", *map(wrapped, _gate_notes(row, kind))],
        references=[wrapped(row.source)],
        examples=_example(
            f"{row.name}_packed{suffix}", kind, function, [*[[1.0, 1.0]] * kind.takes_gradient, [2.0, 2.0, -1.0, 3.0]]
        ),
    )


# ---- their sections ---------------------------------------------------------------------------------------------------------


def _page_of_ufunc(row, kind, conditions, operands, relatives, notes, examples):
    against = next(iter(operands))
    parameters = [described(operand, "array_like", text) for operand, text in operands.items()]
    if kind.takes_gradient:
        text = f"The gradient with respect to the function's result; broadcasts against {against}."
        parameters.insert(0, described("dy", "array_like", text))
    return page(
        kind.summary.format(**row._asdict() | {"from_output": row.from_output and row.from_output.formula}),
        row.about,
        parameters=[
            *parameters,
            *_given(row, against),
            "out, where, casting, order, dtype, subok\n    As for every `numpy.ufunc`.",
        ],
        returns=[described(kind.results, "ndarray or scalar", f"{kind.returned}, of the broadcast shape of the arguments.")],
        raises=refused("If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.", conditions),
        see_also=relatives,
        notes=[wrapped(text) for text in notes],
        references=[wrapped(row.source)],
        examples=examples,
    )


def meaning(row, parameter):
    """What a parameter of a row is."""
    return PARAMETERS.get(f"{row.name}.{parameter}") or PARAMETERS[parameter]


def error_of(row, suffix):
    """The stated bounds in a sentence."""
    kind = KINDS[suffix]
    ranges = " and ".join(f"{p} from {low:g} to {high:g}" for p, (low, high) in row.ranges.items())
    return kind.error.format(
        value=error_bounds.describe(row.name),
        slope=error_bounds.describe(f"{row.name}_grad{'_from_output' * kind.from_output}"),
        ranges=f" for {ranges}" if ranges else "",
    )


def _given(row, against):
    """The parameters of a row."""
    for parameter, default in row.parameters.items():
        kind = "array_like, required" if default is None else f"array_like, default {default:g}"
        yield described(parameter, kind, f"The {meaning(row, parameter)}; broadcasts against {against}.")


def _relatives(row, suffix, kinds):
    """The other functions of the row, and what is like it."""
    lines = [f"{row.name}{other} : {kind.told}." for other, kind in kinds.items() if other != suffix]
    return [*lines, ", ".join(row.see)]


def _gate_notes(row, kind):
    flat = [FLAT.format(constant="y")] * (kind.takes_gradient and row.flat)
    text = (
        "Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no floating-point flag is "
        "raised."
    )
    return [_bounds_of(kind, row, "_backward"), text, *flat]


def _bounds_of(kind, row, suffix):
    """What is stated of a row's function and of its derivatives, which have the suffix."""
    return kind.error.format(value=error_bounds.describe(row.name), slope=error_bounds.describe(f"{row.name}{suffix}"))


def _example(name, kind, function, *calls):
    """The first of some calls that returns numbers, and these to four places."""
    for arguments in calls:
        results = function(*arguments)
        if not np.isnan(results).any():
            break
    call = f"fa.{name}({', '.join(map(repr, arguments))})"
    if isinstance(results, tuple):
        names = kind.results.split(", ")
        shown = [f">>> {one}.round(4).tolist()\n{result.round(4).tolist()}" for one, result in zip(names, results)]
        return [">>> import fastact as fa", f">>> {kind.results} = {call}", *shown]
    return [">>> import fastact as fa", f">>> {call}.round(4).tolist()", str(results.round(4).tolist())]


def _calls(row, kind):
    """Usual arguments, and such as a function with a smaller domain has; ones for dy, and numbers for what has no default."""
    required = [(k + 2) / 10 for k, default in enumerate(row.parameters.values()) if default is None]
    gradient = [[1.0, 1.0, 1.0]] * kind.takes_gradient
    low, high = stated(row)["range"] if kind.from_output else (-math.inf, math.inf)
    for numbers in ([-2.0, 0.0, 2.0], [-0.75, -0.5, -0.25], [0.25, 0.5, 0.75]):
        if low <= numbers[0] and numbers[-1] <= high:
            yield [*gradient, numbers, *required]
