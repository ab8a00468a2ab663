/* A thread's workspace: got at its first call, kept, and freed when the thread ends.  Threads for which the system has no
   memory take turns with one reserve, so that a call that has begun is always completed.
   Of the system this takes POSIX threads, here alone. */

#include "kernels.h"

#include <pthread.h>
#include <stdlib.h>

static size_t workspace_size;
static pthread_key_t workspace_key;

static void *reserve;
static pthread_mutex_t reserve_lock = PTHREAD_MUTEX_INITIALIZER;

static void acquire_reserve(void) { pthread_mutex_lock(&reserve_lock); }
static void release_reserve(void) { pthread_mutex_unlock(&reserve_lock); }

/* Call once, first; 0 on success.  Workspaces of that size begin at a multiple of LINE. */
static int prepare_workspaces(size_t size)
{
    workspace_size = size;
    if (posix_memalign(&reserve, LINE, size) || pthread_key_create(&workspace_key, free))
        return -1;
    return pthread_atfork(acquire_reserve, release_reserve, release_reserve);
}

static __attribute__((noinline)) void *first_workspace(void)
{
    void *made;
    if (posix_memalign(&made, LINE, workspace_size) == 0) {
        if (pthread_setspecific(workspace_key, made) == 0)
            return made;
        free(made);
    }
    acquire_reserve();
    return reserve;
}

/* Whoever has one takes no other before it has given that back. */
static inline void *take_workspace(void)
{
    void *own = pthread_getspecific(workspace_key);
    return own ? own : first_workspace();
}

static inline void give_back_workspace(void *taken)
{
    if (taken == reserve)
        release_reserve();
}
