/* The C interface: what one ISA computes for one element type. No file of this folder knows Python, strides or threads.

   A kernel computes n contiguous elements, n a multiple of STEP; it may read and write the same memory in place, and an
   element's result depends on its operands alone.  Operands are float or double, as the set says. */

#ifndef FASTACT_KERNELS_H
#define FASTACT_KERNELS_H

#include <stddef.h>
#include <stdint.h>

enum {
    STEP = 16,       /* elements: the widest pack of floats */
    LINE = 64,       /* bytes of a line of the caches, and of the widest pack */
    MAX_PARAMETERS = 4,
    ROW_PARAMETERS = 6, /* and conditions on them */
    KERNEL_INPUTS = 7,  /* at most: dy, two operands, parameters */
};

/* in: operands (x; or a, b), parameters (value, grad, with_grad), before them dy (backward); out: y, or a derivative for each
   operand, or dy times each of them (0 on a flat piece of the row), or y and the derivatives.  `in` has room for KERNEL_INPUTS
   pointers, of which the last may be anything.  Streamed results go past the caches, to memory that begins at a multiple of
   LINE. */
typedef void kernel(ptrdiff_t n, const void *const *in, void *const *out, int streamed);

enum { VALUE, GRAD, BACKWARD, WITH_GRAD, KINDS };

/* What a row is: a function of x; its derivative from its result, right behind it; a gated unit of a and b; a loss of x. */
enum { ACTIVATIONS, FROM_OUTPUTS, GATED_UNITS, LOSSES };

/* A parameter, or behind all of these a condition on them; the rest of a row's list is null. */
typedef struct {
    const char *name;
    double initial; /* NaN: there is no default */
    double low, high;
    const char *condition;
} row_parameter;

/* One row of a table: activations.h, gates.h, losses.h; formula, derivative and properties are executable Python.  Only rows of
   activations.h have a derivative. */
typedef struct {
    int table;
    const char *name, *formula, *derivative, *about, *properties, *source;
    row_parameter parameters[ROW_PARAMETERS];
    kernel *kernels[KINDS];
} table_row;

enum {
    INPUTS = 3,   /* of a reduction at most: elements of an axis */
    TOGETHER = 4, /* rows */
    RESULTS = 3, /* of columns */
    STATE = 4096, /* bytes that hold the state of any reduction */
    SCRATCH = 16384, /* bytes of room for an axis that is whole in memory, beyond its state */
    IN_ROWS = 128, /* strips that are reduced row by row */
};

/* Rows of a line of the caches each, TOGETHER by four (strips.h): elements of inputs, of marks, one byte for each, which are
   null where all count, and of an output, null where there is none; steps are elements from row to row.  Rows that stand
   elsewhere are strips of their own. */
typedef struct strip {
    ptrdiff_t rows; /* of an axis along memory a multiple of TOGETHER */
    const void *in[INPUTS];
    ptrdiff_t steps[INPUTS];
    void *out;
    ptrdiff_t out_step;
    const unsigned char *marks;
    ptrdiff_t marks_step;
    struct strip *before, *after; /* null: none */
    void *scratch;                /* of SCRATCH bytes, for all visits to a whole axis; null for a block */
} strip;

/* `count` strips, `apart` elements from one to the next: axes of n elements along memory, whose rows follow one another, or
   neighbouring columns across it. */
typedef struct {
    ptrdiff_t n, count;
    int along, inputs;
    const void *in[INPUTS];
    ptrdiff_t steps[INPUTS], apart[INPUTS];
    void *out;
    ptrdiff_t out_step, out_apart;
    const double *padding;      /* of each input, elements that change nothing */
    double hidden;              /* the result of an element that does not count */
    const unsigned char *marks; /* what counts; null for all */
    ptrdiff_t marks_step, marks_apart;
    const int64_t *lengths;     /* along memory: how many elements of each axis count; null for all */
    const void *sinks;          /* a number for each axis, one more element of it that has no result; null for none */
    void *results[RESULTS];     /* a number for each axis, or double for losses */
    const void *settings;       /* as the reduction has them */
    void *state;                /* of STATE bytes at a multiple of LINE */
    void *scratch;              /* of SCRATCH bytes at a multiple of LINE, for projections; null for none */
} batch;

typedef struct {
    double temperature;
    int strict; /* an infinite maximum gives NaN, not the limit */
} softmax_settings;

typedef struct {
    const double *logits, *masses, *shares; /* of each axis, at its class: x, the mass on it alone, and of those on all */
    double f, c, scale;                     /* the mass on a class of target y and weight w is w (f y + c) */
} cross_entropy_settings;

enum { OF_CLASS, OF_CLASS_WITH_GRAD, OF_MASSES, CROSS_ENTROPIES }; /* of masses on all classes with a gradient or without */

typedef struct {
    double alpha;
} projection_settings;

/* A reduction along an axis: `whole` of axes that are in memory as the kernels take them, or the others, of blocks that come
   one after another, all but the last of a multiple of SETTLED rows (strips.h); fold() takes them all in turn, and again as
   long as finish() says so; then map() makes the results of elements, report() those of columns.  Along: the columns are the
   lanes of one axis. */
typedef struct {
    const char *name;
    int options; /* takes a mask, lengths, sinks and a temperature, where the row before it goes without; or alpha */
    int negated; /* of -x: by a temperature below 0 */
    int inputs;
    double padding[INPUTS];
    double hidden;
    int marks; /* `whole` takes marks */
    int turned; /* elements of an axis up to which it is worth a column wherever it lies */
    int results; /* of columns; 0: of elements */
    int doubles; /* bits: those of the results that are double for either type */
    void (*whole)(const batch *);
    void (*in_rows)(const batch *); /* the same of columns, all in memory side by side, up to IN_ROWS strips; or null */
    void (*begin)(void *state, const void *settings, int along);
    void (*fold)(const strip *, void *state, int along);
    int (*finish)(void *state, int along);
    void (*map)(const strip *, void *state);
    void (*report)(const void *state, void *const *results, int along);
} reduction;

/* Rows of n elements, `step` elements apart, as the columns of a strip, `pitch` apart, and back. */
typedef void transpose_kernel(ptrdiff_t n, ptrdiff_t rows, const void *in, ptrdiff_t in_step, void *out, ptrdiff_t out_step);

typedef void hide_kernel(ptrdiff_t n, const void *in, const unsigned char *mask, const double *other, void *out);

/* Groups of elements that are normalised, each by its own moments (normalization.h): `runs` of `length` neighbouring elements,
   or columns, whose elements are `runs` and which are neighbours.  Steps count elements. */
typedef struct {
    ptrdiff_t groups, runs, length, run_step, group_step;
    int centred, streamed;    /* less the mean; results go past the caches, to memory that begins at a multiple of LINE */
    double epsilon;
    const void *x, *dy;
    void *out;                /* may be x or dy */
    const void *gamma, *beta; /* of elements, in layer and RMS normalisation; of groups, or null for 1 and 0, in batch's */
    double *results[2];       /* of groups: mean and variance, or dgamma and dbeta, in batch's */
    ptrdiff_t chunk;          /* backward of rows: groups are summed in chunks of so many for dgamma and dbeta */
    ptrdiff_t width;          /* the length in whole steps */
    void *sums;               /* of chunks: 2 width elements each */
    void *strips;             /* of columns, at a multiple of LINE: what measuring tells mapping */
} normalization;

/* Groups first to end, or chunks of them; of columns, these or rows.  Scratch is of NORMALIZED bytes. */
enum { NORMALIZED = 65536 };
typedef void normalization_kernel(const normalization *, ptrdiff_t first, ptrdiff_t end, void *scratch);

/* Forward, backward, and forward by the means and variances that `results` holds; batch normalisation of groups along memory,
   and of columns, all of which are measured before rows are mapped. */
typedef struct {
    normalization_kernel *layer_norm[2], *rms_norm[2], *batch_norm[3], *measure_columns[3], *map_columns[3];
    size_t strip_size; /* bytes of `strips` for every LINE of a row */
    /* 2 width sums of those of chunks */
    void (*join_chunks)(ptrdiff_t chunks, ptrdiff_t width, const void *sums, void *out);
} normalization_kernels;

/* n elements of one type to another; n a multiple of STEP */
typedef void convert_kernel(ptrdiff_t n, const void *in, void *out);

/* How elements stand in an array. */
enum { HALF, BFLOAT16, SINGLE, DOUBLE, STORED };

/* A kernel of floats, and kernels that do the same to halves and bfloat16 as they are stored, streamed or not. */
typedef struct {
    kernel *converted, *stored[SINGLE];
} unconverted;

enum { UPDATE_STATES = 3, UPDATE_ARRAYS = 2 + UPDATE_STATES, UPDATE_SCALARS = 12, HYPERPARAMETERS = 8 };

/* The numbers of a step: g counts as unit factor g', g' cut to [-limit, limit], and `own` are those of the row. */
typedef struct {
    double limit, unit, factor, own[UPDATE_SCALARS];
} update_scalars;

/* A step in place of n elements, n a multiple of STEP; arrays: p, g, states, of which g is read alone. */
typedef void update_kernel(ptrdiff_t n, void *const *arrays, const update_scalars *);

/* The sum of (unit g')^2 of n elements, of any n; NaN where one of g is not finite.  Its bits depend on them alone. */
typedef double squares_kernel(ptrdiff_t n, const void *g, double limit, double unit);

typedef struct {
    const char *name;
    double initial;
    const char *interval;
} hyperparameter;

typedef struct {
    const char *name, *value;
} update_scalar;

/* One row of updates.h; what is left of a list is null. */
typedef struct {
    const char *name, *optimizer, *formula, *about, *source;
    hyperparameter hyperparameters[HYPERPARAMETERS];
    const char *states[UPDATE_STATES + 1];
    update_scalar scalars[UPDATE_SCALARS + 1];
    update_kernel *kernel;
} update_rule;

/* What one ISA computes for one element type. */
typedef struct {
    const table_row *rows; /* a table after the other */
    int n_rows;
    const reduction *reductions;
    int n_reductions;
    const reduction *projections; /* onto the simplex; in place too */
    int n_projections;
    const reduction *cross_entropies; /* CROSS_ENTROPIES of them */
    hide_kernel *hide;
    transpose_kernel *turn_in, *turn_out;
    convert_kernel *widen[STORED], *narrow[STORED]; /* from a stored type and back; null where there is nothing to do */
    kernel *add;   /* of two arrays */
    kernel *scale; /* (x - mean) inverse + shift, of four */
    const normalization_kernels *normalizations;
    const unconverted *unconverted; /* ended by a null pointer */
    const update_rule *updates;
    int n_updates;
    squares_kernel *squares;
} kernel_set;

typedef struct {
    const char *name;
    int (*available)(void);
    const kernel_set *sets[2]; /* float, double */
} isa;

/* The ISAs that this build has, the best first, and the baseline of its architecture last; ended by a null pointer. */
extern const isa *const fastact_isas[];

#endif
