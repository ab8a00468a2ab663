"""Reductions along an axis: softmax and its kin, losses, projections, each a row of kernels, all by one walk.

Axes that are in memory as the kernels take them go to these at once, many in a call; so do others that fit the workspace, which
gathers them: long ones as rows, short ones and those across memory as columns.  What fits no workspace comes in blocks.
"""

from libc.stdint cimport int64_t
from libc.string cimport memset

from fastact._core.kernels cimport INPUTS, LINE, RESULTS, SCRATCH, STEP, TOGETHER, batch, reduction, softmax_settings, strip
from fastact._core.loops.columns cimport assign, gather, numbers_of, put_numbers, scatter
from fastact._core.loops.operands cimport Format, Operand, copy_elements, fetch, operand, place, put, whole
from fastact._core.loops.parallel cimport run
from fastact._core.loops.reduction_calls cimport Call, Reduction, advance, length_of
from fastact._core.loops.workspace cimport AT_ONCE, GATHERED, ROOM, Workspace

cdef enum:
    STRICT = 1             # the flags of a call with options
    SINKS = 2              # it has sinks
    OPTIONS = 5            # operands: what counts, lengths, sinks, temperature, flags
    LONG = 65536           # elements of an axis that stay in the second cache, with its results

flags = {"strict": STRICT, "sinks": SINKS}  # for functions/axes.py


# ---- axes that are in memory as the kernels take them, or gathered so -------------------------------------------------------

cdef void start_batch(const Reduction *plan, Call *call, Py_ssize_t count, bint along, Workspace *workspace,
                      batch *made) noexcept nogil:
    """All of a batch but where its elements are; results of columns go to the workspace."""
    cdef int k
    memset(made, 0, sizeof(batch))
    if call.prepare != NULL:
        call.prepare(plan, call, count, workspace)
    made.n, made.along, made.n_inputs = call.n, along, call.inputs
    made.count = count if along else (count * plan.format.computed + LINE - 1) // LINE
    made.padding, made.hidden = plan.row.padding, plan.row.hidden
    made.settings, made.state, made.scratch = call.settings, workspace.state, workspace.scratch
    for k in range(RESULTS):
        made.results[k] = workspace.results[k]
    if call.sinks != NULL:
        numbers_of(&plan.format, call.sinks, call.sink_step, count, workspace.sinks, workspace.stage)
        made.sinks = workspace.sinks


cdef void put_results(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef int k
    for k in range(call.n_results):
        if plan.row.doubles >> k & 1:
            copy_elements(8, workspace.results[k], 8, call.results[k], call.result_steps[k], count)
        else:
            put_numbers(format, workspace.results[k], count, call.results[k], call.result_steps[k], workspace.stage)
    if call.complete != NULL:
        call.complete(plan, call, count, workspace)


cdef bint is_direct(const Reduction *plan, const Call *call, bint along) noexcept nogil:
    """Whether elements are in memory as the kernels take them: along memory, or neighbouring columns of numbers."""
    cdef int size = plan.format.computed, k
    cdef bint direct = plan.format.load == NULL and call.n > 0
    for k in range(call.inputs):
        direct = direct and lies(call.steps[k], call.cores[k], size, along)
    if call.output != NULL:
        direct = direct and lies(call.step, call.core, size, along)
    if call.mask != NULL:
        direct = direct and along and plan.row.marks and call.mask_core == 1 and call.output != NULL
    return direct and (along or call.lengths == NULL)


cdef inline bint lies(Py_ssize_t step, Py_ssize_t core, int size, bint along) noexcept nogil:
    if along:
        return core == size and step % size == 0
    return step == size and core != size and core % size == 0


cdef void reduce_direct(const Reduction *plan, Call *call, Py_ssize_t count, bint along,
                        Workspace *workspace) noexcept nogil:
    cdef int size = plan.format.computed, k
    cdef Py_ssize_t columns = LINE // size, i
    cdef int64_t lengths[AT_ONCE]
    cdef batch made
    start_batch(plan, call, count, along, workspace, &made)
    for k in range(call.inputs):
        made.inputs[k] = call.input[k]
        made.steps[k] = columns if along else call.cores[k] // size
        made.apart[k] = call.steps[k] // size if along else columns
    if call.output != NULL:
        made.output = call.output
        made.output_step = columns if along else call.core // size
        made.output_apart = call.step // size if along else columns
    made.marks, made.marks_apart = <const unsigned char *>call.mask, call.mask_step
    if call.lengths != NULL:
        for i in range(count):
            lengths[i] = length_of(call, i)
        made.lengths = lengths
    plan.row.whole(&made)
    put_results(plan, call, count, workspace)


cdef bint mark(const Call *call, Py_ssize_t first, Py_ssize_t n, Py_ssize_t count, Py_ssize_t pitch, bint along,
               unsigned char *marks) noexcept nogil:
    """What counts of n elements of so many axes: bytes, in rows of `pitch`, one for each axis or, across, for each element.
    Whether there is anything that does not."""
    cdef Py_ssize_t i, axis, stop
    cdef Py_ssize_t core = 1 if along else pitch, step = pitch if along else 1
    cdef const char *mask
    cdef unsigned char all_count = 1
    if call.mask == NULL and call.lengths == NULL:
        return False
    memset(marks, 1, pitch * (count if along else n))
    for axis in range(count):
        stop = max(<Py_ssize_t>0, min(n, length_of(call, axis) - first))
        if call.mask != NULL:
            mask = call.mask + axis * call.mask_step + first * call.mask_core
            for i in range(stop):
                marks[axis * step + i * core] = mask[i * call.mask_core] != 0
                all_count &= marks[axis * step + i * core]
        for i in range(stop, n):
            marks[axis * step + i * core] = all_count = 0
    return not all_count


cdef bint hides_rows(const Reduction *plan, const Call *call) noexcept nogil:
    """Whether what does not count of short rows is hidden in them, before they are turned and after they are turned back."""
    cdef int size = plan.format.computed
    return (call.mask != NULL and call.lengths == NULL and call.mask_core == 1 and call.n % STEP == 0 and call.inputs == 1
            and plan.format.load == NULL and call.cores[0] == size and call.output != NULL and call.core == size)


cdef void reduce_hidden(const Reduction *plan, const Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """Such rows: they are gathered where they are hidden, in half of the room."""
    cdef Call shown = call[0]
    cdef Py_ssize_t size = call.n * plan.format.computed, i
    cdef char *rows = workspace.operands + ROOM // 2
    for i in range(count):
        plan.hide(call.n, call.input[0] + i * call.steps[0], <const unsigned char *>call.mask + i * call.mask_step,
                  &plan.row.padding[0], rows + i * size)
    shown.input[0], shown.steps[0], shown.mask = rows, size, NULL
    reduce_columns(plan, &shown, count, workspace)
    for i in range(count):
        plan.hide(call.n, call.output + i * call.step, <const unsigned char *>call.mask + i * call.mask_step,
                  &plan.row.hidden, call.output + i * call.step)


cdef void reduce_columns(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """Axes that are gathered as columns."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t pitch = whole(count), room = ROOM // call.inputs & -LINE
    cdef bint hidden = mark(call, 0, call.n, count, pitch, False, workspace.marks)
    cdef batch made
    cdef int k
    start_batch(plan, call, count, False, workspace, &made)
    for k in range(call.inputs):
        made.inputs[k] = workspace.operands + k * room
        made.steps[k] = pitch
        made.apart[k] = LINE // format.computed
        gather(format, call.input[k], call.cores[k], call.steps[k], call.n, count, pitch, workspace.operands + k * room,
               workspace)
        if hidden:
            plan.hide(call.n * pitch, made.inputs[k], workspace.marks, &plan.row.padding[k], workspace.operands + k * room)
    if call.output != NULL:
        made.output, made.output_step, made.output_apart = workspace.operands, pitch, LINE // format.computed
    plan.row.whole(&made)
    if call.output != NULL:
        if hidden:
            plan.hide(call.n * pitch, made.output, workspace.marks, &plan.row.hidden, made.output)
        scatter(format, workspace.operands, pitch, call.output, call.core, call.step, call.n, count, workspace)
    put_results(plan, call, count, workspace)


cdef void reduce_rows(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """Axes that are gathered as rows."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t pitch = whole(call.n), room = ROOM // call.inputs & -LINE, i
    cdef bint hidden = mark(call, 0, call.n, count, pitch, True, workspace.marks)
    cdef batch made
    cdef int k
    start_batch(plan, call, count, True, workspace, &made)
    for k in range(call.inputs):
        made.inputs[k] = workspace.operands + k * room
        made.steps[k] = LINE // format.computed
        made.apart[k] = pitch
        for i in range(count):
            numbers_of(format, call.input[k] + i * call.steps[k], call.cores[k], call.n,
                       workspace.operands + k * room + i * pitch * format.computed, workspace.stage)
        if hidden:
            plan.hide(count * pitch, made.inputs[k], workspace.marks, &plan.row.padding[k], workspace.operands + k * room)
    if call.output != NULL:
        made.output, made.output_step, made.output_apart = workspace.operands, LINE // format.computed, pitch
    plan.row.whole(&made)
    if call.output != NULL and hidden:
        plan.hide(count * pitch, made.output, workspace.marks, &plan.row.hidden, made.output)
    if call.output != NULL:
        for i in range(count):
            put_numbers(format, workspace.operands + i * pitch * format.computed, call.n, call.output + i * call.step,
                        call.core, workspace.stage)
    put_results(plan, call, count, workspace)


# ---- axes that come in blocks -----------------------------------------------------------------------------------------------

cdef void fold_sinks(const Reduction *plan, const Call *call, Py_ssize_t count, bint along,
                     Workspace *workspace) noexcept nogil:
    """A sink is one more element, before the others."""
    cdef int size = plan.format.computed, columns = LINE // size
    cdef strip sinks
    memset(&sinks, 0, sizeof(strip))
    numbers_of(&plan.format, call.sinks, call.sink_step, count, workspace.sinks, workspace.stage)
    assign(size, workspace.sinks, count, TOGETHER * columns - count, plan.row.padding[0])
    sinks.rows, sinks.inputs[0], sinks.output = TOGETHER, workspace.sinks, workspace.operands + INPUTS * GATHERED
    sinks.steps[0] = sinks.output_step = columns
    plan.row.fold(&sinks, workspace.state, along)


cdef bint fetch_block(const Reduction *plan, const Call *call, Py_ssize_t first, Py_ssize_t n, Py_ssize_t count, bint along,
                      Workspace *workspace, strip *made) noexcept nogil:
    """n elements of an axis, filled up to four whole rows, or of the columns of a strip, from one on; whether some of them do
    not count."""
    cdef const Format *format = &plan.format
    cdef int size = format.computed, columns = LINE // size, k
    cdef bint hidden = mark(call, first, n, count, whole(n) if along else columns, along, workspace.marks)
    cdef Py_ssize_t unit = TOGETHER * columns, full = (n + unit - 1) // unit * unit
    cdef Operand source
    cdef char *buffer
    made.rows = full // columns if along else n
    for k in range(call.inputs):
        buffer = workspace.operands + k * GATHERED
        made.inputs[k], made.steps[k] = buffer, columns
        if along and n == full:
            source = operand(format, call.input[k], call.cores[k], buffer, workspace.stage)
            made.inputs[k] = fetch(format, &source, first, n, NULL)
        elif along:
            numbers_of(format, call.input[k] + first * call.cores[k], call.cores[k], n, buffer, workspace.stage)
            assign(size, buffer, n, full - n, plan.row.padding[k])
        else:
            gather(format, call.input[k] + first * call.cores[k], call.cores[k], call.steps[k], n, count, columns, buffer,
                   workspace)
        if hidden:
            plan.hide(whole(n) if along else n * columns, made.inputs[k], workspace.marks, &plan.row.padding[k], buffer)
            made.inputs[k] = buffer
    return hidden


cdef void reduce_blocks(const Reduction *plan, Call *call, Py_ssize_t count, bint along, Workspace *workspace) noexcept nogil:
    """One axis, or the columns of one strip."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef int columns = LINE // format.computed
    cdef Py_ssize_t n = length_of(call, 0) if along else call.n, deep = GATHERED // (format.computed if along else LINE)
    cdef Py_ssize_t blocks = (n + deep - 1) // deep, number, first
    cdef void *results[RESULTS]
    cdef strip block
    cdef int k
    memset(&block, 0, sizeof(strip))
    block.output, block.output_step = workspace.operands + INPUTS * GATHERED, columns
    for k in range(RESULTS):
        results[k] = workspace.results[k]
    if call.prepare != NULL:
        call.prepare(plan, call, count, workspace)
    row.begin(workspace.state, call.settings, along)
    if call.sinks != NULL:
        fold_sinks(plan, call, count, along, workspace)
    while True:
        for number in range(blocks):
            first = number * deep
            fetch_block(plan, call, first, min(deep, n - first), count, along, workspace, &block)
            row.fold(&block, workspace.state, along)
        if not row.finish(workspace.state, along):
            break
        if call.sinks != NULL:
            fold_sinks(plan, call, count, along, workspace)
    row.report(workspace.state, results, along)
    if call.output != NULL:
        map_blocks(plan, call, count, along, workspace)
    put_results(plan, call, count, workspace)


cdef void map_blocks(const Reduction *plan, const Call *call, Py_ssize_t count, bint along,
                     Workspace *workspace) noexcept nogil:
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef int columns = LINE // format.computed
    cdef Py_ssize_t n = length_of(call, 0) if along else call.n, deep = GATHERED // (format.computed if along else LINE)
    cdef Py_ssize_t number, first, now
    cdef Operand target
    cdef strip block
    cdef bint hidden
    memset(&block, 0, sizeof(strip))
    target = operand(format, call.output, call.core, workspace.operands + INPUTS * GATHERED, workspace.stage)
    block.output, block.output_step = target.buffer, columns
    for number in range((n + deep - 1) // deep):
        first = number * deep
        now = min(deep, n - first)
        hidden = fetch_block(plan, call, first, now, count, along, workspace, &block)
        block.output = target.buffer
        if along and block.rows * columns == now:
            block.output = place(format, &target, first, now)
        row.map(&block, workspace.state)
        if hidden:
            plan.hide(whole(now) if along else now * columns, block.output, workspace.marks, &row.hidden, block.output)
        if along and block.rows * columns == now:
            put(format, &target, first, now)
        elif along:
            put_numbers(format, target.buffer, now, call.output + first * call.core, call.core, workspace.stage)
        else:
            scatter(format, target.buffer, columns, call.output + first * call.core, call.core, call.step, now,
                    count, workspace)
    if n < call.n:
        assign(format.computed, workspace.operands, 0, STEP, row.hidden)
        if format.store != NULL:
            format.store(STEP, workspace.operands, workspace.operands)
        copy_elements(format.stored, workspace.operands, 0, call.output + n * call.core, call.core, call.n - n)


# ---- a part of a call -------------------------------------------------------------------------------------------------------

cdef inline bint meets(const Call *call, int size, Py_ssize_t room) noexcept nogil:
    """Whether the elements of a column would meet in few sets of the first cache, and it may be gathered instead: 64 rows of
    1024 floats take 0.45 of the time then (Zen 3)."""
    return call.cores[0] % 1024 == 0 and call.n * STEP <= room


cdef void reduce_axes(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """What an axis is, a column or a row, does not depend on how many there are, or where: these have other sums."""
    cdef const Format *format = &plan.format
    cdef int size = format.computed, columns = LINE // size
    cdef Py_ssize_t room = (ROOM // call.inputs & -LINE) // size
    cdef bint direct = is_direct(plan, call, not call.across) and not (call.across and meets(call, size, room))
    cdef Py_ssize_t n = max(call.n, <Py_ssize_t>1), now
    while count > 0:
        now = min(count, call.at_once)
        if direct and call.across and now >= columns:
            now = now & -columns
            reduce_direct(plan, call, now, False, workspace)
        elif direct and not call.across and n <= LONG:
            reduce_direct(plan, call, now, True, workspace)
        elif call.across and n * STEP <= room // 2 and hides_rows(plan, call):
            now = min(now, room // 2 // n & -STEP)
            reduce_hidden(plan, call, now, workspace)
        elif call.across and n * STEP <= room:
            now = min(now, room // n & -STEP)
            reduce_columns(plan, call, now, workspace)
        elif not call.across and whole(n) * call.inputs * size <= ROOM - INPUTS * LINE:
            now = max(<Py_ssize_t>1, min(now, ROOM // call.inputs // size // whole(n)))
            reduce_rows(plan, call, now, workspace)
        else:
            now = min(now, <Py_ssize_t>columns) if call.across else 1
            reduce_blocks(plan, call, now, not call.across, workspace)
        advance(call, now)
        count -= now


cdef inline Py_ssize_t size_of(Py_ssize_t step) noexcept nogil:
    return max(step, -step)


cdef void set_operands(const Reduction *plan, Call *call, Py_ssize_t count, Py_ssize_t n, char **args, const Py_ssize_t *steps,
                       const Py_ssize_t *cores, int first) noexcept nogil:
    """So many axes of n elements: the inputs, from argument `first` on; nothing else yet.

    Where axes lie shows the first input that differs between them and along them."""
    cdef int k, shows = 0
    memset(call, 0, sizeof(Call))
    call.n, call.inputs, call.at_once = n, plan.row.inputs, AT_ONCE
    for k in range(call.inputs):
        call.input[k], call.steps[k], call.cores[k] = args[first + k], steps[first + k], cores[k]
    while shows < call.inputs - 1 and (call.steps[shows] == 0 or call.cores[shows] == 0):
        shows += 1
    call.across = count > 1 and call.cores[shows] != plan.format.stored
    call.across = call.across and 0 < size_of(call.steps[shows]) < size_of(call.cores[shows])
    call.across = call.across or n <= plan.row.turned


cdef void reduction_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                         Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    cdef Reduction plan = (<const Reduction *>data)[0]
    cdef int inputs = plan.row.inputs, at = inputs + OPTIONS * plan.row.options, k
    cdef const Py_ssize_t *cores = steps + at + max(plan.row.results, 1)
    cdef softmax_settings settings
    cdef int64_t given
    cdef Call call
    settings.temperature, settings.strict = 1, False
    set_operands(&plan, &call, dims[0], dims[1], args, steps, cores, 0)
    call.settings, call.n_results = &settings, plan.row.results
    for k in range(plan.row.results):
        call.results[k], call.result_steps[k] = args[at + k], steps[at + k]
    if plan.row.results == 0:
        call.output, call.step, call.core = args[at], steps[at], cores[inputs + plan.row.options]
    if plan.row.options:
        given = (<int64_t *>args[inputs + 4])[0]
        call.mask, call.mask_step, call.mask_core = args[inputs], steps[inputs], cores[inputs]
        if call.mask_step == 0 and call.mask_core == 0 and call.mask[0]:
            call.mask = NULL
        call.lengths, call.length_step = args[inputs + 1], steps[inputs + 1]
        if call.length_step == 0 and (<int64_t *>call.lengths)[0] >= call.n:
            call.lengths = NULL
        if given & SINKS:
            call.sinks, call.sink_step = args[inputs + 2], steps[inputs + 2]
        settings.temperature, settings.strict = (<double *>args[inputs + 3])[0], given & STRICT
        if plan.row.negated:
            settings.temperature = -settings.temperature
        if settings.temperature == 1:
            plan.row = plan.plain
    advance(&call, first)
    reduce_axes(&plan, &call, last - first, workspace)


cdef void reduction_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of axes."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef int operands = plan.row.inputs + OPTIONS * plan.row.options + max(plan.row.results, 1)
    cdef bint along = steps[operands] == plan.format.stored
    run(reduction_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LINE // plan.format.computed)


# ---- segments of an axis: each is one of its own ----------------------------------------------------------------------------

# Of a call with segments: their first elements and their lengths, behind the inputs, and of the axis the arrays.
ctypedef struct Segments:
    Call whole
    const char *starts
    const char *lengths
    Py_ssize_t start_step, length_step


cdef inline Py_ssize_t start_of(const Segments *all, Py_ssize_t segment) noexcept nogil:
    return (<const int64_t *>(all.starts + segment * all.start_step))[0]


cdef inline Py_ssize_t size_of_segment(const Segments *all, Py_ssize_t segment) noexcept nogil:
    return (<const int64_t *>(all.lengths + segment * all.length_step))[0]


cdef void reduce_short(const Reduction *plan, const Segments *all, Py_ssize_t first, Py_ssize_t count, Py_ssize_t longest,
                       Workspace *workspace) noexcept nogil:
    """Neighbouring segments, as rows of the longest one's length that are filled up with what changes nothing."""
    cdef const Format *format = &plan.format
    cdef Reduction of_numbers = plan[0]
    cdef Call call = all.whole
    cdef Py_ssize_t size = format.computed, pitch = longest * size, i, n
    cdef char *row
    cdef int k
    of_numbers.format.load = of_numbers.format.store = NULL
    of_numbers.format.stored = format.computed
    for k in range(call.inputs):
        for i in range(count):
            n, row = size_of_segment(all, first + i), workspace.scratch + (k * count + i) * pitch
            numbers_of(format, call.input[k] + start_of(all, first + i) * call.cores[k], call.cores[k], n, row, workspace.stage)
            assign(<int>size, row, n, longest - n, plan.row.padding[k])
        call.input[k], call.steps[k], call.cores[k] = workspace.scratch + k * count * pitch, pitch, size
    call.n, call.across = longest, True
    call.output, call.step, call.core = workspace.scratch, pitch, size
    reduce_columns(&of_numbers, &call, count, workspace)
    for i in range(count):
        put_numbers(format, workspace.scratch + i * pitch, size_of_segment(all, first + i),
                    all.whole.output + start_of(all, first + i) * all.whole.core, all.whole.core, workspace.stage)


cdef void reduce_long(const Reduction *plan, const Segments *all, Py_ssize_t segment, Workspace *workspace) noexcept nogil:
    cdef Call call = all.whole
    cdef Py_ssize_t start = start_of(all, segment)
    cdef int k
    call.n, call.across = size_of_segment(all, segment), False
    call.output += start * call.core
    for k in range(call.inputs):
        call.input[k] += start * call.cores[k]
    reduce_axes(plan, &call, 1, workspace)


cdef void segment_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                       Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """The outer dimension counts the segments of all axes."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef Segments all
    cdef int inputs = plan.row.inputs, k
    cdef const Py_ssize_t *cores = steps + inputs + 3
    cdef Py_ssize_t room = (SCRATCH - 2 * LINE) // inputs // plan.format.computed
    cdef Py_ssize_t axis, segment, count, longest, n
    cdef softmax_settings settings
    settings.temperature, settings.strict = 1, False
    all.start_step, all.length_step = cores[inputs], cores[inputs + 1]
    while first < last:
        axis, segment = first // dims[2], first % dims[2]
        set_operands(plan, &all.whole, 1, plan.row.turned, args, steps, cores, 0)
        all.whole.settings = &settings
        all.whole.output, all.whole.core = args[inputs + 2] + axis * steps[inputs + 2], cores[inputs + 2]
        all.starts, all.lengths = args[inputs] + axis * steps[inputs], args[inputs + 1] + axis * steps[inputs + 1]
        for k in range(inputs):
            all.whole.input[k] += axis * steps[k]
        count, longest = 0, 1
        while count < min(last - first, dims[2] - segment, <Py_ssize_t>AT_ONCE):
            n = size_of_segment(&all, segment + count)
            if n > plan.row.turned or max(longest, n) * (count + 1) > room:
                break
            count, longest = count + 1, max(longest, n)
        if count:
            reduce_short(plan, &all, segment, count, longest, workspace)
        else:
            reduce_long(plan, &all, segment, workspace)
        first += max(count, <Py_ssize_t>1)


cdef void segment_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    cdef Py_ssize_t[3] segments = [dims[0] * dims[2], dims[1], dims[2]]
    run(segment_part, data, args, segments, steps, dims[0] * dims[1], 1)
