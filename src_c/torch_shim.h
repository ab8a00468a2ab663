/* Kernels for PyTorch's dispatcher that call fastact's loops: what _core/torch_shim.pyx uses. */

#ifndef FASTACT_TORCH_SHIM_H
#define FASTACT_TORCH_SHIM_H

#include "fastact.h"
#include "torch_abi.h"

/* How the arguments of an op are the inputs of an entry: `places[k]` is the argument that is input k, `numbers` a bit for each
   input that is a float or an int there and no tensor.  Of further arguments there may be, or are -1: `dim`, which says the axis,
   and `text`, "none" or "tanh", of which the second asks for the entry `by_tanh`. */
typedef struct {
    const fastact_entry *entry, *by_tanh;
    int arguments, dim, text;
    unsigned numbers;
    int places[16];
} torch_op;

/* Finds PyTorch in the library of this path; NULL, or why it is not there.  Before all else, and with the GIL. */
const char *torch_shim_find(const char *path, const fastact_api *api);

/* Registers with a library: a kernel for the op `name`, which stays for good and is counted.  The number of the kernel, or -1
   with the reason in `why`; with the GIL.  If the op is one of aten, "aten::gelu" or "aten::gelu_backward", calls that are not
   for fastact are the original's, and all while it is off, as it is at first. */
int torch_shim_implement(library_handle opened, const char *name, const torch_op *op, const char **why);

/* How many calls a kernel has computed, or passed on because of a dtype; `reset` begins anew. */
uint64_t torch_shim_calls(int kernel, bool reset);
uint64_t torch_shim_passed(int kernel, bool reset);

/* Lets the kernel of an op of aten compute, or passes its calls on; no call is lost. */
void torch_shim_switch(int kernel, bool on);

/* What has been found. */
const torch_abi *torch_shim_abi(void);

/* torch_stubs_find in the library that has been found. */
const char *torch_shim_find_stubs(const char *capability);

#endif
