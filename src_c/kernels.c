/* Instantiates the table and the reductions for one ISA and one element type; setup.py compiles it once for each pair:

       cc -DISA=avx2 -DWORDS='"packs/avx2.h"' -DREAL=32 -mavx2 -mfma -mf16c ... */

#include "kernels.h"

#include <math.h>
#include <string.h>

#define WORD static inline __attribute__((always_inline, unused))

#include WORDS
#include "math/words.h"
#include "math/coefficients.h"
#include "math/double_word.h"
#include "math/exp_log.h"
#include "math/logistic.h"
#include "math/tanh.h"
#include "math/normal_tail.h"
#include "math/algebraic.h"
#include "math/circular.h"
#include "strips.h"
#include "softmax.h"
#include "cross_entropy.h"
#include "sparsemax.h"
#include "transpose.h"

/* ---- a function of packs for each row: y = f(x), d = f'(x); y = f(a, b) and its derivatives da, db --------------------- */

/* A condition on parameters: where it fails the results are NaN, bits all ones. */
#define WHERE(a, relation, b) invalid_ |= ~(I)(PACK(a) relation PACK(b));
#define PARAM(name, ...) const T name = *parameter_++;

/* A row's properties make a number here: whether it is flat somewhere. */
#define RANGE(low, high)
#define KINKS(...)
#define MONOTONIC(condition)
#define INCREASING
#define ODD
#define EVEN
#define GATED_BY(operand)
#define SEE(...)
#define FLAT +1

WORD T valid_(T v, I invalid) { return (T)((I)v | invalid); }

/* A derivative, or for the backward kind dy times it: of a row that is flat somewhere, `zero` there whatever dy is. */
WORD T gradient_(T d, T zero, I invalid, int kind, const R *dy, int somewhere, M flat)
{
    if (kind != BACKWARD)
        return valid_(d, invalid);
    return somewhere ? valid_(SELECT(flat, zero, d * load(dy)), invalid) : valid_(d, invalid) * load(dy);
}

/* A row's code says of which of its results something is RARELY: `rare` of all, or `rare_value` or `rare_slope`, so that a
   kernel that does not store them does not ask; or `at_once`, behind a branch that the row has anyway. */
#define PACK_FUNCTION(name, parameters, ...) \
    WORD void name##_pack(int kind_, RARE *rare, const T *operand_, const T *parameter_, const R *dy_, T *y_, T *slope_) \
    { \
        I invalid_ = {0}; \
        M flat = {0}; \
        RARE unasked_ = {.again = rare->again}, at_once = {.again = 1}; \
        RARE *rare_value = kind_ == VALUE || kind_ == WITH_GRAD ? rare : &unasked_; \
        RARE *rare_slope = kind_ == VALUE ? &unasked_ : rare; \
        parameters; \
        __VA_ARGS__; \
        (void)parameter_, (void)rare_value, (void)rare_slope, (void)at_once; \
    }
#define VALID(v) valid_(v, invalid_)
#define SLOPE(name, d, zero) gradient_(d, PACK(zero), invalid_, kind_, dy_, name##_is_flat, flat)

#define ACTIVATION(name, parameters, formula, about, properties, source, ...) \
    enum { name##_is_flat = 0 properties }; \
    PACK_FUNCTION(name, parameters, const T x = operand_[0]; T y, d; __VA_ARGS__; y_[0] = VALID(y); \
                  slope_[0] = SLOPE(name, d, 0))
#define FROM_OUTPUT(name, parameters, formula, ...) \
    PACK_FUNCTION(name##_from_output, parameters, const T y = operand_[0]; T d; __VA_ARGS__; y_[0] = y; \
                  slope_[0] = SLOPE(name, d, 0))
/* Where a gate is flat its derivatives are 0, or NaN beside an operand that is no finite number. */
#define GATE(name, parameters, formula, about, properties, source, ...) \
    enum { name##_is_flat = 0 properties }; \
    PACK_FUNCTION(name, parameters, const T a = operand_[0], b = operand_[1]; T y, da, db; __VA_ARGS__; y_[0] = VALID(y); \
                  slope_[0] = SLOPE(name, da, da); slope_[1] = SLOPE(name, db, db))
#define LOSS ACTIVATION
#define FUNCTIONS
#include "activations.h"
#include "gates.h"
#include "losses.h"
#undef FUNCTIONS
#undef ACTIVATION
#undef FROM_OUTPUT
#undef GATE
#undef LOSS
#undef PARAM
#undef WHERE
#undef RANGE
#undef KINKS
#undef MONOTONIC
#undef INCREASING
#undef ODD
#undef EVEN
#undef GATED_BY
#undef SEE
#undef FLAT

/* ---- a kernel for each row and kind: the compiler drops what is not stored ------------------------------------------ */

/* Two packs at a time, which the compiler mixes (-fschedule-insns): 4 to 17 % less time than one, as what waits for its
   operands fills the processor's scheduler; four are no faster.  Of an odd number the last one is computed twice. */
enum { MAX_OPERANDS = 2, PACKS = 2 };

typedef void pack_function(int kind, RARE *rare, const T *operands, const T *parameters, const R *dy, T *value, T *slopes);

/* One loop with a branch, for two loops would double the library: the processor predicts it.  A copy through a buffer in
   the cache, streamed in bursts, took 0.22 ns per element where this takes 0.13 and ordinary stores 0.20 (Zen 4, relu). */
WORD void put(R *p, T v, int streamed)
{
    if (streamed)
        stream_(p, v);
    else
        store(p, v);
}

/* of n elements from element i on; none of their results is stored yet, so that in place the operands are still there */
static void __attribute__((noinline)) compute_again(kernel *again, ptrdiff_t n, ptrdiff_t i, int n_in, const void *const *in,
                                                    int n_out, void *const *out, int streamed)
{
    const void *from[1 + MAX_OPERANDS + MAX_PARAMETERS];
    void *to[1 + MAX_OPERANDS];
    for (int k = 0; k < n_in; k++)
        from[k] = (const R *)in[k] + i;
    for (int k = 0; k < n_out; k++)
        to[k] = (R *)out[k] + i;
    again(n, from, to, streamed);
}

/* `again` is the kernel of the same row for packs with something rare (RARE), and null in that kernel itself.  Against a
   branch for each pack, which keeps the two from being mixed, one for both at the end takes 10 to 25 % less time (Zen 4,
   swiglu_backward, soft_cap).  The second kernel, in which branches are many, takes one pack at a time. */
WORD void run(pack_function *function, kernel *again, int n_operands, int n_parameters, int kind, ptrdiff_t n,
              const void *const *in, void *const *out, int streamed)
{
    const R *dy = in[0], *inputs[MAX_OPERANDS + MAX_PARAMETERS] = {0};
    R *results[1 + MAX_OPERANDS] = {0};
    const int has_value = kind == VALUE || kind == WITH_GRAD, packs = again ? PACKS : 1;
    for (int k = 0; k < n_operands + n_parameters; k++)
        inputs[k] = in[k + (kind == BACKWARD)];
    for (int k = 0; k < has_value + (kind != VALUE) * n_operands; k++)
        results[k] = out[k];
    for (ptrdiff_t i = 0; i < n; i += packs * LANES) {
        T given[PACKS][MAX_OPERANDS + MAX_PARAMETERS], y[PACKS], slopes[PACKS][MAX_OPERANDS];
        RARE rare = {.again = !again};
        const ptrdiff_t odd = packs * LANES > STEP && i + LANES == n, at[PACKS] = {i, i + (odd ? 0 : LANES)};
#pragma GCC unroll 8
        for (int p = 0; p < packs; p++) {
            for (int k = 0; k < n_operands + n_parameters; k++)
                given[p][k] = load(inputs[k] + at[p]);
            function(kind, &rare, given[p], given[p] + n_operands, dy + at[p], &y[p], slopes[p]);
        }
        if (rare.possible && __builtin_expect(any_(rare.seen), 0)) {
            compute_again(again, n - i < PACKS * LANES ? n - i : PACKS * LANES, i,
                          n_operands + n_parameters + (kind == BACKWARD), in, has_value + (kind != VALUE) * n_operands, out,
                          streamed);
            continue;
        }
        for (int p = 0; p < packs; p++) {
            if (has_value)
                put(results[0] + at[p], y[p], streamed);
            if (kind != VALUE)
                for (int k = 0; k < n_operands; k++)
                    put(results[has_value + k] + at[p], slopes[p][k], streamed);
        }
    }
}

#define KERNEL(name, n_operands, KIND) \
    static __attribute__((noinline)) void name##_##KIND##_again(ptrdiff_t n, const void *const *in, void *const *out, \
                                                                int streamed) \
    { \
        run(name##_pack, 0, n_operands, name##_count, KIND, n, in, out, streamed); \
    } \
    static void name##_##KIND(ptrdiff_t n, const void *const *in, void *const *out, int streamed) \
    { \
        run(name##_pack, name##_##KIND##_again, n_operands, name##_count, KIND, n, in, out, streamed); \
    }
#define WHERE(a, relation, b)
#define PARAM(name, ...) +1
#define ACTIVATION(name, parameters, formula, about, properties, source, ...) \
    enum { name##_count = 0 parameters }; \
    KERNEL(name, 1, VALUE) KERNEL(name, 1, GRAD) KERNEL(name, 1, BACKWARD) KERNEL(name, 1, WITH_GRAD)
#define FROM_OUTPUT(name, parameters, formula, ...) \
    enum { name##_from_output_count = 0 parameters }; \
    KERNEL(name##_from_output, 1, GRAD) KERNEL(name##_from_output, 1, BACKWARD)
#define GATE(name, parameters, formula, about, properties, source, ...) \
    enum { name##_count = 0 parameters }; \
    KERNEL(name, 2, VALUE) KERNEL(name, 2, BACKWARD)
#define LOSS(name, parameters, formula, about, properties, source, ...) \
    enum { name##_count = 0 parameters }; \
    KERNEL(name, 1, VALUE) KERNEL(name, 1, GRAD) KERNEL(name, 1, WITH_GRAD)
#include "activations.h"
#include "gates.h"
#include "losses.h"
#undef ACTIVATION
#undef FROM_OUTPUT
#undef GATE
#undef LOSS
#undef PARAM
#undef WHERE

static void add(ptrdiff_t n, const void *const *in, void *const *out, int streamed)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        put((R *)out[0] + i, load((const R *)in[0] + i) + load((const R *)in[1] + i), streamed);
}

/* ---- the set --------------------------------------------------------------------------------------------------------- */

#define WHERE(a, relation, b) #a " " #relation " " #b ";"
#define PARAM(name, ...)
#define ACTIVATION(name, parameters, formula, about, properties, source, ...) \
    static const char name##_conditions[] = "" parameters;
#define FROM_OUTPUT(name, parameters, formula, ...) static const char name##_from_output_conditions[] = "" parameters;
#define GATE ACTIVATION
#define LOSS ACTIVATION
#include "activations.h"
#include "gates.h"
#include "losses.h"
#undef ACTIVATION
#undef FROM_OUTPUT
#undef GATE
#undef LOSS
#undef PARAM
#undef WHERE

#define RANGE(low, high) "range=(" #low ", " #high "), "
#define KINKS(...) "kinks=(" #__VA_ARGS__ ",), "
#define MONOTONIC(condition) "monotonic=" #condition ", "
#define INCREASING "monotonic=True, "
#define ODD "symmetry='odd', "
#define EVEN "symmetry='even', "
#define FLAT "flat=True, "
#define GATED_BY(operand) "gate='" #operand "', "
#define SEE(...) "see='" #__VA_ARGS__ "', "
#define REQUIRED NAN
#define WHERE(a, relation, b)
#define PARAM(name, initial, low, high) {#name, initial, low, high},
/* KERNELS(name) are those that a table's rows have. */
#define ROW(name_, parameters_, formula_, about_, properties_, source_, ...) \
    { \
        .name = #name_, \
        .formula = formula_, \
        .about = about_, \
        .properties = "" properties_, \
        .source = source_, \
        .parameters = {parameters_}, \
        .n_parameters = name_##_count, \
        .conditions = name_##_conditions, \
        .kernels = {KERNELS(name_)}, \
    },

#define KERNELS(name) [VALUE] = name##_VALUE, [GRAD] = name##_GRAD, [BACKWARD] = name##_BACKWARD, [WITH_GRAD] = name##_WITH_GRAD
#define ACTIVATION ROW
#define FROM_OUTPUT(name, parameters, formula, ...)
static const table_row activations[] = {
#include "activations.h"
};
#undef KERNELS
#undef ACTIVATION
#undef FROM_OUTPUT

#define KERNELS(name) [VALUE] = name##_VALUE, [BACKWARD] = name##_BACKWARD
#define GATE ROW
static const table_row gates[] = {
#include "gates.h"
};
#undef KERNELS

#define KERNELS(name) [VALUE] = name##_VALUE, [GRAD] = name##_GRAD, [WITH_GRAD] = name##_WITH_GRAD
#define LOSS ROW
static const table_row losses[] = {
#include "losses.h"
};
#undef KERNELS

#define ACTIVATION(name, parameters, formula, about, properties, source, ...)
#define FROM_OUTPUT(name_, parameters_, formula_, ...) \
    { \
        .name = #name_, \
        .formula = formula_, \
        .conditions = name_##_from_output_conditions, \
        .n_parameters = name_##_from_output_count, \
        .kernels = {[GRAD] = name_##_from_output_GRAD, [BACKWARD] = name_##_from_output_BACKWARD}, \
    },
static const from_output_row from_outputs[] = {
#include "activations.h"
};

#define CONVERT(name, word) \
    static void name(ptrdiff_t n, const void *in, void *out) \
    { \
        for (ptrdiff_t i = 0; i < n; i += LANES) \
            word; \
    }
#if REAL == 32
CONVERT(widen_halves, store((R *)out + i, widen_half((const uint16_t *)in + i)))
CONVERT(narrow_halves, narrow_half((uint16_t *)out + i, load((const R *)in + i)))
CONVERT(widen_bfloats, store((R *)out + i, widen_bfloat16((const uint16_t *)in + i)))
CONVERT(narrow_bfloats, narrow_bfloat16((uint16_t *)out + i, load((const R *)in + i)))
#define WIDEN {[HALF] = widen_halves, [BFLOAT16] = widen_bfloats}
#define NARROW {[HALF] = narrow_halves, [BFLOAT16] = narrow_bfloats}
#else
CONVERT(widen_singles, store((R *)out + i, widen_single((const float *)in + i)))
CONVERT(narrow_singles, narrow_single((float *)out + i, load((const R *)in + i)))
#define WIDEN {[SINGLE] = widen_singles}
#define NARROW {[SINGLE] = narrow_singles}
#endif

#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))
#define NAME_(isa, real) fastact_##isa##_##real
#define NAME(isa, real) NAME_(isa, real)

const kernel_set NAME(ISA, REAL) = {
    .activations = activations,
    .n_activations = COUNT(activations),
    .from_outputs = from_outputs,
    .n_from_outputs = COUNT(from_outputs),
    .reductions = reductions,
    .n_reductions = COUNT(reductions),
    .cross_entropies = cross_entropies,
    .projections = projections,
    .n_projections = COUNT(projections),
    .hide = hide,
    .turn_in = turn_in,
    .turn_out = turn_out,
    .widen = WIDEN,
    .narrow = NARROW,
    .gates = gates,
    .n_gates = COUNT(gates),
    .losses = losses,
    .n_losses = COUNT(losses),
    .add = add,
};
