/* Reads the arguments, lays the operands out against each other, makes the results and runs the loop. */

#include "torch/call.h"
#include "numbers.h"

#include <stdarg.h>
#include <stdio.h>

enum { LONGEST_NAME = 64 }; /* of an operand */
enum { PARALLEL = 16384 };  /* elements from which a call may have threads, as in loops/parallel.pyx */

/* ---- what is said of a call ---------------------------------------------------------------------------------------------- */

void torch_begin(torch_call *c, const char *name, const torch_op *op)
{
    c->op = op;
    c->name = name;
    c->entry = op->entry;
    c->dtype = c->axis = -1;
    c->along = 1;
    c->results[0] = c->results[1] = NULL;
}

bool torch_fail(torch_call *c, const char *format, ...)
{
    va_list arguments;
    const int length = snprintf(c->message, sizeof c->message, "%s: ", c->name);
    va_start(arguments, format);
    vsnprintf(c->message + length, sizeof c->message - length, format, arguments);
    va_end(arguments);
    return false;
}

bool torch_fail_as_torch(torch_call *c) { return torch_fail(c, "%s", torch.exception_get_what_without_backtrace()); }

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

/* ---- tensors --------------------------------------------------------------------------------------------------------------- */

/* Of the operand with this letter: the code of its dtype, and the size of an element. */
static int32_t code_of(const torch_call *c, char letter)
{
    return letter == 'q' ? torch.int64 : torch.dtypes[letter == 'd' ? FASTACT_FLOAT64 : c->dtype];
}

static ptrdiff_t item_of(const torch_call *c, char letter) { return letter == 'r' ? item_sizes[c->dtype] : 8; }

static bool check_tensor(torch_call *c, int input, tensor_handle handle)
{
    const fastact_entry *entry = c->entry;
    const char letter = entry->types[input];
    char name[LONGEST_NAME];
    int32_t code, device, kind;
    if (torch.get_dtype(handle, &code) || torch.get_device_type(handle, &device) || torch.get_layout(handle, &kind))
        return torch_fail_as_torch(c);
    if (device != torch.cpu || kind != torch.strided)
        return torch_fail(c, "%s is no strided tensor of the CPU", operand_name(entry, input, name));
    if (letter == 'r' && c->dtype < 0) {
        c->dtype = torch_dtype(code);
        if (c->dtype < 0)
            return torch_fail(c, "not implemented for %s, which %s has; float16, bfloat16, float32 and float64 are accepted",
                              dtype_name(code), operand_name(entry, input, name));
    }
    if (code != code_of(c, letter))
        return torch_fail(c, "%s is expected to have dtype %s, but has %s", operand_name(entry, input, name),
                          dtype_name(code_of(c, letter)), dtype_name(code));
    return true;
}

static bool read_tensor(torch_call *c, tensor_handle handle, tensor *x)
{
    return !(torch.get_dim(handle, &x->ndim) || torch.get_sizes(handle, (int64_t **)&x->sizes) ||
             torch.get_strides(handle, (int64_t **)&x->strides) || torch.get_const_data_ptr(handle, (const void **)&x->data)) ||
           torch_fail_as_torch(c);
}

/* A copy takes the place of a tensor that is not aligned to its elements. */
static bool align_tensor(torch_call *c, uint64_t *argument, tensor *x, ptrdiff_t item)
{
    tensor_handle copy;
    if ((uintptr_t)x->data % item == 0)
        return true;
    if (torch.clone((tensor_handle)(uintptr_t)*argument, &copy))
        return torch_fail_as_torch(c);
    torch.delete_tensor_object((tensor_handle)(uintptr_t)*argument);
    *argument = (uint64_t)(uintptr_t)copy;
    return read_tensor(c, copy, x);
}

static bool read_tensors(torch_call *c, uint64_t *stack)
{
    const torch_op *is = c->op;
    for (int k = 0; k < c->entry->inputs; k++) {
        if (is->numbers >> k & 1)
            continue;
        uint64_t *argument = &stack[is->places[k]];
        tensor_handle handle = torch_handle(stack, is->places[k]);
        if (!check_tensor(c, k, handle) || !read_tensor(c, handle, &c->inputs[k]) ||
            !align_tensor(c, argument, &c->inputs[k], item_of(c, c->entry->types[k])))
            return false;
    }
    return true;
}

/* ---- numbers ------------------------------------------------------------------------------------------------------------- */

static void read_number(torch_call *c, int input, uint64_t argument)
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
static bool find_axis(torch_call *c, int64_t given, int ndim)
{
    const int64_t range = ndim > 0 ? ndim : 1;
    if (given < -range || given >= range)
        return torch_fail(c, "Dimension out of range (expected to be in range of [%lld, %lld], but got %lld)",
                          (long long)-range, (long long)range - 1, (long long)given);
    c->axis = (int)(given < 0 ? given + range : given);
    return true;
}

/* The dimension of all operands that is dimension k of an input, or below 0 if there is none. */
static int64_t dim_of(const torch_call *c, int input, int64_t k)
{
    const bool without = c->axis >= 0 && !has_axis(c->entry, input);
    const int64_t dim = k + c->all.ndim - without - c->inputs[input].ndim;
    return dim + (without && dim >= c->axis);
}

/* One more input: its sizes that are not 1 agree with those before. */
static bool broadcast_sizes(torch_call *c, int input)
{
    const tensor *x = &c->inputs[input];
    char name[LONGEST_NAME];
    for (int64_t k = 0; k < x->ndim; k++) {
        const int64_t dim = dim_of(c, input, k);
        if (dim < 0)
            return torch_fail(c, "%s has more dimensions than the others", operand_name(c->entry, input, name));
        if (x->sizes[k] == 1)
            continue;
        if (c->all.sizes[dim] != 1 && c->all.sizes[dim] != x->sizes[k])
            return torch_fail(
                c, "The size of %s (%lld) must match the size of the others (%lld) at non-singleton dimension %lld",
                operand_name(c->entry, input, name), (long long)x->sizes[k], (long long)c->all.sizes[dim], (long long)k);
        c->all.sizes[dim] = x->sizes[k];
    }
    return true;
}

/* The steps of an input; 0 where it is repeated. */
static void broadcast_steps(torch_call *c, int input)
{
    const tensor *x = &c->inputs[input];
    int64_t *steps = c->all.steps[input];
    memset(steps, 0, c->all.ndim * sizeof *steps);
    if (c->op->numbers >> input & 1)
        return;
    for (int64_t k = 0; k < x->ndim; k++) {
        const int64_t dim = dim_of(c, input, k);
        if (x->sizes[k] == c->all.sizes[dim])
            steps[dim] = x->strides[k] * item_of(c, c->entry->types[input]);
    }
}

static bool new_result(torch_call *c, int result, int64_t ndim, const int64_t *sizes, const int64_t *strides)
{
    const int operand = c->entry->inputs + result;
    void *data;
    if (torch.empty_strided(ndim, sizes, strides, code_of(c, c->entry->types[operand]), torch.cpu, 0, &c->results[result]) ||
        torch.get_mutable_data_ptr(c->results[result], &data))
        return torch_fail_as_torch(c);
    c->first[operand] = data;
    return true;
}

/* New results with the layout that PyTorch's own elementwise functions would give them.  A result without the axis has one
   dimension less. */
static bool new_results(torch_call *c, const int *order, bool contiguous, bool scalar)
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
    const torch_call *c; /* the loop runs along the first dimension of its layout */
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
    const int before = torch.fastact->set_threads(1);
    run_loops(begin, end, context);
    torch.fastact->set_threads(before);
}

/* As many as fastact and PyTorch may both have here. */
static int allowed_threads(void)
{
    uint32_t of_torch = 1;
    if (torch.omp_in_parallel && torch.omp_in_parallel())
        return 1;
    const int own = torch.fastact->get_threads();
    torch.get_num_threads(&of_torch);
    return own < (int)of_torch ? own : (int)of_torch;
}

static bool run_nest(torch_call *c)
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
        return !torch.parallel_for(0, loops, least > share ? least : share, run_part, &n) || torch_fail_as_torch(c);
    }
    const int before = torch.fastact->set_threads(threads);
    run_loops(0, loops, &n);
    torch.fastact->set_threads(before);
    return true;
}

/* Contiguous tensors of one shape: a line of elements, whatever its shape.  Whether it was that; then `*good` tells the rest. */
static bool run_line(torch_call *c, bool *good)
{
    const fastact_entry *entry = c->entry;
    const unsigned numbers = c->op->numbers;
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

static bool run_any(torch_call *c, const uint64_t *stack)
{
    const torch_op *is = c->op;
    const fastact_entry *entry = c->entry;
    layout *all = &c->all;
    int64_t ndim = 0;
    int order[MOST_DIMS];
    for (int k = 0; k < entry->inputs; k++)
        if (!(is->numbers >> k & 1) && (!entry->along || has_axis(entry, k)) && c->inputs[k].ndim > ndim)
            ndim = c->inputs[k].ndim;
    if (ndim > MOST_DIMS)
        return torch_fail(c, "tensors of up to %d dimensions are accepted, not of %lld", MOST_DIMS, (long long)ndim);
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

bool torch_compute(torch_call *c, uint64_t *stack)
{
    const unsigned numbers = c->op->numbers;
    bool good = true;
    if (!read_tensors(c, stack))
        return false;
    for (int k = 0; k < c->entry->inputs; k++) {
        if (numbers >> k & 1)
            read_number(c, k, stack[c->op->places[k]]);
        c->first[k] = numbers >> k & 1 ? c->numbers[k] : (char *)c->inputs[k].data;
    }
    return run_line(c, &good) ? good : run_any(c, stack);
}
