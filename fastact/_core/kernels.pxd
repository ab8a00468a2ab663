"""The C interface, as src_c/kernels.h has it."""

from libc.stdint cimport int64_t

cdef extern from "kernels.h" nogil:
    enum:
        STEP, LINE, MAX_PARAMETERS, ROW_PARAMETERS, KINDS, INPUTS, TOGETHER, RESULTS, STATE, SCRATCH, IN_ROWS
        VALUE, GRAD, BACKWARD, WITH_GRAD
        ACTIVATIONS, FROM_OUTPUTS, GATED_UNITS, LOSSES
        OF_CLASS, OF_CLASS_WITH_GRAD, OF_MASSES
        HALF, BFLOAT16, SINGLE, DOUBLE, STORED
        UPDATE_STATES, UPDATE_ARRAYS, UPDATE_SCALARS, HYPERPARAMETERS

    ctypedef void kernel(Py_ssize_t n, const void **inputs, void **outputs, bint streamed) noexcept
    ctypedef void convert_kernel(Py_ssize_t n, const void *source, void *target) noexcept

    ctypedef struct row_parameter:
        const char *name
        double initial
        double low
        double high
        const char *condition

    ctypedef struct table_row:
        int table
        const char *name
        const char *formula
        const char *derivative
        const char *about
        const char *properties
        const char *source
        row_parameter *parameters
        kernel **kernels

    ctypedef struct strip:
        Py_ssize_t rows
        const void *inputs "in"[3]  # INPUTS
        Py_ssize_t steps[3]
        void *output "out"
        Py_ssize_t output_step "out_step"
        const unsigned char *marks

    ctypedef struct batch:
        Py_ssize_t n
        Py_ssize_t count
        bint along
        int n_inputs "inputs"
        const void *inputs "in"[3]
        Py_ssize_t steps[3]
        Py_ssize_t apart[3]
        void *output "out"
        Py_ssize_t output_step "out_step"
        Py_ssize_t output_apart "out_apart"
        const double *padding
        double hidden
        const unsigned char *marks
        Py_ssize_t marks_step
        Py_ssize_t marks_apart
        const int64_t *lengths
        const void *sinks
        void *results[3]  # RESULTS
        const void *settings
        void *state
        void *scratch

    ctypedef struct softmax_settings:
        double temperature
        bint strict

    ctypedef struct cross_entropy_settings:
        const double *logits
        const double *masses
        const double *shares
        double f
        double c
        double scale

    ctypedef struct projection_settings:
        double alpha

    ctypedef void whole_kernel(const batch *) noexcept
    ctypedef void begin_kernel(void *state, const void *settings, bint along) noexcept
    ctypedef void fold_kernel(const strip *, void *state, bint along) noexcept
    ctypedef bint finish_kernel(void *state, bint along) noexcept
    ctypedef void map_kernel(const strip *, void *state) noexcept
    ctypedef void report_kernel(const void *state, void **results, bint along) noexcept

    ctypedef struct reduction:
        const char *name
        bint options
        bint negated
        int inputs
        double padding[3]
        double hidden
        bint marks
        int turned
        int results
        int doubles
        whole_kernel *whole
        whole_kernel *in_rows
        begin_kernel *begin
        fold_kernel *fold
        finish_kernel *finish
        map_kernel *map
        report_kernel *report

    ctypedef void transpose_kernel(Py_ssize_t n, Py_ssize_t rows, const void *source, Py_ssize_t source_step,
                                   void *target, Py_ssize_t target_step) noexcept
    ctypedef void hide_kernel(Py_ssize_t n, const void *source, const unsigned char *mask, const double *other,
                              void *target) noexcept

    ctypedef struct normalization:
        Py_ssize_t groups, runs, length, run_step, group_step
        bint centred, streamed
        double epsilon
        const void *x
        const void *dy
        void *output "out"
        const void *gamma
        const void *beta
        double *results[2]
        Py_ssize_t chunk, width
        void *sums
        void *strips

    ctypedef void normalization_kernel(const normalization *, Py_ssize_t first, Py_ssize_t end, void *scratch) noexcept

    ctypedef void join_kernel(Py_ssize_t chunks, Py_ssize_t width, const void *sums, void *target) noexcept

    ctypedef struct normalization_kernels:
        normalization_kernel *layer_norm[2]
        normalization_kernel *rms_norm[2]
        normalization_kernel *batch_norm[3]
        normalization_kernel *measure_columns[3]
        normalization_kernel *map_columns[3]
        size_t strip_size
        join_kernel *join_chunks

    ctypedef struct unconverted_t "unconverted":
        kernel *converted
        kernel **stored

    ctypedef struct update_scalars:
        double limit
        double unit
        double factor
        double own[12]  # UPDATE_SCALARS

    ctypedef void update_kernel(Py_ssize_t n, void **arrays, const update_scalars *) noexcept
    ctypedef double squares_kernel(Py_ssize_t n, const void *g, double limit, double unit) noexcept

    ctypedef struct hyperparameter:
        const char *name
        double initial
        const char *interval

    ctypedef struct update_scalar:
        const char *name
        const char *value

    ctypedef struct update_rule:
        const char *name
        const char *optimizer
        const char *formula
        const char *about
        const char *source
        hyperparameter *hyperparameters
        const char **states
        update_scalar *scalars
        update_kernel *kernel

    ctypedef struct kernel_set:
        const table_row *rows
        int n_rows
        const reduction *reductions
        int n_reductions
        const reduction *projections
        int n_projections
        const reduction *cross_entropies
        hide_kernel *hide
        transpose_kernel *turn_in
        transpose_kernel *turn_out
        convert_kernel **widen
        convert_kernel **narrow
        kernel *add
        kernel *scale
        const normalization_kernels *normalizations
        const unconverted_t *unconverted
        const update_rule *updates
        int n_updates
        squares_kernel *squares

    ctypedef struct isa_t "isa":
        const char *name
        int available() noexcept
        const kernel_set **sets

    const isa_t *fastact_isas[]
