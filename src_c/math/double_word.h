/* Numbers in two words (T. Dekker, A floating-point technique for extending the available precision, 1971). */

/* A number in two words: h + l, |l| a rounding of h. */
typedef struct {
    T h, l;
} T2;

WORD T2 wide(T a) { return (T2){a, NOTHING}; }
#define CONSTANT2(name) ((T2){PACK(name##_HIGH), PACK(name##_LOW)})

WORD T2 two_sum(T a, T b)
{
    T h = a + b, v = h - a;
    return (T2){h, (a - (h - v)) + (b - v)};
}

/* |a| >= |b|, or a = 0 */
WORD T2 fast_two_sum(T a, T b)
{
    T h = a + b;
    return (T2){h, b - (h - a)};
}

#if HAVE_FMA
WORD T2 two_prod(T a, T b)
{
    T h = a * b;
    return (T2){h, FMA(a, b, -h)};
}
#elif REAL == 32
/* by doubles, which hold a product of two floats */
typedef double DOUBLES __attribute__((vector_size(2 * PACK_BYTES)));
#define DOUBLED(a) __builtin_convertvector(a, DOUBLES)
WORD T2 two_prod(T a, T b)
{
    DOUBLES p = DOUBLED(a) * DOUBLED(b);
    T h = __builtin_convertvector(p, T), l = __builtin_convertvector(p - DOUBLED(h), T);
    return (T2){h, SELECT(LT(ABS(l), LARGEST), l, 0)};
}
WORD T fma_(T a, T b, T c) { return __builtin_convertvector(DOUBLED(a) * DOUBLED(b) + DOUBLED(c), T); }
#else
/* Dekker; without a second word where the splitting overflows, or its parts are subnormal numbers and these are off */
WORD T2 two_prod(T a, T b)
{
    T h = a * b;
    T p = a * SPLITTER, ah = p - (p - a), al = a - ah;
    T q = b * SPLITTER, bh = q - (q - b), bl = b - bh;
    T l = ((ah * bh - h) + ah * bl + al * bh) + al * bl;
    return (T2){h, SELECT(LT(ABS(l), ABS(h) * 0x1p-52), l, 0)};
}
/* the plain sum where it overflows */
WORD T fma_(T a, T b, T c)
{
    T2 p = two_prod(a, b), s = two_sum(p.h, c);
    T y = s.h + (s.l + p.l);
    return SELECT(EQ(y, y), y, p.h + c);
}
#endif
#if !HAVE_FMA
WORD T fnma_(T a, T b, T c) { return fma_(-a, b, c); }
#endif

/* times a power of 2 */
WORD T2 shifted(T2 a, T unit) { return (T2){a.h * unit, a.l * unit}; }

/* 1 over a power of 2 */
WORD T inverse_power(T power) { return (T)((((U)(I){0} + 2 * EXPONENT_BIAS) << MANTISSA_BITS) - (U)power); }

/* with a second word that is a rounding of the first */
WORD T2 normal(T2 a) { return fast_two_sum(a.h, a.l); }

WORD T2 add2(T2 a, T2 b)
{
    T2 s = two_sum(a.h, b.h);
    return fast_two_sum(s.h, s.l + (a.l + b.l));
}

WORD T2 mul2(T2 a, T2 b)
{
    T2 p = two_prod(a.h, b.h);
    return fast_two_sum(p.h, p.l + (a.h * b.l + a.l * b.h));
}

/* a/b as a sum */
WORD T2 quotient(T a, T b)
{
    T h = a / b;
    return (T2){h, FNMA(h, b, a) / b};
}

/* the same of any numbers, for quotients from 2^-60 on: where b is small, the remainder would be a subnormal number */
WORD T2 quotient_of_any(RARE *rare, T a, T b)
{
    M small = LT(ABS(b), 1 / SQUARE_LIMIT);
    if (RARELY(rare, small)) {
        T unit = SELECT(small, SQUARE_LIFT, 1);
        return quotient(FINITE(a * unit), b * unit);
    }
    return quotient(a, b);
}

WORD T2 minus_abs(T2 a) { return (T2){MINUS_ABS(a.h), -flip(a.l, a.h)}; }

/* num/den: the quotient of the leading words and what its remainder adds */
WORD T2 over(T2 num, T2 den)
{
    T r = 1 / den.h, q = num.h * r;
    return (T2){q, (FNMA(q, den.h, num.h) + (num.l - q * den.l)) * r};
}

/* sqrt(a), a > 0 */
WORD T2 root2(T2 a)
{
    T h = SQRT(a.h), r = 1 / h;
    return (T2){h, (FNMA(h, h, a.h) + a.l) * (r / 2)};
}

/* first + t q, |t q| not much above |first|: the last step of a polynomial without its rounding */
WORD T2 plus_product(T2 first, T t, T q)
{
    T h = FMA(t, q, first.h);
    return (T2){h, FMA(t, q, first.h - h) + first.l};
}

/* a b and a b c in one word, rounded once; a of by() may be infinite */
WORD T by(T a, T2 b) { return FMA(a, b.h, FINITE(a) * b.l); }
/* the same of an a that may be so small that the product with the second word is a subnormal number */
WORD T by_any(T a, T2 b)
{
    M small = LT(ABS(a), 1);
    return by(a * SELECT(small, SMALL_LIFT, 1), b) * SELECT(small, 1 / SMALL_LIFT, 1);
}
WORD T times(T2 a, T2 b) { return FMA(a.h, b.h, a.h * b.l + a.l * b.h); }
WORD T times3(T a, T2 b, T2 c)
{
    T2 p = two_prod(b.h, c.h);
    return FMA(a, p.h, a * (p.l + (b.h * c.l + b.l * c.h)));
}

/* in one word; infinite where the first word is */
WORD T total(T2 a) { return a.h + SELECT(LE(ABS(a.h), LARGEST), a.l, 0); }

WORD T2 select2(M mask, T2 a, T2 b) { return (T2){SELECT(mask, a.h, b.h), SELECT(mask, a.l, b.l)}; }
WORD T2 minus(T2 a) { return (T2){-a.h, -a.l}; }
WORD T2 halved(T2 a) { return (T2){a.h / 2, a.l / 2}; }

/* Beside a derivative's root the formula cancels: there it is t (P0 + t P(t)), t the distance from the root in two words;
   three of the root, as x may be a product. */
#define NEAR_ROOT(NAME, x, otherwise) \
    near_root(x, CONSTANT2(NAME##_ROOT), PACK(NAME##_ROOT_LOWEST), PACK(NAME##_ROOT_WINDOW), CONSTANT2(NAME##_ROOT_SLOPE), \
              poly_##NAME##_root, otherwise)
WORD T near_root(T2 x, T2 root, T lowest, T window, T2 first, T (*polynomial)(T), T otherwise)
{
    T t = x.h - root.h, rest = MAD(t, polynomial(t), first.l);
    T2 low = two_sum(x.l, -root.l), distance = fast_two_sum(t, low.h);
    T inside = FMA(distance.h, first.h, MAD(distance.h, rest, (distance.l + (low.l - lowest)) * first.h));
    return SELECT(LT(ABS(t), window), inside, otherwise);
}
