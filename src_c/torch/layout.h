/* How the tensors of a call lie: broadcast against each other, in the order of their memory, with as few dimensions as do. */

#ifndef FASTACT_TORCH_LAYOUT_H
#define FASTACT_TORCH_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { MOST_DIMS = 64, MOST_OPERANDS = 12 };

/* `sizes` and, of each operand, the bytes of a step along each dimension: 0 repeats it. */
typedef struct {
    int ndim, operands;
    int64_t sizes[MOST_DIMS];
    int64_t steps[MOST_OPERANDS][MOST_DIMS];
} layout;

/* Whether dimension b is to be left behind a in memory, by the first operand that tells: 1, -1 or, if none does, 0. */
static inline int compare_dims(const layout *all, int a, int b)
{
    for (int k = 0; k < all->operands; k++) {
        const int64_t of_a = all->steps[k][a], of_b = all->steps[k][b];
        if (of_a == 0 || of_b == 0)
            continue;
        if (of_a != of_b)
            return of_a < of_b ? -1 : 1;
        if (all->sizes[a] > all->sizes[b])
            return 1;
    }
    return 0;
}

/* The dimensions, those of the smallest steps first, as PyTorch's own elementwise functions order them: an insertion sort in
   which a dimension that cannot be compared is passed over.  Whether they stay in the order of contiguous memory. */
static inline bool order_dims(const layout *all, int *order)
{
    bool contiguous = true;
    for (int k = 0; k < all->ndim; k++)
        order[k] = all->ndim - 1 - k;
    for (int k = 1; k < all->ndim; k++) {
        int at = k;
        for (int before = k - 1; before >= 0; before--) {
            const int told = compare_dims(all, order[before], order[at]);
            if (told < 0)
                break;
            if (told > 0) {
                const int moved = order[before];
                order[before] = order[at];
                order[at] = moved;
                at = before;
                contiguous = false;
            }
        }
    }
    return contiguous;
}

/* Strides, in elements, of memory without gaps in which the dimensions have this order; the one at `left_out` has none. */
static inline void dense_strides(const layout *all, const int *order, bool contiguous, int left_out, int64_t *strides)
{
    int64_t stride = 1;
    for (int k = 0; k < all->ndim; k++) {
        const int dim = order[k];
        if (dim == left_out)
            continue;
        strides[dim] = stride;
        stride *= contiguous && all->sizes[dim] == 0 ? 1 : all->sizes[dim];
    }
}

/* Puts the dimensions in this order, without the one `left_out` and those of one element, and merges neighbours that are one. */
static inline void merge_dims(layout *all, const int *order, int left_out)
{
    int kept[MOST_DIMS], count = 0, n = 0;
    int64_t old[MOST_DIMS];
    for (int k = 0; k < all->ndim; k++)
        if (order[k] != left_out && all->sizes[order[k]] != 1)
            kept[count++] = order[k];
    for (int i = -1; i < all->operands; i++) { /* -1: the sizes themselves */
        int64_t *row = i < 0 ? all->sizes : all->steps[i];
        memcpy(old, row, all->ndim * sizeof *row);
        for (int k = 0; k < count; k++)
            row[k] = old[kept[k]];
        if (count == 0)
            row[0] = i < 0 ? 1 : 0;
    }
    all->ndim = count ? count : 1;
    for (int k = 1; k < all->ndim; k++) {
        bool one = true;
        for (int i = 0; one && i < all->operands; i++)
            one = all->steps[i][k] == all->steps[i][n] * all->sizes[n];
        if (one) {
            all->sizes[n] *= all->sizes[k];
            continue;
        }
        n++;
        all->sizes[n] = all->sizes[k];
        for (int i = 0; i < all->operands; i++)
            all->steps[i][n] = all->steps[i][k];
    }
    all->ndim = n + 1;
}

/* Brings the dimension along which a loop is to run to the front: the first, or if that is short the longest. */
static inline void longest_first(layout *all)
{
    enum { SHORT = 32 };
    int longest = 0;
    if (all->sizes[0] >= SHORT)
        return;
    for (int k = 1; k < all->ndim; k++)
        if (all->sizes[k] > all->sizes[longest])
            longest = k;
    const int64_t size = all->sizes[0];
    all->sizes[0] = all->sizes[longest];
    all->sizes[longest] = size;
    for (int i = 0; i < all->operands; i++) {
        const int64_t step = all->steps[i][0];
        all->steps[i][0] = all->steps[i][longest];
        all->steps[i][longest] = step;
    }
}

#endif
