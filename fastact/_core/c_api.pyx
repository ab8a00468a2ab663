"""The C interface: a table of the loops that the ufuncs call, by names, as include/fastact.h describes it."""

from cpython.pycapsule cimport PyCapsule_New
from libc.stdlib cimport calloc

from typing import NamedTuple

from fastact._core.c_names import NAMES
from fastact._core.ufuncs import built, loops_of

from fastact._core.kernels cimport BFLOAT16, DOUBLE, HALF, SINGLE
from fastact._core.loops.parallel cimport ask_for_threads, threads_of_this_thread

cdef extern from "c_api.h":
    enum:
        FASTACT_ABI, FASTACT_REVISION, FASTACT_DTYPES
        FASTACT_FLOAT16, FASTACT_BFLOAT16, FASTACT_FLOAT32, FASTACT_FLOAT64

    ctypedef void fastact_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept

    ctypedef struct fastact_of_dtype:
        fastact_loop *loop
        void *data

    ctypedef struct fastact_entry:
        const char *name
        const char *operands
        const char *types
        int kind
        int inputs
        int outputs
        unsigned along
        fastact_of_dtype by_dtype[4]  # FASTACT_DTYPES

    ctypedef struct thread_calls:
        int (*set)(int count) noexcept nogil
        int (*get)() noexcept nogil

    ctypedef const fastact_entry *entry_p "const fastact_entry *"

    void fill_table(size_t count, entry_p *entries, entry_p *by_name, const int *places_by_name, thread_calls calls)
    const void *fastact_table()
    fastact_loop *fastact_find(const char *name, int kind, int dtype, void **data, int *status)
    int fastact_index(const char *name, int kind)
    int fastact_call(int index, int dtype, int count, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps)
    int fastact_set_threads(int count)
    int fastact_get_threads()


KINDS = "", "_grad", "_backward", "_with_grad", "_grad_from_output", "_backward_from_output"  # as fastact.h counts them
# Where fastact.h has the types that kernels.h has.
cdef int[4] stored_of
stored_of[<int>FASTACT_FLOAT16], stored_of[<int>FASTACT_BFLOAT16] = HALF, BFLOAT16
stored_of[<int>FASTACT_FLOAT32], stored_of[<int>FASTACT_FLOAT64] = SINGLE, DOUBLE


class Entry(NamedTuple):
    """A function of the C interface: its kind as fastact.h counts them, its operands, inputs before results, a letter for the
    type of each, and which of them have the axis; none where the loop is elementwise."""

    name: str
    kind: int
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    types: str
    along: tuple[bool, ...]


# ---- what there is ----------------------------------------------------------------------------------------------------------

_LOSS = "logits", "targets", "weight", "label", "mass", "factor", "offset", "scale", "spread"
# Of what goes along an axis: the gufunc in ufuncs.reductions, the kind, inputs and results.
_ALONG = {
    "softmax": ("softmax", "", ("x",), ("y",)),
    "log_softmax": ("log_softmax", "", ("x",), ("y",)),
    "logsumexp": ("logsumexp", "", ("x",), ("y",)),
    "softmax_backward": ("softmax_backward", "_backward", ("dy", "y"), ("dx",)),
    "log_softmax_backward": ("log_softmax_backward", "_backward", ("dy", "y"), ("dx",)),
    "sparsemax": ("sparsemax", "", ("x",), ("y",)),
    "sparsemax_backward": ("sparsemax_backward", "_backward", ("dy", "y"), ("dx",)),
    "entmax15": ("entmax15", "", ("x",), ("y",)),
    "entmax15_backward": ("entmax15_backward", "_backward", ("dy", "y"), ("dx",)),
    "entmax": ("entmax", "", ("alpha", "x"), ("y",)),
    "entmax_backward": ("entmax_backward", "_backward", ("alpha", "dy", "y"), ("dx",)),
    "softmax_cross_entropy": ("cross_entropy", "", _LOSS, ("loss",)),
    "softmax_cross_entropy_with_grad": ("cross_entropy_with_grad", "_with_grad", _LOSS, ("loss", "grad")),
}


def _elementwise(str name, str kind, tuple operands, str value, tuple parameters):
    """The entry of a function of the tables: of operands and parameters, its value by the name that it has."""
    if kind.startswith("_backward"):
        inputs, outputs = ("dy", *operands), tuple([f"d{one}" for one in operands])
    else:
        inputs, outputs = operands, {"": (value,), "_with_grad": (value, "grad")}.get(kind, ("grad",))
    if kind == "_backward_from_output":
        outputs = ("dx",)
    inputs += parameters
    count = len(inputs) + len(outputs)
    return Entry(name, KINDS.index(kind), inputs, outputs, "r" * count, (False,) * count)


def _found():
    """Entries and ufuncs by name, in the order of the tables."""
    made = {}
    tables = [
        (built.activations, built.functions, ("x",), "y"),
        (built.gates, built.gate_functions, ("a", "b"), "y"),
        (built.losses, built.loss_cores, ("logits",), "loss"),
    ]
    for rows, functions, operands, value in tables:
        for row in rows:
            for kind in KINDS:
                name = row.name + kind
                if name in functions:
                    given = ("y",) if kind.endswith("_from_output") else operands
                    ufunc = getattr(functions[name], "ufunc", functions[name])
                    made[name] = _elementwise(name, kind, given, value, tuple(row.parameters)), ufunc
    for name, (key, kind, inputs, outputs) in _ALONG.items():
        gufunc = built.reductions[key].plain
        along = tuple([core != "()" for core in gufunc.ufunc.signature.replace("->", ",").split(",")])
        made[name] = Entry(name, KINDS.index(kind), inputs, outputs, gufunc.types, along), gufunc.ufunc
    return made


def _ordered():
    """The same in the order of the interface; what c_names has not yet comes last."""
    made = _found()
    if gone := [name for name in NAMES if name not in made]:
        raise ImportError(f"the C interface promises {', '.join(gone)}, but no table has that any more")
    return {name: made[name] for name in dict.fromkeys([*NAMES, *made])}


# ---- the table --------------------------------------------------------------------------------------------------------------

cdef object kept = []  # texts of which C has the address


cdef const char *keep(str text):
    kept.append(text.encode())
    return kept[len(kept) - 1]


cdef void fill_entry(fastact_entry *entry, told, ufunc):
    cdef int dtype, k
    loop, plans = loops_of[ufunc]
    entry.name = keep(told.name)
    entry.operands = keep(f"{', '.join(told.inputs)} -> {', '.join(told.outputs)}")
    entry.types = keep(told.types)
    entry.kind, entry.inputs, entry.outputs = told.kind, len(told.inputs), len(told.outputs)
    for k, along in enumerate(told.along):
        entry.along |= <unsigned>bool(along) << k
    for dtype in range(FASTACT_DTYPES):
        entry.by_dtype[dtype].loop = <fastact_loop *><size_t>loop
        entry.by_dtype[dtype].data = <void *><size_t>plans[stored_of[dtype]]


cdef void fill(dict made):
    """It stays for good: C code keeps what it has found."""
    cdef size_t count = len(made)
    cdef fastact_entry *room = <fastact_entry *>calloc(count, sizeof(fastact_entry))
    cdef entry_p *entries = <entry_p *>calloc(count, sizeof(entry_p))
    cdef entry_p *by_name = <entry_p *>calloc(count, sizeof(entry_p))
    cdef int *places = <int *>calloc(count, sizeof(int))
    cdef thread_calls calls
    place_of = {name: place for place, name in enumerate(made)}
    for place, (told, ufunc) in enumerate(made.values()):
        fill_entry(&room[<int>place], told, ufunc)
        entries[<int>place] = &room[<int>place]
    for at, name in enumerate(sorted(made)):  # ASCII: in the order of strcmp
        places[<int>at] = place_of[name]
        by_name[<int>at] = entries[places[<int>at]]
    calls.set, calls.get = ask_for_threads, threads_of_this_thread
    fill_table(count, entries, by_name, places, calls)


_made = _ordered()
fill(_made)
entries = {name: told for name, (told, _) in _made.items()}
abi, revision = FASTACT_ABI, FASTACT_REVISION
address = <size_t>fastact_table()
capsule = PyCapsule_New(<void *>fastact_table(), "fastact._C_API", NULL)
symbols = {
    "fastact_table": <size_t><void *>fastact_table,
    "fastact_find": <size_t><void *>fastact_find,
    "fastact_index": <size_t><void *>fastact_index,
    "fastact_call": <size_t><void *>fastact_call,
    "fastact_set_threads": <size_t><void *>fastact_set_threads,
    "fastact_get_threads": <size_t><void *>fastact_get_threads,
}


def pointer(str name, int dtype):
    """The addresses of a loop and its data; None for a name that there is not."""
    cdef void *data
    cdef bytes text = name.encode()
    cdef fastact_loop *loop = fastact_find(text, 0, dtype, &data, NULL)
    return None if loop == NULL else (<size_t>loop, <size_t>data)
