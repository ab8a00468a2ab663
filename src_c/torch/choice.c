/* Ops that hand a call on to one of two others.  A kernel of PyTorch's interface is not told what it is, so there is a function for
   each, as in shim.c. */

#include "torch/choice.h"

#include <stdio.h>

enum { LONGEST_NAME = 96, MOST_CHOICES = 128 };

typedef struct {
    char plain[LONGEST_NAME], differentiable[LONGEST_NAME];
    int tensors;
} choice;

static choice choices[MOST_CHOICES];
static int choice_count;

/* Of c10::TensorImpl; not part of the stable interface, which does not tell whether a tensor is in a graph. */
#define AUTOGRAD_META "_ZNK3c1010TensorImpl13autograd_metaEv"
static const void *(*autograd_meta)(const void *tensor);

/* What autograd knows of a tensor: NULL for one that requires no gradient, is no view, and has no tangent.  A handle is the address
   of an at::Tensor, whose one member is the address of its TensorImpl. */
static bool is_known_to_autograd(uint64_t handle) { return autograd_meta(*(void *const *)(uintptr_t)handle) != NULL; }

static void choose(const choice *c, uint64_t *stack)
{
    bool plain = true;
    for (int k = 0; plain && k < c->tensors; k++)
        plain = !is_known_to_autograd(stack[k]);
    if (torch.call_dispatcher(plain ? c->plain : c->differentiable, "", stack, torch.abi_version()))
        torch.check(false, c->plain, "fastact", 0, torch.exception_get_what_without_backtrace()); /* which throws */
}

/* clang-format off */
#define EIGHT(do, n) do(n##0) do(n##1) do(n##2) do(n##3) do(n##4) do(n##5) do(n##6) do(n##7)
#define ALL(do) \
    EIGHT(do, 00) EIGHT(do, 01) EIGHT(do, 02) EIGHT(do, 03) EIGHT(do, 04) EIGHT(do, 05) EIGHT(do, 06) EIGHT(do, 07) \
    EIGHT(do, 010) EIGHT(do, 011) EIGHT(do, 012) EIGHT(do, 013) EIGHT(do, 014) EIGHT(do, 015) EIGHT(do, 016) EIGHT(do, 017)
#define DEFINED(n) \
    static void choice_##n(uint64_t *stack, uint64_t inputs, uint64_t results) { choose(&choices[n], stack); }
#define NAMED(n) choice_##n,

ALL(DEFINED)
static torch_kernel *const kernels[MOST_CHOICES] = {ALL(NAMED)};
/* clang-format on */

const char *torch_choice_find(void)
{
    *(void **)&autograd_meta = torch_symbol(AUTOGRAD_META);
    return autograd_meta ? NULL : AUTOGRAD_META;
}

bool torch_choose(library_handle library, const char *name, int tensors, const char *plain, const char *differentiable,
                  const char **why)
{
    if (choice_count == MOST_CHOICES) {
        *why = "there are too many choices";
        return false;
    }
    choice *c = &choices[choice_count];
    c->tensors = tensors;
    snprintf(c->plain, sizeof c->plain, "%s", plain);
    snprintf(c->differentiable, sizeof c->differentiable, "%s", differentiable);
    if (torch.library_impl(library, name, kernels[choice_count], torch.abi_version())) {
        *why = torch.exception_get_what_without_backtrace();
        return false;
    }
    choice_count++;
    return true;
}
