"""The decorator of the public functions that no table makes: it completes their docstrings, gives them the package's name as
their module, and registers them by name.

In a docstring a line `{name}` or `{name words}` stands for a text: the one that the decorator was given by that name, which the
catalogue tells too, or the shared paragraph of that name with the words, the line's or the decorator's, where that has `{}`.
`{error}` stands for the stated bound, with words for its unit if that is another than of the result, where the decorator was
given no text of that name.
"""

import re
import textwrap
from functools import partial
from typing import NamedTuple

from fastact._core import error_bounds
from fastact._core.docstrings import ACCEPTED

WIDTH = 116  # columns of a docstring, beside its indentation

# The first line, and a text that is wrapped.
PARAGRAPHS = {
    "x": ("x : array_like", f"Any shape; {ACCEPTED}"),
    "x_of_axis": ("x : array_like", f"At least one axis; {ACCEPTED}"),
    "axes": ("axis : int, tuple of int or None, default -1", "The axis or axes {}; None takes them all."),
    "axis_of": ("axis : int, tuple of int or None, default -1", "The axis that `{}` was given."),
    "where": (
        "where : array_like of bool, default True",
        "True for the elements that count; it broadcasts to the shape of `x`.  At all other elements the result is {}, "
        "whatever `x` is there, infinity and NaN included.  If no element of a row counts, that is the result at all of them.",
    ),
    "where_of": (
        "where : array_like of bool, default True",
        "The mask that the forward function was given.  At elements that do not count the gradient is 0, "
        "whatever `{}` is there.",
    ),
    "temperature": (
        "temperature : float, default 1",
        "A positive number by which `x` is divided, in the type of the computation.",
    ),
    "temperature_of": ("temperature : float, default 1", "The temperature that `{}` was given."),
    "sink": (
        "sink : array_like, optional",
        "One more logit for each row.  It takes a share of the row that is not returned.  It broadcasts to the shape of `x` "
        "without the axes.",
    ),
    "inf": (
        'inf : {"limit", "nan"}, default "limit"',
        'The result of a row with elements of +infinity: with "limit" these elements share the row equally, with "nan" it is '
        "NaN.",
    ),
    "out_in_place": ("out : ndarray, optional", "Of the shape of `{}`, with any strides; may be `{}` itself."),
    "out_backward": ("out : ndarray, optional", "Of the shape of the result, with any strides; may be `dy` or `y`."),
    "out_pair": ("out : tuple of two ndarrays or None, optional", "For y and d."),
    "dtype": ("dtype : dtype, optional", "The type to compute in and to return."),
    "dy": ("dy : array_like", "The gradient with respect to the result; types as for `{}`."),
    "y": ("y : array_like", "The result of `{}`; broadcasts against `dy`."),
    "axis_error": ("numpy.exceptions.AxisError", "If `axis` is out of range."),
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


def public(function=None, /, *, formula=None, source=None, **parameters):
    """A decorator, with or without arguments: these are for the catalogue, which a function enters that has a formula."""
    if function is None:
        return partial(public, formula=formula, source=source, **parameters)
    if function.__doc__:  # python -OO leaves none
        function.__doc__ = completed(function, {"formula": formula, "source": source} | parameters)
    function.__module__ = "fastact"
    FUNCTIONS[function.__name__] = function
    if formula:
        told = dict(paragraph(name, words) for name, words in parameters.items())
        ENTRIES[function.__name__] = Entry(function, formula, source, told)
    return function


def paragraph(name, words):
    """What a text is of, and the text: a shared one with the words, or these themselves."""
    if name not in PARAGRAPHS:
        return name, words
    first, text = PARAGRAPHS[name]
    return first.partition(" : ")[0], text.replace("{}", words)


def completed(function, given):
    """The docstring of a function with its paragraphs."""

    def filled(found):
        indent, name, words, after = found.groups()
        if name == "error" and name not in given:
            text = f"The error is {error_bounds.describe(function.__name__, words or 'units in the last place')}{after}"
        else:
            text = paragraph(name, words or given.get(name) or "")[1] + after
        if name not in PARAGRAPHS:
            return textwrap.fill(text, WIDTH + len(indent), initial_indent=indent, subsequent_indent=indent)
        deeper = indent + "    "
        text = textwrap.fill(text, WIDTH + len(indent), initial_indent=deeper, subsequent_indent=deeper)
        return f"{indent}{PARAGRAPHS[name][0]}\n{text}"

    docstring = function.__doc__.replace("``{formula}``", f"``{given['formula']}``")
    return re.sub(r"^( *)\{(\w+)(?: ([^}]*))?\}(.*)$", filled, docstring, flags=re.M)
