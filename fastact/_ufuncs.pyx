# cython: language_level=3, cdivision=True, boundscheck=False, freethreading_compatible=True
"""The loops: strides, blocks, threads; and a ufunc for every kernel of the chosen ISA."""

cimport cython
from cpython.ref cimport PyObject
from cython.parallel cimport prange
from libc.float cimport DBL_MAX, FLT_MAX
from libc.math cimport INFINITY
from libc.stdint cimport uint16_t, uint32_t, uint64_t, uintptr_t
from libc.stdlib cimport calloc

import inspect
import math
import os
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
include "loops/reductions.pxi"


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
    return made


cdef object make_ufunc(str name, str signature, int inputs, int outputs, cnp.PyUFuncGenericFunction loop, void **plans):
    """A ufunc of `loop` for every dtype, with the plan of each; a gufunc where there is a signature."""
    cdef int operands = inputs + outputs, count = 0, stored, k
    cdef char *types = <char *>calloc(STORED, operands)
    cdef int *bfloats = <int *>calloc(operands, sizeof(int))
    cdef void **data = <void **>calloc(STORED, sizeof(void *))
    cdef cnp.PyUFuncGenericFunction *loops = <cnp.PyUFuncGenericFunction *>calloc(STORED, sizeof(void *))
    for stored in (HALF, SINGLE, DOUBLE):
        data[count] = plans[stored]
        loops[count] = loop
        for k in range(operands):
            types[count * operands + k] = numbers[stored]
        count += 1
    made = cnp.PyUFunc_FromFuncAndDataAndSignature(
        loops, data, types, count, inputs, outputs, cnp.PyUFunc_None, <char *>keep(name), "", 0,
        <char *>keep(signature) if signature else NULL)
    if numbers[BFLOAT16] >= 0:
        for k in range(operands):
            bfloats[k] = numbers[BFLOAT16]
        cnp.PyUFunc_RegisterLoopForType(<cnp.ufunc>made, numbers[BFLOAT16], loop, bfloats, plans[BFLOAT16])
    return made


cdef object elementwise_ufunc(const isa_t *chosen, str name, int n_parameters, int kind, kernel *single, kernel *double_):
    cdef Elementwise *plans = <Elementwise *>calloc(STORED, sizeof(Elementwise))
    cdef void *data[STORED]
    cdef int stored, inputs = 1 + n_parameters + (kind == BACKWARD), outputs = 1 + (kind == WITH_GRAD)
    for stored in range(STORED):
        plans[stored] = Elementwise(format_of(chosen, stored), single, inputs, outputs)
        if stored == DOUBLE:
            plans[stored].function = double_
        data[stored] = &plans[stored]
    return make_ufunc(name, "", inputs, outputs, <cnp.PyUFuncGenericFunction>elementwise_loop, data)


cdef object reduction_ufunc(const isa_t *chosen, int index):
    cdef Reduction *plans = <Reduction *>calloc(STORED, sizeof(Reduction))
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const reduction *row
    cdef int stored
    for stored in range(STORED):
        kernels = chosen.sets[stored == DOUBLE]
        row = &kernels.reductions[index]
        plans[stored] = Reduction(format_of(chosen, stored), row, kernels.start)
        data[stored] = &plans[stored]
    signature = ",".join(["(n)"] * row.inputs) + "->" + ("(n)" if row.map != NULL else "()")
    return make_ufunc(row.name.decode(), signature, row.inputs, 1, <cnp.PyUFuncGenericFunction>reduction_loop, data)


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


@cython.final
cdef class Parametric:
    """A ufunc whose last operands are parameters with names and defaults; `ufunc` is the ufunc itself."""

    cdef readonly object ufunc
    cdef tuple operands, names, defaults
    cdef dict typed_defaults  # by type number: the defaults as 0-d arrays of the type
    cdef list conditions      # text, positions of the parameters in it, a function of them
    cdef dict __dict__

    def __init__(self, ufunc, operands, parameters, conditions):
        self.ufunc = ufunc
        self.operands = operands
        self.names = tuple(parameters)
        self.defaults = tuple(parameters.values())
        self.typed_defaults = {}
        if None not in self.defaults:
            self.typed_defaults = {
                letter: tuple([scalar(value, letter) for value in self.defaults]) for letter in numbers if letter >= 0}
        self.conditions = []
        for text in conditions:
            used = [name for name in text.split() if name in parameters]
            positions = tuple([len(operands) + self.names.index(name) for name in used])
            self.conditions.append((text, positions, eval(f"lambda {', '.join(used)}: {text}")))
        self.__name__ = ufunc.__name__

    def __call__(self, *args, **kwargs):
        cdef Py_ssize_t count = len(args), given = count - len(self.operands)
        cdef int letter
        if given < 0:
            raise TypeError(f"{self.__name__}() missing required argument: {self.operands[count]!r}")
        letter = common_type(args, count - given)
        if "signature" in kwargs:
            letter = -1
        elif kwargs.get("dtype") is not None:
            letter = np.dtype(kwargs["dtype"]).num
            letter = letter if letter in numbers else -1
        if given == 0 and not kwargs and letter in self.typed_defaults:
            return self.ufunc(*args, *<tuple>self.typed_defaults[letter])
        if kwargs or given < len(self.names):
            args += self.missing(given, kwargs)
        if self.conditions:
            self.check(args)
        if letter >= 0:
            args = self.typed(args, letter)
        return self.ufunc(*args, **kwargs)

    cdef tuple missing(self, Py_ssize_t given, dict kwargs):
        """The parameters that are not given by position; takes them out of kwargs."""
        cdef Py_ssize_t k
        values = []
        for k in range(len(self.names)):
            name = self.names[k]
            if k < given:
                if name in kwargs:
                    raise TypeError(f"{self.__name__}() got multiple values for argument {name!r}")
            elif name in kwargs:
                values.append(kwargs.pop(name))
            elif self.defaults[k] is None:
                raise TypeError(f"{self.__name__}() missing required argument: {name!r}")
            else:
                values.append(self.defaults[k])
        return tuple(values)

    cdef object check(self, tuple args):
        """Refuses numbers that the parameters may not be; arrays give NaN where theirs are, and a NaN is its own answer."""
        for text, positions, holds in self.conditions:
            values = [args[k] for k in positions]
            if all(map(is_number, values)) and not holds(*values) and all(v == v for v in values):
                given = ", ".join(f"{self.names[k - len(self.operands)]}={v}" for k, v in zip(positions, values))
                raise ValueError(f"{self.__name__}() needs {text}, got {given}")

    cdef tuple typed(self, tuple args, int letter):
        """With the parameters, if all of them are Python numbers, as 0-d arrays of the type that the operands alone ask for:
        an integer array is computed as numpy.exp computes it, and NumPy need not cast in a buffer, which costs as much as
        the call."""
        cdef Py_ssize_t k, first = len(self.operands)
        cdef list changed = list(args)
        for k in range(first, first + len(self.names)):
            value = changed[k]
            if type(value) is float or type(value) is int:
                changed[k] = scalar(value, letter)
            elif letter != numbers[BFLOAT16] or np.asanyarray(value).dtype != bfloat16:
                return args  # but bfloat16, a user type, would not survive a Python number beside it
        return tuple(changed)

    def __repr__(self):
        return f"<fastact function {self.__name__!r}>"

    def __reduce__(self):
        return self.__name__


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


cdef object add_functions(dict functions, const isa_t *chosen, row, str stem, bint from_output, kernel **singles,
                          kernel **doubles):
    """The functions of a row's kernels, by name."""
    x = "y" if from_output else "x"
    cdef int kind
    for kind in range(KINDS):
        if singles[kind] == NULL:
            continue
        name = row.name + SUFFIXES[kind] + stem
        operands = ("dy", x) if kind == BACKWARD else (x,)
        function = ufunc = elementwise_ufunc(chosen, name, len(row.parameters), kind, singles[kind], doubles[kind])
        call = signature(operands, tuple(row.parameters.items()), ufunc.nout)
        doc = documentation.elementwise(row, SUFFIXES[kind] + stem)
        if row.parameters:
            conditions = row.from_output.conditions if from_output else row.conditions
            function = Parametric(publish(ufunc, *call, doc), operands, row.parameters, conditions)
        functions[name] = publish(function, *call, doc)


def build(str isa):
    """The rows of the table; the functions that follow from them for an ISA, by name; and the
    gufuncs of the reductions, by name."""
    rows, functions, outputs = [], {}, {}
    cdef const activation_row *row
    cdef const from_output_row *output
    cdef const isa_t *chosen = find_isa(isa)
    cdef const kernel_set *single = chosen.sets[0]
    cdef int index, k
    for index in range(single.n_from_outputs):
        output = &single.from_outputs[index]
        outputs[output.name.decode()] = index, FromOutput(output.formula.decode(), conditions_of(output.conditions))
    for index in range(single.n_activations):
        row = &single.activations[index]
        parameters, ranges = {}, {}
        for k in range(row.n_parameters):
            name, default = row.parameters[k].name.decode(), row.parameters[k].initial
            parameters[name] = None if math.isnan(default) else default
            ranges[name] = row.parameters[k].low, row.parameters[k].high
        name = row.name.decode()
        k, from_output = outputs.get(name, (-1, None))
        rows.append(Row(name, row.formula.decode(), parameters, row.source.decode(), ranges,
                        conditions_of(row.conditions), row.properties.decode(), from_output))
        add_functions(functions, chosen, rows[-1], "", False, <kernel **>row.kernels,
                      <kernel **>chosen.sets[1].activations[index].kernels)
        if k >= 0:
            add_functions(functions, chosen, rows[-1], "_from_output", True, <kernel **>single.from_outputs[k].kernels,
                          <kernel **>chosen.sets[1].from_outputs[k].kernels)
    reductions = {}
    for index in range(single.n_reductions):
        ufunc = reduction_ufunc(chosen, index)
        reductions[ufunc.__name__] = ufunc
    return rows, functions, reductions


activations, functions, reductions = build(isa_name)
