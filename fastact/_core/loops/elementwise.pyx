"""Elementwise loops: whole blocks to the kernels; results past the caches where they are many."""

from libc.stdint cimport uintptr_t

from fastact._core.kernels cimport LINE, STEP
from fastact._core.loops.operands cimport Format, Operand, block_of, fetch, operand, place, put, whole
from fastact._core.loops.parallel cimport PAGE, fence, part_function, run
from fastact._core.loops.workspace cimport BLOCK_BYTES, MAX_OPERANDS, Workspace

cdef enum:
    STREAMED = 33554432    # bytes of operands from which results go past the caches: so much a third cache may hold


cdef void add_up(const Elementwise *plan, Py_ssize_t n, const void **inputs, char *buffer, char *stage) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef void *sums = buffer
    cdef int k
    plan.add(n, inputs + plan.summed, &sums, False)
    if format.store != NULL:
        format.store(n, buffer, stage)
        format.load(n, stage, buffer)
    inputs[plan.summed] = buffer
    for k in range(plan.summed + 1, plan.inputs - 1):
        inputs[k] = inputs[k + 1]


cdef void elementwise_blocks(const Elementwise *plan, char **args, const Py_ssize_t *steps, Py_ssize_t first, Py_ssize_t last,
                             bint streamed, Workspace *workspace) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef Operand operands[MAX_OPERANDS]
    cdef const void *inputs[MAX_OPERANDS]
    cdef void *outputs[2]
    cdef char *buffers = workspace.operands
    cdef int k, count = plan.inputs + plan.outputs
    cdef Py_ssize_t i = first, n
    cdef Py_ssize_t apart = min(<Py_ssize_t>BLOCK_BYTES, whole(last - first) * format.computed)  # small calls: neighbours
    cdef bint direct = plan.add == NULL
    for k in range(count):
        operands[k] = operand(format, args[k], steps[k], buffers + k * apart, workspace.stage)
        direct = direct and operands[k].direct
    while i < last:
        n = block_of(last - i, direct, format.computed)
        for k in range(plan.inputs):
            inputs[k] = fetch(format, &operands[k], i, n, NULL)
        for k in range(plan.outputs):
            outputs[k] = place(format, &operands[plan.inputs + k], i, n)
        if plan.add != NULL:
            add_up(plan, whole(n), inputs, buffers + MAX_OPERANDS * BLOCK_BYTES, workspace.stage)
        plan.function(whole(n), inputs, outputs, streamed)
        for k in range(plan.outputs):
            put(format, &operands[plan.inputs + k], i, n)
        i += n


cdef void elementwise_part(const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                           Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    elementwise_blocks(<const Elementwise *>plan, args, steps, first, last, False, workspace)


cdef void streamed_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                        Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Results that are too many for the caches go past them, from the first line that an output begins, in whole steps."""
    cdef const Elementwise *plan = <const Elementwise *>data
    cdef int size = plan.format.stored
    cdef Py_ssize_t line = min(last, first + <Py_ssize_t>(-<uintptr_t>(args[plan.inputs] + first * size) & (LINE - 1)) // size)
    cdef Py_ssize_t end = line + ((last - line) & -STEP)
    elementwise_blocks(plan, args, steps, first, line, False, workspace)
    elementwise_blocks(plan, args, steps, line, end, True, workspace)
    elementwise_blocks(plan, args, steps, end, last, False, workspace)
    fence()


cdef void sequential_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                          Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """An element at a time, where one may need the result of another: reduce and accumulate."""
    cdef Py_ssize_t i
    for i in range(first, last):
        elementwise_part(data, args, dims, steps, i, i + 1, workspace)


cdef bint overlap(const char *a, Py_ssize_t step_a, const char *b, Py_ssize_t step_b, Py_ssize_t n, int size) noexcept nogil:
    """Whether two operands share a byte."""
    cdef Py_ssize_t length_a = (n - 1) * step_a, length_b = (n - 1) * step_b
    return (a + min(<Py_ssize_t>0, length_a) < b + max(<Py_ssize_t>0, length_b) + size
            and b + min(<Py_ssize_t>0, length_b) < a + max(<Py_ssize_t>0, length_a) + size)


cdef bint streams(const Elementwise *plan, char **args, const Py_ssize_t *steps, Py_ssize_t n) noexcept nogil:
    """Whether results go past the caches: contiguous ones, many, and not those in place, whose lines the inputs bring."""
    cdef int i, k, size = plan.format.stored
    cdef Py_ssize_t step = 0
    for k in range(plan.inputs + plan.outputs):
        step += max(steps[k], -steps[k])
    if n * step < STREAMED or plan.format.load != NULL:
        return False
    for i in range(plan.inputs, plan.inputs + plan.outputs):
        if steps[i] != size or (args[i] - args[plan.inputs]) % LINE:
            return False
        for k in range(plan.inputs):
            if args[k] == args[i]:
                return False
    return True


cdef void elementwise_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """NumPy hands on operands that overlap where going through them in order is right: where results trail behind inputs
    the order of blocks does, elsewhere that of elements; with threads neither would."""
    cdef const Elementwise *plan = <const Elementwise *>data
    cdef Py_ssize_t n = dims[0], work = n
    cdef part_function *part = elementwise_part
    cdef int i, k
    for i in range(plan.inputs, plan.inputs + plan.outputs):
        for k in range(plan.inputs):
            if n > 1 and (args[k] != args[i] or steps[k] != steps[i] or steps[k] == 0):
                if overlap(args[k], steps[k], args[i], steps[i], n, plan.format.stored):
                    work = 0
                    if args[k] < args[i] or steps[k] < steps[i] or steps[i] <= 0:
                        part = sequential_part
    if part == elementwise_part and work and streams(plan, args, steps, n):
        part = streamed_part
    run(part, data, args, dims, steps, work, PAGE // 4)


# ---- rows: elementwise kernels as gufuncs.  A ufunc gets the rows of a view one by one; here the threads share them --------

cdef void rows_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                    Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    in_rows(elementwise_part, <const Elementwise *>data, args, dims[1], steps, first, last, workspace)


cdef void streamed_rows_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                             Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    in_rows(streamed_part, <const Elementwise *>data, args, dims[1], steps, first, last, workspace)


cdef inline void in_rows(part_function *part, const Elementwise *plan, char **args, Py_ssize_t n, const Py_ssize_t *steps,
                         Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Elements first to last of rows of n, counted through all of them."""
    cdef int k, count = plan.inputs + plan.outputs
    cdef char *here[MAX_OPERANDS]
    cdef Py_ssize_t start, end
    while first < last:
        start = first // n * n
        end = min(start + n, last)
        for k in range(count):
            here[k] = args[k] + start // n * steps[k]
        part(plan, here, NULL, steps + count, first - start, end - start, workspace)
        first = end


cdef bint rows_stream(const Elementwise *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps) noexcept nogil:
    """Whether results go past the caches: as `streams`, of rows that are long and whose results keep to the same lines."""
    cdef int k, count = plan.inputs + plan.outputs
    for k in range(plan.inputs, count):
        if (steps[k] - steps[plan.inputs]) % LINE:
            return False
    return dims[1] * plan.format.stored >= PAGE and streams(plan, args, steps + count, dims[0] * dims[1])


cdef void rows_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """NumPy hands on no operands that overlap but those that are the same."""
    cdef Py_ssize_t sizes[2]
    sizes[0] = dims[0] * dims[1]
    sizes[1] = dims[1]
    run(streamed_rows_part if rows_stream(<const Elementwise *>data, args, dims, steps) else rows_part,
        data, args, sizes, steps, sizes[0], PAGE // 4)
