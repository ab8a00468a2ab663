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


cdef double stored_at(const Format *format, const char *source) noexcept nogil:
    cdef char stage[STEP * 2]
    cdef char number[STEP * 8]
    memset(stage, 0, STEP * 2)
    numbers_of(format, source, format.stored, 1, number, stage)
    return (<float *>number)[0]


cdef void store_number(const Format *format, char *target, double value) noexcept nogil:
    cdef char stage[STEP * 2]
    cdef char number[STEP * 8]
    assign(format.computed, number, 0, STEP, value)
    put_numbers(format, number, 1, target, format.stored, stage)


cdef inline double number_at(const Format *format, const char *source) noexcept nogil:
    if format.load != NULL:
        return stored_at(format, source)
    return (<const float *>source)[0] if format.computed == 4 else (<const double *>source)[0]


cdef inline void put_number(const Format *format, char *target, double value) noexcept nogil:
    if format.store != NULL:
        store_number(format, target, value)
    else:
        assign(format.computed, target, 0, 1, value)


cdef void find_classes(const Reduction *plan, Call *given, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """What is read at the classes, before a gradient in place is written over the logits; of an axis without one it is 0.

    What a loop keeps in registers has a name here, as a store might change it elsewhere."""
    cdef LossCall *call = <LossCall *>given
    cdef const Format *format = &plan.format
    cdef double *logits = <double *>workspace.classes[0]
    cdef double *masses = <double *>workspace.classes[1]
    cdef double *shares = <double *>workspace.classes[2]
    cdef const char *at = call.indices + given.first * call.index_step
    cdef const char *mass = call.masses + given.first * call.mass_step
    cdef const char *row = call.inputs[0] + given.first * call.steps[0]
    cdef Py_ssize_t index_step = call.index_step, mass_step = call.mass_step, step = call.steps[0], core = call.cores[0]
    cdef Py_ssize_t i, axis
    cdef int64_t index
    cdef double target, weight
    memset(workspace.classes, 0, sizeof(workspace.classes) if call.spread else 2 * sizeof(workspace.classes[0]))
    for i in range(count):
        index = (<const int64_t *>at)[0]
        if index >= 0:
            logits[i], masses[i] = number_at(format, row + index * core), (<const double *>mass)[0]
            if call.spread:
                axis = given.first + i
                target = number_at(format, call.inputs[1] + axis * call.steps[1] + index * call.cores[1])
                weight = number_at(format, call.inputs[2] + axis * call.steps[2] + index * call.cores[2])
                shares[i] = weight * (call.settings.f * target + call.settings.c)
        at += index_step
        mass += mass_step
        row += step
    call.settings.logits, call.settings.masses, call.settings.shares = logits, masses, shares


cdef void put_classes(const Reduction *plan, Call *given, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    """The losses, and the gradients at the classes."""
    cdef LossCall *call = <LossCall *>given
    cdef const Format *format = &plan.format
    cdef const double *losses = <const double *>workspace.results[0]
    cdef const char *slopes = workspace.results[1]
    cdef const char *at = call.indices + given.first * call.index_step
    cdef char *loss = call.losses + given.first * call.loss_step
    cdef char *row = given.output
    cdef Py_ssize_t index_step = call.index_step, loss_step = call.loss_step, step = given.step, core = given.core, i, k
    cdef int64_t index
    cdef bint graded = row != NULL, single = format.computed == 4
    for i in range(count):
        index = (<const int64_t *>at)[0]
        (<double *>loss)[0] = 0 if index == IGNORED else losses[i]
        if graded and index >= 0:
            put_number(format, row + index * core, (<const float *>slopes)[i] if single else (<const double *>slopes)[i])
        elif graded and index == IGNORED:
            for k in range(given.n):
                put_number(format, row + k * core, 0)
        at += index_step
        loss += loss_step
        row += step


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
