"""softmax and its kin of rows that lie in several chunks: what a chunk leaves of each row, and what the whole makes of a chunk.

An algorithm has steps.  `part` makes a named tuple of a chunk, small arrays whose axes have the length 1; `merge` makes one
of several; `chunk` makes the results of a chunk from the merged whole, and `rows` those that are numbers for a row.  All arrays
that they get have the axes of the call, some of them with the length 1.
"""

import inspect
import math
from typing import NamedTuple

import numpy as np

from fastact._core.small_arrays import cast
from fastact._core.ufuncs import reductions
from fastact.functions.arguments import at_least_single
from fastact.functions.axes import BLOCK, along, options_of, slabs
from fastact.functions.foreign.layout import AXIS, called


class Given(NamedTuple):
    """What a call says beside its arrays."""

    function: object
    kind: np.dtype  # of the results
    axes: tuple
    length: int  # of the first of the axes
    full: frozenset  # the names of operands that have all axes
    arguments: dict  # by name, all but arrays
    numbers: dict  # those of them that are operands

    def again(self, **operands):
        """The function of a chunk."""
        axis = {"axis": self.axis} if "axis" in inspect.signature(self.function).parameters else {}
        return called(self.function, self.arguments | axis | operands)

    @property
    def axis(self):
        return self.axes if len(self.axes) > 1 else self.axes[0]

    @property
    def temperature(self):
        return float(self.arguments.get("temperature", 1.0))

    @property
    def wide(self):
        """The type to compute in."""
        return at_least_single(self.kind)


# ---- sums in two words -------------------------------------------------------------------------------------------------------


class Total(NamedTuple):
    """A sum of float64, and what its rounding lost."""

    sum: np.ndarray
    rest: np.ndarray

    def plus(self, other):
        whole = self.sum + other.sum
        part = whole - self.sum
        lost = (self.sum - (whole - part)) + (other.sum - part)
        lost = np.where(np.isfinite(whole), lost, 0)
        return Total(whole, self.rest + other.rest + lost)

    def __mul__(self, factor):
        return Total(self.sum * factor, self.rest * factor)

    @property
    def number(self):
        return self.sum + self.rest


def total_of(function, given, *arrays):
    """The sums along the axes of what a function writes of arrays, which broadcast; slab by slab, in float64."""
    shape = np.broadcast_shapes(*map(np.shape, arrays))
    arrays = [np.broadcast_to(array, shape) for array in arrays]
    kept = [1 if k in given.axes else n for k, n in enumerate(shape)]
    made, room = Total(np.zeros(kept), np.zeros(kept)), room_for(shape, np.float64)
    for at in slabs(shape, 1, range(len(shape))):
        parts = [array[at] for array in arrays]
        terms = room[: parts[0].size].reshape(parts[0].shape)
        function(terms, *parts)
        rows = at if at is ... else tuple(slice(None) if k in given.axes else cut for k, cut in enumerate(at[:-1]))
        added = along(reductions["sum"], (terms,), given.axis, None, None, keepdims=True)
        for field, new in zip(made, Total(made.sum[rows], made.rest[rows]).plus(Total(added, 0.0))):
            field[rows] = new
    return made


def elementwise(function, given, *arrays):
    """What a function writes of arrays, which broadcast; slab by slab, in the wide type."""
    shape = np.broadcast_shapes(*map(np.shape, arrays))
    arrays, made = [np.broadcast_to(array, shape) for array in arrays], np.empty(shape, given.kind)
    room = None if given.kind == given.wide else room_for(shape, given.wide)
    for at in slabs(shape, 1, range(len(shape))):
        target = made[at]
        out = target if room is None else room[: target.size].reshape(target.shape)
        function(out, *(array[at] for array in arrays))
        if room is not None:
            target[...] = cast(out, given.kind)
    return made


def room_for(shape, kind):
    """For a slab, again and again: in Dask's workers each new array costs its page faults."""
    return np.empty(min(math.prod(shape), BLOCK), kind)


class Sum:
    """What is a sum of each row: its merge."""

    positions = ()

    def merge(self, given, parts):
        whole = parts[0]
        for part in parts[1:]:
            whole = whole.plus(part)
        return whole


# ---- sums of exponentials ----------------------------------------------------------------------------------------------------


class Exponentials(NamedTuple):
    """The maximum of x, and the sum of ``exp((x - maximum)/temperature)`` in two words, as `softmax_partial` has them."""

    maximum: np.ndarray
    sum: np.ndarray
    rest: np.ndarray

    @property
    def log1p(self):
        """The logarithm of the sum, which is 1 or more; of one near 1 its distance from 1 counts."""
        return np.log1p((self.sum - 1) + self.rest)


def normal(maximum, total, rest):
    whole = total + rest
    return Exponentials(maximum, whole, rest - (whole - total))


def exponentials_of(x, axis, where=True, temperature=1.0, inf="limit"):
    options = options_of(x, where, temperature, inf=inf)
    maximum, total, rest = along(reductions["partial"], (x,), axis, None, None, True, options)
    return normal(np.asarray(maximum), np.asarray(total), np.asarray(rest))


def merge_exponentials(parts, given=None):
    """The kernel knows no temperature but 1; for others factors are quotients, so that each has its own digits."""
    maxima, sums, rests = (np.stack(np.broadcast_arrays(*fields)) for fields in zip(*parts))
    maximum = maxima.max(axis=0)
    if given is None or given.temperature == 1:
        merge, options = reductions["merge"].with_options.ufunc, options_of(maxima).spread(maxima)
        _, total, rest = merge(maxima.astype(np.float64), sums, rests, *options, axis=0)
        return normal(maximum, total, rest)
    y = np.asarray(maximum.astype(np.float64) / given.temperature)
    whole = shift_of(given, maximum, y)
    factors = [shift_of(given, one, y) / whole for one in maxima]
    return normal(maximum, *Sum().merge(given, [Total(*one) * factor for one, factor in zip(zip(sums, rests), factors)]))


def shift_of(given, maximum, y):
    """``exp(maximum/temperature - y)`` for numbers y of each row that are no less; 1 where both are the same infinity."""
    finite = np.isfinite(maximum) & np.isfinite(y)
    wide = np.where(finite, maximum, 0).astype(np.float64)
    return np.where(finite, scaled_exponential(wide, 1.0, np.where(finite, y, 0), given), maximum == y)


def scaled_exponential(x, factor, y, given, where=True):
    """``factor*exp(x/temperature - y)``, for numbers `factor` and `y` of each row; 0 where nothing counts.

    The kernel of logsumexp's gradient, which divides by the temperature."""
    kind = given.wide if x.dtype != np.float64 else np.dtype(np.float64)
    x, y, factor = cast(x, kind), cast(y, kind), cast(np.asarray(factor * given.temperature), kind)
    of_rows = np.broadcast_to(y, [1 if k in given.axes else n for k, n in enumerate(x.shape)])
    of_rows = of_rows.reshape([n for k, n in enumerate(x.shape) if k not in given.axes])
    options, operands = options_of(x, where, given.temperature, of_rows), (x, np.broadcast_to(factor, x.shape))
    return along(reductions["logsumexp_backward"], operands, given.axis, None, None, options=options)


class Softmax:
    """softmax, and softmin as that of -x; a sink is one more element of each row."""

    positions = ()

    def __init__(self, negated=False):
        self.negated = negated

    def operand(self, given, x):
        x = cast(x, given.kind)
        return np.negative(x) if self.negated else x

    def part(self, given, x, where=True, sink=None):
        inf = given.arguments.get("inf", "limit")
        return exponentials_of(self.operand(given, x), given.axis, where, given.temperature, inf)

    def merge(self, given, parts):
        return merge_exponentials(parts, given)

    def with_sink(self, given, whole, sink):
        if sink is None:
            return whole
        sink = cast(np.asarray(sink), given.kind)
        return self.merge(given, [whole, Exponentials(sink, np.where(sink == -np.inf, 0.0, 1.0), np.zeros(sink.shape))])

    def chunk(self, given, whole, x, where=True, sink=None):
        """``exp(x/temperature - y)/sum``, with y the maximum over the temperature, whose rounding is in the sum too."""
        x, (maximum, total, _) = self.operand(given, x), self.with_sink(given, whole, sink)
        y = np.asarray(cast(maximum, given.wide) / given.temperature)
        far = np.isinf(y) & np.isfinite(maximum)  # only the maximum itself has a share
        shift = 1 if given.temperature == 1 else shift_of(given, maximum, y)
        share = np.where(total == 0, np.nan, 1 / (total * shift))
        made = scaled_exponential(x, share, np.where(maximum == -np.inf, 0, y), given, where)
        if far.any():
            made = np.where(far, np.where((x == maximum) & where, 1 / total, 0), made)
        return cast(made, given.kind)


class LogSoftmax(Softmax):
    """``(x - maximum)/temperature`` without the logarithm of the sum."""

    def chunk(self, given, whole, x, where=True, sink=None):
        whole, kind = self.with_sink(given, whole, sink), given.wide
        maximum, logarithm = cast(whole.maximum, kind), cast(whole.log1p, kind)
        infinite = bool(np.isinf(maximum).any())
        shift = np.where(maximum == -np.inf, 0, maximum) if infinite else maximum

        def of_slab(out, x, maximum, shift, logarithm, where=None):
            np.subtract(x, shift, out=out, dtype=kind)
            if infinite:
                np.copyto(out, 0, where=(x == maximum) & (maximum == np.inf))
            if given.temperature != 1:
                np.divide(out, kind.type(given.temperature), out=out)
            np.subtract(out, logarithm, out=out)
            if where is not None:
                np.copyto(out, -np.inf, where=~where)

        arrays = [self.operand(given, x), maximum, shift, logarithm, *([] if where is True else [where])]
        return elementwise(of_slab, given, *arrays)


class LogSumExp:
    """With factors b, sums of either sign; without them those of softmax."""

    positions = ()

    def part(self, given, x, b=None, where=True):
        x = cast(x, given.kind)
        if b is None:
            return exponentials_of(x, given.axis, where, given.temperature)
        counted = np.broadcast_to((b != 0) & where, np.broadcast_shapes(x.shape, b.shape, np.shape(where)))
        x = np.broadcast_to(x, counted.shape)
        maximum = np.max(x, axis=given.axes, keepdims=True, initial=-np.inf, where=counted)

        def of_slab(out, x, b, counted, maximum):
            np.exp(np.subtract(x, maximum, dtype=np.float64), out=out)
            np.multiply(out, b, out=out)
            np.copyto(out, b, where=x == maximum)
            np.copyto(out, 0, where=~counted | (x == -np.inf))

        return Weighted(maximum, *total_of(of_slab, given, x, cast(b, given.kind), counted, maximum))

    def merge(self, given, parts):
        if isinstance(parts[0], Exponentials):
            return merge_exponentials(parts, given)
        maximum = np.maximum.reduce([part.maximum for part in parts])
        totals = []
        for part in parts:
            away = np.subtract(part.maximum, maximum, dtype=np.float64)
            totals.append(Total(part.sum, part.rest) * np.where(part.maximum == maximum, 1, np.exp(away)))
        return Weighted(maximum, *Sum().merge(given, totals))

    def rows(self, given, whole):
        maximum = whole.maximum.astype(np.float64)
        if isinstance(whole, Exponentials):
            y = np.where(whole.sum == 0, maximum, maximum / given.temperature + whole.log1p)
            sign = np.where(np.isnan(y), y, y != -np.inf)
        else:
            total = whole.sum + whole.rest
            y, sign = np.where(total == 0, -np.inf, maximum + np.log(np.abs(total))), np.sign(total)
            if not given.arguments["return_sign"]:
                y = np.where(sign < 0, np.nan, y)
        return (y, sign) if given.arguments["return_sign"] else (y,)


class Weighted(NamedTuple):
    """The maximum of x, and the sum of ``b*exp(x - maximum)`` in two words."""

    maximum: np.ndarray
    sum: np.ndarray
    rest: np.ndarray


class Partial:
    """softmax_partial: the merged part itself."""

    positions = ()

    def part(self, given, x, where=True):
        return exponentials_of(cast(x, given.kind), given.axis, where)

    def merge(self, given, parts):
        return merge_exponentials(parts)

    def rows(self, given, whole):
        return whole


# ---- gradients ---------------------------------------------------------------------------------------------------------------


class SoftmaxBackward(Sum):
    """``y*(dy - sum(y*dy))/temperature``."""

    def part(self, given, dy, y, where=True):
        def of_slab(out, dy, y, where=None):
            np.multiply(dy, y, out=out, dtype=np.float64)
            if where is not None:
                np.copyto(out, 0, where=~where)

        return total_of(of_slab, given, dy, y, *([] if where is True else [where]))

    def chunk(self, given, whole, dy, y, where=True):
        total, kind = cast(whole.number, given.wide), given.wide

        def of_slab(out, dy, y, total, where=None):
            np.subtract(dy, total, out=out, dtype=kind)
            np.multiply(out, y, out=out)
            self.finish(given, out, where)

        return elementwise(of_slab, given, dy, y, total, *([] if where is True else [where]))

    def finish(self, given, out, where):
        if given.temperature != 1:
            np.divide(out, out.dtype.type(given.temperature), out=out)
        if where is not None:
            np.copyto(out, 0, where=~where)


class LogSoftmaxBackward(SoftmaxBackward):
    """``(dy - exp(y)*sum(dy))/temperature``."""

    def part(self, given, dy, y, where=True):
        def of_slab(out, dy, where=None):
            np.copyto(out, dy)
            if where is not None:
                np.copyto(out, 0, where=~where)

        return total_of(of_slab, given, np.broadcast_arrays(dy, y)[0], *([] if where is True else [where]))

    def chunk(self, given, whole, dy, y, where=True):
        total, kind = cast(whole.number, given.wide), given.wide

        def of_slab(out, dy, y, total, where=None):
            np.exp(y, out=out, dtype=kind)
            np.multiply(out, total, out=out)
            np.subtract(dy, out, out=out)
            self.finish(given, out, where)

        return elementwise(of_slab, given, dy, y, total, *([] if where is True else [where]))


class LogSumExpBackward(Sum):
    """``dy*b*exp(x/temperature - y)/temperature``: rows whose y is infinite are shared by their elements of +infinity."""

    def part(self, given, dy, x, y, b=1, where=True):
        """The sum of the factors of these elements; it costs nothing where there is no such row."""
        kept = [1 if k in given.axes else n for k, n in enumerate(x.shape)]
        if not np.any(np.equal(y, np.inf)):
            return Total(np.zeros(kept), np.zeros(kept))

        def of_slab(out, x, b, where):
            np.copyto(out, np.where(where & (x == np.inf), b, 0))

        return total_of(of_slab, given, x, b, where)

    def chunk(self, given, whole, dy, x, y, b=None, where=True):
        options = {"where": where} if b is None else {"where": where, "b": b}
        made, b = given.again(dy=np.asarray(dy), x=x, y=np.asarray(y), **options), 1 if b is None else b
        infinite = np.equal(y, np.inf)
        if not infinite.any():
            return made
        with np.errstate(all="ignore"):
            shared = np.where((x == np.inf) & where, dy * b / np.abs(whole.number) / given.temperature, 0)
        return np.where(infinite, shared, made).astype(given.kind)


class Elementwise:
    """What needs no sum: the function itself, for each chunk."""

    part, positions = None, ()

    def chunk(self, given, **operands):
        roles = given.function.layout.operands
        for name, value in operands.items():
            if roles.get(name) == AXIS and np.ndim(value):
                operands[name] = value.reshape(-1) if value.size > 1 else value.reshape(())
        made = given.again(**operands)
        return made[0] if isinstance(made, tuple) else made


class Causal:
    """Another algorithm of what row i sees: the elements up to i + offset."""

    positions = ("rows", "columns")

    def __init__(self, algorithm):
        self.algorithm = algorithm
        self.merge = algorithm.merge

    def part(self, given, rows, columns, where=True, **operands):
        return self.algorithm.part(given, where=self.seen(given, rows, columns) & where, **operands)

    def chunk(self, given, whole, rows, columns, where=True, **operands):
        return self.algorithm.chunk(given, whole, where=self.seen(given, rows, columns) & where, **operands)

    def seen(self, given, rows, columns):
        return columns <= rows + given.arguments["offset"]
