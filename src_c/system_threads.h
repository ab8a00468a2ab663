/* Threads of the system, where fastact is built without OpenMP.  On macOS and Windows it always is: the runtimes of OpenMP that
   other libraries bring there end a process that has two of them.  What environment.h asks of OpenMP has OpenMP's names here.

   A part of a call runs in a thread of the system, or in the caller where the system gives none. */

#include <limits.h>

static int omp_get_thread_limit(void) { return INT_MAX; }
static inline int omp_in_parallel(void) { return 0; } /* a part makes no call */
static inline int omp_get_dynamic(void) { return 0; }

#if defined(__APPLE__)
#define HAS_SYSTEM_THREADS 1
#include <dispatch/dispatch.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/sysctl.h>
#include <time.h>

static const char system_threads[] = "Grand Central Dispatch";

static double omp_get_wtime(void) { return 1e-9 * clock_gettime_nsec_np(CLOCK_UPTIME_RAW); }

/* The fast ones: parts are equally long, and a call ends with its last part. */
static int omp_get_num_procs(void)
{
    static atomic_int known;
    int count = atomic_load_explicit(&known, memory_order_relaxed);
    if (!count) {
        size_t size = sizeof count;
        if (sysctlbyname("hw.perflevel0.logicalcpu", &count, &size, 0, 0) || count < 1) {
            size = sizeof count;
            if (sysctlbyname("hw.logicalcpu", &count, &size, 0, 0) || count < 1)
                count = 1;
        }
        atomic_store(&known, count);
    }
    return count;
}

struct numbered_parts {
    numbered_part *part;
    void *state;
};

static void run_numbered(void *data, size_t number)
{
    const struct numbered_parts *call = data;
    call->part(call->state, (int)number);
}

static inline void run_in_system_threads(int parts, numbered_part *part, void *state)
{
    struct numbered_parts call = {part, state};
    dispatch_apply_f(parts, DISPATCH_APPLY_AUTO, &call, run_numbered);
}

static inline int at_fork(void (*in_child)(void)) { return pthread_atfork(0, 0, in_child); }

#elif defined(_WIN32)
#define HAS_SYSTEM_THREADS 1
#define WIN32_LEAN_AND_MEAN
#include <stdatomic.h>
#include <windows.h>

static const char system_threads[] = "the thread pool of Windows";

static double omp_get_wtime(void)
{
    LARGE_INTEGER ticks, second;
    QueryPerformanceCounter(&ticks);
    QueryPerformanceFrequency(&second);
    return (double)ticks.QuadPart / (double)second.QuadPart;
}

/* Those that the process may run on; a process on more than 64 processors has no mask, or one of 64. */
static int omp_get_num_procs(void)
{
    static atomic_int known;
    int count = atomic_load_explicit(&known, memory_order_relaxed);
    if (!count) {
        DWORD_PTR own = 0, all = 0;
        if (GetProcessAffinityMask(GetCurrentProcess(), &own, &all) && own)
            count = __builtin_popcountll(own);
        else
            count = (int)GetActiveProcessorCount(ALL_PROCESSOR_GROUPS);
        atomic_store(&known, count < 1 ? count = 1 : count);
    }
    return count;
}

struct numbered_parts {
    numbered_part *part;
    void *state;
    int parts;
    atomic_int next;
};

static void run_the_next(struct numbered_parts *call)
{
    int number = atomic_fetch_add(&call->next, 1);
    if (number < call->parts)
        call->part(call->state, number);
}

static void CALLBACK run_one(PTP_CALLBACK_INSTANCE instance, PVOID data, PTP_WORK work) { run_the_next(data); }

/* The caller takes the first part, and then what no thread of the system has begun yet. */
static inline void run_in_system_threads(int parts, numbered_part *part, void *state)
{
    struct numbered_parts call = {part, state, parts, 1};
    PTP_WORK work = CreateThreadpoolWork(run_one, &call, 0);
    for (int number = 1; work && number < parts; number++)
        SubmitThreadpoolWork(work);
    part(state, 0);
    while (atomic_load(&call.next) < parts)
        run_the_next(&call);
    if (work) {
        WaitForThreadpoolWorkCallbacks(work, TRUE);
        CloseThreadpoolWork(work);
    }
}

static inline int at_fork(void (*in_child)(void)) { return 0; }

#else /* calls are serial */
#define HAS_SYSTEM_THREADS 0
static const char system_threads[] = "";
static int omp_get_num_procs(void) { return 1; }
static double omp_get_wtime(void) { return 0; }
static inline void run_in_system_threads(int parts, numbered_part *part, void *state)
{
    for (int number = 0; number < parts; number++)
        part(state, number);
}
#endif

static int omp_get_max_threads(void) { return omp_get_num_procs(); }
