"""Reductions along an axis, and of the segments of an axis."""

from fastact._core.kernels cimport hide_kernel, join_kernel, reduction
from fastact._core.loops.operands cimport Format

ctypedef struct Reduction:
    Format format
    const reduction *row
    join_kernel *start
    hide_kernel *hide
    bint with_options       # the operands of Options behind the inputs
    const reduction *plain  # the same bits for a temperature of 1, for less

cdef void reduction_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
cdef void segment_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
