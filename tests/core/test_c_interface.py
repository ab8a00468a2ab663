"""The C interface: its names, and loops that are called as C calls them, which give the bits of the functions of Python."""

import ctypes
import doctest
import inspect
from pathlib import Path

import ml_dtypes
import numpy as np
import pytest
from calls import DTYPES, assert_same_bits, every_dtype, strided, values
from subprocesses import assert_done, script

import fastact as fa
from fastact import capi
from fastact._core import ufuncs
from fastact._core.c_names import NAMES

STORED = Path(__file__).with_name("c_interface.txt").read_text().splitlines()
ENTRIES = {name: capi.entry(name) for name in capi.names()}
ELEMENTWISE = [name for name, entry in ENTRIES.items() if not any(entry.along)]
ALONG = [name for name, entry in ENTRIES.items() if any(entry.along) and "r" * len(entry.types) == entry.types]
OF_TABLES = ufuncs.built.functions | ufuncs.built.gate_functions | ufuncs.built.loss_cores
LETTERS = {"d": np.float64, "q": np.int64}
Loop = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 4)


def dtype_of(dtype):
    return np.dtype(getattr(ml_dtypes, dtype, dtype))


def ufunc_of(name):
    return getattr(OF_TABLES[name], "ufunc", OF_TABLES[name])


def call(name, dtype, operands, dims):
    """The loop on arrays: of the elements or of rows, and of what is repeated with the step 0."""
    along = ENTRIES[name].along
    rows, cores = [], []
    for array, has_axis in zip(operands, along, strict=True):
        steps = [0] * (1 + has_axis - array.ndim) + list(array.strides)
        rows.append(steps[0])
        cores += steps[1:]
    args = (ctypes.c_void_p * len(operands))(*(array.ctypes.data for array in operands))
    steps = (ctypes.c_ssize_t * len(rows + cores))(*rows, *cores)
    address, data = capi.pointer(name, dtype)
    Loop(address)(args, (ctypes.c_ssize_t * len(dims))(*dims), steps, data)


def inputs_for(name, dtype, n):
    """Numbers for the operands; positive ones between 0.25 and 0.75 for the parameters, which are thus in their ranges."""
    made = []
    for k, operand in enumerate(ENTRIES[name].inputs):
        if operand in ("dy", "x", "y", "a", "b", "logits"):
            made.append(values(dtype, n, k).copy())
        else:
            made.append(np.random.default_rng(k).uniform(0.25, 0.75, n).astype(dtype_of(dtype)))
    return made


def results_for(name, dtype, n, layout=lambda array: array):
    return [layout(np.zeros(n, dtype_of(dtype))) for _ in ENTRIES[name].outputs]


def tuple_of(results):
    return results if isinstance(results, tuple) else (results,)


# ---- names -----------------------------------------------------------------------------------------------------------------


def test_names_and_operands_of_the_last_release_keep_their_places():
    lines = [
        f"{name} {entry.kind} {entry.types} {''.join(map(str, map(int, entry.along)))} "
        f"{','.join(entry.inputs)} {','.join(entry.outputs)}"
        for name, entry in ENTRIES.items()
    ]
    assert lines[: len(STORED)] == STORED
    assert len(STORED) > 300


def test_the_order_is_stored_and_has_every_kernel():
    assert tuple(ENTRIES) == NAMES, "run python -m fastact.lab.write_stubs"
    assert set(OF_TABLES) <= set(NAMES) and len(set(NAMES)) == len(NAMES)
    assert {"softmax", "softmax_backward", "log_softmax", "log_softmax_backward", "logsumexp"} <= set(NAMES)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_operands_are_those_of_the_function(name):
    entry, ufunc = ENTRIES[name], ufunc_of(name)
    given = list(inspect.signature(OF_TABLES[name]).parameters)[: ufunc.nin]
    assert list(entry.inputs) == given and len(entry.outputs) == ufunc.nout


@pytest.mark.parametrize(
    ("name", "near"), [("gello", "gelu"), ("Softmax", "softmax"), ("", None), ("elu_backwards", "elu_backward")]
)
def test_an_unknown_name_is_refused_with_the_nearest(name, near):
    for function in (capi.entry, lambda name: capi.pointer(name, "f4")):
        with pytest.raises(ValueError, match=f"not '{name}'; the nearest is '{near or ''}"):
            function(name)
        with pytest.raises(TypeError, match="name must be a string, not int"):
            function(3)


@pytest.mark.parametrize("dtype", [None, "text", ">f4", "i4", np.longdouble, "c8", object()])
def test_another_type_is_refused_with_the_choices(dtype):
    with pytest.raises(TypeError, match="dtype must be one of float16, bfloat16, float32, float64"):
        capi.pointer("gelu", dtype)


def test_types_have_several_spellings():
    assert len({capi.pointer("gelu", dtype) for dtype in DTYPES}) == 4
    assert capi.pointer("gelu", "f4") == capi.pointer("gelu", np.float32) == capi.pointer("gelu", np.dtype("=f"))
    assert capi.pointer("gelu", "bfloat16") == capi.pointer("gelu", ml_dtypes.bfloat16)
    assert capi.pointer("gelu", float) == capi.pointer("gelu", "float64")


@pytest.mark.parametrize("name", ["get_include", "address", "names", "entry", "pointer"])
def test_the_examples_of_the_docstrings_run(name):
    test = doctest.DocTestParser().get_doctest(inspect.getdoc(getattr(capi, name)), {}, name, None, 0)
    assert test.examples and doctest.DocTestRunner().run(test).failed == 0


# ---- bits ------------------------------------------------------------------------------------------------------------------


@every_dtype
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_elementwise_loops_give_the_bits_of_the_ufunc(name, dtype):
    """Of neighbours, and of any steps; of results in place."""
    n = 131
    inputs = inputs_for(name, dtype, n)
    want = [array.copy() for array in tuple_of(ufunc_of(name)(*inputs))]
    for layout in (lambda array: array, strided(2), strided(-1), strided(-3)):
        results = results_for(name, dtype, n, layout)
        call(name, dtype, [*map(layout, inputs), *results], [n])
        assert_same_bits(results, want)
    results = [*inputs, *results_for(name, dtype, n)][: len(want)]
    call(name, dtype, [*inputs, *results], [n])
    assert_same_bits(results, want)


@every_dtype
@pytest.mark.parametrize("name", [name for name in ELEMENTWISE if len(ENTRIES[name].inputs) > 1])
def test_a_step_of_0_repeats_an_operand(name, dtype):
    inputs = inputs_for(name, dtype, 40)
    inputs[1:] = [array[5:6].reshape(()) for array in inputs[1:]]
    results = results_for(name, dtype, 40)
    call(name, dtype, [*inputs, *results], [40])
    assert_same_bits(results, tuple_of(ufunc_of(name)(*inputs)))


@every_dtype
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_no_elements_are_right_and_written_nowhere(name, dtype):
    inputs, results = inputs_for(name, dtype, 3), results_for(name, dtype, 3)
    call(name, dtype, [*inputs, *results], [0])
    assert not any(result.any() for result in results)


def rows_for(name, dtype, shape):
    made = []
    for k, operand in enumerate(ENTRIES[name].inputs):
        x = (3 * np.random.default_rng(k).standard_normal(shape)).astype(dtype_of(dtype))
        made.append(fa.softmax(x) if operand == "y" else x)
    return made


SHAPES = [(1, 1), (3, 7), (7, 100), (2, 3000), (300, 4)]


@every_dtype
@pytest.mark.parametrize("name", ALONG)
def test_loops_along_an_axis_give_the_bits_of_the_function(name, dtype):
    """Of rows, of columns, of rows with gaps; of results in place."""
    layouts = [lambda array: array, lambda array: np.asfortranarray(array), strided(2), strided(-1)]
    along = [(lambda array: array), np.asfortranarray]
    for shape in SHAPES:
        inputs = rows_for(name, dtype, shape)
        for layout in layouts:
            given = [layout(array) for array in inputs]
            want = getattr(fa, name)(*given)
            result = layout(np.zeros(want.shape, want.dtype))
            call(name, dtype, [*given, result], shape)
            assert_same_bits([result], [want], str(shape))
        if ENTRIES[name].along[-1]:
            for layout in along:
                given = [layout(array.copy()) for array in inputs]
                want = getattr(fa, name)(*given)
                call(name, dtype, [*given, given[0]], shape)
                assert_same_bits([given[0]], [want], str(shape))


@every_dtype
@pytest.mark.parametrize("name", ALONG)
@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (0, 0)])
def test_no_rows_and_no_elements_along_an_axis(name, dtype, shape):
    inputs = rows_for(name, dtype, shape)
    want = getattr(fa, name)(*inputs)
    result = np.full(want.shape, 7, want.dtype)
    call(name, dtype, [*inputs, result], shape)
    assert_same_bits([result], [want])


@every_dtype
@pytest.mark.parametrize("alpha", [1.3, 1.75])
def test_entmax_takes_alpha_as_a_double(alpha, dtype):
    (x,) = rows_for("softmax", dtype, (5, 33))
    y, dx, of_alpha = np.zeros_like(x), np.zeros_like(x), np.array(alpha)
    call("entmax", dtype, [of_alpha, x, y], x.shape)
    call("entmax_backward", dtype, [of_alpha, x, y, dx], x.shape)
    assert_same_bits([y, dx], [fa.entmax(x, alpha), fa.entmax_backward(x, y, alpha)])


@every_dtype
def test_cross_entropy_of_classes_and_of_probabilities(dtype):
    logits = rows_for("softmax", dtype, (7, 33))[0]
    label = np.random.default_rng(0).integers(0, 33, 7)
    probabilities = fa.softmax(logits[::-1])
    one, zero, spread = np.ones(()), np.zeros(()), np.array(1)
    repeated = np.zeros((), logits.dtype), np.ones((), logits.dtype)
    most, rest = np.array(0.9), np.array(0.1 / 33)  # of labels that are smoothed by 0.1
    some = np.where(label == label[0], -2, label)
    for targets, weight, index, mass, factor, offset, flag, options in [
        (*repeated, label, one, one, zero, np.array(0), {"targets": label}),
        (*repeated, some, one, one, zero, np.array(0), {"targets": label, "ignore_index": label[0]}),
        (*repeated, label, most, most, rest, spread, {"targets": label, "label_smoothing": 0.1}),
        (probabilities, repeated[1], np.array(-1), zero, one, zero, spread, {"targets": probabilities}),
    ]:
        loss, also, grad = np.zeros(7), np.zeros(7), np.zeros_like(logits)
        given = [logits, targets, weight, index, mass, factor, offset, one, flag]
        call("softmax_cross_entropy", dtype, [*given, loss], logits.shape)
        call("softmax_cross_entropy_with_grad", dtype, [*given, also, grad], logits.shape)
        want, slope = fa.softmax_cross_entropy_with_grad(logits, **options)
        assert_same_bits([loss.astype(want.dtype), also.astype(want.dtype)], [want, want])
        assert_same_bits([grad.astype(slope.dtype)], [slope])


@pytest.mark.parametrize("name", ["gelu", "swiglu", "softmax", "sigmoid_cross_entropy_with_grad"])
def test_large_calls_give_the_same_bits_with_any_number_of_threads(name):
    shape = (1000, 400) if name in ALONG else (400000,)
    entry = ENTRIES[name]
    inputs = [np.random.default_rng(k).uniform(0.1, 0.9, shape).astype("f4") for k in range(len(entry.inputs))]
    found = []
    for count in (1, 2):
        with fa.num_threads(count):
            results = [np.zeros(shape, "f4") for _ in entry.outputs]
            call(name, "f4", [*inputs, *results], shape)
        found.append(results)
    function = fa.softmax if name == "softmax" else ufunc_of(name)
    want = [np.asarray(one) for one in tuple_of(function(*inputs))]
    for results in found:
        assert_same_bits(results, want)


# ---- the table, by ctypes ----------------------------------------------------------------------------------------------------


class Symbols:
    """The exported symbols, as a program finds them in the shared object."""

    library = ctypes.CDLL(capi.library)
    find, index, call = library.fastact_find, library.fastact_index, library.fastact_call
    set_threads, get_threads, table = library.fastact_set_threads, library.fastact_get_threads, library.fastact_table


Symbols.find.restype = Symbols.table.restype = ctypes.c_void_p
KIND_NAMES = ["", "_grad", "_backward", "_with_grad", "_grad_from_output", "_backward_from_output"]


def test_symbols_are_those_that_python_tells():
    assert Symbols.table() == capi.address()
    for name, address in capi.symbols.items():
        assert ctypes.cast(getattr(Symbols.library, name), ctypes.c_void_p).value == address, name


@pytest.mark.parametrize("name", ENTRIES)
def test_a_function_is_found_by_its_name_and_by_its_kind(name):
    entry = ENTRIES[name]
    place = list(ENTRIES).index(name)
    assert Symbols.index(name.encode(), 0) == place
    suffix = KIND_NAMES[entry.kind]
    assert Symbols.index(name[: len(name) - len(suffix)].encode(), entry.kind) == place
    for dtype, kind in enumerate(DTYPES):
        data, status = ctypes.c_void_p(), ctypes.c_int(9)
        loop = Symbols.find(name.encode(), 0, dtype, ctypes.byref(data), ctypes.byref(status))
        assert (loop, data.value) == capi.pointer(name, kind) and status.value == 0


@pytest.mark.parametrize(
    ("name", "kind", "dtype", "status"),
    [
        (b"gello", 0, 2, -1),
        (b"", 0, 2, -1),
        (b"g" * 1000, 0, 2, -1),
        (b"gello", 2, 2, -1),
        (None, 0, 2, -1),
        (b"gelu", 4, 2, -2),
        (b"gelu", -1, 2, -2),
        (b"gelu", 6, 2, -2),
        (b"gelu", 0, -1, -3),
        (b"gelu", 0, 4, -3),
    ],
)
def test_what_is_not_there_is_null_with_a_code(name, kind, dtype, status):
    data, told = ctypes.c_void_p(7), ctypes.c_int(9)
    assert Symbols.find(name, kind, dtype, ctypes.byref(data), ctypes.byref(told)) is None
    assert told.value == status and data.value == 7
    assert Symbols.find(name, kind, dtype, ctypes.byref(data), None) is None
    if status > -3:
        assert Symbols.index(name, kind) == status


def test_calls_by_place_are_checked():
    x, y = np.linspace(-3, 3, 9, dtype="f4"), np.zeros(9, "f4")
    args = (ctypes.c_void_p * 2)(x.ctypes.data, y.ctypes.data)
    dims, steps = (ctypes.c_ssize_t * 1)(9), (ctypes.c_ssize_t * 2)(4, 4)
    place = Symbols.index(b"gelu", 0)
    for given, code in [
        ((-1, 2, 0), -4),
        ((len(NAMES), 2, 0), -4),
        ((place, 4, 0), -3),
        ((place, -1, 0), -3),
        ((place, 2, -1), -5),
    ]:
        assert Symbols.call(*given, args, dims, steps) == code and not y.any()
    assert Symbols.call(place, 2, 1, args, dims, steps) == 0
    assert_same_bits([y], [fa.gelu(x)])


def test_threads_of_c_are_those_of_num_threads(nothing_asked):
    assert Symbols.set_threads(-1) == -5
    assert Symbols.set_threads(1) == 0 and fa.get_num_threads() == Symbols.get_threads() == 1
    assert Symbols.set_threads(3) == 1 and fa.get_num_threads() == Symbols.get_threads()
    with fa.num_threads(1):
        assert Symbols.get_threads() == 1
    assert Symbols.set_threads(0) == 3 and fa.get_num_threads() == Symbols.get_threads()


def test_a_call_with_a_number_of_threads_leaves_that_of_the_thread(nothing_asked):
    x = np.zeros(3, "f4")
    args, dims, steps = (
        (ctypes.c_void_p * 2)(x.ctypes.data, x.ctypes.data),
        (ctypes.c_ssize_t * 1)(3),
        (ctypes.c_ssize_t * 2)(4, 4),
    )
    with fa.num_threads(2):
        assert Symbols.call(0, 2, 1, args, dims, steps) == 0
        assert fa.get_num_threads() == Symbols.get_threads()
        assert Symbols.set_threads(2) == 2


def test_a_forked_child_computes():
    assert_done(
        script("""
import ctypes
from fastact import capi
Loop = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 4)
address, data = capi.pointer("mish", "f4")
y = np.zeros_like(x)
args = (ctypes.c_void_p * 2)(x.ctypes.data, y.ctypes.data)
dims, steps = (ctypes.c_ssize_t * 1)(x.size), (ctypes.c_ssize_t * 2)(4, 4)

def check():
    y[...] = 0
    Loop(address)(args, dims, steps, data)
    return bool((y == want).all())

fa.set_num_threads(2)
assert all([check() for _ in range(20)])
if hasattr(os, "fork"):
    assert child_of_fork(check) == 0
print("done")
""")
    )
