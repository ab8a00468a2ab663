# cython: language_level=3, cdivision=True, boundscheck=False, freethreading_compatible=True
"""The loops: strides, blocks, threads; and a ufunc for every kernel of the chosen ISA."""

cimport cython
from cpython.object cimport Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, PyObject, PyObject_RichCompareBool, PyTypeObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_New
from cython.parallel cimport prange
from libc.float cimport DBL_MAX, FLT_MAX
from libc.math cimport INFINITY, NAN, expm1
from libc.stdint cimport int64_t, uint16_t, uint32_t, uint64_t, uintptr_t
from libc.stdlib cimport calloc
from libc.string cimport memcmp, memcpy, memset

import inspect
import math
import os
import sys
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from fastact import _documentation as documentation

cimport numpy as cnp
from numpy cimport npy_intp

cnp.import_array()
cnp.import_umath()

include "loops/kernels.pxi"
include "loops/operands.pxi"
include "loops/threads.pxi"
include "loops/elementwise.pxi"
include "loops/rows.pxi"
include "loops/reductions.pxi"
include "loops/losses.pxi"
include "loops/projections.pxi"


# ---- what threads.py and show_runtime() ask --------------------------------------------------------------------------------

def set_request(int count, int limit):
    request_threads(count, limit)


def request():
    return requested_threads(), requested_limit()


def openmp_limit():
    return omp_get_max_threads()


def openmp_ceiling():
    return omp_get_thread_limit()


def processors():
    return omp_get_num_procs()


def thread_count():
    return thread_limit()


def in_forked_child():
    return bool(is_forked())


def set_thread_defaults(int limit, size_t stack):
    set_defaults(limit, stack)


# ---- the choice of ISA --------------------------------------------------------------------------------------------------

def available_isas():
    """The names of the ISAs that this build has and this processor runs, the best first."""
    cdef int i = 0
    names = []
    while fastact_isas[i] != NULL:
        if fastact_isas[i].available():
            names.append(fastact_isas[i].name.decode())
        i += 1
    return tuple(names)


cdef const isa_t *find_isa(str name) except NULL:
    cdef int i = 0
    while fastact_isas[i] != NULL:
        if fastact_isas[i].name.decode() == name and fastact_isas[i].available():
            return fastact_isas[i]
        i += 1
    raise ValueError(f"isa must be one of {', '.join(isas)}, not {name!r}")


isas = available_isas()
isa_name = os.environ.get("FASTACT_ISA") or isas[0]
if isa_name not in isas:
    raise ImportError(f"FASTACT_ISA is {isa_name!r}, but this build on this processor has {', '.join(isas)}")
openmp_version = OPENMP_VERSION
if prepare_fork() != 0:
    raise ImportError("fastact could not register its fork handler")


# ---- a ufunc for every kernel ---------------------------------------------------------------------------------------------

SUFFIXES = {VALUE: "", GRAD: "_grad", BACKWARD: "_backward", WITH_GRAD: "_with_grad"}

# The dtypes, as kernels.h counts them; bfloat16 is that of ml_dtypes, None where it is not installed.
try:
    from ml_dtypes import bfloat16
except ImportError:
    bfloat16 = None
cdef int[STORED] numbers  # of the types
for _stored, _type in enumerate(("e", bfloat16, "f", "d")):
    numbers[_stored] = -1 if _type is None else np.dtype(_type).num

cdef object kept = []  # names and signatures, which a ufunc does not copy


cdef const char *keep(str text):
    kept.append(text.encode())
    return kept[len(kept) - 1]


cdef Format format_of(const isa_t *chosen, int stored):
    cdef const kernel_set *kernels = chosen.sets[stored == DOUBLE]
    cdef Format made
    made.stored = 2 if stored <= BFLOAT16 else 4 if stored == SINGLE else 8
    made.computed = 8 if stored == DOUBLE else 4
    made.load = kernels.widen[stored]
    made.store = kernels.narrow[stored]
    made.turn_in, made.turn_out = kernels.turn_in, kernels.turn_out
    return made


cdef object make_ufunc(str name, str signature, str operands, int outputs, cnp.PyUFuncGenericFunction loop, void **plans):
    """A ufunc of `loop` for every dtype, with the plan of each; a gufunc where there is a signature.  `operands` are the types'
    letters, r for the one of the numbers."""
    cdef int total = len(operands), count = 0, stored, k
    cdef char *types = <char *>calloc(STORED, total)
    cdef int *bfloats = <int *>calloc(total, sizeof(int))
    cdef void **data = <void **>calloc(STORED, sizeof(void *))
    cdef cnp.PyUFuncGenericFunction *loops = <cnp.PyUFuncGenericFunction *>calloc(STORED, sizeof(void *))
    fixed = [-1 if letter == "r" else np.dtype(letter).num for letter in operands]
    for stored in (HALF, SINGLE, DOUBLE):
        data[count] = plans[stored]
        loops[count] = loop
        for k in range(total):
            types[count * total + k] = fixed[k] if fixed[k] >= 0 else numbers[stored]
        count += 1
    made = cnp.PyUFunc_FromFuncAndDataAndSignature(
        loops, data, types, count, total - outputs, outputs, cnp.PyUFunc_None, <char *>keep(name), "", 0,
        <char *>keep(signature) if signature else NULL)
    if numbers[BFLOAT16] >= 0:
        for k in range(total):
            bfloats[k] = fixed[k] if fixed[k] >= 0 else numbers[BFLOAT16]
        cnp.PyUFunc_RegisterLoopForType(<cnp.ufunc>made, numbers[BFLOAT16], loop, bfloats, plans[BFLOAT16])
    return made


cdef object elementwise_ufunc(const isa_t *chosen, str name, int inputs, int outputs, kernel *single, kernel *double_,
                              bint rows=False, int summed=-1):
    """A ufunc of a kernel; or a gufunc that goes over rows, and may sum two inputs for the kernel."""
    cdef Elementwise *plans = <Elementwise *>calloc(STORED, sizeof(Elementwise))
    cdef void *data[STORED]
    cdef int stored
    for stored in range(STORED):
        plans[stored] = Elementwise(format_of(chosen, stored), single, inputs, outputs, NULL, summed)
        if stored == DOUBLE:
            plans[stored].function = double_
        if summed >= 0:
            plans[stored].add = chosen.sets[stored == DOUBLE].add
        data[stored] = &plans[stored]
    if not rows:
        return make_ufunc(name, "", "r" * (inputs + outputs), outputs, <cnp.PyUFuncGenericFunction>elementwise_loop, data)
    core = ",".join(["(n)"] * inputs) + "->" + ",".join(["(n)"] * outputs)
    return make_ufunc(name, core, "r" * (inputs + outputs), outputs, <cnp.PyUFuncGenericFunction>rows_loop, data)


cdef object reduction_ufuncs(const isa_t *chosen, int index, dict made):
    """The gufunc of a reduction, by its name; that with options, where the row's name says that it has a temperature; and that
    of segments."""
    cdef Reduction *plans = <Reduction *>calloc(STORED, sizeof(Reduction))
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const reduction *row
    cdef int stored, plain = index
    name = chosen.sets[0].reductions[index].name.decode()
    scaled = name.startswith("scaled_")
    for k in range(chosen.sets[0].n_reductions):
        if chosen.sets[0].reductions[k].name.decode() == name.removeprefix("scaled_"):
            plain = k
    for stored in range(STORED):
        kernels = chosen.sets[stored == DOUBLE]
        row = &kernels.reductions[index]
        plans[stored] = Reduction(format_of(chosen, stored), row, kernels.start, kernels.hide, scaled, &kernels.reductions[plain])
        data[stored] = &plans[stored]
    outputs = max(row.results, 1)
    inputs, letters = ["(n)"] * row.inputs, "r" * row.inputs
    result = ["()"] * row.results if row.map == NULL else ["(n)"]
    if not scaled and row.map != NULL:
        made[f"segment_{name}"] = make_ufunc(f"segment_{name}", ",".join([*inputs, "(s)", "(s)"]) + "->(n)", letters + "qqr", 1,
                                             <cnp.PyUFuncGenericFunction>segment_loop, data)
    if scaled:
        inputs += ["(n)", "()", "()", "()", "()"]
        letters += "?qrdq"
    letters += "rdd" if outputs == RESULTS else "r" * outputs
    made[name] = make_ufunc(name, ",".join(inputs) + "->" + ",".join(result), letters, outputs,
                            <cnp.PyUFuncGenericFunction>reduction_loop, data)


cdef object loss_ufuncs(const isa_t *chosen, dict made):
    """Cross-entropy from logits, without its gradient and with it."""
    cdef Loss *plans
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef int stored, graded
    signature = "(n),(n),(n),(),(),(),(),(),()->()"
    for graded in range(2):
        plans = <Loss *>calloc(STORED, sizeof(Loss))
        for stored in range(STORED):
            kernels = chosen.sets[stored == DOUBLE]
            plans[stored] = Loss(format_of(chosen, stored), kernels.cross_entropy, kernels.start, graded)
            data[stored] = &plans[stored]
        name = "cross_entropy_with_grad" if graded else "cross_entropy"
        made[name] = make_ufunc(name, signature + ",(n)" * graded, "rrrqddddqd" + "r" * graded, 1 + graded,
                                <cnp.PyUFuncGenericFunction>loss_loop, data)


cdef object projection_ufunc(const isa_t *chosen, int index):
    cdef Projection *plans = <Projection *>calloc(STORED, sizeof(Projection))
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const projection *row
    cdef int stored
    for stored in range(STORED):
        kernels = chosen.sets[stored == DOUBLE]
        row = &kernels.projections[index]
        plans[stored] = Projection(format_of(chosen, stored), row, kernels.begin)
        data[stored] = &plans[stored]
    signature = ",".join(["()"] * row.with_alpha + ["(n)"] * row.inputs) + "->(n)"
    return make_ufunc(row.name.decode(), signature, "d" * row.with_alpha + "r" * (row.inputs + 1), 1,
                      <cnp.PyUFuncGenericFunction>projection_loop, data)


# The type number in which an array of another is computed, as numpy.exp chooses it; -1: not at all.
cdef int[32] computed
for _number in range(32):
    computed[_number] = -1
for _letter in "?bBhHiIlLqQefd":
    computed[np.dtype(_letter).num] = np.exp.resolve_dtypes((np.dtype(_letter), None))[1].num


cdef object scalar(object number, int letter):
    """A 0-d array, or the number itself where the type cannot hold it and NumPy shall say so."""
    cdef cnp.ndarray made
    cdef double value, largest = DBL_MAX if letter == cnp.NPY_DOUBLE else 65504 if letter == numbers[HALF] else FLT_MAX
    try:
        value = number
    except OverflowError:
        return number
    if largest < abs(value) < INFINITY:
        return number
    if letter != cnp.NPY_FLOAT and letter != cnp.NPY_DOUBLE:
        return np.array(value, np.float16 if letter == numbers[HALF] else bfloat16)
    made = cnp.PyArray_EMPTY(0, NULL, letter, 0)
    if letter == cnp.NPY_FLOAT:
        (<float *>cnp.PyArray_DATA(made))[0] = <float>value
    else:
        (<double *>cnp.PyArray_DATA(made))[0] = value
    return made


cdef bint is_number(object value):
    """Whether a parameter is one real number, of Python or of NumPy."""
    if type(value) is np.ndarray:
        return value.ndim == 0 and (value.dtype.kind in "biuf" or value.dtype == bfloat16)
    return isinstance(value, (float, int, np.floating, np.integer)) and type(value) is not np.timedelta64 or type(value) is bfloat16


cdef int common_type(tuple args, Py_ssize_t count):
    """The type number in which the first arguments are computed, if they are NumPy's own arrays or scalars of one type."""
    cdef Py_ssize_t k
    cdef int number = -1, found
    for k in range(count):
        if cnp.PyArray_CheckExact(args[k]):
            found = cnp.PyArray_TYPE(<cnp.ndarray>args[k])
        elif isinstance(args[k], np.generic):
            found = args[k].dtype.num
        else:
            return -1
        if k and found != number:
            return -1
        number = found
    return computed[number] if 0 <= number < 32 else number if number == numbers[BFLOAT16] else -1


cdef extern from *:
    """
    /* Instances of the type are called through the function that each has at this offset (PEP 590). */
    static void set_vectorcall(PyTypeObject *type, Py_ssize_t offset) {
        type->tp_vectorcall_offset = offset;
        type->tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL;
        PyType_Modified(type);
    }
    #define TUPLE_ITEMS(tuple) (((PyTupleObject *)(tuple))->ob_item)
    """
    ctypedef object (*vectorcallfunc)(object function, PyObject *const *args, size_t flagged, PyObject *keywords)
    void set_vectorcall(PyTypeObject *type, Py_ssize_t offset)
    PyObject **TUPLE_ITEMS(tuple)
    Py_ssize_t PyVectorcall_NARGS(size_t flagged)
    object PyObject_Vectorcall(object function, PyObject *const *args, size_t flagged, PyObject *keywords)
    object PyVectorcall_Call(object function, tuple args, dict kwargs)


# What every ufunc takes; the first two say in which type it is computed.
cdef tuple KEYWORDS = tuple(map(sys.intern, ("dtype", "signature", "out", "where", "casting", "order", "subok")))
cdef dict RELATIONS = {"<": Py_LT, "<=": Py_LE, ">": Py_GT, ">=": Py_GE, "!=": Py_NE}


cdef inline void fill_slot(PyObject **slot, PyObject *value) noexcept:
    """Fills an empty item of a tuple."""
    Py_INCREF(<object>value)
    slot[0] = value


@cython.final
cdef class Parametric:
    """A ufunc whose last operands are parameters with names and defaults; `ufunc` is the ufunc itself."""

    cdef vectorcallfunc vectorcall
    cdef readonly object ufunc
    cdef tuple operands, names, defaults
    cdef tuple keywords       # the names, then KEYWORDS
    cdef list typed_defaults  # the defaults as 0-d arrays of each dtype
    cdef list conditions      # text, the position of the parameter it begins with, a relation, that of another or a number
    cdef dict __dict__

    def __cinit__(self):
        self.vectorcall = call_parametric

    def __init__(self, ufunc, operands, parameters, conditions):
        self.ufunc = ufunc
        self.operands = operands
        self.names = tuple(map(sys.intern, parameters))
        self.keywords = self.names + KEYWORDS
        self.defaults = tuple(parameters.values())
        self.typed_defaults = [
            tuple([None if value is None or number < 0 else scalar(value, number) for value in self.defaults])
            for number in numbers]
        self.conditions = []
        for text in conditions:
            name, relation, other = text.split()
            position, bound = (self.names.index(other), None) if other in parameters else (-1, float(other))
            self.conditions.append((text, self.names.index(name), RELATIONS[relation], position, bound))
        self.__name__ = ufunc.__name__

    def __call__(self, *args, **kwargs):
        return PyVectorcall_Call(self, args, kwargs)

    def settle(self, dict given):
        """All parameters, of which some are given; takes those out of the dict."""
        cdef PyObject *values[MAX_PARAMETERS]
        cdef Py_ssize_t k
        cdef list settled = [given.pop(name, default) for name, default in zip(self.names, self.defaults)]
        for k in range(len(settled)):
            if settled[k] is None:
                raise TypeError(f"{self.__name__}() missing required argument: {self.names[k]!r}")
            values[k] = <PyObject *>settled[k]
        self.check(values)
        return tuple(settled)

    cdef Py_ssize_t position(self, object name) except -2:
        """Among the keywords, -1 of others; a name that a call spells out is the very same object."""
        cdef Py_ssize_t k
        for k in range(len(self.keywords)):
            if name is self.keywords[k]:
                return k
        for k in range(len(self.keywords)):
            if name == self.keywords[k]:
                return k
        return -1

    cdef tuple left(self, tuple names, Py_ssize_t count):
        """Those of the names, so many, that are no parameters'."""
        cdef tuple made = PyTuple_New(count)
        cdef Py_ssize_t filled = 0, position
        for name in names:
            position = self.position(name)
            if position < 0 or position >= len(self.names):
                fill_slot(&TUPLE_ITEMS(made)[filled], <PyObject *>name)
                filled += 1
        return made

    cdef object check(self, PyObject **values):
        """Refuses numbers that the parameters may not be; arrays give NaN where theirs are, and a NaN is its own answer."""
        cdef Py_ssize_t first, second
        cdef int relation
        for text, first, relation, second, bound in self.conditions:
            value = <object>values[first]
            if second >= 0:
                bound = <object>values[second]
            if (type(value) is float or is_number(value)) and (type(bound) is float or is_number(bound)):
                if not PyObject_RichCompareBool(value, bound, relation) and value == value and bound == bound:
                    used = {first: value, second: bound} if second >= 0 else {first: value}
                    self.refuse(text, used)

    def refuse(self, text, used):
        given = ", ".join([f"{self.names[k]}={value}" for k, value in used.items()])
        raise ValueError(f"{self.__name__}() needs {text}, got {given}")

    def __repr__(self):
        return f"<fastact function {self.__name__!r}>"

    def __reduce__(self):
        return self.__name__


cdef int stored_of(int letter):
    """The dtype with a type number, as kernels.h counts them; -1 for others."""
    cdef int stored
    for stored in range(STORED):
        if letter >= 0 and numbers[stored] == letter:
            return stored
    return -1


cdef bint are_scalars(PyObject **values, Py_ssize_t count, int stored):
    """Whether parameters are Python's numbers; or bfloat16 in a call of that, a user type, which would not survive a Python
    number beside it."""
    cdef Py_ssize_t k
    for k in range(count):
        value = <object>values[k]
        if type(value) is not float and type(value) is not int:
            if stored != BFLOAT16 or np.asanyarray(value).dtype != bfloat16:
                return False
    return True


cdef object call_parametric(object function, PyObject *const *args, size_t flagged, PyObject *keywords):
    """Calls the ufunc of a Parametric with the parameters behind the operands: those not given at their defaults, and Python
    numbers as 0-d arrays of the type that the operands alone ask for.  An integer array is then computed as numpy.exp
    computes it, and NumPy need not cast in a buffer, which costs as much as the call."""
    cdef Parametric self = <Parametric>function
    cdef Py_ssize_t given = PyVectorcall_NARGS(flagged), n_operands = len(self.operands), n_parameters = len(self.names)
    cdef Py_ssize_t n_keywords = len(<tuple>keywords) if keywords != NULL else 0
    cdef Py_ssize_t end = n_operands + n_parameters, total = max(given, end), others = 0, k, position
    cdef PyObject *values[MAX_PARAMETERS]
    cdef int stored
    if given < n_operands:
        raise TypeError(f"{self.__name__}() missing required argument: {self.operands[given]!r}")
    cdef tuple passed = PyTuple_New(total + n_keywords)
    cdef PyObject **slots = TUPLE_ITEMS(passed)
    for k in range(given):
        if k < n_operands or k >= end:
            fill_slot(&slots[k], args[k])
    for k in range(n_parameters):
        values[k] = args[n_operands + k] if n_operands + k < given else NULL
    stored = stored_of(common_type(passed, n_operands))
    for k in range(n_keywords):
        name, value = (<tuple>keywords)[k], <object>args[given + k]
        position = self.position(name)
        if position < 0 or position >= n_parameters:
            fill_slot(&slots[total + others], args[given + k])
            others += 1
            if position == n_parameters and value is not None:
                stored = stored_of(np.dtype(value).num)
            elif position == n_parameters + 1:
                stored = -1
        elif values[position] != NULL:
            raise TypeError(f"{self.__name__}() got multiple values for argument {name!r}")
        else:
            values[position] = args[given + k]
    for k in range(n_parameters):
        if values[k] == NULL:
            if self.defaults[k] is None:
                raise TypeError(f"{self.__name__}() missing required argument: {self.names[k]!r}")
            values[k] = TUPLE_ITEMS(self.defaults)[k]
    self.check(values)
    cdef tuple typed_defaults = None
    if stored >= 0 and are_scalars(values, n_parameters, stored):
        typed_defaults = self.typed_defaults[stored]
    for k in range(n_parameters):
        value = <object>values[k]
        if typed_defaults is not None and (type(value) is float or type(value) is int):
            value = typed_defaults[k] if value is self.defaults[k] else scalar(value, numbers[stored])
        fill_slot(&slots[n_operands + k], <PyObject *>value)
    if 0 < others < n_keywords:
        left = self.left(<tuple>keywords, others)
        keywords = <PyObject *>left
    return PyObject_Vectorcall(self.ufunc, slots, total, keywords if others else NULL)


def set_up_calls():
    """Lets CPython call a Parametric without a tuple and a dictionary of its arguments."""
    cdef Parametric one = Parametric.__new__(Parametric)
    set_vectorcall(<PyTypeObject *>Parametric, <char *>&one.vectorcall - <char *><PyObject *>one)


set_up_calls()


@lru_cache(maxsize=None)
def signature(operands, parameters, outputs):
    """What a function takes, and the same as text: its operands by position, its parameters, then what every ufunc takes."""
    kind = inspect.Parameter
    ours = [kind(name, kind.POSITIONAL_ONLY) for name in operands]
    ours += [kind(name, kind.POSITIONAL_OR_KEYWORD, default=kind.empty if value is None else value)
             for name, value in parameters]
    common = {"where": True, "casting": "same_kind", "order": "K", "dtype": None, "subok": True}
    out = kind("out", kind.POSITIONAL_OR_KEYWORD if outputs == 1 else kind.KEYWORD_ONLY, default=None)
    ours += [out, *(kind(name, kind.KEYWORD_ONLY, default=value) for name, value in common.items())]
    made = inspect.Signature(ours)
    return made, str(made)


def publish(function, signature, call, doc):
    """A function that pickles by its name in the package, and shows how it is called."""
    function.__module__ = "fastact"
    function.__qualname__ = function.__name__
    function.__signature__ = signature
    function.__doc__ = f"{function.__name__}{call}\n\n{doc}"
    return function


class FromOutput(NamedTuple):
    """The derivative of a function from its result: its formula of y, and what must hold for the parameters."""

    formula: str
    conditions: tuple


class Row(NamedTuple):
    """A row of the table; a parameter without a default has None.  `ranges` are those over which the error bound is proven."""

    name: str
    formula: str
    parameters: dict
    source: str
    ranges: dict
    conditions: tuple
    properties: str
    from_output: FromOutput | None


cdef tuple conditions_of(const char *text):
    return tuple(text.decode().split(";")[:-1])


cdef int inputs_of(row, tuple operands, int kind):
    return len(operands) + len(row.parameters) + (kind == BACKWARD)


cdef int outputs_of(tuple operands, int kind):
    return (kind == VALUE or kind == WITH_GRAD) + (kind != VALUE) * len(operands)


cdef object add_functions(dict functions, const isa_t *chosen, row, tuple operands, str stem, describe, kernel **singles,
                          kernel **doubles):
    """The functions of a row's kernels, by name."""
    cdef int kind
    for kind in range(KINDS):
        if singles[kind] == NULL:
            continue
        name = row.name + SUFFIXES[kind] + stem
        given = ("dy", *operands) if kind == BACKWARD else operands
        function = ufunc = elementwise_ufunc(chosen, name, inputs_of(row, operands, kind), outputs_of(operands, kind),
                                             singles[kind], doubles[kind])
        call = signature(given, tuple(row.parameters.items()), ufunc.nout)
        doc = describe(row, SUFFIXES[kind] + stem)
        if row.parameters:
            conditions = row.from_output.conditions if stem else row.conditions
            function = Parametric(publish(ufunc, *call, doc), given, row.parameters, conditions)
        functions[name] = publish(function, *call, doc)


cdef object add_gufuncs(dict gufuncs, const isa_t *chosen, row, tuple operands, str name, bint biased, kernel **singles,
                        kernel **doubles):
    """The value and the backward form as gufuncs over rows; of x plus a bias for x, or of the operands themselves."""
    cdef int kind
    for kind in (VALUE, BACKWARD):
        gufuncs[row.name + SUFFIXES[kind]] = elementwise_ufunc(
            chosen, name + SUFFIXES[kind], inputs_of(row, operands, kind) + biased, outputs_of(operands, kind),
            singles[kind], doubles[kind], True, (kind == BACKWARD) if biased else -1)


cdef object read_row(const table_row *row, from_output=None):
    parameters, ranges = {}, {}
    cdef int k
    for k in range(row.n_parameters):
        name, default = row.parameters[k].name.decode(), row.parameters[k].initial
        parameters[name] = None if math.isnan(default) else default
        ranges[name] = row.parameters[k].low, row.parameters[k].high
    return Row(row.name.decode(), row.formula.decode(), parameters, row.source.decode(), ranges,
               conditions_of(row.conditions), row.properties.decode(), from_output)


class Build(NamedTuple):
    """What follows from the tables for an ISA: rows, functions by name, and gufuncs by the name of what they compute."""

    activations: list
    functions: dict
    reductions: dict
    gates: list
    gate_functions: dict
    losses: list
    loss_functions: dict
    packed: dict  # gufuncs of the gates: (a, b, parameters) -> y; (dy, a, b, parameters) -> da, db
    biased: dict  # of the activations: (x, bias, parameters) -> y; (dy, x, bias, parameters) -> dx


def build(str isa):
    made = Build([], {}, {}, [], {}, [], {}, {}, {})
    outputs = {}
    cdef const table_row *row
    cdef const from_output_row *output
    cdef const isa_t *chosen = find_isa(isa)
    cdef const kernel_set *single = chosen.sets[0]
    cdef const kernel_set *double_ = chosen.sets[1]
    cdef int index, k
    for index in range(single.n_from_outputs):
        output = &single.from_outputs[index]
        outputs[output.name.decode()] = index, FromOutput(output.formula.decode(), conditions_of(output.conditions))
    for index in range(single.n_activations):
        row = &single.activations[index]
        k, from_output = outputs.get(row.name.decode(), (-1, None))
        made.activations.append(read_row(row, from_output))
        add_functions(made.functions, chosen, made.activations[-1], ("x",), "", documentation.elementwise,
                      <kernel **>row.kernels, <kernel **>double_.activations[index].kernels)
        if k >= 0:
            add_functions(made.functions, chosen, made.activations[-1], ("y",), "_from_output", documentation.elementwise,
                          <kernel **>single.from_outputs[k].kernels, <kernel **>double_.from_outputs[k].kernels)
        add_gufuncs(made.biased, chosen, made.activations[-1], ("x",), "bias_act", True,
                    <kernel **>row.kernels, <kernel **>double_.activations[index].kernels)
    for index in range(single.n_reductions):
        reduction_ufuncs(chosen, index, made.reductions)
    loss_ufuncs(chosen, made.reductions)
    for index in range(single.n_projections):
        ufunc = projection_ufunc(chosen, index)
        made.reductions[ufunc.__name__] = ufunc
    for index in range(single.n_gates):
        row = &single.gates[index]
        made.gates.append(read_row(row))
        add_functions(made.gate_functions, chosen, made.gates[-1], ("a", "b"), "", documentation.gate,
                      <kernel **>row.kernels, <kernel **>double_.gates[index].kernels)
        add_gufuncs(made.packed, chosen, made.gates[-1], ("a", "b"), row.name.decode() + "_packed", False,
                    <kernel **>row.kernels, <kernel **>double_.gates[index].kernels)
    for index in range(single.n_losses):
        row = &single.losses[index]
        made.losses.append(read_row(row))
        add_functions(made.loss_functions, chosen, made.losses[-1], ("logits",), "", documentation.loss,
                      <kernel **>row.kernels, <kernel **>double_.losses[index].kernels)
    return made


built = build(isa_name)
activations, functions, reductions = built.activations, built.functions, built.reductions
