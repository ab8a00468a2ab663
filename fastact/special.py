"""SciPy's names with SciPy's arguments: `from fastact.special import expit, logsumexp` in the place of `scipy.special`."""

import numpy as np

from fastact._core.table_functions import log_sigmoid as log_expit
from fastact._core.table_functions import logit
from fastact._core.table_functions import sigmoid as expit
from fastact.functions.logsumexp import logsumexp as _logsumexp
from fastact.functions.softmax import log_softmax as _log_softmax
from fastact.functions.softmax import softmax as _softmax

__all__ = ["expit", "log_expit", "log_softmax", "logit", "logsumexp", "softmax"]


def softmax(x, axis=None):
    """`fastact.softmax`, over all axes where none is named, as `scipy.special.softmax`.

    Parameters
    ----------
    x : array_like
        Any shape; floating-point types as for `fastact.softmax`; integers and bool are float64.
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
    The error is that of `fastact.softmax`; integers and bool are float64, as in SciPy.

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
    return _softmax(_wide(x), axis)


def log_softmax(x, axis=None):
    """`fastact.log_softmax`, over all axes where none is named, as `scipy.special.log_softmax`.

    Parameters
    ----------
    x : array_like
        Any shape; floating-point types as for `fastact.softmax`; integers and bool are float64.
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
    The error is that of `fastact.log_softmax`; integers and bool are float64, as in SciPy.

    References
    ----------
    P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

    Examples
    --------
    >>> from fastact.special import log_softmax
    >>> log_softmax([0.0, 0.0]).round(3)
    array([-0.693, -0.693])
    """
    return _log_softmax(_wide(x), axis)


def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    """`fastact.logsumexp`, over all axes where none is named, as `scipy.special.logsumexp`.

    Parameters
    ----------
    a : array_like
        Any shape; floating-point types as for `fastact.softmax`; integers and bool are float64.
    axis : int, tuple of int or None, default None
        The axis or axes to sum over; None takes them all.
    b : array_like, optional
        Factors of the exponentials, of any sign.
    keepdims : bool, default False
        Whether the axes stay in the result with length 1.
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
    The error is that of `fastact.logsumexp`; integers and bool are float64, as in SciPy.

    References
    ----------
    P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

    Examples
    --------
    >>> from fastact.special import logsumexp
    >>> float(logsumexp([[1000.0], [1000.0]]))
    1000.6931471805599
    """
    return _logsumexp(_wide(a), axis, b=b, keepdims=keepdims, return_sign=return_sign)


def _wide(x):
    """Integers and bool are float64 in SciPy."""
    x = np.asanyarray(x)
    return x.astype(np.float64) if x.dtype.kind in "biu" else x
