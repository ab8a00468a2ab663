/* The words of AVX2 with FMA and F16C: packs of 32 bytes, comparisons as packs of all ones or zeros. */

#define PACK_BYTES 32
#include "pack_types.h"
#include <immintrin.h>

#define HAVE_FMA 1
#define HAVE_SCALE 0
#define HAVE_LOOKUP32 0

#if REAL == 32
#define OP(name) _mm256_##name##_ps
#else
#define OP(name) _mm256_##name##_pd
#endif
typedef I M;

WORD M lt_(T a, T b) { return (M)OP(cmp)(a, b, _CMP_LT_OQ); }
WORD M le_(T a, T b) { return (M)OP(cmp)(a, b, _CMP_LE_OQ); }
WORD M eq_(T a, T b) { return (M)OP(cmp)(a, b, _CMP_EQ_OQ); }
WORD int any_(M m) { return OP(movemask)((T)m) != 0; }
WORD T select_(M m, T a, T b) { return OP(blendv)(b, a, (T)m); }

WORD T min_(T a, T b) { return OP(min)(a, b); }
WORD T max_(T a, T b) { return OP(max)(a, b); }
WORD T sqrt_(T a) { return OP(sqrt)(a); }
WORD void stream_(R *p, T v) { OP(stream)(p, v); }
WORD T fma_(T a, T b, T c) { return OP(fmadd)(a, b, c); }
WORD T fnma_(T a, T b, T c) { return OP(fnmadd)(a, b, c); }

#if REAL == 32
WORD T lookup16_(const R *table, I i)
{
    T low = _mm256_permutevar8x32_ps(*(const T *)table, (__m256i)i);
    T high = _mm256_permutevar8x32_ps(*(const T *)(table + 8), (__m256i)i);
    return _mm256_blendv_ps(low, high, (T)(i << 28));
}

WORD T widen_half(const uint16_t *p) { return _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)p)); }
WORD void narrow_half(uint16_t *p, T v) { _mm_storeu_si128((__m128i *)p, _mm256_cvtps_ph(v, _MM_FROUND_TO_NEAREST_INT)); }
#else
WORD T lookup16_(const R *table, I i) { return _mm256_i64gather_pd(table, (__m256i)(i & 15), 8); }
#endif
