/* Made by coefficients.py: change it there. */

static const uint64_t TWO_OVER_PI_BITS[20] = {
    0xa2f9836e4e441529u, 0xfc2757d1f534ddc0u, 0xdb6295993c439041u, 0xfe5163abdebbc561u,
    0xb7246e3a424dd2e0u, 0x06492eea09d1921cu, 0xfe1deb1cb129a73eu, 0xe88235f52ebb4484u,
    0xe99c7026b45f7e41u, 0x3991d639835339f4u, 0x9c845f8bbdf9283bu, 0x1ff897ffde05980fu,
    0xef2f118b5a0a6d1fu, 0x6d367ecf27cb09b7u, 0x4f463f669e5fea2du, 0x7527bac7ebe5f17bu,
    0x3d0739f78a5292eau, 0x6bfb5fb11f8d5d08u, 0x56033046fc7b6babu, 0xf0cfbc209af4361du,
};

#if REAL == 32

#define MANTISSA_BITS 23
#define EXPONENT_BIAS 127
#define LARGEST 0x1.fffffep+127f
/* adding it rounds to an integer, which then stands in the low bits of the sum */
#define ROUNDER 0x1.800000p+23f
/* multiplying by it and subtracting splits a number into two halves of its bits */
#define SPLITTER 0x1.001000p+12f

/* exp: 2^(j/16) as a sum, and ln 2/16 in parts whose multiples by up to 2^11 (2^15) are exact */
static const R EXP2_HIGH[16] PACK_ALIGNED = {
    0x1.000000p+0f, 0x1.0b5586p+0f, 0x1.172b84p+0f, 0x1.2387a6p+0f,
    0x1.306fe0p+0f, 0x1.3dea64p+0f, 0x1.4bfdaep+0f, 0x1.5ab07ep+0f,
    0x1.6a09e6p+0f, 0x1.7a1148p+0f, 0x1.8ace54p+0f, 0x1.9c4918p+0f,
    0x1.ae89fap+0f, 0x1.c199bep+0f, 0x1.d5818ep+0f, 0x1.ea4afap+0f,
};
static const R EXP2_LOW[16] PACK_ALIGNED = {
    0x0.0p+0f, 0x1.9f3122p-25f, -0x1.c15742p-27f, 0x1.ceac48p-25f,
    0x1.4636e2p-25f, 0x1.824684p-25f, -0x1.593abcp-25f, -0x1.5bd5ecp-27f,
    0x1.9fcef4p-26f, -0x1.829fd0p-25f, 0x1.15506ep-27f, 0x1.51f848p-27f,
    -0x1.a94b14p-26f, -0x1.3d56b2p-27f, -0x1.822dbcp-27f, 0x1.52486cp-27f,
};
#define INVERSE_LN2 0x1.715476p+0f
#define LN2_HIGH 0x1.62e000p-1f
#define LN2_LOW 0x1.0bfbe8p-15f
/* beyond these exp is 0, resp. infinite, whatever multiplies it below GATE_LIMIT; the exponents fit SCALE */
#define EXP_LOWEST -0x1.540000p+7f
#define EXP_HIGHEST 0x1.540000p+7f
#define GATE_LIMIT 0x1.000000p+90f
/* (expm1(r) - r)/r^2, for exp and, as r alone is the result there, one degree more for expm1 near 0 */
/* degree 1, error 2^-16.6 on [-0.021877, 0.021877] */
WORD T poly_exp(T r)
{
    return MAD(r, 0x1.5556e6p-3f, 0x1.00014ep-1f);
}
/* degree 2, error 2^-25.5 on [-0.021877, 0.021877] */
WORD T poly_expm1(T r)
{
    return MAD(r, MAD(r, 0x1.55567ep-5f, 0x1.5556e6p-3f), 0x1.000000p-1f);
}
/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */
/* degree 2, error 2^-21.0 on [0.0, 0.0401] */
WORD T poly_log1p(T w)
{
    return MAD(w, MAD(w, 0x1.32d8e4p-2f, 0x1.996188p-2f), 0x1.555566p-1f);
}

/* (atan(t) - t)/t^3 of w = t^2 */
/* degree 8, error 2^-26.0 on [0.0, 1.0] */
WORD T poly_atan(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.3d99d8p-9f, 0x1.bf3cfap-7f),
    -0x1.27ab2ap-5f), 0x1.00bb48p-4f), -0x1.62e560p-4f), 0x1.c40260p-4f), -0x1.246d7ep-3f), 0x1.999838p-3f),
    -0x1.555554p-2f);
}
#define HALF_PI_HIGH 0x1.921fb6p+0f
#define HALF_PI_LOW -0x1.777a5cp-25f
#define HALF_PI_LOWEST -0x1.ee59dap-50f
#define TWO_OVER_PI 0x1.45f306p-1f
/* above it the reduction by HALF_PI would lose bits */
#define HALF_PI_LIMIT 0x1.000000p+14f
/* (sin(r) - r)/r^3 and (cos(r) - 1 + r^2/2)/r^4 of w = r^2, |r| <= pi/4 */
/* degree 3, error 2^-27.6 on [0.0, 0.61747] */
WORD T poly_sin(T w)
{
    return MAD(w, MAD(w, MAD(w, 0x1.877deep-19f, -0x1.a08322p-13f), 0x1.111198p-7f), -0x1.555556p-3f);
}
/* degree 2, error 2^-28.6 on [0.0, 0.61747] */
WORD T poly_cos(T w)
{
    return MAD(w, MAD(w, 0x1.9bc64ep-16f, -0x1.6c129cp-10f), 0x1.555554p-5f);
}
enum { CIRCULAR_TERMS = 4 };
static const R SIN_HIGH[4] PACK_ALIGNED = {
    0x1.000000p+0f, -0x1.555556p-3f, 0x1.111112p-7f, -0x1.a01a02p-13f,
};
static const R SIN_LOW[4] PACK_ALIGNED = {
    0x0.0p+0f, 0x1.555556p-28f, -0x1.dddddep-32f, 0x1.7f97fap-39f,
};
/* sin beyond these terms, of w = r^2, |r| <= pi/4 */
/* degree 2, error 2^-44.6 on [0.0, 0.61747] */
WORD T poly_sin_rest(T w)
{
    return MAD(w, MAD(w, 0x1.5efd50p-33f, -0x1.ae62b2p-26f), 0x1.71de3ap-19f);
}
static const R COS_HIGH[4] PACK_ALIGNED = {
    0x1.000000p+0f, -0x1.000000p-1f, 0x1.555556p-5f, -0x1.6c16c2p-10f,
};
static const R COS_LOW[4] PACK_ALIGNED = {
    0x0.0p+0f, 0x0.0p+0f, -0x1.555556p-30f, 0x1.27d27ep-35f,
};
/* cos beyond these terms, of w = r^2, |r| <= pi/4 */
/* degree 2, error 2^-41.4 on [0.0, 0.61747] */
WORD T poly_cos_rest(T w)
{
    return MAD(w, MAD(w, 0x1.1df5b0p-29f, -0x1.27e510p-22f), 0x1.a01a02p-16f);
}

/* the Mills ratio: (a + k) R(a) of t = 1 - 2k/(a + k) for 0 <= a <= MILLS_HIGHEST */
#define MILLS_CENTRE 0x1.000000p+2f
#define MILLS_HIGHEST 0x1.e00000p+3f
/* degree 9, error 2^-26.1 on [-1.0, 0.57895] */
WORD T poly_mills(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.fadd82p-14f, 0x1.9fc6c6p-13f),
    0x1.9b0b1ap-10f), -0x1.ce5e76p-9f), -0x1.ed54aep-8f), 0x1.eedc62p-5f), -0x1.7dffa6p-3f), 0x1.8c6d84p-2f),
    -0x1.373e3ap-1f), 0x1.82b4bcp-1f);
}
#define INVERSE_ROOT_2PI 0x1.988454p-2f
/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */
#define GELU_TANH_A_HIGH 0x1.988454p+0f
#define GELU_TANH_A_LOW -0x1.857936p-25f
#define GELU_TANH_B_HIGH 0x1.2444f2p-4f
#define GELU_TANH_B_LOW 0x1.49b16ap-29f
#define SELU_LAMBDA 0x1.0cfabep+0f
#define SELU_LAMBDA_ALPHA 0x1.c212ccp+0f
/* gelu_quick's slope; above the limit x^2 is formed of x scaled down */
#define GELU_QUICK_HIGH 0x1.b3b646p+0f
#define GELU_QUICK_LOW -0x1.78d4fep-26f
#define SQUARE_LIMIT 0x1.000000p+50f
#define SQUARE_SCALE 0x1.000000p-70f
/* the derivative of sin(x)/x over x, of w = x^2 */
#define SINC_WINDOW 0x1.000000p-1f
/* degree 3, error 2^-26.6 on [0.0, 0.25] */
WORD T poly_sinc(T w)
{
    return MAD(w, MAD(w, MAD(w, 0x1.d2004ap-16f, -0x1.38bdf0p-10f), 0x1.1111bcp-5f), -0x1.555556p-2f);
}
/* the root of a derivative, and f'(root + t)/t */
#define ROOT_WINDOW 0x1.000000p-1f
#define SILU_ROOT_HIGH -0x1.474974p+0f
#define SILU_ROOT_LOW 0x1.bdf6fap-27f
/* degree 8, error 2^-28.9 on [-0.5, 0.5] */
WORD T poly_SILU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.df3d9ap-15f, 0x1.6812a6p-13f),
    0x1.a72508p-11f), 0x1.0da262p-13f), -0x1.b11296p-8f), -0x1.f2d154p-7f), 0x1.353f2ap-6f), 0x1.2c5634p-3f),
    0x1.be1410p-3f);
}
#define GELU_ROOT_HIGH -0x1.80ead2p-1f
#define GELU_ROOT_LOW 0x1.a03fd4p-27f
/* degree 8, error 2^-27.3 on [-0.5, 0.5] */
WORD T poly_GELU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.57ba98p-11f, -0x1.17cef0p-9f),
    0x1.275f70p-8f), 0x1.3ddfc4p-6f), -0x1.e3df2cp-7f), -0x1.d2f8bep-4f), -0x1.2a3040p-6f), 0x1.8d9a92p-2f),
    0x1.b9d990p-2f);
}
#define GELU_TANH_ROOT_HIGH -0x1.8142a0p-1f
#define GELU_TANH_ROOT_LOW 0x1.85a06cp-27f
/* degree 8, error 2^-26.2 on [-0.5, 0.5] */
WORD T poly_GELU_TANH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.914e0cp-11f, -0x1.2ab9b8p-9f),
    0x1.547f2ep-8f), 0x1.42079cp-6f), -0x1.101d9cp-6f), -0x1.d2b566p-4f), -0x1.0298fap-6f), 0x1.8cd1a0p-2f),
    0x1.b8bacep-2f);
}
#define MISH_ROOT_HIGH -0x1.31432cp+0f
#define MISH_ROOT_LOW -0x1.a25b08p-29f
/* degree 8, error 2^-26.4 on [-0.5, 0.5] */
WORD T poly_MISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.3b71d6p-12f, 0x1.f8d0f8p-11f),
    0x1.145c66p-10f), -0x1.b7cec0p-9f), -0x1.03157ep-6f), -0x1.4c23b6p-6f), 0x1.574ddep-5f), 0x1.a34a26p-3f),
    0x1.115accp-2f);
}
#define GCU_ROOT_HIGH 0x1.b87da4p-1f
#define GCU_ROOT_LOW 0x1.d1f444p-26f
/* degree 8, error 2^-24.4 on [-0.5, 0.5] */
WORD T poly_GCU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.4b07a8p-12f, 0x1.0046bap-13f),
    0x1.26c5bap-10f), -0x1.63f8cep-8f), -0x1.5c837ep-5f), 0x1.bd390ep-4f), 0x1.32a152p-1f), -0x1.4deb24p-1f),
    -0x1.09e23cp+1f);
}

#else /* REAL == 64 */

#define MANTISSA_BITS 52
#define EXPONENT_BIAS 1023
#define LARGEST 0x1.fffffffffffffp+1023
/* adding it rounds to an integer, which then stands in the low bits of the sum */
#define ROUNDER 0x1.800000p+52
/* multiplying by it and subtracting splits a number into two halves of its bits */
#define SPLITTER 0x1.0000002000000p+27

/* exp: 2^(j/16) as a sum, and ln 2/16 in parts whose multiples by up to 2^11 (2^15) are exact */
static const R EXP2_HIGH[16] PACK_ALIGNED = {
    0x1.000000p+0, 0x1.0b5586cf9890fp+0, 0x1.172b83c7d517bp+0, 0x1.2387a6e756238p+0,
    0x1.306fe0a31b715p+0, 0x1.3dea64c123422p+0, 0x1.4bfdad5362a27p+0, 0x1.5ab07dd485429p+0,
    0x1.6a09e667f3bcdp+0, 0x1.7a11473eb0187p+0, 0x1.8ace5422aa0dbp+0, 0x1.9c49182a3f090p+0,
    0x1.ae89f995ad3adp+0, 0x1.c199bdd85529cp+0, 0x1.d5818dcfba487p+0, 0x1.ea4afa2a490dap+0,
};
static const R EXP2_LOW[16] PACK_ALIGNED = {
    0x0.0p+0, 0x1.8a62e4adc610bp-54, -0x1.19041b9d78a76p-55, 0x1.9b07eb6c70573p-54,
    0x1.6f46ad23182e4p-55, 0x1.ada0911f09ebcp-55, 0x1.d4397afec42e2p-56, 0x1.6324c054647adp-54,
    -0x1.bdd3413b26456p-54, -0x1.41577ee04992fp-55, 0x1.6e9f156864b27p-54, 0x1.c7c46b071f2bep-56,
    0x1.7a1cd345dcc81p-54, 0x1.11065895048ddp-55, 0x1.2ed02d75b3707p-55, -0x1.e9c23179c2893p-54,
};
#define INVERSE_LN2 0x1.71547652b82fep+0
#define LN2_HIGH 0x1.62e42fefa0000p-1
#define LN2_LOW 0x1.cf79abc9e3b3ap-40
/* beyond these exp is 0, resp. infinite, whatever multiplies it below GATE_LIMIT; the exponents fit SCALE */
#define EXP_LOWEST -0x1.5e0000p+10
#define EXP_HIGHEST 0x1.5e0000p+10
#define GATE_LIMIT 0x1.000000p+900
/* (expm1(r) - r)/r^2, for exp and, as r alone is the result there, one degree more for expm1 near 0 */
/* degree 5, error 2^-53.0 on [-0.021877, 0.021877] */
WORD T poly_exp(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.a01b50fa57446p-13, 0x1.6c17f993c51fdp-10), 0x1.11111110b6e52p-7),
    0x1.55555554dd3aep-5), 0x1.5555555555557p-3), 0x1.0000000000001p-1);
}
/* degree 5, error 2^-53.0 on [-0.021877, 0.021877] */
WORD T poly_expm1(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.a01b50fa57446p-13, 0x1.6c17f993c51fdp-10), 0x1.11111110b6e52p-7),
    0x1.55555554dd3aep-5), 0x1.5555555555557p-3), 0x1.0000000000001p-1);
}
/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */
/* degree 6, error 2^-48.3 on [0.0, 0.0401] */
WORD T poly_log1p(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.35a6b570fc516p-3, 0x1.3901dedd89e45p-3),
    0x1.746bc3608d911p-3), 0x1.c71c3ca80b101p-3), 0x1.249249523e5d8p-2), 0x1.999999997c32bp-2),
    0x1.555555555556ep-1);
}

/* (atan(t) - t)/t^3 of w = t^2 */
/* degree 20, error 2^-57.0 on [0.0, 1.0] */
WORD T poly_atan(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w,
    MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.8b4d97ffd984cp-17, 0x1.1dca5c421d128p-13), -0x1.888445c2d04a4p-11),
    0x1.5670bd14384cdp-9), -0x1.ad6d8d71dbd63p-8), 0x1.a0c3bdea05e8ap-7), -0x1.4ad7276a5e909p-6),
    0x1.c2f818f442a01p-6), -0x1.143967b5a8bcfp-5), 0x1.3d199fa65d112p-5), -0x1.60db0e1646144p-5),
    0x1.8544a63058cd5p-5), -0x1.aeff2c2b9ede5p-5), 0x1.e1dbbb866062fp-5), -0x1.1110b9b161e9cp-4),
    0x1.3b13aa464c4d8p-4), -0x1.745d16e54a554p-4), 0x1.c71c71c3cfb5fp-4), -0x1.249249248a387p-3),
    0x1.999999999987ep-3), -0x1.5555555555555p-2);
}
#define HALF_PI_HIGH 0x1.921fb54442d18p+0
#define HALF_PI_LOW 0x1.1a62633145c07p-54
#define HALF_PI_LOWEST -0x1.f1976b7ed8fbcp-110
#define TWO_OVER_PI 0x1.45f306dc9c883p-1
/* above it the reduction by HALF_PI would lose bits */
#define HALF_PI_LIMIT 0x1.000000p+24
/* (sin(r) - r)/r^3 and (cos(r) - 1 + r^2/2)/r^4 of w = r^2, |r| <= pi/4 */
/* degree 6, error 2^-56.7 on [0.0, 0.61747] */
WORD T poly_sin(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.8d67e45bd98b8p-41, 0x1.60e5ee35d685fp-33),
    -0x1.ae63f824b1f7dp-26), 0x1.71de3a10480a8p-19), -0x1.a01a019fe88b5p-13), 0x1.111111111101ep-7),
    -0x1.5555555555555p-3);
}
/* degree 5, error 2^-58.7 on [0.0, 0.61747] */
WORD T poly_cos(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.907344329409cp-37, 0x1.1eeb578a27a15p-29),
    -0x1.27e4fa02b1dfap-22), 0x1.a01a019f3824ep-16), -0x1.6c16c16c168cap-10), 0x1.5555555555555p-5);
}
enum { CIRCULAR_TERMS = 6 };
static const R SIN_HIGH[6] PACK_ALIGNED = {
    0x1.000000p+0, -0x1.5555555555555p-3, 0x1.1111111111111p-7, -0x1.a01a01a01a01ap-13,
    0x1.71de3a556c734p-19, -0x1.ae64567f544e4p-26,
};
static const R SIN_LOW[6] PACK_ALIGNED = {
    0x0.0p+0, -0x1.5555555555555p-57, 0x1.1111111111111p-63, -0x1.a01a01a01a01ap-73,
    -0x1.c154f8ddc6c00p-73, 0x1.c062e06d1f209p-80,
};
/* sin beyond these terms, of w = r^2, |r| <= pi/4 */
/* degree 4, error 2^-86.1 on [0.0, 0.61747] */
WORD T poly_sin_rest(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.709329f15154fp-66, -0x1.2f4962c01f2e5p-57), 0x1.952c76f01c789p-49),
    -0x1.ae7f3e7339e12p-41), 0x1.6124613a86d09p-33);
}
static const R COS_HIGH[6] PACK_ALIGNED = {
    0x1.000000p+0, -0x1.000000p-1, 0x1.5555555555555p-5, -0x1.6c16c16c16c17p-10,
    0x1.a01a01a01a01ap-16, -0x1.27e4fb7789f5cp-22,
};
static const R COS_LOW[6] PACK_ALIGNED = {
    0x0.0p+0, 0x0.0p+0, 0x1.5555555555555p-59, 0x1.f49f49f49f49fp-65,
    0x1.a01a01a01a01ap-76, -0x1.cbbc05b4fa99ap-76,
};
/* cos beyond these terms, of w = r^2, |r| <= pi/4 */
/* degree 4, error 2^-81.6 on [0.0, 0.61747] */
WORD T poly_cos_rest(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.e39c4b7abf713p-62, -0x1.682710bc9a92ap-53), 0x1.ae7f3e57f5e87p-45),
    -0x1.93974a8c056ffp-37), 0x1.1eed8eff8d897p-29);
}

/* the Mills ratio: (a + k) R(a) of t = 1 - 2k/(a + k) for 0 <= a <= MILLS_HIGHEST */
#define MILLS_CENTRE 0x1.000000p+2
#define MILLS_HIGHEST 0x1.3c0000p+5
/* degree 22, error 2^-54.6 on [-1.0, 0.81609] */
WORD T poly_mills(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.04647b555510ep-30, 0x1.1c662ebfa804ap-33),
    0x1.dde17c6ef4bd1p-27), 0x1.edfbba50d14f7p-27), -0x1.486a14d912e0dp-24), -0x1.4a9f5015ab542p-23),
    0x1.1b5a3324b5334p-22), 0x1.11aee780412a2p-20), -0x1.4fbbe5bdea175p-21), -0x1.8d3395374d52dp-18),
    0x1.7fefca8fc6d19p-21), 0x1.26cf779fb5b41p-15), -0x1.001374b380c08p-19), -0x1.e4a414e975a74p-13),
    0x1.17a4a83919ff9p-13), 0x1.ab825f7ac4556p-10), -0x1.c81719cdf6dd0p-9), -0x1.ee2761033dce9p-8),
    0x1.eec4cc3e492ccp-5), -0x1.7dff2bff688c9p-3), 0x1.8c6dbf2cfc2bcp-2), -0x1.373e3a893c287p-1),
    0x1.82b4bb8c94dcep-1);
}
#define INVERSE_ROOT_2PI 0x1.9884533d43651p-2
/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */
#define GELU_TANH_A_HIGH 0x1.9884533d43651p+0
#define GELU_TANH_A_LOW -0x1.cbc0d30ebfd15p-54
#define GELU_TANH_B_HIGH 0x1.2444f2a4d8b4bp-4
#define GELU_TANH_B_LOW -0x1.6c843a29d1c70p-61
#define SELU_LAMBDA 0x1.0cfabd6a91132p+0
#define SELU_LAMBDA_ALPHA 0x1.c212cc640f031p+0
/* gelu_quick's slope; above the limit x^2 is formed of x scaled down */
#define GELU_QUICK_HIGH 0x1.b3b645a1cac08p+0
#define GELU_QUICK_LOW 0x1.89374bc6a7efap-55
#define SQUARE_LIMIT 0x1.000000p+400
#define SQUARE_SCALE 0x1.000000p-520
/* the derivative of sin(x)/x over x, of w = x^2 */
#define SINC_WINDOW 0x1.000000p-1
/* degree 7, error 2^-55.7 on [0.0, 0.25] */
WORD T poly_sinc(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.6bbf61d941385p-32, 0x1.494bc76d3f9a5p-32),
    0x1.f1bcb558b6c6ap-30), -0x1.0cf89ab9a6b59p-22), 0x1.71de37d5d6f14p-16), -0x1.381381378d2e0p-10),
    0x1.1111111110f83p-5), -0x1.5555555555555p-2);
}
/* the root of a derivative, and f'(root + t)/t */
#define ROOT_WINDOW 0x1.000000p-1
#define SILU_ROOT_HIGH -0x1.474973c84120bp+0
#define SILU_ROOT_LOW -0x1.f8d74bc9ac154p-54
/* degree 20, error 2^-57.8 on [-0.5, 0.5] */
WORD T poly_SILU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.bf96a12c6a945p-23, -0x1.914bd8a394e2dp-27), -0x1.2590b9718e2fep-22),
    0x1.26dfadc29c46ep-26), 0x1.5473de9308c05p-23), -0x1.c57f22ad09b09p-26), -0x1.2f0d2f10d45d4p-23),
    -0x1.e6857834412a5p-26), 0x1.d2b6955d2c38dp-21), 0x1.3ad3b850fd7edp-19), -0x1.8b1b384438004p-19),
    -0x1.f2d8697b0dc7ep-16), -0x1.57235def21e8ap-15), 0x1.8574d0d6a1407p-13), 0x1.a2a7cacdc6fbep-11),
    0x1.098e92bc81bcbp-13), -0x1.b0f82c49736fbp-8), -0x1.f2d0e32bc2dbdp-7), 0x1.353eb573ca307p-6),
    0x1.2c563458cc0adp-3), 0x1.be1410460527fp-3);
}
#define GELU_ROOT_HIGH -0x1.80ead197f00b4p-1
#define GELU_ROOT_LOW 0x1.13e74c58cada8p-56
/* degree 20, error 2^-55.0 on [-0.5, 0.5] */
WORD T poly_GELU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.7fdff8b0209aap-20, 0x1.8ae784911a73fp-26), 0x1.f850b7e9f456dp-20),
    -0x1.000ee64e613cap-25), -0x1.24e886c0da5ffp-20), 0x1.cc341fd51d65ep-27), 0x1.e49851f609da9p-21),
    0x1.cc10ea505c10ap-22), -0x1.0625cefc1371bp-17), -0x1.78442f59ad4dep-17), 0x1.69696e29e5795p-14),
    0x1.86c85841e3cd9p-13), -0x1.86810bd38d576p-11), -0x1.258a6d79624c3p-9), 0x1.297b9d8e21820p-8),
    0x1.3e346def33c51p-6), -0x1.e40882455a6b5p-7), -0x1.d2fa4c17c7d7ap-4), -0x1.2a2ef9bb85ca9p-6),
    0x1.8d9a941de3ac5p-2), 0x1.b9d98fa5a3215p-2);
}
#define GELU_TANH_ROOT_HIGH -0x1.81429f9e97e4dp-1
#define GELU_TANH_ROOT_LOW 0x1.4f523ed77dbdcp-55
/* degree 20, error 2^-55.5 on [-0.5, 0.5] */
WORD T poly_GELU_TANH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.1fa54cc71f2c8p-20, -0x1.5786e3f116241p-25), 0x1.89f038a484d6bp-20),
    0x1.70b29f48a2016p-23), -0x1.4603bd7c0677dp-20), -0x1.0e0cc83155464p-20), 0x1.67bc8dc31332bp-19),
    0x1.8d828825d547ap-18), -0x1.0c691c5683bf9p-16), -0x1.253d9b811cad2p-15), 0x1.04968cc984431p-13),
    0x1.14bf8f9d0d785p-12), -0x1.e63f387f6d26ep-11), -0x1.3d8d642431065p-9), 0x1.58c9ed8797c35p-8),
    0x1.427996dc343d9p-6), -0x1.104a83ede5086p-6), -0x1.d2b77346471cfp-4), -0x1.029615edb00c7p-6),
    0x1.8cd1a2b2fff33p-2), 0x1.b8bacd2c96b91p-2);
}
#define MISH_ROOT_HIGH -0x1.31432c0d12d84p+0
#define MISH_ROOT_LOW -0x1.bf319154da210p-55
/* degree 20, error 2^-55.9 on [-0.5, 0.5] */
WORD T poly_MISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.ae0d08a45abd7p-21, 0x1.6b72fddf77b32p-27), 0x1.19db9a135693cp-20),
    -0x1.1e10cd5563c7dp-24), -0x1.8a7e4b9d39f4ep-21), 0x1.f8eff9b3e1147p-26), 0x1.51d6933f7f72dp-20),
    0x1.86515cc861c13p-19), 0x1.e6c3ccdb1ad2dp-21), -0x1.223b41ecca3e7p-16), -0x1.d44a3eac18762p-15),
    -0x1.5fffa7ef28e2cp-15), 0x1.0a793dd663810p-12), 0x1.03799186a21c8p-10), 0x1.1e5e188dda614p-10),
    -0x1.b87ddfb52e214p-9), -0x1.03369d4ae46f0p-6), -0x1.4c222fe64d44dp-6), 0x1.574f121a86b64p-5),
    0x1.a34a251d8ad7bp-3), 0x1.115acb42500bbp-2);
}
#define GCU_ROOT_HIGH 0x1.b87da4e8fa220p-1
#define GCU_ROOT_LOW 0x1.2e0fd50f1c4f9p-55
/* degree 20, error 2^-53.1 on [-0.5, 0.5] */
WORD T poly_GCU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.62b323c77cb73p-18, -0x1.9db875069bd3ep-25), -0x1.d184bc3a54e45p-18),
    0x1.013844ab38820p-24), 0x1.05d650c78f128p-18), -0x1.0f832c567e6d2p-25), -0x1.49b11e4e5eb46p-20),
    0x1.392e434de5460p-27), 0x1.f92e918878e6fp-23), 0x1.f9b4357bbd1cap-27), 0x1.c98ce99604610p-23),
    -0x1.e265bce5c1710p-20), -0x1.7861dbe122485p-16), 0x1.0f60022b81993p-13), 0x1.589d38b7e8ec6p-10),
    -0x1.642e04eb92599p-8), -0x1.5cce3d2ca1891p-5), 0x1.bd3986270cd87p-4), 0x1.32a1a507fa4f2p-1),
    -0x1.4deb249d49bc9p-1), -0x1.09e23c6397ad8p+1);
}

#endif
