"""Calls without NumPy's iterator: the results of those with it, laid out as those; what needs the iterator is left to it."""

import itertools

import numpy as np
import pytest
from calls import assert_same_bits, values
from fastact._core.ufuncs import built, reductions

import fastact as fa

ALL, NO_SINK = 2**63 - 1, False


def numbers(shape, dtype=np.float32):
    return np.random.default_rng(0).standard_normal(shape).astype(dtype)


def layouts():
    x = numbers((6, 4, 10))
    yield from [x[0], x[0].T, x, x[::2], x[:, :, :8], x[..., ::2], x[::-1], x[..., ::-1], x[:, 1:2], x[0, 0], x.astype("f8")]
    yield np.broadcast_to(x[0, 0], (3, 10))


@pytest.mark.parametrize("x", list(layouts()), ids=lambda x: f"{x.shape} {x.strides}")
@pytest.mark.parametrize("name", ["softmax", "logsumexp"])
def test_the_results_are_those_of_numpy_s_call(name, x):
    gufunc = reductions[name].plain
    for axis in range(-x.ndim, x.ndim):
        want, made = gufunc(x, axis=axis), gufunc.at_once((x,), axis)
        if made is not None:
            assert type(made) is type(want) and made.strides == want.strides
            assert_same_bits([made], [want])


def test_axes_that_are_as_one_are_joined():
    x, softmax, total = numbers((2, 3, 4, 5)), reductions["softmax"].plain, reductions["sum"].plain
    for axes in [(3,), (2, 3), (-1, 1, 2), (0, 1), (0, 1, 2), (0, 1, 2, 3)]:
        rest = tuple(k for k in range(4) if k not in {axis % 4 for axis in axes})
        order = (*rest, *sorted(axis % 4 for axis in axes))
        joined = x.transpose(order).reshape([*(x.shape[k] for k in rest), -1])
        made = softmax.at_once((x,), axes).transpose(order).reshape(joined.shape)
        assert_same_bits([made], [softmax(joined)])
        assert_same_bits([total.at_once((x,), axes)], [total(joined)])
        kept = total.at_once((x,), axes, None, True)
        assert kept.shape == tuple(1 if k not in rest else n for k, n in enumerate(x.shape))
        assert_same_bits([kept.ravel()], [np.ravel(total(joined))])
    assert_same_bits([softmax.at_once((x,), None).ravel()], [softmax(x.ravel())])
    for axes in [(0, 2), (1, 3), (), (0, 0), (0, 4), [0, 1], True, 1.0, 4]:
        assert softmax.at_once((x,), axes) is None


def test_numbers_stand_for_themselves_everywhere():
    x, gufunc = numbers((3, 7)), reductions["softmax"].with_options
    want = gufunc(x, np.ones(7, bool), ALL, NO_SINK, 0.5, 0)
    assert_same_bits([gufunc.at_once((x, True, ALL, NO_SINK, 0.5, 0))], [want])
    sink = numbers(3)
    want = gufunc(x, x > 0, ALL, sink, 0.5, 2)
    assert_same_bits([gufunc.at_once((x, x > 0, ALL, sink, 0.5, 2))], [want])
    for wrong in [
        (x, 1, ALL, 0.0, 0.5, 0),
        (x, True, 2**63, 0.0, 0.5, 0),
        (x, True, ALL, 1e39, 0.5, 0),
        (x, True, ALL, 0.0, 1, 0),
    ]:
        assert gufunc.at_once(wrong) is None


def test_what_needs_the_iterator_is_left_to_it():
    x, gufunc = numbers((4, 8)), reductions["softmax"].plain
    backward, biased = reductions["softmax_backward"].plain, built.biased["gelu"].value
    swapped, unaligned = x.astype(">f4"), np.frombuffer(b"\0" * 129, np.uint8)[1:].view(np.float32)
    for other in (x.tolist(), x.astype("f2"), x.astype(int), swapped, unaligned, np.ma.array(x), x[:0], np.float32(1), x[0, 0]):
        assert gufunc.at_once((other,)) is None
    assert gufunc.at_once(()) is None and gufunc.at_once((x, x)) is None
    assert backward.at_once((x, x[0])) is None and backward.at_once((x, x.astype("f8"))) is None
    assert biased.at_once((x, x)) is None and biased.at_once((x[0], x)) is None and biased.at_once((x, x[0, :5])) is None
    assert reductions["segment_softmax"].plain.at_once((x, np.zeros(4, int), np.zeros(4, int))) is None


def test_results_go_where_they_harm_nothing():
    x, gufunc = numbers((4, 8)), reductions["softmax"].plain
    want = gufunc(x)
    room = np.zeros((4, 20), np.float32)
    for out in (np.empty_like(x), np.empty_like(x.T).T, room[:, 4:12], room[:, ::2][:, :8]):
        assert gufunc.at_once((x,), -1, out) is out
        assert_same_bits([out], [want])
    same = x.copy()
    assert gufunc.at_once((same,), -1, (same,)) is same
    assert_same_bits([same], [want])
    flat = numbers(40)
    read_only = np.empty_like(x)
    read_only.flags.writeable = False
    shared = flat[:32].reshape(4, 8)
    for operand, out in [
        (shared, flat[1:33].reshape(4, 8)),
        (shared, shared[::-1]),
        (shared, np.lib.stride_tricks.as_strided(flat, (4, 8), (4, 4))),
        (x, np.broadcast_to(np.empty(8, np.float32), (4, 8))),
        (x, read_only),
        (x, np.empty((4, 8))),
        (x, np.empty((1, 4, 8), np.float32)),
        (x, ...),
        (x, (None, None)),
    ]:
        before = flat.copy()
        assert gufunc.at_once((operand,), -1, out) is None
        assert_same_bits([flat], [before])


def test_two_results_lie_side_by_side_or_in_turn():
    x = numbers((4, 6))
    dy, a, b = x[:, :3].copy(), x[:, :3], x[:, 3:]
    backward = built.packed["swiglu"].backward
    want = backward(dy, a, b, np.ones(3, np.float32))
    out = np.zeros((4, 6), np.float32)
    for pair in ((out[:, :3], out[:, 3:]), (out[:, ::2], out[:, 1::2])):
        assert backward.at_once((dy, a, b, 1.0), -1, pair) is not None
        assert_same_bits(pair, want)
    for pair in ((out[:, :3], out[:, 2:5]), (out[:, :3], out[:, :3][::-1]), (out[:, ::2], out[:, 2:5])):
        assert backward.at_once((dy, a, b, 1.0), -1, pair) is None
    assert backward.at_once((dy, a, b, 1.0), -1, (a, b)) is not None
    assert_same_bits((a, b), want)


@pytest.mark.parametrize("x", [x for x in layouts() if not x.shape[-1] % 2], ids=lambda x: f"{x.shape} {x.strides}")
def test_halves_are_those_of_the_whole(x):
    value, backward = built.packed["swiglu"]
    for axis, interleaved in itertools.product(range(-x.ndim, x.ndim), [False, True]):
        n, before = x.shape[axis] // 2, (slice(None),) * (axis % x.ndim)
        if x.shape[axis] % 2:
            assert value.at_once_of_halves((), x, (1.0,), axis, interleaved, True, None) is None
            continue
        cuts = [(*before, cut) for cut in ((np.s_[::2], np.s_[1::2]) if interleaved else (np.s_[:n], np.s_[n:]))]
        for at_a, at_b in (cuts, cuts[::-1]):
            a, b = x[at_a], x[at_b]
            dy, beta = numbers(a.shape, x.dtype), np.ones(a.shape[-1], x.dtype)
            made = value.at_once_of_halves((), x, (1.0,), axis, interleaved, at_a == cuts[0], None)
            if made is not None:
                assert_same_bits([made], [value(a, b, beta)])
            for out in (None, np.empty_like(x), np.empty((*x.shape, 2), x.dtype)[..., 1]):
                made = backward.at_once_of_halves((dy,), x, (1.0,), axis, interleaved, at_a == cuts[0], out)
                if made is not None:
                    assert out is None or made is out
                    assert_same_bits((made[at_a], made[at_b]), backward(dy, a, b, beta))


def test_halves_that_need_the_iterator_are_left_to_it():
    x = numbers((4, 8))
    value, backward = built.packed["reglu"]
    read_only = x.copy()
    read_only.flags.writeable = False
    assert value.at_once_of_halves((), x, (), -1, False, True, None) is not None
    for other in (x.tolist(), x.astype("f2"), x.astype(int), x.astype(">f4"), np.ma.array(x), x[:0], x[:, :7], x[0, 0]):
        assert value.at_once_of_halves((), other, (), -1, False, True, None) is None
    for axis in (2, -3, 2**70, True, 1.0, None):
        assert value.at_once_of_halves((), x, (), axis, False, True, None) is None
    for out in (read_only, np.empty((4, 8)), np.empty((4, 9), np.float32), np.empty((4, 7), np.float32), (x.copy(),), ...):
        assert backward.at_once_of_halves((x[:, :4],), x, (), -1, False, True, out) is None
    assert backward.at_once_of_halves((x,), x, (), -1, False, True, None) is None


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("rows", [1, 3, 4, 63, 64, 65, 200])
def test_the_sum_of_a_column_depends_on_no_other(rows, dtype):
    """Nor on how wide memory is walked: results that are not side by side are those of one strip after another."""
    total = reductions["sum"].plain
    for columns in (5, 16, 24, 2500, 5003):
        x = numbers((rows, columns), dtype)
        x[x > 2] = 1e20
        x[:, ::7] = values(dtype, x.size).reshape(x.shape)[:, ::7]
        want = np.empty((columns, 2), dtype)[:, 0]
        total(x, axis=0, out=want)
        for given in (x, x[:, ::-1][:, ::-1], np.pad(x, ((0, 0), (1, 2)))[:, 1:-2]):
            for threads in (1, 2):
                with fa.num_threads(threads):
                    assert_same_bits([total(given, axis=0), total.at_once((given,), 0)], [want, want])
