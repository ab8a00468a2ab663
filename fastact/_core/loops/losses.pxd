"""Cross-entropy from logits."""

cdef void loss_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil
