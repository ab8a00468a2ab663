"""Parametric functions: ufuncs whose last operands are parameters, with names and defaults."""

cimport cython
from cpython.object cimport Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, PyObject, PyObject_RichCompareBool, PyTypeObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_New
from libc.float cimport DBL_MAX, FLT_MAX
from libc.math cimport INFINITY

import sys

import numpy as np

from fastact._core.dtypes import NUMBERS, TYPES, bfloat16

cimport numpy as cnp

from fastact._core.kernels cimport BFLOAT16, HALF, MAX_PARAMETERS, STORED
from fastact._core.vectorcall cimport PyObject_Vectorcall, PyVectorcall_NARGS, TUPLE_ITEMS, set_vectorcall, vectorcallfunc

cnp.import_array()


# ---- numbers and their types ------------------------------------------------------------------------------------------------

cdef int[STORED] numbers  # of the types, as NumPy counts them
for _stored, _number in enumerate(NUMBERS):
    numbers[_stored] = _number

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
    if type(value) is bfloat16:
        return True
    return isinstance(value, (float, int, np.floating, np.integer)) and type(value) is not np.timedelta64


cdef inline int computed_in(int number) noexcept:
    """The type number in which an array of another is computed; -1: not at all."""
    return computed[number] if 0 <= number < 32 else number if number == numbers[BFLOAT16] else -1


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
    return computed_in(number)


cdef inline int stored_of(int letter) noexcept:
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


# ---- the functions ----------------------------------------------------------------------------------------------------------

# What every ufunc takes; the first three say in which type it is computed.
cdef tuple KEYWORDS = tuple(map(sys.intern, ("dtype", "signature", "sig", "out", "where", "casting", "order", "subok")))
cdef dict RELATIONS = {"<": Py_LT, "<=": Py_LE, ">": Py_GT, ">=": Py_GE, "!=": Py_NE}


cdef inline void fill_slot(PyObject **slot, PyObject *value) noexcept:
    """Fills an empty item of a tuple."""
    Py_INCREF(<object>value)
    slot[0] = value


@cython.final
cdef class Parametric:
    """A ufunc whose last operands are parameters with names and defaults; `ufunc` is the ufunc itself.

    To the eye it is a ufunc of its operands: it is called as one and has a ufunc's attributes and methods.  `nin`, `nargs` and
    `types` count the parameters, for they are operands that broadcast.  No parameter is the second operand of a fold, so
    `reduce`, `accumulate` and `reduceat` raise what they raise for a ufunc that is not binary.
    """

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
        cdef tuple names = tuple(kwargs), values = args + tuple(kwargs.values())
        return call_parametric(self, TUPLE_ITEMS(values), len(args), <PyObject *>names if names else NULL)

    def __repr__(self):
        return f"<fastact function {self.__name__!r}>"

    def __reduce__(self):
        return self.__name__

    # ---- what a ufunc has -----------------------------------------------------------------------------------------------

    @property
    def nin(self):
        """The number of inputs: operands and parameters."""
        return self.ufunc.nin

    @property
    def nout(self):
        """The number of results."""
        return self.ufunc.nout

    @property
    def nargs(self):
        """The number of inputs and results."""
        return self.ufunc.nargs

    @property
    def ntypes(self):
        """The number of loops."""
        return self.ufunc.ntypes

    @property
    def types(self):
        """The types of the loops, in letters."""
        return self.ufunc.types

    @property
    def identity(self):
        """None: there is no fold."""
        return self.ufunc.identity

    @property
    def signature(self):
        """None: it is no gufunc."""
        return self.ufunc.signature

    @property
    def parameters(self):
        """The names of the parameters."""
        return self.names

    def outer(self, *operands, **kwargs):
        """As `numpy.ufunc.outer`: every x with every value of the one parameter, which stands behind it; none is left out or
        named."""
        return self.ufunc.outer(*operands, **kwargs)

    def at(self, a, indices, /, *others, **given):
        """As `numpy.ufunc.at`, with parameters that have their defaults if they are not given; of one parameter at most."""
        cdef Py_ssize_t n_operands = len(self.operands) - 1, most = n_operands + len(self.names)  # beside a
        cdef int stored = stored_of(computed_in(a.dtype.num)) if type(a) is np.ndarray else -1
        by_position = dict(zip(self.names, others[n_operands:]))
        if len(others) > most:
            raise TypeError(f"{self.__name__}.at() takes at most {2 + most} arguments, not {2 + len(others)}")
        if repeated := by_position.keys() & given.keys():
            raise TypeError(f"{self.__name__}.at() got multiple values for argument {repeated.pop()!r}")
        given = by_position | given
        values = self.settle(given)
        if given:
            raise self.unexpected(f"{self.__name__}.at", next(iter(given)))
        if stored >= 0:
            values = [scalar(value, numbers[stored]) if type(value) in (float, int) else value for value in values]
        return self.ufunc.at(a, indices, *[*others[:n_operands], *values][:1])

    def resolve_dtypes(self, dtypes, **kwargs):
        """As `numpy.ufunc.resolve_dtypes`: of the operands and the results, or of the parameters between them too.

        Parameters that are left out are Python numbers."""
        cdef Py_ssize_t n_operands = len(self.operands), end = n_operands + len(self.names)
        dtypes = tuple(dtypes)
        if len(dtypes) == n_operands + self.nout:
            dtypes = (*dtypes[:n_operands], *[float] * len(self.names), *dtypes[n_operands:])
        if len(dtypes) == self.nargs and len(set(dtypes[:n_operands])) == 1 and isinstance(dtypes[0], np.dtype):
            number = computed_in(dtypes[0].num)
            if number >= 0 and all([kind is float or kind is int for kind in dtypes[n_operands:end]]):  # typed as in a call
                dtypes = (*dtypes[:n_operands], *[np.dtype(TYPES[stored_of(number)])] * len(self.names), *dtypes[end:])
        return self.ufunc.resolve_dtypes(dtypes, **kwargs)

    def reduce(self, *args, **kwargs):
        """ValueError, as of a `numpy.ufunc` that is not binary."""
        raise ValueError("reduce only supported for binary functions")

    def accumulate(self, *args, **kwargs):
        """ValueError, as of a `numpy.ufunc` that is not binary."""
        raise ValueError("accumulate only supported for binary functions")

    def reduceat(self, *args, **kwargs):
        """ValueError, as of a `numpy.ufunc` that is not binary."""
        raise ValueError("reduceat only supported for binary functions")

    # ---- parameters -----------------------------------------------------------------------------------------------------

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
            if position >= len(self.names):
                fill_slot(&TUPLE_ITEMS(made)[filled], <PyObject *>name)
                filled += 1
        return made

    cdef int check(self, PyObject **values) except -1:
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
        return 0

    cdef int refuse_count(self, Py_ssize_t given) except -1:
        """As numpy.exp refuses a call without its operand."""
        least, most = len(self.operands), len(self.operands) + len(self.names) + self.nout
        raise TypeError(
            f"{self.__name__}() takes from {least} to {most} positional arguments but {given} were given; "
            f"its operands are positional: {', '.join(self.operands)}")

    cdef int refuse_name(self, name) except -1:
        raise self.unexpected(self.__name__, name)

    def unexpected(self, caller, name):
        """The error for a keyword that is neither a parameter's nor the caller's own."""
        several = "s are" if len(self.names) > 1 else " is"
        return TypeError(
            f"{caller}() got an unexpected keyword argument {name!r}; the parameter{several} {', '.join(self.names)}")

    def refuse(self, text, used):
        given = ", ".join([f"{self.names[k]}={value}" for k, value in used.items()])
        raise ValueError(f"{self.__name__}() needs {text}, got {given}")


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
        self.refuse_count(given)
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
        if position < 0:
            self.refuse_name(name)
        if position >= n_parameters:
            fill_slot(&slots[total + others], args[given + k])
            others += 1
            if position == n_parameters and value is not None:
                stored = stored_of(np.dtype(value).num)
            elif position == n_parameters + 1 or position == n_parameters + 2:
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
    if self.conditions:
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
