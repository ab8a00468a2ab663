"""Dask's arrays whose axes are cut: the results are those of the whole, whatever the chunks and the order of merging."""

import dask
import dask.array as da
import numpy as np
import pytest
import xarray as xr
from hypothesis import given
from hypothesis import strategies as st
from ml_dtypes import bfloat16
from test_fuzz import fuzzed

import fastact as fa
from fastact.functions.foreign.partials import ALGORITHMS

EPSILON = {np.float16: 2**-10, bfloat16: 2**-7, np.float32: 2**-23, np.float64: 2**-52}
UNITS = 6  # epsilons of what `scale_of` says


@pytest.fixture(autouse=True)
def _in_this_thread():
    with dask.config.set(scheduler="sync"):
        yield


# ---- any chunks, any order ---------------------------------------------------------------------------------------------------


class Draws:
    """Arrays and options of a call, from a seed."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.kind = list(EPSILON)[self.rng.integers(4)]
        self.shape = tuple(self.rng.integers(1, 9, self.rng.integers(1, 4)).tolist())
        self.axes = tuple(self.rng.choice(len(self.shape), self.rng.integers(1, len(self.shape) + 1), replace=False).tolist())

    def maybe(self, chance=0.4):
        return self.rng.random() < chance

    def numbers(self, shape=None, infinite=True):
        shape = self.shape if shape is None else shape
        made = self.rng.normal(size=shape) * self.rng.choice([1e-3, 1, 20, 1000])
        if infinite and self.maybe(0.25):
            made = np.where(self.rng.random(shape) < 0.2, self.rng.choice([np.inf, -np.inf], shape), made)
        if infinite and self.maybe(0.1):
            made = np.where(self.rng.random(shape) < 0.1, np.nan, made)
        return made.astype(self.kind)

    @property
    def axis(self):
        return self.axes if len(self.axes) > 1 else self.axes[0]

    @property
    def rows(self):
        return tuple(n for k, n in enumerate(self.shape) if k not in self.axes)

    def counted(self):
        made = {"axis": self.axis}
        if self.maybe():
            made["where"] = self.rng.random(self.shape) < 0.7
        if self.maybe():
            made["temperature"] = float(self.rng.choice([0.3, 2.0, 7.0, 1000.0]))
        return made

    def of_softmax(self):
        made = self.counted()
        if self.maybe():
            made["sink"] = self.numbers(self.rows, infinite=False) if self.maybe() else 0.5
        if self.maybe(0.2):
            made["inf"] = "nan"
        return (self.numbers(),), made

    def of_backward(self, of_y):
        options = self.counted()
        return (self.numbers(infinite=False), of_y(self.numbers(infinite=False), **options)), options

    def of_logsumexp(self):
        options = self.counted() | {"keepdims": self.maybe(0.5), "return_sign": self.maybe(0.3)}
        if "temperature" not in options and self.maybe():
            options["b"] = abs(self.rng.normal(size=self.shape) * (self.rng.random(self.shape) < 0.8)).astype(self.kind)
        return (self.numbers(),), options

    def of_logsumexp_backward(self):
        options, x = self.counted(), self.numbers()
        return (self.numbers(self.rows, infinite=False), x, fa.logsumexp(x, **options)), options

    def of_causal(self):
        self.shape = (*self.shape[:1], *self.rng.integers(2, 7, 2).tolist())
        (x,), options = self.of_softmax()
        options = {name: value for name, value in options.items() if name not in ("axis", "sink")}
        return (x,), options | {"offset": int(self.rng.integers(-3, 4))}

    def of_causal_backward(self):
        (x,), options = self.of_causal()
        options = {name: value for name, value in options.items() if name != "inf"}
        return (self.numbers(infinite=False), fa.causal_softmax(np.nan_to_num(x, posinf=1, neginf=0), **options)), options

    def of_loss(self):
        self.axes = self.axes[:1]
        classes = self.shape[self.axis]
        options = {"axis": self.axis, "reduction": str(self.rng.choice(["none", "sum", "mean"]))}
        if self.maybe():
            options["weight"] = (0.5 + self.rng.random(classes)).astype(self.kind)
        if self.maybe():
            options["label_smoothing"] = 0.2
        if self.maybe(0.5):
            return (self.numbers(infinite=False), self.rng.random(self.shape).astype(self.kind)), options
        if self.maybe():
            options["ignore_index"] = int(self.rng.integers(classes))
        return (self.numbers(infinite=False), self.rng.integers(0, classes, self.rows)), options

    def lazy(self, value):
        """In chunks of any lengths, which no call may compute; an option also as it is."""
        if not isinstance(value, np.ndarray):
            return value
        chunks = []
        for n in np.shape(value):
            cuts = np.sort(self.rng.choice(np.arange(1, n), self.rng.integers(0, min(n - 1, 3) + 1), replace=False))
            chunks.append(tuple(np.diff([0, *cuts, n]).tolist()))
        return da.from_array(np.asarray(value), chunks=tuple(chunks)).map_blocks(computed, dtype=value.dtype)


count = 0


def computed(block):
    global count
    count += block.size > 0
    return block


DRAWN = {
    "softmax": Draws.of_softmax,
    "softmin": Draws.of_softmax,
    "log_softmax": Draws.of_softmax,
    "logsumexp": Draws.of_logsumexp,
    "softmax_backward": lambda draws: draws.of_backward(fa.softmax),
    "log_softmax_backward": lambda draws: draws.of_backward(fa.log_softmax),
    "logsumexp_backward": Draws.of_logsumexp_backward,
    "causal_softmax": Draws.of_causal,
    "causal_softmax_backward": Draws.of_causal_backward,
    "softmax_cross_entropy": Draws.of_loss,
    "softmax_cross_entropy_grad": Draws.of_loss,
    "softmax_cross_entropy_with_grad": Draws.of_loss,
}


def scale_of(name, want, args, options):
    """What an error is measured by: as the function's own bound has it, or, for sums over rows, the largest number."""
    axis = options.get("axis", -1)
    with np.errstate(all="ignore"):
        if name.endswith("softmax_backward"):
            dy, y = (np.asarray(arg, np.float64) for arg in args)
            dy = np.where(options.get("where", True), abs(dy), 0)
            shares = np.exp(y) if name.startswith("log") else y
            total = (dy if name.startswith("log") else shares * dy).sum(axis=axis, keepdims=True)
            made = dy + shares * total if name.startswith("log") else shares * (dy + total)
            return np.nan_to_num(made, nan=np.inf) / min(options.get("temperature", 1.0), 1.0)
        if name == "logsumexp":
            x = np.where(np.isfinite(args[0].astype(np.float64)), args[0], 0).astype(np.float64)
            return max(1.0, abs(x).max() / options.get("temperature", 1.0))
        if name.startswith("softmax_cross_entropy"):
            return max(1.0, np.max(np.abs(want), initial=0, where=np.isfinite(want)))
        return np.abs(want)


@pytest.mark.filterwarnings("ignore:Increasing number of chunks")  # which Dask says where operands are cut in other places
@pytest.mark.parametrize("name", DRAWN)
@fuzzed(20)
@given(seed=st.integers(0, 2**32))
def test_results_are_those_of_the_whole(name, seed):
    draws = Draws(seed)
    args, options = DRAWN[name](draws)
    function = getattr(fa, name)
    with np.errstate(all="ignore"):
        wants = each(function(*args, **options))
    operands = list(map(draws.lazy, args))
    lazy = {key: draws.lazy(value) if draws.maybe(0.7) else value for key, value in options.items()}
    before = count
    with dask.config.set(split_every=int(draws.rng.choice([2, 3, 8]))):
        gots = each(function(*operands, **lazy))
    assert count == before, "something was computed while the graph was built"
    epsilon, tiny = EPSILON[draws.kind], np.finfo(np.float32 if draws.kind != np.float64 else np.float64).smallest_subnormal
    if draws.kind in (np.float16, bfloat16):
        tiny = np.float64(2.0**-24 if draws.kind == np.float16 else 2.0**-133)
    for got, want in zip(gots, wants, strict=True):
        assert type(got) is da.Array and got.dtype == want.dtype and got.shape == np.shape(want)
        made = got.compute()
        assert made.dtype == want.dtype and made.shape == np.shape(want)
        made, want = np.asarray(made, np.float64), np.asarray(want, np.float64)
        np.testing.assert_array_equal(np.isfinite(made), np.isfinite(want))
        np.testing.assert_array_equal(made[~np.isfinite(want)], want[~np.isfinite(want)])
        allowed = np.broadcast_to(UNITS * (epsilon * scale_of(name, want, args, options) + tiny), want.shape)
        finite = np.isfinite(want)
        assert (abs(made[finite] - want[finite]) <= allowed[finite]).all()


def each(results):
    return results if isinstance(results, tuple) else (results,)


def test_every_algorithm_is_drawn():
    assert set(ALGORITHMS) == {*DRAWN, "softmax_partial", "_shares", "bias_act", "bias_act_backward"}


# ---- how it is done ----------------------------------------------------------------------------------------------------------

X = np.random.default_rng(0).normal(size=(6, 40)).astype(np.float32)
D = da.from_array(X, chunks=(3, 4))


def keys_of(array):
    return [key[0].rpartition("-")[0] for key in array.__dask_graph__() if isinstance(key, tuple)]


def test_parts_are_merged_as_dask_says_and_nothing_is_rechunked():
    counts = {}
    for every in (2, 4, 16):
        with dask.config.set(split_every=every):
            keys = keys_of(fa.softmax(D))
        assert not any("rechunk" in key or "concatenate" in key for key in keys)
        counts[every] = sum("merge" in key and ("partial" in key or "aggregate" in key) for key in keys)
    assert counts == {2: 2 * (5 + 3 + 2 + 1), 4: 2 * (3 + 1), 16: 2}
    assert fa.softmax(D).chunks == D.chunks and fa.logsumexp(D).chunks == D.chunks[:1]


def test_the_same_call_has_the_same_keys():
    assert fa.softmax(D).name == fa.softmax(D).name != fa.softmax(D, temperature=2.0).name
    assert fa.logsumexp(D).name == fa.logsumexp(D).name


class Stored:
    """An array on disk, which counts how often a chunk is read."""

    shape, dtype, ndim = X.shape, X.dtype, 2

    def __init__(self):
        self.read = 0

    def __getitem__(self, at):
        self.read += 1
        return X[at]


def test_what_is_stored_is_read_once_for_each_pass():
    for function, passes in ((fa.softmax, 2), (fa.logsumexp, 1)):
        stored = Stored()
        lazy = function(da.from_array(stored, chunks=(3, 4), name=False))
        stored.read = 0
        np.testing.assert_allclose(lazy.compute(), function(X), rtol=1e-6)
        assert stored.read == passes * D.npartitions


@pytest.mark.parametrize("scheduler", ["sync", "threads"])
def test_parts_of_cut_arrays(scheduler):
    with dask.config.set(scheduler=scheduler):
        part = fa.softmax_partial(D)
        whole = fa.softmax_merge([part, fa.softmax_partial(D[:, :7])])
        assert all(type(field) is da.Array and field.shape == (6, 1) for field in (*part, *whole))
        np.testing.assert_allclose(part.logsumexp(), fa.logsumexp(X, keepdims=True), rtol=1e-6)
        np.testing.assert_allclose(whole.softmax(D[:, :7]), fa.softmax(np.hstack([X, X[:, :7]]))[:, -7:], rtol=1e-6)
        for function in (fa.softmax, fa.log_softmax):
            np.testing.assert_allclose(function(D), function(X), rtol=1e-6)


@pytest.mark.parametrize("axis", [0, 1])
def test_biases_go_by_chunks(axis):
    bias = np.linspace(-1, 1, X.shape[axis], dtype=np.float32)
    for lazy in (bias, da.from_array(bias, chunks=5)):
        got = fa.bias_act("leaky_relu", D, lazy, axis=axis, negative_slope=0.2)
        np.testing.assert_array_equal(got, fa.bias_act("leaky_relu", X, bias, axis=axis, negative_slope=0.2))
        gots = fa.bias_act_backward("gelu", D, D, lazy, axis=axis)
        for got, want in zip(gots, fa.bias_act_backward("gelu", X, X, bias, axis=axis), strict=True):
            assert type(got) is da.Array and got.dtype == want.dtype
            np.testing.assert_allclose(got, want, rtol=1e-5, atol=1e-6)
    np.testing.assert_array_equal(fa.bias_act("relu", D, 0.5), fa.bias_act("relu", X, 0.5))


def test_chunks_without_elements():
    cut = da.concatenate([D, D[:, :0], D[:, :5]], axis=1)
    want = np.hstack([X, X[:, :5]])
    np.testing.assert_allclose(fa.softmax(cut), fa.softmax(want), rtol=1e-6)
    np.testing.assert_allclose(fa.softmax_cross_entropy(cut, [0] * 6), fa.softmax_cross_entropy(want, [0] * 6), rtol=1e-6)
    assert fa.softmax(D[:0]).compute().shape == (0, 40)


def test_columns_of_unknown_number():
    some, kept = D[:, da.from_array(X[0] > -9, chunks=4)], X[:, X[0] > -9]
    for name in ("softmax", "log_softmax", "logsumexp"):
        np.testing.assert_allclose(getattr(fa, name)(some).compute(), getattr(fa, name)(kept), rtol=1e-6, atol=1e-7)
    for wrong in (lambda: fa.softmax_cross_entropy(some, np.zeros(6, int)), lambda: fa.causal_softmax(some)):
        with pytest.raises(ValueError, match=r"compute_chunk_sizes\(\)"):
            wrong()


def test_a_class_that_is_none_is_an_error_when_it_is_met():
    for targets in ([0, 1, 2, 40, 0, 0], [0, 0, -1, 0, 0, 0]):
        lazy = fa.softmax_cross_entropy(D, targets)
        with pytest.raises(ValueError, match=r"targets have a class (40|-1), but the classes of logits go from 0 to 39"):
            lazy.compute()
    np.testing.assert_allclose(
        fa.softmax_cross_entropy(D, [0, 1, 2, 40, 0, 0], ignore_index=40),
        fa.softmax_cross_entropy(X, [0, 1, 2, 40, 0, 0], ignore_index=40), rtol=1e-6,
    )  # fmt: skip


def test_what_needs_its_axis_in_one_chunk():
    for name in ("sparsemax", "entmax15", "bipolar_relu"):
        wanted = rf"{name}\(\) needs axis 1 of x in one chunk, not in 10: x.rechunk\(\{{1: -1\}}\)"
        with pytest.raises(ValueError, match=wanted):
            getattr(fa, name)(D)
    with pytest.raises(ValueError, match="in one chunk"):
        fa.segment_softmax(D, [20, 20])
    with pytest.raises(ValueError, match="in one chunk"):
        fa.softmax(da.ma.masked_array(D, X > 1))


@pytest.mark.parametrize(
    "wrong", [{"temperature": 0.0}, {"where": np.ones(40)}, {"sink": np.ones(7)}, {"inf": "other"}], ids=str
)
def test_bad_options_are_refused_while_the_graph_is_built(wrong):
    with pytest.raises((ValueError, TypeError), match=next(iter(wrong))):
        fa.softmax(D, **wrong)


def test_labels_are_kept():
    labels = {"sample": list("abcdef"), "class": range(40)}
    x = xr.DataArray(X, labels, ("sample", "class"), name="logits", attrs={"unit": "nats"})
    lazy = x.chunk({"sample": 3, "class": 4})
    for axis in (0, 1, None):
        got = fa.softmax(lazy, axis=axis)
        assert type(got.data) is da.Array and got.chunks == lazy.chunks
        xr.testing.assert_allclose(got, fa.softmax(x, axis=axis), rtol=1e-6)
        assert got.name == "logits" and got.attrs == x.attrs
    targets = xr.DataArray(np.arange(6), {"sample": list("abcdef")}, ("sample",))
    loss, grad = fa.softmax_cross_entropy_with_grad(lazy, targets)
    assert type(loss.data) is da.Array and loss.dims == ("sample",) and grad.dims == x.dims
    xr.testing.assert_allclose(loss, fa.softmax_cross_entropy(x, targets), rtol=1e-6)
    by_hand = xr.apply_ufunc(fa.softmax, lazy, dask="allowed", kwargs={"axis": -1})
    np.testing.assert_allclose(by_hand, fa.softmax(X), rtol=1e-6)
