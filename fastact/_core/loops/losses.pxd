"""Cross-entropy from logits."""

from fastact._core.kernels cimport join_kernel, loss_kernels
from fastact._core.loops.operands cimport Format

ctypedef struct Loss:
    Format format
    const loss_kernels *kernels
    join_kernel *start
    bint graded

cdef void loss_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
