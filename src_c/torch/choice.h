/* Ops that hand a call on to one of two others. */

#ifndef FASTACT_TORCH_CHOICE_H
#define FASTACT_TORCH_CHOICE_H

#include "torch/abi.h"

/* Finds what a choice needs beside PyTorch's stable interface, once torch_find has succeeded: NULL, or what is missing. */
const char *torch_choice_find(void);

/* Registers with a library, for its dispatch key, a kernel for the op `name` whose first `tensors` arguments are tensors: it calls
   the op `plain` if none of them has ever been part of a graph of derivatives, else `differentiable`, which have the same
   arguments.  Whether PyTorch accepts it, with the reason in `why`; with the GIL. */
bool torch_choose(library_handle library, const char *name, int tensors, const char *plain, const char *differentiable,
                  const char **why);

#endif
