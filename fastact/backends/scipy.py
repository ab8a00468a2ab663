"""`scipy.special`: six functions, of float32 and float64 arrays, by `fastact.special`, which has SciPy's arguments."""

from fastact import special
from fastact.backends.patch import ALWAYS, DOUBLE, OPTION, SINGLE, Declined, Function, Library, check_alike, check_axis

# The least numbers of elements that are served, where they are not all: below them SciPy's own is faster.
LEAST = {
    "expit": {SINGLE: 128, DOUBLE: 128},
    "log_expit": {SINGLE: 32, DOUBLE: 32},
    "logit": {SINGLE: 64, DOUBLE: 128},
}
UFUNC_OPTIONS = frozenset({"out", "where", "casting", "order", "subok"})  # as a ufunc has them; other types are SciPy's


def of_ufunc(ufunc):
    def serve(x, *out, **options):
        if options and not UFUNC_OPTIONS.issuperset(options):
            raise Declined(OPTION)
        return ufunc(x, *out, **options)

    return serve


def softmax(x, axis=None):
    check_axis(axis)
    return special.softmax(x, axis)


def log_softmax(x, axis=None):
    check_axis(axis)
    return special.log_softmax(x, axis)


def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    check_axis(axis)
    check_alike(a, b)
    return special.logsumexp(a, axis, b, keepdims, return_sign)


def rows():
    """What is in the place of SciPy's functions."""
    return [
        *(Function("scipy.special", name, of_ufunc(getattr(special, name)), least, (0, "x")) for name, least in LEAST.items()),
        Function("scipy.special", "softmax", softmax, ALWAYS, (0, "x")),
        Function("scipy.special", "log_softmax", log_softmax, ALWAYS, (0, "x")),
        Function("scipy.special", "logsumexp", logsumexp, ALWAYS, (0, "a")),
    ]


LIBRARY = Library("scipy", "scipy", ("1.17", "1.18"), rows)
