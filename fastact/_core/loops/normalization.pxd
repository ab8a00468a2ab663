cimport numpy as cnp

from fastact._core.kernels cimport normalization_kernels


cdef class Normalizer:
    cdef const normalization_kernels *kernels[2]  # of float32 and float64
    cdef cnp.ndarray compute(self, int kind, int direction, Py_ssize_t runs, Py_ssize_t groups, Py_ssize_t length,
                             cnp.ndarray x, cnp.ndarray dy, cnp.ndarray out, cnp.ndarray gamma, cnp.ndarray beta,
                             cnp.ndarray first, cnp.ndarray second, double epsilon)
