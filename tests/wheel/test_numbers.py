"""Values of the wheel against plain NumPy, by each instruction set that the processor runs."""

import json
import math
from functools import cache

import numpy as np
import pytest
from installed import interpreter, printed

import fastact as fa
from fastact._core import ufuncs

RNG = np.random.default_rng(0)
X = np.concatenate([np.linspace(-8, 8, 101), [-30.0, -1e-3, 0.0, 1e-3, 30.0]])
ROWS = 3 * RNG.standard_normal((7, 33))
DY = RNG.standard_normal((7, 33))
TARGETS = RNG.integers(0, 33, 7)
ERF = np.vectorize(math.erf)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)


def log_softmax(x):
    return np.log(softmax(x))


def sparsemax(x):
    """By its definition: the threshold from the sorted row (A. Martins and R. Astudillo, 2016)."""
    z = -np.sort(-x, -1)
    k = np.arange(1, x.shape[-1] + 1)
    support = 1 + k * z > z.cumsum(-1)
    count = support.sum(-1, keepdims=True)
    return np.maximum(x - (np.where(support, z, 0).sum(-1, keepdims=True) - 1) / count, 0)


# The call as text, of X, ROWS, DY and TARGETS in the type; and what plain NumPy has for it in float64.
CALLS = {
    "fa.identity(X)": lambda: X,
    "fa.relu(X)": lambda: np.maximum(X, 0),
    "fa.leaky_relu(X, 0.2)": lambda: np.where(X > 0, X, 0.2 * X),
    "fa.elu(X, alpha=1.5)": lambda: np.where(X > 0, X, 1.5 * np.expm1(X)),
    "fa.softplus(X)": lambda: np.log1p(np.exp(-abs(X))) + np.maximum(X, 0),
    "fa.sigmoid(X)": lambda: sigmoid(X),
    "fa.sigmoid_grad(X)": lambda: sigmoid(X) * sigmoid(-X),
    "fa.sigmoid_backward(X, X)": lambda: X * sigmoid(X) * sigmoid(-X),
    "fa.tanh_with_grad(X)[0]": lambda: np.tanh(X),
    "fa.tanh_with_grad(X)[1]": lambda: 1 / np.cosh(X) ** 2,
    "fa.silu(X)": lambda: X * sigmoid(X),
    "fa.gelu(X[50:])": lambda: X[50:] * (1 + ERF(X[50:] / math.sqrt(2))) / 2,
    "fa.mish(X)": lambda: X * np.tanh(np.log1p(np.exp(X))),
    "fa.hard_swish(X)": lambda: X * np.clip(X + 3, 0, 6) / 6,
    "fa.gaussian(X)": lambda: np.exp(-(X**2)),
    "fa.sine(X)": lambda: np.sin(X),
    "fa.swiglu(X, X[::-1])": lambda: X * sigmoid(X) * X[::-1],
    "fa.geglu_packed(ROWS[:, :32])": lambda: ROWS[:, :16] * (1 + ERF(ROWS[:, :16] / math.sqrt(2))) / 2 * ROWS[:, 16:32],
    "fa.bias_act('relu', ROWS, DY[0])": lambda: np.maximum(ROWS + DY[0], 0),
    "fa.crelu(ROWS)": lambda: np.concatenate([np.maximum(ROWS, 0), np.maximum(-ROWS, 0)], -1),
    "fa.maxout(ROWS, 3)[0]": lambda: ROWS.reshape(7, 11, 3).max(-1),
    "fa.softmax(ROWS)": lambda: softmax(ROWS),
    "fa.softmax(ROWS, 0)": lambda: softmax(ROWS, 0),
    "fa.softmax(ROWS, where=ROWS > 0)": lambda: softmax(np.where(ROWS > 0, ROWS, -np.inf)),
    "fa.softmax(ROWS, temperature=2.0)": lambda: softmax(ROWS / 2),
    "fa.softmin(ROWS)": lambda: softmax(-ROWS),
    "fa.log_softmax(ROWS)": lambda: log_softmax(ROWS),
    "fa.logsumexp(ROWS)": lambda: np.log(np.exp(ROWS).sum(-1)),
    "fa.special.logsumexp(ROWS)": lambda: np.log(np.exp(ROWS).sum()),
    "fa.softmax_backward(DY, ROWS)": lambda: ROWS * (DY - (DY * ROWS).sum(-1, keepdims=True)),
    "fa.causal_softmax(ROWS[:, :7])": lambda: softmax(np.where(np.tri(7, dtype=bool), ROWS[:, :7], -np.inf)),
    "fa.segment_softmax(ROWS[0], [3, 0, 20, 10])": lambda: np.concatenate([softmax(p) for p in np.split(ROWS[0], [3, 23])]),
    "fa.sparsemax(ROWS)": lambda: sparsemax(ROWS),
    "fa.entmax(ROWS, 2.0)": lambda: sparsemax(ROWS),
    "fa.softmax_cross_entropy(ROWS, TARGETS)": lambda: -log_softmax(ROWS)[range(7), TARGETS],
    "fa.softmax_cross_entropy_grad(ROWS, TARGETS)": lambda: softmax(ROWS) - np.eye(33)[TARGETS],
    "fa.sigmoid_cross_entropy(ROWS, DY > 0)": lambda: np.logaddexp(0, ROWS) - (DY > 0) * ROWS,
    "fa.online_logsumexp([ROWS[:, :5], ROWS[:, 5:]])": lambda: np.log(np.exp(ROWS).sum(-1, keepdims=True)),
}
TOLERANCES = {"float32": (2e-5, 2e-6), "float64": (2e-13, 1e-14)}

SCRIPT = """
import json, sys
import numpy as np
import fastact as fa
from fastact._core.ufuncs import isa_name
calls, arrays = json.load(open(sys.argv[1]))
found = {}
for dtype in ("float32", "float64"):
    given = {name: np.array(array, int if name == "TARGETS" else dtype) for name, array in arrays.items()}
    for call in calls:
        result = eval(call, {"fa": fa, "np": np, **given})
        found[f"{call} {dtype}"] = [str(result.dtype), np.asarray(result, float).tolist()]
print(json.dumps([isa_name, found]))
"""


@cache
def results(isa, folder):
    """What an interpreter that is told the instruction set finds for all calls."""
    arrays = {"X": X, "ROWS": ROWS, "DY": DY, "TARGETS": TARGETS}
    file = folder / f"{isa}.json"
    file.write_text(json.dumps([list(CALLS), {name: array.tolist() for name, array in arrays.items()}]))
    used, found = json.loads(printed(interpreter("-c", SCRIPT, file, cwd=folder, FASTACT_ISA=isa)))
    assert used == isa
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("numbers")


@pytest.mark.parametrize("dtype", TOLERANCES)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("isa", ufuncs.isas)
def test_values_are_those_of_plain_numpy(isa, call, dtype, folder):
    kind, got = results(isa, folder)[f"{call} {dtype}"]
    with np.errstate(all="ignore"):
        want = CALLS[call]()
    rtol, atol = TOLERANCES[dtype]
    assert kind == dtype and np.shape(got) == np.shape(want)
    np.testing.assert_allclose(got, want, rtol=rtol, atol=atol)


def test_types_are_kept_and_integers_are_floats():
    for dtype in ("float16", "float32", "float64"):
        assert fa.gelu(np.ones(3, dtype)).dtype == fa.softmax(np.ones(3, dtype)).dtype == dtype
    assert fa.gelu(np.arange(3)).dtype == fa.softmax(np.arange(3)).dtype == np.float64


def test_threads_and_the_pool_change_no_bit():
    x = np.resize(X, 10**6).astype("float32")
    with fa.num_threads(1):
        want = fa.gelu(x)
    for count in (2, 3):
        with fa.num_threads(count), fa.pooled():
            assert (fa.gelu(x) == want).all()
