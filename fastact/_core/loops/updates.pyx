"""Steps of optimisers: lists of arrays in place, all of them in one parallel region.

Arrays that the kernels take as they are, aligned, native and contiguous float32 and float64, are only looked at; others are
copied for the call, and what was written goes back.  Whatever is wrong is found before anything is written."""

from cpython.object cimport PyObject
from libc.math cimport INFINITY, isfinite, isinf, sqrt
from libc.stdint cimport uintptr_t
from libc.stdlib cimport calloc, free, malloc, qsort
from libc.string cimport memcpy

import math

import numpy as np

from fastact._core.dtypes import TYPES

cimport numpy as cnp

from fastact._core.kernels cimport LINE, STEP, UPDATE_ARRAYS, squares_kernel, update_kernel, update_scalars
from fastact._core.loops.operands cimport copy_elements, whole
from fastact._core.loops.parallel cimport PAGE, run
from fastact._core.loops.workspace cimport Workspace

cnp.import_array()

cdef extern from "Python.h":
    PyObject *PyErr_Occurred() noexcept

cdef enum:
    BLOCK = 4096           # elements of a sum of squares that has bits of its own
    ALIGNED = 2048         # elements from which a step begins on a line
    RESCALED = 600         # a power of 2 by which gradients are multiplied whose squares are no normal numbers

# The arrays of one parameter: p, g and states.
ctypedef struct Item:
    char *arrays[UPDATE_ARRAYS]
    Py_ssize_t n
    Py_ssize_t first       # element of all, of which every item has whole steps
    Py_ssize_t block       # the first one of all
    Py_ssize_t position    # in the list
    bint is_double
    const update_scalars *scalars

ctypedef struct Plan:
    Item *items            # those that are not empty
    Py_ssize_t count
    int arrays
    update_kernel *kernels[2]
    squares_kernel *squares[2]
    double limit
    double unit
    double *sums           # of the squares in each block

# The memory of an array, and whether it is written.
ctypedef struct Extent:
    const char *low
    const char *high
    Py_ssize_t index       # (position, array) as one number
    bint written


# ---- the loop ---------------------------------------------------------------------------------------------------------------

cdef Py_ssize_t item_at(const Plan *plan, Py_ssize_t place, bint block) noexcept nogil:
    """The item that an element or a block belongs to."""
    cdef Py_ssize_t low = 0, high = plan.count, middle
    while high - low > 1:
        middle = (low + high) // 2
        if (plan.items[middle].block if block else plan.items[middle].first) <= place:
            low = middle
        else:
            high = middle
    return low


cdef void step_rest(const Plan *plan, const Item *item, Py_ssize_t first, Py_ssize_t n, Workspace *workspace) noexcept nogil:
    """Less than a step of elements, in a buffer, padded with the last one again."""
    cdef int k, size = 8 if item.is_double else 4
    cdef void *here[UPDATE_ARRAYS]
    cdef char *block
    for k in range(plan.arrays):
        block = workspace.operands + k * STEP * 8
        here[k] = block
        memcpy(block, item.arrays[k] + first * size, n * size)
        copy_elements(size, block + (n - 1) * size, 0, block + n * size, size, STEP - n)
    plan.kernels[item.is_double](STEP, here, item.scalars)
    for k in range(plan.arrays):
        if k != 1:
            memcpy(item.arrays[k] + first * size, here[k], n * size)


cdef inline Py_ssize_t before_line(const Item *item, Py_ssize_t first, Py_ssize_t n) noexcept nogil:
    """Elements up to the next line of the caches, where there are so many that whole lines are worth it; NumPy's large arrays
    begin 16 bytes behind one.  Adam's step of 10 M float32 took 5 to 8 % less time so, and that of SGD in the cache 30 %.

    It takes as long as to read and write the same lines and compute nothing.  They fetched 0.1 to 16 KiB ahead took from 3 %
    less to 40 % more, results past the caches 80 % more, two or four pages in turn 50 to 150 % more (Zen 4, one thread)."""
    cdef int size = 8 if item.is_double else 4
    return <Py_ssize_t>(-<uintptr_t>(item.arrays[0] + first * size) & (LINE - 1)) // size if n >= ALIGNED else 0


cdef void update_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                      Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Elements first to last, counted through all items."""
    cdef const Plan *plan = <const Plan *>data
    cdef const Item *item
    cdef Py_ssize_t i = item_at(plan, first, False), start, end, full
    cdef void *here[UPDATE_ARRAYS]
    cdef int k
    while i < plan.count and plan.items[i].first < last:
        item = &plan.items[i]
        start = max(first - item.first, <Py_ssize_t>0)
        end = min(last - item.first, item.n)
        full = before_line(item, start, end - start)
        if full > 0:
            step_rest(plan, item, start, full, workspace)
            start += full
        full = (end - start) & -STEP
        if full > 0:
            for k in range(plan.arrays):
                here[k] = item.arrays[k] + start * (8 if item.is_double else 4)
            plan.kernels[item.is_double](full, here, item.scalars)
        if start + full < end:
            step_rest(plan, item, start + full, end - start - full, workspace)
        i += 1


cdef void squares_part(const void *data, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                       Py_ssize_t first, Py_ssize_t last, Workspace *workspace) noexcept nogil:
    """Blocks first to last, counted through all items."""
    cdef const Plan *plan = <const Plan *>data
    cdef const Item *item
    cdef Py_ssize_t i = item_at(plan, first, True), block, at
    for block in range(first, last):
        while i + 1 < plan.count and plan.items[i + 1].block <= block:
            i += 1
        item = &plan.items[i]
        at = (block - item.block) * BLOCK
        plan.sums[block] = plan.squares[item.is_double](
            min(<Py_ssize_t>BLOCK, item.n - at), item.arrays[1] + at * (8 if item.is_double else 4), plan.limit, plan.unit)


cdef int raise_what_is_set() except -1:
    """A warning of the region that is an error."""
    return -1 if PyErr_Occurred() != NULL else 0


# ---- what is given ----------------------------------------------------------------------------------------------------------

FLOATS = tuple(np.dtype(kind) for kind in TYPES if kind is not None)
ACCEPTED = ", ".join(map(str, FLOATS))


def computed_type(dtype):
    """float64 for float64, float32 for the others."""
    native = dtype.newbyteorder("=")
    if native not in FLOATS:
        raise TypeError(f"must be an array of {ACCEPTED}, not of {dtype}")
    return np.dtype(np.float64) if native == np.float64 else np.dtype(np.float32)


def check_array(name, array):
    """An array whose elements are numbers and which has no mask or index to be lost."""
    if type(array) is not np.ndarray and not isinstance(array, np.memmap):
        raise TypeError(f"{name} must be a numpy.ndarray, not {type(array).__name__}")
    try:
        computed_type(array.dtype)
    except TypeError as error:
        raise TypeError(f"{name} {error}") from None


def has_room_for_each(array):
    """Whether no two elements share memory; False too of the rare strides for which that is hard to tell."""
    reach = array.itemsize
    for step, length in sorted((abs(step), length) for step, length in zip(array.strides, array.shape) if length > 1):
        if step < reach:
            return False
        reach += step * (length - 1)
    return True


def check_together(names, arrays):
    """Refuses what does not go together, by name."""
    p = arrays[0]
    for k, (name, array) in enumerate(zip(names, arrays)):
        check_array(name, array)
        native, own = array.dtype.newbyteorder("="), p.dtype.newbyteorder("=")
        if array.shape != p.shape:
            raise ValueError(f"{name} has shape {array.shape}, but {names[0]} has shape {p.shape}")
        if native != own and (k < 2 or native != computed_type(own)):
            raise TypeError(f"{name} has the type {array.dtype}, but {names[0]} has {p.dtype}")
        if k != 1 and not array.flags.writeable:
            raise ValueError(f"{name} must be an array that can be written to, but is read-only")
        if k != 1 and not has_room_for_each(array):
            raise ValueError(f"{name} has elements that share memory, by its strides {array.strides}")


def as_taken(arrays):
    """The arrays of one parameter as the kernels take them, of one type and order, or copies of that kind."""
    p = arrays[0]
    dtype = computed_type(p.dtype)
    order = "F" if p.flags.f_contiguous and not p.flags.c_contiguous else "C"
    flags = ["F_CONTIGUOUS" if order == "F" else "C_CONTIGUOUS", "ALIGNED"]
    return [a if a.dtype == dtype and all(a.flags[flag] for flag in flags) else np.array(a, dtype, order=order, subok=False)
            for a in arrays]


def share_memory(a, b):
    try:
        return np.shares_memory(a, b, max_work=1000000)
    except np.exceptions.TooHardError:
        return True


cdef int by_address(const void *a, const void *b) noexcept nogil:
    cdef const char *one = (<const Extent *>a).low
    cdef const char *other = (<const Extent *>b).low
    return (one > other) - (one < other)


cdef class Rule:
    """A row of the table of optimisers for an ISA."""


cdef class Call:
    """One step: its arrays, checked.  `gradient_norm` may be asked, then `apply` writes."""
    cdef Rule rule
    cdef Plan plan
    cdef update_scalars *scalars
    cdef Extent *extents
    cdef Py_ssize_t extent_count, elements, blocks
    cdef tuple lists
    cdef list kept         # what was made for the call
    cdef list copied       # pairs of an array and of its copy that is written
    cdef bint single

    def __cinit__(self, Rule rule, tuple parameters, tuple gradients, tuple states, bint single=False):
        """`states` are tuples of a list each; names are those of one parameter's arrays where it is a single one."""
        cdef Py_ssize_t count = len(parameters), i
        self.rule, self.single = rule, single
        self.lists = (parameters, gradients, *map(tuple, states))
        self.kept, self.copied = [], []
        self.plan.arrays = len(self.lists)
        self.plan.kernels, self.plan.squares = rule.kernels, rule.squares
        if len(gradients) != count:
            raise ValueError(f"gradients has {len(gradients)} arrays, but parameters has {count}")
        if len(states) != len(rule.row.states) or any([len(state) != count for state in states]):
            raise ValueError(f"states must be {len(rule.row.states)}, of {count} arrays each")
        self.plan.items = <Item *>calloc(max(count, <Py_ssize_t>1), sizeof(Item))
        self.extents = <Extent *>malloc(max(count * self.plan.arrays, <Py_ssize_t>1) * sizeof(Extent))
        if self.plan.items == NULL or self.extents == NULL:
            raise MemoryError
        for i in range(count):
            if not self.take_plain(i):
                self.take_any(i)
        self.check_overlap()

    def __dealloc__(self):
        free(self.plan.items)
        free(self.plan.sums)
        free(self.extents)
        free(self.scalars)

    cdef tuple arrays_at(self, Py_ssize_t position):
        return tuple([(<tuple>one)[position] for one in self.lists])

    def names_at(self, Py_ssize_t position):
        names = self.rule.row.states
        if self.single:
            return ("p", "g", *names)
        return (f"parameters[{position}]", f"gradients[{position}]",
                *(f"the state {name} of parameters[{position}]" for name in names))

    cdef bint take_plain(self, Py_ssize_t position) except -1:
        """Whether all arrays are what the kernels take, in C's order; then they are in the plan."""
        cdef cnp.ndarray p, array
        cdef int k, d, kind, ndim
        cdef object given = (<tuple>self.lists[0])[position]
        if not cnp.PyArray_CheckExact(given):
            return False
        p = <cnp.ndarray>given
        kind, ndim = cnp.PyArray_TYPE(p), cnp.PyArray_NDIM(p)
        if kind != cnp.NPY_FLOAT and kind != cnp.NPY_DOUBLE:
            return False
        for k in range(self.plan.arrays):
            given = (<tuple>self.lists[k])[position]
            if not cnp.PyArray_CheckExact(given):
                return False
            array = <cnp.ndarray>given
            if cnp.PyArray_TYPE(array) != kind or cnp.PyArray_NDIM(array) != ndim:
                return False
            if not (cnp.PyArray_ISCARRAY_RO(array) if k == 1 else cnp.PyArray_ISCARRAY(array)):
                return False
            for d in range(ndim):
                if cnp.PyArray_DIM(array, d) != cnp.PyArray_DIM(p, d):
                    return False
        self.enter(position, self.lists, position)
        return True

    cdef int take_any(self, Py_ssize_t position) except -1:
        arrays = self.arrays_at(position)
        check_together(self.names_at(position), arrays)
        taken = as_taken(arrays)
        for k, (array, made) in enumerate(zip(arrays, taken)):
            if made is not array:
                self.kept.append(made)
                if k != 1:
                    self.copied.append((array, made))
        self.enter(position, tuple([(one,) for one in taken]), 0)
        return 0

    cdef int enter(self, Py_ssize_t position, tuple lists, Py_ssize_t at) except -1:
        """Enters the arrays that stand at a place of lists."""
        cdef Item *item = &self.plan.items[self.plan.count]
        cdef Extent *extent
        cdef cnp.ndarray array = (<tuple>lists[0])[at]
        cdef int k
        item.n = cnp.PyArray_SIZE(array)
        if item.n == 0:
            return 0
        item.is_double = cnp.PyArray_TYPE(array) == cnp.NPY_DOUBLE
        item.first, item.block, item.position = self.elements, self.blocks, position
        for k in range(self.plan.arrays):
            array = (<tuple>lists[k])[at]
            item.arrays[k] = <char *>cnp.PyArray_DATA(array)
            extent = &self.extents[self.extent_count]
            extent.low, extent.high = item.arrays[k], item.arrays[k] + cnp.PyArray_NBYTES(array)
            extent.index, extent.written = position * self.plan.arrays + k, k != 1
            if (<tuple>self.lists[k])[position] is not array:
                low, high = np.lib.array_utils.byte_bounds((<tuple>self.lists[k])[position])
                extent.low, extent.high = <const char *><size_t>low, <const char *><size_t>high
            self.extent_count += 1
        self.elements += whole(item.n)
        self.blocks += (item.n + BLOCK - 1) // BLOCK
        self.plan.count += 1
        return 0

    cdef int check_overlap(self) except -1:
        """Refuses arrays that share memory of which one is written."""
        cdef const char *top = NULL
        cdef const char *top_written = NULL
        cdef Py_ssize_t i
        cdef Extent one
        qsort(self.extents, self.extent_count, sizeof(Extent), by_address)
        for i in range(self.extent_count):
            one = self.extents[i]
            if one.low < top_written or (one.written and one.low < top):
                self.check_overlap_exactly()
                return 0
            top = max(top, one.high)
            if one.written:
                top_written = max(top_written, one.high)
        return 0

    cdef int check_overlap_exactly(self) except -1:
        """Of arrays between whose first and last byte others lie, which may yet share none, as columns of one array do."""
        cdef Py_ssize_t i, j
        cdef Extent one, other
        for i in range(self.extent_count):
            one = self.extents[i]
            for j in range(i + 1, self.extent_count):
                other = self.extents[j]
                if other.low >= one.high:
                    break
                if (one.written or other.written) and share_memory(self.array_of(one.index), self.array_of(other.index)):
                    first, second = sorted((one.index, other.index))
                    raise ValueError(f"{self.name_of(second)} shares memory with {self.name_of(first)}")
        return 0

    cdef object array_of(self, Py_ssize_t index):
        return self.lists[index % self.plan.arrays][index // self.plan.arrays]

    cdef object name_of(self, Py_ssize_t index):
        return self.names_at(index // self.plan.arrays)[index % self.plan.arrays]

    # ---- what is done -------------------------------------------------------------------------------------------------------

    cdef double sum_of_squares(self, double limit, double unit) except? -1:
        cdef Py_ssize_t blocks = self.blocks, i
        cdef list sums = []
        self.plan.limit, self.plan.unit = limit, unit
        if blocks == 0:
            return 0
        if self.plan.sums == NULL:
            self.plan.sums = <double *>malloc(blocks * sizeof(double))
            if self.plan.sums == NULL:
                raise MemoryError
        with nogil:
            run(squares_part, &self.plan, NULL, &blocks, NULL, self.elements, 1)
        raise_what_is_set()
        for i in range(self.plan.count):
            sums.append(self.sum_of_item(&self.plan.items[i]))
        try:
            return math.fsum(sums)  # the same of any order of the list
        except OverflowError:
            return INFINITY

    cdef double sum_of_item(self, const Item *item) noexcept:
        cdef double total = 0
        cdef Py_ssize_t k
        for k in range(item.block, item.block + (item.n + BLOCK - 1) // BLOCK):
            total += self.plan.sums[k]
        return total

    def gradient_norm(self, double limit=INFINITY):
        """The root of the sum of squares of all gradients, cut to [-limit, limit]: a number and the power of 2 by which that
        is too large.  A gradient that is not finite is a FloatingPointError."""
        cdef double unit = 1, total = self.sum_of_squares(limit, 1)
        cdef Py_ssize_t i
        if isinf(total) or total < 2.0 ** -900:
            unit = 2.0 ** (-RESCALED if isinf(total) else RESCALED)
            total = self.sum_of_squares(limit, unit)
        if not isfinite(total):
            for i in range(self.plan.count):
                if not isfinite(self.sum_of_item(&self.plan.items[i])):
                    name = self.names_at(self.plan.items[i].position)[1]
                    raise FloatingPointError(f"{name} has an element that is not finite, so that clip_norm has no norm")
        return sqrt(total), unit

    def apply(self, list scalars, groups=None):
        """Writes: `scalars` are tuples of limit, unit, factor and those of the rule, groups the number of one for each
        position."""
        cdef Py_ssize_t elements = self.elements, i
        cdef int k
        cdef tuple one
        free(self.scalars)
        self.scalars = <update_scalars *>calloc(len(scalars), sizeof(update_scalars))
        if self.scalars == NULL:
            raise MemoryError
        for i in range(len(scalars)):
            one = scalars[i]
            self.scalars[i].limit, self.scalars[i].unit, self.scalars[i].factor = one[0], one[1], one[2]
            for k in range(3, len(one)):
                self.scalars[i].own[k - 3] = one[k]
        for i in range(self.plan.count):
            self.plan.items[i].scalars = &self.scalars[0 if groups is None else groups[self.plan.items[i].position]]
        if elements == 0:
            return
        with nogil:
            run(update_part, &self.plan, NULL, &elements, NULL, elements, PAGE // 4)
        if self.copied:
            with np.errstate(all="ignore"):
                for array, made in self.copied:
                    np.copyto(array, made, casting="same_kind")
        raise_what_is_set()
