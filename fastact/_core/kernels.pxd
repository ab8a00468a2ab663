"""The C interface, as src_c/kernels.h has it."""

cdef extern from "kernels.h" nogil:
    enum:
        STEP, LINE, LANE_COUNT, MAX_PARAMETERS, KINDS, STRIP, SECTION, SECTIONS, PASSES, RESULTS, PROJECTION_SECTIONS, SEARCHES
        MAXIMUM, TOTAL, LOG_SUM, MASS, MASS_LOW, DOT, DOT_LOW, TEMPERATURE, RECIPROCAL
        VALUE, GRAD, BACKWARD, WITH_GRAD
        HALF, BFLOAT16, SINGLE, DOUBLE, STORED

    ctypedef void kernel(Py_ssize_t n, const void **inputs, void **outputs, bint streamed) noexcept
    ctypedef void convert_kernel(Py_ssize_t n, const void *source, void *target) noexcept

    struct parameter:
        const char *name
        double initial
        double low
        double high

    ctypedef struct table_row:
        const char *name
        const char *formula
        const char *about
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

    ctypedef void fold_kernel(Py_ssize_t rows, Py_ssize_t width, int lanes, const void **inputs, const Py_ssize_t *strides,
                              void *state, Py_ssize_t place) noexcept
    ctypedef void join_kernel(Py_ssize_t width, void *state) noexcept
    ctypedef void map_kernel(Py_ssize_t rows, Py_ssize_t width, const void **inputs, const Py_ssize_t *strides,
                             void *output, Py_ssize_t out_stride, void *state) noexcept

    ctypedef struct pass_kernels:
        fold_kernel *fold
        join_kernel *join

    ctypedef struct reduction:
        const char *name
        bint with_options
        int plain
        int inputs
        double padding[2]
        double hidden
        pass_kernels passes[2]  # PASSES
        map_kernel *map
        fold_kernel *keep
        map_kernel *rest
        int results
        int result[3]  # RESULTS
        fold_kernel *shown[2]  # PASSES

    ctypedef void masses_kernel(Py_ssize_t n, const void *y, const void *w, const double *f, const double *c,
                                void *out) noexcept

    ctypedef struct loss_kernels:
        pass_kernels maximum
        pass_kernels exponentials
        fold_kernel *keep
        map_kernel *map_exponentials
        join_kernel *start_masses
        pass_kernels masses
        map_kernel *map
        map_kernel *map_masses
        masses_kernel *make_masses

    ctypedef void transpose_kernel(Py_ssize_t n, Py_ssize_t rows, const void *source, Py_ssize_t source_step,
                                   void *target, Py_ssize_t target_step) noexcept
    ctypedef void hide_kernel(Py_ssize_t n, const void *source, const unsigned char *mask, const double *other,
                              void *target) noexcept

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
        const table_row *activations
        int n_activations
        const from_output_row *from_outputs
        int n_from_outputs
        const reduction *reductions
        int n_reductions
        join_kernel *start
        hide_kernel *hide
        transpose_kernel *turn_in
        transpose_kernel *turn_out
        const loss_kernels *cross_entropy
        const projection *projections
        int n_projections
        begin_step *begin
        convert_kernel **widen
        convert_kernel **narrow
        const table_row *gates
        int n_gates
        const table_row *losses
        int n_losses
        kernel *add

    ctypedef struct isa_t "isa":
        const char *name
        int available() noexcept
        const kernel_set **sets

    const isa_t *fastact_isas[]
