/* What a call needs of its process: the floating-point environment, order in memory, the number of threads, the one region. */

#include <stdatomic.h>

/* ---- floating-point environment: enter() masks exceptions, leave() restores all, flags too --------------------------- */

#if defined(__x86_64__)
#include <xmmintrin.h>
typedef unsigned fp_environment;
static inline fp_environment fp_enter(void)
{
    unsigned saved = _mm_getcsr();
    _mm_setcsr(saved | 0x1f80);
    return saved;
}
static inline void fp_leave(fp_environment saved) { _mm_setcsr(saved); }
/* a worker takes the caller's rounding and subnormal modes, and returns its own */
static inline fp_environment fp_adopt(fp_environment caller)
{
    unsigned own = _mm_getcsr();
    _mm_setcsr(caller | 0x1f80);
    return own;
}
#else
#include <fenv.h>
typedef fenv_t fp_environment;
static inline fp_environment fp_enter(void)
{
    fenv_t saved;
    feholdexcept(&saved);
    return saved;
}
static inline void fp_leave(fp_environment saved) { fesetenv(&saved); }
static inline fp_environment fp_adopt(fp_environment caller)
{
    fenv_t own;
    fegetenv(&own);
    fesetenv(&caller);
    return own;
}
#endif

/* ---- memory ----------------------------------------------------------------------------------------------------------- */

/* what this thread has streamed is in memory before anything that it writes next */
static inline void stream_fence(void)
{
#if defined(__x86_64__)
    _mm_sfence();
#endif
}

/* ---- threads ---------------------------------------------------------------------------------------------------------- */

#ifdef _OPENMP
#include <omp.h>
#define OPENMP_VERSION _OPENMP
#else
#define OPENMP_VERSION 0
static int omp_get_max_threads(void) { return 1; }
static double omp_get_wtime(void) { return 0; }
#endif

/* What set_num_threads() asked for in this thread (0: nothing), and OpenMP's own limit at that time: a lower limit set
   since, by threadpoolctl for one, counts. */
static _Thread_local struct {
    int count, limit;
} thread_request;

static inline void request_threads(int count, int limit)
{
    thread_request.count = count;
    thread_request.limit = limit;
}

static inline int requested_threads(void) { return thread_request.count; }
static inline int requested_limit(void) { return thread_request.limit; }

static inline int thread_limit(void)
{
    int count = thread_request.count, limit = omp_get_max_threads();
    return count == 0 || (limit < thread_request.limit && limit < count) ? limit : count;
}

/* One parallel region in the process at a time: who finds it taken runs serially.  A forked child has no OpenMP team
   (libgomp would wait for it for ever) and keeps the region taken. */
static atomic_flag region = ATOMIC_FLAG_INIT;

static inline int take_region(void) { return !atomic_flag_test_and_set(&region); }
static inline void give_region(void) { atomic_flag_clear(&region); }

#if defined(_OPENMP) && !defined(_WIN32)
#include <pthread.h>
static void after_fork_in_child(void) { take_region(); }
static int prepare_fork(void) { return pthread_atfork(0, 0, after_fork_in_child); }
#else
static int prepare_fork(void) { return 0; }
#endif
