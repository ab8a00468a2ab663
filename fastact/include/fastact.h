/* fastact's loops for C and C++, without Python.h.

   A process in which Python has imported fastact has one table of them, a fastact_api.  C code gets its address

   - from Python, as the number fastact.capi.address(), which fastact_checked() takes;
   - or by fastact_import(), where Python.h is included before this file: from the capsule fastact._C_API.

   The promise: while FASTACT_ABI stays, an entry of the table keeps its place, its name and its operands; new ones come behind
   the last.  Structures grow at their ends alone, and codes keep their numbers.  What is found in the table stays valid until the
   process ends.  `revision` counts what was appended. */

#ifndef FASTACT_H
#define FASTACT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FASTACT_ABI 1
#define FASTACT_REVISION 1

/* The types of elements. */
enum { FASTACT_FLOAT16, FASTACT_BFLOAT16, FASTACT_FLOAT32, FASTACT_FLOAT64, FASTACT_DTYPES };

/* What is computed of a function: gelu, gelu_grad, gelu_backward, gelu_with_grad; elu_grad_from_output,
   elu_backward_from_output. */
enum {
    FASTACT_VALUE,
    FASTACT_GRAD,
    FASTACT_BACKWARD,
    FASTACT_WITH_GRAD,
    FASTACT_GRAD_FROM_OUTPUT,
    FASTACT_BACKWARD_FROM_OUTPUT,
    FASTACT_KINDS
};

/* What a call of the table says of itself. */
enum {
    FASTACT_OK = 0,
    FASTACT_UNKNOWN_NAME = -1,  /* no function has this name */
    FASTACT_UNKNOWN_KIND = -2,  /* the function has no such kind, or it is no kind */
    FASTACT_UNKNOWN_DTYPE = -3, /* it is none of the types above */
    FASTACT_UNKNOWN_INDEX = -4, /* the table has no such entry */
    FASTACT_BAD_COUNT = -5      /* of threads: below 0 */
};

/* A loop, as NumPy's ufuncs have it.  `args` are the first elements of the operands, inputs before results.

   Elementwise: dims[0] is the number of elements, steps[k] the bytes from one element of operand k to the next; 0 repeats it.
   Along an axis: dims[0] is the number of rows, dims[1] their length; steps[k] are the bytes from row to row, for all operands;
   behind them come the bytes from element to element within a row, of the operands that have the axis, in their order.

   Any step is right, below 0 too, and any length, 0 too.  The caller sees to it that elements are aligned to their size, and
   that a result is an input itself (the same address and the same steps) or shares no byte with any operand.
   A loop needs no GIL, any thread may call it, several at once too; it is not for handlers of signals. */
typedef void fastact_loop(char **args, const ptrdiff_t *dims, const ptrdiff_t *steps, void *data);

typedef struct {
    fastact_loop *loop;
    void *data; /* its last argument */
} fastact_of_dtype;

typedef struct {
    const char *name;         /* "elu_backward" */
    const char *operands;     /* "dy, x, alpha -> dx", as the function of Python has them, parameters among the inputs */
    const char *types;        /* a letter for each: r the entry's type of elements, d double, q int64_t */
    int kind;                 /* FASTACT_BACKWARD */
    int inputs, outputs;
    unsigned along;           /* bit k: operand k has the axis; 0: the loop is elementwise */
    fastact_of_dtype by_dtype[FASTACT_DTYPES];
} fastact_entry;

typedef struct {
    int abi, revision;
    size_t count;
    const fastact_entry *const *entries;

    /* The loop of a function, and its data.  `name` is that of the value ("elu") with a kind, or the whole name ("elu_backward")
       with FASTACT_VALUE.  NULL where there is none: then *status, unless `status` is NULL, tells why. */
    fastact_loop *(*find)(const char *name, int kind, int dtype, void **data, int *status);

    /* The place of a function in the table, or a code below 0. */
    int (*index)(const char *name, int kind);

    /* Calls the loop at a place of the table, with at most so many threads, or with those of the calling thread: 0. */
    int (*call)(int index, int dtype, int threads, char **args, const ptrdiff_t *dims, const ptrdiff_t *steps);

    /* How many threads a loop may use that the calling thread calls, as fastact.num_threads() says it in Python; 0: as many as
       the process may.  Returns what was set before, or FASTACT_BAD_COUNT. */
    int (*set_threads)(int count);

    /* How many these are now: never more than the limits of the process and of OpenMP. */
    int (*get_threads)(void);
} fastact_api;

/* The table at an address, or NULL where it is none or another than this file describes. */
static inline const fastact_api *fastact_checked(const void *address)
{
    const fastact_api *api = (const fastact_api *)address;
    return api && api->abi == FASTACT_ABI && api->revision >= FASTACT_REVISION ? api : NULL;
}

#ifdef Py_PYTHON_H
/* The table of the fastact that Python imports here, with the GIL; NULL with an ImportError or what the import raised. */
static inline const fastact_api *fastact_import(void)
{
    const fastact_api *api = (const fastact_api *)PyCapsule_Import("fastact._C_API", 0);
    if (api && !fastact_checked(api)) {
        PyErr_Format(PyExc_ImportError, "compiled for ABI %d.%d of fastact, but the one that is installed has %d.%d",
                     FASTACT_ABI, FASTACT_REVISION, api->abi, api->revision);
        return NULL;
    }
    return api;
}
#endif

#ifdef __cplusplus
}
#endif

#endif
