"""Reductions along an axis, and of the segments of an axis."""

from fastact._core.kernels cimport hide_kernel, reduction
from fastact._core.loops.operands cimport Format

ctypedef struct Reduction:
    Format format
    const reduction *row
    hide_kernel *hide
    const reduction *plain  # the same for a temperature of 1, for less
    int wide                # bits: results that are float64 whatever the elements are

cdef void reduction_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
cdef void segment_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
