"""Reductions along an axis: softmax and its kin, losses, projections, each a row of kernels, all by one walk.

Axes that are in memory as the kernels take them go to these at once, many in a call; others that fit the workspace are gathered
there: long ones as rows, short ones and those across memory as columns.  What fits no workspace comes in blocks.
"""

from libc.stdint cimport int64_t, uintptr_t
from libc.string cimport memchr, memcpy, memset

from fastact._core.kernels cimport IN_ROWS, INPUTS, LINE, RESULTS, STEP, TOGETHER, batch, reduction, softmax_settings, strip
from fastact._core.loops.operands cimport Format, assign, copy_elements, numbers_of, put_numbers, whole
from fastact._core.loops.parallel cimport run
from fastact._core.loops.reduction_calls cimport Call, Reduction, advance, length_of, longest, offset_of
from fastact._core.loops.workspace cimport AT_ONCE, CACHED, GATHERED, ROOM, Workspace

cdef enum:
    STRICT = 1             # the flags of a call with options
    SINKS = 2              # it has sinks
    OPTIONS = 5            # operands: what counts, lengths, sinks, temperature, flags
    LONG = 65536           # elements of an axis that stay in the second cache, with its results

flags = {"strict": STRICT, "sinks": SINKS}  # for functions/axes.py


# ---- axes that are in memory as the kernels take them -----------------------------------------------------------------------

cdef void start_batch(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace, batch *made) noexcept nogil:
    """All of a batch but where its elements are; results of axes go to the workspace."""
    cdef int k
    memset(made, 0, sizeof(batch))
    if call.prepare != NULL:
        call.prepare(plan, call, count, workspace)
    made.n, made.along, made.n_inputs = call.n, not call.across, call.inputs
    made.count = (count * plan.format.computed + LINE - 1) // LINE if call.across else count
    made.padding = &plan.row.padding[0]
    made.hidden = plan.row.hidden
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


cdef inline bint lies(const Call *call, Py_ssize_t step, Py_ssize_t core, int size) noexcept nogil:
    """Whether elements are neighbours of one another, or across memory of those of the other axes, at whole numbers."""
    if call.across:
        return step == size and core != size and core % size == 0
    return core == size and step % size == 0


cdef bint is_direct(const Reduction *plan, const Call *call) noexcept nogil:
    cdef int size = plan.format.computed, k
    cdef bint direct = plan.format.load == NULL and call.n > 0 and not (call.across and call.lengths != NULL)
    for k in range(call.inputs):
        direct = direct and lies(call, call.steps[k], call.cores[k], size)
    if call.output != NULL:
        direct = direct and lies(call, call.step, call.core, size)
    if call.mask != NULL:
        direct = direct and plan.row.marks and 1 == (call.mask_step if call.across else call.mask_core)
    return direct


cdef void reduce_direct(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    cdef int size = plan.format.computed, k
    cdef Py_ssize_t columns = LINE // size, i
    cdef int64_t lengths[AT_ONCE]
    cdef batch made
    start_batch(plan, call, count, workspace, &made)
    for k in range(call.inputs):
        made.inputs[k] = call.input[k]
        made.steps[k] = call.cores[k] // size if call.across else columns
        made.apart[k] = columns if call.across else call.steps[k] // size
    if call.output != NULL:
        made.output = call.output
        made.output_step = call.core // size if call.across else columns
        made.output_apart = columns if call.across else call.step // size
    made.marks = <const unsigned char *>call.mask
    made.marks_step = call.mask_core if call.across else columns
    made.marks_apart = columns if call.across else call.mask_step
    if call.lengths != NULL:
        for i in range(count):
            lengths[i] = length_of(call, i)
        made.lengths = lengths
    plan.row.whole(&made)
    put_results(plan, call, count, workspace)


cdef void reduce_in_rows(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """Whole strips that are side by side in memory, as their results are."""
    cdef batch made
    memset(&made, 0, sizeof(batch))
    made.n, made.count = call.n, count * plan.format.computed // LINE
    made.inputs[0], made.steps[0] = call.input[0], call.cores[0] // plan.format.computed
    made.results[0], made.scratch = call.results[0], workspace.scratch
    plan.row.in_rows(&made)


# ---- axes that are gathered -------------------------------------------------------------------------------------------------

# Elements of axes, from number `first` on, as lines of the workspace: each is an axis, or, where axes lie side by side, all
# elements of one number.
ctypedef struct Lines:
    Py_ssize_t first
    bint of_axes
    Py_ssize_t count, width, pitch


cdef inline Lines lines_of(const Call *call, Py_ssize_t first, Py_ssize_t n, Py_ssize_t count) noexcept nogil:
    cdef Lines made
    made.first, made.of_axes = first, not call.beside
    made.count, made.width = (count, n) if made.of_axes else (n, count)
    made.pitch = whole(made.width)
    return made


cdef inline Py_ssize_t end_of(const Lines *lines) noexcept nogil:
    """Elements of all lines, in whole steps of a kernel."""
    return whole(lines.count * lines.pitch)


cdef bint mark_lines(const Call *call, const Lines *lines, unsigned char *marks) noexcept nogil:
    """What counts, a byte for each element, but for the lengths of lines of axes, which gather_axes() sees to; whether there is
    anything that does not."""
    cdef const unsigned char *mask = <const unsigned char *>call.mask
    cdef Py_ssize_t step = call.mask_step if lines.of_axes else call.mask_core
    cdef Py_ssize_t core = call.mask_core if lines.of_axes else call.mask_step
    cdef Py_ssize_t line, i
    cdef bint by_length = call.lengths != NULL and not lines.of_axes
    cdef unsigned char *of_line
    if mask == NULL and not by_length:
        return False
    if mask != NULL:
        mask += lines.first * call.mask_core
    memset(marks, 1, end_of(lines))
    if not by_length and core == 1 and step == lines.pitch == lines.width:
        memcpy(marks, mask, lines.count * lines.width)
        return memchr(marks, 0, end_of(lines)) != NULL
    for line in range(lines.count):
        of_line = marks + line * lines.pitch
        if mask != NULL and core == 1:
            memcpy(of_line, mask + line * step, lines.width)
        elif mask != NULL:
            for i in range(lines.width):
                of_line[i] = mask[line * step + i * core]
        if by_length:
            for i in range(lines.width):
                of_line[i] = of_line[i] if lines.first + line < length_of(call, i) else 0
    return memchr(marks, 0, end_of(lines)) != NULL


cdef void gather_few(const Format *format, const Lines *lines, const char *source, Py_ssize_t step, Py_ssize_t core,
                     char *target, char *stage) noexcept nogil:
    """Elements of few axes, which are shorter than a line: axis by axis, which are fewer, and zeros beyond them."""
    cdef Py_ssize_t first = 0, now, i, pitch = lines.pitch * format.stored
    cdef Py_ssize_t at_once = lines.count if format.load == NULL else GATHERED // pitch
    cdef char *stored
    while first < lines.count:
        now = min(at_once, lines.count - first)
        stored = target if format.load == NULL else stage
        memset(stored, 0, now * pitch)
        for i in range(lines.width):
            copy_elements(format.stored, source + first * step + i * core, step, stored + i * format.stored, pitch, now)
        if format.load != NULL:
            format.load(now * lines.pitch, stage, target + first * lines.pitch * format.computed)
        first += now


cdef void scatter_few(const Format *format, const Lines *lines, const char *source, char *target, Py_ssize_t step,
                      Py_ssize_t core, char *stage) noexcept nogil:
    """The way back."""
    cdef Py_ssize_t first = 0, now, i, pitch = lines.pitch * format.stored
    cdef Py_ssize_t at_once = lines.count if format.store == NULL else GATHERED // pitch
    cdef const char *stored
    while first < lines.count:
        now = min(at_once, lines.count - first)
        stored = source if format.store == NULL else stage
        if format.store != NULL:
            format.store(now * lines.pitch, source + first * lines.pitch * format.computed, stage)
        for i in range(lines.width):
            copy_elements(format.stored, stored + i * format.stored, pitch, target + first * step + i * core, step, now)
        first += now


cdef void gather_axes(const Format *format, const Call *call, const Lines *lines, int k, double padding, char *target,
                      char *stage) noexcept nogil:
    """Input k as numbers; behind the length of an axis, where lines are of axes, is padding."""
    cdef Py_ssize_t step = call.steps[k] if lines.of_axes else call.cores[k]
    cdef Py_ssize_t core = call.cores[k] if lines.of_axes else call.steps[k]
    cdef Py_ssize_t size = format.computed, n = lines.width, line
    cdef const char *source = call.input[k] + lines.first * call.cores[k]
    cdef bint ragged = lines.of_axes and call.lengths != NULL
    cdef char *to
    if not ragged and core == format.stored and step == n * core and n == lines.pitch:
        numbers_of(format, source, core, lines.count * n, target, stage)
        return
    if not lines.of_axes and n < STEP:
        gather_few(format, lines, source, step, core, target, stage)
        return
    for line in range(lines.count):
        to = target + line * lines.pitch * size
        if ragged:
            n = min(lines.width, length_of(call, line) - lines.first)
        numbers_of(format, source + offset_of(call, line, step, core), core, n, to, stage)
        if ragged:
            assign(<int>size, to, n, lines.width - n, padding)
        if not lines.of_axes:
            memset(to + n * size, 0, (lines.pitch - n) * size)


cdef void scatter_axes(const Format *format, const Call *call, const Lines *lines, const char *source,
                       char *stage) noexcept nogil:
    """The way back."""
    cdef Py_ssize_t step = call.step if lines.of_axes else call.core
    cdef Py_ssize_t core = call.core if lines.of_axes else call.step
    cdef Py_ssize_t n = lines.width, line
    cdef char *target = call.output + lines.first * call.core
    if call.starts == NULL and core == format.stored and step == n * core and n == lines.pitch:
        put_numbers(format, source, lines.count * n, target, core, stage)
        return
    if not lines.of_axes and n < STEP:
        scatter_few(format, lines, source, target, step, core, stage)
        return
    for line in range(lines.count):
        if call.starts != NULL:
            n = length_of(call, line)
        put_numbers(format, source + line * lines.pitch * format.computed, n, target + offset_of(call, line, step, core), core,
                    stage)


cdef void put_hidden(const Reduction *plan, const Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """The results behind the lengths of axes."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t i, n
    if call.lengths == NULL or call.starts != NULL:
        return
    assign(format.computed, workspace.numbers, 0, STEP, plan.row.hidden)
    if format.store != NULL:
        format.store(STEP, workspace.numbers, workspace.numbers)
    for i in range(count):
        n = length_of(call, i)
        copy_elements(format.stored, workspace.numbers, 0, call.output + i * call.step + n * call.core, call.core, call.n - n)


cdef inline bint is_turned(const Format *format, const char *data, Py_ssize_t core, Py_ssize_t step) noexcept nogil:
    """Whether rows in memory can be turned into columns, or back, where they are."""
    return format.load == NULL and core == format.stored and (step | <Py_ssize_t><uintptr_t>data) % core == 0


cdef inline bint is_flat(const Format *format, const Call *call, const Lines *lines, Py_ssize_t core,
                         Py_ssize_t step) noexcept nogil:
    """Whether axes are in memory one after another as they are in the workspace, and end with a whole step of a kernel."""
    return (lines.of_axes and format.load == NULL and call.lengths == NULL and core == format.stored
            and step == lines.width * core and lines.pitch == lines.width and lines.count * lines.width % STEP == 0)


cdef void reduce_gathered(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """What is behind the longest axis is left out: it would change no bit."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t size = format.computed, n = longest(call, count)
    cdef Lines lines = lines_of(call, 0, n, count)
    cdef bint turned = lines.of_axes and call.across, hidden, in_place
    cdef Py_ssize_t room = ROOM // call.inputs & -LINE, pitch = whole(count) if call.across else lines.pitch
    cdef char *numbers = workspace.operands
    cdef char *gathered = numbers
    cdef batch made
    cdef int k
    if turned:
        lines.pitch = n
    hidden = mark_lines(call, &lines, workspace.marks)
    in_place = turned and not hidden and call.lengths == NULL
    start_batch(plan, call, count, workspace, &made)
    made.n = n
    for k in range(call.inputs - 1, -1, -1):
        numbers = workspace.operands + k * room
        gathered = numbers + room // 2 if turned else numbers
        made.inputs[k] = numbers
        made.steps[k] = pitch if call.across else LINE // size
        made.apart[k] = LINE // size if call.across else pitch
        if in_place and is_turned(format, call.input[k], call.cores[k], call.steps[k]):
            format.turn_in(n, count, call.input[k], call.steps[k] // size, numbers, pitch)
            continue
        if hidden and is_flat(format, call, &lines, call.cores[k], call.steps[k]):
            plan.hide(end_of(&lines), call.input[k], workspace.marks, &plan.row.padding[k], gathered)
        else:
            gather_axes(format, call, &lines, k, plan.row.padding[k], gathered, workspace.stage)
            if hidden:
                plan.hide(end_of(&lines), gathered, workspace.marks, &plan.row.padding[k], gathered)
        if turned:
            format.turn_in(n, count, gathered, n, numbers, pitch)
    if call.output != NULL:
        made.output, made.output_step, made.output_apart = numbers, made.steps[0], made.apart[0]
    plan.row.whole(&made)
    if call.output != NULL and in_place and is_turned(format, call.output, call.core, call.step):
        format.turn_out(n, count, numbers, pitch, call.output, call.step // size)
    elif call.output != NULL:
        if turned:
            format.turn_out(n, count, numbers, pitch, gathered, n)
        if hidden and is_flat(format, call, &lines, call.core, call.step):
            plan.hide(end_of(&lines), gathered, workspace.marks, &plan.row.hidden, call.output)
        else:
            if hidden:
                plan.hide(end_of(&lines), gathered, workspace.marks, &plan.row.hidden, gathered)
            scatter_axes(format, call, &lines, gathered, workspace.stage)
            put_hidden(plan, call, count, workspace)
    put_results(plan, call, count, workspace)


# ---- axes that come in blocks -----------------------------------------------------------------------------------------------

cdef void fold_sinks(const Reduction *plan, const Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """A sink is one more element, before the others."""
    cdef int size = plan.format.computed, columns = LINE // size
    cdef strip sinks
    memset(&sinks, 0, sizeof(strip))
    numbers_of(&plan.format, call.sinks, call.sink_step, count, workspace.sinks, workspace.stage)
    assign(size, workspace.sinks, count, TOGETHER * columns - count, plan.row.padding[0])
    sinks.rows, sinks.inputs[0], sinks.output = TOGETHER, workspace.sinks, workspace.operands + INPUTS * GATHERED
    sinks.steps[0] = sinks.output_step = columns
    plan.row.fold(&sinks, workspace.state, not call.across)


# Of one axis, or of the columns of one strip: so many of their elements at a time.
ctypedef struct Blocks:
    Py_ssize_t n, deep, count
    int columns
    Py_ssize_t axes


cdef inline Blocks blocks_of(const Reduction *plan, const Call *call, Py_ssize_t axes) noexcept nogil:
    cdef Blocks made
    made.axes, made.columns = axes, LINE // plan.format.computed
    made.n = call.n if call.across else length_of(call, 0)
    made.deep = GATHERED // (LINE if call.across else plan.format.computed)
    made.count = (made.n + made.deep - 1) // made.deep
    return made


cdef bint fetch_block(const Reduction *plan, const Call *call, const Blocks *blocks, Py_ssize_t number, Lines *lines,
                      Workspace *workspace, strip *made) noexcept nogil:
    """A block, of an axis along memory filled up to four whole rows, and its lines; whether some of it does not count."""
    cdef const Format *format = &plan.format
    cdef Py_ssize_t first = number * blocks.deep, n = min(blocks.deep, blocks.n - first)
    cdef Py_ssize_t unit = TOGETHER * blocks.columns, full = (n + unit - 1) // unit * unit
    cdef char *buffer
    cdef bint hidden
    cdef int k
    lines[0] = lines_of(call, first, n, blocks.axes)
    if call.across:
        lines.pitch = blocks.columns
    hidden = mark_lines(call, lines, workspace.marks)
    made.rows = n if call.across else full // blocks.columns
    for k in range(call.inputs):
        buffer = workspace.operands + k * GATHERED
        made.inputs[k], made.steps[k] = buffer, blocks.columns
        if format.load == NULL and not call.across and not hidden and call.cores[k] == format.stored and n == full:
            made.inputs[k] = call.input[k] + first * format.stored
            continue
        gather_axes(format, call, lines, k, plan.row.padding[k], buffer, workspace.stage)
        if hidden:
            plan.hide(end_of(lines), buffer, workspace.marks, &plan.row.padding[k], buffer)
        if not call.across:
            assign(format.computed, buffer, n, full - n, plan.row.padding[k])
    return hidden


cdef void reduce_blocks(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    cdef const reduction *row = plan.row
    cdef Blocks blocks = blocks_of(plan, call, count)
    cdef bint along = not call.across
    cdef void *results[RESULTS]
    cdef Py_ssize_t number
    cdef Lines lines
    cdef strip block
    cdef int k
    memset(&block, 0, sizeof(strip))
    block.output, block.output_step = workspace.operands + INPUTS * GATHERED, blocks.columns
    for k in range(RESULTS):
        results[k] = workspace.results[k]
    if call.prepare != NULL:
        call.prepare(plan, call, count, workspace)
    row.begin(workspace.state, call.settings, along)
    if call.sinks != NULL:
        fold_sinks(plan, call, count, workspace)
    while True:
        for number in range(blocks.count):
            fetch_block(plan, call, &blocks, number, &lines, workspace, &block)
            row.fold(&block, workspace.state, along)
        if not row.finish(workspace.state, along):
            break
        if call.sinks != NULL:
            fold_sinks(plan, call, count, workspace)
    row.report(workspace.state, results, along)
    if call.output != NULL:
        for number in range(blocks.count):
            map_block(plan, call, &blocks, number, workspace, &block)
        put_hidden(plan, call, count, workspace)
    put_results(plan, call, count, workspace)


cdef void map_block(const Reduction *plan, const Call *call, const Blocks *blocks, Py_ssize_t number, Workspace *workspace,
                    strip *block) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef char *buffer = workspace.operands + INPUTS * GATHERED
    cdef Lines lines
    cdef bint hidden = fetch_block(plan, call, blocks, number, &lines, workspace, block)
    cdef bint direct = (format.store == NULL and not call.across and not hidden and call.core == format.stored
                        and block.rows * blocks.columns == lines.width)
    block.output = call.output + lines.first * call.core if direct else buffer
    plan.row.map(block, workspace.state)
    if hidden:
        plan.hide(end_of(&lines), buffer, workspace.marks, &plan.row.hidden, buffer)
    if not direct:
        scatter_axes(format, call, &lines, buffer, workspace.stage)


# ---- a part of a call -------------------------------------------------------------------------------------------------------

cdef inline bint meets(const Call *call) noexcept nogil:
    """Whether the elements of a column would meet in few sets of the first cache: 64 rows of 1024 floats take 0.45 of the time
    when they are gathered (Zen 3)."""
    return call.across and call.cores[0] % 1024 == 0


cdef inline Py_ssize_t most_gathered(const Reduction *plan, const Call *call) noexcept nogil:
    """How many axes the workspace holds; 0: none.  Short ones come back from it while they are in the first cache, and where
    they have lengths, in one strip, which is as long as the longest of them."""
    cdef Py_ssize_t size = plan.format.computed, n = max(call.n, <Py_ssize_t>1)
    cdef Py_ssize_t room = (ROOM // call.inputs & -LINE) // size, cached = CACHED // call.inputs // size
    if not call.across:
        return (room - STEP) // whole(n)
    if call.beside:
        return room // n & -STEP
    if call.lengths != NULL:
        return STEP if n * STEP <= room // 2 - STEP else 0
    return max(cached // n & -STEP, <Py_ssize_t>STEP) if n * STEP <= room // 2 - STEP else 0


cdef void reduce_axes(const Reduction *plan, Call *call, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """What an axis is, a column or a row, does not depend on how many there are, or where: these have other sums."""
    cdef int columns = LINE // plan.format.computed
    cdef Py_ssize_t gathered = most_gathered(plan, call), now
    cdef bint direct = is_direct(plan, call) and (call.across or call.n <= LONG)
    cdef bint in_rows = direct and call.across and plan.row.in_rows != NULL and call.result_steps[0] == plan.format.computed
    direct = direct and not (meets(call) and gathered)
    while count > 0:
        now = min(count, call.at_once)
        if in_rows and count >= columns:
            now = min(count & -columns, <Py_ssize_t>IN_ROWS * columns)
            reduce_in_rows(plan, call, now, workspace)
        elif direct and (not call.across or now >= columns):
            now = now & -columns if call.across else now
            reduce_direct(plan, call, now, workspace)
        elif gathered:
            now = min(now, gathered)
            reduce_gathered(plan, call, now, workspace)
        else:
            now = min(now, <Py_ssize_t>columns) if call.across else 1
            reduce_blocks(plan, call, now, workspace)
        advance(call, now)
        count -= now


cdef inline Py_ssize_t size_of(Py_ssize_t step) noexcept nogil:
    return max(step, -step)


cdef void set_operands(const Reduction *plan, Call *call, Py_ssize_t count, Py_ssize_t n, char **args, const Py_ssize_t *steps,
                       const Py_ssize_t *cores, int first) noexcept nogil:
    """So many axes of n elements: the inputs, from argument `first` on; nothing else yet.

    Where axes lie shows the first input that differs between them and along them.  One whose elements are less than a line
    apart has few others beside it, and is a row: as columns, 5000 x 10 floats took twice as long (Zen 3)."""
    cdef int k, shows = 0
    memset(call, 0, sizeof(Call))
    call.n, call.inputs, call.at_once = n, plan.row.inputs, AT_ONCE
    for k in range(call.inputs):
        call.input[k], call.steps[k], call.cores[k] = args[first + k], steps[first + k], cores[k]
    while shows < call.inputs - 1 and (call.steps[shows] == 0 or call.cores[shows] == 0):
        shows += 1
    call.beside = (count > 1 and size_of(call.cores[shows]) >= LINE
                   and 0 < size_of(call.steps[shows]) < size_of(call.cores[shows]))
    call.across = call.beside or n <= plan.row.turned


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

cdef Py_ssize_t alike(const Call *call, Py_ssize_t most) noexcept nogil:
    """How many segments from the first on follow one another and are of one length."""
    cdef Py_ssize_t n = length_of(call, 0), start = offset_of(call, 0, 0, 1), count = 1
    while count < most and length_of(call, count) == n and offset_of(call, count, 0, 1) == start + count * n:
        count += 1
    return count


cdef Py_ssize_t short_ones(const Reduction *plan, const Call *call, Py_ssize_t most) noexcept nogil:
    """How many from the first on are short, and fit the workspace side by side."""
    cdef Py_ssize_t room = CACHED // call.inputs // plan.format.computed, width = 1, count = 0, n
    while count < min(most, <Py_ssize_t>AT_ONCE):
        n = length_of(call, count)
        if n > plan.row.turned or max(width, n) * whole(count + 1) > room:
            break
        count, width = count + 1, max(width, n)
    return count


cdef void segment_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                       Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """The outer dimension counts the segments of all axes; their first elements and lengths come behind the inputs."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef int inputs = plan.row.inputs, k
    cdef const Py_ssize_t *cores = steps + inputs + 3
    cdef Py_ssize_t axis, segment, left, count
    cdef softmax_settings settings
    cdef Call all, call
    settings.temperature, settings.strict = 1, False
    while first < last:
        axis, segment = first // dims[2], first % dims[2]
        left = min(last - first, dims[2] - segment)
        set_operands(plan, &all, 1, dims[1], args, steps, cores, 0)
        all.settings, all.across, all.beside = &settings, True, False
        all.output, all.core = args[inputs + 2] + axis * steps[inputs + 2], cores[inputs + 2]
        all.starts = args[inputs] + axis * steps[inputs] + segment * cores[inputs]
        all.lengths = args[inputs + 1] + axis * steps[inputs + 1] + segment * cores[inputs + 1]
        all.start_step, all.length_step = cores[inputs], cores[inputs + 1]
        for k in range(inputs):
            all.input[k] += axis * steps[k]
        call = all
        count = alike(&all, left)
        if count >= STEP or length_of(&all, 0) > plan.row.turned:
            call.n = length_of(&all, 0)
            call.starts, call.lengths, call.across = NULL, NULL, call.n <= plan.row.turned
            for k in range(inputs):
                call.input[k] += offset_of(&all, 0, 0, call.cores[k])
                call.steps[k] = call.n * call.cores[k]
            call.output += offset_of(&all, 0, 0, call.core)
            call.step = call.n * call.core
            reduce_axes(plan, &call, count, workspace)
        else:
            count = short_ones(plan, &all, left)
            reduce_gathered(plan, &call, count, workspace)
        first += count


cdef void segment_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    cdef Py_ssize_t[3] segments = [dims[0] * dims[2], dims[1], dims[2]]
    run(segment_part, data, args, segments, steps, dims[0] * dims[1], 1)
