/* Kernels for PyTorch's dispatcher, by its stable C interface, that call the loops of fastact.h.

   A kernel of that interface is a plain function: it is not told what it computes.  So there is a table of ops and a function
   for each place in it.  An op that has a place keeps it until the process ends, for another thread may be in its kernel. */

#include "torch/call.h"
#include "numbers.h"

#include <stdio.h>

enum { LONGEST_NAME = 64, MOST_OPS = 512 };

typedef struct {
    torch_op is;
    char name[LONGEST_NAME];
    bool on; /* of an op of aten */
    uint64_t calls;
} registered;

static registered ops[MOST_OPS];
static int op_count;

/* ---- what is not for fastact, of ops of aten ------------------------------------------------------------------------------- */

typedef struct { /* std::string_view */
    size_t length;
    const char *words;
} text_view;

static struct {
    tensor_handle (*gelu_out)(tensor_handle result, tensor_handle x, text_view approximate);
    tensor_handle (*gelu_backward_out)(tensor_handle result, tensor_handle dy, tensor_handle x, text_view approximate);
} aten; /* of the namespace at::cpu */

#define TEXT_VIEW "St17basic_string_viewIcSt11char_traitsIcEE"

static bool find_originals(void)
{
    *(void **)&aten.gelu_out = torch_symbol("_ZN2at3cpu8gelu_outERNS_6TensorERKS1_" TEXT_VIEW);
    *(void **)&aten.gelu_backward_out = torch_symbol("_ZN2at3cpu17gelu_backward_outERNS_6TensorERKS1_S4_" TEXT_VIEW);
    return aten.gelu_out && aten.gelu_backward_out;
}

/* The dtype of a result: the widest, or float32 of the two short ones; that of the first where there is an error to come. */
static bool promoted(torch_call *c, const uint64_t *stack, int32_t *code)
{
    int32_t other;
    if (torch.get_dtype(torch_handle(stack, 0), code) || torch.get_dtype(torch_handle(stack, c->entry->inputs - 1), &other))
        return torch_fail_as_torch(c);
    const int first = torch_dtype(*code), second = torch_dtype(other);
    if (first >= 0 && second >= 0 && first != second)
        *code = torch.dtypes[item_sizes[first] == item_sizes[second] ? FASTACT_FLOAT32 : first > second ? first : second];
    return true;
}

/* By PyTorch's own kernel, which throws its own errors. */
static bool run_original(torch_call *c, const uint64_t *stack, text_view text, tensor_handle *result)
{
    const int64_t none = 0, one = 1;
    int32_t code;
    if (!promoted(c, stack, &code))
        return false;
    if (torch.empty_strided(1, &none, &one, code, torch.cpu, 0, result))
        return torch_fail_as_torch(c);
    if (c->entry->inputs == 1)
        aten.gelu_out(*result, torch_handle(stack, 0), text);
    else
        aten.gelu_backward_out(*result, torch_handle(stack, 0), torch_handle(stack, 1), text);
    return true;
}

/* Whether oneDNN is faster, which has exact GELU of bfloat16 where the processor has AVX-512; elsewhere PyTorch comes to the stub. */
static bool is_for_onednn(const torch_call *c, const uint64_t *stack)
{
    enum { MANY = 16384 };
    int32_t code;
    int64_t n;
    return c->entry == c->op->entry && c->entry->inputs == 1 && !torch.get_dtype(torch_handle(stack, 0), &code) &&
           code == torch.dtypes[FASTACT_BFLOAT16] && !torch.get_numel(torch_handle(stack, 0), &n) && n >= MANY;
}

/* Whether all tensors are of one of the four dtypes. */
static bool is_served(const torch_call *c, const uint64_t *stack)
{
    int32_t first = -1, code = -1;
    if (is_for_onednn(c, stack))
        return false;
    for (int k = 0; k < c->entry->inputs; k++)
        if (torch.get_dtype(torch_handle(stack, k), &code) || torch_dtype(code) < 0 || (k > 0 && code != first))
            return false;
        else
            first = code;
    return true;
}

/* `served` tells whether fastact has computed it. */
static bool compute_with_text(torch_call *c, registered *op, uint64_t *stack, bool *served)
{
    const string_handle argument = (string_handle)(uintptr_t)stack[op->is.text];
    text_view text;
    if (torch.string_c_str(argument, &text.words) || torch.string_length(argument, &text.length))
        return torch_fail_as_torch(c);
    const bool by_tanh = text.length == 4 && !memcmp(text.words, "tanh", 4);
    const bool known = by_tanh || (text.length == 4 && !memcmp(text.words, "none", 4));
    c->entry = by_tanh ? op->is.by_tanh : op->is.entry;
    *served = __atomic_load_n(&op->on, __ATOMIC_RELAXED) && known && is_served(c, stack) && torch_compute(c, stack);
    if (*served)
        return true;
    if (c->results[0])
        torch.delete_tensor_object(c->results[0]);
    c->results[0] = NULL;
    return run_original(c, stack, text, &c->results[0]);
}

/* ---- a call of the dispatcher ---------------------------------------------------------------------------------------------- */

/* The tensors and the text on the stack, which belong to the kernel, and results that nobody gets. */
typedef struct {
    torch_call *made;
    bool good;
    uint64_t *stack, results;
} owned;

/* At the end of `serve`, where that throws too. */
static void give_back(owned *o)
{
    const torch_op *is = o->made->op;
    for (int k = 0; k < is->entry->inputs; k++)
        if (!(is->numbers >> k & 1))
            torch.delete_tensor_object(torch_handle(o->stack, is->places[k]));
    if (is->text >= 0)
        torch.delete_string((string_handle)(uintptr_t)o->stack[is->text]);
    for (uint64_t k = 0; k < o->results; k++)
        if (o->good)
            o->stack[k] = (uint64_t)(uintptr_t)o->made->results[k];
        else if (o->made->results[k])
            torch.delete_tensor_object(o->made->results[k]);
}

static void serve(registered *op, uint64_t *stack, uint64_t arguments, uint64_t results)
{
    torch_call c;
    owned all __attribute__((cleanup(give_back))) = {&c, false, stack, results};
    bool served = true;
    torch_begin(&c, op->name, &op->is);
    if (arguments != (uint64_t)op->is.arguments)
        torch_fail(&c, "%d arguments are expected, not %d", op->is.arguments, (int)arguments);
    else
        all.good = op->is.text >= 0 ? compute_with_text(&c, op, stack, &served) : torch_compute(&c, stack);
    if (!all.good)
        torch.check(false, op->name, "fastact", 0, c.message); /* which throws */
    if (served)
        __atomic_fetch_add(&op->calls, 1, __ATOMIC_RELAXED);
}

/* ---- a function for each op ---------------------------------------------------------------------------------------------- */

/* clang-format off */
#define SIXTEEN(do, n) \
    do(n##0) do(n##1) do(n##2) do(n##3) do(n##4) do(n##5) do(n##6) do(n##7) \
    do(n##8) do(n##9) do(n##A) do(n##B) do(n##C) do(n##D) do(n##E) do(n##F)
#define ALL(do) \
    SIXTEEN(do, 0x00) SIXTEEN(do, 0x01) SIXTEEN(do, 0x02) SIXTEEN(do, 0x03) SIXTEEN(do, 0x04) SIXTEEN(do, 0x05) \
    SIXTEEN(do, 0x06) SIXTEEN(do, 0x07) SIXTEEN(do, 0x08) SIXTEEN(do, 0x09) SIXTEEN(do, 0x0A) SIXTEEN(do, 0x0B) \
    SIXTEEN(do, 0x0C) SIXTEEN(do, 0x0D) SIXTEEN(do, 0x0E) SIXTEEN(do, 0x0F) SIXTEEN(do, 0x10) SIXTEEN(do, 0x11) \
    SIXTEEN(do, 0x12) SIXTEEN(do, 0x13) SIXTEEN(do, 0x14) SIXTEEN(do, 0x15) SIXTEEN(do, 0x16) SIXTEEN(do, 0x17) \
    SIXTEEN(do, 0x18) SIXTEEN(do, 0x19) SIXTEEN(do, 0x1A) SIXTEEN(do, 0x1B) SIXTEEN(do, 0x1C) SIXTEEN(do, 0x1D) \
    SIXTEEN(do, 0x1E) SIXTEEN(do, 0x1F)
#define DEFINED(n) \
    static void kernel_##n(uint64_t *stack, uint64_t inputs, uint64_t results) { serve(&ops[n], stack, inputs, results); }
#define NAMED(n) kernel_##n,

ALL(DEFINED)
static torch_kernel *const kernels[MOST_OPS] = {ALL(NAMED)};
/* clang-format on */

/* ---- what the module calls ----------------------------------------------------------------------------------------------- */

static int place_of(const char *name, const torch_op *op)
{
    for (int k = 0; k < op_count; k++)
        if (!strcmp(ops[k].name, name) && !memcmp(&ops[k].is, op, sizeof *op))
            return k;
    return op_count;
}

int torch_implement(library_handle library, const char *name, const torch_op *op, const char **why)
{
    const int place = place_of(name, op);
    if (op->text >= 0 && !find_originals()) {
        *why = "at::cpu has no such function";
        return -1;
    }
    if (place == MOST_OPS) {
        *why = "there are too many ops";
        return -1;
    }
    if (place == op_count) {
        ops[place].is = *op;
        snprintf(ops[place].name, sizeof ops[place].name, "%s", name);
        op_count++;
    }
    if (torch.library_impl(library, name, kernels[place], torch.abi_version())) {
        *why = torch.exception_get_what_without_backtrace();
        return -1;
    }
    return place;
}

uint64_t torch_op_served(int op, bool reset)
{
    uint64_t *n = &ops[op].calls;
    return reset ? __atomic_exchange_n(n, 0, __ATOMIC_RELAXED) : __atomic_load_n(n, __ATOMIC_RELAXED);
}

void torch_op_switch(int op, bool on) { __atomic_store_n(&ops[op].on, on, __ATOMIC_RELEASE); }
