"""What was found once, in softmax and its relatives, losses and gates, and by sweeps of all arguments: each call was wrong."""

import tracemalloc
import warnings

import numpy as np
import pytest
from scipy import special
from subprocesses import assert_done, python

import fastact as fa
import fastact.special

F4, LD = np.float32, np.longdouble
OVERFLOWING = [2**62] * 4 + [5]


# ---- memory safety


def test_lengths_whose_sum_wraps_around():
    """In a process of its own, which it ended."""
    assert_done(
        python(f"""
import numpy, fastact
try:
    fastact.segment_softmax(numpy.zeros(5), {OVERFLOWING})
except ValueError:
    print("done")
""")
    )


# ---- wrong numbers


def test_the_slope_of_snake_beside_a_root_of_a_huge_argument():
    assert fa.snake_grad(F4(-3.8645895e28)) == F4(1.3037407506663316e-18)


@pytest.mark.parametrize("level", [-1 / 3, -0.7, -5.1, -16.2])
def test_long_rows_of_equal_logits_below_the_maximum(level):
    n = 10**7
    x = np.full(n, level, F4)
    x[0] = 0
    p = fa.softmax(x)
    e = np.exp(LD(F4(level)))
    total = 1 + (n - 1) * e
    assert abs(float(p.sum(dtype=np.float64)) - 1) <= 2 * 2.0**-23
    assert abs(p[1] - e / total) <= 2.5 * np.spacing(F4(e / total))


def test_long_rows_of_a_few_levels():
    x = np.random.default_rng(0).integers(-4, 1, 10**7).astype(F4) * F4(0.37)
    assert abs(float(fa.softmax(x).sum(dtype=np.float64)) - 1) <= 2 * 2.0**-23


def test_more_ties_than_a_float_counts():
    n = 2**28 + 2**27
    assert abs(fa.logsumexp(np.broadcast_to(F4(0), n)) - np.log(float(n))) < 1e-5


def test_partial_of_a_long_float16_row():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fa.softmax_partial(np.zeros(100000, np.float16)).sum[0] == 100000
        assert np.isclose(fa.online_logsumexp([np.zeros(70000, np.float16)])[0], np.log(70000), rtol=1e-3)


@pytest.mark.parametrize("dtype", [F4, np.float64])
def test_log_softmax_backward_with_a_sum_that_cancels(dtype):
    big = dtype(1 / np.finfo(dtype).eps) * 16
    dx = fa.log_softmax_backward(np.array([big, -big, 1], dtype), np.log(np.array([0.25, 0.25, 0.5], dtype)))
    assert dx[2] == 0.5  # 1 - 0.5*(big - big + 1)


@pytest.mark.parametrize(
    "n, low, dtype", [(64, -100, F4), (1000, -103.2, F4), (10**5, -104, F4), (200000, -95, F4), (10**5, -745.5, np.float64)]
)
def test_log_softmax_of_a_class_that_dominates_many(n, low, dtype):
    x = np.full(n + 1, low, dtype)
    x[0] = 0
    want = -n * np.exp(LD(x[1]))  # log1p(S) is S here
    assert abs(fa.log_softmax(x)[0] - want) <= 2.5 * np.spacing(abs(dtype(want)))
    assert abs(fa.softmax_cross_entropy(x, 0) + want) <= 2.5 * np.spacing(abs(dtype(want)))


@pytest.mark.parametrize(
    "x, temperature, softmax, log_softmax",
    [
        ([3e38, -3e38], 2.0**126, [0.9991359, 0.00086409], [-0.00086447, -7.0538306]),
        ([3e38, -3e38], 1e30, [1, 0], [0, -6e8]),
        ([0, -1e9], 1e-30, [1, 0], [0, -np.inf]),
        ([0, -1000], 2.0**-126, [1, 0], [0, -np.inf]),
    ],
)
def test_extreme_temperatures(x, temperature, softmax, log_softmax):
    x = np.array(x, F4)
    np.testing.assert_allclose(fa.softmax(x, temperature=temperature), np.array(softmax, F4), rtol=1e-4)
    np.testing.assert_allclose(fa.log_softmax(x, temperature=temperature), np.array(log_softmax, F4), rtol=1e-4)


@pytest.mark.parametrize("x, want", [([1e30, 0], np.inf), ([-1e30, -1e31], -np.inf), ([3e38], np.inf)])
def test_logsumexp_that_a_temperature_makes_infinite(x, want):
    assert fa.logsumexp(np.array(x, F4), temperature=1e-30) == want


@pytest.mark.parametrize("sink", [np.array(1, np.uint8), np.array(-128, np.int8), np.array(True), True])
def test_softmin_with_a_sink_of_integers(sink):
    want = fa.softmax([-1.0, -2.0], sink=float(sink))
    np.testing.assert_allclose(fa.softmin([1.0, 2.0], sink=sink), want)


def test_gumbel_softmax_where_the_generator_draws_zero():
    logits = np.full((2**22, 4), -np.inf, F4)  # float32 draws are 0 once in 2**23: -inf - log(0) is NaN
    logits[:, 0] = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        y = fa.gumbel_softmax(logits, rng=np.random.default_rng(0))
    assert not np.isnan(y).any()


def test_gumbel_softmax_does_not_warn():
    with np.errstate(all="raise"):
        fa.gumbel_softmax(np.zeros((2**22, 4), F4), rng=np.random.default_rng(0))


def test_logsumexp_backward_where_a_factor_is_zero():
    x, b = np.array([np.nan, 0.0]), np.array([0.0, 1.0])
    np.testing.assert_array_equal(fa.logsumexp_backward(1.0, x, fa.logsumexp(x, b=b), b=b), [0, 1])


def test_partial_of_nothing_has_no_probabilities():
    np.testing.assert_array_equal(fa.softmax_partial(np.zeros(4), where=False).softmax(np.full(4, -np.inf)), 0)


@pytest.mark.parametrize("shape", [(3,), (3000, 40)])
def test_logsumexp_backward_of_infinities_is_softmax(shape):
    x = np.resize(np.array([np.inf, 1, np.inf, 2, np.nan, -np.inf, 3]), shape)
    x[..., 1] = np.inf
    y, where = fa.logsumexp(x, where=x == x), x == x
    want = fa.softmax(x, where=where)
    for dtype in (F4, np.float64):
        got = fa.logsumexp_backward(np.ones_like(y, dtype), x.astype(dtype), y.astype(dtype), where=where)
        np.testing.assert_allclose(got, want, rtol=np.finfo(dtype).eps)
    b = np.resize([2, 3, -1, 4.0], shape)
    shares = np.where(where & (x == np.inf), b, 0)
    y = fa.logsumexp(np.where(where, x, 0), b=np.where(where, b, 0))
    got = fa.logsumexp_backward(2 * np.ones_like(y), x, y, [-1], b=b, where=where)
    np.testing.assert_allclose(got, 2 * shares / np.sum(shares, axis=-1, keepdims=True), rtol=1e-15)


def test_logsumexp_backward_of_integers_where_one_is_infinite():
    np.testing.assert_array_equal(fa.logsumexp_backward(1, [np.inf, np.inf, 0.0], np.inf, b=[1, 3, 1]), [0.25, 0.75, 0])


def test_the_mean_of_a_single_row_that_is_ignored():
    assert np.isnan(fa.softmax_cross_entropy([1.0, 2.0], 1, ignore_index=1, reduction="mean"))


# ---- options that do not go together


@pytest.mark.parametrize(
    "call",
    [
        lambda x: fa.softmax(x, where=[[True]], dtype=F4),
        lambda x: fa.softmax(x, temperature=2.0, dtype=F4),
        lambda x: fa.log_softmax(x, sink=0.0, dtype=F4),
        lambda x: fa.softmin(x, dtype=F4),
        lambda x: fa.causal_softmax(x, dtype=F4),
        lambda x: fa.segment_softmax(x, [1, 2], dtype=F4),
        lambda x: fa.logsumexp(x, b=2.0, dtype=F4),
        lambda x: fa.logsumexp(x, where=True, temperature=2.0, dtype=F4),
        lambda x: fa.entmax(x, 1.3, dtype=F4),
        lambda x: fa.softmax_backward(x, x, temperature=2.0, dtype=F4),
        lambda x: fa.logsumexp_backward(np.ones(3), x, np.ones(3), dtype=F4),
    ],
)
def test_a_narrower_dtype_as_for_the_plain_softmax(call):
    x = np.zeros((3, 3))
    assert fa.softmax(x, dtype=F4).dtype == F4
    assert call(x).dtype == F4


def test_hard_gumbel_softmax_of_a_scalar_and_of_nothing():
    rng = np.random.default_rng(0)
    assert fa.gumbel_softmax(1.0, rng=rng, hard=True) == (1.0, 1.0)


def test_hard_gumbel_softmax_of_no_classes():
    y, one_hot = fa.gumbel_softmax(np.zeros((3, 0)), rng=np.random.default_rng(0), hard=True)
    assert y.shape == one_hot.shape == (3, 0)


# ---- bad input


@pytest.mark.parametrize("sink", [np.zeros(5), np.zeros((2, 1))])
def test_a_sink_does_not_enlarge_the_result(sink):
    with pytest.raises(ValueError, match="sink"):
        fa.softmax(np.zeros(3), sink=sink)


@pytest.mark.parametrize(
    "call",
    [
        fa.softmax,
        lambda x, out: fa.softmax(x, temperature=2.0, out=out),
        fa.log_softmax,
        fa.sparsemax,
        fa.causal_softmax,
        lambda x, out: fa.segment_softmax(x, [1, 2], out=out),
        lambda x, out: fa.softmax_cross_entropy_grad(x, [0, 1], out=out),
        lambda x, out: fa.logsumexp(x, out=out[..., 0]),
    ],
)
def test_out_of_a_larger_shape(call):
    with pytest.raises(ValueError):
        call(np.zeros((2, 3)), out=np.zeros((5, 2, 3)))


def test_nothing_half_written_into_a_pair():
    second = np.zeros(3)
    second.flags.writeable = False
    for out in ((np.full(3, 7.0), np.zeros(2)), (np.full(3, 7.0), second)):
        with pytest.raises(ValueError):
            fa.logsumexp(np.ones((3, 4)), b=2.0, return_sign=True, out=out)
        assert (out[0] == 7).all()


@pytest.mark.parametrize("options", [{"axis": 2}, {"axis": (0, 2)}, {"axis": (0, -2)}, {"temperature": 0.0}, {"rng": 0}])
def test_gumbel_softmax_refuses_before_it_draws(options):
    rng, out = np.random.default_rng(0), np.full((2, 3), 7.0)
    with pytest.raises((ValueError, TypeError)):
        fa.gumbel_softmax(np.zeros((2, 3)), **{"rng": rng, "out": out, **options})
    assert (out == 7).all() and rng.random() == np.random.default_rng(0).random()


@pytest.mark.parametrize("options", [{"b": 2.0}, {"return_sign": True}])
def test_out_of_logsumexp_that_is_no_array(options):
    with pytest.raises(TypeError):
        fa.logsumexp(np.ones((3, 4)), out=[1.0, 2.0], **options)


def test_a_single_array_is_no_pair():
    with pytest.raises((TypeError, ValueError)):
        fa.logsumexp(np.ones((3, 4)), return_sign=True, out=np.zeros((2, 3)))


@pytest.mark.parametrize("targets", [np.array([[1j, 1]]), np.array([[1, 1]], object), np.array([["a", "b"]])])
def test_probabilities_of_another_kind(targets):
    with pytest.raises(TypeError, match="targets"):
        fa.softmax_cross_entropy(np.zeros((1, 2)), targets)


@pytest.mark.parametrize("offset", [2**63 - 1, 2**70])
def test_a_causal_offset_beyond_every_row(offset):
    np.testing.assert_array_equal(fa.causal_softmax(np.zeros((2, 2)), offset), 0.5)


@pytest.mark.parametrize("lengths", [[2**64 - 1, 2]])
def test_unsigned_lengths_are_named_as_given(lengths):
    with pytest.raises(ValueError) as error:
        fa.segment_softmax(np.zeros(1), np.array(lengths, np.uint64))
    assert "-1" not in str(error.value)


@pytest.mark.parametrize(
    "call, name",
    [
        (lambda: fa.softmax_backward(np.zeros(3), np.zeros(4)), "dy"),
        (lambda: fa.logsumexp(np.zeros(3), b=np.zeros(2)), "b "),
        (lambda: fa.logsumexp_backward(1.0, np.zeros(4), 1.0, b=np.ones((2, 4))), "b "),
    ],
)
def test_errors_name_the_argument(call, name):
    with pytest.raises(ValueError) as error:
        call()
    assert name.strip() in str(error.value).split()


def test_partial_softmax_of_a_chunk_with_more_axes():
    with pytest.raises(ValueError):
        fa.softmax_partial(np.zeros((3, 4))).softmax(np.zeros((2, 3, 4)))  # IndexError now


# ---- floating-point warnings


@pytest.mark.parametrize(
    "call",
    [
        lambda: fa.softmax([1.0, 2.0], temperature=np.float16(2)),
        lambda: fa.softmax_cross_entropy(np.array([[60000, -60000]], np.float16), [1]),
        lambda: fa.softmax_cross_entropy(np.array([[3e38, -3e38]], F4), [1]),
        lambda: fa.softmax_cross_entropy(np.array([[0, -17]], np.float16), [0]),
        lambda: fa.softmax_cross_entropy(np.array([[0, -100]], F4), [0], weight=[0.3, 1]),
        lambda: fa.softmax_cross_entropy(np.array([[1.5e308, 0], [1.7e308, 0]]), [1, 1], reduction="sum"),
        lambda: fa.softmax_cross_entropy(np.array([[1, 0]], F4), [1], weight=[1e300, 1e-300]),
        lambda: fa.softmax_cross_entropy(np.array([[1, 0]], F4), np.array([[1, 1e-300]])),
        lambda: fa.softmax_cross_entropy([[np.inf, 0, -3], [-3, 0, np.inf]], [1, 0], weight=[-1, 1, 1], reduction="sum"),
        lambda: fa.softmax_merge([fa.softmax_partial(np.full(60000, 65504, np.float16))] * 200).logsumexp(),
        lambda: fa.softmax_merge([fa.softmax_partial(np.zeros(30000, np.float16))] * 10).softmax(np.zeros(3, np.float16)),
        lambda: fa.gumbel_softmax(np.array([0, 12], np.float16), rng=np.random.default_rng(1)),
        lambda: fa.logsumexp_backward(F4(1e38), np.zeros(2, F4), F4(1), b=F4(1e38)),
        lambda: fa.bias_act_backward("relu", np.full((10, 1), 1e4, F4), np.ones((10, 1), F4), np.ones(1, np.float16)),
        lambda: fa.bias_act_backward("relu", np.full((10, 1), 1e-9, F4), np.ones((10, 1), F4), np.ones(1, np.float16)),
    ],
)
def test_no_floating_point_warning(call):
    with np.errstate(all="raise"):
        call()


# ---- SciPy


@pytest.mark.parametrize(
    "x, b",
    [
        ([-np.inf, -np.inf], [1.0, -2.0]),
        ([-np.inf, -np.inf], 2.0),
        ([-np.inf, -np.inf], [-1.0, -1.0]),
        ([np.inf, np.inf], [1.0, -1.0]),
        ([1.0, 1.0], [np.inf, 1.0]),
    ],
)
@pytest.mark.parametrize("return_sign", [True, False])
def test_infinite_weighted_sums_are_those_of_scipy(x, b, return_sign):
    with np.errstate(all="ignore"):  # without a sign the second of them is right
        np.testing.assert_array_equal(
            fa.special.logsumexp(x, b=b, return_sign=return_sign), special.logsumexp(x, b=b, return_sign=return_sign)
        )


@pytest.mark.parametrize("dtype", [F4, np.float16])
@pytest.mark.parametrize("b", [2, 2.0])
def test_a_number_b_has_no_type_of_its_own(dtype, b):
    x = np.ones(2, dtype)
    assert fa.special.logsumexp(x, b=b).dtype == special.logsumexp(x, b=b).dtype == dtype


@pytest.mark.parametrize("name, dtype", [("logsumexp", bool), ("logsumexp", np.int8), ("logsumexp", np.uint8)])
def test_types_of_results_are_those_of_scipy(name, dtype):
    x = np.array([0, 1], dtype)
    assert getattr(fa.special, name)(x).dtype == getattr(special, name)(x).dtype  # float64


def test_the_gradient_of_a_byte_swapped_bias_is_native():
    x = np.ones((2, 2))
    assert fa.bias_act_backward("relu", x, x, np.ones(2, ">f8"))[1].dtype.isnative


# ---- memory


def beyond(call, result):
    call()
    tracemalloc.start()
    call()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak - result


X = np.ones((20, 50, 2000), F4)
Y, ODD, WIDE = np.ones_like(X), np.arange(2000) % 2 < X, X.astype(np.float64)


@pytest.mark.parametrize(
    "call, result",
    [
        (lambda: fa.logsumexp(X, (1, 0)), 0),
        (lambda: fa.softmax(X, (2, 1)), X.nbytes),
        (lambda: fa.logsumexp(X, b=2.0), 0),
        (lambda: fa.softmax_backward(1.0, X), X.nbytes),
        (lambda: fa.softmax(X, where=X > 0, temperature=0.5), X.nbytes + X.size),
        (lambda: fa.causal_softmax(X), X.nbytes),
        (lambda: fa.sparsemax(X), X.nbytes),
        (lambda: fa.segment_softmax(X, [2000]), X.nbytes),
    ],
)
def test_no_temporary_of_the_size_of_x(call, result):
    assert beyond(call, result) < 100000


@pytest.mark.parametrize(
    "call, result",
    [
        (lambda: fa.softmax(X, (0, 2)), X.nbytes),
        (lambda: fa.softmax(X, (0, 2), out=Y), 0),
        (lambda: fa.softmax(Y, (0, 2), out=Y), 0),
        (lambda: fa.softmax(X.T, (0, 2), out=Y.T), 0),
        (lambda: fa.logsumexp(X, (0, 2)), 0),
        (lambda: fa.sparsemax(X, (0, 2), out=Y), 0),
        (lambda: fa.softmax(X, (0, 2), where=ODD, temperature=0.5, sink=0.0, out=Y), 0),
        (lambda: fa.softmax_partial(X, (0, 2)), 0),
        (lambda: fa.softmax_backward(X, X, (0, 2), out=Y), 0),
        (lambda: fa.softmax_backward(1.0, X, (0, 2), out=Y), 0),
        (lambda: fa.softmax_cross_entropy(X, WIDE, reduction="sum"), 0),
        (lambda: fa.softmax_cross_entropy(X, ODD, reduction="sum"), 0),
        (lambda: fa.softmax_cross_entropy_grad(X, WIDE, out=Y), 0),
        (lambda: fa.softmax_cross_entropy_grad(X.swapaxes(1, 2), WIDE.swapaxes(1, 2), 1, out=Y.swapaxes(1, 2)), 0),
        (lambda: fa.softmax_cross_entropy_grad(X, ODD), X.nbytes),
        (lambda: fa.softmax_cross_entropy_grad(X, np.ones(X.shape[:2], np.uint8), out=Y), 0),
        (lambda: fa.gumbel_softmax(X, rng=np.random.default_rng(0), out=Y), 0),
        (lambda: fa.gumbel_softmax(Y, 0.5, 0, rng=np.random.default_rng(0), out=Y), 0),
        (lambda: fa.gumbel_softmax(X, axis=1, rng=np.random.default_rng(0), hard=True, out=Y), X.nbytes),
        (lambda: fa.logsumexp_backward(X[..., 0], X, X[..., 0], b=Y, out=Y), 0),
        (lambda: fa.logsumexp_backward(X[0, :, 0], X, X[0, :, 0], (0, 2), b=X), X.nbytes),
        (lambda: fa.logsumexp_backward(X[..., 0], X, X[..., 0], b=ODD, where=ODD, out=Y), 0),
    ],
)
def test_temporaries_are_slabs(call, result):
    assert beyond(call, result) < X.nbytes / 8
