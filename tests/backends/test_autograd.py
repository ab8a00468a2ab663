"""autograd with fastact's functions: gradients of every name, what they broadcast to, and what is refused."""

import inspect
import sys

import numpy as np
import pytest

import fastact as fa
import fastact.backends.autograd as differentiable
from fastact.backends.autograd import RULES

autograd = pytest.importorskip("autograd")
import autograd.numpy as anp  # noqa: E402
from autograd import grad, hessian, jacobian, make_jvp  # noqa: E402
from autograd.test_util import check_grads  # noqa: E402

try:
    differentiable.primitives()
except ImportError as error:
    pytest.skip(str(error), allow_module_level=True)

RNG = np.random.default_rng(5)
X = RNG.uniform(0.1, 3.1, (3, 4)) * RNG.choice([-1, 1], (3, 4))
CLASSES = np.array([0, 3, 1])
CALLS = {  # inputs, and what else is given, where those are not X and nothing
    "bias_act": ((X, X[0]), {"name": "gelu"}),
    "causal_softmax": ((RNG.standard_normal((4, 4)),), {}),
    "layer_norm": ((X, X[0], X[1]), {}),
    "logit": ((RNG.uniform(0.1, 0.9, (3, 4)),), {}),
    "maxout": ((X,), {"pieces": 2}),
    "prelu": ((X, np.abs(X[0])), {}),
    "rms_norm": ((X, X[0]), {}),
    "segment_softmax": ((X,), {"lengths": [1, 3]}),
    "sigmoid_cross_entropy": ((X,), {"targets": RNG.uniform(0, 1, (3, 4))}),
    "softmax_cross_entropy": ((X,), {"targets": CLASSES}),
    "srelu": ((X,), {"t_left": -0.52, "a_left": 0.2, "t_right": 0.53, "a_right": 0.3}),
    "thin_plate": ((np.abs(X),), {}),
    "threshold": ((X,), {"threshold": 0.21, "value": 0.1}),
}
OPTIONS = [
    ("bias_act", (X, X[:, 0]), {"name": "elu", "axis": 0, "alpha": 0.3}),
    ("crelu", (X,), {"axis": 0}),
    ("elu", (X,), {"alpha": np.linspace(0.2, 1, 8).reshape(2, 1, 4)}),
    ("entmax", (X,), {"axis": 0}),
    ("entmax", (X,), {"alpha": 1.3}),
    ("layer_norm", (X, X[:, 0], X[:, 1]), {"axis": 0, "epsilon": 1e-3}),
    ("log_softmax", (X,), {"axis": 0, "sink": 0.5, "temperature": 2.0}),
    ("logsumexp", (X,), {"axis": None}),
    ("logsumexp", (X,), {"axis": 0, "keepdims": True, "b": np.abs(X)}),
    ("sigmoid_cross_entropy", (X,), {"targets": np.full((2, 3, 4), 0.3), "weight": np.full(4, 0.5), "pos_weight": 2.0}),
    ("sigmoid_cross_entropy", (X,), {"targets": np.full((2, 3, 4), 0.3), "reduction": "mean"}),
    ("softmax", (X,), {"axis": 0, "where": X < 1, "sink": 0.5, "temperature": 2.0}),
    ("softmax", (X,), {"axis": (0, 1)}),
    ("softmax_cross_entropy", (X,), {"targets": np.array([0, 1, 2, 0]), "axis": 0}),
    ("softmax_cross_entropy", (X,), {"targets": CLASSES, "reduction": "mean"}),
    ("softmax_cross_entropy", (X,), {"targets": np.full((3, 4), 0.25), "reduction": "sum"}),
    ("softmax_cross_entropy", (X,), {"targets": CLASSES, "weight": np.arange(4.0), "label_smoothing": 0.1, "ignore_index": 1}),
    ("softmin", (X,), {"axis": 0, "temperature": 0.5}),
    ("swiglu", (X, X[:, :1]), {"beta": 1.3}),
    ("swiglu", (X, np.float64(0.7)), {}),
    ("swiglu_oai_packed", (X,), {"interleaved": True, "limit": 3.0}),
]


def total(function):
    return lambda *args: anp.sum(function(*args))


def check(name, inputs, given):
    modes = ["fwd", "rev"] if RULES[name].symmetric else ["rev"]
    check_grads(lambda *inputs: call(name, inputs, given), modes=modes, order=1)(*inputs)


def call(name, inputs, given):
    """Inputs by position, behind the name of an activation where there is one."""
    before = [given["name"]] if "name" in given else []
    return getattr(differentiable, name)(*before, *inputs, **{one: v for one, v in given.items() if one != "name"})


# ---- gradients ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RULES)
def test_gradients_of_every_name(name):
    default = (X, RNG.standard_normal(4)) if RULES[name].inputs == ("a", "b") else (X,)
    inputs, given = CALLS.get(name, (default, {}))
    check(name, inputs, given)
    of_fastact = getattr(fa, name, None) or getattr(fa.nn, name)
    want = call_of(of_fastact, inputs, given)
    np.testing.assert_array_equal(call(name, inputs, given), want[0] if name == "maxout" else want)


def call_of(function, inputs, given):
    before = [given["name"]] if "name" in given else []
    return function(*before, *inputs, **{one: value for one, value in given.items() if one != "name"})


def test_every_function_with_a_backward_form_is_there():
    """But for what draws random numbers, slopes of prelu, and the statistics of a batch."""
    every = {name.removesuffix("_backward") for name in (*fa.__all__, *fa.nn.__all__) if name.endswith("_backward")}
    losses = {name.removesuffix("_with_grad") for name in fa.__all__ if name.endswith("cross_entropy_with_grad")}
    assert RULES.keys() == (every | losses | {"softmin"}) - {"rrelu", "prelu_slope", "batch_norm"}
    assert dir(differentiable) == sorted(differentiable.__all__) == sorted(RULES)


@pytest.mark.parametrize(("name", "inputs", "given"), OPTIONS, ids=[f"{one[0]}-{k}" for k, one in enumerate(OPTIONS)])
def test_gradients_with_options(name, inputs, given):
    check(name, inputs, given)


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_gradients_are_fastact_s_own_in_the_type_of_the_input(dtype):
    x = X.astype(dtype)
    for name in ("gelu", "elu", "softmax"):
        got = grad(lambda x: anp.sum(getattr(differentiable, name)(x)[..., 0]))(x)
        dy = np.zeros_like(x)
        dy[..., 0] = 1
        want = fa.softmax_backward(dy, fa.softmax(x)) if name == "softmax" else getattr(fa, f"{name}_backward")(dy, x)
        assert got.dtype == dtype
        np.testing.assert_array_equal(got, want)


def test_numbers_names_and_networks():
    assert grad(differentiable.gelu)(1.0) == fa.gelu_grad(1.0)
    assert grad(lambda a: anp.sum(differentiable.swiglu(a, X)))(0.5).shape == ()
    slopes = grad(lambda slope: anp.sum(differentiable.prelu(X, slope=slope)))(X[0])
    np.testing.assert_allclose(slopes, np.minimum(X, 0).sum(0))
    np.testing.assert_allclose(grad(lambda x: anp.sum(differentiable.softmax(x=x) ** 2))(X[0]), jacobian_of_squares(X[0]))
    np.testing.assert_array_equal(grad(lambda b: anp.sum(differentiable.layer_norm(X, beta=b)))(X[0]), np.full(4, 3.0))

    def loss(weights):
        hidden = differentiable.mish(anp.dot(X, weights[0]))
        return differentiable.softmax_cross_entropy(anp.dot(hidden, weights[1]), CLASSES, reduction="mean")

    check_grads(loss, modes=["rev"], order=1)([RNG.standard_normal((4, 5)), RNG.standard_normal((5, 4))])


def jacobian_of_squares(x):
    return 2 * fa.softmax(x) @ jacobian(differentiable.softmax)(x)


def test_the_functions_look_like_fastact_s_own():
    for name in ("gelu", "elu", "softmax"):
        function, own = getattr(differentiable, name), getattr(fa, name)
        assert (function.__name__, function.__doc__) == (own.__name__, own.__doc__)
        assert inspect.signature(function) == inspect.signature(own)
    with pytest.raises(AttributeError, match="no attribute 'geluu'"):
        differentiable.geluu  # noqa: B018


@pytest.mark.skipif(
    not hasattr(sys.modules["autograd.tracer"], "trace_primitives_map"), reason="autograd asks ufuncs for no primitive"
)
def test_autograd_takes_the_ufuncs_of_fastact_themselves():
    np.testing.assert_array_equal(grad(total(fa.gelu))(X), fa.gelu_grad(X))
    np.testing.assert_array_equal(grad(lambda x: anp.sum(fa.elu(x, 0.5)))(X), fa.elu_grad(X, 0.5))


# ---- what is refused ---------------------------------------------------------------------------------------------------------

REFUSED = [
    ("alpha", lambda a: differentiable.elu(X, a)),
    ("alpha", lambda a: differentiable.elu(X, alpha=a)),
    ("alpha", lambda a: differentiable.swiglu_oai(X, X, alpha=a)),
    ("temperature", lambda a: differentiable.softmax(X, temperature=a)),
    ("alpha", lambda a: differentiable.entmax(X, a)),
    ("targets", lambda a: differentiable.sigmoid_cross_entropy(X, a)),
    ("pos_weight", lambda a: differentiable.sigmoid_cross_entropy(X, X, a)),
    ("alpha", lambda a: differentiable.bias_act("elu", X, X[0], alpha=a)),
]


@pytest.mark.parametrize(("argument", "function"), REFUSED, ids=range(len(REFUSED)))
def test_parameters_are_constants(argument, function):
    with pytest.raises(TypeError, match=rf"\(\) has no gradient with respect to {argument}, which is a constant"):
        grad(total(function))(1.5)


@pytest.mark.parametrize(
    ("option", "function"),
    [
        ("out", lambda x: differentiable.gelu(x, out=np.empty_like(X))),
        ("out", lambda x: differentiable.gelu(x, np.empty_like(X))),
        ("casting", lambda x: differentiable.elu(x, casting="no")),
        ("dtype", lambda x: differentiable.softmax(x, dtype=np.float32)),
        ("return_sign", lambda x: differentiable.logsumexp(x, return_sign=True)[0]),
    ],
    ids=range(5),
)
def test_options_without_a_gradient(option, function):
    with pytest.raises(TypeError, match=rf"\(\) has no gradient with {option}"):
        grad(total(function))(X)


def test_there_is_no_second_derivative():
    message = r"fastact has no second derivative of {}\(\)"
    for name in ("gelu", "elu", "softmax", "logsumexp"):
        with pytest.raises(NotImplementedError, match=message.format(name)):
            hessian(lambda x: anp.sum(getattr(differentiable, name)(x) ** 2))(X)
    with pytest.raises(NotImplementedError, match=message.format("tanh")):
        make_jvp(lambda x: make_jvp(differentiable.tanh)(x)(1.0)[1])(1.0)(1.0)
    with pytest.raises(NotImplementedError, match="JVP of logsumexp"):
        make_jvp(differentiable.logsumexp)(X)(X)


def test_another_version_is_refused(monkeypatch):
    monkeypatch.setattr(autograd, "__version__", "1.6", raising=False)
    with pytest.raises(ImportError, match=r"autograd 1\.6 is not served: fastact is tested with those from .* up to"):
        differentiable.primitives.__wrapped__()
