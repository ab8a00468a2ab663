# Threads: one parallel region, and the floating-point environment around every call.

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
