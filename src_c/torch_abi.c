/* Finds PyTorch's C interface in a process that has loaded PyTorch. */

#define _GNU_SOURCE /* for dladdr */

#include "torch_abi.h"

#if defined(__has_include) && __has_include(<dlfcn.h>)
#include <dlfcn.h>

typedef struct {
    const char *name;
    size_t offset;
} symbol;

#define AOTI_SYMBOL(result, name, arguments) {"aoti_torch_" #name, offsetof(torch_abi, name)},
#define TORCH_SYMBOL(result, name, arguments) {"torch_" #name, offsetof(torch_abi, name)},
static const symbol symbols[] = {TORCH_ABI(AOTI_SYMBOL, TORCH_SYMBOL)};

void *torch_find(const char *path, torch_abi *abi, const char **why)
{
    void *library = dlopen(path, RTLD_NOLOAD | RTLD_LAZY);
    if (!library) {
        *why = "PyTorch has not loaded this library";
        return NULL;
    }
    for (size_t k = 0; k < sizeof symbols / sizeof *symbols; k++) {
        void *found = dlsym(library, symbols[k].name);
        if (!found) {
            *why = symbols[k].name;
            return NULL;
        }
        *(void **)((char *)abi + symbols[k].offset) = found;
    }
    *(void **)&abi->omp_in_parallel = dlsym(library, "omp_in_parallel");
    return library;
}

void *torch_symbol(void *library, const char *name) { return dlsym(library, name); }

void *torch_base(void *address)
{
    Dl_info told;
    return dladdr(address, &told) ? told.dli_fbase : NULL;
}

#else

void *torch_symbol(void *library, const char *name) { return NULL; }

void *torch_base(void *address) { return NULL; }

void *torch_find(const char *path, torch_abi *abi, const char **why)
{
    *why = "this system has no dlfcn.h";
    return NULL;
}

#endif
