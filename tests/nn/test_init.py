"""Initialisers have the variances that they promise; the gain of every activation is that of ball arithmetic."""

import doctest
import math
from functools import cache, partial
from itertools import pairwise

import numpy as np
import pytest
from conftest import FORMULAS, NAMES, PARAMETERS
from flint import arb, ctx

import fastact as fa
from fastact.lab import write_gains
from fastact.lab.reference import Dual, Formula
from fastact.nn import init

# By name: arguments, the mean, and the variance of an array of shape (400, 300).
DRAWN = {
    "normal": ({"mean": 0.5, "std": 2.0}, 0.5, 4.0),
    "uniform": ({"low": -1.0, "high": 2.0}, 0.5, 9 / 12),
    "truncated_normal": ({"mean": 0.5, "std": 2.0}, 0.5, 4 * init.CUT**2),
    **{f"lecun_{kind}": ({}, 0.0, 1 / 400) for kind in init.DISTRIBUTIONS},
    **{f"glorot_{kind}": ({}, 0.0, 2 / 700) for kind in init.DISTRIBUTIONS},
    **{f"he_{kind}": ({}, 0.0, 2 / 400) for kind in init.DISTRIBUTIONS},
}
DTYPES = [np.float16, np.float32, np.float64]
SCALED = [getattr(init, f"{rule}_{kind}") for rule in init.RULES for kind in init.DISTRIBUTIONS]
RANDOM = [*DRAWN, "orthogonal"]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", DRAWN)
def test_mean_and_variance(name, dtype):
    given, mean, variance = DRAWN[name]
    w = getattr(init, name)((400, 300), rng=np.random.default_rng(7), dtype=dtype, **given)
    assert w.shape == (400, 300) and w.dtype == dtype
    w = w.astype(np.float64)
    # five standard deviations of either estimate; no distribution here has a fourth moment above the normal one's
    assert abs(w.mean() - mean) < 5 * math.sqrt(variance / w.size)
    assert abs(w.var() - variance) < 5 * variance * math.sqrt(2 / w.size)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", DRAWN)
def test_bounds_of_the_distributions(name, dtype):
    given, mean, variance = DRAWN[name]
    w = getattr(init, name)((400, 300), rng=7, dtype=dtype, **given).astype(np.float64)
    far = np.max(np.abs(w - mean)) / math.sqrt(variance)
    if "uniform" in name:
        assert 1.7 < far < math.sqrt(3) * (1 + 2**-10)
    elif "truncated" in name:
        assert 2.2 < far < 2 / init.CUT * (1 + 2**-10)
    else:
        assert 4 < far < 6


def test_the_variance_of_a_normal_that_is_cut():
    density = math.exp(-2) / math.sqrt(2 * math.pi)
    assert pytest.approx(math.sqrt(1 - 4 * density / math.erf(math.sqrt(2))), rel=1e-15) == init.CUT


@pytest.mark.parametrize("initialiser", SCALED)
def test_gain_multiplies_and_more_axes_multiply_the_fans(initialiser):
    w = initialiser((400, 300), rng=3, dtype=np.float64, gain=1.0)
    assert np.allclose(initialiser((400, 300), rng=3, dtype=np.float64, gain=2.5), 2.5 * w, rtol=1e-15)
    kernel = initialiser((3, 3, 100, 150), rng=3, dtype=np.float64, gain=1.0)
    wide = initialiser((900, 1350), rng=3, dtype=np.float64, gain=1.0)
    assert np.std(kernel) == pytest.approx(np.std(wide), rel=0.01)
    assert initialiser((0, 3), rng=3).shape == (0, 3)


def test_known_values():
    assert np.array_equal(init.zeros((2, 3)), np.zeros((2, 3), np.float32))
    assert np.array_equal(init.ones(3, rng=None, dtype=np.float64), np.ones(3))
    w = init.constant((2,), 0.1)
    assert w.dtype == np.float32 and np.all(w == np.float32(0.1))
    assert init.zeros(()).shape == ()
    assert np.array_equal(init.normal((5, 6), rng=4), np.random.default_rng(4).standard_normal((5, 6), np.float32))
    assert np.array_equal(init.uniform(9, 2.0, 2.0, rng=0), np.full(9, 2, np.float32))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", RANDOM)
def test_a_seed_repeats_and_a_generator_moves_on(name, dtype):
    initialiser, shape = getattr(init, name), (13, 7)
    first = initialiser(shape, rng=11, dtype=dtype)
    rng = np.random.default_rng(11)
    assert first.flags.c_contiguous and first.flags.writeable and first.flags.owndata
    assert np.array_equal(first, initialiser(shape, rng=np.int64(11), dtype=dtype))
    assert np.array_equal(first, initialiser(shape, rng=rng, dtype=dtype))
    assert not np.array_equal(first, initialiser(shape, rng=rng, dtype=dtype))
    assert not np.array_equal(first, initialiser(shape, rng=12, dtype=dtype))


@pytest.mark.parametrize("name", RANDOM)
def test_narrow_types_are_rounded_from_float32(name):
    bfloat16 = pytest.importorskip("ml_dtypes").bfloat16
    wide = getattr(init, name)((40, 30), rng=1)
    for dtype in (np.float16, bfloat16):
        assert np.array_equal(getattr(init, name)((40, 30), rng=1, dtype=dtype), wide.astype(dtype))


@pytest.mark.parametrize(("dtype", "error"), [(np.float16, 2e-3), (np.float32, 2e-7), (np.float64, 2e-15)])
@pytest.mark.parametrize("shape", [(60, 20), (20, 60), (40, 40), (5, 8, 10), (2, 3, 50), (2, 2, 2, 2), (1, 1), (7, 1), (0, 3)])
def test_orthogonal(shape, dtype, error):
    w = init.orthogonal(shape, rng=5, dtype=dtype)
    assert w.shape == shape and w.dtype == dtype and w.flags.c_contiguous
    q = w.reshape(math.prod(shape[:-1]), shape[-1]).astype(np.float64)
    product = q @ q.T if q.shape[0] < q.shape[1] else q.T @ q
    assert np.allclose(product, np.eye(len(product)), rtol=0, atol=error)
    assert np.allclose(init.orthogonal(shape, rng=5, dtype=dtype, gain=-2.0), -2.0 * w, rtol=0, atol=1e-7)


def test_orthogonal_is_uniform():
    """Each element of a uniform rotation of the plane is a cosine of a uniform angle, and half of them mirror."""
    rng = np.random.default_rng(2)
    w = np.array([init.orthogonal((2, 2), rng=rng, dtype=np.float64) for _ in range(2000)])
    assert np.all(np.abs(np.mean(w, axis=0)) < 5 * math.sqrt(0.5 / 2000))
    assert abs(np.mean(np.linalg.det(w) > 0) - 0.5) < 5 * math.sqrt(0.25 / 2000)


REFUSED = [
    (lambda f: f((3, 4)), TypeError, "rng"),
    (lambda f: f((3, 4), rng=None), TypeError, "rng must be a numpy.random.Generator or an integer.*NoneType.*default_rng"),
    (lambda f: f((3, 4), rng=True), TypeError, "rng .* not bool"),
    (lambda f: f((3, 4), rng=0.5), TypeError, "rng .* not float"),
    (lambda f: f((3, 4), rng=np.random.RandomState(0)), TypeError, "rng .* not RandomState"),
    (lambda f: f((3, 4), rng=-1), ValueError, "rng .* not -1"),
    (lambda f: f((3, -4), rng=0), ValueError, r"shape .* \(3, -4\)"),
    (lambda f: f((3, 4.0), rng=0), TypeError, r"shape .* \(3, 4.0\)"),
    (lambda f: f(None, rng=0), TypeError, "shape .* None"),
    (lambda f: f((3, 4), rng=0, dtype=int), TypeError, "dtype .* float32.* not <class 'int'>"),
    (lambda f: f((3, 4), rng=0, dtype="x"), TypeError, "dtype .* 'x'"),
    (lambda f: f((3, 4), rng=0, dtype=None), TypeError, "dtype .* None"),
]


@pytest.mark.parametrize("name", RANDOM)
def test_what_is_refused(name):
    for call, error, message in REFUSED:
        with pytest.raises(error, match=message):
            call(getattr(init, name))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        *[(partial(f, (3,), rng=0), ValueError, "shape must have 2 axes") for f in SCALED],
        *[(partial(f, (3, 4), rng=0, gain=-1), ValueError, "gain must not be negative") for f in SCALED],
        *[(partial(f, (3, 4), rng=0, gain="relu"), TypeError, "gain must be a real number, not str") for f in SCALED],
        (lambda: init.orthogonal(3, rng=0), ValueError, "shape must have 2 axes"),
        (lambda: init.orthogonal((3, 3), rng=0, gain=math.inf), ValueError, "gain must be finite"),
        (lambda: init.constant(3, math.nan), ValueError, "value must be finite"),
        (lambda: init.constant(3, 1j), TypeError, "value must be a real number"),
        (lambda: init.normal(3, std=-1.0, rng=0), ValueError, "std must not be negative"),
        (lambda: init.truncated_normal(3, mean=math.inf, rng=0), ValueError, "mean must be finite"),
        (lambda: init.uniform(3, 1.0, -1.0, rng=0), ValueError, "low <= high"),
        (lambda: init.uniform(3, -1e308, 1e308, rng=0), ValueError, "finite distance"),
        (lambda: init.get("he_norml"), ValueError, "no initialiser 'he_norml'; nearest: he_normal"),
        (lambda: init.get("?"), ValueError, "known: constant, .*zeros"),
        (lambda: init.get(3), TypeError, "name must be a string or a callable, not int"),
    ],
)
def test_what_else_is_refused(call, error, message):
    with pytest.raises(error, match=message):
        call()


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        *[(name, name) for name in init.INITIALISERS],
        ("HeNormal", "he_normal"), ("glorot uniform", "glorot_uniform"), ("xavier_uniform_", "glorot_uniform"),
        ("kaiming_normal_", "he_normal"), ("trunc_normal_", "truncated_normal"), ("TruncatedNormal", "truncated_normal"),
        ("RandomNormal", "normal"), ("random_uniform", "uniform"), ("Orthogonal", "orthogonal"),
    ],
)  # fmt: skip
def test_get(spelling, name):
    assert init.get(spelling) is getattr(init, name)
    assert init.get(init.get(spelling)) is init.get(spelling)


@pytest.mark.parametrize("name", init.__all__)
def test_examples_run(name):
    function = getattr(init, name)
    assert function.__name__ == name and function.__module__ == "fastact.nn.init"
    test = doctest.DocTestParser().get_doctest(function.__doc__, {"np": np}, name, None, 0)
    assert test.examples and doctest.DocTestRunner().run(test).failed == 0


# ---- gains -------------------------------------------------------------------------------------------------------------------

# What is given to those that have no defaults, and what is harder than the defaults.
GIVEN = [
    ("prelu", {"slope": 0.25}), ("threshold", {"threshold": 0.3, "value": 0.1}),
    ("threshold", {"threshold": -40.0, "value": 1.0}), ("snake", {"alpha": 0.0}), ("soft_clipping", {"alpha": 50.0}),
    ("srelu", {"t_left": -0.7, "a_left": 0.2, "t_right": 1.3, "a_right": -2.0}), ("leaky_relu", {"negative_slope": -1.0}),
    ("binary_step", {"threshold": 5.5}), ("thresholded_relu", {"threshold": 7.1}), ("clipped_relu", {"upper": 1e-300}),
    ("hard_tanh", {"min_val": -0.1, "max_val": 1e300}), ("plu", {"a": -3.0, "c": 0.37}), ("elu", {"alpha": -2.0}),
    ("star_relu", {"scale": 1e200, "bias": 0.0}), ("celu", {"alpha": -0.5}), ("celu", {"alpha": 0.01}),
    ("softplus", {"beta": 100.0}), ("softplus", {"beta": -2.0}), ("squareplus", {"b": 0.0}), ("squareplus", {"b": 1e-4}),
    ("isru", {"alpha": 1e4}), ("isrlu", {"alpha": 0.0}), ("soft_exponential", {"alpha": 3.0}),
    ("soft_exponential", {"alpha": -0.02}), ("hard_sigmoid", {"slope": 1e3, "offset": -1e3}),
    ("soft_cap", {"cap": 0.01}), ("swish", {"beta": 100.0}), ("swish", {"beta": -1.0}), ("hard_shrink", {"lambd": 6.3}),
    ("soft_shrink", {"lambd": 0.0}), ("shrink", {"lambd": 0.3, "bias": 2.0}), ("snake", {"alpha": 20.0}),
    ("multiquadric", {"a": 0.0}), ("multiquadric", {"a": 0.01}), ("inverse_multiquadric", {"a": 0.01}),
]  # fmt: skip
NEEDED = {name for name, given in PARAMETERS.items() if None in given.values()}
CASES = [(name, {}) for name in NAMES if name not in NEEDED and name not in ("logit", "thin_plate")] + GIVEN
MODES = list(init.gain.__globals__["MODES"])


@cache
def nodes(places):
    """Abscissas and weights of Gauss and Legendre, as balls; the abscissas as exact numbers near the balls' middles."""
    pairs = [arb.legendre_p_root(places, k, weight=True) for k in range(places)]
    return [(abscissa.mid(), weight) for abscissa, weight in pairs]


def exact_gains(name, given, end=14):
    """Forward and backward, from the formula and its derivative in 30 digits."""
    kinks = fa.activations()[name].properties(**given).kinks
    fine = [start + sign * 2.0**-k for start in (0, 1) for k in range(1, 14) for sign in (-1, 1)]
    fine += np.arange(-end, end, 0.25).tolist() if name == "snake" else []
    edges = sorted({*range(-end, end + 1), *fine, *(kink for kink in kinks if -end < kink < end)})
    before = ctx.prec
    try:
        ctx.prec = 128
        formula = Formula(FORMULAS[name], np.float64, **({p: d for p, d in PARAMETERS[name].items() if d is not None} | given))
        program, sums = formula.program(ctx.prec), [arb(0), arb(0)]
        for left, right in pairwise(edges):
            half, middle = (arb(right) - left) / 2, (arb(right) + left) / 2
            for abscissa, weight in nodes(24):
                x = (middle + half * abscissa).mid()
                y = program(Dual(x, arb(1)))
                density = half * weight * (-x * x / 2).exp()
                for k, value in enumerate((y.value, y.slope) if type(y) is Dual else (y, 0)):
                    sums[k] += density * value * value
        return [float((arb(2) * arb.pi()).sqrt().sqrt() / total.sqrt()) if total != 0 else math.inf for total in sums]
    finally:
        ctx.prec = before


@pytest.mark.parametrize(("name", "given"), CASES, ids=lambda value: str(value))
def test_gains_are_those_of_ball_arithmetic(name, given):
    for mode, want in zip(MODES, exact_gains(name, given)):
        if want == math.inf:
            with pytest.raises(ValueError, match="is 0"):
                init.gain(name, mode, **given)
        else:
            assert init.gain(name, mode, **given) == pytest.approx(want, rel=1e-12, abs=0)


@pytest.mark.parametrize(
    ("name", "mode", "given", "want"),
    [
        ("relu", "forward", {}, math.sqrt(2)), ("relu", "backward", {}, math.sqrt(2)), ("selu", "forward", {}, 1.0),
        ("leaky_relu", "forward", {"negative_slope": 0.2}, math.sqrt(2 / 1.04)), ("exponential", "forward", {}, math.exp(-1)),
        ("soft_exponential", "forward", {"alpha": 0.0}, 1.0), ("sine", "forward", {}, (2 / (1 - math.exp(-2))) ** 0.5),
        ("sine", "backward", {}, (2 / (1 + math.exp(-2))) ** 0.5), ("gaussian", "forward", {}, 5**0.25),
        ("gcu", "forward", {}, (2 / (1 - 3 * math.exp(-2))) ** 0.5), ("multiquadric", "forward", {"a": 2.0}, 5**-0.5),
        ("relu_squared", "forward", {}, (2 / 3) ** 0.5), ("relu_squared", "backward", {}, 0.5**0.5),
        ("soft_shrink", "backward", {"lambd": 1.0}, math.erfc(0.5**0.5) ** -0.5),
        ("swish", "forward", {"beta": 0.0}, 2.0), ("snake", "forward", {"alpha": 0.0}, 1.0),
        ("exponential", "backward", {}, math.exp(-1)), ("tanh", "forward", {}, 1.5925374197228315),
        ("sigmoid", "forward", {}, 1.8462285453386054), ("gelu", "forward", {}, 1.5335304411955353),
        ("softplus", "forward", {"beta": 1e8}, math.sqrt(2)), ("elish", "forward", {}, None),
    ],
)  # fmt: skip
def test_gains_in_closed_form(name, mode, given, want):
    found = init.gain(name, mode, **given)
    assert type(found) is float and (want is None or found == pytest.approx(want, rel=1e-12, abs=0))
    assert init.gain(getattr(fa, name), mode, **given) == found


def test_gains_of_other_functions():
    assert init.gain(np.tanh) == pytest.approx(init.gain("tanh"), rel=1e-14)
    assert init.gain(fa.gelu_grad) == init.gain("gelu", "backward")
    assert init.gain("nn.SiLU") == init.gain(fa.silu)
    assert init.gain(lambda z, slope: np.where(z > 0.1234567, slope, 0), slope=3) == pytest.approx(
        math.sqrt(2 / math.erfc(0.1234567 / math.sqrt(2))) / 3, rel=1e-12
    )
    assert init.gain(lambda z: np.sin(1000 * z)) == pytest.approx(math.sqrt(2), rel=1e-12)
    pole = 2**-0.25 * math.gamma(0.25) / math.sqrt(math.pi)  # E |z|^(-1/2)
    assert init.gain(lambda z: np.abs(z) ** -0.25) == pytest.approx(pole**-0.5, rel=1e-12)
    assert init.gain(lambda z: 1e-300 * z) == pytest.approx(1e300, rel=1e-12)
    assert init.gain(lambda z: np.exp(0.2 * z * z)) == pytest.approx(0.2**0.25, rel=1e-12)


def needs(missing):
    return TypeError, f"missing required argument: '{missing}'"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        *[((name,), ValueError, f"{name} is not finite") for name in ("logit", "thin_plate")],
        *[((name, "backward"), ValueError, f"of {name} is not finite") for name in ("logit", "thin_plate")],
        (("binary_step", "backward"), ValueError, "the derivative of binary_step is 0"),
        *[((name,), ValueError, f"{name} has no gain") for name in ("rrelu", "crelu", "bipolar_relu", "maxout", "softmax")],
        *[((name,), ValueError, "has no gain") for name in ("swiglu", "glu_packed", "softmax_cross_entropy", "logsumexp")],
        ((fa.softmax,), ValueError, "softmax has no gain"),
        (("prelu",), *needs("slope")), (("threshold",), *needs("threshold")), (("srelu",), *needs("t_left")),
        (("threshold", "forward", {"threshold": 0.0}), *needs("value")),
        (("gelo",), ValueError, "no activation.*'gelo'; nearest: gelu"),
        ((3,), TypeError, "name must be a string or a callable, not int"),
        (("relu", "sideways"), ValueError, "mode must be 'forward' or 'backward', not 'sideways'"),
        (("relu", "forward", {"slope": 1.0}), TypeError, "relu has the parameters none, not slope"),
        (("leaky_relu", "forward", {"negative_slope": [1.0]}), TypeError, "negative_slope must be a real number, not list"),
        (("leaky_relu", "forward", {"negative_slope": math.nan}), ValueError, "not finite"),
        (("clipped_relu", "forward", {"upper": -1.0}), ValueError, "upper >= 0"),
        (("clipped_relu", "forward", {"upper": 0.0}), ValueError, "clipped_relu, upper=0 is 0"),
        (("soft_exponential", "forward", {"alpha": -0.5}), ValueError, "not finite"),
        (("soft_exponential", "forward", {"alpha": 30.0}), ValueError, "not finite, or beyond float64"),
        (("inverse_multiquadric", "forward", {"a": 0.0}), ValueError, "not finite"),
        ((np.tanh, "backward"), ValueError, "give its derivative"), ((np.sum,), ValueError, "keeps the shape"),
        ((lambda z: 1 / np.abs(z - 0.3),), ValueError, "not finite"), ((lambda z: abs(z) ** -0.5,), ValueError, "not finite"),
        ((lambda z: np.exp(z * z / 4),), ValueError, "not finite"), ((lambda z: 0 * z,), ValueError, "is 0"),
    ],
)  # fmt: skip
def test_gains_that_are_none(call, error, message):
    name, mode, given = (*call, *("forward", {})[len(call) - 1 :])
    with pytest.raises(error, match=message):
        init.gain(name, mode, **given)


def test_no_warning_is_raised():
    with np.errstate(all="raise"):
        assert init.gain("exponential") and init.gain("hard_shrink", lambd=20.0) and init.gain("celu", alpha=-0.1)


def test_the_page_of_gains_is_what_its_maker_makes():
    page = (write_gains.__file__).replace("fastact/lab/write_gains.py", "docs/gains.md")
    with open(page) as file:
        text = file.read()
    assert text == write_gains.document()
    listed = [line.split("`")[1].partition("(")[0] for line in text.splitlines() if line.startswith("| `")]
    assert listed == [*NAMES, "rrelu", "bipolar_relu", "crelu", "maxout"]


@pytest.mark.parametrize("name", write_gains.PYTORCH)
def test_the_page_quotes_pytorch(name):
    torch_init = pytest.importorskip("torch.nn.init")
    want = torch_init.calculate_gain({"identity": "linear"}.get(name, name))
    assert write_gains.PYTORCH[name].endswith(f"{want:.9g}")
