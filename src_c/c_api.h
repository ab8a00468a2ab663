/* What _core/c_api.pyx gives to the table of fastact.h. */

#ifndef FASTACT_C_API_H
#define FASTACT_C_API_H

#include "fastact.h"

typedef struct {
    int (*set)(int count);
    int (*get)(void);
} thread_calls;

/* All of it stays where it is, for good: the entries in their order, and by their names, with the place of each. */
void fill_table(size_t count, const fastact_entry *const *entries, const fastact_entry *const *by_name,
                const int *places_by_name, thread_calls calls);

/* The exported symbols: what the table has, and the table. */
#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif
EXPORTED const fastact_api *fastact_table(void);
EXPORTED fastact_loop *fastact_find(const char *name, int kind, int dtype, void **data, int *status);
EXPORTED int fastact_index(const char *name, int kind);
EXPORTED int fastact_call(int index, int dtype, int threads, char **args, const ptrdiff_t *dims, const ptrdiff_t *steps);
EXPORTED int fastact_set_threads(int count);
EXPORTED int fastact_get_threads(void);

#endif
