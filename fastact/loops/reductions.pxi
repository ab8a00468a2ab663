# Reductions along an axis: strips of columns, rows in blocks, and columns that are gathered into strips.

cdef enum:
    SHORT = 32             # elements of a row that is worth turning into a column one by one
    FEW = 12               # longer columns that are worth gathering into a strip of LANE_COUNT
    GATHERED = 12288       # bytes of a gathered operand: rows that are worth turning in registers
    MARKS = GATHERED // 4  # elements of one
    NUMBERS = 2            # inputs at most

# What a call may say of its elements, for each index of its outer dimension.
ctypedef struct Options:
    char *mask             # bytes: what counts; null for all
    npy_intp mask_core, mask_step
    char *lengths          # of 64 bits: how many elements of a row count; null for all
    npy_intp length_step
    char *sinks            # one more logit for each row, which has no result; null for none
    npy_intp sink_step
    double temperature
    bint strict            # an infinite maximum gives NaN, not the limit

cdef enum:
    STRICT = 1             # the flags that a call has for them
    SINKS = 2

ctypedef struct Reduction:
    Format format
    const reduction *row
    join_kernel *start
    hide_kernel *hide
    bint scaled            # with the operands of Options behind the inputs
    const reduction *plain # the same bits for a temperature of 1, for less

# The operands of a call, from the outer index at which a part of it is.
ctypedef struct Call:
    npy_intp n
    char *inputs[NUMBERS]
    npy_intp steps[NUMBERS]
    npy_intp cores[NUMBERS]
    char *output           # where there is a map
    npy_intp step, core
    char *results[RESULTS]
    npy_intp result_steps[RESULTS]
    const Options *options # null: none of them


cdef inline void advance(Call *call, Options *options, npy_intp by) noexcept nogil:
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


cdef inline bint is_last(const reduction *row, int p) noexcept nogil:
    return p + 1 == PASSES or row.passes[p + 1].fold == NULL


cdef inline npy_intp length_of(const Call *call, npy_intp column) noexcept nogil:
    """How many elements of a row may count."""
    if call.options == NULL or call.options.lengths == NULL:
        return call.n
    return max(<npy_intp>0, min(call.n, <npy_intp>(<int64_t *>(call.options.lengths + column * call.options.length_step))[0]))


cdef inline bint counts(const Call *call, npy_intp column, npy_intp i) noexcept nogil:
    return call.options.mask == NULL or call.options.mask[column * call.options.mask_step + i * call.options.mask_core] != 0


# ---- the state: numbers of the type that is computed ---------------------------------------------------------------------

cdef inline double stated(int size, const char *state, int section, npy_intp i) noexcept nogil:
    state += (section * SECTION + i) * size
    return (<const float *>state)[0] if size == 4 else (<const double *>state)[0]


cdef inline void assign(int size, char *data, npy_intp first, npy_intp count, double value) noexcept nogil:
    cdef npy_intp i
    for i in range(first, first + count):
        if size == 4:
            (<float *>data)[i] = <float>value
        else:
            (<double *>data)[i] = value


cdef inline int first_pass(const reduction *row) noexcept nogil:
    """PASSES, which is the map, for a reduction that is given its maxima."""
    return 0 if row.passes[0].fold != NULL else PASSES


cdef inline void begin(const Reduction *plan, const Call *call, npy_intp columns, npy_intp width, char *state) noexcept nogil:
    """For so many columns, in a strip of a width that may have room for more."""
    cdef int size = plan.format.computed
    cdef char memory[BLOCK_BYTES + LINE]
    cdef npy_intp i
    plan.start(width, state)
    if plan.scaled:
        assign(size, state, TEMPERATURE * SECTION, max(width, <npy_intp>LANE_COUNT), call.options.temperature)
        assign(size, state, RECIPROCAL * SECTION, max(width, <npy_intp>LANE_COUNT), 1 / call.options.temperature)
    if first_pass(plan.row) == PASSES:
        copy_elements(size, <const char *>sinks_of(plan, call, columns, memory), size, state + MAXIMUM * SECTION * size, size, width)
        if width == 1:
            assign(size, state, MAXIMUM * SECTION + 1, LANE_COUNT - 1, stated(size, state, MAXIMUM, 0))


cdef inline const void *sinks_of(const Reduction *plan, const Call *call, npy_intp width, char *memory) noexcept nogil:
    cdef Operand sinks = operand(&plan.format, call.options.sinks, call.options.sink_step,
                                 memory + (-<uintptr_t>memory & (LINE - 1)))
    sinks.direct = False
    return fetch(&plan.format, &sinks, 0, width, &plan.row.padding[0])


cdef void fold_sinks(const Reduction *plan, const Call *call, int p, npy_intp width, char *state) noexcept nogil:
    """A sink is one more element, of the first lane, but not its first."""
    cdef char memory[BLOCK_BYTES + LINE]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    if call.options == NULL or call.options.sinks == NULL:
        return
    inputs[0] = inputs[1] = sinks_of(plan, call, width, memory)
    strides[0] = strides[1] = 0
    plan.row.passes[p].fold(1, whole(width), LANE_COUNT, inputs, strides, state, LANE_COUNT)


cdef void refuse_infinities(const Reduction *plan, npy_intp width, char *state) noexcept nogil:
    cdef npy_intp i
    for i in range(max(width, <npy_intp>LANE_COUNT)):
        if stated(plan.format.computed, state, MAXIMUM, i) == INFINITY:
            assign(plan.format.computed, state, MAXIMUM * SECTION + i, 1, NAN)


cdef inline bint broken(const Reduction *plan, const char *state, npy_intp column) noexcept nogil:
    """Whether results that do not count would not come out as such: what they are multiplied with is not a number."""
    cdef double total = stated(plan.format.computed, state, TOTAL, column)
    return total - total != 0


cdef void put_results(const Reduction *plan, const Call *call, npy_intp width, char *state) noexcept nogil:
    cdef char stage[STRIP * 8]
    cdef const Format *format = &plan.format
    cdef char *section
    cdef npy_intp i
    cdef int k
    for k in range(plan.row.results):
        if k and plan.row.results == RESULTS:  # sums of parts are float64
            for i in range(width):
                (<double *>(call.results[k] + i * call.result_steps[k]))[0] = stated(format.computed, state, plan.row.result[k], i)
            continue
        section = state + plan.row.result[k] * SECTION * format.computed
        if format.store != NULL:
            format.store(whole(width), section, stage)
            section = stage
        copy_elements(format.stored, section, format.stored, call.results[k], call.result_steps[k], width)


# ---- strips where the axis lies across memory: no copy, no transposition --------------------------------------------------

cdef void reduce_strip(const Reduction *plan, const Call *call, npy_intp width, char *state) noexcept nogil:
    """`width` neighbouring columns, whose elements lie `cores` bytes apart."""
    cdef const reduction *row = plan.row
    cdef int size = plan.format.computed, k, p
    cdef bint kept = row.keep != NULL
    cdef npy_intp n = call.n
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef fold_kernel *fold
    for k in range(2):
        inputs[k] = call.output if k and kept else call.inputs[min(k, row.inputs - 1)]
        strides[k] = (call.core if k and kept else call.cores[min(k, row.inputs - 1)]) // size
    begin(plan, call, width, width, state)
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

cdef inline npy_intp depth(int size, npy_intp pitch) noexcept nogil:
    """The rows of a gathered strip: a multiple of LANE_COUNT."""
    return GATHERED // (size * pitch)


cdef inline npy_intp columns_at_once(const Format *format, npy_intp n, npy_intp rest) noexcept nogil:
    """Of the columns that are left: as many as the widest strip has, or a narrower one for columns that only that can hold; one
    where so few are better rows of a stride."""
    if rest < (2 if n <= SHORT else FEW):
        return 1
    return min(rest, LANE_COUNT if depth(format.computed, STRIP) < n <= depth(format.computed, LANE_COUNT) else STRIP)


cdef inline bint turns(const Format *format, npy_intp n, const char *data, npy_intp core, npy_intp step) noexcept nogil:
    """Whether rows of n elements are turned in registers: contiguous ones, or of another storage all of them."""
    if core != format.stored or n < LANE_COUNT // 4:
        return False
    if format.load == NULL:
        return (step | <npy_intp><uintptr_t>data) % core == 0
    return step == n * core


cdef inline bint worth_turning(const Format *format, npy_intp n, const char *data, npy_intp core, npy_intp step) noexcept nogil:
    return n <= (depth(format.computed, LANE_COUNT) if turns(format, n, data, core, step) else SHORT)


cdef void gather(const Format *format, const char *source, npy_intp core, npy_intp step, npy_intp rows, npy_intp width,
                 npy_intp pitch, char *target) noexcept nogil:
    """A block of `rows` by `width` elements, which lie `core` and `step` bytes apart, as rows of `pitch` numbers; the columns
    beyond are the first one again."""
    cdef char stage[GATHERED]
    cdef char numbers[GATHERED]
    cdef char *turned = target if format.load == NULL else stage
    cdef int size = format.stored
    cdef npy_intp i
    if turns(format, rows, source, core, step):
        if format.load != NULL:
            memcpy(stage, source, rows * width * size)
            format.load(whole(rows * width), stage, numbers)
            source = numbers
        format.turn_in(rows, width, source, step // size, target, pitch)
        return
    if -step < core < step or width == 1:
        for i in range(width):
            copy_elements(size, source + i * step, core, turned + i * size, pitch * size, rows)
    else:
        for i in range(rows):
            copy_elements(size, source + i * core, step, turned + i * pitch * size, size, width)
    for i in range(width, pitch):
        copy_elements(size, turned, pitch * size, turned + i * size, pitch * size, rows)
    if format.load != NULL:
        format.load(rows * pitch, stage, target)


cdef void scatter(const Format *format, const char *source, npy_intp pitch, char *target, npy_intp core, npy_intp step,
                  npy_intp rows, npy_intp width) noexcept nogil:
    """The way back."""
    cdef char stage[GATHERED]
    cdef char numbers[GATHERED]
    cdef int size = format.stored
    cdef npy_intp i
    if turns(format, rows, target, core, step):
        if format.store == NULL:
            format.turn_out(rows, width, source, pitch, target, step // size)
        else:
            format.turn_out(rows, width, source, pitch, numbers, rows)
            format.store(whole(rows * width), numbers, stage)
            memcpy(target, stage, rows * width * size)
        return
    if format.store != NULL:
        format.store(rows * pitch, source, stage)
        source = stage
    if -step < core < step or width == 1:
        for i in range(width):
            copy_elements(size, source + i * size, pitch * size, target + i * step, core, rows)
    else:
        for i in range(rows):
            copy_elements(size, source + i * pitch * size, size, target + i * core, step, width)


cdef bint mark(const Call *call, npy_intp first, npy_intp rows, npy_intp width, npy_intp pitch, const npy_intp *lengths,
               unsigned char *marks, unsigned char *shown) noexcept nogil:
    """What counts of a block: bytes, in rows of `pitch`; whether there is anything that does not, and what columns have some
    that does."""
    cdef npy_intp i, column, stop
    cdef const char *mask
    cdef npy_intp core
    cdef unsigned char counted, one, all_count = 1
    if call.options == NULL or (call.options.mask == NULL and call.options.lengths == NULL):
        memset(shown, 1, width)
        return False
    for column in range(pitch):
        mask, core, stop = b"\1", 0, rows
        if column < width:
            stop = max(<npy_intp>0, min(rows, lengths[column] - first))
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


cdef bint seen(const Call *call, npy_intp column, npy_intp n) noexcept nogil:
    """Whether one of n elements of a row counts."""
    cdef npy_intp i
    for i in range(n):
        if counts(call, column, i):
            return True
    return False


cdef bint hides_rows(const Reduction *plan, const Call *call) noexcept nogil:
    """Whether what does not count of short rows is hidden in them, before they are turned."""
    cdef int k
    if call.options == NULL or call.options.mask == NULL or call.options.lengths != NULL or call.options.mask_core != 1:
        return False
    for k in range(plan.row.inputs):
        if plan.format.load != NULL or not turns(&plan.format, call.n, call.inputs[k], call.cores[k], call.steps[k]):
            return False
    return call.n % STEP == 0 and call.n <= depth(plan.format.computed, LANE_COUNT)


cdef void gather_shown(const Reduction *plan, const Call *call, int k, npy_intp width, npy_intp pitch, char *stage,
                       char *target) noexcept nogil:
    """Short rows, whose elements that do not count are replaced, as columns."""
    cdef int size = plan.format.computed
    cdef npy_intp column
    for column in range(width):
        plan.hide(call.n, call.inputs[k] + column * call.steps[k],
                  <const unsigned char *>call.options.mask + column * call.options.mask_step, &plan.row.padding[k],
                  stage + column * call.n * size)
    gather(&plan.format, stage, size, call.n * size, call.n, width, pitch, target)


cdef void reduce_columns(const Reduction *plan, const Call *call, npy_intp width, char *buffers, char *state) noexcept nogil:
    """`width` columns in blocks of rows; where one block holds them, it is gathered once."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef int size = format.computed, k, p, mapped = row.map != NULL
    cdef npy_intp n = call.n, block, first, rows, pitch = whole(width), deep = depth(size, pitch), column
    cdef bint once = n <= deep, kept = row.keep != NULL and (once or format.load == NULL), hidden = False, wrong = False
    cdef bint by_rows = once and hides_rows(plan, call)
    cdef npy_intp lengths[STRIP]
    cdef unsigned char shown[STRIP]
    cdef unsigned char marks[MARKS]
    cdef char *gathered[3]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef fold_kernel *fold
    for k in range(3):
        gathered[k] = buffers + k * GATHERED
    for k in range(2):
        strides[k] = pitch
    for column in range(width):
        lengths[column] = length_of(call, column)
    memset(shown, 0, width)
    begin(plan, call, width, pitch, state)
    for p in range(PASSES + mapped):
        if p < PASSES and row.passes[p].fold == NULL:
            continue
        for block in range((n + deep - 1) // deep):
            first = block * deep
            rows = min(deep, n - first)
            if by_rows and p == first_pass(row):
                for k in range(row.inputs):
                    gather_shown(plan, call, k, width, pitch, gathered[2], gathered[k])
                for column in range(width):
                    shown[column] = seen(call, column, n)
            elif not once or p == first_pass(row):
                hidden = mark(call, first, rows, width, pitch, lengths, marks, shown)
                for k in range(row.inputs):
                    if p == PASSES and kept:
                        gather(format, call.output + first * call.core, call.core, call.step, rows, width, pitch, gathered[2])
                        break
                    gather(format, call.inputs[k] + first * call.cores[k], call.cores[k], call.steps[k], rows, width, pitch, gathered[k])
                    if hidden:
                        plan.hide(rows * pitch, gathered[k], marks, &row.padding[k], gathered[k])
            if p < PASSES:
                fold = row.keep if kept and is_last(row, p) else row.passes[p].fold
                inputs[0] = gathered[0]
                inputs[1] = gathered[2] if kept else gathered[row.inputs - 1]
                fold(rows, pitch, LANE_COUNT, inputs, strides, state, first)
                if not once and kept and is_last(row, p):
                    scatter(format, gathered[2], pitch, call.output + first * call.core, call.core, call.step, rows, width)
                continue
            inputs[0] = gathered[2 if kept else 0]
            inputs[1] = gathered[row.inputs - 1]
            (row.rest if kept else row.map)(rows, pitch, inputs, strides, gathered[2], pitch, state)
            if wrong and by_rows:
                hidden = mark(call, first, rows, width, pitch, lengths, marks, shown)
            if wrong and hidden:
                plan.hide(rows * pitch, gathered[2], marks, &row.hidden, gathered[2])
            for column in range(width):
                if plan.scaled and not shown[column] and call.options.sinks == NULL:
                    for k in range(<int>rows):
                        assign(size, gathered[2], k * pitch + column, 1, row.hidden)
            scatter(format, gathered[2], pitch, call.output + first * call.core, call.core, call.step, rows, width)
        if p < PASSES:
            fold_sinks(plan, call, p, width, state)
            row.passes[p].join(pitch, state)
            if p == 0 and call.options != NULL and call.options.strict and not is_last(row, p):
                refuse_infinities(plan, pitch, state)
            if is_last(row, p):
                for column in range(width):
                    wrong = wrong or broken(plan, state, column)
    put_results(plan, call, width, state)


# ---- rows: a lane is a column of a strip that the row itself makes -------------------------------------------------------

cdef const unsigned char *marks_of(const Call *call, npy_intp first, npy_intp n, unsigned char *stage) noexcept nogil:
    """What counts of a row's elements first to first + n, as contiguous bytes for whole steps."""
    cdef npy_intp i
    if call.options.mask_core == 1 and n == whole(n):
        return <unsigned char *>call.options.mask + first
    for i in range(n):
        stage[i] = counts(call, 0, first + i)
    for i in range(n, whole(n)):
        stage[i] = 1
    return stage


cdef void reduce_row(const Reduction *plan, const Call *call, char *buffers, char *state) noexcept nogil:
    """One row, in blocks."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef Operand operands[3]
    cdef unsigned char stage[BLOCK_BYTES]
    cdef const void *inputs[3]
    cdef void *target
    cdef Py_ssize_t strides[2]
    cdef npy_intp n = length_of(call, 0), i, count
    cdef int k, p, mapped = row.map != NULL
    cdef bint direct = True, kept = row.keep != NULL and format.load == NULL
    cdef bint masked = call.options != NULL and call.options.mask != NULL, hidden, wrong
    cdef fold_kernel *fold
    if masked and call.options.mask_core == 0:
        n = n if counts(call, 0, 0) else 0
        masked = False
    strides[0] = strides[1] = LANE_COUNT
    for k in range(row.inputs):
        operands[k] = operand(format, call.inputs[k], call.cores[k], buffers + k * BLOCK_BYTES)
        direct = direct and operands[k].direct
    operands[2] = operand(format, call.output, call.core, buffers + 2 * BLOCK_BYTES)
    direct = direct and (operands[2].direct or not mapped) and not masked
    begin(plan, call, 1, 1, state)
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
                inputs[2] = marks_of(call, i, count, stage)
            if p == PASSES and kept:
                inputs[0] = inputs[1] = fetch(format, &operands[2], i, count, NULL)
            else:
                for k in range(row.inputs):
                    inputs[k] = fetch(format, &operands[k], i, count, &row.padding[k])
                    if hidden:
                        plan.hide(whole(count), inputs[k], <const unsigned char *>inputs[2], &row.padding[k], operands[k].buffer)
                        inputs[k] = operands[k].buffer
                        operands[k].filled = 0
                if row.inputs == 1:
                    inputs[1] = inputs[0]
            if p == PASSES:
                target = place(format, &operands[2], i, count)
                (row.rest if kept else row.map)(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides, target, LANE_COUNT, state)
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
            fold_sinks(plan, call, p, 1, state)
            row.passes[p].join(1, state)
            if p == 0 and call.options != NULL and not is_last(row, p):
                if masked and stated(format.computed, state, MAXIMUM, 0) == -INFINITY and not seen(call, 0, n):
                    n = 0  # nothing counts, and nothing of it is read
                if call.options.strict:
                    refuse_infinities(plan, 1, state)
    put_results(plan, call, 1, state)
    if mapped and n < call.n:
        hide_rest(plan, call, n)


cdef void hide_rest(const Reduction *plan, const Call *call, npy_intp first) noexcept nogil:
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


cdef inline void call_of(const Reduction *plan, char **args, const npy_intp *dims, const npy_intp *steps, npy_intp first,
                         Call *call, Options *options) noexcept nogil:
    cdef const reduction *row = plan.row
    cdef int k, at = row.inputs
    cdef const npy_intp *core = steps + row.inputs + OPTIONS * plan.scaled + row.results + (row.map != NULL)
    cdef int64_t flags
    call.n = dims[1]
    for k in range(NUMBERS):
        call.inputs[k] = args[min(k, row.inputs - 1)]
        call.steps[k] = steps[min(k, row.inputs - 1)]
        call.cores[k] = core[min(k, row.inputs - 1)]
    core += row.inputs
    call.options = NULL
    if plan.scaled:
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


cdef void reduction_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                         npy_intp first, npy_intp last) noexcept nogil:
    cdef const Reduction *plan = <const Reduction *>data
    cdef Reduction cheaper
    cdef char memory[3 * GATHERED + SECTIONS * SECTION * 8 + LINE]
    cdef char *buffers = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef char *state = buffers + 3 * GATHERED
    cdef Call call
    cdef Options options
    cdef npy_intp width
    call_of(plan, args, dims, steps, first, &call, &options)
    if plan.scaled and options.temperature == 1:
        cheaper = plan[0]
        cheaper.row = plan.plain
        plan = &cheaper
    cdef bint strips = lies_across(plan, &call)
    cdef bint columns = 0 < call.n and columns_are_better(plan, &call)
    while first < last:
        width = min(<npy_intp>STRIP, (last - first) & -LANE_COUNT) if strips else 0
        if width:
            reduce_strip(plan, &call, width, state)
        else:
            width = columns_at_once(&plan.format, call.n, last - first) if columns else 1
            if width > 1:
                reduce_columns(plan, &call, width, buffers, state)
            else:
                reduce_row(plan, &call, buffers, state)
        advance(&call, &options, width)
        first += width


cdef void reduction_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of rows."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef int operands = plan.row.inputs + OPTIONS * plan.scaled + plan.row.results + (plan.row.map != NULL)
    cdef bint along = steps[operands] == plan.format.stored
    run(reduction_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LANE_COUNT)


# ---- segments of a row: each is a row of its own -----------------------------------------------------------------------------

cdef void segment_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                       npy_intp first, npy_intp last) noexcept nogil:
    """The outer dimension counts the segments of all rows; behind the inputs are their first elements and their lengths."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef char memory[3 * GATHERED + SECTIONS * SECTION * 8 + LINE]
    cdef char *buffers = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef Call call
    cdef int inputs = plan.row.inputs, k
    cdef npy_intp i, row, segment, start
    cdef const npy_intp *core = steps + inputs + 3
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
        reduce_row(plan, &call, buffers, buffers + 3 * GATHERED)


cdef void segment_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    cdef npy_intp[3] segments = [dims[0] * dims[2], dims[1], dims[2]]
    run(segment_part, data, args, segments, steps, dims[0] * dims[1], 1)
