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
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from functools import update_wrapper
from importlib import import_module
from threading import RLock
from types import ModuleType
from typing import NamedTuple

import numpy as np

LIBRARIES = ("scipy", "sklearn")  # the files of this folder that have a LIBRARY
# Why a call is passed on.
TYPE, DTYPE, SHAPE, OPTION, SIZE, VALUE = "type", "dtype", "shape", "option", "size", "value"


class Declined(Exception):
    """What `serve` raises, with one of the words above, if only the values tell that the call is not served."""


class Library(NamedTuple):
    """`module` is what is imported and `distribution` what is installed; `tested` are the first version and the one behind
    the last; `rows()` makes the rows, once the library has been imported."""

    module: str
    distribution: str
    tested: tuple[str, str]
    rows: Callable[[], list]


# ---- rows --------------------------------------------------------------------------------------------------------------------


class Function:
    """The row of the function `name` in `module`, or of a method if the name is dotted.

    `takes` has the arguments of the original; it returns None if fastact serves the call, and else a word that says why not.
    `serve`, with the same arguments, computes it.
    """

    def __init__(self, module, name, takes, serve):
        self.module, self.takes, self.serve = module, takes, serve
        self.of_class, _, self.attribute = name.rpartition(".")
        self.name = f"{module}.{name}"
        self.is_on, self.served, self.passed = False, 0, Counter()
        self.original = None

    def prepare(self):
        """Finds the original, and changes nothing; an AttributeError or ImportError if there is none."""
        if self.original is None:
            holder = import_module(self.module)
            self.holder = getattr(holder, self.of_class) if self.of_class else holder
            original = getattr(self.holder, self.attribute)
            self.replacement = (ufunc_of if isinstance(original, np.ufunc) else function_of)(self, original)
            self.original = original

    def switch(self, on):
        """Begins to serve, or ends; a method is set in its class."""
        if on and not self.is_on:
            self.served, self.passed = 0, Counter()
        if self.of_class and on:
            self.was_own = self.attribute in vars(self.holder)
            setattr(self.holder, self.attribute, self.replacement)
        elif self.of_class and vars(self.holder).get(self.attribute) is self.replacement:
            delattr(self.holder, self.attribute)
            if self.was_own:
                setattr(self.holder, self.attribute, self.original)
        self.is_on = on

    @property
    def swapped(self):
        """The original, and what takes its place wherever a module has it; None for a method."""
        return None if self.of_class else (self.original, self.replacement)

    def places(self, found):
        """Where the replacement is, if what is swapped was `found` in these places, by identity."""
        return (self.name,) if self.of_class else tuple(found.get(id(self.replacement), ()))


def function_of(row, original):
    """What is called in the place of a function.  Who keeps it for longer than it is on has the original."""
    takes, serve = row.takes, row.serve

    def call(*args, **kwargs):
        if row.is_on:
            try:
                why = takes(*args, **kwargs)
            except TypeError:  # arguments that it has not are the original's to refuse
                why = OPTION
            if why is None:
                try:
                    result = serve(*args, **kwargs)
                    row.served += 1
                    return result
                except Declined as declined:
                    (why,) = declined.args
            row.passed[why] += 1
        return original(*args, **kwargs)

    return update_wrapper(call, original)


def ufunc_of(row, original):
    """What is called in the place of a ufunc, with the methods and attributes of the original: to `isinstance` it is one."""

    def __getattr__(self, name):
        return getattr(original, name)

    def __reduce__(self):
        return row.attribute  # by its name in the row's module, where another process finds the original

    members = {
        "__call__": staticmethod(function_of(row, original)),
        "__class__": property(lambda self: np.ufunc),
        "__doc__": original.__doc__,
        "__getattr__": __getattr__,
        "__module__": row.module,
        "__reduce__": __reduce__,
        "__repr__": lambda self: repr(original),
        "__slots__": (),
    }
    return type(original.__name__, (), members)()


# ---- what is swapped by identity ---------------------------------------------------------------------------------------------


def holders(objects):
    """Where modules have one of these objects: under a name, or in a dict that has a name, as a value or as a key.  Yields the
    object, the dict, its key, and the place in words.  fastact's own modules keep what they have."""
    wanted = {id(one): one for one in objects}
    for module_name, module in sys.modules.copy().items():
        if not isinstance(module, ModuleType) or module_name.partition(".")[0] == "fastact":
            continue
        names = ModuleType.__getattribute__(module, "__dict__")  # which loads no module that waits for its first use
        for name, value in names.copy().items():
            place = f"{module_name}.{name}"
            if id(value) in wanted:
                yield value, names, name, place
            elif type(value) is dict and value is not names:
                for key, item in value.copy().items():
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
    """A library that could be switched on: `asked` by patch, and how many `contexts` of patched hold it."""

    def __init__(self, name, rows):
        self.name, self.rows = name, rows
        self.asked, self.contexts, self.is_on = False, 0, False


_lock = RLock()
_states = {}  # by name of the library
if hasattr(os, "register_at_fork"):  # a child never begins in the midst of a switch
    os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_lock.release)


def patch(*names):
    """`fastact.patch`."""
    states = ready(_checked("patch", names))
    with _lock:
        _settle(states, asked=True)


def unpatch(*names):
    """`fastact.unpatch`."""
    names = _checked("unpatch", names) if names else list(_states)
    with _lock:
        _settle([_states[name] for name in names if name in _states], asked=False)


@contextmanager
def patched(*names):
    """`fastact.patched`."""
    states = ready(_checked("patched", names))
    with _lock:
        _settle(states, contexts=1)
    try:
        yield
    finally:
        with _lock:
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
    library = import_module(f"fastact.backends.{name}").LIBRARY
    try:
        version = import_module(library.module).__version__
    except ModuleNotFoundError as error:
        if error.name != library.module:
            raise
        why = f"{library.distribution} is not installed: python -m pip install {library.distribution}"
        raise ImportError(why, name=library.module) from None
    first, behind = library.tested
    told = f"{library.distribution} {version}"
    if not _release(first) <= _release(version) < _release(behind):
        tested = f"fastact is tested with those from {first} up to, not including, {behind}"
        raise ImportError(f"{told} is not patched: {tested}", name=library.module)
    rows = library.rows()
    for row in rows:
        try:
            row.prepare()
        except (AttributeError, ImportError) as error:
            raise ImportError(f"{told} is not patched: it has no {row.name}", name=library.module) from error
    return _State(name, rows)


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
        for on in (True, False):
            changed = [state for state in states if state.is_on != on and (state.asked or state.contexts > 0) == on]
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
    with _lock:
        on = [(state.name, row) for state in _states.values() if state.is_on for row in state.rows]
        found = {}
        for one, _, _, place in holders([row.swapped[1] for _, row in on if row.swapped]):
            found.setdefault(id(one), []).append(place)
        return Patches(Patch(name, row.name, row.places(found), row.served, dict(row.passed)) for name, row in on)
