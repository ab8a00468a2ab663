# Reductions along an axis: strips of columns, rows in blocks, short rows turned into columns.

cdef enum:
    SHORT = 32             # elements of a row that is worth turning into a column, and of three operands in a buffer

ctypedef struct Reduction:
    Format format
    const reduction *row
    join_kernel *start


cdef inline bint is_last(const reduction *row, int p) noexcept nogil:
    return p + 1 == PASSES or row.passes[p + 1].fold == NULL


cdef void reduce_strip(const Reduction *plan, char **args, npy_intp n, npy_intp width, const npy_intp *core,
                       npy_intp result_step, char *state) noexcept nogil:
    """`width` neighbouring columns, whose elements lie `core` bytes apart: no copy, no transposition."""
    cdef const reduction *row = plan.row
    cdef int size = plan.format.computed, k, p, lane
    cdef bint kept = row.keep != NULL
    cdef char *operands[2]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef Py_ssize_t lane_strides[2]
    cdef fold_kernel *fold
    for k in range(2):
        operands[k] = args[min(k, row.inputs - (not kept))]
        strides[k] = core[min(k, row.inputs - (not kept))] // size
        lane_strides[k] = strides[k] * LANE_COUNT
    plan.start(width, state)
    for p in range(PASSES):
        if row.passes[p].fold != NULL:
            fold = row.keep if kept and is_last(row, p) else row.passes[p].fold
            for lane in range(<int>min(<npy_intp>LANE_COUNT, n)):
                for k in range(2):
                    inputs[k] = operands[k] + lane * strides[k] * size
                fold((n - lane + LANE_COUNT - 1) // LANE_COUNT, width, inputs, lane_strides, state, lane)
            row.passes[p].join(width, state)
    if row.map == NULL:
        copy_elements(size, state + RESULT * SECTION * size, size, args[row.inputs], result_step, width)
        return
    for k in range(2):
        inputs[k] = operands[k]
    if kept:
        inputs[0] = operands[1]
        strides[0] = strides[1]
    (row.rest if kept else row.map)(n, width, inputs, strides, args[row.inputs], core[row.inputs] // size, state)


cdef void reduce_rows(const Reduction *plan, char **args, npy_intp n, npy_intp width, const npy_intp *core,
                      const npy_intp *steps, char *buffers, char *state) noexcept nogil:
    """`width` short rows as the columns of a strip: they are turned for it, and the results back."""
    cdef int size = plan.format.computed, k
    cdef npy_intp i
    cdef char *turned[3]
    cdef npy_intp turned_core[3]
    for k in range(3):
        turned[k] = buffers + k * SHORT * STRIP * 8
        turned_core[k] = STRIP * size
    for k in range(plan.row.inputs):
        for i in range(width):
            copy_elements(size, args[k] + i * steps[k], core[k], turned[k] + i * size, STRIP * size, n)
        for i in range(width, whole(width)):
            copy_elements(size, turned[k], STRIP * size, turned[k] + i * size, STRIP * size, n)
    reduce_strip(plan, turned, n, whole(width), turned_core, size, state)
    if plan.row.map == NULL:
        copy_elements(size, turned[plan.row.inputs], size, args[plan.row.inputs], steps[plan.row.inputs], width)
        return
    for i in range(width):
        copy_elements(size, turned[plan.row.inputs] + i * size, STRIP * size, args[plan.row.inputs] + i * steps[plan.row.inputs],
                      core[plan.row.inputs], n)


cdef void reduce_row(const Reduction *plan, char **args, npy_intp n, const npy_intp *core, char *buffers,
                     char *state) noexcept nogil:
    """One row, in blocks; a lane is a column of a strip that the row itself makes."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef Operand operands[3]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef npy_intp i, count
    cdef int k, p, outputs = row.map != NULL
    cdef bint direct = True, kept = row.keep != NULL and format.load == NULL
    strides[0] = strides[1] = LANE_COUNT
    for k in range(row.inputs + outputs):
        operands[k] = operand(format, args[k], core[k], buffers + k * BLOCK_BYTES)
        direct = direct and operands[k].direct
    plan.start(1, state)
    for p in range(PASSES + outputs):
        if p < PASSES and row.passes[p].fold == NULL:
            continue
        i = 0
        while i < n:
            count = block_of(n - i, direct, format.computed)
            if p == PASSES and kept:
                inputs[0] = fetch(format, &operands[row.inputs], i, count, NULL)
            else:
                for k in range(row.inputs):
                    inputs[k] = fetch(format, &operands[k], i, count, &row.padding)
            if row.inputs == 1:
                inputs[1] = inputs[0]
            if p == PASSES:
                (row.rest if kept else row.map)(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides,
                                                place(format, &operands[row.inputs], i, count), LANE_COUNT, state)
                put(format, &operands[row.inputs], i, count)
            elif kept and is_last(row, p):
                inputs[1] = place(format, &operands[row.inputs], i, count)
                row.keep(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides, state, 0)
                put(format, &operands[row.inputs], i, count)
            else:
                row.passes[p].fold(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides, state, 0)
            i += count
        if p < PASSES:
            row.passes[p].join(1, state)
    if not outputs:
        operands[2] = operand(format, args[row.inputs], 0, state + RESULT * SECTION * format.computed)
        operands[2].direct = False
        put(format, &operands[2], 0, 1)


cdef void reduction_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                         npy_intp first, npy_intp last) noexcept nogil:
    cdef const Reduction *plan = <const Reduction *>data
    cdef int size = plan.format.computed, count = plan.row.inputs + 1, k
    cdef char memory[3 * SHORT * STRIP * 8 + SECTIONS * SECTION * 8 + LINE]
    cdef char *buffers = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef char *state = buffers + 3 * SHORT * STRIP * 8
    cdef char *here[3]
    cdef npy_intp n = dims[1], width
    cdef const npy_intp *core = steps + count
    cdef bint strips = plan.format.load == NULL and n > 1
    for k in range(count if plan.row.map != NULL else plan.row.inputs):
        strips = strips and steps[k] == size and core[k] != size and core[k] % size == 0
    while first < last:
        for k in range(count):
            here[k] = args[k] + first * steps[k]
        width = min(<npy_intp>STRIP, (last - first) & -LANE_COUNT) if strips else 0
        if width:
            reduce_strip(plan, here, n, width, core, steps[count - 1], state)
        elif plan.format.load == NULL and 0 < n <= SHORT and last - first > 1:
            width = min(<npy_intp>STRIP, last - first)
            reduce_rows(plan, here, n, width, core, steps, buffers, state)
        else:
            width = 1
            reduce_row(plan, here, n, core, buffers, state)
        first += width


cdef void reduction_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of rows."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef bint along = steps[plan.row.inputs + 1] == plan.format.stored
    run(reduction_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LANE_COUNT)
