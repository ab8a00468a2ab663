/* The pack of an ISA, for <isa>.h, which gives PACK_BYTES: T of elements R, I and U of integers of their width. */

#if REAL == 32
typedef float R;
typedef int32_t I __attribute__((vector_size(PACK_BYTES)));
typedef uint32_t U __attribute__((vector_size(PACK_BYTES)));
#else
typedef double R;
typedef int64_t I __attribute__((vector_size(PACK_BYTES)));
typedef uint64_t U __attribute__((vector_size(PACK_BYTES)));
#endif
typedef R T __attribute__((vector_size(PACK_BYTES)));
#ifdef __aarch64__
#define ANY_REGISTER "w"
#else
#define ANY_REGISTER "v"
#endif
typedef R T_anywhere __attribute__((vector_size(PACK_BYTES), aligned(sizeof(R))));

#define LANES ((int)(sizeof(T) / sizeof(R)))
#define PACK_ALIGNED __attribute__((aligned(64)))

WORD T load(const R *p) { return *(const T_anywhere *)p; }
WORD void store(R *p, T v) { *(T_anywhere *)p = v; }

/* v in a register: gcc may load an operand again for each of its uses, and a load that lies across two lines of the cache takes
   twice as long */
WORD T once(T v)
{
    __asm__("" : "+" ANY_REGISTER(v));
    return v;
}

/* bytes as integers, by doubling: gcc 12 converts at once element by element */
#define BYTES(size) __attribute__((vector_size(size * PACK_BYTES / sizeof(R)), aligned(1)))
WORD I widen_bytes(const unsigned char *p)
{
    typedef unsigned char BYTE BYTES(1);
    typedef uint16_t TWO BYTES(2);
    TWO two = __builtin_convertvector(*(const BYTE *)p, TWO);
#if REAL == 32
    return __builtin_convertvector(two, I);
#else
    typedef uint32_t FOUR BYTES(4);
    return __builtin_convertvector(__builtin_convertvector(two, FOUR), I);
#endif
}

/* A pack of doubles, whatever R is: fma_wide(a, b, c) of an ISA is a b + c, widen_single(p) of floats. */
typedef double W __attribute__((vector_size(PACK_BYTES)));

#if REAL == 32
WORD T widen_bfloat16(const uint16_t *p)
{
    typedef uint16_t S __attribute__((vector_size(PACK_BYTES / 2), aligned(2)));
    return (T)(__builtin_convertvector(*(const S *)p, U) << 16);
}
/* the bits of a bfloat16, to nearest even by adding half of the discarded unit; NaN keeps its upper half */
WORD U bfloat16_of(T v)
{
    U u = (U)v, half = (u >> 16 & 1) + 0x7fff, number = (U)(v == v);
    return (u + (half & number)) >> 16;
}
#else
typedef float singles __attribute__((vector_size(PACK_BYTES / 2), aligned(4)));
WORD void narrow_single(float *p, T v) { *(singles *)p = __builtin_convertvector(v, singles); }
#endif
