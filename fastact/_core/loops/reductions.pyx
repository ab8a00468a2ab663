"""Reductions along an axis: strips of columns, rows in blocks, and columns that are gathered into strips."""

from libc.math cimport INFINITY, NAN
from libc.stdint cimport int64_t
from libc.string cimport memset

from fastact._core.kernels cimport (
    LANE_COUNT, MAXIMUM, PASSES, RECIPROCAL, RESULTS, SECTION, STEP, STRIP, TEMPERATURE, TOTAL, fold_kernel, reduction)
from fastact._core.loops.reduction_calls cimport NUMBERS, SINKS, STRICT, Call, Options, advance, counts, length_of, seen
from fastact._core.loops.operands cimport Format, Operand, block_of, copy_elements, fetch, operand, place, put, whole
from fastact._core.loops.columns cimport (
    SHORT, assign, columns_at_once, depth, gather, number_of, scatter, turns, worth_turning)
from fastact._core.loops.parallel cimport run
from fastact._core.loops.workspace cimport BLOCK_BYTES, GATHERED, Workspace

flags = {"strict": STRICT, "sinks": SINKS}  # for functions/axes.py

cdef inline bint is_last(const reduction *row, int p) noexcept nogil:
    return p + 1 == PASSES or row.passes[p + 1].fold == NULL


cdef inline int first_pass(const reduction *row) noexcept nogil:
    """PASSES, which is the map, for a reduction that is given its maxima."""
    return 0 if row.passes[0].fold != NULL else PASSES


cdef inline void begin(const Reduction *plan, const Call *call, Py_ssize_t columns, Py_ssize_t width,
                       Workspace *workspace) noexcept nogil:
    """For so many columns, in a strip of a width that may have room for more."""
    cdef int size = plan.format.computed
    cdef char *state = workspace.state
    plan.start(width, state)
    if plan.with_options:
        assign(size, state, TEMPERATURE * SECTION, max(width, <Py_ssize_t>LANE_COUNT), call.options.temperature)
        assign(size, state, RECIPROCAL * SECTION, max(width, <Py_ssize_t>LANE_COUNT), 1 / call.options.temperature)
    if first_pass(plan.row) == PASSES:
        copy_elements(size, <const char *>sinks_of(plan, call, columns, workspace), size,
                      state + MAXIMUM * SECTION * size, size, width)
        if width == 1:
            assign(size, state, MAXIMUM * SECTION + 1, LANE_COUNT - 1, number_of(size, state, MAXIMUM, 0))


cdef inline const void *sinks_of(const Reduction *plan, const Call *call, Py_ssize_t width,
                                 Workspace *workspace) noexcept nogil:
    cdef Operand sinks = operand(&plan.format, call.options.sinks, call.options.sink_step, workspace.numbers,
                                 workspace.stage)
    sinks.direct = False
    return fetch(&plan.format, &sinks, 0, width, &plan.row.padding[0])


cdef void fold_sinks(const Reduction *plan, const Call *call, int p, Py_ssize_t width,
                     Workspace *workspace) noexcept nogil:
    """A sink is one more element, of the first lane, but not its first."""
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    if call.options == NULL or call.options.sinks == NULL:
        return
    inputs[0] = inputs[1] = sinks_of(plan, call, width, workspace)
    strides[0] = strides[1] = 0
    plan.row.passes[p].fold(1, whole(width), LANE_COUNT, inputs, strides, workspace.state, LANE_COUNT)


cdef void refuse_infinities(const Reduction *plan, Py_ssize_t width, char *state) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(max(width, <Py_ssize_t>LANE_COUNT)):
        if number_of(plan.format.computed, state, MAXIMUM, i) == INFINITY:
            assign(plan.format.computed, state, MAXIMUM * SECTION + i, 1, NAN)


cdef inline bint broken(const Reduction *plan, const char *state, Py_ssize_t column) noexcept nogil:
    """Whether results that do not count would not come out as such: what they are multiplied with is not a number."""
    cdef double total = number_of(plan.format.computed, state, TOTAL, column)
    return total - total != 0


cdef void put_results(const Reduction *plan, const Call *call, Py_ssize_t width, char *state) noexcept nogil:
    cdef char stage[STRIP * 2]
    cdef const Format *format = &plan.format
    cdef char *section
    cdef Py_ssize_t i
    cdef int k
    for k in range(plan.row.results):
        if k and plan.row.results == RESULTS:  # sums of parts are float64
            for i in range(width):
                (<double *>(call.results[k] + i * call.result_steps[k]))[0] = number_of(
                    format.computed, state, plan.row.result[k], i)
            continue
        section = state + plan.row.result[k] * SECTION * format.computed
        if format.store != NULL:
            format.store(whole(width), section, stage)
            section = stage
        copy_elements(format.stored, section, format.stored, call.results[k], call.result_steps[k], width)


# ---- strips where the axis lies across memory: no copy, no transposition --------------------------------------------------

cdef void reduce_strip(const Reduction *plan, const Call *call, Py_ssize_t width, Workspace *workspace) noexcept nogil:
    """`width` neighbouring columns, whose elements lie `cores` bytes apart."""
    cdef const reduction *row = plan.row
    cdef int size = plan.format.computed, k, p
    cdef bint kept = row.keep != NULL
    cdef char *state = workspace.state
    cdef Py_ssize_t n = call.n
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef fold_kernel *fold
    for k in range(2):
        inputs[k] = call.output if k and kept else call.inputs[min(k, row.inputs - 1)]
        strides[k] = (call.core if k and kept else call.cores[min(k, row.inputs - 1)]) // size
    begin(plan, call, width, width, workspace)
    for p in range(PASSES):
        if row.passes[p].fold != NULL:
            fold = row.keep if kept and is_last(row, p) else row.passes[p].fold
            fold(n, width, LANE_COUNT, inputs, strides, state, 0)
            row.passes[p].join(width, state)
    put_results(plan, call, width, state)
    if row.map == NULL:
        return
    if kept:
        inputs[0] = inputs[1]
        strides[0] = strides[1]
    (row.rest if kept else row.map)(n, width, inputs, strides, call.output, call.core // size, state)


# ---- columns that are gathered into a strip: short rows, other storage, options -------------------------------------------

cdef bint mark(const Call *call, Py_ssize_t first, Py_ssize_t rows, Py_ssize_t width, Py_ssize_t pitch,
               const Py_ssize_t *lengths, unsigned char *marks, unsigned char *shown) noexcept nogil:
    """What counts of a block: bytes, in rows of `pitch`; whether there is anything that does not, and what columns have some
    that does."""
    cdef Py_ssize_t i, column, stop
    cdef const char *mask
    cdef Py_ssize_t core
    cdef unsigned char counted, one, all_count = 1
    if call.options == NULL or (call.options.mask == NULL and call.options.lengths == NULL):
        memset(shown, 1, width)
        return False
    for column in range(pitch):
        mask, core, stop = b"\1", 0, rows
        if column < width:
            stop = max(<Py_ssize_t>0, min(rows, lengths[column] - first))
            if call.options.mask != NULL:
                core = call.options.mask_core
                mask = call.options.mask + column * call.options.mask_step + first * core
        one = 0
        for i in range(stop):
            counted = mask[i * core] != 0
            marks[i * pitch + column] = counted
            one |= counted
            all_count &= counted
        for i in range(stop, rows):
            marks[i * pitch + column] = all_count = 0
        if column < width:
            shown[column] |= one
    return not all_count


cdef bint hides_rows(const Reduction *plan, const Call *call) noexcept nogil:
    """Whether what does not count of short rows is hidden in them, before they are turned."""
    cdef int k
    if call.options == NULL or call.options.mask == NULL or call.options.lengths != NULL or call.options.mask_core != 1:
        return False
    for k in range(plan.row.inputs):
        if plan.format.load != NULL or not turns(&plan.format, call.n, call.inputs[k], call.cores[k], call.steps[k]):
            return False
    return call.n % STEP == 0 and call.n <= depth(plan.format.computed, LANE_COUNT)


cdef void gather_shown(const Reduction *plan, const Call *call, int k, Py_ssize_t width, Py_ssize_t pitch, char *shown,
                       char *target, Workspace *workspace) noexcept nogil:
    """Short rows, whose elements that do not count are replaced, as columns."""
    cdef int size = plan.format.computed
    cdef Py_ssize_t column
    for column in range(width):
        plan.hide(call.n, call.inputs[k] + column * call.steps[k],
                  <const unsigned char *>call.options.mask + column * call.options.mask_step, &plan.row.padding[k],
                  shown + column * call.n * size)
    gather(&plan.format, shown, size, call.n * size, call.n, width, pitch, target, workspace)


cdef void reduce_columns(const Reduction *plan, const Call *call, Py_ssize_t width, Workspace *workspace) noexcept nogil:
    """`width` columns in blocks of rows; where one block holds them, it is gathered once."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef int size = format.computed, k, p, mapped = row.map != NULL
    cdef Py_ssize_t n = call.n, block, first, rows, pitch = whole(width), deep = depth(size, pitch), column
    cdef bint once = n <= deep, kept = row.keep != NULL and (once or format.load == NULL), hidden = False, wrong = False
    cdef bint by_rows = once and hides_rows(plan, call)
    cdef Py_ssize_t lengths[STRIP]
    cdef unsigned char shown[STRIP]
    cdef unsigned char *marks = workspace.marks
    cdef char *state = workspace.state
    cdef char *gathered[3]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef fold_kernel *fold
    for k in range(3):
        gathered[k] = workspace.operands + k * GATHERED
    for k in range(2):
        strides[k] = pitch
    for column in range(width):
        lengths[column] = length_of(call, column)
    memset(shown, 0, width)
    begin(plan, call, width, pitch, workspace)
    for p in range(PASSES + mapped):
        if p < PASSES and row.passes[p].fold == NULL:
            continue
        for block in range((n + deep - 1) // deep):
            first = block * deep
            rows = min(deep, n - first)
            if by_rows and p == first_pass(row):
                for k in range(row.inputs):
                    gather_shown(plan, call, k, width, pitch, gathered[2], gathered[k], workspace)
                for column in range(width):
                    shown[column] = seen(call, column, n)
            elif not once or p == first_pass(row):
                hidden = mark(call, first, rows, width, pitch, lengths, marks, shown)
                for k in range(row.inputs):
                    if p == PASSES and kept:
                        gather(format, call.output + first * call.core, call.core, call.step, rows, width, pitch, gathered[2],
                               workspace)
                        break
                    gather(format, call.inputs[k] + first * call.cores[k], call.cores[k], call.steps[k], rows, width, pitch,
                           gathered[k], workspace)
                    if hidden:
                        plan.hide(rows * pitch, gathered[k], marks, &row.padding[k], gathered[k])
            if p < PASSES:
                fold = row.keep if kept and is_last(row, p) else row.passes[p].fold
                inputs[0] = gathered[0]
                inputs[1] = gathered[2] if kept else gathered[row.inputs - 1]
                fold(rows, pitch, LANE_COUNT, inputs, strides, state, first)
                if not once and kept and is_last(row, p):
                    scatter(format, gathered[2], pitch, call.output + first * call.core, call.core, call.step, rows, width,
                            workspace)
                continue
            inputs[0] = gathered[2 if kept else 0]
            inputs[1] = gathered[row.inputs - 1]
            (row.rest if kept else row.map)(rows, pitch, inputs, strides, gathered[2], pitch, state)
            if wrong and by_rows:
                hidden = mark(call, first, rows, width, pitch, lengths, marks, shown)
            if wrong and hidden:
                plan.hide(rows * pitch, gathered[2], marks, &row.hidden, gathered[2])
            for column in range(width):
                if plan.with_options and not shown[column] and call.options.sinks == NULL:
                    for k in range(<int>rows):
                        assign(size, gathered[2], k * pitch + column, 1, row.hidden)
            scatter(format, gathered[2], pitch, call.output + first * call.core, call.core, call.step, rows, width, workspace)
        if p < PASSES:
            fold_sinks(plan, call, p, width, workspace)
            row.passes[p].join(pitch, state)
            if p == 0 and call.options != NULL and call.options.strict and not is_last(row, p):
                refuse_infinities(plan, pitch, state)
            if is_last(row, p):
                for column in range(width):
                    wrong = wrong or broken(plan, state, column)
    put_results(plan, call, width, state)


# ---- rows: a lane is a column of a strip that the row itself makes -------------------------------------------------------

cdef const unsigned char *marks_of(const Call *call, Py_ssize_t first, Py_ssize_t n, unsigned char *marks) noexcept nogil:
    """What counts of a row's elements first to first + n, as contiguous bytes for whole steps."""
    cdef Py_ssize_t i
    if call.options.mask_core == 1 and n == whole(n):
        return <unsigned char *>call.options.mask + first
    for i in range(n):
        marks[i] = counts(call, 0, first + i)
    for i in range(n, whole(n)):
        marks[i] = 1
    return marks


cdef void reduce_row(const Reduction *plan, const Call *call, Workspace *workspace) noexcept nogil:
    """One row, in blocks."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef Operand operands[3]
    cdef char *state = workspace.state
    cdef const void *inputs[3]
    cdef void *target
    cdef Py_ssize_t strides[2]
    cdef Py_ssize_t n = length_of(call, 0), i, count
    cdef int k, p, mapped = row.map != NULL
    cdef bint direct = True, kept = row.keep != NULL and format.load == NULL
    cdef bint masked = call.options != NULL and call.options.mask != NULL, hidden, wrong
    cdef fold_kernel *fold
    if masked and call.options.mask_core == 0:
        n = n if counts(call, 0, 0) else 0
        masked = False
    strides[0] = strides[1] = LANE_COUNT
    for k in range(row.inputs):
        operands[k] = operand(format, call.inputs[k], call.cores[k], workspace.operands + k * BLOCK_BYTES, workspace.stage)
        direct = direct and operands[k].direct
    operands[2] = operand(format, call.output, call.core, workspace.operands + 2 * BLOCK_BYTES, workspace.stage)
    direct = direct and (operands[2].direct or not mapped) and not masked
    begin(plan, call, 1, 1, workspace)
    for p in range(PASSES + mapped):
        if p < PASSES and row.passes[p].fold == NULL:
            continue
        fold = NULL
        if p < PASSES:
            fold = row.keep if kept and is_last(row, p) else row.passes[p].fold
        hidden = masked and not (p == PASSES and kept)  # what does not count is read, and shall not
        if hidden and p < PASSES and row.shown[p] != NULL and (kept or not is_last(row, p)):
            fold = row.shown[p]
            hidden = False
        wrong = masked and p == PASSES and broken(plan, state, 0)
        i = 0
        while i < n:
            count = block_of(n - i, direct, format.computed)
            if masked and count > STEP:
                count &= -STEP  # what is whole is read where it is
            if masked and (p < PASSES or hidden or wrong):
                inputs[2] = marks_of(call, i, count, workspace.marks)
            if p == PASSES and kept:
                inputs[0] = inputs[1] = fetch(format, &operands[2], i, count, NULL)
            else:
                for k in range(row.inputs):
                    inputs[k] = fetch(format, &operands[k], i, count, &row.padding[k])
                    if hidden:
                        plan.hide(whole(count), inputs[k], <const unsigned char *>inputs[2], &row.padding[k],
                                  operands[k].buffer)
                        inputs[k] = operands[k].buffer
                        operands[k].filled = 0
                if row.inputs == 1:
                    inputs[1] = inputs[0]
            if p == PASSES:
                target = place(format, &operands[2], i, count)
                (row.rest if kept else row.map)(
                    whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides, target, LANE_COUNT, state)
                if wrong:
                    plan.hide(whole(count), target, <const unsigned char *>inputs[2], &row.hidden, target)
                put(format, &operands[2], i, count)
            elif kept and is_last(row, p):
                inputs[1] = place(format, &operands[2], i, count)
                fold(whole(count) // LANE_COUNT, LANE_COUNT, 1, inputs, strides, state, i)
                put(format, &operands[2], i, count)
            else:
                fold(whole(count) // LANE_COUNT, LANE_COUNT, 1, inputs, strides, state, i)
            i += count
        if p < PASSES:
            fold_sinks(plan, call, p, 1, workspace)
            row.passes[p].join(1, state)
            if p == 0 and call.options != NULL and not is_last(row, p):
                if masked and number_of(format.computed, state, MAXIMUM, 0) == -INFINITY and not seen(call, 0, n):
                    n = 0  # nothing counts, and nothing of it is read
                if call.options.strict:
                    refuse_infinities(plan, 1, state)
    put_results(plan, call, 1, state)
    if mapped and n < call.n:
        hide_rest(plan, call, n)


cdef void hide_rest(const Reduction *plan, const Call *call, Py_ssize_t first) noexcept nogil:
    """The results from the first that does not count."""
    cdef char numbers[STEP * 8]
    cdef char stage[STEP * 2]
    cdef char *source = numbers
    cdef const Format *format = &plan.format
    if call.core == format.stored and plan.row.hidden == 0:
        memset(call.output + first * call.core, 0, (call.n - first) * format.stored)
        return
    assign(format.computed, numbers, 0, STEP, plan.row.hidden)
    if format.store != NULL:
        format.store(STEP, numbers, stage)
        source = stage
    copy_elements(format.stored, source, 0, call.output + first * call.core, call.core, call.n - first)


# ---- a part of a call ------------------------------------------------------------------------------------------------------

cdef enum:
    OPTIONS = 5            # operands: what counts, lengths, sinks, temperature, flags


cdef inline void call_of(const Reduction *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, Py_ssize_t first,
                         Call *call, Options *options) noexcept nogil:
    cdef const reduction *row = plan.row
    cdef int k, at = row.inputs
    cdef const Py_ssize_t *core = steps + row.inputs + OPTIONS * plan.with_options + row.results + (row.map != NULL)
    cdef int64_t flags
    call.n = dims[1]
    for k in range(NUMBERS):
        call.inputs[k] = args[min(k, row.inputs - 1)]
        call.steps[k] = steps[min(k, row.inputs - 1)]
        call.cores[k] = core[min(k, row.inputs - 1)]
    core += row.inputs
    call.options = NULL
    if plan.with_options:
        call.options = options
        flags = (<int64_t *>args[at + 4])[0]
        options.mask, options.mask_step, options.mask_core = args[at], steps[at], core[0]
        if options.mask_step == 0 and options.mask_core == 0 and options.mask[0]:
            options.mask = NULL
        options.lengths, options.length_step = args[at + 1], steps[at + 1]
        if options.length_step == 0 and (<int64_t *>options.lengths)[0] >= call.n:
            options.lengths = NULL
        options.sinks, options.sink_step = args[at + 2] if flags & SINKS else NULL, steps[at + 2]
        options.temperature = (<double *>args[at + 3])[0]
        options.strict = flags & STRICT
        core += 1
        at += OPTIONS
    call.output, call.step, call.core = args[at], 0, 0
    if row.map != NULL:
        call.step, call.core = steps[at], core[0]
    for k in range(RESULTS):
        call.results[k] = args[at + min(k, max(row.results - 1, 0))]
        call.result_steps[k] = steps[at + min(k, max(row.results - 1, 0))]
    advance(call, options, first)


cdef bint lies_across(const Reduction *plan, const Call *call) noexcept nogil:
    """Whether neighbouring columns are neighbours in memory, as numbers that the kernels take there."""
    cdef int size = plan.format.computed, k
    cdef bint plain = plan.format.load == NULL and call.n > 1
    if call.options != NULL:
        plain = plain and call.options.mask == NULL and call.options.lengths == NULL and call.options.sinks == NULL
        plain = plain and not call.options.strict
    for k in range(plan.row.inputs):
        plain = plain and call.steps[k] == size and call.cores[k] != size and call.cores[k] % size == 0
    if plan.row.map != NULL:
        plain = plain and call.step == size and call.core != size and call.core % size == 0
    return plain


cdef bint columns_are_better(const Reduction *plan, const Call *call) noexcept nogil:
    """Short rows, and an axis across memory that lies_across() has refused."""
    cdef int k
    cdef bint marked = call.options != NULL and (call.options.mask != NULL or call.options.lengths != NULL)
    cdef bint few = not marked or call.n <= 2 * SHORT or hides_rows(plan, call)
    for k in range(plan.row.inputs):
        few = few and worth_turning(&plan.format, call.n, call.inputs[k], call.cores[k], call.steps[k])
    if plan.row.map != NULL:
        few = few and worth_turning(&plan.format, call.n, call.output, call.core, call.step)
    return few or max(call.steps[0], -call.steps[0]) < max(call.cores[0], -call.cores[0])


cdef void reduction_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                         Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    cdef const Reduction *plan = <const Reduction *>data
    cdef Reduction cheaper
    cdef Call call
    cdef Options options
    cdef Py_ssize_t width
    call_of(plan, args, dims, steps, first, &call, &options)
    if plan.with_options and options.temperature == 1:
        cheaper = plan[0]
        cheaper.row = plan.plain
        plan = &cheaper
    cdef bint strips = lies_across(plan, &call)
    cdef bint columns = 0 < call.n and columns_are_better(plan, &call)
    while first < last:
        width = min(<Py_ssize_t>STRIP, (last - first) & -LANE_COUNT) if strips else 0
        if width:
            reduce_strip(plan, &call, width, workspace)
        else:
            width = columns_at_once(&plan.format, call.n, last - first) if columns else 1
            if width > 1:
                reduce_columns(plan, &call, width, workspace)
            else:
                reduce_row(plan, &call, workspace)
        advance(&call, &options, width)
        first += width


cdef void reduction_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of rows."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef int operands = plan.row.inputs + OPTIONS * plan.with_options + plan.row.results + (plan.row.map != NULL)
    cdef bint along = steps[operands] == plan.format.stored
    run(reduction_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LANE_COUNT)


# ---- segments of a row: each is a row of its own -----------------------------------------------------------------------------

cdef void segment_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                       Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """The outer dimension counts the segments of all rows; behind the inputs are their first elements and their lengths."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef Call call
    cdef int inputs = plan.row.inputs, k
    cdef Py_ssize_t i, row, segment, start
    cdef const Py_ssize_t *core = steps + inputs + 3
    call.options = NULL
    for k in range(NUMBERS):
        call.cores[k] = core[min(k, inputs - 1)]
    call.core = core[inputs + 2]
    for i in range(first, last):
        row, segment = i // dims[2], i % dims[2]
        start = (<int64_t *>(args[inputs] + row * steps[inputs] + segment * core[inputs]))[0]
        call.n = (<int64_t *>(args[inputs + 1] + row * steps[inputs + 1] + segment * core[inputs + 1]))[0]
        for k in range(NUMBERS):
            call.inputs[k] = args[min(k, inputs - 1)] + row * steps[min(k, inputs - 1)] + start * call.cores[k]
        call.output = args[inputs + 2] + row * steps[inputs + 2] + start * call.core
        reduce_row(plan, &call, workspace)


cdef void segment_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    cdef Py_ssize_t[3] segments = [dims[0] * dims[2], dims[1], dims[2]]
    run(segment_part, data, args, segments, steps, dims[0] * dims[1], 1)
