"""Calls of a reduction: the operands, and what a call may say of its elements."""

from libc.stdint cimport int64_t

from fastact._core.kernels cimport RESULTS

cdef enum:
    NUMBERS = 2            # inputs at most
    STRICT = 1             # the flags of a call: Options.strict
    SINKS = 2              # it has sinks

# What a call may say of its elements, for each index of its outer dimension.
ctypedef struct Options:
    char *mask             # bytes: what counts; null for all
    Py_ssize_t mask_core, mask_step
    char *lengths          # of 64 bits: how many elements of a row count; null for all
    Py_ssize_t length_step
    char *sinks            # one more logit for each row, which has no result; null for none
    Py_ssize_t sink_step
    double temperature
    bint strict            # an infinite maximum gives NaN, not the limit

# The operands of a call, from the outer index at which a part of it is.
ctypedef struct Call:
    Py_ssize_t n
    char *inputs[NUMBERS]
    Py_ssize_t steps[NUMBERS]
    Py_ssize_t cores[NUMBERS]
    char *output            # where there is a map
    Py_ssize_t step, core
    char *results[RESULTS]
    Py_ssize_t result_steps[RESULTS]
    const Options *options  # null: none of them


cdef inline void advance(Call *call, Options *options, Py_ssize_t by) noexcept nogil:
    cdef int k
    for k in range(NUMBERS):
        call.inputs[k] += by * call.steps[k]
    for k in range(RESULTS):
        call.results[k] += by * call.result_steps[k]
    call.output += by * call.step
    if call.options != NULL:
        options.mask += by * options.mask_step if options.mask != NULL else 0
        options.lengths += by * options.length_step if options.lengths != NULL else 0
        options.sinks += by * options.sink_step if options.sinks != NULL else 0


cdef inline Py_ssize_t length_of(const Call *call, Py_ssize_t column) noexcept nogil:
    """How many elements of a row may count."""
    cdef int64_t length
    if call.options == NULL or call.options.lengths == NULL:
        return call.n
    length = (<int64_t *>(call.options.lengths + column * call.options.length_step))[0]
    return max(<Py_ssize_t>0, min(call.n, <Py_ssize_t>length))


cdef inline bint counts(const Call *call, Py_ssize_t column, Py_ssize_t i) noexcept nogil:
    return call.options.mask == NULL or call.options.mask[column * call.options.mask_step + i * call.options.mask_core] != 0


cdef inline bint seen(const Call *call, Py_ssize_t column, Py_ssize_t n) noexcept nogil:
    """Whether one of n elements of a row counts."""
    cdef Py_ssize_t i
    for i in range(n):
        if counts(call, column, i):
            return True
    return False
