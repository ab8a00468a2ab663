"""Functions of fastact in functions that Numba compiles: types, bits, memory, errors, and code that is cached.

With FASTACT_EVERY_NAME=1 all names are compiled, which takes some minutes; else a spread of them."""

import functools
import os

import numpy as np
import pytest
from subprocesses import assert_done, python

import fastact as fa
from fastact.backends import numba as backend

numba = pytest.importorskip("numba")
if not backend.is_tested(numba.__version__, backend.TESTED):
    pytest.skip(backend.untested(numba.__version__), allow_module_level=True)

from numba import njit, prange, types  # noqa: E402
from numba.core.errors import TypingError  # noqa: E402
from numba.core.runtime import _nrt_python, rtsys  # noqa: E402

from fastact.backends.numba import calls, functions, lowering, served  # noqa: E402

backend.register()

TABLE = served.table()
ELEMENTWISE = [name for name, one in TABLE.items() if not one.along_axis]
SPREAD = [
    "gelu", "identity_grad", "elu", "elu_backward", "hard_tanh_with_grad", "softplus_grad_from_output", "prelu",
    "srelu_backward", "relu_backward_from_output", "swiglu", "swiglu_backward", "sigmoid_cross_entropy",
    "sigmoid_cross_entropy_with_grad",
]  # fmt: skip
X = np.linspace(-4, 4, 24)
FLOATS = ("float32", "float64")
if os.environ.get("FASTACT_EVERY_NAME"):
    COMPILED = [(name, dtype) for name in ELEMENTWISE for dtype in FLOATS]
else:
    COMPILED = [(name, FLOATS[k % 2]) for k, name in enumerate(SPREAD)]


@functools.cache
def compiled(name):
    function = getattr(fa, name)
    return njit(lambda args: function(*args))


def assert_same(got, want):
    """The same types, shapes and bits."""
    assert isinstance(got, tuple) == isinstance(want, tuple)
    pairs = zip(got, want, strict=True) if isinstance(got, tuple) else [(got, want)]
    for one, other in pairs:
        one = other.dtype.type(one) if other.ndim == 0 else one  # Numba's numbers are Python's
        assert one.dtype == other.dtype and one.shape == other.shape
        assert one.tobytes() == other.tobytes()


def inputs_of(name, x):
    """An array for each operand, and numbers for those parameters that must be given."""
    operands = [x + x.dtype.type(k / 8) for k in range(len(TABLE[name].operands))]
    return (*operands, *(0.25 for value in TABLE[name].parameters.values() if value is None))


# ---- types and bits ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "int64", "uint32"])
def test_every_name_has_the_types_of_numpy(dtype):
    x = np.ones(3, dtype)
    for name in TABLE:
        given = inputs_of(name, x)
        sig = calls.typed(TABLE[name], [numba.typeof(one) for one in given], {})
        want = getattr(fa, name)(*given)
        assert sig.return_type == numba.typeof(want), name


def test_every_elementwise_name_and_loss_of_the_c_interface_is_known():
    assert dict(served.functions()).keys() == TABLE.keys()
    assert {name for name in fa.capi.names() if not any(fa.capi.entry(name).along)} == set(ELEMENTWISE)
    assert all(getattr(fa, name) is function for name, function in served.functions())
    assert sum(name.endswith("_with_grad") for name in ELEMENTWISE) == len(fa._core.ufuncs.activations) + 1


@pytest.mark.parametrize(("name", "dtype"), COMPILED)
def test_bits_are_those_of_the_function(name, dtype):
    x = X.astype(dtype)
    given = inputs_of(name, x)
    assert_same(compiled(name)(given), getattr(fa, name)(*given))


VIEWS = {
    "strided": X[::2],
    "reversed": X[::-1],
    "Fortran": X.reshape(4, 6).T,
    "of three, transposed": X.reshape(2, 3, 4).transpose(2, 0, 1),
    "columns": X.reshape(4, 6)[:, 1:4],
    "one column": X.reshape(4, 6)[:, :1],
    "repeated": np.broadcast_to(X[:6], (4, 6)),
    "without dimensions": np.array(0.5),
    "empty": np.zeros((3, 0, 2)),
    "int64": np.arange(-3, 3),
    "int16, transposed": np.arange(-3, 3, dtype="i2").reshape(2, 3).T,
    "unaligned": np.frombuffer(b"1" + X.tobytes(), dtype="f8", offset=1),
}


@pytest.mark.parametrize("view", VIEWS)
def test_arrays_lie_as_they_like(view):
    x = VIEWS[view]
    assert_same(compiled("gelu")((x,)), fa.gelu(x))
    if x.ndim:
        assert_same(compiled("elu_with_grad")((x, 0.5)), fa.elu_with_grad(x, 0.5))


@pytest.mark.parametrize("alpha", [0.5, 2, X[:6].astype("f4"), X[:6], X[:4, np.newaxis], X.reshape(4, 6), X[:1]], ids=repr)
def test_parameters_are_numbers_that_widen_nothing_or_arrays_that_broadcast(alpha):
    x = X.reshape(4, 6).astype("f4")
    assert_same(compiled("elu")((x, alpha)), fa.elu(x, alpha))


def test_numbers_beside_arrays_are_python_s():
    x = X.astype("f4")
    for dy in (0.5, 2, True):
        assert_same(compiled("gelu_backward")((dy, x)), fa.gelu_backward(dy, x))


@pytest.mark.parametrize("x", [0.7, -2, np.float32(0.7), np.int16(3)], ids=lambda x: type(x).__name__)
def test_numbers_give_numbers(x):
    assert_same(compiled("gelu")((x,)), fa.gelu(x))
    assert_same(compiled("tanh_with_grad")((x,)), fa.tanh_with_grad(x))
    assert_same(compiled("elu")((x, 0.5)), fa.elu(x, 0.5))


def test_parameters_have_names_and_defaults():
    @njit
    def f(x, y):
        return fa.elu(x), fa.elu(x, alpha=0.5), fa.elu(x, out=y), fa.hard_tanh(x, max_val=0.5), fa.hard_tanh(x, -2, max_val=2)

    want = fa.elu(X), fa.elu(X, 0.5), fa.elu(X), fa.hard_tanh(X, max_val=0.5), fa.hard_tanh(X, -2, 2)
    assert_same(f(X, np.empty_like(X)), want)


def test_what_may_be_none_must_not_be_when_it_runs():
    @njit
    def f(x, y, alpha, axis, has):
        one = fa.elu(x if has else None, alpha if has else None, out=y if has else None)
        return one, fa.softmax(x, axis if has else None)

    assert_same(f(X, np.empty_like(X), 0.5, 0, True), (fa.elu(X, 0.5), fa.softmax(X)))
    with pytest.raises(TypeError, match="got None"):
        f(X, np.empty_like(X), 0.5, 0, False)


# ---- results that are given --------------------------------------------------------------------------------------------------


def test_results_go_into_arrays_that_are_given():
    @njit
    def f(x, a, b, c, d, e):
        one = fa.gelu(x, a), fa.gelu(x, out=(a,)), fa.elu(x, 0.5, b), fa.gelu(x, None)
        return one, fa.gelu_with_grad(x, c), fa.gelu_with_grad(x, c, d), fa.gelu_with_grad(x, out=(None, e))

    a, b, c, d, e = (np.empty_like(X) for _ in range(5))
    one, *two = f(X, a, b, c, d, e)
    assert_same(one, (fa.gelu(X), fa.gelu(X), fa.elu(X, 0.5), fa.gelu(X)))
    for pair in two:
        assert_same(pair, fa.gelu_with_grad(X))
    given = [*one[:3], two[0][0], *two[1], two[2][1]]
    assert [array.ctypes.data for array in given] == [array.ctypes.data for array in (a, a, b, c, c, d, e)]


INTO = njit(lambda x, y: fa.gelu(x, out=y))


def test_a_result_may_have_another_type_or_more_rows():
    for given, wanted in [("f4", "f8"), ("f8", "f4"), ("f4", "f4")]:
        x, y, want = X.astype(given), np.empty((3, 24), wanted), np.empty((3, 24), wanted)
        INTO(x, y)
        assert_same(y, fa.gelu(x, out=want))
    for y in (np.zeros(24)[::-1], np.zeros(24, "i1, f8")["f1"]):
        INTO(X.astype("f4"), y)
        assert_same(y, fa.gelu(X.astype("f4")).astype("f8"))


def views(rng, buffer):
    """An array of three dimensions somewhere in a buffer, of a shape that several have."""
    steps, first = rng.integers(-3, 4, 3) * [1, 2, 3], rng.integers(len(buffer))
    shape = (2, 3, 2)
    reach = [int(step) * (n - 1) for step, n in zip(steps, shape)]
    low, high = sum(min(0, one) for one in reach), sum(max(0, one) for one in reach)
    first = int(np.clip(first, -low, len(buffer) - 1 - high))
    return np.lib.stride_tricks.as_strided(buffer[first:], shape, [8 * int(step) for step in steps])


def distinct(view):
    return len({sum(np.multiply(i, view.strides)) for i in np.ndindex(view.shape)}) == view.size


def test_results_that_overlap_inputs_are_as_if_they_did_not():
    three = types.Array(types.float64, 3, "A")
    into = njit((three, three, three))(lambda dy, x, y: fa.gelu_backward(dy, x, y))
    rng, shared = np.random.default_rng(5), 0
    for _ in range(1000):
        buffer = rng.standard_normal(60)
        dy, x, y = (views(rng, buffer) for _ in range(3))
        if distinct(y):
            want = fa.gelu_backward(dy.copy(), x.copy())
            shared += np.shares_memory(x, y)
            into(dy, x, y)
            assert y.tobytes() == want.tobytes()
    assert shared > 50


def test_rows_that_overlap_their_results_too():
    into = njit(lambda x, y: fa.softmax(x, 0, out=y))
    for cut in (slice(0, 4), slice(1, 5), slice(2, 6)):
        buffer = X.reshape(6, 4).copy()
        want = fa.softmax(buffer[1:5], 0)
        into(buffer[1:5], buffer[cut])
        assert_same(buffer[cut], want)


@pytest.fixture
def counted():
    """Numba counts the blocks of memory that compiled code takes and gives back."""
    _nrt_python.memsys_enable_stats()
    yield rtsys.get_allocation_stats
    _nrt_python.memsys_disable_stats()


def test_read_only_inputs_and_no_array_is_lost(counted):
    x = X.copy()
    x.flags.writeable = False
    small, wide = np.arange(3), np.empty(24, "f4")

    def all_kinds():
        compiled("gelu")((x,)), compiled("gelu_with_grad")((x,)), compiled("gelu")((small,)), INTO(x, wide)
        y = x.copy()
        INTO(y, y), INTO(y[:-1], y[1:]), compiled("softmax")((x.reshape(4, 6),)), compiled("logsumexp")((x,))

    all_kinds()
    before = counted()
    all_kinds()
    after = counted()
    assert after.alloc - before.alloc == after.free - before.free > 5


# ---- along an axis -----------------------------------------------------------------------------------------------------------

ROWS = X.reshape(2, 3, 4)


@pytest.mark.parametrize("name", served.ALONG_AXIS)
def test_functions_along_an_axis(name):
    function, given = getattr(fa, name), inputs_of(name, ROWS)
    along = njit(lambda args, axis: function(*args, axis))
    for axis in range(-3, 3):
        assert_same(along(given, axis), function(*given, axis))
    if name in ("softmax_backward", "logsumexp"):  # of which one has two operands, and one a result without the axis
        assert_same(compiled(name)(given), function(*given))
        turned = tuple(one.T for one in given)
        assert_same(along(turned, 1), function(*turned, 1))
        first = tuple(one[0, 0].astype("f4") for one in given)
        assert_same(along(first, 0), function(*first))


def test_rows_into_arrays_that_are_given_and_a_constant_axis():
    @njit
    def f(x, y, z):
        return fa.softmax(x, axis=0, out=y), fa.logsumexp(x, 1, out=z), fa.log_softmax(y, out=y)

    y, z = np.empty_like(ROWS), np.empty((2, 4), "f4")
    f(ROWS, y, z)
    assert_same(y, fa.log_softmax(fa.softmax(ROWS, axis=0)))
    assert_same(z, fa.logsumexp(ROWS, 1, out=np.empty((2, 4), "f4")))


# ---- errors ------------------------------------------------------------------------------------------------------------------

REFUSED = [
    (lambda x: fa.gelu(x, 1.0), r"gelu\(\): out is float64; in compiled code it is an array of float32 or float64"),
    (lambda x: fa.gelu(), r"gelu\(\): missing a required argument: 'x'; in compiled code it takes \(x, /, out=None\)"),
    (lambda x: fa.gelu(x, x, x), r"gelu\(\): too many positional arguments; .* it takes \(x, /, out=None\)"),
    (lambda x: fa.gelu("a"), r"gelu\(\): x is .*; .* an array or a number of float32 or float64"),
    (lambda x: fa.gelu(x + 1j), r"gelu\(\): x is array\(complex128"),
    (lambda x: fa.gelu(x > 0), r"gelu\(\): x is array\(bool.*float16 that NumPy has for bool and for integers of 8 bits"),
    (lambda x: fa.gelu(True), r"gelu\(\): x is bool.*float16"),
    (lambda x: fa.elu(x, beta=2), r"elu\(\): got an unexpected keyword argument 'beta'; .* \(x, /, alpha=1.0, out=None\)"),
    (lambda x: fa.gelu(x, where=x > 0), r"gelu\(\): got an unexpected keyword argument 'where'"),
    (lambda x: fa.prelu(x), r"prelu\(\): missing a required argument: 'slope'"),
    (lambda x: fa.gelu(x, out=(x, x)), r"gelu\(\): out must hold 1 arrays or None, not 2"),
    (lambda x: fa.gelu(x, out=()), r"gelu\(\): out must hold 1 arrays or None, not 0"),
    (lambda x: fa.gelu_with_grad(x, out=x), r"gelu_with_grad\(\): out is array.*; it must hold 2 arrays or None"),
    (lambda x: fa.gelu(x, out=x.astype(np.int64)), r"gelu\(\): out is array\(int64"),
    (lambda x: fa.gelu(x, out=X), r"gelu\(\): out is readonly array\(float64, 1d, C\), which is read-only"),
    (lambda x: fa.gelu(x.reshape(4, 6), out=x), r"gelu\(\): out is array\(float64, 1d, C\), but the result has 2 dimensions"),
    (lambda x: fa.softmax(x, axis=(0,)), r"softmax\(\): axis is UniTuple\(int64 x 1\); in compiled code it is one integer"),
    (lambda x: fa.softmax(x, -1, x), r"softmax\(\): too many positional arguments"),
    (lambda x: fa.softmax(1.0), r"softmax\(\): x is float64; in compiled code it takes arrays of one shape, with an axis"),
    (lambda x: fa.sigmoid_cross_entropy(x, x, reduction="mean"), r"got an unexpected keyword argument 'reduction'"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "words"), REFUSED, ids=[words[:40] for _, words in REFUSED])
def test_what_is_not_compiled_is_a_typing_error_that_says_what_is(call, words):
    with pytest.raises(TypingError, match=words):
        njit(call)(X)


def test_a_device_is_refused():
    with pytest.raises(TypingError, match=r"fastact\.gelu\(\): fastact is for .* the processor, not for a device"):
        functions.Function("gelu").get_call_type(object(), (types.float64,), {})


def test_what_the_values_forbid_is_refused_before_anything_is_written():
    y = X.copy()
    for call, error, words in [
        (lambda: compiled("hard_tanh")((X, 1.0, -1.0, y)), ValueError, r"hard_tanh\(\): needs min_val <= max_val"),
        (lambda: compiled("elu_grad_from_output")((X, -1.0, y)), ValueError, r"grad_from_output\(\): needs alpha >= 0"),
        (lambda: compiled("gelu_backward")((X[:5], X, y)), ValueError, "the shapes of the arrays do not broadcast"),
        (lambda: INTO(X[:7], y), ValueError, "broadcast"),
        (lambda: INTO(X, y[:1]), ValueError, "out has not the shape of the result"),
        (lambda: compiled("softmax")((ROWS, 3)), np.exceptions.AxisError, "axis is out of bounds for array of dimension 3"),
    ]:
        with pytest.raises(error, match=words):
            call()
    assert_same(y, X)
    assert np.isnan(compiled("hard_tanh")((X, np.nan, 1.0))).all()


def test_a_function_is_no_value_for_python_but_one_among_compiled_functions():
    call = njit(lambda f, x: f(x))
    assert_same(njit(lambda x: call(fa.gelu, x) + (fa.gelu, fa.elu)[1](x))(X), fa.gelu(X) + fa.elu(X))
    for function in (fa.gelu, fa.elu, fa.softmax):
        with pytest.raises(TypingError, match="annot determine Numba type"):
            call(function, X)
    with pytest.raises(TypeError, match=r"cannot convert native fastact\.gelu"):
        njit(lambda: fa.gelu)()


# ---- threads -----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def threads_asked(monkeypatch):
    """Of the calls that are compiled, whether each is in a parallel loop, and how many threads it asks for."""
    asked, loops = [], lowering.memory.call

    def call(builder, place, dtype, threads, *given):
        asked.append((lowering.IN_PRANGE in builder.function.name, threads))
        return loops(builder, place, dtype, threads, *given)

    monkeypatch.setattr(lowering.memory, "call", call)
    return asked


def test_parallel_loops_have_the_same_bits_and_calls_in_them_one_thread(threads_asked):
    @njit(parallel=True, nogil=True)
    def f(x, y):
        for i in prange(len(x)):
            fa.gelu(x[i], out=y[i])
        return fa.softmax(y, 1)

    x = np.random.default_rng(0).standard_normal((8, 20000)).astype("f4")
    y = np.empty_like(x)
    for count in (1, 2):
        with fa.num_threads(count):
            assert_same(f(x, y), fa.softmax(fa.gelu(x), 1))
    assert sorted(set(threads_asked)) == [(False, lowering.OF_THREAD), (True, lowering.ALONE)]


def test_array_expressions_are_not_taken_apart(threads_asked):
    """One call each, of arrays: one for an element would take a hundred times as long."""

    @njit(parallel=True)
    def f(x):
        y = np.zeros_like(x)
        fa.gelu(x, y)
        z = 2 * fa.gelu(x + 1) + y
        y[:] = 0
        return z

    assert_same(f(X), 2 * fa.gelu(X + 1) + fa.gelu(X))
    assert len(threads_asked) == 2


@pytest.mark.parametrize("parallel", [False, True])
def test_what_is_written_to_a_result_is_written_to_the_array_that_was_given_for_it(parallel):
    @njit(parallel=parallel)
    def f(x):
        a, b, c, d = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
        one, two = fa.gelu(x, a), fa.gelu(x, out=b)
        y, slope = fa.gelu_with_grad(x, out=(c, d))
        one += 3
        two[:] = 4
        y[:] = 5
        slope[:] = 6
        return np.array([a[i] for i in range(len(x))]), b, c, d  # for the list Numba optimises before there are types, too

    assert_same(f(X), (fa.gelu(X) + 3, *(np.full_like(X, number) for number in (4, 5, 6))))


# ---- processes ---------------------------------------------------------------------------------------------------------------

MODULE = """
import sys
import numba
if "with fastact" in sys.argv:
    import fastact as fa

@numba.njit(cache=True)
def f(x, y):
    return fa.elu(x, 0.5, out=y)

@numba.njit(cache=True, parallel=True)
def g(x):
    y = x.copy()
    for i in numba.prange(len(x)):
        fa.gelu(x[i], out=y[i])
    return fa.softmax(y, 1)
"""
SCRIPT = """
import sys, warnings
warnings.simplefilter("error")
sys.path.insert(0, sys.argv[1])
import numpy as np
import cached
assert ("fastact" in sys.modules) == ("with fastact" in sys.argv)
x = np.linspace(-3, 3, 24).reshape(2, 12)
got = cached.f(x, np.empty_like(x)), cached.g(x)
hits = [sum(one.stats.cache_hits.values()) for one in (cached.f, cached.g)]
assert hits == [int(sys.argv[2])] * 2, hits
import fastact as fa
assert (got[0] == fa.elu(x, 0.5)).all() and (got[1] == fa.softmax(fa.gelu(x), 1)).all()
fa.backends.numba.register()
print("done")
"""


@pytest.fixture
def entry_point(tmp_path):
    """A folder with the metadata of an installed fastact, which Numba reads, and a module whose functions are cached."""
    folder = tmp_path / "fastact-0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: fastact\nVersion: 0\n")
    (folder / "entry_points.txt").write_text("[numba_extensions]\ninit = fastact.backends.numba:register\n")
    (tmp_path / "cached.py").write_text(MODULE)
    return tmp_path


def test_cached_code_serves_other_processes_even_those_that_have_not_imported_fastact(entry_point, request):
    path = os.pathsep.join([str(entry_point), str(request.config.rootpath)])
    for arguments in ((0, "with fastact"), (1,)):
        assert_done(python(SCRIPT, entry_point, *arguments, PYTHONPATH=path))


def test_the_entry_point_is_the_project_s(request):
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((request.config.rootpath / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["numba_extensions"] == {"init": "fastact.backends.numba:register"}


def test_another_version_of_numba_compiles_all_but_fastact():
    assert_done(
        python("""
import warnings
warnings.simplefilter("error")
import numba, numpy as np, fastact as fa
numba.__version__ = "0.1.2rc3"
fa.backends.numba.register()
fa.backends.numba.register()
assert numba.njit(lambda x: x + 1)(1) == 2
assert not numba.core.ir_utils.alias_analysis_extensions.keys() & {numba.core.ir.Assign}
try:
    numba.njit(lambda x: fa.gelu(x))(np.ones(3))
except numba.TypingError as error:
    assert "fastact.gelu(): fastact is tested with Numba from 0.65 up to" in str(error) and "this is 0.1.2rc3" in str(error)
    print("done")
""")
    )


def test_registering_again_changes_nothing_and_imports_nothing_heavy():
    assert_done(
        python("""
import sys
import numba
from numba.core.typing.templates import builtin_registry
import fastact as fa
before = {name.partition(".")[0] for name in sys.modules}
fa.backends.numba.register()
known = len(builtin_registry.globals)
fa.backends.numba.register()
assert len(builtin_registry.globals) == known > 300
assert {name.partition(".")[0] for name in sys.modules} == before
assert "fastact.backends.numba.lowering" not in sys.modules and "fastact.nn" not in sys.modules
print("done")
""")
    )
