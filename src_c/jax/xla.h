/* XLA's interface for functions of others ("FFI", API 0.3), as far as the handler uses it: declarations of our own.

   Every structure says its size, which grows where the interface gets more; what is declared here keeps its place while the major
   version does.  XLA asks a handler for the version that it was made for, and refuses one that it does not support any more. */

#ifndef FASTACT_JAX_XLA_H
#define FASTACT_JAX_XLA_H

#include <stddef.h>
#include <stdint.h>

enum { XLA_MAJOR = 0, XLA_MINOR = 3 };

/* Codes, as the interface has them. */
enum { XLA_METADATA = 1 };                                              /* what an extension is */
enum { XLA_INVALID_ARGUMENT = 3, XLA_UNIMPLEMENTED = 12 };              /* of an error */
enum { XLA_FLOAT32 = 11, XLA_FLOAT64 = 12, XLA_FLOAT16 = 10, XLA_BFLOAT16 = 16 }; /* of elements */
enum { XLA_BUFFER = 1 };                                                /* what an operand is */
enum { XLA_ARRAY = 1, XLA_STRING = 4 };                                 /* what an attribute is */
enum { XLA_EXECUTE = 3 };                                               /* the stage of a call */

typedef struct xla_error xla_error;

typedef struct xla_extension {
    size_t size;
    int kind;
    struct xla_extension *next;
} xla_extension;

typedef struct {
    size_t size;
    xla_extension *extension;
    int major, minor;
} xla_version;

typedef struct {
    size_t size;
    xla_extension *extension;
    const char *message;
    int code;
} xla_message;

typedef struct {
    size_t size;
    xla_extension *extension;
    xla_version version;
    const void *internal;
    xla_error *(*new_error)(xla_message *message);
} xla_api; /* and more functions */

typedef struct {
    size_t size;
    xla_version version;
    uint32_t traits;
    int64_t state; /* of no type: 0 */
} xla_metadata;

typedef struct {
    xla_extension is;
    xla_metadata *metadata;
} xla_asks_metadata;

typedef struct {
    size_t size;
    xla_extension *extension;
    int dtype;
    void *data;
    int64_t rank;
    const int64_t *dims;
} xla_buffer; /* row by row, without gaps */

typedef struct {
    size_t size;
    xla_extension *extension;
    int64_t count;
    const int *kinds;
    xla_buffer *const *buffers;
} xla_operands;

typedef struct {
    const char *text;
    size_t length;
} xla_text;

typedef struct {
    int dtype;
    size_t count;
    const void *data;
} xla_numbers;

typedef struct {
    size_t size;
    xla_extension *extension;
    int64_t count;
    const int *kinds;
    const xla_text *const *names;
    const void *const *values;
} xla_attributes;

typedef struct {
    size_t size;
    xla_extension *extension;
    const xla_api *api;
    void *context;
    int stage;
    xla_operands inputs, results;
    xla_attributes attributes;
} xla_call; /* and more */

#endif
