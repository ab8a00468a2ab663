"""Elementwise loops: whole blocks to the kernels; results past the caches where they are many."""

from libc.stdint cimport uintptr_t
from libc.string cimport memcpy

from fastact._core.kernels cimport LINE, STEP
from fastact._core.loops.operands cimport Format, Operand, block_of, copy_elements, fetch, operand, place, put, whole
from fastact._core.loops.parallel cimport PAGE, fence, part_function, populate_if_fresh, run
from fastact._core.loops.workspace cimport BLOCK_BYTES, MAX_OPERANDS, Workspace

cdef enum:
    STREAMED = 33554432    # bytes of operands from which results go past the caches: so much a third cache may hold
    POPULATED = 4194304    # bytes of a result from which it is asked whether its memory is fresh, a microsecond each time
    CHUNK = 2097152        # bytes of a result that get their pages at once: one huge page, whose zeros a second cache holds
    ASKED = 65536          # bytes of a chunk from which it is asked: not of the few elements that are timed first
    SHORT = 2048           # bytes of a row up to which a block takes several
    COPIED = 512           # bytes of a row up to which it is sooner copied beside its neighbours than computed by itself


cdef void join(const Elementwise *plan, Py_ssize_t n, const void **inputs, char *buffer, char *stage) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef void *made = buffer
    cdef int k
    plan.joins(n, inputs + plan.joined, &made, False)
    if plan.rounds and format.store != NULL:
        format.store(n, buffer, stage)
        format.load(n, stage, buffer)
    inputs[plan.joined] = buffer
    for k in range(plan.joined + 1, plan.inputs - plan.together + 1):
        inputs[k] = inputs[k + plan.together - 1]


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
    cdef bint direct = plan.joins == NULL, some = False
    for k in range(count):
        operands[k] = operand(format, args[k], steps[k], buffers + k * apart, workspace.stage)
        direct = direct and operands[k].direct
        some = some or operands[k].direct
    while i < last:
        n = block_of(last - i, direct, format.computed)
        if some and n > STEP:
            n &= -STEP  # what is direct is not copied for the sake of a tail
        for k in range(plan.inputs):
            inputs[k] = fetch(format, &operands[k], i, n)
        for k in range(plan.outputs):
            outputs[k] = place(format, &operands[plan.inputs + k], i, n)
        if plan.joins != NULL:
            join(plan, whole(n), inputs, buffers + MAX_OPERANDS * BLOCK_BYTES, workspace.stage)
        plan.function(whole(n), inputs, outputs, streamed)
        for k in range(plan.outputs):
            put(format, &operands[plan.inputs + k], i, n)
        i += n


cdef void streamed_blocks(const Elementwise *plan, char **args, const Py_ssize_t *steps, Py_ssize_t first, Py_ssize_t last,
                          Workspace *workspace) noexcept nogil:
    """Results that are too many for the caches go past them, from the first line that an output begins, in whole steps.

    Operands fetched two pages ahead by the kernel took from 4 % less time to 10 % more, four pages in turn up to 10 % more
    (Zen 4, 32 M float32)."""
    cdef int size = plan.format.stored
    cdef Py_ssize_t line = min(last, first + <Py_ssize_t>(-<uintptr_t>(args[plan.inputs] + first * size) & (LINE - 1)) // size)
    cdef Py_ssize_t end = line + ((last - line) & -STEP)
    if first < line:
        elementwise_blocks(plan, args, steps, first, line, False, workspace)
    if line < end:
        elementwise_blocks(plan, args, steps, line, end, True, workspace)
    if end < last:
        elementwise_blocks(plan, args, steps, end, last, False, workspace)


# Elements first to last, of one dimension or of rows.
ctypedef void blocks_function(const Elementwise *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                              Py_ssize_t first, Py_ssize_t last, bint streamed, Workspace *workspace) noexcept nogil


cdef void in_chunks(blocks_function *blocks, const Elementwise *plan, char **args, const Py_ssize_t *dims,
                    const Py_ssize_t *steps, Py_ssize_t first, Py_ssize_t last, bint streamed,
                    Workspace *workspace) noexcept nogil:
    """Elements first to last of large contiguous results.  What is fresh gets its pages chunk by chunk, just before these are
    computed, so that the system's zeros are still in the cache; past it results would go to memory a second time.

    Of 16 M float32, with two threads, pages of 4 KiB alone took 13.7 ms one by one and 11.2 so, relu with them 15.1 and 12.8;
    huge pages, which NumPy asks for, 2.9 and 2.7, relu with them 4.9 and 4.7 (Zen 4)."""
    cdef int k, size = plan.format.stored
    cdef Py_ssize_t end
    cdef bint fresh
    while first < last:
        end = first + (CHUNK - <Py_ssize_t>(<uintptr_t>(args[plan.inputs] + first * size) & (CHUNK - 1)) + size - 1) // size
        end = min(end, last)
        fresh = False
        for k in range(plan.inputs, plan.inputs + plan.outputs):
            fresh |= (end - first) * size >= ASKED and populate_if_fresh(args[k] + first * size, (end - first) * size)
        blocks(plan, args, dims, steps, first, end, streamed and not fresh, workspace)
        first = end


cdef bint are_large(const Elementwise *plan, Py_ssize_t n, const Py_ssize_t *steps) noexcept nogil:
    """Whether the results, n elements with these steps, are contiguous and so large that it matters whether they are fresh."""
    cdef int k, size = plan.format.stored
    for k in range(plan.inputs, plan.inputs + plan.outputs):
        if n * size < POPULATED or steps[k] != size:
            return False
    return True


cdef void blocks_of_one_dimension(const Elementwise *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                                  Py_ssize_t first, Py_ssize_t last, bint streamed, Workspace *workspace) noexcept nogil:
    if streamed:
        streamed_blocks(plan, args, steps, first, last, workspace)
    else:
        elementwise_blocks(plan, args, steps, first, last, False, workspace)


cdef void elementwise_part(const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                           Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    if are_large(<const Elementwise *>plan, dims[0], steps):
        in_chunks(blocks_of_one_dimension, <const Elementwise *>plan, args, dims, steps, first, last, False, workspace)
    else:
        elementwise_blocks(<const Elementwise *>plan, args, steps, first, last, False, workspace)


cdef void streamed_part(const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                        Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    in_chunks(blocks_of_one_dimension, <const Elementwise *>plan, args, dims, steps, first, last, True, workspace)
    fence()


cdef void sequential_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                          Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """An element at a time, where one may need the result of another: reduce and accumulate."""
    cdef Py_ssize_t i
    for i in range(first, last):
        elementwise_blocks(<const Elementwise *>data, args, steps, i, i + 1, False, workspace)


cdef bint overlap(const char *a, Py_ssize_t step_a, const char *b, Py_ssize_t step_b, Py_ssize_t n, int size) noexcept nogil:
    """Whether two operands share a byte."""
    cdef Py_ssize_t length_a = (n - 1) * step_a, length_b = (n - 1) * step_b
    return (a + min(<Py_ssize_t>0, length_a) < b + max(<Py_ssize_t>0, length_b) + size
            and b + min(<Py_ssize_t>0, length_b) < a + max(<Py_ssize_t>0, length_a) + size)


cdef inline bint meet(const char *a, const char *b) noexcept nogil:
    """Whether two results are at the same place of a page, or near it: past the caches, their lines keep one another from being
    combined.  sigmoid_with_grad took 1.7 times as long then as half a page apart, or as into the caches (Zen 3)."""
    return (a - b + 2 * LINE) & (PAGE - 1) <= 4 * LINE


cdef bint streams(const Elementwise *plan, char **args, const Py_ssize_t *steps, Py_ssize_t n) noexcept nogil:
    """Whether results go past the caches: contiguous ones, many, and not those in place, whose lines the inputs bring."""
    cdef int i, k, size = plan.format.stored
    cdef Py_ssize_t step = 0
    for k in range(plan.inputs + plan.outputs):
        step += max(steps[k], -steps[k])
    if n * step < STREAMED or plan.format.load != NULL:
        return False
    for i in range(plan.inputs, plan.inputs + plan.outputs):
        if steps[i] != size or (args[i] - args[plan.inputs]) % LINE or (i > plan.inputs and meet(args[i], args[plan.inputs])):
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

cdef void copy_rows(int size, char *rows, Py_ssize_t step, Py_ssize_t core, Py_ssize_t n, Py_ssize_t first, Py_ssize_t last,
                    char *block, bint back) noexcept nogil:
    """Elements first to last of rows of n into a block, or back from there."""
    cdef Py_ssize_t column, count
    cdef char *here
    while first < last:
        column = first % n
        count = min(n - column, last - first)
        here = rows + first // n * step + column * core
        if core == size:
            memcpy(here if back else block, block if back else here, count * size)
        elif back:
            copy_elements(size, block, size, here, core, count)
        else:
            copy_elements(size, here, core, block, size, count)
        block += count * size
        first += count


cdef bint are_short(const Elementwise *plan, Py_ssize_t n, const Py_ssize_t *steps) noexcept nogil:
    """Whether a block shall take several rows of n."""
    cdef int k, count = plan.inputs + plan.outputs
    cdef Py_ssize_t most = SHORT
    for k in range(count):
        if steps[k] != 0 and steps[k] != n * steps[count + k]:
            most = COPIED
    return n * plan.format.computed <= most


cdef void short_rows(const Elementwise *plan, char **args, Py_ssize_t n, const Py_ssize_t *steps, Py_ssize_t first,
                     Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Elements first to last, in blocks that heed no ends of rows: rows without gaps are used where they are, others copied;
    those of an operand that repeats one row are copied once, for blocks from any element of it on."""
    cdef const Format *format = &plan.format
    cdef Operand operands[MAX_OPERANDS]
    cdef bint gapless[MAX_OPERANDS]
    cdef const void *inputs[MAX_OPERANDS]
    cdef void *outputs[2]
    cdef char *buffers = workspace.operands
    cdef char *block
    cdef int k, count = plan.inputs + plan.outputs, size = format.stored
    cdef Py_ssize_t most = (BLOCK_BYTES - SHORT) // format.computed, m, copied
    for k in range(count):
        operands[k] = operand(format, args[k], steps[count + k], buffers + k * BLOCK_BYTES, workspace.stage)
        gapless[k] = steps[k] == n * steps[count + k]
        operands[k].direct = operands[k].direct and gapless[k]
    while first < last:
        m = min(most, last - first)
        m = m & -STEP if m >= STEP else m
        for k in range(plan.inputs):
            if gapless[k]:
                inputs[k] = fetch(format, &operands[k], first, m)
                continue
            block = operands[k].buffer if format.load == NULL else workspace.stage
            copied = whole(n + most) if steps[k] == 0 else whole(m)
            if operands[k].filled < copied:
                if steps[k] == 0:
                    copy_rows(size, args[k], 0, steps[count + k], n, 0, copied, block, False)
                    operands[k].filled = copied
                else:
                    copy_rows(size, args[k], steps[k], steps[count + k], n, first, first + m, block, False)
                    copy_elements(size, block + (m - 1) * size, 0, block + m * size, size, copied - m)
                if format.load != NULL:
                    format.load(copied, block, operands[k].buffer)
            inputs[k] = operands[k].buffer + (first % n * format.computed if steps[k] == 0 else 0)
        for k in range(plan.outputs):
            outputs[k] = place(format, &operands[plan.inputs + k], first, m)
        if plan.joins != NULL:
            join(plan, whole(m), inputs, buffers + MAX_OPERANDS * BLOCK_BYTES, workspace.stage)
        plan.function(whole(m), inputs, outputs, False)
        for k in range(plan.inputs, count):
            if gapless[k]:
                put(format, &operands[k], first, m)
                continue
            block = operands[k].buffer
            if format.store != NULL:
                block = workspace.stage
                format.store(whole(m), operands[k].buffer, block)
            copy_rows(size, args[k], steps[k], steps[count + k], n, first, first + m, block, True)
        first += m


cdef void blocks_of_rows(const Elementwise *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                         Py_ssize_t first, Py_ssize_t last, bint streamed, Workspace *workspace) noexcept nogil:
    """Elements first to last, counted through all rows of dims[1]."""
    cdef int k, count = plan.inputs + plan.outputs
    cdef char *here[MAX_OPERANDS]
    cdef Py_ssize_t n = dims[1], start, end
    if last - first > n and are_short(plan, n, steps):
        short_rows(plan, args, n, steps, first, last, workspace)
        return
    while first < last:
        start = first // n * n
        end = min(start + n, last)
        for k in range(count):
            here[k] = args[k] + start // n * steps[k]
        if streamed:
            streamed_blocks(plan, here, steps + count, first - start, end - start, workspace)
        else:
            elementwise_blocks(plan, here, steps + count, first - start, end - start, False, workspace)
        first = end


cdef bint rows_are_large(const Elementwise *plan, const Py_ssize_t *dims, const Py_ssize_t *steps) noexcept nogil:
    """As `are_large`, of rows without gaps."""
    cdef int k, count = plan.inputs + plan.outputs
    for k in range(plan.inputs, count):
        if dims[0] != dims[1] and steps[k] != dims[1] * steps[count + k]:
            return False
    return are_large(plan, dims[0], steps + count)


cdef inline void rows_in_chunks(const Elementwise *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                                Py_ssize_t first, Py_ssize_t last, bint streamed, Workspace *workspace) noexcept nogil:
    if rows_are_large(plan, dims, steps):
        in_chunks(blocks_of_rows, plan, args, dims, steps, first, last, streamed, workspace)
    else:
        blocks_of_rows(plan, args, dims, steps, first, last, streamed, workspace)


cdef void rows_part(const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                    Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    rows_in_chunks(<const Elementwise *>plan, args, dims, steps, first, last, False, workspace)


cdef void streamed_rows_part(const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                             Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    rows_in_chunks(<const Elementwise *>plan, args, dims, steps, first, last, True, workspace)
    fence()


cdef bint rows_stream(const Elementwise *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps) noexcept nogil:
    """Whether results go past the caches: as `streams`, of rows that are long and whose results keep to the same lines; one
    that an operand repeats does not count.  Where rows begin within lines, the two ends of each take as long as 4 KiB more."""
    cdef Py_ssize_t cores[MAX_OPERANDS]
    cdef int k, count = plan.inputs + plan.outputs
    cdef bint within = (steps[plan.inputs] | <Py_ssize_t><uintptr_t>args[plan.inputs]) % LINE != 0
    for k in range(count):
        cores[k] = 0 if steps[k] == 0 and dims[0] > 1 else steps[count + k]
        if k >= plan.inputs and (steps[k] - steps[plan.inputs]) % LINE:
            return False
    return dims[1] * plan.format.stored >= (1 + within) * PAGE and streams(plan, args, cores, dims[0] * dims[1])


cdef void rows_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """NumPy hands on no operands that overlap but those that are the same."""
    cdef Py_ssize_t sizes[2]
    sizes[0] = dims[0] * dims[1]
    sizes[1] = dims[1]
    run(streamed_rows_part if rows_stream(<const Elementwise *>data, args, dims, steps) else rows_part,
        data, args, sizes, steps, sizes[0], PAGE // 4)
