# Made by `python -m fastact._stubs`: the functions of the table, and the rest of the public names.
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from inspect import Signature
from typing import Any, Literal, NamedTuple, Protocol, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from fastact.catalogue import Activation

__version__: str
__all__: list[str]

_Axis = SupportsIndex | Sequence[SupportsIndex] | None

def show_runtime() -> None: ...
def get_num_threads() -> int: ...
def set_num_threads(count: SupportsIndex) -> None: ...
def num_threads(count: SupportsIndex) -> AbstractContextManager[None]: ...
def enable_pool(limit: SupportsIndex | None = None) -> None: ...
def disable_pool() -> None: ...
def trim_pool() -> None: ...
def pooled(limit: SupportsIndex | None = None) -> AbstractContextManager[None]: ...
def activations() -> dict[str, Activation]: ...
def get(name: str) -> Callable[..., Any]: ...
def bias_act(
    name: str, x: ArrayLike, bias: ArrayLike, /, *, axis: SupportsIndex = -1, out: Any = None, **params: ArrayLike
) -> Any: ...
def bias_act_backward(
    name: str, dy: ArrayLike, x: ArrayLike, bias: ArrayLike, /, *, axis: SupportsIndex = -1, out: Any = None, **params: ArrayLike
) -> tuple[Any, Any]: ...

class SoftmaxPartial(NamedTuple):
    maximum: np.ndarray
    sum: np.ndarray
    rest: np.ndarray
    def logsumexp(self) -> np.ndarray: ...
    def softmax(self, x: ArrayLike, *, out: Any = None) -> np.ndarray: ...

def bipolar_relu(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = None,
) -> Any: ...

def bipolar_relu_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = None,
) -> Any: ...

def bipolar_relu_grad(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = None,
) -> Any: ...

def bipolar_relu_with_grad(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = (None, None),
) -> Any: ...

def crelu(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = None,
) -> Any: ...

def crelu_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = None,
) -> Any: ...

def crelu_grad(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = None,
) -> Any: ...

def crelu_with_grad(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    out: Any = (None, None),
) -> Any: ...

def maxout(
    x: ArrayLike,
    pieces: SupportsIndex,
    axis: SupportsIndex = -1,
) -> Any: ...

def maxout_backward(
    dy: ArrayLike,
    index: ArrayLike,
    pieces: SupportsIndex,
    axis: SupportsIndex = -1,
) -> Any: ...

def prelu_slope_backward(
    dy: ArrayLike,
    x: ArrayLike,
    slope: ArrayLike,
) -> Any: ...

def rrelu(
    x: ArrayLike,
    lower: float = 0.125,
    upper: float = 0.3333333333333333,
    rng: np.random.Generator | None = None,
    *,
    out: Any = None,
) -> Any: ...

def rrelu_backward(
    dy: ArrayLike,
    x: ArrayLike,
    slope: ArrayLike,
    *,
    out: Any = None,
) -> Any: ...

def rrelu_grad(
    x: ArrayLike,
    slope: ArrayLike,
    *,
    out: Any = None,
) -> Any: ...

def rrelu_with_grad(
    x: ArrayLike,
    lower: float = 0.125,
    upper: float = 0.3333333333333333,
    rng: np.random.Generator | None = None,
    *,
    out: Any = (None, None),
) -> Any: ...

def glu_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'second',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def glu_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'second',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def bilinear_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def bilinear_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def reglu_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def reglu_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def geglu_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def geglu_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def geglu_tanh_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def geglu_tanh_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    out: Any = None,
) -> Any: ...

def swiglu_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    beta: ArrayLike = 1.0,
    out: Any = None,
) -> Any: ...

def swiglu_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    beta: ArrayLike = 1.0,
    out: Any = None,
) -> Any: ...

def swiglu_oai_packed(
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    limit: ArrayLike = 7.0,
    alpha: ArrayLike = 1.702,
    out: Any = None,
) -> Any: ...

def swiglu_oai_packed_backward(
    dy: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    *,
    gate: Literal["first", "second"] = 'first',
    interleaved: bool = False,
    limit: ArrayLike = 7.0,
    alpha: ArrayLike = 1.702,
    out: Any = None,
) -> Any: ...

def causal_softmax(
    x: ArrayLike,
    offset: SupportsIndex = 0,
    *,
    temperature: float = 1.0,
    sink: ArrayLike | None = None,
    inf: Literal["limit", "nan"] = 'limit',
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def causal_softmax_backward(
    dy: ArrayLike,
    y: ArrayLike,
    offset: SupportsIndex = 0,
    *,
    temperature: float = 1.0,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def gumbel_softmax(
    logits: ArrayLike,
    temperature: float = 1.0,
    axis: _Axis = -1,
    *,
    rng: np.random.Generator,
    hard: bool = False,
    out: Any = None,
) -> Any: ...

def log_softmax(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    where: ArrayLike = True,
    temperature: float = 1.0,
    sink: ArrayLike | None = None,
    inf: Literal["limit", "nan"] = 'limit',
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def log_softmax_backward(
    dy: ArrayLike,
    y: ArrayLike,
    axis: _Axis = -1,
    *,
    where: ArrayLike = True,
    temperature: float = 1.0,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def logsumexp(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    b: ArrayLike | None = None,
    where: ArrayLike = True,
    temperature: float = 1.0,
    return_sign: bool = False,
    keepdims: bool = False,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def logsumexp_backward(
    dy: ArrayLike,
    x: ArrayLike,
    y: ArrayLike,
    axis: _Axis = -1,
    *,
    b: ArrayLike | None = None,
    where: ArrayLike = True,
    temperature: float = 1.0,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def segment_softmax(
    x: ArrayLike,
    lengths: ArrayLike,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def segment_softmax_backward(
    dy: ArrayLike,
    y: ArrayLike,
    lengths: ArrayLike,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def softmax(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    where: ArrayLike = True,
    temperature: float = 1.0,
    sink: ArrayLike | None = None,
    inf: Literal["limit", "nan"] = 'limit',
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def softmax_backward(
    dy: ArrayLike,
    y: ArrayLike,
    axis: _Axis = -1,
    *,
    where: ArrayLike = True,
    temperature: float = 1.0,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def softmin(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    where: ArrayLike = True,
    temperature: float = 1.0,
    sink: ArrayLike | None = None,
    inf: Literal["limit", "nan"] = 'limit',
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def online_logsumexp(
    chunks: Iterable[ArrayLike],
    axis: _Axis = -1,
) -> Any: ...

def softmax_merge(
    parts: Iterable[SoftmaxPartial],
) -> SoftmaxPartial: ...

def softmax_partial(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    where: ArrayLike = True,
) -> SoftmaxPartial: ...

def entmax(
    x: ArrayLike,
    alpha: float = 1.5,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def entmax15(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def entmax15_backward(
    dy: ArrayLike,
    y: ArrayLike,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def entmax_backward(
    dy: ArrayLike,
    y: ArrayLike,
    alpha: float = 1.5,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def sparsemax(
    x: ArrayLike,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def sparsemax_backward(
    dy: ArrayLike,
    y: ArrayLike,
    axis: _Axis = -1,
    *,
    out: Any = None,
    dtype: DTypeLike | None = None,
) -> Any: ...

def softmax_cross_entropy(
    logits: ArrayLike,
    targets: ArrayLike,
    axis: _Axis = -1,
    *,
    reduction: Literal["none", "mean", "sum"] = 'none',
    label_smoothing: float = 0.0,
    ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None,
    out: Any = None,
) -> Any: ...

def softmax_cross_entropy_grad(
    logits: ArrayLike,
    targets: ArrayLike,
    axis: _Axis = -1,
    *,
    reduction: Literal["none", "mean", "sum"] = 'none',
    label_smoothing: float = 0.0,
    ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None,
    out: Any = None,
) -> Any: ...

def softmax_cross_entropy_with_grad(
    logits: ArrayLike,
    targets: ArrayLike,
    axis: _Axis = -1,
    *,
    reduction: Literal["none", "mean", "sum"] = 'none',
    label_smoothing: float = 0.0,
    ignore_index: SupportsIndex | None = None,
    weight: ArrayLike | None = None,
    out: Any = None,
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

binary_step_with_grad: _binary_step_with_grad
relu: np.ufunc
relu_grad: np.ufunc
relu_backward: np.ufunc
relu_with_grad: np.ufunc
relu_grad_from_output: np.ufunc
relu_backward_from_output: np.ufunc

class _thresholded_relu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

thresholded_relu_with_grad: _thresholded_relu_with_grad
relu6: np.ufunc
relu6_grad: np.ufunc
relu6_backward: np.ufunc
relu6_with_grad: np.ufunc
relu6_grad_from_output: np.ufunc
relu6_backward_from_output: np.ufunc

class _leaky_relu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

leaky_relu_with_grad: _leaky_relu_with_grad

class _leaky_relu_grad_from_output(_Parametric, Protocol):
    def __call__(
        self,
        y: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

leaky_relu_grad_from_output: _leaky_relu_grad_from_output

class _leaky_relu_backward_from_output(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        y: ArrayLike,
        /,
        negative_slope: ArrayLike = 0.01,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

leaky_relu_backward_from_output: _leaky_relu_backward_from_output

class _prelu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        slope: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

prelu_with_grad: _prelu_with_grad
relu_squared: np.ufunc
relu_squared_grad: np.ufunc
relu_squared_backward: np.ufunc
relu_squared_with_grad: np.ufunc

class _clipped_relu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        upper: ArrayLike = 6.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

clipped_relu: _clipped_relu

class _clipped_relu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        upper: ArrayLike = 6.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

clipped_relu_grad: _clipped_relu_grad

class _clipped_relu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        upper: ArrayLike = 6.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

clipped_relu_backward: _clipped_relu_backward

class _clipped_relu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        upper: ArrayLike = 6.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

clipped_relu_with_grad: _clipped_relu_with_grad

class _clipped_relu_grad_from_output(_Parametric, Protocol):
    def __call__(
        self,
        y: ArrayLike,
        /,
        upper: ArrayLike = 6.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

clipped_relu_grad_from_output: _clipped_relu_grad_from_output

class _clipped_relu_backward_from_output(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        y: ArrayLike,
        /,
        upper: ArrayLike = 6.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

clipped_relu_backward_from_output: _clipped_relu_backward_from_output

class _threshold(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike,
        value: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

threshold: _threshold

class _threshold_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike,
        value: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

threshold_grad: _threshold_grad

class _threshold_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        threshold: ArrayLike,
        value: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

threshold_backward: _threshold_backward

class _threshold_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        threshold: ArrayLike,
        value: ArrayLike,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

threshold_with_grad: _threshold_with_grad

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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

hard_tanh_with_grad: _hard_tanh_with_grad

class _hard_tanh_grad_from_output(_Parametric, Protocol):
    def __call__(
        self,
        y: ArrayLike,
        /,
        min_val: ArrayLike = -1.0,
        max_val: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_tanh_grad_from_output: _hard_tanh_grad_from_output

class _hard_tanh_backward_from_output(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        y: ArrayLike,
        /,
        min_val: ArrayLike = -1.0,
        max_val: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_tanh_backward_from_output: _hard_tanh_backward_from_output

class _srelu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        t_left: ArrayLike,
        a_left: ArrayLike,
        t_right: ArrayLike,
        a_right: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

srelu: _srelu

class _srelu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        t_left: ArrayLike,
        a_left: ArrayLike,
        t_right: ArrayLike,
        a_right: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

srelu_grad: _srelu_grad

class _srelu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        t_left: ArrayLike,
        a_left: ArrayLike,
        t_right: ArrayLike,
        a_right: ArrayLike,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

srelu_backward: _srelu_backward

class _srelu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        t_left: ArrayLike,
        a_left: ArrayLike,
        t_right: ArrayLike,
        a_right: ArrayLike,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

srelu_with_grad: _srelu_with_grad

class _plu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 0.1,
        c: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

plu: _plu

class _plu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 0.1,
        c: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

plu_grad: _plu_grad

class _plu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        a: ArrayLike = 0.1,
        c: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

plu_backward: _plu_backward

class _plu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 0.1,
        c: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

plu_with_grad: _plu_with_grad

class _star_relu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        scale: ArrayLike = 0.8944,
        bias: ArrayLike = -0.4472,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

star_relu: _star_relu

class _star_relu_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        scale: ArrayLike = 0.8944,
        bias: ArrayLike = -0.4472,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

star_relu_grad: _star_relu_grad

class _star_relu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        scale: ArrayLike = 0.8944,
        bias: ArrayLike = -0.4472,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

star_relu_backward: _star_relu_backward

class _star_relu_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        scale: ArrayLike = 0.8944,
        bias: ArrayLike = -0.4472,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

star_relu_with_grad: _star_relu_with_grad
exponential: np.ufunc
exponential_grad: np.ufunc
exponential_backward: np.ufunc
exponential_with_grad: np.ufunc
exponential_grad_from_output: np.ufunc
exponential_backward_from_output: np.ufunc

class _elu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

elu_with_grad: _elu_with_grad

class _elu_grad_from_output(_Parametric, Protocol):
    def __call__(
        self,
        y: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

elu_grad_from_output: _elu_grad_from_output

class _elu_backward_from_output(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        y: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

elu_backward_from_output: _elu_backward_from_output
selu: np.ufunc
selu_grad: np.ufunc
selu_backward: np.ufunc
selu_with_grad: np.ufunc
selu_grad_from_output: np.ufunc
selu_backward_from_output: np.ufunc

class _celu(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

celu_with_grad: _celu_with_grad

class _celu_grad_from_output(_Parametric, Protocol):
    def __call__(
        self,
        y: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

celu_grad_from_output: _celu_grad_from_output

class _celu_backward_from_output(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        y: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

celu_backward_from_output: _celu_backward_from_output

class _softplus(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

softplus_with_grad: _softplus_with_grad

class _softplus_grad_from_output(_Parametric, Protocol):
    def __call__(
        self,
        y: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

softplus_grad_from_output: _softplus_grad_from_output

class _softplus_backward_from_output(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        y: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

softplus_backward_from_output: _softplus_backward_from_output
log_sigmoid: np.ufunc
log_sigmoid_grad: np.ufunc
log_sigmoid_backward: np.ufunc
log_sigmoid_with_grad: np.ufunc
log_sigmoid_grad_from_output: np.ufunc
log_sigmoid_backward_from_output: np.ufunc

class _squareplus(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        b: ArrayLike = 4.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

squareplus: _squareplus

class _squareplus_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        b: ArrayLike = 4.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

squareplus_grad: _squareplus_grad

class _squareplus_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        b: ArrayLike = 4.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

squareplus_backward: _squareplus_backward

class _squareplus_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        b: ArrayLike = 4.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

squareplus_with_grad: _squareplus_with_grad
sparse_plus: np.ufunc
sparse_plus_grad: np.ufunc
sparse_plus_backward: np.ufunc
sparse_plus_with_grad: np.ufunc

class _isru(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

isrlu_with_grad: _isrlu_with_grad
elish: np.ufunc
elish_grad: np.ufunc
elish_backward: np.ufunc
elish_with_grad: np.ufunc
hard_elish: np.ufunc
hard_elish_grad: np.ufunc
hard_elish_backward: np.ufunc
hard_elish_with_grad: np.ufunc

class _soft_exponential(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_exponential: _soft_exponential

class _soft_exponential_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_exponential_grad: _soft_exponential_grad

class _soft_exponential_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_exponential_backward: _soft_exponential_backward

class _soft_exponential_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 0.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

soft_exponential_with_grad: _soft_exponential_with_grad
sigmoid: np.ufunc
sigmoid_grad: np.ufunc
sigmoid_backward: np.ufunc
sigmoid_with_grad: np.ufunc
sigmoid_grad_from_output: np.ufunc
sigmoid_backward_from_output: np.ufunc
tanh: np.ufunc
tanh_grad: np.ufunc
tanh_backward: np.ufunc
tanh_with_grad: np.ufunc
tanh_grad_from_output: np.ufunc
tanh_backward_from_output: np.ufunc
softsign: np.ufunc
softsign_grad: np.ufunc
softsign_backward: np.ufunc
softsign_with_grad: np.ufunc
softsign_grad_from_output: np.ufunc
softsign_backward_from_output: np.ufunc
arctan: np.ufunc
arctan_grad: np.ufunc
arctan_backward: np.ufunc
arctan_with_grad: np.ufunc
arctan_grad_from_output: np.ufunc
arctan_backward_from_output: np.ufunc
arcsinh: np.ufunc
arcsinh_grad: np.ufunc
arcsinh_backward: np.ufunc
arcsinh_with_grad: np.ufunc
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

hard_sigmoid_with_grad: _hard_sigmoid_with_grad
sparse_sigmoid: np.ufunc
sparse_sigmoid_grad: np.ufunc
sparse_sigmoid_backward: np.ufunc
sparse_sigmoid_with_grad: np.ufunc

class _soft_clipping(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_clipping: _soft_clipping

class _soft_clipping_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_clipping_grad: _soft_clipping_grad

class _soft_clipping_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_clipping_backward: _soft_clipping_backward

class _soft_clipping_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

soft_clipping_with_grad: _soft_clipping_with_grad
logit: np.ufunc
logit_grad: np.ufunc
logit_backward: np.ufunc
logit_with_grad: np.ufunc

class _soft_cap(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        cap: ArrayLike = 30.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_cap: _soft_cap

class _soft_cap_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        cap: ArrayLike = 30.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_cap_grad: _soft_cap_grad

class _soft_cap_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        cap: ArrayLike = 30.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_cap_backward: _soft_cap_backward

class _soft_cap_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        cap: ArrayLike = 30.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

soft_cap_with_grad: _soft_cap_with_grad
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        casting: str = 'same_kind',
        order: str = 'K',
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
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
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
tanh_shrink: np.ufunc
tanh_shrink_grad: np.ufunc
tanh_shrink_backward: np.ufunc
tanh_shrink_with_grad: np.ufunc
lisht: np.ufunc
lisht_grad: np.ufunc
lisht_backward: np.ufunc
lisht_with_grad: np.ufunc
tanhexp: np.ufunc
tanhexp_grad: np.ufunc
tanhexp_backward: np.ufunc
tanhexp_with_grad: np.ufunc
serf: np.ufunc
serf_grad: np.ufunc
serf_backward: np.ufunc
serf_with_grad: np.ufunc
smish: np.ufunc
smish_grad: np.ufunc
smish_backward: np.ufunc
smish_with_grad: np.ufunc
logish: np.ufunc
logish_grad: np.ufunc
logish_backward: np.ufunc
logish_with_grad: np.ufunc
phish: np.ufunc
phish_grad: np.ufunc
phish_backward: np.ufunc
phish_with_grad: np.ufunc
dish: np.ufunc
dish_grad: np.ufunc
dish_backward: np.ufunc
dish_with_grad: np.ufunc
bent_identity: np.ufunc
bent_identity_grad: np.ufunc
bent_identity_backward: np.ufunc
bent_identity_with_grad: np.ufunc

class _hard_shrink(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_shrink: _hard_shrink

class _hard_shrink_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_shrink_grad: _hard_shrink_grad

class _hard_shrink_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

hard_shrink_backward: _hard_shrink_backward

class _hard_shrink_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

hard_shrink_with_grad: _hard_shrink_with_grad

class _soft_shrink(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_shrink: _soft_shrink

class _soft_shrink_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_shrink_grad: _soft_shrink_grad

class _soft_shrink_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

soft_shrink_backward: _soft_shrink_backward

class _soft_shrink_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

soft_shrink_with_grad: _soft_shrink_with_grad

class _shrink(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        bias: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

shrink: _shrink

class _shrink_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        bias: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

shrink_grad: _shrink_grad

class _shrink_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        bias: ArrayLike = 0.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

shrink_backward: _shrink_backward

class _shrink_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        lambd: ArrayLike = 0.5,
        bias: ArrayLike = 0.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

shrink_with_grad: _shrink_with_grad
sine: np.ufunc
sine_grad: np.ufunc
sine_backward: np.ufunc
sine_with_grad: np.ufunc
gcu: np.ufunc
gcu_grad: np.ufunc
gcu_backward: np.ufunc
gcu_with_grad: np.ufunc

class _snake(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

snake: _snake

class _snake_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

snake_grad: _snake_grad

class _snake_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

snake_backward: _snake_backward

class _snake_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        alpha: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

snake_with_grad: _snake_with_grad
sinc: np.ufunc
sinc_grad: np.ufunc
sinc_backward: np.ufunc
sinc_with_grad: np.ufunc
gaussian: np.ufunc
gaussian_grad: np.ufunc
gaussian_backward: np.ufunc
gaussian_with_grad: np.ufunc
sq_rbf: np.ufunc
sq_rbf_grad: np.ufunc
sq_rbf_backward: np.ufunc
sq_rbf_with_grad: np.ufunc

class _multiquadric(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

multiquadric: _multiquadric

class _multiquadric_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

multiquadric_grad: _multiquadric_grad

class _multiquadric_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

multiquadric_backward: _multiquadric_backward

class _multiquadric_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

multiquadric_with_grad: _multiquadric_with_grad

class _inverse_multiquadric(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

inverse_multiquadric: _inverse_multiquadric

class _inverse_multiquadric_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

inverse_multiquadric_grad: _inverse_multiquadric_grad

class _inverse_multiquadric_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

inverse_multiquadric_backward: _inverse_multiquadric_backward

class _inverse_multiquadric_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        x: ArrayLike,
        /,
        a: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

inverse_multiquadric_with_grad: _inverse_multiquadric_with_grad
thin_plate: np.ufunc
thin_plate_grad: np.ufunc
thin_plate_backward: np.ufunc
thin_plate_with_grad: np.ufunc
glu: np.ufunc
glu_backward: np.ufunc
bilinear: np.ufunc
bilinear_backward: np.ufunc
reglu: np.ufunc
reglu_backward: np.ufunc
geglu: np.ufunc
geglu_backward: np.ufunc
geglu_tanh: np.ufunc
geglu_tanh_backward: np.ufunc

class _swiglu(_Parametric, Protocol):
    def __call__(
        self,
        a: ArrayLike,
        b: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

swiglu: _swiglu

class _swiglu_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        a: ArrayLike,
        b: ArrayLike,
        /,
        beta: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

swiglu_backward: _swiglu_backward

class _swiglu_oai(_Parametric, Protocol):
    def __call__(
        self,
        a: ArrayLike,
        b: ArrayLike,
        /,
        limit: ArrayLike = 7.0,
        alpha: ArrayLike = 1.702,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

swiglu_oai: _swiglu_oai

class _swiglu_oai_backward(_Parametric, Protocol):
    def __call__(
        self,
        dy: ArrayLike,
        a: ArrayLike,
        b: ArrayLike,
        /,
        limit: ArrayLike = 7.0,
        alpha: ArrayLike = 1.702,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

swiglu_oai_backward: _swiglu_oai_backward

class _sigmoid_cross_entropy(_Parametric, Protocol):
    def __call__(
        self,
        logits: ArrayLike,
        /,
        targets: ArrayLike,
        pos_weight: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

sigmoid_cross_entropy: _sigmoid_cross_entropy

class _sigmoid_cross_entropy_grad(_Parametric, Protocol):
    def __call__(
        self,
        logits: ArrayLike,
        /,
        targets: ArrayLike,
        pos_weight: ArrayLike = 1.0,
        out: Any = None,
        *,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> Any: ...

sigmoid_cross_entropy_grad: _sigmoid_cross_entropy_grad

class _sigmoid_cross_entropy_with_grad(_Parametric, Protocol):
    def __call__(
        self,
        logits: ArrayLike,
        /,
        targets: ArrayLike,
        pos_weight: ArrayLike = 1.0,
        *,
        out: Any = None,
        where: ArrayLike = True,
        casting: str = 'same_kind',
        order: str = 'K',
        dtype: DTypeLike | None = None,
        subok: bool = True,
    ) -> tuple[Any, Any]: ...

sigmoid_cross_entropy_with_grad: _sigmoid_cross_entropy_with_grad
