"""Numbers by their place in the order of all numbers of a type, and how `verify` draws and moves them."""

import math
from functools import cache

import numpy as np
from flint import arb, ctx


def ordinal(x):
    """Neighbours have neighbouring integers; 0 and -0 have 0."""
    kind = f"i{x.dtype.itemsize}"
    bits = x.view(kind).astype(np.int64)
    return np.where(bits < 0, np.iinfo(kind).min - bits, bits)


def number(n, dtype):
    kind = f"i{np.dtype(dtype).itemsize}"
    return np.where(n < 0, np.iinfo(kind).min - n, n).astype(kind).view(dtype)


def highest(dtype):
    return int(ordinal(np.array([np.finfo(dtype).max]))[0])


def usual(count, dtype, rng):
    """Ordinals of numbers whose sizes are alike from 2^-12 to 2^11."""
    return ordinal((rng.choice([-1.0, 1.0], count) * np.exp2(rng.uniform(-12, 11, count))).astype(dtype))


def steps(count, digits, rng):
    """Ordinals to go by, of sizes that are alike from 1 to 2^digits, in either direction."""
    return rng.choice([-1, 1], count) * np.exp2(rng.uniform(0, digits, count)).astype(np.int64)


def between(low, high, count, rng):
    """Ends, a quarter of them, and numbers of any size; from minus to plus infinity such as have any exponent or usual ones."""
    if math.isinf(low):
        return number(usual(count, np.float64, rng), np.float64)
    if low > 0:
        found = np.exp(rng.uniform(math.log(low), math.log(high), count))
    else:
        found = rng.choice([end for end in (low, high) if end], count) * np.exp2(-rng.uniform(0, 12, count))
    at_ends = rng.random(count) < 1 / 4
    found[at_ends] = rng.choice([low, high], np.count_nonzero(at_ends))
    return np.clip(found, low, high)


def near(points, limits, rng):
    """Other points than those, which are columns of numbers: neighbours, some steps away along one column or all of them, or
    where the product of two columns stays; and some that have a number of anywhere."""
    count, dtype = len(points[0]), points[0].dtype
    places, digits = [ordinal(column) for column in points], np.finfo(dtype).nmant
    width, kind = len(points), rng.random(count)
    moved = rng.integers(width, size=count)
    along_all, anywhere = kind < 0.2, kind > 0.9
    for k, column in enumerate(places):
        here = along_all | (moved == k)
        column += np.where(here, steps(count, digits + 3 * rng.random(), rng), 0)
        redrawn = anywhere & (moved == k)
        column[redrawn] = ordinal(between(*limits[k], np.count_nonzero(redrawn), rng).astype(dtype))
    found = [number(np.clip(column, -highest(dtype), highest(dtype)), dtype) for column in places]
    if width > 1:
        together = (kind > 0.2) & (kind < 0.4)
        factor = 1 + rng.choice([-1.0, 1.0], count) * np.exp2(-rng.uniform(0, digits, count))
        first, second = rng.permutation(width)[:2]
        with np.errstate(all="ignore"):
            for k, column in ((first, points[first] * factor), (second, points[second] / np.where(factor, factor, 1))):
                found[k] = np.where(together, column, found[k]).astype(dtype)
    return [np.clip(column, *(dtype.type(end) for end in limit)) for column, limit in zip(found, limits)]


# ---- where functions may err most ------------------------------------------------------------------------------------------


def nature(*results):
    """An integer that changes at a result's root, and where it becomes subnormal, zero, infinite, undefined."""
    total = 0
    for r in results:
        size = np.abs(r)
        info = np.finfo(r.dtype)
        kind = (size > 0).astype(int) + (size >= info.smallest_normal) + (size > info.max)
        total = 10 * total + np.where(np.isnan(r), 4, np.copysign(kind, r)).astype(int) + 4
    return total


def changes(nature, grid):
    """The ordinals before each change of nature between the points of a sorted grid, by bisection."""
    natures = nature(grid)
    at = np.flatnonzero(natures[1:] != natures[:-1])
    low, high, before = grid[at], grid[at + 1], natures[at]
    while (high - low > 1).any():
        half = low + (high - low) // 2
        same = nature(half) == before
        low, high = np.where(same, half, low), np.where(same, high, half)
    return low


@cache
def quarter_turns(dtype):
    """Multiples of pi/2, and the numbers of every exponent that come closest to one (W. Kahan, 1983)."""
    info = np.finfo(dtype)
    found = list(np.arange(1, 4097) * (math.pi / 2))
    with ctx.workprec(4096):
        for exponent in range(-info.nmant, int(info.maxexp) - info.nmant):
            rest = arb(2) ** (exponent + 1) / arb.pi()
            before, q = 0, 1  # denominators of two convergents
            while q < 2 ** (info.nmant + 1):
                rest = 1 / (rest - rest.floor())
                before, q = q, int(rest.floor().unique_fmpz()) * q + before
            found.append(math.ldexp(before, exponent))
    return ordinal(np.array([found, np.negative(found)], dtype).ravel())
