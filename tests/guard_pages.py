"""Memory with a page on either side of it that no one may touch, and arrays that end or begin exactly there."""

import ctypes
import mmap
import sys

import numpy as np
import pytest

LIBC = None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)
FILL = 0x55

needs_guards = pytest.mark.skipif(not hasattr(LIBC, "mprotect"), reason="the system has no mprotect")


class Guarded:
    """`size` bytes and more, whole pages, between two that end the process where they are read or written."""

    def __init__(self, size):
        page = mmap.PAGESIZE
        whole = -(-size // page) * page
        self.memory = mmap.mmap(-1, whole + 2 * page)
        base = np.frombuffer(self.memory, np.uint8)
        for start in (0, whole + page):
            address = ctypes.c_void_p(base.ctypes.data + start)
            if LIBC.mprotect(address, ctypes.c_size_t(page), 0):
                raise OSError(ctypes.get_errno(), "mprotect")
        self.bytes = base[page:-page]
        self.bytes[:] = FILL

    def at_start(self, n, dtype, skip=0):
        """n elements, the first one `skip` bytes behind the guard."""
        return self.bytes[skip : skip + n * np.dtype(dtype).itemsize].view(dtype)

    def at_end(self, n, dtype, skip=0):
        """n elements, the last one `skip` bytes before the guard."""
        end = len(self.bytes) - skip
        return self.bytes[end - n * np.dtype(dtype).itemsize : end].view(dtype)

    def is_untouched_but(self, first, last):
        """Whether all bytes but these, counted from the start, or from the end where negative, are as they were."""
        return (self.bytes[:first] == FILL).all() and (self.bytes[last:] == FILL).all()
