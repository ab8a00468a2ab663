"""The workspace of a thread: what a part of a call needs beside its operands, off the stack, which may be small."""

from fastact._core.kernels cimport PROJECTION_SECTIONS, SECTION

cdef enum:
    MAX_OPERANDS = 8       # dy, x, four parameters, two results; or dy, a, b ...
    BLOCK_BYTES = 4096     # of a buffered operand: what a call uses stays in the first cache
    GATHERED = 12288       # bytes of a gathered operand: rows that are worth turning in registers
    MARKS = 4096           # elements of a block, or of a gathered operand

# Each member begins at a multiple of LINE, as the whole does.
ctypedef struct Workspace:
    char operands[4 * GATHERED]  # blocks: of MAX_OPERANDS and a sum, or of a row and what is kept of it; or gathered ones
    char stage[GATHERED]         # what is on its way from or to an array, as that stores it
    char numbers[GATHERED]       # the same as numbers, while rows are turned; and sinks
    unsigned char marks[MARKS]   # which elements count
    char state[PROJECTION_SECTIONS * SECTION * 8]
