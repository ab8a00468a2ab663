/* The table of fastact.h and the symbols that the module exports, by the same names.  The module fills it once, at its import. */

#include "c_api.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 128 }; /* bytes of a name with its suffix */

static const char *const suffixes[FASTACT_KINDS] = {
    "", "_grad", "_backward", "_with_grad", "_grad_from_output", "_backward_from_output",
};

static fastact_api table;
static const fastact_entry *const *sorted; /* by their names */
static const int *places; /* of the sorted ones in the table */
static thread_calls threads;

static int compare(const void *name, const void *entry) { return strcmp(name, (*(const fastact_entry *const *)entry)->name); }

static int place_of(const char *name)
{
    const fastact_entry *const *found = bsearch(name, sorted, table.count, sizeof *sorted, compare);
    return found ? places[found - sorted] : FASTACT_UNKNOWN_NAME;
}

int fastact_index(const char *name, int kind)
{
    char whole[LONGEST];
    const size_t length = name ? strlen(name) : LONGEST;
    if (kind < 0 || kind >= FASTACT_KINDS)
        return FASTACT_UNKNOWN_KIND;
    if (length + strlen(suffixes[kind]) >= LONGEST)
        return FASTACT_UNKNOWN_NAME;
    strcpy(strcpy(whole, name) + length, suffixes[kind]);
    const int place = place_of(whole);
    return place < 0 && place_of(name) >= 0 ? FASTACT_UNKNOWN_KIND : place;
}

fastact_loop *fastact_find(const char *name, int kind, int dtype, void **data, int *status)
{
    int place = fastact_index(name, kind);
    if (place >= 0 && (dtype < 0 || dtype >= FASTACT_DTYPES))
        place = FASTACT_UNKNOWN_DTYPE;
    if (status)
        *status = place < 0 ? place : FASTACT_OK;
    if (place < 0)
        return NULL;
    *data = table.entries[place]->by_dtype[dtype].data;
    return table.entries[place]->by_dtype[dtype].loop;
}

int fastact_set_threads(int count) { return count < 0 ? FASTACT_BAD_COUNT : threads.set(count); }

int fastact_get_threads(void) { return threads.get(); }

int fastact_call(int index, int dtype, int count, char **args, const ptrdiff_t *dims, const ptrdiff_t *steps)
{
    if (index < 0 || (size_t)index >= table.count)
        return FASTACT_UNKNOWN_INDEX;
    if (dtype < 0 || dtype >= FASTACT_DTYPES)
        return FASTACT_UNKNOWN_DTYPE;
    if (count < 0)
        return FASTACT_BAD_COUNT;
    const fastact_entry *entry = table.entries[index];
    const int before = count ? threads.set(count) : 0;
    entry->by_dtype[dtype].loop(args, dims, steps, entry->by_dtype[dtype].data);
    if (count)
        threads.set(before);
    return FASTACT_OK;
}

const fastact_api *fastact_table(void) { return &table; }

void fill_table(size_t count, const fastact_entry *const *entries, const fastact_entry *const *by_name,
                const int *places_by_name, thread_calls calls)
{
    sorted = by_name;
    places = places_by_name;
    threads = calls;
    table = (fastact_api){
        .abi = FASTACT_ABI,
        .revision = FASTACT_REVISION,
        .count = count,
        .entries = entries,
        .find = fastact_find,
        .index = fastact_index,
        .call = fastact_call,
        .set_threads = fastact_set_threads,
        .get_threads = fastact_get_threads,
    };
}
