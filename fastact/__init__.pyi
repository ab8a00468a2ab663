# Made by `python -m fastact._stubs`: the functions of the table, and the rest of the public names.
from collections.abc import Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from typing import Any, Protocol, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

__version__: str
__all__: list[str]

_Axis = SupportsIndex | Sequence[SupportsIndex] | None

def show_runtime() -> None: ...
def get_num_threads() -> int: ...
def set_num_threads(count: SupportsIndex) -> None: ...
def num_threads(count: SupportsIndex) -> AbstractContextManager[None]: ...
def softmax(x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None) -> Any: ...
def log_softmax(x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None) -> Any: ...
def logsumexp(
    x: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None, keepdims: bool = False
) -> Any: ...
def softmax_backward(
    dy: ArrayLike, y: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...
def log_softmax_backward(
    dy: ArrayLike, y: ArrayLike, axis: _Axis = -1, *, out: Any = None, dtype: DTypeLike | None = None
) -> Any: ...

class _Parametric(Protocol):
    @property
    def ufunc(self) -> np.ufunc: ...
    __name__: str
    __signature__: Signature
identity: np.ufunc
identity_grad: np.ufunc
identity_backward: np.ufunc
identity_with_grad: np.ufunc

class _binary_step(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

binary_step: _binary_step

class _binary_step_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

binary_step_grad: _binary_step_grad

class _binary_step_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

binary_step_backward: _binary_step_backward

class _binary_step_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

binary_step_with_grad: _binary_step_with_grad
relu: np.ufunc
relu_grad: np.ufunc
relu_backward: np.ufunc
relu_with_grad: np.ufunc

class _thresholded_relu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

thresholded_relu: _thresholded_relu

class _thresholded_relu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

thresholded_relu_grad: _thresholded_relu_grad

class _thresholded_relu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

thresholded_relu_backward: _thresholded_relu_backward

class _thresholded_relu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

thresholded_relu_with_grad: _thresholded_relu_with_grad
relu6: np.ufunc
relu6_grad: np.ufunc
relu6_backward: np.ufunc
relu6_with_grad: np.ufunc

class _leaky_relu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

leaky_relu: _leaky_relu

class _leaky_relu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

leaky_relu_grad: _leaky_relu_grad

class _leaky_relu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

leaky_relu_backward: _leaky_relu_backward

class _leaky_relu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

leaky_relu_with_grad: _leaky_relu_with_grad

class _prelu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

prelu: _prelu

class _prelu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

prelu_grad: _prelu_grad

class _prelu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        slope: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

prelu_backward: _prelu_backward

class _prelu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

prelu_with_grad: _prelu_with_grad

class _hard_tanh(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        min_val: ArrayLike = -1.0,
        max_val: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_tanh: _hard_tanh

class _hard_tanh_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        min_val: ArrayLike = -1.0,
        max_val: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_tanh_grad: _hard_tanh_grad

class _hard_tanh_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        min_val: ArrayLike = -1.0,
        max_val: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_tanh_backward: _hard_tanh_backward

class _hard_tanh_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        min_val: ArrayLike = -1.0,
        max_val: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

hard_tanh_with_grad: _hard_tanh_with_grad

class _elu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

elu: _elu

class _elu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

elu_grad: _elu_grad

class _elu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

elu_backward: _elu_backward

class _elu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

elu_with_grad: _elu_with_grad
selu: np.ufunc
selu_grad: np.ufunc
selu_backward: np.ufunc
selu_with_grad: np.ufunc

class _celu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

celu: _celu

class _celu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

celu_grad: _celu_grad

class _celu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

celu_backward: _celu_backward

class _celu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

celu_with_grad: _celu_with_grad

class _softplus(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

softplus: _softplus

class _softplus_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

softplus_grad: _softplus_grad

class _softplus_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

softplus_backward: _softplus_backward

class _softplus_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

softplus_with_grad: _softplus_with_grad
log_sigmoid: np.ufunc
log_sigmoid_grad: np.ufunc
log_sigmoid_backward: np.ufunc
log_sigmoid_with_grad: np.ufunc

class _isru(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

isru: _isru

class _isru_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

isru_grad: _isru_grad

class _isru_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

isru_backward: _isru_backward

class _isru_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

isru_with_grad: _isru_with_grad

class _isrlu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

isrlu: _isrlu

class _isrlu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

isrlu_grad: _isrlu_grad

class _isrlu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

isrlu_backward: _isrlu_backward

class _isrlu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

isrlu_with_grad: _isrlu_with_grad
sigmoid: np.ufunc
sigmoid_grad: np.ufunc
sigmoid_backward: np.ufunc
sigmoid_with_grad: np.ufunc
tanh: np.ufunc
tanh_grad: np.ufunc
tanh_backward: np.ufunc
tanh_with_grad: np.ufunc
softsign: np.ufunc
softsign_grad: np.ufunc
softsign_backward: np.ufunc
softsign_with_grad: np.ufunc
arctan: np.ufunc
arctan_grad: np.ufunc
arctan_backward: np.ufunc
arctan_with_grad: np.ufunc
sqnl: np.ufunc
sqnl_grad: np.ufunc
sqnl_backward: np.ufunc
sqnl_with_grad: np.ufunc

class _hard_sigmoid(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike = 0.16666666666666666,
        offset: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_sigmoid: _hard_sigmoid

class _hard_sigmoid_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike = 0.16666666666666666,
        offset: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_sigmoid_grad: _hard_sigmoid_grad

class _hard_sigmoid_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        slope: ArrayLike = 0.16666666666666666,
        offset: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_sigmoid_backward: _hard_sigmoid_backward

class _hard_sigmoid_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike = 0.16666666666666666,
        offset: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

hard_sigmoid_with_grad: _hard_sigmoid_with_grad
silu: np.ufunc
silu_grad: np.ufunc
silu_backward: np.ufunc
silu_with_grad: np.ufunc

class _swish(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

swish: _swish

class _swish_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

swish_grad: _swish_grad

class _swish_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

swish_backward: _swish_backward

class _swish_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = "same_kind",
        order: str = "K",
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

swish_with_grad: _swish_with_grad
gelu_quick: np.ufunc
gelu_quick_grad: np.ufunc
gelu_quick_backward: np.ufunc
gelu_quick_with_grad: np.ufunc
gelu_tanh: np.ufunc
gelu_tanh_grad: np.ufunc
gelu_tanh_backward: np.ufunc
gelu_tanh_with_grad: np.ufunc
gelu: np.ufunc
gelu_grad: np.ufunc
gelu_backward: np.ufunc
gelu_with_grad: np.ufunc
mish: np.ufunc
mish_grad: np.ufunc
mish_backward: np.ufunc
mish_with_grad: np.ufunc
hard_swish: np.ufunc
hard_swish_grad: np.ufunc
hard_swish_backward: np.ufunc
hard_swish_with_grad: np.ufunc
bent_identity: np.ufunc
bent_identity_grad: np.ufunc
bent_identity_backward: np.ufunc
bent_identity_with_grad: np.ufunc
gcu: np.ufunc
gcu_grad: np.ufunc
gcu_backward: np.ufunc
gcu_with_grad: np.ufunc
sinc: np.ufunc
sinc_grad: np.ufunc
sinc_backward: np.ufunc
sinc_with_grad: np.ufunc
gaussian: np.ufunc
gaussian_grad: np.ufunc
gaussian_backward: np.ufunc
gaussian_with_grad: np.ufunc
