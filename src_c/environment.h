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

/* The system gives memory to a page when that is first written: for each it interrupts the program and clears the page, which
   takes longer than an activation.  Both functions leave errno as it was, and elsewhere than on Linux do nothing. */
#if defined(__linux__)
#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* of Linux 5.14; libraries older than that do not name it, and older systems refuse it */
#endif

/* whether the page of this byte has no memory yet */
static inline int is_fresh(const char *byte)
{
    const uintptr_t page = sysconf(_SC_PAGESIZE);
    const int before = errno;
    unsigned char resident = 1;
    mincore((void *)((uintptr_t)byte & -page), 1, &resident);
    errno = before;
    return !(resident & 1);
}

/* Gives memory to the pages that are wholly within these bytes at once, as writing to each would.  Of no effect where the
   system refuses: the pages get it when they are written. */
static inline void populate(char *start, size_t bytes)
{
    const uintptr_t page = sysconf(_SC_PAGESIZE), first = ((uintptr_t)start + page - 1) & -page;
    const uintptr_t end = ((uintptr_t)start + bytes) & -page;
    const int before = errno;
    if (first < end)
        madvise((void *)first, end - first, MADV_POPULATE_WRITE);
    errno = before;
}
#else
static inline int is_fresh(const char *byte) { return 0; }
static inline void populate(char *start, size_t bytes) {}
#endif

/* ---- how many threads ------------------------------------------------------------------------------------------------- */

#include <limits.h>

typedef void numbered_part(void *state, int number);

#ifdef _OPENMP
#include <omp.h>
#define OPENMP_VERSION _OPENMP
#define HAS_SYSTEM_THREADS 0
static const char system_threads[] = "";
static inline void run_in_system_threads(int parts, numbered_part *part, void *state) {} /* nothing calls it */
#else
#define OPENMP_VERSION 0
#include "system_threads.h"
#endif

/* Decided at import: the most threads that a call may have without asking (0: OMP_NUM_THREADS rules), and the bytes of
   stack that OpenMP gives a thread (0: the system's default). */
static int default_limit;
static size_t stack_size;

static inline void set_defaults(int limit, size_t stack)
{
    default_limit = limit;
    stack_size = stack;
}

/* How many threads were asked for (0: nothing was), and OpenMP's own limit in the thread that asked: a lower limit set since,
   by threadpoolctl for one, counts.  num_threads() asks for the calling thread; set_num_threads() for the process, that is for
   every thread that has not asked itself. */
typedef struct {
    int count, limit;
} request;

static _Thread_local request thread_request;
static _Atomic(request) process_request;

static inline void request_for_thread(int count, int limit) { thread_request = (request){count, limit}; }

static inline void request_for_process(int count, int limit) { atomic_store(&process_request, ((request){count, limit})); }

static inline int thread_request_count(void) { return thread_request.count; }
static inline int thread_request_limit(void) { return thread_request.limit; }

static inline int process_request_count(void) { return atomic_load(&process_request).count; }

static inline request request_in_force(void)
{
    return thread_request.count ? thread_request : atomic_load_explicit(&process_request, memory_order_relaxed);
}

/* A forked child stays serial: libgomp would wait for ever for the threads that the parent had, and to end them before
   every fork would wait, inside fork, for destructors of other libraries' threads. */
static int forked;

static inline int is_forked(void) { return forked; }

static inline int smaller(int a, int b) { return a < b ? a : b; }

/* without the processors' number, which costs a system call */
static inline int requested_or_default(void)
{
    request asked = request_in_force();
    int limit = omp_get_max_threads();
    if (forked)
        return 1;
    if (asked.count && !(limit < asked.limit && limit < asked.count))
        limit = asked.count;
    else if (!asked.count && default_limit)
        limit = smaller(limit, default_limit);
    return smaller(limit, omp_get_thread_limit());
}

static inline int thread_limit(void)
{
    int limit = requested_or_default();
    return limit > 1 && !request_in_force().count && default_limit ? smaller(limit, omp_get_num_procs()) : limit;
}

/* ---- the parallel region: one in the process at a time ---------------------------------------------------------------- */

#if OPENMP_VERSION || HAS_SYSTEM_THREADS

static void after_fork_in_child(void) { forked = 1; }
static inline long long now(void) { return (long long)(omp_get_wtime() * 1e6); }

static _Thread_local int pool; /* threads that the last region of this thread left, itself included */

#if OPENMP_VERSION
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

static int prepare_fork(void) { return pthread_atfork(0, 0, after_fork_in_child); }

/* ---- whether threads can be had: libgomp ends the process where pthread_create fails ---- */

struct probe {
    pthread_mutex_t gate;
    atomic_int started;
    long *ids;
};

static void *wait_at_gate(void *data)
{
    struct probe *probe = data;
    int place = atomic_fetch_add(&probe->started, 1);
#ifdef __linux__
    probe->ids[place] = syscall(SYS_gettid);
#endif
    pthread_mutex_lock(&probe->gate);
    pthread_mutex_unlock(&probe->gate);
    return 0;
}

/* A joined thread counts against the limits for some microseconds yet. */
static void await_release(long id)
{
#ifdef __linux__
    for (int tries = 0; tries < 100000 && syscall(SYS_tgkill, getpid(), id, 0) == 0; tries++)
        sched_yield();
#endif
}

/* Whether so many threads more can live at once, with the stacks that OpenMP gives them. */
static int can_start(int count)
{
    struct probe probe = {PTHREAD_MUTEX_INITIALIZER, 0, malloc(count * sizeof(long))};
    pthread_t *threads = malloc(count * sizeof *threads);
    pthread_attr_t attributes;
    int made = 0;
    if (probe.ids && threads && pthread_attr_init(&attributes) == 0) {
        if (stack_size)
            pthread_attr_setstacksize(&attributes, stack_size);
        pthread_mutex_lock(&probe.gate);
        while (made < count && pthread_create(&threads[made], &attributes, wait_at_gate, &probe) == 0)
            made++;
        pthread_mutex_unlock(&probe.gate);
        for (int i = 0; i < made; i++)
            pthread_join(threads[i], 0);
        for (int i = 0; i < made; i++)
            await_release(probe.ids[i]);
        pthread_attr_destroy(&attributes);
    }
    free(threads);
    free(probe.ids);
    return made == count;
}

/* ---- whose threads stay ---- */

/* libgomp keeps a pool for every thread that has had a region, and ends of it what a smaller team leaves over.  One thread's
   pool stays, the keeper's; another ends its own after its region, or becomes the keeper when that one has made no large
   call for a second. */
enum { IDLE = 1000000 }; /* microseconds */

static _Atomic(const int *) keeper;
static _Atomic long long keeper_seen;

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 9
extern void __kmpc_fork_call(void) __attribute__((weak));
/* LLVM's runtime, which may stand in for libgomp, would end the threads of all callers: there each keeps its own. */
static inline int can_end_pool(void) { return !__kmpc_fork_call; }
static inline void end_pool(void)
{
    if (omp_pause_resource_all(omp_pause_hard) == 0)
        pool = 1;
}
#else
static inline int can_end_pool(void) { return 0; }
static inline void end_pool(void) {}
#endif

static inline int keeps_pool(void)
{
    if (!can_end_pool())
        return 1;
    const int *held = atomic_load(&keeper);
    if (held != &pool && (!held || now() - atomic_load(&keeper_seen) > IDLE))
        if (atomic_compare_exchange_strong(&keeper, &held, &pool))
            held = &pool;
    if (held == &pool)
        atomic_store(&keeper_seen, now());
    return held == &pool;
}

#else /* the system keeps its threads, and starts more as it can */
static int prepare_fork(void) { return at_fork(after_fork_in_child); }
static inline int can_start(int count) { return 1; }
static inline int keeps_pool(void) { return 1; }
static inline void end_pool(void) {}
#endif

/* ---- whether threads are worth waking ---- */

/* Threads that have had no region for a millisecond sleep.  To wake them costs microseconds, or milliseconds where a hypervisor
   has given their processors away, and the caller waits for it.  A call has them woken where it saves more than the last
   waking cost, or where that is a small part of the work that calls have done alone since. */
enum { AWAKE = 1000, SHARE = 8 }; /* microseconds; the cost is at most so small a part */

static _Atomic long long region_ended, waking_cost, work_alone; /* microseconds */

static inline int are_awake(void) { return now() - atomic_load(&region_ended) < AWAKE; }

/* `work` as the call would take it alone, in microseconds. */
static inline int are_worth_waking(int team, double work)
{
    long long cost = atomic_load(&waking_cost);
    if (work - work / team > cost)
        return 1;
    return atomic_fetch_add(&work_alone, (long long)work) > SHARE * cost;
}

static inline void note_waking(double seconds)
{
    atomic_store(&waking_cost, (long long)(1e6 * seconds));
    atomic_store(&work_alone, 0);
}

/* ---- the region ---- */

static atomic_flag region = ATOMIC_FLAG_INIT, told = ATOMIC_FLAG_INIT;
static atomic_int large_calls;
static _Atomic long long serial_until;
static int woken; /* of the region: whether its threads slept */

/* Microseconds of work that one more thread must save: what it costs to call it, or to start and end it. */
static inline int price_of_thread(void) { return keeps_pool() ? 20 : 100; }

/* The threads for a large call, which would take so many microseconds alone: fewer by the other large calls in progress, and 1
   where another has the region, where this is a part of a parallel region already, where threads sleep that are not worth
   waking, or where a thread cannot be had, which `warn` is to tell once. */
static inline int enter_call(int team, double work, int *warn)
{
    team = smaller(team, thread_limit() - atomic_fetch_add(&large_calls, 1));
    if (team < 2 || now() < atomic_load(&serial_until) || omp_in_parallel())
        return 1;
    int awake = are_awake();
    if ((!awake && !are_worth_waking(team, work)) || atomic_flag_test_and_set(&region))
        return 1;
    woken = !awake;
    if (team > pool && !can_start(team - (pool ? pool : 1))) {
        *warn = !atomic_flag_test_and_set(&told);
        atomic_flag_clear(&region);
        return 1;
    }
    return team;
}

/* `team` as enter_call() had it; the parts, of which one alone has no region; of the region, the seconds that the caller took
   for its part, and those until all were done.  What all took longer is what waking cost, where threads slept.  Where none
   did, and the caller alone would have been done with all of them by then, the processors are busy with something else: no
   region for sixteen times what it lost, so that at most a sixteenth is lost. */
static inline void leave_call(int team, int parts, double own, double all)
{
    if (parts > 1) {
        if (woken)
            note_waking(all - own);
        else if (all > parts * own)
            atomic_store(&serial_until, now() + (long long)(16e6 * (all - parts * own)));
        atomic_store(&region_ended, now());
        pool = omp_get_dynamic() ? 1 : parts;
    }
    if (!keeps_pool() && pool > 1)
        end_pool();
    if (team > 1)
        atomic_flag_clear(&region);
    atomic_fetch_sub(&large_calls, 1);
}

#else
static atomic_flag region = ATOMIC_FLAG_INIT;
static int prepare_fork(void) { return 0; }
static inline int price_of_thread(void) { return 20; }
static inline int enter_call(int team, double work, int *warn) { return atomic_flag_test_and_set(&region) ? 1 : team; }
static inline void leave_call(int team, int parts, double own, double all)
{
    if (team > 1)
        atomic_flag_clear(&region);
}
#endif
