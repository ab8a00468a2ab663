"""The docstrings of what is made from the tables: numpydoc's sections, from a row and from what is true of all of them."""

import math
import textwrap
from functools import lru_cache

import numpy as np

from fastact._core import bounds
from fastact._core.rows import stated

TYPES = "float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them."

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
    "pos_weight": "weight of what is right where it is 1",
    "scale": "factor of the square",
    "slope": "slope",
    "t_left": "lower corner",
    "t_right": "upper corner",
    "targets": "probability that is right; numbers outside [0, 1] are taken as they are",
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

# By the suffix of a function's name: its summary, what it returns, what is said of its error, and of it by the others.
KINDS = {
    "": (
        "{name}: ``{formula}``.",
        "y : ndarray or scalar\n    f(x)",
        "The error is {value}{ranges}.",
        "the value",
    ),
    "_grad": (
        "The derivative of {name}, ``f(x) = {formula}``, at x.",
        "d : ndarray or scalar\n    f'(x)",
        "The error is {slope}{ranges}.",
        "the derivative",
    ),
    "_backward": (
        "The gradient at the input of {name}, ``dy*f'(x)`` with ``f(x) = {formula}``.",
        "d : ndarray or scalar\n    dy*f'(x)",
        "The error of f'(x) is {slope}{ranges}; its product with dy is rounded once more.",
        "the gradient at the input",
    ),
    "_with_grad": (
        "{name} and its derivative in one pass, ``f(x) = {formula}``.",
        "y, d : ndarray or scalar\n    f(x) and f'(x)",
        "The error of y is {value}; that of d, {slope}{ranges}.",
        "value and derivative in one pass",
    ),
    "_grad_from_output": (
        "The derivative of {name} from its result y: ``{from_output}``.",
        "d : ndarray or scalar\n    f'(x) where f(x) = y",
        "The error is {slope}{ranges}.",
        "the derivative from the value",
    ),
    "_backward_from_output": (
        "The gradient at the input of {name} from its result y: ``dy*({from_output})``.",
        "d : ndarray or scalar\n    dy*f'(x) where f(x) = y",
        "The error of f'(x) is {slope}{ranges}; its product with dy is rounded once more.",
        "the gradient at the input from the value",
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


def refused(*reasons, conditions=()):
    """What is raised, TypeError and ValueError."""
    held = f" If numbers do not fulfil {' and '.join(conditions)}; where arrays do not, the result is NaN." * bool(conditions)
    types = "If an argument is complex, text or an object."
    return ["TypeError", wrapped(types, "    "), "ValueError", wrapped(" ".join(reasons) + held, "    ")]


# ---- the functions of the tables --------------------------------------------------------------------------------------------


def elementwise(row, suffix, function):
    """The docstring of one function of a row of the table of activations, without its signature."""
    summary, returns, error, _ = KINDS[suffix]
    from_output = suffix.endswith("_from_output")
    operand, slope = ("y", row.from_output) if from_output else ("x", row)
    values = {"name": row.name, "formula": row.formula, "from_output": slope.formula}
    return page(
        summary.format(**values),
        row.about,
        parameters=_parameters(row, suffix, {operand: TYPES}),
        returns=[f"{returns}, of the broadcast shape of the arguments."],
        raises=_raises(slope.conditions),
        see_also=_relatives(row, suffix, [kind for kind in KINDS if row.from_output or "output" not in kind]),
        notes=[
            wrapped(error.format(**_bounds(row, "_from_output" * from_output))),
            "At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.",
        ],
        references=[wrapped(row.source)],
        examples=_example(row.name + suffix, function, *_calls(row, suffix)),
    )


def gate(row, suffix, function):
    """The docstring of a gated unit or of its backward form, without its signature."""
    summary, returns = {
        "": (f"{row.name}: ``{row.formula}``.", "y : ndarray or scalar\n    y"),
        "_backward": (
            f"The gradients at the inputs of {row.name}, ``y = {row.formula}``.",
            "da, db : ndarray or scalar\n    dy times the derivative of y by a, and by b",
        ),
    }[suffix]
    return page(
        summary,
        row.about,
        parameters=_parameters(row, suffix, {"a": TYPES, "b": "As a; broadcasts against it."}),
        returns=[f"{returns}, of the broadcast shape of the arguments."],
        raises=_raises(row.conditions),
        see_also=_relatives(row, suffix, ["", "_backward", "_packed"]),
        notes=_gate_notes(suffix),
        references=[wrapped(row.source)],
        examples=_example(row.name + suffix, function, [*[1.0] * bool(suffix), [2.0, 2.0], [-1.0, 3.0]]),
    )


def loss(row, suffix, function):
    """The docstring of a loss, of its derivative by the logits, or of both, without its signature."""
    formula = f"``{row.formula}`` of x = logits"
    summary, returns = {
        "": (f"{row.name}: {formula}.", "y : ndarray or scalar\n    The loss of each element"),
        "_grad": (
            f"The derivative of {row.name} by the logits: that of {formula}.",
            "d : ndarray or scalar\n    The derivative",
        ),
        "_with_grad": (
            f"{row.name} and its derivative by the logits in one pass: {formula}.",
            "y, d : ndarray or scalar\n    The loss and the derivative",
        ),
    }[suffix]
    error = (
        f"For targets from 0 to 1 the error is at most {bounds.LOSS:g} units in the last place of the loss; that of the "
        "derivative, which has a root, as many of its own or an eighth of one of the larger of its two terms."
    )
    limits = (
        "At infinity the result is the limit, where a weight of 0 leaves out its term. NaN gives NaN; no floating-point flag "
        "is raised."
    )
    return page(
        summary,
        row.about,
        parameters=_parameters(row, suffix, {"logits": f"What the model says. {TYPES}"}),
        returns=[f"{returns}, of the broadcast shape of the arguments."],
        raises=_raises(row.conditions),
        see_also=_relatives(row, suffix, ["", "_grad", "_with_grad"]),
        notes=[wrapped(error), wrapped(limits)],
        references=[wrapped(row.source)],
        examples=_example(row.name + suffix, function, [[-1.0, 2.0], [0.0, 1.0]]),
    )


def packed(row, suffix, default, function):
    """The docstring of a gated unit of two halves of one array, without its signature."""
    operand = "b" if default == "second" else "a"
    parameters = [described("dy", "array_like", "The gradient with respect to the result, of its shape.")] if suffix else []
    parameters += [
        described("x", "array_like", TYPES),
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
        described(
            "out",
            "ndarray, optional",
            "Of the shape of the result, with any strides" + ("; may be x itself." if suffix else "."),
        ),
    ]
    if suffix:
        summary = f"The gradient at the input of {row.name}_packed."
        returns = described("dx", "ndarray", "The gradients of both halves where they stand in x, of its shape.")
    else:
        summary = f"{row.name} of the two halves of an array: ``{row.formula}``."
        returns = described("y", "ndarray", "Of the shape of x, but half as long in the axis.")
    arrays = "`dy` or `out`" if suffix else "`out`"
    return page(
        summary,
        row.about,
        parameters=parameters,
        returns=[returns],
        raises=[
            "numpy.exceptions.AxisError",
            "    If `axis` is out of range.",
            *refused(
                f"If the length of the axis is odd, `gate` is neither, {arrays} has another shape, or `out` is read-only.",
                conditions=row.conditions,
            ),
        ],
        see_also=[
            f"{row.name} : of two arrays.",
            f"{row.name}_packed : whose gradient this is."
            if suffix
            else f"{row.name}_packed_backward : the gradient at its input.",
        ],
        notes=["The halves are read where they are; threads share the rows.", *_gate_notes(suffix)],
        references=[wrapped(row.source)],
        examples=_example(f"{row.name}_packed{suffix}", function, [*[[1.0, 1.0]] * bool(suffix), [2.0, 2.0, -1.0, 3.0]]),
    )


# ---- their sections ---------------------------------------------------------------------------------------------------------


def meaning(row, parameter):
    """What a parameter of a row is."""
    return PARAMETERS.get(f"{row.name}.{parameter}") or PARAMETERS[parameter]


def error_of(row, suffix):
    """The stated bounds in a sentence."""
    return KINDS[suffix][2].format(**_bounds(row, "_from_output" if suffix.endswith("_from_output") else ""))


def _bounds(row, output):
    ranges = " and ".join(f"{p} from {low:g} to {high:g}" for p, (low, high) in row.ranges.items())
    return {
        "value": bounds.describe(row.name),
        "slope": bounds.describe(f"{row.name}_grad{output}"),
        "ranges": f" for {ranges}" if ranges else "",
    }


def _given(row, against):
    """The parameters of a row."""
    for parameter, default in row.parameters.items():
        kind = "array_like, required" if default is None else f"array_like, default {default:g}"
        yield described(parameter, kind, f"The {meaning(row, parameter)}; broadcasts against {against}.")


def _parameters(row, suffix, operands):
    against = next(iter(operands))
    found = [described(operand, "array_like", text) for operand, text in operands.items()]
    if suffix.startswith("_backward"):
        text = f"The gradient with respect to the function's result; broadcasts against {against}."
        found.insert(0, described("dy", "array_like", text))
    return [*found, *_given(row, against), "out, where, casting, order, dtype, subok\n    As for every `numpy.ufunc`."]


def _raises(conditions):
    return refused(
        "If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.", conditions=conditions
    )


def _relatives(row, suffix, suffixes):
    """The other functions of the row, and what is like it."""
    told = {kind: said for kind, (*_, said) in KINDS.items()} | {"_packed": "of the two halves of one array"}
    lines = [f"{row.name}{kind} : {told[kind]}." for kind in suffixes if kind != suffix]
    return [*lines, ", ".join(row.see)]


def _gate_notes(suffix):
    what = "The errors of dy/da and dy/db are" if suffix else "The error is"
    product = "; their products with dy are rounded once more" if suffix else ""
    text = (
        "Where the activation itself is below the smallest subnormal number, it may count as 0. Products with infinity are "
        "those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no floating-point flag is raised."
    )
    return [f"{what} at most {bounds.GATE:g} units in the last place{product}.", wrapped(text)]


def _example(name, function, *calls):
    """The first of some calls that returns numbers, and these to four places."""
    for arguments in calls:
        results = function(*arguments)
        if not np.isnan(results).any():
            break
    call = f"fa.{name}({', '.join(map(repr, arguments))})"
    if isinstance(results, tuple):
        names = ["da", "db"] if name.endswith("_backward") else ["y", "d"]
        shown = [f">>> {one}.round(4).tolist()\n{result.round(4).tolist()}" for one, result in zip(names, results)]
        return [">>> import fastact as fa", f">>> {', '.join(names)} = {call}", *shown]
    return [">>> import fastact as fa", f">>> {call}.round(4).tolist()", str(results.round(4).tolist())]


def _calls(row, suffix):
    """Usual arguments, and such as a function with a smaller domain has; ones for dy, and numbers for what has no default."""
    required = [(k + 2) / 10 for k, default in enumerate(row.parameters.values()) if default is None]
    gradient = [[1.0, 1.0, 1.0]] if suffix.startswith("_backward") else []
    low, high = stated(row)["range"] if suffix.endswith("_from_output") else (-math.inf, math.inf)
    for numbers in ([-2.0, 0.0, 2.0], [-0.75, -0.5, -0.25], [0.25, 0.5, 0.75]):
        if low <= numbers[0] and numbers[-1] <= high:
            yield [*gradient, numbers, *required]
