"""Recycled memory for large arrays, behind NumPy's data-allocation handler (NEP 49)."""

import operator
import os
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from fastact._core import memory_pool

# What disable_pool() puts back: the handler that was in force in this context before the pool's.
_before = ContextVar("fastact_pool_before", default=None)


def enable_pool(limit=None):
    """Let NumPy take the memory of large arrays from a pool, which keeps the memory of deleted arrays for new ones.

    Without the pool the operating system provides the memory of a large new array. The system maps and clears each page when
    the page is first written to, which can take longer than the computation. With the pool every new array of 1 MiB or more
    gets an aligned block on huge pages, whether it is a result of fastact or any other array. When the array is deleted, its
    block is used again for the next array of about the same size. Smaller arrays get their memory from NumPy as before, and
    existing arrays keep theirs.

    Parameters
    ----------
    limit : int, optional
        How many bytes of free blocks the pool may keep, in the whole process. If there are more, the oldest blocks go back to
        the system. With 0 it keeps none. By default the limit stays as it is; at first it is a quarter of the memory, but at
        most 1 GiB.

    Raises
    ------
    TypeError
        If `limit` is neither an integer nor None.
    ValueError
        If `limit` is negative, or larger than `sys.maxsize`.
    RuntimeError
        If the system has no mmap.

    See Also
    --------
    pooled : the same for a `with` block.
    disable_pool, trim_pool

    Notes
    -----
    NumPy allocates memory through a handler, which is a context variable. So this call enables the pool for the calling thread,
    or for the calling asyncio task and the tasks that it starts later. A new thread begins with NumPy's own handler. Call
    `enable_pool` in the new thread too, or pass it to an executor: ``ThreadPoolExecutor(initializer=fa.enable_pool)``. If
    ``sys.flags.thread_inherit_context`` is set, as in free-threaded Python 3.14, a new thread begins with the handler of the
    thread that starts it. All threads share one list of free blocks. Arrays may be passed between threads and outlive them.

    If the environment variable ``FASTACT_POOL`` is 1, importing fastact calls this function. Any other value has no effect.

    A block is up to an eighth larger than its array. When `numpy.zeros` gets a block that was used before, the pool clears the
    whole block at once. Memory that comes from the system is cleared page by page, when it is first used.

    Examples
    --------
    >>> import numpy as np
    >>> import fastact as fa
    >>> fa.enable_pool(limit=256 * 2**20)
    >>> y = fa.gelu(np.ones(10**6))
    >>> del y                                   # its memory is kept,
    >>> y = fa.tanh(np.ones(10**6))             # and used again
    >>> fa.disable_pool()
    """
    number = _checked(limit)
    _enter()
    if number is not None:
        memory_pool.set_limit(number)


def disable_pool():
    """Restore NumPy's previous memory handler, and give the pool's free memory back to the system.

    The handler that was active before the pool becomes active again, only in the calling context, as for `enable_pool`. If the
    active handler is not the pool's, it is left as it is. Existing arrays keep their memory. It goes back to the system when
    they are deleted, unless another thread still uses the pool. The limit is set back to its default.

    See Also
    --------
    enable_pool, trim_pool

    Examples
    --------
    >>> import fastact as fa
    >>> fa.enable_pool()
    >>> fa.disable_pool()
    """
    if _is_on():
        memory_pool.set_handler(_before.get())
    memory_pool.close()
    memory_pool.set_limit(DEFAULT_LIMIT)


def trim_pool():
    """Give the pool's free memory back to the system; the pool itself stays enabled or disabled.

    See Also
    --------
    enable_pool, disable_pool

    Examples
    --------
    >>> import fastact as fa
    >>> fa.trim_pool()
    """
    memory_pool.trim()


@contextmanager
def pooled(limit=None):
    """Let NumPy take the memory of large arrays from fastact's pool, for the duration of a `with` block, in this thread.

    At the end of the block NumPy's previous memory handler becomes active again. The pool keeps its free memory, within the
    limit, for the next `with` block. `trim_pool` gives this memory back to the system.

    Parameters
    ----------
    limit : int, optional
        How many bytes of free memory the pool may keep until the end of the `with` block, in the whole process. If there are
        several such blocks, the limit of the latest holds. By default the limit stays as it is.

    Raises
    ------
    TypeError
        If `limit` is neither an integer nor None.
    ValueError
        If `limit` is negative, or larger than `sys.maxsize`.
    RuntimeError
        If the system has no mmap.

    See Also
    --------
    enable_pool : the same until `disable_pool` is called; explains how the pool and threads work together.

    Examples
    --------
    >>> import numpy as np
    >>> import fastact as fa
    >>> x = np.ones(10**6)
    >>> with fa.pooled():
    ...     for _ in range(3):
    ...         x = fa.gelu(x)
    """
    number = _checked(limit)
    claim = None if number is None else memory_pool.Claim(number)
    handler, before = _enter()
    try:
        yield
    finally:
        memory_pool.set_handler(handler)
        _before.set(before)
        if claim is not None:
            claim.withdraw()


def _is_on():
    return memory_pool.current_handler() is memory_pool.handler


def _enter():
    """The pool's handler comes into force; the one in force, and what `disable_pool` would have put back."""
    if not memory_pool.available:
        raise RuntimeError("the pool needs mmap, which this system does not have")
    handler, before = memory_pool.set_handler(memory_pool.handler), _before.get()
    if handler is not memory_pool.handler:
        _before.set(handler)
    return handler, before


def _checked(limit):
    if limit is None:
        return None
    try:
        number = operator.index(limit)
    except TypeError:
        raise TypeError(f"limit must be an integer, of bytes, or None, not {type(limit).__name__}") from None
    if not 0 <= number <= sys.maxsize:
        raise ValueError(f"limit must be a number of bytes from 0 to {sys.maxsize}, not {number}")
    return number


def _memory():
    """Bytes of memory that the process may use: the machine's, or its container's."""
    sizes = []
    with suppress(AttributeError, OSError, ValueError):
        sizes.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for file in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            with open(file) as text:
                sizes.append(int(text.read()))
        except (OSError, ValueError):
            pass
    return min((size for size in sizes if size > 0), default=2**32)


DEFAULT_LIMIT = min(2**30, _memory() // 4)
memory_pool.set_limit(DEFAULT_LIMIT)


def report():
    """What `show_runtime` says of the pool."""
    f = memory_pool.figures()
    if not _is_on() and not f["fresh"]:
        return "off"
    return (
        f"{'on' if _is_on() else 'off'}, keeps at most {_size(f['limit'])}; free {_size(f['free_bytes'])} in {f['free_blocks']}"
        f" blocks, live {_size(f['live_bytes'])} in {f['live_blocks']}; {f['reused']} reused, {f['fresh']} fresh"
    )


def facts():
    """The same as data: whether it is on, and its figures in bytes and blocks."""
    return {"on": bool(_is_on()), "available": memory_pool.available, **memory_pool.figures()}


def _size(number):
    return f"{number / 2**30:.1f} GiB" if number >= 2**30 else f"{number / 2**20:.0f} MiB"


if os.environ.get("FASTACT_POOL") == "1" and memory_pool.available:
    enable_pool()
