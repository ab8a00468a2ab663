"""Updates of arrays of any kind: the same bits however they lie; what cannot be right is refused before anything is written."""

import ml_dtypes
import numpy as np
import pytest
from conftest import ALIKE, build
from fastact._core.loops.updates import Call
from guard_pages import Guarded, needs_guards

import fastact as fa
from fastact._core import ufuncs
from fastact.nn import updates
from fastact.nn.optimizers import OPTIMIZERS, SGD, Adam, AdamW, RMSProp

RULES = list(updates.RULES)
WIDE = np.longdouble
every_rule = pytest.mark.parametrize("name", RULES)
KINDS = {
    **OPTIMIZERS,
    "momentum": lambda **given: SGD(momentum=0.9, **given),
    "nesterov": lambda **given: SGD(momentum=0.9, nesterov=True, **given),
    "rmsprop_all": lambda **given: RMSProp(momentum=0.9, centered=True, **given),
}
every_kind = pytest.mark.parametrize("make", KINDS.values(), ids=list(KINDS))


# ---- the same bits ----------------------------------------------------------------------------------------------------------


def some(rng, shape, dtype=np.float32):
    return rng.normal(size=shape).astype(dtype)


def after(make, arrays, gradients, steps=3, **given):
    """The arrays after some steps, in copies."""
    optimizer, arrays = make(), [array.copy() for array in arrays]
    for k in range(steps):
        optimizer.update(arrays, [np.asarray(g * (1 - 0.75 * k)).astype(g.dtype) for g in gradients], **given)
    return arrays


def assert_same(a, b):
    assert all(x.dtype == y.dtype and x.tobytes() == y.tobytes() for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@every_kind
def test_bits_depend_on_no_length_and_no_place_in_the_list(make, dtype):
    rng = np.random.default_rng(0)
    p, g = some(rng, 1000, dtype), some(rng, 1000, dtype)
    whole = after(make, [p], [g])[0]
    cuts = [0, 1, 16, 17, 48, 300, 300, 999, 1000]
    parts = after(make, np.split(p, cuts), np.split(g, cuts))
    assert_same([np.concatenate(parts)], [whole])
    parts = after(make, np.split(p, cuts)[::-1], np.split(g, cuts)[::-1])
    assert_same([np.concatenate(parts[::-1])], [whole])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_bits_depend_on_no_address(dtype):
    rng = np.random.default_rng(0)
    p, g = some(rng, 5003, dtype), some(rng, 5003, dtype)
    expected = np.concatenate(after(Adam, np.array_split(p, 9), np.array_split(g, 9), 1))
    for of_p in range(17):
        for of_g in (0, 5):
            mine, gradient = np.zeros(5040, dtype)[of_p:][:5003], np.zeros(5040, dtype)[of_g:][:5003]
            mine[...], gradient[...] = p, g
            Adam().update([mine], [gradient])
            assert_same([mine], [expected])


@pytest.mark.parametrize("clip", [{}, {"clip_norm": 1.0}])
def test_bits_depend_on_no_threads(clip):
    rng = np.random.default_rng(0)
    shapes = [(700, 900), (3,), (1001, 1003), (0, 5), (), (17, 4096)]
    p, g = [some(rng, shape) for shape in shapes], [some(rng, shape) for shape in shapes]
    p, g = [np.asarray(a) for a in p], [np.asarray(a) for a in g]
    results = []
    for threads in (1, 2, 3, 7):
        with fa.num_threads(threads):
            results.append(after(lambda: Adam(**clip), p, g, 4))
    for result in results[1:]:
        assert_same(result, results[0])


def random_bits(rng, n, dtype):
    return rng.integers(0, 256, n * np.dtype(dtype).itemsize, np.uint8).view(dtype)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@every_rule
def test_any_bits_give_the_same_bits_on_every_isa(name, dtype):
    """Of random patterns: no processor's set has others, elements stay apart, and NaN stays NaN."""
    rng = np.random.default_rng(RULES.index(name))
    for _ in range(20):
        arrays = [random_bits(rng, 4099, dtype) for _ in range(2 + len(updates.RULES[name].row.states))]
        results = {}
        for isa in ufuncs.isas:
            rule = build(isa).updates[name]
            mine = [array.copy() for array in arrays]
            scalars = updates.scalars_of(rule.row, rule.row.hyperparameters, 3, "outside")
            call = Call(rule, (mine[0],), (mine[1],), tuple((state,) for state in mine[2:]))
            call.apply([(*updates.UNCLIPPED, *scalars)])
            assert_same([mine[1]], [arrays[1]])
            missing = np.isnan(arrays[0]) | np.isnan(arrays[1])
            assert np.isnan(mine[0][missing]).all()
            results[isa] = [np.where(np.isnan(array), np.nan, array) for array in mine]
        alike = [results[isa] for isa in ufuncs.isas if isa in ALIKE]
        for result in alike[1:]:
            assert_same(result, alike[0])


@every_kind
def test_nan_and_infinity_stay_in_their_element(make):
    g = np.linspace(-1, 1, 50).astype(np.float32)
    p = np.linspace(1, 2, 50).astype(np.float32)
    bad = g.copy()
    bad[[3, 20]] = np.nan, np.inf
    clean, dirty = after(make, [p], [g])[0], after(make, [p], [bad])[0]
    others = np.delete(np.arange(50), [3, 20])
    assert_same([dirty[others]], [clean[others]])
    assert np.isnan(dirty[3])


@every_kind
def test_an_infinite_parameter_is_no_nan_without_decay(make):
    optimizer, p = make(), np.array([np.inf, -np.inf, 1.0])
    if isinstance(optimizer, AdamW):
        optimizer.weight_decay = 0.0
    optimizer.update([p], [np.ones(3)])
    assert p[0] == np.inf and p[1] == -np.inf


@needs_guards
@pytest.mark.parametrize("isa", ufuncs.isas)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_no_byte_beside_an_array_is_touched(isa, dtype):
    rule = build(isa).updates["amsgrad"]
    rooms = [Guarded(8192) for _ in range(5)]
    scalars = [(1.0, 1.0, 1.0, *updates.scalars_of(rule.row, rule.row.hyperparameters, 1, "outside"))]
    for n in (*range(1, 50), 1000):
        for place in (Guarded.at_start, Guarded.at_end):
            p, g, *states = (place(room, n, dtype) for room in rooms)
            for array in (p, g, *states):
                array[...] = 1
            call = Call(rule, (p,), (g,), tuple((state,) for state in states))
            assert call.gradient_norm(1.0) == (np.sqrt(n), 1.0)
            call.apply(scalars)
            assert np.all(p == p[0]) and p[0] < 1 and np.all(g == 1)


# ---- arrays of any kind -----------------------------------------------------------------------------------------------------


def shifted(array):
    raw = np.zeros(array.nbytes + 1, np.uint8)
    made = raw[1:].view(array.dtype).reshape(array.shape)
    made[...] = array
    return made


LAYOUTS = {
    "F": np.asfortranarray,
    "strided": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "reversed": lambda a: a[::-1].copy()[::-1],
    "transposed": lambda a: np.ascontiguousarray(a.T).T,
    "columns": lambda a: np.concatenate([a, a], axis=-1)[..., : a.shape[-1]],
    "unaligned": shifted,
    "swapped": lambda a: a.astype(a.dtype.newbyteorder("S")),
    "memmap": lambda a: a.copy(),
}


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("of_g", LAYOUTS)
@pytest.mark.parametrize("of_p", LAYOUTS)
def test_layouts(of_p, of_g, dtype):
    rng = np.random.default_rng(0)
    p, g = some(rng, (9, 35), dtype), some(rng, (9, 35), dtype)
    expected = after(Adam, [p], [g], 1)[0]
    mine, gradient = LAYOUTS[of_p](p), LAYOUTS[of_g](g)
    untouched = gradient.tobytes()
    Adam().update([mine], [gradient])
    assert_same([np.ascontiguousarray(mine.astype(dtype))], [expected])
    assert gradient.tobytes() == untouched


def test_what_lies_between_strides_is_left_alone():
    raw = np.arange(20.0)
    SGD(1.0).update([raw[::2]], [np.ones(10)])
    assert raw.tolist() == [k - (k % 2 == 0) for k in range(20)]


@pytest.mark.parametrize("dtype", [np.float16, ml_dtypes.bfloat16])
def test_half_precision_is_computed_in_single_with_a_state_of_single(dtype):
    rng = np.random.default_rng(0)
    p, g = some(rng, 100).astype(dtype), some(rng, 100).astype(dtype)
    single, optimizer = p.astype(np.float32), Adam(0.1)
    optimizer.update([p], [g])
    Adam(0.1).update([single], [g.astype(np.float32)])
    assert_same([p], [single.astype(dtype)])
    assert optimizer.state()["v/0"].dtype == np.float32


def test_a_memory_map(tmp_path):
    p = np.memmap(tmp_path / "p", np.float32, "w+", shape=(33,))
    Adam(0.5).update([p], [np.ones(33, np.float32)])
    np.testing.assert_allclose(p, -0.5, rtol=1e-6)


def test_columns_of_one_array():
    rng = np.random.default_rng(0)
    buffer, g = some(rng, (30, 12)), some(rng, (30, 12))
    expected = after(Adam, [buffer], [g], 2)[0]
    optimizer = Adam()
    for k in range(2):
        optimizer.update([buffer[:, :5], buffer[:, 5:]], [g[:, :5] * (1 - 0.75 * k), g[:, 5:] * (1 - 0.75 * k)])
    assert_same([buffer], [expected])


def test_nothing_to_do():
    optimizer = Adam(clip_norm=1.0)
    optimizer.update([], [])
    assert optimizer.step == 1
    optimizer = Adam(clip_norm=1.0)
    empty = np.zeros((0, 3), np.float32)
    optimizer.update([empty, np.ones(2)], [empty, np.ones(2)])
    assert optimizer.step == 1


# ---- what is refused, and leaves all as it was ------------------------------------------------------------------------------

A = np.arange(12.0)
READ_ONLY = np.ones(4)
READ_ONLY.flags.writeable = False
REFUSED = {
    "shapes": (lambda: ([np.ones(4)], [np.ones(5)]), ValueError, r"gradients\[1\] has shape \(5,\)"),
    "to be broadcast": (lambda: ([np.ones((4, 1))], [np.ones((4, 4))]), ValueError, r"gradients\[1\] has shape"),
    "types": (lambda: ([np.ones(4)], [np.ones(4, np.float32)]), TypeError, r"gradients\[1\] has the type float32"),
    "integers": (lambda: ([np.ones(4, int)], [np.ones(4, int)]), TypeError, r"parameters\[1\] must be an array of"),
    "complex": (lambda: ([np.ones(4, complex)], [np.ones(4, complex)]), TypeError, r"parameters\[1\] must be an array of"),
    "longdouble": (lambda: ([np.ones(4, WIDE)], [np.ones(4, WIDE)]), TypeError, r"parameters\[1\] must be an array of"),
    "a list": (lambda: ([[1.0]], [np.ones(1)]), TypeError, r"parameters\[1\] must be a numpy.ndarray, not list"),
    "a number": (lambda: ([np.float64(1)], [np.ones(())]), TypeError, r"parameters\[1\] must be a numpy.ndarray"),
    "a mask": (lambda: ([np.ma.ones(4)], [np.ones(4)]), TypeError, r"not MaskedArray"),
    "read-only": (lambda: ([READ_ONLY], [np.ones(4)]), ValueError, r"parameters\[1\] .* read-only"),
    "broadcast": (
        lambda: ([np.lib.stride_tricks.as_strided(np.ones(1), (4,), (0,))], [np.ones(4)]), ValueError, "share memory"),
    "a window": (
        lambda: ([np.lib.stride_tricks.as_strided(np.ones(9), (4, 4), (8, 8))], [np.ones((4, 4))]), ValueError, "share memory"),
    "twice": (lambda: ([A, A], [np.ones(12)] * 2), ValueError, r"parameters\[2\] shares memory with parameters\[1\]"),
    "overlap": (lambda: ([A[:7], A[5:]], [np.ones(7)] * 2), ValueError, r"parameters\[2\] shares memory with parameters\[1\]"),
    "interleaved": (lambda: ([A[::2], A[::3]], [np.ones(6), np.ones(4)]), ValueError, r"shares memory with parameters\[1\]"),
    "its own gradient": (lambda: ([A], [A]), ValueError, r"gradients\[1\] shares memory with parameters\[1\]"),
    "too few": (lambda: ([np.ones(4)], []), ValueError, "gradients has 1 arrays, but parameters has 2"),
}  # fmt: skip


@pytest.mark.parametrize("clip_norm", [None, 1.0])
@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, clip_norm):
    make, error, message = REFUSED[name]
    first, optimizer = np.ones(40), Adam(clip_norm=clip_norm)
    parameters, gradients = make()
    before = [np.array(p, copy=True) for p in parameters]
    with pytest.raises(error, match=message):
        optimizer.update([first, *parameters], [np.ones(40), *gradients])
    assert np.all(first == 1)
    assert all(np.array_equal(a, b) for a, b in zip(parameters, before))
    assert optimizer.step == 0 and list(optimizer.state()) == ["step"]


def test_interleaved_arrays_that_share_nothing():
    a = np.zeros(12)
    SGD(1.0).update([a[::2], a[1::2]], [np.ones(6), np.full(6, 2.0)])
    assert a.tolist() == [-1.0, -2.0] * 6
    g = np.ones(6)
    SGD(1.0).update([a[::2], a[1::2]], [g, g])  # what is only read may be the same


def test_an_array_instead_of_a_list():
    with pytest.raises(TypeError, match="parameters must be a list of arrays"):
        Adam().update(np.ones(3), [np.ones(3)])


def test_a_changed_shape():
    optimizer = Adam()
    optimizer.update([np.ones(3)], [np.ones(3)])
    for parameters, error in (([np.ones(4)], ValueError), ([np.ones(3)] * 2, ValueError), ([np.ones(3, "f4")], TypeError)):
        with pytest.raises(error, match="state m"):
            optimizer.update(parameters, [a.copy() for a in parameters])
    assert optimizer.step == 1
