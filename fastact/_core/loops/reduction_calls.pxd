"""Calls of a reduction: the operands, and what a call may say of its elements."""

from libc.stdint cimport int64_t

from fastact._core.kernels cimport INPUTS, RESULTS

# The operands of a call, from the axis on at which a part of it is: steps from axis to axis, cores along one, in bytes.
ctypedef struct Call:
    Py_ssize_t n
    int inputs
    char *input[INPUTS]
    Py_ssize_t steps[INPUTS]
    Py_ssize_t cores[INPUTS]
    char *output            # null: there are no results of elements
    Py_ssize_t step, core
    char *results[RESULTS]
    Py_ssize_t result_steps[RESULTS]
    char *mask              # bytes: what counts; null for all
    Py_ssize_t mask_step, mask_core
    char *lengths           # of 64 bits: how many elements of an axis count; null for all
    Py_ssize_t length_step
    char *sinks             # one more element of each axis, which has no result; null for none
    Py_ssize_t sink_step
    const void *settings    # of the kernels


cdef inline void advance(Call *call, Py_ssize_t by) noexcept nogil:
    cdef int k
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
