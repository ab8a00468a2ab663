"""Cross-entropy from logits: of each axis its class and what weighs on it, and the gradient at that class."""

from libc.stdint cimport int64_t
from libc.string cimport memset

from fastact._core.kernels cimport LINE, STEP, cross_entropy_settings
from fastact._core.loops.operands cimport Format, assign, numbers_of, put_numbers
from fastact._core.loops.parallel cimport run
from fastact._core.loops.reduction_calls cimport Call, Reduction, advance
from fastact._core.loops.reductions cimport reduce_axes, set_operands
from fastact._core.loops.workspace cimport Workspace

cdef enum:
    NO_INDEX = -1          # an axis without such a class
    IGNORED = -2           # an axis whose loss and gradient are 0, whatever stands there
    SPREAD = 1             # the flag of a call with masses on all classes

# For functions/losses.py: the classes of such axes, and the flag.
no_index, ignored, spread = NO_INDEX, IGNORED, SPREAD

ctypedef struct LossCall:
    Call call
    char *inputs[3]        # logits, targets, weights; of the first axis
    Py_ssize_t steps[3]
    Py_ssize_t cores[3]
    char *indices
    Py_ssize_t index_step
    char *masses           # on the index
    Py_ssize_t mass_step
    char *losses
    Py_ssize_t loss_step
    bint spread
    cross_entropy_settings settings


cdef inline double number_at(const Format *format, const char *source) noexcept nogil:
    cdef char stage[STEP * 2]
    cdef char number[STEP * 8]
    if format.load == NULL:
        return (<const float *>source)[0] if format.computed == 4 else (<const double *>source)[0]
    memset(stage, 0, STEP * 2)
    numbers_of(format, source, format.stored, 1, number, stage)
    return (<float *>number)[0]


cdef inline void put_number(const Format *format, char *target, double value) noexcept nogil:
    cdef char stage[STEP * 2]
    cdef char number[STEP * 8]
    if format.store == NULL:
        assign(format.computed, target, 0, 1, value)
        return
    assign(format.computed, number, 0, STEP, value)
    put_numbers(format, number, 1, target, format.stored, stage)


cdef void find_classes(const Reduction *plan, Call *given, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """What is read at the classes, before a gradient in place is written over the logits."""
    cdef LossCall *call = <LossCall *>given
    cdef double *logits = <double *>workspace.classes[0]
    cdef double *masses = <double *>workspace.classes[1]
    cdef double *shares = <double *>workspace.classes[2]
    cdef double at[3]
    cdef Py_ssize_t i, axis
    cdef int64_t index
    cdef int k
    memset(workspace.classes, 0, sizeof(workspace.classes))
    for i in range(count):
        axis = given.first + i
        index = (<const int64_t *>(call.indices + axis * call.index_step))[0]
        if index < 0:
            continue
        for k in range(3 if call.spread else 1):
            at[k] = number_at(&plan.format, call.inputs[k] + axis * call.steps[k] + index * call.cores[k])
        logits[i], masses[i] = at[0], (<const double *>(call.masses + axis * call.mass_step))[0]
        if call.spread:
            shares[i] = at[2] * (call.settings.f * at[1] + call.settings.c)
    call.settings.logits, call.settings.masses, call.settings.shares = logits, masses, shares


cdef void put_classes(const Reduction *plan, Call *given, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """The losses, and the gradients at the classes."""
    cdef LossCall *call = <LossCall *>given
    cdef Py_ssize_t i, k, axis
    cdef int64_t index
    cdef char *slopes = workspace.results[1]
    cdef int size = plan.format.computed
    cdef double loss, slope
    for i in range(count):
        axis = given.first + i
        index = (<const int64_t *>(call.indices + axis * call.index_step))[0]
        loss = 0 if index == IGNORED else (<double *>workspace.results[0])[i]
        (<double *>(call.losses + axis * call.loss_step))[0] = loss
        if given.output == NULL:
            continue
        if index == IGNORED:
            for k in range(given.n):
                put_number(&plan.format, given.output + i * given.step + k * given.core, 0)
        elif index >= 0:
            slope = (<float *>slopes)[i] if size == 4 else (<double *>slopes)[i]
            put_number(&plan.format, given.output + i * given.step + index * given.core, slope)


cdef void loss_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                    Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    cdef Reduction plan = (<const Reduction *>data)[0]
    cdef const Py_ssize_t *cores = steps + 10 + plan.graded
    cdef LossCall call
    cdef int k
    memset(&call, 0, sizeof(LossCall))
    call.spread = (<int64_t *>args[8])[0] & SPREAD
    if call.spread:
        plan.row = plan.plain
    set_operands(&plan, &call.call, dims[0], dims[1], args, steps, cores, 0)
    call.call.settings = &call.settings
    call.call.prepare, call.call.complete = find_classes, put_classes
    for k in range(3):
        call.inputs[k], call.steps[k], call.cores[k] = args[k], steps[k], cores[k]
    call.indices, call.index_step = args[3], steps[3]
    call.masses, call.mass_step = args[4], steps[4]
    call.settings.f, call.settings.c = (<double *>args[5])[0], (<double *>args[6])[0]
    call.settings.scale = (<double *>args[7])[0]
    call.losses, call.loss_step = args[9], steps[9]
    if plan.graded:
        call.call.output, call.call.step, call.call.core = args[10], steps[10], cores[3]
    advance(&call.call, first)
    reduce_axes(&plan, &call.call, last - first, workspace)


cdef void loss_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    cdef const Reduction *plan = <const Reduction *>data
    cdef bint along = steps[10 + plan.graded] == plan.format.stored
    run(loss_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LINE // plan.format.computed)
