"""Rows for `verify` where softmax and its kin may err most.

A kind is a function of a generator, a length and a dtype, and gives logits at temperature 1.  A row may repeat its numbers,
each some times: its exact results follow from a few numbers, however long it is.
"""

import math

import numpy as np

from fastact.lab.verify_points import highest, number, ordinal, steps

INFINITE = 1 / 16  # of the usual rows have infinite elements
LONGEST = 10**7


def spread_out(rng, n, dtype, infinite=True):
    """Numbers around any, as far apart as of any size; now and then infinite ones among them."""
    x = np.exp2(rng.uniform(-8, 8)) * rng.standard_normal(n) + rng.choice([0, 0, 0, 1, -1]) * np.exp2(rng.uniform(-4, 12))
    if rng.random() < 1 / 8:
        x[rng.integers(n)] += np.exp2(rng.uniform(2, 7))  # one that is ahead of all
    if infinite and rng.random() < INFINITE:
        x[rng.integers(n)] = rng.choice([math.inf, -math.inf])
    return x.astype(dtype)


def anywhere(rng, n, dtype):
    """Of every exponent and either sign."""
    return number(rng.integers(-highest(dtype), highest(dtype), n, endpoint=True), dtype)


def neighbours(rng, n, dtype):
    """Some steps from one another, around a number of any exponent or such as makes them up to 2^7 apart."""
    size = rng.choice([-1, 1]) * np.exp2(rng.uniform(-4, np.finfo(dtype).nmant + 7))
    places = ordinal(anywhere(rng, 1, dtype) if rng.random() < 1 / 2 else dtype([size]))
    return number(np.clip(places + rng.integers(-(2 ** rng.integers(1, 9)), 1, n), -highest(dtype), None), dtype)


def enormous(rng, n, dtype):
    """As large as the type has them, or some steps from there; of one sign or of both."""
    steps_off = np.abs(steps(n, np.finfo(dtype).nmant + 2, rng)) * rng.integers(2, size=n)
    signs = [[1, 1], [-1, -1], [1, -1]][rng.integers(3)]
    return number((highest(dtype) - steps_off) * rng.choice(signs, n), dtype)


def depths(rng, n, dtype):
    """How far below the largest: where shares are subnormal or vanish; where they are lost in a sum; up to 100."""
    info = np.finfo(dtype)
    subnormal = math.log(info.smallest_subnormal), math.log(info.smallest_normal)
    ranges = (subnormal[0] * 1.07, subnormal[1] * 0.92), (2 * math.log(info.eps), -1), (-100, 0)
    return rng.uniform(*ranges[rng.integers(3)], n)


def below(rng, leader, distances, dtype):
    """One that leads, and others at some distances."""
    x = leader + distances
    x[rng.integers(len(x))] = leader
    return x.astype(dtype)


def led(rng, n, dtype):
    return below(rng, rng.choice([0, 1]) * rng.standard_normal() * np.exp2(rng.uniform(-4, 8)), depths(rng, n, dtype), dtype)


def led_by_a_threshold(rng, n, dtype):
    """Where the algorithm may change with the size of the largest: near powers of two, and where exponentials overflow or are
    subnormal."""
    info = np.finfo(dtype)
    sizes = 2**7, 2**8, 2**17, np.exp2(rng.integers(-2, 24)), math.log(info.max), -math.log(info.smallest_normal)
    places = ordinal(dtype([rng.choice([-1, 1]) * rng.choice(sizes)])) + rng.integers(-3, 4)
    return below(rng, np.float64(number(places, dtype)[0]), depths(rng, n, dtype), dtype)


def climbing(rng, n, dtype):
    """One after the other larger, or smaller, by any step."""
    x = np.sort(rng.uniform(-1, 1, n)) * np.exp2(rng.uniform(0, 11)) + rng.choice([0, 0, 1, -1]) * np.exp2(rng.uniform(0, 11))
    return x[:: rng.choice([-1, 1])].astype(dtype)


def halfway(rng, n, dtype):
    """At multiples of log(2)/64 from the largest and some steps beside, where the reduction of an exponential turns."""
    size = math.log(2) * rng.choice([1, 1 / 2, 1 / 16, 1 / 32, 1 / 64])
    x = np.ceil(depths(rng, n, dtype) / size) * size
    x[rng.integers(n)] = 0
    return number(ordinal(x.astype(dtype)) + rng.integers(-2, 3, n) * (x != 0), dtype)


KINDS = {
    kind.__name__: kind for kind in (spread_out, neighbours, anywhere, enormous, led, led_by_a_threshold, climbing, halfway)
}


def logits(rng, n, dtype, temperature=1.0, infinite=True, kind=None):
    """A row of some kind, for a temperature or not."""
    kind = KINDS[kind or rng.choice(list(KINDS))]
    x = kind(rng, n, dtype, infinite) if kind is spread_out else kind(rng, n, dtype)
    if rng.random() < 1 / 2:
        top = np.finfo(dtype).max
        with np.errstate(over="ignore"):
            x = np.where(np.isfinite(x), np.clip(x * np.float64(temperature), -top, top), x).astype(dtype)
    return x


# ---- rows that repeat their numbers -----------------------------------------------------------------------------------------


def repeats(rng, few, n):
    """How often each of a few numbers stands in a row of about n elements, in any proportion, and in what order: in runs that
    are dealt out to every k-th place, or shuffled, by a seed."""
    shares = np.exp2(rng.uniform(0, rng.choice([1, 24]), few))
    counts = np.maximum(n * shares / shares.sum(), 1).astype(np.int64)
    if rng.random() < 1 / 2:
        return {"counts": counts, "order": {"dealt": int(rng.choice([1, 1, 2, 3, 8, 16, 17, 64]))}}
    return {"counts": counts, "order": {"shuffled": int(rng.integers(2**32))}}


def long(rng):
    """Up to 10^6 elements; one row in two hundred has 10^7."""
    return LONGEST if rng.random() < 1 / 200 else int(10 ** rng.uniform(3, 6))


def order(counts, dealt=None, shuffled=None):
    """The places in a row of its numbers' repetitions, number by number."""
    n = int(counts.sum())
    if dealt is None:
        return np.random.default_rng(shuffled).permutation(n)
    return np.concatenate([np.arange(start, n, dealt) for start in range(dealt)])


def repeated(array, counts, places):
    row = np.empty(len(places), array.dtype)
    row[places] = np.repeat(array, counts)
    return row


def extremes(results, counts, places):
    """The least and the largest result of each number."""
    ordered, starts = results[places], np.cumsum(counts) - counts
    return np.stack([np.minimum.reduceat(ordered, starts), np.maximum.reduceat(ordered, starts)])
