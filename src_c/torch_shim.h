/* Kernels for PyTorch's dispatcher that call fastact's loops: what _core/torch_shim.pyx uses. */

#ifndef FASTACT_TORCH_SHIM_H
#define FASTACT_TORCH_SHIM_H

#include "fastact.h"
#include "torch_abi.h"

/* How the arguments of an op are the inputs of an entry: `places[k]` is the argument that is input k, `numbers` a bit for each
   input that is a float or an int there and no tensor; `dim` is the argument that says the axis, or -1. */
typedef struct {
    const fastact_entry *entry;
    int arguments, dim;
    unsigned numbers;
    int places[16];
} torch_op;

/* Finds PyTorch in the library of this path; NULL, or why it is not there.  Before all else, and with the GIL. */
const char *torch_shim_find(const char *path, const fastact_api *api);

/* Registers with a library: a kernel for the op `name`, which stays for good and is counted.  The number of the kernel, or -1
   with the reason in `why`; with the GIL. */
int torch_shim_implement(library_handle library, const char *name, const torch_op *op, const char **why);

/* How many calls a kernel has computed; `reset` begins anew. */
uint64_t torch_shim_calls(int kernel, bool reset);

/* What has been found. */
const torch_abi *torch_shim_abi(void);

#endif
