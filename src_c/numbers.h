/* Numbers of a call in the types of elements. */

#ifndef FASTACT_NUMBERS_H
#define FASTACT_NUMBERS_H

#include "fastact.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static const int item_sizes[FASTACT_DTYPES] = {2, 2, 4, 8};

static inline uint32_t bits_of(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* By way of float32, as PyTorch does. */
static inline uint16_t bfloat16_of(double x)
{
    const uint32_t bits = bits_of((float)x);
    return x != x ? 0x7fc0 : (uint16_t)((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

static inline uint16_t float16_of(double x)
{
    const uint16_t sign = x < 0 || (x == 0 && 1 / x < 0) ? 0x8000 : 0;
    const double magnitude = sign ? -x : x;
    const double to_integer = 6755399441055744.0; /* 1.5 * 2^52: what is added to it is rounded to an integer */
    if (x != x)
        return 0x7e00;
    if (magnitude >= 65520)
        return sign | 0x7c00;
    int exponent = 0;
    double unit = 1 / 16777216.0; /* 2^-24: the last bit of subnormal numbers */
    for (; magnitude / unit >= 2048; exponent++)
        unit *= 2;
    volatile double shifted = magnitude / unit + to_integer;
    return sign | (uint16_t)((int)(shifted - to_integer) + (exponent << 10));
}

/* A number in the type of the elements. */
static inline void store_number(int dtype, double x, void *room)
{
    const float single = (float)x;
    const uint16_t half = dtype == FASTACT_FLOAT16 ? float16_of(x) : bfloat16_of(x);
    if (dtype == FASTACT_FLOAT64)
        memcpy(room, &x, sizeof x);
    else if (dtype == FASTACT_FLOAT32)
        memcpy(room, &single, sizeof single);
    else
        memcpy(room, &half, sizeof half);
}

/* Whether a number between 2^-14 and 2^15 has as few bits as that type; float32 counts as if it had them all, for PyTorch's own
   kernels round to it as well. */
static inline bool has_few_bits(int dtype, double x)
{
    const int extra = dtype == FASTACT_FLOAT16 ? 13 : 16; /* bits of float32 that the type has not */
    if (dtype == FASTACT_FLOAT32 || dtype == FASTACT_FLOAT64)
        return true;
    return (float)x == x && !(bits_of((float)x) & ((1u << extra) - 1));
}

#endif
