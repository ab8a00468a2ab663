# Made by `python -m fastact.lab.write_torch_stubs`: names that are made from the tables, with their types.
from collections.abc import Callable

import torch
from torch import Tensor

__all__ = [
    "Arcsinh",
    "Arctan",
    "BCEWithLogitsLoss",
    "BentIdentity",
    "BilinearGLU",
    "BinaryStep",
    "BipolarReLU",
    "CELU",
    "CReLU",
    "ClippedReLU",
    "CrossEntropyLoss",
    "Dish",
    "ELU",
    "ELiSH",
    "Entmax",
    "Entmax15",
    "Exponential",
    "GCU",
    "GEGLU",
    "GEGLUTanh",
    "GELU",
    "GELUQuick",
    "GELUTanh",
    "GLU",
    "Gaussian",
    "HardELiSH",
    "Hardshrink",
    "Hardsigmoid",
    "Hardswish",
    "Hardtanh",
    "ISRLU",
    "ISRU",
    "Identity",
    "InverseMultiquadric",
    "LeakyReLU",
    "LiSHT",
    "LogSigmoid",
    "LogSoftmax",
    "Logish",
    "Logit",
    "Logsumexp",
    "Maxout",
    "Mish",
    "Multiquadric",
    "PLU",
    "PReLU",
    "Phish",
    "RReLU",
    "ReGLU",
    "ReLU",
    "ReLU6",
    "ReLUSquared",
    "SELU",
    "SQNL",
    "SReLU",
    "Serf",
    "Shrink",
    "SiLU",
    "Sigmoid",
    "Sinc",
    "Sine",
    "Smish",
    "Snake",
    "SoftCap",
    "SoftClipping",
    "SoftExponential",
    "Softmax",
    "Softmax2d",
    "Softmin",
    "Softplus",
    "Softshrink",
    "Softsign",
    "SparsePlus",
    "SparseSigmoid",
    "Sparsemax",
    "SqRBF",
    "Squareplus",
    "StarReLU",
    "SwiGLU",
    "SwiGLUOAI",
    "Swish",
    "Tanh",
    "TanhExp",
    "Tanhshrink",
    "ThinPlate",
    "Threshold",
    "ThresholdedReLU",
]

class Arcsinh(torch.nn.Module):
    """Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

    ``arcsinh(x)`` of input, as `fastact.backends.torch.functional.arcsinh`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Arctan(torch.nn.Module):
    """Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

    ``arctan(x)`` of input, as `fastact.backends.torch.functional.arctan`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class BCEWithLogitsLoss(torch.nn.BCEWithLogitsLoss):
    """`torch.nn.BCEWithLogitsLoss`, computed by fastact, the gradient with the loss."""

class BentIdentity(torch.nn.Module):
    """Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.

    ``(sqrt(x**2 + 1) - 1)/2 + x`` of input, as `fastact.backends.torch.functional.bent_identity`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class BilinearGLU(torch.nn.Module):
    """Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.

    ``a*b`` of a and b, as `fastact.backends.torch.functional.bilinear`.

    Parameters
    ----------
    packed : bool, default False
        Whether it is called with one tensor, whose halves are a and b, and not with two.
    dim : int, default -1
        Along which the halves follow each other.
    gate : str, default 'first'
        Which half is within the activation.
    """

    packed: bool
    dim: int
    gate: str
    def __init__(self, packed: bool = False, dim: int = -1, gate: str = 'first') -> None: ...
    def forward(self, *tensors: Tensor) -> Tensor: ...

class BinaryStep(torch.nn.Module):
    """The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.

    ``where(x >= threshold, 1, 0)`` of input, as `fastact.backends.torch.functional.binary_step`.

    Parameters
    ----------
    threshold : float, default 0.0
        where the step is
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    threshold: float
    inplace: bool
    def __init__(self, threshold: float = 0.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class BipolarReLU(torch.nn.Module):
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

    dim: int
    def __init__(self, dim: int = -1) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class CELU(torch.nn.CELU):
    """`torch.nn.CELU`, computed by fastact."""

class CReLU(torch.nn.Module):
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

    dim: int
    def __init__(self, dim: int = -1) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class ClippedReLU(torch.nn.Module):
    """Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

    ``minimum(maximum(x, 0), upper)`` of input, as `fastact.backends.torch.functional.clipped_relu`.

    Parameters
    ----------
    upper : float, default 6.0
        upper bound
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    upper: float
    inplace: bool
    def __init__(self, upper: float = 6.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class CrossEntropyLoss(torch.nn.CrossEntropyLoss):
    """`torch.nn.CrossEntropyLoss`, computed by fastact, the gradient with the loss."""

class Dish(torch.nn.Module):
    """Self-gated unit with an algebraic gate made of isru: a silu without an exponential.

    ``x/2*(x/sqrt(1 + x**2) + 1)`` of input, as `fastact.backends.torch.functional.dish`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class ELU(torch.nn.ELU):
    """`torch.nn.ELU`, computed by fastact."""

class ELiSH(torch.nn.Module):
    """Silu for positive inputs, elu times the logistic function for negative ones: image classification.

    ``where(x >= 0, x, expm1(x))/(1 + exp(-x))`` of input, as `fastact.backends.torch.functional.elish`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Entmax(torch.nn.Module):
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

    alpha: float
    dim: int
    def __init__(self, alpha: float = 1.5, dim: int = -1) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Entmax15(torch.nn.Module):
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

    dim: int
    def __init__(self, dim: int = -1) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Exponential(torch.nn.Module):
    """The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

    ``exp(x)`` of input, as `fastact.backends.torch.functional.exponential`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class GCU(torch.nn.Module):
    """Growing cosine unit, oscillating and unbounded: convolutional image classifiers.

    ``x*cos(x)`` of input, as `fastact.backends.torch.functional.gcu`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class GEGLU(torch.nn.Module):
    """Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.

    ``a*erfc(-a/sqrt(2))/2*b`` of a and b, as `fastact.backends.torch.functional.geglu`.

    Parameters
    ----------
    packed : bool, default False
        Whether it is called with one tensor, whose halves are a and b, and not with two.
    dim : int, default -1
        Along which the halves follow each other.
    gate : str, default 'first'
        Which half is within the activation.
    """

    packed: bool
    dim: int
    gate: str
    def __init__(self, packed: bool = False, dim: int = -1, gate: str = 'first') -> None: ...
    def forward(self, *tensors: Tensor) -> Tensor: ...

class GEGLUTanh(torch.nn.Module):
    """Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.

    ``a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b`` of a and b, as `fastact.backends.torch.functional.geglu_tanh`.

    Parameters
    ----------
    packed : bool, default False
        Whether it is called with one tensor, whose halves are a and b, and not with two.
    dim : int, default -1
        Along which the halves follow each other.
    gate : str, default 'first'
        Which half is within the activation.
    """

    packed: bool
    dim: int
    gate: str
    def __init__(self, packed: bool = False, dim: int = -1, gate: str = 'first') -> None: ...
    def forward(self, *tensors: Tensor) -> Tensor: ...

class GELU(torch.nn.GELU):
    """`torch.nn.GELU`, computed by fastact."""

class GELUQuick(torch.nn.Module):
    """Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.

    ``x/(1 + exp(-1.702*x))`` of input, as `fastact.backends.torch.functional.gelu_quick`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class GELUTanh(torch.nn.Module):
    """Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.

    ``x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))`` of input, as `fastact.backends.torch.functional.gelu_tanh`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class GLU(torch.nn.GLU):
    """`torch.nn.GLU`, computed by fastact."""

class Gaussian(torch.nn.Module):
    """Gaussian bell: hidden units of radial basis function networks, implicit neural representations.

    ``exp(-x**2)`` of input, as `fastact.backends.torch.functional.gaussian`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class HardELiSH(torch.nn.Module):
    """Cheaper elish with a hard sigmoid for the logistic function: image classification.

    ``where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)`` of input, as `fastact.backends.torch.functional.hard_elish`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Hardshrink(torch.nn.Hardshrink):
    """`torch.nn.Hardshrink`, computed by fastact."""

class Hardsigmoid(torch.nn.Hardsigmoid):
    """`torch.nn.Hardsigmoid`, computed by fastact."""

class Hardswish(torch.nn.Hardswish):
    """`torch.nn.Hardswish`, computed by fastact."""

class Hardtanh(torch.nn.Hardtanh):
    """`torch.nn.Hardtanh`, computed by fastact."""

class ISRLU(torch.nn.Module):
    """Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.

    ``where(x >= 0, x, x/sqrt(1 + alpha*x**2))`` of input, as `fastact.backends.torch.functional.isrlu`.

    Parameters
    ----------
    alpha : float, default 1.0
        bend: results end at -1/sqrt(alpha)
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    alpha: float
    inplace: bool
    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class ISRU(torch.nn.Module):
    """Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.

    ``x/sqrt(1 + alpha*x**2)`` of input, as `fastact.backends.torch.functional.isru`.

    Parameters
    ----------
    alpha : float, default 1.0
        bend: results end at 1/sqrt(alpha)
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    alpha: float
    inplace: bool
    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Identity(torch.nn.Module):
    """The linear unit, which changes nothing: output layers of regression models, layers without activation.

    ``+x`` of input, as `fastact.backends.torch.functional.identity`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class InverseMultiquadric(torch.nn.Module):
    """Radial basis function that decays slowly: interpolation of scattered data.

    ``1/sqrt(x**2 + a**2)`` of input, as `fastact.backends.torch.functional.inverse_multiquadric`.

    Parameters
    ----------
    a : float, default 1.0
        width
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    a: float
    inplace: bool
    def __init__(self, a: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class LeakyReLU(torch.nn.LeakyReLU):
    """`torch.nn.LeakyReLU`, computed by fastact."""

class LiSHT(torch.nn.Module):
    """Linearly scaled tanh, even and never negative: image classification, sentiment analysis.

    ``x*tanh(x)`` of input, as `fastact.backends.torch.functional.lisht`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class LogSigmoid(torch.nn.LogSigmoid):
    """`torch.nn.LogSigmoid`, computed by fastact."""

class LogSoftmax(torch.nn.LogSoftmax):
    """`torch.nn.LogSoftmax`, computed by fastact."""

class Logish(torch.nn.Module):
    """Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.

    ``x*log1p(1/(1 + exp(-x)))`` of input, as `fastact.backends.torch.functional.logish`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Logit(torch.nn.Module):
    """Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.

    ``log(x/(1 - x))`` of input, as `fastact.backends.torch.functional.logit`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Logsumexp(torch.nn.Module):
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

    dim: int
    keepdim: bool
    def __init__(self, dim: int = -1, keepdim: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Maxout(torch.nn.Module):
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

    pieces: int
    dim: int
    def __init__(self, pieces: int, dim: int = -1) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Mish(torch.nn.Mish):
    """`torch.nn.Mish`, computed by fastact."""

class Multiquadric(torch.nn.Module):
    """Radial basis function that grows with the distance: interpolation of scattered data.

    ``sqrt(x**2 + a**2)`` of input, as `fastact.backends.torch.functional.multiquadric`.

    Parameters
    ----------
    a : float, default 1.0
        width
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    a: float
    inplace: bool
    def __init__(self, a: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class PLU(torch.nn.Module):
    """Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.

    ``maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)`` of input, as `fastact.backends.torch.functional.plu`.

    Parameters
    ----------
    a : float, default 0.1
        slope beyond the corners
    c : float, default 1.0
        where the corners are
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    a: float
    c: float
    inplace: bool
    def __init__(self, a: float = 0.1, c: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class PReLU(torch.nn.PReLU):
    """`torch.nn.PReLU`, computed by fastact."""

class Phish(torch.nn.Module):
    """Self-gated unit with tanh of gelu as its gate, never negative: image classification.

    ``x*tanh(x*erfc(-x/sqrt(2))/2)`` of input, as `fastact.backends.torch.functional.phish`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class RReLU(torch.nn.RReLU):
    """`torch.nn.RReLU`, computed by fastact."""

class ReGLU(torch.nn.Module):
    """Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.

    ``maximum(a, 0)*b`` of a and b, as `fastact.backends.torch.functional.reglu`.

    Parameters
    ----------
    packed : bool, default False
        Whether it is called with one tensor, whose halves are a and b, and not with two.
    dim : int, default -1
        Along which the halves follow each other.
    gate : str, default 'first'
        Which half is within the activation.
    """

    packed: bool
    dim: int
    gate: str
    def __init__(self, packed: bool = False, dim: int = -1, gate: str = 'first') -> None: ...
    def forward(self, *tensors: Tensor) -> Tensor: ...

class ReLU(torch.nn.ReLU):
    """`torch.nn.ReLU`, computed by fastact."""

class ReLU6(torch.nn.ReLU6):
    """`torch.nn.ReLU6`, computed by fastact."""

class ReLUSquared(torch.nn.Module):
    """Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.

    ``maximum(x, 0)**2`` of input, as `fastact.backends.torch.functional.relu_squared`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SELU(torch.nn.SELU):
    """`torch.nn.SELU`, computed by fastact."""

class SQNL(torch.nn.Module):
    """Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.

    ``where(abs(x) < 2, x - x*abs(x)/4, sign(x))`` of input, as `fastact.backends.torch.functional.sqnl`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SReLU(torch.nn.Module):
    """S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.

    ``where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))`` of input, as `fastact.backends.torch.functional.srelu`.

    Parameters
    ----------
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
    """

    t_left: float
    a_left: float
    t_right: float
    a_right: float
    inplace: bool
    def __init__(self, t_left: float, a_left: float, t_right: float, a_right: float, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Serf(torch.nn.Module):
    """Self-gated unit with erf of softplus as its gate: image classification, machine translation.

    ``x*erf(log1p(exp(x)))`` of input, as `fastact.backends.torch.functional.serf`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Shrink(torch.nn.Module):
    """Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.

    ``where(abs(x) > lambd, x - sign(x)*bias, 0)`` of input, as `fastact.backends.torch.functional.shrink`.

    Parameters
    ----------
    lambd : float, default 0.5
        half the width of what becomes 0
    bias : float, default 0.0
        shift
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    lambd: float
    bias: float
    inplace: bool
    def __init__(self, lambd: float = 0.5, bias: float = 0.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SiLU(torch.nn.SiLU):
    """`torch.nn.SiLU`, computed by fastact."""

class Sigmoid(torch.nn.Sigmoid):
    """`torch.nn.Sigmoid`, computed by fastact."""

class Sinc(torch.nn.Module):
    """Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.

    ``where(x == 0, 1, sin(x)/x)`` of input, as `fastact.backends.torch.functional.sinc`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Sine(torch.nn.Module):
    """The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

    ``sin(x)`` of input, as `fastact.backends.torch.functional.sine`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Smish(torch.nn.Module):
    """Self-gated unit with tanh around the gate of logish: image classification.

    ``x*tanh(log1p(1/(1 + exp(-x))))`` of input, as `fastact.backends.torch.functional.smish`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Snake(torch.nn.Module):
    """Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.

    ``where(alpha == 0, x, x + sin(alpha*x)**2/alpha)`` of input, as `fastact.backends.torch.functional.snake`.

    Parameters
    ----------
    alpha : float, default 1.0
        frequency
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    alpha: float
    inplace: bool
    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SoftCap(torch.nn.Module):
    """Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.

    ``cap*tanh(x/cap)`` of input, as `fastact.backends.torch.functional.soft_cap`.

    Parameters
    ----------
    cap : float, default 30.0
        bound of the absolute value
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    cap: float
    inplace: bool
    def __init__(self, cap: float = 30.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SoftClipping(torch.nn.Module):
    """Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.

    ``log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha`` of input, as `fastact.backends.torch.functional.soft_clipping`.

    Parameters
    ----------
    alpha : float, default 1.0
        steepness of the ends
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    alpha: float
    inplace: bool
    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SoftExponential(torch.nn.Module):
    """Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.

    ``where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))`` of input, as `fastact.backends.torch.functional.soft_exponential`.

    Parameters
    ----------
    alpha : float, default 0.0
        place between a logarithm (-1), the identity (0) and the exponential (1)
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    alpha: float
    inplace: bool
    def __init__(self, alpha: float = 0.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Softmax(torch.nn.Softmax):
    """`torch.nn.Softmax`, computed by fastact."""

class Softmax2d(torch.nn.Softmax2d):
    """`torch.nn.Softmax2d`, computed by fastact."""

class Softmin(torch.nn.Softmin):
    """`torch.nn.Softmin`, computed by fastact."""

class Softplus(torch.nn.Softplus):
    """`torch.nn.Softplus`, computed by fastact."""

class Softshrink(torch.nn.Softshrink):
    """`torch.nn.Softshrink`, computed by fastact."""

class Softsign(torch.nn.Softsign):
    """`torch.nn.Softsign`, computed by fastact."""

class SparsePlus(torch.nn.Module):
    """Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.

    ``where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)`` of input, as `fastact.backends.torch.functional.sparse_plus`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SparseSigmoid(torch.nn.Module):
    """Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.

    ``minimum(maximum((x + 1)/2, 0), 1)`` of input, as `fastact.backends.torch.functional.sparse_sigmoid`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Sparsemax(torch.nn.Module):
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

    dim: int
    def __init__(self, dim: int = -1) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SqRBF(torch.nn.Module):
    """Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.

    ``where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))`` of input, as `fastact.backends.torch.functional.sq_rbf`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Squareplus(torch.nn.Module):
    """Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.

    ``(x + sqrt(x**2 + b))/2`` of input, as `fastact.backends.torch.functional.squareplus`.

    Parameters
    ----------
    b : float, default 4.0
        width of the bend, squared
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    b: float
    inplace: bool
    def __init__(self, b: float = 4.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class StarReLU(torch.nn.Module):
    """Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.

    ``scale*maximum(x, 0)**2 + bias`` of input, as `fastact.backends.torch.functional.star_relu`.

    Parameters
    ----------
    scale : float, default 0.8944
        factor of the square
    bias : float, default -0.4472
        shift
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    scale: float
    bias: float
    inplace: bool
    def __init__(self, scale: float = 0.8944, bias: float = -0.4472, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class SwiGLU(torch.nn.Module):
    """Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.

    ``a/(1 + exp(-beta*a))*b`` of a and b, as `fastact.backends.torch.functional.swiglu`.

    Parameters
    ----------
    packed : bool, default False
        Whether it is called with one tensor, whose halves are a and b, and not with two.
    dim : int, default -1
        Along which the halves follow each other.
    gate : str, default 'first'
        Which half is within the activation.
    beta : float, default 1.0
        steepness
    """

    packed: bool
    dim: int
    gate: str
    beta: float
    def __init__(self, packed: bool = False, dim: int = -1, gate: str = 'first', beta: float = 1.0) -> None: ...
    def forward(self, *tensors: Tensor) -> Tensor: ...

class SwiGLUOAI(torch.nn.Module):
    """Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.

    ``minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)`` of a and b, as `fastact.backends.torch.functional.swiglu_oai`.

    Parameters
    ----------
    packed : bool, default False
        Whether it is called with one tensor, whose halves are a and b, and not with two.
    dim : int, default -1
        Along which the halves follow each other.
    gate : str, default 'first'
        Which half is within the activation.
    limit : float, default 7.0
        bound of a, and of the absolute value of b
    alpha : float, default 1.702
        steepness
    """

    packed: bool
    dim: int
    gate: str
    limit: float
    alpha: float
    def __init__(self, packed: bool = False, dim: int = -1, gate: str = 'first', limit: float = 7.0, alpha: float = 1.702) -> None: ...
    def forward(self, *tensors: Tensor) -> Tensor: ...

class Swish(torch.nn.Module):
    """Silu with a slope beta, fixed or learned, from an automated search: image classification.

    ``x/(1 + exp(-beta*x))`` of input, as `fastact.backends.torch.functional.swish`.

    Parameters
    ----------
    beta : float, default 1.0
        steepness
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    beta: float
    inplace: bool
    def __init__(self, beta: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Tanh(torch.nn.Tanh):
    """`torch.nn.Tanh`, computed by fastact."""

class TanhExp(torch.nn.Module):
    """Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.

    ``x*tanh(exp(x))`` of input, as `fastact.backends.torch.functional.tanhexp`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Tanhshrink(torch.nn.Tanhshrink):
    """`torch.nn.Tanhshrink`, computed by fastact."""

class ThinPlate(torch.nn.Module):
    """Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.

    ``where(x == 0, 0, x**2*log(x))`` of input, as `fastact.backends.torch.functional.thin_plate`.

    Parameters
    ----------
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    inplace: bool
    def __init__(self, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...

class Threshold(torch.nn.Threshold):
    """`torch.nn.Threshold`, computed by fastact."""

class ThresholdedReLU(torch.nn.Module):
    """Rectifier that jumps to zero below its threshold: autoencoders trained without biases.

    ``where(x > threshold, x, 0)`` of input, as `fastact.backends.torch.functional.thresholded_relu`.

    Parameters
    ----------
    threshold : float, default 1.0
        argument above which x passes
    inplace : bool, default False
        Whether the result takes the place of the input.
    """

    threshold: float
    inplace: bool
    def __init__(self, threshold: float = 1.0, inplace: bool = False) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
