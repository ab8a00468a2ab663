"""How the functions that are no plain ufuncs are called: every spelling of `out`, and the words in which they refuse.

An error names the argument at fault, what it was and what is accepted, and none shows a gufunc that the function is made of.
"""

import inspect
import re

import numpy as np
import pytest
from calls import assert_same_bits

import fastact as fa
from fastact.catalogue.public import FUNCTIONS

X = np.linspace(-3, 3, 24).reshape(2, 3, 4)
Y = np.full((2, 3, 4), 0.25)
SUMS = {axis: fa.logsumexp(X, axis) for axis in (-1, 0, (0, 1), (2, 0), None)}
AXES = list(SUMS)


def rng():
    return np.random.default_rng(0)


# Calls of one array or two, by a label; they take the axis and `out`.
ALONG_AXES = {
    "softmax": lambda axis, **given: fa.softmax(X, axis, **given),
    "softmax with a temperature": lambda axis, **given: fa.softmax(X, axis, temperature=2.0, **given),
    "log_softmax with where": lambda axis, **given: fa.log_softmax(X, axis, where=X > -2.9, **given),
    "softmin": lambda axis, **given: fa.softmin(X, axis, **given),
    "sparsemax": lambda axis, **given: fa.sparsemax(X, axis, **given),
    "entmax15": lambda axis, **given: fa.entmax15(X, axis, **given),
    "entmax": lambda axis, **given: fa.entmax(X, 1.25, axis, **given),
    "gumbel_softmax": lambda axis, **given: fa.gumbel_softmax(X, axis=axis, rng=rng(), **given),
    "softmax_backward": lambda axis, **given: fa.softmax_backward(X, Y, axis, **given),
    "softmax_backward with where": lambda axis, **given: fa.softmax_backward(X, Y, axis, where=X > 0, **given),
    "log_softmax_backward": lambda axis, **given: fa.log_softmax_backward(X, -Y, axis, **given),
    "sparsemax_backward": lambda axis, **given: fa.sparsemax_backward(X, Y, axis, **given),
    "entmax15_backward": lambda axis, **given: fa.entmax15_backward(X, Y, axis, **given),
    "entmax_backward": lambda axis, **given: fa.entmax_backward(X, Y, 1.25, axis, **given),
    "logsumexp": lambda axis, **given: fa.logsumexp(X, axis, **given),
    "logsumexp that keeps axes": lambda axis, **given: fa.logsumexp(X, axis, keepdims=True, **given),
    "logsumexp with where": lambda axis, **given: fa.logsumexp(X, axis, where=X > 0, **given),
    "logsumexp with both": lambda axis, **given: fa.logsumexp(X, axis, where=X > 0, keepdims=True, **given),
    "logsumexp with factors": lambda axis, **given: fa.logsumexp(X, axis, b=np.abs(X), **given),
    "logsumexp_backward": lambda axis, **given: fa.logsumexp_backward(SUMS[axis], X, SUMS[axis], axis, **given),
    "logsumexp_backward with factors": lambda axis, **given: fa.logsumexp_backward(
        SUMS[axis], X, SUMS[axis], axis, b=Y, **given
    ),
}
OF_ONE_AXIS = {
    "segment_softmax": lambda axis, **given: fa.segment_softmax(X, [X.shape[axis]], axis, **given),
    "segment_softmax_backward": lambda axis, **given: fa.segment_softmax_backward(X, Y, [X.shape[axis]], axis, **given),
    "bipolar_relu": lambda axis, **given: fa.bipolar_relu(X, axis, **given),
    "bipolar_relu_grad": lambda axis, **given: fa.bipolar_relu_grad(X, axis, **given),
    "bipolar_relu_backward": lambda axis, **given: fa.bipolar_relu_backward(Y, X, axis, **given),
    "crelu": lambda axis, **given: fa.crelu(X, axis, **given),
    "crelu_grad": lambda axis, **given: fa.crelu_grad(X, axis, **given),
    "crelu_backward": lambda axis, **given: fa.crelu_backward(1.0, X, axis, **given),
    "bias_act": lambda axis, **given: fa.bias_act("silu", X, np.ones(X.shape[axis]), axis=axis, **given),
    "swiglu_packed": lambda axis, **given: fa.swiglu_packed(np.concatenate([X, X], axis), axis, **given),
    "swiglu_packed_backward": lambda axis, **given: fa.swiglu_packed_backward(Y, np.concatenate([X, X], axis), axis, **given),
    "softmax_cross_entropy": lambda axis, **given: fa.softmax_cross_entropy(X, Y, axis, **given),
    "softmax_cross_entropy_grad": lambda axis, **given: fa.softmax_cross_entropy_grad(X, Y, axis, **given),
}
OF_NONE = {
    "causal_softmax": lambda axis, **given: fa.causal_softmax(X, **given),
    "causal_softmax_backward": lambda axis, **given: fa.causal_softmax_backward(X, Y, **given),
    "rrelu": lambda axis, **given: fa.rrelu(X, **given),
    "a part's softmax": lambda axis, **given: fa.softmax_partial(X).softmax(X, **given),
    "softmax_cross_entropy of one row": lambda axis, **given: fa.softmax_cross_entropy(X[0, 0], 1, **given),
    "sigmoid_cross_entropy": lambda axis, **given: fa.sigmoid_cross_entropy(X, Y, **given),
    "sigmoid_cross_entropy of integers": lambda axis, **given: fa.sigmoid_cross_entropy(X, 1, 2.0, **given),
    "sigmoid_cross_entropy with where": lambda axis, **given: fa.sigmoid_cross_entropy(X, Y, where=X > -9, **given),
    "sigmoid_cross_entropy_grad": lambda axis, **given: fa.sigmoid_cross_entropy_grad(X, Y, **given),
    "sigmoid_cross_entropy_grad of a mean": lambda axis, **given: fa.sigmoid_cross_entropy_grad(
        X, Y, reduction="mean", **given
    ),
    **{
        f"{reduction} of {name}": lambda axis, name=name, reduction=reduction, **given: getattr(fa, name)(
            X, Y, reduction=reduction, **given
        )
        for name in ("softmax_cross_entropy", "sigmoid_cross_entropy")
        for reduction in ("mean", "sum")
    },
}
PAIRS = {
    "logsumexp and its sign": (AXES, lambda axis, **given: fa.logsumexp(X, axis, return_sign=True, **given)),
    "with factors": (AXES, lambda axis, **given: fa.logsumexp(X, axis, b=X, return_sign=True, **given)),
    "bipolar_relu_with_grad": ([0, -1], lambda axis, **given: fa.bipolar_relu_with_grad(X, axis, **given)),
    "crelu_with_grad": ([0, -1], lambda axis, **given: fa.crelu_with_grad(X, axis, **given)),
    "rrelu_with_grad": ([-1], lambda axis, **given: fa.rrelu_with_grad(X, **given)),
    "bias_act_backward of one bias": ([-1], lambda axis, **given: fa.bias_act_backward("silu", X, X, 0.5, **given)),
    "bias_act_backward": ([-1], lambda axis, **given: fa.bias_act_backward("silu", X, X, np.ones(4), **given)),
    "softmax_cross_entropy_with_grad": (
        [0, -1],
        lambda axis, **given: fa.softmax_cross_entropy_with_grad(X, Y, axis, **given),
    ),
    "its mean": ([0, -1], lambda axis, **given: fa.softmax_cross_entropy_with_grad(X, Y, axis, reduction="mean", **given)),
    "sigmoid_cross_entropy_with_grad": ([-1], lambda axis, **given: fa.sigmoid_cross_entropy_with_grad(X, Y, **given)),
    "its sum": ([-1], lambda axis, **given: fa.sigmoid_cross_entropy_with_grad(X, Y, reduction="sum", **given)),
}
CALLS = [
    *((label, axis, call) for label, call in ALONG_AXES.items() for axis in AXES),
    *((label, axis, call) for label, call in OF_ONE_AXIS.items() for axis in (0, 1, -1)),
    *((label, -1, call) for label, call in OF_NONE.items()),
]
PAIR_CALLS = [(label, axis, call) for label, (axes, call) in PAIRS.items() for axis in axes]

every_call = pytest.mark.parametrize("label, axis, call", CALLS)
every_pair = pytest.mark.parametrize("label, axis, call", PAIR_CALLS)
# what `out=...` does is for NumPy to say where a function hands it on
with_ellipsis = np.lib.NumpyVersion(np.__version__) >= "2.3.0"


# ---- out ---------------------------------------------------------------------------------------------------------------


@every_call
def test_out_has_every_spelling_of_numpy(label, axis, call):
    want = call(axis)
    for spell in (lambda array: array, lambda array: (array,)):
        array = np.full(np.shape(want), np.nan)
        assert call(axis, out=spell(array)) is array
        assert_same_bits([array], [want])
    for nothing in (None, (None,)):
        made = call(axis, out=nothing)
        assert type(made) is type(want)
        assert_same_bits([made], [want])
    if with_ellipsis:
        made = call(axis, out=...)
        assert type(made) is np.ndarray
        assert_same_bits([made], [np.asarray(want)])


@every_pair
def test_a_pair_of_outs_has_every_spelling_of_numpy(label, axis, call):
    want = call(axis)
    for given in [(1, 1), (1, 0), (0, 1), (0, 0)]:
        out = tuple(np.full(np.shape(one), np.nan) if there else None for one, there in zip(want, given))
        made = call(axis, out=out)
        assert all(one is target for one, target in zip(made, out) if target is not None)
        assert_same_bits(made, want)
    if with_ellipsis:
        made = call(axis, out=...)
        assert [type(one) for one in made] == [np.ndarray] * 2
        assert_same_bits(made, want)


@pytest.mark.skipif(not with_ellipsis, reason="NumPy before 2.3 has no out=...")
@pytest.mark.parametrize(
    "name", ["softmax", "log_softmax", "softmin", "logsumexp", "sparsemax", "entmax", "gelu", "leaky_relu", "rrelu"]
)
def test_an_ellipsis_asks_for_an_array_of_one_number(name):
    function = getattr(fa, name)
    for x in (1.5, np.float32(1.5), np.array(1.5)):
        assert not isinstance(function(x), np.ndarray)
        made = function(x, out=...)
        assert type(made) is np.ndarray and made == function(x)


@every_call
def test_a_wrong_out_is_refused_and_untouched(label, axis, call):
    shape = np.shape(call(axis))
    read_only = np.zeros(shape)
    read_only.flags.writeable = False
    larger = np.full((5, *shape), 7.0)
    for out, error, message in [
        ([0.0], TypeError, "^out must be an array, not list$"),
        (([0.0],), TypeError, "^out must be an array, not list$"),
        ((), ValueError, "^out must be an array or a tuple of one, not a tuple of 0$"),
        ((None, None), ValueError, "^out must be an array or a tuple of one, not a tuple of 2$"),
        (
            larger,
            ValueError,
            f"^out has shape {re.escape(str(larger.shape))}, but the result has shape {re.escape(str(shape))}$",
        ),
        (np.empty((9,) * len(shape) or 9), ValueError, r"^out has shape \(9,.*but the result has shape "),
        (read_only, ValueError, "^out must be an array that can be written to, but is read-only$"),
        (np.zeros(shape, int), TypeError, "^out must be an array of floating-point numbers, not of int64$"),
    ]:
        with pytest.raises(error, match=message):
            call(axis, out=out)
    assert (larger == 7).all() and (read_only == 0).all()


@every_pair
def test_a_wrong_pair_of_outs_is_refused_and_untouched(label, axis, call):
    shapes = [np.shape(one) for one in call(axis)]
    first, wrong = np.full(shapes[0], 7.0), np.full((5, *shapes[1]), 7.0)
    for out, error, message in [
        ((first, wrong), ValueError, rf"^out has shape {re.escape(str(wrong.shape))}, but the result has shape"),
        ((first, [0.0]), TypeError, "^out must be an array, not list$"),
        ((first, first, first), (TypeError, ValueError), "^out must be .*tuple.*, not a tuple of 3$"),
    ]:
        with pytest.raises(error, match=message):
            call(axis, out=out)
    assert (first == 7).all() and (wrong == 7).all()


# ---- what else is refused ----------------------------------------------------------------------------------------------

WRONG = {
    "complex": 1j * X,
    "text": np.full(X.shape, "a"),
    "objects": np.full(X.shape, None),
    "long doubles": X.astype("g"),
    "dates": np.zeros(X.shape, "M8[s]"),
}
LOSSES = {kind: [f"{kind}_cross_entropy{of}" for of in ("", "_grad", "_with_grad")] for kind in ("softmax", "sigmoid")}
# One array and the others by their names, for each public function of an axis.
BY_ARRAY = {
    **{
        ("x", name): lambda x, name=name, **given: getattr(fa, name)(x, **given)
        for name in ("softmax", "log_softmax", "softmin", "logsumexp", "sparsemax", "entmax15", "entmax", "softmax_partial")
    },
    ("x", "with factors"): lambda x, **given: fa.logsumexp(x, b=X, **given),
    ("b", "logsumexp"): lambda b, **given: fa.logsumexp(X, b=b, **given),
    ("x", "causal_softmax"): lambda x: fa.causal_softmax(x),
    ("x", "segment_softmax"): lambda x: fa.segment_softmax(x, [4]),
    ("logits", "gumbel_softmax"): lambda x, **given: fa.gumbel_softmax(x, rng=rng(), **given),
    **{
        ("dy", name): lambda dy, name=name, **given: getattr(fa, name)(dy, Y, **given)
        for name in ("softmax_backward", "log_softmax_backward", "sparsemax_backward", "entmax15_backward", "entmax_backward")
    },
    **{
        ("y", name): lambda y, name=name, **given: getattr(fa, name)(X, y, **given)
        for name in ("softmax_backward", "log_softmax_backward", "sparsemax_backward", "entmax15_backward", "entmax_backward")
    },
    ("dy", "causal_softmax_backward"): lambda dy: fa.causal_softmax_backward(dy, Y),
    ("y", "causal_softmax_backward"): lambda y: fa.causal_softmax_backward(X, y),
    ("dy", "segment_softmax_backward"): lambda dy: fa.segment_softmax_backward(dy, Y, [4]),
    ("y", "segment_softmax_backward"): lambda y: fa.segment_softmax_backward(X, y, [4]),
    ("x", "logsumexp_backward"): lambda x: fa.logsumexp_backward(SUMS[-1], x, SUMS[-1]),
    ("dy", "logsumexp_backward"): lambda dy: fa.logsumexp_backward(dy[..., :1], X, SUMS[-1]),
    ("sink", "softmax"): lambda sink: fa.softmax(X, sink=sink[..., 0]),
    ("sink", "causal_softmax"): lambda sink: fa.causal_softmax(X, sink=sink[..., 0]),
    ("x", "bias_act"): lambda x: fa.bias_act("relu", x, 1.0),
    ("x", "swiglu_packed"): lambda x: fa.swiglu_packed(x),
    ("x", "rrelu"): lambda x: fa.rrelu(x),
    ("x", "crelu"): lambda x: fa.crelu(x),
    ("dy", "crelu_backward"): lambda dy: fa.crelu_backward(np.concatenate([dy, dy], -1), X),
    ("dy", "bipolar_relu_backward"): lambda dy: fa.bipolar_relu_backward(dy, X),
    ("x", "maxout"): lambda x: fa.maxout(x, 2),
    **{
        ("logits", name): lambda logits, name=name: getattr(fa, name)(logits, Y)
        for name in (*LOSSES["softmax"], *LOSSES["sigmoid"])
    },
    **{
        ("targets", name): lambda targets, name=name: getattr(fa, name)(X, targets)
        for name in (*LOSSES["softmax"], *LOSSES["sigmoid"])
    },
    **{("weight", name): lambda weight, name=name: getattr(fa, name)(X, Y, weight=weight[0, 0]) for name in LOSSES["softmax"]},
    **{("weight", name): lambda weight, name=name: getattr(fa, name)(X, Y, weight=weight) for name in LOSSES["sigmoid"]},
    **{("pos_weight", name): lambda weight, name=name: getattr(fa, name)(X, Y, weight) for name in LOSSES["sigmoid"]},
}


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("argument, name", BY_ARRAY)
def test_what_is_no_array_of_real_numbers_is_refused_by_its_name(argument, name, kind):
    with pytest.raises(TypeError) as caught:
        BY_ARRAY[argument, name](WRONG[kind])
    kinds = "float16, bfloat16, float32, float64, integers or bool"
    assert str(caught.value) == f"{argument} must be an array of real numbers ({kinds}), not of {WRONG[kind].dtype}"
    assert caught.value.__cause__ is None and (caught.value.__suppress_context__ or caught.value.__context__ is None)


@pytest.mark.parametrize("axis", [1.5, "a", True, [0, "a"], (0, None), object])
@pytest.mark.parametrize("name", ALONG_AXES)
def test_an_axis_that_is_none_is_refused_by_its_name(name, axis):
    SUMS[repr(axis)] = SUMS[-1]
    call = ALONG_AXES[name] if "logsumexp_backward" not in name else lambda axis: fa.logsumexp_backward(1.0, X, SUMS[-1], axis)
    with pytest.raises(TypeError, match=f"^axis must be an integer, a tuple of integers or None, not {re.escape(repr(axis))}$"):
        call(axis)


@pytest.mark.parametrize("axis", [1.5, "a", True, (0,), None])
@pytest.mark.parametrize("name", [*OF_ONE_AXIS, "softmax_cross_entropy_with_grad"])
def test_an_axis_that_is_not_one_is_refused_by_its_name(name, axis):
    function, given = getattr(fa, name), {"axis": axis}
    operands = [X, Y] if name.endswith("_backward") or name in LOSSES["softmax"] else [X]
    if name.startswith("segment"):
        operands.append([4])
    if name == "bias_act":
        operands = ["silu", X, 1.0]
    with pytest.raises(TypeError, match=f"^axis must be an integer, not {type(axis).__name__}$"):
        function(*operands, **given)


@pytest.mark.parametrize("dtype", ["nonsense", int, "complex64", "S4", bool])
@pytest.mark.parametrize("name", [name for name in ALONG_AXES if name != "gumbel_softmax" and "factors" not in name])
def test_a_type_that_is_none_to_compute_in_is_refused_by_its_name(name, dtype):
    with pytest.raises(TypeError, match=r"^dtype must be one of float16.* or None, not " + re.escape(repr(dtype))):
        ALONG_AXES[name](-1, dtype=dtype)


OPTIONS = [
    ("temperature", np.ones(2), TypeError, "^temperature must be a real number, not ndarray$"),
    ("temperature", np.array(1.0), TypeError, "^temperature must be a real number, not ndarray$"),
    ("temperature", "1", TypeError, "^temperature must be a real number, not str$"),
    ("where", X, TypeError, "^where must be bool, not float64$"),
    ("where", np.ones(7, bool), ValueError, r"^where has shape \(7,\), which does not broadcast to that of x, \(2, 3, 4\)$"),
    ("inf", np.array("limit"), ValueError, "^inf must be 'limit' or 'nan', got array"),
    ("inf", np.array(["limit", "nan"]), ValueError, "^inf must be 'limit' or 'nan', got array"),
    ("sink", np.ones(7), ValueError, r"^sink has shape \(7,\), which does not broadcast to that of the rows, \(2, 3\)$"),
]


@pytest.mark.parametrize("option, value, error, message", OPTIONS)
@pytest.mark.parametrize("name", ["softmax", "log_softmax", "softmin"])
def test_an_option_is_refused_by_its_name(name, option, value, error, message):
    with pytest.raises(error, match=message):
        getattr(fa, name)(X, **{option: value})


def test_operands_that_do_not_broadcast_are_refused_by_their_names():
    for name in ("softmax_backward", "log_softmax_backward", "sparsemax_backward", "entmax15_backward", "entmax_backward"):
        with pytest.raises(ValueError, match=r"^y of shape \(2, 3, 4\) and dy of shape \(7,\) do not broadcast$"):
            getattr(fa, name)(np.ones(7), Y)


def test_another_string_of_the_same_word_is_that_word():
    """The function takes a shorter way where it sees its own default."""
    word = "".join(["li", "mit"])
    for name in ("softmax", "log_softmax"):
        assert_same_bits([getattr(fa, name)(X, inf=word)], [getattr(fa, name)(X)])


def test_a_part_is_refused_by_its_type_and_a_chunk_by_its_shape():
    with pytest.raises(TypeError, match=r"^parts must be of the type SoftmaxPartial, not float$"):
        fa.softmax_merge([1.0])
    whole = fa.softmax_partial(X)
    for x in (X[:1], X[0], np.ones((5, 3, 4))):
        with pytest.raises(ValueError, match=rf"^x has shape {re.escape(str(x.shape))}, but this is the whole of rows"):
            whole.softmax(x)


def test_no_message_shows_a_gufunc_that_no_user_knows():
    """Whatever is wrong, of all public functions that are written in Python."""
    hidden = re.compile(
        "_with_options|bias_act_[a-z]+'|ufunc '|gufunc signature|return arrays|ambiguous|requested shape|unhashable"
    )
    wrong = [1j * X, np.full(X.shape, "a"), None, {}, object()]
    values = {
        "out": [[1.0], np.zeros(3, int), np.empty((9, 9)), (), (1, 2, 3), "a"],
        "axis": [7, 1.5, (0, 9), "a"],
        "temperature": [np.ones(3), "a", 1j],
        "where": [X, np.ones(11, bool), "a"],
        "dtype": [int, "nonsense", [], {}, "g"],
        "sink": [1j, np.ones(11)],
        "b": [1j, np.ones(11)],
        "alpha": [1j, "a"],
        "offset": [1.5, "a"],
        "lengths": [1.5, [7], "a"],
        "rng": [1],
        "pieces": [1.5, 5],
        "gate": [1, "a"],
        "reduction": [None, 1, np.array("mean"), np.array(["mean", "sum"]), "median"],
        "weight": [1j, np.ones(11), "a", [None], np.ones((9, 2, 3, 4))],
        "pos_weight": [1j, np.ones(11), "a", None],
        "label_smoothing": [np.array(0.1), np.full(4, 0.1), "a", 1j, 2, None, True],
        "ignore_index": [1.5, "a", np.array([0, 1]), True],
    }
    known = {"rng": rng(), "lengths": [4], "pieces": 2, "name": "relu", "bias": np.ones(4), "index": np.zeros((2, 3, 2), int)}
    classes = {"targets": np.zeros((2, 3), int)}
    functions = [(name, function, known) for name, function in FUNCTIONS.items() if name not in ("get", "activations")]
    functions += [(name, FUNCTIONS[name], known | classes) for name in LOSSES["softmax"]]
    refused = losses = 0
    for name, function, known in functions:
        parameters = inspect.signature(function).parameters
        needed = [p for p in parameters.values() if p.default is p.empty and p.kind is not p.VAR_KEYWORD] + (
            [parameters["rng"]] if name == "gumbel_softmax" else []
        )
        right = {p.name: known.get(p.name, Y) for p in needed}
        calls = [right | {key: bad} for key in right for bad in wrong]
        calls += [right | {key: bad} for key in parameters if key in values for bad in values[key]]
        for given in calls:
            operands = [given.pop(p.name) for p in needed if p.kind is not p.KEYWORD_ONLY]
            try:
                function(*operands, **given)
            except (TypeError, ValueError, IndexError) as error:
                assert not hidden.search(str(error)), (name, given, str(error))
                refused += 1
                losses += "cross_entropy" in name
    assert refused > 700 and losses > 200
