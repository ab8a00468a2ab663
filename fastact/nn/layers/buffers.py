"""Arrays that are kept between the steps of a training, so that a step allocates none."""

import math

import numpy as np

LINE = 64  # bytes of a line of the caches
MOST = 32  # views that are kept: of a few arrays, for a few sizes of a batch


class Buffers:
    """Arrays by name and shape; those of one name share memory, as a batch of another size has another number of rows."""

    def __init__(self, dtype):
        self.dtype = np.dtype(dtype)
        self.memory = {}
        self.views = {}

    def __call__(self, name, shape, dtype=None):
        """The array of that name in a shape; what it holds is what was last written to any array of that name."""
        found = self.views.get((name, shape))
        return self._made(name, shape, dtype or self.dtype) if found is None else found

    def _made(self, name, shape, dtype):
        count, memory = math.prod(shape), self.memory.get(name)
        if memory is None or memory.size < count:
            memory = self.memory[name] = aligned(count, dtype)
            self.views = {key: view for key, view in self.views.items() if key[0] != name}
        if len(self.views) >= MOST:
            self.views.clear()
        view = self.views[name, shape] = memory[:count].reshape(shape)
        return view

    def ones(self, count):
        """So many ones, whose product with a matrix is the sum of its rows."""
        found = self.views.get(("ones", (count,)))
        if found is None:
            found = self("ones", (count,))
            found.fill(1)
        return found


def aligned(count, dtype):
    """So many numbers from the beginning of a line on: no pack of them lies across two."""
    size = np.dtype(dtype).itemsize
    memory = np.empty(count + LINE // size, dtype)
    first = -memory.ctypes.data % LINE // size
    return memory[first : first + count]
