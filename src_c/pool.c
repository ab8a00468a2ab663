/* The pool: size classes, the blocks in use by their address, and the free ones by class and by age. */

#include "pool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if POOL_AVAILABLE

#include <pthread.h>
#include <sys/mman.h>

enum {
    HUGE_PAGE = 1 << 21,
    OCTAVES = 44, /* of sizes, from the threshold to beyond any address space */
    BUCKETS = 1024, /* 2^10: the top bits of a product of 64 */
};

struct block {
    char *data;
    size_t bytes;
    struct block *next, **link;  /* in its bucket while in use, in its class while free */
    struct block *newer, *older; /* while free */
};

/* Everything that threads share; a request holds the lock for a few dozen instructions, and never maps or clears in it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct block *live[BUCKETS], *classes[8 * OCTAVES];
static struct block *newest, *oldest;
static pool_claim *claims;
static pool_figures now;
static int open;

static void acquire(void) { pthread_mutex_lock(&lock); }
static void release(void) { pthread_mutex_unlock(&lock); }

int pool_prepare(void) { return pthread_atfork(acquire, release, release); }

/* ---- sizes: eight classes to an octave, so that under an eighth of a block is waste ----------------------------------- */

static int octave(size_t size) { return 63 - __builtin_clzll(size); }

/* of at least the threshold; 0: more than any address space has */
static size_t rounded(size_t size)
{
    if (size > PTRDIFF_MAX / 2)
        return 0;
    size_t step = (size_t)1 << (octave(size) - 3);
    return (size + step - 1) & ~(step - 1);
}

static struct block **class_of(size_t bytes)
{
    int k = octave(bytes);
    return &classes[8 * (k - octave(POOL_THRESHOLD)) + (bytes >> (k - 3) & 7)];
}

static struct block **bucket_of(const void *data)
{
    return &live[((uintptr_t)data >> 12) * UINT64_C(0x9e3779b97f4a7c15) >> (64 - 10)];
}

/* ---- the lists: call with the lock held ------------------------------------------------------------------------------- */

static void push(struct block **head, struct block *b)
{
    b->next = *head;
    b->link = head;
    if (b->next)
        b->next->link = &b->next;
    *head = b;
}

static void unlink_block(struct block *b)
{
    *b->link = b->next;
    if (b->next)
        b->next->link = b->link;
}

static void add_live(struct block *b)
{
    push(bucket_of(b->data), b);
    now.live_bytes += b->bytes;
    now.live_blocks++;
}

static void remove_live(struct block *b)
{
    unlink_block(b);
    now.live_bytes -= b->bytes;
    now.live_blocks--;
}

static void add_free(struct block *b)
{
    push(class_of(b->bytes), b);
    b->newer = 0;
    b->older = newest;
    *(newest ? &newest->newer : &oldest) = b;
    newest = b;
    now.free_bytes += b->bytes;
    now.free_blocks++;
}

static void remove_free(struct block *b)
{
    unlink_block(b);
    *(b->newer ? &b->newer->older : &newest) = b->older;
    *(b->older ? &b->older->newer : &oldest) = b->newer;
    now.free_bytes -= b->bytes;
    now.free_blocks--;
}

static struct block *find_live(const void *data)
{
    struct block *b = *bucket_of(data);
    while (b && b->data != data)
        b = b->next;
    return b;
}

static size_t limit_in_force(void) { return claims ? claims->limit : now.limit; }

/* The oldest free blocks, off their lists and chained by `next`, so that at most `limit` bytes stay free. */
static struct block *evict(size_t limit)
{
    struct block *evicted = 0;
    while (now.free_bytes > limit) {
        struct block *b = oldest;
        remove_free(b);
        b->next = evicted;
        evicted = b;
    }
    return evicted;
}

/* ---- memory of the system: call without the lock ---------------------------------------------------------------------- */

static struct block *map_block(size_t bytes)
{
    size_t slack = bytes >= HUGE_PAGE ? HUGE_PAGE : 0;
    struct block *b = malloc(sizeof *b);
    if (!b)
        return 0;
    char *raw = mmap(0, bytes + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (raw == MAP_FAILED) {
        free(b);
        return 0;
    }
    b->data = raw;
    b->bytes = bytes;
    if (slack) {
        size_t before = -(uintptr_t)raw & (HUGE_PAGE - 1);
        b->data += before;
        if (before)
            munmap(raw, before);
        munmap(b->data + bytes, slack - before);
#ifdef MADV_HUGEPAGE
        madvise(b->data, bytes, MADV_HUGEPAGE);
#endif
    }
    return b;
}

static void unmap_blocks(struct block *b)
{
    while (b) {
        struct block *next = b->next;
        munmap(b->data, b->bytes);
        free(b);
        b = next;
    }
}

/* ---- the four functions of the handler -------------------------------------------------------------------------------- */

/* `*recycled` says whether the memory has been used before; fresh memory is zero */
static void *allocate(size_t size, int *recycled)
{
    size_t bytes = rounded(size);
    if (!bytes)
        return 0;
    acquire();
    open = 1;
    struct block *b = *class_of(bytes);
    *recycled = b != 0;
    if (b) {
        remove_free(b);
        add_live(b);
        now.reused++;
    }
    release();
    if (b)
        return b->data;
    b = map_block(bytes);
    if (!b) {
        pool_trim();
        b = map_block(bytes);
    }
    if (!b)
        return 0;
    acquire();
    add_live(b);
    now.fresh++;
    release();
    return b->data;
}

/* Sizes do not tell whose memory it is (a resized array may state another one), and most addresses do without a look-up. */
static int may_be_block(const void *data) { return data && ((uintptr_t)data & 4095) == 0; }

void *pool_malloc(void *ctx, size_t size)
{
    const pool_allocator *fallback = ctx;
    int recycled;
    return size < POOL_THRESHOLD ? fallback->malloc(fallback->ctx, size) : allocate(size, &recycled);
}

void *pool_calloc(void *ctx, size_t count, size_t size)
{
    const pool_allocator *fallback = ctx;
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        return 0;
    if (total < POOL_THRESHOLD)
        return fallback->calloc(fallback->ctx, count, size);
    int recycled;
    void *data = allocate(total, &recycled);
    return data && recycled ? memset(data, 0, total) : data;
}

void pool_free(void *ctx, void *data, size_t size)
{
    const pool_allocator *fallback = ctx;
    struct block *b = 0, *unwanted = 0;
    if (may_be_block(data)) {
        acquire();
        b = find_live(data);
        if (b) {
            size_t limit = limit_in_force();
            remove_live(b);
            if (open && b->bytes <= limit) {
                add_free(b);
                unwanted = evict(limit);
            } else {
                b->next = 0;
                unwanted = b;
            }
        }
        release();
    }
    if (b)
        unmap_blocks(unwanted);
    else
        fallback->free(fallback->ctx, data, size);
}

/* What the fallback gave stays the fallback's at any size: only it knows how many bytes to copy. */
void *pool_realloc(void *ctx, void *data, size_t size)
{
    const pool_allocator *fallback = ctx;
    size_t bytes = 0;
    if (!data)
        return pool_malloc(ctx, size);
    if (may_be_block(data)) {
        acquire();
        struct block *b = find_live(data);
        bytes = b ? b->bytes : 0;
        release();
    }
    if (!bytes)
        return fallback->realloc(fallback->ctx, data, size);
    if (size >= POOL_THRESHOLD && rounded(size) == bytes)
        return data;
    void *moved = pool_malloc(ctx, size);
    if (moved) {
        memcpy(moved, data, size < bytes ? size : bytes);
        pool_free(ctx, data, bytes);
    }
    return moved;
}

/* ---- limits and figures ----------------------------------------------------------------------------------------------- */

/* with the lock held, which it releases */
static void settle(size_t limit)
{
    struct block *evicted = evict(limit);
    release();
    unmap_blocks(evicted);
}

void pool_set_limit(size_t limit)
{
    acquire();
    now.limit = limit;
    settle(limit_in_force());
}

void pool_add_claim(pool_claim *claim)
{
    acquire();
    claim->older = claims;
    claims = claim;
    settle(limit_in_force());
}

/* Threads may end their claims in any order. */
void pool_withdraw_claim(pool_claim *claim)
{
    acquire();
    pool_claim **link = &claims;
    while (*link && *link != claim)
        link = &(*link)->older;
    if (*link)
        *link = claim->older;
    settle(limit_in_force());
}

void pool_trim(void)
{
    acquire();
    settle(0);
}

void pool_close(void)
{
    acquire();
    open = 0;
    settle(0);
}

pool_figures pool_look(void)
{
    acquire();
    pool_figures seen = now;
    seen.limit = limit_in_force();
    release();
    return seen;
}

#else /* nothing sets the handler */

int pool_prepare(void) { return 0; }
void *pool_malloc(void *ctx, size_t size) { return 0; }
void *pool_calloc(void *ctx, size_t count, size_t size) { return 0; }
void *pool_realloc(void *ctx, void *data, size_t size) { return 0; }
void pool_free(void *ctx, void *data, size_t size) {}
void pool_set_limit(size_t limit) {}
void pool_add_claim(pool_claim *claim) {}
void pool_withdraw_claim(pool_claim *claim) {}
void pool_trim(void) {}
void pool_close(void) {}
pool_figures pool_look(void) { return (pool_figures){0}; }

#endif
