# fastact's loops for Cython, as include/fastact.h has them, which says what they take: `from fastact cimport fastact_import`.
# The compiler needs fastact.get_include() among its folders.

cdef extern from "fastact.h" nogil:
    enum:
        FASTACT_ABI, FASTACT_REVISION
        FASTACT_FLOAT16, FASTACT_BFLOAT16, FASTACT_FLOAT32, FASTACT_FLOAT64, FASTACT_DTYPES
        FASTACT_VALUE, FASTACT_GRAD, FASTACT_BACKWARD, FASTACT_WITH_GRAD, FASTACT_GRAD_FROM_OUTPUT
        FASTACT_BACKWARD_FROM_OUTPUT, FASTACT_KINDS
        FASTACT_OK, FASTACT_UNKNOWN_NAME, FASTACT_UNKNOWN_KIND, FASTACT_UNKNOWN_DTYPE, FASTACT_UNKNOWN_INDEX, FASTACT_BAD_COUNT

    ctypedef void fastact_loop(char **args, const Py_ssize_t *dims, const Py_ssize_t *steps, void *data) noexcept nogil

    ctypedef struct fastact_of_dtype:
        fastact_loop *loop
        void *data

    ctypedef struct fastact_entry:
        const char *name
        const char *operands
        const char *types
        int kind, inputs, outputs
        unsigned along
        fastact_of_dtype by_dtype[4]  # FASTACT_DTYPES

    ctypedef struct fastact_api:
        int abi, revision
        size_t count
        const fastact_entry **entries
        fastact_loop *(*find)(const char *name, int kind, int dtype, void **data, int *status) noexcept nogil
        int (*index)(const char *name, int kind) noexcept nogil
        int (*call)(int index, int dtype, int threads, char **args, const Py_ssize_t *dims,
                    const Py_ssize_t *steps) noexcept nogil
        int (*set_threads)(int count) noexcept nogil
        int (*get_threads)() noexcept nogil

    const fastact_api *fastact_checked(const void *address) noexcept nogil

cdef extern from "fastact.h":
    const fastact_api *fastact_import() except NULL
