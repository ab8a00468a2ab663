/* PyTorch's stable C interface, as far as the shim uses it: declarations of our own, found by name in a library that is loaded. */

#ifndef FASTACT_TORCH_ABI_H
#define FASTACT_TORCH_ABI_H

#include "fastact.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct torch_tensor *tensor_handle;
typedef struct torch_library *library_handle;
typedef struct torch_string *string_handle;
typedef void torch_kernel(uint64_t *stack, uint64_t inputs, uint64_t results);
typedef void torch_range(int64_t begin, int64_t end, void *context);

/* What each is: the type of its result, its name behind the prefix aoti_torch_ or torch_, and its arguments.  Those that
   return an int give 0 where all is well. */
#define TORCH_ABI(AOTI, TORCH) \
    AOTI(int32_t, device_type_cpu, (void)) \
    AOTI(int32_t, dtype_float16, (void)) \
    AOTI(int32_t, dtype_bfloat16, (void)) \
    AOTI(int32_t, dtype_float32, (void)) \
    AOTI(int32_t, dtype_float64, (void)) \
    AOTI(int32_t, dtype_int64, (void)) \
    AOTI(int32_t, layout_strided, (void)) \
    AOTI(int, get_dtype, (tensor_handle, int32_t *)) \
    AOTI(int, get_layout, (tensor_handle, int32_t *)) \
    AOTI(int, get_device_type, (tensor_handle, int32_t *)) \
    AOTI(int, get_dim, (tensor_handle, int64_t *)) \
    AOTI(int, get_numel, (tensor_handle, int64_t *)) \
    AOTI(int, get_sizes, (tensor_handle, int64_t **)) \
    AOTI(int, get_strides, (tensor_handle, int64_t **)) \
    AOTI(int, empty_strided, (int64_t, const int64_t *, const int64_t *, int32_t, int32_t, int32_t, tensor_handle *)) \
    AOTI(int, new_tensor_handle, (tensor_handle, tensor_handle *)) \
    AOTI(int, delete_tensor_object, (tensor_handle)) \
    AOTI(int, clone, (tensor_handle, tensor_handle *)) \
    AOTI(int, library_init_impl, (const char *, const char *, const char *, uint32_t, library_handle *)) \
    AOTI(int, library_init_def, (const char *, const char *, uint32_t, library_handle *)) \
    AOTI(int, library_init_fragment, (const char *, const char *, uint32_t, library_handle *)) \
    AOTI(int, library_def, (library_handle, const char *)) \
    AOTI(int, delete_library_object, (library_handle)) \
    AOTI(void, check, (bool, const char *, const char *, uint32_t, const char *)) \
    AOTI(uint64_t, abi_version, (void)) \
    TORCH(int, library_impl, (library_handle, const char *, torch_kernel *, uint64_t)) \
    TORCH(int, call_dispatcher, (const char *, const char *, uint64_t *, uint64_t)) \
    TORCH(int, get_const_data_ptr, (tensor_handle, const void **)) \
    TORCH(int, get_mutable_data_ptr, (tensor_handle, void **)) \
    TORCH(int, get_num_threads, (uint32_t *)) \
    TORCH(int, parallel_for, (int64_t, int64_t, int64_t, torch_range *, void *)) \
    TORCH(int, string_length, (string_handle, size_t *)) \
    TORCH(int, string_c_str, (string_handle, const char **)) \
    TORCH(int, delete_string, (string_handle)) \
    TORCH(const char *, exception_get_what_without_backtrace, (void))

#define TORCH_FIELD(result, name, arguments) result(*name) arguments;
typedef struct {
    TORCH_ABI(TORCH_FIELD, TORCH_FIELD)
    int (*omp_in_parallel)(void); /* of PyTorch's OpenMP, or NULL */
    int32_t dtypes[FASTACT_DTYPES], int64, cpu, strided; /* its codes */
    const fastact_api *fastact;
} torch_abi;
#undef TORCH_FIELD

/* What torch_find has found; of no use before. */
extern torch_abi torch;

/* Finds the library that is loaded from this path: NULL, or why it cannot be used.  Once it has succeeded it does no more. */
const char *torch_find(const char *path, const fastact_api *fastact);

/* Of a code the dtype as fastact.h counts them, or -1. */
static inline int torch_dtype(int32_t code)
{
    for (int k = 0; k < FASTACT_DTYPES; k++)
        if (code == torch.dtypes[k])
            return k;
    return -1;
}

/* A symbol of that library, or NULL, and where in memory the library begins that has this address. */
void *torch_symbol(const char *name);
void *torch_base(void *address);

#endif
