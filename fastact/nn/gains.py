"""The gain of an activation: second moments of functions of a standard normal number, by adaptive Gauss-Legendre quadrature."""

import math
from functools import cache, lru_cache
from numbers import Real

import numpy as np

from fastact._core.ufuncs import activations as rows
from fastact.catalogue import activations, names

MODES = {"forward": "", "backward": "_grad"}
SMALLEST = 2.0**-1023  # whose inverse is finite
NO_GAIN = {"rrelu": "it draws its slopes; that of prelu has a slope"}


def gain(name, mode="forward", **parameters):
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
    if not isinstance(mode, str) or mode not in MODES:
        raise ValueError(f"mode must be 'forward' or 'backward', not {mode!r}")
    if isinstance(name, str):
        name = names.get(name)
    elif not callable(name):
        raise TypeError(f"name must be a string or a callable, not {type(name).__name__}")
    own = getattr(name, "__name__", "")
    if activations.function(own) is not name or own not in names.names():
        return _of_function(name, own, mode, parameters)
    if own not in (row.name for row in rows):
        raise ValueError(f"{own} has no gain: {NO_GAIN.get(own, 'it is no function of one number')}")
    for parameter, value in parameters.items():
        if not isinstance(value, Real):
            raise TypeError(f"{parameter} must be a real number, not {type(value).__name__}")
    return _of_row(own, mode, **{parameter: float(value) for parameter, value in parameters.items()})


@lru_cache(maxsize=1024)
def _of_row(name, mode, **parameters):
    row = activations.activations()[name]
    breaks = row.properties(**parameters).kinks
    given = {parameter: np.float64(value) for parameter, value in parameters.items()}
    shown = ", ".join([name, *(f"{parameter}={value:g}" for parameter, value in parameters.items())])
    derivative = row.functions[name + MODES[mode]]
    return _inverse(lambda z: derivative(z, **given), breaks, f"{'the derivative of ' * (mode == 'backward')}{shown}")


def _of_function(f, name, mode, parameters):
    if mode == "backward":
        raise ValueError("mode must be 'forward' for a function that is no activation of fastact: give its derivative instead")

    def values(z):
        y = np.asarray(f(z, **parameters))
        if y.shape != z.shape:
            raise ValueError(f"name must be a function that keeps the shape of an array: of {z.shape} it made {y.shape}")
        return y

    return _inverse(values, (), name or repr(f))


def _inverse(f, breaks, what):
    try:
        root = root_mean_square(f, breaks)
    except NotFinite:
        raise ValueError(f"the second moment of {what} is not finite, or beyond float64") from None
    if root < SMALLEST:
        raise ValueError(f"the second moment of {what} is 0")
    return 1 / root


# ---- quadrature --------------------------------------------------------------------------------------------------------------

END = 39  # the density of the normal distribution is 0 in float64 beyond
TOLERANCE = 1e-15  # of the difference between a panel and its halves, relative to the whole
MOST_PANELS = 2**17
gauss_legendre = cache(np.polynomial.legendre.leggauss)
ORDER = 20


class NotFinite(ArithmeticError):
    """The moment is infinite, undefined, or too large or narrow for float64."""


@np.errstate(all="ignore")
def root_mean_square(f, breaks=()):
    """E[f(z)^2]^(1/2) for z standard normal, with a relative error below 1e-12; NotFinite where there is none.

    Panels end at the integers and at the `breaks`, where f or a derivative may jump.  A panel whose halves add up to something
    else is halved, again and again: kinks that are not named, poles that can be integrated, and oscillation only take longer.
    """
    inside = [point for point in breaks if -END < point < END]
    edges = np.unique(np.concatenate([np.arange(-END, END + 1.0), inside]))
    scale = np.max(np.abs(_weighted(f, _nodes(edges[:-1], edges[1:]))))  # so that no square overflows or vanishes
    if scale == 0:
        return 0.0
    total = _integral(f, edges[:-1], edges[1:], scale)
    ends = (_weighted(f, np.array([-END, END], np.float64)) / scale) ** 2
    if np.any(ends > 1e-15 * total):
        raise NotFinite
    return float(scale * math.sqrt(total / math.sqrt(2 * math.pi)))


def _integral(f, left, right, scale):
    """That of the square of f(z) exp(-z^2/4)/scale over panels."""
    total, whole = 0.0, _panels(f, left, right, scale)
    while len(left) < MOST_PANELS:
        middle = left + (right - left) / 2
        lower, upper = _panels(f, left, middle, scale), _panels(f, middle, right, scale)
        halves = lower + upper
        all_now = total + np.sum(halves)
        if not all_now < math.inf:
            break
        open_ = (np.abs(halves - whole) > TOLERANCE * all_now) & (left < middle) & (middle < right)
        total += np.sum(halves[~open_])
        if not np.any(open_):
            return total
        left, middle, right = left[open_], middle[open_], right[open_]
        left, right = np.concatenate([left, middle]), np.concatenate([middle, right])
        whole = np.concatenate([lower[open_], upper[open_]])
    raise NotFinite


def _nodes(left, right):
    half = (right - left)[:, None] / 2
    return left[:, None] + half + half * gauss_legendre(ORDER)[0]


def _panels(f, left, right, scale):
    squares = (_weighted(f, _nodes(left, right)) / scale) ** 2
    return squares @ gauss_legendre(ORDER)[1] * (right - left) / 2


def _weighted(f, z):
    """f(z) exp(-z^2/4), whose square is f(z)^2 times the density, but for a constant."""
    y = np.asarray(f(z), np.float64) * np.exp(-z * z / 4)
    if not np.all(np.isfinite(y)):
        raise NotFinite
    return y
