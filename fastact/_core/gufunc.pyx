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

cdef object NDARRAY = np.ndarray

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
        if <int>(axes >> k & 1) != among or cnp.PyArray_DIM(array, k) == 1:
            continue
        if length == 1:
            step[0] = cnp.PyArray_STRIDE(array, k)
        elif cnp.PyArray_STRIDE(array, k) != step[0] * length:
            return False
        length *= cnp.PyArray_DIM(array, k)
    return True


cdef inline bint add_axis(object axis, int ndim, uint64_t *axes):
    """Whether an axis is an int in its range, and not in the set already; puts it in."""
    cdef int overflow
    cdef int64_t number
    if type(axis) is not int:
        return False
    number = PyLong_AsLongLongAndOverflow(axis, &overflow)
    number += ndim if number < 0 else 0
    if overflow or not 0 <= number < ndim or axes[0] >> number & 1:
        return False
    axes[0] |= <uint64_t>1 << number
    return True


cdef inline bint read_axes(object axis, int ndim, uint64_t *axes):
    """Whether `axis` names axes in the plainest way: by an int, a tuple of some, or None for all."""
    axes[0] = 0
    if axis is None:
        axes[0] = (<uint64_t>1 << (ndim - 1) << 1) - 1
        return True
    if type(axis) is not tuple:
        return add_axis(axis, ndim, axes)
    for one in <tuple>axis:
        if not add_axis(one, ndim, axes):
            return False
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


cdef inline bint apart(const Place *a, const Place *b, const Py_ssize_t *dims) noexcept:
    """Whether two operands share no byte, or each element with its very counterpart; for steps that are positive or 0."""
    cdef Py_ssize_t end_a = (dims[0] - 1) * a.step + (dims[1] - 1) * a.core + a.size
    cdef Py_ssize_t end_b = (dims[0] - 1) * b.step + (dims[1] - 1) * b.core + b.size
    cdef Py_ssize_t shift = b.data - a.data, long = max(a.step, a.core), short = min(a.step, a.core)
    if a.data + end_a <= b.data or b.data + end_b <= a.data:
        return True
    if a.step != b.step or a.core != b.core or a.size != b.size:
        return False
    if shift == 0 or long == 0:
        return shift == 0
    shift = shift % long if shift > 0 else -shift % long  # halves of the same rows, or every other element
    if short == 0:
        return a.size <= shift <= long - a.size
    end_a = (dims[0 if a.step == short else 1] - 1) * short + a.size
    if end_a <= shift <= long - end_a:
        return True
    return long % short == 0 and a.size <= shift % short <= short - a.size


cdef inline bint once_each(const Place *place, Py_ssize_t rows, Py_ssize_t length) noexcept:
    """Whether no two elements of a result share a byte, and all lie behind the first."""
    if place.step > place.core:
        return (length == 1 or place.core >= place.size) and place.step >= (length - 1) * place.core + place.size
    return (rows == 1 or place.step >= place.size) and (length == 1 or place.core >= (rows - 1) * place.step + place.size)


cdef object new_result(cnp.ndarray first, uint64_t axes, bint core, bint kept, int kind):
    """An array for a result, laid out as NumPy lays it out: the rows in their order, the elements of each side by side."""
    cdef cnp.npy_intp shape[64]
    cdef cnp.npy_intp strides[64]
    cdef cnp.npy_intp stride = 8 if kind == cnp.NPY_DOUBLE else 4
    cdef int ndim = cnp.PyArray_NDIM(first), count = 0, k, among
    if core and axes == <uint64_t>1 << (ndim - 1):
        return cnp.PyArray_SimpleNew(ndim, cnp.PyArray_DIMS(first), kind)
    if not core:
        for k in range(ndim):
            if kept or not axes >> k & 1:
                shape[count] = 1 if axes >> k & 1 else cnp.PyArray_DIM(first, k)
                count += 1
        return cnp.PyArray_SimpleNew(count, shape, kind)
    for among in (1, 0):
        for k in range(ndim - 1, -1, -1):
            if <int>(axes >> k & 1) == among:
                shape[k] = cnp.PyArray_DIM(first, k)
                strides[k] = stride
                stride *= shape[k]
    return cnp.PyArray_New(NDARRAY, ndim, shape, kind, strides, NULL, 0, 0, None)


cdef inline bint is_plain(object value, int kind) noexcept:
    """Whether it is an array of this type that the loop may read in its place."""
    return (cnp.PyArray_CheckExact(value) and cnp.PyArray_TYPE(<cnp.ndarray>value) == kind
            and cnp.PyArray_ISBEHAVED_RO(<cnp.ndarray>value))


cdef cnp.ndarray half_of(cnp.ndarray array, int axis, bint interleaved, bint second):
    """A view of half an axis, or of every other element of it."""
    cdef cnp.npy_intp shape[64]
    cdef cnp.npy_intp strides[64]
    cdef cnp.npy_intp first = 0
    cdef int k, ndim = cnp.PyArray_NDIM(array)
    for k in range(ndim):
        shape[k], strides[k] = cnp.PyArray_DIM(array, k), cnp.PyArray_STRIDE(array, k)
    shape[axis] //= 2
    if second:
        first = strides[axis] * (1 if interleaved else shape[axis])
    if interleaved:
        strides[axis] *= 2
    made = cnp.PyArray_New(NDARRAY, ndim, shape, cnp.PyArray_TYPE(array), strides, cnp.PyArray_BYTES(array) + first, 0,
                           cnp.PyArray_FLAGS(array) & cnp.NPY_ARRAY_WRITEABLE, None)
    cnp.set_array_base(made, array)
    return made


@cython.final
cdef class Gufunc:
    """A gufunc, the types of its operands and results in letters, r for the one that is computed in, what stands before the
    operands in every call, and which operand has the core alone."""

    cdef readonly object ufunc
    cdef readonly str types
    cdef readonly tuple given
    cdef loop_function loops[2]  # of float32 and float64
    cdef void *data[2]
    cdef char letters[MOST]
    cdef bint core[MOST]
    cdef int inputs, count, alone

    def __init__(self, cnp.ufunc ufunc, str types, tuple given=(), int alone=-1):
        cdef int k, i
        self.ufunc, self.types, self.given, self.alone = ufunc, types, given, alone
        self.inputs, self.count = ufunc.nin, ufunc.nin + ufunc.nout
        assert self.count <= MOST
        of_operands = self.ufunc.signature.replace("->", ",").split(",")
        for k in range(self.count):
            self.letters[k], self.core[k] = ord(types[k]), of_operands[k] != "()"
        for k in range(2):
            self.loops[k] = NULL
            for i, of_loop in enumerate(self.ufunc.types):
                if of_loop[types.index("r")] == "fd"[k]:
                    self.loops[k], self.data[k] = <loop_function><void *>ufunc.functions[i], ufunc.data[i]
        if "(s)" in of_operands:
            self.loops[0] = self.loops[1] = NULL

    def after(self, *given):
        """The same with these operands before those of a call."""
        return Gufunc(self.ufunc, self.types, given, self.alone)

    def __call__(self, *operands, **kwargs):
        return self.ufunc(*self.given, *operands, **kwargs)

    cpdef object at_once(self, tuple operands, object axis=-1, object out=None, bint kept=False):
        """What the call gives, or None where it is NumPy's: to cast, to iterate, or to refuse.

        `axis` may be several, which are joined, and `kept` keeps them with length 1; a number stands for itself everywhere."""
        cdef Place places[MOST]
        cdef double numbers[MOST]
        cdef char *args[MOST]
        cdef Py_ssize_t dims[2]
        cdef Py_ssize_t steps[2 * MOST]
        cdef cnp.ndarray first = None, array
        cdef uint64_t axes
        cdef int k, cores = 0, ndim = 0, kind = -1, loop, results = self.count - self.inputs
        cdef list made = None
        cdef object result = None
        if self.given:
            operands = self.given + operands
        if len(operands) != self.inputs:
            return None
        for k in range(self.inputs):
            if cnp.PyArray_CheckExact(operands[k]) and self.letters[k] == c"r" and k != self.alone:
                array = operands[k]
                kind = cnp.PyArray_TYPE(array) if kind < 0 else kind
                if self.core[k] and cnp.PyArray_NDIM(array) > ndim:
                    first, ndim = array, cnp.PyArray_NDIM(array)
        loop = kind == cnp.NPY_DOUBLE
        if (kind != cnp.NPY_FLOAT and not loop) or self.loops[loop] == NULL or first is None:
            return None
        if not read_axes(axis, ndim, &axes):
            return None
        dims[0] = dims[1] = 1
        for k in range(ndim):
            dims[axes >> k & 1] *= cnp.PyArray_DIM(first, k)
        if dims[0] * dims[1] == 0:
            return None
        for k in range(self.inputs):
            if cnp.PyArray_CheckExact(operands[k]):
                if not self.place(operands[k], kind, k, first, axes, dims[1], &places[k]):
                    return None
                continue
            places[k].data, places[k].step, places[k].core, places[k].size = <char *>&numbers[k], 0, 0, 0
            if not read_number(operands[k], self.letters[k], kind, places[k].data):
                return None
        if out is not None and type(out) is not tuple:
            out = (out,)
        if out is not None and len(<tuple>out) != results:
            return None
        if results > 1:
            made = []
        for k in range(self.inputs, self.count):
            result = None if out is None else (<tuple>out)[k - self.inputs]
            if result is None:
                result = new_result(first, axes, self.core[k], kept, kind if self.letters[k] == c"r" else cnp.NPY_DOUBLE)
                self.place(result, kind, k, first, axes, dims[1], &places[k], kept)
            elif kept or not self.admits(result, kind, k, first, axes, dims, places):
                return None
            if results > 1:
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
        if results == 1:
            return as_number(result) if out is None or (<tuple>out)[0] is None else result
        if dims[0] > 1:
            return tuple(made)
        return tuple([as_number(one) if out is None or out[k] is None else one for k, one in enumerate(made)])

    def at_once_of_halves(self, tuple before, object x, tuple after, object axis, bint interleaved, bint in_order, object out):
        """What a call of both halves of an axis gives, for which x stands, and for two results an array of x's shape."""
        cdef uint64_t axes = 0
        cdef int number, first, ndim, kind
        cdef tuple results
        if not cnp.PyArray_CheckExact(x):
            return None
        ndim, kind = cnp.PyArray_NDIM(<cnp.ndarray>x), cnp.PyArray_TYPE(<cnp.ndarray>x)
        if (kind != cnp.NPY_FLOAT and kind != cnp.NPY_DOUBLE) or not is_plain(x, kind) or not add_axis(axis, ndim, &axes):
            return None
        number = axis if axis >= 0 else axis + ndim
        if cnp.PyArray_DIM(<cnp.ndarray>x, number) % 2:
            return None
        a = half_of(x, number, interleaved, not in_order)
        b = half_of(x, number, interleaved, in_order)
        first = number + interleaved  # from it on a half has no gaps, where the array has none
        joined = -1 if first == ndim - 1 else tuple(range(first, ndim)) or None
        if self.count - self.inputs == 1:
            return self.at_once((*before, a, b, *after), joined, out)
        if out is None:
            out = cnp.PyArray_SimpleNew(ndim, cnp.PyArray_DIMS(<cnp.ndarray>x), kind)
        elif not is_plain(out, kind) or not cnp.PyArray_SAMESHAPE(<cnp.ndarray>out, <cnp.ndarray>x):
            return None
        results = half_of(out, number, interleaved, not in_order), half_of(out, number, interleaved, in_order)
        return None if self.at_once((*before, a, b, *after), joined, results) is None else out

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
        if ndim == whole and (k != self.alone or ndim == 1):
            for i in range(ndim):
                if cnp.PyArray_DIM(array, i) != cnp.PyArray_DIM(first, i):
                    return False
            return joined(array, axes, False, &place.step) and joined(array, axes, True, &place.core)
        if k == self.alone and ndim == 1 and cnp.PyArray_DIM(array, 0) == length and not axes & (axes - 1):
            return joined(array, 1, True, &place.core)
        return False

    cdef bint admits(self, object value, int kind, int k, cnp.ndarray first, uint64_t axes, const Py_ssize_t *dims,
                     Place *places):
        """Whether results may be written into an array as they come, while operands and other results are read or written."""
        cdef int i
        if not cnp.PyArray_CheckExact(value) or not cnp.PyArray_ISWRITEABLE(<cnp.ndarray>value):
            return False
        if cnp.PyArray_NDIM(<cnp.ndarray>value) != cnp.PyArray_NDIM(first) - (0 if self.core[k] else bits(axes)):
            return False
        if not self.place(value, kind, k, first, axes, dims[1], &places[k]):
            return False
        if not once_each(&places[k], dims[0], dims[1] if self.core[k] else 1):
            return False
        for i in range(k):
            if places[i].size and (places[i].step < 0 or places[i].core < 0 or not apart(&places[i], &places[k], dims)):
                return False
        return True


cdef inline object as_number(cnp.ndarray array):
    """A number in place of an array without axes."""
    return array if cnp.PyArray_NDIM(array) else cnp.PyArray_ToScalar(cnp.PyArray_DATA(array), array)


cdef inline int bits(uint64_t axes) noexcept:
    cdef int count = 0
    while axes:
        axes &= axes - 1
        count += 1
    return count
