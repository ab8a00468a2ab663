/* Kernels for PyTorch's dispatcher that call fastact's loops: what _core/torch_shim.pyx uses. */

#ifndef FASTACT_TORCH_SHIM_H
#define FASTACT_TORCH_SHIM_H

#include "fastact.h"
#include "torch/abi.h"

/* How the arguments of an op are the inputs of an entry: `places[k]` is the argument that is input k, `numbers` a bit for each
   input that is a float or an int there and no tensor.  Of further arguments there may be, or are -1: `dim`, which says the axis,
   and `text`, "none" or "tanh", of which the second asks for the entry `by_tanh`. */
typedef struct {
    const fastact_entry *entry, *by_tanh;
    int arguments, dim, text;
    unsigned numbers;
    int places[16];
} torch_op;

/* Registers with a library: a kernel for the op `name`, which has a number from then on and is counted; -1 with the reason in
   `why` if PyTorch refuses; with the GIL.  If the op is "aten::gelu" or "aten::gelu_backward", calls that are not for fastact are
   the original's, and all while it is off, as it is at first. */
int torch_implement(library_handle library, const char *name, const torch_op *op, const char **why);

/* How many calls an op has computed; `reset` begins anew. */
uint64_t torch_op_served(int op, bool reset);

/* Lets the kernel of an op of aten compute, or passes its calls on; no call is lost. */
void torch_op_switch(int op, bool on);

#endif
