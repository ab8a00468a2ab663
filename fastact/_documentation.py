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


def elementwise(row, suffix):
    """The docstring of one function of a row, without its signature."""
    name, formula, parameters, source = row.name, row.formula, row.parameters, row.source
    summary, result = KINDS[suffix]
    of = "y" if suffix.endswith("_from_output") else "x"
    slope, conditions = (row.from_output.formula, row.from_output.conditions) if of == "y" else (None, row.conditions)
    refused = "If shapes do not broadcast, or `out` is read-only or too small; it is then untouched."
    if conditions:
        refused += f" If numbers do not fulfil {' and '.join(conditions)}; where arrays do not, the result is NaN."
    lines = [summary.format(name=name, formula=formula, from_output=slope), "", "Parameters", "----------"]
    if suffix.startswith("_backward"):
        lines += ["dy : array_like", f"    The gradient with respect to the function's result; broadcasts against {of}."]
    lines += [
        f"{of} : array_like",
        "    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them.",
    ]
    for parameter, default in parameters.items():
        given = "required" if default is None else f"default {default:g}"
        lines += [f"{parameter} : array_like, {given}", f"    The {meaning(row, parameter)}; broadcasts against {of}."]
    lines += [
        "out, where, casting, order, dtype, subok",
        "    As for every `numpy.ufunc`.",
        "",
        "Returns",
        "-------",
    ]
    if suffix == "_with_grad":
        lines += ["y, d : ndarray or scalar", f"    {result}, of the broadcast shape of the arguments."]
    else:
        lines += [f"{'d' if suffix else 'y'} : ndarray or scalar", f"    {result}, of the broadcast shape of the arguments."]
    lines += [
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
        *textwrap.wrap(error_of(row, suffix), 100),
        "At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.",
    ]
    lines += ["", "References", "----------", *textwrap.wrap(source, 100)]
    lines += ["", "Examples", "--------", ">>> import fastact as fa", _example(name, parameters, suffix)]
    return "\n".join(lines)


def error_of(row, suffix):
    """The stated bounds in a sentence."""
    output = "_from_output" if suffix.endswith("_from_output") else ""
    ranges = " and ".join(f"{p} from {low:g} to {high:g}" for p, (low, high) in row.ranges.items())
    return ERRORS[suffix].format(
        value=bounds.describe(row.name),
        slope=bounds.describe(f"{row.name}_grad{output}"),
        ranges=f" for {ranges}" if ranges else "",
    )


def _example(name, parameters, suffix):
    arguments = ["[1.0, 1.0]"] * suffix.startswith("_backward")
    arguments += ["[-0.5, 0.5]" if suffix.endswith("_output") else "[-1.0, 1.0]"]
    arguments += [f"0.{k + 2}" for k, default in enumerate(parameters.values()) if default is None]
    return f">>> result = fa.{name}{suffix}({', '.join(arguments)})"
