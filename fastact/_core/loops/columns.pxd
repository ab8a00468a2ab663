"""Columns: rows that are gathered into them, and numbers that are gathered and put back."""

from libc.stdint cimport uintptr_t
from libc.string cimport memcpy

from fastact._core.kernels cimport STEP
from fastact._core.loops.operands cimport Format, copy_elements, whole
from fastact._core.loops.workspace cimport GATHERED, Workspace

cdef enum:
    TURNED = 4             # elements of a row from which it is turned in registers


cdef inline void assign(int size, char *data, Py_ssize_t first, Py_ssize_t count, double value) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(first, first + count):
        if size == 4:
            (<float *>data)[i] = <float>value
        else:
            (<double *>data)[i] = value


cdef inline void numbers_of(const Format *format, const char *source, Py_ssize_t step, Py_ssize_t n, char *target,
                            char *stage) noexcept nogil:
    """n elements of any stride as numbers; up to a whole step of those behind them are anything."""
    cdef Py_ssize_t i = 0, now, at_once = GATHERED // format.stored
    if format.load == NULL:
        copy_elements(format.stored, source, step, target, format.stored, n)
        return
    if step == format.stored:
        i = n & -STEP
        format.load(i, source, target)
    while i < n:
        now = min(at_once, n - i)
        copy_elements(format.stored, source + i * step, step, stage, format.stored, now)
        format.load(whole(now), stage, target + i * format.computed)
        i += now


cdef inline void put_numbers(const Format *format, const char *source, Py_ssize_t n, char *target, Py_ssize_t step,
                             char *stage) noexcept nogil:
    """The way back; the numbers of a last whole step are all there."""
    cdef Py_ssize_t i = 0, now, at_once = GATHERED // format.stored
    if format.store == NULL:
        copy_elements(format.stored, source, format.stored, target, step, n)
        return
    if step == format.stored:
        i = n & -STEP
        format.store(i, source, target)
    while i < n:
        now = min(at_once, n - i)
        format.store(whole(now), source + i * format.computed, stage)
        copy_elements(format.stored, stage, format.stored, target + i * step, step, now)
        i += now


cdef inline bint turns(const Format *format, Py_ssize_t n, const char *data, Py_ssize_t core, Py_ssize_t step) noexcept nogil:
    """Whether rows of n elements are turned in registers: contiguous ones, or of another storage all of them."""
    if core != format.stored or n < TURNED:
        return False
    if format.load == NULL:
        return (step | <Py_ssize_t><uintptr_t>data) % core == 0
    return step == n * core


cdef inline void gather(const Format *format, const char *source, Py_ssize_t core, Py_ssize_t step, Py_ssize_t rows,
                        Py_ssize_t width, Py_ssize_t pitch, char *target, Workspace *workspace) noexcept nogil:
    """As gather_some, of what needs no room beside the target, or in pieces that have it."""
    cdef Py_ssize_t first = 0, now, at_once = rows if format.load == NULL else max(<Py_ssize_t>1, GATHERED // 4 // pitch)
    while first < rows:
        now = min(at_once, rows - first)
        gather_some(format, source + first * core, core, step, now, width, pitch, target + first * pitch * format.computed,
                    workspace)
        first += now


cdef inline void scatter(const Format *format, const char *source, Py_ssize_t pitch, char *target, Py_ssize_t core,
                         Py_ssize_t step, Py_ssize_t rows, Py_ssize_t width, Workspace *workspace) noexcept nogil:
    """The way back."""
    cdef Py_ssize_t first = 0, now, at_once = rows if format.store == NULL else max(<Py_ssize_t>1, GATHERED // 4 // pitch)
    while first < rows:
        now = min(at_once, rows - first)
        scatter_some(format, source + first * pitch * format.computed, pitch, target + first * core, core, step, now, width,
                     workspace)
        first += now


cdef inline void gather_some(const Format *format, const char *source, Py_ssize_t core, Py_ssize_t step, Py_ssize_t rows,
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


cdef inline void scatter_some(const Format *format, const char *source, Py_ssize_t pitch, char *target, Py_ssize_t core,
                              Py_ssize_t step, Py_ssize_t rows, Py_ssize_t width, Workspace *workspace) noexcept nogil:
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
