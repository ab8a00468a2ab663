"""Neural-network activations, their derivatives and softmax as NumPy ufuncs.

Every activation `name` is four functions: `name(x)`, `name_grad(x)`, `name_backward(dy, x)` and `name_with_grad(x)`; where
its derivative follows from its result y, it is also `name_grad_from_output(y)` and `name_backward_from_output(dy, y)`.

Every gated unit is `name(a, b)` and `name_backward(dy, a, b)`, and `name_packed(x)` of the two halves of one array.
"""

import sys as _sys
from importlib import import_module as _import_module
from types import ModuleType as _ModuleType

from fastact.catalogue.activations import Activation, activations
from fastact.catalogue.names import get
from fastact.functions.bias_act import bias_act, bias_act_backward
from fastact.functions.logsumexp import logsumexp, logsumexp_backward
from fastact.functions.losses import (
    sigmoid_cross_entropy,
    sigmoid_cross_entropy_grad,
    sigmoid_cross_entropy_with_grad,
    softmax_cross_entropy,
    softmax_cross_entropy_grad,
    softmax_cross_entropy_with_grad,
)
from fastact.functions.maxout import maxout, maxout_backward
from fastact.functions.relu_variants import (
    bipolar_relu,
    bipolar_relu_backward,
    bipolar_relu_grad,
    bipolar_relu_with_grad,
    crelu,
    crelu_backward,
    crelu_grad,
    crelu_with_grad,
    prelu_slope_backward,
)
from fastact.functions.rrelu import rrelu, rrelu_backward, rrelu_grad, rrelu_with_grad
from fastact.functions.softmax import log_softmax, log_softmax_backward, softmax, softmax_backward, softmin
from fastact.functions.softmax_partial import SoftmaxPartial, online_logsumexp, softmax_merge, softmax_partial
from fastact.functions.softmax_variants import (
    causal_softmax,
    causal_softmax_backward,
    gumbel_softmax,
    segment_softmax,
    segment_softmax_backward,
)
from fastact.functions.sparsemax import entmax, entmax15, entmax15_backward, entmax_backward, sparsemax, sparsemax_backward
from fastact import capi as capi
from fastact._core.c_api import capsule as _C_API  # noqa: F401  # PyCapsule_Import finds it by this name
from fastact.capi import get_include
from fastact.process.libraries import patch, patched, patches, unpatch
from fastact.process.memory_pool import disable_pool, enable_pool, pooled, trim_pool
from fastact.process.runtime import __version__, show_runtime
from fastact.process.threads import get_num_threads, num_threads, set_num_threads

# ---- from the tables, by `python -m fastact.lab.write_stubs` -----------------------------------------------------------------
# fmt: off
from fastact._core.table_functions import (
    identity, identity_grad, identity_backward, identity_with_grad,
    binary_step, binary_step_grad, binary_step_backward, binary_step_with_grad,
    relu, relu_grad, relu_backward, relu_with_grad, relu_grad_from_output, relu_backward_from_output,
    thresholded_relu, thresholded_relu_grad, thresholded_relu_backward, thresholded_relu_with_grad,
    relu6, relu6_grad, relu6_backward, relu6_with_grad, relu6_grad_from_output, relu6_backward_from_output,
    leaky_relu, leaky_relu_grad, leaky_relu_backward, leaky_relu_with_grad, leaky_relu_grad_from_output,
    leaky_relu_backward_from_output,
    prelu, prelu_grad, prelu_backward, prelu_with_grad,
    relu_squared, relu_squared_grad, relu_squared_backward, relu_squared_with_grad,
    clipped_relu, clipped_relu_grad, clipped_relu_backward, clipped_relu_with_grad, clipped_relu_grad_from_output,
    clipped_relu_backward_from_output,
    threshold, threshold_grad, threshold_backward, threshold_with_grad,
    hard_tanh, hard_tanh_grad, hard_tanh_backward, hard_tanh_with_grad, hard_tanh_grad_from_output,
    hard_tanh_backward_from_output,
    srelu, srelu_grad, srelu_backward, srelu_with_grad,
    plu, plu_grad, plu_backward, plu_with_grad,
    star_relu, star_relu_grad, star_relu_backward, star_relu_with_grad,
    exponential, exponential_grad, exponential_backward, exponential_with_grad, exponential_grad_from_output,
    exponential_backward_from_output,
    elu, elu_grad, elu_backward, elu_with_grad, elu_grad_from_output, elu_backward_from_output,
    selu, selu_grad, selu_backward, selu_with_grad, selu_grad_from_output, selu_backward_from_output,
    celu, celu_grad, celu_backward, celu_with_grad, celu_grad_from_output, celu_backward_from_output,
    softplus, softplus_grad, softplus_backward, softplus_with_grad, softplus_grad_from_output, softplus_backward_from_output,
    log_sigmoid, log_sigmoid_grad, log_sigmoid_backward, log_sigmoid_with_grad, log_sigmoid_grad_from_output,
    log_sigmoid_backward_from_output,
    squareplus, squareplus_grad, squareplus_backward, squareplus_with_grad,
    sparse_plus, sparse_plus_grad, sparse_plus_backward, sparse_plus_with_grad,
    isru, isru_grad, isru_backward, isru_with_grad,
    isrlu, isrlu_grad, isrlu_backward, isrlu_with_grad,
    elish, elish_grad, elish_backward, elish_with_grad,
    hard_elish, hard_elish_grad, hard_elish_backward, hard_elish_with_grad,
    soft_exponential, soft_exponential_grad, soft_exponential_backward, soft_exponential_with_grad,
    sigmoid, sigmoid_grad, sigmoid_backward, sigmoid_with_grad, sigmoid_grad_from_output, sigmoid_backward_from_output,
    tanh, tanh_grad, tanh_backward, tanh_with_grad, tanh_grad_from_output, tanh_backward_from_output,
    softsign, softsign_grad, softsign_backward, softsign_with_grad, softsign_grad_from_output, softsign_backward_from_output,
    arctan, arctan_grad, arctan_backward, arctan_with_grad, arctan_grad_from_output, arctan_backward_from_output,
    arcsinh, arcsinh_grad, arcsinh_backward, arcsinh_with_grad,
    sqnl, sqnl_grad, sqnl_backward, sqnl_with_grad,
    hard_sigmoid, hard_sigmoid_grad, hard_sigmoid_backward, hard_sigmoid_with_grad,
    sparse_sigmoid, sparse_sigmoid_grad, sparse_sigmoid_backward, sparse_sigmoid_with_grad,
    soft_clipping, soft_clipping_grad, soft_clipping_backward, soft_clipping_with_grad,
    logit, logit_grad, logit_backward, logit_with_grad,
    soft_cap, soft_cap_grad, soft_cap_backward, soft_cap_with_grad,
    silu, silu_grad, silu_backward, silu_with_grad,
    swish, swish_grad, swish_backward, swish_with_grad,
    gelu_quick, gelu_quick_grad, gelu_quick_backward, gelu_quick_with_grad,
    gelu_tanh, gelu_tanh_grad, gelu_tanh_backward, gelu_tanh_with_grad,
    gelu, gelu_grad, gelu_backward, gelu_with_grad,
    mish, mish_grad, mish_backward, mish_with_grad,
    hard_swish, hard_swish_grad, hard_swish_backward, hard_swish_with_grad,
    tanh_shrink, tanh_shrink_grad, tanh_shrink_backward, tanh_shrink_with_grad,
    lisht, lisht_grad, lisht_backward, lisht_with_grad,
    tanhexp, tanhexp_grad, tanhexp_backward, tanhexp_with_grad,
    serf, serf_grad, serf_backward, serf_with_grad,
    smish, smish_grad, smish_backward, smish_with_grad,
    logish, logish_grad, logish_backward, logish_with_grad,
    phish, phish_grad, phish_backward, phish_with_grad,
    dish, dish_grad, dish_backward, dish_with_grad,
    bent_identity, bent_identity_grad, bent_identity_backward, bent_identity_with_grad,
    hard_shrink, hard_shrink_grad, hard_shrink_backward, hard_shrink_with_grad,
    soft_shrink, soft_shrink_grad, soft_shrink_backward, soft_shrink_with_grad,
    shrink, shrink_grad, shrink_backward, shrink_with_grad,
    sine, sine_grad, sine_backward, sine_with_grad,
    gcu, gcu_grad, gcu_backward, gcu_with_grad,
    snake, snake_grad, snake_backward, snake_with_grad,
    sinc, sinc_grad, sinc_backward, sinc_with_grad,
    gaussian, gaussian_grad, gaussian_backward, gaussian_with_grad,
    sq_rbf, sq_rbf_grad, sq_rbf_backward, sq_rbf_with_grad,
    multiquadric, multiquadric_grad, multiquadric_backward, multiquadric_with_grad,
    inverse_multiquadric, inverse_multiquadric_grad, inverse_multiquadric_backward, inverse_multiquadric_with_grad,
    thin_plate, thin_plate_grad, thin_plate_backward, thin_plate_with_grad,
    glu, glu_backward,
    bilinear, bilinear_backward,
    reglu, reglu_backward,
    geglu, geglu_backward,
    geglu_tanh, geglu_tanh_backward,
    swiglu, swiglu_backward,
    swiglu_oai, swiglu_oai_backward,
)
from fastact.functions.gates import (
    glu_packed, glu_packed_backward,
    bilinear_packed, bilinear_packed_backward,
    reglu_packed, reglu_packed_backward,
    geglu_packed, geglu_packed_backward,
    geglu_tanh_packed, geglu_tanh_packed_backward,
    swiglu_packed, swiglu_packed_backward,
    swiglu_oai_packed, swiglu_oai_packed_backward,
)

__all__ = [
    "identity", "identity_grad", "identity_backward", "identity_with_grad",
    "binary_step", "binary_step_grad", "binary_step_backward", "binary_step_with_grad",
    "relu", "relu_grad", "relu_backward", "relu_with_grad", "relu_grad_from_output", "relu_backward_from_output",
    "thresholded_relu", "thresholded_relu_grad", "thresholded_relu_backward", "thresholded_relu_with_grad",
    "relu6", "relu6_grad", "relu6_backward", "relu6_with_grad", "relu6_grad_from_output", "relu6_backward_from_output",
    "leaky_relu", "leaky_relu_grad", "leaky_relu_backward", "leaky_relu_with_grad", "leaky_relu_grad_from_output",
    "leaky_relu_backward_from_output",
    "prelu", "prelu_grad", "prelu_backward", "prelu_with_grad",
    "relu_squared", "relu_squared_grad", "relu_squared_backward", "relu_squared_with_grad",
    "clipped_relu", "clipped_relu_grad", "clipped_relu_backward", "clipped_relu_with_grad", "clipped_relu_grad_from_output",
    "clipped_relu_backward_from_output",
    "threshold", "threshold_grad", "threshold_backward", "threshold_with_grad",
    "hard_tanh", "hard_tanh_grad", "hard_tanh_backward", "hard_tanh_with_grad", "hard_tanh_grad_from_output",
    "hard_tanh_backward_from_output",
    "srelu", "srelu_grad", "srelu_backward", "srelu_with_grad",
    "plu", "plu_grad", "plu_backward", "plu_with_grad",
    "star_relu", "star_relu_grad", "star_relu_backward", "star_relu_with_grad",
    "exponential", "exponential_grad", "exponential_backward", "exponential_with_grad", "exponential_grad_from_output",
    "exponential_backward_from_output",
    "elu", "elu_grad", "elu_backward", "elu_with_grad", "elu_grad_from_output", "elu_backward_from_output",
    "selu", "selu_grad", "selu_backward", "selu_with_grad", "selu_grad_from_output", "selu_backward_from_output",
    "celu", "celu_grad", "celu_backward", "celu_with_grad", "celu_grad_from_output", "celu_backward_from_output",
    "softplus", "softplus_grad", "softplus_backward", "softplus_with_grad", "softplus_grad_from_output",
    "softplus_backward_from_output",
    "log_sigmoid", "log_sigmoid_grad", "log_sigmoid_backward", "log_sigmoid_with_grad", "log_sigmoid_grad_from_output",
    "log_sigmoid_backward_from_output",
    "squareplus", "squareplus_grad", "squareplus_backward", "squareplus_with_grad",
    "sparse_plus", "sparse_plus_grad", "sparse_plus_backward", "sparse_plus_with_grad",
    "isru", "isru_grad", "isru_backward", "isru_with_grad",
    "isrlu", "isrlu_grad", "isrlu_backward", "isrlu_with_grad",
    "elish", "elish_grad", "elish_backward", "elish_with_grad",
    "hard_elish", "hard_elish_grad", "hard_elish_backward", "hard_elish_with_grad",
    "soft_exponential", "soft_exponential_grad", "soft_exponential_backward", "soft_exponential_with_grad",
    "sigmoid", "sigmoid_grad", "sigmoid_backward", "sigmoid_with_grad", "sigmoid_grad_from_output",
    "sigmoid_backward_from_output",
    "tanh", "tanh_grad", "tanh_backward", "tanh_with_grad", "tanh_grad_from_output", "tanh_backward_from_output",
    "softsign", "softsign_grad", "softsign_backward", "softsign_with_grad", "softsign_grad_from_output",
    "softsign_backward_from_output",
    "arctan", "arctan_grad", "arctan_backward", "arctan_with_grad", "arctan_grad_from_output", "arctan_backward_from_output",
    "arcsinh", "arcsinh_grad", "arcsinh_backward", "arcsinh_with_grad",
    "sqnl", "sqnl_grad", "sqnl_backward", "sqnl_with_grad",
    "hard_sigmoid", "hard_sigmoid_grad", "hard_sigmoid_backward", "hard_sigmoid_with_grad",
    "sparse_sigmoid", "sparse_sigmoid_grad", "sparse_sigmoid_backward", "sparse_sigmoid_with_grad",
    "soft_clipping", "soft_clipping_grad", "soft_clipping_backward", "soft_clipping_with_grad",
    "logit", "logit_grad", "logit_backward", "logit_with_grad",
    "soft_cap", "soft_cap_grad", "soft_cap_backward", "soft_cap_with_grad",
    "silu", "silu_grad", "silu_backward", "silu_with_grad",
    "swish", "swish_grad", "swish_backward", "swish_with_grad",
    "gelu_quick", "gelu_quick_grad", "gelu_quick_backward", "gelu_quick_with_grad",
    "gelu_tanh", "gelu_tanh_grad", "gelu_tanh_backward", "gelu_tanh_with_grad",
    "gelu", "gelu_grad", "gelu_backward", "gelu_with_grad",
    "mish", "mish_grad", "mish_backward", "mish_with_grad",
    "hard_swish", "hard_swish_grad", "hard_swish_backward", "hard_swish_with_grad",
    "tanh_shrink", "tanh_shrink_grad", "tanh_shrink_backward", "tanh_shrink_with_grad",
    "lisht", "lisht_grad", "lisht_backward", "lisht_with_grad",
    "tanhexp", "tanhexp_grad", "tanhexp_backward", "tanhexp_with_grad",
    "serf", "serf_grad", "serf_backward", "serf_with_grad",
    "smish", "smish_grad", "smish_backward", "smish_with_grad",
    "logish", "logish_grad", "logish_backward", "logish_with_grad",
    "phish", "phish_grad", "phish_backward", "phish_with_grad",
    "dish", "dish_grad", "dish_backward", "dish_with_grad",
    "bent_identity", "bent_identity_grad", "bent_identity_backward", "bent_identity_with_grad",
    "hard_shrink", "hard_shrink_grad", "hard_shrink_backward", "hard_shrink_with_grad",
    "soft_shrink", "soft_shrink_grad", "soft_shrink_backward", "soft_shrink_with_grad",
    "shrink", "shrink_grad", "shrink_backward", "shrink_with_grad",
    "sine", "sine_grad", "sine_backward", "sine_with_grad",
    "gcu", "gcu_grad", "gcu_backward", "gcu_with_grad",
    "snake", "snake_grad", "snake_backward", "snake_with_grad",
    "sinc", "sinc_grad", "sinc_backward", "sinc_with_grad",
    "gaussian", "gaussian_grad", "gaussian_backward", "gaussian_with_grad",
    "sq_rbf", "sq_rbf_grad", "sq_rbf_backward", "sq_rbf_with_grad",
    "multiquadric", "multiquadric_grad", "multiquadric_backward", "multiquadric_with_grad",
    "inverse_multiquadric", "inverse_multiquadric_grad", "inverse_multiquadric_backward", "inverse_multiquadric_with_grad",
    "thin_plate", "thin_plate_grad", "thin_plate_backward", "thin_plate_with_grad",
    "glu", "glu_backward",
    "bilinear", "bilinear_backward",
    "reglu", "reglu_backward",
    "geglu", "geglu_backward",
    "geglu_tanh", "geglu_tanh_backward",
    "swiglu", "swiglu_backward",
    "swiglu_oai", "swiglu_oai_backward",
    "glu_packed", "glu_packed_backward",
    "bilinear_packed", "bilinear_packed_backward",
    "reglu_packed", "reglu_packed_backward",
    "geglu_packed", "geglu_packed_backward",
    "geglu_tanh_packed", "geglu_tanh_packed_backward",
    "swiglu_packed", "swiglu_packed_backward",
    "swiglu_oai_packed", "swiglu_oai_packed_backward",
]
# fmt: on
# ---- end of what is from the tables ------------------------------------------------------------------------------------------

__all__ += [
    "Activation",
    "SoftmaxPartial",
    "__version__",
    "activations",
    "bias_act",
    "bias_act_backward",
    "bipolar_relu",
    "bipolar_relu_backward",
    "bipolar_relu_grad",
    "bipolar_relu_with_grad",
    "causal_softmax",
    "causal_softmax_backward",
    "crelu",
    "crelu_backward",
    "crelu_grad",
    "crelu_with_grad",
    "disable_pool",
    "enable_pool",
    "entmax",
    "entmax15",
    "entmax15_backward",
    "entmax_backward",
    "get",
    "get_include",
    "get_num_threads",
    "gumbel_softmax",
    "log_softmax",
    "log_softmax_backward",
    "logsumexp",
    "logsumexp_backward",
    "maxout",
    "maxout_backward",
    "num_threads",
    "online_logsumexp",
    "pooled",
    "patch",
    "patched",
    "patches",
    "prelu_slope_backward",
    "rrelu",
    "rrelu_backward",
    "rrelu_grad",
    "rrelu_with_grad",
    "segment_softmax",
    "segment_softmax_backward",
    "set_num_threads",
    "show_runtime",
    "softmax",
    "softmax_backward",
    "sigmoid_cross_entropy",
    "sigmoid_cross_entropy_grad",
    "sigmoid_cross_entropy_with_grad",
    "softmax_cross_entropy",
    "softmax_cross_entropy_grad",
    "softmax_cross_entropy_with_grad",
    "softmax_merge",
    "softmax_partial",
    "softmin",
    "sparsemax",
    "sparsemax_backward",
    "trim_pool",
    "unpatch",
]


class _Room(_ModuleType):
    """A module of the package that is loaded when it is first used; with a __getattr__ of the package itself every
    `fastact.name` would take longer."""

    def __getattr__(self, name):
        return getattr(_import_module(self.__name__), name)

    def __dir__(self):
        return dir(_import_module(self.__name__))


backends = _sys.modules.get("fastact.backends") or _Room("fastact.backends", "Other libraries compute with fastact.")
nn = _sys.modules.get("fastact.nn") or _Room("fastact.nn", "Networks on NumPy: layers, losses, training.")
special = _sys.modules.get("fastact.special") or _Room("fastact.special", "SciPy's names with SciPy's arguments.")


def __dir__():
    return [*__all__, "backends", "capi", "nn", "special"]
