/* Finds PyTorch's C interface in a process that has loaded PyTorch. */

#define _GNU_SOURCE /* for dladdr */

#include "torch/abi.h"

torch_abi torch;

#if defined(__has_include) && __has_include(<dlfcn.h>)
#include <dlfcn.h>

typedef struct {
    const char *name;
    size_t offset;
} symbol;

#define AOTI_SYMBOL(result, name, arguments) {"aoti_torch_" #name, offsetof(torch_abi, name)},
#define TORCH_SYMBOL(result, name, arguments) {"torch_" #name, offsetof(torch_abi, name)},
static const symbol symbols[] = {TORCH_ABI(AOTI_SYMBOL, TORCH_SYMBOL)};
static void *library;

const char *torch_find(const char *path, const fastact_api *fastact)
{
    torch_abi read;
    void *opened = library ? library : dlopen(path, RTLD_NOLOAD | RTLD_LAZY);
    if (!opened)
        return "PyTorch has not loaded this library";
    if (library)
        return NULL;
    for (size_t k = 0; k < sizeof symbols / sizeof *symbols; k++) {
        void *found = dlsym(opened, symbols[k].name);
        if (!found)
            return symbols[k].name;
        *(void **)((char *)&read + symbols[k].offset) = found;
    }
    *(void **)&read.omp_in_parallel = dlsym(opened, "omp_in_parallel");
    read.dtypes[FASTACT_FLOAT16] = read.dtype_float16();
    read.dtypes[FASTACT_BFLOAT16] = read.dtype_bfloat16();
    read.dtypes[FASTACT_FLOAT32] = read.dtype_float32();
    read.dtypes[FASTACT_FLOAT64] = read.dtype_float64();
    read.int64 = read.dtype_int64();
    read.cpu = read.device_type_cpu();
    read.strided = read.layout_strided();
    read.fastact = fastact;
    torch = read;
    library = opened;
    return NULL;
}

void *torch_symbol(const char *name) { return dlsym(library, name); }

void *torch_base(void *address)
{
    Dl_info told;
    return dladdr(address, &told) ? told.dli_fbase : NULL;
}

#else

const char *torch_find(const char *path, const fastact_api *fastact) { return "this system has no dlfcn.h"; }

void *torch_symbol(const char *name) { return NULL; }

void *torch_base(void *address) { return NULL; }

#endif
