"""The workspace of a thread: what a part of a call needs beside its operands, off the stack, which may be small."""

from fastact._core.kernels cimport SCRATCH, STATE

cdef enum:
    MAX_OPERANDS = 9       # x, what it is scaled with, four parameters, a result; or dy, x, ..., two results
    BLOCK_BYTES = 4096     # of a buffered operand: what a call uses stays in the first cache
    GATHERED = 12288       # bytes of a block of a reduction's operand
    ROOM = 131072          # bytes of its operands: half precision of 32000 classes, say, as numbers
    MARKS = 32768          # elements of a single operand there
    CACHED = 16384         # of which so many stay in the first cache while they go to and fro
    AT_ONCE = 256          # axes that it takes at once

# Each member begins at a multiple of LINE, as the whole does.
ctypedef struct Workspace:
    char operands[ROOM]          # blocks: of MAX_OPERANDS and one; operands of a reduction; or columns to normalise
    char stage[GATHERED]         # what is on its way from or to an array, as that stores it
    char numbers[GATHERED]       # the same as numbers, while rows are turned
    unsigned char marks[MARKS]   # which elements count
    char sinks[2048]             # of AT_ONCE axes
    char results[3][2048]        # AT_ONCE numbers
    char classes[3][2048]        # of AT_ONCE axes
    char state[STATE]
    char scratch[SCRATCH]        # of a kernel
