"""The docstrings of the table's functions: written once, filled in from a row."""

import textwrap

# What a parameter is, by its name in the table.
PARAMETERS = {
    "alpha": "scale of the curved branch",
    "beta": "steepness",
    "max_val": "upper bound",
    "min_val": "lower bound",
    "negative_slope": "slope for x <= 0",
    "offset": "value at 0",
    "slope": "slope",
    "threshold": "where the function steps",
}

BOUND = "The error is below 4 units in the last place for the function and 8 for its derivative, over the whole range."

KINDS = {
    "": ("{name}: ``{formula}``.", "f(x)"),
    "_grad": ("The derivative of {name}, ``f(x) = {formula}``, at x.", "f'(x)"),
    "_backward": ("The gradient at the input of {name}, ``dy*f'(x)`` with ``f(x) = {formula}``.", "dy*f'(x)"),
    "_with_grad": ("{name} and its derivative in one pass, ``f(x) = {formula}``.", "f(x) and f'(x)"),
}


def elementwise(row, suffix):
    """The docstring of one function of a row, without its signature."""
    name, formula, parameters, source = row
    summary, result = KINDS[suffix]
    lines = [summary.format(name=name, formula=formula), "", "Parameters", "----------"]
    if suffix == "_backward":
        lines += ["dy : array_like", "    The gradient with respect to the function's result; broadcasts against x."]
    lines += ["x : array_like", "    float16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them."]
    for parameter, default in parameters.items():
        given = "required" if default is None else f"default {default:g}"
        lines += [f"{parameter} : array_like, {given}", f"    The {PARAMETERS[parameter]}; broadcasts against x."]
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
        "    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.",
        "",
        "Notes",
        "-----",
        *textwrap.wrap(BOUND, 100),
        "At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.",
    ]
    lines += ["", "References", "----------", *textwrap.wrap(source, 100)]
    lines += ["", "Examples", "--------", ">>> import fastact as fa", _example(name, parameters, suffix)]
    return "\n".join(lines)


def _example(name, parameters, suffix):
    arguments = ["[1.0, 1.0]"] * (suffix == "_backward") + ["[-1.0, 1.0]"]
    arguments += ["0.25" for default in parameters.values() if default is None]
    return f">>> result = fa.{name}{suffix}({', '.join(arguments)})"
