"""Thinc with fastact: served calls agree with Thinc's own, and the others are Thinc's own."""

import copy
import doctest
import inspect
import pickle
import re
import threading
from contextlib import nullcontext
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from libraries import needed
from subprocesses import interpreter

import fastact as fa

pytestmark = needed("thinc")
pytest.importorskip("thinc")

import thinc.backends  # noqa: E402
from thinc.api import Adam, Mish, NumpyOps, Ops, Softmax, chain, get_current_ops, get_ops, set_current_ops  # noqa: E402

from fastact.backends import thinc as ours  # noqa: E402

OWN = {name: vars(NumpyOps).get(name) for name in ours.METHODS}
PLAIN = type("Plain", (NumpyOps,), {name: getattr(NumpyOps, name) for name in ours.METHODS})()  # stays as it is now
RNG = np.random.default_rng(0)
X = np.concatenate([np.linspace(-9.01, 8.97, 2047), RNG.standard_normal(2049)]).reshape(64, 64)
DY = RNG.standard_normal(X.shape)
LENGTHS = np.array([4000, 0, 1, 95], np.int32)
DTYPES = ["float32", "float64"]
# How far Thinc's own is from the function: its erf and the constants of a gradient have six or seven digits.
INEXACT = {"gelu": 2e-6, "backprop_gelu": 2e-6, "backprop_gelu_approx": 2e-5}
IGNORE_INPLACE = {"softmax", "softmax_sequences", "backprop_hard_sigmoid", "backprop_hard_tanh"}


def arguments(name, dtype):
    """By the names that Thinc's methods have."""
    y = 1 / (1 + np.exp(-X))
    if name.endswith("softmax_sequences"):
        column = X.reshape(-1, 1)
        given = {"Xs": column, "dY": DY.reshape(-1, 1), "Y": PLAIN.softmax_sequences(column, LENGTHS), "lengths": LENGTHS}
    elif name == "backprop_softmax":
        given = {"Y": PLAIN.softmax(X), "dY": DY}
    else:
        given = {"X": X, "x": X, "dY": DY, "Y": X * y if name == "backprop_swish" else y}
    wanted = inspect.signature(getattr(Ops, name)).parameters
    return {one: x if one == "lengths" else x.astype(dtype) for one, x in given.items() if one in wanted}


def takes_inplace(name):
    return "inplace" in inspect.signature(getattr(Ops, name)).parameters


def copied(given):
    return {name: x.copy() for name, x in given.items()}


def counts(name):
    return next((one.served, one.passed) for one in fa.patches() if one.name.endswith(f".NumpyOps.{name}"))


def close(got, want, name, dtype):
    assert type(got) is np.ndarray and got.dtype == want.dtype == dtype and got.shape == want.shape
    np.testing.assert_allclose(got, want, rtol=0, atol=max(INEXACT.get(name, 0), 100 * np.finfo(dtype).eps))


@pytest.mark.parametrize("inplace", [False, True])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ours.METHODS)
def test_served_calls_agree_with_thinc_s_own(name, dtype, inplace):
    given = arguments(name, dtype)
    options = {"inplace": inplace} if takes_inplace(name) else {}
    theirs, mine = copied(given), copied(given)
    want = getattr(PLAIN, name)(**theirs, **options)
    with fa.patched("thinc"):
        got = getattr(NumpyOps(), name)(**mine, **options)
        assert counts(name) == (1, {})
    close(got, want, name, dtype)
    for argument, x in mine.items():
        assert (got is x) == (want is theirs[argument]) == (want is theirs[argument] and inplace)
        assert got is x or (x == given[argument]).all()
    assert any(got is x for x in mine.values()) == (bool(options) and inplace and name not in IGNORE_INPLACE)


def unpickled(x):
    """With a dtype object of its own, equal to NumPy's."""
    return pickle.loads(pickle.dumps(x))


LAYOUTS = [np.asfortranarray, lambda x: np.repeat(x, 2, 1)[:, ::2], lambda x: x[::-1], unpickled]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", [name for name in ours.METHODS if not name.endswith("softmax_sequences")])
def test_any_strides_are_served(name, layout):
    given = arguments(name, "float64")
    given = {argument: x if argument == "dY" else layout(x) for argument, x in given.items()}
    want = getattr(PLAIN, name)(**{argument: np.ascontiguousarray(x) for argument, x in given.items()})
    with fa.patched("thinc"):
        got = getattr(NumpyOps(), name)(**given)
        assert counts(name) == (1, {})
    close(got, want, name, "float64")


@pytest.mark.parametrize("dtype", DTYPES)
def test_softmax_of_sequences_takes_nothing_as_beyond_20(dtype):
    column = 5 * X.astype(dtype).reshape(-1, 1)
    column[4001:] = -np.inf
    kept, want = column.copy(), PLAIN.softmax_sequences(column, LENGTHS)
    with fa.patched("thinc"):
        got = NumpyOps().softmax_sequences(column, LENGTHS, inplace=True)
        assert counts("softmax_sequences") == (1, {})
    close(got, want, "softmax_sequences", dtype)
    assert got[-1] == pytest.approx(1 / 95) and (column == kept).all()


PARAMETERS = [
    ("relu_k", {"n": 2}),
    ("clipped_linear", {"slope": 0.25, "offset": 0.125}),
    ("clipped_linear", {"min_val": -3.0, "max_val": 2}),
    ("mish", {"threshold": 100}),
    ("softmax", {"axis": 0}),
    ("softmax", {"temperature": 2.5}),
    ("softmax", {"axis": (0, 1), "temperature": 3}),
    ("backprop_relu_k", {"n": 2}),
    ("backprop_clipped_linear", {"slope": 0.25, "offset": 0.125}),
    ("backprop_clipped_linear", {"min_val": -3.0, "max_val": 2}),
    ("backprop_mish", {"threshold": 20}),
    ("backprop_softmax", {"axis": 0, "temperature": 2.5}),
]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("name", "options"), PARAMETERS)
def test_parameters(name, options, dtype):
    given = arguments(name, dtype)
    want = getattr(PLAIN, name)(**given, **options)
    with fa.patched("thinc"):
        got = getattr(NumpyOps(), name)(**given, **options)
        assert counts(name) == (1, {})
    close(got, want, name, dtype)


class Subclass(np.ndarray):
    pass


x, dy = X.astype("float32"), DY.astype("float32")
NOT_SERVED = [
    ("mish", (x, 5.0), {}, "option"),
    ("mish", (x,), {"threshold": np.float64(20)}, "option"),
    ("mish", (x[0, :31],), {}, "size"),
    ("backprop_mish", (dy, X), {}, "dtype"),
    ("backprop_mish", (dy, x, 19.9), {}, "option"),
    ("backprop_relu", (dy[0], x[0]), {}, "size"),
    ("swish", (x.astype("float16"),), {}, "dtype"),
    ("sigmoid", (x.astype(">f4"),), {}, "dtype"),
    ("sigmoid", (x.view(Subclass),), {}, "type"),
    ("gelu", (2.5,), {}, "type"),
    ("gelu", (np.array(2.5),), {}, "size"),
    ("relu", (np.array(2.5, "float32"),), {}, "size"),
    ("relu", (x[:0],), {}, "size"),
    ("backprop_swish", (dy, x, x[:1]), {}, "shape"),
    ("backprop_swish", (dy, x[:1], x), {}, "shape"),
    ("backprop_gelu", (dy, x.view(Subclass)), {}, "type"),
    ("clipped_linear", (x, 2.0, 0.0, -1.0, 1.0), {}, "option"),
    ("clipped_linear", (x,), {"slope": np.float64(0.5)}, "option"),
    ("clipped_linear", (x, 1.0, 0.0, 2.0, 1.0), {}, "option"),
    ("backprop_clipped_linear", (dy, x, -1.0), {}, "option"),
    ("softmax", (x,), {"temperature": np.float64(2)}, "option"),
    ("softmax", (X,), {"temperature": 1e39}, "option"),
    ("backprop_softmax", (X, DY), {"temperature": 1e-39}, "option"),
    ("backprop_clipped_linear", (DY, X, np.inf), {}, "option"),
    ("backprop_clipped_linear", (DY, X, 1.0, np.nan), {}, "option"),
    ("backprop_softmax", (x, dy[:1]), {}, "shape"),
    ("softmax_sequences", (x, np.array([60, 4], np.int32)), {}, "shape"),
    ("softmax_sequences", (x.reshape(-1, 1)[:60], np.array([60], np.int32)), {}, "size"),
]


@pytest.mark.parametrize(("name", "args", "options", "why"), NOT_SERVED)
def test_other_calls_are_thinc_s_own(name, args, options, why):
    want = getattr(PLAIN, name)(*args, **options)
    with fa.patched("thinc"):
        ops = type("Other", (NumpyOps,), {})()
        if name.endswith("swish"):
            ops.sigmoid = PLAIN.sigmoid  # which Thinc's own call
        got = getattr(ops, name)(*args, **options)
        assert counts(name) == (0, {why: 1})
    assert type(got) is type(want) and got.dtype == want.dtype
    np.testing.assert_array_equal(got, want)


COLUMN = x.reshape(-1, 1)
WRONG = [
    ("mish", (x, 20.0, False, 1), TypeError),
    ("sigmoid", (x, True), TypeError),
    ("softmax", (x,), TypeError),
    ("softmax", (x,), np.exceptions.AxisError),
    ("backprop_mish", (dy, x[1:]), ValueError),
    ("backprop_clipped_linear", (dy, x, 0.0), ZeroDivisionError),
    ("softmax_sequences", (COLUMN, [len(COLUMN)]), (TypeError, ValueError)),
    ("softmax_sequences", (COLUMN, np.array([len(COLUMN)])), ValueError),
    ("softmax_sequences", (COLUMN, np.array([-1, len(COLUMN) + 1], np.int32)), ValueError),
    ("softmax_sequences", (COLUMN, np.array([5], np.int32)), ValueError),
    ("backprop_softmax_sequences", (COLUMN, COLUMN, np.array([5], np.int32)), ValueError),
    ("softmax_sequences", (x[None], LENGTHS), NotImplementedError),
]


@pytest.mark.parametrize(("name", "args", "error"), WRONG)
def test_wrong_calls_raise_what_thinc_raises(name, args, error):
    options = {"axis": "a" if error is TypeError else 5} if name == "softmax" else {}
    with pytest.raises(error):
        getattr(PLAIN, name)(*args, **options)
    with fa.patched("thinc"), pytest.raises(error):
        getattr(NumpyOps(), name)(*args, **options)


def test_what_is_read_only_is_not_written():
    locked = x.copy()
    locked.flags.writeable = False
    with fa.patched("thinc"):
        for name, args in (("mish", (locked,)), ("backprop_gelu", (locked, x)), ("hard_swish", (locked,))):
            with pytest.raises(ValueError, match="read-only"):
                getattr(NumpyOps(), name)(*args, inplace=True)
    assert (locked == x).all()


def test_a_gradient_in_place_of_the_very_array_it_is_of():
    given, ops = x.copy(), NumpyOps()
    want = PLAIN.backprop_mish(x, x)
    with fa.patched("thinc"):
        assert ops.backprop_mish(given, given, inplace=True) is given
    close(given, want, "backprop_mish", "float32")


@pytest.mark.parametrize(("name", "at"), [("backprop_hard_swish", 2.5), ("backprop_hard_swish_mobilenet", 3.0)])
def test_where_a_slope_jumps_it_is_that_of_the_outer_piece(name, at):
    given = np.array([-at, at], "float32")
    with fa.patched("thinc"):
        assert getattr(NumpyOps(), name)(np.ones(2, "float32"), given).tolist() == [0, 1]


# ---- who is served -----------------------------------------------------------------------------------------------------------


def served(ops):
    before = counts("mish")[0]
    ops.mish(x)
    return counts("mish")[0] - before == 1


def test_all_instances_are_served_and_get_their_own_methods_back():
    held, derived = get_current_ops(), type("Derived", (NumpyOps,), {"relu": lambda self, X, inplace=False: "own"})
    with fa.patched("thinc"):
        assert all(served(ops) for ops in (held, NumpyOps(), derived(), get_ops("cpu"), get_ops("numpy"), Mish(2, 2).ops))
        assert derived().relu(x) == "own"
        found = []
        thread = threading.Thread(target=lambda: found.append(served(get_current_ops())))
        thread.start()
        thread.join()
        assert found == [True]
        kept = held.mish
        assert not served(Ops("cpu")) and thinc.backends.contextvars_eq_thread_ops()
    assert {name: vars(NumpyOps).get(name) for name in ours.METHODS} == OWN
    assert (kept(x) == PLAIN.mish(x)).all() and fa.patches() == ()


def test_install_is_patch():
    ours.install()
    try:
        assert served(NumpyOps()) and {one.library for one in fa.patches()} == {"thinc"}
    finally:
        ours.uninstall()
    assert fa.patches() == () and vars(NumpyOps).get("mish") is OWN["mish"]


@pytest.mark.parametrize("on", [False, True])
def test_instances_of_both_are_pickled_and_copied(on):
    with fa.patched("thinc") if on else nullcontext():
        for ops in (NumpyOps(use_blis=False), ours.FastactOps(use_blis=False)):
            stored = pickle.dumps([ops, ops.mish])
            assert type(copy.deepcopy(ops)) is type(ops)
        methods = pickle.dumps([NumpyOps.mish, ours.FastactOps.mish, ours.FastactOps.swish])
    loaded, bound = pickle.loads(stored)
    assert type(loaded) is ours.FastactOps and not loaded.use_blis and bound.__self__ is loaded
    assert pickle.loads(methods) == [NumpyOps.mish, ours.FastactOps.mish, ours.FastactOps.swish]


def trained(ops):
    rng = np.random.default_rng(1)
    features = rng.standard_normal((256, 16)).astype("float32")
    labels = np.eye(4, dtype="float32")[(features[:, :2] > 0) @ np.array([1, 2])]
    layers = [Mish(32, 16, normalize=True), Mish(32, 32, normalize=True), Softmax(4, 32)]
    model = chain(*layers)
    for node in model.walk():
        node.ops = ops
    rng, optimizer = np.random.default_rng(2), Adam(0.01)
    model.initialize(features, labels)
    for node in model.walk():
        for name in node.param_names:
            if name == "W":
                node.set_param(name, rng.standard_normal(node.get_param(name).shape).astype("float32") / 4)
    for _ in range(30):
        guess, backprop = model.begin_update(features)
        backprop((guess - labels) / len(labels))
        model.finish_update(optimizer)
    guess = model.predict(features)
    return guess, (guess.argmax(1) == labels.argmax(1)).mean()


def test_networks_train_as_with_thinc_s_own():
    want, accuracy = trained(NumpyOps())
    with fa.patched("thinc"):
        got, _ = trained(NumpyOps())
        calls = {name: counts(name) for name in ("mish", "backprop_mish", "softmax")}
        assert all(count >= 31 and not passed for count, passed in calls.values())
    before = ours.FastactOps.mish.served
    other, _ = trained(ours.FastactOps())
    assert ours.FastactOps.mish.served - before == calls["mish"][0]
    np.testing.assert_allclose(got, want, atol=1e-3)
    np.testing.assert_array_equal(other, got)
    assert accuracy > 0.9


# ---- FastactOps --------------------------------------------------------------------------------------------------------------


def test_the_methods_have_the_parameters_of_thinc_s():
    for name in ours.METHODS:
        for ops in (ours.FastactOps, NumpyOps):
            got, want = (inspect.signature(getattr(one, name)).parameters.values() for one in (ops, Ops))
            assert [(one.name, one.default) for one in got] == [(one.name, one.default) for one in want], name
    serving = {name: inspect.signature(serve) for name, (serve, _) in ours.METHODS.items()}
    for name, signature in serving.items():
        want = inspect.signature(getattr(Ops, name)).parameters.values()
        assert [(one.name, one.default, one.kind) for one in signature.parameters.values()] == [
            (one.name, one.default, one.kind) for one in want
        ], name
    assert not {name for name in dir(ours.FastactOps) if not name.startswith("_")} - set(dir(Ops))


def test_it_serves_whether_patched_or_not_and_passes_on_to_thinc_s_own():
    ops = ours.FastactOps()
    with fa.patched("thinc"):
        before = ours.FastactOps.mish.served, ours.FastactOps.mish.passed.get("dtype", 0)
        ops.mish(x)
        ops.mish(x.astype(">f4"))
        assert counts("mish") == (0, {})
    ops.mish(x)
    assert (ours.FastactOps.mish.served, ours.FastactOps.mish.passed["dtype"]) == (before[0] + 2, before[1] + 1)
    assert isinstance(ops, NumpyOps) and ops.name == "fastact" and NumpyOps.name == "numpy"


def test_a_version_that_is_not_tested_is_refused_and_still_imports(monkeypatch):
    monkeypatch.setattr(thinc, "__version__", "9.2.0")
    with pytest.raises(ImportError, match=r"thinc 9\.2\.0 is not served: fastact is tested with those from 8\.3\.14"):
        ours.FastactOps()
    monkeypatch.delattr(Ops, "dish")
    ours.give_methods(bare := type("Bare", (NumpyOps,), {}))
    assert not hasattr(bare, "dish") and bare.mish.on


@pytest.mark.skipif(not entry_points(group="thinc_ops", name="FastactOps"), reason="fastact is not installed, only imported")
def test_thinc_finds_it_with_nothing_imported():
    program = "from thinc.api import get_current_ops, use_ops\nwith use_ops('fastact'):\n    print(get_current_ops().name)"
    done = interpreter("-c", program)
    assert (done.stdout, done.stderr) == ("fastact\n", "")


@pytest.mark.parametrize("what", [ours.install, ours.uninstall, ours.FastactOps])
def test_examples_run(what):
    before = get_current_ops()
    thinc.registry.ops("FastactOps", func=ours.FastactOps)  # where fastact is not installed
    try:
        test = doctest.DocTestParser().get_doctest(inspect.getdoc(what), {}, what.__name__, None, 0)
        assert test.examples and doctest.DocTestRunner().run(test).failed == 0
    finally:
        ours.uninstall()
        set_current_ops(before)


def test_the_blocks_of_the_page_run():
    page = (Path(__file__).parents[2] / "docs" / "backends" / "thinc.md").read_text()
    first, second, third = re.findall(r"```python\n(.*?)```", page, re.S)
    before, names = get_current_ops(), {}
    thinc.registry.ops("FastactOps", func=ours.FastactOps)  # where fastact is not installed
    try:
        exec(first + second, names)
        assert all(type(layer.ops) is ours.FastactOps for layer in names["model"].walk()) and fa.patches() == ()
        if find_spec("spacy"):
            exec(third, names)
            assert names["with_fastact"]()(Ops) is Ops and fa.patches()
    finally:
        ours.uninstall()
        set_current_ops(before)
