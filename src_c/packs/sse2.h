/* The words of SSE2, the x86-64 baseline: packs of 16 bytes, no FMA, no table in a register. */

#define PACK_BYTES 16
#include "types.h"
#include <emmintrin.h>

#define HAVE_FMA 0
#define HAVE_SCALE 0
#define HAVE_LOOKUP32 0

#if REAL == 32
#define OP(name) _mm_##name##_ps
#else
#define OP(name) _mm_##name##_pd
#endif
#include "packs_as_masks.h"

WORD M lt_(T a, T b) { return (M)OP(cmplt)(a, b); }
WORD M le_(T a, T b) { return (M)OP(cmple)(a, b); }
WORD M eq_(T a, T b) { return (M)OP(cmpeq)(a, b); }
WORD int any_(M m) { return OP(movemask)((T)m) != 0; }
WORD T select_(M m, T a, T b) { return (T)((m & (I)a) | (~m & (I)b)); }

WORD M marked(const unsigned char *p) { return widen_bytes(p) != 0; }

WORD T min_(T a, T b) { return OP(min)(a, b); }
WORD T max_(T a, T b) { return OP(max)(a, b); }
WORD T sqrt_(T a) { return OP(sqrt)(a); }
WORD void stream_(R *p, T v) { OP(stream)(p, v); }
WORD W fma_wide(W a, W b, W c) { return a * b + c; }
WORD W widen_single(const float *p) { return _mm_cvtps_pd(_mm_castsi128_ps(_mm_loadl_epi64((const __m128i *)p))); }

#include "generic.h"
