"""The functions that must return the very bits of others, for `verify`: backward forms those of products with derivatives,
packed gates those of gates, causal rows those of masked ones.  They have the errors of what they are made of, and no other.

An entry of TWINS gives for a generator and a dtype the arguments, what the function returns and what is expected; the error is
how many numbers lie between them.
"""

import math
from functools import partial
from typing import NamedTuple

import numpy as np

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import verify_elementwise as elementwise
from fastact.lab.verify_elementwise import DTYPES, Worst, generator
from fastact.lab.verify_points import number, ordinal, usual

COUNT = 2**10  # points of one call
CALLS = 2**16  # points of float32 for one call


class Twin(NamedTuple):
    """`compare` takes a generator and a dtype and returns the operands by name, results and expected ones, as many each."""

    functions: tuple
    compare: object
    expected: str  # in words


def gradient(shape, dtype, rng):
    return number(usual(math.prod(shape), dtype, rng), dtype).reshape(shape)


def columns_of(name, dtype, rng):
    return elementwise.drawn_columns(elementwise.SUBJECTS[name], dtype, COUNT, rng)


def product(dy, d):
    """As a backward form has it: a derivative of 0 leaves nothing of dy."""
    return np.where(d == 0, d, dy * d)


def of_activation(name, ending):
    """with_grad and backward of one activation, or backward from its output."""

    def with_grad(rng, dtype):
        columns = columns_of(name, dtype, rng)
        want = getattr(fa, name)(*columns), getattr(fa, f"{name}_grad")(*columns)
        return columns, getattr(fa, f"{name}_with_grad")(*columns), want

    def backward(rng, dtype):
        columns = columns_of(name if not ending else f"{name}_grad{ending}", dtype, rng)
        dy = gradient(columns[0].shape, dtype, rng)
        want = product(dy, getattr(fa, f"{name}_grad{ending}")(*columns))
        return [dy, *columns], [getattr(fa, f"{name}_backward{ending}")(dy, *columns)], [want]

    if not ending:
        yield Twin((f"{name}_with_grad",) * 2, with_grad, f"{name}, {name}_grad")
    yield Twin((f"{name}_backward{ending}",), backward, f"dy*{name}_grad{ending}")


def of_gate(name):
    """The products with dy, and both halves of one array."""

    def halves(rng, dtype):
        """The columns, an array of both operands and how they stand in it."""
        a, b, *parameters = columns = columns_of(name, dtype, rng)
        given = dict(zip(elementwise.SUBJECTS[name].row.parameters, parameters)) | {"interleaved": bool(rng.integers(2))}
        return columns, joined(a, b, given), given

    def joined(first, second, given):
        return np.stack([first, second], axis=-1).ravel() if given["interleaved"] else np.concatenate([first, second])

    def backward(rng, dtype):
        columns = columns_of(name, dtype, rng)
        dy = gradient(columns[0].shape, dtype, rng)
        one = getattr(fa, f"{name}_backward")(np.ones_like(dy), *columns)
        return [dy, *columns], getattr(fa, f"{name}_backward")(dy, *columns), [product(dy, d) for d in one]

    def packed(rng, dtype):
        columns, x, given = halves(rng, dtype)
        return columns, [getattr(fa, f"{name}_packed")(x, **given)], [getattr(fa, name)(*columns)]

    def packed_backward(rng, dtype):
        columns, x, given = halves(rng, dtype)
        dy = gradient(columns[0].shape, dtype, rng)
        da, db = getattr(fa, f"{name}_backward")(dy, *columns)
        want = joined(da, db, given)
        return [dy, *columns], [getattr(fa, f"{name}_packed_backward")(dy, x, **given)], [want]

    yield Twin((f"{name}_backward",) * 2, backward, f"dy*{name}_backward(1)")
    yield Twin((f"{name}_packed",), packed, name)
    yield Twin((f"{name}_packed_backward",), packed_backward, f"{name}_backward")


def loss_with_grad(name, rng, dtype):
    columns = columns_of(name, dtype, rng)
    want = getattr(fa, name)(*columns), getattr(fa, f"{name}_grad")(*columns)
    return columns, getattr(fa, f"{name}_with_grad")(*columns), want


def rows_of(rng, dtype):
    """An array of two axes."""
    shape = int(rng.integers(1, 20)), int(rng.integers(1, 40))
    return (np.exp2(rng.uniform(-6, 6)) * rng.standard_normal(shape)).astype(dtype)


def cross_entropy_with_grad(rng, dtype):
    x = rows_of(rng, dtype)
    classes, smooth = rng.integers(0, x.shape[1], len(x)), float(rng.choice([0, rng.random()]))
    want = (
        fa.softmax_cross_entropy(x, classes, label_smoothing=smooth),
        fa.softmax_cross_entropy_grad(x, classes, label_smoothing=smooth),
    )
    return [x, classes, smooth], fa.softmax_cross_entropy_with_grad(x, classes, label_smoothing=smooth), want


def causal(rng, dtype):
    x = rows_of(rng, dtype)
    seen, t = np.tri(*x.shape, 2, dtype=bool), float(dtype(np.exp2(rng.uniform(-3, 3))))
    return [x, t], [fa.causal_softmax(x, 2, temperature=t)], [fa.softmax(x, where=seen, temperature=t)]


def causal_backward(rng, dtype):
    x = rows_of(rng, dtype)
    dy, y, seen = gradient(x.shape, dtype, rng), fa.causal_softmax(x, 2), np.tri(*x.shape, 2, dtype=bool)
    return [dy, y], [fa.causal_softmax_backward(dy, y, 2)], [fa.softmax_backward(dy, y, where=seen)]


def pieces(rng, n):
    cuts = np.sort(rng.integers(0, n + 1, rng.integers(0, 5)))
    return np.diff([0, *cuts, n])


def segments(rng, dtype):
    x = rows_of(rng, dtype).ravel()
    lengths = pieces(rng, len(x))
    want = [fa.softmax(part) for part in np.split(x, lengths.cumsum()[:-1])]
    return [x, lengths], [fa.segment_softmax(x, lengths)], [np.concatenate(want)]


def segments_backward(rng, dtype):
    x = rows_of(rng, dtype).ravel()
    lengths, dy = pieces(rng, len(x)), gradient(x.shape, dtype, rng)
    y, cuts = fa.segment_softmax(x, lengths), lengths.cumsum()[:-1]
    want = [fa.softmax_backward(*pair) for pair in zip(np.split(dy, cuts), np.split(y, cuts))]
    return [dy, y, lengths], [fa.segment_softmax_backward(dy, y, lengths)], [np.concatenate(want)]


def gumbel(rng, dtype):
    x, seed, t = rows_of(rng, dtype), int(rng.integers(2**31)), float(dtype(np.exp2(rng.uniform(-3, 3))))
    noise = np.random.default_rng(seed).standard_exponential(x.shape, dtype)
    want = fa.softmax(x - np.log(np.maximum(noise, np.finfo(dtype).smallest_subnormal)), temperature=t)
    return [x, seed, t], [fa.gumbel_softmax(x, t, rng=np.random.default_rng(seed))], [want]


def bias(rng, dtype):
    x, name = rows_of(rng, dtype), rng.choice(["gelu", "relu", "tanh", "softplus"])
    row = gradient(x.shape[1:], dtype, rng)
    return [x, row, str(name)], [fa.bias_act(str(name), x, row)], [getattr(fa, name)(x + row)]


def bias_backward(rng, dtype):
    x, name = rows_of(rng, dtype), rng.choice(["gelu", "relu", "tanh", "softplus"])
    row, dy = gradient(x.shape[1:], dtype, rng), gradient(x.shape, dtype, rng)
    dx, _ = fa.bias_act_backward(str(name), dy, x, row)
    return [dy, x, row, str(name)], [dx], [getattr(fa, f"{name}_backward")(dy, x + row)]


def rrelu(rng, dtype):
    """With slopes of its own, and with their mean."""
    x, seed = rows_of(rng, dtype), int(rng.integers(2**31))
    y, slope = fa.rrelu(x, rng=np.random.default_rng(seed))
    return [x, seed], [y, fa.rrelu(x)], [fa.prelu(x, slope), fa.prelu(x, dtype((1 / 8 + 1 / 3) / 2))]


def rrelu_with_grad(rng, dtype):
    x, seed = rows_of(rng, dtype), int(rng.integers(2**31))
    y, slope = fa.rrelu(x, rng=np.random.default_rng(seed))
    return [x, seed], fa.rrelu_with_grad(x, rng=np.random.default_rng(seed)), [y, fa.prelu_grad(x, slope)]


def rrelu_derivative(rng, dtype):
    x, slope = rows_of(rng, dtype), dtype(rng.random())
    return [x, slope], [fa.rrelu_grad(x, slope)], [fa.prelu_grad(x, slope)]


def rrelu_backward(rng, dtype):
    x, slope = rows_of(rng, dtype), dtype(rng.random())
    dy = gradient(x.shape, dtype, rng)
    return [dy, x, slope], [fa.rrelu_backward(dy, x, slope)], [fa.prelu_backward(dy, x, slope)]


def of_both_signs(name, rng, dtype):
    """crelu and bipolar_relu, and what is derived from them, by NumPy."""
    x = rows_of(rng, dtype)
    up, down = x > 0, x < 0
    if name.startswith("crelu"):
        y = np.concatenate([np.maximum(x, 0), np.maximum(-x, 0)], axis=-1)
        d = np.concatenate([up, np.where(down, -1, 0)], axis=-1).astype(dtype)
    else:
        even = np.arange(x.shape[1]) % 2 == 0
        y, d = np.where(even, np.maximum(x, 0), np.minimum(x, 0)), np.where(even, up, down).astype(dtype)
    if name.endswith("_with_grad"):
        return [x], getattr(fa, name)(x), [y, d]
    if name.endswith("_grad"):
        return [x], [getattr(fa, name)(x)], [d]
    if name.endswith("_backward"):
        dy = gradient(y.shape, dtype, rng)
        want = dy * d if y.shape == x.shape else np.add(*np.split(dy * d, 2, axis=-1))
        return [dy, x], [getattr(fa, name)(dy, x)], [want]
    return [x], [getattr(fa, name)(x)], [y]


def maxout(rng, dtype):
    x = rng.standard_normal((7, 12)).astype(dtype)
    groups = x.reshape(7, 4, 3)
    y, index = fa.maxout(x, 3)
    dy = gradient(y.shape, dtype, rng)
    want = np.where(np.arange(3) == groups.argmax(-1)[..., None], dy[..., None], 0).reshape(x.shape)
    return [dy, x], [y, fa.maxout_backward(dy, index, 3)], [groups.max(-1), want]


def _twins():
    for row in ufuncs.activations:
        yield from of_activation(row.name, "")
        if row.from_output:
            yield from of_activation(row.name, "_from_output")
    for row in ufuncs.built.gates:
        yield from of_gate(row.name)
    for row in ufuncs.built.losses:
        yield Twin((f"{row.name}_with_grad",) * 2, partial(loss_with_grad, row.name), f"{row.name}, {row.name}_grad")
    yield Twin(("softmax_cross_entropy_with_grad",) * 2, cross_entropy_with_grad, "softmax_cross_entropy and its gradient")
    yield Twin(("causal_softmax",), causal, "softmax with a mask")
    yield Twin(("causal_softmax_backward",), causal_backward, "softmax_backward with a mask")
    yield Twin(("segment_softmax",), segments, "softmax of each")
    yield Twin(("segment_softmax_backward",), segments_backward, "softmax_backward of each")
    yield Twin(("gumbel_softmax",), gumbel, "softmax of logits and noise")
    yield Twin(("bias_act",), bias, "the activation of the sum")
    yield Twin(("bias_act_backward dx",), bias_backward, "its backward form")
    yield Twin(("rrelu",) * 2, rrelu, "prelu")
    yield Twin(("rrelu_with_grad",) * 2, rrelu_with_grad, "rrelu, prelu_grad")
    yield Twin(("rrelu_grad",), rrelu_derivative, "prelu_grad")
    yield Twin(("rrelu_backward",), rrelu_backward, "prelu_backward")
    for name in ("crelu", "bipolar_relu"):
        for suffix in ("", "_grad", "_backward", "_with_grad"):
            yield Twin((name + suffix,) * (1 + (suffix == "_with_grad")), partial(of_both_signs, name + suffix), "NumPy")
    yield Twin(("maxout", "maxout_backward"), maxout, "NumPy")


SUBJECTS = {twin.functions[0]: twin for twin in _twins()}


def distances(got, want):
    """How many numbers lie between them; infinity where one is NaN and the other not, or they are of other types."""
    got, want = np.asarray(got), np.asarray(want)
    if got.dtype != want.dtype or got.shape != want.shape:
        return np.full(max(got.size, 1), math.inf)
    apart = np.abs(ordinal(got).astype(np.float64) - ordinal(want).astype(np.float64))
    return np.where(np.isnan(got) | np.isnan(want), np.where(np.isnan(got) & np.isnan(want), 0, math.inf), apart).ravel()


def search(task):
    """Calls with drawn arguments; by dtype, function and place, as of `verify_elementwise`."""
    twin, place = SUBJECTS[task.name], ufuncs.isa_name
    found, counts = {}, {}
    for dtype in task.dtypes:
        rng = generator(f"{task.name} {dtype} {place}", task.seed)
        calls = max(task.count // CALLS, 4)
        worst = {function: Worst(0.0, {}, math.nan, "") for function in twin.functions}
        with np.errstate(all="ignore"):
            for _ in range(calls):
                operands, got, want = twin.compare(rng, DTYPES[dtype])
                for function, g, w in zip(twin.functions, got, want, strict=True):
                    apart = distances(g, w)
                    i = int(apart.argmax()) if apart.size else 0
                    if apart.size and apart[i] > worst[function].ulp:
                        at = {"element": i} | {str(k): at_index(operand, i) for k, operand in enumerate(operands)}
                        worst[function] = Worst(float(apart[i]), at, float(np.ravel(g)[i]), repr(float(np.ravel(w)[i])))
        found |= {(dtype, function, place): one for function, one in worst.items()}
        counts[dtype] = calls
    return found, counts


def at_index(operand, i):
    """The element of an array that gave the i-th result, where there is one; else all of it."""
    if isinstance(operand, np.ndarray):
        return operand.ravel()[i].item() if operand.size > i else operand.tolist()
    return operand.item() if isinstance(operand, np.generic) else operand
