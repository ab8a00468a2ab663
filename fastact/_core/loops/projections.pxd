"""Projections onto the simplex along an axis."""

from fastact._core.kernels cimport begin_step, projection
from fastact._core.loops.operands cimport Format

ctypedef struct Projection:
    Format format
    const projection *row
    begin_step *begin

cdef void projection_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
