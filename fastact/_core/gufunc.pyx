"""Gufuncs of one core dimension, called at once where NumPy's iterator has nothing to do: it takes longer than a small call.

The axes that a call goes along are the *core*, the others the *rows*.  Operands that need no cast and whose rows, and whose
core, are each as one axis reach the loop as the iterator would hand them to it, and with it the very same results.
"""

cimport cython
from cpython.long cimport PyLong_AsLongLongAndOverflow
from libc.float cimport FLT_MAX
from libc.math cimport INFINITY
from libc.stdint cimport int64_t, uint64_t

import numpy as np

cimport numpy as cnp

cnp.import_array()

cdef extern from *:
    """
    static int raise_what_is_set(void) { return PyErr_Occurred() ? -1 : 0; }
    """
    int raise_what_is_set() except -1

ctypedef void (*loop_function)(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil

cdef enum:
    MOST = 12              # operands and results of a gufunc
    HELD = 500             # elements up to which NumPy keeps the GIL too


cdef struct Place:
    char *data             # NULL for a result that is to be made
    Py_ssize_t step, core  # bytes from row to row, and from element to element
    int size


cdef inline bint joined(cnp.ndarray array, uint64_t axes, bint among, Py_ssize_t *step) noexcept:
    """Whether the axes of an array that are in the set, or those that are not, are as one axis, which has this step."""
    cdef Py_ssize_t length = 1
    cdef int k
    step[0] = 0
    for k in range(cnp.PyArray_NDIM(array) - 1, -1, -1):
        if (axes >> k & 1) != among or cnp.PyArray_DIM(array, k) == 1:
            continue
        if length == 1:
            step[0] = cnp.PyArray_STRIDE(array, k)
        elif cnp.PyArray_STRIDE(array, k) != step[0] * length:
            return False
        length *= cnp.PyArray_DIM(array, k)
    return True


cdef inline bint read_axes(object axis, int ndim, uint64_t *axes):
    """Whether `axis` names axes, none twice, in the plainest way."""
    cdef Py_ssize_t number
    axes[0] = 0
    if axis is None:
        axes[0] = (<uint64_t>1 << (ndim - 1) << 1) - 1
        return True
    for one in axis if type(axis) is tuple else (axis,):
        if type(one) is not int or not -ndim <= one < ndim:
            return False
        number = one
        number += ndim if number < 0 else 0
        if axes[0] >> number & 1:
            return False
        axes[0] |= <uint64_t>1 << number
    return axes[0] != 0


cdef inline bint read_number(object value, char letter, int kind, char *room):
    """Whether a value is one of Python's numbers that an operand of a type takes as NumPy would; puts it into the room."""
    cdef double number
    cdef int overflow
    if letter == c"?" or type(value) is bool:
        if type(value) is not bool or letter not in (c"?", c"r"):
            return False
        number = value is True
    elif letter == c"q":
        if type(value) is not int:
            return False
        (<int64_t *>room)[0] = PyLong_AsLongLongAndOverflow(value, &overflow)
        return not overflow
    elif type(value) is float:
        number = value
    else:
        return False
    if letter == c"?":
        room[0] = number != 0
    elif letter == c"d" or kind == cnp.NPY_DOUBLE:
        (<double *>room)[0] = number
    elif kind == cnp.NPY_FLOAT and not FLT_MAX < abs(number) < INFINITY:
        (<float *>room)[0] = <float>number
    else:
        return False
    return True


cdef inline bint apart(const Place *a, const Place *b, Py_ssize_t rows, Py_ssize_t length) noexcept:
    """Whether two operands share no byte, or each element with its very counterpart."""
    cdef Py_ssize_t low_a = min(<Py_ssize_t>0, (rows - 1) * a.step) + min(<Py_ssize_t>0, (length - 1) * a.core)
    cdef Py_ssize_t low_b = min(<Py_ssize_t>0, (rows - 1) * b.step) + min(<Py_ssize_t>0, (length - 1) * b.core)
    cdef Py_ssize_t end_a = max(<Py_ssize_t>0, (rows - 1) * a.step) + max(<Py_ssize_t>0, (length - 1) * a.core) + a.size
    cdef Py_ssize_t end_b = max(<Py_ssize_t>0, (rows - 1) * b.step) + max(<Py_ssize_t>0, (length - 1) * b.core) + b.size
    if a.data == b.data and a.step == b.step and a.core == b.core and a.size == b.size:
        return True
    return a.data + end_a <= b.data + low_b or b.data + end_b <= a.data + low_a


cdef object new_result(cnp.ndarray first, uint64_t axes, bint core, bint kept, int kind):
    """An array for a result, laid out as NumPy lays it out: the rows in their order, the elements of each side by side."""
    cdef cnp.npy_intp shape[64]
    cdef cnp.npy_intp strides[64]
    cdef cnp.npy_intp stride = 8 if kind == cnp.NPY_DOUBLE else 4 if kind == cnp.NPY_FLOAT else 2
    cdef int ndim = cnp.PyArray_NDIM(first), count = 0, k, among
    if not core:
        for k in range(ndim):
            if kept or not axes >> k & 1:
                shape[count] = 1 if axes >> k & 1 else cnp.PyArray_DIM(first, k)
                count += 1
        return cnp.PyArray_EMPTY(count, shape, kind, 0)
    for among in (1, 0):
        for k in range(ndim - 1, -1, -1):
            if <int>(axes >> k & 1) == among:
                shape[k] = cnp.PyArray_DIM(first, k)
                strides[k] = stride
                stride *= shape[k]
    return cnp.PyArray_New(np.ndarray, ndim, shape, kind, strides, NULL, 0, 0, None)


@cython.final
cdef class Gufunc:
    """A gufunc, the types of its operands and results in letters, r for the one that is computed in, and what stands before
    the operands in every call."""

    cdef readonly object ufunc
    cdef readonly str types
    cdef readonly tuple given
    cdef loop_function loops[2]  # of float32 and float64
    cdef void *data[2]
    cdef bytes letters
    cdef bint core[MOST]
    cdef int inputs, count

    def __init__(self, cnp.ufunc ufunc, str types, tuple given=()):
        cdef int k, i
        self.ufunc, self.types, self.given, self.letters = ufunc, types, given, types.encode()
        self.inputs, self.count = ufunc.nin, ufunc.nin + ufunc.nout
        assert self.count <= MOST
        of_operands = self.ufunc.signature.replace("->", ",").split(",")
        for k in range(self.count):
            self.core[k] = of_operands[k] != "()"
        for k in range(2):
            self.loops[k] = NULL
            for i in range(ufunc.ntypes):
                if ufunc.types[i * self.count + types.index("r")] == (cnp.NPY_DOUBLE if k else cnp.NPY_FLOAT):
                    self.loops[k], self.data[k] = <loop_function>ufunc.functions[i], ufunc.data[i]
        if "(s)" in of_operands:
            self.loops[0] = self.loops[1] = NULL

    def after(self, *given):
        """The same with these operands before those of a call."""
        return Gufunc(self.ufunc, self.types, given)

    def __call__(self, *operands, **kwargs):
        return self.ufunc(*self.given, *operands, **kwargs)

    def at_once(self, tuple operands, object axis=-1, object out=None, bint kept=False):
        """What the call gives, or None where it is NumPy's: to cast, to iterate, or to refuse.

        `axis` may be several, which are joined, and `kept` keeps them with length 1; a number stands for itself everywhere."""
        cdef Place places[MOST]
        cdef double numbers[MOST]
        cdef char *args[MOST]
        cdef Py_ssize_t dims[2]
        cdef Py_ssize_t steps[2 * MOST]
        cdef cnp.ndarray first = None, array
        cdef uint64_t axes
        cdef int k, i, cores = 0, ndim = 0, kind = -1, loop, of_kind
        cdef char letter
        operands = self.given + operands if self.given else operands
        if len(operands) != self.inputs:
            return None
        for k in range(self.inputs):
            if cnp.PyArray_CheckExact(operands[k]):
                array = operands[k]
                if kind < 0 and self.letters[k] == c"r":
                    kind = cnp.PyArray_TYPE(array)
                if self.core[k] and cnp.PyArray_NDIM(array) > ndim:
                    first, ndim = array, cnp.PyArray_NDIM(array)
        loop = kind == cnp.NPY_DOUBLE
        if (kind != cnp.NPY_FLOAT and not loop) or self.loops[loop] == NULL or first is None or not read_axes(axis, ndim, &axes):
            return None
        dims[0] = dims[1] = 1
        for k in range(ndim):
            dims[axes >> k & 1] *= cnp.PyArray_DIM(first, k)
        if dims[0] * dims[1] == 0:
            return None
        for k in range(self.inputs):
            letter = self.letters[k]
            places[k].step = places[k].core = 0
            if not cnp.PyArray_CheckExact(operands[k]):
                places[k].data, places[k].size = <char *>&numbers[k], 0
                if not read_number(operands[k], letter, kind, places[k].data):
                    return None
            elif not self.place(operands[k], kind, k, first, axes, dims[1], &places[k]):
                return None
        results = out if type(out) is tuple else (out,) * (self.count - self.inputs) if out is None else (out,)
        if len(results) != self.count - self.inputs:
            return None
        made = []
        for k in range(self.inputs, self.count):
            result = results[k - self.inputs]
            if result is None:
                of_kind = kind if self.letters[k] == c"r" else cnp.NPY_DOUBLE
                result = new_result(first, axes, self.core[k], kept, of_kind)
                self.place(result, kind, k, first, axes, dims[1], &places[k], kept)
            elif kept or not self.admits(result, kind, k, first, axes, dims, places):
                return None
            made.append(result)
        for k in range(self.count):
            args[k], steps[k] = places[k].data, places[k].step
            if self.core[k]:
                steps[self.count + cores] = places[k].core
                cores += 1
        if dims[0] * dims[1] > HELD:
            with nogil:
                self.loops[loop](args, dims, steps, self.data[loop])
        else:
            self.loops[loop](args, dims, steps, self.data[loop])
        raise_what_is_set()
        for i in range(len(made)):
            if results[i] is None and cnp.PyArray_NDIM(<cnp.ndarray>made[i]) == 0:
                made[i] = cnp.PyArray_ToScalar(cnp.PyArray_DATA(<cnp.ndarray>made[i]), made[i])
        return made[0] if len(made) == 1 else tuple(made)

    cdef bint place(self, object value, int kind, int k, cnp.ndarray first, uint64_t axes, Py_ssize_t length, Place *place,
                    bint kept=False):
        """Whether an array reaches the loop as it is, and where its rows and elements are."""
        cdef cnp.ndarray array = value
        cdef int ndim = cnp.PyArray_NDIM(array), whole = cnp.PyArray_NDIM(first), i, at = 0
        cdef char letter = self.letters[k]
        cdef int found = cnp.PyArray_TYPE(array)
        if letter == c"q":
            if not cnp.PyTypeNum_ISSIGNED(found) or cnp.PyArray_ITEMSIZE(array) != 8:
                return False
        elif found != (kind if letter == c"r" else cnp.NPY_DOUBLE if letter == c"d" else cnp.NPY_BOOL):
            return False
        if not cnp.PyArray_ISBEHAVED_RO(array):
            return False
        place.data, place.size = <char *>cnp.PyArray_DATA(array), <int>cnp.PyArray_ITEMSIZE(array)
        place.step = place.core = 0
        if not self.core[k]:
            if ndim == 0:
                return True
            if kept:  # a result of ours, whose rows are side by side
                place.step = place.size
                return True
            for i in range(whole):
                if not axes >> i & 1:
                    if at >= ndim or cnp.PyArray_DIM(array, at) != cnp.PyArray_DIM(first, i):
                        return False
                    at += 1
            return at == ndim and joined(array, 0, False, &place.step)
        if ndim == whole:
            for i in range(ndim):
                if cnp.PyArray_DIM(array, i) != cnp.PyArray_DIM(first, i):
                    return False
            return joined(array, axes, False, &place.step) and joined(array, axes, True, &place.core)
        if ndim == 1 and cnp.PyArray_DIM(array, 0) == length and not axes & (axes - 1):
            return joined(array, 1, True, &place.core)
        return False

    cdef bint admits(self, object value, int kind, int k, cnp.ndarray first, uint64_t axes, const Py_ssize_t *dims,
                     Place *places):
        """Whether results may be written into an array as they come, while operands and other results are read or written."""
        cdef int i
        if not cnp.PyArray_CheckExact(value) or not cnp.PyArray_IS_C_CONTIGUOUS(<cnp.ndarray>value):
            return False
        if cnp.PyArray_NDIM(<cnp.ndarray>value) != cnp.PyArray_NDIM(first) - (not self.core[k]) * bits(axes):
            return False
        if not cnp.PyArray_ISWRITEABLE(<cnp.ndarray>value) or not self.place(value, kind, k, first, axes, dims[1], &places[k]):
            return False
        for i in range(k):
            if places[i].size and not apart(&places[i], &places[k], dims[0], dims[1]):
                return False
        return True


cdef inline int bits(uint64_t axes) noexcept:
    cdef int count = 0
    while axes:
        axes &= axes - 1
        count += 1
    return count
