"""The rule: what a public function does with each kind of array.

NumPy's own arrays, and what it makes arrays of, go to the function itself.  The kinds below are served; another type that
computes with ufuncs in a way of its own, or is lazy, is a TypeError that names it.
"""

import sys
from functools import lru_cache

import numpy as np

from fastact._core.array_function import ArrayFunction
from fastact.functions.foreign import chunks, labels, masks
from fastact.functions.foreign.layout import IN_WHERE, Call, Layout, Masked, each, like

# The kind of each type that is served: the first of a type's bases counts that is one of them.
SERVED = {
    "pandas.DataFrame": "pandas",
    "pandas.Series": "pandas",
    "polars.DataFrame": "polars",
    "polars.Series": "polars",
    "xarray.DataArray": "xarray",
    "dask.Array": "dask",
    "numpy.MaskedArray": "masked",
}
PLAIN, WRAPPED, REFUSED = "plain", "wrapped", "refused"


def served(*, results, axes=None, whole=(), masked=None, loss=None, lazy=True, **operands):
    """A decorator: a function of arrays with these roles (layout.py), which takes foreign ones by the rule."""
    results = results if isinstance(results, tuple) else (results,)
    layout = Layout(operands, results, axes, whole, masked or Masked(IN_WHERE), loss, lazy)

    def decorated(function):
        def rule(args, kwargs):
            return serve(made, args, kwargs)

        made = ArrayFunction(function, rule)
        made.layout = layout
        return made

    return decorated


def serve(function, args, kwargs):
    try:
        call = Call(function, args, kwargs)
    except TypeError:
        function.__wrapped__(*args, **kwargs)  # says better what is wrong
        raise
    kinds = {}  # the names of the operands of each
    for name, value in call.operands.items():
        kind = kind_of(type(value))
        if kind == REFUSED or (kind in (PLAIN, WRAPPED) and (is_lazy(value) or makes_no_array(value))):
            raise TypeError(f"{call.name}() does not take {spelled(value)} for {name}")
        if kind != PLAIN:
            kinds.setdefault(kind, []).append(name)
    for out in call.outs:
        kind = kind_of(type(out))
        if kind == "masked":
            kinds.setdefault(kind, [])
        elif kind != PLAIN and not isinstance(out, np.ndarray):
            raise TypeError(f"out must be a numpy.ndarray, not {spelled(out)}")
    if not kinds:
        return function.__wrapped__(*args, **kwargs)
    if len(kinds) > 1 and kinds.keys() != {"xarray", "dask"}:
        one, other = [of_kind(call, *kind) for kind in list(kinds.items())[:2]]
        both = f"{spelled(one[1])} for {one[0]} and {spelled(other[1])} for {other[0]}"
        raise TypeError(f"{call.name}() does not take {both} in one call")
    if kinds.keys() & labels.LIBRARIES.keys():
        kind = next(iter(kinds.keys() & labels.LIBRARIES.keys()))
        return labels.serve(call, kind, kinds[kind])
    if "masked" in kinds:
        return masks.serve(call, kinds["masked"])
    if "dask" in kinds:
        return chunks.serve(call)
    return wrapped(call, kinds[WRAPPED])


@lru_cache(maxsize=256)
def kind_of(kind):
    """What the rule does with a type."""
    for base in kind.__mro__:
        found = SERVED.get(f"{base.__module__.partition('.')[0]}.{base.__name__}")
        if found:
            return found
    if kind is np.ndarray or issubclass(kind, np.generic):
        return PLAIN
    ufunc = getattr(kind, "__array_ufunc__", np.ndarray.__array_ufunc__)
    if ufunc is not np.ndarray.__array_ufunc__:
        return REFUSED
    if issubclass(kind, np.ndarray) or hasattr(kind, "__array_wrap__"):
        return WRAPPED
    if hasattr(kind, "shape") and hasattr(kind, "dtype") and not hasattr(kind, "__array__"):  # a sparse array of SciPy's
        return REFUSED
    return PLAIN


def is_lazy(value):
    """Whether NumPy would have to compute it first: a collection of Dask's."""
    return "dask" in sys.modules and getattr(value, "__dask_graph__", None) is not None and value.__dask_graph__() is not None


def makes_no_array(value):
    """Whether an object of another library, a LazyFrame of polars for one, is no numbers to NumPy but an object."""
    return type(value).__module__ != "builtins" and np.ndim(value) == 0 and np.asarray(value).dtype == object


def of_kind(call, kind, names):
    """The name of an argument of a kind, and what was given for it."""
    if names:
        return names[0], call.operands[names[0]]
    return "out", next(out for out in call.outs if kind_of(type(out)) == kind)


def spelled(value):
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


def wrapped(call, names):
    """Of a subclass of ndarray, or a type that NumPy's ufuncs give back: computed as a plain array, and given back as that."""
    values = {name: np.asarray(call.operands[name]) for name in names}
    first = call.operands[names[0]]
    results = call.again(**values)
    made = []
    for result in each(results):
        flat = isinstance(first, np.matrix) and np.ndim(result) != 2
        if not np.ndim(result) or flat or any(result is out for out in call.outs):
            made.append(result)
        else:
            made.append(first.__array_wrap__(result))
    return like(results, made)
