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
    LANE_COUNT = 16, /* of a reduction */
    MAX_PARAMETERS = 4,
};

/* in: operands (x; or a, b), parameters (value, grad, with_grad), before them dy (backward); out: y, or a derivative for each
   operand, or dy times each of them (0 on a flat piece of the row), or y and the derivatives.  Streamed results go past the
   caches, to memory that begins at a multiple of LINE. */
typedef void kernel(ptrdiff_t n, const void *const *in, void *const *out, int streamed);

enum { VALUE, GRAD, BACKWARD, WITH_GRAD, KINDS };

/* One row of a table: activations.h, gates.h, losses.h; formula and properties are executable Python. */
typedef struct {
    const char *name;
    const char *formula, *about, *properties, *source;
    struct {
        const char *name;
        double initial; /* NaN: there is no default */
        double low, high;
    } parameters[MAX_PARAMETERS];
    int n_parameters;
    const char *conditions; /* on the parameters, each ended by ';' */
    kernel *kernels[KINDS];
} table_row;

/* The derivative of a row's function from its result. */
typedef struct {
    const char *name;
    const char *formula, *conditions;
    int n_parameters;
    kernel *kernels[KINDS]; /* GRAD and BACKWARD alone, of y for x */
} from_output_row;

/* A reduction along an axis, in strips (softmax.h): passes that fold the elements, the first of which has its place, a
   multiple of LANE_COUNT, along the axis, into the state, each joined at its end,
   then a map of the elements, or none where results are numbers that end in sections of the state.  The last fold may keep
   what it makes of each element, where in[1] is: then the map `rest` of that is the map of the elements, and cheaper.
   The lanes are LANE_COUNT, row by row in turn; or one, where the columns are the lanes of one axis. */
typedef void fold_kernel(ptrdiff_t rows, ptrdiff_t width, int lanes, const void *const *in, const ptrdiff_t *strides,
                         void *state, ptrdiff_t place);
typedef void join_kernel(ptrdiff_t width, void *state);
typedef void map_kernel(ptrdiff_t rows, ptrdiff_t width, const void *const *in, const ptrdiff_t *strides, void *out,
                        ptrdiff_t out_stride, void *state);

enum {
    STRIP = 32,                         /* columns in a strip */
    SECTION = LANE_COUNT * (STRIP + 1), /* elements in a section of the state, and room for a pack beyond */
    PASSES = 2,
    RESULTS = 3,
};

/* What the sections of the state hold; a temperature and its reciprocal stand where a loss has its masses. */
enum {
    MAXIMUM,
    TOTAL,
    TOTAL_LOW,
    SIGN,
    MASS,
    MASS_LOW,
    DOT,
    DOT_LOW,
    SECTIONS,
    LOG_SUM = SIGN,
    TEMPERATURE = MASS,
    RECIPROCAL,
};

typedef struct {
    fold_kernel *fold;
    join_kernel *join;
} pass_kernels;

typedef struct {
    const char *name;
    int with_options; /* takes a mask, lengths, sinks and a temperature; a row of the same name may go without */
    int plain;        /* of a row with options: the one with the same bits at temperature 1, for less, or itself */
    int inputs;
    double padding[2]; /* elements that leave the state as it is */
    double hidden;     /* the result of an element that does not count */
    pass_kernels passes[PASSES];
    map_kernel *map;
    fold_kernel *keep; /* null where there is nothing to keep */
    map_kernel *rest;
    int results, result[RESULTS]; /* how many, and the sections that end as them */
    fold_kernel *shown[PASSES];   /* of the elements whose bytes in in[2] are true; null: others are hidden first */
} reduction;

/* Cross-entropy from logits: of the target's probability, and of masses, where targets have them. */
typedef struct {
    pass_kernels maximum, exponentials;
    fold_kernel *keep;
    map_kernel *map_exponentials; /* where they were not kept */
    join_kernel *start_masses;
    pass_kernels masses;
    map_kernel *map, *map_masses;
    void (*make_masses)(ptrdiff_t n, const void *y, const void *w, const double *f, const double *c, void *out);
} loss_kernels;

/* Rows of n elements, `step` elements apart, as the columns of a strip, `pitch` apart, and back. */
typedef void transpose_kernel(ptrdiff_t n, ptrdiff_t rows, const void *in, ptrdiff_t in_step, void *out, ptrdiff_t out_step);

typedef void hide_kernel(ptrdiff_t n, const void *in, const unsigned char *mask, const double *other, void *out);

/* A projection onto the simplex along an axis, or its backward form (sparsemax.h): begin() puts alpha into the state, then what
   `top` folds `first` joins.  A search is a fold and its step, again and again as long as that returns not 0; there may be
   a rough one before the last.  Then comes `map`.  gather() keeps of a row what can still have a share; beside it the results
   are those of `padding`. */
typedef void begin_step(ptrdiff_t width, void *state, double alpha);
typedef void first_step(ptrdiff_t n, ptrdiff_t width, void *state);
typedef int search_step(ptrdiff_t width, void *state);
typedef ptrdiff_t gather_kernel(ptrdiff_t rows, const void *in, ptrdiff_t number, void *kept, ptrdiff_t *numbers,
                                ptrdiff_t count, ptrdiff_t room, void *state);

enum {
    PROJECTION_SECTIONS = SECTIONS + 3, /* of the state of a projection */
    SEARCHES = 2,
};

typedef struct {
    const char *name;
    int inputs;
    int with_alpha; /* before the inputs there is an operand alpha */
    double padding; /* an element that leaves the state as it is */
    fold_kernel *top; /* null, with `first`, where there is nothing to know before */
    first_step *first;
    gather_kernel *gather; /* null where all elements count */
    struct {
        fold_kernel *fold;
        search_step *next;
    } searches[SEARCHES]; /* null: there is no such search */
    map_kernel *map;
} projection;

/* n elements of one type to another; n a multiple of STEP */
typedef void convert_kernel(ptrdiff_t n, const void *in, void *out);

/* How elements stand in an array. */
enum { HALF, BFLOAT16, SINGLE, DOUBLE, STORED };

/* What one ISA computes for one element type. */
typedef struct {
    const table_row *activations;
    int n_activations;
    const from_output_row *from_outputs;
    int n_from_outputs;
    const reduction *reductions;
    int n_reductions;
    join_kernel *start; /* of every reduction */
    hide_kernel *hide;
    transpose_kernel *turn_in, *turn_out;
    const loss_kernels *cross_entropy;
    const projection *projections;
    int n_projections;
    begin_step *begin; /* of every projection */
    convert_kernel *widen[STORED], *narrow[STORED]; /* from a stored type and back; null where there is nothing to do */
    const table_row *gates;
    int n_gates;
    const table_row *losses;
    int n_losses;
    kernel *add; /* of two arrays */
} kernel_set;

typedef struct {
    const char *name;
    int (*available)(void);
    const kernel_set *sets[2]; /* float, double */
} isa;

/* The ISAs that this build has, the best first, and the baseline of its architecture last; ended by a null pointer. */
extern const isa *const fastact_isas[];

#endif
