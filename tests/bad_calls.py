"""Every kind of call that the library refuses: what the tests of leaks repeat."""

import gc
import os
import pickle

import numpy as np
from calls import PUBLIC

import fastact as fa

X = np.ones((2, 6))
INDEX = X.astype(int)
READ_ONLY = X.copy()
READ_ONLY.flags.writeable = False
UFUNCS = [
    "sigmoid",
    "sigmoid_grad",
    "sigmoid_backward",
    "sigmoid_with_grad",
    "tanh_grad_from_output",
    "softplus",
    "hard_tanh_backward",
    "srelu_with_grad",
    "prelu",
]
SOFTMAXES = ["softmax", "log_softmax", "logsumexp", "softmax_backward", "log_softmax_backward"]


class Refuses:
    """An operand that raises wherever it is looked at."""

    def __array__(self, dtype=None, copy=None):
        raise ZeroDivisionError

    def __float__(self):
        raise ZeroDivisionError

    def __index__(self):
        raise ZeroDivisionError


class Overrides:
    def __array_ufunc__(self, *args, **kwargs):
        raise ZeroDivisionError


def elementwise(name):
    """What any function of the table refuses, by a label."""
    function = PUBLIC[name]
    ufunc = getattr(function, "ufunc", function)
    count = 2 if "_backward" in name else 1
    rest = [0.25 * (k + 1) for k in range(ufunc.nin - count)]
    x = [X] * count

    def out(array):
        return {"out": (array,) * ufunc.nout}

    yield "no operand", lambda: function()
    yield "too many operands", lambda: function(*x, *rest, *[None] * (ufunc.nout + 1))
    yield "complex", lambda: function(*[1j * X] * count, *rest)
    yield "text", lambda: function(*["a"] * count, *rest)
    yield "object", lambda: function(*[None] * count, *rest)
    yield "ragged", lambda: function(*[[1, [2, 3]]] * count, *rest)
    yield "raises as an array", lambda: function(*[Refuses()] * count, *rest)
    yield "raises as an override", lambda: function(*[Overrides()] * count, *rest)
    yield "unknown keyword", lambda: function(*x, *rest, gamma=1)
    yield "dtype without a loop", lambda: function(*x, *rest, dtype="int64")
    yield "dtype of nonsense", lambda: function(*x, *rest, dtype="nonsense")
    yield "casting no", lambda: function(*[INDEX] * count, *rest, casting="no")
    yield "casting of nonsense", lambda: function(*x, *rest, casting="nonsense")
    yield "where of another shape", lambda: function(*x, *rest, where=np.ones(5, bool), out=None)
    yield "where that is no bool", lambda: function(*x, *rest, where=X, out=None)
    yield "out of another shape", lambda: function(*x, *rest, **out(np.empty((3, 7))))
    yield "out of integers", lambda: function(*x, *rest, **out(INDEX))
    yield "out that is read-only", lambda: function(*x, *rest, **out(READ_ONLY))
    yield "out that is no array", lambda: function(*x, *rest, **out([1.0]))
    yield "too many outs", lambda: function(*x, *rest, out=(None,) * (ufunc.nout + 1))
    if count == 2:
        yield "operands that do not broadcast", lambda: function(X, np.ones(5), *rest)
    if rest:
        names = function.__signature__.parameters
        last = list(names)[ufunc.nin - 1]
        yield "parameter twice", lambda: function(*x, *rest, **{last: 1.0})
        yield "parameter of text", lambda: function(*x, *rest[:-1], "a")
        yield "parameter that raises", lambda: function(*x, *rest[:-1], Refuses())
        yield "parameter that does not broadcast", lambda: function(*x, *rest[:-1], np.ones(5))
        yield "parameter too large", lambda: function(*x, *rest[:-1], 10**400)
        yield "float16 parameter too large", lambda: raising(function, *[a.astype("f2") for a in x], *rest[:-1], 1e300)
    if name.startswith("hard_tanh"):
        yield "outside the domain", lambda: function(*x, 2.0, 1.0)
    if name == "prelu":
        yield "no parameter", lambda: function(X)


def raising(function, *args):
    """What only a floating-point error reports."""
    with np.errstate(all="raise"):
        return function(*args)


def softmax(name):
    function = getattr(fa, name)
    x = [X] * (1 + name.endswith("_backward"))
    yield "no operand", lambda: function()
    yield "complex", lambda: function(*[1j * a for a in x])
    yield "text", lambda: function(*["a"] * len(x))
    yield "object", lambda: function(*[None] * len(x))
    yield "ragged", lambda: function(*[[1, [2, 3]]] * len(x))
    yield "raises as an array", lambda: function(*[Refuses()] * len(x))
    yield "unknown keyword", lambda: function(*x, gamma=1)
    yield "dtype without a loop", lambda: function(*x, dtype="int64")
    for axis in (2, (0, 2), (0, 0), 1.5, "a", (0, None)):
        yield f"axis {axis!r}", lambda axis=axis: function(*x, axis=axis)
        yield f"axis {axis!r} of a scalar", lambda axis=axis: function(*[1.0] * len(x), axis=axis)
    for axis in (-1, 0, None):
        yield f"out of another shape, {axis}", lambda axis=axis: function(*x, axis=axis, out=np.empty((3, 7)))
        integers = np.zeros(np.shape(function(*x, axis=axis)), int)
        yield f"out of integers, {axis}", lambda axis=axis, out=integers: function(*x, axis=axis, out=out)
        yield f"out that is no array, {axis}", lambda axis=axis: function(*x, axis=axis, out=[1.0])
    if name != "logsumexp":
        yield "out that is read-only", lambda: function(*x, out=READ_ONLY)
    if len(x) == 2:
        yield "operands that do not broadcast", lambda: function(X, np.ones(5))


def others():
    rng = np.random.default_rng(0)
    for name in ("rrelu", "bipolar_relu", "crelu", "bipolar_relu_with_grad", "crelu_grad"):
        function = getattr(fa, name)
        yield f"{name} of text", lambda function=function: function("a")
        yield f"{name} of what raises", lambda function=function: function(Refuses())
        outs = (READ_ONLY,) * (1 + name.endswith("_with_grad"))
        yield f"{name} out", lambda function=function, outs=outs: function(X, out=outs)
    yield "rrelu bounds", lambda: fa.rrelu(X, 0.5, 0.25)
    yield "rrelu nan", lambda: fa.rrelu(X, float("nan"))
    yield "rrelu text", lambda: fa.rrelu(X, "0")
    yield "rrelu rng", lambda: fa.rrelu(X, rng=0)
    yield "rrelu complex with rng", lambda: fa.rrelu(1j * X, rng=rng)
    yield "rrelu_backward shapes", lambda: fa.rrelu_backward(np.ones(5), X, 0.25)
    yield "bipolar_relu axis", lambda: fa.bipolar_relu(X, 2)
    yield "bipolar_relu axis type", lambda: fa.bipolar_relu(X, 1.0)
    yield "crelu axis", lambda: fa.crelu(X, None)
    yield "crelu_backward shapes", lambda: fa.crelu_backward(X, X)
    yield "maxout divides", lambda: fa.maxout(X, 4)
    yield "maxout pieces", lambda: fa.maxout(X, 0)
    yield "maxout pieces type", lambda: fa.maxout(X, 2.0)
    yield "maxout_backward index", lambda: fa.maxout_backward(X, np.full(X.shape, 2), 2)
    yield "maxout_backward floats", lambda: fa.maxout_backward(X, X, 2)
    yield "prelu_slope_backward shapes", lambda: fa.prelu_slope_backward(X, X, np.ones(4))
    yield "prelu_slope_backward text", lambda: fa.prelu_slope_backward(X, X, "a")
    for name in ("sigmoid_cross_entropy", "sigmoid_cross_entropy_grad", "sigmoid_cross_entropy_with_grad"):
        function, outs = getattr(fa, name), 1 + name.endswith("_with_grad")
        yield f"{name} text", lambda function=function: function(X, "a")
        yield f"{name} of what raises", lambda function=function: function(X, Refuses(), reduction="mean")
        yield f"{name} reduction", lambda function=function: function(X, X, reduction="max")
        yield f"{name} weight", lambda function=function: function(X, X, weight=np.ones(5))
        yield f"{name} dtype", lambda function=function: function(X, X, dtype=int)
        yield (
            f"{name} out",
            lambda function=function, outs=outs: function(X, INDEX, out=(X.copy(),) * (outs - 1) + (READ_ONLY,)),
        )
    for name in ("softmax_cross_entropy_with_grad", "sigmoid_cross_entropy_with_grad"):
        function = getattr(fa, name)
        yield f"{name} out of one", lambda function=function: function(X, X, out=(X.copy(),))
        yield f"{name} out of integers", lambda function=function: function(X, X, out=(None, INDEX))
    yield "causal_softmax where", lambda: fa.causal_softmax(X, where=np.ones(5, bool))
    yield "causal_softmax_backward where", lambda: fa.causal_softmax_backward(X, X, where=X)
    yield "bias_act of softmax", lambda: fa.bias_act("softmax", X, 1.0)
    yield "bias_act without a bias", lambda: fa.bias_act("relu", X)
    yield "bias_act parameter", lambda: fa.bias_act("elu", X, 1.0, alpha=1j)
    yield "bias_act_backward out", lambda: fa.bias_act_backward("relu", X, X, 1.0, out=(X.copy(), READ_ONLY))
    yield "swiglu_packed text", lambda: fa.swiglu_packed(["a", "b"])
    yield "softmax temperature", lambda: fa.softmax(X, temperature=X)
    yield "elu operand by name", lambda: fa.elu(x=1.0)
    yield "get unknown", lambda: fa.get("no such function")
    yield "get type", lambda: fa.get(1)
    yield "set_num_threads 0", lambda: fa.set_num_threads(0)
    yield "set_num_threads text", lambda: fa.set_num_threads("a")
    yield "num_threads 2**40", lambda: fa.num_threads(2**40).__enter__()
    yield "pooled -1", lambda: fa.pooled(-1).__enter__()
    yield "pooled text", lambda: fa.pooled("a").__enter__()
    yield "enable_pool 1.5", lambda: fa.enable_pool(1.5)
    yield "attribute", lambda: fa.no_such_name
    yield "unpickled name", lambda: pickle.loads(b"cfastact\nno_such_name\n.")
    yield "reduce of one operand", lambda: fa.sigmoid.reduce(X)
    yield "at out of range", lambda: fa.sigmoid.at(X.copy(), [99])


def every_fault():
    """Every fault by its label."""
    made = dict(others())
    for name in UFUNCS:
        made |= {f"{name}: {label}": call for label, call in elementwise(name)}
    for name in SOFTMAXES:
        made |= {f"{name}: {label}": call for label, call in softmax(name)}
    return made


def repeat(call, times):
    """Makes the call so often; each time it must raise."""
    for _ in range(times):
        try:
            call()
        except Exception:
            continue
        raise AssertionError("it did not raise")


def resident():
    """Bytes of memory that the process has, as Linux tells them; 0 elsewhere."""
    if not os.path.exists("/proc/self/statm"):
        return 0
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def growth(measure, call, times):
    """By how much a measure rises over so many calls: nothing of what the first ones keep, nor of what a collection frees."""
    repeat(call, 5)
    before = measure()
    repeat(call, times)
    if measure() - before >= times // 10:
        gc.collect()
        before = measure()
        repeat(call, times)
        gc.collect()
    return measure() - before
