/* Kernels of PyTorch's own elementwise functions, replaced where PyTorch keeps the address of each: in its dispatch stubs. */

#ifndef FASTACT_TORCH_STUBS_H
#define FASTACT_TORCH_STUBS_H

#include "fastact.h"
#include "torch/abi.h"

/* Why a kernel passed a call on. */
enum { STUB_DTYPE, STUB_OPTION, STUB_ALIGNMENT, STUB_REASONS };

/* How many stubs there are, and the name of each in aten. */
extern const int torch_stub_count;
const char *torch_stub_name(int stub);

/* Finds the stubs, and the entries that they call, on a processor with this capability in PyTorch's words, after torch_find: NULL,
   or what of the namespace at::native is missing or is not as it should be. */
const char *torch_stubs_find(const char *capability);

/* Watches what the kernels read of PyTorch's objects in calls of mish and elu, which the originals compute; no stub is switched
   on then.  `seen` gives of the last call of this thread the code of the dtype, or -1, and the numbers. */
void torch_stubs_watch(bool on);
int torch_stubs_seen(double *numbers);

void torch_stub_switch(int stub, bool on);

/* How many calls have been served, and passed on for each reason; `reset` begins anew. */
uint64_t torch_stub_served(int stub, bool reset);
uint64_t torch_stub_passed(int stub, int reason, bool reset);

#endif
