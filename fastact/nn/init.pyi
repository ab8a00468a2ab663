# Made by `python -m fastact.lab.write_stubs`: the public names of fastact.nn.init with their types.
from collections.abc import Callable, Sequence
from typing import Any, Literal, SupportsIndex, TypeVar, overload

import numpy as np
from numpy.typing import DTypeLike, NDArray

from fastact import _Real

__all__ = [
    "constant", "gain", "get", "glorot_normal", "glorot_truncated", "glorot_uniform", "he_normal", "he_truncated", "he_uniform",
    "lecun_normal", "lecun_truncated", "lecun_uniform", "normal", "ones", "orthogonal", "truncated_normal", "uniform", "zeros",
]

_C = TypeVar("_C", bound=Callable[..., Any])

def constant(
    shape: SupportsIndex | Sequence[SupportsIndex],
    value: _Real = 0.0,
    *,
    rng: np.random.Generator | int | np.integer[Any] | None = None,
    dtype: DTypeLike = np.float32,
) -> NDArray[Any]:
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

def gain(
    name: str | Callable[..., Any],
    mode: Literal["forward", "backward"] = 'forward',
    **parameters: _Real,
) -> float:
    """What weights are multiplied by so that an activation keeps the size of its inputs: ``E[f(z)^2]^(-1/2)``.

    z is a standard normal number.  With weights of variance gain^2/inputs, inputs of mean square 1 and a bias of 0, the next
    layer's inputs have mean square 1 again.  With ``mode="backward"`` it is ``E[f'(z)^2]^(-1/2)``, and gradients keep their
    size.

    Parameters
    ----------
    name : str or callable
        Any activation of the table, by any name that `fastact.get` knows, or the function itself.  Or any function of arrays,
        for ``mode="forward"``: that of a derivative is the backward gain.
    mode : {"forward", "backward"}, default "forward"
    **parameters : float
        Those of the activation.

    Returns
    -------
    float
        With a relative error below 1e-12.

    Raises
    ------
    TypeError
        If `name` is neither a string nor a callable, or a parameter is missing, unknown or not a real number.
    ValueError
        If there is no such activation; if it is none of one number (crelu, maxout, softmax, gated units) or draws its slopes
        (rrelu); if a parameter does not fulfil its condition; or if the moment is 0 (the derivative of binary_step) or not
        finite (logit and thin_plate, which have no value for negative numbers).

    Notes
    -----
    The moment is the second one, not the variance, and computed, not set by hand: `torch.nn.init.calculate_gain` has 5/3 for
    tanh and 1 for sigmoid where these are 1.5925 and 1.8462.  docs/gains.md has all.  It is an integral over [-39, 39], outside
    of which the normal density is 0 in float64.

    References
    ----------
    K. He et al., "Delving deep into rectifiers", 2015; G. Klambauer et al., "Self-normalizing neural networks", 2017, where it
    is 1 for selu.

    Examples
    --------
    >>> from fastact.nn import init
    >>> f"{init.gain('tanh'):.8f} {init.gain('gelu'):.8f}"
    '1.59253742 1.53353044'
    >>> f"{init.gain('relu', 'backward')**2:.12f}"
    '2.000000000000'
    """

@overload
def get(
    name: str,
) -> Callable[..., NDArray[Any]]:
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
@overload
def get(
    name: _C,
) -> _C: ...

def glorot_normal(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
    """Normal numbers of mean 0 and variance gain^2/fan, the fan being ``(inputs + outputs)/2``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default 1
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
    X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.glorot_normal((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0010'
    """

def glorot_truncated(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
    """Normal numbers cut at two standard deviations, of mean 0 and variance gain^2/fan, the fan being ``(inputs + outputs)/2``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default 1
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
    X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.glorot_truncated((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0010'
    """

def glorot_uniform(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
    """Uniform numbers of mean 0 and variance gain^2/fan, the fan being ``(inputs + outputs)/2``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default 1
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
    X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.glorot_uniform((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0010'
    """

def he_normal(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.4142135623730951,
) -> NDArray[Any]:
    """Normal numbers of mean 0 and variance gain^2/fan, the fan being ``inputs``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default sqrt(2)
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
    K. He et al., "Delving deep into rectifiers", 2015.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.he_normal((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0020'
    """

def he_truncated(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.4142135623730951,
) -> NDArray[Any]:
    """Normal numbers cut at two standard deviations, of mean 0 and variance gain^2/fan, the fan being ``inputs``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default sqrt(2)
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
    K. He et al., "Delving deep into rectifiers", 2015.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.he_truncated((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0020'
    """

def he_uniform(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.4142135623730951,
) -> NDArray[Any]:
    """Uniform numbers of mean 0 and variance gain^2/fan, the fan being ``inputs``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default sqrt(2)
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
    K. He et al., "Delving deep into rectifiers", 2015.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.he_uniform((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0020'
    """

def lecun_normal(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
    """Normal numbers of mean 0 and variance gain^2/fan, the fan being ``inputs``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default 1
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
    Y. LeCun et al., "Efficient BackProp", 1998.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.lecun_normal((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0010'
    """

def lecun_truncated(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
    """Normal numbers cut at two standard deviations, of mean 0 and variance gain^2/fan, the fan being ``inputs``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default 1
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
    Y. LeCun et al., "Efficient BackProp", 1998.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.lecun_truncated((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0010'
    """

def lecun_uniform(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
    """Uniform numbers of mean 0 and variance gain^2/fan, the fan being ``inputs``.

    Parameters
    ----------
    shape : tuple of int
        (inputs, outputs); the product of axes before these two multiplies both.
    rng : numpy.random.Generator or int
        What draws the numbers; or an integer, the seed of a new one.
    dtype : dtype, default float32
        A floating-point type.
    gain : float, default 1
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
    Y. LeCun et al., "Efficient BackProp", 1998.

    Examples
    --------
    >>> from fastact.nn import init
    >>> w = init.lecun_uniform((1000, 1000), rng=0)
    >>> f"{w.var():.4f}"
    '0.0010'
    """

def normal(
    shape: SupportsIndex | Sequence[SupportsIndex],
    mean: _Real = 0.0,
    std: _Real = 1.0,
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
) -> NDArray[Any]:
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

def ones(
    shape: SupportsIndex | Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any] | None = None,
    dtype: DTypeLike = np.float32,
) -> NDArray[Any]:
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

def orthogonal(
    shape: Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
    gain: _Real = 1.0,
) -> NDArray[Any]:
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

def truncated_normal(
    shape: SupportsIndex | Sequence[SupportsIndex],
    mean: _Real = 0.0,
    std: _Real = 1.0,
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
) -> NDArray[Any]:
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

def uniform(
    shape: SupportsIndex | Sequence[SupportsIndex],
    low: _Real = -1.0,
    high: _Real = 1.0,
    *,
    rng: np.random.Generator | int | np.integer[Any],
    dtype: DTypeLike = np.float32,
) -> NDArray[Any]:
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

def zeros(
    shape: SupportsIndex | Sequence[SupportsIndex],
    *,
    rng: np.random.Generator | int | np.integer[Any] | None = None,
    dtype: DTypeLike = np.float32,
) -> NDArray[Any]:
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
