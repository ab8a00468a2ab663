"""Switching libraries to fastact and back: what `fastact.patch`, `unpatch`, `patched` and `patches` do.

A *library* is a file of this folder, named in `LIBRARIES`, whose `LIBRARY` says which versions it is tested with and makes its
*rows*.  A row is one function of the library: where it is, which calls fastact takes, and how it computes them.  `Function` is
the row of a function or method in Python.  What is switched in another way, as a kernel in a dispatcher, is a row of a class of
its own with what `Function` has: `name`, `served`, `passed`, `prepare`, `switch`, `swapped` and `places`.
"""

import difflib
import os
import re
import sys
from collections.abc import Callable
from contextlib import contextmanager
from importlib import import_module, metadata
from numbers import Integral
from threading import RLock
from types import ModuleType
from typing import NamedTuple

import numpy as np

from fastact._core.replacement import Declined, Replacement

LIBRARIES = ("scipy", "sklearn", "torch", "dask", "thinc", "keras", "jax")  # what in this folder has a LIBRARY
SINGLE, DOUBLE = np.dtype(np.float32), np.dtype(np.float64)
ALWAYS = {SINGLE: 1, DOUBLE: 1}  # the least numbers of elements that are served, by type
TYPE, DTYPE, SHAPE, OPTION, VALUE = "type", "dtype", "shape", "option", "value"  # why `serve` declines


class Library(NamedTuple):
    """`module` is what is imported and `distribution` what is installed; `tested` are the first version and the one behind
    the last; `rows()` makes the rows, once the library has been imported; `needs()` names other libraries, which are on while
    this one is."""

    module: str
    distribution: str
    tested: tuple[str, str]
    rows: Callable[[], list]
    needs: Callable[[], tuple[str, ...]] = tuple


# ---- rows --------------------------------------------------------------------------------------------------------------------


class Function:
    """The row of the function `name` in `module`, or of a method, static or not, if the name is dotted.

    `serve` has the arguments of the original, and computes those calls whose operand is an array of NumPy's own with a dtype
    in `least` and at least so many elements; the `operand` is the first argument, or has this place and name.  If a call is not
    for fastact after all, `serve` raises `Declined` with one of the words above.
    """

    def __init__(self, module, name, serve, least=ALWAYS, operand=(0, "")):
        self.module, self.serve, self.least, self.operand = module, serve, least, operand
        self.of_class, _, self.attribute = name.rpartition(".")
        self.name = f"{module}.{name}"
        self.replacement = None

    def prepare(self):
        """Finds the original, and changes nothing; an AttributeError or ImportError if there is none."""
        if self.replacement is None:
            module = import_module(self.module)
            self.holder = getattr(module, self.of_class) if self.of_class else module
            original = getattr(self.holder, self.attribute)
            self.replacement = Replacement(original, self.serve, self.least, *self.operand, self.module)
            is_static = self.of_class and isinstance(vars(self.holder).get(self.attribute), staticmethod)
            self.placed = staticmethod(self.replacement) if is_static else self.replacement

    def switch(self, on):
        """Begins to serve, and to count from 0, or ends; a method is set in its class."""
        if on:
            self.replacement.reset()
        self.replacement.on = on
        if self.of_class:
            member = vars(self.holder).get(self.attribute)
            if on:
                self.own = member
                setattr(self.holder, self.attribute, self.placed)
            elif member is self.placed and self.own is not None:
                setattr(self.holder, self.attribute, self.own)
            elif member is self.placed:
                delattr(self.holder, self.attribute)

    @property
    def swapped(self):
        """The original, and what takes its place wherever a module has it; None for a method."""
        return None if self.of_class else (self.replacement.original, self.replacement)

    @property
    def served(self):
        return self.replacement.served

    @property
    def passed(self):
        return self.replacement.passed

    def places(self, found):
        """Where the replacement is, if what is swapped was `found` in these places, by identity."""
        return (self.name,) if self.of_class else tuple(found.get(id(self.replacement), ()))


def check_alike(x, *others):
    """Declines if one of the others is neither None nor an array of NumPy's own in the type of `x`."""
    for other in others:
        if other is not None:
            if type(other) is not np.ndarray:
                raise Declined(TYPE)
            if other.dtype is not x.dtype and other.dtype != x.dtype:
                raise Declined(DTYPE)


def check_axis(axis):
    """Declines what is neither None nor a whole number or a tuple of such."""
    if axis is not None and type(axis) is not int:
        for one in axis if type(axis) is tuple else (axis,):
            if not isinstance(one, Integral):
                raise Declined(OPTION)


# ---- what is swapped by identity ---------------------------------------------------------------------------------------------


def holders(objects):
    """Where modules have one of these objects: under a name, or in a dict that has a name, as a value or as a key.  Yields the
    object, the dict, its key, and the place in words.  fastact's own modules keep what they have."""
    wanted = {id(one): one for one in objects}
    for module_name, module in sys.modules.copy().items():
        if not isinstance(module, ModuleType) or module_name.partition(".")[0] == "fastact":
            continue
        names = ModuleType.__getattribute__(module, "__dict__")  # which loads no module that waits for its first use
        known = names.copy()
        if not wanted.keys().isdisjoint(map(id, known.values())):
            for name, value in known.items():
                if id(value) in wanted:
                    yield value, names, name, f"{module_name}.{name}"
        known.pop("__builtins__", None)  # a dict that is the same in all modules
        for name, value in [(name, value) for name, value in known.items() if type(value) is dict and value is not names]:
            items = value.copy()
            if wanted.keys().isdisjoint(map(id, items.values())) and wanted.keys().isdisjoint(map(id, items)):
                continue
            place = f"{module_name}.{name}"
            for key, item in items.items():
                if id(item) in wanted:
                    yield item, value, key, f"{place}[{key!r}]"
                if id(key) in wanted:
                    yield key, value, key, place


def swap(pairs, on):
    """The second of each pair takes the place of the first, or the first its own again.  A dict that has the first as a key
    gets the second as one more, with the same value."""
    other = {id(first): second for first, second in pairs} if on else {id(second): first for first, second in pairs}
    for one, mapping, key, _ in list(holders([pair[not on] for pair in pairs])):
        if key is not one:
            mapping[key] = other[id(one)]
        elif on:
            mapping[other[id(one)]] = mapping[one]
        else:
            mapping.pop(one, None)


# ---- libraries that are on ---------------------------------------------------------------------------------------------------


class _State:
    """A library that could be switched on: `asked` by patch, and how many `contexts` of patched hold it.  Those that it `needs`
    are on while it is."""

    def __init__(self, name, rows, needs):
        self.name, self.rows, self.needs = name, rows, needs
        self.asked, self.contexts, self.is_on = False, 0, False

    def is_wanted(self):
        if self.asked or self.contexts > 0:
            return True
        return any(self in other.needs and other.is_wanted() for other in list(_states.values()))

    def reached(self):
        """This one behind those that it needs."""
        return [*(other for needed in self.needs for other in needed.reached()), self]


lock = RLock()
_states = {}  # by name of the library
if hasattr(os, "register_at_fork"):  # a child never begins in the midst of a switch
    os.register_at_fork(before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release)


def patch(*names):
    """`fastact.patch`."""
    states = ready(_checked("patch", names))
    with lock:
        _settle(states, asked=True)


def unpatch(*names):
    """`fastact.unpatch`."""
    names = _checked("unpatch", names) if names else list(_states)
    with lock:
        _settle([_states[name] for name in names if name in _states], asked=False)


@contextmanager
def patched(*names):
    """`fastact.patched`."""
    states = ready(_checked("patched", names))
    with lock:
        _settle(states, contexts=1)
    try:
        yield
    finally:
        with lock:
            _settle(states, contexts=-1)


def _checked(function, names):
    """The names, each once; an error if one is no library's."""
    if not names:
        raise TypeError(f"{function}() needs the name of a library: {', '.join(LIBRARIES)}")
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"{function}() takes names of libraries, not {type(name).__name__}")
        if name not in LIBRARIES:
            near = difflib.get_close_matches(name, LIBRARIES, 1)
            hint = f"did you mean {near[0]!r}? " if near else ""
            raise ValueError(f"{name!r} is no library that fastact serves: {hint}There are {', '.join(LIBRARIES)}")
    return list(dict.fromkeys(names))


def ready(names):
    """The libraries, imported and looked through; an error, and nothing changed, if one of them is not as it should be."""
    return [_states.get(name) or _states.setdefault(name, _made(name)) for name in names]


def _made(name):
    try:
        library = import_module(f"fastact.backends.{name}").LIBRARY
    except ModuleNotFoundError as error:  # a file of ours that imports its library
        if error.name != name:
            raise
        raise _not_installed(name, name) from None
    told = imported(library.module, library.distribution, library.tested, "patched")
    needs = ready(library.needs())
    rows = library.rows()
    for row in rows:
        try:
            row.prepare()
        except (AttributeError, ImportError) as error:
            raise ImportError(f"{told} is not patched: it has no {row.name}", name=library.module) from error
    return _State(name, rows, needs)


def imported(module, distribution, tested, served="served"):
    """A library and its version, in words, once it has been imported; an ImportError if it is not installed, or in a version
    that fastact is not tested with."""
    try:
        library = import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise _not_installed(module, distribution) from None
    version = getattr(library, "__version__", None) or metadata.version(distribution)
    if not is_tested(version, tested):
        why = f"fastact is tested with those from {tested[0]} up to, not including, {tested[1]}"
        raise ImportError(f"{distribution} {version} is not {served}: {why}", name=module)
    return f"{distribution} {version}"


def is_tested(version, tested):
    """Whether a version is neither older than the first of two nor as new as the second."""
    first, behind = map(_release, tested)
    return first <= _release(version) < behind


def _not_installed(module, distribution):
    return ImportError(f"{distribution} is not installed: python -m pip install {distribution}", name=module)


def _release(version):
    """Of "1.9.0rc1" (1, 9, 0)."""
    return tuple(map(int, re.match(r"\d+(?:\.\d+)*", version)[0].split(".")))


def _settle(states, asked=None, contexts=0):
    """Notes what is asked for, and switches what has to be; if that fails all is as it was."""
    before = [(state.asked, state.contexts) for state in states]
    for state in states:
        state.asked = state.asked if asked is None else asked
        state.contexts += contexts
    try:
        reached = dict.fromkeys(one for state in states for one in state.reached())
        for on in (True, False):
            changed = [state for state in reached if state.is_on != on and state.is_wanted() == on]
            _switch([row for state in changed for row in state.rows], on)
            for state in changed:
                state.is_on = on
    except BaseException:
        for state, (was_asked, contexts_before) in zip(states, before):
            state.asked, state.contexts = was_asked, contexts_before
        raise


def _switch(rows, on):
    pairs = [row.swapped for row in rows if row.swapped]
    try:
        for row in rows:
            row.switch(on)
        if pairs:
            swap(pairs, on)
    except BaseException:
        if on:
            _switch(rows, False)
        raise


# ---- what is on, as data -----------------------------------------------------------------------------------------------------


class Patch(NamedTuple):
    """A function that fastact serves: of which library, its name, all the places where it was found, how many calls have been
    served since it was switched on, and how many passed on to the original, by the reason."""

    library: str
    name: str
    where: tuple[str, ...]
    served: int
    passed: dict[str, int]


class Patches(tuple[Patch, ...]):
    """A `Patch` for each function; it prints as a table."""

    __slots__ = ()

    def __repr__(self):
        if not self:
            return "nothing is patched"
        lines = [("library", "function", "served", "passed on", "where else")]
        for one in self:
            why = ", ".join(f"{count} {reason}" for reason, count in sorted(one.passed.items()))
            elsewhere = [place for place in one.where if place != one.name]
            more = f" and {len(elsewhere) - 1} more" if len(elsewhere) > 1 else ""
            lines.append((one.library, one.name, str(one.served), why or "0", "".join(elsewhere[:1]) + more))
        widths = [max(map(len, column)) for column in zip(*lines)]
        return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)

    __str__ = __repr__


def patches():
    """`fastact.patches`."""
    with lock:
        on = [(state.name, row) for state in _states.values() if state.is_on for row in state.rows]
        found, swapped = {}, [row.swapped[1] for _, row in on if row.swapped]
        for one, _, _, place in holders(swapped) if swapped else ():
            found.setdefault(id(one), []).append(place)
        return Patches(Patch(name, row.name, row.places(found), row.served, dict(row.passed)) for name, row in on)
