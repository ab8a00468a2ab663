/* The words of AVX-512 (F, DQ, BW, VL): packs of 64 bytes, comparisons in mask registers. */

#define PACK_BYTES 64
#include "types.h"
#include <immintrin.h>

#define HAVE_FMA 1
#define HAVE_SCALE 1
#define HAVE_LOOKUP32 (REAL == 32)

#if REAL == 32
#define OP(name) _mm512_##name##_ps
#define COMPARE _mm512_cmp_ps_mask
#define SELECT_MASK _mm512_mask_blend_ps
#define MASKED_SUBTRACT _mm512_mask_sub_epi32
typedef __mmask16 M;
#define LOAD_BYTES _mm_loadu_si128
#else
#define OP(name) _mm512_##name##_pd
#define COMPARE _mm512_cmp_pd_mask
#define SELECT_MASK _mm512_mask_blend_pd
#define MASKED_SUBTRACT _mm512_mask_sub_epi64
typedef __mmask8 M;
#define LOAD_BYTES _mm_loadl_epi64
#endif

WORD M lt_(T a, T b) { return COMPARE(a, b, _CMP_LT_OQ); }
WORD M le_(T a, T b) { return COMPARE(a, b, _CMP_LE_OQ); }
WORD M eq_(T a, T b) { return COMPARE(a, b, _CMP_EQ_OQ); }
WORD int any_(M m) { return m != 0; }
WORD T select_(M m, T a, T b) { return SELECT_MASK(m, b, a); }
WORD M marked(const unsigned char *p)
{
    __m128i bytes = LOAD_BYTES((const __m128i *)p);
    return _mm_test_epi8_mask(bytes, bytes);
}

WORD T unless(M m, T a) { return OP(maskz_mov)((M)~m, a); }
WORD I tally(I count, M m) { return (I)MASKED_SUBTRACT((__m512i)count, m, (__m512i)count, (__m512i)((I){0} - 1)); }

WORD T min_(T a, T b) { return OP(min)(a, b); }
WORD T max_(T a, T b) { return OP(max)(a, b); }
WORD T sqrt_(T a) { return OP(sqrt)(a); }
WORD void stream_(R *p, T v) { OP(stream)(p, v); }
WORD T fma_(T a, T b, T c) { return OP(fmadd)(a, b, c); }
WORD T fnma_(T a, T b, T c) { return OP(fnmadd)(a, b, c); }
WORD T scale_(T y, T n) { return OP(scalef)(y, n); }
WORD W fma_wide(W a, W b, W c) { return _mm512_fmadd_pd(a, b, c); }
WORD W widen_single(const float *p) { return _mm512_cvtps_pd(_mm256_loadu_ps(p)); }

#if REAL == 32
WORD T lookup16_(const R *table, I i) { return _mm512_permutexvar_ps((__m512i)i, *(const T *)table); }
WORD T lookup32_(const R *table, I i)
{
    return _mm512_permutex2var_ps(*(const T *)table, (__m512i)i, *(const T *)(table + 16));
}

WORD T widen_half(const uint16_t *p) { return _mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)p)); }
WORD void narrow_half(uint16_t *p, T v) { _mm256_storeu_si256((__m256i *)p, _mm512_cvtps_ph(v, _MM_FROUND_TO_NEAREST_INT)); }
WORD void narrow_bfloat16(uint16_t *p, T v)
{
    _mm256_storeu_si256((__m256i *)p, _mm512_cvtepi32_epi16((__m512i)bfloat16_of(v)));
}
#else
WORD T lookup16_(const R *table, I i) { return _mm512_permutex2var_pd(*(const T *)table, (__m512i)i, *(const T *)(table + 8)); }
#endif
