/* Rows turned into the columns of a strip, and back, in blocks of LANES by LANES elements that stay in registers. */

/* Of two rows whose numbers differ in the bit `half`, the elements of a's where an element's number lacks it, of b's where it
   has it: of those that lack it in the row, or `second`, of those that have it. */
WORD T mixed(T a, T b, int half, int second)
{
    I from;
    _Pragma("GCC unroll 16")
    for (int lane = 0; lane < LANES; lane++)
        from[lane] = lane + (lane & half ? LANES - half : 0) + (second ? half : 0);
#if __clang__
    T v;
    for (int lane = 0; lane < LANES; lane++)
        v[lane] = from[lane] < LANES ? a[from[lane]] : b[from[lane] - LANES];
    return v;
#else
    return __builtin_shuffle(a, b, from);
#endif
}

#define EXCHANGE(half) \
    _Pragma("GCC unroll 16") \
    for (int k = 0; k < LANES; k++) \
        if (half < LANES && !(k & half)) { \
            T a = p[k], b = p[(k + half) % LANES]; \
            p[k] = mixed(a, b, half % LANES, 0); \
            p[(k + half) % LANES] = mixed(a, b, half % LANES, 1); \
        }

WORD void transpose(T *p)
{
    EXCHANGE(8)
    EXCHANGE(4)
    EXCHANGE(2)
    EXCHANGE(1)
}

/* n elements, fewer than a pack has, where there is `room` for so many */
WORD T load_some(const R *p, ptrdiff_t n, ptrdiff_t room)
{
    if (room >= LANES)
        return load(p);
    T v = {0};
    for (ptrdiff_t i = 0; i < n; i++)
        ((R *)&v)[i] = p[i];
    return v;
}
WORD void store_some(R *p, const T *v, ptrdiff_t n, ptrdiff_t room)
{
    if (room >= LANES)
        store(p, *v);
    else
        for (ptrdiff_t i = 0; i < n; i++)
            p[i] = ((const R *)v)[i];
}

/* Rows of n elements, `step` elements apart, as columns of a strip of whole packs; those beyond are the first row again.  Where
   rows follow one another a pack may read on into the next. */
static void turn_in(ptrdiff_t n, ptrdiff_t rows, const void *in, ptrdiff_t step, void *out, ptrdiff_t pitch)
{
    const R *const end = (const R *)in + (rows - 1) * step + n;
    for (ptrdiff_t row = 0; row < pitch; row += LANES)
        for (ptrdiff_t i = 0; i < n; i += LANES) {
            const R *const x = (const R *)in + i;
            T p[LANES];
            if (i + LANES <= n && row + LANES <= rows)
                _Pragma("GCC unroll 16")
                for (int k = 0; k < LANES; k++)
                    p[k] = load(x + (row + k) * step);
            else
                for (int k = 0; k < LANES; k++) {
                    const R *from = x + (row + k < rows ? row + k : 0) * step;
                    p[k] = load_some(from, n - i < LANES ? n - i : LANES, step == n ? end - from : n - i);
                }
            transpose(p);
            R *const y = (R *)out + i * pitch + row;
            if (i + LANES <= n)
                _Pragma("GCC unroll 16")
                for (int k = 0; k < LANES; k++)
                    store(y + k * pitch, p[k]);
            else
                for (int k = 0; i + k < n; k++)
                    store(y + k * pitch, p[k]);
        }
}

/* The way back.  Where rows follow one another a pack may write on into the next, whose turn comes after: of a row its last
   elements come first. */
static void turn_out(ptrdiff_t n, ptrdiff_t rows, const void *in, ptrdiff_t pitch, void *out, ptrdiff_t step)
{
    const R *const end = (const R *)out + (rows - 1) * step + n;
    for (ptrdiff_t row = 0; row < rows; row += LANES)
        for (ptrdiff_t i = (n - 1) / LANES * LANES; i >= 0; i -= LANES) {
            const R *const x = (const R *)in + i * pitch + row;
            T p[LANES];
            if (i + LANES <= n)
                _Pragma("GCC unroll 16")
                for (int k = 0; k < LANES; k++)
                    p[k] = load(x + k * pitch);
            else
                for (int k = 0; k < LANES; k++)
                    p[k] = load(x + (i + k < n ? k : 0) * pitch);
            transpose(p);
            R *const y = (R *)out + i;
            if (i + LANES <= n && row + LANES <= rows)
                _Pragma("GCC unroll 16")
                for (int k = 0; k < LANES; k++)
                    store(y + (row + k) * step, p[k]);
            else
                for (int k = 0; k < LANES && row + k < rows; k++) {
                    R *to = y + (row + k) * step;
                    store_some(to, &p[k], n - i < LANES ? n - i : LANES, step == n ? end - to : n - i);
                }
        }
}
