"""Initialisers: the numbers that weights start from; and `gain`, the factor of the weights before an activation.

An initialiser is called as ``he_normal(shape, rng=rng, dtype=np.float32)`` and returns a new array.  Weights are of the shape
(inputs, outputs); these two numbers are called fans.  An array with more axes, as the kernel of a convolution, has inputs and
outputs as its last two, and each fan is one of these times the product of the other axes (as in Keras and JAX; PyTorch has
outputs and inputs first).

`rng` is a numpy.random.Generator, from which numbers are drawn, or an integer from 0 on, the seed of a new one.  None is a
TypeError, so that weights can be drawn again; who does not want that says ``rng=np.random.default_rng()``.  A generator in the
same state, the same shape and the same dtype give the same numbers.  float64 is drawn in float64, float32 in float32, and
narrower types are rounded from float32.
"""

import difflib
import math
import operator
from numbers import Integral, Real
from typing import NamedTuple

import numpy as np

from fastact.catalogue import names
from fastact.functions.arguments import FLOATS
from fastact.nn.gains import gain

gain.__module__ = __name__  # where it is public

__all__ = [
    "constant",
    "gain",
    "get",
    "glorot_normal",
    "glorot_truncated",
    "glorot_uniform",
    "he_normal",
    "he_truncated",
    "he_uniform",
    "lecun_normal",
    "lecun_truncated",
    "lecun_uniform",
    "normal",
    "ones",
    "orthogonal",
    "truncated_normal",
    "uniform",
    "zeros",
]

# The standard deviation of a standard normal number that is drawn again while it is beyond -2 or 2.
CUT = 0.87962566103423978

# ---- arguments ---------------------------------------------------------------------------------------------------------------


def _shape(shape, least=0):
    """A shape of so many axes at least, as a tuple of ints."""
    try:
        sizes = tuple(map(operator.index, (shape,) if isinstance(shape, Integral) else shape))
    except TypeError:
        raise TypeError(f"shape must be an integer or a tuple of integers, not {shape!r}") from None
    if any(size < 0 for size in sizes):
        raise ValueError(f"shape must have no negative size, but is {sizes}")
    if len(sizes) < least:
        raise ValueError(f"shape must have {least} axes or more, (inputs, outputs) in the end, but is {sizes}")
    return sizes


def _generator(rng):
    if isinstance(rng, np.random.Generator):
        return rng
    if not isinstance(rng, Integral) or isinstance(rng, (bool, np.bool_)):
        hint = "; numpy.random.default_rng() is a generator of unknown seed" if rng is None else ""
        raise TypeError(f"rng must be a numpy.random.Generator or an integer, its seed, not {type(rng).__name__}{hint}")
    if rng < 0:
        raise ValueError(f"rng must be a numpy.random.Generator or an integer from 0 on, its seed, not {rng}")
    return np.random.default_rng(int(rng))


def _dtype(dtype):
    try:
        found = None if dtype is None else np.dtype(dtype).newbyteorder("=")
    except TypeError:
        found = None
    if found is None or found not in FLOATS:  # to NumPy None is float64
        raise TypeError(f"dtype must be one of {', '.join(map(str, FLOATS))}, not {dtype!r}")
    return found


def _finite(**numbers):
    """Real numbers as floats, by their names."""
    for name, number in numbers.items():
        if not isinstance(number, Real):
            raise TypeError(f"{name} must be a real number, not {type(number).__name__}")
        if not math.isfinite(number):
            raise ValueError(f"{name} must be finite, not {number}")
    return map(float, numbers.values())


def _not_negative(**numbers):
    for name, number in numbers.items():
        if not number >= 0:
            raise ValueError(f"{name} must not be negative, but is {number}")


# ---- distributions of mean 0 and variance 1 ----------------------------------------------------------------------------------


def _wide(dtype):
    return np.float64 if dtype == np.float64 else np.float32


def _drawn_normal(rng, shape, dtype):
    return rng.standard_normal(shape, _wide(dtype))


def _drawn_cut(rng, shape, dtype):
    """Normal numbers that are drawn again while they are beyond -2 or 2: of variance CUT^2."""
    z = rng.standard_normal(shape, _wide(dtype))
    flat = z.reshape(-1)
    while len(beyond := np.flatnonzero(np.abs(flat) > 2)):
        flat[beyond] = rng.standard_normal(len(beyond), flat.dtype)
    return z


def _drawn_truncated(rng, shape, dtype):
    return _drawn_cut(rng, shape, dtype) / CUT


def _drawn_uniform(rng, shape, dtype):
    return (2 * rng.random(shape, _wide(dtype)) - 1) * math.sqrt(3)


def _drawn(draw, shape, mean, std, rng, dtype):
    """Numbers of a distribution, a mean and a standard deviation."""
    mean, std = _finite(mean=mean, std=std)
    _not_negative(std=std)
    shape, dtype = _shape(shape), _dtype(dtype)
    return _placed(draw(_generator(rng), shape, dtype), mean, std, dtype)


def _placed(drawn, mean, factor, dtype):
    """Numbers times a factor, and a mean added, in the dtype."""
    with np.errstate(all="ignore"):
        return np.asarray(drawn * drawn.dtype.type(factor) + drawn.dtype.type(mean)).astype(dtype, copy=False)


# ---- numbers that do not depend on the fans ----------------------------------------------------------------------------------


def zeros(shape, *, rng=None, dtype=np.float32):
    """Zeros.

    Parameters
    ----------
    shape : int or tuple of int
    rng : optional
        Not used: taken so that all initialisers are called alike.
    dtype : dtype, default float32
        A floating-point type.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError, ValueError
        If `shape` or `dtype` is not what it must be.

    Examples
    --------
    >>> from fastact.nn import init
    >>> init.zeros(3)
    array([0., 0., 0.], dtype=float32)
    """
    return constant(shape, 0.0, rng=rng, dtype=dtype)


def ones(shape, *, rng=None, dtype=np.float32):
    """Ones.

    Parameters
    ----------
    shape : int or tuple of int
    rng : optional
        Not used: taken so that all initialisers are called alike.
    dtype : dtype, default float32
        A floating-point type.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError, ValueError
        If `shape` or `dtype` is not what it must be.

    Examples
    --------
    >>> from fastact.nn import init
    >>> init.ones((1, 2), dtype=np.float64)
    array([[1., 1.]])
    """
    return constant(shape, 1.0, rng=rng, dtype=dtype)


def constant(shape, value=0.0, *, rng=None, dtype=np.float32):
    """One number everywhere.

    Parameters
    ----------
    shape : int or tuple of int
    value : float, default 0
    rng : optional
        Not used: taken so that all initialisers are called alike.
    dtype : dtype, default float32
        A floating-point type.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError
        If an argument is of another type.
    ValueError
        If a size is negative or `value` is not finite.

    Examples
    --------
    >>> from fastact.nn import init
    >>> init.constant((2, 2), 0.5)
    array([[0.5, 0.5],
           [0.5, 0.5]], dtype=float32)
    """
    (value,) = _finite(value=value)
    return np.full(_shape(shape), value, _dtype(dtype))


def normal(shape, mean=0.0, std=1.0, *, rng, dtype=np.float32):
    """Normal numbers.

    Parameters
    ----------
    shape : int or tuple of int
    mean : float, default 0
    std : float, default 1
        The standard deviation, not negative.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError
        If an argument is of another type; `rng` must not be None.
    ValueError
        If a size, `std` or the seed is negative, or `mean` or `std` is not finite.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.normal((784, 256), std=0.05, rng=0)
    >>> w.shape, w.dtype, round(float(w.std()), 3)
    ((784, 256), dtype('float32'), 0.05)
    """
    return _drawn(_drawn_normal, shape, mean, std, rng, dtype)


def truncated_normal(shape, mean=0.0, std=1.0, *, rng, dtype=np.float32):
    """Normal numbers, drawn again while they are more than two standard deviations from the mean.

    Parameters
    ----------
    shape : int or tuple of int
    mean : float, default 0
    std : float, default 1
        The standard deviation before the cut, not negative; the numbers drawn have 0.8796 of it.  (So do those of Keras and
        PyTorch; `he_truncated` and its kin make up for it.)
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError
        If an argument is of another type; `rng` must not be None.
    ValueError
        If a size, `std` or the seed is negative, or `mean` or `std` is not finite.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.truncated_normal((784, 256), std=0.05, rng=0)
    >>> bool(abs(w).max() <= 0.1), round(float(w.std()), 3)
    (True, 0.044)
    """
    return _drawn(_drawn_cut, shape, mean, std, rng, dtype)


def uniform(shape, low=-1.0, high=1.0, *, rng, dtype=np.float32):
    """Uniform numbers between two bounds; the rounding may give a bound itself.

    Parameters
    ----------
    shape : int or tuple of int
    low, high : float, default -1 and 1
        The bounds, low <= high.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError
        If an argument is of another type; `rng` must not be None.
    ValueError
        If a size or the seed is negative, `low` is above `high`, or one of them or their distance is not finite.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.uniform((784, 256), -0.1, 0.1, rng=0)
    >>> bool(abs(w).max() <= 0.1)
    True
    """
    low, high = _finite(low=low, high=high)
    if not low <= high or high - low == math.inf:
        raise ValueError(f"low and high must be low <= high, at a finite distance, not {low} and {high}")
    shape, dtype = _shape(shape), _dtype(dtype)
    drawn = _generator(rng).random(shape, _wide(dtype))
    return np.clip(_placed(drawn, low, high - low, dtype), *np.array([low, high], dtype))


def orthogonal(shape, *, rng, dtype=np.float32, gain=1.0):
    """An orthogonal matrix, uniform among all of them: its columns are orthonormal, or its rows where it is wide.

    Parameters
    ----------
    shape : tuple of int
        Two axes or more; all but the last are the rows, as if they were one.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type; the matrix is computed in float64 and rounded.
    gain : float, default 1
        What the matrix is multiplied by.

    Returns
    -------
    ndarray

    Raises
    ------
    TypeError
        If an argument is of another type; `rng` must not be None.
    ValueError
        If `shape` has fewer than two axes, a size or the seed is negative, or `gain` is not finite.

    Notes
    -----
    It is Q of the QR decomposition of normal numbers, each column times the sign of the diagonal element of R: without that
    sign it would not be uniform.

    References
    ----------
    A. M. Saxe et al., "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014;
    F. Mezzadri, "How to generate random matrices from the classical compact groups", 2007.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.orthogonal((3, 5), rng=0, dtype=np.float64)
    >>> np.allclose(w @ w.T, np.eye(3), rtol=0, atol=1e-15)
    True
    """
    (gain,) = _finite(gain=gain)
    shape, dtype = _shape(shape, 2), _dtype(dtype)
    rows, columns = math.prod(shape[:-1]), shape[-1]
    drawn = _drawn_normal(_generator(rng), (max(rows, columns), min(rows, columns)), dtype)
    q, r = np.linalg.qr(drawn.astype(np.float64))
    q *= np.where(np.diagonal(r) < 0, -gain, gain)
    return np.ascontiguousarray(q if rows >= columns else q.T).reshape(shape).astype(dtype)


# ---- numbers whose variance is that of the fans ------------------------------------------------------------------------------


class Rule(NamedTuple):
    """Which variance weights should have: gain^2/fan, the fan being one of (inputs, outputs)."""

    fan: str  # Python of inputs and outputs
    gain: float
    source: str


RULES = {
    "lecun": Rule("inputs", 1.0, 'Y. LeCun et al., "Efficient BackProp", 1998.'),
    "glorot": Rule(
        "(inputs + outputs)/2",
        1.0,
        'X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.',
    ),
    "he": Rule("inputs", math.sqrt(2), 'K. He et al., "Delving deep into rectifiers", 2015.'),
}

DISTRIBUTIONS = {
    "normal": (_drawn_normal, "Normal numbers"),
    "truncated": (_drawn_truncated, "Normal numbers cut at two standard deviations,"),
    "uniform": (_drawn_uniform, "Uniform numbers"),
}

SCALED = """{numbers} of mean 0 and variance gain^2/fan, the fan being ``{rule.fan}``.

Parameters
----------
shape : tuple of int
    (inputs, outputs); the product of axes before these two multiplies both.
rng : numpy.random.Generator or int
    What draws the numbers; or an integer, the seed of a new one.
dtype : dtype, default float32
    A floating-point type.
gain : float, default {gain}
    Not negative; `init.gain` computes that of an activation.

Returns
-------
ndarray

Raises
------
TypeError
    If an argument is of another type; `rng` must not be None.
ValueError
    If `shape` has fewer than two axes, a size, the seed or `gain` is negative, or `gain` is not finite.

References
----------
{rule.source}

Examples
--------
>>> from fastact.nn import init
>>> w = init.{name}((1000, 1000), rng=0)
>>> f"{{w.var():.4f}}"
'{variance:.4f}'
"""


def _scaled(rule_name, distribution):
    """The initialiser of a rule and a distribution."""
    rule, (draw, numbers) = RULES[rule_name], DISTRIBUTIONS[distribution]
    fan = eval(f"lambda inputs, outputs: {rule.fan}")

    def initialiser(shape, *, rng, dtype=np.float32, gain=rule.gain):
        (gain,) = _finite(gain=gain)
        _not_negative(gain=gain)
        shape, dtype = _shape(shape, 2), _dtype(dtype)
        places = math.prod(shape[:-2])
        std = gain / math.sqrt(fan(places * shape[-2], places * shape[-1]) or 1)  # of an empty array it does not matter
        return _placed(draw(_generator(rng), shape, dtype), 0.0, std, dtype)

    initialiser.__name__ = initialiser.__qualname__ = name = f"{rule_name}_{distribution}"
    shown = "sqrt(2)" if rule.gain == math.sqrt(2) else f"{rule.gain:g}"
    variance = rule.gain**2 / fan(1000, 1000)
    initialiser.__doc__ = SCALED.format(name=name, numbers=numbers, rule=rule, gain=shown, variance=variance)
    return initialiser


lecun_normal, lecun_truncated, lecun_uniform = (_scaled("lecun", distribution) for distribution in DISTRIBUTIONS)
glorot_normal, glorot_truncated, glorot_uniform = (_scaled("glorot", distribution) for distribution in DISTRIBUTIONS)
he_normal, he_truncated, he_uniform = (_scaled("he", distribution) for distribution in DISTRIBUTIONS)

# ---- by name -----------------------------------------------------------------------------------------------------------------

INITIALISERS = {name: globals()[name] for name in __all__ if name not in ("gain", "get")}
ELSEWHERE = {"xavier": "glorot", "kaiming": "he", "random": "", "truncnormal": "truncatednormal"}  # how spellings begin


def get(name):
    """The initialiser of that name.

    Parameters
    ----------
    name : str or callable
        Case, underscores, hyphens and spaces do not matter.  PyTorch's xavier and kaiming are glorot and he.  Keras's
        ``"he_normal"`` and its kin are cut at two standard deviations: here these are ``"he_truncated"``.  A callable is
        returned as it is.

    Returns
    -------
    callable

    Raises
    ------
    TypeError
        If `name` is neither a string nor a callable.
    ValueError
        If there is no such initialiser; the message has the nearest names.

    Examples
    --------
    >>> from fastact.nn import init
    >>> init.get("HeNormal") is init.he_normal
    True
    """
    if callable(name):
        return name
    if not isinstance(name, str):
        raise TypeError(f"name must be a string or a callable, not {type(name).__name__}")
    known = {names.bare(one): one for one in INITIALISERS}
    spelling = names.bare(name)
    for begin, here in ELSEWHERE.items():
        if spelling.startswith(begin):
            spelling = here + spelling.removeprefix(begin)
    if spelling not in known:
        near = [known[match] for match in difflib.get_close_matches(spelling, known, 3)]
        raise ValueError(
            f"there is no initialiser {name!r}; {'nearest' if near else 'known'}: {', '.join(near or INITIALISERS)}"
        )
    return INITIALISERS[known[spelling]]
