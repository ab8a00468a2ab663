/* The pack of an ISA, for pack_<isa>.h, which gives PACK_BYTES: T of elements R, I and U of integers of their width. */

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
typedef R T_anywhere __attribute__((vector_size(PACK_BYTES), aligned(sizeof(R))));

#define LANES ((int)(sizeof(T) / sizeof(R)))
#define PACK_ALIGNED __attribute__((aligned(64)))

WORD T load(const R *p) { return *(const T_anywhere *)p; }
WORD void store(R *p, T v) { *(T_anywhere *)p = v; }
