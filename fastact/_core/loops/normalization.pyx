"""Normalisation: the kernels go through groups of arrays that are in memory as they take them, in parts."""

from libc.math cimport INFINITY
from libc.stdint cimport uintptr_t
from libc.stdlib cimport free, malloc

cimport numpy as cnp

from fastact._core.kernels cimport LINE, normalization, normalization_kernel, normalization_kernels
from fastact._core.loops.parallel cimport fence, populate_if_fresh, run
from fastact._core.loops.workspace cimport Workspace

cnp.import_array()

cdef enum:
    STREAMED = 33554432    # bytes of operands from which results go past the caches, as elementwise
    CHUNK = 2097152        # bytes of a result that get their pages at once, where these are fresh
    COLUMNS = 128          # neighbouring columns of a part, a multiple
    AT_ONCE = 65536        # columns of a call
    CHUNKED = 32768        # elements of a chunk of rows, of at least FEWEST and at most MOST of them
    FEWEST = 4
    MOST = 64

cdef enum:
    layer_norm, rms_norm, batch_norm

cdef enum:
    BACK = 1               # directions, beside forward
    BY_GIVEN               # means and variances

# For nn/normalization.py: kinds, and directions.  Layer and RMS normalisation take the gamma of elements.
LAYER, RMS, BATCH = layer_norm, rms_norm, batch_norm
FORWARD, BACKWARD, INFERENCE = 0, BACK, BY_GIVEN

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


cdef void run_columns(const normalization_kernels *kernels, int direction, normalization *whole,
                      Py_ssize_t size) noexcept nogil:
    """Some columns at a time: all of them are measured before any is mapped, lest a row be gone through in parts.  Results that
    go past the caches begin with a line, behind the columns that are before it."""
    cdef Plan plan
    cdef Py_ssize_t first = 0, offset
    cdef Py_ssize_t head = <Py_ssize_t>(-<uintptr_t>whole.output & (LINE - 1)) // size if whole.streamed else 0
    cdef Py_ssize_t[1] dims
    while first < whole.groups:
        plan.given, offset = whole[0], first * size
        plan.given.groups = min(whole.groups - first, head if first < head else <Py_ssize_t>AT_ONCE)
        plan.given.streamed = whole.streamed and first >= head
        plan.given.x, plan.given.output = <const char *>whole.x + offset, <char *>whole.output + offset
        if whole.dy != NULL:
            plan.given.dy = <const char *>whole.dy + offset
        if whole.gamma != NULL:
            plan.given.gamma = <const char *>whole.gamma + offset
        if whole.beta != NULL:
            plan.given.beta = <const char *>whole.beta + offset
        plan.given.results[0], plan.given.results[1] = whole.results[0] + first, whole.results[1] + first
        plan.function, dims[0] = kernels.measure_columns[direction], plan.given.groups
        run(columns_part, &plan, NULL, dims, NULL, plan.given.groups * whole.runs, COLUMNS)
        plan.function, dims[0] = kernels.map_columns[direction], whole.runs
        run(columns_part, &plan, NULL, dims, NULL, plan.given.groups * whole.runs, 1)
        first += plan.given.groups


cdef inline void *data_of(cnp.ndarray array) noexcept:
    return NULL if array is None else cnp.PyArray_DATA(array)


cdef bint streams(const normalization *given, Py_ssize_t size, Py_ssize_t elements, int arrays) noexcept:
    """Whether results go past the caches: many, and not in place; of columns and of backward forms, rows that begin at the same
    place of a line, or with one."""
    cdef Py_ssize_t row = given.groups if given.length == 1 else given.length
    cdef bint in_lines = row * size % LINE == 0
    if arrays * elements * size < STREAMED or given.output == given.x or given.output == given.dy:
        return False
    if given.length == 1:
        return in_lines
    if given.runs > 1:
        return False
    return given.length * size >= 4 * LINE if given.dy == NULL else in_lines and <uintptr_t>given.output % LINE == 0


# ---- arrays that are taken as they are --------------------------------------------------------------------------------------

cdef inline bint is_plain(object value, int kind, int ndim, const cnp.npy_intp *shape) noexcept:
    """Whether it is an array of this type and shape that the kernels read where it is."""
    cdef int k
    if not cnp.PyArray_CheckExact(value) or cnp.PyArray_TYPE(<cnp.ndarray>value) != kind:
        return False
    if cnp.PyArray_NDIM(<cnp.ndarray>value) != ndim or not cnp.PyArray_ISCARRAY_RO(<cnp.ndarray>value):
        return False
    for k in range(ndim):
        if cnp.PyArray_DIM(<cnp.ndarray>value, k) != shape[k]:
            return False
    return True


cdef inline bint is_apart(cnp.ndarray a, cnp.ndarray b) noexcept:
    """Whether two such arrays share no byte."""
    cdef char *first = <char *>cnp.PyArray_DATA(a)
    cdef char *second = <char *>cnp.PyArray_DATA(b)
    return first + cnp.PyArray_NBYTES(a) <= second or second + cnp.PyArray_NBYTES(b) <= first


cdef inline bint may_write(cnp.ndarray out, cnp.ndarray operand, bint in_place) noexcept:
    return operand is None or is_apart(out, operand) or (in_place and cnp.PyArray_DATA(out) == cnp.PyArray_DATA(operand))


cdef cnp.ndarray place_for(object out, cnp.ndarray x, cnp.ndarray dy, cnp.ndarray gamma, cnp.ndarray beta):
    """Where the results of plain operands go; None where it is another's to say."""
    cdef int kind = cnp.PyArray_TYPE(x), ndim = cnp.PyArray_NDIM(x)
    if out is None:
        return cnp.PyArray_SimpleNew(ndim, cnp.PyArray_DIMS(x), kind)
    if not is_plain(out, kind, ndim, cnp.PyArray_DIMS(x)) or not cnp.PyArray_ISWRITEABLE(<cnp.ndarray>out):
        return None
    if not may_write(out, x, True) or not may_write(out, dy, True):
        return None
    return out if may_write(out, gamma, False) and may_write(out, beta, False) else None


cdef inline double number_at(cnp.ndarray array, Py_ssize_t i) noexcept:
    cdef void *data = cnp.PyArray_DATA(array)
    return (<double *>data)[i] if cnp.PyArray_TYPE(array) == cnp.NPY_DOUBLE else (<float *>data)[i]


cdef inline void put_number(cnp.ndarray array, Py_ssize_t i, double value) noexcept:
    cdef void *data = cnp.PyArray_DATA(array)
    if cnp.PyArray_TYPE(array) == cnp.NPY_DOUBLE:
        (<double *>data)[i] = value
    else:
        (<float *>data)[i] = <float>value


cdef inline bint is_running(object value, const cnp.npy_intp *shape, bint written) noexcept:
    if not is_plain(value, cnp.NPY_FLOAT, 1, shape) and not is_plain(value, cnp.NPY_DOUBLE, 1, shape):
        return False
    return not written or cnp.PyArray_ISWRITEABLE(<cnp.ndarray>value)


cdef class Normalizer:
    """The kernels of an ISA.  Arrays are contiguous, of one type, float32 or float64, and checked."""

    def __call__(self, int kind, cnp.ndarray x, cnp.ndarray out, double epsilon, cnp.ndarray gamma=None,
                 cnp.ndarray beta=None, cnp.ndarray dy=None, cnp.ndarray first=None, cnp.ndarray second=None,
                 bint given=False):
        """x, dy and out of the shape (runs, groups, length); gamma and beta of a group's elements, or of groups; `first` and
        `second`, of double, get the means and variances of groups, or backward their dgamma and dbeta, or are given.

        Backward of layer and RMS normalisation it returns dgamma and dbeta, at the beginning of longer rows."""
        cdef int direction = BY_GIVEN if given else dy is not None
        return self.compute(kind, direction, x.shape[0], x.shape[1], x.shape[2], x, dy, out, gamma, beta, first, second,
                            epsilon)

    cdef cnp.ndarray compute(self, int kind, int direction, Py_ssize_t runs, Py_ssize_t groups, Py_ssize_t length,
                             cnp.ndarray x, cnp.ndarray dy, cnp.ndarray out, cnp.ndarray gamma, cnp.ndarray beta,
                             cnp.ndarray first, cnp.ndarray second, double epsilon):
        cdef Plan plan
        cdef normalization *given = &plan.given
        cdef bint is_double = cnp.PyArray_TYPE(x) == cnp.NPY_DOUBLE, columns = kind == batch_norm and length == 1
        cdef const normalization_kernels *kernels = self.kernels[is_double]
        cdef Py_ssize_t size = 8 if is_double else 4, elements = cnp.PyArray_SIZE(x), chunks = 1
        cdef Py_ssize_t[1] dims
        cdef cnp.npy_intp[2] shape
        cdef cnp.ndarray joined = None
        cdef void *target = NULL
        cdef void *room = NULL
        cdef size_t needed = 0
        given.runs, given.groups, given.length = runs, groups, length
        given.group_step, given.run_step = length, groups * length
        given.centred, given.epsilon = kind != rms_norm, epsilon
        given.x, given.dy, given.output = data_of(x), data_of(dy), data_of(out)
        given.gamma, given.beta = data_of(gamma), data_of(beta)
        given.results[0], given.results[1] = <double *>data_of(first), <double *>data_of(second)
        given.streamed = streams(given, size, elements, 3 if direction == BACK else 2)
        if kind == layer_norm:
            plan.function = kernels.layer_norm[direction]
        elif kind == rms_norm:
            plan.function = kernels.rms_norm[direction]
        elif not columns:
            plan.function = kernels.batch_norm[direction]
        dims[0] = groups
        plan.unit = length * size if runs == 1 else 0
        if direction == BACK and kind != batch_norm:
            given.chunk = min(<Py_ssize_t>MOST, max(<Py_ssize_t>FEWEST, CHUNKED // length & -FEWEST))
            given.width = (length + LINE // size - 1) & -(LINE // size)
            chunks = dims[0] = (groups + given.chunk - 1) // given.chunk
            plan.unit *= given.chunk
            shape[0], shape[1] = 2, given.width
            joined = cnp.PyArray_SimpleNew(2, shape, cnp.PyArray_TYPE(x))
            target, needed = data_of(joined), chunks * 2 * given.width * size
        if columns:
            needed = (min(groups, <Py_ssize_t>AT_ONCE) * size // LINE + 1) * kernels.strip_size
        if needed:
            room = malloc(needed + LINE)
            if room == NULL:
                raise MemoryError
            given.sums = given.strips = <void *>((<uintptr_t>room + LINE - 1) & -LINE)
        with nogil:
            if columns:
                if elements * size >= CHUNK and populate_if_fresh(<char *>given.output, elements * size):
                    given.streamed = False
                run_columns(kernels, direction, given, size)
            else:
                run(groups_part, &plan, NULL, dims, NULL, elements, 1)
            if target != NULL:
                kernels.join_chunks(chunks, given.width, given.sums, target)
            free(room)
        return joined

    def rows_at_once(self, int kind, x, dy, gamma, beta, double epsilon, out):
        """What a call of layer or RMS normalisation along the last axis gives, or None where arrays are to be cast or
        copied, or something is to be refused."""
        cdef const cnp.npy_intp *shape
        cdef cnp.ndarray place, joined
        cdef int number, ndim
        cdef Py_ssize_t length
        if not cnp.PyArray_CheckExact(x):
            return None
        number, ndim = cnp.PyArray_TYPE(<cnp.ndarray>x), cnp.PyArray_NDIM(<cnp.ndarray>x)
        shape = cnp.PyArray_DIMS(<cnp.ndarray>x)
        if (number != cnp.NPY_FLOAT and number != cnp.NPY_DOUBLE) or not 0 <= epsilon < INFINITY:
            return None
        if ndim == 0 or cnp.PyArray_SIZE(<cnp.ndarray>x) == 0 or not is_plain(x, number, ndim, shape):
            return None
        if dy is not None and not is_plain(dy, number, ndim, shape):
            return None
        if not is_plain(gamma, number, 1, shape + ndim - 1):
            return None
        if kind == layer_norm and dy is None and not is_plain(beta, number, 1, shape + ndim - 1):
            return None
        place = place_for(out, x, dy, gamma, beta)
        if place is None:
            return None
        length = shape[ndim - 1]
        joined = self.compute(kind, dy is not None, 1, cnp.PyArray_SIZE(<cnp.ndarray>x) // length, length, x, dy, place, gamma,
                              beta, None, None, epsilon)
        if dy is None:
            return place
        return place, joined[0, :length], joined[1, :length]

    def channels_at_once(self, x, dy, gamma, beta, mean, var, double momentum, double epsilon, out, int direction):
        """The same of batch normalisation of all axes but the second."""
        cdef const cnp.npy_intp *shape
        cdef cnp.ndarray place, first, second
        cdef int number, ndim
        cdef Py_ssize_t groups, n, i
        cdef double factor
        if not cnp.PyArray_CheckExact(x):
            return None
        number, ndim = cnp.PyArray_TYPE(<cnp.ndarray>x), cnp.PyArray_NDIM(<cnp.ndarray>x)
        shape = cnp.PyArray_DIMS(<cnp.ndarray>x)
        if (number != cnp.NPY_FLOAT and number != cnp.NPY_DOUBLE) or not (0 <= epsilon < INFINITY and 0 <= momentum <= 1):
            return None
        if ndim < 2 or cnp.PyArray_SIZE(<cnp.ndarray>x) == 0 or not is_plain(x, number, ndim, shape):
            return None
        if dy is not None and not is_plain(dy, number, ndim, shape):
            return None
        if (gamma is not None and not is_plain(gamma, number, 1, shape + 1)) or (
                beta is not None and not is_plain(beta, number, 1, shape + 1)):
            return None
        if mean is not None or var is not None or direction == BY_GIVEN:
            if not is_running(mean, shape + 1, direction == 0) or not is_running(var, shape + 1, direction == 0):
                return None
            if not is_apart(mean, var):
                return None
        place = place_for(out, x, dy, gamma, beta)
        if place is None or (mean is not None and not (is_apart(place, mean) and is_apart(place, var))):
            return None
        groups = shape[1]
        n = cnp.PyArray_SIZE(<cnp.ndarray>x) // groups
        first = cnp.PyArray_SimpleNew(1, <cnp.npy_intp *>shape + 1, cnp.NPY_DOUBLE)
        second = cnp.PyArray_SimpleNew(1, <cnp.npy_intp *>shape + 1, cnp.NPY_DOUBLE)
        if direction == BY_GIVEN:
            for i in range(groups):
                put_number(first, i, number_at(mean, i))
                put_number(second, i, number_at(var, i))
        self.compute(batch_norm, direction, shape[0], groups, n // shape[0], x, dy, place, gamma, beta, first, second, epsilon)
        if direction == BACK:
            return place, first, second
        if direction == 0 and mean is not None and n > 1:
            factor = <double>n / (n - 1)
            for i in range(groups):
                put_number(mean, i, number_at(mean, i) + (1 - momentum) * (number_at(first, i) - number_at(mean, i)))
                put_number(var, i, number_at(var, i) + (1 - momentum) * (number_at(second, i) * factor - number_at(var, i)))
        return place
