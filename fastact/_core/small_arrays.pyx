"""What NumPy takes a microsecond for, however small the array."""

from libc.stdint cimport int64_t, uint64_t

import numpy as np

cimport numpy as cnp

cnp.import_array()

cdef object SINGLE = np.dtype(np.float32), DOUBLE = np.float64, INDEX = np.dtype(np.int64)
cdef object NDARRAY = np.ndarray

cdef extern from "<fenv.h>" nogil:
    ctypedef struct fenv_t:
        pass
    int feholdexcept(fenv_t *)
    int fesetenv(const fenv_t *)


cpdef bint all_below(cnp.ndarray indices, int64_t count):
    """Whether all of an int64 array are from 0 to below a count."""
    cdef const int64_t *data
    cdef uint64_t largest = 0
    cdef Py_ssize_t i, n = cnp.PyArray_SIZE(indices)
    if not cnp.PyArray_CheckExact(indices) or not cnp.PyArray_ISCARRAY_RO(indices):
        return bool(((indices >= 0) & (indices < count)).all())
    data = <const int64_t *>cnp.PyArray_DATA(indices)
    with nogil:
        for i in range(n):
            largest = max(largest, <uint64_t>data[i])  # as which one below 0 is beyond all others
    return n == 0 or largest < <uint64_t>count


def are_classes(targets, logits, axis):
    """Whether targets are int64 and of the shape of logits without an axis, which they have as their classes; False too where
    only NumPy can tell."""
    cdef int k, given, ndim
    if not cnp.PyArray_CheckExact(logits) or not cnp.PyArray_CheckExact(targets) or type(axis) is not int:
        return False
    ndim = cnp.PyArray_NDIM(<cnp.ndarray>logits)
    if not -ndim <= axis < ndim or cnp.PyArray_NDIM(<cnp.ndarray>targets) != ndim - 1 or targets.dtype is not INDEX:
        return False
    given = axis % ndim
    for k in range(ndim - 1):
        if cnp.PyArray_DIM(<cnp.ndarray>targets, k) != cnp.PyArray_DIM(<cnp.ndarray>logits, k + (k >= given)):
            return False
    return all_below(targets, cnp.PyArray_DIM(<cnp.ndarray>logits, given))


def cast(array, dtype):
    """An array or a number of NumPy's in a type, without a warning of what that cannot hold."""
    cdef cnp.ndarray made
    cdef fenv_t environment
    cdef const double *wide
    cdef float *narrow
    cdef Py_ssize_t i, n
    if array.dtype == dtype:
        return array
    if type(array) is DOUBLE:
        return cast(np.asarray(array), dtype)[()]
    if (dtype is SINGLE and cnp.PyArray_CheckExact(array) and cnp.PyArray_TYPE(<cnp.ndarray>array) == cnp.NPY_DOUBLE
            and cnp.PyArray_ISCARRAY_RO(<cnp.ndarray>array)):
        made = cnp.PyArray_SimpleNew(cnp.PyArray_NDIM(<cnp.ndarray>array), cnp.PyArray_DIMS(<cnp.ndarray>array), cnp.NPY_FLOAT)
        wide, narrow = <const double *>cnp.PyArray_DATA(<cnp.ndarray>array), <float *>cnp.PyArray_DATA(made)
        n = cnp.PyArray_SIZE(made)
        with nogil:
            feholdexcept(&environment)
            for i in range(n):
                narrow[i] = <float>wide[i]
            fesetenv(&environment)
        return made
    with np.errstate(all="ignore"):
        return array.astype(dtype)


def broadcast_to(cnp.ndarray array, tuple shape):
    """As numpy.broadcast_to."""
    cdef cnp.npy_intp lengths[64]
    cdef cnp.npy_intp strides[64]
    cdef int ndim = len(shape), missing = ndim - cnp.PyArray_NDIM(array), k
    cdef cnp.ndarray made
    if missing < 0 or not cnp.PyArray_CheckExact(array):
        return np.broadcast_to(array, shape)
    for k in range(ndim):
        lengths[k], strides[k] = shape[k], 0
        if k >= missing and cnp.PyArray_DIM(array, k - missing) != 1:
            strides[k] = cnp.PyArray_STRIDE(array, k - missing)
            if cnp.PyArray_DIM(array, k - missing) != lengths[k]:
                return np.broadcast_to(array, shape)
    made = cnp.PyArray_New(NDARRAY, ndim, lengths, cnp.PyArray_TYPE(array), strides, cnp.PyArray_DATA(array), 0, 0, None)
    cnp.set_array_base(made, array)
    return made
