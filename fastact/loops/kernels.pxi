# The C interface, as kernels.h has it.

cdef extern from "kernels.h" nogil:
    enum:
        STEP, LINE, LANE_COUNT, MAX_PARAMETERS, KINDS, STRIP, SECTION, SECTIONS, RESULT, PASSES, PROJECTION_SECTIONS, SEARCHES
        VALUE, GRAD, BACKWARD, WITH_GRAD
        HALF, BFLOAT16, SINGLE, DOUBLE, STORED

    ctypedef void kernel(Py_ssize_t n, const void **inputs, void **outputs, bint streamed) noexcept
    ctypedef void convert_kernel(Py_ssize_t n, const void *source, void *target) noexcept

    struct parameter:
        const char *name
        double initial
        double low
        double high

    ctypedef struct activation_row:
        const char *name
        const char *formula
        const char *properties
        const char *source
        parameter *parameters
        int n_parameters
        const char *conditions
        kernel **kernels

    ctypedef struct from_output_row:
        const char *name
        const char *formula
        const char *conditions
        int n_parameters
        kernel **kernels

    ctypedef void fold_kernel(Py_ssize_t rows, Py_ssize_t width, const void **inputs, const Py_ssize_t *strides,
                              void *state, int lane) noexcept
    ctypedef void join_kernel(Py_ssize_t width, void *state) noexcept
    ctypedef void map_kernel(Py_ssize_t rows, Py_ssize_t width, const void **inputs, const Py_ssize_t *strides,
                             void *output, Py_ssize_t out_stride, void *state) noexcept

    struct pass_:
        fold_kernel *fold
        join_kernel *join

    ctypedef struct reduction:
        const char *name
        int inputs
        double padding
        pass_ *passes
        map_kernel *map
        fold_kernel *keep
        map_kernel *rest

    ctypedef void begin_step(Py_ssize_t width, void *state, double alpha) noexcept
    ctypedef void first_step(Py_ssize_t n, Py_ssize_t width, void *state) noexcept
    ctypedef bint search_step(Py_ssize_t width, void *state) noexcept
    ctypedef Py_ssize_t gather_kernel(Py_ssize_t rows, const void *input, Py_ssize_t number, void *kept, Py_ssize_t *numbers,
                                      Py_ssize_t count, Py_ssize_t room, void *state) noexcept

    struct search:
        fold_kernel *fold
        search_step *next

    ctypedef struct projection:
        const char *name
        int inputs
        bint with_alpha
        double padding
        fold_kernel *top
        first_step *first
        gather_kernel *gather
        search *searches
        map_kernel *map

    ctypedef struct kernel_set:
        const activation_row *activations
        int n_activations
        const from_output_row *from_outputs
        int n_from_outputs
        const reduction *reductions
        int n_reductions
        join_kernel *start
        const projection *projections
        int n_projections
        begin_step *begin
        convert_kernel **widen
        convert_kernel **narrow

    ctypedef struct isa_t "isa":
        const char *name
        int available() noexcept
        const kernel_set **sets

    const isa_t *fastact_isas[]
