/* What the C programs of this folder share: the kernels of one ISA as a list, and numbers to give them.

   Compile with -DISA_NAME='"avx2"' and what isas.c and kernels.c want. */

#include "kernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row of a table, whichever it is. */
typedef struct {
    const char *name, *stem, *properties;
    int operands, n_parameters;
    double initial[MAX_PARAMETERS], low[MAX_PARAMETERS], high[MAX_PARAMETERS];
    kernel *kernels[KINDS];
} row;

static row rows[2][200]; /* of float, of double */
static int n_rows;
static const kernel_set *sets[2];

#define ADD_ROWS(which, array, count, stem_, operands_, ...) \
    for (int i_ = 0; i_ < (count); i_++) { \
        __auto_type from = &(array)[i_]; \
        row *made = &rows[which][n_rows++]; \
        *made = (row){.name = from->name, .stem = stem_, .operands = operands_, .n_parameters = from->n_parameters}; \
        memcpy(made->kernels, from->kernels, sizeof made->kernels); \
        __VA_ARGS__; \
    }

/* The parameters of a row follow its name; those of a derivative from the output are its function's. */
static void list_kernels(void)
{
    const isa *const *found = fastact_isas;
    while (*found && strcmp((*found)->name, ISA_NAME))
        found++;
    if (!*found || !(*found)->available()) {
        fprintf(stderr, "this build on this processor has no %s\n", ISA_NAME);
        exit(2);
    }
    for (int which = 0; which < 2; which++) {
        const kernel_set *set = sets[which] = (*found)->sets[which];
        n_rows = 0;
        ADD_ROWS(which, set->activations, set->n_activations, "", 1, {
            made->properties = from->properties;
            for (int k = 0; k < from->n_parameters; k++) {
                double low = from->parameters[k].low, high = from->parameters[k].high, initial = from->parameters[k].initial;
                made->low[k] = low, made->high[k] = high;
                made->initial[k] = initial == initial ? initial : low + (high - low) / 4;
            }
        })
        ADD_ROWS(which, set->from_outputs, set->n_from_outputs, "_from_output", 1, {
            for (int i = 0; i < set->n_activations; i++)
                if (!strcmp(rows[which][i].name, made->name)) {
                    made->properties = rows[which][i].properties;
                    memcpy(made->initial, rows[which][i].initial, sizeof made->initial);
                    memcpy(made->low, rows[which][i].low, sizeof made->low);
                    memcpy(made->high, rows[which][i].high, sizeof made->high);
                }
        })
    }
}

/* G. Steele et al., SplitMix64, 2014 */
static uint64_t state_of_numbers;
static uint64_t number(void)
{
    uint64_t z = state_of_numbers += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}
static double uniform(double low, double high) { return low + (high - low) * (double)(number() >> 11) * 0x1p-53; }

static double get(const void *array, ptrdiff_t i, int size)
{
    return size == 4 ? ((const float *)array)[i] : ((const double *)array)[i];
}
static void set_to(void *array, ptrdiff_t i, int size, double value)
{
    if (size == 4)
        ((float *)array)[i] = (float)value;
    else
        ((double *)array)[i] = value;
}

/* the bits of an element; one NaN for all */
static uint64_t bits(const void *array, ptrdiff_t i, int size)
{
    double value = get(array, i, size);
    uint64_t found = 0;
    if (value != value)
        return 0x7ff8000000000000u;
    memcpy(&found, (const char *)array + i * size, size);
    return found;
}

/* of 1, to a reduction that has one */
static void give_temperature(const reduction *r, void *state, ptrdiff_t width, int size)
{
    if (r->with_options)
        for (ptrdiff_t i = 0; i < width; i++) {
            set_to(state, TEMPERATURE * SECTION + i, size, 1);
            set_to(state, RECIPROCAL * SECTION + i, size, 1);
        }
}
