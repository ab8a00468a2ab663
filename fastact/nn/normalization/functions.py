"""Layer, RMS and batch normalisation of arrays, and their backward forms: any axes, as the layouts that the kernels take."""

import math
from functools import lru_cache

import numpy as np

from fastact._core.loops.normalization import BACKWARD, BATCH, FORWARD, INFERENCE, LAYER, RMS
from fastact._core.ufuncs import built
from fastact.functions.arguments import axes_of, check_real, checked, computed_type, spread
from fastact.functions.foreign.rule import PLAIN, WRAPPED, kind_of, spelled
from fastact.nn.normalization.groups import Groups, Rows, parts_of
from fastact.nn.public import public

normalize = built.normalizer


@public
def layer_norm(x, gamma=None, beta=None, axis=-1, epsilon=1e-5, *, out=None):
    """Layer normalisation: ``(x - mean)/sqrt(var + epsilon)*gamma + beta``, mean and variance over `axis`.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers as `numpy.exp` takes them.
    gamma, beta : array_like, optional
        Of the shape that `x` has along `axis`, its axes in the order of those of `x`; 1 and 0 by default.
    axis : int, tuple of int or None, default -1
        What is averaged over; None takes all axes.
    epsilon : float, default 1e-5
        Added to the variance; at least 0.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.

    Returns
    -------
    ndarray
        Of the shape of `x`, in the type to which those of the arrays promote.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an array is complex, text or an object, or of a type that is none of NumPy's.
    ValueError
        If `gamma`, `beta` or `out` have another shape, or `epsilon` is negative.

    See Also
    --------
    layer_norm_backward : its gradients.
    rms_norm : without the mean.

    Notes
    -----
    The variance is that of all n elements (divided by n).  It is formed in twice the digits of the type, less the mean where
    that is large: its error is below 2 units in the last place also for means of 10^4 standard deviations, and it is never
    negative.  A row of equal elements becomes exactly `beta`.  Neither large nor small elements overflow on the way.

    References
    ----------
    J. L. Ba, J. R. Kiros, G. E. Hinton, "Layer normalization", 2016.

    Examples
    --------
    >>> from fastact import nn
    >>> print(nn.layer_norm([[1.0, 2.0, 3.0], [2.0, 2.0, 2.0]], beta=[0.0, 0.0, 1.0]))
    [[-1.22473569  0.          2.22473569]
     [ 0.          0.          1.        ]]
    """
    return _rows(LAYER, x, {"gamma": gamma, "beta": beta}, axis, epsilon, out)


@public
def layer_norm_backward(dy, x, gamma=None, axis=-1, epsilon=1e-5, *, out=None):
    """The gradients of `layer_norm` at its input, `gamma` and `beta`.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `x`.
    x, gamma, axis, epsilon
        As for `layer_norm`.
    out : ndarray, optional
        For dx: of the shape of `x`, with any strides; may be `dy` or `x`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dgamma, dbeta : ndarray
        Of the shape that `x` has along `axis`: sums over all other axes, also where `gamma` is not given.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `layer_norm`; ValueError too if `dy` does not broadcast to the shape of `x`.

    Notes
    -----
    With g = dy*gamma and xhat the normalised x, dx is ``(g - mean(g) - xhat*mean(g*xhat))/sqrt(var + epsilon)``.  Sums over
    rows are made in chunks of at most 64 rows, whatever the number of threads, and these are added in twice the digits.

    References
    ----------
    As for `layer_norm`.

    Examples
    --------
    >>> from fastact import nn
    >>> dx, dgamma, dbeta = nn.layer_norm_backward([[1.0, 0.0]], [[0.0, 2.0]], epsilon=0.0)
    >>> print(dx, dgamma, dbeta)
    [[0. 0.]] [-1.  0.] [1. 0.]
    """
    return _rows_backward(LAYER, dy, x, gamma, axis, epsilon, out)


@public
def rms_norm(x, gamma=None, axis=-1, epsilon=1e-6, *, out=None):
    """Root mean square normalisation: ``x/sqrt(mean(x**2) + epsilon)*gamma``, the mean over `axis`.

    Parameters
    ----------
    x, gamma, axis, out
        As for `layer_norm`.
    epsilon : float, default 1e-6
        Added to the mean of squares; at least 0.

    Returns
    -------
    ndarray
        Of the shape of `x`, in the type to which those of the arrays promote.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `layer_norm`.

    See Also
    --------
    rms_norm_backward : its gradients.

    References
    ----------
    B. Zhang, R. Sennrich, "Root mean square layer normalization", NeurIPS 2019.

    Examples
    --------
    >>> from fastact import nn
    >>> print(nn.rms_norm([3.0, 4.0], epsilon=0.0))
    [0.84852814 1.13137085]
    """
    return _rows(RMS, x, {"gamma": gamma}, axis, epsilon, out)


@public
def rms_norm_backward(dy, x, gamma=None, axis=-1, epsilon=1e-6, *, out=None):
    """The gradients of `rms_norm` at its input and at `gamma`.

    Parameters
    ----------
    dy, out
        As for `layer_norm_backward`.
    x, gamma, axis, epsilon
        As for `rms_norm`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dgamma : ndarray
        Of the shape that `x` has along `axis`.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `layer_norm_backward`.

    References
    ----------
    As for `rms_norm`.

    Examples
    --------
    >>> from fastact import nn
    >>> dx, dgamma = nn.rms_norm_backward([1.0, 1.0], [1.0, 1.0], epsilon=0.0)
    >>> print(dx, dgamma)
    [0. 0.] [1. 1.]
    """
    return _rows_backward(RMS, dy, x, gamma, axis, epsilon, out)[:2]


@public
def batch_norm(x, gamma=None, beta=None, mean=None, var=None, axis=0, training=True, momentum=0.9, epsilon=1e-5, *, out=None):
    """Batch normalisation: ``(x - mean)/sqrt(var + epsilon)*gamma + beta``, mean and variance over `axis`.

    Parameters
    ----------
    x : array_like
        At least one axis; types as for `layer_norm`.
    gamma, beta : array_like, optional
        Of the shape that `x` has along all other axes, those that are not averaged over; 1 and 0 by default.
    mean, var : ndarray, optional
        The running statistics, of the same shape: in training they are updated in place, and without training they take the
        place of those of `x`.
    axis : int, tuple of int or None, default 0
        What is averaged over: 0 for rows of features, (0, 2, 3) for images whose channels are axis 1.
    training : bool, default True
        Whether `x` is normalised by its own statistics.
    momentum : float, default 0.9
        The part of the running statistics that is kept, from 0 to 1: ``mean = momentum*mean + (1 - momentum)*mean(x)``, and
        the variance likewise.  (PyTorch's momentum is what this leaves to 1.)
    epsilon : float, default 1e-5
        Added to the variance; at least 0.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.

    Returns
    -------
    ndarray
        Of the shape of `x`, in the type to which those of `x`, `gamma` and `beta` promote.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an array is complex, text or an object, or the running statistics are no arrays of floating-point numbers.
    ValueError
        If an array has another shape, one of the running statistics is given without the other, or neither without training,
        or a number is out of range.  Nothing is changed then.

    See Also
    --------
    batch_norm_backward : its gradients, in training.

    Notes
    -----
    Moments as in `layer_norm`.  `x` is normalised by the variance that is divided by n, and the running one is updated by that
    divided by n - 1, as PyTorch does (Keras divides both by n).  A single element for each mean leaves the running statistics
    alone.

    References
    ----------
    S. Ioffe, C. Szegedy, "Batch normalization: accelerating deep network training by reducing internal covariate shift", ICML
    2015.

    Examples
    --------
    >>> import numpy as np
    >>> from fastact import nn
    >>> x, mean, var = np.array([[1.0], [2.0], [3.0], [4.0]]), np.zeros(1), np.ones(1)
    >>> y = nn.batch_norm(x, mean=mean, var=var)
    >>> print(mean, var)
    [0.25] [1.06666667]
    """
    if _is_channels(axis, x) and type(epsilon) is float and type(momentum) is float:
        direction = FORWARD if training else INFERENCE
        made = normalize.channels_at_once(x, None, gamma, beta, mean, var, momentum, epsilon, out, direction)
        if made is not None:
            return made
    x = _operand("x", x)
    axes = axes_of(x.ndim, axis)
    given = {"gamma": gamma, "beta": beta}
    rest = tuple(k for k in range(x.ndim) if k not in axes)
    shape = tuple(x.shape[k] for k in rest)
    given = {name: _parameter(name, value, shape) for name, value in given.items()}
    kind, dtype = _types(x, *given.values())
    epsilon, momentum = _number("epsilon", epsilon, math.inf), _number("momentum", momentum, 1.0)
    running = _running(mean, var, shape, bool(training))
    out = checked(out, x.shape, kind)
    view = Groups(x, axes, rest, dtype)
    moments = np.empty((2, view.shape[1]))
    target = view.target(out, x, *running, *given.values())
    if not training:
        moments[...] = [of.ravel() for of in running]
    if x.size:
        values = [None if value is None else np.require(value, dtype, "CA").ravel() for value in given.values()]
        normalize(BATCH, view.array, target, epsilon, *values, first=moments[0], second=moments[1], given=not training)
    n = view.shape[0] * view.shape[2]
    if training and running and n > 1:
        moments[1] *= n / (n - 1)
        for now, new in zip(running, moments):
            now += (1 - momentum) * (new.reshape(shape) - now)
    return view.result(target, kind, out)


@public
def batch_norm_backward(dy, x, gamma=None, axis=0, epsilon=1e-5, *, out=None):
    """The gradients of `batch_norm` in training, at its input, `gamma` and `beta`.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `x`.
    x, gamma, axis, epsilon
        As for `batch_norm`.
    out : ndarray, optional
        For dx: of the shape of `x`, with any strides; may be `dy` or `x`.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dgamma, dbeta : ndarray
        Of the shape that `x` has along the axes that are not averaged over, also where `gamma` is not given.

    Raises
    ------
    numpy.exceptions.AxisError, TypeError, ValueError
        As `batch_norm`; ValueError too if `dy` does not broadcast to the shape of `x`.

    Notes
    -----
    With xhat the normalised x, dx is ``gamma*(dy - mean(dy) - xhat*mean(dy*xhat))/sqrt(var + epsilon)``.

    References
    ----------
    As for `batch_norm`.

    Examples
    --------
    >>> from fastact import nn
    >>> dx, dgamma, dbeta = nn.batch_norm_backward([[1.0], [0.0], [0.0]], [[0.0], [1.0], [2.0]], epsilon=0.0)
    >>> print(dgamma, dbeta)
    [-1.22474487] [1.]
    """
    if _is_channels(axis, x) and type(epsilon) is float and dy is not None:
        made = normalize.channels_at_once(x, dy, gamma, None, None, None, 0.0, epsilon, out, BACKWARD)
        if made is not None:
            dx, dgamma, dbeta = made
            return dx, dgamma.astype(dx.dtype, copy=False), dbeta.astype(dx.dtype, copy=False)
    dy, x = _operand("dy", dy), _operand("x", x)
    axes = axes_of(x.ndim, axis)
    rest = tuple(k for k in range(x.ndim) if k not in axes)
    shape = tuple(x.shape[k] for k in rest)
    gamma = _parameter("gamma", gamma, shape)
    dy = _gradient(dy, x)
    kind, dtype = _types(dy, x, gamma)
    epsilon, out = _number("epsilon", epsilon, math.inf), checked(out, x.shape, kind)
    view, gradient = Groups(x, axes, rest, dtype), Groups(dy, axes, rest, dtype)
    sums = np.zeros((2, view.shape[1]))
    target = view.target(out, x, dy, gamma)
    if x.size:
        value = None if gamma is None else np.require(gamma, dtype, "CA").ravel()
        normalize(BATCH, view.array, target, epsilon, value, dy=gradient.array, first=sums[0], second=sums[1])
    with np.errstate(all="ignore"):
        dgamma, dbeta = (of.reshape(shape).astype(kind) for of in sums)
    return view.result(target, kind, out), dgamma, dbeta


# ---- along which axes -------------------------------------------------------------------------------------------------------


def _is_channels(axis, x):
    """Whether all axes but the second are averaged over."""
    ndim = getattr(x, "ndim", 0)
    return (ndim == 2 and type(axis) is int and axis == 0) or (ndim > 2 and axis == (0, *range(2, ndim)))


def _is_last(axis, epsilon):
    return type(axis) is int and axis == -1 and type(epsilon) is float


def _rows(kernel, x, parameters, axis, epsilon, out):
    if _is_last(axis, epsilon):
        made = normalize.rows_at_once(kernel, x, None, parameters["gamma"], parameters.get("beta"), epsilon, out)
        if made is not None:
            return made
    x = _operand("x", x)
    axes = tuple(sorted(axes_of(x.ndim, axis)))
    shape = tuple(x.shape[k] for k in axes)
    given = {name: _parameter(name, value, shape) for name, value in parameters.items()}
    kind, dtype = _types(x, *given.values())
    epsilon, out = _number("epsilon", epsilon, math.inf), checked(out, x.shape, kind)
    view = Rows(x, axes, dtype)
    target = view.target(out, x, *given.values())
    if x.size:
        initial = {"gamma": 1, "beta": 0}
        values = [_elements(value, initial[name], view.shape[2], dtype) for name, value in given.items()]
        normalize(kernel, view.array, target, epsilon, *values)
    return view.result(target, kind, out)


def _rows_backward(kernel, dy, x, gamma, axis, epsilon, out):
    if _is_last(axis, epsilon) and dy is not None:
        made = normalize.rows_at_once(kernel, x, dy, gamma, None, epsilon, out)
        if made is not None:
            return made
    dy, x = _operand("dy", dy), _operand("x", x)
    axes = tuple(sorted(axes_of(x.ndim, axis)))
    shape = tuple(x.shape[k] for k in axes)
    gamma, dy = _parameter("gamma", gamma, shape), _gradient(dy, x)
    kind, dtype = _types(dy, x, gamma)
    epsilon, out = _number("epsilon", epsilon, math.inf), checked(out, x.shape, kind)
    view, gradient = Rows(x, axes, dtype), Rows(dy, axes, dtype)
    target = view.target(out, x, dy, gamma)
    sums = np.zeros((2, view.shape[2]), dtype)
    if x.size:
        value = _elements(gamma, 1, view.shape[2], dtype)
        sums = normalize(kernel, view.array, target, epsilon, value, dy=gradient.array)[:, : view.shape[2]]
    with np.errstate(all="ignore"):
        dgamma, dbeta = (of.reshape(shape).astype(kind) for of in sums)
    return view.result(target, kind, out), dgamma, dbeta


# ---- with given moments -----------------------------------------------------------------------------------------------------


def fold(gamma, beta, mean, var, epsilon, dtype):
    """The mean, the inverse and the shift of ``(x - mean)*inverse + shift``, in the type of x: the mean as that has it, and
    what it lacks in the shift."""
    mean, var = np.asarray(mean, np.float64), np.asarray(var, np.float64)
    scale = 1 / np.sqrt(var + epsilon)
    if gamma is not None:
        scale = scale * gamma
    rounded = mean.astype(dtype)
    shift = (rounded - mean) * scale
    if beta is not None:
        shift += beta
    return rounded, scale.astype(dtype), shift.astype(dtype)


def scale_act(name, x, factors, rest, out=None, parameters=()):
    """An activation of ``(x - mean)*inverse + shift`` in one pass; the factors are of the axes `rest` of x, in their order."""
    shape = x.shape
    before, between, after = parts_of(shape, rest)
    if between and x.flags.c_contiguous and (out is None or out.flags.c_contiguous):
        shape = (before, between, after) if after > 1 else (before, between)
        factors = [factor.ravel() for factor in factors]
        factors = [np.broadcast_to(factor[:, None], shape) if after > 1 else factor for factor in factors]
    else:
        wide = [n if k in rest else 1 for k, n in enumerate(shape)]
        factors = [np.broadcast_to(factor.reshape(wide), shape) for factor in factors]
    parameters = [spread(np.asarray(value, x.dtype), shape) for value in parameters]
    y = built.scaled[name](x.reshape(shape), *factors, *parameters, out=None if out is None else out.reshape(shape))
    return y.reshape(x.shape) if out is None else out


# ---- arguments --------------------------------------------------------------------------------------------------------------


def _operand(name, value):
    """An array of real numbers; those of other libraries are refused, as an axis may mean something else there."""
    if kind_of(type(value)) not in (PLAIN, WRAPPED) or isinstance(value, np.ma.MaskedArray):
        raise TypeError(f"{name} must be an array of NumPy's or what it makes one of, not {spelled(value)}")
    value = np.asarray(value)
    kind = computed_type(name, value)
    if value.ndim == 0:
        raise ValueError(f"{name} must have at least one axis")
    return value if value.dtype == kind else value.astype(kind)


def _gradient(dy, x):
    try:
        return np.broadcast_to(dy, x.shape)
    except ValueError:
        raise ValueError(f"dy has shape {dy.shape}, which does not broadcast to that of x, {x.shape}") from None


def _parameter(name, value, shape):
    if value is None:
        return None
    value = np.asarray(value)
    computed_type(name, value)
    if value.shape != shape:
        raise ValueError(f"{name} must have the shape {shape}, not {value.shape}")
    return value


def _types(*arrays):
    """The type of the results, and the one that is computed in."""
    kind = np.result_type(*(computed_type("x", array) for array in arrays if array is not None))
    return kind, np.dtype(np.float64 if kind == np.float64 else np.float32)


def _number(name, value, most):
    check_real(name, value)
    if not 0 <= value <= most or value == math.inf:
        raise ValueError(f"{name} must be {'at least 0' if most == math.inf else f'from 0 to {most:g}'}, got {value!r}")
    return float(value)


def _running(mean, var, shape, training):
    if mean is None and var is None and training:
        return ()
    for name, value in {"mean": mean, "var": var}.items():
        if value is None:
            raise ValueError(f"{name} must be given too" if training else f"{name} must be given where training is False")
        if not isinstance(value, np.ndarray) or not np.can_cast(np.float16, value.dtype, "same_kind"):
            raise TypeError(f"{name} must be an array of floating-point numbers, not {_described(value)}")
        if value.shape != shape:
            raise ValueError(f"{name} must have the shape {shape}, not {value.shape}")
        if training and not value.flags.writeable:
            raise ValueError(f"{name} must be an array that can be written to, but is read-only")
    if training and np.may_share_memory(mean, var):
        raise ValueError("mean and var must not share memory")
    return mean, var


def _described(value):
    return f"one of {value.dtype}" if isinstance(value, np.ndarray) else type(value).__name__


def _elements(value, initial, n, dtype):
    return _constant(initial, n, dtype) if value is None else np.require(value, dtype, "CA").ravel()


@lru_cache(maxsize=64)
def _constant(value, n, dtype):
    made = np.full(n, value, dtype)
    made.flags.writeable = False
    return made
