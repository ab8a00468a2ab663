"""Projections onto the simplex along an axis."""

cdef void projection_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
