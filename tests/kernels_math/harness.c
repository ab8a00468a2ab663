/* The functions of src_c/math/, and those beside the rows of src_c/activations/, as loops over arrays, for one ISA and element
   type: harness.py generates SUBJECTS, a file with SUBJECT(name, statements) and LIMIT(name, expression), and compiles this one
   as setup.py compiles kernels.c. */

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

#define ACTIVATION(...)
#define FROM_OUTPUT(...)
#define FUNCTIONS
#include "activations.h"
#undef FUNCTIONS

/* what a subject's statements read and set: its arguments from `in`, its results as up to five packs */
enum { OUTS = 5 };
#define NUMBER(name, column) const T name = load(in[column] + i);
#define DOUBLE_WORD(name, column) const DD name = {load(in[column] + i), load(in[column + 1] + i)};

#define ONE(v) result[0] = (v)
#define TWO(v) \
    do { \
        DD two_ = (v); \
        result[0] = two_.h, result[1] = two_.l; \
    } while (0)
/* n of a SCALED as a number, of which only floor(n) counts */
#define STEPS(n) ((n) - exponent(ROUNDER / 16 + (T){0}))
#define SCALED_TWO(v) \
    do { \
        SCALED scaled_ = (v); \
        result[0] = scaled_.h, result[1] = scaled_.l, result[2] = STEPS(scaled_.n); \
    } while (0)
/* the two low bits of n as a number */
#define TURNS(n) (__builtin_convertvector((n) & 3, T))
#define REMAINDER(v) \
    do { \
        REDUCED reduced_ = (v); \
        result[0] = reduced_.r.h, result[1] = reduced_.r.l, result[2] = TURNS(reduced_.n); \
    } while (0)

#define SUBJECT(name, ...) \
    void subject_##name(ptrdiff_t n, int outs, const R *const *in, R *const *out) \
    { \
        for (ptrdiff_t i = 0; i < n; i += LANES) { \
            RARE rare_ = {.again = 1}, *rare __attribute__((unused)) = &rare_; \
            T result[OUTS] = {{0}}; \
            __VA_ARGS__ \
            for (int k = 0; k < outs; k++) \
                store(out[k] + i, result[k]); \
        } \
    }
#define LIMIT(name, expression) \
    double limit_##name(void) { return (double)(expression); }

#pragma GCC visibility push(default)
#include SUBJECTS
