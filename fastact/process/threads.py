"""How many threads a call may use: a number for the process, which a thread may overrule for itself."""

import operator
import os
import sys
from contextlib import contextmanager

from fastact._core.loops import parallel
from fastact.process import thread_limits

_QUOTA = thread_limits.cpu_quota()
# threads of the system know nothing of OMP_NUM_THREADS
_DEFAULT = thread_limits.default_threads(_QUOTA) or (parallel.system_threads and thread_limits.omp_num_threads()) or 0
parallel.set_thread_defaults(_DEFAULT, thread_limits.omp_stack_size())


def set_num_threads(count):
    """Set how many threads a call of fastact may use, in this process.

    The number holds for every Python thread, whether it runs already or starts later. An exception is a thread in a
    `num_threads` block: the number of the block holds there until the block ends. A limit that OpenMP gets later, for example
    from threadpoolctl, still holds. A call uses fewer threads for an array that is too small to gain from them. It also uses
    fewer while other Python threads are in large calls of fastact, because only one call at a time has several threads.

    Parameters
    ----------
    count : int
        At least 1.

    Raises
    ------
    TypeError
        If `count` is not an integer.
    ValueError
        If `count` is below 1.

    See Also
    --------
    num_threads : for the calling thread, in a `with` block.

    Examples
    --------
    >>> import fastact as fa
    >>> before = fa.get_num_threads()
    >>> fa.set_num_threads(1)
    >>> fa.set_num_threads(before)
    """
    parallel.set_process_request(_checked(count), parallel.openmp_limit())


def get_num_threads():
    """How many threads a call of fastact from this thread may use.

    This is the number of the innermost `num_threads` block that this thread is in. Outside such a block it is the number of
    `set_num_threads`. If that was not called, it is ``OMP_NUM_THREADS``. Without this variable it is the number of processors
    that the process may run on, but at most the CPU quota of its container, rounded up. ``OMP_THREAD_LIMIT`` and threadpoolctl
    lower the number. In a forked child process it is 1.

    Returns
    -------
    int

    Examples
    --------
    >>> import fastact as fa
    >>> fa.get_num_threads() >= 1
    True
    """
    return parallel.thread_count()


def decided():
    """How many threads a call from this thread may use, and what decides it."""
    count, asked_here, asked = parallel.thread_count(), parallel.thread_request()[0], parallel.process_request()
    if not (parallel.openmp_version or parallel.system_threads):
        return count, "built without OpenMP"
    if parallel.in_forked_child():
        return count, "forked process"
    if count == (asked_here or asked):
        return count, "num_threads" if asked_here else "set_num_threads"
    if count == parallel.openmp_ceiling():
        return count, "OMP_THREAD_LIMIT"
    if count == thread_limits.omp_num_threads():
        return count, "OMP_NUM_THREADS"
    if asked_here or asked or thread_limits.omp_num_threads():
        return count, "OpenMP's limit"
    if count == thread_limits.default_threads(_QUOTA):
        return count, f"container quota {_QUOTA:.3g}"
    if count == parallel.processors():
        fewer = "fast processors" if sys.platform == "darwin" else "affinity"
        return count, fewer if count < (os.cpu_count() or 1) else "processors"
    return count, "OpenMP's limit"


@contextmanager
def num_threads(count):
    """Let calls of fastact use `count` threads in a `with` block, only in the calling thread.

    In the block `count` holds instead of the number of `set_num_threads`, even if any thread calls `set_num_threads` during the
    block. Other threads use the number of the process, even threads that are started inside the block.

    Parameters
    ----------
    count : int
        At least 1.

    Raises
    ------
    TypeError
        If `count` is not an integer.
    ValueError
        If `count` is below 1.

    See Also
    --------
    set_num_threads : for the process.

    Examples
    --------
    >>> import fastact as fa
    >>> with fa.num_threads(1):
    ...     fa.get_num_threads()
    1
    """
    before = parallel.thread_request()
    parallel.set_thread_request(_checked(count), parallel.openmp_limit())
    try:
        yield
    finally:
        parallel.set_thread_request(*before)


def _checked(count):
    try:
        number = operator.index(count)
    except TypeError:
        raise TypeError(f"count must be an integer of at least 1, not {type(count).__name__}") from None
    if not 1 <= number < 2**31:
        raise ValueError(f"count must be an integer from 1 to {2**31 - 1}, not {number}")
    return number
