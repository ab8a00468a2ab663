# Made by `python -m fastact.lab.write_torch_stubs`: names that are made from the tables, with their types.
from collections.abc import Callable

import torch
from torch import Tensor

__all__ = [
    "arcsinh",
    "arctan",
    "asinh",
    "atan",
    "bent_identity",
    "bilinear",
    "binary_cross_entropy_with_logits",
    "binary_step",
    "bipolar_relu",
    "celu",
    "clipped_relu",
    "crelu",
    "cross_entropy",
    "dish",
    "elish",
    "elu",
    "entmax",
    "entmax15",
    "exp",
    "expit",
    "exponential",
    "gaussian",
    "gcu",
    "geglu",
    "geglu_tanh",
    "gelu",
    "gelu_quick",
    "gelu_tanh",
    "glu",
    "hard_elish",
    "hard_shrink",
    "hard_sigmoid",
    "hard_swish",
    "hard_tanh",
    "hardshrink",
    "hardsigmoid",
    "hardswish",
    "hardtanh",
    "identity",
    "inverse_multiquadric",
    "isrlu",
    "isru",
    "leaky_relu",
    "lisht",
    "log_sigmoid",
    "log_softmax",
    "logish",
    "logit",
    "logsigmoid",
    "logsumexp",
    "maxout",
    "mish",
    "multiquadric",
    "packed",
    "phish",
    "plu",
    "prelu",
    "reglu",
    "relu",
    "relu6",
    "relu_squared",
    "rrelu",
    "selu",
    "serf",
    "shrink",
    "sigmoid",
    "silu",
    "sin",
    "sinc",
    "sine",
    "smish",
    "snake",
    "soft_cap",
    "soft_clipping",
    "soft_exponential",
    "soft_shrink",
    "softmax",
    "softmin",
    "softplus",
    "softshrink",
    "softsign",
    "sparse_plus",
    "sparse_sigmoid",
    "sparsemax",
    "sq_rbf",
    "sqnl",
    "squareplus",
    "srelu",
    "star_relu",
    "swiglu",
    "swiglu_oai",
    "swish",
    "tanh",
    "tanh_shrink",
    "tanhexp",
    "tanhshrink",
    "thin_plate",
    "threshold",
    "thresholded_relu",
]

def arcsinh(input: Tensor, inplace: bool = False) -> Tensor:
    """Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

    ``arcsinh(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.arcsinh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.arcsinh(torch.ones(3)).dtype
    torch.float32
    """

def arctan(input: Tensor, inplace: bool = False) -> Tensor:
    """Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

    ``arctan(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.arctan : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.arctan(torch.ones(3)).dtype
    torch.float32
    """

def asinh(input: Tensor, inplace: bool = False) -> Tensor:
    """Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

    ``arcsinh(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.arcsinh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.arcsinh(torch.ones(3)).dtype
    torch.float32
    """

def atan(input: Tensor, inplace: bool = False) -> Tensor:
    """Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

    ``arctan(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.arctan : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.arctan(torch.ones(3)).dtype
    torch.float32
    """

def bent_identity(input: Tensor, inplace: bool = False) -> Tensor:
    """Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.

    ``(sqrt(x**2 + 1) - 1)/2 + x``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.bent_identity : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.bent_identity(torch.ones(3)).dtype
    torch.float32
    """

def bilinear(a: Tensor, b: Tensor) -> Tensor:
    """Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.

    ``a*b``

    Parameters
    ----------
    a, b : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64, both the same; they broadcast.

    Returns
    -------
    Tensor
        Of that common shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another, or shapes do not broadcast.

    See Also
    --------
    fastact.bilinear : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.bilinear(torch.ones(3), torch.ones(3)).dtype
    torch.float32
    """

def binary_cross_entropy_with_logits(input: Tensor, target: Tensor, weight: Tensor | None = None, size_average: bool | None = None, reduce: bool | None = None, reduction: str = 'mean', pos_weight: Tensor | None = None) -> Tensor:
    """Cross-entropy of classes that do not exclude one another; where a gradient is needed, it is computed with the loss.

    Parameters
    ----------
    input : Tensor
        The logits, with a dtype as for `mish`; autocast computes in float32.
    target : Tensor
        Probabilities, of the shape and the dtype of `input`.
    weight : Tensor, optional
        A factor for each element; broadcasts.
    size_average, reduce : bool, optional
        As in PyTorch: what `reduction` says now.
    reduction : {"none", "mean", "sum"}, default "mean"
    pos_weight : Tensor, optional
        The weight of what is right where it is 1; broadcasts, with the dtype of `input`.

    Returns
    -------
    Tensor
        Differentiable once, by `input`.  Where `target` or `pos_weight` requires a gradient it is PyTorch's own.

    Raises
    ------
    RuntimeError, ValueError
        If shapes or dtypes do not match, or `reduction` is another word.

    See Also
    --------
    fastact.sigmoid_cross_entropy : the same of arrays.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.binary_cross_entropy_with_logits(torch.zeros(3), torch.ones(3))
    tensor(0.6931)
    """

def binary_step(input: Tensor, threshold: float = 0.0, inplace: bool = False) -> Tensor:
    """The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.

    ``where(x >= threshold, 1, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    threshold : float, default 0
        where the step is
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.binary_step : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.binary_step(torch.ones(3)).dtype
    torch.float32
    """

def bipolar_relu(input: Tensor, dim: int = -1) -> Tensor:
    """relu, of every other element turned upside down.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int, default -1
        Along which the elements are counted.

    Returns
    -------
    Tensor

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.bipolar_relu(torch.tensor([1.0, -2.0, 3.0, 4.0]))
    tensor([ 1., -2.,  3., -0.])
    """

def celu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Variant of elu whose derivative is continuous for every alpha: convolutional networks.

    ``where(x > 0, x, alpha*expm1(x/alpha))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 1
        scale of the curved branch
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil alpha != 0.

    See Also
    --------
    fastact.celu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.celu(torch.ones(3)).dtype
    torch.float32
    """

def clipped_relu(input: Tensor, upper: float = 6.0, inplace: bool = False) -> Tensor:
    """Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

    ``minimum(maximum(x, 0), upper)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    upper : float, default 6
        upper bound
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil upper >= 0.

    See Also
    --------
    fastact.clipped_relu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.clipped_relu(torch.ones(3)).dtype
    torch.float32
    """

def crelu(input: Tensor, dim: int = -1) -> Tensor:
    """relu of the input and of its negation, one behind the other.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int, default -1
        The dimension that becomes twice as long.

    Returns
    -------
    Tensor

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.crelu(torch.tensor([1.0, -2.0]))
    tensor([1., 0., 0., 2.])
    """

def cross_entropy(input: Tensor, target: Tensor, weight: Tensor | None = None, size_average: bool | None = None, ignore_index: int = -100, reduce: bool | None = None, reduction: str = 'mean', label_smoothing: float = 0.0) -> Tensor:
    """Cross-entropy of classes that exclude one another; where a gradient is needed, it is computed with the loss, in one pass.

    Parameters
    ----------
    input : Tensor
        The logits, of shape (C,), (N, C) or (N, C, d1, ...), with a dtype as for `mish`; autocast computes in float32.
    target : Tensor
        Classes, of int64 or uint8 and of the shape of `input` without C; or probabilities, of the shape and the dtype of
        `input`.
    weight : Tensor, optional
        A factor for each class.
    size_average, reduce : bool, optional
        As in PyTorch: what `reduction` says now.
    ignore_index : int, default -100
        Rows of this class have the loss 0, and no share in a mean.
    reduction : {"none", "mean", "sum"}, default "mean"
        The mean is weighted by the weights of the classes; that of probabilities is over all rows.
    label_smoothing : float, default 0
        From 0 to 1: how much of each target is spread over all classes alike.

    Returns
    -------
    Tensor
        Differentiable once, by `input`.  Where `target` or `weight` requires a gradient it is PyTorch's own.

    Raises
    ------
    IndexError
        If a class is out of bounds.
    RuntimeError, ValueError
        If shapes or dtypes do not match, or an option is out of range.

    See Also
    --------
    fastact.softmax_cross_entropy : the same of arrays.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.cross_entropy(torch.zeros(2, 4), torch.tensor([0, 3]))
    tensor(1.3863)
    """

def dish(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with an algebraic gate made of isru: a silu without an exponential.

    ``x/2*(x/sqrt(1 + x**2) + 1)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.dish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.dish(torch.ones(3)).dtype
    torch.float32
    """

def elish(input: Tensor, inplace: bool = False) -> Tensor:
    """Silu for positive inputs, elu times the logistic function for negative ones: image classification.

    ``where(x >= 0, x, expm1(x))/(1 + exp(-x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.elish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.elish(torch.ones(3)).dtype
    torch.float32
    """

def elu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

    ``where(x > 0, x, alpha*expm1(x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 1
        scale of the curved branch
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.elu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.elu(torch.ones(3)).dtype
    torch.float32
    """

def entmax(input: Tensor, alpha: float = 1.5, dim: int = -1) -> Tensor:
    """Between `softmax`, for alpha towards 1, and `sparsemax`, for alpha 2: many results are exactly 0.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    alpha : float, default 1.5
        Above 1.
    dim : int, default -1
        Along which the elements compete.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    ValueError
        If alpha is not above 1.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.entmax(torch.tensor([0.0, 0.0, 9.0]), alpha=1.3)
    tensor([0., 0., 1.])
    """

def entmax15(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    """As `fastact.entmax15`, of tensors.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int
        Along which the elements compete; without it the one that PyTorch chooses, with its warning.
    dtype : dtype, optional
        What the input is cast to before.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    IndexError, RuntimeError
        If there is no such dimension, or the dtype is another.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.entmax15(torch.ones(2, 3), dim=-1).shape
    torch.Size([2, 3])
    """

def exp(input: Tensor, inplace: bool = False) -> Tensor:
    """The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

    ``exp(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.exponential : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.exponential(torch.ones(3)).dtype
    torch.float32
    """

def expit(input: Tensor, inplace: bool = False) -> Tensor:
    """Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

    ``1/(1 + exp(-x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sigmoid : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sigmoid(torch.ones(3)).dtype
    torch.float32
    """

def exponential(input: Tensor, inplace: bool = False) -> Tensor:
    """The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

    ``exp(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.exponential : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.exponential(torch.ones(3)).dtype
    torch.float32
    """

def gaussian(input: Tensor, inplace: bool = False) -> Tensor:
    """Gaussian bell: hidden units of radial basis function networks, implicit neural representations.

    ``exp(-x**2)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.gaussian : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.gaussian(torch.ones(3)).dtype
    torch.float32
    """

def gcu(input: Tensor, inplace: bool = False) -> Tensor:
    """Growing cosine unit, oscillating and unbounded: convolutional image classifiers.

    ``x*cos(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.gcu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.gcu(torch.ones(3)).dtype
    torch.float32
    """

def geglu(a: Tensor, b: Tensor) -> Tensor:
    """Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.

    ``a*erfc(-a/sqrt(2))/2*b``

    Parameters
    ----------
    a, b : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64, both the same; they broadcast.

    Returns
    -------
    Tensor
        Of that common shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another, or shapes do not broadcast.

    See Also
    --------
    fastact.geglu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.geglu(torch.ones(3), torch.ones(3)).dtype
    torch.float32
    """

def geglu_tanh(a: Tensor, b: Tensor) -> Tensor:
    """Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.

    ``a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b``

    Parameters
    ----------
    a, b : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64, both the same; they broadcast.

    Returns
    -------
    Tensor
        Of that common shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another, or shapes do not broadcast.

    See Also
    --------
    fastact.geglu_tanh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.geglu_tanh(torch.ones(3), torch.ones(3)).dtype
    torch.float32
    """

def gelu(input: Tensor, approximate: str = 'none') -> Tensor:
    """Gaussian error linear unit.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    approximate : {"none", "tanh"}, default "none"
        Whether it is `gelu_tanh` that is computed.

    Returns
    -------
    Tensor

    Raises
    ------
    RuntimeError
        If `approximate` is another word.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.gelu(torch.tensor([-1.0, 1.0]))
    tensor([-0.1587,  0.8413])
    """

def gelu_quick(input: Tensor, inplace: bool = False) -> Tensor:
    """Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.

    ``x/(1 + exp(-1.702*x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.gelu_quick : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.gelu_quick(torch.ones(3)).dtype
    torch.float32
    """

def gelu_tanh(input: Tensor, inplace: bool = False) -> Tensor:
    """Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.

    ``x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.gelu_tanh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.gelu_tanh(torch.ones(3)).dtype
    torch.float32
    """

def glu(input: Tensor, dim: int = -1) -> Tensor:
    """Gated linear unit of the two halves of a tensor: ``a*sigmoid(b)``.

    Parameters
    ----------
    input : Tensor
        As for `mish`, with an even length along `dim`.
    dim : int, default -1
        Along which the halves follow each other.

    Returns
    -------
    Tensor
        Half as long.

    Raises
    ------
    RuntimeError
        If the length is odd.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.glu(torch.tensor([1.0, 2.0, 0.0, 0.0]))
    tensor([0.5000, 1.0000])
    """

def hard_elish(input: Tensor, inplace: bool = False) -> Tensor:
    """Cheaper elish with a hard sigmoid for the logistic function: image classification.

    ``where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.hard_elish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_elish(torch.ones(3)).dtype
    torch.float32
    """

def hard_shrink(input: Tensor, lambd: float = 0.5, inplace: bool = False) -> Tensor:
    """Hard thresholding: denoising of wavelet coefficients, sparse coding.

    ``where(abs(x) > lambd, x, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    lambd : float, default 0.5
        half the width of what becomes 0
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil lambd >= 0.

    See Also
    --------
    fastact.hard_shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_shrink(torch.ones(3)).dtype
    torch.float32
    """

def hard_sigmoid(input: Tensor, slope: float = 0.16666666666666666, offset: float = 0.5, inplace: bool = False) -> Tensor:
    """Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.

    ``minimum(maximum(slope*x + offset, 0), 1)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    slope : float, default 0.16667
        slope
    offset : float, default 0.5
        value at 0
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.hard_sigmoid : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_sigmoid(torch.ones(3)).dtype
    torch.float32
    """

def hard_swish(input: Tensor, inplace: bool = False) -> Tensor:
    """Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.

    ``x*minimum(maximum(x/6 + 1/2, 0), 1)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.hard_swish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_swish(torch.ones(3)).dtype
    torch.float32
    """

def hard_tanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> Tensor:
    """Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

    ``minimum(maximum(x, min_val), max_val)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    min_val : float, default -1
        lower bound
    max_val : float, default 1
        upper bound
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil min_val <= max_val.

    See Also
    --------
    fastact.hard_tanh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_tanh(torch.ones(3)).dtype
    torch.float32
    """

def hardshrink(input: Tensor, lambd: float = 0.5, inplace: bool = False) -> Tensor:
    """Hard thresholding: denoising of wavelet coefficients, sparse coding.

    ``where(abs(x) > lambd, x, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    lambd : float, default 0.5
        half the width of what becomes 0
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil lambd >= 0.

    See Also
    --------
    fastact.hard_shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_shrink(torch.ones(3)).dtype
    torch.float32
    """

def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """``clip(input/6 + 1/2, 0, 1)``: `hard_sigmoid` with its default slope and offset.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hardsigmoid(torch.tensor([-4.0, 0.0, 1.5]))
    tensor([0.0000, 0.5000, 0.7500])
    """

def hardswish(input: Tensor, inplace: bool = False) -> Tensor:
    """Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.

    ``x*minimum(maximum(x/6 + 1/2, 0), 1)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.hard_swish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_swish(torch.ones(3)).dtype
    torch.float32
    """

def hardtanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> Tensor:
    """Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

    ``minimum(maximum(x, min_val), max_val)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    min_val : float, default -1
        lower bound
    max_val : float, default 1
        upper bound
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil min_val <= max_val.

    See Also
    --------
    fastact.hard_tanh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.hard_tanh(torch.ones(3)).dtype
    torch.float32
    """

def identity(input: Tensor, inplace: bool = False) -> Tensor:
    """The linear unit, which changes nothing: output layers of regression models, layers without activation.

    ``+x``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.identity : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.identity(torch.ones(3)).dtype
    torch.float32
    """

def inverse_multiquadric(input: Tensor, a: float = 1.0, inplace: bool = False) -> Tensor:
    """Radial basis function that decays slowly: interpolation of scattered data.

    ``1/sqrt(x**2 + a**2)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    a : float, default 1
        width
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.inverse_multiquadric : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.inverse_multiquadric(torch.ones(3)).dtype
    torch.float32
    """

def isrlu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.

    ``where(x >= 0, x, x/sqrt(1 + alpha*x**2))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 1
        bend: results end at -1/sqrt(alpha)
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil alpha >= 0.

    See Also
    --------
    fastact.isrlu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.isrlu(torch.ones(3)).dtype
    torch.float32
    """

def isru(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.

    ``x/sqrt(1 + alpha*x**2)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 1
        bend: results end at 1/sqrt(alpha)
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil alpha >= 0.

    See Also
    --------
    fastact.isru : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.isru(torch.ones(3)).dtype
    torch.float32
    """

def leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Tensor:
    """Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

    ``where(x > 0, x, negative_slope*x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    negative_slope : float, default 0.01
        slope for x <= 0
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.leaky_relu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.leaky_relu(torch.ones(3)).dtype
    torch.float32
    """

def lisht(input: Tensor, inplace: bool = False) -> Tensor:
    """Linearly scaled tanh, even and never negative: image classification, sentiment analysis.

    ``x*tanh(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.lisht : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.lisht(torch.ones(3)).dtype
    torch.float32
    """

def log_sigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

    ``-log1p(exp(-x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.log_sigmoid : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.log_sigmoid(torch.ones(3)).dtype
    torch.float32
    """

def log_softmax(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    """As `fastact.log_softmax`, of tensors.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int
        Along which the elements compete; without it the one that PyTorch chooses, with its warning.
    dtype : dtype, optional
        What the input is cast to before.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    IndexError, RuntimeError
        If there is no such dimension, or the dtype is another.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.log_softmax(torch.ones(2, 3), dim=-1).shape
    torch.Size([2, 3])
    """

def logish(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.

    ``x*log1p(1/(1 + exp(-x)))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.logish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.logish(torch.ones(3)).dtype
    torch.float32
    """

def logit(input: Tensor, inplace: bool = False) -> Tensor:
    """Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.

    ``log(x/(1 - x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.logit : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.logit(torch.ones(3)).dtype
    torch.float32
    """

def logsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

    ``-log1p(exp(-x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.log_sigmoid : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.log_sigmoid(torch.ones(3)).dtype
    torch.float32
    """

def logsumexp(input: Tensor, dim: int | tuple[int, ...], keepdim: bool = False) -> Tensor:
    """The logarithm of a sum of exponentials.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int or tuple of int
        What is summed over.
    keepdim : bool, default False
        Whether these dimensions stay, with length 1.

    Returns
    -------
    Tensor

    Raises
    ------
    IndexError, RuntimeError
        If there is no such dimension, or one appears twice.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.logsumexp(torch.tensor([1000.0, 1000.0]), 0)
    tensor(1000.6932)
    """

def maxout(input: Tensor, pieces: int, dim: int = -1) -> Tensor:
    """The largest of every `pieces` neighbours.

    Parameters
    ----------
    input : Tensor
        Of any dtype that has an order.
    pieces : int
        Divides the length of the dimension.
    dim : int, default -1
        Along which they are neighbours.

    Returns
    -------
    Tensor
        So many times shorter.

    Raises
    ------
    ValueError
        If `pieces` does not divide the length.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.maxout(torch.tensor([1.0, 3.0, 2.0, 0.0]), 2)
    tensor([3., 2.])
    """

def mish(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.

    ``x*tanh(log1p(exp(x)))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.mish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.mish(torch.ones(3)).dtype
    torch.float32
    """

def multiquadric(input: Tensor, a: float = 1.0, inplace: bool = False) -> Tensor:
    """Radial basis function that grows with the distance: interpolation of scattered data.

    ``sqrt(x**2 + a**2)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    a : float, default 1
        width
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.multiquadric : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.multiquadric(torch.ones(3)).dtype
    torch.float32
    """

def packed(gate: Callable[..., Tensor], input: Tensor, dim: int = -1, *numbers: float) -> Tensor:
    """A gated unit, a function of two tensors, of the two halves of one.

    Parameters
    ----------
    gate : callable
        Such as `swiglu`.
    input : Tensor
        As for `mish`, with an even length along `dim`.
    dim : int, default -1
        Along which the halves follow each other.
    *numbers : float
        The parameters of the unit.

    Returns
    -------
    Tensor
        Half as long.

    Raises
    ------
    RuntimeError
        If the length is odd.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.packed(ft.functional.reglu, torch.tensor([1.0, -2.0, 3.0, 4.0]))
    tensor([3., 0.])
    """

def phish(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with tanh of gelu as its gate, never negative: image classification.

    ``x*tanh(x*erfc(-x/sqrt(2))/2)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.phish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.phish(torch.ones(3)).dtype
    torch.float32
    """

def plu(input: Tensor, a: float = 0.1, c: float = 1.0, inplace: bool = False) -> Tensor:
    """Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.

    ``maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    a : float, default 0.1
        slope beyond the corners
    c : float, default 1
        where the corners are
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil a <= 1 and c >= 0.

    See Also
    --------
    fastact.plu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.plu(torch.ones(3)).dtype
    torch.float32
    """

def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """Leaky relu with slopes that are learned.

    Parameters
    ----------
    input : Tensor
        As for `leaky_relu`.
    weight : Tensor
        The slopes: one for all, or one for each element of dimension 1.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    RuntimeError
        If there are other numbers of slopes, or dtypes differ.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.prelu(torch.tensor([-2.0, 3.0]), torch.tensor([0.25]))
    tensor([-0.5000,  3.0000])
    """

def reglu(a: Tensor, b: Tensor) -> Tensor:
    """Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.

    ``maximum(a, 0)*b``

    Parameters
    ----------
    a, b : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64, both the same; they broadcast.

    Returns
    -------
    Tensor
        Of that common shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another, or shapes do not broadcast.

    See Also
    --------
    fastact.reglu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.reglu(torch.ones(3), torch.ones(3)).dtype
    torch.float32
    """

def relu(input: Tensor, inplace: bool = False) -> Tensor:
    """Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

    ``maximum(x, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.relu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.relu(torch.ones(3)).dtype
    torch.float32
    """

def relu6(input: Tensor, inplace: bool = False) -> Tensor:
    """Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

    ``minimum(maximum(x, 0), 6)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.relu6 : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.relu6(torch.ones(3)).dtype
    torch.float32
    """

def relu_squared(input: Tensor, inplace: bool = False) -> Tensor:
    """Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.

    ``maximum(x, 0)**2``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.relu_squared : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.relu_squared(torch.ones(3)).dtype
    torch.float32
    """

def rrelu(input: Tensor, lower: float = 0.125, upper: float = 0.3333333333333333, training: bool = False, inplace: bool = False) -> Tensor:
    """Leaky relu with slopes that are drawn.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    lower, upper : float, default 1/8 and 1/3
        In training a slope is drawn for each element, uniformly from [lower, upper), by PyTorch's generator; otherwise all
        are (lower + upper)/2.
    training : bool, default False
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor

    Raises
    ------
    RuntimeError
        If lower is above upper.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.rrelu(torch.tensor([-2.0, 3.0]), 0.25, 0.75)
    tensor([-1.,  3.])
    """

def selu(input: Tensor, inplace: bool = False) -> Tensor:
    """Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

    ``1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.selu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.selu(torch.ones(3)).dtype
    torch.float32
    """

def serf(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with erf of softplus as its gate: image classification, machine translation.

    ``x*erf(log1p(exp(x)))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.serf : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.serf(torch.ones(3)).dtype
    torch.float32
    """

def shrink(input: Tensor, lambd: float = 0.5, bias: float = 0.0, inplace: bool = False) -> Tensor:
    """Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.

    ``where(abs(x) > lambd, x - sign(x)*bias, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    lambd : float, default 0.5
        half the width of what becomes 0
    bias : float, default 0
        shift
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil lambd >= 0.

    See Also
    --------
    fastact.shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.shrink(torch.ones(3)).dtype
    torch.float32
    """

def sigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

    ``1/(1 + exp(-x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sigmoid : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sigmoid(torch.ones(3)).dtype
    torch.float32
    """

def silu(input: Tensor, inplace: bool = False) -> Tensor:
    """Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.

    ``x/(1 + exp(-x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.silu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.silu(torch.ones(3)).dtype
    torch.float32
    """

def sin(input: Tensor, inplace: bool = False) -> Tensor:
    """The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

    ``sin(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sine : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sine(torch.ones(3)).dtype
    torch.float32
    """

def sinc(input: Tensor, inplace: bool = False) -> Tensor:
    """Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.

    ``where(x == 0, 1, sin(x)/x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sinc : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sinc(torch.ones(3)).dtype
    torch.float32
    """

def sine(input: Tensor, inplace: bool = False) -> Tensor:
    """The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

    ``sin(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sine : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sine(torch.ones(3)).dtype
    torch.float32
    """

def smish(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with tanh around the gate of logish: image classification.

    ``x*tanh(log1p(1/(1 + exp(-x))))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.smish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.smish(torch.ones(3)).dtype
    torch.float32
    """

def snake(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.

    ``where(alpha == 0, x, x + sin(alpha*x)**2/alpha)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 1
        frequency
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.snake : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.snake(torch.ones(3)).dtype
    torch.float32
    """

def soft_cap(input: Tensor, cap: float = 30.0, inplace: bool = False) -> Tensor:
    """Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.

    ``cap*tanh(x/cap)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    cap : float, default 30
        bound of the absolute value
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil cap > 0.

    See Also
    --------
    fastact.soft_cap : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.soft_cap(torch.ones(3)).dtype
    torch.float32
    """

def soft_clipping(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.

    ``log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 1
        steepness of the ends
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil alpha > 0.

    See Also
    --------
    fastact.soft_clipping : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.soft_clipping(torch.ones(3)).dtype
    torch.float32
    """

def soft_exponential(input: Tensor, alpha: float = 0.0, inplace: bool = False) -> Tensor:
    """Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.

    ``where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    alpha : float, default 0
        place between a logarithm (-1), the identity (0) and the exponential (1)
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.soft_exponential : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.soft_exponential(torch.ones(3)).dtype
    torch.float32
    """

def soft_shrink(input: Tensor, lambd: float = 0.5, inplace: bool = False) -> Tensor:
    """Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.

    ``where(abs(x) > lambd, x - sign(x)*lambd, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    lambd : float, default 0.5
        half the width of what becomes 0
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil lambd >= 0.

    See Also
    --------
    fastact.soft_shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.soft_shrink(torch.ones(3)).dtype
    torch.float32
    """

def softmax(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    """As `fastact.softmax`, of tensors.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int
        Along which the elements compete; without it the one that PyTorch chooses, with its warning.
    dtype : dtype, optional
        What the input is cast to before.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    IndexError, RuntimeError
        If there is no such dimension, or the dtype is another.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.softmax(torch.ones(2, 3), dim=-1).shape
    torch.Size([2, 3])
    """

def softmin(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    """As `fastact.softmin`, of tensors.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int
        Along which the elements compete; without it the one that PyTorch chooses, with its warning.
    dtype : dtype, optional
        What the input is cast to before.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    IndexError, RuntimeError
        If there is no such dimension, or the dtype is another.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.softmin(torch.ones(2, 3), dim=-1).shape
    torch.Size([2, 3])
    """

def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """``log(1 + exp(beta*input))/beta``.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    beta : float, default 1
        Not 0.
    threshold : float, default 20
        The result is the input itself where ``beta*input`` is above a threshold that is below 20.  Above 20 the two differ by
        less than 2.1e-9/beta, and the exact value is returned.

    Returns
    -------
    Tensor

    Raises
    ------
    ValueError
        If beta is 0.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.softplus(torch.tensor([0.0, 30.0]))
    tensor([ 0.6931, 30.0000])
    """

def softshrink(input: Tensor, lambd: float = 0.5, inplace: bool = False) -> Tensor:
    """Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.

    ``where(abs(x) > lambd, x - sign(x)*lambd, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    lambd : float, default 0.5
        half the width of what becomes 0
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil lambd >= 0.

    See Also
    --------
    fastact.soft_shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.soft_shrink(torch.ones(3)).dtype
    torch.float32
    """

def softsign(input: Tensor, inplace: bool = False) -> Tensor:
    """Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

    ``x/(1 + abs(x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.softsign : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.softsign(torch.ones(3)).dtype
    torch.float32
    """

def sparse_plus(input: Tensor, inplace: bool = False) -> Tensor:
    """Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.

    ``where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sparse_plus : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sparse_plus(torch.ones(3)).dtype
    torch.float32
    """

def sparse_sigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.

    ``minimum(maximum((x + 1)/2, 0), 1)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sparse_sigmoid : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sparse_sigmoid(torch.ones(3)).dtype
    torch.float32
    """

def sparsemax(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    """As `fastact.sparsemax`, of tensors.

    Parameters
    ----------
    input : Tensor
        As for `mish`.
    dim : int
        Along which the elements compete; without it the one that PyTorch chooses, with its warning.
    dtype : dtype, optional
        What the input is cast to before.

    Returns
    -------
    Tensor
        Of the shape of `input`.

    Raises
    ------
    IndexError, RuntimeError
        If there is no such dimension, or the dtype is another.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sparsemax(torch.ones(2, 3), dim=-1).shape
    torch.Size([2, 3])
    """

def sq_rbf(input: Tensor, inplace: bool = False) -> Tensor:
    """Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.

    ``where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sq_rbf : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sq_rbf(torch.ones(3)).dtype
    torch.float32
    """

def sqnl(input: Tensor, inplace: bool = False) -> Tensor:
    """Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.

    ``where(abs(x) < 2, x - x*abs(x)/4, sign(x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.sqnl : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.sqnl(torch.ones(3)).dtype
    torch.float32
    """

def squareplus(input: Tensor, b: float = 4.0, inplace: bool = False) -> Tensor:
    """Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.

    ``(x + sqrt(x**2 + b))/2``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    b : float, default 4
        width of the bend, squared
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil b >= 0.

    See Also
    --------
    fastact.squareplus : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.squareplus(torch.ones(3)).dtype
    torch.float32
    """

def srelu(input: Tensor, t_left: float, a_left: float, t_right: float, a_right: float, inplace: bool = False) -> Tensor:
    """S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.

    ``where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    t_left : float
        lower corner
    a_left : float
        slope below t_left
    t_right : float
        upper corner
    a_right : float
        slope above t_right
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.
    ValueError
        If parameters do not fulfil t_left <= t_right.

    See Also
    --------
    fastact.srelu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.srelu(torch.ones(3), t_left=0.5, a_left=1.5, t_right=2.5, a_right=3.5).dtype
    torch.float32
    """

def star_relu(input: Tensor, scale: float = 0.8944, bias: float = -0.4472, inplace: bool = False) -> Tensor:
    """Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.

    ``scale*maximum(x, 0)**2 + bias``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    scale : float, default 0.8944
        factor of the square
    bias : float, default -0.4472
        shift
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.star_relu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.star_relu(torch.ones(3)).dtype
    torch.float32
    """

def swiglu(a: Tensor, b: Tensor, beta: float = 1.0) -> Tensor:
    """Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.

    ``a/(1 + exp(-beta*a))*b``

    Parameters
    ----------
    a, b : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64, both the same; they broadcast.
    beta : float, default 1
        steepness

    Returns
    -------
    Tensor
        Of that common shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another, or shapes do not broadcast.

    See Also
    --------
    fastact.swiglu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.swiglu(torch.ones(3), torch.ones(3)).dtype
    torch.float32
    """

def swiglu_oai(a: Tensor, b: Tensor, limit: float = 7.0, alpha: float = 1.702) -> Tensor:
    """Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.

    ``minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)``

    Parameters
    ----------
    a, b : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64, both the same; they broadcast.
    limit : float, default 7
        bound of a, and of the absolute value of b
    alpha : float, default 1.702
        steepness

    Returns
    -------
    Tensor
        Of that common shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another, or shapes do not broadcast.
    ValueError
        If parameters do not fulfil limit > 0.

    See Also
    --------
    fastact.swiglu_oai : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.swiglu_oai(torch.ones(3), torch.ones(3)).dtype
    torch.float32
    """

def swish(input: Tensor, beta: float = 1.0, inplace: bool = False) -> Tensor:
    """Silu with a slope beta, fixed or learned, from an automated search: image classification.

    ``x/(1 + exp(-beta*x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    beta : float, default 1
        steepness
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.swish : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.swish(torch.ones(3)).dtype
    torch.float32
    """

def tanh(input: Tensor, inplace: bool = False) -> Tensor:
    """Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

    ``tanh(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.tanh : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.tanh(torch.ones(3)).dtype
    torch.float32
    """

def tanh_shrink(input: Tensor, inplace: bool = False) -> Tensor:
    """Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.

    ``x - tanh(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.tanh_shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.tanh_shrink(torch.ones(3)).dtype
    torch.float32
    """

def tanhexp(input: Tensor, inplace: bool = False) -> Tensor:
    """Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.

    ``x*tanh(exp(x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.tanhexp : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.tanhexp(torch.ones(3)).dtype
    torch.float32
    """

def tanhshrink(input: Tensor, inplace: bool = False) -> Tensor:
    """Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.

    ``x - tanh(x)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.tanh_shrink : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.tanh_shrink(torch.ones(3)).dtype
    torch.float32
    """

def thin_plate(input: Tensor, inplace: bool = False) -> Tensor:
    """Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.

    ``where(x == 0, 0, x**2*log(x))``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.thin_plate : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.thin_plate(torch.ones(3)).dtype
    torch.float32
    """

def threshold(input: Tensor, threshold: float, value: float, inplace: bool = False) -> Tensor:
    """Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.

    ``where(x > threshold, x, value)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    threshold : float
        argument above which x passes
    value : float
        result up to the threshold
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.threshold : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.threshold(torch.ones(3), threshold=0.5, value=1.5).dtype
    torch.float32
    """

def thresholded_relu(input: Tensor, threshold: float = 1.0, inplace: bool = False) -> Tensor:
    """Rectifier that jumps to zero below its threshold: autoencoders trained without biases.

    ``where(x > threshold, x, 0)``

    Parameters
    ----------
    input : Tensor
        Of any shape and any strides, on the processor; float16, bfloat16, float32 or float64.
    threshold : float, default 1
        argument above which x passes
    inplace : bool, default False
        Whether the result takes the place of the input.

    Returns
    -------
    Tensor
        Of that shape and dtype, differentiable once.

    Raises
    ------
    RuntimeError
        If a dtype is another.

    See Also
    --------
    fastact.thresholded_relu : the same of arrays, with its error bounds, limits and source.

    Examples
    --------
    >>> import torch
    >>> from fastact.backends import torch as ft
    >>> ft.functional.thresholded_relu(torch.ones(3)).dtype
    torch.float32
    """
