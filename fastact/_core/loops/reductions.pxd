"""Reductions along an axis, and of the segments of an axis."""

from fastact._core.loops.reduction_calls cimport Call, Reduction
from fastact._core.loops.workspace cimport Workspace

# So many axes of a call, from the one on at which it is.
cdef void reduce_axes(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil

# So many axes of n elements: the inputs of a call, from argument `first` on.
cdef void set_operands(const Reduction *plan, Call *call, Py_ssize_t count, Py_ssize_t n, char **args, const Py_ssize_t *steps,
                       const Py_ssize_t *cores, int first) noexcept nogil

cdef void reduction_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
cdef void segment_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
