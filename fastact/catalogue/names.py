"""The names of activations, gated units and losses in other frameworks, and where those mean something else.  docs/names.md
is made from this:

python -m fastact.lab.write_names > docs/names.md
"""

import difflib
import re
from functools import cache

from fastact._core.ufuncs import built
from fastact.catalogue.activations import function
from fastact.catalogue.activations import names as activations

LOSSES = ("softmax_cross_entropy", "sigmoid_cross_entropy")

# What each framework calls them: `spelling=name` where the two differ by more than case and underscores.
SPELLINGS = {
    "PyTorch": """
        Identity ReLU relu ReLU6 relu6 LeakyReLU leaky_relu PReLU prelu RReLU rrelu Threshold threshold Hardtanh
        hardtanh exp=exponential ELU elu SELU selu CELU celu Softplus softplus LogSigmoid logsigmoid Sigmoid sigmoid
        expit=sigmoid Tanh tanh Softsign softsign arctan atan=arctan arcsinh asinh=arcsinh Hardsigmoid hardsigmoid
        logit SiLU silu GELU gelu Mish mish Hardswish hardswish Tanhshrink tanhshrink Hardshrink hardshrink Softshrink
        softshrink sin=sine Softmax softmax LogSoftmax log_softmax Softmin softmin logsumexp GLU=glu_packed
        glu=glu_packed CrossEntropyLoss=softmax_cross_entropy cross_entropy=softmax_cross_entropy
        BCEWithLogitsLoss=sigmoid_cross_entropy binary_cross_entropy_with_logits=sigmoid_cross_entropy""",
    "Keras": """
        linear=identity ReLU relu relu6 LeakyReLU leaky_relu PReLU ThresholdedReLU threshold hard_tanh exponential ELU
        elu selu celu softplus log_sigmoid squareplus sparse_plus sigmoid tanh softsign hard_sigmoid sparse_sigmoid
        silu swish gelu mish hard_swish hard_silu=hard_swish tanh_shrink hard_shrink soft_shrink Softmax softmax
        log_softmax logsumexp sparsemax glu=glu_packed""",
    "JAX": """
        identity relu relu6 leaky_relu hard_tanh exp=exponential elu selu celu softplus log_sigmoid squareplus
        sparse_plus sigmoid expit=sigmoid tanh soft_sign arctan arcsinh hard_sigmoid sparse_sigmoid logit silu swish
        gelu=gelu_tanh mish hard_swish hard_silu=hard_swish sin=sine softmax log_softmax logsumexp glu=glu_packed
        softmax_cross_entropy softmax_cross_entropy_with_integer_labels=softmax_cross_entropy
        sigmoid_binary_cross_entropy=sigmoid_cross_entropy""",
    "TensorFlow": """
        identity relu relu6 leaky_relu crelu exp=exponential elu selu softplus log_sigmoid sigmoid tanh softsign
        atan=arctan asinh=arcsinh silu swish gelu sin=sine softmax log_softmax reduce_logsumexp=logsumexp
        softmax_cross_entropy_with_logits=softmax_cross_entropy
        sparse_softmax_cross_entropy_with_logits=softmax_cross_entropy
        sigmoid_cross_entropy_with_logits=sigmoid_cross_entropy
        weighted_cross_entropy_with_logits=sigmoid_cross_entropy""",
    "ONNX": """
        Identity Relu ThresholdedRelu LeakyRelu PRelu Exp=exponential Elu Selu Celu Softplus Sigmoid Tanh Softsign
        Atan=arctan Asinh=arcsinh HardSigmoid Swish SwiGLU Gelu Mish HardSwish Shrink Sin=sine Softmax LogSoftmax
        ReduceLogSumExp=logsumexp SoftmaxCrossEntropyLoss=softmax_cross_entropy""",
    "elsewhere": """
        step=binary_step relu2=relu_squared squared_relu=relu_squared brelu=bipolar_relu logistic=sigmoid
        hsigmoid=hard_sigmoid quick_gelu=gelu_quick gelu_new=gelu_tanh gelu_fast=gelu_tanh gelu_pytorch_tanh=gelu_tanh
        hswish=hard_swish""",
}

# The framework of a dotted name, by the first of these modules that it mentions.
MODULES = {
    "keras": "Keras",
    "jax": "JAX",
    "optax": "JAX",
    "jnp": "JAX",
    "tensorflow": "TensorFlow",
    "tf": "TensorFlow",
    "onnx": "ONNX",
    "torch": "PyTorch",
    "nn": "PyTorch",
    "f": "PyTorch",
}

# What a framework means by default, where fastact means something else.
DIFFERENCES = [
    ("relu", "Keras", "takes `negative_slope`, `max_value`, `threshold`: `leaky_relu`, `clipped_relu`, `thresholded_relu`"),
    ("leaky_relu", "Keras", "slope 0.2, in the layer 0.3; derivative 1 at 0"),
    ("leaky_relu", "TensorFlow", "slope 0.2"),
    ("leaky_relu", "JAX", "derivative 1 at 0"),
    ("prelu", "PyTorch, Keras", "the layers learn their slope, from 0.25 and from 0"),
    ("rrelu", "PyTorch", "draws slopes where `training=True`; here where there is an `rng`, and they are returned"),
    ("hard_tanh", "Keras, JAX", "takes no bounds; derivative 1 at -1 and 1"),
    ("selu", "ONNX", "constants rounded to float32"),
    ("softplus", "PyTorch", "`threshold=20`: x itself where beta*x is larger"),
    ("hard_sigmoid", "ONNX, Keras 2", "slope 0.2"),
    ("sparse_sigmoid", "Keras, JAX", "derivative 1/4 at -1 and 1"),
    ("silu", "TensorFlow", "takes `beta`: `swish`"),
    ("swish", "Keras, JAX", "takes no `beta`: `silu`"),
    ("gelu", "JAX", '`approximate=True`, which is `gelu_tanh`, and so is `get("jax.nn.gelu")`'),
    ("gelu", "PyTorch, ONNX", '`approximate="tanh"` is `gelu_tanh`'),
    ("gelu", "Keras, TensorFlow", "`approximate=True` is `gelu_tanh`"),
    ("sinc", "PyTorch, JAX, NumPy", "`sinc` is sin(pi x)/(pi x), which is none of these functions"),
    ("softmax", "PyTorch", "`dim` has no default"),
    ("softmax", "ONNX", "before opset 13: over all axes from `axis` on, 1 by default"),
    ("log_softmax", "PyTorch", "`dim` has no default"),
    ("log_softmax", "ONNX", "before opset 13: over all axes from `axis` on, 1 by default"),
    ("logsumexp", "PyTorch", "`dim` has no default"),
    ("logsumexp", "Keras, JAX, TensorFlow", "`axis=None`: over all axes"),
    ("logsumexp", "ONNX", "over all axes, which are kept"),
    ("glu", "PyTorch, Keras, JAX", 'of the halves of one array: `glu_packed`, and so is `get("torch.nn.functional.glu")`'),
    ("glu_packed", "PyTorch", "the axis is called `dim`"),
    (
        "softmax_cross_entropy",
        "PyTorch",
        '`reduction="mean"`, `ignore_index=-100`; the classes are on axis 1, of one row on axis 0',
    ),
    ("softmax_cross_entropy", "ONNX", '`reduction="mean"`; the classes are on axis 1'),
    ("softmax_cross_entropy", "TensorFlow", "labels come before logits; no reduction"),
    ("softmax_cross_entropy", "JAX", "of optax: no reduction; probabilities and classes have a function each"),
    ("sigmoid_cross_entropy", "PyTorch", '`reduction="mean"`'),
    (
        "sigmoid_cross_entropy",
        "TensorFlow",
        "labels come before logits; no reduction; only the `weighted_` one has `pos_weight`",
    ),
    ("sigmoid_cross_entropy", "JAX", "of optax: no reduction"),
]


def get(name):
    """The activation, gated unit or loss of that name, in the spelling of fastact, PyTorch, Keras, JAX, TensorFlow or ONNX.

    Parameters
    ----------
    name : str
        Case, underscores, hyphens, spaces and dots do not matter.  A name that begins with a module, as ``jax.nn.gelu`` or
        ``F.relu``, means what it means in that framework: ``F.glu`` is one of the two halves of an array, ``glu`` one of two
        arrays.

    Returns
    -------
    callable
        The function of fastact, with its own defaults; docs/names.md says which differ.

    Raises
    ------
    TypeError
        If `name` is not a string.
    ValueError
        If there is no such function; the message has the nearest names.

    See Also
    --------
    activations : the whole catalogue.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.get("nn.LeakyReLU") is fa.leaky_relu
    True
    >>> fa.get("jax.nn.gelu") is fa.gelu_tanh
    True
    >>> fa.get("swiglu") is fa.swiglu
    True
    >>> fa.get("F.cross_entropy") is fa.softmax_cross_entropy
    True
    """
    if not isinstance(name, str):
        raise TypeError(f"name must be a string, not {type(name).__name__}")
    *path, last = name.split(".")
    framework = next((MODULES[module] for module in MODULES if module in map(bare, path)), "")
    known = _meanings(framework)
    spelling = bare(last if framework else name)
    if spelling not in known:
        near = dict.fromkeys(known[match] for match in difflib.get_close_matches(spelling, known, 5))
        hint = f"nearest: {', '.join(near)}" if near else "fastact.activations() lists the activations"
        raise ValueError(
            f"there is no activation, gated unit or loss {name!r}{f' of {framework}' if framework else ''}; {hint}"
        )
    return function(known[spelling])


def bare(spelling):
    """A spelling without what does not matter in it."""
    return re.sub(r"[\s._-]", "", spelling).casefold()


def names():
    """Of all functions that have a name elsewhere or might: activations, gated units of two arrays and of one, losses."""
    gates = tuple(row.name for row in built.gates)
    return (*activations(), *gates, *(f"{gate}_packed" for gate in gates), *LOSSES)


def spellings(framework):
    """Pairs of a spelling in a framework and a name."""
    own = {bare(name): name for name in names()}
    for entry in SPELLINGS[framework].split():
        spelling, _, name = entry.partition("=")
        yield spelling, name or own[bare(spelling)]


@cache
def _meanings(framework):
    """Names by bare spellings: of a framework, or for "" of all of them, where fastact's own come first."""
    if framework:
        return {bare(spelling): name for spelling, name in spellings(framework)}
    return {spelling: name for one in SPELLINGS for spelling, name in _meanings(one).items()} | {
        bare(name): name for name in names()
    }


# How words of a name are written in that of a class; others begin with a capital.
WORDS = {
    "bilinear": "BilinearGLU",  # torch.nn.Bilinear is a layer
    "relu": "ReLU",
    "relu6": "ReLU6",
    "srelu": "SReLU",
    "crelu": "CReLU",
    "prelu": "PReLU",
    "plu": "PLU",
    "elu": "ELU",
    "selu": "SELU",
    "celu": "CELU",
    "isru": "ISRU",
    "isrlu": "ISRLU",
    "elish": "ELiSH",
    "sqnl": "SQNL",
    "silu": "SiLU",
    "gelu": "GELU",
    "lisht": "LiSHT",
    "tanhexp": "TanhExp",
    "gcu": "GCU",
    "rbf": "RBF",
    "reglu": "ReGLU",
    "geglu": "GEGLU",
    "swiglu": "SwiGLU",
    "oai": "OAI",
}


def of_class(name):
    """The name of a class for what has this name: of "hard_elish" it is HardELiSH."""
    return "".join(WORDS.get(word, word.capitalize()) for word in name.split("_"))
