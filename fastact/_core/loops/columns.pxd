"""Strips of columns: the state of a reduction, and rows that are gathered into columns."""

from libc.stdint cimport uintptr_t
from libc.string cimport memcpy

from fastact._core.kernels cimport LANE_COUNT, SECTION, STRIP
from fastact._core.loops.operands cimport Format, copy_elements, whole
from fastact._core.loops.workspace cimport GATHERED, Workspace

cdef enum:
    SHORT = 32             # elements of a row that is worth turning into a column one by one
    FEW = 12               # longer columns that are worth gathering into a strip of LANE_COUNT


# ---- the state: numbers of the type that is computed ---------------------------------------------------------------------

cdef inline double number_of(int size, const char *state, int section, Py_ssize_t i) noexcept nogil:
    state += (section * SECTION + i) * size
    return (<const float *>state)[0] if size == 4 else (<const double *>state)[0]


cdef inline void assign(int size, char *data, Py_ssize_t first, Py_ssize_t count, double value) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(first, first + count):
        if size == 4:
            (<float *>data)[i] = <float>value
        else:
            (<double *>data)[i] = value


# ---- columns that are gathered into a strip: short rows, other storage, options -------------------------------------------

cdef inline Py_ssize_t depth(int size, Py_ssize_t pitch) noexcept nogil:
    """The rows of a gathered strip: a multiple of LANE_COUNT."""
    return GATHERED // (size * pitch)


cdef inline Py_ssize_t columns_at_once(const Format *format, Py_ssize_t n, Py_ssize_t rest) noexcept nogil:
    """Of the columns that are left: as many as the widest strip has, or a narrower one for columns that only that can hold; one
    where so few are better rows of a stride."""
    if rest < (2 if n <= SHORT else FEW):
        return 1
    return min(rest, LANE_COUNT if depth(format.computed, STRIP) < n <= depth(format.computed, LANE_COUNT) else STRIP)


cdef inline bint turns(const Format *format, Py_ssize_t n, const char *data, Py_ssize_t core, Py_ssize_t step) noexcept nogil:
    """Whether rows of n elements are turned in registers: contiguous ones, or of another storage all of them."""
    if core != format.stored or n < LANE_COUNT // 4:
        return False
    if format.load == NULL:
        return (step | <Py_ssize_t><uintptr_t>data) % core == 0
    return step == n * core


cdef inline bint worth_turning(const Format *format, Py_ssize_t n, const char *data, Py_ssize_t core,
                               Py_ssize_t step) noexcept nogil:
    return n <= (depth(format.computed, LANE_COUNT) if turns(format, n, data, core, step) else SHORT)


cdef inline void gather(const Format *format, const char *source, Py_ssize_t core, Py_ssize_t step, Py_ssize_t rows,
                        Py_ssize_t width, Py_ssize_t pitch, char *target, Workspace *workspace) noexcept nogil:
    """A block of `rows` by `width` elements, which lie `core` and `step` bytes apart, as rows of `pitch` numbers; the columns
    beyond are the first one again."""
    cdef char *stage = workspace.stage
    cdef char *turned = target if format.load == NULL else stage
    cdef int size = format.stored
    cdef Py_ssize_t i
    if turns(format, rows, source, core, step):
        if format.load != NULL:
            memcpy(stage, source, rows * width * size)
            format.load(whole(rows * width), stage, workspace.numbers)
            source = workspace.numbers
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


cdef inline void scatter(const Format *format, const char *source, Py_ssize_t pitch, char *target, Py_ssize_t core,
                         Py_ssize_t step, Py_ssize_t rows, Py_ssize_t width, Workspace *workspace) noexcept nogil:
    """The way back."""
    cdef char *stage = workspace.stage
    cdef char *numbers = workspace.numbers
    cdef int size = format.stored
    cdef Py_ssize_t i
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
