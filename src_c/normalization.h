/* Layer, RMS and batch normalisation, and their backward forms: of a group of n elements with mean m and variance v

       xhat = (x - m)/sqrt(v + epsilon)        y = xhat*gamma + beta
       dx = (g - mean(g) - xhat*mean(g*xhat))/sqrt(v + epsilon), g = dy*gamma;   dgamma = sum(dy*xhat), dbeta = sum(dy).

   Of RMS v is the mean of squares, and m and mean(g) are 0.

   Sums are those of u = x*unit - shift, in twice the digits: of floats in double, of doubles in two words.  For floats the
   shift is 0 and u is x, so that one pass gives both moments: the variance loses to m^2 what double has to spare.  Where that
   is not enough the sums are made once more, of what is left of x without its mean, as those of doubles always are.  The unit
   is 1, or a power of 2 where squares would leave the range of the type. */

#include "normalization/moments.h"
#include "normalization/runs.h"
#include "normalization/rows.h"
#include "normalization/groups.h"
#include "normalization/columns.h"

#define OF_ALONG(name, run, how) \
    static __attribute__((noinline)) SUMS_OF_GROUP name##_again(const normalization *t, const R *x, const R *dy, PADDED *last, \
                                                                SUMS_OF_GROUP sums, double *shift, double *unit) \
    { \
        return sum_group_again(t, x, dy, last, sums, shift, unit, (how) | ALONG); \
    } \
    static void name(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch) \
    { \
        run(t, first, end, scratch, name##_again, (how) | ALONG); \
    }
#define OF_COLUMNS(name, how) \
    static __attribute__((noinline)) void name##_again(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip) \
    { \
        sum_columns_again(t, column, end, strip, how); \
    } \
    static void name##_measure(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch) \
    { \
        measure_columns(t, first, end, name##_again, how); \
    } \
    static void name##_map(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch) \
    { \
        map_any_columns(t, first, end, how); \
    }
OF_ALONG(layer_norm, run_rows, CENTRED | AFFINE)
OF_ALONG(layer_norm_backward, run_chunks, CENTRED | AFFINE | BACK)
OF_ALONG(rms_norm, run_rows, AFFINE)
OF_ALONG(rms_norm_backward, run_chunks, AFFINE | BACK)
OF_ALONG(batch_norm, run_groups, CENTRED | BY_GROUP)
OF_ALONG(batch_norm_backward, run_groups, CENTRED | BY_GROUP | BACK)
OF_ALONG(batch_norm_given, run_groups, CENTRED | BY_GROUP | GIVEN)
OF_COLUMNS(columns, CENTRED | BY_GROUP)
OF_COLUMNS(columns_backward, CENTRED | BY_GROUP | BACK)
OF_COLUMNS(columns_given, CENTRED | BY_GROUP | GIVEN)

/* The sums of chunks as numbers, COLUMNS of them at a time. */
static void join_chunks(ptrdiff_t chunks, ptrdiff_t width, const void *sums, void *out)
{
    for (ptrdiff_t i = 0; i < 2 * width; i += LANES) {
        DD total = dd((T){0});
        for (ptrdiff_t chunk = 0; chunk < chunks; chunk++) {
            const DD s = two_sum(total.h, load((const R *)sums + 2 * chunk * width + i));
            total = (DD){s.h, s.l + total.l};
        }
        store((R *)out + i, fp(total));
    }
}

static const normalization_kernels normalizations = {
    .layer_norm = {layer_norm, layer_norm_backward},
    .rms_norm = {rms_norm, rms_norm_backward},
    .batch_norm = {batch_norm, batch_norm_backward, batch_norm_given},
    .measure_columns = {columns_measure, columns_backward_measure, columns_given_measure},
    .map_columns = {columns_map, columns_backward_map, columns_given_map},
    .strip_size = sizeof(STRIP),
    .join_chunks = join_chunks,
};
