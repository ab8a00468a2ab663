/* A thread's workspace: got at its first call, kept, and freed when the thread ends.  Threads for which the system has no
   memory take turns with one reserve, so that a call that has begun is always completed.
   Of the system this takes POSIX threads, or of Windows fibre-local storage, which is freed as a thread ends; here alone. */

#include "kernels.h"

static size_t workspace_size;
static void *reserve;

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <malloc.h>
#include <windows.h>

static DWORD workspace_key;
static SRWLOCK reserve_lock = SRWLOCK_INIT;

static void acquire_reserve(void) { AcquireSRWLockExclusive(&reserve_lock); }
static void release_reserve(void) { ReleaseSRWLockExclusive(&reserve_lock); }

static void *allocate_workspace(void) { return _aligned_malloc(workspace_size, LINE); }
static void CALLBACK free_workspace(void *made) { _aligned_free(made); }
static inline void *own_workspace(void) { return FlsGetValue(workspace_key); }
static int keep_workspace(void *made) { return FlsSetValue(workspace_key, made) ? 0 : -1; }

static int prepare_key(void)
{
    workspace_key = FlsAlloc(free_workspace);
    return workspace_key == FLS_OUT_OF_INDEXES ? -1 : 0;
}
#else
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t workspace_key;
static pthread_mutex_t reserve_lock = PTHREAD_MUTEX_INITIALIZER;

static void acquire_reserve(void) { pthread_mutex_lock(&reserve_lock); }
static void release_reserve(void) { pthread_mutex_unlock(&reserve_lock); }

static void *allocate_workspace(void)
{
    void *made;
    return posix_memalign(&made, LINE, workspace_size) ? 0 : made;
}
static void free_workspace(void *made) { free(made); }
static inline void *own_workspace(void) { return pthread_getspecific(workspace_key); }
static int keep_workspace(void *made) { return pthread_setspecific(workspace_key, made); }

static int prepare_key(void)
{
    if (pthread_key_create(&workspace_key, free_workspace))
        return -1;
    return pthread_atfork(acquire_reserve, release_reserve, release_reserve);
}
#endif

/* Call once, first; 0 on success.  Workspaces of that size begin at a multiple of LINE. */
static int prepare_workspaces(size_t size)
{
    workspace_size = size;
    reserve = allocate_workspace();
    return reserve ? prepare_key() : -1;
}

static __attribute__((noinline)) void *first_workspace(void)
{
    void *made = allocate_workspace();
    if (made) {
        if (keep_workspace(made) == 0)
            return made;
        free_workspace(made);
    }
    acquire_reserve();
    return reserve;
}

/* Whoever has one takes no other before it has given that back. */
static inline void *take_workspace(void)
{
    void *own = own_workspace();
    return own ? own : first_workspace();
}

static inline void give_back_workspace(void *taken)
{
    if (taken == reserve)
        release_reserve();
}
