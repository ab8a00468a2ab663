"""Arrays that are not NumPy's own: every public function that is no plain ufunc, and every kind."""

import copy
import inspect
import pickle

import dask
import dask.array as da
import numpy as np
import pandas as pd
import polars as pl
import pytest
import scipy.sparse
import xarray as xr
from fastact._core.array_function import ArrayFunction
from sklearn.preprocessing import FunctionTransformer

import fastact as fa
from fastact.catalogue.public import FUNCTIONS
from fastact.functions.foreign.layout import ALL, AXIS, CHANGED, ROWS

SHAPE = (4, 6)
UNSERVED = {"softmax_merge", "online_logsumexp"}  # take no array but chunks of them, or what functions made of them
SERVED = [name for name in FUNCTIONS if name not in UNSERVED]
# What a function needs beside the arrays by which its operands are called.
OTHERS = {
    "bias_act": {"name": "gelu"},
    "bias_act_backward": {"name": "gelu"},
    "maxout": {"pieces": 2},
    "maxout_backward": {"pieces": 2},
    "segment_softmax": {"lengths": [2, 4]},
    "segment_softmax_backward": {"lengths": [2, 4]},
    "gumbel_softmax": {},
}
OPTIONAL = {"where", "sink", "b", "weight"}  # operands that a call may go without
POSITIONAL = {"bias_act": ("name", "x", "bias"), "bias_act_backward": ("name", "dy", "x", "bias")}
every_function = pytest.mark.parametrize("name", SERVED)


def numbers(shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def parameters(name):
    return inspect.signature(FUNCTIONS[name]).parameters


def operands_of(name, axis=-1, options=False):
    """Arrays for a call whose axis has 6 elements, by the roles of the operands."""
    shape = SHAPE if axis == -1 else SHAPE[::-1]
    layout = FUNCTIONS[name].layout
    lengths = {"maxout_backward": 3, "crelu_backward": 12}
    other = lengths.get(name, 3)
    changed = tuple(other if k == axis % 2 else n for k, n in enumerate(shape))
    made = {}
    for k, (operand, role) in enumerate(layout.operands.items()):
        if operand in OPTIONAL and not options:
            continue
        size = {ALL: shape, CHANGED: changed, AXIS: shape[axis : axis + 1 or None], ROWS: (4,)}[role]
        made[operand] = numbers(size, k)
        if operand == "where":
            made[operand] = made[operand] > -1
        elif operand in ("targets", "index") and role in (ROWS, CHANGED):
            made[operand] = np.arange(made[operand].size).reshape(size) % 2
        elif operand in ("slope", "weight"):
            made[operand] = abs(made[operand]) + 0.5
        elif role == CHANGED and operand not in ("dy",):  # a gate's parameter
            del made[operand]
    return made


def call(name, operands, axis=-1):
    others = OTHERS.get(name, {}) | ({"axis": axis} if "axis" in parameters(name) else {}) | operands
    if name == "gumbel_softmax":
        others["rng"] = np.random.default_rng(0)
    args = [others.pop(given) for given in POSITIONAL.get(name, ())]
    return FUNCTIONS[name](*args, **others)


def each(results):
    return results if isinstance(results, tuple) else (results,)


def test_every_function_meets_the_rule():
    for name, function in FUNCTIONS.items():
        assert isinstance(function, ArrayFunction) == (name not in UNSERVED), name


# ---- pandas ----------------------------------------------------------------------------------------------------------------

ROW, COLUMN = pd.Index(list("wxyz"), name="row"), pd.Index(list("abcdef"), name="column")


def labelled(name, operands, axis):
    """The operands with labels on every axis that they share with the call."""
    rows, columns = (ROW, COLUMN) if axis == -1 else (COLUMN, ROW)
    made = {}
    for operand, value in operands.items():
        role = FUNCTIONS[name].layout.operands[operand]
        if value.ndim == 2:
            labels = [index if len(index) == n else None for index, n in zip((rows, columns), value.shape)]
            made[operand] = pd.DataFrame(value, index=labels[0], columns=labels[1])
        else:
            made[operand] = pd.Series(value, index=ROW if role == ROWS else COLUMN)
    return made


@every_function
@pytest.mark.parametrize("axis", [0, -1])
@pytest.mark.parametrize("options", [False, True])
def test_labels_are_kept_on_the_axes_of_an_ndarray(name, axis, options):
    if axis == 0 and "axis" not in parameters(name):
        return
    operands = operands_of(name, axis, options)
    wants = call(name, operands, axis)
    gots = call(name, labelled(name, operands, axis), axis)
    assert len(each(wants)) == len(each(gots))
    for want, got, role in zip(each(wants), each(gots), FUNCTIONS[name].layout.results):
        np.testing.assert_array_equal(got.to_numpy(), want)
        assert type(got) is (pd.DataFrame if want.ndim == 2 else pd.Series)
        assert got.to_numpy().dtype == want.dtype
        lengths = {4: ROW, 6: COLUMN}
        for k, (index, n) in enumerate(zip(got.axes, want.shape)):
            new = role != ALL and got.ndim == 2 and k == axis % 2 and FUNCTIONS[name].layout.axes != ()
            assert index.equals(pd.RangeIndex(n) if new else lengths[n])


@pytest.mark.parametrize("name", ["softmax", "log_softmax", "logsumexp"])
def test_scipys_names_know_other_arrays_too(name):
    x = numbers(SHAPE)
    ours, scipys = getattr(fa, name), getattr(fa.special, name)
    frame = pd.DataFrame(x, index=ROW, columns=COLUMN)
    for axis in (0, 1):
        assert scipys(frame, axis=axis).equals(ours(frame, axis=axis))
    np.testing.assert_array_equal(scipys(frame), ours(x, axis=None))
    masked = np.ma.array(x, mask=x > 1)
    np.testing.assert_array_equal(scipys(masked, 1).filled(7), ours(masked, 1).filled(7))
    assert type(scipys(da.from_array(x), 1)) is da.Array


def test_a_frame_is_normalised_along_its_rows():
    frame = pd.DataFrame({"a": [1.0, -2.0, 0.0], "b": [3.0, 4.0, 1.0]})
    for function in (fa.softmax, fa.sparsemax, fa.entmax15):
        np.testing.assert_allclose(function(frame).sum(axis=1), 1)
    np.testing.assert_allclose(np.exp(fa.log_softmax(frame)).sum(axis=1), 1)
    np.testing.assert_allclose(FunctionTransformer(fa.softmax).fit_transform(frame).sum(axis=1), 1)
    pd.testing.assert_series_equal(fa.logsumexp(frame, axis=0), np.log(np.exp(frame).sum(axis=0)))
    np.testing.assert_allclose(fa.logsumexp(frame, axis=None), np.log(np.exp(frame.to_numpy()).sum()))
    pd.testing.assert_frame_equal(fa.softmax(frame, axis=(0, 1)), fa.softmax(frame, axis=None))
    kept = fa.logsumexp(frame, keepdims=True)
    assert kept.shape == (3, 1) and kept.index.equals(frame.index)
    named = fa.softmax(pd.Series([1.0, 2.0], index=["p", "q"], name="s"))
    assert named.name == "s" and list(named.index) == ["p", "q"]
    assert type(fa.softmax_cross_entropy(frame, pd.Series([0, 1, 0]), reduction="mean")) is np.float64


def test_operands_have_equal_labels_or_none():
    frame = pd.DataFrame(numbers((3, 2)), index=list("xyz"), columns=["a", "b"])
    for other in (frame[["b", "a"]], frame.iloc[::-1], frame.rename(columns={"a": "c"})):
        with pytest.raises(ValueError, match="equal labels in equal order: y and dy"):
            fa.softmax_backward(frame, other)
    with pytest.raises(ValueError, match="targets and logits have others on axis 0"):
        fa.softmax_cross_entropy(frame, pd.Series([0, 1, 0]))
    with pytest.raises(ValueError, match="bias and x have others on axis 1"):
        fa.bias_act("relu", frame, pd.Series([1.0, 2.0], index=["b", "a"]))
    by_position = fa.softmax_backward(frame.to_numpy(), frame)
    pd.testing.assert_frame_equal(by_position, fa.softmax_backward(frame, frame))
    losses = fa.softmax_cross_entropy(frame.to_numpy(), pd.Series([0, 1, 0], index=list("xyz")))
    assert list(losses.index) == list("xyz")


def test_columns_of_several_types():
    frame = pd.DataFrame({"a": [1, 2], "b": [True, False], "c": np.array([0.5, 1], np.float32)})
    want = fa.softmax(frame.astype(np.float64).to_numpy())
    np.testing.assert_array_equal(fa.softmax(frame), want)
    narrow = pd.DataFrame({"a": np.array([1, 2], np.int8), "c": np.array([0.5, 1], np.float32)})
    assert set(fa.softmax(narrow).dtypes) == {np.dtype("f4")}
    missing = pd.DataFrame({"a": pd.array([1, None], dtype="Int64"), "b": pd.array([1, 2], dtype="Float32")})
    np.testing.assert_array_equal(np.isnan(fa.softmax(missing)), [[False, False], [True, True]])
    sparse = pd.DataFrame({"a": pd.arrays.SparseArray([0.0, 1.0]), "b": [0.0, 1.0]})
    np.testing.assert_array_equal(fa.softmax(sparse), 0.5)
    for wrong in (["p", "q"], pd.to_datetime(["2000-01-01"] * 2), [1j, 2j], [None, "q"], pd.Categorical([1, 2])):
        with pytest.raises(TypeError, match=r"column 'text' of x must be real numbers"):
            fa.softmax(pd.DataFrame({"a": [1.0, 2.0], "text": wrong}))
    with pytest.raises(TypeError, match="logits must be real numbers"):
        fa.softmax_cross_entropy(pd.Series(["p", "q"]), 0)


def test_out_beside_labels():
    frame, out = pd.DataFrame(numbers(SHAPE)), np.empty(SHAPE)
    assert fa.softmax(frame, out=out) is out
    np.testing.assert_array_equal(out, fa.softmax(frame.to_numpy()))
    before = frame.copy()
    with pytest.raises(TypeError, match=r"out must be a numpy.ndarray, not pandas.*DataFrame"):
        fa.softmax(frame, out=frame)
    pd.testing.assert_frame_equal(frame, before)


# ---- masked arrays -----------------------------------------------------------------------------------------------------------


@every_function
@pytest.mark.parametrize("axis", [0, -1])
def test_what_is_masked_does_not_count(name, axis):
    if axis == 0 and "axis" not in parameters(name):
        return
    operands = operands_of(name, axis)
    main = next(operand for operand, role in FUNCTIONS[name].layout.operands.items() if role in (ALL, CHANGED))
    mask = numbers(operands[main].shape, 9) > 0.7
    mask[0 if axis == -1 else slice(None), slice(None) if axis == -1 else 0] = True
    with_mask = operands | {main: np.ma.array(operands[main], mask=mask)}
    garbage = np.where(mask, 1e30 if operands[main].dtype.kind == "f" else 1, operands[main])
    with_garbage = operands | {main: np.ma.array(garbage, mask=mask)}
    for one, other in zip(each(call(name, with_mask, axis)), each(call(name, with_garbage, axis))):
        assert isinstance(one, np.ma.MaskedArray)
        np.testing.assert_array_equal(one.mask, other.mask)
        np.testing.assert_array_equal(one.filled(0), other.filled(0))
        assert np.isfinite(one.compressed()).all()
        if one.shape == mask.shape and main in ("x", "logits"):
            assert (one.mask >= mask).all()
    nothing = operands | {main: np.ma.array(operands[main])}
    for one, want in zip(each(call(name, nothing, axis)), each(call(name, operands, axis))):
        assert isinstance(one, np.ma.MaskedArray) and not one.mask.any()
        np.testing.assert_allclose(one.data, want, rtol=1e-15, atol=1e-300)


ALONG = ["softmax", "log_softmax", "softmin", "sparsemax", "entmax15", "entmax"]


@pytest.mark.parametrize("name", ALONG)
def test_a_masked_row_is_the_row_without_what_is_masked(name):
    x = np.ma.array(numbers((5, 7)), mask=numbers((5, 7), 1) > 0.5)
    for axis in (1, -1, (1,)):
        for row, got in zip(x, getattr(fa, name)(x, axis=axis)):
            np.testing.assert_allclose(got.compressed(), getattr(fa, name)(row.compressed()), rtol=1e-14)
            np.testing.assert_array_equal(got.mask, row.mask)
    for axis in (None, (0, 1)):
        got = getattr(fa, name)(x, axis=axis)
        np.testing.assert_allclose(got.compressed(), getattr(fa, name)(x.compressed()), rtol=1e-14)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.int8, np.int64])
@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_masked_losses_have_the_type_of_others(dtype, reduction):
    x = (4 * np.random.default_rng(0).standard_normal((5, 7))).astype(dtype)
    masked, targets = np.ma.array(x, mask=np.zeros(x.shape, bool)), [0, 1, 2, 3, 4]
    for of_masked, other in zip(*(fa.softmax_cross_entropy_with_grad(a, targets, reduction=reduction) for a in (masked, x))):
        assert of_masked.dtype == other.dtype
        np.testing.assert_allclose(np.asarray(of_masked), other, rtol=np.finfo(other.dtype).eps, atol=1e-7)


def test_masked_reductions_and_losses():
    x = np.ma.array([1.0, 1000.0, 2.0], mask=[0, 1, 0])
    np.testing.assert_allclose(fa.softmax(x).filled(-1), [0.26894142137, -1, 0.73105857863])
    assert fa.logsumexp(x) == pytest.approx(2.3132616875)
    assert fa.logsumexp(np.ma.array([1.0, 2.0], mask=True)) is np.ma.masked
    logits = np.ma.array([[1.0, 2.0, 9.0], [5.0, 6.0, 7.0], [0.0, 1.0, 2.0]], mask=[[0, 0, 1], [1, 1, 1], [0, 0, 0]])
    plain, targets = fa.softmax_cross_entropy, np.array([0, 1, 2])
    losses = [plain(logits.data[0, :2], 0), plain(logits.data[2], 2)]
    got = fa.softmax_cross_entropy(logits, targets)
    np.testing.assert_array_equal(got.mask, [False, True, False])
    np.testing.assert_allclose(got.compressed(), losses)
    for weight in (None, np.array([1.0, 2.0, 3.0])):
        factors = np.ones(2) if weight is None else weight[[0, 2]]
        mean = fa.softmax_cross_entropy(logits, targets, reduction="mean", weight=weight)
        assert mean == pytest.approx(np.dot(losses, factors) / factors.sum())
        dx = fa.softmax_cross_entropy_grad(logits, targets, reduction="mean", weight=weight)
        np.testing.assert_array_equal(dx.mask, logits.mask)
        want = fa.softmax_cross_entropy_grad(logits.data[2], 2) * factors[1] / factors.sum()
        np.testing.assert_allclose(dx[2], want)
    hidden = fa.softmax_cross_entropy(logits.data, np.ma.array(targets, mask=[1, 0, 1]), reduction="sum")
    assert hidden == pytest.approx(plain(logits.data[1], 1))
    of_masked_class = fa.softmax_cross_entropy(logits, [2, 0, 0])
    np.testing.assert_array_equal(of_masked_class.mask, [True, True, False])
    assert fa.softmax_cross_entropy(np.ma.array(logits, mask=True), targets, reduction="mean") is np.ma.masked
    with pytest.raises(ValueError, match="label_smoothing"):
        fa.softmax_cross_entropy(logits, targets, label_smoothing=0.1)
    with pytest.raises(ValueError, match="targets"):  # those that are not masked are held to be classes
        fa.softmax_cross_entropy(logits, np.ma.array([0, 1, 3], mask=[1, 0, 0]))


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_masked_losses_in_arrays_that_are_given(reduction):
    logits, targets = np.ma.array(numbers(SHAPE), mask=numbers(SHAPE, 1) > 1), np.zeros(SHAPE[0], int)
    logits.mask[0] = True
    want = fa.softmax_cross_entropy_with_grad(logits, targets, reduction=reduction)
    loss, grad = np.ma.empty(np.shape(want[0])), np.ma.empty(SHAPE)
    for out in ((loss, grad), (loss, None), (None, grad), grad, ..., (None, None)):
        made = fa.softmax_cross_entropy_with_grad(logits, targets, reduction=reduction, out=out)
        kept = (None, None) if out is ... else (None, out) if out is grad else out
        for got, expected, target in zip(made, want, kept, strict=True):
            assert target is None or got is target
            np.testing.assert_array_equal(np.ma.getmaskarray(got), np.ma.getmaskarray(expected))
            np.testing.assert_array_equal(np.ma.filled(got, 7), np.ma.filled(expected, 7))
        assert out is not ... or all(isinstance(one, np.ma.MaskedArray) for one in made)
    for function, target, expected in [
        (fa.softmax_cross_entropy, loss, want[0]),
        (fa.softmax_cross_entropy_grad, grad, want[1]),
    ]:
        for out in (target, (target,)):
            assert function(logits, targets, reduction=reduction, out=out) is target
            np.testing.assert_array_equal(target.filled(7), np.ma.filled(expected, 7))
    with pytest.raises(ValueError, match="out has shape"):
        fa.softmax_cross_entropy_with_grad(logits, targets, reduction=reduction, out=(np.ma.ones(9), grad))


@pytest.mark.parametrize("name", ["softmax_cross_entropy", "sigmoid_cross_entropy"])
def test_another_reduction_of_masked_logits_is_refused(name):
    for reduction in ("median", None):
        with pytest.raises(ValueError, match=r"^reduction must be 'none', 'mean' or 'sum', got "):
            getattr(fa, name)(np.ma.ones(SHAPE), np.ones(SHAPE), reduction=reduction)


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
@pytest.mark.parametrize("operand", ["logits", "targets", "weight", "where"])
def test_masked_elements_of_the_binary_loss(operand, reduction):
    """They are as those that `where` leaves out, and masked where there is a result for each."""
    mask = numbers(SHAPE, 1) > 0.5
    given = {"logits": numbers(SHAPE), "targets": numbers(SHAPE, 2) > 0, "weight": abs(numbers(SHAPE, 3))}
    given["where"] = numbers(SHAPE, 4) > -1
    masked = given | {operand: np.ma.array(given[operand], mask=mask)}
    function = fa.sigmoid_cross_entropy_with_grad
    wants = function(**given | {"where": given["where"] & ~mask}, reduction=reduction)
    outs = np.ma.empty(SHAPE if reduction == "none" else ()), np.ma.zeros(SHAPE)
    outs[0][...] = 0  # what does not count is left as it is
    for gots in (function(**masked, reduction=reduction), function(**masked, reduction=reduction, out=outs)):
        for got, want in zip(gots, wants, strict=True):
            np.testing.assert_array_equal(np.ma.getdata(got), want)
            np.testing.assert_array_equal(np.ma.getmaskarray(got), mask if np.ndim(want) else False)
    hidden = given | {operand: np.ma.array(given[operand], mask=True)}
    if reduction != "none":
        assert function(**hidden, reduction=reduction)[0] is np.ma.masked


def test_a_mask_of_scores_counts_beside_the_causal_one():
    x, mask = numbers((3, 4, 4)), numbers((3, 4, 4), 1) > 0.5
    got = fa.causal_softmax(np.ma.array(np.where(mask, np.nan, x), mask=mask), where=x > -1)
    np.testing.assert_array_equal(got.filled(0), fa.causal_softmax(x, where=(x > -1) & ~mask))
    np.testing.assert_array_equal(got.mask, mask)


def test_masked_halves_and_pieces():
    x = np.ma.array([[1.0, 2, 3, 4]], mask=[[0, 1, 0, 0]])
    assert fa.glu_packed(x).mask.tolist() == [[False, True]]
    assert fa.glu_packed(x, interleaved=True).mask.tolist() == [[True, False]]
    assert fa.crelu(x).mask.tolist() == [[False, True, False, False] * 2]
    y, index = fa.maxout(np.ma.array([[1.0, 2, 3, 4]], mask=[[0, 1, 1, 1]]), 2)
    assert y.tolist() == [[1.0, None]] and index.tolist() == [[0, None]]
    dx, dbias = fa.bias_act_backward("relu", x, x, np.zeros(4))
    assert dx.mask.tolist() == x.mask.tolist() and dbias.mask.tolist() == [False, True, False, False]


def test_out_of_masked_arrays():
    x = np.ma.array(numbers(SHAPE), mask=numbers(SHAPE, 1) > 0)
    out = np.ma.empty(SHAPE)
    assert fa.softmax(x, out=out) is out
    np.testing.assert_array_equal(out.mask, x.mask)
    np.testing.assert_array_equal(out.filled(7), fa.softmax(x).filled(7))
    with pytest.raises(TypeError, match="out must be a masked array"):
        fa.softmax(x, out=np.empty(SHAPE))
    assert not fa.softmax(x.data, out=out).mask.any()
    out.mask = True
    assert not fa.softmax(x.data, out=(out,)).mask.any()
    assert fa.logsumexp(x, None, out=...).shape == ()
    for made, want in [(fa.softmax(x, out=...), fa.softmax(x)), (fa.logsumexp(x, None, out=...), fa.logsumexp(x, None))]:
        assert isinstance(made, np.ma.MaskedArray)
        np.testing.assert_array_equal(made.filled(7), np.ma.filled(want, 7))


@pytest.mark.parametrize("name, out", [("bias_act_backward", 0), ("rrelu", 0), ("softmax_cross_entropy_with_grad", 1)])
def test_one_masked_out_is_for_one_result(name, out):
    x = np.ma.array(numbers(SHAPE), mask=numbers(SHAPE, 1) > 0)
    results = {
        "bias_act_backward": lambda **out: fa.bias_act_backward("relu", x, x, np.zeros(6), **out),
        "rrelu": lambda **out: fa.rrelu(x, rng=np.random.default_rng(0), **out),
        "softmax_cross_entropy_with_grad": lambda **out: fa.softmax_cross_entropy_with_grad(x, [0, 1, 2, 3], **out),
    }[name]
    target, wanted = np.ma.empty(SHAPE), results()
    got = results(out=target)
    assert got[out] is target and got[1 - out] is not target
    for one, other in zip(got, wanted):
        np.testing.assert_array_equal(one.filled(7), other.filled(7))


@pytest.mark.parametrize("reduction", ["none", "mean", "sum"])
def test_masked_out_of_losses(reduction):
    x, classes = np.ma.array(numbers(SHAPE), mask=numbers(SHAPE, 1) > 1), [0, 1, 2, 3]
    wanted = fa.softmax_cross_entropy_with_grad(x, classes, reduction=reduction)
    outs = np.ma.empty(np.shape(wanted[0]), np.float32), np.ma.empty(SHAPE)
    got = fa.softmax_cross_entropy_with_grad(x, classes, reduction=reduction, out=outs)
    for one, other, out in zip(got, wanted, outs):
        assert one is out
        np.testing.assert_array_equal(np.ma.filled(one, 7), np.ma.filled(other, 7).astype(out.dtype))
    with pytest.raises(ValueError, match="out has shape"):
        fa.softmax_cross_entropy(x, classes, reduction=reduction, out=np.ma.empty(9))


def test_arrays_without_axes_meet_the_rule_too():
    """They are no scalars of NumPy's."""
    nothing = np.ma.array(1.0, mask=True)
    assert fa.softmax(np.ones(2), where=np.ma.array(True, mask=True)).mask.all()
    assert fa.bias_act("relu", np.ones(2), nothing).mask.all()
    assert fa.sparsemax(np.ma.array(3, mask=True)) is np.ma.masked
    assert fa.sigmoid_cross_entropy(np.ones(2), 1.0, weight=nothing, reduction="mean") is np.ma.masked
    with pytest.raises(TypeError, match=r"does not take .*Other for bias"):
        fa.bias_act("relu", np.ones(2), np.ones(()).view(Other))


class Other(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs):
        return NotImplemented


# ---- Dask --------------------------------------------------------------------------------------------------------------------


def lazy(name, operands, axis):
    """The operands in chunks of two rows, which no call may compute."""

    def chunked(operand, value):
        role = FUNCTIONS[name].layout.operands[operand]
        rows = 1 - axis % 2 if value.ndim == 2 else None if role == AXIS else 0
        array = da.from_array(value, chunks=tuple(2 if k == rows else n for k, n in enumerate(value.shape)))
        return array.map_blocks(computed, dtype=value.dtype)

    return {operand: chunked(operand, value) for operand, value in operands.items()}


count = 0


def computed(block):
    global count
    count += block.size > 0
    return block


@every_function
@pytest.mark.parametrize("axis", [0, -1])
@pytest.mark.parametrize("options", [False, True])
def test_lazy_in_lazy_out(name, axis, options):
    if axis == 0 and "axis" not in parameters(name):
        return
    operands = operands_of(name, axis, options)
    if name == "gumbel_softmax" or name == "prelu_slope_backward":
        with pytest.raises(TypeError, match=f"^{name}"):
            call(name, lazy(name, operands, axis), axis)
        return
    if name.startswith("causal"):
        arrays = {operand: da.from_array(value) for operand, value in operands.items()}
    else:
        arrays = lazy(name, operands, axis)
    before = count
    gots = call(name, arrays, axis)
    assert count == before
    for got, want in zip(each(gots), each(call(name, operands, axis)), strict=True):
        assert type(got) is da.Array and got.dtype == want.dtype and got.shape == want.shape
        np.testing.assert_allclose(got.compute(scheduler="sync"), want, rtol=1e-15)
        assert got.compute(scheduler="sync").shape == want.shape


def test_options_and_reductions_stay_lazy():
    x, targets = numbers((4, 3)), np.array([0, 2, 1, 1])
    d = da.from_array(x, chunks=(2, 3))
    for options in ({"temperature": 2.0}, {"inf": "nan"}, {"where": x > 0}, {"sink": 1.0}, {"dtype": np.float32}):
        np.testing.assert_array_equal(fa.softmax(d, **options), fa.softmax(x, **options))
    kept = fa.logsumexp(d, keepdims=True)
    assert kept.shape == (4, 1) and type(kept) is da.Array
    np.testing.assert_array_equal(kept, fa.logsumexp(x, keepdims=True))
    for axis in ((1,), [1]):
        np.testing.assert_array_equal(fa.softmax(d, axis=axis), fa.softmax(x, axis=axis))
    whole = da.from_array(x)
    np.testing.assert_array_equal(fa.softmax(whole, axis=None), fa.softmax(x, axis=None))
    for reduction in ("sum", "mean"):
        lazy_weight = da.from_array(np.array([0.1, 0.2, 0.3]), chunks=3)
        for options in (
            {},
            {"weight": [1.0, 2.0, 3.0]},
            {"weight": lazy_weight},
            {"ignore_index": 1},
            {"weight": [1.0, 2.0, 3.0], "ignore_index": 0},
        ):
            for name in ("softmax_cross_entropy", "softmax_cross_entropy_grad", "softmax_cross_entropy_with_grad"):
                function = getattr(fa, name)
                gots = function(d, da.from_array(targets, chunks=2), reduction=reduction, **options)
                wants = function(x, targets, reduction=reduction, **options)
                for got, want in zip(each(gots), each(wants), strict=True):
                    assert type(got) is da.Array
                    np.testing.assert_allclose(got.compute(), want, rtol=1e-14)
    parts = fa.softmax_merge([fa.softmax_partial(d), fa.softmax_partial(d)])
    assert all(type(field) is da.Array for field in (*parts, parts.logsumexp(), parts.softmax(d)))
    np.testing.assert_allclose(parts.logsumexp(), fa.logsumexp(np.hstack([x, x]), keepdims=True))
    np.testing.assert_allclose(parts.softmax(d), fa.softmax(x) / 2)


@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize(
    "options", [{}, {"weight": [1.0, 2.0, 3.0]}, {"where": [[True], [False], [True], [True]]}, {"where": False}], ids=str
)
def test_reductions_of_the_binary_loss_stay_lazy(options, reduction):
    x, targets = numbers((4, 3)), np.array([0, 1, 1])
    arrays = {name: da.from_array(np.array(value)) for name, value in options.items() if np.ndim(value)}
    for name in ("sigmoid_cross_entropy", "sigmoid_cross_entropy_grad", "sigmoid_cross_entropy_with_grad"):
        function = getattr(fa, name)
        wants = function(x, targets, reduction=reduction, **options)
        for given in (options, options | arrays):
            gots = function(da.from_array(x, chunks=(2, 2)), targets, reduction=reduction, **given)
            for got, want in zip(each(gots), each(wants), strict=True):
                assert type(got) is da.Array and got.dtype == want.dtype and got.shape == want.shape
                with np.errstate(all="ignore"):
                    np.testing.assert_allclose(got.compute(), want, rtol=1e-14)


def test_no_row_that_counts_has_no_gradient_of_a_mean():
    x, targets = numbers((4, 3)), np.zeros(4, int)
    got = fa.softmax_cross_entropy_grad(
        da.from_array(x, chunks=(2, 3)), da.from_array(targets), reduction="mean", ignore_index=0
    )
    np.testing.assert_array_equal(got, 0)


def test_lazy_numbers():
    """Arrays of Dask's without an axis."""
    number, x = da.asarray(1.5), numbers(SHAPE)
    for lazy, plain in (
        (fa.softmax(number), fa.softmax(1.5)),
        (fa.logsumexp(number, axis=None), fa.logsumexp(1.5, axis=None)),
        (fa.sigmoid_cross_entropy(number, 0.0, reduction="mean"), fa.sigmoid_cross_entropy(1.5, 0.0)),
        (fa.sigmoid_cross_entropy(x, 0.0, number), fa.sigmoid_cross_entropy(x, 0.0, 1.5)),
        (fa.bias_act("gelu", x, number), fa.bias_act("gelu", x, 1.5)),
        (fa.bias_act_backward("gelu", x, x, number)[1], fa.bias_act_backward("gelu", x, x, 1.5)[1]),
    ):
        assert isinstance(lazy, da.Array) and lazy.shape == np.shape(plain)
        np.testing.assert_allclose(lazy.compute(), plain, rtol=1e-15)


def test_rows_of_unknown_number():
    x = da.from_array(numbers(SHAPE), chunks=(2, 6))
    some = x[x[:, 0] > -9]
    np.testing.assert_array_equal(fa.bias_act("relu", fa.softmax(some), [1.0] * 6).compute(), 1 + fa.softmax(numbers(SHAPE)))
    np.testing.assert_allclose(fa.softmax(some, axis=0).compute(), fa.softmax(numbers(SHAPE), axis=0), rtol=1e-14)
    for wrong in (
        lambda: fa.sparsemax(some, axis=0),
        lambda: fa.softmax(some, where=some > 0),
        lambda: fa.sigmoid_cross_entropy(some, 1.0, reduction="mean"),
        lambda: fa.softmax_cross_entropy(some, abs(some), reduction="mean"),
    ):
        with pytest.raises(ValueError, match=r"compute_chunk_sizes\(\)"):
            wrong()


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_masked_chunks_are_not_summed(reduction):
    """Their number is not that of the rows that count."""
    x = da.ma.masked_array(da.ones(SHAPE, chunks=(2, 6)), numbers(SHAPE) > 0)
    assert fa.sigmoid_cross_entropy(x, 1.0).compute().mask.any()
    for function, targets in ((fa.sigmoid_cross_entropy, 1.0), (fa.softmax_cross_entropy, [0, 1, 2, 3])):
        with pytest.raises(TypeError, match="of masked ones, as logits is"):
            function(x, targets, reduction=reduction)


def test_an_axis_in_several_chunks_is_an_error():
    d = da.from_array(numbers((4, 4)), chunks=(2, 2))
    for name in ("sparsemax", "entmax15", "bipolar_relu", "maxout"):
        others = (2,) if name == "maxout" else ()
        with pytest.raises(ValueError, match=rf"{name}\(\) needs axis 1 of x in one chunk, not in 2: x.rechunk\(\{{1: -1\}}\)"):
            getattr(fa, name)(d, *others)
    with pytest.raises(TypeError, match="out"):
        fa.softmax(d.rechunk((2, 4)), out=np.empty((4, 4)))


# ---- xarray, polars, matrices and others -------------------------------------------------------------------------------------


def test_dimensions_and_coordinates_are_kept():
    x = xr.DataArray(
        numbers(SHAPE), dims=("sample", "class"), coords={"class": list("abcdef"), "half": ("sample", [0, 0, 1, 1])}, name="z"
    )
    for axis in (0, 1, -1, (0, 1), None):
        got = fa.softmax(x, axis=axis)
        xr.testing.assert_identical(got, x.copy(data=fa.softmax(x.values, axis=axis)))
        assert fa.logsumexp(x, axis=axis).shape == np.shape(fa.logsumexp(x.values, axis=axis))
    total = fa.logsumexp(x, axis=1)
    assert total.dims == ("sample",) and set(total.coords) == {"half"}
    packed = fa.glu_packed(x)
    assert packed.dims[0] == "sample" and packed.dims[1] != "class" and set(packed.coords) == {"half"}
    chunked = fa.softmax(x.chunk({"sample": 2}))
    assert type(chunked.data) is da.Array and chunked.dims == x.dims
    np.testing.assert_array_equal(chunked.values, fa.softmax(x.values))
    with pytest.raises(ValueError, match="equal labels"):
        fa.softmax_backward(x, x.rename({"class": "other"}))
    with pytest.raises(ValueError, match="equal labels"):
        fa.softmax_backward(x, x.isel({"class": slice(None, None, -1)}))


def test_dimensions_that_differ_or_are_new():
    """New ones have names that no other has; a coordinate in which operands differ is left out, as xarray does."""
    x = xr.DataArray(numbers((3, 3)))
    assert fa.crelu(x, axis=0).dims == ("dim_0", "dim_1")
    assert sorted(fa.crelu(x.T, axis=0).dims) == ["dim_0", "dim_1"]
    one, other = (xr.DataArray(numbers((3, 3)), {"time": k, "place": "here"}, ["a", "b"]) for k in (1, 2))
    assert list(fa.softmax_backward(one, other).coords) == list((one * other).coords) == ["place"]


@pytest.mark.parametrize("wrong", [{"x": np.ma.array(["a"], mask=[1])}, {"x": np.ma.ones(1), "where": np.ones(1)}])
def test_masked_arrays_are_refused_by_their_names(wrong):
    function = fa.softmax if "where" in wrong else fa.sparsemax
    with pytest.raises(TypeError, match=f"^{list(wrong)[-1]} must be"):
        function(**wrong)


def test_frames_of_polars():
    frame = pl.DataFrame({"a": [1.0, -2.0, 0.0], "b": [3, 4, 1]})
    got = fa.softmax(frame)
    assert type(got) is pl.DataFrame and got.columns == ["a", "b"]
    np.testing.assert_array_equal(got.to_numpy(), fa.softmax([[1.0, 3], [-2, 4], [0, 1]]))
    assert type(fa.logsumexp(frame)) is pl.Series
    assert fa.logsumexp(frame, axis=0).columns == ["a", "b"]
    named = fa.softmax(pl.Series("s", [1, None, 3]))
    assert named.name == "s" and named.is_nan().all()
    with pytest.raises(TypeError, match="column 'c' of x must be real numbers, not String"):
        fa.softmax(pl.DataFrame({"a": [1.0], "c": ["p"]}))
    with pytest.raises(ValueError, match="equal labels"):
        fa.softmax_backward(frame, frame.rename({"a": "c"}))


@every_function
@pytest.mark.filterwarnings("ignore:the matrix subclass:PendingDeprecationWarning")
def test_matrices_are_computed_elementwise(name):
    operands = operands_of(name)
    matrices = {operand: np.asmatrix(value) if value.ndim == 2 else value for operand, value in operands.items()}
    for got, want in zip(each(call(name, matrices)), each(call(name, operands)), strict=True):
        np.testing.assert_array_equal(got, want)
        assert got.shape == want.shape
        assert isinstance(got, np.matrix) == (want.ndim == 2)


class Subclass(np.ndarray):
    pass


class Wrapping:
    """As a tensor of another library, which ufuncs give back."""

    def __init__(self, array):
        self.array = array

    def __array__(self, dtype=None, copy=None):
        return self.array

    def __array_wrap__(self, array, context=None, return_scalar=False):
        return Wrapping(array)


class Units:
    """Computes with ufuncs in a way of its own."""

    def __array_ufunc__(self, *args, **kwargs):
        raise AssertionError("no function may fall back on it")

    def __array__(self, dtype=None, copy=None):
        raise AssertionError("no function may lose what it stands for")


def test_other_types():
    x = numbers(SHAPE)
    for function in (fa.softmax, fa.sparsemax, fa.crelu, fa.glu_packed):
        assert type(function(x.view(Subclass))) is Subclass
        got = function(Wrapping(x))
        assert type(got) is Wrapping
        np.testing.assert_array_equal(got.array, function(x))
        np.testing.assert_array_equal(function(memoryview(x)), function(x))
        np.testing.assert_array_equal(function(x.tolist()), function(x))
    frame = pd.DataFrame(x)
    unserved = [Units(), frame.columns, frame[0].array, xr.Dataset({"x": ("d", x[0])}), xr.Variable("d", x[0])]
    unserved += [scipy.sparse.csr_array(x), scipy.sparse.csr_matrix(x), dask.delayed(x), pl.DataFrame(x).lazy()]
    for value in unserved:
        for function in (fa.softmax, fa.logsumexp, fa.entmax15, fa.crelu, fa.glu_packed):
            with pytest.raises(TypeError, match=rf"{function.__name__}\(\) does not take .*{type(value).__name__} for x"):
                function(value)


def test_types_do_not_mix():
    x = numbers(SHAPE)
    frame, masked, chunked = pd.DataFrame(x), np.ma.array(x), da.from_array(x)
    for one, other in ((frame, masked), (frame, chunked), (masked, chunked), (frame, xr.DataArray(x))):
        with pytest.raises(TypeError, match=r"softmax_backward\(\) does not take .* for dy and .* for y in one call"):
            fa.softmax_backward(one, other)


def test_the_functions_look_like_functions():
    assert inspect.isroutine(fa.softmax) and fa.softmax.__name__ == "softmax" and fa.softmax.__module__ == "fastact"
    assert pickle.loads(pickle.dumps(fa.softmax)) is fa.softmax is copy.deepcopy(fa.softmax)

    class Layer:
        activation = fa.softmax

        def __len__(self):
            return 0

    with pytest.raises(TypeError):  # bound as a method, as a function is
        Layer().activation()
