"""Functions that see no arrays but NumPy's own: a call with others goes through a rule."""

cimport cython
from cpython.object cimport PyObject, PyTypeObject
from cpython.type cimport PyType_Check

from functools import update_wrapper
from types import FunctionType, MethodType

import numpy as np

from fastact._core.parametric import Parametric

cimport numpy as cnp

from fastact._core.vectorcall cimport PyObject_Vectorcall, PyVectorcall_NARGS, TUPLE_ITEMS, set_vectorcall, vectorcallfunc

cnp.import_array()

cdef tuple FUNCTIONS = (np.ufunc, Parametric, FunctionType)


cdef bint are_plain(tuple pair):
    """Whether all of a pair are: arrays for results, one of which may be masked; longer tuples are numbers."""
    return len(pair) > 2 or all([is_plain(value) for value in pair])


cdef inline bint is_plain(object value):
    """Whether the rule has nothing to do with a value: NumPy's own arrays and scalars, what Python has of its own, functions
    and types."""
    cdef object kind = type(value)
    return (
        cnp.PyArray_CheckExact(value) or value is None or kind is float or kind is int or kind is bool or kind is str
        or kind is list or (kind is tuple and are_plain(value)) or kind in FUNCTIONS or PyType_Check(value)
        or (cnp.PyArray_CheckScalar(value) and not cnp.PyArray_Check(value)) or cnp.PyArray_DescrCheck(value))


@cython.final
cdef class ArrayFunction:
    """A Python function and the rule for its calls with arrays that are not NumPy's own.

    It has the name, the docstring and the signature of the function, and binds as a method as that does; the function itself
    is `__wrapped__`.
    """

    cdef vectorcallfunc vectorcall
    cdef object function, rule
    cdef object __weakref__
    cdef dict __dict__

    def __cinit__(self):
        self.vectorcall = call_array_function

    def __init__(self, function, rule):
        self.function = function
        self.rule = rule
        update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        cdef tuple names = tuple(kwargs), values = args + tuple(kwargs.values())
        return call_array_function(self, TUPLE_ITEMS(values), len(args), <PyObject *>names if names else NULL)

    def __get__(self, instance, owner):
        return self if instance is None else MethodType(self, instance)

    def __repr__(self):
        return f"<fastact function {self.__name__!r}>"

    def __reduce__(self):
        return self.__qualname__


cdef object call_array_function(object function, PyObject *const *args, size_t flagged, PyObject *keywords):
    cdef ArrayFunction self = <ArrayFunction>function
    cdef Py_ssize_t given = PyVectorcall_NARGS(flagged), count = given, k
    if keywords != NULL:
        count += len(<tuple>keywords)
    for k in range(count):
        if not is_plain(<object>args[k]):
            positional = tuple([<object>args[k] for k in range(given)])
            named = {} if keywords == NULL else {
                name: <object>args[given + k] for k, name in enumerate(<tuple>keywords)}
            return self.rule(positional, named)
    return PyObject_Vectorcall(self.function, args, flagged, keywords)


def set_up_calls():
    """Lets CPython call an ArrayFunction without a tuple and a dictionary of its arguments."""
    cdef ArrayFunction one = ArrayFunction.__new__(ArrayFunction)
    set_vectorcall(<PyTypeObject *>ArrayFunction, <char *>&one.vectorcall - <char *><PyObject *>one)


set_up_calls()
