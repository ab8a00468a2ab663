"""Projections onto the simplex along an axis: strips of columns, short rows turned into columns, rows by what they may keep."""

from libc.stdint cimport uintptr_t
from libc.string cimport memcmp, memset

from fastact._core.kernels cimport LANE_COUNT, LINE, SEARCHES, STEP, STRIP, fold_kernel, projection
from fastact._core.loops.operands cimport Format, Operand, block_of, copy_elements, fetch, operand, place, put, whole
from fastact._core.loops.columns cimport columns_at_once, gather, scatter, worth_turning
from fastact._core.loops.parallel cimport run
from fastact._core.loops.workspace cimport BLOCK_BYTES, GATHERED, Workspace

cdef enum:
    KEPT_BYTES = 16384     # of the candidates of a row
    KEPT_GROUPS = 256      # of 16 floats in them


cdef void project_strip(const Projection *plan, double alpha, char **args, Py_ssize_t n, Py_ssize_t width,
                        const Py_ssize_t *core, char *state) noexcept nogil:
    """`width` neighbouring columns, whose elements lie `core` bytes apart, until all of them are there."""
    cdef const projection *row = plan.row
    cdef int size = plan.format.computed, k, last = row.inputs - 1
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef bint moving
    for k in range(2):
        inputs[k] = args[min(k, last)]
        strides[k] = core[min(k, last)] // size
    plan.begin(width, state, alpha)
    if row.top != NULL:
        row.top(n, width, LANE_COUNT, inputs, strides, state, 0)
        row.first(n, width, state)
    for k in range(SEARCHES):
        moving = row.searches[k].fold != NULL
        while moving:
            row.searches[k].fold(n, width, LANE_COUNT, inputs, strides, state, 0)
            moving = row.searches[k].next(width, state)
    row.map(n, width, inputs, strides, args[row.inputs], core[row.inputs] // size, state)


cdef void project_short(const Projection *plan, double alpha, char **args, Py_ssize_t n, Py_ssize_t width,
                        const Py_ssize_t *core, const Py_ssize_t *steps, Workspace *workspace) noexcept nogil:
    """`width` short rows as the columns of a strip; the first one stands in for those that are missing from 16."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t pitch = whole(width)
    cdef int k
    cdef char *columns[3]
    cdef Py_ssize_t apart[3]
    for k in range(plan.row.inputs + 1):
        columns[k] = workspace.operands + k * GATHERED
        apart[k] = pitch * format.computed
    for k in range(plan.row.inputs):
        gather(format, args[k], core[k], steps[k], n, width, pitch, columns[k], workspace)
    project_strip(plan, alpha, columns, n, pitch, apart, workspace.state)
    k = plan.row.inputs
    scatter(format, columns[k], pitch, args[k], core[k], steps[k], n, width, workspace)


cdef void fold_row(const Projection *plan, fold_kernel *fold, Operand *operands, Py_ssize_t n, bint direct,
                   char *state) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef const void *inputs[2]
    cdef Py_ssize_t[2] strides = [LANE_COUNT, LANE_COUNT]
    cdef Py_ssize_t i = 0, count
    cdef int k
    while i < n:
        count = block_of(n - i, direct, format.computed)
        for k in range(2):
            inputs[k] = inputs[0] if k == plan.row.inputs else fetch(format, &operands[k], i, count, &plan.row.padding)
        fold(whole(count) // LANE_COUNT, LANE_COUNT, 1, inputs, strides, state, 0)
        i += count


cdef Py_ssize_t gather_row(const Projection *plan, Operand *source, Py_ssize_t n, char *kept, Py_ssize_t *numbers,
                           char *state) noexcept nogil:
    """How many groups of 16 are kept, or -1."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t i = 0, found = 0, count
    while i < n and found >= 0:
        count = block_of(n - i, source.direct, format.computed)
        found = plan.row.gather(whole(count) // LANE_COUNT, fetch(format, source, i, count, &plan.row.padding),
                                i // LANE_COUNT, kept, numbers, found, KEPT_BYTES // format.computed // LANE_COUNT, state)
        i += count
    return found


cdef void map_row(const Projection *plan, Operand *operands, Py_ssize_t n, bint direct, char *state) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef int inputs_count = plan.row.inputs, k
    cdef const void *inputs[2]
    cdef Py_ssize_t[2] strides = [LANE_COUNT, LANE_COUNT]
    cdef Py_ssize_t i = 0, count
    while i < n:
        count = block_of(n - i, direct, format.computed)
        for k in range(2):
            inputs[k] = inputs[0] if k == inputs_count else fetch(format, &operands[k], i, count, NULL)
        plan.row.map(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides,
                     place(format, &operands[inputs_count], i, count), LANE_COUNT, state)
        put(format, &operands[inputs_count], i, count)
        i += count


cdef void map_kept(const Projection *plan, Operand *result, Py_ssize_t n, char *kept, const Py_ssize_t *numbers,
                   Py_ssize_t found, char *state) noexcept nogil:
    """The results of the groups that are kept, neighbours at once; before, what those of -infinity are everywhere."""
    cdef const Format *format = &plan.format
    cdef char memory[STEP * 8 + LINE]
    cdef char *lowest = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef const void *inputs[2]
    cdef Py_ssize_t[2] strides = [LANE_COUNT, LANE_COUNT]
    cdef Py_ssize_t first = 0, count, start, i
    for i in range(STEP):
        if format.computed == 4:
            (<float *>lowest)[i] = <float>plan.row.padding
        else:
            (<double *>lowest)[i] = plan.row.padding
    inputs[0] = inputs[1] = lowest
    plan.row.map(1, LANE_COUNT, inputs, strides, lowest, LANE_COUNT, state)
    if format.store != NULL:
        format.store(STEP, lowest, lowest)
    if result.step == format.stored and lowest[0] == 0 and memcmp(lowest, lowest + 1, format.stored) == 0:
        memset(result.data, 0, n * format.stored)
    else:
        copy_elements(format.stored, lowest, 0, result.data, result.step, n)
    while first < found:
        start = numbers[first] * LANE_COUNT
        count = 1
        while (first + count < found and numbers[first + count] == numbers[first] + count
               and (count + 1) * LANE_COUNT * format.computed <= BLOCK_BYTES):
            count += 1
        inputs[0] = inputs[1] = kept + first * LANE_COUNT * format.computed
        first += count
        i = min(n - start, count * LANE_COUNT)
        plan.row.map(count, LANE_COUNT, inputs, strides, place(format, result, start, i), LANE_COUNT, state)
        put(format, result, start, i)


cdef void project_row(const Projection *plan, double alpha, char **args, Py_ssize_t n, const Py_ssize_t *core,
                      Workspace *workspace) noexcept nogil:
    """One row: its groups with candidates as soon as there is room for them, else all of it again and again."""
    cdef const projection *row = plan.row
    cdef char *kept = workspace.operands + 3 * BLOCK_BYTES
    cdef char *state = workspace.state
    cdef Operand operands[3]
    cdef Py_ssize_t numbers[KEPT_GROUPS]
    cdef const void *inputs[2]
    cdef Py_ssize_t[2] strides = [LANE_COUNT, LANE_COUNT]
    cdef Py_ssize_t found = -1
    cdef bint moving, direct = True
    cdef int k
    for k in range(row.inputs + 1):
        operands[k] = operand(&plan.format, args[k], core[k], workspace.operands + k * BLOCK_BYTES, workspace.stage)
        direct = direct and operands[k].direct
    inputs[0] = inputs[1] = kept
    plan.begin(1, state, alpha)
    if row.top != NULL:
        fold_row(plan, row.top, operands, n, direct, state)
        row.first(n, 1, state)
    for k in range(SEARCHES):
        moving = row.searches[k].fold != NULL
        while moving:
            if found < 0 and row.gather != NULL:
                found = gather_row(plan, &operands[0], n, kept, numbers, state)
            if found < 0:
                fold_row(plan, row.searches[k].fold, operands, n, direct, state)
            else:
                row.searches[k].fold(found, LANE_COUNT, 1, inputs, strides, state, 0)
            moving = row.searches[k].next(1, state)
    if found < 0:
        map_row(plan, operands, n, direct, state)
    else:
        map_kept(plan, &operands[row.inputs], n, kept, numbers, found, state)


cdef void projection_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                          Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    cdef const Projection *plan = <const Projection *>data
    cdef const projection *row = plan.row
    cdef int size = plan.format.computed, skipped = row.with_alpha, count = row.inputs + 1, k
    cdef char *here[3]
    cdef double alpha = 0
    cdef Py_ssize_t n = dims[1], width
    cdef const Py_ssize_t *outer = steps + skipped
    cdef const Py_ssize_t *core = outer + count
    cdef bint one_alpha = not skipped or steps[0] == 0
    cdef bint strips = plan.format.load == NULL and n > 1 and one_alpha
    for k in range(count):
        strips = strips and outer[k] == size and core[k] != size and core[k] % size == 0
    cdef bint columns = plan.format.load == NULL and one_alpha
    for k in range(count):
        columns = columns and worth_turning(&plan.format, n, args[skipped + k], core[k], outer[k])
    if n == 0:
        return
    while first < last:
        if skipped:
            alpha = (<const double *>(args[0] + first * steps[0]))[0]
        for k in range(count):
            here[k] = args[skipped + k] + first * outer[k]
        width = min(<Py_ssize_t>STRIP, (last - first) & -LANE_COUNT) if strips else 0
        if width:
            project_strip(plan, alpha, here, n, width, core, workspace.state)
        else:
            width = columns_at_once(&plan.format, n, last - first) if columns else 1
            if width > 1:
                project_short(plan, alpha, here, n, width, core, outer, workspace)
            else:
                project_row(plan, alpha, here, n, core, workspace)
        first += width


cdef void projection_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of rows."""
    cdef const Projection *plan = <const Projection *>data
    cdef int first_core = plan.row.with_alpha + plan.row.inputs + 1
    run(projection_part, data, args, dims, steps, dims[0] * dims[1],
        1 if steps[first_core] == plan.format.stored else LANE_COUNT)
