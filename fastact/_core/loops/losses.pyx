"""Cross-entropy from logits: the passes of softmax, one more where targets are spread over classes, and the gradient with them.

The target of a row is a mass on one class, `index`, and masses b = w*(f*y + c) on all: targets y, smoothed and weighted.
With A their sum and p = softmax(x) the loss is A*log(sum(exp(x))) - sum(b*x), its gradient A*p - b.
"""

from libc.math cimport INFINITY, expm1
from libc.stdint cimport int64_t

from fastact._core.kernels cimport (
    DOT, DOT_LOW, LANE_COUNT, LOG_SUM, MASS, MASS_LOW, MAXIMUM, SECTION, STEP, STRIP, fold_kernel, loss_kernels)
from fastact._core.loops.operands cimport Format, Operand, block_of, copy_elements, fetch, operand, place, put, whole
from fastact._core.loops.columns cimport assign, columns_at_once, depth, gather, number_of, scatter, worth_turning
from fastact._core.loops.parallel cimport run
from fastact._core.loops.workspace cimport BLOCK_BYTES, GATHERED, Workspace

cdef enum:
    NO_INDEX = -1          # a row without such a class
    IGNORED = -2           # a row whose loss and gradient are 0, whatever stands there
    SPREAD = 1             # the flag of a call with masses on all classes

# For functions/losses.py: the classes of such rows, and the flag.
no_index, ignored, spread = NO_INDEX, IGNORED, SPREAD

# The operands of a call, from the outer index at which a part of it is; what the rows share.
ctypedef struct LossCall:
    Py_ssize_t n
    char *inputs[3]        # logits, targets, weights
    Py_ssize_t steps[3]
    Py_ssize_t cores[3]
    char *indices
    Py_ssize_t index_step
    char *masses           # on the index
    Py_ssize_t mass_step
    double f, c, scale
    bint spread
    char *loss
    Py_ssize_t loss_step
    char *grad
    Py_ssize_t grad_step, grad_core

# What of a row its passes leave to the end.
ctypedef struct Target:
    int64_t index
    double mass            # on it
    double logit           # there
    double spread          # the mass there of those on all


cdef inline double number_at(const Format *format, const char *source) noexcept nogil:
    cdef char stage[STEP * 2]
    cdef char number[STEP * 4]
    if format.load == NULL:
        return (<const float *>source)[0] if format.stored == 4 else (<const double *>source)[0]
    copy_elements(2, source, 0, stage, 2, STEP)
    format.load(STEP, stage, number)
    return (<const float *>number)[0]


cdef inline void put_number(const Format *format, char *target, double value) noexcept nogil:
    cdef char stage[STEP * 2]
    cdef char number[STEP * 4]
    if format.store == NULL:
        assign(format.stored, target, 0, 1, value)
        return
    assign(4, number, 0, STEP, value)
    format.store(STEP, number, stage)
    copy_elements(2, stage, 2, target, 2, 1)


cdef inline Target target_of(const Loss *plan, const LossCall *call, Py_ssize_t column) noexcept nogil:
    """Read before a gradient in place overwrites the logits."""
    cdef Target made
    cdef double at[3]
    cdef int k
    made.index = (<const int64_t *>(call.indices + column * call.index_step))[0]
    made.mass = made.logit = made.spread = 0
    if made.index < 0:
        return made
    made.mass = (<const double *>(call.masses + column * call.mass_step))[0]
    for k in range(3):
        at[k] = number_at(&plan.format, call.inputs[k] + column * call.steps[k] + made.index * call.cores[k])
    made.logit = at[0]
    if call.spread:
        made.spread = at[2] * (call.f * at[1] + call.c)
    return made


cdef void finish_loss(const Loss *plan, const LossCall *call, Py_ssize_t column, Target target, char *state) noexcept nogil:
    """The loss of a row; its section MASS becomes what the probabilities are multiplied with, MASS_LOW what the index gets."""
    cdef int size = plan.format.computed
    cdef double m = number_of(size, state, MAXIMUM, column), log_sum = number_of(size, state, LOG_SUM, column)
    cdef double others = 0, dot = 0, distance = 0 if target.logit == m else m - target.logit
    if call.spread:
        others = number_of(size, state, MASS, column)
        dot = number_of(size, state, DOT, column)
        if dot < INFINITY:
            others += number_of(size, state, MASS_LOW, column)
            dot += number_of(size, state, DOT_LOW, column)
    if target.mass:
        dot += target.mass * distance
    (<double *>(call.loss + column * call.loss_step))[0] = call.scale * ((target.mass + others) * log_sum + dot)
    assign(size, state, MASS * SECTION + column, 1, call.scale * (target.mass + others))
    target.logit = (target.mass + others) * expm1(-(distance + log_sum)) + (others - target.spread)
    assign(size, state, MASS_LOW * SECTION + column, 1, call.scale * target.logit)


cdef inline char *grad_at(const LossCall *call, Py_ssize_t column, Py_ssize_t i) noexcept nogil:
    return call.grad + column * call.grad_step + i * call.grad_core


cdef void ignore_row(const Loss *plan, const LossCall *call, Py_ssize_t column) noexcept nogil:
    cdef Py_ssize_t i
    (<double *>(call.loss + column * call.loss_step))[0] = 0
    if plan.graded:
        for i in range(call.n):
            put_number(&plan.format, grad_at(call, column, i), 0)


cdef void loss_row(const Loss *plan, const LossCall *call, Workspace *workspace) noexcept nogil:
    """One row, in blocks."""
    cdef const Format *format = &plan.format
    cdef const loss_kernels *kernels = plan.kernels
    cdef Operand operands[4]
    cdef const void *inputs[2]
    cdef const void *logits
    cdef Py_ssize_t strides[2]
    cdef Py_ssize_t i, count, lanes
    cdef int k, p, size = format.computed
    cdef bint kept = plan.graded and format.load == NULL, direct
    cdef double none = -INFINITY, nothing = 0, f, c
    cdef char *masses = workspace.operands + 4 * BLOCK_BYTES
    cdef char *state = workspace.state
    cdef Target target = target_of(plan, call, 0)
    if target.index == IGNORED:
        ignore_row(plan, call, 0)
        return
    strides[0] = strides[1] = LANE_COUNT
    for k in range(3):
        operands[k] = operand(format, call.inputs[k], call.cores[k], workspace.operands + k * BLOCK_BYTES, workspace.stage)
    operands[3] = operand(format, call.grad, call.grad_core, workspace.operands + 3 * BLOCK_BYTES, workspace.stage)
    direct = operands[0].direct and (operands[3].direct or not plan.graded) and not call.spread
    plan.start(1, state)
    for p in range(3 + plan.graded):  # the maximum, the masses, the exponentials, the gradient
        if p == 1 and call.spread:
            kernels.start_masses(1, state)
        i = 0
        while i < call.n and (p != 1 or call.spread):
            count = block_of(call.n - i, direct, size)
            lanes = whole(count) // LANE_COUNT
            if p < 3 or not kept:
                inputs[0] = logits = fetch(format, &operands[0], i, count, &none)
            if call.spread and p & 1:
                f = call.f if p == 1 else call.scale * call.f
                c = call.c if p == 1 else call.scale * call.c
                kernels.make_masses(whole(count), fetch(format, &operands[1], i, count, NULL),
                                    fetch(format, &operands[2], i, count, NULL), &f, &c, masses)
                assign(size, masses, count, whole(count) - count, nothing)
                inputs[1] = masses
            else:
                inputs[1] = inputs[0]
            if p == 0:
                kernels.maximum.fold(lanes, LANE_COUNT, 1, inputs, strides, state, i)
            elif p == 1:
                kernels.masses.fold(lanes, LANE_COUNT, 1, inputs, strides, state, i)
            elif p == 2 and kept:
                inputs[1] = place(format, &operands[3], i, count)
                kernels.keep(lanes, LANE_COUNT, 1, inputs, strides, state, i)
                put(format, &operands[3], i, count)
            elif p == 2:
                kernels.exponentials.fold(lanes, LANE_COUNT, 1, inputs, strides, state, i)
            else:
                if kept:
                    inputs[0] = fetch(format, &operands[3], i, count, NULL)
                else:
                    kernels.map_exponentials(lanes, LANE_COUNT, inputs, strides, operands[3].buffer, LANE_COUNT, state)
                    inputs[0] = operands[3].buffer
                (kernels.map_masses if call.spread else kernels.map)(
                    lanes, LANE_COUNT, inputs, strides, place(format, &operands[3], i, count), LANE_COUNT, state)
                put(format, &operands[3], i, count)
            i += count
        if p == 0:
            kernels.maximum.join(1, state)
        elif p == 1 and call.spread:
            kernels.masses.join(1, state)
        elif p == 2:
            kernels.exponentials.join(1, state)
            finish_loss(plan, call, 0, target, state)
            assign(size, state, MASS * SECTION + 1, LANE_COUNT - 1, number_of(size, state, MASS, 0))
    if plan.graded and target.index >= 0:
        put_number(format, grad_at(call, 0, target.index), number_of(size, state, MASS_LOW, 0))


cdef void loss_columns(const Loss *plan, const LossCall *call, Py_ssize_t width, Workspace *workspace) noexcept nogil:
    """`width` columns, gathered in blocks of rows; where one block holds them, the logits are gathered once."""
    cdef const Format *format = &plan.format
    cdef const loss_kernels *kernels = plan.kernels
    cdef char *state = workspace.state
    cdef Target targets[STRIP]
    cdef const void *inputs[2]
    cdef char *gathered[4]
    cdef Py_ssize_t strides[2]
    cdef int k, p, size = format.computed
    cdef Py_ssize_t block, first, rows, pitch = whole(width), deep = depth(size, pitch), column
    cdef bint once = call.n <= deep
    cdef double f, c
    cdef fold_kernel *fold
    for k in range(4):
        gathered[k] = workspace.operands + k * GATHERED
    strides[0] = strides[1] = pitch
    for column in range(width):
        targets[column] = target_of(plan, call, column)
    plan.start(pitch, state)
    for p in range(3 + plan.graded):
        if p == 1 and not call.spread:
            continue
        if p == 1:
            kernels.start_masses(pitch, state)
        for block in range((call.n + deep - 1) // deep):
            first = block * deep
            rows = min(deep, call.n - first)
            if p == 0 or not once:
                gather(format, call.inputs[0] + first * call.cores[0], call.cores[0], call.steps[0], rows, width, pitch,
                       gathered[0], workspace)
            if call.spread and p & 1:
                for k in range(1, 3):
                    gather(format, call.inputs[k] + first * call.cores[k], call.cores[k], call.steps[k], rows, width, pitch,
                           gathered[k], workspace)
                f = call.f if p == 1 else call.scale * call.f
                c = call.c if p == 1 else call.scale * call.c
                kernels.make_masses(rows * pitch, gathered[1], gathered[2], &f, &c, gathered[1])
            if p == 3:
                inputs[0] = gathered[0]
                inputs[1] = gathered[1]
                kernels.map_exponentials(rows, pitch, inputs, strides, gathered[3], pitch, state)
                inputs[0] = gathered[3]
                (kernels.map_masses if call.spread else kernels.map)(rows, pitch, inputs, strides, gathered[3], pitch, state)
                scatter(format, gathered[3], pitch, call.grad + first * call.grad_core, call.grad_core, call.grad_step, rows,
                        width, workspace)
                continue
            fold = kernels.maximum.fold if p == 0 else kernels.masses.fold if p == 1 else kernels.exponentials.fold
            for k in range(2):
                inputs[k] = gathered[k if p == 1 else 0]
            fold(rows, pitch, LANE_COUNT, inputs, strides, state, first)
        if p == 0:
            kernels.maximum.join(pitch, state)
        elif p == 1:
            kernels.masses.join(pitch, state)
        elif p == 2:
            kernels.exponentials.join(pitch, state)
            for column in range(width):
                finish_loss(plan, call, column, targets[column], state)
    for column in range(width):
        if targets[column].index == IGNORED:
            ignore_row(plan, call, column)
        elif plan.graded and targets[column].index >= 0:
            put_number(format, grad_at(call, column, targets[column].index), number_of(size, state, MASS_LOW, column))


cdef void loss_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                    Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    cdef const Loss *plan = <const Loss *>data
    cdef LossCall call
    cdef Py_ssize_t width
    cdef int k
    cdef const Py_ssize_t *core = steps + 10 + plan.graded
    call.n = dims[1]
    call.f, call.c, call.scale = (<double *>args[5])[0], (<double *>args[6])[0], (<double *>args[7])[0]
    call.spread = (<int64_t *>args[8])[0] & SPREAD
    call.index_step, call.mass_step, call.loss_step, call.grad_step = steps[3], steps[4], steps[9], 0
    call.grad, call.grad_core = NULL, 0
    if plan.graded:
        call.grad_step, call.grad_core = steps[10], core[3]
    for k in range(3):
        call.steps[k] = steps[k]
        call.cores[k] = core[k]
    cdef bint columns = worth_turning(&plan.format, call.n, args[0], call.cores[0], call.steps[0])
    columns = 0 < call.n and (columns or max(call.steps[0], -call.steps[0]) < max(call.cores[0], -call.cores[0]))
    while first < last:
        for k in range(3):
            call.inputs[k] = args[k] + first * steps[k]
        call.indices = args[3] + first * steps[3]
        call.masses = args[4] + first * steps[4]
        call.loss = args[9] + first * steps[9]
        if plan.graded:
            call.grad = args[10] + first * steps[10]
        width = columns_at_once(&plan.format, call.n, last - first) if columns else 1
        if width > 1:
            loss_columns(plan, &call, width, workspace)
        else:
            loss_row(plan, &call, workspace)
        first += width


cdef void loss_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    cdef const Loss *plan = <const Loss *>data
    cdef bint along = steps[10 + plan.graded] == plan.format.stored
    run(loss_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else STRIP)
