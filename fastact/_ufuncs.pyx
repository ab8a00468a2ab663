# cython: language_level=3, cdivision=True, boundscheck=False, freethreading_compatible=True
"""The loops: strides, blocks, threads; and a ufunc for every kernel of the chosen ISA."""

cimport cython
from cython.parallel cimport prange
from libc.float cimport DBL_MAX, FLT_MAX
from libc.math cimport INFINITY
from libc.stdint cimport uint16_t, uint32_t, uint64_t, uintptr_t
from libc.stdlib cimport calloc

import inspect
import math
import os
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from fastact import _documentation as documentation

cimport numpy as cnp
from numpy cimport npy_intp

cnp.import_array()
cnp.import_umath()


cdef extern from "kernels.h" nogil:
    enum:
        STEP, LINE, LANE_COUNT, MAX_PARAMETERS, KINDS, STRIP, SECTION, SECTIONS, RESULT, PASSES
        VALUE, GRAD, BACKWARD, WITH_GRAD
        HALF, BFLOAT16, SINGLE, DOUBLE, STORED

    ctypedef void kernel(Py_ssize_t n, const void **inputs, void **outputs, bint streamed) noexcept
    ctypedef void convert_kernel(Py_ssize_t n, const void *source, void *target) noexcept

    struct parameter:
        const char *name
        double initial
        double low
        double high

    ctypedef struct activation_row:
        const char *name
        const char *formula
        const char *properties
        const char *source
        parameter *parameters
        int n_parameters
        const char *conditions
        kernel **kernels

    ctypedef struct from_output_row:
        const char *name
        const char *formula
        const char *conditions
        int n_parameters
        kernel **kernels

    ctypedef void fold_kernel(Py_ssize_t rows, Py_ssize_t width, const void **inputs, const Py_ssize_t *strides,
                              void *state, int lane) noexcept
    ctypedef void join_kernel(Py_ssize_t width, void *state) noexcept
    ctypedef void map_kernel(Py_ssize_t rows, Py_ssize_t width, const void **inputs, const Py_ssize_t *strides,
                             void *output, Py_ssize_t out_stride, void *state) noexcept

    struct pass_:
        fold_kernel *fold
        join_kernel *join

    ctypedef struct reduction:
        const char *name
        int inputs
        double padding
        pass_ *passes
        map_kernel *map
        fold_kernel *keep
        map_kernel *rest

    ctypedef struct kernel_set:
        const activation_row *activations
        int n_activations
        const from_output_row *from_outputs
        int n_from_outputs
        const reduction *reductions
        int n_reductions
        join_kernel *start
        convert_kernel **widen
        convert_kernel **narrow

    ctypedef struct isa_t "isa":
        const char *name
        int available() noexcept
        const kernel_set **sets

    const isa_t *fastact_isas[]


cdef extern from "environment.h" nogil:
    const int OPENMP_VERSION
    ctypedef struct fp_environment:
        pass
    fp_environment fp_enter() noexcept
    void fp_leave(fp_environment) noexcept
    fp_environment fp_adopt(fp_environment) noexcept
    int thread_limit() noexcept
    void request_threads(int count, int limit) noexcept
    int requested_threads() noexcept
    int requested_limit() noexcept
    int omp_get_max_threads() noexcept
    double omp_get_wtime() noexcept
    void stream_fence() noexcept
    bint take_region() noexcept
    void give_region() noexcept
    int prepare_fork() noexcept


# ---- operands: from any stride and storage to contiguous blocks, and back ---------------------------------------------

cdef enum:
    MAX_OPERANDS = 8       # dy, x, four parameters, two results
    BLOCK_BYTES = 4096     # of a buffered operand: what a call uses stays in the first cache
    STREAMED = 33554432    # bytes of operands from which results go past the caches: so much a third cache may hold

# What a kernel reads and what an array stores differ for float16 and bfloat16 alone.
ctypedef struct Format:
    int stored, computed   # bytes of an element
    convert_kernel *load   # from stored to computed, or null where they are the same
    convert_kernel *store

ctypedef struct Operand:
    char *data
    npy_intp step
    bint direct            # contiguous, and stored as computed: the kernel may use the array itself
    npy_intp filled        # elements of the buffer that hold the one value of an operand of step 0
    char *buffer

ctypedef fused bits:
    uint16_t
    uint32_t
    uint64_t


cdef inline void copy(const bits *source, npy_intp source_step, bits *target, npy_intp target_step, npy_intp n) noexcept nogil:
    """Four at a time: their addresses do not wait for one another."""
    cdef npy_intp i, rest = n & 3
    cdef const char *s = <const char *>source
    cdef char *t = <char *>target
    for i in range(n >> 2):
        (<bits *>t)[0] = (<const bits *>s)[0]
        (<bits *>(t + target_step))[0] = (<const bits *>(s + source_step))[0]
        (<bits *>(t + 2 * target_step))[0] = (<const bits *>(s + 2 * source_step))[0]
        (<bits *>(t + 3 * target_step))[0] = (<const bits *>(s + 3 * source_step))[0]
        s += 4 * source_step
        t += 4 * target_step
    for i in range(rest):
        (<bits *>(t + i * target_step))[0] = (<const bits *>(s + i * source_step))[0]


cdef inline void copy_elements(int size, const char *source, npy_intp source_step, char *target, npy_intp target_step,
                               npy_intp n) noexcept nogil:
    if size == 4:
        copy[uint32_t](<const uint32_t *>source, source_step, <uint32_t *>target, target_step, n)
    elif size == 8:
        copy[uint64_t](<const uint64_t *>source, source_step, <uint64_t *>target, target_step, n)
    else:
        copy[uint16_t](<const uint16_t *>source, source_step, <uint16_t *>target, target_step, n)


cdef inline Operand operand(const Format *format, char *data, npy_intp step, char *buffer) noexcept nogil:
    cdef Operand made
    made.data = data
    made.step = step
    made.direct = step == format.stored and format.load == NULL
    made.filled = 0
    made.buffer = buffer
    return made


cdef inline npy_intp whole(npy_intp n) noexcept nogil:
    """n rounded up to whole steps of a kernel."""
    return (n + STEP - 1) & -STEP


cdef inline const void *fetch(const Format *format, Operand *source, npy_intp first, npy_intp n,
                              const double *padding) noexcept nogil:
    """Elements first to first + n for a kernel, padded to whole steps: with `padding`, or the last one again."""
    cdef char stage[BLOCK_BYTES]
    cdef char *target = source.buffer
    cdef npy_intp padded = whole(n)
    if source.direct and n == padded:
        return source.data + first * format.stored
    if source.filled >= padded:
        return source.buffer
    if format.load != NULL:
        if source.step == format.stored and n == padded:
            format.load(n, source.data + first * format.stored, source.buffer)
            return source.buffer
        target = stage
    copy_elements(format.stored, source.data + first * source.step, source.step, target, format.stored, n)
    copy_elements(format.stored, target + (n - 1) * format.stored, 0, target + n * format.stored, format.stored, padded - n)
    if format.load != NULL:
        format.load(padded, stage, source.buffer)
    if padding != NULL:
        if format.computed == 4:
            for i in range(n, padded):
                (<float *>source.buffer)[i] = <float>padding[0]
        else:
            for i in range(n, padded):
                (<double *>source.buffer)[i] = padding[0]
    if source.step == 0 and padding == NULL:
        source.filled = padded
    return source.buffer


cdef inline void *place(const Format *format, Operand *target, npy_intp first, npy_intp n) noexcept nogil:
    """Where a kernel shall put the results first to first + n."""
    return target.data + first * format.stored if target.direct and n == whole(n) else target.buffer


cdef inline void put(const Format *format, Operand *target, npy_intp first, npy_intp n) noexcept nogil:
    """Moves results that were placed in the buffer to the array."""
    cdef char stage[BLOCK_BYTES]
    cdef char *source = target.buffer
    if target.direct and n == whole(n):
        return
    if format.store != NULL:
        if target.step == format.stored and n == whole(n):
            format.store(n, target.buffer, target.data + first * format.stored)
            return
        format.store(whole(n), target.buffer, stage)
        source = stage
    copy_elements(format.stored, source, format.stored, target.data + first * target.step, target.step, n)


cdef inline npy_intp block_of(npy_intp left, bint direct, int computed) noexcept nogil:
    """How many elements the next block takes: all whole steps where every operand is direct."""
    cdef npy_intp most = BLOCK_BYTES // computed
    if direct and left >= STEP:
        return left & -STEP
    return min(left, most)


# ---- threads ------------------------------------------------------------------------------------------------------------

cdef enum:
    PAGE = 4096            # bytes; parts of a call begin on multiples of it
    PARALLEL = 16384       # elements from which a call may be worth a parallel region; NumPy's buffers hold fewer
    TRIAL = 4096           # elements that tell what the others will cost
    REGION = 20            # microseconds of work that a region of one more thread must save

ctypedef void part_function(const void *plan, char **args, const npy_intp *dims, const npy_intp *steps,
                            npy_intp first, npy_intp last) noexcept nogil


cdef void adopt_and_run(part_function *function, const void *plan, char **args, const npy_intp *dims,
                        const npy_intp *steps, npy_intp first, npy_intp last, fp_environment caller) noexcept nogil:
    cdef fp_environment own = fp_adopt(caller)
    function(plan, args, dims, steps, first, last)
    fp_leave(own)


cdef void run(part_function *function, const void *plan, char **args, const npy_intp *dims, const npy_intp *steps,
              npy_intp work, npy_intp unit) noexcept nogil:
    """The outer dimension in one part, or in one for each thread, a multiple of `unit` long; `work` counts elements.

    The first elements are computed and timed; what the rest will take decides how many threads are worth a region."""
    cdef npy_intp n = dims[0], first = 0, length
    cdef int team = 1, t
    cdef double took
    cdef fp_environment caller = fp_enter()
    if work >= PARALLEL and thread_limit() > 1:
        first = (TRIAL * n // work + unit) // unit * unit
    if 0 < first < n:
        took = -omp_get_wtime()
        function(plan, args, dims, steps, 0, first)
        took += omp_get_wtime()
        team = <int>min(<double>thread_limit(), 1 + took * (n - first) / first * 1e6 / (2 * REGION))
        length = ((n - first + team - 1) // team + unit - 1) // unit * unit
        team = <int>((n - first + length - 1) // length)
    else:
        first = 0
    if team > 1 and take_region():
        for t in prange(team, num_threads=team, schedule="static", chunksize=1):
            adopt_and_run(function, plan, args, dims, steps, first + t * length, min(n, first + (t + 1) * length), caller)
        give_region()
    else:
        function(plan, args, dims, steps, first, n)
    fp_leave(caller)


# ---- elementwise --------------------------------------------------------------------------------------------------------

ctypedef struct Elementwise:
    Format format
    kernel *function
    int inputs, outputs


cdef void elementwise_blocks(const Elementwise *plan, char **args, const npy_intp *steps, npy_intp first, npy_intp last,
                             bint streamed) noexcept nogil:
    cdef const Format *format = &plan.format
    cdef Operand operands[MAX_OPERANDS]
    cdef const void *inputs[MAX_OPERANDS]
    cdef void *outputs[2]
    cdef char memory[MAX_OPERANDS * BLOCK_BYTES + LINE]
    cdef char *buffers = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef int k, count = plan.inputs + plan.outputs
    cdef npy_intp i = first, n
    cdef bint direct = True
    for k in range(count):
        operands[k] = operand(format, args[k], steps[k], buffers + k * BLOCK_BYTES)
        direct = direct and operands[k].direct
    while i < last:
        n = block_of(last - i, direct, format.computed)
        for k in range(plan.inputs):
            inputs[k] = fetch(format, &operands[k], i, n, NULL)
        for k in range(plan.outputs):
            outputs[k] = place(format, &operands[plan.inputs + k], i, n)
        plan.function(whole(n), inputs, outputs, streamed)
        for k in range(plan.outputs):
            put(format, &operands[plan.inputs + k], i, n)
        i += n


cdef void elementwise_part(const void *plan, char **args, const npy_intp *dims, const npy_intp *steps,
                           npy_intp first, npy_intp last) noexcept nogil:
    elementwise_blocks(<const Elementwise *>plan, args, steps, first, last, False)


cdef void streamed_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                        npy_intp first, npy_intp last) noexcept nogil:
    """Results that are too many for the caches go past them, from the first line that an output begins, in whole steps."""
    cdef const Elementwise *plan = <const Elementwise *>data
    cdef int size = plan.format.stored
    cdef npy_intp line = min(last, first + <npy_intp>(-<uintptr_t>(args[plan.inputs] + first * size) & (LINE - 1)) // size)
    cdef npy_intp end = line + ((last - line) & -STEP)
    elementwise_blocks(plan, args, steps, first, line, False)
    elementwise_blocks(plan, args, steps, line, end, True)
    elementwise_blocks(plan, args, steps, end, last, False)
    stream_fence()


cdef void sequential_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                          npy_intp first, npy_intp last) noexcept nogil:
    """An element at a time, where one may need the result of another: reduce and accumulate."""
    cdef npy_intp i
    for i in range(first, last):
        elementwise_part(data, args, dims, steps, i, i + 1)


cdef bint overlap(const char *a, npy_intp step_a, const char *b, npy_intp step_b, npy_intp n, int size) noexcept nogil:
    """Whether two operands share a byte."""
    cdef npy_intp length_a = (n - 1) * step_a, length_b = (n - 1) * step_b
    return (a + min(<npy_intp>0, length_a) < b + max(<npy_intp>0, length_b) + size
            and b + min(<npy_intp>0, length_b) < a + max(<npy_intp>0, length_a) + size)


cdef bint streams(const Elementwise *plan, char **args, const npy_intp *steps, npy_intp n) noexcept nogil:
    """Whether results go past the caches: contiguous ones, many, and not those in place, whose lines the inputs bring."""
    cdef int i, k, size = plan.format.stored
    cdef npy_intp step = 0
    for k in range(plan.inputs + plan.outputs):
        step += max(steps[k], -steps[k])
    if n * step < STREAMED or plan.format.load != NULL:
        return False
    for i in range(plan.inputs, plan.inputs + plan.outputs):
        if steps[i] != size or (args[i] - args[plan.inputs]) % LINE:
            return False
        for k in range(plan.inputs):
            if args[k] == args[i]:
                return False
    return True


cdef void elementwise_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    """NumPy hands on operands that overlap where going through them in order is right: where results trail behind inputs
    the order of blocks does, elsewhere that of elements; with threads neither would."""
    cdef const Elementwise *plan = <const Elementwise *>data
    cdef npy_intp n = dims[0], work = n
    cdef part_function *part = elementwise_part
    cdef int i, k
    for i in range(plan.inputs, plan.inputs + plan.outputs):
        for k in range(plan.inputs):
            if n > 1 and (args[k] != args[i] or steps[k] != steps[i] or steps[k] == 0):
                if overlap(args[k], steps[k], args[i], steps[i], n, plan.format.stored):
                    work = 0
                    if args[k] < args[i] or steps[k] < steps[i] or steps[i] <= 0:
                        part = sequential_part
    if part == elementwise_part and work and streams(plan, args, steps, n):
        part = streamed_part
    run(part, data, args, dims, steps, work, PAGE // 4)


# ---- reductions ---------------------------------------------------------------------------------------------------------

cdef enum:
    SHORT = 32             # elements of a row that is worth turning into a column, and of three operands in a buffer

ctypedef struct Reduction:
    Format format
    const reduction *row
    join_kernel *start


cdef inline bint is_last(const reduction *row, int p) noexcept nogil:
    return p + 1 == PASSES or row.passes[p + 1].fold == NULL


cdef void reduce_strip(const Reduction *plan, char **args, npy_intp n, npy_intp width, const npy_intp *core,
                       npy_intp result_step, char *state) noexcept nogil:
    """`width` neighbouring columns, whose elements lie `core` bytes apart: no copy, no transposition."""
    cdef const reduction *row = plan.row
    cdef int size = plan.format.computed, k, p, lane
    cdef bint kept = row.keep != NULL
    cdef char *operands[2]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef Py_ssize_t lane_strides[2]
    cdef fold_kernel *fold
    for k in range(2):
        operands[k] = args[min(k, row.inputs - (not kept))]
        strides[k] = core[min(k, row.inputs - (not kept))] // size
        lane_strides[k] = strides[k] * LANE_COUNT
    plan.start(width, state)
    for p in range(PASSES):
        if row.passes[p].fold != NULL:
            fold = row.keep if kept and is_last(row, p) else row.passes[p].fold
            for lane in range(<int>min(<npy_intp>LANE_COUNT, n)):
                for k in range(2):
                    inputs[k] = operands[k] + lane * strides[k] * size
                fold((n - lane + LANE_COUNT - 1) // LANE_COUNT, width, inputs, lane_strides, state, lane)
            row.passes[p].join(width, state)
    if row.map == NULL:
        copy_elements(size, state + RESULT * SECTION * size, size, args[row.inputs], result_step, width)
        return
    for k in range(2):
        inputs[k] = operands[k]
    if kept:
        inputs[0] = operands[1]
        strides[0] = strides[1]
    (row.rest if kept else row.map)(n, width, inputs, strides, args[row.inputs], core[row.inputs] // size, state)


cdef void reduce_rows(const Reduction *plan, char **args, npy_intp n, npy_intp width, const npy_intp *core,
                      const npy_intp *steps, char *buffers, char *state) noexcept nogil:
    """`width` short rows as the columns of a strip: they are turned for it, and the results back."""
    cdef int size = plan.format.computed, k
    cdef npy_intp i
    cdef char *turned[3]
    cdef npy_intp turned_core[3]
    for k in range(3):
        turned[k] = buffers + k * SHORT * STRIP * 8
        turned_core[k] = STRIP * size
    for k in range(plan.row.inputs):
        for i in range(width):
            copy_elements(size, args[k] + i * steps[k], core[k], turned[k] + i * size, STRIP * size, n)
        for i in range(width, whole(width)):
            copy_elements(size, turned[k], STRIP * size, turned[k] + i * size, STRIP * size, n)
    reduce_strip(plan, turned, n, whole(width), turned_core, size, state)
    if plan.row.map == NULL:
        copy_elements(size, turned[plan.row.inputs], size, args[plan.row.inputs], steps[plan.row.inputs], width)
        return
    for i in range(width):
        copy_elements(size, turned[plan.row.inputs] + i * size, STRIP * size, args[plan.row.inputs] + i * steps[plan.row.inputs],
                      core[plan.row.inputs], n)


cdef void reduce_row(const Reduction *plan, char **args, npy_intp n, const npy_intp *core, char *buffers,
                     char *state) noexcept nogil:
    """One row, in blocks; a lane is a column of a strip that the row itself makes."""
    cdef const reduction *row = plan.row
    cdef const Format *format = &plan.format
    cdef Operand operands[3]
    cdef const void *inputs[2]
    cdef Py_ssize_t strides[2]
    cdef npy_intp i, count
    cdef int k, p, outputs = row.map != NULL
    cdef bint direct = True, kept = row.keep != NULL and format.load == NULL
    strides[0] = strides[1] = LANE_COUNT
    for k in range(row.inputs + outputs):
        operands[k] = operand(format, args[k], core[k], buffers + k * BLOCK_BYTES)
        direct = direct and operands[k].direct
    plan.start(1, state)
    for p in range(PASSES + outputs):
        if p < PASSES and row.passes[p].fold == NULL:
            continue
        i = 0
        while i < n:
            count = block_of(n - i, direct, format.computed)
            if p == PASSES and kept:
                inputs[0] = fetch(format, &operands[row.inputs], i, count, NULL)
            else:
                for k in range(row.inputs):
                    inputs[k] = fetch(format, &operands[k], i, count, &row.padding)
            if row.inputs == 1:
                inputs[1] = inputs[0]
            if p == PASSES:
                (row.rest if kept else row.map)(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides,
                                                place(format, &operands[row.inputs], i, count), LANE_COUNT, state)
                put(format, &operands[row.inputs], i, count)
            elif kept and is_last(row, p):
                inputs[1] = place(format, &operands[row.inputs], i, count)
                row.keep(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides, state, 0)
                put(format, &operands[row.inputs], i, count)
            else:
                row.passes[p].fold(whole(count) // LANE_COUNT, LANE_COUNT, inputs, strides, state, 0)
            i += count
        if p < PASSES:
            row.passes[p].join(1, state)
    if not outputs:
        operands[2] = operand(format, args[row.inputs], 0, state + RESULT * SECTION * format.computed)
        operands[2].direct = False
        put(format, &operands[2], 0, 1)


cdef void reduction_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                         npy_intp first, npy_intp last) noexcept nogil:
    cdef const Reduction *plan = <const Reduction *>data
    cdef int size = plan.format.computed, count = plan.row.inputs + 1, k
    cdef char memory[3 * SHORT * STRIP * 8 + SECTIONS * SECTION * 8 + LINE]
    cdef char *buffers = memory + (-<uintptr_t>memory & (LINE - 1))
    cdef char *state = buffers + 3 * SHORT * STRIP * 8
    cdef char *here[3]
    cdef npy_intp n = dims[1], width
    cdef const npy_intp *core = steps + count
    cdef bint strips = plan.format.load == NULL and n > 1
    for k in range(count if plan.row.map != NULL else plan.row.inputs):
        strips = strips and steps[k] == size and core[k] != size and core[k] % size == 0
    while first < last:
        for k in range(count):
            here[k] = args[k] + first * steps[k]
        width = min(<npy_intp>STRIP, (last - first) & -LANE_COUNT) if strips else 0
        if width:
            reduce_strip(plan, here, n, width, core, steps[count - 1], state)
        elif plan.format.load == NULL and 0 < n <= SHORT and last - first > 1:
            width = min(<npy_intp>STRIP, last - first)
            reduce_rows(plan, here, n, width, core, steps, buffers, state)
        else:
            width = 1
            reduce_row(plan, here, n, core, buffers, state)
        first += width


cdef void reduction_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    """In parts of whole strips where the axis lies across memory, else of rows."""
    cdef const Reduction *plan = <const Reduction *>data
    cdef bint along = steps[plan.row.inputs + 1] == plan.format.stored
    run(reduction_part, data, args, dims, steps, dims[0] * dims[1], 1 if along else LANE_COUNT)


# ---- what threads.py and show_runtime() ask --------------------------------------------------------------------------------

def set_request(int count, int limit):
    request_threads(count, limit)


def request():
    return requested_threads(), requested_limit()


def openmp_limit():
    return omp_get_max_threads()


def thread_count():
    return thread_limit()


# ---- the choice of ISA --------------------------------------------------------------------------------------------------

def available_isas():
    """The names of the ISAs that this build has and this processor runs, the best first."""
    cdef int i = 0
    names = []
    while fastact_isas[i] != NULL:
        if fastact_isas[i].available():
            names.append(fastact_isas[i].name.decode())
        i += 1
    return tuple(names)


cdef const isa_t *find_isa(str name) except NULL:
    cdef int i = 0
    while fastact_isas[i] != NULL:
        if fastact_isas[i].name.decode() == name and fastact_isas[i].available():
            return fastact_isas[i]
        i += 1
    raise ValueError(f"isa must be one of {', '.join(isas)}, not {name!r}")


isas = available_isas()
isa_name = os.environ.get("FASTACT_ISA") or isas[0]
if isa_name not in isas:
    raise ImportError(f"FASTACT_ISA is {isa_name!r}, but this build on this processor has {', '.join(isas)}")
openmp_version = OPENMP_VERSION
if prepare_fork() != 0:
    raise ImportError("fastact could not register its fork handler")


# ---- a ufunc for every kernel ---------------------------------------------------------------------------------------------

SUFFIXES = {VALUE: "", GRAD: "_grad", BACKWARD: "_backward", WITH_GRAD: "_with_grad"}

# The dtypes, as kernels.h counts them; bfloat16 is that of ml_dtypes, None where it is not installed.
try:
    from ml_dtypes import bfloat16
except ImportError:
    bfloat16 = None
cdef int[STORED] numbers  # of the types
for _stored, _type in enumerate(("e", bfloat16, "f", "d")):
    numbers[_stored] = -1 if _type is None else np.dtype(_type).num

cdef object kept = []  # names and signatures, which a ufunc does not copy


cdef const char *keep(str text):
    kept.append(text.encode())
    return kept[len(kept) - 1]


cdef Format format_of(const isa_t *chosen, int stored):
    cdef const kernel_set *kernels = chosen.sets[stored == DOUBLE]
    cdef Format made
    made.stored = 2 if stored <= BFLOAT16 else 4 if stored == SINGLE else 8
    made.computed = 8 if stored == DOUBLE else 4
    made.load = kernels.widen[stored]
    made.store = kernels.narrow[stored]
    return made


cdef object make_ufunc(str name, str signature, int inputs, int outputs, cnp.PyUFuncGenericFunction loop, void **plans):
    """A ufunc of `loop` for every dtype, with the plan of each; a gufunc where there is a signature."""
    cdef int operands = inputs + outputs, count = 0, stored, k
    cdef char *types = <char *>calloc(STORED, operands)
    cdef int *bfloats = <int *>calloc(operands, sizeof(int))
    cdef void **data = <void **>calloc(STORED, sizeof(void *))
    cdef cnp.PyUFuncGenericFunction *loops = <cnp.PyUFuncGenericFunction *>calloc(STORED, sizeof(void *))
    for stored in (HALF, SINGLE, DOUBLE):
        data[count] = plans[stored]
        loops[count] = loop
        for k in range(operands):
            types[count * operands + k] = numbers[stored]
        count += 1
    made = cnp.PyUFunc_FromFuncAndDataAndSignature(
        loops, data, types, count, inputs, outputs, cnp.PyUFunc_None, <char *>keep(name), "", 0,
        <char *>keep(signature) if signature else NULL)
    if numbers[BFLOAT16] >= 0:
        for k in range(operands):
            bfloats[k] = numbers[BFLOAT16]
        cnp.PyUFunc_RegisterLoopForType(<cnp.ufunc>made, numbers[BFLOAT16], loop, bfloats, plans[BFLOAT16])
    return made


cdef object elementwise_ufunc(const isa_t *chosen, str name, int n_parameters, int kind, kernel *single, kernel *double_):
    cdef Elementwise *plans = <Elementwise *>calloc(STORED, sizeof(Elementwise))
    cdef void *data[STORED]
    cdef int stored, inputs = 1 + n_parameters + (kind == BACKWARD), outputs = 1 + (kind == WITH_GRAD)
    for stored in range(STORED):
        plans[stored] = Elementwise(format_of(chosen, stored), single, inputs, outputs)
        if stored == DOUBLE:
            plans[stored].function = double_
        data[stored] = &plans[stored]
    return make_ufunc(name, "", inputs, outputs, <cnp.PyUFuncGenericFunction>elementwise_loop, data)


cdef object reduction_ufunc(const isa_t *chosen, int index):
    cdef Reduction *plans = <Reduction *>calloc(STORED, sizeof(Reduction))
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const reduction *row
    cdef int stored
    for stored in range(STORED):
        kernels = chosen.sets[stored == DOUBLE]
        row = &kernels.reductions[index]
        plans[stored] = Reduction(format_of(chosen, stored), row, kernels.start)
        data[stored] = &plans[stored]
    signature = ",".join(["(n)"] * row.inputs) + "->" + ("(n)" if row.map != NULL else "()")
    return make_ufunc(row.name.decode(), signature, row.inputs, 1, <cnp.PyUFuncGenericFunction>reduction_loop, data)


# The type number in which an array of another is computed, as numpy.exp chooses it; -1: not at all.
cdef int[32] computed
for _number in range(32):
    computed[_number] = -1
for _letter in "?bBhHiIlLqQefd":
    computed[np.dtype(_letter).num] = np.exp.resolve_dtypes((np.dtype(_letter), None))[1].num


cdef object scalar(object number, int letter):
    """A 0-d array, or the number itself where the type cannot hold it and NumPy shall say so."""
    cdef cnp.ndarray made
    cdef double value, largest = DBL_MAX if letter == cnp.NPY_DOUBLE else 65504 if letter == numbers[HALF] else FLT_MAX
    try:
        value = number
    except OverflowError:
        return number
    if largest < abs(value) < INFINITY:
        return number
    if letter != cnp.NPY_FLOAT and letter != cnp.NPY_DOUBLE:
        return np.array(value, np.float16 if letter == numbers[HALF] else bfloat16)
    made = cnp.PyArray_EMPTY(0, NULL, letter, 0)
    if letter == cnp.NPY_FLOAT:
        (<float *>cnp.PyArray_DATA(made))[0] = <float>value
    else:
        (<double *>cnp.PyArray_DATA(made))[0] = value
    return made


cdef bint is_number(object value):
    """Whether a parameter is one real number, of Python or of NumPy."""
    if type(value) is np.ndarray:
        return value.ndim == 0 and (value.dtype.kind in "biuf" or value.dtype == bfloat16)
    return isinstance(value, (float, int, np.floating, np.integer)) and type(value) is not np.timedelta64 or type(value) is bfloat16


cdef int common_type(tuple args, Py_ssize_t count):
    """The type number in which the first arguments are computed, if they are NumPy's own arrays or scalars of one type."""
    cdef Py_ssize_t k
    cdef int number = -1, found
    for k in range(count):
        if cnp.PyArray_CheckExact(args[k]):
            found = cnp.PyArray_TYPE(<cnp.ndarray>args[k])
        elif isinstance(args[k], np.generic):
            found = args[k].dtype.num
        else:
            return -1
        if k and found != number:
            return -1
        number = found
    return computed[number] if 0 <= number < 32 else number if number == numbers[BFLOAT16] else -1


@cython.final
cdef class Parametric:
    """A ufunc whose last operands are parameters with names and defaults; `ufunc` is the ufunc itself."""

    cdef readonly object ufunc
    cdef tuple operands, names, defaults
    cdef dict typed_defaults  # by type number: the defaults as 0-d arrays of the type
    cdef list conditions      # text, positions of the parameters in it, a function of them
    cdef dict __dict__

    def __init__(self, ufunc, operands, parameters, conditions):
        self.ufunc = ufunc
        self.operands = operands
        self.names = tuple(parameters)
        self.defaults = tuple(parameters.values())
        self.typed_defaults = {}
        if None not in self.defaults:
            self.typed_defaults = {
                letter: tuple([scalar(value, letter) for value in self.defaults]) for letter in numbers if letter >= 0}
        self.conditions = []
        for text in conditions:
            used = [name for name in text.split() if name in parameters]
            positions = tuple([len(operands) + self.names.index(name) for name in used])
            self.conditions.append((text, positions, eval(f"lambda {', '.join(used)}: {text}")))
        self.__name__ = ufunc.__name__

    def __call__(self, *args, **kwargs):
        cdef Py_ssize_t count = len(args), given = count - len(self.operands)
        cdef int letter
        if given < 0:
            raise TypeError(f"{self.__name__}() missing required argument: {self.operands[count]!r}")
        letter = common_type(args, count - given)
        if "signature" in kwargs:
            letter = -1
        elif kwargs.get("dtype") is not None:
            letter = np.dtype(kwargs["dtype"]).num
            letter = letter if letter in numbers else -1
        if given == 0 and not kwargs and letter in self.typed_defaults:
            return self.ufunc(*args, *<tuple>self.typed_defaults[letter])
        if kwargs or given < len(self.names):
            args += self.missing(given, kwargs)
        if self.conditions:
            self.check(args)
        if letter >= 0:
            args = self.typed(args, letter)
        return self.ufunc(*args, **kwargs)

    cdef tuple missing(self, Py_ssize_t given, dict kwargs):
        """The parameters that are not given by position; takes them out of kwargs."""
        cdef Py_ssize_t k
        values = []
        for k in range(len(self.names)):
            name = self.names[k]
            if k < given:
                if name in kwargs:
                    raise TypeError(f"{self.__name__}() got multiple values for argument {name!r}")
            elif name in kwargs:
                values.append(kwargs.pop(name))
            elif self.defaults[k] is None:
                raise TypeError(f"{self.__name__}() missing required argument: {name!r}")
            else:
                values.append(self.defaults[k])
        return tuple(values)

    cdef object check(self, tuple args):
        """Refuses numbers that the parameters may not be; arrays give NaN where theirs are, and a NaN is its own answer."""
        for text, positions, holds in self.conditions:
            values = [args[k] for k in positions]
            if all(map(is_number, values)) and not holds(*values) and all(v == v for v in values):
                given = ", ".join(f"{self.names[k - len(self.operands)]}={v}" for k, v in zip(positions, values))
                raise ValueError(f"{self.__name__}() needs {text}, got {given}")

    cdef tuple typed(self, tuple args, int letter):
        """With the parameters, if all of them are Python numbers, as 0-d arrays of the type that the operands alone ask for:
        an integer array is computed as numpy.exp computes it, and NumPy need not cast in a buffer, which costs as much as
        the call."""
        cdef Py_ssize_t k, first = len(self.operands)
        cdef list changed = list(args)
        for k in range(first, first + len(self.names)):
            value = changed[k]
            if type(value) is float or type(value) is int:
                changed[k] = scalar(value, letter)
            elif letter != numbers[BFLOAT16] or np.asanyarray(value).dtype != bfloat16:
                return args  # but bfloat16, a user type, would not survive a Python number beside it
        return tuple(changed)

    def __repr__(self):
        return f"<fastact function {self.__name__!r}>"

    def __reduce__(self):
        return self.__name__


@lru_cache(maxsize=None)
def signature(operands, parameters, outputs):
    """What a function takes, and the same as text: its operands by position, its parameters, then what every ufunc takes."""
    kind = inspect.Parameter
    ours = [kind(name, kind.POSITIONAL_ONLY) for name in operands]
    ours += [kind(name, kind.POSITIONAL_OR_KEYWORD, default=kind.empty if value is None else value)
             for name, value in parameters]
    common = {"where": True, "casting": "same_kind", "order": "K", "dtype": None, "subok": True}
    out = kind("out", kind.POSITIONAL_OR_KEYWORD if outputs == 1 else kind.KEYWORD_ONLY, default=None)
    ours += [out, *(kind(name, kind.KEYWORD_ONLY, default=value) for name, value in common.items())]
    made = inspect.Signature(ours)
    return made, str(made)


def publish(function, signature, call, doc):
    """A function that pickles by its name in the package, and shows how it is called."""
    function.__module__ = "fastact"
    function.__qualname__ = function.__name__
    function.__signature__ = signature
    function.__doc__ = f"{function.__name__}{call}\n\n{doc}"
    return function


class FromOutput(NamedTuple):
    """The derivative of a function from its result: its formula of y, and what must hold for the parameters."""

    formula: str
    conditions: tuple


class Row(NamedTuple):
    """A row of the table; a parameter without a default has None.  `ranges` are those over which the error bound is proven."""

    name: str
    formula: str
    parameters: dict
    source: str
    ranges: dict
    conditions: tuple
    properties: str
    from_output: FromOutput | None


cdef tuple conditions_of(const char *text):
    return tuple(text.decode().split(";")[:-1])


cdef object add_functions(dict functions, const isa_t *chosen, row, str stem, bint from_output, kernel **singles,
                          kernel **doubles):
    """The functions of a row's kernels, by name."""
    x = "y" if from_output else "x"
    cdef int kind
    for kind in range(KINDS):
        if singles[kind] == NULL:
            continue
        name = row.name + SUFFIXES[kind] + stem
        operands = ("dy", x) if kind == BACKWARD else (x,)
        function = ufunc = elementwise_ufunc(chosen, name, len(row.parameters), kind, singles[kind], doubles[kind])
        call = signature(operands, tuple(row.parameters.items()), ufunc.nout)
        doc = documentation.elementwise(row, SUFFIXES[kind] + stem)
        if row.parameters:
            conditions = row.from_output.conditions if from_output else row.conditions
            function = Parametric(publish(ufunc, *call, doc), operands, row.parameters, conditions)
        functions[name] = publish(function, *call, doc)


def build(str isa):
    """The rows of the table; the functions that follow from them for an ISA, by name; and the
    gufuncs of the reductions, by name."""
    rows, functions, outputs = [], {}, {}
    cdef const activation_row *row
    cdef const from_output_row *output
    cdef const isa_t *chosen = find_isa(isa)
    cdef const kernel_set *single = chosen.sets[0]
    cdef int index, k
    for index in range(single.n_from_outputs):
        output = &single.from_outputs[index]
        outputs[output.name.decode()] = index, FromOutput(output.formula.decode(), conditions_of(output.conditions))
    for index in range(single.n_activations):
        row = &single.activations[index]
        parameters, ranges = {}, {}
        for k in range(row.n_parameters):
            name, default = row.parameters[k].name.decode(), row.parameters[k].initial
            parameters[name] = None if math.isnan(default) else default
            ranges[name] = row.parameters[k].low, row.parameters[k].high
        name = row.name.decode()
        k, from_output = outputs.get(name, (-1, None))
        rows.append(Row(name, row.formula.decode(), parameters, row.source.decode(), ranges,
                        conditions_of(row.conditions), row.properties.decode(), from_output))
        add_functions(functions, chosen, rows[-1], "", False, <kernel **>row.kernels,
                      <kernel **>chosen.sets[1].activations[index].kernels)
        if k >= 0:
            add_functions(functions, chosen, rows[-1], "_from_output", True, <kernel **>single.from_outputs[k].kernels,
                          <kernel **>chosen.sets[1].from_outputs[k].kernels)
    reductions = {}
    for index in range(single.n_reductions):
        ufunc = reduction_ufunc(chosen, index)
        reductions[ufunc.__name__] = ufunc
    return rows, functions, reductions


activations, functions, reductions = build(isa_name)
