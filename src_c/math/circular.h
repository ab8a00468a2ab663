/* sin, cos and atan. */

#include "payne_hanek.h"

/* atan(x) of any x: 1/x where |x| > 1 turns atan into pi/2 - atan(1/x) */
#define ATAN(x) atan_(PACK(x))
/* Error 1.32 at 1.018, of double 1.24 at 1.87, for any x; without FMA 1.39 and 1.26 */
WORD T atan_(T x)
{
    T a = ABS(x);
    M inverse = GT(a, 1);
    T t = SELECT(inverse, 1 / a, a), w = t * t;
    T rest = t * w * poly_atan(w);
    T y = SELECT(inverse, HALF_PI_HIGH - t + (HALF_PI_LOW - rest), t + rest);
    return COPYSIGN(y, x);
}

/* r = x - n pi/2 in two words, |r| <= pi/4, and n's low bits */
typedef struct {
    DD r;
    I n;
} REDUCED;

/* a lane at a time, by as many bits of 2/pi as the argument needs */
static REDUCED __attribute__((noinline)) reduce_huge(REDUCED reduced, T x, T power, T other)
{
    for (int lane = 0; lane < LANES; lane++) {
        double small = __builtin_fabs((double)x[lane]), first = (double)power[lane], second = (double)other[lane];
        if (small * first * second > HALF_PI_LIMIT && small <= LARGEST) {
            double h, l;
            int exponent = __builtin_ilogb(first) + __builtin_ilogb(second);
            reduced.n[lane] = reduce_half_pi((double)x[lane], exponent, &h, &l);
            reduced.r.h[lane] = (R)h;
            reduced.r.l[lane] = (R)((h - (double)(R)h) + l);
        }
    }
    return reduced;
}

/* of x power other, which may be beyond the type's numbers; both are powers of 2 */
WORD REDUCED reduce_scaled(RARE *rare, T x, T power, T other)
{
    T actual = x * power * other, t = actual * TWO_OVER_PI + ROUNDER, n = t - ROUNDER;
    DD p = two_prod(n, PACK(HALF_PI_HIGH)), q = two_prod(n, PACK(HALF_PI_LOW));
    DD s = two_sum(actual - p.h, -p.l), u = two_sum(s.h, -q.h);
    REDUCED reduced = {fast_two_sum(u.h, u.l + s.l - q.l - n * HALF_PI_LOWEST), (I)t};
    if (RARELY(rare, GT(ABS(actual), HALF_PI_LIMIT)))
        reduced = reduce_huge(reduced, x, power, other);
    return reduced;
}

/* of infinity NaN.  Error 2^-39.5 at 2238, of double 2^-77.9 at 5.319e+255, for any x; without FMA 2^-39.5 and 2^-77.9 */
WORD REDUCED reduce(RARE *rare, T x) { return reduce_scaled(rare, x, PACK(1), PACK(1)); }

/* of a sum times both powers, or of a quarter turn more.
   Error 2^-46.9 of 1 at -3.867e+14, of double 2^-103.5 at 2.003e+181, for |x| from 0 to LARGEST; without FMA 2^-46.9 and
   2^-103.5 */
WORD REDUCED reduce_dd(RARE *rare, DD x, T power, T other)
{
    REDUCED a = reduce_scaled(rare, x.h, power, other), b = reduce_scaled(rare, x.l, power, other);
    DD r = dd_add(a.r, b.r);
    T turns = COPYSIGN(SELECT(GT(ABS(r.h), K(0.7854)), 1, 0), r.h);
    return (REDUCED){dd_add(r, dd_mul(dd(-turns), DD_CONSTANT(HALF_PI))), a.n + b.n + (I)(turns + ROUNDER)};
}

/* bit 0 of n exchanges sin and cos, bit 1 turns sin's sign, bit 1 of n + 1 that of cos */
WORD M odd(I n) { return GT((T)((n & 1) | (I)(K(1) + (T){0})), 1); }
WORD T turn(T v, I n) { return flip(v, (T)((n & 2) << (REAL - 2))); }

WORD DD choose(M odd, DD a, DD b, I n) { return (DD){turn(SELECT(odd, a.h, b.h), n), turn(SELECT(odd, a.l, b.l), n)}; }

/* Error 2^-24.9 at 7.416e+06 (sin), of double 2^-54.0 at -4922 (sin), for any x; without FMA 2^-24.7 and 2^-53.8 */
WORD DD sin_(REDUCED reduced, int quarter)
{
    DD r = reduced.r;
    I n = reduced.n + quarter;
    T w = r.h * r.h, half = w * K(0.5), one = 1 - half;
    DD s = {r.h, MAD(r.h * w, poly_sin(w), r.l)};
    DD c = {one, ((1 - one) - half) + MAD(w * w, poly_cos(w), -r.h * r.l)};
    return choose(odd(n), c, s, n);
}

/* sin(x), or cos(x) by a quarter turn more: x = n pi + r, or (n - 1/2) pi + r, |r| <= pi/2.  The first difference is exact; the
   second word is what the sum of r and the rest leaves.
   Error 2^-23.0 at 2491 (sin), of double 2^-52.2 at 3288 (cos), for any x; without FMA 2^-23.0 and 2^-52.2 */
WORD DD circular1(RARE *rare, T x, int quarter)
{
    T z = quarter ? ABS(x) : x; /* so that cos is even */
    T t = (quarter ? MAD(z, TWO_OVER_PI / 2, PACK(0.5)) : z * (TWO_OVER_PI / 2)) + ROUNDER, n = t - ROUNDER - quarter * K(0.5);
    T r = NMAD(n, 2 * HALF_PI_LOWEST, FNMA(n, 2 * HALF_PI_LOW, FNMA(n, 2 * HALF_PI_HIGH, z))), w = r * r;
    r = (T)((I)r ^ (I)t << (REAL - 1));
    DD y = dd_plus_product(dd(r), r * w, poly_sin_half_turn(w));
    M huge = GT(ABS(x), HALF_PI_LIMIT);
    if (RARELY(rare, huge))
        y = dd_select(huge, dd_renorm(sin_(reduce(rare, x), quarter)), y);
    return y;
}
/* Error 1.67 at -3084, of double 1.67 at 127.3, for any x; without FMA 1.72 and 1.71 */
#define SIN(rare, x) within_one(circular1(rare, x, 0).h)
/* Error 1.79 at 0.534, of double 1.71 at -1.918e-07, for any x; without FMA 1.79 and 1.76 */
#define COS(rare, x) within_one(circular1(rare, x, 1).h)
WORD T within_one(T y) { return MIN(1, MAX(-1, y)); }

/* sin and cos of any x as double words, so that sums of them keep their accuracy beside a root */
typedef struct {
    DD sin, cos;
} CIRCULAR;

/* the terms of a series in w, the first of them in two words, by Horner's rule */
WORD DD series(DD w, T rest, const R *high, const R *low)
{
    DD sum = dd(rest);
    for (int k = CIRCULAR_TERMS - 1; k >= 0; k--)
        sum = dd_add((DD){PACK(high[k]), PACK(low[k])}, dd_mul(w, sum));
    return sum;
}

/* Error 2^-39.3 at -1.498e+04 (cos), of double 2^-77.9 at 1.064e+256 (sin), for any x; without FMA 2^-39.3 and 2^-77.9 */
WORD CIRCULAR circular(RARE *rare, T x)
{
    REDUCED reduced = reduce(rare, x);
    I n = reduced.n;
    DD w = dd_mul(reduced.r, reduced.r);
    DD s = dd_mul(reduced.r, series(w, poly_sin_rest(w.h), SIN_HIGH, SIN_LOW));
    DD c = series(w, poly_cos_rest(w.h), COS_HIGH, COS_LOW);
    return (CIRCULAR){choose(odd(n), c, s, n), choose(odd(n), s, c, n + 1)};
}
