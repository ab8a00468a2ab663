"""Threads: what runs a loop, in one part or in several."""

from fastact._core.loops.workspace cimport Workspace

cdef enum:
    PAGE = 4096            # bytes; parts of a call begin on multiples of it

# Elements first to last of a loop's outer dimension; the arguments are those that NumPy gives the loop.  A part calls no
# other loop: the workspace is its own until it ends.
ctypedef void part_function(const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                            Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil

# The outer dimension in parts, a multiple of `unit` long; `work` counts elements.
cdef void run(part_function *function, const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
              Py_ssize_t work, Py_ssize_t unit) noexcept nogil

# What this thread has streamed past the caches is in memory before anything that it writes next.
cdef void fence() noexcept nogil

# Whether memory that will be written has never been: then it gets its pages here, at once, which takes less time than one by
# one.  The page in the middle tells.
cdef bint populate_if_fresh(char *start, Py_ssize_t bytes) noexcept nogil

# How many threads the calls of this thread may use; what was asked before, 0: nothing.
cdef int ask_for_threads(int count) noexcept nogil
cdef int threads_of_this_thread() noexcept nogil
