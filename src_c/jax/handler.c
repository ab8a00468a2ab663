/* A handler for XLA's calls by the loops of fastact.h.  It looks at all that it is given before it computes anything. */

#include "jax/handler.h"
#include "numbers.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#if defined(__x86_64__)
#include <xmmintrin.h>
#else
#include <fenv.h>
#endif

enum { MOST_OPERANDS = 16, LONGEST_NAME = 128 };

static const fastact_api *fastact;
static uint64_t computed;

void jax_use(const fastact_api *table) { fastact = table; }

uint64_t jax_computed(int reset)
{
    return reset ? __atomic_exchange_n(&computed, 0, __ATOMIC_RELAXED) : __atomic_load_n(&computed, __ATOMIC_RELAXED);
}

/* ---- errors ---------------------------------------------------------------------------------------------------------------- */

/* Whether XLA can be told of an error. */
static bool can_be_told(const xla_call *call)
{
    const xla_api *api = call->size >= offsetof(xla_call, context) ? call->api : NULL;
    return api && api->size >= sizeof *api && api->version.major == XLA_MAJOR && api->new_error;
}

static xla_error *fail(const xla_call *call, int code, const char *format, ...)
{
    char text[256] = "fastact: ";
    const size_t length = strlen(text);
    va_list values;
    va_start(values, format);
    vsnprintf(text + length, sizeof text - length, format, values);
    va_end(values);
    xla_message message = {.size = sizeof message, .message = text, .code = code};
    return call->api->new_error(&message);
}

/* ---- what is asked for ------------------------------------------------------------------------------------------------------ */

typedef struct {
    const fastact_entry *entry;
    int index, dtype, numbers; /* `numbers` of the inputs, the last ones, are no buffers */
    char *args[MOST_OPERANDS];
    ptrdiff_t dims[2], steps[2 * MOST_OPERANDS];
    double room[MOST_OPERANDS]; /* for the numbers, in the type of the elements */
} request;

/* Of XLA's code the dtype as fastact.h counts them, or -1. */
static int dtype_of(int code)
{
    static const int codes[FASTACT_DTYPES] = {XLA_FLOAT16, XLA_BFLOAT16, XLA_FLOAT32, XLA_FLOAT64};
    for (int k = 0; k < FASTACT_DTYPES; k++)
        if (code == codes[k])
            return k;
    return -1;
}

/* The value of an attribute of this kind, or NULL. */
static const void *attribute(const xla_attributes *given, const char *name, int kind)
{
    for (int64_t k = 0; k < given->count; k++)
        if (given->names[k]->length == strlen(name) && !memcmp(given->names[k]->text, name, strlen(name)))
            return given->kinds[k] == kind ? given->values[k] : NULL;
    return NULL;
}

static bool is_served(const fastact_entry *entry)
{
    return !entry->along && entry->inputs + entry->outputs <= MOST_OPERANDS &&
           strspn(entry->types, "r") == strlen(entry->types);
}

static xla_error *find_function(const xla_call *call, request *asked)
{
    char name[LONGEST_NAME] = "";
    const xla_text *text = attribute(&call->attributes, "function", XLA_STRING);
    if (!text || text->length >= sizeof name)
        return fail(call, XLA_INVALID_ARGUMENT, "the attribute `function` is not the name of a function");
    memcpy(name, text->text, text->length);
    asked->index = fastact->index(name, FASTACT_VALUE);
    if (asked->index < 0)
        return fail(call, XLA_UNIMPLEMENTED, "this version has no function \"%s\"", name);
    asked->entry = fastact->entries[asked->index];
    return is_served(asked->entry) ? NULL : fail(call, XLA_UNIMPLEMENTED, "\"%s\" is not elementwise", name);
}

/* Operand k of the request is this buffer; all have one type and one number of elements. */
static xla_error *add_buffer(const xla_call *call, request *asked, int k, int kind, const xla_buffer *buffer)
{
    const char *name = asked->entry->name;
    if (kind != XLA_BUFFER || buffer->size < sizeof *buffer)
        return fail(call, XLA_INVALID_ARGUMENT, "operand %d of \"%s\" is no buffer", k, name);
    const int dtype = dtype_of(buffer->dtype);
    ptrdiff_t count = 1;
    for (int64_t d = 0; d < buffer->rank; d++)
        count *= buffer->dims[d];
    if (dtype < 0)
        return fail(call, XLA_INVALID_ARGUMENT, "\"%s\" takes F16, BF16, F32, F64, not elements of type %d", name,
                    buffer->dtype);
    if (k == 0)
        asked->dtype = dtype, asked->dims[0] = count;
    if (dtype != asked->dtype || count != asked->dims[0])
        return fail(call, XLA_INVALID_ARGUMENT, "operand %d of \"%s\" has another type or size than operand 0", k, name);
    if ((uintptr_t)buffer->data % item_sizes[dtype] || (count && !buffer->data))
        return fail(call, XLA_INVALID_ARGUMENT, "operand %d of \"%s\" is not aligned to its elements", k, name);
    asked->args[k] = buffer->data;
    asked->steps[k] = item_sizes[dtype];
    return NULL;
}

static xla_error *add_buffers(const xla_call *call, request *asked)
{
    const xla_operands *inputs = &call->inputs, *results = &call->results;
    const fastact_entry *entry = asked->entry;
    xla_error *error = NULL;
    asked->numbers = entry->inputs - (int)inputs->count;
    if (inputs->count < 1 || inputs->count > entry->inputs || results->count != entry->outputs)
        return fail(call, XLA_INVALID_ARGUMENT, "\"%s\" has %d inputs and %d results, not %d and %d", entry->name,
                    entry->inputs, entry->outputs, (int)inputs->count, (int)results->count);
    for (int k = 0; !error && k < inputs->count; k++)
        error = add_buffer(call, asked, k, inputs->kinds[k], inputs->buffers[k]);
    for (int k = 0; !error && k < results->count; k++)
        error = add_buffer(call, asked, entry->inputs + k, results->kinds[k], results->buffers[k]);
    return error;
}

/* A number is repeated for all elements. */
static xla_error *add_numbers(const xla_call *call, request *asked)
{
    const xla_numbers *given = attribute(&call->attributes, "parameters", XLA_ARRAY);
    const int first = asked->entry->inputs - asked->numbers;
    if (!asked->numbers && !given)
        return NULL;
    if (!given || given->dtype != XLA_FLOAT64 || given->count != (size_t)asked->numbers)
        return fail(call, XLA_INVALID_ARGUMENT, "\"%s\" needs %d numbers in the attribute `parameters`", asked->entry->name,
                    asked->numbers);
    for (int k = 0; k < asked->numbers; k++) {
        store_number(asked->dtype, ((const double *)given->data)[k], &asked->room[k]);
        asked->args[first + k] = (char *)&asked->room[k];
        asked->steps[first + k] = 0;
    }
    return NULL;
}

/* ---- the handler ------------------------------------------------------------------------------------------------------------ */

/* In the usual floating-point environment: XLA's threads take subnormal numbers for 0, which would spoil small results that are
   none. */
static void compute(request *asked)
{
#if defined(__x86_64__)
    const unsigned xla = _mm_getcsr();
    _mm_setcsr(0x1f80);
#else
    fenv_t xla;
    fegetenv(&xla);
    fesetenv(FE_DFL_ENV);
#endif
    fastact->call(asked->index, asked->dtype, 0, asked->args, asked->dims, asked->steps);
#if defined(__x86_64__)
    _mm_setcsr(xla);
#else
    fesetenv(&xla);
#endif
}

/* Says which version of the interface this is made for. */
static xla_error *tell_version(const xla_call *call)
{
    const xla_asks_metadata *asked = (const xla_asks_metadata *)call->extension;
    xla_metadata *told = asked->is.size >= sizeof *asked ? asked->metadata : NULL;
    if (!told || told->size < offsetof(xla_metadata, traits) + sizeof told->traits)
        return fail(call, XLA_UNIMPLEMENTED, "XLA asks for metadata in a form that is not known");
    told->version = (xla_version){sizeof told->version, NULL, XLA_MAJOR, XLA_MINOR};
    told->traits = 0;
    if (call->api->version.minor >= XLA_MINOR)
        told->state = 0; /* which the size does not count */
    return NULL;
}

/* What a call has within itself must not have grown: it would move what stands behind it. */
static bool is_as_declared(const xla_call *call)
{
    return call->size >= sizeof *call && call->inputs.size == sizeof call->inputs &&
           call->results.size == sizeof call->results && call->attributes.size == sizeof call->attributes;
}

xla_error *jax_handler(const xla_call *call)
{
    request asked = {0};
    if (!can_be_told(call))
        return NULL; /* nothing is told either: XLA, which asks before it registers a handler, does not take this one */
    if (call->extension && call->extension->kind == XLA_METADATA)
        return tell_version(call);
    if (!is_as_declared(call))
        return fail(call, XLA_UNIMPLEMENTED, "XLA's calls have a form that is not known");
    if (call->stage != XLA_EXECUTE)
        return fail(call, XLA_INVALID_ARGUMENT, "there is nothing to do in stage %d", call->stage);
    if (!fastact)
        return fail(call, XLA_UNIMPLEMENTED, "there is no table of functions");
    xla_error *error = find_function(call, &asked);
    if (!error)
        error = add_buffers(call, &asked);
    if (!error)
        error = add_numbers(call, &asked);
    if (error)
        return error;
    if (asked.dims[0])
        compute(&asked);
    __atomic_fetch_add(&computed, 1, __ATOMIC_RELAXED);
    return NULL;
}
