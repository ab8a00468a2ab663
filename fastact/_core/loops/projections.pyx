"""Projections onto the simplex along an axis, of one alpha or of one for each axis."""

from fastact._core.kernels cimport LINE, projection_settings
from fastact._core.loops.parallel cimport run
from fastact._core.loops.reduction_calls cimport Call, Reduction, advance
from fastact._core.loops.reductions cimport reduce_axes, set_operands
from fastact._core.loops.workspace cimport Workspace

ctypedef struct ProjectionCall:
    Call call
    char *alphas
    Py_ssize_t alpha_step
    projection_settings settings


cdef void find_alpha(const Reduction *plan, Call *given, Py_ssize_t count, Workspace *workspace) noexcept nogil:
    cdef ProjectionCall *call = <ProjectionCall *>given
    call.settings.alpha = (<const double *>(call.alphas + given.first * call.alpha_step))[0]


cdef void projection_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                          Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    cdef const Reduction *plan = <const Reduction *>data
    cdef int skipped = plan.row.options, output = skipped + plan.row.inputs
    cdef const Py_ssize_t *cores = steps + output + 1
    cdef ProjectionCall call
    set_operands(plan, &call.call, dims[0], dims[1], args, steps, cores, skipped)
    call.call.settings = &call.settings
    call.call.output, call.call.step, call.call.core = args[output], steps[output], cores[plan.row.inputs]
    call.settings.alpha = 2
    if skipped:
        call.call.prepare = find_alpha
        call.alphas, call.alpha_step = args[0], steps[0]
        if call.alpha_step != 0:
            call.call.at_once = 1
    advance(&call.call, first)
    if dims[1] > 0:
        reduce_axes(plan, &call.call, last - first, workspace)


cdef void projection_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of axes."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef bint along = steps[plan.row.options + plan.row.inputs + 1] == plan.format.stored
    run(projection_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LINE // plan.format.computed)
