"""Steps of optimisers: a rule of the table, for floats and doubles."""

from fastact._core.kernels cimport squares_kernel, update_kernel


cdef class Rule:
    cdef readonly object row     # as data
    cdef update_kernel *kernels[2]
    cdef squares_kernel *squares[2]
