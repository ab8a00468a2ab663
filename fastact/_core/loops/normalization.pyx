"""Normalisation: the kernels go through groups of arrays that are in memory as they take them, in parts."""

from libc.stdint cimport uintptr_t

import numpy as np

cimport numpy as cnp

from fastact._core.kernels cimport LINE, normalization, normalization_kernel, normalization_kernels
from fastact._core.loops.parallel cimport fence, populate_if_fresh, run
from fastact._core.loops.workspace cimport Workspace

cdef enum:
    STREAMED = 33554432    # bytes of operands from which results go past the caches, as elementwise
    CHUNK = 2097152        # bytes of a result that get their pages at once, where these are fresh
    COLUMNS = 128          # neighbouring columns of a part, a multiple
    AT_ONCE = 65536        # columns of a call
    CHUNKED = 32768        # elements of a chunk of rows, of at least FEWEST and at most MOST of them
    FEWEST = 4
    MOST = 64

# By name and direction; layer and RMS normalisation take the gamma of elements.
layer_norm, rms_norm, batch_norm = range(3)

ctypedef struct Plan:
    normalization given
    normalization_kernel *function
    Py_ssize_t unit        # bytes of the result of a unit of the outer dimension, where these follow one another; else 0


cdef void groups_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, Py_ssize_t first,
                      Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Groups, or chunks of them.  Results that are fresh get their pages just before they are computed, and go into the
    caches."""
    cdef const Plan *plan = <const Plan *>data
    cdef normalization given = plan.given
    cdef Py_ssize_t end, at_once = last - first
    cdef bint fresh
    if plan.unit > 0:
        at_once = max(<Py_ssize_t>1, CHUNK // plan.unit)
    while first < last:
        end = min(last, first + at_once)
        fresh = (end - first) * plan.unit >= CHUNK // 2 and populate_if_fresh(
            <char *>given.output + first * plan.unit, (end - first) * plan.unit)
        given.streamed = plan.given.streamed and not fresh
        plan.function(&given, first, end, workspace.operands)
        first = end
    if plan.given.streamed:
        fence()


cdef void columns_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, Py_ssize_t first,
                       Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Columns to measure, or rows of them to map."""
    cdef const Plan *plan = <const Plan *>data
    plan.function(&plan.given, first, last, workspace.operands)
    if plan.given.streamed:
        fence()


cdef void run_columns(const normalization_kernels *kernels, bint back, normalization *whole, Py_ssize_t size) noexcept nogil:
    """Some columns at a time: all of them are measured before any is mapped, lest a row be gone through in parts."""
    cdef Plan plan
    cdef Py_ssize_t first = 0, offset
    cdef Py_ssize_t[1] dims
    while first < whole.groups:
        plan.given, offset = whole[0], first * size
        plan.given.groups = min(whole.groups - first, <Py_ssize_t>AT_ONCE)
        plan.given.x, plan.given.output = <const char *>whole.x + offset, <char *>whole.output + offset
        if back:
            plan.given.dy = <const char *>whole.dy + offset
        if whole.gamma != NULL:
            plan.given.gamma = <const char *>whole.gamma + offset
        if whole.beta != NULL:
            plan.given.beta = <const char *>whole.beta + offset
        plan.given.results[0], plan.given.results[1] = whole.results[0] + first, whole.results[1] + first
        plan.function, dims[0] = kernels.measure_columns[back], plan.given.groups
        run(columns_part, &plan, NULL, dims, NULL, plan.given.groups * whole.runs, COLUMNS)
        plan.function, dims[0] = kernels.map_columns[back], whole.runs
        run(columns_part, &plan, NULL, dims, NULL, plan.given.groups * whole.runs, 1)
        first += AT_ONCE


cdef inline void *data_of(cnp.ndarray array) noexcept:
    return NULL if array is None else cnp.PyArray_DATA(array)


cdef bint streams(const normalization *given, Py_ssize_t size, Py_ssize_t elements, int arrays) noexcept:
    """Whether results go past the caches: many, not in place, and rows that begin with a line."""
    cdef Py_ssize_t step = given.group_step if given.runs == 1 else given.run_step
    if arrays * elements * size < STREAMED or given.output == given.x or given.output == given.dy:
        return False
    return (given.length == 1 or given.runs == 1) and step * size % LINE == 0 and <uintptr_t>given.output % LINE == 0


cdef class Normalizer:
    """The kernels of an ISA.  Arrays are contiguous, of one type, float32 or float64, and checked."""

    def __call__(self, int kind, cnp.ndarray x, cnp.ndarray out, double epsilon, cnp.ndarray gamma=None,
                 cnp.ndarray beta=None, cnp.ndarray dy=None, cnp.ndarray first=None, cnp.ndarray second=None):
        """x, dy and out of the shape (runs, groups, length); gamma and beta of a group's elements, or of groups; `first` and
        `second`, of double, get the means and variances of groups, or backward their dgamma and dbeta.

        Backward of layer and RMS normalisation it returns dgamma and dbeta."""
        cdef Plan plan
        cdef normalization *given = &plan.given
        cdef bint back = dy is not None, is_double = cnp.PyArray_TYPE(x) == cnp.NPY_DOUBLE, columns
        cdef Py_ssize_t size = 8 if is_double else 4, elements = cnp.PyArray_SIZE(x), chunks = 1, lines
        cdef Py_ssize_t[1] dims
        cdef cnp.ndarray sums, strips, joined = None
        cdef void *target = NULL
        given.runs, given.groups, given.length = x.shape[0], x.shape[1], x.shape[2]
        given.group_step, given.run_step = given.length, given.groups * given.length
        given.centred, given.epsilon = kind != rms_norm, epsilon
        given.x, given.dy, given.output = data_of(x), data_of(dy), data_of(out)
        given.gamma, given.beta = data_of(gamma), data_of(beta)
        given.results[0], given.results[1] = <double *>data_of(first), <double *>data_of(second)
        given.streamed = streams(given, size, elements, 2 + back)
        columns = kind == batch_norm and given.length == 1
        if kind == layer_norm:
            plan.function = self.kernels[is_double].layer_norm[back]
        elif kind == rms_norm:
            plan.function = self.kernels[is_double].rms_norm[back]
        elif not columns:
            plan.function = self.kernels[is_double].batch_norm[back]
        dims[0] = given.groups
        plan.unit = given.length * size if given.runs == 1 else 0
        if back and kind != batch_norm:
            given.chunk = min(<Py_ssize_t>MOST, max(<Py_ssize_t>FEWEST, CHUNKED // given.length & -FEWEST))
            given.width = (given.length + LINE // size - 1) & -(LINE // size)
            chunks = dims[0] = (given.groups + given.chunk - 1) // given.chunk
            plan.unit *= given.chunk
            sums = np.empty((chunks, 2, given.width), x.dtype)
            joined = np.empty((2, given.width), x.dtype)
            given.sums, target = data_of(sums), data_of(joined)
        if columns:
            lines = min(given.groups, <Py_ssize_t>AT_ONCE) * size // LINE + 1
            strips = np.empty(lines * self.kernels[is_double].strip_size + LINE, np.uint8)
            given.strips = <void *>((<uintptr_t>data_of(strips) + LINE - 1) & -LINE)
        with nogil:
            if columns:
                if elements * size >= CHUNK and populate_if_fresh(<char *>given.output, elements * size):
                    given.streamed = False
                run_columns(self.kernels[is_double], back, given, size)
            else:
                run(groups_part, &plan, NULL, dims, NULL, elements, 1)
            if target != NULL:
                self.kernels[is_double].join_chunks(chunks, given.width, given.sums, target)
        return None if joined is None else joined[:, : given.length]
