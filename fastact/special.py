"""SciPy's names with SciPy's arguments and types: `from fastact.special import expit, logsumexp` in the place of
`scipy.special`.

What SciPy 1.17 returns in a type, these return in the same, save that

- complex numbers, long doubles, objects, text and times, of which it takes some, are a TypeError;
- `softmax` and `log_softmax` of bool, an error there, are float64, and those of nothing are nothing;
- unsigned integers, whose differences wrap around there in `softmax` and `log_softmax`, are computed as numbers.
"""

import numpy as np

from fastact._core.ufuncs import activations, scipy_ufunc
from fastact.functions.logsumexp import logsumexp as _logsumexp
from fastact.functions.softmax import log_softmax as _log_softmax
from fastact.functions.softmax import softmax as _softmax

__all__ = ["expit", "log_expit", "log_softmax", "logit", "logsumexp", "softmax"]

_PAGE = """`scipy.special.{name}`: ``{formula}``, the `numpy.ufunc` `fastact.{row}` in SciPy's types.

Parameters
----------
x : array_like
    Any shape; float32 and float64 stay what they are; float16, bfloat16, integers and bool are float64.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
ndarray or scalar
    Of the shape of `x`, float32 or float64.

Raises
------
TypeError
    If `x` is complex, a long double, text or an object.
ValueError
    If `out` is read-only or has another shape; it is then untouched.

See Also
--------
fastact.{row} : the same, of float16 in float16.

Notes
-----
The error is that of `fastact.{row}`.

References
----------
P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

Examples
--------
>>> import numpy as np
>>> from fastact.special import {name}
>>> {name}(np.float16(0.25)).dtype
dtype('float64')
"""


def _ufunc(name, row):
    (formula,) = (one.formula for one in activations if one.name == row)
    return scipy_ufunc(name, row, _PAGE.format(name=name, row=row, formula=formula))


expit = _ufunc("expit", "sigmoid")
log_expit = _ufunc("log_expit", "log_sigmoid")
logit = _ufunc("logit", "logit")


def softmax(x, axis=None):
    """`fastact.softmax`, over all axes where none is named, as `scipy.special.softmax`.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `fastact.softmax`, but bool is float64.
    axis : int, tuple of int or None, default None
        The axis or axes whose elements sum to 1; None takes them all.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `fastact.softmax`.

    See Also
    --------
    fastact.softmax : the same with masks, temperatures and `out`.

    Notes
    -----
    The error is that of `fastact.softmax`.  Integers are computed as `numpy.exp` takes them, as in SciPy, where bool is an
    error and differences of unsigned integers wrap around.

    References
    ----------
    P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

    Examples
    --------
    >>> from fastact.special import softmax
    >>> softmax([[0.0, 0.0], [0.0, 0.0]])
    array([[0.25, 0.25],
           [0.25, 0.25]])
    """
    return _softmax(_numbers(x), axis)


def log_softmax(x, axis=None):
    """`fastact.log_softmax`, over all axes where none is named, as `scipy.special.log_softmax`.

    Parameters
    ----------
    x : array_like
        Any shape; types as for `fastact.softmax`, but bool is float64.
    axis : int, tuple of int or None, default None
        The axis or axes to normalise over; None takes them all.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `fastact.softmax`.

    See Also
    --------
    fastact.log_softmax : the same with masks, temperatures and `out`.

    Notes
    -----
    The error is that of `fastact.log_softmax`.  Integers are computed as `numpy.exp` takes them, as in SciPy, where bool is an
    error and differences of unsigned integers wrap around.

    References
    ----------
    P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

    Examples
    --------
    >>> from fastact.special import log_softmax
    >>> log_softmax([0.0, 0.0]).round(3)
    array([-0.693, -0.693])
    """
    return _log_softmax(_numbers(x), axis)


def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    """`fastact.logsumexp`, over all axes where none is named, as `scipy.special.logsumexp`.

    Parameters
    ----------
    a : array_like
        Any shape; computed in the common type of `a` and `b`, which for integers and bool alone is float64.
    axis : int, tuple of int or None, default None
        The axis or axes to sum over; None takes them all.
    b : array_like, optional
        Factors of the exponentials, of any sign.
    keepdims : bool, default False
        Whether the axes stay in the result with length 1; a number then has one too.
    return_sign : bool, default False
        Whether to return the logarithm of the sum's absolute value and its sign.

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `a` without the axes.
    sign : ndarray or scalar
        With `return_sign` only: -1, 0 or 1.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `fastact.logsumexp`.

    See Also
    --------
    fastact.logsumexp : the same with masks, temperatures and `out`.

    Notes
    -----
    The error is that of `fastact.logsumexp`.

    References
    ----------
    P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

    Examples
    --------
    >>> from fastact.special import logsumexp
    >>> float(logsumexp([[1000.0], [1000.0]]))
    1000.6931471805599
    """
    if _is_numpys(a) and (b is None or _is_numpys(b)):
        a = _common(a, b)
        a = a if a.ndim else a[np.newaxis]
    return _logsumexp(a, axis, b=b, keepdims=keepdims, return_sign=return_sign)


def _is_numpys(x):
    """Whether it is an array or a number of NumPy's or Python's; `fastact`'s functions know the others."""
    return isinstance(x, (np.ndarray, np.generic, bool, int, float, list, tuple))


def _numbers(x):
    """An array, of float64 where it would be of bool."""
    if not _is_numpys(x):
        return x
    x = np.asanyarray(x)
    return x.astype(np.float64) if x.dtype == bool else x


def _common(a, b):
    """The array `a` in the type that it has together with `b`, where Python's numbers have none; integers are float64."""
    values = (a,) if b is None else (a, b)
    dtype = np.result_type(*(value if type(value) in (int, float) else np.asanyarray(value) for value in values))
    return np.asanyarray(a).astype(np.float64 if dtype.kind in "biu" else dtype, copy=False)
