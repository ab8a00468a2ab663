# Made by `python -m fastact.lab.write_stubs`: SciPy's names with their types.
#
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
from typing import Any, Literal, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fastact import _Array, _Axis, _Bool, _Exact, _F, _K, _Labelled, _Lazy, _Nested, _Reals, _S, _Scalar
from fastact import sigmoid as expit
from fastact import log_sigmoid as log_expit
from fastact import logit as logit

__all__ = ["expit", "log_expit", "log_softmax", "logit", "logsumexp", "softmax"]

@overload
def log_softmax(x: _F, axis: _Axis = None) -> _F:
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
@overload
def log_softmax(x: float, axis: _Axis = None) -> np.float64: ...
@overload
def log_softmax(x: _Scalar, axis: _Axis = None) -> np.floating[Any]: ...
@overload
def log_softmax(x: np.ma.MaskedArray[_S, np.dtype[_F]], axis: _Axis = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def log_softmax(x: _Array[_F], axis: _Axis = None) -> NDArray[_F]: ...
@overload
def log_softmax(x: _K, axis: _Axis = None) -> _K: ...
@overload
def log_softmax(x: _Nested[float], axis: _Axis = None) -> NDArray[np.float64]: ...
@overload
def log_softmax(x: _Exact, axis: _Axis = None) -> NDArray[np.floating[Any]]: ...

@overload
def logsumexp(
    a: _Array[_F] | _F, axis: None = None, b: _Array[_F] | _F | float | None = None, keepdims: Literal[False] = False,
    return_sign: Literal[False] = False,
) -> _F:
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
@overload
def logsumexp(
    a: _Array[_F] | _F, axis: _Axis = None, b: _Array[_F] | _F | float | None = None, *, keepdims: Literal[True],
    return_sign: Literal[False] = False,
) -> NDArray[_F]: ...
@overload
def logsumexp(
    a: _Array[_F] | _F, axis: _Axis = None, b: _Array[_F] | _F | float | None = None, keepdims: _Bool = False,
    return_sign: Literal[False] = False,
) -> NDArray[_F] | _F: ...
@overload
def logsumexp(
    a: _Array[_F] | _F, axis: _Axis = None, b: _Array[_F] | _F | float | None = None, keepdims: _Bool = False, *,
    return_sign: Literal[True],
) -> tuple[NDArray[_F] | _F, NDArray[_F] | _F]: ...
@overload
def logsumexp(
    a: _Labelled | _Lazy, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False,
    return_sign: Literal[False] = False,
) -> Any: ...
@overload
def logsumexp(
    a: _Labelled | _Lazy, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, *,
    return_sign: Literal[True],
) -> tuple[Any, Any]: ...
@overload
def logsumexp(
    a: _Reals, axis: None = None, b: ArrayLike | None = None, keepdims: Literal[False] = False,
    return_sign: Literal[False] = False,
) -> np.floating[Any]: ...
@overload
def logsumexp(
    a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, *, keepdims: Literal[True], return_sign: Literal[False] = False,
) -> NDArray[np.floating[Any]]: ...
@overload
def logsumexp(
    a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, return_sign: Literal[False] = False,
) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
@overload
def logsumexp(
    a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, *, return_sign: Literal[True],
) -> tuple[NDArray[np.floating[Any]] | np.floating[Any], NDArray[np.floating[Any]] | np.floating[Any]]: ...
@overload
def logsumexp(
    a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, return_sign: _Bool = False,
) -> NDArray[np.floating[Any]] | np.floating[Any] | tuple[NDArray[np.floating[Any]] | np.floating[Any], NDArray[np.floating[Any]] | np.floating[Any]]: ...

@overload
def softmax(x: _F, axis: _Axis = None) -> _F:
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
@overload
def softmax(x: float, axis: _Axis = None) -> np.float64: ...
@overload
def softmax(x: _Scalar, axis: _Axis = None) -> np.floating[Any]: ...
@overload
def softmax(x: np.ma.MaskedArray[_S, np.dtype[_F]], axis: _Axis = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def softmax(x: _Array[_F], axis: _Axis = None) -> NDArray[_F]: ...
@overload
def softmax(x: _K, axis: _Axis = None) -> _K: ...
@overload
def softmax(x: _Nested[float], axis: _Axis = None) -> NDArray[np.float64]: ...
@overload
def softmax(x: _Exact, axis: _Axis = None) -> NDArray[np.floating[Any]]: ...
