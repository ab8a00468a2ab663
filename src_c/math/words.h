/* The words made of operators, for any ISA's packs: comparisons, choices, signs, what is RARE, and what rows share.

   A glossary of this folder, whose functions have no branches but for what is RARE, and give NaN for NaN:

   T            a pack of R (float or double); I and U, of the integers of its width; M, what a comparison of packs gives.  A
                number in a capital word's argument stands for a pack of it.
   double word  DD, the sum h + l of two numbers, of which l is at most a rounding of h unless it says otherwise.  two_sum and
                two_prod make one without an error, dd_add ... compute with them, dd(a) is a number as one, and fp(a) one as a
                number.  A product that is called ..._times_... is a number, rounded once.
   SCALED       (h + l) 2^n: its exponent n is apart, for it may be beyond the type's.  SCALE(y, n) is y 2^n, rounded once
                although it may be subnormal.
   POWER        what exp is made of: 2^n, a 16th power of 2 from a table, and exp of the rest.
   EXP_FRACTION exp(a) as p/unit, unit a power of 2: what is made of exp(-a) is then a quotient, and rounded as one.
   LIFT         a power of 2 by which a number is multiplied while products with it, or their second words, would be subnormal;
                afterwards the result is divided by it.  RESCALING does that to squares, which may be too large too.
   RARE         what few elements need: code behind a branch that a kernel takes for whole packs (below).
   Mills ratio  R(a), of which R(a) exp(-a^2/2) is the tail 1 - Phi(a) of the normal distribution; it varies slowly.
   gate         the factor s(z) of x s(z).  x s(z) is self-gated where z is made of x, and a s(z) b is a gated unit.
   root         of a derivative: beside it the formula cancels, and NEAR_ROOT has the digits.
   near, far    an argument where the formula holds, limited to that; and what counts beyond.
   Error        the largest that a sweep has found for float, and for double, with its argument (of a double word, its first
                word), in the range that follows; and without FMA.  Of a number it counts in units in the last place of the
                exact result, of a double word or a SCALED number relative to that, where no second word is subnormal.  What
                is made of exp_scaled(x) or logistic(z) is measured with it.  tests/kernels_math/ holds these figures. */

/* turns a number into a pack and leaves a pack as it is, -0 too */
#define PACK(v) ((v) - (T){0})
#define K(number) ((R)(number))

#define LT(a, b) lt_(PACK(a), PACK(b))
#define LE(a, b) le_(PACK(a), PACK(b))
#define GT(a, b) lt_(PACK(b), PACK(a))
#define GE(a, b) le_(PACK(b), PACK(a))
#define EQ(a, b) eq_(PACK(a), PACK(b))
#define SELECT(mask, a, b) select_(mask, PACK(a), PACK(b))
/* where an operand is NaN, the second is the result: constants come first */
#define MIN(a, b) min_(PACK(a), PACK(b))
#define MAX(a, b) max_(PACK(a), PACK(b))
#define SQRT(a) sqrt_(PACK(a))
#define FMA(a, b, c) fma_(PACK(a), PACK(b), PACK(c))
#define FNMA(a, b, c) fnma_(PACK(a), PACK(b), PACK(c)) /* c - a b */
#define ABS(a) abs_(PACK(a))
#define MINUS_ABS(a) minus_abs_(PACK(a))
#define COPYSIGN(a, b) copysign_(PACK(a), PACK(b))
#define FINITE(a) MIN(LARGEST, MAX(-LARGEST, a))

/* What is rare has code of its own behind `if (RARELY(rare, mask))`, which leaves other elements their bits.  A kernel
   computes its packs as if nothing were rare, so that no branch stands between them, and looks once at the end whether an
   element was: then it throws the results away and computes these packs again, with that code. */
typedef struct {
    int again;    /* a constant: whether this is the second time, or the only one */
    int possible; /* a constant: whether anything is RARELY at all */
    M seen;       /* in the packs so far */
} RARE;

#define RARELY(rare, mask) __builtin_expect(rarely_(rare, mask), 0)
WORD int rarely_(RARE *rare, M mask)
{
    if (rare->again)
        return any_(mask);
    rare->possible = 1;
    rare->seen |= mask;
    return 0;
}

#define SIGN_BIT ((I)(-(T){0}))
WORD T abs_(T a) { return (T)((I)a & ~SIGN_BIT); }
WORD T minus_abs_(T a) { return (T)((I)a | SIGN_BIT); }
WORD T copysign_(T a, T b) { return (T)(((I)a & ~SIGN_BIT) | ((I)b & SIGN_BIT)); }
/* a with its sign turned where b is negative */
WORD T flip(T a, T b) { return (T)((I)a ^ ((I)b & SIGN_BIT)); }

/* MAD: a*b + c in whatever way is fastest, for polynomials.  FMA: rounded once, or nearly so without the hardware. */
#if HAVE_FMA
#define MAD FMA
#define NMAD FNMA
#else
#define MAD(a, b, c) (PACK(a) * PACK(b) + PACK(c))
#define NMAD(a, b, c) (PACK(c) - PACK(a) * PACK(b))
#endif

#define NOTHING (-(T){0}) /* the compiler knows that adding it changes nothing, which is not so of +0 */

/* `usual` where a parameter has its usual value, `general` elsewhere, which is rare; a pack of one kind computes that alone */
#define WHERE_USUAL(rare, mask, v, usual, general) \
    if (!RARELY(rare, (M) ~(mask))) \
        v = usual; \
    else { \
        v = general; \
        if (any_(mask)) \
            v = SELECT(mask, usual, v); \
    }

/* v, but NaN where x is */
#define NAN_FROM(x, v) SELECT(EQ(x, x), v, x)
/* a where x > bound, b where not, NaN where they do not compare */
#define ABOVE(x, bound, a, b) SELECT(GT(x, bound), a, SELECT(LE(x, bound), b, (x) + (bound)))
/* on the bounds and beyond them */
#define OUTSIDE(x, low, high) (LE(x, low) | GE(x, high))
