"""Operands: from any stride and storage to contiguous blocks, and back."""

from libc.stdint cimport uint16_t, uint32_t, uint64_t
from libc.string cimport memcpy

from fastact._core.kernels cimport STEP, convert_kernel, transpose_kernel
from fastact._core.loops.workspace cimport BLOCK_BYTES, GATHERED

# What a kernel reads and what an array stores differ for float16 and bfloat16 alone.
ctypedef struct Format:
    int stored, computed   # bytes of an element
    convert_kernel *load   # from stored to computed, or null where they are the same
    convert_kernel *store
    transpose_kernel *turn_in
    transpose_kernel *turn_out

ctypedef struct Operand:
    char *data
    Py_ssize_t step
    bint direct            # contiguous, and stored as computed: the kernel may use the array itself
    Py_ssize_t filled        # elements of the buffer that hold the one value of an operand of step 0
    char *buffer
    char *stage            # for a block of what the array stores, where that is not what the kernel takes

ctypedef fused bits:
    uint16_t
    uint32_t
    uint64_t


cdef inline void copy(const bits *source, Py_ssize_t source_step, bits *target, Py_ssize_t target_step,
                      Py_ssize_t n) noexcept nogil:
    """Four at a time: their addresses do not wait for one another."""
    cdef Py_ssize_t i, _, rest = n & 3
    cdef const char *s = <const char *>source
    cdef char *t = <char *>target
    for _ in range(n >> 2):
        (<bits *>t)[0] = (<const bits *>s)[0]
        (<bits *>(t + target_step))[0] = (<const bits *>(s + source_step))[0]
        (<bits *>(t + 2 * target_step))[0] = (<const bits *>(s + 2 * source_step))[0]
        (<bits *>(t + 3 * target_step))[0] = (<const bits *>(s + 3 * source_step))[0]
        s += 4 * source_step
        t += 4 * target_step
    for i in range(rest):
        (<bits *>(t + i * target_step))[0] = (<const bits *>(s + i * source_step))[0]


cdef inline void copy_elements(int size, const char *source, Py_ssize_t source_step, char *target, Py_ssize_t target_step,
                               Py_ssize_t n) noexcept nogil:
    if source_step == size and target_step == size:
        memcpy(target, source, n * size)
    elif size == 4:
        copy[uint32_t](<const uint32_t *>source, source_step, <uint32_t *>target, target_step, n)
    elif size == 8:
        copy[uint64_t](<const uint64_t *>source, source_step, <uint64_t *>target, target_step, n)
    else:
        copy[uint16_t](<const uint16_t *>source, source_step, <uint16_t *>target, target_step, n)


cdef inline Operand operand(const Format *format, char *data, Py_ssize_t step, char *buffer,
                            char *stage) noexcept nogil:
    cdef Operand made
    made.data = data
    made.step = step
    made.direct = step == format.stored and format.load == NULL
    made.filled = 0
    made.buffer = buffer
    made.stage = stage
    return made


cdef inline Py_ssize_t whole(Py_ssize_t n) noexcept nogil:
    """n rounded up to whole steps of a kernel."""
    return (n + STEP - 1) & -STEP


cdef inline const void *fetch(const Format *format, Operand *source, Py_ssize_t first, Py_ssize_t n) noexcept nogil:
    """Elements first to first + n for a kernel, padded to whole steps with the last one again."""
    cdef char *target = source.buffer
    cdef Py_ssize_t padded = whole(n)
    if source.direct and n == padded:
        return source.data + first * format.stored
    if source.filled >= padded:
        return source.buffer
    if format.load != NULL:
        if source.step == format.stored and n == padded:
            format.load(n, source.data + first * format.stored, source.buffer)
            return source.buffer
        target = source.stage
    copy_elements(format.stored, source.data + first * source.step, source.step, target, format.stored, n)
    copy_elements(format.stored, target + (n - 1) * format.stored, 0, target + n * format.stored, format.stored, padded - n)
    if format.load != NULL:
        format.load(padded, source.stage, source.buffer)
    if source.step == 0:
        source.filled = padded
    return source.buffer


cdef inline void *place(const Format *format, Operand *target, Py_ssize_t first, Py_ssize_t n) noexcept nogil:
    """Where a kernel shall put the results first to first + n."""
    return target.data + first * format.stored if target.direct and n == whole(n) else target.buffer


cdef inline void put(const Format *format, Operand *target, Py_ssize_t first, Py_ssize_t n) noexcept nogil:
    """Moves results that were placed in the buffer to the array."""
    cdef char *source = target.buffer
    if target.direct and n == whole(n):
        return
    if format.store != NULL:
        if target.step == format.stored and n == whole(n):
            format.store(n, target.buffer, target.data + first * format.stored)
            return
        format.store(whole(n), target.buffer, target.stage)
        source = target.stage
    copy_elements(format.stored, source, format.stored, target.data + first * target.step, target.step, n)


cdef inline Py_ssize_t block_of(Py_ssize_t left, bint direct, int computed) noexcept nogil:
    """How many elements the next block takes: all whole steps where every operand is direct."""
    cdef Py_ssize_t most = BLOCK_BYTES // computed
    if direct and left >= STEP:
        return left & -STEP
    return min(left, most)


# ---- numbers of any stride and storage --------------------------------------------------------------------------------------

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
