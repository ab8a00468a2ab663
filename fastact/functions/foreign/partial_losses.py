"""softmax_cross_entropy of rows whose classes lie in several chunks."""

from typing import NamedTuple

import numpy as np

from fastact._core.small_arrays import cast
from fastact.functions.foreign.partial_sums import (
    Exponentials,
    exponentials_of,
    merge_exponentials,
    scaled_exponential,
    total_of,
)


class Part(NamedTuple):
    """Of the classes of a chunk: the sum of exponentials of their logits; with weights w and targets t the sum of
    ``w*t*(maximum - logit)``, which has no cancellation, and the sum of ``w*t``."""

    exponentials: Exponentials
    cost: np.ndarray
    mass: np.ndarray


class Target(NamedTuple):
    """The class of each row, as far as it is in a chunk."""

    inside: np.ndarray
    index: np.ndarray  # in the chunk; 0 where it is not inside
    ignored: np.ndarray


class CrossEntropy:
    """The loss ``cost + mass*log(sum)``, and its gradient ``mass*softmax(logits) - w*t``."""

    positions = ("classes",)

    def part(self, given, logits, targets, classes, weight=1):
        logits, weight = cast(logits, given.kind), cast(np.asarray(weight), given.kind)
        exponentials = exponentials_of(logits, given.axis)
        cost = mass = np.zeros(exponentials.sum.shape)
        target = self.target(given, targets, classes)
        if target is not None and classes.size:
            mass = self.mass_at(given, target, weight)
            cost = cost_of(mass, exponentials.maximum, np.take_along_axis(logits, target.index, given.axis))
        if target is None or given.arguments["label_smoothing"]:
            counted = np.True_ if target is None else ~target.ignored

            def of_mass(out, targets, weight, counted):
                np.multiply(self.spread(given, targets), weight, out=out, dtype=np.float64)
                np.copyto(out, 0, where=~counted)

            def of_cost(out, logits, maximum, targets, weight, counted):
                of_mass(out, targets, weight, counted)
                np.copyto(out, cost_of(out, maximum, logits))

            spread = (np.broadcast_to(targets, logits.shape), weight, counted)
            mass = mass + total_of(of_mass, given, *spread).number
            cost = cost + total_of(of_cost, given, logits, exponentials.maximum, *spread).number
        return Part(exponentials, cost, mass)

    def merge(self, given, parts):
        whole = merge_exponentials([part.exponentials for part in parts])
        cost = sum(part.cost + cost_of(part.mass, whole.maximum, part.exponentials.maximum) for part in parts)
        return Part(whole, cost, sum(part.mass for part in parts))

    def rows(self, given, whole):
        """Nothing at all weighs on an ignored row, whatever its logits are."""
        losses = whole.cost + whole.mass * logarithm(whole.exponentials)
        return (np.where(whole.mass == 0, whole.cost, losses),)

    def chunk(self, given, whole, logits, targets, classes, weight=1):
        logits, weight = cast(logits, given.kind), cast(np.asarray(weight), given.kind)
        maximum, total, _ = whole.exponentials
        shares = whole.mass / np.where(total == 0, np.nan, total)
        base = np.where(maximum == -np.inf, 0, maximum)
        made = scaled_exponential(logits, shares, base, given, True if (whole.mass != 0).all() else whole.mass != 0)
        target = self.target(given, targets, classes)
        smoothed = given.arguments["label_smoothing"]
        if target is None or smoothed:
            counted = True if target is None else ~target.ignored
            made = made - np.where(counted, self.spread(given, targets) * weight, 0).astype(made.dtype)
        if target is not None and classes.size:
            mass = self.mass_at(given, target, weight)
            if smoothed:
                change = np.take_along_axis(made, target.index, given.axis) - mass
            else:
                at_target = np.take_along_axis(logits, target.index, given.axis)
                change = mass * np.expm1(-(distance(maximum, at_target) + logarithm(whole.exponentials)))
            rows = target.inside.nonzero()
            made[tuple(target.index[rows] if k in given.axes else at for k, at in enumerate(rows))] = change[rows]
        return cast(made, given.kind)

    def target(self, given, targets, classes):
        """None for probabilities."""
        if "targets" in given.full:
            return None
        targets, ignore = np.asarray(targets), given.arguments["ignore_index"]
        targets = targets.reshape(targets.shape or [1] * classes.ndim)
        ignored = np.zeros(targets.shape, bool) if ignore is None else targets == ignore
        wrong = ((targets < 0) | (targets >= given.length)) & ~ignored
        if wrong.any():
            found = targets[wrong][0]
            raise ValueError(f"targets have a class {found}, but the classes of logits go from 0 to {given.length - 1}")
        first = classes.min(initial=given.length)
        inside = (targets >= first) & (targets < first + classes.size) & ~ignored
        return Target(inside, np.where(inside, targets.astype(np.int64) - first, 0), ignored)

    def mass_at(self, given, target, weight):
        """What weighs on the class of each row."""
        if weight.ndim:
            index = np.moveaxis(target.index, given.axis, -1)
            weight = np.moveaxis(weight.reshape(-1)[index], -1, given.axis)
        return np.where(target.inside, (1 - given.arguments["label_smoothing"]) * weight.astype(np.float64), 0)

    def spread(self, given, targets):
        """The targets of all classes, but for what is on the class of a row alone."""
        smoothed = given.arguments["label_smoothing"]
        own = (1 - smoothed) * targets.astype(np.float64) if "targets" in given.full else 0.0
        return own + smoothed / given.length


def distance(maximum, logits):
    return np.where(logits == maximum, 0, np.subtract(maximum, logits, dtype=np.float64))


def cost_of(mass, maximum, logits):
    """Nothing where nothing weighs, at any distance."""
    return np.where(mass == 0, 0, mass * distance(maximum, logits))


def logarithm(exponentials):
    """Of the sum; NaN of logits that are all -infinity."""
    return np.where(exponentials.sum == 0, np.nan, exponentials.log1p)
