"""Where rows of numbers lie in memory, and what that may change.

A reduction has sums of its own for rows that lie along memory and for those that lie across it, side by side, whose elements
are at least 64 bytes apart.  Each of them has the same bits wherever it lies, by whatever steps and among how many others;
between the two there may be as much as their errors, and nothing where the rows are short.  What NumPy copies, as it does what
is not aligned, then lies along memory.
"""

import numpy as np
from calls import assert_same_bits, bits, unaligned
from ml_dtypes import finfo

SHORT, SHORT_IN_PROJECTIONS = 32, 64  # elements of rows that are taken as columns wherever they lie
MANY = 32  # rows of any type whose elements are 64 bytes apart where they lie side by side


def apart(step, gap=0):
    """Elements of a row so many places from each other, behind a gap."""

    def make(a):
        view = np.zeros((len(a), gap + a.shape[1] * abs(step)), a.dtype)[:, gap:][:, ::step]
        view[...] = a
        return view

    return make


def upside_down(a):
    return a[::-1].copy()[::-1]


def out_of_line(a):
    return unaligned(a) if a.itemsize > 1 else a.copy()


def across(make):
    """The same of what is turned, of which the rows lie side by side."""
    return lambda a: make(np.ascontiguousarray(a.T)).T


ALONG = {
    "contiguous": np.copy,
    "gap": apart(1, 5),
    "stride 3": apart(3),
    "stride 2 and a gap": apart(2, 3),
    "stride -1": apart(-1),
    "stride -2": apart(-2, 1),
    "upside down": upside_down,
}
ACROSS = {label: across(make) for label, make in ALONG.items()}
COPIED = {"unaligned": out_of_line, "unaligned and across": across(out_of_line)}


def as_results(made):
    return tuple(map(np.asarray, made if isinstance(made, tuple) else (made,)))


def laid(make, arrays):
    return [make(a) if a.ndim > 1 else a for a in arrays]


def check(function, *arrays, units, sizes=None, short=SHORT, place=-1):
    """That function(*arrays, axis=axis, out=out) holds to it, with arrays of the rows, or of one number for each of them.

    Results of long rows along and across are within so many units of each other, in the last place of the sizes or else of the
    results. It takes the place of that operand too. Returns the results of rows along memory, and of those across."""
    count, many = len(arrays[0]), 64 // arrays[0].itemsize
    units, sizes = units if isinstance(units, tuple) else (units,), sizes if isinstance(sizes, tuple) else (sizes,)
    arrays, sizes = ([repeated(a, count, many) for a in some] for some in (arrays, sizes))
    rows = as_results(function(*arrays, axis=-1))
    columns = as_results(function(*laid(np.asfortranarray, arrays), axis=-1))
    for layouts, want in ((ALONG | COPIED, rows), (ACROSS, columns)):
        for label, make in layouts.items():
            check_layout(function, label, make, arrays, want, place)
        for some in (slice(2), slice(3, 20), slice(None, None, 2)):
            part = [a[some] for a in laid(layouts["gap"], arrays)]
            assert_same_bits(as_results(function(*part, axis=-1)), [w[some] for w in want], f"{some} of the rows")
    for make in (np.copy, apart(3), np.asfortranarray):  # one alone lies along memory
        one = [a[-1] for a in laid(make, arrays)]
        assert_same_bits(as_results(function(*one, axis=-1)), [np.asarray(w[-1]) for w in rows], "one row")
    if arrays[0].shape[-1] <= short:
        assert_same_bits(columns, rows)
    for got, want, most, size in zip(columns, rows, units, sizes, strict=True):
        assert_near(got, want, most, size)
    return [made[:count] for made in rows], [made[:count] for made in columns]


def repeated(a, count, many):
    """So many rows and more of what has a count of them."""
    return np.concatenate([a] * -(-many // count)) if isinstance(a, np.ndarray) and len(a) == count else a


def both_of(function, *rows):
    """The results of rows along memory and across it, where few would lie along it."""
    many = [np.asfortranarray(np.concatenate([a] * MANY)) for a in rows]
    return function(*map(np.ascontiguousarray, rows)), function(*many)[: len(rows[0])]


def assert_either(got, wants):
    """Which of both a call takes, its layouts say; it is one for all rows."""
    if not any(np.array_equal(bits(got), bits(want)) for want in wants):
        assert_same_bits([got], [wants[0]])


def check_layout(function, label, make, arrays, want, place):
    assert_same_bits(as_results(function(*laid(make, arrays), axis=-1)), want, label)
    turned = as_results(function(*(a.T for a in laid(make, arrays)), axis=0))
    assert_same_bits([made.T for made in turned], want, f"{label}, turned")
    if place is not None:
        given = laid(make, arrays)
        made = as_results(function(*given, axis=-1, out=given[place]))
        assert_same_bits(made, want, f"{label}, in place")
        assert_same_bits([np.array(given[place])], [made[-1]], f"{label}, in place")


def unit_of(size, dtype):
    info = finfo(dtype)
    return np.ldexp(1.0, np.clip(np.frexp(size)[1] - 1, info.minexp, info.maxexp - 1) - info.nmant)


def assert_near(got, want, units, size=None):
    """Within so many units of the type that they are computed in; narrow results have been rounded from it."""
    dtype, computed = got.dtype, np.promote_types(got.dtype, np.float32)
    got, want = (a.astype(np.longdouble) for a in (got, want))
    larger = np.maximum(abs(got), abs(want)).astype(np.float64)
    room = units * unit_of(larger if size is None else size, computed) + (unit_of(larger, dtype) if dtype != computed else 0)
    with np.errstate(invalid="ignore"):
        beyond = ~((got == want) | np.isnan(got) & np.isnan(want) | (abs(got - want) <= room))
    assert not beyond.any(), f"{got[beyond]} and {want[beyond]}"
