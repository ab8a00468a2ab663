"""Functions along a dimension: what `functional` has of them."""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.compiler import is_dynamo_compiling

from fastact.backends.torch.kernels import check_dim
from fastact.backends.torch.ops import function_of

__all__ = [
    "bipolar_relu", "crelu", "entmax", "entmax15", "log_softmax", "logsumexp", "maxout", "softmax", "softmin", "sparsemax",
]  # fmt: skip

_PAGE = """As `fastact.{name}`, of tensors.

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
>>> ft.functional.{name}(torch.ones(2, 3), dim=-1).shape
torch.Size([2, 3])
"""


_entmax, _logsumexp, _relu = map(function_of, ("entmax", "logsumexp", "relu"))


def _dim(name: str, input: Tensor, dim: int | None, stacklevel: int) -> int:
    return torch.nn.functional._get_softmax_dim(name, input.dim(), stacklevel + 1) if dim is None else dim


def _along(name: str) -> Callable[..., Tensor]:
    op = function_of(name)

    def function(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
        dim = _dim(name, input, dim, _stacklevel)
        if dtype is not None:
            input = input.to(dtype)
        return op(input, dim)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = _PAGE.format(name=name)
    return function


softmax = _along("softmax")
log_softmax = _along("log_softmax")
sparsemax = _along("sparsemax")
entmax15 = _along("entmax15")


def softmin(input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: torch.dtype | None = None) -> Tensor:
    dim = _dim("softmin", input, dim, _stacklevel)
    return softmax(-input if dtype is None else -input.to(dtype), dim)


softmin.__doc__ = _PAGE.format(name="softmin")


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
    if not is_dynamo_compiling() and not alpha > 1:
        raise ValueError(f"entmax: alpha must be above 1, not {alpha}")
    return _entmax(input, alpha, dim)


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
    dims = (dim,) if isinstance(dim, int) else tuple(dim)
    if len(dims) == 1:
        made = _logsumexp(input, dims[0])
        return made.unsqueeze(dims[0]) if keepdim and input.dim() else made
    for one in dims:
        check_dim("logsumexp", one, input.dim())
    counted = {one % max(input.dim(), 1) for one in dims}
    if len(counted) < len(dims):
        raise RuntimeError(f"logsumexp: a dimension appears twice in {dims}")
    rest = [k for k in range(input.dim()) if k not in counted]
    moved = input.movedim(rest, list(range(len(rest))))
    made = _logsumexp(moved.flatten(len(rest)) if dims else moved.unsqueeze(-1), -1)
    return made.reshape([n if k in rest else 1 for k, n in enumerate(input.shape)]) if keepdim else made


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
    return torch.cat((_relu(input), _relu(-input)), dim)


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
    shape = [1] * input.dim()
    shape[dim] = input.shape[dim]
    signs = (1 - 2 * (torch.arange(input.shape[dim], device=input.device) % 2)).to(input.dtype).reshape(shape)
    return signs * _relu(signs * input)


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
    if pieces < 1 or input.shape[dim] % pieces:
        raise ValueError(f"maxout: pieces must divide the length {input.shape[dim]} of dimension {dim}, but is {pieces}")
    dim = dim % input.dim()
    return input.unflatten(dim, (-1, pieces)).max(dim + 1).values
