"""How much of its stack each public function uses: python tests/reliability/stack_use.py, by FASTACT_ISA or the best set.

A call runs in a thread whose stack is painted before and looked at afterwards.  Prints the deepest ufuncs over NumPy's own exp,
and the deepest of the others, which call generalised ufuncs, over NumPy's vecdot; ends with 1 where that is above 16 KiB."""

import ctypes
import mmap
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import numpy as np
from every_call import COMPUTES, every_call
from fastact._core.ufuncs import isa_name

SIZE, LIMIT = 1 << 18, 1 << 14
PAINT = b"\xa5"
START = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
libc = ctypes.CDLL(None)


def run_on(stack, function):
    """Runs it in a new thread on this memory, to its end."""
    attributes, thread, raised = ctypes.create_string_buffer(256), ctypes.c_ulong(), []
    address = ctypes.addressof(ctypes.c_char.from_buffer(stack))

    def start(_):
        try:
            function()
        except BaseException as error:
            raised.append(error)

    started = START(start)
    for failed in (
        libc.pthread_attr_init(attributes),
        libc.pthread_attr_setstack(attributes, ctypes.c_void_p(address), ctypes.c_size_t(len(stack))),
        libc.pthread_create(ctypes.byref(thread), attributes, started, None),
        libc.pthread_join(thread, None),
    ):
        assert not failed, failed
    if raised:
        raise raised[0]


def use(function):
    """Bytes, with those of the thread itself and of the way to the call."""
    stack = mmap.mmap(-1, SIZE)
    stack.write(PAINT * SIZE)
    run_on(stack, function)
    return len(bytes(stack).lstrip(PAINT))


def main():
    x, most = np.ones(10), {}
    numpys = {True: use(lambda: np.exp(x)), False: use(lambda: np.vecdot(x, x))}
    for label, call in every_call():
        name = label.split(" of ")[0]
        with np.errstate(all="ignore"):
            most[name] = max(most.get(name, (0, "")), (use(call), label))
    above = False
    for elementwise, of in ((True, "exp"), (False, "vecdot")):
        base = numpys[elementwise]
        kind = [
            one
            for name, one in most.items()
            if isinstance(getattr(COMPUTES[name], "ufunc", COMPUTES[name]), np.ufunc) is elementwise
        ]
        above |= max(kind)[0] - base > LIMIT
        print(f"{isa_name}: {len(kind)} functions, beyond the {base} bytes of NumPy's {of}")
        for bytes_used, label in sorted(kind, reverse=True)[:5]:
            print(f"  {bytes_used - base:6} {label}")
    return above


if __name__ == "__main__":
    sys.exit(main())
