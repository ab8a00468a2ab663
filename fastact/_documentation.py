"""The docstrings of the table's functions: written once, filled in from a row."""

import textwrap

from fastact import _bounds as bounds

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

# What is said of the error, from the bounds of the function itself and of its derivative.
ERRORS = {
    "": "The error is {value}{ranges}.",
    "_grad": "The error is {slope}{ranges}.",
    "_backward": "The error of f'(x) is {slope}{ranges}; its product with dy is rounded once more.",
    "_with_grad": "The error of y is {value}; that of d, {slope}{ranges}.",
    "_grad_from_output": "The error is {slope}{ranges}.",
    "_backward_from_output": "The error of f'(x) is {slope}{ranges}; its product with dy is rounded once more.",
}

KINDS = {
    "": ("{name}: ``{formula}``.", "f(x)"),
    "_grad": ("The derivative of {name}, ``f(x) = {formula}``, at x.", "f'(x)"),
    "_backward": ("The gradient at the input of {name}, ``dy*f'(x)`` with ``f(x) = {formula}``.", "dy*f'(x)"),
    "_with_grad": ("{name} and its derivative in one pass, ``f(x) = {formula}``.", "f(x) and f'(x)"),
    "_grad_from_output": ("The derivative of {name} from its result y: ``{from_output}``.", "f'(x) where f(x) = y"),
    "_backward_from_output": (
        "The gradient at the input of {name} from its result y: ``dy*({from_output})``.",
        "dy*f'(x) where f(x) = y",
    ),
}


def meaning(row, parameter):
    return PARAMETERS.get(f"{row.name}.{parameter}") or PARAMETERS[parameter]


TYPES = "float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them."
COMMON = ["out, where, casting, order, dtype, subok", "    As for every `numpy.ufunc`."]


def elementwise(row, suffix):
    """The docstring of one function of a row, without its signature."""
    summary, result = KINDS[suffix]
    of = "y" if suffix.endswith("_from_output") else "x"
    slope, conditions = (row.from_output.formula, row.from_output.conditions) if of == "y" else (None, row.conditions)
    lines = [summary.format(name=row.name, formula=row.formula, from_output=slope)]
    lines += _parameters(row, suffix, {of: TYPES}, of) + COMMON
    results = "y, d" if suffix == "_with_grad" else "d" if suffix else "y"
    notes = [
        *textwrap.wrap(error_of(row, suffix), 100),
        "At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.",
    ]
    arguments = ["[1.0, 1.0]"] * suffix.startswith("_backward")
    arguments += ["[-0.5, 0.5]" if suffix.endswith("_output") else "[-1.0, 1.0]"]
    arguments += [f"0.{k + 2}" for k, default in enumerate(row.parameters.values()) if default is None]
    example = f">>> result = fa.{row.name}{suffix}({', '.join(arguments)})"
    return "\n".join([*lines, *_rest(row, conditions, results, result, notes, [example])])


def gate(row, suffix):
    """The docstring of a gated unit or of its backward form, without its signature."""
    if suffix:
        summary, results = f"The gradients at the inputs of {row.name}, ``y = {row.formula}``.", "da, db"
        result = "dy times the derivative of y by a, and by b"
    else:
        summary, results, result = f"{row.name}: ``{row.formula}``.", "y", "y"
    lines = [summary, *_parameters(row, suffix, {"a": TYPES, "b": "As a; broadcasts against it."}, "a"), *COMMON]
    example = f">>> {results} = fa.{row.name}{suffix}({'1.0, ' * bool(suffix)}2.0, [-1.0, 3.0])"
    return "\n".join([*lines, *_rest(row, row.conditions, results, result, _gate_notes(suffix), [example])])


def loss(row, suffix):
    """The docstring of a loss, of its derivative by the logits, or of both, without its signature."""
    formula = f"``{row.formula}`` of x = logits"
    summary, results, result = {
        "": (f"{row.name}: {formula}.", "y", "The loss of each element"),
        "_grad": (f"The derivative of {row.name} by the logits: that of {formula}.", "d", "The derivative"),
        "_with_grad": (f"{row.name} and its derivative by the logits in one pass: {formula}.", "y, d", "The loss and the derivative"),
    }[suffix]
    lines = [summary, *_parameters(row, suffix, {"logits": f"What the model says. {TYPES}"}, "logits"), *COMMON]
    notes = [
        f"For targets from 0 to 1 the error is at most {bounds.LOSS:g} units in the last place of the loss; that of the derivative,",
        "which has a root, as many of its own or an eighth of one of the larger of its two terms.",
        "At infinity the result is the limit, where a weight of 0 leaves out its term. NaN gives NaN; no floating-point flag is",
        "raised.",
    ]
    example = f">>> {results} = fa.{row.name}{suffix}([-1.0, 2.0], [0.0, 1.0])"
    return "\n".join([*lines, *_rest(row, row.conditions, results, result, notes, [example])])


def packed(row, suffix, default):
    """The docstring of a gated unit of two halves of one array, without its signature."""
    if suffix:
        summary, results = f"The gradient at the input of {row.name}_packed.", "dx"
        result = "The gradients of both halves where they stand in x, of its shape"
    else:
        summary, results = f"{row.name} of the two halves of an array: ``{row.formula}``.", "y"
        result = "Of the shape of x, but half as long in the axis"
    gate_operand = "b" if default == "second" else "a"
    refused = f"If the length of the axis is odd, `gate` is neither, {'`dy` or ' * bool(suffix)}`out` has another shape, or `out` is read-only."
    if row.conditions:
        refused += f" If numbers do not fulfil {' and '.join(row.conditions)}; where arrays do not, the result is NaN."
    lines = [summary, "", "Parameters", "----------"]
    if suffix:
        lines += ["dy : array_like", "    The gradient with respect to the result, of its shape."]
    lines += [
        "x : array_like",
        f"    {TYPES}",
        "axis : int, default -1",
        "    The axis that holds the halves; its length is even.",
        f'gate : "first" or "second", default "{default}"',
        f"    Which half is the gate, the operand {gate_operand} that passes through the nonlinearity; the default takes a first, b second.",
        "interleaved : bool, default False",
        "    Whether the first half is every other element, from 0, and not the first n.",
    ]
    for parameter, value in row.parameters.items():
        lines += [f"{parameter} : array_like, default {value:g}", f"    The {meaning(row, parameter)}; broadcasts against a half."]
    lines += [
        "out : ndarray, optional",
        "    Of the shape of the result, with any strides" + ("; may be x itself." if suffix else "."),
        "", "Returns", "-------", f"{results} : ndarray", f"    {result}.",
        "", "Raises", "------",
        "numpy.exceptions.AxisError", "    If `axis` is out of range.",
        "TypeError", "    If an argument is complex, text or an object, or `out` is no array.",
        "ValueError", *textwrap.wrap(refused, 100, initial_indent="    ", subsequent_indent="    "),
        "", "Notes", "-----", "The halves are read where they are; threads share the rows.", *_gate_notes(suffix),
        "", "References", "----------", *textwrap.wrap(row.source, 100),
        "", "Examples", "--------", ">>> import fastact as fa",
        f">>> {results} = fa.{row.name}_packed{suffix}({'[1.0, 1.0], ' * bool(suffix)}[2.0, 2.0, -1.0, 3.0])",
    ]
    return "\n".join(lines)


def _gate_notes(suffix):
    what = "The errors of dy/da and dy/db are" if suffix else "The error is"
    product = "; their products with dy are rounded once more" if suffix else ""
    return [
        f"{what} at most {bounds.GATE:g} units in the last place{product}.",
        "Where the activation itself is below the smallest subnormal number, it may count as 0. Products with infinity are those",
        "of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no floating-point flag is raised.",
    ]


def _parameters(row, suffix, operands, against):
    lines = ["", "Parameters", "----------"]
    if suffix.startswith("_backward"):
        lines += ["dy : array_like", f"    The gradient with respect to the function's result; broadcasts against {against}."]
    for operand, text in operands.items():
        lines += [f"{operand} : array_like", f"    {text}"]
    for parameter, default in row.parameters.items():
        given = "required" if default is None else f"default {default:g}"
        lines += [f"{parameter} : array_like, {given}", f"    The {meaning(row, parameter)}; broadcasts against {against}."]
    return lines


def _rest(row, conditions, results, result, notes, example):
    refused = "If shapes do not broadcast, or `out` is read-only or too small; it is then untouched."
    if conditions:
        refused += f" If numbers do not fulfil {' and '.join(conditions)}; where arrays do not, the result is NaN."
    return [
        "",
        "Returns",
        "-------",
        f"{results} : ndarray or scalar",
        f"    {result}, of the broadcast shape of the arguments.",
        "",
        "Raises",
        "------",
        "TypeError",
        "    If an argument is complex, text or an object.",
        "ValueError",
        *textwrap.wrap(refused, 100, initial_indent="    ", subsequent_indent="    "),
        "",
        "Notes",
        "-----",
        *notes,
        "",
        "References",
        "----------",
        *textwrap.wrap(row.source, 100),
        "",
        "Examples",
        "--------",
        ">>> import fastact as fa",
        *example,
    ]


def error_of(row, suffix):
    """The stated bounds in a sentence."""
    output = "_from_output" if suffix.endswith("_from_output") else ""
    ranges = " and ".join(f"{p} from {low:g} to {high:g}" for p, (low, high) in row.ranges.items())
    return ERRORS[suffix].format(
        value=bounds.describe(row.name),
        slope=bounds.describe(f"{row.name}_grad{output}"),
        ranges=f" for {ranges}" if ranges else "",
    )
