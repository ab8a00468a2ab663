"""Threads: one parallel region for all loops, and the floating-point environment around every call."""

from cpython.object cimport PyObject
from cython.parallel cimport prange

from fastact._core.loops.workspace cimport Workspace

cdef extern from "environment.h" nogil:
    const int OPENMP_VERSION, HAS_SYSTEM_THREADS
    const char *threads_name "system_threads"
    ctypedef struct fp_environment:
        pass
    fp_environment fp_enter() noexcept
    void fp_leave(fp_environment) noexcept
    fp_environment fp_adopt(fp_environment) noexcept
    void stream_fence() noexcept
    bint is_fresh(const char *byte) noexcept
    void populate(char *start, size_t bytes) noexcept
    void set_defaults(int limit, size_t stack) noexcept
    void request_for_thread(int count, int limit) noexcept
    void request_for_process(int count, int limit) noexcept
    int thread_request_count() noexcept
    int thread_request_limit() noexcept
    int process_request_count() noexcept
    int requested_or_default() noexcept
    int thread_limit() noexcept
    bint is_forked() noexcept
    int omp_get_max_threads() noexcept
    int omp_get_thread_limit() noexcept
    int omp_get_num_procs() noexcept
    double omp_get_wtime() noexcept
    int prepare_fork() noexcept
    ctypedef void numbered_part(void *state, int number) noexcept nogil
    void run_in_system_threads(int parts, numbered_part *part, void *state) noexcept
    int price_of_thread() noexcept
    int enter_call(int team, double work, bint *warn) noexcept
    void leave_call(int team, int parts, double own, double all) noexcept

cdef extern from "workspace.h" nogil:
    int prepare_workspaces(size_t size) noexcept
    void *take_workspace() noexcept
    void give_back_workspace(void *taken) noexcept

cdef extern from "Python.h":
    int PyErr_WarnEx(PyObject *category, const char *message, Py_ssize_t level) noexcept
    PyObject *PyExc_RuntimeWarning

cdef extern from *:
    """
    /* Before a prange Cython asks whether this thread holds the GIL.  NumPy calls large loops without it, but Python before
       3.12 says that it is held wherever the process has had a second interpreter, and to release it then ends the process. */
    #undef PyGILState_Check
    #define PyGILState_Check() 0
    """

cdef enum:
    PARALLEL = 16384       # elements from which a call may be worth a parallel region; NumPy's buffers hold fewer
    TRIAL = 4096           # elements that tell what the others will cost
    LEAST = 20             # microseconds that a second thread must save, as price_of_thread() has it at best


cdef void fence() noexcept nogil:
    stream_fence()


cdef bint populate_if_fresh(char *start, Py_ssize_t bytes) noexcept nogil:
    if not is_fresh(start + bytes // 2):
        return False
    populate(start, bytes)
    return True


cdef void run_part(part_function *function, const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
                   Py_ssize_t first, Py_ssize_t last) noexcept nogil:
    """The workspace is taken for each part, and not for a call, whose other threads may have to wait for it."""
    cdef void *workspace = take_workspace()
    function(plan, args, dims, steps, first, last, <Workspace *>workspace)
    give_back_workspace(workspace)


ctypedef struct Region:
    part_function *function
    const void *plan
    char **args
    const Py_ssize_t *dims
    const Py_ssize_t *steps
    Py_ssize_t first, length   # of the region, and of a part
    fp_environment caller
    double took                # seconds, for part 0


cdef void adopt_and_run(void *region, int number) noexcept nogil:
    cdef Region *r = <Region *>region
    cdef double began = omp_get_wtime()
    cdef fp_environment own = fp_adopt(r.caller)
    cdef Py_ssize_t first = r.first + number * r.length
    run_part(r.function, r.plan, r.args, r.dims, r.steps, first, min(r.dims[0], first + r.length))
    fp_leave(own)
    if number == 0:
        r.took = omp_get_wtime() - began


cdef void warn_of_no_thread() noexcept with gil:
    """Where warnings are errors the error is left set: NumPy raises it after the loop."""
    PyErr_WarnEx(PyExc_RuntimeWarning, "fastact computes without threads of its own: the system starts no more of them", 1)


cdef void run(part_function *function, const void *plan, char **args, const Py_ssize_t *dims, const Py_ssize_t *steps,
              Py_ssize_t work, Py_ssize_t unit) noexcept nogil:
    """The outer dimension in one part, or in one for each thread, a multiple of `unit` long; `work` counts elements.

    The first elements are computed and timed; what the rest will take decides how many threads are worth a region."""
    cdef Py_ssize_t n = dims[0], first = 0, length
    cdef int wanted = 1, team, parts, t
    cdef bint warn = False
    cdef double took = 0, began = 0, all = 0
    cdef fp_environment caller = fp_enter()
    cdef Region region
    if work >= PARALLEL and requested_or_default() > 1:
        first = (TRIAL * n // work + unit) // unit * unit
    if 0 < first < n:
        took = -omp_get_wtime()
        run_part(function, plan, args, dims, steps, 0, first)
        took += omp_get_wtime()
        took *= <double>(n - first) / first * 1e6
        if took >= 2 * LEAST:
            wanted = <int>min(<double>requested_or_default(), 1 + took / (2 * price_of_thread()))
    else:
        first = 0
    if wanted > 1:
        team = enter_call(wanted, took, &warn)
        length = ((n - first + team - 1) // team + unit - 1) // unit * unit
        parts = <int>((n - first + length - 1) // length)
        region = Region(function, plan, args, dims, steps, first, length, caller, 0)
        if parts > 1:
            began = omp_get_wtime()
            if HAS_SYSTEM_THREADS:
                run_in_system_threads(parts, adopt_and_run, &region)
            else:
                for t in prange(parts, num_threads=parts, schedule="static", chunksize=1):
                    adopt_and_run(&region, t)
            all = omp_get_wtime()
        else:
            run_part(function, plan, args, dims, steps, first, n)
        leave_call(team, parts, region.took, all - began)
    else:
        run_part(function, plan, args, dims, steps, first, n)
    fp_leave(caller)
    if warn:
        warn_of_no_thread()


# ---- what the C interface asks ----------------------------------------------------------------------------------------------

cdef int ask_for_threads(int count) noexcept nogil:
    cdef int before = thread_request_count()
    request_for_thread(count, omp_get_max_threads())
    return before


cdef int threads_of_this_thread() noexcept nogil:
    return thread_limit()


# ---- what process/threads.py asks -------------------------------------------------------------------------------------------

def set_thread_request(int count, int limit):
    request_for_thread(count, limit)


def thread_request():
    return thread_request_count(), thread_request_limit()


def set_process_request(int count, int limit):
    request_for_process(count, limit)


def process_request():
    return process_request_count()


def openmp_limit():
    return omp_get_max_threads()


def openmp_ceiling():
    return omp_get_thread_limit()


def processors():
    return omp_get_num_procs()


def thread_count():
    return thread_limit()


def in_forked_child():
    return bool(is_forked())


def set_thread_defaults(int limit, size_t stack):
    set_defaults(limit, stack)


# ---- what the tests ask -----------------------------------------------------------------------------------------------------

def memory_is_fresh(size_t address):
    """Whether the page around an address has not been given memory yet; False where the system does not tell."""
    return bool(is_fresh(<const char *>address))


openmp_version = OPENMP_VERSION
system_threads = threads_name.decode()  # what they are called, where calls have these instead of OpenMP's
if prepare_workspaces(sizeof(Workspace)) != 0:
    raise ImportError("fastact could not prepare its threads' workspaces")
if prepare_fork() != 0:
    raise ImportError("fastact could not register its fork handler")
