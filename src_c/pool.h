/* Recycled memory for large arrays: blocks that the system maps once, and one list of free ones for the whole process.

   pool_malloc and its three relatives are the functions of a NumPy data-allocation handler (NEP 49); they need no GIL. */

#ifndef FASTACT_POOL_H
#define FASTACT_POOL_H

#include <stddef.h>

enum { POOL_THRESHOLD = 1 << 20 }; /* bytes: smaller requests are the fallback's */

/* NumPy's PyDataMemAllocator. The ctx of the pool's own functions is the one that serves small requests, the fallback. */
typedef struct {
    void *ctx;
    void *(*malloc)(void *ctx, size_t size);
    void *(*calloc)(void *ctx, size_t count, size_t size);
    void *(*realloc)(void *ctx, void *data, size_t size);
    void (*free)(void *ctx, void *data, size_t size);
} pool_allocator;

void *pool_malloc(void *ctx, size_t size);
void *pool_calloc(void *ctx, size_t count, size_t size);
void *pool_realloc(void *ctx, void *data, size_t size);
void pool_free(void *ctx, void *data, size_t size);

/* How many bytes of free blocks may stay: what the latest claim says that is not yet withdrawn, or else pool_set_limit. */
typedef struct pool_claim {
    size_t limit;
    struct pool_claim *older;
} pool_claim;

void pool_set_limit(size_t limit);
void pool_add_claim(pool_claim *claim);
void pool_withdraw_claim(pool_claim *claim);

/* Give all free blocks back to the system; and keep none from now on, until memory is next asked for. */
void pool_trim(void);
void pool_close(void);

typedef struct {
    size_t limit;
    size_t free_bytes, free_blocks; /* kept for reuse */
    size_t live_bytes, live_blocks; /* in use */
    size_t reused, fresh;           /* requests served from the list, and by the system */
} pool_figures;

pool_figures pool_look(void);

/* Call once, first; 0 on success. */
int pool_prepare(void);

/* Without it nothing of the above does anything. */
#ifndef POOL_AVAILABLE
#if defined(__unix__) || defined(__APPLE__)
#define POOL_AVAILABLE 1
#else
#define POOL_AVAILABLE 0
#endif
#endif

#endif
