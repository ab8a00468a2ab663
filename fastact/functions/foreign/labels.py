"""Labelled arrays: pandas, polars, xarray.

Labelled operands of one call have equal labels in equal order, for nothing is aligned; unlabelled ones go by their position.
"""

import itertools
import sys

import numpy as np

from fastact.functions.foreign.layout import each, like


class Pandas:
    """Series and DataFrames: an axis has an Index."""

    def labels(self, value):
        return list(value.axes)

    def same(self, one, other):
        return one.equals(other)

    def values(self, value, name):
        """As an array: of columns of several types in their common one, what is missing as NaN."""
        columns = [value] if value.ndim == 1 else [value.iloc[:, k] for k in range(value.shape[1])]
        kinds = [self.number_type(column, name, value.ndim) for column in columns]
        kind = np.result_type(*kinds) if kinds else np.dtype(float)
        missing = {"na_value": np.nan} if kind.kind == "f" else {}
        return value.to_numpy(dtype=kind, **missing)

    def number_type(self, column, name, ndim):
        """NumPy's type of a column; float64 for integers of which some are missing."""
        kind = column.dtype
        if not isinstance(kind, np.dtype):  # a nullable, an Arrow or a sparse type
            kind = getattr(kind, "numpy_dtype", getattr(kind, "subtype", None))
            if isinstance(kind, np.dtype) and kind.kind in "biu" and column.isna().any():
                kind = np.dtype(float)
        if not isinstance(kind, np.dtype) or kind.kind not in "biuf":
            which = f"column {column.name!r} of {name}" if ndim == 2 else name
            raise TypeError(f"{which} must be real numbers, not {column.dtype}")
        return kind

    def built(self, array, labels, operands, whole):
        pandas = sys.modules["pandas"]
        if array.ndim == 1:
            names = {value.name for value in operands if value.ndim == 1} if whole else set()
            return pandas.Series(array, index=labels[0], name=names.pop() if len(names) == 1 else None)
        return pandas.DataFrame(array, index=labels[0], columns=labels[1]) if array.ndim == 2 else array


class Polars:
    """Series, and DataFrames, whose columns have names."""

    def labels(self, value):
        return [None] if type(value).__name__ == "Series" else [None, value.columns]

    def same(self, one, other):
        return one == other

    def values(self, value, name):
        columns = [value] if type(value).__name__ == "Series" else value.get_columns()
        for column in columns:
            if not column.dtype.is_numeric() and column.dtype != sys.modules["polars"].Boolean:
                which = name if column is value else f"column {column.name!r} of {name}"
                raise TypeError(f"{which} must be real numbers, not {column.dtype}")
        arrays = [column.to_numpy() for column in columns]
        if columns and columns[0] is value:
            return arrays[0]
        return np.column_stack(arrays) if arrays else np.empty(value.shape)

    def built(self, array, labels, operands, whole):
        polars = sys.modules["polars"]
        if array.ndim == 1 and labels[0] is None:
            names = {value.name for value in operands if type(value).__name__ == "Series"} if whole else set()
            return polars.Series(names.pop() if len(names) == 1 else "", array)
        if array.ndim > 2:
            return array
        return polars.DataFrame(np.atleast_2d(array), schema=labels[-1], orient="row")  # a row, as its own reductions give


class XArray:
    """DataArrays: an axis has a dimension, and may have an index."""

    def labels(self, value):
        return [(dim, value.indexes.get(dim)) for dim in value.dims]

    def same(self, one, other):
        return one[0] == other[0] and (one[1] is None or other[1] is None or one[1].equals(other[1]))

    def values(self, value, name):
        return value.data

    def built(self, array, labels, operands, whole):
        kept = {label[0] for label in labels if label is not None}
        dims = [label and label[0] for label in labels]
        for k in range(len(dims)):
            if dims[k] is None:
                dims[k] = next(name for n in itertools.count(k) if (name := f"dim_{n}") not in dims)
        coords, others = {}, set()  # those in which the operands differ are left out, as xarray does
        for value in operands:
            for name, coord in value.coords.items():
                if set(coord.dims) <= kept and not coords.setdefault(name, coord).variable.equals(coord.variable):
                    others.add(name)
        coords = {name: coord for name, coord in coords.items() if name not in others}
        first = operands[0]
        return sys.modules["xarray"].DataArray(array, coords, dims, first.name if whole else None, first.attrs)


LIBRARIES = {"pandas": Pandas(), "polars": Polars(), "xarray": XArray()}


def serve(call, library, names):
    """The call with the values of labelled operands, of these names, and their labels on its results."""
    library = LIBRARIES[library]
    operands = {name: call.operands[name] for name in names}
    found = {}  # of each axis of the call: a label, and the operand that has it
    for name, value in operands.items():
        own = library.labels(value)
        for axis, label in zip(call.axes_of(call.roles[name], len(own)), own):
            if axis is None or label is None:
                continue
            before, other = found.setdefault(axis, (label, name))
            if not library.same(before, label):
                raise ValueError(
                    f"{call.name}() needs equal labels in equal order: {name} and {other} have others on axis {axis} of the "
                    f"call; nothing is aligned"
                )
    results = call.again(**{name: library.values(value, name) for name, value in operands.items()})
    made = []
    for result, role in zip(each(results), call.layout.results):
        if not np.ndim(result) or any(result is out for out in call.outs):
            made.append(result)
            continue
        axes = call.axes_of(role, result.ndim)
        labels = [found[axis][0] if axis in found else None for axis in axes]
        whole = None not in axes and len(axes) == call.ndim
        made.append(library.built(result, labels, list(operands.values()), whole))
    return like(results, made)
