/* PyTorch calls the kernel of an elementwise function by a pointer, at::native::mish_stub and its kin, behind all that its
   dispatcher, its autograd and its TensorIterator do: shapes, types, layouts, results that are given, errors.  Here stand
   kernels of the same types that run fastact's loops over the same iterator, and leave to the original what is not theirs.

   The pointers are no part of the stable interface.  A symbol has the types of a kernel's arguments in its name, and what else is
   relied on is declared here, and watched by the module before it replaces any: the first word of a stub is the kernel's address,
   or null where PyTorch looks it up; an iterator has the code of its dtype at DTYPE_AT; a c10::Scalar is a tag and a value; and
   for_each calls a function with the addresses and steps of the operands, results before inputs. */

#include "torch/stubs.h"
#include "numbers.h"

#include <stdio.h>

typedef struct iterator iterator; /* at::TensorIteratorBase */
enum { DTYPE_AT = 750 };          /* of its common_dtype_, a byte */

typedef struct { /* c10::Scalar */
    int32_t tag;
    union {
        double of_double;
        int64_t of_int64;
        char room[16];
    } value __attribute__((aligned(16)));
} scalar;
enum { IS_DOUBLE = 0, IS_INT = 1 };

typedef struct { /* c10::function_ref */
    void (*function)(intptr_t context, char **data, const int64_t *steps, int64_t size0, int64_t size1);
    intptr_t context;
} loop_ref;

#define FOR_EACH "_ZN2at18TensorIteratorBase8for_eachEN3c1012function_refIFvPPcPKlllEEEl"
#define NUMEL "_ZNK2at18TensorIteratorBase5numelEv"
#define DATA_PTR "_ZNK2at18TensorIteratorBase8data_ptrEl"

static void (*for_each)(iterator *, loop_ref, int64_t grain);
static int64_t (*numel)(const iterator *);
static void *(*data_of)(const iterator *, int64_t operand);

enum { GRAIN = 32768, PARALLEL = 16384 }; /* elements for a thread of PyTorch's; from which a loop may have threads */
enum { MOST_OPERANDS = 4, MOST_ENTRIES = 3, BLOCK = 2048 };

/* ---- the stubs ----------------------------------------------------------------------------------------------------------- */

/* `stub` is its name and `type` that of its kernels, as symbols spell it; `operands` are the iterator's; input k of an entry is
   operand `order[k]`, and behind these comes a number, if the entry has one. */
typedef struct {
    const char *name, *stub, *type;
    void *kernel;
    const char *entry_names[MOST_ENTRIES];
    int operands, order[2];
    const fastact_entry *entries[MOST_ENTRIES];
    void **word, *held, *original;
    uint64_t served, passed[STUB_REASONS];
} row;

#define ITERATOR "vRNS_18TensorIteratorBaseE"
#define SCALAR "RKN3c106ScalarE"

static void mish(iterator *);
static void mish_backward(iterator *);
static void sigmoid(iterator *);
static void silu(iterator *);
static void tanh_kernel(iterator *);
static void gelu(iterator *, int);
static void gelu_backward(iterator *, int);
static void softplus(iterator *, const scalar *, const scalar *);
static void softplus_backward(iterator *, const scalar *, const scalar *);
static void elu(iterator *, const scalar *, const scalar *, const scalar *);
static void elu_backward(iterator *, const scalar *, const scalar *, const scalar *, bool);
static void log_sigmoid(tensor_handle, tensor_handle, tensor_handle);

/* clang-format off */
enum { MISH, MISH_BACKWARD, SIGMOID, SILU, TANH, GELU, GELU_BACKWARD, SOFTPLUS, SOFTPLUS_BACKWARD, ELU, ELU_BACKWARD, LOG_SIGMOID,
       ROWS };
#define UNARY 2, {1}
#define OF_TWO 3, {1, 2}
static row rows[ROWS] = {
    [MISH] = {"mish", "mish_stub", ITERATOR, mish, {"mish"}, UNARY},
    [MISH_BACKWARD] = {"mish_backward", "mish_backward_stub", "vRNS_14TensorIteratorE", mish_backward, {"mish_backward"}, OF_TWO},
    [SIGMOID] = {"sigmoid", "sigmoid_stub", ITERATOR, sigmoid, {"sigmoid"}, UNARY},
    [SILU] = {"silu", "silu_stub", ITERATOR, silu, {"silu"}, UNARY},
    [TANH] = {"tanh", "tanh_stub", ITERATOR, tanh_kernel, {"tanh"}, UNARY},
    [GELU] = {"gelu", "GeluKernel", ITERATOR "NS0_8GeluTypeE", gelu, {"gelu", "gelu_tanh"}, UNARY},
    [GELU_BACKWARD] = {"gelu_backward", "GeluBackwardKernel", ITERATOR "NS0_8GeluTypeE", gelu_backward,
                       {"gelu_backward", "gelu_tanh_backward"}, OF_TWO},
    [SOFTPLUS] = {"softplus", "softplus_stub", ITERATOR SCALAR "S7_", softplus, {"softplus"}, UNARY},
    [SOFTPLUS_BACKWARD] = {"softplus_backward", "softplus_backward_stub", ITERATOR SCALAR "S7_", softplus_backward,
                           {"softplus_backward"}, OF_TWO},
    [ELU] = {"elu", "elu_stub", ITERATOR SCALAR "S7_S7_", elu, {"elu", "selu", "celu"}, UNARY},
    [ELU_BACKWARD] = {"elu_backward", "elu_backward_stub", ITERATOR SCALAR "S7_S7_b", elu_backward,
                      {"elu_backward", "selu_backward", "celu_backward"}, OF_TWO},
    [LOG_SIGMOID] = {"log_sigmoid_forward", "log_sigmoid_cpu_stub", "vRNS_10TensorBaseES3_RKS2_", log_sigmoid,
                     {"log_sigmoid", "exponential"}, 0, {0}},
};
/* clang-format on */
const int torch_stub_count = ROWS;

/* ---- a call -------------------------------------------------------------------------------------------------------------- */

static int32_t code_of(const iterator *it) { return ((const signed char *)it)[DTYPE_AT]; }

typedef struct {
    const row *of;
    const fastact_entry *entry;
    fastact_of_dtype own;
    char number[8]; /* behind the tensors; all entries have at most one */
} work;

static void run_steps(const work *w, char **data, const int64_t *steps, int64_t size)
{
    char *args[MOST_OPERANDS];
    ptrdiff_t own_steps[MOST_OPERANDS], n = size;
    const int inputs = w->entry->inputs, tensors = w->of->operands - 1;
    for (int k = 0; k < inputs; k++) {
        args[k] = k < tensors ? data[w->of->order[k]] : (char *)w->number;
        own_steps[k] = k < tensors ? steps[w->of->order[k]] : 0;
    }
    args[inputs] = data[0];
    own_steps[inputs] = steps[0];
    if (size < PARALLEL) {
        w->own.loop(args, &n, own_steps, w->own.data);
        return;
    }
    const int before = torch.fastact->set_threads(1);
    w->own.loop(args, &n, own_steps, w->own.data);
    torch.fastact->set_threads(before);
}

/* What for_each calls: `size1` lines of `size0` elements, whose steps stand behind those within a line.  The longer of the two
   is the line. */
static void run_lines(intptr_t context, char **data, const int64_t *steps, int64_t size0, int64_t size1)
{
    const work *w = (const work *)context;
    const int operands = w->of->operands;
    const int64_t *outer = steps + operands;
    char *at[MOST_OPERANDS];
    if (size1 > size0) {
        const int64_t *swapped = steps;
        const int64_t size = size0;
        steps = outer;
        outer = swapped;
        size0 = size1;
        size1 = size;
    }
    memcpy(at, data, operands * sizeof *at);
    for (int64_t line = 0; line < size1; line++) {
        run_steps(w, at, steps, size0);
        for (int k = 0; k < operands; k++)
            at[k] += outer[k];
    }
}

static bool pass(row *r, int reason)
{
    __atomic_fetch_add(&r->passed[reason], 1, __ATOMIC_RELAXED);
    return false;
}

static void count(row *r) { __atomic_fetch_add(&r->served, 1, __ATOMIC_RELAXED); }

/* So that a call has no more threads than fastact may have; PyTorch sees to its own. */
static int64_t grain_of(int64_t size)
{
    if (size < 2 * GRAIN)
        return GRAIN;
    const int64_t share = size / torch.fastact->get_threads() + 1;
    return share > GRAIN ? share : GRAIN;
}

/* Whether the entry at `which` has computed a call; `number` is its parameter, if it has one. */
static bool serve(row *r, iterator *it, int which, double number)
{
    const int dtype = torch_dtype(code_of(it));
    work w = {.of = r, .entry = r->entries[which]};
    if (dtype < 0)
        return pass(r, STUB_DTYPE);
    for (int k = 0; k < r->operands; k++)
        if ((uintptr_t)data_of(it, k) % item_sizes[dtype])
            return pass(r, STUB_ALIGNMENT);
    if (w.entry->inputs == r->operands) { /* a tensor less than that, and a number */
        if (!has_few_bits(dtype, number))
            return pass(r, STUB_OPTION);
        store_number(dtype, number, w.number);
    }
    w.own = w.entry->by_dtype[dtype];
    for_each(it, (loop_ref){run_lines, (intptr_t)&w}, grain_of(numel(it)));
    count(r);
    return true;
}

/* ---- numbers that are arguments ------------------------------------------------------------------------------------------ */

/* NaN where it is neither a float nor an int. */
static double value_of(const scalar *s)
{
    if (s->tag == IS_DOUBLE)
        return s->value.of_double;
    return s->tag == IS_INT ? (double)s->value.of_int64 : __builtin_nan("");
}

static bool is_parameter(double x) { return x > 1e-4 && x < 1e4; }

/* Of elu, selu and celu the entry that scale*(x > 0 ? x : alpha*(exp(input_scale*x) - 1)) is, or -1. */
static int elu_entry(double alpha, double scale, double input_scale)
{
    enum { OF_ELU, OF_SELU, OF_CELU };
    if (scale == 1.0507009873554804934193349852946 && alpha == 1.6732632423543772848170429916717 && input_scale == 1)
        return OF_SELU;
    if (scale != 1 || !is_parameter(alpha))
        return -1;
    return input_scale == 1 ? OF_ELU : input_scale == 1 / alpha ? OF_CELU : -1;
}

/* ---- the kernels --------------------------------------------------------------------------------------------------------- */

typedef void plain_kernel(iterator *);
typedef void choice_kernel(iterator *, int);
typedef void softplus_kernel(iterator *, const scalar *, const scalar *);
typedef void elu_kernel(iterator *, const scalar *, const scalar *, const scalar *);
typedef void elu_backward_kernel(iterator *, const scalar *, const scalar *, const scalar *, bool);
typedef void log_sigmoid_kernel(tensor_handle, tensor_handle, tensor_handle);

static void plain(row *r, iterator *it)
{
    if (!serve(r, it, 0, 0))
        ((plain_kernel *)r->original)(it);
}

static void mish(iterator *it) { plain(&rows[MISH], it); }
static void mish_backward(iterator *it) { plain(&rows[MISH_BACKWARD], it); }
static void sigmoid(iterator *it) { plain(&rows[SIGMOID], it); }
static void silu(iterator *it) { plain(&rows[SILU], it); }
static void tanh_kernel(iterator *it) { plain(&rows[TANH], it); }

/* `form` is 0, or 1 for the approximation by tanh. */
static void choice(row *r, iterator *it, int form)
{
    if (!(form == 0 || form == 1 ? serve(r, it, form, 0) : pass(r, STUB_OPTION)))
        ((choice_kernel *)r->original)(it, form);
}

static void gelu(iterator *it, int form) { choice(&rows[GELU], it, form); }
static void gelu_backward(iterator *it, int form) { choice(&rows[GELU_BACKWARD], it, form); }

/* Beyond the threshold PyTorch takes x for the value and 1 for the slope; with a threshold of 20 the values computed here differ
   from these by about 1e-10 of x, the slopes by 2e-9. */
static void with_beta(row *r, iterator *it, const scalar *beta, const scalar *threshold)
{
    const double number = value_of(beta);
    if (!(value_of(threshold) == 20 && is_parameter(number) ? serve(r, it, 0, number) : pass(r, STUB_OPTION)))
        ((softplus_kernel *)r->original)(it, beta, threshold);
}

static void softplus(iterator *it, const scalar *beta, const scalar *threshold)
{
    with_beta(&rows[SOFTPLUS], it, beta, threshold);
}

static void softplus_backward(iterator *it, const scalar *beta, const scalar *threshold)
{
    with_beta(&rows[SOFTPLUS_BACKWARD], it, beta, threshold);
}

static void elu(iterator *it, const scalar *alpha, const scalar *scale, const scalar *input_scale)
{
    row *r = &rows[ELU];
    const double number = value_of(alpha);
    const int which = elu_entry(number, value_of(scale), value_of(input_scale));
    if (!(which >= 0 ? serve(r, it, which, number) : pass(r, STUB_OPTION)))
        ((elu_kernel *)r->original)(it, alpha, scale, input_scale);
}

/* By the result, as after a call in place, the original is as fast. */
static void elu_backward(iterator *it, const scalar *alpha, const scalar *scale, const scalar *input_scale, bool is_result)
{
    row *r = &rows[ELU_BACKWARD];
    const double number = value_of(alpha);
    const int which = is_result ? -1 : elu_entry(number, value_of(scale), value_of(input_scale));
    if (!(which >= 0 ? serve(r, it, which, number) : pass(r, STUB_OPTION)))
        ((elu_backward_kernel *)r->original)(it, alpha, scale, input_scale, is_result);
}

/* ---- log_sigmoid, whose backward form has exp(-|x|) from the forward one --------------------------------------------------- */

typedef struct {
    const row *of;
    int dtype, size; /* of an element */
    char *y, *buffer;
    const char *x;
} two_results;

/* -|x|: the highest bit of each element is set. */
static void negative_magnitudes(const char *x, char *y, ptrdiff_t n, int size)
{
    for (ptrdiff_t k = 0; size == 2 && k < n; k++)
        ((uint16_t *)y)[k] = ((const uint16_t *)x)[k] | 0x8000;
    for (ptrdiff_t k = 0; size == 4 && k < n; k++)
        ((uint32_t *)y)[k] = ((const uint32_t *)x)[k] | 0x80000000;
    for (ptrdiff_t k = 0; size == 8 && k < n; k++)
        ((uint64_t *)y)[k] = ((const uint64_t *)x)[k] | 0x8000000000000000;
}

static void run_blocks(int64_t begin, int64_t end, void *context)
{
    const two_results *w = context;
    const fastact_of_dtype value = w->of->entries[0]->by_dtype[w->dtype], exponential = w->of->entries[1]->by_dtype[w->dtype];
    const ptrdiff_t steps[2] = {w->size, w->size};
    for (int64_t at = begin; at < end; at += BLOCK) {
        const ptrdiff_t n = end - at < BLOCK ? end - at : BLOCK, offset = at * w->size;
        char *of_value[2] = {(char *)w->x + offset, w->y + offset};
        char *of_buffer[2] = {w->buffer + offset, w->buffer + offset};
        negative_magnitudes(w->x + offset, w->buffer + offset, n, w->size);
        exponential.loop(of_buffer, &n, steps, exponential.data);
        value.loop(of_value, &n, steps, value.data); /* last, for y may be x */
    }
}

static bool serve_log_sigmoid(row *r, tensor_handle y, tensor_handle buffer, tensor_handle x)
{
    two_results w = {.of = r};
    int32_t code, of_y, of_buffer;
    int64_t n;
    if (torch.get_dtype(x, &code) || torch.get_dtype(y, &of_y) || torch.get_dtype(buffer, &of_buffer) || of_y != code ||
        of_buffer != code || (w.dtype = torch_dtype(code)) < 0)
        return pass(r, STUB_DTYPE); /* results that are given may be of another type, which PyTorch refuses here */
    w.size = item_sizes[w.dtype];
    if (torch.get_numel(x, &n) || torch.get_const_data_ptr(x, (const void **)&w.x) ||
        torch.get_mutable_data_ptr(y, (void **)&w.y) || torch.get_mutable_data_ptr(buffer, (void **)&w.buffer))
        return pass(r, STUB_OPTION);
    if (((uintptr_t)w.x | (uintptr_t)w.y | (uintptr_t)w.buffer) % w.size)
        return pass(r, STUB_ALIGNMENT);
    const int64_t grain = grain_of(n);
    if (grain >= n)
        run_blocks(0, n, &w);
    else if (torch.parallel_for(0, n, grain, run_blocks, &w))
        return pass(r, STUB_OPTION);
    count(r);
    return true;
}

static void log_sigmoid(tensor_handle y, tensor_handle buffer, tensor_handle x)
{
    row *r = &rows[LOG_SIGMOID];
    if (!serve_log_sigmoid(r, y, buffer, x))
        ((log_sigmoid_kernel *)r->original)(y, buffer, x);
}

/* ---- what the module calls ----------------------------------------------------------------------------------------------- */

const char *torch_stub_name(int stub) { return rows[stub].name; }

/* The kernel of a stub that PyTorch takes on a processor with this capability, or with fewer. */
static void *original_of(const row *r, const char *capability)
{
    static const char *const order[] = {"SVE256", "AVX512", "AVX2", "DEFAULT"};
    const size_t all = sizeof order / sizeof *order;
    size_t first = 0;
    while (first + 1 < all && strcmp(order[first], capability))
        first++;
    for (size_t k = first; k < all; k++) {
        char symbol[256];
        snprintf(symbol, sizeof symbol, "_ZN2at6native12DispatchStubIPF%sENS0_%zu%s_DECLARE_DISPATCH_typeEE%zu%sE", r->type,
                 strlen(r->stub) + strlen("_DECLARE_DISPATCH_type"), r->stub, strlen(order[k]), order[k]);
        void **found = torch_symbol(symbol);
        if (found && *found)
            return *found;
    }
    return NULL;
}

/* Whether the words of the stub are as they should be. */
static bool find_stub(row *r, const char *capability)
{
    char symbol[64];
    snprintf(symbol, sizeof symbol, "_ZN2at6native%zu%sE", strlen(r->stub), r->stub);
    r->word = torch_symbol(symbol);
    r->original = original_of(r, capability);
    if (!r->word || !r->original || torch_base(r->original) != torch_base((void *)for_each))
        return false;
    void *held = __atomic_load_n(r->word, __ATOMIC_ACQUIRE);
    if (held != r->kernel)
        r->held = held;
    for (int k = 0; k < MOST_ENTRIES && r->entry_names[k]; k++)
        r->entries[k] = torch.fastact->entries[torch.fastact->index(r->entry_names[k], FASTACT_VALUE)];
    return !r->held || r->held == r->original;
}

const char *torch_stubs_find(const char *capability)
{
    *(void **)&for_each = torch_symbol(FOR_EACH);
    *(void **)&numel = torch_symbol(NUMEL);
    *(void **)&data_of = torch_symbol(DATA_PTR);
    if (!for_each || !numel || !data_of)
        return "TensorIteratorBase";
    for (row *r = rows; r < rows + ROWS; r++)
        if (!find_stub(r, capability))
            return r->stub;
    return NULL;
}

/* ---- what is relied on, watched ------------------------------------------------------------------------------------------ */

/* Of the last call of this thread. */
static _Thread_local int seen_code = -1;
static _Thread_local double seen_numbers[3];

static void see(const iterator *it, const scalar *a, const scalar *b, const scalar *c)
{
    const scalar *all[3] = {a, b, c};
    for (int k = 0; k < 3; k++)
        seen_numbers[k] = all[k] ? value_of(all[k]) : 0;
    seen_code = code_of(it);
}

static void watch_mish(iterator *it)
{
    see(it, NULL, NULL, NULL);
    ((plain_kernel *)rows[MISH].original)(it);
}

static void watch_elu(iterator *it, const scalar *alpha, const scalar *scale, const scalar *input_scale)
{
    see(it, alpha, scale, input_scale);
    ((elu_kernel *)rows[ELU].original)(it, alpha, scale, input_scale);
}

void torch_stubs_watch(bool on)
{
    __atomic_store_n(rows[MISH].word, on ? (void *)watch_mish : rows[MISH].held, __ATOMIC_RELEASE);
    __atomic_store_n(rows[ELU].word, on ? (void *)watch_elu : rows[ELU].held, __ATOMIC_RELEASE);
}

int torch_stubs_seen(double *numbers)
{
    const int code = seen_code;
    memcpy(numbers, seen_numbers, sizeof seen_numbers);
    seen_code = -1;
    return code;
}

/* ---- switching and counting ---------------------------------------------------------------------------------------------- */

void torch_stub_switch(int stub, bool on)
{
    row *r = &rows[stub];
    __atomic_store_n(r->word, on ? r->kernel : r->held, __ATOMIC_RELEASE);
}

uint64_t torch_stub_served(int stub, bool reset)
{
    uint64_t *n = &rows[stub].served;
    return reset ? __atomic_exchange_n(n, 0, __ATOMIC_RELAXED) : __atomic_load_n(n, __ATOMIC_RELAXED);
}

uint64_t torch_stub_passed(int stub, int reason, bool reset)
{
    uint64_t *n = &rows[stub].passed[reason];
    return reset ? __atomic_exchange_n(n, 0, __ATOMIC_RELAXED) : __atomic_load_n(n, __ATOMIC_RELAXED);
}
