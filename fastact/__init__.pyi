# Made by `python -m fastact.lab.write_stubs`: the public names with their types, and with their docstrings for tools that do
# not import.
#
# The first overload that fits a call says what it returns.  To a type checker np.float64 is a float and bool is an int.  For
# np.float64 as a parameter there are overloads before those of float; but True is taken for a float, whose result is float64,
# where most functions compute it in float16 as numpy.exp does.  A 0-d array is taken for an array; its result is a scalar.
#
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from types import EllipsisType
from typing import Any, Literal, NamedTuple, NoReturn, Protocol, SupportsIndex, TypeAlias, TypedDict, TypeVar, Unpack, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fastact import special as special
from fastact.catalogue.activations import Activation as Activation

__version__: str
__all__ = [
    "Activation", "SoftmaxPartial", "__version__", "activations", "arcsinh", "arcsinh_backward", "arcsinh_grad",
    "arcsinh_with_grad", "arctan", "arctan_backward", "arctan_backward_from_output", "arctan_grad", "arctan_grad_from_output",
    "arctan_with_grad", "bent_identity", "bent_identity_backward", "bent_identity_grad", "bent_identity_with_grad", "bias_act",
    "bias_act_backward", "bilinear", "bilinear_backward", "bilinear_packed", "bilinear_packed_backward", "binary_step",
    "binary_step_backward", "binary_step_grad", "binary_step_with_grad", "bipolar_relu", "bipolar_relu_backward",
    "bipolar_relu_grad", "bipolar_relu_with_grad", "causal_softmax", "causal_softmax_backward", "celu", "celu_backward",
    "celu_backward_from_output", "celu_grad", "celu_grad_from_output", "celu_with_grad", "clipped_relu",
    "clipped_relu_backward", "clipped_relu_backward_from_output", "clipped_relu_grad", "clipped_relu_grad_from_output",
    "clipped_relu_with_grad", "crelu", "crelu_backward", "crelu_grad", "crelu_with_grad", "disable_pool", "dish",
    "dish_backward", "dish_grad", "dish_with_grad", "elish", "elish_backward", "elish_grad", "elish_with_grad", "elu",
    "elu_backward", "elu_backward_from_output", "elu_grad", "elu_grad_from_output", "elu_with_grad", "enable_pool", "entmax",
    "entmax15", "entmax15_backward", "entmax_backward", "exponential", "exponential_backward",
    "exponential_backward_from_output", "exponential_grad", "exponential_grad_from_output", "exponential_with_grad", "gaussian",
    "gaussian_backward", "gaussian_grad", "gaussian_with_grad", "gcu", "gcu_backward", "gcu_grad", "gcu_with_grad", "geglu",
    "geglu_backward", "geglu_packed", "geglu_packed_backward", "geglu_tanh", "geglu_tanh_backward", "geglu_tanh_packed",
    "geglu_tanh_packed_backward", "gelu", "gelu_backward", "gelu_grad", "gelu_quick", "gelu_quick_backward", "gelu_quick_grad",
    "gelu_quick_with_grad", "gelu_tanh", "gelu_tanh_backward", "gelu_tanh_grad", "gelu_tanh_with_grad", "gelu_with_grad", "get",
    "get_num_threads", "glu", "glu_backward", "glu_packed", "glu_packed_backward", "gumbel_softmax", "hard_elish",
    "hard_elish_backward", "hard_elish_grad", "hard_elish_with_grad", "hard_shrink", "hard_shrink_backward", "hard_shrink_grad",
    "hard_shrink_with_grad", "hard_sigmoid", "hard_sigmoid_backward", "hard_sigmoid_grad", "hard_sigmoid_with_grad",
    "hard_swish", "hard_swish_backward", "hard_swish_grad", "hard_swish_with_grad", "hard_tanh", "hard_tanh_backward",
    "hard_tanh_backward_from_output", "hard_tanh_grad", "hard_tanh_grad_from_output", "hard_tanh_with_grad", "identity",
    "identity_backward", "identity_grad", "identity_with_grad", "inverse_multiquadric", "inverse_multiquadric_backward",
    "inverse_multiquadric_grad", "inverse_multiquadric_with_grad", "isrlu", "isrlu_backward", "isrlu_grad", "isrlu_with_grad",
    "isru", "isru_backward", "isru_grad", "isru_with_grad", "leaky_relu", "leaky_relu_backward",
    "leaky_relu_backward_from_output", "leaky_relu_grad", "leaky_relu_grad_from_output", "leaky_relu_with_grad", "lisht",
    "lisht_backward", "lisht_grad", "lisht_with_grad", "log_sigmoid", "log_sigmoid_backward",
    "log_sigmoid_backward_from_output", "log_sigmoid_grad", "log_sigmoid_grad_from_output", "log_sigmoid_with_grad",
    "log_softmax", "log_softmax_backward", "logish", "logish_backward", "logish_grad", "logish_with_grad", "logit",
    "logit_backward", "logit_grad", "logit_with_grad", "logsumexp", "logsumexp_backward", "maxout", "maxout_backward", "mish",
    "mish_backward", "mish_grad", "mish_with_grad", "multiquadric", "multiquadric_backward", "multiquadric_grad",
    "multiquadric_with_grad", "num_threads", "online_logsumexp", "phish", "phish_backward", "phish_grad", "phish_with_grad",
    "plu", "plu_backward", "plu_grad", "plu_with_grad", "pooled", "prelu", "prelu_backward", "prelu_grad",
    "prelu_slope_backward", "prelu_with_grad", "reglu", "reglu_backward", "reglu_packed", "reglu_packed_backward", "relu",
    "relu6", "relu6_backward", "relu6_backward_from_output", "relu6_grad", "relu6_grad_from_output", "relu6_with_grad",
    "relu_backward", "relu_backward_from_output", "relu_grad", "relu_grad_from_output", "relu_squared", "relu_squared_backward",
    "relu_squared_grad", "relu_squared_with_grad", "relu_with_grad", "rrelu", "rrelu_backward", "rrelu_grad", "rrelu_with_grad",
    "segment_softmax", "segment_softmax_backward", "selu", "selu_backward", "selu_backward_from_output", "selu_grad",
    "selu_grad_from_output", "selu_with_grad", "serf", "serf_backward", "serf_grad", "serf_with_grad", "set_num_threads",
    "show_runtime", "shrink", "shrink_backward", "shrink_grad", "shrink_with_grad", "sigmoid", "sigmoid_backward",
    "sigmoid_backward_from_output", "sigmoid_cross_entropy", "sigmoid_cross_entropy_grad", "sigmoid_cross_entropy_with_grad",
    "sigmoid_grad", "sigmoid_grad_from_output", "sigmoid_with_grad", "silu", "silu_backward", "silu_grad", "silu_with_grad",
    "sinc", "sinc_backward", "sinc_grad", "sinc_with_grad", "sine", "sine_backward", "sine_grad", "sine_with_grad", "smish",
    "smish_backward", "smish_grad", "smish_with_grad", "snake", "snake_backward", "snake_grad", "snake_with_grad", "soft_cap",
    "soft_cap_backward", "soft_cap_grad", "soft_cap_with_grad", "soft_clipping", "soft_clipping_backward", "soft_clipping_grad",
    "soft_clipping_with_grad", "soft_exponential", "soft_exponential_backward", "soft_exponential_grad",
    "soft_exponential_with_grad", "soft_shrink", "soft_shrink_backward", "soft_shrink_grad", "soft_shrink_with_grad", "softmax",
    "softmax_backward", "softmax_cross_entropy", "softmax_cross_entropy_grad", "softmax_cross_entropy_with_grad",
    "softmax_merge", "softmax_partial", "softmin", "softplus", "softplus_backward", "softplus_backward_from_output",
    "softplus_grad", "softplus_grad_from_output", "softplus_with_grad", "softsign", "softsign_backward",
    "softsign_backward_from_output", "softsign_grad", "softsign_grad_from_output", "softsign_with_grad", "sparse_plus",
    "sparse_plus_backward", "sparse_plus_grad", "sparse_plus_with_grad", "sparse_sigmoid", "sparse_sigmoid_backward",
    "sparse_sigmoid_grad", "sparse_sigmoid_with_grad", "sparsemax", "sparsemax_backward", "sq_rbf", "sq_rbf_backward",
    "sq_rbf_grad", "sq_rbf_with_grad", "sqnl", "sqnl_backward", "sqnl_grad", "sqnl_with_grad", "squareplus",
    "squareplus_backward", "squareplus_grad", "squareplus_with_grad", "srelu", "srelu_backward", "srelu_grad",
    "srelu_with_grad", "star_relu", "star_relu_backward", "star_relu_grad", "star_relu_with_grad", "swiglu", "swiglu_backward",
    "swiglu_oai", "swiglu_oai_backward", "swiglu_oai_packed", "swiglu_oai_packed_backward", "swiglu_packed",
    "swiglu_packed_backward", "swish", "swish_backward", "swish_grad", "swish_with_grad", "tanh", "tanh_backward",
    "tanh_backward_from_output", "tanh_grad", "tanh_grad_from_output", "tanh_shrink", "tanh_shrink_backward",
    "tanh_shrink_grad", "tanh_shrink_with_grad", "tanh_with_grad", "tanhexp", "tanhexp_backward", "tanhexp_grad",
    "tanhexp_with_grad", "thin_plate", "thin_plate_backward", "thin_plate_grad", "thin_plate_with_grad", "threshold",
    "threshold_backward", "threshold_grad", "threshold_with_grad", "thresholded_relu", "thresholded_relu_backward",
    "thresholded_relu_grad", "thresholded_relu_with_grad", "trim_pool",
]

# ---- what arguments are ------------------------------------------------------------------------------------------------------

_F = TypeVar("_F", bound=np.floating[Any])
_D = TypeVar("_D", bound=np.floating[Any])
_S = TypeVar("_S", bound=tuple[int, ...])
_Out = TypeVar("_Out", bound=np.ndarray[Any, Any])
_Out2 = TypeVar("_Out2", bound=np.ndarray[Any, Any])
_M = TypeVar("_M", bound=np.ma.MaskedArray[Any, np.dtype[np.floating[Any]]] | np.matrix[Any, np.dtype[np.floating[Any]]])
_K = TypeVar("_K", bound=_Labelled | _Lazy | _Cloned)
_U = TypeVar("_U", bound=_Labelled | _Lazy | _Column | _Tensor)
_L = TypeVar("_L", bound=_Lazy)
_T_co = TypeVar("_T_co", covariant=True)
_N_co = TypeVar("_N_co", bound=np.generic, covariant=True)

class _Array(Protocol[_N_co]):
    """What NumPy takes for an array of these numbers, and no scalar."""

    def __len__(self) -> int: ...
    def __array__(self) -> np.ndarray[Any, np.dtype[_N_co]]: ...

class _Nested(Protocol[_T_co]):
    """A sequence, or one of sequences; text is none."""

    def __len__(self, /) -> int: ...
    def __contains__(self, x: object, /) -> bool: ...
    @overload
    def __getitem__(self, index: int, /) -> _T_co | _Nested[_T_co]: ...
    @overload
    def __getitem__(self, index: slice, /) -> _Nested[_T_co]: ...
    def __iter__(self, /) -> Iterator[_T_co | _Nested[_T_co]]: ...
    def __reversed__(self, /) -> Iterator[_T_co | _Nested[_T_co]]: ...

class _Labelled(Protocol):
    """An array with labels, of pandas or xarray."""

    def copy(self, deep: bool = ...) -> Any: ...

class _Lazy(Protocol):
    """An array that is computed later, of Dask."""

    def compute(self, **kwargs: Any) -> Any: ...
    @property
    def rechunk(self) -> Any: ...

class _Cloned(Protocol):
    """An array of polars, or a tensor: functions keep them all, ufuncs the two below, which say so to NumPy."""

    def clone(self) -> Any: ...

class _Column(_Cloned, Protocol):
    @property
    def __array_ufunc__(self) -> Any: ...

class _Tensor(_Cloned, Protocol):
    @property
    def __array_wrap__(self) -> Any: ...

_Number: TypeAlias = np.floating[Any] | np.integer[Any] | np.bool
_Scalar: TypeAlias = float | _Number
_Integer: TypeAlias = np.integer[Any] | np.bool
_Exact: TypeAlias = _Array[_Integer] | _Nested[_Scalar | _Array[_Number]]
_Reals: TypeAlias = _Scalar | _Array[_Number] | _Nested[_Scalar | _Array[_Number]]
_Operand: TypeAlias = _Reals | _Labelled | _Lazy | _Cloned
_Real: TypeAlias = float | np.floating[Any] | np.integer[Any]
_Bool: TypeAlias = bool | np.bool
_Axis: TypeAlias = SupportsIndex | Sequence[SupportsIndex] | None
_DTypeOf: TypeAlias = type[_D] | np.dtype[_D]
_Outs: TypeAlias = tuple[np.ndarray[Any, Any] | None, np.ndarray[Any, Any] | None]
_Inf: TypeAlias = Literal["limit", "nan"]
_Gate: TypeAlias = Literal["first", "second"]

class _Options(TypedDict, total=False):
    where: ArrayLike
    casting: Literal["no", "equiv", "safe", "same_kind", "unsafe"]
    order: Literal["K", "A", "C", "F"] | None
    subok: bool
    signature: str | tuple[DTypeLike | None, ...]
    sig: str | tuple[DTypeLike | None, ...]

# ---- what functions are ------------------------------------------------------------------------------------------------------

class _Parametric:
    """A ufunc whose last operands are parameters with names and defaults."""

    @property
    def ufunc(self) -> np.ufunc: ...
    @property
    def parameters(self) -> tuple[str, ...]: ...
    @property
    def nin(self) -> int: ...
    @property
    def nout(self) -> int: ...
    @property
    def nargs(self) -> int: ...
    @property
    def ntypes(self) -> int: ...
    @property
    def types(self) -> list[str]: ...
    @property
    def identity(self) -> None: ...
    @property
    def signature(self) -> None: ...
    def reduce(self, *args: Any, **kwargs: Any) -> NoReturn: ...
    def accumulate(self, *args: Any, **kwargs: Any) -> NoReturn: ...
    def reduceat(self, *args: Any, **kwargs: Any) -> NoReturn: ...
    def outer(self, *operands: ArrayLike, **kwargs: Any) -> NDArray[np.floating[Any]]: ...
    def at(self, a: np.ndarray[Any, Any], indices: Any, /, *others: ArrayLike, **given: ArrayLike) -> None: ...
    def resolve_dtypes(self, dtypes: Sequence[Any], **kwargs: Any) -> tuple[np.dtype[Any], ...]: ...
    __name__: str
    __signature__: Signature

class _OverUfunc:
    """A function over a ufunc, which computes its elements."""

    @property
    def ufunc(self) -> np.ufunc: ...
    __name__: str

class _Function(Protocol):
    """What `get` returns for a name that is not known before it runs; what that returns is one array, mostly."""

    @property
    def __name__(self) -> str: ...
    def __call__(self, x: _Operand, /, *others: Any, **options: Any) -> NDArray[np.floating[Any]] | Any: ...

class _Binary(np.ufunc):  # type: ignore[misc]  # pyright: ignore
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, out: None = None, *, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, out: None = None, *, dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, out: None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, out: None = None, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, out: None = None, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, out: None = None, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, out: EllipsisType | None = None, *, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, out: None = None, *,
        dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, out: None = None, *,
        dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, out: EllipsisType | None = None, *, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_a_0p1_c_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, a: _Operand, c: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: np.float64, c: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, a: float = 0.1, c: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, a: float = 0.1, c: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: _Reals = 0.1, c: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: np.float64, c: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, a: float = 0.1, c: float = 1.0,
        *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, a: float = 0.1,
        c: float = 1.0, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int],
        np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, a: _Array[_F] | _F | float = 0.1,
        c: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, a: _Array[_F] | _F | float = 0.1, c: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, a: float = 0.1, c: float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: _Reals = 0.1, c: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_a_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, a: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, a: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, a: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, a: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, a: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, a: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, a: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, a: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, a: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, a: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, a: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, a: float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, a: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, a: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, a: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, a: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_alpha_0(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, alpha: _Operand = 0.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, alpha: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, alpha: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, alpha: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, alpha: _Operand = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, alpha: _Operand = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, alpha: float = 0.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, alpha: float = 0.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, alpha: _Array[_F] | _F | float = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, alpha: _Array[_F] | _F | float = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, alpha: float = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_alpha_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, alpha: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, alpha: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, alpha: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, alpha: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, alpha: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, alpha: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, alpha: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, alpha: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, alpha: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, alpha: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, alpha: float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_b_4(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, b: _Operand = 4.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, b: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, b: _Scalar = 4.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, b: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, b: float = 4.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, b: float = 4.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, b: _Scalar = 4.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, b: _Scalar = 4.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, b: _Operand = 4.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, b: _Operand = 4.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, b: _Reals = 4.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, b: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, b: float = 4.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, b: float = 4.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, b: _Array[_F] | _F | float = 4.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, b: _Array[_F] | _F | float = 4.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, b: float = 4.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, b: _Reals = 4.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, b: _Reals = 4.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, b: _Reals = 4.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, b: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, b: _Reals = 4.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_beta_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, beta: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, beta: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, beta: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, beta: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, beta: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, beta: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, beta: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, beta: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, beta: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, beta: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, beta: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, beta: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, beta: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, beta: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, beta: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, beta: float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, beta: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, beta: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_cap_30(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, cap: _Operand = 30.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, cap: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, cap: _Scalar = 30.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, cap: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, cap: float = 30.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, cap: float = 30.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, cap: _Scalar = 30.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, cap: _Scalar = 30.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, cap: _Operand = 30.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, cap: _Operand = 30.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, cap: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, cap: float = 30.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, cap: float = 30.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, cap: _Array[_F] | _F | float = 30.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, cap: _Array[_F] | _F | float = 30.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, cap: float = 30.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, cap: _Reals = 30.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, cap: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_lambd_0p5(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, lambd: _Operand = 0.5, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, lambd: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, lambd: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, lambd: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, lambd: _Operand = 0.5, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, lambd: _Operand = 0.5, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, lambd: float = 0.5, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, lambd: float = 0.5, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, lambd: _Array[_F] | _F | float = 0.5, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, lambd: _Array[_F] | _F | float = 0.5, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, lambd: float = 0.5, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_lambd_0p5_bias_0(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, lambd: _Operand, bias: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: np.float64, bias: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, lambd: float = 0.5, bias: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, lambd: float = 0.5, bias: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: _Reals = 0.5, bias: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: np.float64, bias: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, lambd: float = 0.5,
        bias: float = 0.0, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S,
        np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, lambd: float = 0.5,
        bias: float = 0.0, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int],
        np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, lambd: _Array[_F] | _F | float = 0.5,
        bias: _Array[_F] | _F | float = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, lambd: _Array[_F] | _F | float = 0.5,
        bias: _Array[_F] | _F | float = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, lambd: float = 0.5, bias: float = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, lambd: _Reals = 0.5, bias: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_limit_7_alpha_1p702(_Parametric):
    @overload
    def __call__(self, a: _Operand, b: _Operand, /, limit: _Operand = 7.0, alpha: _Operand = 1.702, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, a: _Operand, b: _Operand, /, limit: _Operand, alpha: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, a: _Scalar, b: _Scalar, /, limit: _Scalar = 7.0, alpha: _Scalar = 1.702, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, a: _Scalar, b: _Scalar, /, limit: np.float64, alpha: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, a: _F, b: _F, /, limit: float = 7.0, alpha: float = 1.702, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, a: float, b: float, /, limit: float = 7.0, alpha: float = 1.702, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, a: _Scalar, b: _Scalar, /, limit: _Scalar = 7.0, alpha: _Scalar = 1.702, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, a: _Scalar, b: _Scalar, /, limit: _Scalar = 7.0, alpha: _Scalar = 1.702, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, a: _U, b: _U | _Operand, /, limit: _Operand = 7.0, alpha: _Operand = 1.702, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, a: _Reals, b: _U, /, limit: _Operand = 7.0, alpha: _Operand = 1.702, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, a: _Reals, b: _Reals, /, limit: _Reals = 7.0, alpha: _Reals = 1.702, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, a: _Reals, b: _Reals, /, limit: np.float64, alpha: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, a: np.ma.MaskedArray[_S, np.dtype[_F]], b: _Array[_F] | _F | float, /, limit: float = 7.0,
        alpha: float = 1.702, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S,
        np.dtype[_F]]: ...
    @overload
    def __call__(self, a: np.matrix[tuple[int, int], np.dtype[_F]], b: _Array[_F] | _F | float, /, limit: float = 7.0,
        alpha: float = 1.702, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int,
        int], np.dtype[_F]]: ...
    @overload
    def __call__(self, a: _Array[_F], b: _Array[_F] | _F | float, /, limit: _Array[_F] | _F | float = 7.0,
        alpha: _Array[_F] | _F | float = 1.702, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, a: _F | float, b: _Array[_F], /, limit: _Array[_F] | _F | float = 7.0,
        alpha: _Array[_F] | _F | float = 1.702, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, a: _Nested[float], b: _Nested[float], /, limit: float = 7.0, alpha: float = 1.702, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, a: _Reals, b: _Reals, /, limit: _Reals = 7.0, alpha: _Reals = 1.702, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_min_val_minus_1_max_val_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, y: _Operand, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *,
        out: _Out | tuple[_Out], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, y: _Operand, /, min_val: _Operand, max_val: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, min_val: np.float64, max_val: np.float64, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, y: _F, /, min_val: float = -1.0, max_val: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, y: float, /, min_val: float = -1.0, max_val: float = 1.0, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, y: _U | _Operand, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, y: _U, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, min_val: _Reals = -1.0, max_val: _Reals = 1.0, *,
        out: EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, min_val: np.float64, max_val: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, /, min_val: float = -1.0,
        max_val: float = 1.0, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S,
        np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, /, min_val: float = -1.0,
        max_val: float = 1.0, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int,
        int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], y: _Array[_F] | _F | float, /, min_val: _Array[_F] | _F | float = -1.0,
        max_val: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, y: _Array[_F], /, min_val: _Array[_F] | _F | float = -1.0,
        max_val: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], y: _Nested[float], /, min_val: float = -1.0, max_val: float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, min_val: _Reals = -1.0, max_val: _Reals = 1.0, *,
        out: EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_negative_slope_0p01(_Parametric):
    @overload
    def __call__(self, dy: _Operand, y: _Operand, /, negative_slope: _Operand = 0.01, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, y: _Operand, /, negative_slope: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, negative_slope: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, y: _F, /, negative_slope: float = 0.01, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, y: float, /, negative_slope: float = 0.01, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, y: _U | _Operand, /, negative_slope: _Operand = 0.01, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, y: _U, /, negative_slope: _Operand = 0.01, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, negative_slope: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, /, negative_slope: float = 0.01, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, /,
        negative_slope: float = 0.01, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], y: _Array[_F] | _F | float, /, negative_slope: _Array[_F] | _F | float = 0.01, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, y: _Array[_F], /, negative_slope: _Array[_F] | _F | float = 0.01, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], y: _Nested[float], /, negative_slope: float = 0.01, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, y: _Reals, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Exact | _Integer, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, y: _Array[np.floating[Any]], /, negative_slope: _Reals = 0.01, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, negative_slope: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_scale_0p8944_bias_minus_0p4472(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *,
        out: _Out | tuple[_Out], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, scale: _Operand, bias: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, scale: np.float64, bias: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, scale: float = 0.8944, bias: float = -0.4472, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, scale: float = 0.8944, bias: float = -0.4472, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, scale: _Reals = 0.8944, bias: _Reals = -0.4472, *,
        out: EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, scale: np.float64, bias: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, scale: float = 0.8944,
        bias: float = -0.4472, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S,
        np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, scale: float = 0.8944,
        bias: float = -0.4472, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int,
        int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, scale: _Array[_F] | _F | float = 0.8944,
        bias: _Array[_F] | _F | float = -0.4472, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, scale: _Array[_F] | _F | float = 0.8944,
        bias: _Array[_F] | _F | float = -0.4472, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, scale: float = 0.8944, bias: float = -0.4472, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, scale: _Reals = 0.8944, bias: _Reals = -0.4472, *,
        out: EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_slope(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, slope: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: _Scalar, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, slope: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, slope: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: _Scalar, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: _Scalar, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, slope: _Operand, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, slope: _Operand, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, slope: float, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, slope: float, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, slope: _Array[_F] | _F | float, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, slope: _Array[_F] | _F | float, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, slope: float, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, slope: _Reals, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, slope: _Reals, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_slope_0p1667_offset_0p5(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *,
        out: _Out | tuple[_Out], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, slope: _Operand, offset: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *,
        out: None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: np.float64, offset: np.float64, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *,
        out: None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *,
        out: EllipsisType, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *,
        out: None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: _Reals = 0.16666666666666666, offset: _Reals = 0.5, *,
        out: EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: np.float64, offset: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /,
        slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /,
        slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, slope: _Array[_F] | _F | float = 0.16666666666666666,
        offset: _Array[_F] | _F | float = 0.5, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, slope: _Array[_F] | _F | float = 0.16666666666666666,
        offset: _Array[_F] | _F | float = 0.5, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, slope: float = 0.16666666666666666, offset: float = 0.5, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, slope: _Reals = 0.16666666666666666, offset: _Reals = 0.5, *,
        out: EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_t_left_a_left_t_right_a_right(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand,
        out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *,
        out: None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, t_left: np.float64, a_left: np.float64, t_right: np.float64,
        a_right: np.float64, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, t_left: float, a_left: float, t_right: float, a_right: float, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *,
        out: None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *,
        out: EllipsisType, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand, *,
        out: None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand, *,
        out: None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, t_left: _Reals, a_left: _Reals, t_right: _Reals, a_right: _Reals, *,
        out: EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, t_left: np.float64, a_left: np.float64, t_right: np.float64,
        a_right: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, t_left: float, a_left: float,
        t_right: float, a_right: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, t_left: float,
        a_left: float, t_right: float, a_right: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, t_left: _Array[_F] | _F | float,
        a_left: _Array[_F] | _F | float, t_right: _Array[_F] | _F | float, a_right: _Array[_F] | _F | float, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, t_left: _Array[_F] | _F | float, a_left: _Array[_F] | _F | float,
        t_right: _Array[_F] | _F | float, a_right: _Array[_F] | _F | float, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, t_left: float, a_left: float, t_right: float, a_right: float,
        *, out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, t_left: _Reals, a_left: _Reals, t_right: _Reals, a_right: _Reals, *,
        out: EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_threshold_0(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, threshold: _Operand = 0.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, threshold: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, threshold: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, threshold: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, threshold: _Operand = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, threshold: _Operand = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, threshold: float = 0.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, threshold: float = 0.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, threshold: _Array[_F] | _F | float = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, threshold: _Array[_F] | _F | float = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, threshold: float = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, threshold: _Reals = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_threshold_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, threshold: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, threshold: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, threshold: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, threshold: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, threshold: _Operand = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, threshold: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, threshold: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, threshold: float = 1.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, threshold: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, threshold: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, threshold: float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, x: _Reals, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Exact | _Integer, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, x: _Array[np.floating[Any]], /, threshold: _Reals = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_threshold_value(_Parametric):
    @overload
    def __call__(self, dy: _Operand, x: _Operand, /, threshold: _Operand, value: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: np.float64, value: np.float64, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, x: _F, /, threshold: float, value: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, x: float, /, threshold: float, value: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, x: _U | _Operand, /, threshold: _Operand, value: _Operand, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _U, /, threshold: _Operand, value: _Operand, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals, value: _Reals, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: np.float64, value: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, /, threshold: float, value: float,
        *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, /, threshold: float,
        value: float, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int],
        np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], x: _Array[_F] | _F | float, /, threshold: _Array[_F] | _F | float,
        value: _Array[_F] | _F | float, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, x: _Array[_F], /, threshold: _Array[_F] | _F | float, value: _Array[_F] | _F | float, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], x: _Nested[float], /, threshold: float, value: float, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Reals, x: _Reals, /, threshold: _Reals, value: _Reals, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Binary_upper_6(_Parametric):
    @overload
    def __call__(self, dy: _Operand, y: _Operand, /, upper: _Operand = 6.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Operand, y: _Operand, /, upper: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, upper: _Scalar = 6.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, upper: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _F, y: _F, /, upper: float = 6.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, dy: float, y: float, /, upper: float = 6.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, upper: _Scalar = 6.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, dy: _Scalar, y: _Scalar, /, upper: _Scalar = 6.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _U, y: _U | _Operand, /, upper: _Operand = 6.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, y: _U, /, upper: _Operand = 6.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, upper: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, /, upper: float = 6.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, /, upper: float = 6.0, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
    @overload
    def __call__(self, dy: _Array[_F], y: _Array[_F] | _F | float, /, upper: _Array[_F] | _F | float = 6.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _F | float, y: _Array[_F], /, upper: _Array[_F] | _F | float = 6.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, dy: _Nested[float], y: _Nested[float], /, upper: float = 6.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, dy: _Exact, y: _Reals, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Exact | _Integer, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Integer, y: _Array[np.floating[Any]], /, upper: _Reals = 6.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, upper: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Reals, y: _Reals, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _TernaryPair(np.ufunc):  # type: ignore[misc]  # pyright: ignore
    @overload
    def __call__(self, dy: _Operand, a: _Operand, b: _Operand, out1: _Out, out2: _Out2, /, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, dy: _Operand, a: _Operand, b: _Operand, /, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, dy: _F, a: _F, b: _F, /, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, dy: float, a: float, b: float, /, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, dy: _U, a: _U | _Operand, b: _U | _Operand, /, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, dy: _Reals, a: _U, b: _U, /, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /, *,
        out: tuple[None, None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.ma.MaskedArray[_S,
        np.dtype[_F]], np.ma.MaskedArray[_S, np.dtype[_F]]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        *, out: tuple[None, None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.matrix[tuple[int,
        int], np.dtype[_F]], np.matrix[tuple[int, int], np.dtype[_F]]]: ...
    @overload
    def __call__(self, dy: _Array[_F], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, dy: _F | float, a: _Array[_F], b: _Array[_F], /, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, dy: _Nested[float], a: _Nested[float], b: _Nested[float], /, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...

class _TernaryPair_beta_1(_Parametric):
    @overload
    def __call__(self, dy: _Operand, a: _Operand, b: _Operand, /, beta: _Operand = 1.0, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, beta: _Scalar = 1.0, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, beta: np.float64, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, dy: _F, a: _F, b: _F, /, beta: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, dy: float, a: float, b: float, /, beta: float = 1.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, beta: _Scalar = 1.0, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any],
        np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, beta: _Scalar = 1.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, dy: _U, a: _U | _Operand, b: _U | _Operand, /, beta: _Operand = 1.0, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, dy: _Reals, a: _U, b: _U, /, beta: _Operand = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, beta: _Reals = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, beta: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        beta: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.ma.MaskedArray[_S, np.dtype[_F]], np.ma.MaskedArray[_S, np.dtype[_F]]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        beta: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.matrix[tuple[int, int], np.dtype[_F]], np.matrix[tuple[int, int],
        np.dtype[_F]]]: ...
    @overload
    def __call__(self, dy: _Array[_F], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        beta: _Array[_F] | _F | float = 1.0, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, dy: _F | float, a: _Array[_F], b: _Array[_F], /, beta: _Array[_F] | _F | float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, dy: _Nested[float], a: _Nested[float], b: _Nested[float], /, beta: float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, beta: _Reals = 1.0, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _TernaryPair_limit_7_alpha_1p702(_Parametric):
    @overload
    def __call__(self, dy: _Operand, a: _Operand, b: _Operand, /, limit: _Operand = 7.0, alpha: _Operand = 1.702, *,
        out: tuple[_Out, _Out2], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, limit: _Scalar = 7.0, alpha: _Scalar = 1.702, *, out: tuple[None,
        None] | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, limit: np.float64, alpha: np.float64, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, dy: _F, a: _F, b: _F, /, limit: float = 7.0, alpha: float = 1.702, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, dy: float, a: float, b: float, /, limit: float = 7.0, alpha: float = 1.702, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, limit: _Scalar = 7.0, alpha: _Scalar = 1.702, *,
        out: _Outs | tuple[None, None] | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, dy: _Scalar, a: _Scalar, b: _Scalar, /, limit: _Scalar = 7.0, alpha: _Scalar = 1.702, *,
        out: EllipsisType, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, dy: _U, a: _U | _Operand, b: _U | _Operand, /, limit: _Operand = 7.0, alpha: _Operand = 1.702, *,
        out: _Outs | tuple[None, None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U,
        _U]: ...
    @overload
    def __call__(self, dy: _Reals, a: _U, b: _U, /, limit: _Operand = 7.0, alpha: _Operand = 1.702, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, limit: _Reals = 7.0, alpha: _Reals = 1.702, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, limit: np.float64, alpha: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, dy: np.ma.MaskedArray[_S, np.dtype[_F]], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        limit: float = 7.0, alpha: float = 1.702, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.ma.MaskedArray[_S, np.dtype[_F]], np.ma.MaskedArray[_S, np.dtype[_F]]]: ...
    @overload
    def __call__(self, dy: np.matrix[tuple[int, int], np.dtype[_F]], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        limit: float = 7.0, alpha: float = 1.702, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.matrix[tuple[int, int], np.dtype[_F]], np.matrix[tuple[int, int],
        np.dtype[_F]]]: ...
    @overload
    def __call__(self, dy: _Array[_F], a: _Array[_F] | _F | float, b: _Array[_F] | _F | float, /,
        limit: _Array[_F] | _F | float = 7.0, alpha: _Array[_F] | _F | float = 1.702, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, dy: _F | float, a: _Array[_F], b: _Array[_F], /, limit: _Array[_F] | _F | float = 7.0,
        alpha: _Array[_F] | _F | float = 1.702, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, dy: _Nested[float], a: _Nested[float], b: _Nested[float], /, limit: float = 7.0, alpha: float = 1.702, *,
        out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, dy: _Reals, a: _Reals, b: _Reals, /, limit: _Reals = 7.0, alpha: _Reals = 1.702, *,
        out: _Outs | tuple[None, None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _Unary(np.ufunc):  # type: ignore[misc]  # pyright: ignore
    @overload
    def __call__(self, x: _Operand, /, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, out: None = None, *, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _F, /, out: None = None, *, dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, out: None = None, *, dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, out: None = None, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, out: None = None, *, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, out: EllipsisType | None = None, *, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _M, /, out: None = None, *, dtype: None = None, **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, out: EllipsisType | None = None, *, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, out: EllipsisType | None = None, *, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _UnaryPair(np.ufunc):  # type: ignore[misc]  # pyright: ignore
    @overload
    def __call__(self, x: _Operand, out1: _Out, out2: _Out2, /, *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Operand, /, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _F, /, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, *, out: _Outs | tuple[None, None] | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, *, out: _Outs | tuple[None, None] | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, *, out: tuple[None, None] | EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _M, /, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, *, out: _Outs | tuple[None, None] | EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_a_0p1_c_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: np.float64, c: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, a: float = 0.1, c: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, a: float = 0.1, c: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 0.1, c: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: np.float64, c: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, a: float = 0.1, c: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, a: _Array[_F] | _F | float = 0.1, c: _Array[_F] | _F | float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, a: float = 0.1, c: float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 0.1, c: _Reals = 1.0, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_a_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, a: _Operand = 1.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 1.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, a: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, a: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, a: _Operand = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: np.float64, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, a: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, a: _Array[_F] | _F | float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, a: float = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, a: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 1.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_alpha_0(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, alpha: _Operand = 0.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, alpha: float = 0.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, alpha: float = 0.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, alpha: _Operand = 0.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 0.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, alpha: float = 0.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, alpha: _Array[_F] | _F | float = 0.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, alpha: float = 0.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, alpha: _Reals = 0.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 0.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_alpha_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, alpha: _Operand = 1.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, alpha: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, alpha: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, alpha: _Operand = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, alpha: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, alpha: _Array[_F] | _F | float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, alpha: float = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, alpha: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 1.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_b_4(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, b: _Operand = 4.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, b: _Scalar = 4.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, b: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, b: float = 4.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, b: float = 4.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, b: _Scalar = 4.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, b: _Scalar = 4.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, b: _Operand = 4.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, b: _Reals = 4.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, b: np.float64, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, b: float = 4.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, b: _Array[_F] | _F | float = 4.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, b: float = 4.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, b: _Reals = 4.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, b: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, b: _Reals = 4.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_beta_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, beta: _Operand = 1.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: _Scalar = 1.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, beta: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, beta: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: _Scalar = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, beta: _Operand = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, beta: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, beta: _Array[_F] | _F | float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, beta: float = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, beta: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: _Reals = 1.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_cap_30(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, cap: _Operand = 30.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: _Scalar = 30.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, cap: float = 30.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, cap: float = 30.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: _Scalar = 30.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: _Scalar = 30.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, cap: _Operand = 30.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: _Reals = 30.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, cap: float = 30.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, cap: _Array[_F] | _F | float = 30.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, cap: float = 30.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, cap: _Reals = 30.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: _Reals = 30.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_lambd_0p5(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, lambd: _Operand = 0.5, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, lambd: float = 0.5, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, lambd: float = 0.5, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, lambd: _Operand = 0.5, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, lambd: float = 0.5, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, lambd: _Array[_F] | _F | float = 0.5, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, lambd: float = 0.5, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, lambd: _Reals = 0.5, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_lambd_0p5_bias_0(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: np.float64, bias: np.float64, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, lambd: float = 0.5, bias: float = 0.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, lambd: float = 0.5, bias: float = 0.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any],
        np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, bias: _Reals = 0.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: np.float64, bias: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, lambd: float = 0.5, bias: float = 0.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, lambd: _Array[_F] | _F | float = 0.5, bias: _Array[_F] | _F | float = 0.0, *,
        out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, lambd: float = 0.5, bias: float = 0.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, bias: _Reals = 0.0, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_min_val_minus_1_max_val_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, min_val: np.float64, max_val: np.float64, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, min_val: float = -1.0, max_val: float = 1.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, min_val: float = -1.0, max_val: float = 1.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any],
        np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, min_val: _Reals = -1.0, max_val: _Reals = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, min_val: np.float64, max_val: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, min_val: float = -1.0, max_val: float = 1.0, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, min_val: _Array[_F] | _F | float = -1.0, max_val: _Array[_F] | _F | float = 1.0, *,
        out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, min_val: float = -1.0, max_val: float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, min_val: _Reals = -1.0, max_val: _Reals = 1.0, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_negative_slope_0p01(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, negative_slope: _Operand = 0.01, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, negative_slope: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, negative_slope: float = 0.01, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, negative_slope: float = 0.01, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, negative_slope: _Operand = 0.01, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, negative_slope: _Reals = 0.01, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, negative_slope: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, negative_slope: float = 0.01, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, negative_slope: _Array[_F] | _F | float = 0.01, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, negative_slope: float = 0.01, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, negative_slope: _Reals = 0.01, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, negative_slope: _Reals, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, negative_slope: _Reals = 0.01, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...

class _UnaryPair_scale_0p8944_bias_minus_0p4472(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: np.float64, bias: np.float64, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, scale: float = 0.8944, bias: float = -0.4472, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, scale: float = 0.8944, bias: float = -0.4472, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any],
        np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, scale: _Reals = 0.8944, bias: _Reals = -0.4472, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, scale: np.float64, bias: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, scale: float = 0.8944, bias: float = -0.4472, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, scale: _Array[_F] | _F | float = 0.8944, bias: _Array[_F] | _F | float = -0.4472, *,
        out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, scale: float = 0.8944, bias: float = -0.4472, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, scale: _Reals = 0.8944, bias: _Reals = -0.4472, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_slope(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, slope: _Operand, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, slope: float, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, slope: float, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, slope: _Operand, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, slope: float, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, slope: _Array[_F] | _F | float, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, slope: float, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, slope: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_slope_0p1667_offset_0p5(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *, out: tuple[_Out,
        _Out2], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *, out: tuple[None,
        None] | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: np.float64, offset: np.float64, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any],
        np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *, out: _Outs | tuple[None,
        None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals = 0.16666666666666666, offset: _Reals = 0.5, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: np.float64, offset: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, slope: _Array[_F] | _F | float = 0.16666666666666666,
        offset: _Array[_F] | _F | float = 0.5, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals = 0.16666666666666666, offset: _Reals = 0.5, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_t_left_a_left_t_right_a_right(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand, *,
        out: tuple[_Out, _Out2], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *, out: tuple[None,
        None] | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: np.float64, a_left: np.float64, t_right: np.float64, a_right: np.float64, *,
        out: tuple[None, None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64,
        np.float64]: ...
    @overload
    def __call__(self, x: _F, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *,
        out: _Outs | tuple[None, None] | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *,
        out: EllipsisType, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]],
        NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand, *,
        out: _Outs | tuple[None, None] | None = None, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U,
        _U]: ...
    @overload
    def __call__(self, x: _Reals, /, t_left: _Reals, a_left: _Reals, t_right: _Reals, a_right: _Reals, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D],
        NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, t_left: np.float64, a_left: np.float64, t_right: np.float64, a_right: np.float64, *,
        out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: tuple[None,
        None] | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, t_left: _Array[_F] | _F | float, a_left: _Array[_F] | _F | float,
        t_right: _Array[_F] | _F | float, a_right: _Array[_F] | _F | float, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, t_left: _Reals, a_left: _Reals, t_right: _Reals, a_right: _Reals, *,
        out: _Outs | tuple[None, None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_threshold_0(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand = 0.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, threshold: float = 0.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, threshold: float = 0.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, threshold: _Operand = 0.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 0.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, threshold: float = 0.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, threshold: _Array[_F] | _F | float = 0.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, threshold: float = 0.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, threshold: _Reals = 0.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 0.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_threshold_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand = 1.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, threshold: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, threshold: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, threshold: _Operand = 1.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, threshold: float = 1.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, threshold: _Array[_F] | _F | float = 1.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, threshold: float = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, threshold: _Reals = 1.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 1.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_threshold_value(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand, value: _Operand, *, out: tuple[_Out, _Out2],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: tuple[None, None] | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: np.float64, value: np.float64, *, out: tuple[None, None] | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, threshold: float, value: float, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, threshold: float, value: float, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, threshold: _Operand, value: _Operand, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, value: _Reals, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: np.float64, value: np.float64, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, threshold: float, value: float, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, threshold: _Array[_F] | _F | float, value: _Array[_F] | _F | float, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, threshold: float, value: float, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64],
        NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, value: _Reals, *, out: _Outs | tuple[None,
        None] | EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _UnaryPair_upper_6(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, upper: _Operand = 6.0, *, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, x: _Scalar, /, upper: _Scalar = 6.0, *, out: tuple[None, None] | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> tuple[_D, _D]: ...
    @overload
    def __call__(self, x: _Scalar, /, upper: np.float64, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _F, /, upper: float = 6.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_F, _F]: ...
    @overload
    def __call__(self, x: float, /, upper: float = 6.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[np.float64, np.float64]: ...
    @overload
    def __call__(self, x: _Scalar, /, upper: _Scalar = 6.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[np.floating[Any], np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Scalar, /, upper: _Scalar = 6.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _U, /, upper: _Operand = 6.0, *, out: _Outs | tuple[None, None] | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> tuple[_U, _U]: ...
    @overload
    def __call__(self, x: _Reals, /, upper: _Reals = 6.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, x: _Reals, /, upper: np.float64, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _M, /, upper: float = 6.0, *, out: tuple[None, None] | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[_M, _M]: ...
    @overload
    def __call__(self, x: _Array[_F], /, upper: _Array[_F] | _F | float = 6.0, *, out: tuple[None,
        None] | EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[_F],
        NDArray[_F]]: ...
    @overload
    def __call__(self, x: _Nested[float], /, upper: float = 6.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, x: _Exact, /, upper: _Reals = 6.0, *, out: tuple[None, None] | EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, upper: _Reals, *, out: tuple[None, None] | EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, x: _Reals, /, upper: _Reals = 6.0, *, out: _Outs | tuple[None, None] | EllipsisType | None = None,
        dtype: DTypeLike, **options: Unpack[_Options]) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

class _Unary_a_0p1_c_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, a: _Operand, c: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, a: np.float64, c: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, a: float = 0.1, c: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, a: float = 0.1, c: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 0.1, c: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, a: _Operand = 0.1, c: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 0.1, c: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, a: np.float64, c: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, a: float = 0.1, c: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, a: _Array[_F] | _F | float = 0.1, c: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, a: float = 0.1, c: float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 0.1, c: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_a_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, a: _Operand = 1.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, a: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, a: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, a: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, a: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, a: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, a: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, a: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, a: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, a: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, a: float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, a: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, a: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_alpha_0(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, alpha: _Operand = 0.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, alpha: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, alpha: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, alpha: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 0.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, alpha: _Operand = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, alpha: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, alpha: _Array[_F] | _F | float = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, alpha: float = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_alpha_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, alpha: _Operand = 1.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, alpha: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, alpha: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, alpha: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, alpha: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, alpha: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, alpha: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, alpha: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, alpha: float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, alpha: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_b_4(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, b: _Operand = 4.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, b: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, b: _Scalar = 4.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, b: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, b: float = 4.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, b: float = 4.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, b: _Scalar = 4.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, b: _Scalar = 4.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, b: _Operand = 4.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, b: _Reals = 4.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, b: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, b: float = 4.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, b: _Array[_F] | _F | float = 4.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, b: float = 4.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, b: _Reals = 4.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, b: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, b: _Reals = 4.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_beta_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, beta: _Operand = 1.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, beta: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, beta: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, beta: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, beta: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, beta: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, beta: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, beta: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, beta: float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, beta: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_cap_30(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, cap: _Operand = 30.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, cap: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: _Scalar = 30.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, cap: float = 30.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, cap: float = 30.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: _Scalar = 30.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, cap: _Scalar = 30.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, cap: _Operand = 30.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, cap: float = 30.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, cap: _Array[_F] | _F | float = 30.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, cap: float = 30.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, cap: _Reals = 30.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_lambd_0p5(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, lambd: _Operand = 0.5, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, lambd: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, lambd: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, lambd: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, lambd: _Operand = 0.5, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, lambd: float = 0.5, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, lambd: _Array[_F] | _F | float = 0.5, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, lambd: float = 0.5, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_lambd_0p5_bias_0(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, lambd: _Operand, bias: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: np.float64, bias: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, lambd: float = 0.5, bias: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, lambd: float = 0.5, bias: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, lambd: _Scalar = 0.5, bias: _Scalar = 0.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, lambd: _Operand = 0.5, bias: _Operand = 0.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, bias: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: np.float64, bias: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, lambd: float = 0.5, bias: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, lambd: _Array[_F] | _F | float = 0.5, bias: _Array[_F] | _F | float = 0.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, lambd: float = 0.5, bias: float = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, lambd: _Reals = 0.5, bias: _Reals = 0.0, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_min_val_minus_1_max_val_1(_Parametric):
    @overload
    def __call__(self, y: _Operand, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, y: _Operand, /, min_val: _Operand, max_val: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, y: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, y: _Scalar, /, min_val: np.float64, max_val: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, y: _F, /, min_val: float = -1.0, max_val: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, y: float, /, min_val: float = -1.0, max_val: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, y: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, y: _Scalar, /, min_val: _Scalar = -1.0, max_val: _Scalar = 1.0, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _U, /, min_val: _Operand = -1.0, max_val: _Operand = 1.0, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, y: _Reals, /, min_val: _Reals = -1.0, max_val: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, y: _Reals, /, min_val: np.float64, max_val: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, y: _M, /, min_val: float = -1.0, max_val: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, y: _Array[_F], /, min_val: _Array[_F] | _F | float = -1.0, max_val: _Array[_F] | _F | float = 1.0, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, y: _Nested[float], /, min_val: float = -1.0, max_val: float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, y: _Reals, /, min_val: _Reals = -1.0, max_val: _Reals = 1.0, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_negative_slope_0p01(_Parametric):
    @overload
    def __call__(self, y: _Operand, /, negative_slope: _Operand = 0.01, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, y: _Operand, /, negative_slope: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, y: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, y: _Scalar, /, negative_slope: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, y: _F, /, negative_slope: float = 0.01, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, y: float, /, negative_slope: float = 0.01, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, y: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, y: _Scalar, /, negative_slope: _Scalar = 0.01, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _U, /, negative_slope: _Operand = 0.01, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, y: _Reals, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, y: _Reals, /, negative_slope: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, y: _M, /, negative_slope: float = 0.01, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, y: _Array[_F], /, negative_slope: _Array[_F] | _F | float = 0.01, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, y: _Nested[float], /, negative_slope: float = 0.01, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, y: _Exact, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _Reals, /, negative_slope: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _Reals, /, negative_slope: _Reals = 0.01, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_scale_0p8944_bias_minus_0p4472(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *, out: _Out | tuple[_Out],
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, scale: _Operand, bias: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: np.float64, bias: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, scale: float = 0.8944, bias: float = -0.4472, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, scale: float = 0.8944, bias: float = -0.4472, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, scale: _Scalar = 0.8944, bias: _Scalar = -0.4472, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, scale: _Operand = 0.8944, bias: _Operand = -0.4472, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, scale: _Reals = 0.8944, bias: _Reals = -0.4472, *, out: EllipsisType | None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, scale: np.float64, bias: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, scale: float = 0.8944, bias: float = -0.4472, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, scale: _Array[_F] | _F | float = 0.8944, bias: _Array[_F] | _F | float = -0.4472, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, scale: float = 0.8944, bias: float = -0.4472, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, scale: _Reals = 0.8944, bias: _Reals = -0.4472, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_slope(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, slope: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, slope: float, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, slope: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, slope: _Operand, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, slope: float, *, out: None = None, dtype: None = None, **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, slope: _Array[_F] | _F | float, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, slope: float, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_slope_0p1667_offset_0p5(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *,
        out: _Out | tuple[_Out], dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, slope: _Operand, offset: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: np.float64, offset: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, slope: _Scalar = 0.16666666666666666, offset: _Scalar = 0.5, *, out: EllipsisType,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, slope: _Operand = 0.16666666666666666, offset: _Operand = 0.5, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals = 0.16666666666666666, offset: _Reals = 0.5, *,
        out: EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: np.float64, offset: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, slope: float = 0.16666666666666666, offset: float = 0.5, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, slope: _Array[_F] | _F | float = 0.16666666666666666,
        offset: _Array[_F] | _F | float = 0.5, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, slope: float = 0.16666666666666666, offset: float = 0.5, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, slope: _Reals = 0.16666666666666666, offset: _Reals = 0.5, *,
        out: EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_t_left_a_left_t_right_a_right(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand,
        out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *, out: None = None,
        dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: np.float64, a_left: np.float64, t_right: np.float64, a_right: np.float64, *,
        out: None = None, dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, t_left: _Scalar, a_left: _Scalar, t_right: _Scalar, a_right: _Scalar, *,
        out: EllipsisType, dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, t_left: _Operand, a_left: _Operand, t_right: _Operand, a_right: _Operand, *, out: None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, t_left: _Reals, a_left: _Reals, t_right: _Reals, a_right: _Reals, *,
        out: EllipsisType | None = None, dtype: _DTypeOf[_D], **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, t_left: np.float64, a_left: np.float64, t_right: np.float64, a_right: np.float64, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, t_left: float, a_left: float, t_right: float, a_right: float, *, out: None = None,
        dtype: None = None, **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, t_left: _Array[_F] | _F | float, a_left: _Array[_F] | _F | float,
        t_right: _Array[_F] | _F | float, a_right: _Array[_F] | _F | float, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, t_left: float, a_left: float, t_right: float, a_right: float, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, t_left: _Reals, a_left: _Reals, t_right: _Reals, a_right: _Reals, *,
        out: EllipsisType | None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_threshold_0(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand = 0.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, threshold: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, threshold: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 0.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, threshold: _Operand = 0.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, threshold: float = 0.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, threshold: _Array[_F] | _F | float = 0.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, threshold: float = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 0.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_threshold_1(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand = 1.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, threshold: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, threshold: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar = 1.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, threshold: _Operand = 1.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, threshold: float = 1.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, threshold: _Array[_F] | _F | float = 1.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, threshold: float = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Exact, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals = 1.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_threshold_value(_Parametric):
    @overload
    def __call__(self, x: _Operand, /, threshold: _Operand, value: _Operand, out: _Out | tuple[_Out], *,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: np.float64, value: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _F, /, threshold: float, value: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, x: float, /, threshold: float, value: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, x: _Scalar, /, threshold: _Scalar, value: _Scalar, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, x: _U, /, threshold: _Operand, value: _Operand, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, value: _Reals, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: np.float64, value: np.float64, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _M, /, threshold: float, value: float, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, x: _Array[_F], /, threshold: _Array[_F] | _F | float, value: _Array[_F] | _F | float, *,
        out: EllipsisType | None = None, dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, x: _Nested[float], /, threshold: float, value: float, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, x: _Reals, /, threshold: _Reals, value: _Reals, *, out: EllipsisType | None = None,
        dtype: DTypeLike | None = None, **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

class _Unary_upper_6(_Parametric):
    @overload
    def __call__(self, y: _Operand, /, upper: _Operand = 6.0, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, y: _Operand, /, upper: _Operand, out: _Out | tuple[_Out], *, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _Out: ...
    @overload
    def __call__(self, y: _Scalar, /, upper: _Scalar = 6.0, *, out: None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> _D: ...
    @overload
    def __call__(self, y: _Scalar, /, upper: np.float64, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, y: _F, /, upper: float = 6.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _F: ...
    @overload
    def __call__(self, y: float, /, upper: float = 6.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> np.float64: ...
    @overload
    def __call__(self, y: _Scalar, /, upper: _Scalar = 6.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> np.floating[Any]: ...
    @overload
    def __call__(self, y: _Scalar, /, upper: _Scalar = 6.0, *, out: EllipsisType, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _U, /, upper: _Operand = 6.0, *, out: None = None, dtype: DTypeLike | None = None,
        **options: Unpack[_Options]) -> _U: ...
    @overload
    def __call__(self, y: _Reals, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D],
        **options: Unpack[_Options]) -> NDArray[_D]: ...
    @overload
    def __call__(self, y: _Reals, /, upper: np.float64, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, y: _M, /, upper: float = 6.0, *, out: None = None, dtype: None = None,
        **options: Unpack[_Options]) -> _M: ...
    @overload
    def __call__(self, y: _Array[_F], /, upper: _Array[_F] | _F | float = 6.0, *, out: EllipsisType | None = None,
        dtype: None = None, **options: Unpack[_Options]) -> NDArray[_F]: ...
    @overload
    def __call__(self, y: _Nested[float], /, upper: float = 6.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, y: _Exact, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _Reals, /, upper: _Reals, *, out: EllipsisType | None = None, dtype: None = None,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, y: _Reals, /, upper: _Reals = 6.0, *, out: EllipsisType | None = None, dtype: DTypeLike,
        **options: Unpack[_Options]) -> NDArray[np.floating[Any]]: ...

# ---- the names ---------------------------------------------------------------------------------------------------------------

class SoftmaxPartial(NamedTuple):
    """What a chunk of each row leaves of itself: its maximum, and the sum of ``exp(x - maximum)`` in two words.

    Parts of chunks that are disjoint are merged by `softmax_merge`.  The reduced axes stay with length 1.

    Attributes
    ----------
    maximum : ndarray
        In the type of x; -infinity for a chunk of nothing.
    sum : ndarray of float64
        From 1 to the length of the chunk; 0 for nothing.
    rest : ndarray of float64
        What the rounding of `sum` lost.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_partial([0.0, 0.0]).sum
    array([2.])
    """

    maximum: np.ndarray[Any, np.dtype[np.floating[Any]]]
    sum: np.ndarray[Any, np.dtype[np.float64]]
    rest: np.ndarray[Any, np.dtype[np.float64]]
    def logsumexp(self) -> np.ndarray[Any, np.dtype[np.floating[Any]]]: ...
    def softmax(self, x: ArrayLike, *, out: np.ndarray[Any, Any] | None = None) -> np.ndarray[Any,
        np.dtype[np.floating[Any]]]: ...

def activations() -> dict[str, Activation]:
    """The catalogue: every activation with its formula, parameters, properties, source, error bounds and functions.

    Returns
    -------
    dict of str to Activation
        By name, in the order of the table; a new one for each call.

    See Also
    --------
    get : a function by any of its names.

    Examples
    --------
    >>> import fastact as fa
    >>> elu = fa.activations()["elu"]
    >>> elu.formula
    'where(x > 0, x, alpha*expm1(x))'
    >>> elu.parameters["alpha"].default
    1.0
    >>> elu.properties(alpha=2).range
    (-2.0, inf)
    >>> list(elu.functions)
    ['elu', 'elu_grad', 'elu_backward', 'elu_with_grad', 'elu_grad_from_output', 'elu_backward_from_output']
    """

arcsinh: _Unary
"""arcsinh(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

arcsinh: ``arcsinh(x)``.

Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arcsinh_grad : the derivative.
arcsinh_backward : the gradient at the input.
arcsinh_with_grad : value and derivative in one pass.
arctan, softsign, tanh

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse hyperbolic sine

Examples
--------
>>> import fastact as fa
>>> fa.arcsinh([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.4436, 0.0, 1.4436]
"""

arcsinh_backward: _Binary
"""arcsinh_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of arcsinh, ``dy*f'(x)`` with ``f(x) = arcsinh(x)``.

Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arcsinh : the value.
arcsinh_grad : the derivative.
arcsinh_with_grad : value and derivative in one pass.
arctan, softsign, tanh

Notes
-----
The error of f'(x) is at most 0.8 units in the last place in float32 (proven: at all arguments) and
0.8 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse hyperbolic sine

Examples
--------
>>> import fastact as fa
>>> fa.arcsinh_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.4472, 1.0, 0.4472]
"""

arcsinh_grad: _Unary
"""arcsinh_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of arcsinh, ``f(x) = arcsinh(x)``, at x.

Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arcsinh : the value.
arcsinh_backward : the gradient at the input.
arcsinh_with_grad : value and derivative in one pass.
arctan, softsign, tanh

Notes
-----
The error is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.8 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse hyperbolic sine

Examples
--------
>>> import fastact as fa
>>> fa.arcsinh_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.4472, 1.0, 0.4472]
"""

arcsinh_with_grad: _UnaryPair
"""arcsinh_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

arcsinh and its derivative in one pass, ``f(x) = arcsinh(x)``.

Inverse hyperbolic sine, linear near zero and logarithmic far away: scaling of heavy-tailed inputs.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arcsinh : the value.
arcsinh_grad : the derivative.
arcsinh_backward : the gradient at the input.
arctan, softsign, tanh

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); that of d, at most 0.8 units in the last place in float32 (proven: at
all arguments) and 0.8 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse hyperbolic sine

Examples
--------
>>> import fastact as fa
>>> y, d = fa.arcsinh_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.4436, 0.0, 1.4436]
>>> d.round(4).tolist()
[0.4472, 1.0, 0.4472]
"""

arctan: _Unary
"""arctan(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

arctan: ``arctan(x)``.

Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arctan_grad : the derivative.
arctan_backward : the gradient at the input.
arctan_with_grad : value and derivative in one pass.
arctan_grad_from_output : the derivative from the value.
arctan_backward_from_output : the gradient at the input from the value.
softsign, tanh, arcsinh, binary_step

Notes
-----
The error is at most 1.4 units in the last place in float32 and 1.3 in float64 (the largest seen in
both); without FMA 1.5 and 1.4.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse tangent

Examples
--------
>>> import fastact as fa
>>> fa.arctan([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.1071, 0.0, 1.1071]
"""

arctan_backward: _Binary
"""arctan_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of arctan, ``dy*f'(x)`` with ``f(x) = arctan(x)``.

Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arctan : the value.
arctan_grad : the derivative.
arctan_with_grad : value and derivative in one pass.
arctan_grad_from_output : the derivative from the value.
arctan_backward_from_output : the gradient at the input from the value.
softsign, tanh, arcsinh, binary_step

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse tangent

Examples
--------
>>> import fastact as fa
>>> fa.arctan_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.2, 1.0, 0.2]
"""

arctan_backward_from_output: _Binary
"""arctan_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of arctan from its result y: ``dy*(cos(y)**2)``.

Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arctan : the value.
arctan_grad : the derivative.
arctan_backward : the gradient at the input.
arctan_with_grad : value and derivative in one pass.
arctan_grad_from_output : the derivative from the value.
softsign, tanh, arcsinh, binary_step

Notes
-----
The error of f'(x) is at most 1.4 units in the last place in float32 and 1.4 in float64 (the largest
seen in both); without FMA 1.3 and 1.6; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse tangent

Examples
--------
>>> import fastact as fa
>>> fa.arctan_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[0.5354, 0.7702, 0.9388]
"""

arctan_grad: _Unary
"""arctan_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of arctan, ``f(x) = arctan(x)``, at x.

Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arctan : the value.
arctan_backward : the gradient at the input.
arctan_with_grad : value and derivative in one pass.
arctan_grad_from_output : the derivative from the value.
arctan_backward_from_output : the gradient at the input from the value.
softsign, tanh, arcsinh, binary_step

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse tangent

Examples
--------
>>> import fastact as fa
>>> fa.arctan_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.2, 1.0, 0.2]
"""

arctan_grad_from_output: _Unary
"""arctan_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of arctan from its result y: ``cos(y)**2``.

Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arctan : the value.
arctan_grad : the derivative.
arctan_backward : the gradient at the input.
arctan_with_grad : value and derivative in one pass.
arctan_backward_from_output : the gradient at the input from the value.
softsign, tanh, arcsinh, binary_step

Notes
-----
The error is at most 1.4 units in the last place in float32 and 1.4 in float64 (the largest seen in
both); without FMA 1.3 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse tangent

Examples
--------
>>> import fastact as fa
>>> fa.arctan_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[0.5354, 0.7702, 0.9388]
"""

arctan_with_grad: _UnaryPair
"""arctan_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

arctan and its derivative in one pass, ``f(x) = arctan(x)``.

Inverse tangent, a sigmoid with slow tails: its derivative is a surrogate gradient of spiking networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
arctan : the value.
arctan_grad : the derivative.
arctan_backward : the gradient at the input.
arctan_grad_from_output : the derivative from the value.
arctan_backward_from_output : the gradient at the input from the value.
softsign, tanh, arcsinh, binary_step

Notes
-----
The error of y is at most 1.4 units in the last place in float32 and 1.3 in float64 (the largest
seen in both); without FMA 1.5 and 1.4; that of d, at most 1.6 units in the last place in float32
and 1.6 in float64 (the largest seen in both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The inverse tangent

Examples
--------
>>> import fastact as fa
>>> y, d = fa.arctan_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.1071, 0.0, 1.1071]
>>> d.round(4).tolist()
[0.2, 1.0, 0.2]
"""

bent_identity: _Unary
"""bent_identity(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

bent_identity: ``(sqrt(x**2 + 1) - 1)/2 + x``.

Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
bent_identity_grad : the derivative.
bent_identity_backward : the gradient at the input.
bent_identity_with_grad : value and derivative in one pass.
identity, squareplus, leaky_relu

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A square-root bend of the identity

Examples
--------
>>> import fastact as fa
>>> fa.bent_identity([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.382, 0.0, 2.618]
"""

bent_identity_backward: _Binary
"""bent_identity_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of bent_identity, ``dy*f'(x)`` with ``f(x) = (sqrt(x**2 + 1) - 1)/2 + x``.

Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
bent_identity : the value.
bent_identity_grad : the derivative.
bent_identity_with_grad : value and derivative in one pass.
identity, squareplus, leaky_relu

Notes
-----
The error of f'(x) is at most 1.5 units in the last place in float32 (proven: at all arguments) and
1.5 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A square-root bend of the identity

Examples
--------
>>> import fastact as fa
>>> fa.bent_identity_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.5528, 1.0, 1.4472]
"""

bent_identity_grad: _Unary
"""bent_identity_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of bent_identity, ``f(x) = (sqrt(x**2 + 1) - 1)/2 + x``, at x.

Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
bent_identity : the value.
bent_identity_backward : the gradient at the input.
bent_identity_with_grad : value and derivative in one pass.
identity, squareplus, leaky_relu

Notes
-----
The error is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.5 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A square-root bend of the identity

Examples
--------
>>> import fastact as fa
>>> fa.bent_identity_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.5528, 1.0, 1.4472]
"""

bent_identity_with_grad: _UnaryPair
"""bent_identity_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

bent_identity and its derivative in one pass, ``f(x) = (sqrt(x**2 + 1) - 1)/2 + x``.

Identity with a smooth bend, of slope 1/2 far below zero and 3/2 far above: a mild nonlinearity.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
bent_identity : the value.
bent_identity_grad : the derivative.
bent_identity_backward : the gradient at the input.
identity, squareplus, leaky_relu

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen); that of d, at most 1.5 units in the last place in float32 (proven: at
all arguments) and 1.5 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A square-root bend of the identity

Examples
--------
>>> import fastact as fa
>>> y, d = fa.bent_identity_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.382, 0.0, 2.618]
>>> d.round(4).tolist()
[0.5528, 1.0, 1.4472]
"""

@overload
def bias_act(name: str | Callable[..., Any], x: _Operand, bias: _Operand, *, axis: SupportsIndex = -1, out: _Out | tuple[_Out],
    **params: ArrayLike) -> _Out:
    """An activation of a sum with a bias, in one pass: ``f(x + bias)``.

    Parameters
    ----------
    name : str or callable
        The activation: any of the table, by any name that `get` knows, or the function itself.
    x : array_like
        At least one axis; types as for the activation.
    bias : array_like
        A number for each index of the axis: one axis, of the length of that of `x`.  Or one number for all.
    axis : int, default -1
        The axis of `x` that the bias belongs to.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    **params : array_like
        The activation's parameters; they broadcast against `x`.  star_relu and shrink have a `bias` of their own: with them
        the keyword is that one, and the bias that is added is given by its position.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an array is complex, text or an object, `name` is neither a string nor a function, or a parameter is missing or
        unknown.
    ValueError
        If `name` is no activation of the table (softmax, a derivative and a gated unit are none), `bias` has another shape, a
        parameter does not fulfil its condition, or `out` is read-only or of another shape.

    See Also
    --------
    bias_act_backward : its gradients.

    Notes
    -----
    ``x + bias`` is rounded once to the type of the arrays, as NumPy rounds it: the result has the bits of ``f(x + bias)``, for
    any number of threads.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bias_act("relu", [[1.0, 2.0], [-3.0, 4.0]], [1.0, -3.0])
    array([[2., 0.],
           [0., 1.]])
    >>> fa.bias_act(fa.leaky_relu, [1.0, -3.0], 1.0, negative_slope=0.5)
    array([ 2., -1.])
    """
@overload
def bias_act(name: str | Callable[..., Any], x: _K, bias: _K | _Operand, *, axis: SupportsIndex = -1, out: None = None,
    **params: ArrayLike) -> _K: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _Reals, bias: _K, *, axis: SupportsIndex = -1, out: None = None,
    **params: ArrayLike) -> _K: ...
@overload
def bias_act(name: str | Callable[..., Any], x: np.ma.MaskedArray[_S, np.dtype[_F]], bias: _Array[_F] | _F | float, *,
    axis: SupportsIndex = -1, out: None = None, **params: ArrayLike) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: np.matrix[tuple[int, int], np.dtype[_F]], bias: _Array[_F] | _F | float, *,
    axis: SupportsIndex = -1, out: None = None, **params: ArrayLike) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _Array[_F], bias: _Array[_F] | _F | float, *, axis: SupportsIndex = -1,
    out: EllipsisType | None = None, **params: ArrayLike) -> NDArray[_F]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _F | float, bias: _Array[_F], *, axis: SupportsIndex = -1,
    out: EllipsisType | None = None, **params: ArrayLike) -> NDArray[_F]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _Nested[float], bias: _Nested[float], *, axis: SupportsIndex = -1,
    out: EllipsisType | None = None, **params: ArrayLike) -> NDArray[np.float64]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _Exact, bias: _Reals, *, axis: SupportsIndex = -1,
    out: EllipsisType | None = None, **params: ArrayLike) -> NDArray[np.floating[Any]]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _Reals, bias: _Exact | _Integer, *, axis: SupportsIndex = -1,
    out: EllipsisType | None = None, **params: ArrayLike) -> NDArray[np.floating[Any]]: ...
@overload
def bias_act(name: str | Callable[..., Any], x: _Integer, bias: _Array[np.floating[Any]], *, axis: SupportsIndex = -1,
    out: EllipsisType | None = None, **params: ArrayLike) -> NDArray[np.floating[Any]]: ...

@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Operand, x: _Operand, bias: _Operand, *, axis: SupportsIndex = -1,
    out: tuple[_Out, _Out2], **params: ArrayLike) -> tuple[_Out, _Out2]:
    """The gradients of `bias_act` at its input and at its bias: ``dy*f'(x + bias)``, and its sum over all other axes.

    Parameters
    ----------
    name, x, bias, axis, **params
        As for `bias_act`.
    dy : array_like
        The gradient with respect to the result, of the shape of `x`.
    out : ndarray or tuple of two ndarrays or None, optional
        For dx: of the shape of `x`, with any strides; may be `dy` or `x`.  Or for dx and dbias.

    Returns
    -------
    dx : ndarray
        Of the shape of `x`.
    dbias : ndarray or scalar
        Of the shape and, where that is a floating-point type, of the type of `bias`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bias_act`; ValueError too if `dy` has another shape.

    Notes
    -----
    dx has the bits of the activation's own backward form: on a constant piece, as that of relu, it is 0 whatever dy is.
    dbias is the sum of the elements of dx as they are returned, carried in two words and rounded once; the order of its terms
    is fixed, for any number of threads.

    The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in both) for that
    sum; its unit is at least 2^-10 of one of the sum of absolute values.

    Examples
    --------
    >>> import fastact as fa
    >>> dx, dbias = fa.bias_act_backward("relu", [[1.0, 1.0], [1.0, 1.0]], [[1.0, 2.0], [-3.0, 4.0]], [1.0, -3.0])
    >>> dx
    array([[1., 0.],
           [0., 1.]])
    >>> dbias
    array([1., 1.])
    """
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Reals, x: _Reals, bias: _Operand, *, axis: SupportsIndex = -1,
    out: _Out | tuple[_Out], **params: ArrayLike) -> tuple[_Out, NDArray[np.floating[Any]] | np.floating[Any]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _K, x: _K | _Operand, bias: _K | _Operand, *,
    axis: SupportsIndex = -1, out: tuple[None, None] | None = None, **params: ArrayLike) -> tuple[_K, Any]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Reals, x: _K, bias: _K, *, axis: SupportsIndex = -1, out: tuple[None,
    None] | None = None, **params: ArrayLike) -> tuple[_K, Any]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float,
    bias: _F | float, *, axis: SupportsIndex = -1, out: tuple[None, None] | None = None,
    **params: ArrayLike) -> tuple[np.ma.MaskedArray[_S, np.dtype[_F]], _F]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float,
    bias: _Array[_F], *, axis: SupportsIndex = -1, out: tuple[None, None] | None = None,
    **params: ArrayLike) -> tuple[np.ma.MaskedArray[_S, np.dtype[_F]], NDArray[_F]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float,
    bias: _F | float, *, axis: SupportsIndex = -1, out: tuple[None, None] | None = None,
    **params: ArrayLike) -> tuple[np.matrix[tuple[int, int], np.dtype[_F]], _F]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float,
    bias: _Array[_F], *, axis: SupportsIndex = -1, out: tuple[None, None] | None = None,
    **params: ArrayLike) -> tuple[np.matrix[tuple[int, int], np.dtype[_F]], NDArray[_F]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Array[_F], x: _Array[_F] | _F | float, bias: _F | float, *,
    axis: SupportsIndex = -1, out: tuple[None, None] | EllipsisType | None = None, **params: ArrayLike) -> tuple[NDArray[_F],
    _F]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Array[_F], x: _Array[_F] | _F | float, bias: _Array[_F], *,
    axis: SupportsIndex = -1, out: tuple[None, None] | EllipsisType | None = None, **params: ArrayLike) -> tuple[NDArray[_F],
    NDArray[_F]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _F | float, x: _Array[_F], bias: _F | float, *,
    axis: SupportsIndex = -1, out: tuple[None, None] | EllipsisType | None = None, **params: ArrayLike) -> tuple[NDArray[_F],
    _F]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _F | float, x: _Array[_F], bias: _Array[_F], *,
    axis: SupportsIndex = -1, out: tuple[None, None] | EllipsisType | None = None, **params: ArrayLike) -> tuple[NDArray[_F],
    NDArray[_F]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Nested[float], x: _Nested[float], bias: _Scalar, *,
    axis: SupportsIndex = -1, out: tuple[None, None] | EllipsisType | None = None,
    **params: ArrayLike) -> tuple[NDArray[np.float64], np.floating[Any]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Nested[float], x: _Nested[float], bias: _Nested[float], *,
    axis: SupportsIndex = -1, out: tuple[None, None] | EllipsisType | None = None,
    **params: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.floating[Any]]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Reals, x: _Reals, bias: _Scalar, *, axis: SupportsIndex = -1,
    out: tuple[None, None] | EllipsisType | None = None, **params: ArrayLike) -> tuple[NDArray[np.floating[Any]],
    np.floating[Any]]: ...
@overload
def bias_act_backward(name: str | Callable[..., Any], dy: _Reals, x: _Reals, bias: _Reals, *, axis: SupportsIndex = -1,
    out: tuple[None, None] | EllipsisType | None = None, **params: ArrayLike) -> tuple[NDArray[np.floating[Any]],
    NDArray[np.floating[Any]]]: ...

bilinear: _Binary
"""bilinear(a, b, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

bilinear: ``a*b``.

Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
bilinear_backward : the gradients at the inputs.
bilinear_packed : of one array's two halves.
bilinear_packed_backward : the gradient at that one array.
glu, reglu, swiglu

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both). The units are those of the result, or the smallest subnormal number times the operand that is
no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
A. Mnih, G. Hinton, Three new graphical models for statistical language modelling, ICML 2007

Examples
--------
>>> import fastact as fa
>>> fa.bilinear([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[-2.0, 6.0]
"""

bilinear_backward: _TernaryPair
"""bilinear_backward(dy, a, b, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of bilinear, ``y = a*b``.

Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
bilinear : of two arrays.
bilinear_packed : of one array's two halves.
bilinear_packed_backward : the gradient at that one array.
glu, reglu, swiglu

Notes
-----
The errors of dy/da and dy/db are 0; their products with dy are rounded once more. The units are
those of the result, or the smallest subnormal number times the operand that is no gate where that
is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
A. Mnih, G. Hinton, Three new graphical models for statistical language modelling, ICML 2007

Examples
--------
>>> import fastact as fa
>>> da, db = fa.bilinear_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[-1.0, 3.0]
>>> db.round(4).tolist()
[2.0, 2.0]
"""

@overload
def bilinear_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: _Out | tuple[_Out]) -> _Out:
    """bilinear_packed(x, axis=-1, *, gate='first', interleaved=False, out=None)

    bilinear of the two halves of an array: ``a*b``.

    Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only.

    See Also
    --------
    bilinear : of two arrays.
    bilinear_backward : the gradients at the inputs.
    bilinear_packed_backward : the gradient at that one array.
    glu, reglu, swiglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
    both). The units are those of the result, or the smallest subnormal number times the operand that is
    no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    A. Mnih, G. Hinton, Three new graphical models for statistical language modelling, ICML 2007

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bilinear_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-2.0, 6.0]
    """
@overload
def bilinear_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def bilinear_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _M: ...
@overload
def bilinear_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bilinear_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def bilinear_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def bilinear_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: _Out | tuple[_Out]) -> _Out:
    """bilinear_packed_backward(dy, x, axis=-1, *, gate='first', interleaved=False, out=None)

    The gradient at the input of bilinear_packed, for ``a*b`` of the two halves.

    Gated unit without an activation, a product of two linear maps: feed-forward layers of transformers.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only.

    See Also
    --------
    bilinear : of two arrays.
    bilinear_backward : the gradients at the inputs.
    bilinear_packed : of one array's two halves.
    glu, reglu, swiglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are 0; their products with dy are rounded once more. The units are
    those of the result, or the smallest subnormal number times the operand that is no gate where that
    is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    A. Mnih, G. Hinton, Three new graphical models for statistical language modelling, ICML 2007

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bilinear_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.0, 3.0, 2.0, 2.0]
    """
@overload
def bilinear_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: None = None) -> _K: ...
@overload
def bilinear_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def bilinear_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def bilinear_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1,
    *, gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def bilinear_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bilinear_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bilinear_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def bilinear_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def bilinear_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def bilinear_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

binary_step: _Unary_threshold_0
"""binary_step(x, /, threshold=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

binary_step: ``where(x >= threshold, 1, 0)``.

The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 0
    The where the step is; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
binary_step_grad : the derivative.
binary_step_backward : the gradient at the input.
binary_step_with_grad : value and derivative in one pass.
sigmoid, hard_sigmoid, thresholded_relu

Notes
-----
The error is 0 for threshold from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943

Examples
--------
>>> import fastact as fa
>>> fa.binary_step([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 1.0, 1.0]
"""

binary_step_backward: _Binary_threshold_0
"""binary_step_backward(dy, x, /, threshold=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of binary_step, ``dy*f'(x)`` with ``f(x) = where(x >= threshold, 1, 0)``.

The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 0
    The where the step is; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
binary_step : the value.
binary_step_grad : the derivative.
binary_step_with_grad : value and derivative in one pass.
sigmoid, hard_sigmoid, thresholded_relu

Notes
-----
The error of f'(x) is 0 for threshold from -100 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943

Examples
--------
>>> import fastact as fa
>>> fa.binary_step_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 0.0]
"""

binary_step_grad: _Unary_threshold_0
"""binary_step_grad(x, /, threshold=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of binary_step, ``f(x) = where(x >= threshold, 1, 0)``, at x.

The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 0
    The where the step is; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
binary_step : the value.
binary_step_backward : the gradient at the input.
binary_step_with_grad : value and derivative in one pass.
sigmoid, hard_sigmoid, thresholded_relu

Notes
-----
The error is 0 for threshold from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943

Examples
--------
>>> import fastact as fa
>>> fa.binary_step_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 0.0]
"""

binary_step_with_grad: _UnaryPair_threshold_0
"""binary_step_with_grad(x, /, threshold=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

binary_step and its derivative in one pass, ``f(x) = where(x >= threshold, 1, 0)``.

The unit step of the threshold neuron: perceptrons, spiking networks with a surrogate gradient.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 0
    The where the step is; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
binary_step : the value.
binary_step_grad : the derivative.
binary_step_backward : the gradient at the input.
sigmoid, hard_sigmoid, thresholded_relu

Notes
-----
The error of y is 0; that of d, 0 for threshold from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943

Examples
--------
>>> import fastact as fa
>>> y, d = fa.binary_step_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 1.0, 1.0]
>>> d.round(4).tolist()
[0.0, 0.0, 0.0]
"""

@overload
def bipolar_relu(x: _Operand, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out]) -> _Out:
    """relu of every other element turned upside down: ``where(index % 2 == 0, relu(x), -relu(-x))``.

    Half of the units pass what is positive, the other half what is negative, so that the mean stays near 0.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as
        `numpy.exp` takes them.
    axis : int, default -1
        The axis along which the index counts, that of the units.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If `x` is complex, text or an object, or `axis` is not an integer.
    ValueError
        If `out` is read-only or of another shape; it is then untouched.

    Notes
    -----
    The result is exact.  NaN gives NaN.

    References
    ----------
    L. Eidnes, A. Nokland, "Shifting mean activation towards zero with bipolar activation functions", 2017.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu([1.0, -2.0, -3.0, -4.0])
    array([ 1., -2.,  0., -4.])
    """
@overload
def bipolar_relu(x: _K, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def bipolar_relu(x: _M, axis: SupportsIndex = -1, *, out: None = None) -> _M: ...
@overload
def bipolar_relu(x: _Array[_F], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bipolar_relu(x: _Nested[float], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def bipolar_relu(x: _Exact, axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def bipolar_relu_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out]) -> _Out:
    """The gradient at the input of `bipolar_relu`: ``dy*where(index % 2 == 0, x > 0, x < 0)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts against `x`.
    x, axis
        As for `bipolar_relu`.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bipolar_relu`; ValueError too if `dy` and `x` do not broadcast.

    Notes
    -----
    Where the result is constant, at 0 too, the gradient is 0 whatever dy is, infinity and NaN too, as that of relu.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu_backward([10.0, 20.0, 30.0, 40.0], [1.0, 2.0, -3.0, -4.0])
    array([10.,  0.,  0., 40.])
    """
@overload
def bipolar_relu_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def bipolar_relu_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def bipolar_relu_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def bipolar_relu_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def bipolar_relu_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bipolar_relu_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bipolar_relu_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def bipolar_relu_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def bipolar_relu_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def bipolar_relu_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def bipolar_relu_grad(x: _Operand, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out]) -> _Out:
    """The derivative of `bipolar_relu`: ``where(index % 2 == 0, x > 0, x < 0)``.

    Parameters
    ----------
    x, axis, out
        As for `bipolar_relu`.

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 at 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bipolar_relu`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.bipolar_relu_grad([1.0, 2.0, -3.0, -4.0])
    array([1., 0., 0., 1.])
    """
@overload
def bipolar_relu_grad(x: _K, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def bipolar_relu_grad(x: _M, axis: SupportsIndex = -1, *, out: None = None) -> _M: ...
@overload
def bipolar_relu_grad(x: _Array[_F], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def bipolar_relu_grad(x: _Nested[float], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def bipolar_relu_grad(x: _Exact, axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def bipolar_relu_with_grad(x: _Operand, axis: SupportsIndex = -1, *, out: tuple[_Out, _Out2]) -> tuple[_Out, _Out2]:
    """`bipolar_relu` and its derivative.

    Parameters
    ----------
    x, axis
        As for `bipolar_relu`.
    out : tuple of two ndarrays or None, optional
        For y and d.

    Returns
    -------
    y, d : ndarray
        The results of `bipolar_relu` and `bipolar_relu_grad`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `bipolar_relu`.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.bipolar_relu_with_grad([1.0, 2.0, -3.0, -4.0])
    >>> d
    array([1., 0., 0., 1.])
    """
@overload
def bipolar_relu_with_grad(x: _K, axis: SupportsIndex = -1, *, out: tuple[None, None] | None = (None, None)) -> tuple[_K,
    _K]: ...
@overload
def bipolar_relu_with_grad(x: _M, axis: SupportsIndex = -1, *, out: tuple[None, None] | None = (None, None)) -> tuple[_M,
    _M]: ...
@overload
def bipolar_relu_with_grad(x: _Array[_F], axis: SupportsIndex = -1, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[_F], NDArray[_F]]: ...
@overload
def bipolar_relu_with_grad(x: _Nested[float], axis: SupportsIndex = -1, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
@overload
def bipolar_relu_with_grad(x: _Exact, axis: SupportsIndex = -1, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

@overload
def causal_softmax(x: _Operand, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """`softmax` over the last axis of what each row may see: of row i the elements up to i + `offset`.

    The scores of attention that looks at no later position, without an array for that mask.

    Parameters
    ----------
    x : array_like
        At least two axes, the rows and their elements; types as for `softmax`.
    offset : int, default 0
        How many elements the first row sees beyond its first; below 0 the first rows see none.
    where : array_like of bool, default True
        What counts beside that, broadcast to the shape of `x`, as for `softmax`: padding is left out with it.
    temperature, sink, inf, out, dtype
        As for `softmax`.

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 beyond what a row sees and where nothing counts, whatever stands there.

    Raises
    ------
    numpy.exceptions.AxisError
        If `x` has fewer than two axes.
    ValueError, TypeError
        As `softmax`; TypeError too if `offset` is not an integer.

    See Also
    --------
    causal_softmax_backward : its derivative, from its result.

    Notes
    -----
    The bits are those of `softmax` with that mask.

    References
    ----------
    A. Vaswani et al., "Attention is all you need", NeurIPS 2017.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> fa.causal_softmax(np.zeros((3, 3))).round(2)
    array([[1.  , 0.  , 0.  ],
           [0.5 , 0.5 , 0.  ],
           [0.33, 0.33, 0.33]])
    >>> fa.causal_softmax(np.zeros((3, 3)), where=[False, True, True]).round(2)
    array([[0. , 0. , 0. ],
           [0. , 1. , 0. ],
           [0. , 0.5, 0.5]])
    """
@overload
def causal_softmax(x: _K, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def causal_softmax(x: _Reals, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def causal_softmax(x: _M, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _M: ...
@overload
def causal_softmax(x: _Array[_F], offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def causal_softmax(x: _Nested[float], offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def causal_softmax(x: _Exact, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def causal_softmax(x: _Reals, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def causal_softmax_backward(dy: _Operand, y: _Operand, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `causal_softmax` at its input, from the gradient at its result.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; what stands beyond what a row sees does not count.
    y : array_like
        The result of `causal_softmax`; broadcasts against `dy`.
    offset, where, temperature
        Those of that `causal_softmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`; 0 beyond what a row sees and where nothing counts.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `causal_softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    causal_softmax : whose derivative this is.

    Notes
    -----
    The bits are those of `softmax_backward` with that mask.  With a sink the gradient at it is ``-(1 - sum(y))*sum(y*dy)``
    for each row.

    References
    ----------
    As for `causal_softmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> y = fa.causal_softmax([[0.0, 0.0], [0.0, 0.0]])
    >>> fa.causal_softmax_backward([[0.0, 5.0], [1.0, 0.0]], y)
    array([[ 0.  ,  0.  ],
           [ 0.25, -0.25]])
    """
@overload
def causal_softmax_backward(dy: _K, y: _K | _Operand, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def causal_softmax_backward(dy: _Reals, y: _K, offset: SupportsIndex = 0, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def causal_softmax_backward(dy: _Reals, y: _Reals, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def causal_softmax_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, offset: SupportsIndex = 0, *,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S,
    np.dtype[_F]]: ...
@overload
def causal_softmax_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, offset: SupportsIndex = 0,
    *, where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.matrix[tuple[int, int],
    np.dtype[_F]]: ...
@overload
def causal_softmax_backward(dy: _Array[_F], y: _Array[_F] | _F | float, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def causal_softmax_backward(dy: _F | float, y: _Array[_F], offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def causal_softmax_backward(dy: _Nested[float], y: _Nested[float], offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.float64]: ...
@overload
def causal_softmax_backward(dy: _Exact, y: _Reals, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def causal_softmax_backward(dy: _Reals, y: _Exact | _Integer, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def causal_softmax_backward(dy: _Integer, y: _Array[np.floating[Any]], offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def causal_softmax_backward(dy: _Reals, y: _Reals, offset: SupportsIndex = 0, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

celu: _Unary_alpha_1
"""celu(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

celu: ``where(x > 0, x, alpha*expm1(x/alpha))``.

Variant of elu whose derivative is continuous for every alpha: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha != 0; where arrays do not, the result is NaN.

See Also
--------
celu_grad : the derivative.
celu_backward : the gradient at the input.
celu_with_grad : value and derivative in one pass.
celu_grad_from_output : the derivative from the value.
celu_backward_from_output : the gradient at the input from the value.
elu, selu

Notes
-----
The error is at most 1.2 units in the last place in float32 and 1.5 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Continuously differentiable exponential linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.celu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.8647, 0.0, 2.0]
"""

celu_backward: _Binary_alpha_1
"""celu_backward(dy, x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of celu, ``dy*f'(x)`` with ``f(x) = where(x > 0, x, alpha*expm1(x/alpha))``.

Variant of elu whose derivative is continuous for every alpha: convolutional networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha != 0; where arrays do not, the result is NaN.

See Also
--------
celu : the value.
celu_grad : the derivative.
celu_with_grad : value and derivative in one pass.
celu_grad_from_output : the derivative from the value.
celu_backward_from_output : the gradient at the input from the value.
elu, selu

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both) for alpha from 0.01 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Continuously differentiable exponential linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.celu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 1.0]
"""

celu_backward_from_output: _Binary_alpha_1
"""celu_backward_from_output(dy, y, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of celu from its result y: ``dy*(where(y > 0, 1, (y + alpha)/alpha))``.

Variant of elu whose derivative is continuous for every alpha: convolutional networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha > 0; where arrays do not, the result is NaN.

See Also
--------
celu : the value.
celu_grad : the derivative.
celu_backward : the gradient at the input.
celu_with_grad : value and derivative in one pass.
celu_grad_from_output : the derivative from the value.
elu, selu

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both) for alpha from 0.01 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Continuously differentiable exponential linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.celu_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[0.25, 0.5, 0.75]
"""

celu_grad: _Unary_alpha_1
"""celu_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of celu, ``f(x) = where(x > 0, x, alpha*expm1(x/alpha))``, at x.

Variant of elu whose derivative is continuous for every alpha: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha != 0; where arrays do not, the result is NaN.

See Also
--------
celu : the value.
celu_backward : the gradient at the input.
celu_with_grad : value and derivative in one pass.
celu_grad_from_output : the derivative from the value.
celu_backward_from_output : the gradient at the input from the value.
elu, selu

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Continuously differentiable exponential linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.celu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 1.0]
"""

celu_grad_from_output: _Unary_alpha_1
"""celu_grad_from_output(y, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of celu from its result y: ``where(y > 0, 1, (y + alpha)/alpha)``.

Variant of elu whose derivative is continuous for every alpha: convolutional networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha > 0; where arrays do not, the result is NaN.

See Also
--------
celu : the value.
celu_grad : the derivative.
celu_backward : the gradient at the input.
celu_with_grad : value and derivative in one pass.
celu_backward_from_output : the gradient at the input from the value.
elu, selu

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Continuously differentiable exponential linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.celu_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[0.25, 0.5, 0.75]
"""

celu_with_grad: _UnaryPair_alpha_1
"""celu_with_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

celu and its derivative in one pass, ``f(x) = where(x > 0, x, alpha*expm1(x/alpha))``.

Variant of elu whose derivative is continuous for every alpha: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha != 0; where arrays do not, the result is NaN.

See Also
--------
celu : the value.
celu_grad : the derivative.
celu_backward : the gradient at the input.
celu_grad_from_output : the derivative from the value.
celu_backward_from_output : the gradient at the input from the value.
elu, selu

Notes
-----
The error of y is at most 1.2 units in the last place in float32 and 1.5 in float64 (the largest
seen in both); that of d, at most 0.9 units in the last place in float32 and 0.9 in float64 (the
largest seen in both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Continuously differentiable exponential linear units, 2017

Examples
--------
>>> import fastact as fa
>>> y, d = fa.celu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.8647, 0.0, 2.0]
>>> d.round(4).tolist()
[0.1353, 1.0, 1.0]
"""

clipped_relu: _Unary_upper_6
"""clipped_relu(x, /, upper=6.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

clipped_relu: ``minimum(maximum(x, 0), upper)``.

Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
upper : array_like, default 6
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil upper >= 0; where arrays do not, the result is NaN.

See Also
--------
clipped_relu_grad : the derivative.
clipped_relu_backward : the gradient at the input.
clipped_relu_with_grad : value and derivative in one pass.
clipped_relu_grad_from_output : the derivative from the value.
clipped_relu_backward_from_output : the gradient at the input from the value.
relu6, relu, hard_tanh, soft_clipping

Notes
-----
The error is 0 for upper from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014

Examples
--------
>>> import fastact as fa
>>> fa.clipped_relu([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 2.0]
"""

clipped_relu_backward: _Binary_upper_6
"""clipped_relu_backward(dy, x, /, upper=6.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of clipped_relu, ``dy*f'(x)`` with ``f(x) = minimum(maximum(x, 0), upper)``.

Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
upper : array_like, default 6
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil upper >= 0; where arrays do not, the result is NaN.

See Also
--------
clipped_relu : the value.
clipped_relu_grad : the derivative.
clipped_relu_with_grad : value and derivative in one pass.
clipped_relu_grad_from_output : the derivative from the value.
clipped_relu_backward_from_output : the gradient at the input from the value.
relu6, relu, hard_tanh, soft_clipping

Notes
-----
The error of f'(x) is 0 for upper from 0.01 to 1000; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014

Examples
--------
>>> import fastact as fa
>>> fa.clipped_relu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

clipped_relu_backward_from_output: _Binary_upper_6
"""clipped_relu_backward_from_output(dy, y, /, upper=6.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of clipped_relu from its result y: ``dy*(where(y > 0, where(y < upper, 1, 0), 0))``.

Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
upper : array_like, default 6
    The upper bound; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil upper >= 0; where arrays do not, the result is NaN.

See Also
--------
clipped_relu : the value.
clipped_relu_grad : the derivative.
clipped_relu_backward : the gradient at the input.
clipped_relu_with_grad : value and derivative in one pass.
clipped_relu_grad_from_output : the derivative from the value.
relu6, relu, hard_tanh, soft_clipping

Notes
-----
The error of f'(x) is 0 for upper from 0.01 to 1000; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014

Examples
--------
>>> import fastact as fa
>>> fa.clipped_relu_backward_from_output([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

clipped_relu_grad: _Unary_upper_6
"""clipped_relu_grad(x, /, upper=6.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of clipped_relu, ``f(x) = minimum(maximum(x, 0), upper)``, at x.

Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
upper : array_like, default 6
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil upper >= 0; where arrays do not, the result is NaN.

See Also
--------
clipped_relu : the value.
clipped_relu_backward : the gradient at the input.
clipped_relu_with_grad : value and derivative in one pass.
clipped_relu_grad_from_output : the derivative from the value.
clipped_relu_backward_from_output : the gradient at the input from the value.
relu6, relu, hard_tanh, soft_clipping

Notes
-----
The error is 0 for upper from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014

Examples
--------
>>> import fastact as fa
>>> fa.clipped_relu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

clipped_relu_grad_from_output: _Unary_upper_6
"""clipped_relu_grad_from_output(y, /, upper=6.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of clipped_relu from its result y: ``where(y > 0, where(y < upper, 1, 0), 0)``.

Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
upper : array_like, default 6
    The upper bound; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil upper >= 0; where arrays do not, the result is NaN.

See Also
--------
clipped_relu : the value.
clipped_relu_grad : the derivative.
clipped_relu_backward : the gradient at the input.
clipped_relu_with_grad : value and derivative in one pass.
clipped_relu_backward_from_output : the gradient at the input from the value.
relu6, relu, hard_tanh, soft_clipping

Notes
-----
The error is 0 for upper from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014

Examples
--------
>>> import fastact as fa
>>> fa.clipped_relu_grad_from_output([0.25, 0.5, 0.75]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

clipped_relu_with_grad: _UnaryPair_upper_6
"""clipped_relu_with_grad(x, /, upper=6.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

clipped_relu and its derivative in one pass, ``f(x) = minimum(maximum(x, 0), upper)``.

Rectifier with an upper bound: speech recognition with Deep Speech, whose bound is 20.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
upper : array_like, default 6
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil upper >= 0; where arrays do not, the result is NaN.

See Also
--------
clipped_relu : the value.
clipped_relu_grad : the derivative.
clipped_relu_backward : the gradient at the input.
clipped_relu_grad_from_output : the derivative from the value.
clipped_relu_backward_from_output : the gradient at the input from the value.
relu6, relu, hard_tanh, soft_clipping

Notes
-----
The error of y is 0; that of d, 0 for upper from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Hannun et al., Deep Speech: scaling up end-to-end speech recognition, 2014

Examples
--------
>>> import fastact as fa
>>> y, d = fa.clipped_relu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.0, 2.0]
>>> d.round(4).tolist()
[0.0, 0.0, 1.0]
"""

@overload
def crelu(x: _Operand, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out]) -> _Out:
    """Concatenated relu: ``concatenate((relu(x), relu(-x)), axis)``.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as
        `numpy.exp` takes them.
    axis : int, default -1
        The axis that becomes twice as long.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    ndarray
        Of the shape of `x`, but for the axis, which is twice as long.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If `x` is complex, text or an object, or `axis` is not an integer.
    ValueError
        If `out` is read-only or of another shape; it is then untouched.

    Notes
    -----
    The result is exact.  NaN gives NaN.

    References
    ----------
    W. Shang et al., "Understanding and improving convolutional neural networks via concatenated rectified linear
    units", ICML 2016.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu([1.0, -2.0])
    array([1., 0., 0., 2.])
    """
@overload
def crelu(x: _K, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def crelu(x: _M, axis: SupportsIndex = -1, *, out: None = None) -> _M: ...
@overload
def crelu(x: _Array[_F], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def crelu(x: _Nested[float], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def crelu(x: _Exact, axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def crelu_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out]) -> _Out:
    """The gradient at the input of `crelu`: ``dy[:n]*(x > 0) - dy[n:]*(x < 0)`` along the axis, of n elements in `x`.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to its shape.
    x, axis
        As for `crelu`.
    out : ndarray, optional
        Of the shape of `x`.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `crelu`; ValueError too if `dy` does not broadcast to the shape of the result.

    Notes
    -----
    A half that is constant, at 0 too, adds nothing whatever its dy is, infinity and NaN too, as with relu.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu_backward([10.0, 20.0, 30.0, 40.0], [1.0, -2.0])
    array([ 10., -40.])
    """
@overload
def crelu_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def crelu_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def crelu_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def crelu_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def crelu_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def crelu_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def crelu_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def crelu_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def crelu_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def crelu_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def crelu_grad(x: _Operand, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out]) -> _Out:
    """The derivative of each result of `crelu` by its one argument: ``concatenate((x > 0, -(x < 0)), axis)``.

    Parameters
    ----------
    x, axis, out
        As for `crelu`.

    Returns
    -------
    ndarray
        Of the shape of the result of `crelu`; 0 at 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `crelu`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.crelu_grad([1.0, -2.0])
    array([ 1.,  0., -0., -1.])
    """
@overload
def crelu_grad(x: _K, axis: SupportsIndex = -1, *, out: None = None) -> _K: ...
@overload
def crelu_grad(x: _M, axis: SupportsIndex = -1, *, out: None = None) -> _M: ...
@overload
def crelu_grad(x: _Array[_F], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def crelu_grad(x: _Nested[float], axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def crelu_grad(x: _Exact, axis: SupportsIndex = -1, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def crelu_with_grad(x: _Operand, axis: SupportsIndex = -1, *, out: tuple[_Out, _Out2]) -> tuple[_Out, _Out2]:
    """`crelu` and its derivative.

    Parameters
    ----------
    x, axis
        As for `crelu`.
    out : tuple of two ndarrays or None, optional
        For y and d.

    Returns
    -------
    y, d : ndarray
        The results of `crelu` and `crelu_grad`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `crelu`.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.crelu_with_grad([1.0, -2.0])
    >>> y
    array([1., 0., 0., 2.])
    """
@overload
def crelu_with_grad(x: _K, axis: SupportsIndex = -1, *, out: tuple[None, None] | None = (None, None)) -> tuple[_K, _K]: ...
@overload
def crelu_with_grad(x: _M, axis: SupportsIndex = -1, *, out: tuple[None, None] | None = (None, None)) -> tuple[_M, _M]: ...
@overload
def crelu_with_grad(x: _Array[_F], axis: SupportsIndex = -1, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[_F], NDArray[_F]]: ...
@overload
def crelu_with_grad(x: _Nested[float], axis: SupportsIndex = -1, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
@overload
def crelu_with_grad(x: _Exact, axis: SupportsIndex = -1, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

def disable_pool() -> None:
    """Put back NumPy's handler, and give the pool's free memory back to the system.

    The handler is that of the calling context alone, as for `enable_pool`: the one that was in force before the pool. Arrays
    keep their memory; it goes back to the system when they die, unless another thread goes on to use the pool. The limit is the
    default again. Nothing happens to a handler that is not the pool's.

    See Also
    --------
    enable_pool, trim_pool

    Examples
    --------
    >>> import fastact as fa
    >>> fa.enable_pool()
    >>> fa.disable_pool()
    """

dish: _Unary
"""dish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

dish: ``x/2*(x/sqrt(1 + x**2) + 1)``.

Self-gated unit with an algebraic gate made of isru: a silu without an exponential.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
dish_grad : the derivative.
dish_backward : the gradient at the input.
dish_with_grad : value and derivative in one pass.
silu, isru, hard_swish

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The gate of the inverse square root unit

Examples
--------
>>> import fastact as fa
>>> fa.dish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1056, 0.0, 1.8944]
"""

dish_backward: _Binary
"""dish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of dish, ``dy*f'(x)`` with ``f(x) = x/2*(x/sqrt(1 + x**2) + 1)``.

Self-gated unit with an algebraic gate made of isru: a silu without an exponential.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
dish : the value.
dish_grad : the derivative.
dish_with_grad : value and derivative in one pass.
silu, isru, hard_swish

Notes
-----
The error of f'(x) is at most 1.5 units in the last place in float32 and 1 in float64 (the largest
seen in both); without FMA 1.5 and 1.2; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The gate of the inverse square root unit

Examples
--------
>>> import fastact as fa
>>> fa.dish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0367, 0.5, 1.0367]
"""

dish_grad: _Unary
"""dish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of dish, ``f(x) = x/2*(x/sqrt(1 + x**2) + 1)``, at x.

Self-gated unit with an algebraic gate made of isru: a silu without an exponential.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
dish : the value.
dish_backward : the gradient at the input.
dish_with_grad : value and derivative in one pass.
silu, isru, hard_swish

Notes
-----
The error is at most 1.5 units in the last place in float32 and 1 in float64 (the largest seen in
both); without FMA 1.5 and 1.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The gate of the inverse square root unit

Examples
--------
>>> import fastact as fa
>>> fa.dish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0367, 0.5, 1.0367]
"""

dish_with_grad: _UnaryPair
"""dish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

dish and its derivative in one pass, ``f(x) = x/2*(x/sqrt(1 + x**2) + 1)``.

Self-gated unit with an algebraic gate made of isru: a silu without an exponential.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
dish : the value.
dish_grad : the derivative.
dish_backward : the gradient at the input.
silu, isru, hard_swish

Notes
-----
The error of y is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both); that of d, at most 1.5 units in the last place in float32 and 1 in float64 (the
largest seen in both); without FMA 1.5 and 1.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The gate of the inverse square root unit

Examples
--------
>>> import fastact as fa
>>> y, d = fa.dish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.1056, 0.0, 1.8944]
>>> d.round(4).tolist()
[-0.0367, 0.5, 1.0367]
"""

elish: _Unary
"""elish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

elish: ``where(x >= 0, x, expm1(x))/(1 + exp(-x))``.

Silu for positive inputs, elu times the logistic function for negative ones: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elish_grad : the derivative.
elish_backward : the gradient at the input.
elish_with_grad : value and derivative in one pass.
hard_elish, silu, elu

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018

Examples
--------
>>> import fastact as fa
>>> fa.elish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1031, 0.0, 1.7616]
"""

elish_backward: _Binary
"""elish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of elish, ``dy*f'(x)`` with ``f(x) = where(x >= 0, x, expm1(x))/(1 + exp(-x))``.

Silu for positive inputs, elu times the logistic function for negative ones: image classification.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elish : the value.
elish_grad : the derivative.
elish_with_grad : value and derivative in one pass.
hard_elish, silu, elu

Notes
-----
The error of f'(x) is at most 1.3 units in the last place in float32 (proven: at all arguments) and
1.2 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018

Examples
--------
>>> import fastact as fa
>>> fa.elish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0747, 0.5, 1.0908]
"""

elish_grad: _Unary
"""elish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of elish, ``f(x) = where(x >= 0, x, expm1(x))/(1 + exp(-x))``, at x.

Silu for positive inputs, elu times the logistic function for negative ones: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elish : the value.
elish_backward : the gradient at the input.
elish_with_grad : value and derivative in one pass.
hard_elish, silu, elu

Notes
-----
The error is at most 1.3 units in the last place in float32 (proven: at all arguments) and 1.2 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018

Examples
--------
>>> import fastact as fa
>>> fa.elish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0747, 0.5, 1.0908]
"""

elish_with_grad: _UnaryPair
"""elish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

elish and its derivative in one pass, ``f(x) = where(x >= 0, x, expm1(x))/(1 + exp(-x))``.

Silu for positive inputs, elu times the logistic function for negative ones: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elish : the value.
elish_grad : the derivative.
elish_backward : the gradient at the input.
hard_elish, silu, elu

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen); that of d, at most 1.3 units in the last place in float32 (proven: at
all arguments) and 1.2 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018

Examples
--------
>>> import fastact as fa
>>> y, d = fa.elish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.1031, 0.0, 1.7616]
>>> d.round(4).tolist()
[-0.0747, 0.5, 1.0908]
"""

elu: _Unary_alpha_1
"""elu(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

elu: ``where(x > 0, x, alpha*expm1(x))``.

Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elu_grad : the derivative.
elu_backward : the gradient at the input.
elu_with_grad : value and derivative in one pass.
elu_grad_from_output : the derivative from the value.
elu_backward_from_output : the gradient at the input from the value.
selu, celu, isrlu, relu

Notes
-----
The error is at most 1.9 units in the last place in float32 and 1.9 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016

Examples
--------
>>> import fastact as fa
>>> fa.elu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.8647, 0.0, 2.0]
"""

elu_backward: _Binary_alpha_1
"""elu_backward(dy, x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of elu, ``dy*f'(x)`` with ``f(x) = where(x > 0, x, alpha*expm1(x))``.

Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elu : the value.
elu_grad : the derivative.
elu_with_grad : value and derivative in one pass.
elu_grad_from_output : the derivative from the value.
elu_backward_from_output : the gradient at the input from the value.
selu, celu, isrlu, relu

Notes
-----
The error of f'(x) is at most 1 units in the last place in float32 and 0.9 in float64 (the largest
seen in both) for alpha from 0.01 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016

Examples
--------
>>> import fastact as fa
>>> fa.elu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 1.0]
"""

elu_backward_from_output: _Binary_alpha_1
"""elu_backward_from_output(dy, y, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of elu from its result y: ``dy*(where(y > 0, 1, y + alpha))``.

Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
elu : the value.
elu_grad : the derivative.
elu_backward : the gradient at the input.
elu_with_grad : value and derivative in one pass.
elu_grad_from_output : the derivative from the value.
selu, celu, isrlu, relu

Notes
-----
The error of f'(x) is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both) for alpha from 0.01 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016

Examples
--------
>>> import fastact as fa
>>> fa.elu_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[0.25, 0.5, 0.75]
"""

elu_grad: _Unary_alpha_1
"""elu_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of elu, ``f(x) = where(x > 0, x, alpha*expm1(x))``, at x.

Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elu : the value.
elu_backward : the gradient at the input.
elu_with_grad : value and derivative in one pass.
elu_grad_from_output : the derivative from the value.
elu_backward_from_output : the gradient at the input from the value.
selu, celu, isrlu, relu

Notes
-----
The error is at most 1 units in the last place in float32 and 0.9 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016

Examples
--------
>>> import fastact as fa
>>> fa.elu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 1.0]
"""

elu_grad_from_output: _Unary_alpha_1
"""elu_grad_from_output(y, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of elu from its result y: ``where(y > 0, 1, y + alpha)``.

Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
elu : the value.
elu_grad : the derivative.
elu_backward : the gradient at the input.
elu_with_grad : value and derivative in one pass.
elu_backward_from_output : the gradient at the input from the value.
selu, celu, isrlu, relu

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016

Examples
--------
>>> import fastact as fa
>>> fa.elu_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[0.25, 0.5, 0.75]
"""

elu_with_grad: _UnaryPair_alpha_1
"""elu_with_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

elu and its derivative in one pass, ``f(x) = where(x > 0, x, alpha*expm1(x))``.

Exponential linear unit, whose negative values bring the mean near zero: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The scale of the curved branch; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
elu : the value.
elu_grad : the derivative.
elu_backward : the gradient at the input.
elu_grad_from_output : the derivative from the value.
elu_backward_from_output : the gradient at the input from the value.
selu, celu, isrlu, relu

Notes
-----
The error of y is at most 1.9 units in the last place in float32 and 1.9 in float64 (the largest
seen in both); that of d, at most 1 units in the last place in float32 and 0.9 in float64 (the
largest seen in both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016

Examples
--------
>>> import fastact as fa
>>> y, d = fa.elu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.8647, 0.0, 2.0]
>>> d.round(4).tolist()
[0.1353, 1.0, 1.0]
"""

def enable_pool(limit: SupportsIndex | None = None) -> None:
    """Let NumPy take the memory of large arrays from a pool, which keeps it when they die.

    The memory of a large new array is the system's, which maps and clears each page when it is first written to: that can take
    longer than the computation. With the pool every new array of 1 MiB or more, the results of fastact's functions and any
    other, lives in an aligned block on huge pages, and the block of an array that has died serves the next one of about its
    size. Smaller arrays are NumPy's own as before, and so are all that are there already.

    Parameters
    ----------
    limit : int, optional
        How many bytes of free blocks the pool may keep, in the whole process; above it the oldest go back to the system. By
        default what was set before, at first a quarter of the memory, at most 1 GiB. 0 keeps none.

    Raises
    ------
    TypeError
        If `limit` is neither an integer nor None.
    ValueError
        If `limit` is negative, or larger than any memory.
    RuntimeError
        If the system has no mmap.

    See Also
    --------
    pooled : the same for a `with` block.
    disable_pool, trim_pool

    Notes
    -----
    NumPy's handler is a context variable. The pool is on in the calling thread, or the calling task of asyncio and the tasks
    that it starts later. A new thread begins with NumPy's own handler (where ``sys.flags.thread_inherit_context`` is set, as in
    free-threaded Python 3.14, with that of the thread that starts it): call `enable_pool` in it too, or give it to an executor,
    ``ThreadPoolExecutor(initializer=fa.enable_pool)``. All threads share one list of free blocks, and arrays may pass from one
    to another and outlive any of them.

    ``FASTACT_POOL=1`` in the environment calls this at import; any other value does nothing.

    A block is up to an eighth larger than its array. A block that served before is cleared for `numpy.zeros` when it is called,
    where NumPy's own memory is cleared page by page as it is used.

    Examples
    --------
    >>> import numpy as np
    >>> import fastact as fa
    >>> fa.enable_pool(limit=256 * 2**20)
    >>> y = fa.gelu(np.ones(10**6))
    >>> del y                                   # its memory is kept,
    >>> y = fa.tanh(np.ones(10**6))             # and used again
    >>> fa.disable_pool()
    """

@overload
def entmax(x: _Operand, alpha: _Real = 1.5, axis: _Axis = -1, *, out: _Out | tuple[_Out],
    dtype: DTypeLike | None = None) -> _Out:
    """The Tsallis family from `softmax` (alpha = 1) by `entmax15` to `sparsemax` (alpha = 2), and beyond.

    ``maximum((alpha - 1)*x - tau, 0)**(1/(alpha - 1))``, tau such that their sum is 1: the greater alpha, the more zeros.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    alpha : float, default 1.5
        One number, 1 or greater.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`; infinities and NaN as for `sparsemax`.  For alpha of 1, 1.5 and 2 the very results of `softmax`,
        `entmax15` and `sparsemax`.

    Raises
    ------
    ValueError
        If alpha is below 1 or not finite; else as `sparsemax`.
    TypeError
        If alpha is not a number; else as `sparsemax`.
    numpy.exceptions.AxisError
        As `sparsemax`.

    See Also
    --------
    entmax_backward : its derivative, from its result.

    Notes
    -----
    The error is at most 0.6 epsilons (the type's, of 1) in float32 and 0.4 in float64 (the largest seen in both);
    without FMA 0.5 and 0.4 up to alpha = 3; the sum's distance from 1 is below one epsilon for every alpha.
    Beyond 3 the problem itself is ill-conditioned: a probability of 1/5 may depend on the last bit of `x`.

    References
    ----------
    B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax([1.0, 0.0, -1.0], 1.25).round(3)
    array([0.751, 0.215, 0.034])
    """
@overload
def entmax(x: _Scalar, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def entmax(x: _F, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _F: ...
@overload
def entmax(x: float, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> np.float64: ...
@overload
def entmax(x: _Scalar, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def entmax(x: _Scalar, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax(x: _K, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def entmax(x: _Reals, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def entmax(x: _M, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _M: ...
@overload
def entmax(x: _Array[_F], alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def entmax(x: _Nested[float], alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def entmax(x: _Exact, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax(x: _Reals, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def entmax15(x: _Operand, axis: _Axis = -1, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """Probabilities half-way between `softmax` and `sparsemax`: ``maximum(x/2 - tau, 0)**2``, tau such that their sum is 1.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`; infinities and NaN as for `sparsemax`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `sparsemax`.

    See Also
    --------
    entmax : of any alpha; this is that of 1.5.
    entmax15_backward : its derivative, from its result.

    Notes
    -----
    The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in both).  The
    exact sum of the probabilities is within half an epsilon of 1.

    References
    ----------
    B. Peters, V. Niculae, A. Martins, "Sparse sequence-to-sequence models", ACL 2019.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax15([2.4, 2.0, 0.0, -1.0]).round(3)
    array([0.64, 0.36, 0.  , 0.  ])
    """
@overload
def entmax15(x: _Scalar, axis: _Axis = -1, *, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def entmax15(x: _F, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _F: ...
@overload
def entmax15(x: float, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> np.float64: ...
@overload
def entmax15(x: _Scalar, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def entmax15(x: _Scalar, axis: _Axis = -1, *, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax15(x: _K, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def entmax15(x: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def entmax15(x: _M, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _M: ...
@overload
def entmax15(x: _Array[_F], axis: _Axis = -1, *, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def entmax15(x: _Nested[float], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def entmax15(x: _Exact, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax15(x: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def entmax15_backward(dy: _Operand, y: _Operand, axis: _Axis = -1, *, out: _Out | tuple[_Out],
    dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `entmax15` at its input, from that at its result: ``s*(dy - sum(s*dy)/sum(s))``, s the square root of y.

    What `dy` is where y is 0 does not matter, NaN neither.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `sparsemax`.
    y : array_like
        The result of `entmax15`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `entmax15`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `sparsemax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    entmax15 : whose derivative this is.

    Notes
    -----
    Sums are carried in twice the working precision.

    The error is at most 2 epsilons of ``s*(abs(dy) + max(abs(dy)))`` in float32 and 2 in float64 (the largest seen in
    both); without FMA 1.8 and 1.9, the maximum that of a row where y is positive.

    References
    ----------
    As for `entmax15`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.entmax15_backward([1.0, 0.0, 5.0], [0.64, 0.36, 0.0]).round(3)
    array([ 0.343, -0.343,  0.   ])
    """
@overload
def entmax15_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def entmax15_backward(dy: _F, y: _F, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _F: ...
@overload
def entmax15_backward(dy: float, y: float, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> np.float64: ...
@overload
def entmax15_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def entmax15_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax15_backward(dy: _K, y: _K | _Operand, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def entmax15_backward(dy: _Reals, y: _K, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def entmax15_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def entmax15_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def entmax15_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    out: None = None, dtype: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def entmax15_backward(dy: _Array[_F], y: _Array[_F] | _F | float, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def entmax15_backward(dy: _F | float, y: _Array[_F], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def entmax15_backward(dy: _Nested[float], y: _Nested[float], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def entmax15_backward(dy: _Exact, y: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax15_backward(dy: _Reals, y: _Exact | _Integer, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax15_backward(dy: _Integer, y: _Array[np.floating[Any]], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax15_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def entmax_backward(dy: _Operand, y: _Operand, alpha: _Real = 1.5, axis: _Axis = -1, *, out: _Out | tuple[_Out],
    dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `entmax` at its input, from that at its result: ``s*(dy - sum(s*dy)/sum(s))``, s = y**(2 - alpha).

    s is 0 where y is; what `dy` is there does not matter, NaN neither.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `sparsemax`.
    y : array_like
        The result of `entmax`; broadcasts against `dy`.
    alpha : float, default 1.5
        That of that `entmax`.
    axis : int, tuple of int or None, default -1
        The axis of that `entmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    ValueError
        If alpha is below 1 or not finite, or `dy` and `y` do not broadcast; else as `sparsemax`.
    TypeError, numpy.exceptions.AxisError
        As `entmax`.

    See Also
    --------
    entmax : whose derivative this is.

    Notes
    -----
    Sums are carried in twice the working precision.

    The error is at most 2 epsilons of ``s*(abs(dy) + max(abs(dy)))`` in float32 and 1.8 in float64 (the largest seen in
    both); without FMA 1.9 and 1.9, the maximum that of a row where y is positive, up to alpha = 3.

    References
    ----------
    As for `entmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> y = fa.entmax([1.0, 0.0, -1.0], 1.25)
    >>> fa.entmax_backward([1.0, 0.0, 0.0], y, 1.25).round(3)
    array([ 0.265, -0.212, -0.054])
    """
@overload
def entmax_backward(dy: _Scalar, y: _Scalar, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None,
    dtype: _DTypeOf[_D]) -> _D: ...
@overload
def entmax_backward(dy: _F, y: _F, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _F: ...
@overload
def entmax_backward(dy: float, y: float, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None,
    dtype: None = None) -> np.float64: ...
@overload
def entmax_backward(dy: _Scalar, y: _Scalar, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def entmax_backward(dy: _Scalar, y: _Scalar, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax_backward(dy: _K, y: _K | _Operand, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def entmax_backward(dy: _Reals, y: _K, alpha: _Real = 1.5, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def entmax_backward(dy: _Reals, y: _Reals, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def entmax_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, alpha: _Real = 1.5, axis: _Axis = -1,
    *, out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def entmax_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, alpha: _Real = 1.5,
    axis: _Axis = -1, *, out: None = None, dtype: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def entmax_backward(dy: _Array[_F], y: _Array[_F] | _F | float, alpha: _Real = 1.5, axis: _Axis = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def entmax_backward(dy: _F | float, y: _Array[_F], alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def entmax_backward(dy: _Nested[float], y: _Nested[float], alpha: _Real = 1.5, axis: _Axis = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.float64]: ...
@overload
def entmax_backward(dy: _Exact, y: _Reals, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax_backward(dy: _Reals, y: _Exact | _Integer, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax_backward(dy: _Integer, y: _Array[np.floating[Any]], alpha: _Real = 1.5, axis: _Axis = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def entmax_backward(dy: _Reals, y: _Reals, alpha: _Real = 1.5, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

exponential: _Unary
"""exponential(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

exponential: ``exp(x)``.

The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
exponential_grad : the derivative.
exponential_backward : the gradient at the input.
exponential_with_grad : value and derivative in one pass.
exponential_grad_from_output : the derivative from the value.
exponential_backward_from_output : the gradient at the input from the value.
softplus, elu, softmax, soft_exponential

Notes
-----
The error is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The exponential function

Examples
--------
>>> import fastact as fa
>>> fa.exponential([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 7.3891]
"""

exponential_backward: _Binary
"""exponential_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of exponential, ``dy*f'(x)`` with ``f(x) = exp(x)``.

The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
exponential : the value.
exponential_grad : the derivative.
exponential_with_grad : value and derivative in one pass.
exponential_grad_from_output : the derivative from the value.
exponential_backward_from_output : the gradient at the input from the value.
softplus, elu, softmax, soft_exponential

Notes
-----
The error of f'(x) is at most 0.8 units in the last place in float32 (proven: at all arguments) and
0.9 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The exponential function

Examples
--------
>>> import fastact as fa
>>> fa.exponential_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 7.3891]
"""

exponential_backward_from_output: _Binary
"""exponential_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of exponential from its result y: ``dy*(+y)``.

The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
exponential : the value.
exponential_grad : the derivative.
exponential_backward : the gradient at the input.
exponential_with_grad : value and derivative in one pass.
exponential_grad_from_output : the derivative from the value.
softplus, elu, softmax, soft_exponential

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The exponential function

Examples
--------
>>> import fastact as fa
>>> fa.exponential_backward_from_output([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[0.25, 0.5, 0.75]
"""

exponential_grad: _Unary
"""exponential_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of exponential, ``f(x) = exp(x)``, at x.

The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
exponential : the value.
exponential_backward : the gradient at the input.
exponential_with_grad : value and derivative in one pass.
exponential_grad_from_output : the derivative from the value.
exponential_backward_from_output : the gradient at the input from the value.
softplus, elu, softmax, soft_exponential

Notes
-----
The error is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The exponential function

Examples
--------
>>> import fastact as fa
>>> fa.exponential_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1353, 1.0, 7.3891]
"""

exponential_grad_from_output: _Unary
"""exponential_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of exponential from its result y: ``+y``.

The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
exponential : the value.
exponential_grad : the derivative.
exponential_backward : the gradient at the input.
exponential_with_grad : value and derivative in one pass.
exponential_backward_from_output : the gradient at the input from the value.
softplus, elu, softmax, soft_exponential

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The exponential function

Examples
--------
>>> import fastact as fa
>>> fa.exponential_grad_from_output([0.25, 0.5, 0.75]).round(4).tolist()
[0.25, 0.5, 0.75]
"""

exponential_with_grad: _UnaryPair
"""exponential_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

exponential and its derivative in one pass, ``f(x) = exp(x)``.

The exponential function: outputs that must be positive, such as Poisson rates, scales, variances.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
exponential : the value.
exponential_grad : the derivative.
exponential_backward : the gradient at the input.
exponential_grad_from_output : the derivative from the value.
exponential_backward_from_output : the gradient at the input from the value.
softplus, elu, softmax, soft_exponential

Notes
-----
The error of y is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.9
in float64 (the largest seen); that of d, at most 0.8 units in the last place in float32 (proven: at
all arguments) and 0.9 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The exponential function

Examples
--------
>>> import fastact as fa
>>> y, d = fa.exponential_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.1353, 1.0, 7.3891]
>>> d.round(4).tolist()
[0.1353, 1.0, 7.3891]
"""

gaussian: _Unary
"""gaussian(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gaussian: ``exp(-x**2)``.

Gaussian bell: hidden units of radial basis function networks, implicit neural representations.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gaussian_grad : the derivative.
gaussian_backward : the gradient at the input.
gaussian_with_grad : value and derivative in one pass.
sq_rbf, inverse_multiquadric, sinc

Notes
-----
The error is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988

Examples
--------
>>> import fastact as fa
>>> fa.gaussian([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0183, 1.0, 0.0183]
"""

gaussian_backward: _Binary
"""gaussian_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of gaussian, ``dy*f'(x)`` with ``f(x) = exp(-x**2)``.

Gaussian bell: hidden units of radial basis function networks, implicit neural representations.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gaussian : the value.
gaussian_grad : the derivative.
gaussian_with_grad : value and derivative in one pass.
sq_rbf, inverse_multiquadric, sinc

Notes
-----
The error of f'(x) is at most 0.8 units in the last place in float32 (proven: at all arguments) and
0.9 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988

Examples
--------
>>> import fastact as fa
>>> fa.gaussian_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0733, -0.0, -0.0733]
"""

gaussian_grad: _Unary
"""gaussian_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of gaussian, ``f(x) = exp(-x**2)``, at x.

Gaussian bell: hidden units of radial basis function networks, implicit neural representations.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gaussian : the value.
gaussian_backward : the gradient at the input.
gaussian_with_grad : value and derivative in one pass.
sq_rbf, inverse_multiquadric, sinc

Notes
-----
The error is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988

Examples
--------
>>> import fastact as fa
>>> fa.gaussian_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0733, -0.0, -0.0733]
"""

gaussian_with_grad: _UnaryPair
"""gaussian_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gaussian and its derivative in one pass, ``f(x) = exp(-x**2)``.

Gaussian bell: hidden units of radial basis function networks, implicit neural representations.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gaussian : the value.
gaussian_grad : the derivative.
gaussian_backward : the gradient at the input.
sq_rbf, inverse_multiquadric, sinc

Notes
-----
The error of y is at most 0.8 units in the last place in float32 (proven: at all arguments) and 0.9
in float64 (the largest seen); that of d, at most 0.8 units in the last place in float32 (proven: at
all arguments) and 0.9 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988

Examples
--------
>>> import fastact as fa
>>> y, d = fa.gaussian_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0183, 1.0, 0.0183]
>>> d.round(4).tolist()
[0.0733, -0.0, -0.0733]
"""

gcu: _Unary
"""gcu(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gcu: ``x*cos(x)``.

Growing cosine unit, oscillating and unbounded: convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gcu_grad : the derivative.
gcu_backward : the gradient at the input.
gcu_with_grad : value and derivative in one pass.
sine, snake

Notes
-----
The error is at most 1.1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); without FMA 1.1 and 1.8.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021

Examples
--------
>>> import fastact as fa
>>> fa.gcu([-2.0, 0.0, 2.0]).round(4).tolist()
[0.8323, 0.0, -0.8323]
"""

gcu_backward: _Binary
"""gcu_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of gcu, ``dy*f'(x)`` with ``f(x) = x*cos(x)``.

Growing cosine unit, oscillating and unbounded: convolutional image classifiers.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gcu : the value.
gcu_grad : the derivative.
gcu_with_grad : value and derivative in one pass.
sine, snake

Notes
-----
The error of f'(x) is at most 1.2 units in the last place in float32 (proven: at all arguments) and
1 in float64 (the largest seen); without FMA 1.4 and 1.1; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021

Examples
--------
>>> import fastact as fa
>>> fa.gcu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-2.2347, 1.0, -2.2347]
"""

gcu_grad: _Unary
"""gcu_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of gcu, ``f(x) = x*cos(x)``, at x.

Growing cosine unit, oscillating and unbounded: convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gcu : the value.
gcu_backward : the gradient at the input.
gcu_with_grad : value and derivative in one pass.
sine, snake

Notes
-----
The error is at most 1.2 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); without FMA 1.4 and 1.1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021

Examples
--------
>>> import fastact as fa
>>> fa.gcu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-2.2347, 1.0, -2.2347]
"""

gcu_with_grad: _UnaryPair
"""gcu_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gcu and its derivative in one pass, ``f(x) = x*cos(x)``.

Growing cosine unit, oscillating and unbounded: convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gcu : the value.
gcu_grad : the derivative.
gcu_backward : the gradient at the input.
sine, snake

Notes
-----
The error of y is at most 1.1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); without FMA 1.1 and 1.8; that of d, at most 1.2 units in the last place
in float32 (proven: at all arguments) and 1 in float64 (the largest seen); without FMA 1.4 and 1.1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021

Examples
--------
>>> import fastact as fa
>>> y, d = fa.gcu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.8323, 0.0, -0.8323]
>>> d.round(4).tolist()
[-2.2347, 1.0, -2.2347]
"""

geglu: _Binary
"""geglu(a, b, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

geglu: ``a*erfc(-a/sqrt(2))/2*b``.

Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
geglu_backward : the gradients at the inputs.
geglu_packed : of one array's two halves.
geglu_packed_backward : the gradient at that one array.
geglu_tanh, gelu, swiglu, reglu

Notes
-----
The error is at most 2.5 units in the last place in float32 and 2.3 in float64 (the largest seen in
both). The units are those of the result, or the smallest subnormal number times the operand that is
no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020

Examples
--------
>>> import fastact as fa
>>> fa.geglu([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[-1.9545, 5.8635]
"""

geglu_backward: _TernaryPair
"""geglu_backward(dy, a, b, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of geglu, ``y = a*erfc(-a/sqrt(2))/2*b``.

Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
geglu : of two arrays.
geglu_packed : of one array's two halves.
geglu_packed_backward : the gradient at that one array.
geglu_tanh, gelu, swiglu, reglu

Notes
-----
The errors of dy/da and dy/db are at most 2.9 units in the last place in float32 and 2.6 in float64
(the largest seen in both); without FMA 3 and 2.5; their products with dy are rounded once more. The
units are those of the result, or the smallest subnormal number times the operand that is no gate
where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020

Examples
--------
>>> import fastact as fa
>>> da, db = fa.geglu_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[-1.0852, 3.2557]
>>> db.round(4).tolist()
[1.9545, 1.9545]
"""

@overload
def geglu_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: _Out | tuple[_Out]) -> _Out:
    """geglu_packed(x, axis=-1, *, gate='first', interleaved=False, out=None)

    geglu of the two halves of an array: ``a*erfc(-a/sqrt(2))/2*b``.

    Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only.

    See Also
    --------
    geglu : of two arrays.
    geglu_backward : the gradients at the inputs.
    geglu_packed_backward : the gradient at that one array.
    geglu_tanh, gelu, swiglu, reglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 2.5 units in the last place in float32 and 2.3 in float64 (the largest seen in
    both). The units are those of the result, or the smallest subnormal number times the operand that is
    no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020

    Examples
    --------
    >>> import fastact as fa
    >>> fa.geglu_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.9545, 5.8635]
    """
@overload
def geglu_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def geglu_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _M: ...
@overload
def geglu_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def geglu_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def geglu_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def geglu_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: _Out | tuple[_Out]) -> _Out:
    """geglu_packed_backward(dy, x, axis=-1, *, gate='first', interleaved=False, out=None)

    The gradient at the input of geglu_packed, for ``a*erfc(-a/sqrt(2))/2*b`` of the two halves.

    Gated unit with a gelu gate: transformer blocks of ModernBERT and of Stable Diffusion.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only.

    See Also
    --------
    geglu : of two arrays.
    geglu_backward : the gradients at the inputs.
    geglu_packed : of one array's two halves.
    geglu_tanh, gelu, swiglu, reglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are at most 2.9 units in the last place in float32 and 2.6 in float64
    (the largest seen in both); without FMA 3 and 2.5; their products with dy are rounded once more. The
    units are those of the result, or the smallest subnormal number times the operand that is no gate
    where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020

    Examples
    --------
    >>> import fastact as fa
    >>> fa.geglu_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.0852, 3.2557, 1.9545, 1.9545]
    """
@overload
def geglu_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: None = None) -> _K: ...
@overload
def geglu_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def geglu_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def geglu_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def geglu_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def geglu_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def geglu_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def geglu_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def geglu_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def geglu_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

geglu_tanh: _Binary
"""geglu_tanh(a, b, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

geglu_tanh: ``a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b``.

Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
geglu_tanh_backward : the gradients at the inputs.
geglu_tanh_packed : of one array's two halves.
geglu_tanh_packed_backward : the gradient at that one array.
geglu, gelu_tanh, swiglu

Notes
-----
The error is at most 3.4 units in the last place in float32 and 3 in float64 (the largest seen in
both). The units are those of the result, or the smallest subnormal number times the operand that is
no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020, with the approximation by tanh

Examples
--------
>>> import fastact as fa
>>> fa.geglu_tanh([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[-1.9546, 5.8638]
"""

geglu_tanh_backward: _TernaryPair
"""geglu_tanh_backward(dy, a, b, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of geglu_tanh, ``y = a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b``.

Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
geglu_tanh : of two arrays.
geglu_tanh_packed : of one array's two halves.
geglu_tanh_packed_backward : the gradient at that one array.
geglu, gelu_tanh, swiglu

Notes
-----
The errors of dy/da and dy/db are at most 2.8 units in the last place in float32 and 2.6 in float64
(the largest seen in both); their products with dy are rounded once more. The units are those of the
result, or the smallest subnormal number times the operand that is no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020, with the approximation by tanh

Examples
--------
>>> import fastact as fa
>>> da, db = fa.geglu_tanh_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[-1.0861, 3.2583]
>>> db.round(4).tolist()
[1.9546, 1.9546]
"""

@overload
def geglu_tanh_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: _Out | tuple[_Out]) -> _Out:
    """geglu_tanh_packed(x, axis=-1, *, gate='first', interleaved=False, out=None)

    geglu_tanh of the two halves of an array: ``a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b``.

    Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only.

    See Also
    --------
    geglu_tanh : of two arrays.
    geglu_tanh_backward : the gradients at the inputs.
    geglu_tanh_packed_backward : the gradient at that one array.
    geglu, gelu_tanh, swiglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 3.4 units in the last place in float32 and 3 in float64 (the largest seen in
    both). The units are those of the result, or the smallest subnormal number times the operand that is
    no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020, with the approximation by tanh

    Examples
    --------
    >>> import fastact as fa
    >>> fa.geglu_tanh_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.9546, 5.8638]
    """
@overload
def geglu_tanh_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def geglu_tanh_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _M: ...
@overload
def geglu_tanh_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def geglu_tanh_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def geglu_tanh_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def geglu_tanh_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: _Out | tuple[_Out]) -> _Out:
    """geglu_tanh_packed_backward(dy, x, axis=-1, *, gate='first', interleaved=False, out=None)

    The gradient at the input of geglu_tanh_packed, for ``a/(1 + exp(-sqrt(8/pi)*(a + 0.044715*a**3)))*b`` of the two halves.

    Geglu with the tanh approximation of gelu: feed-forward layers of T5 version 1.1 and of Gemma.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only.

    See Also
    --------
    geglu_tanh : of two arrays.
    geglu_tanh_backward : the gradients at the inputs.
    geglu_tanh_packed : of one array's two halves.
    geglu, gelu_tanh, swiglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are at most 2.8 units in the last place in float32 and 2.6 in float64
    (the largest seen in both); their products with dy are rounded once more. The units are those of the
    result, or the smallest subnormal number times the operand that is no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020, with the approximation by tanh

    Examples
    --------
    >>> import fastact as fa
    >>> fa.geglu_tanh_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.0861, 3.2583, 1.9546, 1.9546]
    """
@overload
def geglu_tanh_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: None = None) -> _K: ...
@overload
def geglu_tanh_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: None = None) -> _K: ...
@overload
def geglu_tanh_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def geglu_tanh_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float,
    axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.matrix[tuple[int,
    int], np.dtype[_F]]: ...
@overload
def geglu_tanh_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def geglu_tanh_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def geglu_tanh_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def geglu_tanh_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def geglu_tanh_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def geglu_tanh_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

gelu: _Unary
"""gelu(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gelu: ``x*erfc(-x/sqrt(2))/2``.

Gaussian error linear unit, the exact form: feed-forward layers of BERT, Whisper and other transformers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_grad : the derivative.
gelu_backward : the gradient at the input.
gelu_with_grad : value and derivative in one pass.
gelu_tanh, gelu_quick, silu, geglu

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.1 and 1.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016

Examples
--------
>>> import fastact as fa
>>> fa.gelu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0455, 0.0, 1.9545]
"""

gelu_backward: _Binary
"""gelu_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of gelu, ``dy*f'(x)`` with ``f(x) = x*erfc(-x/sqrt(2))/2``.

Gaussian error linear unit, the exact form: feed-forward layers of BERT, Whisper and other transformers.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu : the value.
gelu_grad : the derivative.
gelu_with_grad : value and derivative in one pass.
gelu_tanh, gelu_quick, silu, geglu

Notes
-----
The error of f'(x) is at most 2 units in the last place in float32 and 1.8 in float64 (the largest
seen in both); without FMA 2 and 1.9; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016

Examples
--------
>>> import fastact as fa
>>> fa.gelu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0852, 0.5, 1.0852]
"""

gelu_grad: _Unary
"""gelu_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of gelu, ``f(x) = x*erfc(-x/sqrt(2))/2``, at x.

Gaussian error linear unit, the exact form: feed-forward layers of BERT, Whisper and other transformers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu : the value.
gelu_backward : the gradient at the input.
gelu_with_grad : value and derivative in one pass.
gelu_tanh, gelu_quick, silu, geglu

Notes
-----
The error is at most 2 units in the last place in float32 and 1.8 in float64 (the largest seen in
both); without FMA 2 and 1.9.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016

Examples
--------
>>> import fastact as fa
>>> fa.gelu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0852, 0.5, 1.0852]
"""

gelu_quick: _Unary
"""gelu_quick(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gelu_quick: ``x/(1 + exp(-1.702*x))``.

Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_quick_grad : the derivative.
gelu_quick_backward : the gradient at the input.
gelu_quick_with_grad : value and derivative in one pass.
gelu, gelu_tanh, swish, swiglu_oai

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic
function

Examples
--------
>>> import fastact as fa
>>> fa.gelu_quick([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0643, 0.0, 1.9357]
"""

gelu_quick_backward: _Binary
"""gelu_quick_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of gelu_quick, ``dy*f'(x)`` with ``f(x) = x/(1 + exp(-1.702*x))``.

Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_quick : the value.
gelu_quick_grad : the derivative.
gelu_quick_with_grad : value and derivative in one pass.
gelu, gelu_tanh, swish, swiglu_oai

Notes
-----
The error of f'(x) is at most 1.7 units in the last place in float32 (proven: at all arguments) and
1.8 in float64 (the largest seen); without FMA 1.7 and 1.9; its product with dy is rounded once
more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic
function

Examples
--------
>>> import fastact as fa
>>> fa.gelu_quick_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0738, 0.5, 1.0738]
"""

gelu_quick_grad: _Unary
"""gelu_quick_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of gelu_quick, ``f(x) = x/(1 + exp(-1.702*x))``, at x.

Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_quick : the value.
gelu_quick_backward : the gradient at the input.
gelu_quick_with_grad : value and derivative in one pass.
gelu, gelu_tanh, swish, swiglu_oai

Notes
-----
The error is at most 1.7 units in the last place in float32 (proven: at all arguments) and 1.8 in
float64 (the largest seen); without FMA 1.7 and 1.9.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic
function

Examples
--------
>>> import fastact as fa
>>> fa.gelu_quick_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0738, 0.5, 1.0738]
"""

gelu_quick_with_grad: _UnaryPair
"""gelu_quick_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gelu_quick and its derivative in one pass, ``f(x) = x/(1 + exp(-1.702*x))``.

Gelu approximated with the logistic function: the transformers of CLIP by OpenAI.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_quick : the value.
gelu_quick_grad : the derivative.
gelu_quick_backward : the gradient at the input.
gelu, gelu_tanh, swish, swiglu_oai

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); that of d, at most 1.7 units in the last place in float32 (proven: at
all arguments) and 1.8 in float64 (the largest seen); without FMA 1.7 and 1.9.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic
function

Examples
--------
>>> import fastact as fa
>>> y, d = fa.gelu_quick_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.0643, 0.0, 1.9357]
>>> d.round(4).tolist()
[-0.0738, 0.5, 1.0738]
"""

gelu_tanh: _Unary
"""gelu_tanh(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gelu_tanh: ``x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))``.

Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_tanh_grad : the derivative.
gelu_tanh_backward : the gradient at the input.
gelu_tanh_with_grad : value and derivative in one pass.
gelu, gelu_quick, geglu_tanh

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh

Examples
--------
>>> import fastact as fa
>>> fa.gelu_tanh([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0454, 0.0, 1.9546]
"""

gelu_tanh_backward: _Binary
"""gelu_tanh_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of gelu_tanh, ``dy*f'(x)`` with ``f(x) = x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))``.

Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_tanh : the value.
gelu_tanh_grad : the derivative.
gelu_tanh_with_grad : value and derivative in one pass.
gelu, gelu_quick, geglu_tanh

Notes
-----
The error of f'(x) is at most 1.7 units in the last place in float32 (proven: at all arguments) and
1.7 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh

Examples
--------
>>> import fastact as fa
>>> fa.gelu_tanh_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0861, 0.5, 1.0861]
"""

gelu_tanh_grad: _Unary
"""gelu_tanh_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of gelu_tanh, ``f(x) = x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))``, at x.

Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_tanh : the value.
gelu_tanh_backward : the gradient at the input.
gelu_tanh_with_grad : value and derivative in one pass.
gelu, gelu_quick, geglu_tanh

Notes
-----
The error is at most 1.7 units in the last place in float32 (proven: at all arguments) and 1.7 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh

Examples
--------
>>> import fastact as fa
>>> fa.gelu_tanh_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0861, 0.5, 1.0861]
"""

gelu_tanh_with_grad: _UnaryPair
"""gelu_tanh_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gelu_tanh and its derivative in one pass, ``f(x) = x/(1 + exp(-sqrt(8/pi)*(x + 0.044715*x**3)))``.

Gelu approximated with tanh, without the error function: feed-forward layers of GPT-2 and GPT-J.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu_tanh : the value.
gelu_tanh_grad : the derivative.
gelu_tanh_backward : the gradient at the input.
gelu, gelu_quick, geglu_tanh

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); that of d, at most 1.7 units in the last place in float32 (proven: at
all arguments) and 1.7 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh

Examples
--------
>>> import fastact as fa
>>> y, d = fa.gelu_tanh_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.0454, 0.0, 1.9546]
>>> d.round(4).tolist()
[-0.0861, 0.5, 1.0861]
"""

gelu_with_grad: _UnaryPair
"""gelu_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

gelu and its derivative in one pass, ``f(x) = x*erfc(-x/sqrt(2))/2``.

Gaussian error linear unit, the exact form: feed-forward layers of BERT, Whisper and other transformers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
gelu : the value.
gelu_grad : the derivative.
gelu_backward : the gradient at the input.
gelu_tanh, gelu_quick, silu, geglu

Notes
-----
The error of y is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.1 and 1.2; that of d, at most 2 units in the last place in float32 and
1.8 in float64 (the largest seen in both); without FMA 2 and 1.9.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016

Examples
--------
>>> import fastact as fa
>>> y, d = fa.gelu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.0455, 0.0, 1.9545]
>>> d.round(4).tolist()
[-0.0852, 0.5, 1.0852]
"""

@overload
def get(name: Literal["GLU", "bilinear", "geglu", "geglu_tanh", "glu", "reglu"]) -> _Binary:
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
@overload
def get(name: Literal["swiglu"]) -> _Binary_beta_1: ...
@overload
def get(name: Literal["swiglu_oai"]) -> _Binary_limit_7_alpha_1p702: ...
@overload
def get(name: Literal["BCEWithLogitsLoss", "binary_cross_entropy_with_logits", "sigmoid_binary_cross_entropy",
    "sigmoid_cross_entropy", "sigmoid_cross_entropy_with_logits",
    "weighted_cross_entropy_with_logits"]) -> _SigmoidCrossEntropy: ...
@overload
def get(name: Literal["Asinh", "Atan", "Exp", "GELU", "Gelu", "HardSwish", "Hardswish", "Identity", "LogSigmoid", "Mish",
    "ReLU", "ReLU6", "Relu", "SELU", "Selu", "SiLU", "Sigmoid", "Sin", "Softsign", "Tanh", "Tanhshrink", "arcsinh", "arctan",
    "asinh", "atan", "bent_identity", "dish", "elish", "exp", "expit", "exponential", "gaussian", "gcu", "gelu", "gelu_fast",
    "gelu_new", "gelu_pytorch_tanh", "gelu_quick", "gelu_tanh", "hard_elish", "hard_silu", "hard_swish", "hardswish", "hswish",
    "identity", "linear", "lisht", "log_sigmoid", "logish", "logistic", "logit", "logsigmoid", "mish", "phish", "quick_gelu",
    "relu", "relu2", "relu6", "relu_squared", "selu", "serf", "sigmoid", "silu", "sin", "sinc", "sine", "smish", "soft_sign",
    "softsign", "sparse_plus", "sparse_sigmoid", "sq_rbf", "sqnl", "squared_relu", "tanh", "tanh_shrink", "tanhexp",
    "tanhshrink", "thin_plate"]) -> _Unary: ...
@overload
def get(name: Literal["plu"]) -> _Unary_a_0p1_c_1: ...
@overload
def get(name: Literal["inverse_multiquadric", "multiquadric"]) -> _Unary_a_1: ...
@overload
def get(name: Literal["soft_exponential"]) -> _Unary_alpha_0: ...
@overload
def get(name: Literal["CELU", "Celu", "ELU", "Elu", "celu", "elu", "isrlu", "isru", "snake",
    "soft_clipping"]) -> _Unary_alpha_1: ...
@overload
def get(name: Literal["squareplus"]) -> _Unary_b_4: ...
@overload
def get(name: Literal["Softplus", "Swish", "softplus", "swish"]) -> _Unary_beta_1: ...
@overload
def get(name: Literal["soft_cap"]) -> _Unary_cap_30: ...
@overload
def get(name: Literal["Hardshrink", "Softshrink", "hard_shrink", "hardshrink", "soft_shrink",
    "softshrink"]) -> _Unary_lambd_0p5: ...
@overload
def get(name: Literal["Shrink", "shrink"]) -> _Unary_lambd_0p5_bias_0: ...
@overload
def get(name: Literal["Hardtanh", "hard_tanh", "hardtanh"]) -> _Unary_min_val_minus_1_max_val_1: ...
@overload
def get(name: Literal["LeakyReLU", "LeakyRelu", "leaky_relu"]) -> _Unary_negative_slope_0p01: ...
@overload
def get(name: Literal["star_relu"]) -> _Unary_scale_0p8944_bias_minus_0p4472: ...
@overload
def get(name: Literal["PReLU", "PRelu", "prelu"]) -> _Unary_slope: ...
@overload
def get(name: Literal["HardSigmoid", "Hardsigmoid", "hard_sigmoid", "hardsigmoid",
    "hsigmoid"]) -> _Unary_slope_0p1667_offset_0p5: ...
@overload
def get(name: Literal["srelu"]) -> _Unary_t_left_a_left_t_right_a_right: ...
@overload
def get(name: Literal["binary_step", "step"]) -> _Unary_threshold_0: ...
@overload
def get(name: Literal["ThresholdedReLU", "ThresholdedRelu", "thresholded_relu"]) -> _Unary_threshold_1: ...
@overload
def get(name: Literal["Threshold", "threshold"]) -> _Unary_threshold_value: ...
@overload
def get(name: Literal["clipped_relu"]) -> _Unary_upper_6: ...
@overload
def get(name: str) -> _Function: ...

def get_num_threads() -> int:
    """How many threads a call of fastact from this thread may use.

    That is the number of the innermost `num_threads` block that this thread is in; without one that of `set_num_threads`; and
    if nothing was set ``OMP_NUM_THREADS``, or else the processors that the process may run on, but no more than its
    container's quota, rounded up. ``OMP_THREAD_LIMIT`` and threadpoolctl lower it. In a forked child it is 1.

    Returns
    -------
    int

    Examples
    --------
    >>> import fastact as fa
    >>> fa.get_num_threads() >= 1
    True
    """

glu: _Binary
"""glu(a, b, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

glu: ``a/(1 + exp(-b))``.

Gated linear unit with a logistic gate: gated convolutional language models, the Conformer.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
glu_backward : the gradients at the inputs.
glu_packed : of one array's two halves.
glu_packed_backward : the gradient at that one array.
swiglu, reglu, bilinear, sigmoid

Notes
-----
The error is at most 3.3 units in the last place in float32 and 2.4 in float64 (the largest seen in
both). The units are those of the result, or the smallest subnormal number times the operand that is
no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
Y. Dauphin et al., Language modeling with gated convolutional networks, ICML 2017

Examples
--------
>>> import fastact as fa
>>> fa.glu([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[0.5379, 1.9051]
"""

glu_backward: _TernaryPair
"""glu_backward(dy, a, b, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of glu, ``y = a/(1 + exp(-b))``.

Gated linear unit with a logistic gate: gated convolutional language models, the Conformer.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
glu : of two arrays.
glu_packed : of one array's two halves.
glu_packed_backward : the gradient at that one array.
swiglu, reglu, bilinear, sigmoid

Notes
-----
The errors of dy/da and dy/db are at most 2.6 units in the last place in float32 and 2.4 in float64
(the largest seen in both); their products with dy are rounded once more. The units are those of the
result, or the smallest subnormal number times the operand that is no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
Y. Dauphin et al., Language modeling with gated convolutional networks, ICML 2017

Examples
--------
>>> import fastact as fa
>>> da, db = fa.glu_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[0.2689, 0.9526]
>>> db.round(4).tolist()
[0.3932, 0.0904]
"""

@overload
def glu_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: _Out | tuple[_Out]) -> _Out:
    """glu_packed(x, axis=-1, *, gate='second', interleaved=False, out=None)

    glu of the two halves of an array: ``a/(1 + exp(-b))``.

    Gated linear unit with a logistic gate: gated convolutional language models, the Conformer.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "second"
        Which half is the gate, the operand b that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only.

    See Also
    --------
    glu : of two arrays.
    glu_backward : the gradients at the inputs.
    glu_packed_backward : the gradient at that one array.
    swiglu, reglu, bilinear, sigmoid

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 3.3 units in the last place in float32 and 2.4 in float64 (the largest seen in
    both). The units are those of the result, or the smallest subnormal number times the operand that is
    no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    Y. Dauphin et al., Language modeling with gated convolutional networks, ICML 2017

    Examples
    --------
    >>> import fastact as fa
    >>> fa.glu_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [0.5379, 1.9051]
    """
@overload
def glu_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def glu_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: None = None) -> _M: ...
@overload
def glu_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def glu_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def glu_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def glu_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: _Out | tuple[_Out]) -> _Out:
    """glu_packed_backward(dy, x, axis=-1, *, gate='second', interleaved=False, out=None)

    The gradient at the input of glu_packed, for ``a/(1 + exp(-b))`` of the two halves.

    Gated linear unit with a logistic gate: gated convolutional language models, the Conformer.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "second"
        Which half is the gate, the operand b that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only.

    See Also
    --------
    glu : of two arrays.
    glu_backward : the gradients at the inputs.
    glu_packed : of one array's two halves.
    swiglu, reglu, bilinear, sigmoid

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are at most 2.6 units in the last place in float32 and 2.4 in float64
    (the largest seen in both); their products with dy are rounded once more. The units are those of the
    result, or the smallest subnormal number times the operand that is no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    Y. Dauphin et al., Language modeling with gated convolutional networks, ICML 2017

    Examples
    --------
    >>> import fastact as fa
    >>> fa.glu_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [0.2689, 0.9526, 0.3932, 0.0904]
    """
@overload
def glu_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: None = None) -> _K: ...
@overload
def glu_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def glu_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'second', interleaved: _Bool = False, out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def glu_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'second', interleaved: _Bool = False, out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def glu_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def glu_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def glu_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def glu_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'second', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def glu_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def glu_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'second',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def gumbel_softmax(logits: _Operand, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: _Out | tuple[_Out]) -> _Out:
    """A sample from the relaxed categorical distribution: ``softmax((logits + g)/temperature)`` with Gumbel noise g.

    Parameters
    ----------
    logits : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; logarithms of probabilities up to a constant.
    temperature : float, default 1
        Positive; the lower, the closer to one-hot.
    axis : int, tuple of int or None, default -1
        The axis or axes of the classes.
    rng : numpy.random.Generator
        Draws the noise.
    hard : bool, default False
        Whether to return a one-hot sample too, the straight-through estimator: use that forward, and the gradient of the
        soft one backward.
    out : ndarray, optional
        For the soft sample, of the shape of `logits`, with any strides; may be `logits` itself.  The noise is drawn into it
        where its type is that of the noise.

    Returns
    -------
    y : ndarray
        The soft sample, of the shape of `logits`.
    one_hot : ndarray
        With `hard` only: 1 at the first maximum of each row, 0 elsewhere.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; TypeError too if `rng` is not a Generator.

    See Also
    --------
    softmax_backward : its derivative for the logits, from y, with the same temperature.

    Notes
    -----
    The noise is ``-log(E)`` of standard exponential draws E of the shape of `logits`, float32 ones for narrower types.
    They are drawn in the order of the shape, the last axis fastest, whatever the strides; the error from there is that of
    `softmax`.

    References
    ----------
    E. Jang, S. Gu, B. Poole, "Categorical reparameterization with Gumbel-softmax", ICLR 2017; C. Maddison, A. Mnih, Y. W. Teh,
    "The concrete distribution", ICLR 2017.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> y, one_hot = fa.gumbel_softmax([0.0, 1.0, 2.0], 0.5, rng=np.random.default_rng(0), hard=True)
    >>> float(one_hot.sum()), bool(y.argmax() == one_hot.argmax())
    (1.0, True)
    """
@overload
def gumbel_softmax(logits: _Operand, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[True], out: _Out | tuple[_Out]) -> tuple[_Out, _Out]: ...
@overload
def gumbel_softmax(logits: _F, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: None = None) -> _F: ...
@overload
def gumbel_softmax(logits: _F, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator, hard: Literal[True],
    out: None = None) -> tuple[_F, _F]: ...
@overload
def gumbel_softmax(logits: float, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: None = None) -> np.float64: ...
@overload
def gumbel_softmax(logits: float, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator, hard: Literal[True],
    out: None = None) -> tuple[np.float64, np.float64]: ...
@overload
def gumbel_softmax(logits: _Scalar, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: None = None) -> np.floating[Any]: ...
@overload
def gumbel_softmax(logits: _Scalar, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[True], out: None = None) -> tuple[np.floating[Any], np.floating[Any]]: ...
@overload
def gumbel_softmax(logits: _Scalar, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: EllipsisType) -> NDArray[np.floating[Any]]: ...
@overload
def gumbel_softmax(logits: _Scalar, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[True], out: EllipsisType) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
@overload
def gumbel_softmax(logits: _K, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: None = None) -> _K: ...
@overload
def gumbel_softmax(logits: _K, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator, hard: Literal[True],
    out: None = None) -> tuple[_K, _K]: ...
@overload
def gumbel_softmax(logits: _M, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: None = None) -> _M: ...
@overload
def gumbel_softmax(logits: _M, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator, hard: Literal[True],
    out: None = None) -> tuple[_M, _M]: ...
@overload
def gumbel_softmax(logits: _Array[_F], temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def gumbel_softmax(logits: _Array[_F], temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[True], out: EllipsisType | None = None) -> tuple[NDArray[_F], NDArray[_F]]: ...
@overload
def gumbel_softmax(logits: _Nested[float], temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def gumbel_softmax(logits: _Nested[float], temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[True], out: EllipsisType | None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
@overload
def gumbel_softmax(logits: _Exact, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator,
    hard: Literal[False] = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def gumbel_softmax(logits: _Exact, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator, hard: Literal[True],
    out: EllipsisType | None = None) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
@overload
def gumbel_softmax(logits: _Exact, temperature: _Real = 1.0, axis: _Axis = -1, *, rng: np.random.Generator, hard: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]] | tuple[NDArray[np.floating[Any]],
    NDArray[np.floating[Any]]]: ...

hard_elish: _Unary
"""hard_elish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_elish: ``where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)``.

Cheaper elish with a hard sigmoid for the logistic function: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_elish_grad : the derivative.
hard_elish_backward : the gradient at the input.
hard_elish_with_grad : value and derivative in one pass.
elish, hard_swish, hard_sigmoid

Notes
-----
The error is at most 0.6 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018; its hard sigmoid is that of
this catalogue

Examples
--------
>>> import fastact as fa
>>> fa.hard_elish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1441, 0.0, 1.6667]
"""

hard_elish_backward: _Binary
"""hard_elish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of hard_elish, ``dy*f'(x)`` with ``f(x) = where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)``.

Cheaper elish with a hard sigmoid for the logistic function: image classification.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_elish : the value.
hard_elish_grad : the derivative.
hard_elish_with_grad : value and derivative in one pass.
elish, hard_swish, hard_sigmoid

Notes
-----
The error of f'(x) is at most 1.1 units in the last place in float32 (proven: at all arguments) and
1.1 in float64 (the largest seen); without FMA 1.3 and 1; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018; its hard sigmoid is that of
this catalogue

Examples
--------
>>> import fastact as fa
>>> fa.hard_elish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1216, 0.5, 1.1667]
"""

hard_elish_grad: _Unary
"""hard_elish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of hard_elish, ``f(x) = where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)``, at x.

Cheaper elish with a hard sigmoid for the logistic function: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_elish : the value.
hard_elish_backward : the gradient at the input.
hard_elish_with_grad : value and derivative in one pass.
elish, hard_swish, hard_sigmoid

Notes
-----
The error is at most 1.1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen); without FMA 1.3 and 1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018; its hard sigmoid is that of
this catalogue

Examples
--------
>>> import fastact as fa
>>> fa.hard_elish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1216, 0.5, 1.1667]
"""

hard_elish_with_grad: _UnaryPair
"""hard_elish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_elish and its derivative in one pass, ``f(x) = where(x >= 0, x, expm1(x))*minimum(maximum(x/6 + 1/2, 0), 1)``.

Cheaper elish with a hard sigmoid for the logistic function: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_elish : the value.
hard_elish_grad : the derivative.
hard_elish_backward : the gradient at the input.
elish, hard_swish, hard_sigmoid

Notes
-----
The error of y is at most 0.6 units in the last place in float32 (proven: at all arguments) and 0.9
in float64 (the largest seen); that of d, at most 1.1 units in the last place in float32 (proven: at
all arguments) and 1.1 in float64 (the largest seen); without FMA 1.3 and 1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Basirat, P. Roth, The quest for the golden activation function, 2018; its hard sigmoid is that of
this catalogue

Examples
--------
>>> import fastact as fa
>>> y, d = fa.hard_elish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.1441, 0.0, 1.6667]
>>> d.round(4).tolist()
[-0.1216, 0.5, 1.1667]
"""

hard_shrink: _Unary_lambd_0p5
"""hard_shrink(x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_shrink: ``where(abs(x) > lambd, x, 0)``.

Hard thresholding: denoising of wavelet coefficients, sparse coding.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
hard_shrink_grad : the derivative.
hard_shrink_backward : the gradient at the input.
hard_shrink_with_grad : value and derivative in one pass.
soft_shrink, shrink, thresholded_relu

Notes
-----
The error is 0 for lambd from 0 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Donoho, I. Johnstone, Ideal spatial adaptation by wavelet shrinkage, 1994

Examples
--------
>>> import fastact as fa
>>> fa.hard_shrink([-2.0, 0.0, 2.0]).round(4).tolist()
[-2.0, 0.0, 2.0]
"""

hard_shrink_backward: _Binary_lambd_0p5
"""hard_shrink_backward(dy, x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of hard_shrink, ``dy*f'(x)`` with ``f(x) = where(abs(x) > lambd, x, 0)``.

Hard thresholding: denoising of wavelet coefficients, sparse coding.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
hard_shrink : the value.
hard_shrink_grad : the derivative.
hard_shrink_with_grad : value and derivative in one pass.
soft_shrink, shrink, thresholded_relu

Notes
-----
The error of f'(x) is 0 for lambd from 0 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
D. Donoho, I. Johnstone, Ideal spatial adaptation by wavelet shrinkage, 1994

Examples
--------
>>> import fastact as fa
>>> fa.hard_shrink_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 0.0, 1.0]
"""

hard_shrink_grad: _Unary_lambd_0p5
"""hard_shrink_grad(x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of hard_shrink, ``f(x) = where(abs(x) > lambd, x, 0)``, at x.

Hard thresholding: denoising of wavelet coefficients, sparse coding.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
hard_shrink : the value.
hard_shrink_backward : the gradient at the input.
hard_shrink_with_grad : value and derivative in one pass.
soft_shrink, shrink, thresholded_relu

Notes
-----
The error is 0 for lambd from 0 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Donoho, I. Johnstone, Ideal spatial adaptation by wavelet shrinkage, 1994

Examples
--------
>>> import fastact as fa
>>> fa.hard_shrink_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 0.0, 1.0]
"""

hard_shrink_with_grad: _UnaryPair_lambd_0p5
"""hard_shrink_with_grad(x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_shrink and its derivative in one pass, ``f(x) = where(abs(x) > lambd, x, 0)``.

Hard thresholding: denoising of wavelet coefficients, sparse coding.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
hard_shrink : the value.
hard_shrink_grad : the derivative.
hard_shrink_backward : the gradient at the input.
soft_shrink, shrink, thresholded_relu

Notes
-----
The error of y is 0; that of d, 0 for lambd from 0 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Donoho, I. Johnstone, Ideal spatial adaptation by wavelet shrinkage, 1994

Examples
--------
>>> import fastact as fa
>>> y, d = fa.hard_shrink_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-2.0, 0.0, 2.0]
>>> d.round(4).tolist()
[1.0, 0.0, 1.0]
"""

hard_sigmoid: _Unary_slope_0p1667_offset_0p5
"""hard_sigmoid(x, /, slope=0.16666666666666666, offset=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_sigmoid: ``minimum(maximum(slope*x + offset, 0), 1)``.

Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, default 0.166667
    The slope; broadcasts against x.
offset : array_like, default 0.5
    The value at 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_sigmoid_grad : the derivative.
hard_sigmoid_backward : the gradient at the input.
hard_sigmoid_with_grad : value and derivative in one pass.
sigmoid, hard_swish, sparse_sigmoid, hard_tanh

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for slope from 0.01 to 1 and offset from 0.25 to 0.75.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Courbariaux et al., BinaryConnect, NIPS 2015

Examples
--------
>>> import fastact as fa
>>> fa.hard_sigmoid([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1667, 0.5, 0.8333]
"""

hard_sigmoid_backward: _Binary_slope_0p1667_offset_0p5
"""hard_sigmoid_backward(dy, x, /, slope=0.16666666666666666, offset=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of hard_sigmoid, ``dy*f'(x)`` with ``f(x) = minimum(maximum(slope*x + offset, 0), 1)``.

Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, default 0.166667
    The slope; broadcasts against x.
offset : array_like, default 0.5
    The value at 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_sigmoid : the value.
hard_sigmoid_grad : the derivative.
hard_sigmoid_with_grad : value and derivative in one pass.
sigmoid, hard_swish, sparse_sigmoid, hard_tanh

Notes
-----
The error of f'(x) is 0 for slope from 0.01 to 1 and offset from 0.25 to 0.75; its product with dy
is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
M. Courbariaux et al., BinaryConnect, NIPS 2015

Examples
--------
>>> import fastact as fa
>>> fa.hard_sigmoid_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1667, 0.1667, 0.1667]
"""

hard_sigmoid_grad: _Unary_slope_0p1667_offset_0p5
"""hard_sigmoid_grad(x, /, slope=0.16666666666666666, offset=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of hard_sigmoid, ``f(x) = minimum(maximum(slope*x + offset, 0), 1)``, at x.

Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, default 0.166667
    The slope; broadcasts against x.
offset : array_like, default 0.5
    The value at 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_sigmoid : the value.
hard_sigmoid_backward : the gradient at the input.
hard_sigmoid_with_grad : value and derivative in one pass.
sigmoid, hard_swish, sparse_sigmoid, hard_tanh

Notes
-----
The error is 0 for slope from 0.01 to 1 and offset from 0.25 to 0.75.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Courbariaux et al., BinaryConnect, NIPS 2015

Examples
--------
>>> import fastact as fa
>>> fa.hard_sigmoid_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1667, 0.1667, 0.1667]
"""

hard_sigmoid_with_grad: _UnaryPair_slope_0p1667_offset_0p5
"""hard_sigmoid_with_grad(x, /, slope=0.16666666666666666, offset=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_sigmoid and its derivative in one pass, ``f(x) = minimum(maximum(slope*x + offset, 0), 1)``.

Piecewise linear sigmoid: squeeze-and-excitation in MobileNetV3, training of binarised networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, default 0.166667
    The slope; broadcasts against x.
offset : array_like, default 0.5
    The value at 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_sigmoid : the value.
hard_sigmoid_grad : the derivative.
hard_sigmoid_backward : the gradient at the input.
sigmoid, hard_swish, sparse_sigmoid, hard_tanh

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, 0 for slope from 0.01 to 1 and offset from 0.25 to 0.75.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Courbariaux et al., BinaryConnect, NIPS 2015

Examples
--------
>>> import fastact as fa
>>> y, d = fa.hard_sigmoid_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.1667, 0.5, 0.8333]
>>> d.round(4).tolist()
[0.1667, 0.1667, 0.1667]
"""

hard_swish: _Unary
"""hard_swish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_swish: ``x*minimum(maximum(x/6 + 1/2, 0), 1)``.

Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_swish_grad : the derivative.
hard_swish_backward : the gradient at the input.
hard_swish_with_grad : value and derivative in one pass.
silu, swish, hard_sigmoid, relu6

Notes
-----
The error is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Howard et al., Searching for MobileNetV3, ICCV 2019

Examples
--------
>>> import fastact as fa
>>> fa.hard_swish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.3333, 0.0, 1.6667]
"""

hard_swish_backward: _Binary
"""hard_swish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of hard_swish, ``dy*f'(x)`` with ``f(x) = x*minimum(maximum(x/6 + 1/2, 0), 1)``.

Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_swish : the value.
hard_swish_grad : the derivative.
hard_swish_with_grad : value and derivative in one pass.
silu, swish, hard_sigmoid, relu6

Notes
-----
The error of f'(x) is at most 1 units in the last place in float32 (proven: at all arguments) and
1.1 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Howard et al., Searching for MobileNetV3, ICCV 2019

Examples
--------
>>> import fastact as fa
>>> fa.hard_swish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1667, 0.5, 1.1667]
"""

hard_swish_grad: _Unary
"""hard_swish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of hard_swish, ``f(x) = x*minimum(maximum(x/6 + 1/2, 0), 1)``, at x.

Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_swish : the value.
hard_swish_backward : the gradient at the input.
hard_swish_with_grad : value and derivative in one pass.
silu, swish, hard_sigmoid, relu6

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Howard et al., Searching for MobileNetV3, ICCV 2019

Examples
--------
>>> import fastact as fa
>>> fa.hard_swish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1667, 0.5, 1.1667]
"""

hard_swish_with_grad: _UnaryPair
"""hard_swish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_swish and its derivative in one pass, ``f(x) = x*minimum(maximum(x/6 + 1/2, 0), 1)``.

Piecewise quadratic silu without an exponential: the later layers of MobileNetV3.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
hard_swish : the value.
hard_swish_grad : the derivative.
hard_swish_backward : the gradient at the input.
silu, swish, hard_sigmoid, relu6

Notes
-----
The error of y is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.6
in float64 (the largest seen); that of d, at most 1 units in the last place in float32 (proven: at
all arguments) and 1.1 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Howard et al., Searching for MobileNetV3, ICCV 2019

Examples
--------
>>> import fastact as fa
>>> y, d = fa.hard_swish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.3333, 0.0, 1.6667]
>>> d.round(4).tolist()
[-0.1667, 0.5, 1.1667]
"""

hard_tanh: _Unary_min_val_minus_1_max_val_1
"""hard_tanh(x, /, min_val=-1.0, max_val=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_tanh: ``minimum(maximum(x, min_val), max_val)``.

Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
min_val : array_like, default -1
    The lower bound; broadcasts against x.
max_val : array_like, default 1
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil min_val <= max_val; where arrays do not, the result is NaN.

See Also
--------
hard_tanh_grad : the derivative.
hard_tanh_backward : the gradient at the input.
hard_tanh_with_grad : value and derivative in one pass.
hard_tanh_grad_from_output : the derivative from the value.
hard_tanh_backward_from_output : the gradient at the input from the value.
tanh, hard_sigmoid, clipped_relu, plu

Notes
-----
The error is 0 for min_val from -1000 to 0 and max_val from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Collobert, Large scale machine learning, 2004

Examples
--------
>>> import fastact as fa
>>> fa.hard_tanh([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.0, 0.0, 1.0]
"""

hard_tanh_backward: _Binary_min_val_minus_1_max_val_1
"""hard_tanh_backward(dy, x, /, min_val=-1.0, max_val=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of hard_tanh, ``dy*f'(x)`` with ``f(x) = minimum(maximum(x, min_val), max_val)``.

Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
min_val : array_like, default -1
    The lower bound; broadcasts against x.
max_val : array_like, default 1
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil min_val <= max_val; where arrays do not, the result is NaN.

See Also
--------
hard_tanh : the value.
hard_tanh_grad : the derivative.
hard_tanh_with_grad : value and derivative in one pass.
hard_tanh_grad_from_output : the derivative from the value.
hard_tanh_backward_from_output : the gradient at the input from the value.
tanh, hard_sigmoid, clipped_relu, plu

Notes
-----
The error of f'(x) is 0 for min_val from -1000 to 0 and max_val from 0.01 to 1000; its product with
dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
R. Collobert, Large scale machine learning, 2004

Examples
--------
>>> import fastact as fa
>>> fa.hard_tanh_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 1.0, 0.0]
"""

hard_tanh_backward_from_output: _Binary_min_val_minus_1_max_val_1
"""hard_tanh_backward_from_output(dy, y, /, min_val=-1.0, max_val=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of hard_tanh from its result y: ``dy*(where(y > min_val, where(y < max_val, 1, 0), 0))``.

Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
min_val : array_like, default -1
    The lower bound; broadcasts against y.
max_val : array_like, default 1
    The upper bound; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil min_val <= max_val; where arrays do not, the result is NaN.

See Also
--------
hard_tanh : the value.
hard_tanh_grad : the derivative.
hard_tanh_backward : the gradient at the input.
hard_tanh_with_grad : value and derivative in one pass.
hard_tanh_grad_from_output : the derivative from the value.
tanh, hard_sigmoid, clipped_relu, plu

Notes
-----
The error of f'(x) is 0 for min_val from -1000 to 0 and max_val from 0.01 to 1000; its product with
dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
R. Collobert, Large scale machine learning, 2004

Examples
--------
>>> import fastact as fa
>>> fa.hard_tanh_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

hard_tanh_grad: _Unary_min_val_minus_1_max_val_1
"""hard_tanh_grad(x, /, min_val=-1.0, max_val=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of hard_tanh, ``f(x) = minimum(maximum(x, min_val), max_val)``, at x.

Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
min_val : array_like, default -1
    The lower bound; broadcasts against x.
max_val : array_like, default 1
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil min_val <= max_val; where arrays do not, the result is NaN.

See Also
--------
hard_tanh : the value.
hard_tanh_backward : the gradient at the input.
hard_tanh_with_grad : value and derivative in one pass.
hard_tanh_grad_from_output : the derivative from the value.
hard_tanh_backward_from_output : the gradient at the input from the value.
tanh, hard_sigmoid, clipped_relu, plu

Notes
-----
The error is 0 for min_val from -1000 to 0 and max_val from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Collobert, Large scale machine learning, 2004

Examples
--------
>>> import fastact as fa
>>> fa.hard_tanh_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 1.0, 0.0]
"""

hard_tanh_grad_from_output: _Unary_min_val_minus_1_max_val_1
"""hard_tanh_grad_from_output(y, /, min_val=-1.0, max_val=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of hard_tanh from its result y: ``where(y > min_val, where(y < max_val, 1, 0), 0)``.

Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
min_val : array_like, default -1
    The lower bound; broadcasts against y.
max_val : array_like, default 1
    The upper bound; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil min_val <= max_val; where arrays do not, the result is NaN.

See Also
--------
hard_tanh : the value.
hard_tanh_grad : the derivative.
hard_tanh_backward : the gradient at the input.
hard_tanh_with_grad : value and derivative in one pass.
hard_tanh_backward_from_output : the gradient at the input from the value.
tanh, hard_sigmoid, clipped_relu, plu

Notes
-----
The error is 0 for min_val from -1000 to 0 and max_val from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Collobert, Large scale machine learning, 2004

Examples
--------
>>> import fastact as fa
>>> fa.hard_tanh_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

hard_tanh_with_grad: _UnaryPair_min_val_minus_1_max_val_1
"""hard_tanh_with_grad(x, /, min_val=-1.0, max_val=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

hard_tanh and its derivative in one pass, ``f(x) = minimum(maximum(x, min_val), max_val)``.

Piecewise linear tanh without an exponential: networks for tagging text, binarised networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
min_val : array_like, default -1
    The lower bound; broadcasts against x.
max_val : array_like, default 1
    The upper bound; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil min_val <= max_val; where arrays do not, the result is NaN.

See Also
--------
hard_tanh : the value.
hard_tanh_grad : the derivative.
hard_tanh_backward : the gradient at the input.
hard_tanh_grad_from_output : the derivative from the value.
hard_tanh_backward_from_output : the gradient at the input from the value.
tanh, hard_sigmoid, clipped_relu, plu

Notes
-----
The error of y is 0; that of d, 0 for min_val from -1000 to 0 and max_val from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Collobert, Large scale machine learning, 2004

Examples
--------
>>> import fastact as fa
>>> y, d = fa.hard_tanh_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.0, 0.0, 1.0]
>>> d.round(4).tolist()
[0.0, 1.0, 0.0]
"""

identity: _Unary
"""identity(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

identity: ``+x``.

The linear unit, which changes nothing: output layers of regression models, layers without activation.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
identity_grad : the derivative.
identity_backward : the gradient at the input.
identity_with_grad : value and derivative in one pass.
relu, bent_identity

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
the linear unit

Examples
--------
>>> import fastact as fa
>>> fa.identity([-2.0, 0.0, 2.0]).round(4).tolist()
[-2.0, 0.0, 2.0]
"""

identity_backward: _Binary
"""identity_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of identity, ``dy*f'(x)`` with ``f(x) = +x``.

The linear unit, which changes nothing: output layers of regression models, layers without activation.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
identity : the value.
identity_grad : the derivative.
identity_with_grad : value and derivative in one pass.
relu, bent_identity

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
the linear unit

Examples
--------
>>> import fastact as fa
>>> fa.identity_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

identity_grad: _Unary
"""identity_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of identity, ``f(x) = +x``, at x.

The linear unit, which changes nothing: output layers of regression models, layers without activation.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
identity : the value.
identity_backward : the gradient at the input.
identity_with_grad : value and derivative in one pass.
relu, bent_identity

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
the linear unit

Examples
--------
>>> import fastact as fa
>>> fa.identity_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

identity_with_grad: _UnaryPair
"""identity_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

identity and its derivative in one pass, ``f(x) = +x``.

The linear unit, which changes nothing: output layers of regression models, layers without activation.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
identity : the value.
identity_grad : the derivative.
identity_backward : the gradient at the input.
relu, bent_identity

Notes
-----
The error of y is 0; that of d, 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
the linear unit

Examples
--------
>>> import fastact as fa
>>> y, d = fa.identity_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-2.0, 0.0, 2.0]
>>> d.round(4).tolist()
[1.0, 1.0, 1.0]
"""

inverse_multiquadric: _Unary_a_1
"""inverse_multiquadric(x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

inverse_multiquadric: ``1/sqrt(x**2 + a**2)``.

Radial basis function that decays slowly: interpolation of scattered data.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
inverse_multiquadric_grad : the derivative.
inverse_multiquadric_backward : the gradient at the input.
inverse_multiquadric_with_grad : value and derivative in one pass.
multiquadric, gaussian, thin_plate

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both) for a from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Theory and applications of the multiquadric-biharmonic method, 1990

Examples
--------
>>> import fastact as fa
>>> fa.inverse_multiquadric([-2.0, 0.0, 2.0]).round(4).tolist()
[0.4472, 1.0, 0.4472]
"""

inverse_multiquadric_backward: _Binary_a_1
"""inverse_multiquadric_backward(dy, x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of inverse_multiquadric, ``dy*f'(x)`` with ``f(x) = 1/sqrt(x**2 + a**2)``.

Radial basis function that decays slowly: interpolation of scattered data.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
inverse_multiquadric : the value.
inverse_multiquadric_grad : the derivative.
inverse_multiquadric_with_grad : value and derivative in one pass.
multiquadric, gaussian, thin_plate

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); without FMA 1.6 and 2.6 for a from 1e-30 to 1e+30; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Theory and applications of the multiquadric-biharmonic method, 1990

Examples
--------
>>> import fastact as fa
>>> fa.inverse_multiquadric_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1789, -0.0, -0.1789]
"""

inverse_multiquadric_grad: _Unary_a_1
"""inverse_multiquadric_grad(x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of inverse_multiquadric, ``f(x) = 1/sqrt(x**2 + a**2)``, at x.

Radial basis function that decays slowly: interpolation of scattered data.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
inverse_multiquadric : the value.
inverse_multiquadric_backward : the gradient at the input.
inverse_multiquadric_with_grad : value and derivative in one pass.
multiquadric, gaussian, thin_plate

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both); without FMA 1.6 and 2.6 for a from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Theory and applications of the multiquadric-biharmonic method, 1990

Examples
--------
>>> import fastact as fa
>>> fa.inverse_multiquadric_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1789, -0.0, -0.1789]
"""

inverse_multiquadric_with_grad: _UnaryPair_a_1
"""inverse_multiquadric_with_grad(x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

inverse_multiquadric and its derivative in one pass, ``f(x) = 1/sqrt(x**2 + a**2)``.

Radial basis function that decays slowly: interpolation of scattered data.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
inverse_multiquadric : the value.
inverse_multiquadric_grad : the derivative.
inverse_multiquadric_backward : the gradient at the input.
multiquadric, gaussian, thin_plate

Notes
-----
The error of y is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both); that of d, at most 1.6 units in the last place in float32 and 1.6 in float64 (the
largest seen in both); without FMA 1.6 and 2.6 for a from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Theory and applications of the multiquadric-biharmonic method, 1990

Examples
--------
>>> import fastact as fa
>>> y, d = fa.inverse_multiquadric_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.4472, 1.0, 0.4472]
>>> d.round(4).tolist()
[0.1789, -0.0, -0.1789]
"""

isrlu: _Unary_alpha_1
"""isrlu(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

isrlu: ``where(x >= 0, x, x/sqrt(1 + alpha*x**2))``.

Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at -1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isrlu_grad : the derivative.
isrlu_backward : the gradient at the input.
isrlu_with_grad : value and derivative in one pass.
isru, elu

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both) for alpha from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.isrlu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.8944, 0.0, 2.0]
"""

isrlu_backward: _Binary_alpha_1
"""isrlu_backward(dy, x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of isrlu, ``dy*f'(x)`` with ``f(x) = where(x >= 0, x, x/sqrt(1 + alpha*x**2))``.

Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at -1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isrlu : the value.
isrlu_grad : the derivative.
isrlu_with_grad : value and derivative in one pass.
isru, elu

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); without FMA 1.6 and 2.1 for alpha from 1e-30 to 1e+30; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.isrlu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0894, 1.0, 1.0]
"""

isrlu_grad: _Unary_alpha_1
"""isrlu_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of isrlu, ``f(x) = where(x >= 0, x, x/sqrt(1 + alpha*x**2))``, at x.

Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at -1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isrlu : the value.
isrlu_backward : the gradient at the input.
isrlu_with_grad : value and derivative in one pass.
isru, elu

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both); without FMA 1.6 and 2.1 for alpha from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.isrlu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0894, 1.0, 1.0]
"""

isrlu_with_grad: _UnaryPair_alpha_1
"""isrlu_with_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

isrlu and its derivative in one pass, ``f(x) = where(x >= 0, x, x/sqrt(1 + alpha*x**2))``.

Inverse square root linear unit, a cheaper elu without an exponential: convolutional networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at -1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isrlu : the value.
isrlu_grad : the derivative.
isrlu_backward : the gradient at the input.
isru, elu

Notes
-----
The error of y is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); that of d, at most 1.6 units in the last place in float32 and 1.6 in float64 (the
largest seen in both); without FMA 1.6 and 2.1 for alpha from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> y, d = fa.isrlu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.8944, 0.0, 2.0]
>>> d.round(4).tolist()
[0.0894, 1.0, 1.0]
"""

isru: _Unary_alpha_1
"""isru(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

isru: ``x/sqrt(1 + alpha*x**2)``.

Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at 1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isru_grad : the derivative.
isru_backward : the gradient at the input.
isru_with_grad : value and derivative in one pass.
isrlu, tanh, softsign, dish

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.5 in float64 (the largest seen in
both) for alpha from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.isru([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.8944, 0.0, 0.8944]
"""

isru_backward: _Binary_alpha_1
"""isru_backward(dy, x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of isru, ``dy*f'(x)`` with ``f(x) = x/sqrt(1 + alpha*x**2)``.

Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at 1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isru : the value.
isru_grad : the derivative.
isru_with_grad : value and derivative in one pass.
isrlu, tanh, softsign, dish

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); without FMA 1.6 and 2.3 for alpha from 1e-30 to 1e+30; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.isru_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0894, 1.0, 0.0894]
"""

isru_grad: _Unary_alpha_1
"""isru_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of isru, ``f(x) = x/sqrt(1 + alpha*x**2)``, at x.

Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at 1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isru : the value.
isru_backward : the gradient at the input.
isru_with_grad : value and derivative in one pass.
isrlu, tanh, softsign, dish

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both); without FMA 1.6 and 2.3 for alpha from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> fa.isru_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0894, 1.0, 0.0894]
"""

isru_with_grad: _UnaryPair_alpha_1
"""isru_with_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

isru and its derivative in one pass, ``f(x) = x/sqrt(1 + alpha*x**2)``.

Inverse square root unit, a sigmoid without an exponential: recurrent networks, instead of tanh.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The bend: results end at 1/sqrt(alpha); broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha >= 0; where arrays do not, the result is NaN.

See Also
--------
isru : the value.
isru_grad : the derivative.
isru_backward : the gradient at the input.
isrlu, tanh, softsign, dish

Notes
-----
The error of y is at most 1.6 units in the last place in float32 and 1.5 in float64 (the largest
seen in both); that of d, at most 1.6 units in the last place in float32 and 1.6 in float64 (the
largest seen in both); without FMA 1.6 and 2.3 for alpha from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
B. Carlile et al., Improving deep learning by inverse square root linear units, 2017

Examples
--------
>>> import fastact as fa
>>> y, d = fa.isru_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.8944, 0.0, 0.8944]
>>> d.round(4).tolist()
[0.0894, 1.0, 0.0894]
"""

leaky_relu: _Unary_negative_slope_0p01
"""leaky_relu(x, /, negative_slope=0.01, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

leaky_relu: ``where(x > 0, x, negative_slope*x)``.

Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
negative_slope : array_like, default 0.01
    The slope for x <= 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
leaky_relu_grad : the derivative.
leaky_relu_backward : the gradient at the input.
leaky_relu_with_grad : value and derivative in one pass.
leaky_relu_grad_from_output : the derivative from the value.
leaky_relu_backward_from_output : the gradient at the input from the value.
prelu, rrelu, relu, bipolar_relu

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for negative_slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013

Examples
--------
>>> import fastact as fa
>>> fa.leaky_relu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.02, 0.0, 2.0]
"""

leaky_relu_backward: _Binary_negative_slope_0p01
"""leaky_relu_backward(dy, x, /, negative_slope=0.01, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of leaky_relu, ``dy*f'(x)`` with ``f(x) = where(x > 0, x, negative_slope*x)``.

Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
negative_slope : array_like, default 0.01
    The slope for x <= 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
leaky_relu : the value.
leaky_relu_grad : the derivative.
leaky_relu_with_grad : value and derivative in one pass.
leaky_relu_grad_from_output : the derivative from the value.
leaky_relu_backward_from_output : the gradient at the input from the value.
prelu, rrelu, relu, bipolar_relu

Notes
-----
The error of f'(x) is 0 for negative_slope from -100 to 100; its product with dy is rounded once
more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013

Examples
--------
>>> import fastact as fa
>>> fa.leaky_relu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.01, 0.01, 1.0]
"""

leaky_relu_backward_from_output: _Binary_negative_slope_0p01
"""leaky_relu_backward_from_output(dy, y, /, negative_slope=0.01, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of leaky_relu from its result y: ``dy*(where(y > 0, 1, negative_slope))``.

Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
negative_slope : array_like, default 0.01
    The slope for x <= 0; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil negative_slope >= 0; where arrays do not, the result is NaN.

See Also
--------
leaky_relu : the value.
leaky_relu_grad : the derivative.
leaky_relu_backward : the gradient at the input.
leaky_relu_with_grad : value and derivative in one pass.
leaky_relu_grad_from_output : the derivative from the value.
prelu, rrelu, relu, bipolar_relu

Notes
-----
The error of f'(x) is 0 for negative_slope from -100 to 100; its product with dy is rounded once
more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013

Examples
--------
>>> import fastact as fa
>>> fa.leaky_relu_backward_from_output([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.01, 0.01, 1.0]
"""

leaky_relu_grad: _Unary_negative_slope_0p01
"""leaky_relu_grad(x, /, negative_slope=0.01, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of leaky_relu, ``f(x) = where(x > 0, x, negative_slope*x)``, at x.

Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
negative_slope : array_like, default 0.01
    The slope for x <= 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
leaky_relu : the value.
leaky_relu_backward : the gradient at the input.
leaky_relu_with_grad : value and derivative in one pass.
leaky_relu_grad_from_output : the derivative from the value.
leaky_relu_backward_from_output : the gradient at the input from the value.
prelu, rrelu, relu, bipolar_relu

Notes
-----
The error is 0 for negative_slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013

Examples
--------
>>> import fastact as fa
>>> fa.leaky_relu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.01, 0.01, 1.0]
"""

leaky_relu_grad_from_output: _Unary_negative_slope_0p01
"""leaky_relu_grad_from_output(y, /, negative_slope=0.01, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of leaky_relu from its result y: ``where(y > 0, 1, negative_slope)``.

Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
negative_slope : array_like, default 0.01
    The slope for x <= 0; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil negative_slope >= 0; where arrays do not, the result is NaN.

See Also
--------
leaky_relu : the value.
leaky_relu_grad : the derivative.
leaky_relu_backward : the gradient at the input.
leaky_relu_with_grad : value and derivative in one pass.
leaky_relu_backward_from_output : the gradient at the input from the value.
prelu, rrelu, relu, bipolar_relu

Notes
-----
The error is 0 for negative_slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013

Examples
--------
>>> import fastact as fa
>>> fa.leaky_relu_grad_from_output([-2.0, 0.0, 2.0]).round(4).tolist()
[0.01, 0.01, 1.0]
"""

leaky_relu_with_grad: _UnaryPair_negative_slope_0p01
"""leaky_relu_with_grad(x, /, negative_slope=0.01, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

leaky_relu and its derivative in one pass, ``f(x) = where(x > 0, x, negative_slope*x)``.

Rectifier with a small slope for negative inputs: the discriminator of DCGAN, the YOLO detectors.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
negative_slope : array_like, default 0.01
    The slope for x <= 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
leaky_relu : the value.
leaky_relu_grad : the derivative.
leaky_relu_backward : the gradient at the input.
leaky_relu_grad_from_output : the derivative from the value.
leaky_relu_backward_from_output : the gradient at the input from the value.
prelu, rrelu, relu, bipolar_relu

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, 0 for negative_slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013

Examples
--------
>>> import fastact as fa
>>> y, d = fa.leaky_relu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.02, 0.0, 2.0]
>>> d.round(4).tolist()
[0.01, 0.01, 1.0]
"""

lisht: _Unary
"""lisht(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

lisht: ``x*tanh(x)``.

Linearly scaled tanh, even and never negative: image classification, sentiment analysis.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
lisht_grad : the derivative.
lisht_backward : the gradient at the input.
lisht_with_grad : value and derivative in one pass.
tanh, silu, phish

Notes
-----
The error is at most 0.7 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen); without FMA 0.7 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. K. Roy et al., LiSHT: non-parametric linearly scaled hyperbolic tangent activation, 2019

Examples
--------
>>> import fastact as fa
>>> fa.lisht([-2.0, 0.0, 2.0]).round(4).tolist()
[1.9281, 0.0, 1.9281]
"""

lisht_backward: _Binary
"""lisht_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of lisht, ``dy*f'(x)`` with ``f(x) = x*tanh(x)``.

Linearly scaled tanh, even and never negative: image classification, sentiment analysis.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
lisht : the value.
lisht_grad : the derivative.
lisht_with_grad : value and derivative in one pass.
tanh, silu, phish

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 (proven: at all arguments) and
1.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. K. Roy et al., LiSHT: non-parametric linearly scaled hyperbolic tangent activation, 2019

Examples
--------
>>> import fastact as fa
>>> fa.lisht_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-1.1053, 0.0, 1.1053]
"""

lisht_grad: _Unary
"""lisht_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of lisht, ``f(x) = x*tanh(x)``, at x.

Linearly scaled tanh, even and never negative: image classification, sentiment analysis.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
lisht : the value.
lisht_backward : the gradient at the input.
lisht_with_grad : value and derivative in one pass.
tanh, silu, phish

Notes
-----
The error is at most 1.6 units in the last place in float32 (proven: at all arguments) and 1.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. K. Roy et al., LiSHT: non-parametric linearly scaled hyperbolic tangent activation, 2019

Examples
--------
>>> import fastact as fa
>>> fa.lisht_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.1053, 0.0, 1.1053]
"""

lisht_with_grad: _UnaryPair
"""lisht_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

lisht and its derivative in one pass, ``f(x) = x*tanh(x)``.

Linearly scaled tanh, even and never negative: image classification, sentiment analysis.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
lisht : the value.
lisht_grad : the derivative.
lisht_backward : the gradient at the input.
tanh, silu, phish

Notes
-----
The error of y is at most 0.7 units in the last place in float32 (proven: at all arguments) and 1.1
in float64 (the largest seen); without FMA 0.7 and 1.6; that of d, at most 1.6 units in the last
place in float32 (proven: at all arguments) and 1.6 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. K. Roy et al., LiSHT: non-parametric linearly scaled hyperbolic tangent activation, 2019

Examples
--------
>>> import fastact as fa
>>> y, d = fa.lisht_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[1.9281, 0.0, 1.9281]
>>> d.round(4).tolist()
[-1.1053, 0.0, 1.1053]
"""

log_sigmoid: _Unary
"""log_sigmoid(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

log_sigmoid: ``-log1p(exp(-x))``.

Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
log_sigmoid_grad : the derivative.
log_sigmoid_backward : the gradient at the input.
log_sigmoid_with_grad : value and derivative in one pass.
log_sigmoid_grad_from_output : the derivative from the value.
log_sigmoid_backward_from_output : the gradient at the input from the value.
sigmoid, softplus, log_softmax, sigmoid_cross_entropy

Notes
-----
The error is at most 1.2 units in the last place in float32 (proven: at all arguments) and 1.2 in
float64 (the largest seen); without FMA 1.3 and 1.3.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The logarithm of the logistic function: the log-likelihood of logistic regression

Examples
--------
>>> import fastact as fa
>>> fa.log_sigmoid([-2.0, 0.0, 2.0]).round(4).tolist()
[-2.1269, -0.6931, -0.1269]
"""

log_sigmoid_backward: _Binary
"""log_sigmoid_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of log_sigmoid, ``dy*f'(x)`` with ``f(x) = -log1p(exp(-x))``.

Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
log_sigmoid : the value.
log_sigmoid_grad : the derivative.
log_sigmoid_with_grad : value and derivative in one pass.
log_sigmoid_grad_from_output : the derivative from the value.
log_sigmoid_backward_from_output : the gradient at the input from the value.
sigmoid, softplus, log_softmax, sigmoid_cross_entropy

Notes
-----
The error of f'(x) is at most 1.5 units in the last place in float32 (proven: at all arguments) and
1.5 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The logarithm of the logistic function: the log-likelihood of logistic regression

Examples
--------
>>> import fastact as fa
>>> fa.log_sigmoid_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.8808, 0.5, 0.1192]
"""

log_sigmoid_backward_from_output: _Binary
"""log_sigmoid_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of log_sigmoid from its result y: ``dy*(-expm1(y))``.

Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
log_sigmoid : the value.
log_sigmoid_grad : the derivative.
log_sigmoid_backward : the gradient at the input.
log_sigmoid_with_grad : value and derivative in one pass.
log_sigmoid_grad_from_output : the derivative from the value.
sigmoid, softplus, log_softmax, sigmoid_cross_entropy

Notes
-----
The error of f'(x) is at most 0.6 units in the last place in float32 (proven: at all arguments) and
0.9 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The logarithm of the logistic function: the log-likelihood of logistic regression

Examples
--------
>>> import fastact as fa
>>> fa.log_sigmoid_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[0.5276, 0.3935, 0.2212]
"""

log_sigmoid_grad: _Unary
"""log_sigmoid_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of log_sigmoid, ``f(x) = -log1p(exp(-x))``, at x.

Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
log_sigmoid : the value.
log_sigmoid_backward : the gradient at the input.
log_sigmoid_with_grad : value and derivative in one pass.
log_sigmoid_grad_from_output : the derivative from the value.
log_sigmoid_backward_from_output : the gradient at the input from the value.
sigmoid, softplus, log_softmax, sigmoid_cross_entropy

Notes
-----
The error is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.5 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The logarithm of the logistic function: the log-likelihood of logistic regression

Examples
--------
>>> import fastact as fa
>>> fa.log_sigmoid_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.8808, 0.5, 0.1192]
"""

log_sigmoid_grad_from_output: _Unary
"""log_sigmoid_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of log_sigmoid from its result y: ``-expm1(y)``.

Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
log_sigmoid : the value.
log_sigmoid_grad : the derivative.
log_sigmoid_backward : the gradient at the input.
log_sigmoid_with_grad : value and derivative in one pass.
log_sigmoid_backward_from_output : the gradient at the input from the value.
sigmoid, softplus, log_softmax, sigmoid_cross_entropy

Notes
-----
The error is at most 0.6 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The logarithm of the logistic function: the log-likelihood of logistic regression

Examples
--------
>>> import fastact as fa
>>> fa.log_sigmoid_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[0.5276, 0.3935, 0.2212]
"""

log_sigmoid_with_grad: _UnaryPair
"""log_sigmoid_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

log_sigmoid and its derivative in one pass, ``f(x) = -log1p(exp(-x))``.

Logarithm of the logistic function: likelihoods of binary labels, the losses of word2vec and DPO.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
log_sigmoid : the value.
log_sigmoid_grad : the derivative.
log_sigmoid_backward : the gradient at the input.
log_sigmoid_grad_from_output : the derivative from the value.
log_sigmoid_backward_from_output : the gradient at the input from the value.
sigmoid, softplus, log_softmax, sigmoid_cross_entropy

Notes
-----
The error of y is at most 1.2 units in the last place in float32 (proven: at all arguments) and 1.2
in float64 (the largest seen); without FMA 1.3 and 1.3; that of d, at most 1.5 units in the last
place in float32 (proven: at all arguments) and 1.5 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The logarithm of the logistic function: the log-likelihood of logistic regression

Examples
--------
>>> import fastact as fa
>>> y, d = fa.log_sigmoid_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-2.1269, -0.6931, -0.1269]
>>> d.round(4).tolist()
[0.8808, 0.5, 0.1192]
"""

@overload
def log_softmax(x: _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The logarithm of `softmax`: ``x - log(sum(exp(x)))``.

    Accurate for the dominant element too, whose result is far below 1: with m the maximum and S the sum of the other
    exponentials it is ``(x - m) - log1p(S)``.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes to normalise over; None takes them all.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`: elsewhere the result is -infinity, whatever stands there, infinity
        and NaN too.  A row of which nothing counts has such results alone.
    temperature : float, default 1
        A positive number that `x` is divided by, in the type that is computed in.
    sink : array_like, optional
        One more logit for each row, which takes its share and has no result of its own; it broadcasts to the shape of
        `x` without the axes.
    inf : {"limit", "nan"}, default "limit"
        What a row with a +infinity gives: the limit, in which these elements share the whole equally, or NaN.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`, nowhere above 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`.

    See Also
    --------
    log_softmax_backward : its derivative, from its result.

    Notes
    -----
    The error is at most 2.4 units in the last place in float32 and 2.5 in float64 (the largest seen in both); without
    FMA 2.5 and 2.4.

    References
    ----------
    P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA Journal
    of Numerical Analysis, 2021.

    Examples
    --------
    >>> import fastact as fa
    >>> print(fa.log_softmax([100.0, 0.0]))
    [-3.72007598e-44 -1.00000000e+02]
    """
@overload
def log_softmax(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def log_softmax(x: _F, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _F: ...
@overload
def log_softmax(x: float, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> np.float64: ...
@overload
def log_softmax(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def log_softmax(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def log_softmax(x: _K, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def log_softmax(x: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def log_softmax(x: _M, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _M: ...
@overload
def log_softmax(x: _Array[_F], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def log_softmax(x: _Nested[float], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def log_softmax(x: _Exact, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def log_softmax(x: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def log_softmax_backward(dy: _Operand, y: _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `log_softmax` at its input, from the gradient at its result: ``dy - exp(y)*sum(dy)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `softmax`.
    y : array_like
        The result of `log_softmax`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `log_softmax`.
    where : array_like of bool, default True
        What counted there; elsewhere the gradient is 0, whatever stands in `dy`.
    temperature : float, default 1
        The one of that `log_softmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    log_softmax : whose derivative this is.
    softmax_cross_entropy_grad : of a loss that is made of it, in one pass.

    Notes
    -----
    The sum is carried in twice the working precision.

    The error is at most 3.2 units in the last place of ``abs(dy) + exp(y)*sum(abs(dy))`` in float32 and 2.5 in float64
    (the largest seen in both); without FMA 1.9 and 2.3 for the very `y` that is given.

    References
    ----------
    As for `softmax_backward`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.log_softmax_backward([-1.0, 0.0], fa.log_softmax([0.0, 0.0]))
    array([-0.5,  0.5])
    """
@overload
def log_softmax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def log_softmax_backward(dy: _F, y: _F, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: None = None) -> _F: ...
@overload
def log_softmax_backward(dy: float, y: float, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: None = None) -> np.float64: ...
@overload
def log_softmax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def log_softmax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType, dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def log_softmax_backward(dy: _K, y: _K | _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def log_softmax_backward(dy: _Reals, y: _K, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def log_softmax_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def log_softmax_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S,
    np.dtype[_F]]: ...
@overload
def log_softmax_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.matrix[tuple[int, int],
    np.dtype[_F]]: ...
@overload
def log_softmax_backward(dy: _Array[_F], y: _Array[_F] | _F | float, axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def log_softmax_backward(dy: _F | float, y: _Array[_F], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def log_softmax_backward(dy: _Nested[float], y: _Nested[float], axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.float64]: ...
@overload
def log_softmax_backward(dy: _Exact, y: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def log_softmax_backward(dy: _Reals, y: _Exact | _Integer, axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def log_softmax_backward(dy: _Integer, y: _Array[np.floating[Any]], axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def log_softmax_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

logish: _Unary
"""logish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

logish: ``x*log1p(1/(1 + exp(-x)))``.

Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logish_grad : the derivative.
logish_backward : the gradient at the input.
logish_with_grad : value and derivative in one pass.
smish, silu, mish

Notes
-----
The error is at most 1.4 units in the last place in float32 and 1.4 in float64 (the largest seen in
both); without FMA 1.4 and 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
H. Zhu et al., Logish: a new nonlinear nonmonotonic activation function for convolutional neural
network, 2021

Examples
--------
>>> import fastact as fa
>>> fa.logish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.2252, 0.0, 1.2634]
"""

logish_backward: _Binary
"""logish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of logish, ``dy*f'(x)`` with ``f(x) = x*log1p(1/(1 + exp(-x)))``.

Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logish : the value.
logish_grad : the derivative.
logish_with_grad : value and derivative in one pass.
smish, silu, mish

Notes
-----
The error of f'(x) is at most 1.8 units in the last place in float32 and 1.8 in float64 (the largest
seen in both); without FMA 1.9 and 1.6; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
H. Zhu et al., Logish: a new nonlinear nonmonotonic activation function for convolutional neural
network, 2021

Examples
--------
>>> import fastact as fa
>>> fa.logish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.075, 0.4055, 0.7433]
"""

logish_grad: _Unary
"""logish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of logish, ``f(x) = x*log1p(1/(1 + exp(-x)))``, at x.

Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logish : the value.
logish_backward : the gradient at the input.
logish_with_grad : value and derivative in one pass.
smish, silu, mish

Notes
-----
The error is at most 1.8 units in the last place in float32 and 1.8 in float64 (the largest seen in
both); without FMA 1.9 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
H. Zhu et al., Logish: a new nonlinear nonmonotonic activation function for convolutional neural
network, 2021

Examples
--------
>>> import fastact as fa
>>> fa.logish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.075, 0.4055, 0.7433]
"""

logish_with_grad: _UnaryPair
"""logish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

logish and its derivative in one pass, ``f(x) = x*log1p(1/(1 + exp(-x)))``.

Self-gated unit with a logarithmic gate, at most log(2): convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logish : the value.
logish_grad : the derivative.
logish_backward : the gradient at the input.
smish, silu, mish

Notes
-----
The error of y is at most 1.4 units in the last place in float32 and 1.4 in float64 (the largest
seen in both); without FMA 1.4 and 2; that of d, at most 1.8 units in the last place in float32 and
1.8 in float64 (the largest seen in both); without FMA 1.9 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
H. Zhu et al., Logish: a new nonlinear nonmonotonic activation function for convolutional neural
network, 2021

Examples
--------
>>> import fastact as fa
>>> y, d = fa.logish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.2252, 0.0, 1.2634]
>>> d.round(4).tolist()
[-0.075, 0.4055, 0.7433]
"""

logit: _Unary
"""logit(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

logit: ``log(x/(1 - x))``.

Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logit_grad : the derivative.
logit_backward : the gradient at the input.
logit_with_grad : value and derivative in one pass.
sigmoid, log_sigmoid

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Berkson, Application of the logistic function to bio-assay, 1944

Examples
--------
>>> import fastact as fa
>>> fa.logit([0.25, 0.5, 0.75]).round(4).tolist()
[-1.0986, 0.0, 1.0986]
"""

logit_backward: _Binary
"""logit_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of logit, ``dy*f'(x)`` with ``f(x) = log(x/(1 - x))``.

Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logit : the value.
logit_grad : the derivative.
logit_with_grad : value and derivative in one pass.
sigmoid, log_sigmoid

Notes
-----
The error of f'(x) is at most 1.5 units in the last place in float32 (proven: at all arguments) and
1.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Berkson, Application of the logistic function to bio-assay, 1944

Examples
--------
>>> import fastact as fa
>>> fa.logit_backward([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[5.3333, 4.0, 5.3333]
"""

logit_grad: _Unary
"""logit_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of logit, ``f(x) = log(x/(1 - x))``, at x.

Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logit : the value.
logit_backward : the gradient at the input.
logit_with_grad : value and derivative in one pass.
sigmoid, log_sigmoid

Notes
-----
The error is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Berkson, Application of the logistic function to bio-assay, 1944

Examples
--------
>>> import fastact as fa
>>> fa.logit_grad([0.25, 0.5, 0.75]).round(4).tolist()
[5.3333, 4.0, 5.3333]
"""

logit_with_grad: _UnaryPair
"""logit_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

logit and its derivative in one pass, ``f(x) = log(x/(1 - x))``.

Log-odds, the inverse of the logistic function: scores from probabilities, logistic regression.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
logit : the value.
logit_grad : the derivative.
logit_backward : the gradient at the input.
sigmoid, log_sigmoid

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1.1 in
float64 (the largest seen); that of d, at most 1.5 units in the last place in float32 (proven: at
all arguments) and 1.6 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Berkson, Application of the logistic function to bio-assay, 1944

Examples
--------
>>> import fastact as fa
>>> y, d = fa.logit_with_grad([0.25, 0.5, 0.75])
>>> y.round(4).tolist()
[-1.0986, 0.0, 1.0986]
>>> d.round(4).tolist()
[5.3333, 4.0, 5.3333]
"""

@overload
def logsumexp(x: _Operand, axis: _Axis = -1, *, b: _Operand | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: _Bool = False, out: _Out | tuple[_Out],
    dtype: DTypeLike | None = None) -> _Out:
    """The logarithm of a sum of exponentials: ``log(sum(b*exp(x)))``.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes to sum over; None takes them all.
    b : array_like, optional
        Factors of the exponentials, of any sign; they broadcast against `x`.  Where one is 0, `x` does not count.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`; over nothing the result is -infinity.
    temperature : float, default 1
        A positive number that `x` is divided by, in the type that is computed in.
    return_sign : bool, default False
        Whether to return the logarithm of the sum's absolute value and its sign; without it that of a negative sum is NaN.
    keepdims : bool, default False
        Whether the axes stay in the result with length 1.
    out : ndarray, optional
        Of the shape of the result, with any strides; a pair with `return_sign`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `x` without the axes; -infinity over nothing.
    sign : ndarray or scalar
        With `return_sign` only: -1, 0 or 1.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `b` does not broadcast, or with both `b` and a temperature other than 1.

    See Also
    --------
    logsumexp_backward : its derivative.
    online_logsumexp : of what comes in chunks.

    Notes
    -----
    With m the maximum and S the sum of the other exponentials the result is ``m + log1p(S)``.

    The error is at most 1.7 units in the last place of the larger of these two terms in float32 and 1.7 in float64 (the
    largest seen in both); without FMA 1.6 and 1.8; with `b`, whose terms may cancel, in as many epsilons
    times the sum of their absolute values by that of their sum, if that is more.

    References
    ----------
    P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA Journal
    of Numerical Analysis, 2021.

    Examples
    --------
    >>> import fastact as fa
    >>> float(fa.logsumexp([1000.0, 1000.0]))
    1000.6931471805599
    """
@overload
def logsumexp(x: _Operand, axis: _Axis = -1, *, b: _Operand | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[True], keepdims: _Bool = False, out: tuple[_Out, _Out2], dtype: DTypeLike | None = None) -> tuple[_Out,
    _Out2]: ...
@overload
def logsumexp(x: _Reals, axis: None, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: Literal[False] = False, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: Literal[True], out: None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: _Bool = False, out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D] | _D: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[True], keepdims: _Bool = False, out: None = None, dtype: _DTypeOf[_D]) -> tuple[NDArray[_D] | _D,
    NDArray[_D] | _D]: ...
@overload
def logsumexp(x: _L, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: _Bool = False, out: None = None, dtype: DTypeLike | None = None) -> _L: ...
@overload
def logsumexp(x: _L, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[True], keepdims: _Bool = False, out: None = None, dtype: DTypeLike | None = None) -> tuple[_L, _L]: ...
@overload
def logsumexp(x: _K, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: _Bool = False, out: None = None, dtype: DTypeLike | None = None) -> Any: ...
@overload
def logsumexp(x: _K, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[True], keepdims: _Bool = False, out: None = None, dtype: DTypeLike | None = None) -> tuple[Any,
    Any]: ...
@overload
def logsumexp(x: _Array[_F] | _F, axis: None, *, b: _Array[_F] | _F | float | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, return_sign: Literal[False] = False, keepdims: Literal[False] = False, out: None = None,
    dtype: None = None) -> _F: ...
@overload
def logsumexp(x: _Array[_F] | _F, axis: _Axis = -1, *, b: _Array[_F] | _F | float | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, return_sign: Literal[False] = False, keepdims: Literal[True], out: None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def logsumexp(x: _Array[_F] | _F, axis: _Axis = -1, *, b: _Array[_F] | _F | float | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, return_sign: Literal[False] = False, keepdims: _Bool = False, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F] | _F: ...
@overload
def logsumexp(x: _Array[_F] | _F, axis: _Axis = -1, *, b: _Array[_F] | _F | float | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, return_sign: Literal[True], keepdims: _Bool = False, out: None = None,
    dtype: None = None) -> tuple[NDArray[_F] | _F, NDArray[_F] | _F]: ...
@overload
def logsumexp(x: _Reals, axis: None, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: Literal[False] = False, out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: Literal[True], out: None = None,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[False] = False, keepdims: _Bool = False, out: EllipsisType | None = None,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: Literal[True], keepdims: _Bool = False, out: None = None,
    dtype: DTypeLike | None = None) -> tuple[NDArray[np.floating[Any]] | np.floating[Any],
    NDArray[np.floating[Any]] | np.floating[Any]]: ...
@overload
def logsumexp(x: _Reals, axis: _Axis = -1, *, b: ArrayLike | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    return_sign: _Bool = False, keepdims: _Bool = False, out: None = None,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]] | np.floating[Any] | tuple[NDArray[np.floating[Any]] | np.floating[Any],
    NDArray[np.floating[Any]] | np.floating[Any]]: ...

@overload
def logsumexp_backward(dy: _Operand, x: _Operand, y: _Operand, axis: _Axis = -1, *, b: _Operand | None = None,
    where: ArrayLike = True, temperature: _Real = 1.0, out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `logsumexp` at its input, from the gradient at its result: ``dy*exp(x - y)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; of its shape, with or without the axes.
    x : array_like
        The argument of `logsumexp`; any shape, types as for `softmax`.
    y : array_like
        The result of `logsumexp`; of the same shape as `dy`, or broadcasting against it.
    axis : int, tuple of int or None, default -1
        The axis of that `logsumexp`.
    b : array_like, optional
        The factors of that `logsumexp`, for a sum that was positive; for a negative one negate `dy`.  They broadcast to the
        shape of `x`.
    where : array_like of bool, default True
        What counted there; elsewhere the gradient is 0, whatever stands in `x`.
    temperature : float, default 1
        The one of that `logsumexp`.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`; 0 where the sum was over nothing.  Elements of +infinity share `dy` equally, or as their factors
        are: the limit that `softmax` has.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `dy` or `y` has not the shape of the result, or `b` does not broadcast.

    See Also
    --------
    logsumexp : whose derivative this is.
    softmax : this for `dy` of 1, without the error of y.

    Notes
    -----
    The error is at most 2.8 units in the last place in float32 and 2.8 in float64 (the largest seen in both); without
    FMA 2.6 and 2.8 for the very `y` that is given.  From the exact sum the rounding of y is the largest part: half a
    unit in its last
    place, relative to the result.  Below the smallest normal number the unit is the smallest subnormal one, times ``dy*b``
    and by the temperature if that is more.

    References
    ----------
    As for `logsumexp`.

    Examples
    --------
    >>> import fastact as fa
    >>> x = [0.0, 0.0]
    >>> fa.logsumexp_backward(1.0, x, fa.logsumexp(x))
    array([0.5, 0.5])
    """
@overload
def logsumexp_backward(dy: _Scalar, x: _Scalar, y: _Scalar, axis: _Axis = -1, *, b: _Scalar | None = None,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def logsumexp_backward(dy: _F, x: _F, y: _F, axis: _Axis = -1, *, b: _F | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, out: None = None, dtype: None = None) -> _F: ...
@overload
def logsumexp_backward(dy: float, x: float, y: float, axis: _Axis = -1, *, b: float | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.float64: ...
@overload
def logsumexp_backward(dy: _Scalar, x: _Scalar, y: _Scalar, axis: _Axis = -1, *, b: _Scalar | None = None,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def logsumexp_backward(dy: _Scalar, x: _Scalar, y: _Scalar, axis: _Axis = -1, *, b: _Scalar | None = None,
    where: ArrayLike = True, temperature: _Real = 1.0, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def logsumexp_backward(dy: _K, x: _K | _Operand, y: _K | _Operand, axis: _Axis = -1, *, b: _K | _Operand | None = None,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def logsumexp_backward(dy: _Reals, x: _K, y: _K, axis: _Axis = -1, *, b: _K | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def logsumexp_backward(dy: _Reals, x: _Reals, y: _Reals, axis: _Axis = -1, *, b: _Reals | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def logsumexp_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, y: _Array[_F] | _F | float,
    axis: _Axis = -1, *, b: _Array[_F] | _F | float | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def logsumexp_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, y: _Array[_F] | _F | float,
    axis: _Axis = -1, *, b: _Array[_F] | _F | float | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def logsumexp_backward(dy: _Array[_F], x: _Array[_F] | _F | float, y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    b: _Array[_F] | _F | float | None = None, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def logsumexp_backward(dy: _F | float, x: _Array[_F], y: _Array[_F], axis: _Axis = -1, *, b: _Array[_F] | None = None,
    where: ArrayLike = True, temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def logsumexp_backward(dy: _Nested[float], x: _Nested[float], y: _Nested[float], axis: _Axis = -1, *,
    b: _Nested[float] | None = None, where: ArrayLike = True, temperature: _Real = 1.0, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def logsumexp_backward(dy: _Reals, x: _Reals, y: _Reals, axis: _Axis = -1, *, b: _Reals | None = None, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def maxout(x: _K, pieces: SupportsIndex, axis: SupportsIndex = -1) -> tuple[_K, _K]:
    """The largest of every `pieces` neighbours: ``max(x[j*pieces:(j + 1)*pieces])``.

    Parameters
    ----------
    x : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as
        `numpy.exp` takes them.
    pieces : int
        How many neighbours make one result; divides the length of the axis.
    axis : int, default -1
        The axis along which they are neighbours.

    Returns
    -------
    y : ndarray
        Of the shape of `x`, but for the axis, which is `pieces` times shorter.
    index : ndarray of int
        Of the shape of y: which of the neighbours it is, from 0; the first of equals, the first NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If `x` is complex, text or an object, or `pieces` or `axis` is not an integer.
    ValueError
        If `pieces` is below 1 or does not divide the length of the axis.

    See Also
    --------
    maxout_backward : its derivative, from the index.

    Notes
    -----
    The result is exact.  NaN among the neighbours gives NaN.

    References
    ----------
    I. Goodfellow et al., "Maxout networks", ICML 2013.

    Examples
    --------
    >>> import fastact as fa
    >>> y, index = fa.maxout([1.0, 5.0, 4.0, 3.0], 2)
    >>> y, index
    (array([5., 4.]), array([1, 0]))
    """
@overload
def maxout(x: _M, pieces: SupportsIndex, axis: SupportsIndex = -1) -> tuple[_M, NDArray[np.intp]]: ...
@overload
def maxout(x: _Array[_F], pieces: SupportsIndex, axis: SupportsIndex = -1) -> tuple[NDArray[_F], NDArray[np.intp]]: ...
@overload
def maxout(x: _Nested[float], pieces: SupportsIndex, axis: SupportsIndex = -1) -> tuple[NDArray[np.float64],
    NDArray[np.intp]]: ...
@overload
def maxout(x: _Exact, pieces: SupportsIndex, axis: SupportsIndex = -1) -> tuple[NDArray[np.floating[Any]],
    NDArray[np.intp]]: ...

@overload
def maxout_backward(dy: _K, index: ArrayLike, pieces: SupportsIndex, axis: SupportsIndex = -1) -> _K:
    """The gradient at the input of `maxout`: `dy` where the largest was, 0 at its neighbours.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts to the shape of `index`.
    index : array_like of int
        The index that `maxout` returned.
    pieces, axis
        As for `maxout`.

    Returns
    -------
    ndarray
        Of the shape of the argument of `maxout`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `maxout`; TypeError too if `index` does not hold integers, ValueError if `dy` does not broadcast to its
        shape.
    IndexError
        If an index is not one of ``range(pieces)``.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.maxout_backward([10.0, 20.0], [1, 0], 2)
    array([ 0., 10., 20.,  0.])
    """
@overload
def maxout_backward(dy: _M, index: ArrayLike, pieces: SupportsIndex, axis: SupportsIndex = -1) -> _M: ...
@overload
def maxout_backward(dy: _Array[_F], index: ArrayLike, pieces: SupportsIndex, axis: SupportsIndex = -1) -> NDArray[_F]: ...
@overload
def maxout_backward(dy: _Nested[float], index: ArrayLike, pieces: SupportsIndex,
    axis: SupportsIndex = -1) -> NDArray[np.float64]: ...
@overload
def maxout_backward(dy: _Exact, index: ArrayLike, pieces: SupportsIndex,
    axis: SupportsIndex = -1) -> NDArray[np.floating[Any]]: ...

mish: _Unary
"""mish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

mish: ``x*tanh(log1p(exp(x)))``.

Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
mish_grad : the derivative.
mish_backward : the gradient at the input.
mish_with_grad : value and derivative in one pass.
silu, softplus, tanhexp, serf

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both); without FMA 0.9 and 1.7.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020

Examples
--------
>>> import fastact as fa
>>> fa.mish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.2525, 0.0, 1.944]
"""

mish_backward: _Binary
"""mish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of mish, ``dy*f'(x)`` with ``f(x) = x*tanh(log1p(exp(x)))``.

Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
mish : the value.
mish_grad : the derivative.
mish_with_grad : value and derivative in one pass.
silu, softplus, tanhexp, serf

Notes
-----
The error of f'(x) is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.1 and 1.2; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020

Examples
--------
>>> import fastact as fa
>>> fa.mish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1084, 0.6, 1.0693]
"""

mish_grad: _Unary
"""mish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of mish, ``f(x) = x*tanh(log1p(exp(x)))``, at x.

Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
mish : the value.
mish_backward : the gradient at the input.
mish_with_grad : value and derivative in one pass.
silu, softplus, tanhexp, serf

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.1 and 1.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020

Examples
--------
>>> import fastact as fa
>>> fa.mish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1084, 0.6, 1.0693]
"""

mish_with_grad: _UnaryPair
"""mish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

mish and its derivative in one pass, ``f(x) = x*tanh(log1p(exp(x)))``.

Self-gated unit with tanh of softplus as its gate: the backbone of YOLOv4, image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
mish : the value.
mish_grad : the derivative.
mish_backward : the gradient at the input.
silu, softplus, tanhexp, serf

Notes
-----
The error of y is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both); without FMA 0.9 and 1.7; that of d, at most 1.1 units in the last place in float32
and 1.1 in float64 (the largest seen in both); without FMA 1.1 and 1.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020

Examples
--------
>>> import fastact as fa
>>> y, d = fa.mish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.2525, 0.0, 1.944]
>>> d.round(4).tolist()
[-0.1084, 0.6, 1.0693]
"""

multiquadric: _Unary_a_1
"""multiquadric(x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

multiquadric: ``sqrt(x**2 + a**2)``.

Radial basis function that grows with the distance: interpolation of scattered data.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
multiquadric_grad : the derivative.
multiquadric_backward : the gradient at the input.
multiquadric_with_grad : value and derivative in one pass.
inverse_multiquadric, thin_plate, gaussian

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for a from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Multiquadric equations of topography and other irregular surfaces, 1971

Examples
--------
>>> import fastact as fa
>>> fa.multiquadric([-2.0, 0.0, 2.0]).round(4).tolist()
[2.2361, 1.0, 2.2361]
"""

multiquadric_backward: _Binary_a_1
"""multiquadric_backward(dy, x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of multiquadric, ``dy*f'(x)`` with ``f(x) = sqrt(x**2 + a**2)``.

Radial basis function that grows with the distance: interpolation of scattered data.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
multiquadric : the value.
multiquadric_grad : the derivative.
multiquadric_with_grad : value and derivative in one pass.
inverse_multiquadric, thin_plate, gaussian

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both) for a from 1e-30 to 1e+30; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Multiquadric equations of topography and other irregular surfaces, 1971

Examples
--------
>>> import fastact as fa
>>> fa.multiquadric_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.8944, 0.0, 0.8944]
"""

multiquadric_grad: _Unary_a_1
"""multiquadric_grad(x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of multiquadric, ``f(x) = sqrt(x**2 + a**2)``, at x.

Radial basis function that grows with the distance: interpolation of scattered data.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
multiquadric : the value.
multiquadric_backward : the gradient at the input.
multiquadric_with_grad : value and derivative in one pass.
inverse_multiquadric, thin_plate, gaussian

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both) for a from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Multiquadric equations of topography and other irregular surfaces, 1971

Examples
--------
>>> import fastact as fa
>>> fa.multiquadric_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.8944, 0.0, 0.8944]
"""

multiquadric_with_grad: _UnaryPair_a_1
"""multiquadric_with_grad(x, /, a=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

multiquadric and its derivative in one pass, ``f(x) = sqrt(x**2 + a**2)``.

Radial basis function that grows with the distance: interpolation of scattered data.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 1
    The width; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
multiquadric : the value.
multiquadric_grad : the derivative.
multiquadric_backward : the gradient at the input.
inverse_multiquadric, thin_plate, gaussian

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, at most 0.9 units in the last place in float32 and 0.9 in float64 (the
largest seen in both) for a from 1e-30 to 1e+30.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
R. Hardy, Multiquadric equations of topography and other irregular surfaces, 1971

Examples
--------
>>> import fastact as fa
>>> y, d = fa.multiquadric_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[2.2361, 1.0, 2.2361]
>>> d.round(4).tolist()
[-0.8944, 0.0, 0.8944]
"""

def num_threads(count: SupportsIndex) -> AbstractContextManager[None]:
    """Let calls of fastact use `count` threads in a `with` block, in the calling thread alone.

    It wins over `set_num_threads`, before the block or inside it, in whatever thread that is called. Other threads, those that
    are started inside the block too, have the number of the process.

    Parameters
    ----------
    count : int
        At least 1.

    Raises
    ------
    TypeError
        If `count` is not an integer.
    ValueError
        If `count` is below 1.

    See Also
    --------
    set_num_threads : for the process.

    Examples
    --------
    >>> import fastact as fa
    >>> with fa.num_threads(1):
    ...     fa.get_num_threads()
    1
    """

@overload
def online_logsumexp(chunks: Iterable[_Array[_F] | _F], axis: _Axis = -1) -> NDArray[_F]:
    """`logsumexp` of rows that come in chunks, none of which is kept.

    Parameters
    ----------
    chunks : iterable of array_like
        Of the same shape but for `axis`.
    axis : int, tuple of int or None, default -1
        The axis or axes to sum over, also over the chunks.

    Returns
    -------
    ndarray
        Of the shape of a chunk with the axes of length 1.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax_partial` and `softmax_merge`.

    See Also
    --------
    softmax_partial, softmax_merge : what it is made of.
    logsumexp : of rows that are in memory.

    Notes
    -----
    The error is at most 1.2 units in the last place of the larger of the maximum and the logarithm that is added to it
    in float32 and 1.8 in float64 (the largest seen in both); without FMA 1.3 and 1.7.

    References
    ----------
    As for `softmax_partial`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.online_logsumexp([[0.0, 0.0], [0.0], [0.0]]).round(6)
    array([1.386294])
    """
@overload
def online_logsumexp(chunks: Iterable[_Reals], axis: _Axis = -1) -> NDArray[np.floating[Any]]: ...

phish: _Unary
"""phish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

phish: ``x*tanh(x*erfc(-x/sqrt(2))/2)``.

Self-gated unit with tanh of gelu as its gate, never negative: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
phish_grad : the derivative.
phish_backward : the gradient at the input.
phish_with_grad : value and derivative in one pass.
mish, gelu, lisht

Notes
-----
The error is at most 1 units in the last place in float32 and 1.3 in float64 (the largest seen in
both); without FMA 1.1 and 1.7.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Naveen, Phish: a novel hyper-optimizable activation function, 2022

Examples
--------
>>> import fastact as fa
>>> fa.phish([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0909, 0.0, 1.9213]
"""

phish_backward: _Binary
"""phish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of phish, ``dy*f'(x)`` with ``f(x) = x*tanh(x*erfc(-x/sqrt(2))/2)``.

Self-gated unit with tanh of gelu as its gate, never negative: image classification.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
phish : the value.
phish_grad : the derivative.
phish_with_grad : value and derivative in one pass.
mish, gelu, lisht

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.3 in float64 (the largest
seen in both); without FMA 1.5 and 1.4; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Naveen, Phish: a novel hyper-optimizable activation function, 2022

Examples
--------
>>> import fastact as fa
>>> fa.phish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1246, 0.0, 1.128]
"""

phish_grad: _Unary
"""phish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of phish, ``f(x) = x*tanh(x*erfc(-x/sqrt(2))/2)``, at x.

Self-gated unit with tanh of gelu as its gate, never negative: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
phish : the value.
phish_backward : the gradient at the input.
phish_with_grad : value and derivative in one pass.
mish, gelu, lisht

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.3 in float64 (the largest seen in
both); without FMA 1.5 and 1.4.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Naveen, Phish: a novel hyper-optimizable activation function, 2022

Examples
--------
>>> import fastact as fa
>>> fa.phish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1246, 0.0, 1.128]
"""

phish_with_grad: _UnaryPair
"""phish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

phish and its derivative in one pass, ``f(x) = x*tanh(x*erfc(-x/sqrt(2))/2)``.

Self-gated unit with tanh of gelu as its gate, never negative: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
phish : the value.
phish_grad : the derivative.
phish_backward : the gradient at the input.
mish, gelu, lisht

Notes
-----
The error of y is at most 1 units in the last place in float32 and 1.3 in float64 (the largest seen
in both); without FMA 1.1 and 1.7; that of d, at most 1.6 units in the last place in float32 and 1.3
in float64 (the largest seen in both); without FMA 1.5 and 1.4.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Naveen, Phish: a novel hyper-optimizable activation function, 2022

Examples
--------
>>> import fastact as fa
>>> y, d = fa.phish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0909, 0.0, 1.9213]
>>> d.round(4).tolist()
[0.1246, 0.0, 1.128]
"""

plu: _Unary_a_0p1_c_1
"""plu(x, /, a=0.1, c=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

plu: ``maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)``.

Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 0.1
    The slope beyond the corners; broadcasts against x.
c : array_like, default 1
    The where the corners are; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil a <= 1 and c >= 0; where arrays do not, the result is NaN.

See Also
--------
plu_grad : the derivative.
plu_backward : the gradient at the input.
plu_with_grad : value and derivative in one pass.
hard_tanh, srelu, tanh

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for a from 0 to 1 and c from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Nicolae, PLU: the piecewise linear unit activation function, 2018

Examples
--------
>>> import fastact as fa
>>> fa.plu([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.1, 0.0, 1.1]
"""

plu_backward: _Binary_a_0p1_c_1
"""plu_backward(dy, x, /, a=0.1, c=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of plu, ``dy*f'(x)`` with ``f(x) = maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)``.

Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 0.1
    The slope beyond the corners; broadcasts against x.
c : array_like, default 1
    The where the corners are; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil a <= 1 and c >= 0; where arrays do not, the result is NaN.

See Also
--------
plu : the value.
plu_grad : the derivative.
plu_with_grad : value and derivative in one pass.
hard_tanh, srelu, tanh

Notes
-----
The error of f'(x) is 0 for a from 0 to 1 and c from 0.01 to 100; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Nicolae, PLU: the piecewise linear unit activation function, 2018

Examples
--------
>>> import fastact as fa
>>> fa.plu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1, 1.0, 0.1]
"""

plu_grad: _Unary_a_0p1_c_1
"""plu_grad(x, /, a=0.1, c=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of plu, ``f(x) = maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)``, at x.

Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 0.1
    The slope beyond the corners; broadcasts against x.
c : array_like, default 1
    The where the corners are; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil a <= 1 and c >= 0; where arrays do not, the result is NaN.

See Also
--------
plu : the value.
plu_backward : the gradient at the input.
plu_with_grad : value and derivative in one pass.
hard_tanh, srelu, tanh

Notes
-----
The error is 0 for a from 0 to 1 and c from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Nicolae, PLU: the piecewise linear unit activation function, 2018

Examples
--------
>>> import fastact as fa
>>> fa.plu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1, 1.0, 0.1]
"""

plu_with_grad: _UnaryPair_a_0p1_c_1
"""plu_with_grad(x, /, a=0.1, c=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

plu and its derivative in one pass, ``f(x) = maximum(minimum(x, a*(x - c) + c), a*(x + c) - c)``.

Piecewise linear tanh with sloped ends, so that the gradient does not vanish: deep networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
a : array_like, default 0.1
    The slope beyond the corners; broadcasts against x.
c : array_like, default 1
    The where the corners are; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil a <= 1 and c >= 0; where arrays do not, the result is NaN.

See Also
--------
plu : the value.
plu_grad : the derivative.
plu_backward : the gradient at the input.
hard_tanh, srelu, tanh

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, 0 for a from 0 to 1 and c from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Nicolae, PLU: the piecewise linear unit activation function, 2018

Examples
--------
>>> import fastact as fa
>>> y, d = fa.plu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.1, 0.0, 1.1]
>>> d.round(4).tolist()
[0.1, 1.0, 0.1]
"""

def pooled(limit: SupportsIndex | None = None) -> AbstractContextManager[None]:
    """Let NumPy take the memory of large arrays from fastact's pool, for the duration of a `with` block, in this thread.

    Afterwards the handler is the one from before. The pool keeps its free memory for the next block, within the limit;
    `trim_pool` gives it back.

    Parameters
    ----------
    limit : int, optional
        How many bytes of free blocks the pool may keep until the end of the block, in the whole process; of several `with`
        blocks the latest holds. By default what holds already.

    Raises
    ------
    TypeError
        If `limit` is neither an integer nor None.
    ValueError
        If `limit` is negative, or larger than any memory.
    RuntimeError
        If the system has no mmap.

    See Also
    --------
    enable_pool : the same until further notice, and what holds for threads.

    Examples
    --------
    >>> import numpy as np
    >>> import fastact as fa
    >>> x = np.ones(10**6)
    >>> with fa.pooled():
    ...     for _ in range(3):
    ...         x = fa.gelu(x)
    """

prelu: _Unary_slope
"""prelu(x, /, slope, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

prelu: ``where(x > 0, x, slope*x)``.

Leaky rectifier with a learned slope: image classification, super-resolution, face recognition.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, required
    The slope; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
prelu_grad : the derivative.
prelu_backward : the gradient at the input.
prelu_with_grad : value and derivative in one pass.
leaky_relu, rrelu, srelu

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. He et al., Delving deep into rectifiers, ICCV 2015

Examples
--------
>>> import fastact as fa
>>> fa.prelu([-2.0, 0.0, 2.0], 0.2).round(4).tolist()
[-0.4, 0.0, 2.0]
"""

prelu_backward: _Binary_slope
"""prelu_backward(dy, x, /, slope, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of prelu, ``dy*f'(x)`` with ``f(x) = where(x > 0, x, slope*x)``.

Leaky rectifier with a learned slope: image classification, super-resolution, face recognition.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, required
    The slope; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
prelu : the value.
prelu_grad : the derivative.
prelu_with_grad : value and derivative in one pass.
leaky_relu, rrelu, srelu

Notes
-----
The error of f'(x) is 0 for slope from -100 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. He et al., Delving deep into rectifiers, ICCV 2015

Examples
--------
>>> import fastact as fa
>>> fa.prelu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0], 0.2).round(4).tolist()
[0.2, 0.2, 1.0]
"""

prelu_grad: _Unary_slope
"""prelu_grad(x, /, slope, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of prelu, ``f(x) = where(x > 0, x, slope*x)``, at x.

Leaky rectifier with a learned slope: image classification, super-resolution, face recognition.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, required
    The slope; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
prelu : the value.
prelu_backward : the gradient at the input.
prelu_with_grad : value and derivative in one pass.
leaky_relu, rrelu, srelu

Notes
-----
The error is 0 for slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. He et al., Delving deep into rectifiers, ICCV 2015

Examples
--------
>>> import fastact as fa
>>> fa.prelu_grad([-2.0, 0.0, 2.0], 0.2).round(4).tolist()
[0.2, 0.2, 1.0]
"""

@overload
def prelu_slope_backward(dy: _Array[_F] | _F, x: _Array[_F] | _F, slope: _Scalar) -> _F:
    """The gradient of `prelu` for its slope: ``sum(dy*minimum(x, 0))`` over all that shares a slope.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result.
    x : array_like
        The argument of `prelu`; broadcasts against `dy` and `slope`.
    slope : array_like
        The slopes of `prelu`: their shape counts.

    Returns
    -------
    ndarray or scalar
        Of the shape of `slope`, and of the type that `dy` and `x` have together.

    Raises
    ------
    TypeError
        If an argument is complex, text or an object.
    ValueError
        If the shapes do not broadcast.

    See Also
    --------
    prelu_backward : the gradient for x.

    Notes
    -----
    Products and sums are float64's.

    The error is at most 0.6 units in the last place of ``sum(abs(dy*minimum(x, 0)))`` in float32 and 3.5 in float64
    (the largest seen in both); without FMA 0.6 and 3 for sums of up to 200 terms.

    Where x >= 0 an infinite `dy` counts nothing; where x is NaN the sum is NaN.

    References
    ----------
    K. He et al., "Delving deep into rectifiers", ICCV 2015.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.prelu_slope_backward([[1.0, 10.0], [1.0, 10.0]], [[-2.0, 3.0], [-4.0, -5.0]], [0.25, 0.5])
    array([ -6., -50.])
    """
@overload
def prelu_slope_backward(dy: _Array[_F] | _F, x: _Array[_F] | _F, slope: ArrayLike) -> NDArray[_F]: ...
@overload
def prelu_slope_backward(dy: _Reals, x: _Reals, slope: _Scalar) -> np.floating[Any]: ...
@overload
def prelu_slope_backward(dy: _Reals, x: _Reals, slope: ArrayLike) -> NDArray[np.floating[Any]]: ...

prelu_with_grad: _UnaryPair_slope
"""prelu_with_grad(x, /, slope, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

prelu and its derivative in one pass, ``f(x) = where(x > 0, x, slope*x)``.

Leaky rectifier with a learned slope: image classification, super-resolution, face recognition.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
slope : array_like, required
    The slope; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
prelu : the value.
prelu_grad : the derivative.
prelu_backward : the gradient at the input.
leaky_relu, rrelu, srelu

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, 0 for slope from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. He et al., Delving deep into rectifiers, ICCV 2015

Examples
--------
>>> import fastact as fa
>>> y, d = fa.prelu_with_grad([-2.0, 0.0, 2.0], 0.2)
>>> y.round(4).tolist()
[-0.4, 0.0, 2.0]
>>> d.round(4).tolist()
[0.2, 0.2, 1.0]
"""

reglu: _Binary
"""reglu(a, b, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

reglu: ``maximum(a, 0)*b``.

Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
reglu_backward : the gradients at the inputs.
reglu_packed : of one array's two halves.
reglu_packed_backward : the gradient at that one array.
relu, glu, geglu, swiglu

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both). The units are those of the result, or the smallest subnormal number times the operand that is
no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020

Examples
--------
>>> import fastact as fa
>>> fa.reglu([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[-2.0, 6.0]
"""

reglu_backward: _TernaryPair
"""reglu_backward(dy, a, b, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of reglu, ``y = maximum(a, 0)*b``.

Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
reglu : of two arrays.
reglu_packed : of one array's two halves.
reglu_packed_backward : the gradient at that one array.
relu, glu, geglu, swiglu

Notes
-----
The errors of dy/da and dy/db are 0; their products with dy are rounded once more. The units are
those of the result, or the smallest subnormal number times the operand that is no gate where that
is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.
On a piece where y is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
N. Shazeer, GLU variants improve transformer, 2020

Examples
--------
>>> import fastact as fa
>>> da, db = fa.reglu_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[-1.0, 3.0]
>>> db.round(4).tolist()
[2.0, 2.0]
"""

@overload
def reglu_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: _Out | tuple[_Out]) -> _Out:
    """reglu_packed(x, axis=-1, *, gate='first', interleaved=False, out=None)

    reglu of the two halves of an array: ``maximum(a, 0)*b``.

    Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only.

    See Also
    --------
    reglu : of two arrays.
    reglu_backward : the gradients at the inputs.
    reglu_packed_backward : the gradient at that one array.
    relu, glu, geglu, swiglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
    both). The units are those of the result, or the smallest subnormal number times the operand that is
    no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020

    Examples
    --------
    >>> import fastact as fa
    >>> fa.reglu_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-2.0, 6.0]
    """
@overload
def reglu_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def reglu_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _M: ...
@overload
def reglu_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def reglu_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def reglu_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def reglu_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: _Out | tuple[_Out]) -> _Out:
    """reglu_packed_backward(dy, x, axis=-1, *, gate='first', interleaved=False, out=None)

    The gradient at the input of reglu_packed, for ``maximum(a, 0)*b`` of the two halves.

    Gated unit with a relu gate, often zero: feed-forward layers of transformers, such as FT-Transformer.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only.

    See Also
    --------
    reglu : of two arrays.
    reglu_backward : the gradients at the inputs.
    reglu_packed : of one array's two halves.
    relu, glu, geglu, swiglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are 0; their products with dy are rounded once more. The units are
    those of the result, or the smallest subnormal number times the operand that is no gate where that
    is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.
    On a piece where y is constant by its formula, bounds included, the gradient is 0 whatever dy is,
    infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020

    Examples
    --------
    >>> import fastact as fa
    >>> fa.reglu_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.0, 3.0, 2.0, 2.0]
    """
@overload
def reglu_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: None = None) -> _K: ...
@overload
def reglu_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: None = None) -> _K: ...
@overload
def reglu_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def reglu_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def reglu_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def reglu_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def reglu_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def reglu_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def reglu_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def reglu_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

relu: _Unary
"""relu(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

relu: ``maximum(x, 0)``.

Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu_grad : the derivative.
relu_backward : the gradient at the input.
relu_with_grad : value and derivative in one pass.
relu_grad_from_output : the derivative from the value.
relu_backward_from_output : the gradient at the input from the value.
leaky_relu, softplus, crelu, reglu

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 2.0]
"""

relu6: _Unary
"""relu6(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

relu6: ``minimum(maximum(x, 0), 6)``.

Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu6_grad : the derivative.
relu6_backward : the gradient at the input.
relu6_with_grad : value and derivative in one pass.
relu6_grad_from_output : the derivative from the value.
relu6_backward_from_output : the gradient at the input from the value.
clipped_relu, relu, hard_swish

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu6([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 2.0]
"""

relu6_backward: _Binary
"""relu6_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of relu6, ``dy*f'(x)`` with ``f(x) = minimum(maximum(x, 0), 6)``.

Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu6 : the value.
relu6_grad : the derivative.
relu6_with_grad : value and derivative in one pass.
relu6_grad_from_output : the derivative from the value.
relu6_backward_from_output : the gradient at the input from the value.
clipped_relu, relu, hard_swish

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu6_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

relu6_backward_from_output: _Binary
"""relu6_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of relu6 from its result y: ``dy*(where(y > 0, where(y < 6, 1, 0), 0))``.

Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu6 : the value.
relu6_grad : the derivative.
relu6_backward : the gradient at the input.
relu6_with_grad : value and derivative in one pass.
relu6_grad_from_output : the derivative from the value.
clipped_relu, relu, hard_swish

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu6_backward_from_output([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

relu6_grad: _Unary
"""relu6_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of relu6, ``f(x) = minimum(maximum(x, 0), 6)``, at x.

Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu6 : the value.
relu6_backward : the gradient at the input.
relu6_with_grad : value and derivative in one pass.
relu6_grad_from_output : the derivative from the value.
relu6_backward_from_output : the gradient at the input from the value.
clipped_relu, relu, hard_swish

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu6_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

relu6_grad_from_output: _Unary
"""relu6_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of relu6 from its result y: ``where(y > 0, where(y < 6, 1, 0), 0)``.

Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu6 : the value.
relu6_grad : the derivative.
relu6_backward : the gradient at the input.
relu6_with_grad : value and derivative in one pass.
relu6_backward_from_output : the gradient at the input from the value.
clipped_relu, relu, hard_swish

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu6_grad_from_output([0.25, 0.5, 0.75]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

relu6_with_grad: _UnaryPair
"""relu6_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

relu6 and its derivative in one pass, ``f(x) = minimum(maximum(x, 0), 6)``.

Rectifier capped at 6, robust in arithmetic of low precision: MobileNetV2 and other mobile networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu6 : the value.
relu6_grad : the derivative.
relu6_backward : the gradient at the input.
relu6_grad_from_output : the derivative from the value.
relu6_backward_from_output : the gradient at the input from the value.
clipped_relu, relu, hard_swish

Notes
-----
The error of y is 0; that of d, 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010

Examples
--------
>>> import fastact as fa
>>> y, d = fa.relu6_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.0, 2.0]
>>> d.round(4).tolist()
[0.0, 0.0, 1.0]
"""

relu_backward: _Binary
"""relu_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of relu, ``dy*f'(x)`` with ``f(x) = maximum(x, 0)``.

Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu : the value.
relu_grad : the derivative.
relu_with_grad : value and derivative in one pass.
relu_grad_from_output : the derivative from the value.
relu_backward_from_output : the gradient at the input from the value.
leaky_relu, softplus, crelu, reglu

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

relu_backward_from_output: _Binary
"""relu_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of relu from its result y: ``dy*(where(y > 0, 1, 0))``.

Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu : the value.
relu_grad : the derivative.
relu_backward : the gradient at the input.
relu_with_grad : value and derivative in one pass.
relu_grad_from_output : the derivative from the value.
leaky_relu, softplus, crelu, reglu

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu_backward_from_output([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

relu_grad: _Unary
"""relu_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of relu, ``f(x) = maximum(x, 0)``, at x.

Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu : the value.
relu_backward : the gradient at the input.
relu_with_grad : value and derivative in one pass.
relu_grad_from_output : the derivative from the value.
relu_backward_from_output : the gradient at the input from the value.
leaky_relu, softplus, crelu, reglu

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

relu_grad_from_output: _Unary
"""relu_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of relu from its result y: ``where(y > 0, 1, 0)``.

Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu : the value.
relu_grad : the derivative.
relu_backward : the gradient at the input.
relu_with_grad : value and derivative in one pass.
relu_backward_from_output : the gradient at the input from the value.
leaky_relu, softplus, crelu, reglu

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010

Examples
--------
>>> import fastact as fa
>>> fa.relu_grad_from_output([0.25, 0.5, 0.75]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

relu_squared: _Unary
"""relu_squared(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

relu_squared: ``maximum(x, 0)**2``.

Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu_squared_grad : the derivative.
relu_squared_backward : the gradient at the input.
relu_squared_with_grad : value and derivative in one pass.
relu, star_relu

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. So et al., Primer: searching for efficient transformers for language modeling, NeurIPS 2021

Examples
--------
>>> import fastact as fa
>>> fa.relu_squared([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 4.0]
"""

relu_squared_backward: _Binary
"""relu_squared_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of relu_squared, ``dy*f'(x)`` with ``f(x) = maximum(x, 0)**2``.

Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu_squared : the value.
relu_squared_grad : the derivative.
relu_squared_with_grad : value and derivative in one pass.
relu, star_relu

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
D. So et al., Primer: searching for efficient transformers for language modeling, NeurIPS 2021

Examples
--------
>>> import fastact as fa
>>> fa.relu_squared_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 4.0]
"""

relu_squared_grad: _Unary
"""relu_squared_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of relu_squared, ``f(x) = maximum(x, 0)**2``, at x.

Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu_squared : the value.
relu_squared_backward : the gradient at the input.
relu_squared_with_grad : value and derivative in one pass.
relu, star_relu

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. So et al., Primer: searching for efficient transformers for language modeling, NeurIPS 2021

Examples
--------
>>> import fastact as fa
>>> fa.relu_squared_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 4.0]
"""

relu_squared_with_grad: _UnaryPair
"""relu_squared_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

relu_squared and its derivative in one pass, ``f(x) = maximum(x, 0)**2``.

Square of the rectifier, with a continuous slope: feed-forward layers of Primer and Nemotron-4.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu_squared : the value.
relu_squared_grad : the derivative.
relu_squared_backward : the gradient at the input.
relu, star_relu

Notes
-----
The error of y is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6
in float64 (the largest seen); that of d, 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. So et al., Primer: searching for efficient transformers for language modeling, NeurIPS 2021

Examples
--------
>>> import fastact as fa
>>> y, d = fa.relu_squared_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.0, 4.0]
>>> d.round(4).tolist()
[0.0, 0.0, 4.0]
"""

relu_with_grad: _UnaryPair
"""relu_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

relu and its derivative in one pass, ``f(x) = maximum(x, 0)``.

Rectified linear unit: hidden layers of most convolutional networks, such as AlexNet and ResNet.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
relu : the value.
relu_grad : the derivative.
relu_backward : the gradient at the input.
relu_grad_from_output : the derivative from the value.
relu_backward_from_output : the gradient at the input from the value.
leaky_relu, softplus, crelu, reglu

Notes
-----
The error of y is 0; that of d, 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010

Examples
--------
>>> import fastact as fa
>>> y, d = fa.relu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.0, 2.0]
>>> d.round(4).tolist()
[0.0, 0.0, 1.0]
"""

@overload
def rrelu(x: _Operand, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: _Out | tuple[_Out]) -> _Out:
    """Randomized leaky relu: ``where(x > 0, x, slope*x)`` with a slope drawn for each element.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    lower, upper : float, default 1/8 and 1/3
        Where the slopes lie: they are drawn from the uniform distribution on [lower, upper).
    rng : numpy.random.Generator, optional
        Draws a slope for every element, for training.  Without it every slope is their mean, (lower + upper)/2, as inference
        needs it.
    out : ndarray, optional
        For y, of the shape of `x`; may be `x` itself.

    Returns
    -------
    y : ndarray or scalar
        Of the shape of `x`.
    slope : ndarray or scalar
        With `rng` only: the slopes drawn, also those of positive elements, which do not use theirs.

    Raises
    ------
    TypeError
        If `x` is complex, text or an object, a bound is not a real number, or `rng` is not a Generator.
    ValueError
        If `lower` is above `upper` or one is not finite, or `out` is read-only or too small; it is then untouched.

    See Also
    --------
    rrelu_backward : its derivative, from the slopes.
    prelu : the same with slopes that are learned.

    Notes
    -----
    The slopes are ``rng.uniform(lower, upper, x.shape)``, rounded to the type of y: the same generator gives the same ones
    whatever the type and the strides of `x`.

    References
    ----------
    B. Xu et al., "Empirical evaluation of rectified activations in convolutional network", 2015.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> fa.rrelu([-2.0, 3.0], lower=0.25, upper=0.75)
    array([-1.,  3.])
    >>> y, slope = fa.rrelu([-2.0, 3.0], rng=np.random.default_rng(0))
    >>> y == [-2*slope[0], 3]
    array([ True,  True])
    """
@overload
def rrelu(x: _Operand, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: _Out | tuple[_Out]) -> tuple[_Out, NDArray[np.floating[Any]]]: ...
@overload
def rrelu(x: _Operand, lower: _Real, upper: _Real, rng: np.random.Generator, *, out: _Out | tuple[_Out]) -> tuple[_Out,
    NDArray[np.floating[Any]]]: ...
@overload
def rrelu(x: _F, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *, out: None = None) -> _F: ...
@overload
def rrelu(x: _F, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: None = None) -> tuple[_F, _F]: ...
@overload
def rrelu(x: _F, lower: _Real, upper: _Real, rng: np.random.Generator, *, out: None = None) -> tuple[_F, _F]: ...
@overload
def rrelu(x: float, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: None = None) -> np.float64: ...
@overload
def rrelu(x: float, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: None = None) -> tuple[np.float64, np.float64]: ...
@overload
def rrelu(x: float, lower: _Real, upper: _Real, rng: np.random.Generator, *, out: None = None) -> tuple[np.float64,
    np.float64]: ...
@overload
def rrelu(x: _Scalar, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: None = None) -> np.floating[Any]: ...
@overload
def rrelu(x: _Scalar, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: None = None) -> tuple[np.floating[Any], np.floating[Any]]: ...
@overload
def rrelu(x: _Scalar, lower: _Real, upper: _Real, rng: np.random.Generator, *, out: None = None) -> tuple[np.floating[Any],
    np.floating[Any]]: ...
@overload
def rrelu(x: _Scalar, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: EllipsisType) -> NDArray[np.floating[Any]]: ...
@overload
def rrelu(x: _Scalar, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: EllipsisType) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
@overload
def rrelu(x: _Scalar, lower: _Real, upper: _Real, rng: np.random.Generator, *,
    out: EllipsisType) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
@overload
def rrelu(x: _K, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *, out: None = None) -> _K: ...
@overload
def rrelu(x: _K, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: None = None) -> tuple[_K, _K]: ...
@overload
def rrelu(x: _K, lower: _Real, upper: _Real, rng: np.random.Generator, *, out: None = None) -> tuple[_K, _K]: ...
@overload
def rrelu(x: _M, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *, out: None = None) -> _M: ...
@overload
def rrelu(x: _M, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: None = None) -> tuple[_M, _M]: ...
@overload
def rrelu(x: _M, lower: _Real, upper: _Real, rng: np.random.Generator, *, out: None = None) -> tuple[_M, _M]: ...
@overload
def rrelu(x: _Array[_F], lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def rrelu(x: _Array[_F], lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: EllipsisType | None = None) -> tuple[NDArray[_F], NDArray[_F]]: ...
@overload
def rrelu(x: _Array[_F], lower: _Real, upper: _Real, rng: np.random.Generator, *,
    out: EllipsisType | None = None) -> tuple[NDArray[_F], NDArray[_F]]: ...
@overload
def rrelu(x: _Nested[float], lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def rrelu(x: _Nested[float], lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: EllipsisType | None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
@overload
def rrelu(x: _Nested[float], lower: _Real, upper: _Real, rng: np.random.Generator, *,
    out: EllipsisType | None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
@overload
def rrelu(x: _Exact, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: None = None, *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def rrelu(x: _Exact, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, *, rng: np.random.Generator,
    out: EllipsisType | None = None) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
@overload
def rrelu(x: _Exact, lower: _Real, upper: _Real, rng: np.random.Generator, *,
    out: EllipsisType | None = None) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...

@overload
def rrelu_backward(dy: _Operand, x: _Operand, slope: _Operand, *, out: _Out | tuple[_Out]) -> _Out:
    """The gradient at the input of `rrelu` for the slopes that it drew: ``dy*where(x > 0, 1, slope)``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; broadcasts against `x`.
    x : array_like
        The argument of `rrelu`.
    slope : array_like
        The slopes that `rrelu` returned, or (lower + upper)/2 where it drew none.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray or scalar

    Raises
    ------
    ValueError, TypeError
        As `prelu_backward`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.rrelu_backward([1.0, 10.0], [-2.0, 3.0], [0.25, 0.5])
    array([ 0.25, 10.  ])
    """
@overload
def rrelu_backward(dy: _F, x: _F, slope: _F, *, out: None = None) -> _F: ...
@overload
def rrelu_backward(dy: float, x: float, slope: float, *, out: None = None) -> np.float64: ...
@overload
def rrelu_backward(dy: _Scalar, x: _Scalar, slope: _Scalar, *, out: None = None) -> np.floating[Any]: ...
@overload
def rrelu_backward(dy: _Scalar, x: _Scalar, slope: _Scalar, *, out: EllipsisType) -> NDArray[np.floating[Any]]: ...
@overload
def rrelu_backward(dy: _K, x: _K | _Operand, slope: _K | _Operand, *, out: None = None) -> _K: ...
@overload
def rrelu_backward(dy: _Reals, x: _K, slope: _K, *, out: None = None) -> _K: ...
@overload
def rrelu_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, slope: _Array[_F] | _F | float, *,
    out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def rrelu_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, slope: _Array[_F] | _F | float, *,
    out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def rrelu_backward(dy: _Array[_F], x: _Array[_F] | _F | float, slope: _Array[_F] | _F | float, *,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def rrelu_backward(dy: _F | float, x: _Array[_F], slope: _Array[_F], *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def rrelu_backward(dy: _Nested[float], x: _Nested[float], slope: _Nested[float], *,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def rrelu_backward(dy: _Reals, x: _Reals, slope: _Reals, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def rrelu_grad(x: _Operand, slope: _Operand, *, out: _Out | tuple[_Out]) -> _Out:
    """The derivative of `rrelu` for the slopes that it drew: ``where(x > 0, 1, slope)``.

    Parameters
    ----------
    x : array_like
        The argument of `rrelu`.
    slope : array_like
        The slopes that `rrelu` returned, or (lower + upper)/2 where it drew none.
    out : ndarray, optional
        Of the shape of `x`.

    Returns
    -------
    ndarray or scalar

    Raises
    ------
    ValueError, TypeError
        As `prelu_grad`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.rrelu_grad([-2.0, 3.0], [0.25, 0.5])
    array([0.25, 1.  ])
    """
@overload
def rrelu_grad(x: _F, slope: _F, *, out: None = None) -> _F: ...
@overload
def rrelu_grad(x: float, slope: float, *, out: None = None) -> np.float64: ...
@overload
def rrelu_grad(x: _Scalar, slope: _Scalar, *, out: None = None) -> np.floating[Any]: ...
@overload
def rrelu_grad(x: _Scalar, slope: _Scalar, *, out: EllipsisType) -> NDArray[np.floating[Any]]: ...
@overload
def rrelu_grad(x: _K, slope: _K | _Operand, *, out: None = None) -> _K: ...
@overload
def rrelu_grad(x: _Reals, slope: _K, *, out: None = None) -> _K: ...
@overload
def rrelu_grad(x: np.ma.MaskedArray[_S, np.dtype[_F]], slope: _Array[_F] | _F | float, *,
    out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def rrelu_grad(x: np.matrix[tuple[int, int], np.dtype[_F]], slope: _Array[_F] | _F | float, *,
    out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def rrelu_grad(x: _Array[_F], slope: _Array[_F] | _F | float, *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def rrelu_grad(x: _F | float, slope: _Array[_F], *, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def rrelu_grad(x: _Nested[float], slope: _Nested[float], *, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def rrelu_grad(x: _Exact, slope: _Reals, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def rrelu_grad(x: _Reals, slope: _Exact | _Integer, *, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def rrelu_grad(x: _Integer, slope: _Array[np.floating[Any]], *,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def rrelu_with_grad(x: _Operand, lower: _Real = 0.125, upper: _Real = 0.3333333333333333,
    rng: np.random.Generator | None = None, *, out: tuple[_Out, _Out2]) -> tuple[_Out, _Out2]:
    """`rrelu` and its derivative in one pass; the derivative holds the slopes that were drawn and used.

    Parameters
    ----------
    x, lower, upper, rng
        As for `rrelu`.
    out : tuple of two ndarrays or None, optional
        For y and d.

    Returns
    -------
    y, d : ndarray or scalar
        The result of `rrelu` and ``where(x > 0, 1, slope)``.

    Raises
    ------
    ValueError, TypeError
        As `rrelu`.

    Examples
    --------
    >>> import fastact as fa
    >>> y, d = fa.rrelu_with_grad([-2.0, 3.0], lower=0.25, upper=0.75)
    >>> d
    array([0.5, 1. ])
    """
@overload
def rrelu_with_grad(x: _F, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None, *,
    out: tuple[None, None] | None = (None, None)) -> tuple[_F, _F]: ...
@overload
def rrelu_with_grad(x: float, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None,
    *, out: tuple[None, None] | None = (None, None)) -> tuple[np.float64, np.float64]: ...
@overload
def rrelu_with_grad(x: _Scalar, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None,
    *, out: tuple[None, None] | None = (None, None)) -> tuple[np.floating[Any], np.floating[Any]]: ...
@overload
def rrelu_with_grad(x: _Scalar, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None,
    *, out: EllipsisType) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
@overload
def rrelu_with_grad(x: _K, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None, *,
    out: tuple[None, None] | None = (None, None)) -> tuple[_K, _K]: ...
@overload
def rrelu_with_grad(x: _M, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None, *,
    out: tuple[None, None] | None = (None, None)) -> tuple[_M, _M]: ...
@overload
def rrelu_with_grad(x: _Array[_F], lower: _Real = 0.125, upper: _Real = 0.3333333333333333,
    rng: np.random.Generator | None = None, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[_F], NDArray[_F]]: ...
@overload
def rrelu_with_grad(x: _Nested[float], lower: _Real = 0.125, upper: _Real = 0.3333333333333333,
    rng: np.random.Generator | None = None, *, out: tuple[None, None] | EllipsisType | None = (None,
    None)) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
@overload
def rrelu_with_grad(x: _Exact, lower: _Real = 0.125, upper: _Real = 0.3333333333333333, rng: np.random.Generator | None = None,
    *, out: tuple[None, None] | EllipsisType | None = (None, None)) -> tuple[NDArray[np.floating[Any]],
    NDArray[np.floating[Any]]]: ...

@overload
def segment_softmax(x: _Operand, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: _Out | tuple[_Out],
    dtype: DTypeLike | None = None) -> _Out:
    """`softmax` of each of the segments that follow one another along an axis: ragged rows, joined.

    Parameters
    ----------
    x : array_like
        At least one axis; types as for `softmax`.
    lengths : array_like of int
        How long the segments are, one after the other: one axis, at least 0 each, together the length of `axis`.
    axis : int, default -1
        The axis that consists of the segments.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    ValueError
        If `lengths` has not one axis, one is negative, or their sum is not the length of the axis.
    TypeError
        If `lengths` are not integers; as `softmax` else.

    See Also
    --------
    segment_softmax_backward : its derivative, from its result.

    Notes
    -----
    The error is that of `softmax`; each segment has the same bits as alone.

    References
    ----------
    P. Velickovic et al., "Graph attention networks", ICLR 2018.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.segment_softmax([0.0, 0.0, 5.0, 1.0, 1.0], lengths=[2, 1, 2])
    array([0.5, 0.5, 1. , 0.5, 0.5])
    """
@overload
def segment_softmax(x: _K, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def segment_softmax(x: _Reals, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def segment_softmax(x: _M, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: None = None, dtype: None = None) -> _M: ...
@overload
def segment_softmax(x: _Array[_F], lengths: ArrayLike, axis: SupportsIndex = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def segment_softmax(x: _Nested[float], lengths: ArrayLike, axis: SupportsIndex = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def segment_softmax(x: _Exact, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def segment_softmax(x: _Reals, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def segment_softmax_backward(dy: _Operand, y: _Operand, lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `segment_softmax` at its input, from the gradient at its result.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `softmax`.
    y : array_like
        The result of `segment_softmax`; broadcasts against `dy`.
    lengths, axis
        Those of that `segment_softmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `segment_softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    segment_softmax : whose derivative this is.

    Notes
    -----
    The error is that of `softmax_backward`; each segment has the same bits as alone.

    References
    ----------
    As for `segment_softmax`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.segment_softmax_backward([1.0, 0.0, 7.0], [0.5, 0.5, 1.0], lengths=[2, 1])
    array([ 0.25, -0.25,  0.  ])
    """
@overload
def segment_softmax_backward(dy: _K, y: _K | _Operand, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def segment_softmax_backward(dy: _Reals, y: _K, lengths: ArrayLike, axis: SupportsIndex = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def segment_softmax_backward(dy: _Reals, y: _Reals, lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def segment_softmax_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, lengths: ArrayLike,
    axis: SupportsIndex = -1, *, out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def segment_softmax_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, lengths: ArrayLike,
    axis: SupportsIndex = -1, *, out: None = None, dtype: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def segment_softmax_backward(dy: _Array[_F], y: _Array[_F] | _F | float, lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def segment_softmax_backward(dy: _F | float, y: _Array[_F], lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def segment_softmax_backward(dy: _Nested[float], y: _Nested[float], lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.float64]: ...
@overload
def segment_softmax_backward(dy: _Exact, y: _Reals, lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def segment_softmax_backward(dy: _Reals, y: _Exact | _Integer, lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def segment_softmax_backward(dy: _Integer, y: _Array[np.floating[Any]], lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def segment_softmax_backward(dy: _Reals, y: _Reals, lengths: ArrayLike, axis: SupportsIndex = -1, *,
    out: EllipsisType | None = None, dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

selu: _Unary
"""selu(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

selu: ``1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))``.

Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
selu_grad : the derivative.
selu_backward : the gradient at the input.
selu_with_grad : value and derivative in one pass.
selu_grad_from_output : the derivative from the value.
selu_backward_from_output : the gradient at the input from the value.
elu, celu

Notes
-----
The error is at most 1.4 units in the last place in float32 (proven: at all arguments) and 1.2 in
float64 (the largest seen); without FMA 1.4 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
G. Klambauer et al., Self-normalizing neural networks, NIPS 2017

Examples
--------
>>> import fastact as fa
>>> fa.selu([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.5202, 0.0, 2.1014]
"""

selu_backward: _Binary
"""selu_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of selu, ``dy*f'(x)`` with ``f(x) = 1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))``.

Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
selu : the value.
selu_grad : the derivative.
selu_with_grad : value and derivative in one pass.
selu_grad_from_output : the derivative from the value.
selu_backward_from_output : the gradient at the input from the value.
elu, celu

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 (proven: at all arguments) and
0.9 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
G. Klambauer et al., Self-normalizing neural networks, NIPS 2017

Examples
--------
>>> import fastact as fa
>>> fa.selu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.2379, 1.7581, 1.0507]
"""

selu_backward_from_output: _Binary
"""selu_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of selu from its result y: ``dy*(where(y > 0, 1.0507009873554804934193349852946, y + 1.0507009873554804934193349852946*1.6732632423543772848170429916717))``.

Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
selu : the value.
selu_grad : the derivative.
selu_backward : the gradient at the input.
selu_with_grad : value and derivative in one pass.
selu_grad_from_output : the derivative from the value.
elu, celu

Notes
-----
The error of f'(x) is at most 0.7 units in the last place in float32 (proven: at all arguments) and
0.7 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
G. Klambauer et al., Self-normalizing neural networks, NIPS 2017

Examples
--------
>>> import fastact as fa
>>> fa.selu_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[1.0081, 1.2581, 1.5081]
"""

selu_grad: _Unary
"""selu_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of selu, ``f(x) = 1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))``, at x.

Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
selu : the value.
selu_backward : the gradient at the input.
selu_with_grad : value and derivative in one pass.
selu_grad_from_output : the derivative from the value.
selu_backward_from_output : the gradient at the input from the value.
elu, celu

Notes
-----
The error is at most 0.9 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
G. Klambauer et al., Self-normalizing neural networks, NIPS 2017

Examples
--------
>>> import fastact as fa
>>> fa.selu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.2379, 1.7581, 1.0507]
"""

selu_grad_from_output: _Unary
"""selu_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of selu from its result y: ``where(y > 0, 1.0507009873554804934193349852946, y + 1.0507009873554804934193349852946*1.6732632423543772848170429916717)``.

Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
selu : the value.
selu_grad : the derivative.
selu_backward : the gradient at the input.
selu_with_grad : value and derivative in one pass.
selu_backward_from_output : the gradient at the input from the value.
elu, celu

Notes
-----
The error is at most 0.7 units in the last place in float32 (proven: at all arguments) and 0.7 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
G. Klambauer et al., Self-normalizing neural networks, NIPS 2017

Examples
--------
>>> import fastact as fa
>>> fa.selu_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[1.0081, 1.2581, 1.5081]
"""

selu_with_grad: _UnaryPair
"""selu_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

selu and its derivative in one pass, ``f(x) = 1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))``.

Scaled elu that keeps mean and variance over many layers: fully connected self-normalising networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
selu : the value.
selu_grad : the derivative.
selu_backward : the gradient at the input.
selu_grad_from_output : the derivative from the value.
selu_backward_from_output : the gradient at the input from the value.
elu, celu

Notes
-----
The error of y is at most 1.4 units in the last place in float32 (proven: at all arguments) and 1.2
in float64 (the largest seen); without FMA 1.4 and 1.6; that of d, at most 0.9 units in the last
place in float32 (proven: at all arguments) and 0.9 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
G. Klambauer et al., Self-normalizing neural networks, NIPS 2017

Examples
--------
>>> import fastact as fa
>>> y, d = fa.selu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.5202, 0.0, 2.1014]
>>> d.round(4).tolist()
[0.2379, 1.7581, 1.0507]
"""

serf: _Unary
"""serf(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

serf: ``x*erf(log1p(exp(x)))``.

Self-gated unit with erf of softplus as its gate: image classification, machine translation.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
serf_grad : the derivative.
serf_backward : the gradient at the input.
serf_with_grad : value and derivative in one pass.
mish, gelu, tanhexp

Notes
-----
The error is at most 1.3 units in the last place in float32 (proven: at all arguments) and 1.3 in
float64 (the largest seen); without FMA 1.5 and 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Nag et al., SERF: towards better training of deep neural networks using log-softplus error
activation, 2021

Examples
--------
>>> import fastact as fa
>>> fa.serf([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.2849, 0.0, 1.9947]
"""

serf_backward: _Binary
"""serf_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of serf, ``dy*f'(x)`` with ``f(x) = x*erf(log1p(exp(x)))``.

Self-gated unit with erf of softplus as its gate: image classification, machine translation.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
serf : the value.
serf_grad : the derivative.
serf_with_grad : value and derivative in one pass.
mish, gelu, tanhexp

Notes
-----
The error of f'(x) is at most 1.7 units in the last place in float32 (proven: at all arguments) and
1.3 in float64 (the largest seen); without FMA 1.7 and 1.4; its product with dy is rounded once
more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Nag et al., SERF: towards better training of deep neural networks using log-softplus error
activation, 2021

Examples
--------
>>> import fastact as fa
>>> fa.serf_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1223, 0.673, 1.0189]
"""

serf_grad: _Unary
"""serf_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of serf, ``f(x) = x*erf(log1p(exp(x)))``, at x.

Self-gated unit with erf of softplus as its gate: image classification, machine translation.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
serf : the value.
serf_backward : the gradient at the input.
serf_with_grad : value and derivative in one pass.
mish, gelu, tanhexp

Notes
-----
The error is at most 1.7 units in the last place in float32 (proven: at all arguments) and 1.3 in
float64 (the largest seen); without FMA 1.7 and 1.4.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Nag et al., SERF: towards better training of deep neural networks using log-softplus error
activation, 2021

Examples
--------
>>> import fastact as fa
>>> fa.serf_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1223, 0.673, 1.0189]
"""

serf_with_grad: _UnaryPair
"""serf_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

serf and its derivative in one pass, ``f(x) = x*erf(log1p(exp(x)))``.

Self-gated unit with erf of softplus as its gate: image classification, machine translation.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
serf : the value.
serf_grad : the derivative.
serf_backward : the gradient at the input.
mish, gelu, tanhexp

Notes
-----
The error of y is at most 1.3 units in the last place in float32 (proven: at all arguments) and 1.3
in float64 (the largest seen); without FMA 1.5 and 2; that of d, at most 1.7 units in the last place
in float32 (proven: at all arguments) and 1.3 in float64 (the largest seen); without FMA 1.7 and
1.4.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Nag et al., SERF: towards better training of deep neural networks using log-softplus error
activation, 2021

Examples
--------
>>> import fastact as fa
>>> y, d = fa.serf_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.2849, 0.0, 1.9947]
>>> d.round(4).tolist()
[-0.1223, 0.673, 1.0189]
"""

def set_num_threads(count: SupportsIndex) -> None:
    """Set how many threads a call of fastact may use, in this process.

    It holds for every Python thread, whether it runs already or starts later, but for one that is in a `num_threads` block:
    there that block's number holds until it ends. A limit that OpenMP gets later, by threadpoolctl for one, still holds.
    What a call really uses is less for arrays that are too small to gain, and while other Python threads are in large calls of
    their own: one call at a time has several threads.

    Parameters
    ----------
    count : int
        At least 1.

    Raises
    ------
    TypeError
        If `count` is not an integer.
    ValueError
        If `count` is below 1.

    See Also
    --------
    num_threads : for the calling thread, in a `with` block.

    Examples
    --------
    >>> import fastact as fa
    >>> before = fa.get_num_threads()
    >>> fa.set_num_threads(1)
    >>> fa.set_num_threads(before)
    """

def show_runtime() -> None:
    """Print what runs: fastact's version, the ISA in use, the number of threads and what decides it, the OpenMP runtime, the
    pool, NumPy and Python.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.show_runtime()  # doctest: +ELLIPSIS
    fastact ...
    """

shrink: _Unary_lambd_0p5_bias_0
"""shrink(x, /, lambd=0.5, bias=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

shrink: ``where(abs(x) > lambd, x - sign(x)*bias, 0)``.

Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
bias : array_like, default 0
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
shrink_grad : the derivative.
shrink_backward : the gradient at the input.
shrink_with_grad : value and derivative in one pass.
hard_shrink, soft_shrink

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for lambd from 0 to 100 and bias from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
ONNX operator Shrink

Examples
--------
>>> import fastact as fa
>>> fa.shrink([-2.0, 0.0, 2.0]).round(4).tolist()
[-2.0, 0.0, 2.0]
"""

shrink_backward: _Binary_lambd_0p5_bias_0
"""shrink_backward(dy, x, /, lambd=0.5, bias=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of shrink, ``dy*f'(x)`` with ``f(x) = where(abs(x) > lambd, x - sign(x)*bias, 0)``.

Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
bias : array_like, default 0
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
shrink : the value.
shrink_grad : the derivative.
shrink_with_grad : value and derivative in one pass.
hard_shrink, soft_shrink

Notes
-----
The error of f'(x) is 0 for lambd from 0 to 100 and bias from -100 to 100; its product with dy is
rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
ONNX operator Shrink

Examples
--------
>>> import fastact as fa
>>> fa.shrink_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 0.0, 1.0]
"""

shrink_grad: _Unary_lambd_0p5_bias_0
"""shrink_grad(x, /, lambd=0.5, bias=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of shrink, ``f(x) = where(abs(x) > lambd, x - sign(x)*bias, 0)``, at x.

Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
bias : array_like, default 0
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
shrink : the value.
shrink_backward : the gradient at the input.
shrink_with_grad : value and derivative in one pass.
hard_shrink, soft_shrink

Notes
-----
The error is 0 for lambd from 0 to 100 and bias from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
ONNX operator Shrink

Examples
--------
>>> import fastact as fa
>>> fa.shrink_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 0.0, 1.0]
"""

shrink_with_grad: _UnaryPair_lambd_0p5_bias_0
"""shrink_with_grad(x, /, lambd=0.5, bias=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

shrink and its derivative in one pass, ``f(x) = where(abs(x) > lambd, x - sign(x)*bias, 0)``.

Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
bias : array_like, default 0
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
shrink : the value.
shrink_grad : the derivative.
shrink_backward : the gradient at the input.
hard_shrink, soft_shrink

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, 0 for lambd from 0 to 100 and bias from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
ONNX operator Shrink

Examples
--------
>>> import fastact as fa
>>> y, d = fa.shrink_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-2.0, 0.0, 2.0]
>>> d.round(4).tolist()
[1.0, 0.0, 1.0]
"""

sigmoid: _Unary
"""sigmoid(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sigmoid: ``1/(1 + exp(-x))``.

Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sigmoid_grad : the derivative.
sigmoid_backward : the gradient at the input.
sigmoid_with_grad : value and derivative in one pass.
sigmoid_grad_from_output : the derivative from the value.
sigmoid_backward_from_output : the gradient at the input from the value.
hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy

Notes
-----
The error is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.5 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1192, 0.5, 0.8808]
"""

sigmoid_backward: _Binary
"""sigmoid_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sigmoid, ``dy*f'(x)`` with ``f(x) = 1/(1 + exp(-x))``.

Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sigmoid : the value.
sigmoid_grad : the derivative.
sigmoid_with_grad : value and derivative in one pass.
sigmoid_grad_from_output : the derivative from the value.
sigmoid_backward_from_output : the gradient at the input from the value.
hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 (proven: at all arguments) and
1.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.105, 0.25, 0.105]
"""

sigmoid_backward_from_output: _Binary
"""sigmoid_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sigmoid from its result y: ``dy*(y*(1 - y))``.

Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sigmoid : the value.
sigmoid_grad : the derivative.
sigmoid_backward : the gradient at the input.
sigmoid_with_grad : value and derivative in one pass.
sigmoid_grad_from_output : the derivative from the value.
hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy

Notes
-----
The error of f'(x) is at most 0.5 units in the last place in float32 (proven: at all arguments) and
0.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid_backward_from_output([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[0.1875, 0.25, 0.1875]
"""

class _SigmoidCrossEntropy(_OverUfunc):
    @overload
    def __call__(self, logits: _Operand, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: _Out | tuple[_Out],
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _Out: ...
    @overload
    def __call__(self, logits: _Operand, targets: ArrayLike, pos_weight: ArrayLike, out: _Out | tuple[_Out], *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _Out: ...
    @overload
    def __call__(self, logits: _L, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _L: ...
    @overload
    def __call__(self, logits: _K, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _K: ...
    @overload
    def __call__(self, logits: _K, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> Any: ...
    @overload
    def __call__(self, logits: _Array[_Number] | _Nested[_Scalar | _Array[_Number]], targets: ArrayLike,
        pos_weight: ArrayLike = 1.0, out: None = None, *, reduction: Literal["none"] = 'none', weight: ArrayLike | None = None,
        where: ArrayLike = True, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
    @overload
    def __call__(self, logits: _Array[_Number] | _Nested[_Scalar | _Array[_Number]], targets: ArrayLike,
        pos_weight: ArrayLike = 1.0, out: None = None, *, reduction: Literal["mean", "sum"], weight: ArrayLike | None = None,
        where: ArrayLike = True, dtype: _DTypeOf[_D]) -> _D: ...
    @overload
    def __call__(self, logits: _Scalar, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: _DTypeOf[_D]) -> NDArray[_D] | _D: ...
    @overload
    def __call__(self, logits: _Scalar, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: _DTypeOf[_D]) -> _D: ...
    @overload
    def __call__(self, logits: _Array[_F], targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[_F]: ...
    @overload
    def __call__(self, logits: _Array[_F], targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> _F: ...
    @overload
    def __call__(self, logits: _F, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[_F] | _F: ...
    @overload
    def __call__(self, logits: _F, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> _F: ...
    @overload
    def __call__(self, logits: _Nested[float], targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, logits: _Nested[float], targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> np.float64: ...
    @overload
    def __call__(self, logits: float, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.float64] | np.float64: ...
    @overload
    def __call__(self, logits: float, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> np.float64: ...
    @overload
    def __call__(self, logits: _Exact, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, logits: _Exact, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> np.floating[Any]: ...
    @overload
    def __call__(self, logits: _Integer, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
    @overload
    def __call__(self, logits: _Integer, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> np.floating[Any]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike) -> np.floating[Any]: ...

sigmoid_cross_entropy: _SigmoidCrossEntropy
"""Binary cross-entropy of logits: ``(1 - targets)*log1p(exp(x)) + pos_weight*targets*log1p(exp(-x))`` of x = logits.

For binary and multi-label classification, with the sigmoid fused in.

Parameters
----------
logits : array_like
    What the model says, of any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as
    `numpy.exp` takes them, but in float32 at least.
targets : array_like
    The probability that is right, of any real type; broadcasts against `logits`.  Numbers outside [0, 1] are taken as they
    are.
pos_weight : array_like, default 1
    The weight of what is right where it is 1; broadcasts against `logits`.
out : ndarray, optional
    Of the shape of the result, with any strides; may be an operand itself.
reduction : {"none", "mean", "sum"}, default "none"
    What becomes of the losses of the elements.  Their mean is their sum divided by their number, whatever the weights.
weight : array_like, optional
    A factor for each element; broadcasts to their shape.
where : array_like of bool, default True
    Which elements count, broadcast to their shape: others have no share in a sum or a mean; without a reduction they are
    left as they are in `out`, and 0 where there is none.
dtype : dtype, optional
    The type to compute in and to return, instead of that of `logits`.

Returns
-------
ndarray or scalar
    The loss of each element, of the broadcast shape of `logits`, `targets` and `pos_weight`, in the type of `logits`; or
    their mean or sum, summed in float64; the mean of no element is NaN.

Raises
------
ValueError
    If shapes do not broadcast, `out` has another shape or is read-only, or `reduction` is another word; `out` is then
    untouched.
TypeError
    If an argument is complex, text or an object, or `where` is not bool.

See Also
--------
sigmoid_cross_entropy_grad, sigmoid_cross_entropy_with_grad : its derivative; both in one pass.
softmax_cross_entropy : for classes that exclude one another.
sigmoid, log_sigmoid : what is fused in.

Notes
-----
For targets from 0 to 1 the error of the loss is at most 3.5 units in the last place in float32 and 2.5 in float64
(the largest seen in both); without FMA 3.5 and 2.3; that of the derivative, which has a root, at most 2.6 units in
the last place in float32 and 1.3 in float64 (the largest seen in both); without FMA 2.7 and 1.4, or as many 16ths
of a unit of the larger of its two terms.

A weight, a sum and a division round once more.

At infinity the result is the limit, where a weight or a target of 0 leaves out its term.  NaN gives NaN; no floating-point
flag is raised.  `sigmoid_cross_entropy.ufunc` is the `numpy.ufunc` of logits, targets and pos_weight.

References
----------
D. R. Cox, The regression analysis of binary sequences, 1958

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid_cross_entropy([-1.0, 2.0], [0, 1]).round(4)
array([0.3133, 0.1269])
>>> round(float(fa.sigmoid_cross_entropy([-1.0, 2.0], [0, 1], reduction="mean", weight=[1.0, 3.0])), 4)
0.347
"""

class _SigmoidCrossEntropyGrad(_OverUfunc):
    @overload
    def __call__(self, logits: _Operand, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: _Out | tuple[_Out],
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _Out: ...
    @overload
    def __call__(self, logits: _Operand, targets: ArrayLike, pos_weight: ArrayLike, out: _Out | tuple[_Out], *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _Out: ...
    @overload
    def __call__(self, logits: _L, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _L: ...
    @overload
    def __call__(self, logits: _K, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> _K: ...
    @overload
    def __call__(self, logits: _Array[_Number] | _Nested[_Scalar | _Array[_Number]], targets: ArrayLike,
        pos_weight: ArrayLike = 1.0, out: None = None, *, reduction: Literal["none", "mean", "sum"] = 'none',
        weight: ArrayLike | None = None, where: ArrayLike = True, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
    @overload
    def __call__(self, logits: _Scalar, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: _DTypeOf[_D]) -> NDArray[_D] | _D: ...
    @overload
    def __call__(self, logits: _Array[_F], targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[_F]: ...
    @overload
    def __call__(self, logits: _F, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[_F] | _F: ...
    @overload
    def __call__(self, logits: _Nested[float], targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.float64]: ...
    @overload
    def __call__(self, logits: float, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.float64] | np.float64: ...
    @overload
    def __call__(self, logits: _Exact, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.floating[Any]]: ...
    @overload
    def __call__(self, logits: _Integer, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, out: None = None, *,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike) -> NDArray[np.floating[Any]] | np.floating[Any]: ...

sigmoid_cross_entropy_grad: _SigmoidCrossEntropyGrad
"""The derivative of `sigmoid_cross_entropy` by the logits, scaled as the reduction asks.

``(1 - targets)*sigmoid(x) - pos_weight*targets*sigmoid(-x)`` of x = logits, without its cancellation.

Parameters
----------
logits, targets, pos_weight, reduction, weight, dtype
    As for `sigmoid_cross_entropy`.
out : ndarray, optional
    Of the shape of the elements, with any strides; may be an operand itself.
where : array_like of bool, default True
    Which elements count, as for `sigmoid_cross_entropy`: others are left as they are in `out`, and 0 where there is none.

Returns
-------
ndarray or scalar
    The derivative at each element, of the broadcast shape of `logits`, `targets` and `pos_weight`, in the type of `logits`;
    times its weight, and for the mean divided by the number of elements that count.

Raises
------
ValueError, TypeError
    As `sigmoid_cross_entropy`.

See Also
--------
sigmoid_cross_entropy_with_grad : with the loss, in the same pass.

Notes
-----
For targets from 0 to 1 the error of the loss is at most 3.5 units in the last place in float32 and 2.5 in float64
(the largest seen in both); without FMA 3.5 and 2.3; that of the derivative, which has a root, at most 2.6 units in
the last place in float32 and 1.3 in float64 (the largest seen in both); without FMA 2.7 and 1.4, or as many 16ths
of a unit of the larger of its two terms.

A weight and a division round once more.  `sigmoid_cross_entropy_grad.ufunc` is the `numpy.ufunc` of logits, targets and
pos_weight.

References
----------
As for `sigmoid_cross_entropy`.

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid_cross_entropy_grad([-1.0, 2.0], [0, 1], reduction="mean").round(4)
array([ 0.1345, -0.0596])
"""

class _SigmoidCrossEntropyWithGrad(_OverUfunc):
    @overload
    def __call__(self, logits: _Operand, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[_Out, _Out2],
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> tuple[_Out, _Out2]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[_Out, None],
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> tuple[_Out, NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, _Out2],
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> tuple[NDArray[np.floating[Any]] | np.floating[Any], _Out2]: ...
    @overload
    def __call__(self, logits: _L, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["none", "mean", "sum"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> tuple[_L, _L]: ...
    @overload
    def __call__(self, logits: _K, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> tuple[_K, _K]: ...
    @overload
    def __call__(self, logits: _K, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike | None = None) -> tuple[Any, _K]: ...
    @overload
    def __call__(self, logits: _Array[_Number] | _Nested[_Scalar | _Array[_Number]], targets: ArrayLike,
        pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None, reduction: Literal["none"] = 'none',
        weight: ArrayLike | None = None, where: ArrayLike = True, dtype: _DTypeOf[_D]) -> tuple[NDArray[_D], NDArray[_D]]: ...
    @overload
    def __call__(self, logits: _Array[_Number] | _Nested[_Scalar | _Array[_Number]], targets: ArrayLike,
        pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None, reduction: Literal["mean", "sum"],
        weight: ArrayLike | None = None, where: ArrayLike = True, dtype: _DTypeOf[_D]) -> tuple[_D, NDArray[_D]]: ...
    @overload
    def __call__(self, logits: _Scalar, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: _DTypeOf[_D]) -> tuple[NDArray[_D] | _D, NDArray[_D] | _D]: ...
    @overload
    def __call__(self, logits: _Scalar, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: _DTypeOf[_D]) -> tuple[_D, NDArray[_D] | _D]: ...
    @overload
    def __call__(self, logits: _Array[_F], targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[NDArray[_F], NDArray[_F]]: ...
    @overload
    def __call__(self, logits: _Array[_F], targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[_F, NDArray[_F]]: ...
    @overload
    def __call__(self, logits: _F, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[NDArray[_F] | _F, NDArray[_F] | _F]: ...
    @overload
    def __call__(self, logits: _F, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[_F, NDArray[_F] | _F]: ...
    @overload
    def __call__(self, logits: _Nested[float], targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
    @overload
    def __call__(self, logits: _Nested[float], targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[np.float64, NDArray[np.float64]]: ...
    @overload
    def __call__(self, logits: float, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[NDArray[np.float64] | np.float64, NDArray[np.float64] | np.float64]: ...
    @overload
    def __call__(self, logits: float, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[np.float64, NDArray[np.float64] | np.float64]: ...
    @overload
    def __call__(self, logits: _Exact, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, logits: _Exact, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[np.floating[Any], NDArray[np.floating[Any]]]: ...
    @overload
    def __call__(self, logits: _Integer, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[NDArray[np.floating[Any]] | np.floating[Any],
        NDArray[np.floating[Any]] | np.floating[Any]]: ...
    @overload
    def __call__(self, logits: _Integer, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None,
        None] | None = None, reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: None = None) -> tuple[np.floating[Any], NDArray[np.floating[Any]] | np.floating[Any]]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["none"] = 'none', weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike) -> tuple[NDArray[np.floating[Any]] | np.floating[Any],
        NDArray[np.floating[Any]] | np.floating[Any]]: ...
    @overload
    def __call__(self, logits: _Reals, targets: ArrayLike, pos_weight: ArrayLike = 1.0, *, out: tuple[None, None] | None = None,
        reduction: Literal["mean", "sum"], weight: ArrayLike | None = None, where: ArrayLike = True,
        dtype: DTypeLike) -> tuple[np.floating[Any], NDArray[np.floating[Any]] | np.floating[Any]]: ...

sigmoid_cross_entropy_with_grad: _SigmoidCrossEntropyWithGrad
"""`sigmoid_cross_entropy` and its derivative by the logits in one pass.

Parameters
----------
logits, targets, pos_weight, reduction, weight, dtype
    As for `sigmoid_cross_entropy`.
out : tuple of two ndarrays or None, optional
    For the loss, of its shape, and for the gradient, of the shape of the elements; with any strides, each may be an operand
    itself.
where : array_like of bool, default True
    Which elements count, as for `sigmoid_cross_entropy` and `sigmoid_cross_entropy_grad`.

Returns
-------
loss : ndarray or scalar
    As of `sigmoid_cross_entropy`.
grad : ndarray or scalar
    As of `sigmoid_cross_entropy_grad`.

Raises
------
ValueError, TypeError
    As `sigmoid_cross_entropy`; there is nothing in either `out` then.

See Also
--------
sigmoid_cross_entropy, sigmoid_cross_entropy_grad : one of the two.

Notes
-----
Errors are those of `sigmoid_cross_entropy` and `sigmoid_cross_entropy_grad`, whose bits these are.
`sigmoid_cross_entropy_with_grad.ufunc` is the `numpy.ufunc` of logits, targets and pos_weight.

References
----------
As for `sigmoid_cross_entropy`.

Examples
--------
>>> import fastact as fa
>>> loss, grad = fa.sigmoid_cross_entropy_with_grad([-1.0, 2.0], [0, 1], reduction="sum")
>>> round(float(loss), 4), grad.round(4)
(0.4402, array([ 0.2689, -0.1192]))
"""

sigmoid_grad: _Unary
"""sigmoid_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sigmoid, ``f(x) = 1/(1 + exp(-x))``, at x.

Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sigmoid : the value.
sigmoid_backward : the gradient at the input.
sigmoid_with_grad : value and derivative in one pass.
sigmoid_grad_from_output : the derivative from the value.
sigmoid_backward_from_output : the gradient at the input from the value.
hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy

Notes
-----
The error is at most 1.6 units in the last place in float32 (proven: at all arguments) and 1.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.105, 0.25, 0.105]
"""

sigmoid_grad_from_output: _Unary
"""sigmoid_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sigmoid from its result y: ``y*(1 - y)``.

Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sigmoid : the value.
sigmoid_grad : the derivative.
sigmoid_backward : the gradient at the input.
sigmoid_with_grad : value and derivative in one pass.
sigmoid_backward_from_output : the gradient at the input from the value.
hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845

Examples
--------
>>> import fastact as fa
>>> fa.sigmoid_grad_from_output([0.25, 0.5, 0.75]).round(4).tolist()
[0.1875, 0.25, 0.1875]
"""

sigmoid_with_grad: _UnaryPair
"""sigmoid_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sigmoid and its derivative in one pass, ``f(x) = 1/(1 + exp(-x))``.

Logistic function, a probability from a score: binary outputs, the gates of LSTM and GRU.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sigmoid : the value.
sigmoid_grad : the derivative.
sigmoid_backward : the gradient at the input.
sigmoid_grad_from_output : the derivative from the value.
sigmoid_backward_from_output : the gradient at the input from the value.
hard_sigmoid, log_sigmoid, logit, sigmoid_cross_entropy

Notes
-----
The error of y is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.5
in float64 (the largest seen); that of d, at most 1.6 units in the last place in float32 (proven: at
all arguments) and 1.6 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sigmoid_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.1192, 0.5, 0.8808]
>>> d.round(4).tolist()
[0.105, 0.25, 0.105]
"""

silu: _Unary
"""silu(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

silu: ``x/(1 + exp(-x))``.

Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
silu_grad : the derivative.
silu_backward : the gradient at the input.
silu_with_grad : value and derivative in one pass.
swish, hard_swish, gelu, swiglu

Notes
-----
The error is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018

Examples
--------
>>> import fastact as fa
>>> fa.silu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.2384, 0.0, 1.7616]
"""

silu_backward: _Binary
"""silu_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of silu, ``dy*f'(x)`` with ``f(x) = x/(1 + exp(-x))``.

Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
silu : the value.
silu_grad : the derivative.
silu_with_grad : value and derivative in one pass.
swish, hard_swish, gelu, swiglu

Notes
-----
The error of f'(x) is at most 1.9 units in the last place in float32 (proven: at all arguments) and
1.7 in float64 (the largest seen); without FMA 1.7 and 1.7; its product with dy is rounded once
more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018

Examples
--------
>>> import fastact as fa
>>> fa.silu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0908, 0.5, 1.0908]
"""

silu_grad: _Unary
"""silu_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of silu, ``f(x) = x/(1 + exp(-x))``, at x.

Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
silu : the value.
silu_backward : the gradient at the input.
silu_with_grad : value and derivative in one pass.
swish, hard_swish, gelu, swiglu

Notes
-----
The error is at most 1.9 units in the last place in float32 (proven: at all arguments) and 1.7 in
float64 (the largest seen); without FMA 1.7 and 1.7.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018

Examples
--------
>>> import fastact as fa
>>> fa.silu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0908, 0.5, 1.0908]
"""

silu_with_grad: _UnaryPair
"""silu_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

silu and its derivative in one pass, ``f(x) = x/(1 + exp(-x))``.

Sigmoid linear unit, smooth and not monotonic: EfficientNet, YOLOv5, the gate of many language models.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
silu : the value.
silu_grad : the derivative.
silu_backward : the gradient at the input.
swish, hard_swish, gelu, swiglu

Notes
-----
The error of y is at most 1 units in the last place in float32 (proven: at all arguments) and 1 in
float64 (the largest seen); that of d, at most 1.9 units in the last place in float32 (proven: at
all arguments) and 1.7 in float64 (the largest seen); without FMA 1.7 and 1.7.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018

Examples
--------
>>> import fastact as fa
>>> y, d = fa.silu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.2384, 0.0, 1.7616]
>>> d.round(4).tolist()
[-0.0908, 0.5, 1.0908]
"""

sinc: _Unary
"""sinc(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sinc: ``where(x == 0, 1, sin(x)/x)``.

Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sinc_grad : the derivative.
sinc_backward : the gradient at the input.
sinc_with_grad : value and derivative in one pass.
sine, gaussian, gcu

Notes
-----
The error is at most 1.3 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.3 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The unnormalised cardinal sine

Examples
--------
>>> import fastact as fa
>>> fa.sinc([-2.0, 0.0, 2.0]).round(4).tolist()
[0.4546, 1.0, 0.4546]
"""

sinc_backward: _Binary
"""sinc_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sinc, ``dy*f'(x)`` with ``f(x) = where(x == 0, 1, sin(x)/x)``.

Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sinc : the value.
sinc_grad : the derivative.
sinc_with_grad : value and derivative in one pass.
sine, gaussian, gcu

Notes
-----
The error of f'(x) is at most 1.8 units in the last place in float32 and 1.8 in float64 (the largest
seen in both); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The unnormalised cardinal sine

Examples
--------
>>> import fastact as fa
>>> fa.sinc_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.4354, -0.0, -0.4354]
"""

sinc_grad: _Unary
"""sinc_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sinc, ``f(x) = where(x == 0, 1, sin(x)/x)``, at x.

Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sinc : the value.
sinc_backward : the gradient at the input.
sinc_with_grad : value and derivative in one pass.
sine, gaussian, gcu

Notes
-----
The error is at most 1.8 units in the last place in float32 and 1.8 in float64 (the largest seen in
both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The unnormalised cardinal sine

Examples
--------
>>> import fastact as fa
>>> fa.sinc_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.4354, -0.0, -0.4354]
"""

sinc_with_grad: _UnaryPair
"""sinc_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sinc and its derivative in one pass, ``f(x) = where(x == 0, 1, sin(x)/x)``.

Cardinal sine without the factor pi: band-limited interpolation, implicit neural representations.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sinc : the value.
sinc_grad : the derivative.
sinc_backward : the gradient at the input.
sine, gaussian, gcu

Notes
-----
The error of y is at most 1.3 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.3 and 1.6; that of d, at most 1.8 units in the last place in float32
and 1.8 in float64 (the largest seen in both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
The unnormalised cardinal sine

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sinc_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.4546, 1.0, 0.4546]
>>> d.round(4).tolist()
[0.4354, -0.0, -0.4354]
"""

sine: _Unary
"""sine(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sine: ``sin(x)``.

The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sine_grad : the derivative.
sine_backward : the gradient at the input.
sine_with_grad : value and derivative in one pass.
snake, gcu, sinc

Notes
-----
The error is at most 0.9 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Sitzmann et al., Implicit neural representations with periodic activation functions, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> fa.sine([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.9093, 0.0, 0.9093]
"""

sine_backward: _Binary
"""sine_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sine, ``dy*f'(x)`` with ``f(x) = sin(x)``.

The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sine : the value.
sine_grad : the derivative.
sine_with_grad : value and derivative in one pass.
snake, gcu, sinc

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 (proven: at all arguments) and
0.9 in float64 (the largest seen); without FMA 0.9 and 1; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Sitzmann et al., Implicit neural representations with periodic activation functions, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> fa.sine_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.4161, 1.0, -0.4161]
"""

sine_grad: _Unary
"""sine_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sine, ``f(x) = sin(x)``, at x.

The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sine : the value.
sine_backward : the gradient at the input.
sine_with_grad : value and derivative in one pass.
snake, gcu, sinc

Notes
-----
The error is at most 0.9 units in the last place in float32 (proven: at all arguments) and 0.9 in
float64 (the largest seen); without FMA 0.9 and 1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Sitzmann et al., Implicit neural representations with periodic activation functions, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> fa.sine_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.4161, 1.0, -0.4161]
"""

sine_with_grad: _UnaryPair
"""sine_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sine and its derivative in one pass, ``f(x) = sin(x)``.

The sine, a periodic unit: SIREN, implicit representations of images, sound and shapes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sine : the value.
sine_grad : the derivative.
sine_backward : the gradient at the input.
snake, gcu, sinc

Notes
-----
The error of y is at most 0.9 units in the last place in float32 (proven: at all arguments) and 0.9
in float64 (the largest seen); that of d, at most 0.9 units in the last place in float32 (proven: at
all arguments) and 0.9 in float64 (the largest seen); without FMA 0.9 and 1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
V. Sitzmann et al., Implicit neural representations with periodic activation functions, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sine_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.9093, 0.0, 0.9093]
>>> d.round(4).tolist()
[-0.4161, 1.0, -0.4161]
"""

smish: _Unary
"""smish(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

smish: ``x*tanh(log1p(1/(1 + exp(-x))))``.

Self-gated unit with tanh around the gate of logish: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
smish_grad : the derivative.
smish_backward : the gradient at the input.
smish_with_grad : value and derivative in one pass.
logish, mish, silu

Notes
-----
The error is at most 0.9 units in the last place in float32 and 1 in float64 (the largest seen in
both); without FMA 0.9 and 1.6.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Wang et al., Smish: a novel activation function for deep learning methods, Electronics 2022

Examples
--------
>>> import fastact as fa
>>> fa.smish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.2243, 0.0, 1.1184]
"""

smish_backward: _Binary
"""smish_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of smish, ``dy*f'(x)`` with ``f(x) = x*tanh(log1p(1/(1 + exp(-x))))``.

Self-gated unit with tanh around the gate of logish: image classification.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
smish : the value.
smish_grad : the derivative.
smish_with_grad : value and derivative in one pass.
logish, mish, silu

Notes
-----
The error of f'(x) is at most 1.1 units in the last place in float32 and 1 in float64 (the largest
seen in both); without FMA 1.1 and 1.1; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Wang et al., Smish: a novel activation function for deep learning methods, Electronics 2022

Examples
--------
>>> import fastact as fa
>>> fa.smish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0731, 0.3846, 0.636]
"""

smish_grad: _Unary
"""smish_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of smish, ``f(x) = x*tanh(log1p(1/(1 + exp(-x))))``, at x.

Self-gated unit with tanh around the gate of logish: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
smish : the value.
smish_backward : the gradient at the input.
smish_with_grad : value and derivative in one pass.
logish, mish, silu

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1 in float64 (the largest seen in
both); without FMA 1.1 and 1.1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Wang et al., Smish: a novel activation function for deep learning methods, Electronics 2022

Examples
--------
>>> import fastact as fa
>>> fa.smish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0731, 0.3846, 0.636]
"""

smish_with_grad: _UnaryPair
"""smish_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

smish and its derivative in one pass, ``f(x) = x*tanh(log1p(1/(1 + exp(-x))))``.

Self-gated unit with tanh around the gate of logish: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
smish : the value.
smish_grad : the derivative.
smish_backward : the gradient at the input.
logish, mish, silu

Notes
-----
The error of y is at most 0.9 units in the last place in float32 and 1 in float64 (the largest seen
in both); without FMA 0.9 and 1.6; that of d, at most 1.1 units in the last place in float32 and 1
in float64 (the largest seen in both); without FMA 1.1 and 1.1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Wang et al., Smish: a novel activation function for deep learning methods, Electronics 2022

Examples
--------
>>> import fastact as fa
>>> y, d = fa.smish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.2243, 0.0, 1.1184]
>>> d.round(4).tolist()
[-0.0731, 0.3846, 0.636]
"""

snake: _Unary_alpha_1
"""snake(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

snake: ``where(alpha == 0, x, x + sin(alpha*x)**2/alpha)``.

Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The frequency; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
snake_grad : the derivative.
snake_backward : the gradient at the input.
snake_with_grad : value and derivative in one pass.
sine, gcu

Notes
-----
The error is at most 1 units in the last place in float32 and 1 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Ziyin et al., Neural networks fail to learn periodic functions and how to fix it, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> fa.snake([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.1732, 0.0, 2.8268]
"""

snake_backward: _Binary_alpha_1
"""snake_backward(dy, x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of snake, ``dy*f'(x)`` with ``f(x) = where(alpha == 0, x, x + sin(alpha*x)**2/alpha)``.

Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The frequency; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
snake : the value.
snake_grad : the derivative.
snake_with_grad : value and derivative in one pass.
sine, gcu

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 and 0.8 in float64 (the largest
seen in both); without FMA 0.9 and 0.9 for alpha from 0.01 to 100; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Ziyin et al., Neural networks fail to learn periodic functions and how to fix it, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> fa.snake_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[1.7568, 1.0, 0.2432]
"""

snake_grad: _Unary_alpha_1
"""snake_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of snake, ``f(x) = where(alpha == 0, x, x + sin(alpha*x)**2/alpha)``, at x.

Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The frequency; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
snake : the value.
snake_backward : the gradient at the input.
snake_with_grad : value and derivative in one pass.
sine, gcu

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.8 in float64 (the largest seen in
both); without FMA 0.9 and 0.9 for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Ziyin et al., Neural networks fail to learn periodic functions and how to fix it, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> fa.snake_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[1.7568, 1.0, 0.2432]
"""

snake_with_grad: _UnaryPair_alpha_1
"""snake_with_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

snake and its derivative in one pass, ``f(x) = where(alpha == 0, x, x + sin(alpha*x)**2/alpha)``.

Identity with a periodic ripple, for periodic data: time series, audio synthesis with BigVGAN.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The frequency; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
snake : the value.
snake_grad : the derivative.
snake_backward : the gradient at the input.
sine, gcu

Notes
-----
The error of y is at most 1 units in the last place in float32 and 1 in float64 (the largest seen in
both); that of d, at most 0.9 units in the last place in float32 and 0.8 in float64 (the largest
seen in both); without FMA 0.9 and 0.9 for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Ziyin et al., Neural networks fail to learn periodic functions and how to fix it, NeurIPS 2020

Examples
--------
>>> import fastact as fa
>>> y, d = fa.snake_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.1732, 0.0, 2.8268]
>>> d.round(4).tolist()
[1.7568, 1.0, 0.2432]
"""

soft_cap: _Unary_cap_30
"""soft_cap(x, /, cap=30.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_cap: ``cap*tanh(x/cap)``.

Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
cap : array_like, default 30
    The bound of the absolute value; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil cap > 0; where arrays do not, the result is NaN.

See Also
--------
soft_cap_grad : the derivative.
soft_cap_backward : the gradient at the input.
soft_cap_with_grad : value and derivative in one pass.
tanh, hard_tanh

Notes
-----
The error is at most 0.8 units in the last place in float32 and 1.1 in float64 (the largest seen in
both) for cap from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Gemma Team, Gemma 2: improving open language models at a practical size, 2024

Examples
--------
>>> import fastact as fa
>>> fa.soft_cap([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.997, 0.0, 1.997]
"""

soft_cap_backward: _Binary_cap_30
"""soft_cap_backward(dy, x, /, cap=30.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of soft_cap, ``dy*f'(x)`` with ``f(x) = cap*tanh(x/cap)``.

Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
cap : array_like, default 30
    The bound of the absolute value; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil cap > 0; where arrays do not, the result is NaN.

See Also
--------
soft_cap : the value.
soft_cap_grad : the derivative.
soft_cap_with_grad : value and derivative in one pass.
tanh, hard_tanh

Notes
-----
The error of f'(x) is at most 1.7 units in the last place in float32 and 1.6 in float64 (the largest
seen in both) for cap from 0.01 to 1000; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Gemma Team, Gemma 2: improving open language models at a practical size, 2024

Examples
--------
>>> import fastact as fa
>>> fa.soft_cap_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.9956, 1.0, 0.9956]
"""

soft_cap_grad: _Unary_cap_30
"""soft_cap_grad(x, /, cap=30.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of soft_cap, ``f(x) = cap*tanh(x/cap)``, at x.

Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
cap : array_like, default 30
    The bound of the absolute value; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil cap > 0; where arrays do not, the result is NaN.

See Also
--------
soft_cap : the value.
soft_cap_backward : the gradient at the input.
soft_cap_with_grad : value and derivative in one pass.
tanh, hard_tanh

Notes
-----
The error is at most 1.7 units in the last place in float32 and 1.6 in float64 (the largest seen in
both) for cap from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Gemma Team, Gemma 2: improving open language models at a practical size, 2024

Examples
--------
>>> import fastact as fa
>>> fa.soft_cap_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.9956, 1.0, 0.9956]
"""

soft_cap_with_grad: _UnaryPair_cap_30
"""soft_cap_with_grad(x, /, cap=30.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_cap and its derivative in one pass, ``f(x) = cap*tanh(x/cap)``.

Scaled tanh that keeps logits within a bound: the attention scores and final logits of Gemma 2.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
cap : array_like, default 30
    The bound of the absolute value; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil cap > 0; where arrays do not, the result is NaN.

See Also
--------
soft_cap : the value.
soft_cap_grad : the derivative.
soft_cap_backward : the gradient at the input.
tanh, hard_tanh

Notes
-----
The error of y is at most 0.8 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); that of d, at most 1.7 units in the last place in float32 and 1.6 in float64 (the
largest seen in both) for cap from 0.01 to 1000.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Gemma Team, Gemma 2: improving open language models at a practical size, 2024

Examples
--------
>>> import fastact as fa
>>> y, d = fa.soft_cap_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.997, 0.0, 1.997]
>>> d.round(4).tolist()
[0.9956, 1.0, 0.9956]
"""

soft_clipping: _Unary_alpha_1
"""soft_clipping(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_clipping: ``log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha``.

Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The steepness of the ends; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha > 0; where arrays do not, the result is NaN.

See Also
--------
soft_clipping_grad : the derivative.
soft_clipping_backward : the gradient at the input.
soft_clipping_with_grad : value and derivative in one pass.
hard_sigmoid, sigmoid, softplus

Notes
-----
The error is at most 1.7 units in the last place in float32 and 1.7 in float64 (the largest seen in
both); without FMA 1.7 and 1.6 for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Klimek, M. Perelstein, Neural network-based approach to phase space integration, 2018

Examples
--------
>>> import fastact as fa
>>> fa.soft_clipping([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0783, 0.3799, 0.8137]
"""

soft_clipping_backward: _Binary_alpha_1
"""soft_clipping_backward(dy, x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of soft_clipping, ``dy*f'(x)`` with ``f(x) = log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha``.

Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The steepness of the ends; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha > 0; where arrays do not, the result is NaN.

See Also
--------
soft_clipping : the value.
soft_clipping_grad : the derivative.
soft_clipping_with_grad : value and derivative in one pass.
hard_sigmoid, sigmoid, softplus

Notes
-----
The error of f'(x) is at most 1.2 units in the last place in float32 and 1.3 in float64 (the largest
seen in both) for alpha from 0.01 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Klimek, M. Perelstein, Neural network-based approach to phase space integration, 2018

Examples
--------
>>> import fastact as fa
>>> fa.soft_clipping_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0718, 0.2311, 0.1497]
"""

soft_clipping_grad: _Unary_alpha_1
"""soft_clipping_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of soft_clipping, ``f(x) = log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha``, at x.

Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The steepness of the ends; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha > 0; where arrays do not, the result is NaN.

See Also
--------
soft_clipping : the value.
soft_clipping_backward : the gradient at the input.
soft_clipping_with_grad : value and derivative in one pass.
hard_sigmoid, sigmoid, softplus

Notes
-----
The error is at most 1.2 units in the last place in float32 and 1.3 in float64 (the largest seen in
both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Klimek, M. Perelstein, Neural network-based approach to phase space integration, 2018

Examples
--------
>>> import fastact as fa
>>> fa.soft_clipping_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0718, 0.2311, 0.1497]
"""

soft_clipping_with_grad: _UnaryPair_alpha_1
"""soft_clipping_with_grad(x, /, alpha=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_clipping and its derivative in one pass, ``f(x) = log1p(expm1(alpha)/(1 + exp(alpha*(1 - x))))/alpha``.

Smooth clip to the interval from 0 to 1: the output layer of networks for phase space integration.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 1
    The steepness of the ends; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil alpha > 0; where arrays do not, the result is NaN.

See Also
--------
soft_clipping : the value.
soft_clipping_grad : the derivative.
soft_clipping_backward : the gradient at the input.
hard_sigmoid, sigmoid, softplus

Notes
-----
The error of y is at most 1.7 units in the last place in float32 and 1.7 in float64 (the largest
seen in both); without FMA 1.7 and 1.6; that of d, at most 1.2 units in the last place in float32
and 1.3 in float64 (the largest seen in both) for alpha from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Klimek, M. Perelstein, Neural network-based approach to phase space integration, 2018

Examples
--------
>>> import fastact as fa
>>> y, d = fa.soft_clipping_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0783, 0.3799, 0.8137]
>>> d.round(4).tolist()
[0.0718, 0.2311, 0.1497]
"""

soft_exponential: _Unary_alpha_0
"""soft_exponential(x, /, alpha=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_exponential: ``where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))``.

Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 0
    The place between a logarithm (-1), the identity (0) and the exponential (1); broadcasts against
    x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
soft_exponential_grad : the derivative.
soft_exponential_backward : the gradient at the input.
soft_exponential_with_grad : value and derivative in one pass.
exponential, identity, elu

Notes
-----
The error is at most 1.4 units in the last place in float32 and 1.4 in float64 (the largest seen in
both) for alpha from -1 to 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Godfrey, M. Gashler, A continuum among logarithmic, linear, and exponential functions, 2015

Examples
--------
>>> import fastact as fa
>>> fa.soft_exponential([-2.0, 0.0, 2.0]).round(4).tolist()
[-2.0, 0.0, 2.0]
"""

soft_exponential_backward: _Binary_alpha_0
"""soft_exponential_backward(dy, x, /, alpha=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of soft_exponential, ``dy*f'(x)`` with ``f(x) = where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))``.

Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 0
    The place between a logarithm (-1), the identity (0) and the exponential (1); broadcasts against
    x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
soft_exponential : the value.
soft_exponential_grad : the derivative.
soft_exponential_with_grad : value and derivative in one pass.
exponential, identity, elu

Notes
-----
The error of f'(x) is at most 1.5 units in the last place in float32 and 0.9 in float64 (the largest
seen in both); without FMA 1.5 and 1.5 for alpha from -1 to 0; its product with dy is rounded once
more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Godfrey, M. Gashler, A continuum among logarithmic, linear, and exponential functions, 2015

Examples
--------
>>> import fastact as fa
>>> fa.soft_exponential_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

soft_exponential_grad: _Unary_alpha_0
"""soft_exponential_grad(x, /, alpha=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of soft_exponential, ``f(x) = where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))``, at x.

Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 0
    The place between a logarithm (-1), the identity (0) and the exponential (1); broadcasts against
    x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
soft_exponential : the value.
soft_exponential_backward : the gradient at the input.
soft_exponential_with_grad : value and derivative in one pass.
exponential, identity, elu

Notes
-----
The error is at most 1.5 units in the last place in float32 and 0.9 in float64 (the largest seen in
both); without FMA 1.5 and 1.5 for alpha from -1 to 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Godfrey, M. Gashler, A continuum among logarithmic, linear, and exponential functions, 2015

Examples
--------
>>> import fastact as fa
>>> fa.soft_exponential_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 1.0, 1.0]
"""

soft_exponential_with_grad: _UnaryPair_alpha_0
"""soft_exponential_with_grad(x, /, alpha=0.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_exponential and its derivative in one pass, ``f(x) = where(alpha < 0, -log(1 - alpha*(x + alpha))/alpha, where(alpha > 0, expm1(alpha*x)/alpha + alpha, x))``.

Logarithm, identity or exponential by a learned alpha: networks that learn sums and products.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
alpha : array_like, default 0
    The place between a logarithm (-1), the identity (0) and the exponential (1); broadcasts against
    x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
soft_exponential : the value.
soft_exponential_grad : the derivative.
soft_exponential_backward : the gradient at the input.
exponential, identity, elu

Notes
-----
The error of y is at most 1.4 units in the last place in float32 and 1.4 in float64 (the largest
seen in both); that of d, at most 1.5 units in the last place in float32 and 0.9 in float64 (the
largest seen in both); without FMA 1.5 and 1.5 for alpha from -1 to 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
L. Godfrey, M. Gashler, A continuum among logarithmic, linear, and exponential functions, 2015

Examples
--------
>>> import fastact as fa
>>> y, d = fa.soft_exponential_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-2.0, 0.0, 2.0]
>>> d.round(4).tolist()
[1.0, 1.0, 1.0]
"""

soft_shrink: _Unary_lambd_0p5
"""soft_shrink(x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_shrink: ``where(abs(x) > lambd, x - sign(x)*lambd, 0)``.

Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
soft_shrink_grad : the derivative.
soft_shrink_backward : the gradient at the input.
soft_shrink_with_grad : value and derivative in one pass.
hard_shrink, shrink, tanh_shrink

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for lambd from 0 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Donoho, De-noising by soft-thresholding, 1995

Examples
--------
>>> import fastact as fa
>>> fa.soft_shrink([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.5, 0.0, 1.5]
"""

soft_shrink_backward: _Binary_lambd_0p5
"""soft_shrink_backward(dy, x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of soft_shrink, ``dy*f'(x)`` with ``f(x) = where(abs(x) > lambd, x - sign(x)*lambd, 0)``.

Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
soft_shrink : the value.
soft_shrink_grad : the derivative.
soft_shrink_with_grad : value and derivative in one pass.
hard_shrink, shrink, tanh_shrink

Notes
-----
The error of f'(x) is 0 for lambd from 0 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
D. Donoho, De-noising by soft-thresholding, 1995

Examples
--------
>>> import fastact as fa
>>> fa.soft_shrink_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 0.0, 1.0]
"""

soft_shrink_grad: _Unary_lambd_0p5
"""soft_shrink_grad(x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of soft_shrink, ``f(x) = where(abs(x) > lambd, x - sign(x)*lambd, 0)``, at x.

Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
soft_shrink : the value.
soft_shrink_backward : the gradient at the input.
soft_shrink_with_grad : value and derivative in one pass.
hard_shrink, shrink, tanh_shrink

Notes
-----
The error is 0 for lambd from 0 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Donoho, De-noising by soft-thresholding, 1995

Examples
--------
>>> import fastact as fa
>>> fa.soft_shrink_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[1.0, 0.0, 1.0]
"""

soft_shrink_with_grad: _UnaryPair_lambd_0p5
"""soft_shrink_with_grad(x, /, lambd=0.5, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

soft_shrink and its derivative in one pass, ``f(x) = where(abs(x) > lambd, x - sign(x)*lambd, 0)``.

Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
lambd : array_like, default 0.5
    The half the width of what becomes 0; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil lambd >= 0; where arrays do not, the result is NaN.

See Also
--------
soft_shrink : the value.
soft_shrink_grad : the derivative.
soft_shrink_backward : the gradient at the input.
hard_shrink, shrink, tanh_shrink

Notes
-----
The error of y is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both); that of d, 0 for lambd from 0 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
D. Donoho, De-noising by soft-thresholding, 1995

Examples
--------
>>> import fastact as fa
>>> y, d = fa.soft_shrink_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.5, 0.0, 1.5]
>>> d.round(4).tolist()
[1.0, 0.0, 1.0]
"""

@overload
def softmax(x: _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """Exponentials of `x`, divided by their sum: ``exp(x)/sum(exp(x))``.

    Stable for every finite input: nothing overflows, and small probabilities keep their accuracy down to the subnormal
    ones.  Sums are carried in twice the working precision.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`: elsewhere the result is 0, whatever stands there, infinity and NaN
        too.  A row of which nothing counts has such results alone.
    temperature : float, default 1
        A positive number that `x` is divided by, in the type that is computed in.
    sink : array_like, optional
        One more logit for each row, which takes its share and has no result of its own; it broadcasts to the shape of
        `x` without the axes.
    inf : {"limit", "nan"}, default "limit"
        What a row with a +infinity gives: the limit, in which these elements share the whole equally, or NaN.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`.  A row of -infinity alone, or with a NaN, is NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If an axis is out of range.
    ValueError
        If an axis is repeated, `temperature` is not positive and finite, `where` or `sink` does not broadcast, `inf` is
        another word, or `out` is read-only or of another shape.
    TypeError
        If `x` is complex, text or an object, `where` is not bool, or `temperature` is not a real number.

    See Also
    --------
    log_softmax : its logarithm.
    softmax_backward : its derivative, from its result.

    Notes
    -----
    The error is at most 2.2 units in the last place in float32 and 2.1 in float64 (the largest seen in both); without
    FMA 2.2 and 2.2.

    References
    ----------
    J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> fa.softmax([2.33, -1.46, 0.56]).round(3)
    array([0.838, 0.019, 0.143])
    >>> fa.softmax([1.0, np.nan, 1.0], where=[True, False, True])
    array([0.5, 0. , 0.5])
    """
@overload
def softmax(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def softmax(x: _F, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _F: ...
@overload
def softmax(x: float, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> np.float64: ...
@overload
def softmax(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def softmax(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType, dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmax(x: _K, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def softmax(x: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def softmax(x: _M, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _M: ...
@overload
def softmax(x: _Array[_F], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def softmax(x: _Nested[float], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def softmax(x: _Exact, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmax(x: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def softmax_backward(dy: _Operand, y: _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `softmax` at its input, from the gradient at its result: ``y*(dy - sum(y*dy))``.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `softmax`.
    y : array_like
        The result of `softmax`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `softmax`.
    where : array_like of bool, default True
        What counted there; elsewhere the gradient is 0, whatever stands in `dy`.
    temperature : float, default 1
        The one of that `softmax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`; 0 where y is, for finite `dy`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    softmax : whose derivative this is.
    log_softmax_backward : from the gradient at logarithms.

    Notes
    -----
    The sum is carried in twice the working precision.

    The error is at most 3.5 units in the last place of ``y*(abs(dy) + sum(y*abs(dy)))`` in float32 and 3.4 in float64
    (the largest seen in both); without FMA 3.6 and 3 for the very `y` that is given; these units and the
    smallest subnormal number are divided by the temperature.

    References
    ----------
    J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_backward([1.0, 0.0], [0.5, 0.5])
    array([ 0.25, -0.25])
    """
@overload
def softmax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def softmax_backward(dy: _F, y: _F, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, out: None = None,
    dtype: None = None) -> _F: ...
@overload
def softmax_backward(dy: float, y: float, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: None = None) -> np.float64: ...
@overload
def softmax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def softmax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType, dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmax_backward(dy: _K, y: _K | _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def softmax_backward(dy: _Reals, y: _K, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def softmax_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def softmax_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S,
    np.dtype[_F]]: ...
@overload
def softmax_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    where: ArrayLike = True, temperature: _Real = 1.0, out: None = None, dtype: None = None) -> np.matrix[tuple[int, int],
    np.dtype[_F]]: ...
@overload
def softmax_backward(dy: _Array[_F], y: _Array[_F] | _F | float, axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def softmax_backward(dy: _F | float, y: _Array[_F], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def softmax_backward(dy: _Nested[float], y: _Nested[float], axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.float64]: ...
@overload
def softmax_backward(dy: _Exact, y: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmax_backward(dy: _Reals, y: _Exact | _Integer, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmax_backward(dy: _Integer, y: _Array[np.floating[Any]], axis: _Axis = -1, *, where: ArrayLike = True,
    temperature: _Real = 1.0, out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmax_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    out: EllipsisType | None = None, dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def softmax_cross_entropy(logits: _Operand, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none", "mean",
    "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: _Out | tuple[_Out]) -> _Out:
    """Cross-entropy of `targets` and the softmax of `logits`: ``-sum(targets*log(softmax(logits)))``.

    Parameters
    ----------
    logits : array_like
        At least one axis; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them, but in float32 at least.
    targets : array_like
        The class of each row, integers of the shape of `logits` without `axis`; or a probability for each class, of the
        shape of `logits`.
    axis : int, default -1
        The axis of the classes.
    reduction : {"none", "mean", "sum"}, default "none"
        What becomes of the losses of the rows.  Their mean is weighted by the `weight` of their classes, and counts no ignored
        row; that of probabilities is over all rows.
    label_smoothing : float, default 0
        From 0 to 1: how much of each target is spread over all classes alike.
    ignore_index : int, optional
        Rows of this class have the loss 0, and no share in a mean.
    weight : array_like, optional
        A factor for each class.
    out : ndarray, optional
        Of the shape of the result.

    Returns
    -------
    ndarray or scalar
        A loss for each row, in the type of `logits`, or their mean or sum, summed in float64; the mean of no row is NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    ValueError
        If a class is not one of those that `logits` have, shapes do not match, `label_smoothing` is not from 0 to 1, or
        `reduction` is another word; there is nothing in `out` then.
    TypeError
        If classes are not integers, or `logits` are complex, text or objects.

    See Also
    --------
    softmax_cross_entropy_grad, softmax_cross_entropy_with_grad : its gradient; both in one pass.
    sigmoid_cross_entropy : for classes that do not exclude one another.

    Notes
    -----
    With m the maximum and S the sum of the other exponentials the loss of a class is ``(m - logit) + log1p(S)``: small losses
    keep their accuracy.

    The error is at most 2.7 units in the last place in float32 and 4 in float64 (the largest seen in both); without FMA
    3.3 and 3.5 for each row, with any weights and smoothing.  Below the smallest normal number the unit is the smallest
    subnormal
    one, times the sum of what weighs on the classes if that is more.

    References
    ----------
    J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990; C. Szegedy et al.,
    "Rethinking the inception architecture for computer vision", CVPR 2016 (label smoothing).

    Examples
    --------
    >>> import fastact as fa
    >>> print(fa.softmax_cross_entropy([[0.0, 0.0], [100.0, 0.0]], [1, 0]))
    [6.93147181e-01 3.72007598e-44]
    """
@overload
def softmax_cross_entropy(logits: _L, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none", "mean",
    "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> _L: ...
@overload
def softmax_cross_entropy(logits: _K, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none", "mean",
    "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> Any: ...
@overload
def softmax_cross_entropy(logits: _Array[_F] | _F, targets: ArrayLike, axis: SupportsIndex = -1, *,
    reduction: Literal["none"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: None = None) -> NDArray[_F] | _F: ...
@overload
def softmax_cross_entropy(logits: _Array[_F] | _F, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["mean",
    "sum"], label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> _F: ...
@overload
def softmax_cross_entropy(logits: _Reals, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none"] = 'none',
    label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> NDArray[np.floating[Any]] | np.floating[Any]: ...
@overload
def softmax_cross_entropy(logits: _Reals, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["mean", "sum"],
    label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> np.floating[Any]: ...

@overload
def softmax_cross_entropy_grad(logits: _Operand, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: _Out | tuple[_Out]) -> _Out:
    """The gradient of `softmax_cross_entropy` at its logits: ``softmax(logits) - targets``, scaled as the reduction asks.

    Parameters
    ----------
    logits, targets, axis, reduction, label_smoothing, ignore_index, weight
        As for `softmax_cross_entropy`.
    out : ndarray, optional
        Of the shape of `logits`, with any strides; may be `logits` itself.

    Returns
    -------
    ndarray
        Of the shape of `logits`; for the mean it is divided by what that is divided by, and 0 where that is 0.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax_cross_entropy`.

    See Also
    --------
    softmax_cross_entropy_with_grad : with the loss, in the same pass.
    log_softmax_backward : of another loss of logarithms.

    Notes
    -----
    At the class of a row it is formed as ``expm1(-loss)``, which keeps its accuracy where the probability is almost 1.

    The error is at most 4 units in the last place in float32 and 4 in float64 (the largest seen in both); without FMA
    4.6 and 3.8 for a class and no smoothing; for probabilities the unit is that of the larger of the two that are
    subtracted, and
    for a class with smoothing that of the sum of what weighs on all classes.

    References
    ----------
    As for `softmax_cross_entropy`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_cross_entropy_grad([[0.0, 0.0], [0.0, 0.0]], [1, 0], reduction="mean")
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
@overload
def softmax_cross_entropy_grad(logits: _K, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none", "mean",
    "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> _K: ...
@overload
def softmax_cross_entropy_grad(logits: _M, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none", "mean",
    "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: None = None) -> _M: ...
@overload
def softmax_cross_entropy_grad(logits: _Array[_F], targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def softmax_cross_entropy_grad(logits: _Nested[float], targets: ArrayLike, axis: SupportsIndex = -1, *,
    reduction: Literal["none", "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def softmax_cross_entropy_grad(logits: _Exact, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def softmax_cross_entropy_with_grad(logits: _Operand, targets: ArrayLike, axis: SupportsIndex = -1, *,
    reduction: Literal["none", "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[_Out, _Out2]) -> tuple[_Out, _Out2]:
    """`softmax_cross_entropy` and its gradient in one pass over the logits.

    Parameters
    ----------
    logits, targets, axis, reduction, label_smoothing, ignore_index, weight
        As for `softmax_cross_entropy`.
    out : tuple of two ndarrays or None, optional
        For the loss, of its shape, and for the gradient, of the shape of `logits`; with any strides, the second may be `logits`
        itself.  One array alone is for the gradient.

    Returns
    -------
    loss : ndarray or scalar
        As of `softmax_cross_entropy`.
    grad : ndarray
        As of `softmax_cross_entropy_grad`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax_cross_entropy`; there is nothing in either `out` then.

    See Also
    --------
    softmax_cross_entropy, softmax_cross_entropy_grad : one of the two.

    Notes
    -----
    Errors are those of `softmax_cross_entropy` and `softmax_cross_entropy_grad`, whose bits these are.

    References
    ----------
    As for `softmax_cross_entropy`.

    Examples
    --------
    >>> import fastact as fa
    >>> loss, grad = fa.softmax_cross_entropy_with_grad([[0.0, 0.0]], [[0.5, 0.5]], reduction="sum")
    >>> round(float(loss), 3), grad
    (0.693, array([[0., 0.]]))
    """
@overload
def softmax_cross_entropy_with_grad(logits: _Reals, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[_Out, None]) -> tuple[_Out, NDArray[np.floating[Any]]]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _Reals, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: _Out2 | tuple[None, _Out2]) -> tuple[NDArray[np.floating[Any]] | np.floating[Any],
    _Out2]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _L, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[None, None] | None = None) -> tuple[_L, _L]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _K, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["none",
    "mean", "sum"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[None, None] | None = None) -> tuple[Any, _K]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _Array[_F] | _F, targets: ArrayLike, axis: SupportsIndex = -1, *,
    reduction: Literal["none"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[None, None] | None = None) -> tuple[NDArray[_F] | _F, NDArray[_F]]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _Array[_F] | _F, targets: ArrayLike, axis: SupportsIndex = -1, *,
    reduction: Literal["mean", "sum"], label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[None, None] | None = None) -> tuple[_F, NDArray[_F]]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _Reals, targets: ArrayLike, axis: SupportsIndex = -1, *,
    reduction: Literal["none"] = 'none', label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None, out: tuple[None,
    None] | None = None) -> tuple[NDArray[np.floating[Any]] | np.floating[Any], NDArray[np.floating[Any]]]: ...
@overload
def softmax_cross_entropy_with_grad(logits: _Reals, targets: ArrayLike, axis: SupportsIndex = -1, *, reduction: Literal["mean",
    "sum"], label_smoothing: _Real = 0.0, ignore_index: SupportsIndex | None = None, weight: ArrayLike | None = None,
    out: tuple[None, None] | None = None) -> tuple[np.floating[Any], NDArray[np.floating[Any]]]: ...

def softmax_merge(parts: Iterable[SoftmaxPartial]) -> SoftmaxPartial:
    """The whole of several disjoint parts of the same rows.

    Parameters
    ----------
    parts : iterable of SoftmaxPartial
        At least one; their arrays broadcast.

    Returns
    -------
    SoftmaxPartial
        Of all their elements; the same within its rounding for every order of merging, and from merged parts too.

    Raises
    ------
    ValueError
        If there is no part, or shapes do not broadcast.
    TypeError
        If a part is of another type.

    See Also
    --------
    softmax_partial : which makes the parts.
    online_logsumexp : of chunks that come one after another.

    Notes
    -----
    Sums are carried in two words of float64, and so are the factors ``exp(maximum - largest maximum)``.

    The error is at most 2.6 units in the last place in float32 and 5 in float64 (the largest seen in both); without FMA
    2.5 and 5.1 for the probabilities ``softmax(chunk)`` of what was merged.

    References
    ----------
    As for `softmax_partial`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmax_merge([fa.softmax_partial([0.0]), fa.softmax_partial([0.0, 0.0])]).sum
    array([3.])
    """

def softmax_partial(x: _Operand, axis: _Axis = -1, *, where: ArrayLike = True) -> SoftmaxPartial:
    """The maximum and the sum of exponentials of a chunk of rows, to be merged with those of the other chunks.

    The building block for rows that are split over chunks, processes or machines.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes to sum over; None takes them all.
    where : array_like of bool, default True
        What counts, broadcast to the shape of `x`.

    Returns
    -------
    SoftmaxPartial
        A named tuple of arrays `maximum`, `sum` and `rest`, of the shape of `x` with the axes of length 1; it has the methods
        ``logsumexp()`` and ``softmax(chunk)``.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`.

    See Also
    --------
    softmax_merge : of several parts.
    online_logsumexp : of chunks that come one after another.

    Notes
    -----
    The sum is carried in two words of the type that is computed in.

    The error is at most 0.5 units in the last place of the sum, in the type of `x` in float32 and 2.5 in float64 (the
    largest seen in both).

    References
    ----------
    M. Milakov, N. Gimelshein, "Online normalizer calculation for softmax", 2018.

    Examples
    --------
    >>> import fastact as fa
    >>> import numpy as np
    >>> x = np.array([1.0, 2.0, 3.0, 4.0])
    >>> whole = fa.softmax_merge([fa.softmax_partial(x[:2]), fa.softmax_partial(x[2:])])
    >>> bool(whole.logsumexp()[0] == fa.logsumexp(x))
    True
    """

@overload
def softmin(x: _Operand, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """`softmax` of -x, ``exp(-x)/sum(exp(-x))``: the smallest elements get the largest shares.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    where, temperature, sink, inf, out, dtype
        As for `softmax`; a sink stands beside -x, and it is an element of -infinity that `inf` speaks of.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `softmax`.

    See Also
    --------
    softmax_backward : with a minus sign, its derivative, from its result.

    Notes
    -----
    The error is at most 2.3 units in the last place in float32 and 2.2 in float64 (the largest seen in both); without
    FMA 2.2 and 2.2.

    References
    ----------
    A. Paszke et al., "PyTorch: an imperative style, high-performance deep learning library", NeurIPS 2019.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.softmin([0.0, 0.0, 1000.0])
    array([0.5, 0.5, 0. ])
    """
@overload
def softmin(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def softmin(x: _F, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _F: ...
@overload
def softmin(x: float, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> np.float64: ...
@overload
def softmin(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def softmin(x: _Scalar, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType, dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmin(x: _K, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def softmin(x: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def softmin(x: _M, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: None = None, dtype: None = None) -> _M: ...
@overload
def softmin(x: _Array[_F], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def softmin(x: _Nested[float], axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0,
    sink: ArrayLike | None = None, inf: _Inf = 'limit', out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def softmin(x: _Exact, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def softmin(x: _Reals, axis: _Axis = -1, *, where: ArrayLike = True, temperature: _Real = 1.0, sink: ArrayLike | None = None,
    inf: _Inf = 'limit', out: EllipsisType | None = None, dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

softplus: _Unary_beta_1
"""softplus(x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

softplus: ``log1p(exp(beta*x))/beta``.

Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil beta != 0; where arrays do not, the result is NaN.

See Also
--------
softplus_grad : the derivative.
softplus_backward : the gradient at the input.
softplus_with_grad : value and derivative in one pass.
softplus_grad_from_output : the derivative from the value.
softplus_backward_from_output : the gradient at the input from the value.
relu, squareplus, log_sigmoid, logsumexp

Notes
-----
The error is at most 2.2 units in the last place in float32 and 1.7 in float64 (the largest seen in
both); without FMA 2.3 and 2.2 for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS
2000

Examples
--------
>>> import fastact as fa
>>> fa.softplus([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1269, 0.6931, 2.1269]
"""

softplus_backward: _Binary_beta_1
"""softplus_backward(dy, x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of softplus, ``dy*f'(x)`` with ``f(x) = log1p(exp(beta*x))/beta``.

Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil beta != 0; where arrays do not, the result is NaN.

See Also
--------
softplus : the value.
softplus_grad : the derivative.
softplus_with_grad : value and derivative in one pass.
softplus_grad_from_output : the derivative from the value.
softplus_backward_from_output : the gradient at the input from the value.
relu, squareplus, log_sigmoid, logsumexp

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both) for beta from 0.01 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS
2000

Examples
--------
>>> import fastact as fa
>>> fa.softplus_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1192, 0.5, 0.8808]
"""

softplus_backward_from_output: _Binary_beta_1
"""softplus_backward_from_output(dy, y, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of softplus from its result y: ``dy*(-expm1(-beta*y))``.

Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil beta != 0; where arrays do not, the result is NaN.

See Also
--------
softplus : the value.
softplus_grad : the derivative.
softplus_backward : the gradient at the input.
softplus_with_grad : value and derivative in one pass.
softplus_grad_from_output : the derivative from the value.
relu, squareplus, log_sigmoid, logsumexp

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 and 1 in float64 (the largest
seen in both); without FMA 0.9 and 1.6 for beta from 0.01 to 100; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS
2000

Examples
--------
>>> import fastact as fa
>>> fa.softplus_backward_from_output([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[0.2212, 0.3935, 0.5276]
"""

softplus_grad: _Unary_beta_1
"""softplus_grad(x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of softplus, ``f(x) = log1p(exp(beta*x))/beta``, at x.

Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil beta != 0; where arrays do not, the result is NaN.

See Also
--------
softplus : the value.
softplus_backward : the gradient at the input.
softplus_with_grad : value and derivative in one pass.
softplus_grad_from_output : the derivative from the value.
softplus_backward_from_output : the gradient at the input from the value.
relu, squareplus, log_sigmoid, logsumexp

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both) for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS
2000

Examples
--------
>>> import fastact as fa
>>> fa.softplus_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1192, 0.5, 0.8808]
"""

softplus_grad_from_output: _Unary_beta_1
"""softplus_grad_from_output(y, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of softplus from its result y: ``-expm1(-beta*y)``.

Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against y.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil beta != 0; where arrays do not, the result is NaN.

See Also
--------
softplus : the value.
softplus_grad : the derivative.
softplus_backward : the gradient at the input.
softplus_with_grad : value and derivative in one pass.
softplus_backward_from_output : the gradient at the input from the value.
relu, squareplus, log_sigmoid, logsumexp

Notes
-----
The error is at most 0.9 units in the last place in float32 and 1 in float64 (the largest seen in
both); without FMA 0.9 and 1.6 for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS
2000

Examples
--------
>>> import fastact as fa
>>> fa.softplus_grad_from_output([0.25, 0.5, 0.75]).round(4).tolist()
[0.2212, 0.3935, 0.5276]
"""

softplus_with_grad: _UnaryPair_beta_1
"""softplus_with_grad(x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

softplus and its derivative in one pass, ``f(x) = log1p(exp(beta*x))/beta``.

Smooth rectifier with positive values: variances in probabilistic models, the step sizes of Mamba.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil beta != 0; where arrays do not, the result is NaN.

See Also
--------
softplus : the value.
softplus_grad : the derivative.
softplus_backward : the gradient at the input.
softplus_grad_from_output : the derivative from the value.
softplus_backward_from_output : the gradient at the input from the value.
relu, squareplus, log_sigmoid, logsumexp

Notes
-----
The error of y is at most 2.2 units in the last place in float32 and 1.7 in float64 (the largest
seen in both); without FMA 2.3 and 2.2; that of d, at most 1.6 units in the last place in float32
and 1.6 in float64 (the largest seen in both) for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS
2000

Examples
--------
>>> import fastact as fa
>>> y, d = fa.softplus_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.1269, 0.6931, 2.1269]
>>> d.round(4).tolist()
[0.1192, 0.5, 0.8808]
"""

softsign: _Unary
"""softsign(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

softsign: ``x/(1 + abs(x))``.

Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
softsign_grad : the derivative.
softsign_backward : the gradient at the input.
softsign_with_grad : value and derivative in one pass.
softsign_grad_from_output : the derivative from the value.
softsign_backward_from_output : the gradient at the input from the value.
tanh, isru, arctan

Notes
-----
The error is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Bergstra et al., Quadratic polynomials learn better image features, 2009

Examples
--------
>>> import fastact as fa
>>> fa.softsign([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.6667, 0.0, 0.6667]
"""

softsign_backward: _Binary
"""softsign_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of softsign, ``dy*f'(x)`` with ``f(x) = x/(1 + abs(x))``.

Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
softsign : the value.
softsign_grad : the derivative.
softsign_with_grad : value and derivative in one pass.
softsign_grad_from_output : the derivative from the value.
softsign_backward_from_output : the gradient at the input from the value.
tanh, isru, arctan

Notes
-----
The error of f'(x) is at most 1.3 units in the last place in float32 (proven: at all arguments) and
1.3 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Bergstra et al., Quadratic polynomials learn better image features, 2009

Examples
--------
>>> import fastact as fa
>>> fa.softsign_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1111, 1.0, 0.1111]
"""

softsign_backward_from_output: _Binary
"""softsign_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of softsign from its result y: ``dy*((1 - abs(y))**2)``.

Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
softsign : the value.
softsign_grad : the derivative.
softsign_backward : the gradient at the input.
softsign_with_grad : value and derivative in one pass.
softsign_grad_from_output : the derivative from the value.
tanh, isru, arctan

Notes
-----
The error of f'(x) is at most 0.5 units in the last place in float32 (proven: at all arguments) and
0.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Bergstra et al., Quadratic polynomials learn better image features, 2009

Examples
--------
>>> import fastact as fa
>>> fa.softsign_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[0.0625, 0.25, 0.5625]
"""

softsign_grad: _Unary
"""softsign_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of softsign, ``f(x) = x/(1 + abs(x))``, at x.

Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
softsign : the value.
softsign_backward : the gradient at the input.
softsign_with_grad : value and derivative in one pass.
softsign_grad_from_output : the derivative from the value.
softsign_backward_from_output : the gradient at the input from the value.
tanh, isru, arctan

Notes
-----
The error is at most 1.3 units in the last place in float32 (proven: at all arguments) and 1.3 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Bergstra et al., Quadratic polynomials learn better image features, 2009

Examples
--------
>>> import fastact as fa
>>> fa.softsign_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1111, 1.0, 0.1111]
"""

softsign_grad_from_output: _Unary
"""softsign_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of softsign from its result y: ``(1 - abs(y))**2``.

Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
softsign : the value.
softsign_grad : the derivative.
softsign_backward : the gradient at the input.
softsign_with_grad : value and derivative in one pass.
softsign_backward_from_output : the gradient at the input from the value.
tanh, isru, arctan

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Bergstra et al., Quadratic polynomials learn better image features, 2009

Examples
--------
>>> import fastact as fa
>>> fa.softsign_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[0.0625, 0.25, 0.5625]
"""

softsign_with_grad: _UnaryPair
"""softsign_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

softsign and its derivative in one pass, ``f(x) = x/(1 + abs(x))``.

Algebraic sigmoid that saturates more slowly than tanh: deep feed-forward networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
softsign : the value.
softsign_grad : the derivative.
softsign_backward : the gradient at the input.
softsign_grad_from_output : the derivative from the value.
softsign_backward_from_output : the gradient at the input from the value.
tanh, isru, arctan

Notes
-----
The error of y is at most 1.5 units in the last place in float32 (proven: at all arguments) and 1.6
in float64 (the largest seen); that of d, at most 1.3 units in the last place in float32 (proven: at
all arguments) and 1.3 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Bergstra et al., Quadratic polynomials learn better image features, 2009

Examples
--------
>>> import fastact as fa
>>> y, d = fa.softsign_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.6667, 0.0, 0.6667]
>>> d.round(4).tolist()
[0.1111, 1.0, 0.1111]
"""

sparse_plus: _Unary
"""sparse_plus(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sparse_plus: ``where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)``.

Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_plus_grad : the derivative.
sparse_plus_backward : the gradient at the input.
sparse_plus_with_grad : value and derivative in one pass.
sparse_sigmoid, softplus, squareplus, sparsemax

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Blondel et al., Learning with Fenchel-Young losses, JMLR 2020: the loss of sparsemax with two
classes

Examples
--------
>>> import fastact as fa
>>> fa.sparse_plus([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.25, 2.0]
"""

sparse_plus_backward: _Binary
"""sparse_plus_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sparse_plus, ``dy*f'(x)`` with ``f(x) = where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)``.

Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_plus : the value.
sparse_plus_grad : the derivative.
sparse_plus_with_grad : value and derivative in one pass.
sparse_sigmoid, softplus, squareplus, sparsemax

Notes
-----
The error of f'(x) is at most 0.5 units in the last place in float32 (proven: at all arguments) and
0.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
M. Blondel et al., Learning with Fenchel-Young losses, JMLR 2020: the loss of sparsemax with two
classes

Examples
--------
>>> import fastact as fa
>>> fa.sparse_plus_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.5, 1.0]
"""

sparse_plus_grad: _Unary
"""sparse_plus_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sparse_plus, ``f(x) = where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)``, at x.

Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_plus : the value.
sparse_plus_backward : the gradient at the input.
sparse_plus_with_grad : value and derivative in one pass.
sparse_sigmoid, softplus, squareplus, sparsemax

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Blondel et al., Learning with Fenchel-Young losses, JMLR 2020: the loss of sparsemax with two
classes

Examples
--------
>>> import fastact as fa
>>> fa.sparse_plus_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.5, 1.0]
"""

sparse_plus_with_grad: _UnaryPair
"""sparse_plus_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sparse_plus and its derivative in one pass, ``f(x) = where(x > -1, where(x < 1, (x + 1)**2/4, x), 0)``.

Quadratic softplus, exactly zero below -1: the loss of sparsemax with two classes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_plus : the value.
sparse_plus_grad : the derivative.
sparse_plus_backward : the gradient at the input.
sparse_sigmoid, softplus, squareplus, sparsemax

Notes
-----
The error of y is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6
in float64 (the largest seen); that of d, at most 0.5 units in the last place in float32 (proven: at
all arguments) and 0.6 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
M. Blondel et al., Learning with Fenchel-Young losses, JMLR 2020: the loss of sparsemax with two
classes

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sparse_plus_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.25, 2.0]
>>> d.round(4).tolist()
[0.0, 0.5, 1.0]
"""

sparse_sigmoid: _Unary
"""sparse_sigmoid(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sparse_sigmoid: ``minimum(maximum((x + 1)/2, 0), 1)``.

Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_sigmoid_grad : the derivative.
sparse_sigmoid_backward : the gradient at the input.
sparse_sigmoid_with_grad : value and derivative in one pass.
sparsemax, sparse_plus, hard_sigmoid, entmax15

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Martins, R. Astudillo, From softmax to sparsemax, ICML 2016: sparsemax with two classes

Examples
--------
>>> import fastact as fa
>>> fa.sparse_sigmoid([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.5, 1.0]
"""

sparse_sigmoid_backward: _Binary
"""sparse_sigmoid_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sparse_sigmoid, ``dy*f'(x)`` with ``f(x) = minimum(maximum((x + 1)/2, 0), 1)``.

Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_sigmoid : the value.
sparse_sigmoid_grad : the derivative.
sparse_sigmoid_with_grad : value and derivative in one pass.
sparsemax, sparse_plus, hard_sigmoid, entmax15

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Martins, R. Astudillo, From softmax to sparsemax, ICML 2016: sparsemax with two classes

Examples
--------
>>> import fastact as fa
>>> fa.sparse_sigmoid_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.5, 0.0]
"""

sparse_sigmoid_grad: _Unary
"""sparse_sigmoid_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sparse_sigmoid, ``f(x) = minimum(maximum((x + 1)/2, 0), 1)``, at x.

Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_sigmoid : the value.
sparse_sigmoid_backward : the gradient at the input.
sparse_sigmoid_with_grad : value and derivative in one pass.
sparsemax, sparse_plus, hard_sigmoid, entmax15

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Martins, R. Astudillo, From softmax to sparsemax, ICML 2016: sparsemax with two classes

Examples
--------
>>> import fastact as fa
>>> fa.sparse_sigmoid_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.5, 0.0]
"""

sparse_sigmoid_with_grad: _UnaryPair
"""sparse_sigmoid_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sparse_sigmoid and its derivative in one pass, ``f(x) = minimum(maximum((x + 1)/2, 0), 1)``.

Sparsemax of two classes: binary probabilities that can be exactly 0 or 1.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sparse_sigmoid : the value.
sparse_sigmoid_grad : the derivative.
sparse_sigmoid_backward : the gradient at the input.
sparsemax, sparse_plus, hard_sigmoid, entmax15

Notes
-----
The error of y is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6
in float64 (the largest seen); that of d, 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Martins, R. Astudillo, From softmax to sparsemax, ICML 2016: sparsemax with two classes

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sparse_sigmoid_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.5, 1.0]
>>> d.round(4).tolist()
[0.0, 0.5, 0.0]
"""

@overload
def sparsemax(x: _Operand, axis: _Axis = -1, *, out: _Out | tuple[_Out], dtype: DTypeLike | None = None) -> _Out:
    """The probabilities nearest to `x`: ``maximum(x - tau, 0)``, tau such that their sum is 1.

    That is the Euclidean projection onto the simplex.  It is found by a search for tau, without a sort; differences and sums
    are carried in twice the working precision, so small probabilities keep their accuracy.

    Parameters
    ----------
    x : array_like
        Any shape; float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, tuple of int or None, default -1
        The axis or axes whose elements sum to 1; None takes them all.
    out : ndarray, optional
        Of the shape of `x`, with any strides; may be `x` itself.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the shape of `x`.  Where an element is +infinity it shares the whole with its equals; an element of -infinity gets
        0; a row of -infinity alone, or with a NaN, is NaN.

    Raises
    ------
    numpy.exceptions.AxisError
        If an axis is out of range.
    ValueError
        If an axis is repeated, or `out` is read-only or of another shape.
    TypeError
        If `x` is complex, text or an object.

    See Also
    --------
    entmax15, entmax : between this and `softmax`.
    sparsemax_backward : its derivative, from its result.

    Notes
    -----
    The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in both).  The
    exact sum of the probabilities is within half an epsilon of 1.

    References
    ----------
    A. Martins, R. Astudillo, "From softmax to sparsemax: a sparse model of attention and multi-label classification",
    ICML 2016.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sparsemax([1.5, 1.0, 0.0])
    array([0.75, 0.25, 0.  ])
    """
@overload
def sparsemax(x: _Scalar, axis: _Axis = -1, *, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def sparsemax(x: _F, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _F: ...
@overload
def sparsemax(x: float, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> np.float64: ...
@overload
def sparsemax(x: _Scalar, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def sparsemax(x: _Scalar, axis: _Axis = -1, *, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def sparsemax(x: _K, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def sparsemax(x: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None, dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def sparsemax(x: _M, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _M: ...
@overload
def sparsemax(x: _Array[_F], axis: _Axis = -1, *, out: EllipsisType | None = None, dtype: None = None) -> NDArray[_F]: ...
@overload
def sparsemax(x: _Nested[float], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def sparsemax(x: _Exact, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def sparsemax(x: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

@overload
def sparsemax_backward(dy: _Operand, y: _Operand, axis: _Axis = -1, *, out: _Out | tuple[_Out],
    dtype: DTypeLike | None = None) -> _Out:
    """The gradient of `sparsemax` at its input, from that at its result: ``dy - mean(dy)`` where y is positive, else 0.

    The mean is that over the elements where y is positive; what `dy` is elsewhere does not matter, NaN neither.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result; types as for `sparsemax`.
    y : array_like
        The result of `sparsemax`; broadcasts against `dy`.
    axis : int, tuple of int or None, default -1
        The axis of that `sparsemax`.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be `dy` or `y`.
    dtype : dtype, optional
        The type to compute in and to return.

    Returns
    -------
    ndarray
        Of the common shape of `dy` and `y`.

    Raises
    ------
    numpy.exceptions.AxisError, ValueError, TypeError
        As `sparsemax`; ValueError too if `dy` and `y` do not broadcast.

    See Also
    --------
    sparsemax : whose derivative this is.

    Notes
    -----
    Sums are carried in twice the working precision.

    The error is at most 1.2 epsilons of ``abs(dy) + max(abs(dy))`` in float32 and 1.1 in float64 (the largest seen in
    both); without FMA 0.6 and 0.6, the maximum that of a row where y is positive.

    References
    ----------
    As for `sparsemax`.

    Examples
    --------
    >>> import fastact as fa
    >>> fa.sparsemax_backward([1.0, 0.0, 5.0], [0.75, 0.25, 0.0])
    array([ 0.5, -0.5,  0. ])
    """
@overload
def sparsemax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, out: None = None, dtype: _DTypeOf[_D]) -> _D: ...
@overload
def sparsemax_backward(dy: _F, y: _F, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> _F: ...
@overload
def sparsemax_backward(dy: float, y: float, axis: _Axis = -1, *, out: None = None, dtype: None = None) -> np.float64: ...
@overload
def sparsemax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> np.floating[Any]: ...
@overload
def sparsemax_backward(dy: _Scalar, y: _Scalar, axis: _Axis = -1, *, out: EllipsisType,
    dtype: DTypeLike | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def sparsemax_backward(dy: _K, y: _K | _Operand, axis: _Axis = -1, *, out: None = None,
    dtype: DTypeLike | None = None) -> _K: ...
@overload
def sparsemax_backward(dy: _Reals, y: _K, axis: _Axis = -1, *, out: None = None, dtype: DTypeLike | None = None) -> _K: ...
@overload
def sparsemax_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: _DTypeOf[_D]) -> NDArray[_D]: ...
@overload
def sparsemax_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    out: None = None, dtype: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def sparsemax_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], y: _Array[_F] | _F | float, axis: _Axis = -1, *,
    out: None = None, dtype: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def sparsemax_backward(dy: _Array[_F], y: _Array[_F] | _F | float, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def sparsemax_backward(dy: _F | float, y: _Array[_F], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[_F]: ...
@overload
def sparsemax_backward(dy: _Nested[float], y: _Nested[float], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.float64]: ...
@overload
def sparsemax_backward(dy: _Exact, y: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def sparsemax_backward(dy: _Reals, y: _Exact | _Integer, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def sparsemax_backward(dy: _Integer, y: _Array[np.floating[Any]], axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: None = None) -> NDArray[np.floating[Any]]: ...
@overload
def sparsemax_backward(dy: _Reals, y: _Reals, axis: _Axis = -1, *, out: EllipsisType | None = None,
    dtype: DTypeLike) -> NDArray[np.floating[Any]]: ...

sq_rbf: _Unary
"""sq_rbf(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sq_rbf: ``where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))``.

Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sq_rbf_grad : the derivative.
sq_rbf_backward : the gradient at the input.
sq_rbf_with_grad : value and derivative in one pass.
gaussian, sqnl

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Wuraola, N. Patel, Computationally efficient radial basis function, ICONIP 2018

Examples
--------
>>> import fastact as fa
>>> fa.sq_rbf([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 1.0, 0.0]
"""

sq_rbf_backward: _Binary
"""sq_rbf_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sq_rbf, ``dy*f'(x)`` with ``f(x) = where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))``.

Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sq_rbf : the value.
sq_rbf_grad : the derivative.
sq_rbf_with_grad : value and derivative in one pass.
gaussian, sqnl

Notes
-----
The error of f'(x) is 0; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Wuraola, N. Patel, Computationally efficient radial basis function, ICONIP 2018

Examples
--------
>>> import fastact as fa
>>> fa.sq_rbf_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, -0.0, 0.0]
"""

sq_rbf_grad: _Unary
"""sq_rbf_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sq_rbf, ``f(x) = where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))``, at x.

Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sq_rbf : the value.
sq_rbf_backward : the gradient at the input.
sq_rbf_with_grad : value and derivative in one pass.
gaussian, sqnl

Notes
-----
The error is 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Wuraola, N. Patel, Computationally efficient radial basis function, ICONIP 2018

Examples
--------
>>> import fastact as fa
>>> fa.sq_rbf_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, -0.0, -0.0]
"""

sq_rbf_with_grad: _UnaryPair
"""sq_rbf_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sq_rbf and its derivative in one pass, ``f(x) = where(abs(x) <= 1, 1 - x**2/2, where(abs(x) < 2, (2 - abs(x))**2/2, 0))``.

Square-law bell of parabolas, zero beyond 2: a cheaper Gaussian for radial basis function networks.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sq_rbf : the value.
sq_rbf_grad : the derivative.
sq_rbf_backward : the gradient at the input.
gaussian, sqnl

Notes
-----
The error of y is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6
in float64 (the largest seen); that of d, 0.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Wuraola, N. Patel, Computationally efficient radial basis function, ICONIP 2018

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sq_rbf_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 1.0, 0.0]
>>> d.round(4).tolist()
[0.0, -0.0, -0.0]
"""

sqnl: _Unary
"""sqnl(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sqnl: ``where(abs(x) < 2, x - x*abs(x)/4, sign(x))``.

Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sqnl_grad : the derivative.
sqnl_backward : the gradient at the input.
sqnl_with_grad : value and derivative in one pass.
tanh, hard_tanh, softsign, sq_rbf

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018

Examples
--------
>>> import fastact as fa
>>> fa.sqnl([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.0, 0.0, 1.0]
"""

sqnl_backward: _Binary
"""sqnl_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of sqnl, ``dy*f'(x)`` with ``f(x) = where(abs(x) < 2, x - x*abs(x)/4, sign(x))``.

Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sqnl : the value.
sqnl_grad : the derivative.
sqnl_with_grad : value and derivative in one pass.
tanh, hard_tanh, softsign, sq_rbf

Notes
-----
The error of f'(x) is at most 0.5 units in the last place in float32 (proven: at all arguments) and
0.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018

Examples
--------
>>> import fastact as fa
>>> fa.sqnl_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 1.0, 0.0]
"""

sqnl_grad: _Unary
"""sqnl_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of sqnl, ``f(x) = where(abs(x) < 2, x - x*abs(x)/4, sign(x))``, at x.

Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sqnl : the value.
sqnl_backward : the gradient at the input.
sqnl_with_grad : value and derivative in one pass.
tanh, hard_tanh, softsign, sq_rbf

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018

Examples
--------
>>> import fastact as fa
>>> fa.sqnl_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 1.0, 0.0]
"""

sqnl_with_grad: _UnaryPair
"""sqnl_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

sqnl and its derivative in one pass, ``f(x) = where(abs(x) < 2, x - x*abs(x)/4, sign(x))``.

Square nonlinearity, a sigmoid of two parabolas: a cheaper tanh without an exponential.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
sqnl : the value.
sqnl_grad : the derivative.
sqnl_backward : the gradient at the input.
tanh, hard_tanh, softsign, sq_rbf

Notes
-----
The error of y is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6
in float64 (the largest seen); that of d, at most 0.5 units in the last place in float32 (proven: at
all arguments) and 0.6 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018

Examples
--------
>>> import fastact as fa
>>> y, d = fa.sqnl_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.0, 0.0, 1.0]
>>> d.round(4).tolist()
[0.0, 1.0, 0.0]
"""

squareplus: _Unary_b_4
"""squareplus(x, /, b=4.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

squareplus: ``(x + sqrt(x**2 + b))/2``.

Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like, default 4
    The width of the bend, squared; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil b >= 0; where arrays do not, the result is NaN.

See Also
--------
squareplus_grad : the derivative.
squareplus_backward : the gradient at the input.
squareplus_with_grad : value and derivative in one pass.
softplus, relu, sparse_plus

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both) for b from 0.001 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Squareplus: a softplus-like algebraic rectifier, 2021

Examples
--------
>>> import fastact as fa
>>> fa.squareplus([-2.0, 0.0, 2.0]).round(4).tolist()
[0.4142, 1.0, 2.4142]
"""

squareplus_backward: _Binary_b_4
"""squareplus_backward(dy, x, /, b=4.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of squareplus, ``dy*f'(x)`` with ``f(x) = (x + sqrt(x**2 + b))/2``.

Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like, default 4
    The width of the bend, squared; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil b >= 0; where arrays do not, the result is NaN.

See Also
--------
squareplus : the value.
squareplus_grad : the derivative.
squareplus_with_grad : value and derivative in one pass.
softplus, relu, sparse_plus

Notes
-----
The error of f'(x) is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both) for b from 0.001 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Squareplus: a softplus-like algebraic rectifier, 2021

Examples
--------
>>> import fastact as fa
>>> fa.squareplus_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.1464, 0.5, 0.8536]
"""

squareplus_grad: _Unary_b_4
"""squareplus_grad(x, /, b=4.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of squareplus, ``f(x) = (x + sqrt(x**2 + b))/2``, at x.

Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like, default 4
    The width of the bend, squared; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil b >= 0; where arrays do not, the result is NaN.

See Also
--------
squareplus : the value.
squareplus_backward : the gradient at the input.
squareplus_with_grad : value and derivative in one pass.
softplus, relu, sparse_plus

Notes
-----
The error is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest seen in
both) for b from 0.001 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Squareplus: a softplus-like algebraic rectifier, 2021

Examples
--------
>>> import fastact as fa
>>> fa.squareplus_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.1464, 0.5, 0.8536]
"""

squareplus_with_grad: _UnaryPair_b_4
"""squareplus_with_grad(x, /, b=4.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

squareplus and its derivative in one pass, ``f(x) = (x + sqrt(x**2 + b))/2``.

Algebraic softplus, a smooth rectifier for hardware where exponential and logarithm are slow.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like, default 4
    The width of the bend, squared; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil b >= 0; where arrays do not, the result is NaN.

See Also
--------
squareplus : the value.
squareplus_grad : the derivative.
squareplus_backward : the gradient at the input.
softplus, relu, sparse_plus

Notes
-----
The error of y is at most 0.9 units in the last place in float32 and 0.9 in float64 (the largest
seen in both); that of d, at most 0.9 units in the last place in float32 and 0.9 in float64 (the
largest seen in both) for b from 0.001 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Barron, Squareplus: a softplus-like algebraic rectifier, 2021

Examples
--------
>>> import fastact as fa
>>> y, d = fa.squareplus_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.4142, 1.0, 2.4142]
>>> d.round(4).tolist()
[0.1464, 0.5, 0.8536]
"""

srelu: _Unary_t_left_a_left_t_right_a_right
"""srelu(x, /, t_left, a_left, t_right, a_right, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

srelu: ``where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))``.

S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
t_left : array_like, required
    The lower corner; broadcasts against x.
a_left : array_like, required
    The slope below t_left; broadcasts against x.
t_right : array_like, required
    The upper corner; broadcasts against x.
a_right : array_like, required
    The slope above t_right; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil t_left <= t_right; where arrays do not, the result is NaN.

See Also
--------
srelu_grad : the derivative.
srelu_backward : the gradient at the input.
srelu_with_grad : value and derivative in one pass.
prelu, plu, maxout

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.1 and 1.7 for t_left from -10 to 0 and a_left from 0 to 2 and t_right from 0.01
to 10 and a_right from 0 to 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Jin et al., Deep learning with S-shaped rectified linear activation units, AAAI 2016

Examples
--------
>>> import fastact as fa
>>> fa.srelu([-2.0, 0.0, 2.0], 0.2, 0.3, 0.4, 0.5).round(4).tolist()
[-0.46, 0.14, 1.2]
"""

srelu_backward: _Binary_t_left_a_left_t_right_a_right
"""srelu_backward(dy, x, /, t_left, a_left, t_right, a_right, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of srelu, ``dy*f'(x)`` with ``f(x) = where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))``.

S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
t_left : array_like, required
    The lower corner; broadcasts against x.
a_left : array_like, required
    The slope below t_left; broadcasts against x.
t_right : array_like, required
    The upper corner; broadcasts against x.
a_right : array_like, required
    The slope above t_right; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil t_left <= t_right; where arrays do not, the result is NaN.

See Also
--------
srelu : the value.
srelu_grad : the derivative.
srelu_with_grad : value and derivative in one pass.
prelu, plu, maxout

Notes
-----
The error of f'(x) is 0 for t_left from -10 to 0 and a_left from 0 to 2 and t_right from 0.01 to 10
and a_right from 0 to 2; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Jin et al., Deep learning with S-shaped rectified linear activation units, AAAI 2016

Examples
--------
>>> import fastact as fa
>>> fa.srelu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0], 0.2, 0.3, 0.4, 0.5).round(4).tolist()
[0.3, 0.3, 0.5]
"""

srelu_grad: _Unary_t_left_a_left_t_right_a_right
"""srelu_grad(x, /, t_left, a_left, t_right, a_right, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of srelu, ``f(x) = where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))``, at x.

S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
t_left : array_like, required
    The lower corner; broadcasts against x.
a_left : array_like, required
    The slope below t_left; broadcasts against x.
t_right : array_like, required
    The upper corner; broadcasts against x.
a_right : array_like, required
    The slope above t_right; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil t_left <= t_right; where arrays do not, the result is NaN.

See Also
--------
srelu : the value.
srelu_backward : the gradient at the input.
srelu_with_grad : value and derivative in one pass.
prelu, plu, maxout

Notes
-----
The error is 0 for t_left from -10 to 0 and a_left from 0 to 2 and t_right from 0.01 to 10 and
a_right from 0 to 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Jin et al., Deep learning with S-shaped rectified linear activation units, AAAI 2016

Examples
--------
>>> import fastact as fa
>>> fa.srelu_grad([-2.0, 0.0, 2.0], 0.2, 0.3, 0.4, 0.5).round(4).tolist()
[0.3, 0.3, 0.5]
"""

srelu_with_grad: _UnaryPair_t_left_a_left_t_right_a_right
"""srelu_with_grad(x, /, t_left, a_left, t_right, a_right, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

srelu and its derivative in one pass, ``f(x) = where(x <= t_left, t_left + a_left*(x - t_left), where(x >= t_right, t_right + a_right*(x - t_right), x))``.

S-shaped rectifier, three lines with learned knots and slopes: convolutional image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
t_left : array_like, required
    The lower corner; broadcasts against x.
a_left : array_like, required
    The slope below t_left; broadcasts against x.
t_right : array_like, required
    The upper corner; broadcasts against x.
a_right : array_like, required
    The slope above t_right; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil t_left <= t_right; where arrays do not, the result is NaN.

See Also
--------
srelu : the value.
srelu_grad : the derivative.
srelu_backward : the gradient at the input.
prelu, plu, maxout

Notes
-----
The error of y is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.1 and 1.7; that of d, 0 for t_left from -10 to 0 and a_left from 0 to 2
and t_right from 0.01 to 10 and a_right from 0 to 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Jin et al., Deep learning with S-shaped rectified linear activation units, AAAI 2016

Examples
--------
>>> import fastact as fa
>>> y, d = fa.srelu_with_grad([-2.0, 0.0, 2.0], 0.2, 0.3, 0.4, 0.5)
>>> y.round(4).tolist()
[-0.46, 0.14, 1.2]
>>> d.round(4).tolist()
[0.3, 0.3, 0.5]
"""

star_relu: _Unary_scale_0p8944_bias_minus_0p4472
"""star_relu(x, /, scale=0.8944, bias=-0.4472, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

star_relu: ``scale*maximum(x, 0)**2 + bias``.

Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
scale : array_like, default 0.8944
    The factor of the square; broadcasts against x.
bias : array_like, default -0.4472
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
star_relu_grad : the derivative.
star_relu_backward : the gradient at the input.
star_relu_with_grad : value and derivative in one pass.
relu_squared, gelu

Notes
-----
The error is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest seen in
both) for scale from 0.01 to 100 and bias from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
W. Yu et al., MetaFormer baselines for vision, 2022

Examples
--------
>>> import fastact as fa
>>> fa.star_relu([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.4472, -0.4472, 3.1304]
"""

star_relu_backward: _Binary_scale_0p8944_bias_minus_0p4472
"""star_relu_backward(dy, x, /, scale=0.8944, bias=-0.4472, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of star_relu, ``dy*f'(x)`` with ``f(x) = scale*maximum(x, 0)**2 + bias``.

Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
scale : array_like, default 0.8944
    The factor of the square; broadcasts against x.
bias : array_like, default -0.4472
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
star_relu : the value.
star_relu_grad : the derivative.
star_relu_with_grad : value and derivative in one pass.
relu_squared, gelu

Notes
-----
The error of f'(x) is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest
seen in both) for scale from 0.01 to 100 and bias from -100 to 100; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
W. Yu et al., MetaFormer baselines for vision, 2022

Examples
--------
>>> import fastact as fa
>>> fa.star_relu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 3.5776]
"""

star_relu_grad: _Unary_scale_0p8944_bias_minus_0p4472
"""star_relu_grad(x, /, scale=0.8944, bias=-0.4472, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of star_relu, ``f(x) = scale*maximum(x, 0)**2 + bias``, at x.

Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
scale : array_like, default 0.8944
    The factor of the square; broadcasts against x.
bias : array_like, default -0.4472
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
star_relu : the value.
star_relu_backward : the gradient at the input.
star_relu_with_grad : value and derivative in one pass.
relu_squared, gelu

Notes
-----
The error is at most 0.6 units in the last place in float32 and 0.6 in float64 (the largest seen in
both) for scale from 0.01 to 100 and bias from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
W. Yu et al., MetaFormer baselines for vision, 2022

Examples
--------
>>> import fastact as fa
>>> fa.star_relu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 3.5776]
"""

star_relu_with_grad: _UnaryPair_scale_0p8944_bias_minus_0p4472
"""star_relu_with_grad(x, /, scale=0.8944, bias=-0.4472, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

star_relu and its derivative in one pass, ``f(x) = scale*maximum(x, 0)**2 + bias``.

Squared rectifier with a scale and a bias, cheaper than gelu: the MetaFormer vision models.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
scale : array_like, default 0.8944
    The factor of the square; broadcasts against x.
bias : array_like, default -0.4472
    The shift; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
star_relu : the value.
star_relu_grad : the derivative.
star_relu_backward : the gradient at the input.
relu_squared, gelu

Notes
-----
The error of y is at most 1.6 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); that of d, at most 0.6 units in the last place in float32 and 0.6 in float64 (the
largest seen in both) for scale from 0.01 to 100 and bias from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
W. Yu et al., MetaFormer baselines for vision, 2022

Examples
--------
>>> import fastact as fa
>>> y, d = fa.star_relu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.4472, -0.4472, 3.1304]
>>> d.round(4).tolist()
[0.0, 0.0, 3.5776]
"""

swiglu: _Binary_beta_1
"""swiglu(a, b, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

swiglu: ``a/(1 + exp(-beta*a))*b``.

Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
beta : array_like, default 1
    The steepness; broadcasts against a.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
swiglu_backward : the gradients at the inputs.
swiglu_packed : of one array's two halves.
swiglu_packed_backward : the gradient at that one array.
silu, swish, swiglu_oai, geglu

Notes
-----
The error is at most 3.5 units in the last place in float32 and 2.9 in float64 (the largest seen in
both); without FMA 3.6 and 2.9. The units are those of the result, or the smallest subnormal number
times the operand that is no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020

Examples
--------
>>> import fastact as fa
>>> fa.swiglu([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[-1.7616, 5.2848]
"""

swiglu_backward: _TernaryPair_beta_1
"""swiglu_backward(dy, a, b, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of swiglu, ``y = a/(1 + exp(-beta*a))*b``.

Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
beta : array_like, default 1
    The steepness; broadcasts against a.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
swiglu : of two arrays.
swiglu_packed : of one array's two halves.
swiglu_packed_backward : the gradient at that one array.
silu, swish, swiglu_oai, geglu

Notes
-----
The errors of dy/da and dy/db are at most 2.8 units in the last place in float32 and 2.6 in float64
(the largest seen in both); their products with dy are rounded once more. The units are those of the
result, or the smallest subnormal number times the operand that is no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
N. Shazeer, GLU variants improve transformer, 2020

Examples
--------
>>> import fastact as fa
>>> da, db = fa.swiglu_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[-1.0908, 3.2724]
>>> db.round(4).tolist()
[1.7616, 1.7616]
"""

swiglu_oai: _Binary_limit_7_alpha_1p702
"""swiglu_oai(a, b, /, limit=7.0, alpha=1.702, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

swiglu_oai: ``minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)``.

Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.

Parameters
----------
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
limit : array_like, default 7
    The bound of a, and of the absolute value of b; broadcasts against a.
alpha : array_like, default 1.702
    The steepness; broadcasts against a.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil limit > 0; where arrays do not, the result is NaN.

See Also
--------
swiglu_oai_backward : the gradients at the inputs.
swiglu_oai_packed : of one array's two halves.
swiglu_oai_packed_backward : the gradient at that one array.
swiglu, gelu_quick, swish

Notes
-----
The error is at most 3.5 units in the last place in float32 and 3.4 in float64 (the largest seen in
both). The units are those of the result, or the smallest subnormal number times the operand that is
no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
OpenAI, gpt-oss-120b and gpt-oss-20b model card, 2025

Examples
--------
>>> import fastact as fa
>>> fa.swiglu_oai([2.0, 2.0], [-1.0, 3.0]).round(4).tolist()
[0.0, 7.7426]
"""

swiglu_oai_backward: _TernaryPair_limit_7_alpha_1p702
"""swiglu_oai_backward(dy, a, b, /, limit=7.0, alpha=1.702, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradients at the inputs of swiglu_oai, ``y = minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)``.

Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against a.
a : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
b : array_like
    As a; broadcasts against it.
limit : array_like, default 7
    The bound of a, and of the absolute value of b; broadcasts against a.
alpha : array_like, default 1.702
    The steepness; broadcasts against a.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
da, db : ndarray or scalar
    dy times the derivative of y by a, and by b, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched. If numbers
    do not fulfil limit > 0; where arrays do not, the result is NaN.

See Also
--------
swiglu_oai : of two arrays.
swiglu_oai_packed : of one array's two halves.
swiglu_oai_packed_backward : the gradient at that one array.
swiglu, gelu_quick, swish

Notes
-----
The errors of dy/da and dy/db are at most 3.3 units in the last place in float32 and 3.2 in float64
(the largest seen in both); their products with dy are rounded once more. The units are those of the
result, or the smallest subnormal number times the operand that is no gate where that is more.
Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
floating-point flag is raised.

References
----------
OpenAI, gpt-oss-120b and gpt-oss-20b model card, 2025

Examples
--------
>>> import fastact as fa
>>> da, db = fa.swiglu_oai_backward(1.0, [2.0, 2.0], [-1.0, 3.0])
>>> da.round(4).tolist()
[0.0, 4.2953]
>>> db.round(4).tolist()
[1.9357, 1.9357]
"""

@overload
def swiglu_oai_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: _Out | tuple[_Out]) -> _Out:
    """swiglu_oai_packed(x, axis=-1, *, gate='first', interleaved=False, limit=7.0, alpha=1.702, out=None)

    swiglu_oai of the two halves of an array: ``minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)``.

    Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    limit : array_like, default 7
        The bound of a, and of the absolute value of b; broadcasts against a half.
    alpha : array_like, default 1.702
        The steepness; broadcasts against a half.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only. If numbers do not fulfil limit > 0; where arrays do not, the result is NaN.

    See Also
    --------
    swiglu_oai : of two arrays.
    swiglu_oai_backward : the gradients at the inputs.
    swiglu_oai_packed_backward : the gradient at that one array.
    swiglu, gelu_quick, swish

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 3.5 units in the last place in float32 and 3.4 in float64 (the largest seen in
    both). The units are those of the result, or the smallest subnormal number times the operand that is
    no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    OpenAI, gpt-oss-120b and gpt-oss-20b model card, 2025

    Examples
    --------
    >>> import fastact as fa
    >>> fa.swiglu_oai_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [0.0, 7.7426]
    """
@overload
def swiglu_oai_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: None = None) -> _K: ...
@overload
def swiglu_oai_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: None = None) -> _M: ...
@overload
def swiglu_oai_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def swiglu_oai_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def swiglu_oai_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def swiglu_oai_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: _Out | tuple[_Out]) -> _Out:
    """swiglu_oai_packed_backward(dy, x, axis=-1, *, gate='first', interleaved=False, limit=7.0, alpha=1.702, out=None)

    The gradient at the input of swiglu_oai_packed, for ``minimum(a, limit)/(1 + exp(-alpha*minimum(a, limit)))*(maximum(minimum(b, limit), -limit) + 1)`` of the two halves.

    Swiglu with clamped operands and one added to the linear one: the experts of gpt-oss by OpenAI.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    limit : array_like, default 7
        The bound of a, and of the absolute value of b; broadcasts against a half.
    alpha : array_like, default 1.702
        The steepness; broadcasts against a half.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only. If numbers do not fulfil limit > 0; where arrays do not, the result is NaN.

    See Also
    --------
    swiglu_oai : of two arrays.
    swiglu_oai_backward : the gradients at the inputs.
    swiglu_oai_packed : of one array's two halves.
    swiglu, gelu_quick, swish

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are at most 3.3 units in the last place in float32 and 3.2 in float64
    (the largest seen in both); their products with dy are rounded once more. The units are those of the
    result, or the smallest subnormal number times the operand that is no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    OpenAI, gpt-oss-120b and gpt-oss-20b model card, 2025

    Examples
    --------
    >>> import fastact as fa
    >>> fa.swiglu_oai_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [0.0, 4.2953, 1.9357, 1.9357]
    """
@overload
def swiglu_oai_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: None = None) -> _K: ...
@overload
def swiglu_oai_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702, out: None = None) -> _K: ...
@overload
def swiglu_oai_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: None = None) -> np.ma.MaskedArray[_S, np.dtype[_F]]: ...
@overload
def swiglu_oai_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float,
    axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False, limit: ArrayLike = 7.0,
    alpha: ArrayLike = 1.702, out: None = None) -> np.matrix[tuple[int, int], np.dtype[_F]]: ...
@overload
def swiglu_oai_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def swiglu_oai_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def swiglu_oai_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def swiglu_oai_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def swiglu_oai_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def swiglu_oai_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, limit: ArrayLike = 7.0, alpha: ArrayLike = 1.702,
    out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def swiglu_packed(x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    beta: ArrayLike = 1.0, out: _Out | tuple[_Out]) -> _Out:
    """swiglu_packed(x, axis=-1, *, gate='first', interleaved=False, beta=1.0, out=None)

    swiglu of the two halves of an array: ``a/(1 + exp(-beta*a))*b``.

    Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.

    Parameters
    ----------
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    beta : array_like, default 1
        The steepness; broadcasts against a half.
    out : ndarray, optional
        Of the shape of the result, with any strides.

    Returns
    -------
    y : ndarray
        Of the shape of x, but half as long in the axis.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `out` has another shape, or `out` is
        read-only.

    See Also
    --------
    swiglu : of two arrays.
    swiglu_backward : the gradients at the inputs.
    swiglu_packed_backward : the gradient at that one array.
    silu, swish, swiglu_oai, geglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The error is at most 3.5 units in the last place in float32 and 2.9 in float64 (the largest seen in
    both); without FMA 3.6 and 2.9. The units are those of the result, or the smallest subnormal number
    times the operand that is no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020

    Examples
    --------
    >>> import fastact as fa
    >>> fa.swiglu_packed([2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.7616, 5.2848]
    """
@overload
def swiglu_packed(x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False, beta: ArrayLike = 1.0,
    out: None = None) -> _K: ...
@overload
def swiglu_packed(x: _M, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False, beta: ArrayLike = 1.0,
    out: None = None) -> _M: ...
@overload
def swiglu_packed(x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def swiglu_packed(x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def swiglu_packed(x: _Exact, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

@overload
def swiglu_packed_backward(dy: _Operand, x: _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: _Out | tuple[_Out]) -> _Out:
    """swiglu_packed_backward(dy, x, axis=-1, *, gate='first', interleaved=False, beta=1.0, out=None)

    The gradient at the input of swiglu_packed, for ``a/(1 + exp(-beta*a))*b`` of the two halves.

    Gated unit with a silu or swish gate: feed-forward layers of PaLM, Llama, Mistral and Qwen.

    Parameters
    ----------
    dy : array_like
        The gradient with respect to the result, of its shape.
    x : array_like
        float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
        takes them.
    axis : int, default -1
        The axis that holds the halves; its length is even.
    gate : "first" or "second", default "first"
        Which half is the gate, the operand a that passes through the nonlinearity; the default takes a
        first, b second.
    interleaved : bool, default False
        Whether the first half is every other element, from 0, and not the first n.
    beta : array_like, default 1
        The steepness; broadcasts against a half.
    out : ndarray, optional
        Of the shape of the result, with any strides; may be x itself.

    Returns
    -------
    dx : ndarray
        The gradients of both halves where they stand in x, of its shape.

    Raises
    ------
    numpy.exceptions.AxisError
        If `axis` is out of range.
    TypeError
        If an argument is complex, text or an object, or `out` is no array.
    ValueError
        If the length of the axis is odd, `gate` is neither, `dy` or `out` has another shape, or `out`
        is read-only.

    See Also
    --------
    swiglu : of two arrays.
    swiglu_backward : the gradients at the inputs.
    swiglu_packed : of one array's two halves.
    silu, swish, swiglu_oai, geglu

    Notes
    -----
    The halves are read where they are; threads share the rows.
    The errors of dy/da and dy/db are at most 2.8 units in the last place in float32 and 2.6 in float64
    (the largest seen in both); their products with dy are rounded once more. The units are those of the
    result, or the smallest subnormal number times the operand that is no gate where that is more.
    Products with infinity are those of IEEE 754: 0 times infinity is NaN. NaN gives NaN; no
    floating-point flag is raised.

    References
    ----------
    N. Shazeer, GLU variants improve transformer, 2020

    Examples
    --------
    >>> import fastact as fa
    >>> fa.swiglu_packed_backward([1.0, 1.0], [2.0, 2.0, -1.0, 3.0]).round(4).tolist()
    [-1.0908, 3.2724, 1.7616, 1.7616]
    """
@overload
def swiglu_packed_backward(dy: _K, x: _K | _Operand, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: None = None) -> _K: ...
@overload
def swiglu_packed_backward(dy: _Reals, x: _K, axis: SupportsIndex = -1, *, gate: _Gate = 'first', interleaved: _Bool = False,
    beta: ArrayLike = 1.0, out: None = None) -> _K: ...
@overload
def swiglu_packed_backward(dy: np.ma.MaskedArray[_S, np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *,
    gate: _Gate = 'first', interleaved: _Bool = False, beta: ArrayLike = 1.0, out: None = None) -> np.ma.MaskedArray[_S,
    np.dtype[_F]]: ...
@overload
def swiglu_packed_backward(dy: np.matrix[tuple[int, int], np.dtype[_F]], x: _Array[_F] | _F | float, axis: SupportsIndex = -1,
    *, gate: _Gate = 'first', interleaved: _Bool = False, beta: ArrayLike = 1.0, out: None = None) -> np.matrix[tuple[int, int],
    np.dtype[_F]]: ...
@overload
def swiglu_packed_backward(dy: _Array[_F], x: _Array[_F] | _F | float, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def swiglu_packed_backward(dy: _F | float, x: _Array[_F], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[_F]: ...
@overload
def swiglu_packed_backward(dy: _Nested[float], x: _Nested[float], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[np.float64]: ...
@overload
def swiglu_packed_backward(dy: _Exact, x: _Reals, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def swiglu_packed_backward(dy: _Reals, x: _Exact | _Integer, axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...
@overload
def swiglu_packed_backward(dy: _Integer, x: _Array[np.floating[Any]], axis: SupportsIndex = -1, *, gate: _Gate = 'first',
    interleaved: _Bool = False, beta: ArrayLike = 1.0, out: EllipsisType | None = None) -> NDArray[np.floating[Any]]: ...

swish: _Unary_beta_1
"""swish(x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

swish: ``x/(1 + exp(-beta*x))``.

Silu with a slope beta, fixed or learned, from an automated search: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
swish_grad : the derivative.
swish_backward : the gradient at the input.
swish_with_grad : value and derivative in one pass.
silu, hard_swish, gelu_quick, swiglu

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1 in float64 (the largest seen in
both) for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Ramachandran et al., Searching for activation functions, 2017

Examples
--------
>>> import fastact as fa
>>> fa.swish([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.2384, 0.0, 1.7616]
"""

swish_backward: _Binary_beta_1
"""swish_backward(dy, x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of swish, ``dy*f'(x)`` with ``f(x) = x/(1 + exp(-beta*x))``.

Silu with a slope beta, fixed or learned, from an automated search: image classification.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
swish : the value.
swish_grad : the derivative.
swish_with_grad : value and derivative in one pass.
silu, hard_swish, gelu_quick, swiglu

Notes
-----
The error of f'(x) is at most 2 units in the last place in float32 and 2 in float64 (the largest
seen in both); without FMA 1.8 and 2.1 for beta from 0.01 to 100; its product with dy is rounded
once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Ramachandran et al., Searching for activation functions, 2017

Examples
--------
>>> import fastact as fa
>>> fa.swish_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0908, 0.5, 1.0908]
"""

swish_grad: _Unary_beta_1
"""swish_grad(x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of swish, ``f(x) = x/(1 + exp(-beta*x))``, at x.

Silu with a slope beta, fixed or learned, from an automated search: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
swish : the value.
swish_backward : the gradient at the input.
swish_with_grad : value and derivative in one pass.
silu, hard_swish, gelu_quick, swiglu

Notes
-----
The error is at most 2 units in the last place in float32 and 2 in float64 (the largest seen in
both); without FMA 1.8 and 2.1 for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Ramachandran et al., Searching for activation functions, 2017

Examples
--------
>>> import fastact as fa
>>> fa.swish_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.0908, 0.5, 1.0908]
"""

swish_with_grad: _UnaryPair_beta_1
"""swish_with_grad(x, /, beta=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

swish and its derivative in one pass, ``f(x) = x/(1 + exp(-beta*x))``.

Silu with a slope beta, fixed or learned, from an automated search: image classification.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
beta : array_like, default 1
    The steepness; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
swish : the value.
swish_grad : the derivative.
swish_backward : the gradient at the input.
silu, hard_swish, gelu_quick, swiglu

Notes
-----
The error of y is at most 1.1 units in the last place in float32 and 1 in float64 (the largest seen
in both); that of d, at most 2 units in the last place in float32 and 2 in float64 (the largest seen
in both); without FMA 1.8 and 2.1 for beta from 0.01 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
P. Ramachandran et al., Searching for activation functions, 2017

Examples
--------
>>> import fastact as fa
>>> y, d = fa.swish_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.2384, 0.0, 1.7616]
>>> d.round(4).tolist()
[-0.0908, 0.5, 1.0908]
"""

tanh: _Unary
"""tanh(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

tanh: ``tanh(x)``.

Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh_grad : the derivative.
tanh_backward : the gradient at the input.
tanh_with_grad : value and derivative in one pass.
tanh_grad_from_output : the derivative from the value.
tanh_backward_from_output : the gradient at the input from the value.
hard_tanh, softsign, soft_cap, sigmoid

Notes
-----
The error is at most 1.1 units in the last place in float32 (proven: at all arguments) and 1.2 in
float64 (the largest seen); without FMA 1.6 and 1.8.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Y. LeCun et al., Efficient backprop, 1998

Examples
--------
>>> import fastact as fa
>>> fa.tanh([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.964, 0.0, 0.964]
"""

tanh_backward: _Binary
"""tanh_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of tanh, ``dy*f'(x)`` with ``f(x) = tanh(x)``.

Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh : the value.
tanh_grad : the derivative.
tanh_with_grad : value and derivative in one pass.
tanh_grad_from_output : the derivative from the value.
tanh_backward_from_output : the gradient at the input from the value.
hard_tanh, softsign, soft_cap, sigmoid

Notes
-----
The error of f'(x) is at most 1.6 units in the last place in float32 (proven: at all arguments) and
1.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Y. LeCun et al., Efficient backprop, 1998

Examples
--------
>>> import fastact as fa
>>> fa.tanh_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0707, 1.0, 0.0707]
"""

tanh_backward_from_output: _Binary
"""tanh_backward_from_output(dy, y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of tanh from its result y: ``dy*((1 - y)*(1 + y))``.

Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against y.
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh : the value.
tanh_grad : the derivative.
tanh_backward : the gradient at the input.
tanh_with_grad : value and derivative in one pass.
tanh_grad_from_output : the derivative from the value.
hard_tanh, softsign, soft_cap, sigmoid

Notes
-----
The error of f'(x) is at most 0.5 units in the last place in float32 (proven: at all arguments) and
0.6 in float64 (the largest seen); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Y. LeCun et al., Efficient backprop, 1998

Examples
--------
>>> import fastact as fa
>>> fa.tanh_backward_from_output([1.0, 1.0, 1.0], [-0.75, -0.5, -0.25]).round(4).tolist()
[0.4375, 0.75, 0.9375]
"""

tanh_grad: _Unary
"""tanh_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of tanh, ``f(x) = tanh(x)``, at x.

Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh : the value.
tanh_backward : the gradient at the input.
tanh_with_grad : value and derivative in one pass.
tanh_grad_from_output : the derivative from the value.
tanh_backward_from_output : the gradient at the input from the value.
hard_tanh, softsign, soft_cap, sigmoid

Notes
-----
The error is at most 1.6 units in the last place in float32 (proven: at all arguments) and 1.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Y. LeCun et al., Efficient backprop, 1998

Examples
--------
>>> import fastact as fa
>>> fa.tanh_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0707, 1.0, 0.0707]
"""

tanh_grad_from_output: _Unary
"""tanh_grad_from_output(y, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of tanh from its result y: ``(1 - y)*(1 + y)``.

Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

Parameters
----------
y : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x) where f(x) = y, of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh : the value.
tanh_grad : the derivative.
tanh_backward : the gradient at the input.
tanh_with_grad : value and derivative in one pass.
tanh_backward_from_output : the gradient at the input from the value.
hard_tanh, softsign, soft_cap, sigmoid

Notes
-----
The error is at most 0.5 units in the last place in float32 (proven: at all arguments) and 0.6 in
float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Y. LeCun et al., Efficient backprop, 1998

Examples
--------
>>> import fastact as fa
>>> fa.tanh_grad_from_output([-0.75, -0.5, -0.25]).round(4).tolist()
[0.4375, 0.75, 0.9375]
"""

tanh_shrink: _Unary
"""tanh_shrink(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

tanh_shrink: ``x - tanh(x)``.

Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh_shrink_grad : the derivative.
tanh_shrink_backward : the gradient at the input.
tanh_shrink_with_grad : value and derivative in one pass.
soft_shrink, hard_shrink, tanh

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.2 and 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Kavukcuoglu et al., Fast inference in sparse coding algorithms, 2008

Examples
--------
>>> import fastact as fa
>>> fa.tanh_shrink([-2.0, 0.0, 2.0]).round(4).tolist()
[-1.036, 0.0, 1.036]
"""

tanh_shrink_backward: _Binary
"""tanh_shrink_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of tanh_shrink, ``dy*f'(x)`` with ``f(x) = x - tanh(x)``.

Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh_shrink : the value.
tanh_shrink_grad : the derivative.
tanh_shrink_with_grad : value and derivative in one pass.
soft_shrink, hard_shrink, tanh

Notes
-----
The error of f'(x) is at most 0.8 units in the last place in float32 and 1.6 in float64 (the largest
seen in both); its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Kavukcuoglu et al., Fast inference in sparse coding algorithms, 2008

Examples
--------
>>> import fastact as fa
>>> fa.tanh_shrink_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.9293, 0.0, 0.9293]
"""

tanh_shrink_grad: _Unary
"""tanh_shrink_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of tanh_shrink, ``f(x) = x - tanh(x)``, at x.

Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh_shrink : the value.
tanh_shrink_backward : the gradient at the input.
tanh_shrink_with_grad : value and derivative in one pass.
soft_shrink, hard_shrink, tanh

Notes
-----
The error is at most 0.8 units in the last place in float32 and 1.6 in float64 (the largest seen in
both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Kavukcuoglu et al., Fast inference in sparse coding algorithms, 2008

Examples
--------
>>> import fastact as fa
>>> fa.tanh_shrink_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.9293, 0.0, 0.9293]
"""

tanh_shrink_with_grad: _UnaryPair
"""tanh_shrink_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

tanh_shrink and its derivative in one pass, ``f(x) = x - tanh(x)``.

Smooth shrinkage without a threshold, which nearly removes small values: sparse coding.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh_shrink : the value.
tanh_shrink_grad : the derivative.
tanh_shrink_backward : the gradient at the input.
soft_shrink, hard_shrink, tanh

Notes
-----
The error of y is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.2 and 2; that of d, at most 0.8 units in the last place in float32 and
1.6 in float64 (the largest seen in both).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Kavukcuoglu et al., Fast inference in sparse coding algorithms, 2008

Examples
--------
>>> import fastact as fa
>>> y, d = fa.tanh_shrink_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-1.036, 0.0, 1.036]
>>> d.round(4).tolist()
[0.9293, 0.0, 0.9293]
"""

tanh_with_grad: _UnaryPair
"""tanh_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

tanh and its derivative in one pass, ``f(x) = tanh(x)``.

Hyperbolic tangent, a sigmoid around zero: the states of LSTM and GRU, outputs between -1 and 1.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanh : the value.
tanh_grad : the derivative.
tanh_backward : the gradient at the input.
tanh_grad_from_output : the derivative from the value.
tanh_backward_from_output : the gradient at the input from the value.
hard_tanh, softsign, soft_cap, sigmoid

Notes
-----
The error of y is at most 1.1 units in the last place in float32 (proven: at all arguments) and 1.2
in float64 (the largest seen); without FMA 1.6 and 1.8; that of d, at most 1.6 units in the last
place in float32 (proven: at all arguments) and 1.6 in float64 (the largest seen).
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
Y. LeCun et al., Efficient backprop, 1998

Examples
--------
>>> import fastact as fa
>>> y, d = fa.tanh_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.964, 0.0, 0.964]
>>> d.round(4).tolist()
[0.0707, 1.0, 0.0707]
"""

tanhexp: _Unary
"""tanhexp(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

tanhexp: ``x*tanh(exp(x))``.

Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanhexp_grad : the derivative.
tanhexp_backward : the gradient at the input.
tanhexp_with_grad : value and derivative in one pass.
mish, serf, silu

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.1 and 2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Liu, X. Di, TanhExp: a smooth activation function with high convergence speed, 2020

Examples
--------
>>> import fastact as fa
>>> fa.tanhexp([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.269, 0.0, 2.0]
"""

tanhexp_backward: _Binary
"""tanhexp_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of tanhexp, ``dy*f'(x)`` with ``f(x) = x*tanh(exp(x))``.

Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanhexp : the value.
tanhexp_grad : the derivative.
tanhexp_with_grad : value and derivative in one pass.
mish, serf, silu

Notes
-----
The error of f'(x) is at most 1.2 units in the last place in float32 and 1.9 in float64 (the largest
seen in both); without FMA 1.2 and 2.1; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Liu, X. Di, TanhExp: a smooth activation function with high convergence speed, 2020

Examples
--------
>>> import fastact as fa
>>> fa.tanhexp_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1313, 0.7616, 1.0]
"""

tanhexp_grad: _Unary
"""tanhexp_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of tanhexp, ``f(x) = x*tanh(exp(x))``, at x.

Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanhexp : the value.
tanhexp_backward : the gradient at the input.
tanhexp_with_grad : value and derivative in one pass.
mish, serf, silu

Notes
-----
The error is at most 1.2 units in the last place in float32 and 1.9 in float64 (the largest seen in
both); without FMA 1.2 and 2.1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Liu, X. Di, TanhExp: a smooth activation function with high convergence speed, 2020

Examples
--------
>>> import fastact as fa
>>> fa.tanhexp_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[-0.1313, 0.7616, 1.0]
"""

tanhexp_with_grad: _UnaryPair
"""tanhexp_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

tanhexp and its derivative in one pass, ``f(x) = x*tanh(exp(x))``.

Self-gated unit with tanh of the exponential as its gate: lightweight image classifiers.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
tanhexp : the value.
tanhexp_grad : the derivative.
tanhexp_backward : the gradient at the input.
mish, serf, silu

Notes
-----
The error of y is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.1 and 2; that of d, at most 1.2 units in the last place in float32 and
1.9 in float64 (the largest seen in both); without FMA 1.2 and 2.1.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
X. Liu, X. Di, TanhExp: a smooth activation function with high convergence speed, 2020

Examples
--------
>>> import fastact as fa
>>> y, d = fa.tanhexp_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[-0.269, 0.0, 2.0]
>>> d.round(4).tolist()
[-0.1313, 0.7616, 1.0]
"""

thin_plate: _Unary
"""thin_plate(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

thin_plate: ``where(x == 0, 0, x**2*log(x))``.

Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thin_plate_grad : the derivative.
thin_plate_backward : the gradient at the input.
thin_plate_with_grad : value and derivative in one pass.
multiquadric, inverse_multiquadric, gaussian

Notes
-----
The error is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest seen in
both); without FMA 1.1 and 1.9.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Duchon, Splines minimizing rotation-invariant semi-norms in Sobolev spaces, 1977

Examples
--------
>>> import fastact as fa
>>> fa.thin_plate([0.25, 0.5, 0.75]).round(4).tolist()
[-0.0866, -0.1733, -0.1618]
"""

thin_plate_backward: _Binary
"""thin_plate_backward(dy, x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of thin_plate, ``dy*f'(x)`` with ``f(x) = where(x == 0, 0, x**2*log(x))``.

Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thin_plate : the value.
thin_plate_grad : the derivative.
thin_plate_with_grad : value and derivative in one pass.
multiquadric, inverse_multiquadric, gaussian

Notes
-----
The error of f'(x) is at most 1.8 units in the last place in float32 and 1.8 in float64 (the largest
seen in both); without FMA 1.8 and 3.2; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Duchon, Splines minimizing rotation-invariant semi-norms in Sobolev spaces, 1977

Examples
--------
>>> import fastact as fa
>>> fa.thin_plate_backward([1.0, 1.0, 1.0], [0.25, 0.5, 0.75]).round(4).tolist()
[-0.4431, -0.1931, 0.3185]
"""

thin_plate_grad: _Unary
"""thin_plate_grad(x, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of thin_plate, ``f(x) = where(x == 0, 0, x**2*log(x))``, at x.

Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thin_plate : the value.
thin_plate_backward : the gradient at the input.
thin_plate_with_grad : value and derivative in one pass.
multiquadric, inverse_multiquadric, gaussian

Notes
-----
The error is at most 1.8 units in the last place in float32 and 1.8 in float64 (the largest seen in
both); without FMA 1.8 and 3.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Duchon, Splines minimizing rotation-invariant semi-norms in Sobolev spaces, 1977

Examples
--------
>>> import fastact as fa
>>> fa.thin_plate_grad([0.25, 0.5, 0.75]).round(4).tolist()
[-0.4431, -0.1931, 0.3185]
"""

thin_plate_with_grad: _UnaryPair
"""thin_plate_with_grad(x, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

thin_plate and its derivative in one pass, ``f(x) = where(x == 0, 0, x**2*log(x))``.

Thin plate spline of a distance: interpolation of scattered data, warping of images and shapes.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thin_plate : the value.
thin_plate_grad : the derivative.
thin_plate_backward : the gradient at the input.
multiquadric, inverse_multiquadric, gaussian

Notes
-----
The error of y is at most 1.1 units in the last place in float32 and 1.1 in float64 (the largest
seen in both); without FMA 1.1 and 1.9; that of d, at most 1.8 units in the last place in float32
and 1.8 in float64 (the largest seen in both); without FMA 1.8 and 3.2.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
J. Duchon, Splines minimizing rotation-invariant semi-norms in Sobolev spaces, 1977

Examples
--------
>>> import fastact as fa
>>> y, d = fa.thin_plate_with_grad([0.25, 0.5, 0.75])
>>> y.round(4).tolist()
[-0.0866, -0.1733, -0.1618]
>>> d.round(4).tolist()
[-0.4431, -0.1931, 0.3185]
"""

threshold: _Unary_threshold_value
"""threshold(x, /, threshold, value, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

threshold: ``where(x > threshold, x, value)``.

Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, required
    The argument above which x passes; broadcasts against x.
value : array_like, required
    The result up to the threshold; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
threshold_grad : the derivative.
threshold_backward : the gradient at the input.
threshold_with_grad : value and derivative in one pass.
thresholded_relu, relu

Notes
-----
The error is 0 for threshold from -100 to 100 and value from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Paszke et al., PyTorch: an imperative style, high-performance deep learning library, NeurIPS 2019

Examples
--------
>>> import fastact as fa
>>> fa.threshold([-2.0, 0.0, 2.0], 0.2, 0.3).round(4).tolist()
[0.3, 0.3, 2.0]
"""

threshold_backward: _Binary_threshold_value
"""threshold_backward(dy, x, /, threshold, value, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of threshold, ``dy*f'(x)`` with ``f(x) = where(x > threshold, x, value)``.

Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, required
    The argument above which x passes; broadcasts against x.
value : array_like, required
    The result up to the threshold; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
threshold : the value.
threshold_grad : the derivative.
threshold_with_grad : value and derivative in one pass.
thresholded_relu, relu

Notes
-----
The error of f'(x) is 0 for threshold from -100 to 100 and value from -100 to 100; its product with
dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
A. Paszke et al., PyTorch: an imperative style, high-performance deep learning library, NeurIPS 2019

Examples
--------
>>> import fastact as fa
>>> fa.threshold_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0], 0.2, 0.3).round(4).tolist()
[0.0, 0.0, 1.0]
"""

threshold_grad: _Unary_threshold_value
"""threshold_grad(x, /, threshold, value, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of threshold, ``f(x) = where(x > threshold, x, value)``, at x.

Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, required
    The argument above which x passes; broadcasts against x.
value : array_like, required
    The result up to the threshold; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
threshold : the value.
threshold_backward : the gradient at the input.
threshold_with_grad : value and derivative in one pass.
thresholded_relu, relu

Notes
-----
The error is 0 for threshold from -100 to 100 and value from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Paszke et al., PyTorch: an imperative style, high-performance deep learning library, NeurIPS 2019

Examples
--------
>>> import fastact as fa
>>> fa.threshold_grad([-2.0, 0.0, 2.0], 0.2, 0.3).round(4).tolist()
[0.0, 0.0, 1.0]
"""

threshold_with_grad: _UnaryPair_threshold_value
"""threshold_with_grad(x, /, threshold, value, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

threshold and its derivative in one pass, ``f(x) = where(x > threshold, x, value)``.

Rectifier with a free threshold and a free value below it: the module Threshold of PyTorch.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, required
    The argument above which x passes; broadcasts against x.
value : array_like, required
    The result up to the threshold; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
threshold : the value.
threshold_grad : the derivative.
threshold_backward : the gradient at the input.
thresholded_relu, relu

Notes
-----
The error of y is 0; that of d, 0 for threshold from -100 to 100 and value from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
A. Paszke et al., PyTorch: an imperative style, high-performance deep learning library, NeurIPS 2019

Examples
--------
>>> import fastact as fa
>>> y, d = fa.threshold_with_grad([-2.0, 0.0, 2.0], 0.2, 0.3)
>>> y.round(4).tolist()
[0.3, 0.3, 2.0]
>>> d.round(4).tolist()
[0.0, 0.0, 1.0]
"""

thresholded_relu: _Unary_threshold_1
"""thresholded_relu(x, /, threshold=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

thresholded_relu: ``where(x > threshold, x, 0)``.

Rectifier that jumps to zero below its threshold: autoencoders trained without biases.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 1
    The argument above which x passes; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y : ndarray or scalar
    f(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thresholded_relu_grad : the derivative.
thresholded_relu_backward : the gradient at the input.
thresholded_relu_with_grad : value and derivative in one pass.
relu, threshold, hard_shrink

Notes
-----
The error is 0 for threshold from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015

Examples
--------
>>> import fastact as fa
>>> fa.thresholded_relu([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 2.0]
"""

thresholded_relu_backward: _Binary_threshold_1
"""thresholded_relu_backward(dy, x, /, threshold=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The gradient at the input of thresholded_relu, ``dy*f'(x)`` with ``f(x) = where(x > threshold, x, 0)``.

Rectifier that jumps to zero below its threshold: autoencoders trained without biases.

Parameters
----------
dy : array_like
    The gradient with respect to the function's result; broadcasts against x.
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 1
    The argument above which x passes; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    dy*f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thresholded_relu : the value.
thresholded_relu_grad : the derivative.
thresholded_relu_with_grad : value and derivative in one pass.
relu, threshold, hard_shrink

Notes
-----
The error of f'(x) is 0 for threshold from -100 to 100; its product with dy is rounded once more.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.
On a piece where f is constant by its formula, bounds included, the gradient is 0 whatever dy is,
infinity and NaN too; elsewhere, also where a parameter makes the derivative 0, it is the product.

References
----------
K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015

Examples
--------
>>> import fastact as fa
>>> fa.thresholded_relu_backward([1.0, 1.0, 1.0], [-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

thresholded_relu_grad: _Unary_threshold_1
"""thresholded_relu_grad(x, /, threshold=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

The derivative of thresholded_relu, ``f(x) = where(x > threshold, x, 0)``, at x.

Rectifier that jumps to zero below its threshold: autoencoders trained without biases.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 1
    The argument above which x passes; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
d : ndarray or scalar
    f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thresholded_relu : the value.
thresholded_relu_backward : the gradient at the input.
thresholded_relu_with_grad : value and derivative in one pass.
relu, threshold, hard_shrink

Notes
-----
The error is 0 for threshold from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015

Examples
--------
>>> import fastact as fa
>>> fa.thresholded_relu_grad([-2.0, 0.0, 2.0]).round(4).tolist()
[0.0, 0.0, 1.0]
"""

thresholded_relu_with_grad: _UnaryPair_threshold_1
"""thresholded_relu_with_grad(x, /, threshold=1.0, *, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)

thresholded_relu and its derivative in one pass, ``f(x) = where(x > threshold, x, 0)``.

Rectifier that jumps to zero below its threshold: autoencoders trained without biases.

Parameters
----------
x : array_like
    float16 and bfloat16 (computed in float32), float32 or float64; integers and bool as `numpy.exp`
    takes them.
threshold : array_like, default 1
    The argument above which x passes; broadcasts against x.
out, where, casting, order, dtype, subok
    As for every `numpy.ufunc`.

Returns
-------
y, d : ndarray or scalar
    f(x) and f'(x), of the broadcast shape of the arguments.

Raises
------
TypeError
    If an argument is complex, text or an object.
ValueError
    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.

See Also
--------
thresholded_relu : the value.
thresholded_relu_grad : the derivative.
thresholded_relu_backward : the gradient at the input.
relu, threshold, hard_shrink

Notes
-----
The error of y is 0; that of d, 0 for threshold from -100 to 100.
At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.

References
----------
K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015

Examples
--------
>>> import fastact as fa
>>> y, d = fa.thresholded_relu_with_grad([-2.0, 0.0, 2.0])
>>> y.round(4).tolist()
[0.0, 0.0, 2.0]
>>> d.round(4).tolist()
[0.0, 0.0, 1.0]
"""

def trim_pool() -> None:
    """Give the pool's free memory back to the system; the pool stays as it is, on or off.

    See Also
    --------
    enable_pool, disable_pool

    Examples
    --------
    >>> import fastact as fa
    >>> fa.trim_pool()
    """
