/* Words that an ISA without an instruction for them makes of operators: included by its <isa>.h. */

WORD T lookup16_(const R *table, I i)
{
    T v;
    for (int lane = 0; lane < LANES; lane++)
        v[lane] = table[i[lane] & 15];
    return v;
}

#if REAL == 32
/* IEEE half to single: rescaling by 2^112 moves the exponent and makes subnormal halves normal */
WORD T widen_half(const uint16_t *p)
{
    I h;
    for (int lane = 0; lane < LANES; lane++)
        h[lane] = p[lane];
    T magnitude = (T)((h & 0x7fff) << 13) * 0x1p112f;
    I special = ((h & 0x7fff) >= 0x7c00) & 0x7f800000; /* infinity and NaN keep the largest exponent */
    return (T)((I)magnitude | special | ((h & 0x8000) << 16));
}

/* Round to nearest even, by adding half of the discarded unit (in the integer), or, for subnormal halves, a float
   whose unit is 2^-24. */
WORD void narrow_half(uint16_t *p, T v)
{
    I sign = ((I)v >> 16) & 0x8000, a = (I)v & 0x7fffffff;
    I normal = (a - 0x38000000 + 0xfff + ((a >> 13) & 1)) >> 13;
    I subnormal = (I)((T)a + 0.5f) - 0x3f000000;
    I tiny = a < 0x38800000, nan = a > 0x7f800000, over = a >= 0x477ff000;
    I h = (tiny & subnormal) | (~tiny & normal);
    h = (over & 0x7c00) | (~over & h);
    h = (nan & 0x7e00) | (~nan & h);
    h |= sign;
    for (int lane = 0; lane < LANES; lane++)
        p[lane] = (uint16_t)h[lane];
}

WORD void narrow_bfloat16(uint16_t *p, T v)
{
    typedef uint16_t S __attribute__((vector_size(PACK_BYTES / 2), aligned(2)));
    *(S *)p = __builtin_convertvector(bfloat16_of(v), S);
}
#endif
