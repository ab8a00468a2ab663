from fastact._core.kernels cimport normalization_kernels


cdef class Normalizer:
    cdef const normalization_kernels *kernels[2]  # of float32 and float64
