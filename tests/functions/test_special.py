"""SciPy's names: its types, arguments and errors."""

import inspect
import itertools
import warnings

import numpy as np
import pytest
import scipy.special

import fastact as fa
from fastact import special

# The type of results by that of the argument, in NumPy's letters, as in SciPy 1.17.
ALL_DOUBLE = dict.fromkeys("?bBhHiIlLqQed", "d") | {"f": "f"}
AS_EXP = dict.fromkeys("bBe", "e") | dict.fromkeys("hHf", "f") | dict.fromkeys("iIlLqQd", "d") | {"?": "d"}
ONE_SUM = dict.fromkeys("?bBhHiIlLqQd", "d") | {"e": "e", "f": "f"}
TYPES = {"expit": ALL_DOUBLE, "log_expit": ALL_DOUBLE, "logit": ALL_DOUBLE, "softmax": AS_EXP, "log_softmax": AS_EXP}
TYPES |= {"logsumexp": ONE_SUM}
UFUNCS = ["expit", "log_expit", "logit"]
LOOSE = {"e": 2e-3, "f": 1e-6, "d": 1e-13}
# whose values SciPy has wrong, for differences wrap around, or where it raises
UNLIKE = {(name, letter) for name in ("softmax", "log_softmax") for letter in "?BHILQ"}

every_name = pytest.mark.parametrize("name", TYPES)
every_type = pytest.mark.parametrize("name, letter", [(name, letter) for name in TYPES for letter in TYPES[name]])
scipy_ufuncs_are_new = pytest.mark.skipif(scipy.special.expit.types[0] != "d->d", reason="an older SciPy has other types")


def of(module, name, *arguments, **options):
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return getattr(module, name)(*arguments, **options)


def test_every_name_is_tested():
    assert set(TYPES) == set(special.__all__)


def shapes_of(letter):
    array = np.array([[1, 0], [1, 1]], letter)
    return [array, array[0], array[:1, :1], array[0, 0], array[0, 0, ...], array[:, ::-1], np.asfortranarray(array)]


@every_type
def test_types_of_results(name, letter):
    for x in shapes_of(letter):
        made = of(special, name, x)
        assert made.dtype == TYPES[name][letter], np.shape(x)
        want = of(special, name, x.astype(TYPES[name][letter]))
        np.testing.assert_array_equal(made, want)


@every_type
@scipy_ufuncs_are_new
def test_types_and_values_are_those_of_scipy(name, letter):
    if (name, letter) in UNLIKE:
        pytest.skip("wrong there")
    for x in shapes_of(letter):
        got, want = of(special, name, x), of(scipy.special, name, x)
        assert type(got) is type(want) and got.dtype == want.dtype
        np.testing.assert_allclose(got, want, rtol=LOOSE[got.dtype.char], strict=True)


@every_name
@scipy_ufuncs_are_new
@pytest.mark.parametrize("x", [1, 0.5, [1, 0], [0.5, 0.25], [[0.5], [0.25]], (1, 0), np.float32(0.5), range(2)], ids=str)
def test_lists_and_numbers_are_taken_as_scipy_takes_them(name, x):
    got, want = of(special, name, x), of(scipy.special, name, x)
    assert type(got) is type(want) and got.dtype == want.dtype
    np.testing.assert_allclose(got, want, rtol=1e-6, strict=True)


@every_name
def test_signatures_are_those_of_scipy(name):
    ours, theirs = (inspect.signature(getattr(module, name)) for module in (special, scipy.special))
    names = [parameter for parameter in theirs.parameters if parameter != "signature"]  # NumPy's own, by which loops are named
    assert list(ours.parameters) == names
    assert all(ours.parameters[key].default == theirs.parameters[key].default for key in names)


@every_name
@pytest.mark.parametrize(
    "x",
    ["a", None, 1j, pytest.param(object(), id="object"), np.ones(2, "c8"), np.ones(2, "m8[s]"), [1, "a"], np.longdouble(1)],
    ids=repr,
)
def test_what_is_no_real_number_of_64_bits_is_a_type_error(name, x):
    if isinstance(x, np.longdouble) and np.dtype(np.longdouble) == np.float64:
        pytest.skip("a long double is a double here")
    with pytest.raises(TypeError):
        getattr(special, name)(x)


@pytest.mark.parametrize("name", UFUNCS)
def test_ufuncs_are_ufuncs(name):
    ufunc = getattr(special, name)
    assert isinstance(ufunc, np.ufunc) and ufunc.types == ["d->d", "f->f"] and ufunc.__name__ == name
    x, out = np.linspace(0.1, 0.9, 5, dtype="f"), np.full(5, 7.0)
    assert ufunc(x, out) is out and ufunc(x, dtype="d").dtype == ufunc(x.astype("e")).dtype == np.float64
    ufunc(x, out=out, where=x > 0.4)
    np.testing.assert_allclose(out, getattr(scipy.special, name)(x), rtol=1e-6)
    for wrong in (np.empty(4), out.astype(int), [1.0]):
        with pytest.raises((TypeError, ValueError)):
            ufunc(x, out=wrong)
    plain = {"expit": fa.sigmoid, "log_expit": fa.log_sigmoid, "logit": fa.logit}[name]
    for dtype in ("f", "d"):
        np.testing.assert_array_equal(ufunc(x.astype(dtype)), plain(x.astype(dtype)))


LETTERS = "?bBhHiIqQefd"


@pytest.mark.parametrize("b", [*LETTERS, 2, 0.5, [1, 2]], ids=str)
@pytest.mark.parametrize("a", [*LETTERS, 2, 0.5, [1, 2]], ids=str)
def test_logsumexp_with_factors_has_the_type_of_scipy(a, b):
    a, b = (np.array([1, 1], given) if isinstance(given, str) else given for given in (a, b))
    for keepdims, return_sign in itertools.product([False, True], [False, True]):
        got, want = (of(m, "logsumexp", a, None, b, keepdims, return_sign) for m in (special, scipy.special))
        for ours, theirs in zip(got, want, strict=True) if return_sign else [(got, want)]:
            assert type(ours) is type(theirs) and ours.dtype == theirs.dtype
            np.testing.assert_allclose(ours, theirs, rtol=LOOSE[ours.dtype.char], strict=True)


@pytest.mark.parametrize("keepdims", [False, True])
@pytest.mark.parametrize("axis", [None, 0, -1, (0,)])
@pytest.mark.parametrize("x", [3.0, 2, np.float32(1), np.ones(()), [1.0]], ids=repr)
def test_logsumexp_of_a_number_is_of_one_axis(x, axis, keepdims):
    got, want = (m.logsumexp(x, axis, keepdims=keepdims) for m in (special, scipy.special))
    assert type(got) is type(want) and got.dtype == want.dtype
    np.testing.assert_array_equal(got, want, strict=True)
