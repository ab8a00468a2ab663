/* One call of an op: from tensors and numbers on the dispatcher's stack to new tensors, by a loop of fastact.h. */

#ifndef FASTACT_TORCH_CALL_H
#define FASTACT_TORCH_CALL_H

#include "torch/layout.h"
#include "torch/shim.h"

enum { LONGEST_MESSAGE = 256, MOST_RESULTS = 2 };

typedef struct {
    const char *data;
    int64_t ndim;
    const int64_t *sizes, *strides; /* in elements */
} tensor;

typedef struct {
    const torch_op *op;
    const char *name; /* of the op */
    const fastact_entry *entry;
    int dtype;                    /* of the operands with the letter r, or -1 as long as none is known */
    tensor inputs[MOST_OPERANDS]; /* those that are tensors */
    char numbers[MOST_OPERANDS][8];
    int axis;      /* among the dimensions of `all`, or -1 */
    int64_t along; /* the length of the axis, or 1 */
    layout all;    /* inputs, then results */
    int64_t axis_steps[MOST_OPERANDS];
    char *first[MOST_OPERANDS];
    tensor_handle results[MOST_RESULTS];
    char message[LONGEST_MESSAGE]; /* of an error */
} torch_call;

static inline tensor_handle torch_handle(const uint64_t *stack, int place) { return (tensor_handle)(uintptr_t)stack[place]; }

/* Begins a call of an op: nothing is known. */
void torch_begin(torch_call *c, const char *name, const torch_op *op);

/* Computes the call into new results, which are NULL as long as there are none; if it cannot be, false and the message. */
bool torch_compute(torch_call *c, uint64_t *stack);

/* A message, behind the name of the op, or PyTorch's of its last error; returns false. */
bool torch_fail(torch_call *c, const char *format, ...);
bool torch_fail_as_torch(torch_call *c);

#endif
