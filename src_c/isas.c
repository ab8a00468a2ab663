/* Which ISAs this build has, and which of them the processor runs. setup.py says -DWITH_<isa> for those it compiled. */

#include "kernels.h"

#define DECLARE(isa_) extern const kernel_set fastact_##isa_##_32, fastact_##isa_##_64;
#define DESCRIBE(isa_) \
    static const isa isa_ = { \
        .name = #isa_, \
        .available = isa_##_available, \
        .sets = {&fastact_##isa_##_32, &fastact_##isa_##_64}, \
    };

#ifdef WITH_avx512
DECLARE(avx512)
static int avx512_available(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl");
}
DESCRIBE(avx512)
#endif

#ifdef WITH_avx2
DECLARE(avx2)
/* every processor with AVX2 converts half precision (F16C) */
static int avx2_available(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
DESCRIBE(avx2)
#endif

#ifdef WITH_sse2
DECLARE(sse2)
static int sse2_available(void) { return 1; }
DESCRIBE(sse2)
#endif

#ifdef WITH_neon
DECLARE(neon)
static int neon_available(void) { return 1; }
DESCRIBE(neon)
#endif

const isa *const fastact_isas[] = {
#ifdef WITH_avx512
    &avx512,
#endif
#ifdef WITH_avx2
    &avx2,
#endif
#ifdef WITH_sse2
    &sse2,
#endif
#ifdef WITH_neon
    &neon,
#endif
    0,
};
