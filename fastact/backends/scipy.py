"""`scipy.special`: six functions, of float32 and float64 arrays, by `fastact.special`, which has SciPy's arguments."""

from fastact import special
from fastact.backends.conditions import alike, floats, is_axis, ufunc_call
from fastact.backends.patch import OPTION, Function, Library

# The least numbers of float32 and float64 elements that are served: below them SciPy's own is faster.
LEAST = {
    "expit": (1, 1),
    "log_expit": (1, 1),
    "logit": (1, 1),
    "softmax": (1, 1),
    "log_softmax": (1, 1),
    "logsumexp": (1, 1),
}


def along_axis(least):
    """The condition of softmax and its logarithm."""

    def takes(x, axis=None):
        return floats(x, least) or (None if is_axis(axis) else OPTION)

    return takes


def takes_logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    return floats(a, LEAST["logsumexp"]) or alike(a, b) or (None if is_axis(axis) else OPTION)


def rows():
    """What is in the place of SciPy's functions."""
    takes = {name: ufunc_call(LEAST[name]) for name in ("expit", "log_expit", "logit")}
    takes |= {name: along_axis(LEAST[name]) for name in ("softmax", "log_softmax")} | {"logsumexp": takes_logsumexp}
    return [Function("scipy.special", name, takes[name], getattr(special, name)) for name in LEAST]


LIBRARY = Library("scipy", "scipy", ("1.17", "1.18"), rows)
