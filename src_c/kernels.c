/* Instantiates the table and the reductions for one ISA and one element type; setup.py compiles it once for each pair:

       cc -DISA=avx2 -DWORDS='"pack_avx2.h"' -DREAL=32 -mavx2 -mfma -mf16c ... */

#include "kernels.h"

#include <math.h>

#define WORD static inline __attribute__((always_inline, unused))

#include WORDS
#include "vmath.h"
#include "softmax.h"

/* ---- a function of packs for each row: y = f(x), d = f'(x) ---------------------------------------------------------- */

#define ACTIVATION(name, parameters, formula, source, ...) \
    WORD void name##_pack(T x, const T *parameter_, T *y_, T *d_) \
    { \
        T y, d; \
        parameters; \
        __VA_ARGS__; \
        *y_ = y; \
        *d_ = d; \
        (void)parameter_; \
    }
#define PARAM(name, initial) const T name = *parameter_++;
#include "activations.h"
#undef ACTIVATION
#undef PARAM

/* ---- a kernel for each row and kind: the compiler drops what is not stored ------------------------------------------ */

typedef void pack_function(T x, const T *parameters, T *value, T *slope);

WORD void run(pack_function *function, int n_parameters, int kind, ptrdiff_t n, const void *const *in, void *const *out)
{
    const R *x = in[kind == BACKWARD], *dy = in[0];
    const R *operands[MAX_PARAMETERS] = {0};
    R *first = out[0], *second = kind == WITH_GRAD ? out[1] : 0;
    for (int k = 0; k < n_parameters; k++)
        operands[k] = in[k + 1 + (kind == BACKWARD)];
    for (ptrdiff_t i = 0; i < n; i += LANES) {
        T parameters[MAX_PARAMETERS], y, d;
        for (int k = 0; k < n_parameters; k++)
            parameters[k] = load(operands[k] + i);
        function(load(x + i), parameters, &y, &d);
        if (kind == BACKWARD)
            d *= load(dy + i);
        store(first + i, kind == VALUE || kind == WITH_GRAD ? y : d);
        if (kind == WITH_GRAD)
            store(second + i, d);
    }
}

#define KERNEL(name, KIND) \
    static void name##_##KIND(ptrdiff_t n, const void *const *in, void *const *out) \
    { \
        run(name##_pack, name##_count, KIND, n, in, out); \
    }
#define ACTIVATION(name, parameters, formula, source, ...) \
    enum { name##_count = 0 parameters }; \
    KERNEL(name, VALUE) KERNEL(name, GRAD) KERNEL(name, BACKWARD) KERNEL(name, WITH_GRAD)
#define PARAM(name, initial) +1
#include "activations.h"
#undef ACTIVATION
#undef PARAM

/* ---- the set --------------------------------------------------------------------------------------------------------- */

#define REQUIRED NAN
#define ACTIVATION(name, parameters, formula, source, ...) \
    {#name, formula, source, {parameters}, name##_count, {name##_VALUE, name##_GRAD, name##_BACKWARD, name##_WITH_GRAD}},
#define PARAM(name, initial) {#name, initial},
static const activation_row activations[] = {
#include "activations.h"
};

#if REAL == 32
static void widen_halves(ptrdiff_t n, const void *in, void *out)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        store((float *)out + i, widen_half((const uint16_t *)in + i));
}

static void narrow_halves(ptrdiff_t n, const void *in, void *out)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        narrow_half((uint16_t *)out + i, load((const float *)in + i));
}
#else
#define widen_halves 0
#define narrow_halves 0
#endif

#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))
#define NAME_(isa, real) fastact_##isa##_##real
#define NAME(isa, real) NAME_(isa, real)

const kernel_set NAME(ISA, REAL) = {
    activations, COUNT(activations), reductions, COUNT(reductions), start, widen_halves, narrow_halves,
};
