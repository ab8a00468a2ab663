"""What is public beside the tables: it completes its docstring, says that it is the package's, and is found by its name.

A line of a docstring that begins with `{name}` or `{name words}` is filled in: with what the decorator was given by that name,
for the catalogue tells it too, or with a paragraph that many docstrings share, where the words take the place of its own `{}`.
"""

import re
import textwrap
from functools import partial
from typing import NamedTuple

from fastact._core.docstrings import TYPES

WIDTH = 116  # columns of a docstring, beside its indentation

# The first line, and a text that is wrapped.
PARAGRAPHS = {
    "x": ("x : array_like", f"Any shape; {TYPES}"),
    "x_of_axis": ("x : array_like", f"At least one axis; {TYPES}"),
    "axis": ("axis : int, tuple of int or None, default -1", "The axis or axes {}; None takes them all."),
    "axis_of": ("axis : int, tuple of int or None, default -1", "The axis of that `{}`."),
    "where": (
        "where : array_like of bool, default True",
        "What counts, broadcast to the shape of `x`: elsewhere the result is {}, whatever stands there, infinity and NaN too.  "
        "A row of which nothing counts has such results alone.",
    ),
    "where_of": (
        "where : array_like of bool, default True",
        "What counted there; elsewhere the gradient is 0, whatever stands in `{}`.",
    ),
    "temperature": ("temperature : float, default 1", "A positive number that `x` is divided by."),
    "temperature_of": ("temperature : float, default 1", "The one of that `{}`."),
    "sink": (
        "sink : array_like, optional",
        "One more logit for each row, which takes its share and has no result of its own; it broadcasts to the shape of `x` "
        "without the axes.",
    ),
    "inf": (
        'inf : {"limit", "nan"}, default "limit"',
        "What a row with a +infinity gives: the limit, in which these elements share the whole equally, or NaN.",
    ),
    "out": ("out : ndarray, optional", "Of the shape of {}, with any strides."),
    "out_in_place": ("out : ndarray, optional", "Of the shape of `{}`, with any strides; may be `{}` itself."),
    "out_backward": ("out : ndarray, optional", "Of the shape of the result, with any strides; may be `dy` or `y`."),
    "out_pair": ("out : tuple of two ndarrays or None, optional", "For y and d."),
    "dtype": ("dtype : dtype, optional", "The type to compute in and to return."),
    "dy": ("dy : array_like", "The gradient with respect to the result; types as for `{}`."),
    "y": ("y : array_like", "The result of `{}`; broadcasts against `dy`."),
    "axis_error": ("numpy.exceptions.AxisError", "If `axis` is out of range."),
    "type_error": ("TypeError", "If `x` is complex, text or an object"),
    "raises": ("numpy.exceptions.AxisError, ValueError, TypeError", "As `{}`"),
}


class Entry(NamedTuple):
    """What the catalogue tells of a function that is no row of a table; `parameters` are texts."""

    function: object
    formula: str
    source: str
    parameters: dict


FUNCTIONS = {}  # all of them, by their names
ENTRIES = {}  # those of the catalogue


def public(function=None, /, *, formula=None, source=None, parameters=None, module="fastact"):
    """A decorator, with or without arguments: these are for the catalogue, which a function enters that has a formula."""
    if function is None:
        return partial(public, formula=formula, source=source, parameters=parameters, module=module)
    if function.__doc__:  # python -OO leaves none
        function.__doc__ = completed(function.__doc__, {"formula": formula, "source": source} | (parameters or {}))
    function.__module__ = module
    if module == "fastact":
        FUNCTIONS[function.__name__] = function
    if formula:
        ENTRIES[function.__name__] = Entry(function, formula, source, parameters or {})
    return function


def completed(text, data):
    """A docstring with its paragraphs."""

    def filled(found):
        indent, name, words, after = found.groups()
        if name in data:
            return textwrap.fill(data[name] + after, WIDTH + len(indent), initial_indent=indent, subsequent_indent=indent)
        first, rest = PARAGRAPHS[name]
        deeper = indent + "    "
        rest = rest.replace("{}", words or "") + after
        return f"{indent}{first}\n{textwrap.fill(rest, WIDTH + len(indent), initial_indent=deeper, subsequent_indent=deeper)}"

    text = text.replace("``{formula}``", f"``{data.get('formula')}``")
    return re.sub(r"^( *)\{(\w+)(?: ([^}]*))?\}(.*)$", filled, text, flags=re.M)
