"""Elementwise loops, as ufuncs take them, and as gufuncs that go over rows."""

from fastact._core.kernels cimport kernel
from fastact._core.loops.operands cimport Format

ctypedef struct Elementwise:
    Format format
    kernel *function
    int inputs, outputs
    kernel *joins          # or null: the kernel reads what this makes of the inputs from `joined` on, so many
    int joined, together
    bint rounds            # to the stored type

cdef void elementwise_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
cdef void rows_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
