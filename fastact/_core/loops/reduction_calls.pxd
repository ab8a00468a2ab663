"""Calls of a reduction: what it computes, the operands, and what a call may say of its elements."""

from libc.stdint cimport int64_t

from fastact._core.kernels cimport INPUTS, RESULTS, hide_kernel, reduction
from fastact._core.loops.operands cimport Format
from fastact._core.loops.workspace cimport Workspace

ctypedef struct Reduction:
    Format format
    const reduction *row
    hide_kernel *hide
    const reduction *plain  # the same for a temperature of 1, for less; of cross-entropy, for masses on all classes
    bint graded             # cross-entropy with its gradient

# The operands of a call, from the axis on at which a part of it is: steps from axis to axis, cores along one, in bytes.
ctypedef struct Call:
    Py_ssize_t n
    bint beside             # axes lie side by side in memory
    bint across             # and are columns, as short ones are
    int inputs
    char *input[INPUTS]
    Py_ssize_t steps[INPUTS]
    Py_ssize_t cores[INPUTS]
    char *output            # null: there are no results of elements
    Py_ssize_t step, core
    int n_results           # of axes
    char *results[RESULTS]
    Py_ssize_t result_steps[RESULTS]
    char *mask              # bytes: what counts; null for all
    Py_ssize_t mask_step, mask_core
    char *lengths           # of 64 bits: how many elements of an axis count; null for all
    Py_ssize_t length_step
    char *starts            # of 64 bits: where axes begin that have no step; what is behind their lengths is another's
    Py_ssize_t start_step
    char *sinks             # one more element of each axis, which has no result; null for none
    Py_ssize_t sink_step
    Py_ssize_t first        # the axis
    Py_ssize_t at_once      # axes at most
    const void *settings    # of the kernels
    # What is done before so many axes are computed, and after; null: nothing.
    void (*prepare)(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil
    void (*complete)(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil


cdef inline void advance(Call *call, Py_ssize_t by) noexcept nogil:
    cdef int k
    call.first += by
    for k in range(INPUTS):
        call.input[k] += by * call.steps[k]
    for k in range(RESULTS):
        call.results[k] += by * call.result_steps[k]
    if call.output != NULL:
        call.output += by * call.step
    if call.mask != NULL:
        call.mask += by * call.mask_step
    if call.lengths != NULL:
        call.lengths += by * call.length_step
    if call.sinks != NULL:
        call.sinks += by * call.sink_step


cdef inline Py_ssize_t length_of(const Call *call, Py_ssize_t axis) noexcept nogil:
    """How many elements of an axis may count."""
    if call.lengths == NULL:
        return call.n
    return max(<Py_ssize_t>0, min(call.n, <Py_ssize_t>(<int64_t *>(call.lengths + axis * call.length_step))[0]))


cdef inline Py_ssize_t longest(const Call *call, Py_ssize_t count) noexcept nogil:
    cdef Py_ssize_t most = 0, axis
    if call.lengths == NULL:
        return call.n
    for axis in range(count):
        most = max(most, length_of(call, axis))
    return most


cdef inline Py_ssize_t offset_of(const Call *call, Py_ssize_t axis, Py_ssize_t step, Py_ssize_t core) noexcept nogil:
    """Bytes from where a call is to an axis, or from line to line."""
    if call.starts == NULL:
        return axis * step
    return <Py_ssize_t>(<int64_t *>(call.starts + axis * call.start_step))[0] * core
