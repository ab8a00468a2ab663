"""What stands in the place of another library's function: it serves the calls that fastact takes, and passes the others on.

A call that is passed on costs some ten nanoseconds more than before; in Python it was half a microsecond.
"""

cimport cython
from cpython.object cimport PyObject, PyTypeObject

from functools import update_wrapper
from types import MethodType

cimport numpy as cnp

from fastact._core.vectorcall cimport PyObject_Vectorcall, PyVectorcall_NARGS, TUPLE_ITEMS, set_vectorcall, vectorcallfunc

cnp.import_array()

cdef enum:
    MOST_TYPES = 4
    NONE = 0
    OF_TYPE = 1
    OF_DTYPE = 2
    OF_SIZE = 3
    REASONS = 4


class Declined(Exception):
    """What `serve` raises, with a word that says why, if a call is not for fastact after all; nothing has been written then."""


@cython.final
cdef class Replacement:
    """A callable in the place of `original`, to the eye and to `isinstance` the same; a method binds as that does.

    While it is `on` it calls `serve`, with the same arguments, if the operand at `position`, or named `keyword`, is an array of
    NumPy's own whose dtype is equal to one in `least` and which has at least so many elements.  Else, and where that is
    Declined, it calls the original.
    """

    cdef vectorcallfunc vectorcall
    cdef readonly object original
    cdef public bint on
    cdef object serve, keyword
    cdef int type_count, types[MOST_TYPES]
    cdef Py_ssize_t position, fewest[MOST_TYPES], calls[REASONS]
    cdef dict declined
    cdef object __weakref__
    cdef dict __dict__

    def __cinit__(self):
        self.vectorcall = call_replacement

    def __init__(self, original, serve, dict least, Py_ssize_t position, str keyword, str module):
        if len(least) > MOST_TYPES:
            raise ValueError(f"least has {len(least)} types, of at most {MOST_TYPES}")
        self.original, self.serve, self.position, self.keyword = original, serve, position, keyword
        self.type_count = len(least)
        for k, (dtype, fewest) in enumerate(least.items()):
            self.types[k], self.fewest[k] = dtype.num, fewest
        update_wrapper(self, original)
        self.__module__ = getattr(original, "__module__", None) or module
        self.reset()

    def reset(self):
        """Counts from 0."""
        for k in range(REASONS):
            self.calls[k] = 0
        self.declined = {}

    @property
    def served(self):
        """How many calls fastact has computed."""
        return self.calls[NONE]

    @property
    def passed(self):
        """How many calls the original got, by the reason."""
        counts = {"type": self.calls[OF_TYPE], "dtype": self.calls[OF_DTYPE], "size": self.calls[OF_SIZE]}
        for why, count in self.declined.items():
            counts[why] = counts.get(why, 0) + count
        return {why: count for why, count in counts.items() if count}

    def __call__(self, *args, **kwargs):
        cdef tuple names = tuple(kwargs), values = args + tuple(kwargs.values())
        return call_replacement(self, TUPLE_ITEMS(values), len(args), <PyObject *>names if names else NULL)

    def __get__(self, instance, owner):
        return self if instance is None else MethodType(self, instance)

    def __getattr__(self, name):
        return getattr(self.original, name)

    @property
    def __class__(self):
        return type(self.original)

    def __repr__(self):
        return repr(self.original)

    def __reduce__(self):
        """By name, as the original: where that is read it gives what then has the name."""
        return self.__qualname__


cdef int reason(Replacement self, PyObject *const *args, Py_ssize_t given, PyObject *keywords) except -1:
    """Which of the counted reasons speaks against a call, or NONE."""
    cdef PyObject *operand = NULL
    cdef Py_ssize_t k
    if given > self.position:
        operand = args[self.position]
    elif keywords != NULL:
        for k in range(len(<tuple>keywords)):
            if (<tuple>keywords)[k] == self.keyword:
                operand = args[given + k]
    if operand == NULL or not cnp.PyArray_CheckExact(<object>operand):
        return OF_TYPE
    if not cnp.PyArray_ISNOTSWAPPED(<cnp.ndarray>operand):
        return OF_DTYPE
    for k in range(self.type_count):  # by number: arrays that were pickled have a dtype object of their own
        if cnp.PyArray_TYPE(<cnp.ndarray>operand) == self.types[k]:
            return OF_SIZE if cnp.PyArray_SIZE(<cnp.ndarray>operand) < self.fewest[k] else NONE
    return OF_DTYPE


cdef object call_replacement(object function, PyObject *const *args, size_t flagged, PyObject *keywords):
    cdef Replacement self = <Replacement>function
    cdef int why
    if self.on:
        why = reason(self, args, PyVectorcall_NARGS(flagged), keywords)
        if why == NONE:
            try:
                result = PyObject_Vectorcall(self.serve, args, flagged, keywords)
                self.calls[NONE] += 1
                return result
            except Declined as declined:
                self.declined[declined.args[0]] = self.declined.get(declined.args[0], 0) + 1
        else:
            self.calls[why] += 1
    return PyObject_Vectorcall(self.original, args, flagged, keywords)


def set_up_calls():
    """Lets CPython call a Replacement without a tuple and a dictionary of its arguments."""
    cdef Replacement one = Replacement.__new__(Replacement)
    set_vectorcall(<PyTypeObject *>Replacement, <char *>&one.vectorcall - <char *><PyObject *>one)


set_up_calls()
