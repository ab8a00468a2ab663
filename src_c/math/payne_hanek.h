/* The remainder of any finite double by pi/2, in two words: Payne and Hanek's reduction, by integers.  For the rare huge
   argument, a number at a time. */

/* a*b = h + l exactly */
static double exact_product(double a, double b, double *l)
{
    double h = a * b;
    double p = a * 134217729., ah = p - (p - a), al = a - ah;
    double q = b * 134217729., bh = q - (q - b), bl = b - bh;
    *l = ((ah * bh - h) + ah * bl + al * bh) + al * bl;
    return h;
}

/* x 2^exponent = n pi/2 + (high + low), |high| <= pi/4, for a number of at least 2; returns n mod 4.
   With |x| 2^exponent = m 2^e, the bits of 2/pi that contribute multiples of 4 to m 2^e 2/pi are left out, and the next 192
   follow: more than 2^-70 of a double's smallest remainder, 2^-62. */
static int reduce_half_pi(double x, int exponent, double *high, double *low)
{
    union {
        double value;
        uint64_t bits;
    } u = {x};
    int e = (int)(u.bits >> 52 & 0x7ff) - 1075 + exponent, first = e > 2 ? e - 2 : 0;
    uint64_t m = (u.bits & 0xfffffffffffffu) | 0x10000000000000u;

    uint64_t product[4] = {0}; /* m times the three words of 2/pi from bit `first`; the least significant first */
    unsigned __int128 carry = 0;
    for (int i = 0; i < 3; i++) {
        int word = first / 64 + 2 - i, shift = first % 64;
        uint64_t bits = TWO_OVER_PI_BITS[word] << shift;
        if (shift)
            bits |= TWO_OVER_PI_BITS[word + 1] >> (64 - shift);
        carry += (unsigned __int128)m * bits;
        product[i] = (uint64_t)carry;
        carry >>= 64;
    }
    product[3] = (uint64_t)carry;
    for (int missing = 2 - (e - first); missing > 0; missing--) /* until the two top bits of word 2 are n mod 4 */
        for (int i = 0; i < 4; i++)
            product[i] = product[i] >> 1 | (i < 3 ? product[i + 1] << 63 : 0);

    int n = (int)(product[2] >> 62), negative = product[2] >> 61 & 1;
    product[2] <<= 2, product[2] |= product[1] >> 62;
    product[1] <<= 2, product[1] |= product[0] >> 62;
    product[0] <<= 2;
    if (negative) { /* the fraction is above 1/2: count from the next multiple */
        n++;
        for (int i = 0; i < 3; i++)
            product[i] = ~product[i];
    }
    int zeros = 0;
    for (; !(product[2] >> 63) && zeros < 128; zeros++) {
        product[2] = product[2] << 1 | product[1] >> 63;
        product[1] = product[1] << 1 | product[0] >> 63;
        product[0] <<= 1;
    }
    double scale = __builtin_ldexp(1., -zeros) * (negative != (x < 0) ? -1 : 1);
    double h = (double)(product[2] >> 11) * 0x1p-53;
    double l = (double)((product[2] & 0x7ff) << 42 | product[1] >> 22) * 0x1p-106;

    const double half_pi = 0x1.921fb54442d18p+0, half_pi_low = 0x1.1a62633145c07p-54;
    double pl, ph = exact_product(h, half_pi, &pl);
    pl += h * half_pi_low + l * half_pi;
    *high = (ph + pl) * scale;
    *low = (pl - ((ph + pl) - ph)) * scale;
    return x < 0 ? -n : n;
}
