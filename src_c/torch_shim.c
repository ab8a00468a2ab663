/* Kernels for PyTorch's dispatcher, by its stable C interface, that call the loops of fastact.h.

   A kernel of that interface is a plain function: it is not told what it computes.  So there is a table of ops and a function
   for each place in it.  An op that has a place keeps it until the process ends, for another thread may be in its kernel. */

#include "torch_shim.h"
#include "torch_layout.h"
#include "torch_numbers.h"
#include "torch_stubs.h"

#include <stdarg.h>
#include <stdio.h>

enum { LONGEST_NAME = 64, LONGEST_MESSAGE = 256, MOST_RESULTS = 2, MOST_OPS = 512 };
enum { PARALLEL = 16384 }; /* elements from which a call may have threads, as in loops/parallel.pyx */

typedef struct {
    torch_op is;
    char name[LONGEST_NAME];
    bool on; /* of an op of aten */
    uint64_t calls, passed;
} registered;

static registered ops[MOST_OPS];
static int op_count;
static torch_abi abi;
static const fastact_api *api;
static void *library;
static int32_t dtype_codes[FASTACT_DTYPES], int64_code, cpu_code, strided_code;

/* ---- one call ------------------------------------------------------------------------------------------------------------ */

typedef struct {
    const char *data;
    int64_t ndim;
    const int64_t *sizes, *strides; /* in elements */
} tensor;

typedef struct {
    const registered *op;
    const fastact_entry *entry;
    int dtype;                    /* of the operands with the letter r, or -1 as long as none is known */
    tensor inputs[MOST_OPERANDS]; /* those that are tensors */
    char numbers[MOST_OPERANDS][8];
    int axis;      /* among the dimensions of `all`, or -1 */
    int64_t along; /* the length of the axis, or 1 */
    layout all;    /* inputs, then results */
    int64_t axis_steps[MOST_OPERANDS];
    tensor_handle results[MOST_RESULTS];
    bool is_original; /* which has computed them */
    char *first[MOST_OPERANDS];
    char message[LONGEST_MESSAGE];
} call;

static bool fail(call *c, const char *format, ...)
{
    va_list arguments;
    const int length = snprintf(c->message, sizeof c->message, "%s: ", c->op->name);
    va_start(arguments, format);
    vsnprintf(c->message + length, sizeof c->message - length, format, arguments);
    va_end(arguments);
    return false;
}

static bool fail_as_torch(call *c) { return fail(c, "%s", abi.exception_get_what_without_backtrace()); }

/* The name of an input, of "dy, x, alpha -> dx". */
static const char *operand_name(const fastact_entry *entry, int input, char *name)
{
    const char *at = entry->operands;
    for (; input > 0; input--)
        at += strcspn(at, ",") + 2;
    const size_t length = strcspn(at, ", ");
    memcpy(name, at, length);
    name[length] = 0;
    return name;
}

static const char *dtype_name(int32_t code)
{
    static const char *const names[] = {"uint8",   "int8",    "int16",     "int32",     "int64",      "float16",
                                        "float32", "float64", "complex32", "complex64", "complex128", "bool",
                                        "qint8",   "quint8",  "qint32",    "bfloat16"};
    return code >= 0 && code < (int)(sizeof names / sizeof *names) ? names[code] : "another dtype";
}

static int dtype_of_code(int32_t code)
{
    for (int k = 0; k < FASTACT_DTYPES; k++)
        if (code == dtype_codes[k])
            return k;
    return -1;
}

static tensor_handle handle_of(const uint64_t *stack, int place) { return (tensor_handle)(uintptr_t)stack[place]; }

/* Of the operand with this letter: the code of its dtype, and the size of an element. */
static int32_t code_of(const call *c, char letter)
{
    return letter == 'q' ? int64_code : dtype_codes[letter == 'd' ? FASTACT_FLOAT64 : c->dtype];
}

static ptrdiff_t item_of(const call *c, char letter) { return letter == 'r' ? item_sizes[c->dtype] : 8; }

static bool check_tensor(call *c, int input, tensor_handle handle)
{
    const fastact_entry *entry = c->entry;
    const char letter = entry->types[input];
    char name[LONGEST_NAME];
    int32_t code, device, kind;
    if (abi.get_dtype(handle, &code) || abi.get_device_type(handle, &device) || abi.get_layout(handle, &kind))
        return fail_as_torch(c);
    if (device != cpu_code || kind != strided_code)
        return fail(c, "%s is no strided tensor of the CPU", operand_name(entry, input, name));
    if (letter == 'r' && c->dtype < 0) {
        c->dtype = dtype_of_code(code);
        if (c->dtype < 0)
            return fail(c, "not implemented for %s, which %s has; float16, bfloat16, float32 and float64 are accepted",
                        dtype_name(code), operand_name(entry, input, name));
    }
    if (code != code_of(c, letter))
        return fail(c, "%s is expected to have dtype %s, but has %s", operand_name(entry, input, name),
                    dtype_name(code_of(c, letter)), dtype_name(code));
    return true;
}

static bool read_tensor(call *c, tensor_handle handle, tensor *x)
{
    return !(abi.get_dim(handle, &x->ndim) || abi.get_sizes(handle, (int64_t **)&x->sizes) ||
             abi.get_strides(handle, (int64_t **)&x->strides) || abi.get_const_data_ptr(handle, (const void **)&x->data)) ||
           fail_as_torch(c);
}

/* A copy takes the place of a tensor that is not aligned to its elements. */
static bool align_tensor(call *c, uint64_t *argument, tensor *x, ptrdiff_t item)
{
    tensor_handle copy;
    if ((uintptr_t)x->data % item == 0)
        return true;
    if (abi.clone((tensor_handle)(uintptr_t)*argument, &copy))
        return fail_as_torch(c);
    abi.delete_tensor_object((tensor_handle)(uintptr_t)*argument);
    *argument = (uint64_t)(uintptr_t)copy;
    return read_tensor(c, copy, x);
}

static bool read_tensors(call *c, uint64_t *stack)
{
    const torch_op *is = &c->op->is;
    for (int k = 0; k < c->entry->inputs; k++) {
        if (is->numbers >> k & 1)
            continue;
        uint64_t *argument = &stack[is->places[k]];
        tensor_handle handle = handle_of(stack, is->places[k]);
        if (!check_tensor(c, k, handle) || !read_tensor(c, handle, &c->inputs[k]) ||
            !align_tensor(c, argument, &c->inputs[k], item_of(c, c->entry->types[k])))
            return false;
    }
    return true;
}

/* ---- numbers ------------------------------------------------------------------------------------------------------------- */

static void read_number(call *c, int input, uint64_t argument)
{
    const char letter = c->entry->types[input];
    double x;
    memcpy(&x, &argument, sizeof x);
    if (letter == 'q')
        memcpy(c->numbers[input], &argument, sizeof argument);
    else
        store_number(letter == 'd' ? FASTACT_FLOAT64 : c->dtype, x, c->numbers[input]);
}

/* ---- where the operands lie ---------------------------------------------------------------------------------------------- */

static bool has_axis(const fastact_entry *entry, int operand) { return entry->along >> operand & 1; }

static bool is_contiguous(const tensor *x)
{
    int64_t stride = 1;
    bool contiguous = true;
    for (int64_t k = x->ndim - 1; k >= 0; k--) {
        contiguous &= x->sizes[k] == 1 || x->strides[k] == stride;
        stride *= x->sizes[k];
    }
    return contiguous || stride == 0;
}

/* Which argument says the axis, among so many dimensions. */
static bool find_axis(call *c, int64_t given, int ndim)
{
    const int64_t range = ndim > 0 ? ndim : 1;
    if (given < -range || given >= range)
        return fail(c, "Dimension out of range (expected to be in range of [%lld, %lld], but got %lld)", (long long)-range,
                    (long long)range - 1, (long long)given);
    c->axis = (int)(given < 0 ? given + range : given);
    return true;
}

/* The dimension of all operands that is dimension k of an input, or below 0 if there is none. */
static int64_t dim_of(const call *c, int input, int64_t k)
{
    const bool without = c->axis >= 0 && !has_axis(c->entry, input);
    const int64_t dim = k + c->all.ndim - without - c->inputs[input].ndim;
    return dim + (without && dim >= c->axis);
}

/* One more input: its sizes that are not 1 agree with those before. */
static bool broadcast_sizes(call *c, int input)
{
    const tensor *x = &c->inputs[input];
    char name[LONGEST_NAME];
    for (int64_t k = 0; k < x->ndim; k++) {
        const int64_t dim = dim_of(c, input, k);
        if (dim < 0)
            return fail(c, "%s has more dimensions than the others", operand_name(c->entry, input, name));
        if (x->sizes[k] == 1)
            continue;
        if (c->all.sizes[dim] != 1 && c->all.sizes[dim] != x->sizes[k])
            return fail(c, "The size of %s (%lld) must match the size of the others (%lld) at non-singleton dimension %lld",
                        operand_name(c->entry, input, name), (long long)x->sizes[k], (long long)c->all.sizes[dim],
                        (long long)k);
        c->all.sizes[dim] = x->sizes[k];
    }
    return true;
}

/* The steps of an input; 0 where it is repeated. */
static void broadcast_steps(call *c, int input)
{
    const tensor *x = &c->inputs[input];
    int64_t *steps = c->all.steps[input];
    memset(steps, 0, c->all.ndim * sizeof *steps);
    if (c->op->is.numbers >> input & 1)
        return;
    for (int64_t k = 0; k < x->ndim; k++) {
        const int64_t dim = dim_of(c, input, k);
        if (x->sizes[k] == c->all.sizes[dim])
            steps[dim] = x->strides[k] * item_of(c, c->entry->types[input]);
    }
}

static bool new_result(call *c, int result, int64_t ndim, const int64_t *sizes, const int64_t *strides)
{
    const int operand = c->entry->inputs + result;
    void *data;
    if (abi.empty_strided(ndim, sizes, strides, code_of(c, c->entry->types[operand]), cpu_code, 0, &c->results[result]) ||
        abi.get_mutable_data_ptr(c->results[result], &data))
        return fail_as_torch(c);
    c->first[operand] = data;
    return true;
}

/* New results with the layout that PyTorch's own elementwise functions would give them.  A result without the axis has one
   dimension less. */
static bool new_results(call *c, const int *order, bool contiguous, bool scalar)
{
    const fastact_entry *entry = c->entry;
    layout *all = &c->all;
    for (int result = 0; result < entry->outputs; result++) {
        const int operand = entry->inputs + result;
        const int left_out = c->axis >= 0 && !has_axis(entry, operand) ? c->axis : -1;
        int64_t own[MOST_DIMS], sizes[MOST_DIMS], strides[MOST_DIMS];
        int ndim = 0;
        dense_strides(all, order, contiguous, left_out, own);
        for (int dim = 0; dim < all->ndim; dim++) {
            all->steps[operand][dim] = dim == left_out ? 0 : own[dim] * item_of(c, entry->types[operand]);
            if (dim == left_out)
                continue;
            sizes[ndim] = all->sizes[dim];
            strides[ndim++] = own[dim];
        }
        if (!new_result(c, result, scalar ? 0 : ndim, sizes, strides))
            return false;
    }
    return true;
}

/* ---- the loop ------------------------------------------------------------------------------------------------------------ */

typedef struct {
    const call *c; /* the loop runs along the first dimension of its layout */
    fastact_of_dtype own;
    ptrdiff_t dims[2], steps[2 * MOST_OPERANDS];
} nest;

/* The loops from `begin` to, not including, `end` of those that the outer dimensions count. */
static void run_loops(int64_t begin, int64_t end, void *context)
{
    const nest *n = context;
    const layout *outer = &n->c->all;
    const int operands = outer->operands;
    int64_t at[MOST_DIMS], left = begin;
    char *args[MOST_OPERANDS];
    memcpy(args, n->c->first, sizeof args);
    for (int k = 1; k < outer->ndim; k++) {
        at[k] = left % outer->sizes[k];
        left /= outer->sizes[k];
        for (int i = 0; i < operands; i++)
            args[i] += at[k] * outer->steps[i][k];
    }
    for (int64_t done = begin; done < end; done++) {
        char *given[MOST_OPERANDS];
        memcpy(given, args, sizeof given);
        n->own.loop(given, n->dims, n->steps, n->own.data);
        for (int k = 1; k < outer->ndim; k++) {
            const int64_t back = ++at[k] < outer->sizes[k] ? 1 : 1 - outer->sizes[k];
            for (int i = 0; i < operands; i++)
                args[i] += back * outer->steps[i][k];
            if (back == 1)
                break;
            at[k] = 0;
        }
    }
}

static void run_part(int64_t begin, int64_t end, void *context)
{
    const int before = api->set_threads(1);
    run_loops(begin, end, context);
    api->set_threads(before);
}

/* As many as fastact and PyTorch may both have here. */
static int allowed_threads(void)
{
    uint32_t of_torch = 1;
    if (abi.omp_in_parallel && abi.omp_in_parallel())
        return 1;
    const int own = api->get_threads();
    abi.get_num_threads(&of_torch);
    return own < (int)of_torch ? own : (int)of_torch;
}

static bool run_nest(call *c)
{
    const layout *outer = &c->all;
    const fastact_entry *entry = c->entry;
    nest n = {c, entry->by_dtype[c->dtype], {outer->sizes[0], c->along}, {0}};
    int64_t loops = 1, inner = outer->sizes[0] * c->along;
    int behind = outer->operands;
    for (int k = 1; k < outer->ndim; k++)
        loops *= outer->sizes[k];
    for (int i = 0; i < outer->operands; i++) {
        n.steps[i] = outer->steps[i][0];
        if (has_axis(entry, i))
            n.steps[behind++] = c->axis_steps[i];
    }
    if (loops * inner < PARALLEL) {
        run_loops(0, loops, &n);
        return true;
    }
    const int threads = allowed_threads();
    if (loops > 1 && inner < PARALLEL && threads > 1) {
        const int64_t least = PARALLEL / inner, share = (loops + threads - 1) / threads;
        return !abi.parallel_for(0, loops, least > share ? least : share, run_part, &n) || fail_as_torch(c);
    }
    const int before = api->set_threads(threads);
    run_loops(0, loops, &n);
    api->set_threads(before);
    return true;
}

/* Contiguous tensors of one shape: a line of elements, whatever its shape.  Whether it was that; then `*good` tells the rest. */
static bool run_line(call *c, bool *good)
{
    const fastact_entry *entry = c->entry;
    const unsigned numbers = c->op->is.numbers;
    const tensor *x = NULL;
    layout *line = &c->all;
    if (entry->along)
        return false;
    line->ndim = 1;
    line->operands = entry->inputs + entry->outputs;
    line->sizes[0] = 1;
    for (int k = 0; k < entry->inputs; k++) {
        const tensor *other = &c->inputs[k];
        line->steps[k][0] = numbers >> k & 1 ? 0 : item_of(c, entry->types[k]);
        if (numbers >> k & 1)
            continue;
        if (!is_contiguous(other) ||
            (x && (other->ndim != x->ndim || memcmp(other->sizes, x->sizes, x->ndim * sizeof *x->sizes))))
            return false;
        x = other;
    }
    if (!x || x->ndim > MOST_DIMS)
        return false;
    int64_t strides[MOST_DIMS];
    for (int64_t k = x->ndim - 1, stride = 1; k >= 0; k--) {
        strides[k] = stride;
        stride *= x->sizes[k] ? x->sizes[k] : 1;
        line->sizes[0] *= x->sizes[k];
    }
    *good = true;
    for (int k = 0; *good && k < entry->outputs; k++) {
        line->steps[entry->inputs + k][0] = item_of(c, entry->types[entry->inputs + k]);
        *good = new_result(c, k, x->ndim, x->sizes, strides);
    }
    if (*good && line->sizes[0])
        *good = run_nest(c);
    return true;
}

static bool run_any(call *c, const uint64_t *stack)
{
    const torch_op *is = &c->op->is;
    const fastact_entry *entry = c->entry;
    layout *all = &c->all;
    int64_t ndim = 0;
    int order[MOST_DIMS];
    for (int k = 0; k < entry->inputs; k++)
        if (!(is->numbers >> k & 1) && (!entry->along || has_axis(entry, k)) && c->inputs[k].ndim > ndim)
            ndim = c->inputs[k].ndim;
    if (ndim > MOST_DIMS)
        return fail(c, "tensors of up to %d dimensions are accepted, not of %lld", MOST_DIMS, (long long)ndim);
    if (entry->along && !find_axis(c, (int64_t)stack[is->dim], (int)ndim))
        return false;
    const bool scalar = entry->along && ndim == 0;
    all->ndim = (int)ndim + scalar;
    for (int dim = 0; dim < all->ndim; dim++)
        all->sizes[dim] = 1;
    for (int k = 0; k < entry->inputs; k++)
        if (!(is->numbers >> k & 1) && !broadcast_sizes(c, k))
            return false;
    for (int k = 0; k < entry->inputs; k++)
        broadcast_steps(c, k);
    all->operands = entry->inputs;
    const bool contiguous = order_dims(all, order);
    if (!new_results(c, order, contiguous, scalar))
        return false;
    all->operands += entry->outputs;
    c->along = c->axis < 0 ? 1 : all->sizes[c->axis];
    for (int k = 0; c->axis >= 0 && k < all->operands; k++)
        c->axis_steps[k] = all->steps[k][c->axis];
    merge_dims(all, order, c->axis);
    if (!entry->along)
        longest_first(all);
    for (int k = 0; k < all->ndim; k++)
        if (all->sizes[k] == 0)
            return true;
    return run_nest(c);
}

static bool compute(call *c, uint64_t *stack)
{
    const unsigned numbers = c->op->is.numbers;
    bool good = true;
    if (!read_tensors(c, stack))
        return false;
    for (int k = 0; k < c->entry->inputs; k++) {
        if (numbers >> k & 1)
            read_number(c, k, stack[c->op->is.places[k]]);
        c->first[k] = numbers >> k & 1 ? c->numbers[k] : (char *)c->inputs[k].data;
    }
    return run_line(c, &good) ? good : run_any(c, stack);
}

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
    *(void **)&aten.gelu_out = torch_symbol(library, "_ZN2at3cpu8gelu_outERNS_6TensorERKS1_" TEXT_VIEW);
    *(void **)&aten.gelu_backward_out = torch_symbol(library, "_ZN2at3cpu17gelu_backward_outERNS_6TensorERKS1_S4_" TEXT_VIEW);
    return aten.gelu_out && aten.gelu_backward_out;
}

/* The dtype of a result: the widest, or float32 of the two short ones; that of the first where there is an error to come. */
static bool promoted(call *c, const uint64_t *stack, int32_t *code)
{
    int32_t other;
    if (abi.get_dtype(handle_of(stack, 0), code) || abi.get_dtype(handle_of(stack, c->entry->inputs - 1), &other))
        return fail_as_torch(c);
    const int first = dtype_of_code(*code), second = dtype_of_code(other);
    if (first >= 0 && second >= 0 && first != second)
        *code = dtype_codes[item_sizes[first] == item_sizes[second] ? FASTACT_FLOAT32 : first > second ? first : second];
    return true;
}

/* By PyTorch's own kernel, which throws its own errors. */
static bool run_original(call *c, const uint64_t *stack, text_view text, tensor_handle *result)
{
    const int64_t none = 0, one = 1;
    int32_t code;
    if (!promoted(c, stack, &code))
        return false;
    if (abi.empty_strided(1, &none, &one, code, cpu_code, 0, result))
        return fail_as_torch(c);
    if (c->entry->inputs == 1)
        aten.gelu_out(*result, handle_of(stack, 0), text);
    else
        aten.gelu_backward_out(*result, handle_of(stack, 0), handle_of(stack, 1), text);
    return true;
}

/* Whether all tensors are of one of the four dtypes. */
static bool is_served(const call *c, const uint64_t *stack)
{
    int32_t first = -1, code = -1;
    for (int k = 0; k < c->entry->inputs; k++)
        if (abi.get_dtype(handle_of(stack, k), &code) || dtype_of_code(code) < 0 || (k > 0 && code != first))
            return false;
        else
            first = code;
    return true;
}

static bool compute_with_text(call *c, registered *op, uint64_t *stack)
{
    const string_handle argument = (string_handle)(uintptr_t)stack[op->is.text];
    const bool on = __atomic_load_n(&op->on, __ATOMIC_RELAXED), served = on && is_served(c, stack);
    text_view text;
    if (abi.string_c_str(argument, &text.words) || abi.string_length(argument, &text.length))
        return fail_as_torch(c);
    const bool by_tanh = text.length == 4 && !memcmp(text.words, "tanh", 4);
    if (served && (by_tanh || (text.length == 4 && !memcmp(text.words, "none", 4)))) {
        if (by_tanh)
            c->entry = op->is.by_tanh;
        return compute(c, stack);
    }
    if (on)
        __atomic_fetch_add(&op->passed, 1, __ATOMIC_RELAXED);
    c->is_original = true;
    return run_original(c, stack, text, &c->results[0]);
}

/* ---- a call of the dispatcher ---------------------------------------------------------------------------------------------- */

/* The tensors and the text on the stack, which belong to the kernel, and results that nobody gets. */
typedef struct {
    const registered *op;
    call *made;
    bool good;
    uint64_t *stack, results;
} owned;

/* At the end of `serve`, where that throws too. */
static void give_back(owned *o)
{
    const torch_op *is = &o->op->is;
    for (int k = 0; k < is->entry->inputs; k++)
        if (!(is->numbers >> k & 1))
            abi.delete_tensor_object(handle_of(o->stack, is->places[k]));
    if (is->text >= 0)
        abi.delete_string((string_handle)(uintptr_t)o->stack[is->text]);
    for (uint64_t k = 0; k < o->results; k++)
        if (o->good)
            o->stack[k] = (uint64_t)(uintptr_t)o->made->results[k];
        else if (o->made->results[k])
            abi.delete_tensor_object(o->made->results[k]);
}

static void serve(registered *op, uint64_t *stack, uint64_t arguments, uint64_t results)
{
    call c;
    owned all __attribute__((cleanup(give_back))) = {op, &c, false, stack, results};
    c.op = op;
    c.entry = op->is.entry;
    c.dtype = c.axis = -1;
    c.along = 1;
    c.results[0] = c.results[1] = NULL;
    c.is_original = false;
    if (arguments != (uint64_t)op->is.arguments)
        fail(&c, "%d arguments are expected, not %d", op->is.arguments, (int)arguments);
    else
        all.good = op->is.text >= 0 ? compute_with_text(&c, op, stack) : compute(&c, stack);
    if (!all.good)
        abi.check(false, op->name, "fastact", 0, c.message); /* which throws */
    if (!c.is_original)
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

const char *torch_shim_find(const char *path, const fastact_api *table)
{
    const char *why = NULL;
    torch_abi read;
    void *opened = library ? NULL : torch_find(path, &read, &why);
    if (!opened)
        return why;
    abi = read;
    api = table;
    dtype_codes[FASTACT_FLOAT16] = abi.dtype_float16();
    dtype_codes[FASTACT_BFLOAT16] = abi.dtype_bfloat16();
    dtype_codes[FASTACT_FLOAT32] = abi.dtype_float32();
    dtype_codes[FASTACT_FLOAT64] = abi.dtype_float64();
    int64_code = abi.dtype_int64();
    cpu_code = abi.device_type_cpu();
    strided_code = abi.layout_strided();
    library = opened;
    return NULL;
}

const torch_abi *torch_shim_abi(void) { return &abi; }

const char *torch_shim_find_stubs(const char *capability) { return torch_stubs_find(library, capability, &abi, api); }

static int place_of(const char *name, const torch_op *op)
{
    for (int k = 0; k < op_count; k++)
        if (!strcmp(ops[k].name, name) && !memcmp(&ops[k].is, op, sizeof *op))
            return k;
    return op_count;
}

int torch_shim_implement(library_handle opened, const char *name, const torch_op *op, const char **why)
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
    if (abi.library_impl(opened, name, kernels[place], abi.abi_version())) {
        *why = abi.exception_get_what_without_backtrace();
        return -1;
    }
    return place;
}

uint64_t torch_shim_calls(int kernel, bool reset)
{
    uint64_t *calls = &ops[kernel].calls;
    return reset ? __atomic_exchange_n(calls, 0, __ATOMIC_RELAXED) : __atomic_load_n(calls, __ATOMIC_RELAXED);
}

uint64_t torch_shim_passed(int kernel, bool reset)
{
    uint64_t *passed = &ops[kernel].passed;
    return reset ? __atomic_exchange_n(passed, 0, __ATOMIC_RELAXED) : __atomic_load_n(passed, __ATOMIC_RELAXED);
}

void torch_shim_switch(int kernel, bool on) { __atomic_store_n(&ops[kernel].on, on, __ATOMIC_RELEASE); }
