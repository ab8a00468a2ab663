"""Neural-network activations, their derivatives and softmax as NumPy ufuncs.

Every activation `name` is four functions: `name(x)`, `name_grad(x)`, `name_backward(dy, x)` and `name_with_grad(x)`; where
its derivative follows from its result y, it is also `name_grad_from_output(y)` and `name_backward_from_output(dy, y)`.

Every gated unit is `name(a, b)` and `name_backward(dy, a, b)`, and `name_packed(x)` of the two halves of one array.
"""

from fastact import _ufuncs, composites, gates, losses, partial
from fastact import softmax as _softmax
from fastact.bias import bias_act, bias_act_backward
from fastact.catalogue import activations
from fastact.composites import *
from fastact.gates import *
from fastact.losses import *
from fastact.names import get
from fastact.partial import *
from fastact.pool import disable_pool, enable_pool, pooled, trim_pool
from fastact.runtime import __version__, show_runtime
from fastact.softmax import *
from fastact.sparsemax import entmax, entmax15, entmax15_backward, entmax_backward, sparsemax, sparsemax_backward
from fastact.threads import get_num_threads, num_threads, set_num_threads

globals().update(_ufuncs.functions | _ufuncs.built.gate_functions | _ufuncs.built.loss_functions)

__all__ = [
    "__version__",
    "activations",
    "bias_act",
    "bias_act_backward",
    "disable_pool",
    "enable_pool",
    "entmax",
    "entmax15",
    "entmax15_backward",
    "entmax_backward",
    "get",
    "get_num_threads",
    "num_threads",
    "pooled",
    "set_num_threads",
    "show_runtime",
    "sparsemax",
    "sparsemax_backward",
    "trim_pool",
    *composites.__all__,
    *gates.__all__,
    *losses.__all__,
    *partial.__all__,
    *_softmax.__all__,
    *_ufuncs.functions,
    *_ufuncs.built.gate_functions,
    *_ufuncs.built.loss_functions,
]


def __dir__():
    return __all__
