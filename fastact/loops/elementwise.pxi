# Elementwise loops: whole blocks to the kernels; results past the caches where they are many.

ctypedef struct Elementwise:
    Format format
    kernel *function
    int inputs, outputs
    kernel *add            # or null: the kernel reads the sum of the inputs `summed` and the next, rounded to the stored type
    int summed


cdef void add_up(const Elementwise *plan, npy_intp n, const void **inputs, char *buffer) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef char stage[BLOCK_BYTES]
    cdef void *sums = buffer
    cdef int k
    plan.add(n, inputs + plan.summed, &sums, False)
    if format.store != NULL:
        format.store(n, buffer, stage)
        format.load(n, stage, buffer)
    inputs[plan.summed] = buffer
    for k in range(plan.summed + 1, plan.inputs - 1):
        inputs[k] = inputs[k + 1]


cdef void elementwise_blocks(const Elementwise *plan, char **args, const npy_intp *steps, npy_intp first, npy_intp last,
                             bint streamed) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef Operand operands[MAX_OPERANDS]
    cdef const void *inputs[MAX_OPERANDS]
    cdef void *outputs[2]
    cdef char memory[(MAX_OPERANDS + 1) * BLOCK_BYTES + LINE]
    cdef char *buffers = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef int k, count = plan.inputs + plan.outputs
    cdef npy_intp i = first, n
    cdef bint direct = plan.add == NULL
    for k in range(count):
        operands[k] = operand(format, args[k], steps[k], buffers + k * BLOCK_BYTES)
        direct = direct and operands[k].direct
    while i < last:
        n = block_of(last - i, direct, format.computed)
        for k in range(plan.inputs):
            inputs[k] = fetch(format, &operands[k], i, n, NULL)
        for k in range(plan.outputs):
            outputs[k] = place(format, &operands[plan.inputs + k], i, n)
        if plan.add != NULL:
            add_up(plan, whole(n), inputs, buffers + MAX_OPERANDS * BLOCK_BYTES)
        plan.function(whole(n), inputs, outputs, streamed)
        for k in range(plan.outputs):
            put(format, &operands[plan.inputs + k], i, n)
        i += n


cdef void elementwise_part(const void *plan, char **args, const npy_intp *dims, const npy_intp *steps,
                           npy_intp first, npy_intp last) noexcept nogil:
    elementwise_blocks(<const Elementwise *>plan, args, steps, first, last, False)


cdef void streamed_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                        npy_intp first, npy_intp last) noexcept nogil:
    """Results that are too many for the caches go past them, from the first line that an output begins, in whole steps."""
    cdef const Elementwise *plan = <const Elementwise *>data
    cdef int size = plan.format.stored
    cdef npy_intp line = min(last, first + <npy_intp>(-<uintptr_t>(args[plan.inputs] + first * size) & (LINE - 1)) // size)
    cdef npy_intp end = line + ((last - line) & -STEP)
    elementwise_blocks(plan, args, steps, first, line, False)
    elementwise_blocks(plan, args, steps, line, end, True)
    elementwise_blocks(plan, args, steps, end, last, False)
    stream_fence()


cdef void sequential_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                          npy_intp first, npy_intp last) noexcept nogil:
    """An element at a time, where one may need the result of another: reduce and accumulate."""
    cdef npy_intp i
    for i in range(first, last):
        elementwise_part(data, args, dims, steps, i, i + 1)


cdef bint overlap(const char *a, npy_intp step_a, const char *b, npy_intp step_b, npy_intp n, int size) noexcept nogil:
    """Whether two operands share a byte."""
    cdef npy_intp length_a = (n - 1) * step_a, length_b = (n - 1) * step_b
    return (a + min(<npy_intp>0, length_a) < b + max(<npy_intp>0, length_b) + size
            and b + min(<npy_intp>0, length_b) < a + max(<npy_intp>0, length_a) + size)


cdef bint streams(const Elementwise *plan, char **args, const npy_intp *steps, npy_intp n) noexcept nogil:
    """Whether results go past the caches: contiguous ones, many, and not those in place, whose lines the inputs bring."""
    cdef int i, k, size = plan.format.stored
    cdef npy_intp step = 0
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


cdef void elementwise_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    """NumPy hands on operands that overlap where going through them in order is right: where results trail behind inputs
    the order of blocks does, elsewhere that of elements; with threads neither would."""
    cdef const Elementwise *plan = <const Elementwise *>data
    cdef npy_intp n = dims[0], work = n
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
