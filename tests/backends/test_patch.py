"""Switching: of a library made for it, which another module has imported in all the ways that are found."""

import copy
import inspect
import pickle
import sys
import threading
from functools import partial
from types import ModuleType

import numpy as np
import pytest

import fastact as fa
from fastact.backends import patch as patching
from fastact.backends.patch import DOUBLE, OPTION, SINGLE, Declined, Function, Library

ONE, MANY = np.ones(1), np.ones(8)


def doubled(x, factor=2, *, strict=False):
    """Twice."""
    return ("original", x, factor)


KEPT = [doubled]  # a list is no place that is looked through


class Loss:
    def inherited(self, y, x, scale=1):
        return ("original", self, x, scale)


class Special(Loss):
    def own(self, y, x):
        return ("original", self, x)

    @staticmethod
    def static(x):
        return ("original", x)


def serve_doubled(x, factor=2):
    if factor != 2:
        raise Declined(OPTION)
    return "served"


def rows():
    least = {SINGLE: 1, DOUBLE: 4}
    return [
        Function("foreign", "doubled", serve_doubled, least, (0, "x")),
        Function("foreign", "cosine", np.sin, least, (0, "x")),
        Function("foreign", "Special.inherited", lambda self, y, x, scale=1: "served", least, (2, "x")),
        Function("foreign", "Special.own", lambda self, y, x: "served", least, (2, "x")),
        Function("foreign", "Special.static", lambda x: "served", least, (0, "x")),
    ]


@pytest.fixture
def foreign(monkeypatch):
    """A library `foreign`, a module that uses it, and fastact's file for it."""
    library, user, ours = ModuleType("foreign"), ModuleType("user"), ModuleType("fastact.backends.foreign")
    library.__version__ = "1.2.3"
    library.doubled, library.cosine, library.Special = doubled, fa.tanh, Special
    user.twice, user.TABLE, user.KEYS = doubled, {"double": doubled, "other": 1}, {doubled: "told"}
    ours.LIBRARY = Library("foreign", "foreign-dist", ("1.2", "1.3"), rows)
    for module in (library, user, ours):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(patching, "LIBRARIES", (*patching.LIBRARIES, "foreign"))
    yield library
    fa.unpatch("foreign")
    patching._states.pop("foreign", None)
    assert is_original(library)


def is_original(library):
    user, (original,) = sys.modules["user"], KEPT
    return (
        library.doubled is user.twice is user.TABLE["double"] is doubled is original
        and library.cosine is fa.tanh
        and list(user.KEYS.items()) == [(original, "told")]
        and "inherited" not in vars(Special)
        and Special.own is OWN
        and vars(Special)["static"] is STATIC
        and fa.patches() == ()
    )


OWN, STATIC = Special.own, vars(Special)["static"]


def test_all_that_a_module_has_is_replaced_and_comes_back_by_identity(foreign):
    user = sys.modules["user"]
    fa.patch("foreign")
    new = foreign.doubled
    assert new is user.twice is user.TABLE["double"] is doubled is not KEPT[0]
    assert list(user.KEYS.items()) == [(KEPT[0], "told"), (new, "told")]
    assert user.TABLE["other"] == 1 and Special().own(None, MANY) == Special().inherited(None, x=MANY) == "served"
    later = ModuleType("later")
    later.imported, sys.modules["later"] = foreign.doubled, later
    kept = partial(foreign.doubled, MANY)
    assert kept() == "served"
    try:
        fa.patch("foreign")
        assert foreign.doubled is new, "a second call changes nothing"
        fa.unpatch()
        assert is_original(foreign) and later.imported is KEPT[0]
        assert kept()[0] == "original", "who has kept the replacement has the original"
        fa.unpatch("foreign")
        assert is_original(foreign)
    finally:
        del sys.modules["later"]


def test_a_replacement_looks_like_its_original(foreign):
    with fa.patched("foreign"):
        new, cosine = foreign.doubled, foreign.cosine
        assert (new.__name__, new.__doc__, new.__wrapped__) == ("doubled", "Twice.", KEPT[0])
        assert inspect.signature(new) == inspect.signature(KEPT[0]) and inspect.isfunction(new) and repr(new) == repr(KEPT[0])
        assert isinstance(cosine, np.ufunc) and cosine.nin == 1 and cosine.types == fa.tanh.types
        assert copy.deepcopy(new) is new and type(Special().own).__name__ == "method"
        assert Special.static(MANY) == Special().static(MANY) == "served" and Special().static(ONE) == ("original", ONE)
        assert (cosine(MANY) == np.sin(MANY)).all()
        changed = MANY.copy()
        cosine.at(changed, [0])
        assert changed[0] == fa.tanh(1.0) and changed[1] == 1
        assert cosine(MANY, where=MANY < 0, out=MANY.copy()).tolist() == MANY.tolist()
        assert pickle.loads(pickle.dumps(new)) is new


CALLS = [
    ((MANY,), {}, None),
    ((), {"x": MANY}, None),
    ((np.float32(MANY),), {}, None),
    ((pickle.loads(pickle.dumps(MANY)),), {}, None),
    ((ONE,), {}, "size"),
    ((np.ones(1, "f"),), {}, None),
    ((np.ones(0, "f"),), {}, "size"),
    ((1.0,), {}, "type"),
    (([1.0],), {}, "type"),
    ((np.float64(1),), {}, "type"),
    ((np.ma.ones(8),), {}, "type"),
    ((np.ones(8, "f2"),), {}, "dtype"),
    ((np.ones(8, ">f8"),), {}, "dtype"),
    ((np.ones(8, int),), {}, "dtype"),
    ((MANY, 3), {}, "option"),
    ((MANY,), {"factor": 3}, "option"),
]


@pytest.mark.parametrize(("args", "kwargs", "why"), CALLS, ids=str)
def test_calls_that_are_not_served_are_the_original_s_and_are_counted_by_the_reason(foreign, args, kwargs, why):
    with fa.patched("foreign"):
        got = foreign.doubled(*args, **kwargs)
        assert (got == "served") == (why is None) and (why is None or got[0] == "original")
        (one,) = [one for one in fa.patches() if one.name == "foreign.doubled"]
        assert (one.library, one.served, one.passed) == ("foreign", why is None, {why: 1} if why else {})
        assert set(one.where) == {"foreign.doubled", "user.twice", "user.TABLE['double']", "user.KEYS", f"{__name__}.doubled"}
        text = str(fa.patches())
        assert "foreign.doubled" in text and (f"1 {why}" in text if why else len(text.splitlines()) == 6)
    with fa.patched("foreign"):
        assert not any(one.served or one.passed for one in fa.patches()), "counts begin anew"


def test_wrong_arguments_are_refused_as_before(foreign):
    with fa.patched("foreign"):
        for call in (foreign.doubled, partial(foreign.doubled, ONE, 1, 2)):
            with pytest.raises(TypeError, match=r"doubled\(\)"):
                call()


def test_contexts_are_counted_and_the_last_one_restores(foreign):
    with fa.patched("foreign"), fa.patched("foreign", "foreign"):
        new = foreign.doubled
        with fa.patched("foreign"):
            pass
        fa.unpatch()
        assert foreign.doubled is new, "a block holds it"
    assert is_original(foreign)
    with pytest.raises(ZeroDivisionError), fa.patched("foreign"):
        raise ZeroDivisionError
    assert is_original(foreign)
    fa.patch("foreign")
    with fa.patched("foreign"):
        pass
    assert foreign.doubled is new, "patch was called for it"


@pytest.fixture
def needing(foreign, monkeypatch):
    """A library `over` without rows, which needs `between`, and that needs `foreign`."""
    for name, needed in (("over", "between"), ("between", "foreign")):
        library, ours = ModuleType(name), ModuleType(f"fastact.backends.{name}")
        library.__version__ = "1.0"
        ours.LIBRARY = Library(name, name, ("1.0", "1.1"), list, lambda needed=needed: (needed,))
        for module in (library, ours):
            monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(patching, "LIBRARIES", (*patching.LIBRARIES, "over", "between"))
    yield
    fa.unpatch()
    patching._states.pop("over", None)
    patching._states.pop("between", None)


def test_a_library_that_is_needed_is_on_as_long_as_it_is_asked_for_or_needed(foreign, needing):
    def is_on():
        return foreign.doubled(MANY) == "served"

    fa.patch("over")
    assert is_on() and {one.library for one in fa.patches()} == {"foreign"}
    fa.unpatch("foreign")
    fa.unpatch("between")
    with fa.patched("foreign"):
        pass
    assert is_on(), "over needs it"
    fa.patch("foreign")
    fa.unpatch("over")
    assert is_on(), "patch was called for it"
    with fa.patched("over"):
        fa.unpatch("foreign")
        assert is_on(), "a block holds what needs it"
    assert is_original(foreign)
    fa.patch("over", "foreign")
    fa.unpatch()
    assert is_original(foreign)


def test_what_needs_a_library_that_cannot_be_is_refused(foreign, needing):
    foreign.__version__ = "2.0"
    with pytest.raises(ImportError, match=r"foreign-dist 2\.0 is not patched"):
        fa.patch("over")
    assert is_original(foreign)


def test_a_switch_of_a_needed_library_that_fails_leaves_nothing(foreign, needing, monkeypatch):
    with monkeypatch.context() as block:
        block.setattr(patching, "swap", lambda pairs, on: 1 / 0 if on else SWAP(pairs, on))
        with pytest.raises(ZeroDivisionError):
            fa.patch("over")
    assert is_original(foreign)
    assert not any(state.is_on or state.is_wanted() for state in patching._states.values())


def test_threads_that_switch_and_call_leave_all_as_it_was(foreign):
    failures, count = [], 20

    def work():
        try:
            for _ in range(count):
                with fa.patched("foreign"):
                    assert foreign.doubled(MANY) == "served" and Special().own(None, MANY) == "served"
        except BaseException as error:  # an AssertionError in a thread is lost otherwise
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures and is_original(foreign)


def test_calls_of_several_threads_are_all_counted(foreign):
    with fa.patched("foreign"):
        threads = [threading.Thread(target=lambda: [foreign.doubled(MANY) for _ in range(1000)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        served = next(one.served for one in fa.patches() if one.name == "foreign.doubled")
        assert served == 4000 or not getattr(sys, "_is_gil_enabled", lambda: True)()


@pytest.mark.parametrize("version", ["1.1.9", "1.3", "1.3.0rc1", "2.0", "0.9"])
def test_a_version_that_is_not_tested_is_refused_whole(foreign, version):
    foreign.__version__ = version
    with pytest.raises(ImportError, match=rf"foreign-dist {version} is not patched: .* 1\.2 up to, not including, 1\.3"):
        fa.patch("scipy", "foreign")
    assert is_original(foreign)


@pytest.mark.parametrize("version", ["1.2", "1.2.0", "1.2.99.post1"])
def test_versions_between_are_taken(foreign, version):
    foreign.__version__ = version
    with fa.patched("foreign"):
        assert foreign.doubled(MANY) == "served"


def test_a_library_without_one_of_the_names_is_refused_whole(foreign):
    del foreign.cosine
    with pytest.raises(ImportError, match=r"foreign-dist 1\.2\.3 is not patched: it has no foreign\.cosine"):
        fa.patch("foreign")
    foreign.cosine = fa.tanh
    assert is_original(foreign)


def test_a_library_that_is_not_installed_is_named(foreign, monkeypatch):
    monkeypatch.delitem(sys.modules, "foreign")
    with pytest.raises(ImportError, match="foreign-dist is not installed: python -m pip install foreign-dist"):
        fa.patch("foreign")


def test_a_switch_that_fails_halfway_leaves_nothing(foreign, monkeypatch):
    def fail(*_):
        raise MemoryError

    monkeypatch.setattr(patching, "swap", lambda pairs, on: fail() if on else SWAP(pairs, on))
    with pytest.raises(MemoryError):
        fa.patch("foreign")
    assert is_original(foreign)


SWAP = patching.swap


@pytest.mark.parametrize("function", [fa.patch, fa.unpatch, lambda *names: fa.patched(*names).__enter__()])
def test_names_are_checked(function):
    with pytest.raises(ValueError, match="'sklaern' is no library that fastact serves: did you mean 'sklearn'"):
        function("sklaern")
    with pytest.raises(ValueError, match="There are scipy, sklearn"):
        function("scipy", "zzz")
    with pytest.raises(TypeError, match="names of libraries, not int"):
        function(3)
    assert fa.patches() == ()


def test_a_name_is_needed_and_without_one_unpatch_is_of_all():
    for function in (fa.patch, lambda: fa.patched().__enter__()):
        with pytest.raises(TypeError, match="needs the name of a library: scipy, sklearn"):
            function()
    fa.unpatch()
    assert fa.patches() == () and repr(fa.patches()) == "nothing is patched"
