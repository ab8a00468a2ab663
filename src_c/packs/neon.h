/* The words of Advanced SIMD on Arm 64: packs of 16 bytes, comparisons as packs of all ones or zeros. */

#define PACK_BYTES 16
#include "types.h"
#include <arm_neon.h>

#define HAVE_FMA 1
#define HAVE_SCALE 0
#define HAVE_LOOKUP32 0

#if REAL == 32
#define OP(name) name##q_f32
#define BITS(v) ((uint32x4_t)(v))
#else
#define OP(name) name##q_f64
#define BITS(v) ((uint64x2_t)(v))
#endif
#include "packs_as_masks.h"

WORD M lt_(T a, T b) { return (M)OP(vclt)(a, b); }
WORD M le_(T a, T b) { return (M)OP(vcle)(a, b); }
WORD M eq_(T a, T b) { return (M)OP(vceq)(a, b); }
WORD int any_(M m) { return vmaxvq_u32((uint32x4_t)m) != 0; }
WORD T select_(M m, T a, T b) { return OP(vbsl)(BITS(m), a, b); }

/* not vmin: where an operand is NaN, the second is the result, as on x86 */
WORD M marked(const unsigned char *p) { return widen_bytes(p) != 0; }

WORD T min_(T a, T b) { return select_(lt_(a, b), a, b); }
WORD T max_(T a, T b) { return select_(lt_(b, a), a, b); }
WORD T sqrt_(T a) { return OP(vsqrt)(a); }
WORD void stream_(R *p, T v) { store(p, v); } /* no such store for one pack */
WORD T fma_(T a, T b, T c) { return OP(vfma)(c, a, b); }
WORD T fnma_(T a, T b, T c) { return OP(vfms)(c, a, b); }
WORD W fma_wide(W a, W b, W c) { return vfmaq_f64(c, a, b); }
WORD W widen_single(const float *p) { return vcvt_f64_f32(vld1_f32(p)); }

#include "generic.h"
