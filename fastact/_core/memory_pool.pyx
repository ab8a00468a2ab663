"""The pool as a data-allocation handler of NumPy (NEP 49), and its limits and figures."""

from cpython.pycapsule cimport PyCapsule_GetPointer, PyCapsule_New
from cpython.ref cimport PyObject
from libc.string cimport strcpy

cimport numpy as cnp

cnp.import_array()


cdef extern from "pool.h" nogil:
    const int POOL_AVAILABLE, POOL_THRESHOLD

    ctypedef struct pool_allocator:
        void *ctx
        void *(*malloc)(void *ctx, size_t size) noexcept
        void *(*calloc)(void *ctx, size_t count, size_t size) noexcept
        void *(*realloc)(void *ctx, void *data, size_t size) noexcept
        void (*free)(void *ctx, void *data, size_t size) noexcept

    ctypedef struct pool_claim:
        size_t limit

    ctypedef struct pool_figures:
        size_t limit, free_bytes, free_blocks, live_bytes, live_blocks, reused, fresh

    void *pool_malloc(void *ctx, size_t size) noexcept
    void *pool_calloc(void *ctx, size_t count, size_t size) noexcept
    void *pool_realloc(void *ctx, void *data, size_t size) noexcept
    void pool_free(void *ctx, void *data, size_t size) noexcept
    void pool_set_limit(size_t limit) noexcept
    void pool_add_claim(pool_claim *claim) noexcept
    void pool_withdraw_claim(pool_claim *claim) noexcept
    void pool_trim() noexcept
    void pool_close() noexcept
    pool_figures pool_look() noexcept
    int pool_prepare() noexcept


cdef extern from "numpy/arrayobject.h":
    ctypedef struct PyDataMemAllocator:
        void *ctx
        void *(*malloc)(void *ctx, size_t size) noexcept nogil
        void *(*calloc)(void *ctx, size_t count, size_t size) noexcept nogil
        void *(*realloc)(void *ctx, void *data, size_t size) noexcept nogil
        void (*free)(void *ctx, void *data, size_t size) noexcept nogil

    ctypedef struct PyDataMem_Handler:
        char name[127]
        cnp.uint8_t version
        PyDataMemAllocator allocator

    PyObject *PyDataMem_DefaultHandler
    object PyDataMem_SetHandler(PyObject *handler)
    object PyDataMem_GetHandler()


# Arrays keep the handler that they were made with: it lives as long as the process.
cdef pool_allocator fallback
cdef PyDataMem_Handler pool_handler


cdef object make_handler():
    cdef PyDataMemAllocator *numpys = &(<PyDataMem_Handler *>PyCapsule_GetPointer(
        <object>PyDataMem_DefaultHandler, "mem_handler")).allocator
    fallback.ctx = numpys.ctx
    fallback.malloc = numpys.malloc
    fallback.calloc = numpys.calloc
    fallback.realloc = numpys.realloc
    fallback.free = numpys.free
    strcpy(pool_handler.name, "fastact_pool")
    pool_handler.version = 1
    pool_handler.allocator.ctx = &fallback
    pool_handler.allocator.malloc = pool_malloc
    pool_handler.allocator.calloc = pool_calloc
    pool_handler.allocator.realloc = pool_realloc
    pool_handler.allocator.free = pool_free
    return PyCapsule_New(&pool_handler, "mem_handler", NULL)


if pool_prepare() != 0:
    raise ImportError("fastact could not register its fork handlers")
available = bool(POOL_AVAILABLE)
threshold = POOL_THRESHOLD
handler = make_handler()


def current_handler():
    """NumPy's data-allocation handler in this context."""
    return PyDataMem_GetHandler()


def set_handler(capsule):
    """Put a handler in force in this context, for None NumPy's own; the one before."""
    return PyDataMem_SetHandler(NULL if capsule is None else <PyObject *>capsule)


cdef class Claim:
    """A limit that holds until it is withdrawn, or a later one is made."""
    cdef pool_claim claim

    def __cinit__(self, size_t limit):
        self.claim.limit = limit
        pool_add_claim(&self.claim)

    def withdraw(self):
        pool_withdraw_claim(&self.claim)

    def __dealloc__(self):
        pool_withdraw_claim(&self.claim)


def set_limit(size_t limit):
    pool_set_limit(limit)


def trim():
    with nogil:
        pool_trim()


def close():
    with nogil:
        pool_close()


def figures():
    return pool_look()
