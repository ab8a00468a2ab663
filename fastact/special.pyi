# Made by `python -m fastact.lab.write_stubs`: SciPy's names with their types.
#
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
from types import EllipsisType
from typing import Any, Literal, Unpack, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fastact import _Array, _Axis, _Bool, _D, _DTypeOf, _Exact, _F, _K, _L, _M, _Nested, _Operand, _Options, _Out, _Reals, _Scalar, _U

__all__ = ["expit", "log_expit", "log_softmax", "logit", "logsumexp", "softmax"]

class _UnaryWide(np.ufunc):  # type: ignore[misc]  # pyright: ignore
    @overload
    def __call__(self, x: _Operand, /, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, out: None = None, *, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: np.float32, /, out: None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> np.float32: ...
    @overload
    def __call__(self, x: float | np.float16 | np.float64 | np.integer[Any] | np.bool, /, out: None = None, *,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, out: None = None, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, out: None = None, *, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, out: EllipsisType | None = None, *, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Array[np.float32], /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float32]: ...
    @overload
    def __call__(self, x: _Array[np.float16 | np.float64 | np.integer[Any] | np.bool] | _Nested[float], /,
        out: EllipsisType | None = None, *, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, out: EllipsisType | None = None, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

expit: _UnaryWide
"""expit(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

`scipy.special.expit`: ``1/(1 + exp(-x))``, the `numpy.ufunc` `fastact.sigmoid` in SciPy's types.

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
fastact.sigmoid : the same, of float16 in float16.

Notes
-----
The error is that of `fastact.sigmoid`.

References
----------
P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

Examples
--------
>>> import numpy as np
>>> from fastact.special import expit
>>> expit(np.float16(0.25)).dtype
dtype('float64')
"""

log_expit: _UnaryWide
"""log_expit(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

`scipy.special.log_expit`: ``-log1p(exp(-x))``, the `numpy.ufunc` `fastact.log_sigmoid` in SciPy's types.

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
fastact.log_sigmoid : the same, of float16 in float16.

Notes
-----
The error is that of `fastact.log_sigmoid`.

References
----------
P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

Examples
--------
>>> import numpy as np
>>> from fastact.special import log_expit
>>> log_expit(np.float16(0.25)).dtype
dtype('float64')
"""

@overload
def log_softmax(x: _F, axis: _Axis = None) -> _F:
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
@overload
def log_softmax(x: float, axis: _Axis = None) -> np.float64: ...
@overload
def log_softmax(x: _Scalar, axis: _Axis = None) -> np.floating[Any]: ...
@overload
def log_softmax(x: _K, axis: _Axis = None) -> _K: ...
@overload
def log_softmax(x: _M, axis: _Axis = None) -> _M: ...
@overload
def log_softmax(x: _Array[_F], axis: _Axis = None) -> NDArray[_F]: ...
@overload
def log_softmax(x: _Nested[float], axis: _Axis = None) -> NDArray[np.float64]: ...
@overload
def log_softmax(x: _Exact, axis: _Axis = None) -> NDArray[np.floating[Any]]: ...

logit: _UnaryWide
"""logit(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

`scipy.special.logit`: ``log(x/(1 - x))``, the `numpy.ufunc` `fastact.logit` in SciPy's types.

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
fastact.logit : the same, of float16 in float16.

Notes
-----
The error is that of `fastact.logit`.

References
----------
P. Virtanen et al., "SciPy 1.0: fundamental algorithms for scientific computing in Python", Nature Methods, 2020.

Examples
--------
>>> import numpy as np
>>> from fastact.special import logit
>>> logit(np.float16(0.25)).dtype
dtype('float64')
"""

@overload
def logsumexp(a: _L, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False,
    return_sign: Literal[False] = False) -> _L:
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
@overload
def logsumexp(a: _L, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, *,
    return_sign: Literal[True]) -> tuple[_L, _L]: ...
@overload
def logsumexp(a: _K, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False,
    return_sign: Literal[False] = False) -> Any: ...
@overload
def logsumexp(a: _K, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, *,
    return_sign: Literal[True]) -> tuple[Any, Any]: ...
@overload
def logsumexp(a: _Array[_F] | _F, axis: None = None, b: _Array[_F] | _F | float | None = None, keepdims: Literal[False] = False,
    return_sign: Literal[False] = False) -> _F: ...
@overload
def logsumexp(a: _Array[_F] | _F, axis: _Axis = None, b: _Array[_F] | _F | float | None = None, *, keepdims: Literal[True],
    return_sign: Literal[False] = False) -> NDArray[_F]: ...
@overload
def logsumexp(a: _Array[_F] | _F, axis: _Axis = None, b: _Array[_F] | _F | float | None = None, keepdims: _Bool = False,
    return_sign: Literal[False] = False) -> NDArray[_F] | _F: ...
@overload
def logsumexp(a: _Array[_F] | _F, axis: _Axis = None, b: _Array[_F] | _F | float | None = None, keepdims: _Bool = False, *,
    return_sign: Literal[True]) -> tuple[NDArray[_F] | _F, NDArray[_F] | _F]: ...
@overload
def logsumexp(a: _Reals, axis: None = None, b: ArrayLike | None = None, keepdims: Literal[False] = False,
    return_sign: Literal[False] = False) -> np.floating[Any]: ...
@overload
def logsumexp(a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, *, keepdims: Literal[True],
    return_sign: Literal[False] = False) -> NDArray[np.floating[Any]]: ...
@overload
def logsumexp(a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False,
    return_sign: Literal[False] = False) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
@overload
def logsumexp(a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False, *,
    return_sign: Literal[True]) -> tuple[NDArray[np.floating[Any]] | np.floating[Any],
    NDArray[np.floating[Any]] | np.floating[Any]]: ...
@overload
def logsumexp(a: _Reals, axis: _Axis = None, b: ArrayLike | None = None, keepdims: _Bool = False,
    return_sign: _Bool = False) -> NDArray[np.floating[Any]] | np.floating[Any] | tuple[NDArray[np.floating[Any]] | np.floating[Any],
    NDArray[np.floating[Any]] | np.floating[Any]]: ...

@overload
def softmax(x: _F, axis: _Axis = None) -> _F:
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
@overload
def softmax(x: float, axis: _Axis = None) -> np.float64: ...
@overload
def softmax(x: _Scalar, axis: _Axis = None) -> np.floating[Any]: ...
@overload
def softmax(x: _K, axis: _Axis = None) -> _K: ...
@overload
def softmax(x: _M, axis: _Axis = None) -> _M: ...
@overload
def softmax(x: _Array[_F], axis: _Axis = None) -> NDArray[_F]: ...
@overload
def softmax(x: _Nested[float], axis: _Axis = None) -> NDArray[np.float64]: ...
@overload
def softmax(x: _Exact, axis: _Axis = None) -> NDArray[np.floating[Any]]: ...
