/* Squares and their roots, of numbers whose squares may be beyond the type's. */

/* any x, and 1, by the same power of 2, so that x^2 does not overflow */
typedef struct {
    T x, one;
} SMALLER;

WORD SMALLER smaller(RARE *rare, T x)
{
    M large = GT(ABS(x), SQUARE_LIMIT);
    if (RARELY(rare, large)) {
        T one = SELECT(large, SQUARE_SCALE, 1);
        return (SMALLER){FINITE(x) * one, one};
    }
    return (SMALLER){x, PACK(1)};
}

/* sqrt(a x^2 + b), times v.one.
   Error 2^-44.9 at (274.5, 7.767, 0.001048), of double 2^-103.1 at (0.3079, -1.89e+06, 0.03406), for |x| from 0 to LARGEST,
   a and b from 2^-10 to 2^10; without FMA 2^-44.9 and 2^-103.1 */
WORD DD hypotenuse(T a, SMALLER v, T b)
{
    T scaled = a * v.x;
    DD square = two_prod(scaled, v.x), sum = two_sum(square.h, b * v.one * v.one);
    return dd_sqrt((DD){sum.h, sum.l + MAD(FMA(a, v.x, -scaled), v.x, square.l)});
}

/* A power of 2, by which the squares of numbers, the largest of which is large or small, lie in the middle of the type's
   numbers, and 1 over it. */
typedef struct {
    T one, back;
    M large, small;
} RESCALING;

WORD RESCALING unit_of(M large, M small)
{
    T one = SELECT(large, SQUARE_SCALE, SELECT(small, SQUARE_LIFT, 1));
    return (RESCALING){one, inverse_power(one), large, small};
}
