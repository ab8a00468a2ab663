"""Neural-network activations, their derivatives and softmax as NumPy ufuncs.

Every activation `name` is four functions: `name(x)`, `name_grad(x)`, `name_backward(dy, x)` and `name_with_grad(x)`; where
its derivative follows from its result y, it is also `name_grad_from_output(y)` and `name_backward_from_output(dy, y)`.
"""

from fastact import _ufuncs, composites
from fastact.catalogue import activations
from fastact.composites import *
from fastact.names import get
from fastact.pool import disable_pool, enable_pool, pooled, trim_pool
from fastact.runtime import __version__, show_runtime
from fastact.softmax import log_softmax, log_softmax_backward, logsumexp, softmax, softmax_backward
from fastact.sparsemax import entmax, entmax15, entmax15_backward, entmax_backward, sparsemax, sparsemax_backward
from fastact.threads import get_num_threads, num_threads, set_num_threads

globals().update(_ufuncs.functions)

__all__ = [
    "__version__",
    "activations",
    "disable_pool",
    "enable_pool",
    "entmax",
    "entmax15",
    "entmax15_backward",
    "entmax_backward",
    "get",
    "get_num_threads",
    "log_softmax",
    "log_softmax_backward",
    "logsumexp",
    "num_threads",
    "pooled",
    "set_num_threads",
    "show_runtime",
    "softmax",
    "softmax_backward",
    "sparsemax",
    "sparsemax_backward",
    "trim_pool",
    *composites.__all__,
    *_ufuncs.functions,
]


def __dir__():
    return __all__
