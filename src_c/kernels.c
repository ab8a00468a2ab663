/* Instantiates the tables and the reductions for one ISA and one element type; setup.py compiles it once for each pair:

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
/* One loop with a branch, for two loops would double the library: the processor predicts it.  A copy through a buffer in
   the cache, streamed in bursts, took 0.22 ns per element where this takes 0.13 and ordinary stores 0.20 (Zen 4, relu). */
WORD void put(R *p, T v, int streamed)
{
    if (streamed)
        stream_(p, v);
    else
        store(p, v);
}

#include "strips.h"
#include "softmax.h"
#include "cross_entropy.h"
#include "sparsemax.h"
#include "transpose.h"
#include "normalization.h"

/* ---- the loop of a kernel ------------------------------------------------------------------------------------------------ */

/* Two packs at a time, which the compiler mixes (-fschedule-insns): 4 to 17 % less time than one, as what waits for its
   operands fills the processor's scheduler; four are no faster.  Of an odd number the last one is computed twice. */
enum { MAX_OPERANDS = 2, PACKS = 2 };

/* A row as a function of packs: it loads its operands and parameters from element i on, as a kernel's `in` has them, and makes
   a value and a slope for each operand.  Inlined, it costs what is used of it. */
typedef void pack_function(int kind, RARE *rare, const void *const *in, ptrdiff_t i, T *value, T *slopes);

/* a kernel of the elements from `first` on */
typedef void partial_kernel(ptrdiff_t first, ptrdiff_t n, const void *const *in, void *const *out, int streamed);

/* `again` is the kernel of the same row for packs with something rare (RARE), and null in that kernel itself.  Against a
   branch for each pack, which keeps the two from being mixed, one for both at the end takes 10 to 25 % less time (Zen 4,
   swiglu_backward, soft_cap).  The second kernel, in which branches are many, takes one pack at a time. */
WORD void run(pack_function *function, partial_kernel *again, int n_operands, int kind, ptrdiff_t first, ptrdiff_t n,
              const void *const *in, void *const *out, int streamed)
{
    const int has_value = kind == VALUE || kind == WITH_GRAD, packs = again ? PACKS : 1;
    /* a copy that no store or call can change; of it costs what the row uses */
    const void *const from[KERNEL_INPUTS] = {in[0], in[1], in[2], in[3], in[4], in[5], in[6]};
    R *results[1 + MAX_OPERANDS] = {0};
    for (int k = 0; k < has_value + (kind != VALUE) * n_operands; k++)
        results[k] = out[k];
    ptrdiff_t span = PACKS * LANES;
    for (ptrdiff_t i = first; i < n; i += packs * LANES) {
        T y[PACKS], slopes[PACKS][MAX_OPERANDS];
        RARE rare = {.again = !again};
        const ptrdiff_t odd = packs * LANES > STEP && i + LANES == n, at[PACKS] = {i, i + (odd ? 0 : LANES)};
#pragma GCC unroll 8
        for (int p = 0; p < packs; p++)
            function(kind, &rare, from, at[p], &y[p], slopes[p]);
        if (rare.possible && __builtin_expect(any_(rare.seen), 0)) {
            /* none of their results is stored yet, so that in place the operands are still there */
            ptrdiff_t end = n - i < span ? n : i + span;
            again(i, end, in, out, streamed);
            i = end - packs * LANES;
            span *= 4;
            continue;
        }
        span = PACKS * LANES;
        for (int p = 0; p < packs; p++) {
            if (has_value)
                put(results[0] + at[p], y[p], streamed);
            if (kind != VALUE)
                for (int k = 0; k < n_operands; k++)
                    put(results[has_value + k] + at[p], slopes[p][k], streamed);
        }
    }
}

static void add(ptrdiff_t n, const void *const *in, void *const *out, int streamed)
{
    for (ptrdiff_t i = 0; i < n; i += LANES)
        put((R *)out[0] + i, load((const R *)in[0] + i) + load((const R *)in[1] + i), streamed);
}

/* (x - mean) inverse + shift, rounded twice */
static void scale(ptrdiff_t n, const void *const *in, void *const *out, int streamed)
{
    const R *const x = in[0], *const mean = in[1], *const inverse = in[2], *const shift = in[3];
    for (ptrdiff_t i = 0; i < n; i += LANES)
        put((R *)out[0] + i, FMA(load(x + i) - load(mean + i), load(inverse + i), load(shift + i)), streamed);
}

/* ---- the functions of each row, and its kernels ----------------------------------------------------------------------- */

WORD T valid_(T v, I invalid) { return (T)((I)v | invalid); }

/* A derivative, or for the backward kind dy times it, but `zero` on a flat piece whatever dy is. */
WORD T slope_(T d, T zero, T dy, M flat, I invalid, int kind)
{
    return valid_(kind == BACKWARD ? SELECT(flat, zero, d * dy) : d, invalid);
}

/* A row's code says of which of its results something is RARELY: `rare` of all, or `rare_value` or `rare_slope`, so that a
   kernel that does not store them does not ask; or `at_once`, behind a branch that the row has anyway. */
#define PACK_FUNCTION(name, operands, parameters, ...) \
    WORD void name##_pack(int kind_, RARE *rare, const void *const *in_, ptrdiff_t i_, T *value_, T *slopes_) \
    { \
        const T dy_ = kind_ == BACKWARD ? NEXT : (T){0}; \
        I invalid_ = {0}; \
        M flat = {0}; \
        RARE unasked_ = {.again = rare->again}, at_once = {.again = 1}; \
        RARE *rare_value = kind_ == VALUE || kind_ == WITH_GRAD ? rare : &unasked_; \
        RARE *rare_slope = kind_ == VALUE ? &unasked_ : rare; \
        operands; \
        parameters; \
        __VA_ARGS__; \
        (void)rare_value, (void)rare_slope, (void)at_once; \
    }
#define NEXT load((const R *)*in_++ + i_)
#define PARAM(name, ...) const T name = NEXT;
/* where a condition on parameters fails, the results are NaN, bits all ones */
#define WHERE(a, relation, b) invalid_ |= ~(I)(PACK(a) relation PACK(b));
#define VALUE_(y) *value_ = valid_(y, invalid_)
#define SLOPE_(k, d, zero) slopes_[k] = slope_(d, PACK(zero), dy_, flat, invalid_, kind_)

#define KERNEL(name, n_operands, KIND) \
    static __attribute__((noinline)) void name##_##KIND##_again(ptrdiff_t first, ptrdiff_t n, const void *const *in, \
                                                                void *const *out, int streamed) \
    { \
        run(name##_pack, 0, n_operands, KIND, first, n, in, out, streamed); \
    } \
    static void name##_##KIND(ptrdiff_t n, const void *const *in, void *const *out, int streamed) \
    { \
        run(name##_pack, name##_##KIND##_again, n_operands, KIND, 0, n, in, out, streamed); \
    }

#define ACTIVATION(name, parameters, formula, derivative, about, properties, source, ...) \
    PACK_FUNCTION(name, const T x = NEXT, parameters, T y, d; __VA_ARGS__; VALUE_(y); SLOPE_(0, d, 0)) \
    KERNEL(name, 1, VALUE) KERNEL(name, 1, GRAD) KERNEL(name, 1, BACKWARD) KERNEL(name, 1, WITH_GRAD)
#define FROM_OUTPUT(name, parameters, formula, ...) \
    PACK_FUNCTION(name##_from_output, const T y = NEXT, parameters, T d; __VA_ARGS__; SLOPE_(0, d, 0)) \
    KERNEL(name##_from_output, 1, GRAD) KERNEL(name##_from_output, 1, BACKWARD)
/* Where a gated unit is flat its derivatives are 0, or NaN beside an operand that is no finite number. */
#define GATED_UNIT(name, parameters, formula, about, properties, source, ...) \
    PACK_FUNCTION(name, const T a = NEXT; const T b = NEXT, parameters, T y, da, db; __VA_ARGS__; VALUE_(y); \
                  SLOPE_(0, da, da); SLOPE_(1, db, db)) \
    KERNEL(name, 2, VALUE) KERNEL(name, 2, BACKWARD)
#define LOSS(name, parameters, formula, about, properties, source, ...) \
    PACK_FUNCTION(name, const T x = NEXT, parameters, T y, d; __VA_ARGS__; VALUE_(y); SLOPE_(0, d, 0)) \
    KERNEL(name, 1, VALUE) KERNEL(name, 1, GRAD) KERNEL(name, 1, WITH_GRAD)
#define FUNCTIONS
#include "activations.h"
#include "gates.h"
#include "losses.h"
#undef FUNCTIONS
#undef ACTIVATION
#undef FROM_OUTPUT
#undef GATED_UNIT
#undef LOSS
#undef PARAM
#undef WHERE

/* ---- the rows as data ------------------------------------------------------------------------------------------------- */

#define REQUIRED NAN
#define PARAM(name, ...) {#name, __VA_ARGS__},
#define WHERE(a, relation, b) {.condition = #a " " #relation " " #b},
#define RANGE(low, high) "range=(" #low ", " #high "), "
#define KINKS(...) "kinks=(" #__VA_ARGS__ ",), "
#define MONOTONIC(condition) "monotonic=" #condition ", "
#define INCREASING "monotonic=True, "
#define ODD "symmetry='odd', "
#define EVEN "symmetry='even', "
#define FLAT "flat=True, "
#define GATED_BY(operand) "gate='" #operand "', "
#define SEE(...) "see='" #__VA_ARGS__ "', "
#define OF_ROW(table_, name_, formula_, about_, properties_, source_) \
    .table = table_, .name = #name_, .formula = formula_, .about = about_, .properties = "" properties_, .source = source_
/* the kernels that the rows of a table have */
#define KERNELS(value, grad, backward, with_grad) \
    .kernels = {[VALUE] = value, [GRAD] = grad, [BACKWARD] = backward, [WITH_GRAD] = with_grad}
#define ACTIVATION(name, parameters_, formula, derivative_, about, properties, source, ...) \
    {OF_ROW(ACTIVATIONS, name, formula, about, properties, source), .derivative = derivative_, .parameters = {parameters_}, \
     KERNELS(name##_VALUE, name##_GRAD, name##_BACKWARD, name##_WITH_GRAD)},
#define FROM_OUTPUT(name, parameters_, formula, ...) \
    {OF_ROW(FROM_OUTPUTS, name, formula, "", "", ""), .parameters = {parameters_}, \
     KERNELS(0, name##_from_output_GRAD, name##_from_output_BACKWARD, 0)},
#define GATED_UNIT(name, parameters_, formula, about, properties, source, ...) \
    {OF_ROW(GATED_UNITS, name, formula, about, properties, source), .parameters = {parameters_}, \
     KERNELS(name##_VALUE, 0, name##_BACKWARD, 0)},
#define LOSS(name, parameters_, formula, about, properties, source, ...) \
    {OF_ROW(LOSSES, name, formula, about, properties, source), .parameters = {parameters_}, \
     KERNELS(name##_VALUE, name##_GRAD, 0, name##_WITH_GRAD)},
static const table_row rows[] = {
#include "activations.h"
#include "gates.h"
#include "losses.h"
};

/* ---- the rules of optimisers ------------------------------------------------------------------------------------------- */

/* A row as a function of packs: it sets p and the states anew. */
typedef void update_function(const R *scalars, T g, T *p, T *states);

/* The scalars are copied, as no store can change a copy: they stay in registers. */
WORD void step_in_place(update_function *function, int states, ptrdiff_t n, void *const *arrays, const update_scalars *given)
{
    R *at[UPDATE_ARRAYS] = {0}, own[UPDATE_SCALARS] = {0};
    const T limit = PACK((R)given->limit), unit = PACK((R)given->unit), factor = PACK((R)given->factor);
    for (int k = 0; k < 2 + states; k++)
        at[k] = arrays[k];
    for (int k = 0; k < UPDATE_SCALARS; k++)
        own[k] = (R)given->own[k];
    for (ptrdiff_t i = 0; i < n; i += LANES) {
        T p = load(at[0] + i), state[UPDATE_STATES] = {{0}};
        T g = MIN(limit, MAX(-limit, load(at[1] + i))) * unit * factor;
        for (int k = 0; k < states; k++)
            state[k] = load(at[2 + k] + i);
        function(own, g, &p, state);
        store(at[0] + i, p);
        for (int k = 0; k < states; k++)
            store(at[2 + k] + i, state[k]);
    }
}

/* of v cut to [-limit, limit]; NaN where v is not finite, whatever the limit */
WORD double square(double v, double limit, double unit)
{
    double cut = unit * (v > limit ? limit : v < -limit ? -limit : v);
    return cut * cut + (v - v);
}

/* Sixteen sums, whatever the pack, so that every ISA has the same bits. */
static double squares(ptrdiff_t n, const void *g, double limit, double unit)
{
    enum { SUMS = 16 };
    const R *const all = g;
    double sums[SUMS] = {0}, sum = 0;
    ptrdiff_t i = 0;
    for (; i + SUMS <= n; i += SUMS)
        for (int k = 0; k < SUMS; k++)
            sums[k] += square(all[i + k], limit, unit);
    for (int k = 0; i + k < n; k++)
        sums[k] += square(all[i + k], limit, unit);
    for (int k = 0; k < SUMS; k++)
        sum += sums[k];
    return sum;
}

#define LOAD_STATE0()
#define LOAD_STATE1(a) T a = states_[0]
#define LOAD_STATE2(a, b) T a = states_[0], b = states_[1]
#define LOAD_STATE3(a, b, c) T a = states_[0], b = states_[1], c = states_[2]
#define SAVE_STATE0()
#define SAVE_STATE1(a) states_[0] = a
#define SAVE_STATE2(a, b) states_[0] = a, states_[1] = b
#define SAVE_STATE3(a, b, c) states_[0] = a, states_[1] = b, states_[2] = c
#define NAME_STATE0()
#define NAME_STATE1(a) #a
#define NAME_STATE2(a, b) #a, #b
#define NAME_STATE3(a, b, c) #a, #b, #c
#define COUNT_STATE0() 0
#define COUNT_STATE1(a) 1
#define COUNT_STATE2(a, b) 2
#define COUNT_STATE3(a, b, c) 3
#define SCALAR(name, value) const T name = PACK(*scalars_++);
#define UPDATE(name, optimizer, hyperparameters, states, formula, scalars, about, source, ...) \
    WORD void name##_update(const R *scalars_, T g, T *p_, T *states_) \
    { \
        T p = *p_; \
        scalars; \
        LOAD_##states; \
        __VA_ARGS__; \
        *p_ = p; \
        SAVE_##states; \
        (void)states_; \
    } \
    static void name##_in_place(ptrdiff_t n, void *const *arrays, const update_scalars *given) \
    { \
        step_in_place(name##_update, COUNT_##states, n, arrays, given); \
    }
#define FUNCTIONS
#include "updates.h"
#undef FUNCTIONS
#undef UPDATE
#undef SCALAR

#define HYPER(name, initial, interval) {#name, initial, interval},
#define SCALAR(name, value) {#name, value},
#define UPDATE(name_, optimizer_, hyperparameters_, states_, formula_, scalars_, about_, source_, ...) \
    {.name = #name_, \
     .optimizer = #optimizer_, \
     .formula = formula_, \
     .about = about_, \
     .source = source_, \
     .hyperparameters = {hyperparameters_}, \
     .states = {NAME_##states_}, \
     .scalars = {scalars_}, \
     .kernel = name_##_in_place},
static const update_rule updates[] = {
#include "updates.h"
};

/* ---- the set --------------------------------------------------------------------------------------------------------- */

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

#if REAL == 32
/* relu of stored halves and bfloat16 by their bits: 0 where they are negative, but for NaN */
#define RELU_OF_BITS(name, infinity) \
    static void name(ptrdiff_t n, const void *const *in, void *const *out, int streamed) \
    { \
        typedef int16_t S __attribute__((vector_size(2 * STEP), aligned(2))); \
        for (ptrdiff_t i = 0; i < n; i += STEP) { \
            S v = *(const S *)((const int16_t *)in[0] + i), nan = (v & 0x7fff) > infinity; \
            *(S *)((int16_t *)out[0] + i) = v & (nan | (v >= 0)); \
        } \
        (void)streamed; \
    }
RELU_OF_BITS(relu_halves, 0x7c00)
RELU_OF_BITS(relu_bfloats, 0x7f80)
static const unconverted without_conversion[] = {{relu_VALUE, {[HALF] = relu_halves, [BFLOAT16] = relu_bfloats}}, {0}};
#else
static const unconverted without_conversion[] = {{0}};
#endif

#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))
#define NAME_(isa, real) fastact_##isa##_##real
#define NAME(isa, real) NAME_(isa, real)

const kernel_set NAME(ISA, REAL) = {
    .rows = rows,
    .n_rows = COUNT(rows),
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
    .add = add,
    .scale = scale,
    .normalizations = &normalizations,
    .unconverted = without_conversion,
    .updates = updates,
    .n_updates = COUNT(updates),
    .squares = squares,
};
